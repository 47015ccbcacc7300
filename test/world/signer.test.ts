import { describe, expect, test } from '@jest/globals'

import type { UpstreamRequest } from '../../src/ports/gateway.ts'
import { createSigner } from '../../src/world/bedrock-wire.ts'
import { awsAccount } from '../emulators/aws-account.ts'
import { checkSignature } from '../emulators/sigv4.ts'

const account = awsAccount()
const user = account.addUser('ci')
const session = account.openSession({
  role: { name: 'claude', trustPolicy: { Version: '2012-10-17', Statement: [] } },
  sessionName: 'run',
  seconds: 3600,
})
const signer = createSigner()

const REQUEST: UpstreamRequest = {
  operation: 'InvokeModel',
  method: 'POST',
  origin: 'https://bedrock-runtime.eu-central-1.amazonaws.com',
  target: '/model/us.anthropic.claude-sonnet-4-6/invoke',
  headers: { 'content-type': 'application/json', 'anthropic-beta': 'a,  b', 'x-app': 'cli' },
  body: Buffer.from('{"max_tokens":1}'),
}

/** Sends nothing: has the emulated service look at what would be sent. */
function check(request: UpstreamRequest, headers: Readonly<Record<string, string>>, regions = ['eu-central-1']) {
  const [path = '', rawQuery = ''] = request.target.split(/\?(.*)/s)
  const query = new URLSearchParams(rawQuery)
  const received = { method: request.method, path, query, rawQuery, headers, body: Buffer.from(request.body) }
  return checkSignature(received, { account, service: 'bedrock', regions })
}

const by = (keys = session) => ({ keys, region: 'eu-central-1', now: Date.now() })

describe('AWS takes the signature of', () => {
  test.each<[string, Partial<UpstreamRequest>]>([
    ['a call by a profile’s id', {}],
    ['a model with a colon', { target: '/model/anthropic.claude-haiku-4-5-20251001-v1:0/invoke' }],
    ['a model with a coded colon', { target: '/model/anthropic.claude-haiku-4-5-20251001-v1%3A0/invoke' }],
    [
      'an ARN whose slash is coded',
      { target: '/model/arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile%2Fabc/invoke' },
    ],
    ['a path with a prefix', { target: '/gateway/bedrock/model/x/invoke' }],
    ['a list', { method: 'GET', target: '/inference-profiles', body: new Uint8Array() }],
    [
      'a list with a query',
      {
        method: 'GET',
        target: '/inference-profiles?nextToken=a%2Bb%2Fc%3D&type=SYSTEM_DEFINED',
        body: new Uint8Array(),
      },
    ],
    ['an empty body', { body: new Uint8Array() }],
    ['a body that is a part of a buffer', { body: Buffer.from('xxhelloxx').subarray(2, 7) }],
    ['a host with a port', { origin: 'http://127.0.0.1:4711' }],
  ])('%s', async (_, change) => {
    const request = { ...REQUEST, ...change }
    const headers = await signer.sign(request, by())
    expect(check(request, headers)).toEqual({ key: session, region: 'eu-central-1' })
    expect(headers).toMatchObject({ 'x-app': 'cli', host: new URL(request.origin).host })
  })

  test('keys that are no session’s', async () => {
    const headers = await signer.sign(REQUEST, { ...by(), keys: user })
    expect(check(REQUEST, headers)).toMatchObject({ key: user })
    expect(headers).not.toHaveProperty('x-amz-security-token')
  })
})

describe('AWS does not take the signature', () => {
  test.each<[string, Partial<UpstreamRequest>]>([
    ['with another body', { body: Buffer.from('{"max_tokens":2}') }],
    ['for another model', { target: '/model/us.anthropic.claude-opus-5-5/invoke' }],
    ['for another method', { method: 'GET' }],
  ])('%s', async (_, change) => {
    const headers = await signer.sign(REQUEST, by())
    expect(check({ ...REQUEST, ...change }, headers)).toMatchObject({ problem: 'mismatch' })
  })

  test('in another region', async () => {
    const headers = await signer.sign(REQUEST, by())
    expect(check(REQUEST, headers, ['us-east-1'])).toMatchObject({ problem: 'mismatch' })
  })

  test('of another time', async () => {
    const headers = await signer.sign(REQUEST, { ...by(), now: Date.now() - 6 * 60_000 })
    expect(check(REQUEST, headers)).toMatchObject({ message: expect.stringContaining('Signature expired') })
  })
})
