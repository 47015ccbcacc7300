import { describe, expect, test } from '@jest/globals'

import { failureOf, fixOf, parse, workspaceWith } from './given.ts'

const settingsOf = async (settings: object | string, more?: Parameters<typeof parse>[1]) =>
  parse({ settings: typeof settings === 'string' ? settings : JSON.stringify(settings) }, more)

const DENY = { permissions: { deny: ['Bash(touch:*)'] } }

describe('settings that Claude Code would drop, deny rules included, are refused', () => {
  test.each([
    [
      'a trailing comma',
      '{"permissions": {"deny": ["Bash"],}}',
      'line 1, column 35 has a comma before the closing bracket',
    ],
    ['a comment', '{\n  // guard\n  "permissions": {}\n}', 'line 2, column 3 has a comment'],
    [
      'a second object of rules',
      '{"permissions": {"deny": ["Bash"]}, "permissions": {}}',
      'has the key "permissions" for',
    ],
    ['no object', '["Bash"]', 'must be a JSON object'],
    ['deny as a text', '{"permissions": {"deny": "Bash"}}', 'permissions.deny must be array'],
    ['a number among the rules', '{"permissions": {"deny": ["Bash", 1]}}', 'permissions.deny[1] must be string'],
    ['rules as a list', '{"permissions": ["Bash"]}', 'permissions must be object'],
    ['an unknown mode', '{"permissions": {"defaultMode": "yolo"}}', 'permissions.defaultMode must be equal to one of'],
    ['variables as a list', '{"env": ["A=1"]}', 'env must be object'],
    ['an object as a variable', '{"env": {"A": {}}}', 'env.A must be string'],
    ['nothing as a variable', '{"env": {"A": null}}', 'env.A must be string'],
    ['hooks as a list', '{"hooks": []}', 'hooks must be object'],
    ['an event that is none', '{"hooks": {"PreTooluse": []}}', 'hooks.PreTooluse is not known to Claude Code'],
    [
      'a hook without a command',
      '{"hooks": {"Stop": [{"hooks": [{"type": "command"}]}]}}',
      'hooks.Stop[0].hooks[0] must be one of',
    ],
    [
      'hooks without their list',
      '{"hooks": {"Stop": [{"matcher": "x"}]}}',
      "hooks.Stop[0] must have required property 'hooks'",
    ],
    ['a known key of another type', '{"cleanupPeriodDays": "7"}', 'cleanupPeriodDays must be integer'],
  ])('%s', async (_name, text, problem) => {
    const failure = await failureOf({ settings: text })
    expect(failure.code).toBe('input-invalid')
    expect(failure.message).toContain('Input settings: must be')
    expect(failure.message).toContain(problem)
  })

  test('empty files too', async () => {
    const workspace = workspaceWith({ 'empty.json': '\n' })
    const { message } = await failureOf({ settings: 'empty.json' }, { workspace })
    expect(message).toBe('Input settings: "empty.json" must be a JSON object, and is empty.')
  })

  test('all at once, and without the secrets beside them', async () => {
    const text = JSON.stringify({ env: { TOKEN: 'hunter2-token', A: [] }, permissions: { deny: 'x', allow: 'y' } })
    const { message } = await failureOf({ settings: text })
    expect(message).toContain('3 problems')
    expect(message).not.toContain('hunter2')
  })

  test('keys that nobody knows pass', async () => {
    const json = { someday: { x: 1 }, permissions: { deny: ['Edit'], later: true } }
    expect((await settingsOf(json)).settings.agent.settings.json).toMatchObject(json)
  })

  test('of another Claude Code, a key beside rules, variables and hooks is a warning', async () => {
    const raw = { settings: '{"cleanupPeriodDays": "7"}', 'claude-code-version': '2.2.0' }
    expect((await parse(raw)).warnings[0]).toContain('settings: cleanupPeriodDays must be integer')
    expect((await failureOf({ ...raw, settings: '{"env": []}' })).message).toContain('env must be object')
  })
})

describe('permission rules in settings', () => {
  test.each([
    ['deny', 'bash(touch:*)', 'permissions.deny[0] matches nothing: the tool is called Bash'],
    ['deny', '"Bash(touch:*)"', 'permissions.deny[0] must be a rule, Name or Name(...), without quotes'],
    ['deny', '[Bash]', 'permissions.deny[0] must be a rule'],
    ['deny', 'Bash(touch:*', 'permissions.deny[0] must be a rule'],
    ['deny', ' Bash', 'permissions.deny[0] must be a rule'],
    ['ask', 'webfetch', 'permissions.ask[0] matches nothing: the tool is called WebFetch'],
    ['allow', 'Edit, not Bash', 'permissions.allow[0] must be a rule'],
    ['allow', 'Bash()', 'permissions.allow[0] must have something between its brackets'],
  ])('in %s, %s is refused', async (list, rule, problem) => {
    const { message } = await failureOf({ settings: JSON.stringify({ permissions: { [list]: [rule] } }) })
    expect(message).toContain(problem)
  })
  test('that name no tool are warnings', async () => {
    const { warnings } = await settingsOf({ permissions: { deny: ['Teleport'], allow: ['bash'] } })
    expect(warnings).toEqual([
      'settings: permissions.allow[0] matches nothing: the tool is called Bash.',
      'settings: permissions.deny[0] names no tool that this release knows, and may match nothing.',
    ])
  })
  test('mean the same folder from the file that they are written in, wherever Claude Code finds them', async () => {
    const rules = ['Read(/keys/**)', 'Read(./x)', 'Read(//etc/**)', 'Bash(/bin/true)']
    const json = { permissions: { deny: rules }, sandbox: { filesystem: { denyRead: ['./keys', '/abs', '~/x'] } } }
    const workspace = workspaceWith({ '.github/claude.json': JSON.stringify(json), 'app/x': '' })
    const inFile = await settingsOf('../.github/claude.json', { workspace }).catch(() => undefined)
    expect(inFile).toBeUndefined()
    const file = { settings: '../.github/claude.json', 'working-directory': 'app' }
    expect((await parse(file, { workspace })).settings.agent.settings.json).toMatchObject({
      permissions: { deny: [`Read(/${workspace}/.github/keys/**)`, ...rules.slice(1)] },
      sandbox: { filesystem: { denyRead: [`${workspace}/.github/keys`, '/abs', '~/x'] } },
    })
    const inline = { settings: JSON.stringify(json), 'working-directory': 'app' }
    expect((await parse(inline, { workspace })).settings.agent.settings.json).toMatchObject({
      permissions: { deny: [`Read(/${workspace}/app/keys/**)`, ...rules.slice(1)] },
    })
  })
})

describe('what the inputs decide', () => {
  const env = {
    ANTHROPIC_BEDROCK_BASE_URL: 'http://elsewhere',
    CLAUDE_CODE_USE_BEDROCK: '0',
    CLAUDE_CODE_MAX_OUTPUT_TOKENS: 32000,
    AWS_PROFILE: 'other',
    MY_MODE: 'fast',
    DEBUG: true,
  }
  const json = { ...DENY, model: 'opus', awsAuthRefresh: 'sh x', modelOverrides: {}, env }

  test('is taken out of the settings, and named', async () => {
    const { settings } = (await settingsOf(json)).settings.agent
    expect(settings.json).toEqual({ ...DENY, env: { MY_MODE: 'fast', DEBUG: 'true' } })
    expect(settings.overridden).toEqual([
      'model (settings)',
      'modelOverrides (settings)',
      'awsAuthRefresh (settings)',
      'env.ANTHROPIC_BEDROCK_BASE_URL (settings)',
      'env.CLAUDE_CODE_USE_BEDROCK (settings)',
      'env.CLAUDE_CODE_MAX_OUTPUT_TOKENS (settings)',
      'env.AWS_PROFILE (settings)',
    ])
  })
  test("is named of the checkout's own settings too", async () => {
    const workspace = workspaceWith({
      '.claude/settings.json': JSON.stringify({ env: { AWS_REGION: 'eu-west-1', A: '1' } }),
      '.claude/settings.local.json': JSON.stringify({ env: { MAX_THINKING_TOKENS: '0', A: '2' } }),
    })
    const { agent } = (await parse({}, { workspace })).settings
    expect(agent.settings).toEqual({
      json: {},
      checkoutEnvironment: { AWS_REGION: 'eu-west-1', A: '2', MAX_THINKING_TOKENS: '0' },
      overridden: ['env.AWS_REGION (.claude/settings.json)', 'env.MAX_THINKING_TOKENS (.claude/settings.local.json)'],
    })
  })

  test('counts against the models and helpers of the checkout', async () => {
    const workspace = workspaceWith({
      '.claude/settings.json': JSON.stringify({
        ...{ model: 'haiku', modelOverrides: { 'claude-opus-5-5': 'x' }, availableModels: ['haiku'] },
        ...{ apiKeyHelper: 'sh a', awsAuthRefresh: 'sh b', awsCredentialExport: 'sh c' },
      }),
      '.claude/settings.local.json': JSON.stringify({
        ...{ fallbackModel: ['haiku'], enforceAvailableModels: true, permissions: { defaultMode: 'plan' } },
        ...{ modelOverrides: { 'claude-sonnet-4-6': 'x' } },
      }),
    })
    const raw = { model: 'us.anthropic.claude-sonnet-4-6', 'fallback-model': 'a, b' }
    const { settings } = (await parse(raw, { workspace })).settings.agent
    expect(settings.json).toEqual({
      ...{ apiKeyHelper: '', awsAuthRefresh: '', awsCredentialExport: '', fallbackModel: [] },
      modelOverrides: { 'claude-opus-5-5': '', 'claude-sonnet-4-6': '' },
      availableModels: ['us.anthropic.claude-sonnet-4-6', 'a', 'b', 'opus', 'sonnet', 'haiku', 'fable'],
      enforceAvailableModels: false,
    })
    expect(settings.overridden).toEqual([
      ...['model', 'modelOverrides', 'availableModels', 'apiKeyHelper', 'awsAuthRefresh', 'awsCredentialExport'].map(
        (key) => `${key} (.claude/settings.json)`,
      ),
      ...['fallbackModel', 'modelOverrides', 'enforceAvailableModels', 'permissions.defaultMode'].map(
        (key) => `${key} (.claude/settings.local.json)`,
      ),
    ])
  })
})

describe('custom headers', () => {
  const headers = (text: string) => ({ env: { ANTHROPIC_CUSTOM_HEADERS: text } })
  test('come from the job, the checkout and the input; the later ones count', async () => {
    const workspace = workspaceWith({
      '.claude/settings.json': JSON.stringify(headers('X-A: checkout\nX-B: checkout')),
    })
    const { settings } = await settingsOf(headers('x-b: input'), {
      workspace,
      env: { ANTHROPIC_CUSTOM_HEADERS: 'X-A: job\nX-C: job' },
    })
    expect(settings.bedrock.customHeaders).toEqual({ 'x-a': 'checkout', 'x-b': 'input', 'x-c': 'job' })
    expect(settings.agent.settings).toMatchObject({ json: { env: {} }, overridden: [] })
  })
  test.each([
    ['Authorization: Bearer hunter2-token', 'must not set the header Authorization'],
    ['X-Amz-Security-Token: hunter2-token', 'must not set the header X-Amz-Security-Token'],
    ['no header, hunter2-token', 'must have "Name: value" in each line'],
  ])('%s is refused, wherever it is, and not shown', async (text, problem) => {
    const workspace = workspaceWith({ '.claude/settings.local.json': JSON.stringify(headers(text)) })
    for (const failure of [
      await failureOf({ settings: JSON.stringify(headers(text)) }),
      await failureOf({}, { workspace }),
    ]) {
      expect(failure.message).toContain(problem)
      expect(failure.message + fixOf(failure)).not.toContain('hunter2')
    }
  })
  test('of a guardrail are taken', async () => {
    const { settings } = await settingsOf(
      headers('X-Amzn-Bedrock-GuardrailIdentifier: abc\nX-Amzn-Bedrock-Trace: ENABLED'),
    )
    expect(Object.keys(settings.bedrock.customHeaders ?? {})).toHaveLength(2)
  })
})

test('the text of a file is handed on before it is judged, so that its secrets are known in any case', async () => {
  const texts = { 's.json': '{"env": {"TOKEN": "a-secret"}}', 'm.json': '{"mcpServers": []}' }
  const reported: string[] = []
  const more = { workspace: workspaceWith(texts), onConfiguration: (text: string) => void reported.push(text) }
  await failureOf({ settings: 's.json', 'mcp-config': 'm.json' }, more)
  expect(reported).toEqual(Object.values(texts))
})
