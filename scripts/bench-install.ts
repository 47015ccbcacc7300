// `node scripts/bench-install.ts [rounds] [part]`: what installing Claude Code costs. Ratios of medians, measured in one run,
// interleaved; all sides fetch the real tarballs from one mirror on loopback, in a process of its own.
import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { RELEASE } from '../src/claude/release.ts'
import { serve } from '../test/emulators/http.ts'
import { emulateRegistry, type EmulatedPackage } from '../test/emulators/registry.ts'
import { root } from '../test/support/runner.ts'

const WRAPPER = '@anthropic-ai/claude-code'
const PLATFORM = `${WRAPPER}-${process.platform}-${process.arch}`
const TARBALLS = join(root, 'node_modules/.cache/bench-install')

if (process.argv[2] === 'mirror') await mirror()
else await bench(Number(process.argv[2] ?? 5))

/** Serves the packages that `npm i -g` takes; their tarballs are fetched once, from the registry of npm's configuration. */
async function mirror(): Promise<void> {
  const { url } = await serve(emulateRegistry({ packages: [WRAPPER, PLATFORM].map(packageOf) }))
  process.send?.(url)
}

function packageOf(name: string): EmulatedPackage {
  const version = RELEASE.version
  const path = join(TARBALLS, `${name.slice(1).replace('/', '-')}-${version}.tgz`)
  mkdirSync(TARBALLS, { recursive: true })
  if (!existsSync(path))
    execFileSync('npm', ['pack', '--silent', '--pack-destination', TARBALLS, `${name}@${version}`], { stdio: 'ignore' })
  const manifest = JSON.parse(
    execFileSync('tar', ['-xzOf', path, 'package/package.json'], { encoding: 'utf8' }),
  ) as object
  const integrity = `sha512-${createHash('sha512').update(readFileSync(path)).digest('base64')}`
  return { name, version, tarball: { path, integrity }, tags: ['latest'], manifest }
}

async function bench(rounds: number): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), ['mirror'], { execArgv: ['--no-warnings'] })
  const [url] = (await once(child, 'message')) as [string]
  try {
    await cold(url, rounds)
  } finally {
    child.kill()
  }
}

/** Nothing is there yet: npm, curl into tar with nothing checked, and this action's install with its digest. */
async function cold(url: string, rounds: number): Promise<void> {
  const tarball = `${url}/${PLATFORM}/-/${PLATFORM.split('/').at(-1) ?? ''}-${RELEASE.version}.tgz`
  const times = { npm: [] as number[], curl: [] as number[], ours: [] as number[], memory: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    const flags = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', `--registry=${url}`]
    times.npm.push(
      await within((home) => {
        const npm = ['install', '--global', `--prefix=${home}`, `--cache=${home}/cache`, ...flags]
        return timed('npm', [...npm, `${WRAPPER}@${RELEASE.version}`])
      }),
    )
    times.curl.push(
      await within((home) => timed('bash', ['-o', 'pipefail', '-c', `curl -sf ${tarball} | tar -xz -C ${home}`])),
    )
    const { ms, memory } = await within((home) => install(home, url))
    times.ours.push(ms)
    times.memory.push(memory)
  }
  const ours = median(times.ours)
  console.log(`cold, sha512 checked: ${seconds(ours)}, median of ${rounds}`)
  console.log(`  npm i -g            ${seconds(median(times.npm))}  ${ratio(ours / median(times.npm), 0.3)}`)
  console.log(`  curl | tar xz       ${seconds(median(times.curl))}  ${ratio(ours / median(times.curl), 0.6)}`)
  console.log(`  peak memory over idle ${median(times.memory).toFixed(0)} MB  goal 100`)
}

/** Installs into an empty tool cache, in a process of its own: milliseconds, and megabytes over that process when idle. */
async function install(home: string, url: string): Promise<{ ms: number; memory: number }> {
  const script = join(root, 'test/world/registry-install-child.ts')
  const child = spawn(process.execPath, ['--no-warnings', script, home, url, RELEASE.version], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = (await output(child)).trim().split('\n')
  const { before, after, ms } = JSON.parse(lines.at(-1) ?? '') as { before: number; after: number; ms: number }
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

async function timed(file: string, args: string[]): Promise<number> {
  const began = performance.now()
  await output(spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] }))
  return performance.now() - began
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
