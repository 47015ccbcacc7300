// `npm run bench -- quota [--quick] [--scale=0.5]`: twenty real agents on one emulated quota, each behind a gateway of its own, beside what
// Claude Code does alone. A quota's minute takes twelve seconds, and so do the gateway's waits; Claude Code's own do not scale,
// so its baseline runs at full length (five minutes), or with --quick is simulated.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import type { QuotaFacts } from '../src/gateway/types.ts'
import type { Aws } from '../test/emulators/aws.ts'
import { quotaFor, simulate, type QuotaCase } from '../test/support/quota-simulation.ts'
import { startAccount } from '../test/support/real-gateway.ts'
import { agent, gatewayOf, MINUTE, scriptOf, tokensOf, turnOf, type Ended } from './quota-agents.ts'

/** Minutes of the quota that a minute is; on a busy machine take more: `--scale=0.5`. */
const SCALE = Number(process.argv.find((word) => word.startsWith('--scale='))?.slice(8) ?? 0.2)
const APART_MS = 300
const TWENTY: QuotaCase = { agents: 20, turns: 8, load: 3, shape: 'bucket' }
const CONTENT = 'A line of a long file.\n'.repeat(2_087)
const isQuick = process.argv.includes('--quick')
const folder = mkdtempSync(join(tmpdir(), 'bench-quota-'))

/** Agents on one quota; times are in minutes of it. */
interface Batch {
  readonly lost: number
  readonly minutes: number
  readonly jain: number
  readonly busy: number
  readonly refused: number
  readonly longestWait: number
}

try {
  const three = await batch(3)
  const two = await batch(2)
  const baseline = isQuick ? await simulatedBaseline() : await bareBatch()
  print(two, three, baseline)
  await writeOnce()
  await longConversation()
  await subagents()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function batch(load: number): Promise<Batch> {
  const given = { ...TWENTY, load }
  const aws = await startAccount({
    quota: { tokensPerMinute: quotaFor(given), burndown: 5, minuteMs: MINUTE * SCALE },
    inputTokens: tokensOf,
    script: scriptOf(given.turns, SCALE),
  })
  try {
    return await play(given, { aws, scale: SCALE }, async (number) => {
      const gateway = await gatewayOf(aws, SCALE)
      const ended = await agent(join(folder, `${load}-${number}`), gateway.variables)
      await gateway.close()
      return { ...ended, waitedMs: gateway.quota().throttledMs }
    })
  } finally {
    await aws.close()
  }
}

async function bareBatch(): Promise<Batch> {
  const aws = await startAccount({
    quota: { tokensPerMinute: quotaFor(TWENTY), burndown: 5 },
    inputTokens: tokensOf,
    script: scriptOf(TWENTY.turns, 1),
  })
  const user = aws.account.addUser('bare')
  const keys = { AWS_ACCESS_KEY_ID: user.accessKeyId, AWS_SECRET_ACCESS_KEY: user.secretAccessKey }
  try {
    return await play(TWENTY, { aws, scale: 1 }, (number) =>
      agent(join(folder, `bare-${number}`), { ...aws.env, ...keys, CLAUDE_CODE_MAX_OUTPUT_TOKENS: '4096' }),
    )
  } finally {
    await aws.close()
  }
}

async function simulatedBaseline(): Promise<Batch> {
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, seed) => simulate({ ...TWENTY, policy: 'bare', seed })),
  )
  const mean = (of: (result: Awaited<ReturnType<typeof simulate>>) => number) =>
    results.reduce((sum, result) => sum + of(result), 0) / results.length
  return {
    lost: mean(({ lost }) => lost),
    minutes: mean(({ makespanMs }) => makespanMs) / MINUTE,
    jain: mean(({ jain }) => jain),
    busy: mean(({ busy }) => busy),
    refused: mean(({ refused }) => refused),
    longestWait: Infinity,
  }
}

async function play(
  given: QuotaCase,
  { aws, scale }: { readonly aws: Aws; readonly scale: number },
  run: (number: number) => Promise<Ended & { readonly waitedMs?: number }>,
): Promise<Batch> {
  const { agents } = given
  const began = Date.now()
  const settled: { readonly at: number; readonly total: number }[] = []
  const meter = () => [...aws.bedrock.meters.values()][0]
  const sampler = setInterval(() => settled.push({ at: Date.now(), total: meter()?.settled() ?? 0 }), 100)
  const ended = await Promise.all(
    Array.from({ length: agents }, async (_, number) => {
      await sleep(number * APART_MS * scale)
      return run(number)
    }),
  )
  clearInterval(sampler)
  const ends = ended.map(({ endedAt }) => endedAt).sort((a, b) => a - b)
  const half = ends[agents / 2 - 1] ?? 0
  const at = (time: number) => settled.findLast((sample) => sample.at <= time)?.total ?? 0
  const minute = MINUTE * scale
  const used = at(half) - at(began + minute)
  const rates = ended.map(({ succeeded, ms }) => (succeeded ? 1 / ms : 0))
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  const calls = aws.bedrock.calls.filter(({ plane }) => plane === 'runtime')
  return {
    lost: ended.filter(({ succeeded }) => !succeeded).length,
    minutes: ((ends.at(-1) ?? 0) - began) / minute,
    jain: sum(rates) ** 2 / (agents * sum(rates.map((rate) => rate ** 2))),
    busy: used / ((quotaFor(given) / minute) * (half - began - minute)),
    refused: calls.filter(({ status }) => status === 429).length / calls.filter(({ status }) => status === 200).length,
    longestWait: Math.max(...ended.map(({ waitedMs = 0 }) => waitedMs)) / minute,
  }
}

function print(two: Batch, three: Batch, bare: Batch): void {
  console.log(
    `20 agents of 8 turns, one quota; bare Claude Code at 3x ${isQuick ? 'simulated' : 'real, at full length'}`,
  )
  const row = (name: string, of: (batch: Batch) => string, goal: string) =>
    console.log(
      `  ${name.padEnd(28)} 2x ${of(two).padEnd(7)} 3x ${of(three).padEnd(7)} bare 3x ${of(bare).padEnd(7)} ${goal}`,
    )
  const number = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : '-')
  row('lost runs', ({ lost }) => number(lost), '(goal 0)')
  row('busy share', ({ busy }) => number(busy), '(goal 0.95)')
  row('Jain', ({ jain }) => number(jain), '(goal 0.85)')
  row('refused a useful call', ({ refused }) => number(refused), '(goal 0.4 and 0.8)')
  row('minutes of the quota', ({ minutes }) => number(minutes), '(simulated 4.24 and 5.83, within 8 %)')
  row('longest wait of a run', ({ longestWait }) => number(longestWait), '')
}

/** A file of 12,000 tokens. */
async function writeOnce(): Promise<void> {
  const aws = await startAccount({
    script: ({ messages }) =>
      messages.some(({ text }) => text.includes('File created successfully'))
        ? { text: 'Written.' }
        : { toolUses: [{ name: 'Write', input: { file_path: join(folder, 'write', 'long.txt'), content: CONTENT } }] },
  })
  const gateway = await gatewayOf(aws, SCALE)
  await agent(join(folder, 'write'), gateway.variables, 'Write it.')
  const asked = aws.bedrock.calls
    .filter(({ stream, maxTokens = 0 }) => stream && maxTokens > 1)
    .map((call) => call.maxTokens)
  await Promise.all([gateway.close(), aws.close()])
  const isWritten = existsSync(join(folder, 'write', 'long.txt'))
  console.log(
    `a file of 12,000 tokens: ${isWritten ? 'written' : 'NOT written'}, max_tokens ${asked.join(', ')} (goal: written, one cut)`,
  )
}

/** Sixty turns, of which each twentieth has 12,000 tokens of text. */
async function longConversation(): Promise<void> {
  const aws = await startAccount({
    script: (request) => {
      const turn = turnOf(request)
      const long = turn % 20 === 19 ? { text: 'words and '.repeat(4_800) } : {}
      return turn < 60
        ? { ...long, toolUses: [{ name: 'Bash', input: { command: 'ls', description: 'List' } }] }
        : { text: 'Done.' }
    },
  })
  const gateway = await gatewayOf(aws, SCALE)
  const { succeeded } = await agent(join(folder, 'long'), gateway.variables)
  const asked = aws.bedrock.calls.flatMap(({ stream, maxTokens = 0 }) => (stream && maxTokens > 1 ? [maxTokens] : []))
  await Promise.all([gateway.close(), aws.close()])
  const mean = asked.reduce((a, b) => a + b, 0) / asked.length
  console.log(
    `60 turns, 5 % of 12,000 tokens: ${succeeded ? 'ended well' : 'FAILED'}, ${asked.length} calls, mean reservation ${(mean / 4_096).toFixed(2)} x 4096 (goal 1.25)`,
  )
}

/** One agent with eight subagents on a quota of 30,000 tokens a minute. */
async function subagents(): Promise<void> {
  const agents = Array.from({ length: 8 }, (_, at) => ({
    name: 'Agent',
    input: { description: `Part ${at}`, prompt: `Do part ${at}.`, subagent_type: 'general-purpose' },
  }))
  const spent = { usage: { output_tokens: 600 }, delayMs: 12_000 * SCALE }
  const aws = await startAccount({
    quota: { tokensPerMinute: 30_000, burndown: 5, minuteMs: MINUTE * SCALE },
    inputTokens: tokensOf,
    script: (request) => {
      const turn = turnOf(request)
      if (!/Do part \d/.test(request.messages[0]?.text ?? ''))
        return turn === 0 ? { toolUses: agents, ...spent } : { text: 'Done.', ...spent }
      return turn < 3
        ? { toolUses: [{ name: 'Bash', input: { command: 'ls', description: 'List' } }], ...spent }
        : { text: 'Part done.', ...spent }
    },
  })
  const gateway = await gatewayOf(aws, SCALE)
  const { succeeded, ms, events } = await agent(join(folder, 'subagents'), gateway.variables, 'Do all parts.')
  const ends = events.filter(({ subtype }) => subtype === 'task_notification').map(({ status }) => status)
  const facts: QuotaFacts = gateway.quota()
  const retries = events.filter(({ subtype }) => subtype === 'api_retry').length
  await Promise.all([gateway.close(), aws.close()])
  console.log(
    `8 subagents, 30,000 tokens a minute: ${ends.filter((status) => status === 'completed').length} of 8 completed, run ${succeeded ? 'ended well' : 'FAILED'} after ${(ms / MINUTE / SCALE).toFixed(1)} min, ${retries} api_retry, ${facts.throttledCalls} refused (goal: 8, no api_retry)`,
  )
}
