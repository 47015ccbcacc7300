// Why MCP servers, schemas and variables are refused or put in a file: what the real Claude Code does with them as they are.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { askedClaude, commandTurn, type AskedRun } from '../support/asked-claude.ts'
import { failureOf, parse } from '../unit/inputs/given.ts'

let claude: Awaited<ReturnType<typeof askedClaude>>
beforeAll(async () => {
  claude = await askedClaude()
}, 300_000)
afterAll(() => claude.close())

describe('MCP servers that it leaves out', () => {
  const program = `
    require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
      const { id, method, params } = JSON.parse(line)
      if (id === undefined) return
      const capabilities = { tools: {} }, serverInfo = { name: 's', version: '1' }
      const start = { protocolVersion: params?.protocolVersion, capabilities, serverInfo }
      const result = method === 'initialize' ? start : method === 'tools/list' ? { tools: [] } : {}
      console.log(JSON.stringify({ jsonrpc: '2.0', id, result }))
    })`
  const good = { command: process.execPath, args: ['$DIR/server.cjs'] }
  const serversOf = async (config: string) => {
    const run = { files: { 'server.cjs': program }, args: [`--mcp-config=${config}`] }
    const { init, code } = await claude.ask(run)
    const servers = (init?.mcp_servers ?? []) as readonly { name: string; status: string }[]
    return { code, servers: servers.map(({ name, status }) => `${name} ${status}`) }
  }

  test('without a word are refused by their names', async () => {
    const bad = {
      'no command': { args: [] },
      'an empty command': { command: '' },
      'a command as a list': { command: ['node'] },
      'arguments as a text': { command: 'node', args: 'x' },
      'a number as an argument': { command: 'node', args: [1] },
      'a number as a variable': { command: 'node', env: { A: 1 } },
      'an address without a type': { url: 'http://127.0.0.1:9/' },
      'a type without an address': { type: 'http' },
      'an unknown type': { type: 'tcp', command: 'node' },
      'a number as a header': { type: 'http', url: 'http://127.0.0.1:9/', headers: { A: 1 } },
      nothing: null,
    }
    const config = JSON.stringify({ mcpServers: { good, ...bad } })
    expect(await serversOf(config)).toEqual({ code: 0, servers: ['good connected'] })
    const { message } = await failureOf({ 'mcp-config': config })
    for (const name of Object.keys(bad)) expect(message).toContain(`must describe each server: ${name} `)
    expect(message).not.toContain('good')
  })
  test('a server of the same name as another is refused', async () => {
    const config = `{"mcpServers": {"one": {"command": "lost"}}, "mcpServers": ${JSON.stringify({ two: good })}}`
    expect(await serversOf(config)).toEqual({ code: 0, servers: ['two connected'] })
    expect((await failureOf({ 'mcp-config': config })).code).toBe('input-invalid')
  })
  test('a name that it keeps for itself is refused', async () => {
    const config = JSON.stringify({ mcpServers: { workspace: good } })
    expect(await serversOf(config)).toEqual({ code: 0, servers: [] })
    expect((await failureOf({ 'mcp-config': config })).code).toBe('input-invalid')
  })
})

describe('a schema of the result', () => {
  const OBJECT = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }
  const answer = { toolUses: [{ name: 'StructuredOutput', input: { a: 'x' } }] }
  const answerFor = async (schema: object) => {
    const { result, stderr } = await claude.ask({
      script: [answer, { text: 'Done.' }],
      args: [`--json-schema=${JSON.stringify(schema)}`],
    })
    return result === undefined ? stderr : result.structured_output
  }
  test.each([
    ['a misspelt type', { ...OBJECT, type: 'objct' }],
    ['required as a text', { ...OBJECT, required: 'a' }],
    ['an unknown keyword', { ...OBJECT, foo: 1 }],
    ['a broken expression', { type: 'object', properties: { a: { pattern: '(' } } }],
    ['a reference to nowhere', { type: 'object', properties: { a: { $ref: '#/x' } } }],
    ['a newer draft', { $schema: 'https://json-schema.org/draft/2020-12/schema', ...OBJECT }],
  ])('with %s ends it at once, and is refused before', async (_name, schema) => {
    expect(await answerFor(schema)).toContain('--json-schema is not a valid JSON Schema')
    expect((await failureOf({ 'json-schema': JSON.stringify(schema) })).code).toBe('input-invalid')
  })
  test('that describes no object gives no result, and is refused before', async () => {
    const schema = { type: 'array', items: { type: 'string' } }
    expect(await answerFor(schema)).toBeUndefined()
    expect((await failureOf({ 'json-schema': JSON.stringify(schema) })).code).toBe('input-invalid')
  })
  test.each([
    ['of draft 7', { $schema: 'http://json-schema.org/draft-07/schema#', ...OBJECT }],
    ['with a format that nobody knows', { type: 'object', properties: { a: { type: 'string', format: 'colour' } } }],
    ['without a type', { properties: { a: {} } }],
  ])('%s is taken by both', async (_name, schema) => {
    expect(await answerFor(schema)).toEqual({ a: 'x' })
    await expect(parse({ 'json-schema': JSON.stringify(schema) })).resolves.toBeDefined()
  })
})

describe('variables', () => {
  const seen = async (run: AskedRun) => {
    const { file } = await claude.ask({ script: [commandTurn('env > made'), { text: 'Done.' }], ...run })
    return (file('made') ?? '').split('\n')
  }
  test('of its settings file beat those of the checkout and of the process, also when they are empty', async () => {
    const ours = { permissions: { allow: ['Bash'] }, env: { A_NAME: 'ours', B_NAME: '' } }
    const theirs = { env: { A_NAME: 'theirs', B_NAME: 'theirs', C_NAME: 'theirs' } }
    const lines = await seen({
      files: { 's.json': JSON.stringify(ours), '.claude/settings.local.json': JSON.stringify(theirs) },
      args: ['--settings=$DIR/s.json'],
      env: { A_NAME: 'process' },
    })
    expect(lines).toEqual(expect.arrayContaining(['A_NAME=ours', 'B_NAME=', 'C_NAME=theirs']))
  })
  test('tell it in its settings file alone to use Bedrock; without the file it makes no call', async () => {
    const env = { CLAUDE_CODE_USE_BEDROCK: '' }
    const settings = JSON.stringify({ env: { CLAUDE_CODE_USE_BEDROCK: '1' } })
    expect((await claude.ask({ env, args: [`--settings=${settings}`] })).requests).toHaveLength(1)
    const { requests, result } = await claude.ask({ env })
    expect([requests, result?.result]).toEqual([[], 'Not logged in · Please run /login'])
  })
})
