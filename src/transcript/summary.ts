import type { Statistics } from '../claude/statistics.ts'
import { CONCLUSION_TITLES, outcomeFacts, outcomeLine } from './outcome.ts'
import type { Redact } from './redact.ts'
import type { Stretch, Timeline } from '../claude/timeline.ts'
import { describeCounts, cutText, readableDuration } from '../text.ts'
import type { FixBlock } from '../errors.ts'
import { factTable, fencedText, folded, inlineCode, joinBlocks, plainText } from '../markdown.ts'
import type { RunFailure, Outputs, PermissionDenial } from './types.ts'
import { allowingYaml, denialReason } from '../claude/permission-rule.ts'

/** What the summary tells of a run. */
export interface SummarizedRun {
  readonly outputs: Outputs
  readonly statistics?: Statistics | undefined
  readonly timeline?: Timeline | undefined
  /** How many secrets were redacted from the transcript, by kind. */
  readonly redacted?: Readonly<Record<string, number>> | undefined
  readonly prompt?: string | undefined
  readonly failure?: RunFailure | undefined
  /** Address of the folder of documents, without a trailing slash; a path where they have none. */
  readonly documents: string
}

/**
 * The job summary in Markdown, redacted, within the 1 MiB of UTF-8 that GitHub takes from a step
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary). Words of the agent stand in it
 * as plain text only.
 */
export function jobSummary(run: SummarizedRun, redact: Redact): string {
  const { outputs, statistics, timeline, redacted = {}, prompt, failure } = run
  const inline = (text: string) => inlineCode(redact(text))
  const fenced = (text: string, limit: number) => fencedText(cutText(redact(text), limit, CUT))
  const counted = (counts: Readonly<Record<string, number>> = {}) => lineOf(describeCounts(counts, inline))
  const structured = outputs['structured-output']
  const blocks = [
    `## Claude Code on Bedrock: ${CONCLUSION_TITLES[outputs.conclusion]}`,
    ...lineOf(outcomeLine(outputs)),
    ...transcriptBlock(outputs, inline),
    ...(failure === undefined
      ? []
      : [
          `**${codeLink(failure.code, run.documents)}**`,
          fenced(failure.message, 20_000),
          ...fixBlocks(failure.fix, redact),
        ]),
    ...section('Result', outputs.result === null ? [] : [fenced(outputs.result, 200_000)]),
    ...section('Structured output', structured === null ? [] : [fenced(JSON.stringify(structured), 50_000)]),
    ...section('Files changed', listBlock(outputs['changed-files'] ?? [], inline)),
    ...section('Permission denials', denialBlocks(outputs['permission-denials'], redact)),
    ...section(
      'MCP servers',
      listBlock(statistics?.mcpServers ?? [], ({ name, status }) => `${inline(name)}: ${inline(status)}`),
    ),
    ...section('Timeline', timeline === undefined ? [] : timelineBlocks(timeline)),
    ...section('Retried model calls', counted(statistics?.retryReasons)),
    ...section('Tools used', counted(statistics?.tools)),
    ...section('Redacted from the transcript', counted(redacted)),
    factTable(
      ['Run', ''],
      outcomeFacts(outputs).map(([name, value]) => [name, inline(value)]),
    ),
    ...(prompt === undefined ? [] : [folded('Prompt', fenced(prompt, 20_000))]),
  ]
  return joinBlocks(blocks, SUMMARY_LIMIT)
}

const SUMMARY_LIMIT = 1024 * 1024
const LONGEST_LIST = 50
const CUT = '\n[cut here: the transcript has all of it]'

const section = (title: string, blocks: readonly string[]) => (blocks.length === 0 ? [] : [`### ${title}`, ...blocks])

/** Prose wraps as Markdown text would; each piece to copy has a fence of its own. */
function fixBlocks(fix: readonly FixBlock[], redact: Redact): readonly string[] {
  if (fix.length === 0) return []
  const blocks = fix.map((block) =>
    block.kind === 'text'
      ? plainText(cutText(redact(block.text), 10_000, CUT))
      : fencedText(cutText(redact(block.code), 50_000, CUT), block.language),
  )
  return ['**What to do**', ...blocks]
}

const lineOf = (text: string) => (text === '' ? [] : [text])

function codeLink(code: string, documents: string): string {
  return /^https?:/.test(documents) ? `[${code}](${documents}/TROUBLESHOOTING.md#${code})` : code
}

function listBlock<T>(items: readonly T[], lineOf: (item: T) => string): string[] {
  if (items.length === 0) return []
  const lines = items.slice(0, LONGEST_LIST).map((item) => `- ${lineOf(item)}`)
  return [[...lines, ...(items.length > LONGEST_LIST ? [`- and ${items.length - LONGEST_LIST} more`] : [])].join('\n')]
}

/** Each denied call with the rules that would allow it, and all of them as YAML. */
function denialBlocks(denials: readonly PermissionDenial[], redact: Redact): string[] {
  const lines = listBlock(denials, (denial) => {
    const input = cutText(redact(JSON.stringify(denial.tool_input ?? null)), 300, '…')
    return `${inlineCode(redact(denial.tool_name))} ${inlineCode(input)}: ${denialReason(denial, (rule) => inlineCode(redact(rule)))}`
  })
  if (lines.length === 0) return []
  const rules = allowingYaml(denials)
  return rules === undefined ? lines : [...lines, 'To allow these, add:', fencedText(redact(rules), 'yaml')]
}

function timelineBlocks(timeline: Timeline): string[] {
  const chart = timelineChart(timeline)
  if (chart === '') return []
  return [
    fencedText(chart, 'mermaid'),
    ...lineOf(timeline.left === 0 ? '' : `${timeline.left} shorter ones are not drawn.`),
  ]
}

function transcriptBlock(outputs: Outputs, inline: (text: string) => string): string[] {
  const { 'artifact-url': url, 'transcript-path': path } = outputs
  if (url !== null) return [`[Transcript](${url})`]
  return path === null ? [] : [`Transcript, on the runner: ${inline(path)}`]
}

/**
 * A timeline as a Mermaid chart (https://mermaid.js.org/syntax/gantt.html), with the reader's own time of day below it; the
 * empty text when there is nothing to draw. Words of the agent stand in it as letters, digits, `-` and `_` only, behind a
 * number, so that none can act as syntax.
 */
export function timelineChart({ startedAt, stretches }: Timeline): string {
  const sections = SECTIONS.flatMap(([kind, title]) => {
    const bars = stretches.filter((stretch) => stretch.kind === kind).map((stretch) => barOf(stretch, startedAt))
    return bars.length === 0 ? [] : [`  section ${title}`, ...bars]
  })
  return sections.length === 0 ? '' : ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S', ...sections].join('\n')
}

const SECTIONS = [
  ['model', 'Model'],
  ['tool', 'Tools'],
  ['retry', 'Retries'],
] as const

function barOf({ what, from, to, failed }: Stretch, startedAt: number): string {
  const words = what
    .replace(/[^\w-]+/g, ' ')
    .trim()
    .slice(0, 40)
  const label = `${readableDuration(to - from)} ${words}`.trim()
  return `  ${label} :${failed ? 'crit, ' : ''}${startedAt + from}, ${startedAt + Math.max(to, from + 1)}`
}
