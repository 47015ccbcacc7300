import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { OUTPUT_NAMES } from '../support/empty-outputs.ts'
import type { Turn } from '../emulators/bedrock-script.ts'
import { agentProcesses } from '../support/agent-processes.ts'
import type { RunningPhase, StepResult } from '../support/runner.ts'
import { artifactFiles, scenario, transcriptFile, type Scenario } from '../support/scenario.ts'
import { commandsNamed } from '../support/workflow-commands.ts'

/** A command that Claude Code ends when it is asked to stop, and one beside it that nobody ends but the action. */
const COMMAND = '(setsid sleep 301 > /dev/null 2>&1 &); echo sleeping; sleep 300'
const SLEEPS: readonly Turn[] = [
  { text: 'This takes a while.', toolUses: [{ name: 'Bash', input: { command: COMMAND } }] },
  { text: 'Never said.' },
]
/** The sandbox around the agent ends its processes by itself; without it the action has to. */
const INPUTS = { prompt: 'Sleep.', 'allowed-tools': 'Bash', isolation: 'off' }
/** What the runner grants a cancelled step until it kills it (actions/runner 2.336). */
const RUNNER_GRACE_MS = 7_500

const NEVER_ANSWERED = { status: 200, body: silence() }

async function* silence(): AsyncGenerator<Uint8Array> {
  await new Promise(() => undefined)
  yield new Uint8Array()
}

interface Stopped {
  readonly here: Scenario
  readonly result: StepResult
  /** The agent's processes just before main was stopped, when post began, and after it. */
  readonly processes: {
    readonly atStop: readonly string[]
    readonly atPost: readonly string[]
    readonly after: readonly string[]
  }
  /** Milliseconds from the signal to the end of main. */
  readonly stopMs: number
}

/** Runs a step and, with a signal, stops main once the command of the agent sleeps. */
async function stopped(inputs: Record<string, string>, signal?: NodeJS.Signals): Promise<Stopped> {
  const here = await scenario({ aws: { script: SLEEPS } })
  const { temp } = here.job
  const seen = { atStop: [] as readonly string[], atPost: [] as readonly string[] }
  const began = performance.now()
  let signalled = began
  const watch = (main: RunningPhase) => {
    const looking = setInterval(() => {
      const running = agentProcesses(temp)
      if (!running.includes('sleep 300') || !running.includes('sleep 301')) return
      clearInterval(looking)
      seen.atStop = running
      signalled = performance.now()
      if (signal !== undefined) main.kill(signal)
    }, 50).unref()
  }
  const onStart = (started: RunningPhase) => {
    if (started.phase === 'main') watch(started)
    else seen.atPost = agentProcesses(temp)
  }
  const result = await here.step({ ...INPUTS, ...inputs }, { onStart })
  const processes = { ...seen, after: agentProcesses(temp) }
  return { here, result, processes, stopMs: began + result.main.ms - signalled }
}

interface Case {
  readonly name: string
  readonly inputs: Record<string, string>
  readonly signal?: NodeJS.Signals
  readonly conclusion: string
  readonly code: string
  readonly message: RegExp
}

describe.each<Case>([
  {
    name: 'an agent that takes too long',
    inputs: { 'timeout-minutes': '0.15' },
    conclusion: 'timed-out',
    code: 'agent-timed-out',
    message:
      /^The agent was stopped after 9 s \(timeout-minutes\)\. It had taken 1 turn\.\nIt was waiting for Bash .*sleep 300\.\n\n.*\n {4}timeout-minutes: /s,
  },
  {
    name: 'a step that is cancelled by SIGINT',
    inputs: {},
    signal: 'SIGINT',
    conclusion: 'cancelled',
    code: 'agent-cancelled',
    message: /^The job was cancelled after the agent had run for/,
  },
  {
    name: 'a step that is cancelled by SIGTERM, with a sandbox around the agent where there can be one',
    inputs: { isolation: 'auto' },
    signal: 'SIGTERM',
    conclusion: 'cancelled',
    code: 'agent-cancelled',
    message: /^The job was cancelled after the agent had run for/,
  },
])('$name', ({ inputs, signal, conclusion, code, message }) => {
  let run: Stopped
  beforeAll(async () => {
    run = await stopped(inputs, signal)
  })
  afterAll(async () => run.here[Symbol.asyncDispose]())

  test('leaves no process of the agent, when main ends', () => {
    expect(run.processes.atStop.length).toBeGreaterThan(1)
    expect(run.processes).toMatchObject({ atPost: [], after: [] })
  })

  test('fails by its own code', () => {
    expect(run.result.main).toMatchObject({ code: 1, signal: null, stderr: '' })
    expect(run.result.outputs).toMatchObject({
      conclusion,
      'failure-code': code,
      'failure-message': expect.stringMatching(message),
    })
    expect(commandsNamed('error', run.result.main.stdout).map(({ properties }) => properties.title)).toEqual([code])
  })

  test('has all outputs, also what it cost, since SIGINT was answered', () => {
    const { outputs } = run.result
    expect(Object.keys(outputs).sort()).toEqual([...OUTPUT_NAMES].sort())
    expect(Number(outputs['total-cost-usd'])).toBeGreaterThan(0)
    expect(Number(outputs['input-tokens'])).toBeGreaterThan(0)
    expect(outputs['session-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('keeps transcript, page, result and session', () => {
    expect(transcriptFile(run.result, 'transcript.jsonl')).toContain('echo sleeping; sleep 300')
    expect(transcriptFile(run.result, 'transcript.html')).toContain('Sleep.')
    expect(JSON.parse(transcriptFile(run.result, 'result.json') ?? '')).toMatchObject({
      conclusion,
      'failure-code': code,
    })
  })

  test('has its transcript stored and its summary written, once', () => {
    const files = artifactFiles(run.here, run.result) ?? {}
    expect(files['transcript.jsonl']).toContain('echo sleeping; sleep 300')
    expect(JSON.parse(files['result.json'] ?? '')).toMatchObject({ conclusion })
    expect(Object.keys(files).some((path) => path.startsWith('session/'))).toBe(true)
    expect(run.result.summary.match(/^## /gm)).toHaveLength(1)
    expect(run.result.post).toMatchObject({ code: 0, stderr: '' })
  })

  if (signal !== undefined) {
    test('ends before the runner loses its patience', () => {
      expect(run.stopMs).toBeLessThan(RUNNER_GRACE_MS)
    })

    test('leaves to post what may take long', () => {
      expect(run.result.main.stdout).not.toContain('Store the transcript')
      expect(run.result.post.stdout).toContain('Store the transcript')
    })
  }
})

describe('a main that was killed', () => {
  let run: Stopped
  beforeAll(async () => {
    run = await stopped({}, 'SIGKILL')
  })
  afterAll(async () => run.here[Symbol.asyncDispose]())

  test('leaves processes of the agent, and post ends them', () => {
    expect(run.result.main).toMatchObject({ code: null, signal: 'SIGKILL' })
    expect(run.processes.atPost).toContain('sleep 301')
    expect(run.processes.after).toEqual([])
    expect(run.result.post.stdout).toMatch(/Ended \d+ processes of the agent that were still there\./)
  })

  test('post tells how it ended, in outputs, result.json, page and summary', () => {
    const { outputs, post, summary } = run.result
    expect(post).toMatchObject({ code: 0, stderr: '' })
    const known = { conclusion: 'cancelled', 'failure-code': 'agent-cancelled', 'aws-region': 'us-east-1' }
    expect(outputs).toMatchObject({
      ...known,
      'num-turns': '1',
      'session-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(outputs['failure-message']).toContain('ended from outside before it could finish')
    expect(JSON.parse(transcriptFile(run.result, 'result.json') ?? '')).toMatchObject({ ...known, 'num-turns': 1 })
    expect(transcriptFile(run.result, 'transcript.html')).toContain('Sleep.')
    expect(summary).toContain('⏹️ The job was cancelled')
  })

  test('post stores the transcript', () => {
    const files = artifactFiles(run.here, run.result) ?? {}
    expect(files['transcript.jsonl']).toContain('echo sleeping; sleep 300')
    expect(Object.keys(files).some((path) => path.startsWith('session/'))).toBe(true)
  })
})

test.each<{ signal: NodeJS.Signals; credentials: string; says: string }>([
  { signal: 'SIGINT', credentials: 'environment', says: 'The job was cancelled before the agent had started.' },
  { signal: 'SIGTERM', credentials: 'gateway', says: 'The job was cancelled' },
])(
  'a step cancelled by $signal while AWS is slow (credentials: $credentials)',
  async ({ signal, credentials, says }) => {
    await using here = await scenario()
    here.aws.sts.faults.next('AssumeRoleWithWebIdentity', NEVER_ANSWERED)
    let signalled = Infinity
    const onStart = (started: RunningPhase) => {
      if (started.phase === 'post') return
      const looking = setInterval(() => {
        if (here.aws.requests.length === 0) return
        clearInterval(looking)
        signalled = performance.now()
        started.kill(signal)
      }, 20).unref()
    }
    const began = performance.now()
    const result = await here.step({ prompt: 'Work.', credentials }, { onStart })
    expect(began + result.main.ms - signalled).toBeLessThan(RUNNER_GRACE_MS)
    expect(result.main).toMatchObject({ code: 1, signal: null })
    expect(result.outputs).toMatchObject({ conclusion: 'cancelled', 'failure-code': 'agent-cancelled' })
    expect(result.outputs['failure-message']).toContain(says)
    expect(commandsNamed('error', result.main.stdout)).toHaveLength(1)
    expect(Object.keys(artifactFiles(here, result) ?? {})).toContain('result.json')
    expect(here.aws.bedrock.calls).toEqual([])
    expect(agentProcesses(here.job.temp)).toEqual([])
  },
)
