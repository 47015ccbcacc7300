import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'

import type { Environment } from '../ports/machine.ts'

/**
 * How AWS clients connect: through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, which the AWS SDK ignores by
 * itself and Node's agents honour since 24.5; with bounds on time; tried once, as the rooms decide what is tried again.
 */
export function awsConnection(env: Environment) {
  const agent = { keepAlive: true, proxyEnv: env }
  return {
    customUserAgent: 'claude-code-bedrock-action',
    maxAttempts: 1,
    requestHandler: {
      httpAgent: new HttpAgent(agent),
      httpsAgent: new HttpsAgent(agent),
      connectionTimeout: 5_000,
      requestTimeout: 15_000,
      throwOnRequestTimeout: true,
    },
  }
}
