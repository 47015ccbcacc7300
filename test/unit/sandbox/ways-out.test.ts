import { describe, expect, test } from '@jest/globals'

import { describeNetwork, networkVariables, waysOutOf, type BoundedNetwork } from '../../../src/sandbox/network.ts'

const HOSTS = [{ name: 'a.example', below: false, ports: [443, 80] }]
const list = (more: Partial<Extract<BoundedNetwork, { kind: 'list' }>> = {}): BoundedNetwork => ({
  ...{ kind: 'list', hosts: HOSTS, localPorts: [] },
  ...more,
})

describe('the ways out', () => {
  test('of none: the gateway alone', () => {
    expect(waysOutOf({ kind: 'none', by: 'input' })).toEqual({
      ...{ gateway: { port: 29_417, socket: 'gateway' }, proxy: undefined, local: [] },
    })
  })

  test('of a list: a proxy as well, and services of this machine on the ports that they have', () => {
    expect(waysOutOf(list({ localPorts: [5432] }))).toMatchObject({
      proxy: { port: 29_418, socket: 'proxy' },
      local: [{ port: 5432, socket: 'local-5432' }],
    })
    expect(waysOutOf(list({ hosts: [], localPorts: [5432] }))).toMatchObject({ proxy: undefined })
  })

  test('none has the port of a service that is listed', () => {
    const { gateway, proxy } = waysOutOf(list({ localPorts: [29_417, 29_419] }))
    expect([gateway.port, proxy?.port]).toEqual([29_418, 29_420])
  })
})

describe('the variables', () => {
  const job = {
    ...{ PATH: '/bin', http_proxy: 'http://corp:1', HTTPS_PROXY: 'http://corp:1', all_proxy: 'x', NO_PROXY: 'y' },
    ...{ npm_config_https_proxy: 'http://corp:1', npm_config_proxy: 'http://corp:1', YARN_HTTPS_PROXY: 'x' },
    ...{ npm_config_registry: 'https://r.example', PROXY_TEST: 'kept', EMPTY: undefined },
  }

  test('of the job that name its proxies are not the agent’s', () => {
    expect(networkVariables(job, waysOutOf({ kind: 'none', by: 'event' }))).toEqual({
      ...{ PATH: '/bin', npm_config_registry: 'https://r.example', PROXY_TEST: 'kept' },
    })
  })

  test('name its own proxy, for every program, and not for this machine', () => {
    const variables = networkVariables(job, waysOutOf(list()))
    const url = 'http://127.0.0.1:29418'
    const names = [
      'HTTP_PROXY',
      'HTTPS_PROXY',
      'http_proxy',
      'https_proxy',
      'npm_config_proxy',
      'npm_config_https_proxy',
    ]
    for (const name of names) expect(variables[name]).toBe(url)
    for (const name of ['NO_PROXY', 'no_proxy']) expect(variables[name]).toBe('127.0.0.1,localhost,::1')
    expect(variables).toMatchObject({ NODE_USE_ENV_PROXY: '1', PATH: '/bin' })
    expect(variables).not.toHaveProperty('all_proxy')
  })
})

test('the line for the log names what is reached, and why nothing is', () => {
  expect(describeNetwork({ kind: 'none', by: 'event' })).toContain(
    'none (the default on events that strangers can cause)',
  )
  expect(describeNetwork({ kind: 'none', by: 'input' })).toContain('allowed-domains: none. The agent')
  const hosts = [
    ...[...HOSTS, { name: 'b.example', below: true, ports: [443] }],
    { name: 'c.example', below: false, ports: [8443] },
  ]
  expect(describeNetwork(list({ hosts, localPorts: [5432] }))).toContain(
    'a.example, *.b.example, c.example:8443, localhost:5432.',
  )
})
