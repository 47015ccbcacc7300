import { describe, expect, test } from '@jest/globals'

import { failureOf, parse } from './given.ts'

const configOf = async (config: unknown) =>
  (await parse({ 'mcp-config': JSON.stringify(config) })).settings.agent.mcpConfig
const problemsOf = async (config: unknown) => (await failureOf({ 'mcp-config': JSON.stringify(config) })).message
const SERVER = { command: 'node', args: ['server.js'], env: { A: '1' } }

test.each([
  ['stdio', SERVER],
  ['stdio with its type', { type: 'stdio', command: 'x' }],
  ['http', { type: 'http', url: 'https://mcp.example.com', headers: { A: 'b' } }],
  ['sse', { type: 'sse', url: 'https://mcp.example.com' }],
  ['ws', { type: 'ws', url: 'wss://mcp.example.com' }],
  ['streamable-http', { type: 'streamable-http', url: 'https://mcp.example.com' }],
  ['an address from a variable', { type: 'http', url: '${MCP_URL}/x' }],
  ['keys that nobody knows', { ...SERVER, later: 1 }],
])('%s is a server', async (_name, server) => {
  const json = { mcpServers: { one: server }, other: 1 }
  expect(await configOf(json)).toEqual({ json, servers: ['one'] })
})

describe('a server that Claude Code would leave out without a word is refused by its name', () => {
  test.each([
    ['no object', 'node server.js', 'one must be an object'],
    ['nothing', null, 'one must be an object'],
    ['no command', { args: [] }, 'one must have a command, as a text'],
    ['an empty command', { command: '' }, 'one must have a command, as a text'],
    ['a command as a list', { command: ['node', 'x'] }, 'one must have a command, as a text'],
    ['an address without a type', { url: 'https://x.example' }, 'or a type beside its url'],
    ['arguments as a text', { command: 'node', args: 'x.js' }, 'one must have args as a list of texts'],
    ['a number as an argument', { command: 'node', args: ['x', 1] }, 'one must have args as a list of texts'],
    ['a number as a variable', { command: 'node', env: { A: 1 } }, 'one must have env as an object of texts'],
    ['variables as a list', { command: 'node', env: ['A=1'] }, 'one must have env as an object of texts'],
    ['another type', { type: 'tcp', command: 'x' }, 'one must have one of these types: stdio, http, sse, ws'],
    ['no address', { type: 'http' }, 'one must have an absolute address as url'],
    ['a path as address', { type: 'sse', url: '/mcp' }, 'one must have an absolute address as url'],
    [
      'a number as a header',
      { type: 'http', url: 'https://x.example', headers: { A: 1 } },
      'headers as an object of texts',
    ],
  ])('%s', async (_name, server, problem) => {
    const message = await problemsOf({ mcpServers: { good: SERVER, one: server } })
    expect(message).toContain(`mcp-config: must describe each server: `)
    expect(message).toContain(problem)
    expect(message).not.toContain('good')
  })
  test('with a name that Claude Code keeps for itself', async () => {
    expect(await problemsOf({ mcpServers: { workspace: SERVER } })).toContain(
      'workspace has a name that Claude Code keeps',
    )
  })
})

test.each([
  ['none', {}],
  ['in another key', { servers: { one: SERVER } }],
  ['without a key', { one: SERVER }],
  ['a list', { mcpServers: [SERVER] }],
  ['nothing', { mcpServers: null }],
])('servers: %s', async (_name, config) => {
  expect(await problemsOf(config)).toContain('must have an object "mcpServers", with a server by each name')
})

test('two servers of one name are refused, since the first is lost', async () => {
  const text = '{"mcpServers": {"one": {"command": "a"}, "one": {"command": "b"}}}'
  expect((await failureOf({ 'mcp-config': text })).message).toContain('has the key "one" for the second time')
})

test('secrets of a server that is refused are not shown', async () => {
  expect(await problemsOf({ mcpServers: { one: { env: { TOKEN: 'hunter2' } } } })).not.toContain('hunter2')
})
