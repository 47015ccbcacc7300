import { parseEvent } from '../claude/events-parse.ts'
import { escapeHtml, foldedBlock, textBlock } from './html.ts'
import { CONCLUSION_TITLES, outcomeFacts } from './outcome.ts'
import { eventHtml } from './page-events.ts'
import type { Redact } from './redact.ts'
import type { FailureText, Outputs } from './report.ts'

/** What the page shows besides the events. */
export interface PageRun {
  readonly outputs: Outputs
  readonly prompt: string | undefined
  readonly failure: FailureText | undefined
}

/**
 * The transcript as one self-contained page, in pieces. `lines` are those of `transcript.jsonl`, which are redacted; the
 * rest is redacted here. It runs no script and loads nothing, and all that is not its own is escaped.
 */
export async function* transcriptPage(
  { outputs, prompt, failure }: PageRun,
  lines: Iterable<string> | AsyncIterable<string>,
  redact: Redact,
): AsyncGenerator<string, void> {
  const title = `Claude Code on Bedrock: ${CONCLUSION_TITLES[outputs.conclusion]}`
  yield `${HEAD}<title>${escapeHtml(title)}</title>\n</head>\n<body>\n<h1>${escapeHtml(title)}</h1>\n`
  if (failure !== undefined) {
    yield `<h2>${escapeHtml(failure.code)}</h2>\n${textBlock(redact(failure.message), 'error')}${textBlock(redact(failure.hint))}`
  }
  if (outputs.result !== null) yield `<h2>Result</h2>\n${textBlock(redact(outputs.result))}`
  const structured = outputs['structured-output']
  if (structured !== null)
    yield `<h2>Structured output</h2>\n${textBlock(redact(JSON.stringify(structured, undefined, 2)))}`
  yield `<h2>Run</h2>\n<table>\n${factRows(outputs, redact)}</table>\n`
  if (outputs['changed-files'].length > 0) {
    yield `<h2>Files changed</h2>\n${textBlock(redact(outputs['changed-files'].join('\n')))}`
  }
  if (outputs['permission-denials'].length > 0) {
    const denials = outputs['permission-denials'].map((denial) =>
      foldedBlock(redact(denial.tool_name), textBlock(redact(JSON.stringify(denial.tool_input ?? null, undefined, 2)))),
    )
    yield `<h2>Permission denials</h2>\n${denials.join('')}`
  }
  if (prompt !== undefined) yield `<h2>Prompt</h2>\n${textBlock(redact(prompt))}`
  yield '<h2>Events</h2>\n'
  for await (const line of lines) {
    if (line.trim() !== '') yield eventHtml(parseEvent(line))
  }
  yield '</body>\n</html>\n'
}

function factRows(outputs: Outputs, redact: Redact): string {
  const rows = outcomeFacts(outputs).map(
    ([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(redact(value))}</td></tr>\n`,
  )
  return rows.join('')
}

const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root { color-scheme: light dark; --line: light-dark(#d0d7de, #3d444d); --error: light-dark(#b3261e, #ff8a80); }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h3 { margin: 1.5rem 0 0.25rem; font-size: 1rem; }
.text, .error { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; margin: 0.25rem 0; padding: 0.5rem 0.75rem; border: 1px solid var(--line); border-radius: 6px; font: 0.875rem/1.5 ui-monospace, monospace; }
.error { color: var(--error); }
summary { cursor: pointer; overflow-wrap: anywhere; }
th { text-align: start; padding-inline-end: 1rem; font-weight: normal; opacity: 0.75; }
</style>
`
