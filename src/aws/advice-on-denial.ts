import type { ServiceError } from '../errors.ts'
import { roleOf, type Advice, type Attempt } from './advice.ts'
import { subjectForm, type IdTokenClaims, type SubjectForm } from './id-token-claims.ts'
import { parseRoleArn } from './role-arn.ts'
import { trustPolicyFor } from './trust-policy.ts'

/** Why STS did not let a GitHub token into a role: what the token says, and the trust policy that would let it in. */
export function roleDenied({ settings, claims }: Attempt): Advice {
  const role = roleOf(settings)
  const meaning = `The trust policy of ${role} does not let this job in, or there is no such role: AWS answers both the same.`
  if (claims === undefined) {
    return {
      meaning,
      fix: `Check that ${role} exists and that its trust policy allows sts:AssumeRoleWithWebIdentity for this job.`,
    }
  }
  return {
    meaning: `${meaning}\nThe token of this job says:\n${describeClaims(claims)}`,
    fix: `Check the ARN, then make this the trust policy of ${parseRoleArn(role).name} (or put its Condition into the statement that is there):

${JSON.stringify(trustPolicyFor(claims, role), undefined, 2)}

${remarksOn(claims).join('\n')}`,
  }
}

/** Why STS did not let keys into a role (role chaining, or a profile with a role): both sides must allow it. */
export function roleDeniedToKeys({ settings }: Attempt, error: ServiceError): Advice {
  const role = /on resource: (arn:\S+)/.exec(error.message)?.[1] ?? roleOf(settings)
  const caller = /User: (arn:\S+)/.exec(error.message)?.[1] ?? 'ARN_OF_THE_CALLER'
  const allow = { Effect: 'Allow', Action: 'sts:AssumeRole' }
  return {
    meaning: `The credentials that are present may not assume ${role}, or there is no such role: AWS answers both the same.`,
    fix: `Allow it on both sides. In the trust policy of ${role}:

${JSON.stringify({ ...allow, Principal: { AWS: principalOf(caller) } })}

In a policy of the caller:

${JSON.stringify({ ...allow, Resource: role })}`,
  }
}

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
