// The real Claude Code on an emulated account, without the action around it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runAgent, type AgentRun, type AgentTask } from '../../src/claude/agent.ts'
import type { Log } from '../../src/ports/machine.ts'
import { createClock } from '../../src/world/clock.ts'
import { createProcesses } from '../../src/world/processes.ts'
import { startAws } from '../emulators/aws.ts'
import type { Script } from '../emulators/bedrock-script.ts'
import { realClaude } from './real-claude.ts'
import { MODEL, SMALL_MODEL } from './scenario.ts'

/** One run. */
export interface BareRun {
  readonly script: Script
  readonly prompt?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Default: a folder of its own. */
  readonly cwd?: string
  /** Default: a folder of its own. */
  readonly config?: string
  readonly task?: Partial<Pick<AgentTask, 'timeoutMs' | 'show' | 'mcpServers'>>
}

/** Runs it with the permission mode `dontAsk`; `lines` are its events, `log` what the log would show. */
export async function runBareClaude(
  run: BareRun,
): Promise<AgentRun & { lines: readonly string[]; log: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-claude-'))
  const cwd = run.cwd ?? join(folder, 'work')
  mkdirSync(cwd, { recursive: true })
  const aws = await startAws({ script: run.script })
  const user = aws.account.addUser('bare')
  const { path: file } = await realClaude()
  const lines: string[] = []
  const logged: string[] = []
  const say = (line: string) => void logged.push(line)
  const log: Log = {
    ...{ info: say, debug: say, notice: say, warning: say, error: say },
    group: (_title, task) => task(log),
  }
  const env = {
    ...aws.env,
    PATH: process.env.PATH ?? '',
    HOME: folder,
    CLAUDE_CONFIG_DIR: run.config ?? join(folder, 'config'),
    CLAUDE_CODE_USE_BEDROCK: '1',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: user.accessKeyId,
    AWS_SECRET_ACCESS_KEY: user.secretAccessKey,
    ANTHROPIC_MODEL: MODEL,
    ANTHROPIC_SMALL_FAST_MODEL: SMALL_MODEL,
    ...run.env,
  }
  const flags = ['-p', '--output-format=stream-json', '--verbose', '--permission-mode=dontAsk', ...(run.args ?? [])]
  try {
    const ended = await runAgent(
      {
        command: { file, args: flags, cwd, env, stdin: run.prompt ?? 'Go.' },
        timeoutMs: 60_000,
        stop: new AbortController().signal,
        show: 'off',
        ...run.task,
        redact: (text) => text,
        record: (given) => {
          lines.push(...given)
          return Promise.resolve(given)
        },
      },
      { processes: createProcesses(process.env), clock: createClock(), log },
    )
    return { ...ended, lines, log: logged }
  } finally {
    await aws.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
