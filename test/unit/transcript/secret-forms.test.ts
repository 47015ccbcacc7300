import { describe, expect, test } from '@jest/globals'

import { createRedactor } from '../../../src/transcript/redact.ts'

const redactorOf = (...values: string[]) => createRedactor({ values: () => values })

describe('known values in less common forms', () => {
  const secret = 'pröblem ßecret, 26 letters'
  const bytes = Buffer.from(secret)
  const inHex = (text: Buffer) => [...text].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
  const wrapped = (width: number, encoding: 'base64' | 'base64url') =>
    Buffer.from(`${'behind a long text '.repeat(5)}${secret}${' and before another'.repeat(5)}`)
      .toString(encoding)
      .replaceAll(new RegExp(`.{${width}}`, 'g'), '$&\n')

  test.each([
    ['bytes of UTF-8', inHex(bytes)],
    ['bytes of UTF-8 where they are no ASCII', secret.replaceAll(/[^ -~]/g, (letter) => inHex(Buffer.from(letter)))],
    ['bytes of Latin-1', inHex(Buffer.from(secret, 'latin1'))],
    ['base64 wrapped at 40', wrapped(40, 'base64')],
    ['base64 wrapped at 57', wrapped(57, 'base64')],
    ['base64url wrapped at 40', wrapped(40, 'base64url')],
    ['base64url wrapped at 76', wrapped(76, 'base64url')],
  ])('are redacted as %s', (_form, text) => {
    expect(redactorOf(secret).redact(`before ${text} after`)).toContain('[redacted:secret]')
  })
})
