import type { McpServer } from './events.ts'

/** MCP servers that a run is configured with: their names, and whether it must not go on without one of them. */
export interface ExpectedServers {
  readonly names: readonly string[]
  readonly required: boolean
}

/**
 * Of the expected servers those that did not start, as the `init` event has it: Claude Code waits for them until then, so a
 * server that is still `pending` has no tools in the first call of the model. One that it does not list at all was blocked
 * by a policy.
 */
export function unavailable(expected: ExpectedServers, listed: readonly McpServer[] = []): readonly McpServer[] {
  return expected.names.flatMap((name) => {
    const server = listed.find((each) => each.name === name) ?? { name, status: 'not listed', source: 'dynamic' }
    return server.status === 'connected' ? [] : [server]
  })
}
