import { chain, CHAINING, oidc, PROFILE, sts, type Row } from './answers.ts'

const AWWI = 'Not authorized to perform sts:AssumeRoleWithWebIdentity'
const USER_DENIED =
  'User: arn:aws:sts::111122223333:assumed-role/first/run is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/ci/claude'

/** The answers to a token and to a role, in the words of GitHub and AWS. */
export const roleCases: readonly Row[] = [
  { id: 'E1', fact: oidc('NotOffered', 'no URL'), code: 'oidc-permission-missing', fix: 'id-token: write' },
  {
    id: 'E4, 5xx',
    fact: oidc('HTTP503', 'Service Unavailable', { status: 503 }),
    code: 'oidc-token-failed',
    retryable: true,
    fix: 'githubstatus',
  },
  {
    id: 'E4, 4xx',
    fact: oidc('HTTP401', 'Unauthorized', { status: 401 }),
    code: 'oidc-token-failed',
    fix: 'actions.githubusercontent.com',
  },
  {
    id: 'E4, connection',
    fact: oidc('ECONNRESET', 'socket hang up', { host: 'pipelines.actions.githubusercontent.com' }),
    code: 'network-unreachable',
    retryable: true,
    fix: 'pipelines.actions.githubusercontent.com',
  },
  {
    id: 'E5',
    fact: sts('AccessDenied', AWWI, { status: 403 }),
    code: 'role-not-assumable',
    fix: '"token.actions.githubusercontent.com:sub"',
  },
  {
    id: 'E5, suffix',
    fact: sts('AccessDeniedException', AWWI, { status: 403 }),
    code: 'role-not-assumable',
    fix: '"token.actions.githubusercontent.com:sub"',
  },
  {
    id: 'E5, Deny above',
    fact: sts('AccessDenied', `${AWWI} with an explicit deny in a service control policy`, { status: 403 }),
    code: 'explicitly-denied',
    fix: 'service control policy',
  },
  {
    id: 'E5, by keys',
    fact: sts('AccessDenied', USER_DENIED, { operation: 'AssumeRole', status: 403 }),
    code: 'role-not-assumable',
    fix: '"AWS": "arn:aws:iam::111122223333:role/first"',
    settings: CHAINING,
  },
  {
    id: 'E5, by a profile with a role',
    fact: chain(USER_DENIED, { name: 'AccessDenied', status: 403 }),
    code: 'role-not-assumable',
    fix: '"Resource": "arn:aws:iam::111122223333:role/ci/claude"',
    settings: PROFILE,
  },
  {
    id: 'E5, by a token file',
    fact: chain(AWWI, { name: 'AccessDenied', status: 403 }),
    code: 'role-not-assumable',
    fix: '"token.actions.githubusercontent.com:sub"',
    settings: PROFILE,
  },
  {
    id: 'E6',
    fact: sts(
      'InvalidIdentityToken',
      'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
    ),
    code: 'oidc-provider-missing',
    fix: 'aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com --client-id-list sts.amazonaws.com',
  },
  {
    id: 'E7',
    fact: sts('InvalidIdentityTokenException', 'Incorrect token audience'),
    code: 'oidc-audience-mismatch',
    fix: '--open-id-connect-provider-arn arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com --client-id sts.amazonaws.com',
  },
  {
    id: 'E8',
    fact: sts('InvalidIdentityToken', 'Couldn\u2019t retrieve verification key from your identity provider'),
    code: 'oidc-token-failed',
    retryable: true,
    fix: 'max-parallel',
  },
  {
    id: 'E9',
    fact: sts('IDPCommunicationError', 'The identity provider did not answer'),
    code: 'oidc-token-failed',
    retryable: true,
    fix: 'max-parallel',
  },
  {
    id: 'E10',
    fact: sts('ExpiredTokenException', 'Token expired: current date/time must be before the expiration date/time'),
    code: 'oidc-token-failed',
    retryable: true,
    fix: 'clock',
  },
  {
    id: 'E11',
    fact: sts('IDPRejectedClaim', 'The claim was rejected', { status: 403 }),
    code: 'oidc-token-failed',
    fix: 'list-open-id-connect-providers',
  },
  {
    id: 'E12',
    fact: sts('ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'),
    code: 'role-session-too-long',
    fix: 'aws iam update-role --role-name claude --max-session-duration 3600',
  },
  {
    id: 'E13',
    fact: sts(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      { operation: 'AssumeRole' },
    ),
    code: 'role-session-too-long',
    fix: 'leave out `role-chaining`',
    settings: CHAINING,
  },
  {
    id: 'E14',
    fact: sts('ValidationError', 'Request ARN is invalid'),
    code: 'input-invalid',
    fix: 'role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME',
  },
  {
    id: 'E15, size',
    fact: sts('PackedPolicyTooLarge', 'Packed size of session policy consumes 168% of allotted space'),
    code: 'input-invalid',
    fix: 'inline-session-policy',
  },
  {
    id: 'E15, form',
    fact: sts('MalformedPolicyDocumentException', 'Syntax errors in policy.'),
    code: 'input-invalid',
    fix: 'inline-session-policy',
  },
  { id: 'unknown', fact: sts('BrandNewError', 'Computer says no'), code: 'unexpected', fix: 'request id' },
  {
    id: 'tags of the caller take all the room',
    fact: sts('PackedPolicyTooLarge', 'Packed size of session tags consumes 112% of allotted space.', {
      operation: 'AssumeRole',
    }),
    code: 'role-not-assumable',
    fix: 'transitive-tag-keys',
    not: /inline-session-policy/,
    settings: CHAINING,
  },
  {
    id: 'tags and a session policy share the room',
    fact: sts('PackedPolicyTooLarge', 'Packed size of session tags consumes 101% of allotted space.', {
      operation: 'AssumeRole',
    }),
    code: 'input-invalid',
    fix: 'inline-session-policy',
    settings: { source: { ...CHAINING.source, role: { ...CHAINING.source.role, inlineSessionPolicy: '{}' } } },
  },
  {
    id: 'tags are denied',
    fact: sts('AccessDenied', USER_DENIED.replace('sts:AssumeRole', 'sts:TagSession'), {
      operation: 'AssumeRole',
      status: 403,
    }),
    code: 'role-not-assumable',
    fix: '"sts:TagSession"',
    settings: CHAINING,
  },
  {
    id: 'the source identity is denied: the denied action stands in the policies',
    fact: sts('AccessDenied', USER_DENIED.replace('sts:AssumeRole', 'sts:SetSourceIdentity'), {
      operation: 'AssumeRole',
      status: 403,
    }),
    code: 'role-not-assumable',
    fix: '"Action": "sts:SetSourceIdentity"',
    settings: CHAINING,
  },
  {
    id: 'a VPC endpoint denies a token its role',
    fact: sts(
      'AccessDenied',
      `${AWWI} because no VPC endpoint policy allows the sts:AssumeRoleWithWebIdentity action`,
      {
        status: 403,
      },
    ),
    code: 'explicitly-denied',
    fix: '"Principal": "*"',
    not: /The trust policy of/,
  },
  {
    id: 'a VPC endpoint denies the caller its identity',
    fact: sts(
      'AccessDenied',
      'User: arn:aws:sts::111122223333:assumed-role/claude/run is not authorized to perform: sts:GetCallerIdentity because no VPC endpoint policy allows the sts:GetCallerIdentity action',
      { operation: 'GetCallerIdentity', status: 403 },
    ),
    code: 'explicitly-denied',
    fix: '"Action": "sts:GetCallerIdentity"',
  },
  {
    id: 'a VPC endpoint denies keys a role',
    fact: sts('AccessDenied', `${USER_DENIED} because no VPC endpoint policy allows the sts:AssumeRole action`, {
      operation: 'AssumeRole',
      status: 403,
    }),
    code: 'explicitly-denied',
    fix: '"Action": "sts:AssumeRole"',
    settings: CHAINING,
  },
  {
    id: 'a VPC endpoint has a Deny',
    fact: sts('AccessDenied', `${USER_DENIED} with an explicit deny in a VPC endpoint policy`, {
      operation: 'AssumeRole',
      status: 403,
    }),
    code: 'explicitly-denied',
    fix: 'A Deny in a VPC endpoint policy',
    settings: CHAINING,
  },
]
