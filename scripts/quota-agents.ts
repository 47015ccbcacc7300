// Real agents on an emulated quota, each behind a gateway of its own.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Aws } from '../test/emulators/aws.ts'
import type { MessagesRequest } from '../test/emulators/bedrock-request.ts'
import type { Script, Turn } from '../test/emulators/bedrock-script.ts'
import { realClaude } from '../test/support/real-claude.ts'
import { MODEL, SMALL, startGateway } from '../test/support/real-gateway.ts'

export const MINUTE = 60_000
const { path: claude } = await realClaude()

/** How an agent ended. */
export interface Ended {
  readonly succeeded: boolean
  readonly ms: number
  readonly endedAt: number
  readonly events: readonly Record<string, unknown>[]
}

/** The turn that a request is for, from 0. */
export function turnOf({ messages }: MessagesRequest): number {
  return messages.filter(({ role }) => role === 'assistant').length
}

export function scriptOf(turns: number, scale: number): Script {
  const list: Turn = { toolUses: [{ name: 'Bash', input: { command: 'ls', description: 'List' } }] }
  const spent = { usage: { output_tokens: 600 }, delayMs: 12_000 * scale }
  return (request) => ({ ...(turnOf(request) < turns - 1 ? list : { text: 'Done.' }), ...spent })
}

/** A first call writes a prefix of 20,000 tokens, which later ones read. */
export function tokensOf(request: MessagesRequest) {
  const isFirst = turnOf(request) === 0
  return { input: 1_500, cacheWrite: isFirst ? 20_000 : 0, cacheRead: isFirst ? 0 : 20_000 }
}

/** A gateway whose minute is that many of ours. */
export async function gatewayOf(aws: Aws, scale: number) {
  const gateway = await startGateway({
    account: aws.account,
    env: aws.env,
    quota: { patienceMs: 60 * MINUTE * scale, scale },
  })
  return { ...gateway, variables: gateway.environment }
}

/** One run of Claude Code in a folder of its own, to its end. */
export async function agent(
  home: string,
  env: Readonly<Record<string, string>>,
  prompt = 'List the files.',
): Promise<Ended> {
  mkdirSync(home)
  const flags = ['-p', '--output-format=stream-json', '--verbose', '--permission-mode=acceptEdits']
  const began = Date.now()
  const child = spawn(claude, [...flags, '--allowed-tools=Bash(ls:*),Write,Agent'], {
    cwd: home,
    env: {
      ...{ PATH: process.env.PATH, HOME: home, CLAUDE_CONFIG_DIR: join(home, '.config') },
      ...{ CLAUDE_CODE_USE_BEDROCK: '1', CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', DISABLE_AUTOUPDATER: '1' },
      ...{ AWS_REGION: 'us-east-1', ANTHROPIC_MODEL: MODEL, ANTHROPIC_SMALL_FAST_MODEL: SMALL },
      ...{ MAX_THINKING_TOKENS: '1024', CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1', CLAUDE_CODE_ATTRIBUTION_HEADER: '0' },
      ...env,
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece))
  child.stdin.end(prompt)
  const limit = setTimeout(() => child.kill('SIGKILL'), 30 * MINUTE)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearTimeout(limit)
  const events = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]))
  return { succeeded: code === 0, ms: Date.now() - began, endedAt: Date.now(), events }
}
