// Every way out of the agent's own network that is no way out, by scripted processes; with the network of the job, and a proxy
// that asks nothing, each of them works.
import { beforeAll, describe, expect, test } from '@jest/globals'

import { inMachine, type MachineKind } from '../../support/machine.ts'
import type { NetworkedResult, NetworkedScripts } from '../../support/networked.ts'
import { withMachine } from '../../support/with-machine.ts'
import { isOut, NETWORK_ATTACKS } from './network-attacks.ts'

const module = new URL('../../support/networked.ts', import.meta.url).href
const networked = (kind: MachineKind, argument: NetworkedScripts) =>
  inMachine<NetworkedResult>(kind, { module, name: 'networked', argument, limitMs: 280_000 })

const scripts = Object.fromEntries(NETWORK_ATTACKS.map(({ id, script }) => [id, script]))
const titled = NETWORK_ATTACKS.map((each) => [each.id, each.title, each] as const)

const ALLOWED = 'listed.test, loop.test, meta.test, *.wild.test, inner.test, localhost:5432'

const CONTROLS = {
  tls: 'curl -x $PROXY https://listed.test/fine-tls',
  plain: 'curl -x $PROXY http://listed.test/fine-plain',
  private: 'curl -x $PROXY http://inner.test/fine-private',
  service: 'send 127.0.0.1 5432 fine-service; send localhost 5432 fine-localhost',
  gateway: 'send 127.0.0.1 29417 fine-gateway',
  // What a list cannot stop: docs/SECURITY.md says so.
  fronting: 'curl -x $PROXY -H "Host: other.test" https://listed.test/fronted',
  sockets:
    'cd /run/claude-code-bedrock && ls; rm gateway; mv gateway x; touch y; cd ..; mv claude-code-bedrock z; ls claude-code-bedrock',
}

withMachine('the way out of the network', () => {
  describe.each(['hosted', 'container-own'] as const)('on %s, with a list', (kind) => {
    let result: NetworkedResult
    beforeAll(async () => {
      result = await networked(kind, { allowed: ALLOWED, scripts: { ...scripts, ...CONTROLS } })
    }, 300_000)

    test('were all tried', () => {
      expect(Object.keys(result.printed)).toEqual([...Object.keys(scripts), ...Object.keys(CONTROLS)])
    })

    test.each(titled)('%s gets no word out: %s', (_id, _title, attack) => {
      expect({ isOut: isOut(attack, result.arrived), printed: result.printed[attack.id] }).toMatchObject({
        isOut: false,
      })
    })

    test('what is listed is reached', () => {
      const { arrived } = result
      for (const fine of ['tls', 'plain', 'private', 'service', 'localhost', 'gateway'])
        expect(arrived.filter((text) => text.includes(`fine-${fine}`))).not.toEqual([])
      expect(arrived.filter((text) => text.includes('fronted'))).toEqual([expect.stringContaining('GET other.test')])
    })

    test('the sockets cannot be replaced', () => {
      const [first, ...rest] = result.printed.sockets?.trim().split('\n') ?? []
      expect(first).toBe('gateway')
      expect(rest.slice(0, 2)).toEqual(['local-5432', 'proxy'])
      expect(rest.slice(-3)).toEqual(['gateway', 'local-5432', 'proxy'])
    })

    test('what was refused is logged once a host, with the line to add, and recorded', () => {
      const lines = result.log.filter((line) => line.startsWith('Refused to the agent: evil.test:80.'))
      expect(lines).toEqual([expect.stringContaining('To allow it, add the line: evil.test')])
      const refused = result.diagnostics.map((record) => record.refused)
      expect(refused).toEqual(
        expect.arrayContaining(['evil.test:80', 'listed.test:22', 'loop.test:80', 'listed.test:443']),
      )
      const [advice] = result.log.slice(-1)
      expect(advice).toMatch(/\n +with:\n +allowed-domains: \|\n +evil\.test\n/)
      expect(advice).not.toContain('127.0.0.1')
    })
  })

  describe('on hosted, with none', () => {
    test('no word gets out', async () => {
      const result = await networked('hosted', { allowed: 'none', scripts: { ...scripts, gateway: CONTROLS.gateway } })
      expect(NETWORK_ATTACKS.filter((attack) => isOut(attack, result.arrived))).toEqual([])
      expect(result.arrived).toEqual([expect.stringContaining('fine-gateway')])
    }, 300_000)
  })

  describe('with the network of the job', () => {
    let result: NetworkedResult
    beforeAll(async () => {
      result = await networked('hosted', { allowed: '*', scripts })
    }, 300_000)

    test.each(titled)('%s works: %s', (_id, _title, attack) => {
      expect({ isOut: isOut(attack, result.arrived), printed: result.printed[attack.id] }).toMatchObject({
        isOut: true,
      })
    })
  })
})
