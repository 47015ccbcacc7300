import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'

import { bedrockApi, checkBedrock } from '../../src/bedrock/preflight.ts'
import { ServiceError } from '../../src/errors.ts'
import { bedrockClient } from '../../src/gateway/bedrock-client.ts'
import type { Clock, Environment } from '../../src/ports/machine.ts'
import { createClock } from '../../src/world/clock.ts'
import { createLoopback } from '../../src/world/loopback.ts'
import { createEventStreams, createSigner } from '../../src/world/bedrock-wire.ts'
import type { Account, Role } from '../emulators/aws-account.ts'
import { modelsOf } from '../unit/gateway/fakes.ts'
import { startAws, type AwsOptions } from '../emulators/aws.ts'
import type { KeysSession, RenewingSession } from '../../src/aws/types.ts'
import type { CallRecord, GatewayWorld } from '../../src/gateway/types.ts'
import { createUpstream } from '../../src/world/http.ts'
import { fixWith } from '../support/fix-with.ts'

const MODEL = 'us.anthropic.claude-sonnet-4-6'
const SMALL = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
const ROLE: Role = { name: 'claude', trustPolicy: { Version: '2012-10-17', Statement: [] } }

const BEDROCK = {
  region: 'us-east-1',
  model: MODEL,
  smallFastModel: SMALL,
  smallFastModelRegion: 'us-west-2',
  maxOutputTokens: 4096,
}

const open: (() => unknown)[] = []
afterEach(() => Promise.all(open.splice(0).map((close) => close())))

function realApi(env: Environment, session: RenewingSession, clock: Clock = createClock()) {
  const calls: CallRecord[] = []
  const hush = () => undefined
  const log: GatewayWorld['log'] = {
    ...{ info: hush, debug: hush, notice: hush, warning: hush, error: hush },
    group: (_, task) => task(log),
  }
  const upstream = createUpstream(env)
  open.push(() => upstream.close())
  const world: GatewayWorld = {
    ...{ log, clock, upstream, loopback: createLoopback(), signer: createSigner(), eventStreams: createEventStreams() },
    secrets: { add: hush, all: () => [] },
  }
  const onCall = (call: CallRecord) => void calls.push(call)
  const api = bedrockApi(bedrockClient({ session, env, onCall, bedrock: BEDROCK }, world, hush), clock)
  return { api, log, calls }
}

/** A session of the role, and another one when it is renewed. */
function sessionOf(account: Account): RenewingSession & { current(): Promise<KeysSession>; renewals(): number } {
  let renewals = 0
  const openOne = (): KeysSession => {
    const { expiration, principal, ...keys } = account.openSession({ role: ROLE, sessionName: 'run', seconds: 3600 })
    return { kind: 'keys', keys: { ...keys, expiration }, account: account.id, arn: principal.arn, renewable: true }
  }
  let session = openOne()
  return {
    current: () => Promise.resolve(session),
    renew(stale) {
      if (stale === session) {
        session = openOne()
        renewals += 1
      }
      return Promise.resolve(session)
    },
    renewals: () => renewals,
  }
}

async function start(options: AwsOptions = {}) {
  const aws = await startAws({ roles: [ROLE], regions: ['us-east-1', 'us-west-2'], ...options })
  open.push(() => aws.close())
  const session = sessionOf(aws.account)
  const seen = () =>
    aws.bedrock.calls.map(({ operation, ...call }) => [operation, call.model, call.region, call.maxTokens, call.status])
  return { aws, session, seen, ...realApi(aws.env, session) }
}

/** Something that speaks HTTP. */
async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(() => server.close().closeAllConnections())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const caught = (task: Promise<unknown>) => task.catch((error: unknown) => error)

describe('Bedrock is asked', () => {
  test('for Claude’s profiles, in the region that is named', async () => {
    const here = await start()
    const profiles = await here.api.listInferenceProfiles('us-west-2')
    expect(profiles.ids).toEqual(expect.arrayContaining([MODEL, SMALL, 'global.anthropic.claude-sonnet-4-6']))
    expect(profiles.ids.every((id) => !id.startsWith('eu.'))).toBe(true)
    expect(here.seen()).toEqual([['ListInferenceProfiles', undefined, 'us-west-2', undefined, 200]])
  })

  test('page by page', async () => {
    const pages = [
      { ids: ['us.anthropic.claude-a', 'us.meta.llama'], nextToken: 'a+/=' },
      { ids: ['us.anthropic.claude-b'] },
    ]
    const targets: string[] = []
    const url = await listen((request, response) => {
      targets.push(request.url ?? '')
      const { ids = [], ...more } = pages[targets.length - 1] ?? {}
      response.end(
        JSON.stringify({
          ...more,
          inferenceProfileSummaries: ids.map((inferenceProfileId) => ({ inferenceProfileId })),
        }),
      )
    })
    const { session } = await start()
    const real = realApi({ AWS_ENDPOINT_URL_BEDROCK: url }, session)
    expect(await real.api.listInferenceProfiles('us-east-1')).toEqual({
      ids: ['us.anthropic.claude-a', 'us.anthropic.claude-b'],
      summaries: ['us.anthropic.claude-a', 'us.meta.llama', 'us.anthropic.claude-b'].map((inferenceProfileId) => ({
        inferenceProfileId,
      })),
    })
    expect(targets).toEqual([
      '/inference-profiles?maxResults=1000&type=SYSTEM_DEFINED',
      '/inference-profiles?maxResults=1000&nextToken=a%2B%2F%3D&type=SYSTEM_DEFINED',
    ])
  })

  test('for one token of a model', async () => {
    const here = await start()
    await here.api.tryModel(`${MODEL}[1m]`, 'us-east-1')
    await here.api.tryModel(SMALL, 'us-west-2')
    await here.api.tryModel(SMALL, 'us-east-1')
    expect(here.seen()).toEqual([
      ['InvokeModelWithResponseStream', MODEL, 'us-east-1', 1, 200],
      ['InvokeModelWithResponseStream', SMALL, 'us-west-2', 1, 200],
      ['InvokeModelWithResponseStream', SMALL, 'us-east-1', 1, 200],
    ])
    expect(here.calls).toEqual([
      expect.objectContaining({ model: MODEL, region: 'us-east-1', status: 200, error: null, outputTokens: 1 }),
      expect.objectContaining({ model: SMALL, region: 'us-west-2', status: 200, error: null, outputTokens: 1 }),
      expect.objectContaining({ model: SMALL, region: 'us-east-1', status: 200, error: null, outputTokens: 1 }),
    ])
  })

  test('by the ARN of an application profile', async () => {
    const here = await start({ applicationProfiles: [{ id: 'abcdefghijkl', copyFrom: MODEL }] })
    const arn = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl'
    await here.api.tryModel(arn, 'us-east-1')
    expect(here.seen()).toEqual([['InvokeModelWithResponseStream', arn, 'us-east-1', 1, 200]])
    expect(here.aws.requests[0]?.path).toBe(`/model/${encodeURIComponent(arn)}/invoke-with-response-stream`)
  })

  test('with an API key', async () => {
    const here = await start()
    const session = { kind: 'bearer', key: here.aws.account.addApiKey() } as const
    const real = realApi(here.aws.env, {
      current: () => Promise.resolve(session),
      renew: () => Promise.resolve(session),
    })
    await real.api.tryModel(MODEL, 'us-east-1')
    await real.api.listInferenceProfiles('us-east-1')
    expect(here.seen().map(([operation, , , , status]) => [operation, status])).toEqual([
      ['InvokeModelWithResponseStream', 200],
      ['ListInferenceProfiles', 200],
    ])
  })

  test('again with a new session when the old one has ended', async () => {
    const here = await start()
    here.aws.account.expireSessions()
    await here.api.tryModel(MODEL, 'us-east-1')
    expect(here.session.renewals()).toBe(1)
  })
})

describe('what Bedrock refuses is reported in its own words', () => {
  test.each([
    ['anthropic.claude-sonnet-4-6', { status: 400, name: 'ValidationException' }, 'on-demand throughput'],
    ['eu.anthropic.claude-sonnet-4-6', { status: 400, name: 'ValidationException' }, 'model identifier is invalid'],
    [
      'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
      { status: 404, name: 'ResourceNotFoundException' },
      'end of its life',
    ],
  ])('%s', async (model, facts, words) => {
    const here = await start()
    const error = await caught(here.api.tryModel(model, 'us-east-1'))
    expect(error).toBeInstanceOf(ServiceError)
    expect(error).toMatchObject({ service: 'Amazon Bedrock', ...facts, message: expect.stringContaining(words) })
    expect(here.calls).toEqual([
      expect.objectContaining({ model, status: facts.status, error: expect.stringContaining(words) }),
    ])
  })

  test('no permission to list', async () => {
    const here = await start({
      allow: ({ action }) =>
        action !== 'bedrock:ListInferenceProfiles' || { deny: 'because no identity-based policy allows it' },
    })
    const error = await caught(here.api.listInferenceProfiles('us-east-1'))
    expect(error).toMatchObject({ status: 403, message: expect.stringContaining('bedrock:ListInferenceProfiles') })
  })

  test('a host that does not exist', async () => {
    const { session } = await start()
    const real = realApi(
      { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'http://bedrock-runtime.us-east-1.amazonaws.invalid' },
      session,
    )
    const error = await caught(real.api.tryModel(MODEL, 'us-east-1'))
    expect(error).toMatchObject({ name: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/), status: undefined })
  })

  test('no answer at all, after a time', async () => {
    const env = { ANTHROPIC_BEDROCK_BASE_URL: await listen(() => undefined) }
    const { session } = await start()
    const real = createClock()
    const hurried: Clock = { ...real, sleep: (ms, signal) => real.sleep(ms === 20_000 ? 300 : ms, signal) }
    const slow = realApi(env, session, hurried)
    const error = await caught(slow.api.tryModel(MODEL, 'us-east-1'))
    expect(error).toMatchObject({ name: 'TimeoutError', message: 'no answer within 20 s' })
  })
})

test('the whole check, against an account that is in order but for the model', async () => {
  const here = await start()
  const bedrock = { ...BEDROCK, model: 'eu.anthropic.claude-sonnet-4-6' }
  const session = await here.session.current()
  const found = await checkBedrock(bedrock, { session, api: here.api, log: here.log, modelsOf: modelsOf(bedrock) })
  expect(found.checks.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'Identity ok',
    'Region ok',
    'Region ok',
    'Model failed',
    'Small model ok',
  ])
  expect(found.failure).toMatchObject({
    code: 'profile-not-in-region',
    fix: fixWith('  model: us.anthropic.claude-sonnet-4-6\n'),
  })
})
