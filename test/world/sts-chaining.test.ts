// What AssumeRole takes and AssumeRoleWithWebIdentity does not: an external id, and tags of the session.
import { afterEach, describe, expect, test } from '@jest/globals'

import type { RoleRequest } from '../../src/ports/aws.ts'
import { createSts } from '../../src/world/aws-clients.ts'
import { awsAccount, webIdentityTrust, type Account } from '../emulators/aws-account.ts'
import { githubOidc } from '../emulators/github-oidc.ts'
import { serve, type Serving } from '../emulators/http.ts'
import type { PolicyDocument, PolicyStatement } from '../emulators/iam-policy.ts'
import { sts as stsEmulator, type Sts } from '../emulators/sts.ts'

const oidc = await githubOidc({ requestToken: 'request-token' })
const REQUEST: RoleRequest = {
  ...{ region: 'eu-central-1', roleArn: 'arn:aws:iam::111122223333:role/claude', sessionName: 'run' },
  ...{ durationSeconds: 3600, inlineSessionPolicy: undefined, managedSessionPolicies: [] },
}

let account: Account
let emulator: Sts
let server: Serving

async function start(trustPolicy: PolicyDocument) {
  const providers = [{ url: oidc.issuer, clientIds: ['sts.amazonaws.com'] }]
  account = awsAccount({ roles: [{ name: 'claude', trustPolicy }], providers })
  emulator = stsEmulator({ account, regions: ['eu-central-1'], issuer: oidc })
  server = await serve(emulator.handler)
  process.env.AWS_ENDPOINT_URL_STS = server.url
}

afterEach(async () => {
  delete process.env.AWS_ENDPOINT_URL_STS
  await server.close()
})

const sts = () => createSts({ secrets: { add: () => undefined, all: () => [] }, env: {} })

const trust = (more: Pick<PolicyStatement, 'Action' | 'Condition'>): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, ...more }],
})

test('the external id that the trust policy asks for', async () => {
  await start(trust({ Action: 'sts:AssumeRole', Condition: { StringEquals: { 'sts:ExternalId': 'octo-ci' } } }))
  const user = account.addUser('ci')
  await expect(sts().assumeRole(REQUEST, user)).rejects.toMatchObject({ name: 'AccessDenied' })
  await expect(sts().assumeRole({ ...REQUEST, externalId: 'octo-ci' }, user)).resolves.toMatchObject({
    accessKeyId: expect.stringMatching(/^ASIA/),
  })
  expect(emulator.calls.at(-1)?.parameters).toMatchObject({ ExternalId: 'octo-ci' })
  expect(emulator.calls[0]?.parameters).not.toHaveProperty('ExternalId')
})

describe('tags', () => {
  const tagged = { ...REQUEST, tags: { team: 'platform', project: 'shop' } }

  test('need a permission of their own', async () => {
    await start(trust({ Action: ['sts:AssumeRole'] }))
    await expect(sts().assumeRole(tagged, account.addUser('ci'))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('sts:TagSession'),
    })
  })

  test('are given one by one', async () => {
    await start(trust({ Action: ['sts:AssumeRole', 'sts:TagSession'] }))
    await sts().assumeRole(tagged, account.addUser('ci'))
    expect(emulator.calls.at(-1)?.parameters).toMatchObject({
      ...{ 'Tags.member.1.Key': 'team', 'Tags.member.1.Value': 'platform' },
      ...{ 'Tags.member.2.Key': 'project', 'Tags.member.2.Value': 'shop' },
    })
  })
})

test('AssumeRoleWithWebIdentity is given neither', async () => {
  await start(webIdentityTrust({ issuer: oidc.issuer, stringLike: { sub: ['repo:*'] } }))
  const token = await oidc.mint('sts.amazonaws.com')
  await sts().assumeRoleWithWebIdentity({ ...REQUEST, externalId: 'x', tags: { a: 'b' } }, token)
  const names = Object.keys(emulator.calls.at(-1)?.parameters ?? {})
  expect(names.filter((name) => /Tags|ExternalId/.test(name))).toEqual([])
})
