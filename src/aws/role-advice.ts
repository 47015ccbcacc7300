import { json, shell, yaml, type Fix } from '../errors.ts'
import type { IdentitySettings } from '../inputs/settings.ts'
import type { Advice } from './aws-error.ts'
import { subjectForm, type IdTokenClaims, type SubjectForm } from './id-token-claims.ts'
import { parseRoleArn, trustPolicyFor } from './trust-policy.ts'

/** ARN of the role that these settings assume; words in its place when they assume none themselves. */
export function roleOf({ source }: IdentitySettings): string {
  return 'role' in source ? source.role.arn : 'the role'
}

/** STS did not let a GitHub token into a role: what the token says, and the trust policy that would let it in. */
export const DENIED_TO_TOKEN: Advice = {
  explanation: (_error, { settings, claims }) => {
    const denied = `The trust policy of ${roleOf(settings)} does not let this job in, or there is no such role: AWS answers both the same.`
    return claims === undefined ? denied : `${denied}\nThe token of this job says:\n${describeClaims(claims)}`
  },
  fix: (_error, { settings, claims }) => {
    const role = roleOf(settings)
    if (claims === undefined)
      return `Check that ${role} exists and that its trust policy allows sts:AssumeRoleWithWebIdentity for this job.`
    return [
      `Check the ARN, then make this the trust policy of ${parseRoleArn(role).name} (or put its Condition into the statement that is there):`,
      json(trustPolicyFor(claims, role)),
      remarksOn(claims).join('\n'),
    ]
  },
}

/** STS did not let keys into a role (role chaining, or a profile with a role): both sides must allow it. */
export const DENIED_TO_KEYS: Advice = {
  explanation: ({ message }, { settings }) =>
    `The credentials that are present may not assume ${deniedRole(message, settings)}, or there is no such role: AWS answers both the same.`,
  fix: ({ message }, { settings }) => {
    const role = deniedRole(message, settings)
    const caller = /User: (arn:\S+)/.exec(message)?.[1] ?? 'ARN_OF_THE_CALLER'
    const allow = { Effect: 'Allow', Action: 'sts:AssumeRole' }
    return [
      `Allow it on both sides. In the trust policy of ${role}:`,
      json({ ...allow, Principal: { AWS: principalOf(caller) } }),
      'In a policy of the caller:',
      json({ ...allow, Resource: role }),
    ]
  },
}

const deniedRole = (message: string, settings: IdentitySettings) =>
  /on resource: (arn:\S+)/.exec(message)?.[1] ?? roleOf(settings)

const FORMS: Readonly<Record<SubjectForm, string>> = {
  name: 'the form with names, repo:OWNER/REPO:...',
  immutable: 'the newer form with ids, repo:OWNER@ID/REPO@ID:...',
  custom: "a form of the organization's own",
}

function describeClaims(claims: IdTokenClaims): string {
  const lines = [
    ['sub', `${claims.subject} (${FORMS[subjectForm(claims.subject)]})`],
    ['aud', claims.audience],
    ['iss', claims.issuer],
    ['repository_id', claims.repositoryId],
    ['environment', claims.environment],
    ['job_workflow_ref', claims.jobWorkflowRef],
  ]
  return lines.map(([name, value]) => `  ${name}: ${value ?? '(none)'}`).join('\n')
}

function remarksOn({ subject }: IdTokenClaims): readonly string[] {
  const form = subjectForm(subject)
  return [
    form === 'immutable' &&
      'A condition written for repo:OWNER/REPO:... never matches this token: its sub has the newer form, with ids.',
    form === 'name' &&
      'A condition written for repo:OWNER@ID/REPO@ID:... never matches this token: its sub has the form without ids.',
    subject.includes(':environment:') && 'The job has an `environment`, so its sub names that, not the branch.',
    subject.endsWith(':pull_request') && 'In runs for pull requests the sub ends in :pull_request, not in a branch.',
    'StringEquals compares letter by letter, upper and lower case included. In CloudTrail, subjectFromWebIdentityToken of the denied call shows what AWS received.',
  ].filter((remark) => remark !== false)
}

/** A session's ARN is no principal of a trust policy; its role's is. */
function principalOf(caller: string): string {
  return caller.replace(/^(arn:[\w-]+):sts::(\d+):assumed-role\/([^/]+)\/.*$/, '$1:iam::$2:role/$3')
}

/** A policy above the role's own says no. */
export const EXPLICIT_DENY: Advice = {
  explanation: ({ message }) => `A Deny in a ${denyingPolicy(message)} forbids this; no Allow can undo it.`,
  fix: ({ message }) => {
    const action = /perform: (\S+)/.exec(message)?.[1] ?? 'sts:AssumeRoleWithWebIdentity'
    return `Ask the owner of that ${denyingPolicy(message)} to take ${action} out of the Deny for this role (NotAction, or a Condition on aws:PrincipalArn).`
  },
}

const denyingPolicy = (message: string) => /explicit deny in an? ([\w\s-]+?policy)/i.exec(message)?.[1] ?? 'policy'

const AN_HOUR = yaml('with:\n  role-duration-seconds: 3600')

/** The session may not last as long as asked. */
export const SESSION_TOO_LONG: Advice = {
  explanation: (_error, { settings }) =>
    `${roleOf(settings)} does not allow sessions of ${secondsOf(settings)} seconds.`,
  fix: (_error, { settings }) => [
    'Ask for less:',
    AN_HOUR,
    "or let the role's sessions last longer (12 hours at most):",
    shell(
      `aws iam update-role --role-name ${parseRoleArn(roleOf(settings)).name} --max-session-duration ${secondsOf(settings)}`,
    ),
  ],
}

const secondsOf = ({ source }: IdentitySettings) => ('role' in source ? source.role.durationSeconds : 3600)

/** Roles assumed from a role's session last an hour at most, whatever the role allows. */
export const CHAINED_TOO_LONG: Advice = {
  explanation: 'A role that is assumed from the session of another role (role chaining) lasts one hour at most.',
  fix: [
    'Ask for an hour:',
    AN_HOUR,
    "or assume the role directly with GitHub's OIDC token: leave out `role-chaining`, and let the role's trust policy allow this job.",
  ],
}

/** STS does not accept the form of a value. */
export const BAD_VALUE: Advice = {
  explanation: (_error, { settings }) =>
    `AWS does not accept a value of this request. The role is ${roleOf(settings)}.`,
  fix: (_error, { settings }): Fix => [
    `Give full ARNs, of the partition that ${settings.region} is in (aws, aws-us-gov or aws-cn), and a session name of 2 to 64 letters, digits and _+=,.@-`,
    yaml(
      'with:\n  role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME\n  managed-session-policies: arn:aws:iam::ACCOUNT_ID:policy/POLICY_NAME',
    ),
  ],
}

/** The session policies of the inputs are too big or malformed. */
export const BAD_SESSION_POLICY: Advice = {
  explanation:
    'AWS does not accept the session policies of the inputs `inline-session-policy` and `managed-session-policies`.',
  fix: 'Correct or shorten `inline-session-policy` (all policies and tags of a session share 2048 characters, packed), or move it to a managed policy and give its ARN in `managed-session-policies`.',
}
