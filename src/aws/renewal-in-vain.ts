import { Failure } from '../errors.ts'
import type { Session } from './session-words.ts'

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
 * Why the run cannot go on when AWS no longer takes a session and signing in gives the same one again: temporary keys have
 * expired, lasting ones are not (or no longer) valid.
 */
export function renewedInVain(session: Session): Failure {
  if (session.kind === 'bearer') {
    return new Failure('credentials-invalid', {
      message:
        'Bedrock does not take the API key: it has expired, is deleted, or is of another region. It cannot be renewed.',
      hint: `Make a new key and store it in the secret that \`bedrock-api-key\` is given. A role needs no key, and is renewed:\n\n${ROLE}`,
    })
  }
  if (session.keys.sessionToken === undefined) {
    return new Failure('credentials-invalid', {
      message: `AWS does not take the keys of ${session.arn}: they are deleted or deactivated. Signing in again gave the same.`,
      hint: `Set keys that are valid. A role needs none, and is renewed:\n\n${ROLE}`,
    })
  }
  return new Failure('credentials-expired', {
    message: `The credentials of ${session.arn} have expired, and where they come from there are no newer ones.`,
    hint: `Let this step sign in itself; then it also renews the session:\n\n${ROLE}

Or name a command that renews them (for a profile: \`aws-auth-refresh: aws sso login --profile NAME\`) or that prints fresh
ones (\`aws-credential-export\`).`,
  })
}

const ROLE = `    permissions:
      id-token: write
      contents: read
    ...
        with:
          role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME`
