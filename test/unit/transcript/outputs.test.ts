import { describe, expect, test } from '@jest/globals'

import { emptyOutputs, OUTPUT_NAMES, outputStrings, resultText } from '../../../src/transcript/outputs.ts'
import { createRedactor } from '../../../src/transcript/redact.ts'

test('what is not known is empty, lists and counts are not', () => {
  const strings = outputStrings(emptyOutputs('setup'))
  expect(Object.keys(strings)).toEqual(OUTPUT_NAMES)
  const filled = Object.entries(strings).filter(([, value]) => value !== '')
  expect(Object.fromEntries(filled)).toEqual({
    conclusion: 'setup',
    retries: '0',
    'permission-denials': '[]',
  })
})

test('what is known is text as it is, and JSON otherwise', () => {
  const strings = outputStrings({
    ...emptyOutputs('failure'),
    'failure-code': 'agent-failed',
    result: 'line\n"two"',
    'structured-output': { a: [1, 'x'] },
    'num-turns': 3,
    'total-cost-usd': 0.125,
    'permission-denials': [{ tool_name: 'Bash', tool_use_id: 't', tool_input: { command: 'ls' } }],
    'changed-files': ['a b', 'c'],
  })
  expect(strings).toMatchObject({
    'failure-code': 'agent-failed',
    result: 'line\n"two"',
    'structured-output': '{"a":[1,"x"]}',
    'num-turns': '3',
    'total-cost-usd': '0.125',
    'permission-denials': '[{"tool_name":"Bash","tool_use_id":"t","tool_input":{"command":"ls"}}]',
    'changed-files': '["a b","c"]',
  })
})

describe('outputs beyond all bounds', () => {
  const long = 'é🔑'.repeat(1_000_000)
  const strings = outputStrings({
    ...emptyOutputs('failure'),
    result: `x${long}`,
    'failure-message': long,
    'structured-output': { long },
    'permission-denials': Array.from({ length: 1000 }, (_, at) => ({
      tool_name: `Write${at}`,
      tool_use_id: 't',
      tool_input: at === 0 ? undefined : { content: long.slice(0, 20_000) },
    })),
    'changed-files': Array.from({ length: 100_000 }, (_, at) => `src/file-${at}.ts`),
  })

  test('stay together below 1 MB in UTF-16', () => {
    const units = Object.values(strings).reduce((sum, value) => sum + value.length, 0)
    expect(units * 2).toBeLessThan(1_000_000)
  })

  test('say that they are cut, and never in the middle of a character', () => {
    for (const text of [strings.result!, strings['failure-message']!]) {
      expect(text).toMatch(/\n\[cut here: result\.json of the transcript has all of it\]$/)
      expect(text.isWellFormed()).toBe(true)
    }
    expect(strings.result!.length).toBeGreaterThan(130_000)
  })

  test('stay JSON', () => {
    expect(strings['structured-output']).toBe('')
    const denials = JSON.parse(strings['permission-denials']!) as { tool_name: string }[]
    expect(denials.length).toBeGreaterThan(5)
    expect(denials[1]?.tool_name).toBe('Write1')
    const files = JSON.parse(strings['changed-files']!) as string[]
    expect(files.slice(0, 2)).toEqual(['src/file-0.ts', 'src/file-1.ts'])
    expect(files.length).toBeGreaterThan(1000)
  })
})

test('result.json is the outputs typed and whole, redacted', () => {
  const { redact } = createRedactor({ values: () => ['hunter"22'] })
  const outputs = { ...emptyOutputs('success'), result: `${'x'.repeat(500_000)} hunter"22`, 'num-turns': 3 }
  expect(JSON.parse(resultText(outputs, redact))).toEqual({
    ...outputs,
    result: `${'x'.repeat(500_000)} [redacted:secret]`,
  })
})
