import { dnsSuffixOf } from './bedrock/models.ts'
import { BEDROCK_REGIONS, nearbyRegions, servesBedrock } from './bedrock/regions.ts'
import type { ErrorRule } from './error-rules.ts'
import { ini, shell, yaml, type Fix, type FixParts, type ServiceError } from './errors.ts'
import { inputLine } from './fixes.ts'

/** What the network was used for; `region` is the AWS region of the call, where it was one. */
export interface NetworkContext {
  readonly region: string | undefined
}

/** What never reached a service, or came back from something in between: for every service the same. */
export const NETWORK_RULES: readonly ErrorRule<NetworkContext>[] = [
  {
    id: 'no region given',
    match: [{ message: /^Region is missing/i }],
    code: 'region-missing',
    explanation: 'No region was given.',
    fix: ['Name a region that serves Bedrock, for example:', yaml('with:\n  aws-region: us-east-1')],
  },
  {
    id: 'no such region',
    match: [
      { statuses: ['none'], message: /\bENOTFOUND\b/ },
      { statuses: ['none'], names: ['ENOTFOUND'] },
    ],
    when: isOfNoRegion,
    code: 'region-unsupported',
    explanation: ({ service }, { region = '' }) => {
      if (service === STS) return `AWS has no host for the region ${region}: most likely there is no such region.`
      return servesBedrock(region)
        ? `The host of Bedrock in ${region} has no address here, though AWS lists the region: the runner's DNS does not know it.`
        : `${region} is not a region that serves Bedrock, so its host does not exist.`
    },
    fix: ({ service }, { region = '' }) => {
      if (service === STS || !servesBedrock(region)) return otherRegions(region)
      const lookUp = shell(`nslookup bedrock-runtime.${region}.${dnsSuffixOf(region)}`)
      return [
        'Check DNS on the runner:',
        lookUp,
        'Bedrock is also served by:',
        inputLine('aws-region', nearbyRegions(region)),
      ]
    },
  },
  {
    id: 'certificate not trusted',
    match: [
      {
        statuses: ['none'],
        message: /self[- ]signed certificate|unable to (verify|get) .*certificate|CERT_|certificate has expired/i,
      },
      { statuses: ['none'], names: [/^(CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS_CERT)/] },
    ],
    code: 'network-unreachable',
    explanation:
      'The connection was made, but its certificate is not one that the runner trusts: most often a proxy that looks inside TLS.',
    fix: [
      'Let the runner trust the authority of the proxy:',
      yaml('env:\n  NODE_EXTRA_CA_CERTS: /path/to/the/authority.pem'),
    ],
  },
  {
    id: 'not connected',
    match: [
      {
        statuses: ['none'],
        message:
          /\b(ECONN(RESET|REFUSED|ABORTED)|ETIMEDOUT|EPIPE|EAI_AGAIN|E(HOST|NET)UNREACH|EPROTO|ERR_HTTP2_STREAM_CANCEL|UND_ERR_\w+)\b|Connection dropped|socket hang up|fetch failed/,
      },
      {
        statuses: ['none'],
        names: [
          /^(ECONN\w+|EPIPE|ETIMEDOUT|EAI_AGAIN|E(HOST|NET)(UNREACH|DOWN)|EPROTO|ERR_HTTP2_STREAM_CANCEL|UND_ERR_\w+|TimeoutError)$/,
        ],
      },
    ],
    code: 'network-unreachable',
    explanation: noConnection,
    fix: reachHost,
    retryable: true,
  },
  {
    id: 'no way there',
    match: [
      { statuses: ['none'], message: /\bENOTFOUND\b|Can't reach the API server/ },
      { statuses: ['none'], names: [/^(ENOTFOUND$|ERR_PROXY|ERR_TLS|ERR_SSL)/] },
    ],
    code: 'network-unreachable',
    explanation: noConnection,
    fix: reachHost,
  },
  {
    id: 'answer of something else',
    match: [{ message: /Deserialization error/ }],
    code: 'network-unreachable',
    explanation: noConnection,
    fix: reachHost,
    retryable: true,
  },
  {
    id: 'stream rewritten',
    match: [{ message: /streaming response has content-type/i }],
    code: 'network-unreachable',
    explanation: 'Something between the runner and Bedrock rewrites the answers.',
    fix: 'Let the proxy or gateway pass application/vnd.amazon.eventstream through unchanged.',
  },
]

const STS = 'AWS STS'
const GITHUB_OIDC = 'GitHub OIDC'
const BEDROCK = 'Amazon Bedrock'

/** Where a variable leads the calls of a service to another address. */
const ADDRESS_VARIABLES: Readonly<Record<string, string>> = {
  [STS]: 'AWS_ENDPOINT_URL_STS',
  [BEDROCK]: 'ANTHROPIC_BEDROCK_BASE_URL or AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
}

/** Whether the name that was not found is of a region that AWS does not have; where no host is known, the region decides. */
function isOfNoRegion({ service, host }: ServiceError, { region }: NetworkContext): boolean {
  if (region === undefined) return false
  if (host === undefined) return service === BEDROCK && !servesBedrock(region)
  if (/^bedrock[\w-]*\.[\w-]+\.(amazonaws\.|api\.aws$)/.test(host)) return true
  const stsRegion = /^sts\.([\w-]+)\.amazonaws\.com/.exec(host)?.[1]
  return stsRegion !== undefined && !BEDROCK_REGIONS.includes(stsRegion)
}

/** What to do about a region that does not serve Bedrock. */
export function otherRegions(region: string): FixParts {
  return [
    'Name a region that serves Bedrock:',
    inputLine('aws-region', nearbyRegions(region)),
    `They are ${BEDROCK_REGIONS.join(', ')}.`,
  ]
}

function noConnection(error: ServiceError, context: NetworkContext): string {
  return `The runner has no working connection to ${hostOf(error, context)}. This is about the network, not about permissions.`
}

function reachHost(error: ServiceError, context: NetworkContext): Fix {
  const variable = ADDRESS_VARIABLES[error.service]
  return [
    `Let the runner reach ${hostOf(error, context)} over HTTPS, port 443. Behind a proxy, set for the runner (the last one if it looks inside TLS):`,
    ini(
      'HTTPS_PROXY=http://PROXY:PORT\nNO_PROXY=127.0.0.1,localhost,169.254.169.254\nNODE_EXTRA_CA_CERTS=/path/of/the/proxy-ca.pem',
    ),
    variable === undefined
      ? ''
      : `In a VPC without internet, make an interface endpoint and set ${variable} to its URL; where it is set already, check that address.`,
  ]
}

function hostOf({ service, host }: ServiceError, { region }: NetworkContext): string {
  if (host !== undefined) return host
  if (service === GITHUB_OIDC) return '*.actions.githubusercontent.com'
  if (region === undefined) return `the host of ${service}`
  return service === BEDROCK ? `bedrock-runtime.${region}.${dnsSuffixOf(region)}` : `${service} of ${region}`
}
