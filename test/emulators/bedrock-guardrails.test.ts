import { afterEach, describe, expect, test } from '@jest/globals'
import { BedrockClient } from '@aws-sdk/client-bedrock'
import {
  BedrockRuntimeClient,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime'

import { startAws, type Aws } from './aws.ts'
import { CANNED } from './bedrock-guardrails.ts'
import type { Intervention, Turn } from './bedrock-script.ts'

const MODEL = 'us.anthropic.claude-sonnet-4-6'
const FINDING = { policy: 'topicPolicy', list: 'topics', finding: { name: 'Finance', type: 'DENY' } } as const
const BLOCKED: Intervention = { action: 'BLOCKED', ...FINDING }
const NAMED = { guardrailIdentifier: 'abc', guardrailVersion: '3' }

let aws: Aws
afterEach(() => aws.close())

async function start(turn: Turn, allow?: (action: string) => boolean) {
  aws = await startAws({
    guardrails: { abc: ['3', 'DRAFT'] },
    script: () => turn,
    ...(allow && { allow: ({ action }) => allow(action) || { deny: `is not authorized to perform: ${action}` } }),
  })
  const place = { region: 'us-east-1', endpoint: aws.url, credentials: aws.account.addUser('ci'), maxAttempts: 1 }
  return new BedrockRuntimeClient({ ...place, requestHandler: new BedrockClient(place).config.requestHandler })
}

const body = JSON.stringify({
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 100,
  tools: [{ name: 'Bash' }],
  messages: [{ role: 'user', content: 'Hi' }],
})

async function invoke(client: BedrockRuntimeClient, more: object) {
  const answer = await client.send(new InvokeModelCommand({ modelId: MODEL, body, ...more }))
  return JSON.parse(answer.body.transformToString()) as Record<string, unknown>
}

describe('a guardrail', () => {
  test('takes the place of the answer, and says so in the body', async () => {
    const client = await start({ text: 'Buy.', guardrail: BLOCKED })
    expect(await invoke(client, { ...NAMED, trace: 'ENABLED' })).toMatchObject({
      content: [{ type: 'text', text: CANNED }],
      stop_reason: 'end_turn',
      'amazon-bedrock-guardrailAction': 'INTERVENED',
      'amazon-bedrock-trace': {
        guardrail: { input: { abc: { topicPolicy: { topics: [{ name: 'Finance', action: 'BLOCKED' }] } } } },
      },
    })
  })

  test('says so in the last event of a stream', async () => {
    const client = await start({ text: 'Buy.', guardrail: { ...BLOCKED, side: 'output' } })
    const command = new InvokeModelWithResponseStreamCommand({ modelId: MODEL, body, ...NAMED, trace: 'ENABLED' })
    const events: unknown[] = []
    for await (const { chunk } of (await client.send(command)).body ?? [])
      events.push(JSON.parse(Buffer.from(chunk?.bytes ?? []).toString()))
    expect(events.at(-1)).toMatchObject({
      type: 'message_stop',
      'amazon-bedrock-guardrailAction': 'INTERVENED',
      'amazon-bedrock-trace': { guardrail: { outputs: [{ abc: { topicPolicy: expect.anything() } }] } },
    })
  })

  test('gives no trace unless asked, and nothing to report otherwise', async () => {
    const client = await start({ text: 'Buy.', guardrail: BLOCKED })
    expect(await invoke(client, NAMED)).not.toHaveProperty('amazon-bedrock-trace')
    expect(await invoke(client, {})).not.toHaveProperty('amazon-bedrock-guardrailAction')
    await aws.close()
    expect(await invoke(await start({ text: 'Hi.' }), NAMED)).toMatchObject({
      'amazon-bedrock-guardrailAction': 'NONE',
    })
  })

  test.each([
    ['that does not exist', { ...NAMED, guardrailIdentifier: 'xyz' }],
    ['of another version', { ...NAMED, guardrailVersion: '4' }],
  ])('%s is refused', async (_, named) => {
    const client = await start({ text: 'Hi.' })
    await expect(invoke(client, named)).rejects.toMatchObject({ name: 'ValidationException' })
  })

  test('needs the permission to apply it', async () => {
    const client = await start({ text: 'Hi.' }, (action) => action !== 'bedrock:ApplyGuardrail')
    await expect(invoke(client, NAMED)).rejects.toMatchObject({ name: 'AccessDeniedException' })
    expect(await invoke(client, {})).toMatchObject({ stop_reason: 'end_turn' })
  })
})
