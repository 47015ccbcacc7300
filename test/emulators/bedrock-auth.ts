import type { Account, Principal } from './aws-account.ts'
import { BEDROCK_ERRORS, BedrockRefusal, iamDenial, unauthenticated } from './bedrock-errors.ts'
import type { EmulatedRequest } from './http.ts'
import { checkSignature, type SignatureProblem } from './sigv4.ts'

/** Whose call it is and for which region; nobody's where no authentication is asked for. */
export interface Caller {
  readonly principal: Principal | undefined
  readonly region: string
}

export interface Guarded {
  readonly account: Account
  /** Regions answered for; what is not signed names none and is of the first. */
  readonly regions: readonly [string, ...string[]]
  readonly requireAuth: boolean
}

const SIGNATURE_TYPES: Readonly<Record<Exclude<SignatureProblem, 'missing'>, string>> = {
  incomplete: 'IncompleteSignatureException',
  'unknown-key': 'UnrecognizedClientException',
  expired: 'ExpiredTokenException',
  mismatch: 'InvalidSignatureException',
}

/** Checks the signature or the API key; throws the refusal that Bedrock gives. */
export function authenticate(request: EmulatedRequest, { account, regions, requireAuth }: Guarded): Caller {
  const here = regions[0]
  if (!requireAuth) return { principal: undefined, region: here }
  const [, apiKey] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? []
  if (apiKey !== undefined) return { principal: holderOf(account, apiKey), region: here }
  const check = checkSignature(request, { account, service: 'bedrock', regions })
  if (!('problem' in check)) return { principal: check.key.principal, region: check.region }
  if (check.problem === 'missing') throw new BedrockRefusal(BEDROCK_ERRORS.authorizationMissing)
  const error = unauthenticated(SIGNATURE_TYPES[check.problem], check.message)
  throw new BedrockRefusal(check.problem === 'incomplete' ? { ...error, status: 400 } : error)
}

function holderOf(account: Account, value: string): Principal {
  const key = account.apiKey(value)
  if (!key) throw new BedrockRefusal(BEDROCK_ERRORS.apiKeyInvalid)
  if (account.isOver(key)) throw new BedrockRefusal(BEDROCK_ERRORS.apiKeyExpired)
  authorize(account, key.principal, { action: 'bedrock:CallWithBearerToken', resource: '*', context: {} })
  return key.principal
}

/** Throws IAM's denial unless the principal may; nobody may do everything. */
export function authorize(
  account: Account,
  principal: Principal | undefined,
  wish: { readonly action: string; readonly resource: string; readonly context: Record<string, string | undefined> },
): void {
  const denial = principal && account.denialOf({ principal, ...wish })
  if (denial !== undefined) throw new BedrockRefusal(iamDenial(denial))
}
