import { BEDROCK_REGIONS, nearbyRegions, servesBedrock } from './bedrock/models.ts'
import { dnsSuffixOf } from './endpoints.ts'
import { type ErrorPattern, type ErrorRule, inputLine } from './error-rules.ts'
import { ini, PROXY_ANSWER, shell, yaml, type FixParts, type ServiceError } from './errors.ts'

/** What the network was used for; `region` is the AWS region of the call, where it was one. */
export interface NetworkContext {
  readonly region: string | undefined
}

const UNREACHABLE: readonly Omit<ErrorRule<NetworkContext>, 'code'>[] = [
  {
    id: 'proxy wants credentials',
    match: [{ message: /Failed to establish tunnel.* 407\b/ }, { names: [PROXY_ANSWER], statuses: [407] }],
    explanation: (error, context) =>
      `The proxy on the way to ${hostOf(error, context)} wants to know who asks (HTTP 407).`,
    fix: [
      'Give the proxy its user and password, for the runner or for the step:',
      yaml(
        'env:\n  HTTPS_PROXY: http://${{ secrets.PROXY_USER }}:${{ secrets.PROXY_PASSWORD }}@proxy.example.com:3128',
      ),
    ],
  },
  {
    id: 'proxy fails',
    match: [{ message: /Failed to establish tunnel.* (408|429|5\d\d)\b/ }],
    explanation: (error, context) => `The proxy could not connect to ${hostOf(error, context)}.`,
    fix: reachHost,
    retryable: true,
  },
  {
    id: 'proxy refuses',
    match: [
      { message: /Failed to establish tunnel/ },
      { names: [/^ERR_PROXY_/] },
      { names: [PROXY_ANSWER], statuses: ['none', 200, 401, 402, 403, 405, 406, 451] },
      { names: ['IncompleteAnswer'] },
    ],
    explanation: (error, context) =>
      `This answer is not from ${hostOf(error, context)}: a proxy or gateway on the way does not let the call through. Permissions in AWS do not matter here.`,
    fix: (error, context) => [
      `Let the proxy or firewall pass HTTPS to ${hostOf(error, context)}, or name the host in NO_PROXY where it can be reached without.`,
      ...otherAddress(error),
    ],
  },
  {
    id: 'clock or certificate out of date',
    match: unanswered(/certificate (has expired|is not yet valid)/i, ['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED']),
    explanation: (error, context) =>
      `By the runner's clock the certificate of ${hostOf(error, context)} is not valid now: the clock is wrong, or a proxy presents an old certificate.`,
    fix: ['Compare the time, and set it:', shell('date -u\ntimedatectl set-ntp true')],
  },
  {
    id: 'certificate for another name',
    match: unanswered(/does not match certificate's altnames/i, ['ERR_TLS_CERT_ALTNAME_INVALID']),
    explanation: (error, context) =>
      `Whoever answers at ${hostOf(error, context)} shows a certificate for another name: a VPC endpoint without private DNS, a captive page, or a proxy.`,
    fix: (error) => [
      'Address the endpoint by the name in its certificate, and let the name lead to it (private DNS of the VPC endpoint).',
      ...otherAddress(error),
    ],
  },
  {
    id: 'certificate not trusted',
    match: unanswered(/self[- ]signed certificate|unable to (verify|get) .*certificate/i, [
      /^(CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS_CERT|HOSTNAME_MISMATCH)/,
    ]),
    explanation:
      'The connection was made, but its certificate is not one that the runner trusts: most often a proxy that looks inside TLS.',
    fix: [
      'Let the runner trust the authority of the proxy:',
      yaml('env:\n  NODE_EXTRA_CA_CERTS: /path/to/the/authority.pem'),
    ],
  },
  {
    id: 'another protocol',
    match: unanswered(/wrong version number|SSL routines|packet length too long|^Parse Error: /, [
      /^(ERR_(SSL|TLS)|HPE)_/,
    ]),
    explanation: (error, context) =>
      `What answers at ${hostOf(error, context)} does not speak HTTP or TLS as expected.`,
    fix: (error) => [
      'Check the scheme and the port: an http:// address for a plain port, https:// for TLS; HTTPS_PROXY itself mostly is an http:// address.',
      ...otherAddress(error),
    ],
  },
  {
    id: 'not connected',
    match: unanswered(
      /\b(ECONN(RESET|REFUSED|ABORTED)|ETIMEDOUT|EPIPE|EAI_\w+|E(HOST|NET)UNREACH|EPROTO|ERR_HTTP2_STREAM_CANCEL|UND_ERR_\w+)\b|Connection dropped|socket hang up|fetch failed/,
      [
        /^(ECONN\w+|EPIPE|ETIMEDOUT|EAI_\w+|E(HOST|NET)(UNREACH|DOWN)|EPROTO|ERR_HTTP2_STREAM_CANCEL|UND_ERR_\w+|TimeoutError)$/,
      ],
    ),
    explanation: noConnection,
    fix: reachHost,
    retryable: true,
  },
  {
    id: 'no such host',
    match: unanswered(/\bENOTFOUND\b|Can't reach the API server/, ['ENOTFOUND']),
    explanation: noConnection,
    fix: reachHost,
  },
  {
    id: 'answer cut off',
    match: [{ message: /Deserialization error/ }],
    when: ({ message }) => !isPage(message),
    explanation: noConnection,
    fix: reachHost,
    retryable: true,
  },
  {
    id: 'page in place of an answer',
    match: [{ message: /Deserialization error/ }],
    explanation: (error, context) =>
      `The answer is a page, not one of ${hostOf(error, context)}: a proxy or gateway on the way has answered.`,
    fix: reachHost,
  },
  {
    id: 'stream rewritten',
    match: [{ message: /streaming response has content-type/i }],
    explanation: 'Something between the runner and Bedrock rewrites the answers.',
    fix: 'Let the proxy or gateway pass application/vnd.amazon.eventstream through unchanged.',
  },
]

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
    match: unanswered(/\bENOTFOUND\b/, ['ENOTFOUND']),
    when: isOfNoRegion,
    code: 'region-unsupported',
    title: ({ service }, { region = '' }) =>
      service === STS
        ? `AWS has no region ${region}.`
        : servesBedrock(region)
          ? `Bedrock in ${region} has no address here.`
          : `Bedrock is not in the region ${region}.`,
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
  ...UNREACHABLE.map((rule) => ({ ...rule, code: 'network-unreachable' as const })),
]

/** What shows that nothing answered: words of Node or of Claude Code, or Node's code. */
function unanswered(message: RegExp, names: readonly (string | RegExp)[]): readonly ErrorPattern[] {
  return [
    { statuses: ['none'], message },
    { statuses: ['none'], names },
  ]
}

const isPage = (message: string) => /'<'|<!doctype|<html/i.test(message)

const STS = 'AWS STS'
const BEDROCK = 'Amazon Bedrock'

/** How the host of a service begins, and the variable that leads its calls to another address. */
const SERVICES: Readonly<Record<string, { host: string; variable: string }>> = {
  [STS]: { host: 'sts', variable: 'AWS_ENDPOINT_URL_STS' },
  [BEDROCK]: { host: 'bedrock-runtime', variable: 'ANTHROPIC_BEDROCK_BASE_URL or AWS_ENDPOINT_URL_BEDROCK_RUNTIME' },
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

function reachHost(error: ServiceError, context: NetworkContext): FixParts {
  return [
    `Let the runner reach ${hostOf(error, context)} over HTTPS, port 443. Behind a proxy, set for the runner (the last one if it looks inside TLS):`,
    ini(
      'HTTPS_PROXY=http://PROXY:PORT\nNO_PROXY=127.0.0.1,localhost,169.254.169.254\nNODE_EXTRA_CA_CERTS=/path/of/the/proxy-ca.pem',
    ),
    ...otherAddress(error),
  ]
}

function otherAddress({ service }: ServiceError): FixParts {
  const variable = SERVICES[service]?.variable
  if (variable === undefined) return []
  return [
    `In a VPC without internet, make an interface endpoint and set ${variable} to its URL; where it is set already, check that address.`,
  ]
}

function hostOf({ service, host }: ServiceError, { region }: NetworkContext): string {
  if (host !== undefined) return host
  if (service === 'GitHub OIDC') return '*.actions.githubusercontent.com'
  const name = SERVICES[service]?.host
  return region === undefined || name === undefined
    ? `the host of ${service}`
    : `${name}.${region}.${dnsSuffixOf(region)}`
}
