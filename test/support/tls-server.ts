// An HTTPS server at 127.0.0.1 whose certificate only its own authority vouches for, as companies have them.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TlsServer {
  readonly url: string
  /** The authority's certificate, a PEM file; it lies in a folder that `close` removes. */
  readonly authority: string
  readonly server: Server
  close(): void
}

/** Starts it; the certificate is for 127.0.0.1, and for these host names, which only a proxy can lead here. */
export async function startTlsServer(answer: RequestListener, names: readonly string[] = []): Promise<TlsServer> {
  const home = mkdtempSync(join(tmpdir(), 'tls-'))
  const [key, authority] = [join(home, 'key.pem'), join(home, 'ca.pem')]
  const self = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=own']
  const files = ['-keyout', key, '-out', authority]
  const hosts = ['IP:127.0.0.1', ...names.map((name) => `DNS:${name}`)].join(',')
  execFileSync('openssl', ['req', ...self, '-addext', `subjectAltName=${hosts}`, ...files], { stdio: 'ignore' })
  const server = createServer({ key: readFileSync(key), cert: readFileSync(authority) }, answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    authority,
    server,
    close() {
      server.close()
      server.closeAllConnections()
      rmSync(home, { recursive: true })
    },
  }
}
