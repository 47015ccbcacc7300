// Runs the shipped action as GitHub's runner does: inputs with their defaults from action.yml, file commands, main, then
// post with main's state. Used by the end-to-end tests, the demo and the benchmarks.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { parse } from 'yaml'

import { registryAccess } from './registry-access.ts'

/** Root of the project. */
export const root = resolve(import.meta.dirname, '..', '..')

interface Action {
  inputs: Record<string, { default?: string }>
  runs: { main: string; post: string }
}

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action

/** One job on a runner: a checkout, a temporary folder and what the job's environment holds besides the runner's own. */
export interface JobOptions {
  /** An empty folder of the caller's; the job's folders are made in it. */
  readonly directory: string
  readonly env?: Record<string, string>
  readonly event?: { readonly name: string; readonly payload: unknown }
  readonly toolCache?: string
  /** The value of `github.token`. */
  readonly githubToken?: string
  /** The runner's work folder; default: `work` in the job's folder. */
  readonly work?: string
  /** Environment of the machine, from which a job takes its programs and the way to a package registry; default: this one's. */
  readonly machine?: NodeJS.ProcessEnv
}

/** How one phase of a step ended. */
export interface Phase {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  /** Milliseconds from start to exit. */
  readonly ms: number
  /** Milliseconds from start to the first byte of output. */
  readonly firstOutputMs: number | undefined
}

/** What the step left behind after main and post. */
export interface StepResult {
  readonly main: Phase
  readonly post: Phase
  readonly outputs: Record<string, string>
  /** Environment exported to later steps, as it is after main. */
  readonly exported: Record<string, string>
  /** The same after post. */
  readonly exportedAfterPost: Record<string, string>
  readonly path: readonly string[]
  readonly summary: string
}

/** How a phase is started: a chance to look at it while it runs, and whether its output is shown. */
export interface StepOptions {
  readonly inputs: Record<string, string>
  readonly env?: Record<string, string>
  readonly onStart?: (child: RunningPhase) => void
  readonly onOutput?: (text: string) => void
  /** Folder of another build of the action than the committed one. */
  readonly dist?: string
  /** A phase that takes longer is killed, and the step rejects with its output; default: it may take forever. */
  readonly limitMs?: number
}

/** A phase that has just been started. */
export interface RunningPhase {
  readonly phase: 'main' | 'post'
  readonly pid: number
  kill(signal: NodeJS.Signals): void
}

/** A runner with one job. */
export interface EmulatedJob {
  readonly workspace: string
  readonly temp: string
  step(options: StepOptions): Promise<StepResult>
}

/** Prepares the folders of a job and returns it; the caller puts the checkout into `workspace`. */
export function startJob(job: JobOptions): EmulatedJob {
  const work = job.work ?? join(job.directory, 'work')
  const workspace = join(work, 'repository', 'repository')
  const temp = join(work, '_temp')
  const commands = join(temp, '_runner_file_commands')
  for (const folder of [workspace, commands, join(job.directory, 'home')]) mkdirSync(folder, { recursive: true })
  const eventPath = join(temp, '_github_workflow', 'event.json')
  mkdirSync(join(temp, '_github_workflow'), { recursive: true })
  writeFileSync(eventPath, JSON.stringify(job.event?.payload ?? {}))
  const machine = job.machine ?? process.env
  const base: Record<string, string> = {
    ...registryAccess(machine),
    PATH: machine.PATH ?? '',
    HOME: join(job.directory, 'home'),
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_EVENT_NAME: job.event?.name ?? 'workflow_dispatch',
    GITHUB_ACTOR: 'octocat',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_REPOSITORY_ID: '789012',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'claude',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/claude.yml@refs/heads/main',
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: job.toolCache ?? join(job.directory, 'tool-cache'),
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_TRACKING_ID: 'github_00000000-0000-4000-8000-000000000000',
    ...job.env,
  }
  let steps = 0
  return {
    workspace,
    temp,
    async step(options) {
      const files = fileCommands(join(commands, String(++steps)))
      const env = { ...base, ...inputVariables(options.inputs, job.githubToken), ...options.env }
      const start = (name: 'main' | 'post', state: Record<string, string>) =>
        runPhase(join(options.dist ?? join(root, 'dist'), action.runs[name].replace(/^dist\//, '')), {
          name,
          cwd: workspace,
          env: { ...env, ...files.env, ...state },
          options,
        })
      const main = await start('main', {})
      const exported = files.read('ENV')
      const state: Record<string, string> = {}
      for (const [name, value] of Object.entries(files.read('STATE'))) state[`STATE_${name}`] = value
      const post = await start('post', { ...exported, ...state })
      return {
        main,
        post,
        outputs: files.read('OUTPUT'),
        exported,
        exportedAfterPost: files.read('ENV'),
        path: files.text('PATH').split('\n').filter(Boolean),
        summary: files.text('STEP_SUMMARY'),
      }
    },
  }
}

/** The runner hands inputs over as INPUT_<NAME>, defaults filled in, white space trimmed at neither end. */
function inputVariables(given: Record<string, string>, githubToken = ''): Record<string, string> {
  for (const name of Object.keys(given)) {
    if (!(name in action.inputs)) throw new Error(`action.yml declares no input ${name}`)
  }
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, declared]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      given[name] ?? (declared.default ?? '').replace('${{ github.token }}', githubToken),
    ]),
  )
}

/** The files a step writes commands to, empty at first. */
function fileCommands(directory: string) {
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const names = ['OUTPUT', 'ENV', 'STATE', 'PATH', 'STEP_SUMMARY']
  const fileOf = (name: string) => join(directory, name.toLowerCase())
  for (const name of names) writeFileSync(fileOf(name), '')
  const text = (name: string) => readFileSync(fileOf(name), 'utf8')
  return {
    env: Object.fromEntries(names.map((name) => [`GITHUB_${name}`, fileOf(name)])),
    text,
    read: (name: string) => parseCommands(text(name)),
  }
}

/** `name<<delimiter` blocks and `name=value` lines, as the runner reads them; a later one wins. */
function parseCommands(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const block = /^([^=]+?)<<(.+)$/.exec(line)
    if (block?.[1] !== undefined) {
      const end = lines.indexOf(block[2] ?? '', at + 1)
      if (end < 0) throw new Error(`file command without its end: ${line}`)
      found[block[1]] = lines.slice(at + 1, end).join('\n')
      at = end
    } else if (line.includes('=')) {
      found[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
    }
  }
  return found
}

interface PhaseStart {
  readonly name: 'main' | 'post'
  readonly cwd: string
  readonly env: Record<string, string>
  readonly options: StepOptions
}

function runPhase(script: string, { name, cwd, env, options }: PhaseStart): Promise<Phase> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    let firstOutputMs: number | undefined
    const child = spawn(process.execPath, [script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const out = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        firstOutputMs ??= performance.now() - began
        out[stream] += text
        options.onOutput?.(text)
      })
    }
    const { limitMs } = options
    const tooLong = setTimeout(
      () => {
        child.kill('SIGKILL')
        reject(new Error(`${name} has not ended within ${limitMs} ms. Its output:\n${out.stdout}${out.stderr}`))
      },
      limitMs ?? 2 ** 31 - 1,
    )
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(tooLong)
      resolve({ code, signal, ...out, ms: performance.now() - began, firstOutputMs })
    })
    if (child.pid !== undefined) {
      options.onStart?.({ phase: name, pid: child.pid, kill: (signal) => void child.kill(signal) })
    }
  })
}
