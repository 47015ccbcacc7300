// Why settings are refused, or named in a warning: what the real Claude Code does with them as they are, without a word.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { argumentsFor, runSettings } from '../../src/claude/arguments.ts'
import { askedClaude, commandTurn, mayTouch as mayTouchWithin, type AskedRun } from '../support/asked-claude.ts'
import { failureOf, parse, workspaceWith } from '../unit/inputs/given.ts'

let claude: Awaited<ReturnType<typeof askedClaude>>
beforeAll(async () => {
  claude = await askedClaude()
}, 300_000)
afterAll(() => claude.close())

/** Whether an agent that tries `touch made` may. */
const mayTouch = (run: AskedRun) => mayTouchWithin(claude, run)

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

describe("settings of the checkout that are no input's", () => {
  const rules = '"permissions": {"deny": ["Bash(touch:*)"]}, "env": {"PROBE": "taken"}'
  const latin1 = (text: string) => Buffer.from(text, 'latin1')
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
  test.each([
    ['a key twice', 'taken', `{"a": 1, "a": 2, ${rules}}`],
    ['variables twice', 'taken', `{"env": {"A": "1"}, ${rules}}`],
    ['a byte of Latin-1', 'taken', latin1(`{"a": "caf\xE9", ${rules}}`)],
    ['brackets without end', 'taken', `{"a": ${'['.repeat(9_000)}${']'.repeat(9_000)}, ${rules}}`],
    ['little-endian UTF-16', 'taken', utf16(`{${rules}}`)],
    ['big-endian UTF-16', 'dropped', utf16(`{${rules}}`).swap16()],
    ['UTF-16 without a mark', 'dropped', utf16(`{${rules}}`).subarray(2)],
    ['two byte order marks', 'dropped', `\uFEFF\uFEFF{${rules}}`],
    ['a NUL byte at the end', 'dropped', `{${rules}}\0`],
  ])('%s: %s by both', async (_name, how, text) => {
    const files = { '.claude/settings.json': text }
    const { file } = await claude.ask({
      files,
      script: [commandTurn('env > seen'), commandTurn('touch made'), { text: 'Done.' }],
      args: ['--allowedTools=Bash'],
    })
    expect([file('seen')?.includes('PROBE=taken'), file('made') === undefined]).toEqual(Array(2).fill(how === 'taken'))
    const { warnings, settings } = await parse({}, { workspace: workspaceWith(files) })
    expect('PROBE' in settings.agent.settings.checkoutEnvironment).toBe(how === 'taken')
    expect(warnings.join().includes('Claude Code drops the file, and its deny rules with it')).toBe(how === 'dropped')
  })
  test('that the agent writes while it works cannot send its calls to a proxy', async () => {
    const env = { HTTP_PROXY: 'http://127.0.0.1:9', PROBE: 'taken' }
    const gateway = { CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1' }
    const { NO_PROXY, no_proxy } = runSettings((await parse({})).settings.agent, gateway).env as Record<string, string>
    const { file, result } = await claude.ask({
      script: [
        commandTurn(`mkdir .claude; echo '${JSON.stringify({ env })}' > .claude/settings.local.json; sleep 3`),
        commandTurn('env > seen'),
        { text: 'Done.' },
      ],
      args: [`--settings=${JSON.stringify({ env: { NO_PROXY, no_proxy } })}`],
      env: { IS_SANDBOX: '1' },
      mode: 'bypassPermissions',
    })
    expect(result?.subtype).toBe('success')
    expect(file('seen')).toContain('PROBE=taken')
  })
})

describe('models and helpers that the checkout sets', () => {
  const OTHER = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
  const theirs = {
    ...{ model: OTHER, modelOverrides: { 'claude-opus-5-5': OTHER }, fallbackModel: [OTHER] },
    ...{ availableModels: ['haiku'], enforceAvailableModels: true },
    ...{ apiKeyHelper: 'touch helped', awsAuthRefresh: 'touch helped', awsCredentialExport: 'touch helped' },
  }
  const files = { '.claude/settings.json': JSON.stringify(theirs) }
  const env = { ANTHROPIC_MODEL: '' }
  const calledWith = async (args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const { init, file } = await claude.ask({ files: { ...files, ...more }, args, env })
    return [init?.model, file('helped') === undefined ? 'no helper' : 'a helper']
  }

  test.each<[string | undefined, string]>([
    [undefined, 'us.anthropic.claude-opus-5-5'],
    ['us.anthropic.claude-sonnet-4-6', 'us.anthropic.claude-sonnet-4-6'],
  ])('would count without the arguments and the file of the run: model %s', async (model, called) => {
    const raw = model === undefined ? {} : { model }
    const bare = await calledWith(model === undefined ? [] : [`--model=${model}`])
    expect(bare[0]).not.toBe(called)
    expect(bare[1]).toBe('a helper')
    const { settings } = await parse(raw, { workspace: workspaceWith(files) })
    const args = argumentsFor(settings.agent, {
      model: settings.bedrock.model,
      files: { settings: '$DIR/s.json', mcpConfig: undefined },
    }).filter((arg) => /^--(?:model|settings)=/.test(arg))
    const ours = JSON.stringify(runSettings(settings.agent, {}))
    expect(await calledWith(args, { 's.json': ours })).toEqual([called, 'no helper'])
  })
})
