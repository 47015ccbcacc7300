import { isJustIssued, KEYS_TOO_NEW, type Session } from '../../aws/types.ts'
import { type ErrorPattern, ASSUME_ROLE } from '../../error-rules.ts'
import { yaml, type Fix } from '../../errors.ts'
import type { BedrockCall, BedrockRule, Caller } from '../types.ts'

const UNKNOWN_KEYS: readonly ErrorPattern[] = [
  { message: /security token included in the request is invalid/i },
  { names: ['UnrecognizedClient', 'InvalidClientTokenId'] },
]

const WITHOUT_AUTHORIZATION: readonly ErrorPattern[] = [
  { message: /Authorization header is missing|missing authentication token/i },
  { names: ['MissingAuthenticationToken'] },
]

const API_KEY = yaml('with:\n  bedrock-api-key: ${{ secrets.BEDROCK_API_KEY }}')
const NEW_API_KEY: Fix = ['Make a new key and store it as a secret of the repository:', API_KEY]

/** Credentials that Bedrock, or the AWS SDK on its way there, does not accept. */
export const CREDENTIALS_RULES: readonly BedrockRule[] = [
  {
    id: 'B27',
    match: [
      { message: /token included in the request is expired|token (has|is) expired|SSO session .*(expired|invalid)/i },
      { names: ['ExpiredToken'] },
    ],
    code: 'credentials-expired',
    explanation: (_error, call) => `${whose(call)} were valid and have expired.`,
    fix: (_error, { caller }) => {
      if (caller?.kind === 'bearer') return NEW_API_KEY
      if (caller?.isRenewable === true)
        return "This step renews them, and that gave none that last. Compare the runner's clock (date -u), and look at the lines about signing in above."
      return [
        'Let this step assume the role itself, in the place of keys from elsewhere; it renews that session for as long as the job runs:',
        ...ASSUME_ROLE,
        'Or say how to get new ones: `aws-auth-refresh` for a profile, `aws-credential-export` for anything else. An API key (`bedrock-api-key`) has to be replaced by a new one.',
      ]
    },
  },
  {
    id: 'B26 moments ago',
    match: UNKNOWN_KEYS,
    when: (_error, { caller }) => caller?.kind === 'keys' && isJustIssued(caller.keyAgeMs),
    ...KEYS_TOO_NEW,
  },
  {
    id: 'B26',
    match: UNKNOWN_KEYS,
    code: 'credentials-invalid',
    explanation: (_error, call) =>
      call.caller?.kind === 'keys'
        ? `AWS does not accept the keys of ${call.caller.arn}: they were deleted or revoked, or are of another partition than ${call.region}.`
        : call.caller?.kind === 'bearer'
          ? 'AWS does not know this Bedrock API key: mistyped, deleted, or of another partition.'
          : 'AWS does not know these keys: mistyped, deleted, without their session token, or of another partition.',
    fix: (_error, call) => {
      if (call.caller?.kind === 'bearer') return NEW_API_KEY
      const region = `If ${call.region} is an opt-in region, the account must have enabled it.`
      if (call.caller?.kind === 'keys')
        return [
          call.caller.isRenewable
            ? 'Check that the role is there and that its sessions were not revoked (a Deny with aws:TokenIssueTime in its policies).'
            : 'Replace the keys where they come from.',
          region,
        ]
      return [
        'Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for keys that begin with ASIA, AWS_SESSION_TOKEN from one set of credentials. Better, assume a role:',
        ...ASSUME_ROLE,
        region,
      ]
    },
  },
  {
    id: 'B28',
    match: [
      { message: /request signature we calculated|signature expired|signature not yet current/i },
      {
        names: ['InvalidSignature', 'SignatureDoesNotMatch', 'IncompleteSignature', /^Request(Expired|TimeTooSkewed)/i],
      },
    ],
    code: 'credentials-invalid',
    explanation: (_error, { caller }) =>
      caller?.kind === 'keys' && caller.isRenewable
        ? "The signature is wrong: the runner's clock is off, or a proxy changes requests."
        : "The signature is wrong: the secret key does not belong to the key id, the runner's clock is off, or a proxy changes requests.",
    fix: (_error, { caller }) => {
      const key =
        caller === undefined
          ? 'the value of AWS_SECRET_ACCESS_KEY, '
          : caller.kind === 'keys' && !caller.isRenewable
            ? 'that the secret key is the one of the key id, '
            : ''
      return `Check ${key}the clock (date -u), and that a proxy leaves headers and path as they are (NO_PROXY: .amazonaws.com).`
    },
  },
  {
    id: 'B29',
    match: [{ message: /make sure your API Key is valid|invalid (api key|bearer token)/i }],
    code: 'credentials-invalid',
    explanation: 'The Bedrock API key is not valid here: mistyped, deleted, or made in another region.',
    fix: (_error, call) => [
      `Make a key in ${call.region} and store it as a secret of the repository:`,
      API_KEY,
      'Its user needs bedrock:CallWithBearerToken. A stray AWS_BEARER_TOKEN_BEDROCK in the environment must go.',
    ],
  },
  {
    id: 'B29 on the way',
    match: WITHOUT_AUTHORIZATION,
    when: (_error, { caller }) => caller !== undefined,
    code: 'credentials-missing',
    title: () => 'The request lost its authorization on its way to AWS.',
    explanation:
      'It was sent with an Authorization header, and arrived without: a proxy or gateway on the way took it off.',
    fix: 'Let the proxy pass headers as they are, or go past it (NO_PROXY: .amazonaws.com).',
  },
  {
    id: 'B29 without a key',
    match: WITHOUT_AUTHORIZATION,
    code: 'credentials-missing',
    explanation: 'The request went out without credentials.',
    fix: [
      'Sign in, for instance with a role:',
      ...ASSUME_ROLE,
      'With a `bedrock-api-key` and claude-code-version 2.1.94 or 2.1.119, take another version: they drop the key.',
    ],
  },
  {
    id: 'B31',
    match: [{ message: /credential resolve timed out/i }],
    code: 'credentials-missing',
    explanation:
      'Looking for credentials took too long: a credential_process or the metadata service of the machine does not answer.',
    fix: [
      'Sign in with a role:',
      ...ASSUME_ROLE,
      'or keep the SDK from asking the machine:',
      yaml('env:\n  AWS_EC2_METADATA_DISABLED: "true"'),
    ],
  },
  {
    id: 'B30',
    match: [
      { message: /Could not load (AWS )?credentials|Unable to locate credentials/i },
      { names: ['CredentialsProviderError'] },
    ],
    code: 'credentials-missing',
    explanation: 'No way of signing in was given, and the environment has no credentials.',
    fix: ['Give one, for instance a role:', ...ASSUME_ROLE],
  },
]

function whose({ caller }: BedrockCall): string {
  if (caller === undefined) return 'The credentials'
  return caller.kind === 'bearer' ? 'The rights of the Bedrock API key' : `The keys of ${caller.arn}`
}

/** Who calls with a session; without `now`, in milliseconds since 1970, the keys count as not new. */
export function callerOf(session: Session, now?: number): Caller {
  if (session.kind === 'bearer') return { kind: 'bearer' }
  const { arn, renewable, issuedAt } = session
  const keyAgeMs = issuedAt === undefined || now === undefined ? undefined : now - issuedAt
  return { kind: 'keys', arn, isRenewable: renewable, keyAgeMs }
}
