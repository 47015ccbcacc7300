import { describe, expect, test } from '@jest/globals'

import { fakeGateway, invoke, pieces, SMALL, stream } from './fakes.ts'

describe('a call', () => {
  test('goes to the region’s endpoint, signed, its path as received', async () => {
    const gateway = await fakeGateway({ bedrock: { region: 'eu-central-1' } })
    const target = '/model/arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile%2Fabc/invoke'
    expect(await gateway.call({ target, headers: { host: '127.0.0.1', 'x-app': 'cli' } })).toMatchObject({
      status: 200,
    })
    expect(gateway.told.sent).toMatchObject([
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
    expect(gateway.told.sent.map(({ origin, headers }) => [origin, headers.authorization?.split(' ')[1]])).toEqual([
      ['https://bedrock-runtime.us-west-2.amazonaws.com', 'us-west-2'],
      ['https://bedrock-runtime.us-west-2.amazonaws.com', 'us-west-2'],
      ['https://bedrock-runtime.us-east-1.amazonaws.com', 'us-east-1'],
      ['https://bedrock.us-east-1.amazonaws.com', 'us-east-1'],
    ])
  })

  test('goes behind the path of the user’s own address', async () => {
    const gateway = await fakeGateway({ env: { ANTHROPIC_BEDROCK_BASE_URL: 'https://gw.example.com/bedrock/' } })
    await gateway.call(invoke('x'))
    await gateway.call({ method: 'GET', target: '/inference-profiles?type=SYSTEM_DEFINED' })
    expect(gateway.told.sent.map(({ origin, target }) => origin + target)).toEqual([
      'https://gw.example.com/bedrock/model/x/invoke',
      'https://gw.example.com/bedrock/inference-profiles?type=SYSTEM_DEFINED',
    ])
  })

  test('carries a Bedrock API key as it is', async () => {
    const current = () => Promise.resolve({ kind: 'bearer', key: 'bedrock-api-key-x' } as const)
    const gateway = await fakeGateway({ session: { current } })
    await gateway.call()
    expect(gateway.told.sent[0]?.headers.authorization).toBe('Bearer bedrock-api-key-x')
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

test('an endpoint that is no address is told before anything is opened', async () => {
  const env = { AWS_ENDPOINT_URL_BEDROCK: 'bedrock.example.com' }
  await expect(fakeGateway({ env })).rejects.toMatchObject({ code: 'input-invalid' })
})

test('closing closes both sides', async () => {
  const gateway = await fakeGateway()
  await gateway.close()
  expect(gateway.told.closed).toEqual(['door', 'upstream'])
  expect(gateway.told.secrets).toEqual(['the-token'])
})
