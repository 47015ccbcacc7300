import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { claimsOf, trustPolicyFor } from '../../src/aws/trust-policy.ts'
import type { RoleRequest } from '../../src/ports/aws.ts'
import { awsAccount, webIdentityTrust, type Account, type Role } from '../emulators/aws-account.ts'
import { connectionLost } from '../emulators/faults.ts'
import { githubOidc, type GithubOidc } from '../emulators/github-oidc.ts'
import { serve, type Serving } from '../emulators/http.ts'
import { sts as stsEmulator, type Sts } from '../emulators/sts.ts'
import { STS_ERRORS, stsErrorReply } from '../emulators/sts-errors.ts'
import { createSts } from '../../src/world/aws-clients.ts'
import { awsServiceError } from '../../src/world/aws-errors.ts'

const SUBJECT = 'repo:octo-org/octo-repo:ref:refs/heads/main'
const REQUEST: RoleRequest = {
  region: 'eu-central-1',
  roleArn: 'arn:aws:iam::111122223333:role/claude',
  sessionName: 'claude-code-4711-1',
  durationSeconds: 3600,
  inlineSessionPolicy: undefined,
  managedSessionPolicies: [],
}

let oidc: GithubOidc
let account: Account
let emulator: Sts
let server: Serving

async function start(role: Partial<Role> = {}) {
  const trustPolicy = webIdentityTrust({ issuer: oidc.issuer, stringEquals: { sub: SUBJECT } })
  account = awsAccount({
    roles: [{ name: 'claude', trustPolicy, ...role }],
    providers: [{ url: oidc.issuer, clientIds: ['sts.amazonaws.com'] }],
  })
  emulator = stsEmulator({ account, regions: ['eu-central-1'], issuer: oidc })
  server = await serve(emulator.handler)
  process.env.AWS_ENDPOINT_URL_STS = server.url
}

beforeEach(async () => {
  oidc = await githubOidc({ requestToken: 'request-token' })
  await start()
})

afterEach(async () => {
  delete process.env.AWS_ENDPOINT_URL_STS
  await server.close()
})

function sts(env: Record<string, string> = {}, masked: string[] = []) {
  return createSts({ secrets: { add: (value) => void masked.push(value), all: () => masked }, env })
}

const fact = (name: string, facts: object = {}) => ({
  service: 'AWS STS',
  name,
  ...facts,
  cause: expect.anything(),
})

describe('AssumeRoleWithWebIdentity', () => {
  test('gives keys that AWS knows, and masks each part of them', async () => {
    const masked: string[] = []
    const client = sts({}, masked)
    const keys = await client.assumeRoleWithWebIdentity(REQUEST, await oidc.mint('sts.amazonaws.com'))
    expect(masked).toEqual([keys.accessKeyId, keys.secretAccessKey, keys.sessionToken])
    expect(keys.expiration?.getTime()).toBe(
      Math.floor((account.sessions[0]?.expiration.getTime() ?? 0) / 1_000) * 1_000,
    )
    expect(await client.callerIdentity('eu-central-1', keys)).toEqual({
      account: '111122223333',
      arn: 'arn:aws:sts::111122223333:assumed-role/claude/claude-code-4711-1',
    })
  })

  test('asks for the session that is wanted, under its own name', async () => {
    const inlineSessionPolicy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'bedrock:*', Resource: '*' }],
    })
    const managedSessionPolicies = ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::aws:policy/Other']
    const request = { ...REQUEST, durationSeconds: 900, inlineSessionPolicy, managedSessionPolicies }
    const token = await oidc.mint('sts.amazonaws.com')
    await sts().assumeRoleWithWebIdentity(request, token)
    expect(emulator.calls[0]?.parameters).toEqual({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: REQUEST.roleArn,
      RoleSessionName: 'claude-code-4711-1',
      DurationSeconds: '900',
      Policy: inlineSessionPolicy,
      'PolicyArns.member.1.arn': managedSessionPolicies[0],
      'PolicyArns.member.2.arn': managedSessionPolicies[1],
      WebIdentityToken: token,
    })
    expect(server.requests[0]?.headers['user-agent']).toContain('claude-code-bedrock-action')
  })

  test('leaves out the policies there are not', async () => {
    await sts().assumeRoleWithWebIdentity(REQUEST, await oidc.mint('sts.amazonaws.com'))
    expect(Object.keys(emulator.calls[0]?.parameters ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^Policy/)]),
    )
  })

  test.each([
    ['AccessDenied', STS_ERRORS.trustDenied],
    ['InvalidIdentityToken', STS_ERRORS.keyNotRetrieved],
    ['ExpiredTokenException', STS_ERRORS.tokenExpired],
    ['IDPCommunicationError', STS_ERRORS.providerUnreachable],
    ['RegionDisabledException', STS_ERRORS.regionDisabled],
    ['Throttling', STS_ERRORS.throttled],
    ['ServiceUnavailable', STS_ERRORS.unavailable],
  ])('hands on %s as it is on the wire, after one try', async (name, error) => {
    const reply = stsErrorReply(error)
    emulator.faults.next('AssumeRoleWithWebIdentity', reply)
    await expect(sts().assumeRoleWithWebIdentity(REQUEST, 'token')).rejects.toMatchObject(
      fact(name, {
        operation: 'AssumeRoleWithWebIdentity',
        message: error.message,
        status: error.status,
        requestId: reply.headers?.['x-amzn-requestid'],
      }),
    )
    expect(server.requests).toHaveLength(1)
  })
})

describe.each([false, true])('the trust policy made of a token, sub with ids: %s', (immutableSubject) => {
  test('lets in that token, and no other', async () => {
    await server.close()
    oidc = await githubOidc({ requestToken: 'request-token', immutableSubject })
    const token = await oidc.mint('sts.amazonaws.com')
    await start({ trustPolicy: JSON.parse(JSON.stringify(trustPolicyFor(claimsOf(token)!, REQUEST.roleArn))) })
    await expect(sts().assumeRoleWithWebIdentity(REQUEST, token)).resolves.toMatchObject({
      accessKeyId: expect.stringMatching(/^ASIA/),
    })
    const other = await oidc.mint('sts.amazonaws.com', { sub: `${SUBJECT}-2` })
    await expect(sts().assumeRoleWithWebIdentity(REQUEST, other)).rejects.toMatchObject(fact('AccessDenied'))
  })
})

test('AssumeRole signs with the keys given', async () => {
  const user = account.addUser('ci')
  const client = sts()
  await expect(client.assumeRole(REQUEST, user)).rejects.toMatchObject(
    fact('AccessDenied', { operation: 'AssumeRole', status: 403, message: expect.stringContaining('user/ci') }),
  )
  await server.close()
  await start({
    trustPolicy: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
    },
  })
  await expect(client.assumeRole(REQUEST, account.addUser('ci'))).resolves.toMatchObject({
    sessionToken: expect.any(String),
    expiration: expect.any(Date),
  })
})

test('GetCallerIdentity reports that keys are unknown', async () => {
  const keys = { accessKeyId: 'AKIANOBODY', secretAccessKey: 'nothing' }
  await expect(sts().callerIdentity('eu-central-1', keys)).rejects.toMatchObject(
    fact('InvalidClientTokenId', { operation: 'GetCallerIdentity', status: 403 }),
  )
})

// Jest's realm makes the SDK wrap Node's errors, so this runs in a process of its own.
describe('when nothing answers', () => {
  const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href)
  const script = `
    const { createSts } = await import(${url('../../src/world/aws-clients.ts')})
    const sts = createSts({ secrets: { add() {}, all: () => [] }, env: {} })
    const keys = { accessKeyId: 'AKIANOBODY', secretAccessKey: 'nothing' }
    const { service, operation, name, host, status } = await sts.callerIdentity('eu-central-1', keys).catch((e) => e)
    console.log(JSON.stringify({ service, operation, name, host, status }))`
  const ask = async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    })
    return JSON.parse(stdout) as unknown
  }
  const call = { service: 'AWS STS', operation: 'GetCallerIdentity' }

  test('reports a broken connection, after one try', async () => {
    emulator.faults.next('GetCallerIdentity', connectionLost)
    expect(await ask()).toEqual({ ...call, name: 'ECONNRESET' })
    expect(server.requests).toHaveLength(1)
  })

  test('names the host when nobody listens', async () => {
    await server.close()
    expect(await ask()).toEqual({ ...call, name: 'ECONNREFUSED', host: '127.0.0.1' })
  })
})

test('names the host that does not exist', () => {
  const error = Object.assign(new Error('getaddrinfo ENOTFOUND sts.us-esat-1.amazonaws.com'), {
    code: 'ENOTFOUND',
    hostname: 'sts.us-esat-1.amazonaws.com',
    $metadata: { attempts: 1 },
  })
  expect(awsServiceError(error, { service: 'AWS STS', operation: 'Any' })).toMatchObject(
    fact('ENOTFOUND', { host: 'sts.us-esat-1.amazonaws.com', status: undefined, message: error.message }),
  )
})

describe('a proxy', () => {
  const ask = (env: Record<string, string>) => {
    const { principal, ...keys } = account.addUser('ci')
    return sts(env)
      .callerIdentity('eu-central-1', keys)
      .then(({ arn }) => arn === principal.arn)
  }

  test('of the environment is used', async () => {
    process.env.AWS_ENDPOINT_URL_STS = 'http://sts.example.invalid'
    await expect(ask({ HTTP_PROXY: server.url })).rejects.toMatchObject({ status: 404 })
    expect(server.requests.map(({ path }) => path)).toEqual(['http://sts.example.invalid/'])
  })

  test('is passed by for the hosts of NO_PROXY', async () => {
    expect(await ask({ HTTP_PROXY: 'http://127.0.0.1:9', NO_PROXY: '127.0.0.1' })).toBe(true)
  })
})

test('prepare may be called before anything else', async () => {
  const client = sts()
  client.prepare()
  await expect(client.assumeRoleWithWebIdentity(REQUEST, 'token')).rejects.toMatchObject(fact('InvalidIdentityToken'))
})
