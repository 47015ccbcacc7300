import { findRule, fixMarkdown, asTitle } from '../error-rules.ts'
import { asFailure, changedFix, Failure, fixText, ServiceError, type FixBlock } from '../errors.ts'
import { factTable, inlineCode, joinBlocks, plainText } from '../markdown.ts'
import { BEDROCK_RULES, explainBedrock } from './errors/bedrock-error.ts'
import { UNKNOWN_REFUSAL } from './errors/request.ts'
import type { Check, BedrockCall } from './types.ts'

/** A check, and the failure of one that failed. */
export interface Finding {
  readonly check: Check
  readonly failure?: Failure | undefined
}

/** A model, and the result of its one-token call; undefined when it was not called. */
export interface TriedModel {
  readonly role: 'main' | 'small'
  readonly region: string
  /** As the user named it; undefined when nobody did. */
  readonly given: string | undefined
  /** As Bedrock is asked for it; undefined when only Claude Code knows. */
  readonly model: string | undefined
  /** `isRepeated`: the same refusal came twice. */
  readonly outcome: { readonly error?: unknown; readonly isRepeated?: boolean } | undefined
}

/** Whether the run can start with this model. */
export function modelFinding({ role, given, model, outcome }: TriedModel, call: BedrockCall): Finding {
  const isSmall = role === 'small'
  const name = isSmall ? 'Small model' : given === undefined ? UNNAMED : 'Model'
  const what = { name, subject: given ?? '' }
  const resolved = model !== undefined && model !== given ? `${model}, ` : ''
  if (outcome === undefined)
    return note(what, 'not checked: this version of Claude Code itself turns the name into a profile')
  if (outcome.error === undefined) return ok(what, `${resolved}answers in ${call.region}`)
  const failure = explained(outcome.error, call)
  const words = `${resolved}${failure.message}`
  if (isPassing(outcome.error, failure))
    return note(what, `${words}\nThis may pass, and the run tries again by itself.`)
  if (failure.code === 'request-rejected' && statusOf(outcome.error) === 400 && outcome.isRepeated !== true)
    return note(what, `${words}\nThis is about the request of the check; the run sends others.`)
  if (isSmall) return failed(what, aboutSmallModel(failure))
  return failed(what, given === undefined ? aboutDefault(failure, model) : failure)
}

const UNNAMED = "Model (not named; Claude Code's own)"

/** Whether Bedrock refused with words that no rule knows. */
export function isUnknownRefusal(error: unknown): error is ServiceError {
  if (!(error instanceof ServiceError)) return false
  const context = { region: '', model: undefined, account: undefined, maxOutputTokens: 0 }
  return findRule(error, BEDROCK_RULES, context)?.id === UNKNOWN_REFUSAL
}

/**
 * What it means that the profiles could not be listed. They are for advice only, and their endpoint may be unreachable from a
 * private network: a note when a model `isAnswering`. Otherwise no answer, and refused credentials, are failures.
 */
export function regionFinding(error: unknown, call: BedrockCall, isAnswering: boolean): Finding {
  const failure = explained(error, call)
  const isSilent = statusOf(error) === undefined && !isPassing(error, failure)
  const what = { name: 'Region', subject: call.region }
  if (!isAnswering && (isSilent || failure.code.startsWith('credentials-'))) return failed(what, failure)
  return note(what, `${UNLISTED}\n${failure.message}`)
}

const UNLISTED =
  'Inference profiles could not be listed: advice cannot name those that work here. Nothing else needs the list.'

const statusOf = (error: unknown) => (error instanceof ServiceError ? error.status : undefined)

/** Throttling, an internal error of AWS, a slow answer; but not a host that cannot be reached at all. */
function isPassing(error: unknown, { retryable }: Failure): boolean {
  if (error instanceof ServiceError && error.name === 'TimeoutError') return true
  return retryable && statusOf(error) !== undefined
}

const explained = (error: unknown, call: BedrockCall) =>
  error instanceof ServiceError ? explainBedrock(error, call) : asFailure(error)

/** Without a model nobody has seen its name before. */
function aboutDefault({ code, message, fix, cause, quote }: Failure, model = 'a model of its own'): Failure {
  const how = `No \`model\` was given, so Claude Code takes its own default for the region, ${model}. Name the model to use, or make this one work:`
  return new Failure(code, { message, fix: [how, ...fix], cause, quote })
}

/** The fix of a failure names the inputs of the main model. */
function aboutSmallModel({ code, message, fix, cause, quote }: Failure): Failure {
  const [title = '', ...rest] = message.split('\n')
  return new Failure(code, {
    message: [asTitle(`small-fast-model: ${title}`), ...rest].join('\n'),
    ...{ fix: changedFix(fix, smallModelInputs), cause, quote },
  })
}

const smallModelInputs = (code: string) =>
  code
    .replaceAll(/^([ #]*)model: /gm, '$1small-fast-model: ')
    .replaceAll(/^([ #]*)aws-region: /gm, '$1small-fast-model-region: ')

type What = Pick<Check, 'name' | 'subject'>

/** A check that passed. */
export const ok = (what: What, text: string): Finding => ({ check: { ...what, state: 'ok', text } })

const note = (what: What, text: string): Finding => ({ check: { ...what, state: 'note', text } })

/** A check that failed. */
export const failed = (what: What, failure: Failure): Finding => ({
  check: { ...what, state: 'failed', text: `${failure.code}: ${failure.message}`, fix: failure.fix },
  failure,
})

/** A check as a line of the log; of one that failed what is wrong, since the error says the rest. */
export function checkLine({ name, subject, state, text }: Check): string {
  const shown = state === 'failed' ? text.replace(/\n.*$/s, '') : text
  return `${SIGNS[state]} ${[name, subject].filter(Boolean).join(' ')}: ${shown.replaceAll(/\s*\n\s*/g, ' ')}`
}

/**
 * All checks as Markdown for the job summary: a table, and below it what to do about each that failed, but for the failure of the
 * run (`shown`), which the summary has anyway.
 */
export function preflightTable(checks: readonly Check[], shown?: Pick<Failure, 'fix'>): string {
  const isShown = (fix: readonly FixBlock[]) => shown !== undefined && fixText(fix) === fixText(shown.fix)
  const rows = checks.map(({ name, subject, state, text }) => {
    const lines = text.split('\n').slice(0, state === 'failed' ? 1 : undefined)
    return [
      `${SIGNS[state]} ${name}`,
      [subject && inlineCode(subject), ...lines.map(plainText)].filter(Boolean).join('<br>'),
    ] as const
  })
  const fixes = checks.flatMap(({ name, subject, text, fix }) =>
    fix === undefined || isShown(fix)
      ? []
      : [
          `**${name}${subject && ` ${inlineCode(subject)}`}:** ${plainText(text.replace(/^.*\n/, ''))}`,
          ...fixMarkdown(fix),
        ],
  )
  return joinBlocks([factTable(['Check', ''], rows), ...fixes], LIMIT)
}

const SIGNS = { ok: '✅', note: 'ℹ️', failed: '❌' } as const

/** A part of the 1 MiB that GitHub takes from a step for its summary. */
const LIMIT = 100 * 1024
