export const id = 605;
export const ids = [605];
export const modules = {

/***/ 10701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ parseEvent)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16413);

/**
 * Parses one line of `stream-json` (field names as 2.1.330 writes them). Never throws: a type or block that this release
 * does not know is `other`, a line that is no JSON object is `raw`, and so is `{"type":"raw","text":...}`.
 */
function parseEvent(line) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(line);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
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
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
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
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
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
const isDenial = (value) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && typeof value.tool_name === 'string' && typeof value.tool_use_id === 'string';
const parentOf = (value) => text(value.parent_tool_use_id);
const fieldsOf = (value) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? value : {});
const listOf = (value) => (Array.isArray(value) ? value : []);
const text = (value) => (typeof value === 'string' ? value : undefined);
const number = (value) => (typeof value === 'number' ? value : undefined);
const count = (value) => number(value) ?? 0;


/***/ }),

/***/ 99338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ fromActionsCache),
/* harmony export */   q: () => (/* binding */ saveClaude)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98111);



/**
 * Puts a tool from the repository's Actions cache into the tool cache, if it is there and its executable has the right
 * sha256: the one this project records for the version, else the one in the entry's key, which proves it undamaged, but not
 * who saved it. An error is a warning: the registry has the package too. `platform` names system, processor and C library.
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
/**
 * Saves what main installed, for later jobs. Only the key comes from main: the file is the one of this version in the tool
 * cache, and its digest the recorded one. When it is not as main left it, or the service refuses, that is a warning.
 */
async function saveClaude(key, world) {
    const { actionsCache, toolCache, runner, log } = world;
    const target = (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .platformPackage */ .UG)(runner);
    const prefix = `claude-code-${target.platform}-`;
    const rest = key.startsWith(prefix) ? key.slice(prefix.length) : '';
    const [, version = '', sha256 = '', suffix = ''] = /^(\d[\w.+-]*)-sha256-([0-9a-f]{64})(.*)$/.exec(rest) ?? [];
    const tool = (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .toolOf */ .wS)(target, version);
    const refuse = (reason) => log.warning(`Claude Code was not saved in the Actions cache. ${reason}.`);
    const isOurs = ['', `.${runner.runId}-${runner.runAttempt}`].includes(suffix) && sha256 === (tool.sha256 ?? sha256);
    if (version === '' || !isOurs) {
        refuse(`${key} is not the key of what this run can have installed`);
        return;
    }
    try {
        const found = await toolCache.find(tool);
        if (found === undefined || 'refused' in found) {
            refuse(found?.refused ?? `Version ${version} is not in the tool cache`);
            return;
        }
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(found.directory, tool.executable);
        // Jobs of a matrix miss it together; and when the client fails, all that main sees is that nothing was found.
        if ((await actionsCache.find([key], tool.executable)) === key)
            return;
        if (await actionsCache.save({ key, path, sha256 }))
            log.info(`Saved in the Actions cache: ${key}`);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7))
            throw error;
        refuse(error.message);
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

/***/ 98111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UG: () => (/* binding */ platformPackage),
/* harmony export */   wS: () => (/* binding */ toolOf)
/* harmony export */ });
/* unused harmony export PLATFORMS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7739);


/** The platforms Claude Code is published for, one npm package each (seen on npm for 2.1.330). */
const PLATFORMS = [
    'linux-x64',
    'linux-arm64',
    'linux-x64-musl',
    'linux-arm64-musl',
    'darwin-x64',
    'darwin-arm64',
    'win32-x64',
    'win32-arm64',
];
/** The package for this machine; throws `platform-unsupported` where there is none. */
function platformPackage(machine) {
    const arch = machine.platform === 'linux' && machine.musl ? `${machine.arch}-musl` : machine.arch;
    const wanted = `${machine.platform}-${arch}`;
    const platform = PLATFORMS.find((name) => name === wanted);
    if (platform === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('platform-unsupported', {
            message: `Claude Code is not published for ${wanted}. It is for: ${PLATFORMS.join(', ')}.`,
            hint: 'Use a runner of one of these platforms, for example `runs-on: ubuntu-latest`, or name an executable that is already there with `claude-code-path`.',
        });
    return {
        platform,
        name: `@anthropic-ai/claude-code-${platform}`,
        executable: machine.platform === 'win32' ? 'claude.exe' : 'claude',
        arch,
    };
}
/** A version of Claude Code in the tool cache, with the digests that this project records for the version it was tested with. */
function toolOf({ platform, arch, executable }, version) {
    const tested = version === _release_js__WEBPACK_IMPORTED_MODULE_1__/* .RELEASE */ .g.version;
    return {
        ...{ name: 'claude-code', version, arch, executable },
        integrity: tested ? _release_js__WEBPACK_IMPORTED_MODULE_1__/* .RELEASE */ .g.integrity[platform] : undefined,
        sha256: tested ? _release_js__WEBPACK_IMPORTED_MODULE_1__/* .RELEASE */ .g.sha256[platform] : undefined,
    };
}


/***/ }),

/***/ 7739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ RELEASE)
/* harmony export */ });
/**
 * The Claude Code this release is tested with: its version, the sha512 of each platform's npm tarball (`npm view`) and the
 * sha256 of the executable inside. Written by `npx node scripts/releases.ts`, which keeps the models: a test with the real program
 * holds them.
 */
const RELEASE = {
    version: '2.1.332',
    integrity: {
        'linux-x64': 'sha512-f4JWhzwYutJIHScC7/dYOPX6s28tt7ZADhsOi8zwOHq5fFPEuUeChh2NMfinSg0GrUckYxaeebC4h0DqiKzLcw==',
        'linux-arm64': 'sha512-BlHNEtK38KBPWU31F4lUSS9sHclCyfWbThT1CErvxxH8+XcljYLZlQwdyXBkTD62rw1TgfE1u1a+quMWS0NSJg==',
        'linux-x64-musl': 'sha512-QoQzwipnqRAdBKDAJNJ2Qvl37G6x8nCugfOQa+nuMcGIRgGEOLeWoq3pTLMQRScL37estAQBGH9ygR3WFVbIfw==',
        'linux-arm64-musl': 'sha512-jdjkkJLfAQ9M1HbT05tZHQpGNZUEPUebYwW/xpiMypZddB0lNlHlB9mXfOVV/UUPO0JCghj1NSQjxhhJc4L4CA==',
        'darwin-x64': 'sha512-i0GV2ejBOeHMXs+XPCd1IaJj1GV3VdZl8hiQD6hLMR/N7f4Nt8q4Edj1GYJCKXPLJa/zsE9Uv6r9rZ/ldVFQPQ==',
        'darwin-arm64': 'sha512-L/F5mypyB7SK59cesiAqGv1bVNd+8xTn0LF5kV6EGL6UMhofVJMFlokhDRoxNzANNC5i/5JdzfJyDOKUbZObiA==',
        'win32-x64': 'sha512-BqPm3Fqw8LqRooC8QZUVAfaepl+jNb7JV1yp1atCyoU6kpm1CZ7z/6+IUHsrD8ljq/K2yb13obMw0mo3BA5dzw==',
        'win32-arm64': 'sha512-rd2vER0bvylh1FHmXH/xC0SjoSF6RCsP+ezmDPR6qJLn+Mm4qfmBNC2JYfAH6KmrYq6u0O8m8YL/R95yAMgNvA==',
    },
    sha256: {
        'linux-x64': 'a2df1f41bb00250992926420d0063f89b127cb81abdd284dbefb80c50ff1d026',
        'linux-arm64': '50c305fcb8912851ce774429131d94ed6f84edbe3d8d0ed7a59dade5d893acc0',
        'linux-x64-musl': '81f466623d672aed9504ad29b8bb2f240b24f3cc05c255054649250720a1900f',
        'linux-arm64-musl': '122dd3751257a9e769d8c08b19d16e45f3e86c43a09e18d7182fc01c81143246',
        'darwin-x64': '3ceb285194091d45b150561ac5d58ab5a58cddcdc6d086f883039a652c037cfa',
        'darwin-arm64': '5b8214f8f082f3187420b27b4063b9b4f4d9412cd66ea436d6d1966ad582700f',
        'win32-x64': 'e6652f9170a07df45f1db3e0520f1df0f7b385181ff74f70f49398a67b5fd320',
        'win32-arm64': '3e5f5a60279364592f2be7b35a7812f8474e5c8ac809203ceb0a4b12bcd02f32',
    },
    defaultModels: {
        opus: 'anthropic.claude-opus-5-5',
        sonnet: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
        haiku: 'anthropic.claude-haiku-4-5-20251001-v1:0',
        fable: 'anthropic.claude-fable-5-2',
    },
    classifierModel: 'claude-sonnet-5',
};


/***/ }),

/***/ 89699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ retryReason),
/* harmony export */   S: () => (/* binding */ startStatistics)
/* harmony export */ });
/** Starts a {@link Statistics} at nothing. Memory stays bounded, however many messages come. */
function startStatistics() {
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
                count(reasons, retryReason(event) || 'no reason given');
            }
            else if (event.kind === 'result')
                facts = { ...facts, result: afterEarlier(event, facts.result) };
            else if (event.kind === 'init')
                facts = { ...facts, sessionId: event.sessionId, model: event.model, claudeCodeVersion: event.version };
        },
        current: () => ({
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
/** Why a call of the model is made again, in Claude Code's words: `429 rate_limit`; empty when it gives no reason. */
function retryReason({ status, error }) {
    return [status, error].filter((part) => part !== undefined).join(' ');
}


/***/ }),

/***/ 39059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Il: () => (/* binding */ findRule),
/* harmony export */   UW: () => (/* binding */ explainError),
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   r3: () => (/* binding */ isRetryable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * The rule that an error falls under: one that knows its words goes before one that knows its name, that before one that
 * knows its status; of equals the first counts.
 */
function findRule(error, rules, context) {
    let found;
    let rank = NO_MATCH;
    for (const rule of rules) {
        const ranks = rule.match.map((pattern) => rankOf(pattern, error));
        const best = Math.max(...ranks);
        if (best <= rank || !(rule.when?.(error, context) ?? true))
            continue;
        rank = best;
        found = rule;
    }
    return found;
}
/** An error as a Failure: the service's own words, what they mean and what to do. Without a rule it is `unexpected`. */
function explainError(error, explaining) {
    const { rules, context, quote = _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteError */ .PI } = explaining;
    const rule = findRule(error, rules, context);
    const explanation = typeof rule?.explanation === 'function' ? rule.explanation(error, context) : rule?.explanation;
    const fix = typeof rule?.fix === 'function' ? rule.fix(error, context) : rule?.fix;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(rule?.code ?? 'unexpected', {
        message: [quote(error), rule === undefined ? UNKNOWN : explanation].filter(Boolean).join('\n'),
        fix: fix ?? lookUp(error),
        retryable: rule?.retryable,
        cause: error,
    });
}
/** Whether the same thing may succeed a moment later, as the rule says that explained the error. */
function isRetryable(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && error.retryable;
}
/** How long the service asks to be left alone, in milliseconds; undefined where it does not say. */
function retryAfterMs(error) {
    const cause = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR ? error.cause : error;
    return cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7 ? cause.retryAfterMs : undefined;
}
/** What to do about an error that no rule knows. */
function lookUp({ requestId }) {
    const id = requestId === undefined ? '' : ` and the request id ${requestId}`;
    return `Look these words up in the documentation of the service, or give them${id} to AWS Support.`;
}
const NO_MATCH = -1;
const UNKNOWN = 'This answer is not one that this action knows.';
/** 3: by its words, 2: by its name, 1: by its status, 0: by its service or operation alone. */
function rankOf({ services, operations, names, statuses, message }, error) {
    if (services !== undefined && !services.includes(error.service))
        return NO_MATCH;
    if (operations !== undefined && !operations.includes(error.operation))
        return NO_MATCH;
    if (names !== undefined && !names.some((name) => isNamed(error, name)))
        return NO_MATCH;
    if (statuses !== undefined && !statuses.some((status) => hasStatus(error, status)))
        return NO_MATCH;
    if (message !== undefined && !message.test(error.message))
        return NO_MATCH;
    if (message !== undefined)
        return 3;
    if (names !== undefined)
        return 2;
    return statuses === undefined ? 0 : 1;
}
function isNamed({ name, causeName }, wanted) {
    return [name, causeName].some((given) => {
        if (given === undefined)
            return false;
        if (wanted instanceof RegExp)
            return wanted.test(given);
        return bareName(given) === bareName(wanted);
    });
}
const bareName = (name) => name.toLowerCase().replace(/exception$/, '');
function hasStatus({ status }, wanted) {
    if (status === undefined)
        return wanted === 'none';
    if (wanted === '4xx')
        return status >= 400 && status < 500;
    if (wanted === '5xx')
        return status >= 500;
    return status === wanted;
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 69304:
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

/***/ 45162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ factTable),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   fV: () => (/* binding */ fencedText),
/* harmony export */   ti: () => (/* binding */ inlineCode),
/* harmony export */   wh: () => (/* binding */ plainText),
/* harmony export */   x9: () => (/* binding */ joinBlocks)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68804);

/** Text on one line as a code span; `|` would end a table's cell in there too, and becomes `¦`. */
function inlineCode(text) {
    const shown = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q6)(text).replace(/\s+/g, ' ').replaceAll('|', '¦');
    const ticks = '`'.repeat(longestTicks(shown) + 1);
    return ticks.length === 1 ? `\`${shown || ' '}\`` : `${ticks} ${shown} ${ticks}`;
}
/**
 * Text as prose that wraps: Markdown in it is shown as it is written, but for code spans. Addresses of the services that
 * failures point at are links, as GitHub makes them of any text; others are code, and nobody is mentioned.
 */
function plainText(text) {
    const parts = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q6)(text).split(/(`[^`\n]+`|(?:https?:\/\/|www\.)[^\s<>"'`\\]*[^\s<>"'`\\.,;:!?)])/i);
    const shown = parts.map((part, at) => {
        if (at % 2 === 0)
            return escapeMarkdown(part);
        return LINKED.test(part) ? part : inlineCode(part.replaceAll('`', ''));
    });
    const lines = shown
        .join('')
        .trim()
        .split(/[ \t]*\n[ \t]*/);
    return lines.map((line) => line.replace(/^([-+=]|\d+(?=[.)]))/, '\\$1')).join('\\\n');
}
const LINKED = /^https:\/\/(?:[\w-]+\.)*(?:amazon\.com|github\.com|githubstatus\.com|claude\.com)(?:\/[\w\-./#?=%&]*)?$/;
const escapeMarkdown = (text) => text
    .replace(/[\\`*_[\]#~|$!]/g, '\\$&')
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/@|#(?=\d)|^:(?=:)/gm, `$&${WORD_JOINER}`);
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Keeps mentions, references and workflow commands from being one. */
const WORD_JOINER = '\u2060';
/** Text as a block of its own, in a fence longer than any in it. */
function fencedText(text, language = 'text') {
    const shown = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q6)(text);
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

/***/ 60087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ jobToolFolder)
/* harmony export */ });
/** Where tools are put that only this job uses, below `RUNNER_TEMP`. */
const jobToolFolder = (temp) => `${temp}/claude-code-bedrock-tools`;


/***/ }),

/***/ 79337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ RUN_MARKER)
/* harmony export */ });
// The machine: time, programs, files. Interfaces, and one name that both sides use; `src/world/` implements them.
/** Variable that marks the processes of a run; its value is the run's id. What left the process tree is found by it. */
const RUN_MARKER = 'CLAUDE_CODE_BEDROCK_RUN';


/***/ }),

/***/ 2165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ startBackOff),
/* harmony export */   b: () => (/* binding */ withRetry)
/* harmony export */ });
/**
 * Runs `task`, and again while it rejects with what {@link RetryOptions.isRetryable} and the budget of pauses allow. Rejects
 * with the last error. Give it a task that fetches its own token, so that each attempt has a fresh one.
 */
async function withRetry(task, options, clock) {
    const backOff = startBackOff(options, clock);
    for (;;) {
        try {
            return await task();
        }
        catch (error) {
            await backOff.pauseAfter(error);
        }
    }
}
/** Starts to count attempts and pauses. */
function startBackOff(options, clock) {
    const { firstPauseMs = 1_000, longestPauseMs = 15_000, attempts = Number.POSITIVE_INFINITY } = options;
    let attempt = 1;
    let waitedMs = 0;
    return {
        async pauseAfter(error) {
            const full = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
            // Jobs that failed together reach this line at different milliseconds, which spreads them.
            const spread = full / 2 + (full / 2) * ((clock.now() % 1_000) / 1_000);
            const pauseMs = Math.max(spread, options.retryAfterMs?.(error) ?? 0);
            if (attempt >= attempts || waitedMs + pauseMs > options.budgetMs || !options.isRetryable(error))
                throw error;
            waitedMs += pauseMs;
            options.onRetry?.(error, pauseMs, attempt);
            attempt += 1;
            await clock.sleep(pauseMs, options.signal);
            if (options.signal?.aborted)
                throw error;
        },
        reset() {
            attempt = 1;
            waitedMs = 0;
        },
    };
}


/***/ }),

/***/ 40716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ FACTS_FILE),
  B: () => (/* binding */ openRunContext)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/run-state.js
var run_state = __webpack_require__(80686);
// EXTERNAL MODULE: ./lib/transcript/redact.js + 1 modules
var transcript_redact = __webpack_require__(45497);
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

// EXTERNAL MODULE: ./lib/transcript/types.js
var types = __webpack_require__(36611);
// EXTERNAL MODULE: ./lib/transcript/secrets.js
var secrets = __webpack_require__(15611);
;// CONCATENATED MODULE: ./lib/run-context.js







/** Opens the transcript, and records for post where to find it. */
async function openRunContext(run, world) {
    const place = (0,run_state/* placeOf */.$t)(run.id, world.runner);
    const folder = await holdFolders(place, world).catch((error) => {
        world.log.warning(`The folders of the run cannot be used: ${String(error)}`);
        return undefined;
    });
    if ('folder' in run && (folder === undefined || folder !== run.folder))
        throw REPLACED;
    const named = (0,secrets/* secretVariables */.c8)(run.env);
    const configured = [];
    const known = {
        values: () => [...world.secrets.all(), ...named.values, ...configured],
        patterns: () => [...(facts.transcript?.redact ?? []), ...(run.patterns ?? [])],
        now: () => world.clock.now(),
    };
    const { redact, redactEvent, holdsKnown } = (0,transcript_redact/* createRedactor */.l)(known);
    const ofTranscript = (0,transcript_redact/* createRedactor */.l)(known);
    let state = { id: run.id, stage: 'running', exported: [], folder };
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
        async saveFacts() {
            const sealed = world.seal.seal(JSON.stringify(facts), run.id);
            if (sealed !== undefined)
                await world.files.write((0,external_node_path_.join)(place.own, FACTS_FILE), sealed).catch(warnOfPost);
        },
    };
}
const REPLACED = new errors/* Failure */.HR('unexpected', {
    message: 'Something else is in the place of the folder that the step wrote its transcript to, and is left alone.',
});
/** Opened before the agent runs: nothing that it puts in their place is read or written. Resolves with the transcript folder's identity. */
async function holdFolders({ run, transcript, own, claudeConfig }, { files }) {
    for (const folder of [run, own, claudeConfig])
        await files.hold(folder);
    return files.hold(transcript);
}
/** Where main leaves its facts for post, in the run's own folder, sealed. */
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


/***/ }),

/***/ 26969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aC: () => (/* binding */ keep),
  z8: () => (/* binding */ report),
  M_: () => (/* binding */ store)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/transcript/outputs.js
var transcript_outputs = __webpack_require__(1296);
;// CONCATENATED MODULE: ./build/viewer.js
const VIEWER_STYLE = ":root{color-scheme:light dark;--page: light-dark(#ffffff, #0d1117);--soft: light-dark(#f6f8fa, #151b23);--line: light-dark(#d1d9e0, #3d444d);--faint: light-dark(#e6eaef, #262c36);--text: light-dark(#1f2328, #f0f6fc);--quiet: light-dark(#59636e, #9198a1);--accent: light-dark(#0969da, #4493f8);--ok: light-dark(#1a7f37, #3fb950);--bad: light-dark(#c21f2b, #ff7b72);--warn: light-dark(#8a5a00, #d8a133);--think: light-dark(#7a3fd1, #b58cff);--bad-soft: light-dark(#fff1f0, #2d1416);--ok-soft: light-dark(#e6f6ea, #12261a);--warn-soft: light-dark(#fff6dc, #2a2110);--added: light-dark(#dafbe1, #14301d);--removed: light-dark(#ffebe9, #3a1719);--mark: light-dark(#fff3a8, #6b5300);--mono: ui-monospace, SFMono-Regular, \"SF Mono\", Menlo, Consolas, \"Liberation Mono\", \"DejaVu Sans Mono\", monospace;--bar: 3.5rem;font:14px/1.5 -apple-system,Segoe UI,Noto Sans,Helvetica,Arial,DejaVu Sans,sans-serif}:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--text);overflow-wrap:anywhere}[hidden]{display:none!important}h1,h2,h3,h4,p,dl,dd,ul{margin:0;padding:0}h2{font-size:14px;font-weight:600}button,select,input{font:inherit;color:inherit}a{color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:1px}code,kbd,.mono{font-family:var(--mono);font-size:12.5px}.skip{position:absolute;inset-inline-start:-100vw}.skip:focus{inset-inline-start:8px;top:8px;padding:4px 10px;background:var(--page);z-index:3}.masthead{background:var(--soft);border-bottom:1px solid var(--line)}.masthead>div,main{max-width:1180px;margin:0 auto;padding:0 20px}.masthead>div{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;padding-block:14px}.masthead h1{font-size:18px;font-weight:600;display:flex;flex-wrap:wrap;align-items:center;gap:6px 10px}.masthead h1 code{font-size:14px;font-weight:600;color:var(--bad)}.masthead .product{color:var(--quiet);flex:1 1 auto}.state{display:inline-flex;align-items:center;gap:7px;padding:3px 12px 3px 9px;border-radius:99px;border:1px solid currentColor;font-size:15px;line-height:1.4}.state:before{content:\"\\2713\";font-weight:700}.state.success,.state.setup{color:var(--ok);background:var(--ok-soft)}.state.failure{color:var(--bad);background:var(--bad-soft)}.state.failure:before{content:\"\\2715\"}.state.cancelled,.state.timed-out{color:var(--warn);background:var(--warn-soft)}.state.cancelled:before{content:\"\\25a0\";font-size:11px}.state.timed-out:before{content:\"\\25f7\"}#theme{padding:3px 6px;border:1px solid var(--line);border-radius:6px;background:var(--page)}main{padding-block:16px 80px;display:grid;gap:16px;grid-template-columns:minmax(0,1fr)}.panel{border:1px solid var(--line);border-radius:8px;background:var(--page);padding:12px 16px;min-width:0}.panel>h2{margin-bottom:8px}.panel.failed{border-color:var(--bad);background:var(--bad-soft)}.panel.failed h2{color:var(--bad)}.panel.failed h2:not(:first-child){color:var(--text);margin-top:12px}.panel.failed .fix{background:var(--page);border:1px solid var(--line);border-radius:6px;padding:8px 12px}.pair{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));align-items:start}.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(116px,auto));gap:10px 22px}.facts>div{min-width:0}.facts dt{color:var(--quiet);font-size:12px}.facts dd{font-variant-numeric:tabular-nums;font-weight:600}.facts.small{margin-top:12px;padding-top:10px;border-top:1px solid var(--faint)}.facts.small dd{font-weight:400;font-size:13px}.text{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}.text:focus{outline:none}.short{max-height:240px;overflow:hidden;mask-image:linear-gradient(#000 75%,transparent)}.more{margin-top:6px;padding:2px 10px;border:1px solid var(--line);border-radius:6px;background:var(--soft);color:var(--accent);cursor:pointer}.files{list-style:none;columns:2 320px;font-family:var(--mono);font-size:12.5px}.files li{break-inside:avoid;padding:1px 0}.path{border:0;padding:0;background:none;color:var(--accent);font:inherit;text-align:start;cursor:pointer;overflow-wrap:anywhere}.path:hover{text-decoration:underline}details>summary{cursor:pointer;padding:2px 0}figure{margin:0}.picture{cursor:crosshair;touch-action:pan-y}svg{display:block;max-width:100%;font-size:12px}.lane{fill:var(--text)}.tick{fill:var(--quiet);font-size:11px}.grid,.ground{stroke:var(--faint);stroke-width:1;fill:none}.bar.model{fill:var(--accent)}.bar.tools{fill:var(--ok)}.bar.subagents{fill:var(--think)}.bar.waits{fill:var(--warn)}.bar.failed{fill:var(--bad)}.area{fill:var(--accent);opacity:.12}.curve{fill:none;stroke-width:1.5}.curve.tokens{stroke:var(--accent)}.curve.cost{stroke:var(--warn);stroke-dasharray:5 3}.cursor{stroke:var(--quiet);stroke-width:1}.legend{display:flex;flex-wrap:wrap;gap:2px 16px;list-style:none;font-size:12px;color:var(--quiet);margin-top:6px}.legend li{display:flex;align-items:center;gap:6px}.swatch{width:12px;height:10px;border-radius:2px}.swatch.model{background:var(--accent)}.swatch.tools{background:var(--ok)}.swatch.subagents{background:var(--think)}.swatch.waits{background:var(--warn)}.swatch.failed{background:var(--bad)}.swatch.tokens,.swatch.cost{height:0;border-radius:0;width:16px;border-top:2px solid var(--accent)}.swatch.cost{border-top:2px dashed var(--warn)}.readout{font-size:13px;min-height:1.5em;margin-top:6px;font-variant-numeric:tabular-nums}figcaption{font-size:12px;color:var(--quiet)}#events>h2{display:flex;gap:8px;align-items:baseline;margin-bottom:8px;font-size:16px}#events-count{color:var(--quiet);font-weight:400;font-size:13px}#toolbar{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:8px;padding:8px 0;background:var(--page);border-bottom:1px solid var(--line)}#toolbar button,#toolbar select,#toolbar input{height:32px;border:1px solid var(--line);border-radius:6px;background:var(--soft);padding:0 10px}#toolbar button{cursor:pointer}#toolbar button:hover:not(:disabled){border-color:var(--quiet)}#toolbar button:disabled{color:var(--quiet);cursor:default}#toolbar .icon{width:32px;padding:0}#toolbar input{background:var(--page);flex:1 1 180px;min-width:0}#toolbar select{max-width:230px}#trouble[aria-pressed=true]{background:var(--bad-soft);border-color:var(--bad);color:var(--bad);font-weight:600}.finder{display:flex;flex:1 1 340px;gap:6px;align-items:center;min-width:0}.finder output{color:var(--quiet);white-space:nowrap;font-variant-numeric:tabular-nums}.choices{display:flex;flex-wrap:wrap;gap:6px}#nothing{padding:24px;text-align:center;color:var(--quiet)}.row{position:relative;border-bottom:1px solid var(--faint);scroll-margin-top:var(--bar);border-inline-start:3px solid transparent}.row:focus{outline:none}.row.current{background:var(--soft);border-inline-start-color:var(--accent)}.row.found>.top .name:after{content:\"\\2022\";color:var(--warn);margin-inline-start:5px}.top{display:flex;align-items:baseline;gap:10px;padding-inline-end:4px}.head{flex:1 1 auto;min-width:0;font:inherit}.fold{display:flex;width:100%;align-items:baseline;gap:8px;min-width:0;padding:5px 6px 5px 24px;border:0;background:none;text-align:start;position:relative}button.fold{cursor:pointer}button.fold:before{content:\"\";position:absolute;inset-inline-start:9px;top:12px;width:6px;height:6px;border:solid var(--quiet);border-width:0 1.5px 1.5px 0;transform:rotate(-45deg)}button.fold[aria-expanded=true]:before{transform:rotate(45deg);top:10px}button.fold:hover .name{text-decoration:underline}.name{font-weight:600;flex:none;max-width:60%}.title{flex:1 1 auto;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;color:var(--quiet);unicode-bidi:plaintext}.call .title,.report .title{font-family:var(--mono);font-size:12.5px;color:var(--text)}.call .name{font-family:var(--mono);font-size:12.5px}.message .name{color:var(--accent)}.thinking .name{color:var(--think);font-style:italic;font-weight:400}.note .name{color:var(--quiet);font-weight:400}.retry .name{color:var(--warn)}.note.error .name,.trouble.call .name,.trouble.report .name{color:var(--bad);font-weight:600}.side{display:flex;flex:none;align-items:baseline;gap:8px;font-size:12px;font-variant-numeric:tabular-nums}.badge{color:var(--quiet);white-space:nowrap}.badge.ok,.badge.plus{color:var(--ok)}.badge.minus,.badge.bad{color:var(--bad)}.badge.bad,.badge.warn{font-weight:600}.badge.warn{color:var(--warn)}.time{color:var(--quiet);min-width:3.6em;text-align:end}.link{color:var(--quiet);text-decoration:none;min-width:3em;text-align:end}.link:hover{text-decoration:underline;color:var(--accent)}.json{border:0;background:none;padding:0 2px;color:var(--quiet);font-family:var(--mono);font-size:11px;cursor:pointer;opacity:0}.row:hover .json,.row:focus-within .json,.json[aria-pressed=true]{opacity:1}.body{padding:0 10px 10px 24px;display:grid;gap:8px;grid-template-columns:minmax(0,1fr)}.body .mono{font-size:12.5px;line-height:1.55;tab-size:4}.body .text.mono,.diff{background:var(--soft);border:1px solid var(--faint);border-radius:6px;padding:6px 10px}.row.current .body .text.mono,.row.current .diff{background:var(--page)}.body .text.error{background:var(--bad-soft);border-color:transparent;border-inline-start:3px solid var(--bad)}.row.current .body .text.error{background:var(--bad-soft)}.body h4{font-size:12px;font-weight:400;color:var(--quiet);margin-bottom:2px}.command .text:before{content:\"$ \";color:var(--ok);font-weight:700}.purpose{color:var(--quiet);font-size:12.5px;margin-bottom:3px}.empty{color:var(--quiet);font-size:12.5px}.excerpt{margin-top:6px}.thinking .text{color:var(--quiet);font-style:italic}.fields{display:grid;gap:4px}.fields>div{display:grid;grid-template-columns:minmax(90px,max-content) minmax(0,1fr);gap:2px 12px}.fields dt{color:var(--quiet);font-size:12.5px;max-width:220px}.diff{padding:4px 0;font-family:var(--mono);font-size:12.5px;line-height:1.55;overflow:hidden}.diff .line{display:flex}.diff .added{background:var(--added)}.diff .removed{background:var(--removed)}.diff .number{flex:none;width:3.6em;padding-inline-end:8px;text-align:end;color:var(--quiet);user-select:none}.diff .sign{flex:none;width:1.8em;text-align:center;color:var(--quiet);user-select:none}.diff .code{flex:1 1 auto;min-width:0;white-space:pre-wrap;unicode-bidi:plaintext;tab-size:4;padding-inline-end:8px}.diff .gap{color:var(--quiet);padding:0 10px}.diff .more{margin:6px 10px 4px}.todos{list-style:none}.todos .done{color:var(--quiet);text-decoration:line-through}.todos .doing{font-weight:600}.todos .state{all:unset;display:inline-block;width:1.4em}.todos .state:before{content:none}.depth-1{margin-inline-start:22px}.depth-2{margin-inline-start:44px}.depth-3{margin-inline-start:66px}.depth-4{margin-inline-start:88px}.row:not(.depth-0):before{content:\"\";position:absolute;inset-block:0;inset-inline-start:-14px;border-inline-start:2px solid var(--think);opacity:.45}mark{background:var(--mark);color:inherit;border-radius:2px}dialog{border:1px solid var(--line);border-radius:10px;background:var(--page);color:var(--text);padding:20px 24px;max-width:min(92vw,460px)}dialog::backdrop{background:#0006}dialog dl{display:grid;gap:6px;margin:12px 0 16px}dialog dl>div{display:grid;grid-template-columns:150px 1fr;gap:12px}dialog dt{display:flex;flex-wrap:wrap;gap:4px;align-items:center}kbd{border:1px solid var(--line);border-bottom-width:2px;border-radius:4px;background:var(--soft);padding:0 5px;font-size:11.5px}dialog button{border:1px solid var(--line);border-radius:6px;background:var(--soft);padding:4px 14px;cursor:pointer}#messages{position:fixed;inset-inline:0;bottom:16px;display:grid;justify-items:center;pointer-events:none;z-index:4}.toast{background:var(--text);color:var(--page);border-radius:6px;padding:6px 14px;max-width:92vw}@media(max-width:640px){:root{--bar: 5.6rem}.masthead>div,main{padding-inline:12px}.masthead .product{order:1;flex-basis:100%}#tools{margin-inline-start:auto}.panel{padding:10px 12px}.facts{grid-template-columns:repeat(auto-fit,minmax(92px,auto));gap:8px 14px}.choices{flex-wrap:nowrap;overflow-x:auto;scrollbar-width:none;margin-inline:-12px;padding-inline:12px}.choices>*{flex:none}.time:empty{display:none}#toolbar select{max-width:175px}#toolbar input{font-size:16px}.finder{flex-basis:100%}.finder output{min-width:0}.top{flex-wrap:wrap;gap:0;padding-bottom:4px}.head{flex-basis:100%}.fold{padding-bottom:0}.side{padding-inline-start:24px}.side .json{display:none}.time,.link{min-width:0}.body{padding-inline:12px 6px}.fields>div{grid-template-columns:minmax(0,1fr)}.diff .number{width:2.6em;padding-inline-end:4px}.depth-1{margin-inline-start:12px}.depth-2{margin-inline-start:20px}.depth-3,.depth-4{margin-inline-start:28px}.row:not(.depth-0):before{inset-inline-start:-8px}}@media print{:root{color-scheme:light;font-size:11px}#toolbar,#theme,.json,.more,.readout,.skip,button.fold:before{display:none}.short{max-height:none;mask-image:none}.row,.panel{break-inside:auto}.top{break-after:avoid}main{max-width:none}}@media(prefers-reduced-motion:no-preference){.toast{animation:appear .15s}@keyframes appear{0%{opacity:0}}}"
const VIEWER_SCRIPT = "\"use strict\";(()=>{function z(e){return e.toWellFormed().replace(Ht,\"\").replace(/\\r\\n/g,`\n`).replace(Ft,t=>t<\" \"?String.fromCharCode(9216+t.charCodeAt(0)):\"\\uFFFD\")}var Ht=/\\u001b\\[[0-9;?]{0,40}[ -/]{0,4}[@-~]/g,Ft=/[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]/g;function w(e,t={},...o){let n=document.createElement(e);Ce(n,t);for(let r of o)r!==void 0&&n.append(typeof r==\"string\"?z(r):r);return n}function A(e,t={},...o){let n=document.createElementNS(\"http://www.w3.org/2000/svg\",e);return Ce(n,t),n.append(...o),n}function L(e,t,o={}){let n=w(\"button\",{type:\"button\",...o},e);return n.addEventListener(\"click\",t),n}function S(e){let t=document.getElementById(e);if(t===null)throw new Error(`The page has no #${e}.`);return t}function Ce(e,t){for(let[o,n]of Object.entries(t))n!==void 0&&n!==!1&&e.setAttribute(o,n===!0?\"\":String(n))}function Oe(){for(let e of document.querySelectorAll(\"[data-long]\")){if(e.scrollHeight<=It)continue;e.classList.add(\"short\");let t=L(\"Show all\",()=>{let o=e.classList.toggle(\"short\");t.textContent=o?\"Show all\":\"Show less\",t.setAttribute(\"aria-expanded\",String(!o)),o&&e.scrollIntoView({block:\"nearest\"})});t.className=\"more\",t.setAttribute(\"aria-expanded\",\"false\"),e.after(t)}}function $e(e){for(let t of S(\"main\").querySelectorAll(\"[data-file]\")){let o=t.textContent;t.replaceChildren(L(o,()=>e(o),{class:\"path\",title:\"Find it in the events\"}))}}var It=260;function Ae(){let e=w(\"select\",{id:\"theme\",\"aria-label\":\"Colours\"});for(let[o,n]of Pe)e.append(w(\"option\",{value:o},n));e.value=Nt();let t=()=>{e.value===\"auto\"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e.value};t(),e.addEventListener(\"change\",()=>{t();try{localStorage.setItem(_e,e.value)}catch{}}),S(\"tools\").append(e)}function Nt(){try{let e=localStorage.getItem(_e);return Pe.some(([t])=>t===e)?e??\"auto\":\"auto\"}catch{return\"auto\"}}var _e=\"claude-transcript-theme\",Pe=[[\"auto\",\"Theme: auto\"],[\"light\",\"Theme: light\"],[\"dark\",\"Theme: dark\"]];var X=e=>typeof e==\"object\"&&e!==null&&!Array.isArray(e),T=e=>X(e)?e:{},O=e=>Array.isArray(e)?e:[],k=e=>typeof e==\"string\"?e:void 0,Bt=e=>typeof e==\"number\"?e:void 0,$=e=>Bt(e)??0,C=e=>JSON.stringify(e??null,void 0,2);function le(e){try{return JSON.parse(e)}catch{return}}function He(){let e=new Map,t=new Map,o=[],n=[],r,s=c=>{let d=r??c-n.reduce((g,{delayMs:m})=>g+m,0),f=n.reduce((g,{delayMs:m})=>g+m,0),p=f>c-d?Math.max(0,c-d)/f:1,y=d;for(let{delayMs:g,row:m}of n)o.push({from:y,to:y+g*p,row:m}),y+=g*p;return n=[],y},i=(c,d)=>{r=Math.max(r??d,d),t.set(c,d)};return{answered({messageId:c,agent:d,at:f,usage:p,written:y,row:g}){let m=n.length>0?s(f):void 0,a=e.get(c),l=T(p),u=a??{...Dt,from:Math.min(f,m??t.get(d)??r??f),to:f,row:g,written:0};u.to=Math.max(u.to,f),u.written+=y,u.inputTokens=Math.max(u.inputTokens,$(l.input_tokens)),u.cacheReadTokens=Math.max(u.cacheReadTokens,$(l.cache_read_input_tokens)),u.cacheCreationTokens=Math.max(u.cacheCreationTokens,$(l.cache_creation_input_tokens)),u.outputTokens=Math.max(u.outputTokens,$(l.output_tokens)),e.set(c,u),i(d,f)},moved(c,d){n.length>0&&s(d),i(c,d)},waits:(c,d)=>{n.push({delayMs:c,row:d})},finish(c){n.length>0&&r!==void 0&&s(r+n.reduce((f,{delayMs:p})=>f+p,0));let d=e.values().next().value;return d!==void 0&&o[0]?.from!==d.from&&(d.from=Math.min(d.from,c??d.from)),{modelCalls:[...e.values()],waits:o}}}}var Dt={inputTokens:0,cacheReadTokens:0,cacheCreationTokens:0,outputTokens:0};function ge(e){return typeof e==\"string\"?e:O(e).map(jt).join(`\n`)}function jt(e){let{type:t,text:o,source:n}=T(e);if(typeof o==\"string\")return o;if(t!==\"image\"&&t!==\"document\")return C(e);let{media_type:r,data:s}=T(n),i=Math.ceil((k(s)?.length??0)*75e-5);return`[${t}: ${k(r)??\"unknown kind\"}, ${i} KB; its data is in transcript.jsonl]`}function Fe(e,t){let{non_execution_kind:o,permission_decision:n}=T(t);return o===\"user-rejected\"?\"stopped\":T(n).decision===\"reject\"?\"denied\":e?\"failed\":\"ok\"}function Ie(e,t,o){let{tool_use_id:n,summary:r,usage:s}=e,i=t.get(k(n)??\"\");if(i===void 0||T(i.result?.detail).isAsync!==!0)return;let c=i.at===void 0?void 0:i.at+$(T(s).duration_ms);i.result={event:o,at:c,text:k(r)??\"\",status:Wt(e.status),detail:void 0}}function Wt(e){return e===\"completed\"?\"ok\":e===\"killed\"||e===\"stopped\"?\"stopped\":\"failed\"}function Ne(e){let t=n=>O(n).map(r=>k(r)??k(T(r).name)??\"?\");return[[\"Model\",k(e.model)],[\"Claude Code\",k(e.claude_code_version)],[\"Working directory\",k(e.cwd)],[\"Permission mode\",k(e.permissionMode)],[\"Session\",k(e.session_id)],[\"Tools\",t(e.tools).join(\", \")],[\"MCP servers\",t(e.mcp_servers).join(\", \")]].flatMap(([n,r])=>r?[`${n}: ${r}`]:[]).join(`\n`)}function Be(e){let t=O(e.errors).flatMap(o=>k(o)??[]);return[k(e.result),...t].filter(o=>o!==void 0).join(`\n`)}function ye(e,t){let o=Object.values(T(e.modelUsage)).map(T),n=(...s)=>o.reduce((i,c)=>s.reduce((d,f)=>d+$(c[f]),i),0),r=o.length>0;return{durationMs:typeof e.duration_ms==\"number\"?e.duration_ms+(t?.durationMs??0):t?.durationMs,costUsd:typeof e.total_cost_usd==\"number\"?e.total_cost_usd:void 0,tokens:r?n(\"inputTokens\",\"outputTokens\",\"cacheReadInputTokens\",\"cacheCreationInputTokens\"):void 0,outputTokens:r?n(\"outputTokens\"):void 0}}function ce(){let e=[],t=new Map,o=new Map,n=He(),r=0,s,i,c=ye({}),d,f=!1,p=[];function y(u){let h=typeof u.timestamp==\"string\"?Date.parse(u.timestamp):NaN,b=k(u.parent_tool_use_id)??\"\",x=Number.isFinite(h)?h:void 0;x!==void 0&&(s=Math.min(s??x,x),i=Math.max(i??x,x));let v=0,R=t.get(b);return{at:x,agent:b,place:()=>({id:++v===1?`event-${r}`:`event-${r}-${v}`,event:r,at:x,parent:R}),add:E=>((R?.children??e).push(E),o.set(E.id,E),E)}}function g(u,{at:h,agent:b,place:x,add:v}){let R=T(u.message),M=k(u.error);for(let I of je(R.content)){let{type:E,text:W,thinking:V,id:ee,name:ae,input:U}=I,F,K=0;if(M!==void 0){let de=typeof u.api_error_status==\"number\"?` (HTTP ${u.api_error_status})`:\"\";F=v({...x(),kind:\"note\",tone:\"error\",title:`API error: ${M}${de}`,text:k(W)??C(I)})}else if(E===\"text\"&&typeof W==\"string\")F=v({...x(),kind:\"message\",speaker:\"Claude\",text:W}),K=W.length;else if(E===\"thinking\"&&typeof V==\"string\")F=v({...x(),kind:\"thinking\",text:V}),K=V.length;else if(E===\"tool_use\"&&typeof ee==\"string\"&&typeof ae==\"string\"){let de=v({...x(),kind:\"call\",name:ae,input:U,result:void 0,children:[]});t.set(ee,de),F=de,K=Object.values(T(U)).reduce((_t,Pt)=>_t+(k(Pt)?.length??8),0)}else F=v({...x(),kind:\"note\",tone:\"plain\",title:`Content of type ${k(E)??\"unknown\"}`,text:C(I)});h!==void 0&&(M===void 0?n.answered({messageId:k(R.id)??F.id,agent:b,at:h,usage:R.usage,written:K,row:F}):n.moved(b,h))}}function m(u,{at:h,agent:b,place:x,add:v}){let R=O(u.tool_result_meta).map(T),M=je(T(u.message).content);for(let I of M){let{type:E,text:W,tool_use_id:V,content:ee,is_error:ae}=I,U=typeof V==\"string\"?t.get(V):void 0;if(E===\"tool_result\"&&U?.result===void 0&&U!==void 0)U.result={event:r,at:h,text:ge(ee),status:Fe(ae===!0,R.find(F=>F.id===V)),detail:M.length===1?u.tool_use_result:void 0},o.set(`event-${r}`,U);else if(E===\"text\"&&typeof W==\"string\")v({...x(),kind:\"message\",speaker:b===\"\"?\"User\":\"Prompt\",text:W});else{let F=E===\"tool_result\",K=F?\"Result of a call that is not here\":`Content of type ${k(E)??\"unknown\"}`;v({...x(),kind:\"note\",tone:\"plain\",title:K,text:F?ge(ee):C(I)})}}h!==void 0&&n.moved(b,h)}function a(u,{place:h,add:b}){let x=(v,R,M)=>b({...h(),kind:\"note\",tone:v,title:R,text:M});switch(u.subtype){case\"init\":d??=k(u.cwd),x(f?\"quiet\":\"plain\",f?\"system/init\":\"Session started\",Ne(u)),f=!0;return;case\"api_retry\":{let R=`${typeof u.error_status==\"number\"?`HTTP ${u.error_status} `:\"\"}${k(u.error)??\"unknown error\"}: try ${$(u.attempt)} of ${$(u.max_retries)}`,M=$(u.retry_delay_ms);n.waits(M,b({...h(),kind:\"retry\",text:R,delayMs:M}));return}case\"task_notification\":Ie(u,t,r),x(\"quiet\",\"system/task_notification\",C(u));return;case\"compact_boundary\":x(\"plain\",\"Conversation compacted\",C(u.compact_metadata));return;default:x(\"quiet\",`system/${k(u.subtype)??\"unknown\"}`,C(u))}}function l(u,{place:h,add:b}){c=ye(u,c);let x=k(u.subtype)??\"unknown\",v=u.is_error===!0,R=v&&x===\"success\"?\"Ended with an error\":`Ended: ${x}`;p.push(b({...h(),kind:\"note\",tone:v?\"error\":\"plain\",title:R,text:Be(u)}))}return{read(u){r++;let h=le(u),b=y(T(h)),{place:x,add:v}=b;X(h)?h.type===\"assistant\"?g(h,b):h.type===\"user\"?m(h,b):h.type===\"system\"?a(h,b):h.type===\"result\"?l(h,b):h.type===\"raw\"?v({...x(),kind:\"note\",tone:\"plain\",title:De,text:k(h.text)??\"\"}):v({...x(),kind:\"note\",tone:\"quiet\",title:k(h.type)??\"unknown\",text:C(h)}):v({...x(),kind:\"note\",tone:\"plain\",title:De,text:u})},finish(){for(let x of p.slice(0,-1))Object.assign(x,{tone:\"quiet\",title:`At rest: ${x.title}`});let u=s===void 0||i===void 0?void 0:Math.min(s,i-(c.durationMs??0)),h=u===void 0||i===void 0?void 0:{from:u,to:i},b=Vt(e);for(let x of b)x.kind===\"report\"&&o.set(x.id,x).set(`event-${x.event}`,x);return{rows:b,events:r,places:o,activity:n.finish(u),totals:c,span:h,directory:d}}}}var De=\"Output that is no event\",je=e=>typeof e==\"string\"?[{type:\"text\",text:e}]:O(e).map(T);function Vt(e){let t=[],o=e.toReversed();for(let n=o.pop();n!==void 0;n=o.pop()){if(t.push(n),n.kind!==\"call\"||n.children.length===0)continue;let{id:r,result:s}=n;s!==void 0&&o.push({kind:\"report\",id:`${r}-report`,event:s.event,at:s.at,parent:n,call:n,result:s});for(let i of n.children.toReversed())o.push(i)}return t}function We(){let e=[...document.querySelectorAll(\"[data-encoding]\")],t=[],o=async n=>(await Ut(n.textContent)).split(`\n`).filter(r=>r!==\"\");return{count:e.length,async*packs(){let n=1;for(let r of e){let s=await o(r);t.push(n),n+=s.length,yield s}},async line(n){let r=t.findLastIndex(c=>c<=n),s=e[r],i=t[r];return s===void 0||i===void 0?\"\":(await o(s))[n-i]??\"\"}}}async function Ut(e){let t=new DecompressionStream(\"gzip\"),o=t.writable.getWriter(),[n]=await Promise.all([Gt(t.readable),o.write(qt(e)),o.close()]);return n}async function Gt(e){let t=e.getReader(),o=new TextDecoder,n=\"\";for(let r=await t.read();!r.done;r=await t.read())n+=o.decode(r.value,{stream:!0});return n+o.decode()}function qt(e){if(Jt)return Uint8Array.fromBase64(e);let t=atob(e),o=new Uint8Array(t.length);for(let n=0;n<t.length;n++)o[n]=t.charCodeAt(n);return o}var Jt=\"fromBase64\"in Uint8Array;function Ve(e){let t=0;for(let o=e.parent;o!==void 0;o=o.parent)t++;return t}function H(e){switch(e.kind){case\"call\":return e.result!==void 0&&e.result.status!==\"ok\";case\"report\":return e.result.status!==\"ok\";case\"retry\":return!0;case\"note\":return e.tone===\"error\";case\"message\":case\"thinking\":return!1}}var G={choice:\"conversation\",troubleOnly:!1};function Y(e,{choice:t,troubleOnly:o}){if(o&&!H(e))return!1;switch(t){case\"conversation\":return e.kind!==\"note\"||e.tone!==\"quiet\";case\"every\":return!0;case\"messages\":return e.kind===\"message\";case\"thinking\":return e.kind===\"thinking\";case\"calls\":return e.kind===\"call\";default:return e.kind===\"call\"&&t===`tool:${e.name}`}}var ue=({choice:e,troubleOnly:t})=>!t&&(e===\"conversation\"||e===\"every\");function Ue(e){let t=new Map;for(let o of e)o.kind===\"call\"&&t.set(o.name,(t.get(o.name)??0)+1);return[...t].sort(([o,n],[r,s])=>s-n||(o<r?-1:1))}function Ge(e){if(e.trim()!==\"\")return new RegExp(e.replace(/[\\\\^$.*+?()[\\]{}|]/g,\"\\\\$&\"),\"giu\")}async function qe(e,t,o){let n=[],r=performance.now();for(let s of e)if(zt(s).some(i=>Kt(i,t))&&n.push(s),!(performance.now()-r<12)){if(await new Promise(i=>setTimeout(i)),o.aborted)return[];r=performance.now()}return n}var Kt=(e,t)=>e.search(t)>=0;function zt(e){switch(e.kind){case\"message\":case\"thinking\":case\"retry\":return[e.text];case\"note\":return[e.title,e.text];case\"report\":return[e.result.text];case\"call\":{let t=[e.name];if(we(e.input,t),e.result===void 0)return t;let{stderr:o,structuredPatch:n}=T(e.result.detail);return we([o,O(n).map(r=>T(r).lines)],t),e.children.length===0&&t.push(e.result.text),t}}}function we(e,t){if(typeof e==\"string\")t.push(e);else if(typeof e==\"object\"&&e!==null)for(let[o,n]of Object.entries(e))Array.isArray(e)||t.push(o),we(n,t);else(typeof e==\"number\"||typeof e==\"boolean\")&&t.push(String(e))}function te(e){let t=Math.max(0,e)/1e3,o=Math.floor(t/3600),n=Math.floor(t/60)%60,r=s=>String(s).padStart(2,\"0\");return o>0?`${o}:${r(n)}:${r(Math.floor(t)%60)}`:n>=10?`${n}:${r(Math.floor(t)%60)}`:`${n}:${(Math.floor(t*10)/10-n*60).toFixed(1).padStart(4,\"0\")}`}function D(e){if(e<1e3)return`${Math.round(e)} ms`;if(e<59950)return`${(e/1e3).toFixed(1)} s`;let t=Math.round(e/1e3),o=Math.floor(t/60);return o<60?`${o} min ${t%60} s`:`${Math.floor(o/60)} h ${o%60} min`}function fe(e){return e<1e3?String(Math.round(e)):e<999950?`${(e/1e3).toFixed(1)}k`:`${(e/1e6).toFixed(1)}M`}var _=e=>e.toLocaleString(\"en-US\"),j=(e,t)=>`${_(e)} ${t}${e===1?\"\":\"s\"}`,be=e=>`$${e.toFixed(e<1?4:2)}`;function Je({rows:e,look:t,stage:o,tell:n}){let r=[],s=new AbortController;return{async search(i){s.abort(),s=new AbortController;let{signal:c}=s;if(await new Promise(p=>setTimeout(p,Xt)),c.aborted)return;let d=Ge(i),f=d===void 0?[]:await qe(e,d,c);s.signal===c&&(t.pattern=d,r=f,o.mark(new Set(f)),n(d===void 0?\"\":f.length===0?\"no match\":j(f.length,\"event\")))},step(i){let c=o.readingRow(),d=c===void 0?-1:e.indexOf(c),f=o.current()===void 0,p=new Map(e.map((a,l)=>[a,l])),y=a=>(p.get(a)??0)>(f?d-1:d),g=a=>(p.get(a)??0)<d,m=i===1?r.find(y)??r[0]:r.findLast(g)??r.at(-1);m!==void 0&&(t.folds.set(m,!0),o.go(m),o.update(m)?.querySelector(\".body mark\")?.scrollIntoView({block:\"nearest\"}),n(`${_(r.indexOf(m)+1)} of ${_(r.length)}`))}}}var Xt=120;function Ke(e,t){let o=Yt(),n={j:()=>t.move(1),k:()=>t.move(-1),g:()=>t.moveTo(\"first\"),G:()=>t.moveTo(\"last\"),o:()=>t.fold(),e:()=>t.moveToTrouble(1),E:()=>t.moveToTrouble(-1),x:()=>t.foldAll(!0),X:()=>t.foldAll(!1),n:()=>t.step(1),N:()=>t.step(-1),c:()=>t.copyLink(),\"/\":()=>t.focusSearch(),\"?\":()=>o.showModal()},r={ArrowDown:()=>t.move(1),ArrowUp:()=>t.move(-1),ArrowRight:()=>t.fold(!0),ArrowLeft:()=>t.fold(!1),Home:()=>t.moveTo(\"first\"),End:()=>t.moveTo(\"last\")};return document.addEventListener(\"keydown\",s=>{let{target:i,key:c}=s;if(s.ctrlKey||s.metaKey||s.altKey||o.open||!(i instanceof HTMLElement)||i.closest(\"input, select, textarea\")!==null)return;let d=i.matches(\"article\"),f=(e.contains(i)?r[c]:void 0)??(d&&(c===\"Enter\"||c===\" \")?()=>t.fold():void 0)??(Object.hasOwn(n,c)?n[c]:void 0);f!==void 0&&(s.preventDefault(),f())}),{showHelp:()=>o.showModal()}}function Yt(){let e=w(\"dl\");for(let[o,n]of Qt){let r=w(\"dt\");for(let s of o.split(\" \"))r.append(w(\"kbd\",{},s),\" \");e.append(w(\"div\",{},r,w(\"dd\",{},n)))}let t=w(\"dialog\",{\"aria-labelledby\":\"help-title\"},w(\"h2\",{id:\"help-title\"},\"Keyboard\"),e);return t.append(L(\"Close\",()=>t.close())),document.body.append(t),t}var Qt=[[\"j k \\u2193 \\u2191\",\"next and previous event\"],[\"g G\",\"first and last event\"],[\"e E\",\"next and previous error or retry\"],[\"o Enter \\u2192 \\u2190\",\"unfold and fold the event\"],[\"x X\",\"expand all, collapse all\"],[\"/\",\"search\"],[\"Enter n\",\"next match\"],[\"Shift+Enter N\",\"previous match\"],[\"c\",\"copy a link to the event\"],[\"Esc\",\"clear the search\"]];var ne=class{diff(t,o,n={}){let r;typeof n==\"function\"?(r=n,n={}):\"callback\"in n&&(r=n.callback);let s=this.castInput(t,n),i=this.castInput(o,n),c=this.removeEmpty(this.tokenize(s,n)),d=this.removeEmpty(this.tokenize(i,n));return this.diffWithOptionsObj(c,d,n,r)}diffWithOptionsObj(t,o,n,r){var s;let i=b=>{if(b=this.postProcess(b,n),r){setTimeout(function(){r(b)},0);return}else return b},c=o.length,d=t.length,f=1,p=c+d;n.maxEditLength!=null&&(p=Math.min(p,n.maxEditLength));let y=(s=n.timeout)!==null&&s!==void 0?s:1/0,g=Date.now()+y,m=[{oldPos:-1,lastComponent:void 0}],a=this.extractCommon(m[0],o,t,0,n);if(m[0].oldPos+1>=d&&a+1>=c)return i(this.buildValues(m[0].lastComponent,o,t));let l=-1/0,u=1/0,h=()=>{for(let b=Math.max(l,-f);b<=Math.min(u,f);b+=2){let x,v=m[b-1],R=m[b+1];v&&(m[b-1]=void 0);let M=!1;if(R){let E=R.oldPos-b;M=R&&0<=E&&E<c}let I=v&&v.oldPos+1<d;if(!M&&!I){m[b]=void 0;continue}if(!I||M&&v.oldPos<R.oldPos?x=this.addToPath(R,!0,!1,0,n):x=this.addToPath(v,!1,!0,1,n),a=this.extractCommon(x,o,t,b,n),x.oldPos+1>=d&&a+1>=c)return i(this.buildValues(x.lastComponent,o,t))||!0;m[b]=x,x.oldPos+1>=d&&(u=Math.min(u,b-1)),a+1>=c&&(l=Math.max(l,b+1))}f++};if(r)(function b(){setTimeout(function(){if(f>p||Date.now()>g)return r(void 0);h()||b()},0)})();else for(;f<=p&&Date.now()<=g;){let b=h();if(b)return b}}addToPath(t,o,n,r,s){let i=t.lastComponent;return i&&!s.oneChangePerToken&&i.added===o&&i.removed===n?{oldPos:t.oldPos+r,lastComponent:{count:i.count+1,added:o,removed:n,previousComponent:i.previousComponent}}:{oldPos:t.oldPos+r,lastComponent:{count:1,added:o,removed:n,previousComponent:i}}}extractCommon(t,o,n,r,s){let i=o.length,c=n.length,d=t.oldPos,f=d-r,p=0;for(;f+1<i&&d+1<c&&this.equals(n[d+1],o[f+1],s);)f++,d++,p++,s.oneChangePerToken&&(t.lastComponent={count:1,previousComponent:t.lastComponent,added:!1,removed:!1});return p&&!s.oneChangePerToken&&(t.lastComponent={count:p,previousComponent:t.lastComponent,added:!1,removed:!1}),t.oldPos=d,f}equals(t,o,n){return n.comparator?n.comparator(t,o):t===o||!!n.ignoreCase&&t.toLowerCase()===o.toLowerCase()}removeEmpty(t){let o=[];for(let n=0;n<t.length;n++)t[n]&&o.push(t[n]);return o}castInput(t,o){return t}tokenize(t,o){return Array.from(t)}join(t){return t.join(\"\")}postProcess(t,o){return t}get useLongestToken(){return!1}buildValues(t,o,n){let r=[],s;for(;t;)r.push(t),s=t.previousComponent,delete t.previousComponent,t=s;r.reverse();let i=r.length,c=0,d=0,f=0;for(;c<i;c++){let p=r[c];if(p.removed)p.value=this.join(n.slice(f,f+p.count)),f+=p.count;else{if(!p.added&&this.useLongestToken){let y=o.slice(d,d+p.count);y=y.map(function(g,m){let a=n[f+m];return a.length>g.length?a:g}),p.value=this.join(y)}else p.value=this.join(o.slice(d,d+p.count));d+=p.count,p.added||(f+=p.count)}}return r}};var xe=class extends ne{tokenize(t){return t.slice()}join(t){return t}removeEmpty(t){return t}},ze=new xe;function ke(e,t,o){return ze.diff(e,t,o)}var q=new Set([\"Edit\",\"MultiEdit\",\"Write\",\"NotebookEdit\"]);function pe({name:e,input:t,result:o}){let n=O(T(o?.detail).structuredPatch).map(T);if(n.length>0)return n.map(Zt);let r=T(t);return e===\"Write\"?[{oldStart:void 0,newStart:1,lines:Ye(r.content)}]:e===\"NotebookEdit\"?[{oldStart:void 0,newStart:void 0,lines:Ye(r.new_source)}]:e===\"MultiEdit\"?O(r.edits).map(s=>Xe(T(s))):[Xe(r)]}function Ze(e){let t=o=>e.reduce((n,{lines:r})=>n+r.filter(s=>s.sign===o).length,0);return{added:t(\"+\"),removed:t(\"-\")}}function Zt(e){let t=O(e.lines).flatMap(o=>typeof o!=\"string\"||o.startsWith(\"\\\\\")?[]:[{sign:o.startsWith(\"-\")?\"-\":o.startsWith(\"+\")?\"+\":\" \",text:o.slice(1)}]);return{oldStart:$(e.oldStart),newStart:$(e.newStart),lines:t}}var Xe=e=>({oldStart:void 0,newStart:void 0,lines:et(k(e.old_string)??\"\",k(e.new_string)??\"\")}),Ye=e=>et(\"\",k(e)??\"\");function et(e,t){let[o,n]=[Qe(e),Qe(t)],r=Math.min(o.length,n.length),[s,i]=[0,0];for(;s<r&&o[s]===n[s];)s++;for(;i<r-s&&o.at(-1-i)===n.at(-1-i);)i++;let[c,d]=[o.slice(s,o.length-i),n.slice(s,n.length-i)],f=ke(c,d,{maxEditLength:2e3})??[{removed:!0,added:!1,value:c},{removed:!1,added:!0,value:d}],p=(y,g)=>g.map(m=>({sign:y,text:m}));return[...p(\" \",o.slice(0,s)),...f.flatMap(y=>p(y.removed?\"-\":y.added?\"+\":\" \",y.value)),...p(\" \",o.slice(o.length-i))]}var Qe=e=>e===\"\"?[]:e.replace(/\\n$/,\"\").split(`\n`);function ve(){let e=new Map,t;return{isOpen:o=>e.get(o)??t??en(o),set:(o,n)=>{e.set(o,n)},setAll(o){e.clear(),t=o}}}function en(e){switch(e.kind){case\"message\":case\"report\":return!0;case\"call\":return H(e)||e.children.length>0||q.has(e.name)||e.name===\"TodoWrite\";case\"note\":return e.tone===\"error\";case\"thinking\":case\"retry\":return!1}}function se({name:e,input:t},o){let n=T(t),r=k(n.file_path)??k(n.notebook_path),s=k(n.pattern);if(r!==void 0)return tt(r,o);if(s!==void 0){let d=k(n.path);return d===void 0?s:`${s} in ${tt(d,o)}`}if(e===\"TodoWrite\"){let d=st(n);return`${d.filter(({status:f})=>f===\"done\").length} of ${d.length} done`}let c=[n.command,n.description,n.url,n.query].find(d=>typeof d==\"string\")??Object.values(n).find(d=>typeof d==\"string\");return(k(c)??\"\").slice(0,400).replace(/\\s+/g,\" \").trim()}function tt(e,t){return t!==void 0&&e.startsWith(`${t}/`)?e.slice(t.length+1):e}function nt({name:e,result:t}){if(e!==\"Bash\"||t===void 0)return;let{status:o,text:n,detail:r}=t;if(o===\"failed\"){let c=rt.exec(n)?.[1];return c===void 0?void 0:Number(c)}let{backgroundTaskId:s,interrupted:i}=T(r);return o===\"ok\"&&s===void 0&&i!==!0?0:void 0}function ot(e){let t=tn(e);return e.children.length>0||e.result===void 0?t:[...t,...Te(e)]}function tn(e){let t=T(e.input);if(!X(e.input))return re(\"Input\",e.input===void 0?\"\":C(e.input));if(e.name===\"Bash\"&&typeof t.command==\"string\"){let o=k(t.description)??\"\";return[{kind:\"command\",text:t.command,purpose:o},...oe(t,[\"command\",\"description\"])]}return q.has(e.name)?[...oe(t,nn),{kind:\"diff\",hunks:pe(e)}]:e.name===\"TodoWrite\"?[{kind:\"todos\",todos:st(t)},...oe(t,[\"todos\"])]:e.name===\"Read\"?oe(t,[\"file_path\"]):oe(t,[])}function Te({name:e,result:t}){if(t===void 0)return[];let{stdout:o,stderr:n}=T(t.detail);if(t.status!==\"ok\"){let s=e===\"Bash\"?t.text.replace(rt,\"\"):t.text;return re(e===\"Bash\"?\"Output\":\"Result\",s,\"error\")}return e===\"Bash\"&&typeof o==\"string\"&&typeof n==\"string\"&&n!==\"\"?[...o===\"\"?[]:re(\"Output\",o),...re(\"Standard error\",n)]:e===\"TodoWrite\"||q.has(e)&&X(t.detail)?[]:re(e===\"Bash\"?\"Output\":\"Result\",t.text)}var rt=/^Exit code (\\d+)\\n?/,nn=[\"file_path\",\"notebook_path\",\"old_string\",\"new_string\",\"content\",\"new_source\",\"edits\"],re=(e,t,o=\"plain\")=>[{kind:\"text\",label:e,text:t,tone:o}];function oe(e,t){let o=Object.entries(e).flatMap(([n,r])=>t.includes(n)||r===!1||r===\"\"||r===null?[]:[[n,typeof r==\"string\"?r:C(r)]]);return o.length===0?[]:[{kind:\"fields\",fields:o}]}function st(e){return O(e.todos).map(t=>{let{content:o,status:n}=T(t),r=n===\"completed\"?\"done\":n===\"in_progress\"?\"doing\":\"open\";return{text:k(o)??C(t),status:r}})}function N(e,{key:t,kind:o},n){let r=n.shown.get(t)??on(e),s=w(\"div\",{class:`text ${o}`,tabindex:-1});if(B(s,e.slice(0,r),n.pattern),r>=e.length)return s;let i=rn(e,r,n.pattern),c=i===void 0?void 0:sn(e,i,n),d=Math.min(e.length,r+at),f=d<e.length?`Show ${_(at)} more of ${_(e.length)} characters`:`Show all (${_(dt(e))} lines)`,p=w(\"div\",{class:\"long\"},s,c),y=()=>{n.shown.set(t,d);let g=N(e,{key:t,kind:o},n);p.replaceWith(g);let m=g.classList.contains(\"text\")?g:g.querySelector(\".text\");m instanceof HTMLElement&&m.focus({preventScroll:!0})};return p.append(L(f,y,{class:\"more\"})),p}function B(e,t,o){let n=z(t);if(o===void 0){e.append(n);return}let r=0,s=0;for(let i of n.matchAll(o))if(e.append(n.slice(r,i.index),w(\"mark\",{},i[0])),r=i.index+i[0].length,++s===an)break;e.append(n.slice(r))}function on(e){let t=0;for(let r=0;r<it;r++){let s=e.indexOf(`\n`,t);if(s<0||s>=Re)return e.length<=Re*1.25?e.length:Re;t=s+1}let o=e.slice(t,t+1e3);return t+o.length===e.length&&dt(o)<=it/3?e.length:t-1}function rn(e,t,o){if(o===void 0)return;let n=e.search(o);return n>=t?n:void 0}function sn(e,t,o){let n=w(\"div\",{class:\"text mono excerpt\"});return B(n,`\\u2026${e.slice(Math.max(0,t-200),t+600)}\\u2026`,o.pattern),n}function dt(e){let t=1;for(let o=e.indexOf(`\n`);o>=0&&o<e.length-1;o=e.indexOf(`\n`,o+1))t++;return t}var it=30,Re=6e3,at=2e5,an=2e3;function ct(e,t){return(e.kind===\"call\"?ot(e):Te({name:e.call.name,result:e.result})).map((n,r)=>dn(n,`${e.id}/${r}`,t))}function dn(e,t,o){switch(e.kind){case\"command\":{let n=w(\"p\",{class:\"purpose\"});B(n,e.purpose,o.pattern);let r=N(e.text,{key:t,kind:\"mono\"},o);return w(\"div\",{class:\"command\"},e.purpose===\"\"?void 0:n,r)}case\"text\":{let n=e.tone===\"error\"?\"mono error\":\"mono\",s=e.text.trim()===\"\"?w(\"p\",{class:\"empty\"},\"Nothing\"):N(e.text,{key:t,kind:n},o);return w(\"div\",{class:\"section\"},w(\"h4\",{},e.label),s)}case\"fields\":{let n=w(\"dl\",{class:\"fields\"});return e.fields.forEach(([r,s],i)=>{let c=w(\"dt\");B(c,r,o.pattern);let d=s.includes(`\n`)||/^[[{]/.test(s)?\"mono\":\"prose\";n.append(w(\"div\",{},c,w(\"dd\",{},N(s,{key:`${t}/${i}`,kind:d},o))))}),n}case\"diff\":return ut(e.hunks,t,o);case\"todos\":{let n=w(\"ul\",{class:\"todos\"});for(let{text:r,status:s}of e.todos){let i=w(\"li\",{class:s},w(\"span\",{class:\"state\"},`${ln[s]} `));B(i,r,o.pattern),n.append(i)}return n}}}var ln={done:\"\\u2713\",doing:\"\\u25B8\",open:\"\\u25CB\"};function ut(e,t,o){let n=e.reduce((p,{lines:y})=>p+y.length,0),r=Math.max(o.shown.get(t)??pn,cn(e,o.pattern)),s=w(\"div\",{class:\"diff\"}),i=r;if(e.forEach((p,y)=>{i<=0||(y>0&&s.append(w(\"div\",{class:\"gap\"},\"\\u22EF\")),s.append(...un(p,i,{key:`${t}/${y}`,look:o})),i-=p.lines.length)}),r>=n)return s;let c=Math.min(n,r+lt),d=c<n?`Show ${lt} more of ${_(n)} lines`:`Show all ${_(n)} lines`,f=()=>{o.shown.set(t,c),s.replaceWith(ut(e,t,o))};return s.append(L(d,f,{class:\"more\"})),s}function cn(e,t){if(t===void 0)return 0;let o=e.flatMap(n=>n.lines);return Math.min(o.findIndex(({text:n})=>n.search(t)>=0)+1,hn)}function un({oldStart:e,newStart:t,lines:o},n,{key:r,look:s}){let i=e,c=t,d=i!==void 0||c!==void 0;return o.slice(0,n).map(({sign:f,text:p},y)=>{let g=f===\"-\"?i:c;f!==\"+\"&&i!==void 0&&i++,f!==\"-\"&&c!==void 0&&c++;let m=w(\"div\",{class:\"code\"});return p.length>mn?m.append(N(p,{key:`${r}/${y}`,kind:\"line\"},s)):B(m,p,s.pattern),w(\"div\",{class:`line ${fn[f]}`},d?w(\"span\",{class:\"number\"},g===void 0?\"\":String(g)):void 0,w(\"span\",{class:\"sign\"},f),m)})}var fn={\"+\":\"added\",\"-\":\"removed\",\" \":\"kept\"},pn=40,lt=1e3,mn=1e4,hn=5e3;function me(e,t){let o=[\"row\",e.kind,...H(e)?[\"trouble\"]:[],`depth-${Math.min(Ve(e),4)}`];e.kind===\"note\"&&o.push(e.tone);let n=e.kind!==\"retry\"&&!(e.kind===\"note\"&&e.text===\"\"),r=n&&t.folds.isOpen(e),s=w(\"span\",{class:\"name\"});B(s,gn(e),t.pattern);let i=w(\"span\",{class:\"title\"});(!r||e.kind===\"call\"||e.kind===\"report\")&&B(i,yn(e,t),t.pattern);let c=n?w(\"button\",{type:\"button\",class:\"fold\",\"aria-expanded\":String(r)},s,i):w(\"div\",{class:\"fold\"},s,i);n&&c.addEventListener(\"click\",()=>t.onToggle(e));let d=L(\"{ }\",()=>t.onJson(e),{class:\"json\",\"aria-label\":`JSON of event ${e.event}`,\"aria-pressed\":String(t.asJson.has(e))}),f=w(\"a\",{class:\"link\",href:`#${e.id}`,\"aria-label\":`Link to event ${e.event}`,title:\"Link to this event\"},`#${e.event}`),p=w(\"h3\",{class:\"head\",id:`${e.id}-head`},c),y=w(\"div\",{class:\"side\"},...bn(e),kn(e,t),d,f),g=`${e.id}-head`,m=w(\"article\",{class:o.join(\" \"),id:e.id,tabindex:-1,\"aria-labelledby\":g},w(\"div\",{class:\"top\"},p,y));return r&&m.append(w(\"div\",{class:\"body\"},...wn(e,t))),t.asJson.has(e)&&m.append(vn(e,t)),m}function gn(e){switch(e.kind){case\"message\":return e.speaker;case\"thinking\":return\"Thinking\";case\"call\":return e.name;case\"report\":return\"Report\";case\"retry\":return\"API retry\";case\"note\":return e.title}}function yn(e,t){switch(e.kind){case\"call\":return se(e,t.directory);case\"report\":return se(e.call,t.directory);case\"retry\":return`${e.text}, after a wait of ${D(e.delayMs)}`;case\"message\":case\"thinking\":case\"note\":return e.text.slice(0,300).replace(/\\s+/g,\" \").trim()}}function wn(e,t){switch(e.kind){case\"call\":case\"report\":return ct(e,t);case\"message\":case\"thinking\":return[N(e.text,{key:e.id,kind:\"prose\"},t)];case\"note\":return[N(e.text,{key:e.id,kind:e.tone===\"error\"?\"mono error\":\"mono\"},t)];case\"retry\":return[]}}function bn(e){if(e.kind!==\"call\")return[];let t=(i,c)=>w(\"span\",{class:`badge ${i}`},c),{status:o}=e.result??{status:void 0},n=nt(e),r=[];if(q.has(e.name)&&o===\"ok\"){let{added:i,removed:c}=Ze(pe(e));r.push(t(\"plus\",`+${i}`),t(\"minus\",`\\u2212${c}`))}e.children.length>0&&r.push(t(\"quiet\",`${j(e.children.length,\"event\")} inside`)),n!==void 0?r.push(t(n===0?\"ok\":\"bad\",`exit ${n}`)):o===void 0?r.push(t(\"warn\",\"no result\")):o!==\"ok\"&&r.push(t(\"bad\",o));let s=xn(e);return s!==void 0&&r.push(t(\"took\",D(s))),r}function xn({at:e,result:t}){return e===void 0||t?.at===void 0?void 0:Math.max(0,t.at-e)}function kn({at:e},{start:t}){if(e===void 0||t===void 0)return w(\"span\",{class:\"time\"});let o=new Date(e).toISOString();return w(\"time\",{class:\"time\",datetime:o,title:o},te(e-t))}function vn(e,t){let o=w(\"div\",{class:\"body events\"}),n=e.kind===\"call\"&&e.result!==void 0?[e.event,e.result.event]:[e.event];for(let r of n){let s=w(\"div\",{class:\"section\"},w(\"h4\",{},`Event ${r}`));o.append(s),t.line(r).then(i=>{let c=C(le(i)??i);s.append(N(c,{key:`${e.id}/json/${r}`,kind:\"mono\"},t))})}return o}function pt(e,t){if(!t.folds.isOpen(e)||e.kind===\"retry\")return ft;let o=e.kind===\"call\"||e.kind===\"report\"?e.result?.text??\"\":e.text,n=1+Math.min(o.length,6e3)/110;for(let r=o.indexOf(`\n`);r>=0&&n<30;r=o.indexOf(`\n`,r+1))n++;return ft+20+Math.min(n,30)*20+(e.kind===\"call\"?60:0)}var ft=33;function ht({container:e,view:t,guess:o}){let n=[],r=0,s=new Map,i=new Map,c=CSS.supports(\"overflow-anchor\",\"auto\"),d=new IntersectionObserver(l=>{for(let{target:u,isIntersecting:h}of l){let b=s.get(u);b!==void 0&&(h?m(b,()=>p(b)):m(b,()=>y(b)))}},{rootMargin:`${Tn}px 0px`});function f(l,u){let h=t(l);return h.setAttribute(\"aria-posinset\",String(u)),h.setAttribute(\"aria-setsize\",String(r)),i.set(l,h),h}function p(l){l.drawn||(l.drawn=!0,l.element.style.height=\"\",l.element.replaceChildren(...l.rows.map((u,h)=>f(u,l.first+h+1))))}function y(l){if(!(!l.drawn||l.element.contains(document.activeElement))){l.element.style.height=`${l.element.offsetHeight}px`,l.drawn=!1,l.element.replaceChildren();for(let u of l.rows)i.delete(u)}}function g(){for(let l of n){let{top:u,bottom:h}=l.element.getBoundingClientRect();if(u>window.innerHeight)return;h>0&&p(l)}}function m({element:l},u){if(c){u();return}let h=l.getBoundingClientRect();u(),h.bottom<0&&window.scrollBy(0,l.getBoundingClientRect().height-h.height)}return{show(l){d.disconnect(),s.clear(),i.clear(),r=l.length;let u=[];for(let h=0;h<l.length;h+=mt){let b=l.slice(h,h+mt),x=w(\"div\",{class:\"block\"});x.style.height=`${b.reduce((R,M)=>R+o(M),0)}px`;let v={element:x,rows:b,first:h,drawn:!1};for(let R of[x,...b])s.set(R,v);u.push(v)}n=u,e.replaceChildren(...u.map(({element:h})=>h)),g();for(let{element:h}of u)d.observe(h)},refresh(){for(let l of n)l.drawn&&(l.drawn=!1,p(l))},update(l){let u=i.get(l),h=u?.getAttribute(\"aria-posinset\");if(u===void 0)return;let b=document.activeElement,x=[...u.querySelectorAll(\"button, a\")].findIndex(M=>M===b),v=f(l,Number(h));u.replaceWith(v);let R=x<0?void 0:v.querySelectorAll(\"button, a\")[x];return R instanceof HTMLElement?R.focus({preventScroll:!0}):b===u&&v.focus({preventScroll:!0}),v},rowOf(l){return n.find(({element:h})=>h.contains(l))?.rows.find(h=>i.get(h)?.contains(l))},reveal(l){let u=s.get(l);if(u===void 0)return;let h=n.indexOf(u);for(let v of n.slice(Math.max(0,h-2),h+3))p(v);let b=i.get(l),x=()=>b?.scrollIntoView({block:\"start\"});return x(),requestAnimationFrame(x),b},element:l=>i.get(l),firstBelow(l){let u=n.find(({element:h})=>h.getBoundingClientRect().bottom>l);if(u!==void 0)return p(u),u.rows.find(h=>(i.get(h)?.getBoundingClientRect().bottom??0)>l+1)},drawAll(){for(let l of n)p(l)}}}var mt=40,Tn=1500;function gt(e,t,o){let n=S(\"list\"),r=G,s=[],i,c=new Set,d=ht({container:n,guess:a=>pt(a,t),view(a){let l=me(a,t);return l.classList.toggle(\"found\",c.has(a)),Se(l,a===i),l}});function f(){let a=ue(r);s=e.filter(l=>Y(l,r)&&(!a||p(l)===void 0)),d.show(s),S(\"nothing\").hidden=s.length>0,s.length>0?n.setAttribute(\"role\",\"feed\"):n.removeAttribute(\"role\")}function p(a){let l;for(let u=a.parent;u!==void 0;u=u.parent)t.folds.isOpen(u)||(l=u);return l}function y(a){let l=d.element(a)?.getBoundingClientRect().top;f();let u=d.reveal(a);if(u?.focus({preventScroll:!0}),l===void 0||u===void 0)return;let h=()=>window.scrollBy(0,u.getBoundingClientRect().top-l);requestAnimationFrame(()=>requestAnimationFrame(h))}let g=()=>n.getBoundingClientRect().top>Me(),m={current:()=>i,readingRow:()=>i??d.firstBelow(Me()),point(a){let l=i===void 0?void 0:d.element(i);l!==void 0&&Se(l,!1),i=a;let u=d.element(a);u!==void 0&&Se(u,!0)},go(a){let l=!Y(a,r);l&&(r={choice:Y(a,G)?\"conversation\":\"every\",troubleOnly:!1},o(r));let u=ue(r)&&p(a)!==void 0;for(let b=a.parent;b!==void 0;b=b.parent)t.folds.set(b,!0);(l||u)&&f();let h=d.reveal(a);m.point(a),h?.focus({preventScroll:!0})},move(a){let l=i===void 0?-1:s.indexOf(i),u=l<0?d.firstBelow(Me()):s[l+a];u!==void 0&&m.go(u)},moveTo(a){let l=s.at(a===\"first\"?0:-1);l!==void 0&&m.go(l)},moveToTrouble(a){let l=i===void 0?-1:s.indexOf(i),u=a===1?s.slice(l+1).find(H):s.slice(0,Math.max(l,0)).findLast(H);u!==void 0&&m.go(u)},fold(a,l){m.point(a),t.folds.isOpen(a)!==l&&(t.folds.set(a,l),a.kind===\"call\"&&a.children.length>0&&ue(r)?y(a):d.update(a))},foldAll(a){let l=g()?void 0:m.readingRow();t.folds.setAll(a),f(),l!==void 0&&m.go(p(l)??l)},choose(a){r=a;let l=g();f(),!l&&(i!==void 0&&s.includes(i)?d.reveal(i):S(\"events\").scrollIntoView())},mark(a){c=a,d.refresh()},update:a=>d.update(a),drawForPaper(){s.length<=Rn&&d.drawAll()}};return n.addEventListener(\"focusin\",({target:a})=>{let l=a instanceof Node?d.rowOf(a):void 0;l!==void 0&&l!==i&&m.point(l)}),f(),m}function Se(e,t){e.classList.toggle(\"current\",t),e.tabIndex=t?0:-1}var Rn=3e3,Me=()=>S(\"toolbar\").offsetHeight;function yt(e,t){let o=e.toSorted((p,y)=>p.to-y.to),n=o.reduce((p,y)=>p+y.written,0),r=o.map(p=>{let y=t.outputTokens===void 0?Math.max(p.outputTokens,p.written/4):t.outputTokens*p.written/Math.max(n,1),g=p.inputTokens+p.cacheReadTokens+p.cacheCreationTokens+y,m=p.inputTokens+p.cacheReadTokens*.1+p.cacheCreationTokens*1.25+y*5;return{at:p.to,tokens:g,weight:m}}),s=r.reduce((p,y)=>p+y.tokens,0),i=r.reduce((p,y)=>p+y.weight,0),c=t.tokens===void 0||s===0?1:t.tokens/s,d=0,f=0;return r.map(p=>{d+=p.tokens*c,f+=p.weight;let y=t.costUsd===void 0?void 0:t.costUsd*f/Math.max(i,1);return{at:p.at,tokens:d,costUsd:y}})}function wt({rows:e,activity:t,totals:o,span:n}){if(n===void 0)return;let r=e.filter(d=>d.kind===\"call\"),s=d=>d.flatMap(f=>f.at===void 0?[]:[{from:f.at,to:Math.max(f.at,f.result?.at??n.to),row:f}]),i=[{kind:\"model\",name:\"Model\",stretches:t.modelCalls},{kind:\"tools\",name:\"Tools\",stretches:s(r.filter(({children:d})=>d.length===0))},{kind:\"subagents\",name:\"Subagents\",stretches:s(r.filter(({children:d})=>d.length>0))},{kind:\"waits\",name:\"Retries\",stretches:t.waits}],c=Math.max(n.to,...t.waits.slice(-1).map(d=>d.to));return{span:{from:n.from,to:Math.max(c,n.from+1)},lanes:i.filter(({stretches:d})=>d.length>0),growth:yt(t.modelCalls,o),summary:Sn(i,c-n.from)}}function Sn(e,t){let o={model:\"answer of the model\",tools:\"tool call\",subagents:\"subagent\",waits:\"retry wait\"},n=e.flatMap(({kind:r,stretches:s})=>{if(s.length===0)return[];let i=s.reduce((d,{from:f,to:p})=>d+p-f,0);return[`${r===\"model\"&&s.length!==1?`${s.length} answers of the model`:j(s.length,o[r])} (${D(i)})`]});return`A run of ${D(t)}: ${n.join(\", \")}.`}function bt(e,t,o){let n,r=o;for(let s of e.stretches){let i=Math.max(s.from-t,t-s.to,0);i>r||n!==void 0&&i===r&&s.to-s.from>n.to-n.from||(n=s,r=i)}return n}var xt=(e,t)=>e.findLast(o=>o.at<=t);function kt({kind:e,stretches:t},{from:o,to:n},r){let s=new Int32Array(r+1),i=new Int32Array(r+1),c=g=>Math.min(Math.max(Math.floor((g-o)/(n-o)*r),0),r-1),d=(g,m,a)=>g[m]=(g[m]??0)+a;for(let g of t){let m=c(g.from),a=Math.min(Math.max(c(g.to),m+Mn),r);for(let l of Ee(e,g)?[s,i]:[s])d(l,m,1),d(l,a,-1)}let f=[],p=0,y=0;for(let g=0;g<r;g++){if(p+=s[g]??0,y+=i[g]??0,p===0)continue;let m=y/p,a=f.at(-1);a?.to===g&&a.failed===m&&(s[g]??0)===0?a.to=g+1:f.push({from:g,to:g+1,failed:m})}return f}var Mn=2,Ee=(e,{row:t})=>(e===\"tools\"||e===\"subagents\")&&H(t);function vt(e,t){let o=En.find(n=>e/n<=t)??Math.ceil(e/t/36e5)*36e5;return Array.from({length:Math.floor(e/o)+1},(n,r)=>r*o)}var En=[100,200,500,1e3,2e3,5e3,1e4,2e4,3e4,6e4,12e4,3e5,6e5,12e5,18e5,36e5];function Mt({transcript:e,timeline:t,onPick:o}){let n=S(\"timeline-picture\"),r=w(\"p\",{class:\"readout\",\"aria-hidden\":\"true\"},Rt),s=w(\"div\",{class:\"picture\"});n.replaceChildren(s,On(t),r,w(\"figcaption\",{},An(t))),S(\"timeline\").hidden=!1;let{from:i,to:c}=t.span,d=0,f=()=>{d=Math.max(240,Math.floor(s.clientWidth)),s.replaceChildren(Ln(t,d))},p=y=>{let g=s.getBoundingClientRect(),m=d-P-Et,a=Math.min(Math.max(y.clientX-g.left-P,0),m),l=i+a/m*(c-i),u=t.lanes[Math.floor((y.clientY-g.top-ie)/Q)],h=(c-i)/m*12;return{x:a,at:l,stretch:u===void 0?void 0:bt(u,l,h)}};s.addEventListener(\"pointermove\",y=>{let{x:g,at:m,stretch:a}=p(y);s.querySelector(\".cursor\")?.setAttribute(\"transform\",`translate(${P+g} 0)`);let l=xt(t.growth,m),u=[te(m-i),a===void 0?void 0:`${_n(a.row,e)} (${D(a.to-a.from)})`,l===void 0?void 0:`${fe(l.tokens)} tokens`,l?.costUsd===void 0?void 0:be(l.costUsd)];r.textContent=z(u.filter(h=>h!==void 0).join(\"  \\xB7  \"))}),s.addEventListener(\"pointerleave\",()=>r.textContent=Rt),s.addEventListener(\"click\",y=>{let{at:g,stretch:m}=p(y),a=m?.row??Pn(e.rows,g);a!==void 0&&o(a)}),f(),new ResizeObserver(()=>{s.clientWidth!==d&&f()}).observe(s)}function Ln(e,t){let{span:o,lanes:n,growth:r,summary:s}=e,i=t-P-Et,c=ie+n.length*Q,d=c+(r.length>0?J+10:0)+St,f=A(\"svg\",{width:t,height:d,viewBox:`0 0 ${t} ${d}`,role:\"img\",\"aria-label\":s}),p=o.to-o.from,y=d-St;for(let g of vt(p,Math.max(2,i/90))){let m=P+g/p*i;f.append(A(\"path\",{class:\"grid\",d:`M${he(m)} ${ie}V${y}`})),m<t-30&&f.append(A(\"text\",{class:\"tick\",x:he(m+3),y:d-5},Hn(g)))}return n.forEach((g,m)=>{let a=ie+m*Q;f.append(A(\"text\",{class:\"lane\",x:0,y:a+Q-8},g.name)),f.append(A(\"path\",{class:\"ground\",d:`M${P} ${a+Q-2.5}H${P+i}`}));let l=kt(g,o,i);f.append(A(\"path\",{class:`bar ${g.kind}`,d:l.map(h=>Tt(h,a,0)).join(\"\")}));let u=l.filter(h=>h.failed>0);f.append(A(\"path\",{class:\"bar failed\",d:u.map(h=>Tt(h,a,1-h.failed)).join(\"\")}))}),r.length>0&&f.append(...Cn(e,{top:c+10,plot:i})),f.append(A(\"path\",{class:\"cursor\",d:`M0 ${ie}V${y}`,transform:\"translate(-10 0)\"})),f}function Tt({from:e,to:t},o,n){let r=o+4+Math.min(Math.round(Le*n),Le-3);return`M${P+e} ${r}H${P+t}V${o+4+Le}H${P+e}z`}function Cn({span:e,growth:t},{top:o,plot:n}){let r=t.at(-1),s=f=>he(P+(f-e.from)/(e.to-e.from)*n),i=f=>{let p=Math.max(r===void 0?0:f(r),Number.MIN_VALUE),y=a=>he(o+J-a/p*(J-4)),g=`M${P} ${o+J}`,m=-1;return t.forEach((a,l)=>{s(a.at)-m<1&&l<t.length-1||(m=s(a.at),g+=`H${m}V${y(f(a))}`)}),`${g}H${P+n}`},c=i(f=>f.tokens),d=[A(\"text\",{class:\"lane\",x:0,y:o+J-20},\"Tokens\"),A(\"text\",{class:\"tick\",x:0,y:o+J-6},fe(r?.tokens??0)),A(\"path\",{class:\"area\",d:`${c}V${o+J}H${P}z`}),A(\"path\",{class:\"curve tokens\",d:c})];return r?.costUsd!==void 0&&r.costUsd>0&&d.push(A(\"path\",{class:\"curve cost\",d:i(f=>f.costUsd??0)})),d}function On({lanes:e,growth:t}){let o=w(\"ul\",{class:\"legend\"}),n=(s,i)=>o.append(w(\"li\",{},w(\"span\",{class:`swatch ${s}`}),i));for(let{kind:s}of e)n(s,$n[s]);e.some(({kind:s,stretches:i})=>i.some(c=>Ee(s,c)))&&n(\"failed\",\"failed or denied\");let r=t.at(-1);return r!==void 0&&n(\"tokens\",`tokens, ${fe(r.tokens)} at the end`),r?.costUsd&&n(\"cost\",`cost, ${be(r.costUsd)} at the end`),o}var $n={model:\"the model answers\",tools:\"a tool works\",subagents:\"a subagent works\",waits:\"waiting to retry\"};function An({growth:e,lanes:t,span:o}){let r=[`Began ${new Date(o.from).toISOString().replace(\"T\",\" \").slice(0,19)} UTC. Times are those that Claude Code wrote into the events.`];return t.some(({kind:s})=>s===\"waits\")&&r.push(\"Retries bear none: they are drawn as long as their waits, behind the event before them.\"),e.at(-1)?.costUsd!==void 0&&r.push(\"Tokens and cost are exact at the end; on the way they are shared out by the tokens of each answer.\"),r.join(\" \")}function _n(e,{directory:t}){return e.kind===\"call\"?`${e.name} ${se(e,t)}`.slice(0,90):e.kind===\"retry\"?`Retry: ${e.text}`:\"Model\"}function Pn(e,t){let o,n=1/0;for(let r of e){let s=r.at===void 0?1/0:Math.abs(r.at-t);s<n&&([o,n]=[r,s])}return o}var Hn=e=>e<6e4?`${e/1e3} s`:te(e).replace(/\\.\\d$/,\"\"),he=e=>Math.round(e*10)/10,Rt=\"Hover for details; click to go to the event.\",P=76,Et=8,ie=4,Q=24,Le=Q-9,J=64,St=20;function Lt(e,t){let o=w(\"input\",{type:\"search\",id:\"search\",placeholder:matchMedia(\"(pointer: fine)\").matches?\"Search all events, or type /\":\"Search all events\",\"aria-label\":\"Search all events\",autocomplete:\"off\",spellcheck:\"false\",enterkeyhint:\"search\"}),n=w(\"output\",{id:\"found\",for:\"search\",\"aria-live\":\"polite\"});o.addEventListener(\"input\",()=>t.onSearch(o.value)),o.addEventListener(\"keydown\",a=>{a.key===\"Enter\"?(a.preventDefault(),t.onStep(a.shiftKey?-1:1)):a.key===\"Escape\"&&(o.value=\"\",t.onSearch(\"\"),o.blur())});let r=w(\"select\",{id:\"choice\",\"aria-label\":\"Show\"}),s=e.filter(a=>a.kind===\"note\"&&a.tone===\"quiet\").length,i=a=>e.filter(l=>l.kind===a).length;r.append(Z(\"conversation\",\"Conversation\",e.length-s),Z(\"every\",\"Every event\",e.length),Z(\"messages\",\"Messages\",i(\"message\")),Z(\"thinking\",\"Thinking\",i(\"thinking\")),Z(\"calls\",\"Tool calls\",i(\"call\")));let c=w(\"optgroup\",{label:\"One tool\"});c.append(...Ue(e).map(([a,l])=>Z(`tool:${a}`,a,l))),c.children.length>0&&r.append(c);let d=e.filter(H).length,f=L(`Errors ${_(d)}`,()=>g(),{id:\"trouble\",\"aria-pressed\":\"false\",disabled:d===0,title:\"Show only errors and retries\"}),p=()=>f.getAttribute(\"aria-pressed\")===\"true\",y=()=>t.onFilter({choice:Fn(r.value),troubleOnly:p()}),g=()=>{f.setAttribute(\"aria-pressed\",String(!p())),y()};r.addEventListener(\"change\",y);let m=(a,l,u)=>L(l,()=>t.onStep(a),{\"aria-label\":u,title:u,class:\"icon\"});return S(\"toolbar\").replaceChildren(w(\"div\",{class:\"finder\",role:\"search\"},o,n,m(-1,\"\\u2191\",\"Previous match\"),m(1,\"\\u2193\",\"Next match\")),w(\"div\",{class:\"choices\"},r,f,L(\"Expand all\",()=>t.onFoldAll(!0)),L(\"Collapse all\",()=>t.onFoldAll(!1)),L(\"?\",()=>t.onHelp(),{\"aria-label\":\"Keyboard\",title:\"Keyboard\",class:\"icon\"}))),{search:o,setStatus:a=>n.value=a,setFilter({choice:a,troubleOnly:l}){r.value=a,f.setAttribute(\"aria-pressed\",String(l))}}}var Z=(e,t,o)=>w(\"option\",{value:e},`${t} (${_(o)})`);function Fn(e){return e.startsWith(\"tool:\")?`tool:${e.slice(5)}`:In.find(t=>t===e)??G.choice}var In=[\"conversation\",\"every\",\"messages\",\"thinking\",\"calls\"];function $t(e,t){let{rows:o,places:n,directory:r,span:s}=e,i={pattern:void 0,directory:r,start:s?.from,folds:ve(),shown:new Map,asJson:new Set,line:a=>t.line(a),onToggle:a=>c.fold(a,!i.folds.isOpen(a)),onJson(a){i.asJson.delete(a)||i.asJson.add(a),c.update(a)}},c=gt(o,i,a=>y.setFilter(a)),d=Je({rows:o,look:i,stage:c,tell:a=>y.setStatus(a)}),f=a=>{let l=document.activeElement;d.step(a),l===y.search&&y.search.focus({preventScroll:!0})},p=Ke(S(\"list\"),{move:a=>c.move(a),moveTo:a=>c.moveTo(a),moveToTrouble:a=>c.moveToTrouble(a),fold(a){let l=c.current();l!==void 0&&c.fold(l,a??!i.folds.isOpen(l))},foldAll:a=>c.foldAll(a),step:f,focusSearch(){y.search.focus(),y.search.select()},copyLink:()=>{Ct(c.current()?.id)}}),y=Lt(o,{onSearch:a=>{d.search(a)},onStep:f,onFilter:a=>c.choose(a),onFoldAll:a=>c.foldAll(a),onHelp:p.showHelp});S(\"list\").addEventListener(\"click\",a=>{let l=a.target instanceof Element?a.target.closest(\"a.link\"):null,u=n.get(l?.getAttribute(\"href\")?.slice(1)??\"\");u!==void 0&&(a.preventDefault(),c.point(u),Ct(u.id))}),$e(a=>{y.search.value=a,d.search(a).then(()=>d.step(1))}),window.addEventListener(\"beforeprint\",()=>c.drawForPaper()),S(\"events-count\").textContent=j(e.events,\"event\");let g=wt(e);g!==void 0&&Mt({transcript:e,timeline:g,onPick:a=>c.go(a)});let m=()=>{let a=n.get(location.hash.slice(1));a!==void 0&&c.go(a)};window.addEventListener(\"hashchange\",m),m()}function At(e){let t=ce();e.slice(0,Nn).forEach(d=>t.read(d));let{rows:o,directory:n,span:r}=t.finish(),s=()=>{},i={pattern:void 0,directory:n,start:r?.from,folds:ve(),shown:new Map,asJson:new Set,line:()=>Promise.resolve(\"\"),onToggle:s,onJson:s},c=o.filter(d=>Y(d,G));S(\"list\").replaceChildren(...c.map(d=>me(d,i)))}var Nn=60;async function Ct(e){e!==void 0&&(history.replaceState(null,\"\",`#${e}`),await navigator.clipboard.writeText(location.href).then(()=>Ot(\"The link to this event is copied.\"),()=>Ot(\"The address of this page leads to this event now.\")))}function Ot(e){let t=w(\"div\",{class:\"toast\"},e);S(\"messages\").replaceChildren(t),setTimeout(()=>t.remove(),3e3)}async function Bn(){Ae(),Oe();let e=We(),t=ce(),o=S(\"toolbar\"),n=0,r=performance.now();for await(let s of e.packs())s.forEach(i=>t.read(i)),n++,n===1&&e.count>1&&At(s),!(performance.now()-r<200)&&(r=performance.now(),o.textContent=`Reading the events: ${Math.round(n/e.count*100)} %`);$t(t.finish(),e),document.documentElement.dataset.ready=\"true\",performance.mark(\"ready\")}Bn().catch(e=>{let t=`The events cannot be shown here (${String(e)}). The file transcript.jsonl beside this page has all of them.`;S(\"toolbar\").replaceChildren(w(\"p\",{role:\"alert\"},t))});})();"
const VIEWER_HASHES = {"style":"sha256-2lYj5DowDcx8GYDeIDjFD8fnNAPmsKeAKT43mIX3UPw=","script":"sha256-fJJKnvqwIRR9XdbRuRQg1GjdGhakszNXbjlG3DiPl+w="}

// EXTERNAL MODULE: ./lib/text.js
var lib_text = __webpack_require__(68804);
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
    const count = (value) => (value === null ? null : (0,lib_text/* grouped */.zD)(value));
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
        ['Duration', duration === null ? null : (0,lib_text/* readableDuration */.P1)(duration)],
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
    const tokens = [sumOf(read), outputs['output-tokens']].flatMap((count) => (count === null ? [] : [(0,lib_text/* grouped */.zD)(count)]));
    return [
        turns === null ? '' : `${turns} turn${turns === 1 ? '' : 's'}`,
        duration === null ? '' : (0,lib_text/* readableDuration */.P1)(duration),
        cost === null ? '' : `$${cost.toFixed(4)}`,
        tokens.length < 2 ? '' : `${tokens.join(' tokens read, ')} written`,
    ]
        .filter((part) => part !== '')
        .join(' · ');
}
const sumOf = (counts) => counts.every((count) => count === null) ? null : counts.reduce((sum, count) => sum + (count ?? 0), 0);

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
    const blocks = failure.fix.map((block) => block.kind === 'text' ? textBlock(redact(block.text)) : textBlock(redact(block.code), 'mono fix'));
    const fix = blocks.length === 0 ? '' : `<h2>What to do</h2>\n${blocks.join('')}`;
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
    const files = outputs['changed-files'] ?? [];
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
    const rules = `<h3>To allow these, add</h3>\n${textBlock(redact(allowingYaml(denials)), 'mono')}`;
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
/** Text as the content of an element; never for an attribute. */
function escapeHtml(text) {
    return (0,lib_text/* visibleText */.Q6)(text).replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
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
    const shown = (0,lib_text/* cutText */.IN)(text, 1_000_000, '\n[cut here: result.json and session/ of the transcript have all of it]');
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
/** How many bytes of events the page holds in one element: enough to compress well, few enough to tell how far it has read. */
const PACK_BYTES = 2 * 1024 * 1024;
/** Events as the page holds them: packed in gzip in base64, in an element that hides them and says so (`data-encoding="gzip"`). */
const packElement = (pack) => `<div hidden data-encoding="gzip">${Buffer.from(pack.buffer, pack.byteOffset, pack.length).toString('base64')}</div>\n`;

// EXTERNAL MODULE: ./lib/lines.js
var lines = __webpack_require__(69304);
// EXTERNAL MODULE: ./lib/transcript/types.js
var types = __webpack_require__(36611);
;// CONCATENATED MODULE: ./lib/transcript/keep.js





/**
 * Completes the transcript folder: `result.json`, Claude Code's own session file, and the page. Each stands alone, so that
 * one that fails does not cost the others. Returns what went wrong, a sentence each; never rejects.
 */
async function keepTranscript(run, world) {
    const { result, session, page } = types/* TRANSCRIPT_FILES */.p;
    const steps = {
        [result]: () => world.files.write((0,external_node_path_.join)(run.directory, result), (0,transcript_outputs/* resultText */.D6)(run.outputs)),
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
async function keepSession(run, { files, redactEvent }) {
    const projects = (0,external_node_path_.join)(run.configDirectory, 'projects');
    const name = `${run.outputs['session-id'] ?? ''}.jsonl`;
    const found = await files.list(projects);
    const path = found.find((file) => (0,external_node_path_.basename)(file) === name && (0,external_node_path_.dirname)((0,external_node_path_.dirname)(file)) === projects);
    if (path === undefined)
        return;
    await writeAll((0,external_node_path_.join)(run.directory, types/* TRANSCRIPT_FILES */.p.session, name), redactedLines(files.chunks(path), redactEvent), files);
}
async function keepPage(run, { files, redact }) {
    const events = files.packedLines((0,external_node_path_.join)(run.directory, types/* TRANSCRIPT_FILES */.p.events), PACK_BYTES);
    await writeAll((0,external_node_path_.join)(run.directory, types/* TRANSCRIPT_FILES */.p.page), transcriptPage(run, events, redact), files);
}
/** Replaces a file, whole or not at all: half of it is of no use, and on a full disk the outputs need its space. */
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
    for await (const line of (0,lines/* linesOf */.D)(chunks))
        yield `${redact(line)}\n`;
}

// EXTERNAL MODULE: ./lib/markdown.js
var markdown = __webpack_require__(45162);
;// CONCATENATED MODULE: ./lib/transcript/summary.js




/**
 * The job summary in Markdown, redacted, within the 1 MiB of UTF-8 that GitHub takes from a step
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary). Words of the agent stand in it
 * as plain text only.
 */
function jobSummary(run, redact) {
    const { outputs, statistics, timeline, redacted = {}, prompt, failure } = run;
    const inline = (text) => (0,markdown/* inlineCode */.ti)(redact(text));
    const fenced = (text, limit) => (0,markdown/* fencedText */.fV)((0,lib_text/* cutText */.IN)(redact(text), limit, CUT));
    const counted = (counts = {}) => lineOf((0,lib_text/* describeCounts */.wv)(counts, inline));
    const structured = outputs['structured-output'];
    const blocks = [
        `## Claude Code on Bedrock: ${CONCLUSION_TITLES[outputs.conclusion]}`,
        ...lineOf(outcomeLine(outputs)),
        ...transcriptBlock(outputs, inline),
        ...(failure === undefined
            ? []
            : [
                `**${codeLink(failure.code, run.documents)}**`,
                fenced(failure.message, 20_000),
                ...fixBlocks(failure.fix, redact),
            ]),
        ...section('Result', outputs.result === null ? [] : [fenced(outputs.result, 200_000)]),
        ...section('Structured output', structured === null ? [] : [fenced(JSON.stringify(structured), 50_000)]),
        ...section('Files changed', listBlock(outputs['changed-files'] ?? [], inline)),
        ...section('Permission denials', denialBlocks(outputs['permission-denials'], redact)),
        ...section('Timeline', timeline === undefined ? [] : timelineBlocks(timeline)),
        ...section('Retried model calls', counted(statistics?.retryReasons)),
        ...section('Tools used', counted(statistics?.tools)),
        ...section('Redacted from the transcript', counted(redacted)),
        (0,markdown/* factTable */.Bu)(['Run', ''], outcomeFacts(outputs).map(([name, value]) => [name, inline(value)])),
        ...(prompt === undefined ? [] : [(0,markdown/* folded */.TM)('Prompt', fenced(prompt, 20_000))]),
    ];
    return (0,markdown/* joinBlocks */.x9)(blocks, SUMMARY_LIMIT);
}
const SUMMARY_LIMIT = 1024 * 1024;
const LONGEST_LIST = 50;
const CUT = '\n[cut here: the transcript has all of it]';
const section = (title, blocks) => (blocks.length === 0 ? [] : [`### ${title}`, ...blocks]);
/** Prose wraps as Markdown text would; each piece to copy has a fence of its own. */
function fixBlocks(fix, redact) {
    if (fix.length === 0)
        return [];
    const blocks = fix.map((block) => block.kind === 'text'
        ? (0,markdown/* plainText */.wh)((0,lib_text/* cutText */.IN)(redact(block.text), 10_000, CUT))
        : (0,markdown/* fencedText */.fV)((0,lib_text/* cutText */.IN)(redact(block.code), 50_000, CUT), block.language));
    return ['**What to do**', ...blocks];
}
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
        const input = (0,lib_text/* cutText */.IN)(redact(JSON.stringify(denial.tool_input ?? null)), 300, '…');
        const rules = allowingRules(denial).map((rule) => (0,markdown/* inlineCode */.ti)(redact(rule)));
        return `${(0,markdown/* inlineCode */.ti)(redact(denial.tool_name))} ${(0,markdown/* inlineCode */.ti)(input)}: ${rules.join(', ')}`;
    });
    if (lines.length === 0)
        return [];
    const yaml = (0,markdown/* fencedText */.fV)(redact(allowingYaml(denials)), 'yaml');
    return [...lines, 'To allow these, add:', yaml];
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
    const label = `${(0,lib_text/* readableDuration */.P1)(to - from)} ${words}`.trim();
    return `  ${label} :${failed ? 'crit, ' : ''}${startedAt + from}, ${startedAt + Math.max(to, from + 1)}`;
}

// EXTERNAL MODULE: ./lib/error-rules.js
var error_rules = __webpack_require__(39059);
// EXTERNAL MODULE: ./lib/retry.js
var retry = __webpack_require__(2165);
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
            const entries = Object.values(types/* TRANSCRIPT_FILES */.p);
            const store = () => world.artifacts.upload({ name, directory, entries, retentionDays });
            return Promise.race([upload(store, { name, directory }, { ...world, log }), tooLong]);
        });
    }
    catch (error) {
        warn(notStored(error, { name, directory }));
        return undefined;
    }
    finally {
        tooLong.catch(() => undefined);
        waiting.abort();
    }
}
function notStored(error, folder) {
    const fact = error instanceof errors/* ServiceError */._7
        ? error
        : new errors/* ServiceError */._7({ ...ABOUT, name: 'Error', message: (0,errors/* asFailure */.h_)(error).message });
    const { message, fix } = (0,error_rules/* explainError */.UW)(fact, {
        rules: UPLOAD_RULES,
        context: folder,
        quote: (quoted) => `The transcript was not stored as an artifact: ${quoted.message}`,
    });
    const stays = `The files stay on the runner until the job ends: ${folder.directory}`;
    return new errors/* Failure */.HR('transcript-upload-failed', { message, fix: [...fix, stays], cause: error });
}
const NO_UPLOAD = (0,errors/* yaml */.oQ)('with:\n  upload-transcript: never');
const ABOUT = { service: 'GitHub artifacts', operation: 'UploadArtifact' };
const WITHOUT_ANSWER = 'The runner must reach the results service and *.blob.core.windows.net. Behind a proxy, let it pass these hosts, or name in NO_PROXY those that need no proxy.';
/**
 * Why an artifact is not stored. The client asks again by itself when the service answers with an error and when the blob
 * store does not answer, but not when the connection to the service is lost (`@actions/artifact` 6.2.1). A lost answer to
 * any later call leaves an artifact behind that cannot be made again.
 */
const UPLOAD_RULES = [
    {
        id: 'lost before it began',
        match: [{ operations: ['CreateArtifact'], names: [/^E[A-Z]+$/] }],
        code: 'transcript-upload-failed',
        fix: WITHOUT_ANSWER,
        retryable: true,
    },
    {
        id: 'name taken',
        match: [{ statuses: [409] }],
        code: 'transcript-upload-failed',
        fix: (_error, { name }) => [
            'Another artifact of this workflow run has the name. Give each job and each leg of a matrix its own, or leave the input out for a name that is unique:',
            (0,errors/* yaml */.oQ)(`with:\n  artifact-name: ${name}-\${{ strategy.job-index }}`),
        ],
    },
    {
        id: 'no runtime token',
        match: [{ names: ['NoRuntimeToken'] }],
        code: 'transcript-upload-failed',
        fix: [
            'This runner offers no artifacts to the step (act needs --artifact-server-path). To go on without:',
            NO_UPLOAD,
        ],
    },
    {
        id: 'GitHub Enterprise Server',
        match: [{ names: ['GHESNotSupported'] }],
        code: 'transcript-upload-failed',
        fix: [
            'GitHub Enterprise Server has no service for this. To go on without:',
            NO_UPLOAD,
            'and to keep the folder, copy what steps.<id>.outputs.transcript-path names in a later step with `if: always()`.',
        ],
    },
    {
        id: 'storage used up',
        match: [{ names: ['UsageError'] }],
        code: 'transcript-upload-failed',
        fix: [
            'The storage for artifacts is used up. Delete old artifacts, or keep new ones for a shorter time:',
            (0,errors/* yaml */.oQ)('with:\n  retention-days: 1'),
        ],
    },
    {
        id: 'service in trouble',
        match: [{ statuses: ['4xx', '5xx'] }],
        code: 'transcript-upload-failed',
        fix: 'See https://www.githubstatus.com, and run the job again.',
    },
    { id: 'no answer', match: [{}], code: 'transcript-upload-failed', fix: WITHOUT_ANSWER },
];
const LONGEST_UPLOAD_MS = 5 * 60_000;
const RETRY = { budgetMs: 6_000, firstPauseMs: 2_000 };
/** Asks again where the answer to the first call was lost. */
async function upload(store, folder, { clock, log }) {
    let lost;
    let isTaken = false;
    const attempt = async () => {
        try {
            return await store();
        }
        catch (error) {
            isTaken = error instanceof errors/* ServiceError */._7 && error.status === 409;
            // The answer that was lost may have been that the name is ours.
            throw isTaken && lost !== undefined ? lost : error;
        }
    };
    const isLost = (error) => !isTaken && error instanceof errors/* ServiceError */._7 && (0,error_rules/* findRule */.Il)(error, UPLOAD_RULES, folder)?.retryable === true;
    const onRetry = (error, pauseMs) => {
        lost = error;
        log.info(`${notStored(error, folder).message} Trying again in ${(pauseMs / 1_000).toFixed(1)} s.`);
    };
    return (0,retry/* withRetry */.b)(attempt, { ...RETRY, isRetryable: isLost, onRetry }, clock);
}

;// CONCATENATED MODULE: ./lib/steps/report.js








/**
 * Keeps and reports how a run ended, in the order of what must not be lost: the annotation, the folder, the outputs, then the
 * artifact and the summary. A cancelled run leaves the last two to post, since the runner grants it only seconds.
 */
async function report(context, world) {
    const { failure } = context.facts();
    if (failure !== undefined)
        announce(failure, world);
    await keep(context, world);
    setOutputs(context, world);
    await context.saveFacts();
    context.saveState({ stage: 'kept' });
    if (failure?.code !== 'agent-cancelled')
        await store(context, world);
    return outputsOf(context);
}
const outputsOf = (context) => (0,transcript_outputs/* outputsFrom */.v3)(context.facts(), context.redact);
/** Completes the transcript folder with what is known. */
async function keep(context, world) {
    await context.close();
    const redacted = context.redactedCounts();
    context.update({ redacted });
    if (Object.keys(redacted).length > 0)
        world.log.info(`Redacted from the transcript: ${(0,lib_text/* describeCounts */.wv)(redacted)}`);
    const { failure, prompt, changedFiles } = context.facts();
    if (changedFiles !== undefined && outputsOf(context)['changed-files'] === null)
        world.log.notice('changed-files is empty: a path in it holds what is redacted.');
    const { transcript: directory, claudeConfig: configDirectory } = context.place;
    const run = { outputs: outputsOf(context), failure, prompt, directory, configDirectory };
    const problems = await keepTranscript(run, { files: world.files, ...context });
    problems.forEach((problem) => world.log.warning(problem));
    await putBack(context, world);
}
/** Later steps find the folder by its path: what else is there was made by something that the agent had started. */
async function putBack(context, world) {
    const { run, transcript } = context.place;
    try {
        const moved = [await world.files.putBack(run), await world.files.putBack(transcript)];
        if (moved.includes(true))
            world.log.warning(`Something moved the transcript folder while the agent ran. It is in its place again, and what was there instead is beside it: ${transcript}`);
    }
    catch (error) {
        world.log.warning(`Something moved or removed the transcript folder while the agent ran: ${String(error)}`);
        context.update({ transcriptPath: '' });
    }
}
/** Uploads the folder where the settings ask for it, and writes the job summary, which links to the artifact. */
async function store(context, world) {
    const { transcript: settings } = context.facts();
    if (settings !== undefined) {
        const { conclusion } = outputsOf(context);
        const warn = ({ code, message, fix }) => world.log.warning(context.redact(`${message}\n${(0,errors/* fixText */.Xc)(fix)}`), code);
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
    const path = (0,external_node_path_.join)(context.place.transcript, types/* TRANSCRIPT_FILES */.p.result);
    await world.files.write(path, (0,transcript_outputs/* resultText */.D6)(outputsOf(context))).catch(() => undefined);
}
function summarize(context, world) {
    const run = { ...context.facts(), outputs: outputsOf(context), documents: world.runner.documents };
    try {
        world.job.appendSummary(jobSummary(run, context.redact));
    }
    catch (error) {
        world.log.warning(`The job summary could not be written: ${String(error)}`);
    }
}
function announce({ code, message, fix }, world) {
    world.log.error(`${message}\n\n${(0,errors/* fixText */.Xc)(fix)}\n\nMore: ${world.runner.documents}/TROUBLESHOOTING.md#${code}`, code);
}
function setOutputs(context, world) {
    const outputs = (0,transcript_outputs/* outputStrings */.Gb)(outputsOf(context));
    try {
        for (const [name, value] of Object.entries(outputs))
            world.job.setOutput(name, value);
    }
    catch (error) {
        world.log.warning(`The outputs could not be set: ${String(error)}`);
    }
}


/***/ }),

/***/ 68804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IN: () => (/* binding */ cutText),
/* harmony export */   P1: () => (/* binding */ readableDuration),
/* harmony export */   Q6: () => (/* binding */ visibleText),
/* harmony export */   wv: () => (/* binding */ describeCounts),
/* harmony export */   zD: () => (/* binding */ grouped)
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
/** `text`, or when it is longer than `limit` UTF-16 units, its start with `note` behind it, in `limit` units together. */
function cutText(text, limit, note) {
    if (text.length <= limit)
        return text;
    const end = limit - note.length;
    const splitsPair = /[\ud800-\udbff]/.test(text[end - 1] ?? '');
    return text.slice(0, splitsPair ? end - 1 : end) + note;
}
/** Counts by name, the highest first: `3 Bash, 1 Edit`; `shown` turns a name into what it is shown as. */
function describeCounts(counts, shown = (name) => name) {
    const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a);
    return sorted.map(([name, count]) => `${count} ${shown(name)}`).join(', ');
}
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
/** `1,234,567`. By hand, since the first use of `toLocaleString` takes 28 ms, which is time of every run. */
const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');


/***/ }),

/***/ 68052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 1296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ resultText),
/* harmony export */   Gb: () => (/* binding */ outputStrings),
/* harmony export */   Gy: () => (/* binding */ redactedFacts),
/* harmony export */   v3: () => (/* binding */ outputsFrom)
/* harmony export */ });
/* unused harmony exports emptyOutputs, OUTPUT_NAMES */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68804);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36611);



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
        'changed-files': null,
        'claude-code-version': null,
        'claude-code-path': null,
        'cache-hit': null,
        'aws-account-id': null,
        'aws-region': null,
        model: null,
        isolation: null,
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
        'failure-message': (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(outputs['failure-message'], 16 * KI, NOTE),
        result: outputs.result === null ? null : (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(outputs.result, 128 * KI, NOTE),
        'structured-output': structured.length > 128 * KI ? null : outputs['structured-output'],
        'permission-denials': fitting(outputs['permission-denials'].map(withShortInput), 64 * KI),
        'changed-files': outputs['changed-files'] && fitting(outputs['changed-files'], 64 * KI),
    };
    return Object.fromEntries(Object.entries(bounded).map(([name, value]) => [name, asText(value)]));
}
/** Text of `result.json`: the outputs whole, with their values typed. */
function resultText(outputs) {
    return `${JSON.stringify(outputs, undefined, 2)}\n`;
}
const KI = 1024;
const NOTE = `\n[cut here: ${_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TRANSCRIPT_FILES */ .p.result} of the transcript has all of it]`;
function asText(value) {
    if (value === null)
        return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
}
/** A denied call keeps its input, or the start of its JSON when that is long (the content of a file to write). */
function withShortInput(denial) {
    const input = JSON.stringify(denial.tool_input ?? null);
    return input.length <= 4 * KI ? denial : { ...denial, tool_input: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(input, 4 * KI, NOTE) };
}
/** As many of the first items as fit into `limit` characters of JSON. */
function fitting(items, limit) {
    let length = 2;
    const end = items.findIndex((item) => (length += JSON.stringify(item).length + 1) > limit);
    return end < 0 ? items : items.slice(0, end);
}
/**
 * The outputs that these facts amount to, redacted: texts of the agent and of services, not what the action itself makes of them. A
 * list of files that redaction would alter is not known.
 */
function outputsFrom(facts, redact) {
    const { statistics, claude, artifact } = facts;
    const result = statistics?.result;
    const usage = result?.usage ?? statistics?.usage;
    return {
        conclusion: conclusionOf(facts),
        'failure-code': facts.failure?.code ?? '',
        'failure-message': facts.failure === undefined ? '' : redact(`${facts.failure.message}\n\n${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fixText */ .Xc)(facts.failure.fix)}`.trim()),
        result: redactIn(result?.result ?? statistics?.lastText, redact),
        'structured-output': redactJson(result?.structuredOutput, redact),
        'session-id': result?.sessionId ?? statistics?.sessionId ?? null,
        'num-turns': result?.numTurns ?? statistics?.turns ?? null,
        'duration-ms': facts.durationMs ?? null,
        'total-cost-usd': result?.totalCostUsd ?? null,
        'input-tokens': usage?.inputTokens ?? null,
        'output-tokens': usage?.outputTokens ?? null,
        'cache-read-tokens': usage?.cacheReadTokens ?? null,
        'cache-creation-tokens': usage?.cacheCreationTokens ?? null,
        retries: facts.retries ?? statistics?.retries ?? 0,
        'permission-denials': (result?.permissionDenials ?? []).map((denial) => redactDenial(denial, redact)),
        'transcript-path': facts.transcriptPath,
        'artifact-id': artifact?.id ?? null,
        'artifact-url': artifact?.url ?? null,
        'changed-files': facts.changedFiles?.every((path) => redact(path) === path) ? facts.changedFiles : null,
        'claude-code-version': claude?.version ?? statistics?.claudeCodeVersion ?? null,
        'claude-code-path': claude?.path ?? null,
        'cache-hit': claude?.cacheHit ?? null,
        'aws-account-id': redactIn(facts.account, redact),
        'aws-region': facts.region ?? null,
        model: redactIn(facts.model ?? statistics?.model, redact),
        isolation: facts.isolation ?? null,
    };
}
/** What is known of an agent's run as facts may hold it: redacted. How it went is decided by the run as it is. */
function redactedFacts({ statistics, timeline }, redact) {
    const { result, lastText, tools, retryReasons } = statistics;
    const byName = (counts) => Object.fromEntries(Object.entries(counts).map(([name, count]) => [redact(name), count]));
    return {
        statistics: {
            ...statistics,
            tools: byName(tools),
            retryReasons: byName(retryReasons),
            lastText: lastText && redact(lastText),
            result: result && {
                ...result,
                result: result.result && redact(result.result),
                errors: result.errors?.map(redact),
                structuredOutput: redactJson(result.structuredOutput, redact),
                permissionDenials: result.permissionDenials.map((denial) => redactDenial(denial, redact)),
            },
        },
        timeline: {
            ...timeline,
            stretches: timeline.stretches.map((stretch) => ({ ...stretch, what: redact(stretch.what) })),
        },
    };
}
const redactIn = (text, redact) => (text === undefined ? null : redact(text));
function redactJson(value, redact) {
    if (typeof value === 'object' && value !== null)
        return JSON.parse(redact(JSON.stringify(value)));
    const text = String(value);
    return typeof value === 'string' || redact(text) !== text ? redact(text) : (value ?? null);
}
const redactDenial = (denial, redact) => ({
    ...denial,
    tool_input: redactJson(denial.tool_input, redact),
});
function conclusionOf({ failure, prompt }) {
    if (failure === undefined)
        return prompt === undefined ? 'setup' : 'success';
    if (failure.code === 'agent-cancelled')
        return 'cancelled';
    return failure.code === 'agent-timed-out' ? 'timed-out' : 'failure';
}


/***/ }),

/***/ 68646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ createRedactor)
});

// EXTERNAL MODULE: ./lib/transcript/json-text.js
var json_text = __webpack_require__(68052);
// EXTERNAL MODULE: ./lib/transcript/literal-finder.js
var literal_finder = __webpack_require__(39890);
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
var plain_words = __webpack_require__(68646);
// EXTERNAL MODULE: ./lib/transcript/secret-forms.js
var secret_forms = __webpack_require__(47994);
// EXTERNAL MODULE: ./lib/transcript/secret-patterns.js
var secret_patterns = __webpack_require__(57486);
// EXTERNAL MODULE: ./lib/transcript/secrets.js
var secrets = __webpack_require__(15611);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wi: () => (/* binding */ mayHoldNamed),
/* harmony export */   eT: () => (/* binding */ NAME_SEPARATOR),
/* harmony export */   hD: () => (/* binding */ NAMED_SECRET_PATTERNS),
/* harmony export */   q3: () => (/* binding */ LONE_SECRET_KEY),
/* harmony export */   t8: () => (/* binding */ findPatterns)
/* harmony export */ });
/* unused harmony export SECRET_PATTERNS */
/* harmony import */ var _literal_finder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39890);

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   Q2: () => (/* binding */ configurationSecrets),
/* harmony export */   c8: () => (/* binding */ secretVariables)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16413);
/* harmony import */ var _plain_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68646);
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47994);



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
    patch: 'changes.patch',
    session: 'session',
};


/***/ }),

/***/ 55196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ createWorld)
});

// EXTERNAL MODULE: ./lib/ports/install.js
var install = __webpack_require__(60087);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/json.js
var lib_json = __webpack_require__(16413);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/world/held-folders.js




/** Refuses links; the last two let a pipe neither block nor be taken for a file. */
const NO_LINK = external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
const FOLDER = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY | external_node_fs_.constants.O_NOFOLLOW;
const windows = process.platform === 'win32';
/**
 * None is held at first. Linux leads from a descriptor to what is below it (`byDescriptor`); elsewhere each step of a path is
 * checked just before it is taken, which leaves a moment to whoever swaps it then.
 */
function createHeldFolders(byDescriptor = process.platform === 'linux') {
    const held = new Map();
    /** The longest held path that `path` is, or is below. */
    const holderOf = (path) => [...held.keys()].filter((one) => path === one || path.startsWith(one + external_node_path_.sep)).sort((a, b) => b.length - a.length)[0];
    function pathOf(directory) {
        const { fd, identity, failure } = held.get(directory) ?? {};
        if (failure !== undefined)
            throw failure;
        if (fd !== undefined && byDescriptor)
            return `/proc/self/fd/${fd}`;
        if (identityAt(directory) !== identity)
            throw refused(directory, 'is not the folder that was opened');
        return directory;
    }
    /** Runs `use` with the folder at the end of a path; every step is opened in the one before. */
    function inFolder(directory, use, make) {
        const holder = holderOf(directory);
        if (holder === undefined) {
            if (make)
                (0,external_node_fs_.mkdirSync)(directory, { recursive: true, mode: 0o700 });
            return use(directory);
        }
        const open = [];
        try {
            let folder = pathOf(holder);
            for (const name of (0,external_node_path_.relative)(holder, directory).split(external_node_path_.sep).filter(Boolean)) {
                const next = (0,external_node_path_.join)(folder, name);
                if (make)
                    makeUnlessThere(next);
                if (windows)
                    checkFolder(next);
                else
                    open.push((0,external_node_fs_.openSync)(next, FOLDER));
                folder = byDescriptor ? `/proc/self/fd/${open.at(-1)}` : next;
            }
            return use(folder);
        }
        finally {
            open.forEach((fd) => (0,external_node_fs_.closeSync)(fd));
        }
    }
    function open(directory) {
        let opened;
        try {
            opened = inFolderOf(directory, openAt, true);
        }
        catch (error) {
            opened = { fd: undefined, identity: '', failure: Object.assign(new Error(String(error)), { cause: error }) };
        }
        held.set(directory, opened);
        return opened;
    }
    return {
        hold(directory) {
            const { identity, failure } = held.get(directory) ?? open(directory);
            if (failure !== undefined)
                throw failure;
            return identity;
        },
        inFolderOf,
        entries: (directory) => inFolder(directory, (folder) => (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }), false),
        remove(path) {
            if (holderOf(path) === undefined)
                (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
            else
                try {
                    inFolderOf(path, ({ folder, name }) => removeEntry((0,external_node_path_.join)(folder, name), byDescriptor));
                }
                catch (error) {
                    if ((0,lib_json/* stringOf */.Je)(error, 'code') !== 'ENOENT')
                        throw error;
                }
        },
        reach: (directory) => (held.has(directory) ? pathOf(directory) : directory),
        putBack(directory) {
            const { fd, identity } = held.get(directory) ?? {};
            return inFolderOf(directory, ({ folder, name }) => {
                const path = (0,external_node_path_.join)(folder, name);
                const there = identityAt(path);
                if (fd === undefined || there === identity || !byDescriptor)
                    return false;
                if (there !== undefined)
                    (0,external_node_fs_.renameSync)(path, `${path}.replaced-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`);
                (0,external_node_fs_.renameSync)((0,external_node_fs_.readlinkSync)(`/proc/self/fd/${fd}`), path);
                return true;
            });
        },
    };
    function inFolderOf(path, use, make = false) {
        const [directory, name] = [(0,external_node_path_.dirname)(path), (0,external_node_path_.basename)(path)];
        const isHeld = holderOf(directory) !== undefined;
        return inFolder(directory, (folder) => use({ folder, name, isHeld }), make);
    }
}
function openAt({ folder, name }) {
    const path = (0,external_node_path_.join)(folder, name);
    makeUnlessThere(path);
    if (windows)
        checkFolder(path);
    const fd = windows ? undefined : (0,external_node_fs_.openSync)(path, FOLDER);
    return { fd, identity: identityOf(fd === undefined ? (0,external_node_fs_.lstatSync)(path, BIG) : (0,external_node_fs_.fstatSync)(fd, BIG)) };
}
/** Opens a file; below a held folder no link, and nothing but a regular file that has no second name. */
function openFile({ folder, name, isHeld }, flags) {
    const path = (0,external_node_path_.join)(folder, name);
    if (!isHeld)
        return (0,external_node_fs_.openSync)(path, flags, 0o600);
    if (windows)
        checkFile(path);
    const file = (0,external_node_fs_.openSync)(path, windows ? flags : flags | NO_LINK, 0o600);
    const stats = (0,external_node_fs_.fstatSync)(file);
    if (stats.isFile() && stats.nlink === 1)
        return file;
    (0,external_node_fs_.closeSync)(file);
    throw refused(name, 'is no file of its own');
}
function checkFile(path) {
    if (attempt(() => (0,external_node_fs_.lstatSync)(path))?.isSymbolicLink())
        throw refused(path, 'is a link');
}
function checkFolder(path) {
    const stats = (0,external_node_fs_.lstatSync)(path);
    if (stats.isSymbolicLink() || !stats.isDirectory())
        throw refused(path, 'is no folder of its own');
}
function makeUnlessThere(path) {
    try {
        (0,external_node_fs_.mkdirSync)(path, { mode: 0o700 });
    }
    catch (error) {
        if ((0,lib_json/* stringOf */.Je)(error, 'code') !== 'EEXIST')
            throw error;
    }
}
/** Step by step from descriptors: a folder that becomes a link meanwhile must not lead the deletion elsewhere. */
function removeEntry(path, byDescriptor) {
    const stats = attempt(() => (0,external_node_fs_.lstatSync)(path));
    if (stats === undefined)
        return;
    if (!stats.isDirectory()) {
        (0,external_node_fs_.unlinkSync)(path);
        return;
    }
    if (!byDescriptor) {
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
        return;
    }
    const fd = (0,external_node_fs_.openSync)(path, FOLDER);
    try {
        for (const entry of (0,external_node_fs_.readdirSync)(`/proc/self/fd/${fd}`))
            removeEntry(`/proc/self/fd/${fd}/${entry}`, true);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
    (0,external_node_fs_.rmdirSync)(path);
}
const BIG = { bigint: true };
const identityOf = ({ dev, ino }) => `${dev}:${ino}`;
function identityAt(path) {
    const stats = attempt(() => (0,external_node_fs_.lstatSync)(path, BIG));
    return stats && identityOf(stats);
}
function refused(path, reason) {
    return Object.assign(new Error(`${path} ${reason}: something else has put it there`), { code: 'ELOOP' });
}
function attempt(task) {
    try {
        return task();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/world/files.js




/**
 * Files of this machine. `list` names regular files only: links, pipes and devices in a folder that others may write to
 * would lead elsewhere, or block whoever reads them. The system is asked without a turn through Node's thread pool, which for
 * files as small as these takes ten times as long, and milliseconds the first time.
 */
function createFiles(folders = createHeldFolders()) {
    const openToRead = (path) => folders.inFolderOf(path, (place) => openFile(place, external_node_fs_.constants.O_RDONLY));
    const replace = (path, write) => folders.inFolderOf(path, (place) => replaceFile(place, { folders, path, write }), true);
    return {
        hold: (directory) => promised(() => folders.hold(directory)),
        putBack: (directory) => promised(() => folders.putBack(directory)),
        read: (path) => promised(() => unlessMissing(() => closing(openToRead(path), (file) => (0,external_node_fs_.readFileSync)(file, 'utf8')))),
        async *chunks(path) {
            const file = await promised(() => unlessMissing(() => openToRead(path)));
            if (file !== undefined)
                yield* chunksOf(file);
        },
        async *packedLines(path, size) {
            const file = await promised(() => unlessMissing(() => openToRead(path)));
            if (file !== undefined)
                yield* packedLines(file, size);
        },
        write: (path, text) => promised(() => replace(path, (file) => writeWhole(file, Buffer.from(text)))),
        append: (path) => promised(() => folders.inFolderOf(path, (place) => openToAppend(place), true)),
        kind: (path) => promised(() => kindOf(path)),
        realPath: (path) => promised(() => unlessMissing(() => external_node_fs_.realpathSync.native(path))),
        modified: (path) => promised(() => factsOf(path)?.mtimeMs),
        makeDirectory: (path) => promised(() => void (0,external_node_fs_.mkdirSync)(path, { recursive: true, mode: 0o700 })),
        list: (directory) => promised(() => filesBelow(directory, folders).sort()),
        copy: (from, to) => promised(() => closing(openToRead(from), (source) => replace(to, (file) => copyBytes(source, file)))),
        remove: (path) => promised(() => folders.remove(path)),
    };
}
/**
 * Writes a file beside the one of this name, then puts it in its place, whatever that is: a link, or a second name of another
 * file, whose contents must not change.
 */
function replaceFile({ folder, name, isHeld }, { folders, path, write }) {
    const draft = `.${name}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    const file = openFile({ folder, name: draft, isHeld }, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL);
    try {
        closing(file, () => {
            (0,external_node_fs_.fchmodSync)(file, 0o600);
            write(file);
        });
        try {
            (0,external_node_fs_.renameSync)((0,external_node_path_.join)(folder, draft), (0,external_node_path_.join)(folder, name));
        }
        catch {
            // A folder is there.
            folders.remove(path);
            (0,external_node_fs_.renameSync)((0,external_node_path_.join)(folder, draft), (0,external_node_path_.join)(folder, name));
        }
    }
    catch (error) {
        unlessMissing(() => (0,external_node_fs_.unlinkSync)((0,external_node_path_.join)(folder, draft)));
        throw error;
    }
}
/** Opens a file to add to. */
function openToAppend(place) {
    const file = openFile(place, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_APPEND);
    return {
        write: (texts) => promised(() => writeWhole(file, Buffer.from(texts.join('')))),
        close: () => promised(() => (0,external_node_fs_.closeSync)(file)),
    };
}
/** A disk that is nearly full takes a part, and refuses the rest. */
function writeWhole(file, bytes) {
    for (let written = 0; written < bytes.length;)
        written += (0,external_node_fs_.writeSync)(file, bytes, written);
}
function copyBytes(from, to) {
    const piece = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
        const bytesRead = (0,external_node_fs_.readSync)(from, piece);
        if (bytesRead === 0)
            return;
        writeWhole(to, piece.subarray(0, bytesRead));
    }
}
/** Each piece is a memory of its own: who reads may keep it. */
async function* chunksOf(file) {
    try {
        for (;;) {
            const piece = Buffer.allocUnsafeSlow(CHUNK_BYTES);
            const bytesRead = (0,external_node_fs_.readSync)(file, piece);
            if (bytesRead === 0)
                break;
            // A turn for what else waits.
            yield await Promise.resolve(piece.subarray(0, bytesRead));
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
const CHUNK_BYTES = 256 * 1024;
/** Nothing of a folder that is not there, or not ours to read. */
function filesBelow(directory, folders) {
    const found = [];
    for (const entry of entriesOf(directory, folders)) {
        const path = (0,external_node_path_.join)(directory, entry.name);
        if (entry.isFile())
            found.push(path);
        if (entry.isDirectory())
            for (const below of filesBelow(path, folders))
                found.push(below);
    }
    return found;
}
function entriesOf(directory, folders) {
    try {
        return folders.entries(directory);
    }
    catch (error) {
        if (hasCode(error, [...MISSING, 'EACCES', 'EPERM']))
            return [];
        throw error;
    }
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
function closing(file, use) {
    try {
        return use(file);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
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
/**
 * The lines of a file in gzip, about `size` bytes of them at a time; a line is never parted. One buffer is filled again and
 * again and no other thread takes part: with the streams of Node, memory grows by a tenth of the file.
 */
async function* packedLines(file, size) {
    const { gzipSync } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38522, 19));
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
/** A program that a sandbox runs cannot be read; this one can again, if it is ours. Returns its path. */
function readable(path) {
    try {
        (0,external_node_fs_.chmodSync)(path, 0o755);
    }
    catch {
        // Another user's: it can be read, or the reader says why not.
    }
    return path;
}
/** The sha256 of a file in hexadecimal digits. */
async function sha256Of(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    // Blocks of Node's own size take twice as long.
    for await (const block of (0,external_node_fs_.createReadStream)(path, { highWaterMark: 1 << 20 }))
        if (Buffer.isBuffer(block))
            hash.update(block);
    return hash.digest('hex');
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
var external_node_tls_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_tls_, 2);
;// CONCATENATED MODULE: ./lib/world/certificates.js


/** What Node reports of a certificate whose issuer it does not know (X509_V_ERR_* of OpenSSL). */
const UNKNOWN_ISSUER = new Set([
    ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ...['SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_UNTRUSTED'],
]);
let fromStart = false;
let added = false;
/** From now on the system's certificates count from the first connection, as with `NODE_USE_SYSTEM_CA=1` in Node 24.6. */
function useSystemCertificates() {
    fromStart = true;
}
/** PEM certificates that count for connections which name none. */
function trustedCertificates() {
    return external_node_tls_.getCACertificates('default');
}
/** Whether the system's certificates count already. */
function hasSystemCertificates() {
    return added;
}
/**
 * Runs `connect`, and once more with the certificates of the system beside those of Node when it rejects because Node does
 * not know who issued the server's: companies add theirs to the system's, and Node has a list of its own. Reading them takes
 * 0.1 s, so it is left until they are needed; from then on they count for the whole process. `connect` may be repeated
 * safely, since nothing is sent before a handshake has succeeded.
 */
async function withSystemCertificates(connect) {
    if (fromStart)
        addSystemCertificates();
    const hadThem = added;
    try {
        return await connect();
    }
    catch (error) {
        if (hadThem || !isUnknownIssuer(error))
            throw error;
        addSystemCertificates();
        if (!added)
            throw error;
        return connect();
    }
}
/** Does nothing where Node cannot: `setDefaultCACertificates` came with 24.5. */
function addSystemCertificates() {
    if (added || !("setDefaultCACertificates" in external_node_tls_namespaceObject))
        return;
    external_node_tls_.setDefaultCACertificates([...trustedCertificates(), ...external_node_tls_.getCACertificates('system')]);
    added = true;
}
/** Clients wrap Node's error, some more than once. */
function isUnknownIssuer(error) {
    if (UNKNOWN_ISSUER.has((0,lib_json/* stringOf */.Je)(error, 'code') ?? ''))
        return true;
    const cause = (0,lib_json/* fieldOf */._F)(error, 'cause');
    return cause !== undefined && isUnknownIssuer(cause);
}

;// CONCATENATED MODULE: ./lib/world/http.js





/** A client with a pool of connections of its own. */
function createHttpClient(options) {
    const { proxies, connectMs = 5_000, idleMs, keepAlive = true, ca, strictSsl } = options;
    const pool = { keepAlive, proxyEnv: proxies };
    const plain = { request: external_node_http_.request, agent: new external_node_http_.Agent(pool) };
    const secure = { request: external_node_https_.request, agent: new external_node_https_.Agent({ ...pool, rejectUnauthorized: strictSsl !== false }) };
    return {
        async send({ method, origin, target, headers, body }, signal) {
            const isSecure = origin.startsWith('https:');
            const { request, agent } = isSecure ? secure : plain;
            const length = method === 'GET' ? {} : { 'content-length': body.length };
            const send = () => {
                const trusted = isSecure && ca !== undefined ? { ca: [...trustedCertificates(), ...ca] } : {};
                const options = { method, path: target, agent, headers: { ...headers, ...length }, ...trusted };
                return answerTo(request(origin, options), { body, signal, isSecure, connectMs, idleMs });
            };
            return isSecure ? withSystemCertificates(send) : send();
        },
        close() {
            plain.agent.destroy();
            secure.agent.destroy();
        },
    };
}
/** Rejects by itself: a request that waits for a deaf proxy does not report that it was destroyed (Node 24.21). */
function answerTo(started, bounds) {
    const { body, signal, isSecure, connectMs, idleMs } = bounds;
    return new Promise((resolve, reject) => {
        let answer;
        const giveUp = (message, facts) => {
            const error = Object.assign(new Error(message), facts);
            reject(error);
            return error;
        };
        const slow = setTimeout(() => {
            const message = `no connection within ${connectMs / 1_000} s`;
            started.destroy(giveUp(message, { code: 'ETIMEDOUT', syscall: 'connect' }));
        }, connectMs);
        const connected = () => clearTimeout(slow);
        started.once('socket', (socket) => {
            if (socket.connecting)
                socket.once(isSecure ? 'secureConnect' : 'connect', connected);
            else
                connected();
        });
        started.once('close', connected);
        if (idleMs !== undefined)
            started.setTimeout(idleMs, () => {
                const error = giveUp(`no byte within ${idleMs / 1_000} s`, { code: 'IdleTimeout' });
                (answer ?? started).destroy(error);
            });
        started.once('response', (message) => resolve((answer = message)));
        started.on('error', reject);
        const leave = () => started.destroy(giveUp('The caller went away', { code: 'ABORT_ERR' }));
        signal.addEventListener('abort', leave, { once: true });
        started.once('close', () => signal.removeEventListener('abort', leave));
        if (signal.aborted)
            leave();
        else
            started.end(body);
    });
}
/**
 * Connects to `address` once, for a client of GitHub's that repeats a failed handshake for half a minute: its own connections
 * then have the system's certificates, where the server needs them. Never rejects.
 */
async function prepareConnection(address, env) {
    if (!address.startsWith('https:') || !URL.canParse(address) || hasSystemCertificates())
        return;
    const http = createHttpClient({ proxies: env });
    const call = { method: 'GET', origin: new URL(address).origin, target: '/', headers: {}, body: new Uint8Array() };
    await http.send(call, AbortSignal.timeout(5_000)).catch(() => undefined);
    http.close();
}
/** Calls to Bedrock as they are, over one pool of connections for the run. */
function createUpstream(env, bounds = {}) {
    const http = createHttpClient({ proxies: env, ...bounds });
    return {
        async send(request, signal) {
            const answer = await http.send(request, signal).catch((error) => {
                throw lostConnection(error, request);
            });
            return { status: answer.statusCode ?? 0, headers: headersOf(answer), body: answer };
        },
        close: () => http.close(),
    };
}
function lostConnection(error, { operation, origin }) {
    const name = (0,lib_json/* stringOf */.Je)(error, 'code') ?? (0,lib_json/* stringOf */.Je)(error, 'name') ?? 'Error';
    return new errors/* ServiceError */._7({
        service: 'Amazon Bedrock',
        operation,
        name,
        // An error of several addresses at once has a code and no message.
        message: (0,lib_json/* stringOf */.Je)(error, 'message') ?? name,
        host: (0,lib_json/* stringOf */.Je)(error, 'hostname') ?? new URL(origin).hostname,
        cause: error,
    });
}
/** The headers of a message, none left out; one that came several times is joined with commas. */
function headersOf({ headersDistinct }) {
    return Object.fromEntries(Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')]));
}

;// CONCATENATED MODULE: ./lib/world/actions-cache.js






/**
 * The Actions cache through `@actions/cache`, which prints some lines for each call, and its own problems as warnings. It asks
 * a service that hangs for half a minute and more, so each call is bounded here: 8 s, 90 s and 3 min unless given.
 *
 * It unpacks with `tar -P`, by which an entry may write anywhere. GNU tar is therefore made, by the variable it reads its
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
            await prepareConnection(env.ACTIONS_RESULTS_URL || env.ACTIONS_CACHE_URL || '', env);
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
                    throw cacheError('restore', 'NotRestored', `${key} could not be restored`);
            }
            catch (error) {
                // The client goes on by itself: what it comes to unpack late is nothing.
                if (env.TAR_OPTIONS !== before)
                    env.TAR_OPTIONS = '--exclude=*';
                throw error;
            }
            const found = await (0,promises_.lstat)(path).catch(() => undefined);
            if (found?.isFile() !== true || found.nlink !== 1)
                throw cacheError('restore', 'NotRestored', `${key} holds no file ${file}`);
            await (0,promises_.chmod)(path, 0o644);
            return sha256Of(path);
        },
        async save({ key, path, sha256 }) {
            const actual = await sha256Of(readable(path)).catch((cause) => {
                throw cacheError('save', (0,lib_json/* stringOf */.Je)(cause, 'code') ?? 'Error', (0,lib_json/* stringOf */.Je)(cause, 'message') ?? String(cause));
            });
            if (actual !== sha256)
                throw cacheError('save', 'IntegrityMismatch', `${path} has changed since: its sha256 is ${actual}, it was ${sha256}`);
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
        timer = setTimeout(() => reject(cacheError(operation, 'Timeout', `no answer within ${ms / 1_000} s`)), ms);
    });
    try {
        return await Promise.race([task(), late]);
    }
    catch (cause) {
        if (cause instanceof errors/* ServiceError */._7)
            throw cause;
        throw cacheError(operation, (0,lib_json/* stringOf */.Je)(cause, 'name') ?? 'Error', (0,lib_json/* stringOf */.Je)(cause, 'message') ?? String(cause));
    }
    finally {
        clearTimeout(timer);
    }
}
function cacheError(operation, name, message) {
    return new errors/* ServiceError */._7({ service: 'Actions cache', operation, name, message });
}
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
    const claims = (0,lib_json/* parseJson */.qF)(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const scopes = (0,lib_json/* parseJson */.qF)((0,lib_json/* stringOf */.Je)(claims, 'ac') ?? '');
    return Array.isArray(scopes) ? scopes.map((scope) => (0,lib_json/* numberOf */.rl)(scope, 'Permission') ?? 0) : undefined;
}

;// CONCATENATED MODULE: ./lib/world/artifacts.js







/**
 * Artifacts of this workflow run, through `@actions/artifact`; it reads the process's environment itself, so `env` must be
 * that. It prints some ten lines an upload. Besides the service's own errors: `NoRuntimeToken` where the runner gives
 * no access to artifacts, `GHESNotSupported` on GitHub Enterprise Server, `NoFiles` for a folder with nothing to store.
 */
function createArtifacts(env, folders = createHeldFolders()) {
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    const refuse = (name, message) => new errors/* ServiceError */._7({ service: SERVICE, operation: 'UploadArtifact', name, message });
    return {
        async upload({ name, directory, entries, retentionDays }) {
            if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) {
                throw refuse('NoRuntimeToken', 'The runner gave this step no ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL.');
            }
            // The client would say so too, but with an annotation of its own.
            if (!servesArtifacts(server)) {
                throw refuse('GHESNotSupported', `GitHub Enterprise Server (${server}) does not support this kind of artifact.`);
            }
            const root = folders.reach(directory);
            const files = await storableFiles(root, entries);
            if (files.length === 0)
                throw refuse('NoFiles', `There is nothing to store in ${directory}.`);
            await prepareConnection(env.ACTIONS_RESULTS_URL, env);
            const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(737), __webpack_require__.e(271), __webpack_require__.e(118), __webpack_require__.e(888)]).then(__webpack_require__.bind(__webpack_require__, 37888));
            const options = retentionDays === undefined ? {} : { retentionDays };
            const { id } = await new DefaultArtifactClient().uploadArtifact(name, files, root, options).catch(fail);
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
 * Regular files that can be read and whose names the service takes, below `names`. One that is not so would end the whole
 * upload: a bad name is refused, and an unreadable file throws out of an event handler of the client, where nobody can catch it.
 * A file with a second name is not one that this action has written.
 */
async function storableFiles(directory, names) {
    const found = await (0,promises_.readdir)(directory, { recursive: true, withFileTypes: true });
    const all = found.filter((entry) => entry.isFile()).map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name));
    const paths = all.filter((path) => {
        const [first = ''] = (0,external_node_path_.relative)(directory, path).split(external_node_path_.sep);
        return names.includes(first) && (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.nlink === 1;
    });
    const taken = paths.filter((path) => !/["<>|*?:\r\n]/.test(path.slice(directory.length)));
    const readable = await Promise.all(taken.map((path) => (0,promises_.access)(path, external_node_fs_.constants.R_OK).then(() => [path], () => [])));
    return readable.flat().sort();
}
/** The client puts everything the service answered into one message. */
function fail(error) {
    const text = (0,lib_json/* stringOf */.Je)(error, 'message') ?? String(error);
    const [, network] = /Unable to make request: (\w+)/.exec(text) ?? [];
    const [, status] = /\((\d{3})\)/.exec(text) ?? [];
    const name = network ?? (0,lib_json/* stringOf */.Je)(error, 'code') ?? (0,lib_json/* stringOf */.Je)(error, 'name') ?? 'Error';
    throw new errors/* ServiceError */._7({
        service: SERVICE,
        operation: /Failed to (\w+):/.exec(text)?.[1] ?? 'UploadArtifact',
        name: /storage quota has been hit/i.test(text) ? 'UsageError' : name,
        message: network === undefined ? text : `No connection to the service (${network}).`,
        status: (0,lib_json/* numberOf */.rl)(error, 'statusCode') ?? (status === undefined ? undefined : Number(status)),
    });
}

;// CONCATENATED MODULE: ./lib/world/aws-clients.js





/** AWS STS by the AWS SDK, loaded when first needed; at its regional endpoint, or where AWS_ENDPOINT_URL_STS says. */
function createSts({ secrets, env }) {
    const load = () => Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(430), __webpack_require__.e(579), __webpack_require__.e(880), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
    // The SDK refuses AWS_USE_FIPS_ENDPOINT beside an endpoint of the user's own, which may well be a FIPS endpoint.
    const connection = { ...awsConnection(env), ...(env.AWS_ENDPOINT_URL_STS && { useFipsEndpoint: false }) };
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
            const command = new AssumeRoleCommand({ ...roleInput(request), ...chainingInput(request) });
            const { Credentials } = await factual('AssumeRole', () => client.send(command));
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
        return await withSystemCertificates(send);
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
/** AssumeRoleWithWebIdentity takes neither. */
function chainingInput({ externalId, tags = {} }) {
    const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    return { ExternalId: externalId, Tags: list.length > 0 ? list : undefined };
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
/**
 * AWS keys by the AWS SDK's providers, read again at each call: a profile and nothing else (no other identity of the machine
 * is used for one that is misspelled), or the default chain. Neither looks at AWS_BEARER_TOKEN_BEDROCK.
 */
function createCredentialSources({ secrets, env }) {
    return {
        async load({ region, profile }) {
            const { fromIni, fromNodeProviderChain } = await Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(430), __webpack_require__.e(579), __webpack_require__.e(880), __webpack_require__.e(861), __webpack_require__.e(719)]).then(__webpack_require__.t.bind(__webpack_require__, 29719, 19));
            const connection = awsConnection(env);
            // As `clientConfig` the region would also replace the one that a profile names for its SSO sign-in.
            const options = {
                ignoreCache: true,
                clientConfig: connection,
                parentClientConfig: { region, ...connection },
            };
            const provider = profile === undefined ? fromNodeProviderChain(options) : fromIni({ ...options, profile });
            try {
                const { accessKeyId, secretAccessKey, sessionToken, expiration } = await withSystemCertificates(() => provider());
                return maskedKeys(secrets, { accessKeyId, secretAccessKey, sessionToken, expiration });
            }
            catch (error) {
                throw awsServiceError(error, { service: 'AWS credentials', operation: 'LoadCredentials' });
            }
        },
        async regionOf(profile) {
            const { loadSharedConfigFiles } = await __webpack_require__.e(/* import() */ 291).then(__webpack_require__.t.bind(__webpack_require__, 47291, 19));
            const files = await loadSharedConfigFiles({ ignoreCache: true }).catch(() => undefined);
            return files?.configFile[profile]?.region ?? files?.credentialsFile[profile]?.region;
        },
    };
}
/** Masks each part of the keys, and returns them. */
function maskedKeys(secrets, keys) {
    for (const value of [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken])
        secrets.add(value ?? '');
    return keys;
}
/**
 * How AWS clients connect: through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, which the AWS SDK ignores by
 * itself and Node's agents honour since 24.5; with bounds on time; tried once, as callers decide what is tried again.
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
/**
 * What an AWS SDK error says, as a fact. The name is the one on the wire (`Code`; the SDK's own may have `Exception` added),
 * Node's (`ENOTFOUND`) when nothing answered, or else the SDK's.
 */
function awsServiceError(error, call) {
    const metadata = (0,lib_json/* fieldOf */._F)(error, '$metadata');
    return new errors/* ServiceError */._7({
        ...call,
        name: (0,lib_json/* stringOf */.Je)(error, 'Code') ?? (0,lib_json/* stringOf */.Je)(error, 'code') ?? (0,lib_json/* stringOf */.Je)(error, 'name') ?? 'Error',
        message: (0,lib_json/* stringOf */.Je)(error, 'message') ?? String(error),
        status: (0,lib_json/* numberOf */.rl)(metadata, 'httpStatusCode'),
        requestId: (0,lib_json/* stringOf */.Je)(metadata, 'requestId'),
        host: (0,lib_json/* stringOf */.Je)(error, 'hostname') ?? (0,lib_json/* stringOf */.Je)(error, 'address'),
        cause: error,
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

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/world/container-credentials.js


/** AWS SDKs take no answer without an end, and ask again when it has come; keys that do not end get this one. */
const ASKED_AGAIN_AFTER_MS = 60 * 60_000;
/** Claude Code uses keys until their very expiration (measured with 2.1.330); its last call must still arrive. */
const LAST_MOMENTS_MS = 2_000;
/**
 * Keys in the form of ECS's container credentials
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html) on a loopback address.
 */
function createContainerCredentials(world) {
    return {
        async serve(keys) {
            const server = await world.loopback.listen('authorization', (call) => answer(call, keys, world.clock));
            return {
                environment: {
                    AWS_CONTAINER_CREDENTIALS_FULL_URI: `${server.url}/`,
                    AWS_CONTAINER_AUTHORIZATION_TOKEN: server.token,
                    // SDKs would take the default profile of these files before they ask here.
                    AWS_CONFIG_FILE: external_node_os_.devNull,
                    AWS_SHARED_CREDENTIALS_FILE: external_node_os_.devNull,
                },
                close: () => server.close(),
            };
        },
    };
}
async function answer(call, keys, clock) {
    if (!call.authenticated)
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

;// CONCATENATED MODULE: ./lib/world/event-stream.js
/** AWS's largest message has 24 MiB; bytes that claim more are no event stream. */
const LARGEST = 24 * 1024 * 1024;
/** A message's first four bytes are its length; the shortest has 16 bytes. */
const LENGTH_BYTES = 4;
const SHORTEST = 16;
/** Messages in the framing of https://smithy.io/2.0/aws/amazon-eventstream.html by the AWS SDK's codec, loaded when first used. */
function createEventStreams() {
    return {
        async reader() {
            const { EventStreamCodec } = await Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(430), __webpack_require__.e(579), __webpack_require__.e(788)]).then(__webpack_require__.t.bind(__webpack_require__, 37788, 19));
            const codec = new EventStreamCodec((bytes) => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString()), (text) => Buffer.from(text));
            const split = splitter();
            return (piece) => split(piece, (bytes) => messageOf(codec.decode(bytes)));
        },
    };
}
function messageOf({ headers, body }) {
    const texts = Object.entries(headers).flatMap(([name, { type, value }]) => type === 'string' && typeof value === 'string' ? [[name, value]] : []);
    return { headers: Object.fromEntries(texts), payload: body };
}
/** Cuts pieces into whole messages by their lengths; after bytes that are no message it returns nothing more. */
function splitter() {
    let pending = [];
    let length = 0;
    let needed = LENGTH_BYTES;
    let broken = false;
    return (piece, decode) => {
        const messages = [];
        if (broken)
            return messages;
        pending.push(piece);
        length += piece.length;
        if (length < needed)
            return messages;
        let bytes = Buffer.concat(pending);
        try {
            while (bytes.length >= LENGTH_BYTES) {
                needed = bytes.readUInt32BE(0);
                if (needed < SHORTEST || needed > LARGEST)
                    throw new RangeError(`a message of ${needed} bytes`);
                if (bytes.length < needed)
                    break;
                messages.push(decode(bytes.subarray(0, needed)));
                bytes = bytes.subarray(needed);
                needed = LENGTH_BYTES;
            }
        }
        catch {
            broken = true;
        }
        pending = broken ? [] : [bytes];
        length = bytes.length;
        return messages;
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./lib/world/git.js



/** Git of this machine. */
function createGit() {
    return { locate: (searchPath) => Promise.resolve(locate(searchPath)), run };
}
function locate(searchPath) {
    const found = locateProgram(process.platform === 'win32' ? 'git.exe' : 'git', searchPath);
    return found === undefined ? undefined : (0,external_node_fs_.realpathSync)(found);
}
/** The first program with this name in the folders of a search path; undefined when there is none. */
function locateProgram(name, searchPath) {
    for (const folder of searchPath.split(external_node_path_.delimiter)) {
        // A relative entry would name a folder of the checkout.
        if (!(0,external_node_path_.isAbsolute)(folder))
            continue;
        const path = (0,external_node_path_.join)(folder, name);
        try {
            (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
            if ((0,external_node_fs_.statSync)(path).isFile())
                return path;
        }
        catch {
            // Not in this folder.
        }
    }
    return undefined;
}
function run(command) {
    const { maximumBytes = 256 * 1024 * 1024 } = command;
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)(command.executable, command.args, {
            cwd: command.cwd,
            env: command.env,
            stdio: 'pipe',
            timeout: command.timeoutMs,
            killSignal: 'SIGKILL',
            windowsHide: true,
        });
        const out = [];
        const err = [];
        let size = 0;
        child.stdout.on('data', (piece) => {
            size += piece.length;
            if (size > maximumBytes)
                child.kill('SIGKILL');
            else
                out.push(piece);
        });
        child.stderr.on('data', (piece) => err.push(piece));
        child.on('error', (error) => resolve({ code: undefined, stdout: '', stderr: error.message }));
        child.on('close', (code) => {
            const stderr = code === null ? `ended for its time or size` : Buffer.concat(err).toString('utf8');
            resolve({ code: code ?? undefined, stdout: Buffer.concat(out).toString('latin1'), stderr });
        });
        // A command may end without reading all of its input; its code says what that means.
        child.stdin.on('error', () => undefined);
        child.stdin.end(command.stdin ?? '', 'latin1');
    });
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./lib/world/github-api.js




/** How long GitHub may take over its whole answer. */
const ANSWER_MS = 15_000;
/** A repository that was renamed is answered with one redirect. */
const MAX_REDIRECTS = 2;
/**
 * Permissions by https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user, which any
 * token may ask that can read the repository's metadata. Nothing is tried again; the token goes to the API's own origin only.
 */
function createCollaborators({ env, answerMs = ANSWER_MS }) {
    return {
        async permissionOf(login, { repository, token }) {
            const api = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '');
            const path = repository.split('/').map(encodeURIComponent).join('/');
            const address = `${api}/repos/${path}/collaborators/${encodeURIComponent(login)}/permission`;
            if (!URL.canParse(address))
                throw apiError('InvalidAddress', `GITHUB_API_URL is no address: ${api}`);
            const http = createHttpClient({ proxies: env });
            try {
                return await permissionAt(new URL(address), { http, token, answerMs });
            }
            finally {
                http.close();
            }
        },
    };
}
async function permissionAt(first, asking) {
    let url = first;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
        const { status, headers, body } = await answerOf(url, asking);
        if (status === 404)
            return undefined;
        if (status === 200)
            return permissionIn(body, url);
        const location = (0,lib_json/* stringOf */.Je)(headers, 'location');
        const isRedirect = [301, 302, 307, 308].includes(status) && location !== undefined;
        const next = isRedirect && URL.canParse(location, url.href) ? new URL(location, url) : undefined;
        if (next?.origin !== first.origin)
            throw refusalOf({ status, headers, body }, url);
        url = next;
    }
    throw apiError('TooManyRedirects', `more than ${MAX_REDIRECTS} redirects`, { host: first.hostname });
}
async function answerOf(url, { http, token, answerMs }) {
    const tooLate = AbortSignal.timeout(answerMs);
    const headers = {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'claude-code-bedrock-action',
        'x-github-api-version': '2022-11-28',
    };
    const call = { method: 'GET', origin: url.origin, target: `${url.pathname}${url.search}`, headers };
    try {
        const answer = await http.send({ ...call, body: new Uint8Array() }, tooLate);
        return { status: answer.statusCode ?? 0, headers: answer.headers, body: (0,lib_json/* parseJson */.qF)(await (0,consumers_.text)(answer)) };
    }
    catch (error) {
        const facts = { host: url.hostname, cause: error };
        if (tooLate.aborted)
            throw apiError('TimeoutError', `no answer within ${answerMs / 1_000} s`, facts);
        const name = (0,lib_json/* stringOf */.Je)(error, 'code') ?? 'Error';
        throw apiError(name, (0,lib_json/* stringOf */.Je)(error, 'message') ?? name, facts);
    }
}
function permissionIn(body, url) {
    const permission = (0,lib_json/* stringOf */.Je)(body, 'permission');
    const role = (0,lib_json/* stringOf */.Je)(body, 'role_name');
    if (!(0,lib_json/* isRecord */.u4)(body) || (permission === undefined && role === undefined))
        throw apiError('InvalidAnswer', 'the answer names no permission', { status: 200, host: url.hostname });
    const user = (0,lib_json/* fieldOf */._F)(body, 'user');
    return { permission, role, id: (0,lib_json/* numberOf */.rl)(user, 'id'), type: (0,lib_json/* stringOf */.Je)(user, 'type') };
}
/** Limits answer 403 or 429, and say until when (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api). */
function refusalOf({ status, headers, body }, url) {
    const message = (0,lib_json/* stringOf */.Je)(body, 'message') ?? `HTTP ${status} without a reason`;
    const host = url.hostname;
    const wait = Number((0,lib_json/* stringOf */.Je)(headers, 'retry-after'));
    const isOver = (0,lib_json/* stringOf */.Je)(headers, 'x-ratelimit-remaining') === '0';
    const reset = Number((0,lib_json/* stringOf */.Je)(headers, 'x-ratelimit-reset')) * 1_000 - Date.parse((0,lib_json/* stringOf */.Je)(headers, 'date') ?? '');
    const isLimited = status === 429 || (status === 403 && (isOver || wait > 0 || /rate limit/i.test(message)));
    if (!isLimited)
        return apiError(`HTTP${status}`, message, { status, host });
    const waitMs = wait > 0 ? wait * 1_000 : isOver && reset > 0 ? reset : undefined;
    return apiError('RateLimited', message, { status, host, retryAfterMs: waitMs });
}
function apiError(name, message, facts = {}) {
    return new errors/* ServiceError */._7({ service: 'GitHub API', operation: 'GetCollaboratorPermission', name, message, ...facts });
}

;// CONCATENATED MODULE: ./lib/world/id-tokens.js




/** How long GitHub may take over its whole answer. */
const id_tokens_ANSWER_MS = 15_000;
/**
 * GitHub's OIDC tokens, asked for as https://docs.github.com/actions/reference/security/oidc says. `getIDToken` of
 * `@actions/core` would lose the status and Node's error code, and try eleven times.
 */
function createIdTokens({ secrets, env, answerMs = id_tokens_ANSWER_MS }) {
    return {
        async request(audience) {
            const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = env;
            if (!address || !requestToken) {
                throw tokenError('NotOffered', 'The runner has no ACTIONS_ID_TOKEN_REQUEST_URL for this job');
            }
            const url = new URL(address);
            url.searchParams.set('audience', audience);
            const { status, body } = await id_tokens_answerOf(url, requestToken, { env, answerMs });
            if (status >= 400 && status !== 404) {
                const message = (0,lib_json/* stringOf */.Je)(body, 'message') ?? `Failed request: (${status})`;
                throw tokenError(`HTTP${status}`, message, { status, host: url.hostname });
            }
            const token = (0,lib_json/* stringOf */.Je)(body, 'value');
            if (token === undefined)
                throw tokenError('NoToken', `HTTP ${status} without a token`, { status });
            secrets.add(token);
            return token;
        },
    };
}
/** `body` is undefined where it is no JSON, such as a proxy's page. */
async function id_tokens_answerOf(url, token, { env, answerMs }) {
    const http = createHttpClient({ proxies: env });
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
        return { status: answer.statusCode ?? 0, body: (0,lib_json/* parseJson */.qF)(await (0,consumers_.text)(answer)) };
    }
    catch (error) {
        const facts = { host: url.hostname, cause: error };
        if (tooLate.aborted)
            throw tokenError('TimeoutError', `no answer within ${answerMs / 1_000} s`, facts);
        const name = (0,lib_json/* stringOf */.Je)(error, 'code') ?? 'Error';
        // An error of several addresses at once has a code and no message.
        throw tokenError(name, (0,lib_json/* stringOf */.Je)(error, 'message') ?? name, facts);
    }
    finally {
        http.close();
    }
}
function tokenError(name, message, facts = {}) {
    return new errors/* ServiceError */._7({ service: 'GitHub OIDC', operation: 'GetIdToken', name, message, ...facts });
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/command.js
var command = __webpack_require__(89635);
;// CONCATENATED MODULE: ./lib/world/log.js

// The package as a whole brings its OIDC client and undici, which take 35 ms to load, half of the time to the first line of log.

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

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/world/loopback.js




/** How long a caller may take over its request: on one machine the largest body takes a second or two. */
const REQUEST_MS = 60_000;
/** Servers on 127.0.0.1 with Node's strict HTTP parser; a request that takes longer than `requestMs` is cut off. */
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
    await (0,external_node_stream_promises_.pipeline)(body, outgoing);
}
function localCall(incoming, outgoing, { tokenHeader, token }) {
    const left = new AbortController();
    outgoing.once('close', () => {
        if (!outgoing.writableFinished)
            left.abort();
    });
    const { [tokenHeader]: shown, ...headers } = headersOf(incoming);
    return {
        method: incoming.method ?? '',
        target: incoming.url ?? '',
        headers,
        authenticated: shown !== undefined && sameText(shown, token),
        signal: left.signal,
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

;// CONCATENATED MODULE: ./lib/world/processes.js






const processes_windows = process.platform === 'win32';
/** Programs of this machine. `env` is what captured commands see unless they are given their own. */
function createProcesses(env) {
    return {
        start,
        capture: (file, args, options) => capture(file, args, { env: defined(env), ...options }),
        killMarked: (variable, value) => (processes_windows ? Promise.resolve(0) : killMarked(`${variable}=${value}`)),
    };
}
function start(command) {
    let child;
    try {
        // A session of its own: what reaches the action's process group must not reach the program behind its back.
        child = (0,external_node_child_process_.spawn)(command.file, command.args, {
            cwd: command.cwd,
            env: command.env,
            detached: !processes_windows,
            stdio: 'pipe',
            windowsHide: true,
        });
    }
    catch (error) {
        return neverStarted(error instanceof Error ? error.message : String(error));
    }
    const running = runningChild(child, {
        signal: (name) => void child.kill(name),
        killTree: treeKiller(child.pid, command.env[machine/* RUN_MARKER */.x]),
    });
    // A program may end without reading all of its input; how it ended tells more than the broken pipe.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(command.stdin);
    return running;
}
/** A child process as the rest of the action sees it; `how` says how it is signalled and ended. */
function runningChild(child, how) {
    const { signal, killTree } = how;
    const ended = endOf(child, how);
    child.once('exit', () => void closeOutput(child, { ended, killTree }));
    return { pid: child.pid, stdout: processes_chunksOf(child.stdout), stderr: processes_chunksOf(child.stderr), ended, signal, killTree };
}
function endOf(child, { exitCodes }) {
    return new Promise((resolve) => {
        child.on('error', (error) => {
            if (child.pid === undefined)
                resolve({ code: undefined, signal: undefined, spawnError: error.message });
        });
        child.once('close', (code, signal) => {
            const wasKilled = exitCodes === 'shell' && code === 128 + 9;
            if (wasKilled)
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
        // A broken pipe has nothing more to read; how the program ended is in `ended`.
    }
}
function treeKiller(pid, run) {
    if (pid === undefined)
        return () => Promise.resolve();
    if (processes_windows)
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
    const message = (0,lib_json/* stringOf */.Je)(error, 'message') ?? String(error);
    const isMissing = /Unable to locate executable file|ENOENT/.test(message);
    return { exitCode: undefined, stdout: '', stderr: isMissing ? `ENOENT: ${message}` : message };
}

;// CONCATENATED MODULE: ./lib/world/npm-config.js






/**
 * The registry npm would use, with credentials, certificates and proxies of npm's configuration and the environment, and
 * the secrets among them; undefined when nothing names one. npm itself is asked where it is there, for it alone knows its
 * defaults and where its global file is; without it its files and variables are read. The checkout's own `.npmrc` never counts.
 * Source: https://github.com/npm/cli/blob/latest/docs/lib/content/configuring-npm/npmrc.md
 */
async function configuredRegistry({ packageName, url }, machine) {
    const { env } = machine;
    const npm = await askNpm(machine);
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
    const reach = proxies(settings, env);
    return {
        address: {
            url: `${registry.origin}${registry.pathname.replace(/\/+$/, '')}`,
            authorization: credentials?.authorization,
            ca: await certificates(settings),
            strictSsl: settings['strict-ssl'] !== 'false',
            proxies: reach,
        },
        secrets: [...(credentials?.secrets ?? []), ...passwordsOf(reach)],
    };
}
/** What `npm config list --json` says, without the settings that are neither text nor yes or no; empty where there is no npm to ask. */
async function askNpm({ env, processes }) {
    // From the root, because npm reads the .npmrc of the project it runs in, and a checkout must not choose the registry.
    const options = { cwd: (0,external_node_path_.parse)(process.cwd()).root, timeoutMs: 20_000 };
    const list = ['config', 'list', '--json'];
    const npm = locateProgram('npm', env.PATH ?? '') ?? 'npm';
    const { code, stdout } = process.platform === 'win32'
        ? await processes.capture('cmd.exe', ['/d', '/s', '/c', `npm ${list.join(' ')}`], options)
        : await processes.capture(npm, list, { ...options, env: withNodeOf(npm, env) });
    if (code !== 0)
        return {};
    const json = (0,lib_json/* parseJson */.qF)(stdout);
    const settings = {};
    for (const [key, value] of Object.entries((0,lib_json/* isRecord */.u4)(json) ? json : {})) {
        if (typeof value === 'string')
            settings[key] = value;
        else if (Array.isArray(value))
            settings[key] = value.map(String).join(',');
        else if (typeof value === 'boolean')
            settings[key] = String(value);
    }
    return settings;
}
/**
 * npm looks for its global configuration beside the Node that runs it, which is the first of the search path: for users that
 * is the one in npm's own folder, while the job's path may begin with another, as that of a package script does.
 */
function withNodeOf(npm, env) {
    const folder = (0,external_node_path_.dirname)(npm);
    const PATH = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'node')) ? `${folder}${external_node_path_.delimiter}${env.PATH}` : env.PATH;
    return Object.fromEntries(Object.entries({ ...env, PATH }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
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
/**
 * `ca` holds certificates, `cafile` names a file of them. To npm they are all that counts, and users are bitten by it; here
 * NODE_EXTRA_CA_CERTS and the system's count as well, since the digest decides what is installed.
 */
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
    return Object.fromEntries(Object.entries(chosen).flatMap(([name, value]) => (value && !/^(null|false)$/.test(value) ? [[name, value]] : [])));
}
/** A percent sign that encodes nothing stands for itself. */
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** Passwords of proxies, as they are written and as they are sent. */
function passwordsOf(addresses) {
    const passwords = Object.values(addresses).flatMap((address) => URL.parse(address)?.password || []);
    return [...new Set(passwords.flatMap((password) => [password, decoded(password)]))];
}
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

;// CONCATENATED MODULE: ./lib/world/registry-http.js



const registry_http_MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * Gets from a registry, through its proxies, over at most five redirects; the credentials go to the registry's own origin
 * only. Resolves with the answer of status 200, or 206 where a range was asked for, its body unread; rejects with a
 * ServiceError for all else.
 */
async function get(request) {
    let url = new URL(request.address);
    for (let hop = 0; hop <= registry_http_MAX_REDIRECTS; hop++) {
        const answer = await registry_http_send(url, request).catch((error) => {
            throw registry_http_lostConnection(error, url, request);
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
            throw registryError('UnsafeRedirect', `the redirect leads from https to ${plain(next)}`, { url, request });
        url = next;
    }
    throw registryError('TooManyRedirects', `more than ${registry_http_MAX_REDIRECTS} redirects`, { url, request });
}
/** The ServiceError of a connection that failed before or during the answer of `address`. */
function registry_http_lostConnection(error, address, request) {
    if (error instanceof errors/* ServiceError */._7)
        return error;
    const code = (0,lib_json/* stringOf */.Je)(error, 'code') ?? 'ECONNRESET';
    const name = code === 'ETIMEDOUT' && (0,lib_json/* stringOf */.Je)(error, 'syscall') === 'connect' ? 'ConnectTimeout' : code;
    // An error of several addresses at once has a code and no message.
    const message = (0,lib_json/* stringOf */.Je)(error, 'message') ?? name;
    return registryError(name, message, { url: address, request, cause: error });
}
/** The ServiceError of a failed get: address without credentials and query, and the proxy where one is used. */
function registryError(name, message, about) {
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
async function registry_http_send(url, { registry, accept, timeouts, range, signal }) {
    const isOwn = url.origin === new URL(registry.url).origin && registry.authorization !== undefined;
    const headers = {
        accept,
        // Bytes as published are what the digest is of: no content encoding.
        'accept-encoding': 'identity',
        ...(isOwn && { authorization: registry.authorization }),
        ...(range && { range: `bytes=${range.from}-` }),
        ...(range?.validator !== undefined && { 'if-range': range.validator }),
    };
    const { proxies = {}, ca, strictSsl } = registry;
    const reach = { proxies: isLoopback(url) ? {} : proxies, ca, strictSsl, keepAlive: false };
    const http = createHttpClient({ ...reach, connectMs: timeouts.connectMs, idleMs: timeouts.idleMs });
    const call = { method: 'GET', origin: url.origin, target: `${url.pathname}${url.search}`, headers };
    return http.send({ ...call, body: new Uint8Array() }, signal ?? new AbortController().signal);
}
async function refusal(answer, url, request) {
    const status = answer.statusCode ?? 0;
    const reason = reasonIn(await readText(answer, 4_096).catch(() => ''));
    const retryAfterMs = retryAfter(answer.headers['retry-after']);
    return registryError('HttpError', `${status} ${answer.statusMessage ?? ''}${reason}`.trim(), {
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
function reasonIn(body) {
    const json = (0,lib_json/* parseJson */.qF)(body);
    const reason = (0,lib_json/* stringOf */.Je)(json, 'error') ?? (0,lib_json/* stringOf */.Je)(json, 'message');
    return reason === undefined ? '' : `: ${reason.slice(0, 300)}`;
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
/**
 * The bytes of a body, once each and in order, over as many connections as it takes: where one breaks, `recover` decides
 * whether the rest is asked for. Where a server sends everything again, what is already there is skipped.
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
                throw registryError('WrongRange', `asked for from ${bytes} on, it begins at ${from}`, { url, request });
            if (bytes === 0) {
                validator = validatorOf(answer);
                total = lengthOf(answer);
            }
            let skip = bytes - from;
            for await (const chunk of registry_http_chunksOf(answer)) {
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
        return registryError('DownloadTimeout', `not all there within ${request.timeouts.totalMs / 60_000} min, ended ${came}`, about);
    const lost = registry_http_lostConnection(cause, url, request);
    // What failed before the body did says so itself.
    if (lost === cause || (bytes === 0 && total === undefined))
        return lost;
    const name = lost.name === 'IdleTimeout' ? lost.name : 'ShortBody';
    return registryError(name, `the body ended ${came}: ${(0,lib_json/* stringOf */.Je)(cause, 'message') ?? name}`, about);
}
/** Of no encoding, so its chunks are bytes. */
function registry_http_chunksOf(answer) {
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

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/world/tarball.js







/** Node's default of 16 KB makes unpacking 381 MB take twice as long. */
const CHUNK = 2 << 20;
/** Reads an npm tarball once: digest, gunzip and untar. Reads on to the end when unpacking fails, so that the digest can say why. */
async function unpackTarball(body, options) {
    const { extract } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const hash = (0,external_node_crypto_.createHash)('sha512');
    let bytes = 0;
    let tail = Buffer.alloc(0);
    const gunzip = (0,external_node_zlib_.createGunzip)({ chunkSize: CHUNK });
    const untar = extract();
    const writing = writeFiles(untar, options);
    writing.catch((error) => untar.destroy(error instanceof Error ? error : undefined));
    const unpacking = Promise.allSettled([(0,external_node_stream_promises_.pipeline)(gunzip, untar), writing]);
    try {
        for await (const chunk of body) {
            hash.update(chunk);
            bytes += chunk.length;
            tail = Buffer.concat([tail, chunk.subarray(-4)]).subarray(-4);
            if (gunzip.writable && !gunzip.write(chunk))
                await Promise.race([(0,external_node_events_.once)(gunzip, 'drain').catch(() => undefined), unpacking]);
        }
    }
    catch (error) {
        gunzip.destroy();
        await unpacking;
        throw error;
    }
    if (gunzip.writable)
        gunzip.end();
    const [unzipped, written] = await unpacking;
    const problems = [unzipped, written].flatMap((part) => (part.status === 'rejected' ? [part.reason] : []));
    const length = tail.length === 4 ? tail.readUInt32LE() : 0;
    return {
        bytes,
        integrity: `sha512-${hash.digest('base64')}`,
        sha256: written.status === 'fulfilled' ? written.value : undefined,
        endsAsTarball: length > 0 && length % 512 === 0,
        // zlib's own error says most; whichever side fails, it closes the other before its time.
        problem: problems.find((problem) => (0,lib_json/* stringOf */.Je)(problem, 'code')?.startsWith('Z_')) ?? problems.at(-1),
    };
}
async function writeFiles(entries, { directory, digestOf }) {
    let sha256;
    for await (const entry of entries) {
        const { name, type } = entry.header;
        if (type !== 'directory') {
            const inside = safePath(name, type);
            const path = (0,external_node_path_.join)(directory, inside);
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            const digest = inside === digestOf ? (0,external_node_crypto_.createHash)('sha256') : undefined;
            const file = await (0,promises_.open)(path, 'w', 0o644);
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
            throw registry_http_lostConnection(error, url, request);
        });
        const json = (0,lib_json/* parseJson */.qF)(text);
        if (json !== undefined)
            return json;
        throw registryError('InvalidMetadata', `the answer is no JSON: ${text.slice(0, 80)}`, { url, request });
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
                const tagged = (0,lib_json/* stringOf */.Je)((0,lib_json/* fieldOf */._F)(packument, 'dist-tags'), version);
                const found = (0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)(packument, 'versions'), tagged ?? version);
                if (found === undefined)
                    throw error;
                return versionOf(found, name);
            }
        },
        async versions(registry, name) {
            const versions = (0,lib_json/* fieldOf */._F)(await metadata(registry, escaped(name)), 'versions');
            return typeof versions === 'object' && versions !== null ? Object.keys(versions) : [];
        },
        async unpack(registry, release, options) {
            const address = release.tarball;
            const request = { what: 'tarball', address, accept: 'application/octet-stream, */*', registry, timeouts };
            const url = new URL(address);
            const body = download(request, options);
            const digestOf = options.digest ? options.executable : undefined;
            const unpacked = await unpackTarball(body, { directory: options.directory, digestOf });
            checkDigest(unpacked, release, { url, request });
            await (0,promises_.chmod)((0,external_node_path_.join)(options.directory, options.executable), 0o755).catch((error) => {
                if ((0,lib_json/* stringOf */.Je)(error, 'code') !== 'ENOENT')
                    throw unusable(error, { url, request });
                throw registryError('UnusableArchive', `the package holds no file ${options.executable}`, {
                    url,
                    request,
                    cause: error,
                });
            });
            return { bytes: unpacked.bytes, sha256: unpacked.sha256 };
        },
    };
}
/**
 * Right bytes, wrong bytes, or too few of them: an archive that only lacks its end came short, also where HTTP counted no
 * byte missing, as with a mirror whose copy is cut.
 */
function checkDigest(unpacked, release, download) {
    const { bytes, integrity, endsAsTarball, problem } = unpacked;
    if (integrity === release.integrity) {
        if (problem !== undefined)
            throw unusable(problem, download);
        return;
    }
    if ((0,lib_json/* stringOf */.Je)(problem, 'code') === 'Z_BUF_ERROR' && !endsAsTarball)
        throw registryError('ShortBody', `the archive ends early, after ${bytes} bytes`, download);
    throw registryError('IntegrityMismatch', `the ${bytes} bytes that came are not ${release.name} ${release.version}: their digest is ${integrity}, expected is ${release.integrity}`, download);
}
/** The right bytes, and still nothing to run: the disk refused them, or the package is not as it should be. */
function unusable(problem, download) {
    const message = (0,lib_json/* stringOf */.Je)(problem, 'message') ?? String(problem);
    const fromDisk = (0,lib_json/* stringOf */.Je)(problem, 'syscall') !== undefined;
    if (!fromDisk)
        return registryError('UnusableArchive', message, { ...download, cause: problem });
    const name = (0,lib_json/* stringOf */.Je)(problem, 'code') ?? 'Error';
    return new errors/* ServiceError */._7({ service: 'tool cache', operation: 'write', name, message, cause: problem });
}
/** A manifest of the registry as far as installing needs it; what it says goes into paths, so its form is checked. */
function versionOf(manifest, name) {
    const version = (0,lib_json/* stringOf */.Je)(manifest, 'version');
    const dist = (0,lib_json/* fieldOf */._F)(manifest, 'dist');
    const tarball = (0,lib_json/* stringOf */.Je)(dist, 'tarball');
    if (version === undefined || !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version))
        throw badMetadata('InvalidMetadata', `the registry's metadata of ${name} names no version`);
    if (tarball === undefined || !URL.canParse(tarball))
        throw badMetadata('InvalidMetadata', `the registry's metadata of ${name} ${version} names no tarball`);
    const integrity = /\bsha512-[A-Za-z0-9+/]{86}==/.exec((0,lib_json/* stringOf */.Je)(dist, 'integrity') ?? '')?.[0];
    if (integrity === undefined)
        throw badMetadata('IntegrityMissing', `the registry publishes no sha512 of ${name} ${version}, so its bytes cannot be checked`);
    return { name, version, tarball, integrity };
}
function badMetadata(name, message) {
    return new errors/* ServiceError */._7({ service: 'npm registry', operation: 'GET metadata', name, message });
}
/** A scoped name in an address has its slash encoded, as npm sends it. */
const escaped = (name) => name.replace('/', '%2f');

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/file-command.js
var file_command = __webpack_require__(82902);
;// CONCATENATED MODULE: ./lib/world/runner.js





/** Reads what the runner says of this job (https://docs.github.com/actions/reference/workflows-and-actions/variables). */
function readRunner(env) {
    const temp = env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    const event = env.GITHUB_EVENT_PATH ? (0,lib_json/* parseJson */.qF)(runner_readQuietly(env.GITHUB_EVENT_PATH)) : undefined;
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
        event,
        // Servers before 3.6 have only who started the first attempt.
        triggeringActor: env.GITHUB_TRIGGERING_ACTOR || (env.GITHUB_ACTOR ?? ''),
        workflowRef: env.GITHUB_WORKFLOW_REF ?? '',
        fromFork: isFromFork(event),
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
    return (0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)(report, 'header'), 'glibcVersionRuntime') === undefined;
}
/** A pull request is from a fork when its head is in another repository than its base; a deleted head was one too. */
function isFromFork(event) {
    const pullRequest = (0,lib_json/* fieldOf */._F)(event, 'pull_request');
    if (pullRequest === undefined)
        return false;
    const repositoryOf = (side) => (0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)(pullRequest, side), 'repo'), 'full_name');
    return repositoryOf('head') !== repositoryOf('base');
}
function runner_readQuietly(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
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

;// CONCATENATED MODULE: ./lib/world/sandboxes.js




/** Sandboxes of this machine. */
function createSandboxes(env, runner) {
    return { look, host: () => host(env, runner), open: sandboxes_open, changeMode };
}
function look(path) {
    try {
        const real = external_node_fs_.realpathSync.native(path);
        const facts = (0,external_node_fs_.statSync)(real);
        const kind = facts.isDirectory() ? 'directory' : facts.isFile() ? 'file' : facts.isSocket() ? 'socket' : undefined;
        return kind && { path: real, kind };
    }
    catch {
        return undefined;
    }
}
function host(env, runner) {
    const real = (path) => look(path)?.path ?? (0,external_node_path_.resolve)(path);
    const of = (path, kind) => {
        const found = path ? look((0,external_node_path_.resolve)(path)) : undefined;
        return found?.kind === kind ? found.path : undefined;
    };
    const workspace = real(runner.workspace);
    return {
        uid: process.getuid?.() ?? -1,
        gid: process.getgid?.() ?? -1,
        home: of(env.HOME, 'directory'),
        workspace,
        workspaceOwner: (0,external_node_fs_.statSync)(workspace, { throwIfNoEntry: false })?.uid ?? -1,
        temp: real(runner.temp),
        toolCache: real(runner.toolCache),
        node: real(process.execPath),
        actionScript: real(process.argv[1] ?? process.execPath),
        event: of(env.GITHUB_EVENT_PATH, 'file'),
        resolvers: of('/etc/resolv.conf', 'file'),
        sockets: socketPaths(),
        bash: systemProgram('bash'),
        sudo: systemProgram('sudo'),
    };
}
/** Only root writes these folders; those of `PATH` may be anybody's. */
const systemProgram = (name) => ['/usr/bin', '/bin', '/run/wrappers/bin']
    .map((folder) => (0,external_node_path_.join)(folder, name))
    .find((path) => look(path)?.kind === 'file');
/** Of `/proc/net/unix` (proc_net(5)) and, for sockets that other network namespaces listen on, of the mounts (proc_pid_mountinfo(5)). */
function socketPaths() {
    const listening = linesOf('/proc/net/unix').map((line) => /^(?:\S+ +){6}\S+ (\/.*)$/.exec(line)?.[1]);
    const mounted = linesOf('/proc/self/mountinfo').map((line) => line.split(' ')[4]?.replace(/\\(\d{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8))));
    const found = [...listening, ...mounted].flatMap((path) => {
        const there = path === undefined ? undefined : look(path);
        return there?.kind === 'socket' ? [there.path] : [];
    });
    return [...new Set(found)].sort();
}
function linesOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8').split('\n');
    }
    catch {
        return [];
    }
}
function sandboxes_open(file, args) {
    const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
    // A session of its own has no terminal: sudo would put another between itself and its command.
    const child = (0,external_node_child_process_.spawn)(file, args, { cwd: '/', env, detached: true, stdio: 'pipe' });
    const errors = [];
    const hear = (text) => void errors.push(text.toString());
    child.stderr.on('data', hear);
    child.stdin.on('error', () => undefined);
    // unshare ends after all inside are dead (pid_namespaces(7)).
    const ended = new Promise((resolve) => {
        child.once('error', () => resolve());
        child.once('exit', () => resolve());
    });
    let isForced = false;
    const close = async () => {
        isForced = child.exitCode === null && child.signalCode === null;
        child.stdin.destroy();
        await ended;
    };
    const ready = new Promise((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('close', (code) => resolve(errors.join('').trim() || `it ended with code ${code ?? 'none'}`));
        child.stdout.once('readable', () => {
            if (child.stdout.read() === null)
                return;
            child.stderr.off('data', hear);
            child.stderr.pause();
            resolve(undefined);
        });
    });
    return {
        ready,
        close,
        run(command) {
            const { stdin: input, file, args, cwd, env } = command;
            child.stdin.write(`${JSON.stringify({ file, args, cwd, env, input })}\n`);
            const running = runningChild(child, {
                signal: (name) => void child.stdin.write(`${name}\n`),
                killTree: close,
                exitCodes: 'shell',
            });
            return {
                ...running,
                stderr: withoutUnshare(running.stderr),
                ended: running.ended.then((exit) => (isForced ? KILLED : exit)),
            };
        },
    };
}
const KILLED = { code: undefined, signal: 'SIGKILL', spawnError: undefined };
/** What unshare says of itself when the sandbox is ended by force (util-linux 2.38). */
const UNSHARE = 'unshare: sigprocmask unblock failed: Invalid argument\n';
async function* withoutUnshare(stderr) {
    for await (const piece of stderr)
        if (Buffer.from(piece).toString() !== UNSHARE)
            yield piece;
}
function changeMode(path, mode) {
    try {
        const before = (0,external_node_fs_.statSync)(path).mode & 0o7777;
        // A script is read by its interpreter.
        if ((mode & 0o444) === 0 && isScript(path))
            return undefined;
        (0,external_node_fs_.chmodSync)(path, mode);
        return before;
    }
    catch {
        return undefined;
    }
}
function isScript(path) {
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const start = Buffer.alloc(2);
        (0,external_node_fs_.readSync)(file, start, 0, 2, 0);
        return start.toString('latin1') === '#!';
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./lib/world/seal.js

/** HMAC-SHA256 by the token that the runner gives this action in main and in post, and to no `run:` step and no agent. */
function createSeal({ ACTIONS_RUNTIME_TOKEN: token }) {
    const codeOf = (text, purpose) => (0,external_node_crypto_.createHmac)('sha256', `claude-code-bedrock ${token ?? ''}`)
        .update(`${purpose}\n${text}`)
        .digest('hex');
    return {
        seal: (text, purpose) => (token ? `${codeOf(text, purpose)}\n${text}` : undefined),
        open(sealed, purpose) {
            const [, code = '', text = ''] = /^([0-9a-f]{64})\n(.*)$/s.exec(sealed) ?? [];
            if (!token || code === '')
                return undefined;
            return (0,external_node_crypto_.timingSafeEqual)(Buffer.from(code), Buffer.from(codeOf(text, purpose))) ? text : undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/world/signer.js
/** AWS Signature Version 4 by the AWS SDK's own signer, loaded when first needed, on the machine's SHA-256. */
function createSigner() {
    return {
        async sign(request, { keys, region, now }) {
            const [{ SignatureV4 }, { Hash }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(430), __webpack_require__.e(579), __webpack_require__.e(880)]).then(__webpack_require__.t.bind(__webpack_require__, 75118, 19)),
                Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(430)]).then(__webpack_require__.t.bind(__webpack_require__, 92430, 19)),
            ]);
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
                await (0,promises_.mkdir)((0,external_node_path_.join)(directory, tool.name, tool.version), { recursive: true });
                return (0,promises_.mkdtemp)(`${place}${DRAFT}`);
            });
            try {
                await complete(draft, tool, fill);
                await onDisk('complete', async () => {
                    await moveInPlace(draft, place, tool);
                    await (0,promises_.writeFile)(`${place}.complete`, '');
                });
            }
            finally {
                await (0,promises_.rm)(draft, { recursive: true, force: true });
            }
            return place;
        },
        async addForJob(tool, fill) {
            const place = await onDisk('make', async () => {
                await (0,promises_.mkdir)(temp, { recursive: true });
                return (0,promises_.mkdtemp)((0,external_node_path_.join)(temp, `${tool.name}-`));
            });
            try {
                await complete(place, tool, fill);
            }
            catch (error) {
                await (0,promises_.rm)(place, { recursive: true, force: true });
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
        await (0,promises_.chmod)((0,external_node_path_.join)(draft, tool.executable), 0o755);
        await writeRecord(draft, tool, sha256);
        await (0,promises_.chmod)(draft, 0o755);
    });
}
/** Moves the draft to its place, unless another job's whole entry came first; what is there and broken makes way. */
async function moveInPlace(draft, place, tool) {
    for (let attempt = 1;; attempt++) {
        try {
            await (0,promises_.rename)(draft, place);
            return;
        }
        catch (error) {
            if (!(await exists(place)) || attempt === 5)
                throw error;
        }
        if ((await reasonAgainst(place, tool)) === undefined)
            return;
        const aside = `${draft}-replaced-${attempt}`;
        await (0,promises_.rename)(place, aside).catch(() => undefined);
        await (0,promises_.rm)(aside, { recursive: true, force: true });
    }
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
        const name = (0,lib_json/* stringOf */.Je)(cause, 'code') ?? 'Error';
        const message = (0,lib_json/* stringOf */.Je)(cause, 'message') ?? name;
        throw new errors/* ServiceError */._7({ service: 'tool cache', operation, name, message, cause });
    }
}
const exists = (path) => (0,promises_.access)(path).then(() => true, () => false);
/** What an entry holds beside the tool: the digests that were checked when it was made. */
const RECORD = 'install.json';
/** Writes down that the executable in `directory` has this sha256. */
async function writeRecord(directory, { integrity }, sha256) {
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, RECORD), JSON.stringify({ integrity, sha256 }));
}
/**
 * Why the tool in `directory` is not to be used; undefined when its executable has the sha256 that this project records for
 * the version, or else that of the entry's own record. It is read for that at each use (381 MB in 0.25 s), since nothing else
 * proves what an earlier job left there. Not covered: a version whose digest is not recorded here, where who may write to the
 * tool cache may write the record too.
 */
async function reasonAgainst(directory, tool) {
    const path = (0,external_node_path_.join)(directory, tool.executable);
    try {
        await (0,promises_.access)(path, external_node_fs_.constants.X_OK);
        const recorded = (0,lib_json/* parseJson */.qF)(await (0,promises_.readFile)((0,external_node_path_.join)(directory, RECORD), 'utf8').catch(() => ''));
        const integrity = (0,lib_json/* stringOf */.Je)(recorded, 'integrity');
        const expected = tool.sha256 ?? (0,lib_json/* stringOf */.Je)(recorded, 'sha256');
        if (expected === undefined)
            return 'nothing says which sha256 it should have';
        if (tool.sha256 === undefined && integrity !== (tool.integrity ?? integrity))
            return `it was unpacked from a package with the digest ${integrity}, asked for is ${tool.integrity}`;
        const actual = await sha256Of(readable(path));
        return actual === expected ? undefined : `the sha256 of ${path} is ${actual}, expected is ${expected}`;
    }
    catch (error) {
        return (0,lib_json/* stringOf */.Je)(error, 'message') ?? String(error);
    }
}

;// CONCATENATED MODULE: ./lib/world/working-files.js


/** The working tree of a checkout, on this machine's file system. */
function createWorkingFiles() {
    return {
        stamps: (root, names) => names.map((name) => stampOf(pathOf(root, name))),
        unreadable: (root, names) => names.filter((name) => !isReadable(pathOf(root, name))),
        entries: (directory) => working_files_attempt(() => (0,external_node_fs_.readdirSync)(directory).sort()) ?? [],
        copyWithTime(from, to) {
            (0,external_node_fs_.copyFileSync)(from, to);
            const { atimeMs, mtimeMs } = (0,external_node_fs_.lstatSync)(from);
            (0,external_node_fs_.utimesSync)(to, atimeMs / 1_000, mtimeMs / 1_000);
        },
        readText: (path) => working_files_attempt(() => readRegular(path, 1024 * 1024)?.toString('utf8')),
        save,
        restore(path, saved) {
            const now = save(path);
            if (isSame(now, saved))
                return false;
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
            if (saved !== undefined)
                write(path, saved);
            return true;
        },
    };
}
const working_files_attempt = (task) => {
    try {
        return task();
    }
    catch {
        return undefined;
    }
};
/** As a byte string. Without a name it has no slash at its end, which would follow a link. */
const pathOf = (root, name) => Buffer.from(name === '' ? root : `${root}/`).toString('latin1') + name;
const bytesOf = (path) => Buffer.from(path, 'latin1');
function stampOf(path) {
    const stat = working_files_attempt(() => (0,external_node_fs_.lstatSync)(bytesOf(path), { bigint: true }));
    if (stat === undefined)
        return undefined;
    const identity = `${stat.dev}:${stat.ino}`;
    const version = [identity, stat.size, stat.mode, stat.mtimeNs, stat.ctimeNs].join(':');
    return { kind: working_files_kindOf(stat), size: Number(stat.size), identity, version };
}
function working_files_kindOf(stat) {
    if (stat.isFile())
        return 'file';
    if (stat.isDirectory())
        return 'directory';
    return stat.isSymbolicLink() ? 'link' : 'other';
}
function isReadable(path) {
    if (stampOf(path)?.kind === 'link')
        return true;
    try {
        (0,external_node_fs_.accessSync)(bytesOf(path), external_node_fs_.constants.R_OK);
        return true;
    }
    catch {
        return false;
    }
}
/** Windows has neither of the two. */
const READ_ONLY = process.platform === 'win32' ? external_node_fs_.constants.O_RDONLY : external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
/** Bytes of a regular file, never through a link, never of a pipe that would block. */
function readRegular(path, maximum) {
    const file = (0,external_node_fs_.openSync)(path, READ_ONLY);
    try {
        const stat = (0,external_node_fs_.lstatSync)(path);
        return stat.isFile() && stat.size <= maximum ? (0,external_node_fs_.readFileSync)(file) : undefined;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function save(path) {
    const stat = working_files_attempt(() => (0,external_node_fs_.lstatSync)(path));
    if (stat === undefined)
        return undefined;
    const mode = stat.mode & 0o7777;
    if (stat.isSymbolicLink())
        return { kind: 'link', target: (0,external_node_fs_.readlinkSync)(path) };
    if (!stat.isDirectory())
        return { kind: 'file', mode, contents: contentsOf(path, stat.size) };
    const names = working_files_attempt(() => (0,external_node_fs_.readdirSync)(path).sort()) ?? [];
    const entries = new Map();
    for (const name of names) {
        const entry = save((0,external_node_path_.join)(path, name));
        if (entry !== undefined)
            entries.set(name, entry);
    }
    return { kind: 'directory', mode, entries };
}
/** Of what is not to be read, too large or no regular file, a text that nothing saved is equal to. */
function contentsOf(path, size) {
    return (working_files_attempt(() => readRegular(path, 16 * 1024 * 1024)) ??
        Buffer.from(`not read: ${size} bytes, ${process.hrtime.bigint()}`));
}
function write(path, saved) {
    if (saved.kind === 'link') {
        (0,external_node_fs_.symlinkSync)(saved.target, path);
        return;
    }
    if (saved.kind === 'file') {
        (0,external_node_fs_.writeFileSync)(path, saved.contents, { flag: 'wx' });
    }
    else {
        (0,external_node_fs_.mkdirSync)(path);
        for (const [name, entry] of saved.entries)
            write((0,external_node_path_.join)(path, name), entry);
    }
    (0,external_node_fs_.chmodSync)(path, saved.mode);
}
function isSame(one, other) {
    if (one === undefined || other === undefined)
        return one === other;
    if (one.kind === 'link')
        return other.kind === 'link' && one.target === other.target;
    if (one.kind === 'file')
        return other.kind === 'file' && one.mode === other.mode && Buffer.compare(one.contents, other.contents) === 0;
    if (other.kind !== 'directory' || one.mode !== other.mode || one.entries.size !== other.entries.size)
        return false;
    return [...one.entries].every(([name, entry]) => isSame(entry, other.entries.get(name)));
}

;// CONCATENATED MODULE: ./lib/world/index.js
























/** The real world, for the environment of this process. Nothing is loaded or asked before it is used. */
function createWorld(env) {
    if (env.NODE_USE_SYSTEM_CA === '1')
        useSystemCertificates();
    const clock = createClock();
    const secrets = createSecrets();
    const runner = readRunner(env);
    const processes = createProcesses(env);
    const loopback = createLoopback();
    const folders = createHeldFolders();
    return {
        log: createLog(),
        secrets,
        clock,
        runner,
        idTokens: createIdTokens({ secrets, env }),
        collaborators: createCollaborators({ env }),
        sts: createSts({ secrets, env }),
        credentialSources: createCredentialSources({ secrets, env }),
        containerCredentials: createContainerCredentials({ loopback, clock }),
        loopback,
        signer: createSigner(),
        eventStreams: createEventStreams(),
        upstream: createUpstream(env),
        registry: createPackageRegistry({ env, processes, secrets }),
        toolCache: createToolCache({ directory: runner.toolCache, temp: (0,install/* jobToolFolder */.k)(runner.temp), clock }),
        actionsCache: createActionsCache({ env, processes }),
        processes,
        sandboxes: createSandboxes(env, runner),
        files: createFiles(folders),
        git: createGit(),
        workingFiles: createWorkingFiles(),
        artifacts: createArtifacts(env, folders),
        job: createJob(),
        seal: createSeal(env),
    };
}


/***/ }),

/***/ 40768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ useProgramEnvironment)
/* harmony export */ });
/* unused harmony export programEnvironment */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/**
 * The environment for programs that the action itself runs: nothing in it makes them load what lies in the workspace, which
 * the agent writes while some of them run.
 */
function programEnvironment(env, workspace) {
    const top = real(workspace);
    const isOutside = (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) && !isWithin(real(path), top);
    return Object.fromEntries(Object.entries(env).map(([name, value]) => {
        const known = name.toUpperCase();
        if (value === undefined)
            return [name, value];
        if (LISTS.includes(known))
            return [name, value.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter(isOutside).join(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)];
        if (LOADERS.includes(known) && !isOutside(value))
            return [name, undefined];
        return [name, known === 'NODE_OPTIONS' && namesFile(value, isOutside) ? undefined : value];
    }));
}
/** Makes the environment of this process that of programs of its own; returns what it was before. */
function useProgramEnvironment(env) {
    const before = { ...env };
    for (const [name, value] of Object.entries(programEnvironment(before, before.GITHUB_WORKSPACE || process.cwd()))) {
        if (value === undefined)
            Reflect.deleteProperty(env, name);
        else
            env[name] = value;
    }
    return before;
}
/** Folders that programs and libraries are looked for in. */
const LISTS = ['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'NODE_PATH', 'PYTHONPATH', 'PERL5LIB', 'RUBYLIB'];
/** Files that a program loads when it starts. */
const LOADERS = ['BASH_ENV', 'ENV', 'LD_PRELOAD', 'LD_AUDIT', 'DYLD_INSERT_LIBRARIES', 'PYTHONSTARTUP'];
/** Whether one of Node's options loads something that is not known to be outside. */
function namesFile(options, isOutside) {
    const values = options.split(/\s+/).flatMap((word, index, words) => {
        const [, name, value] = /^(-r|--(?:require|import|loader|experimental-loader))(?:=(.*))?$/.exec(word) ?? [];
        return name === undefined ? [] : [value ?? words[index + 1] ?? ''];
    });
    return values.some((value) => !isOutside(value.replace(/^file:\/\//, '')));
}
function real(path) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path);
    }
    catch {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path);
    }
}
const isWithin = (path, folder) => path === folder || path.startsWith(`${folder}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`);


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
