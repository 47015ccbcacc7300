import type { Timeline } from '../claude/timeline.ts'
import { describeCounts } from './counts.ts'
import { cutText } from './cut-text.ts'
import { factTable, fencedText, folded, inlineCode, joinBlocks } from './markdown.ts'
import { CONCLUSION_TITLES, outcomeFacts, outcomeLine } from './outcome.ts'
import { allowingRules, allowingYaml } from './permission-rule.ts'
import type { Redact } from './redact.ts'
import type { FailureText, Outputs, PermissionDenial } from './report.ts'
import { timelineChart } from './timeline-chart.ts'
import type { Statistics } from '../claude/statistics.ts'

/** What the summary tells of a run. */
export interface SummarizedRun {
  readonly outputs: Outputs
  readonly statistics?: Statistics | undefined
  readonly timeline?: Timeline | undefined
  /** How many secrets were struck from the transcript, by kind. */
  readonly struck?: Readonly<Record<string, number>> | undefined
  readonly prompt?: string | undefined
  readonly failure?: FailureText | undefined
  /** Address of the folder of documents, without a trailing slash; a path where they have none. */
  readonly documents: string
}

/**
 * The job summary in Markdown, redacted, within the 1 MiB of UTF-8 that GitHub takes from a step
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary). Words of the agent stand in it
 * as plain text only.
 */
export function jobSummary(run: SummarizedRun, redact: Redact): string {
  const { outputs, statistics, timeline, struck = {}, prompt, failure } = run
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
      : [`**${codeLink(failure.code, run.documents)}**`, fenced(failure.message, 20_000), ...fix(fenced, failure)]),
    ...section('Result', outputs.result === null ? [] : [fenced(outputs.result, 200_000)]),
    ...section('Structured output', structured === null ? [] : [fenced(JSON.stringify(structured), 50_000)]),
    ...section('Files changed', listBlock(outputs['changed-files'] ?? [], inline)),
    ...section('Permission denials', denialBlocks(outputs['permission-denials'], redact)),
    ...section('Timeline', timeline === undefined ? [] : timelineBlocks(timeline)),
    ...section('Calls of the model made again', counted(statistics?.retryReasons)),
    ...section('Tools used', counted(statistics?.tools)),
    ...section('Struck from the transcript', counted(struck)),
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

const fix = (fenced: (text: string, limit: number) => string, { hint }: FailureText) =>
  hint === '' ? [] : ['**What to do**', fenced(hint, 10_000)]

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
    const rules = allowingRules(denial).map((rule) => inlineCode(redact(rule)))
    return `${inlineCode(redact(denial.tool_name))} ${inlineCode(input)}: ${rules.join(', ')}`
  })
  if (lines.length === 0) return []
  const yaml = fencedText(redact(allowingYaml(denials)), 'yaml')
  return [...lines, 'These lines would allow them, beside those you have:', yaml]
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
