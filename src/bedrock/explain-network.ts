import type { Fact } from './explain-fact.ts'
import type { BedrockCall, Row } from './explain-row.ts'
import { dnsSuffixOf } from './models.ts'
import { nearbyRegions, servesBedrock } from './regions.ts'

const NETWORK = [
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPROTO',
  'ERR_HTTP2_STREAM_CANCEL',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]

/** What never reached Bedrock, or came back from something else. */
export const NETWORK_ROWS: readonly Row[] = [
  {
    row: 'region never given',
    code: 'region-missing',
    says: /^Region is missing/i,
    means: 'No region was given.',
    fix: '  aws-region: us-east-1   # or another region that serves Bedrock',
  },
  {
    row: 'B32',
    code: 'region-unsupported',
    says: /\bENOTFOUND\b/,
    named: ['enotfound'],
    when: (fact, call) => fact.status === undefined && isBedrockAway(fact, call),
    means: (_fact, call) =>
      servesBedrock(call.region)
        ? `The host of Bedrock in ${call.region} has no address here, though AWS lists the region: the runner's DNS does not know it.`
        : `${call.region} is not a region that serves Bedrock, so its host does not exist.`,
    fix: (_fact, call) =>
      servesBedrock(call.region)
        ? `Check DNS on the runner (nslookup bedrock-runtime.${call.region}.${dnsSuffixOf(call.region)}); it serves elsewhere too:\n${regionLines(call)}`
        : `Name a region that serves Bedrock:\n${regionLines(call)}`,
  },
  {
    row: 'B34 certificates',
    code: 'network-unreachable',
    says: /self[- ]signed certificate|unable to (verify|get) .*certificate|CERT_|certificate has expired/i,
    when: ({ status }) => status === undefined,
    means:
      'The connection was made, but its certificate is not one that the runner trusts: a proxy that looks inside TLS.',
    fix: 'Let the runner trust it:\n  env:\n    NODE_EXTRA_CA_CERTS: /path/to/the/authority.pem',
  },
  {
    row: 'B34',
    code: 'network-unreachable',
    says: new RegExp(
      `\\b(${NETWORK.join('|')})\\b|Connection dropped|Can't reach the API server|socket hang up|fetch failed`,
    ),
    named: [...NETWORK.map((name) => name.toLowerCase()), 'timeouterror'],
    when: ({ status }) => status === undefined,
    means: (fact, call) => `Nothing answered at ${hostOf(fact, call)}.`,
    fix: (fact, call) =>
      [
        `Let the runner reach ${hostOf(fact, call)} on port 443 (firewall, VPC endpoint), or go through a proxy:`,
        '  env:',
        '    HTTPS_PROXY: http://proxy.example.com:3128',
        'With ANTHROPIC_BEDROCK_BASE_URL or AWS_ENDPOINT_URL_BEDROCK_RUNTIME set, check that address.',
      ].join('\n'),
  },
  {
    row: 'B35',
    code: 'network-unreachable',
    says: /streaming response has content-type/i,
    means: 'Something between the runner and Bedrock rewrites the answers.',
    fix: 'Let the proxy or gateway pass application/vnd.amazon.eventstream through unchanged.',
  },
]

/** Whether the name that was not found is Bedrock's own; when the host is not known, the region must speak for it. */
function isBedrockAway({ host }: Fact, { region }: BedrockCall): boolean {
  if (host === undefined) return !servesBedrock(region)
  return /^bedrock[\w-]*\.[\w-]+\.(amazonaws\.|api\.aws$)/.test(host)
}

function hostOf({ host }: Fact, { region }: BedrockCall): string {
  return host ?? `bedrock-runtime.${region}.${dnsSuffixOf(region)}`
}

function regionLines({ region }: BedrockCall): string {
  return nearbyRegions(region)
    .map((near) => `  aws-region: ${near}`)
    .join('\n')
}
