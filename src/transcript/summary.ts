import type { Tally } from '../claude/tally.ts'
import { cutText } from './cut-text.ts'
import { factTable, fencedText, folded, inlineCode, joinBlocks } from './markdown.ts'
import { CONCLUSION_TITLES, outcomeFacts } from './outcome.ts'
import { allowingRules } from './permission-rule.ts'
import type { Redact } from './redact.ts'
import type { FailureText, Outputs } from './report.ts'

/** What the summary tells of a run. */
export interface SummarizedRun {
  readonly outputs: Outputs
  readonly tally: Tally | undefined
  readonly prompt: string | undefined
  readonly failure: FailureText | undefined
  /** Address of the folder of documents, without a trailing slash; a path where they have none. */
  readonly documents: string
}

/**
 * The job summary in Markdown, redacted, within the 1 MiB of UTF-8 that GitHub takes from a step
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary). Words of the agent stand in it
 * as plain text only.
 */
export function jobSummary(run: SummarizedRun, redact: Redact): string {
  const { outputs, tally, prompt, failure } = run
  const inline = (text: string) => inlineCode(redact(text))
  const fenced = (text: string, limit: number) => fencedText(cutText(redact(text), limit, CUT))
  const structured = outputs['structured-output']
  const blocks = [
    `## Claude Code on Bedrock: ${CONCLUSION_TITLES[outputs.conclusion]}`,
    ...(failure === undefined
      ? []
      : [`**${codeLink(failure.code, run.documents)}**`, fenced(failure.message, 20_000), ...fix(fenced, failure)]),
    ...section('Result', outputs.result === null ? [] : [fenced(outputs.result, 200_000)]),
    ...section('Structured output', structured === null ? [] : [fenced(JSON.stringify(structured), 50_000)]),
    factTable(outcomeFacts(outputs).map(([name, value]) => [name, inline(value)])),
    ...section('Permission denials', denialBlocks(outputs, redact)),
    ...section(
      'Tools used',
      listBlock(Object.entries(tally?.tools ?? {}), ([tool, calls]) => `${inline(tool)} ${calls}`),
    ),
    ...section('Files changed', listBlock(outputs['changed-files'], inline)),
    ...(prompt === undefined ? [] : [folded('Prompt', fenced(prompt, 20_000))]),
    ...transcriptBlock(outputs, inline),
  ]
  return joinBlocks(blocks, SUMMARY_LIMIT)
}

const SUMMARY_LIMIT = 1024 * 1024
const LONGEST_LIST = 50
const CUT = '\n[cut here: the transcript has all of it]'

const section = (title: string, blocks: readonly string[]) => (blocks.length === 0 ? [] : [`### ${title}`, ...blocks])

const fix = (fenced: (text: string, limit: number) => string, { hint }: FailureText) =>
  hint === '' ? [] : ['**What to do**', fenced(hint, 10_000)]

function codeLink(code: string, documents: string): string {
  return /^https?:/.test(documents) ? `[${code}](${documents}/TROUBLESHOOTING.md#${code})` : code
}

function listBlock<T>(items: readonly T[], lineOf: (item: T) => string): string[] {
  if (items.length === 0) return []
  const lines = items.slice(0, LONGEST_LIST).map((item) => `- ${lineOf(item)}`)
  return [[...lines, ...(items.length > LONGEST_LIST ? [`- and ${items.length - LONGEST_LIST} more`] : [])].join('\n')]
}

function denialBlocks(outputs: Outputs, redact: Redact): string[] {
  const denials = outputs['permission-denials']
  if (denials.length === 0) return []
  const lines = listBlock(denials, (denial) => {
    const input = cutText(redact(JSON.stringify(denial.tool_input ?? null)), 300, '…')
    return `${inlineCode(redact(denial.tool_name))}: ${inlineCode(input)}`
  })
  const rules = [...new Set(denials.flatMap(allowingRules))].slice(0, LONGEST_LIST)
  const yaml = ['allowed-tools: |', ...rules.map((rule) => `  ${rule}`)].join('\n')
  return [...lines, 'These lines would allow them, beside those you have:', fencedText(redact(yaml), 'yaml')]
}

function transcriptBlock(outputs: Outputs, inline: (text: string) => string): string[] {
  const { 'artifact-url': url, 'transcript-path': path } = outputs
  if (url !== null) return [`[Transcript](${url})`]
  return path === null ? [] : [`Transcript, on the runner: ${inline(path)}`]
}
