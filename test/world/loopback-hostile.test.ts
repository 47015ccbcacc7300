import { connect } from 'node:net'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import type { Aws } from '../emulators/aws.ts'
import { MODEL, startAccount, startGateway } from '../support/real-gateway.ts'

const INVOKE = `/model/${MODEL}/invoke`
const BODY = JSON.stringify({
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 10,
  messages: [{ role: 'user', content: 'hi' }],
})

let aws: Aws
let gateway: Awaited<ReturnType<typeof startGateway>>

beforeEach(async () => {
  aws = await startAccount()
  gateway = await startGateway({ account: aws.account, env: aws.env })
})

afterEach(async () => {
  await gateway.close()
  await aws.close()
})

const post = (headers: Record<string, string>, target = INVOKE) =>
  fetch(gateway.url + target, { method: 'POST', headers, body: BODY })

const FOREIGN = encodeURIComponent('arn:aws:bedrock:us-east-1:999988887777:application-inference-profile/abcdef123456')

/** Writes bytes to the gateway and reads until it closes the connection. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1')
    let answer = ''
    socket.on('data', (data) => void (answer += data.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
    socket.write(bytes)
  })
}

/** A request by hand; `known`: with the token. */
function request(known: boolean, headers: readonly string[], body = BODY): string {
  const token = Object.entries(gateway.tokenHeaders).map(([name, value]) => `${name}: ${value}`)
  return [`POST ${INVOKE} HTTP/1.1`, 'host: x', ...(known ? token : []), ...headers, '', body].join('\r\n')
}

test('who has the token is signed for', async () => {
  const answer = await post(gateway.tokenHeaders)
  expect([answer.status, await answer.json()]).toMatchObject([200, { role: 'assistant' }])
  expect(aws.bedrock.calls).toMatchObject([{ operation: 'InvokeModel', status: 200, region: 'us-east-1' }])
})

describe('Bedrock hears nothing of', () => {
  test.each<[string, number, () => Promise<Response>]>([
    ['a caller without the token', 400, () => post({})],
    ['a caller with another', 400, () => post({ [tokenHeader()]: 'x'.repeat(43) })],
    ['a caller with an empty one', 400, () => post({ [tokenHeader()]: '' })],
    ['a count without the token', 400, () => post({}, INVOKE.replace('invoke', 'count-tokens'))],
    ['another model', 400, () => post(gateway.tokenHeaders, '/model/us.anthropic.claude-opus-5-5/invoke')],
    [
      'another vendor’s model',
      400,
      () => post(gateway.tokenHeaders, '/model/us.meta.llama4-maverick-17b-instruct-v1:0/invoke'),
    ],
    ['another account’s profile', 400, () => post(gateway.tokenHeaders, `/model/${FOREIGN}/invoke`)],
    [
      'a count for another model',
      400,
      () => post(gateway.tokenHeaders, '/model/us.anthropic.claude-opus-5-5/count-tokens'),
    ],
    ['another path', 404, () => post(gateway.tokenHeaders, '/model/x/converse')],
    ['a path that is written in another way', 404, () => post(gateway.tokenHeaders, '/model/%2e%2e%2fx/invoke')],
    ['another method', 404, () => fetch(gateway.url + INVOKE, { method: 'DELETE', headers: gateway.tokenHeaders })],
    ['another list', 404, () => fetch(`${gateway.url}/foundation-models`, { headers: gateway.tokenHeaders })],
    ['who asks to make profiles', 404, () => post(gateway.tokenHeaders, '/inference-profiles')],
  ])('%s', async (_, status, call) => {
    const answer = await call()
    expect(answer.status).toBe(status)
    expect(await answer.json()).toEqual({
      message: expect.stringMatching(/^This gateway takes|is no model of this run/),
    })
    expect(aws.requests).toEqual([])
    expect(gateway.seen.calls).toEqual([])
  })

  test('a body with a content-length that is too large', async () => {
    const length = 64 * 1024 * 1024 + 1
    expect(await raw(request(true, ['connection: close', `content-length: ${length}`]))).toMatch(/^HTTP\/1\.1 413 /)
    expect(aws.requests).toEqual([])
  })

  test('a body that is none of the two', async () => {
    const chunk = 'x'.repeat(1024 * 1024)
    async function* endless() {
      for (let sent = 0; sent < 65; sent++) yield Buffer.from(chunk)
      await Promise.resolve()
    }
    const init = {
      method: 'POST',
      headers: gateway.tokenHeaders,
      body: ReadableStream.from(endless()),
      duplex: 'half' as const,
    }
    expect((await fetch(gateway.url + INVOKE, init)).status).toBe(413)
    expect(aws.requests).toEqual([])
  })
})

const tokenHeader = () => Object.keys(gateway.tokenHeaders).join('')

describe('what is no clear request never gets through', () => {
  const smuggled = () => request(true, [`content-length: ${BODY.length}`])
  test.each<[string, () => string]>([
    [
      'a length and chunks',
      () => request(true, ['content-length: 3', 'transfer-encoding: chunked'], `0\r\n\r\n${smuggled()}`),
    ],
    [
      'chunks and a length',
      () => request(true, ['transfer-encoding: chunked', 'content-length: 3'], `0\r\n\r\n${smuggled()}`),
    ],
    ['two lengths', () => request(true, ['content-length: 0', `content-length: ${BODY.length}`])],
    ['chunks under another name', () => request(true, ['transfer-encoding: xchunked'], `0\r\n\r\n${smuggled()}`)],
    ['chunks that are not the last encoding', () => request(true, ['transfer-encoding: chunked, gzip'], '0\r\n\r\n')],
    ['a space before the colon', () => request(true, ['transfer-encoding : chunked'], `0\r\n\r\n${smuggled()}`)],
    ['a folded header', () => request(true, ['x-a: b', ' c'])],
    ['a null byte', () => request(true, ['x-a: b\0c'])],
    ['line feeds alone', () => request(true, [`content-length: ${BODY.length}`]).replaceAll('\r\n', '\n')],
    ['a length that is no number', () => request(true, ['content-length: 0x10'])],
    ['a chunk whose length is no number', () => request(true, ['transfer-encoding: chunked'], 'g\r\n')],
    ['headers without end', () => request(true, Array<string>(10_000).fill('x: y'))],
  ])('%s', async (_, bytes) => {
    expect(await raw(bytes())).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(aws.requests).toEqual([])
  })
})

test('of calls in a row on one connection each is looked at', async () => {
  const length = `content-length: ${BODY.length}`
  const answers = await raw(
    request(true, [length]) +
      request(false, [length]) +
      request(true, [length]) +
      request(false, [length, 'connection: close']),
  )
  expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400', 'HTTP/1.1 200', 'HTTP/1.1 400'])
  expect(aws.bedrock.calls).toHaveLength(2)
})

test('neither the token nor a signature of the caller is forwarded', async () => {
  const answer = await post({
    ...gateway.tokenHeaders,
    authorization: 'Bearer x',
    'x-amz-security-token': 'x',
    'x-amz-date': '20200101T000000Z',
    'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
    'x-stainless-lang': 'js',
    'anthropic-beta': 'kept',
  })
  expect(answer.status).toBe(200)
  const { headers } = aws.requests[0]!
  expect(headers).toMatchObject({ 'anthropic-beta': 'kept', 'content-length': String(BODY.length) })
  expect(headers.authorization).toMatch(/^AWS4-HMAC-SHA256 /)
  expect(headers).not.toHaveProperty('x-stainless-lang')
  expect(JSON.stringify(headers)).not.toContain(Object.values(gateway.tokenHeaders).join())
})

test('the token is a secret of the run', () => {
  expect(gateway.seen.secrets).toEqual(Object.values(gateway.tokenHeaders))
})

describe('without the token', () => {
  const get = async (target: string) => (await fetch(gateway.url + target)).status

  test('the profiles are listed, and Bedrock is asked once', async () => {
    const list = '/inference-profiles?type=SYSTEM_DEFINED'
    expect(await Promise.all(Array.from({ length: 20 }, () => get(list)))).toEqual(Array(20).fill(200))
    expect(await get(`/inference-profiles/${MODEL}`)).toBe(200)
    expect(aws.bedrock.calls.map(({ operation }) => operation)).toEqual([
      'ListInferenceProfiles',
      'GetInferenceProfile',
    ])
  })

  test('fifty questions reach Bedrock', async () => {
    for (let n = 0; n < 50; n++) await get(`/inference-profiles/x${n}`)
    expect(await get('/inference-profiles/y')).toBe(403)
    expect(aws.requests).toHaveLength(50)
  })
})
