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
    await Promise.all(/* import() */[__nccwpck_require__.e(590), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 80342));
// Most runs leave post nothing to do, and it ends before it has loaded anything.
else if (!(0,_run_context_js__WEBPACK_IMPORTED_MODULE_0__/* .nothingLeftToDo */ .zI)(process.env.STATE_run))
    await Promise.all(/* import() */[__nccwpck_require__.e(590), __nccwpck_require__.e(317)]).then(__nccwpck_require__.bind(__nccwpck_require__, 15317));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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
var transcript_redact = __nccwpck_require__(3061);
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
const isJsonObject = (line) => /^\s*\{/.test(line) && (0,transcript_redact/* isJsonDocument */.sy)(line);

// EXTERNAL MODULE: ./lib/transcript/types.js
var types = __nccwpck_require__(36611);
// EXTERNAL MODULE: ./lib/transcript/secrets.js
var secrets = __nccwpck_require__(15611);
;// CONCATENATED MODULE: ./lib/run-context.js






/** Opens the transcript, and records for post where to find it. */
async function openRunContext(run, world) {
    const place = placeOf(run.id, world.runner);
    const named = (0,secrets/* secretVariables */.c8)(run.env);
    const known = {
        values: () => [...world.secrets.all(), ...named],
        patterns: () => [...(facts.transcript?.redact ?? []), ...(run.patterns ?? [])],
    };
    const { redact } = (0,transcript_redact/* createRedactor */.lY)(known);
    const ofTranscript = (0,transcript_redact/* createRedactor */.lY)(known);
    let state = { id: run.id, stage: 'running', exported: [] };
    let facts = { transcriptPath: place.transcript };
    const open = (name, by, onProblem) => openRecorder((0,external_node_path_.join)(place.transcript, name), { files: world.files, redact: by, onProblem });
    const recorder = await open(types/* TRANSCRIPT_FILES */.p.events, ofTranscript.redact, (error) => world.log.warning(redact(`The transcript is incomplete: ${String(error)}`)));
    const reserve = diskReserve((0,external_node_path_.join)(place.own, 'reserve'), world.files);
    // A full disk must not end the run: post goes on from what it finds.
    const warnOfPost = (error) => world.log.warning(redact(`Not saved for the post step: ${String(error)}`));
    // Opened at the first call. Where the disk is full, the transcript warns already.
    let diagnosticsPromise;
    return {
        place,
        redact,
        secretFinder: {
            holdsKnownSecret: (text) => known.values().some((value) => [...(0,transcript_redact/* formsOf */.XP)(value)].some((form) => text.includes(form))),
            looksSecret: (text) => redact(text) !== text,
        },
        recorder: {
            ...recorder,
            record(lines) {
                reserve.take();
                return recorder.record(lines);
            },
        },
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

/***/ 3061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lY: () => (/* binding */ createRedactor),
  XP: () => (/* binding */ formsOf),
  sy: () => (/* binding */ isJsonDocument)
});

// UNUSED EXPORTS: changeJson

;// CONCATENATED MODULE: ./lib/transcript/literal-finder.js
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

// EXTERNAL MODULE: ./lib/transcript/secrets.js
var secrets = __nccwpck_require__(15611);
;// CONCATENATED MODULE: ./lib/transcript/redact.js


/** Redacts the values known to be secret (kind `secret`), whatever looks like a secret, and the user's patterns (kind `pattern`). */
function createRedactor(known) {
    const counts = new Map();
    const markAs = (kind) => {
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        return markerOf(kind);
    };
    let values = [];
    let findLiterals = createLiteralFinder([]);
    let sources = [];
    let patterns = [];
    const update = () => {
        const asked = known.patterns?.() ?? [];
        if (!isSame(asked, sources))
            patterns = asked.map((source) => new RegExp(source, 'gu'));
        sources = asked;
        const now = known.values();
        if (isSame(now, values))
            return;
        values = [...now];
        findLiterals = createLiteralFinder(values.flatMap((value) => [...formsOf(value)]));
    };
    const redactLiterals = (text) => {
        const parts = [];
        let from = 0;
        for (const { start, end } of findLiterals(text)) {
            parts.push(text.slice(from, start), markAs('secret'));
            from = end;
        }
        return from === 0 ? text : parts.join('') + text.slice(from);
    };
    const redactLooks = (text) => {
        if (!HINTS.test(text))
            return text;
        return NAMED.reduce((rest, { kind, expression }) => rest.replace(expression, (_all, name) => name + markAs(kind)), text.replace(PATTERNS, (_all, ...groups) => markAs(kindOf(groups))));
    };
    const redactPatterns = (text) => {
        const redactedBy = (pattern) => (part) => part.replace(pattern, (match) => (match === '' ? '' : markAs('pattern')));
        return patterns.reduce((rest, pattern) => outsideMarkers(rest, redactedBy(pattern)), text);
    };
    const redactPlain = (text) => redactPatterns(redactLooks(redactLiterals(text)));
    /** A number is redacted as a whole, and becomes a string. */
    const redactNumber = (digits) => {
        if (findLiterals(digits).length > 0)
            return JSON.stringify(markAs('secret'));
        return redactPatterns(digits) === digits ? digits : JSON.stringify(markerOf('pattern'));
    };
    /** Keys and values of an object are strings of their own, but a name tells of the value behind it. */
    const redactValue = (value, key) => {
        const named = key === undefined ? undefined : NAMED.find((pattern) => pattern.name.test(key));
        return named?.value.test(value) ? markAs(named.kind) : redactPlain(value);
    };
    return {
        redact(text) {
            update();
            // Most texts hold nothing secret: two quick looks at them as they are, and only the others are taken apart.
            if (patterns.length === 0 && findLiterals(text).length === 0 && !HINTS.test(text))
                return text;
            return isJsonDocument(text) ? changeJson(text, { string: redactValue, number: redactNumber }) : redactPlain(text);
        },
        redacted: () => Object.fromEntries(counts),
    };
}
const isSame = (a, b) => a.length === b.length && a.every((item, at) => item === b[at]);
const markerOf = (kind) => `[redacted:${kind}]`;
/** What is redacted already stays as it is, whatever a pattern matches. */
const outsideMarkers = (text, change) => text
    .split(MARKER)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join('');
const MARKER = /(\[redacted:[a-z-]+\])/;
const HINTS = new RegExp([...secrets/* SECRET_PATTERNS */.XN.map(({ hint }) => hint), ...secrets/* NAMED_SECRET_PATTERNS */.hD.map(({ name }) => name)].join('|'));
const PATTERNS = new RegExp(secrets/* SECRET_PATTERNS */.XN.map(({ expression }) => `(${expression})`).join('|'), 'g');
const NAMED = secrets/* NAMED_SECRET_PATTERNS */.hD.map(({ kind, name, value }) => ({
    kind,
    expression: new RegExp(`(${name}${secrets/* NAME_SEPARATOR */.eT})${value}`, 'g'),
    name: new RegExp(`${name}$`),
    value: new RegExp(`^${value}$`),
}));
/** Each pattern is a group of its own in {@link PATTERNS}; the one that took part names the kind. */
const kindOf = (groups) => secrets/* SECRET_PATTERNS */.XN.find((_pattern, at) => groups[at] !== undefined)?.kind ?? 'secret';
/** Shorter values are not looked for: ordinary text is full of them. */
const SHORTEST_SECRET = 6;
/**
 * The ways a secret value appears in text: as it is, each of its lines, as JSON text inside JSON text (three levels deep),
 * URL-encoded, and in base64 at each of the three alignments. Empty for a value too short to be looked for.
 */
function formsOf(secret) {
    const forms = new Set();
    for (const value of new Set([secret, secret.trim(), ...secret.split(/\r\n|\r|\n/).map((line) => line.trim())])) {
        if (value.length < SHORTEST_SECRET || MARKED.includes(value))
            continue;
        for (const form of [value, ...jsonForms(value), ...urlForms(value), ...base64Forms(value)])
            forms.add(form);
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

/***/ 15611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   XN: () => (/* binding */ SECRET_PATTERNS),
/* harmony export */   c8: () => (/* binding */ secretVariables),
/* harmony export */   eT: () => (/* binding */ NAME_SEPARATOR),
/* harmony export */   hD: () => (/* binding */ NAMED_SECRET_PATTERNS),
/* harmony export */   q3: () => (/* binding */ LONE_SECRET_KEY)
/* harmony export */ });
/** Values of the variables named like a secret: `*_TOKEN`, `*_SECRET`, `*_KEY`, `*PASSWORD*` in any case, and Bedrock's bearer key. */
function secretVariables(env) {
    return Object.entries(env).flatMap(([name, value]) => (value && SECRET_NAME.test(name) ? [value] : []));
}
/** Inputs keep their dashes as variables (`INPUT_BEDROCK-API-KEY`). */
const SECRET_NAME = /(?:^|[_-])(?:TOKEN|SECRET|KEY)$|PASSWORD|^AWS_BEARER_TOKEN_BEDROCK$/i;
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
 * the run's own credentials; elsewhere it would redact too much.
 */
const LONE_SECRET_KEY = String.raw `(?<![\w/+=])(?=[a-z\d/+]*[A-Z])(?=[A-Z\d/+]*[a-z])(?=[A-Za-z/+]*\d)[A-Za-z\d/+]{40}(?![\w/+=])`;


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
