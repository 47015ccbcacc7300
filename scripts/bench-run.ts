// `npm run bench -- run`: what the action costs over bare Claude Code, on loopback emulators, measured in turns.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { realClaude } from '../test/support/real-claude.ts'
import { root } from '../test/support/runner.ts'
import { MODEL, scenario, SMALL_MODEL, type ScenarioOptions } from '../test/support/scenario.ts'

const rounds = Number(process.argv[2] ?? 15)
const claude = await realClaude()
const empty = join(mkdtempSync(join(tmpdir(), 'empty-')), 'empty.mjs')
writeFileSync(empty, '')

await wholeAction()
await firstLine()
await clearErrors()

/** (a) The whole action for a one-turn prompt against a bare `claude -p` on the same emulator. */
async function wholeAction(): Promise<void> {
  await using here = await scenario()
  const user = here.aws.account.addUser('bare')
  const env = {
    PATH: process.env.PATH ?? '',
    ...here.aws.env,
    CLAUDE_CODE_USE_BEDROCK: '1',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: user.accessKeyId,
    AWS_SECRET_ACCESS_KEY: user.secretAccessKey,
    ANTHROPIC_MODEL: MODEL,
    ANTHROPIC_DEFAULT_HAIKU_MODEL: SMALL_MODEL,
    CLAUDE_CODE_MAX_OUTPUT_TOKENS: '4096',
    MAX_THINKING_TOKENS: '1024',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  }
  const times = { bare: [] as number[], empty: [] as number[], open: [] as number[], sandboxed: [] as number[] }
  // A run of Claude Code takes a tenth more or less than the one before: three times the rounds for a second decimal.
  for (let round = 0; round < rounds * 3; round++) {
    const home = mkdtempSync(join(tmpdir(), 'bare-'))
    times.bare.push(
      await timed(claude.path, ['-p', 'Say hello.'], { cwd: here.job.workspace, env: { ...env, HOME: home } }),
    )
    rmSync(home, { recursive: true })
    times.empty.push(await timed(process.execPath, [empty], { cwd: root, env: {} }))
    for (const [isolation, kind] of [
      ['off', 'open'],
      ['auto', 'sandboxed'],
    ] as const) {
      const result = await here.step({ prompt: 'Say hello.', 'claude-code-path': claude.path, isolation })
      if (result.outputs.conclusion !== 'success') throw new Error(result.main.stdout)
      times[kind].push(result.main.ms + result.post.ms)
    }
  }
  const bare = median(times.bare)
  console.log(`(a) one-turn prompt: bare claude -p ${ms(bare)}`)
  const open = median(times.open)
  console.log(`    artifact stored, no sandbox  ${ms(open)}  ${ratio(open / bare, 1.5)} of bare`)
  console.log(
    `    the same in a sandbox        ${ms(median(times.sandboxed))}  ${ratio(median(times.sandboxed) / open, 1.5)} of that without`,
  )
  // What no action can go below: Node is started for main and for post.
  const least = bare + 2 * median(times.empty)
  console.log(
    `    empty scripts                ${ms(least)}  ${(least / bare).toFixed(2)} of bare, were main and post nothing else`,
  )
}

/** (b) From the start of `dist` to its first line of log, against an empty script. */
async function firstLine(): Promise<void> {
  await using here = await scenario()
  const times = { empty: [] as number[], first: [] as number[] }
  for (let round = 0; round < rounds * 2; round++) {
    times.empty.push(await timed(process.execPath, [empty], { cwd: root, env: {} }))
    const result = await here.step({ 'role-to-assume': 'arn:aws:iam::111122223333:role/nobody' })
    times.first.push(result.main.firstOutputMs ?? Number.NaN)
  }
  const [first, least] = [median(times.first), median(times.empty)]
  console.log(`(b) first line of log: ${ms(first)}  ${ratio(first / least, 3.2)} of an empty script (${ms(least)})`)
}

/** (c) From the start to a clear error. */
async function clearErrors(): Promise<void> {
  const cases: { name: string; options?: ScenarioOptions; inputs: Record<string, string>; code: string }[] = [
    {
      name: 'no id-token permission',
      options: { github: { idToken: false } },
      inputs: {},
      code: 'oidc-permission-missing',
    },
    { name: 'denied role', options: { aws: { roles: [] } }, inputs: {}, code: 'role-not-assumable' },
    { name: 'bad input', inputs: { 'timeout-minutes': 'soon' }, code: 'input-invalid' },
  ]
  for (const { name, options, inputs, code } of cases) {
    await using here = await scenario(options)
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const began = performance.now()
      let seen = Number.NaN
      const result = await here.step(
        { prompt: 'Say hello.', ...inputs },
        {
          onOutput: (text) => {
            if (text.includes('::error')) seen = performance.now() - began
          },
        },
      )
      if (result.outputs['failure-code'] !== code) throw new Error(`${name}: ${result.outputs['failure-code'] ?? ''}`)
      times.push(seen)
    }
    console.log(`(c) clear error, ${name}: ${ms(median(times))}  goal 1000 ms`)
  }
}

function timed(file: string, args: string[], options: { cwd: string; env: Record<string, string> }): Promise<number> {
  mkdirSync(options.cwd, { recursive: true })
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(performance.now() - began) : reject(new Error(`${file} ended with ${code}`)),
    )
  })
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`
}

function ratio(value: number, goal: number): string {
  return `${value.toFixed(2)} (goal ${goal})`
}
