import { devNull } from 'node:os'

import { asFailure } from '../errors.ts'
import type { AwsKeys, ContainerCredentials } from '../ports/aws.ts'
import type { LocalAnswer, LocalCall, Loopback } from '../ports/gateway.ts'
import type { Clock } from '../ports/machine.ts'

/** AWS SDKs take no answer without an end, and ask again when it has come; keys that do not end get this one. */
const ASKED_AGAIN_AFTER_MS = 60 * 60_000

/** Claude Code uses keys until their very expiration (measured with 2.1.330); its last call must still arrive. */
const LAST_MOMENTS_MS = 2_000

/**
 * Keys in the form of ECS's container credentials
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html) on a loopback address.
 */
export function createContainerCredentials(world: { loopback: Loopback; clock: Clock }): ContainerCredentials {
  return {
    async serve(keys) {
      const server = await world.loopback.listen('authorization', (call) => answer(call, keys, world.clock))
      return {
        environment: {
          AWS_CONTAINER_CREDENTIALS_FULL_URI: `${server.url}/`,
          AWS_CONTAINER_AUTHORIZATION_TOKEN: server.token,
          // SDKs would take the default profile of these files before they ask here.
          AWS_CONFIG_FILE: devNull,
          AWS_SHARED_CREDENTIALS_FILE: devNull,
        },
        close: () => server.close(),
      }
    },
  }
}

async function answer(call: LocalCall, keys: () => Promise<AwsKeys>, clock: Clock): Promise<LocalAnswer> {
  if (!call.authenticated) return json(403, { Code: 'AccessDenied', Message: 'Wrong authorization token.' })
  if (call.method !== 'GET') return json(405, { Code: 'MethodNotAllowed', Message: 'Use GET.' })
  try {
    const { accessKeyId, secretAccessKey, sessionToken = '', expiration } = await keys()
    const end = expiration === undefined ? clock.now() + ASKED_AGAIN_AFTER_MS : expiration.getTime() - LAST_MOMENTS_MS
    return json(200, {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      Token: sessionToken,
      Expiration: new Date(end).toISOString(),
    })
  } catch (error) {
    const { code, message } = asFailure(error)
    return json(400, { Code: code, Message: message })
  }
}

function json(status: number, body: Readonly<Record<string, string>>): LocalAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
