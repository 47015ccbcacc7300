import type { Advice, Attempt } from './advice.ts'

const ASSUME_A_ROLE = `Let this step assume a role with GitHub's OIDC token:

    permissions:
      id-token: write
      contents: read
    ...
        with:
          role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME`

/** No source of the chain, or of the profile, has keys. */
export function noCredentials({ settings: { source } }: Attempt): Advice {
  const profile = profileOf(source)
  if (profile !== undefined) {
    return {
      meaning: `The AWS profile "${profile}" gives no credentials on this runner.`,
      fix: `Check the name and its settings where the job runs: \`aws configure list-profiles\` and \`aws sts get-caller-identity --profile ${profile}\`. The files are ~/.aws/config and ~/.aws/credentials of the runner's user, or what AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name.`,
    }
  }
  return {
    meaning:
      'There are no AWS credentials: none in the environment, no web identity token file, no container or instance role, and no input says how to get some.',
    fix: ASSUME_A_ROLE,
  }
}

/** The sign-in behind a profile (IAM Identity Center, `aws login`) has ended. */
export function signInExpired({ settings: { source } }: Attempt): Advice {
  const profile = profileOf(source) ?? 'default'
  return {
    meaning: `The sign-in of the AWS profile "${profile}" is missing or has expired.`,
    fix: `On the runner, sign in again: \`aws sso login --profile ${profile}\`. To have it done when needed:

    with:
      aws-auth-refresh: aws sso login --profile ${profile}`,
  }
}

/** Keys that were good once. */
export function keysExpired({ settings: { source } }: Attempt): Advice {
  return {
    meaning: 'The credentials have expired.',
    fix:
      profileOf(source) === undefined
        ? `Get them later: put the step that signs in right before this one. Or do without it, and have them renewed. ${ASSUME_A_ROLE}`
        : `Renew those of the profile. To have it done when needed:

    with:
      aws-auth-refresh: aws sso login --profile ${profileOf(source)}`,
  }
}

/** The signature's time is off. */
export function clockWrong(): Advice {
  return {
    meaning: "The runner's clock is wrong, so AWS does not accept its signatures.",
    fix: "Set the runner's clock (`timedatectl set-ntp true`), then run the job again.",
  }
}

/** Keys that AWS does not know. */
export function keysInvalid({ settings: { source } }: Attempt): Advice {
  const profile = profileOf(source)
  const where = profile === undefined ? 'The keys of the environment' : `The keys of the AWS profile "${profile}"`
  return {
    meaning: `${where} are not valid: deleted, wrong or incomplete (temporary keys need their AWS_SESSION_TOKEN), or of another partition than the region.`,
    fix: `Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary keys, AWS_SESSION_TOKEN anew, all three from the same place. Better, do without keys. ${ASSUME_A_ROLE}`,
  }
}

function profileOf(source: Attempt['settings']['source']): string | undefined {
  return 'profile' in source ? source.profile : undefined
}
