export const id = 783;
export const ids = [783];
export const modules = {

/***/ 49783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aC: () => (/* binding */ keep),
  z8: () => (/* binding */ report_report),
  M_: () => (/* binding */ store)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/transcript/counts.js
/** Counts by name, the highest first: `3 Bash, 1 Edit`; `shown` turns a name into what it is shown as. */
function describeCounts(counts, shown = (name) => name) {
    const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a);
    return sorted.map(([name, count]) => `${count} ${shown(name)}`).join(', ');
}

// EXTERNAL MODULE: ./lib/claude/agent-lines.js
var agent_lines = __webpack_require__(17105);
;// CONCATENATED MODULE: ./lib/transcript/cut-text.js
/** `text`, or when it is longer than `limit` UTF-16 units, its start with `note` behind it, in `limit` units together. */
function cutText(text, limit, note) {
    if (text.length <= limit)
        return text;
    const end = limit - note.length;
    const splitsPair = /[\ud800-\udbff]/.test(text[end - 1] ?? '');
    return text.slice(0, splitsPair ? end - 1 : end) + note;
}

// EXTERNAL MODULE: ./lib/transcript/report.js
var report = __webpack_require__(68314);
;// CONCATENATED MODULE: ./lib/transcript/outputs.js


/** Outputs of a run of which nothing but its conclusion is known. */
function emptyOutputs(conclusion) {
    return {
        conclusion,
        'failure-code': '',
        'failure-message': '',
        result: null,
        'structured-output': null,
        'session-id': null,
        'num-turns': null,
        'duration-ms': null,
        'total-cost-usd': null,
        'input-tokens': null,
        'output-tokens': null,
        'cache-read-tokens': null,
        'cache-creation-tokens': null,
        retries: 0,
        'permission-denials': [],
        'transcript-path': null,
        'artifact-id': null,
        'artifact-url': null,
        'changed-files': [],
        'claude-code-version': null,
        'claude-code-path': null,
        'cache-hit': null,
        'aws-account-id': null,
        'aws-region': null,
        model: null,
    };
}
/** Names of all outputs, as `action.yml` declares them. */
const OUTPUT_NAMES = Object.keys(emptyOutputs('setup'));
/**
 * The outputs as the step sets them: empty where not known, JSON where not text. Together they stay below the 1 MB of
 * outputs a job may have, counted in UTF-16
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs): long texts are cut,
 * lists end early, a structured output that does not fit is empty. `result.json` has them whole.
 */
function outputStrings(outputs) {
    const structured = JSON.stringify(outputs['structured-output'] ?? null);
    const bounded = {
        ...outputs,
        'failure-message': cutText(outputs['failure-message'], 16 * KI, NOTE),
        result: outputs.result === null ? null : cutText(outputs.result, 128 * KI, NOTE),
        'structured-output': structured.length > 128 * KI ? null : outputs['structured-output'],
        'permission-denials': fitting(outputs['permission-denials'].map(withShortInput), 64 * KI),
        'changed-files': fitting(outputs['changed-files'], 64 * KI),
    };
    return Object.fromEntries(Object.entries(bounded).map(([name, value]) => [name, asText(value)]));
}
/** Text of `result.json`: the outputs whole, with their values typed, and redacted. */
function resultText(outputs, redact) {
    return `${redact(JSON.stringify(outputs, undefined, 2))}\n`;
}
const KI = 1024;
const NOTE = `\n[cut here: ${report/* TRANSCRIPT_FILES */.p.result} of the transcript has all of it]`;
function asText(value) {
    if (value === null)
        return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
}
/** A denied call keeps its input, or the start of its JSON when that is long (the content of a file to write). */
function withShortInput(denial) {
    const input = JSON.stringify(denial.tool_input ?? null);
    return input.length <= 4 * KI ? denial : { ...denial, tool_input: cutText(input, 4 * KI, NOTE) };
}
/** As many of the first items as fit into `limit` characters of JSON. */
function fitting(items, limit) {
    let length = 2;
    const end = items.findIndex((item) => (length += JSON.stringify(item).length + 1) > limit);
    return end < 0 ? items : items.slice(0, end);
}

;// CONCATENATED MODULE: ./lib/transcript/page-events.js
/** How many bytes of events the page holds in one element: enough to compress well, few enough to tell how far it has read. */
const PACK_BYTES = 2 * 1024 * 1024;
/** Events as the page holds them: packed in gzip in base64, in an element that hides them and says so (`data-encoding="gzip"`). */
const packElement = (pack) => `<div hidden data-encoding="gzip">${Buffer.from(pack.buffer, pack.byteOffset, pack.length).toString('base64')}</div>\n`;

// EXTERNAL MODULE: ./lib/transcript/visible-text.js
var visible_text = __webpack_require__(62042);
;// CONCATENATED MODULE: ./lib/transcript/html.js


/** Text as the content of an element; never for an attribute. */
function escapeHtml(text) {
    return (0,visible_text/* visibleText */.Q)(text).replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
}
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** A part of the page with a heading; `content` is HTML, `kind` classes of the style sheet. */
function panel(title, content, kind = '') {
    return `<section class="panel${kind === '' ? '' : ` ${kind}`}">\n<h2>${escapeHtml(title)}</h2>\n${content}</section>\n`;
}
/**
 * Text of several lines as it is; the page's script folds a long one, and `kind` is a class of the style sheet. A text over
 * a million characters is cut, since it stands in the page uncompressed.
 */
function textBlock(text, kind = 'prose') {
    const shown = cutText(text, 1_000_000, '\n[cut here: result.json and session/ of the transcript have all of it]');
    return `<div class="text ${kind}" data-long>${escapeHtml(shown)}</div>\n`;
}
/** Content that opens on a click; `content` is HTML, `title` text. */
function foldedBlock(title, content) {
    return `<details><summary>${escapeHtml(title)}</summary>\n${content}</details>\n`;
}
/** A list of names and values; both are text. */
function factList(facts, kind = 'facts') {
    const items = facts.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>\n`);
    return `<dl class="${kind}">\n${items.join('')}</dl>\n`;
}

;// CONCATENATED MODULE: ./lib/transcript/outcome.js
/** How a run ended, in a heading's words. */
const CONCLUSION_TITLES = {
    success: '✅ Success',
    failure: '❌ Failure',
    cancelled: '⏹️ Cancelled',
    'timed-out': '⏱️ Timed out',
    setup: '✅ Set up',
};
/** What is known of a run as name and value, ready to be read; what is not known is left out. */
function outcomeFacts(outputs) {
    const count = (value) => (value === null ? null : grouped(value));
    const duration = outputs['duration-ms'];
    const cost = outputs['total-cost-usd'];
    const facts = [
        ['Model', outputs.model],
        ['Region', outputs['aws-region']],
        ['AWS account', outputs['aws-account-id']],
        ['Turns', count(outputs['num-turns'])],
        ['Input tokens', count(outputs['input-tokens'])],
        ['Output tokens', count(outputs['output-tokens'])],
        ['Tokens read from cache', count(outputs['cache-read-tokens'])],
        ['Tokens written to cache', count(outputs['cache-creation-tokens'])],
        ['Cost', cost === null ? null : `$${cost.toFixed(4)}`],
        ['Duration', duration === null ? null : readableDuration(duration)],
        ['API retries', count(outputs.retries)],
        ['Claude Code', outputs['claude-code-version']],
        ['Session', outputs['session-id']],
    ];
    return facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}
/** What a reader wants to know first, on one line; empty when nothing is known. */
function outcomeLine(outputs) {
    const { 'num-turns': turns, 'duration-ms': duration, 'total-cost-usd': cost } = outputs;
    const read = [outputs['input-tokens'], outputs['cache-read-tokens'], outputs['cache-creation-tokens']];
    const tokens = [sumOf(read), outputs['output-tokens']].flatMap((count) => (count === null ? [] : [grouped(count)]));
    return [
        turns === null ? '' : `${turns} turn${turns === 1 ? '' : 's'}`,
        duration === null ? '' : readableDuration(duration),
        cost === null ? '' : `$${cost.toFixed(4)}`,
        tokens.length < 2 ? '' : `${tokens.join(' tokens read, ')} written`,
    ]
        .filter((part) => part !== '')
        .join(' · ');
}
const sumOf = (counts) => counts.every((count) => count === null) ? null : counts.reduce((sum, count) => sum + (count ?? 0), 0);
/** `1,234,567`. By hand, since the first use of `toLocaleString` takes 28 ms, which is time of every run. */
const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
/** `1 h 2 min`, `3 min 4 s`, `5.6 s` or `78 ms`. */
function readableDuration(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    const minutes = Math.floor(seconds / 60);
    return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

;// CONCATENATED MODULE: ./lib/transcript/page-viewer.js
/* eslint-disable max-lines -- made of viewer/ by scripts/viewer.ts; change it there */
/** Style sheet of the page. */
const VIEWER_STYLE = `:root {
  color-scheme: light dark;
  --page: light-dark(#ffffff, #0d1117);
  --soft: light-dark(#f6f8fa, #151b23);
  --line: light-dark(#d1d9e0, #3d444d);
  --faint: light-dark(#e6eaef, #262c36);
  --text: light-dark(#1f2328, #f0f6fc);
  --quiet: light-dark(#59636e, #9198a1);
  --accent: light-dark(#0969da, #4493f8);
  --ok: light-dark(#1a7f37, #3fb950);
  --bad: light-dark(#c21f2b, #ff7b72);
  --warn: light-dark(#8a5a00, #d8a133);
  --think: light-dark(#7a3fd1, #b58cff);
  --bad-soft: light-dark(#fff1f0, #2d1416);
  --ok-soft: light-dark(#e6f6ea, #12261a);
  --warn-soft: light-dark(#fff6dc, #2a2110);
  --added: light-dark(#dafbe1, #14301d);
  --removed: light-dark(#ffebe9, #3a1719);
  --mark: light-dark(#fff3a8, #6b5300);
  --mono: ui-monospace, SFMono-Regular, 'SF Mono', Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace;
  --bar: 3.5rem;
  font:
    14px/1.5 -apple-system,
    'Segoe UI',
    'Noto Sans',
    Helvetica,
    Arial,
    'DejaVu Sans',
    sans-serif;
}
:root[data-theme='light'] {
  color-scheme: light;
}
:root[data-theme='dark'] {
  color-scheme: dark;
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  overflow-wrap: anywhere;
}
[hidden] {
  display: none !important;
}
h1,
h2,
h3,
h4,
p,
dl,
dd,
ul {
  margin: 0;
  padding: 0;
}
h2 {
  font-size: 14px;
  font-weight: 600;
}
button,
select,
input {
  font: inherit;
  color: inherit;
}
a {
  color: var(--accent);
}
:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 1px;
}
code,
kbd,
.mono {
  font-family: var(--mono);
  font-size: 12.5px;
}
.skip {
  position: absolute;
  inset-inline-start: -100vw;
}
.skip:focus {
  inset-inline-start: 8px;
  top: 8px;
  padding: 4px 10px;
  background: var(--page);
  z-index: 3;
}
.masthead {
  background: var(--soft);
  border-bottom: 1px solid var(--line);
}
.masthead > div,
main {
  max-width: 1180px;
  margin: 0 auto;
  padding: 0 20px;
}
.masthead > div {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 12px;
  padding-block: 14px;
}
.masthead h1 {
  font-size: 18px;
  font-weight: 600;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 6px 10px;
}
.masthead h1 code {
  font-size: 14px;
  font-weight: 600;
  color: var(--bad);
}
.masthead .product {
  color: var(--quiet);
  flex: 1 1 auto;
}
.state {
  display: inline-flex;
  align-items: center;
  gap: 7px;
  padding: 3px 12px 3px 9px;
  border-radius: 99px;
  border: 1px solid currentColor;
  font-size: 15px;
  line-height: 1.4;
}
.state::before {
  content: '✓';
  font-weight: 700;
}
.state.success,
.state.setup {
  color: var(--ok);
  background: var(--ok-soft);
}
.state.failure {
  color: var(--bad);
  background: var(--bad-soft);
}
.state.failure::before {
  content: '✕';
}
.state.cancelled,
.state.timed-out {
  color: var(--warn);
  background: var(--warn-soft);
}
.state.cancelled::before {
  content: '■';
  font-size: 11px;
}
.state.timed-out::before {
  content: '◷';
}
#theme {
  padding: 3px 6px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--page);
}
main {
  padding-block: 16px 80px;
  display: grid;
  gap: 16px;
  grid-template-columns: minmax(0, 1fr);
}
.panel {
  border: 1px solid var(--line);
  border-radius: 8px;
  background: var(--page);
  padding: 12px 16px;
  min-width: 0;
}
.panel > h2 {
  margin-bottom: 8px;
}
.panel.failed {
  border-color: var(--bad);
  background: var(--bad-soft);
}
.panel.failed h2 {
  color: var(--bad);
}
.panel.failed h2:not(:first-child) {
  color: var(--text);
  margin-top: 12px;
}
.panel.failed .fix {
  background: var(--page);
  border: 1px solid var(--line);
  border-radius: 6px;
  padding: 8px 12px;
}
.pair {
  display: grid;
  gap: 16px;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
  align-items: start;
}
.facts {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(116px, auto));
  gap: 10px 22px;
}
.facts > div {
  min-width: 0;
}
.facts dt {
  color: var(--quiet);
  font-size: 12px;
}
.facts dd {
  font-variant-numeric: tabular-nums;
  font-weight: 600;
}
.facts.small {
  margin-top: 12px;
  padding-top: 10px;
  border-top: 1px solid var(--faint);
}
.facts.small dd {
  font-weight: 400;
  font-size: 13px;
}
.text {
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  unicode-bidi: plaintext;
}
.text:focus {
  outline: none;
}
.short {
  max-height: 240px;
  overflow: hidden;
  mask-image: linear-gradient(#000 75%, transparent);
}
.more {
  margin-top: 6px;
  padding: 2px 10px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--soft);
  color: var(--accent);
  cursor: pointer;
}
.files {
  list-style: none;
  columns: 2 320px;
  font-family: var(--mono);
  font-size: 12.5px;
}
.files li {
  break-inside: avoid;
  padding: 1px 0;
}
.path {
  border: 0;
  padding: 0;
  background: none;
  color: var(--accent);
  font: inherit;
  text-align: start;
  cursor: pointer;
  overflow-wrap: anywhere;
}
.path:hover {
  text-decoration: underline;
}
details > summary {
  cursor: pointer;
  padding: 2px 0;
}
figure {
  margin: 0;
}
.picture {
  cursor: crosshair;
  touch-action: pan-y;
}
svg {
  display: block;
  max-width: 100%;
  font-size: 12px;
}
.lane {
  fill: var(--text);
}
.tick {
  fill: var(--quiet);
  font-size: 11px;
}
.grid,
.ground {
  stroke: var(--faint);
  stroke-width: 1;
  fill: none;
}
.bar.model {
  fill: var(--accent);
}
.bar.tools {
  fill: var(--ok);
}
.bar.subagents {
  fill: var(--think);
}
.bar.waits {
  fill: var(--warn);
}
.bar.failed {
  fill: var(--bad);
}
.area {
  fill: var(--accent);
  opacity: 0.12;
}
.curve {
  fill: none;
  stroke-width: 1.5;
}
.curve.tokens {
  stroke: var(--accent);
}
.curve.cost {
  stroke: var(--warn);
  stroke-dasharray: 5 3;
}
.cursor {
  stroke: var(--quiet);
  stroke-width: 1;
}
.legend {
  display: flex;
  flex-wrap: wrap;
  gap: 2px 16px;
  list-style: none;
  font-size: 12px;
  color: var(--quiet);
  margin-top: 6px;
}
.legend li {
  display: flex;
  align-items: center;
  gap: 6px;
}
.swatch {
  width: 12px;
  height: 10px;
  border-radius: 2px;
}
.swatch.model {
  background: var(--accent);
}
.swatch.tools {
  background: var(--ok);
}
.swatch.subagents {
  background: var(--think);
}
.swatch.waits {
  background: var(--warn);
}
.swatch.failed {
  background: var(--bad);
}
.swatch.tokens,
.swatch.cost {
  height: 0;
  border-radius: 0;
  width: 16px;
  border-top: 2px solid var(--accent);
}
.swatch.cost {
  border-top: 2px dashed var(--warn);
}
.readout {
  font-size: 13px;
  min-height: 1.5em;
  margin-top: 6px;
  font-variant-numeric: tabular-nums;
}
figcaption {
  font-size: 12px;
  color: var(--quiet);
}
#events > h2 {
  display: flex;
  gap: 8px;
  align-items: baseline;
  margin-bottom: 8px;
  font-size: 16px;
}
#events-count {
  color: var(--quiet);
  font-weight: 400;
  font-size: 13px;
}
#toolbar {
  position: sticky;
  top: 0;
  z-index: 2;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  padding: 8px 0;
  background: var(--page);
  border-bottom: 1px solid var(--line);
}
#toolbar button,
#toolbar select,
#toolbar input {
  height: 32px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--soft);
  padding: 0 10px;
}
#toolbar button {
  cursor: pointer;
}
#toolbar button:hover:not(:disabled) {
  border-color: var(--quiet);
}
#toolbar button:disabled {
  color: var(--quiet);
  cursor: default;
}
#toolbar .icon {
  width: 32px;
  padding: 0;
}
#toolbar input {
  background: var(--page);
  flex: 1 1 180px;
  min-width: 0;
}
#toolbar select {
  max-width: 230px;
}
#trouble[aria-pressed='true'] {
  background: var(--bad-soft);
  border-color: var(--bad);
  color: var(--bad);
  font-weight: 600;
}
.finder {
  display: flex;
  flex: 1 1 340px;
  gap: 6px;
  align-items: center;
  min-width: 0;
}
.finder output {
  color: var(--quiet);
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
}
.choices {
  display: flex;
  flex-wrap: wrap;
  gap: 6px;
}
#nothing {
  padding: 24px;
  text-align: center;
  color: var(--quiet);
}
.row {
  position: relative;
  border-bottom: 1px solid var(--faint);
  scroll-margin-top: var(--bar);
  border-inline-start: 3px solid transparent;
}
.row:focus {
  outline: none;
}
.row.current {
  background: var(--soft);
  border-inline-start-color: var(--accent);
}
.row.found > .top .name::after {
  content: '•';
  color: var(--warn);
  margin-inline-start: 5px;
}
.top {
  display: flex;
  align-items: baseline;
  gap: 10px;
  padding-inline-end: 4px;
}
.head {
  flex: 1 1 auto;
  min-width: 0;
  font: inherit;
}
.fold {
  display: flex;
  width: 100%;
  align-items: baseline;
  gap: 8px;
  min-width: 0;
  padding: 5px 6px 5px 24px;
  border: 0;
  background: none;
  text-align: start;
  position: relative;
}
button.fold {
  cursor: pointer;
}
button.fold::before {
  content: '';
  position: absolute;
  inset-inline-start: 9px;
  top: 12px;
  width: 6px;
  height: 6px;
  border: solid var(--quiet);
  border-width: 0 1.5px 1.5px 0;
  transform: rotate(-45deg);
}
button.fold[aria-expanded='true']::before {
  transform: rotate(45deg);
  top: 10px;
}
button.fold:hover .name {
  text-decoration: underline;
}
.name {
  font-weight: 600;
  flex: none;
  max-width: 60%;
}
.title {
  flex: 1 1 auto;
  min-width: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  color: var(--quiet);
  unicode-bidi: plaintext;
}
.call .title,
.report .title {
  font-family: var(--mono);
  font-size: 12.5px;
  color: var(--text);
}
.call .name {
  font-family: var(--mono);
  font-size: 12.5px;
}
.message .name {
  color: var(--accent);
}
.thinking .name {
  color: var(--think);
  font-style: italic;
  font-weight: 400;
}
.note .name {
  color: var(--quiet);
  font-weight: 400;
}
.retry .name {
  color: var(--warn);
}
.note.error .name,
.trouble.call .name,
.trouble.report .name {
  color: var(--bad);
  font-weight: 600;
}
.side {
  display: flex;
  flex: none;
  align-items: baseline;
  gap: 8px;
  font-size: 12px;
  font-variant-numeric: tabular-nums;
}
.badge {
  color: var(--quiet);
  white-space: nowrap;
}
.badge.ok,
.badge.plus {
  color: var(--ok);
}
.badge.minus,
.badge.bad {
  color: var(--bad);
}
.badge.bad,
.badge.warn {
  font-weight: 600;
}
.badge.warn {
  color: var(--warn);
}
.time {
  color: var(--quiet);
  min-width: 3.6em;
  text-align: end;
}
.link {
  color: var(--quiet);
  text-decoration: none;
  min-width: 3em;
  text-align: end;
}
.link:hover {
  text-decoration: underline;
  color: var(--accent);
}
.json {
  border: 0;
  background: none;
  padding: 0 2px;
  color: var(--quiet);
  font-family: var(--mono);
  font-size: 11px;
  cursor: pointer;
  opacity: 0;
}
.row:hover .json,
.row:focus-within .json,
.json[aria-pressed='true'] {
  opacity: 1;
}
.body {
  padding: 0 10px 10px 24px;
  display: grid;
  gap: 8px;
  grid-template-columns: minmax(0, 1fr);
}
.body .mono {
  font-size: 12.5px;
  line-height: 1.55;
  tab-size: 4;
}
.body .text.mono,
.diff {
  background: var(--soft);
  border: 1px solid var(--faint);
  border-radius: 6px;
  padding: 6px 10px;
}
.row.current .body .text.mono,
.row.current .diff {
  background: var(--page);
}
.body .text.error {
  background: var(--bad-soft);
  border-color: transparent;
  border-inline-start: 3px solid var(--bad);
}
.row.current .body .text.error {
  background: var(--bad-soft);
}
.body h4 {
  font-size: 12px;
  font-weight: 400;
  color: var(--quiet);
  margin-bottom: 2px;
}
.command .text::before {
  content: '$ ';
  color: var(--ok);
  font-weight: 700;
}
.purpose {
  color: var(--quiet);
  font-size: 12.5px;
  margin-bottom: 3px;
}
.empty {
  color: var(--quiet);
  font-size: 12.5px;
}
.excerpt {
  margin-top: 6px;
}
.thinking .text {
  color: var(--quiet);
  font-style: italic;
}
.fields {
  display: grid;
  gap: 4px;
}
.fields > div {
  display: grid;
  grid-template-columns: minmax(90px, max-content) minmax(0, 1fr);
  gap: 2px 12px;
}
.fields dt {
  color: var(--quiet);
  font-size: 12.5px;
  max-width: 220px;
}
.diff {
  padding: 4px 0;
  font-family: var(--mono);
  font-size: 12.5px;
  line-height: 1.55;
  overflow: hidden;
}
.diff .line {
  display: flex;
}
.diff .added {
  background: var(--added);
}
.diff .removed {
  background: var(--removed);
}
.diff .number {
  flex: none;
  width: 3.6em;
  padding-inline-end: 8px;
  text-align: end;
  color: var(--quiet);
  user-select: none;
}
.diff .sign {
  flex: none;
  width: 1.8em;
  text-align: center;
  color: var(--quiet);
  user-select: none;
}
.diff .code {
  flex: 1 1 auto;
  min-width: 0;
  white-space: pre-wrap;
  unicode-bidi: plaintext;
  tab-size: 4;
  padding-inline-end: 8px;
}
.diff .gap {
  color: var(--quiet);
  padding: 0 10px;
}
.diff .more {
  margin: 6px 10px 4px;
}
.todos {
  list-style: none;
}
.todos .done {
  color: var(--quiet);
  text-decoration: line-through;
}
.todos .doing {
  font-weight: 600;
}
.todos .state {
  all: unset;
  display: inline-block;
  width: 1.4em;
}
.todos .state::before {
  content: none;
}
.depth-1 {
  margin-inline-start: 22px;
}
.depth-2 {
  margin-inline-start: 44px;
}
.depth-3 {
  margin-inline-start: 66px;
}
.depth-4 {
  margin-inline-start: 88px;
}
.row:not(.depth-0)::before {
  content: '';
  position: absolute;
  inset-block: 0;
  inset-inline-start: -14px;
  border-inline-start: 2px solid var(--think);
  opacity: 0.45;
}
mark {
  background: var(--mark);
  color: inherit;
  border-radius: 2px;
}
dialog {
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--page);
  color: var(--text);
  padding: 20px 24px;
  max-width: min(92vw, 460px);
}
dialog::backdrop {
  background: rgb(0 0 0 / 0.4);
}
dialog dl {
  display: grid;
  gap: 6px;
  margin: 12px 0 16px;
}
dialog dl > div {
  display: grid;
  grid-template-columns: 150px 1fr;
  gap: 12px;
}
dialog dt {
  display: flex;
  flex-wrap: wrap;
  gap: 4px;
  align-items: center;
}
kbd {
  border: 1px solid var(--line);
  border-bottom-width: 2px;
  border-radius: 4px;
  background: var(--soft);
  padding: 0 5px;
  font-size: 11.5px;
}
dialog button {
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--soft);
  padding: 4px 14px;
  cursor: pointer;
}
#messages {
  position: fixed;
  inset-inline: 0;
  bottom: 16px;
  display: grid;
  justify-items: center;
  pointer-events: none;
  z-index: 4;
}
.toast {
  background: var(--text);
  color: var(--page);
  border-radius: 6px;
  padding: 6px 14px;
  max-width: 92vw;
}

@media (max-width: 640px) {
  :root {
    --bar: 5.6rem;
  }
  .masthead > div,
  main {
    padding-inline: 12px;
  }
  .masthead .product {
    order: 1;
    flex-basis: 100%;
  }
  #tools {
    margin-inline-start: auto;
  }
  .panel {
    padding: 10px 12px;
  }
  .facts {
    grid-template-columns: repeat(auto-fit, minmax(92px, auto));
    gap: 8px 14px;
  }
  .choices {
    flex-wrap: nowrap;
    overflow-x: auto;
    scrollbar-width: none;
    margin-inline: -12px;
    padding-inline: 12px;
  }
  .choices > * {
    flex: none;
  }
  .time:empty {
    display: none;
  }
  #toolbar select {
    max-width: 175px;
  }
  #toolbar input {
    font-size: 16px;
  }
  .finder {
    flex-basis: 100%;
  }
  .finder output {
    min-width: 0;
  }
  .top {
    flex-wrap: wrap;
    gap: 0;
    padding-bottom: 4px;
  }
  .head {
    flex-basis: 100%;
  }
  .fold {
    padding-bottom: 0;
  }
  .side {
    padding-inline-start: 24px;
  }
  .side .json {
    display: none;
  }
  .time,
  .link {
    min-width: 0;
  }
  .body {
    padding-inline: 12px 6px;
  }
  .fields > div {
    grid-template-columns: minmax(0, 1fr);
  }
  .diff .number {
    width: 2.6em;
    padding-inline-end: 4px;
  }
  .depth-1 {
    margin-inline-start: 12px;
  }
  .depth-2 {
    margin-inline-start: 20px;
  }
  .depth-3,
  .depth-4 {
    margin-inline-start: 28px;
  }
  .row:not(.depth-0)::before {
    inset-inline-start: -8px;
  }
}
@media print {
  :root {
    color-scheme: light;
    font-size: 11px;
  }
  #toolbar,
  #theme,
  .json,
  .more,
  .readout,
  .skip,
  button.fold::before {
    display: none;
  }
  .short {
    max-height: none;
    mask-image: none;
  }
  .row,
  .panel {
    break-inside: auto;
  }
  .top {
    break-after: avoid;
  }
  main {
    max-width: none;
  }
}
@media (prefers-reduced-motion: no-preference) {
  .toast {
    animation: appear 0.15s;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
}
`;
/** Script of the page, for browsers. */
const VIEWER_SCRIPT = `'use strict'
{
const $src_transcript_visible_text_ts = (() => {
function visibleText(text) {
    return text
        .toWellFormed()
        .replace(TERMINAL_SEQUENCE, '')
        .replace(/\\r\\n/g, '\\n')
        .replace(CONTROL, (sign) => (sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '\\ufffd'));
}
const TERMINAL_SEQUENCE = /\\u001b\\[[0-9;?]{0,40}[ -/]{0,4}[@-~]/g;
const CONTROL = /[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]/g;
return { visibleText }
})()
const $viewer_dom_ts = (() => {
const { visibleText } = $src_transcript_visible_text_ts;
function el(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    setAttributes(element, attributes);
    for (const child of children) {
        if (child !== undefined)
            element.append(typeof child === 'string' ? visibleText(child) : child);
    }
    return element;
}
function svg(tag, attributes = {}, ...children) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    setAttributes(element, attributes);
    element.append(...children);
    return element;
}
function button(words, onClick, attributes = {}) {
    const element = el('button', { type: 'button', ...attributes }, words);
    element.addEventListener('click', onClick);
    return element;
}
function part(id) {
    const element = document.getElementById(id);
    if (element === null)
        throw new Error(\`The page has no #\${id}.\`);
    return element;
}
function setAttributes(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) {
        if (value !== undefined && value !== false)
            element.setAttribute(name, value === true ? '' : String(value));
    }
}
return { el, svg, button, part }
})()
const $viewer_static_texts_ts = (() => {
const { button, part } = $viewer_dom_ts;
function shortenLongTexts() {
    for (const text of document.querySelectorAll('[data-long]')) {
        if (text.scrollHeight <= LONGEST_PIXELS)
            continue;
        text.classList.add('short');
        const more = button('Show all', () => {
            const isShort = text.classList.toggle('short');
            more.textContent = isShort ? 'Show all' : 'Show less';
            more.setAttribute('aria-expanded', String(!isShort));
            if (isShort)
                text.scrollIntoView({ block: 'nearest' });
        });
        more.className = 'more';
        more.setAttribute('aria-expanded', 'false');
        text.after(more);
    }
}
function linkFiles(search) {
    for (const item of part('main').querySelectorAll('[data-file]')) {
        const path = item.textContent;
        item.replaceChildren(button(path, () => search(path), { class: 'path', title: 'Find it in the events' }));
    }
}
const LONGEST_PIXELS = 260;
return { shortenLongTexts, linkFiles }
})()
const $viewer_theme_ts = (() => {
const { el, part } = $viewer_dom_ts;
function addThemeChoice() {
    const select = el('select', { id: 'theme', 'aria-label': 'Colours' });
    for (const [value, words] of CHOICES)
        select.append(el('option', { value }, words));
    select.value = remembered();
    const apply = () => {
        if (select.value === 'auto')
            delete document.documentElement.dataset.theme;
        else
            document.documentElement.dataset.theme = select.value;
    };
    apply();
    select.addEventListener('change', () => {
        apply();
        try {
            localStorage.setItem(KEY, select.value);
        }
        catch {
        }
    });
    part('tools').append(select);
}
function remembered() {
    try {
        const value = localStorage.getItem(KEY);
        return CHOICES.some(([choice]) => choice === value) ? (value ?? 'auto') : 'auto';
    }
    catch {
        return 'auto';
    }
}
const KEY = 'claude-transcript-theme';
const CHOICES = [
    ['auto', 'Theme: auto'],
    ['light', 'Theme: light'],
    ['dark', 'Theme: dark'],
];
return { addThemeChoice }
})()
const $viewer_fields_ts = (() => {
const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value) => (isFields(value) ? value : {});
const listOf = (value) => (Array.isArray(value) ? value : []);
const stringOf = (value) => (typeof value === 'string' ? value : undefined);
const numberOf = (value) => (typeof value === 'number' ? value : undefined);
const countOf = (value) => numberOf(value) ?? 0;
const prettyJson = (value) => JSON.stringify(value ?? null, undefined, 2);
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
return { isFields, fieldsOf, listOf, stringOf, numberOf, countOf, prettyJson, parseJson }
})()
const $viewer_activity_ts = (() => {
const { countOf, fieldsOf } = $viewer_fields_ts;
function startActivity() {
    const calls = new Map();
    const lastOf = new Map();
    const waits = [];
    let pending = [];
    let latest;
    const placeWaits = (at) => {
        const from = latest ?? at - pending.reduce((sum, { delayMs }) => sum + delayMs, 0);
        const whole = pending.reduce((sum, { delayMs }) => sum + delayMs, 0);
        const scale = whole > at - from ? Math.max(0, at - from) / whole : 1;
        let time = from;
        for (const { delayMs, row } of pending) {
            waits.push({ from: time, to: time + delayMs * scale, row });
            time += delayMs * scale;
        }
        pending = [];
        return time;
    };
    const stamp = (agent, at) => {
        latest = Math.max(latest ?? at, at);
        lastOf.set(agent, at);
    };
    return {
        answered({ messageId, agent, at, usage, written, row }) {
            const over = pending.length > 0 ? placeWaits(at) : undefined;
            const known = calls.get(messageId);
            const counts = fieldsOf(usage);
            const call = known ?? {
                ...NO_TOKENS,
                from: Math.min(at, over ?? lastOf.get(agent) ?? latest ?? at),
                to: at,
                row,
                written: 0,
            };
            call.to = Math.max(call.to, at);
            call.written += written;
            call.inputTokens = Math.max(call.inputTokens, countOf(counts.input_tokens));
            call.cacheReadTokens = Math.max(call.cacheReadTokens, countOf(counts.cache_read_input_tokens));
            call.cacheCreationTokens = Math.max(call.cacheCreationTokens, countOf(counts.cache_creation_input_tokens));
            call.outputTokens = Math.max(call.outputTokens, countOf(counts.output_tokens));
            calls.set(messageId, call);
            stamp(agent, at);
        },
        moved(agent, at) {
            if (pending.length > 0)
                placeWaits(at);
            stamp(agent, at);
        },
        waits: (delayMs, row) => void pending.push({ delayMs, row }),
        finish(start) {
            if (pending.length > 0 && latest !== undefined) {
                placeWaits(latest + pending.reduce((sum, { delayMs }) => sum + delayMs, 0));
            }
            const first = calls.values().next().value;
            if (first !== undefined && waits[0]?.from !== first.from)
                first.from = Math.min(first.from, start ?? first.from);
            return { modelCalls: [...calls.values()], waits };
        },
    };
}
const NO_TOKENS = { inputTokens: 0, cacheReadTokens: 0, cacheCreationTokens: 0, outputTokens: 0 };
return { startActivity }
})()
const $viewer_content_ts = (() => {
const { countOf, fieldsOf, listOf, prettyJson, stringOf } = $viewer_fields_ts;
function resultText(content) {
    if (typeof content === 'string')
        return content;
    return listOf(content).map(partText).join('\\n');
}
function partText(part) {
    const { type, text, source } = fieldsOf(part);
    if (typeof text === 'string')
        return text;
    if (type !== 'image' && type !== 'document')
        return prettyJson(part);
    const { media_type: kind, data } = fieldsOf(source);
    const size = Math.ceil((stringOf(data)?.length ?? 0) * 0.00075);
    return \`[\${type}: \${stringOf(kind) ?? 'unknown kind'}, \${size} KB; its data is in transcript.jsonl]\`;
}
function resultStatus(isError, meta) {
    const { non_execution_kind: kind, permission_decision: permission } = fieldsOf(meta);
    if (kind === 'user-rejected')
        return 'stopped';
    if (fieldsOf(permission).decision === 'reject')
        return 'denied';
    return isError ? 'failed' : 'ok';
}
function backgroundEnd(notification, calls, event) {
    const { tool_use_id: id, summary, usage } = notification;
    const call = calls.get(stringOf(id) ?? '');
    if (call === undefined || fieldsOf(call.result?.detail).isAsync !== true)
        return;
    const at = call.at === undefined ? undefined : call.at + countOf(fieldsOf(usage).duration_ms);
    call.result = { event, at, text: stringOf(summary) ?? '', status: endStatus(notification.status), detail: undefined };
}
function endStatus(status) {
    if (status === 'completed')
        return 'ok';
    return status === 'killed' || status === 'stopped' ? 'stopped' : 'failed';
}
function sessionText(init) {
    const names = (value) => listOf(value).map((item) => stringOf(item) ?? stringOf(fieldsOf(item).name) ?? '?');
    const facts = [
        ['Model', stringOf(init.model)],
        ['Claude Code', stringOf(init.claude_code_version)],
        ['Working directory', stringOf(init.cwd)],
        ['Permission mode', stringOf(init.permissionMode)],
        ['Session', stringOf(init.session_id)],
        ['Tools', names(init.tools).join(', ')],
        ['MCP servers', names(init.mcp_servers).join(', ')],
    ];
    return facts.flatMap(([name, value]) => (value ? [\`\${name}: \${value}\`] : [])).join('\\n');
}
function endText(end) {
    const errors = listOf(end.errors).flatMap((error) => stringOf(error) ?? []);
    return [stringOf(end.result), ...errors].filter((text) => text !== undefined).join('\\n');
}
function totalsOf(end, before) {
    const models = Object.values(fieldsOf(end.modelUsage)).map(fieldsOf);
    const sum = (...names) => models.reduce((total, model) => names.reduce((part, name) => part + countOf(model[name]), total), 0);
    const known = models.length > 0;
    return {
        durationMs: typeof end.duration_ms === 'number' ? end.duration_ms + (before?.durationMs ?? 0) : before?.durationMs,
        costUsd: typeof end.total_cost_usd === 'number' ? end.total_cost_usd : undefined,
        tokens: known ? sum('inputTokens', 'outputTokens', 'cacheReadInputTokens', 'cacheCreationInputTokens') : undefined,
        outputTokens: known ? sum('outputTokens') : undefined,
    };
}
return { resultText, resultStatus, backgroundEnd, sessionText, endText, totalsOf }
})()
const $viewer_transcript_ts = (() => {
const { startActivity } = $viewer_activity_ts;
const { backgroundEnd, endText, resultStatus, resultText, sessionText, totalsOf } = $viewer_content_ts;
const { countOf, fieldsOf, isFields, listOf, parseJson, prettyJson, stringOf } = $viewer_fields_ts;
function startReading() {
    const top = [];
    const calls = new Map();
    const places = new Map();
    const activity = startActivity();
    let events = 0;
    let first;
    let last;
    let totals = totalsOf({});
    let directory;
    let begun = false;
    const ends = [];
    function begin(value) {
        const at = typeof value.timestamp === 'string' ? Date.parse(value.timestamp) : NaN;
        const agent = stringOf(value.parent_tool_use_id) ?? '';
        const stamped = Number.isFinite(at) ? at : undefined;
        if (stamped !== undefined) {
            first = Math.min(first ?? stamped, stamped);
            last = Math.max(last ?? stamped, stamped);
        }
        let blocks = 0;
        const parent = calls.get(agent);
        const place = () => ({
            id: ++blocks === 1 ? \`event-\${events}\` : \`event-\${events}-\${blocks}\`,
            event: events,
            at: stamped,
            parent,
        });
        const add = (row) => {
            ;
            (parent?.children ?? top).push(row);
            places.set(row.id, row);
            return row;
        };
        return { at: stamped, agent, place, add };
    }
    function readAssistant(value, { at, agent, place, add }) {
        const message = fieldsOf(value.message);
        const error = stringOf(value.error);
        for (const block of blocksOf(message.content)) {
            const { type, text, thinking, id, name, input } = block;
            let row;
            let written = 0;
            if (error !== undefined) {
                const status = typeof value.api_error_status === 'number' ? \` (HTTP \${value.api_error_status})\` : '';
                row = add({
                    ...place(),
                    kind: 'note',
                    tone: 'error',
                    title: \`API error: \${error}\${status}\`,
                    text: stringOf(text) ?? prettyJson(block),
                });
            }
            else if (type === 'text' && typeof text === 'string') {
                row = add({ ...place(), kind: 'message', speaker: 'Claude', text });
                written = text.length;
            }
            else if (type === 'thinking' && typeof thinking === 'string') {
                row = add({ ...place(), kind: 'thinking', text: thinking });
                written = thinking.length;
            }
            else if (type === 'tool_use' && typeof id === 'string' && typeof name === 'string') {
                const call = add({ ...place(), kind: 'call', name, input, result: undefined, children: [] });
                calls.set(id, call);
                row = call;
                written = Object.values(fieldsOf(input)).reduce((sum, value) => sum + (stringOf(value)?.length ?? 8), 0);
            }
            else {
                row = add({
                    ...place(),
                    kind: 'note',
                    tone: 'plain',
                    title: \`Content of type \${stringOf(type) ?? 'unknown'}\`,
                    text: prettyJson(block),
                });
            }
            if (at === undefined)
                continue;
            if (error === undefined) {
                activity.answered({ messageId: stringOf(message.id) ?? row.id, agent, at, usage: message.usage, written, row });
            }
            else
                activity.moved(agent, at);
        }
    }
    function readUser(value, { at, agent, place, add }) {
        const metas = listOf(value.tool_result_meta).map(fieldsOf);
        const blocks = blocksOf(fieldsOf(value.message).content);
        for (const block of blocks) {
            const { type, text, tool_use_id: callId, content, is_error: isError } = block;
            const call = typeof callId === 'string' ? calls.get(callId) : undefined;
            if (type === 'tool_result' && call?.result === undefined && call !== undefined) {
                call.result = {
                    event: events,
                    at,
                    text: resultText(content),
                    status: resultStatus(isError === true, metas.find((meta) => meta.id === callId)),
                    detail: blocks.length === 1 ? value.tool_use_result : undefined,
                };
                places.set(\`event-\${events}\`, call);
            }
            else if (type === 'text' && typeof text === 'string') {
                add({ ...place(), kind: 'message', speaker: agent === '' ? 'User' : 'Prompt', text });
            }
            else {
                const known = type === 'tool_result';
                const title = known ? 'Result of a call that is not here' : \`Content of type \${stringOf(type) ?? 'unknown'}\`;
                add({ ...place(), kind: 'note', tone: 'plain', title, text: known ? resultText(content) : prettyJson(block) });
            }
        }
        if (at !== undefined)
            activity.moved(agent, at);
    }
    function readSystem(value, { place, add }) {
        const note = (tone, title, text) => add({ ...place(), kind: 'note', tone, title, text });
        switch (value.subtype) {
            case 'init':
                directory ??= stringOf(value.cwd);
                note(begun ? 'quiet' : 'plain', begun ? 'system/init' : 'Session started', sessionText(value));
                begun = true;
                return;
            case 'api_retry': {
                const status = typeof value.error_status === 'number' ? \`HTTP \${value.error_status} \` : '';
                const text = \`\${status}\${stringOf(value.error) ?? 'unknown error'}: try \${countOf(value.attempt)} of \${countOf(value.max_retries)}\`;
                const delayMs = countOf(value.retry_delay_ms);
                activity.waits(delayMs, add({ ...place(), kind: 'retry', text, delayMs }));
                return;
            }
            case 'task_notification':
                backgroundEnd(value, calls, events);
                note('quiet', 'system/task_notification', prettyJson(value));
                return;
            case 'compact_boundary':
                note('plain', 'Conversation compacted', prettyJson(value.compact_metadata));
                return;
            default:
                note('quiet', \`system/\${stringOf(value.subtype) ?? 'unknown'}\`, prettyJson(value));
        }
    }
    function readEnd(value, { place, add }) {
        totals = totalsOf(value, totals);
        const subtype = stringOf(value.subtype) ?? 'unknown';
        const failed = value.is_error === true;
        const title = failed && subtype === 'success' ? 'Ended with an error' : \`Ended: \${subtype}\`;
        ends.push(add({ ...place(), kind: 'note', tone: failed ? 'error' : 'plain', title, text: endText(value) }));
    }
    return {
        read(line) {
            events++;
            const value = parseJson(line);
            const begun = begin(fieldsOf(value));
            const { place, add } = begun;
            if (!isFields(value))
                add({ ...place(), kind: 'note', tone: 'plain', title: RAW, text: line });
            else if (value.type === 'assistant')
                readAssistant(value, begun);
            else if (value.type === 'user')
                readUser(value, begun);
            else if (value.type === 'system')
                readSystem(value, begun);
            else if (value.type === 'result')
                readEnd(value, begun);
            else if (value.type === 'raw')
                add({ ...place(), kind: 'note', tone: 'plain', title: RAW, text: stringOf(value.text) ?? '' });
            else
                add({
                    ...place(),
                    kind: 'note',
                    tone: 'quiet',
                    title: stringOf(value.type) ?? 'unknown',
                    text: prettyJson(value),
                });
        },
        finish() {
            for (const end of ends.slice(0, -1))
                Object.assign(end, { tone: 'quiet', title: \`At rest: \${end.title}\` });
            const from = first === undefined || last === undefined ? undefined : Math.min(first, last - (totals.durationMs ?? 0));
            const span = from === undefined || last === undefined ? undefined : { from, to: last };
            const rows = inOrder(top);
            for (const row of rows) {
                if (row.kind === 'report')
                    places.set(row.id, row).set(\`event-\${row.event}\`, row);
            }
            return { rows, events, places, activity: activity.finish(from), totals, span, directory };
        },
    };
}
const RAW = 'Output that is no event';
const blocksOf = (content) => typeof content === 'string' ? [{ type: 'text', text: content }] : listOf(content).map(fieldsOf);
function inOrder(rows) {
    const ordered = [];
    const waiting = rows.toReversed();
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
        ordered.push(row);
        if (row.kind !== 'call' || row.children.length === 0)
            continue;
        const { id, result } = row;
        if (result !== undefined) {
            waiting.push({
                kind: 'report',
                id: \`\${id}-report\`,
                event: result.event,
                at: result.at,
                parent: row,
                call: row,
                result,
            });
        }
        for (const child of row.children.toReversed())
            waiting.push(child);
    }
    return ordered;
}
return { startReading }
})()
const $viewer_unpack_ts = (() => {
function packedEvents() {
    const elements = [...document.querySelectorAll('[data-encoding]')];
    const firsts = [];
    const linesOf = async (element) => (await unpack(element.textContent)).split('\\n').filter((line) => line !== '');
    return {
        count: elements.length,
        async *packs() {
            let next = 1;
            for (const element of elements) {
                const lines = await linesOf(element);
                firsts.push(next);
                next += lines.length;
                yield lines;
            }
        },
        async line(number) {
            const index = firsts.findLastIndex((first) => first <= number);
            const element = elements[index];
            const first = firsts[index];
            return element === undefined || first === undefined ? '' : ((await linesOf(element))[number - first] ?? '');
        },
    };
}
async function unpack(base64) {
    const gzip = new DecompressionStream('gzip');
    const writer = gzip.writable.getWriter();
    const [text] = await Promise.all([textOf(gzip.readable), writer.write(bytesOf(base64)), writer.close()]);
    return text;
}
async function textOf(stream) {
    const reader = stream.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
        text += decoder.decode(read.value, { stream: true });
    }
    return text + decoder.decode();
}
function bytesOf(base64) {
    if (DECODES_BASE64)
        return Uint8Array.fromBase64(base64);
    const binary = atob(base64);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index++)
        bytes[index] = binary.charCodeAt(index);
    return bytes;
}
const DECODES_BASE64 = 'fromBase64' in Uint8Array;
return { packedEvents }
})()
const $viewer_rows_ts = (() => {
function depthOf(row) {
    let depth = 0;
    for (let call = row.parent; call !== undefined; call = call.parent)
        depth++;
    return depth;
}
function isTrouble(row) {
    switch (row.kind) {
        case 'call':
            return row.result !== undefined && row.result.status !== 'ok';
        case 'report':
            return row.result.status !== 'ok';
        case 'retry':
            return true;
        case 'note':
            return row.tone === 'error';
        case 'message':
        case 'thinking':
            return false;
    }
}
return { depthOf, isTrouble }
})()
const $viewer_filter_ts = (() => {
const { isTrouble } = $viewer_rows_ts;
const WHOLE_CONVERSATION = { choice: 'conversation', troubleOnly: false };
function passes(row, { choice, troubleOnly }) {
    if (troubleOnly && !isTrouble(row))
        return false;
    switch (choice) {
        case 'conversation':
            return row.kind !== 'note' || row.tone !== 'quiet';
        case 'every':
            return true;
        case 'messages':
            return row.kind === 'message';
        case 'thinking':
            return row.kind === 'thinking';
        case 'calls':
            return row.kind === 'call';
        default:
            return row.kind === 'call' && choice === \`tool:\${row.name}\`;
    }
}
const isWhole = ({ choice, troubleOnly }) => !troubleOnly && (choice === 'conversation' || choice === 'every');
function toolCounts(rows) {
    const counts = new Map();
    for (const row of rows)
        if (row.kind === 'call')
            counts.set(row.name, (counts.get(row.name) ?? 0) + 1);
    return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
return { WHOLE_CONVERSATION, passes, isWhole, toolCounts }
})()
const $viewer_search_ts = (() => {
const { fieldsOf, listOf } = $viewer_fields_ts;
function searchPattern(text) {
    if (text.trim() === '')
        return undefined;
    return new RegExp(text.replace(/[\\\\^$.*+?()[\\]{}|]/g, '\\\\$&'), 'giu');
}
async function findRows(rows, pattern, signal) {
    const found = [];
    let since = performance.now();
    for (const row of rows) {
        if (textsOf(row).some((text) => hasMatch(text, pattern)))
            found.push(row);
        if (performance.now() - since < 12)
            continue;
        await new Promise((resolve) => setTimeout(resolve));
        if (signal.aborted)
            return [];
        since = performance.now();
    }
    return found;
}
const hasMatch = (text, pattern) => text.search(pattern) >= 0;
function textsOf(row) {
    switch (row.kind) {
        case 'message':
        case 'thinking':
        case 'retry':
            return [row.text];
        case 'note':
            return [row.title, row.text];
        case 'report':
            return [row.result.text];
        case 'call': {
            const texts = [row.name];
            gatherTexts(row.input, texts);
            if (row.result === undefined)
                return texts;
            const { stderr, structuredPatch } = fieldsOf(row.result.detail);
            gatherTexts([stderr, listOf(structuredPatch).map((hunk) => fieldsOf(hunk).lines)], texts);
            if (row.children.length === 0)
                texts.push(row.result.text);
            return texts;
        }
    }
}
function gatherTexts(value, into) {
    if (typeof value === 'string')
        into.push(value);
    else if (typeof value === 'object' && value !== null) {
        for (const [key, member] of Object.entries(value)) {
            if (!Array.isArray(value))
                into.push(key);
            gatherTexts(member, into);
        }
    }
    else if (typeof value === 'number' || typeof value === 'boolean')
        into.push(String(value));
}
return { searchPattern, findRows, textsOf }
})()
const $viewer_words_ts = (() => {
function clockTime(ms) {
    const seconds = Math.max(0, ms) / 1000;
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    const two = (value) => String(value).padStart(2, '0');
    if (hours > 0)
        return \`\${hours}:\${two(minutes)}:\${two(Math.floor(seconds) % 60)}\`;
    if (minutes >= 10)
        return \`\${minutes}:\${two(Math.floor(seconds) % 60)}\`;
    return \`\${minutes}:\${(Math.floor(seconds * 10) / 10 - minutes * 60).toFixed(1).padStart(4, '0')}\`;
}
function shortDuration(ms) {
    if (ms < 1000)
        return \`\${Math.round(ms)} ms\`;
    if (ms < 59_950)
        return \`\${(ms / 1000).toFixed(1)} s\`;
    const seconds = Math.round(ms / 1000);
    const minutes = Math.floor(seconds / 60);
    return minutes < 60 ? \`\${minutes} min \${seconds % 60} s\` : \`\${Math.floor(minutes / 60)} h \${minutes % 60} min\`;
}
function shortCount(value) {
    if (value < 1000)
        return String(Math.round(value));
    return value < 999_950 ? \`\${(value / 1000).toFixed(1)}k\` : \`\${(value / 1e6).toFixed(1)}M\`;
}
const wholeCount = (value) => value.toLocaleString('en-US');
const counted = (count, noun) => \`\${wholeCount(count)} \${noun}\${count === 1 ? '' : 's'}\`;
const dollars = (usd) => \`$\${usd.toFixed(usd < 1 ? 4 : 2)}\`;
return { clockTime, shortDuration, shortCount, wholeCount, counted, dollars }
})()
const $viewer_finder_ts = (() => {
const { findRows, searchPattern } = $viewer_search_ts;
const { counted, wholeCount } = $viewer_words_ts;
function createFinder({ rows, look, stage, tell }) {
    let matches = [];
    let searching = new AbortController();
    return {
        async search(text) {
            searching.abort();
            searching = new AbortController();
            const { signal } = searching;
            await new Promise((resolve) => setTimeout(resolve, TYPING_MS));
            if (signal.aborted)
                return;
            const pattern = searchPattern(text);
            const found = pattern === undefined ? [] : await findRows(rows, pattern, signal);
            if (searching.signal !== signal)
                return;
            look.pattern = pattern;
            matches = found;
            stage.mark(new Set(found));
            if (pattern === undefined)
                tell('');
            else
                tell(found.length === 0 ? 'no match' : counted(found.length, 'event'));
        },
        step(by) {
            const reading = stage.readingRow();
            const at = reading === undefined ? -1 : rows.indexOf(reading);
            const isNew = stage.current() === undefined;
            const order = new Map(rows.map((row, index) => [row, index]));
            const isAfter = (row) => (order.get(row) ?? 0) > (isNew ? at - 1 : at);
            const isBefore = (row) => (order.get(row) ?? 0) < at;
            const row = by === 1 ? (matches.find(isAfter) ?? matches[0]) : (matches.findLast(isBefore) ?? matches.at(-1));
            if (row === undefined)
                return;
            look.folds.set(row, true);
            stage.go(row);
            stage.update(row)?.querySelector('.body mark')?.scrollIntoView({ block: 'nearest' });
            tell(\`\${wholeCount(matches.indexOf(row) + 1)} of \${wholeCount(matches.length)}\`);
        },
    };
}
const TYPING_MS = 120;
return { createFinder }
})()
const $viewer_keys_ts = (() => {
const { button, el } = $viewer_dom_ts;
function listenToKeys(list, actions) {
    const help = helpDialog();
    const keys = {
        j: () => actions.move(1),
        k: () => actions.move(-1),
        g: () => actions.moveTo('first'),
        G: () => actions.moveTo('last'),
        o: () => actions.fold(),
        e: () => actions.moveToTrouble(1),
        E: () => actions.moveToTrouble(-1),
        x: () => actions.foldAll(true),
        X: () => actions.foldAll(false),
        n: () => actions.step(1),
        N: () => actions.step(-1),
        c: () => actions.copyLink(),
        '/': () => actions.focusSearch(),
        '?': () => help.showModal(),
    };
    const listKeys = {
        ArrowDown: () => actions.move(1),
        ArrowUp: () => actions.move(-1),
        ArrowRight: () => actions.fold(true),
        ArrowLeft: () => actions.fold(false),
        Home: () => actions.moveTo('first'),
        End: () => actions.moveTo('last'),
    };
    document.addEventListener('keydown', (event) => {
        const { target, key } = event;
        if (event.ctrlKey || event.metaKey || event.altKey || help.open)
            return;
        if (!(target instanceof HTMLElement) || target.closest('input, select, textarea') !== null)
            return;
        const isOnRow = target.matches('article');
        const action = (list.contains(target) ? listKeys[key] : undefined) ??
            (isOnRow && (key === 'Enter' || key === ' ') ? () => actions.fold() : undefined) ??
            (Object.hasOwn(keys, key) ? keys[key] : undefined);
        if (action === undefined)
            return;
        event.preventDefault();
        action();
    });
    return { showHelp: () => help.showModal() };
}
function helpDialog() {
    const list = el('dl');
    for (const [names, deed] of HELP) {
        const term = el('dt');
        for (const name of names.split(' '))
            term.append(el('kbd', {}, name), ' ');
        list.append(el('div', {}, term, el('dd', {}, deed)));
    }
    const dialog = el('dialog', { 'aria-labelledby': 'help-title' }, el('h2', { id: 'help-title' }, 'Keyboard'), list);
    dialog.append(button('Close', () => dialog.close()));
    document.body.append(dialog);
    return dialog;
}
const HELP = [
    ['j k ↓ ↑', 'next and previous event'],
    ['g G', 'first and last event'],
    ['e E', 'next and previous error or retry'],
    ['o Enter → ←', 'unfold and fold the event'],
    ['x X', 'expand all, collapse all'],
    ['/', 'search'],
    ['Enter n', 'next match'],
    ['Shift+Enter N', 'previous match'],
    ['c', 'copy a link to the event'],
    ['Esc', 'clear the search'],
];
return { listenToKeys }
})()
const $viewer_diff_ts = (() => {
function diffLines(before, after) {
    const a = linesOf(before);
    const b = linesOf(after);
    const shorter = Math.min(a.length, b.length);
    let head = 0;
    while (head < shorter && a[head] === b[head])
        head++;
    let tail = 0;
    while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
        tail++;
    const kept = (text) => ({ sign: ' ', text });
    return [
        ...a.slice(0, head).map(kept),
        ...middleOf(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
        ...a.slice(a.length - tail).map(kept),
    ];
}
const linesOf = (text) => (text === '' ? [] : text.replace(/\\n$/, '').split('\\n'));
function middleOf(a, b) {
    const removed = (text) => ({ sign: '-', text });
    const added = (text) => ({ sign: '+', text });
    if (a.length * b.length > 4_000_000)
        return [...a.map(removed), ...b.map(added)];
    const width = b.length + 1;
    const common = new Uint16Array((a.length + 1) * width);
    const at = (i, j) => common[i * width + j] ?? 0;
    for (let i = a.length - 1; i >= 0; i--) {
        for (let j = b.length - 1; j >= 0; j--) {
            common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const lines = [];
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
        const [old, now] = [a[i], b[j]];
        if (old !== undefined && now !== undefined && old === now) {
            lines.push({ sign: ' ', text: old });
            i++;
            j++;
        }
        else if (old !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
            lines.push(removed(old));
            i++;
        }
        else if (now !== undefined) {
            lines.push(added(now));
            j++;
        }
    }
    return lines;
}
return { diffLines }
})()
const $viewer_edits_ts = (() => {
const { diffLines } = $viewer_diff_ts;
const { countOf, fieldsOf, listOf, stringOf } = $viewer_fields_ts;
const EDITING_TOOLS = new Set(['Edit', 'MultiEdit', 'Write', 'NotebookEdit']);
function hunksOf({ name, input, result }) {
    const patch = listOf(fieldsOf(result?.detail).structuredPatch).map(fieldsOf);
    if (patch.length > 0)
        return patch.map(patchHunk);
    const given = fieldsOf(input);
    if (name === 'Write')
        return [{ oldStart: undefined, newStart: 1, lines: added(given.content) }];
    if (name === 'NotebookEdit')
        return [{ oldStart: undefined, newStart: undefined, lines: added(given.new_source) }];
    if (name === 'MultiEdit')
        return listOf(given.edits).map((edit) => replacement(fieldsOf(edit)));
    return [replacement(given)];
}
function changeCounts(hunks) {
    const count = (sign) => hunks.reduce((sum, { lines }) => sum + lines.filter((line) => line.sign === sign).length, 0);
    return { added: count('+'), removed: count('-') };
}
function patchHunk(hunk) {
    const lines = listOf(hunk.lines).flatMap((line) => {
        if (typeof line !== 'string' || line.startsWith('\\\\'))
            return [];
        const sign = line.startsWith('-') ? '-' : line.startsWith('+') ? '+' : ' ';
        return [{ sign, text: line.slice(1) }];
    });
    return { oldStart: countOf(hunk.oldStart), newStart: countOf(hunk.newStart), lines };
}
const replacement = (edit) => ({
    oldStart: undefined,
    newStart: undefined,
    lines: diffLines(stringOf(edit.old_string) ?? '', stringOf(edit.new_string) ?? ''),
});
const added = (content) => diffLines('', stringOf(content) ?? '');
return { EDITING_TOOLS, hunksOf, changeCounts }
})()
const $viewer_look_ts = (() => {
const { EDITING_TOOLS } = $viewer_edits_ts;
const { isTrouble } = $viewer_rows_ts;
function startFolds() {
    const own = new Map();
    let all;
    return {
        isOpen: (row) => own.get(row) ?? all ?? isOpenAtFirst(row),
        set: (row, open) => void own.set(row, open),
        setAll(open) {
            own.clear();
            all = open;
        },
    };
}
function isOpenAtFirst(row) {
    switch (row.kind) {
        case 'message':
        case 'report':
            return true;
        case 'call':
            return isTrouble(row) || row.children.length > 0 || EDITING_TOOLS.has(row.name) || row.name === 'TodoWrite';
        case 'note':
            return row.tone === 'error';
        case 'thinking':
        case 'retry':
            return false;
    }
}
return { startFolds }
})()
const $viewer_calls_ts = (() => {
const { EDITING_TOOLS, hunksOf } = $viewer_edits_ts;
const { fieldsOf, isFields, listOf, prettyJson, stringOf } = $viewer_fields_ts;
function callTitle({ name, input }, directory) {
    const given = fieldsOf(input);
    const path = stringOf(given.file_path) ?? stringOf(given.notebook_path);
    const pattern = stringOf(given.pattern);
    if (path !== undefined)
        return localPath(path, directory);
    if (pattern !== undefined) {
        const where = stringOf(given.path);
        return where === undefined ? pattern : \`\${pattern} in \${localPath(where, directory)}\`;
    }
    if (name === 'TodoWrite') {
        const todos = todosOf(given);
        return \`\${todos.filter(({ status }) => status === 'done').length} of \${todos.length} done\`;
    }
    const preferred = [given.command, given.description, given.url, given.query].find((text) => typeof text === 'string');
    const first = preferred ?? Object.values(given).find((text) => typeof text === 'string');
    return (stringOf(first) ?? '').slice(0, 400).replace(/\\s+/g, ' ').trim();
}
function localPath(path, directory) {
    return directory !== undefined && path.startsWith(\`\${directory}/\`) ? path.slice(directory.length + 1) : path;
}
function exitCode({ name, result }) {
    if (name !== 'Bash' || result === undefined)
        return undefined;
    const { status, text, detail } = result;
    if (status === 'failed') {
        const told = EXIT_CODE.exec(text)?.[1];
        return told === undefined ? undefined : Number(told);
    }
    const { backgroundTaskId, interrupted } = fieldsOf(detail);
    return status === 'ok' && backgroundTaskId === undefined && interrupted !== true ? 0 : undefined;
}
function callSections(call) {
    const input = inputSections(call);
    return call.children.length > 0 || call.result === undefined ? input : [...input, ...resultSections(call)];
}
function inputSections(call) {
    const given = fieldsOf(call.input);
    if (!isFields(call.input))
        return textSection('Input', call.input === undefined ? '' : prettyJson(call.input));
    if (call.name === 'Bash' && typeof given.command === 'string') {
        const purpose = stringOf(given.description) ?? '';
        return [{ kind: 'command', text: given.command, purpose }, ...fieldSection(given, ['command', 'description'])];
    }
    if (EDITING_TOOLS.has(call.name)) {
        return [...fieldSection(given, SHOWN_BY_DIFF), { kind: 'diff', hunks: hunksOf(call) }];
    }
    if (call.name === 'TodoWrite')
        return [{ kind: 'todos', todos: todosOf(given) }, ...fieldSection(given, ['todos'])];
    if (call.name === 'Read')
        return fieldSection(given, ['file_path']);
    return fieldSection(given, []);
}
function resultSections({ name, result }) {
    if (result === undefined)
        return [];
    const { stdout, stderr } = fieldsOf(result.detail);
    if (result.status !== 'ok') {
        const text = name === 'Bash' ? result.text.replace(EXIT_CODE, '') : result.text;
        return textSection(name === 'Bash' ? 'Output' : 'Result', text, 'error');
    }
    if (name === 'Bash' && typeof stdout === 'string' && typeof stderr === 'string' && stderr !== '') {
        return [...(stdout === '' ? [] : textSection('Output', stdout)), ...textSection('Standard error', stderr)];
    }
    const saysNothing = name === 'TodoWrite' || (EDITING_TOOLS.has(name) && isFields(result.detail));
    if (saysNothing)
        return [];
    return textSection(name === 'Bash' ? 'Output' : 'Result', result.text);
}
const EXIT_CODE = /^Exit code (\\d+)\\n?/;
const SHOWN_BY_DIFF = ['file_path', 'notebook_path', 'old_string', 'new_string', 'content', 'new_source', 'edits'];
const textSection = (label, text, tone = 'plain') => [
    { kind: 'text', label, text, tone },
];
function fieldSection(given, shown) {
    const fields = Object.entries(given).flatMap(([name, value]) => {
        if (shown.includes(name) || value === false || value === '' || value === null)
            return [];
        return [[name, typeof value === 'string' ? value : prettyJson(value)]];
    });
    return fields.length === 0 ? [] : [{ kind: 'fields', fields }];
}
function todosOf(given) {
    return listOf(given.todos).map((item) => {
        const { content, status } = fieldsOf(item);
        const known = status === 'completed' ? 'done' : status === 'in_progress' ? 'doing' : 'open';
        return { text: stringOf(content) ?? prettyJson(item), status: known };
    });
}
return { callTitle, localPath, exitCode, callSections, resultSections }
})()
const $viewer_text_view_ts = (() => {
const { visibleText } = $src_transcript_visible_text_ts;
const { button, el } = $viewer_dom_ts;
const { wholeCount } = $viewer_words_ts;
function textView(text, { key, kind }, look) {
    const limit = look.shown.get(key) ?? firstCut(text);
    const view = el('div', { class: \`text \${kind}\`, tabindex: -1 });
    appendMarked(view, text.slice(0, limit), look.pattern);
    if (limit >= text.length)
        return view;
    const hidden = matchBehind(text, limit, look.pattern);
    const excerpt = hidden === undefined ? undefined : excerptView(text, hidden, look);
    const more = Math.min(text.length, limit + STEP);
    const words = more < text.length
        ? \`Show \${wholeCount(STEP)} more of \${wholeCount(text.length)} characters\`
        : \`Show all (\${wholeCount(lineCount(text))} lines)\`;
    const whole = el('div', { class: 'long' }, view, excerpt);
    const showMore = () => {
        look.shown.set(key, more);
        const longer = textView(text, { key, kind }, look);
        whole.replaceWith(longer);
        const shown = longer.classList.contains('text') ? longer : longer.querySelector('.text');
        if (shown instanceof HTMLElement)
            shown.focus({ preventScroll: true });
    };
    whole.append(button(words, showMore, { class: 'more' }));
    return whole;
}
function appendMarked(parent, text, pattern) {
    const visible = visibleText(text);
    if (pattern === undefined) {
        parent.append(visible);
        return;
    }
    let from = 0;
    let marks = 0;
    for (const match of visible.matchAll(pattern)) {
        parent.append(visible.slice(from, match.index), el('mark', {}, match[0]));
        from = match.index + match[0].length;
        if (++marks === MOST_MARKS)
            break;
    }
    parent.append(visible.slice(from));
}
function firstCut(text) {
    let end = 0;
    for (let line = 0; line < FIRST_LINES; line++) {
        const next = text.indexOf('\\n', end);
        if (next < 0 || next >= FIRST_CHARACTERS)
            return text.length <= FIRST_CHARACTERS * 1.25 ? text.length : FIRST_CHARACTERS;
        end = next + 1;
    }
    const rest = text.slice(end, end + 1000);
    const isLittle = end + rest.length === text.length && lineCount(rest) <= FIRST_LINES / 3;
    return isLittle ? text.length : end - 1;
}
function matchBehind(text, limit, pattern) {
    if (pattern === undefined)
        return undefined;
    const first = text.search(pattern);
    return first >= limit ? first : undefined;
}
function excerptView(text, at, look) {
    const excerpt = el('div', { class: 'text mono excerpt' });
    appendMarked(excerpt, \`…\${text.slice(Math.max(0, at - 200), at + 600)}…\`, look.pattern);
    return excerpt;
}
function lineCount(text) {
    let count = 1;
    for (let at = text.indexOf('\\n'); at >= 0 && at < text.length - 1; at = text.indexOf('\\n', at + 1))
        count++;
    return count;
}
const FIRST_LINES = 30;
const FIRST_CHARACTERS = 6000;
const STEP = 200_000;
const MOST_MARKS = 2000;
return { textView, appendMarked, lineCount }
})()
const $viewer_call_view_ts = (() => {
const { callSections, resultSections } = $viewer_calls_ts;
const { button, el } = $viewer_dom_ts;
const { appendMarked, textView } = $viewer_text_view_ts;
const { wholeCount } = $viewer_words_ts;
function callBody(row, look) {
    const sections = row.kind === 'call' ? callSections(row) : resultSections({ name: row.call.name, result: row.result });
    return sections.map((section, index) => sectionView(section, \`\${row.id}/\${index}\`, look));
}
function sectionView(section, key, look) {
    switch (section.kind) {
        case 'command': {
            const purpose = el('p', { class: 'purpose' });
            appendMarked(purpose, section.purpose, look.pattern);
            const command = textView(section.text, { key, kind: 'mono' }, look);
            return el('div', { class: 'command' }, section.purpose === '' ? undefined : purpose, command);
        }
        case 'text': {
            const kind = section.tone === 'error' ? 'mono error' : 'mono';
            const isEmpty = section.text.trim() === '';
            const content = isEmpty ? el('p', { class: 'empty' }, 'Nothing') : textView(section.text, { key, kind }, look);
            return el('div', { class: 'section' }, el('h4', {}, section.label), content);
        }
        case 'fields': {
            const list = el('dl', { class: 'fields' });
            section.fields.forEach(([name, text], index) => {
                const term = el('dt');
                appendMarked(term, name, look.pattern);
                const kind = text.includes('\\n') || /^[[{]/.test(text) ? 'mono' : 'prose';
                list.append(el('div', {}, term, el('dd', {}, textView(text, { key: \`\${key}/\${index}\`, kind }, look))));
            });
            return list;
        }
        case 'diff':
            return diffView(section.hunks, key, look);
        case 'todos': {
            const list = el('ul', { class: 'todos' });
            for (const { text, status } of section.todos) {
                const item = el('li', { class: status }, el('span', { class: 'state' }, \`\${STATES[status]} \`));
                appendMarked(item, text, look.pattern);
                list.append(item);
            }
            return list;
        }
    }
}
const STATES = { done: '✓', doing: '▸', open: '○' };
function diffView(hunks, key, look) {
    const total = hunks.reduce((sum, { lines }) => sum + lines.length, 0);
    const limit = Math.max(look.shown.get(key) ?? FIRST_LINES, linesToMatch(hunks, look.pattern));
    const view = el('div', { class: 'diff' });
    let left = limit;
    hunks.forEach((hunk, index) => {
        if (left <= 0)
            return;
        if (index > 0)
            view.append(el('div', { class: 'gap' }, '⋯'));
        view.append(...hunkLines(hunk, left, { key: \`\${key}/\${index}\`, look }));
        left -= hunk.lines.length;
    });
    if (limit >= total)
        return view;
    const more = Math.min(total, limit + STEP);
    const words = more < total ? \`Show \${STEP} more of \${wholeCount(total)} lines\` : \`Show all \${wholeCount(total)} lines\`;
    const showMore = () => {
        look.shown.set(key, more);
        view.replaceWith(diffView(hunks, key, look));
    };
    view.append(button(words, showMore, { class: 'more' }));
    return view;
}
function linesToMatch(hunks, pattern) {
    if (pattern === undefined)
        return 0;
    const lines = hunks.flatMap((hunk) => hunk.lines);
    return Math.min(lines.findIndex(({ text }) => text.search(pattern) >= 0) + 1, MOST_LINES_TO_MATCH);
}
function hunkLines({ oldStart, newStart, lines }, limit, { key, look }) {
    let before = oldStart;
    let after = newStart;
    const isNumbered = before !== undefined || after !== undefined;
    return lines.slice(0, limit).map(({ sign, text }, index) => {
        const number = sign === '-' ? before : after;
        if (sign !== '+' && before !== undefined)
            before++;
        if (sign !== '-' && after !== undefined)
            after++;
        const code = el('div', { class: 'code' });
        if (text.length > LONG_LINE)
            code.append(textView(text, { key: \`\${key}/\${index}\`, kind: 'line' }, look));
        else
            appendMarked(code, text, look.pattern);
        return el('div', { class: \`line \${SIGN_CLASSES[sign]}\` }, isNumbered ? el('span', { class: 'number' }, number === undefined ? '' : String(number)) : undefined, el('span', { class: 'sign' }, sign), code);
    });
}
const SIGN_CLASSES = { '+': 'added', '-': 'removed', ' ': 'kept' };
const FIRST_LINES = 40;
const STEP = 1000;
const LONG_LINE = 10_000;
const MOST_LINES_TO_MATCH = 5000;
return { callBody }
})()
const $viewer_row_view_ts = (() => {
const { callBody } = $viewer_call_view_ts;
const { callTitle, exitCode } = $viewer_calls_ts;
const { button, el } = $viewer_dom_ts;
const { changeCounts, EDITING_TOOLS, hunksOf } = $viewer_edits_ts;
const { parseJson, prettyJson } = $viewer_fields_ts;
const { depthOf, isTrouble } = $viewer_rows_ts;
const { appendMarked, textView } = $viewer_text_view_ts;
const { clockTime, counted, shortDuration } = $viewer_words_ts;
function rowView(row, look) {
    const classes = ['row', row.kind, ...(isTrouble(row) ? ['trouble'] : []), \`depth-\${Math.min(depthOf(row), 4)}\`];
    if (row.kind === 'note')
        classes.push(row.tone);
    const hasBody = row.kind !== 'retry' && !(row.kind === 'note' && row.text === '');
    const isOpen = hasBody && look.folds.isOpen(row);
    const name = el('span', { class: 'name' });
    appendMarked(name, nameOf(row), look.pattern);
    const title = el('span', { class: 'title' });
    if (!isOpen || row.kind === 'call' || row.kind === 'report')
        appendMarked(title, titleOf(row, look), look.pattern);
    const fold = hasBody
        ? el('button', { type: 'button', class: 'fold', 'aria-expanded': String(isOpen) }, name, title)
        : el('div', { class: 'fold' }, name, title);
    if (hasBody)
        fold.addEventListener('click', () => look.onToggle(row));
    const json = button('{ }', () => look.onJson(row), {
        class: 'json',
        'aria-label': \`JSON of event \${row.event}\`,
        'aria-pressed': String(look.asJson.has(row)),
    });
    const link = el('a', { class: 'link', href: \`#\${row.id}\`, 'aria-label': \`Link to event \${row.event}\`, title: 'Link to this event' }, \`#\${row.event}\`);
    const head = el('h3', { class: 'head', id: \`\${row.id}-head\` }, fold);
    const side = el('div', { class: 'side' }, ...badges(row), timeView(row, look), json, link);
    const label = \`\${row.id}-head\`;
    const article = el('article', { class: classes.join(' '), id: row.id, tabindex: -1, 'aria-labelledby': label }, el('div', { class: 'top' }, head, side));
    if (isOpen)
        article.append(el('div', { class: 'body' }, ...bodyOf(row, look)));
    if (look.asJson.has(row))
        article.append(jsonView(row, look));
    return article;
}
function nameOf(row) {
    switch (row.kind) {
        case 'message':
            return row.speaker;
        case 'thinking':
            return 'Thinking';
        case 'call':
            return row.name;
        case 'report':
            return 'Report';
        case 'retry':
            return 'API retry';
        case 'note':
            return row.title;
    }
}
function titleOf(row, look) {
    switch (row.kind) {
        case 'call':
            return callTitle(row, look.directory);
        case 'report':
            return callTitle(row.call, look.directory);
        case 'retry':
            return \`\${row.text}, after a wait of \${shortDuration(row.delayMs)}\`;
        case 'message':
        case 'thinking':
        case 'note':
            return row.text.slice(0, 300).replace(/\\s+/g, ' ').trim();
    }
}
function bodyOf(row, look) {
    switch (row.kind) {
        case 'call':
        case 'report':
            return callBody(row, look);
        case 'message':
        case 'thinking':
            return [textView(row.text, { key: row.id, kind: 'prose' }, look)];
        case 'note':
            return [textView(row.text, { key: row.id, kind: row.tone === 'error' ? 'mono error' : 'mono' }, look)];
        case 'retry':
            return [];
    }
}
function badges(row) {
    if (row.kind !== 'call')
        return [];
    const badge = (kind, words) => el('span', { class: \`badge \${kind}\` }, words);
    const { status } = row.result ?? { status: undefined };
    const code = exitCode(row);
    const shown = [];
    if (EDITING_TOOLS.has(row.name) && status === 'ok') {
        const { added, removed } = changeCounts(hunksOf(row));
        shown.push(badge('plus', \`+\${added}\`), badge('minus', \`−\${removed}\`));
    }
    if (row.children.length > 0)
        shown.push(badge('quiet', \`\${counted(row.children.length, 'event')} inside\`));
    if (code !== undefined)
        shown.push(badge(code === 0 ? 'ok' : 'bad', \`exit \${code}\`));
    else if (status === undefined)
        shown.push(badge('warn', 'no result'));
    else if (status !== 'ok')
        shown.push(badge('bad', status));
    const took = tookMs(row);
    if (took !== undefined)
        shown.push(badge('took', shortDuration(took)));
    return shown;
}
function tookMs({ at, result }) {
    return at === undefined || result?.at === undefined ? undefined : Math.max(0, result.at - at);
}
function timeView({ at }, { start }) {
    if (at === undefined || start === undefined)
        return el('span', { class: 'time' });
    const stamp = new Date(at).toISOString();
    return el('time', { class: 'time', datetime: stamp, title: stamp }, clockTime(at - start));
}
function jsonView(row, look) {
    const view = el('div', { class: 'body events' });
    const events = row.kind === 'call' && row.result !== undefined ? [row.event, row.result.event] : [row.event];
    for (const event of events) {
        const section = el('div', { class: 'section' }, el('h4', {}, \`Event \${event}\`));
        view.append(section);
        void look.line(event).then((line) => {
            const json = prettyJson(parseJson(line) ?? line);
            section.append(textView(json, { key: \`\${row.id}/json/\${event}\`, kind: 'mono' }, look));
        });
    }
    return view;
}
function guessedHeight(row, look) {
    if (!look.folds.isOpen(row) || row.kind === 'retry')
        return HEAD_PIXELS;
    const text = row.kind === 'call' || row.kind === 'report' ? (row.result?.text ?? '') : row.text;
    let lines = 1 + Math.min(text.length, 6000) / 110;
    for (let at = text.indexOf('\\n'); at >= 0 && lines < 30; at = text.indexOf('\\n', at + 1))
        lines++;
    return HEAD_PIXELS + 20 + Math.min(lines, 30) * 20 + (row.kind === 'call' ? 60 : 0);
}
const HEAD_PIXELS = 33;
return { rowView, guessedHeight }
})()
const $viewer_list_ts = (() => {
const { el } = $viewer_dom_ts;
function createList({ container, view, guess }) {
    let blocks = [];
    let total = 0;
    const blockOf = new Map();
    const elements = new Map();
    const keepsPlace = CSS.supports('overflow-anchor', 'auto');
    const observer = new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries) {
            const block = blockOf.get(target);
            if (block === undefined)
                continue;
            if (isIntersecting)
                steady(block, () => draw(block));
            else
                steady(block, () => clear(block));
        }
    }, { rootMargin: \`\${REACH_PIXELS}px 0px\` });
    function rowElement(row, position) {
        const element = view(row);
        element.setAttribute('aria-posinset', String(position));
        element.setAttribute('aria-setsize', String(total));
        elements.set(row, element);
        return element;
    }
    function draw(block) {
        if (block.drawn)
            return;
        block.drawn = true;
        block.element.style.height = '';
        block.element.replaceChildren(...block.rows.map((row, index) => rowElement(row, block.first + index + 1)));
    }
    function clear(block) {
        if (!block.drawn || block.element.contains(document.activeElement))
            return;
        block.element.style.height = \`\${block.element.offsetHeight}px\`;
        block.drawn = false;
        block.element.replaceChildren();
        for (const row of block.rows)
            elements.delete(row);
    }
    function drawInWindow() {
        for (const block of blocks) {
            const { top, bottom } = block.element.getBoundingClientRect();
            if (top > window.innerHeight)
                return;
            if (bottom > 0)
                draw(block);
        }
    }
    function steady({ element }, change) {
        if (keepsPlace) {
            change();
            return;
        }
        const before = element.getBoundingClientRect();
        change();
        if (before.bottom < 0)
            window.scrollBy(0, element.getBoundingClientRect().height - before.height);
    }
    const list = {
        show(rows) {
            observer.disconnect();
            blockOf.clear();
            elements.clear();
            total = rows.length;
            const made = [];
            for (let first = 0; first < rows.length; first += BLOCK_ROWS) {
                const part = rows.slice(first, first + BLOCK_ROWS);
                const element = el('div', { class: 'block' });
                element.style.height = \`\${part.reduce((sum, row) => sum + guess(row), 0)}px\`;
                const block = { element, rows: part, first, drawn: false };
                for (const owned of [element, ...part])
                    blockOf.set(owned, block);
                made.push(block);
            }
            blocks = made;
            container.replaceChildren(...made.map(({ element }) => element));
            drawInWindow();
            for (const { element } of made)
                observer.observe(element);
        },
        refresh() {
            for (const block of blocks) {
                if (!block.drawn)
                    continue;
                block.drawn = false;
                draw(block);
            }
        },
        update(row) {
            const old = elements.get(row);
            const position = old?.getAttribute('aria-posinset');
            if (old === undefined)
                return undefined;
            const focused = document.activeElement;
            const selector = [...old.querySelectorAll('button, a')].findIndex((element) => element === focused);
            const element = rowElement(row, Number(position));
            old.replaceWith(element);
            const again = selector < 0 ? undefined : element.querySelectorAll('button, a')[selector];
            if (again instanceof HTMLElement)
                again.focus({ preventScroll: true });
            else if (focused === old)
                element.focus({ preventScroll: true });
            return element;
        },
        rowOf(node) {
            const block = blocks.find(({ element }) => element.contains(node));
            return block?.rows.find((row) => elements.get(row)?.contains(node));
        },
        reveal(row) {
            const block = blockOf.get(row);
            if (block === undefined)
                return undefined;
            const index = blocks.indexOf(block);
            for (const near of blocks.slice(Math.max(0, index - 2), index + 3))
                draw(near);
            const element = elements.get(row);
            const align = () => element?.scrollIntoView({ block: 'start' });
            align();
            requestAnimationFrame(align);
            return element;
        },
        element: (row) => elements.get(row),
        firstBelow(top) {
            const block = blocks.find(({ element }) => element.getBoundingClientRect().bottom > top);
            if (block === undefined)
                return undefined;
            draw(block);
            return block.rows.find((row) => (elements.get(row)?.getBoundingClientRect().bottom ?? 0) > top + 1);
        },
        drawAll() {
            for (const block of blocks)
                draw(block);
        },
    };
    return list;
}
const BLOCK_ROWS = 40;
const REACH_PIXELS = 1500;
return { createList }
})()
const $viewer_stage_ts = (() => {
const { part } = $viewer_dom_ts;
const { isWhole, passes, WHOLE_CONVERSATION } = $viewer_filter_ts;
const { createList } = $viewer_list_ts;
const { guessedHeight, rowView } = $viewer_row_view_ts;
const { isTrouble } = $viewer_rows_ts;
function createStage(rows, look, onFilter) {
    const container = part('list');
    let filter = WHOLE_CONVERSATION;
    let shown = [];
    let current;
    let found = new Set();
    const list = createList({
        container,
        guess: (row) => guessedHeight(row, look),
        view(row) {
            const element = rowView(row, look);
            element.classList.toggle('found', found.has(row));
            dress(element, row === current);
            return element;
        },
    });
    function showRows() {
        const hidesFolded = isWhole(filter);
        shown = rows.filter((row) => passes(row, filter) && (!hidesFolded || foldedIn(row) === undefined));
        list.show(shown);
        part('nothing').hidden = shown.length > 0;
        if (shown.length > 0)
            container.setAttribute('role', 'feed');
        else
            container.removeAttribute('role');
    }
    function foldedIn(row) {
        let outermost;
        for (let call = row.parent; call !== undefined; call = call.parent)
            if (!look.folds.isOpen(call))
                outermost = call;
        return outermost;
    }
    function showRowsAround(row) {
        const before = list.element(row)?.getBoundingClientRect().top;
        showRows();
        const element = list.reveal(row);
        element?.focus({ preventScroll: true });
        if (before === undefined || element === undefined)
            return;
        const restore = () => window.scrollBy(0, element.getBoundingClientRect().top - before);
        requestAnimationFrame(() => requestAnimationFrame(restore));
    }
    const isAboveList = () => container.getBoundingClientRect().top > barHeight();
    const stage = {
        current: () => current,
        readingRow: () => current ?? list.firstBelow(barHeight()),
        point(row) {
            const before = current === undefined ? undefined : list.element(current);
            if (before !== undefined)
                dress(before, false);
            current = row;
            const element = list.element(row);
            if (element !== undefined)
                dress(element, true);
        },
        go(row) {
            const isHidden = !passes(row, filter);
            if (isHidden) {
                filter = { choice: passes(row, WHOLE_CONVERSATION) ? 'conversation' : 'every', troubleOnly: false };
                onFilter(filter);
            }
            const isFolded = isWhole(filter) && foldedIn(row) !== undefined;
            for (let call = row.parent; call !== undefined; call = call.parent)
                look.folds.set(call, true);
            if (isHidden || isFolded)
                showRows();
            const element = list.reveal(row);
            stage.point(row);
            element?.focus({ preventScroll: true });
        },
        move(step) {
            const index = current === undefined ? -1 : shown.indexOf(current);
            const next = index < 0 ? list.firstBelow(barHeight()) : shown[index + step];
            if (next !== undefined)
                stage.go(next);
        },
        moveTo(end) {
            const row = shown.at(end === 'first' ? 0 : -1);
            if (row !== undefined)
                stage.go(row);
        },
        moveToTrouble(step) {
            const from = current === undefined ? -1 : shown.indexOf(current);
            const row = step === 1 ? shown.slice(from + 1).find(isTrouble) : shown.slice(0, Math.max(from, 0)).findLast(isTrouble);
            if (row !== undefined)
                stage.go(row);
        },
        fold(row, open) {
            stage.point(row);
            if (look.folds.isOpen(row) === open)
                return;
            look.folds.set(row, open);
            if (row.kind === 'call' && row.children.length > 0 && isWhole(filter))
                showRowsAround(row);
            else
                list.update(row);
        },
        foldAll(open) {
            const reading = isAboveList() ? undefined : stage.readingRow();
            look.folds.setAll(open);
            showRows();
            if (reading !== undefined)
                stage.go(foldedIn(reading) ?? reading);
        },
        choose(next) {
            filter = next;
            const wasAbove = isAboveList();
            showRows();
            if (wasAbove)
                return;
            if (current !== undefined && shown.includes(current))
                list.reveal(current);
            else
                part('events').scrollIntoView();
        },
        mark(rowsFound) {
            found = rowsFound;
            list.refresh();
        },
        update: (row) => list.update(row),
        drawForPaper() {
            if (shown.length <= MOST_ON_PAPER)
                list.drawAll();
        },
    };
    container.addEventListener('focusin', ({ target }) => {
        const row = target instanceof Node ? list.rowOf(target) : undefined;
        if (row !== undefined && row !== current)
            stage.point(row);
    });
    showRows();
    return stage;
}
function dress(element, isCurrent) {
    element.classList.toggle('current', isCurrent);
    element.tabIndex = isCurrent ? 0 : -1;
}
const MOST_ON_PAPER = 3000;
const barHeight = () => part('toolbar').offsetHeight;
return { createStage }
})()
const $viewer_growth_ts = (() => {
function growthOf(calls, totals) {
    const ordered = calls.toSorted((a, b) => a.to - b.to);
    const written = ordered.reduce((sum, call) => sum + call.written, 0);
    const shares = ordered.map((call) => {
        const output = totals.outputTokens === undefined
            ? Math.max(call.outputTokens, call.written / 4)
            : (totals.outputTokens * call.written) / Math.max(written, 1);
        const tokens = call.inputTokens + call.cacheReadTokens + call.cacheCreationTokens + output;
        const weight = call.inputTokens + call.cacheReadTokens * 0.1 + call.cacheCreationTokens * 1.25 + output * 5;
        return { at: call.to, tokens, weight };
    });
    const tokenSum = shares.reduce((sum, share) => sum + share.tokens, 0);
    const weightSum = shares.reduce((sum, share) => sum + share.weight, 0);
    const tokenScale = totals.tokens === undefined || tokenSum === 0 ? 1 : totals.tokens / tokenSum;
    let tokens = 0;
    let weight = 0;
    return shares.map((share) => {
        tokens += share.tokens * tokenScale;
        weight += share.weight;
        const costUsd = totals.costUsd === undefined ? undefined : (totals.costUsd * weight) / Math.max(weightSum, 1);
        return { at: share.at, tokens, costUsd };
    });
}
return { growthOf }
})()
const $viewer_timeline_ts = (() => {
const { growthOf } = $viewer_growth_ts;
const { isTrouble } = $viewer_rows_ts;
const { counted, shortDuration } = $viewer_words_ts;
function timelineOf({ rows, activity, totals, span }) {
    if (span === undefined)
        return undefined;
    const calls = rows.filter((row) => row.kind === 'call');
    const lasting = (some) => some.flatMap((row) => row.at === undefined ? [] : [{ from: row.at, to: Math.max(row.at, row.result?.at ?? span.to), row }]);
    const lanes = [
        { kind: 'model', name: 'Model', stretches: activity.modelCalls },
        { kind: 'tools', name: 'Tools', stretches: lasting(calls.filter(({ children }) => children.length === 0)) },
        { kind: 'subagents', name: 'Subagents', stretches: lasting(calls.filter(({ children }) => children.length > 0)) },
        { kind: 'waits', name: 'Retries', stretches: activity.waits },
    ];
    const to = Math.max(span.to, ...activity.waits.slice(-1).map((wait) => wait.to));
    return {
        span: { from: span.from, to: Math.max(to, span.from + 1) },
        lanes: lanes.filter(({ stretches }) => stretches.length > 0),
        growth: growthOf(activity.modelCalls, totals),
        summary: summaryOf(lanes, to - span.from),
    };
}
function summaryOf(lanes, ms) {
    const nouns = { model: 'answer of the model', tools: 'tool call', subagents: 'subagent', waits: 'retry wait' };
    const parts = lanes.flatMap(({ kind, stretches }) => {
        if (stretches.length === 0)
            return [];
        const busy = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
        const what = kind === 'model' && stretches.length !== 1
            ? \`\${stretches.length} answers of the model\`
            : counted(stretches.length, nouns[kind]);
        return [\`\${what} (\${shortDuration(busy)})\`];
    });
    return \`A run of \${shortDuration(ms)}: \${parts.join(', ')}.\`;
}
function stretchAt(lane, at, reach) {
    let best;
    let distance = reach;
    for (const stretch of lane.stretches) {
        const gap = Math.max(stretch.from - at, at - stretch.to, 0);
        if (gap > distance || (best !== undefined && gap === distance && stretch.to - stretch.from > best.to - best.from))
            continue;
        best = stretch;
        distance = gap;
    }
    return best;
}
const usedAt = (growth, at) => growth.findLast((point) => point.at <= at);
function barsOf({ kind, stretches }, { from, to }, width) {
    const all = new Int32Array(width + 1);
    const failed = new Int32Array(width + 1);
    const pixel = (at) => Math.min(Math.max(Math.floor(((at - from) / (to - from)) * width), 0), width - 1);
    const change = (counts, at, by) => (counts[at] = (counts[at] ?? 0) + by);
    for (const stretch of stretches) {
        const first = pixel(stretch.from);
        const end = Math.min(Math.max(pixel(stretch.to), first + LEAST_PIXELS), width);
        for (const counts of hasFailed(kind, stretch) ? [all, failed] : [all]) {
            change(counts, first, 1);
            change(counts, end, -1);
        }
    }
    const bars = [];
    let here = 0;
    let failedHere = 0;
    for (let x = 0; x < width; x++) {
        here += all[x] ?? 0;
        failedHere += failed[x] ?? 0;
        if (here === 0)
            continue;
        const share = failedHere / here;
        const last = bars.at(-1);
        if (last?.to === x && last.failed === share && (all[x] ?? 0) === 0)
            last.to = x + 1;
        else
            bars.push({ from: x, to: x + 1, failed: share });
    }
    return bars;
}
const LEAST_PIXELS = 2;
const hasFailed = (kind, { row }) => (kind === 'tools' || kind === 'subagents') && isTrouble(row);
function ticksOf(ms, most) {
    const step = STEPS.find((step) => ms / step <= most) ?? Math.ceil(ms / most / 3_600_000) * 3_600_000;
    return Array.from({ length: Math.floor(ms / step) + 1 }, (_, index) => index * step);
}
const STEPS = [
    100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_200_000, 1_800_000,
    3_600_000,
];
return { timelineOf, stretchAt, usedAt, barsOf, hasFailed, ticksOf }
})()
const $viewer_timeline_view_ts = (() => {
const { visibleText } = $src_transcript_visible_text_ts;
const { callTitle } = $viewer_calls_ts;
const { el, part, svg } = $viewer_dom_ts;
const { barsOf, hasFailed, stretchAt, ticksOf, usedAt } = $viewer_timeline_ts;
const { clockTime, dollars, shortCount, shortDuration } = $viewer_words_ts;
function drawTimeline({ transcript, timeline, onPick }) {
    const figure = part('timeline-picture');
    const readout = el('p', { class: 'readout', 'aria-hidden': 'true' }, HINT);
    const holder = el('div', { class: 'picture' });
    figure.replaceChildren(holder, legend(timeline), readout, el('figcaption', {}, captionOf(timeline)));
    part('timeline').hidden = false;
    const { from, to } = timeline.span;
    let width = 0;
    const draw = () => {
        width = Math.max(240, Math.floor(holder.clientWidth));
        holder.replaceChildren(picture(timeline, width));
    };
    const pointed = (event) => {
        const box = holder.getBoundingClientRect();
        const plot = width - LEFT - RIGHT;
        const x = Math.min(Math.max(event.clientX - box.left - LEFT, 0), plot);
        const at = from + (x / plot) * (to - from);
        const lane = timeline.lanes[Math.floor((event.clientY - box.top - TOP) / LANE)];
        const reach = ((to - from) / plot) * 12;
        return { x, at, stretch: lane === undefined ? undefined : stretchAt(lane, at, reach) };
    };
    holder.addEventListener('pointermove', (event) => {
        const { x, at, stretch } = pointed(event);
        holder.querySelector('.cursor')?.setAttribute('transform', \`translate(\${LEFT + x} 0)\`);
        const used = usedAt(timeline.growth, at);
        const words = [
            clockTime(at - from),
            stretch === undefined
                ? undefined
                : \`\${wordsFor(stretch.row, transcript)} (\${shortDuration(stretch.to - stretch.from)})\`,
            used === undefined ? undefined : \`\${shortCount(used.tokens)} tokens\`,
            used?.costUsd === undefined ? undefined : dollars(used.costUsd),
        ];
        readout.textContent = visibleText(words.filter((word) => word !== undefined).join('  ·  '));
    });
    holder.addEventListener('pointerleave', () => (readout.textContent = HINT));
    holder.addEventListener('click', (event) => {
        const { at, stretch } = pointed(event);
        const row = stretch?.row ?? nearestRow(transcript.rows, at);
        if (row !== undefined)
            onPick(row);
    });
    draw();
    new ResizeObserver(() => {
        if (holder.clientWidth !== width)
            draw();
    }).observe(holder);
}
function picture(timeline, width) {
    const { span, lanes, growth, summary } = timeline;
    const plot = width - LEFT - RIGHT;
    const lanesHeight = TOP + lanes.length * LANE;
    const height = lanesHeight + (growth.length > 0 ? GROWTH + 10 : 0) + AXIS;
    const image = svg('svg', { width, height, viewBox: \`0 0 \${width} \${height}\`, role: 'img', 'aria-label': summary });
    const ms = span.to - span.from;
    const base = height - AXIS;
    for (const tick of ticksOf(ms, Math.max(2, plot / 90))) {
        const x = LEFT + (tick / ms) * plot;
        image.append(svg('path', { class: 'grid', d: \`M\${round(x)} \${TOP}V\${base}\` }));
        if (x < width - 30)
            image.append(svg('text', { class: 'tick', x: round(x + 3), y: height - 5 }, tickWords(tick)));
    }
    lanes.forEach((lane, index) => {
        const y = TOP + index * LANE;
        image.append(svg('text', { class: 'lane', x: 0, y: y + LANE - 8 }, lane.name));
        image.append(svg('path', { class: 'ground', d: \`M\${LEFT} \${y + LANE - 2.5}H\${LEFT + plot}\` }));
        const bars = barsOf(lane, span, plot);
        image.append(svg('path', { class: \`bar \${lane.kind}\`, d: bars.map((bar) => barPath(bar, y, 0)).join('') }));
        const failed = bars.filter((bar) => bar.failed > 0);
        image.append(svg('path', { class: 'bar failed', d: failed.map((bar) => barPath(bar, y, 1 - bar.failed)).join('') }));
    });
    if (growth.length > 0)
        image.append(...growthLines(timeline, { top: lanesHeight + 10, plot }));
    image.append(svg('path', { class: 'cursor', d: \`M0 \${TOP}V\${base}\`, transform: 'translate(-10 0)' }));
    return image;
}
function barPath({ from, to }, y, cut) {
    const top = y + 4 + Math.min(Math.round(BAR * cut), BAR - 3);
    return \`M\${LEFT + from} \${top}H\${LEFT + to}V\${y + 4 + BAR}H\${LEFT + from}z\`;
}
function growthLines({ span, growth }, { top, plot }) {
    const last = growth.at(-1);
    const x = (at) => round(LEFT + ((at - span.from) / (span.to - span.from)) * plot);
    const steps = (valueOf) => {
        const most = Math.max(last === undefined ? 0 : valueOf(last), Number.MIN_VALUE);
        const y = (value) => round(top + GROWTH - (value / most) * (GROWTH - 4));
        let d = \`M\${LEFT} \${top + GROWTH}\`;
        let drawn = -1;
        growth.forEach((point, index) => {
            if (x(point.at) - drawn < 1 && index < growth.length - 1)
                return;
            drawn = x(point.at);
            d += \`H\${drawn}V\${y(valueOf(point))}\`;
        });
        return \`\${d}H\${LEFT + plot}\`;
    };
    const tokens = steps((point) => point.tokens);
    const lines = [
        svg('text', { class: 'lane', x: 0, y: top + GROWTH - 20 }, 'Tokens'),
        svg('text', { class: 'tick', x: 0, y: top + GROWTH - 6 }, shortCount(last?.tokens ?? 0)),
        svg('path', { class: 'area', d: \`\${tokens}V\${top + GROWTH}H\${LEFT}z\` }),
        svg('path', { class: 'curve tokens', d: tokens }),
    ];
    if (last?.costUsd !== undefined && last.costUsd > 0) {
        lines.push(svg('path', { class: 'curve cost', d: steps((point) => point.costUsd ?? 0) }));
    }
    return lines;
}
function legend({ lanes, growth }) {
    const list = el('ul', { class: 'legend' });
    const add = (kind, words) => list.append(el('li', {}, el('span', { class: \`swatch \${kind}\` }), words));
    for (const { kind } of lanes)
        add(kind, LEGEND[kind]);
    if (lanes.some(({ kind, stretches }) => stretches.some((stretch) => hasFailed(kind, stretch))))
        add('failed', 'failed or denied');
    const last = growth.at(-1);
    if (last !== undefined)
        add('tokens', \`tokens, \${shortCount(last.tokens)} at the end\`);
    if (last?.costUsd)
        add('cost', \`cost, \${dollars(last.costUsd)} at the end\`);
    return list;
}
const LEGEND = {
    model: 'the model answers',
    tools: 'a tool works',
    subagents: 'a subagent works',
    waits: 'waiting to retry',
};
function captionOf({ growth, lanes, span }) {
    const began = new Date(span.from).toISOString().replace('T', ' ').slice(0, 19);
    const notes = [\`Began \${began} UTC. Times are those that Claude Code wrote into the events.\`];
    if (lanes.some(({ kind }) => kind === 'waits')) {
        notes.push('Retries bear none: they are drawn as long as their waits, behind the event before them.');
    }
    if (growth.at(-1)?.costUsd !== undefined) {
        notes.push('Tokens and cost are exact at the end; on the way they are shared out by the tokens of each answer.');
    }
    return notes.join(' ');
}
function wordsFor(row, { directory }) {
    if (row.kind === 'call')
        return \`\${row.name} \${callTitle(row, directory)}\`.slice(0, 90);
    return row.kind === 'retry' ? \`Retry: \${row.text}\` : 'Model';
}
function nearestRow(rows, at) {
    let best;
    let distance = Infinity;
    for (const row of rows) {
        const gap = row.at === undefined ? Infinity : Math.abs(row.at - at);
        if (gap < distance)
            [best, distance] = [row, gap];
    }
    return best;
}
const tickWords = (ms) => (ms < 60_000 ? \`\${ms / 1000} s\` : clockTime(ms).replace(/\\.\\d$/, ''));
const round = (value) => Math.round(value * 10) / 10;
const HINT = 'Point at the picture to read it; a click leads to the event.';
const LEFT = 76;
const RIGHT = 8;
const TOP = 4;
const LANE = 24;
const BAR = LANE - 9;
const GROWTH = 64;
const AXIS = 20;
return { drawTimeline }
})()
const $viewer_toolbar_ts = (() => {
const { button, el, part } = $viewer_dom_ts;
const { toolCounts, WHOLE_CONVERSATION } = $viewer_filter_ts;
const { isTrouble } = $viewer_rows_ts;
const { wholeCount } = $viewer_words_ts;
function createToolbar(rows, actions) {
    const search = el('input', {
        type: 'search',
        id: 'search',
        placeholder: matchMedia('(pointer: fine)').matches ? 'Search all events, or type /' : 'Search all events',
        'aria-label': 'Search all events',
        autocomplete: 'off',
        spellcheck: 'false',
        enterkeyhint: 'search',
    });
    const status = el('output', { id: 'found', for: 'search', 'aria-live': 'polite' });
    search.addEventListener('input', () => actions.onSearch(search.value));
    search.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') {
            event.preventDefault();
            actions.onStep(event.shiftKey ? -1 : 1);
        }
        else if (event.key === 'Escape') {
            search.value = '';
            actions.onSearch('');
            search.blur();
        }
    });
    const select = el('select', { id: 'choice', 'aria-label': 'Show' });
    const quiet = rows.filter((row) => row.kind === 'note' && row.tone === 'quiet').length;
    const ofKind = (kind) => rows.filter((row) => row.kind === kind).length;
    select.append(optionView('conversation', 'Conversation', rows.length - quiet), optionView('every', 'Every event', rows.length), optionView('messages', 'Messages', ofKind('message')), optionView('thinking', 'Thinking', ofKind('thinking')), optionView('calls', 'Tool calls', ofKind('call')));
    const tools = el('optgroup', { label: 'One tool' });
    tools.append(...toolCounts(rows).map(([name, count]) => optionView(\`tool:\${name}\`, name, count)));
    if (tools.children.length > 0)
        select.append(tools);
    const troubles = rows.filter(isTrouble).length;
    const trouble = button(\`Errors \${wholeCount(troubles)}\`, () => toggleTrouble(), {
        id: 'trouble',
        'aria-pressed': 'false',
        disabled: troubles === 0,
        title: 'Show only errors and retries',
    });
    const isPressed = () => trouble.getAttribute('aria-pressed') === 'true';
    const choose = () => actions.onFilter({ choice: choiceOf(select.value), troubleOnly: isPressed() });
    const toggleTrouble = () => {
        trouble.setAttribute('aria-pressed', String(!isPressed()));
        choose();
    };
    select.addEventListener('change', choose);
    const step = (to, sign, name) => button(sign, () => actions.onStep(to), { 'aria-label': name, title: name, class: 'icon' });
    part('toolbar').replaceChildren(el('div', { class: 'finder', role: 'search' }, search, status, step(-1, '↑', 'Previous match'), step(1, '↓', 'Next match')), el('div', { class: 'choices' }, select, trouble, button('Expand all', () => actions.onFoldAll(true)), button('Collapse all', () => actions.onFoldAll(false)), button('?', () => actions.onHelp(), { 'aria-label': 'Keyboard', title: 'Keyboard', class: 'icon' })));
    return {
        search,
        setStatus: (text) => (status.value = text),
        setFilter({ choice, troubleOnly }) {
            select.value = choice;
            trouble.setAttribute('aria-pressed', String(troubleOnly));
        },
    };
}
const optionView = (choice, name, count) => el('option', { value: choice }, \`\${name} (\${wholeCount(count)})\`);
function choiceOf(value) {
    if (value.startsWith('tool:'))
        return \`tool:\${value.slice('tool:'.length)}\`;
    return PLAIN_CHOICES.find((choice) => choice === value) ?? WHOLE_CONVERSATION.choice;
}
const PLAIN_CHOICES = ['conversation', 'every', 'messages', 'thinking', 'calls'];
return { createToolbar }
})()
const $viewer_viewer_ts = (() => {
const { el, part } = $viewer_dom_ts;
const { passes, WHOLE_CONVERSATION } = $viewer_filter_ts;
const { createFinder } = $viewer_finder_ts;
const { listenToKeys } = $viewer_keys_ts;
const { startFolds } = $viewer_look_ts;
const { rowView } = $viewer_row_view_ts;
const { createStage } = $viewer_stage_ts;
const { linkFiles } = $viewer_static_texts_ts;
const { drawTimeline } = $viewer_timeline_view_ts;
const { timelineOf } = $viewer_timeline_ts;
const { createToolbar } = $viewer_toolbar_ts;
const { startReading } = $viewer_transcript_ts;
const { counted } = $viewer_words_ts;
function showTranscript(transcript, packed) {
    const { rows, places, directory, span } = transcript;
    const look = {
        pattern: undefined,
        directory,
        start: span?.from,
        folds: startFolds(),
        shown: new Map(),
        asJson: new Set(),
        line: (event) => packed.line(event),
        onToggle: (row) => stage.fold(row, !look.folds.isOpen(row)),
        onJson(row) {
            if (!look.asJson.delete(row))
                look.asJson.add(row);
            stage.update(row);
        },
    };
    const stage = createStage(rows, look, (filter) => toolbar.setFilter(filter));
    const finder = createFinder({ rows, look, stage, tell: (words) => toolbar.setStatus(words) });
    const step = (by) => {
        const focused = document.activeElement;
        finder.step(by);
        if (focused === toolbar.search)
            toolbar.search.focus({ preventScroll: true });
    };
    const keys = listenToKeys(part('list'), {
        move: (by) => stage.move(by),
        moveTo: (end) => stage.moveTo(end),
        moveToTrouble: (by) => stage.moveToTrouble(by),
        fold(open) {
            const row = stage.current();
            if (row !== undefined)
                stage.fold(row, open ?? !look.folds.isOpen(row));
        },
        foldAll: (open) => stage.foldAll(open),
        step,
        focusSearch() {
            toolbar.search.focus();
            toolbar.search.select();
        },
        copyLink: () => void copyLink(stage.current()?.id),
    });
    const toolbar = createToolbar(rows, {
        onSearch: (text) => void finder.search(text),
        onStep: step,
        onFilter: (filter) => stage.choose(filter),
        onFoldAll: (open) => stage.foldAll(open),
        onHelp: keys.showHelp,
    });
    part('list').addEventListener('click', (event) => {
        const link = event.target instanceof Element ? event.target.closest('a.link') : null;
        const row = places.get(link?.getAttribute('href')?.slice(1) ?? '');
        if (row === undefined)
            return;
        event.preventDefault();
        stage.point(row);
        void copyLink(row.id);
    });
    linkFiles((path) => {
        toolbar.search.value = path;
        void finder.search(path).then(() => finder.step(1));
    });
    window.addEventListener('beforeprint', () => stage.drawForPaper());
    part('events-count').textContent = counted(transcript.events, 'event');
    const timeline = timelineOf(transcript);
    if (timeline !== undefined)
        drawTimeline({ transcript, timeline, onPick: (row) => stage.go(row) });
    const goToAddress = () => {
        const row = places.get(location.hash.slice(1));
        if (row !== undefined)
            stage.go(row);
    };
    window.addEventListener('hashchange', goToAddress);
    goToAddress();
}
function showBeginning(lines) {
    const reader = startReading();
    lines.slice(0, FIRST_LINES).forEach((line) => reader.read(line));
    const { rows, directory, span } = reader.finish();
    const nothing = () => undefined;
    const look = {
        ...{ pattern: undefined, directory, start: span?.from, folds: startFolds(), shown: new Map(), asJson: new Set() },
        ...{ line: () => Promise.resolve(''), onToggle: nothing, onJson: nothing },
    };
    const first = rows.filter((row) => passes(row, WHOLE_CONVERSATION));
    part('list').replaceChildren(...first.map((row) => rowView(row, look)));
}
const FIRST_LINES = 60;
async function copyLink(id) {
    if (id === undefined)
        return;
    history.replaceState(null, '', \`#\${id}\`);
    await navigator.clipboard.writeText(location.href).then(() => say('The link to this event is copied.'), () => say('The address of this page leads to this event now.'));
}
function say(words) {
    const toast = el('div', { class: 'toast' }, words);
    part('messages').replaceChildren(toast);
    setTimeout(() => toast.remove(), 3000);
}
return { showTranscript, showBeginning }
})()
const $viewer_main_ts = (() => {
const { el, part } = $viewer_dom_ts;
const { shortenLongTexts } = $viewer_static_texts_ts;
const { addThemeChoice } = $viewer_theme_ts;
const { startReading } = $viewer_transcript_ts;
const { packedEvents } = $viewer_unpack_ts;
const { showBeginning, showTranscript } = $viewer_viewer_ts;
async function start() {
    addThemeChoice();
    shortenLongTexts();
    const packed = packedEvents();
    const reader = startReading();
    const status = part('toolbar');
    let done = 0;
    let told = performance.now();
    for await (const lines of packed.packs()) {
        lines.forEach((line) => reader.read(line));
        done++;
        if (done === 1 && packed.count > 1)
            showBeginning(lines);
        if (performance.now() - told < 200)
            continue;
        told = performance.now();
        status.textContent = \`Reading the events: \${Math.round((done / packed.count) * 100)} %\`;
    }
    showTranscript(reader.finish(), packed);
    document.documentElement.dataset.ready = 'true';
    performance.mark('ready');
}
start().catch((error) => {
    const words = \`The events cannot be shown here (\${String(error)}). The file transcript.jsonl beside this page has all of them.\`;
    part('toolbar').replaceChildren(el('p', { role: 'alert' }, words));
});
return {  }
})()
}
`;
/** What a content security policy names the two by. */
const VIEWER_HASHES = {
    style: 'sha256-30wM84CrkrfYS8ajzKntiHNFO6jWqUkIeE8IogTSHak=',
    script: 'sha256-Tbaxy3Drc7vekAhyxHg3W/B9GfJLxSI5m9kWe/HlOIc=',
};

;// CONCATENATED MODULE: ./lib/transcript/page-head.js



/**
 * The page's start, up to its title. Its policy lets run the viewer's script and style alone, by their hashes, loads nothing,
 * and forbids the script itself to make markup of a string (https://www.w3.org/TR/trusted-types/).
 */
function pageHead(conclusion) {
    const policy = [
        "default-src 'none'",
        `script-src '${VIEWER_HASHES.script}'`,
        `style-src '${VIEWER_HASHES.style}'`,
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ];
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
`;
}
/** The page's end; the script runs when all that it shows is there. */
const PAGE_END = `<script>${VIEWER_SCRIPT}</script>
</body>
</html>
`;

;// CONCATENATED MODULE: ./lib/transcript/permission-rule.js
/**
 * The lines of `allowed-tools` that would have allowed a denied call, as narrow as can be told from it
 * (https://code.claude.com/docs/en/permissions#permission-rule-syntax). Every command of a compound Bash line needs a rule.
 */
function allowingRules({ tool_name: tool, tool_input: input }) {
    const command = tool === 'Bash' ? textField(input, 'command') : undefined;
    if (command !== undefined)
        return [...new Set(command.split(/&&|\|\||[;|&\n]/).flatMap(commandRules))];
    const url = tool === 'WebFetch' ? textField(input, 'url') : undefined;
    const host = url === undefined ? undefined : URL.parse(url)?.hostname;
    return [host ? `WebFetch(domain:${host})` : plainName(tool)];
}
/** YAML that would allow denied calls, beside the rules that are there; of very many, the first. */
function allowingYaml(denials) {
    const rules = [...new Set(denials.flatMap(allowingRules))].slice(0, MOST_RULES);
    return ['allowed-tools: |', ...rules.map((rule) => `  ${rule}`)].join('\n');
}
const MOST_RULES = 50;
/** `git push origin main` is allowed by `Bash(git push:*)`, `./build.sh -x` by `Bash(./build.sh:*)`. */
function commandRules(command) {
    const [program, verb] = command.trim().split(/\s+/);
    if (!program)
        return [];
    if (!/^[\w./-]+$/.test(program))
        return ['Bash'];
    return [verb !== undefined && /^[a-z][a-z-]*$/.test(verb) ? `Bash(${program} ${verb}:*)` : `Bash(${program}:*)`];
}
/** A tool's name is the agent's word; what is no name must not become a line of YAML. */
const plainName = (tool) => tool.replace(/[^\w-]/g, '');
function textField(value, name) {
    const field = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    return typeof field === 'string' ? field : undefined;
}

;// CONCATENATED MODULE: ./lib/transcript/page.js





/**
 * The transcript as one self-contained page, in pieces. `packs` are the lines of `transcript.jsonl` in gzip, which are
 * redacted; the rest is redacted here. Outcome, prompt and result stand in it as plain text; the events are packed, and the page's own
 * script shows them. All that is not the page's own is text: no script, style or address in it takes effect.
 */
async function* transcriptPage(run, packs, redact) {
    yield pageHead(run.outputs.conclusion);
    yield `<body>\n<a class="skip" href="#events">Skip to the events</a>\n${masthead(run.outputs)}<main id="main">\n`;
    yield failurePanel(run, redact) + factsPanel(run.outputs, redact);
    yield sideBySide(promptPanel(run, redact) + resultPanel(run, redact));
    yield TIMELINE;
    yield sideBySide(filesPanel(run, redact) + denialsPanel(run, redact));
    yield EVENTS;
    for await (const pack of packs)
        yield packElement(pack);
    yield PAGE_END;
}
const sideBySide = (panels) => (panels === '' ? '' : `<div class="pair">\n${panels}</div>\n`);
function masthead({ conclusion, 'failure-code': code }) {
    const words = CONCLUSION_TITLES[conclusion].replace(/^\S+ /, '');
    const named = code === '' ? '' : ` <code>${escapeHtml(code)}</code>`;
    return `<header class="masthead"><div>
<h1><span class="state ${conclusion}">${escapeHtml(words)}</span>${named}</h1>
<p class="product">Claude Code on Bedrock</p>
<div id="tools"></div>
</div></header>
`;
}
function failurePanel({ failure }, redact) {
    if (failure === undefined)
        return '';
    const fix = failure.hint === '' ? '' : `<h2>What to do</h2>\n${textBlock(redact(failure.hint), 'mono fix')}`;
    return panel('What failed', textBlock(redact(failure.message)) + fix, 'failed');
}
/** The facts that a reader looks for come first and large, the rest below them. */
function factsPanel(outputs, redact) {
    const facts = outcomeFacts(outputs).map(([name, value]) => [name, redact(value)]);
    const main = MAIN_FACTS.flatMap((wanted) => facts.filter(([name]) => name === wanted));
    const others = facts.filter((fact) => !main.includes(fact));
    return panel('Run', factList(main) + (others.length === 0 ? '' : factList(others, 'facts small')));
}
const MAIN_FACTS = ['Duration', 'Cost', 'Turns', 'Input tokens', 'Output tokens', 'API retries', 'Model', 'Region'];
function promptPanel({ prompt }, redact) {
    return prompt === undefined ? '' : panel('Prompt', textBlock(redact(prompt)));
}
function resultPanel({ outputs }, redact) {
    const structured = outputs['structured-output'];
    const parts = [
        ...(outputs.result === null ? [] : [panel('Result', textBlock(redact(outputs.result)))]),
        ...(structured === null ? [] : [panel('Structured output', textBlock(redact(pretty(structured)), 'mono'))]),
    ];
    return parts.join('');
}
function filesPanel({ outputs }, redact) {
    const files = outputs['changed-files'];
    if (files.length === 0)
        return '';
    const items = files.map((file) => `<li data-file>${escapeHtml(redact(file))}</li>\n`);
    return panel(`Files changed (${files.length})`, `<ul class="files" data-long>\n${items.join('')}</ul>\n`);
}
function denialsPanel({ outputs }, redact) {
    const denials = outputs['permission-denials'];
    if (denials.length === 0)
        return '';
    const blocks = denials.map((denial) => foldedBlock(redact(denial.tool_name), textBlock(redact(pretty(denial.tool_input)), 'mono')));
    const rules = `<h3>These lines would allow them, beside those you have</h3>\n${textBlock(redact(allowingYaml(denials)), 'mono')}`;
    return panel(`Permission denials (${denials.length})`, blocks.join('') + rules);
}
const pretty = (value) => JSON.stringify(value ?? null, undefined, 2);
const TIMELINE = `<section class="panel" id="timeline" hidden>
<h2>Timeline</h2>
<figure id="timeline-picture"></figure>
</section>
`;
const EVENTS = `<section id="events">
<h2>Events <span id="events-count"></span></h2>
<noscript><p class="panel">The events are shown by this page's script, and scripts are off here. The file transcript.jsonl beside this page has all of them.</p></noscript>
<div id="toolbar"></div>
<p id="nothing" hidden>No event is shown with this choice.</p>
<div id="list"></div>
</section>
</main>
<div id="messages" role="status"></div>
`;

;// CONCATENATED MODULE: ./lib/transcript/keep.js






/**
 * Completes the transcript folder: `result.json`, Claude Code's own session file, and the page. Each stands alone, so that
 * one that fails does not cost the others. Returns what went wrong, a sentence each; never rejects.
 */
async function keepTranscript(run, world) {
    const { result, session, page } = report/* TRANSCRIPT_FILES */.p;
    const steps = {
        [result]: () => world.files.write((0,external_node_path_.join)(run.directory, result), resultText(run.outputs, world.redact)),
        [session]: () => keepSession(run, world),
        [page]: () => keepPage(run, world),
    };
    const problems = [];
    for (const [name, step] of Object.entries(steps)) {
        try {
            await step();
        }
        catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            problems.push(world.redact(`${name} is missing from the transcript: ${reason}`));
        }
    }
    return problems;
}
/** Claude Code keeps it at `<config>/projects/<slug>/<session id>.jsonl` (measured with 2.1.330). */
async function keepSession(run, { files, redact }) {
    const projects = (0,external_node_path_.join)(run.configDirectory, 'projects');
    const name = `${run.outputs['session-id'] ?? ''}.jsonl`;
    const found = await files.list(projects);
    const path = found.find((file) => (0,external_node_path_.basename)(file) === name && (0,external_node_path_.dirname)((0,external_node_path_.dirname)(file)) === projects);
    if (path === undefined)
        return;
    await writeAll((0,external_node_path_.join)(run.directory, report/* TRANSCRIPT_FILES */.p.session, name), redactedLines(files.chunks(path), redact), files);
}
async function keepPage(run, { files, redact }) {
    const events = files.packedLines((0,external_node_path_.join)(run.directory, report/* TRANSCRIPT_FILES */.p.events), PACK_BYTES);
    await writeAll((0,external_node_path_.join)(run.directory, report/* TRANSCRIPT_FILES */.p.page), transcriptPage(run, events, redact), files);
}
/** Writes a file anew, whole or not at all: half of it is of no use, and on a full disk its room is needed for the outputs. */
async function writeAll(path, pieces, files) {
    await files.remove(path);
    try {
        await writePieces(await files.append(path), pieces);
    }
    catch (error) {
        await files.remove(path);
        throw error;
    }
}
/** Small pieces go together, since each write costs a call to the system. */
async function writePieces(file, pieces) {
    try {
        let gathered = [];
        let length = 0;
        for await (const piece of pieces) {
            gathered.push(piece);
            length += piece.length;
            if (length < 64 * 1024)
                continue;
            await file.write(gathered);
            gathered = [];
            length = 0;
        }
        await file.write(gathered);
    }
    finally {
        await file.close();
    }
}
async function* redactedLines(chunks, redact) {
    for await (const line of (0,agent_lines/* linesOf */.D)(chunks))
        yield `${redact(line)}\n`;
}

;// CONCATENATED MODULE: ./lib/transcript/run-facts.js
/** The outputs that these facts amount to. */
function outputsFrom(facts) {
    const { tally, claude, artifact } = facts;
    const result = tally?.result;
    const usage = result?.usage ?? tally?.usage;
    return {
        conclusion: conclusionOf(facts),
        'failure-code': facts.failure?.code ?? '',
        'failure-message': facts.failure === undefined ? '' : `${facts.failure.message}\n\n${facts.failure.hint}`.trim(),
        result: result?.result ?? tally?.lastText ?? null,
        'structured-output': result?.structuredOutput ?? null,
        'session-id': result?.sessionId ?? tally?.sessionId ?? null,
        'num-turns': result?.numTurns ?? tally?.turns ?? null,
        'duration-ms': facts.durationMs ?? null,
        'total-cost-usd': result?.totalCostUsd ?? null,
        'input-tokens': usage?.inputTokens ?? null,
        'output-tokens': usage?.outputTokens ?? null,
        'cache-read-tokens': usage?.cacheReadTokens ?? null,
        'cache-creation-tokens': usage?.cacheCreationTokens ?? null,
        retries: facts.retries ?? tally?.retries ?? 0,
        'permission-denials': result?.permissionDenials ?? [],
        'transcript-path': facts.transcriptPath,
        'artifact-id': artifact?.id ?? null,
        'artifact-url': artifact?.url ?? null,
        'changed-files': facts.changedFiles ?? [],
        'claude-code-version': claude?.version ?? tally?.claudeCodeVersion ?? null,
        'claude-code-path': claude?.path ?? null,
        'cache-hit': claude?.cacheHit ?? null,
        'aws-account-id': facts.account ?? null,
        'aws-region': facts.region ?? null,
        model: facts.model ?? tally?.model ?? null,
    };
}
function conclusionOf({ failure, prompt }) {
    if (failure === undefined)
        return prompt === undefined ? 'setup' : 'success';
    if (failure.code === 'agent-cancelled')
        return 'cancelled';
    return failure.code === 'agent-timed-out' ? 'timed-out' : 'failure';
}

// EXTERNAL MODULE: ./lib/transcript/markdown.js
var markdown = __webpack_require__(78245);
;// CONCATENATED MODULE: ./lib/transcript/timeline-chart.js

/**
 * A timeline as a Mermaid chart (https://mermaid.js.org/syntax/gantt.html), with the reader's own time of day below it; the
 * empty text when there is nothing to draw. Words of the agent stand in it as letters, digits, `-` and `_` only, behind a
 * number, so that none can act as syntax.
 */
function timelineChart({ startedAt, stretches }) {
    const sections = SECTIONS.flatMap(([kind, title]) => {
        const bars = stretches.filter((stretch) => stretch.kind === kind).map((stretch) => barOf(stretch, startedAt));
        return bars.length === 0 ? [] : [`  section ${title}`, ...bars];
    });
    return sections.length === 0 ? '' : ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S', ...sections].join('\n');
}
const SECTIONS = [
    ['model', 'Model'],
    ['tool', 'Tools'],
    ['retry', 'Retries'],
];
function barOf({ what, from, to, failed }, startedAt) {
    const words = what
        .replace(/[^\w-]+/g, ' ')
        .trim()
        .slice(0, 40);
    const label = `${readableDuration(to - from)} ${words}`.trim();
    return `  ${label} :${failed ? 'crit, ' : ''}${startedAt + from}, ${startedAt + Math.max(to, from + 1)}`;
}

;// CONCATENATED MODULE: ./lib/transcript/summary.js






/**
 * The job summary in Markdown, redacted, within the 1 MiB of UTF-8 that GitHub takes from a step
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary). Words of the agent stand in it
 * as plain text only.
 */
function jobSummary(run, redact) {
    const { outputs, tally, timeline, struck = {}, prompt, failure } = run;
    const inline = (text) => (0,markdown/* inlineCode */.ti)(redact(text));
    const fenced = (text, limit) => (0,markdown/* fencedText */.fV)(cutText(redact(text), limit, CUT));
    const counted = (counts = {}) => lineOf(describeCounts(counts, inline));
    const structured = outputs['structured-output'];
    const blocks = [
        `## Claude Code on Bedrock: ${CONCLUSION_TITLES[outputs.conclusion]}`,
        ...lineOf(outcomeLine(outputs)),
        ...transcriptBlock(outputs, inline),
        ...(failure === undefined
            ? []
            : [`**${codeLink(failure.code, run.documents)}**`, fenced(failure.message, 20_000), ...fix(fenced, failure)]),
        ...section('Result', outputs.result === null ? [] : [fenced(outputs.result, 200_000)]),
        ...section('Structured output', structured === null ? [] : [fenced(JSON.stringify(structured), 50_000)]),
        ...section('Files changed', listBlock(outputs['changed-files'], inline)),
        ...section('Permission denials', denialBlocks(outputs['permission-denials'], redact)),
        ...section('Timeline', timeline === undefined ? [] : timelineBlocks(timeline)),
        ...section('Calls of the model made again', counted(tally?.retryReasons)),
        ...section('Tools used', counted(tally?.tools)),
        ...section('Struck from the transcript', counted(struck)),
        (0,markdown/* factTable */.Bu)(['Run', ''], outcomeFacts(outputs).map(([name, value]) => [name, inline(value)])),
        ...(prompt === undefined ? [] : [(0,markdown/* folded */.TM)('Prompt', fenced(prompt, 20_000))]),
    ];
    return (0,markdown/* joinBlocks */.x9)(blocks, SUMMARY_LIMIT);
}
const SUMMARY_LIMIT = 1024 * 1024;
const LONGEST_LIST = 50;
const CUT = '\n[cut here: the transcript has all of it]';
const section = (title, blocks) => (blocks.length === 0 ? [] : [`### ${title}`, ...blocks]);
const fix = (fenced, { hint }) => hint === '' ? [] : ['**What to do**', fenced(hint, 10_000)];
const lineOf = (text) => (text === '' ? [] : [text]);
function codeLink(code, documents) {
    return /^https?:/.test(documents) ? `[${code}](${documents}/TROUBLESHOOTING.md#${code})` : code;
}
function listBlock(items, lineOf) {
    if (items.length === 0)
        return [];
    const lines = items.slice(0, LONGEST_LIST).map((item) => `- ${lineOf(item)}`);
    return [[...lines, ...(items.length > LONGEST_LIST ? [`- and ${items.length - LONGEST_LIST} more`] : [])].join('\n')];
}
/** Each denied call with the rules that would allow it, and all of them as YAML. */
function denialBlocks(denials, redact) {
    const lines = listBlock(denials, (denial) => {
        const input = cutText(redact(JSON.stringify(denial.tool_input ?? null)), 300, '…');
        const rules = allowingRules(denial).map((rule) => (0,markdown/* inlineCode */.ti)(redact(rule)));
        return `${(0,markdown/* inlineCode */.ti)(redact(denial.tool_name))} ${(0,markdown/* inlineCode */.ti)(input)}: ${rules.join(', ')}`;
    });
    if (lines.length === 0)
        return [];
    const yaml = (0,markdown/* fencedText */.fV)(redact(allowingYaml(denials)), 'yaml');
    return [...lines, 'These lines would allow them, beside those you have:', yaml];
}
function timelineBlocks(timeline) {
    const chart = timelineChart(timeline);
    if (chart === '')
        return [];
    return [
        (0,markdown/* fencedText */.fV)(chart, 'mermaid'),
        ...lineOf(timeline.left === 0 ? '' : `${timeline.left} shorter ones are not drawn.`),
    ];
}
function transcriptBlock(outputs, inline) {
    const { 'artifact-url': url, 'transcript-path': path } = outputs;
    if (url !== null)
        return [`[Transcript](${url})`];
    return path === null ? [] : [`Transcript, on the runner: ${inline(path)}`];
}

// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
;// CONCATENATED MODULE: ./lib/transcript/upload.js

/**
 * Stores the transcript folder as an artifact when the settings ask for it; undefined when they do not, or it failed.
 * Ends within five minutes and never rejects: a transcript that cannot be stored never hides how the run ended.
 */
async function uploadTranscript(settings, { conclusion, directory, warn }, world) {
    const failed = conclusion !== 'success' && conclusion !== 'setup';
    if (settings.upload === 'never' || (settings.upload === 'on-failure' && !failed))
        return undefined;
    const { artifactName: name, retentionDays } = settings;
    const waiting = new AbortController();
    const tooLong = world.clock.sleep(LONGEST_UPLOAD_MS, waiting.signal).then(() => {
        throw new failure/* ServiceError */._7({
            ...ABOUT,
            name: 'Timeout',
            message: `No answer within ${LONGEST_UPLOAD_MS / 60_000} minutes.`,
        });
    });
    try {
        // The client prints what it does; the group folds that.
        return await world.log.group(`Store the transcript as artifact ${name}`, (log) => {
            const upload = () => world.artifacts.upload({ name, directory, retentionDays });
            return Promise.race([patiently(upload, { ...world, log }), tooLong]);
        });
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        warn(new failure/* Failure */.HR('transcript-upload-failed', {
            message: `The transcript was not stored as an artifact: ${message}`,
            hint: `${adviceFor(error, name)}\nThe files stay on the runner until the job ends: ${directory}`,
            cause: error,
        }));
        return undefined;
    }
    finally {
        tooLong.catch(() => undefined);
        waiting.abort();
    }
}
/**
 * The client asks again by itself when the service answers with an error and when the blob store does not answer, but not
 * when the connection to the service is lost (`@actions/artifact` 6.2.1).
 */
async function patiently(upload, { clock, log }, [waitMs, ...laterWaits] = WAITS_MS) {
    try {
        return await upload();
    }
    catch (error) {
        if (waitMs === undefined || !isLostCreation(error))
            throw error;
        log.info(`No connection to the service (${error.name}). Trying again in ${waitMs / 1000} s.`);
        await clock.sleep(waitMs);
        return patiently(upload, { clock, log }, laterWaits).catch((later) => {
            // The answer that was lost may have been that the name is ours.
            throw later instanceof failure/* ServiceError */._7 && later.status === 409 ? error : later;
        });
    }
}
/** A lost answer to any later call leaves an artifact behind that cannot be made again. */
const isLostCreation = (error) => error instanceof failure/* ServiceError */._7 && error.operation === 'CreateArtifact' && /^E[A-Z]+$/.test(error.name);
const WAITS_MS = [2_000, 5_000];
const LONGEST_UPLOAD_MS = 5 * 60_000;
const ABOUT = { service: 'GitHub artifacts', operation: 'UploadArtifact' };
function adviceFor(error, artifactName) {
    const fact = error instanceof failure/* ServiceError */._7 ? error : undefined;
    if (fact?.status === 409) {
        return `Another artifact of this workflow run has the name. Give each job and each leg of a matrix its own, or leave the input out for a name that is unique:\n  artifact-name: ${artifactName}-\${{ strategy.job-index }}`;
    }
    if (fact?.name === 'NoRuntimeToken') {
        return 'This runner offers no artifacts to the step (act needs --artifact-server-path). To go on without:\n  upload-transcript: never';
    }
    if (fact?.name === 'GHESNotSupported') {
        return 'GitHub Enterprise Server has no service for this. To go on without:\n  upload-transcript: never\nand to keep the folder, copy what steps.<id>.outputs.transcript-path names in a later step with `if: always()`.';
    }
    if (fact?.name === 'UsageError') {
        return 'The storage for artifacts is used up. Delete old artifacts, or keep new ones for a shorter time:\n  retention-days: 1';
    }
    if (fact?.status !== undefined)
        return 'See https://www.githubstatus.com, and run the job again.';
    return 'The runner must reach the results service and *.blob.core.windows.net. Behind a proxy, let it pass these hosts, or name in NO_PROXY those that need no proxy.';
}

;// CONCATENATED MODULE: ./lib/report.js








/**
 * Keeps and tells how a run ended, in the order of what must not be lost: the annotation, the folder, the outputs, then the
 * artifact and the summary. A cancelled run leaves the last two to post, since the runner grants it only seconds.
 */
async function report_report(desk, world) {
    const { failure } = desk.facts();
    if (failure !== undefined)
        announce(failure, world);
    await keep(desk, world);
    setOutputs(desk, world);
    await desk.save();
    desk.remember({ stage: 'kept' });
    if (failure?.code !== 'agent-cancelled')
        await store(desk, world);
    return outputsFrom(desk.facts());
}
/** Completes the transcript folder with what is known. */
async function keep(desk, world) {
    await desk.close();
    const struck = desk.struck();
    desk.learn({ struck });
    if (Object.keys(struck).length > 0)
        world.log.info(`Struck from the transcript: ${describeCounts(struck)}`);
    const { failure, prompt } = desk.facts();
    const { transcript: directory, claudeConfig: configDirectory } = desk.place;
    const run = { outputs: outputsFrom(desk.facts()), failure, prompt, directory, configDirectory };
    const problems = await keepTranscript(run, { files: world.files, redact: desk.redact });
    problems.forEach((problem) => world.log.warning(problem));
}
/** Uploads the folder where the settings ask for it, and writes the job summary, which links to the artifact. */
async function store(desk, world) {
    const { transcript: settings } = desk.facts();
    if (settings !== undefined) {
        const { conclusion } = outputsFrom(desk.facts());
        const warn = ({ code, message, hint }) => world.log.warning(desk.redact(`${message}\n${hint}`), code);
        const artifact = await uploadTranscript(settings, { conclusion, directory: desk.place.transcript, warn }, world);
        if (artifact !== undefined)
            await addArtifact(artifact, desk, world);
    }
    if (settings?.jobSummary !== false)
        summarize(desk, world);
    desk.remember({ stage: 'done' });
}
async function addArtifact(artifact, desk, world) {
    desk.learn({ artifact });
    setOutputs(desk, world);
    world.log.info(`Transcript: ${artifact.url}`);
    const path = (0,external_node_path_.join)(desk.place.transcript, report/* TRANSCRIPT_FILES */.p.result);
    await world.files.write(path, resultText(outputsFrom(desk.facts()), desk.redact)).catch(() => undefined);
}
function summarize(desk, world) {
    const run = { ...desk.facts(), outputs: outputsFrom(desk.facts()), documents: world.runner.documents };
    try {
        world.job.appendSummary(jobSummary(run, desk.redact));
    }
    catch (error) {
        world.log.warning(`The job summary could not be written: ${String(error)}`);
    }
}
function announce({ code, message, hint }, world) {
    world.log.error(`${message}\n\n${hint}\n\nMore: ${world.runner.documents}/TROUBLESHOOTING.md#${code}`, code);
}
function setOutputs(desk, world) {
    const outputs = outputStrings(outputsFrom(desk.facts()));
    try {
        for (const [name, value] of Object.entries(outputs))
            world.job.setOutput(name, desk.redact(value));
    }
    catch (error) {
        world.log.warning(`The outputs could not be set: ${String(error)}`);
    }
}


/***/ }),

/***/ 78245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ factTable),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   fV: () => (/* binding */ fencedText),
/* harmony export */   ti: () => (/* binding */ inlineCode),
/* harmony export */   x9: () => (/* binding */ joinBlocks)
/* harmony export */ });
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62042);

/** Text on one line as a code span; `|` would end a table's cell in there too, and becomes `¦`. */
function inlineCode(text) {
    const shown = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(text).replace(/\s+/g, ' ').replaceAll('|', '¦');
    const ticks = '`'.repeat(longestTicks(shown) + 1);
    return ticks.length === 1 ? `\`${shown || ' '}\`` : `${ticks} ${shown} ${ticks}`;
}
/** Text as a block of its own, in a fence longer than any in it. */
function fencedText(text, language = 'text') {
    const shown = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(text);
    const fence = '`'.repeat(Math.max(3, longestTicks(shown) + 1));
    return `${fence}${language}\n${shown}\n${fence}`;
}
const longestTicks = (text) => (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
/** A table of two columns; cells are Markdown. */
function factTable(head, rows) {
    const [first, ...others] = [head, ...rows].map(([name, value]) => `| ${name} | ${value} |`);
    return [first, '|---|---|', ...others].join('\n');
}
/** A block that opens on a click. */
function folded(title, block) {
    return `<details><summary>${title}</summary>\n\n${block}\n\n</details>`;
}
/** As many whole blocks as fit into `bytes` of UTF-8, in order; a block too large is left out, and a note says so. */
function joinBlocks(blocks, bytes) {
    const room = bytes - Buffer.byteLength(LEFT_OUT) - 2;
    let used = 0;
    const kept = blocks.filter((block) => {
        const size = Buffer.byteLength(block) + 2;
        if (used + size > room)
            return false;
        used += size;
        return true;
    });
    return [...kept, ...(kept.length < blocks.length ? [LEFT_OUT] : [])].join('\n\n') + '\n';
}
const LEFT_OUT = 'Parts of this summary did not fit; the transcript has them.';


/***/ }),

/***/ 62042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ visibleText)
/* harmony export */ });
/**
 * Text that shows what is in it: terminal colours are dropped; control characters and those that turn the direction of
 * text around (https://trojansource.codes) are replaced by signs.
 */
function visibleText(text) {
    return text
        .toWellFormed()
        .replace(TERMINAL_SEQUENCE, '')
        .replace(/\r\n/g, '\n')
        .replace(CONTROL, (sign) => (sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '\ufffd'));
}
// eslint-disable-next-line no-control-regex -- these are what is looked for
const TERMINAL_SEQUENCE = /\u001b\[[0-9;?]{0,40}[ -/]{0,4}[@-~]/g;
// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;


/***/ })

};
