import { expect, test } from '@jest/globals'

import { differences, shapeOf } from '../support/transcript-shape.ts'

const line = (event: object) => JSON.stringify(event)
const init = { type: 'system', subtype: 'init', session_id: 'a', tools: ['Bash', 'Edit'], model: 'opus' }
const between = (before: readonly object[], now: readonly object[]) =>
  differences(shapeOf(before.map(line)), shapeOf(now.map(line)))

test('two runs of one version are alike: ids, times, numbers and texts do not count', () => {
  const answer = { type: 'assistant', message: { id: 'm1', content: [{ type: 'text', text: 'Hello.' }] }, ms: 3 }
  const other = { type: 'assistant', message: { id: 'm2', content: [{ type: 'text', text: 'Goodbye.' }] }, ms: 4 }
  expect(between([init, answer], [{ ...init, session_id: 'b' }, other])).toEqual([])
})

test('a field or an event that is new or gone, and a word that was never there, are reported', () => {
  expect(between([{ ...init, cwd: '/x' }], [{ ...init, sandbox_enabled: false, tools: ['Bash', 'Glob'] }])).toEqual([
    'gone: system/init.cwd',
    'new: system/init.sandbox_enabled (false)',
    'other values: system/init.tools[] ("Glob")',
  ])
  expect(between([init], [init, { type: 'result', subtype: 'success' }])).toEqual([
    'new: result/success.subtype ("success")',
    'new: result/success.type ("result")',
  ])
})

test('names of models as fields are one field', () => {
  const usage = (model: string) => ({ type: 'result', modelUsage: { [model]: { costUSD: 1 } } })
  expect(between([usage('us.anthropic.claude-opus-5-5')], [usage('global.anthropic.claude-haiku')])).toEqual([])
})
