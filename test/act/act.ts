// One run of a workflow with nektos/act (https://github.com/nektos/act) on this machine, without containers: act reads the
// workflow, evaluates its expressions, runs its steps, reads their file commands and serves artifacts, none of it our code.
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, dirname, join, relative } from 'node:path'

import { unzipSync } from 'fflate'

import { ACTION } from '../contract/documents.ts'
import { root } from '../support/runner.ts'
import { artifactRelay } from './artifact-relay.ts'
import { actPath } from './program.ts'

/** A workflow that is to run, and what is around it. */
export interface ActOptions {
  /** A folder of the caller's, with the checkout in `repository`; act's own folders are made in it. */
  readonly directory: string
  readonly workflow: string
  readonly event: { readonly name: string; readonly payload: object }
  /** What the emulators put into the environment of every step. */
  readonly env: Readonly<Record<string, string>>
  readonly toolCache: string
}

/** What act reported of a run. */
export interface ActRun {
  /** act's exit code: 0 when every job went well. */
  readonly status: number | null
  /** Each step that ran, in the order of their ends, as `job: Main owner/action: success`. */
  readonly steps: readonly string[]
  /** Outputs of the steps with an id, by that id. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What steps wrote into their job summaries, in order. */
  readonly summaries: readonly string[]
  /** Files of the artifacts that act's server has taken, by artifact, then path. */
  readonly artifacts: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What the stand-ins have kept, by path. */
  readonly kept: Readonly<Record<string, string>>
  /** The log, as a person would see it. */
  readonly log: string
}

/** A line of `act --json`. */
interface Line {
  readonly msg?: string
  readonly job?: string
  readonly jobID?: string
  readonly step?: string
  readonly stepID?: readonly string[]
  readonly stage?: string
  readonly stepResult?: string
  readonly command?: string
  readonly name?: string
  readonly arg?: string
  readonly content?: string
}

const LIMIT_MS = 150_000

/** Runs the workflow until act ends; rejects when act cannot be started or takes too long. */
export async function runAct(options: ActOptions): Promise<ActRun> {
  const { directory, toolCache } = options
  const folder = (name: string) => {
    mkdirSync(join(directory, name), { recursive: true })
    return join(directory, name)
  }
  symlinkSync(toolCache, join(folder('cache'), 'tool_cache'))
  writeFileSync(join(directory, 'event.json'), JSON.stringify(options.event.payload))
  const artifacts = folder('artifacts')
  const port = await freePort()
  await using relay = await artifactRelay(port)
  const kept = folder('kept')
  const args = [
    options.event.name,
    ...['--workflows', options.workflow, '--eventpath', join(directory, 'event.json'), '--json'],
    ...['--platform', 'ubuntu-latest=-self-hosted', '--pull=false', '--actor', 'octocat', '--rm'],
    ...['--action-cache-path', join(directory, 'cache'), '--cache-server-path', folder('action-cache')],
    ...['--cache-server-addr', '127.0.0.1', '--artifact-server-addr', '127.0.0.1'],
    ...['--artifact-server-path', artifacts, '--artifact-server-port', String(port)],
    ...standIns(options).flatMap(([uses, path]) => ['--local-repository', `${uses}=${path}`]),
    ...Object.entries({ ...options.env, STAND_IN_FOLDER: kept, ARTIFACTS_FOLDER: artifacts }).flatMap((pair) => [
      '--env',
      pair.join('='),
    ]),
  ]
  const path = [join(import.meta.dirname, 'programs'), dirname(process.execPath), process.env.PATH].join(delimiter)
  const env = { PATH: path, HOME: folder('home'), no_proxy: '127.0.0.1', ACTIONS_RUNTIME_URL: relay.url }
  const { status, lines } = await act(args, env, options)
  if (!existsSync(artifacts))
    throw new Error(`act has taken its folder of artifacts away:\n${lines.map(({ msg }) => msg).join('\n')}`)
  return {
    status,
    steps: stepsOf(lines),
    outputs: outputsOf(lines),
    summaries: lines.flatMap(({ command, content }) => (command === 'summary' ? [content ?? ''] : [])),
    artifacts: artifactsIn(artifacts),
    kept: textsIn(kept),
    log: lines.map(({ job, step, msg }) => `[${job ?? 'act'}, ${step ?? ''}] ${msg ?? ''}`.trim()).join('\n'),
  }
}

function act(args: readonly string[], env: Record<string, string>, { directory }: ActOptions) {
  return new Promise<{ status: number | null; lines: Line[] }>((resolve, reject) => {
    const cwd = join(directory, 'repository')
    const child = spawn(actPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk))
    }
    const limit = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      reject(new Error(`act has not ended within ${LIMIT_MS} ms:\n${text}`))
    }, LIMIT_MS)
    child.on('error', reject)
    child.on('close', (status) => {
      clearTimeout(limit)
      resolve({ status, lines: text.split('\n').filter(Boolean).map(parsed) })
    })
  })
}

function parsed(line: string): Line {
  try {
    return JSON.parse(line) as Line
  } catch {
    return { msg: line }
  }
}

/** What each `uses` of the workflow leads to: this action as a release has it, and small actions in the place of others. */
function standIns({ directory, workflow }: ActOptions): [uses: string, path: string][] {
  const release = join(directory, 'release')
  for (const part of ['action.yml', 'dist']) cpSync(join(root, part), join(release, part), { recursive: true })
  const used = readFileSync(workflow, 'utf8').matchAll(/uses: ([\w-]+\/([\w-]+)@\S+)/g)
  return [...used].flatMap(([, uses = '', name = '']): [string, string][] => {
    if (uses === ACTION) return [[uses, release]]
    // act has copied the repository, and leaves this step out by itself.
    return name === 'checkout' ? [] : [[uses, join(import.meta.dirname, 'actions', name)]]
  })
}

/** The steps of the workflow itself, and the post step of this action; not what the stand-ins are made of. */
function stepsOf(lines: readonly Line[]): string[] {
  return lines.flatMap(({ jobID, stage, step = '', stepID, stepResult }) => {
    const shown = stage === 'Main' ? stepID?.length === 1 : stage !== undefined && step === ACTION
    return shown && stepResult !== undefined ? [`${jobID}: ${stage} ${step.split('@')[0]}: ${stepResult}`] : []
  })
}

function outputsOf(lines: readonly Line[]): Record<string, Record<string, string>> {
  const outputs: Record<string, Record<string, string>> = {}
  for (const { command, stepID, name, arg } of lines) {
    if (command === 'set-output' && name !== undefined) (outputs[stepID?.[0] ?? ''] ??= {})[name] = arg ?? ''
  }
  return outputs
}

/** act keeps an artifact as `<run id>/<name>/<name>.zip`, also one that is a single file, which is left out here. */
function artifactsIn(folder: string): Record<string, Record<string, string>> {
  const zips = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.zip'))
  return Object.fromEntries(
    zips.flatMap((zip) => {
      const bytes = readFileSync(join(folder, zip))
      if (!bytes.subarray(0, 2).equals(Buffer.from('PK'))) return []
      const files = Object.entries(unzipSync(bytes))
      const texts = files.map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')])
      return [[zip.split('/').at(-2) ?? zip, Object.fromEntries(texts) as Record<string, string>]]
    }),
  )
}

function textsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map(({ parentPath, name }) => join(parentPath, name))
  return Object.fromEntries(paths.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]))
}

/**
 * act takes no port 0: it tells jobs the port it was given. This one is below those that the system gives to whoever
 * asks, so nobody takes it until act does.
 */
async function freePort(): Promise<number> {
  const port = 20_000 + randomInt(10_000)
  const server = createServer()
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true))
  })
  if (!isFree) return freePort()
  await new Promise((resolve) => server.close(resolve))
  return port
}
