import { roleOf, type Advice, type Attempt } from './advice.ts'
import { parseRoleArn } from './role-arn.ts'
import { providerOf } from './trust-policy.ts'

const NO_CLAIMS = { issuer: 'https://token.actions.githubusercontent.com', audience: 'sts.amazonaws.com' }

/** GitHub's token service answered, but with no token. */
export function noToken(): Advice {
  return {
    meaning: 'GitHub gave no OIDC token, so the role cannot be assumed.',
    fix: 'See https://www.githubstatus.com, then run the job again. On a self-hosted runner behind a proxy, allow HTTPS to *.actions.githubusercontent.com.',
  }
}

/** STS could not fetch the keys that GitHub's tokens are signed with. */
export function keysOutOfReach({ claims, runner }: Attempt): Advice {
  const meaning =
    "AWS could not fetch the public keys of GitHub's OIDC provider to verify the token, also when asked again."
  if (runner.serverUrl === 'https://github.com') {
    return {
      meaning,
      fix: 'Run the job again. If it happens in a large matrix, lower `strategy.max-parallel`: AWS limits how often it asks.',
    }
  }
  const { issuer } = claims ?? NO_CLAIMS
  return {
    meaning,
    fix: `Let AWS reach the server from the internet: ${issuer}/.well-known/openid-configuration and the \`jwks_uri\` it names.`,
  }
}

/** The role's account does not know GitHub as an OIDC provider. */
export function noProvider({ settings, claims }: Attempt): Advice {
  const { issuer, audience } = claims ?? NO_CLAIMS
  const { account } = parseRoleArn(roleOf(settings))
  return {
    meaning: `Account ${account} does not have ${issuer} as an OIDC identity provider, so its roles cannot trust this job.`,
    fix: `Once, with administrator's credentials of account ${account} (no thumbprint is needed):

    aws iam create-open-id-connect-provider --url ${issuer} --client-id-list ${audience}

If there is one already, compare its URL with this one: a slash at its end makes it another provider.`,
  }
}

/** The OIDC provider in IAM is registered for other audiences. */
export function otherAudience({ settings, claims }: Attempt): Advice {
  const { issuer, audience } = claims ?? NO_CLAIMS
  const { partition, account } = parseRoleArn(roleOf(settings))
  return {
    meaning: `The OIDC provider of account ${account} does not accept tokens for the audience ${audience}.`,
    fix: `Add the audience to it:

    aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:${partition}:iam::${account}:oidc-provider/${providerOf(issuer)} --client-id ${audience}

or ask for one that it accepts:

    with:
      audience: ${partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'}`,
  }
}

/** A token that was fetched just now is too old for STS. */
export function tokenExpired(): Advice {
  return {
    meaning: 'AWS takes the OIDC token for expired, though each try used a fresh one.',
    fix: "Set the runner's clock (a self-hosted runner: `timedatectl set-ntp true`), then run the job again.",
  }
}

/** STS does not accept the token for a reason that has no row of its own. */
export function tokenRejected({ claims }: Attempt): Advice {
  const { issuer, audience } = claims ?? NO_CLAIMS
  return {
    meaning: `AWS does not accept the OIDC token of issuer ${issuer} for the audience ${audience}.`,
    fix: `Compare the OIDC provider in IAM with these two: \`aws iam list-open-id-connect-providers\`. Its URL must be ${issuer}, letter by letter, and its client ids must contain ${audience}.`,
  }
}
