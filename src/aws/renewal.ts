import { ASSUME_ROLE } from '../error-rules.ts'
import { asFailure, Failure, yaml } from '../errors.ts'
import type { World } from '../ports/world.ts'
import { wholeSeconds } from '../text.ts'
import type { RenewingSession, Session } from './types.ts'

/**
 * Renews a session when it is used near its end, one renewal at a time. Logs a line for each. `authenticate` signs in again and
 * rejects with a Failure; `refused` is the session that has expired or that AWS no longer accepts, so that the same one does not
 * count. Without it the present session is still valid.
 */
export function renewing(
  first: Session,
  { authenticate }: { readonly authenticate: (refused?: Session) => Promise<Session> },
  { clock, log }: Pick<World, 'clock' | 'log'>,
): RenewingSession {
  let held = hold(first, clock.now())
  let ahead: Promise<void> | undefined
  let notAheadBefore = 0
  let renewal: Promise<Session> | undefined

  async function signInAgain(refused?: Session): Promise<Session> {
    const session = await authenticate(refused)
    if (!isSameSession(session, held.session)) {
      held = hold(session, clock.now())
      log.info(`Signed in again${session.kind === 'keys' ? ` as ${session.arn}` : ''}${until(session)}.`)
    } else if (refused !== undefined) throw renewalFailure(session)
    return held.session
  }

  async function renewAhead(): Promise<void> {
    await signInAgain().catch((error: unknown) => {
      log.info(
        `Signing in again failed and will be tried again; the session is valid${until(held.session)}. ${firstLine(error)}`,
      )
    })
    notAheadBefore = clock.now() + held.pauseMs
    ahead = undefined
  }

  async function renewNow(stale: Session): Promise<Session> {
    try {
      return await signInAgain(stale)
    } catch (error) {
      log.info(`Signing in again failed. ${firstLine(error)}`)
      throw expired(error)
    } finally {
      renewal = undefined
    }
  }

  async function renew(stale: Session): Promise<Session> {
    while (ahead !== undefined) await ahead
    if (!isSameSession(held.session, stale)) return held.session
    return (renewal ??= renewNow(stale))
  }

  return {
    current() {
      const now = clock.now()
      if (now >= held.endsAt) return renew(held.session)
      if (now >= Math.max(held.renewFrom, notAheadBefore) && renewal === undefined) ahead ??= renewAhead()
      return Promise.resolve(held.session)
    },
    renew,
  }
}

/** Renewal starts five minutes before the end, or in the last third of a short session. */
const LONGEST_MARGIN_MS = 5 * 60_000

/**
 * A session with its times, in milliseconds since 1970; one without an expiration counts as valid for ever. `pauseMs` is between
 * two attempts to renew it before its end.
 */
function hold(session: Session, now: number) {
  const expiration = session.kind === 'keys' ? session.keys.expiration?.getTime() : undefined
  if (expiration === undefined) return { session, renewFrom: Infinity, endsAt: Infinity, pauseMs: 0 }
  const margin = Math.min(LONGEST_MARGIN_MS, Math.max(0, expiration - now) / 3)
  // A call signed in the last moments would arrive too late.
  return { session, renewFrom: expiration - margin, endsAt: expiration - margin / 10, pauseMs: margin / 10 }
}

const until = (session: Session) =>
  session.kind === 'keys' && session.keys.expiration ? ` until ${wholeSeconds(session.keys.expiration)}` : ''

/** The first line says what failed; the rest is advice for when it ends the run. */
const firstLine = (error: unknown) => asFailure(error).message.split('\n', 1).join('')

function expired(error: unknown): Failure {
  const failure = asFailure(error)
  if (failure.code !== 'unexpected') return failure
  const message = `The session with AWS has ended, and signing in again failed.\n${failure.message}`
  return new Failure('credentials-expired', { message, fix: failure.fix, cause: error })
}

/** Whether two sessions are the same credentials. */
export function isSameSession(one: Session, other: Session): boolean {
  if (one.kind === 'bearer') return other.kind === 'bearer' && one.key === other.key
  return (
    other.kind === 'keys' &&
    one.keys.accessKeyId === other.keys.accessKeyId &&
    one.keys.sessionToken === other.keys.sessionToken
  )
}

/**
 * Why the run cannot go on when AWS no longer accepts a session and signing in gives the same one again: temporary keys have
 * expired, long-term keys are not (or no longer) valid.
 */
export function renewalFailure(session: Session): Failure {
  if (session.kind === 'bearer') {
    return new Failure('credentials-invalid', {
      message:
        'Bedrock does not accept the API key: it has expired, was deleted, or is of another region. It cannot be renewed.',
      fix: [
        'Make a new key and store it in the secret that `bedrock-api-key` is given. A role needs no key, and is renewed:',
        ...ASSUME_ROLE,
      ],
    })
  }
  if (session.keys.sessionToken === undefined) {
    return new Failure('credentials-invalid', {
      message: `AWS does not accept the keys of ${session.arn}: they are deleted or deactivated. Signing in again gave the same.`,
      fix: ['Set keys that are valid. A role needs none, and is renewed:', ...ASSUME_ROLE],
    })
  }
  return new Failure('credentials-expired', {
    message: `The credentials of ${session.arn} have expired, and their source has no newer ones.`,
    fix: [
      'Let this step sign in itself; then it also renews the session:',
      ...ASSUME_ROLE,
      'Or name a command that renews them, for a profile:',
      yaml('with:\n  aws-auth-refresh: aws sso login --profile NAME'),
      'or one that prints fresh ones (`aws-credential-export`).',
    ],
  })
}

/** Serves a session's keys to the agent's process, which asks again when they expire. A Bedrock API key cannot be served so. */
export function serveContainerCredentials(session: RenewingSession, world: Pick<World, 'containerCredentials'>) {
  return world.containerCredentials.serve(async () => {
    const current = await session.current()
    if (current.kind === 'keys') return current.keys
    throw new Failure('unexpected', { message: 'A Bedrock API key is no access key.', fix: 'Please report it.' })
  })
}
