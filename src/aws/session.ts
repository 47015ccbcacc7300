import { isRetryable, retryAfterMs } from '../error-rules.ts'
import { asFailure, Failure, ServiceError, yaml } from '../errors.ts'
import type { IdentitySettings, IdentitySource, RoleSettings } from '../inputs/settings.ts'
import type { AwsKeys, CallerIdentity, RoleRequest } from '../ports/aws.ts'
import type { World } from '../ports/world.ts'
import { withRetry } from '../retry.ts'
import { explainSignIn, type Attempt } from './aws-error.ts'
import { claimsOf, type IdTokenClaims } from './id-token-claims.ts'
import type { Session } from './types.ts'

/** The ports that signing in needs. */
export type IdentityWorld = Pick<
  World,
  'idTokens' | 'sts' | 'credentialSources' | 'runner' | 'clock' | 'log' | 'secrets'
>

/**
 * Signs in to AWS as the settings say, and has AWS confirm the identity. Throws a Failure. May be called again for fresh keys:
 * nothing is kept between calls.
 */
export async function authenticate(settings: IdentitySettings, world: IdentityWorld): Promise<Session> {
  const { source, region } = settings
  if (source.kind === 'bedrock-api-key') return bearerSession(source.key, settings, world)
  const attempt: Attempt = { settings, runner: world.runner }
  if (source.kind === 'oidc' && !world.runner.offersIdToken) throw explainSignIn(NOT_OFFERED, attempt)
  const found = keysFrom(source, attempt, world)
  // Loaded while the first request is under way.
  world.sts.prepare()
  const keys = await found
  const caller = await explained(
    () => world.sts.callerIdentity(region, keys),
    () => attempt,
    world,
  )
  if (settings.maskAccountId === true) world.secrets.add(caller.account)
  requireAllowed(caller, settings.allowedAccountIds)
  const until = keys.expiration === undefined ? '' : ` until ${keys.expiration.toISOString()}`
  world.log.info(`Signed in to AWS account ${caller.account} as ${caller.arn}${until}.`)
  return { kind: 'keys', keys, ...caller, renewable: keys.expiration !== undefined }
}

const NOT_OFFERED = new ServiceError({
  service: 'GitHub OIDC',
  operation: 'GetIdToken',
  name: 'NotOffered',
  message: 'The runner has no ACTIONS_ID_TOKEN_REQUEST_URL for this job',
})

function keysFrom(
  source: Exclude<IdentitySource, { kind: 'bedrock-api-key' }>,
  attempt: Attempt,
  world: IdentityWorld,
): Promise<AwsKeys> {
  if (source.kind === 'oidc') return keysByIdToken(source, attempt, world)
  if (source.kind === 'role-chaining') return keysByChaining(source, attempt, world)
  return keysPresent(source.kind === 'profile' ? source.profile : undefined, attempt, world)
}

async function keysByIdToken(
  { audience, role }: Extract<IdentitySource, { kind: 'oidc' }>,
  attempt: Attempt,
  world: IdentityWorld,
): Promise<AwsKeys> {
  world.log.info(`Assuming ${role.arn} with an OIDC token of GitHub for ${audience}.`)
  let claims: IdTokenClaims | undefined
  const assume = async () => {
    const token = await world.idTokens.request(audience)
    claims = claimsOf(token)
    return world.sts.assumeRoleWithWebIdentity(requestFor(role, attempt), token)
  }
  return explained(assume, () => ({ ...attempt, claims }), world)
}

async function keysByChaining(
  { profile, role }: Extract<IdentitySource, { kind: 'role-chaining' }>,
  attempt: Attempt,
  world: IdentityWorld,
): Promise<AwsKeys> {
  const present = await keysPresent(profile, attempt, world)
  world.log.info(`Assuming ${role.arn} with these credentials.`)
  return explained(
    () => world.sts.assumeRole(requestFor(role, attempt), present),
    () => attempt,
    world,
  )
}

function keysPresent(profile: string | undefined, attempt: Attempt, world: IdentityWorld): Promise<AwsKeys> {
  world.log.info(profile === undefined ? 'Looking for AWS credentials.' : `Taking the AWS profile "${profile}".`)
  const load = () => world.credentialSources.load({ region: attempt.settings.region, profile })
  return explained(load, () => attempt, world)
}

function requestFor(role: RoleSettings, { settings }: Attempt): RoleRequest {
  const { arn, ...session } = role
  return { region: settings.region, roleArn: arn, ...session }
}

/** Milliseconds of pauses of one question to AWS or GitHub. */
const RETRY_BUDGET_MS = 3_000

/** Asks again what may succeed a moment later; rejects with a Failure. Give it a task that fetches its own token. */
function explained<T>(task: () => Promise<T>, attempt: () => Attempt, { clock, log }: IdentityWorld): Promise<T> {
  const explain = async () => {
    try {
      return await task()
    } catch (error) {
      throw error instanceof ServiceError ? explainSignIn(error, attempt()) : error
    }
  }
  const onRetry = (error: unknown, pauseMs: number) => {
    const [words = ''] = asFailure(error).message.split('\n')
    log.info(`${words}. Trying again in ${(pauseMs / 1_000).toFixed(1)} s.`)
  }
  return withRetry(explain, { isRetryable, retryAfterMs, budgetMs: RETRY_BUDGET_MS, onRetry }, clock)
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
