import { signIn } from './aws/refresh-command.ts'
import { renewing } from './aws/renewal.ts'
import { checkAccess, type CheckRequest } from './check.ts'
import type { Desk } from './desk.ts'
import type { World } from './ports/world.ts'
import type { Session, RenewingSession } from './aws/types.ts'

/** Who signs in, and what is checked then. */
export interface SignInRequest extends Omit<CheckRequest, 'session'> {
  /** The world with the log of the whole run: renewals come when the group of the sign-in has long been printed. */
  readonly live: World
}

/**
 * Signs in to AWS, stays signed in for as long as the run asks, and sees that Bedrock serves it. Throws the Failure of what
 * keeps the run from starting.
 */
export async function signInAndCheck(
  { live, ...check }: SignInRequest,
  desk: Desk,
  world: World,
): Promise<RenewingSession> {
  const { settings, env } = check
  const first = await signIn(settings.identity, { env }, world)
  if (first.kind === 'keys') desk.learn({ account: first.account })
  const authenticate = (refused?: Session) => signIn(settings.identity, { env, again: { refused } }, live)
  const session = renewing(first, { authenticate }, live)
  await checkAccess({ ...check, session }, desk, world)
  return session
}
