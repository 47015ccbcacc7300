/** An IAM policy as people write it: every list may be a single string. */
export interface PolicyDocument {
  readonly Version?: string
  readonly Statement: PolicyStatement | readonly PolicyStatement[]
}

type OneOrMore = string | readonly string[]

export interface PolicyStatement {
  readonly Sid?: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Principal?: '*' | Readonly<Record<string, OneOrMore>>
  readonly Action: OneOrMore
  readonly Resource?: OneOrMore
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMore>>>>
}

/** What someone wants to do. `principals` are asked about in trust policies only, as `AWS:<arn>` or `Federated:<arn>`. */
export interface PolicyQuestion {
  readonly action: string
  readonly resource?: string
  readonly principals?: readonly string[]
  /** Condition keys and their values; a claim may have several. */
  readonly context: Readonly<Record<string, OneOrMore | undefined>>
}

/** What a policy says: an explicit deny, an allow, or nothing (which denies too). */
export type PolicyAnswer = 'deny' | 'allow' | 'nothing'

/**
 * Asks a policy, as IAM does for the parts these emulators need. Throws on an operator that it does not know, so that no
 * condition is passed over.
 */
export function askPolicy(policy: PolicyDocument, question: PolicyQuestion): PolicyAnswer {
  const effects = listOf(policy.Statement)
    .filter((statement) => applies(statement, question))
    .map(({ Effect }) => Effect)
  if (effects.includes('Deny')) return 'deny'
  return effects.includes('Allow') ? 'allow' : 'nothing'
}

/** A session policy from its JSON, or AWS's words for what is wrong with it. */
export function parseSessionPolicy(json: string): PolicyDocument | string {
  const policy = parseJson(json)
  if (policy === undefined) return 'This policy contains invalid Json'
  const { Statement } = (policy ?? {}) as Partial<PolicyDocument>
  const statements = listOf(Statement)
  const wrong = statements.find(
    ({ Effect, Action, Resource }) => !/^(Allow|Deny)$/.test(Effect) || listOf(Action).length === 0 || !Resource,
  )
  if (statements.length === 0 || wrong) return 'Syntax errors in policy.'
  if (statements.some(({ Principal }) => Principal)) return 'Policy document should not specify a principal.'
  return policy as PolicyDocument
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function applies(statement: PolicyStatement, question: PolicyQuestion): boolean {
  const { action, resource, principals } = question
  const actions = listOf(statement.Action).map((pattern) => pattern.toLowerCase())
  return (
    actions.some((pattern) => matches(pattern, action.toLowerCase())) &&
    (resource === undefined || listOf(statement.Resource).some((pattern) => matches(pattern, resource))) &&
    (principals === undefined || namesOneOf(statement, principals)) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) => holds(operator, keys, question.context))
  )
}

function namesOneOf(statement: PolicyStatement, principals: readonly string[]): boolean {
  if (statement.Principal === '*') return true
  return Object.entries(statement.Principal ?? {}).some(([kind, names]) =>
    listOf(names).some((name) => principals.includes(`${kind}:${name}`)),
  )
}

function holds(
  operator: string,
  keys: Readonly<Record<string, OneOrMore>>,
  context: PolicyQuestion['context'],
): boolean {
  const test = OPERATORS[operator]
  if (!test) throw new Error(`the emulator does not know the condition operator ${operator}`)
  const negated = operator.includes('Not')
  return Object.entries(keys).every(([key, patterns]) => {
    const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]
    const some = listOf(found).some((value) => listOf(patterns).some((pattern) => test(pattern, value)))
    return negated ? !some : some
  })
}

const equal = (pattern: string, value: string) => pattern === value

const OPERATORS: Readonly<Record<string, (pattern: string, value: string) => boolean>> = {
  StringEquals: equal,
  StringNotEquals: equal,
  StringLike: matches,
  StringNotLike: matches,
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
}

/** `*` and `?` as IAM has them. */
function matches(pattern: string, value: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${source}$`, 's').test(value)
}

/** Each of the six parts of an ARN on its own; the last may hold colons. */
function matchesArn(pattern: string, value: string): boolean {
  const parts = (arn: string) => /^([^:]*):([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s.exec(arn)?.slice(1)
  const wanted = parts(pattern)
  const given = parts(value)
  return wanted !== undefined && given !== undefined && wanted.every((part, index) => matches(part, given[index] ?? ''))
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return []
  return Array.isArray(value) ? (value as readonly T[]) : [value as T]
}
