// Why rules are refused or corrected: what the real Claude Code does with them as they are, without a word.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { runSettings } from '../../src/claude/arguments.ts'
import type { RawInputs } from '../../src/inputs/form.ts'
import { askedClaude, mayTouch as mayTouchWithin, type AskedRun } from '../support/asked-claude.ts'
import { mcpServer } from '../support/mcp-server.ts'
import { failureOf, parse, workspaceWith } from '../unit/inputs/given.ts'

let claude: Awaited<ReturnType<typeof askedClaude>>
beforeAll(async () => {
  claude = await askedClaude()
}, 300_000)
afterAll(() => claude.close())

/** Whether an agent that tries `touch made` may. */
const mayTouch = (run: AskedRun) => mayTouchWithin(claude, run)

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
  test('all of these are refused too', async () => {
    const rules = [
      ...['Bash( touch:*)', 'Bash(touch :*)', 'Bash(touch: *)', 'Bash(touch:* )', 'Bash(touch:**)', 'Bash(touch:*:*)'],
      ...['Bash("touch":*)', "Bash('touch' *)", 'Bash( touch made)', 'Bash(touch made )', 'Bash(touch:)', 'Bash(:*)'],
      ...['Bash(t*:*)', 'Bash(touch*:*)', 'bash*', 'BASH*', 'Bash*(touch:*)', '*(touch:*)', 'Bash:*', 'Bash:touch'],
    ]
    const settings = (deny: readonly string[]) => JSON.stringify({ permissions: { allow: ['Bash'], deny } })
    expect(await mayTouch({ args: [`--settings=${settings(rules)}`] })).toBe(true)
    for (const rule of rules) {
      expect([rule, (await failureOf({ 'disallowed-tools': rule })).code]).toEqual([rule, 'input-invalid'])
      expect([rule, (await failureOf({ settings: settings([rule]) })).code]).toEqual([rule, 'input-invalid'])
    }
  })
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

describe('rules for other tools', () => {
  const uses = [
    { name: 'mcp__s__greet', input: {} },
    { name: 'Read', input: { file_path: 'src/a.txt' } },
    { name: 'Edit', input: { file_path: 'lib/b.txt', old_string: 'b', new_string: 'c' } },
    { name: 'WebFetch', input: { url: 'http://127.0.0.1:9/', prompt: 'x' } },
    { name: 'Bash', input: { command: 'touch made', description: 'Makes it' } },
  ]
  /** Names of the tools that an agent with these rules was denied. */
  const deniedWith = async (permissions: object) => {
    const { result, events } = await claude.ask({
      files: {
        'src/a.txt': 'a',
        'lib/b.txt': 'b',
        's.json': JSON.stringify({ permissions }),
      },
      script: [...uses.map((use) => ({ toolUses: [use] })), { text: 'Done.' }],
      args: [`--mcp-config=${JSON.stringify({ mcpServers: { s: mcpServer() } })}`, '--settings=$DIR/s.json'],
    })
    const denials = (result?.permission_denials ?? []) as readonly { tool_name: string }[]
    // A tool of a server that a rule without brackets denies is not even offered.
    const isAbsent = JSON.stringify(events).includes('No such tool available: mcp__s__greet')
    return [...(isAbsent ? ['mcp__s__greet'] : []), ...denials.map(({ tool_name }) => tool_name)]
  }
  const allow = ['mcp__s__greet', 'Read', 'Edit', 'WebFetch', 'Bash']

  test('deny nothing where they are refused', async () => {
    const deny = [
      ...[
        'mcp__s__greet(y)',
        'mcp__s(greet)',
        'mcp__s:greet',
        'mcp__s.greet',
        'mcp__s__',
        'MCP__s__greet',
        'MCP__s*',
        'Mcp__*',
      ],
      ...['Read(src:*)', 'Read( src/**)', 'Read("src/a.txt")', 'Edit(lib/*:*)', 'Edit("lib/**")', 'Edit( lib/b.txt)'],
      ...['Web_Fetch', 'web*', 'WebFetch(http://127.0.0.1:9/)', 'WebFetch(domain: 127.0.0.1)'],
      ...['WebFetch(domain:127.0.0.1 )', 'WebFetch(Domain:127.0.0.1)', 'WebFetch(domain:127.0.0.1:9)'],
      ...['WebFetch(domain:127.0.0.1/)', 'WebFetch(domain:"127.0.0.1")', 'WebFetch(127.0.0.1)'],
    ]
    expect(await deniedWith({ allow, deny })).toEqual([])
    for (const rule of [...deny, 'WebSearch(a*)']) {
      expect([rule, (await failureOf({ 'disallowed-tools': rule })).code]).toEqual([rule, 'input-invalid'])
    }
  })
  test('deny what they should where they are taken', async () => {
    const deny = ['mcp__s__*', 'Read(src/**)', 'Edit(lib/b.txt)', 'WebFetch(domain:127.0.0.1)', 'Bas*']
    expect(await deniedWith({ allow, deny: deny.slice(0, 4) })).toEqual(['mcp__s__greet', 'Read', 'Edit', 'WebFetch'])
    expect((await parse({ 'disallowed-tools': deny.join('\n') })).warnings).toEqual([])
  })
  test('allow nothing with a * in the name, and are refused', async () => {
    const wide = ['*', '**', 'Web*', 'mcp__*', 'Bash*', 'B*', 'Ed*']
    expect(await deniedWith({ allow: wide })).toEqual(['mcp__s__greet', 'Edit', 'WebFetch', 'Bash'])
    for (const rule of wide) {
      expect([rule, (await failureOf({ 'allowed-tools': rule })).code]).toEqual([rule, 'input-invalid'])
    }
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
