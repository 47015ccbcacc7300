// The real Claude Code decides: it runs alone, with the flags and files of a test, against an emulated Bedrock.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { startAws } from '../emulators/aws.ts'
import type { MessagesRequest } from '../emulators/bedrock-request.ts'
import type { Turn } from '../emulators/bedrock-script.ts'
import { realClaude } from './real-claude.ts'
import { MODEL } from './scenario.ts'

/** A run: `$DIR` in an argument, a variable or a text of a file is the run's folder, where `files` are. */
export interface AskedRun {
  readonly args?: readonly string[]
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly env?: Readonly<Record<string, string>>
  /** Where the agent works, below the run's folder; default: there. */
  readonly cwd?: string
  readonly prompt?: string
  readonly script?: readonly Turn[]
  /** Default: `dontAsk`. */
  readonly mode?: string
}

/** What the run left. */
export interface AskedAnswer {
  readonly code: number | null
  readonly stderr: string
  readonly events: readonly ClaudeEvent[]
  readonly init: ClaudeEvent | undefined
  readonly result: ClaudeEvent | undefined
  /** What the model was asked, by the main agent. */
  readonly requests: readonly MessagesRequest[]
  /** Text of a file in the run's folder; undefined when there is none. */
  readonly file: (name: string) => string | undefined
}

export interface ClaudeEvent {
  readonly type: string
  readonly subtype?: string
  readonly [field: string]: unknown
}

/** Starts the emulator; `ask` runs Claude Code once. */
export async function askedClaude() {
  const { path } = await realClaude()
  const folder = mkdtempSync(join(tmpdir(), 'asked-'))
  let turns: Turn[] = []
  let requests: MessagesRequest[] = []
  const aws = await startAws({
    script: (request) => {
      requests.push(request)
      return turns.shift() ?? { text: 'Done.' }
    },
  })
  const user = aws.account.addUser('asked')
  let runs = 0
  return {
    async ask({ args = [], files = {}, env = {}, cwd = '.', prompt = 'Go.', script = [], mode = 'dontAsk' }: AskedRun) {
      const directory = join(folder, String(++runs))
      mkdirSync(directory)
      const placed = (text: string) => text.replaceAll('$DIR', directory)
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(directory, name)), { recursive: true })
        if (typeof content === 'string' && content.startsWith('-> '))
          symlinkSync(content.slice(3), join(directory, name))
        else writeFileSync(join(directory, name), typeof content === 'string' ? placed(content) : content)
      }
      turns = JSON.parse(JSON.stringify(script).replaceAll('$DIR', directory)) as Turn[]
      requests = []
      const flags = ['-p', '--output-format=stream-json', '--verbose', `--permission-mode=${mode}`]
      const child = spawn(path, [...flags, ...args.map(placed)], {
        cwd: join(directory, cwd),
        env: {
          ...aws.env,
          PATH: process.env.PATH ?? '',
          HOME: directory,
          CLAUDE_CONFIG_DIR: join(directory, '.config'),
          CLAUDE_CODE_USE_BEDROCK: '1',
          CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
          AWS_REGION: 'us-east-1',
          AWS_ACCESS_KEY_ID: user.accessKeyId,
          AWS_SECRET_ACCESS_KEY: user.secretAccessKey,
          ANTHROPIC_MODEL: MODEL,
          ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, placed(value)])),
        },
        stdio: ['pipe', 'pipe', 'pipe'],
      })
      let [stdout, stderr] = ['', '']
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
      child.stdin.end(prompt)
      const limit = setTimeout(() => child.kill('SIGKILL'), 45_000)
      const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
      clearTimeout(limit)
      const events = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as ClaudeEvent]))
      const answer: AskedAnswer = {
        code,
        stderr,
        events,
        init: events.find(({ subtype }) => subtype === 'init'),
        result: events.findLast(({ type }) => type === 'result'),
        requests,
        file: (name) => (existsSync(join(directory, name)) ? readFileSync(join(directory, name), 'utf8') : undefined),
      }
      return answer
    },
    async close() {
      await aws.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Whether an agent of this Claude Code that tries `touch made` may. */
export async function mayTouch(claude: Awaited<ReturnType<typeof askedClaude>>, run: AskedRun): Promise<boolean> {
  const { file, result } = await claude.ask({ script: [commandTurn('touch made'), { text: 'Done.' }], ...run })
  if (result?.subtype !== 'success' || result.is_error !== false) throw new Error(JSON.stringify(result))
  return file('made') !== undefined
}

/** The agent's only turn with a tool: a command. */
export const commandTurn = (command: string): Turn => ({
  toolUses: [{ name: 'Bash', input: { command, description: 'Runs it' } }],
})
