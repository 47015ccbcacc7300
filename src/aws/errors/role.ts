import { json, shell, yaml, type FixParts } from '../../errors.ts'
import type { IdentitySettings } from '../../inputs/settings.ts'
import { subjectForm, type IdTokenClaims, type SubjectForm, parseRoleArn, trustPolicyFor } from '../trust-policy.ts'
import { roleOf, type Attempt, type SignInRule } from '../types.ts'

const DENIED = ['AccessDenied']
const BAD_VALUE = ['Validation', 'ValidationError']
const AN_HOUR = yaml('with:\n  role-duration-seconds: 3600')

/** A role that STS does not let this job into, or not as it was asked for. */
export const ROLE_RULES: readonly SignInRule[] = [
  {
    id: 'VPC endpoint',
    match: [{ message: /because no VPC endpoint policy allows/i }],
    code: 'explicitly-denied',
    explanation: ({ message }) =>
      `The policy of the VPC endpoint that the call went through does not allow ${actionIn(message)}. The role and its trust policy do not matter here.`,
    fix: ({ message }) => [
      'Add this statement to the policy of the endpoint:',
      json({ Effect: 'Allow', Principal: '*', Action: actionIn(message), Resource: '*' }),
    ],
  },
  {
    id: 'explicit deny',
    match: [{ message: /with an explicit deny/i }],
    code: 'explicitly-denied',
    explanation: ({ message }) => `A Deny in a ${denyingPolicy(message)} forbids this; no Allow can undo it.`,
    fix: ({ message }) =>
      `Ask the owner of that ${denyingPolicy(message)} to take ${actionIn(message)} out of the Deny for this role (NotAction, or a Condition on aws:PrincipalArn).`,
  },
  {
    id: 'role denied to a token',
    match: [
      { names: DENIED, message: /sts:AssumeRoleWithWebIdentity/ },
      { names: DENIED, operations: ['AssumeRoleWithWebIdentity'] },
    ],
    code: 'role-not-assumable',
    explanation: (_error, attempt) => {
      const { claims } = attempt
      const denied = `The trust policy of ${roleOf(attempt)} does not let this job in, or there is no such role: AWS answers both the same.`
      return claims === undefined ? denied : `${denied}\nThe token of this job says:\n${describeClaims(claims)}`
    },
    fix: (_error, attempt) => {
      const { claims } = attempt
      const role = roleOf(attempt)
      if (claims === undefined)
        return `Check that ${role} exists and that its trust policy allows sts:AssumeRoleWithWebIdentity for this job.`
      return [
        `Check the ARN, then make this the trust policy of ${parseRoleArn(role).name} (or put its Condition into the statement that is there):`,
        json(trustPolicyFor(claims, role)),
        remarksOn(claims).join('\n'),
      ]
    },
  },
  {
    id: 'tags denied',
    match: [{ names: DENIED, message: /sts:TagSession/ }],
    code: 'role-not-assumable',
    explanation: ({ message }, attempt) =>
      `The session has tags, and sts:TagSession is not allowed for ${deniedRole(message, attempt)}.`,
    fix: ({ message }, attempt) => bothSides(message, attempt, ['sts:AssumeRole', 'sts:TagSession']),
  },
  {
    id: 'role denied to keys',
    match: [
      { names: DENIED, message: /sts:AssumeRole/ },
      { names: DENIED, operations: ['AssumeRole'] },
    ],
    code: 'role-not-assumable',
    explanation: ({ message }, attempt) =>
      `The credentials that are present may not assume ${deniedRole(message, attempt)}, or there is no such role: AWS answers both the same.`,
    fix: ({ message }, attempt) => bothSides(message, attempt, [actionIn(message, 'sts:AssumeRole')]),
  },
  {
    id: 'chained session too long',
    match: [{ message: /roles assumed by role chaining/i }],
    code: 'role-session-too-long',
    explanation: 'A role that is assumed from the session of another role (role chaining) lasts one hour at most.',
    fix: [
      'Ask for an hour:',
      AN_HOUR,
      "Or assume the role directly with GitHub's OIDC token: leave out `role-chaining`, and let the role's trust policy allow this job.",
    ],
  },
  {
    id: 'session too long',
    match: [{ names: BAD_VALUE, message: /DurationSeconds/i }],
    code: 'role-session-too-long',
    explanation: (_error, attempt) =>
      `${roleOf(attempt)} does not allow sessions of ${secondsOf(attempt.settings)} seconds.`,
    fix: (_error, attempt) => [
      'Ask for less:',
      AN_HOUR,
      "Or let the role's sessions last longer (12 hours at most):",
      shell(
        `aws iam update-role --role-name ${parseRoleArn(roleOf(attempt)).name} --max-session-duration ${secondsOf(attempt.settings)}`,
      ),
    ],
  },
  {
    id: 'value refused',
    match: [{ names: BAD_VALUE }],
    code: 'input-invalid',
    explanation: (_error, attempt) => `AWS does not accept a value of this request. The role is ${roleOf(attempt)}.`,
    fix: (_error, { settings }) => [
      `Give full ARNs, of the partition that ${settings.region} is in (aws, aws-us-gov or aws-cn), and a session name of 2 to 64 letters, digits and _+=,.@-`,
      yaml(
        'with:\n  role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME\n  managed-session-policies: arn:aws:iam::ACCOUNT_ID:policy/POLICY_NAME',
      ),
    ],
  },
  {
    id: 'too many session tags',
    match: [{ names: ['PackedPolicyTooLarge'], message: /session tags/i }],
    when: (_error, { settings }) => !hasSessionPolicy(settings),
    code: 'role-not-assumable',
    explanation:
      'No session policy is given: the session tags alone are too large. They are those of the session that assumes the role, which passes them on (transitive tags).',
    fix: 'In the step that signs in first, set fewer or shorter tags, or tags that are not passed on: for aws-actions/configure-aws-credentials `role-skip-session-tagging: true`, or a shorter `transitive-tag-keys`.',
  },
  {
    id: 'session policy refused',
    match: [{ names: ['PackedPolicyTooLarge', 'MalformedPolicyDocument'] }],
    code: 'input-invalid',
    explanation:
      'AWS does not accept the session policies of the inputs `inline-session-policy` and `managed-session-policies`.',
    fix: 'Correct or shorten `inline-session-policy` (all policies and tags of a session share 2048 characters, packed), or move it to a managed policy and give its ARN in `managed-session-policies`.',
  },
]

/** Both the trust policy of the role and a policy of the caller must allow `actions`. */
function bothSides(message: string, attempt: Attempt, actions: readonly string[]): FixParts {
  const role = deniedRole(message, attempt)
  const caller = /User: (arn:\S+)/.exec(message)?.[1] ?? 'ARN_OF_THE_CALLER'
  const allow = { Effect: 'Allow', Action: actions.length === 1 ? actions[0] : actions }
  return [
    `Allow it on both sides. In the trust policy of ${role}:`,
    json({ ...allow, Principal: { AWS: principalOf(caller) } }),
    'In a policy of the caller:',
    json({ ...allow, Resource: role }),
  ]
}

const actionIn = (message: string, otherwise = 'sts:AssumeRoleWithWebIdentity') =>
  /perform: ([\w-]+:\w+)/.exec(message)?.[1] ?? otherwise

const hasSessionPolicy = ({ source }: IdentitySettings) =>
  'role' in source && (source.role.inlineSessionPolicy !== undefined || source.role.managedSessionPolicies.length > 0)

const secondsOf = ({ source }: IdentitySettings) => ('role' in source ? source.role.durationSeconds : 3600)

const denyingPolicy = (message: string) => /explicit deny in an? ([\w\s-]+?policy)/i.exec(message)?.[1] ?? 'policy'

const deniedRole = (message: string, attempt: Attempt) => /on resource: (arn:\S+)/.exec(message)?.[1] ?? roleOf(attempt)

const FORMS: Readonly<Record<SubjectForm, string>> = {
  name: 'the form with names, repo:OWNER/REPO:...',
  immutable: 'the newer form with ids, repo:OWNER@ID/REPO@ID:...',
  custom: "a form of the organization's own",
}

function describeClaims(claims: IdTokenClaims): string {
  const { subject, audience, issuer, repositoryId, environment, jobWorkflowRef } = claims
  const isGitHubs = isOfGitHub(claims)
  const shown: Readonly<Record<string, string | undefined>> = {
    sub: isGitHubs ? `${subject} (${FORMS[subjectForm(subject)]})` : subject,
    aud: audience,
    iss: issuer,
    ...(isGitHubs && { repository_id: repositoryId, environment, job_workflow_ref: jobWorkflowRef }),
  }
  const lines = Object.entries(shown).map(([name, value]) => `  ${name}: ${value ?? '(none)'}`)
  return lines.join('\n')
}

/** GitHub's tokens name their repository in `sub`; a web identity of the environment is of another provider. */
const isOfGitHub = ({ subject }: IdTokenClaims) => subject.startsWith('repo:')

function remarksOn(claims: IdTokenClaims): readonly string[] {
  const { subject } = claims
  const form = isOfGitHub(claims) ? subjectForm(subject) : undefined
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
