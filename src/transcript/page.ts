import { escapeHtml, factList, foldedBlock, panel, textBlock } from './html.ts'
import { CONCLUSION_TITLES, outcomeFacts } from './outcome.ts'
import { packElement } from './page-events.ts'
import { PAGE_END, pageHead } from './page-head.ts'
import { allowingYaml } from './permission-rule.ts'
import type { Redact } from './redact.ts'
import type { FailureText, Outputs } from './report.ts'

/** What the page shows besides the events. */
export interface PageRun {
  readonly outputs: Outputs
  readonly prompt: string | undefined
  readonly failure: FailureText | undefined
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
  const fix = failure.hint === '' ? '' : `<h2>What to do</h2>\n${textBlock(redact(failure.hint), 'mono fix')}`
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
    foldedBlock(redact(denial.tool_name), textBlock(redact(pretty(denial.tool_input)), 'mono')),
  )
  const rules = `<h3>These lines would allow them, beside those you have</h3>\n${textBlock(redact(allowingYaml(denials)), 'mono')}`
  return panel(`Permission denials (${denials.length})`, blocks.join('') + rules)
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
