import { createLiteralFinder, type Span } from './pattern-matcher.ts'

/**
 * A kind of secret that shows by its own look: how it starts (one of some texts, in letters, digits, `-`, `_` and `.` only, so that
 * they look the same inside JSON), and the source of a regular expression for the rest, run in linear time on any text.
 */
interface SecretPattern {
  readonly kind: string
  readonly starts: readonly string[]
  readonly rest: string
  /** Whether it counts at the start of a word only. */
  readonly isWord?: boolean
}

/** A kind of secret that looks like any other text, so that only what comes before it shows it; `value` is what is redacted. */
interface NamedSecretPattern {
  readonly kind: string
  readonly name: string
  /** Between name and value; without it {@link NAME_SEPARATOR}. */
  readonly separator?: string
  /** The scheme that a value may begin with. */
  readonly scheme?: string
  readonly value: string
}

const WORD_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

// What keeps these linear: after its first letters each expression is one class of characters repeated at least n times with
// nothing required behind it, so an attempt either fails within n characters or takes all it has read.

/** Key files, also numbered, indented or escaped, as tools print them; a key cut off before its end counts. */
const PRIVATE_KEY = String.raw`[A-Z0-9 ]{1,40}PRIVATE KEY[A-Z ]{0,10}-----(?:[\w+/=\s\\,:|>→]|-(?!----)){0,20000}(?:-----END[A-Z0-9 ]{1,60}-----)?`

/**
 * Formats that their issuers document: AWS unique identifiers (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html),
 * Bedrock API keys (`ABSK` long-term, `bedrock-api-key-` short-term), GitHub token prefixes
 * (https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats), and the others' own.
 */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  { kind: 'private-key', starts: ['-----BEGIN'], rest: PRIVATE_KEY },
  {
    // Both halves of a pair when they are side by side, as in the CSV that the console gives out.
    kind: 'aws-access-key',
    starts: ['AKIA', 'ASIA'],
    rest: String.raw`[A-Z0-9]{16,124}(?:[\s,;:|"']{1,8}[A-Za-z0-9/+]{40,})?`,
  },
  { kind: 'aws-session-token', starts: ['IQoJb3JpZ2lu', 'FwoGZXIvYXdz'], rest: '[A-Za-z0-9/+=%]{50,}' },
  { kind: 'bedrock-api-key', starts: ['ABSK', 'bedrock-api-key-'], rest: '[A-Za-z0-9+/=]{20,}' },
  {
    kind: 'github-token',
    starts: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    rest: String.raw`[A-Za-z0-9_]{36,}(?:\.[\w-]+){0,2}`,
  },
  // What actions/checkout leaves for git: `x-access-token:` and the job's token.
  { kind: 'github-token', starts: ['eC1hY2Nlc3MtdG9rZW46'], rest: '[A-Za-z0-9+/]{8,}={0,2}' },
  {
    kind: 'gitlab-token',
    starts: ['glpat-', 'gldt-', 'glrt-', 'glcbt-', 'glptt-', 'glft-', 'glimt-', 'glagent-', 'gloas-', 'glsoat-'],
    rest: String.raw`[\w-]{20,}(?:\.[\w-]+){0,3}`,
  },
  {
    kind: 'slack-token',
    starts: [...Array.from('abeoprs', (sort) => `xox${sort}-`), 'xapp-'],
    rest: '[A-Za-z0-9-]{10,}',
  },
  {
    kind: 'slack-webhook',
    starts: ['hooks.slack.com'],
    rest: String.raw`[\\/]{1,4}[a-z]+[\\/]{1,4}T[\w/\\]{18,}`,
  },
  { kind: 'npm-token', starts: ['npm_'], rest: '[A-Za-z0-9]{36,}' },
  { kind: 'pypi-token', starts: ['pypi-AgE'], rest: String.raw`[\w-]{50,}` },
  { kind: 'stripe-key', starts: ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_'], rest: '[A-Za-z0-9]{16,}' },
  { kind: 'google-api-key', starts: ['AIza'], rest: String.raw`[\w-]{35,}` },
  { kind: 'google-oauth-secret', starts: ['GOCSPX-'], rest: String.raw`[\w-]{20,}` },
  { kind: 'anthropic-api-key', starts: ['sk-ant-'], rest: String.raw`[\w-]{20,}` },
  {
    kind: 'openai-api-key',
    starts: ['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-or-v1-'],
    rest: String.raw`[\w-]{20,}`,
  },
  { kind: 'huggingface-token', starts: ['hf_'], rest: '[A-Za-z0-9]{30,}', isWord: true },
  { kind: 'jwt', starts: ['eyJ'], rest: String.raw`[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*`, isWord: true },
  apiTokens(['dckr_pat_', 'dckr_oat_', 'ya29.', 'figd_', 'hvs.', 'hvb.'], String.raw`[\w-]{20,}`),
  apiTokens(['dop_v1_', 'doo_v1_', 'dor_v1_', 'rubygems_', 'pul-', 'sbp_'], '[a-f0-9]{40,}'),
  apiTokens(['shpat_', 'shpca_', 'shppa_', 'shpss_', 'dapi'], '[a-fA-F0-9]{32,}'),
  apiTokens(['glsa_', 'glc_', 'lin_api_', 'sntrys_', 'sntryu_', 'ntn_', 'gsk_', 'ATATT3'], String.raw`[\w=+/-]{30,}`),
  apiTokens(['PMAK-', 'AGE-SECRET-KEY-1'], '[A-Za-z0-9-]{50,}'),
  apiTokens(['SG.'], String.raw`[\w-]{16,}\.[\w-]{16,}`),
]

/** Tokens of Docker, Google, Figma, Vault, DigitalOcean, RubyGems, Pulumi, Supabase, Shopify, Databricks, Grafana, Linear, Sentry, ... */
function apiTokens(starts: readonly string[], rest: string): SecretPattern {
  return { kind: 'api-token', starts, rest, isWord: true }
}

/** What may be between a name and its value: JSON, YAML, shell, XML and escaped JSON. */
export const NAME_SEPARATOR = String.raw`["'\\\s:=>]{1,16}`

/**
 * Secrets known by their name: AWS secret access keys (40 characters of base64) and session tokens, credentials of HTTP headers, of
 * addresses and of npm, keys and signatures of Azure storage.
 */
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
  {
    kind: 'authorization',
    name: anyCase('authorization'),
    scheme: String.raw`(?:${anyCase('basic')}|${anyCase('bearer')}|${anyCase('token')})(?:\s|%20|\+){1,3}`,
    value: String.raw`[\w.~+/=-]{8,}`,
  },
  {
    kind: 'url-password',
    name: String.raw`:[\\/]{2,8}[^\s/:@"'<>\\]{0,80}:`,
    separator: '',
    value: String.raw`[^\s/@"'<>\\$]{3,200}(?=@)`,
  },
  {
    kind: 'url-password',
    name: String.raw`:[\\/]{2,8}`,
    separator: '',
    value: String.raw`[\w-]{20,200}(?=@)`,
  },
  {
    kind: 'npm-token',
    name: '_(?:authToken|auth|password)',
    separator: String.raw`\s?[=:]\s?["']{0,1}`,
    value: String.raw`[^\s"'$\\]{8,200}`,
  },
  {
    kind: 'azure-key',
    name: '(?:Account|SharedAccess)Key',
    separator: '=',
    value: '[A-Za-z0-9+/]{40,}={0,2}',
  },
  {
    kind: 'signature',
    name: '(?:[?&]|u0026|%26|amp;)(?:sig|X-Amz-Signature)',
    separator: '=',
    value: '[A-Za-z0-9%+/_-]{30,}',
  },
]

/**
 * Secrets that show by their own look, in order, and their kinds. The expressions are tried only where one of their starts is: all of
 * them at each place take ten times as long, and finding starts gains by four characters at least.
 */
export function findPatterns(text: string): readonly (Span & { readonly kind: string })[] {
  const found: (Span & { readonly kind: string })[] = []
  let from = 0
  for (const span of findStarts(text)) {
    for (let start = Math.max(span.start, from); start < span.end; start++) {
      PATTERNS.lastIndex = start
      const match = PATTERNS.exec(text)
      if (match === null) continue
      const kind = SECRET_PATTERNS.find((_pattern, at) => match[at + 1] !== undefined)?.kind ?? 'secret'
      from = start + match[0].length
      found.push({ start, end: from, kind })
      start = from - 1
    }
  }
  return found
}

const findStarts = createLiteralFinder(
  SECRET_PATTERNS.flatMap(({ starts }) => starts).flatMap((start) =>
    start.length > 3 ? [start] : Array.from(WORD_SIGNS, (next) => start + next),
  ),
)

/** Start of a word, also behind an escape (`\n`, `%3D`) of the text around it. */
const WORD_START = String.raw`(?:(?<![\w-])|(?<=\\[nrt])|(?<=%[\dA-Fa-f]{2}))`

/** Each pattern is a group of its own, tried at the places where one may start. */
const PATTERNS = new RegExp(
  SECRET_PATTERNS.map(
    ({ starts, rest, isWord }) =>
      `(${isWord === true ? WORD_START : ''}(?:${starts.map((start) => start.replaceAll('.', '[.]')).join('|')})${rest})`,
  ).join('|'),
  'y',
)

/**
 * A word in capitals, small letters, or both. Not `(?i:...)`: V8 finds less with it when it compiles an expression without
 * optimization, as it does now and then (seen with Node 24.21 and `--no-regexp-optimization`).
 */
function anyCase(word: string): string {
  return word.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
}

/**
 * An AWS secret access key by its look alone: 40 characters of base64, of each sort one. For a process that does not know
 * the run's own credentials; elsewhere it would redact too much.
 */
export const LONE_SECRET_KEY = String.raw`(?<![\w/+=])(?=[a-z\d/+]*[A-Z])(?=[A-Z\d/+]*[a-z])(?=[A-Za-z/+]*\d)[A-Za-z\d/+]{40}(?![\w/+=])`
