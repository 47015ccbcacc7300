// Runs inside a machine: a scripted process in the sandbox, as the action starts Claude Code.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import type { IsolationSetting } from '../../src/inputs/settings.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { createClock } from '../../src/world/clock.ts'
import { createFiles } from '../../src/world/files.ts'
import { createProcesses } from '../../src/world/processes.ts'
import { readRunner } from '../../src/world/runner.ts'
import { createSandboxes } from '../../src/world/sandboxes.ts'
import { machineLayout } from './machine.ts'

/** What is run: a shell script that runs outside first, and one inside. */
export interface SandboxedScript {
  readonly before?: string
  readonly script: string
  readonly setting?: IsolationSetting
  readonly input?: string
  readonly env?: Record<string, string>
  /** Default: bash, which runs the script. */
  readonly file?: string
  readonly after?: string
}

/** How it went. */
export interface SandboxedResult {
  readonly kind: string
  readonly note: string | undefined
  readonly warning: string | undefined
  readonly stdout: string
  readonly stderr: string
  readonly code: number | undefined
  readonly signal: string | undefined
  readonly openMs: number
  /** What the script after it printed. */
  readonly after: string
}

/** The job's folders and environment in this machine, as the runner makes them. */
export function jobIn() {
  const { home, work, toolCache } = machineLayout()
  const workspace = join(work, 'repository', 'repository')
  const temp = join(work, '_temp')
  const event = join(temp, '_github_workflow', 'event.json')
  const commands = join(temp, '_runner_file_commands')
  for (const folder of [workspace, join(temp, '_github_workflow'), commands]) mkdirSync(folder, { recursive: true })
  writeFileSync(event, '{"sender":"octocat"}')
  writeFileSync(join(commands, 'env'), '')
  process.argv[1] = join(machineLayout().dist, 'index.js')
  const env = {
    ...{ PATH: process.env.PATH ?? '', HOME: home, GITHUB_WORKSPACE: workspace, GITHUB_EVENT_PATH: event },
    ...{ RUNNER_TEMP: temp, RUNNER_TOOL_CACHE: toolCache, GITHUB_ENV: join(commands, 'env') },
  }
  return { env, workspace, temp, commands, home }
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all).toString()
}

/** Opens a sandbox for the job. */
export async function openFor(setting: IsolationSetting, job = jobIn()) {
  const runner = readRunner(job.env)
  const processes = createProcesses(job.env)
  const sandboxes = createSandboxes(job.env, runner)
  const log = { warning: () => undefined }
  const world = { sandboxes, processes, clock: createClock(), files: createFiles(), runner, log }
  return openSandbox(setting, { claudeConfig: join(job.temp, 'run', 'claude'), executable: undefined }, world)
}

type Job = ReturnType<typeof jobIn>

const outside = (job: Job, script: string | undefined) =>
  script === undefined
    ? ''
    : execFileSync('/bin/bash', ['-uc', script], { env: { ...process.env, ...job.env }, encoding: 'utf8' })

const commandOf = (job: Job, { file = '/bin/bash', script, input = '', env = {} }: SandboxedScript) => ({
  ...{ file, args: ['-c', script], cwd: job.workspace, stdin: input },
  env: { ...job.env, ...env },
})

/** Runs a script in the sandbox of a job. */
export async function sandboxed(given: SandboxedScript): Promise<SandboxedResult> {
  const job = jobIn()
  outside(job, given.before)
  const began = performance.now()
  const sandbox = await openFor(given.setting ?? 'required', job)
  const openMs = performance.now() - began
  const child = sandbox.start(commandOf(job, given))
  const [stdout, stderr, { code, signal }] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    child.ended,
  ])
  await sandbox.close()
  const { kind, note, warning } = sandbox
  return { kind, note, warning, stdout, stderr, code, signal, openMs, after: outside(job, given.after) }
}

/** Sends a signal to a script that answers it. */
export async function signalled({ name }: { name: 'SIGINT' | 'SIGTERM' }) {
  const job = jobIn()
  const sandbox = await openFor('required', job)
  const trap = `trap 'sleep 0.1; echo last words; exit 3' ${name.slice(3)}`
  const script = `${trap}; (setsid sleep 60 >/dev/null 2>&1 &); echo ready; while :; do sleep 0.05; done`
  const child = sandbox.start(commandOf(job, { script }))
  let stdout = ''
  for await (const chunk of child.stdout) {
    if (stdout === '') child.signal(name)
    stdout += Buffer.from(chunk).toString()
  }
  return { stdout, code: (await child.ended).code }
}

/** A script that never ends by itself, with another that has left its session, is ended. */
export async function ended({ how, script = '' }: { how: 'killTree' | 'parent' | 'close'; script?: string }) {
  const job = jobIn()
  const beat = join(job.workspace, 'beat')
  const count = () => existsSync(beat) && readFileSync(beat, 'utf8')
  const pids = () => new Set(readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
  for (const name of ['beat', 'ready']) rmSync(join(job.workspace, name), { force: true })
  const before = pids()
  const line = `trap '' INT TERM; (setsid sh -c 'while :; do date +%N >beat; sleep 0.02; done' >/dev/null 2>&1 &); sleep 0.2; ${script}touch ready; while :; do sleep 1; done`
  if (how === 'parent') {
    const parent = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'machine-driver.ts')], {
      stdio: ['pipe', 'inherit', 'inherit', 'ignore'],
      env: process.env,
    })
    const module = import.meta.url
    parent.stdin?.end(JSON.stringify({ module, name: 'startForever', argument: { script: line } }))
    while (!existsSync(join(job.workspace, 'ready'))) {
      if (parent.exitCode !== null) throw new Error('The action ended by itself.')
      await delay(10)
    }
    parent.kill('SIGKILL')
  } else {
    const sandbox = await openFor('required', job)
    if (how === 'close') await sandbox.close()
    else {
      const child = sandbox.start(commandOf(job, { script: line }))
      while (!existsSync(join(job.workspace, 'ready'))) await delay(10)
      await child.killTree()
    }
  }
  // A parent that was killed cannot wait; all others have.
  if (how === 'parent') for (let tries = 0; tries < 100 && left().length > 0; tries++) await delay(20)
  function left() {
    return [...pids()].filter((pid) => !before.has(pid) && stateOf(pid) !== 'Z')
  }
  const remaining = left().map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '))
  const one = count()
  await delay(200)
  return { beating: count() !== one, left: remaining }
}

/** Of `/proc/<pid>/stat`; `Z` also for one that is gone. */
function stateOf(pid: string): string {
  try {
    return /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? 'Z'
  } catch {
    return 'Z'
  }
}

/** Starts a script and never ends. */
export async function startForever(given: SandboxedScript) {
  const job = jobIn()
  const child = (await openFor('required', job)).start(commandOf(job, given))
  const [stdout, stderr, exit] = await Promise.all([textOf(child.stdout), textOf(child.stderr), child.ended])
  throw new Error(`The sandbox ended by itself: ${JSON.stringify({ stdout, stderr, exit })}`)
}

/** Functions of this module, one after the other. */
export async function each(calls: readonly { name: keyof typeof FUNCTIONS; argument: never }[]) {
  const results: unknown[] = []
  for (const { name, argument } of calls) results.push(await FUNCTIONS[name](argument))
  return results
}

const FUNCTIONS = { sandboxed, signalled, ended }

/** Never ends. */
export async function forever({ mark }: { mark: string }) {
  spawn('sh', ['-c', `sleep 300; : ${mark}`], { detached: true })
  await delay(300_000)
}
