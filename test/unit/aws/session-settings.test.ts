import { describe, expect, test } from '@jest/globals'

import { authenticate } from '../../../src/aws/session.ts'
import { fakeWorld, OIDC, ROLE, SESSION_KEYS } from './fakes.ts'

describe('mask-aws-account-id', () => {
  test.each([
    [true, ['111122223333']],
    [undefined, []],
  ])('%j: secrets %j, before the account is in the log', async (maskAccountId, masked) => {
    const { world, secrets, lines } = fakeWorld()
    const linesThen: number[] = []
    const add = (value: string) => {
      linesThen.push(lines.filter((line) => line.includes('Signed in')).length)
      secrets.push(value)
    }
    const settings = maskAccountId === undefined ? OIDC : { ...OIDC, maskAccountId }
    await authenticate(settings, { ...world, secrets: { ...world.secrets, add } })
    expect(secrets.filter((secret) => secret === '111122223333')).toEqual(masked)
    expect(linesThen.every((count) => count === 0)).toBe(true)
  })
})

test('an external id and tags go to STS with the role', async () => {
  const requests: unknown[] = []
  const assumeRole = (request: unknown) => {
    requests.push(request)
    return Promise.resolve(SESSION_KEYS)
  }
  const { world } = fakeWorld({ sts: { assumeRole } })
  const role = { ...ROLE, externalId: 'octo', tags: { team: 'x' } }
  await authenticate({ ...OIDC, source: { kind: 'role-chaining', profile: undefined, role } }, world)
  expect(requests).toEqual([expect.objectContaining({ externalId: 'octo', tags: { team: 'x' } })])
})
