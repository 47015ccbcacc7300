import type { Attempt } from '../../../src/aws/types.ts'
import { chain, CHAIN, oidc, sts, type Row } from './answers.ts'

const DELAYED = "Can't issue ID_TOKEN for job in 'Delayed' state."
const THUMBPRINT = "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint"
const EKS = 'https://oidc.eks.eu-west-1.amazonaws.com/id/AB12CD34'
const IRSA_ROLE = 'arn:aws:iam::444455556666:role/irsa'

/** A pod's web identity. */
const IRSA: Partial<Attempt> = {
  webIdentityRole: IRSA_ROLE,
  claims: {
    ...{ issuer: EKS, subject: 'system:serviceaccount:ci:runner', audience: 'sts.amazonaws.com' },
    ...{ repositoryId: undefined, environment: undefined, jobWorkflowRef: undefined },
  },
}

/** What is wrong with a token, or with whoever gives or checks it. */
export const tokenCases: readonly Row[] = [
  {
    id: 'GitHub does not give a token to a job that it has held back',
    fact: oidc('HTTP403', DELAYED, { status: 403 }),
    code: 'oidc-token-failed',
    retryable: true,
    fix: 'githubstatus',
  },
  {
    id: 'the same in another state',
    fact: oidc('HTTP403', DELAYED.replace('Delayed', 'Queued'), { status: 403 }),
    code: 'oidc-token-failed',
    retryable: true,
    fix: 'githubstatus',
  },
  {
    id: 'GitHub refuses for good',
    fact: oidc('HTTP403', "Can't issue ID_TOKEN: the job has ended.", { status: 403 }),
    code: 'oidc-token-failed',
    fix: 'githubstatus',
  },
  {
    id: "GitHub's token service is busy",
    fact: oidc('HTTP429', 'Too many requests', { status: 429, retryAfterMs: 2_000 }),
    code: 'oidc-token-failed',
    retryable: true,
    fix: 'githubstatus',
  },
  {
    id: "GitHub's token service gives up waiting",
    fact: oidc('HTTP408', 'Request Timeout', { status: 408 }),
    code: 'oidc-token-failed',
    retryable: true,
    fix: 'githubstatus',
  },
  {
    id: 'the thumbprint does not match, as while certificates change',
    fact: sts('InvalidIdentityToken', THUMBPRINT),
    code: 'oidc-token-failed',
    retryable: true,
    fix: 'aws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    not: /letter by letter|client ids/,
  },
  {
    id: "the thumbprint of a cluster's provider does not match",
    fact: chain(THUMBPRINT, { name: 'InvalidIdentityToken', status: 400 }),
    code: 'oidc-token-failed',
    retryable: true,
    fix: 'arn:aws:iam::444455556666:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AB12CD34',
    settings: CHAIN,
    attempt: IRSA,
  },
  {
    id: "a cluster's provider is missing: the one that AWS names",
    fact: chain(`No OpenIDConnect provider found in your account for ${EKS}`, {
      name: 'InvalidIdentityToken',
      status: 400,
    }),
    code: 'oidc-provider-missing',
    fix: `aws iam create-open-id-connect-provider --url ${EKS} --client-id-list sts.amazonaws.com`,
    not: /token\.actions\.githubusercontent/,
    settings: CHAIN,
    attempt: { webIdentityRole: IRSA_ROLE },
  },
  {
    id: "a cluster's keys are out of reach",
    fact: chain("Couldn't retrieve verification key from your identity provider", {
      name: 'InvalidIdentityToken',
      status: 400,
    }),
    code: 'oidc-token-failed',
    retryable: true,
    fix: `${EKS}/.well-known/openid-configuration`,
    settings: CHAIN,
    attempt: IRSA,
  },
  {
    id: 'the audience of a pod is another',
    fact: chain('Incorrect token audience', { name: 'InvalidIdentityToken', status: 400 }),
    code: 'oidc-audience-mismatch',
    fix: 'arn:aws:iam::444455556666:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AB12CD34 --client-id sts.amazonaws.com',
    settings: CHAIN,
    attempt: IRSA,
  },
  {
    id: 'a pod is denied its role',
    fact: chain('Not authorized to perform sts:AssumeRoleWithWebIdentity', { name: 'AccessDenied', status: 403 }),
    code: 'role-not-assumable',
    fix: '"oidc.eks.eu-west-1.amazonaws.com/id/AB12CD34:sub": "system:serviceaccount:ci:runner"',
    not: /the role does|repository_id|repo:OWNER/,
    settings: CHAIN,
    attempt: IRSA,
  },
  {
    id: 'the token in the file of a web identity is old',
    fact: chain('Token expired: current date/time 1795363200 must be before the expiration date/time 1795362900', {
      name: 'ExpiredTokenException',
      status: 400,
    }),
    code: 'credentials-expired',
    fix: 'AWS_WEB_IDENTITY_TOKEN_FILE',
    settings: CHAIN,
    attempt: IRSA,
  },
]
