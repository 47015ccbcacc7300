import { Failure, ServiceError } from '../errors.ts'
import type { IdentitySettings } from '../inputs/settings.ts'
import type { Environment } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import { exportedKeys } from './refresh-command-export.ts'
import { runInShell } from './refresh-command-shell.ts'
import { isSameSession } from './renewal-in-vain.ts'
import { authenticate, type IdentityWorld } from './session.ts'
import type { Session } from './session-words.ts'

/** How to sign in: `env` is what the two commands see, `again` is given when the run has had a session before. */
export interface SignIn {
  readonly env: Environment
  /** `refused`: the session that AWS no longer takes; the same one again does not count. */
  readonly again?: { readonly refused: Session | undefined }
}

/** What of the world signing in needs, commands included. */
export type SignInWorld = IdentityWorld & Pick<World, 'processes'>

const TIMEOUT_MS = 180_000

/**
 * Signs in to AWS, with the two commands that the user may have given: `aws-credential-export` prints the credentials to
 * start from; `aws-auth-refresh` runs when there are none or they have ended, and then all is tried once more. Throws a
 * Failure. Signing in again is told in the log in fewer words.
 */
export async function signIn(settings: IdentitySettings, how: SignIn, world: SignInWorld): Promise<Session> {
  const attempt = () => authenticateOrExport(settings, how, world)
  const { authRefresh } = settings
  if (authRefresh === undefined) return attempt()
  const first = await sessionOrLack(attempt, how)
  if (!(first instanceof Failure)) return first

  await runAuthRefresh({ line: authRefresh, env: how.env, lack: first }, world)
  const second = await sessionOrLack(attempt, how)
  if (!(second instanceof Failure)) return second
  throw new Failure(second.code, {
    message: `${second.message}\nThe command of aws-auth-refresh was run just before, ended well, and did not change that.`,
    hint: 'Check that the command renews what this step uses: the same profile (`aws-profile`), and the .aws folder of the user that the runner runs as.',
    cause: second,
  })
}

/** The Failure is that of credentials that are missing, have ended, or are those that AWS refuses. Throws any other. */
async function sessionOrLack(attempt: () => Promise<Session>, { again }: SignIn): Promise<Session | Failure> {
  try {
    const session = await attempt()
    return again?.refused !== undefined && isSameSession(session, again.refused) ? STILL_THE_SAME : session
  } catch (error) {
    if (error instanceof Failure && error.code.startsWith('credentials-')) return error
    throw error
  }
}

const STILL_THE_SAME = new Failure('credentials-expired', {
  message: 'AWS no longer takes the credentials, and where they come from there are no newer ones.',
  hint: '',
})

async function authenticateOrExport(
  settings: IdentitySettings,
  { env, again }: SignIn,
  world: SignInWorld,
): Promise<Session> {
  const line = settings.credentialExport
  const log = again === undefined ? world.log : { ...world.log, info: (text: string) => world.log.debug(text) }
  if (line === undefined) return authenticate(settings, { ...world, log })
  const credentialSources = { load: () => exportedKeys({ line, env }, { ...world, log }) }
  try {
    return await authenticate(settings, { ...world, log, credentialSources })
  } catch (error) {
    throw ofExport(error)
  }
}

/** AWS's refusal of keys that the user's command printed: the usual advice is about keys of the environment. */
function ofExport(error: unknown): unknown {
  if (!(error instanceof Failure) || !(error.cause instanceof ServiceError)) return error
  const isTheClock = /Signature (expired|not yet)/i.test(error.cause.message)
  if (!error.code.startsWith('credentials-') || isTheClock) return error
  const [words = ''] = error.message.split('\n')
  const [what, which] =
    error.code === 'credentials-expired' ? ['have expired', 'that are fresh'] : ['are not valid', 'that AWS knows']
  return new Failure(error.code, {
    message: `${words}\nThe credentials that the command of aws-credential-export printed ${what}.`,
    hint: `Have the command print credentials ${which}, all three parts from the same place.`,
    cause: error.cause,
  })
}

async function runAuthRefresh(
  { line, env, lack }: { line: string; env: Environment; lack: Failure },
  world: SignInWorld,
): Promise<void> {
  const [reason = ''] = lack.message.split('\n')
  world.log.info(`Running the command of aws-auth-refresh. ${reason}`)
  const onLine = (text: string) => world.log.info(text)
  const { problem, lastErrors } = await runInShell({ line, env, timeoutMs: TIMEOUT_MS, onLine }, world)
  if (problem === undefined) return
  throw new Failure(lack.code, {
    message: `${lack.message}\nThe command of aws-auth-refresh ${problem}${lastErrors === '' ? '.' : `:\n${lastErrors}`}`,
    hint: 'Run the command on the runner by hand, in bash (Windows: pwsh). It has 3 minutes and no input: a sign-in that someone must confirm in a browser (`aws sso login --use-device-code`) needs that someone to read the log in time.',
    cause: lack,
  })
}
