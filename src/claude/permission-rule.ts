import { isAbsolute, join, normalize, relative, sep } from 'node:path'

import { stringOf } from '../json.ts'
import type { PermissionDenial } from '../transcript/types.ts'

/** Lines of `allowed-tools` for a call that no rule allowed. */
interface AllowingRules {
  /** They allow this very call, and nothing beside it; empty where there is no such rule. */
  readonly exact: readonly string[]
  /** What would allow it and much besides, for a remark. */
  readonly wider: string | undefined
}

/**
 * The rules for a call (https://code.claude.com/docs/en/permissions#permission-rule-syntax; each form tried with 2.1.330).
 * `directory` is the folder that Claude Code works in. A bare `Bash` is never among them.
 */
export function allowingRules(call: ToolCall, directory?: string): AllowingRules {
  const { tool_name: tool, tool_input: input } = call
  // A monitor runs a command, for which the rules of Bash count.
  if (tool === 'Bash' || tool === 'Monitor') return commandRules(stringOf(input, 'command') ?? '', directory)
  if (tool === 'Read') return { exact: fileRules('Read', stringOf(input, 'file_path'), directory), wider: undefined }
  if (EDITORS.has(tool)) {
    const exact = fileRules('Edit', editedPath(call), directory)
    // A rule for the tool as a whole covers the folder only.
    return { exact, wider: exact[0]?.startsWith('Edit(//') === false ? tool : undefined }
  }
  if (tool === 'WebFetch') {
    const host = URL.parse(stringOf(input, 'url') ?? '')?.hostname ?? ''
    return { exact: /^[\w.-]+$/.test(host) ? [`WebFetch(domain:${host})`] : [], wider: undefined }
  }
  return { exact: RUNS_ANYTHING.has(tool) || !/^[\w-]+$/.test(tool) ? [] : [tool], wider: undefined }
}

type ToolCall = Pick<PermissionDenial, 'tool_name' | 'tool_input'>

const EDITORS = new Set(['Edit', 'MultiEdit', 'NotebookEdit', 'Write'])

/** The file that a call would change; undefined for tools that change none. */
const editedPath = ({ tool_name: tool, tool_input: input }: ToolCall) =>
  EDITORS.has(tool) ? (stringOf(input, 'file_path') ?? stringOf(input, 'notebook_path')) : undefined

/** Without a rule that names what they run, they run anything. */
const RUNS_ANYTHING = new Set(['BashOutput', 'PowerShell', 'REPL', 'Workflow'])

function commandRules(command: string, directory: string | undefined): AllowingRules {
  const wider = widerRule(command)
  const split = splitShellCommand(command)
  if (split === undefined || /[()]/.test(split.text)) return { exact: [], wider }
  const { parts, writes, isChain } = split
  const files = writes.flatMap((path) => fileRules('Edit', path, directory))
  const commands = isChain ? [split.text] : parts.filter((part) => !/^cd [\w.-]/.test(part))
  // As one rule a chain may even leave the folder; its parts may not, nor a command alone.
  const mayLeave = isChain && parts.length > 1
  const isExact = commands.every((part) => !SAYS_OTHER.test(part) && (mayLeave || staysInside(part)))
  if (!isExact || files.length < writes.length) return { exact: [], wider }
  return { exact: [...new Set([...commands.map((part) => `Bash(${part})`), ...files])], wider }
}

/** In a rule `*` is any text, even in quotes, and two backslashes are one (2.1.332); an input's rule has no line break, and none ends in `:`. */
const SAYS_OTHER = /[*\r\n]|\\\\|:$/

/** Of these programs Claude Code looks at the paths too: outside its folder no rule for the command is enough. */
const READS_PATHS =
  /^(?:awk|base64|cat|cd|column|cp|cut|diff|file|find|grep|head|hexdump|jq|ls|md5sum|mkdir|mv|nl|od|paste|rg|rm|rmdir|sed|sha\d+sum|sort|stat|strings|tail|tee|touch|tr|uniq|wc)\s/

const staysInside = (command: string) =>
  !READS_PATHS.test(command) || !/\s["']?(?:[/~$]|\S*\.\.(?:[/\s]|$))/.test(command)

/** `Bash(git push:*)` for `git push origin main`; never for a program that runs others. */
function widerRule(command: string): string | undefined {
  const split = splitShellCommand(command)
  const { parts, writes } = split ?? {
    parts: HEREDOC_ARGUMENT.test(command.trim()) ? [command.trim()] : [],
    writes: [],
  }
  const [text = ''] = parts
  if (parts.length !== 1 || writes.length > 0) return undefined
  const [program = '', verb = ''] = text.split(/\s+/)
  if (!/^[\w./-]+$/.test(program) || NEVER_WIDER.test(program.slice(program.lastIndexOf('/') + 1))) return undefined
  // A rule with `:*` does not cover what a variable may hold.
  if (!staysInside(text) || /\$\w/.test(text)) return undefined
  return /^[a-z][a-z-]*$/.test(verb) ? `Bash(${program} ${verb}:*)` : `Bash(${program}:*)`
}

/** `git commit -m "$(cat <<'EOF' ... EOF )"`: one argument of many lines, as Claude writes messages. */
const HEREDOC_ARGUMENT = /^[\w./ -]+ "\$\(cat <<'(\w+)'\n[^]*\n\1\n\s*\)"$/

/** They run any program or change any file, so that no rule with `:*` is narrow. */
const NEVER_WIDER =
  /^(?:\.|(?:ba|da|z|k|fi)?sh|bunx?|command|deno|docker|doas|env|eval|exec|find|make|nice|node|nohup|npx|parallel|perl|php|python[\d.]*|ruby|setsid|source|ssh|sudo|su|tclsh|time|timeout|touch|watch|xargs|[gm]?awk|sed|tee|rm|mv|cp|chmod|chown|ln|dd|curl|wget|pnpx|uvx?)$/

function fileRules(tool: 'Edit' | 'Read', path: string | undefined, directory: string | undefined): readonly string[] {
  if (path === undefined || path === '' || /[*?[\](){},\n#]/.test(path) || path.startsWith('~')) return []
  const inside = insideOf(path, directory)
  const whole = isAbsolute(path) ? normalize(path) : join(directory ?? '.', path)
  if (tool === 'Edit' && isProtected(inside)) return []
  if (!isAbsolute(inside) && !inside.startsWith('..')) return [`${tool}(${inside})`]
  return isAbsolute(whole) ? [`${tool}(/${whole})`] : []
}

/** The path as seen from the folder, where that is known. */
function insideOf(path: string, directory: string | undefined): string {
  if (directory === undefined) return normalize(path)
  return relative(directory, isAbsolute(path) ? path : join(directory, path))
}

/** Files that Claude Code lets nobody but a person change, whatever the rules (2.1.330). */
const PROTECTED =
  /\/(?:\.git|\.claude|\.vscode|\.idea|\.husky)\/|\/\.(?:gitconfig|gitmodules|bashrc|bash_profile|zshrc|zprofile|profile|ripgreprc|mcp\.json|claude\.json)$/

const isProtected = (path: string) => PROTECTED.test(`/${path.split(sep).join('/')}`)

/** Whether a call would change such a file. */
export function isProtectedFile(call: ToolCall, directory?: string): boolean {
  const path = editedPath(call)
  return path !== undefined && isProtected(insideOf(path, directory))
}

/** YAML that would allow denied calls, beside the rules that are there; undefined when there is no such rule. */
export function allowingYaml(denials: readonly PermissionDenial[]): string | undefined {
  const rules = [...new Set(denials.flatMap((denial) => advised(denial).exact))].slice(0, MOST_RULES)
  return rules.length === 0 ? undefined : ['allowed-tools: |', ...rules.map((rule) => `  ${rule}`)].join('\n')
}

const MOST_RULES = 50

/** The rules beside a denial; of a run that was killed none do. */
const advised = (denial: PermissionDenial): AllowingRules =>
  denial.denied_by === undefined ? allowingRules(denial) : { exact: denial.allow ?? [], wider: denial.wider }

/** Why a call was denied and what would allow it, on one line; `shown` is how rules, and what a hook said, are written. */
export function denialReason(denial: PermissionDenial, shown: (rule: string) => string = (rule) => rule): string {
  const { denied_by: by, rule } = denial
  const named = rule === undefined ? undefined : shown(rule)
  switch (by) {
    case 'deny-rule':
      return `denied by ${named ?? 'a deny rule of the settings'}; no rule of allowed-tools can change that`
    case 'ask-rule':
      return `${named ?? 'an ask rule'} asks a person, and there is none; no rule of allowed-tools can change that`
    case 'hook':
      return `denied by a hook${named === undefined ? '' : `: ${named}`}`
    case 'plan-mode':
      return 'not possible with permission-mode: plan'
    case 'protected-file':
      return 'Claude Code lets only a person change this file'
    case 'auto-mode':
      return 'denied by permission-mode: auto'
    default: {
      const { exact, wider } = advised(denial)
      const more = wider === undefined ? '' : `; ${shown(wider)} would allow much more`
      return exact.length > 0 ? `${exact.map(shown).join(', ')} would allow it${more}` : `no narrow rule exists${more}`
    }
  }
}

/**
 * Splits a command line at `&&`, `||`, `;`, `|` and line breaks outside quotes. Undefined where it is more than plain commands:
 * substitutions, here-documents, subshells, globs, control structures, commands in the background, unfinished quotes. `writes` are
 * the targets of redirections; `isChain` says whether it is one line of commands joined by `&&`, `||` and `;` only.
 */
export function splitShellCommand(line: string) {
  const text = line.trim().replace(/\s*;$/, '')
  const parts: string[] = []
  const writes: string[] = []
  let isChain = true
  let part = ''

  const endPart = () => {
    const command = part.trim()
    if (command !== '' && !command.startsWith('#')) parts.push(command)
    part = ''
  }
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at)
    const quoted = QUOTED.exec(rest)?.[0]
    const operator = OPERATOR.exec(rest)?.[0]
    const redirection = REDIRECTION.exec(rest)
    if (quoted !== undefined) {
      part += quoted
      at += quoted.length
    } else if (/^\s#/.test(rest) || (part.trim() === '' && rest.startsWith('#'))) {
      // A comment: to the end of the line.
      at += /^[^\n]*/.exec(rest)?.[0].length ?? 0
      isChain = false
    } else if (redirection !== null && /(^|\s)\d*$|&$/.test(part + (redirection[1] ?? ''))) {
      const target = redirection[2] ?? ''
      if (!target.startsWith('&') && target !== '/dev/null') writes.push(target)
      at += redirection[0].length
      isChain = false
    } else if (operator !== undefined) {
      if (operator === '|' || operator === '\n') isChain = false
      endPart()
      at += operator.length
    } else if (SPECIAL.test(rest)) {
      return undefined
    } else {
      part += text.charAt(at)
      at += 1
    }
  }
  endPart()
  if (parts.length === 0 || parts.some((command) => KEYWORD.test(command))) return undefined
  return { text, parts, writes, isChain }
}

/** Single quotes; double quotes without substitutions; an escaped character. */
const QUOTED = /^(?:'[^']*'|"(?:[^"\\$`]|\\[^]|\$(?![({]))*"|\\[^\n])/

const OPERATOR = /^(?:&&|\|\||;|\||\n)/

/** `2>&1`, `> out.txt`, `>> log`, `&> /dev/null`; the target is a word without quotes. */
const REDIRECTION = /^(\d*|&)>{1,2}\s*(&\d|[\w./@%+=:,-]+)/

/** Everything else that means something to the shell, and quotes that do not end. */
const SPECIAL = /^(?:\$[({]|[`'"<>&(){}*?[\]\\])/

const KEYWORD = /^(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|function|select|coproc|test|!|\[)(?:\s|$)/
