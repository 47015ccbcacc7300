import { isRecord, parseJson } from '../json.ts'
import type { Environment } from '../ports/machine.ts'
import { CONFIGURATION_WORDS, PROTOCOL_WORDS } from './plain-words.ts'
import { SHORTEST_SECRET } from './secret-forms.ts'

/**
 * Values of the variables named like a secret: `*_TOKEN`, `*_SECRET`, `*_KEY`, `*PASSWORD*` in any case, and Bedrock's bearer key;
 * assignments of the input `environment` count as variables. So do passwords in addresses, wherever they are, and what inputs and variables
 * hold for Claude Code's configuration (`settings`, `mcp-config`, custom headers).
 */
export function secretVariables(env: Environment) {
  const assigned = (env.INPUT_ENVIRONMENT ?? '').split('\n').flatMap((line) => {
    const [, name, value = ''] = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line) ?? []
    return name === undefined ? [] : [[name, value.trim()] as const]
  })
  const named = [...Object.entries(env), ...assigned].flatMap(([name, value]) =>
    value && SECRET_NAME.test(name) ? [[name, value] as const] : [],
  )
  const isSecret = ([, value]: readonly [string, string]) => partsOf(value).length > 0
  return {
    values: [
      ...named.filter(isSecret).map(([, value]) => value),
      ...Object.values(env).flatMap((value) => addressPasswords(value ?? '')),
      ...headerValues(env.ANTHROPIC_CUSTOM_HEADERS ?? ''),
      ...configurationSecrets(env.INPUT_SETTINGS ?? ''),
      ...configurationSecrets(env['INPUT_MCP-CONFIG'] ?? ''),
    ],
    /** Names of variables that are named like a secret, but whose values are plain words and the like. */
    plain: named.filter((variable) => !isSecret(variable)).map(([name]) => name),
  }
}

/** Inputs keep their dashes as variables (`INPUT_BEDROCK-API-KEY`). */
const SECRET_NAME = /(?:^|[_-])(?:TOKEN|SECRET|KEY)$|PASSWORD|^AWS_BEARER_TOKEN_BEDROCK$/i

/**
 * Secrets in the JSON of `settings` or `mcp-config`: values of `env` and `headers`, and arguments behind a flag or a name that is like a
 * secret's, those of commands too, and what addresses hold. Words, paths and the like in `env` are none. Empty for what is no JSON.
 */
export function configurationSecrets(text: string): readonly string[] {
  const secrets: string[] = []
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 20) return
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'env' && isRecord(inner)) secrets.push(...environmentSecrets(inner))
      else if (name === 'headers' && isRecord(inner)) secrets.push(...Object.values(inner).flatMap(headerValue))
      else if (name === 'args' && Array.isArray(inner)) secrets.push(...argumentSecrets(inner))
      else if (typeof inner === 'string' && COMMAND.test(name)) secrets.push(...argumentSecrets(wordsOf(inner)))
      if (typeof inner === 'string') secrets.push(...addressSecrets(inner))
      visit(inner, depth + 1)
    }
  }
  visit(parseJson(text.trim()), 0)
  return secrets.filter((secret) => !isPlain(secret))
}

const environmentSecrets = (env: Readonly<Record<string, unknown>>) =>
  Object.entries(env).flatMap(([name, given]) => {
    if (typeof given !== 'string' && typeof given !== 'number') return []
    const value = String(given)
    if (name === 'ANTHROPIC_CUSTOM_HEADERS') return headerValues(value)
    return SENSITIVE.test(name) || !/^(?:[A-Za-z]+(?:[-_. :,][A-Za-z]+)*|[\d.]+|(?:~|\.{0,2})\/\S*)$/.test(value)
      ? [value]
      : []
  })

const SENSITIVE = /TOKEN|SECRET|KEY|PASS|AUTH|CREDENTIAL|COOKIE|PAT$/i

/** Keys whose texts a shell runs: of hooks, the status line, helpers. */
const COMMAND = /^command$|helper$|^aws(?:AuthRefresh|CredentialExport)$/i

/** The words of a command, quotes off. */
const wordsOf = (command: string) =>
  [...command.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replaceAll(/["']/g, ''))

function argumentSecrets(args: readonly unknown[]): string[] {
  const found = args.flatMap((arg, at) => {
    if (typeof arg !== 'string') return []
    // `NAME=value`, `--flag=value`, and both in one: `--env=NAME=value`.
    const [, , name = '', value] = /^(-e|--?[\w-]+=)?((?:--?)?[\w-]+)=(.*)$/s.exec(arg) ?? []
    if (value !== undefined) return SENSITIVE.test(name) ? [value] : /header/i.test(name) ? headerValues(value) : []
    const before = args[at - 1]
    if (typeof before !== 'string' || !/^--?[\w-]+$/.test(before)) return []
    return before === '-H' || /header/i.test(before) ? headerValues(arg) : SENSITIVE.test(before) ? [arg] : []
  })
  // A variable or a file is named, and holds it.
  return found.filter((value) => !/^(?:\$[\w{(]|(?:~|\.{0,2})\/)/.test(value))
}

/** Values in the query of each address in a text, and the long parts of its path that are no words: `https://host/<key>/mcp?apiKey=...`. */
function addressSecrets(text: string): readonly string[] {
  return [...text.matchAll(/\bhttps?:\/\/[^\s"'<>]+/gi)].flatMap(([found]) => {
    const address = URL.parse(found)
    if (address === null) return []
    const queried = [...address.searchParams].filter(([name, value]) => SENSITIVE.test(name) || looksRandom(value))
    const parts = address.pathname.split('/').map(unescaped).filter(looksRandom)
    return [...queried.map(([, value]) => value), ...parts]
  })
}

/** 16 characters and more with a digit and a letter, and no file or version. */
const looksRandom = (text: string) => /^(?=.*\d)(?=.*[A-Za-z])[\w~+=-]{16,}$/.test(text)

/** Values of lines `Name: value`; of one with a scheme, such as `Bearer`, what is behind it. */
const headerValues = (lines: string) => lines.split('\n').flatMap((line) => headerValue(/:(.*)/s.exec(line)?.[1]))

const headerValue = (value: unknown) =>
  typeof value === 'string'
    ? [value.trim().replace(/^(?:Bearer|Basic|Token)\s+/i, '')].filter((text) => !isPlain(text))
    : []

/**
 * The secret and the secrets in it: leaves of JSON, values of `NAME=value` and of YAML, what base64 holds, the password of an
 * address, and each of several lines. Parts that are plain are left out, and so is a whole that is.
 */
export function partsOf(secret: string, depth = 0): readonly string[] {
  const value = secret.trim()
  if (isPlain(value)) return []
  const leaves = depth === 4 ? [] : leavesOf(value).filter((leaf) => leaf !== value)
  return [...new Set([secret, ...leaves.flatMap((leaf) => partsOf(leaf, depth + 1))])]
}

function leavesOf(value: string): readonly string[] {
  const json = /^[[{]/.test(value) ? parseJson(value) : undefined
  if (json !== undefined) return jsonLeaves(json)
  const lines = value.split(/\r\n|\r|\n/).map((line) => line.trim())
  if (lines.length > 1)
    return lineLeaves(lines.filter((line) => line !== '' && !/^(?:#|-----(?:BEGIN|END) )/.test(line)))
  const encoded = /^[\w+/-]{16,}={0,2}$/.test(value) ? Buffer.from(value, 'base64').toString() : ''
  return [
    ...(/^[\t\n\r -~]{6,}$/.test(encoded) ? [encoded] : []),
    ...addressParts(value),
    ...(/^[\w.-]+=/.test(value) ? value.split(';').flatMap(assignedValue) : []),
    // `user:password`, and what comes behind the scheme of a header.
    ...(/^(?:[\w.@+-]+:|(?:Bearer|Basic|Token)\s+)([^\s/]\S+)$/i.exec(value)?.slice(1) ?? []),
  ]
}

/** The password of an address, or its user where it has none: as it is, and with its escapes resolved. */
function addressParts(value: string): readonly string[] {
  const address = URL.parse(value)
  const part = address === null ? '' : address.password || address.username
  return [...new Set([part, unescaped(part)])]
}

const addressPasswords = (value: string) =>
  /^[a-z][a-z\d+.-]*:\/\/[^\s/]*:[^\s/]+@/i.test(value) ? addressParts(value).filter((part) => !isPlain(part)) : []

const jsonLeaves = (value: unknown): readonly string[] => {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(jsonLeaves) : []
}

/** In a text of names and values only values are secret; any other text is, line by line, as `cat -n` prints it. */
function lineLeaves(lines: readonly string[]): readonly string[] {
  const isStructured = lines.filter((line) => NAMED_LINE.test(line)).length >= lines.length / 2
  return lines.flatMap((line) => {
    const [, name = '', value] = NAMED_LINE.exec(line) ?? []
    if (value === undefined) return isStructured && /^-\s+[\w-]+$/.test(line) ? [] : [line]
    const leaves = STRUCTURE.has(name) ? [] : [unquoted(value), unquoted(value.replace(/\s#.*$/, ''))]
    return [...(isStructured ? [] : [line]), ...new Set(leaves)]
  })
}

const NAMED_LINE = /^(?:export\s+|-\s+)*["']?([\w./-]+)["']?(?:\s*=|:(?=\s|$))\s*(.*)$/

/** Names in a kubeconfig whose values point at its other parts, or say how to read them. */
const STRUCTURE = new Set(
  [
    'apiVersion kind name namespace cluster user context current-context',
    'command interactiveMode provideClusterInfo installHint',
  ].flatMap((names) => names.split(' ')),
)

const assignedValue = (assignment: string) => {
  const [, value] = /^\s*[\w. -]+=(.*)$/s.exec(assignment) ?? []
  return value === undefined ? [] : [unquoted(value)]
}

const unquoted = (value: string) => value.trim().replace(/^(["'])(.*)\1$/s, '$2')

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Whether a value is too plain to be looked for: short, a word of Claude Code's protocol or of configuration, a host, a region, or an
 * address without user information.
 */
export function isPlain(value: string): boolean {
  const text = value.trim()
  const word = text.toLowerCase()
  if (word.length < SHORTEST_SECRET || PROTOCOL_WORDS.has(word) || CONFIGURATION_WORDS.has(word)) return true
  return HOST.test(text) || REGION.test(text) || isOpenAddress(text)
}

/** Names end in a common top-level domain, or one of private networks: any two words with a dot between could be a password. */
const HOST =
  /^(?:(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:com|net|org|io|dev|app|cloud|ai|co|gov|edu|info|biz|[a-z]{2}|internal|local|lan|corp|home|test|example|invalid|localhost)|localhost|\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?$/

/** Of AWS (`us-gov-east-1`), Google Cloud (`europe-west4`, `us-central1-a`) and Azure (`eastus2`, `westeurope`). */
const REGION =
  /^(?:[a-z]{2,3}(?:-[a-z]{3,4})?-(?:north|south|east|west|central)+-\d|(?:[a-z]+-)?(?:us|europe|asia|australia|africa|me|northamerica|southamerica)-(?:north|south|east|west|central)+\d{1,2}(?:-[a-f])?|(?:north|south|east|west|central)+(?:us|europe|asia|india)\d?)$/

function isOpenAddress(value: string): boolean {
  const address = /^[a-z][a-z\d+.-]*:\/\/\S+$/i.test(value) ? URL.parse(value) : null
  return address !== null && address.username === '' && address.password === ''
}
