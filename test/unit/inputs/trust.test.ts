import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { classifyEvent } from '../../../src/events/event-class.ts'
import { failureOf, fixOf, parse, workspaceWith } from './given.ts'

const repository = { id: 1, full_name: 'octo-org/octo-repo' }
const payload = (head: object | null = repository) => ({
  pull_request: { head: { repo: head }, base: { repo: repository } },
})
const fork = { id: 2, full_name: 'eve/octo-repo' }

const push = { event: classifyEvent('push', {}) }
const branch = { event: classifyEvent('pull_request', payload()) }
const comment = { event: classifyEvent('issue_comment', {}) }
const target = { event: classifyEvent('pull_request_target', payload(fork)) }
const forked = { event: classifyEvent('pull_request', payload(fork)) }
const unknown = { event: classifyEvent('brand_new', {}) }

/** What the settings say that applies, and the warnings. */
async function applied(raw: Parameters<typeof parse>[0], more: Parameters<typeof parse>[1]) {
  const { settings, warnings } = await parse(raw, more)
  const { agent, credentials, exportEnvironment } = settings
  const { trustsCheckout, isolation } = agent
  return { trustsCheckout, isolation, credentials, exportEnvironment, warnings }
}

describe('defaults', () => {
  test.each([push, branch])(
    'of $event.name: the checkout counts, the sandbox where it works, set-up exports',
    async (more) => {
      const base = { trustsCheckout: true, isolation: 'auto', credentials: 'gateway', warnings: [] }
      expect(await applied({}, more)).toEqual({ ...base, exportEnvironment: false })
      expect(await applied({ prompt: '' }, more)).toEqual({ ...base, exportEnvironment: true })
    },
  )

  test.each([comment, target, forked, unknown])(
    'of $event.name: nothing of the checkout, the sandbox or no run, no export',
    async (more) => {
      const base = { trustsCheckout: false, isolation: 'required', credentials: 'gateway', warnings: [] }
      expect(await applied({}, more)).toEqual({ ...base, exportEnvironment: false })
      expect(await applied({ prompt: '' }, more)).toEqual({ ...base, exportEnvironment: false })
    },
  )
})

describe('inputs that open a default on an event of strangers are obeyed, with a warning', () => {
  test.each([
    [{ 'trust-project-config': 'true' }, { trustsCheckout: true }, 'trust-project-config is true: hooks'],
    [{ 'allowed-domains': '*' }, {}, 'allowed-domains is given: on issue_comment'],
    [{ 'allowed-domains': 'example.com' }, {}, 'it can send data to the hosts it lists'],
    [
      { isolation: 'off', 'allowed-domains': '*' },
      { isolation: 'off' },
      'isolation is off: on issue_comment strangers',
    ],
    [
      { prompt: '', 'export-environment': 'true' },
      { exportEnvironment: true },
      'export-environment is true: on issue_comment',
    ],
    [{ 'export-environment': 'true' }, { exportEnvironment: true }, 'real AWS credentials'],
  ])('%j', async (raw, expected, warning) => {
    const found = await applied(raw, comment)
    expect(found).toMatchObject(expected)
    expect(found.warnings).toContainEqual(expect.stringContaining(warning))
    expect((await applied(raw, push)).warnings).toEqual([])
  })

  test('those that close one are obeyed everywhere, without', async () => {
    expect(await applied({ 'trust-project-config': 'false', isolation: 'required' }, push)).toMatchObject({
      ...{ trustsCheckout: false, isolation: 'required', warnings: [] },
    })
  })

  test('but the agent gets no credentials', async () => {
    const failure = await failureOf({ credentials: 'environment' }, comment)
    expect(failure.message).toContain('"environment" must be gateway on issue_comment')
    expect(fixOf(failure)).toContain('credentials: gateway')
    await expect(applied({ credentials: 'environment' }, push)).resolves.toMatchObject({ credentials: 'environment' })
  })

  test('other words are refused', async () => {
    expect((await failureOf({ 'trust-project-config': 'yes' })).message).toContain('must be auto, true or false')
  })
})

const TEXTS = {
  'prompt.md': 'Review.',
  'schema.json': '{"type": "object"}',
  'settings.json': '{"permissions": {}}',
  'mcp.json': '{"mcpServers": {}}',
  'bin/claude': '#!/bin/sh\n',
}
const INPUTS = [
  ['prompt-file', 'prompt.md'],
  ['json-schema', 'schema.json'],
  ['settings', 'settings.json'],
  ['mcp-config', 'mcp.json'],
  ['claude-code-path', 'bin/claude'],
] as const

/** A workspace, and its commit, which has the same files unless `changed`. */
function committedWith(files: Readonly<Record<string, string>>, changed: Readonly<Record<string, string>> = {}) {
  const workspace = workspaceWith({ ...files, ...changed })
  const committed = (path: string) => {
    const text = files[relative(workspace, path)]
    return Promise.resolve(text === undefined ? { unknown: 'is no file at abc' } : { bytes: Buffer.from(text) })
  }
  return { workspace, committed }
}

const named = (input: string, path: string) => ({ ...(input === 'prompt-file' && { prompt: '' }), [input]: path })

describe.each(INPUTS)('the file that %s names', (input, path) => {
  test.each([comment, target])('counts on $event.name as it is at the commit of the run', async (more) => {
    await expect(parse(named(input, path), { ...more, ...committedWith(TEXTS) })).resolves.toBeDefined()
  })

  test('is refused where it is another one there', async () => {
    const changed = { [path]: `${TEXTS[path]} ` }
    const place = committedWith(TEXTS, changed)
    const failure = await failureOf(named(input, path), { ...comment, ...place })
    expect(failure.code).toBe('input-invalid')
    expect(failure.message).toContain(`Input ${input}: "${path}" is not what the commit of the run has there`)
    expect(fixOf(failure)).toContain('trust-project-config')
    await expect(
      parse({ ...named(input, path), 'trust-project-config': 'true' }, { ...comment, ...place }),
    ).resolves.toBeDefined()
    await expect(parse(named(input, path), { ...push, ...place })).resolves.toBeDefined()
  })

  test('is refused where there is none there', async () => {
    const others = Object.fromEntries(Object.entries(TEXTS).filter(([name]) => name !== path))
    const place = committedWith(others, { [path]: TEXTS[path] })
    const failure = await failureOf(named(input, path), { ...comment, ...place })
    expect(failure.message).toContain(`"${path}" is no file at abc`)
  })

  test("is refused where the commit is a fork's, though it is the same", async () => {
    for (const more of [forked, unknown]) {
      const failure = await failureOf(named(input, path), { ...more, ...committedWith(TEXTS) })
      expect(failure.message).toContain(`"${path}" comes with a stranger's commit`)
    }
  })

  test('is refused where it is a link to another file of the commit', async () => {
    const workspace = workspaceWith({ ...TEXTS, 'other/file': TEXTS[path], 'here/link': '-> ../other/file' })
    const committed = (real: string) => Promise.resolve({ bytes: readFileSync(real) })
    const failure = await failureOf(named(input, 'here/link'), { ...comment, workspace, committed })
    expect(failure.message).toContain('leads through a link of the checkout')
  })

  test('is held to the same where trust-project-config is false on any event', async () => {
    const raw = { ...named(input, path), 'trust-project-config': 'false' }
    await expect(parse(raw, { ...push, ...committedWith(TEXTS) })).resolves.toBeDefined()
    const failure = await failureOf(raw, { ...push, ...committedWith(TEXTS, { [path]: `${TEXTS[path]} ` }) })
    expect(failure.code).toBe('input-invalid')
  })
})

describe.each(INPUTS.filter(([input]) => input !== 'prompt-file'))(
  'a file outside the workspace, for %s,',
  (input, path) => {
    const elsewhere = workspaceWith(TEXTS)

    test("is none of the checkout's", async () => {
      await expect(
        parse({ [input]: join(elsewhere, path) }, { ...comment, ...committedWith({}) }),
      ).resolves.toBeDefined()
    })

    test.each([push, comment])('is not reached through a link of the checkout, on $event.name', async (more) => {
      const workspace = workspaceWith({ link: `-> ${join(elsewhere, path)}` })
      if (input === 'claude-code-path' && more === push) return
      const failure = await failureOf({ [input]: 'link' }, { ...more, workspace })
      expect(failure.message).toContain('must be inside the workspace, links followed')
    })
  },
)

describe('settings of the checkout', () => {
  const settings = JSON.stringify({
    env: { ANTHROPIC_CUSTOM_HEADERS: 'X-Evil: 1', OTHER: 'x' },
    permissions: { deny: 'x' },
  })
  const workspace = workspaceWith({ '.claude/settings.json': settings })

  test('give nothing to the run, not even headers or a warning, where it is not trusted', async () => {
    const { settings: found, warnings } = await parse({}, { ...comment, workspace })
    expect([found.bedrock.customHeaders, found.agent.settings.checkoutEnvironment, warnings]).toEqual([
      undefined,
      {},
      [],
    ])
    const trusted = await parse({}, { ...push, workspace })
    expect(trusted.settings.bedrock.customHeaders).toEqual({ 'x-evil': '1' })
    expect(trusted.warnings).toHaveLength(1)
  })
})

describe('claude-args, where the checkout is not trusted,', () => {
  test.each([
    ...['--add-dir sub', '--add-dir=sub', '--agents agents.json', '--agent planted', '--plugin-dir plugin', '--bare'],
    ...[
      '--system-prompt-file CLAUDE.md',
      '--append-subagent-system-prompt-file=CLAUDE.md',
      '--setting-sources=project',
      '-c',
    ],
    ...['--continue', '--from-pr 1', '--plugin-url https://x', '--file a:b', '--new-flag', '-w', '--worktree', '--ide'],
    ...['--debug-file .git/hooks/post-merge', '--permission-prompts host', '--fork-session', "'--tools' --add-dir=x"],
  ])('may not have %s', async (args) => {
    expect((await failureOf({ 'claude-args': args }, comment)).message).toContain('where the checkout is not trusted')
    await expect(parse({ 'claude-args': args }, push)).resolves.toBeDefined()
  })

  test.each([
    '--betas x',
    '--tools Read',
    "--system-prompt 'You review.'",
    '--session-id=1',
    '--disable-slash-commands',
  ])('may have %s', async (args) => {
    await expect(parse({ 'claude-args': args }, comment)).resolves.toBeDefined()
  })

  test('are refused without their values', async () => {
    const { message } = await failureOf({ 'claude-args': '--new-flag=hunter2' }, comment)
    expect(message).toContain('--new-flag')
    expect(message).not.toContain('hunter2')
  })
})
