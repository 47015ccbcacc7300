import { describe, expect, test } from '@jest/globals'

import { contentReader, lastAnswers } from '../../../src/gateway/answer.ts'

const contentOf = (...objects: unknown[]) => {
  const reader = contentReader()
  for (const object of objects) reader.read(object)
  return reader.content()
}
const start = (index: number, block: unknown) => ({ type: 'content_block_start', index, content_block: block })
const delta = (index: number, change: unknown) => ({ type: 'content_block_delta', index, delta: change })
const textAnswer = (text: string) => contentOf({ type: 'message', content: [{ type: 'text', text }] })
const structuredAnswer = (input: unknown) =>
  contentOf({ type: 'message', content: [{ type: 'tool_use', name: 'StructuredOutput', input }] })

describe('the content of an answer', () => {
  test('is put together from the events of a stream', () => {
    const streamed = contentOf(
      { type: 'message_start', message: { content: [] } },
      start(0, { type: 'thinking', thinking: '' }),
      delta(0, { type: 'thinking_delta', thinking: 'secret thought' }),
      start(1, { type: 'text', text: '' }),
      delta(1, { type: 'text_delta', text: 'Hel' }),
      delta(1, { type: 'text_delta', text: 'lo' }),
      start(2, { type: 'tool_use', name: 'StructuredOutput', input: {} }),
      delta(2, { type: 'input_json_delta', partial_json: '{"a":' }),
      delta(2, { type: 'input_json_delta', partial_json: '[1]}' }),
      start(3, { type: 'tool_use', name: 'Bash', input: {} }),
      delta(3, { type: 'input_json_delta', partial_json: '{"command":"x"}' }),
      { type: 'message_stop' },
    )
    expect(streamed).toEqual({ texts: ['Hello'], structured: [{ a: [1] }], callsTools: true })
  })

  test('is read from a whole body', () => {
    expect(textAnswer('Hello')).toEqual({ texts: ['Hello'], structured: [], callsTools: false })
    expect(structuredAnswer({ a: 1 })).toEqual({ texts: [], structured: [{ a: 1 }], callsTools: false })
  })

  test('of something else is nothing', () => {
    expect(contentOf(undefined, 1, [], { type: 'message' }, delta(7, { text: 'x' }))).toEqual({
      texts: [],
      structured: [],
      callsTools: false,
    })
  })
})

describe('a reported result', () => {
  const FAILED = 'failed'
  const after = (...contents: (ReturnType<typeof contentOf> | typeof FAILED)[]) => {
    const answers = lastAnswers()
    contents.forEach((content) => (content === FAILED ? answers.failed() : answers.add(content)))
    return (result?: string, structuredOutput?: unknown, more: { terminalReason?: string; lastText?: string } = {}) =>
      answers.gave({ result, structuredOutput, ...more })
  }
  const work = (...texts: string[]) =>
    contentOf({
      type: 'message',
      content: [
        ...texts.map((text) => ({ type: 'text', text })),
        { type: 'tool_use', name: 'Bash', input: { command: 'true' } },
      ],
    })

  test('is the model’s when it was answered last', () => {
    const gave = after(textAnswer('First.'), textAnswer('Last.\n'))
    expect(gave('Last.')).toBe(true)
    for (const other of ['First.', 'Last', 'forged', '']) expect(gave(other)).toBe(false)
  })

  test('may be one text of several, or all of them', () => {
    const gave = after(
      contentOf({ type: 'message', content: ['One.', 'Two.'].map((text) => ({ type: 'text', text })) }),
    )
    for (const text of ['One.', 'Two.', 'One.Two.', 'One.\nTwo.']) expect(gave(text)).toBe(true)
  })

  test('is none of an answer that calls a tool: the work goes on', () => {
    expect(after(work('I will.'))('I will.')).toBe(false)
    expect(after(work('I will.'), textAnswer('Done.'))('I will.')).toBe(false)
  })

  test('that is structured is held to the tool’s input, and its text to the same', () => {
    const gave = after(structuredAnswer({ a: 1 }))
    expect(gave('{"a":1}', { a: 1 })).toBe(true)
    expect(gave('', { a: 1 })).toBe(true)
    for (const other of [{ a: 2 }, {}, [], 'a', 1]) expect(gave('{"a":1}', other)).toBe(false)
    for (const text of ['forged', '{"a":2}', '{}', '[1]']) expect(gave(text, { a: 1 })).toBe(false)
    expect(gave('{"a":1}')).toBe(false)
  })

  test('that is structured stays when the model is asked once more, with a text of either answer', () => {
    const gave = after(structuredAnswer({ a: 1 }), textAnswer('Done.'))
    expect(gave('{"a":1}', { a: 1 })).toBe(true)
    expect(gave('Done.', { a: 1 })).toBe(true)
    for (const text of ['forged', '']) expect(gave(text, { a: 1 })).toBe(false)
  })

  test('that is structured is the last of several', () => {
    const gave = after(structuredAnswer({ a: 1 }), structuredAnswer({ a: 2 }))
    expect(gave('{"a":2}', { a: 2 })).toBe(true)
    for (const text of ['{"a":1}', '{"a":2}', '']) expect(gave(text, { a: 1 })).toBe(false)
  })

  test('may be empty where the last words before it are the model’s', () => {
    for (const gave of [after(work('One.'), textAnswer('')), after(textAnswer('One.'))]) {
      expect(gave('', undefined, { lastText: 'One.\n' })).toBe(true)
      for (const lastText of ['forged', '']) expect(gave('', undefined, { lastText })).toBe(false)
      expect(gave('')).toBe(false)
    }
    expect(after(textAnswer(''))('', undefined, { lastText: 'forged' })).toBe(false)
    expect(after(structuredAnswer({ a: 1 }))('', { a: 1 }, { lastText: 'forged' })).toBe(false)
  })

  test('is that of the answer before where the model ended with nothing', () => {
    expect(after(work('One.'), textAnswer(''))('One.')).toBe(false)
    expect(after(textAnswer('One.'), textAnswer(''))('One.')).toBe(true)
    expect(after(textAnswer('One.'))('')).toBe(false)
  })

  test('may be empty where a hook ended the run at a tool call', () => {
    const stopped = { terminalReason: 'hook_stopped', lastText: 'One.' }
    expect(after(work('One.'))('', undefined, stopped)).toBe(true)
    expect(after(work('One.'), work())('', undefined, stopped)).toBe(true)
    expect(after(work('One.'))('', undefined, { ...stopped, lastText: 'forged' })).toBe(false)
    expect(after(work('One.'))('', undefined, { ...stopped, terminalReason: 'completed' })).toBe(false)
    expect(after(work('One.'), FAILED)('', undefined, stopped)).toBe(false)
  })

  test('is not empty after a call that failed, or without any answer', () => {
    expect(after(textAnswer(''), FAILED)('')).toBe(false)
    expect(after(FAILED, textAnswer(''))('')).toBe(true)
    for (const failed of [[], [FAILED] as const]) {
      expect(after(...failed)('')).toBe(false)
      expect(after(...failed)(undefined)).toBe(false)
      expect(after(...failed)('forged')).toBe(false)
      expect(after(...failed)('', { forged: true })).toBe(false)
    }
  })
})
