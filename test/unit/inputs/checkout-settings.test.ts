import { describe, expect, test } from '@jest/globals'

import { runSettings } from '../../../src/claude/arguments.ts'
import { failureOf, parse, workspaceWith } from './given.ts'

const bigEndian = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()

describe("the checkout's own settings that Claude Code would drop are a warning that names the file", () => {
  const warningsOf = async (text: string | Uint8Array, file = '.claude/settings.json') => {
    const workspace = workspaceWith({ [file]: text })
    return (await parse({}, { workspace })).warnings
  }
  test.each([
    ['{"permissions": {"deny": ["Bash"],}}', 'of the checkout must be a JSON object: line 1, column 35', true],
    ['{// x\n}', 'of the checkout must be a JSON object: line 1, column 2', false],
    ['', 'of the checkout must be a JSON object, and is empty', false],
    [Buffer.from([0x7b, 0xe9, 0x7d]), 'of the checkout must be UTF-8 text', false],
    [bigEndian('{"permissions": {"deny": ["Bash"]}}'), 'of the checkout must not be big-endian UTF-16', true],
    [Buffer.from('{"permissions": {"deny": ["Bash"]}}', 'utf16le'), 'of the checkout must be text: it has NUL', true],
    [
      '\uFEFF\uFEFF{"permissions": {"deny": ["Bash"]}}',
      'of the checkout must be a JSON object: line 1, column 1',
      true,
    ],
    ['{"permissions": {"deny": ["Bash"], "allow": "x"}}', 'permissions.allow must be array', true],
    ['{"cleanupPeriodDays": "x"}', 'cleanupPeriodDays must be integer', false],
  ])('%j', async (text, problem, losesRules) => {
    for (const file of ['.claude/settings.json', '.claude/settings.local.json']) {
      const warnings = await warningsOf(text, file)
      expect(warnings).toHaveLength(1)
      expect(warnings[0]).toContain(`${file} of the checkout`)
      expect(warnings[0]).toContain(problem)
      expect(warnings[0]?.includes('and its deny rules with it')).toBe(losesRules)
    }
  })
  test('and so is a rule that denies nothing', async () => {
    expect(await warningsOf(JSON.stringify({ permissions: { deny: ['bash(rm:*)', 'Edit'] } }))).toEqual([
      '.claude/settings.json of the checkout: permissions.deny[0] matches nothing: the tool is called Bash. The rule has no effect.',
    ])
  })
  test('while those that it takes are none', async () => {
    expect(await warningsOf('\uFEFF{"permissions": {"deny": ["Bash(rm:*)"]}, "later": 1, "env": {"A": 1}}')).toEqual([])
  })
})

describe('settings that Claude Code takes though no input may be so count with what they hold', () => {
  const env = '"env": {"HTTP_PROXY": "http://proxy", "AWS_REGION": "eu-west-1"}'
  const latin1 = (text: string) => Buffer.from(text, 'latin1')
  test.each([
    ['a key twice', `{"a": 1, "a": 2, ${env}}`, 'has the key "a" for the second time'],
    ['variables twice', `{"env": {"LOST": "1"}, ${env}}`, 'has the key "env" for the second time'],
    ['a byte of Latin-1', latin1(`{"a": "caf\xE9", ${env}}`), 'must be UTF-8 text'],
    ['half a character at a cut', latin1(`{"a": "\xE2\x82", ${env}}`), 'must be UTF-8 text'],
    ['brackets without end', `{"a": ${'['.repeat(9_000)}${']'.repeat(9_000)}, ${env}}`, 'nested too deeply'],
  ])('%s', async (_name, text, problem) => {
    const workspace = workspaceWith({ '.claude/settings.json': text })
    const { warnings, settings } = await parse({}, { workspace })
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain(`.claude/settings.json of the checkout must be`)
    expect(warnings[0]).toContain(problem)
    expect(warnings[0]).toContain('Claude Code takes the file all the same')
    expect(settings.agent.settings).toMatchObject({
      checkoutEnvironment: { HTTP_PROXY: 'http://proxy', AWS_REGION: 'eu-west-1' },
      overridden: ['env.AWS_REGION (.claude/settings.json)'],
    })
    expect(runSettings(settings.agent, { AWS_REGION: 'us-east-1' })).toMatchObject({
      env: { NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1', AWS_REGION: 'us-east-1' },
    })
    const more = { managedSettings: workspaceWith({ 'managed-settings.json': text }) }
    expect((await failureOf({}, more)).message).toContain('must not set env.AWS_REGION')
  })
  test('also in UTF-16 with a little-endian mark', async () => {
    const workspace = workspaceWith({ '.claude/settings.json': Buffer.from(`\uFEFF{${env}}`, 'utf16le') })
    const { warnings, settings } = await parse({}, { workspace })
    expect(warnings).toEqual([])
    expect(settings.agent.settings.checkoutEnvironment).toHaveProperty('HTTP_PROXY')
  })
})

describe('managed settings of the machine', () => {
  const managed = (files: Record<string, string>) => ({ managedSettings: workspaceWith(files) })
  const base = JSON.stringify({ env: { ANTHROPIC_BEDROCK_BASE_URL: 'http://proxy', MINE: '1' } })

  test.each(['managed-settings.json', 'managed-settings.d/10-proxy.json'])(
    'that set what the inputs decide keep the run from starting, and the failure names %s',
    async (file) => {
      const more = managed({ [file]: base })
      const failure = await failureOf({}, more)
      expect(failure.code).toBe('input-invalid')
      expect(failure.message).toContain(`${more.managedSettings}/${file}: must not set env.ANTHROPIC_BEDROCK_BASE_URL:`)
      expect(failure.message).not.toContain('http://proxy')
    },
  )
  test('that set anything else, or cannot be read, do not', async () => {
    const more = managed({ 'managed-settings.json': '{"env": {"MINE": "1"}}', 'managed-settings.d/x.json': 'no' })
    expect((await parse({}, more)).warnings).toEqual([])
  })
  test('do not matter where Claude Code is not run', async () => {
    await expect(parse({ prompt: '' }, managed({ 'managed-settings.json': base }))).resolves.toBeDefined()
  })
})
