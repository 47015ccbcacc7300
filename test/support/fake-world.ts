// A world for tests of run.ts: real files in a folder of its own, everything else an object that answers as the test says and records.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Artifacts, Runner } from '../../src/ports/github.ts'
import { fieldOf } from '../../src/json.ts'
import type { LocalAnswer, LocalCall, UpstreamAnswer } from '../../src/ports/gateway.ts'
import type { Log, Command, ExitFacts, RunningChild } from '../../src/ports/machine.ts'
import type { SandboxHost } from '../../src/ports/sandbox.ts'
import type { World } from '../../src/ports/world.ts'
import { createEventStreams } from '../../src/world/bedrock-wire.ts'
import { createClock } from '../../src/world/clock.ts'
import { createFiles } from '../../src/world/files.ts'
import { createSeal } from '../../src/world/runner.ts'
import { createWorkingFiles } from '../../src/world/working-files.ts'

/** What the fake world saw. */
export interface Seen {
  /** Lines of the log, groups as `> title`, annotations as `error: ...`. */
  readonly log: string[]
  readonly outputs: Record<string, string>
  readonly exported: Record<string, string>
  readonly state: Record<string, string>
  readonly summary: string[]
  readonly uploads: string[]
  readonly commands: Command[]
  readonly signals: string[]
  readonly killed: string[]
}

/** How the fake agent behaves: the lines it prints, and whether it then waits for a signal. */
export interface FakeAgent {
  readonly lines: readonly unknown[]
  readonly code?: number
  readonly waitsForSignal?: boolean
}

export const EXECUTABLE = process.execPath

/** A fake world, and what it saw. `change` goes over its parts. */
export function fakeWorld(agent: FakeAgent, change: Partial<World> = {}): { world: World; seen: Seen; temp: string } {
  const temp = mkdtempSync(join(tmpdir(), 'run-'))
  const seen: Seen = {
    ...{ log: [], outputs: {}, exported: {}, state: {}, summary: [] },
    ...{ uploads: [], commands: [], signals: [], killed: [] },
  }
  const secrets: string[] = []
  const gateway: FakeGateway = { answer: undefined }
  const keys = {
    accessKeyId: 'ASIAFAKEFAKEFAKEFAKE',
    secretAccessKey: 'fake-secret-access-key',
    sessionToken: 'fake-token',
  }
  const refused = () => Promise.reject(new Error('not in this test'))
  const world: World = {
    log: fakeLog(seen.log),
    logGroups: { close: () => undefined },
    secrets: { add: (value) => void secrets.push(value), all: () => secrets },
    clock: createClock(),
    runner: { ...RUNNER, workspace: temp, temp: join(temp, 'runner-temp'), toolCache: join(temp, 'tools') },
    idTokens: { request: () => Promise.resolve('a.b.c') },
    collaborators: { permissionOf: refused },
    sts: {
      prepare: () => undefined,
      assumeRoleWithWebIdentity: () => Promise.resolve(keys),
      assumeRole: () => Promise.resolve(keys),
      callerIdentity: () =>
        Promise.resolve({ account: '111122223333', arn: 'arn:aws:sts::111122223333:assumed-role/r/s' }),
    },
    credentialSources: {
      load: () => Promise.resolve(keys),
      regionOf: () => Promise.resolve(undefined),
      webIdentity: () => undefined,
    },
    containerCredentials: {
      serve: () => Promise.resolve({ environment: { SERVED: '1' }, close: () => Promise.resolve() }),
    },
    loopback: {
      listen: (_header, answer) => {
        gateway.answer = answer
        const close = () => Promise.resolve()
        return Promise.resolve({ url: 'http://127.0.0.1:1', token: 'gateway-token', close })
      },
    },
    eventStreams: createEventStreams(),
    signer: { sign: ({ headers }) => Promise.resolve(headers) },
    upstream: { send: () => Promise.resolve(modelsAnswer(agent)), close: () => undefined },
    registry: {
      address: () => Promise.resolve(undefined),
      ...{ version: refused, versions: refused, unpack: refused },
    },
    toolCache: { find: () => Promise.resolve(undefined), add: refused, addForJob: refused },
    actionsCache: { access: () => Promise.resolve('none'), find: refused, restore: refused, save: refused },
    sockets: { open: refused },
    sandboxes: {
      look: () => undefined,
      host: () => FAKE_HOST,
      open: () => ({
        ready: Promise.resolve(undefined),
        run: (command) => fakeChild(command, { ...agent, gateway }, seen),
        close: () => Promise.resolve(),
      }),
      changeMode: () => undefined,
    },
    processes: {
      start: (command) => fakeChild(command, { ...agent, gateway }, seen),
      capture: (file) =>
        Promise.resolve({ code: file === 'git' ? 128 : 0, stdout: '2.1.330 (Claude Code)\n', stderr: '' }),
      killMarked: (variable, value) => {
        seen.killed.push(`${variable}=${value}`)
        return Promise.resolve(2)
      },
    },
    files: createFiles(),
    git: { locate: () => Promise.resolve(undefined), run: refused },
    workingFiles: createWorkingFiles(),
    artifacts: fakeArtifacts(seen),
    job: {
      setOutput: (name, value) => void (seen.outputs[name] = value),
      exportVariable: (name, value) => void (seen.exported[name] = value),
      addPath: (directory) => void (seen.exported.PATH = directory),
      saveState: (name, value) => void (seen.state[name] = value),
      appendSummary: (markdown) => void seen.summary.push(markdown),
    },
    seal: createSeal({ ACTIONS_RUNTIME_TOKEN: 'token' }),
    ...change,
  }
  return { world, seen, temp }
}

const RUNNER: Runner = {
  ...{ platform: 'linux', arch: 'x64', musl: false, workspace: '', temp: '', toolCache: '' },
  ...{ serverUrl: 'https://github.com', repository: 'o/r', runId: '7', runAttempt: '1', job: 'job' },
  ...{ workflow: 'CI', refName: 'main', sha: 'a'.repeat(40), actor: 'octocat' },
  ...{
    eventName: 'push',
    event: {},
    triggeringActor: 'octocat',
    workflowRef: '',
    fromFork: false,
    offersIdToken: true,
    documents: 'docs',
  },
}

function fakeLog(lines: string[]): Log {
  const log: Log = {
    info: (line) => void lines.push(line),
    debug: () => undefined,
    notice: (message) => void lines.push(`notice: ${message}`),
    warning: (message) => void lines.push(`warning: ${message}`),
    error: (message, title) => void lines.push(`error: ${title ?? ''}: ${message}`),
    group: (title, task) => {
      lines.push(`> ${title}`)
      return task(log)
    },
  }
  return log
}

function fakeArtifacts(seen: Seen): Artifacts {
  return {
    prepare: () => undefined,
    upload: ({ name }) => {
      seen.uploads.push(name)
      return Promise.resolve({ id: 5, url: 'https://github.com/o/r/actions/runs/7/artifacts/5' })
    },
    uploadFile: () => Promise.resolve({ id: 6, url: 'https://github.com/o/r/actions/runs/7/artifacts/6' }),
  }
}

const FAKE_HOST: SandboxHost = {
  ...{ uid: 1001, gid: 1001, home: '/home/runner', workspace: '/srv/r/r', workspaceOwner: 1001, temp: '/srv/_temp' },
  ...{
    toolCache: '/opt/hostedtoolcache',
    node: '/runner/externals/node24/bin/node',
    actionScript: '/srv/_actions/o/a/v0/dist/index.js',
  },
  ...{ event: undefined, resolvers: undefined, sockets: [], bash: '/usr/bin/bash', sudo: '/usr/bin/sudo' },
}

interface FakeGateway {
  answer: ((call: LocalCall) => Promise<LocalAnswer>) | undefined
}

/** What the fake agent's model says: what the agent then reports as its result. */
function modelsAnswer({ lines }: FakeAgent): UpstreamAnswer {
  const result = lines.findLast((line) => fieldOf(line, 'type') === 'result')
  const structured = fieldOf(result, 'structured_output')
  const content = [
    { type: 'text', text: fieldOf(result, 'result') ?? '' },
    ...(structured === undefined ? [] : [{ type: 'tool_use', name: 'StructuredOutput', input: structured }]),
  ]
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: oneOf(Buffer.from(JSON.stringify({ type: 'message', content }))),
  }
}

async function ended(chunks: AsyncIterable<unknown>): Promise<void> {
  const iterator = chunks[Symbol.asyncIterator]()
  while (!(await iterator.next()).done) continue
}

async function* oneOf<T>(value: T): AsyncGenerator<T> {
  yield await Promise.resolve(value)
}

/** A turn of the main conversation, as Claude Code asks for it. */
async function askModel({ answer }: FakeGateway, env: Command['env']): Promise<void> {
  const answered = await answer?.({
    ...{ method: 'POST', target: `/model/${env.ANTHROPIC_MODEL ?? 'us.anthropic.claude-sonnet-4-6'}/invoke` },
    ...{ headers: { 'user-agent': 'claude-cli/2.1' }, authenticated: true, signal: new AbortController().signal },
    body: () => Promise.resolve(Buffer.from(JSON.stringify({ tools: [{ name: 'Bash' }] }))),
  })
  if (answered !== undefined && typeof answered.body !== 'string') await ended(answered.body)
}

function fakeChild(command: Command, agent: FakeAgent & { gateway: FakeGateway }, seen?: Seen): RunningChild {
  seen?.commands.push(command)
  let end: (facts: ExitFacts) => void = () => undefined
  const ended = new Promise<ExitFacts>((resolve) => (end = resolve))
  const exit = (facts: Partial<ExitFacts>) =>
    end({ code: undefined, signal: undefined, spawnError: undefined, ...facts })
  async function* stdout() {
    if (!agent.waitsForSignal) await askModel(agent.gateway, command.env)
    for (const line of agent.lines) yield Buffer.from(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
    if (agent.waitsForSignal) await ended
    else exit({ code: agent.code ?? 0 })
  }
  async function* stderr() {
    await ended
    yield* []
  }
  return {
    pid: 1,
    stdout: stdout(),
    stderr: stderr(),
    ended,
    signal: (name) => {
      seen?.signals.push(name)
      if (agent.waitsForSignal) exit({ code: 0 })
    },
    killTree: () => Promise.resolve(),
  }
}
