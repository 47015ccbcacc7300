import { shell, yaml, type Fix } from '../errors.ts'
import { ASSUME_ROLE } from '../fixes.ts'
import type { Advice, Attempt } from './aws-error.ts'
import { roleOf } from './role-advice.ts'
import { parseRoleArn, providerOf } from './trust-policy.ts'

/**
 * GitHub offers a job no OIDC token. Of the events, only those of a fork's pull request are certain; otherwise the
 * permission is missing in the job or, for a reusable workflow, in the job that calls it, which the runner does not say.
 * https://docs.github.com/actions/reference/security/oidc#workflow-permissions-for-the-requesting-the-oidc-token
 */
export const MISSING_PERMISSION: Advice = {
  explanation: (_error, { runner }) =>
    isForksOwn(runner)
      ? 'This pull request comes from a fork. GitHub never gives OIDC tokens to workflows of such pull requests, whatever `permissions` says.'
      : 'GitHub offers this job no OIDC token, so it cannot assume a role: the permission `id-token: write` is missing.',
  fix: (_error, { runner }) => (isForksOwn(runner) ? FORK_FIX : permissionFix(runner)),
}

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
  "To run on a fork's change, let a maintainer read it first and start a workflow with `on: workflow_dispatch`. `pull_request_target` does get a token: never check out or run the fork's code there.",
]

const NO_CLAIMS = { issuer: 'https://token.actions.githubusercontent.com', audience: 'sts.amazonaws.com' }

/** GitHub's token service answered, but with no token. */
export const NO_TOKEN: Advice = {
  explanation: 'GitHub gave no OIDC token, so the role cannot be assumed.',
  fix: 'See https://www.githubstatus.com, then run the job again. On a self-hosted runner behind a proxy, allow HTTPS to *.actions.githubusercontent.com.',
}

/** STS could not fetch the keys that GitHub's tokens are signed with. */
export const PROVIDER_OUT_OF_REACH: Advice = {
  explanation: "AWS could not fetch the public keys of GitHub's OIDC provider to verify the token.",
  fix: (_error, { claims, runner }) =>
    runner.serverUrl === 'https://github.com'
      ? 'Run the job again. If it happens in a large matrix, lower `strategy.max-parallel`: AWS limits how often it asks.'
      : `Let AWS reach the server from the internet: ${(claims ?? NO_CLAIMS).issuer}/.well-known/openid-configuration and the \`jwks_uri\` it names.`,
}

/** The role's account does not have GitHub as an OIDC provider. */
export const NO_PROVIDER: Advice = {
  explanation: (_error, { settings, claims }) =>
    `Account ${parseRoleArn(roleOf(settings)).account} does not have ${(claims ?? NO_CLAIMS).issuer} as an OIDC identity provider, so its roles cannot trust this job.`,
  fix: (_error, { settings, claims }) => {
    const { issuer, audience } = claims ?? NO_CLAIMS
    return [
      `Once, with administrator's credentials of account ${parseRoleArn(roleOf(settings)).account} (no thumbprint is needed):`,
      shell(`aws iam create-open-id-connect-provider --url ${issuer} --client-id-list ${audience}`),
      'If there is one already, compare its URL with this one: a slash at its end makes it another provider.',
    ]
  },
}

/** The OIDC provider in IAM is registered for other audiences. */
export const OTHER_AUDIENCE: Advice = {
  explanation: (_error, { settings, claims }) =>
    `The OIDC provider of account ${parseRoleArn(roleOf(settings)).account} does not accept tokens for the audience ${(claims ?? NO_CLAIMS).audience}.`,
  fix: (_error, { settings, claims }) => {
    const { issuer, audience } = claims ?? NO_CLAIMS
    const { partition, account } = parseRoleArn(roleOf(settings))
    const provider = `arn:${partition}:iam::${account}:oidc-provider/${providerOf(issuer)}`
    return [
      'Add the audience to it:',
      shell(
        `aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${provider} --client-id ${audience}`,
      ),
      'or ask for one that it accepts:',
      yaml(`with:\n  audience: ${partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'}`),
    ]
  },
}

/** A token that was fetched just now is too old for STS. */
export const TOKEN_EXPIRED: Advice = {
  explanation: 'AWS takes the OIDC token for expired, though each try used a fresh one.',
  fix: "Set the runner's clock (a self-hosted runner: `timedatectl set-ntp true`), then run the job again.",
}

/** STS does not accept the token for a reason that has no rule of its own. */
export const TOKEN_REJECTED: Advice = {
  explanation: (_error, { claims }) => {
    const { issuer, audience } = claims ?? NO_CLAIMS
    return `AWS does not accept the OIDC token of issuer ${issuer} for the audience ${audience}.`
  },
  fix: (_error, { claims }) => {
    const { issuer, audience } = claims ?? NO_CLAIMS
    return `Compare the OIDC provider in IAM with these two: \`aws iam list-open-id-connect-providers\`. Its URL must be ${issuer}, letter by letter, and its client ids must contain ${audience}.`
  },
}

/** No source of the chain, or of the profile, has keys. */
export const NO_CREDENTIALS: Advice = {
  explanation: (_error, attempt) => {
    const profile = profileOf(attempt)
    return profile === undefined
      ? 'There are no AWS credentials: none in the environment, no web identity token file, no container or instance role, and no input says how to get some.'
      : `The AWS profile "${profile}" gives no credentials on this runner.`
  },
  fix: (_error, attempt) => {
    const profile = profileOf(attempt)
    if (profile === undefined) return ["Let this step assume a role with GitHub's OIDC token:", ...ASSUME_ROLE]
    return [
      'Check the name and its settings where the job runs:',
      shell(`aws configure list-profiles\naws sts get-caller-identity --profile ${profile}`),
      "The files are ~/.aws/config and ~/.aws/credentials of the runner's user, or what AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name.",
    ]
  },
}

/** The sign-in behind a profile (IAM Identity Center, `aws login`) has ended. */
export const SIGN_IN_EXPIRED: Advice = {
  explanation: (_error, attempt) =>
    `The sign-in of the AWS profile "${profileOf(attempt) ?? 'default'}" is missing or has expired.`,
  fix: (_error, attempt) => [
    'On the runner, sign in again:',
    shell(`aws sso login --profile ${profileOf(attempt) ?? 'default'}`),
    ...whenNeeded(profileOf(attempt) ?? 'default'),
  ],
}

/** Keys that were valid once. */
export const KEYS_EXPIRED: Advice = {
  explanation: 'The credentials have expired.',
  fix: (_error, attempt) => {
    const profile = profileOf(attempt)
    if (profile !== undefined) return ['Renew those of the profile.', ...whenNeeded(profile)]
    return [
      'Get them later: put the step that signs in right before this one. Or let this step assume the role itself, and renew its session:',
      ...ASSUME_ROLE,
    ]
  },
}

const whenNeeded = (profile: string) => [
  'To have it done when needed:',
  yaml(`with:\n  aws-auth-refresh: aws sso login --profile ${profile}`),
]

/** The signature's time is off. */
export const CLOCK_WRONG: Advice = {
  explanation: "The runner's clock is wrong, so AWS does not accept its signatures.",
  fix: "Set the runner's clock (`timedatectl set-ntp true`), then run the job again.",
}

/** Keys that AWS does not know. */
export const KEYS_INVALID: Advice = {
  explanation: (_error, attempt) => {
    const profile = profileOf(attempt)
    const where = profile === undefined ? 'The keys of the environment' : `The keys of the AWS profile "${profile}"`
    return `${where} are not valid: deleted, wrong or incomplete (temporary keys need their AWS_SESSION_TOKEN), or of another partition than the region.`
  },
  fix: [
    'Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary keys, AWS_SESSION_TOKEN, all three from the same place. Better, do without keys:',
    ...ASSUME_ROLE,
  ],
}

function profileOf({ settings: { source } }: Attempt): string | undefined {
  return 'profile' in source ? source.profile : undefined
}
