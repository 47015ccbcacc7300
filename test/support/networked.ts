// Runs inside a machine: a scripted process in the sandbox, with the network that `allowed-domains` gives it, and a world
// outside that is all on this machine: names, addresses, servers that note what reaches them, and a proxy that asks nothing.
import { execFileSync, execSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { join } from 'node:path'

import { parseAllowedDomains, NETWORK_PRESETS } from '../../src/inputs/allowed-domains.ts'
import { createForm } from '../../src/inputs/form.ts'
import { openAgentNetwork } from '../../src/steps/agent-network.ts'
import type { Environment } from '../../src/ports/machine.ts'
import type { RunContext } from '../../src/run-context.ts'
import type { World } from '../../src/ports/world.ts'
import { createClock } from '../../src/world/clock.ts'
import { createFiles } from '../../src/world/files.ts'
import { createProcesses } from '../../src/world/processes.ts'
import { readRunner } from '../../src/world/runner.ts'
import { createSandboxes } from '../../src/world/sandboxes.ts'
import { createSockets } from '../../src/world/socket-folder.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { jobIn } from './sandboxed.ts'

/** Who has which address; all of them lead to this machine. */
const HOSTS: Readonly<Record<string, readonly string[]>> = {
  '203.0.113.10': [
    'listed.test',
    ...['npm', 'pypi', 'go', 'github'].flatMap((name) => NETWORK_PRESETS[name] ?? []).map(({ host }) => host),
  ],
  '203.0.113.20': ['evil.test', 'listed.test.evil.test'],
  '127.0.0.1': ['loop.test'],
  '169.254.169.254': ['meta.test'],
  '10.9.9.9': ['x.wild.test', 'inner.test'],
}

/** What is run, by a name each: scripts for bash. */
export interface NetworkedScripts {
  /** The input; `*` for the network of the job, with a proxy that asks nothing. */
  readonly allowed: string
  readonly scripts: Readonly<Record<string, string>>
  /** Run once outside, before; `WWW` is the folder that the servers serve, a folder a host. */
  readonly before?: string
  readonly env?: Record<string, string>
}

export interface NetworkedResult {
  /** What each printed. */
  readonly printed: Readonly<Record<string, string>>
  /** What arrived anywhere outside, as text. */
  readonly arrived: readonly string[]
  readonly log: readonly string[]
  readonly diagnostics: readonly { readonly refused: string; readonly reason: string }[]
}

/** Runs the scripts one after the other in one sandbox. */
export async function networked({ allowed, scripts, before, env = {} }: NetworkedScripts): Promise<NetworkedResult> {
  const job = jobIn()
  const outside = await openOutside(job)
  if (before !== undefined)
    execFileSync('/bin/bash', ['-euc', before], {
      env: { ...process.env, ...job.env, WWW: outside.www },
      stdio: 'pipe',
    })
  const log: string[] = []
  const diagnostics: NetworkedResult['diagnostics'][number][] = []
  const tell = (line: string) => void log.push(line)
  const runner = readRunner(job.env)
  const world = {
    ...{ runner, clock: createClock(), files: createFiles(), processes: createProcesses(job.env) },
    ...{ sandboxes: createSandboxes(job.env, runner), sockets: createSockets({}) },
    log: { info: tell, warning: tell },
  } as unknown as World
  const context = {
    place: { own: job.temp },
    redact: (text: string) => text,
    recordCall: (record: (typeof diagnostics)[number]) => diagnostics.push(record),
  } as unknown as RunContext
  const form = createForm({ prompt: 'x', 'allowed-domains': allowed }, {})
  const setting = parseAllowedDomains(form, {
    event: { name: 'push', class: 'own' },
    isolation: 'required',
    credentials: 'gateway',
  })
  form.finish()
  const network = await openAgentNetwork(setting, context, world)
  if (network !== undefined) await outside.gateway(network.gateway.socket)
  const folders = { claudeConfig: join(job.temp, 'run', 'claude'), executable: undefined, network: network?.sandbox }
  const sandbox = await openSandbox('required', folders, world)
  const proxy = network === undefined ? outside.naiveProxy : 29_418
  const own = {
    PATH: job.env.PATH,
    HOME: job.env.HOME,
    PROXY: `http://127.0.0.1:${proxy}`,
    PROXY_PORT: String(proxy),
    ...authorities(outside.authority),
  }
  const outsideVariables = { ...own, ...env }
  const variables: Environment = network?.variables(outsideVariables) ?? outsideVariables
  const script = Object.entries(scripts).map(([name, text]) => `echo '== ${name}'; ( ${text}\n) 2>&1 </dev/null`)
  const child = sandbox.start({
    ...{ file: '/bin/bash', args: ['-c', [PRELUDE, ...script].join('\n')], cwd: job.workspace, stdin: '' },
    env: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, value ?? ''])),
  })
  let text = ''
  for await (const piece of child.stdout) text += Buffer.from(piece).toString()
  await child.ended
  await sandbox.close()
  await network?.close()
  const printed = Object.fromEntries(
    text
      .split(/^== /m)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]),
  )
  return { printed, arrived: outside.arrived, log, diagnostics }
}

/** `send HOST PORT TEXT`: bytes by TCP, and what comes back; `via TEXT`: to the proxy. */
const PRELUDE = `
send() { timeout 4 bash -c 'exec 3<>"/dev/tcp/$0/$1" && printf "%b" "$2" >&3 && timeout 1 cat <&3' "$1" "$2" "$3"; }
via() { send 127.0.0.1 "$PROXY_PORT" "$1"; }
curl() { command curl -ksS -m 4 "$@"; }
`

/** Variables by which programs take the certificate of all servers outside for one of an authority. */
const authorities = (file: string) => ({
  ...{ CA: file, NODE_EXTRA_CA_CERTS: file, SSL_CERT_FILE: file, GIT_SSL_CAINFO: file },
})

async function openOutside({ temp, workspace }: ReturnType<typeof jobIn>) {
  const arrived: string[] = []
  const note = (where: string, what: string) => void arrived.push(`${where} ${what}`)
  const sudo = process.getuid?.() === 0 ? '' : 'sudo '
  const names = Object.entries(HOSTS).map(([address, hosts]) => `${address} ${hosts.join(' ')}`)
  const shell = [
    ...['203.0.113.0/24', '169.254.169.254/32', '10.9.9.9/32'].map((net) => `ip route add local ${net} dev lo`),
    'echo 0 >/proc/sys/net/ipv4/ip_unprivileged_port_start',
    `printf '%s\\n' ${names.map((line) => `'${line}'`).join(' ')} >>/etc/hosts`,
    'rm -f /etc/resolv.conf; echo "nameserver 203.0.113.53" >/etc/resolv.conf; echo "options timeout:1 attempts:1" >>/etc/resolv.conf',
  ]
  execSync(`${sudo}bash -euc '${shell.join('\n').replaceAll("'", `'\\''`)}'`, { stdio: 'pipe' })

  const www = join(temp, 'www')
  mkdirSync(www)
  const authority = join(workspace, 'ca.pem')
  const key = join(temp, 'key.pem')
  const alternative = Object.values(HOSTS).flatMap((hosts) => hosts.map((host) => `DNS:${host}`))
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=own', '-keyout', key]
  execFileSync('openssl', [...request, '-out', authority, '-addext', `subjectAltName=${alternative.join(',')}`], {
    stdio: 'pipe',
  })

  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const host = incoming.headers.host?.split(':')[0] ?? ''
    note('web', `${incoming.method} ${host} ${incoming.url}`)
    const path = join(www, host, decodeURIComponent(new URL(incoming.url ?? '', 'http://x').pathname))
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path
    if (existsSync(file)) outgoing.setHeader('content-type', 'text/html').end(readFileSync(file))
    else outgoing.writeHead(404).end('not here\n')
  }
  const web = createHttpServer(answer)
  const secure = createHttpsServer({ key: readFileSync(key), cert: readFileSync(authority) }, answer)
  const listen = (port: number | string, onSocket: (socket: Socket) => void) =>
    new Promise<void>((resolve) => {
      const server = createServer((socket) => {
        socket.on('error', () => undefined)
        onSocket(socket)
      })
      server.listen(port, resolve).unref()
    })
  /** Notes the first bytes, whatever they are, and leads them on to a port where there is one. */
  const first = (socket: Socket, then?: number) =>
    void socket.once('readable', () => {
      // What a client writes line by line is one text all the same.
      setTimeout(() => {
        const data = (socket.read() ?? Buffer.alloc(0)) as Buffer
        note(socket.localAddress ?? 'socket', data.toString('latin1'))
        if (then === undefined) {
          socket.end('noted\n')
          return
        }
        const onward = connect(then, '127.0.0.1')
        onward.on('error', () => socket.destroy())
        onward.write(data)
        socket.pipe(onward).pipe(socket)
      }, 100)
    })
  const portOf = (server: { listen: (port: number, host: string, done: () => void) => Server }) =>
    new Promise<number>((resolve) => {
      const listening: Server = server.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port))
      listening.unref()
    })
  const [securePort, webPort] = [await portOf(secure), await portOf(web)]
  await listen(443, (socket) => first(socket, securePort))
  for (const port of [80, 8123]) await listen(port, (socket) => first(socket, webPort))
  for (const port of [22, 5432]) await listen(port, (socket) => first(socket))
  await listen('\0daemon', (socket) => first(socket))
  for (const port of [53, 9_999])
    createSocket('udp4', (data) => note(`udp:${port}`, data.toString('latin1')))
      .bind(port)
      .unref()
  const naiveProxy = 3_128
  await listen(naiveProxy, (near) => {
    near.once('data', (data: Buffer) => {
      const [, method, target = ''] = /^(\S+) (\S+) /.exec(data.toString('latin1')) ?? []
      const isTunnel = method === 'CONNECT'
      const [, host = '', port] = /^(?:http:\/\/)?(?:[^/@]*@)?(\[[^\]]*\]|[^:/]*)(?::(\d+))?/.exec(target) ?? []
      const far = connect(Number(port ?? 80), host.replace(/^\[|\]$/g, ''), () => {
        if (isTunnel) near.write('HTTP/1.1 200 OK\r\n\r\n')
        else far.write(data)
        far.pipe(near).pipe(far)
      })
      far.on('error', () => near.destroy())
    })
  })
  return {
    ...{ arrived, www, naiveProxy, authority },
    gateway: (path: string) => listen(path, (socket) => first(socket)),
  }
}
