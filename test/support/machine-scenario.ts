// Runs inside a machine: the shipped action with the real Claude Code, whose model says what it is given.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Turn } from '../emulators/bedrock-script.ts'
import { machineLayout } from './machine.ts'
import { ROLE, scenario, transcriptFile } from './scenario.ts'

/** A run of the action. The scripts are for bash, outside the sandbox, in the environment of a step. */
export interface MachineRun {
  readonly inputs?: Record<string, string>
  readonly env?: Record<string, string>
  /** What the model has run, command by command; or its turns. */
  readonly commands?: readonly string[]
  readonly turns?: readonly Turn[]
  readonly before?: string
  readonly after?: string
  /** A file that always holds the keys of a session with six seconds to live, in the form of a credential process. */
  readonly keysFile?: string
  /** Folder of the action, with `dist` in it; default: where the runner has downloaded it. */
  readonly action?: string
}

/** What came of it. */
export interface MachineRunResult {
  readonly code: number | null
  readonly log: string
  readonly postLog: string
  readonly outputs: Record<string, string>
  readonly summary: string
  readonly ms: number
  /** What the commands printed, in their order. */
  readonly printed: readonly string[]
  readonly transcript: string
  readonly before: string
  readonly after: string
}

/** Runs it. */
export async function runInMachine(run: MachineRun): Promise<MachineRunResult> {
  const { home, work, toolCache, dist } = machineLayout()
  const { commands = [], inputs = {} } = run
  const script: readonly Turn[] = run.turns ?? [
    ...commands.map((command): Turn => ({ toolUses: [{ name: 'Bash', input: { command } }] })),
    { text: 'Done.' },
  ]
  const env = { HOME: home, USER: 'runner', ...run.env }
  await using here = await scenario({ directory: dirname(work), work, toolCache, env, aws: { script } })
  const shell = (text: string | undefined) => {
    if (text === undefined) return ''
    const variables = {
      ...process.env,
      ...{ RUNNER_TEMP: here.job.temp, GITHUB_WORKSPACE: here.job.workspace, RUNNER_TOOL_CACHE: toolCache },
    }
    return execFileSync('/bin/bash', ['-euc', text], { cwd: here.job.workspace, env: variables, encoding: 'utf8' })
  }
  const before = shell(run.before)
  const showKeys = () => {
    const role = here.aws.account.roleOf(ROLE)
    if (run.keysFile === undefined || role === undefined) return
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = here.aws.account.openSession({
      ...{ role, sessionName: 'keys', seconds: 6 },
    })
    const keys = { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken }
    writeFileSync(run.keysFile, JSON.stringify({ Version: 1, ...keys, Expiration: expiration.toISOString() }))
  }
  showKeys()
  const showing = setInterval(showKeys, 2_000).unref()
  const result = await here.step(
    { prompt: 'Work.', 'allowed-tools': 'Bash', 'upload-transcript': 'never', ...inputs },
    { dist: run.action === undefined ? dist : join(run.action, 'dist'), limitMs: 100_000 },
  )
  clearInterval(showing)
  const { main, post, outputs, summary } = result
  const transcript = transcriptFile(result, 'transcript.jsonl') ?? ''
  return {
    ...{ code: main.code, log: main.stdout + main.stderr, postLog: post.stdout + post.stderr, outputs, summary },
    ...{ ms: main.ms, printed: printedIn(transcript), transcript, before, after: shell(run.after) },
  }
}

/** Contents of the tool results. */
function printedIn(transcript: string): readonly string[] {
  return transcript
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { type: string; message?: { content?: unknown } })
    .filter(({ type }) => type === 'user')
    .flatMap(({ message }) => (Array.isArray(message?.content) ? (message.content as Record<string, unknown>[]) : []))
    .filter(({ type }) => type === 'tool_result')
    .map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)))
}

/** What a file holds; undefined when there is none. */
export const fileText = ({ path }: { path: string }) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
