// Runs one job of a workflow the way a runner does: conditions, expressions, scripts, and this action's steps for real. The
// steps of other actions are what the test says they do.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'

import { ACTION, type Job, type Step, type Workflow } from '../contract/documents.ts'
import type { StepResult } from './runner.ts'
import type { Scenario } from './scenario.ts'

/** What a job knows besides its steps: `inputs`, `github`, `secrets`, `matrix`, and `needs` of jobs that ran before. */
export interface JobContexts {
  readonly inputs?: object
  readonly github?: object
  readonly secrets?: object
  readonly matrix?: object
  readonly needs?: Readonly<Record<string, RanJob>>
}

/** A job that runs on a scenario, whose workspace is its checkout. */
export interface JobRun extends JobContexts {
  readonly here: Scenario
  readonly workflow: Workflow
  readonly job: string
  /** Inputs of this action's step that go over those of the workflow: what no emulator has as the example names it. */
  readonly with?: Readonly<Record<string, string>>
  /** Environment of the machine that the runner hands to its steps. */
  readonly env?: Readonly<Record<string, string>>
  /** What the steps of other actions do, by `owner/name`; without an entry they do nothing. */
  readonly actions?: Readonly<Record<string, (inputs: Readonly<Record<string, string>>) => void>>
  /** A folder with programs that stand in for those of a runner, such as `gh`. */
  readonly programs?: string
}

/** How a job ended; `skipped` when its `if` did not hold. */
export interface RanJob {
  readonly result: 'success' | 'failure' | 'skipped'
  readonly outputs: Readonly<Record<string, string>>
  /** What this action left, if it ran. */
  readonly action: StepResult | undefined
  /** Each step that ran: its name, id, action or script's first line, and how it ended. */
  readonly steps: readonly string[]
  /** What scripts wrote to the log, and to the job's summary. */
  readonly log: string
  readonly summary: string
}

interface State {
  readonly steps: Record<string, { outputs: Record<string, string> }>
  failed: boolean
  action: StepResult | undefined
  log: string
  readonly ran: string[]
}

interface Running {
  readonly job: Job
  readonly run: JobRun
  readonly state: State
}

/** Runs the job to its end. */
export async function runJob(run: JobRun): Promise<RanJob> {
  const job = run.workflow.jobs[run.job]
  if (job === undefined) throw new Error(`no job ${run.job}`)
  const state: State = { steps: {}, failed: false, action: undefined, log: '', ran: [] }
  const needed = Object.values(run.needs ?? {}).every(({ result }) => result === 'success')
  if (!needed || !holds(job.if, run, state)) return { ...ended(state, run), result: 'skipped', outputs: {} }
  for (const step of job.steps) {
    if (!holds(step.if, run, state)) continue
    const outputs = await runStep(step, { job, run, state })
    if (step.id !== undefined) state.steps[step.id] = { outputs }
  }
  const outputs = Object.entries(job.outputs ?? {}).map(([name, value]) => [name, filled(String(value), run, state)])
  const result = state.failed ? 'failure' : 'success'
  return { ...ended(state, run), result, outputs: Object.fromEntries(outputs) as Record<string, string> }
}

function ended(state: State, { here }: JobRun): Omit<RanJob, 'result' | 'outputs'> {
  const summary = join(here.job.temp, 'script-summary')
  const { action, ran: steps, log } = state
  return { action, steps, log, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' }
}

async function runStep(step: Step, { job, run, state }: Running): Promise<Record<string, string>> {
  const texts = (values: object | undefined) =>
    Object.fromEntries(
      Object.entries(values ?? {}).map(([name, value]) => [name, filled(String(value), run, state).trim()]),
    )
  const env = { ...run.env, ...texts(run.workflow.env), ...texts(job.env), ...texts(step.env) }
  const name = step.name ?? step.id ?? step.uses?.split('@')[0] ?? step.run?.split('\n')[0] ?? ''
  const end = (isWell: boolean) => {
    if (!isWell) state.failed = true
    state.ran.push(`${name}: ${isWell ? 'success' : 'failure'}`)
  }
  if (step.uses === ACTION) {
    const result = await run.here.job.step({ inputs: { ...texts(step.with), ...run.with }, env, limitMs: 50_000 })
    state.action = result
    end(result.main.code === 0)
    return result.outputs
  }
  if (step.uses !== undefined) {
    run.actions?.[step.uses.split('@')[0] ?? '']?.(texts(step.with))
    end(true)
    return {}
  }
  const { isWell, outputs } = await runScript(step, env, { job, run, state })
  end(isWell)
  return outputs
}

async function runScript(step: Step, env: Record<string, string>, { run, state }: Running) {
  const { here, programs } = run
  const output = join(here.job.temp, `output-${state.ran.length}`)
  const flags = step.shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e']
  const exported = state.action?.exported ?? {}
  const path = [programs, ...(state.action?.path ?? []), process.env.PATH].filter((each) => each !== undefined)
  const child = spawn('bash', [...flags, '-c', step.run ?? ''], {
    cwd: here.job.workspace,
    env: {
      ...{ HOME: here.job.temp, RUNNER_TEMP: here.job.temp, GITHUB_RUN_ID: '4711', GITHUB_RUN_ATTEMPT: '1' },
      ...{ GITHUB_JOB: 'claude', GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: join(here.job.temp, 'script-summary') },
      ...{ no_proxy: '127.0.0.1', AWS_ENDPOINT_URL_BEDROCK: here.aws.env.AWS_ENDPOINT_URL_BEDROCK },
      ...{ ...exported, ...env, PATH: path.join(':') },
    },
  })
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => void (state.log += text))
  const code = await new Promise((resolve) => child.on('close', resolve))
  const lines = existsSync(output) ? readFileSync(output, 'utf8').trim().split('\n') : []
  const outputs = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]))
  return { isWell: code === 0, outputs }
}

/** Whether a condition holds; without a status function it also needs every step before to have gone well. */
function holds(condition: string | undefined, run: JobRun, state: State): boolean {
  const text = (condition ?? 'success()').replace(/^\$\{\{(.*)\}\}$/s, '$1')
  const asks = /\b(?:always|failure|success|cancelled)\(\)/.test(text)
  return (asks || !state.failed) && Boolean(evaluate(text, run, state))
}

function filled(text: string, run: JobRun, state: State): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_all, expression: string) => {
    const value = evaluate(expression, run, state)
    return value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  })
}

/** Evaluates an expression; those of the examples mean the same in JavaScript, but for dashes in names and missing values. */
function evaluate(expression: string, { here, inputs, github, secrets, matrix, needs }: JobRun, state: State): unknown {
  const script = expression.trim().replaceAll(/\.([A-Za-z_][\w-]*)/g, "?.['$1']")
  return runInNewContext(script, {
    ...{ inputs, secrets, matrix, needs, steps: state.steps, runner: { temp: here.job.temp } },
    github: { run_id: '4711', token: here.github.jobToken, repository: 'octo-org/octo-repo', ...github },
    fromJSON: (json: string) => JSON.parse(json) as unknown,
    always: () => true,
    success: () => !state.failed,
    failure: () => state.failed,
  })
}
