export const id = 381;
export const ids = [381];
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


/***/ })

};
