import { describe, expect, test } from '@jest/globals'

import type { ResultEvent } from '../../../src/claude/events.ts'
import { startStatistics, type Statistics } from '../../../src/claude/statistics.ts'
import { cutOutputs, outputsFrom, outputStrings, redactedFacts, resultText } from '../../../src/transcript/outputs.ts'
import { emptyOutputs, OUTPUT_NAMES } from '../../support/empty-outputs.ts'
import { createRedactor } from '../../../src/transcript/redact.ts'
import type { Outputs, RunFacts } from '../../../src/transcript/types.ts'

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
  const outputs: Outputs = {
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
  }
  const strings = outputStrings(outputs)

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
  })

  test('a part of the changed files is not given for all of them', () => expect(strings['changed-files']).toBe(''))

  test('are named, and those that fit are not', () => {
    const cut = ['failure-message', 'result', 'structured-output', 'permission-denials', 'changed-files']
    expect(cutOutputs(outputs)).toEqual(cut)
    expect(cutOutputs(emptyOutputs('success'))).toEqual([])
  })
})

test('result.json is the outputs typed and whole', () => {
  const outputs = { ...emptyOutputs('success'), result: `${'x'.repeat(500_000)} end`, 'num-turns': 3 }
  expect(JSON.parse(resultText(outputs))).toEqual(outputs)
})

describe('outputs are redacted', () => {
  const secrets = ['hunter"22', 'success', 'us-east-1', '123456', 'opus-4']
  const { redact } = createRedactor({ values: () => secrets })
  const denial = { tool_name: 'Bash', tool_use_id: 'toolu_1', tool_input: { command: 'echo hunter"22', pin: 123456 } }
  const result: ResultEvent = {
    ...{ kind: 'result', subtype: 'success', isError: false, terminalReason: undefined, apiErrorStatus: undefined },
    ...{ result: `${'x'.repeat(500_000)} hunter"22`, structuredOutput: { pin: 123456, 'hunter"22': ['hunter"22'] } },
    ...{ errors: [], sessionId: 'success', totalCostUsd: 0.123456, usage: undefined },
    permissionDenials: [denial],
  }
  const denials = [{ call: denial, refusal: { reason: 'mode', message: 'not hunter"22' } }]
  const statistics: Statistics = {
    ...{ ...startStatistics().current(), result, denials, turns: 123456, blocked: 'hunter"22' },
    tools: { Bash: 1, 'hunter"22': 1 },
  }
  const facts: RunFacts = {
    ...{ transcriptPath: '/tmp/success', prompt: 'x', region: 'us-east-1', model: 'opus-4', durationMs: 123456 },
    ...{ statistics, changedFiles: ['src/main.ts'] },
  }

  test('where they are texts of others, also in keys, numbers and across JSON', () => {
    const outputs = outputsFrom(facts, redact)
    expect(outputs.result).toBe(`${'x'.repeat(500_000)} [redacted:secret]`)
    expect(outputs['structured-output']).toEqual({
      pin: '[redacted:secret]',
      '[redacted:secret]': ['[redacted:secret]'],
    })
    expect(outputs['permission-denials']).toEqual([
      { ...denial, tool_input: { command: 'echo [redacted:secret]', pin: '[redacted:secret]' } },
    ])
    expect(outputs.model).toBe('[redacted:secret]')
  })

  test('and not where they are what the action itself says', () => {
    expect(outputsFrom(facts, redact)).toMatchObject({
      ...{
        conclusion: 'success',
        'aws-region': 'us-east-1',
        'transcript-path': '/tmp/success',
        'session-id': 'success',
      },
      ...{ 'num-turns': 123456, 'duration-ms': 123456, 'total-cost-usd': 0.123456 },
    })
  })

  test('in rules too: one that redaction would alter is left out', () => {
    const facts = (allow: string[]) => ({
      transcriptPath: '/tmp',
      denials: [{ ...denial, denied_by: 'no-rule' as const, allow, wider: 'Bash(echo hunter"22:*)' }],
    })
    const advised = (allow: string[]) => outputsFrom(facts(allow), redact)['permission-denials'][0]
    expect(advised(['Bash(echo hunter"22)', 'Edit(a)'])).toMatchObject({ allow: [] })
    expect(advised(['Bash(echo a)'])).toMatchObject({ allow: ['Bash(echo a)'] })
    expect(advised([])).not.toHaveProperty('wider')
  })

  test('before they are cut, so that no half of a secret is left', () => {
    const text = `${'x'.repeat(128 * 1024 - 60)}hunter"22${'y'.repeat(100)}`
    const outputs = outputsFrom(
      { ...facts, statistics: { ...statistics, result: { ...result, result: text } } },
      redact,
    )
    expect(outputStrings(outputs).result).not.toContain('hunt')
  })

  test.each([
    ['no path is altered', ['src/a.ts', 'b'], ['src/a.ts', 'b']],
    ['a path would be altered: the list is not known', ['src/a.ts', 'docker/hunter"22/init.sql'], null],
    ['nothing changed', [], []],
  ])('changed-files where %s', (_what, changedFiles, expected) => {
    expect(outputsFrom({ ...facts, changedFiles }, redact)['changed-files']).toEqual(expected)
  })

  test('what facts keep of a run is redacted, and nothing else of it changes', () => {
    const timeline = {
      startedAt: 1,
      left: 0,
      stretches: [{ kind: 'tool', what: 'hunter"22', from: 0, to: 1, failed: false }] as const,
    }
    const kept = redactedFacts({ statistics, timeline }, redact)
    expect(JSON.stringify(kept)).not.toContain('hunter')
    expect(kept.statistics).toMatchObject({ turns: 123456, tools: { Bash: 1, '[redacted:secret]': 1 } })
    expect(kept.statistics.result).toMatchObject({ subtype: 'success', totalCostUsd: 0.123456 })
    expect(kept.timeline.stretches[0]).toMatchObject({ what: '[redacted:secret]', to: 1 })
  })
})

describe('what a run took of its quota', () => {
  const quota = { throttledCalls: 3, throttledMs: 90_000, calls: 1, meanReservation: 1, firstCall: undefined }
  const failed = [{ description: 'Look at token-of-the-test', reason: 'API error' }]
  const statistics = { ...startStatistics().current(), subagents: { started: 2, failed } }
  const outputsOf = (facts: Partial<RunFacts>) => outputsFrom({ transcriptPath: '/t', ...facts }, (text) => text)

  test('is known with the gateway only; failed subagents wherever the agent ran', () => {
    expect(outputsOf({ quota, statistics })).toMatchObject({
      ...{ 'throttled-calls': 3, 'throttled-ms': 90_000, 'failed-subagents': 1 },
    })
    expect(outputsOf({ statistics: startStatistics().current() })).toMatchObject({
      ...{ 'throttled-calls': null, 'throttled-ms': null, 'failed-subagents': 0 },
    })
    expect(outputsOf({})['failed-subagents']).toBeNull()
  })

  test('names of failed subagents are redacted', () => {
    const run = { statistics, timeline: { startedAt: 1, stretches: [], left: 0 } }
    const facts = redactedFacts(run, (text) => text.replace('token-of-the-test', '[redacted]'))
    expect(facts.statistics.subagents?.failed).toEqual([{ description: 'Look at [redacted]', reason: 'API error' }])
  })
})
