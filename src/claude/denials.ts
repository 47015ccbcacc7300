import { fieldOf, isRecord, stringOf } from '../json.ts'
import type { DeniedBy, PermissionDenial } from '../transcript/types.ts'
import type { AgentEvent, Block, Refusal } from './events.ts'
import { allowingRules, isProtectedFile, splitShellCommand } from './permission-rule.ts'

/** A call that was not allowed, and why in Claude Code's words, where it says. */
export interface Denial {
  readonly call: PermissionDenial
  readonly refusal: Pick<Refusal, 'reason' | 'message'> | undefined
}

/** Keeps the calls that were not allowed: as events have them, so that a run that was killed has them too, and as the result has them. */
export function recordDenials() {
  const calls = new Map<string, Extract<Block, { kind: 'tool-use' }>>()
  const denials = new Map<string, Denial>()

  function refuse({ toolUseId, reason, message }: Refusal): void {
    const use = calls.get(toolUseId)
    // The event comes first and says more than what is beside the tool's result.
    if (use === undefined || denials.has(toolUseId)) return
    const call = { tool_name: use.name, tool_use_id: toolUseId, tool_input: use.input }
    denials.set(toolUseId, { call, refusal: { reason, message } })
  }

  return {
    add(event: AgentEvent): void {
      if (event.kind === 'denied') refuse(event)
      for (const call of event.kind === 'result' ? event.permissionDenials : [])
        denials.set(call.tool_use_id, { call, refusal: denials.get(call.tool_use_id)?.refusal })
      for (const block of 'blocks' in event ? event.blocks : []) {
        if (block.kind === 'tool-use' && calls.size < CALLS_AT_ONCE) calls.set(block.id, block)
        if (block.kind !== 'tool-result' || event.kind !== 'user') continue
        const refusal = event.refusals.find(({ toolUseId }) => toolUseId === block.toolUseId)
        // A hook says why only to the model: `PreToolUse:Bash hook error: [command]: read only today`.
        const ofHook = block.text.replace(/^\S+ hook error:\s*/, '').trim()
        if (refusal !== undefined) refuse(refusal.reason === 'hook' ? { ...refusal, message: ofHook } : refusal)
        calls.delete(block.toolUseId)
      }
    },
    list: (): readonly Denial[] => [...denials.values()],
  }
}

/** More than run at once: calls whose results never come must not pile up. */
const CALLS_AT_ONCE = 100

/** A rule that denies or asks, and the input it is in. */
export interface DenyRule {
  readonly rule: string
  readonly from: 'disallowed-tools' | 'settings'
  readonly kind: 'deny' | 'ask'
}

/** The rules of the inputs that deny; `settings` is the parsed object of that input, if there is one. */
export function denyRulesOf(disallowedTools: readonly string[], settings: unknown): readonly DenyRule[] {
  const listed = (['deny', 'ask'] as const).flatMap((kind) => {
    const rules = fieldOf(fieldOf(settings, 'permissions'), kind)
    const texts = Array.isArray(rules) ? rules.filter((rule) => typeof rule === 'string') : []
    return texts.map((rule): DenyRule => ({ rule, from: 'settings', kind }))
  })
  return [...disallowedTools.map((rule): DenyRule => ({ rule, from: 'disallowed-tools', kind: 'deny' })), ...listed]
}

/** Says of each denied call what denied it, and what would allow it; nothing is advised where no rule could help. */
export function explainDenial(
  { refusal, call }: Denial,
  rules: readonly DenyRule[],
  directory: string,
): PermissionDenial {
  const asks = rules.find((each) => each.kind === 'ask' && matches(each.rule, call))
  const by = deniedBy(refusal, { isProtected: isProtectedFile(call, directory), asks: asks !== undefined })
  if (by === 'deny-rule') {
    const ofTool = rules.filter(({ kind, rule }) => kind === 'deny' && toolMatches(rule, call.tool_name))
    const found = ofTool.find(({ rule }) => matches(rule, call)) ?? (ofTool.length === 1 ? ofTool[0] : undefined)
    return { ...call, denied_by: by, ...named(found) }
  }
  if (by === 'ask-rule') return { ...call, denied_by: by, ...named(asks) }
  if (by === 'hook') return { ...call, denied_by: by, ...(refusal?.message ? { rule: refusal.message } : {}) }
  if (by !== 'no-rule') return { ...call, denied_by: by }
  const { exact: allow, wider } = allowingRules(call, directory)
  return { ...call, denied_by: by, allow, ...(wider !== undefined && { wider }) }
}

const named = (found: DenyRule | undefined) =>
  found && { rule: `${found.rule} (${found.from === 'settings' ? `${found.kind} rule of settings` : found.from})` }

/** Claude Code's words are those of 2.1.330: without a rule that allows a call the reason is the permission mode. */
function deniedBy(refusal: Denial['refusal'], call: { isProtected: boolean; asks: boolean }): DeniedBy {
  const { reason = '', message = '' } = refusal ?? {}
  if (reason === 'rule') return 'deny-rule'
  if (reason === 'subcommandResults' && !/requires? approval/.test(message)) return 'deny-rule'
  if (reason === 'hook') return 'hook'
  if (reason === 'classifier') return 'auto-mode'
  if (reason === 'mode' && /plan mode/.test(message)) return 'plan-mode'
  if (reason === 'safetyCheck' || call.isProtected) return 'protected-file'
  return call.asks ? 'ask-rule' : 'no-rule'
}

/** Tools that a rule for the first of them covers. */
const COVERED: Readonly<Record<string, readonly string[]>> = {
  Edit: ['Edit', 'MultiEdit', 'NotebookEdit', 'Write'],
  Agent: ['Agent', 'Task'],
  Task: ['Agent', 'Task'],
  Bash: ['Bash', 'Monitor'],
  Read: ['Read', 'Grep', 'Glob'],
}

const nameOf = (rule: string) => /^[^(]*/.exec(rule)?.[0].trim() ?? ''

function toolMatches(rule: string, tool: string): boolean {
  const name = nameOf(rule)
  return (
    name === tool ||
    (COVERED[name]?.includes(tool) ?? false) ||
    (name.startsWith('mcp__') && tool.startsWith(`${name}__`))
  )
}

/** Whether a rule means a call; as Claude Code reads rules, but for paths only roughly. */
function matches(rule: string, { tool_name: tool, tool_input: input }: PermissionDenial): boolean {
  const content = /^[^(]*\((.*)\)$/s.exec(rule.trim())?.[1]
  if (!toolMatches(rule, tool)) return false
  if (content === undefined || content === '' || content === '*') return true
  const command = stringOf(input, 'command')
  if (command !== undefined) {
    const parts = [command, ...(splitShellCommand(command)?.parts ?? command.split(/&&|\|\||[;|\n]/))]
    return parts.some((part) => commandPattern(content).test(part.trim()))
  }
  const url = stringOf(input, 'url')
  if (url !== undefined) return content === `domain:${URL.parse(url)?.hostname ?? ''}`
  const path = stringOf(input, 'file_path') ?? stringOf(input, 'notebook_path')
  if (path !== undefined) return pathPattern(content).test(path)
  return isRecord(input) && Object.values(input).includes(content)
}

const escaped = (text: string) => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')

function commandPattern(content: string): RegExp {
  const prefix = content.endsWith(':*') ? content.slice(0, -2) : undefined
  if (prefix !== undefined) return new RegExp(`^${escaped(prefix)}(?:\\s|$)`)
  return new RegExp(`^${content.split('*').map(escaped).join('[^]*')}$`)
}

/** The rule's path anywhere at the end of the file's. */
function pathPattern(content: string): RegExp {
  const path = content.replace(/^(?:\/\/|~\/|\.\/|\/)/, '')
  const source = path
    .split('**')
    .map((part) => part.split('*').map(escaped).join('[^/]*'))
    .join('.*')
  return new RegExp(`(?:^|/)${source}(?:/|$)`)
}
