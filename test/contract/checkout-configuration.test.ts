// What of a checkout configures or instructs the real Claude Code, and that the flags for one that is not trusted stop all of it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { NOTHING_OF_THE_CHECKOUT } from '../../src/claude/arguments.ts'
import { askedClaude, type AskedAnswer } from '../support/asked-claude.ts'
import { ATTACKS, markedFiles, MARKED_SCRIPT, UNHEEDED, type Attack } from '../support/marked-checkout.ts'

let trusting: AskedAnswer
let guarded: AskedAnswer
let close: (() => Promise<void>) | undefined
beforeAll(async () => {
  const claude = await askedClaude()
  close = () => claude.close()
  const git = { 'ws/.git/HEAD': 'ref: refs/heads/main\n', 'ws/.git/objects/.keep': '', 'ws/.git/refs/.keep': '' }
  const ask = (args: readonly string[]) =>
    claude.ask({
      args: ['--allowedTools=Bash(env),Read,Skill,Agent', ...args],
      files: { ...markedFiles(), ...git },
      cwd: 'ws/app',
      env: { HOME: '$DIR/home' },
      script: MARKED_SCRIPT,
    })
  trusting = await ask([])
  guarded = await ask(NOTHING_OF_THE_CHECKOUT)
}, 300_000)
afterAll(() => close?.())

function isSeen({ seen, mark }: Attack, { requests, file }: AskedAnswer): boolean {
  return seen === 'text' ? JSON.stringify(requests).includes(mark) : file(`ws/ran/${mark}`) !== undefined
}

test('both runs come to their end, with all that the model says', () => {
  for (const { code, result, requests } of [trusting, guarded]) {
    expect([code, result?.subtype]).toEqual([0, 'success'])
    expect(requests.length).toBeGreaterThan(MARKED_SCRIPT.length)
  }
})

test('there are many ways, each with a mark of its own', () => {
  const marks = [...ATTACKS, ...UNHEEDED].map(({ mark }) => mark)
  expect(ATTACKS.length).toBeGreaterThanOrEqual(40)
  for (const mark of marks) expect(marks.filter((other) => other.startsWith(mark))).toEqual([mark])
})

describe.each(ATTACKS.map((attack) => [attack.name, attack] as const))('%s', (_name, attack) => {
  test('works on a checkout that is trusted', () => expect(isSeen(attack, trusting)).toBe(true))
  test('does nothing on one that is not', () => expect(isSeen(attack, guarded)).toBe(false))
})

describe.each(UNHEEDED.map((attack) => [attack.name, attack] as const))('%s', (_name, attack) => {
  test('does nothing on any', () => expect([isSeen(attack, trusting), isSeen(attack, guarded)]).toEqual([false, false]))
})
