import { describe, expect, test } from '@jest/globals'

import { classifyEvent } from '../../../src/events/event-class.ts'
import { NETWORK_PRESETS } from '../../../src/inputs/allowed-domains.ts'
import { failureOf, fixOf, OWN_EVENT, parse } from './given.ts'

const BRANCH = { ...OWN_EVENT, class: 'branch' } as const
const STRANGER = classifyEvent('issue_comment', {})

const network = async (text: string, more: Parameters<typeof parse>[1] = {}) =>
  (await parse({ 'allowed-domains': text }, more)).settings.agent.network

const listed = async (text: string) => {
  const setting = await network(text)
  if (setting.kind !== 'list') throw new Error(`no list, but ${setting.kind}`)
  return setting
}

test('without it the whole network is open, and none on events that strangers can cause', async () => {
  expect(await network('')).toEqual({ kind: 'open' })
  expect(await network('', { event: BRANCH })).toEqual({ kind: 'open' })
  expect(await network('', { event: STRANGER })).toEqual({ kind: 'none', by: 'event' })
})

test('* is the whole network and none nothing, on any event', async () => {
  expect(await network('*', { event: STRANGER })).toEqual({ kind: 'open' })
  expect(await network('none')).toEqual({ kind: 'none', by: 'input' })
  expect(await network('none', { event: STRANGER })).toEqual({ kind: 'none', by: 'input' })
})

test('hosts by lines and commas, in lower case, with the ports that are meant', async () => {
  const text = 'Registry.Example.com, git.example.com:8443\n*.cdn.example.com\nmirror.example.com.\nregistry:8080'
  expect(await listed(text)).toEqual({
    kind: 'list',
    hosts: [
      { name: 'registry.example.com', below: false, ports: [443, 80] },
      { name: 'git.example.com', below: false, ports: [8443] },
      { name: 'cdn.example.com', below: true, ports: [443, 80] },
      { name: 'mirror.example.com', below: false, ports: [443, 80] },
      { name: 'registry', below: false, ports: [8080] },
    ],
    localPorts: [],
  })
})

test('services of this machine by their ports, once each', async () => {
  expect(await listed('localhost:5432\nlocalhost:6379, LOCALHOST:5432')).toMatchObject({
    hosts: [],
    localPorts: [5432, 6379],
  })
})

test('presets stand for their hosts, on the port of TLS alone', async () => {
  const { hosts } = await listed('npm\ngithub')
  const names = ['npm', 'github'].flatMap((name) => NETWORK_PRESETS[name]?.map(({ host }) => host))
  expect(hosts.map(({ name }) => name)).toEqual(names)
  expect(hosts.every(({ ports, below }) => ports.join() === '443' && !below)).toBe(true)
  // Of another spelling it is a host of that name.
  expect((await listed('npm:443')).hosts).toEqual([{ name: 'npm', below: false, ports: [443] }])
})

test.each(Object.entries(NETWORK_PRESETS))('the preset %s has hosts in lower case, with a reason each', (_, hosts) => {
  for (const { host, reason } of hosts) {
    expect(host).toMatch(/^[a-z.-]+\.[a-z]+$/)
    expect(reason).not.toBe('')
  }
})

describe('refused', () => {
  test.each([
    ['https://packages.example.com/', 'must be a host', 'allowed-domains: packages.example.com'],
    ['packages.example.com/left-pad', 'must be a host', 'allowed-domains: packages.example.com'],
    ['http://git.example.com:8080/x', 'must be a host', 'allowed-domains: git.example.com:8080'],
    ['bücher.example', 'must be a host', 'allowed-domains: xn--bcher-kva.example'],
    ['user@example.com', 'must be a host', 'allowed-domains: example.com'],
    ['exa mple.com', 'must be a host', ''],
    ['-x.example.com', 'must be a host', ''],
    ['a..example.com', 'must be a host', ''],
    ['a.*.example.com', 'must be a host', ''],
    ['*example.com', 'must be a host', ''],
    ['[::1]:443', 'must be a host', ''],
    [`${'a'.repeat(64)}.com`, 'must be a host', ''],
    [':443', 'must be a host', ''],
    ['*.com', 'must not name all of com', ''],
    ['*.', 'must be a host', ''],
    ['*:443', 'must be a host', ''],
    ['example.com:0', 'a port from 1 to 65535', ''],
    ['example.com:65536', 'a port from 1 to 65535', ''],
    ['example.com:x', 'must be a host', ''],
    ['localhost', 'must name the port', ''],
    ['app.localhost:3000', 'must be localhost with its port', ''],
    ['127.0.0.1:5432', 'addresses are not taken', ''],
    ['2130706433', 'addresses are not taken', ''],
    ['0x7f.1', 'addresses are not taken', ''],
    ['0x7f000001', 'addresses are not taken', ''],
    ['*, npm', 'must be alone', ''],
    ['npm\nnone', 'must be alone', ''],
  ])('%j', async (text, message, fix) => {
    const failure = await failureOf({ 'allowed-domains': text })
    expect(failure).toMatchObject({ code: 'input-invalid', message: expect.stringContaining(message) })
    expect(fixOf(failure)).toContain(fix)
  })

  test('all that is wrong in one answer', async () => {
    const { message } = await failureOf({ 'allowed-domains': 'https://a.example\n10.0.0.1\nb.example\nlocalhost' })
    expect(message).toMatch(/^3 problems/)
    for (const part of ['https://a.example', '10.0.0.1', 'localhost']) expect(message).toContain(`"${part}"`)
  })
})

describe('what a bounded network needs', () => {
  test.each([
    [{ 'allowed-domains': 'npm', isolation: 'off' }, 'needs a sandbox', 'isolation: required'],
    [{ 'allowed-domains': 'none', isolation: 'off' }, 'needs a sandbox', 'isolation: required'],
    [{ 'allowed-domains': 'npm', credentials: 'environment' }, 'needs the gateway', 'credentials: gateway'],
    [{ 'allowed-domains': 'none', credentials: 'environment' }, 'needs the gateway', 'credentials: gateway'],
  ])('%j', async (raw, message, fix) => {
    const failure = await failureOf(raw)
    expect(failure).toMatchObject({ code: 'input-invalid', message: expect.stringContaining(message) })
    expect(fixOf(failure)).toContain(fix)
  })

  test('where strangers can cause the event it is said of the input that was given', async () => {
    const stranger = { event: STRANGER }
    expect((await failureOf({ isolation: 'off' }, stranger)).message).toMatch(/^Input isolation: "off" leaves/)
    expect((await failureOf({ credentials: 'environment' }, stranger)).message).toMatch(
      /^Input credentials: "environment" must be/,
    )
    await expect(parse({ isolation: 'off', 'allowed-domains': '*' }, stranger)).resolves.toBeDefined()
  })

  test('nothing where no agent runs', async () => {
    const setUp = { prompt: '', isolation: 'off', credentials: 'environment', 'allowed-domains': 'none' }
    await expect(parse(setUp)).resolves.toBeDefined()
    await expect(parse({ prompt: '', isolation: 'off' }, { event: STRANGER })).resolves.toBeDefined()
  })
})
