import { describe, expect, test } from '@jest/globals'

import { failureOf, parse, workspaceWith } from './given.ts'

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
