import { describe, expect, test } from '@jest/globals'

import { blocksOf, yaml } from '../../../src/errors.ts'
import type { RawInputs } from '../../../src/inputs/form.ts'
import { failureOf, fixOf, parse } from './given.ts'

const bedrockOf = async (raw: RawInputs, env = {}) => (await parse(raw, { env })).settings.bedrock
const profileIn = (region: string, partition = 'aws') =>
  `arn:${partition}:bedrock:${region}:111122223333:application-inference-profile/abc123`

describe('the region', () => {
  test.each([
    ['eu-west-1', { AWS_REGION: 'us-west-2', AWS_DEFAULT_REGION: 'us-west-1' }, 'eu-west-1'],
    ['', { AWS_REGION: 'us-west-2', AWS_DEFAULT_REGION: 'us-west-1' }, 'us-west-2'],
    ['', { AWS_REGION: '', AWS_DEFAULT_REGION: 'us-west-1' }, 'us-west-1'],
    ['us-gov-east-1', {}, 'us-gov-east-1'],
    ['ap-southeast-4', {}, 'ap-southeast-4'],
  ])('input %p with %j is %s', async (input, env, region) => {
    const { settings } = await parse({ 'aws-region': input }, { env })
    expect(settings.identity.region).toBe(region)
    expect(settings.bedrock.region).toBe(region)
  })
  test.each(['us_east_1', 'us-east', 'US-EAST-1', 'useast1', 'us-east-1a', 'https://us-east-1'])(
    '%s is no region',
    async (text) => {
      const failure = await failureOf({ 'aws-region': text })
      expect(failure.code).toBe('input-invalid')
      expect(failure.message).toContain(`aws-region: "${text}" must be the name of an AWS region, such as us-east-1`)
    },
  )
  test('missing everywhere is a code of its own', async () => {
    const failure = await failureOf({ 'aws-region': '' }, { env: { AWS_PROFILE: 'ci' } })
    expect(failure.code).toBe('region-missing')
    expect(failure.message).toBe(
      'Input aws-region: must be given, since neither AWS_REGION nor AWS_DEFAULT_REGION is set, and the AWS profile "ci" has no region.',
    )
    expect(failure.fix).toEqual(blocksOf(['Write in this step, for example:', yaml('with:\n  aws-region: us-east-1')]))
  })
  test('a variable that is no region is named as the culprit', async () => {
    const failure = await failureOf({ 'aws-region': '' }, { env: { AWS_REGION: 'moon' } })
    expect(failure.message).toContain('aws-region (from the environment variable AWS_REGION): "moon" must be')
  })
})

describe('the defaults', () => {
  test('are those of action.yml', async () => {
    expect(await bedrockOf({})).toEqual({
      region: 'us-east-1',
      model: undefined,
      smallFastModel: undefined,
      smallFastModelRegion: 'us-east-1',
      maxOutputTokens: 4096,
      maxThinkingTokens: 1024,
      disablePromptCaching: false,
    })
  })
  const env = {
    ANTHROPIC_MODEL: 'opus',
    ANTHROPIC_SMALL_FAST_MODEL: 'haiku',
    ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION: 'us-west-2',
    CLAUDE_CODE_MAX_OUTPUT_TOKENS: '8192',
    MAX_THINKING_TOKENS: '2048',
    DISABLE_PROMPT_CACHING: '1',
  }
  test('give way to the environment', async () => {
    expect(await bedrockOf({}, env)).toEqual({
      region: 'us-east-1',
      model: 'opus',
      smallFastModel: 'haiku',
      smallFastModelRegion: 'us-west-2',
      maxOutputTokens: 8192,
      maxThinkingTokens: 2048,
      disablePromptCaching: true,
    })
  })
  test('and the environment gives way to the inputs', async () => {
    const raw: RawInputs = {
      model: 'sonnet',
      'small-fast-model': 'sonnet-small',
      'small-fast-model-region': 'eu-west-1',
      'max-output-tokens': '5000',
      'max-thinking-tokens': '0',
      'disable-prompt-caching': 'false',
    }
    expect(await bedrockOf(raw, env)).toEqual({
      region: 'us-east-1',
      model: 'sonnet',
      smallFastModel: 'sonnet-small',
      smallFastModelRegion: 'eu-west-1',
      maxOutputTokens: 5000,
      maxThinkingTokens: 0,
      disablePromptCaching: false,
    })
  })
})

describe('models', () => {
  test.each([
    'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    'opus',
    profileIn('us-east-1'),
    'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-6',
  ])('%s is one', async (model) => {
    expect((await bedrockOf({ model })).model).toBe(model)
  })
  test.each([
    ['claude opus', 'must be a model id, an inference profile id or an ARN, without white space'],
    ['arn:aws:iam::111122223333:role/a', 'must be the ARN of a Bedrock model or inference profile'],
    ['arn:aws:bedrock:us-east-1:111122223333', 'must be the ARN of a Bedrock model or inference profile'],
    [profileIn('us-east-2'), 'must be in us-east-1, the aws-region, but is in us-east-2'],
    [profileIn('us-east-1', 'aws-cn'), 'must be in the partition aws, the one of the region us-east-1'],
  ])('%s is none', async (model, must) => {
    expect((await failureOf({ model })).message).toContain(`Input model: ${JSON.stringify(model)} ${must}`)
  })
  test('an ARN of another region says which region to write', async () => {
    const failure = await failureOf({ model: profileIn('us-east-2') })
    expect(failure.fix).toEqual(
      blocksOf(['Give a model of us-east-1, or write:', yaml('with:\n  aws-region: us-east-2')]),
    )
  })
  test('the small model is held to its own region', async () => {
    const raw: RawInputs = { 'small-fast-model': profileIn('us-west-2') }
    expect(await bedrockOf({ ...raw, 'small-fast-model-region': 'us-west-2' })).toMatchObject({
      smallFastModel: profileIn('us-west-2'),
    })
    expect(fixOf(await failureOf(raw))).toContain('  small-fast-model-region: us-west-2')
  })
  test('fallback models are a list', async () => {
    const { settings } = await parse({ 'fallback-model': 'sonnet,  haiku\n' })
    expect(settings.agent.fallbackModel).toBe('sonnet,haiku')
    expect((await failureOf({ 'fallback-model': `haiku, ${profileIn('eu-west-1')}` })).message).toContain(
      `fallback-model: "${profileIn('eu-west-1')}" must be in us-east-1`,
    )
  })
})

describe('limits', () => {
  test.each<[RawInputs, string]>([
    [{ 'max-output-tokens': '0' }, 'max-output-tokens: "0" must be auto, or a whole number, 1 to 1000000'],
    [{ 'max-output-tokens': '1000001' }, 'max-output-tokens: "1000001" must be auto, or a whole number, 1 to 1000000'],
    [{ 'max-thinking-tokens': '-1' }, 'max-thinking-tokens: "-1" must be a whole number, 0 or more'],
    [{ 'max-thinking-tokens': '4096' }, 'max-thinking-tokens: "4096" must be below max-output-tokens, which is 4096'],
    [{ 'max-output-tokens': '1000' }, 'max-thinking-tokens: "1024" must be below max-output-tokens, which is 1000'],
    [{ 'disable-prompt-caching': '1' }, 'disable-prompt-caching: "1" must be true or false'],
  ])('%j is refused', async (raw, text) => {
    const failure = await failureOf(raw)
    expect(failure.code).toBe('input-invalid')
    expect(failure.message).toContain(text)
  })
  test('less than Bedrock counts is warned of', async () => {
    const { warnings } = await parse({ 'max-output-tokens': '4095' })
    expect(warnings).toEqual([
      expect.stringMatching(/^max-output-tokens is 4095: .*saves no quota.*cut off long tool calls/),
    ])
    expect((await parse({ 'max-output-tokens': '4096' })).warnings).toEqual([])
  })
  test.each([
    ['1', true],
    ['yes', true],
    ['0', false],
    ['FALSE', false],
    ['', false],
  ])('the variable DISABLE_PROMPT_CACHING=%j means %p', async (value, expected) => {
    const bedrock = await bedrockOf({}, { DISABLE_PROMPT_CACHING: value })
    expect(bedrock.disablePromptCaching).toBe(expected)
  })
})
