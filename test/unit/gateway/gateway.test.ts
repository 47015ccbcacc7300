import { describe, expect, test } from '@jest/globals'

import { fakeGateway, invoke, MODEL, pieces, SMALL, stream, type FakeOptions } from './fakes.ts'

describe('a call', () => {
  test('goes to the region’s endpoint, signed, its path as received', async () => {
    const model = 'arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/abc'
    const gateway = await fakeGateway({ bedrock: { region: 'eu-central-1', model } })
    const target = '/model/arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile%2Fabc/invoke'
    expect(await gateway.call({ target, headers: { host: '127.0.0.1', 'x-app': 'cli' } })).toMatchObject({
      status: 200,
    })
    expect(gateway.seen.sent).toMatchObject([
      {
        operation: 'InvokeModel',
        method: 'POST',
        origin: 'https://bedrock-runtime.eu-central-1.amazonaws.com',
        target,
        headers: { 'x-app': 'cli', authorization: `ASIA1 eu-central-1 ${Date.UTC(2026, 10, 22)}` },
      },
    ])
  })

  test('is answered by Bedrock’s headers and body', async () => {
    const headers = { 'content-type': 'text/plain', 'x-amzn-requestid': 'id-3' }
    const answer = { status: 203, headers: { ...headers, connection: 'close' }, body: pieces('a', 'b') }
    const gateway = await fakeGateway({ moves: [answer] })
    expect(await gateway.call()).toEqual({ status: 203, headers, body: 'ab' })
  })

  test('of the small model goes to its region, and only that', async () => {
    const gateway = await fakeGateway({
      bedrock: { smallFastModel: `${SMALL}[1m]`, smallFastModelRegion: 'us-west-2' },
    })
    await gateway.call(stream(SMALL))
    await gateway.call(stream(SMALL.replace(':', '%3A')))
    await gateway.call(stream())
    await gateway.call({ method: 'GET', target: `/inference-profiles/${SMALL}` })
    expect(gateway.seen.sent.map(({ origin, headers }) => [origin, headers.authorization?.split(' ')[1]])).toEqual([
      ['https://bedrock-runtime.us-west-2.amazonaws.com', 'us-west-2'],
      ['https://bedrock-runtime.us-west-2.amazonaws.com', 'us-west-2'],
      ['https://bedrock-runtime.us-east-1.amazonaws.com', 'us-east-1'],
      ['https://bedrock.us-east-1.amazonaws.com', 'us-east-1'],
    ])
  })

  test('goes behind the path of the user’s own address', async () => {
    const gateway = await fakeGateway({ env: { ANTHROPIC_BEDROCK_BASE_URL: 'https://gw.example.com/bedrock/' } })
    await gateway.call(invoke())
    await gateway.call({ method: 'GET', target: '/inference-profiles?type=SYSTEM_DEFINED' })
    expect(gateway.seen.sent.map(({ origin, target }) => origin + target)).toEqual([
      `https://gw.example.com/bedrock/model/${MODEL}/invoke`,
      'https://gw.example.com/bedrock/inference-profiles?type=SYSTEM_DEFINED',
    ])
  })

  test('carries a Bedrock API key as it is', async () => {
    const current = () => Promise.resolve({ kind: 'bearer', key: 'bedrock-api-key-x' } as const)
    const gateway = await fakeGateway({ session: { current } })
    await gateway.call()
    expect(gateway.seen.sent[0]?.headers.authorization).toBe('Bearer bedrock-api-key-x')
  })
})

describe('the run adds to each call', () => {
  const customHeaders = { 'x-company-key': 'secret', 'x-amzn-bedrock-guardrailidentifier': 'custom' }
  const names = [
    'x-company-key',
    'x-amzn-bedrock-guardrailidentifier',
    'x-amzn-bedrock-guardrailversion',
    'x-amzn-bedrock-trace',
  ]
  const sentBy = async (bedrock: FakeOptions['bedrock']) => {
    const gateway = await fakeGateway({ bedrock: bedrock ?? {} })
    const headers = { 'user-agent': 'claude-cli/2', 'x-company-key': 'forged', 'x-amzn-bedrock-guardrailversion': '9' }
    await gateway.call({ ...invoke(), headers })
    await gateway.call({ method: 'GET', target: '/inference-profiles' })
    return gateway.seen.sent.map((sent) => names.map((name) => sent.headers[name]))
  }

  test('custom headers, to both planes, whatever the call itself says', async () => {
    expect(await sentBy({ customHeaders: { 'x-company-key': 'secret' } })).toEqual([
      ['secret', undefined, undefined, undefined],
      ['secret', undefined, undefined, undefined],
    ])
  })

  test('the guardrail and its trace, to the runtime only, before custom headers', async () => {
    expect(await sentBy({ customHeaders, guardrail: { id: 'abc', version: '3' } })).toEqual([
      ['secret', 'abc', '3', 'ENABLED'],
      ['secret', 'custom', undefined, undefined],
    ])
  })

  test('the trace to a guardrail of custom headers', async () => {
    expect((await sentBy({ customHeaders }))[0]).toEqual(['secret', 'custom', undefined, 'ENABLED'])
  })

  test('nothing by itself', async () => {
    expect((await sentBy({}))[0]).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('a call of another model', () => {
  const OTHER = 'us.anthropic.claude-opus-5-5'

  test('is answered 400 on the spot, ends nothing, and is warned of once', async () => {
    const gateway = await fakeGateway()
    const answers = [await gateway.call(stream(OTHER)), await gateway.call(invoke(OTHER))]
    expect(answers.map(({ status }) => status)).toEqual([400, 400])
    expect(gateway.seen.sent).toEqual([])
    expect(gateway.seen.warnings).toEqual([
      expect.stringMatching(/^A call of another model was refused: us\.anthropic\.claude-opus-5-5 is no model/),
    ])
    expect(gateway.fatalError()).toBeUndefined()
    expect(await gateway.call()).toMatchObject({ status: 200 })
  })

  test('is served when the job names it for a family or a subagent', async () => {
    const gateway = await fakeGateway({
      bedrock: { familyModels: { opus: OTHER }, subagentModel: 'us.anthropic.claude-x' },
    })
    expect(await gateway.call(stream(OTHER))).toMatchObject({ status: 200 })
    expect(await gateway.call(stream('us.anthropic.claude-x'))).toMatchObject({ status: 200 })
  })
})

describe('without a model Claude Code’s own is served', () => {
  const NONE = { model: undefined, smallFastModel: undefined }
  const GLOBAL = { ids: ['global.anthropic.claude-opus-5-5'], summaries: [] }

  test('as the list of preflight has it', async () => {
    const gateway = await fakeGateway({ bedrock: NONE, profiles: Promise.resolve(GLOBAL) })
    expect(await gateway.call(stream('us.anthropic.claude-opus-5-5'))).toMatchObject({ status: 400 })
    expect(await gateway.call(stream('global.anthropic.claude-opus-5-5'))).toMatchObject({ status: 200 })
  })

  test('as the list has it that Bedrock gives to Claude Code, without preflight', async () => {
    const summary = { inferenceProfileId: 'global.anthropic.claude-opus-5-5' }
    const list = { status: 200, headers: {}, body: pieces(JSON.stringify({ inferenceProfileSummaries: [summary] })) }
    const gateway = await fakeGateway({ bedrock: NONE, moves: [list] })
    await gateway.call({ method: 'GET', target: '/inference-profiles?type=SYSTEM_DEFINED' })
    expect(await gateway.call(stream('global.anthropic.claude-opus-5-5'))).toMatchObject({ status: 200 })
  })
})

describe('a call without the token', () => {
  test('is answered 400, and ends nothing when it is none of Claude Code’s', async () => {
    const gateway = await fakeGateway()
    expect(await gateway.call({ authenticated: false, headers: { 'user-agent': 'curl/8' } })).toMatchObject({
      status: 400,
    })
    expect([gateway.fatalError(), gateway.seen.sent]).toEqual([undefined, []])
  })

  test('of Claude Code itself says why the run failed, unless later ones have it', async () => {
    const gateway = await fakeGateway()
    expect(await gateway.call({ authenticated: false })).toMatchObject({ status: 400 })
    expect(gateway.fatalError()).toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining('without the token'),
    })
    await gateway.call()
    expect(gateway.fatalError()).toBeUndefined()
  })
})

test('who asks about profiles and goes away does not take the answer from others', async () => {
  const signals: AbortSignal[] = []
  const gateway = await fakeGateway({ onSend: (gone) => void signals.push(gone) })
  const gone = new AbortController()
  await gateway.call({ method: 'GET', target: '/inference-profiles', signal: gone.signal })
  gone.abort()
  expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  await gateway.close()
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
})

test('an endpoint that is no address is reported before anything is opened', async () => {
  const env = { AWS_ENDPOINT_URL_BEDROCK: 'bedrock.example.com' }
  await expect(fakeGateway({ env })).rejects.toMatchObject({ code: 'input-invalid' })
})

test('closing closes both sides', async () => {
  const gateway = await fakeGateway()
  await gateway.close()
  expect(gateway.seen.closed).toEqual(['listener', 'upstream'])
  expect(gateway.seen.secrets).toEqual(['the-token'])
})
