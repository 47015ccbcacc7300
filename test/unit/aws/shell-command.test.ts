import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from '@jest/globals'

import type { Clock, Command, ExitFacts } from '../../../src/ports/machine.ts'
import { RUNNER } from './fakes.ts'
import { runInShell, type ShellWorld } from '../../../src/aws/refresh-command.ts'

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** A program that runs until it is killed or `end` is called, and a clock whose sleeps end when `ring` is called. */
function start(platform: 'linux' | 'win32' = 'linux') {
  const started: Command[] = []
  let killed = 0
  let end: (facts: ExitFacts) => void = () => undefined
  let ring: () => void = () => undefined
  let sleptMs = 0
  const clock: Clock = {
    now: () => 0,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        sleptMs = ms
        ring = resolve
        signal?.addEventListener('abort', () => resolve())
      }),
  }
  const processes: ShellWorld['processes'] = {
    start(command) {
      started.push(command)
      const ended = new Promise<ExitFacts>((resolve) => (end = resolve))
      const killTree = () => {
        killed += 1
        end({ code: undefined, signal: 'SIGKILL', spawnError: undefined })
        return Promise.resolve()
      }
      return { pid: 1, stdout: nothing(), stderr: nothing(), ended, signal: () => undefined, killTree }
    },
    capture: () => Promise.reject(new Error('not this way')),
    killMarked: () => Promise.resolve(0),
  }
  const result = runInShell(
    { line: 'do it', env: { PATH: '/bin', GONE: undefined }, timeoutMs: 60_000 },
    { processes, clock, runner: { ...RUNNER, platform } },
  )
  return {
    started,
    result,
    end: (facts: Partial<ExitFacts>) => end({ code: undefined, signal: undefined, spawnError: undefined, ...facts }),
    ring: () => ring(),
    killed: () => killed,
    sleptMs: () => sleptMs,
  }
}

test.each([
  ['linux', 'bash', ['-c', 'do it']],
  ['win32', 'pwsh', ['-NoProfile', '-NonInteractive', '-Command', 'do it']],
] as const)('on %s the shell is %s', async (platform, file, args) => {
  const shell = start(platform)
  shell.end({ code: 0 })
  expect((await shell.result).problem).toBeUndefined()
  expect(shell.started).toEqual([{ file, args, cwd: '/temp', env: { PATH: '/bin' }, stdin: '' }])
  expect(shell.killed()).toBe(0)
})

test('a command that takes too long is killed with all it started', async () => {
  const shell = start()
  await turn()
  expect(shell.sleptMs()).toBe(60_000)
  shell.ring()
  expect((await shell.result).problem).toBe('did not end within 60 seconds')
  expect(shell.killed()).toBe(1)
})

test.each([
  [{ code: 7 }, 'ended with exit code 7'],
  [{ signal: 'SIGTERM' }, 'was ended by SIGTERM'],
  [{ spawnError: 'spawn bash ENOENT' }, 'could not be started, since bash could not: spawn bash ENOENT'],
])('%j is reported', async (facts, words) => {
  const shell = start()
  shell.end(facts)
  expect((await shell.result).problem).toBe(words)
})
