import { Failure, yaml } from '../errors.ts'
import type { McpServer } from './events.ts'

/** MCP servers that a run is configured with: their names, and whether it must not go on without one of them. */
export interface ExpectedServers {
  readonly names: readonly string[]
  readonly required: boolean
  /** Those that cannot work where the agent runs, and a line on each. */
  readonly outOfReach?: readonly { readonly name: string; readonly why: string }[]
}

/**
 * Of the expected servers those that did not start, as the `init` event has it: one that is `pending` then has no tools in the first
 * call of the model, and one that is not listed was blocked by a policy.
 */
export function unavailable(expected: ExpectedServers, listed: readonly McpServer[] = []): readonly McpServer[] {
  return expected.names.flatMap((name) => {
    const server = listed.find((each) => each.name === name) ?? { name, status: 'not listed' }
    return server.status === 'connected' ? [] : [server]
  })
}

/** `github (failed), docs (pending)` */
export const describeServers = (servers: readonly McpServer[]): string =>
  servers.map(({ name, status }) => `${name} (${status})`).join(', ')

/** The failure of a run that must not go on without expected servers; `elapsedMs` is how long they had to start. */
export function mcpServerFailed(expected: ExpectedServers, listed: readonly McpServer[], elapsedMs: number): Failure {
  const servers = unavailable(expected, listed)
  const meanings = new Set(servers.map(({ status }) => MEANINGS[status] ?? `Claude Code reports the status ${status}.`))
  return new Failure('mcp-server-failed', {
    message: `An MCP server of mcp-config did not start within ${Math.ceil(elapsedMs / 1000)} s: ${describeServers(servers)}.\n${[...meanings].join(' ')}`,
    fix: [
      ...(expected.outOfReach ?? [])
        .filter(({ name }) => servers.some((server) => server.name === name))
        .map(({ why }) => why),
      'Run the command of the server in a step before to see what it writes; variables it reads must be named in `environment`.',
      'Where it needs longer than 30 seconds, for example to download itself:',
      yaml('env:\n  MCP_TIMEOUT: "120000"\nwith:\n  environment: MCP_TIMEOUT'),
      'To let the agent work without it:',
      yaml('require-mcp-servers: "false"'),
    ],
  })
}

/** What Claude Code means by a status (2.1.330). */
const MEANINGS: Readonly<Record<string, string>> = {
  failed: 'It ended, could not be started or reached, or gave no valid answer.',
  pending: 'It was still starting.',
  'needs-auth': 'It asks for a sign-in, which nobody can do in a workflow: give it a token in `headers` or `env`.',
  'not listed': 'Claude Code left it out: a policy of the settings or the machine forbids it.',
}
