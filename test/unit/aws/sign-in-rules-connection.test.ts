import { expect, test } from '@jest/globals'

import { fixText, ServiceError } from '../../../src/errors.ts'
import { chain, CHAIN, explained, identityOf, PROFILE, sts, type Row } from './answers.ts'

// The answers to credentials, and what the network, the region and the load on a service do.
const rows: Row[] = [
  {
    id: 'E3',
    fact: chain('Could not load credentials from any providers'),
    code: 'credentials-missing',
    fix: 'role-to-assume:',
    settings: CHAIN,
  },
  {
    id: 'E3, profile',
    fact: chain('Could not resolve credentials using profile: [dev] in configuration/credentials file(s).'),
    code: 'credentials-missing',
    fix: 'aws sts get-caller-identity --profile dev',
    settings: PROFILE,
  },
  {
    id: 'E3, token file',
    fact: chain("ENOENT: no such file or directory, open '/var/run/token'", { name: 'ENOENT' }),
    code: 'credentials-missing',
    fix: 'role-to-assume:',
    settings: CHAIN,
  },
  {
    id: 'E16',
    fact: sts('RegionDisabledException', 'STS is not activated in this region for account:111122223333.', {
      status: 403,
    }),
    code: 'region-unsupported',
    fix: 'eu-central-1',
    settings: { region: 'eu-south-2' },
  },
  {
    id: 'E17, no such region',
    fact: sts('ENOTFOUND', 'getaddrinfo ENOTFOUND sts.us-esat-1.amazonaws.com', {
      status: undefined,
      host: 'sts.us-esat-1.amazonaws.com',
    }),
    code: 'region-unsupported',
    fix: 'us-east-1',
    settings: { region: 'us-esat-1' },
  },
  {
    id: 'E17, no DNS',
    fact: sts('ENOTFOUND', 'getaddrinfo ENOTFOUND sts.us-east-1.amazonaws.com', {
      status: undefined,
      host: 'sts.us-east-1.amazonaws.com',
    }),
    code: 'network-unreachable',
    fix: 'AWS_ENDPOINT_URL_STS',
  },
  {
    id: 'E17, refused',
    fact: sts('ECONNREFUSED', 'connect ECONNREFUSED 10.0.0.7:443', { status: undefined, host: '10.0.0.7' }),
    code: 'network-unreachable',
    retryable: true,
    fix: 'HTTPS_PROXY',
  },
  {
    id: 'E17, timeout',
    fact: identityOf('TimeoutError', 'the request socket did not establish a connection', { status: undefined }),
    code: 'network-unreachable',
    retryable: true,
    fix: 'AWS STS of us-east-1',
  },
  {
    id: 'E17, proxy that opens TLS',
    fact: sts('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain', { status: undefined }),
    code: 'network-unreachable',
    fix: 'NODE_EXTRA_CA_CERTS',
  },
  {
    id: 'E17, proxy that refuses',
    fact: sts('ERR_PROXY_TUNNEL', 'Failed to establish tunnel: HTTP/1.1 407', { status: undefined }),
    code: 'network-unreachable',
    fix: 'HTTPS_PROXY',
  },
  {
    id: 'throttled',
    fact: sts('ThrottlingException', 'Rate exceeded'),
    code: 'throttled',
    retryable: true,
    fix: 'max-parallel',
  },
  {
    id: 'throttled by status',
    fact: identityOf('SomethingNew', 'Slow down', { status: 429 }),
    code: 'throttled',
    retryable: true,
    fix: 'max-parallel',
  },
  {
    id: '5xx',
    fact: identityOf('InternalFailure', 'We encountered an internal error', { status: 500 }),
    code: 'service-unavailable',
    retryable: true,
    fix: 'health.aws.amazon.com',
  },
  {
    id: 'keys expired',
    fact: identityOf('ExpiredToken', 'The security token included in the request is expired'),
    code: 'credentials-expired',
    fix: 'role-to-assume:',
    settings: CHAIN,
  },
  {
    id: 'keys of a profile expired',
    fact: identityOf('ExpiredTokenException', 'The security token included in the request is expired'),
    code: 'credentials-expired',
    fix: 'aws-auth-refresh: aws sso login --profile dev',
    settings: PROFILE,
  },
  {
    id: 'SSO sign-in expired',
    fact: chain(
      'The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login with the corresponding profile.',
    ),
    code: 'credentials-expired',
    fix: 'aws-auth-refresh: aws sso login --profile dev',
    settings: PROFILE,
  },
  {
    id: 'keys unknown',
    fact: identityOf('InvalidClientTokenId', 'The security token included in the request is invalid.'),
    code: 'credentials-invalid',
    fix: 'AWS_SESSION_TOKEN',
    settings: CHAIN,
  },
  {
    id: 'secret wrong',
    fact: identityOf('SignatureDoesNotMatch', 'The request signature we calculated does not match'),
    code: 'credentials-invalid',
    fix: 'AWS_SECRET_ACCESS_KEY',
    settings: CHAIN,
  },
  {
    id: 'clock wrong',
    fact: identityOf(
      'SignatureDoesNotMatch',
      'Signature expired: 20261122T100000Z is now earlier than 20261122T110000Z',
    ),
    code: 'credentials-invalid',
    fix: 'clock',
    settings: CHAIN,
  },
]

test.each(rows)('$id: $code', ({ fact, code, retryable = false, fix, settings }) => {
  const failure = explained(fact, { settings })
  expect(failure.code).toBe(code)
  expect(failure.message).toContain(fact.message)
  expect(fixText(failure.fix)).toContain(fix)
  expect(failure.cause).toBeInstanceOf(ServiceError)
  expect(failure.retryable).toBe(retryable)
})
