import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { isolationFor } from '../../src/claude/isolation.ts'
import { RUN_MARKER, type RunningChild } from '../../src/ports/machine.ts'
import { createClock } from '../../src/world/clock.ts'
import { createFiles } from '../../src/world/files.ts'
import { createProcesses } from '../../src/world/processes.ts'
import { markedProcesses, processFact } from '../../src/world/process-tree.ts'
import { readRunner } from '../../src/world/runner.ts'
import { withBubblewrap } from '../support/bubblewrap.ts'

const PATH = process.env.PATH ?? ''
const processes = createProcesses({ PATH })

let folder: string
let children: RunningChild[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'namespaced-'))
  children = []
})
afterEach(async () => {
  for (const child of children) await child.killTree()
  rmSync(folder, { recursive: true })
})

/** Runs a shell script inside, with the folder as `RUNNER_TEMP`. */
async function inside(script: string, env: Record<string, string> = {}): Promise<RunningChild> {
  const files = createFiles()
  const place = { own: join(folder, 'own'), transcript: join(folder, 'transcript'), searchPath: PATH }
  const runner = readRunner({ RUNNER_TEMP: folder, GITHUB_WORKSPACE: folder })
  const { wrap } = await isolationFor('required', place, { processes, clock: createClock(), files, runner })
  const child = processes.start(
    wrap({ file: 'sh', args: ['-c', script], cwd: folder, env: { PATH, ...env }, stdin: '' }),
  )
  children.push(child)
  return child
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all).toString()
}

async function appears(name: string): Promise<void> {
  while (!existsSync(join(folder, name))) await delay(5)
}

const isGone = (pid: number) => processFact(pid)?.zombie ?? true

test('a machine without bubblewrap is known by what the system says', async () => {
  const world = { processes, clock: createClock(), files: createFiles(), runner: readRunner({}) }
  const { note } = await isolationFor('auto', { own: folder, transcript: folder, searchPath: folder }, world)
  expect(note).toContain(process.platform === 'linux' ? '(bwrap) is not on this runner' : 'is for Linux only')
})

withBubblewrap('a program in a process namespace', () => {
  test('ends as it would outside', async () => {
    const child = await inside('cat; echo out; echo err >&2; exit 7')
    const [out, err, exit] = await Promise.all([textOf(child.stdout), textOf(child.stderr), child.ended])
    expect([out, err]).toEqual(['out\n', 'err\n'])
    expect(exit).toEqual({ code: 7, signal: undefined, spawnError: undefined })
  })

  test('that is killed from outside is reported as killed', async () => {
    const child = await inside('kill -KILL $$')
    expect(await child.ended).toEqual({ code: undefined, signal: 'SIGKILL', spawnError: undefined })
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('gets %s itself, and has time to say its last words', async (name) => {
    const trap = `trap 'sleep 0.1; echo last words; exit 3' ${name.slice(3)}`
    const child = await inside(`${trap}; setsid sh -c 'sleep 60' & touch ready; while :; do sleep 0.05; done`)
    await appears('ready')
    child.signal(name)
    expect(await textOf(child.stdout)).toBe('last words\n')
    expect(await child.ended).toMatchObject({ code: 3 })
  })

  test('takes all that it started along when it ends', async () => {
    const run = { [RUN_MARKER]: `ends-${process.pid}` }
    const marker = `${RUN_MARKER}=${run[RUN_MARKER]}`
    const child = await inside('(setsid sleep 60 >/dev/null 2>&1 &) ; sleep 0.1; touch ready; sleep 0.3', run)
    await appears('ready')
    expect(markedProcesses(marker).size).toBeGreaterThanOrEqual(3)
    await child.ended
    await Promise.all(
      [...markedProcesses(marker)].map(async (pid) => {
        while (!isGone(pid)) await delay(5)
      }),
    )
  })

  test('is killed whole, with commands in sessions of their own', async () => {
    const run = { [RUN_MARKER]: `killed-${process.pid}` }
    const marker = `${RUN_MARKER}=${run[RUN_MARKER]}`
    const child = await inside(
      "trap '' INT TERM; (setsid sh -c 'sleep 60; :' &) ; sleep 0.1; touch ready; sleep 60; :",
      run,
    )
    await appears('ready')
    const all = [...markedProcesses(marker)]
    expect(all.length).toBeGreaterThanOrEqual(4)
    await child.killTree()
    expect(all.filter((pid) => !isGone(pid))).toEqual([])
  })

  test('sees no process but its own, and no file that changes later steps', async () => {
    for (const name of ['_runner_file_commands', 'own', 'transcript', 'mine']) {
      await createFiles().write(join(folder, name, 'file'), `${name}\n`)
    }
    const child = await inside(`
      cat _runner_file_commands/file own/file transcript/file 2>/dev/null
      umount _runner_file_commands own transcript 2>/dev/null; cat */file 2>/dev/null
      echo changed > mine/file; echo changed > _runner_file_commands/env
      ls /proc | grep -c '^[0-9]'`)
    const lines = (await textOf(child.stdout)).trim().split('\n')
    expect(lines.slice(0, -1)).toEqual(['mine'])
    // Bubblewrap's init, the shell, and the two that count.
    expect(Number(lines.at(-1))).toBeLessThanOrEqual(4)
    expect(readFileSync(join(folder, 'mine/file'), 'utf8')).toBe('changed\n')
    expect(existsSync(join(folder, '_runner_file_commands/env'))).toBe(false)
  })
})
