// The way out of the agent's network, with real clients, servers and TLS on loopback.
import { describe, expect, test } from '@jest/globals'

import { looked, plainPort, proxy, raw, refused, seen } from './agent-proxy-fixture.ts'

describe('a plain request', () => {
  const get = (url: string, more = '') => `GET ${url} HTTP/1.1\r\nHost: other.example\r\n${more}\r\n`

  test('goes to the host of its address, with the host that it names there', async () => {
    const more =
      'Proxy-Authorization: Basic eA==\r\nProxy-Connection: keep-alive\r\nConnection: x-own, close\r\nX-Own: 1\r\nX-Kept: 2\r\n'
    const answer = await raw(await proxy(), get(`http://A.example:${plainPort}/p?q=%2f`, more))
    expect(answer).toMatch(/^HTTP\/1.1 201 Made\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n/)
    expect(answer).not.toContain('timeout=1')
    const [{ url, headers } = { url: '', headers: {} }] = seen
    expect(url).toBe('/p?q=%2f')
    expect(headers).toEqual({ host: `a.example:${plainPort}`, 'x-kept': '2', connection: 'close' })
  })

  test.each([
    ['for another host', 'http://evil.example/'],
    ['for metadata', 'http://169.254.169.254/latest/meta-data/'],
    ['with a user', `http://a.example@evil.example/`],
    ['with a user and the host itself', `http://x:y@a.example/`],
    ['for https', 'https://a.example/'],
    ['for a file', 'file:///etc/passwd'],
    ['without a host', '/'],
    ['with two slashes', '//a.example/'],
  ])('%s is refused before its name is looked up', async (_, url) => {
    expect(await raw(await proxy(), get(url, 'Connection: close\r\n'))).toMatch(/^HTTP\/1.1 403 /)
    expect([looked, seen]).toEqual([[], []])
    expect(refused).toHaveLength(1)
  })

  test('with its body, in chunks or not, and nothing behind it', async () => {
    const path = await proxy()
    const line = (method: string) =>
      `${method} http://a.example:${plainPort}/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`
    // What follows is a request of its own.
    const behind = 'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
    const first = line('POST').replace('Connection: close\r\n', 'Content-Length: 3\r\n')
    expect(await raw(path, `${first}\r\nabc${behind}`)).toMatch(/ 201 [^]* 403 /)
    await raw(path, `${line('GET')}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`)
    expect(seen.map(({ body }) => body)).toEqual(['abc', 'abc'])
    // Both lengths at once are how a second request is hidden in a first.
    const both = `${line('POST')}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET http://a.example:${plainPort}/smuggled HTTP/1.1\r\nHost: x\r\n\r\n`
    expect(await raw(path, both)).toMatch(/^HTTP\/1.1 400 /)
    expect(seen).toHaveLength(2)
  })
})
