import type { Platform } from './platform.ts'

/**
 * The Claude Code this release is tested with: its version, the sha512 of each platform's npm tarball (`npm view`) and the
 * sha256 of the executable inside. Written by `node scripts/releases.ts`, which keeps `defaultModels`: a test with the real
 * program holds them.
 */
export const RELEASE: Release = {
  version: '2.1.330',
  integrity: {
    'linux-x64': 'sha512-9Gn+V7DtJ8M1nztP9CeDVl9g3RtrepI7rOFTyPRRnZe8D6zebIHKmC7OvBauucuAP0X0k85SDN/LPVZyjsGezQ==',
    'linux-arm64': 'sha512-V4yanAY5EA5UpwwRPtjSfqDbNqAlUJeVn3NYZw2AgmRHjdpSsLtHAzbxRXfkAnbjwTXzE0uedjQxUY02ARPcsA==',
    'linux-x64-musl': 'sha512-OnduSSPY1b59FA8jTbq20Y1XkDUV0S1OVyvYBNslEbpX79P81JF7Ih4lgYvDKiFnnSv75z4Kv6qLE5DQqogYXA==',
    'linux-arm64-musl':
      'sha512-NemfeTqZ30tQDhAeumZgDYoX4ewhAHkN3dbcsyvlgb+yvpKUlcYu5Bor8K+Du5azGe3uy9sftlJxbGhTsCR7zA==',
    'darwin-x64': 'sha512-XenTNj2zXaFrnLmf47n25vChfFhlfeyaAR/vW5SFsEnLGwd2U1vDUY97+5etHBZu3xWBnlK8HhBVxzRi9YTUDw==',
    'darwin-arm64': 'sha512-rgzAjrRJJsIdZXGF9CCFFbURxKuJNobRr+krV3dNmqNJWIws74rLD0CABe4+nXlx/9WwRECTrveprWB96mubqw==',
    'win32-x64': 'sha512-P3aamhGb7lZUsgj6kQzdZAKh3fNFoXvawxZFuUz+pC5HVLwEtX5eWgO6kpxzT9+qfHaPhoepZ9KU8K1sz3b2yw==',
    'win32-arm64': 'sha512-UBG8oi9gyi2hBGrKYkNfXSAqEyC3wJ2CsmSfQw8XLNWM/GOlUWAqELJOW9eBaAlWsusvwhHKtiQeS0UEQ+skxQ==',
  },
  sha256: {
    'linux-x64': 'f390eaa0814e6a1bff74cbb47acb74cb9c89d30ced809fe0af5af00c7bfe8ebb',
    'linux-arm64': '6016f90cac783e367fb1aa97c768a2efb94a0128a5b46b70fb3d8fcbbd9dd444',
    'linux-x64-musl': '510d57bbf077b49288b9f3b53b11324048f4c2da5dcb980563be82534980d621',
    'linux-arm64-musl': '986b83557cbd428273c37f35fc08a44fc786077deeb391660884833bc581348a',
    'darwin-x64': 'bbed99bb8a39bb3f94389c5c99d3d02cb75f3f983b5d1bc40b1b0d1efca84713',
    'darwin-arm64': 'f7c5093b9dd6560d08af28bc27b123fb55091deae3180ac39df199522da86815',
    'win32-x64': 'fa797c1bc7d4a3511da42622bae53a2b7f1276ae328c668f2bfef44635301caa',
    'win32-arm64': '782519c6241a2bedfd4c0d225d59d5095b895037ae7cd2a14a12f5bc5dcba1c3',
  },
  defaultModels: {
    opus: 'anthropic.claude-opus-5-5',
    sonnet: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
    haiku: 'anthropic.claude-haiku-4-5-20251001-v1:0',
    fable: 'anthropic.claude-fable-5-2',
  },
}

/** A version of Claude Code, subresource integrities (`sha512-<base64>`) of its tarballs, digests of its executables. */
export interface Release {
  readonly version: string
  readonly integrity: Readonly<Record<Platform, string>>
  /** In hexadecimal digits. */
  readonly sha256: Readonly<Record<Platform, string>>
  /** What the names `opus`, `sonnet`, `haiku` and `fable` mean on Bedrock, as foundation model ids; without a model it is `opus`. */
  readonly defaultModels: Readonly<Record<'opus' | 'sonnet' | 'haiku' | 'fable', string>>
}
