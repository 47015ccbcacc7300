export const id = 603;
export const ids = [603];
export const modules = {

/***/ 17105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf),
/* harmony export */   U: () => (/* binding */ lineGroupsOf)
/* harmony export */ });
/**
 * The lines of a program's output, without blank ones. Cut by bytes, so that a character that spans two chunks stays whole;
 * bytes that are no UTF-8 become U+FFFD. A last line without a line break counts too. What comes behind `longest` bytes of
 * a line is a line of its own, so that memory stays bounded; the cut is at a space, so that it goes through no secret.
 */
async function* linesOf(chunks, longest) {
    for await (const lines of lineGroupsOf(chunks, longest))
        yield* lines;
}
/** The same, all lines together that a chunk has brought to their end. */
async function* lineGroupsOf(chunks, longest = 128 * 1024 * 1024) {
    const line = startLine();
    for await (const chunk of chunks) {
        const ended = [];
        let start = 0;
        for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
            ended.push(...line.end(chunk.subarray(start, end)));
            start = end + 1;
        }
        if (line.bytes() + chunk.length - start > longest) {
            const behindSpace = chunk.lastIndexOf(SPACE) + 1;
            const end = behindSpace > start ? behindSpace : chunk.length;
            ended.push(...line.end(chunk.subarray(start, end)));
            start = end;
        }
        line.begin(chunk.subarray(start));
        if (ended.length > 0)
            yield ended;
    }
    const last = line.end(new Uint8Array());
    if (last.length > 0)
        yield last;
}
const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** Lines that come in parts, one after the other; most come in one. */
function startLine() {
    const decoder = new TextDecoder();
    let parts = [];
    let bytes = 0;
    return {
        /** Of the line that has begun. */
        bytes: () => bytes,
        begin(part) {
            if (part.length === 0)
                return;
            parts.push(decoder.decode(part, { stream: true }));
            bytes += part.length;
        },
        end(part) {
            const last = decoder.decode(part);
            const text = (bytes === 0 ? last : [...parts, last].join('')).trimEnd();
            parts = [];
            bytes = 0;
            return text === '' ? [] : [text];
        },
    };
}


/***/ }),

/***/ 28387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ parseEvent)
/* harmony export */ });
/**
 * Reads one line of `stream-json` (field names as 2.1.330 writes them). Never throws: a type or block that this release
 * does not know is `other`, a line that is no JSON object is `raw`, and so is `{"type":"raw","text":...}`.
 */
function parseEvent(line) {
    const value = parseJson(line);
    if (!isFields(value))
        return { kind: 'raw', text: line };
    switch (value.type) {
        case 'system':
            return systemEvent(value);
        case 'assistant':
            return assistantEvent(value);
        case 'user':
            return { kind: 'user', blocks: blocksOf(fieldsOf(value.message).content), parentToolUseId: parentOf(value) };
        case 'result':
            return resultEvent(value);
        case 'raw':
            return { kind: 'raw', text: text(value.text) ?? '' };
        default:
            return { kind: 'other', type: text(value.type) };
    }
}
function systemEvent(value) {
    const subtype = text(value.subtype);
    if (subtype === 'init') {
        return {
            kind: 'init',
            sessionId: text(value.session_id),
            model: text(value.model),
            version: text(value.claude_code_version),
        };
    }
    if (subtype === 'api_retry') {
        return {
            kind: 'retry',
            attempt: count(value.attempt),
            maxRetries: count(value.max_retries),
            delayMs: count(value.retry_delay_ms),
            status: number(value.error_status),
            error: text(value.error),
        };
    }
    return { kind: 'other', type: subtype === undefined ? 'system' : `system/${subtype}` };
}
function assistantEvent(value) {
    const message = fieldsOf(value.message);
    return {
        kind: 'assistant',
        messageId: text(message.id),
        blocks: blocksOf(message.content),
        usage: usageOf(message.usage),
        parentToolUseId: parentOf(value),
        error: text(value.error),
        requestId: text(value.request_id),
    };
}
function resultEvent(value) {
    return {
        kind: 'result',
        subtype: text(value.subtype),
        isError: value.is_error === true,
        terminalReason: text(value.terminal_reason),
        apiErrorStatus: number(value.api_error_status),
        result: text(value.result),
        errors: listOf(value.errors).flatMap((error) => text(error) ?? []),
        structuredOutput: value.structured_output,
        sessionId: text(value.session_id),
        numTurns: number(value.num_turns),
        durationMs: number(value.duration_ms),
        totalCostUsd: number(value.total_cost_usd),
        usage: wholeUsage(value.modelUsage) ?? usageOf(value.usage),
        models: Object.keys(fieldsOf(value.modelUsage)),
        permissionDenials: listOf(value.permission_denials).filter(isDenial),
    };
}
const blocksOf = (content) => typeof content === 'string' ? [{ kind: 'text', text: content }] : listOf(content).map(blockOf);
function blockOf(value) {
    if (!isFields(value))
        return { kind: 'other', value };
    const { type, id, name } = value;
    if (type === 'text' && typeof value.text === 'string')
        return { kind: 'text', text: value.text };
    if (type === 'thinking' && typeof value.thinking === 'string')
        return { kind: 'thinking', text: value.thinking };
    if (type === 'tool_use' && typeof id === 'string' && typeof name === 'string')
        return { kind: 'tool-use', id, name, input: value.input };
    if (type === 'tool_result' && typeof value.tool_use_id === 'string') {
        const { tool_use_id: toolUseId, content, is_error: isError } = value;
        return { kind: 'tool-result', toolUseId, text: resultText(content), isError: isError === true };
    }
    return { kind: 'other', value };
}
/** A tool's result is text, or parts of which some are not: an image stands as `[image]`. */
function resultText(content) {
    if (typeof content === 'string')
        return content;
    const parts = listOf(content).map(fieldsOf);
    return parts.map((part) => text(part.text) ?? `[${text(part.type) ?? 'unknown'}]`).join('\n');
}
function usageOf(value) {
    if (!isFields(value))
        return undefined;
    return {
        inputTokens: count(value.input_tokens),
        outputTokens: count(value.output_tokens),
        cacheReadTokens: count(value.cache_read_input_tokens),
        cacheCreationTokens: count(value.cache_creation_input_tokens),
    };
}
/** Over all models: `usage` beside it leaves out subagents, and the call that used up a budget (measured with 2.1.330). */
function wholeUsage(modelUsage) {
    const models = Object.values(fieldsOf(modelUsage)).map(fieldsOf);
    if (models.length === 0)
        return undefined;
    const sum = (name) => models.reduce((total, model) => total + count(model[name]), 0);
    return {
        inputTokens: sum('inputTokens'),
        outputTokens: sum('outputTokens'),
        cacheReadTokens: sum('cacheReadInputTokens'),
        cacheCreationTokens: sum('cacheCreationInputTokens'),
    };
}
const isDenial = (value) => isFields(value) && typeof value.tool_name === 'string' && typeof value.tool_use_id === 'string';
const parentOf = (value) => text(value.parent_tool_use_id);
const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value) => (isFields(value) ? value : {});
const listOf = (value) => (Array.isArray(value) ? value : []);
const text = (value) => (typeof value === 'string' ? value : undefined);
const number = (value) => (typeof value === 'number' ? value : undefined);
const count = (value) => number(value) ?? 0;
function parseJson(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 99338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ fromActionsCache),
/* harmony export */   q: () => (/* binding */ saveClaude)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


/**
 * Puts a tool from the repository's Actions cache into the tool cache, if it is there and its executable has the right
 * sha256: the one this project records for the version, else the one in the entry's key, which proves it undamaged, but not
 * who saved it. Trouble is a warning: the registry has it too. `platform` names system, processor and C library.
 */
async function fromActionsCache(tool, platform, world) {
    const { actionsCache, toolCache, runner, log } = world;
    const { version, executable: file } = tool;
    // No version's key begins with that of another, and no platform's either.
    const prefix = `${tool.name}-${platform}-${version}-sha256-`;
    let keyFor;
    try {
        const access = await actionsCache.access();
        if (access === 'none')
            return {};
        const maySave = access === 'write' && !runner.fromFork;
        // An entry cannot be written again: what replaces a refused one has a longer key, and that is asked for first.
        const keys = tool.sha256 === undefined ? [prefix] : [`${prefix}${tool.sha256}.`, `${prefix}${tool.sha256}`];
        const key = await actionsCache.find(keys, file);
        if (maySave)
            keyFor = (sha256) => `${prefix}${sha256}`;
        const sha256 = key === undefined ? undefined : digestIn(key, prefix);
        if (key === undefined || sha256 === undefined || sha256 !== (tool.sha256 ?? sha256))
            return { keyFor };
        if (maySave)
            keyFor = (digest) => `${prefix}${digest}.${runner.runId}-${runner.runAttempt}`;
        const directory = await toolCache.add({ ...tool, sha256 }, async (draft) => {
            const actual = await actionsCache.restore(key, { directory: draft, file });
            if (actual === sha256)
                return actual;
            throw refused(`the sha256 of ${file} in ${key} is ${actual}, expected is ${sha256}`);
        });
        log.info(`Claude Code ${version} from the Actions cache: ${key}, sha256 checked`);
        return { directory };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7))
            throw error;
        log.warning(`Claude Code ${version} comes from the registry, not from the Actions cache. ${error.service}: ${error.message}.`);
        return { keyFor };
    }
}
/** Saves what main installed, for later jobs; when it is not as main left it, or the service refuses, that is a warning. */
async function saveClaude(file, { actionsCache, log }) {
    try {
        // Jobs of a matrix miss it together; and a client in trouble tells main no more than that it found nothing.
        if ((await actionsCache.find([file.key], (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(file.path))) === file.key)
            return;
        if (await actionsCache.save(file))
            log.info(`Saved in the Actions cache: ${file.key}`);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7))
            throw error;
        log.warning(`Claude Code was not saved in the Actions cache. ${error.message}.`);
    }
}
/** Undefined for the key of another tool, which the service gives where it only begins like this one. */
function digestIn(key, prefix) {
    return key.startsWith(prefix) ? /^([0-9a-f]{64})(\.[\w-]+)?$/.exec(key.slice(prefix.length))?.[1] : undefined;
}
function refused(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7({ service: 'Actions cache', operation: 'restore', name: 'IntegrityMismatch', message });
}


/***/ }),

/***/ 78109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ retryReason)
/* harmony export */ });
/** Why a call of the model is made again, in Claude Code's words: `429 rate_limit`; empty when it gives no reason. */
function retryReason({ status, error }) {
    return [status, error].filter((part) => part !== undefined).join(' ');
}


/***/ }),

/***/ 77712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ startTally)
/* harmony export */ });
/* harmony import */ var _retry_reason_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78109);

/** Starts a {@link Tally} at nothing. Memory stays bounded, however many messages come. */
function startTally() {
    const recent = new Map();
    const tools = new Map();
    const reasons = new Map();
    let usageBefore = NO_USAGE;
    let messages = 0;
    let turns = 0;
    let facts = NOTHING;
    function addMessage(event) {
        // What Claude Code itself says of a call that failed is no message of the model.
        if (event.error !== undefined) {
            facts = { ...facts, failedRequestId: event.requestId };
            return;
        }
        // Each block of a message is an event with the message's id, and a usage that can only have grown since.
        const id = event.messageId ?? `without id ${messages}`;
        const isMain = event.parentToolUseId === undefined;
        if (!recent.has(id)) {
            messages += 1;
            if (isMain)
                turns += 1;
        }
        recent.set(id, event.usage ?? recent.get(id) ?? NO_USAGE);
        if (recent.size > MESSAGES_AT_ONCE)
            forgetOldest();
        for (const block of event.blocks)
            if (block.kind === 'tool-use')
                count(tools, block.name);
        const text = isMain ? event.blocks.findLast((block) => block.kind === 'text') : undefined;
        if (text !== undefined)
            facts = { ...facts, lastText: text.text };
    }
    function forgetOldest() {
        for (const [id, usage] of recent) {
            usageBefore = sumOf(usageBefore, usage);
            recent.delete(id);
            return;
        }
    }
    return {
        add(event) {
            if (event.kind === 'assistant')
                addMessage(event);
            else if (event.kind === 'retry') {
                facts = { ...facts, retries: facts.retries + 1 };
                count(reasons, (0,_retry_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .retryReason */ .D)(event) || 'no reason given');
            }
            else if (event.kind === 'result')
                facts = { ...facts, result: afterEarlier(event, facts.result) };
            else if (event.kind === 'init')
                facts = { ...facts, sessionId: event.sessionId, model: event.model, claudeCodeVersion: event.version };
        },
        tally: () => ({
            ...facts,
            turns,
            usage: [...recent.values()].reduce(sumOf, usageBefore),
            tools: Object.fromEntries(tools),
            retryReasons: Object.fromEntries(reasons),
        }),
    };
}
/**
 * Claude Code reports each time it has come to rest: at first, and again whenever a subagent in the background has ended,
 * then often with nothing said (measured with 2.1.330). Costs and usage are of all until then; turns and denials are not.
 */
function afterEarlier(result, earlier) {
    if (earlier === undefined)
        return result;
    return {
        ...result,
        result: result.isError ? result.result : result.result || earlier.result,
        structuredOutput: result.structuredOutput ?? earlier.structuredOutput,
        numTurns: result.numTurns === undefined ? earlier.numTurns : result.numTurns + (earlier.numTurns ?? 0),
        permissionDenials: [
            ...new Map([...earlier.permissionDenials, ...result.permissionDenials].map((denial) => [denial.tool_use_id, denial])).values(),
        ],
    };
}
/** Messages of the main agent and its subagents that may come mixed: far fewer than these. */
const MESSAGES_AT_ONCE = 1_000;
/** Names that are counted one by one: what a model calls a tool is its own word. */
const MOST_NAMES = 200;
function count(counts, name) {
    const counted = counts.has(name) || counts.size < MOST_NAMES ? name : 'others';
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
}
const NOTHING = {
    sessionId: undefined,
    model: undefined,
    claudeCodeVersion: undefined,
    retries: 0,
    result: undefined,
    lastText: undefined,
};
const NO_USAGE = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheCreationTokens: 0 };
const sumOf = (a, b) => ({
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
    cacheCreationTokens: a.cacheCreationTokens + b.cacheCreationTokens,
});


/***/ }),

/***/ 79337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ RUN_MARKER)
/* harmony export */ });
// The machine: time, programs, files. Interfaces only; `src/world/` implements them.
/** Variable that marks the processes of a run; its value is the run's id. What left the process tree is found by it. */
const RUN_MARKER = 'CLAUDE_CODE_BEDROCK_RUN';


/***/ }),

/***/ 86004:
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

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
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
        throw new errors/* ServiceError */._7({
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
        warn(new errors/* Failure */.HR('transcript-upload-failed', {
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
            throw later instanceof errors/* ServiceError */._7 && later.status === 409 ? error : later;
        });
    }
}
/** A lost answer to any later call leaves an artifact behind that cannot be made again. */
const isLostCreation = (error) => error instanceof errors/* ServiceError */._7 && error.operation === 'CreateArtifact' && /^E[A-Z]+$/.test(error.name);
const WAITS_MS = [2_000, 5_000];
const LONGEST_UPLOAD_MS = 5 * 60_000;
const ABOUT = { service: 'GitHub artifacts', operation: 'UploadArtifact' };
function adviceFor(error, artifactName) {
    const fact = error instanceof errors/* ServiceError */._7 ? error : undefined;
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

;// CONCATENATED MODULE: ./lib/steps/report.js








/**
 * Keeps and reports how a run ended, in the order of what must not be lost: the annotation, the folder, the outputs, then the
 * artifact and the summary. A cancelled run leaves the last two to post, since the runner grants it only seconds.
 */
async function report_report(context, world) {
    const { failure } = context.facts();
    if (failure !== undefined)
        announce(failure, world);
    await keep(context, world);
    setOutputs(context, world);
    await context.saveFacts();
    context.saveState({ stage: 'kept' });
    if (failure?.code !== 'agent-cancelled')
        await store(context, world);
    return outputsFrom(context.facts());
}
/** Completes the transcript folder with what is known. */
async function keep(context, world) {
    await context.close();
    const redacted = context.redactedCounts();
    context.update({ struck: redacted });
    if (Object.keys(redacted).length > 0)
        world.log.info(`Redacted from the transcript: ${describeCounts(redacted)}`);
    const { failure, prompt } = context.facts();
    const { transcript: directory, claudeConfig: configDirectory } = context.place;
    const run = { outputs: outputsFrom(context.facts()), failure, prompt, directory, configDirectory };
    const problems = await keepTranscript(run, { files: world.files, redact: context.redact });
    problems.forEach((problem) => world.log.warning(problem));
}
/** Uploads the folder where the settings ask for it, and writes the job summary, which links to the artifact. */
async function store(context, world) {
    const { transcript: settings } = context.facts();
    if (settings !== undefined) {
        const { conclusion } = outputsFrom(context.facts());
        const warn = ({ code, message, hint }) => world.log.warning(context.redact(`${message}\n${hint}`), code);
        const artifact = await uploadTranscript(settings, { conclusion, directory: context.place.transcript, warn }, world);
        if (artifact !== undefined)
            await addArtifact(artifact, context, world);
    }
    if (settings?.jobSummary !== false)
        summarize(context, world);
    context.saveState({ stage: 'done' });
}
async function addArtifact(artifact, context, world) {
    context.update({ artifact });
    setOutputs(context, world);
    world.log.info(`Transcript: ${artifact.url}`);
    const path = (0,external_node_path_.join)(context.place.transcript, report/* TRANSCRIPT_FILES */.p.result);
    await world.files.write(path, resultText(outputsFrom(context.facts()), context.redact)).catch(() => undefined);
}
function summarize(context, world) {
    const run = { ...context.facts(), outputs: outputsFrom(context.facts()), documents: world.runner.documents };
    try {
        world.job.appendSummary(jobSummary(run, context.redact));
    }
    catch (error) {
        world.log.warning(`The job summary could not be written: ${String(error)}`);
    }
}
function announce({ code, message, hint }, world) {
    world.log.error(`${message}\n\n${hint}\n\nMore: ${world.runner.documents}/TROUBLESHOOTING.md#${code}`, code);
}
function setOutputs(context, world) {
    const outputs = outputStrings(outputsFrom(context.facts()));
    try {
        for (const [name, value] of Object.entries(outputs))
            world.job.setOutput(name, context.redact(value));
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


/***/ }),

/***/ 44750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ createWorld)
});

;// CONCATENATED MODULE: ./lib/world/clock.js
/** The machine's clock. */
function createClock() {
    return {
        now: () => Date.now(),
        sleep: (ms, signal) => new Promise((resolve) => {
            const done = () => {
                clearTimeout(timer);
                signal?.removeEventListener('abort', done);
                resolve();
            };
            const timer = setTimeout(done, signal?.aborted ? 0 : ms);
            signal?.addEventListener('abort', done);
        }),
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/world/container-credentials.js


/** AWS SDKs take no answer without an end, and ask again when it has come; keys that do not end get this one. */
const ASKED_AGAIN_AFTER_MS = 60 * 60_000;
/** Claude Code uses keys until the very end they are said to have (measured with 2.1.330); its last call must still arrive. */
const LAST_MOMENTS_MS = 2_000;
/**
 * Keys in the form of ECS's container credentials
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html) on a loopback door.
 */
function createContainerCredentials(world) {
    return {
        async serve(keys) {
            const door = await world.loopback.listen('authorization', (call) => answer(call, keys, world.clock));
            return {
                environment: {
                    AWS_CONTAINER_CREDENTIALS_FULL_URI: `${door.url}/`,
                    AWS_CONTAINER_AUTHORIZATION_TOKEN: door.token,
                    // SDKs would take the default profile of these files before they ask here.
                    AWS_CONFIG_FILE: external_node_os_.devNull,
                    AWS_SHARED_CREDENTIALS_FILE: external_node_os_.devNull,
                },
                close: () => door.close(),
            };
        },
    };
}
async function answer(call, keys, clock) {
    if (!call.known)
        return json(403, { Code: 'AccessDenied', Message: 'Wrong authorization token.' });
    if (call.method !== 'GET')
        return json(405, { Code: 'MethodNotAllowed', Message: 'Use GET.' });
    try {
        const { accessKeyId, secretAccessKey, sessionToken = '', expiration } = await keys();
        const end = expiration === undefined ? clock.now() + ASKED_AGAIN_AFTER_MS : expiration.getTime() - LAST_MOMENTS_MS;
        return json(200, {
            AccessKeyId: accessKeyId,
            SecretAccessKey: secretAccessKey,
            Token: sessionToken,
            Expiration: new Date(end).toISOString(),
        });
    }
    catch (error) {
        const { code, message } = (0,errors/* asFailure */.h_)(error);
        return json(400, { Code: code, Message: message });
    }
}
function json(status, body) {
    return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/world/append.js


/**
 * Opens a file to add to. Texts become bytes in a buffer of the file's own and go to the system together: a turn through
 * Node's thread pool takes ten times as long as the system needs for an event's few kilobytes, and that as long as its redaction.
 */
function append(path) {
    return new Promise((resolve) => resolve(opened(path)));
}
function opened(path) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
    const file = (0,external_node_fs_.openSync)(path, 'a', 0o600);
    const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
    let held = 0;
    const flush = () => {
        const bytes = buffer.subarray(0, held);
        held = 0;
        writeWhole(file, bytes);
    };
    const put = (text) => {
        const most = text.length * MOST_BYTES_A_UNIT;
        if (held + most > BUFFER_BYTES)
            flush();
        if (most > BUFFER_BYTES)
            writeWhole(file, Buffer.from(text));
        else
            held += buffer.write(text, held);
    };
    return {
        write: (texts) => new Promise((resolve) => {
            held = 0;
            texts.forEach(put);
            flush();
            resolve();
        }),
        close: () => new Promise((resolve) => {
            (0,external_node_fs_.closeSync)(file);
            resolve();
        }),
    };
}
const BUFFER_BYTES = 192 * 1024;
/** UTF-8 of one UTF-16 unit. */
const MOST_BYTES_A_UNIT = 3;
/** A disk that is nearly full takes a part, and refuses the rest. */
function writeWhole(fd, bytes) {
    for (let written = 0; written < bytes.length;)
        written += (0,external_node_fs_.writeSync)(fd, bytes, written);
}

;// CONCATENATED MODULE: ./lib/world/packed-lines.js

/**
 * The lines of a file in gzip, about `size` bytes of them at a time; a line is never parted. One buffer is filled again and
 * again and no other thread takes part: with the streams of Node, memory grows by a tenth of the file.
 */
async function* packedLines(path, size) {
    const { gzipSync } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38522, 19));
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        let held = Buffer.allocUnsafeSlow(size);
        let length = 0;
        for (;;) {
            const bytesRead = (0,external_node_fs_.readSync)(file, held, length, held.length - length, null);
            if (bytesRead === 0)
                break;
            length += bytesRead;
            if (length < held.length)
                continue;
            const end = held.lastIndexOf(LINE_FEED);
            if (end < 0) {
                held = Buffer.concat([held], 2 * held.length);
                continue;
            }
            yield gzipSync(held.subarray(0, end));
            held.copyWithin(0, end + 1);
            length -= end + 1;
        }
        const rest = held.subarray(0, held[length - 1] === LINE_FEED ? length - 1 : length);
        if (rest.length > 0)
            yield gzipSync(rest);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
const LINE_FEED = 0x0a;

;// CONCATENATED MODULE: ./lib/world/files.js




/**
 * Files of this machine. `list` names regular files only: links, pipes and devices in a folder that others may write to
 * would lead elsewhere, or block whoever reads them. The system is asked without a turn through Node's thread pool, which for
 * files as small as these takes ten times as long, and milliseconds the first time.
 */
function createFiles() {
    return {
        read: (path) => promised(() => unlessMissing(() => (0,external_node_fs_.readFileSync)(path, 'utf8'))),
        chunks,
        async *packedLines(path, size) {
            if (factsOf(path) !== undefined)
                yield* packedLines(path, size);
        },
        write: (path, text) => promised(() => {
            makeDirectory((0,external_node_path_.dirname)(path));
            (0,external_node_fs_.writeFileSync)(path, text, { mode: 0o600 });
        }),
        append: append,
        kind: (path) => promised(() => kindOf(path)),
        realPath: (path) => promised(() => unlessMissing(() => external_node_fs_.realpathSync.native(path))),
        modified: (path) => promised(() => factsOf(path)?.mtimeMs),
        makeDirectory: (path) => promised(() => makeDirectory(path)),
        list: (directory) => promised(() => filesBelow(directory).sort()),
        copy: (from, to) => promised(() => {
            makeDirectory((0,external_node_path_.dirname)(to));
            (0,external_node_fs_.copyFileSync)(from, to);
            (0,external_node_fs_.chmodSync)(to, 0o600);
        }),
        remove: (path) => promised(() => (0,external_node_fs_.rmSync)(path, { recursive: true, force: true })),
    };
}
/** Each piece is a memory of its own: who reads may keep it. */
async function* chunks(path) {
    const file = await promised(() => unlessMissing(() => (0,external_node_fs_.openSync)(path, 'r')));
    if (file === undefined)
        return;
    try {
        for (;;) {
            const piece = Buffer.allocUnsafeSlow(CHUNK_BYTES);
            const bytesRead = (0,external_node_fs_.readSync)(file, piece);
            if (bytesRead === 0)
                break;
            yield piece.subarray(0, bytesRead);
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
const CHUNK_BYTES = 256 * 1024;
function filesBelow(directory) {
    const found = [];
    for (const entry of entriesOf(directory)) {
        const path = (0,external_node_path_.join)(directory, entry.name);
        if (entry.isFile())
            found.push(path);
        if (entry.isDirectory())
            for (const below of filesBelow(path))
                found.push(below);
    }
    return found;
}
/** None of a folder that is not there, or not ours to read. */
function entriesOf(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
    }
    catch (error) {
        if (hasCode(error, [...MISSING, 'EACCES', 'EPERM']))
            return [];
        throw error;
    }
}
function makeDirectory(path) {
    (0,external_node_fs_.mkdirSync)(path, { recursive: true, mode: 0o700 });
}
function kindOf(path) {
    const facts = factsOf(path);
    if (facts?.isDirectory())
        return 'directory';
    return facts?.isFile() ? 'file' : undefined;
}
/** Undefined where there is nothing, or its path leads through something that is no folder. */
const factsOf = (path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
function promised(act) {
    return new Promise((resolve) => resolve(act()));
}
/** `undefined` where there is no such file, or its path leads through something that is no folder. */
function unlessMissing(find) {
    try {
        return find();
    }
    catch (error) {
        if (hasCode(error, MISSING))
            return undefined;
        throw error;
    }
}
const MISSING = ['ENOENT', 'ENOTDIR'];
const hasCode = (error, codes) => typeof error === 'object' && error !== null && 'code' in error && codes.includes(error.code);

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./lib/world/error-fields.js
/** A property of whatever was thrown; undefined when it has none. */
function fieldOf(thrown, name) {
    return typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined;
}
/** A property that is a text and not empty. */
function textOf(thrown, name) {
    const value = fieldOf(thrown, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** A property that is a number. */
function numberOf(thrown, name) {
    const value = fieldOf(thrown, name);
    return typeof value === 'number' ? value : undefined;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./lib/world/proxied-http.js

/** How long a connection may take to come about; the answer may take as long as the model does. */
const CONNECT_MS = 5_000;
/** Opens a pool of connections by what `env` says of proxies. */
function proxiedHttp(env, { connectMs = CONNECT_MS } = {}) {
    const options = { keepAlive: true, proxyEnv: env };
    const http = { request: external_node_http_.request, agent: new external_node_http_.Agent(options) };
    let https;
    /** Loaded when first needed, with all of TLS. */
    const loadHttps = async () => {
        const { Agent: SecureAgent, request: secureRequest } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19));
        return (https ??= { request: secureRequest, agent: new SecureAgent(options) });
    };
    return {
        async send({ method, origin, target, headers, body }, gone) {
            const secure = origin.startsWith('https:');
            const by = secure ? (https ?? (await loadHttps())) : http;
            const started = by.request(origin, {
                method,
                path: target,
                agent: by.agent,
                headers: { ...headers, 'content-length': body.length },
            });
            return answered(started, { body, secure, gone, connectMs });
        },
        close() {
            http.agent.destroy();
            https?.agent.destroy();
        },
    };
}
/** Rejects by itself: a request that waits for a deaf proxy does not tell that it was destroyed (Node 24.21). */
function answered(started, { body, secure, gone, connectMs }) {
    return new Promise((resolve, reject) => {
        const giveUp = (code, message) => {
            const error = Object.assign(new Error(message), { code });
            reject(error);
            started.destroy(error);
        };
        const slow = setTimeout(() => giveUp('ETIMEDOUT', `no connection within ${connectMs / 1_000} s`), connectMs);
        const connected = () => clearTimeout(slow);
        started.once('socket', (socket) => {
            if (socket.connecting)
                socket.once(secure ? 'secureConnect' : 'connect', connected);
            else
                connected();
        });
        started.once('close', connected);
        started.once('response', resolve);
        started.on('error', reject);
        const leave = () => giveUp('ABORT_ERR', 'The caller went away');
        gone.addEventListener('abort', leave, { once: true });
        started.once('close', () => gone.removeEventListener('abort', leave));
        if (gone.aborted)
            leave();
        else
            started.end(body);
    });
}

;// CONCATENATED MODULE: ./lib/world/id-tokens.js




/** How long GitHub may take over its whole answer. */
const ANSWER_MS = 15_000;
/**
 * GitHub's OIDC tokens, asked for as https://docs.github.com/actions/reference/security/oidc says. `getIDToken` of
 * `@actions/core` would lose the status and Node's error code, and try eleven times.
 */
function createIdTokens({ secrets, env, answerMs = ANSWER_MS }) {
    return {
        async request(audience) {
            const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = env;
            if (!address || !requestToken) {
                throw tokenError('NotOffered', 'The runner has no ACTIONS_ID_TOKEN_REQUEST_URL for this job');
            }
            const url = new URL(address);
            url.searchParams.set('audience', audience);
            const { status, body } = await answerOf(url, requestToken, { env, answerMs });
            if (status >= 400 && status !== 404) {
                const message = textOf(body, 'message') ?? `Failed request: (${status})`;
                throw tokenError(`HTTP${status}`, message, { status, host: url.hostname });
            }
            const token = textOf(body, 'value');
            if (token === undefined)
                throw tokenError('NoToken', `HTTP ${status} without a token`, { status });
            secrets.add(token);
            return token;
        },
    };
}
/** `body` is undefined where it is no JSON, such as a proxy's page. */
async function answerOf(url, token, { env, answerMs }) {
    const http = proxiedHttp(env);
    const tooLate = AbortSignal.timeout(answerMs);
    const headers = {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'user-agent': 'claude-code-bedrock-action',
    };
    const target = `${url.pathname}${url.search}`;
    const call = { method: 'GET', origin: url.origin, target, headers, body: new Uint8Array() };
    try {
        const answer = await http.send(call, tooLate);
        return { status: answer.statusCode ?? 0, body: jsonOf(await (0,consumers_.text)(answer)) };
    }
    catch (error) {
        const facts = { host: url.hostname, cause: error };
        if (tooLate.aborted)
            throw tokenError('TimeoutError', `no answer within ${answerMs / 1_000} s`, facts);
        const name = textOf(error, 'code') ?? 'Error';
        // An error of several addresses at once has a code and no message.
        throw tokenError(name, textOf(error, 'message') ?? name, facts);
    }
    finally {
        http.close();
    }
}
function jsonOf(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
function tokenError(name, message, facts = {}) {
    return new errors/* ServiceError */._7({ service: 'GitHub OIDC', operation: 'GetIdToken', name, message, ...facts });
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/command.js
var command = __webpack_require__(89635);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/file-command.js
var file_command = __webpack_require__(82902);
;// CONCATENATED MODULE: ./lib/world/workflow-commands.js
// The parts of `@actions/core` that write workflow commands. The package offers itself only as a whole, with its OIDC client,
// whose HTTP stack takes 35 of the first 120 ms of the step to load (undici; measured with 3.0.1) and is not used here.



;// CONCATENATED MODULE: ./lib/world/job.js

/** The runner's file commands, by `@actions/core`. Where the runner gives no file for one, it throws. */
function createJob() {
    return {
        setOutput: (name, value) => (0,file_command/* issueFileCommand */.n)('OUTPUT', (0,file_command/* prepareKeyValueMessage */.v)(name, value)),
        exportVariable: (name, value) => (0,file_command/* issueFileCommand */.n)('ENV', (0,file_command/* prepareKeyValueMessage */.v)(name, value)),
        addPath: (directory) => (0,file_command/* issueFileCommand */.n)('PATH', directory),
        saveState: (name, value) => (0,file_command/* issueFileCommand */.n)('STATE', (0,file_command/* prepareKeyValueMessage */.v)(name, value)),
        appendSummary: (markdown) => (0,file_command/* issueFileCommand */.n)('STEP_SUMMARY', markdown),
    };
}

;// CONCATENATED MODULE: ./lib/world/log.js


/**
 * The step's log on `@actions/core`. What it prints cannot act as a workflow command: `::` at the start of a line and
 * `##[` anywhere in it are escaped, control characters are dropped.
 */
function createLog() {
    const turns = new Turns();
    return { ...logInto((print) => print()), group: (title, task) => turns.group(title, task) };
}
/** Masks each value in the log through `@actions/core`, and remembers it for redaction. */
function createSecrets() {
    const values = new Set();
    return {
        add(value) {
            if (value === '' || values.has(value))
                return;
            values.add(value);
            (0,command/* issueCommand */.L)('add-mask', {}, value);
        },
        all: () => [...values],
    };
}
/**
 * One text as lines that the runner prints and does nothing else with. The runner reads a command where a line starts
 * with `::` after white space, and `##[command]` anywhere in a line; it ends lines at CR as well as LF (actions/runner 2.336).
 */
function harmlessLines(text) {
    return text.split(/\r\n|\r|\n/).map((line) => line
        // eslint-disable-next-line no-control-regex -- escape sequences and control characters are what is looked for
        .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
        .replace(/^(\s*)::/, '$1\\::')
        .replaceAll('##[', '##\\['));
}
function logInto(emit) {
    const log = {
        info: (text) => emit(() => harmlessLines(text).forEach((line) => process.stdout.write(line + external_node_os_.EOL))),
        debug: (text) => emit(() => (0,command/* issueCommand */.L)('debug', {}, text)),
        notice: (message, title) => emit(() => (0,command/* issueCommand */.L)('notice', titled(title), message)),
        warning: (message, title) => emit(() => (0,command/* issueCommand */.L)('warning', titled(title), message)),
        error: (message, title) => emit(() => (0,command/* issueCommand */.L)('error', titled(title), message)),
        group: (title, task) => {
            log.info(title);
            return task(log);
        },
    };
    return log;
}
const titled = (title) => (title === undefined ? {} : { title });
/** Groups that are open at once take turns: the first prints live, the others keep their lines until it has ended. */
class Turns {
    #queue = [];
    async group(title, task) {
        const entry = { title, kept: new Array(), live: false, ended: false };
        this.#queue.push(entry);
        this.#advance();
        try {
            return await task(logInto((print) => {
                if (entry.live)
                    print();
                else
                    entry.kept.push(print);
            }));
        }
        finally {
            entry.ended = true;
            this.#advance();
        }
    }
    #advance() {
        for (let first = this.#queue[0]; first !== undefined; first = this.#queue[0]) {
            if (!first.live) {
                first.live = true;
                (0,command/* issue */.s)('group', first.title);
                first.kept.forEach((print) => print());
            }
            if (!first.ended)
                return;
            (0,command/* issue */.s)('endgroup');
            this.#queue.shift();
        }
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/world/loopback-headers.js
/** The headers of a message, none left out; one that came several times is joined with commas. */
function headersOf({ headersDistinct }) {
    return Object.fromEntries(Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')]));
}

;// CONCATENATED MODULE: ./lib/world/loopback.js




/** How long a caller may take over its request: on one machine the largest body takes a second or two. */
const REQUEST_MS = 60_000;
/** Doors on 127.0.0.1 by Node's strict HTTP parser; a request that takes longer than `requestMs` is cut off. */
function createLoopback({ requestMs = REQUEST_MS } = {}) {
    return {
        async listen(tokenHeader, answer) {
            const token = (0,external_node_crypto_.randomBytes)(32).toString('base64url');
            const server = (0,external_node_http_.createServer)({
                requestTimeout: requestMs,
                connectionsCheckingInterval: Math.min(requestMs, 30_000),
                // Longer than Claude Code keeps a connection for its next call, or the two would meet.
                keepAliveTimeout: 120_000,
            }, (incoming, outgoing) => {
                serve(answer, localCall(incoming, outgoing, { tokenHeader, token }), outgoing).catch(() => outgoing.destroy());
            });
            const port = await loopback_open(server);
            return { url: `http://127.0.0.1:${port}`, token, close: () => loopback_close(server) };
        },
    };
}
async function serve(answer, call, outgoing) {
    const { status, headers, body } = await answer(call);
    outgoing.writeHead(status, headers);
    if (typeof body === 'string') {
        outgoing.end(body);
        return;
    }
    outgoing.flushHeaders();
    await (0,promises_.pipeline)(body, outgoing);
}
function localCall(incoming, outgoing, { tokenHeader, token }) {
    const gone = new AbortController();
    outgoing.once('close', () => {
        if (!outgoing.writableFinished)
            gone.abort();
    });
    const { [tokenHeader]: shown, ...headers } = headersOf(incoming);
    return {
        method: incoming.method ?? '',
        target: incoming.url ?? '',
        headers,
        known: shown !== undefined && sameText(shown, token),
        gone: gone.signal,
        body: (limit) => readBody(incoming, limit),
    };
}
/** Digests are of one length, which `timingSafeEqual` asks for. */
function sameText(a, b) {
    const digest = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest();
    return (0,external_node_crypto_.timingSafeEqual)(digest(a), digest(b));
}
/** What is left unread of a body that is too large is thrown away by Node as it comes. */
async function readBody(incoming, limit) {
    if (Number(incoming.headers['content-length'] ?? 0) > limit)
        return undefined;
    const chunks = [];
    let length = 0;
    return new Promise((resolve, reject) => {
        incoming.on('data', (chunk) => {
            length += chunk.length;
            if (length <= limit)
                chunks.push(chunk);
            else {
                chunks.length = 0;
                resolve(undefined);
            }
        });
        incoming.once('end', () => resolve(Buffer.concat(chunks, length)));
        incoming.once('error', reject);
    });
}
function loopback_open(server) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.once('listening', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address !== null ? address.port : 0);
        });
        server.listen(0, '127.0.0.1');
    });
}
function loopback_close(server) {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/world/cache-access.js

/**
 * What the runner and the job's token allow with the Actions cache. GitHub gives runs that strangers can start a token that
 * may only read; the token's claim `ac` lists its scopes with their permissions (1 read, 2 write), and `ACTIONS_CACHE_MODE`
 * says the same where a workflow narrows it (`@actions/cache` 6.3.0). A token that cannot be read leaves it to the service.
 */
function cacheAccess(env) {
    const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL, ACTIONS_CACHE_URL } = env;
    if (!token || !(ACTIONS_RESULTS_URL || ACTIONS_CACHE_URL))
        return 'none';
    const mode = env.ACTIONS_CACHE_MODE?.trim().toLowerCase();
    // What can only be written is of no use here.
    if (mode === 'none' || mode === 'write-only')
        return 'none';
    const permissions = permissionsOf(token);
    const mayWrite = permissions === undefined || permissions.some((permission) => (permission & 2) !== 0);
    return mode !== 'read' && mayWrite ? 'write' : 'read';
}
function permissionsOf(token) {
    try {
        const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
        const scopes = JSON.parse(textOf(claims, 'ac') ?? '');
        return Array.isArray(scopes) ? scopes.map((scope) => numberOf(scope, 'Permission') ?? 0) : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/world/file-digest.js


const BLOCK = 1 << 20;
/**
 * The sha256 of a file in hexadecimal digits: 0.22 s for the 381 MB of Claude Code 2.1.330, where a stream takes 0.37 s, much
 * of it to make and to collect a block for each read. Here two take turns: one is read into while the other is reckoned with.
 */
async function sha256Of(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const file = await (0,external_node_fs_promises_.open)(path);
    try {
        let [current, next] = [Buffer.allocUnsafe(BLOCK), Buffer.allocUnsafe(BLOCK)];
        let reading = file.read(current);
        for (;;) {
            const { bytesRead } = await reading;
            if (bytesRead === 0)
                return hash.digest('hex');
            reading = file.read(next);
            hash.update(current.subarray(0, bytesRead));
            [current, next] = [next, current];
        }
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./lib/world/actions-cache.js






/**
 * The Actions cache through `@actions/cache`, which prints some lines for each call, and its own trouble as a warning. It asks
 * a service that hangs for half a minute and more, so each call is bounded here: 8 s, 90 s and 3 min unless given.
 *
 * It unpacks with `tar -P`, by which an entry may write anywhere. GNU tar is therefore told, through the variable it reads its
 * first options from, to write every member of whatever name to the one path that is wanted; without GNU tar (Alpine, Windows)
 * there is no Actions cache. What came is no more than a file with a sha256 after that.
 *
 * An entry holds the executable, not the package it came in: on loopback that takes 1.1 of a download (1.5 s for 2.1.330), the
 * package's archive 1.6, for then it is unpacked twice; and it could only be saved by downloading it again in post.
 */
function createActionsCache(world) {
    const { env } = world;
    const timeouts = world.timeouts ?? { findMs: 8_000, restoreMs: 90_000, saveMs: 180_000 };
    return {
        async access() {
            const access = cacheAccess(env);
            // The client names its paths to tar without quotes.
            const named = [env.GITHUB_WORKSPACE, env.RUNNER_TEMP].every((path) => !/\s/.test(path ?? ''));
            return access !== 'none' && named && (await hasGnuTar(world.processes)) ? access : 'none';
        },
        find: ([key = '', ...others], file) => bounded('find', timeouts.findMs, async () => {
            const { restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(737), __webpack_require__.e(271), __webpack_require__.e(88), __webpack_require__.e(142)]).then(__webpack_require__.bind(__webpack_require__, 60142));
            return restoreCache([file], key, others, { lookupOnly: true });
        }),
        async restore(key, { directory, file }) {
            const path = (0,external_node_path_.join)(directory, file);
            const before = env.TAR_OPTIONS;
            env.TAR_OPTIONS = everythingTo(path);
            const restoring = Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(737), __webpack_require__.e(271), __webpack_require__.e(88), __webpack_require__.e(142)]).then(__webpack_require__.bind(__webpack_require__, 60142)).then(({ restoreCache }) => restoreCache([file], key, [], { segmentTimeoutInMs: timeouts.restoreMs }));
            const restored = restoring.finally(() => {
                if (before === undefined)
                    delete env.TAR_OPTIONS;
                else
                    env.TAR_OPTIONS = before;
            });
            try {
                const matched = await bounded('restore', timeouts.restoreMs, () => restored);
                if (matched !== key)
                    throw trouble('restore', 'NotRestored', `${key} could not be restored`);
            }
            catch (error) {
                // The client goes on by itself: what it comes to unpack late is nothing.
                if (env.TAR_OPTIONS !== before)
                    env.TAR_OPTIONS = '--exclude=*';
                throw error;
            }
            const found = await (0,external_node_fs_promises_.lstat)(path).catch(() => undefined);
            if (found?.isFile() !== true || found.nlink !== 1)
                throw trouble('restore', 'NotRestored', `${key} holds no file ${file}`);
            await (0,external_node_fs_promises_.chmod)(path, 0o644);
            return sha256Of(path);
        },
        async save({ key, path, sha256 }) {
            const actual = await sha256Of(path).catch((cause) => {
                throw trouble('save', textOf(cause, 'code') ?? 'Error', textOf(cause, 'message') ?? String(cause));
            });
            if (actual !== sha256)
                throw trouble('save', 'IntegrityMismatch', `${path} has changed since: its sha256 is ${actual}, it was ${sha256}`);
            const here = process.cwd();
            // Part of what an entry is found by are the paths as they were given; so this one is the same on every machine.
            process.chdir((0,external_node_path_.dirname)(path));
            try {
                const id = await bounded('save', timeouts.saveMs, async () => {
                    const { saveCache } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(737), __webpack_require__.e(271), __webpack_require__.e(88), __webpack_require__.e(142)]).then(__webpack_require__.bind(__webpack_require__, 60142));
                    return saveCache([(0,external_node_path_.basename)(path)], key);
                });
                return id !== -1;
            }
            finally {
                process.chdir(here);
            }
        },
    };
}
/** Where the client looks for it, except on Windows, where Git brings a GNU tar that has not been tried here. */
async function hasGnuTar(processes) {
    if (process.platform === 'win32')
        return false;
    const tar = process.platform === 'darwin' ? 'gtar' : 'tar';
    const { stdout } = await processes.capture(tar, ['--version'], { timeoutMs: 5_000 });
    return stdout.includes('GNU tar');
}
/**
 * Options of GNU tar that make every member the file at `path`, the archive's owner and modes aside. Escaped twice: for sed's
 * replacement, and for the splitting of the variable into words.
 */
function everythingTo(path) {
    const transform = `--transform=s,.*,${path.replace(/[\\,&]/g, '\\$&')},`;
    return `--no-same-owner --no-same-permissions ${transform.replace(/[^\w/.=,*:@+-]/g, '\\$&')}`;
}
async function bounded(operation, ms, task) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(trouble(operation, 'Timeout', `no answer within ${ms / 1_000} s`)), ms);
    });
    try {
        return await Promise.race([task(), late]);
    }
    catch (cause) {
        if (cause instanceof errors/* ServiceError */._7)
            throw cause;
        throw trouble(operation, textOf(cause, 'name') ?? 'Error', textOf(cause, 'message') ?? String(cause));
    }
    finally {
        clearTimeout(timer);
    }
}
function trouble(operation, name, message) {
    return new errors/* ServiceError */._7({ service: 'Actions cache', operation, name, message });
}

;// CONCATENATED MODULE: ./lib/world/artifacts.js




/**
 * Artifacts of this workflow run, through `@actions/artifact`; it reads the process's environment itself, so `env` must be
 * that. It prints some ten lines an upload. Besides the service's own errors: `NoRuntimeToken` where the runner gives
 * no access to artifacts, `GHESNotSupported` on GitHub Enterprise Server, `NoFiles` for a folder with nothing to store.
 */
function createArtifacts(env) {
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    const refuse = (name, message) => new errors/* ServiceError */._7({ service: SERVICE, operation: 'UploadArtifact', name, message });
    return {
        async upload({ name, directory, retentionDays }) {
            if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) {
                throw refuse('NoRuntimeToken', 'The runner gave this step no ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL.');
            }
            // The client would say so too, but with an annotation of its own.
            if (!servesArtifacts(server)) {
                throw refuse('GHESNotSupported', `GitHub Enterprise Server (${server}) does not support this kind of artifact.`);
            }
            const files = await storableFiles(directory);
            if (files.length === 0)
                throw refuse('NoFiles', `There is nothing to store in ${directory}.`);
            const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(737), __webpack_require__.e(271), __webpack_require__.e(118), __webpack_require__.e(888)]).then(__webpack_require__.bind(__webpack_require__, 37888));
            const options = retentionDays === undefined ? {} : { retentionDays };
            const { id } = await new DefaultArtifactClient().uploadArtifact(name, files, directory, options).catch(fail);
            if (id === undefined)
                throw refuse('NoArtifactId', 'The service stored the artifact and gave it no id.');
            const run = `${server}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`;
            return { id, url: `${run}/artifacts/${id}` };
        },
    };
}
const SERVICE = 'GitHub artifacts';
/** The client's own rule for what is not GitHub Enterprise Server (`isGhes` of `@actions/artifact` 6.2.1). */
function servesArtifacts(server) {
    return /^(github\.com|.*\.ghe\.com|.*\.localhost)$/i.test(URL.parse(server)?.hostname ?? '');
}
/**
 * Regular files that can be read and whose names the service takes. One that is not so would end the whole upload: a bad
 * name is refused, and an unreadable file throws out of an event handler of the client, where nobody can catch it.
 */
async function storableFiles(directory) {
    const entries = await (0,external_node_fs_promises_.readdir)(directory, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name));
    const taken = paths.filter((path) => !/["<>|*?:\r\n]/.test(path.slice(directory.length)));
    const readable = await Promise.all(taken.map((path) => (0,external_node_fs_promises_.access)(path, external_node_fs_.constants.R_OK).then(() => [path], () => [])));
    return readable.flat().sort();
}
/** The client folds what it was told into one message. */
function fail(error) {
    const text = error instanceof Error ? error.message : String(error);
    const [, network] = /Unable to make request: (\w+)/.exec(text) ?? [];
    const [, status] = /\((\d{3})\)/.exec(text) ?? [];
    const known = typeof error === 'object' && error !== null ? error : {};
    const code = 'code' in known && typeof known.code === 'string' ? known.code : undefined;
    const name = network ?? code ?? (error instanceof Error ? error.name : 'Error');
    const given = 'statusCode' in known && typeof known.statusCode === 'number' ? known.statusCode : undefined;
    throw new errors/* ServiceError */._7({
        service: SERVICE,
        operation: /Failed to (\w+):/.exec(text)?.[1] ?? 'UploadArtifact',
        name: /storage quota has been hit/i.test(text) ? 'UsageError' : name,
        message: text,
        status: given ?? (status === undefined ? undefined : Number(status)),
    });
}

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./lib/world/aws-connection.js


/**
 * How AWS clients connect: through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, which the AWS SDK ignores by
 * itself and Node's agents honour since 24.5; with bounds on time; tried once, as the rooms decide what is tried again.
 */
function awsConnection(env) {
    const agent = { keepAlive: true, proxyEnv: env };
    return {
        customUserAgent: 'claude-code-bedrock-action',
        maxAttempts: 1,
        requestHandler: {
            httpAgent: new external_node_http_.Agent(agent),
            httpsAgent: new external_node_https_.Agent(agent),
            connectionTimeout: 5_000,
            requestTimeout: 15_000,
            throwOnRequestTimeout: true,
        },
    };
}

;// CONCATENATED MODULE: ./lib/world/aws-errors.js


/**
 * What an AWS SDK error says, as a fact. The name is the one on the wire (`Code`; the SDK's own may have `Exception` added),
 * Node's (`ENOTFOUND`) when nothing answered, or else the SDK's.
 */
function awsServiceError(error, call) {
    const metadata = fieldOf(error, '$metadata');
    return new errors/* ServiceError */._7({
        ...call,
        name: textOf(error, 'Code') ?? textOf(error, 'code') ?? textOf(error, 'name') ?? 'Error',
        message: textOf(error, 'message') ?? String(error),
        status: numberOf(metadata, 'httpStatusCode'),
        requestId: textOf(metadata, 'requestId'),
        host: textOf(error, 'hostname') ?? textOf(error, 'address'),
        cause: error,
    });
}

;// CONCATENATED MODULE: ./lib/world/masked-keys.js
/** Masks each part of the keys, and returns them. */
function maskedKeys(secrets, keys) {
    for (const value of [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken])
        secrets.add(value ?? '');
    return keys;
}

;// CONCATENATED MODULE: ./lib/world/credential-sources.js



/**
 * AWS keys by the AWS SDK's providers, read anew at each call: a profile and nothing else (no other identity of the machine
 * stands in for one that is misspelled), or the default chain. Neither looks at AWS_BEARER_TOKEN_BEDROCK.
 */
function createCredentialSources({ secrets, env }) {
    return {
        async load({ region, profile }) {
            const { fromIni, fromNodeProviderChain } = await Promise.all(/* import() */[__webpack_require__.e(430), __webpack_require__.e(880), __webpack_require__.e(861), __webpack_require__.e(719)]).then(__webpack_require__.t.bind(__webpack_require__, 29719, 19));
            const connection = awsConnection(env);
            // As `clientConfig` the region would also replace the one that a profile names for its SSO sign-in.
            const options = {
                ignoreCache: true,
                clientConfig: connection,
                parentClientConfig: { region, ...connection },
            };
            const provider = profile === undefined ? fromNodeProviderChain(options) : fromIni({ ...options, profile });
            try {
                const { accessKeyId, secretAccessKey, sessionToken, expiration } = await provider();
                return maskedKeys(secrets, { accessKeyId, secretAccessKey, sessionToken, expiration });
            }
            catch (error) {
                throw awsServiceError(error, { service: 'AWS credentials', operation: 'LoadCredentials' });
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/world/registry-credentials.js
/**
 * The credentials in npm's settings for a registry: `_authToken`, `_auth`, or `username` and `_password`, each named by
 * the registry's address without protocol; the longest address that is part of this one counts. Else those in the
 * address itself. Source: https://github.com/npm/cli/blob/latest/docs/lib/content/configuring-npm/npmrc.md
 */
function credentialsFor(registry, settings) {
    for (const prefix of prefixesOf(registry)) {
        const setting = (name) => {
            const value = settings[`${prefix}:${name}`];
            // A variable that is not set stays as it was written; it opens nothing.
            return value === undefined || value === '' || value.includes('${') ? undefined : value;
        };
        const token = setting('_authToken');
        if (token !== undefined)
            return { authorization: `Bearer ${token}`, secrets: [token] };
        const pair = setting('_auth');
        if (pair !== undefined)
            return basic(pair, Buffer.from(pair, 'base64').toString('utf8'));
        const [username, password] = [setting('username'), setting('_password')];
        if (username !== undefined && password !== undefined)
            return basicOf(username, Buffer.from(password, 'base64').toString('utf8'));
    }
    if (registry.username === '' && registry.password === '')
        return undefined;
    return basicOf(decodeURIComponent(registry.username), decodeURIComponent(registry.password));
}
/** `//host/a/b/` and all above it, each with and without the last slash, longest first. */
function prefixesOf({ host, pathname }) {
    const segments = pathname.split('/').filter((segment) => segment !== '');
    return segments
        .map((_, index) => segments.slice(0, segments.length - index))
        .concat([[]])
        .flatMap((kept) => {
        const prefix = ['', '', host, ...kept].join('/');
        return [`${prefix}/`, prefix];
    });
}
const basicOf = (username, password) => basic(Buffer.from(`${username}:${password}`).toString('base64'), `${username}:${password}`);
function basic(encoded, pair) {
    return { authorization: `Basic ${encoded}`, secrets: [encoded, pair.slice(pair.indexOf(':') + 1)] };
}

;// CONCATENATED MODULE: ./lib/world/npm-config.js




/**
 * The registry npm would use, with credentials, certificates and proxies of npm's configuration and the environment, and
 * the secrets among them; undefined when nothing names one. npm itself is asked where it is there and `url` is not given,
 * for it alone knows its defaults; without it its files and variables are read. The checkout's own `.npmrc` never counts.
 * Source: https://github.com/npm/cli/blob/latest/docs/lib/content/configuring-npm/npmrc.md
 */
async function configuredRegistry({ packageName, url }, machine) {
    const { env } = machine;
    const npm = url === undefined ? await askNpm(machine.processes) : {};
    const fromEnv = settingsOfEnv(env);
    const userFile = npm.userconfig ?? fromEnv.userconfig ?? (0,external_node_path_.join)(env.HOME ?? env.USERPROFILE ?? (0,external_node_os_.homedir)(), '.npmrc');
    const globalFile = npm.globalconfig ?? fromEnv.globalconfig;
    const files = { ...(globalFile && (await settingsOfFile(globalFile, env))), ...(await settingsOfFile(userFile, env)) };
    const settings = { ...files, ...fromEnv, ...npm };
    const scopeKey = `${packageName.slice(0, packageName.indexOf('/'))}:registry`;
    const named = url ?? settings[scopeKey] ?? settings.registry;
    if (named === undefined || !URL.canParse(named))
        return undefined;
    const registry = new URL(named);
    const credentials = credentialsFor(registry, settings);
    return {
        address: {
            url: `${registry.origin}${registry.pathname.replace(/\/+$/, '')}`,
            authorization: credentials?.authorization,
            ca: await certificates(settings),
            strictSsl: settings['strict-ssl'] !== 'false',
            proxies: proxies(settings, env),
        },
        secrets: credentials?.secrets ?? [],
    };
}
/** What `npm config list --json` says, without the settings that are neither text nor yes or no; empty where there is no npm to ask. */
async function askNpm(processes) {
    // From the root, because npm reads the .npmrc of the project it stands in, and a checkout must not choose the registry.
    const options = { cwd: (0,external_node_path_.parse)(process.cwd()).root, timeoutMs: 20_000 };
    const list = ['config', 'list', '--json'];
    const { code, stdout } = process.platform === 'win32'
        ? await processes.capture('cmd.exe', ['/d', '/s', '/c', `npm ${list.join(' ')}`], options)
        : await processes.capture('npm', list, options);
    if (code !== 0)
        return {};
    try {
        const json = JSON.parse(stdout);
        if (typeof json !== 'object' || json === null)
            return {};
        const settings = {};
        for (const key of Object.keys(json)) {
            const value = Reflect.get(json, key);
            if (typeof value === 'string')
                settings[key] = value;
            else if (Array.isArray(value))
                settings[key] = value.map(String).join(',');
            else if (typeof value === 'boolean')
                settings[key] = String(value);
        }
        return settings;
    }
    catch {
        return {};
    }
}
/** Variables `npm_config_<name>`, in any case; the part of a key after `//` keeps its case and its underscores. */
function settingsOfEnv(env) {
    const settings = {};
    for (const [variable, value] of Object.entries(env)) {
        const [, name] = /^npm_config_(.+)$/i.exec(variable) ?? [];
        if (name === undefined || !value)
            continue;
        settings[/^(\/\/|@)/.test(name) ? name : name.toLowerCase().replace(/(?!^)_/g, '-')] = value;
    }
    return settings;
}
async function settingsOfFile(path, env) {
    return parseNpmrc(await (0,external_node_fs_promises_.readFile)(path, 'utf8').catch(() => ''), env);
}
/** The settings of an `.npmrc`: `key = value` lines, `${VARIABLE}` replaced where it is set, `;` and `#` comments. */
function parseNpmrc(text, env) {
    const settings = {};
    const expand = (part) => part.replace(/\$\{([^}?]+)(\??)\}/g, (whole, name, optional) => env[name] ?? (optional ? '' : whole));
    for (const line of text.split(/\r?\n/)) {
        const [, key, value] = /^\s*([^\s;#=[][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
        if (key === undefined || value === undefined)
            continue;
        const quoted = /^(["'])(.*)\1$/.exec(value)?.[2];
        const name = expand(key);
        const next = expand(quoted ?? value.replace(/\s*(?<!\\)[;#].*$/, ''));
        const list = name.endsWith('[]') ? name.slice(0, -2) : undefined;
        if (list === undefined)
            settings[name] = next;
        else
            settings[list] = settings[list] === undefined ? next : `${settings[list]},${next}`;
    }
    return settings;
}
/** `ca` holds certificates, `cafile` names a file of them; both replace what Node trusts by itself. */
async function certificates(settings) {
    const text = settings.cafile ? await (0,external_node_fs_promises_.readFile)(settings.cafile, 'utf8').catch(() => '') : (settings.ca ?? '');
    return (text.replaceAll('\\n', '\n').match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? undefined);
}
/** npm's own proxy lines come before the environment's variables. */
function proxies(settings, env) {
    const of = (name) => env[name.toLowerCase()] || env[name];
    const chosen = {
        HTTPS_PROXY: settings['https-proxy'] || settings.proxy || of('HTTPS_PROXY'),
        HTTP_PROXY: settings.proxy || of('HTTP_PROXY'),
        NO_PROXY: settings.noproxy || of('NO_PROXY'),
    };
    return Object.fromEntries(Object.entries(chosen).flatMap(([name, value]) => (value && !/^(null|false)$/.test(value) ? [[name, value]] : [])));
}

;// CONCATENATED MODULE: ./lib/world/registry-http.js




const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * Gets from a registry, through its proxies, over at most five redirects; the credentials go to the registry's own origin
 * only. Resolves with the answer of status 200, or 206 where a range was asked for, its body unread; rejects with a
 * ServiceError for all else.
 */
async function get(request) {
    let url = new URL(request.address);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
        const answer = await send(url, request).catch((error) => {
            throw lostConnection(error, url, request);
        });
        const status = answer.statusCode ?? 0;
        if (status === 200 || (status === 206 && request.range !== undefined))
            return answer;
        const { location } = answer.headers;
        if (!REDIRECTS.has(status) || location === undefined || !URL.canParse(location, url.href))
            throw await refusal(answer, url, request);
        answer.destroy();
        const next = new URL(location, url);
        if (url.protocol === 'https:' && next.protocol !== 'https:')
            throw fact('UnsafeRedirect', `the redirect leads from https to ${plain(next)}`, { url, request });
        url = next;
    }
    throw fact('TooManyRedirects', `more than ${MAX_REDIRECTS} redirects`, { url, request });
}
/** The ServiceError of a connection that failed before or during the answer of `address`. */
function lostConnection(error, address, request) {
    if (error instanceof errors/* ServiceError */._7)
        return error;
    const name = textOf(error, 'code') ?? 'ECONNRESET';
    // An error of several addresses at once has a code and no message.
    const message = textOf(error, 'message') ?? name;
    return fact(name, message, { url: address, request, cause: error });
}
/** The ServiceError of a failed get: address without credentials and query, and the proxy where one is used. */
function fact(name, message, about) {
    const { url, request, status, retryAfterMs, cause } = about;
    const proxy = proxyFor(url, request.registry);
    const through = proxy === undefined ? '' : ` (through the proxy ${plain(proxy)})`;
    return new errors/* ServiceError */._7({
        service: 'npm registry',
        operation: `GET ${request.what}`,
        name,
        message: `GET ${plain(url)}${through}: ${message}`,
        status,
        host: url.host,
        retryAfterMs,
        cause,
    });
}
function send(url, { registry, accept, timeouts, range, signal }) {
    const secure = url.protocol === 'https:';
    const known = url.origin === new URL(registry.url).origin && registry.authorization !== undefined;
    const options = {
        headers: {
            accept,
            // Bytes as published are what the digest is of: no content encoding.
            'accept-encoding': 'identity',
            ...(known && { authorization: registry.authorization }),
            ...(range && { range: `bytes=${range.from}-` }),
            ...(range?.validator !== undefined && { 'if-range': range.validator }),
        },
        agent: agentFor(url, registry),
        ...(signal && { signal }),
    };
    return new Promise((resolve, reject) => {
        const request = (secure ? external_node_https_.request : external_node_http_.request)(plainTarget(url), options);
        const slowConnect = setTimeout(() => request.destroy(timeout('ConnectTimeout', timeouts.connectMs)), timeouts.connectMs);
        const connected = () => clearTimeout(slowConnect);
        request.once('socket', (socket) => (socket.connecting ? socket.once('connect', connected) : connected()));
        request.once('close', connected);
        let answer;
        request.setTimeout(timeouts.idleMs, () => (answer ?? request).destroy(timeout('IdleTimeout', timeouts.idleMs)));
        request.once('response', (message) => resolve((answer = message)));
        request.on('error', reject);
        request.end();
    });
}
function agentFor(url, { proxies = {}, ca, strictSsl }) {
    const proxyEnv = isLoopback(url) ? {} : { ...proxies };
    const secure = url.protocol === 'https:';
    const agent = secure
        ? new external_node_https_.Agent({
            proxyEnv,
            ...(ca && { ca: [...ca] }),
            ...(strictSsl === false && { rejectUnauthorized: false }),
        })
        : new external_node_http_.Agent({ proxyEnv });
    return agent;
}
async function refusal(answer, url, request) {
    const status = answer.statusCode ?? 0;
    const said = wordsOf(await readText(answer, 4_096).catch(() => ''));
    const retryAfterMs = retryAfter(answer.headers['retry-after']);
    return fact('HttpError', `${status} ${answer.statusMessage ?? ''}${said}`.trim(), {
        ...{ url, request, status, retryAfterMs },
    });
}
/** Milliseconds of a `Retry-After`, which holds seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(header) {
    if (header === undefined)
        return undefined;
    const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
    return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}
/** The text of a body, at most `limit` bytes of it. */
async function readText(body, limit) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        length += chunk.length;
        if (length >= limit)
            break;
    }
    return Buffer.concat(chunks).subarray(0, limit).toString('utf8');
}
/** Registries say what is wrong in a JSON field `error` or `message`; pages for people say nothing useful here. */
function wordsOf(body) {
    try {
        const json = JSON.parse(body);
        const words = textOf(json, 'error') ?? textOf(json, 'message');
        return words === undefined ? '' : `: ${words.slice(0, 300)}`;
    }
    catch {
        return '';
    }
}
function timeout(code, ms) {
    const what = code === 'ConnectTimeout' ? 'no connection' : 'no byte';
    return Object.assign(new Error(`${what} within ${ms / 1000} s`), { code });
}
/** The proxy a request to `url` takes by the variables' rules, as far as a message needs to know. */
function proxyFor(url, registry) {
    if (registry.proxies === undefined)
        return undefined;
    const proxy = registry.proxies[url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY'];
    if (!proxy || isLoopback(url) || !URL.canParse(proxy))
        return undefined;
    const spared = (registry.proxies.NO_PROXY ?? '').split(',').map((item) => item.trim().replace(/^\*?\.?/, ''));
    return spared.some((item) => item !== '' && `.${url.hostname}`.endsWith(`.${item}`)) ? undefined : new URL(proxy);
}
/** No proxy can reach a mirror on this machine. */
const isLoopback = ({ hostname }) => /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
const plain = (url) => `${url.origin}${url.pathname === '/' ? '' : url.pathname}`;
const plainTarget = (url) => new URL(`${url.origin}${url.pathname}${url.search}`);

;// CONCATENATED MODULE: ./lib/world/registry-download.js


/**
 * The bytes of a body, once each and in order, over as many connections as it takes: where one breaks, `recover` decides
 * whether the rest is asked for. A server that sends everything anew is listened to from where the last one broke off.
 * Throws what `recover` rejected with, or without it the first ServiceError; bounded by `totalMs` all in all.
 */
async function* download(request, { recover, onProgress }) {
    const url = new URL(request.address);
    const signal = AbortSignal.timeout(request.timeouts.totalMs);
    let bytes = 0;
    let total;
    let validator;
    for (;;) {
        try {
            const range = bytes === 0 ? {} : { range: { from: bytes, validator } };
            const answer = await get({ ...request, ...range, signal });
            const from = answer.statusCode === 206 ? startOf(answer) : 0;
            if (from > bytes)
                throw fact('WrongRange', `asked for from ${bytes} on, it begins at ${from}`, { url, request });
            if (bytes === 0) {
                validator = validatorOf(answer);
                total = lengthOf(answer);
            }
            let skip = bytes - from;
            for await (const chunk of chunksOf(answer)) {
                const news = chunk.subarray(skip);
                skip = Math.max(skip - chunk.length, 0);
                if (news.length === 0)
                    continue;
                bytes += news.length;
                onProgress?.({ bytes, totalBytes: total });
                yield news;
            }
            if (total === undefined || bytes >= total)
                return;
            throw new Error('the connection was closed');
        }
        catch (cause) {
            const error = broken(cause, { url, request, bytes, total, signal });
            if (recover === undefined)
                throw error;
            await recover(error, bytes);
        }
    }
}
function broken(cause, { url, request, bytes, total, signal }) {
    const about = { url, request, cause };
    const came = `after ${bytes}${total === undefined ? '' : ` of ${total}`} bytes`;
    if (signal.aborted)
        return fact('DownloadTimeout', `not all there within ${request.timeouts.totalMs / 60_000} min, ended ${came}`, about);
    const lost = lostConnection(cause, url, request);
    // What failed before the body did says so itself.
    if (lost === cause || (bytes === 0 && total === undefined))
        return lost;
    const name = lost.name === 'IdleTimeout' ? lost.name : 'ShortBody';
    return fact(name, `the body ended ${came}: ${textOf(cause, 'message') ?? name}`, about);
}
/** Of no encoding, so its chunks are bytes. */
function chunksOf(answer) {
    return answer;
}
/** With it a server sends all of what has changed since, not the rest of it; weak ones do not do (RFC 9110, 13.1.5). */
function validatorOf({ headers }) {
    return headers.etag?.startsWith('W/') === false ? headers.etag : headers['last-modified'];
}
/** Where a part begins (RFC 9110, 14.4). */
function startOf({ headers }) {
    const start = /^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1];
    return start === undefined ? Number.POSITIVE_INFINITY : Number(start);
}
function lengthOf({ headers }) {
    const length = Number(headers['content-length']);
    return Number.isNaN(length) ? undefined : length;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/world/tarball.js






/** Node's default of 16 KB makes unpacking 381 MB take twice as long. */
const CHUNK = 2 << 20;
/** Reads an npm tarball once: digest, gunzip and untar. Reads on to the end when unpacking fails, so the digest can tell why. */
async function unpackTarball(body, options) {
    const { extract } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const hash = (0,external_node_crypto_.createHash)('sha512');
    let bytes = 0;
    let tail = Buffer.alloc(0);
    let problem;
    let sha256;
    const count = (chunk) => {
        hash.update(chunk);
        bytes += chunk.length;
        tail = Buffer.concat([tail, chunk.subarray(-4)]).subarray(-4);
    };
    const source = body[Symbol.asyncIterator]();
    let failure;
    async function* counted() {
        for (;;) {
            const { done, value } = await source.next().catch((error) => {
                failure = error;
                throw error;
            });
            if (done)
                return;
            count(value);
            yield value;
        }
    }
    const untar = extract();
    const writing = writeFiles(untar, options).then((digest) => (sha256 = digest));
    writing.catch((error) => untar.destroy(error instanceof Error ? error : undefined));
    const [unzipped, written] = await Promise.allSettled([(0,promises_.pipeline)(counted, (0,external_node_zlib_.createGunzip)({ chunkSize: CHUNK }), untar), writing]);
    if (failure !== undefined)
        throw failure;
    const reasons = [unzipped, written].flatMap((part) => (part.status === 'rejected' ? [part.reason] : []));
    if (reasons.length > 0) {
        // zlib's own error says most; whichever side fails, it closes the other before its time.
        problem = reasons.find((reason) => textOf(reason, 'code')?.startsWith('Z_')) ?? reasons.at(-1);
        for (let next = await source.next(); !next.done; next = await source.next())
            count(next.value);
    }
    const length = tail.length === 4 ? tail.readUInt32LE() : 0;
    return { bytes, integrity: `sha512-${hash.digest('base64')}`, sha256, endsAsTarball: length > 0 && length % 512 === 0, problem };
}
async function writeFiles(entries, { directory, digestOf }) {
    let sha256;
    for await (const entry of entries) {
        const { name, type } = entry.header;
        if (type !== 'directory') {
            const inside = safePath(name, type);
            const path = (0,external_node_path_.join)(directory, inside);
            await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            const digest = inside === digestOf ? (0,external_node_crypto_.createHash)('sha256') : undefined;
            const file = await (0,external_node_fs_promises_.open)(path, 'w', 0o644);
            try {
                for await (const chunk of entry) {
                    if (!Buffer.isBuffer(chunk))
                        continue;
                    digest?.update(chunk);
                    for (let at = 0; at < chunk.length;)
                        at += (await file.write(chunk, at)).bytesWritten;
                }
            }
            finally {
                await file.close();
            }
            sha256 ??= digest?.digest('hex');
        }
        entry.resume();
    }
    return sha256;
}
/** The path below `package/` of a regular file whose name is safe on every system; throws for all else. */
function safePath(name, type) {
    const segments = name.split('/');
    const safe = segments.every((segment) => /^[\w@+ .-]*[\w@+-]$/.test(segment));
    if (type !== 'file' || !safe || segments.length < 2 || segments[0] !== 'package')
        throw new Error(`the archive holds ${JSON.stringify(name)} (${type}): only regular files below package/ are unpacked`);
    return segments.slice(1).join('/');
}

;// CONCATENATED MODULE: ./lib/world/registry.js








// Names every version with its digests; that of Claude Code is 0.2 MB.
const MAX_METADATA = 64 << 20;
/** The npm registry over HTTP (https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md). */
function createPackageRegistry(world) {
    const timeouts = world.timeouts ?? { connectMs: 10_000, idleMs: 30_000, totalMs: 20 * 60_000 };
    async function metadata(registry, path) {
        const address = `${registry.url}/${path}`;
        const request = { what: 'metadata', address, accept: 'application/json', registry, timeouts };
        const url = new URL(address);
        const text = await get(request)
            .then((answer) => readText(answer, MAX_METADATA))
            .catch((error) => {
            throw lostConnection(error, url, request);
        });
        try {
            return JSON.parse(text);
        }
        catch (cause) {
            throw fact('InvalidMetadata', `the answer is no JSON: ${text.slice(0, 80)}`, { url, request, cause });
        }
    }
    return {
        async address(packageName, url) {
            const registry = await configuredRegistry({ packageName, url }, world);
            registry?.secrets.forEach((secret) => world.secrets.add(secret));
            return registry?.address;
        },
        async version(registry, name, version) {
            try {
                return versionOf(await metadata(registry, `${escaped(name)}/${version}`), name);
            }
            catch (error) {
                // Some registries have no address for a single version, only the document of them all.
                if (!(error instanceof errors/* ServiceError */._7) || error.status !== 404)
                    throw error;
                const packument = await metadata(registry, escaped(name));
                const tagged = textOf(fieldOf(packument, 'dist-tags'), version);
                const found = fieldOf(fieldOf(packument, 'versions'), tagged ?? version);
                if (found === undefined)
                    throw error;
                return versionOf(found, name);
            }
        },
        async versions(registry, name) {
            const versions = fieldOf(await metadata(registry, escaped(name)), 'versions');
            return typeof versions === 'object' && versions !== null ? Object.keys(versions) : [];
        },
        async unpack(registry, release, options) {
            const address = release.tarball;
            const request = { what: 'tarball', address, accept: 'application/octet-stream, */*', registry, timeouts };
            const url = new URL(address);
            const body = download(request, options);
            const digestOf = options.digest ? options.executable : undefined;
            const unpacked = await unpackTarball(body, { directory: options.directory, digestOf });
            judge(unpacked, release, { url, request });
            await (0,external_node_fs_promises_.chmod)((0,external_node_path_.join)(options.directory, options.executable), 0o755).catch((error) => {
                if (textOf(error, 'code') !== 'ENOENT')
                    throw unusable(error, { url, request });
                throw fact('UnusableArchive', `the package holds no file ${options.executable}`, { url, request, cause: error });
            });
            return { bytes: unpacked.bytes, sha256: unpacked.sha256 };
        },
    };
}
/**
 * Right bytes, wrong bytes, or too few of them: an archive that only lacks its end came short, also where HTTP counted no
 * byte missing, as with a mirror whose copy is cut.
 */
function judge(unpacked, release, download) {
    const { bytes, integrity, endsAsTarball, problem } = unpacked;
    if (integrity === release.integrity) {
        if (problem !== undefined)
            throw unusable(problem, download);
        return;
    }
    if (textOf(problem, 'code') === 'Z_BUF_ERROR' && !endsAsTarball)
        throw fact('ShortBody', `the archive ends early, after ${bytes} bytes`, download);
    throw fact('IntegrityMismatch', `the ${bytes} bytes that came are not ${release.name} ${release.version}: their digest is ${integrity}, expected is ${release.integrity}`, download);
}
/** The right bytes, and still nothing to run: the disk refused them, or the package is not as it should be. */
function unusable(problem, download) {
    const message = textOf(problem, 'message') ?? String(problem);
    const fromDisk = textOf(problem, 'syscall') !== undefined;
    if (!fromDisk)
        return fact('UnusableArchive', message, { ...download, cause: problem });
    const name = textOf(problem, 'code') ?? 'Error';
    return new errors/* ServiceError */._7({ service: 'tool cache', operation: 'write', name, message, cause: problem });
}
/** A manifest of the registry as far as installing needs it; what it says goes into paths, so its form is checked. */
function versionOf(manifest, name) {
    const version = textOf(manifest, 'version');
    const dist = fieldOf(manifest, 'dist');
    const tarball = textOf(dist, 'tarball');
    if (version === undefined || !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version))
        throw badMetadata('InvalidMetadata', `the registry's metadata of ${name} names no version`);
    if (tarball === undefined || !URL.canParse(tarball))
        throw badMetadata('InvalidMetadata', `the registry's metadata of ${name} ${version} names no tarball`);
    const integrity = /\bsha512-[A-Za-z0-9+/]{86}==/.exec(textOf(dist, 'integrity') ?? '')?.[0];
    if (integrity === undefined)
        throw badMetadata('IntegrityMissing', `the registry publishes no sha512 of ${name} ${version}, so its bytes cannot be checked`);
    return { name, version, tarball, integrity };
}
function badMetadata(name, message) {
    return new errors/* ServiceError */._7({ service: 'npm registry', operation: 'GET metadata', name, message });
}
/** A scoped name in an address has its slash encoded, as npm sends it. */
const escaped = (name) => name.replace('/', '%2f');

;// CONCATENATED MODULE: ./lib/world/sts.js




/** AWS STS by the AWS SDK, loaded when first needed; at its regional endpoint, or where AWS_ENDPOINT_URL_STS says. */
function createSts({ secrets, env }) {
    const load = () => Promise.all(/* import() */[__webpack_require__.e(430), __webpack_require__.e(880), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
    const connection = awsConnection(env);
    return {
        prepare() {
            load().catch(() => undefined);
        },
        async assumeRoleWithWebIdentity(request, token) {
            const { STSClient, AssumeRoleWithWebIdentityCommand } = await load();
            const client = new STSClient({ region: request.region, ...connection });
            const command = new AssumeRoleWithWebIdentityCommand({ ...roleInput(request), WebIdentityToken: token });
            const { Credentials } = await factual('AssumeRoleWithWebIdentity', () => client.send(command));
            return maskedKeys(secrets, sessionKeys('AssumeRoleWithWebIdentity', Credentials));
        },
        async assumeRole(request, keys) {
            const { STSClient, AssumeRoleCommand } = await load();
            const client = new STSClient({ region: request.region, credentials: signingKeys(keys), ...connection });
            const { Credentials } = await factual('AssumeRole', () => client.send(new AssumeRoleCommand(roleInput(request))));
            return maskedKeys(secrets, sessionKeys('AssumeRole', Credentials));
        },
        async callerIdentity(region, keys) {
            const { STSClient, GetCallerIdentityCommand } = await load();
            const client = new STSClient({ region, credentials: signingKeys(keys), ...connection });
            const { Account, Arn } = await factual('GetCallerIdentity', () => client.send(new GetCallerIdentityCommand()));
            if (Account === undefined || Arn === undefined)
                throw incomplete('GetCallerIdentity');
            return { account: Account, arn: Arn };
        },
    };
}
async function factual(operation, send) {
    try {
        return await send();
    }
    catch (error) {
        throw awsServiceError(error, { service: 'AWS STS', operation });
    }
}
function roleInput(request) {
    const policies = request.managedSessionPolicies;
    return {
        RoleArn: request.roleArn,
        RoleSessionName: request.sessionName,
        DurationSeconds: request.durationSeconds,
        Policy: request.inlineSessionPolicy,
        PolicyArns: policies.length > 0 ? policies.map((arn) => ({ arn })) : undefined,
    };
}
function signingKeys({ accessKeyId, secretAccessKey, sessionToken }) {
    return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
}
function sessionKeys(operation, credentials) {
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
    if (AccessKeyId === undefined || SecretAccessKey === undefined)
        throw incomplete(operation);
    return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
        expiration: Expiration,
    };
}
function incomplete(operation) {
    return new errors/* ServiceError */._7({
        service: 'AWS STS',
        operation,
        name: 'IncompleteAnswer',
        message: 'The answer lacks what was asked for',
    });
}

;// CONCATENATED MODULE: ./lib/world/tool-cache-record.js





const RECORD = 'install.json';
/** Writes down that the executable in `directory` has this sha256; to be called once nothing will touch it any more. */
async function record(directory, tool, sha256) {
    const file = identityOf(await (0,external_node_fs_promises_.stat)((0,external_node_path_.join)(directory, tool.executable), { bigint: true }));
    const content = { integrity: tool.integrity, sha256, file };
    await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(directory, RECORD), JSON.stringify(content));
}
/**
 * Why the tool in `directory` is not to be used; undefined when it is proven. The executable must have the sha256 that this
 * project records for the version, or else that of the entry's own record. While size, inode and both times of the file are
 * those it was proven with, its bytes were not written since, and 381 MB need not be read again (0.1 ms, not 0.2 s): any
 * program that writes a file moves its change time, which no call of the system sets back. Where they differ (also in a copy,
 * as of a runner's image), all of it is read, and when it is right, recorded anew. Not covered: who may write to the tool cache
 * may write the record too, or the program after it was proven; on a machine where that matters, jobs must not share it.
 */
async function reasonAgainst(directory, tool) {
    const path = (0,external_node_path_.join)(directory, tool.executable);
    try {
        await (0,external_node_fs_promises_.access)(path, external_node_fs_.constants.X_OK);
        const recorded = await readRecord(directory);
        const expected = tool.sha256 ?? recorded.sha256;
        if (expected === undefined)
            return 'nothing says which sha256 it should have';
        if (tool.sha256 === undefined && recorded.integrity !== (tool.integrity ?? recorded.integrity))
            return `it was unpacked from a package with the digest ${recorded.integrity}, asked for is ${tool.integrity}`;
        const file = identityOf(await (0,external_node_fs_promises_.stat)(path, { bigint: true }));
        if (recorded.sha256 === expected && recorded.file === file)
            return undefined;
        const actual = await sha256Of(path);
        if (actual !== expected)
            return `the sha256 of ${path} is ${actual}, expected is ${expected}`;
        // Another user's cache may be read-only; then it is read in full each time.
        await record(directory, tool, expected).catch(() => undefined);
        return undefined;
    }
    catch (error) {
        return textOf(error, 'message') ?? String(error);
    }
}
function identityOf({ size, ino, mtimeNs, ctimeNs }) {
    return [size, ino, mtimeNs, ctimeNs].join(' ');
}
/** Empty where there is none, or none that can be read. */
async function readRecord(directory) {
    try {
        const record = JSON.parse(await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(directory, RECORD), 'utf8'));
        return {
            integrity: textOf(record, 'integrity'),
            sha256: textOf(record, 'sha256'),
            file: textOf(record, 'file'),
        };
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/world/tool-cache.js





const DRAFT = '.partial-';
const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * The runner's tool cache. Entries are added by hand in its layout, because `@actions/tool-cache` copies every file once more
 * (0.3 s for Claude Code) and knows no two writers at once.
 */
function createToolCache({ directory, temp, clock }) {
    const placeOf = (tool) => (0,external_node_path_.join)(directory, tool.name, tool.version, tool.arch);
    return {
        async find(tool) {
            const { find } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(737), __webpack_require__.e(88), __webpack_require__.e(805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
            const place = find(tool.name, tool.version, tool.arch);
            if (place === '')
                return undefined;
            const refused = await reasonAgainst(place, tool);
            return refused === undefined ? { directory: place } : { refused };
        },
        async add(tool, fill) {
            const place = placeOf(tool);
            const draft = await onDisk('make', async () => {
                await removeStaleDrafts((0,external_node_path_.join)(directory, tool.name), clock.now() - DAY_MS);
                await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.join)(directory, tool.name, tool.version), { recursive: true });
                return (0,external_node_fs_promises_.mkdtemp)(`${place}${DRAFT}`);
            });
            try {
                await complete(draft, tool, fill);
                await onDisk('complete', async () => {
                    await settle(draft, place, tool);
                    await (0,external_node_fs_promises_.writeFile)(`${place}.complete`, '');
                });
            }
            finally {
                await (0,external_node_fs_promises_.rm)(draft, { recursive: true, force: true });
            }
            return place;
        },
        async addForJob(tool, fill) {
            const place = await onDisk('make', () => (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(temp, `${tool.name}-`)));
            try {
                await complete(place, tool, fill);
            }
            catch (error) {
                await (0,external_node_fs_promises_.rm)(place, { recursive: true, force: true });
                throw error;
            }
            return place;
        },
    };
}
/** Fills the draft and proves it; made for its owner alone, as temporary directories are, it becomes readable for all. */
async function complete(draft, tool, fill) {
    const sha256 = await fill(draft);
    await onDisk('complete', async () => {
        await (0,external_node_fs_promises_.chmod)((0,external_node_path_.join)(draft, tool.executable), 0o755);
        await record(draft, tool, sha256);
        await (0,external_node_fs_promises_.chmod)(draft, 0o755);
    });
}
/** Moves the draft to its place, unless another job's whole entry came first; what is there and broken makes way. */
async function settle(draft, place, tool) {
    for (let attempt = 1;; attempt++) {
        try {
            await (0,external_node_fs_promises_.rename)(draft, place);
            return;
        }
        catch (error) {
            if (!(await exists(place)) || attempt === 5)
                throw error;
        }
        if ((await reasonAgainst(place, tool)) === undefined)
            return;
        const aside = `${draft}-replaced-${attempt}`;
        await (0,external_node_fs_promises_.rename)(place, aside).catch(() => undefined);
        await (0,external_node_fs_promises_.rm)(aside, { recursive: true, force: true });
    }
}
/** What installs that were killed left behind, of any version, not touched for a day. */
async function removeStaleDrafts(home, before) {
    const namesIn = (path) => (0,external_node_fs_promises_.readdir)(path).catch(() => []);
    for (const version of await namesIn(home))
        for (const name of await namesIn((0,external_node_path_.join)(home, version))) {
            if (!name.includes(DRAFT))
                continue;
            const path = (0,external_node_path_.join)(home, version, name);
            const touched = await (0,external_node_fs_promises_.stat)(path).catch(() => undefined);
            if (touched !== undefined && touched.mtimeMs < before)
                await (0,external_node_fs_promises_.rm)(path, { recursive: true, force: true });
        }
}
async function onDisk(operation, task) {
    try {
        return await task();
    }
    catch (cause) {
        const name = textOf(cause, 'code') ?? 'Error';
        const message = textOf(cause, 'message') ?? name;
        throw new errors/* ServiceError */._7({ service: 'tool cache', operation, name, message, cause });
    }
}
const exists = (path) => (0,external_node_fs_promises_.access)(path).then(() => true, () => false);

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/ports/machine.js
var machine = __webpack_require__(79337);
;// CONCATENATED MODULE: ./lib/world/process-tree.js



/** Every process that can be seen; on Linux from `/proc`, elsewhere from `ps`. */
function listProcesses() {
    if (process.platform !== 'linux')
        return parsePs(ps('-A', '-o', 'pid=,ppid=,pgid=,stat=,lstart='));
    return numericEntries('/proc').flatMap((pid) => processFact(pid) ?? []);
}
/** One process; undefined when there is none with this id. */
function processFact(pid) {
    if (process.platform === 'linux')
        return parseStat(readQuietly(`/proc/${pid}/stat`).toString('latin1'));
    return parsePs(ps('-p', String(pid), '-o', 'pid=,ppid=,pgid=,stat=,lstart='))[0];
}
/**
 * Ids of the processes whose environment holds `marker` (`NAME=value`), this one excepted. macOS shows no environment of
 * programs of the system itself, and Linux none of other users' programs: those are only found by their parents or group.
 */
function markedProcesses(marker) {
    const isMarked = process.platform === 'linux'
        ? (pid) => readQuietly(`/proc/${pid}/environ`).toString('latin1').split('\0').includes(marker)
        : undefined;
    const found = isMarked === undefined
        ? parseMarked(ps('-A', '-E', '-ww', '-o', 'pid=,command='), marker)
        : numericEntries('/proc').filter(isMarked);
    return new Set(found.filter((pid) => pid !== process.pid));
}
/** Reads `/proc/<pid>/stat` (proc(5)); the name in brackets may itself hold spaces and brackets. */
function parseStat(text) {
    const [, pid, rest] = /^(\d+) \(.*\) (.*)$/s.exec(text) ?? [];
    const fields = rest?.split(' ') ?? [];
    const [state, parent, group] = fields;
    const started = fields[19];
    if (pid === undefined || state === undefined || started === undefined)
        return undefined;
    return { pid: Number(pid), parent: Number(parent), group: Number(group), started, zombie: /[ZX]/.test(state) };
}
/** Reads `ps -o pid=,ppid=,pgid=,stat=,lstart=`. */
function parsePs(text) {
    return text.split('\n').flatMap((line) => {
        const [, pid, parent, group, state, started] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*?)\s*$/.exec(line) ?? [];
        if (state === undefined || started === undefined)
            return [];
        return { pid: Number(pid), parent: Number(parent), group: Number(group), started, zombie: state.startsWith('Z') };
    });
}
/** Ids of the lines of `ps -E -o pid=,command=` that hold `marker` as a word. */
function parseMarked(text, marker) {
    const marked = text.split('\n').filter((line) => line.split(/\s+/).includes(marker));
    return marked.map((line) => Number.parseInt(line, 10)).filter(Number.isInteger);
}
/**
 * What is left of the tree that `root` led: itself, members of its process group, `marked` processes, and all their
 * descendants. A process that was given the id of `root` later is not `root`.
 */
function treeOf(all, root, marked) {
    const reused = all.some(({ pid, started }) => pid === root?.pid && started !== root.started);
    const group = reused ? undefined : root?.pid;
    const members = new Map();
    const queue = all.filter((fact) => fact.group === group || fact.pid === group || marked.has(fact.pid));
    for (let fact = queue.pop(); fact !== undefined; fact = queue.pop()) {
        if (members.has(fact.pid))
            continue;
        members.set(fact.pid, fact);
        const { pid } = fact;
        queue.push(...all.filter(({ parent }) => parent === pid));
    }
    return [...members.values()];
}
/**
 * Ends every process that `find` names, and returns how many they were. They are all stopped before the first is killed,
 * so that none can start another meanwhile; gives up after ten seconds, and on processes of other users.
 */
async function endProcesses(find) {
    const known = new Set();
    const beyondReach = new Set();
    const deadline = Date.now() + 10_000;
    while (Date.now() < deadline) {
        const alive = find().filter((fact) => !fact.zombie && !beyondReach.has(identity(fact)));
        if (alive.length === 0)
            break;
        const fresh = alive.filter((fact) => !known.has(identity(fact)));
        for (const fact of fresh) {
            known.add(identity(fact));
            if (!process_tree_send(fact.pid, 'SIGSTOP'))
                beyondReach.add(identity(fact));
        }
        if (fresh.length > 0)
            continue;
        for (const fact of alive)
            process_tree_send(fact.pid, 'SIGKILL');
        await (0,external_node_timers_promises_.setTimeout)(10);
    }
    return known.size - beyondReach.size;
}
const identity = ({ pid, started }) => `${pid} ${started}`;
/** Sends a signal; false when the process is not ours to signal, while one that has just ended is as good as signalled. */
function process_tree_send(pid, signal) {
    try {
        return process.kill(pid, signal);
    }
    catch (error) {
        return !(error instanceof Error && 'code' in error && error.code === 'EPERM');
    }
}
const numericEntries = (directory) => (0,external_node_fs_.readdirSync)(directory)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
/** Processes come and go while they are listed: what cannot be read any more is empty. */
function readQuietly(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch {
        return Buffer.alloc(0);
    }
}
function ps(...args) {
    try {
        return (0,external_node_child_process_.execFileSync)('ps', args, { encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'ignore'] });
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/world/capture.js



/** Marks what a captured command started, so that it can be ended when it takes too long. */
const CAPTURE_MARKER = 'CLAUDE_CODE_BEDROCK_CAPTURE';
/** Runs a short command through `@actions/exec`; see `Processes.capture`. */
async function capture(file, args, options) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 955).then(__webpack_require__.bind(__webpack_require__, 41955));
    const { cwd, env = {}, timeoutMs } = options;
    const id = (0,external_node_crypto_.randomUUID)();
    const running = getExecOutput(`"${file}"`, [...args], {
        ...(cwd !== undefined && { cwd }),
        env: { ...env, [CAPTURE_MARKER]: id },
        silent: true,
        ignoreReturnCode: true,
    });
    let timer;
    const tooLong = new Promise((resolve) => {
        if (timeoutMs === undefined)
            return;
        timer = setTimeout(() => {
            resolve({ code: undefined, stdout: '', stderr: `no end within ${timeoutMs} ms` });
            void endProcesses(() => treeOf(listProcesses(), undefined, markedProcesses(`${CAPTURE_MARKER}=${id}`)));
        }, timeoutMs);
    });
    try {
        const { exitCode, stdout, stderr } = await Promise.race([running.then(undefined, absent), tooLong.then(asOutput)]);
        return { code: exitCode, stdout, stderr };
    }
    finally {
        clearTimeout(timer);
        running.catch(() => undefined);
    }
}
const asOutput = ({ code, ...texts }) => ({ exitCode: code, ...texts });
/** What could not be started has Node's name for it, whatever the package says. */
function absent(error) {
    const message = textOf(error, 'message') ?? String(error);
    const isMissing = /Unable to locate executable file|ENOENT/.test(message);
    return { exitCode: undefined, stdout: '', stderr: isMissing ? `ENOENT: ${message}` : message };
}

;// CONCATENATED MODULE: ./lib/world/namespaced-program.js

/**
 * The process id of the program that bubblewrap, which has the id `launcher`, runs in a process namespace; undefined before
 * it runs. Bubblewrap starts an init process there, whose first child is the program (measured with 0.8.0); other children
 * are orphans that it takes in later.
 */
function namespacedProgram(launcher) {
    const all = listProcesses();
    const firstChild = (of) => all.filter(({ parent }) => parent === of).sort((a, b) => Number(a.started) - Number(b.started) || a.pid - b.pid)[0];
    const init = firstChild(launcher);
    return init && firstChild(init.pid)?.pid;
}

;// CONCATENATED MODULE: ./lib/world/processes.js






const windows = process.platform === 'win32';
/** Programs of this machine. `env` is what captured commands see unless they are given their own. */
function createProcesses(env) {
    return {
        start,
        capture: (file, args, options) => capture(file, args, { env: defined(env), ...options }),
        killMarked: (variable, value) => (windows ? Promise.resolve(0) : killMarked(`${variable}=${value}`)),
    };
}
function start(command) {
    let child;
    try {
        // A session of its own: what reaches the action's process group must not reach the program behind its back.
        child = (0,external_node_child_process_.spawn)(command.file, command.args, {
            cwd: command.cwd,
            env: command.env,
            detached: !windows,
            stdio: 'pipe',
            windowsHide: true,
        });
    }
    catch (error) {
        return neverStarted(error instanceof Error ? error.message : String(error));
    }
    const killAll = treeKiller(child.pid, command.env[machine/* RUN_MARKER */.x]);
    // With the first process of a namespace the kernel ends all others, before bubblewrap itself exits (pid_namespaces(7)).
    const killTree = () => (command.namespaced === true && child.exitCode !== null ? Promise.resolve() : killAll());
    const ended = endOf(child, command);
    child.once('exit', () => void closeOutput(child, { ended, killTree }));
    // A program may end without reading all of its input; how it ended tells more than the broken pipe.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(command.stdin);
    return {
        pid: child.pid,
        stdout: processes_chunksOf(child.stdout),
        stderr: processes_chunksOf(child.stderr),
        ended,
        signal: (name) => sendSignal(child, command, name),
        killTree,
    };
}
/** To bubblewrap a signal would be the end of all that runs in it. */
function sendSignal(child, { namespaced }, name) {
    const isRunning = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
    const program = namespaced === true && isRunning ? namespacedProgram(child.pid) : undefined;
    if (program === undefined)
        child.kill(name);
    else
        process_tree_send(program, name);
}
function endOf(child, { namespaced }) {
    return new Promise((resolve) => {
        child.on('error', (error) => {
            if (child.pid === undefined)
                resolve({ code: undefined, signal: undefined, spawnError: error.message });
        });
        child.once('close', (code, signal) => {
            // What bubblewrap tells of a program that was killed.
            if (namespaced === true && code === 128 + 9)
                resolve({ code: undefined, signal: 'SIGKILL', spawnError: undefined });
            else
                resolve({ code: code ?? undefined, signal: signal ?? undefined, spawnError: undefined });
        });
    });
}
/** A program that ended but left others behind that hold its output open would never be seen to end. */
async function closeOutput(child, { ended, killTree }) {
    const closedWithin = (ms) => Promise.race([ended.then(() => true), (0,external_node_timers_promises_.setTimeout)(ms, false, { ref: false })]);
    if (await closedWithin(1_000))
        return;
    await killTree();
    if (await closedWithin(10_000))
        return;
    child.stdout?.destroy();
    child.stderr?.destroy();
}
async function* processes_chunksOf(stream) {
    if (stream === null)
        return;
    try {
        for await (const chunk of stream)
            if (chunk instanceof Uint8Array)
                yield chunk;
    }
    catch {
        // A pipe that broke has said all that it will say; `ended` tells how the program ended.
    }
}
function treeKiller(pid, run) {
    if (pid === undefined)
        return () => Promise.resolve();
    if (windows)
        return async () => {
            await capture('taskkill', ['/PID', String(pid), '/T', '/F'], {});
        };
    const root = processFact(pid);
    const marked = () => (run ? markedProcesses(`${machine/* RUN_MARKER */.x}=${run}`) : new Set());
    return async () => {
        await endProcesses(() => treeOf(listProcesses(), root, marked()));
    };
}
const killMarked = (marker) => endProcesses(() => treeOf(listProcesses(), undefined, markedProcesses(marker)));
const defined = (env) => Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
function neverStarted(spawnError) {
    return {
        pid: undefined,
        stdout: processes_chunksOf(null),
        stderr: processes_chunksOf(null),
        ended: Promise.resolve({ code: undefined, signal: undefined, spawnError }),
        signal: () => undefined,
        killTree: () => Promise.resolve(),
    };
}

;// CONCATENATED MODULE: ./lib/world/runner.js



/** Reads what the runner says of this job (https://docs.github.com/actions/reference/workflows-and-actions/variables). */
function readRunner(env) {
    const temp = env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    return {
        platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux',
        arch: process.arch,
        get musl() {
            return isMusl();
        },
        workspace: env.GITHUB_WORKSPACE || process.cwd(),
        temp,
        toolCache: env.RUNNER_TOOL_CACHE || (0,external_node_path_.join)(temp, 'tool-cache'),
        serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
        repository: env.GITHUB_REPOSITORY ?? '',
        repositoryId: env.GITHUB_REPOSITORY_ID ?? '',
        runId: env.GITHUB_RUN_ID ?? '0',
        runAttempt: env.GITHUB_RUN_ATTEMPT ?? '1',
        job: env.GITHUB_JOB ?? 'job',
        eventName: env.GITHUB_EVENT_NAME ?? '',
        workflowRef: env.GITHUB_WORKFLOW_REF ?? '',
        fromFork: isFromFork(env.GITHUB_EVENT_PATH),
        offersIdToken: Boolean(env.ACTIONS_ID_TOKEN_REQUEST_URL && env.ACTIONS_ID_TOKEN_REQUEST_TOKEN),
        documents: documentsOf(env),
    };
}
/** The runner names the action's repository and ref, but not for `uses: ./`, where the documents are in the checkout. */
function documentsOf(env) {
    const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, GITHUB_SERVER_URL: server } = env;
    return repository && ref ? `${server || 'https://github.com'}/${repository}/blob/${ref}/docs` : 'docs';
}
/** Node's own report names the C library it runs on; only glibc fills in this field. */
function isMusl() {
    if (process.platform !== 'linux')
        return false;
    Object.assign(process.report, { excludeNetwork: true });
    const report = process.report.getReport();
    return field(field(report, 'header'), 'glibcVersionRuntime') === undefined;
}
/** A pull request is from a fork when its head is in another repository than its base; a deleted head was one too. */
function isFromFork(eventPath) {
    if (!eventPath)
        return false;
    let event;
    try {
        event = JSON.parse((0,external_node_fs_.readFileSync)(eventPath, 'utf8'));
    }
    catch {
        return false;
    }
    const pullRequest = field(event, 'pull_request');
    if (pullRequest === undefined)
        return false;
    const repositoryOf = (side) => field(field(field(pullRequest, side), 'repo'), 'full_name');
    return repositoryOf('head') !== repositoryOf('base');
}
function field(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

;// CONCATENATED MODULE: ./lib/world/signer.js
/** AWS Signature Version 4 by the AWS SDK's own signer, loaded when first needed, on the machine's SHA-256. */
function createSigner() {
    return {
        async sign(request, { keys, region, now }) {
            const [{ SignatureV4 }, { Hash }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(430), __webpack_require__.e(880)]).then(__webpack_require__.t.bind(__webpack_require__, 75118, 19)), __webpack_require__.e(/* import() */ 430).then(__webpack_require__.t.bind(__webpack_require__, 92430, 19))]);
            const { accessKeyId, secretAccessKey, sessionToken } = keys;
            const signer = new SignatureV4({
                service: 'bedrock',
                region,
                sha256: Hash.bind(null, 'sha256'),
                credentials: { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
            });
            const { headers } = await signer.sign(signable(request), { signingDate: new Date(now) });
            return headers;
        },
    };
}
/** The signer encodes the path once more, as it is on the wire. */
function signable({ method, origin, target, headers, body }) {
    const { protocol, hostname, host } = new URL(origin);
    const [path = '', query = ''] = target.split(/\?(.*)/s);
    return {
        method,
        protocol,
        hostname,
        path,
        query: queryOf(query),
        headers: { ...headers, host },
        body,
    };
}
function queryOf(query) {
    const values = new URLSearchParams(query);
    return Object.fromEntries([...values.keys()].map((name) => [name, values.getAll(name)]));
}

;// CONCATENATED MODULE: ./lib/world/upstream.js




/** Calls to Bedrock as they are, over one pool of connections for the run. */
function createUpstream(env, bounds = {}) {
    const http = proxiedHttp(env, bounds);
    return {
        async send(request, gone) {
            const answer = await http.send(request, gone).catch((error) => {
                throw upstream_lostConnection(error, request);
            });
            return { status: answer.statusCode ?? 0, headers: headersOf(answer), body: answer };
        },
        close: () => http.close(),
    };
}
function upstream_lostConnection(error, { operation, origin }) {
    const name = textOf(error, 'code') ?? textOf(error, 'name') ?? 'Error';
    return new errors/* ServiceError */._7({
        service: 'Amazon Bedrock',
        operation,
        name,
        // An error of several addresses at once has a code and no message.
        message: textOf(error, 'message') ?? name,
        host: textOf(error, 'hostname') ?? new URL(origin).hostname,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./lib/world/index.js

















/** The real world, for the environment of this process. Nothing is loaded or asked before it is used. */
function createWorld(env) {
    const clock = createClock();
    const secrets = createSecrets();
    const runner = readRunner(env);
    const processes = createProcesses(env);
    const loopback = createLoopback();
    return {
        log: createLog(),
        secrets,
        clock,
        runner,
        idTokens: createIdTokens({ secrets, env }),
        sts: createSts({ secrets, env }),
        credentialSources: createCredentialSources({ secrets, env }),
        containerCredentials: createContainerCredentials({ loopback, clock }),
        loopback,
        signer: createSigner(),
        upstream: createUpstream(env),
        registry: createPackageRegistry({ env, processes, secrets }),
        toolCache: createToolCache({ directory: runner.toolCache, temp: runner.temp, clock }),
        actionsCache: createActionsCache({ env, processes }),
        processes,
        files: createFiles(),
        artifacts: createArtifacts(env),
        job: createJob(),
    };
}


/***/ }),

/***/ 89635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ issueCommand),
/* harmony export */   s: () => (/* binding */ issue)
/* harmony export */ });
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4679);


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_0__.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map

/***/ }),

/***/ 82902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ issueFileCommand),
/* harmony export */   v: () => (/* binding */ prepareKeyValueMessage)
/* harmony export */ });
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76982);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79896);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4679);
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs__WEBPACK_IMPORTED_MODULE_1__.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync(filePath, `${(0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(message)}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID()}`;
    const convertedValue = (0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${convertedValue}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map

/***/ }),

/***/ 4679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ toCommandValue),
/* harmony export */   k: () => (/* binding */ toCommandProperties)
/* harmony export */ });
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map

/***/ })

};
