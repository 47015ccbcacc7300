import { describe, expect, test } from '@jest/globals'

import { createRedactor } from '../../../src/transcript/redact.ts'
import { formsToPlant } from '../../support/planted-secrets.ts'
import { formsOf } from '../../../src/transcript/secret-forms.ts'

const redactorOf = (...values: string[]) => createRedactor({ values: () => values })

describe('known values', () => {
  const hostile = 'p"ä\\ß\n\t🔑/+= <&\'!x'
  const base64At = (before: string) => Buffer.from(`${before}${hostile}zz`).toString('base64')

  test.each([
    ['as it is', hostile],
    ['in JSON', JSON.stringify(hostile)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(hostile))],
    ['in JSON in JSON in JSON', JSON.stringify(JSON.stringify(JSON.stringify(hostile)))],
    [
      'in JSON of ASCII',
      JSON.stringify(hostile).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    ['URL-encoded', encodeURIComponent(hostile)],
    ['as a form sends it', new URLSearchParams({ hostile }).toString()],
    ['URL-encoded in lower case', encodeURIComponent(hostile).toLowerCase()],
  ])('are redacted %s', (_form, text) => {
    const { redact, redacted } = redactorOf(hostile)
    expect(redact(`before ${text} after`)).toMatch(/^before ("|\\)*(hostile=)?\[redacted:secret\]("|\\)* after$/)
    expect(redacted()).toEqual({ secret: 1 })
  })

  test.each(['', 'a', 'ab', 'abc'])('are redacted from base64 of text that begins with "%s"', (before) => {
    const { redact } = redactorOf(hostile)
    const ends = { standard: base64At(before), url: Buffer.from(base64At(before), 'base64').toString('base64url') }
    for (const text of Object.values(ends)) {
      const redacted = redact(text)
      expect(redacted).toContain('[redacted:secret]')
      expect(redacted.replace('[redacted:secret]', '').length).toBeLessThan(14)
    }
  })

  test('of several lines are redacted line by line too, as in the output of `cat -n`', () => {
    const { redact } = redactorOf('first line of it\r\n  second line of it\nxx')
    expect(redact('1\tfirst line of it\n2\t  second line of it\n3\txx')).toBe(
      '1\t[redacted:secret]\n2\t  [redacted:secret]\n3\txx',
    )
  })

  test('shorter than six characters are left alone', () => {
    expect(redactorOf('12345').redact('12345')).toBe('12345')
    expect(redactorOf('123456').redact('123456')).toBe('[redacted:secret]')
  })

  test('that overlap are redacted whole', () => {
    expect(redactorOf('abcdefgh', 'efghijkl', 'abcdef').redact('-abcdefghijkl-abcdef-')).toBe(
      '-[redacted:secret]-[redacted:secret]-',
    )
  })

  test('learned later are redacted from then on', () => {
    const values: string[] = []
    const { redact } = createRedactor({ values: () => [...values] })
    expect(redact('session-1 session-2')).toBe('session-1 session-2')
    values.push('session-1')
    expect(redact('session-1 session-2')).toBe('[redacted:secret] session-2')
    values[0] = 'session-2'
    expect(redact('session-1 session-2')).toBe('session-1 [redacted:secret]')
  })

  test('redacted once are not redacted again', () => {
    const { redact } = redactorOf('secret', 'redacted', 'password')
    const once = redact('{"a":"password is secret"}')
    expect(once).toBe('{"a":"[redacted:secret] is secret"}')
    expect(redact(once)).toBe(once)
  })
})

describe('JSON', () => {
  test('keeps every byte that is not redacted', () => {
    const line = ' { "b":1.50, "a" : "x\\u0041\\/ hunter22", "1": 12345678901234567890,"c":"\\u0041","a":null } '
    expect(redactorOf('hunter22').redact(line)).toBe(line.replace('x\\u0041\\/ hunter22', 'xA/ [redacted:secret]'))
  })

  test.each([
    ['a number', '123456', '{"id":-12345678,"n":1}', '{"id":"[redacted:secret]","n":1}'],
    [
      'a value that looks like the end of an escape',
      'nabcdef',
      '{"a":"x\\nabcdef nabcdef"}',
      '{"a":"x\\nabcdef [redacted:secret]"}',
    ],
    [
      'a value that ends in a backslash',
      'abcdef\\',
      '{"a":"abcdef\\\\","b":"abcdef\\""}',
      '{"a":"[redacted:secret]","b":"abcdef\\""}',
    ],
    ['a key', 'password1', '{"password1":{"x":"y"}}', '{"[redacted:secret]":{"x":"y"}}'],
    ['structure that looks like a value', '","b":"', '{"a":"1","b":"2"}', '{"a":"1","b":"2"}'],
    [
      'a secret access key by its name',
      'unused',
      `{"SecretAccessKey":"${'w/+9'.repeat(10)}"}`,
      '{"SecretAccessKey":"[redacted:aws-secret-access-key]"}',
    ],
  ])('stays JSON with %s', (_case, secret, ...[line, expected]) => {
    expect(redactorOf(secret).redact(line)).toBe(expected)
  })

  test('stays JSON and holds no secret, wherever secrets are planted', () => {
    const random = randomFrom(20261122)
    const alphabet = [...Array.from('abXY09 _-+/="\'\\\n\r\t{}[]:,<&%'), 'é', '漢', '🔑', '\u2028', '\u0001']
    const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!
    const textOf = (length: number) => Array.from({ length }, () => pick(alphabet)).join('')
    for (let round = 0; round < 400; round++) {
      const secrets = Array.from({ length: 3 }, () => `s3${textOf(6 + Math.floor(random() * 30))}!`)
      const wrap = [
        String,
        (s: string) => JSON.stringify({ s }),
        (s: string) => JSON.stringify(JSON.stringify({ s })),
        encodeURIComponent,
      ]
      const planted = () => `${textOf(9)}${pick(wrap)(pick(secrets))}${textOf(9)}`
      const value = { [planted()]: [planted(), 1, { [textOf(3)]: planted() }], text: planted(), n: random() * 1e9 }
      const line = JSON.stringify(value)
      const redacted = redactorOf(...secrets).redact(line)
      const strings: string[] = []
      JSON.parse(redacted, (key, found: unknown) => {
        strings.push(key, typeof found === 'string' ? found : '')
        return found
      })
      const all = strings.join('\0\0')
      expect(secrets.flatMap((secret) => [...formsOf(secret)]).filter((form) => all.includes(form))).toEqual([])
      expect(strings.filter((text) => text.includes('[redacted:secret]')).length).toBeGreaterThanOrEqual(4)
    }
  })
})

describe('a secret is found in each form that tools print', () => {
  const secret = `T0p "secret" & 'key' <5>/+%=? with many words in it, so long`
  const planted = formsToPlant(secret)
  const { redact } = redactorOf(secret)
  const holds = (text: string, cores: readonly string[]) => cores.filter((core) => text.includes(core))

  test('they are 60 or more', () => expect(new Set(planted.map(({ form }) => form)).size).toBeGreaterThanOrEqual(60))

  test.each(planted.map(({ form, text, cores }) => [form, text, cores] as const))('%s', (_form, text, cores) => {
    expect(holds(text, cores)).toEqual(cores)
    expect(holds(redact(text), cores)).toEqual([])
    const line = redact(JSON.stringify({ type: 'user', message: { content: `before\n${text}\nafter` } }))
    const parsed = JSON.parse(line) as { message: { content: string } }
    expect(parsed.message.content).toMatch(/^before\n[\s\S]*\nafter$/)
    expect(holds(parsed.message.content, cores)).toEqual([])
  })

  test('and nothing else goes: the text around it stays', () => {
    const text = 'a%20b &amp; c \\u0041 d'
    expect(redact(`${text} \\u0054${secret.slice(1)} ${text}`)).toBe(`${text} [redacted:secret] ${text}`)
    expect(redact(text)).toBe(text)
  })
})

describe('the protocol of an event stays, whatever is secret', () => {
  const words = [
    'assistant',
    'message',
    'content',
    'tool_use',
    'success',
    'session_id',
    'WebFetch',
    'mcp__docs__find',
    '123456',
  ]
  const { redact, redactEvent } = redactorOf(...words)
  const keptOf = (event: unknown) => JSON.parse(redactEvent(JSON.stringify(event))) as unknown

  test('keys, types, ids, names of tools and numbers', () => {
    const event = {
      type: 'assistant',
      message: {
        id: 'msg_assistant',
        role: 'assistant',
        content: [
          { type: 'tool_use', id: 'toolu_123456', name: 'WebFetch', input: {} },
          { type: 'tool_use', id: 'toolu_2', name: 'mcp__docs__find', input: {} },
        ],
        usage: { input_tokens: 123456 },
      },
      session_id: 'session_id-content',
    }
    expect(keptOf(event)).toEqual(event)
    expect(redact(JSON.stringify(event))).not.toContain('assistant')
  })

  test('texts, and all that a tool is given or gives, do not', () => {
    const event = {
      type: 'user',
      message: {
        content: [
          { type: 'text', text: 'a message' },
          { type: 'tool_use', name: 'message tool', input: { message: 123456 } },
        ],
      },
      tool_use_result: { content: ['success', 123456], type: 'content' },
      result: 'success',
    }
    const marker = '[redacted:secret]'
    expect(keptOf(event)).toEqual({
      type: 'user',
      message: {
        content: [
          { type: 'text', text: `a ${marker}` },
          { type: 'tool_use', name: `${marker} tool`, input: { [marker]: marker } },
        ],
      },
      tool_use_result: { [marker]: [marker, marker], type: marker },
      result: marker,
    })
  })

  test('a line that is no event is redacted as any text', () => {
    expect(redactEvent('no JSON, a message')).toBe('no JSON, a [redacted:secret]')
  })
})

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
