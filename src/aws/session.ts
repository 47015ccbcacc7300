import { isRetryable, retryAfterMs } from '../error-rules.ts'
import { asFailure, Failure, ServiceError, yaml } from '../errors.ts'
import type { IdentitySettings, IdentitySource, RoleSettings } from '../inputs/settings.ts'
import type { AwsKeys, CallerIdentity, RoleRequest } from '../ports/aws.ts'
import type { World } from '../ports/world.ts'
import { retryWith, startBackOff, type BackOff } from '../retry.ts'
import { wholeSeconds } from '../text.ts'
import { explainSignIn } from './errors/sign-in-error.ts'
import { claimsOf, type IdTokenClaims } from './trust-policy.ts'
import { NEW_KEYS_RETRY, type Attempt, type Session } from './types.ts'

/** The ports that signing in needs. */
export type IdentityWorld = Pick<
  World,
  'idTokens' | 'sts' | 'credentialSources' | 'runner' | 'clock' | 'log' | 'secrets'
>

/**
 * Signs in to AWS as the settings say, and has AWS confirm the identity. What may succeed a moment later is asked again, for 45
 * seconds of pauses in all. Throws a Failure. May be called again for fresh keys: nothing is kept between calls.
 */
export async function authenticate(settings: IdentitySettings, world: IdentityWorld): Promise<Session> {
  const { source, region } = settings
  if (source.kind === 'bedrock-api-key') return bearerSession(source.key, settings, world)
  const attempt: Attempt = { settings, runner: world.runner }
  requireIdToken(settings, world)
  const signIn = { attempt, world, backOff: backOffFor(world) }
  const found = findKeys(source, signIn)
  // Loaded while the first request is under way.
  world.sts.prepare()
  const { keys, issuedAt } = await found
  const caller = await ask(
    signIn,
    () => world.sts.callerIdentity(region, keys),
    () => ({ origin: keys.origin, keyAgeMs: issuedAt === undefined ? undefined : world.clock.now() - issuedAt }),
  )
  if (settings.maskAccountId === true) world.secrets.add(caller.account)
  requireAllowed(caller, settings.allowedAccountIds)
  const until = keys.expiration === undefined ? '' : ` until ${wholeSeconds(keys.expiration)}`
  world.log.info(`Signed in to AWS account ${caller.account} as ${caller.arn}${until}.`)
  return { kind: 'keys', keys, ...caller, renewable: keys.expiration !== undefined, issuedAt }
}

/** Throws `oidc-permission-missing` where the role needs an OIDC token that GitHub does not offer this job. Asks nobody. */
export function requireIdToken(settings: IdentitySettings, { runner }: Pick<IdentityWorld, 'runner'>): void {
  if (settings.source.kind === 'oidc' && !runner.offersIdToken) throw explainSignIn(NOT_OFFERED, { settings, runner })
}

const NOT_OFFERED = new ServiceError({
  service: 'GitHub OIDC',
  operation: 'GetIdToken',
  name: 'NotOffered',
  message: 'The runner has no ACTIONS_ID_TOKEN_REQUEST_URL for this job',
})

interface SignIn {
  readonly attempt: Attempt
  readonly world: IdentityWorld
  readonly backOff: Pick<BackOff, 'pauseAfter'>
}

/** Keys, and when AWS issued them to this run, in milliseconds since 1970; undefined for keys that were there before. */
async function findKeys(
  source: Exclude<IdentitySource, { kind: 'bedrock-api-key' }>,
  signIn: SignIn,
): Promise<{ readonly keys: AwsKeys; readonly issuedAt: number | undefined }> {
  const { attempt, world } = signIn
  const { clock, credentialSources, idTokens, log, sts } = world
  const { region } = attempt.settings
  const requestFor = ({ arn, ...session }: RoleSettings): RoleRequest => ({ region, roleArn: arn, ...session })

  if (source.kind === 'oidc') {
    const { audience, role } = source
    log.info(`Assuming ${role.arn} with a GitHub OIDC token for ${audience}.`)
    let claims: IdTokenClaims | undefined
    const assume = async () => {
      const token = await idTokens.request(audience)
      claims = claimsOf(token)
      return sts.assumeRoleWithWebIdentity(requestFor(role), token)
    }
    const keys = await ask(signIn, assume, () => ({ claims }))
    return { keys, issuedAt: clock.now() }
  }

  const profile = source.kind === 'default-chain' ? undefined : source.profile
  log.info(profile === undefined ? 'Looking for AWS credentials.' : `Taking the AWS profile "${profile}".`)
  const load = () => credentialSources.load({ region, profile })
  const present = await ask(signIn, load, () => {
    const found = profile === undefined ? credentialSources.webIdentity() : undefined
    return found === undefined ? {} : { webIdentityRole: found.roleArn, claims: claimsOf(found.token) }
  })
  if (source.kind === 'role-chaining') {
    const { role } = source
    log.info(`Assuming ${role.arn} with these credentials.`)
    const assume = () => sts.assumeRole(requestFor(role), present)
    const keys = await ask(signIn, assume, () => ({ origin: present.origin }))
    return { keys, issuedAt: clock.now() }
  }
  // Keys of which it is known when they expire have mostly been issued for this call.
  const isTemporary = present.sessionToken !== undefined && present.expiration !== undefined
  return { keys: present, issuedAt: isTemporary ? clock.now() : undefined }
}

/** Milliseconds of pauses of one sign-in: a job that fails costs more. */
const RETRY_BUDGET_MS = 45_000

function backOffFor({ clock, log }: IdentityWorld): SignIn['backOff'] {
  const onRetry = (error: unknown, pauseMs: number) => {
    const { quote, message } = asFailure(error)
    const [words = ''] = (quote ?? message).split('\n')
    log.info(`${words}. Trying again in ${(pauseMs / 1_000).toFixed(1)} s.`)
  }
  const general = startBackOff({ isRetryable, retryAfterMs, budgetMs: RETRY_BUDGET_MS, onRetry }, clock)
  const ofNewKeys = startBackOff({ ...NEW_KEYS_RETRY, isRetryable, onRetry }, clock)
  const backOffOf = (error: unknown) => (asFailure(error).code === 'credentials-invalid' ? ofNewKeys : general)
  return { pauseAfter: (error) => backOffOf(error).pauseAfter(error) }
}

/**
 * Asks a service, and again what may succeed a moment later; rejects with a Failure. `about` adds to the attempt what is known
 * when it has failed. Give it a task that fetches its own token.
 */
function ask<T>({ attempt, backOff }: SignIn, task: () => Promise<T>, about: () => Partial<Attempt>): Promise<T> {
  return retryWith(backOff, async () => {
    try {
      return await task()
    } catch (error) {
      throw error instanceof ServiceError ? explainSignIn(error, { ...attempt, ...about() }) : error
    }
  })
}

function requireAllowed(caller: CallerIdentity, allowed: readonly string[]): void {
  if (allowed.length === 0 || allowed.includes(caller.account)) return
  throw new Failure('account-not-allowed', {
    message: `The credentials are of account ${caller.account} (${caller.arn}), and allowed-account-ids has only ${allowed.join(', ')}.`,
    fix: [
      'Assume a role of an allowed account, or allow this one:',
      yaml(`with:\n  allowed-account-ids: ${[...allowed, caller.account].join(',')}`),
    ],
  })
}

function bearerSession(key: string, settings: IdentitySettings, { log, secrets }: IdentityWorld): Session {
  secrets.add(key)
  if (settings.allowedAccountIds.length > 0) {
    throw new Failure('account-not-allowed', {
      message: 'allowed-account-ids is given, but the account of a Bedrock API key cannot be verified.',
      fix: 'Use `role-to-assume` instead of the key, or leave out `allowed-account-ids`.',
    })
  }
  log.info('Using a Bedrock API key. AWS does not tell which identity it has.')
  return { kind: 'bearer', key }
}
