import { basename, dirname } from 'node:path'

import { yaml } from '../errors.ts'
import { runnersOwnReason } from '../variable-names.ts'
import { claudeArgs } from './claude-args.ts'
import type { Form } from './form.ts'
import { parseFallbackModel } from './models.ts'
import {
  accepted,
  anyText,
  listOf,
  matching,
  oneOf,
  positiveNumber,
  refused,
  splitToolRules,
  wholeNumber,
  yesOrNo,
  type Parser,
} from './scalars.ts'
import { PERMISSION_MODES, type AgentSettings, type ResumedSession } from './settings.ts'
import { parseJsonOrFile, parseJsonText, type ReadFiles, type Workplace } from './workplace.ts'

/** Node's timers count milliseconds in 31 bits (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args). */
const LONGEST_TIMEOUT_MINUTES = 35_791

/** How the agent works; `place` is undefined when its folder was refused. */
export async function parseAgent(
  form: Form,
  { place, region, resume }: { place: Workplace | undefined; region: string; resume: ResumedSession | undefined },
): Promise<AgentSettings> {
  const minutes = form.required('timeout-minutes', positiveNumber({ max: LONGEST_TIMEOUT_MINUTES }), NaN)
  return {
    workingDirectory: place?.directory ?? '',
    appendSystemPrompt: form.optional('append-system-prompt', anyText),
    fallbackModel: parseFallbackModel(form, region),
    allowedTools: form.required('allowed-tools', toolRules, []),
    disallowedTools: form.required('disallowed-tools', toolRules, []),
    permissionMode: form.required('permission-mode', oneOf(PERMISSION_MODES), 'dontAsk'),
    maxTurns: form.optional('max-turns', wholeNumber({ min: 1 })),
    maxBudgetUsd: form.optional('max-budget-usd', positiveNumber()),
    timeoutMs: Math.ceil(minutes * 60_000),
    jsonSchema: await parseJsonText(form, 'json-schema', place),
    settings: await textOrPath(form, 'settings', place),
    mcpConfig: await textOrPath(form, 'mcp-config', place),
    requireMcpServers: form.required('require-mcp-servers', yesOrNo, true),
    failOnDenial: form.required('fail-on-denial', yesOrNo, false),
    claudeArgs: form.required('claude-args', claudeArgs, []),
    environment: form.required('environment', listOf(environmentName), []),
    resume,
    isolation: form.required('isolation', oneOf(['auto', 'required', 'off']), 'auto'),
  }
}

/** The name of a variable that may be handed to the agent. */
const environmentName: Parser<string> = (name) => {
  if (!/^[A-Za-z_]\w*$/.test(name)) return refused('must be the name of an environment variable, without $ or a value')
  const reason = runnersOwnReason(name)
  if (reason === undefined) return accepted(name)
  return refused(`must not be handed to the agent: it ${reason}`, { fix: `Remove \`${name}\` from \`environment\`.` })
}

const toolRules = (text: string) => accepted(splitToolRules(text))

async function textOrPath(
  form: Form,
  name: 'settings' | 'mcp-config',
  place: Workplace | undefined,
): Promise<string | undefined> {
  const found = await parseJsonOrFile(form, name, place)
  if (found === undefined) return undefined
  return 'json' in found ? found.json : found.path
}

/** A session of Claude Code goes by a UUID. */
const sessionId = matching(
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  'must be the id of a session, as the output session-id gives it',
)

/**
 * The session to continue, found as `session/<id>.jsonl` in any folder below `temp`: transcripts of the job's earlier steps
 * are there, and artifacts of other runs can be downloaded to there. Of several files the newest counts.
 */
export async function parseResume(
  form: Form,
  { temp, files }: { temp: string; files: ReadFiles },
): Promise<ResumedSession | undefined> {
  const id = form.optional('resume-session', sessionId)
  if (id === undefined) return undefined
  const found = (await files.list(temp)).filter(
    (path) => basename(path) === `${id}.jsonl` && basename(dirname(path)) === 'session',
  )
  const written = await Promise.all(found.map(async (path) => ({ path, at: (await files.modified(path)) ?? 0 })))
  const [newest] = written.sort((a, b) => b.at - a.at)
  if (newest !== undefined) return { id, path: newest.path }
  form.refuse('resume-session', {
    part: id,
    must: `must be a session whose transcript is here: there is no session/${id}.jsonl in any folder below RUNNER_TEMP`,
    fix: DOWNLOAD,
  })
  return undefined
}

const DOWNLOAD = [
  'Sessions of earlier steps of the job are found without any step. Download the artifact of another run before this step:',
  yaml(`- uses: actions/download-artifact@v8
  with:
    name: <artifact-name of that run>
    run-id: <id of that run>
    github-token: \${{ github.token }}
    path: \${{ runner.temp }}/previous`),
]
