// Variables of Claude Code's that the job has set: which count, which go to the agent, and what is said of the others.
import { describe, expect, test } from '@jest/globals'

import {
  agentEnvironment,
  exportedEnvironment,
  type AgentEnvironmentRequest,
} from '../../../src/bedrock/environment.ts'
import type { BedrockSettings } from '../../../src/inputs/settings.ts'

const SONNET = 'us.anthropic.claude-sonnet-4-6'
const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
const bedrock: BedrockSettings = {
  ...{ region: 'us-east-1', model: SONNET, smallFastModel: HAIKU, smallFastModelRegion: 'us-east-1' },
  ...{ maxOutputTokens: 4096, maxThinkingTokens: 1024, disablePromptCaching: false },
}
const request: AgentEnvironmentRequest = {
  ...{ inherited: {}, names: [], bedrock, access: { kind: 'gateway' }, source: 'oidc' },
  ...{ configDirectory: '/temp/claude', platform: 'linux', run: 'a1b2' },
}
const agent = (more: Partial<BedrockSettings>, change: Partial<AgentEnvironmentRequest> = {}) =>
  agentEnvironment({ ...request, ...change, bedrock: { ...bedrock, ...more } })

const families = ({ variables }: { variables: Readonly<Record<string, string>> }) =>
  ['OPUS', 'SONNET', 'HAIKU', 'FABLE'].map((family) => variables[`ANTHROPIC_DEFAULT_${family}_MODEL`])

describe('a family', () => {
  test('is the model of the input, unless the job names another', () => {
    expect(families(agent({}))).toEqual([SONNET, SONNET, HAIKU, SONNET])
    const named = { opus: 'o', sonnet: 's', haiku: 'h', fable: 'f' }
    expect(families(agent({ familyModels: named }))).toEqual(['o', 's', 'h', 'f'])
    expect(families(agent({ familyModels: { sonnet: 's' } }))).toEqual([SONNET, 's', HAIKU, SONNET])
  })

  test('is Claude Code’s own without a model, or with an alias', () => {
    expect(families(agent({ model: undefined, smallFastModel: undefined }))).toEqual(Array(4).fill(undefined))
    expect(families(agent({ model: 'opus', smallFastModel: undefined }))).toEqual(Array(4).fill(undefined))
  })

  test('of subagents is handed on', () => {
    expect(agent({ subagentModel: 'haiku' }).variables.CLAUDE_CODE_SUBAGENT_MODEL).toBe('haiku')
    expect(agent({}).variables).not.toHaveProperty('CLAUDE_CODE_SUBAGENT_MODEL')
  })
})

describe('headers of the run', () => {
  const added = { customHeaders: { 'x-key': 'secret' }, guardrail: { id: 'abc', version: '3' } }
  const lines = [
    ...['x-amzn-bedrock-trace: ENABLED', 'x-key: secret', 'x-amzn-bedrock-guardrailidentifier: abc'],
    'x-amzn-bedrock-guardrailversion: 3',
  ]

  test('are the gateway’s to add, so the agent does not get them', () => {
    const inherited = { ANTHROPIC_CUSTOM_HEADERS: 'X-Key: secret' }
    expect(agent(added, { inherited }).variables).not.toHaveProperty('ANTHROPIC_CUSTOM_HEADERS')
  })

  test.each<[string, AgentEnvironmentRequest['access']]>([
    ['keys', { kind: 'keys', keys: { accessKeyId: 'AKIA', secretAccessKey: 's' } }],
    ['an address of keys', { kind: 'served', environment: {} }],
    ['an API key', { kind: 'bearer', key: 'k' }],
  ])('go to Claude Code with %s', (_, access) => {
    const { ANTHROPIC_CUSTOM_HEADERS } = agent(added, { access }).variables
    expect(ANTHROPIC_CUSTOM_HEADERS?.split('\n')).toEqual(lines)
    expect(agent({}, { access }).variables).not.toHaveProperty('ANTHROPIC_CUSTOM_HEADERS')
  })

  test('go to later steps', () => {
    const session = { kind: 'bearer', key: 'k' } as const
    const exported = exportedEnvironment({ inherited: {}, bedrock: { ...bedrock, ...added }, session })
    expect(exported.ANTHROPIC_CUSTOM_HEADERS?.split('\n')).toEqual(lines)
  })
})

describe('what the agent does not get is named', () => {
  const line = (names: string) =>
    `Set in the environment and kept from the agent: ${names}. To pass one on, name it in the input environment.`

  test('in one line, in order', () => {
    const inherited = {
      CLAUDE_CODE_B: '1',
      ANTHROPIC_BETAS: 'x',
      CLAUDE_CODE_A: '1',
      CLAUDE_CODE_EMPTY: '',
      OTHER: 'x',
    }
    expect(agent({}, { inherited }).withheld).toEqual([line('ANTHROPIC_BETAS, CLAUDE_CODE_A, CLAUDE_CODE_B')])
  })

  test('but for those that the input environment names, and those that count', () => {
    const inherited = {
      ...{ CLAUDE_CODE_A: '1', ANTHROPIC_MODEL: 'x', ANTHROPIC_SMALL_FAST_MODEL: 'x', CLAUDE_CODE_USE_BEDROCK: '1' },
      ...{ CLAUDE_CODE_MAX_OUTPUT_TOKENS: '1', ANTHROPIC_CUSTOM_HEADERS: 'X: 1', ANTHROPIC_DEFAULT_OPUS_MODEL: 'x' },
      ...{ ANTHROPIC_BEDROCK_BASE_URL: 'http://x', ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION: 'us-east-1' },
    }
    expect(agent({}, { inherited, names: ['CLAUDE_CODE_A'] }).withheld).toEqual([])
  })

  test('once: a key for Anthropic’s API has a line of its own', () => {
    const { withheld } = agent({}, { inherited: { ANTHROPIC_API_KEY: 'k' } })
    expect(withheld).toEqual([expect.stringMatching(/^ANTHROPIC_API_KEY is set/)])
  })
})

test('FIPS asked for leads Claude Code there itself, unless there is an address of the user’s own', () => {
  const FIPS = { AWS_USE_FIPS_ENDPOINT: 'true' }
  expect(agent({}, { inherited: FIPS }).variables.ANTHROPIC_BEDROCK_BASE_URL).toBe(
    'https://bedrock-runtime-fips.us-east-1.amazonaws.com',
  )
  const own = { ...FIPS, AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'https://vpce.example.com' }
  expect(agent({}, { inherited: own }).variables.ANTHROPIC_BEDROCK_BASE_URL).toBe('https://vpce.example.com')
})
