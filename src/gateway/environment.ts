import type { Environment } from '../ports/machine.ts'

/** The header in which Claude Code shows the gateway's token. */
export const TOKEN_HEADER = 'x-claude-code-bedrock-gateway'

const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']

/**
 * Variables that lead Claude Code to the gateway, unsigned and with its token beside the headers that the user gave. With
 * a proxy in its environment it would ask that one even for 127.0.0.1; it reads `no_proxy` before `NO_PROXY`, and SDK
 * parts of it only one of them (all measured with 2.1.330).
 */
export function gatewayEnvironment(
  { url, token }: { url: string; token: string },
  agent: Environment,
): Record<string, string> {
  const headers = [agent.ANTHROPIC_CUSTOM_HEADERS, `${TOKEN_HEADER}: ${token}`].filter(Boolean)
  return {
    CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
    ANTHROPIC_BEDROCK_BASE_URL: url,
    ANTHROPIC_CUSTOM_HEADERS: headers.join('\n'),
    ...(PROXIES.some((name) => agent[name] || agent[name.toLowerCase()]) && direct(agent)),
  }
}

function direct(agent: Environment): Record<string, string> {
  const spared = [agent.no_proxy, agent.NO_PROXY, '127.0.0.1'].flatMap((list) => list?.split(',') ?? [])
  const list = [...new Set(spared.map((item) => item.trim()).filter(Boolean))].join(',')
  return { NO_PROXY: list, no_proxy: list }
}
