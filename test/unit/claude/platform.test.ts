import { expect, test } from '@jest/globals'

import { platformPackage } from '../../../src/claude/platform.ts'

test.each([
  ['linux', 'x64', false, { platform: 'linux-x64', executable: 'claude', arch: 'x64' }],
  ['linux', 'arm64', false, { platform: 'linux-arm64', executable: 'claude', arch: 'arm64' }],
  ['linux', 'x64', true, { platform: 'linux-x64-musl', executable: 'claude', arch: 'x64-musl' }],
  ['linux', 'arm64', true, { platform: 'linux-arm64-musl', executable: 'claude', arch: 'arm64-musl' }],
  ['darwin', 'x64', false, { platform: 'darwin-x64', executable: 'claude', arch: 'x64' }],
  ['darwin', 'arm64', false, { platform: 'darwin-arm64', executable: 'claude', arch: 'arm64' }],
  ['win32', 'x64', false, { platform: 'win32-x64', executable: 'claude.exe', arch: 'x64' }],
  ['win32', 'arm64', false, { platform: 'win32-arm64', executable: 'claude.exe', arch: 'arm64' }],
] as const)('%s %s, musl: %s', (...[platform, arch, musl, expected]) => {
  const name = `@anthropic-ai/claude-code-${expected.platform}`
  expect(platformPackage({ platform, arch, musl })).toEqual({ ...expected, name })
})

test.each([
  ['linux', 'arm', false, 'linux-arm'],
  ['linux', 'riscv64', true, 'linux-riscv64-musl'],
  ['win32', 'ia32', false, 'win32-ia32'],
] as const)('%s %s, musl: %s is not supported, and what is stands beside it', (...[platform, arch, musl, name]) => {
  const fails = () => platformPackage({ platform, arch, musl })
  expect(fails).toThrow(expect.objectContaining({ code: 'platform-unsupported' }))
  expect(fails).toThrow(new RegExp(`${name}\\. It is for: linux-x64, .*win32-arm64`))
})
