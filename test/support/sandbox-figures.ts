// Runs inside a machine: what the sandbox costs, for `npm run bench -- sandbox`.
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { machineLayout } from './machine.ts'
import { sandboxed } from './sandboxed.ts'
import { scenario } from './scenario.ts'

/** Milliseconds from nothing to the end of `true` inside, each time. */
export async function trueInside({ times }: { times: number }): Promise<readonly number[]> {
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    const began = performance.now()
    const { kind, code } = await sandboxed({ script: '', file: '/bin/true' })
    taken.push(performance.now() - began)
    if (kind !== 'unshare' || code !== 0) throw new Error(`true in ${kind} ended with ${code}`)
  }
  return taken
}

/** Runs that are compared: by how their inputs differ. */
interface Pairs {
  readonly times: number
  readonly signInMs: number
  /** Default: with the sandbox and without. */
  readonly inputs?: readonly [Record<string, string>, Record<string, string>]
}

/** Milliseconds of main, by pairs of runs that differ in some inputs alone. */
export async function pairs({ times, signInMs, inputs = [{}, { isolation: 'off' }] }: Pairs) {
  const { home, work, toolCache, dist } = machineLayout()
  await using here = await scenario({
    ...{ directory: dirname(work), work, toolCache, env: { HOME: home } },
    aws: {
      script: (_request, index) =>
        index % 3 < 2 ? { toolUses: [{ name: 'Bash', input: { command: `echo ${index}` } }] } : { text: 'Done.' },
    },
  })
  await using slow = await slowly(here.aws.env.AWS_ENDPOINT_URL_STS ?? here.aws.url, signInMs)
  const taken = { with: [] as number[], without: [] as number[] }
  const run = async (differing: Record<string, string>) => {
    const common = { prompt: 'Work.', 'allowed-tools': 'Bash', 'upload-transcript': 'never', isolation: 'required' }
    const result = await here.step(
      { ...common, ...differing },
      { dist, env: signInMs > 0 ? { AWS_ENDPOINT_URL_STS: slow.url } : {} },
    )
    if (result.outputs.conclusion !== 'success') throw new Error(result.main.stdout)
    return result.main.ms
  }
  for (let time = 0; time < times; time++) {
    taken.with.push(await run(inputs[0]))
    taken.without.push(await run(inputs[1]))
  }
  return taken
}

/** A relay that passes each request on after a while. */
async function slowly(target: string, ms: number) {
  const { hostname, port } = new URL(target)
  const server = createServer((from, to) => {
    void delay(ms).then(() => {
      const on = request({ hostname, port, method: from.method, path: from.url, headers: from.headers }, (answer) => {
        to.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(to)
      })
      from.pipe(on)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: own } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${own}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
