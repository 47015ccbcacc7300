import type { IdTokenClaims } from './id-token-claims.ts'
import { parseRoleArn } from './role-arn.ts'

const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com'

/** A role's trust policy that lets in one kind of GitHub job, as IAM takes it. */
export interface TrustPolicy {
  readonly Version: '2012-10-17'
  readonly Statement: readonly TrustStatement[]
}

/** The statement that trusts GitHub's OIDC provider under conditions on the token's claims. */
export interface TrustStatement {
  readonly Effect: 'Allow'
  readonly Principal: { readonly Federated: string }
  readonly Action: 'sts:AssumeRoleWithWebIdentity'
  readonly Condition: { readonly StringEquals: Readonly<Record<string, string>> }
}

/**
 * The trust policy under which `roleArn` lets in a job whose token has these claims, with the `sub` exactly as seen, in
 * either of its forms. `repository_id` pins the repository too, where STS knows that claim (github.com, since 2026-01):
 * a name can be taken over, an id cannot.
 */
export function trustPolicyFor(claims: IdTokenClaims, roleArn: string): TrustPolicy {
  const provider = providerOf(claims.issuer)
  const { partition, account } = parseRoleArn(roleArn)
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            [`${provider}:aud`]: claims.audience,
            [`${provider}:sub`]: claims.subject,
            ...(claims.issuer === GITHUB_ISSUER &&
              claims.repositoryId !== undefined && { [`${provider}:repository_id`]: claims.repositoryId }),
          },
        },
      },
    ],
  }
}

/** IAM's name of an OIDC provider: its URL without the scheme. */
export function providerOf(issuer: string): string {
  return issuer.replace(/^https:\/\//, '')
}
