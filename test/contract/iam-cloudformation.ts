import { readFileSync } from 'node:fs'

import { isCollection, isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml'

/** What CloudFormation makes of a template for some parameters. */
export interface Stack {
  /** Properties of the resources that are made, by logical id. */
  readonly resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly outputs: Readonly<Record<string, unknown>>
}

/** Where a stack is deployed, and what its resources answer: `Role` for `!Ref Role`, `Role.Arn` for `!GetAtt Role.Arn`. */
export interface Place {
  readonly region: string
  readonly account: string
  readonly partition?: string
  readonly stackName?: string
  readonly attributes: Readonly<Record<string, string>>
}

/** A function of CloudFormation and its arguments, not evaluated yet. */
interface Call {
  readonly call: string
  readonly argument: unknown
}

interface ParameterDeclaration {
  readonly Default?: string | number
  readonly AllowedPattern?: string
  readonly AllowedValues?: readonly string[]
  readonly MinValue?: number
  readonly MaxValue?: number
  readonly MaxLength?: number
}

interface Assertion {
  readonly Assert: unknown
  readonly AssertDescription: string
}

interface Template {
  readonly Parameters: Readonly<Record<string, ParameterDeclaration>>
  readonly Rules: Readonly<
    Record<string, { readonly RuleCondition: unknown; readonly Assertions: readonly Assertion[] }>
  >
  readonly Conditions: Readonly<Record<string, unknown>>
  readonly Resources: Readonly<Record<string, { readonly Condition?: string; readonly Properties: unknown }>>
  readonly Outputs: Readonly<Record<string, { readonly Condition?: string; readonly Value: unknown }>>
}

const NOTHING = Symbol('AWS::NoValue')

/** The template of examples/iam. */
export const TEMPLATE = new URL('../../examples/iam/cloudformation.yaml', import.meta.url)

/** The template as data, its functions not evaluated. */
export function readTemplate(): Template {
  const document = parseDocument(readFileSync(TEMPLATE, 'utf8'), { logLevel: 'silent' })
  if (document.errors.length > 0) throw new Error(document.errors.join('\n'))
  return plain(document.contents as Node) as Template
}

/** Evaluates the template as CloudFormation does, for the functions it uses; throws where CloudFormation would refuse. */
export function deploy(given: Readonly<Record<string, string>>, place: Place): Stack {
  const { Parameters, Rules, Conditions, Resources, Outputs } = readTemplate()
  const parameters = accepted(Parameters, given)
  const pseudo: Record<string, string | symbol> = {
    'AWS::StackName': place.stackName ?? 'claude-code',
    'AWS::Region': place.region,
    'AWS::AccountId': place.account,
    'AWS::Partition': place.partition ?? 'aws',
    'AWS::NoValue': NOTHING,
  }
  const holds = (name: string): boolean => {
    if (!(name in Conditions)) throw new Error(`no condition ${name}`)
    return evaluate(Conditions[name]) === true
  }
  const made = (id: string) => {
    const condition = Resources[id.split('.')[0]!]?.Condition
    return id.split('.')[0]! in Resources && (condition === undefined || holds(condition))
  }
  const ref = (name: string) => {
    const value = parameters[name] ?? pseudo[name]
    if (value !== undefined) return value
    if (!made(name) || place.attributes[name] === undefined) throw new Error(`nothing to refer to: ${name}`)
    return place.attributes[name]
  }
  const substitute = (text: string, local: Readonly<Record<string, string>>) =>
    text.replaceAll(/\$\{([^}]+)\}/g, (_all, name: string) => String(local[name] ?? ref(name)))

  const functions: Record<string, (argument: unknown) => unknown> = {
    Ref: (name) => ref(String(name)),
    GetAtt: (name) => ref(String(name)),
    Condition: (name) => holds(String(name)),
    If: (argument) => {
      const [condition, yes, no] = argument as [string, unknown, unknown]
      return evaluate(holds(condition) ? yes : no)
    },
    Sub: (argument) => {
      const [text, local] = (Array.isArray(argument) ? argument : [argument, {}]) as [string, object]
      return substitute(text, evaluate(local) as Record<string, string>)
    },
    Select: (argument) => {
      const [index, list] = evaluate(argument) as [number, string[]]
      if (list[index] === undefined) throw new Error(`Fn::Select cannot select nonexistent value at index ${index}`)
      return list[index]
    },
    Split: (argument) => {
      const [separator, text] = evaluate(argument) as [string, string]
      return text.split(separator)
    },
    Join: (argument) => {
      const [separator, list] = evaluate(argument) as [string, string[]]
      return list.join(separator)
    },
    Equals: (argument) => {
      const [a, b] = evaluate(argument) as [unknown, unknown]
      return String(a) === String(b)
    },
    Not: (argument) => !(evaluate(argument) as [boolean])[0],
    Contains: (argument) => {
      const [list, text] = evaluate(argument) as [string[], string]
      return list.includes(text)
    },
    And: (argument) => (evaluate(argument) as boolean[]).every(Boolean),
    Or: (argument) => (evaluate(argument) as boolean[]).some(Boolean),
  }

  function evaluate(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(evaluate).filter((item) => item !== NOTHING)
    if (typeof value !== 'object' || value === null) return value
    if (isCall(value)) {
      const run = functions[value.call]
      if (run === undefined) throw new Error(`no function ${value.call}`)
      return run(value.argument)
    }
    const entries = Object.entries(value).map(([key, item]) => [key, evaluate(item)] as const)
    return Object.fromEntries(entries.filter(([, item]) => item !== NOTHING))
  }

  for (const { RuleCondition, Assertions } of Object.values(Rules)) {
    const broken = Assertions.filter(({ Assert }) => evaluate(RuleCondition) === true && evaluate(Assert) !== true)
    for (const { AssertDescription } of broken) throw new Error(`Template validation error: ${AssertDescription}`)
  }
  const resources = Object.entries(Resources).filter(([id]) => made(id))
  const outputs = Object.entries(Outputs).filter(([, { Condition }]) => Condition === undefined || holds(Condition))
  return {
    resources: Object.fromEntries(
      resources.map(([id, { Properties }]) => [id, evaluate(Properties) as object]),
    ) as Stack['resources'],
    outputs: Object.fromEntries(outputs.map(([name, { Value }]) => [name, evaluate(Value)])),
  }
}

function accepted(
  declared: Template['Parameters'],
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const unknown = Object.keys(given).filter((name) => !(name in declared))
  if (unknown.length > 0) throw new Error(`no such parameters: ${unknown.join(', ')}`)
  return Object.fromEntries(
    Object.entries(declared).map(([name, rules]) => {
      const value = given[name] ?? rules.Default
      if (value === undefined) throw new Error(`parameter ${name} must have a value`)
      const text = String(value)
      const refused =
        (rules.AllowedPattern !== undefined && !new RegExp(rules.AllowedPattern).test(text)) ||
        (rules.AllowedValues !== undefined && !rules.AllowedValues.includes(text)) ||
        Number(text) < (rules.MinValue ?? -Infinity) ||
        Number(text) > (rules.MaxValue ?? Infinity) ||
        text.length > (rules.MaxLength ?? Infinity)
      if (refused) throw new Error(`parameter ${name} must not be "${text}"`)
      return [name, text]
    }),
  )
}

function plain(node: Node): unknown {
  const { tag } = node as { tag?: string }
  const value = untagged(node)
  return tag?.startsWith('!') === true ? ({ call: tag.slice(1), argument: value } satisfies Call) : value
}

function untagged(node: Node): unknown {
  if (isScalar(node)) return node.value
  if (isSeq(node)) return node.items.map((item) => plain(item as Node))
  const [only, ...others] = isMap(node) ? node.items : []
  const name = /^Fn::(\w+)$/.exec(String(only?.key))?.[1]
  if (only !== undefined && name !== undefined && others.length === 0)
    return { call: name, argument: plain(only.value as Node) } satisfies Call
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [String(key), plain(value as Node)]))
  throw new Error(`cannot read ${isCollection(node) ? 'a collection' : 'an alias'}`)
}

function isCall(value: object): value is Call {
  return 'call' in value && 'argument' in value
}
