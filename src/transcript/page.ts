import { VIEWER_HASHES, VIEWER_SCRIPT, VIEWER_STYLE } from '#viewer'

import { CONCLUSION_TITLES, outcomeFacts } from './outcome.ts'
import type { Redact } from './redact.ts'
import type { RunFailure, Outputs, Conclusion } from './types.ts'
import { cutText, visibleText } from '../text.ts'
import { allowingYaml, denialReason } from '../claude/permission-rule.ts'

/** What the page shows besides the events. */
export interface PageRun {
  readonly outputs: Outputs
  readonly prompt: string | undefined
  readonly failure: RunFailure | undefined
}

/**
 * The transcript as one self-contained page, in pieces. `packs` are the lines of `transcript.jsonl` in gzip, which are
 * redacted; the rest is redacted here. Outcome, prompt and result stand in it as plain text; the events are packed, and the page's own
 * script shows them. All that is not the page's own is text: no script, style or address in it takes effect.
 */
export async function* transcriptPage(
  run: PageRun,
  packs: AsyncIterable<Uint8Array>,
  redact: Redact,
): AsyncGenerator<string, void> {
  yield pageHead(run.outputs.conclusion)
  yield `<body>\n<a class="skip" href="#events">Skip to the events</a>\n${masthead(run.outputs)}<main id="main">\n`
  yield failurePanel(run, redact) + factsPanel(run.outputs, redact)
  yield sideBySide(promptPanel(run, redact) + resultPanel(run, redact))
  yield TIMELINE
  yield sideBySide(filesPanel(run, redact) + denialsPanel(run, redact))
  yield EVENTS
  for await (const pack of packs) yield packElement(pack)
  yield PAGE_END
}

const sideBySide = (panels: string) => (panels === '' ? '' : `<div class="pair">\n${panels}</div>\n`)

function masthead({ conclusion, 'failure-code': code }: Outputs): string {
  const words = CONCLUSION_TITLES[conclusion].replace(/^\S+ /, '')
  const named = code === '' ? '' : ` <code>${escapeHtml(code)}</code>`
  return `<header class="masthead"><div>
<h1><span class="state ${conclusion}">${escapeHtml(words)}</span>${named}</h1>
<p class="product">Claude Code on Bedrock</p>
<div id="tools"></div>
</div></header>
`
}

function failurePanel({ failure }: PageRun, redact: Redact): string {
  if (failure === undefined) return ''
  const blocks = failure.fix.map((block) =>
    block.kind === 'text' ? textBlock(redact(block.text)) : textBlock(redact(block.code), 'mono fix'),
  )
  const fix = blocks.length === 0 ? '' : `<h2>What to do</h2>\n${blocks.join('')}`
  return panel('What failed', textBlock(redact(failure.message)) + fix, 'failed')
}

/** The facts that a reader looks for come first and large, the rest below them. */
function factsPanel(outputs: Outputs, redact: Redact): string {
  const facts = outcomeFacts(outputs).map(([name, value]) => [name, redact(value)] as const)
  const main = MAIN_FACTS.flatMap((wanted) => facts.filter(([name]) => name === wanted))
  const others = facts.filter((fact) => !main.includes(fact))
  return panel('Run', factList(main) + (others.length === 0 ? '' : factList(others, 'facts small')))
}

const MAIN_FACTS = ['Duration', 'Cost', 'Turns', 'Input tokens', 'Output tokens', 'API retries', 'Model', 'Region']

function promptPanel({ prompt }: PageRun, redact: Redact): string {
  return prompt === undefined ? '' : panel('Prompt', textBlock(redact(prompt)))
}

function resultPanel({ outputs }: PageRun, redact: Redact): string {
  const structured = outputs['structured-output']
  const parts = [
    ...(outputs.result === null ? [] : [panel('Result', textBlock(redact(outputs.result)))]),
    ...(structured === null ? [] : [panel('Structured output', textBlock(redact(pretty(structured)), 'mono'))]),
  ]
  return parts.join('')
}

function filesPanel({ outputs }: PageRun, redact: Redact): string {
  const files = outputs['changed-files'] ?? []
  if (files.length === 0) return ''
  const items = files.map((file) => `<li data-file>${escapeHtml(redact(file))}</li>\n`)
  return panel(`Files changed (${files.length})`, `<ul class="files" data-long>\n${items.join('')}</ul>\n`)
}

function denialsPanel({ outputs }: PageRun, redact: Redact): string {
  const denials = outputs['permission-denials']
  if (denials.length === 0) return ''
  const blocks = denials.map((denial) =>
    foldedBlock(
      redact(denial.tool_name),
      textBlock(redact(`${denialReason(denial)}\n\n${pretty(denial.tool_input)}`), 'mono'),
    ),
  )
  const rules = allowingYaml(denials)
  const advice = rules === undefined ? '' : `<h3>To allow these, add</h3>\n${textBlock(redact(rules), 'mono')}`
  return panel(`Permission denials (${denials.length})`, blocks.join('') + advice)
}

const pretty = (value: unknown) => JSON.stringify(value ?? null, undefined, 2)

const TIMELINE = `<section class="panel" id="timeline" hidden>
<h2>Timeline</h2>
<figure id="timeline-picture"></figure>
</section>
`

const EVENTS = `<section id="events">
<h2>Events <span id="events-count"></span></h2>
<noscript><p class="panel">The events are shown by this page's script, and scripts are off here. The file transcript.jsonl beside this page has all of them.</p></noscript>
<div id="toolbar"></div>
<p id="nothing" hidden>No event is shown with this choice.</p>
<div id="list"></div>
</section>
</main>
<div id="messages" role="status"></div>
`

/**
 * The page's start, up to its title. Its policy lets run the viewer's script and style alone, by their hashes, loads nothing,
 * and forbids the script itself to make markup of a string (https://www.w3.org/TR/trusted-types/).
 */
export function pageHead(conclusion: Conclusion): string {
  const policy = [
    "default-src 'none'",
    `script-src '${VIEWER_HASHES.script}'`,
    `style-src '${VIEWER_HASHES.style}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${CONCLUSION_TITLES[conclusion]}: Claude Code on Bedrock`)}</title>
<style>${VIEWER_STYLE}</style>
</head>
`
}

/** The page's end; the script runs when all that it shows is there. */
export const PAGE_END = `<script>${VIEWER_SCRIPT}</script>
</body>
</html>
`

/** Text as the content of an element; never for an attribute. */
export function escapeHtml(text: string): string {
  return visibleText(text).replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A part of the page with a heading; `content` is HTML, `kind` classes of the style sheet. */
export function panel(title: string, content: string, kind = ''): string {
  return `<section class="panel${kind === '' ? '' : ` ${kind}`}">\n<h2>${escapeHtml(title)}</h2>\n${content}</section>\n`
}

/**
 * Text of several lines as it is; the page's script folds a long one, and `kind` is a class of the style sheet. A text over
 * a million characters is cut, since it stands in the page uncompressed.
 */
export function textBlock(text: string, kind = 'prose'): string {
  const shown = cutText(text, 1_000_000, '\n[cut here: result.json and session/ of the transcript have all of it]')
  return `<div class="text ${kind}" data-long>${escapeHtml(shown)}</div>\n`
}

/** Content that opens on a click; `content` is HTML, `title` text. */
export function foldedBlock(title: string, content: string): string {
  return `<details><summary>${escapeHtml(title)}</summary>\n${content}</details>\n`
}

/** A list of names and values; both are text. */
export function factList(facts: readonly (readonly [name: string, value: string])[], kind = 'facts'): string {
  const items = facts.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>\n`)
  return `<dl class="${kind}">\n${items.join('')}</dl>\n`
}

/** How many bytes of events the page holds in one element: enough to compress well, few enough to tell how far it has read. */
export const PACK_BYTES = 2 * 1024 * 1024

/** Events as the page holds them: packed in gzip in base64, in an element that hides them and says so (`data-encoding="gzip"`). */
export const packElement = (pack: Uint8Array): string =>
  `<div hidden data-encoding="gzip">${Buffer.from(pack.buffer, pack.byteOffset, pack.length).toString('base64')}</div>\n`
