import {
  Failure,
  quoteError,
  ServiceError,
  type FailureCode,
  type Fix,
  yaml,
  type FixBlock,
  FAILURE_WORDS,
} from './errors.ts'
import { fencedText, plainText } from './markdown.ts'
import { cutText, capitalized } from './text.ts'

/**
 * One kind of error that a service gives: how it is recognised, what it means, what to do, and whether to ask again.
 * `Context` is what was being done, for words that name a region, a role or a model.
 */
export interface ErrorRule<Context> {
  /** Unique in its list; tests name rules by it. */
  readonly id: string
  /** The rule is meant when one of these fits. */
  readonly match: readonly ErrorPattern[]
  /** Narrows the match by what was being done. */
  readonly when?: (error: ServiceError, context: Context) => boolean
  readonly code: FailureCode
  /** The first line, where the usual one of the code does not say it. */
  readonly title?: (error: ServiceError, context: Context) => string
  /** Left out where the words of the service say it all. */
  readonly explanation?: string | ((error: ServiceError, context: Context) => string)
  readonly fix: Fix | ((error: ServiceError, context: Context) => Fix)
  /** Whether the same request may succeed a moment later. */
  readonly retryable?: boolean
}

/**
 * What an error looks like; each field that is given must fit. `names` are compared without case and without a trailing
 * `Exception`, with the error's own name and with that of the error it wraps; status `none` means that nothing answered.
 */
export interface ErrorPattern {
  readonly services?: readonly string[]
  readonly operations?: readonly string[]
  readonly names?: readonly (string | RegExp)[]
  readonly statuses?: readonly (number | '4xx' | '5xx' | 'none')[]
  readonly message?: RegExp
}

interface Explaining<Context> {
  readonly rules: readonly ErrorRule<Context>[]
  readonly context: Context
  /** What or whom a failure is about, for the first line of the message. */
  readonly subject?: (code: FailureCode) => string | undefined
  /** Writes the words of the service, by default {@link quoteError}. */
  readonly quote?: (error: ServiceError) => string
}

/**
 * The rule that an error falls under: one that knows its words goes before one that knows its name, that before one that
 * knows its status; of equals the first counts.
 */
export function findRule<Context>(
  error: ServiceError,
  rules: readonly ErrorRule<Context>[],
  context: Context,
): ErrorRule<Context> | undefined {
  let found: ErrorRule<Context> | undefined
  let rank = NO_MATCH
  for (const rule of rules) {
    const best = Math.max(...rule.match.map((pattern) => rankOf(pattern, error)))
    if (best > rank && (rule.when?.(error, context) ?? true)) [found, rank] = [rule, best]
  }
  return found
}

/** An error as a Failure: what is wrong on one line, what it means, the service's own words, and what to do. Without a rule it is `unexpected`. */
export function explainError<Context>(error: ServiceError, explaining: Explaining<Context>): Failure {
  const { rules, context, subject, quote = quoteError } = explaining
  const rule = findRule(error, rules, context)
  const explanation = typeof rule?.explanation === 'function' ? rule.explanation(error, context) : rule?.explanation
  const fix = typeof rule?.fix === 'function' ? rule.fix(error, context) : rule?.fix
  const quoted = quote(error)
  const id = error.requestId === undefined ? '' : ` and the request id ${error.requestId}`
  const lookUp = `Look these words up in the documentation of the service, or give them${id} to AWS Support.`
  const code = rule?.code ?? 'unexpected'
  const title = rule?.title === undefined ? failureTitle(code, subject?.(code)) : asTitle(rule.title(error, context))
  return new Failure(code, {
    message: [title, rule === undefined ? 'This action does not know this answer.' : explanation, quoted]
      .filter(Boolean)
      .join('\n'),
    quote: quoted,
    fix: fix ?? lookUp,
    retryable: rule?.retryable,
    cause: error,
  })
}

/** Whether the same thing may succeed a moment later, as the rule says that explained the error. */
export const isRetryable = (error: unknown): boolean => error instanceof Failure && error.retryable

/** How long the service asks to be left alone, in milliseconds; undefined where it does not say. */
export function retryAfterMs(error: unknown): number | undefined {
  const cause = error instanceof Failure ? error.cause : error
  return cause instanceof ServiceError ? cause.retryAfterMs : undefined
}

/** Names with which AWS's services say that requests came too often (https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html). */
export const THROTTLING_NAMES: readonly RegExp[] = [
  /^(EC2|Request)?Throttl/i,
  /^(TooManyRequests|RequestLimit|SlowDown|BandwidthLimit|PriorRequestNotComplete|ProvisionedThroughput)/i,
]

/** Names of faults inside of AWS's services, which pass by themselves. */
export const FAULT_NAMES: readonly RegExp[] = [/^(InternalServer|InternalFailure|InternalError|RequestTimeout)/i]

const NO_MATCH = -1

/** 3: by its words, 2: by its name, 1: by its status, 0: by its service or operation alone. */
function rankOf({ services, operations, names, statuses, message }: ErrorPattern, error: ServiceError): number {
  if (services !== undefined && !services.includes(error.service)) return NO_MATCH
  if (operations !== undefined && !operations.includes(error.operation)) return NO_MATCH
  if (names !== undefined && !names.some((name) => isNamed(error, name))) return NO_MATCH
  if (statuses !== undefined && !statuses.some((status) => statusesOf(error).includes(status))) return NO_MATCH
  if (message !== undefined && !message.test(error.message)) return NO_MATCH
  if (message !== undefined) return 3
  if (names !== undefined) return 2
  return statuses === undefined ? 0 : 1
}

function isNamed({ name, causeName }: ServiceError, wanted: string | RegExp): boolean {
  return [name, causeName].some((given) => {
    if (given === undefined) return false
    if (wanted instanceof RegExp) return wanted.test(given)
    return bareName(given) === bareName(wanted)
  })
}

const bareName = (name: string) => name.toLowerCase().replace(/exception$/, '')

/** A status, and how a pattern may name it beside. */
function statusesOf({ status }: ServiceError): NonNullable<ErrorPattern['statuses']> {
  if (status === undefined) return ['none']
  return status >= 500 ? [status, '5xx'] : status >= 400 ? [status, '4xx'] : [status]
}

/** What a job needs for this step to assume a role with GitHub's OIDC token. */
export const ASSUME_ROLE: readonly FixBlock[] = [
  yaml('permissions:\n  id-token: write\n  contents: read'),
  yaml('with:\n  role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME'),
]

/** The first value as an input of this step, the others as comments below it. */
export function inputLine(input: string, values: readonly string[]): FixBlock {
  return yaml(['with:', ...values.map((value, at) => `  ${at === 0 ? '' : '# '}${input}: ${value}`)].join('\n'))
}

/** A fix as blocks of Markdown: prose wraps as text would, each piece to copy has a fence of its own. */
export const fixMarkdown = (fix: readonly FixBlock[]): readonly string[] =>
  fix.map((block) =>
    block.kind === 'text'
      ? plainText(cutText(block.text, 10_000, CUT))
      : fencedText(cutText(block.code, 50_000, CUT), block.language),
  )

const CUT = '\n[cut here: the log has all of it]'

/** Longest first line of a failure's message: what the list of annotations shows of it. */
export const LONGEST_TITLE = 120

/** The first line of a failure's message: what is wrong, and of what or for whom (`subject`, cut where it is too long). */
export function failureTitle(code: FailureCode, subject = ''): string {
  const title = capitalized(FAILURE_WORDS[code])
  return asTitle(subject === '' ? `${title}.` : `${title}: ${subject}`)
}

/** The same of other words. */
export const asTitle = (text: string): string => cutText(text.replaceAll(/\s*\n\s*/g, ' '), LONGEST_TITLE, '…')
