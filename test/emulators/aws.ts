import { awsAccount, webIdentityTrust, type Account, type AccountOptions } from './aws-account.ts'
import { bedrock, type Bedrock, type BedrockOptions } from './bedrock.ts'
import { serve, type Serving } from './http.ts'
import type { TokenIssuer } from './sts-web-identity.ts'
import { sts, type Sts } from './sts.ts'

export interface AwsOptions extends AccountOptions, Partial<Omit<BedrockOptions, 'account'>> {
  /** Who signs web identity tokens; the account trusts it as OIDC provider unless `providers` says otherwise. */
  readonly issuer?: TokenIssuer
}

/** STS and Bedrock for one account, on one loopback server. */
export interface Aws extends Serving {
  /** Points clients here; holds no credentials. */
  readonly env: Readonly<Record<string, string>>
  readonly account: Account
  readonly sts: Sts
  readonly bedrock: Bedrock
}

/** Without `roles`, the account has a role `claude` that trusts the issuer's tokens of repositories of `octo-org`. */
export async function startAws(options: AwsOptions = {}): Promise<Aws> {
  const { issuer, regions = ['us-east-1'] } = options
  const account = awsAccount({ ...trusting(issuer, options), ...options })
  const sessions = sts({ account, regions, issuer })
  const models = bedrock({ ...options, account, regions })
  const server = await serve(sessions.handler, models.handler)
  const env = {
    AWS_ENDPOINT_URL_STS: server.url,
    AWS_ENDPOINT_URL_BEDROCK: server.url,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: server.url,
    ANTHROPIC_BEDROCK_BASE_URL: server.url,
  }
  return { ...server, env, account, sts: sessions, bedrock: models }
}

function trusting(issuer: TokenIssuer | undefined, { id }: AccountOptions): AccountOptions {
  if (!issuer) return {}
  const trustPolicy = webIdentityTrust({
    issuer: issuer.issuer,
    ...(id !== undefined && { account: id }),
    stringEquals: { aud: 'sts.amazonaws.com' },
    stringLike: { sub: ['repo:octo-org/*', 'repo:octo-org@*/*'] },
  })
  return {
    providers: [{ url: issuer.issuer, clientIds: ['sts.amazonaws.com'] }],
    roles: [{ name: 'claude', trustPolicy }],
  }
}
