import { usesFips, dnsSuffixOf } from '../endpoints.ts'
import { Failure, yaml } from '../errors.ts'
import type { HttpHeaders } from '../ports/gateway.ts'
import type { Environment } from '../ports/machine.ts'

/** Operations of Bedrock that Claude Code calls (measured with 2.1.330), by AWS's names. */
export type Operation =
  'InvokeModel' | 'InvokeModelWithResponseStream' | 'CountTokens' | 'ListInferenceProfiles' | 'GetInferenceProfile'

/** What a call is for. `name` is the model or profile that its path names, decoded; empty for the list. */
export interface Route {
  readonly plane: 'runtime' | 'control'
  readonly operation: Operation
  readonly name: string
}

const RUNTIME: Readonly<Record<string, Operation>> = {
  invoke: 'InvokeModel',
  'invoke-with-response-stream': 'InvokeModelWithResponseStream',
  'count-tokens': 'CountTokens',
}

/** Model ids, profile ids and ARNs; AWS's own pattern allows no other characters. */
const NAME = /^[a-z0-9](?:[\w.:-]|\/(?=[a-z0-9]))*$/i

const LIST_PARAMETERS = ['type', 'maxResults', 'nextToken']

/**
 * What a request line asks for; undefined for everything that Claude Code does not ask. The path is read as received: a path
 * that would need to be normalized is none that Claude Code sends.
 */
export function routeOf(method: string, target: string): Route | undefined {
  const [path = '', query] = target.split(/\?(.*)/s)
  if (method === 'GET' && path === '/inference-profiles') {
    const known = [...new URLSearchParams(query).keys()].every((name) => LIST_PARAMETERS.includes(name))
    return known ? { plane: 'control', operation: 'ListInferenceProfiles', name: '' } : undefined
  }
  if (query !== undefined) return undefined
  const [, collection, raw = '', action = ''] = /^\/(model|inference-profiles)\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? []
  const name = decoded(raw)
  if (!NAME.test(name)) return undefined
  if (method === 'GET' && collection === 'inference-profiles' && action === '')
    return { plane: 'control', operation: 'GetInferenceProfile', name }
  const operation = method === 'POST' && collection === 'model' ? RUNTIME[action] : undefined
  return operation && { plane: 'runtime', operation, name }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/**
 * The endpoint of a plane in a region: ANTHROPIC_BEDROCK_BASE_URL for both planes, else the one of the AWS SDK's variable, else
 * AWS's, with FIPS where AWS_USE_FIPS_ENDPOINT asks for it (https://docs.aws.amazon.com/general/latest/gr/bedrock.html). `prefix` comes before
 * each path and is mostly empty; `variable` names the endpoint, and is undefined for AWS's own. Throws a Failure for a value that
 * is no URL.
 */
export function endpointOf(plane: Route['plane'], region: string, env: Environment) {
  const { host, variable } = PLANES[plane]
  const named = ['ANTHROPIC_BEDROCK_BASE_URL', variable].find((name) => env[name])
  const service = usesFips(env) ? `${host}-fips` : host
  const address = (named && env[named]) ?? `https://${service}.${region}.${dnsSuffixOf(region)}`
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    const name = named ?? 'aws-region'
    throw new Failure('input-invalid', {
      message: `${name} leads to "${address}", which is not an http or https URL.`,
      fix: [
        "Give the whole URL, or leave it out to use AWS's own:",
        yaml(`env:\n  ${name}: https://bedrock.example.com`),
      ],
    })
  }
  return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, ''), variable: named }
}

const PLANES = {
  runtime: { host: 'bedrock-runtime', variable: 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME' },
  control: { host: 'bedrock', variable: 'AWS_ENDPOINT_URL_BEDROCK' },
} as const

/** Headers of Claude Code's calls that go on to Bedrock (2.1.330). The agent's commands hold the gateway's token, so no other does. */
const FORWARDED = [
  ...['accept', 'content-type', 'user-agent', 'anthropic-beta', 'anthropic-version', 'x-app'],
  ...['x-claude-code-session-id', 'x-claude-code-agent-id'],
]

/** Headers of a connection, not of an answer (RFC 9110, 7.6.1), and cookies. */
const NOT_RETURNED = /^(connection|keep-alive|proxy-.*|trailer|transfer-encoding|upgrade|set-cookie)$/

/** The headers of Claude Code's call that go on to Bedrock. */
export const forwardedHeaders = (headers: HttpHeaders) => passed(headers, (name) => FORWARDED.includes(name))

/** The headers of Bedrock's answer that go back to Claude Code. */
export const returnedHeaders = (headers: HttpHeaders) => passed(headers, (name) => !NOT_RETURNED.test(name))

function passed(headers: HttpHeaders, passes: (name: string) => boolean): HttpHeaders {
  // What the header `connection` names is of the connection, too.
  const hops = (headers.connection ?? '').toLowerCase().split(/\s*,\s*/)
  return Object.fromEntries(Object.entries(headers).filter(([name]) => passes(name) && !hops.includes(name)))
}

/** Whether a call says that it is Claude Code's, its subagents' included. */
export const isClaudeCode = (headers: HttpHeaders) => /^claude-cli\//.test(headers['user-agent'] ?? '')

/**
 * Whether a call is one of Claude Code's own, outside a subagent (measured with 2.1.330: only subagents' calls have an agent's
 * id). A command of the agent can claim it, and harms only its own run.
 */
export const isOwnCall = (headers: HttpHeaders) =>
  isClaudeCode(headers) && headers['x-claude-code-agent-id'] === undefined
