import type { ServiceError } from '../errors.ts'
import { roleOf, type Advice, type Attempt } from './advice.ts'
import { parseRoleArn } from './role-arn.ts'

/** A policy above the role's own says no. */
export function explicitDeny(_attempt: Attempt, error: ServiceError): Advice {
  const kind = /explicit deny in an? ([\w\s-]+?policy)/i.exec(error.message)?.[1] ?? 'policy'
  const action = /perform: (\S+)/.exec(error.message)?.[1] ?? 'sts:AssumeRoleWithWebIdentity'
  return {
    meaning: `A Deny in a ${kind} forbids this; no Allow can undo it.`,
    fix: `Ask who keeps that ${kind} to take ${action} out of the Deny for this role (NotAction, or a Condition on aws:PrincipalArn).`,
  }
}

/** The session may not last as long as asked. */
export function sessionTooLong({ settings }: Attempt): Advice {
  const seconds = 'role' in settings.source ? settings.source.role.durationSeconds : 3600
  return {
    meaning: `${roleOf(settings)} does not allow sessions of ${seconds} seconds.`,
    fix: `Ask for less:

    with:
      role-duration-seconds: 3600

or let the role's sessions last longer (12 hours at most):

    aws iam update-role --role-name ${parseRoleArn(roleOf(settings)).name} --max-session-duration ${seconds}`,
  }
}

/** Roles assumed from a role's session last an hour at most, whatever the role allows. */
export function chainedTooLong(): Advice {
  return {
    meaning: 'A role that is assumed from the session of another role (role chaining) lasts one hour at most.',
    fix: `Ask for an hour:

    with:
      role-duration-seconds: 3600

or assume the role directly with GitHub's OIDC token: leave out \`role-chaining\`, and let the role's trust policy allow this job.`,
  }
}

/** STS does not accept the form of a value. */
export function badValue({ settings }: Attempt): Advice {
  return {
    meaning: `AWS does not accept a value of this request. The role is ${roleOf(settings)}.`,
    fix: `Give full ARNs, of the partition that ${settings.region} is in (aws, aws-us-gov or aws-cn), and a session name of 2 to 64 letters, digits and _+=,.@-

    with:
      role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME
      managed-session-policies: arn:aws:iam::ACCOUNT_ID:policy/POLICY_NAME`,
  }
}

/** The session policies of the inputs are too big or malformed. */
export function badSessionPolicy(): Advice {
  return {
    meaning:
      'AWS does not accept the session policies of the inputs `inline-session-policy` and `managed-session-policies`.',
    fix: 'Correct or shorten `inline-session-policy` (all policies and tags of a session share 2048 characters, packed), or move it to a managed policy and give its ARN in `managed-session-policies`.',
  }
}
