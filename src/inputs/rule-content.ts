import type { Refusal } from './scalars.ts'

/** What a rule is for: one that allows must not reach further than it says, one that denies must not reach less far. */
export type RuleKind = 'allow' | 'deny'

/** What is wrong with a rule; `must` completes a sentence that starts with it. */
export interface Finding extends Pick<Refusal, 'must' | 'fix'> {
  /** The rule does no harm, so that this is a warning. */
  readonly isHarmless?: boolean
}

const FILE_TOOLS = ['Read', 'Write', 'Edit', 'Glob', 'NotebookEdit']

/** Contents that the settings of Claude Code refuse, so that the rule would be dropped without a word, or that match nothing. */
export function contentFinding(tool: string, content: string, kind: RuleKind): Finding | undefined {
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
