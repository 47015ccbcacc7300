import { dnsSuffixOf } from '../bedrock/models.ts'
import { Failure } from '../errors.ts'
import type { Environment } from '../ports/machine.ts'
import type { Route } from './route.ts'

/** Where a plane of Bedrock is; `prefix` is what stands before each path, mostly nothing. */
export interface Endpoint {
  readonly origin: string
  readonly prefix: string
}

/**
 * The endpoint of a plane in a region: the user's own for both planes, or else the one that the AWS SDK's variable names, or
 * else AWS's (https://docs.aws.amazon.com/general/latest/gr/bedrock.html). Throws a Failure for what is no address.
 */
export function endpointOf(plane: Route['plane'], region: string, env: Environment): Endpoint {
  const { host, variable } = PLANES[plane]
  const named = ['ANTHROPIC_BEDROCK_BASE_URL', variable].find((name) => env[name])
  const address = (named && env[named]) ?? `https://${host}.${region}.${dnsSuffixOf(region)}`
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw noAddress(named ?? 'aws-region', address)
  return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, '') }
}

const PLANES = {
  runtime: { host: 'bedrock-runtime', variable: 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME' },
  control: { host: 'bedrock', variable: 'AWS_ENDPOINT_URL_BEDROCK' },
} as const

function noAddress(name: string, address: string): Failure {
  return new Failure('input-invalid', {
    message: `${name} leads to "${address}", which is no http or https address.`,
    hint: `Give the whole address, or leave it out to use AWS's own:\n\n    env:\n      ${name}: https://bedrock.example.com`,
  })
}
