export const id = 764;
export const ids = [764];
export const modules = {

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

/***/ 77712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ startTally)
/* harmony export */ });
/** Starts a {@link Tally} at nothing. */
function startTally() {
    const usageOfMessage = new Map();
    const turns = new Set();
    const toolOfCall = new Map();
    let facts = NOTHING;
    function addMessage(event) {
        // What Claude Code itself says of a call that failed is no message of the model.
        if (event.error !== undefined) {
            facts = { ...facts, failedRequestId: event.requestId };
            return;
        }
        // Each block of a message is an event with the message's id, and a usage that can only have grown since.
        const id = event.messageId ?? `without id ${usageOfMessage.size}`;
        usageOfMessage.set(id, event.usage ?? usageOfMessage.get(id) ?? NO_USAGE);
        for (const block of event.blocks)
            if (block.kind === 'tool-use')
                toolOfCall.set(block.id, block.name);
        if (event.parentToolUseId !== undefined)
            return;
        turns.add(id);
        const text = event.blocks.findLast((block) => block.kind === 'text');
        if (text !== undefined)
            facts = { ...facts, lastText: text.text };
    }
    return {
        add(event) {
            if (event.kind === 'assistant')
                addMessage(event);
            else if (event.kind === 'retry')
                facts = { ...facts, retries: facts.retries + 1 };
            else if (event.kind === 'result')
                facts = { ...facts, result: event };
            else if (event.kind === 'init')
                facts = { ...facts, sessionId: event.sessionId, model: event.model, claudeCodeVersion: event.version };
        },
        tally: () => ({
            ...facts,
            turns: turns.size,
            usage: [...usageOfMessage.values()].reduce(sumOf, NO_USAGE),
            tools: countsOf(toolOfCall.values()),
        }),
    };
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
function countsOf(names) {
    const counts = new Map();
    for (const name of names)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return Object.fromEntries(counts);
}


/***/ }),

/***/ 92662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ FACTS_FILE),
  A: () => (/* binding */ openDesk)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/run-state.js
var run_state = __webpack_require__(80686);
// EXTERNAL MODULE: ./lib/transcript/json-text.js
var json_text = __webpack_require__(68052);
;// CONCATENATED MODULE: ./lib/transcript/recorder.js

/** Opens the transcript at `path`; never rejects. */
async function openRecorder(path, { files, redact, onProblem }) {
    let refused = false;
    const refuse = (error) => {
        if (!refused)
            onProblem(error);
        refused = true;
    };
    const file = await files.append(path).catch(refuse);
    // A refused line may be there in part, so that the next one starts on a line of its own.
    let torn = false;
    return {
        async record(line) {
            const redacted = redact(isJsonObject(line) ? line.trim() : JSON.stringify({ type: 'raw', text: line }));
            try {
                await file?.write(`${torn ? '\n' : ''}${redacted}\n`);
                torn = false;
            }
            catch (error) {
                torn = true;
                refuse(error);
            }
            return redacted;
        },
        close: async () => await file?.close().catch(refuse),
    };
}
const isJsonObject = (line) => /^\s*\{/.test(line) && (0,json_text/* isJsonDocument */.s)(line);

// EXTERNAL MODULE: ./lib/transcript/redact.js + 3 modules
var transcript_redact = __webpack_require__(6520);
;// CONCATENATED MODULE: ./lib/transcript/secret-variables.js
/** Values of the variables named like a secret: `*_TOKEN`, `*_SECRET`, `*_KEY`, `*PASSWORD*` in any case, and Bedrock's bearer key. */
function secretVariables(env) {
    return Object.entries(env).flatMap(([name, value]) => (value && SECRET_NAME.test(name) ? [value] : []));
}
/** Inputs keep their dashes as variables (`INPUT_BEDROCK-API-KEY`). */
const SECRET_NAME = /(?:^|[_-])(?:TOKEN|SECRET|KEY)$|PASSWORD|^AWS_BEARER_TOKEN_BEDROCK$/i;

// EXTERNAL MODULE: ./lib/transcript/report.js
var report = __webpack_require__(68314);
;// CONCATENATED MODULE: ./lib/desk.js






/** Opens the transcript and leaves post what it needs to find it. */
async function openDesk(run, world) {
    const place = (0,run_state/* placeOf */.$t)(run.id, world.runner);
    const named = secretVariables(run.env);
    const { redact } = (0,transcript_redact/* createRedactor */.l)({ values: () => [...world.secrets.all(), ...named] });
    let state = { id: run.id, stage: 'running', exported: [] };
    let facts = { transcriptPath: place.transcript };
    const open = (name, onProblem) => openRecorder((0,external_node_path_.join)(place.transcript, name), { files: world.files, redact, onProblem });
    const recorder = await open(report/* TRANSCRIPT_FILES */.p.events, (error) => world.log.warning(redact(`The transcript is incomplete: ${String(error)}`)));
    // Opened at the first call, and no reason to warn: where the disk is full, the transcript says so.
    let diagnostics;
    return {
        place,
        redact,
        recorder,
        facts: () => facts,
        learn: (more) => (facts = { ...facts, ...more }),
        fail({ code, message, hint }) {
            const failure = { code, message: redact(message), hint: redact(hint) };
            if (facts.failure === undefined)
                facts = { ...facts, failure };
            else
                world.log.warning(`${failure.message}\n${failure.hint}`, code);
        },
        remember(more) {
            state = { ...state, ...more };
            world.job.saveState('run', JSON.stringify(state));
        },
        diagnose(call) {
            diagnostics ??= open(report/* TRANSCRIPT_FILES */.p.diagnostics, () => undefined);
            void diagnostics.then((lines) => lines.record(JSON.stringify(call)));
        },
        async close() {
            await recorder.close();
            await (await diagnostics)?.close();
        },
        save: () => world.files.write((0,external_node_path_.join)(place.own, FACTS_FILE), JSON.stringify(facts)),
    };
}
/** Where main leaves its facts for post, in the run's own folder. */
const FACTS_FILE = 'facts.json';


/***/ }),

/***/ 33188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aC: () => (/* binding */ keep),
  z8: () => (/* binding */ report_report),
  M_: () => (/* binding */ store)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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

// EXTERNAL MODULE: ./lib/claude/events-parse.js
var events_parse = __webpack_require__(28387);
;// CONCATENATED MODULE: ./lib/transcript/visible-text.js
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

;// CONCATENATED MODULE: ./lib/transcript/html.js

/** Text as the content of an element; never for an attribute. */
function escapeHtml(text) {
    return visibleText(text).replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
}
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Text of several lines as it is; `kind` is a class of the page's style sheet. */
function textBlock(text, kind = 'text') {
    return `<div class="${kind}">${escapeHtml(text)}</div>\n`;
}
/** Content that opens on a click; `content` is HTML, `title` text. */
function foldedBlock(title, content) {
    return `<details><summary>${escapeHtml(title)}</summary>\n${content}</details>\n`;
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
    const count = (value) => value?.toLocaleString('en-US');
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
/** `1 h 2 min`, `3 min 4 s` or `5.6 s`. */
function readableDuration(ms) {
    if (ms < 60_000)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    const minutes = Math.floor(seconds / 60);
    return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

;// CONCATENATED MODULE: ./lib/transcript/page-events.js


/** One event as HTML; empty for events that say nothing to a reader. */
function eventHtml(event) {
    switch (event.kind) {
        case 'assistant':
            return event.blocks.map((block) => blockHtml(block, 'Claude')).join('') + errorHtml(event.error);
        case 'user':
            return event.blocks.map((block) => blockHtml(block, 'User')).join('');
        case 'retry':
            return textBlock(`API retry ${event.attempt} of ${event.maxRetries}: ${event.status ?? ''} ${event.error ?? 'unknown'}`, 'error');
        case 'raw':
            return foldedBlock('Output that is no event', shown(event.text));
        case 'init':
        case 'result':
        case 'other':
            return '';
    }
}
const errorHtml = (error) => (error === undefined ? '' : textBlock(`API error: ${error}`, 'error'));
function blockHtml(block, speaker) {
    switch (block.kind) {
        case 'text':
            return `<h3>${speaker}</h3>\n${shown(block.text)}`;
        case 'thinking':
            return foldedBlock('Thinking', shown(block.text));
        case 'tool-use':
            return `<h3>Tool</h3>\n${foldedBlock(toolTitle(block.name, block.input), shown(JSON.stringify(block.input ?? null, undefined, 2)))}`;
        case 'tool-result':
            return foldedBlock(block.isError ? 'Result (error)' : 'Result', shown(block.text, block.isError ? 'error' : 'text'));
        case 'other':
            return foldedBlock('Other content', shown(JSON.stringify(block.value ?? null, undefined, 2)));
    }
}
/** The tool and the first text of its input, which is the command, path or pattern for Claude Code's own tools. */
function toolTitle(name, input) {
    const texts = typeof input === 'object' && input !== null ? Object.values(input) : [];
    const first = texts.find((text) => typeof text === 'string');
    return first === undefined ? name : `${name}: ${cutText(first.replace(/\s+/g, ' '), 120, '…')}`;
}
/** Long texts make a page that no browser opens; the events file has them whole. */
const shown = (text, kind = 'text') => textBlock(cutText(text, 100_000, '\n[cut here: transcript.jsonl has all of it]'), kind);

;// CONCATENATED MODULE: ./lib/transcript/page.js




/**
 * The transcript as one self-contained page, in pieces. `lines` are those of `transcript.jsonl`, which are redacted; the
 * rest is redacted here. It runs no script and loads nothing, and all that is not its own is escaped.
 */
async function* transcriptPage({ outputs, prompt, failure }, lines, redact) {
    const title = `Claude Code on Bedrock: ${CONCLUSION_TITLES[outputs.conclusion]}`;
    yield `${HEAD}<title>${escapeHtml(title)}</title>\n</head>\n<body>\n<h1>${escapeHtml(title)}</h1>\n`;
    if (failure !== undefined) {
        yield `<h2>${escapeHtml(failure.code)}</h2>\n${textBlock(redact(failure.message), 'error')}${textBlock(redact(failure.hint))}`;
    }
    if (outputs.result !== null)
        yield `<h2>Result</h2>\n${textBlock(redact(outputs.result))}`;
    const structured = outputs['structured-output'];
    if (structured !== null)
        yield `<h2>Structured output</h2>\n${textBlock(redact(JSON.stringify(structured, undefined, 2)))}`;
    yield `<h2>Run</h2>\n<table>\n${factRows(outputs, redact)}</table>\n`;
    if (outputs['changed-files'].length > 0) {
        yield `<h2>Files changed</h2>\n${textBlock(redact(outputs['changed-files'].join('\n')))}`;
    }
    if (outputs['permission-denials'].length > 0) {
        const denials = outputs['permission-denials'].map((denial) => foldedBlock(redact(denial.tool_name), textBlock(redact(JSON.stringify(denial.tool_input ?? null, undefined, 2)))));
        yield `<h2>Permission denials</h2>\n${denials.join('')}`;
    }
    if (prompt !== undefined)
        yield `<h2>Prompt</h2>\n${textBlock(redact(prompt))}`;
    yield '<h2>Events</h2>\n';
    for await (const line of lines) {
        if (line.trim() !== '')
            yield eventHtml((0,events_parse/* parseEvent */.w)(line));
    }
    yield '</body>\n</html>\n';
}
function factRows(outputs, redact) {
    const rows = outcomeFacts(outputs).map(([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(redact(value))}</td></tr>\n`);
    return rows.join('');
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
            problems.push(world.redact(`${name} is missing from the transcript, or incomplete: ${reason}`));
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
    const text = path === undefined ? undefined : await files.read(path);
    if (text === undefined)
        return;
    await writeAll((0,external_node_path_.join)(run.directory, report/* TRANSCRIPT_FILES */.p.session, name), redactedLines(text, redact), files);
}
async function keepPage(run, { files, redact }) {
    const events = (await files.read((0,external_node_path_.join)(run.directory, report/* TRANSCRIPT_FILES */.p.events))) ?? '';
    await writeAll((0,external_node_path_.join)(run.directory, report/* TRANSCRIPT_FILES */.p.page), transcriptPage(run, linesOf(events), redact), files);
}
/** Writes a file anew; small pieces go together, since each write costs a call to the system. */
async function writeAll(path, pieces, files) {
    await files.remove(path);
    const file = await files.append(path);
    try {
        let gathered = '';
        for await (const piece of pieces) {
            gathered += piece;
            if (gathered.length < 64 * 1024)
                continue;
            await file.write(gathered);
            gathered = '';
        }
        await file.write(gathered);
    }
    finally {
        await file.close();
    }
}
function* redactedLines(text, redact) {
    for (const line of linesOf(text))
        yield `${redact(line)}\n`;
}
/** Lines that hold something, one at a time: a long transcript is not held twice. */
function* linesOf(text) {
    for (let from = 0; from < text.length;) {
        const end = text.indexOf('\n', from);
        const line = text.slice(from, end < 0 ? undefined : end);
        if (line.trim() !== '')
            yield line;
        from = end < 0 ? text.length : end + 1;
    }
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

;// CONCATENATED MODULE: ./lib/transcript/markdown.js

/** Text on one line as a code span; `|` would end a table's cell in there too, and becomes `¦`. */
function inlineCode(text) {
    const shown = visibleText(text).replace(/\s+/g, ' ').replaceAll('|', '¦');
    const ticks = '`'.repeat(longestTicks(shown) + 1);
    return ticks.length === 1 ? `\`${shown || ' '}\`` : `${ticks} ${shown} ${ticks}`;
}
/** Text as a block of its own, in a fence longer than any in it. */
function fencedText(text, language = 'text') {
    const shown = visibleText(text);
    const fence = '`'.repeat(Math.max(3, longestTicks(shown) + 1));
    return `${fence}${language}\n${shown}\n${fence}`;
}
const longestTicks = (text) => (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
/** A table of two columns without a heading; cells are Markdown. */
function factTable(rows) {
    return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
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

;// CONCATENATED MODULE: ./lib/transcript/summary.js




/**
 * The job summary in Markdown, redacted, within the 1 MiB of UTF-8 that GitHub takes from a step
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary). Words of the agent stand in it
 * as plain text only.
 */
function jobSummary(run, redact) {
    const { outputs, tally, prompt, failure } = run;
    const inline = (text) => inlineCode(redact(text));
    const fenced = (text, limit) => fencedText(cutText(redact(text), limit, CUT));
    const structured = outputs['structured-output'];
    const blocks = [
        `## Claude Code on Bedrock: ${CONCLUSION_TITLES[outputs.conclusion]}`,
        ...(failure === undefined
            ? []
            : [`**${codeLink(failure.code, run.documents)}**`, fenced(failure.message, 20_000), ...fix(fenced, failure)]),
        ...section('Result', outputs.result === null ? [] : [fenced(outputs.result, 200_000)]),
        ...section('Structured output', structured === null ? [] : [fenced(JSON.stringify(structured), 50_000)]),
        factTable(outcomeFacts(outputs).map(([name, value]) => [name, inline(value)])),
        ...section('Permission denials', denialBlocks(outputs, redact)),
        ...section('Tools used', listBlock(Object.entries(tally?.tools ?? {}), ([tool, calls]) => `${inline(tool)} ${calls}`)),
        ...section('Files changed', listBlock(outputs['changed-files'], inline)),
        ...(prompt === undefined ? [] : [folded('Prompt', fenced(prompt, 20_000))]),
        ...transcriptBlock(outputs, inline),
    ];
    return joinBlocks(blocks, SUMMARY_LIMIT);
}
const SUMMARY_LIMIT = 1024 * 1024;
const LONGEST_LIST = 50;
const CUT = '\n[cut here: the transcript has all of it]';
const section = (title, blocks) => (blocks.length === 0 ? [] : [`### ${title}`, ...blocks]);
const fix = (fenced, { hint }) => hint === '' ? [] : ['**What to do**', fenced(hint, 10_000)];
function codeLink(code, documents) {
    return /^https?:/.test(documents) ? `[${code}](${documents}/TROUBLESHOOTING.md#${code})` : code;
}
function listBlock(items, lineOf) {
    if (items.length === 0)
        return [];
    const lines = items.slice(0, LONGEST_LIST).map((item) => `- ${lineOf(item)}`);
    return [[...lines, ...(items.length > LONGEST_LIST ? [`- and ${items.length - LONGEST_LIST} more`] : [])].join('\n')];
}
function denialBlocks(outputs, redact) {
    const denials = outputs['permission-denials'];
    if (denials.length === 0)
        return [];
    const lines = listBlock(denials, (denial) => {
        const input = cutText(redact(JSON.stringify(denial.tool_input ?? null)), 300, '…');
        return `${inlineCode(redact(denial.tool_name))}: ${inlineCode(input)}`;
    });
    const rules = [...new Set(denials.flatMap(allowingRules))].slice(0, LONGEST_LIST);
    const yaml = ['allowed-tools: |', ...rules.map((rule) => `  ${rule}`)].join('\n');
    return [...lines, 'These lines would allow them, beside those you have:', fencedText(redact(yaml), 'yaml')];
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
        return await world.log.group(`Store the transcript as artifact ${name}`, () => Promise.race([world.artifacts.upload({ name, directory, retentionDays }), tooLong]));
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
        await summarize(desk, world);
    desk.remember({ stage: 'done' });
}
async function addArtifact(artifact, desk, world) {
    desk.learn({ artifact });
    setOutputs(desk, world);
    world.log.info(`Transcript: ${artifact.url}`);
    const path = (0,external_node_path_.join)(desk.place.transcript, report/* TRANSCRIPT_FILES */.p.result);
    await world.files.write(path, resultText(outputsFrom(desk.facts()), desk.redact)).catch(() => undefined);
}
async function summarize(desk, world) {
    const { tally, prompt, failure } = desk.facts();
    const run = { outputs: outputsFrom(desk.facts()), tally, prompt, failure, documents: world.runner.documents };
    await world.job.appendSummary(jobSummary(run, desk.redact)).catch((error) => {
        world.log.warning(`The job summary could not be written: ${String(error)}`);
    });
}
function announce({ code, message, hint }, world) {
    world.log.error(`${message}\n\n${hint}\n\nMore: ${world.runner.documents}/TROUBLESHOOTING.md#${code}`, code);
}
function setOutputs(desk, world) {
    const outputs = outputStrings(outputsFrom(desk.facts()));
    for (const [name, value] of Object.entries(outputs))
        world.job.setOutput(name, desk.redact(value));
}


/***/ }),

/***/ 68052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ changeJson),
/* harmony export */   s: () => (/* binding */ isJsonDocument)
/* harmony export */ });
/** Changes strings and numbers of a valid JSON text and leaves every other byte as it is. */
function changeJson(json, change) {
    const parts = [];
    let from = 0;
    let previous;
    for (let start = json.indexOf('"'); start >= 0; start = json.indexOf('"', from)) {
        const between = json.slice(from, start);
        from = stringEnd(json, start);
        const token = json.slice(start, from);
        const value = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
        const changed = change.string(value, between.trim() === ':' ? previous : undefined);
        parts.push(between.replace(NUMBER, change.number), changed === value ? token : JSON.stringify(changed));
        previous = value;
    }
    parts.push(json.slice(from).replace(NUMBER, change.number));
    return parts.join('');
}
/** Whether `text` is one JSON object or array. */
function isJsonDocument(text) {
    if (!/^\s*[{[]/.test(text))
        return false;
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
const NUMBER = /-?\d[\d.eE+-]*/g;
/** Index behind the closing quote of the string that opens at `start`. */
function stringEnd(json, start) {
    for (let quote = json.indexOf('"', start + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
        let backslashes = 0;
        while (json[quote - 1 - backslashes] === '\\')
            backslashes++;
        if (backslashes % 2 === 0)
            return quote + 1;
    }
    return json.length;
}


/***/ }),

/***/ 6520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ createRedactor)
});

// EXTERNAL MODULE: ./lib/transcript/json-text.js
var json_text = __webpack_require__(68052);
;// CONCATENATED MODULE: ./lib/transcript/literal-finder.js
/**
 * Looks for many literals (each at least 2 characters) at once by the method of Wu and Manber: a table tells for each two
 * characters how far the text can be skipped, so that most of it is never read. With 135 forms of 30 secrets it reads
 * 1 to 4 GB/s, where one regular expression of alternatives reads 0.1 (Node 24).
 */
function createLiteralFinder(literals) {
    const all = [...new Set(literals)];
    const shortest = all.reduce((least, literal) => Math.min(least, literal.length), Infinity);
    if (all.length === 0)
        return { occurs: () => false, find: () => [] };
    const skips = new Uint8Array(TABLE_SIZE).fill(Math.min(shortest - 1, 255));
    const candidates = new Map();
    for (const literal of all) {
        for (let last = 1; last < shortest; last++) {
            const pair = pairAt(literal, last);
            skips[pair] = Math.min(skips[pair] ?? 0, shortest - 1 - last);
            if (last === shortest - 1)
                candidates.set(pair, [...(candidates.get(pair) ?? []), literal]);
        }
    }
    /** Calls `found` with every occurrence, by start, until it returns true. */
    const scan = (text, found) => {
        for (let last = shortest - 1; last < text.length;) {
            const pair = pairAt(text, last);
            const skip = skips[pair] ?? 0;
            if (skip > 0) {
                last += skip;
                continue;
            }
            const start = last - shortest + 1;
            for (const literal of candidates.get(pair) ?? []) {
                if (text.startsWith(literal, start) && found(start, start + literal.length))
                    return;
            }
            last++;
        }
    };
    return {
        occurs(text) {
            let occurred = false;
            scan(text, () => (occurred = true));
            return occurred;
        },
        find(text) {
            const spans = [];
            scan(text, (start, end) => {
                const previous = spans.at(-1);
                if (previous === undefined || start > previous.end)
                    spans.push({ start, end });
                else
                    previous.end = Math.max(previous.end, end);
                return false;
            });
            return spans;
        },
    };
}
const TABLE_SIZE = 1 << 16;
/** Index in the tables of the two characters that end at `last`; different pairs may share one. */
const pairAt = (text, last) => ((text.charCodeAt(last - 1) << 8) ^ text.charCodeAt(last)) & (TABLE_SIZE - 1);

;// CONCATENATED MODULE: ./lib/transcript/secret-forms.js
/** Shorter values are not looked for: they would strike ordinary text everywhere. */
const SHORTEST_SECRET = 6;
/**
 * The ways a secret value appears in text: as it is, each of its lines, as JSON text inside JSON text (three levels deep),
 * URL-encoded, and in base64 at each of the three alignments. Empty for a value too short to be looked for.
 */
function formsOf(secret) {
    const forms = new Set();
    for (const value of new Set([secret, secret.trim(), ...secret.split(/\r\n|\r|\n/).map((line) => line.trim())])) {
        if (value.length < SHORTEST_SECRET || MARKER.includes(value))
            continue;
        for (const form of [value, ...jsonForms(value), ...urlForms(value), ...base64Forms(value)])
            forms.add(form);
    }
    return forms;
}
/** A value that is part of what stands for a secret (`secret`, `redacted`) could be struck again and again. */
const MARKER = '[redacted:secret]';
/** `JSON.stringify` leaves letters beyond ASCII as they are, other writers escape them. */
function jsonForms(value) {
    const forms = [];
    for (const escape of [jsonText, asciiJsonText, (text) => asciiJsonText(text).replaceAll('/', '\\/')]) {
        let form = value;
        for (let level = 0; level < 3; level++)
            forms.push((form = escape(form)));
    }
    return forms;
}
const jsonText = (text) => JSON.stringify(text).slice(1, -1);
const asciiJsonText = (text) => jsonText(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
function urlForms(value) {
    const component = encodeURIComponent(value.toWellFormed());
    const strict = component.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    const cased = [component, strict].flatMap((form) => [form, form.replace(/%../g, (code) => code.toLowerCase())]);
    return cased.flatMap((form) => [form, form.replaceAll('%20', '+')]);
}
/** The characters that the value alone decides, in the alphabets of base64 and base64url. */
function base64Forms(value) {
    const bytes = Buffer.from(value);
    return [0, 1, 2].flatMap((before) => {
        const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
        const own = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
        return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
    });
}

;// CONCATENATED MODULE: ./lib/transcript/secret-patterns.js
// What keeps these linear: after its first letters each expression is one class of characters repeated at least n times with
// nothing required behind it, so an attempt either fails within n characters or takes all it has read.
/** Start of a word, also behind an escape (`\n`, `%3D`) of the text around it. */
const START = String.raw `(?:(?<![\w-])|(?<=\\[nrt])|(?<=%[\dA-Fa-f]{2}))`;
/** Key files, also numbered, indented or escaped, as tools print them; a key cut off before its end counts. */
const PRIVATE_KEY = String.raw `-----BEGIN[A-Z0-9 ]{1,40}PRIVATE KEY[A-Z ]{0,10}-----(?:[\w+/=\s\\,:|>→]|-(?!----)){0,20000}(?:-----END[A-Z0-9 ]{1,60}-----)?`;
/**
 * Formats that their issuers document: AWS unique identifiers (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html),
 * Bedrock API keys (`ABSK` long-term, `bedrock-api-key-` short-term), GitHub token prefixes
 * (https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats), and the others' own.
 */
const SECRET_PATTERNS = [
    { kind: 'private-key', hint: '-----BEGIN', expression: PRIVATE_KEY },
    {
        // Both halves of a pair when they stand side by side, as in the CSV that the console gives out.
        kind: 'aws-access-key',
        hint: 'AKIA|ASIA',
        expression: String.raw `(?:AKIA|ASIA)[A-Z0-9]{16,124}(?:[\s,;:|"']{1,8}[A-Za-z0-9/+]{40,})?`,
    },
    {
        kind: 'aws-session-token',
        hint: 'IQoJb3JpZ2lu|FwoGZXIvYXdz',
        expression: '(?:IQoJb3JpZ2lu|FwoGZXIvYXdz)[A-Za-z0-9/+=%]{50,}',
    },
    { kind: 'bedrock-api-key', hint: 'ABSK', expression: 'ABSK[A-Za-z0-9+/=]{20,}' },
    { kind: 'bedrock-api-key', hint: 'bedrock-api-key-', expression: 'bedrock-api-key-[A-Za-z0-9+/=]{20,}' },
    {
        kind: 'github-token',
        hint: 'gh[pousr]_|github_pat_',
        expression: String.raw `(?:gh[pousr]_|github_pat_)[A-Za-z0-9_]{36,}(?:\.[\w-]+){0,2}`,
    },
    { kind: 'slack-token', hint: 'xox[abeoprs]-|xapp-', expression: '(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,}' },
    { kind: 'npm-token', hint: 'npm_', expression: 'npm_[A-Za-z0-9]{36,}' },
    { kind: 'pypi-token', hint: 'pypi-AgE', expression: String.raw `pypi-AgE[\w-]{50,}` },
    { kind: 'stripe-key', hint: '[rs]k_(?:live|test)_', expression: '[rs]k_(?:live|test)_[A-Za-z0-9]{16,}' },
    { kind: 'google-api-key', hint: 'AIza', expression: String.raw `AIza[\w-]{35,}` },
    { kind: 'google-oauth-secret', hint: 'GOCSPX-', expression: String.raw `GOCSPX-[\w-]{20,}` },
    { kind: 'anthropic-api-key', hint: 'sk-ant-', expression: String.raw `sk-ant-[\w-]{20,}` },
    { kind: 'jwt', hint: 'eyJ', expression: String.raw `${START}eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*` },
];
/** AWS secret access keys (40 characters of base64) and session tokens, wherever their name stands before them. */
const NAMED_SECRET_PATTERNS = [
    { kind: 'aws-secret-access-key', name: '(?i:secret[_ -]?access[_ -]?key)', value: '[A-Za-z0-9/+%]{40,}' },
    { kind: 'aws-session-token', name: '(?i:(?:session|security)[_-]?token)', value: '[A-Za-z0-9/+=%]{100,}' },
];
/** What may stand between a name and its value: JSON, YAML, shell, XML and escaped JSON. */
const NAME_SEPARATOR = String.raw `["'\\\s:=>]{1,16}`;

;// CONCATENATED MODULE: ./lib/transcript/redact.js




/**
 * Redacts the values known to be secret (kind `secret`) and whatever looks like a secret. `values` is asked at each text,
 * since credentials are renewed while the agent runs.
 */
function createRedactor(known) {
    const counts = new Map();
    const strike = (kind) => {
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        return `[redacted:${kind}]`;
    };
    let values = [];
    let literals = createLiteralFinder([]);
    const learn = () => {
        const now = known.values();
        if (now.length === values.length && now.every((value, at) => value === values[at]))
            return;
        values = [...now];
        literals = createLiteralFinder(values.flatMap((value) => [...formsOf(value)]));
    };
    const redactLiterals = (text) => {
        const parts = [];
        let from = 0;
        for (const { start, end } of literals.find(text)) {
            parts.push(text.slice(from, start), strike('secret'));
            from = end;
        }
        return from === 0 ? text : parts.join('') + text.slice(from);
    };
    const redactPlain = (text) => {
        const known = redactLiterals(text);
        if (!HINTS.test(known))
            return known;
        return NAMED.reduce((rest, { kind, expression }) => rest.replace(expression, (_all, name) => name + strike(kind)), known.replace(PATTERNS, (_all, ...groups) => strike(kindOf(groups))));
    };
    /** Keys and values of an object are strings of their own, but a name tells of the value behind it. */
    const redactValue = (value, key) => {
        const named = key === undefined ? undefined : NAMED.find((pattern) => pattern.name.test(key));
        return named?.value.test(value) ? strike(named.kind) : redactPlain(value);
    };
    return {
        redact(text) {
            learn();
            // Most texts hold nothing secret: two quick looks at them as they are, and only the others are taken apart.
            if (!literals.occurs(text) && !HINTS.test(text))
                return text;
            if (!(0,json_text/* isJsonDocument */.s)(text))
                return redactPlain(text);
            const number = (digits) => (literals.occurs(digits) ? JSON.stringify(strike('secret')) : digits);
            return (0,json_text/* changeJson */.R)(text, { string: redactValue, number });
        },
        struck: () => Object.fromEntries(counts),
    };
}
const HINTS = new RegExp([...SECRET_PATTERNS.map(({ hint }) => hint), ...NAMED_SECRET_PATTERNS.map(({ name }) => name)].join('|'));
const PATTERNS = new RegExp(SECRET_PATTERNS.map(({ expression }) => `(${expression})`).join('|'), 'g');
const NAMED = NAMED_SECRET_PATTERNS.map(({ kind, name, value }) => ({
    kind,
    expression: new RegExp(`(${name}${NAME_SEPARATOR})${value}`, 'g'),
    name: new RegExp(`${name}$`),
    value: new RegExp(`^${value}$`),
}));
/** Each pattern is a group of its own in {@link PATTERNS}; the one that took part names the kind. */
const kindOf = (groups) => SECRET_PATTERNS.find((_pattern, at) => groups[at] !== undefined)?.kind ?? 'secret';


/***/ }),

/***/ 68314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ TRANSCRIPT_FILES)
/* harmony export */ });
/** Names in the transcript folder; `session` is a folder. */
const TRANSCRIPT_FILES = {
    events: 'transcript.jsonl',
    page: 'transcript.html',
    result: 'result.json',
    diagnostics: 'diagnostics.jsonl',
    session: 'session',
};


/***/ })

};
