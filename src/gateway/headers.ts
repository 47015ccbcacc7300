import type { HttpHeaders } from '../ports/gateway.ts'

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
