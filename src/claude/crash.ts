import { Failure, yaml, type Fix } from '../errors.ts'
import type { ExitFacts } from '../ports/machine.ts'
import type { AgentRun } from './agent.ts'

/** The failure of a run whose program could not be started; `spawnError` is the system's own text. */
export function notStarted(spawnError: string): Failure {
  return new Failure('agent-crashed', {
    message: `Claude Code could not be started: ${spawnError}`,
    fix: spawnError.includes('E2BIG')
      ? 'The system limits the length of arguments (Linux: 128 KiB each): shorten append-system-prompt, or give json-schema, settings and mcp-config as smaller documents.'
      : 'Check that working-directory exists and that claude-code-path names an executable for this machine; without claude-code-path, Claude Code is installed.',
  })
}

/** The failure of a run without a `result` event, or with an exit code that contradicts it, by what it wrote to standard error. */
export function crashed({ exit, stderrTail }: Pick<AgentRun, 'exit' | 'stderrTail'>): Failure {
  const words = lastLines(stderrTail)
  if (/cannot be used with root\/sudo/i.test(stderrTail))
    return new Failure('root-not-allowed', {
      message: `This job runs as root, where Claude Code refuses permission-mode bypassPermissions.\n"${words}"`,
      fix: [
        'Allow what is needed by name instead:',
        yaml('permission-mode: dontAsk\nallowed-tools: |\n  Edit\n  Bash(npm test:*)'),
        'or run the job as another user, or, where the machine is thrown away after the job, set on this step:',
        yaml('env:\n  IS_SANDBOX: "1"\nwith:\n  environment: IS_SANDBOX'),
      ],
    })
  return new Failure('agent-crashed', {
    message: `Claude Code ended ${howEnded(exit)} without reporting how its work went.${words === '' ? '' : `\nIt wrote: "${words}"`}`,
    fix: crashFix(exit, stderrTail),
  })
}

/** How the program ended, and what it wrote last: `with exit code 1 ("hook failed")`. */
export function describeExit({ exit, stderrTail }: Pick<AgentRun, 'exit' | 'stderrTail'>): string {
  const words = lastLines(stderrTail)
  return `${howEnded(exit)}${words === '' ? '' : ` ("${words}")`}`
}

const howEnded = ({ code, signal }: ExitFacts) =>
  signal === undefined ? `with exit code ${code ?? 'unknown'}` : `by the signal ${signal}`

function crashFix({ signal }: ExitFacts, stderrTail: string): Fix {
  if (/unknown option|error: option|argument missing/i.test(stderrTail))
    return 'Claude Code does not know one of its arguments: check claude-args against `claude --help` of this claude-code-version.'
  if (/^Error: .*(settings|mcp|json-schema)/im.test(stderrTail))
    return 'Correct the input that Claude Code names: settings, mcp-config or json-schema.'
  if (signal === 'SIGKILL')
    return 'Something else ended it, most often the system when memory ran out: use a larger runner, or let the agent run fewer things at once.'
  return 'Read the end of the transcript (transcript.jsonl holds what it wrote). If it happens again, pin another claude-code-version.'
}

/** The end of a text on one line, in at most 1000 characters. */
const lastLines = (text: string) =>
  text
    .trim()
    .slice(-1000)
    .split(/\s*\n\s*/)
    .slice(-10)
    .join(' / ')
