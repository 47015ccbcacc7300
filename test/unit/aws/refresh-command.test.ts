import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { fixText, ServiceError } from '../../../src/errors.ts'
import type { IdentitySettings } from '../../../src/inputs/settings.ts'
import type { AwsKeys } from '../../../src/ports/aws.ts'
import { STATIC_KEYS } from './fakes.ts'
import { CHAIN, expired, FRESH, FRESH_SESSION, refreshJob } from './refresh-job.ts'
import type { Session } from '../../../src/aws/types.ts'

const writes = (keys: AwsKeys) => `echo '${JSON.stringify(keys)}' > keys`
const withRefresh = (authRefresh: string): IdentitySettings => ({ ...CHAIN, authRefresh })

describe('aws-auth-refresh', () => {
  test('does not run while the credentials are good', async () => {
    const job = refreshJob()
    job.has(STATIC_KEYS)
    await expect(job.signIn(withRefresh('touch ran'))).resolves.toMatchObject({ keys: STATIC_KEYS })
    expect(existsSync(join(job.workspace, 'ran'))).toBe(false)
  })

  test('runs when there are none, is shown, and signing in is tried once more', async () => {
    const job = refreshJob()
    const line = `echo 'Open https://example.com and enter ABCD'; echo 'waiting' >&2; ${writes(FRESH)}`
    await expect(job.signIn(withRefresh(line))).resolves.toMatchObject(FRESH_SESSION)
    expect(job.lines).toEqual(expect.arrayContaining(['Open https://example.com and enter ABCD', 'waiting']))
    expect(job.lines.join('\n')).toMatch(/Running the command of aws-auth-refresh. There are no AWS credentials\./)
  })

  test('runs when AWS says that they have expired', async () => {
    const callerIdentity = (_region: string, { accessKeyId }: AwsKeys) =>
      accessKeyId === 'AKIASTATIC' ? Promise.reject(expired) : Promise.resolve({ account: '111122223333', arn: 'arn' })
    const job = refreshJob({ sts: { callerIdentity } })
    job.has(STATIC_KEYS)
    await expect(job.signIn(withRefresh(writes(FRESH)))).resolves.toMatchObject(FRESH_SESSION)
  })

  test('gives the export command what it needs', async () => {
    const job = refreshJob()
    const printed = JSON.stringify({
      AccessKeyId: 'ASIAFRESH',
      SecretAccessKey: 'fresh-secret',
      SessionToken: 'fresh-token',
    })
    const both = { ...withRefresh(`echo '${printed}' > printed`), credentialExport: 'cat printed' }
    await expect(job.signIn(both)).resolves.toMatchObject(FRESH_SESSION)
  })

  test('does not run for what it cannot change', async () => {
    const lost = new ServiceError({ service: 'AWS STS', operation: 'Any', name: 'CERT_HAS_EXPIRED', message: 'x' })
    const job = refreshJob({ sts: { callerIdentity: () => Promise.reject(lost) } })
    job.has(STATIC_KEYS)
    expect((await job.failureOf(withRefresh('touch ran'))).code).toBe('network-unreachable')
    expect(existsSync(join(job.workspace, 'ran'))).toBe(false)
  })

  test('that fails says so beside why it was run', async () => {
    const job = refreshJob()
    const failure = await job.failureOf(withRefresh("echo 'no such profile' >&2; exit 4"))
    expect(failure.code).toBe('credentials-missing')
    expect(failure.message).toMatch(
      /Could not load credentials[^]*aws-auth-refresh ended with exit code 4:\nno such profile$/,
    )
  })

  test('that changes nothing says so', async () => {
    const failure = await refreshJob().failureOf(withRefresh('true'))
    expect(failure.code).toBe('credentials-missing')
    expect(failure.message).toMatch(/aws-auth-refresh was run just before, ended well, and did not change that/)
    expect(fixText(failure.fix)).toMatch(/same profile/)
  })
})

describe('signing in again', () => {
  const refused: Session = { kind: 'keys', keys: STATIC_KEYS, account: '1', arn: 'arn', renewable: false }

  test('runs aws-auth-refresh when AWS refuses keys that signing in gives again', async () => {
    const job = refreshJob()
    job.has(STATIC_KEYS)
    const session = await job.signIn(withRefresh(writes(FRESH)), { again: { refused } })
    expect(session).toMatchObject(FRESH_SESSION)
  })

  test('takes the same keys where nobody refused them', async () => {
    const job = refreshJob()
    job.has(STATIC_KEYS)
    const session = await job.signIn(withRefresh(writes(FRESH)), { again: { refused: undefined } })
    expect(session).toMatchObject({ keys: STATIC_KEYS })
  })

  test('fails when the command leaves those that AWS refuses', async () => {
    const job = refreshJob()
    job.has(STATIC_KEYS)
    const failure = await job.failureOf(withRefresh('true'), { again: { refused } })
    expect(failure).toMatchObject({
      code: 'credentials-expired',
      message: expect.stringContaining('did not change that'),
    })
  })

  test('is quiet, but for what aws-auth-refresh prints', async () => {
    const job = refreshJob()
    await job.signIn(withRefresh(`echo shown; ${writes(FRESH)}`), { again: { refused: undefined } })
    expect(job.lines).toEqual([expect.stringContaining('Running the command of aws-auth-refresh.'), 'shown'])
    expect(job.debugged.at(-1)).toMatch(/^Signed in to AWS account/)
  })
})
