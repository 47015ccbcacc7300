import { KNOWN_TOOLS } from '../claude/release-facts.ts'
import type { Form } from './form.ts'
import type { Refusal } from './scalars.ts'
import type { Workplace } from './workplace.ts'

/**
 * The rules of an input, one a line or separated by commas: `Name` or `Name(...)`, as Claude Code's settings take them
 * (https://code.claude.com/docs/en/settings#permission-settings). Comments, from `#` at the start of a line or behind white
 * space, come off first; inside brackets and quotes `#` and commas belong to the rule. Notes every rule that is none.
 */
export function parseToolRules(form: Form, name: 'allowed-tools' | 'disallowed-tools', place: Workplace | undefined) {
  const kind = name === 'allowed-tools' ? 'allow' : 'deny'
  const rules: string[] = []
  for (const [at, line] of form.text(name).split('\n').entries()) {
    const split = splitLine(line)
    if (split === undefined)
      form.refuse(name, { part: line.trim(), must: `can be read in two ways (line ${at + 1})`, fix: TWO_WAYS })
    for (const rule of split ?? []) {
      const found = checkRule(rule, kind)
      const must = `${found?.must ?? ''} (line ${at + 1})`
      if (found?.isHarmless === true) form.warn(`${name}: ${JSON.stringify(rule)} ${must}.`)
      else if (found !== undefined) form.refuse(name, { part: rule, must, fix: found.fix })
      rules.push(anchorRule(rule, place?.directory ?? ''))
    }
  }
  return rules
}

const TWO_WAYS = 'Write one rule a line, and \\( or \\) for a bracket that is part of a command.'

/** Whether brackets inside quotes are part of a command, as in `Bash(echo "a)")`, or not, as in `Bash(it's), Bash(that's)`. */
type Reading = 'plain' | 'quoted'

/** The rules of one line. Where only one reading gives rules it counts; undefined says that both do, and differ. */
function splitLine(line: string): readonly string[] | undefined {
  const [plain, quoted] = [splitAs('plain', line), splitAs('quoted', line)]
  const isSame = JSON.stringify(plain) === JSON.stringify(quoted)
  if (isSame || !quoted.every((rule) => isRuleAs('quoted', rule))) return plain
  return plain.every((rule) => isRuleAs('plain', rule)) ? undefined : quoted
}

/** Cuts a line at commas and before a comment, where both are outside brackets. */
function splitAs(reading: Reading, line: string): readonly string[] {
  const items = ['']
  for (const { text, depth, before } of pieces(reading, line)) {
    if (text === '#' && depth === 0 && /^$|\s/.test(before)) break
    if (text === ',' && depth === 0) items.push('')
    else items.push((items.pop() ?? '') + text)
  }
  return items.map((item) => item.trim()).filter((item) => item !== '')
}

/** A line in pieces: single characters, escaped ones, and texts in quotes; `depth` counts the brackets open behind each. */
function* pieces(reading: Reading, line: string): Generator<{ text: string; depth: number; before: string }> {
  let depth = 0
  for (let at = 0; at < line.length;) {
    const character = line.charAt(at)
    const heedsQuote = /["']/.test(character) && (reading === 'quoted' || depth === 0)
    const end = character === '\\' ? at + 1 : heedsQuote ? Math.max(at, line.indexOf(character, at + 1)) : at
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    yield { text: line.slice(at, end + 1), depth, before: line.charAt(at - 1) }
    at = end + 1
  }
}

const RULE = /^([\w*.:-]+)(?:\((.*)\))?$/s

/** Whether a text is `Name` or `Name(...)`, and its first bracket is open until the end. */
function isRuleAs(reading: Reading, rule: string): boolean {
  if (!RULE.test(rule)) return false
  const depths = [...pieces(reading, rule.slice(0, -1))].map(({ depth }) => depth)
  const opened = depths.indexOf(1)
  return opened === -1 || depths.slice(opened).every((depth) => depth > 0)
}

const isRule = (rule: string) => isRuleAs('plain', rule) || isRuleAs('quoted', rule)

/** How often a character is in a text without a backslash before it. */
function unescaped(text: string, character: string): number {
  return text.replaceAll(/\\./gs, '').split(character).length - 1
}

/** What is wrong with one rule, by the grammar that Claude Code's settings hold it to (2.1.330); undefined when nothing is. */
export function checkRule(rule: string, kind: RuleKind): Finding | undefined {
  const [, tool, content] = isRule(rule) ? (RULE.exec(rule) ?? []) : []
  if (tool === undefined) return shapeFinding(rule)
  if (content === '')
    return { must: 'must have something between its brackets', fix: `Write \`${tool}\` for all of the tool.` }
  // Claude Code drops such a rule as ambiguous.
  if (content !== undefined && /(?:^|[^\\])\\[()]/.test(content) && unescaped(content, '(') !== unescaped(content, ')'))
    return { must: 'must have a backslash before all of its inner brackets, or before none' }
  if (tool.includes('*') && kind === 'allow' && !/^mcp__[^*]+__/.test(tool))
    return { must: 'must name the tool it allows: only mcp__<server>__* may have a *' }
  if (tool.startsWith('mcp__')) {
    const must = 'must have no brackets: rules for tools of MCP servers are names'
    return content === undefined ? mcpFinding(tool) : { must, fix: `Write \`${tool}\`.` }
  }
  if (tool.includes('*')) {
    const must = 'must have no brackets behind a name with *: such a rule matches nothing'
    return content === undefined ? patternFinding(tool, kind) : { must, fix: 'Write a rule for each tool.' }
  }
  if (!KNOWN_TOOLS.includes(tool)) return misspelt(nearTool(tool), kind)
  return content === undefined ? undefined : contentFinding(tool, content, kind)
}

/** Letters of other kinds in the name of a server or tool are `_` in the rule (seen with 2.1.332). */
function mcpFinding(tool: string): Finding | undefined {
  if (/[:.]/.test(tool)) return { must: 'must be a name of letters, digits, _ and -', fix: MCP_RULES }
  if (tool.length > 5 && tool.endsWith('__')) return { must: 'must name a tool behind the last __', fix: MCP_RULES }
  return undefined
}

const MCP_RULES = 'Write `mcp__<server>` for all tools of a server, or `mcp__<server>__<tool>`.'

/** A name with `*`, which Claude Code matches with upper and lower case (2.1.332). */
function patternFinding(tool: string, kind: RuleKind): Finding | undefined {
  const source = tool.split('*').map(escaped).join('.*')
  const matched = (flags: string) => KNOWN_TOOLS.find((name) => new RegExp(`^${source}$`, flags).test(name))
  return matched('') === undefined ? misspelt(nearTool(tool) ?? matched('i'), kind) : undefined
}

const escaped = (text: string) => text.replaceAll(/[.?+^$(){}|[\]\\]/g, String.raw`\$&`)

function shapeFinding(rule: string): Finding {
  const must = 'must be a rule, Name or Name(...)'
  const bare = rule.replace(/^[\s"'`[]+|[\s"'`\]]+$/g, '')
  if (bare !== rule && isRule(bare))
    return { must: `${must}, without quotes, square brackets or spaces around it`, fix: `Write \`${bare}\`.` }
  const closed = rule.replace(/^(\w+)\s+\(/, '$1(')
  if (closed !== rule && isRule(closed)) return { must: `${must}, without a space`, fix: `Write \`${closed}\`.` }
  const isOpen = unescaped(rule, '(') > unescaped(rule, ')')
  return { must: isOpen ? `${must}, with its closing bracket on the same line` : `${must}; comments begin with #` }
}

/** A tool that the name is but for its spelling, or but for what comes behind a `:` that should be brackets, as in `Bash:touch`. */
function nearTool(tool: string): string | undefined {
  const names = [bareName(tool), bareName(tool.split(/[:.]/)[0] ?? '')]
  const known = KNOWN_TOOLS.find((each) => names.includes(bareName(each)))
  return known ?? (/^mcp__/i.test(tool) ? `mcp__${tool.slice(5)}` : undefined)
}

function misspelt(meant: string | undefined, kind: RuleKind): Finding {
  if (meant === undefined)
    return { must: 'names no tool that this release knows, and may match nothing', isHarmless: true }
  const must = `matches nothing: the tool is called ${meant}`
  return { must, fix: `Write \`${meant}\`.`, isHarmless: kind === 'allow' }
}

const bareName = (tool: string) => tool.toLowerCase().replaceAll(/[^a-z\d]/g, '')

const PATH_TOOLS = /^((?:Read|Write|Edit|MultiEdit|Glob|Grep|LS|NotebookRead|NotebookEdit|Cd)\()\/(?!\/)/

/**
 * A rule that means the same from any settings file: `/` at the start of its path stands for the folder of the file with the
 * rule, which is another one once all settings are in one file, and `//` for the root of the file system (seen with 2.1.330).
 */
export function anchorRule(rule: string, directory: string): string {
  if (!PATH_TOOLS.test(rule)) return rule
  const folder = directory.replaceAll('\\', '/').replaceAll(/[[\]*?]/g, String.raw`\$&`)
  return rule.replace(PATH_TOOLS, (_, start: string) => `${start}/${folder === '/' ? '' : folder}/`)
}

/** What a rule is for: one that allows must not reach further than it says, one that denies must not reach less far. */
type RuleKind = 'allow' | 'deny'

/** What is wrong with a rule; `must` completes a sentence that starts with it. */
export interface Finding extends Pick<Refusal, 'must' | 'fix'> {
  /** The rule does no harm, so that this is a warning. */
  readonly isHarmless?: boolean
}

const FILE_TOOLS = ['Read', 'Write', 'Edit', 'Glob', 'NotebookEdit']

/** Contents that the settings of Claude Code refuse, so that the rule would be dropped without a word, or that match nothing. */
function contentFinding(tool: string, content: string, kind: RuleKind): Finding | undefined {
  if (content.trim() !== content) {
    const must = 'must have no blanks at the edges of its brackets: with them it matches nothing'
    return { must, fix: `Write \`${tool}(${content.trim()})\`.` }
  }
  if (FILE_TOOLS.includes(tool) && /^(["']).*\1$/.test(content)) {
    const must = 'must have no quotes in its brackets: they would be part of the path'
    return { must, fix: `Write \`${tool}(${content.slice(1, -1)})\`.` }
  }
  if (FILE_TOOLS.includes(tool) && content.includes(':*'))
    return { must: 'must not have :*, which is for Bash: files match by * and **' }
  if (tool === 'WebFetch' && !/^domain:(?:[^\s/:"'?#@]+|\[[\da-fA-F:.]+\])$/.test(content))
    return { must: 'must name a host, as in WebFetch(domain:example.com)' }
  if (tool === 'WebSearch' && /[*?]/.test(content)) return { must: 'must not have * or ?' }
  if (COMMAND_TOOLS.includes(tool)) return commandFinding(tool, content, kind)
  if (!['Write', 'NotebookEdit', 'Glob'].includes(tool)) return undefined
  const better = tool === 'Glob' ? 'Read' : 'Edit'
  const must = `matches no file: ${better} with the same path covers ${tool} too`
  return { must, fix: `Write \`${better}(${content})\`.`, isHarmless: kind === 'allow' }
}

const COMMAND_TOOLS = ['Bash', 'Monitor', 'PowerShell']

/** Behind plain words a `:` is none of a command; behind others, such as `80:*` and `"fix: *`, it may be. */
const ENDS_WRONG = /\s:\*$|:\*(?::?\*)+$|^[\w./ -]+(?::\s+\*+|:)$|^[\w./-]+:\*\s+\*+$/

/** Commands that no command is like: each of these forms denied nothing of 2.1.332 that it names. */
function commandFinding(tool: string, content: string, kind: RuleKind): Finding | undefined {
  if (content === ':*') return { must: 'must have a command before :*' }
  if (ENDS_WRONG.test(content)) {
    const must = 'must end in :* alone to match what begins so: as it is, it matches nothing'
    return { must, fix: `Write \`${tool}(${content.replace(/[\s:*]+$/, '')}:*)\`.` }
  }
  if (/\*.*:\*$/.test(content)) {
    const must = 'must not have a * before :*, where it stands for itself'
    return { must, fix: `Write \`${tool}(${content.slice(0, -2)} *)\`.` }
  }
  if (!/^(["'])[\w./-]+\1/.test(content)) return undefined
  const must = 'matches only commands that have these quotes around the program'
  const fix = `Write \`${tool}(${content.replace(/^(["'])([\w./-]+)\1/, '$2')})\`.`
  return { must, fix, isHarmless: kind === 'allow' }
}
