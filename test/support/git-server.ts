// A git repository over http on loopback, by git's own CGI program.
import { execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Serves the repositories below `folder`; `asked` lists the paths of requests. */
export async function serveGit(folder: string): Promise<{ url: string; asked: readonly string[] } & AsyncDisposable> {
  const asked: string[] = []
  const program = execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim()
  const server = createServer((request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?')
    asked.push(path)
    const child = spawn(`${program}/git-http-backend`, {
      env: {
        ...{ GIT_PROJECT_ROOT: folder, GIT_HTTP_EXPORT_ALL: '1', PATH_INFO: path, QUERY_STRING: query },
        ...{ REQUEST_METHOD: request.method, CONTENT_TYPE: request.headers['content-type'] ?? '' },
        ...{ HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '', PATH: process.env.PATH },
        ...{ GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''), GIT_CONFIG_COUNT: '1' },
        ...{ GIT_CONFIG_KEY_0: 'uploadpack.allowAnySHA1InWant', GIT_CONFIG_VALUE_0: 'true' },
      },
    })
    request.pipe(child.stdin)
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('close', () => {
      const all = Buffer.concat(chunks)
      const end = all.indexOf('\r\n\r\n')
      const headers = all
        .subarray(0, end)
        .toString()
        .split('\r\n')
        .map((line) => line.split(/: (.*)/s))
      const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200'
      const others = headers
        .filter(([name]) => name !== 'Status')
        .map(([name = '', value = '']) => [name, value] as const)
      response.writeHead(Number(status.slice(0, 3)), Object.fromEntries(others)).end(all.subarray(end + 4))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
