import { denialReason } from '../claude/permission-rule.ts'
import type { Stretch, Timeline } from '../claude/timeline.ts'
import { fixMarkdown } from '../error-rules.ts'
import type { FixBlock } from '../errors.ts'
import { stringOf } from '../json.ts'
import { factTable, fencedText, folded, inlineCode, joinBlocks, plainText } from '../markdown.ts'
import { cutText, describeCounts, plural, readableDuration } from '../text.ts'
import {
  failureReason,
  OUTCOME_SIGNS,
  outcomeFacts,
  outcomeLine,
  outcomeTitle,
  shownAnswer,
  describeCommandCalls,
  describeQuota,
} from './outcome-text.ts'
import type { Redact } from './redact.ts'
import { renderedMarkdown } from './rendered-markdown.ts'
import type { Outputs, PermissionDenial, RunFacts, RunFailure } from './types.ts'

/** What the summary says of a run: its facts, and what is made of them. */
export interface SummarizedRun extends Partial<Omit<RunFacts, 'checks'>> {
  readonly outputs: Outputs
  /** What preflight checked, as Markdown, where the run was to check alone; redacted. */
  readonly checks?: string | undefined
  /** Address of the folder of documents, without a trailing slash; a path where they have none. */
  readonly documents: string
  /** Address of the repository, with a slash at its end; links of the agent stay links within. */
  readonly repository: string
}

/**
 * The job summary in Markdown, redacted, within the 1 MiB of UTF-8 that GitHub takes from a step
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary). The reason of a failure or the
 * answer comes first. The agent's Markdown is rendered by a whitelist; other words of it are plain text.
 */
export function jobSummary(run: SummarizedRun, redact: Redact): string {
  const { outputs, failure } = run
  const blocks = [
    `## ${OUTCOME_SIGNS[outputs.conclusion]} ${outcomeTitle(outputs, run.checks !== undefined)}`,
    ...(failure === undefined ? [] : failureBlocks(failure, run, redact)),
    ...lineOf(factLine(run, redact)),
    ...lineOf(plainText(redact(run.start ?? ''))),
    ...answerBlocks(run, redact),
    ...section('Checks', lineOf(run.checks ?? '')),
    ...section('Changed', changeBlocks(run, redact)),
    ...section(
      'Settings of git, undone',
      listBlock(run.restoredGitSettings, (line) => plainText(redact(line))),
    ),
    ...section('Calls beside the conversation', describeCommandCalls(run.quota).map(plainText)),
    ...section('Denied', denialBlocks(outputs['permission-denials'], redact)),
    ...section('Failed subagents', subagentBlocks(run, redact)),
    ...section('MCP servers', serverBlocks(run, redact)),
    ...detailBlocks(run, redact),
  ]
  return joinBlocks(blocks, SUMMARY_LIMIT)
}

const SUMMARY_LIMIT = 1024 * 1024
const LONGEST_LIST = 50
const CUT = '\n[cut here: the transcript has all of it]'

const lineOf = (text: string) => (text === '' ? [] : [text])

const section = (title: string, blocks: readonly string[]) => (blocks.length === 0 ? [] : [`### ${title}`, ...blocks])

const fenced = (text: string, limit: number, language = 'text') => fencedText(cutText(text, limit, CUT), language)

/** The reason in plain words, what to do, and last the answer of the service as it came. */
function failureBlocks(failure: RunFailure, { documents }: SummarizedRun, redact: Redact): readonly string[] {
  const { code, fix, quote } = failure
  const reason = redact(failureReason(failure))
  const meaning = /^https?:/.test(documents) ? ` · [what this means](${documents}/TROUBLESHOOTING.md#${code})` : ''
  const [title = '', ...details] = cutText(reason, 20_000, CUT).split('\n')
  return [
    `${plainText(title)} ${inlineCode(code)}${meaning}`,
    ...detailsOf(details),
    ...fixBlocks(fix, redact),
    ...(quote === undefined || reason === redact(quote)
      ? []
      : [folded('The error as it came', fenced(redact(quote), 20_000))]),
  ]
}

/** Lines as paragraphs; those that begin with a dash are a list, indented ones are shown as they are. */
function detailsOf(lines: readonly string[]): readonly string[] {
  const groups: { kind: 'prose' | 'list' | 'indented'; lines: string[] }[] = []
  for (const line of lines) {
    const kind = line.startsWith('- ') ? 'list' : line.startsWith('  ') ? 'indented' : 'prose'
    const last = groups.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else groups.push({ kind, lines: [line] })
  }
  return groups.map(({ kind, lines: group }) => {
    if (kind === 'list') return group.map((line) => `- ${plainText(line.slice(2))}`).join('\n')
    return kind === 'indented' ? fencedText(group.join('\n').replaceAll(/^ {2}/gm, '')) : plainText(group.join('\n'))
  })
}

function fixBlocks(fix: readonly FixBlock[], redact: Redact): readonly string[] {
  const redacted = fix.map((block) =>
    block.kind === 'text' ? { ...block, text: redact(block.text) } : { ...block, code: redact(block.code) },
  )
  const [first, ...others] = fixMarkdown(redacted)
  if (first === undefined) return []
  return fix[0]?.kind === 'text' ? [`**Fix:** ${first}`, ...others] : ['**Fix:**', first, ...others]
}

function factLine({ outputs, artifactPage: page }: SummarizedRun, redact: Redact): string {
  const { 'artifact-url': url, 'transcript-path': path, model } = outputs
  const onRunner = path === '' ? '' : `transcript on the runner: ${inlineCode(redact(path))}`
  const all = page === undefined ? '' : ` ([all files](${url}))`
  const transcript = url === null ? onRunner : `**[Open the transcript](${page?.url ?? url})**${all}`
  return [outcomeLine(outputs), model === null ? '' : plainText(redact(model)), transcript].filter(Boolean).join(' · ')
}

/** The answer as it is; the last words of a run that did not end by itself are named so. */
function answerBlocks({ outputs, failure, repository }: SummarizedRun, redact: Redact): readonly string[] {
  const { text, json } = shownAnswer(outputs)
  const answer = text === undefined ? [] : [renderedMarkdown(redact(text), repository)]
  return [
    ...(failure === undefined ? answer : section('Last message', answer)),
    ...section('Structured output', json === undefined ? [] : [fenced(redact(json), 50_000, 'json')]),
  ]
}

function changeBlocks({ outputs, diffStat = {} }: SummarizedRun, redact: Redact): readonly string[] {
  return listBlock(outputs['changed-files'] ?? [], (path) => {
    const stat = Object.hasOwn(diffStat, path) ? diffStat[path] : undefined
    return `${inlineCode(redact(path))}${stat === undefined ? '' : ` +${stat.added} −${stat.removed}`}`
  })
}

function listBlock<T>(items: readonly T[] = [], lineFor: (item: T) => string): string[] {
  if (items.length === 0) return []
  const lines = items.slice(0, LONGEST_LIST).map((item) => `- ${lineFor(item)}`)
  return [[...lines, ...(items.length > LONGEST_LIST ? [`- and ${items.length - LONGEST_LIST} more`] : [])].join('\n')]
}

/** Each denied call with what would allow it. */
function denialBlocks(denials: readonly PermissionDenial[], redact: Redact): readonly string[] {
  if (denials.length === 0) return []
  const rows = denials.slice(0, LONGEST_LIST).map((denial) => {
    return [wantedCall(denial, redact), denialReason(denial, (rule) => inlineCode(redact(rule)))] as const
  })
  const more = denials.length - rows.length
  return [factTable(['Claude wanted', 'Why not'], rows), ...(more > 0 ? [`and ${plural(more, 'other call')}`] : [])]
}

/** The command, the address or the file of a call; else its tool and its input. */
function wantedCall({ tool_name: tool, tool_input: input }: PermissionDenial, redact: Redact): string {
  const shown = (text: string) => inlineCode(cutText(redact(text), 300, '…'))
  const command = tool === 'Bash' ? stringOf(input, 'command') : undefined
  if (command !== undefined) return shown(command)
  const what = stringOf(input, 'url') ?? stringOf(input, 'file_path')
  return `${shown(tool)} ${shown(what ?? JSON.stringify(input ?? null))}`
}

function subagentBlocks({ statistics }: SummarizedRun, redact: Redact): readonly string[] {
  const shown = (text: string) => plainText(cutText(redact(text), 500, '…'))
  return listBlock(
    statistics?.subagents?.failed,
    ({ description, reason }) => `${shown(description)}: ${shown(reason)}`,
  )
}

const serverBlocks = ({ statistics }: SummarizedRun, redact: Redact) =>
  listBlock(statistics?.mcpServers, ({ name, status }) => `${inlineCode(redact(name))}: ${inlineCode(redact(status))}`)

/** What few look for, folded: the timeline, what was used and redacted, all figures, the prompt. */
function detailBlocks(run: SummarizedRun, redact: Redact): readonly string[] {
  const { outputs, statistics, timeline, redacted = {}, prompt, quota } = run
  const inline = (text: string) => inlineCode(redact(text))
  const counts = (title: string, by: Readonly<Record<string, number>> = {}) => {
    const text = describeCounts(by, inline)
    return text === '' ? [] : [`**${title}:** ${text}`]
  }
  const chart = timeline === undefined ? '' : timelineChart(timeline)
  const notDrawn = timeline?.left ? [`${timeline.left} shorter ones are not drawn.`] : []
  const facts = outcomeFacts(outputs).map(([name, value]) => [name, inline(value)] as const)
  const parts: readonly (readonly [name: string, blocks: readonly string[]])[] = [
    ['timeline', chart === '' ? [] : [fencedText(chart, 'mermaid'), ...notDrawn]],
    ['tools', counts('Tools used', statistics?.tools)],
    ['retries', counts('Retried model calls', statistics?.retryReasons)],
    ['quota', describeQuota(quota).map(plainText)],
    ['redactions', counts('Redacted from the transcript', redacted)],
    ['figures', facts.length === 0 ? [] : [factTable(['Run', ''], facts)]],
    ['prompt', prompt === undefined ? [] : ['**Prompt**', fenced(redact(prompt), 20_000)]],
  ]
  const given = parts.filter(([, blocks]) => blocks.length > 0)
  if (given.length === 0) return []
  const title = given.map(([name]) => name).join(', ')
  return [folded(title.charAt(0).toUpperCase() + title.slice(1), given.flatMap(([, blocks]) => blocks).join('\n\n'))]
}

/**
 * A timeline as a Mermaid chart (https://mermaid.js.org/syntax/gantt.html) with the time since the run's start below it; the
 * empty text when there is nothing to draw, and for a run of a day or more. Words of the agent are in it as letters, digits, `-` and `_`
 * only, behind a number, so that none can act as syntax.
 */
export function timelineChart({ stretches }: Timeline): string {
  const last = Math.max(0, ...stretches.map(({ to }) => to))
  if (stretches.length === 0 || last >= 24 * HOUR) return ''
  const sections = SECTIONS.flatMap(([kind, title]) => {
    const bars = stretches.filter((stretch) => stretch.kind === kind).map(barOf)
    return bars.length === 0 ? [] : [`  section ${title}`, ...bars]
  })
  // A time of day is read and written in the reader's own zone, so that it comes out as it went in.
  const axis = `  axisFormat ${last < HOUR ? '%M:%S' : '%H:%M'}`
  return ['gantt', '  dateFormat HH:mm:ss.SSS', axis, `  tickInterval ${tickInterval(last)}`, ...sections].join('\n')
}

const HOUR = 3_600_000

const SECTIONS = [
  ['model', 'Model'],
  ['tool', 'Tools'],
  ['retry', 'Retries'],
] as const

function barOf({ what, from, to, failed }: Stretch): string {
  const words = what
    .replace(/[^\w-]+/g, ' ')
    .trim()
    .slice(0, 40)
  const label = `${readableDuration(to - from)} ${words}`.trim()
  return `  ${label} :${failed ? 'crit, ' : ''}${timeOfDay(from)}, ${timeOfDay(Math.max(to, from + 1))}`
}

/** Milliseconds since midnight as `00:01:10.000`. */
const timeOfDay = (ms: number) => new Date(ms).toISOString().slice(11, 23)

/** Some six ticks, at round times. */
function tickInterval(lastMs: number): string {
  const seconds =
    [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].find((step) => lastMs / 1000 / step <= 8) ?? 7200
  if (seconds < 60) return `${seconds}second`
  return seconds < 3600 ? `${seconds / 60}minute` : `${seconds / 3600}hour`
}
