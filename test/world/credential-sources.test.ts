import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { awsAccount } from '../emulators/aws-account.ts'
import { serve, type Handler, type Serving } from '../emulators/http.ts'
import { sts } from '../emulators/sts.ts'
import { createCredentialSources } from '../../src/world/aws-clients.ts'

const CONFIG = `
[profile dev]
aws_access_key_id = AKIADEV
aws_secret_access_key = dev-secret
[profile process]
credential_process = cat FOLDER/keys.json
[profile sso]
sso_session = company
sso_account_id = 111122223333
sso_role_name = Developer
[sso-session company]
sso_region = us-east-1
sso_start_url = https://company.awsapps.com/start
`

let folder: string
let before: NodeJS.ProcessEnv
let servers: Serving[]

beforeEach(() => {
  servers = []
  folder = mkdtempSync(join(tmpdir(), 'credential-sources-'))
  before = { ...process.env }
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) Reflect.deleteProperty(process.env, name)
  write('config', CONFIG.replaceAll('FOLDER', folder))
  write('credentials', '')
  Object.assign(process.env, {
    HOME: folder,
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
  })
})

afterEach(async () => {
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, before)
  rmSync(folder, { recursive: true })
  await Promise.all(servers.map((server) => server.close()))
})

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

async function listen(handler: Handler): Promise<string> {
  const server = await serve(handler)
  servers.push(server)
  return server.url
}

function load(profile?: string, masked: string[] = []) {
  const secrets = { add: (value: string) => void masked.push(value), all: () => masked }
  return createCredentialSources({ secrets, env: process.env }).load({ region: 'eu-central-1', profile })
}

test('takes the keys of the environment, masks them, and has no eye for a bearer token', async () => {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'ASIAENV',
    AWS_SECRET_ACCESS_KEY: 'env-secret',
    AWS_SESSION_TOKEN: 'env-token',
    AWS_BEARER_TOKEN_BEDROCK: 'bedrock-key',
  })
  const masked: string[] = []
  expect(await load(undefined, masked)).toEqual({
    accessKeyId: 'ASIAENV',
    secretAccessKey: 'env-secret',
    sessionToken: 'env-token',
    origin: 'environment',
  })
  expect(masked).toEqual(['ASIAENV', 'env-secret', 'env-token'])
})

test('a profile named comes before the keys of the environment', async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 'env-secret' })
  expect(await load('dev')).toMatchObject({ accessKeyId: 'AKIADEV', secretAccessKey: 'dev-secret', origin: 'profile' })
})

test('no other identity is used for a profile that does not exist', async () => {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'AKIAENV',
    AWS_SECRET_ACCESS_KEY: 'env-secret',
    AWS_CONTAINER_CREDENTIALS_FULL_URI: await listen(() => containerKeys),
  })
  await expect(load('dve')).rejects.toMatchObject({
    service: 'AWS credentials',
    operation: 'LoadCredentials',
    name: 'CredentialsProviderError',
    message: expect.stringContaining('[dve]'),
  })
})

test('runs the command of a profile again each time', async () => {
  const keys = { Version: 1, SecretAccessKey: 'secret', SessionToken: 'token', Expiration: '2999-01-01T00:00:00Z' }
  write('keys.json', JSON.stringify({ ...keys, AccessKeyId: 'ASIAFIRST' }))
  expect(await load('process')).toMatchObject({ accessKeyId: 'ASIAFIRST', expiration: new Date(keys.Expiration) })
  write('keys.json', JSON.stringify({ ...keys, AccessKeyId: 'ASIASECOND' }))
  expect(await load('process')).toMatchObject({ accessKeyId: 'ASIASECOND' })
})

test('reads the files again each time', async () => {
  await load('dev')
  write('config', CONFIG.replace('AKIADEV', 'AKIANEW'))
  expect(await load('dev')).toMatchObject({ accessKeyId: 'AKIANEW' })
})

test('assumes the role of a profile in the region given', async () => {
  const trustPolicy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
  } as const
  const account = awsAccount({ roles: [{ name: 'claude', trustPolicy }] })
  const user = account.addUser('ci')
  process.env.AWS_ENDPOINT_URL_STS = await listen(sts({ account, regions: ['eu-central-1'] }).handler)
  write(
    'config',
    `[profile first]
aws_access_key_id = ${user.accessKeyId}
aws_secret_access_key = ${user.secretAccessKey}
[profile role]
role_arn = ${account.roleArn('claude')}
source_profile = first
`,
  )
  expect(await load('role')).toMatchObject({ accessKeyId: account.sessions[0]?.accessKeyId ?? 'none' })
})

const containerKeys = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    AccessKeyId: 'ASIACONTAINER',
    SecretAccessKey: 'container-secret',
    Token: 'container-token',
    Expiration: '2999-01-01T00:00:00Z',
  }),
}

test('asks the container', async () => {
  process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI = await listen(({ headers }) =>
    headers.authorization === 'Bearer pod' ? containerKeys : { status: 403 },
  )
  process.env.AWS_CONTAINER_AUTHORIZATION_TOKEN = 'Bearer pod'
  expect(await load()).toMatchObject({
    ...{ accessKeyId: 'ASIACONTAINER', sessionToken: 'container-token', origin: 'container' },
  })
})

test('reports that there are none', async () => {
  await expect(load()).rejects.toMatchObject({
    service: 'AWS credentials',
    name: 'CredentialsProviderError',
    message: 'Could not load credentials from any providers',
  })
})

test('reports that an SSO sign-in is missing', async () => {
  await expect(load('sso')).rejects.toMatchObject({ message: expect.stringContaining('aws sso login') })
})

test('takes the session of `aws login` from a profile, masked', async () => {
  const session = 'arn:aws:iam::111122223333:user/dev'
  write('config', `[profile login]\nlogin_session = ${session}\nregion = eu-west-1\n`)
  const expiresAt = new Date(Date.now() + 15 * 60_000)
  const accessToken = {
    ...{ accessKeyId: 'ASIALOGIN', secretAccessKey: 'login-secret', sessionToken: 'login-token' },
    ...{ accountId: '111122223333', expiresAt: expiresAt.toISOString() },
  }
  const cached = { accessToken, clientId: 'arn:aws:signin:::devtools/same-device', refreshToken: 'r', dpopKey: 'k' }
  write(`${createHash('sha256').update(session).digest('hex')}.json`, JSON.stringify(cached))
  process.env.AWS_LOGIN_CACHE_DIRECTORY = folder
  const masked: string[] = []
  const { expiration, ...keys } = await load('login', masked)
  expect(keys).toEqual({
    accessKeyId: 'ASIALOGIN',
    secretAccessKey: 'login-secret',
    sessionToken: 'login-token',
    origin: 'profile',
  })
  expect(expiration).toEqual(expiresAt)
  expect(masked).toEqual(['ASIALOGIN', 'login-secret', 'login-token'])
})

test('says where it looked for a session of `aws login` that is not there', async () => {
  write('config', '[profile login]\nlogin_session = arn:aws:iam::111122223333:user/dev\n')
  process.env.AWS_LOGIN_CACHE_DIRECTORY = folder
  await expect(load('login')).rejects.toMatchObject({ message: expect.stringContaining('Failed to load token from') })
})

test.each([
  ['of the config file', 'dev', 'eu-west-1'],
  ['default', 'default', 'eu-north-1'],
  ['of the credentials file', 'shared', 'eu-south-1'],
  ['without a region', 'bare', undefined],
  ['that does not exist', 'none', undefined],
])('the region of a profile %s', async (_, profile, region) => {
  write('config', '[default]\nregion = eu-north-1\n[profile dev]\nregion = eu-west-1\n[profile bare]\noutput = json\n')
  write('credentials', '[shared]\nregion = eu-south-1\n')
  const sources = createCredentialSources({ secrets: { add: () => undefined, all: () => [] }, env: process.env })
  expect(await sources.regionOf(profile)).toBe(region)
})

test('there is no region without the files', async () => {
  process.env.AWS_CONFIG_FILE = join(folder, 'none')
  process.env.AWS_SHARED_CREDENTIALS_FILE = join(folder, 'none')
  const sources = createCredentialSources({ secrets: { add: () => undefined, all: () => [] }, env: process.env })
  expect(await sources.regionOf('dev')).toBeUndefined()
})
