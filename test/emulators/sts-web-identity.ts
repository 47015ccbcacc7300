import { decodeJwt, errors, type JWTPayload } from 'jose'
import { providerName, type Account, type Role } from './aws-account.ts'
import { askPolicy } from './iam-policy.ts'
import { STS_ERRORS, StsRefusal } from './sts-errors.ts'

/** Whoever signs tokens; `verify` gives the claims of a good one and rejects with jose's error otherwise. */
export interface TokenIssuer {
  readonly issuer: string
  verify(token: string): Promise<Record<string, unknown>>
}

/** Claims of a verified token, and the provider that trusts them. */
export interface WebIdentity {
  readonly claims: Readonly<Record<string, unknown>>
  readonly providerArn: string
  /** The account's name of the provider, before the `:` in condition keys. */
  readonly provider: string
}

/**
 * Claims that STS shows to trust policies: `aud` and `sub` of any provider, the others of github.com only
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html, since 2026-01).
 */
const GITHUB_CLAIMS = [
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'workflow',
]

/** Checks a token as STS does, in its order: provider, signature, expiry, audience. */
export async function verifyWebIdentity(
  account: Account,
  issuer: TokenIssuer | undefined,
  token: string | null,
): Promise<WebIdentity> {
  const claimed = decode(token)
  const url = claimed.iss ?? ''
  const provider = account.providers.find((known) => known.url === url)
  if (!provider)
    throw new StsRefusal(STS_ERRORS.noProvider, `No OpenIDConnect provider found in your account for ${url}`)
  if (issuer?.issuer !== url) throw new StsRefusal(STS_ERRORS.keyNotRetrieved)
  const claims = await verified(issuer, token ?? '', claimed)
  const audiences = [claims.aud].flat().map(String)
  if (!audiences.some((audience) => provider.clientIds.includes(audience)))
    throw new StsRefusal(STS_ERRORS.wrongAudience)
  const name = providerName(url)
  return {
    claims,
    provider: name,
    providerArn: `arn:${account.partition}:iam::${account.id}:oidc-provider/${name}`,
  }
}

function decode(token: string | null): JWTPayload {
  try {
    return decodeJwt(token ?? '')
  } catch {
    throw new StsRefusal(STS_ERRORS.malformedToken)
  }
}

async function verified(issuer: TokenIssuer, token: string, { exp = 0 }: JWTPayload) {
  try {
    return await issuer.verify(token)
  } catch (error) {
    if (!(error instanceof errors.JWTExpired)) throw new StsRefusal(STS_ERRORS.badTokenSignature)
    const now = Math.floor(Date.now() / 1000)
    throw new StsRefusal(
      STS_ERRORS.tokenExpired,
      `Token expired: current date/time ${now} must be before the expiration date/time ${exp}`,
    )
  }
}

/** Whether the role's trust policy lets this identity in. */
export function trustsWebIdentity(role: Role, { claims, provider, providerArn }: WebIdentity): boolean {
  const visible = ['aud', 'sub', ...(provider === 'token.actions.githubusercontent.com' ? GITHUB_CLAIMS : [])]
  const answer = askPolicy(role.trustPolicy, {
    action: 'sts:AssumeRoleWithWebIdentity',
    principals: [`Federated:${providerArn}`],
    context: Object.fromEntries(
      visible
        .filter((claim) => claims[claim] !== undefined)
        .map((claim) => [`${provider}:${claim}`, [claims[claim]].flat().map(String)]),
    ),
  })
  return answer === 'allow'
}
