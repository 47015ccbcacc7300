import { describe, expect, test } from '@jest/globals'

import { fixText } from '../../../src/errors.ts'
import { blockedFailure, blockFinder, blockLine } from '../../../src/gateway/answer.ts'

const ACTION = { 'amazon-bedrock-guardrailAction': 'INTERVENED' }
const traced = (guardrail: object) => ({ ...ACTION, 'amazon-bedrock-trace': { guardrail } })
const topic = (action: string, name = 'Finance') => ({ topicPolicy: { topics: [{ name, type: 'DENY', action }] } })
const pii = (action: string) => ({
  sensitiveInformationPolicy: { piiEntities: [{ type: 'EMAIL', match: 'a@b.c', action }] },
})

function blockIn(...objects: readonly unknown[]) {
  const finder = blockFinder()
  objects.forEach((object) => finder.read(object))
  return finder.block()
}

describe('a guardrail’s intervention', () => {
  test.each<[string, readonly object[], readonly string[]]>([
    ['without a trace', [ACTION], []],
    ['by the name of another API', [{ 'amazon-bedrock-guardrailAction': 'GUARDRAIL_INTERVENED' }], []],
    ['on the input', [traced({ input: { abc: topic('BLOCKED') } })], ['topic policy "Finance" (input)']],
    ['on the output', [traced({ outputs: [{ abc: topic('BLOCKED') }] })], ['topic policy "Finance" (output)']],
    [
      'by several policies, each once',
      [
        traced({
          input: {
            abc: { ...topic('BLOCKED'), contentPolicy: { filters: [{ type: 'VIOLENCE', action: 'BLOCKED' }] } },
          },
          outputs: [{ abc: topic('BLOCKED') }, { abc: topic('BLOCKED') }],
        }),
      ],
      ['topic policy "Finance" (input)', 'content policy "VIOLENCE" (input)', 'topic policy "Finance" (output)'],
    ],
    [
      'by a word, which is not repeated',
      [traced({ input: { abc: { wordPolicy: { customWords: [{ match: 'hush', action: 'BLOCKED' }] } } } })],
      ['word policy (input)'],
    ],
    [
      'that masks as well',
      [traced({ input: { abc: { ...topic('BLOCKED'), ...pii('ANONYMIZED') } } })],
      ['topic policy "Finance" (input)'],
    ],
    [
      'whose trace comes in another event',
      [ACTION, { 'amazon-bedrock-trace': { guardrail: { input: { abc: topic('BLOCKED') } } } }],
      ['topic policy "Finance" (input)'],
    ],
    ['whose trace blocks nothing that it names', [traced({ input: { abc: topic('NONE') } })], []],
  ])('%s is a block', (_, objects, policies) => {
    expect(blockIn(...objects)).toEqual({ kind: 'guardrail', policies })
  })

  test.each<[string, readonly unknown[]]>([
    ['that only masks', [traced({ outputs: [{ abc: pii('ANONYMIZED') }] })]],
    ['that did not happen', [{ 'amazon-bedrock-guardrailAction': 'NONE' }]],
    ['that the model only writes of', [{ delta: { text: '"amazon-bedrock-guardrailAction": "INTERVENED"' } }]],
    ['in an object below', [{ message: ACTION }]],
    ['in no answer', [undefined, null, 'INTERVENED', [ACTION]]],
  ])('%s is none', (_, objects) => {
    expect(blockIn(...objects)).toBeUndefined()
  })
})

describe('a refusal of the model', () => {
  test('is in a body', () => {
    expect(blockIn({ type: 'message', stop_reason: 'refusal' })).toEqual({ kind: 'refusal', reason: undefined })
  })

  test('is in an event, with what it says of it', () => {
    const stop_details = { type: 'refusal', category: 'cyber', explanation: 'Exploit code.' }
    expect(blockIn({ type: 'message_delta', delta: { stop_reason: 'refusal', stop_details } })).toEqual({
      kind: 'refusal',
      reason: 'cyber: Exploit code.',
    })
  })

  test.each(['end_turn', 'tool_use', 'max_tokens'])('is not %s', (stop_reason) => {
    expect(blockIn({ stop_reason }, { delta: { stop_reason } })).toBeUndefined()
  })
})

describe('the failure of the run', () => {
  const run = { region: 'us-east-1', model: 'us.anthropic.claude-sonnet-4-6', guardrail: { id: 'abc', version: '3' } }

  test('names the guardrail, what it found and where to look', () => {
    const failure = blockedFailure({ kind: 'guardrail', policies: ['topic policy "Finance" (input)'] }, run)
    expect(failure.code).toBe('guardrail-intervened')
    expect(failure.message).toMatch(
      /^A guardrail intervened: topic policy "Finance" \(input\) \(guardrail abc:3, us\.anthropic/,
    )
    expect(fixText(failure.fix)).toContain('guardrail: abc:NEW_VERSION')
    expect(fixText(failure.fix)).toContain('--guardrail-identifier abc --guardrail-version 3 --region us-east-1')
  })

  test('says that a guardrail is not the run’s own', () => {
    const failure = blockedFailure({ kind: 'guardrail', policies: [] }, { ...run, guardrail: undefined })
    expect(fixText(failure.fix)).toMatch(/^No `guardrail` is given/)
  })

  test('of a refusal', () => {
    const failure = blockedFailure({ kind: 'refusal', reason: 'cyber: Exploit code.' }, run)
    expect(failure.code).toBe('model-refused')
    expect(failure.message).toContain('cyber: Exploit code.')
  })

  test('in diagnostics is one line', () => {
    expect(blockLine({ kind: 'guardrail', policies: ['a', 'b'] })).toBe('A guardrail intervened: a, b')
    expect(blockLine({ kind: 'refusal', reason: undefined })).toBe('The model refused (stop_reason "refusal")')
  })
})
