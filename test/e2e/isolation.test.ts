// The real Claude Code, with and without the wall around it: what a command of the agent finds when it searches.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { runAgent } from '../../src/claude/agent.ts'
import { isolationFor } from '../../src/claude/isolation.ts'
import type { IsolationSetting } from '../../src/inputs/settings.ts'
import type { Log } from '../../src/ports/log.ts'
import { RUN_MARKER } from '../../src/ports/machine.ts'
import { createClock } from '../../src/world/clock.ts'
import { createFiles } from '../../src/world/files.ts'
import { createProcesses } from '../../src/world/processes.ts'
import { markedProcesses, processFact } from '../../src/world/process-tree.ts'
import { readRunner } from '../../src/world/runner.ts'
import { startAws } from '../emulators/aws.ts'
import type { Turn } from '../emulators/bedrock-script.ts'
import { withBubblewrap } from '../support/bubblewrap.ts'
import { realClaude } from '../support/real-claude.ts'

const MODEL = 'us.anthropic.claude-sonnet-4-6'
const PATH = process.env.PATH ?? ''

/** What the action's process has in its environment and the agent must not find, wherever it looks. */
const PLANTED = {
  ACTIONS_RUNTIME_TOKEN: 'planted-runtime-token',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'planted-request-token',
  'INPUT_BEDROCK-API-KEY': 'planted-input',
  AWS_SECRET_ACCESS_KEY: 'planted-aws-secret',
}

/** Folders below RUNNER_TEMP that the agent must not see. */
const COVERED = ['_runner_file_commands', 'own', 'transcript']
const plantedIn = (folder: string) => `planted-in-${folder}`

/** A command that looks into every environment and every file of the runner that it can read, and tells what it found. */
const search = (temp: string) =>
  `{ env; cat /proc/[0-9]*/environ | tr '\\0' '\\n'; cat /proc/[0-9]*/cmdline; cat ${temp}/*/*; } 2>/dev/null | grep -aoE 'planted-[a-z_-]+' | sort -u > found; echo searched`

let folder: string
let temp: string
let workspace: string
/** Stands for the action's own process, and for every other of the job. */
let job: ReturnType<typeof spawn>
beforeAll(async () => {
  await realClaude()
  folder = mkdtempSync(join(tmpdir(), 'isolation-'))
  temp = join(folder, '_temp')
  workspace = join(folder, 'repository')
  mkdirSync(workspace)
  for (const name of COVERED) {
    mkdirSync(join(temp, name), { recursive: true })
    writeFileSync(join(temp, name, 'file'), `${plantedIn(name)}\n`)
  }
  job = spawn('sleep', ['300'], { env: { PATH, ...PLANTED }, stdio: 'ignore' })
}, 120_000)
afterAll(() => {
  job.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** Runs Claude Code as the action does; `script` is what the model says. */
async function runClaude(isolation: IsolationSetting, script: readonly Turn[], timeoutMs = 60_000) {
  const aws = await startAws({ script })
  const user = aws.account.addUser('ci')
  const clock = createClock()
  const processes = createProcesses({ PATH })
  const world = { processes, clock, files: createFiles(), runner: readRunner({ RUNNER_TEMP: temp }) }
  const place = { own: join(temp, 'own'), transcript: join(temp, 'transcript'), searchPath: PATH }
  const { wrap, note } = await isolationFor(isolation, place, world)
  const hush = () => undefined
  const log: Log = { info: hush, debug: hush, notice: hush, warning: hush, error: hush, group: (_, task) => task(log) }
  const run = `isolation-${process.pid}-${Math.random()}`
  const env = {
    ...{ PATH, HOME: folder, CLAUDE_CONFIG_DIR: join(temp, 'claude'), [RUN_MARKER]: run, RUNNER_TEMP: temp },
    ...{ CLAUDE_CODE_USE_BEDROCK: '1', CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', AWS_REGION: 'us-east-1' },
    ...{ AWS_ACCESS_KEY_ID: user.accessKeyId, AWS_SECRET_ACCESS_KEY: user.secretAccessKey },
    ANTHROPIC_BEDROCK_BASE_URL: aws.url,
  }
  const args = ['-p', '--output-format=stream-json', '--verbose', `--model=${MODEL}`, '--allowedTools=Bash']
  const command = { file: (await realClaude()).path, args, cwd: workspace, env, stdin: 'Search.' }
  const agent = await runAgent(
    {
      command: wrap(command),
      ...{ timeoutMs, stop: new AbortController().signal, show: 'off' },
      record: (lines) => Promise.resolve(lines),
    },
    { processes, clock, log },
  )
  await aws.close()
  const left = [...markedProcesses(`${RUN_MARKER}=${run}`)].filter((pid) => processFact(pid)?.zombie === false)
  return { ...agent, note, left }
}

async function found(isolation: IsolationSetting): Promise<readonly string[]> {
  rmSync(join(workspace, 'found'), { force: true })
  const script: Turn[] = [{ toolUses: [{ name: 'Bash', input: { command: search(temp) } }] }, { text: 'Done.' }]
  const { exit, statistics } = await runClaude(isolation, script)
  expect(exit.code).toBe(0)
  expect(statistics.result).toMatchObject({ isError: false, permissionDenials: [] })
  return readFileSync(join(workspace, 'found'), 'utf8').split('\n').filter(Boolean)
}

describe('without isolation', () => {
  test('a search finds every secret of the job, and the files that change later steps', async () => {
    expect(await found('off')).toEqual([...Object.values(PLANTED), ...COVERED.map(plantedIn)].sort())
  }, 60_000)
})

withBubblewrap('with isolation', () => {
  test('the same search finds nothing', async () => {
    expect(await found('required')).toEqual([])
  }, 60_000)

  test('the agent still works with the workspace, the temporary folder and its own state', async () => {
    const write = `echo mine > ${temp}/agent-file && mkdir -p ~/.cache && ls ~ && git --version && ls $CLAUDE_CONFIG_DIR > listing`
    const { statistics } = await runClaude('required', [
      { toolUses: [{ name: 'Bash', input: { command: write } }] },
      { text: 'Done.' },
    ])
    expect(statistics.result).toMatchObject({ isError: false, numTurns: 2 })
    expect(readFileSync(join(temp, 'agent-file'), 'utf8')).toBe('mine\n')
    expect(readFileSync(join(workspace, 'listing'), 'utf8')).toContain('projects')
  }, 60_000)

  test('an agent that takes too long still tells what it cost, and nothing of it is left', async () => {
    const script: Turn[] = [
      { text: 'Wait.', toolUses: [{ name: 'Bash', input: { command: 'echo asleep; sleep 60' } }] },
    ]
    const { stopped, statistics, exit, left } = await runClaude('required', script, 4_000)
    expect(stopped).toBe('timeout')
    expect(exit).toEqual({ code: 0, signal: undefined, spawnError: undefined })
    expect(statistics.result?.subtype).toBe('error_during_execution')
    expect(statistics.result?.totalCostUsd).toBeGreaterThan(0)
    expect(left).toEqual([])
  }, 60_000)
})
