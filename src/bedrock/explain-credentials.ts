import type { Row } from './explain-row.ts'

const ROLE = `  permissions:
    id-token: write
    contents: read
  ...
      with:
        role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME`

/** Credentials that Bedrock, or the SDK on its way there, does not take. */
export const CREDENTIALS_ROWS: readonly Row[] = [
  {
    row: 'B27',
    code: 'credentials-expired',
    says: /security token included in the request is expired|(bearer )?token (has|is) expired|SSO session .*(expired|invalid)/i,
    named: ['expiredtoken'],
    means: 'The credentials were good and have run out.',
    fix: [
      'Give this step the role itself, in the place of keys from elsewhere; its session is renewed while the job lives:',
      ROLE,
      'Or say how to get new ones: aws-auth-refresh for a profile, aws-credential-export for anything else. An API key (bedrock-api-key) must be made anew.',
    ].join('\n'),
  },
  {
    row: 'B26',
    code: 'credentials-invalid',
    says: /security token included in the request is invalid/i,
    named: ['unrecognizedclient', 'invalidclienttokenid'],
    means: 'AWS does not know these keys: mistyped, deleted, without their session token, or of another partition.',
    fix: (_fact, call) =>
      `Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for keys that begin with ASIA, AWS_SESSION_TOKEN from one set of credentials; or better a role:\n${ROLE}\nIf ${call.region} is an opt-in region, the account must have enabled it.`,
  },
  {
    row: 'B28',
    code: 'credentials-invalid',
    says: /request signature we calculated|signature expired|signature not yet current/i,
    named: [
      'invalidsignature',
      'signaturedoesnotmatch',
      'incompletesignature',
      'requestexpired',
      'requesttimetooskewed',
    ],
    means:
      "The signature is wrong: the secret key does not belong to the key id, the runner's clock is off, or a proxy changes requests.",
    fix: 'Check the value of AWS_SECRET_ACCESS_KEY, the clock (date -u), and that a proxy leaves headers and path as they are (NO_PROXY: .amazonaws.com).',
  },
  {
    row: 'B29',
    code: 'credentials-invalid',
    says: /make sure your API Key is valid|invalid (api key|bearer token)/i,
    means: 'The Bedrock API key is not valid here: mistyped, deleted, or made in another region.',
    fix: (_fact, call) =>
      [
        `Make a key in ${call.region} and store it as a secret of the repository:`,
        '  bedrock-api-key: ${{ secrets.BEDROCK_API_KEY }}',
        'Its user needs bedrock:CallWithBearerToken. A stray AWS_BEARER_TOKEN_BEDROCK in the environment must go.',
      ].join('\n'),
  },
  {
    row: 'B29 without a key',
    code: 'credentials-missing',
    says: /Authorization header is missing|missing authentication token/i,
    named: ['missingauthenticationtoken'],
    means: 'The request went out with no credentials at all.',
    fix: `Sign in, for instance with a role:\n${ROLE}\nWith a bedrock-api-key and claude-code-version 2.1.94 or 2.1.119, take another version: they drop the key.`,
  },
  {
    row: 'B31',
    code: 'credentials-missing',
    says: /credential resolve timed out/i,
    means:
      'Looking for credentials took too long: a credential_process or the metadata service of the machine does not answer.',
    fix: `Sign in with a role:\n${ROLE}\nor keep the SDK from asking the machine:\n  env:\n    AWS_EC2_METADATA_DISABLED: "true"`,
  },
  {
    row: 'B30',
    code: 'credentials-missing',
    says: /Could not load (AWS )?credentials|Unable to locate credentials/i,
    named: ['credentialsprovidererror'],
    means: 'No way of signing in was given, and the environment has no credentials.',
    fix: `Give one, for instance a role:\n${ROLE}`,
  },
]
