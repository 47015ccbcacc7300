// `npx node scripts/bench-install.ts [rounds]`: what getting Claude Code costs. Ratios of medians, measured in one run, interleaved; all
// sides fetch the real tarball from one mirror on loopback, which is a process of its own, as is each install.
import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { RELEASE } from '../src/claude/release.ts'
import type { Platform } from '../src/claude/platform.ts'
import { createActionsCache } from '../src/world/actions-cache.ts'
import { sha256Of } from '../src/world/files.ts'
import { createProcesses } from '../src/world/processes.ts'
import { unpackTarball } from '../src/world/tarball.ts'
import { createToolCache } from '../src/world/tool-cache.ts'
import { startGithub } from '../test/emulators/github.ts'
import { serve } from '../test/emulators/http.ts'
import { emulateRegistry, type EmulatedPackage } from '../test/emulators/registry.ts'
import { realClaude } from '../test/support/real-claude.ts'
import { root } from '../test/support/runner.ts'
import { compiled } from './compiled.ts'

const WRAPPER = '@anthropic-ai/claude-code'
const OWN = `${process.platform}-${process.arch}` as Platform
const NAME = `${WRAPPER}-${OWN}`
const TARBALLS = join(root, 'node_modules/.cache/bench-install')
const NOWHERE = 'http://127.0.0.1:1'

/** The mirror, and what the runner would put into the environment for GitHub's services. */
interface Services {
  readonly url: string
  readonly env: Readonly<Record<string, string>>
}

if (process.argv[2] === 'services') await services()
else await bench(Number(process.argv[2] ?? 5))

/** Serves the packages that `npm i -g` takes, fetched once from the registry of npm's configuration; and the Actions cache. */
async function services(): Promise<void> {
  const [{ url }, { env }] = await Promise.all([
    serve(emulateRegistry({ packages: [WRAPPER, NAME].map(packageOf) })),
    startGithub(),
  ])
  process.send?.({ url, env } satisfies Services)
}

function packageOf(name: string): EmulatedPackage {
  const version = RELEASE.version
  const path = tarballFile(name)
  mkdirSync(TARBALLS, { recursive: true })
  if (!existsSync(path)) {
    const flags = ['--silent', '--pack-destination', TARBALLS]
    execFileSync('npm', ['pack', ...flags, `${name}@${version}`], { stdio: 'ignore' })
  }
  const text = execFileSync('tar', ['-xzOf', path, 'package/package.json'], { encoding: 'utf8' })
  const integrity = `sha512-${createHash('sha512').update(readFileSync(path)).digest('base64')}`
  return { name, version, tarball: { path, integrity }, tags: ['latest'], manifest: JSON.parse(text) as object }
}

function tarballFile(name: string): string {
  return join(TARBALLS, `${name.slice(1).replace('/', '-')}-${RELEASE.version}.tgz`)
}

async function bench(rounds: number): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), ['services'], { execArgv: ['--no-warnings'] })
  const [{ url, env }] = (await once(child, 'message')) as [Services]
  try {
    await within((home) => installs({ url, env }, rounds, home))
    const lines = await quietly(() => toolCacheHit(rounds))
    lines.forEach((line) => console.log(line))
  } finally {
    child.kill()
  }
}

/** With nothing there yet: npm, curl into tar with nothing checked, this action, and this action with the Actions cache. */
async function installs({ url, env }: Services, rounds: number, home: string): Promise<void> {
  const program = compiled('test/world/registry-install-child')
  const job = { ...env, GITHUB_WORKSPACE: join(home, 'workspace'), RUNNER_TEMP: join(home, 'temp') }
  for (const folder of [job.GITHUB_WORKSPACE, job.RUNNER_TEMP]) mkdirSync(folder)
  Object.assign(process.env, job)
  const cache = createActionsCache({ env: process.env, processes: createProcesses(process.env) })
  const { path } = await quietly(realClaude)
  const sha256 = RELEASE.sha256[OWN]
  const key = `claude-code-${OWN}-${RELEASE.version}-sha256-${sha256}`
  await quietly(async () => {
    await cache.save({ key, path, sha256 })
    await cache.save({ key: 'archive', path: tarballFile(NAME), sha256: await sha256Of(tarballFile(NAME)) })
  })

  const flags = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', `--registry=${url}`]
  const tarball = `${url}/${NAME}/-/${NAME.split('/').at(-1) ?? ''}-${RELEASE.version}.tgz`
  const sides = {
    async npm(at: string) {
      const args = ['install', '-g', `--prefix=${at}`, `--cache=${at}/c`, ...flags, `${WRAPPER}@${RELEASE.version}`]
      const result = await timed('npm', args, at)
      // A stub, where its install script was not run.
      execFileSync(join(at, 'bin/claude'), ['--version'])
      return result
    },
    curl: (at: string) => timed('bash', ['-o', 'pipefail', '-c', `curl -sf ${tarball} | tar -xz -C ${at}`], at),
    cold: (home: string) => install({ program, home, url }, {}),
    cached: (home: string) => install({ program, home, url: NOWHERE }, job),
    // The other format: the archive from the cache, and then the way that a download takes.
    archive: (at: string) => quietly(() => fromArchive(at)),
  }
  async function fromArchive(at: string): Promise<{ ms: number }> {
    const began = performance.now()
    const file = basename(tarballFile(NAME))
    await cache.restore('archive', { directory: at, file })
    const body = createReadStream(join(at, file), { highWaterMark: 1 << 20 })
    await unpackTarball(body, { directory: at, digestOf: undefined })
    return { ms: performance.now() - began }
  }
  const times: Record<string, number[]> = {}
  const memory: number[] = []
  for (let round = 0; round < rounds; round++)
    for (const [name, side] of Object.entries(sides)) {
      // What the side before has written is none of this one's work.
      execFileSync('sync')
      const result: { ms: number; memory?: number } = await within(side)
      ;(times[name] ??= []).push(result.ms)
      if (name === 'cold') memory.push(result.memory ?? Number.NaN)
    }
  const of = (name: keyof typeof sides) => median(times[name] ?? [])
  console.log(`cold, sha512 checked: ${seconds(of('cold'))}, median of ${rounds}`)
  console.log(`  npm i -g              ${seconds(of('npm'))}  ${ratio(of('cold') / of('npm'), 0.3)}`)
  console.log(`  curl | tar xz         ${seconds(of('curl'))}  ${ratio(of('cold') / of('curl'), 0.6)}`)
  console.log(`  peak memory over idle ${median(memory).toFixed(0)} MB  goal 100`)
  console.log(`Actions cache, registry down, sha256 checked: ${seconds(of('cached'))}`)
  console.log(`  over cold: ${ratio(of('cached') / of('cold'), 1.3)}`)
  console.log(`  with the package's archive in it instead: ${seconds(of('archive'))}`)
}

/** Found in the tool cache, where its executable is read for its sha256. */
async function toolCacheHit(rounds: number): Promise<string[]> {
  const { path, toolCache: directory } = await realClaude()
  process.env.RUNNER_TOOL_CACHE = directory
  const { version } = RELEASE
  const proven = { integrity: RELEASE.integrity[OWN], sha256: RELEASE.sha256[OWN] }
  const tool = { name: 'claude-code', version, arch: process.arch, executable: 'claude', ...proven }
  const cache = createToolCache({ directory, temp: tmpdir(), clock: { now: () => 0 } })
  const times = { digest: [] as number[], hit: [] as number[] }
  const clocked = async (list: number[], task: () => Promise<unknown>) => {
    const began = performance.now()
    await task()
    list.push(performance.now() - began)
  }
  for (let round = 0; round < rounds; round++) {
    await clocked(times.digest, () => sha256Of(path))
    await clocked(times.hit, () => cache.find(tool))
  }
  const digest = median(times.digest)
  return [
    `tool cache hit: ${median(times.hit).toFixed(1)} ms; sha256 of the file: ${digest.toFixed(0)} ms`,
    `  ${ratio(median(times.hit) / digest, 1.3)}`,
  ]
}

/** Installs into an empty tool cache, in a process of its own: milliseconds, and megabytes over that process when idle. */
async function install(
  { program, home, url }: Readonly<Record<'program' | 'home' | 'url', string>>,
  job: Readonly<Record<string, string>>,
): Promise<{ ms: number; memory: number }> {
  const env = { PATH: process.env.PATH, ...job }
  const child = spawn(process.execPath, [program, home, url, RELEASE.version], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const last = (await output(child)).trim().split('\n').at(-1) ?? ''
  const { before, after, ms, cacheHit } = JSON.parse(last) as Record<'before' | 'after' | 'ms', number> & {
    cacheHit: string
  }
  const wanted = url === NOWHERE ? 'actions-cache' : 'none'
  if (cacheHit !== wanted) throw new Error(`it came from ${cacheHit}`)
  return { ms, memory: (after - before) / 1024 }
}

async function output(child: ChildProcess): Promise<string> {
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (text += part))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${child.spawnfile} ended with ${code}`)
  return text
}

/** Runs `task` with an empty directory of its own. */
async function within<T>(task: (home: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'bench-install-'))
  try {
    return await task(home)
  } finally {
    rmSync(home, { recursive: true })
  }
}

/** Without the lines that GitHub's clients print. */
async function quietly<T>(task: () => Promise<T>): Promise<T> {
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = () => true
  try {
    return await task()
  } finally {
    process.stdout.write = write
  }
}

/** Without this project's npm configuration, which `npm run` hands on: it forbids install scripts. */
async function timed(file: string, args: string[], cwd: string): Promise<{ ms: number }> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
  const began = performance.now()
  await output(spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] }))
  return { ms: performance.now() - began }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

function ratio(value: number, goal: number): string {
  return `ratio ${value.toFixed(2)}, goal ${goal}`
}
