// Variables of Claude Code's that the job sets, and the model that nobody names, with the shipped bundle and the real program.
import { afterEach, describe, expect, test } from '@jest/globals'

import { BEDROCK_ERRORS } from '../emulators/bedrock-errors.ts'
import type { Script, Turn } from '../emulators/bedrock-script.ts'
import { MODEL, scenario, SMALL_MODEL, type Scenario, type ScenarioOptions } from '../support/scenario.ts'

const OWN = 'us.anthropic.claude-opus-5-5'
const OTHER = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0'
const INPUTS = {
  prompt: 'Go on.',
  'allowed-tools': 'Agent, Task, Bash(printenv:*)',
  'upload-transcript': 'never',
  'timeout-minutes': '0.5',
}
const NO_MODEL = { ...INPUTS, model: '', 'small-fast-model': '' }

let here: Scenario | undefined
afterEach(async () => {
  await here?.[Symbol.asyncDispose]()
})

async function start(aws: ScenarioOptions['aws'] = {}) {
  here = await scenario({ aws })
  return here
}

const runtimeModels = ({ aws }: Scenario) => [
  ...new Set(aws.bedrock.calls.filter(({ plane }) => plane === 'runtime').map(({ model }) => model)),
]

describe('without a model', () => {
  test('Claude Code’s own is tried, named in the log, and called', async () => {
    const job = await start()
    const { main, outputs } = await job.step(NO_MODEL)
    expect(outputs.conclusion).toBe('success')
    expect(main.stdout).toContain(`Model (not named; Claude Code's own): ${OWN}, answers in us-east-1`)
    expect(runtimeModels(here!)).toEqual([OWN])
  })

  test('its refusal ends the run before the agent has had a turn, and says that none was given', async () => {
    const job = await start()
    job.aws.bedrock.faults.inject(BEDROCK_ERRORS.modelNoAccess, { times: Infinity, when: ({ model }) => model === OWN })
    const { main, outputs } = await job.step(NO_MODEL)
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'model-access-denied', 'session-id': '' })
    expect(main.stdout).toContain('No `model` was given')
    expect(outputs['failure-message']).toContain(OWN)
  })

  test('nor preflight it is served by its list', async () => {
    const job = await start()
    const { outputs } = await job.step({ ...NO_MODEL, preflight: 'false' })
    expect(outputs.conclusion).toBe('success')
    expect(runtimeModels(here!)).toEqual([OWN])
  })

  test('a family that the job names is the model', async () => {
    const job = await start()
    const { main, outputs } = await job.step(NO_MODEL, { env: { ANTHROPIC_DEFAULT_OPUS_MODEL: OTHER } })
    expect(outputs.conclusion).toBe('success')
    expect(main.stdout).toContain(`Claude Code's own): ${OTHER}, answers`)
    expect(runtimeModels(here!)).toEqual([OTHER])
  })
})

describe('the job’s models', () => {
  const agentOf = (model?: string): Turn => ({
    toolUses: [
      {
        name: 'Agent',
        input: { description: 'Look', prompt: 'Look.', subagent_type: 'general-purpose', ...(model && { model }) },
      },
    ],
  })
  const scriptOf =
    (model?: string): Script =>
    ({ messages }, index) => {
      if (messages[0]?.text.includes('Look.')) return { text: 'Looked.' }
      return index === 0 ? agentOf(model) : { text: 'Done.' }
    }

  test('a family that the job names beats the pin of the input', async () => {
    const job = await start({ script: scriptOf('opus') })
    const opus = 'us.anthropic.claude-opus-4-8'
    const { outputs } = await job.step(INPUTS, { env: { ANTHROPIC_DEFAULT_OPUS_MODEL: opus } })
    expect(outputs.conclusion).toBe('success')
    expect(runtimeModels(here!)).toEqual(expect.arrayContaining([MODEL, opus]))
  })

  test('without it the alias is the model', async () => {
    const job = await start({ script: scriptOf('opus') })
    expect((await job.step(INPUTS)).outputs.conclusion).toBe('success')
    expect(new Set(runtimeModels(here!))).toEqual(new Set([MODEL, SMALL_MODEL]))
  })

  test('the subagents’ model counts', async () => {
    const job = await start({ script: scriptOf() })
    const { outputs } = await job.step(INPUTS, { env: { CLAUDE_CODE_SUBAGENT_MODEL: OTHER } })
    expect(outputs.conclusion).toBe('success')
    expect(runtimeModels(here!)).toEqual(expect.arrayContaining([MODEL, OTHER]))
  })
})

describe('custom headers of the job', () => {
  const env = { ANTHROPIC_CUSTOM_HEADERS: 'X-Company-Key: k-8f3a91c2d4\nX-Team: platform-team' }

  test('are on each call, preflight’s too, and the agent does not see their values', async () => {
    const command = { command: 'printenv ANTHROPIC_CUSTOM_HEADERS', description: 'Prints' }
    const job = await start({
      script: (request, index) =>
        index === 0 ? { toolUses: [{ name: 'Bash', input: command }] } : { text: request.messages.at(-1)?.text ?? '' },
    })
    const { outputs, main } = await job.step(INPUTS, { env })
    expect(outputs.conclusion).toBe('success')
    const keys = job.aws.bedrock.calls.map(({ headers }) => [headers['x-company-key'], headers['x-team']])
    expect(keys).toEqual(keys.map(() => ['k-8f3a91c2d4', 'platform-team']))
    expect(outputs.result).not.toMatch(/k-8f3a91c2d4|x-company-key/i)
    expect(main.stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('k-8f3a91c2d4')
  })

  test('go to Claude Code with credentials in its environment', async () => {
    const job = await start()
    const { outputs } = await job.step({ ...INPUTS, credentials: 'environment' }, { env })
    expect(outputs.conclusion).toBe('success')
    const runtime = job.aws.bedrock.calls.filter(({ plane }) => plane === 'runtime')
    expect(new Set(runtime.map(({ headers }) => headers['x-company-key']))).toEqual(new Set(['k-8f3a91c2d4']))
  })

  test('that are the connection’s stop the run', async () => {
    const job = await start()
    const { outputs } = await job.step(INPUTS, {
      env: { ANTHROPIC_CUSTOM_HEADERS: 'Authorization: Bearer s3cr3t-value' },
    })
    expect(outputs['failure-code']).toBe('input-invalid')
    expect(outputs['failure-message']).not.toContain('s3cr3t-value')
    expect(job.aws.requests).toEqual([])
  })
})

test('other variables of Claude Code’s are named in one line when the agent does not get them', async () => {
  const job = await start()
  const env = {
    CLAUDE_CODE_EFFORT: 'high',
    ANTHROPIC_BETAS: 'x',
    CLAUDE_CODE_MAX_OUTPUT_TOKENS: '5000',
    ANTHROPIC_LOG: 'debug',
  }
  const { main } = await job.step({ ...INPUTS, environment: 'ANTHROPIC_LOG' }, { env })
  const lines = main.stdout.split('\n').filter((line) => line.includes('kept from the agent'))
  expect(lines).toEqual([
    'Set in the environment and kept from the agent: ANTHROPIC_BETAS, CLAUDE_CODE_EFFORT. To pass one on, name it in the input environment.',
  ])
})

describe('AWS_USE_FIPS_ENDPOINT', () => {
  test('is refused where AWS has no such endpoint, before anything is asked', async () => {
    const job = await start()
    const env = { AWS_USE_FIPS_ENDPOINT: 'true', ANTHROPIC_BEDROCK_BASE_URL: '', AWS_ENDPOINT_URL_BEDROCK_RUNTIME: '' }
    const { outputs } = await job.step({ ...INPUTS, 'aws-region': 'eu-west-1', model: '' }, { env })
    expect(outputs['failure-code']).toBe('region-unsupported')
    expect(outputs['failure-message']).toContain('no FIPS endpoint in eu-west-1')
    expect(job.aws.requests).toEqual([])
  })

  test('leaves endpoints of the user’s own as they are', async () => {
    const job = await start()
    expect((await job.step(INPUTS, { env: { AWS_USE_FIPS_ENDPOINT: 'true' } })).outputs.conclusion).toBe('success')
  })
})
