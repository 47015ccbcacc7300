import type { Case } from './error-cases.ts'

/** Credentials that are not taken. */
export const credentialsCases: readonly Case[] = [
  {
    rule: 'B26',
    code: 'credentials-invalid',
    name: 'UnrecognizedClientException',
    status: 403,
    text: 'The security token included in the request is invalid.',
    fix: 'AWS_SESSION_TOKEN',
  },
  {
    rule: 'B26',
    code: 'credentials-invalid',
    text: 'AWS authentication failed · refresh your AWS credentials (SSO sign-in, access keys, API key or proxy token) and retry · API Error: 403 The security token included in the request is invalid.',
    fix: 'AWS_SECRET_ACCESS_KEY',
  },
  {
    rule: 'B27',
    code: 'credentials-expired',
    name: 'ExpiredTokenException',
    status: 403,
    text: 'The security token included in the request is expired',
    fix: 'role-to-assume: arn:aws:iam::',
  },
  {
    rule: 'B27',
    code: 'credentials-expired',
    text: 'AWS authentication failed · refresh your AWS credentials and retry · API Error: 403 {"message":"Bearer Token has expired"}',
    fix: 'bedrock-api-key',
  },
  {
    rule: 'B28',
    code: 'credentials-invalid',
    name: 'InvalidSignatureException',
    status: 403,
    text: 'The request signature we calculated does not match the signature you provided.',
    fix: 'date -u',
  },
  { rule: 'B28', code: 'credentials-invalid', name: 'IncompleteSignature', status: 400, text: '', fix: 'NO_PROXY' },
  { rule: 'B28', code: 'credentials-invalid', name: 'RequestExpired', status: 400, text: '', fix: 'clock' },
  {
    rule: 'B29',
    code: 'credentials-invalid',
    status: 403,
    text: '{"Message":"Authentication failed: Please make sure your API Key is valid."}',
    fix: 'bedrock-api-key: ${{ secrets.BEDROCK_API_KEY }}',
  },
  {
    rule: 'B29 without a key',
    code: 'credentials-missing',
    status: 403,
    text: '{"Message":"Authorization header is missing"}',
    fix: 'role-to-assume',
  },
  {
    rule: 'B30',
    code: 'credentials-missing',
    name: 'CredentialsProviderError',
    text: 'Could not load credentials from any providers',
    fix: 'id-token: write',
  },
  {
    rule: 'B30',
    code: 'credentials-missing',
    text: 'API Error: Could not load AWS credentials · Could not load credentials from any providers. Check or refresh your credentials.',
    fix: 'role-to-assume',
  },
  {
    rule: 'B31',
    code: 'credentials-missing',
    text: 'API Error: Could not load AWS credentials · AWS default-chain credential resolve timed out',
    fix: 'AWS_EC2_METADATA_DISABLED: "true"',
  },
]
