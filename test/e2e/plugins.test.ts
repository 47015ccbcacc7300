// Plugins of a marketplace, installed by the real Claude Code in the sandbox, from git over http and from the checkout.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import type { MessagesRequest } from '../emulators/bedrock-request.ts'
import { example, withRole } from '../support/example-run.ts'
import { serveGit } from '../support/git-server.ts'
import { scenario, transcriptFile, type ScenarioOptions } from '../support/scenario.ts'
import { withSandbox } from '../support/with-machine.ts'
import { runJob } from '../support/workflow-job.ts'

const LONG = 60_000
const RUN = { prompt: 'Go on.', plugins: 'greeter@octo-market', 'upload-transcript': 'never' }

/** A marketplace with one plugin, whose hook leaves a mark when a session starts. */
function marketplaceIn(folder: string, greeting: string): void {
  const files = {
    '.claude-plugin/marketplace.json': JSON.stringify({
      ...{ name: 'octo-market', owner: { name: 'Octo' } },
      plugins: [{ name: 'greeter', source: './plugins/greeter', description: 'Greets' }],
    }),
    'plugins/greeter/.claude-plugin/plugin.json': JSON.stringify({ name: 'greeter', version: '1.0.0' }),
    'plugins/greeter/skills/greet/SKILL.md': `---\nname: greet\ndescription: ${greeting}\n---\nGreet.\n`,
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** The same as a git repository that is served; two commits, of which `first` greets otherwise. */
async function served() {
  const folder = mkdtempSync(join(tmpdir(), 'marketplace-'))
  const work = join(folder, 'market.git')
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=O', '-c', 'user.email=o@example.com', ...args], {
      cwd: work,
      encoding: 'utf8',
    }).trim()
  mkdirSync(work)
  git('init', '--quiet', '--initial-branch=main')
  const commits = ['Greets politely', 'Greets rudely'].map((greeting) => {
    marketplaceIn(work, greeting)
    git('add', '--all')
    git('commit', '--quiet', `--message=${greeting}`)
    return git('rev-parse', 'HEAD')
  })
  const server = await serveGit(folder)
  const close = () => server[Symbol.asyncDispose]()
  return {
    asked: server.asked,
    address: `${server.url}/market.git/.git`,
    first: commits[0]!,
    [Symbol.asyncDispose]: close,
  }
}

async function run(
  inputs: Record<string, string>,
  more: ScenarioOptions & { prepare?: (workspace: string) => void } = {},
) {
  const asked: MessagesRequest[] = []
  const { prepare, ...options } = more
  await using here = await scenario({
    ...options,
    aws: { script: (request) => (asked.push(request), { text: 'Done.' }) },
  })
  prepare?.(here.job.workspace)
  const result = await here.step({ ...RUN, ...inputs })
  return {
    result,
    workspace: here.job.workspace,
    events: transcriptFile(result, 'transcript.jsonl') ?? '',
    asked: JSON.stringify(asked.map(({ body }) => body)),
  }
}

const tests = (isolation: string) => () => {
  test(
    'from git, at the commit',
    async () => {
      await using market = await served()
      const { address, first } = market
      const { result, events, asked } = await run({ isolation, 'plugin-marketplaces': `${address}#${first}` })
      expect([result.outputs.conclusion, result.outputs['failure-message']]).toEqual(['success', ''])
      expect(result.outputs.isolation).toBe(isolation === 'off' ? 'none' : 'unshare')
      expect(events).toMatch(/"plugins":\[[^\]]*"name":"greeter"/)
      expect(asked).toContain('Greets politely')
      expect(asked).not.toContain('Greets rudely')
      expect(result.main.stdout).not.toContain('::warning')
      expect(result.main.stdout).toContain('Plugin: greeter@octo-market')
    },
    LONG,
  )

  test(
    'from git without a commit, with a warning',
    async () => {
      await using market = await served()
      const { address } = market
      const { result, asked } = await run({ isolation, 'plugin-marketplaces': address })
      expect(result.outputs.conclusion).toBe('success')
      expect(asked).toContain('Greets rudely')
      expect(result.main.stdout).toMatch(/::warning.*is not pinned to a commit/)
    },
    LONG,
  )
}

withSandbox('plugins in the sandbox', tests('required'))

withSandbox('plugins where the network of the agent is bounded', () => {
  test(
    'come from hosts that are allowed',
    async () => {
      await using market = await served()
      const { port } = new URL(market.address)
      const address = market.address.replace('127.0.0.1', 'localhost')
      const inputs = { 'plugin-marketplaces': `${address}#${market.first}`, 'allowed-domains': `localhost:${port}` }
      const { result, asked } = await run(inputs)
      expect([result.outputs.conclusion, result.outputs['failure-message']]).toEqual(['success', ''])
      expect(asked).toContain('Greets politely')
    },
    LONG,
  )

  test(
    'and from no others',
    async () => {
      await using market = await served()
      const inputs = { 'plugin-marketplaces': `${market.address}#${market.first}`, 'allowed-domains': 'none' }
      const { result } = await run(inputs)
      expect(result.outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'agent-failed' })
      expect(market.asked).toEqual([])
      expect(result.main.stdout).toContain('it must list the hosts of marketplaces')
    },
    LONG,
  )
})

describe('plugins without a sandbox', tests('off'))

test(
  'a plugin of the checkout is loaded where the checkout is trusted',
  async () => {
    const prepare = (workspace: string) => marketplaceIn(join(workspace, 'market'), 'Greets at home')
    const { result, asked, workspace } = await run({ 'plugin-marketplaces': './market' }, { prepare })
    expect([result.outputs.conclusion, result.outputs['failure-message']]).toEqual(['success', ''])
    expect(asked).toContain('Greets at home')
    expect(result.outputs['changed-files']).toBe('[]')
    expect(existsSync(join(workspace, '.claude'))).toBe(false)
  },
  LONG,
)

test(
  'a checkout that is not trusted names no marketplace of its own',
  async () => {
    await using market = await served()
    const { address, first } = market
    const prepare = (workspace: string) => {
      marketplaceIn(join(workspace, 'market'), 'Greets as a stranger')
      mkdirSync(join(workspace, '.claude'))
      const settings = {
        extraKnownMarketplaces: { 'octo-market': { source: { source: 'directory', path: join(workspace, 'market') } } },
        enabledPlugins: { 'greeter@octo-market': true },
      }
      writeFileSync(join(workspace, '.claude', 'settings.json'), JSON.stringify(settings))
    }
    const inputs = { 'plugin-marketplaces': `${address}#${first}`, 'trust-project-config': 'false' }
    const { result, asked } = await run(inputs, { prepare })
    expect(result.outputs.conclusion).toBe('success')
    expect(asked).toContain('Greets politely')
    expect(asked).not.toContain('as a stranger')
  },
  LONG,
)

test.each([
  [
    'a plugin that the marketplace has not',
    { plugins: 'nobody@octo-market' },
    /could not install the plugin nobody@octo-market: .*nobody/,
  ],
  ['a commit that is not there', { commit: '9'.repeat(40) }, /could not add the marketplace .*9{40}/],
])(
  '%s ends the run with Claude Code’s words',
  async (_name, { plugins = RUN.plugins, commit }: { plugins?: string; commit?: string }, words) => {
    await using market = await served()
    const { address, first } = market
    const { result, asked } = await run({ plugins, 'plugin-marketplaces': `${address}#${commit ?? first}` })
    expect(result.outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'agent-failed' })
    expect(result.outputs['failure-message']).toMatch(words)
    expect(asked).toBe('[]')
  },
  LONG,
)

test(
  'the example runs with its plugin',
  async () => {
    await using market = await served()
    const { address, first } = market
    const asked: string[] = []
    await using here = await scenario({
      aws: { script: (request) => (asked.push(JSON.stringify(request.body)), { text: 'Done.' }) },
    })
    const inputs = { prompt: 'Greet.' }
    const fromHere = { ...withRole, 'plugin-marketplaces': `${address}#${first}` }
    const ran = await runJob({ here, workflow: example('plugins'), job: 'claude', inputs, with: fromHere })
    expect([ran.result, ran.action?.outputs['failure-message']]).toEqual(['success', ''])
    expect(asked.join('')).toContain('Greets politely')
  },
  LONG,
)
