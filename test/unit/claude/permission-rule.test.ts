import { describe, expect, test } from '@jest/globals'

import { COMMANDS } from './denied-commands.ts'
import { allowingRules, allowingYaml, denialReason } from '../../../src/claude/permission-rule.ts'
import { parse } from '../inputs/given.ts'

const rulesFor = (tool: string, input: unknown) => allowingRules({ tool_name: tool, tool_input: input }, '/srv/repo')

describe('a command', () => {
  test.each(COMMANDS)('$command', ({ command, exact, wider }) => {
    expect(rulesFor('Bash', { command })).toEqual({ exact, wider })
  })

  test.each([{}, undefined, { command: '' }, { command: 7 }])('that is none has no rule: %j', (input) => {
    expect(rulesFor('Bash', input)).toEqual({ exact: [], wider: undefined })
  })

  test('of a monitor is allowed by a rule for Bash', () => {
    expect(rulesFor('Monitor', { command: 'npm test' }).exact).toEqual(['Bash(npm test)'])
  })
})

test.each([
  ['Write', { file_path: '/srv/repo/src/a.ts' }, ['Edit(src/a.ts)']],
  ['Edit', { file_path: 'src/a.ts' }, ['Edit(src/a.ts)']],
  ['NotebookEdit', { notebook_path: '/srv/repo/a.ipynb' }, ['Edit(a.ipynb)']],
  ['Write', { file_path: '/etc/hosts' }, ['Edit(//etc/hosts)']],
  ['Write', { file_path: '/srv/repository/a' }, ['Edit(//srv/repository/a)']],
  ['Read', { file_path: '/etc/hosts' }, ['Read(//etc/hosts)']],
  ['Write', { file_path: '/srv/repo/a*.ts' }, []],
  ['Write', { file_path: '/srv/repo/a (1).ts' }, []],
  ['Write', { file_path: '/srv/repo/.git/config' }, []],
  ['Write', { file_path: '/srv/repo/packages/a/.claude/settings.json' }, []],
  ['Write', { file_path: '/srv/repo/.github/workflows/a.yml' }, ['Edit(.github/workflows/a.yml)']],
  ['WebFetch', { url: 'https://docs.example.com/a?b' }, ['WebFetch(domain:docs.example.com)']],
  ['WebFetch', { url: 'not an address' }, []],
  ['WebSearch', { query: 'x' }, ['WebSearch']],
  ['mcp__server__do-it', {}, ['mcp__server__do-it']],
  ['PowerShell', { command: 'dir' }, []],
  ['Evil\n  prompt: "', {}, []],
])('%s %j is allowed by %j', (tool, input, exact) => {
  expect(rulesFor(tool, input).exact).toEqual(exact)
})

test('each rule is the same when it is given as an input', async () => {
  for (const { exact, wider } of COMMANDS) {
    const rules = [...exact, ...(wider === undefined ? [] : [wider])].filter((rule) => rule.startsWith('Bash'))
    const { settings, warnings } = await parse({ 'allowed-tools': rules.join('\n') })
    expect([settings.agent.allowedTools, warnings]).toEqual([rules, []])
  }
})

test('no rule is a bare Bash, whatever the command', () => {
  for (const { exact, wider } of COMMANDS) {
    for (const rule of [...exact, ...(wider === undefined ? [] : [wider])])
      expect(rule).toMatch(/^(?:Bash|Edit|Read)\(.+\)$/)
  }
})

const denial = { tool_name: 'Bash', tool_use_id: 't', tool_input: { command: 'git push' } }

test.each([
  [{ denied_by: 'no-rule', allow: ['Bash(git push)'] }, 'Bash(git push) would allow it'],
  [{ denied_by: 'no-rule', allow: ['A', 'B'], wider: 'C' }, 'A, B would allow it; C would allow much more'],
  [{ denied_by: 'no-rule', allow: [] }, 'no narrow rule exists'],
  [
    { denied_by: 'deny-rule', rule: 'Bash(git:*) (disallowed-tools)' },
    'denied by Bash(git:*) (disallowed-tools); no rule of allowed-tools can change that',
  ],
  [{ denied_by: 'deny-rule' }, 'denied by a deny rule of the settings; no rule of allowed-tools can change that'],
  [{ denied_by: 'hook', rule: 'not on Fridays' }, 'denied by a hook: not on Fridays'],
  [{ denied_by: 'plan-mode' }, 'not possible with permission-mode: plan'],
] as const)('%j reads', (facts, text) => {
  expect(denialReason({ ...denial, ...facts })).toBe(text)
})

test('only what can help is among the lines to add', () => {
  const given = (facts: object) => ({ ...denial, ...facts })
  expect(
    allowingYaml([
      given({ denied_by: 'no-rule', allow: ['A'], wider: 'W' }),
      given({ denied_by: 'no-rule', allow: ['A', 'B'] }),
      given({ denied_by: 'deny-rule', rule: 'X' }),
      given({ denied_by: 'no-rule', allow: [] }),
    ]),
  ).toBe('allowed-tools: |\n  A\n  B')
  expect(allowingYaml([given({ denied_by: 'hook' })])).toBeUndefined()
})
