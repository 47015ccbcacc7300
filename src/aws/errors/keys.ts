import { ASSUME_ROLE } from '../../error-rules.ts'
import { shell, yaml, type Fix, type FixParts } from '../../errors.ts'
import { capitalized } from '../../text.ts'
import { isJustIssued, KEYS_TOO_NEW, type Attempt, type SignInRule } from '../types.ts'

const UNKNOWN = ['InvalidClientTokenId', 'UnrecognizedClient', 'InvalidAccessKeyId']
const NOT_SIGNED = ['SignatureDoesNotMatch', 'InvalidSignature', 'IncompleteSignature', 'MissingAuthenticationToken']

/** Keys that AWS does not accept. */
export const KEYS_RULES: readonly SignInRule[] = [
  {
    id: 'keys expired',
    match: [{ names: ['ExpiredToken', 'RequestExpired'] }],
    code: 'credentials-expired',
    explanation: (_error, attempt) => `${capitalized(keysOf(attempt))} have expired.`,
    fix: (_error, attempt) => {
      const profile = profileOf(attempt)
      if (profile !== undefined)
        return ['Renew those of the profile.', ...refreshedBy(`aws sso login --profile ${profile}`)]
      return [
        'Get them later: put the step that signs in right before this one. Or let this step assume the role itself, and renew its session:',
        ...ASSUME_ROLE,
      ]
    },
  },
  {
    id: 'clock wrong',
    match: [{ message: /Signature (expired|not yet current)/i }],
    code: 'credentials-invalid',
    explanation: "The runner's clock is wrong, so AWS does not accept its signatures.",
    fix: ["Compare the runner's clock, and set it:", shell('date -u\ntimedatectl set-ntp true')],
  },
  {
    id: 'keys issued moments ago',
    match: [{ names: UNKNOWN }],
    when: (_error, { keyAgeMs }) => isJustIssued(keyAgeMs),
    ...KEYS_TOO_NEW,
  },
  {
    id: 'keys invalid',
    match: [{ names: [...UNKNOWN, ...NOT_SIGNED] }],
    code: 'credentials-invalid',
    explanation: (_error, attempt) =>
      isIssued(attempt)
        ? `${capitalized(keysOf(attempt))} are not accepted. AWS issued them itself: they are of another partition than the region, their role was deleted, or its sessions were revoked.`
        : `${capitalized(keysOf(attempt))} are not valid: deleted, wrong or incomplete (temporary keys need their session token), or of another partition than the region.`,
    fix: (_error, attempt) => invalidFix(attempt),
  },
]

function invalidFix(attempt: Attempt): Fix {
  if (isIssued(attempt))
    return 'Check that the role is there and that its sessions were not revoked (a Deny with aws:TokenIssueTime in its policies), and that `aws-region` is of its partition.'
  if (attempt.origin === 'environment')
    return [
      'Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary keys, AWS_SESSION_TOKEN, all three from the same place. Better, do without keys:',
      ...ASSUME_ROLE,
    ]
  const profile = profileOf(attempt)
  if (profile !== undefined)
    return [
      'See where the profile takes its keys from, and correct or renew them there:',
      shell(`aws configure list --profile ${profile}\naws sts get-caller-identity --profile ${profile}`),
    ]
  return ['Correct the keys where they come from. Better, do without:', ...ASSUME_ROLE]
}

/** Whether AWS has issued the keys to this run itself. */
const isIssued = ({ keyAgeMs }: Attempt) => keyAgeMs !== undefined

const ORIGINS = {
  environment: 'the keys of the environment (AWS_ACCESS_KEY_ID and its like)',
  profile: 'the keys of the AWS profile',
  'web-identity': 'the keys of the web identity (AWS_ROLE_ARN)',
  container: 'the keys of the container (AWS_CONTAINER_CREDENTIALS_*)',
  instance: 'the keys of the instance role',
} as const

/** The keys in use, in words: the source that was really used. */
export function keysOf(attempt: Attempt): string {
  const { settings, origin, keyAgeMs } = attempt
  const { source } = settings
  if ('role' in source && (source.kind === 'oidc' || keyAgeMs !== undefined))
    return `the keys that AWS STS issued for ${source.role.arn}`
  const profile = profileOf(attempt)
  if (profile !== undefined) return `the keys of the AWS profile "${profile}"`
  return origin === undefined ? 'the credentials' : ORIGINS[origin]
}

/** The AWS profile in use, where it is one. */
export function profileOf({ settings: { source } }: Attempt): string | undefined {
  return 'profile' in source ? source.profile : undefined
}

/** How a command is run when credentials have expired. */
export function refreshedBy(command: string): FixParts {
  return ['To have it done when needed:', yaml(`with:\n  aws-auth-refresh: ${command}`)]
}
