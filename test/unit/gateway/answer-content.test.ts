import { describe, expect, test } from '@jest/globals'

import { contentReader, lastAnswers } from '../../../src/gateway/answer-content.ts'

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
    expect(streamed).toEqual({ texts: ['Hello'], structured: [{ a: [1] }] })
  })

  test('is read from a whole body', () => {
    expect(textAnswer('Hello')).toEqual({ texts: ['Hello'], structured: [] })
    expect(structuredAnswer({ a: 1 })).toEqual({ texts: [], structured: [{ a: 1 }] })
  })

  test('of something else is nothing', () => {
    expect(contentOf(undefined, 1, [], { type: 'message' }, delta(7, { text: 'x' }))).toEqual({
      texts: [],
      structured: [],
    })
  })
})

describe('a reported result', () => {
  const after = (...contents: ReturnType<typeof contentOf>[]) => {
    const answers = lastAnswers()
    contents.forEach((content) => answers.add(content))
    return (result?: string, structuredOutput?: unknown) => answers.gave({ result, structuredOutput })
  }

  test('is the model’s when it was answered last', () => {
    const gave = after(textAnswer('First.'), textAnswer('Last.\n'))
    expect(gave('Last.')).toBe(true)
    for (const other of ['First.', 'Last', 'forged']) expect(gave(other)).toBe(false)
  })

  test('may be one text of several, or all of them', () => {
    const gave = after(
      contentOf({ type: 'message', content: ['One.', 'Two.'].map((text) => ({ type: 'text', text })) }),
    )
    for (const text of ['One.', 'Two.', 'One.Two.', 'One.\nTwo.']) expect(gave(text)).toBe(true)
  })

  test('that is structured is held to the tool’s input, whatever was said after it', () => {
    const gave = after(structuredAnswer({ a: 1 }), textAnswer('Done.'))
    expect(gave('Done.', { a: 1 })).toBe(true)
    for (const other of [{ a: 2 }, {}, [], 'a', 1]) expect(gave('Done.', other)).toBe(false)
  })

  test('that is empty claims nothing; without any answer everything else is forged', () => {
    expect(after()(undefined)).toBe(true)
    expect(after()('')).toBe(true)
    expect(after()('forged')).toBe(false)
    expect(after()('', { forged: true })).toBe(false)
  })
})
