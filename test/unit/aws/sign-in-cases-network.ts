import { PROXY_ANSWER } from '../../../src/errors.ts'
import { chain, oidc, PROFILE, sts, type Row } from './answers.ts'

const silent = { status: undefined, requestId: undefined, host: 'sts.us-east-1.amazonaws.com' }
const tunnel = (status: string) =>
  `Failed to establish tunnel to sts.us-east-1.amazonaws.com:443 via http://127.0.0.1:3128: HTTP/1.1 ${status}`
const row = (id: string, fact: Row['fact'], rest: Pick<Row, 'fix' | 'not' | 'retryable'>): Row => ({
  ...{ id, fact, code: 'network-unreachable' },
  ...rest,
})

/** What never reached STS or GitHub, or came back from something in between. */
export const networkCases: readonly Row[] = [
  row('no region', sts('Error', 'Region is missing', silent), { fix: 'aws-region: us-east-1' }),
  row('a proxy refuses the tunnel', sts('ERR_PROXY_TUNNEL', tunnel('403 Forbidden'), silent), { fix: 'NO_PROXY' }),
  row('a proxy wants a password', sts('ERR_PROXY_TUNNEL', tunnel('407 Proxy Authentication Required'), silent), {
    fix: 'HTTPS_PROXY: http://${{ secrets.PROXY_USER }}',
  }),
  row('a proxy cannot connect', sts('ERR_PROXY_TUNNEL', tunnel('502 Bad Gateway'), silent), {
    fix: 'could not connect to sts.us-east-1.amazonaws.com',
    retryable: true,
  }),
  row('a proxy answers with a page', sts(PROXY_ANSWER, 'Unknown', { status: 403 }), { fix: 'is not from sts' }),
  row('a proxy answers with a page of its own for a password', sts(PROXY_ANSWER, 'Unknown', { status: 407 }), {
    fix: 'wants to know who asks',
  }),
  row('a captive page', sts('IncompleteAnswer', 'The answer lacks what was asked for', { status: undefined }), {
    fix: 'is not from sts.us-east-1.amazonaws.com',
  }),
  row(
    'a page in place of a token',
    oidc(PROXY_ANSWER, 'Failed request: (403)', { status: 403, host: 'x.actions.githubusercontent.com' }),
    {
      fix: 'x.actions.githubusercontent.com',
      not: /githubstatus/,
    },
  ),
  row(
    'a page in place of the SSO portal',
    chain("Unexpected token '<', is not valid JSON\n  Deserialization error: to see the raw response", {
      causeName: 'SyntaxError',
    }),
    {
      fix: 'is a page',
    },
  ),
  row(
    'an answer that is cut off',
    chain('Unexpected end of JSON input\n  Deserialization error: to see the raw response', {
      causeName: 'SyntaxError',
    }),
    {
      fix: 'HTTPS_PROXY',
      retryable: true,
    },
  ),
  row(
    'a certificate for another name',
    sts(
      'ERR_TLS_CERT_ALTNAME_INVALID',
      "Hostname/IP does not match certificate's altnames: Host: sts.us-east-1.amazonaws.com. is not in the cert's altnames: DNS:vpce.example.com",
      silent,
    ),
    {
      fix: 'private DNS',
    },
  ),
  row('a certificate from the future', sts('CERT_NOT_YET_VALID', 'certificate is not yet valid', silent), {
    fix: 'timedatectl',
  }),
  row('a certificate of the past', sts('CERT_HAS_EXPIRED', 'certificate has expired', silent), { fix: 'clock' }),
  row(
    'TLS to a plain port',
    sts(
      'EPROTO',
      'write EPROTO 00:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../x.c:77:',
      silent,
    ),
    {
      fix: 'scheme and the port',
    },
  ),
  row('TLS of another kind', sts('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tlsv1 alert protocol version', silent), {
    fix: 'scheme and the port',
  }),
  row('no HTTP', sts('HPE_INVALID_CONSTANT', 'Parse Error: Expected HTTP/, RTSP/ or ICE/', silent), {
    fix: 'scheme and the port',
  }),
  row('a DNS server that fails', sts('EAI_FAIL', 'getaddrinfo EAI_FAIL sts.us-east-1.amazonaws.com', silent), {
    fix: 'HTTPS_PROXY',
    retryable: true,
  }),
  row('a network that is down', sts('ENETDOWN', 'connect ENETDOWN 10.0.0.1:443', silent), {
    fix: 'HTTPS_PROXY',
    retryable: true,
  }),
  {
    ...row('an authority that nobody trusts', chain('unable to get local issuer certificate', { causeName: 'Error' }), {
      fix: 'NODE_EXTRA_CA_CERTS',
    }),
    settings: PROFILE,
  },
  row('a stream that is rewritten', sts('Error', 'Bedrock streaming response has content-type "text/plain"', silent), {
    fix: 'unchanged',
  }),
].map((each) => (each.id === 'no region' ? { ...each, code: 'region-missing' } : each))
