import type { Case } from './explain-cases.ts'

/** Credentials that are not taken. */
export const credentialsCases: readonly Case[] = [
  {
    row: 'B26',
    code: 'credentials-invalid',
    name: 'UnrecognizedClientException',
    status: 403,
    says: 'The security token included in the request is invalid.',
    hint: 'AWS_SESSION_TOKEN',
  },
  {
    row: 'B26',
    code: 'credentials-invalid',
    says: 'AWS authentication failed · refresh your AWS credentials (SSO sign-in, access keys, API key or proxy token) and retry · API Error: 403 The security token included in the request is invalid.',
    hint: 'AWS_SECRET_ACCESS_KEY',
  },
  {
    row: 'B27',
    code: 'credentials-expired',
    name: 'ExpiredTokenException',
    status: 403,
    says: 'The security token included in the request is expired',
    hint: 'role-to-assume: arn:aws:iam::',
  },
  {
    row: 'B27',
    code: 'credentials-expired',
    says: 'AWS authentication failed · refresh your AWS credentials and retry · API Error: 403 {"message":"Bearer Token has expired"}',
    hint: 'bedrock-api-key',
  },
  {
    row: 'B28',
    code: 'credentials-invalid',
    name: 'InvalidSignatureException',
    status: 403,
    says: 'The request signature we calculated does not match the signature you provided.',
    hint: 'date -u',
  },
  { row: 'B28', code: 'credentials-invalid', name: 'IncompleteSignature', status: 400, says: '', hint: 'NO_PROXY' },
  { row: 'B28', code: 'credentials-invalid', name: 'RequestExpired', status: 400, says: '', hint: 'clock' },
  {
    row: 'B29',
    code: 'credentials-invalid',
    status: 403,
    says: '{"Message":"Authentication failed: Please make sure your API Key is valid."}',
    hint: 'bedrock-api-key: ${{ secrets.BEDROCK_API_KEY }}',
  },
  {
    row: 'B29 without a key',
    code: 'credentials-missing',
    status: 403,
    says: '{"Message":"Authorization header is missing"}',
    hint: 'role-to-assume',
  },
  {
    row: 'B30',
    code: 'credentials-missing',
    name: 'CredentialsProviderError',
    says: 'Could not load credentials from any providers',
    hint: 'id-token: write',
  },
  {
    row: 'B30',
    code: 'credentials-missing',
    says: 'API Error: Could not load AWS credentials · Could not load credentials from any providers. Check or refresh your credentials.',
    hint: 'role-to-assume',
  },
  {
    row: 'B31',
    code: 'credentials-missing',
    says: 'API Error: Could not load AWS credentials · AWS default-chain credential resolve timed out',
    hint: 'AWS_EC2_METADATA_DISABLED: "true"',
  },
]
