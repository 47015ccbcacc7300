import { describe, expect, test } from '@jest/globals'

import { Failure } from '../../../src/errors.ts'
import { BEDROCK_ERRORS as E } from '../../emulators/bedrock-errors.ts'
import { fakeGateway, ok } from './fakes.ts'

describe('a session', () => {
  test.each(['keyExpired', 'keyInvalid', 'apiKeyInvalid'] as const)(
    'that Bedrock no longer takes (%s) is renewed, and the call made again',
    async (name) => {
      const gateway = await fakeGateway({ moves: [E[name]] })
      expect(await gateway.call()).toMatchObject({ status: 200 })
      expect(gateway.seen.sent.map(({ headers }) => headers.authorization?.split(' ')[0])).toEqual(['ASIA1', 'ASIA2'])
      expect([gateway.seen.renewed, gateway.retries(), gateway.seen.calls.length]).toEqual([['ASIA1'], 0, 2])
    },
  )

  test('that ends while fifty calls are on their way is renewed once', async () => {
    const moves = ({ headers }: { headers: Readonly<Record<string, string>> }) =>
      headers.authorization?.startsWith('ASIA1 ') ? E.keyExpired : ok
    const gateway = await fakeGateway({ moves })
    const answers = await Promise.all(Array.from({ length: 50 }, () => gateway.call()))
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200))
    expect(gateway.seen.renewed).toEqual(['ASIA1'])
  })

  test('whose successor Bedrock does not take either is the end', async () => {
    const gateway = await fakeGateway({ moves: [E.keyExpired, E.keyExpired] })
    expect(await gateway.call()).toMatchObject({ status: 400, body: { message: E.keyExpired.message } })
    expect(gateway.fatalError()).toMatchObject({ code: 'credentials-expired' })
    expect(gateway.seen.sent).toHaveLength(2)
  })

  test('that cannot be renewed is the end, by the words of that', async () => {
    const failure = new Failure('role-not-assumable', { message: 'No more.', fix: 'None.' })
    const gateway = await fakeGateway({ moves: [E.keyExpired], session: { renew: () => Promise.reject(failure) } })
    expect(await gateway.call()).toMatchObject({ status: 400, body: { message: 'No more.' } })
    expect(gateway.fatalError()).toBe(failure)
    expect(await gateway.call()).toMatchObject({ status: 400, body: { message: 'No more.' } })
    expect(gateway.seen.sent).toHaveLength(1)
  })

  test('that is not to be had is the end', async () => {
    const failure = new Failure('credentials-expired', { message: 'No more.', fix: 'None.' })
    const gateway = await fakeGateway({ session: { current: () => Promise.reject(failure) } })
    expect(await gateway.call()).toMatchObject({ status: 400 })
    expect(gateway.fatalError()).toBe(failure)
  })

  test('is not renewed for a signature, which is made again', async () => {
    const gateway = await fakeGateway({ moves: [E.signatureWrong] })
    expect(await gateway.call()).toMatchObject({ status: 200 })
    expect([gateway.seen.renewed, gateway.seen.sent.length]).toEqual([[], 2])
  })

  test('is not shown to Claude Code where AWS shows it', async () => {
    const shown = `${E.signatureWrong.message}\n\nThe Canonical String for this request should have been\n'POST\nx-amz-security-token:token1'`
    const wrong = { ...E.signatureWrong, message: shown }
    const gateway = await fakeGateway({ moves: [wrong, wrong] })
    expect(await gateway.call()).toMatchObject({ status: 400, body: { message: E.signatureWrong.message } })
    expect(JSON.stringify([gateway.seen, gateway.fatalError()?.message])).not.toContain('token1')
  })
})
