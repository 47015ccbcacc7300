import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 38321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   PI: () => (/* binding */ quoteError),
/* harmony export */   Pq: () => (/* binding */ json),
/* harmony export */   SH: () => (/* binding */ blocksOf),
/* harmony export */   Xc: () => (/* binding */ fixText),
/* harmony export */   _7: () => (/* binding */ ServiceError),
/* harmony export */   bT: () => (/* binding */ ini),
/* harmony export */   h_: () => (/* binding */ asFailure),
/* harmony export */   oQ: () => (/* binding */ yaml),
/* harmony export */   vf: () => (/* binding */ shell)
/* harmony export */ });
/* unused harmony export FAILURE_CODES */
/** The closed set of failure codes; each is a heading of `docs/TROUBLESHOOTING.md`. */
const FAILURE_CODES = (/* unused pure expression or super */ null && ([
    'input-invalid',
    'workspace-missing',
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
    'guardrail-intervened',
    'model-refused',
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
/** YAML to copy: lines of a workflow, at the indentation they have below their job or step. */
const yaml = (code) => ({ kind: 'code', language: 'yaml', code });
/** A JSON document to copy, such as a policy. */
const json = (value) => ({
    kind: 'code',
    language: 'json',
    code: JSON.stringify(value, undefined, 2),
});
/** Commands to copy, one a line. */
const shell = (code) => ({ kind: 'code', language: 'shell', code });
/** Lines of a configuration file to copy. */
const ini = (code) => ({ kind: 'code', language: 'ini', code });
/** A fix as a list of blocks; empty prose is left out. */
function blocksOf(fix) {
    const parts = typeof fix === 'string' ? [fix] : fix;
    const blocks = parts.map((part) => (typeof part === 'string' ? { kind: 'text', text: part } : part));
    return blocks.filter((block) => block.kind === 'code' || block.text !== '');
}
/** A fix as plain text, for the log and the annotation: blocks apart by an empty line, code indented by four spaces. */
function fixText(fix) {
    return fix
        .map((block) => (block.kind === 'text' ? block.text : block.code.replaceAll(/^(?=.)/gm, '    ')))
        .join('\n\n');
}
/**
 * Why a run cannot go on. `message` says what failed in the service's own words and what that means; `fix` says what to
 * do, with the lines of YAML, policy statement or command to use. Neither ever holds a secret or the prompt.
 */
class Failure extends Error {
    code;
    fix;
    /** Whether the same thing may succeed a moment later. */
    retryable;
    constructor(code, text) {
        super(text.message, { cause: text.cause });
        this.name = 'Failure';
        this.code = code;
        this.fix = blocksOf(text.fix ?? text.hint ?? '');
        this.retryable = text.retryable ?? false;
    }
    /** The fix as plain text. To be replaced by `fix`. */
    get hint() {
        return fixText(this.fix);
    }
}
/**
 * What a service answered, as an adapter saw it, with no opinion on what it means. `name` is the service's error name
 * without namespace and suffix (`AccessDenied`, or Node's `ENOTFOUND` when nothing answered), `status` the HTTP status
 * (absent when nothing answered).
 */
class ServiceError extends Error {
    service;
    operation;
    name;
    status;
    requestId;
    host;
    retryAfterMs;
    causeName;
    constructor(fact) {
        super(fact.message, { cause: fact.cause });
        this.service = fact.service;
        this.operation = fact.operation;
        // On the wire AWS writes `com.amazon.coral#ThrottlingException:http://internal.amazon.com/...`.
        this.name = fact.name.replace(/^.*#/, '').replace(/:.*$/s, '');
        this.status = fact.status;
        this.requestId = fact.requestId;
        this.host = fact.host;
        this.retryAfterMs = fact.retryAfterMs;
        this.causeName = fact.causeName;
    }
}
/** Any error as a Failure: one that nobody explained keeps the words it came with, under the code `unexpected`. */
function asFailure(error) {
    if (error instanceof Failure)
        return error;
    const words = error instanceof ServiceError
        ? quoteError(error)
        : error instanceof Error
            ? (error.stack ?? error.message)
            : String(error);
    return new Failure('unexpected', {
        message: `Something failed that this action does not know: ${words}`,
        hint: 'Please report it, with result.json of the transcript folder.',
        cause: error,
    });
}
/**
 * A service's answer on one line: its words, and in parentheses its name, status, `facts` and request id, as far as they
 * are known.
 */
function quoteError(error, facts = []) {
    const name = error.name === 'Error' ? '' : error.name;
    const status = error.status === undefined ? '' : `HTTP ${error.status}`;
    const request = error.requestId === undefined ? '' : `request id ${error.requestId}`;
    const known = [name, status, ...facts, request].filter(Boolean).join(', ');
    return `${error.service} ${error.operation}: ${error.message || 'no message'}${known && ` (${known})`}`;
}


/***/ }),

/***/ 75691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _run_context_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(40716);
// One bundle for both entry points, so that they share its parts: `dist/post.js` is one line that imports this file.

// How many blocks of 8 MB @actions/artifact holds in memory at once; 5 unless told.
process.env.ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY ||= '2';
if (!process.argv[1]?.endsWith('post.js'))
    await Promise.all(/* import() */[__nccwpck_require__.e(429), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 80342));
// Most runs leave post nothing to do, and it ends before it has loaded anything.
else if (!(0,_run_context_js__WEBPACK_IMPORTED_MODULE_0__/* .nothingLeftToDo */ .zI)(process.env.STATE_run))
    await Promise.all(/* import() */[__nccwpck_require__.e(429), __nccwpck_require__.e(317)]).then(__nccwpck_require__.bind(__nccwpck_require__, 15317));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 16413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Je: () => (/* binding */ stringOf),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   rl: () => (/* binding */ numberOf),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/** Reads JSON text; undefined when it is none. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A property of any value; undefined where there is none. */
function fieldOf(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
/** A property that is a string and not empty. */
function stringOf(value, name) {
    const field = fieldOf(value, name);
    return typeof field === 'string' && field !== '' ? field : undefined;
}
/** A property that is a finite number. */
function numberOf(value, name) {
    const field = fieldOf(value, name);
    return typeof field === 'number' && Number.isFinite(field) ? field : undefined;
}
/** Whether a value is an object that is no array. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 40716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ho: () => (/* binding */ FACTS_FILE),
  zI: () => (/* binding */ nothingLeftToDo),
  Bm: () => (/* binding */ openRunContext),
  Bu: () => (/* binding */ parseState)
});

// UNUSED EXPORTS: placeOf

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/transcript/redact.js + 1 modules
var transcript_redact = __nccwpck_require__(45497);
// EXTERNAL MODULE: ./lib/transcript/json-text.js
var json_text = __nccwpck_require__(68052);
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

// EXTERNAL MODULE: ./lib/transcript/types.js
var types = __nccwpck_require__(36611);
// EXTERNAL MODULE: ./lib/transcript/secrets.js
var secrets = __nccwpck_require__(15611);
;// CONCATENATED MODULE: ./lib/run-context.js






/** Opens the transcript, and records for post where to find it. */
async function openRunContext(run, world) {
    const place = placeOf(run.id, world.runner);
    const named = (0,secrets/* secretVariables */.c8)(run.env);
    const configured = [];
    const known = {
        values: () => [...world.secrets.all(), ...named.values, ...configured],
        patterns: () => [...(facts.transcript?.redact ?? []), ...(run.patterns ?? [])],
        now: () => world.clock.now(),
    };
    const { redact, redactEvent, holdsKnown } = (0,transcript_redact/* createRedactor */.l)(known);
    const ofTranscript = (0,transcript_redact/* createRedactor */.l)(known);
    let state = { id: run.id, stage: 'running', exported: [] };
    let facts = { transcriptPath: place.transcript };
    const open = (name, by, onProblem) => openRecorder((0,external_node_path_.join)(place.transcript, name), { files: world.files, redact: by, onProblem });
    const recorder = await open(types/* TRANSCRIPT_FILES */.p.events, ofTranscript.redactEvent, (error) => world.log.warning(redact(`The transcript is incomplete: ${String(error)}`)));
    const reserve = diskReserve((0,external_node_path_.join)(place.own, 'reserve'), world.files);
    // A full disk must not end the run: post goes on from what it finds.
    const warnOfPost = (error) => world.log.warning(redact(`Not saved for the post step: ${String(error)}`));
    // Opened at the first call. Where the disk is full, the transcript warns already.
    let diagnosticsPromise;
    return {
        place,
        redact,
        redactEvent,
        secretFinder: {
            holdsKnownSecret: holdsKnown,
            looksSecret: (text) => redact(text) !== text,
        },
        recorder: {
            ...recorder,
            record(lines) {
                reserve.take();
                return recorder.record(lines);
            },
        },
        plainVariables: named.plain,
        addSecrets: (values) => void configured.push(...values),
        redactedCounts: ofTranscript.redacted,
        facts: () => facts,
        update: (more) => (facts = { ...facts, ...more }),
        fail(error) {
            const { code, message, fix } = redacted((0,errors/* asFailure */.h_)(error), redact);
            if (facts.failure === undefined)
                facts = { ...facts, failure: { code, message, fix } };
            else
                world.log.warning(`${message}\n${(0,errors/* fixText */.Xc)(fix)}`, code);
        },
        saveState(more) {
            state = { ...state, ...more };
            try {
                world.job.saveState('run', JSON.stringify(state));
            }
            catch (error) {
                warnOfPost(error);
            }
        },
        recordCall(call) {
            diagnosticsPromise ??= open(types/* TRANSCRIPT_FILES */.p.diagnostics, redact, () => undefined);
            void diagnosticsPromise.then((lines) => lines.record([JSON.stringify(call)]));
        },
        async close() {
            await recorder.close();
            await (await diagnosticsPromise)?.close();
            await reserve.giveBack();
        },
        saveFacts: () => world.files.write((0,external_node_path_.join)(place.own, FACTS_FILE), JSON.stringify(facts)).catch(warnOfPost),
    };
}
/** Where main leaves its facts for post, in the run's own folder. */
const FACTS_FILE = 'facts.json';
function redacted({ code, message, fix }, redact) {
    const blocks = fix.map((block) => block.kind === 'text' ? { ...block, text: redact(block.text) } : { ...block, code: redact(block.code) });
    return { code, message: redact(message), fix: blocks };
}
/** 4 MB, taken with the agent's first event and given back at the end: outputs, page and summary have room where the agent filled the disk. */
function diskReserve(path, files) {
    let takingPromise;
    const fill = async () => {
        const file = await files.append(path);
        await file.write(new Array(64).fill(' '.repeat(64 * 1024))).finally(() => file.close());
    };
    return {
        take: () => void (takingPromise ??= fill().catch(() => undefined)),
        async giveBack() {
            await takingPromise;
            await files.remove(path).catch(() => undefined);
        },
    };
}
/** Where the run with this id keeps its files. */
function placeOf(id, runner) {
    const folder = (0,external_node_path_.join)(runner.temp, `claude-code-bedrock-${id}`);
    return { transcript: (0,external_node_path_.join)(folder, 'transcript'), claudeConfig: (0,external_node_path_.join)(folder, 'claude'), own: (0,external_node_path_.join)(folder, 'own') };
}
/** Reads what main recorded; undefined when main never came to record anything. */
function parseState(text) {
    if (!text)
        return undefined;
    const state = JSON.parse(text);
    return isRunState(state) ? state : undefined;
}
/** Whether main completed everything, exported nothing that is to be cleared, and left nothing to save. */
function nothingLeftToDo(text) {
    const state = parseState(text);
    return state === undefined || (state.stage === 'done' && state.exported.length === 0 && state.toSave === undefined);
}
/** Main of this very release wrote it, so its outline is proof enough. */
function isRunState(value) {
    return typeof value === 'object' && value !== null && 'id' in value && 'stage' in value && 'exported' in value;
}


/***/ }),

/***/ 68052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ changeJson),
/* harmony export */   s: () => (/* binding */ isJsonDocument)
/* harmony export */ });
/** Changes strings and numbers of a valid JSON text and leaves every other byte as it is; `keys` are those of {@link JsonPlace.isInside}. */
function changeJson(json, change, keys = new Set()) {
    const parts = [];
    const containers = [];
    let container = { isObject: false, key: undefined, isInside: false };
    /** The key whose value comes next. */
    let key;
    let previous;
    const placeOf = (isKey) => {
        const behind = isKey ? undefined : container.isObject ? key : container.key;
        return { key: behind, isKey, isInside: container.isInside || (behind !== undefined && keys.has(behind)) };
    };
    const changeBetween = (sign) => {
        if (sign === '{' || sign === '[') {
            const { key: behind, isInside } = placeOf(false);
            containers.push(container);
            container = { isObject: sign === '{', key: behind, isInside };
            key = undefined;
        }
        else if (sign === '}' || sign === ']') {
            container = containers.pop() ?? container;
            key = undefined;
        }
        else if (sign === ',')
            key = undefined;
        else if (sign === ':')
            key = previous;
        else
            return change.number(sign, placeOf(false));
        return sign;
    };
    let from = 0;
    for (let start = json.indexOf('"'); start >= 0; start = json.indexOf('"', from)) {
        parts.push(json.slice(from, start).replace(SIGN, changeBetween));
        from = stringEnd(json, start);
        const token = json.slice(start, from);
        const value = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
        const changed = change.string(value, placeOf(container.isObject && key === undefined));
        parts.push(changed === value ? token : JSON.stringify(changed));
        previous = value;
    }
    parts.push(json.slice(from).replace(SIGN, changeBetween));
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
/** What may stand between strings, but for white space and words. */
const SIGN = /[{}[\],:]|-?\d[\d.eE+-]*/g;
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

/***/ 39890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ createLiteralFinder)
/* harmony export */ });
/**
 * A function that finds where any of the literals (each at least 2 characters) occurs in a text, in order; occurrences that
 * overlap or touch are one span. The method is that of Wu and Manber: a table tells for each two characters how far the text
 * can be skipped. For 170 forms of 30 unlike secrets it reads 0.6 to 1 GB/s, where one regular expression of alternatives reads 0.07
 * (Node 24).
 */
function createLiteralFinder(literals) {
    const all = [...new Set(literals)];
    if (all.length === 0)
        return () => [];
    const shortest = Math.min(...all.map(({ length }) => length));
    const skips = new Uint8Array(TABLE_SIZE).fill(Math.min(shortest - 1, 255));
    const candidates = new Map();
    for (const literal of all) {
        for (let last = 1; last < shortest; last++) {
            const pair = pairAt(literal, last);
            skips[pair] = Math.min(skips[pair] ?? 0, shortest - 1 - last);
        }
        const pair = pairAt(literal, shortest - 1);
        candidates.set(pair, [...(candidates.get(pair) ?? []), literal]);
    }
    return (text) => {
        const spans = [];
        for (let last = shortest - 1; last < text.length;) {
            const pair = pairAt(text, last);
            const skip = skips[pair] ?? 0;
            last += Math.max(skip, 1);
            if (skip > 0)
                continue;
            const start = last - shortest;
            for (const literal of candidates.get(pair) ?? []) {
                if (!text.startsWith(literal, start))
                    continue;
                const [end, previous] = [start + literal.length, spans.at(-1)];
                if (previous === undefined || start > previous.end)
                    spans.push({ start, end });
                else
                    previous.end = Math.max(previous.end, end);
            }
        }
        return spans;
    };
}
const TABLE_SIZE = 1 << 16;
/** Index in the tables of the two characters that end at `last`; different pairs may share one. */
const pairAt = (text, last) => ((text.charCodeAt(last - 1) << 8) ^ text.charCodeAt(last)) & (TABLE_SIZE - 1);


/***/ }),

/***/ 68646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ PROTOCOL_WORDS),
/* harmony export */   p: () => (/* binding */ CONFIGURATION_WORDS)
/* harmony export */ });
/**
 * Words of Claude Code's protocol, in small letters: keys of its events and session files, and values of their fields that are
 * one of a few (recorded with 2.1.330). Those of fewer than 6 characters are never looked for.
 */
const PROTOCOL_WORDS = wordsOf(`
aborted_tools accept acceptedits additional_directories agent_id agentid agents analytics_disabled api_error
api_error_params api_error_status api_retry apikeysource askuserquestion assistant async_launched attachment attempt
autocompact background background_tasks_changed bashoutput bedrock boolean budget budget_exhausted builtin by_type
bypasspermissions cache_creation cache_creation_input_tokens cache_read_input_tokens
cachecreationephemeral1hinputtokens cachecreationephemeral5minputtokens cachecreationinputtokens
cachereadinputtokens cancontinueagent canonicalmodel canreadoutputfile capabilities claude claude_code_version
code-review compact compact_boundary compact_metadata compact_output_chars compact_result compacting completed
concurrency_limit config connected container content content_block_delta content_block_start content_block_stop
context context_management contextwindow control_request control_response cost-state costbasis costusd create
croncreate crondelete cronlist cumulative_dropped_tokens decision decision_reason_type default depth_limit
description diagnostics disabled dontask duration_api_ms duration_ms effort end_time end_turn enterplanmode
enterworktree ephemeral_1h_input_tokens ephemeral_5m_input_tokens error_during_execution error_max_budget_usd
error_max_structured_output_retries error_max_turns error_status errors estimated_tokens estimated_tokens_delta
exitplanmode exitworktree explore external failed fallback_credit fast_mode_disabled_reason fast_mode_state
file-history-snapshot filepath first_content_frame_ms foreground function general-purpose gitbranch
guardrail_intervened hook_response hook_started inference_geo input_json_delta input_tokens inputtokens interrupted
is_api_error_message is_backgrounded is_error isapierrormessage isasync isimage ismeta issidechain issynthetic
iterations killed killshell last_tool_name leafuuid list-agents listagents local_agent local_bash
logical_parent_uuid logicalparentuuid max_depth max_output_tokens max_retries max_tokens max_turns maxoutputtokens
mcp_servers memory_paths message message_delta message_start message_stop messaging_socket_path model_not_found
model_usage_since_last_result modelusage monitor multiedit needs-auth newlines newstart newstring non_execution_kind
nooutputexpected not_first_party notebookedit notebookread notification num_turns number numlines object oldlines
oldstart oldstring origin original_cwd originalfile output-style output_file output_limit output_style output_tokens
output_tokens_details outputfile outputtokens parent parent_tool_use_id parentuuid pause_turn pending
per_turn_effort_active permission-mode permission-rule permission_decision permission_denials permission_denied
permissionmode persistedoutputpath persistedoutputsize plugins post_tokens posttooluse pre_tokens precompact
pretooluse producer product_feedback_disabled progress prompt provider queue-operation queued_turn_count rate_limit
rate_limit_event reason_type redacted_thinking refusal refused reject replaceall reportfindings request_id requested
requestid resolvedmodel result result_index retry_delay_ms run_id safety_stops schedulewakeup sdk_mcp_manifests
sdk_mcp_tools_list_changed security-review sendmessage served_by_anthropic server_error server_tool_use service_tier
session-task session_id sessionend sessionid sessionstart signature signature_delta skills slash_commands
slashcommand source sourcetoolassistantuuid spawn_depth spawned spawned_by_subagents standard started_in_background
startline status stderr stdout stop_details stop_reason stop_sequence stopped stream_event string structured_output
structuredoutput structuredpatch subagent_stats subagent_type subagentstop subcommandresults subtype success summary
summary_is_report system task-notification task_description task_id task_notification task_progress task_started
task_type task_updated taskcreate taskget tasklist taskoutput taskstop taskupdate terminal_reason
terminal_slash_commands text_delta thinking thinking_delta thinking_duration_ms thinking_tokens thinkingtokens
time_to_request_ms timestamp todowrite tool_input tool_name tool_result tool_result_meta tool_use tool_use_id
tool_use_result tool_uses toolsearch tooluseresult total_cost_usd total_tokens totallines trigger ttft_ms
ttft_stream_ms ultrathink_available ultrathink_typed_raises unknown user-rejected usermodified userpromptsubmit
usertype verify view_mode web_fetch_requests web_search_requests webfetch websearch websearchrequests workflow
`);
/** Common words of configuration, in small letters, among them the passwords that documentation gives test databases. */
const CONFIGURATION_WORDS = wordsOf(`
access action actions active address administrator alpine amazon amazonaws android anonymous apache
archive artifact artifacts backend backup bearer binary branch browser bucket bundle cached certificate
changeme channel checkout cluster cluster-admin command common compose configuration console cookie credential
credentials current custom cypress database datadog debian debugging decimal defaults delete deploy deployment
desktop develop developer development digest directory disable docker dockerhub domain download dry-run
elasticsearch element enable enabled encoding endpoint engine english enterprise environment eslint example expired
explicit export feature feature-flag federated fedora filter folder format frontend gateway general
github github-actions gitlab global golang gradle grafana handler header headers health helper history hosted ignore
implicit import inactive inbound include inherit initial inline install instance integration internal invalid
jenkins keycloak kotlin kubernetes language latest library license limited linear linter listen localhost
locked logger logging logical manager manual mariadb master maximum member memory metadata metrics
minimal minimum minioadmin mirror missing mobile module mongodb monorepo native network nightly
nodejs normal notify offline online opensearch operator option optional options oracle organization
output override package packages parameter passthrough password permission pipeline
placeholder platform playwright plugin policy polling postgres postgresql preprod preview primary private
process processor product production profile program project projects promote protected
public publish published publisher pytest python rabbitmq read-only read-write readme readonly
region registry release release-candidate releases remote replica report repository request required resource
response restart restricted review reviewer rollback router routes runner running runtime sample sandbox scheduled
schema script secret secrets security selenium self-hosted sentry server service service-account session settings
shared signed skipped snapshot software sonarqube sources stable staging standby started static
storage strict subnet subscription support swagger target temporary tenant terraform test-key test-secret test-token
tested testing testpass testpassword testuser timeout timezone toggle traefik trusted ubuntu ubuntu-latest undefined
unlimited unsafe unsigned untrusted update upload upstream username variable vendor verbose verified version 
virtual warning watcher webhook webpack webserver website wildcard windows windows-latest worker
workspace writable
`);
function wordsOf(text) {
    return new Set(text.trim().split(/\s+/));
}


/***/ }),

/***/ 45497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ createRedactor)
});

// EXTERNAL MODULE: ./lib/transcript/json-text.js
var json_text = __nccwpck_require__(68052);
// EXTERNAL MODULE: ./lib/transcript/literal-finder.js
var literal_finder = __nccwpck_require__(39890);
;// CONCATENATED MODULE: ./lib/transcript/pattern-matcher.js
/**
 * A pattern in bounded time. One that is linear sees a text whole. Any other sees a long text in pieces that overlap by half, so
 * that a match up to half a piece long is found wherever it is; when it has taken {@link BUDGET_MS} all together, long texts are
 * redacted whole, as `slow-pattern`: what it would have matched must not be kept.
 */
function createPatternMatcher({ source, degree }, now = () => 0) {
    const pattern = new RegExp(source, 'gu');
    const whole = (text, markAs) => text.replace(pattern, (match) => (match === '' ? '' : markAs('pattern')));
    if (degree <= 1)
        return { replace: whole };
    const longest = Math.max(128, Math.floor(STEPS ** (1 / degree)));
    let spentMs = 0;
    return {
        replace(text, markAs) {
            if (spentMs > BUDGET_MS && text.length > TRIED_ALWAYS)
                return markAs('slow-pattern');
            const began = now();
            try {
                if (text.length <= longest)
                    return whole(text, markAs);
                const parts = [];
                let from = 0;
                for (const { start, end } of pieceMatches(text, pattern, longest)) {
                    if (now() - began + spentMs > BUDGET_MS)
                        return [...parts, markAs('slow-pattern')].join('');
                    if (end === start || end <= from)
                        continue;
                    parts.push(text.slice(from, Math.max(from, start)), start < from ? '' : markAs('pattern'));
                    from = end;
                }
                return parts.join('') + text.slice(from);
            }
            finally {
                spentMs += now() - began;
            }
        },
    };
}
/** Steps of matching a piece at most, some 0.1 s: 4472 characters at degree 2, 271 at 3. */
const STEPS = 20_000_000;
const BUDGET_MS = 20_000;
const TRIED_ALWAYS = 128;
/** Matches in order; an empty one after each piece lets the caller look at the time. */
function* pieceMatches(text, pattern, longest) {
    const step = Math.ceil(longest / 2);
    let from = 0;
    for (let first = 0;; first += step) {
        const piece = text.slice(first, first + longest);
        for (const match of piece.matchAll(pattern)) {
            const [start, end] = [first + match.index, first + match.index + match[0].length];
            if (end <= from)
                continue;
            yield { start, end };
            from = end;
        }
        yield { start: from, end: from };
        if (first + longest >= text.length)
            return;
    }
}

// EXTERNAL MODULE: ./lib/transcript/plain-words.js
var plain_words = __nccwpck_require__(68646);
// EXTERNAL MODULE: ./lib/transcript/secret-forms.js
var secret_forms = __nccwpck_require__(47994);
// EXTERNAL MODULE: ./lib/transcript/secret-patterns.js
var secret_patterns = __nccwpck_require__(57486);
// EXTERNAL MODULE: ./lib/transcript/secrets.js
var secrets = __nccwpck_require__(15611);
;// CONCATENATED MODULE: ./lib/transcript/redact.js







/** Redacts the values known to be secret (kind `secret`), whatever looks like a secret, and the user's patterns (kind `pattern`). */
function createRedactor(known) {
    const counts = new Map();
    const markAs = (kind) => {
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        return `[redacted:${kind}]`;
    };
    let values = [];
    let findLiterals = (0,literal_finder/* createLiteralFinder */.m)([]);
    let patterns = [];
    let matchers = [];
    const update = () => {
        const asked = known.patterns?.() ?? [];
        if (!isSame(asked, patterns))
            matchers = asked.map((pattern) => createPatternMatcher(pattern, known.now));
        patterns = asked;
        const now = known.values();
        if (isSame(now, values))
            return;
        values = [...now];
        const parts = new Set(values.flatMap((value) => [value, ...(0,secrets/* partsOf */.CI)(value)]));
        findLiterals = (0,literal_finder/* createLiteralFinder */.m)([...parts].flatMap((value) => [...(0,secret_forms/* formsOf */.XP)(value)]));
    };
    /** Where known secrets stand, in whatever reading of the text. */
    const findKnown = (text) => {
        const readings = (0,secret_forms/* hasReadings */.S5)(text) ? (0,secret_forms/* readingsOf */.RO)(text) : [];
        const read = readings.flatMap((reading) => findLiterals(reading.text).map(reading.original));
        return read.length === 0 ? findLiterals(text) : merged([...findLiterals(text), ...read]);
    };
    const redactSpans = (text, spans) => {
        const parts = [];
        let from = 0;
        for (const { start, end, kind = 'secret' } of spans) {
            parts.push(text.slice(from, start), markAs(kind));
            from = end;
        }
        return from === 0 ? text : parts.join('') + text.slice(from);
    };
    const redactLooks = (text) => {
        const rest = redactSpans(text, (0,secret_patterns/* findPatterns */.t8)(text));
        if (!(0,secret_patterns/* mayHoldNamed */.Wi)(rest))
            return rest;
        return NAMED.reduce((before, { kind, expression }) => before.replace(expression, (all, name, value) => ((0,secrets/* isPlain */.$i)(value) ? all : name + markAs(kind))), rest);
    };
    const redactPatterns = (text) => matchers.reduce((rest, matcher) => outsideMarkers(rest, (part) => matcher.replace(part, markAs)), text);
    const redactPlain = (text) => redactPatterns(redactLooks(redactSpans(text, findKnown(text))));
    /** A number is redacted as a whole, and becomes a string. */
    const redactNumber = (digits) => {
        if (findLiterals(digits).length > 0)
            return JSON.stringify(markAs('secret'));
        return redactPatterns(digits) === digits ? digits : JSON.stringify('[redacted:pattern]');
    };
    /** Keys and values of an object are strings of their own, but a name says what the value behind it is. */
    const redactString = (value, { key }) => {
        const named = key === undefined ? undefined : NAMED.find((pattern) => pattern.name.test(key));
        return named?.value.test(value) ? markAs(named.kind) : redactPlain(value);
    };
    const isClear = (text) => matchers.length === 0 &&
        findLiterals(text).length === 0 &&
        (0,secret_patterns/* findPatterns */.t8)(text).length === 0 &&
        !(0,secret_patterns/* mayHoldNamed */.Wi)(text) &&
        !(0,secret_forms/* hasReadings */.S5)(text);
    return {
        redact(text) {
            update();
            // Most texts hold nothing secret: some quick looks at them as they are, and only the others are taken apart.
            if (isClear(text))
                return text;
            return (0,json_text/* isJsonDocument */.s)(text) ? (0,json_text/* changeJson */.R)(text, { string: redactString, number: redactNumber }) : redactPlain(text);
        },
        redactEvent(text) {
            update();
            if (isClear(text))
                return text;
            if (!(0,json_text/* isJsonDocument */.s)(text))
                return redactPlain(text);
            const change = {
                string: (value, place) => (isProtocol(value, place) ? value : redactString(value, place)),
                number: (digits, place) => (place.isInside ? redactNumber(digits) : digits),
            };
            return (0,json_text/* changeJson */.R)(text, change, PAYLOAD_KEYS);
        },
        holdsKnown(text) {
            update();
            return findKnown(text).length > 0;
        },
        redacted: () => Object.fromEntries(counts),
    };
}
const isSame = (a, b) => a.length === b.length && a.every((item, at) => item === b[at]);
/** Spans in order, those that overlap or touch as one. */
function merged(spans) {
    const ordered = [];
    for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
        const previous = ordered.at(-1);
        if (previous === undefined || start > previous.end)
            ordered.push({ start, end });
        else
            previous.end = Math.max(previous.end, end);
    }
    return ordered;
}
/** What tools are given and give, and structured results: keys, numbers and all are words of others there. */
const PAYLOAD_KEYS = new Set(['input', 'tool_input', 'tool_use_result', 'toolUseResult', 'structured_output'].concat([
    'arguments',
    'data',
    'payload',
]));
const PROTOCOL_FIELDS = new Set([
    'type subtype role id uuid session_id parent_tool_use_id tool_use_id request_id task_id agent_id run_id model status kind',
    'stop_reason terminal_reason timestamp permissionMode claude_code_version subagent_type media_type apiKeySource level',
    'sessionId parentUuid logicalParentUuid leafUuid requestId agentId runId version userType',
].flatMap((names) => names.split(' ')));
/** Claude Code's own names and ids are one word each. */
function isProtocol(value, { key, isKey, isInside }) {
    if (isInside)
        return false;
    if (isKey)
        return true;
    if (key === 'name' || key === 'tool_name' || key === 'last_tool_name')
        return /^mcp__[\w-]+$/.test(value) || plain_words/* PROTOCOL_WORDS */.T.has(value.toLowerCase());
    return key !== undefined && PROTOCOL_FIELDS.has(key) && /^[\w.:<>/-]{1,200}$/.test(value);
}
/** What is redacted already stays as it is, whatever a pattern matches. */
const outsideMarkers = (text, change) => text
    .split(MARKER)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join('');
const MARKER = /(\[redacted:[a-z-]+\])/;
const NAMED = secret_patterns/* NAMED_SECRET_PATTERNS */.hD.map(({ kind, name, separator = secret_patterns/* NAME_SEPARATOR */.eT, scheme = '', value }) => ({
    kind,
    expression: new RegExp(`(${name}${separator}${scheme})(${value})`, 'g'),
    name: new RegExp(`${name}$`),
    value: new RegExp(`^${scheme}${value}$`),
}));


/***/ }),

/***/ 47994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RO: () => (/* binding */ readingsOf),
/* harmony export */   S5: () => (/* binding */ hasReadings),
/* harmony export */   XP: () => (/* binding */ formsOf),
/* harmony export */   c3: () => (/* binding */ SHORTEST_SECRET)
/* harmony export */ });
/** Shorter values are not looked for: ordinary text is full of them. */
const SHORTEST_SECRET = 6;
/**
 * The ways a secret value appears in text: as it is, as JSON text inside JSON text (three levels deep), quoted for XML and the
 * shell, URL-encoded, in hexadecimal, and in base64 at each of the three alignments, of UTF-8 and of UTF-16 as PowerShell has it.
 * Empty for a value too short to be looked for.
 */
function formsOf(secret) {
    const forms = new Set();
    for (const value of new Set([secret, secret.trim()])) {
        if (value.length < SHORTEST_SECRET || MARKED.includes(value))
            continue;
        const hex = Buffer.from(value).toString('hex');
        const quoted = [value.replaceAll("'", "'\\''"), value.replaceAll("'", "''"), value.replaceAll('"', '""')];
        const encoded = [
            hex,
            hex.toUpperCase(),
            ...base64Forms(Buffer.from(value)),
            ...base64Forms(Buffer.from(value, 'utf16le')),
        ];
        for (const form of [value, ...jsonForms(value), ...urlForms(value), ...quoted, ...encoded]) {
            forms.add(form);
            // As a line of JSON shows it before it is taken apart.
            forms.add(jsonText(form));
        }
    }
    return forms;
}
/** A value that is part of what stands for a secret (`secret`, `redacted`) could be redacted again and again. */
const MARKED = '[redacted:secret]';
/** `JSON.stringify` leaves letters beyond ASCII as they are, other writers escape them. */
function jsonForms(value) {
    const forms = [];
    for (const escape of [jsonText, asciiJsonText, (text) => asciiJsonText(text).replaceAll('/', '\\/')]) {
        let form = value;
        for (let level = 0; level < 3; level++) {
            form = escape(form);
            forms.push(form, form.replaceAll(/(?<!\\)\//g, '\\/'));
        }
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
function base64Forms(bytes) {
    return [0, 1, 2].flatMap((before) => {
        const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
        const own = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
        return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
    });
}
/** Whether {@link readingsOf} may give anything; quick, and true now and then where it does not. */
function hasReadings(text) {
    return hasEscapes(text) || (hasBase64Line(text) && wrappedBreaks(text).length > 0);
}
/**
 * Other ways to read a text, of which each may show a secret that no form of it does: with escapes resolved where any
 * character may have been escaped (`\u0054`, `%54`, `&#84;`), and with the line breaks of wrapped base64 taken out.
 */
function readingsOf(text) {
    const readings = [];
    if (hasEscapes(text)) {
        readings.push(readingOf(text, Array.from(text.matchAll(ESCAPES), (match) => part(match.index, match[0], resolved(match[0])))));
    }
    const breaks = hasBase64Line(text) ? wrappedBreaks(text) : [];
    if (breaks.length > 0)
        readings.push(readingOf(text, breaks));
    return readings;
}
/** A search for one sign is many times as fast as an expression, and most texts have none of them. */
const hasEscapes = (text) => (text.includes('%') && /%[2-7][\da-f]/i.test(text)) ||
    (text.includes('&') && /&(?:#|amp;|lt;|gt;|quot;|apos;)/i.test(text)) ||
    (text.includes('\\u00') && /\\u00[2-7][\da-f]/i.test(text)) ||
    (text.includes('\\x') && /\\x[2-7][\da-f]/i.test(text));
const ESCAPES = /\\+u[\da-f]{4}|\\+x[\da-f]{2}|(?:%[\da-f]{2})+|&(?:#x[\da-f]{2,5}|#\d{2,6}|amp|lt|gt|quot|apos);/gi;
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function resolved(escape) {
    if (escape.startsWith('\\'))
        return String.fromCharCode(parseInt(escape.replace(/^\\+[ux]/i, ''), 16));
    if (escape.startsWith('%'))
        return Buffer.from(escape.replaceAll('%', ''), 'hex').toString();
    const name = escape.slice(1, -1).toLowerCase();
    const code = name.startsWith('#x')
        ? parseInt(name.slice(2), 16)
        : name.startsWith('#')
            ? Number(name.slice(1))
            : undefined;
    return code === undefined ? (ENTITIES[name] ?? escape) : code > 0x10ffff ? escape : String.fromCodePoint(code);
}
const part = (start, text, by) => ({ start, end: start + text.length, by });
/** Programs that wrap base64 do so after 60 to 76 characters; a line may be escaped, numbered or indented. */
function wrappedBreaks(text) {
    const breaks = [];
    for (const match of text.matchAll(/\n|\\n/g)) {
        const at = match.index + match[0].length - 1;
        let start = at;
        while (text[start - 1] === '\\' || text[start - 1] === '\r' || text.slice(start - 2, start) === '\\r')
            start--;
        if (!isBase64(text, start - SHORTEST_LINE, start))
            continue;
        BREAK_END.lastIndex = at + 1;
        const end = BREAK_END.exec(text)?.[0].length ?? 0;
        if (!isBase64(text, at + 1 + end, at + 5 + end))
            continue;
        breaks.push({ start, end: at + 1 + end, by: '' });
    }
    return breaks;
}
const SHORTEST_LINE = 60;
const BREAK_END = /(?:[ \t]*\d+(?:→|\t|\\+t|: )){0,3}[ \t>]*/y;
/** Whether some 30 characters are base64, of those that begin at a multiple of 30: so it is wherever 60 are. */
function hasBase64Line(text) {
    for (let end = SHORTEST_LINE / 2; end <= text.length; end += SHORTEST_LINE / 2) {
        if (isBase64(text, end - SHORTEST_LINE / 2, end))
            return true;
    }
    return false;
}
function isBase64(text, start, end) {
    if (start < 0 || end > text.length)
        return false;
    for (let at = end - 1; at >= start; at--)
        if (BASE64_SIGN[text.charCodeAt(at)] !== 1)
            return false;
    return true;
}
const BASE64_SIGN = new Uint8Array(128);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=')
    BASE64_SIGN[sign.charCodeAt(0)] = 1;
function readingOf(text, replaced) {
    const pieces = [];
    /** Where each replaced part begins in the reading. */
    const places = [];
    let length = 0;
    let from = 0;
    for (const { start, end, by } of replaced) {
        pieces.push(text.slice(from, start), by);
        length += start - from;
        places.push(length);
        length += by.length;
        from = end;
    }
    pieces.push(text.slice(from));
    /** A place inside a replaced part counts as its start or its end. */
    const originalOf = (place, isEnd) => {
        const index = lastAtMost(places, place);
        const before = replaced[index];
        if (before === undefined)
            return place;
        const inside = place - (places[index] ?? 0);
        if (inside >= before.by.length && (inside > 0 || !isEnd))
            return before.end + inside - before.by.length;
        return isEnd && inside > 0 ? before.end : before.start;
    };
    return {
        text: pieces.join(''),
        original: ({ start, end }) => ({ start: originalOf(start, false), end: originalOf(end, true) }),
    };
}
/** Index of the last of the sorted numbers that is at most `limit`; -1 where there is none. */
function lastAtMost(sorted, limit) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? 0) <= limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}


/***/ }),

/***/ 57486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Wi: () => (/* binding */ mayHoldNamed),
/* harmony export */   eT: () => (/* binding */ NAME_SEPARATOR),
/* harmony export */   hD: () => (/* binding */ NAMED_SECRET_PATTERNS),
/* harmony export */   q3: () => (/* binding */ LONE_SECRET_KEY),
/* harmony export */   t8: () => (/* binding */ findPatterns)
/* harmony export */ });
/* unused harmony export SECRET_PATTERNS */
/* harmony import */ var _literal_finder_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(39890);

const WORD_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
// What keeps these linear: after its first letters each expression is one class of characters repeated at least n times with
// nothing required behind it, so an attempt either fails within n characters or takes all it has read.
/** Key files, also numbered, indented or escaped, as tools print them; a key cut off before its end counts. */
const PRIVATE_KEY = String.raw `[A-Z0-9 ]{1,40}PRIVATE KEY[A-Z ]{0,10}-----(?:[\w+/=\s\\,:|>→]|-(?!----)){0,20000}(?:-----END[A-Z0-9 ]{1,60}-----)?`;
/**
 * Formats that their issuers document: AWS unique identifiers (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html),
 * Bedrock API keys (`ABSK` long-term, `bedrock-api-key-` short-term), GitHub token prefixes
 * (https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats), and the others' own.
 */
const SECRET_PATTERNS = [
    { kind: 'private-key', starts: ['-----BEGIN'], rest: PRIVATE_KEY },
    {
        // Both halves of a pair when they stand side by side, as in the CSV that the console gives out.
        kind: 'aws-access-key',
        starts: ['AKIA', 'ASIA'],
        rest: String.raw `[A-Z0-9]{16,124}(?:[\s,;:|"']{1,8}[A-Za-z0-9/+]{40,})?`,
    },
    { kind: 'aws-session-token', starts: ['IQoJb3JpZ2lu', 'FwoGZXIvYXdz'], rest: '[A-Za-z0-9/+=%]{50,}' },
    { kind: 'bedrock-api-key', starts: ['ABSK', 'bedrock-api-key-'], rest: '[A-Za-z0-9+/=]{20,}' },
    {
        kind: 'github-token',
        starts: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
        rest: String.raw `[A-Za-z0-9_]{36,}(?:\.[\w-]+){0,2}`,
    },
    // What actions/checkout leaves for git: `x-access-token:` and the job's token.
    { kind: 'github-token', starts: ['eC1hY2Nlc3MtdG9rZW46'], rest: '[A-Za-z0-9+/]{8,}={0,2}' },
    {
        kind: 'gitlab-token',
        starts: ['glpat-', 'gldt-', 'glrt-', 'glcbt-', 'glptt-', 'glft-', 'glimt-', 'glagent-', 'gloas-', 'glsoat-'],
        rest: String.raw `[\w-]{20,}(?:\.[\w-]+){0,3}`,
    },
    {
        kind: 'slack-token',
        starts: [...Array.from('abeoprs', (sort) => `xox${sort}-`), 'xapp-'],
        rest: '[A-Za-z0-9-]{10,}',
    },
    {
        kind: 'slack-webhook',
        starts: ['hooks.slack.com'],
        rest: String.raw `[\\/]{1,4}[a-z]+[\\/]{1,4}T[\w/\\]{18,}`,
    },
    { kind: 'npm-token', starts: ['npm_'], rest: '[A-Za-z0-9]{36,}' },
    { kind: 'pypi-token', starts: ['pypi-AgE'], rest: String.raw `[\w-]{50,}` },
    { kind: 'stripe-key', starts: ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_'], rest: '[A-Za-z0-9]{16,}' },
    { kind: 'google-api-key', starts: ['AIza'], rest: String.raw `[\w-]{35,}` },
    { kind: 'google-oauth-secret', starts: ['GOCSPX-'], rest: String.raw `[\w-]{20,}` },
    { kind: 'anthropic-api-key', starts: ['sk-ant-'], rest: String.raw `[\w-]{20,}` },
    {
        kind: 'openai-api-key',
        starts: ['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-or-v1-'],
        rest: String.raw `[\w-]{20,}`,
    },
    { kind: 'huggingface-token', starts: ['hf_'], rest: '[A-Za-z0-9]{30,}', isWord: true },
    { kind: 'jwt', starts: ['eyJ'], rest: String.raw `[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*`, isWord: true },
    ...apiTokens(['dckr_pat_', 'dckr_oat_', 'ya29.', 'figd_', 'hvs.', 'hvb.'], String.raw `[\w-]{20,}`),
    ...apiTokens(['dop_v1_', 'doo_v1_', 'dor_v1_', 'rubygems_', 'pul-', 'sbp_'], '[a-f0-9]{40,}'),
    ...apiTokens(['shpat_', 'shpca_', 'shppa_', 'shpss_', 'dapi'], '[a-fA-F0-9]{32,}'),
    ...apiTokens(['glsa_', 'glc_', 'lin_api_', 'sntrys_', 'sntryu_', 'ntn_', 'gsk_', 'ATATT3'], String.raw `[\w=+/-]{30,}`),
    ...apiTokens(['PMAK-', 'AGE-SECRET-KEY-1'], '[A-Za-z0-9-]{50,}'),
    ...apiTokens(['SG.'], String.raw `[\w-]{16,}\.[\w-]{16,}`),
];
/** Tokens of Docker, Google, Figma, Vault, DigitalOcean, RubyGems, Pulumi, Supabase, Shopify, Databricks, Grafana, Linear, Sentry, ... */
function apiTokens(starts, rest) {
    return [{ kind: 'api-token', starts, rest, isWord: true }];
}
/** What may stand between a name and its value: JSON, YAML, shell, XML and escaped JSON. */
const NAME_SEPARATOR = String.raw `["'\\\s:=>]{1,16}`;
/**
 * Secrets known by their name: AWS secret access keys (40 characters of base64) and session tokens, credentials of HTTP headers, of
 * addresses and of npm, keys and signatures of Azure storage.
 */
const NAMED_SECRET_PATTERNS = [
    {
        kind: 'aws-secret-access-key',
        endings: casings(['secret', 'access', 'key']),
        name: `${anyCase('secret')}[_ -]?${anyCase('access')}[_ -]?${anyCase('key')}`,
        value: '[A-Za-z0-9/+%]{40,}',
    },
    {
        kind: 'aws-session-token',
        endings: [...casings(['session', 'token']), ...casings(['security', 'token'])],
        name: `(?:${anyCase('session')}|${anyCase('security')})[_-]?${anyCase('token')}`,
        value: '[A-Za-z0-9/+=%]{100,}',
    },
    {
        kind: 'authorization',
        endings: ['uthorization', 'AUTHORIZATION'],
        name: anyCase('authorization'),
        scheme: String.raw `(?:${anyCase('basic')}|${anyCase('bearer')}|${anyCase('token')})(?:\s|%20|\+){1,3}`,
        value: String.raw `[\w.~+/=-]{8,}`,
    },
    {
        kind: 'url-password',
        endings: [],
        name: String.raw `:[\\/]{2,8}[^\s/:@"'<>\\]{0,80}:`,
        separator: '',
        value: String.raw `[^\s/@"'<>\\$]{3,200}(?=@)`,
    },
    {
        kind: 'url-password',
        endings: [],
        name: String.raw `:[\\/]{2,8}`,
        separator: '',
        value: String.raw `[\w-]{20,200}(?=@)`,
    },
    {
        kind: 'npm-token',
        endings: ['_authToken', '_auth', '_password'],
        name: '_(?:authToken|auth|password)',
        separator: String.raw `\s?[=:]\s?["']{0,1}`,
        value: String.raw `[^\s"'$\\]{8,200}`,
    },
    {
        kind: 'azure-key',
        endings: ['AccountKey', 'SharedAccessKey'],
        name: '(?:Account|SharedAccess)Key',
        separator: '=',
        value: '[A-Za-z0-9+/]{40,}={0,2}',
    },
    {
        kind: 'signature',
        endings: ['sig', 'X-Amz-Signature'],
        name: '(?:[?&]|u0026|%26|amp;)(?:sig|X-Amz-Signature)',
        separator: '=',
        value: '[A-Za-z0-9%+/_-]{30,}',
    },
];
/** Whether a text holds what one of the {@link NAMED_SECRET_PATTERNS} finds, as far as a quick look tells. */
function mayHoldNamed(text) {
    return HINTS.test(text) || ADDRESS_WITH_USER.test(text);
}
/**
 * Secrets that show by their own look, in order, and their kinds. The expressions are tried only where one of their starts is: all of
 * them at each place take ten times as long, and finding starts gains by four characters at least.
 */
function findPatterns(text) {
    const found = [];
    let from = 0;
    for (const span of findStarts(text)) {
        for (let start = Math.max(span.start, from); start < span.end; start++) {
            PATTERNS.lastIndex = start;
            const match = PATTERNS.exec(text);
            if (match === null)
                continue;
            const kind = SECRET_PATTERNS.find((_pattern, at) => match[at + 1] !== undefined)?.kind ?? 'secret';
            from = start + match[0].length;
            found.push({ start, end: from, kind });
            start = from - 1;
        }
    }
    return found;
}
const findStarts = (0,_literal_finder_js__WEBPACK_IMPORTED_MODULE_0__/* .createLiteralFinder */ .m)(SECRET_PATTERNS.flatMap(({ starts }) => starts).flatMap((start) => start.length > 3 ? [start] : Array.from(WORD_SIGNS, (next) => start + next)));
/** Start of a word, also behind an escape (`\n`, `%3D`) of the text around it. */
const WORD_START = String.raw `(?:(?<![\w-])|(?<=\\[nrt])|(?<=%[\dA-Fa-f]{2}))`;
/** Each pattern is a group of its own, tried at the places where one may start. */
const PATTERNS = new RegExp(SECRET_PATTERNS.map(({ starts, rest, isWord }) => `(${isWord === true ? WORD_START : ''}(?:${starts.map((start) => start.replaceAll('.', '[.]')).join('|')})${rest})`).join('|'), 'y');
/** In the casings that are used: an expression for any casing takes several times as long. */
const HINTS = new RegExp(NAMED_SECRET_PATTERNS.filter(({ endings }) => endings.length > 0)
    .map(({ endings, separator = NAME_SEPARATOR, scheme = '', value }) => `(?:${endings.join('|')})${separator}${scheme}${value}`)
    .join('|'));
const ADDRESS_WITH_USER = /:[\\/]{2,8}[^\s/@"'<>\\$]{3,280}@/;
/** Words as names are made of them: `secret_key`, `SECRET-KEY`, `SecretKey`, `secretKey`, `Secret key`, ... */
function casings(words) {
    const title = (word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
    const [first = '', ...others] = words;
    const cased = [
        words,
        words.map((word) => word.toUpperCase()),
        words.map(title),
        [first, ...others.map(title)],
        [title(first), ...others],
    ];
    return cased.flatMap((parts) => ['', '_', '-', ' '].map((separator) => parts.join(separator)));
}
/**
 * A word in capitals, small letters, or both. Not `(?i:...)`: V8 finds less with it when it compiles an expression without
 * optimization, as it does now and then (seen with Node 24.21 and `--no-regexp-optimization`).
 */
function anyCase(word) {
    return word.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
/**
 * An AWS secret access key by its look alone: 40 characters of base64, of each sort one. For a process that does not know
 * the run's own credentials; elsewhere it would redact too much.
 */
const LONE_SECRET_KEY = String.raw `(?<![\w/+=])(?=[a-z\d/+]*[A-Z])(?=[A-Z\d/+]*[a-z])(?=[A-Za-z/+]*\d)[A-Za-z\d/+]{40}(?![\w/+=])`;


/***/ }),

/***/ 15611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   Q2: () => (/* binding */ configurationSecrets),
/* harmony export */   c8: () => (/* binding */ secretVariables)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(16413);
/* harmony import */ var _plain_words_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(68646);
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(47994);



/**
 * Values of the variables named like a secret: `*_TOKEN`, `*_SECRET`, `*_KEY`, `*PASSWORD*` in any case, and Bedrock's bearer key;
 * assignments of the input `environment` count as variables. So do passwords in addresses, wherever they are, and what inputs and variables
 * hold for Claude Code's configuration (`settings`, `mcp-config`, custom headers).
 */
function secretVariables(env) {
    const assigned = (env.INPUT_ENVIRONMENT ?? '').split('\n').flatMap((line) => {
        const [, name, value = ''] = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
        return name === undefined ? [] : [[name, value.trim()]];
    });
    const named = [...Object.entries(env), ...assigned].flatMap(([name, value]) => value && SECRET_NAME.test(name) ? [[name, value]] : []);
    const isSecret = ([, value]) => partsOf(value).length > 0;
    return {
        values: [
            ...named.filter(isSecret).map(([, value]) => value),
            ...Object.values(env).flatMap((value) => addressPasswords(value ?? '')),
            ...headerValues(env.ANTHROPIC_CUSTOM_HEADERS ?? ''),
            ...configurationSecrets(env.INPUT_SETTINGS ?? ''),
            ...configurationSecrets(env['INPUT_MCP-CONFIG'] ?? ''),
        ],
        plain: named.filter((variable) => !isSecret(variable)).map(([name]) => name),
    };
}
/** Inputs keep their dashes as variables (`INPUT_BEDROCK-API-KEY`). */
const SECRET_NAME = /(?:^|[_-])(?:TOKEN|SECRET|KEY)$|PASSWORD|^AWS_BEARER_TOKEN_BEDROCK$/i;
/**
 * Secrets in the JSON of `settings` or `mcp-config`: values of `env` and `headers`, and arguments behind a flag that is named like a
 * secret. Words, paths and the like in `env` are none. Empty for what is no JSON.
 */
function configurationSecrets(text) {
    const secrets = [];
    const visit = (value, depth) => {
        if (typeof value !== 'object' || value === null || depth > 20)
            return;
        for (const [name, inner] of Object.entries(value)) {
            if (name === 'env' && (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(inner))
                secrets.push(...environmentSecrets(inner));
            else if (name === 'headers' && (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(inner))
                secrets.push(...Object.values(inner).flatMap(headerValue));
            else if (name === 'args' && Array.isArray(inner))
                secrets.push(...argumentSecrets(inner));
            visit(inner, depth + 1);
        }
    };
    visit((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text.trim()), 0);
    return secrets.filter((secret) => !isPlain(secret));
}
const environmentSecrets = (env) => Object.entries(env).flatMap(([name, value]) => {
    if (typeof value !== 'string')
        return [];
    if (name === 'ANTHROPIC_CUSTOM_HEADERS')
        return headerValues(value);
    return SENSITIVE.test(name) || !/^(?:[A-Za-z]+(?:[-_. :,][A-Za-z]+)*|[\d.]+|(?:~|\.{0,2})\/\S*)$/.test(value)
        ? [value]
        : [];
});
const SENSITIVE = /TOKEN|SECRET|KEY|PASS|AUTH|CREDENTIAL|COOKIE|PAT$/i;
function argumentSecrets(args) {
    return args.flatMap((arg, at) => {
        if (typeof arg !== 'string')
            return [];
        const [, flag = '', value] = /^--?([\w-]+)=(.*)$/s.exec(arg) ?? [];
        if (value !== undefined)
            return SENSITIVE.test(flag) ? [value] : [];
        const before = args[at - 1];
        if (typeof before !== 'string' || !/^--?[\w-]+$/.test(before))
            return [];
        return /header/i.test(before) ? headerValues(arg) : SENSITIVE.test(before) ? [arg] : [];
    });
}
/** Values of lines `Name: value`; of one with a scheme, such as `Bearer`, what is behind it. */
const headerValues = (lines) => lines.split('\n').flatMap((line) => headerValue(/:(.*)/s.exec(line)?.[1]));
const headerValue = (value) => typeof value === 'string'
    ? [value.trim().replace(/^(?:Bearer|Basic|Token)\s+/i, '')].filter((text) => !isPlain(text))
    : [];
/**
 * The secret and the secrets in it: leaves of JSON, values of `NAME=value` and of YAML, what base64 holds, the password of an
 * address, and each of several lines. Parts that are plain are left out, and so is a whole that is.
 */
function partsOf(secret) {
    const parts = new Set();
    addParts(secret, 0, parts);
    return [...parts];
}
function addParts(text, depth, parts) {
    const value = text.trim();
    if (isPlain(value))
        return;
    parts.add(text);
    if (depth === 4)
        return;
    for (const leaf of leavesOf(value))
        if (leaf !== value)
            addParts(leaf, depth + 1, parts);
}
function leavesOf(value) {
    const json = /^[[{]/.test(value) ? (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(value) : undefined;
    if (json !== undefined)
        return jsonLeaves(json);
    const lines = value.split(/\r\n|\r|\n/).map((line) => line.trim());
    if (lines.length > 1)
        return lineLeaves(lines.filter((line) => line !== '' && !/^(?:#|-----(?:BEGIN|END) )/.test(line)));
    const encoded = /^[\w+/-]{16,}={0,2}$/.test(value) ? Buffer.from(value, 'base64').toString() : '';
    return [
        ...(/^[\t\n\r -~]{6,}$/.test(encoded) ? [encoded] : []),
        ...addressParts(value),
        ...(/^[\w.-]+=/.test(value) ? value.split(';').flatMap(assignedValue) : []),
        // `user:password`, and what stands behind the scheme of a header.
        ...(/^(?:[\w.@+-]+:|(?:Bearer|Basic|Token)\s+)([^\s/]\S+)$/i.exec(value)?.slice(1) ?? []),
    ];
}
/** The password of an address, or its user where it has none: as it is, and with its escapes resolved. */
function addressParts(value) {
    const address = URL.parse(value);
    const part = address === null ? '' : address.password || address.username;
    return [...new Set([part, unescaped(part)])];
}
const addressPasswords = (value) => /^[a-z][a-z\d+.-]*:\/\/[^\s/]*:[^\s/]+@/i.test(value) ? addressParts(value).filter((part) => !isPlain(part)) : [];
const jsonLeaves = (value) => {
    if (typeof value === 'string' || typeof value === 'number')
        return [String(value)];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(jsonLeaves) : [];
};
/** In a text of names and values only values are secret; any other text is, line by line, as `cat -n` prints it. */
function lineLeaves(lines) {
    const isStructured = lines.filter((line) => NAMED_LINE.test(line)).length >= lines.length / 2;
    return lines.flatMap((line) => {
        const [, name = '', value] = NAMED_LINE.exec(line) ?? [];
        if (value === undefined)
            return isStructured && /^-\s+[\w-]+$/.test(line) ? [] : [line];
        const leaves = STRUCTURE.has(name) ? [] : [unquoted(value)];
        return isStructured ? leaves : [line, ...leaves];
    });
}
const NAMED_LINE = /^(?:export\s+|-\s+)*["']?([\w./-]+)["']?(?:\s*=|:(?=\s|$))\s*(.*)$/;
/** Names in a kubeconfig whose values point at its other parts, or say how to read them. */
const STRUCTURE = new Set([
    'apiVersion',
    'kind',
    'name',
    'namespace',
    'cluster',
    'user',
    'context',
    'current-context',
    'command',
    'interactiveMode',
].concat(['provideClusterInfo', 'installHint']));
const assignedValue = (assignment) => {
    const [, value] = /^\s*[\w. -]+=(.*)$/s.exec(assignment) ?? [];
    return value === undefined ? [] : [unquoted(value)];
};
const unquoted = (value) => value.trim().replace(/^(["'])(.*)\1$/s, '$2');
function unescaped(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/**
 * Whether a value is too plain to be looked for: short, a word of Claude Code's protocol or of configuration, a host, a region, or an
 * address without user information.
 */
function isPlain(value) {
    const word = value.trim().toLowerCase();
    return (word.length < _secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORTEST_SECRET */ .c3 ||
        _plain_words_js__WEBPACK_IMPORTED_MODULE_0__/* .PROTOCOL_WORDS */ .T.has(word) ||
        _plain_words_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFIGURATION_WORDS */ .p.has(word) ||
        HOST.test(value.trim()) ||
        REGION.test(value.trim()) ||
        isOpenAddress(value.trim()));
}
/** Names end in a common top-level domain, or one of private networks: any two words with a dot between could be a password. */
const HOST = /^(?:(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:com|net|org|io|dev|app|cloud|ai|co|gov|edu|info|biz|[a-z]{2}|internal|local|lan|corp|home|test|example|invalid|localhost)|localhost|\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?$/;
/** Of AWS (`us-gov-east-1`), Google Cloud (`europe-west4`, `us-central1-a`) and Azure (`eastus2`, `westeurope`). */
const REGION = /^(?:[a-z]{2,3}(?:-[a-z]{3,4})?-(?:north|south|east|west|central)+-\d|(?:[a-z]+-)?(?:us|europe|asia|australia|africa|me|northamerica|southamerica)-(?:north|south|east|west|central)+\d{1,2}(?:-[a-f])?|(?:north|south|east|west|central)+(?:us|europe|asia|india)\d?)$/;
function isOpenAddress(value) {
    const address = /^[a-z][a-z\d+.-]*:\/\/\S+$/i.test(value) ? URL.parse(value) : null;
    return address !== null && address.username === '' && address.password === '';
}


/***/ }),

/***/ 36611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ TRANSCRIPT_FILES)
/* harmony export */ });
/** Names in the transcript folder; `session` is a folder. */
const TRANSCRIPT_FILES = {
    events: 'transcript.jsonl',
    page: 'transcript.html',
    result: 'result.json',
    diagnostics: 'diagnostics.jsonl',
    patch: 'changes.patch',
    session: 'session',
};


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(75691);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
