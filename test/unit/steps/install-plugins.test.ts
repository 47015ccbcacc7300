import { expect, test } from '@jest/globals'

import { Failure } from '../../../src/errors.ts'
import type { Command, ExitFacts, RunningChild } from '../../../src/ports/machine.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { installPlugins } from '../../../src/steps/install.ts'

interface Played {
  readonly code: number
  readonly stdout?: string
  readonly stderr?: string
}

/** Sandboxes that play commands: each ends with the exit and the output that `answer` gives, or hangs until it is killed. */
function playing(answer: (command: Command) => Played | 'hangs') {
  const trail: string[] = []
  const bytes = async function* (text = '') {
    await Promise.resolve()
    yield Buffer.from(text)
  }
  const open = (): Promise<Sandbox> => {
    trail.push('open')
    const start = (command: Command): RunningChild => {
      trail.push(command.args.join(' '))
      const played = answer(command)
      const { promise, resolve } = Promise.withResolvers<ExitFacts>()
      const end = (code: number | undefined) => resolve({ code, signal: undefined, spawnError: undefined })
      if (played !== 'hangs') end(played.code)
      const said: Partial<Played> = played === 'hangs' ? {} : played
      const killTree = () => (trail.push('kill'), end(undefined), Promise.resolve())
      return {
        pid: 1,
        stdout: bytes(said.stdout),
        stderr: bytes(said.stderr),
        ended: promise,
        signal: () => undefined,
        killTree,
      }
    }
    const close = () => (trail.push('close'), Promise.resolve())
    return Promise.resolve({ kind: 'unshare', note: undefined, warning: undefined, start, close })
  }
  return { open, trail }
}

const silent = { info: () => undefined, warning: () => undefined, notice: () => undefined, error: () => undefined }

function install(open: () => Promise<Sandbox>, stop = new AbortController().signal) {
  const log = { ...silent, group: (_title: string, work: (log: object) => unknown) => Promise.resolve(work(silent)) }
  const clock = {
    now: () => 0,
    sleep: (_ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        if (signal?.aborted) resolve()
        signal?.addEventListener('abort', () => resolve())
      }),
  }
  const run = { executable: '/bin/claude', directory: '/srv/config', environment: { HOME: '/srv' }, open, stop }
  const plugins = { plugins: ['a@m'], marketplaces: ['https://example.com/m.git'] }
  return installPlugins({ ...run, plugins, redact: (text) => text.replaceAll('secret', '***') }, {
    log,
    clock,
  } as never)
}

test('each command runs in a sandbox of its own, the marketplace first', async () => {
  const { open, trail } = playing(() => ({ code: 0 }))
  await install(open)
  expect(trail).toEqual([
    ...['open', 'plugin marketplace add --json https://example.com/m.git', 'close'],
    ...['open', 'plugin install --json a@m', 'close'],
  ])
})

test.each([
  ['the line of JSON', { stdout: 'Cloning\n{"outcome":"failed","message":"no such secret"}\n' }, 'no such ***'],
  ['standard error', { stderr: 'fatal: secret refused\n' }, 'fatal: *** refused'],
  ['nothing', {}, 'exit code 1'],
])('a command that fails is reported in the words of %s, and ends the rest', async (_name, said, words) => {
  const { open, trail } = playing(() => ({ code: 1, ...said }))
  const failure: unknown = await install(open).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Failure)
  expect((failure as Failure).message).toBe(
    `Claude Code could not add the marketplace https://example.com/m.git: ${words}`,
  )
  expect(trail.filter((step) => step.startsWith('plugin'))).toHaveLength(1)
  expect(trail.at(-1)).toBe('close')
})

test('a cancelled job kills the command', async () => {
  const stop = new AbortController()
  const { open, trail } = playing(() => (queueMicrotask(() => stop.abort()), 'hangs'))
  await expect(install(open, stop.signal)).rejects.toThrow('could not add the marketplace')
  expect(trail).toContain('kill')
})
