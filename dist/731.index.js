export const id = 731;
export const ids = [731];
export const modules = {

/***/ 21731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jobSummary: () => (/* binding */ jobSummary),
  timelineChart: () => (/* binding */ timelineChart)
});

// EXTERNAL MODULE: ./lib/claude/permission-rule.js
var permission_rule = __webpack_require__(33394);
// EXTERNAL MODULE: ./lib/error-rules.js
var error_rules = __webpack_require__(39059);
// EXTERNAL MODULE: ./lib/json.js
var json = __webpack_require__(16413);
// EXTERNAL MODULE: ./lib/markdown.js
var markdown = __webpack_require__(45162);
// EXTERNAL MODULE: ./lib/text.js
var lib_text = __webpack_require__(68804);
// EXTERNAL MODULE: ./lib/transcript/outcome-text.js
var outcome_text = __webpack_require__(67892);
// EXTERNAL MODULE: ./node_modules/marked/lib/marked.esm.js
var marked_esm = __webpack_require__(48022);
;// CONCATENATED MODULE: ./lib/transcript/markdown-tree.js



/**
 * Parses GitHub's Markdown by a whitelist: paragraphs, headings, lists, tables, quotes, code, emphasis and links. HTML is text, an image
 * is its description and address. Undefined for a text that is too long or too deep to be parsed in good time.
 */
function parseMarkdown(text) {
    if (text.length > LONGEST)
        return undefined;
    try {
        return blocksOf(marked_esm/* Lexer */.JG.lex((0,lib_text/* visibleText */.Q6)(text), { gfm: true }), 0);
    }
    catch (error) {
        // Quotes in quotes by the thousand are beyond the parser's stack.
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
/** The slowest text that is known (`_a` repeated) takes 2 s at this length, and four times as long at twice of it (marked 18.2). */
const LONGEST = 30_000;
const DEEPEST = 20;
const tokensOf = (token, name = 'tokens') => (0,json/* listOf */.c3)((0,json/* fieldOf */._F)(token, name));
const textIn = (token, name = 'text') => (0,json/* stringOf */.Je)(token, name) ?? '';
const blocksOf = (tokens, depth) => tokens.flatMap((token) => blockOf(token, depth));
function blockOf(token, depth) {
    if (depth > DEEPEST)
        return [paragraph([textOf(textIn(token, 'raw'))])];
    switch ((0,json/* stringOf */.Je)(token, 'type')) {
        case 'space':
        case 'def':
        case 'checkbox':
            return [];
        case 'heading':
            return [{ kind: 'heading', level: (0,json/* numberOf */.rl)(token, 'depth') ?? 1, children: inlinesOf(tokensOf(token), depth) }];
        case 'code':
            return [{ kind: 'code', language: languageOf(textIn(token, 'lang')), code: textIn(token) }];
        case 'blockquote':
            return [{ kind: 'quote', blocks: blocksOf(tokensOf(token), depth + 1) }];
        case 'list': {
            const start = (0,json/* fieldOf */._F)(token, 'ordered') === true ? ((0,json/* numberOf */.rl)(token, 'start') ?? 1) : undefined;
            return [{ kind: 'list', start, items: tokensOf(token, 'items').map((item) => itemOf(item, depth + 1)) }];
        }
        case 'table': {
            const cellsOf = (row) => (0,json/* listOf */.c3)(row).map((cell) => inlinesOf(tokensOf(cell), depth));
            return [{ kind: 'table', head: cellsOf((0,json/* fieldOf */._F)(token, 'header')), rows: tokensOf(token, 'rows').map(cellsOf) }];
        }
        case 'hr':
            return [{ kind: 'rule' }];
        case 'paragraph':
        case 'text': {
            const inner = tokensOf(token);
            return [paragraph(inner.length > 0 ? inlinesOf(inner, depth) : [textOf(textIn(token))])];
        }
        default:
            return [paragraph([textOf(textIn(token, 'raw').trim())])];
    }
}
const paragraph = (children) => ({ kind: 'paragraph', children });
function itemOf(item, depth) {
    const isDone = (0,json/* fieldOf */._F)(item, 'task') === true ? (0,json/* fieldOf */._F)(item, 'checked') === true : undefined;
    return { isDone, blocks: blocksOf(tokensOf(item), depth) };
}
const inlinesOf = (tokens, depth) => tokens.flatMap((token) => inlineOf(token, depth + 1));
function inlineOf(token, depth) {
    if (depth > DEEPEST)
        return [textOf(textIn(token, 'raw'))];
    const children = () => inlinesOf(tokensOf(token), depth);
    switch ((0,json/* stringOf */.Je)(token, 'type')) {
        case 'strong':
            return [{ kind: 'strong', children: children() }];
        case 'em':
            return [{ kind: 'emphasis', children: children() }];
        case 'del':
            return [{ kind: 'deleted', children: children() }];
        case 'codespan':
            return [{ kind: 'code', code: textIn(token) }];
        case 'br':
            return [{ kind: 'break' }];
        case 'link':
            return [{ kind: 'link', address: textIn(token, 'href'), children: children() }];
        case 'image':
            return [{ kind: 'link', address: textIn(token, 'href'), children: [textOf(textIn(token) || 'image')] }];
        case 'checkbox':
            return [];
        case 'text':
            return tokensOf(token).length > 0 ? children() : [textOf(decoded(textIn(token)))];
        case 'escape':
            return [textOf(textIn(token))];
        default:
            return [textOf(textIn(token, 'raw'))];
    }
}
const textOf = (text) => ({ kind: 'text', text });
/** A language's name; those that GitHub draws (diagrams, maps, formulas) are none. */
function languageOf(info) {
    const name = /^[\w+#.-]{1,30}/.exec(info)?.[0].toLowerCase() ?? '';
    return DRAWN.has(name) ? '' : name;
}
const DRAWN = new Set(['mermaid', 'math', 'geojson', 'topojson', 'stl']);
/** The parser leaves character references as they are. */
function decoded(text) {
    return text.replace(/&(?:#x[\da-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos|nbsp);/gi, (reference) => {
        const name = reference.slice(1, -1).toLowerCase();
        if (!name.startsWith('#'))
            return NAMED[name] ?? reference;
        const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
        return code > 0 && code <= 0x10ffff ? (0,lib_text/* visibleText */.Q6)(String.fromCodePoint(code)) : reference;
    });
}
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

;// CONCATENATED MODULE: ./lib/transcript/rendered-markdown.js



/**
 * Markdown of others as Markdown that is safe in a job summary: only what {@link parseMarkdown} knows has effect. Headings go down
 * two levels; a link stays one where it leads into the repository (`repository` is its address, with a slash at its end), elsewhere its address
 * is code. What cannot be parsed is put in a fence.
 */
function renderedMarkdown(text, repository) {
    const blocks = parseMarkdown(text);
    return blocks === undefined ? (0,markdown/* fencedText */.fV)((0,lib_text/* cutText */.IN)(text, LONGEST_FENCE, CUT)) : blocksText(blocks, repository);
}
const LONGEST_FENCE = 200_000;
const CUT = '\n[cut here: the transcript has all of it]';
const MOST_ROWS = 200;
const MOST_COLUMNS = 20;
const blocksText = (blocks, repository) => blocks.map((block) => blockText(block, repository)).join('\n\n');
function blockText(block, repository) {
    const inlines = (children) => inlinesText(children, repository);
    switch (block.kind) {
        case 'paragraph':
            return inlines(block.children).split('\\\n').map(markdown/* lineText */.oZ).join('\\\n');
        case 'heading':
            return `${'#'.repeat(Math.min(block.level + 2, 6))} ${oneLine(inlines(block.children))}`;
        case 'code':
            return (0,markdown/* fencedText */.fV)(block.code, block.language || 'text');
        case 'quote':
            return blocksText(block.blocks, repository).replace(/^/gm, '> ');
        case 'list':
            return block.items
                .map((item, at) => itemText(item, block.start === undefined ? '- ' : `${block.start + at}. `, repository))
                .join('\n');
        case 'table':
            return tableText(block, inlines);
        case 'rule':
            return '---';
    }
}
function itemText({ isDone, blocks }, marker, repository) {
    // Before a fence or a quote it would be text, and what they hold would be Markdown again.
    const box = isDone === undefined || blocks[0]?.kind !== 'paragraph' ? '' : isDone ? '[x] ' : '[ ] ';
    const text = blocks
        .map((block, at) => `${at === 0 ? '' : block.kind === 'list' ? '\n' : '\n\n'}${blockText(block, repository)}`)
        .join('');
    return `${marker}${box}${text.replaceAll('\n', `\n${' '.repeat(marker.length)}`)}`.trimEnd();
}
function tableText({ head, rows }, inlines) {
    const line = (cells) => `| ${cells
        .slice(0, MOST_COLUMNS)
        .map((cell) => oneLine(inlines(cell)))
        .join(' | ')} |`;
    return [
        line(head),
        `|${'---|'.repeat(Math.min(head.length, MOST_COLUMNS))}`,
        ...rows.slice(0, MOST_ROWS).map(line),
        ...(rows.length > MOST_ROWS ? ['', `and ${rows.length - MOST_ROWS} more rows`] : []),
    ].join('\n');
}
const oneLine = (text) => text.replaceAll(/\\?\n/g, ' ');
const inlinesText = (children, repository) => children.map((child) => inlineText(child, repository)).join('');
function inlineText(inline, repository) {
    switch (inline.kind) {
        case 'text':
            return inline.text.split('\n').map(markdown/* proseText */.lz).join('\\\n');
        case 'code':
            return (0,markdown/* inlineCode */.ti)(inline.code);
        case 'break':
            return '\\\n';
        case 'strong':
        case 'emphasis':
        case 'deleted':
            return around(MARKS[inline.kind], inlinesText(inline.children, repository));
        case 'link': {
            const { address, children } = inline;
            const text = inlinesText(children, repository);
            if (isInside(address, repository))
                return `[${text || (0,markdown/* inlineCode */.ti)(address)}](<${address}>)`;
            const shown = (0,markdown/* inlineCode */.ti)((0,lib_text/* cutText */.IN)(address.replace(/^mailto:/i, ''), 300, '…'));
            const words = children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
            return text === '' || (words !== '' && address.endsWith(words)) ? shown : `${text} (${shown})`;
        }
    }
}
const MARKS = { strong: '**', emphasis: '*', deleted: '~~' };
/** Marks count only where no white space is between them and the text; tildes beside tildes would open a fence. */
function around(mark, text) {
    const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
    return inner === '' || (mark === '~~' && inner.startsWith('~')) ? text : `${before}${mark}${inner}${mark}${after}`;
}
const isInside = (address, repository) => repository !== '' &&
    address.startsWith(repository) &&
    /^[\w:/.#?=&%~+-]*$/.test(address) &&
    // A browser also takes `%2e%2e` for the folder above.
    URL.parse(address)?.href.startsWith(repository) === true;

;// CONCATENATED MODULE: ./lib/transcript/summary.js







/**
 * The job summary in Markdown, redacted, within the 1 MiB of UTF-8 that GitHub takes from a step
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary). The reason of a failure or the
 * answer comes first. The agent's Markdown is rendered by a whitelist; other words of it are plain text.
 */
function jobSummary(run, redact) {
    const { outputs, failure } = run;
    const blocks = [
        `## ${outcome_text/* OUTCOME_SIGNS */.Gr[outputs.conclusion]} ${(0,outcome_text/* outcomeTitle */.lD)(outputs, run.checks !== undefined)}`,
        ...(failure === undefined ? [] : failureBlocks(failure, run, redact)),
        ...lineOf(factLine(run, redact)),
        ...lineOf((0,markdown/* plainText */.wh)(redact(run.start ?? ''))),
        ...answerBlocks(run, redact),
        ...section('Checks', lineOf(run.checks ?? '')),
        ...section('Changed', changeBlocks(run, redact)),
        ...section('Settings of git, undone', listBlock(run.restoredGitSettings, (line) => (0,markdown/* plainText */.wh)(redact(line)))),
        ...section('Calls beside the conversation', (0,outcome_text/* describeCommandCalls */.mF)(run.quota).map(markdown/* plainText */.wh)),
        ...section('Denied', denialBlocks(outputs['permission-denials'], redact)),
        ...section('Failed subagents', subagentBlocks(run, redact)),
        ...section('MCP servers', serverBlocks(run, redact)),
        ...detailBlocks(run, redact),
    ];
    return (0,markdown/* joinBlocks */.x9)(blocks, SUMMARY_LIMIT);
}
const SUMMARY_LIMIT = 1024 * 1024;
const LONGEST_LIST = 50;
const summary_CUT = '\n[cut here: the transcript has all of it]';
const lineOf = (text) => (text === '' ? [] : [text]);
const section = (title, blocks) => (blocks.length === 0 ? [] : [`### ${title}`, ...blocks]);
const fenced = (text, limit, language = 'text') => (0,markdown/* fencedText */.fV)((0,lib_text/* cutText */.IN)(text, limit, summary_CUT), language);
/** The reason in plain words, what to do, and last the answer of the service as it came. */
function failureBlocks(failure, { documents }, redact) {
    const { code, fix, quote } = failure;
    const reason = redact((0,outcome_text/* failureReason */.Hr)(failure));
    const meaning = /^https?:/.test(documents) ? ` · [what this means](${documents}/TROUBLESHOOTING.md#${code})` : '';
    const [title = '', ...details] = (0,lib_text/* cutText */.IN)(reason, 20_000, summary_CUT).split('\n');
    return [
        `${(0,markdown/* plainText */.wh)(title)} ${(0,markdown/* inlineCode */.ti)(code)}${meaning}`,
        ...detailsOf(details),
        ...fixBlocks(fix, redact),
        ...(quote === undefined || reason === redact(quote)
            ? []
            : [(0,markdown/* folded */.TM)('The error as it came', fenced(redact(quote), 20_000))]),
    ];
}
/** Lines as paragraphs; those that begin with a dash are a list, indented ones are shown as they are. */
function detailsOf(lines) {
    const groups = [];
    for (const line of lines) {
        const kind = line.startsWith('- ') ? 'list' : line.startsWith('  ') ? 'indented' : 'prose';
        const last = groups.at(-1);
        if (last?.kind === kind)
            last.lines.push(line);
        else
            groups.push({ kind, lines: [line] });
    }
    return groups.map(({ kind, lines: group }) => {
        if (kind === 'list')
            return group.map((line) => `- ${(0,markdown/* plainText */.wh)(line.slice(2))}`).join('\n');
        return kind === 'indented' ? (0,markdown/* fencedText */.fV)(group.join('\n').replaceAll(/^ {2}/gm, '')) : (0,markdown/* plainText */.wh)(group.join('\n'));
    });
}
function fixBlocks(fix, redact) {
    const redacted = fix.map((block) => block.kind === 'text' ? { ...block, text: redact(block.text) } : { ...block, code: redact(block.code) });
    const [first, ...others] = (0,error_rules/* fixMarkdown */.F6)(redacted);
    if (first === undefined)
        return [];
    return fix[0]?.kind === 'text' ? [`**Fix:** ${first}`, ...others] : ['**Fix:**', first, ...others];
}
function factLine({ outputs, artifactPage: page }, redact) {
    const { 'artifact-url': url, 'transcript-path': path, model } = outputs;
    const onRunner = path === '' ? '' : `transcript on the runner: ${(0,markdown/* inlineCode */.ti)(redact(path))}`;
    const all = page === undefined ? '' : ` ([all files](${url}))`;
    const transcript = url === null ? onRunner : `**[Open the transcript](${page?.url ?? url})**${all}`;
    return [(0,outcome_text/* outcomeLine */.RW)(outputs), model === null ? '' : (0,markdown/* plainText */.wh)(redact(model)), transcript].filter(Boolean).join(' · ');
}
/** The answer as it is; the last words of a run that did not end by itself are named so. */
function answerBlocks({ outputs, failure, repository }, redact) {
    const { text, json } = (0,outcome_text/* shownAnswer */.aq)(outputs);
    const answer = text === undefined ? [] : [renderedMarkdown(redact(text), repository)];
    return [
        ...(failure === undefined ? answer : section('Last message', answer)),
        ...section('Structured output', json === undefined ? [] : [fenced(redact(json), 50_000, 'json')]),
    ];
}
function changeBlocks({ outputs, diffStat = {} }, redact) {
    return listBlock(outputs['changed-files'] ?? [], (path) => {
        const stat = Object.hasOwn(diffStat, path) ? diffStat[path] : undefined;
        return `${(0,markdown/* inlineCode */.ti)(redact(path))}${stat === undefined ? '' : ` +${stat.added} −${stat.removed}`}`;
    });
}
function listBlock(items = [], lineFor) {
    if (items.length === 0)
        return [];
    const lines = items.slice(0, LONGEST_LIST).map((item) => `- ${lineFor(item)}`);
    return [[...lines, ...(items.length > LONGEST_LIST ? [`- and ${items.length - LONGEST_LIST} more`] : [])].join('\n')];
}
/** Each denied call with what would allow it. */
function denialBlocks(denials, redact) {
    if (denials.length === 0)
        return [];
    const rows = denials.slice(0, LONGEST_LIST).map((denial) => {
        return [wantedCall(denial, redact), (0,permission_rule/* denialReason */.iZ)(denial, (rule) => (0,markdown/* inlineCode */.ti)(redact(rule)))];
    });
    const more = denials.length - rows.length;
    return [(0,markdown/* factTable */.Bu)(['Claude wanted', 'Why not'], rows), ...(more > 0 ? [`and ${(0,lib_text/* plural */.LS)(more, 'other call')}`] : [])];
}
/** The command, the address or the file of a call; else its tool and its input. */
function wantedCall({ tool_name: tool, tool_input: input }, redact) {
    const shown = (text) => (0,markdown/* inlineCode */.ti)((0,lib_text/* cutText */.IN)(redact(text), 300, '…'));
    const command = tool === 'Bash' ? (0,json/* stringOf */.Je)(input, 'command') : undefined;
    if (command !== undefined)
        return shown(command);
    const what = (0,json/* stringOf */.Je)(input, 'url') ?? (0,json/* stringOf */.Je)(input, 'file_path');
    return `${shown(tool)} ${shown(what ?? JSON.stringify(input ?? null))}`;
}
function subagentBlocks({ statistics }, redact) {
    const shown = (text) => (0,markdown/* plainText */.wh)((0,lib_text/* cutText */.IN)(redact(text), 500, '…'));
    return listBlock(statistics?.subagents?.failed, ({ description, reason }) => `${shown(description)}: ${shown(reason)}`);
}
const serverBlocks = ({ statistics }, redact) => listBlock(statistics?.mcpServers, ({ name, status }) => `${(0,markdown/* inlineCode */.ti)(redact(name))}: ${(0,markdown/* inlineCode */.ti)(redact(status))}`);
/** What few look for, folded: the timeline, what was used and redacted, all figures, the prompt. */
function detailBlocks(run, redact) {
    const { outputs, statistics, timeline, redacted = {}, prompt, quota } = run;
    const inline = (text) => (0,markdown/* inlineCode */.ti)(redact(text));
    const counts = (title, by = {}) => {
        const text = (0,lib_text/* describeCounts */.wv)(by, inline);
        return text === '' ? [] : [`**${title}:** ${text}`];
    };
    const chart = timeline === undefined ? '' : timelineChart(timeline);
    const notDrawn = timeline?.left ? [`${timeline.left} shorter ones are not drawn.`] : [];
    const facts = (0,outcome_text/* outcomeFacts */.c6)(outputs).map(([name, value]) => [name, inline(value)]);
    const parts = [
        ['timeline', chart === '' ? [] : [(0,markdown/* fencedText */.fV)(chart, 'mermaid'), ...notDrawn]],
        ['tools', counts('Tools used', statistics?.tools)],
        ['retries', counts('Retried model calls', statistics?.retryReasons)],
        ['quota', (0,outcome_text/* describeQuota */.iK)(quota).map(markdown/* plainText */.wh)],
        ['redactions', counts('Redacted from the transcript', redacted)],
        ['figures', facts.length === 0 ? [] : [(0,markdown/* factTable */.Bu)(['Run', ''], facts)]],
        ['prompt', prompt === undefined ? [] : ['**Prompt**', fenced(redact(prompt), 20_000)]],
    ];
    const given = parts.filter(([, blocks]) => blocks.length > 0);
    if (given.length === 0)
        return [];
    const title = given.map(([name]) => name).join(', ');
    return [(0,markdown/* folded */.TM)(title.charAt(0).toUpperCase() + title.slice(1), given.flatMap(([, blocks]) => blocks).join('\n\n'))];
}
/**
 * A timeline as a Mermaid chart (https://mermaid.js.org/syntax/gantt.html) with the time since the run's start below it; the
 * empty text when there is nothing to draw, and for a run of a day or more. Words of the agent are in it as letters, digits, `-` and `_`
 * only, behind a number, so that none can act as syntax.
 */
function timelineChart({ stretches }) {
    const last = Math.max(0, ...stretches.map(({ to }) => to));
    if (stretches.length === 0 || last >= 24 * HOUR)
        return '';
    const sections = SECTIONS.flatMap(([kind, title]) => {
        const bars = stretches.filter((stretch) => stretch.kind === kind).map(barOf);
        return bars.length === 0 ? [] : [`  section ${title}`, ...bars];
    });
    // A time of day is read and written in the reader's own zone, so that it comes out as it went in.
    const axis = `  axisFormat ${last < HOUR ? '%M:%S' : '%H:%M'}`;
    return ['gantt', '  dateFormat HH:mm:ss.SSS', axis, `  tickInterval ${tickInterval(last)}`, ...sections].join('\n');
}
const HOUR = 3_600_000;
const SECTIONS = [
    ['model', 'Model'],
    ['tool', 'Tools'],
    ['retry', 'Retries'],
];
function barOf({ what, from, to, failed }) {
    const words = what
        .replace(/[^\w-]+/g, ' ')
        .trim()
        .slice(0, 40);
    const label = `${(0,lib_text/* readableDuration */.P1)(to - from)} ${words}`.trim();
    return `  ${label} :${failed ? 'crit, ' : ''}${timeOfDay(from)}, ${timeOfDay(Math.max(to, from + 1))}`;
}
/** Milliseconds since midnight as `00:01:10.000`. */
const timeOfDay = (ms) => new Date(ms).toISOString().slice(11, 23);
/** Some six ticks, at round times. */
function tickInterval(lastMs) {
    const seconds = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].find((step) => lastMs / 1000 / step <= 8) ?? 7200;
    if (seconds < 60)
        return `${seconds}second`;
    return seconds < 3600 ? `${seconds / 60}minute` : `${seconds / 3600}hour`;
}


/***/ })

};
