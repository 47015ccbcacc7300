// All runs of a version and model begin with the same bytes, so that a run reads what another has written to the prompt cache.
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { agentEnvironment } from '../../src/bedrock/environment.ts'
import { askedClaude } from '../support/asked-claude.ts'
import { mcpServer, type ServerBehaviour } from '../support/mcp-server.ts'

let claude: Awaited<ReturnType<typeof askedClaude>>

beforeAll(async () => {
  claude = await askedClaude()
})
afterAll(() => claude.close())

/** What the action gives the agent beyond what the runs of this test have anyway. */
function ownVariables(model: string): Record<string, string> {
  const bedrock = {
    ...{ region: 'us-east-1', model, smallFastModel: undefined, smallFastModelRegion: 'us-east-1' },
    ...{ maxOutputTokens: 4096, maxThinkingTokens: 1024, disablePromptCaching: false },
  }
  const { variables } = agentEnvironment({
    ...{ inherited: {}, names: [], bedrock, access: { kind: 'gateway' }, source: 'oidc' },
    ...{ configDirectory: '', platform: 'linux', run: 'a1b2' },
  })
  return Object.fromEntries(Object.entries(variables).filter(([name]) => /^(CLAUDE_CODE|MAX|DISABLE)_/.test(name)))
}

test.each([
  'us.anthropic.claude-opus-5-5',
  'us.anthropic.claude-sonnet-4-6',
  'us.anthropic.claude-haiku-4-5-20251001-v1:0',
])('%s: system and tools are the same in two folders, for two prompts', async (model) => {
  const env = { ...ownVariables(model), ANTHROPIC_MODEL: model }
  const ask = async (prompt: string, files: Record<string, string>) => {
    const { requests } = await claude.ask({ env, prompt, files })
    const { system, tools } = requests[0]?.body ?? {}
    return JSON.stringify({ system, tools })
  }
  const first = await ask('Review the change.', { 'a.txt': 'a' })
  expect(first.length).toBeGreaterThan(20_000)
  expect(await ask('Explain how the cache works in ten words.', { 'src/b.txt': 'b' })).toBe(first)
})

test('tools of MCP servers come in the same order, whichever server starts first and however they are listed', async () => {
  const model = 'us.anthropic.claude-sonnet-4-6'
  const env = { ...ownVariables(model), ANTHROPIC_MODEL: model, ENABLE_TOOL_SEARCH: 'false' }
  const toolsWith = async (servers: readonly (readonly [name: string, behaviour: ServerBehaviour])[]) => {
    const mcpServers = Object.fromEntries(servers.map(([name, behaviour]) => [name, mcpServer(behaviour)]))
    const { requests } = await claude.ask({ env, args: ['--mcp-config', JSON.stringify({ mcpServers })] })
    return requests[0]?.tools
  }
  const tools = await toolsWith([
    ['alpha', 'slow'],
    ['beta', 'well'],
  ])
  expect(tools).toEqual(expect.arrayContaining(['mcp__alpha__greet', 'mcp__beta__greet']))
  const others = await toolsWith([
    ['beta', 'slow'],
    ['alpha', 'well'],
  ])
  expect(others).toEqual(tools)
})
