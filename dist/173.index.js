export const id = 173;
export const ids = [173];
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
/** Values of the variables that are named like secrets (`*_TOKEN`, `*_SECRET`, `*_KEY`, `*PASSWORD*`, whatever the case). */
function secretVariables(env) {
    return Object.entries(env).flatMap(([name, value]) => (value && NAMED_LIKE_A_SECRET.test(name) ? [value] : []));
}
const NAMED_LIKE_A_SECRET = /(_TOKEN|_SECRET|_KEY|PASSWORD.*)$/i;

// EXTERNAL MODULE: ./lib/transcript/report.js
var report = __webpack_require__(68314);
;// CONCATENATED MODULE: ./lib/desk.js






/** Opens the transcript and leaves post what it needs to find it. */
async function openDesk(run, world) {
    const place = (0,run_state/* placeOf */.$)(run.id, world.runner);
    const named = secretVariables(run.env);
    const { redact } = (0,transcript_redact/* createRedactor */.l)({ values: () => [...world.secrets.all(), ...named] });
    let state = { id: run.id, stage: 'running', exported: [] };
    let facts = { transcriptPath: place.transcript };
    return {
        place,
        redact,
        recorder: await openRecorder((0,external_node_path_.join)(place.transcript, report/* TRANSCRIPT_FILES */.p.events), {
            files: world.files,
            redact,
            onProblem: (error) => world.log.warning(redact(`The transcript is incomplete: ${String(error)}`)),
        }),
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
        save: () => world.files.write((0,external_node_path_.join)(place.own, FACTS_FILE), JSON.stringify(facts)),
    };
}
/** Where main leaves its facts for post, in the run's own folder. */
const FACTS_FILE = 'facts.json';


/***/ }),

/***/ 71957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   _7: () => (/* binding */ ServiceError),
/* harmony export */   h_: () => (/* binding */ asFailure)
/* harmony export */ });
/* unused harmony export FAILURE_CODES */
/** The closed set of failure codes; each is a heading of `docs/TROUBLESHOOTING.md`. */
const FAILURE_CODES = (/* unused pure expression or super */ null && ([
    'input-invalid',
    'workspace-missing',
    'actor-not-allowed',
    'root-not-allowed',
    'oidc-permission-missing',
    'oidc-token-failed',
    'oidc-provider-missing',
    'oidc-audience-mismatch',
    'role-not-assumable',
    'role-session-too-long',
    'credentials-missing',
    'credentials-expired',
    'credentials-invalid',
    'account-not-allowed',
    'region-missing',
    'region-unsupported',
    'model-access-denied',
    'iam-permission-missing',
    'explicitly-denied',
    'account-not-authorized',
    'marketplace-subscription-missing',
    'use-case-form-missing',
    'model-not-found',
    'model-retired',
    'inference-profile-required',
    'profile-not-in-region',
    'throttled',
    'daily-quota-exhausted',
    'quota-exceeded',
    'service-unavailable',
    'model-timeout',
    'model-error',
    'output-limit-reached',
    'prompt-too-long',
    'request-rejected',
    'version-not-found',
    'install-download-failed',
    'install-integrity-mismatch',
    'platform-unsupported',
    'agent-timed-out',
    'agent-cancelled',
    'agent-crashed',
    'agent-failed',
    'max-turns-reached',
    'budget-exceeded',
    'structured-output-missing',
    'network-unreachable',
    'transcript-upload-failed',
    'unexpected',
]));
/**
 * Why a run cannot go on. `message` says what failed in the service's own words and what that means; `hint` says what to
 * do, as the line of YAML, policy statement or command to use. Neither ever holds a secret or the prompt.
 */
class Failure extends Error {
    code;
    hint;
    constructor(code, text) {
        super(text.message, { cause: text.cause });
        this.name = 'Failure';
        this.code = code;
        this.hint = text.hint;
    }
}
/**
 * What a service answered, as an adapter saw it, with no opinion on what it means. `name` is the service's error name
 * (`AccessDenied`, or Node's `ENOTFOUND` when nothing answered), `status` the HTTP status (absent when nothing answered).
 */
class ServiceError extends Error {
    service;
    operation;
    name;
    status;
    requestId;
    host;
    constructor(fact) {
        super(fact.message, { cause: fact.cause });
        this.service = fact.service;
        this.operation = fact.operation;
        this.name = fact.name;
        this.status = fact.status;
        this.requestId = fact.requestId;
        this.host = fact.host;
    }
}
/** Any error as a Failure: one that nobody explained keeps the words it came with, under the code `unexpected`. */
function asFailure(error) {
    if (error instanceof Failure)
        return error;
    const words = error instanceof ServiceError
        ? describeFact(error)
        : error instanceof Error
            ? (error.stack ?? error.message)
            : String(error);
    return new Failure('unexpected', {
        message: `Something failed that this action does not know: ${words}`,
        hint: 'Please report it, with result.json of the transcript folder.',
        cause: error,
    });
}
function describeFact(error) {
    const status = error.status === undefined ? '' : ` (HTTP ${error.status})`;
    const request = error.requestId === undefined ? '' : `, request id ${error.requestId}`;
    return `${error.service} answered ${error.operation} with ${error.name}${status}: ${error.message}${request}`;
}


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
        retries: tally?.retries ?? 0,
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
    await desk.recorder.close();
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

/***/ 80686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   B: () => (/* binding */ parseState)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Where the run with this id keeps its files. */
function placeOf(id, runner) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(runner.temp, `claude-code-bedrock-${id}`);
    return { transcript: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'transcript'), claudeConfig: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'claude'), own: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'own') };
}
/** Reads what main recorded; undefined when main never came to record anything. */
function parseState(text) {
    if (!text)
        return undefined;
    const state = JSON.parse(text);
    return isRunState(state) ? state : undefined;
}
/** Main of this very release wrote it, so its outline is proof enough. */
function isRunState(value) {
    return typeof value === 'object' && value !== null && 'id' in value && 'stage' in value && 'exported' in value;
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
/** Values of the variables named like a secret: `*_TOKEN`, `*_SECRET`, `*_KEY`, `*PASSWORD*`, and Bedrock's bearer key. */
function secretVariables(env) {
    return Object.entries(env).flatMap(([name, value]) => (value !== undefined && SECRET_NAME.test(name) ? [value] : []));
}
const SECRET_NAME = /(?:^|[_-])(?:TOKEN|SECRET|KEY)$|PASSWORD|^AWS_BEARER_TOKEN_BEDROCK$/i;
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
    session: 'session',
};


/***/ }),

/***/ 59044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ createWorld)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
;// CONCATENATED MODULE: ./lib/world/artifacts.js




/**
 * Artifacts of this workflow run, through `@actions/artifact`; it reads the process's environment itself, so `env` must be
 * that. It prints some ten lines an upload. Besides the service's own errors: `NoRuntimeToken` where the runner gives
 * no access to artifacts, `GHESNotSupported` on GitHub Enterprise Server, `NoFiles` for a folder with nothing to store.
 */
function createArtifacts(env) {
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    const refuse = (name, message) => new failure/* ServiceError */._7({ service: SERVICE, operation: 'UploadArtifact', name, message });
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
            const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(495)]).then(__webpack_require__.bind(__webpack_require__, 65495));
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
    const entries = await (0,promises_.readdir)(directory, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name));
    const taken = paths.filter((path) => !/["<>|*?:\r\n]/.test(path.slice(directory.length)));
    const readable = await Promise.all(taken.map((path) => (0,promises_.access)(path, external_node_fs_.constants.R_OK).then(() => [path], () => [])));
    return readable.flat().sort();
}
/** The client folds what it was told into its message; addresses in it carry signatures behind their `?`. */
function fail(error) {
    const text = error instanceof Error ? error.message : String(error);
    const message = text.replace(/(https?:\/\/[^\s?]+)\?\S+/g, '$1');
    const [, network] = /Unable to make request: (\w+)/.exec(text) ?? [];
    const [, status] = /\((\d{3})\)/.exec(text) ?? [];
    const known = typeof error === 'object' && error !== null ? error : {};
    const code = 'code' in known && typeof known.code === 'string' ? known.code : undefined;
    const name = network ?? code ?? (error instanceof Error ? error.name : 'Error');
    const given = 'statusCode' in known && typeof known.statusCode === 'number' ? known.statusCode : undefined;
    throw new failure/* ServiceError */._7({
        service: SERVICE,
        operation: /Failed to (\w+):/.exec(text)?.[1] ?? 'UploadArtifact',
        name: /storage quota has been hit/i.test(text) ? 'UsageError' : name,
        message,
        status: given ?? (status === undefined ? undefined : Number(status)),
    });
}

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

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
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

;// CONCATENATED MODULE: ./lib/world/aws-errors.js


/**
 * What an AWS SDK error says, as a fact. The name is the one on the wire (`Code`; the SDK's own may have `Exception` added),
 * Node's (`ENOTFOUND`) when nothing answered, or else the SDK's.
 */
function awsServiceError(error, call) {
    const metadata = fieldOf(error, '$metadata');
    return new failure/* ServiceError */._7({
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
            const { fromIni, fromNodeProviderChain } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(719)]).then(__webpack_require__.t.bind(__webpack_require__, 29719, 19));
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

;// CONCATENATED MODULE: ./lib/world/files.js


/**
 * Files of this machine. `list` names regular files only: links, pipes and devices in a folder that others may write to
 * would lead elsewhere, or block whoever reads them.
 */
function createFiles() {
    return {
        read: (path) => unlessMissing((0,promises_.readFile)(path, 'utf8')),
        async write(path, text) {
            await makeDirectory((0,external_node_path_.dirname)(path));
            await (0,promises_.writeFile)(path, text, { mode: 0o600 });
        },
        append,
        async kind(path) {
            const found = await unlessMissing((0,promises_.stat)(path));
            if (found?.isDirectory())
                return 'directory';
            return found?.isFile() ? 'file' : undefined;
        },
        realPath: (path) => unlessMissing((0,promises_.realpath)(path)),
        makeDirectory,
        async list(directory) {
            const entries = (await unlessMissing((0,promises_.readdir)(directory, { recursive: true, withFileTypes: true }))) ?? [];
            return entries
                .filter((entry) => entry.isFile())
                .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name))
                .sort();
        },
        async copy(from, to) {
            await makeDirectory((0,external_node_path_.dirname)(to));
            await (0,promises_.copyFile)(from, to);
            await (0,promises_.chmod)(to, 0o600);
        },
        remove: (path) => (0,promises_.rm)(path, { recursive: true, force: true }),
    };
}
async function append(path) {
    await makeDirectory((0,external_node_path_.dirname)(path));
    const file = await (0,promises_.open)(path, 'a', 0o600);
    // One write after the other, since Node may write a long text in several pieces.
    let last = Promise.resolve();
    return {
        write(text) {
            const written = last.then(() => file.appendFile(text));
            last = written.catch(() => undefined);
            return written;
        },
        async close() {
            await last;
            await file.close();
        },
    };
}
async function makeDirectory(path) {
    await (0,promises_.mkdir)(path, { recursive: true, mode: 0o700 });
}
/** `undefined` where there is no such file, or its path leads through something that is no folder. */
async function unlessMissing(found) {
    try {
        return await found;
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw error;
    }
}
const isMissing = (error) => typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR');

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(44942);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth = __webpack_require__(92145);
;// CONCATENATED MODULE: ./lib/world/id-tokens.js




/**
 * GitHub's OIDC tokens, asked for as https://docs.github.com/actions/reference/security/oidc says. `getIDToken` of
 * `@actions/core` would lose the status and Node's error code, and try eleven times.
 */
function createIdTokens({ secrets, env }) {
    return {
        async request(audience) {
            const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = env;
            if (!address || !requestToken) {
                throw tokenError('NotOffered', 'The runner has no ACTIONS_ID_TOKEN_REQUEST_URL for this job');
            }
            const url = new URL(address);
            url.searchParams.set('audience', audience);
            const options = { allowRetries: false, socketTimeout: 15_000 };
            const client = new lib/* HttpClient */.Qq('claude-code-bedrock-action', [new auth/* BearerCredentialHandler */.tZ(requestToken)], options);
            const { result, statusCode } = await client.getJson(url.href).catch((error) => {
                throw requestError(error, url.hostname);
            });
            const token = textOf(result, 'value');
            if (token === undefined)
                throw tokenError('NoToken', `HTTP ${statusCode} without a token`, { status: statusCode });
            secrets.add(token);
            return token;
        },
    };
}
function requestError(error, host) {
    const message = textOf(error, 'message') ?? String(error);
    const status = numberOf(error, 'statusCode');
    if (status !== undefined)
        return tokenError(`HTTP${status}`, message, { status, host, cause: error });
    // The client says only in words that it gave up waiting; everything else that the network does has Node's code.
    const name = message.startsWith('Request timeout') ? 'TimeoutError' : 'Error';
    return tokenError(textOf(error, 'code') ?? name, message, { host, cause: error });
}
function tokenError(name, message, facts = {}) {
    return new failure/* ServiceError */._7({ service: 'GitHub OIDC', operation: 'GetIdToken', name, message, ...facts });
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(91659);
;// CONCATENATED MODULE: ./lib/world/job.js

/** The runner's file commands, through `@actions/core`; without a summary file (some runners have none) the summary is dropped. */
function createJob() {
    return {
        setOutput: (name, value) => core/* setOutput */.uH(name, value),
        exportVariable: (name, value) => core/* exportVariable */.dN(name, value),
        addPath: (directory) => core/* addPath */.fM(directory),
        saveState: (name, value) => core/* saveState */.LZ(name, value),
        async appendSummary(markdown) {
            await core/* summary */.z.addRaw(markdown, true).write();
        },
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
            core/* setSecret */.Pq(value);
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
        info: (text) => emit(() => harmlessLines(text).forEach((line) => core/* info */.pq(line))),
        debug: (text) => emit(() => core/* debug */.Yz(text)),
        notice: (message, title) => emit(() => core/* notice */.lm(message, titled(title))),
        warning: (message, title) => emit(() => core/* warning */.$e(message, titled(title))),
        error: (message, title) => emit(() => core/* error */.z3(message, titled(title))),
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
                core/* startGroup */.Oh(first.title);
                first.kept.forEach((print) => print());
            }
            if (!first.ended)
                return;
            core/* endGroup */.N4();
            this.#queue.shift();
        }
    }
}

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
            if (!send(fact.pid, 'SIGSTOP'))
                beyondReach.add(identity(fact));
        }
        if (fresh.length > 0)
            continue;
        for (const fact of alive)
            send(fact.pid, 'SIGKILL');
        await (0,external_node_timers_promises_.setTimeout)(10);
    }
    return known.size - beyondReach.size;
}
const identity = ({ pid, started }) => `${pid} ${started}`;
/** False when the process is not ours to signal; one that has just ended is as good as signalled. */
function send(pid, signal) {
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
    const killTree = treeKiller(child.pid, command.env[machine/* RUN_MARKER */.x]);
    const ended = endOf(child);
    child.once('exit', () => void closeOutput(child, { ended, killTree }));
    // A program may end without reading all of its input; how it ended tells more than the broken pipe.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(command.stdin);
    return {
        pid: child.pid,
        stdout: chunksOf(child.stdout),
        stderr: chunksOf(child.stderr),
        ended,
        signal: (name) => void child.kill(name),
        killTree,
    };
}
function endOf(child) {
    return new Promise((resolve) => {
        child.on('error', (error) => {
            if (child.pid === undefined)
                resolve({ code: undefined, signal: undefined, spawnError: error.message });
        });
        child.once('close', (code, signal) => resolve({ code: code ?? undefined, signal: signal ?? undefined, spawnError: undefined }));
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
async function* chunksOf(stream) {
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
function capture(file, args, options) {
    const { cwd, env, stdin = '', timeoutMs = 0 } = options;
    return new Promise((resolve) => {
        try {
            const child = (0,external_node_child_process_.execFile)(file, args, { cwd, env, timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 64 << 20, windowsHide: true }, (error, stdout, stderr) => {
                const code = error === null ? 0 : error.code;
                if (typeof code === 'number')
                    resolve({ code, stdout, stderr });
                else
                    resolve({ code: undefined, stdout, stderr: stderr || (error?.message ?? '') });
            });
            child.stdin?.on('error', () => undefined);
            child.stdin?.end(stdin);
        }
        catch (error) {
            resolve({ code: undefined, stdout: '', stderr: error instanceof Error ? error.message : String(error) });
        }
    });
}
const defined = (env) => Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
function neverStarted(spawnError) {
    return {
        pid: undefined,
        stdout: chunksOf(null),
        stderr: chunksOf(null),
        ended: Promise.resolve({ code: undefined, signal: undefined, spawnError }),
        signal: () => undefined,
        killTree: () => Promise.resolve(),
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/world/registry-credentials.js
/**
 * The credentials in npm's settings for a registry: `_authToken`, `_auth`, or `username` and `_password`, each named by
 * the registry's address without protocol; the longest address that is part of this one counts
 * (https://docs.npmjs.com/cli/v11/configuring-npm/npmrc#auth-related-configuration). Else those in the address itself.
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
 * for it alone knows its defaults; without it its files and variables are read
 * (https://docs.npmjs.com/cli/v11/configuring-npm/npmrc). The checkout's own `.npmrc` never counts.
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
            proxies: proxies(settings, env),
        },
        secrets: credentials?.secrets ?? [],
    };
}
/** What `npm config list --json` says, without the settings that are not text; empty where there is no npm to ask. */
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
    return parseNpmrc(await (0,promises_.readFile)(path, 'utf8').catch(() => ''), env);
}
/** The settings of an `.npmrc`: `key = value` lines, `${VARIABLE}` replaced where the variable is set, `;` and `#` comments. */
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
    const text = settings.cafile ? await (0,promises_.readFile)(settings.cafile, 'utf8').catch(() => '') : (settings.ca ?? '');
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
    return Object.fromEntries(Object.entries(chosen).flatMap(([name, value]) => (value && value !== 'null' ? [[name, value]] : [])));
}

;// CONCATENATED MODULE: ./lib/world/registry-http.js




const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * Gets from a registry, through its proxies, over at most five redirects; the credentials go to the registry's own origin
 * only. Resolves with the answer of status 200, its body unread; rejects with a ServiceError for all else.
 */
async function get(request) {
    let url = new URL(request.address);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
        const answer = await registry_http_send(url, request).catch((error) => {
            throw lostConnection(error, url, request);
        });
        const status = answer.statusCode ?? 0;
        if (status === 200)
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
    if (error instanceof failure/* ServiceError */._7)
        return error;
    const name = textOf(error, 'code') ?? 'ECONNRESET';
    // An error of several addresses at once has a code and no message.
    const message = textOf(error, 'message') ?? name;
    return fact(name, message, { url: address, request, cause: error });
}
/** The ServiceError of a failed get: address without credentials and query, and the proxy where one is used. */
function fact(name, message, about) {
    const { url, request, status, cause } = about;
    const proxy = proxyFor(url, request.registry);
    const through = proxy === undefined ? '' : ` (through the proxy ${plain(proxy)})`;
    return new failure/* ServiceError */._7({
        service: 'npm registry',
        operation: `GET ${request.what}`,
        name,
        message: `GET ${plain(url)}${through}: ${message}`,
        status,
        host: url.host,
        cause,
    });
}
function registry_http_send(url, { registry, accept, timeouts }) {
    const secure = url.protocol === 'https:';
    const known = url.origin === new URL(registry.url).origin && registry.authorization !== undefined;
    const proxyEnv = isLoopback(url) ? {} : { ...registry.proxies };
    const options = {
        // Bytes as published are what the digest is of: no content encoding.
        headers: { accept, 'accept-encoding': 'identity', ...(known && { authorization: registry.authorization }) },
        agent: secure
            ? new external_node_https_.Agent({ proxyEnv, ...(registry.ca && { ca: [...registry.ca] }) })
            : new external_node_http_.Agent({ proxyEnv }),
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
async function refusal(answer, url, request) {
    const status = answer.statusCode ?? 0;
    const said = wordsOf(await readText(answer, 4_096).catch(() => ''));
    return fact('HttpError', `${status} ${answer.statusMessage ?? ''}${said}`.trim(), { url, request, status });
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/world/tarball.js







// Chunk sizes decide the speed: measured with 2.1.330, 175 MB packed, 1.7 s with these and 3.1 s with Node's own.
const INPUT_BLOCK = 256 << 10;
const OUTPUT_CHUNK = 1 << 20;
/**
 * Reads an npm tarball once: digest, gunzip and untar of the same bytes, straight into place, in bounded memory. Reads on to
 * the end when unpacking breaks, so that the digest can say whether the bytes are wrong. Rejects when `body` does.
 */
async function unpackTarball(body, options) {
    const { extract } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const hash = (0,external_node_crypto_.createHash)('sha512');
    const gunzip = (0,external_node_zlib_.createGunzip)({ chunkSize: OUTPUT_CHUNK });
    const entries = extract();
    let problem;
    const unpacking = Promise.all([(0,external_node_stream_promises_.pipeline)(gunzip, entries), writeFiles(entries, options.directory)]).catch((error) => {
        problem = error;
    });
    let bytes = 0;
    try {
        for await (const block of blocksOf(body)) {
            hash.update(block);
            options.onBytes((bytes += block.length));
            if (problem === undefined && !gunzip.write(block))
                await Promise.race([(0,external_node_events_.once)(gunzip, 'drain'), unpacking]);
        }
        gunzip.end();
    }
    catch (error) {
        gunzip.destroy();
        throw error;
    }
    finally {
        await unpacking;
    }
    return { bytes, integrity: `sha512-${hash.digest('base64')}`, problem };
}
async function* blocksOf(body) {
    let chunks = [];
    let length = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        length += chunk.length;
        if (length < INPUT_BLOCK)
            continue;
        yield Buffer.concat(chunks);
        chunks = [];
        length = 0;
    }
    if (length > 0)
        yield Buffer.concat(chunks);
}
async function writeFiles(entries, directory) {
    for await (const entry of entries) {
        const { name, type } = entry.header;
        if (type !== 'directory') {
            const path = (0,external_node_path_.join)(directory, safePath(name, type));
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            await (0,external_node_stream_promises_.pipeline)(entry, (0,external_node_fs_.createWriteStream)(path, { mode: 0o644, highWaterMark: 4 * OUTPUT_CHUNK }));
        }
        entry.resume();
    }
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
    const timeouts = world.timeouts ?? { connectMs: 10_000, idleMs: 30_000 };
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
                if (!(error instanceof failure/* ServiceError */._7) || error.status !== 404)
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
            const answer = await get(request);
            const totalBytes = Number(answer.headers['content-length']) || undefined;
            let received = 0;
            const onBytes = (bytes) => options.onProgress?.({ bytes: (received = bytes), totalBytes });
            const unpacked = await unpackTarball(answer, { directory: options.directory, onBytes }).catch((error) => {
                throw cutShort(error, { url, request, received, totalBytes });
            });
            const framed = totalBytes !== undefined || answer.headers['transfer-encoding'] !== undefined;
            judge(unpacked, release, { url, request, framed });
            await (0,promises_.chmod)((0,external_node_path_.join)(options.directory, options.executable), 0o755).catch((error) => {
                if (textOf(error, 'code') !== 'ENOENT')
                    throw unusable(error, { url, request });
                throw fact('UnusableArchive', `the package holds no file ${options.executable}`, { url, request, cause: error });
            });
            return { bytes: unpacked.bytes };
        },
    };
}
/** The body decides: right bytes, wrong bytes, or too few where HTTP did not say how many there would be. */
function judge(unpacked, release, download) {
    const { bytes, integrity, problem } = unpacked;
    if (integrity === release.integrity) {
        if (problem !== undefined)
            throw unusable(problem, download);
        return;
    }
    if (!download.framed && textOf(problem, 'code') === 'Z_BUF_ERROR')
        throw fact('ShortBody', `the body ended early, after ${bytes} bytes`, download);
    throw fact('IntegrityMismatch', `the ${bytes} bytes that came are not ${release.name} ${release.version}: their digest is ${integrity}, expected is ${release.integrity}`, download);
}
function cutShort(error, about) {
    const { received, totalBytes, ...download } = about;
    const lost = lostConnection(error, download.url, download.request);
    const total = totalBytes === undefined ? '' : ` of ${totalBytes}`;
    const name = lost.name === 'IdleTimeout' ? lost.name : 'ShortBody';
    const reason = textOf(error, 'message') ?? name;
    return fact(name, `the body ended after ${received}${total} bytes: ${reason}`, { ...download, cause: error });
}
/** The right bytes, and still nothing to run: the disk refused them, or the package is not as it should be. */
function unusable(problem, download) {
    const message = textOf(problem, 'message') ?? String(problem);
    const fromDisk = textOf(problem, 'syscall') !== undefined;
    if (!fromDisk)
        return fact('UnusableArchive', message, { ...download, cause: problem });
    const name = textOf(problem, 'code') ?? 'Error';
    return new failure/* ServiceError */._7({ service: 'tool cache', operation: 'write', name, message, cause: problem });
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
    return new failure/* ServiceError */._7({ service: 'npm registry', operation: 'GET metadata', name, message });
}
/** A scoped name in an address has its slash encoded, as npm sends it. */
const escaped = (name) => name.replace('/', '%2f');

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

;// CONCATENATED MODULE: ./lib/world/sts.js




/** AWS STS by the AWS SDK, loaded when first needed; at its regional endpoint, or where AWS_ENDPOINT_URL_STS says. */
function createSts({ secrets, env }) {
    const load = () => Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
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
    return new failure/* ServiceError */._7({
        service: 'AWS STS',
        operation,
        name: 'IncompleteAnswer',
        message: 'The answer lacks what was asked for',
    });
}

;// CONCATENATED MODULE: ./lib/world/tool-cache.js





const RECORD = 'install.json';
const DRAFT = '.partial-';
const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * The tool cache below `directory` (`RUNNER_TOOL_CACHE`), in the layout of `@actions/tool-cache` 4: an entry counts when
 * `<tool>/<version>/<arch>` and `<arch>.complete` are there. Written by hand, because that package copies every file once
 * more (0.3 s for Claude Code) and knows no two writers at once.
 */
function createToolCache({ directory, clock }) {
    const placeOf = (tool) => (0,external_node_path_.join)(directory, tool.name, tool.version, tool.arch);
    return {
        async find(tool) {
            const place = placeOf(tool);
            return (await exists(`${place}.complete`)) && (await isWhole(place, tool)) ? place : undefined;
        },
        async add(tool, fill) {
            const place = placeOf(tool);
            const draft = await onDisk('make', async () => {
                await removeStaleDrafts((0,external_node_path_.join)(directory, tool.name), clock.now() - DAY_MS);
                await (0,promises_.mkdir)((0,external_node_path_.join)(directory, tool.name, tool.version), { recursive: true });
                return (0,promises_.mkdtemp)(`${place}${DRAFT}`);
            });
            try {
                await fill(draft);
                await onDisk('complete', async () => {
                    const { size } = await (0,promises_.stat)((0,external_node_path_.join)(draft, tool.executable));
                    await (0,promises_.writeFile)((0,external_node_path_.join)(draft, RECORD), JSON.stringify({ integrity: tool.integrity, size }));
                    // Made for its owner alone, as temporary directories are; the tool cache is for all of the machine.
                    await (0,promises_.chmod)(draft, 0o755);
                    await settle(draft, place, tool);
                    await (0,promises_.writeFile)(`${place}.complete`, '');
                });
            }
            finally {
                await (0,promises_.rm)(draft, { recursive: true, force: true });
            }
            return place;
        },
    };
}
/** Moves the draft to its place, unless another job's whole entry came first; what is there and broken makes way. */
async function settle(draft, place, tool) {
    for (let attempt = 1;; attempt++) {
        try {
            await (0,promises_.rename)(draft, place);
            return;
        }
        catch (error) {
            if (!(await exists(place)) || attempt === 5)
                throw error;
        }
        if (await isWhole(place, tool))
            return;
        const aside = `${draft}-replaced-${attempt}`;
        await (0,promises_.rename)(place, aside).catch(() => undefined);
        await (0,promises_.rm)(aside, { recursive: true, force: true });
    }
}
/** An entry that another action wrote has no record: its marker and an executable must do. */
async function isWhole(place, tool) {
    const executable = (0,external_node_path_.join)(place, tool.executable);
    try {
        await (0,promises_.access)(executable, external_node_fs_.constants.X_OK);
        const { size } = await (0,promises_.stat)(executable);
        const recorded = await readRecord((0,external_node_path_.join)(place, RECORD));
        if (recorded === undefined)
            return size > 0;
        return recorded.size === size && (tool.integrity ?? recorded.integrity) === recorded.integrity;
    }
    catch {
        return false;
    }
}
async function readRecord(path) {
    if (!(await exists(path)))
        return undefined;
    const record = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    return { size: fieldOf(record, 'size'), integrity: fieldOf(record, 'integrity') };
}
/** What installs that were killed left behind, of any version, not touched for a day. */
async function removeStaleDrafts(home, before) {
    const namesIn = (path) => (0,promises_.readdir)(path).catch(() => []);
    for (const version of await namesIn(home))
        for (const name of await namesIn((0,external_node_path_.join)(home, version))) {
            if (!name.includes(DRAFT))
                continue;
            const path = (0,external_node_path_.join)(home, version, name);
            const touched = await (0,promises_.stat)(path).catch(() => undefined);
            if (touched !== undefined && touched.mtimeMs < before)
                await (0,promises_.rm)(path, { recursive: true, force: true });
        }
}
async function onDisk(operation, task) {
    try {
        return await task();
    }
    catch (cause) {
        const name = textOf(cause, 'code') ?? 'Error';
        const message = textOf(cause, 'message') ?? name;
        throw new failure/* ServiceError */._7({ service: 'tool cache', operation, name, message, cause });
    }
}
const exists = (path) => (0,promises_.access)(path).then(() => true, () => false);

;// CONCATENATED MODULE: ./lib/world/index.js












/** The real world, for the environment of this process. Nothing is loaded or asked before it is used. */
function createWorld(env) {
    const clock = createClock();
    const secrets = createSecrets();
    const runner = readRunner(env);
    const processes = createProcesses(env);
    return {
        log: createLog(),
        secrets,
        clock,
        runner,
        idTokens: createIdTokens({ secrets, env }),
        sts: createSts({ secrets, env }),
        credentialSources: createCredentialSources({ secrets, env }),
        registry: createPackageRegistry({ env, processes, secrets }),
        toolCache: createToolCache({ directory: runner.toolCache, clock }),
        processes,
        files: createFiles(),
        artifacts: createArtifacts(env),
        job: createJob(),
    };
}


/***/ })

};
