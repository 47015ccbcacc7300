import { factTable, fencedText, inlineCode, joinBlocks } from '../markdown.ts'

/** One thing that was checked. A note is a finding that does not keep the run from starting; `fix` is for what failed. */
export interface Check {
  /** `Region`, `Model`, ... */
  readonly name: string
  /** The region's name, the model's id, ...; empty when the name says it all. */
  readonly subject: string
  readonly state: 'ok' | 'note' | 'failed'
  /** In one or more lines. */
  readonly text: string
  readonly fix?: string | undefined
}

/** A check as a line of the log. */
export function checkLine({ name, subject, state, text }: Check): string {
  return `${SIGNS[state]} ${[name, subject].filter(Boolean).join(' ')}: ${text.replaceAll(/\s*\n\s*/g, ' ')}`
}

/** All checks as Markdown, for the log and the job summary: a table, and below it what to do about each that failed. */
export function preflightTable(checks: readonly Check[]): string {
  const rows = checks.map(
    ({ name, subject, state, text }) =>
      [`${SIGNS[state]} ${name}`, [subject, text].filter(Boolean).map(inlineCode).join('<br>')] as const,
  )
  const fixes = checks.flatMap(({ name, subject, fix }) =>
    fix === undefined ? [] : [`**${name}${subject && ` ${inlineCode(subject)}`}: what to do**`, fencedText(fix)],
  )
  return joinBlocks(['## Preflight of Claude Code on Bedrock', factTable(['Check', ''], rows), ...fixes], LIMIT)
}

const SIGNS = { ok: '✅', note: 'ℹ️', failed: '❌' } as const

/** A part of the 1 MiB that GitHub takes from a step for its summary. */
const LIMIT = 100 * 1024
