// `npm run bench -- network`: what the agent's own network costs: a call through the relay, a whole run, and `npm ci` through the proxy.
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { NETWORK_PRESETS } from '../src/inputs/allowed-domains.ts'
import { LAUNCHER } from '../src/sandbox/script.ts'
import { inMachine, machineObstacle } from '../test/support/machine.ts'
import type { NetworkedResult, NetworkedScripts } from '../test/support/networked.ts'
import { realClaude } from '../test/support/real-claude.ts'

const NPM = NETWORK_PRESETS.npm?.[0]?.host

const rounds = Number(process.argv[2] ?? 15)
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const met = (ratio: number, goal: number) =>
  `ratio ${ratio.toFixed(2)}  goal ${goal}: ${ratio <= goal ? 'met' : 'missed'}`

await relayed(200)
if (machineObstacle === undefined) {
  await wholeRuns()
  await npmCi()
} else console.log(`Not measured: ${machineObstacle}`)

/** A call with 60 kB, answered in 200 pieces, on connections that are kept. */
async function relayed(times: number): Promise<void> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume().on('end', () => {
      for (let piece = 0; piece < 200; piece++) outgoing.write('x'.repeat(300))
      outgoing.end()
    })
  })
  const socket = join(mkdtempSync(join(tmpdir(), 'bench-')), 'gateway')
  const second = createServer(server.listeners('request')[0] as () => void)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await new Promise<void>((resolve) => second.listen(socket, resolve))
  const { port } = server.address() as AddressInfo
  const inner = 29_417
  const launcher = spawn(process.execPath, ['-e', LAUNCHER, `${inner}=${socket}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => launcher.stdout.once('data', resolve))
  const agents = { [port]: new Agent({ keepAlive: true }), [inner]: new Agent({ keepAlive: true }) }
  const call = (to: number) =>
    new Promise<number>((resolve, reject) => {
      const began = performance.now()
      request({ port: to, host: '127.0.0.1', method: 'POST', agent: agents[to] }, (answer) => {
        answer.resume().on('end', () => resolve(performance.now() - began))
      })
        .on('error', reject)
        .end('x'.repeat(60_000))
    })
  const taken = { direct: [] as number[], relay: [] as number[] }
  for (let time = -20; time < times; time++) {
    const [direct, relay] = [await call(port), await call(inner)]
    if (time < 0) continue
    taken.direct.push(direct)
    taken.relay.push(relay)
  }
  launcher.stdin.end()
  for (const one of [server, second]) {
    one.close()
    one.closeAllConnections()
  }
  const [direct, relay] = [median(taken.direct), median(taken.relay)]
  console.log(
    `a call, median of ${times}: ${direct.toFixed(2)} ms, through the relay ${relay.toFixed(2)} ms, ${met(relay / direct, 1.5)}`,
  )
}

async function wholeRuns(): Promise<void> {
  const { toolCache } = await realClaude()
  const module = new URL('../test/support/sandbox-figures.ts', import.meta.url).href
  const argument = { times: rounds, signInMs: 0, inputs: [{ 'allowed-domains': 'none' }, { 'allowed-domains': '*' }] }
  const taken = await inMachine<{ with: number[]; without: number[] }>('hosted', {
    ...{ module, name: 'pairs', argument, toolCache, limitMs: 600_000 },
  })
  const ratio = median(taken.with.map((ms, index) => ms / (taken.without[index] ?? NaN)))
  console.log(
    `whole runs in the sandbox, median of ${rounds} pairs: none ${median(taken.with).toFixed(0)} ms, the whole network ${median(taken.without).toFixed(0)} ms, ${met(ratio, 1.1)}`,
  )
}

async function npmCi(): Promise<void> {
  const module = new URL('../test/support/networked.ts', import.meta.url).href
  const packages = 30
  const before = `mkdir -p /tmp/made && cd /tmp/made && mkdir package && head -c 40000 /dev/urandom | base64 >package/data
    for i in $(seq ${packages}); do
      at=$WWW/${NPM}/word-$i; mkdir -p $at
      echo '{"name":"word-'$i'","version":"1.0.0"}' >package/package.json
      tar czf $at/w.tgz package; sum=$(openssl dgst -sha512 -binary $at/w.tgz | base64 -w0)
      echo '{"name":"word-'$i'","dist-tags":{"latest":"1.0.0"},"versions":{"1.0.0":{"name":"word-'$i'","version":"1.0.0","dist":{"tarball":"https://${NPM}/word-'$i'/w.tgz","integrity":"sha512-'$sum'"}}}}' >$at/index.html
    done`
  const dependencies = Array.from({ length: packages }, (_, index) => `"word-${index + 1}":"1.0.0"`).join(',')
  const options = '--no-audit --no-fund --cafile=$CA'
  const install = `echo '{"dependencies":{${dependencies}}}' >package.json; npm install ${options} >/dev/null; for i in $(seq 7); do rm -rf node_modules c; began=$(date +%s%N); npm ci ${options} --cache=$PWD/c >/dev/null || echo failed; echo $((($(date +%s%N) - began) / 1000000)); done`
  const times = async (allowed: string) => {
    const argument: NetworkedScripts = { allowed, before, scripts: { install } }
    const { printed } = await inMachine<NetworkedResult>('hosted', {
      module,
      name: 'networked',
      argument,
      limitMs: 300_000,
    })
    return (printed.install ?? '').trim().split('\n').map(Number)
  }
  const [direct, proxied] = [await times('*'), await times('npm')]
  console.log(
    `npm ci of ${packages} packages, median of 7: ${median(direct)} ms, through the proxy ${median(proxied)} ms, ${met(median(proxied) / median(direct), 1.3)}`,
  )
}
