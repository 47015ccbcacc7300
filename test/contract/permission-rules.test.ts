// Facts about the real Claude Code: each rule that the action suggests for a denied call allows that call, and not `touch made`.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { runBareClaude } from '../support/bare-claude.ts'
import { COMMANDS } from '../unit/claude/denied-commands.ts'
import { allowingRules } from '../../src/claude/permission-rule.ts'

interface Call {
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
}

const bash = (command: string): Call => ({ name: 'Bash', input: { command } })
const OTHER = bash('touch made')

const folder = mkdtempSync(join(tmpdir(), 'rules-'))
const programs = join(folder, 'programs')
beforeAll(() => {
  mkdirSync(programs)
  // What the commands run does not matter here, and must reach nothing.
  for (const name of ['npm', 'curl', 'gh']) {
    writeFileSync(join(programs, name), '#!/bin/sh\n')
    chmodSync(join(programs, name), 0o755)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Which of the calls are denied with these rules. */
async function deniedWith(rules: readonly string[], calls: readonly Call[], cwd: string): Promise<readonly Call[]> {
  mkdirSync(join(cwd, 'sub'), { recursive: true })
  const { statistics } = await runBareClaude({
    script: (_request, at) => (calls[at] === undefined ? { text: 'Done.' } : { toolUses: [calls[at]] }),
    args: rules.map((rule) => `--allowedTools=${rule}`),
    env: { PATH: `${programs}:${process.env.PATH ?? ''}` },
    cwd,
  })
  expect(statistics.turns).toBeGreaterThan(calls.length)
  expect(statistics.result).toMatchObject({ isError: false })
  const denied = statistics.denials.map(({ call }) => call.tool_input)
  return calls.filter(({ name, input }) => denied.some((other) => sameCall(name, input, other)))
}

/** Claude Code reports paths in full. */
const sameCall = (name: string, input: Call['input'], other: unknown) =>
  name === 'Bash' || name === 'Monitor'
    ? Reflect.get(Object(other), 'command') === input.command
    : JSON.stringify(other).includes(String(input.file_path ?? input.url))

const suggested = COMMANDS.flatMap(({ command, exact, wider }) => [
  ...(exact.length > 0 ? [{ command, rules: exact }] : []),
  ...(wider === undefined ? [] : [{ command, rules: [wider] }]),
])

describe('commands', () => {
  test.each(suggested)('$command with $rules', async ({ command, rules }) => {
    expect(await deniedWith(rules, [bash(command), OTHER], mkdtempSync(join(folder, 'work-')))).toEqual([OTHER])
  })

  test('without a rule each of them is denied', async () => {
    const cwd = mkdtempSync(join(folder, 'work-'))
    const calls = suggested.map(({ command }) => bash(command))
    expect(await deniedWith([], calls, cwd)).toEqual(calls)
  }, 120_000)
})

test('no rule is suggested whose words are not those of the command: a * between quotes is any text', async () => {
  const [command, other] = ["env X='*' npm test", "env X='' sh -c 'touch made' npm test"]
  const cwd = mkdtempSync(join(folder, 'work-'))
  expect(await deniedWith([`Bash(${command})`], [bash(command), bash(other), OTHER], cwd)).toEqual([OTHER])
  const backslashes = String.raw`env "X=\\" npm test`
  expect(await deniedWith([`Bash(${backslashes})`], [bash(backslashes)], cwd)).toEqual([bash(backslashes)])
  for (const each of [command, backslashes])
    expect(allowingRules({ tool_name: 'Bash', tool_input: { command: each } }).exact).toEqual([])
})

describe('other calls', () => {
  const write = (path: string): Call => ({ name: 'Write', input: { file_path: path, content: 'x' } })
  const read = (path: string): Call => ({ name: 'Read', input: { file_path: path } })
  const fetch = (url: string): Call => ({ name: 'WebFetch', input: { url, prompt: 'x' } })
  const monitor = (command: string): Call => ({
    name: 'Monitor',
    input: { command, description: 'd', timeout_ms: 1000 },
  })

  test.each<[string, (cwd: string) => Call, Call]>([
    ['a new file', () => write('src/a.txt'), write('src/b.txt')],
    ['a file by its whole path', (cwd) => write(join(cwd, 'a.txt')), write('b.txt')],
    ['a file elsewhere', () => write(join(folder, 'elsewhere.txt')), write(join(folder, 'other.txt'))],
    ['reading elsewhere', () => read('/etc/hostname'), read('/etc/passwd')],
    ['an address', () => fetch('http://127.0.0.1:9/x'), fetch('http://localhost:9/x')],
    ['a monitor', () => monitor('npm test'), monitor('touch made')],
  ])('%s', async (_what, callIn, other) => {
    const cwd = mkdtempSync(join(folder, 'work-'))
    const call = callIn(cwd)
    const { exact } = allowingRules({ tool_name: call.name, tool_input: call.input }, cwd)
    expect(exact).toHaveLength(1)
    expect(await deniedWith([], [call], cwd)).toEqual([call])
    expect(await deniedWith(exact, [call, other, OTHER], cwd)).toEqual([other, OTHER])
  })

  test('files that Claude Code protects are denied whatever the rules', async () => {
    const cwd = mkdtempSync(join(folder, 'work-'))
    const paths = [
      '.git/config',
      '.claude/settings.json',
      '.mcp.json',
      '.vscode/a.json',
      '.bashrc',
      '.gitmodules',
      'a/.git/x',
      '.idea/x',
      '.husky/x',
    ]
    const calls = paths.map(write)
    expect(await deniedWith(['Write', 'Edit', ...paths.map((path) => `Edit(${path})`)], calls, cwd)).toEqual(calls)
    for (const { name, input } of calls)
      expect(allowingRules({ tool_name: name, tool_input: input }, cwd).exact).toEqual([])
  })

  test('the wider rule for files allows no command', async () => {
    const cwd = mkdtempSync(join(folder, 'work-'))
    const { wider } = allowingRules({ tool_name: 'Write', tool_input: { file_path: 'src/a.txt' } }, cwd)
    expect(await deniedWith([wider ?? ''], [write('src/a.txt'), OTHER], cwd)).toEqual([OTHER])
  })
})
