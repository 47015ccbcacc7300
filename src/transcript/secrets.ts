import type { Environment } from '../ports/machine.ts'

/** Values of the variables named like a secret: `*_TOKEN`, `*_SECRET`, `*_KEY`, `*PASSWORD*` in any case, and Bedrock's bearer key. */
export function secretVariables(env: Environment): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) => (value && SECRET_NAME.test(name) ? [value] : []))
}

/** Inputs keep their dashes as variables (`INPUT_BEDROCK-API-KEY`). */
const SECRET_NAME = /(?:^|[_-])(?:TOKEN|SECRET|KEY)$|PASSWORD|^AWS_BEARER_TOKEN_BEDROCK$/i

/**
 * A kind of secret that shows by its own look. `hint` is text that every such secret holds, in letters, digits, `-` and `_`
 * only, so that it looks the same inside JSON; both are sources of regular expressions, run in linear time on any text.
 */
export interface SecretPattern {
  readonly kind: string
  readonly hint: string
  readonly expression: string
}

/** A kind of secret that looks like any other text, so that only the `name` before it tells; `value` is what is redacted. */
export interface NamedSecretPattern {
  readonly kind: string
  readonly name: string
  readonly value: string
}

// What keeps these linear: after its first letters each expression is one class of characters repeated at least n times with
// nothing required behind it, so an attempt either fails within n characters or takes all it has read.

/** Start of a word, also behind an escape (`\n`, `%3D`) of the text around it. */
const START = String.raw`(?:(?<![\w-])|(?<=\\[nrt])|(?<=%[\dA-Fa-f]{2}))`

/** Key files, also numbered, indented or escaped, as tools print them; a key cut off before its end counts. */
const PRIVATE_KEY = String.raw`-----BEGIN[A-Z0-9 ]{1,40}PRIVATE KEY[A-Z ]{0,10}-----(?:[\w+/=\s\\,:|>→]|-(?!----)){0,20000}(?:-----END[A-Z0-9 ]{1,60}-----)?`

/**
 * Formats that their issuers document: AWS unique identifiers (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html),
 * Bedrock API keys (`ABSK` long-term, `bedrock-api-key-` short-term), GitHub token prefixes
 * (https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats), and the others' own.
 */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  { kind: 'private-key', hint: '-----BEGIN', expression: PRIVATE_KEY },
  {
    // Both halves of a pair when they stand side by side, as in the CSV that the console gives out.
    kind: 'aws-access-key',
    hint: 'AKIA|ASIA',
    expression: String.raw`(?:AKIA|ASIA)[A-Z0-9]{16,124}(?:[\s,;:|"']{1,8}[A-Za-z0-9/+]{40,})?`,
  },
  {
    kind: 'aws-session-token',
    hint: 'IQoJb3JpZ2lu|FwoGZXIvYXdz',
    expression: '(?:IQoJb3JpZ2lu|FwoGZXIvYXdz)[A-Za-z0-9/+=%]{50,}',
  },
  { kind: 'bedrock-api-key', hint: 'ABSK', expression: 'ABSK[A-Za-z0-9+/=]{20,}' },
  { kind: 'bedrock-api-key', hint: 'bedrock-api-key-', expression: 'bedrock-api-key-[A-Za-z0-9+/=]{20,}' },
  {
    kind: 'github-token',
    hint: 'gh[pousr]_|github_pat_',
    expression: String.raw`(?:gh[pousr]_|github_pat_)[A-Za-z0-9_]{36,}(?:\.[\w-]+){0,2}`,
  },
  { kind: 'slack-token', hint: 'xox[abeoprs]-|xapp-', expression: '(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,}' },
  { kind: 'npm-token', hint: 'npm_', expression: 'npm_[A-Za-z0-9]{36,}' },
  { kind: 'pypi-token', hint: 'pypi-AgE', expression: String.raw`pypi-AgE[\w-]{50,}` },
  { kind: 'stripe-key', hint: '[rs]k_(?:live|test)_', expression: '[rs]k_(?:live|test)_[A-Za-z0-9]{16,}' },
  { kind: 'google-api-key', hint: 'AIza', expression: String.raw`AIza[\w-]{35,}` },
  { kind: 'google-oauth-secret', hint: 'GOCSPX-', expression: String.raw`GOCSPX-[\w-]{20,}` },
  { kind: 'anthropic-api-key', hint: 'sk-ant-', expression: String.raw`sk-ant-[\w-]{20,}` },
  { kind: 'jwt', hint: 'eyJ', expression: String.raw`${START}eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*` },
]

/** AWS secret access keys (40 characters of base64) and session tokens, wherever their name stands before them. */
export const NAMED_SECRET_PATTERNS: readonly NamedSecretPattern[] = [
  {
    kind: 'aws-secret-access-key',
    name: `${anyCase('secret')}[_ -]?${anyCase('access')}[_ -]?${anyCase('key')}`,
    value: '[A-Za-z0-9/+%]{40,}',
  },
  {
    kind: 'aws-session-token',
    name: `(?:${anyCase('session')}|${anyCase('security')})[_-]?${anyCase('token')}`,
    value: '[A-Za-z0-9/+=%]{100,}',
  },
]

/**
 * A word in capitals, small letters, or both. Not `(?i:...)`: V8 finds less with it when it compiles an expression without
 * optimization, as it does now and then (seen with Node 24.21 and `--no-regexp-optimization`).
 */
function anyCase(word: string): string {
  return word.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
}

/** What may stand between a name and its value: JSON, YAML, shell, XML and escaped JSON. */
export const NAME_SEPARATOR = String.raw`["'\\\s:=>]{1,16}`

/**
 * An AWS secret access key by its look alone: 40 characters of base64, of each sort one. For a process that does not know
 * the run's own credentials; elsewhere it would redact too much.
 */
export const LONE_SECRET_KEY = String.raw`(?<![\w/+=])(?=[a-z\d/+]*[A-Z])(?=[A-Z\d/+]*[a-z])(?=[A-Za-z/+]*\d)[A-Za-z\d/+]{40}(?![\w/+=])`
