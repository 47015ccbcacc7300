import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startTlsServer, type TlsServer } from '../support/tls-server.ts'

const ADAPTER = new URL('../../src/world/http.ts', import.meta.url).href
const run = promisify(execFile)

let bedrock: TlsServer
let connections = 0

beforeAll(async () => {
  bedrock = await startTlsServer((incoming, outgoing) => incoming.pipe(outgoing))
  bedrock.server.on('secureConnection', () => (connections += 1))
})
afterAll(() => bedrock.close())

/** What three calls tell, the first two at once; in a process of its own, since Node reads the variable when it starts. */
async function calls(env: Record<string, string>): Promise<string> {
  const script = `
    const { createUpstream } = await import(${JSON.stringify(ADAPTER)})
    const upstream = createUpstream(process.env)
    const { signal } = new AbortController()
    const say = async (text) => {
      const call = { operation: 'Say', method: 'POST', origin: ${JSON.stringify(bedrock.url)}, target: '/', headers: {} }
      const { body } = await upstream.send({ ...call, body: Buffer.from(text) }, signal)
      return Buffer.concat(await Array.fromAsync(body)).toString()
    }
    const nameOf = (task) => task.catch((error) => error.name)
    console.log(...(await Promise.all([nameOf(say('one')), nameOf(say('two'))])), await nameOf(say('three')))
    upstream.close()`
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { env })
  return stdout.trim()
}

test('calls go over TLS, on connections that are kept', async () => {
  expect(await calls({ NODE_EXTRA_CA_CERTS: bedrock.authority })).toBe('one two three')
  expect(connections).toBe(2)
})

test('a certificate that nobody vouches for is reported by its name', async () => {
  expect(await calls({})).toBe(Array(3).fill('DEPTH_ZERO_SELF_SIGNED_CERT').join(' '))
})
