import { describe, expect, test } from '@jest/globals'

import { denyRulesOf, explainDenial, recordDenials, type Denial, type DenyRule } from '../../../src/claude/denials.ts'
import { parseEvent } from '../../../src/claude/event-parser.ts'

const uses = (id: string, name: string, input: object) => ({
  type: 'assistant',
  message: { id: `m${id}`, content: [{ type: 'tool_use', id, name, input }] },
})
const refuses = (id: string, reason_type: string) => ({
  type: 'user',
  message: { content: [{ type: 'tool_result', tool_use_id: id, content: 'no', is_error: true }] },
  tool_result_meta: [{ id, permission_decision: { decision: 'reject', source: 'config', reason_type } }],
})
const denies = (id: string, reason: string, message = '') => ({
  ...{ type: 'system', subtype: 'permission_denied', tool_use_id: id },
  ...{ decision_reason_type: reason, message },
})

function recorded(...events: object[]): readonly Denial[] {
  const denials = recordDenials()
  for (const event of events) denials.add(parseEvent(JSON.stringify(event)))
  return denials.list()
}

describe('what was denied', () => {
  const call = { tool_name: 'Bash', tool_use_id: 'a', tool_input: { command: 'touch x' } }

  test('is known before the run has a result, with the reason that comes first', () => {
    expect(
      recorded(uses('a', 'Bash', { command: 'touch x' }), denies('a', 'mode', 'no'), refuses('a', 'mode')),
    ).toEqual([{ call, refusal: { reason: 'mode', message: 'no' } }])
  })

  test('is known from the result of a call alone, as for a hook', () => {
    expect(recorded(uses('a', 'Bash', { command: 'touch x' }), refuses('a', 'hook'))).toEqual([
      { call, refusal: { reason: 'hook', message: 'no' } },
    ])
  })

  test('has the input that the result of the run reports, each call once', () => {
    const reported = { ...call, tool_input: { command: 'touch x', description: 'd' } }
    const end = { type: 'result', permission_denials: [reported] }
    expect(recorded(uses('a', 'Bash', { command: 'touch x' }), denies('a', 'mode'), end, end)).toEqual([
      { call: reported, refusal: { reason: 'mode', message: '' } },
    ])
  })

  test('is not a call that was allowed, or that is not known', () => {
    const accepted = {
      type: 'user',
      message: { content: [] },
      tool_result_meta: [{ id: 'a', permission_decision: { decision: 'accept' } }],
    }
    expect(recorded(uses('a', 'Bash', {}), accepted, denies('unknown', 'mode'))).toEqual([])
  })
})

test('deny rules are those of disallowed-tools and of the settings, whose ask rules count too', () => {
  const settings = { permissions: { deny: ['Read(.env)', 7], ask: ['Bash(git push:*)'], allow: ['Edit'] } }
  expect(denyRulesOf(['WebFetch'], settings)).toEqual([
    { rule: 'WebFetch', from: 'disallowed-tools', kind: 'deny' },
    { rule: 'Read(.env)', from: 'settings', kind: 'deny' },
    { rule: 'Bash(git push:*)', from: 'settings', kind: 'ask' },
  ])
  expect(denyRulesOf([], undefined)).toEqual([])
})

const explained = (
  tool: string,
  input: object,
  how: { reason: string; message?: string; rules?: readonly DenyRule[] },
) =>
  explainDenial(
    {
      call: { tool_name: tool, tool_use_id: 'a', tool_input: input },
      refusal: { reason: how.reason, message: how.message ?? '' },
    },
    how.rules ?? [],
    '/work',
  )

const deny = (rule: string): DenyRule => ({ rule, from: 'disallowed-tools', kind: 'deny' })
const DENIED = 'Permission to use Bash with command touch x has been denied.'

describe('a deny rule', () => {
  const rules = [
    ...['Bash(rm:*)', 'Bash(touch:*)', 'Bash(git push*)', 'WebFetch(domain:example.com)'].map(deny),
    ...['Edit(secrets/**)', 'Read(.env)', 'mcp__docs', 'Agent(reviewer)'].map(deny),
  ]
  test.each([
    ['Bash', { command: 'touch x' }, 'Bash(touch:*)'],
    ['Bash', { command: 'ls && touch x' }, 'Bash(touch:*)'],
    ['Bash', { command: 'echo "touch it" | git push origin' }, 'Bash(git push*)'],
    ['WebFetch', { url: 'https://example.com/a' }, 'WebFetch(domain:example.com)'],
    ['Write', { file_path: '/srv/secrets/a/b.txt' }, 'Edit(secrets/**)'],
    ['Read', { file_path: '/srv/.env' }, 'Read(.env)'],
    ['mcp__docs__search', {}, 'mcp__docs'],
    ['Task', { subagent_type: 'reviewer' }, 'Agent(reviewer)'],
  ])('%s %j is named, and no rule is suggested', (tool, input, rule) => {
    const reason = tool === 'Bash' ? 'subcommandResults' : 'rule'
    expect(explained(tool, input, { reason, message: DENIED, rules })).toEqual({
      ...{ tool_name: tool, tool_use_id: 'a', tool_input: input },
      ...{ denied_by: 'deny-rule', rule: `${rule} (disallowed-tools)` },
    })
  })

  test('that the inputs do not have is not guessed', () => {
    const denial = explained('Bash', { command: 'mkdir x' }, { reason: 'subcommandResults', message: DENIED, rules })
    expect(denial).toMatchObject({ denied_by: 'deny-rule' })
    expect(denial).not.toHaveProperty('rule')
    expect(denial).not.toHaveProperty('allow')
  })

  test('of another tool is not named', () => {
    expect(explained('Bash', { command: 'x' }, { reason: 'rule', rules: [deny('Edit')] })).not.toHaveProperty('rule')
  })
})

test.each([
  { why: 'no rule allows it', reason: 'mode', message: "in don't ask mode", by: 'no-rule' },
  {
    why: 'a part asks',
    reason: 'subcommandResults',
    message: 'The following part requires approval: b',
    by: 'no-rule',
  },
  {
    why: 'plan mode',
    tool: 'Write',
    input: { file_path: 'a' },
    reason: 'mode',
    message: 'while in plan mode.',
    by: 'plan-mode',
  },
  { why: 'a hook', reason: 'hook', message: 'not on Fridays', by: 'hook' },
  { why: 'auto mode', reason: 'classifier', by: 'auto-mode' },
  {
    why: 'a file of git',
    tool: 'Write',
    input: { file_path: '/srv/.git/config' },
    reason: 'mode',
    by: 'protected-file',
  },
  {
    why: 'a sensitive file',
    tool: 'Write',
    input: { file_path: '/srv/a' },
    reason: 'safetyCheck',
    by: 'protected-file',
  },
  { why: 'an ask rule', reason: 'mode', ask: 'Bash(git push:*)', by: 'ask-rule' },
])('denied since: $why', ({ tool = 'Bash', input = { command: 'git push x' }, by, ask, ...how }) => {
  const rules: DenyRule[] = ask === undefined ? [] : [{ rule: ask, from: 'settings', kind: 'ask' }]
  const denial = explained(tool, input, { ...how, rules })
  expect(denial.denied_by).toBe(by)
  expect(denial.allow === undefined).toBe(by !== 'no-rule')
})
