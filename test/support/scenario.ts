// A job on emulated GitHub and AWS with the real Claude Code in its tool cache and a small real repository checked out.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { unzipSync } from 'fflate'

import { startAws, type Aws, type AwsOptions } from '../emulators/aws.ts'
import type { Script } from '../emulators/bedrock-script.ts'
import { startGithub, type Github, type GithubOptions } from '../emulators/github.ts'
import { realClaude } from './real-claude.ts'
import { root, startJob, type EmulatedJob, type StepOptions, type StepResult } from './runner.ts'

/** How a scenario differs from a job whose token, role and model are all in order. */
export interface ScenarioOptions {
  readonly aws?: Omit<AwsOptions, 'issuer'>
  readonly github?: GithubOptions
  readonly env?: Record<string, string>
  readonly event?: { readonly name: string; readonly payload: unknown }
  /** Default: a folder of its own, removed at the end. */
  readonly directory?: string
  /** Default: the tool cache with the Claude Code that all tests share. */
  readonly toolCache?: string
  /** Default: `work` in the folder. */
  readonly work?: string
  /** Environment of the machine; default: this one's. */
  readonly machine?: NodeJS.ProcessEnv
  /** `false`: no step before this one has checked the repository out. */
  readonly checkout?: boolean
}

/** The parts of a scenario, and a step with inputs that work. */
export interface Scenario extends AsyncDisposable {
  readonly aws: Aws
  readonly github: Github
  readonly job: EmulatedJob
  /** What the model says from now on, in the place of the script that the scenario began with. */
  readonly play: (script: Script) => void
  /** Runs the action; `inputs` go over `role-to-assume`, `aws-region`, `model` and `small-fast-model` that work. */
  step(inputs: Record<string, string>, options?: Omit<StepOptions, 'inputs'>): Promise<StepResult>
}

export const MODEL = 'us.anthropic.claude-sonnet-4-6'
export const SMALL_MODEL = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
export const ROLE = 'arn:aws:iam::111122223333:role/claude'

/** Starts the emulators and checks the demo repository out. */
export async function scenario(options: ScenarioOptions = {}): Promise<Scenario> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'claude-code-bedrock-'))
  const github = await startGithub(options.github)
  const { script = () => ({ text: 'Hello from the emulator.' }), ...accountOptions } = options.aws ?? {}
  const scripts = playlist(script)
  const aws = await startAws({ issuer: github.oidc, ...accountOptions, script: scripts.script })
  const toolCache = options.toolCache ?? (await realClaude()).toolCache
  const { event, work, machine = process.env } = options
  const env = { ...github.env, ...aws.env, ...options.env }
  const job = startJob({
    directory,
    toolCache,
    env,
    machine,
    githubToken: github.jobToken,
    ...(event && { event }),
    ...(work && { work }),
  })
  if (options.checkout ?? true) checkOut(job.workspace)
  const { ACTION_DIST: dist } = process.env
  const working = { 'role-to-assume': ROLE, 'aws-region': 'us-east-1', model: MODEL, 'small-fast-model': SMALL_MODEL }
  return {
    aws,
    github,
    job,
    play: scripts.play,
    step: (inputs, more = {}) =>
      job.step({ limitMs: 50_000, ...(dist && { dist }), ...more, inputs: { ...working, ...inputs } }),
    async [Symbol.asyncDispose]() {
      await Promise.all([github.close(), aws.close()])
      if (options.directory === undefined) rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Scripts one after the other, each counted from its own first turn. */
function playlist(first: Script): { script: Script; play: (next: Script) => void } {
  let current = first
  let start = 0
  let next = 0
  return {
    script: (request, index) => {
      next = index + 1
      return typeof current === 'function' ? current(request, index - start) : current[index - start]!
    },
    play: (script) => {
      current = script
      start = next
    },
  }
}

/** The demo's repository, with a commit, as actions/checkout leaves it. */
function checkOut(workspace: string): void {
  cpSync(join(root, 'test/fixtures/demo-repository'), workspace, { recursive: true })
  const git = (...args: string[]) => execFileSync('git', args, { cwd: workspace, stdio: 'pipe' })
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('-c', 'user.name=Octo', '-c', 'user.email=octo@example.com', 'commit', '--quiet', '--message=Price list')
}

/** A file of the transcript folder, or undefined. */
export function transcriptFile(result: StepResult, name: string): string | undefined {
  const path = join(result.outputs['transcript-path'] ?? '', name)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** The files of the step's artifact by their paths; undefined when there is no such artifact. */
export function artifactFiles(here: Scenario, result: StepResult): Record<string, string> | undefined {
  const artifact = here.github.artifacts.artifacts().find(({ id }) => String(id) === result.outputs['artifact-id'])
  if (artifact === undefined) return undefined
  const entries = Object.entries(unzipSync(artifact.bytes))
  return Object.fromEntries(entries.map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]))
}
