// The way out of the agent's network, with real clients, servers and TLS on loopback.
import { existsSync, mkdtempSync, statSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { createSockets } from '../../src/world/socket-folder.ts'
import { startConnectProxy } from '../emulators/connect-proxy.ts'
import {
  looked,
  open,
  plainPort,
  proxy,
  raw,
  refused,
  securePort,
  seen,
  throughTls,
  tunnel,
} from './agent-proxy-fixture.ts'

describe('a tunnel', () => {
  test('leads TLS to a host that is listed', async () => {
    expect(await throughTls(await proxy())).toContain('behind TLS /x')
    expect(refused).toEqual([])
  })

  test.each([
    ['another host', (port: number) => `evil.example:${port}`],
    ['a host that ends or begins like it', (port: number) => `a.example.evil.test:${port}`],
    ['a port that is not listed', () => 'a.example:22'],
    ['an address', (port: number) => `127.0.0.1:${port}`],
    ['an address of IPv6', (port: number) => `[::1]:${port}`],
    ['an address in decimal', (port: number) => `2130706433:${port}`],
    ['an address in hexadecimal', (port: number) => `0x7f.1:${port}`],
    ['no port', () => 'a.example'],
    ['a name with more behind a zero byte', (port: number) => `evil.example%00.a.example:${port}`],
    ['a user', (port: number) => `a.example@evil.example:${port}`],
  ])('to %s is refused before its name is looked up', async (_, target) => {
    expect(await throughTls(await proxy(), { target: target(securePort) })).toBe(403)
    expect(looked).toEqual([])
    expect(refused).toHaveLength(1)
  })

  test('with another server name in TLS is cut', async () => {
    expect(await throughTls(await proxy(), { servername: 'evil.example' })).not.toContain('behind TLS')
    expect(refused).toMatchObject([{ host: 'a.example', reason: expect.stringContaining('"evil.example"') }])
  })

  test('with TLS that names no server is cut, and so is another protocol', async () => {
    const path = await proxy()
    const connectLine = `CONNECT a.example:${securePort} HTTP/1.1\r\nHost: a.example\r\n\r\n`
    expect(await throughTls(path, { servername: '' })).not.toContain('behind TLS')
    expect(await raw(path, connectLine, 'SSH-2.0-evil\r\n')).toBe('HTTP/1.1 200 Connection Established\r\n\r\n')
    expect(await raw(path, `${connectLine}SSH-2.0-evil\r\n`)).toBe('HTTP/1.1 200 Connection Established\r\n\r\n')
    expect(refused).toHaveLength(3)
    expect(seen).toEqual([])
  })

  test('leads plain HTTP for its own host, request by request', async () => {
    const path = await proxy()
    const line = `CONNECT a.example:${plainPort} HTTP/1.1\r\nHost: x\r\n\r\n`
    const ask = (host: string, end = '') => `GET /${host} HTTP/1.1\r\nHost: ${host}\r\n${end}\r\n`
    const own = `a.example:${plainPort}`
    expect(await raw(path, line, ask(own), ask(own, 'Connection: close\r\n'))).toMatch(/plain GET[^]*plain GET/)
    expect(seen).toHaveLength(2)
    // A request for another one reaches nobody.
    expect(await raw(path, line, ask(own), ask('evil.example'))).toMatch(/ 201 Made[^]* 403 /)
    expect(seen).toHaveLength(3)
    expect(await raw(path, line, `GET http://evil.example/ HTTP/1.1\r\nHost: ${own}\r\n\r\n`)).toContain(' 403 ')
    expect(await raw(path, line, `CONNECT evil.example:80 HTTP/1.1\r\nHost: ${own}\r\n\r\n`)).not.toContain(' 201 ')
    expect(seen).toHaveLength(3)
  })

  test('in which nothing is said is cut after a while, and one that is left at once harms nobody', async () => {
    const path = await proxy()
    const { socket } = await tunnel(path, `a.example:${securePort}`)
    socket.destroy()
    connect(path).end(`CONNECT a.example:${securePort} HTTP/1.1\r\n`)
    expect(await throughTls(path)).toContain('behind TLS')
  })

  test('to a host where nobody listens is answered 502', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await new Promise((resolve) => server.close(resolve))
    expect(await raw(await proxy(), 'CONNECT a.example:80 HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(
      /^HTTP\/1.1 502 .*ECONNREFUSED/s,
    )
    expect(refused).toEqual([])
  })
})

describe('addresses', () => {
  test('of this machine or its link are never connected to, whatever name has them', async () => {
    expect(await throughTls(await proxy({ kind: 'real' }))).toBe(403)
    expect(refused).toMatchObject([
      { reason: expect.stringContaining('an address of this machine'), isUnlisted: false },
    ])
  })

  test('of private networks are for names that are listed in full', async () => {
    const path = await proxy({ kind: 'private' })
    expect(await throughTls(path)).toBe(403)
    expect(refused).toMatchObject([{ reason: expect.stringContaining('its whole name') }])
    const target = `inner.example:${securePort}`
    expect(await throughTls(path, { target, servername: 'inner.example' })).toContain('behind TLS')
  })

  test('hold for plain requests as well', async () => {
    const answer = await raw(
      await proxy({ kind: 'real' }),
      `GET http://a.example:${plainPort}/ HTTP/1.1\r\nHost: x\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1.1 403 /)
    expect(seen).toEqual([])
  })
})

describe('where the job has a proxy itself', () => {
  test('tunnels go through it, by name, with its password', async () => {
    const company = await startConnectProxy({
      ...{ user: 'me', password: 'p@ss', targets: { [`a.example:${securePort}`]: securePort } },
    })
    try {
      expect(await throughTls(await proxy({ env: { HTTPS_PROXY: company.url } }))).toContain('behind TLS')
      expect(company.asked).toEqual([`a.example:${securePort} 200`])
      // Where the name leads is its business.
      expect(looked).toEqual([])
      const path = await proxy({ env: { https_proxy: company.url } })
      expect(await throughTls(path, { target: `inner.example:${securePort}` })).toBe(502)
      expect(await throughTls(path, { target: `evil.example:${securePort}` })).toBe(403)
      expect(company.asked).toHaveLength(2)
      for (const bypassed of ['*', '.example', '*.example', 'x, a.example', `a.example:${securePort}`])
        expect(await throughTls(await proxy({ env: { HTTPS_PROXY: company.url, NO_PROXY: bypassed } }))).toContain(
          'behind TLS',
        )
      expect(company.asked).toHaveLength(2)
      await throughTls(await proxy({ env: { HTTPS_PROXY: company.url, no_proxy: 'b.example, a.example:1' } }))
      expect(company.asked).toHaveLength(3)
    } finally {
      await company.close()
    }
  })

  test('plain requests go to it by their whole address', async () => {
    const env = { HTTP_PROXY: `http://u:p@127.0.0.1:${plainPort}` }
    expect(
      await raw(await proxy({ env }), 'GET http://a.example/p HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
    ).toContain(' 201 ')
    expect(seen).toMatchObject([
      { url: 'http://a.example/p', headers: { host: 'a.example', 'proxy-authorization': 'Basic dTpw' } },
    ])
    expect(looked).toEqual([])
  })
})

describe('the folder', () => {
  test('is entered by this user alone, and gone afterwards', async () => {
    const folder = await createSockets({}).open(join(mkdtempSync(join(tmpdir(), 'sockets-')), 'n'.repeat(150)))
    await folder.relay('one', plainPort)
    expect(statSync(folder.path).mode & 0o777).toBe(0o700)
    const answer = await raw(folder.addressOf('one'), 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    expect(answer).toContain('plain GET')
    await folder.close()
    expect(existsSync(folder.path)).toBe(false)
  })

  test('relays to a port where nobody listens by cutting the connection', async () => {
    const folder = await createSockets({}).open(join(mkdtempSync(join(tmpdir(), 'sockets-')), 'x'))
    open.push(folder)
    await folder.relay('one', 1)
    expect(await raw(folder.addressOf('one'), 'x')).toBe('')
  })
})
