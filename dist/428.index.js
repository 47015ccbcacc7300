export const id = 428;
export const ids = [428];
export const modules = {

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

/***/ 15428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   finish: () => (/* binding */ finish)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _claude_events_parse_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(28387);
/* harmony import */ var _claude_tally_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77712);
/* harmony import */ var _desk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92662);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71957);
/* harmony import */ var _ports_machine_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(79337);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33188);
/* harmony import */ var _run_state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80686);
/* harmony import */ var _transcript_report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68314);









/**
 * Completes what main could not: clears what set-up mode exported, ends what survived the agent, completes the folder when
 * main was killed, uploads it when main had no time to. Never rejects: post must not fail a job.
 */
async function finish(request, world) {
    try {
        const state = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_5__/* .parseState */ .Bu)(request.state);
        if (state === undefined)
            return;
        state.exported.forEach((name) => world.job.exportVariable(name, ''));
        if (state.stage === 'done')
            return;
        await endSurvivors(state, world);
        const desk = await (0,_desk_js__WEBPACK_IMPORTED_MODULE_2__/* .openDesk */ .A)({ id: state.id, env: request.env }, world);
        await recall(desk, world);
        if (state.stage === 'running') {
            desk.fail(KILLED);
            await (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .keep */ .aC)(desk, world);
        }
        await (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .store */ .M_)(desk, world);
    }
    catch (error) {
        world.log.warning(`The transcript could not be completed. ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .asFailure */ .h_)(error).message}`);
    }
}
async function endSurvivors(state, world) {
    const ended = await world.processes.killMarked(_ports_machine_js__WEBPACK_IMPORTED_MODULE_7__/* .RUN_MARKER */ .x, state.id);
    if (ended > 0)
        world.log.info(`Ended ${ended} processes of the agent that were still there.`);
}
/** Takes up main's facts, and counts the transcript's events again. */
async function recall(desk, world) {
    const facts = JSON.parse((await world.files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(desk.place.own, _desk_js__WEBPACK_IMPORTED_MODULE_2__/* .FACTS_FILE */ .H))) ?? '{}');
    if (isRunFacts(facts)) {
        const { failure, ...known } = facts;
        desk.learn(known);
        if (failure !== undefined)
            desk.fail(new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(failure.code, failure));
    }
    const counting = (0,_claude_tally_js__WEBPACK_IMPORTED_MODULE_1__/* .startTally */ .d)();
    const events = await world.files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(desk.place.transcript, _transcript_report_js__WEBPACK_IMPORTED_MODULE_6__/* .TRANSCRIPT_FILES */ .p.events));
    for (const line of (events ?? '').split('\n'))
        if (line !== '')
            counting.add((0,_claude_events_parse_js__WEBPACK_IMPORTED_MODULE_8__/* .parseEvent */ .w)(line));
    desk.learn({ tally: counting.tally() });
}
/** Main of this very release wrote it. */
function isRunFacts(value) {
    return typeof value === 'object' && value !== null && 'transcriptPath' in value;
}
const KILLED = new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('agent-cancelled', {
    message: 'The step was ended from outside before it could finish. What the agent did until then is in the transcript.',
    hint: 'Run the job again. If nobody cancelled it, look for timeout-minutes of the job or the step, or a runner that ran out of memory.',
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


/***/ })

};
