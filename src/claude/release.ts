/**
 * The Claude Code this release is tested with: its version, the sha512 of each platform's npm tarball (`npm view`) and the
 * sha256 of the executable inside. `npx node scripts/releases.ts` writes all but the models, which a test with the real program holds.
 */
export const RELEASE = {
  version: '2.1.332',
  integrity: {
    'linux-x64': 'sha512-f4JWhzwYutJIHScC7/dYOPX6s28tt7ZADhsOi8zwOHq5fFPEuUeChh2NMfinSg0GrUckYxaeebC4h0DqiKzLcw==',
    'linux-arm64': 'sha512-BlHNEtK38KBPWU31F4lUSS9sHclCyfWbThT1CErvxxH8+XcljYLZlQwdyXBkTD62rw1TgfE1u1a+quMWS0NSJg==',
    'linux-x64-musl': 'sha512-QoQzwipnqRAdBKDAJNJ2Qvl37G6x8nCugfOQa+nuMcGIRgGEOLeWoq3pTLMQRScL37estAQBGH9ygR3WFVbIfw==',
    'linux-arm64-musl':
      'sha512-jdjkkJLfAQ9M1HbT05tZHQpGNZUEPUebYwW/xpiMypZddB0lNlHlB9mXfOVV/UUPO0JCghj1NSQjxhhJc4L4CA==',
    'darwin-x64': 'sha512-i0GV2ejBOeHMXs+XPCd1IaJj1GV3VdZl8hiQD6hLMR/N7f4Nt8q4Edj1GYJCKXPLJa/zsE9Uv6r9rZ/ldVFQPQ==',
    'darwin-arm64': 'sha512-L/F5mypyB7SK59cesiAqGv1bVNd+8xTn0LF5kV6EGL6UMhofVJMFlokhDRoxNzANNC5i/5JdzfJyDOKUbZObiA==',
    'win32-x64': 'sha512-BqPm3Fqw8LqRooC8QZUVAfaepl+jNb7JV1yp1atCyoU6kpm1CZ7z/6+IUHsrD8ljq/K2yb13obMw0mo3BA5dzw==',
    'win32-arm64': 'sha512-rd2vER0bvylh1FHmXH/xC0SjoSF6RCsP+ezmDPR6qJLn+Mm4qfmBNC2JYfAH6KmrYq6u0O8m8YL/R95yAMgNvA==',
  },
  sha256: {
    'linux-x64': 'a2df1f41bb00250992926420d0063f89b127cb81abdd284dbefb80c50ff1d026',
    'linux-arm64': '50c305fcb8912851ce774429131d94ed6f84edbe3d8d0ed7a59dade5d893acc0',
    'linux-x64-musl': '81f466623d672aed9504ad29b8bb2f240b24f3cc05c255054649250720a1900f',
    'linux-arm64-musl': '122dd3751257a9e769d8c08b19d16e45f3e86c43a09e18d7182fc01c81143246',
    'darwin-x64': '3ceb285194091d45b150561ac5d58ab5a58cddcdc6d086f883039a652c037cfa',
    'darwin-arm64': '5b8214f8f082f3187420b27b4063b9b4f4d9412cd66ea436d6d1966ad582700f',
    'win32-x64': 'e6652f9170a07df45f1db3e0520f1df0f7b385181ff74f70f49398a67b5fd320',
    'win32-arm64': '3e5f5a60279364592f2be7b35a7812f8474e5c8ac809203ceb0a4b12bcd02f32',
  },
  /** What the names `opus`, `sonnet`, `haiku` and `fable` mean on Bedrock; without a model it is `opus`. */
  defaultModels: {
    opus: 'anthropic.claude-opus-5-5',
    sonnet: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
    haiku: 'anthropic.claude-haiku-4-5-20251001-v1:0',
    fable: 'anthropic.claude-fable-5-2',
  },
  /** The model that permission mode `auto` asks about a tool call, by Claude Code's name of it. */
  classifierModel: 'claude-sonnet-5',
}
