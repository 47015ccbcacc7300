// `npm run bench -- gateway`: what the gateway costs over going straight to Bedrock. Ratios of medians, measured in one
// run, interleaved, on loopback; a stand-in for Bedrock, the gateway and the caller in processes of their own.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

import { awsAccount } from '../test/emulators/aws-account.ts'
import { encodeEventStream } from '../test/emulators/event-stream.ts'
import { MODEL, startGateway } from '../test/support/real-gateway.ts'

const MB = 1024 * 1024
/** Claude Code's first request carries 87 KB (measured with 2.1.330). */
const BODY = Buffer.alloc(87_000, 'x')
const STREAMS = 10
const STREAM_BYTES = 10 * MB
/** About what Claude says at a time. */
const FRAME = encodeEventStream({
  headers: { ':event-type': 'chunk', ':content-type': 'application/json', ':message-type': 'event' },
  payload: Buffer.from(JSON.stringify({ bytes: Buffer.alloc(150, 'x').toString('base64'), p: 'abcdefgh' })),
})

/** Somewhere to send calls to. */
interface Target {
  readonly url: string
  readonly headers: Record<string, string>
}

const [, , role = '300', origin = ''] = process.argv
if (role === 'bedrock') await bedrock()
else if (role === 'gateway') await gateway(origin)
else await caller(Number(role))

/** Reads a request to its end and streams as many bytes of events as its header says. */
async function bedrock(): Promise<void> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume().once('end', () => {
      outgoing.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' })
      let left = Number(incoming.headers['x-bytes'])
      const write = (): void => {
        for (; left > 0; left -= FRAME.length) if (!outgoing.write(FRAME)) return void outgoing.once('drain', next)
        outgoing.end()
      }
      const next = () => {
        left -= FRAME.length
        write()
      }
      write()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, headers: {} })
}

/** The real gateway; asked, it answers with its memory in bytes. */
async function gateway(base: string): Promise<void> {
  const { url, tokenHeaders } = await startGateway({ account: awsAccount(), env: { ANTHROPIC_BEDROCK_BASE_URL: base } })
  process.on('message', () => {
    const { rss, arrayBuffers } = process.memoryUsage()
    process.send?.({ rss, arrayBuffers, peak: process.resourceUsage().maxRSS * 1024 })
  })
  process.send?.({ url, headers: tokenHeaders })
}

async function caller(rounds: number): Promise<void> {
  const [upstream, direct] = await start('bedrock')
  const [middle, through] = await start('gateway', direct.url)
  try {
    await calls(direct, through, rounds)
    await streams(direct, through, middle)
  } finally {
    upstream.kill()
    middle.kill()
  }
}

async function start(...args: string[]): Promise<[ChildProcess, Target]> {
  const child = fork(fileURLToPath(import.meta.url), args, { execArgv: ['--no-warnings'] })
  const [target] = (await once(child, 'message')) as [Target]
  return [child, target]
}

/** One call after the other on a kept connection. */
async function calls(direct: Target, through: Target, rounds: number): Promise<void> {
  const times = { direct: [] as number[], through: [] as number[] }
  const agent = new Agent({ keepAlive: true })
  for (let round = -50; round < rounds; round++) {
    for (const [name, target] of [
      ['direct', direct],
      ['through', through],
    ] as const) {
      const began = performance.now()
      await drain(await call(target, { agent, bytes: 2_000 }))
      if (round >= 0) times[name].push(performance.now() - began)
    }
  }
  agent.destroy()
  const [straight, gone] = [median(times.direct), median(times.through)]
  console.log(
    `one call of ${BODY.length / 1_000} KB, median of ${rounds}: straight ${ms(straight)}, through the gateway ${ms(gone)}`,
  )
  console.log(`  per call ${ms(gone - straight)} more (goal 3.00 ms), ratio ${(gone / straight).toFixed(2)}`)
}

/** Ten streams of ten megabytes at once: read as fast as they come, and by callers who take their time. */
async function streams(direct: Target, through: Target, middle: ChildProcess): Promise<void> {
  const before = await memoryOf(middle)
  const rates = { direct: [] as number[], through: [] as number[] }
  for (let round = 0; round < 5; round++) {
    for (const [name, target] of [
      ['direct', direct],
      ['through', through],
    ] as const) {
      const began = performance.now()
      await Promise.all(Array.from({ length: STREAMS }, async () => drain(await call(target, { bytes: STREAM_BYTES }))))
      rates[name].push((STREAMS * STREAM_BYTES) / MB / ((performance.now() - began) / 1_000))
    }
  }
  const [straight, gone] = [median(rates.direct), median(rates.through)]
  console.log(
    `${STREAMS} streams of ${STREAM_BYTES / MB} MB at once: straight ${straight.toFixed(0)} MB/s, through the gateway ${gone.toFixed(0)} MB/s`,
  )
  console.log(`  ratio ${(gone / straight).toFixed(2)}`)
  const fast = await memoryOf(middle)
  const slow = await Promise.all(Array.from({ length: STREAMS }, () => call(through, { bytes: STREAM_BYTES })))
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  const held = await memoryOf(middle)
  await Promise.all(slow.map(drain))
  console.log(`  memory of the gateway: ${mb(before.rss)} before, ${mb(fast.peak)} at its peak`)
  console.log(
    `  ${STREAMS} more that nobody reads for 2 s: ${mb(held.peak - fast.peak)} more, ${mb(held.arrayBuffers)} of it all in buffers`,
  )
}

function call({ url, headers }: Target, { agent, bytes }: { agent?: Agent; bytes: number }): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', agent, headers: { ...headers, 'x-bytes': bytes, 'content-length': BODY.length } }
    const sent = request(`${url}/model/${MODEL}/invoke-with-response-stream`, options, resolve)
    sent.on('error', reject)
    sent.end(BODY)
  })
}

async function drain(answer: IncomingMessage): Promise<void> {
  if (answer.statusCode !== 200) throw new Error(`HTTP ${answer.statusCode ?? 0}`)
  answer.resume()
  await once(answer, 'end')
}

interface Memory {
  readonly rss: number
  readonly peak: number
  readonly arrayBuffers: number
}

async function memoryOf(child: ChildProcess): Promise<Memory> {
  child.send('memory')
  const [memory] = (await once(child, 'message')) as [Memory]
  return memory
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`
}

function mb(bytes: number): string {
  return `${(bytes / MB).toFixed(0)} MB`
}
