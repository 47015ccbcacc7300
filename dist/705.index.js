export const id = 705;
export const ids = [705];
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
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71957);


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
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7))
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
        if (!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7))
            throw error;
        log.warning(`Claude Code was not saved in the Actions cache. ${error.message}.`);
    }
}
/** Undefined for the key of another tool, which the service gives where it only begins like this one. */
function digestIn(key, prefix) {
    return key.startsWith(prefix) ? /^([0-9a-f]{64})(\.[\w-]+)?$/.exec(key.slice(prefix.length))?.[1] : undefined;
}
function refused(message) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7({ service: 'Actions cache', operation: 'restore', name: 'IntegrityMismatch', message });
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
        async record(lines) {
            const redacted = lines.map((line) => redact(isJsonObject(line) ? line.trim() : JSON.stringify({ type: 'raw', text: line })));
            try {
                await file?.write([...(torn ? ['\n'] : []), ...redacted.flatMap((line) => [line, '\n'])]);
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

// EXTERNAL MODULE: ./lib/transcript/redact.js + 2 modules
var transcript_redact = __webpack_require__(92825);
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
    const known = {
        values: () => [...world.secrets.all(), ...named],
        patterns: () => [...(facts.transcript?.redact ?? []), ...(run.patterns ?? [])],
    };
    const { redact } = (0,transcript_redact/* createRedactor */.l)(known);
    const ofTranscript = (0,transcript_redact/* createRedactor */.l)(known);
    let state = { id: run.id, stage: 'running', exported: [] };
    let facts = { transcriptPath: place.transcript };
    const open = (name, by, onProblem) => openRecorder((0,external_node_path_.join)(place.transcript, name), { files: world.files, redact: by, onProblem });
    const recorder = await open(report/* TRANSCRIPT_FILES */.p.events, ofTranscript.redact, (error) => world.log.warning(redact(`The transcript is incomplete: ${String(error)}`)));
    // A full disk must not end the run: post goes on from what it finds.
    const refused = (error) => world.log.warning(redact(`Not left for the post step: ${String(error)}`));
    const reserve = (0,external_node_path_.join)(place.own, 'reserve');
    let reserved;
    // Opened at the first call, and no reason to warn: where the disk is full, the transcript says so.
    let diagnostics;
    return {
        place,
        redact,
        recorder: {
            ...recorder,
            record(lines) {
                reserved ??= fill(reserve, world.files).catch(() => undefined);
                return recorder.record(lines);
            },
        },
        struck: ofTranscript.struck,
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
            try {
                world.job.saveState('run', JSON.stringify(state));
            }
            catch (error) {
                refused(error);
            }
        },
        diagnose(call) {
            diagnostics ??= open(report/* TRANSCRIPT_FILES */.p.diagnostics, redact, () => undefined);
            void diagnostics.then((lines) => lines.record([JSON.stringify(call)]));
        },
        async close() {
            await recorder.close();
            await (await diagnostics)?.close();
            await reserved;
            await world.files.remove(reserve).catch(() => undefined);
        },
        save: () => world.files.write((0,external_node_path_.join)(place.own, FACTS_FILE), JSON.stringify(facts)).catch(refused),
    };
}
/** 4 MB, taken with the agent's first event and given back at the end, so that outputs, result, page and summary have room where the agent filled the disk. */
async function fill(reserve, files) {
    const file = await files.append(reserve);
    await file.write(new Array(64).fill(' '.repeat(64 * 1024))).finally(() => file.close());
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
    retryAfterMs;
    constructor(fact) {
        super(fact.message, { cause: fact.cause });
        this.service = fact.service;
        this.operation = fact.operation;
        this.name = fact.name;
        this.status = fact.status;
        this.requestId = fact.requestId;
        this.host = fact.host;
        this.retryAfterMs = fact.retryAfterMs;
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

/***/ 92825:
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

// EXTERNAL MODULE: ./lib/transcript/secret-patterns.js
var secret_patterns = __webpack_require__(57486);
;// CONCATENATED MODULE: ./lib/transcript/redact.js




/** Redacts the values known to be secret (kind `secret`), whatever looks like a secret, and the user's patterns (kind `pattern`). */
function createRedactor(known) {
    const counts = new Map();
    const strike = (kind) => {
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        return markerOf(kind);
    };
    let values = [];
    let literals = createLiteralFinder([]);
    let sources = [];
    let patterns = [];
    const learn = () => {
        const asked = known.patterns?.() ?? [];
        if (!isSame(asked, sources))
            patterns = asked.map((source) => new RegExp(source, 'gu'));
        sources = asked;
        const now = known.values();
        if (isSame(now, values))
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
    const redactLooks = (text) => {
        if (!HINTS.test(text))
            return text;
        return NAMED.reduce((rest, { kind, expression }) => rest.replace(expression, (_all, name) => name + strike(kind)), text.replace(PATTERNS, (_all, ...groups) => strike(kindOf(groups))));
    };
    const redactPatterns = (text) => {
        const struckBy = (pattern) => (part) => part.replace(pattern, (match) => (match === '' ? '' : strike('pattern')));
        return patterns.reduce((rest, pattern) => outsideMarkers(rest, struckBy(pattern)), text);
    };
    const redactPlain = (text) => redactPatterns(redactLooks(redactLiterals(text)));
    /** A number is struck as a whole, and becomes a string. */
    const redactNumber = (digits) => {
        if (literals.occurs(digits))
            return JSON.stringify(strike('secret'));
        return redactPatterns(digits) === digits ? digits : JSON.stringify(markerOf('pattern'));
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
            if (patterns.length === 0 && !literals.occurs(text) && !HINTS.test(text))
                return text;
            return (0,json_text/* isJsonDocument */.s)(text) ? (0,json_text/* changeJson */.R)(text, { string: redactValue, number: redactNumber }) : redactPlain(text);
        },
        struck: () => Object.fromEntries(counts),
    };
}
const isSame = (a, b) => a.length === b.length && a.every((item, at) => item === b[at]);
const markerOf = (kind) => `[redacted:${kind}]`;
/** What is struck already stays as it is, whatever a pattern matches. */
const outsideMarkers = (text, change) => text
    .split(redact_MARKER)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join('');
const redact_MARKER = /(\[redacted:[a-z-]+\])/;
const HINTS = new RegExp([...secret_patterns/* SECRET_PATTERNS */.XN.map(({ hint }) => hint), ...secret_patterns/* NAMED_SECRET_PATTERNS */.hD.map(({ name }) => name)].join('|'));
const PATTERNS = new RegExp(secret_patterns/* SECRET_PATTERNS */.XN.map(({ expression }) => `(${expression})`).join('|'), 'g');
const NAMED = secret_patterns/* NAMED_SECRET_PATTERNS */.hD.map(({ kind, name, value }) => ({
    kind,
    expression: new RegExp(`(${name}${secret_patterns/* NAME_SEPARATOR */.eT})${value}`, 'g'),
    name: new RegExp(`${name}$`),
    value: new RegExp(`^${value}$`),
}));
/** Each pattern is a group of its own in {@link PATTERNS}; the one that took part names the kind. */
const kindOf = (groups) => secret_patterns/* SECRET_PATTERNS */.XN.find((_pattern, at) => groups[at] !== undefined)?.kind ?? 'secret';


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


/***/ }),

/***/ 57486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XN: () => (/* binding */ SECRET_PATTERNS),
/* harmony export */   eT: () => (/* binding */ NAME_SEPARATOR),
/* harmony export */   hD: () => (/* binding */ NAMED_SECRET_PATTERNS),
/* harmony export */   q3: () => (/* binding */ LONE_SECRET_KEY)
/* harmony export */ });
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
    {
        kind: 'aws-secret-access-key',
        name: `${anyCase('secret')}[_ -]?${anyCase('access')}[_ -]?${anyCase('key')}`,
        value: '[A-Za-z0-9/+%]{40,}',
    },
    {
        kind: 'aws-session-token',
        name: `(?:${anyCase('session')}|${anyCase('security')})[_-]?${anyCase('token')}`,
        value: '[A-Za-z0-9/+=%]{100,}',
    },
];
/**
 * A word in capitals, small letters, or both. Not `(?i:...)`: V8 finds less with it when it compiles an expression without
 * optimization, as it does now and then (seen with Node 24.21 and `--no-regexp-optimization`).
 */
function anyCase(word) {
    return word.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
/** What may stand between a name and its value: JSON, YAML, shell, XML and escaped JSON. */
const NAME_SEPARATOR = String.raw `["'\\\s:=>]{1,16}`;
/**
 * An AWS secret access key by its look alone: 40 characters of base64, of each sort one. For a process that does not know
 * the run's own credentials; elsewhere it would strike too much.
 */
const LONE_SECRET_KEY = String.raw `(?<![\w/+=])(?=[a-z\d/+]*[A-Z])(?=[A-Z\d/+]*[a-z])(?=[A-Za-z/+]*\d)[A-Za-z\d/+]{40}(?![\w/+=])`;


/***/ }),

/***/ 29902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   rl: () => (/* binding */ numberOf)
/* harmony export */ });
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


/***/ }),

/***/ 990:
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
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
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
        const { code, message } = (0,failure/* asFailure */.h_)(error);
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
// EXTERNAL MODULE: ./lib/world/error-fields.js
var error_fields = __webpack_require__(29902);
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
                const message = (0,error_fields/* textOf */.b6)(body, 'message') ?? `Failed request: (${status})`;
                throw tokenError(`HTTP${status}`, message, { status, host: url.hostname });
            }
            const token = (0,error_fields/* textOf */.b6)(body, 'value');
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
        const name = (0,error_fields/* textOf */.b6)(error, 'code') ?? 'Error';
        // An error of several addresses at once has a code and no message.
        throw tokenError(name, (0,error_fields/* textOf */.b6)(error, 'message') ?? name, facts);
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
    return new failure/* ServiceError */._7({ service: 'GitHub OIDC', operation: 'GetIdToken', name, message, ...facts });
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
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
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
        const place = { host: '127.0.0.1', port: 0 };
        // Told a host, `listen` looks it up as if it were a name, which takes 6 ms. Node has this class since 24.19, the one of runner 2.336.
        server.listen("BoundSocket" in external_node_net_ ? new external_node_net_.BoundSocket(place) : place);
    });
}
function loopback_close(server) {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}

;// CONCATENATED MODULE: ./lib/world/on-demand.js
// Adapters that the agent's start does not need where its executable is at hand: each is loaded at its first call, since what
// is loaded before holds up the start.
/** AWS STS; see `sts.ts`. */
function stsOnDemand(world) {
    const loaded = once(async () => (await __webpack_require__.e(/* import() */ 268).then(__webpack_require__.bind(__webpack_require__, 54268))).createSts(world));
    return {
        prepare() {
            loaded().then((sts) => sts.prepare(), () => undefined);
        },
        assumeRoleWithWebIdentity: async (...call) => (await loaded()).assumeRoleWithWebIdentity(...call),
        assumeRole: async (...call) => (await loaded()).assumeRole(...call),
        callerIdentity: async (...call) => (await loaded()).callerIdentity(...call),
    };
}
/** Where else AWS keys may be; see `credential-sources.ts`. */
function credentialSourcesOnDemand(world) {
    const loaded = once(async () => (await __webpack_require__.e(/* import() */ 636).then(__webpack_require__.bind(__webpack_require__, 47636))).createCredentialSources(world));
    return { load: async (...question) => (await loaded()).load(...question) };
}
/** The npm registry; see `registry.ts`. */
function registryOnDemand(world) {
    const loaded = once(async () => (await __webpack_require__.e(/* import() */ 692).then(__webpack_require__.bind(__webpack_require__, 57692))).createPackageRegistry(world));
    return {
        address: async (...question) => (await loaded()).address(...question),
        version: async (...question) => (await loaded()).version(...question),
        versions: async (...question) => (await loaded()).versions(...question),
        unpack: async (...task) => (await loaded()).unpack(...task),
    };
}
/** The runner's tool cache; see `tool-cache.ts`. */
function toolCacheOnDemand(place) {
    const loaded = once(async () => (await __webpack_require__.e(/* import() */ 480).then(__webpack_require__.bind(__webpack_require__, 41480))).createToolCache(place));
    return {
        find: async (...question) => (await loaded()).find(...question),
        add: async (...task) => (await loaded()).add(...task),
        addForJob: async (...task) => (await loaded()).addForJob(...task),
    };
}
/** The Actions cache; see `actions-cache.ts`. */
function actionsCacheOnDemand(world) {
    const loaded = once(async () => (await __webpack_require__.e(/* import() */ 100).then(__webpack_require__.bind(__webpack_require__, 100))).createActionsCache(world));
    return {
        access: async () => (await loaded()).access(),
        find: async (...question) => (await loaded()).find(...question),
        restore: async (...task) => (await loaded()).restore(...task),
        save: async (...task) => (await loaded()).save(...task),
    };
}
/** Artifacts of the workflow run; see `artifacts.ts`. */
function artifactsOnDemand(env) {
    const loaded = once(async () => (await __webpack_require__.e(/* import() */ 779).then(__webpack_require__.bind(__webpack_require__, 9779))).createArtifacts(env));
    return { upload: async (...task) => (await loaded()).upload(...task) };
}
/** What `make` makes, which is asked for at the first call and no more. */
function once(make) {
    let made;
    return () => (made ??= make());
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
/** Sends a signal; false when the process is not ours to signal, while one that has just ended is as good as signalled. */
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
    const message = (0,error_fields/* textOf */.b6)(error, 'message') ?? String(error);
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
        stdout: chunksOf(child.stdout),
        stderr: chunksOf(child.stderr),
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
        send(program, name);
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
            const { SignatureV4 } = await __webpack_require__.e(/* import() */ 880).then(__webpack_require__.t.bind(__webpack_require__, 75118, 19));
            const { accessKeyId, secretAccessKey, sessionToken } = keys;
            const signer = new SignatureV4({
                service: 'bedrock',
                region,
                sha256: Sha256,
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
/** The signer's interface of a hash, keyed or not. */
class Sha256 {
    #hash;
    constructor(secret) {
        this.#hash = secret === undefined ? (0,external_node_crypto_.createHash)('sha256') : (0,external_node_crypto_.createHmac)('sha256', bytesOf(secret));
    }
    update(data) {
        this.#hash.update(bytesOf(data));
    }
    digest() {
        return Promise.resolve(this.#hash.digest());
    }
    reset() {
        throw new Error('A hash is used once.');
    }
}
function bytesOf(data) {
    if (typeof data === 'string')
        return Buffer.from(data);
    return data instanceof ArrayBuffer
        ? new Uint8Array(data)
        : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

;// CONCATENATED MODULE: ./lib/world/upstream.js




/** Calls to Bedrock as they are, over one pool of connections for the run. */
function createUpstream(env, bounds = {}) {
    const http = proxiedHttp(env, bounds);
    return {
        async send(request, gone) {
            const answer = await http.send(request, gone).catch((error) => {
                throw lostConnection(error, request);
            });
            return { status: answer.statusCode ?? 0, headers: headersOf(answer), body: answer };
        },
        close: () => http.close(),
    };
}
function lostConnection(error, { operation, origin }) {
    const name = (0,error_fields/* textOf */.b6)(error, 'code') ?? (0,error_fields/* textOf */.b6)(error, 'name') ?? 'Error';
    return new failure/* ServiceError */._7({
        service: 'Amazon Bedrock',
        operation,
        name,
        // An error of several addresses at once has a code and no message.
        message: (0,error_fields/* textOf */.b6)(error, 'message') ?? name,
        host: (0,error_fields/* textOf */.b6)(error, 'hostname') ?? new URL(origin).hostname,
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
        sts: stsOnDemand({ secrets, env }),
        credentialSources: credentialSourcesOnDemand({ secrets, env }),
        containerCredentials: createContainerCredentials({ loopback, clock }),
        loopback,
        signer: createSigner(),
        upstream: createUpstream(env),
        registry: registryOnDemand({ env, processes, secrets }),
        toolCache: toolCacheOnDemand({ directory: runner.toolCache, temp: runner.temp, clock }),
        actionsCache: actionsCacheOnDemand({ env, processes }),
        processes,
        files: createFiles(),
        artifacts: artifactsOnDemand(env),
        job: createJob(),
    };
}


/***/ }),

/***/ 1869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ keepMemorySmall)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78877);

/**
 * Keeps what has already died from taking memory, for a process that has started up. V8 would let new objects grow to 128 MB
 * before it looks for those that live; here nearly all die with their event, and looking often costs nothing (measured with
 * Node 24.21: a transcript of a gigabyte takes 60 MB less, and no more time).
 */
function keepMemorySmall() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--semi-space-growth-factor=1');
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
