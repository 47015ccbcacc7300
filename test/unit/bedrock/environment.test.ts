import { describe, expect, test } from '@jest/globals'

import { agentEnvironment, type AgentEnvironmentRequest } from '../../../src/bedrock/environment.ts'
import type { BedrockSettings } from '../../../src/inputs/settings.ts'

const bedrock: BedrockSettings = {
  region: 'eu-central-1',
  model: undefined,
  smallFastModel: undefined,
  smallFastModelRegion: 'eu-west-1',
  maxOutputTokens: 4096,
  maxThinkingTokens: 0,
  disablePromptCaching: false,
}
const keys = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' }

const request: AgentEnvironmentRequest = {
  inherited: {},
  names: [],
  bedrock,
  access: { kind: 'keys', keys },
  source: 'oidc',
  configDirectory: '/temp/claude',
  platform: 'linux',
  run: 'a1b2',
}

const variables = (change: Partial<AgentEnvironmentRequest>) => agentEnvironment({ ...request, ...change }).variables

/** What is always there, with nothing inherited and no model chosen. */
const own = {
  CLAUDE_CODE_USE_BEDROCK: '1',
  AWS_REGION: 'eu-central-1',
  AWS_DEFAULT_REGION: 'eu-central-1',
  ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION: 'eu-west-1',
  CLAUDE_CODE_MAX_OUTPUT_TOKENS: '4096',
  MAX_THINKING_TOKENS: '0',
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  DISABLE_AUTOUPDATER: '1',
}
const signedBy = { AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' }
const agents = {
  CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1',
  CLAUDE_CODE_ATTRIBUTION_HEADER: '0',
  CLAUDE_CONFIG_DIR: '/temp/claude',
  CLAUDE_CODE_BEDROCK_RUN: 'a1b2',
}

/** One value for each of the names. */
const all = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `value of ${name}`]))

describe("the agent's environment", () => {
  test('with keys', () => {
    expect(variables({})).toEqual({ ...own, ...signedBy, ...agents, AWS_EC2_METADATA_DISABLED: 'true' })
  })

  test('with keys that need no session token', () => {
    const access = { kind: 'keys', keys: { ...keys, sessionToken: undefined } } as const
    expect(variables({ access })).not.toHaveProperty('AWS_SESSION_TOKEN')
  })

  test('with a Bedrock API key: no AWS keys', () => {
    const inherited = all('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE')
    expect(variables({ inherited, access: { kind: 'bearer', key: 'ABSKexample' }, source: 'bedrock-api-key' })).toEqual(
      {
        ...own,
        ...agents,
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_BEARER_TOKEN_BEDROCK: 'ABSKexample',
      },
    )
  })

  test('with the gateway: no credentials at all', () => {
    const inherited = all('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_BEARER_TOKEN_BEDROCK')
    expect(variables({ inherited, access: { kind: 'gateway' } })).toEqual({
      ...own,
      ...agents,
      AWS_EC2_METADATA_DISABLED: 'true',
    })
  })

  test("with a name of Claude Code's own: no alias is pinned to it", () => {
    const { ANTHROPIC_MODEL, ...others } = variables({ bedrock: { ...bedrock, model: 'opus' } })
    expect(ANTHROPIC_MODEL).toBe('opus')
    expect(Object.values(others)).not.toContain('opus')
  })

  test('with keys that it fetches: the variables that name the address', () => {
    const environment = { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/' }
    expect(variables({ access: { kind: 'served', environment } })).toMatchObject(environment)
  })

  test('with models: every name of a model means one that was chosen', () => {
    const models = {
      model: 'eu.anthropic.claude-sonnet-4-6',
      smallFastModel: 'eu.anthropic.claude-haiku-4-5',
      disablePromptCaching: true,
    }
    expect(variables({ bedrock: { ...bedrock, ...models } })).toMatchObject({
      ANTHROPIC_MODEL: 'eu.anthropic.claude-sonnet-4-6',
      ANTHROPIC_DEFAULT_OPUS_MODEL: 'eu.anthropic.claude-sonnet-4-6',
      ANTHROPIC_DEFAULT_SONNET_MODEL: 'eu.anthropic.claude-sonnet-4-6',
      ANTHROPIC_DEFAULT_FABLE_MODEL: 'eu.anthropic.claude-sonnet-4-6',
      ANTHROPIC_DEFAULT_HAIKU_MODEL: 'eu.anthropic.claude-haiku-4-5',
      ANTHROPIC_SMALL_FAST_MODEL: 'eu.anthropic.claude-haiku-4-5',
      DISABLE_PROMPT_CACHING: '1',
    })
  })

  test('holds what programs, build tools and proxies need', () => {
    const inherited = all(
      ...[
        'PATH',
        'HOME',
        'LANG',
        'LC_ALL',
        'TMPDIR',
        'https_proxy',
        'NO_PROXY',
        'NODE_EXTRA_CA_CERTS',
        'AWS_CA_BUNDLE',
      ],
      ...['JAVA_HOME', 'JAVA_HOME_21_X64', 'GOROOT_1_26_X64', 'ANDROID_HOME', 'CARGO_HOME', 'pythonLocation'],
      ...['CI', 'GITHUB_ACTIONS', 'GITHUB_REPOSITORY', 'GITHUB_SHA', 'RUNNER_TEMP', 'RUNNER_TRACKING_ID', 'ImageOS'],
      ...['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL_BEDROCK', 'ANTHROPIC_BEDROCK_BASE_URL'],
    )
    expect(variables({ inherited })).toMatchObject(inherited)
  })

  test('holds nothing else', () => {
    const inherited = all(
      ...['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'],
      ...[
        'GITHUB_ENV',
        'GITHUB_PATH',
        'GITHUB_OUTPUT',
        'GITHUB_STATE',
        'GITHUB_STEP_SUMMARY',
        'GITHUB_TOKEN',
        'GH_TOKEN',
      ],
      ...[
        'INPUT_PROMPT',
        'INPUT_GITHUB-TOKEN',
        'STATE_run',
        'NPM_TOKEN',
        'CARGO_REGISTRY_TOKEN',
        'ANDROID_KEY_PASSWORD',
      ],
      ...['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'AWS_BEARER_TOKEN_BEDROCK', 'AWS_PROFILE', 'AWS_ROLE_ARN'],
      ...['AWS_CONTAINER_AUTHORIZATION_TOKEN', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'SSH_AUTH_SOCK', 'NODE_OPTIONS', 'MINE'],
    )
    expect(variables({ inherited })).toEqual(variables({}))
  })

  test("holds what the user names, but never the runner's own or another identity", () => {
    const never = [
      'ACTIONS_RUNTIME_TOKEN',
      'GITHUB_ENV',
      'INPUT_X',
      'STATE_X',
      'AWS_BEARER_TOKEN_BEDROCK',
      'AWS_PROFILE',
    ]
    const names = ['MINE', 'GITHUB_TOKEN', 'ABSENT', 'AWS_REGION', ...never]
    const inherited = all('MINE', 'GITHUB_TOKEN', 'AWS_REGION', ...never)
    expect(variables({ inherited, names })).toEqual({ ...variables({}), ...all('MINE', 'GITHUB_TOKEN') })
  })

  test('does not tell upper case from lower on Windows, and only there', () => {
    const inherited = { Path: 'C:\\', SYSTEMROOT: 'C:\\Windows', aws_region: 'x', Mine: '1' }
    const names = ['MINE', 'AWS_REGION']
    expect(variables({ platform: 'win32', inherited, names })).toEqual({
      ...variables({}),
      ...{ Path: 'C:\\', SYSTEMROOT: 'C:\\Windows', Mine: '1' },
    })
    expect(variables({ inherited, names })).toEqual(variables({}))
  })

  test("gives the SDK's endpoint of the runtime in the words of Claude Code, unless it has its own", () => {
    const runtime = { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'http://runtime' }
    expect(variables({ inherited: runtime }).ANTHROPIC_BEDROCK_BASE_URL).toBe('http://runtime')
    const both = { ...runtime, ANTHROPIC_BEDROCK_BASE_URL: 'http://both' }
    expect(variables({ inherited: both }).ANTHROPIC_BEDROCK_BASE_URL).toBe('http://both')
  })

  test('does not let root do everything', () => {
    expect(variables({ inherited: { IS_SANDBOX: '1' } })).not.toHaveProperty('IS_SANDBOX')
    expect(variables({ inherited: { IS_SANDBOX: '1' }, names: ['IS_SANDBOX'] })).toHaveProperty('IS_SANDBOX', '1')
  })
})

describe('what is withheld', () => {
  const inherited = all('AWS_BEARER_TOKEN_BEDROCK', 'AWS_PROFILE', 'ANTHROPIC_API_KEY')
  const said = (change: Partial<AgentEnvironmentRequest>) =>
    agentEnvironment({ ...request, inherited, ...change }).withheld

  test('is reported, with the reason', () => {
    expect(said({})).toEqual([
      'AWS_BEARER_TOKEN_BEDROCK is set in the environment; it is kept from the agent because role-to-assume was given.',
      'AWS_PROFILE is set in the environment; it is kept from the agent because role-to-assume was given.',
      'ANTHROPIC_API_KEY is set in the environment; it is kept from the agent because role-to-assume was given.',
    ])
    expect(said({}).join()).not.toContain('value of')
  })

  test.each<[string, Partial<AgentEnvironmentRequest>, string[]]>([
    ['nothing, when nothing is set', { inherited: { AWS_PROFILE: '' } }, []],
    ['not the profile that signs in', { source: 'profile' }, ['AWS_BEARER_TOKEN_BEDROCK', 'ANTHROPIC_API_KEY']],
    [
      'not the key that authorizes',
      { source: 'bedrock-api-key', access: { kind: 'bearer', key: 'k' } },
      ['AWS_PROFILE', 'ANTHROPIC_API_KEY'],
    ],
    [
      'not what the user lets the agent see, unless it is another identity',
      { names: ['ANTHROPIC_API_KEY', 'AWS_PROFILE'] },
      ['AWS_BEARER_TOKEN_BEDROCK', 'AWS_PROFILE'],
    ],
  ])('is %s', (_name, change, names) => {
    expect(said(change).map((line) => line.split(' ')[0])).toEqual(names)
  })
})
