// A tool server for Claude Code, as small as the protocol allows (https://modelcontextprotocol.io/specification).

/** How it behaves: well, or with an answer to the first request after so many milliseconds, or with a tool that never answers. */
export type ServerBehaviour = 'well' | 'slow' | 'silent tool'

const PROGRAM = `
const behaviour = process.argv[1]
const send = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\\n')
const tools = [{ name: 'greet', description: 'Greets.', inputSchema: { type: 'object', properties: {} } }]
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line)
  const answer = (result) => send({ id, result })
  if (method === 'initialize') {
    const hello = { protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 's', version: '1' } }
    setTimeout(() => answer(hello), behaviour === 'slow' ? 2000 : 0)
  } else if (method === 'tools/list') answer({ tools })
  else if (method === 'tools/call') behaviour === 'silent tool' || answer({ content: [{ type: 'text', text: 'Hello.' }] })
  else if (id !== undefined) answer({})
})
`

/** Its entry in a configuration; the tool is `mcp__<name>__greet`. */
export const mcpServer = (behaviour: ServerBehaviour = 'well') => ({
  command: process.execPath,
  args: ['-e', PROGRAM, behaviour],
})

/** Servers that do not start, each in its way. */
export const BROKEN_SERVERS = {
  missing: { command: '/no/such/server', args: [] },
  crashing: { command: 'sh', args: ['-c', 'echo "no database" >&2; exit 3'] },
  hanging: { command: 'sleep', args: ['1000'] },
  chattering: { command: 'sh', args: ['-c', 'while :; do echo "starting up"; sleep 0.1; done'] },
  unreachable: { type: 'http', url: 'http://127.0.0.1:9/mcp' },
} as const
