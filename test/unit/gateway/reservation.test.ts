import { expect, test } from '@jest/globals'

import { limitFields, createReservations, limitedBody } from '../../../src/gateway/reservation.ts'

const MAIN = { lane: 'model in region', conversation: 'main', asked: 32_000 }
const CUT = { stopReason: 'max_tokens', outputTokens: 4_096 }
const WHOLE = { stopReason: 'end_turn', outputTokens: 600 }
const reservations = (ceiling = 32_000, low = 4_096) => createReservations({ low, ceiling })

test('while the quota is narrow a call asks for the low limit, else for what it wants', () => {
  const { limitFor } = reservations()
  expect(limitFor(MAIN, true)).toBe(4_096)
  expect(limitFor(MAIN, false)).toBe(32_000)
})

test('what asks for less gets it', () => {
  const { limitFor } = reservations()
  expect(limitFor({ ...MAIN, asked: 1 }, true)).toBe(1)
})

test('nothing gets more than the ceiling', () => {
  expect(reservations().limitFor({ ...MAIN, asked: 128_000 }, false)).toBe(32_000)
})

test('after a cut reply the conversation may have four times as much, up to what it asks for', () => {
  const { limitFor, onReply } = reservations()
  onReply(MAIN, 4_096, CUT)
  expect(limitFor(MAIN, true)).toBe(16_384)
  onReply(MAIN, 16_384, { ...CUT, outputTokens: 16_384 })
  expect(limitFor(MAIN, true)).toBe(32_000)
  onReply(MAIN, 32_000, { ...CUT, outputTokens: 32_000 })
  expect(limitFor(MAIN, true)).toBe(32_000)
})

test('other conversations and other models do not grow with it', () => {
  const { limitFor, onReply } = reservations()
  onReply(MAIN, 4_096, CUT)
  expect(limitFor({ ...MAIN, conversation: 'subagent' }, true)).toBe(4_096)
  expect(limitFor({ ...MAIN, lane: 'another' }, true)).toBe(4_096)
})

test('a whole reply that would have fitted brings the low limit back; a long one does not', () => {
  const { limitFor, onReply } = reservations()
  onReply(MAIN, 4_096, CUT)
  onReply(MAIN, 16_384, { ...WHOLE, outputTokens: 12_000 })
  expect(limitFor(MAIN, true)).toBe(16_384)
  onReply(MAIN, 16_384, WHOLE)
  expect(limitFor(MAIN, true)).toBe(4_096)
})

test('a call that asked for one token and got it does not grow', () => {
  const { limitFor, onReply } = reservations()
  onReply({ ...MAIN, asked: 1 }, 1, { stopReason: 'max_tokens', outputTokens: 1 })
  expect(limitFor(MAIN, true)).toBe(4_096)
})

test('the limit of the model is never exceeded again', () => {
  const { limitFor, onReply, onModelLimit } = reservations()
  onReply(MAIN, 4_096, CUT)
  onModelLimit(MAIN.lane, 8_192)
  expect(limitFor(MAIN, true)).toBe(8_192)
  expect(limitFor(MAIN, false)).toBe(8_192)
})

const limited = (text: string, limit: number) => {
  const body = limitedBody(Buffer.from(text))
  return body && Buffer.from(body.with(limit)).toString()
}

test.each([
  ['first', '{"max_tokens":32000,"x":1}', '{"max_tokens":4096,"x":1}'],
  [
    'last, with white space',
    '{ "x" : [1, {}],\n "max_tokens" :\t32000 \r\n}',
    '{ "x" : [1, {}],\n "max_tokens" :\t4096 \r\n}',
  ],
  [
    'beside the same words in a text',
    '{"t":"\\"max_tokens\\":1","max_tokens":32000}',
    '{"t":"\\"max_tokens\\":1","max_tokens":4096}',
  ],
  [
    'beside the same key further down',
    '{"a":{"max_tokens":7},"max_tokens":32000}',
    '{"a":{"max_tokens":7},"max_tokens":4096}',
  ],
  ['beside the same word as a value', '{"a":"max_tokens","max_tokens":32000}', '{"a":"max_tokens","max_tokens":4096}'],
  ['behind a text that ends in a backslash', '{"a":"\\\\","max_tokens":32000}', '{"a":"\\\\","max_tokens":4096}'],
  ['beside text that is not ASCII', '{"a":"日本語 😀","max_tokens":32000}', '{"a":"日本語 😀","max_tokens":4096}'],
])('the number is replaced in the bytes: %s', (_, body, expected) => {
  expect(limited(body, 4_096)).toBe(expected)
})

test.each([
  ['the same limit', '{"max_tokens":4096}'],
  ['no limit', '{"messages":[{"max_tokens":9}]}'],
  ['no JSON', 'max_tokens 64000'],
  ['nothing', ''],
])('%s: the very same bytes', (_, text) => {
  const body = Buffer.from(text)
  expect(limitedBody(body)?.with(4_096)).toBe(body)
})

test.each([
  ['two limits', '{"max_tokens":1,"max_tokens":64000}'],
  ['two limits, one with an escape', '{"max_tokens":1,"max\\u005ftokens":64000}'],
  ['a key with an escape', '{"max\\u005ftokens":64000}'],
  ['a limit that is a text', '{"max_tokens":"64000"}'],
  ['a limit with an exponent', '{"max_tokens":64e3}'],
  ['a limit with a fraction', '{"max_tokens":64000.0}'],
  ['a negative limit', '{"max_tokens":-1}'],
  ['UTF-16', Buffer.from('{"max_tokens":64000}', 'utf16le')],
])('%s: another reader could find another limit', (_, body) => {
  expect(limitedBody(Buffer.from(body))).toBeUndefined()
})

test('a thinking budget stays below the limit, wherever it is', () => {
  const before = '{"thinking":{"budget_tokens":31999,"type":"enabled"},"max_tokens":32000}'
  const after = '{"thinking":{"budget_tokens":3072,"type":"enabled"},"max_tokens":4096}'
  expect(limited(before, 4_096)).toBe(after)
  expect(limited('{"max_tokens":32000,"thinking":{"type":"enabled","budget_tokens":4096}}', 4_096)).toBe(
    '{"max_tokens":4096,"thinking":{"type":"enabled","budget_tokens":3072}}',
  )
})

test('a thinking budget that is below already does not change: another one would lose the cached messages', () => {
  expect(limited('{"max_tokens":32000,"thinking":{"budget_tokens":1024}}', 4_096)).toBe(
    '{"max_tokens":4096,"thinking":{"budget_tokens":1024}}',
  )
})

test('for any text, what is found is what a parser finds', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"max_tokens"',
    '"thinking"',
    '"a\\"b"',
    '5',
    '4096',
    ' ',
    'null',
    '"\\\\"',
  ]
  let seed = 7
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below
  for (let round = 0; round < 20_000; round++) {
    const inner = Array.from({ length: random(9) }, () => pieces[random(pieces.length)]).join('')
    const text = `{"a":${inner || '1'},"max_tokens":4096}`
    let parsed: { max_tokens?: unknown }
    try {
      parsed = JSON.parse(text) as typeof parsed
    } catch {
      continue
    }
    const found = limitFields(Buffer.from(text))
    if (found !== 'ambiguous') expect(found.maxTokens?.value).toBe(parsed.max_tokens)
  }
})

test('a request of 90 KB is read in a fraction of a millisecond', () => {
  const message = { role: 'user', content: [{ type: 'text', text: 'words and "quotes" in a line\n'.repeat(30) }] }
  const body = Buffer.from(JSON.stringify({ messages: Array.from({ length: 90 }, () => message), max_tokens: 32_000 }))
  for (let warm = 0; warm < 50; warm++) limitFields(body)
  const times = Array.from({ length: 20 }, () => {
    const started = performance.now()
    limitFields(body)
    return performance.now() - started
  }).sort((a, b) => a - b)
  expect(times[10]).toBeLessThan(1)
})
