import { Failure } from '../errors.ts'
import type { ContainerCredentials, ServedCredentials } from '../ports/aws.ts'
import type { RenewingSession } from './renewal.ts'

/** Hands a session's keys to the agent's process in a way that it can renew them itself. A Bedrock API key has no such way. */
export function serveContainerCredentials(
  session: RenewingSession,
  { containerCredentials }: { containerCredentials: ContainerCredentials },
): Promise<ServedCredentials> {
  return containerCredentials.serve(async () => {
    const now = await session.current()
    if (now.kind === 'keys') return now.keys
    throw new Failure('unexpected', { message: 'A Bedrock API key is no access key.', hint: 'Please report it.' })
  })
}
