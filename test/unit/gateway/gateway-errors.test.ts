import { describe, expect, test } from '@jest/globals'

import { BEDROCK_ERRORS as E } from '../../emulators/bedrock-errors.ts'
import { fakeGateway, MODEL, ok, SMALL, stream } from './fakes.ts'
import { fixWith } from '../../support/fix-with.ts'

describe('the first error that no retry can help ends the run', () => {
  test('and is every later call’s answer', async () => {
    const gateway = await fakeGateway({ moves: [E.iamDenied, E.modelNoAccess] })
    const first = await gateway.call()
    expect(first).toEqual({
      status: 400,
      headers: {
        'content-type': 'application/json',
        'x-amzn-errortype': 'AccessDeniedException',
        'x-amzn-requestid': 'id-1',
      },
      body: { message: E.iamDenied.message },
    })
    expect(await gateway.call(stream(SMALL))).toEqual(first)
    expect(await gateway.call({ method: 'GET', target: '/inference-profiles' })).toEqual(first)
    expect(gateway.fatalError()).toMatchObject({
      code: 'iam-permission-missing',
      fix: fixWith('"Statement"'),
    })
    expect(gateway.seen.sent).toHaveLength(1)
  })

  test('and the answer to a list that is at hand', async () => {
    const profiles = Promise.resolve({ ids: [MODEL], summaries: [] })
    const gateway = await fakeGateway({ moves: [E.iamDenied], profiles })
    const list = { method: 'GET', target: '/inference-profiles?type=SYSTEM_DEFINED' }
    expect(await gateway.call(list)).toMatchObject({ status: 200 })
    const first = await gateway.call()
    expect(await gateway.call(list)).toEqual(first)
  })

  test('of two at the same time', async () => {
    const gateway = await fakeGateway({ moves: [E.useCaseForm, E.tooManyTokensPerDay] })
    const [one, other] = await Promise.all([gateway.call(), gateway.call()])
    expect(one).toEqual(other)
    expect(gateway.fatalError()).toMatchObject({ code: 'use-case-form-missing' })
  })

  test('but not of a side model, which is refused with one warning', async () => {
    const gateway = await fakeGateway({ moves: [E.iamDenied, E.iamDenied, E.modelNoAccess] })
    for (let n = 0; n < 3; n++) expect(await gateway.call(stream(SMALL))).toMatchObject({ status: 400 })
    expect(await gateway.call()).toMatchObject({ status: 200 })
    expect(gateway.fatalError()).toBeUndefined()
    expect(gateway.seen.warnings).toEqual([
      expect.stringContaining(`goes on without ${SMALL}: The role claude may not call us.anthropic.claude-haiku`),
      expect.stringContaining("You don't have access"),
    ])
  })

  test('nor of a count or a profile', async () => {
    const gateway = await fakeGateway({ moves: [E.iamDenied, E.iamDenied] })
    expect(await gateway.call({ target: `/model/${MODEL}/count-tokens` })).toMatchObject({ status: 403 })
    expect(await gateway.call({ method: 'GET', target: `/inference-profiles/${MODEL}` })).toMatchObject({ status: 403 })
    expect([gateway.fatalError(), gateway.seen.warnings, gateway.retries()]).toEqual([undefined, [], 0])
  })

  test('of the first model called, where none is named', async () => {
    const gateway = await fakeGateway({ bedrock: { model: undefined }, moves: [ok, E.iamDenied, E.iamDenied] })
    await gateway.call(stream('us.anthropic.claude-opus-5-5'))
    await gateway.call(stream('us.anthropic.claude-sonnet-4-5'))
    expect(gateway.fatalError()).toBeUndefined()
    await gateway.call(stream('us.anthropic.claude-opus-5-5'))
    expect(gateway.fatalError()).toMatchObject({ code: 'iam-permission-missing' })
  })
})

describe('what Claude Code waits out or works around gets through', () => {
  test.each([
    ['throttling', E.tooManyTokens, 429, 1],
    ['no room', E.tooManyConnections, 503, 1],
    ['a prompt that is too long', E.inputTooLong, 400, 0],
    ['a header that the model does not know', E.betaUnknown, 400, 0],
  ])('%s', async (...[, error, status, retries]) => {
    const gateway = await fakeGateway({ moves: [error] })
    expect(await gateway.call()).toMatchObject({ status, body: { message: error.message } })
    expect([gateway.fatalError(), gateway.retries(), gateway.seen.lines.length]).toEqual([undefined, retries, retries])
    expect(await gateway.call()).toMatchObject({ status: 200 })
  })
})

describe('when nothing answers', () => {
  const REFUSED = { code: 'ECONNREFUSED' }
  const three = [REFUSED, REFUSED, REFUSED]

  test('a call is tried again for a moment', async () => {
    const gateway = await fakeGateway({ moves: [REFUSED, REFUSED] })
    expect(await gateway.call()).toMatchObject({ status: 200 })
    expect([gateway.seen.slept, gateway.retries(), gateway.seen.calls.length]).toEqual([[250, 625], 2, 3])
  })

  test('and never did, that is the end', async () => {
    const gateway = await fakeGateway({ moves: three })
    expect(await gateway.call()).toMatchObject({ status: 400, body: { message: 'connect ECONNREFUSED' } })
    expect(gateway.fatalError()).toMatchObject({ code: 'network-unreachable' })
    expect(gateway.seen.calls[0]).toMatchObject({
      status: null,
      requestId: null,
      error: 'ECONNREFUSED: connect ECONNREFUSED',
    })
  })

  test('because the region has no Bedrock, that is the end at once', async () => {
    const host = 'bedrock-runtime.xx-east-1.amazonaws.com'
    const gateway = await fakeGateway({ bedrock: { region: 'xx-east-1' }, moves: [{ code: 'ENOTFOUND', host }] })
    expect(await gateway.call()).toMatchObject({ status: 400 })
    expect(gateway.fatalError()).toMatchObject({ code: 'region-unsupported' })
    expect([gateway.seen.sent.length, gateway.seen.slept]).toEqual([1, []])
  })

  test('any more, Claude Code waits; after a minute that is the end', async () => {
    const gateway = await fakeGateway({ moves: [ok, ...three, ...three, ok, ...three, ...three] })
    await gateway.call()
    expect(await gateway.call()).toMatchObject({ status: 503 })
    gateway.seen.now += 50_000
    expect(await gateway.call()).toMatchObject({ status: 503 })
    gateway.seen.now += 50_000
    expect(await gateway.call()).toMatchObject({ status: 200 })
    expect(await gateway.call()).toMatchObject({ status: 503 })
    expect(gateway.fatalError()).toBeUndefined()
    gateway.seen.now += 60_000
    expect(await gateway.call()).toMatchObject({ status: 400 })
    expect(gateway.fatalError()).toMatchObject({ code: 'network-unreachable' })
  })

  test('where the small model is, the run goes on', async () => {
    const moves = ({ origin }: { origin: string }) => (origin.includes('us-west-2') ? REFUSED : ok)
    const gateway = await fakeGateway({ bedrock: { smallFastModelRegion: 'us-west-2' }, moves })
    expect(await gateway.call(stream(SMALL))).toMatchObject({ status: 400 })
    expect(await gateway.call()).toMatchObject({ status: 200 })
    expect(gateway.fatalError()).toBeUndefined()
  })

  test('about profiles, nobody waits', async () => {
    const gateway = await fakeGateway({ moves: [REFUSED] })
    expect(await gateway.call({ method: 'GET', target: '/inference-profiles' })).toMatchObject({ status: 400 })
    expect([gateway.seen.sent.length, gateway.fatalError()]).toEqual([1, undefined])
  })

  test('because the caller has gone, nothing is said of it', async () => {
    const gone = new AbortController()
    const moves = () => {
      gone.abort()
      return { code: 'ABORT_ERR' }
    }
    const gateway = await fakeGateway({ moves })
    await expect(gateway.call({ signal: gone.signal })).rejects.toMatchObject({ name: 'ABORT_ERR' })
    expect([gateway.seen.sent.length, gateway.fatalError(), gateway.retries()]).toEqual([1, undefined, 0])
  })
})
