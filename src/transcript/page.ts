import { VIEWER_HASHES, VIEWER_SCRIPT, VIEWER_STYLE } from '#viewer'
import { allowingYaml, denialReason } from '../claude/permission-rule.ts'
import type { Runner } from '../ports/github.ts'
import { cutText, visibleText } from '../text.ts'
import { failureReason, OUTCOME_SIGNS, outcomeFacts, outcomeTitle, shownAnswer } from './outcome-text.ts'
import type { Redact } from './redact.ts'
import type { Outputs, RunFailure } from './types.ts'

/** What the page shows besides the events. */
export interface PageRun {
  readonly outputs: Outputs
  readonly prompt: string | undefined
  readonly failure: RunFailure | undefined
  readonly origin?: RunOrigin | undefined
}

/** Where a run comes from. */
type RunOrigin = Pick<
  Runner,
  'serverUrl' | 'repository' | 'runId' | 'runAttempt' | 'workflow' | 'refName' | 'sha' | 'actor'
>

/**
 * The transcript as one self-contained page, in pieces. `packs` are the lines of `transcript.jsonl` in gzip, which are
 * redacted; the rest is redacted here. Outcome, prompt and result are in it as plain text, which the page's own script renders as
 * Markdown; the events are packed. All that is not the page's own is text: no script, style or address in it takes effect.
 */
export async function* transcriptPage(
  run: PageRun,
  packs: AsyncIterable<Uint8Array>,
  redact: Redact,
): AsyncGenerator<string, void> {
  const { outputs, origin } = run
  const pair = filesPanel(run, redact) + denialsPanel(run, redact)
  yield pageHead(outputs)
  yield `<body>\n<a class="skip" href="#events">Skip to the events</a>\n${masthead(run)}`
  yield `<main id="main" data-repository="${origin === undefined ? '' : (repositoryAddress(origin) ?? '')}">\n`
  yield failurePanel(run, redact) + answerPanels(run, redact)
  yield (pair === '' ? '' : `<div class="pair">\n${pair}</div>\n`) + factsPanel(outputs, redact)
  const prompt = run.prompt === undefined ? '' : textBlock(redact(run.prompt), 'prose', 'data-markdown')
  yield (prompt === '' ? '' : panel('Prompt', prompt)) + TIMELINE + EVENTS
  // Packed in gzip in base64, in an element that hides them and says so.
  for await (const pack of packs)
    yield `<div hidden data-encoding="gzip">${Buffer.from(pack.buffer, pack.byteOffset, pack.length).toString('base64')}</div>\n`
  yield PAGE_END
}

function masthead({ outputs, origin }: PageRun): string {
  const { conclusion, 'failure-code': code } = outputs
  const named = code === '' ? '' : ` <code>${escapeHtml(code)}</code>`
  return `<header class="masthead"><div>
<h1><span class="state ${conclusion}">${escapeHtml(outcomeTitle(outputs))}</span>${named}</h1>
<div id="tools"></div>
<p class="origin">${origin === undefined ? 'Claude Code on Bedrock' : originLine(origin)}</p>
</div></header>
`
}

/** Repository, workflow and run, branch and commit, and who started it; links where the parts of an address are what they must be. */
function originLine(origin: RunOrigin): string {
  const { repository, workflow, runId, runAttempt, refName, sha, actor } = origin
  const address = repositoryAddress(origin)
  const link = (path: string, text: string, isKnown: boolean) =>
    address !== undefined && isKnown
      ? `<a href="${address}${path}" rel="noreferrer">${escapeHtml(text)}</a>`
      : escapeHtml(text)
  const isRun = /^\d+$/.test(runId) && /^\d+$/.test(runAttempt)
  const attempt = runAttempt === '1' ? '' : `, attempt ${runAttempt}`
  return [
    link('', repository, true),
    [escapeHtml(workflow), link(`actions/runs/${runId}/attempts/${runAttempt}`, `run ${runId}${attempt}`, isRun)]
      .filter(Boolean)
      .join(' '),
    [escapeHtml(refName), link(`commit/${sha}`, sha.slice(0, 7), /^[\da-f]{40,64}$/.test(sha))]
      .filter(Boolean)
      .join(' '),
    actor === '' ? '' : `by ${escapeHtml(actor)}`,
  ]
    .filter(Boolean)
    .map((part) => `<span>${part}</span>`)
    .join('')
}

/** The address of the repository, with a slash at its end; undefined where its parts are not what they must be. */
function repositoryAddress({ serverUrl, repository }: RunOrigin): string | undefined {
  const isKnown = /^https?:\/\/[\w.-]+(?::\d+)?$/.test(serverUrl) && /^[\w.-]+\/[\w.-]+$/.test(repository)
  return isKnown ? `${serverUrl}/${repository}/` : undefined
}

function failurePanel({ failure }: PageRun, redact: Redact): string {
  if (failure === undefined) return ''
  const { fix, quote } = failure
  const reason = redact(failureReason(failure))
  const blocks = fix.map((block) =>
    block.kind === 'text' ? textBlock(redact(block.text)) : textBlock(redact(block.code), 'mono fix', 'data-copy'),
  )
  const shownFix = blocks.length === 0 ? '' : `<h2>Fix</h2>\n${blocks.join('')}`
  const isWhole = quote === undefined || reason === redact(quote)
  const answer = isWhole ? '' : foldedBlock('The error as it came', textBlock(redact(quote), 'mono'))
  return panel('What failed', textBlock(reason) + shownFix + answer, 'failed')
}

/** The answer, full width; the last words of a run that did not end by itself are named so. */
function answerPanels({ outputs, failure }: PageRun, redact: Redact): string {
  const { text, json } = shownAnswer(outputs)
  const title = failure === undefined ? 'Result' : 'Last message'
  const answer = text === undefined ? '' : panel(title, textBlock(redact(text), 'prose', 'data-markdown'), 'answer')
  if (json === undefined) return answer
  return answer + panel('Structured output', textBlock(redact(json), 'mono', 'data-copy'))
}

/** The facts that a reader looks for come first and large, the rest below them. */
function factsPanel(outputs: Outputs, redact: Redact): string {
  const facts = outcomeFacts(outputs).map(([name, value]) => [name, redact(value)] as const)
  const main = MAIN_FACTS.flatMap((wanted) => facts.filter(([name]) => name === wanted))
  const others = facts.filter((fact) => !main.includes(fact))
  if (facts.length === 0) return ''
  return panel('Run', factList(main) + (others.length === 0 ? '' : factList(others, 'facts small')))
}

const MAIN_FACTS = 'Duration,Cost,Turns,Input tokens,Output tokens,API retries,Failed subagents,Model,Region'.split(',')

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
      textBlock(
        redact(`${denialReason(denial)}\n\n${JSON.stringify(denial.tool_input ?? null, undefined, 2)}`),
        'mono',
      ),
    ),
  )
  const rules = allowingYaml(denials)
  const advice =
    rules === undefined ? '' : `<h3>To allow these, add</h3>\n${textBlock(redact(rules), 'mono', 'data-copy')}`
  return panel(`Denied tool calls (${denials.length})`, blocks.join('') + advice)
}

const TIMELINE = `<section class="panel" id="timeline" hidden>
<h2>Timeline</h2>
<figure id="timeline-picture"></figure>
</section>
`

const EVENTS = `<section id="events">
<h2>Events <span id="events-count"></span></h2>
<noscript><p class="panel">The events are shown by this page's script, and scripts are off here. The file transcript.jsonl beside this page has all of them.</p></noscript>
<div id="contents"></div>
<div id="toolbar"></div>
<p id="nothing" hidden>No event is shown with this choice.</p>
<div id="list"></div>
<p class="reach">This page shows what the agent read, wrote and printed; known secrets are redacted. Whoever can read the repository can download it from the workflow run.</p>
</section>
</main>
<div id="messages" role="status"></div>
`

/**
 * The page's start, up to its title. Its policy lets run the viewer's script and style alone, by their hashes, loads nothing but
 * images that are in the page, and forbids the script itself to make markup of a string (https://www.w3.org/TR/trusted-types/).
 */
function pageHead(outputs: Outputs): string {
  const policy = [
    "default-src 'none'",
    `script-src '${VIEWER_HASHES.script}'`,
    `style-src '${VIEWER_HASHES.style}'`,
    'img-src data:',
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
<title>${escapeHtml(`${OUTCOME_SIGNS[outputs.conclusion]} ${outcomeTitle(outputs)}`)}</title>
<style>${VIEWER_STYLE}</style>
</head>
`
}

/** The page's end; the script runs when all that it shows is there. */
const PAGE_END = `<script>${VIEWER_SCRIPT}</script>
</body>
</html>
`

/** Text as the content of an element; never for an attribute. */
const escapeHtml = (text: string) => visibleText(text).replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A part of the page with a heading; `content` is HTML, `kind` classes of the style sheet. */
function panel(title: string, content: string, kind = ''): string {
  return `<section class="panel${kind === '' ? '' : ` ${kind}`}">\n<h2>${escapeHtml(title)}</h2>\n${content}</section>\n`
}

/**
 * Text of several lines as it is; the page's script folds a long one, renders one with `data-markdown`, and puts a button beside one
 * with `data-copy`. `kind` is a class of the style sheet. A text over a million characters is cut, since it is in the page uncompressed.
 */
function textBlock(text: string, kind = 'prose', use: 'data-markdown' | 'data-copy' | '' = ''): string {
  const shown = cutText(text, 1_000_000, '\n[cut here: result.json and session/ of the transcript have all of it]')
  return `<div class="text ${kind}" data-long${use === '' ? '' : ` ${use}`}>${escapeHtml(shown)}</div>\n`
}

/** Content that opens on a click; `content` is HTML, `title` text. */
const foldedBlock = (title: string, content: string) =>
  `<details><summary>${escapeHtml(title)}</summary>\n${content}</details>\n`

/** A list of names and values; both are text. */
function factList(facts: readonly (readonly [name: string, value: string])[], kind = 'facts'): string {
  const items = facts.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>\n`)
  return `<dl class="${kind}">\n${items.join('')}</dl>\n`
}

/** How many bytes of events the page holds in one element: enough to compress well, few enough to tell how far it has read. */
export const PACK_BYTES = 2 * 1024 * 1024
