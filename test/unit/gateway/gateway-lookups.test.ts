import { describe, expect, test } from '@jest/globals'

import type { LocalAnswer } from '../../../src/ports/gateway.ts'
import { profileLookups } from '../../../src/gateway/served-models.ts'

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
  await Promise.resolve()
}

const answer = (status: number, body: LocalAnswer['body']) => Promise.resolve({ status, headers: { a: 'b' }, body })

test('a question is put once, also by two at the same time, and its answer given whole to all', async () => {
  const lookups = profileLookups()
  let asked = 0
  const ask = () => {
    asked += 1
    return answer(200, pieces('{"a":', '1}'))
  }
  const both = await Promise.all([lookups.answer('/x', ask), lookups.answer('/x', ask)])
  const later = await lookups.answer('/x', ask)
  expect([...both, later]).toEqual(Array(3).fill({ status: 200, headers: { a: 'b' }, body: '{"a":1}' }))
  expect(asked).toBe(1)
})

test('an error, and a question that failed, are asked again', async () => {
  const lookups = profileLookups()
  expect(await lookups.answer('/x', () => answer(503, 'busy'))).toMatchObject({ status: 503, body: 'busy' })
  await expect(lookups.answer('/x', () => Promise.reject(new Error('no session')))).rejects.toThrow('no session')
  expect(await lookups.answer('/x', () => answer(200, 'ok'))).toMatchObject({ body: 'ok' })
})

test('after fifty questions only what is known is answered', async () => {
  const lookups = profileLookups()
  for (let n = 0; n < 50; n++) await lookups.answer(`/${n}`, () => answer(200, String(n)))
  expect(await lookups.answer('/50', () => answer(200, 'more'))).toBeUndefined()
  expect(await lookups.answer('/49', () => answer(200, 'again'))).toMatchObject({ body: '49' })
})

describe('the list that Claude Code begins with', () => {
  const ALL = '/inference-profiles?type=SYSTEM_DEFINED'
  const LIST = { ids: ['us.anthropic.a'], summaries: [{ inferenceProfileId: 'us.anthropic.a', status: 'ACTIVE' }] }
  const bedrock = () => answer(200, 'asked')

  test('is what preflight has listed, as soon as it has', async () => {
    const { promise, resolve } = Promise.withResolvers<typeof LIST>()
    const answered = profileLookups(promise).answer(ALL, bedrock)
    resolve(LIST)
    expect(await answered).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ inferenceProfileSummaries: LIST.summaries }),
    })
  })

  test.each([
    ['nobody lists', undefined, ALL],
    ['it has no list', Promise.resolve(undefined), ALL],
    ['a page of it is asked for', Promise.resolve(LIST), `${ALL}&nextToken=x`],
    ['other profiles are', Promise.resolve(LIST), '/inference-profiles?type=APPLICATION'],
    ['one profile is', Promise.resolve(LIST), '/inference-profiles/us.anthropic.a'],
  ])('and Bedrock is asked when %s', async (_when, listed, target) => {
    expect(await profileLookups(listed).answer(target, bedrock)).toMatchObject({ body: 'asked' })
  })
})
