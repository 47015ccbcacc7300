// A home with profiles, and one server in the place of every service that credential providers ask.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from '@jest/globals'

import { explainSignIn } from '../../src/aws/errors/sign-in-error.ts'
import { claimsOf } from '../../src/aws/trust-policy.ts'
import type { Failure, ServiceError } from '../../src/errors.ts'
import { createCredentialSources } from '../../src/world/aws-clients.ts'
import { serve, type EmulatedReply, type Serving } from '../emulators/http.ts'
import { OIDC, RUNNER } from '../unit/aws/fakes.ts'

const START = 'https://company.awsapps.com/start'
export const USER = 'arn:aws:iam::111122223333:user/x'
const CONFIG = `
[profile sso]
sso_start_url = ${START}
sso_region = us-east-1
sso_account_id = 111122223333
sso_role_name = Developer
[profile expired]
credential_process = echo '{"Version":1,"AccessKeyId":"A","SecretAccessKey":"B","SessionToken":"C","Expiration":"2020-01-01T00:00:00Z"}'
[profile broken]
credential_process = exit 3
[profile login]
login_session = ${USER}
region = us-east-1
`

/** Of the test that runs; `replies` is what the service answers, in order, the last one again and again. */
export const here: { folder: string; url: string; replies: EmulatedReply[] } = { folder: '', url: '', replies: [] }

let before: NodeJS.ProcessEnv
let server: Serving

beforeEach(async () => {
  here.replies = []
  server = await serve(() => (here.replies.length > 1 ? here.replies.shift() : here.replies[0]))
  here.url = server.url
  here.folder = mkdtempSync(join(tmpdir(), 'credential-errors-'))
  before = { ...process.env }
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) Reflect.deleteProperty(process.env, name)
  write('.aws/config', CONFIG)
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
  const cached = createHash('sha1').update(START).digest('hex')
  write(`.aws/sso/cache/${cached}.json`, JSON.stringify({ accessToken: 'token', expiresAt: inAnHour }))
  Object.assign(process.env, {
    HOME: here.folder,
    AWS_CONFIG_FILE: join(here.folder, '.aws/config'),
    AWS_LOGIN_CACHE_DIRECTORY: join(here.folder, 'login'),
    AWS_ENDPOINT_URL_SSO: server.url,
    AWS_ENDPOINT_URL_SIGNIN: server.url,
    AWS_ENDPOINT_URL_STS: server.url,
    AWS_EC2_METADATA_DISABLED: 'true',
  })
})

afterEach(async () => {
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, before)
  rmSync(here.folder, { recursive: true })
  await server.close()
})

/** Writes a file of the home. */
export function write(name: string, text: string): void {
  mkdirSync(join(here.folder, name, '..'), { recursive: true })
  writeFileSync(join(here.folder, name), text)
}

/** The adapter. */
export const sources = () =>
  createCredentialSources({ secrets: { add: () => undefined, all: () => [] }, env: process.env })

/** The failure of a load, of a profile or of the default chain. */
export async function failureOf(profile?: string): Promise<Failure> {
  const error = await sources()
    .load({ region: 'us-east-1', profile })
    .then(
      () => undefined,
      (thrown: unknown) => thrown as ServiceError,
    )
  if (error === undefined) throw new Error('there were credentials')
  const source = profile === undefined ? ({ kind: 'default-chain' } as const) : ({ kind: 'profile', profile } as const)
  const found = sources().webIdentity()
  return explainSignIn(error, {
    ...{ settings: { ...OIDC, source }, runner: RUNNER },
    ...(found && { webIdentityRole: found.roleArn, claims: claimsOf(found.token) }),
  })
}

/** An answer of a service of AWS that speaks JSON. */
export const json = (status: number, type: string | undefined, body: object): EmulatedReply => ({
  status,
  headers: { 'content-type': 'application/json', ...(type && { 'x-amzn-errortype': type }), 'x-amzn-requestid': 'r-1' },
  body: JSON.stringify(body),
})
