import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { RUN_MARKER, type RunningChild } from '../../src/ports/machine.ts'
import { createProcesses } from '../../src/world/processes.ts'
import { only } from '../support/needs.ts'

const { describe: posix } = only('where there are signals', process.platform !== 'win32')
const { test: linux } = only('on Linux', process.platform === 'linux')
const path = process.env.PATH ?? ''
const processes = createProcesses({ PATH: path, GREETING: 'hello', ABSENT: undefined })

let folder: string
let cleanUp: (() => Promise<unknown>)[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'processes-'))
  cleanUp = []
})
afterEach(async () => {
  for (const task of cleanUp) await task()
  rmSync(folder, { recursive: true })
})

/** Starts a shell script; `$DIR` is the test's folder. */
function shell(script: string, env: Record<string, string> = {}, stdin = ''): RunningChild {
  const command = { file: 'sh', args: ['-c', script], cwd: folder, env: { PATH: path, DIR: folder, ...env }, stdin }
  const child = processes.start(command)
  cleanUp.push(() => child.killTree())
  return child
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all).toString()
}

/** The process id that a script left in a file of the folder. */
async function pidIn(name: string): Promise<number> {
  const file = join(folder, name)
  while (!existsSync(file) || !readFileSync(file, 'utf8').endsWith('\n')) await delay(5)
  return Number(readFileSync(file, 'utf8'))
}

/** Whether a process still does anything; one that ended but was never asked how (a zombie) does not. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  return existsSync(`/proc/${pid}/stat`) && !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
}

posix('a program that is started', () => {
  test('gets its input, its own environment and its directory, and how it ended is known', async () => {
    const child = shell('cat; echo "$GREETING-$MINE-$(pwd)"; echo oops >&2; exit 3', { MINE: 'mine' }, 'prompt\n')
    const [stdout, stderr, exit] = await Promise.all([textOf(child.stdout), textOf(child.stderr), child.ended])
    expect(stdout).toBe(`prompt\n-mine-${folder}\n`)
    expect(stderr).toBe('oops\n')
    expect(exit).toEqual({ code: 3, signal: undefined, spawnError: undefined })
  })

  test('that does not read a megabyte of input: how it ended is known all the same', async () => {
    const child = shell('exec 0<&-; exit 7', {}, 'x'.repeat(1 << 20))
    const [, , exit] = await Promise.all([textOf(child.stdout), textOf(child.stderr), child.ended])
    expect(exit.code).toBe(7)
  })

  test('leads a process group of its own', async () => {
    const child = shell('ps -o pgid= -p $$')
    const [stdout] = await Promise.all([textOf(child.stdout), textOf(child.stderr), child.ended])
    expect(Number(stdout)).toBe(child.pid)
  })

  test('gets a signal itself, and a death by signal is reported', async () => {
    const child = shell(
      'trap "echo asked; trap - TERM; kill -TERM \\$\\$" INT; echo ready; while :; do sleep 0.05; done',
    )
    const out = child.stdout[Symbol.asyncIterator]()
    await out.next()
    child.signal('SIGINT')
    const [rest, , exit] = await Promise.all([out.next(), textOf(child.stderr), child.ended])
    expect(Buffer.from(rest.value ?? []).toString()).toBe('asked\n')
    expect(exit).toEqual({ code: undefined, signal: 'SIGTERM', spawnError: undefined })
  })

  test.each([
    ['a file that is not there', { file: '/nonexistent/claude' }, /ENOENT/],
    ['a directory that is not there', { cwd: '/nonexistent' }, /ENOENT/],
    ['an argument that no program can take', { args: ['a\0b'] }, /null bytes/],
  ])('never starts with %s: a fact, not an exception', async (_name, wrong, message) => {
    const child = processes.start({ file: 'sh', args: [], cwd: folder, env: { PATH: path }, stdin: 'x', ...wrong })
    const [stdout, , exit] = await Promise.all([textOf(child.stdout), textOf(child.stderr), child.ended])
    expect(exit).toEqual({ code: undefined, signal: undefined, spawnError: expect.stringMatching(message) })
    expect([stdout, child.pid]).toEqual(['', undefined])
    child.signal('SIGINT')
    await child.killTree()
  })
})

posix('killTree leaves nothing', () => {
  test('of children, grandchildren and commands in sessions of their own', async () => {
    shell('') // another child that ends meanwhile
    const child = shell(`
      trap '' INT TERM
      sleep 300 & echo $! > child
      sh -c 'sleep 300 & echo $! > grandchild; wait' &
      setsid sh -c 'trap "" INT TERM HUP; echo $$ > session; setsid sleep 300 & echo $! > deep; wait' &
      wait`)
    const pids = await Promise.all(['child', 'grandchild', 'session', 'deep'].map(pidIn))
    expect(pids.map(runs)).toEqual([true, true, true, true])
    await child.killTree()
    expect(pids.map(runs)).toEqual([false, false, false, false])
    expect((await child.ended).signal).toBe('SIGKILL')
  })

  test('of its process group after the program itself has ended', async () => {
    const child = shell('sleep 300 >/dev/null 2>&1 & echo $! > left')
    await Promise.all([textOf(child.stdout), textOf(child.stderr), child.ended])
    const left = await pidIn('left')
    expect(runs(left)).toBe(true)
    await child.killTree()
    expect(runs(left)).toBe(false)
  })

  linux('of what left the tree, when the run is marked, and spares other runs', async () => {
    const script = '(setsid sh -c "echo \\$\\$ > $NAME; exec sleep 300" >/dev/null 2>&1 &) ; true'
    const ours = shell(script, { [RUN_MARKER]: randomUUID(), NAME: 'ours' })
    const theirs = shell(script, { [RUN_MARKER]: randomUUID(), NAME: 'theirs' })
    for (const child of [ours, theirs]) await Promise.all([textOf(child.stdout), textOf(child.stderr), child.ended])
    const pids = [await pidIn('ours'), await pidIn('theirs')]
    await ours.killTree()
    expect(pids.map(runs)).toEqual([false, true])
    await theirs.killTree()
    expect(pids.map(runs)).toEqual([false, false])
  })

  test('of a program that keeps starting others', async () => {
    const child = shell(`
      echo 0 > ready
      while :; do sleep 300 & echo $! >> started; done`)
    await pidIn('ready')
    await delay(50)
    await child.killTree()
    const started = readFileSync(join(folder, 'started'), 'utf8').trim().split('\n').map(Number)
    expect(started.filter(runs)).toEqual([])
  })

  linux('holding its output open once it has ended', async () => {
    const child = shell('setsid sleep 300 & echo $! > holder; sleep 0.1', { [RUN_MARKER]: randomUUID() })
    const [, , exit] = await Promise.all([textOf(child.stdout), textOf(child.stderr), child.ended])
    expect(exit.code).toBe(0)
    expect(runs(await pidIn('holder'))).toBe(false)
  })
})

describe('killMarked', () => {
  linux('ends the marked processes with their descendants and counts them', async () => {
    const id = randomUUID()
    const options = { cwd: folder, env: { PATH: path, MARK: id }, detached: true } as const
    spawn('sh', ['-c', 'env -u MARK sh -c "echo \\$\\$ > clean; exec sleep 300" & echo $$ > marked; wait'], options)
    const pids = await Promise.all(['clean', 'marked'].map(pidIn))
    expect(await processes.killMarked('MARK', 'another')).toBe(0)
    expect(await processes.killMarked('MARK', id.slice(0, -1))).toBe(0)
    expect(pids.map(runs)).toEqual([true, true])
    expect(await processes.killMarked('MARK', id)).toBe(2)
    expect(pids.map(runs)).toEqual([false, false])
  })
})

posix('capture', () => {
  test('returns what a command printed and how it ended', async () => {
    const captured = await processes.capture('sh', ['-c', 'echo "$GREETING $(pwd)"; echo no >&2; exit 4'], {
      cwd: folder,
    })
    expect(captured).toEqual({ code: 4, stdout: `hello ${folder}\n`, stderr: 'no\n' })
  })

  test('gives a command its own environment when asked to', async () => {
    const captured = await processes.capture('sh', ['-c', 'echo "$GREETING$X"'], { env: { PATH: path, X: 'x' } })
    expect(captured.stdout).toBe('x\n')
  })

  test('has no code for a program that is not there, or that ran out of time', async () => {
    const absent = await processes.capture('/nonexistent/git', ['status'], {})
    expect(absent).toEqual({ code: undefined, stdout: '', stderr: expect.stringContaining('ENOENT') })
    const slow = await processes.capture('sh', ['-c', 'echo begun; exec sleep 3019'], { timeoutMs: 200 })
    expect(slow).toMatchObject({ code: undefined })
    expect((await processes.capture('pgrep', ['-f', 'sleep 3019'], {})).code).toBe(1)
  })
})
