import { parse } from 'shell-quote'

import { EFFORT_LEVELS } from '../claude/release-facts.ts'
import { yaml } from '../errors.ts'
import type { Environment } from '../ports/machine.ts'
import { reasonToWithhold } from '../variable-names.ts'
import { DECLARED_INPUTS, type InputName } from './declared.ts'
import { parseMcpConfig, parsePlugins } from './extensions.ts'
import type { Form } from './form.ts'
import { modelIn } from './models.ts'
import type { Context } from './parse-settings.ts'
import {
  anyText,
  listOf,
  oneOf,
  positiveNumber,
  wholeNumber,
  yesOrNo,
  splitList,
  accepted,
  refused,
  type Parser,
} from './scalars.ts'
import { checkResultSchema } from './schemas.ts'
import { PERMISSION_MODES, type AgentSettings } from './settings.ts'
import { parseJsonInput } from './text-file.ts'
import { parseToolRules } from './tool-rules.ts'

/** Node's timers count milliseconds in 31 bits (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args). */
const LONGEST_TIMEOUT_MINUTES = 35_791

/** How the agent works. */
export async function parseAgent(
  form: Form,
  { place, region, env, isTrusted }: Context,
): Promise<Omit<AgentSettings, 'resume' | 'settings' | 'isolation' | 'network'>> {
  const minutes = form.required('timeout-minutes', positiveNumber({ max: LONGEST_TIMEOUT_MINUTES }), NaN)
  const schema = await parseJsonInput(form, 'json-schema', place)
  return {
    workingDirectory: place?.directory ?? '',
    appendSystemPrompt: form.optional('append-system-prompt', anyText),
    fallbackModel: form.optional('fallback-model', listOf(modelIn(region, 'aws-region')))?.join(','),
    allowedTools: parseToolRules(form, 'allowed-tools', place),
    disallowedTools: parseToolRules(form, 'disallowed-tools', place),
    permissionMode: form.required('permission-mode', oneOf(PERMISSION_MODES), 'dontAsk'),
    maxTurns: form.optional('max-turns', wholeNumber({ min: 1 })),
    maxBudgetUsd: form.optional('max-budget-usd', positiveNumber()),
    timeoutMs: Math.ceil(minutes * 60_000),
    jsonSchema: schema && form.take('json-schema', await checkResultSchema(schema.value)),
    mcpConfig: await parseMcpConfig(form, place),
    requireMcpServers: form.required('require-mcp-servers', yesOrNo, true),
    failOnDenial: form.required('fail-on-denial', yesOrNo, false),
    plugins: parsePlugins(form, place, isTrusted),
    effort: form.optional('effort', oneOf(EFFORT_LEVELS)),
    claudeArgs: form.required('claude-args', isTrusted ? claudeArgs : argsWithoutConfiguration, []),
    environment: parseAgentVariables(form, env),
    trustsCheckout: isTrusted,
  }
}

const NAME = /^[A-Za-z_]\w*$/

/** The input `environment`: lines with `=` are one assignment to their end, others hold names to pass on from `env`, between commas. */
function parseAgentVariables(form: Form, env: Environment): AgentSettings['environment'] {
  const names: string[] = []
  const values: Record<string, string> = {}
  for (const [at, line] of form.text('environment').split(/\r?\n/).entries()) {
    const equals = line.indexOf('=')
    const isAssignment = equals !== -1
    const given = isAssignment ? [line.slice(0, equals).trimStart()] : splitList(line)
    for (const name of given) {
      const reason = reasonToWithhold(name)
      if (!NAME.test(name)) {
        const must = 'must be the name of an environment variable, or NAME=value without spaces before ='
        // The text before `=` may be a part of a secret that was given alone.
        form.refuse('environment', { part: isAssignment ? undefined : name, must: `${must} (line ${at + 1})` })
        continue
      }
      if (reason !== undefined) {
        const must = `must not be handed to the agent: it ${reason} (line ${at + 1})`
        form.refuse('environment', { part: name, must, fix: `Remove \`${name}\` from \`environment\`.` })
        continue
      }
      if (names.includes(name) || name in values) {
        const must = `must be given once (line ${at + 1})`
        form.refuse('environment', { part: name, must, fix: 'Remove one of the two.' })
      }
      if (isAssignment) values[name] = line.slice(equals + 1)
      else names.push(name)
    }
  }
  const absent = names.filter((name) => env[name] === undefined)
  if (absent.length > 0)
    form.warn(`environment names ${absent.join(', ')}, which the environment of this step does not have.`)
  for (const [name, value] of Object.entries(values))
    if (/^(["']).*\1$/.test(value)) form.warn(`environment: the quotes around the value of ${name} are part of it.`)
  return { names, values }
}

/** Flags that the action passes itself (https://code.claude.com/docs/en/cli-reference). */
const PASSED_ALWAYS = ['-p', '--print', '--output-format', '--input-format', '--verbose']

/** Flags that the action passes for an input, and that input. */
const INPUT_FOR: Readonly<Record<string, InputName>> = {
  ...named(
    'model',
    'effort',
    'fallback-model',
    'max-turns',
    'max-budget-usd',
    'max-thinking-tokens',
    'permission-mode',
  ),
  ...named('allowed-tools', 'disallowed-tools', 'append-system-prompt', 'json-schema', 'settings', 'mcp-config'),
  '--dangerously-skip-permissions': 'permission-mode',
  '--allowedTools': 'allowed-tools',
  '--disallowedTools': 'disallowed-tools',
  '--append-system-prompt-file': 'append-system-prompt',
  '--resume': 'resume-session',
  '-r': 'resume-session',
}

/** Flags with the names of their inputs. */
function named(...names: readonly InputName[]): Readonly<Record<string, InputName>> {
  return Object.fromEntries(names.map((name) => [`--${name}`, name]))
}

/** Stands for a `$` while the text is parsed, since shell-quote would put variables in its place. */
const DOLLAR = '\uE000'

/**
 * Arguments for Claude Code, split and unquoted like a shell would, but with nothing expanded: `$X` stays as it is, and
 * what a shell would act on (`|`, `*`, `#`) is refused unless quoted. Arguments are never quoted back: they may hold secrets.
 */
export const claudeArgs: Parser<readonly string[]> = (text) => {
  const unquoted = text.replaceAll(/\\[^]|'[^']*'|"(?:\\[^]|[^"\\])*"/g, '')
  if (/['"]/.test(unquoted)) return refused('must have a closing quote for every opening one')

  const entries = parse(
    text.replaceAll(/\\\r?\n/g, '').replaceAll(/\\[^]|\$/g, (part) => (part === '$' ? DOLLAR : part)),
  )
  const args: string[] = []
  for (const entry of entries) {
    if (typeof entry !== 'string') return refused(describeShell(entry))
    args.push(entry.replaceAll(DOLLAR, '$'))
  }
  // A value may come behind `=`, or, with a flag of one letter, directly behind it.
  const isFlag = (arg: string, flag: string) => arg === flag || arg.startsWith(/^-\w$/.test(flag) ? flag : `${flag}=`)
  const flags = [...PASSED_ALWAYS, ...Object.keys(INPUT_FOR)]
  const flag = args.map((arg) => flags.find((owned) => isFlag(arg, owned))).find(Boolean)
  return flag === undefined ? accepted(args) : refuseFlag(flag)
}

/**
 * Flags that load nothing that the checkout could have written, by `claude --help` of 2.1.332 (November 2026). Others, such as
 * `--add-dir`, `--agents`, `--plugin-dir` and `--system-prompt-file`, take files or folders, or bring settings of the checkout back.
 */
const LOAD_NOTHING = new Set([
  ...['--autocompact', '--betas', '--brief', '--disable-slash-commands', '--exclude-dynamic-system-prompt-sections'],
  ...['--forward-subagent-text', '--include-hook-events', '--include-partial-messages', '--name', '-n', '--no-chrome'],
  ...['--no-session-persistence', '--prompt-suggestions', '--replay-user-messages', '--restricted', '--safe-mode'],
  ...['--session-id', '--strict-mcp-config', '--system-prompt', '--system-prompt-snapshot', '--tools'],
])

/** The same where the checkout is not trusted: only flags that are known to load nothing of it. */
const argsWithoutConfiguration: Parser<readonly string[]> = (text) => {
  const parsed = claudeArgs(text)
  if (!parsed.ok) return parsed
  const loading = parsed.value.find((arg) => arg.startsWith('-') && !LOAD_NOTHING.has(arg.split('=', 1)[0] ?? ''))
  if (loading === undefined) return parsed
  // No value: it may be a secret.
  const flag = /^-[\w-]*/.exec(loading)?.[0] ?? ''
  return refused(`must not have ${flag} where the checkout is not trusted: it may load files that strangers wrote`, {
    fix: [
      `Remove \`${flag}\` from \`claude-args\`. Or, if whoever can change the checkout may decide what the agent does:`,
      yaml("with:\n  trust-project-config: 'true'"),
    ],
  })
}

/** shell-quote gives `{ comment }`, `{ op: 'glob' }` or the operator as `op` for what is no plain argument. */
function describeShell(entry: object): string {
  if ('comment' in entry) return "must not have a comment: put an argument with # in quotes, as in '#1'"
  const operator = 'op' in entry ? String(entry.op) : ''
  const what = operator === 'glob' ? 'a pattern of file names (* or ?)' : `the shell's ${operator}`
  return `must not have ${what}: no shell runs them, so put such an argument in quotes, as in 'Bash(git *)'`
}

function refuseFlag(flag: string): ReturnType<typeof refused> {
  const input = INPUT_FOR[flag]
  const remove = `Remove \`${flag}\` from \`claude-args\``
  if (input === undefined)
    return refused(`must not have ${flag}, which the action itself passes`, { fix: `${remove}.` })
  const value = flag === '--dangerously-skip-permissions' ? 'bypassPermissions' : DECLARED_INPUTS[input].example
  return refused(`must not have ${flag}, which has an input of its own`, {
    fix: [`${remove}, and write, for example:`, yaml(`with:\n  ${input}: ${value}`)],
  })
}
