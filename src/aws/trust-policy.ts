import type { IdTokenClaims } from './id-token-claims.ts'

/** The issuer of the tokens that github.com gives. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com'

/**
 * The trust policy under which `roleArn` lets in a job whose token has these claims, with the `sub` exactly as seen, in
 * either of its forms. `repository_id` pins the repository too, where STS knows that claim (github.com, since 2026-01):
 * a name can be taken over, an id cannot.
 */
export function trustPolicyFor({ issuer, audience, subject, repositoryId }: IdTokenClaims, roleArn: string) {
  const id = issuer === GITHUB_ISSUER && repositoryId !== undefined ? { repository_id: repositoryId } : {}
  return trust(issuer, parseRoleArn(roleArn), { aud: audience, sub: subject, ...id })
}

/** A role's trust policy, as IAM takes it: it lets in who has a token of the OIDC provider with one of these values for each claim. */
export function trust(
  issuer: string,
  { partition, account }: Pick<RoleArn, 'partition' | 'account'>,
  claims: Readonly<Record<string, string | readonly string[]>>,
) {
  const provider = providerOf(issuer)
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: Object.fromEntries(
            Object.entries(claims).map(([claim, value]) => [`${provider}:${claim}`, value]),
          ),
        },
      },
    ],
  }
}

/** IAM's name of an OIDC provider: its URL without the scheme. */
export const providerOf = (issuer: string) => issuer.replace(/^https:\/\//, '')

/** The parts of an IAM role's ARN. */
export interface RoleArn {
  /** `aws`, `aws-cn`, `aws-us-gov`, ... */
  readonly partition: string
  readonly account: string
  /** Without its path. */
  readonly name: string
}

/** Takes a role's ARN apart; parts of a malformed one are words to fill in. */
export function parseRoleArn(arn: string): RoleArn {
  const match = /^arn:([\w-]+):iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn)
  return { partition: match?.[1] ?? 'aws', account: match?.[2] ?? 'ACCOUNT_ID', name: match?.[3] ?? 'ROLE_NAME' }
}
