// Signing in with real commands of the user, in a folder of their own.
import { existsSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { signIn, type SignIn } from '../../../src/aws/refresh-command.ts'
import { Failure, ServiceError } from '../../../src/errors.ts'
import type { IdentitySettings } from '../../../src/inputs/settings.ts'
import type { AwsKeys } from '../../../src/ports/aws.ts'
import { createClock } from '../../../src/world/clock.ts'
import { createProcesses } from '../../../src/world/processes.ts'
import { fakeWorld, OIDC } from './fakes.ts'

export const CHAIN: IdentitySettings = { ...OIDC, source: { kind: 'default-chain' } }
export const FRESH: AwsKeys = { accessKeyId: 'ASIAFRESH', secretAccessKey: 'fresh-secret', sessionToken: 'fresh-token' }
export const FRESH_SESSION = { kind: 'keys', keys: FRESH, account: '111122223333' }

const noKeys = new ServiceError({
  service: 'AWS credentials',
  operation: 'LoadCredentials',
  name: 'CredentialsProviderError',
  message: 'Could not load credentials from any providers',
})
export const refusal = (name: string, message: string) =>
  new ServiceError({ service: 'AWS STS', operation: 'GetCallerIdentity', name, message, status: 403 })
export const expired = refusal('ExpiredToken', 'The security token included in the request is expired')

type Overrides = Parameters<typeof fakeWorld>[0]

/** Real commands in a folder of their own; `.aws` is the file `keys` in it, which the default chain reads. */
export function refreshJob(overrides: Overrides = {}) {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'refresh-')))
  const keys = join(workspace, 'keys')
  const load = () =>
    existsSync(keys) ? Promise.resolve(JSON.parse(readFileSync(keys, 'utf8')) as AwsKeys) : Promise.reject(noKeys)
  const fake = fakeWorld({ credentialSources: { load }, ...overrides, runner: { workspace, temp: workspace } })
  const debugged: string[] = []
  const world = {
    ...fake.world,
    log: { ...fake.world.log, debug: (line: string) => void debugged.push(line) },
    clock: createClock(),
    processes: createProcesses({}),
  }
  const env = { PATH: process.env.PATH, HOME: workspace }
  return {
    ...fake,
    workspace,
    debugged,
    has: (some: AwsKeys) => writeFileSync(keys, JSON.stringify(some)),
    signIn: (settings: IdentitySettings, how: Partial<SignIn> = {}) => signIn(settings, { env, ...how }, world),
    failureOf: async (settings: IdentitySettings, how: Partial<SignIn> = {}) => {
      const outcome = await signIn(settings, { env, ...how }, world).catch((error: unknown) => error)
      if (outcome instanceof Failure) return outcome
      throw new Error(`expected a Failure, but got ${JSON.stringify(outcome)}`)
    },
  }
}
