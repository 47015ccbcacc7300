import { shell, yaml, type Fix, type ServiceError } from '../../errors.ts'
import { GITHUB_ISSUER, parseRoleArn, providerOf } from '../trust-policy.ts'
import { roleOf, type Attempt, type SignInRule } from '../types.ts'

const OIDC = ['GitHub OIDC']
const BAD_TOKEN = ['InvalidIdentityToken']
const EXPIRED = ['ExpiredToken', 'RequestExpired']

/** An OIDC token that GitHub does not give, or that STS does not accept. */
export const TOKEN_RULES: readonly SignInRule[] = [
  {
    // Of the events, only those of a fork's pull request are certain; otherwise the permission is missing in the job or, for
    // a reusable workflow, in the job that calls it, which the runner does not say.
    // https://docs.github.com/actions/reference/security/oidc#workflow-permissions-for-the-requesting-the-oidc-token
    id: 'no permission for tokens',
    match: [{ services: OIDC, names: ['NotOffered'] }],
    code: 'oidc-permission-missing',
    explanation: (_error, { runner }) =>
      isForksOwn(runner)
        ? 'This pull request comes from a fork. GitHub never gives OIDC tokens to workflows of such pull requests, whatever `permissions` says.'
        : 'GitHub offers this job no OIDC token, so it cannot assume a role: the permission `id-token: write` is missing.',
    fix: (_error, { runner }) => (isForksOwn(runner) ? FORK_FIX : permissionFix(runner)),
  },
  {
    id: 'token service fails',
    match: [
      // A runner that GitHub has restarted or held back, for seconds (configure-aws-credentials#469).
      { services: OIDC, message: /Can't issue ID_TOKEN for job in '\w+' state/i },
      { services: OIDC, statuses: [408, 429, '5xx'] },
    ],
    code: 'oidc-token-failed',
    explanation: 'GitHub gave no OIDC token, so the role cannot be assumed.',
    fix: 'See https://www.githubstatus.com, then run the job again.',
    retryable: true,
  },
  {
    id: 'no token',
    match: [{ services: OIDC }],
    code: 'oidc-token-failed',
    explanation: 'GitHub gave no OIDC token, so the role cannot be assumed.',
    fix: 'See https://www.githubstatus.com, then run the job again. On a self-hosted runner behind a proxy, allow HTTPS to *.actions.githubusercontent.com.',
  },
  {
    id: 'keys of the provider out of reach',
    match: [{ names: BAD_TOKEN, message: /verification key/i }, { names: ['IDPCommunicationError'] }],
    code: 'oidc-token-failed',
    explanation: (error, attempt) =>
      `AWS could not fetch the public keys of the OIDC provider ${issuerOf(error, attempt)} to verify the token.`,
    fix: (error, attempt) =>
      issuerOf(error, attempt) === GITHUB_ISSUER
        ? 'Run the job again. If it happens in a large matrix, lower `strategy.max-parallel`: AWS limits how often it asks.'
        : `Let AWS reach the server from the internet: ${issuerOf(error, attempt)}/.well-known/openid-configuration and the \`jwks_uri\` it names.`,
    retryable: true,
  },
  {
    // Also while the provider changes its certificates, for seconds (configure-aws-credentials#757).
    id: 'thumbprint of the provider',
    match: [{ names: BAD_TOKEN, message: /thumbprint/i }],
    code: 'oidc-token-failed',
    explanation: (error, attempt) =>
      `The certificate of ${issuerOf(error, attempt)} is not one of those whose thumbprints IAM has for the OIDC provider.`,
    fix: (error, attempt) => [
      'Set the thumbprint again. AWS does not use it for providers with a certificate of a well-known authority; there any 40 hexadecimal digits will do:',
      shell(
        `aws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn ${providerArn(error, attempt)} --thumbprint-list ffffffffffffffffffffffffffffffffffffffff`,
      ),
    ],
    retryable: true,
  },
  {
    id: 'no provider',
    match: [{ names: BAD_TOKEN, message: /No OpenIDConnect provider/i }],
    code: 'oidc-provider-missing',
    explanation: (error, attempt) =>
      `Account ${parseRoleArn(roleOf(attempt)).account} does not have ${issuerOf(error, attempt)} as an OIDC identity provider, so its roles cannot trust this job.`,
    fix: (error, attempt) => [
      `Once, with administrator's credentials of account ${parseRoleArn(roleOf(attempt)).account} (no thumbprint is needed):`,
      shell(
        `aws iam create-open-id-connect-provider --url ${issuerOf(error, attempt)} --client-id-list ${audienceOf(attempt)}`,
      ),
      'If there is one already, compare its URL with this one: a slash at its end makes it another provider.',
    ],
  },
  {
    id: 'another audience',
    match: [{ names: BAD_TOKEN, message: /token audience/i }],
    code: 'oidc-audience-mismatch',
    explanation: (_error, attempt) =>
      `The OIDC provider of account ${parseRoleArn(roleOf(attempt)).account} does not accept tokens for the audience ${audienceOf(attempt)}.`,
    fix: (error, attempt) => [
      'Add the audience to it:',
      shell(
        `aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${providerArn(error, attempt)} --client-id ${audienceOf(attempt)}`,
      ),
      'Or ask for one that it accepts:',
      yaml(
        `with:\n  audience: ${parseRoleArn(roleOf(attempt)).partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'}`,
      ),
    ],
  },
  {
    id: 'token rejected',
    match: [{ names: [...BAD_TOKEN, 'IDPRejectedClaim'] }],
    code: 'oidc-token-failed',
    explanation: (error, attempt) =>
      `AWS does not accept the OIDC token of issuer ${issuerOf(error, attempt)} for the audience ${audienceOf(attempt)}.`,
    fix: (error, attempt) => [
      'Compare the OIDC provider in IAM with these two:',
      shell('aws iam list-open-id-connect-providers'),
      `Its URL must be ${issuerOf(error, attempt)}, letter by letter, and its client ids must contain ${audienceOf(attempt)}.`,
    ],
  },
  {
    id: 'token expired',
    match: [{ operations: ['AssumeRoleWithWebIdentity'], names: EXPIRED }],
    code: 'oidc-token-failed',
    explanation: 'AWS says that the OIDC token has expired, although each try used a fresh one.',
    fix: "Set the runner's clock (a self-hosted runner: `timedatectl set-ntp true`), then run the job again.",
    retryable: true,
  },
  {
    id: 'token of the file expired',
    match: [{ services: ['AWS credentials'], names: EXPIRED, message: /^Token expired: / }],
    code: 'credentials-expired',
    explanation: 'The token in the file that AWS_WEB_IDENTITY_TOKEN_FILE names has expired.',
    fix: 'Let whatever writes the file renew it (in Kubernetes the kubelet does, as long as the pod lives), or start this step sooner after it was written. A copy of such a file is not renewed.',
  },
]

/** GitHub runs `pull_request_target` in the base repository: there the permission decides, fork or not. */
function isForksOwn({ fromFork, eventName }: Attempt['runner']): boolean {
  return fromFork && eventName !== 'pull_request_target'
}

function permissionFix({ workflowRef, job }: Attempt['runner']): Fix {
  const file = /\.github\/workflows\/[^@]+/.exec(workflowRef)?.[0] ?? 'the workflow'
  const permissions = ['    permissions:', '      id-token: write', '      contents: read']
  return [
    `1. In ${file}, let the job ask for tokens (a job with \`permissions\` has only those it names):`,
    yaml(['jobs:', `  ${job}:`, ...permissions].join('\n')),
    '2. If this step is in a reusable workflow, the job that calls it needs them too, as a called workflow never has more permissions than its caller:',
    yaml(['jobs:', '  call:', ...permissions, '    uses: ./.github/workflows/reusable.yml'].join('\n')),
  ]
}

const FORK_FIX: Fix = [
  'Skip the job for forks:',
  yaml('if: github.event.pull_request.head.repo.full_name == github.repository'),
  "To review a fork's change, let somebody with write access ask for it, by a label (`pull_request_target`) or a comment (`issue_comment`): jobs of these events get a token. The action's examples pull-request-label.yml and comment-command.yml do so, and run nothing of the fork outside the sandbox.",
]

/** The issuer that AWS names, or else that of the token. */
function issuerOf({ message }: ServiceError, { claims }: Attempt): string {
  return /provider found in your account for (https:\S+)/.exec(message)?.[1] ?? claims?.issuer ?? GITHUB_ISSUER
}

const audienceOf = ({ claims }: Attempt) => claims?.audience ?? 'sts.amazonaws.com'

function providerArn(error: ServiceError, attempt: Attempt): string {
  const { partition, account } = parseRoleArn(roleOf(attempt))
  return `arn:${partition}:iam::${account}:oidc-provider/${providerOf(issuerOf(error, attempt))}`
}
