import { expect, test } from '@jest/globals'

import { crashed, notStarted } from '../../../src/claude/run-problems.ts'
import { fixText, type FailureCode } from '../../../src/errors.ts'

const wrote = (stderrTail: string) =>
  crashed({ exit: { code: 1, signal: undefined, spawnError: undefined }, stderrTail })

test.each([
  ['a program that is not there', 'spawn /x ENOENT', /claude-code-path/],
  ['an argument longer than the system takes', 'spawn E2BIG', /128 KiB/],
])('%s could not be started', (_name, spawnError, fix) => {
  const failure = notStarted(spawnError)
  expect(failure.code).toBe('agent-crashed')
  expect(failure.message).toBe(`Claude Code could not be started: ${spawnError}`)
  expect(fixText(failure.fix)).toMatch(fix)
})

test.each<{ name: string; words: string; code: FailureCode; says: RegExp; fix: RegExp }>([
  {
    name: 'root',
    words: '--dangerously-skip-permissions cannot be used with root/sudo privileges for security reasons\n',
    code: 'root-not-allowed',
    says: /runs as root.*cannot be used with root\/sudo/s,
    fix: /permission-mode: dontAsk[^]*IS_SANDBOX: "1"/,
  },
  {
    name: 'an argument that Claude Code does not know',
    words: "error: unknown option '--no-such-flag'\n",
    code: 'agent-crashed',
    says: /unknown option '--no-such-flag'/,
    fix: /claude-args/,
  },
  {
    name: 'an input that Claude Code refuses',
    words: 'Error: Settings file not found: /x.json\n',
    code: 'agent-crashed',
    says: /Settings file not found/,
    fix: /input that Claude Code names/,
  },
  {
    name: 'more words than anyone reads',
    words: `${'first '.repeat(1000)}\nlast`,
    code: 'agent-crashed',
    says: /^.{70,80}\n.{900,1200}last"$/,
    fix: /transcript/,
  },
  { name: 'no words at all', words: ' \n', code: 'agent-crashed', says: /went\.$/, fix: /transcript/ },
])('$name: $code', ({ words, code, says, fix }) => {
  const failure = wrote(words)
  expect(failure.code).toBe(code)
  expect(failure.message).toMatch(says)
  expect(fixText(failure.fix)).toMatch(fix)
})
