import { asFailure, Failure } from '../errors.ts'
import type { World } from '../ports/world.ts'
import { isSameSession, renewedInVain } from './renewal-in-vain.ts'
import type { Session } from './session-words.ts'

/** A session that is renewed for as long as it is asked for. Both methods reject with a Failure when there is none. */
export interface RenewingSession {
  /** The session to use now. Near its end it is renewed on the side; only when it has ended does the caller wait. */
  current(): Promise<Session>
  /** The session that takes the place of `stale`, which AWS no longer takes; however many ask at once, one renewal. */
  renew(stale: Session): Promise<Session>
}

/** How a session is renewed. */
export interface RenewalOptions {
  /**
   * Signs in anew; rejects with a Failure. `refused` is the session that has ended or that AWS no longer takes: the same one
   * again is of no use. Without it the present session still holds.
   */
  readonly authenticate: (refused?: Session) => Promise<Session>
}

/** Keeps a session alive, one renewal at a time and none that nobody asks for. Logs a line for each. */
export function renewing(
  first: Session,
  { authenticate }: RenewalOptions,
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
      log.info(describe(session))
    } else if (refused !== undefined) throw renewedInVain(session)
    return held.session
  }

  async function renewAhead(): Promise<void> {
    await signInAgain().catch((error: unknown) => {
      log.info(
        `Signing in again failed and will be tried again; the session holds${until(held.session)}. ${gist(error)}`,
      )
    })
    notAheadBefore = clock.now() + held.pauseMs
    ahead = undefined
  }

  async function renewNow(stale: Session): Promise<Session> {
    try {
      return await signInAgain(stale)
    } catch (error) {
      log.info(`Signing in again failed. ${gist(error)}`)
      throw ended(error)
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

/** A session with its times, in milliseconds since 1970; one that does not say when it ends is taken to hold. */
interface Held {
  readonly session: Session
  readonly renewFrom: number
  readonly endsAt: number
  /** Between two attempts to renew it ahead of its end. */
  readonly pauseMs: number
}

/** Renewal starts five minutes before the end, or in the last third of a short session. */
const LONGEST_MARGIN_MS = 5 * 60_000

function hold(session: Session, now: number): Held {
  const expiration = session.kind === 'keys' ? session.keys.expiration?.getTime() : undefined
  if (expiration === undefined) return { session, renewFrom: Infinity, endsAt: Infinity, pauseMs: 0 }
  const margin = Math.min(LONGEST_MARGIN_MS, Math.max(0, expiration - now) / 3)
  // What is signed in the last moments would arrive too late.
  return { session, renewFrom: expiration - margin, endsAt: expiration - margin / 10, pauseMs: margin / 10 }
}

const until = (session: Session) =>
  session.kind === 'keys' && session.keys.expiration ? ` until ${session.keys.expiration.toISOString()}` : ''

function describe(session: Session): string {
  return `Signed in again${session.kind === 'keys' ? ` as ${session.arn}` : ''}${until(session)}.`
}

/** The first line says what failed; the rest is advice for when it matters. */
const gist = (error: unknown) => asFailure(error).message.split('\n', 1).join('')

function ended(error: unknown): Failure {
  const failure = asFailure(error)
  if (failure.code !== 'unexpected') return failure
  const message = `The session with AWS has ended, and signing in again failed.\n${failure.message}`
  return new Failure('credentials-expired', { message, hint: failure.hint, cause: error })
}
