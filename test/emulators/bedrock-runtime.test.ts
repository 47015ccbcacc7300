import { afterEach, describe, expect, test } from '@jest/globals'
import { BedrockClient } from '@aws-sdk/client-bedrock'
import {
  BedrockRuntimeClient,
  CountTokensCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime'
import { startAws, type Aws, type AwsOptions } from './aws.ts'
import { BEDROCK_ERRORS } from './bedrock-errors.ts'
import type { Turn } from './bedrock-script.ts'

const MODEL = 'us.anthropic.claude-sonnet-4-6'
const TOOLS = [{ name: 'Bash', input_schema: { type: 'object' } }]

let aws: Aws
let client: BedrockRuntimeClient

async function start(options: AwsOptions = {}) {
  aws = await startAws(options)
  const place = { region: 'us-east-1', endpoint: aws.url, credentials: aws.account.addUser('ci'), maxAttempts: 1 }
  // The runtime client speaks HTTP/2 by default; this is the other client's HTTP/1.1.
  client = new BedrockRuntimeClient({ ...place, requestHandler: new BedrockClient(place).config.requestHandler })
}

afterEach(() => aws.close())

/** A body that is in order, as the main agent sends it, with changes; `undefined` leaves a field out. */
function bodyOf(change: object = {}) {
  const messages = [{ role: 'user', content: 'Say hello' }]
  return JSON.stringify({
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 4096,
    tools: TOOLS,
    messages,
    ...change,
  })
}

async function invoke(change: object = {}, modelId = MODEL) {
  const { body } = await client.send(new InvokeModelCommand({ modelId, body: bodyOf(change) }))
  return JSON.parse(body.transformToString()) as Record<string, unknown>
}

/** Streams; `seen` gets the events until the end or the error. */
async function stream(seen: Record<string, unknown>[] = []) {
  const { body } = await client.send(new InvokeModelWithResponseStreamCommand({ modelId: MODEL, body: bodyOf() }))
  for await (const { chunk } of body ?? [])
    seen.push(JSON.parse(Buffer.from(chunk?.bytes ?? []).toString()) as Record<string, unknown>)
  return seen
}

const TURN: Turn = {
  thinking: 'The user wants a greeting.',
  text: 'I say hello, and I say it in more than one piece.',
  toolUses: [{ name: 'Bash', input: { command: 'echo hello' } }],
  usage: { input_tokens: 1200, output_tokens: 34 },
}

const CONTENT = [
  { type: 'thinking', thinking: TURN.thinking, signature: expect.any(String) },
  { type: 'text', text: TURN.text },
  { type: 'tool_use', name: 'Bash', input: { command: 'echo hello' }, id: expect.stringMatching(/^toolu_/) },
]

describe('InvokeModel', () => {
  test('answers a message of the Messages API', async () => {
    await start({ script: [TURN] })
    expect(await invoke()).toMatchObject({
      type: 'message',
      role: 'assistant',
      content: CONTENT,
      stop_reason: 'tool_use',
      usage: { input_tokens: 1200, output_tokens: 34, cache_read_input_tokens: 0 },
    })
    expect(aws.bedrock.calls).toMatchObject([
      { operation: 'InvokeModel', model: MODEL, maxTokens: 4096, stream: false, status: 200, region: 'us-east-1' },
    ])
  })

  test('cuts what is longer than max_tokens', async () => {
    await start({ script: [{ text: 'x'.repeat(100) }] })
    expect(await invoke({ max_tokens: 3 })).toMatchObject({
      content: [{ text: 'x'.repeat(12) }],
      stop_reason: 'max_tokens',
      usage: { output_tokens: 3 },
    })
  })

  const invalid = (message: unknown) => ({ name: 'ValidationException', message, $metadata: { httpStatusCode: 400 } })
  const thinking = (budget_tokens: number) => ({ thinking: { type: 'enabled', budget_tokens } })
  const said = (text: string) => expect.stringContaining(text)

  test.each<[string, object, object]>([
    ['no version', { anthropic_version: undefined }, invalid('anthropic_version: Field required')],
    ['a model in the body', { model: MODEL }, invalid('model: Extra inputs are not permitted')],
    ['no max_tokens', { max_tokens: undefined }, invalid('max_tokens: Field required')],
    ['max_tokens of 0', { max_tokens: 0 }, invalid(said('greater than or equal to 1'))],
    ['max_tokens beyond the model', { max_tokens: 64_001 }, invalid(said('exceeds the model limit of 64000'))],
    ['a small thinking budget', thinking(1023), invalid(said('greater than or equal to 1024'))],
    ['a thinking budget of max_tokens', thinking(4096), invalid(said('`max_tokens` must be greater than'))],
    ['no messages', { messages: [] }, invalid('messages: at least one message is required')],
    ['the assistant first', { messages: [{ role: 'assistant', content: 'x' }] }, invalid(said('first message'))],
    ['an empty message', { messages: [{ role: 'user', content: '' }] }, invalid(said('non-empty content'))],
  ])('refuses %s', async (_, change, error) => {
    await start()
    await expect(invoke(change)).rejects.toMatchObject(error)
  })

  const onDemand =
    'Invocation of model ID anthropic.claude-sonnet-4-6 with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.'

  test.each([
    ['a bare model id', 'anthropic.claude-sonnet-4-6', invalid(onDemand)],
    ['an unknown id', 'us.anthropic.claude-sonnet-9', invalid(BEDROCK_ERRORS.modelIdInvalid.message)],
    [
      'a profile of another geography',
      'eu.anthropic.claude-sonnet-4-6',
      invalid(BEDROCK_ERRORS.modelIdInvalid.message),
    ],
    [
      'a model at the end of its life',
      'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
      { name: 'ResourceNotFoundException', message: BEDROCK_ERRORS.modelEndOfLife.message },
    ],
  ])('refuses %s', async (_, id, error) => {
    await start()
    await expect(invoke({}, id)).rejects.toMatchObject(error)
  })

  test('takes an application profile by its ARN', async () => {
    await start({ applicationProfiles: [{ id: 'a1b2c3d4e5f6', copyFrom: MODEL }] })
    const arn = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/a1b2c3d4e5f6'
    expect(await invoke({}, arn)).toMatchObject({ model: 'claude-sonnet-4-6' })
    expect(aws.bedrock.calls.at(-1)).toMatchObject({ model: arn, status: 200 })
  })
})

describe('InvokeModelWithResponseStream', () => {
  test('streams the events of the same message', async () => {
    await start({ script: [TURN] })
    const events = await stream()
    expect(events[0]).toMatchObject({ type: 'message_start', message: { content: [], stop_reason: null } })
    const deltas = (key: string) =>
      events.map(({ delta }) => (delta as Record<string, string> | undefined)?.[key] ?? '')
    expect(deltas('thinking').join('')).toBe(TURN.thinking)
    expect(deltas('text').join('')).toBe(TURN.text)
    expect(deltas('text').filter(Boolean).length).toBeGreaterThan(1)
    expect(JSON.parse(deltas('partial_json').join(''))).toEqual({ command: 'echo hello' })
    expect(events.filter(({ type }) => type === 'content_block_start')).toHaveLength(3)
    expect(events.slice(-2)).toMatchObject([
      { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 34 } },
      { type: 'message_stop', 'amazon-bedrock-invocationMetrics': { inputTokenCount: 1200, outputTokenCount: 34 } },
    ])
  })

  test('takes its time where the script says so', async () => {
    await start({ script: [{ text: 'Hello', delayMs: 60, chunkDelayMs: 20 }] })
    const started = performance.now()
    const events = await stream()
    expect(performance.now() - started).toBeGreaterThan(60 + 20 * (events.length - 1) - 10)
  })

  test('breaks off with an exception, which a call that is not streamed gets as an error', async () => {
    const exceptionInStream = { type: 'throttlingException', message: 'Too many tokens, please wait.' } as const
    const broken = { text: 'Half of', exceptionInStream }
    await start({ script: [broken, broken] })
    const seen: Record<string, unknown>[] = []
    const error = { name: 'ThrottlingException', message: exceptionInStream.message }
    await expect(stream(seen)).rejects.toMatchObject(error)
    expect(seen.map(({ type }) => type)).toEqual(['message_start', 'content_block_start', 'content_block_delta'])
    expect(aws.bedrock.calls.at(-1)).toMatchObject({ status: 200, error: 'throttlingException', stream: true })
    await expect(invoke()).rejects.toMatchObject({ ...error, $metadata: { httpStatusCode: 429 } })
  })
})

test('CountTokens counts the body within the body', async () => {
  await start()
  const input = { invokeModel: { body: Buffer.from(bodyOf()) } }
  const { inputTokens } = await client.send(new CountTokensCommand({ modelId: MODEL, input }))
  expect(inputTokens).toBe(Math.ceil(bodyOf().length / 4))
})

describe('a script', () => {
  const textOf = (answer: Record<string, unknown>) => (answer.content as { text: string }[])[0]?.text

  test('is for calls that offer tools; others get a plain text', async () => {
    await start({ script: [{ text: 'first' }, { text: 'second' }] })
    expect(textOf(await invoke())).toBe('first')
    expect(textOf(await invoke({ tools: undefined }))).toBe('OK')
    expect(textOf(await invoke())).toBe('second')
  })

  test('may be a function of the request', async () => {
    await start({
      isMainTurn: () => true,
      script: ({ messages, system, tools }, index) => ({
        text: `${index} ${system} ${tools.join()} ${messages.at(-1)?.text ?? ''}`,
      }),
    })
    const content = [{ type: 'tool_result', tool_use_id: 'x', content: [{ type: 'text', text: 'file a' }] }]
    await invoke({ tools: undefined })
    const answer = await invoke({ system: [{ type: 'text', text: 'Be kind.' }], messages: [{ role: 'user', content }] })
    expect(textOf(answer)).toBe('1 Be kind. Bash file a')
  })

  test('refuses when it is used up', async () => {
    await start({ script: [{ text: 'first' }] })
    await invoke()
    await expect(invoke()).rejects.toMatchObject({ message: expect.stringContaining('1 turns') })
  })

  test('may answer an error', async () => {
    await start({ script: [{ error: BEDROCK_ERRORS.accountHold }] })
    await expect(invoke()).rejects.toMatchObject({ name: 'ValidationException', message: 'Operation not allowed' })
  })
})
