// Why inputs are refused or corrected: what the real Claude Code does with them as they are, without a word.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { runSettings } from '../../src/claude/run-files.ts'
import type { RawInputs } from '../../src/inputs/form.ts'
import { askedClaude, commandTurn, type AskedRun } from '../support/asked-claude.ts'
import { failureOf, parse, workspaceWith } from '../unit/inputs/given.ts'

let claude: Awaited<ReturnType<typeof askedClaude>>
beforeAll(async () => {
  claude = await askedClaude()
}, 300_000)
afterAll(() => claude.close())

/** Whether an agent that tries `touch made` may. */
async function mayTouch(run: AskedRun): Promise<boolean> {
  const { file, result } = await claude.ask({ script: [commandTurn('touch made'), { text: 'Done.' }], ...run })
  expect(result).toMatchObject({ subtype: 'success', is_error: false })
  return file('made') !== undefined
}

/** The same with the settings file that the action makes of these inputs. */
async function mayTouchWith(raw: RawInputs): Promise<boolean> {
  const { agent } = (await parse(raw)).settings
  const settings = JSON.stringify(runSettings(agent, {}))
  return mayTouch({ files: { 's.json': settings }, args: ['--settings=$DIR/s.json'] })
}

const flags = (flag: string, text: string) => text.split('\n').map((line) => `${flag}=${line}`)

describe('allowed-tools that would grant all of Bash as a flag', () => {
  test.each([
    ['Edit   # reading only, no Bash here', 'corrected'],
    ['# Bash is off on purpose', 'corrected'],
    ['Bash(echo (a), Bash, b)', 'corrected'],
    ['Edit, not Bash', 'refused'],
    ['Bash (git log:*)', 'refused'],
    ['Bash()', 'refused'],
    ['Bash(echo "a), Bash, b(")', 'refused'],
  ])('%s: %s', async (text, how) => {
    expect(await mayTouch({ args: flags('--allowedTools', text) })).toBe(true)
    if (how === 'corrected') expect(await mayTouchWith({ 'allowed-tools': text })).toBe(false)
    else expect((await failureOf({ 'allowed-tools': text })).code).toBe('input-invalid')
  })
  test('while what they should grant is granted', async () => {
    expect(await mayTouchWith({ 'allowed-tools': 'Bash(touch:*) # Edit' })).toBe(true)
    expect(await mayTouchWith({ 'allowed-tools': 'Edit, Bash(touch made)' })).toBe(true)
  })
})

describe('disallowed-tools that would deny nothing', () => {
  test.each(['Bash(touch:*', '"Bash(touch:*)"', '["Bash(touch:*)"]', 'bash(touch:*)', 'Bash(touch:*) Edit(x)', 'BASH'])(
    '%s is refused',
    async (rule) => {
      const deny = { permissions: { allow: ['Bash'], deny: [rule] } }
      expect(await mayTouch({ args: [`--settings=${JSON.stringify(deny)}`] })).toBe(true)
      expect((await failureOf({ 'disallowed-tools': rule })).code).toBe('input-invalid')
      expect((await failureOf({ settings: JSON.stringify(deny) })).code).toBe('input-invalid')
    },
  )
  test('a comment that would deny another tool comes off', async () => {
    const text = 'WebFetch # Bash stays allowed'
    expect(await mayTouch({ args: ['--allowedTools=Bash', `--disallowedTools=${text}`] })).toBe(false)
    expect(await mayTouchWith({ 'allowed-tools': 'Bash', 'disallowed-tools': text })).toBe(true)
  })
  test('while what they should deny is denied', async () => {
    const raw = { 'allowed-tools': 'Bash', 'disallowed-tools': 'Bash(touch:*) # for now' }
    expect(await mayTouchWith(raw)).toBe(false)
    expect(await mayTouchWith({ 'allowed-tools': 'Bash', 'disallowed-tools': 'B*' })).toBe(false)
  })
})

describe('settings that it drops, deny rules included', () => {
  const rules = '"permissions": {"deny": ["Bash(touch:*)"], "allow": ["Bash"]}'
  test.each([
    ['a trailing comma', `{${rules},}`],
    ['a comment', `// guard\n{${rules}}`],
    ['an empty file', ''],
    ['a second key of the same name', `{${rules}, "permissions": {"allow": ["Bash"]}}`],
    ['deny as a text', '{"permissions": {"deny": "Bash(touch:*)"}}'],
    ['allow as a text', '{"permissions": {"deny": ["Bash(touch:*)"], "allow": "Bash"}}'],
    ['an unknown mode', '{"permissions": {"deny": ["Bash(touch:*)"], "defaultMode": "yolo"}}'],
    ['variables as a list', `{${rules}, "env": ["A=1"]}`],
    ['a hook of no type', `{${rules}, "hooks": {"PreToolUse": [{"hooks": [{"type": "cmd"}]}]}}`],
    ['hooks of an event as an object', `{${rules}, "hooks": {"PreToolUse": {"matcher": "x"}}}`],
    ['a number as the model', `{${rules}, "model": 5}`],
    ['a text as a number', `{${rules}, "cleanupPeriodDays": "7"}`],
    ['a list', `[{${rules}}]`],
  ])('%s: refused as the input, a warning in the checkout', async (name, text) => {
    const allow = '--allowedTools=Bash'
    expect(await mayTouch({ files: { 's.json': text }, args: ['--settings=$DIR/s.json', allow] })).toBe(true)
    // The checkout's go through the same reader, so two may stand for all.
    if (/^(a comment|deny as a text)$/.test(name)) {
      expect(await mayTouch({ files: { '.claude/settings.json': text }, args: [allow] })).toBe(true)
    }
    const workspace = workspaceWith({ 's.json': text, '.claude/settings.json': text })
    expect((await failureOf({ settings: 's.json' }, { workspace: workspaceWith({ 's.json': text }) })).code).toBe(
      'input-invalid',
    )
    expect((await parse({}, { workspace })).warnings.join()).toContain('.claude/settings.json of the checkout')
  })

  test.each([
    ['as they are', `{${rules}}`],
    ['with a byte order mark', `\uFEFF{${rules}}`],
    ['with keys that it does not know', `{${rules}, "someday": 1}`],
    ['with a number as a variable', `{${rules}, "env": {"A": 1}}`],
  ])('while those that it takes pass: %s', async (_name, text) => {
    const run = { files: { 's.json': text }, args: ['--settings=$DIR/s.json'] }
    expect(await mayTouch(run)).toBe(false)
    const workspace = workspaceWith({ 's.json': text, '.claude/settings.json': text })
    expect((await parse({ settings: 's.json' }, { workspace })).warnings).toEqual([])
  })
})

describe('rules for paths', () => {
  const files = { 'keys/one.txt': 'SECRET' }
  const read = { toolUses: [{ name: 'Read', input: { file_path: 'keys/one.txt' } }] }
  const mayRead = async (run: AskedRun) => {
    const { events } = await claude.ask({
      script: [read, { text: 'Done.' }],
      ...run,
      files: { ...files, ...run.files },
    })
    return JSON.stringify(events).includes('SECRET')
  }
  const rule = 'Read(/keys/**)'

  test('inside JSON on its command line are from another folder than the one it works in, and deny nothing', async () => {
    const settings = { permissions: { deny: [rule] } }
    expect(await mayRead({ args: [`--settings=${JSON.stringify(settings)}`] })).toBe(true)
    expect(await mayRead({ args: [`--disallowedTools=${rule}`] })).toBe(false)
  })

  test.each([
    ['disallowed-tools', { 'disallowed-tools': rule }],
    ['settings as JSON', { settings: JSON.stringify({ permissions: { deny: [rule] } }) }],
    ['settings in a file', { settings: 's.json' }],
  ])('deny what they say in the file that the action makes of %s', async (_name, raw) => {
    const workspace = workspaceWith({ ...files, 's.json': JSON.stringify({ permissions: { deny: [rule] } }) })
    const { agent } = (await parse(raw, { workspace })).settings
    const settings = runSettings(agent, {})
    const [anchored = ''] = (settings.permissions as { deny: string[] }).deny
    expect(anchored).toBe(`Read(/${workspace}/keys/**)`)
    // The run has a folder of its own, so the rule is moved to it.
    const moved = JSON.stringify(settings).replaceAll(workspace, '$DIR')
    expect(await mayRead({ args: [`--settings=${moved}`] })).toBe(false)
  })

  test('of tools whose paths it does not heed deny nothing', async () => {
    const write = { toolUses: [{ name: 'Write', input: { file_path: 'made.txt', content: 'x' } }] }
    const deny = (denied: string) => [
      `--settings=${JSON.stringify({ permissions: { allow: ['Edit', 'Write'], deny: [denied] } })}`,
    ]
    const script = [write, { text: 'Done.' }]
    expect((await claude.ask({ script, args: deny('Write(made.txt)') })).file('made.txt')).toBe('x')
    expect((await claude.ask({ script, args: deny('Edit(made.txt)') })).file('made.txt')).toBeUndefined()
  })
})

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
  const verdict = async (schema: object) => {
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
    expect(await verdict(schema)).toContain('--json-schema is not a valid JSON Schema')
    expect((await failureOf({ 'json-schema': JSON.stringify(schema) })).code).toBe('input-invalid')
  })
  test('that describes no object gives no result, and is refused before', async () => {
    const schema = { type: 'array', items: { type: 'string' } }
    expect(await verdict(schema)).toBeUndefined()
    expect((await failureOf({ 'json-schema': JSON.stringify(schema) })).code).toBe('input-invalid')
  })
  test.each([
    ['of draft 7', { $schema: 'http://json-schema.org/draft-07/schema#', ...OBJECT }],
    ['with a format that nobody knows', { type: 'object', properties: { a: { type: 'string', format: 'colour' } } }],
    ['without a type', { properties: { a: {} } }],
  ])('%s is taken by both', async (_name, schema) => {
    expect(await verdict(schema)).toEqual({ a: 'x' })
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
