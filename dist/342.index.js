export const id = 342;
export const ids = [342];
export const modules = {

/***/ 26591:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



/* unused reexport */ __webpack_require__(5335);
exports.parse = __webpack_require__(42696);


/***/ }),

/***/ 42696:
/***/ ((module) => {



/**
 * @import {
 * 	ControlOperator,
 * 	Env,
 * 	GlobPattern,
 * 	ParseEntry,
 * } from './parse' */

// '<(' and '>(' are process substitution operators and
// can be parsed the same as control operator
var CONTROL = /** @type {const} */ ('(?:') + /** @type {const} */ ([
	'\\|\\|',
	'\\&(?:\\&|>>?)', // `&&`, `&>`, and `&>>`
	';;\\&?', // `;;` and `;;&`
	'[;|]\\&', // `;&` and `|&`
	'\\<\\(',
	'\\<\\<\\<',
	'\\<\\<-',
	'\\<\\<(?!\\()', // `<<(` stays `<` and `<(`, as zsh reads it; other shells reject it
	'>>',
	'>[&|(]', // `>&`, `>|`, and `>(`
	'<[&>]', // `<&` and `<>`
	'[&;()|<>]'
]).join(/** @type {const} */ ('|')) + /** @type {const} */ (')');
var controlRE = new RegExp('^' + CONTROL + '$');
var META = /** @type {const} */ ('|&;()<> \\t');
var SINGLE_QUOTE = /** @type {const} */ ('\'([^\']*?)\'');
// bash ANSI-C quoting, `$'...'`: a backslash escapes the next character, including `'`
var ANSI_C_BODY = '(?:\\\\[\\s\\S]|[^\\\\\'])*?';
var ANSI_C_QUOTE = '\\$\'' + ANSI_C_BODY + '\'';
var ansiCAt = new RegExp('\\$\'' + ANSI_C_BODY + '(?:(\')|\\\\?$)', 'g');
var ANSI_C_LETTERS = 'abeEfnrtv';
var ANSI_C_CHARS = '\x07\b\x1B\x1B\f\n\r\t\v';
var hash = /^#$/;

var SQ = /** @type {const} */ ("'");
var DQ = /** @type {const} */ ('"');
var DS = /** @type {const} */ ('$');

var TOKEN = '';
var mult = /** @type {const} */ (0x100000000); // Math.pow(16, 8);
for (var i = 0; i < 4; i++) {
	TOKEN += (mult * Math.random()).toString(16);
}
var startsWithToken = new RegExp('^' + TOKEN);

/**
 * @param {string} s
 * @param {RegExp} r
 */
function matchAll(s, r) {
	var origIndex = r.lastIndex;

	var matches = [];
	var matchObj;

	while ((matchObj = r.exec(s))) {
		matches[matches.length] = matchObj;
		if (r.lastIndex === matchObj.index) {
			r.lastIndex += 1;
		}
	}

	r.lastIndex = origIndex;

	return matches;
}

/**
 * @param {Env} env
 * @param {string} pre
 * @param {string} key
 */
function getVar(env, pre, key) {
	var r = typeof env === 'function' ? env(key) : env[key];
	if (typeof r === 'undefined' && key != '') {
		r = '';
	} else if (typeof r === 'undefined') {
		r = '$';
	}

	if (typeof r === 'object') {
		return pre + TOKEN + JSON.stringify(r) + TOKEN;
	}
	return pre + r;
}

var ansiCEscape = /\\([0-7]{1,3}|x[\dA-Fa-f]{1,2}|u[\dA-Fa-f]{1,4}|U[\dA-Fa-f]{1,8}|c(?:\\\\|[\s\S])|[abeEfnrtv\\'"?])/g;

/**
 * @param {string} m
 * @param {string} escape
 */
function expandAnsiCEscape(m, escape) {
	var kind = escape.charAt(0);
	if (kind === 'c') {
		var ctrl = escape.charAt(1);
		return ctrl === '?' ? '\x7F' : String.fromCharCode(ctrl.charCodeAt(0) & 0x1F);
	}
	if (kind === 'x' || kind === 'u' || kind === 'U') {
		var cp = parseInt(escape.slice(1), 16);
		if (cp > 0x10FFFF) {
			return m;
		}
		return String.fromCharCode.apply(null, cp > 0xFFFF ? [0xD7C0 + (cp >> 10), 0xDC00 + (cp & 0x3FF)] : [cp]);
	}
	if (kind >= '0' && kind <= '7') {
		return String.fromCharCode(parseInt(escape, 8) & 0xFF);
	}
	var letter = ANSI_C_LETTERS.indexOf(escape);
	return letter < 0 ? escape : ANSI_C_CHARS.charAt(letter);
}

/** @param {string} body */
function expandAnsiC(body) {
	return body.replace(ansiCEscape, expandAnsiCEscape).split('\0')[0]; // like bash, a NUL ends the string
}

/**
 * @param {string} s
 * @param {number} i
 */
function closesAnsiC(s, i) {
	ansiCAt.lastIndex = i;
	return !!(/** @type {RegExpExecArray} */ (ansiCAt.exec(s)))[1];
}

/**
 * @param {string} string
 * @param {Env} [env]
 * @param {{ escape?: string, splitUnquoted?: boolean | string }} [opts]
 * @returns {ParseEntry[]}
 */
function parseInternal(string, env, opts) {
	if (!opts) {
		opts = {};
	}
	var BS = opts.escape || '\\';
	var ifs = opts.splitUnquoted === true ? ' \t\n' : (typeof opts.splitUnquoted === 'string' ? opts.splitUnquoted : '');
	var BAREWORD = '(\\' + BS + '[\'"$\\' + BS + META + ']|\\$\\$|\\$(?!' + ANSI_C_QUOTE.slice(2) + ')|[^\\s\'"$' + META + '])+';
	var DOUBLE_QUOTE = '"(?:\\' + BS + '[\\s\\S]|[^"\\' + BS + '])*"';

	var chunker = new RegExp([
		'(' + CONTROL + ')', // control chars
		'(' + ANSI_C_QUOTE + '|' + BAREWORD + '|' + DOUBLE_QUOTE + '|' + SINGLE_QUOTE + ')+'
	].join('|'), 'g');

	var matches = matchAll(string, chunker);

	if (matches.length === 0) {
		return [];
	}
	if (!env) {
		env = {};
	}

	var commented = false;

	return matches.map(function (match) {
		var s = match[0];
		if (!s || commented) {
			return void undefined;
		}
		if (controlRE.test(s)) {
			return /** @type {ControlOperator} */ ({ op: s });
		}

		// Hand-written scanner/parser for Bash quoting rules:
		//
		// 1. inside single quotes, all characters are printed literally.
		// 2. inside double quotes, all characters are printed literally
		//    except variables prefixed by '$' and backslashes followed by
		//    either a double quote or another backslash.
		// 3. outside of any quotes, backslashes are treated as escape
		//    characters and not printed (unless they are themselves escaped)
		// 4. quote context can switch mid-token if there is no whitespace
		//     between the two quote contexts (e.g. all'one'"token" parses as
		//     "allonetoken")
		/** @type {string | boolean} */
		var quote = false;
		var esc = false;
		var out = '';
		/** @type {string[]} */
		var words = [];
		var sawQuote = false;
		/** @type {number | null} */
		var pendingNw = null;
		var isGlob = false;
		/** @type {number} */
		var i;

		function parseEnvVar() {
			i += 1;
			/** @type {number | RegExpMatchArray | null} */
			var varend;
			/** @type {string} */
			var varname;
			var char = s.charAt(i);

			if (char === '{') {
				i += 1;
				if (s.charAt(i) === '}') {
					throw new Error('Bad substitution: ' + s.slice(i - 2, i + 1));
				}
				// match braces by depth so a nested `${` keeps its inner `}` from ending the outer substitution
				var depth = 1;
				varend = i;
				while (depth > 0 && varend < s.length) {
					if (s.charAt(varend) === '{' && s.charAt(varend - 1) === '$') {
						depth += 1;
					} else if (s.charAt(varend) === '}') {
						depth -= 1;
					}
					varend += 1;
				}
				if (depth !== 0) {
					throw new Error('Bad substitution: ' + s.slice(i));
				}
				varend -= 1;
				varname = s.slice(i, varend);
				i = varend;
			} else if ((/[*@#?$!-]/).test(char)) {
				varname = char;
			} else {
				var slicedFromI = s.slice(i);
				varend = slicedFromI.match(/[^\w\d_]/);
				if (!varend) {
					varname = slicedFromI;
					i = s.length;
				} else {
					varname = slicedFromI.slice(0, varend.index);
					i += /** @type {number} */ (varend.index) - 1;
				}
			}
			return getVar(/** @type {NonNullable<typeof env>} */ (env), '', varname);
		}

		function flushRun() {
			if (pendingNw === null) {
				return;
			}
			if (pendingNw === 0) {
				if (out !== '') {
					words[words.length] = out;
					out = '';
				}
			} else {
				words[words.length] = out;
				out = '';
				for (var fe = 1; fe < pendingNw; fe += 1) {
					words[words.length] = '';
				}
			}
			pendingNw = null;
		}

		for (i = 0; i < s.length; i++) {
			var c = s.charAt(i);
			if (ifs && c !== DS) {
				flushRun();
			}
			isGlob = isGlob || (!quote && (c === '*' || c === '?'));
			if (esc) {
				out += c;
				esc = false;
			} else if (quote) {
				if (c === quote) {
					quote = false;
				} else if (quote == SQ) {
					out += c;
				} else { // Double quote
					if (c === BS) {
						i += 1;
						c = s.charAt(i);
						if (c === DQ || c === BS || c === DS) {
							out += c;
						} else {
							out += BS + c;
						}
					} else if (c === DS) {
						out += parseEnvVar();
					} else {
						out += c;
					}
				}
			} else if (c === DQ || c === SQ) {
				quote = c;
				sawQuote = true;
			} else if (controlRE.test(c)) {
				return /** @type {ControlOperator} */ ({ op: s });
			} else if (hash.test(c)) {
				commented = true;
				var commentObj = { comment: string.slice(match.index + i + 1) };
				if (out.length) {
					return /** @type {const} */ ([out, commentObj]);
				}
				return /** @type {const} */ ([commentObj]);
			} else if (c === BS) {
				esc = true;
			} else if (c === DS && s.charAt(i + 1) === SQ && closesAnsiC(s, i)) {
				flushRun();
				sawQuote = true;
				out += expandAnsiC(s.slice(i + 2, ansiCAt.lastIndex - 1));
				i = ansiCAt.lastIndex - 1;
			} else if (c === DS) {
				var value = parseEnvVar();
				if (!ifs) {
					out += value;
				} else {
					for (var vi = 0; vi < value.length; vi += 1) {
						var vc = value.charAt(vi);
						if (ifs.indexOf(vc) < 0) {
							flushRun();
							out += vc;
						} else if (pendingNw === null) {
							pendingNw = vc === ' ' || vc === '\t' || vc === '\n' ? 0 : 1;
						} else if (vc !== ' ' && vc !== '\t' && vc !== '\n') {
							pendingNw += 1;
						}
					}
				}
			} else {
				out += c;
			}
		}

		if (isGlob) {
			return /** @type {GlobPattern} */ ({ op: 'glob', pattern: out });
		}

		if (ifs) {
			if (pendingNw !== null && pendingNw > 0) {
				words[words.length] = out;
				out = '';
				for (var te = 1; te < pendingNw; te += 1) {
					words[words.length] = '';
				}
			}
			if (out !== '' || (sawQuote && words.length === 0)) {
				words[words.length] = out;
			}
			return words;
		}

		return out;
	}).reduce(function (prev, arg) { // finalize parsed arguments
		if (typeof arg === 'undefined') {
			return prev;
		}
		/** @type {ParseEntry[]} */ ([]).concat(arg).forEach(function (entry) {
			prev[prev.length] = entry;
		});
		return prev;
	}, /** @type {ParseEntry[]} */ ([]));
}

/** @type {typeof import('./parse')} */
module.exports = function parse(s, env, opts) {
	var mapped = parseInternal(s, env, opts);
	if (typeof env !== 'function') {
		return mapped;
	}
	return mapped.reduce(function (acc, s) {
		if (typeof s === 'object') {
			acc[acc.length] = s;
			return acc;
		}
		var xs = s.split(RegExp('(' + TOKEN + '.*?' + TOKEN + ')', 'g'));
		if (xs.length === 1) {
			acc[acc.length] = xs[0];
			return acc;
		}
		xs.filter(Boolean).forEach(function (x) {
			acc[acc.length] = startsWithToken.test(x)
				? JSON.parse(x.split(TOKEN)[1])
				: x;
		});
		return acc;
	}, /** @type {ParseEntry[]} */ ([]));
};


/***/ }),

/***/ 5335:
/***/ ((module) => {



/** @import { ControlOperator } from './parse' */

/** @type {ControlOperator['op'][]} */
var OPS = /** @type {const} */ ([
	'||',
	'&&',
	';;&',
	';;',
	';&',
	'|&',
	'<(',
	'>(',
	'<<<',
	'<<-',
	'<<',
	'>>',
	'>&',
	'>|',
	'&>>',
	'&>',
	'<&',
	'<>',
	'&',
	';',
	'(',
	')',
	'|',
	'<',
	'>'
]);
var LINE_TERMINATORS = /[\n\r\u2028\u2029]/;
var GLOB_SHELL_SPECIAL = /[\s#!"$&'():;<=>@\\^`|~]/g;

/** @type {typeof import('./quote')} */
module.exports = function quote(xs) {
	var sawComment = false;
	return xs.map(function (s) {
		if (sawComment && typeof s === 'string' && LINE_TERMINATORS.test(s)) {
			throw new TypeError('a token after a `comment` must not contain line terminators');
		}
		if (s === '') {
			return /** @type {const} */ ('\'\'');
		}
		if (s && typeof s === 'object') {
			if ('op' in s && s.op === 'glob') {
				if (typeof s.pattern !== 'string') {
					throw new TypeError('glob token requires a string `pattern`');
				}
				if (LINE_TERMINATORS.test(s.pattern)) {
					throw new TypeError('glob `pattern` must not contain line terminators');
				}
				if (s.pattern === '') {
					return /** @type {const} */ ('\'\'');
				}
				return s.pattern.replace(GLOB_SHELL_SPECIAL, '\\$&');
			}
			if ('op' in s && typeof s.op === 'string') {
				if (OPS.indexOf(s.op) < 0) {
					throw new TypeError('invalid `op` value: ' + JSON.stringify(s.op));
				}
				return s.op.replace(/[\s\S]/g, '\\$&');
			}
			if ('comment' in s && typeof s.comment === 'string') {
				if (LINE_TERMINATORS.test(s.comment)) {
					throw new TypeError('`comment` must not contain line terminators');
				}
				sawComment = true;
				return '#' + s.comment;
			}
			throw new TypeError('unrecognized object token shape');
		}
		if ((/'/).test(s) && (/!/).test(s)) {
			return "'" + s.replace(/'/g, "'\"'\"'") + "'";
		}
		if ((/["\s\\]/).test(s) && !(/'/).test(s)) {
			return "'" + s + "'";
		}
		if ((/["'\s]/).test(s)) {
			return '"' + s.replace(/(["\\$`])/g, '\\$1') + '"';
		}
		return String(s).replace(/([A-Za-z]:)?([#!"$&'()*,:;<=>?@[\\\]^`{|}~])/g, '$1\\$2');
	}).join(' ');
};


/***/ }),

/***/ 80342:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85044);
/* harmony import */ var _world_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44750);
// Entry point of the step: environment in, exit code out.





// Some runners set neither; @actions/tool-cache insists.
process.env.RUNNER_TEMP ||= (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
process.env.RUNNER_TOOL_CACHE ||= (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP, 'tool-cache');
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => stop.abort(signal));
const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex');
const outputs = await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .e)({ env: process.env, id, stop: stop.signal }, (0,_world_index_js__WEBPACK_IMPORTED_MODULE_4__/* .createWorld */ .b)(process.env));
// A download or a connection that nobody waits for any more must not hold up the job.
const code = outputs.conclusion === 'success' || outputs.conclusion === 'setup' ? 0 : 1;
process.stdout.write('', () => process.exit(code));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 85044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/cancellation.js

/** What `task` resolves to; rejects with the Failure `agent-cancelled` as soon as the job is cancelled. */
async function unlessStopped(stop, task) {
    return new Promise((resolve, reject) => {
        const cancel = () => reject(CANCELLED_EARLY);
        if (stop.aborted)
            cancel();
        stop.addEventListener('abort', cancel);
        task.then(resolve, reject);
    });
}
const CANCELLED_EARLY = new errors/* Failure */.HR('agent-cancelled', {
    message: 'The job was cancelled before the agent had started.',
    fix: 'Nothing is wrong with the set-up. Run the job again if it was cancelled by mistake.',
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/claude/install-progress.js
const EVERY_MS = 5_000;
/** Tells the log every five seconds how far a download is, so that a quick one says nothing. */
function progressLines(world) {
    const started = world.clock.now();
    let next = started + EVERY_MS;
    return ({ bytes, totalBytes }) => {
        const now = world.clock.now();
        if (now < next)
            return;
        next = now + EVERY_MS;
        const total = totalBytes === undefined ? '' : ` of ${megabytes(totalBytes)}`;
        world.log.info(`${megabytes(bytes)}${total} MB, ${speed(bytes, now - started)}`);
    };
}
/** Decimal megabytes without fraction, of bytes. */
const megabytes = (bytes) => (bytes / 1e6).toFixed(0);
/** `12.3 MB/s`, of bytes and milliseconds. */
const speed = (bytes, ms) => `${(bytes / 1e3 / Math.max(ms, 1)).toFixed(1)} MB/s`;

;// CONCATENATED MODULE: ./lib/claude/install-attempts.js


const PAUSES_MS = [1_000, 4_000];
const LONGEST_PAUSE_MS = 60_000;
const PROGRESS_BYTES = 1_000_000;
const TRANSIENT = new Set([
    ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
    ...['ConnectTimeout', 'IdleTimeout', 'ShortBody'],
]);
/**
 * Three tries in a row, a second and four seconds apart or as long as the service asks for (a minute at most), after what can
 * heal: the connection, a cut body, 408, 429, 5xx. A download that has come a megabyte further begins to count anew. The last
 * error says how often it was tried.
 */
function startAttempts(world) {
    let inARow = 0;
    let tries = 0;
    let furthest = 0;
    let last;
    async function recover(error, bytes = 0) {
        if (error === last || !canHeal(error))
            throw error;
        if (bytes >= furthest + PROGRESS_BYTES)
            inARow = 0;
        furthest = Math.max(furthest, bytes);
        tries += 1;
        const pause = PAUSES_MS[inARow];
        inARow += 1;
        if (pause === undefined)
            throw (last = new errors/* ServiceError */._7({ ...factOf(error), message: `${error.message}; tried ${tries} times` }));
        const waitMs = Math.min(Math.max(pause, error.retryAfterMs ?? 0), LONGEST_PAUSE_MS);
        const goOn = bytes < PROGRESS_BYTES ? 'trying again' : `going on after ${megabytes(bytes)} MB`;
        world.log.info(`${error.message}; ${goOn} in ${Math.ceil(waitMs / 1_000)} s`);
        await world.clock.sleep(waitMs);
    }
    return {
        recover,
        async run(task) {
            for (;;) {
                try {
                    return await task();
                }
                catch (error) {
                    if (!(error instanceof errors/* ServiceError */._7))
                        throw error;
                    await recover(error);
                }
            }
        },
    };
}
function canHeal({ name, status }) {
    if (status !== undefined)
        return status === 408 || status === 429 || status >= 500;
    return TRANSIENT.has(name);
}
function factOf(error) {
    const { service, operation, name, status, requestId, host } = error;
    return { service, operation, name, status, requestId, host, cause: error };
}

// EXTERNAL MODULE: ./lib/claude/install-cache.js
var install_cache = __webpack_require__(99338);
;// CONCATENATED MODULE: ./lib/claude/install-failure.js

const NOT_CONNECTED = new Set([
    ...['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ConnectTimeout'],
]);
/** The failure that a registry's or the disk's answer means for the install; anything else is returned as it is. */
function installFailure(error, wanted) {
    if (!(error instanceof errors/* ServiceError */._7))
        return error;
    const code = codeOf(error, wanted);
    return new errors/* Failure */.HR(code, {
        message: `Claude Code ${wanted.version} (${wanted.name}) could not be installed. ${meaningOf(code, error, wanted)}`,
        hint: hintFor(code, error, wanted),
        cause: error,
    });
}
/** Up to five of `published` that are nearest to `version`, the nearest first. */
function nearVersions(version, published) {
    const target = rank(version);
    const distance = (other) => Math.abs(rank(other) - target);
    return published.toSorted((a, b) => distance(a) - distance(b) || rank(b) - rank(a)).slice(0, 5);
}
/** A number that orders versions; what is no version (a dist-tag) comes after all. */
function rank(version) {
    const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
    return major === undefined ? Number.MAX_SAFE_INTEGER : (Number(major) * 1e5 + Number(minor)) * 1e5 + Number(patch);
}
function codeOf(error, wanted) {
    if (error.name === 'IntegrityMismatch' || error.name === 'IntegrityMissing')
        return 'install-integrity-mismatch';
    if (NOT_CONNECTED.has(error.name))
        return 'network-unreachable';
    if (error.status === 404 && !wanted.published.includes(wanted.version))
        return 'version-not-found';
    return 'install-download-failed';
}
function meaningOf(code, error, wanted) {
    if (code !== 'version-not-found')
        return `${error.message}.`;
    const near = nearVersions(wanted.version, wanted.published);
    const has = near.length === 0 ? 'it has none of this package' : `the nearest it has are ${near.join(', ')}`;
    return `${error.message}. The registry has no such version; ${has}.`;
}
function hintFor(code, error, wanted) {
    const near = nearVersions(wanted.version, wanted.published)[0];
    if (code === 'version-not-found')
        return near === undefined
            ? 'Use a registry that has the package: `registry-url: https://...`'
            : `Ask for a version it has, for example \`claude-code-version: ${near}\`, or another registry with \`registry-url\`.`;
    if (code === 'install-integrity-mismatch')
        return 'Do not use these bytes: the registry, a mirror or a proxy on the way changed them. Name another registry with `registry-url`, or have the mirror fetch the package anew.';
    if (code === 'network-unreachable')
        return 'Name a registry that this runner can reach with `registry-url`, or let it through: HTTPS_PROXY and NO_PROXY count, as do the proxy lines of npm.';
    if (error.status === 401 || error.status === 403)
        return 'Give npm credentials for this registry in a step before, for example an `.npmrc` in the home directory with the line `//<host>/:_authToken=...`.';
    if (/CERT|SIGNATURE|TLS/.test(error.name))
        return "Trust the registry's certificate: set NODE_EXTRA_CA_CERTS for the runner, or `cafile` in npm's configuration.";
    if (error.service === 'tool cache')
        return 'Free space on the runner, or point RUNNER_TOOL_CACHE at a directory that can be written.';
    return 'Run the job again; if it stays, name another registry with `registry-url`.';
}

;// CONCATENATED MODULE: ./lib/claude/platform.js

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
        throw new errors/* Failure */.HR('platform-unsupported', {
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

;// CONCATENATED MODULE: ./lib/claude/release.js
/**
 * The Claude Code this release is tested with: its version, the sha512 of each platform's npm tarball (`npm view`) and the
 * sha256 of the executable inside. Written by `node scripts/releases.ts`.
 */
const RELEASE = {
    version: '2.1.330',
    integrity: {
        'linux-x64': 'sha512-9Gn+V7DtJ8M1nztP9CeDVl9g3RtrepI7rOFTyPRRnZe8D6zebIHKmC7OvBauucuAP0X0k85SDN/LPVZyjsGezQ==',
        'linux-arm64': 'sha512-V4yanAY5EA5UpwwRPtjSfqDbNqAlUJeVn3NYZw2AgmRHjdpSsLtHAzbxRXfkAnbjwTXzE0uedjQxUY02ARPcsA==',
        'linux-x64-musl': 'sha512-OnduSSPY1b59FA8jTbq20Y1XkDUV0S1OVyvYBNslEbpX79P81JF7Ih4lgYvDKiFnnSv75z4Kv6qLE5DQqogYXA==',
        'linux-arm64-musl': 'sha512-NemfeTqZ30tQDhAeumZgDYoX4ewhAHkN3dbcsyvlgb+yvpKUlcYu5Bor8K+Du5azGe3uy9sftlJxbGhTsCR7zA==',
        'darwin-x64': 'sha512-XenTNj2zXaFrnLmf47n25vChfFhlfeyaAR/vW5SFsEnLGwd2U1vDUY97+5etHBZu3xWBnlK8HhBVxzRi9YTUDw==',
        'darwin-arm64': 'sha512-rgzAjrRJJsIdZXGF9CCFFbURxKuJNobRr+krV3dNmqNJWIws74rLD0CABe4+nXlx/9WwRECTrveprWB96mubqw==',
        'win32-x64': 'sha512-P3aamhGb7lZUsgj6kQzdZAKh3fNFoXvawxZFuUz+pC5HVLwEtX5eWgO6kpxzT9+qfHaPhoepZ9KU8K1sz3b2yw==',
        'win32-arm64': 'sha512-UBG8oi9gyi2hBGrKYkNfXSAqEyC3wJ2CsmSfQw8XLNWM/GOlUWAqELJOW9eBaAlWsusvwhHKtiQeS0UEQ+skxQ==',
    },
    sha256: {
        'linux-x64': 'f390eaa0814e6a1bff74cbb47acb74cb9c89d30ced809fe0af5af00c7bfe8ebb',
        'linux-arm64': '6016f90cac783e367fb1aa97c768a2efb94a0128a5b46b70fb3d8fcbbd9dd444',
        'linux-x64-musl': '510d57bbf077b49288b9f3b53b11324048f4c2da5dcb980563be82534980d621',
        'linux-arm64-musl': '986b83557cbd428273c37f35fc08a44fc786077deeb391660884833bc581348a',
        'darwin-x64': 'bbed99bb8a39bb3f94389c5c99d3d02cb75f3f983b5d1bc40b1b0d1efca84713',
        'darwin-arm64': 'f7c5093b9dd6560d08af28bc27b123fb55091deae3180ac39df199522da86815',
        'win32-x64': 'fa797c1bc7d4a3511da42622bae53a2b7f1276ae328c668f2bfef44635301caa',
        'win32-arm64': '782519c6241a2bedfd4c0d225d59d5095b895037ae7cd2a14a12f5bc5dcba1c3',
    },
};

;// CONCATENATED MODULE: ./lib/claude/install.js








/**
 * Finds or installs Claude Code: the executable at `settings.path`; the tool cache, with no network request; the Actions
 * cache; or the npm package of this platform, checked against its sha512. Throws the failures of the install group,
 * `network-unreachable`, and `input-invalid` when no registry is known.
 */
async function installClaude(settings, world) {
    if (settings.path !== undefined) {
        world.log.info(`Claude Code at ${settings.path}`);
        return { path: settings.path, version: undefined, cacheHit: 'none', packageName: undefined };
    }
    const target = platformPackage(world.runner);
    const want = { target, version: settings.version ?? RELEASE.version, cache: settings.cache };
    const cached = want.version === 'latest' ? {} : await fromCaches(toolOf(target, want.version), want, world);
    if (cached.claude !== undefined)
        return cached.claude;
    return install({ ...want, keyFor: cached.keyFor }, { registry: await registryFor(target, settings, world), world });
}
/**
 * Asks an executable that was already there for its version, which takes 25 ms; in a run, its first event tells it for
 * nothing. Throws `input-invalid` when it is not Claude Code.
 */
async function askVersion(path, { processes }) {
    const { code, stdout, stderr } = await processes.capture(path, ['--version'], { timeoutMs: 30_000 });
    const version = /^(\d+\.\d+\.\d+\S*)/.exec(stdout.trim())?.[1];
    if (code === 0 && version !== undefined)
        return version;
    throw new errors/* Failure */.HR('input-invalid', {
        message: `claude-code-path: \`${path} --version\` did not name a version of Claude Code. ${(stderr || stdout).trim().slice(0, 500)}`,
        hint: 'Give the absolute path of a Claude Code executable, or leave `claude-code-path` out to have it installed.',
    });
}
/** Claude Code from the tool cache or the Actions cache, or else the key it can be saved under in the latter. */
async function fromCaches(tool, { target, cache }, world) {
    if (!cache)
        return {};
    const { version } = tool;
    const found = (cacheHit, directory) => ({
        claude: { path: (0,external_node_path_.join)(directory, tool.executable), version, cacheHit, packageName: target.name },
    });
    const there = await world.toolCache.find(tool);
    if (there !== undefined && 'directory' in there) {
        world.log.info(`Claude Code ${version} from the tool cache: ${there.directory}`);
        return found('tool-cache', there.directory);
    }
    if (there !== undefined)
        world.log.warning(`Claude Code ${version} in the tool cache is refused, and replaced: ${there.refused}.`);
    const { directory, keyFor } = await (0,install_cache/* fromActionsCache */.U)(tool, target.platform, world);
    return directory === undefined ? { keyFor } : found('actions-cache', directory);
}
async function install(wanted, source) {
    const { target, version: asked, cache } = wanted;
    const { registry, world } = source;
    let version = asked;
    let { keyFor } = wanted;
    try {
        const release = await releaseFor(target, asked, source);
        version = release.version;
        const tool = { ...toolOf(target, version), integrity: release.integrity };
        if (asked === 'latest') {
            world.log.info(`Claude Code latest is ${version}`);
            const cached = await fromCaches(tool, wanted, world);
            if (cached.claude !== undefined)
                return cached.claude;
            keyFor = cached.keyFor;
        }
        world.log.info(`Installing Claude Code ${version} for ${target.platform} from ${registry.url} (about 175 MB)`);
        let sha256 = '';
        const fill = async (directory) => (sha256 = await download(release, { ...source, directory, tool }));
        const directory = await (cache ? world.toolCache.add(tool, fill) : world.toolCache.addForJob(tool, fill));
        const path = (0,external_node_path_.join)(directory, target.executable);
        const toSave = keyFor && { key: keyFor(sha256), path, sha256 };
        return { path, version, cacheHit: 'none', packageName: target.name, ...(toSave && { toSave }) };
    }
    catch (error) {
        const published = isNotFound(error) ? await publishedVersions(target.name, source) : [];
        throw installFailure(error, { name: target.name, version, published });
    }
}
async function registryFor(target, settings, world) {
    const registry = await world.registry.address(target.name, settings.registryUrl);
    if (registry !== undefined)
        return registry;
    throw new errors/* Failure */.HR('input-invalid', {
        message: 'registry-url is empty, and neither npm nor an .npmrc on this runner names a registry to install Claude Code from.',
        hint: 'Add `registry-url: https://...` with the address of an npm registry, install npm on the runner, or name an executable that is already there with `claude-code-path`.',
    });
}
/** The version this release was tested with needs no question: its digests are recorded, its address follows npm's convention. */
async function releaseFor(target, asked, { registry, world }) {
    const { name } = target;
    const { integrity } = toolOf(target, asked);
    if (integrity === undefined) {
        const published = await startAttempts(world).run(() => world.registry.version(registry, name, asked));
        return { ...published, integrity: toolOf(target, published.version).integrity ?? published.integrity };
    }
    const file = `${name.slice(name.indexOf('/') + 1)}-${asked}.tgz`;
    return { name, version: asked, integrity, tarball: `${registry.url}/${name}/-/${file}` };
}
/** Resolves with the sha256 of the executable: that of the release table is proven with the tarball, and not reckoned again. */
async function download(release, into) {
    const { registry, world, directory, tool } = into;
    const started = world.clock.now();
    const attempts = startAttempts(world);
    const digest = tool.sha256 === undefined;
    const unpack = (tarball) => attempts.run(() => {
        const options = {
            directory,
            executable: tool.executable,
            digest,
            recover: attempts.recover,
            onProgress: progressLines(world),
        };
        return world.registry.unpack(registry, { ...release, tarball }, options);
    });
    const { bytes, sha256 } = await unpack(release.tarball).catch(async (error) => {
        // Not every registry keeps tarballs where npm's convention has them; its metadata knows better.
        if (!isNotFound(error))
            throw error;
        const ask = () => world.registry.version(registry, release.name, release.version);
        const published = await startAttempts(world).run(ask);
        if (published.tarball === release.tarball)
            throw error;
        return unpack(published.tarball);
    });
    const elapsed = world.clock.now() - started;
    world.log.info(`${megabytes(bytes)} MB in ${(elapsed / 1000).toFixed(1)} s, ${speed(bytes, elapsed)}, sha512 checked`);
    return tool.sha256 ?? sha256 ?? '';
}
/** Only to name them in a failure: what the registry cannot tell is left out. */
function publishedVersions(name, { registry, world }) {
    return world.registry.versions(registry, name).catch(() => []);
}
/** With the digests that this project records for the version it was tested with. */
function toolOf({ platform, arch, executable }, version) {
    const tested = version === RELEASE.version;
    return {
        ...{ name: 'claude-code', version, arch, executable },
        integrity: tested ? RELEASE.integrity[platform] : undefined,
        sha256: tested ? RELEASE.sha256[platform] : undefined,
    };
}
const isNotFound = (error) => error instanceof errors/* ServiceError */._7 && error.status === 404;

// EXTERNAL MODULE: ./lib/claude/agent-lines.js
var agent_lines = __webpack_require__(17105);
;// CONCATENATED MODULE: ./lib/claude/isolation-advice.js
/** An obstacle in words, and what to do about it. */
function notIsolated(obstacle) {
    if (obstacle.kind === 'platform')
        return {
            why: 'bubblewrap is for Linux only.',
            fix: 'Run the job on a Linux runner, such as:\n  runs-on: ubuntu-24.04',
        };
    const steps = [...(obstacle.kind === 'missing' ? [INSTALL] : []), ...(obstacle.isForbidden ? [ALLOW] : [])];
    const why = obstacle.kind === 'missing'
        ? 'bubblewrap (bwrap) is not on this runner.'
        : `bubblewrap does not work on this runner: "${obstacle.words}".`;
    return { why, fix: steps.length > 0 ? `In a step before this one:\n${steps.join('\n')}` : NAMESPACES };
}
const INSTALL = '  - run: sudo apt-get update && sudo apt-get install --yes bubblewrap';
const ALLOW = '  - run: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0';
const NAMESPACES = [
    'It takes user namespaces (sysctl user.max_user_namespaces, on Debian also kernel.unprivileged_userns_clone). A job in a',
    'container lacks them unless Docker grants them; run it without `container:`, or accept that the container is the wall.',
].join('\n');

;// CONCATENATED MODULE: ./lib/claude/isolation.js




/**
 * Puts bubblewrap (https://github.com/containers/bubblewrap) around the agent: a process namespace of its own, so that
 * neither Claude Code nor its commands see the environment of other processes of the job (`/proc/<pid>/environ` keeps the
 * runner's tokens and the inputs), and so that what it started ends with it; and a file system that is the machine's own but
 * for what would change later steps. Tries it first, which takes 10 ms. Throws a Failure when it is `required` and does not
 * work here.
 */
async function isolationFor(setting, place, world) {
    const open = { wrap: (command) => command, note: undefined };
    if (setting === 'off')
        return open;
    const args = [...isolation_NAMESPACES, ...(await coverings(place, world))];
    const obstacle = await obstacleTo(args, place.searchPath, world);
    if (obstacle === undefined)
        return { wrap: (command) => inside(args, command), note: ISOLATED };
    const { why, fix } = notIsolated(obstacle);
    if (setting === 'auto')
        return { ...open, note: `isolation: ${why} ${EXPOSED}\n${fix}` };
    throw new errors/* Failure */.HR('platform-unsupported', {
        message: `isolation: required, but ${why}`,
        hint: `${fix}\nOr let the agent run without it:\n  isolation: auto`,
    });
}
const BUBBLEWRAP = 'bwrap';
/**
 * `--die-with-parent` ends everything in it with the action, `--new-session` keeps it from the action's terminal. Where the
 * job runs as root, bubblewrap leaves it all capabilities; with this one it could take the coverings off again.
 */
const isolation_NAMESPACES = [
    ...['--unshare-pid', '--unshare-ipc', '--die-with-parent', '--new-session', '--cap-drop', 'CAP_SYS_ADMIN'],
    ...['--dev-bind', '/', '/', '--proc', '/proc'],
];
const ISOLATED = 'isolation: the agent runs in bubblewrap, where it sees no other process of this job.';
const EXPOSED = 'So commands of the agent can read what other processes of this job have in their environment, such as the runner’s tokens and the inputs, and can change what later steps do.';
/**
 * The files with which a step talks to the runner (`GITHUB_ENV` and the like) and the run's own records are covered; the code
 * of actions, whose post steps are still to come, is read-only. Only what is there: bubblewrap would make the rest.
 */
async function coverings({ own, transcript }, { files, runner }) {
    const isThere = async (path) => (await files.kind(path)) === 'directory';
    const covered = [(0,external_node_path_.join)(runner.temp, '_runner_file_commands'), own, transcript];
    const actions = (0,external_node_path_.join)((0,external_node_path_.dirname)(runner.temp), '_actions');
    const each = [
        ...covered.map((path) => ({ path, args: ['--tmpfs', path] })),
        { path: actions, args: ['--ro-bind', actions, actions] },
    ];
    const found = await Promise.all(each.map(async ({ path, args }) => ((await isThere(path)) ? args : [])));
    return found.flat();
}
async function obstacleTo(args, searchPath, { processes, clock, files, runner }) {
    if (runner.platform !== 'linux')
        return { kind: 'platform' };
    const command = { file: BUBBLEWRAP, args: [...args, '--', 'true'], cwd: '/', env: { PATH: searchPath }, stdin: '' };
    const { code, spawnError, words } = await endOf(processes.start(command), clock);
    if (code === 0)
        return undefined;
    const isForbidden = (await files.read(APPARMOR_SWITCH).catch(() => undefined))?.trim() === '1';
    if (spawnError?.includes('ENOENT'))
        return { kind: 'missing', isForbidden };
    return { kind: 'failed', isForbidden, words: spawnError ?? words };
}
/** How it ended, and what it said of it. */
async function endOf(trial, clock) {
    const over = new AbortController();
    const tooLong = clock.sleep(LONGEST_MS, over.signal).then(async () => {
        if (!over.signal.aborted)
            await trial.killTree();
    });
    const words = [];
    for await (const line of (0,agent_lines/* linesOf */.D)(trial.stderr))
        words.push(line);
    const ended = await trial.ended;
    over.abort();
    await tooLong;
    return { ...ended, words: words.join('\n') || `no end within ${LONGEST_MS} ms` };
}
const LONGEST_MS = 5_000;
/** Ubuntu 23.10 and later (https://ubuntu.com/blog/ubuntu-23-10-restricted-unprivileged-user-namespaces). */
const APPARMOR_SWITCH = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
function inside(args, command) {
    return { ...command, file: BUBBLEWRAP, args: [...args, '--', command.file, ...command.args], namespaced: true };
}

// EXTERNAL MODULE: ./lib/run-context.js + 2 modules
var run_context = __webpack_require__(91766);
// EXTERNAL MODULE: ./lib/ports/machine.js
var machine = __webpack_require__(79337);
;// CONCATENATED MODULE: ./lib/bedrock/environment-allowed.js
/** Names of variables that programs and build tools need and that hold no secret of the job. Nothing else is inherited. */
const ALLOWED = new Set([
    // Any program.
    'PATH HOME USER LOGNAME SHELL LANG LANGUAGE TERM COLORTERM NO_COLOR FORCE_COLOR TZ TMPDIR TEMP TMP DEBIAN_FRONTEND',
    'XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_RUNTIME_DIR LD_LIBRARY_PATH PKG_CONFIG_PATH',
    'EDITOR PAGER GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL',
    // The way out of a private network.
    'HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY http_proxy https_proxy no_proxy all_proxy',
    'NODE_EXTRA_CA_CERTS NODE_USE_SYSTEM_CA SSL_CERT_FILE SSL_CERT_DIR REQUESTS_CA_BUNDLE CURL_CA_BUNDLE PIP_CERT',
    'GIT_SSL_CAINFO AWS_CA_BUNDLE',
    // Windows.
    'SystemRoot SystemDrive windir ComSpec PATHEXT OS APPDATA LOCALAPPDATA ProgramData ALLUSERSPROFILE PUBLIC',
    'ProgramFiles ProgramFiles(x86) ProgramW6432 CommonProgramFiles CommonProgramFiles(x86) CommonProgramW6432',
    'USERPROFILE USERNAME USERDOMAIN HOMEDRIVE HOMEPATH COMPUTERNAME NUMBER_OF_PROCESSORS PROCESSOR_ARCHITECTURE',
    'PSModulePath CLAUDE_CODE_GIT_BASH_PATH',
    // Where runner images and set-up actions put language tools.
    'GOPATH GOBIN GOCACHE GOMODCACHE GOTOOLCHAIN GOFLAGS CARGO_HOME RUSTUP_HOME RUSTUP_TOOLCHAIN CARGO_TERM_COLOR',
    'pythonLocation Python_ROOT_DIR Python2_ROOT_DIR Python3_ROOT_DIR VIRTUAL_ENV CONDA PYENV_ROOT PIPX_HOME PIPX_BIN_DIR',
    'NVM_DIR PNPM_HOME VOLTA_HOME COREPACK_HOME BUN_INSTALL DENO_DIR NPM_CONFIG_USERCONFIG PLAYWRIGHT_BROWSERS_PATH',
    'M2_HOME MAVEN_HOME GRADLE_HOME GRADLE_USER_HOME ANT_HOME KOTLIN_HOME SBT_HOME LEIN_HOME LEIN_JAR',
    'ANDROID_HOME ANDROID_SDK_ROOT ANDROID_NDK ANDROID_NDK_HOME ANDROID_NDK_ROOT ANDROID_NDK_LATEST_HOME',
    'DOTNET_ROOT DOTNET_CLI_HOME DOTNET_NOLOGO DOTNET_MULTILEVEL_LOOKUP DOTNET_SKIP_FIRST_TIME_EXPERIENCE NUGET_PACKAGES',
    'SWIFT_PATH GHCUP_INSTALL_BASE_PREFIX VCPKG_INSTALLATION_ROOT DEVELOPER_DIR HOMEBREW_PREFIX HOMEBREW_CELLAR',
    'HOMEBREW_REPOSITORY CHROME_BIN CHROMEWEBDRIVER EDGEWEBDRIVER GECKOWEBDRIVER SELENIUM_JAR_PATH',
    // What the job is, without what it may do.
    'CI GITHUB_ACTIONS GITHUB_ACTOR GITHUB_ACTOR_ID GITHUB_TRIGGERING_ACTOR GITHUB_API_URL GITHUB_GRAPHQL_URL',
    'GITHUB_SERVER_URL GITHUB_BASE_REF GITHUB_HEAD_REF GITHUB_REF GITHUB_REF_NAME GITHUB_REF_PROTECTED GITHUB_REF_TYPE',
    'GITHUB_EVENT_NAME GITHUB_EVENT_PATH GITHUB_REPOSITORY GITHUB_REPOSITORY_ID GITHUB_REPOSITORY_OWNER',
    'GITHUB_REPOSITORY_OWNER_ID GITHUB_JOB GITHUB_RUN_ID GITHUB_RUN_NUMBER GITHUB_RUN_ATTEMPT GITHUB_RETENTION_DAYS',
    'GITHUB_SHA GITHUB_WORKFLOW GITHUB_WORKFLOW_REF GITHUB_WORKFLOW_SHA GITHUB_WORKSPACE',
    // RUNNER_TRACKING_ID is how the runner finds what a job left running.
    'RUNNER_OS RUNNER_ARCH RUNNER_NAME RUNNER_ENVIRONMENT RUNNER_TEMP RUNNER_TOOL_CACHE RUNNER_DEBUG RUNNER_TRACKING_ID',
    'AGENT_TOOLSDIRECTORY ImageOS ImageVersion',
    // Where AWS is, for private endpoints.
    'ANTHROPIC_BEDROCK_BASE_URL AWS_ENDPOINT_URL_STS AWS_ENDPOINT_URL_BEDROCK AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
].flatMap((line) => line.split(' ')));
/** Families of names: `LC_ALL`, `JAVA_HOME_21_X64`, `GOROOT_1_26_X64`, `XCODE_26_DEVELOPER_DIR`. */
const ALLOWED_FAMILY = /^(LC_[A-Z]+|(JAVA_HOME|GOROOT)(_\w+)?|XCODE_\w+_DEVELOPER_DIR)$/;
/** With these a command can act as the job, change its later steps, or read the action's inputs. */
const RUNNERS_OWN = /^(ACTIONS_.*|INPUT_.*|STATE_.*|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/i;
const ALLOWED_ON_WINDOWS = new Set([...ALLOWED].map((name) => name.toUpperCase()));
/** Whether the agent inherits the variable `name`; Windows does not tell upper case from lower. */
function isInherited(name, platform) {
    const known = platform === 'win32' ? ALLOWED_ON_WINDOWS.has(name.toUpperCase()) : ALLOWED.has(name);
    return known || ALLOWED_FAMILY.test(name);
}
/** Whether `name` is the runner's own, which the agent never gets, not even when it is asked for. */
const isRunnersOwn = (name) => RUNNERS_OWN.test(name);

;// CONCATENATED MODULE: ./lib/inputs/partition.js
/** Which regions belong to a partition other than `aws`, as the AWS SDK has it (`partitions.js` of `@aws-sdk/core`). */
const PARTITIONS = [
    ['cn-', 'aws-cn'],
    ['us-gov-', 'aws-us-gov'],
    ['us-iso-', 'aws-iso'],
    ['us-isob-', 'aws-iso-b'],
    ['eu-isoe-', 'aws-iso-e'],
    ['us-isof-', 'aws-iso-f'],
    ['eusc-', 'aws-eusc'],
];
/** The partition of a region, as ARNs name it: `aws-cn` for `cn-north-1`. */
function partitionOf(region) {
    return PARTITIONS.find(([start]) => region.startsWith(start))?.[1] ?? 'aws';
}

;// CONCATENATED MODULE: ./lib/bedrock/models.js

/**
 * Takes apart a model id, an inference profile id, or the ARN of a foundation model or of an inference profile, system
 * defined or application; Claude Code's suffix `[1m]` is dropped. Never throws.
 */
function parseModel(reference) {
    const id = reference.trim().replace(/\[1m\]$/i, '');
    const arn = /^arn:[\w-]+:bedrock:([\w-]*):(\d*):([\w-]+)\/(.+)$/.exec(id);
    if (arn === null)
        return { ...parseId(id), id };
    const [, region = '', account = '', resource = '', name = ''] = arn;
    const place = { ...(region && { region }), ...(account && { account }) };
    if (resource === 'application-inference-profile')
        return { kind: resource, id, ...place };
    const named = parseId(name);
    return named.kind === resource ? { ...named, id, ...place } : { kind: 'other', id, ...place };
}
function parseId(id) {
    const [, prefix, modelId] = /^(?:([a-z]+(?:-[a-z]+)?)\.)?(anthropic\.[\w.:-]+)$/.exec(id) ?? [];
    if (modelId === undefined)
        return { kind: 'other', id };
    return prefix === undefined
        ? { kind: 'foundation-model', id, modelId }
        : { kind: 'inference-profile', id, prefix, modelId };
}
/** What the host names of a region's services end in, without a leading dot, as the AWS SDK's partitions have it (3.1164.0). */
function dnsSuffixOf(region) {
    const suffixes = new Map([
        ['aws-cn', 'amazonaws.com.cn'],
        ['aws-eusc', 'amazonaws.eu'],
        ['aws-iso', 'c2s.ic.gov'],
        ['aws-iso-b', 'sc2s.sgov.gov'],
        ['aws-iso-e', 'cloud.adc-e.uk'],
        ['aws-iso-f', 'csp.hci.ic.gov'],
    ]);
    return suffixes.get(partitionOf(region)) ?? 'amazonaws.com';
}
/** A Claude model's name as Service Quotas writes it: `Claude Sonnet 4.6`, `Claude 3.7 Sonnet`; undefined for others. */
function modelName(modelId) {
    const words = /^anthropic\.claude-(.+?)(?:-\d{8})?(?:-v\d+)?(?::\d+)?$/.exec(modelId)?.[1];
    if (words === undefined)
        return undefined;
    const spaced = words.replaceAll(/(\d)-(?=\d)/g, '$1.').split('-');
    return ['Claude', ...spaced.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join(' ');
}

;// CONCATENATED MODULE: ./lib/bedrock/environment.js



/**
 * The environment that Claude Code and its commands run in: what programs need of the action's own, the names that the user
 * gave, and Bedrock's variables (https://code.claude.com/docs/en/amazon-bedrock). The runner's tokens and command files,
 * the action's inputs, and credentials that would take the place of this run's own are never in it.
 */
function agentEnvironment(request) {
    const { inherited, names, bedrock, access, platform } = request;
    const own = defined({
        ...bedrockVariables(bedrock),
        // The agent acts as this run or as nobody, never as the machine it runs on.
        AWS_EC2_METADATA_DISABLED: 'true',
        ...accessVariables(access),
        ANTHROPIC_BEDROCK_BASE_URL: baseUrl(inherited),
        CLAUDE_CONFIG_DIR: request.configDirectory,
        [machine/* RUN_MARKER */.x]: request.run,
    });
    const canonical = (name) => (platform === 'win32' ? name.toUpperCase() : name);
    const named = new Set(names.map(canonical));
    const barred = new Set([...Object.keys(own), ...REPLACING].map(canonical));
    const kept = Object.entries(inherited).filter(([name]) => (isInherited(name, platform) || named.has(canonical(name))) &&
        !barred.has(canonical(name)) &&
        !isRunnersOwn(name));
    return { variables: { ...defined(Object.fromEntries(kept)), ...own }, withheld: withheldLines(request, named) };
}
/**
 * The variables that set-up mode exports to later steps, credentials included. A bearer key or session token that an
 * earlier step left is set to nothing, since it would beat the keys or make them invalid.
 */
function exportedEnvironment(request) {
    const { inherited, bedrock, session } = request;
    const stale = ['AWS_BEARER_TOKEN_BEDROCK', 'AWS_SESSION_TOKEN'].filter((name) => inherited[name]);
    const cleared = session.kind === 'keys' ? Object.fromEntries(stale.map((name) => [name, ''])) : {};
    const own = { ...bedrockVariables(bedrock), ...credentialVariables(session) };
    return { ...cleared, ...defined({ ...own, ANTHROPIC_BEDROCK_BASE_URL: baseUrl(inherited) }) };
}
/** Claude Code does not look at the AWS SDK's own variable for the runtime's endpoint (measured with 2.1.330). */
const baseUrl = (env) => env.ANTHROPIC_BEDROCK_BASE_URL || env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME;
function bedrockVariables({ region, model, smallFastModel, ...bedrock }) {
    // A name of Claude Code's own, such as `opus`, must not stand for itself: Bedrock would be asked for it by that name.
    const pinned = model !== undefined && parseModel(model).kind !== 'other' ? model : undefined;
    return {
        CLAUDE_CODE_USE_BEDROCK: '1',
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        ANTHROPIC_MODEL: model,
        // The names `opus`, `sonnet` and `fable` mean this model too, or subagents would call models that nobody chose.
        // Claude Code 2.1.330 still tries its own default of each family once, unless the pin is of that family or an ARN.
        ANTHROPIC_DEFAULT_OPUS_MODEL: pinned,
        ANTHROPIC_DEFAULT_SONNET_MODEL: pinned,
        ANTHROPIC_DEFAULT_FABLE_MODEL: pinned,
        ANTHROPIC_DEFAULT_HAIKU_MODEL: smallFastModel,
        ANTHROPIC_SMALL_FAST_MODEL: smallFastModel,
        ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION: bedrock.smallFastModelRegion,
        CLAUDE_CODE_MAX_OUTPUT_TOKENS: String(bedrock.maxOutputTokens),
        MAX_THINKING_TOKENS: String(bedrock.maxThinkingTokens),
        DISABLE_PROMPT_CACHING: bedrock.disablePromptCaching ? '1' : undefined,
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
        DISABLE_AUTOUPDATER: '1',
    };
}
function accessVariables(access) {
    if (access.kind === 'gateway')
        return {};
    return access.kind === 'served' ? access.environment : credentialVariables(access);
}
function credentialVariables(session) {
    if (session.kind === 'bearer')
        return { AWS_BEARER_TOKEN_BEDROCK: session.key };
    const { accessKeyId, secretAccessKey, sessionToken } = session.keys;
    return {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_SESSION_TOKEN: sessionToken,
    };
}
/** Beside access keys these win in the AWS SDK or in Claude Code, so the agent gets them only as this run's own. */
const REPLACING = [
    'AWS_BEARER_TOKEN_BEDROCK',
    'AWS_PROFILE',
    'AWS_DEFAULT_PROFILE',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
];
/** Credentials whose absence may surprise; keys that this run signed in with, or replaced, do not. */
const TOLD = ['AWS_BEARER_TOKEN_BEDROCK', 'AWS_PROFILE', 'ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'];
const BECAUSE = {
    oidc: 'role-to-assume was given',
    'role-chaining': 'role-to-assume was given',
    'bedrock-api-key': 'a Bedrock API key authorizes its calls',
    profile: 'an AWS profile signs its calls',
    'default-chain': 'the AWS keys that were found sign its calls',
};
function withheldLines({ inherited, source }, named) {
    const ours = source === 'bedrock-api-key' ? 'AWS_BEARER_TOKEN_BEDROCK' : source === 'profile' ? 'AWS_PROFILE' : undefined;
    return TOLD.filter((name) => inherited[name] && name !== ours)
        .filter((name) => !named.has(name) || REPLACING.includes(name))
        .map((name) => `${name} is set in the environment; it is kept from the agent because ${BECAUSE[source]}.`);
}
const defined = (variables) => Object.fromEntries(Object.entries(variables).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])));

;// CONCATENATED MODULE: ./lib/steps/export-environment.js


/** The steps after this one find `claude` on the path, and Bedrock's environment with real credentials; post clears it. */
async function exportToLaterSteps(setUp, context, world) {
    const session = await (await setUp.readyPromise).current();
    const variables = exportedEnvironment({ inherited: setUp.env, bedrock: setUp.settings.bedrock, session });
    context.saveState({ exported: Object.keys(variables) });
    for (const [name, value] of Object.entries(variables))
        world.job.exportVariable(name, value);
    world.job.addPath((0,external_node_path_.dirname)(setUp.executable));
    const until = session.kind === 'keys' ? session.keys.expiration : undefined;
    const last = until === undefined ? '' : ` The credentials last until ${until.toISOString()} and are not renewed.`;
    world.log.info(`Exported to later steps: ${Object.keys(variables).join(', ')}; claude is on the path.${last}`);
}

;// CONCATENATED MODULE: ./lib/inputs/check.js
/** A text that stands for `value`. */
function accepted(value) {
    return { ok: true, value };
}
/** A text that stands for nothing allowed; `must` completes a sentence that starts with the text. */
function refused(must, more = {}) {
    return { ok: false, refusal: { must, ...more } };
}

// EXTERNAL MODULE: ./node_modules/shell-quote/index.js
var shell_quote = __webpack_require__(26591);
;// CONCATENATED MODULE: ./lib/inputs/claude-args.js


/** Flags that the action passes itself, and what to use in their place (https://code.claude.com/docs/en/cli-reference). */
const OWNED = {
    '-p': '',
    '--print': '',
    '--output-format': '',
    '--input-format': '',
    '--verbose': '',
    '--model': 'model',
    '--fallback-model': 'fallback-model',
    '--max-turns': 'max-turns',
    '--max-budget-usd': 'max-budget-usd',
    '--permission-mode': 'permission-mode',
    '--dangerously-skip-permissions': 'permission-mode: bypassPermissions',
    '--allowedTools': 'allowed-tools',
    '--allowed-tools': 'allowed-tools',
    '--disallowedTools': 'disallowed-tools',
    '--disallowed-tools': 'disallowed-tools',
    '--append-system-prompt': 'append-system-prompt',
    '--resume': 'resume-session',
    '-r': 'resume-session',
    '--json-schema': 'json-schema',
    '--settings': 'settings',
    '--mcp-config': 'mcp-config',
};
/** Stands for a `$` while the text is parsed, since shell-quote would put variables in its place. */
const DOLLAR = '\uE000';
/**
 * Arguments for Claude Code, split and unquoted like a shell would, but with nothing expanded: `$X` stays as it is, and
 * what a shell would act on (`|`, `*`, `#`) is refused unless quoted. Arguments are never quoted back: they may hold secrets.
 */
const claudeArgs = (text) => {
    const unquoted = text.replaceAll(/\\[^]|'[^']*'|"(?:\\[^]|[^"\\])*"/g, '');
    if (/['"]/.test(unquoted))
        return refused('must have a closing quote for every opening one');
    const entries = (0,shell_quote.parse)(text.replaceAll(/\\\r?\n/g, '').replaceAll(/\\[^]|\$/g, (part) => (part === '$' ? DOLLAR : part)));
    const args = [];
    for (const entry of entries) {
        if (typeof entry !== 'string')
            return refused(describeShell(entry));
        args.push(entry.replaceAll(DOLLAR, '$'));
    }
    const [flag] = args.flatMap((arg) => Object.keys(OWNED).filter((owned) => arg === owned || arg.startsWith(`${owned}=`)));
    return flag === undefined ? accepted(args) : refuseOwned(flag);
};
/** shell-quote gives `{ comment }`, `{ op: 'glob' }` or the operator as `op` for what is no plain argument. */
function describeShell(entry) {
    if ('comment' in entry)
        return "must not have a comment: put an argument with # in quotes, as in '#1'";
    const operator = 'op' in entry ? String(entry.op) : '';
    const what = operator === 'glob' ? 'a pattern of file names (* or ?)' : `the shell's ${operator}`;
    return `must not have ${what}: no shell runs them, so put such an argument in quotes, as in 'Bash(git *)'`;
}
function refuseOwned(flag) {
    const input = OWNED[flag] ?? '';
    return input === ''
        ? refused(`must not have ${flag}, which the action itself passes`, {
            fix: `Remove \`${flag}\` from \`claude-args\`.`,
        })
        : refused(`must not have ${flag}, which has an input of its own`, {
            fix: `Remove \`${flag}\` from \`claude-args\`, and write \`${input.includes(':') ? input : `${input}: ...`}\` instead.`,
        });
}

;// CONCATENATED MODULE: ./lib/inputs/environment-names.js

/** Variables of the runner that the agent must never see: with them a command can act as the job or change its later steps. */
const environment_names_RUNNERS_OWN = [
    [/^ACTIONS_/i, "holds the addresses and tokens of the job's own services"],
    [/^(INPUT|STATE)_/i, 'holds the inputs and the state of this action'],
    [/^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/i, 'names a file with which a command can change later steps'],
];
/** The name of a variable that may be handed to the agent. */
const environmentName = (name) => {
    if (!/^[A-Za-z_]\w*$/.test(name))
        return refused('must be the name of an environment variable, without $ or a value');
    const own = environment_names_RUNNERS_OWN.find(([pattern]) => pattern.test(name));
    if (own === undefined)
        return accepted(name);
    return refused(`must not be handed to the agent: it ${own[1]}`, { fix: `Remove \`${name}\` from \`environment\`.` });
};

;// CONCATENATED MODULE: ./lib/inputs/scalars.js

/** Any text. */
const anyText = accepted;
/** A text that matches `pattern` as a whole; `must` says in words what that is. */
function matching(pattern, must) {
    return (text) => (pattern.test(text) ? accepted(text) : refused(must));
}
/** One of `options`, spelled as they are. */
function oneOf(options) {
    return (text) => {
        const option = options.find((each) => each === text);
        return option === undefined ? refused(`must be one of ${options.join(', ')}`) : accepted(option);
    };
}
/** A boolean as YAML 1.2's core schema spells it, as in `getBooleanInput` of `@actions/core`. */
const yesOrNo = (text) => {
    if (['true', 'True', 'TRUE'].includes(text))
        return accepted(true);
    if (['false', 'False', 'FALSE'].includes(text))
        return accepted(false);
    return refused('must be true or false');
};
/** A whole number in decimal digits, `min` to `max` (or any number upwards). */
function wholeNumber({ min, max = Infinity }) {
    const range = max === Infinity ? `${min} or more` : `${min} to ${max}`;
    return (text) => {
        const value = /^\d+$/.test(text) ? Number(text) : NaN;
        return value >= min && value <= max ? accepted(value) : refused(`must be a whole number, ${range}`);
    };
}
/** A number above zero with or without decimals, up to `max`. */
function positiveNumber({ max = Infinity } = {}) {
    const range = max === Infinity ? 'above 0' : `above 0 and at most ${max}`;
    return (text) => {
        const value = /^(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN;
        return value > 0 && value <= max ? accepted(value) : refused(`must be a number ${range}`);
    };
}
/** The text of a JSON object, kept as it is. What is wrong with it is not quoted: it may hold secrets. */
const jsonObject = (text) => {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return refused('must be a JSON object, and is not valid JSON');
    }
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? accepted(text) : refused('must be a JSON object');
};

;// CONCATENATED MODULE: ./lib/inputs/workplace.js

/** The workplace that `working-directory` names; undefined, with the problem noted, when there is no such folder. */
async function parseWorkplace(form, { workspace, files }) {
    const name = 'working-directory';
    const place = { workspace, files, directory: (0,external_node_path_.resolve)(workspace, form.text(name)) };
    if ((await files.kind(place.directory)) !== 'directory') {
        await refuseMissing(form, name, { place, must: 'must be a folder that exists, relative to the workspace' });
        return undefined;
    }
    if (!(await isInWorkspace(place, place.directory))) {
        form.refuse(name, { part: form.text(name), must: 'must be inside the workspace, links followed' });
        return undefined;
    }
    return place;
}
/** Whether an existing path is inside the workspace when links are followed. */
async function isInWorkspace({ workspace, files }, path) {
    const [root, target] = await Promise.all([files.realPath(workspace), files.realPath(path)]);
    if (root === undefined || target === undefined)
        return false;
    const way = (0,external_node_path_.relative)(root, target);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
/** Notes that a path is not there; with nothing at all in the workspace, the reason is a checkout that was forgotten. */
async function refuseMissing(form, name, { place, must }) {
    const part = form.text(name);
    const isEmpty = (await place.files.list(place.workspace)).length === 0;
    form.refuse(name, isEmpty
        ? {
            part,
            must: 'does not exist, and the workspace is empty: no step before this one checks the repository out',
            fix: 'Check the repository out before this step:\n  - uses: actions/checkout@v7',
            code: 'workspace-missing',
        }
        : { part, must });
}

;// CONCATENATED MODULE: ./lib/inputs/json-or-file.js



/** An input that is a JSON object, as its text, or a file, as its absolute path; undefined without one, or with a problem noted. */
async function parseJsonOrFile(form, name, place) {
    const text = form.text(name);
    if (text.startsWith('{')) {
        const json = form.optional(name, jsonObject);
        return json === undefined ? undefined : { json };
    }
    if (text === '' || place === undefined)
        return undefined;
    const path = (0,external_node_path_.resolve)(place.directory, text);
    if ((await place.files.kind(path)) === 'file')
        return { path };
    const must = 'must be a JSON object, or a file that exists, relative to working-directory';
    await refuseMissing(form, name, { place, must });
    return undefined;
}
/** The same, with the text of the file in place of its path; the file must hold a JSON object. */
async function parseJsonText(form, name, place) {
    const found = await parseJsonOrFile(form, name, place);
    if (found === undefined || 'json' in found)
        return found?.json;
    const checked = jsonObject((await place?.files.read(found.path)) ?? '');
    if (checked.ok)
        return checked.value;
    form.refuse(name, { ...checked.refusal, part: form.text(name) });
    return undefined;
}

;// CONCATENATED MODULE: ./lib/inputs/lists.js

/** Items separated by lines or commas; empty ones are dropped. */
function splitList(text) {
    return trimmed(text.split(/[\n,]/));
}
/** Rules for tools separated by lines or commas; a comma inside parentheses belongs to the rule: `Bash(echo a, b)`. */
function splitToolRules(text) {
    return trimmed(text.split('\n').flatMap(splitOutsideParentheses));
}
/** A list, each item of which passes `check`; the first that does not is the one named. */
function listOf(check) {
    return (text) => {
        const values = [];
        for (const item of splitList(text)) {
            const checked = check(item);
            if (!checked.ok)
                return { ok: false, refusal: { part: item, ...checked.refusal } };
            values.push(checked.value);
        }
        return accepted(values);
    };
}
function splitOutsideParentheses(line) {
    const items = [];
    let item = '';
    let depth = 0;
    for (const character of line) {
        if (character === '(')
            depth += 1;
        if (character === ')')
            depth = Math.max(0, depth - 1);
        if (character === ',' && depth === 0) {
            items.push(item);
            item = '';
        }
        else {
            item += character;
        }
    }
    return [...items, item];
}
function trimmed(items) {
    return items.map((item) => item.trim()).filter((item) => item !== '');
}

;// CONCATENATED MODULE: ./lib/inputs/region.js

/** The shape of a region's name; whether Bedrock serves it is not known here. */
const regionName = matching(/^[a-z]{2,}(-[a-z]+)+-\d+$/, 'must be the name of an AWS region, such as us-east-1');
/** The region of every call; empty, with a problem noted, when there is none. */
function parseRegion(form) {
    if (form.text('aws-region') === '') {
        form.refuse('aws-region', {
            must: 'must be given, since neither AWS_REGION nor AWS_DEFAULT_REGION is set (the region of an AWS profile is not used)',
            code: 'region-missing',
        });
    }
    return form.required('aws-region', regionName, '');
}

;// CONCATENATED MODULE: ./lib/inputs/models.js





/** The models and limits, in `region` (empty when it is missing or was refused). */
function parseBedrock(form, region) {
    const smallRegion = form.optional('small-fast-model-region', regionName) ?? region;
    return {
        region,
        model: form.optional('model', modelIn(region, 'aws-region')),
        smallFastModel: form.optional('small-fast-model', modelIn(smallRegion, 'small-fast-model-region')),
        smallFastModelRegion: smallRegion,
        ...parseLimits(form),
        disablePromptCaching: parseDisablePromptCaching(form),
    };
}
/** `fallback-model` as Claude Code takes it: models separated by commas. */
function parseFallbackModel(form, region) {
    return form.optional('fallback-model', listOf(modelIn(region, 'aws-region')))?.join(',');
}
/** The least that Bedrock counts of `max_tokens`, by the guide (https://anthropic.mintlify.app/en/docs/claude-code/amazon-bedrock). */
const LEAST_COUNTED = 4096;
function parseLimits(form) {
    const maxOutputTokens = form.required('max-output-tokens', wholeNumber({ min: 1, max: 1_000_000 }), NaN);
    const maxThinkingTokens = form.required('max-thinking-tokens', wholeNumber({ min: 0 }), NaN);
    if (maxThinkingTokens >= maxOutputTokens) {
        form.refuse('max-thinking-tokens', {
            part: String(maxThinkingTokens),
            must: `must be below max-output-tokens, which is ${maxOutputTokens}: thinking is part of the output`,
            fix: `Raise \`max-output-tokens\` above ${maxThinkingTokens}, or write \`max-thinking-tokens: 0\`.`,
        });
    }
    if (maxOutputTokens < LEAST_COUNTED) {
        form.warn(`max-output-tokens is ${maxOutputTokens}: Bedrock's burndown throttling logic counts at least ${LEAST_COUNTED} tokens of each call, ` +
            'so a lower value saves no quota, but may cut off long tool calls and make the agent loop fail persistently.');
    }
    return { maxOutputTokens, maxThinkingTokens };
}
/** The input is a boolean; the variable is on unless it is empty, `0` or `false`. */
function parseDisablePromptCaching(form) {
    const name = 'disable-prompt-caching';
    return form.isGiven(name)
        ? form.required(name, yesOrNo, false)
        : !['0', 'false'].includes(form.text(name).toLowerCase());
}
const oneWord = matching(/^\S+$/, 'must be a model id, an inference profile id or an ARN, without white space');
/** A model id, or the ARN of a model or profile of Bedrock in the region that `input` names. */
function modelIn(region, input) {
    return (text) => {
        if (!text.startsWith('arn:'))
            return oneWord(text);
        const [, partition, place = ''] = /^arn:(aws[a-z-]*):bedrock:([a-z\d-]+):\d{0,12}:[\w-]+\/\S+$/.exec(text) ?? [];
        if (partition === undefined) {
            return refused('must be the ARN of a Bedrock model or inference profile, arn:aws:bedrock:<region>:<account id>:...');
        }
        if (partition !== partitionOf(place)) {
            return refused(`must be in the partition ${partitionOf(place)}, the one of the region ${place}`);
        }
        if (region === '' || place === region)
            return accepted(text);
        const fix = `Write \`${input}: ${place}\`, or give a model of ${region}.`;
        return refused(`must be in ${region}, the ${input}, but is in ${place}`, { fix });
    };
}

;// CONCATENATED MODULE: ./lib/inputs/settings.js
// The one typed object that the inputs become. Each room takes its own slice.
/** The modes Claude Code knows; see its documentation of permission modes. */
const PERMISSION_MODES = ['plan', 'dontAsk', 'acceptEdits', 'auto', 'bypassPermissions'];

;// CONCATENATED MODULE: ./lib/inputs/agent.js








/** Node's timers count milliseconds in 31 bits (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args). */
const LONGEST_TIMEOUT_MINUTES = 35_791;
/** How the agent works; `place` is undefined when its folder was refused. */
async function parseAgent(form, { place, region, resume }) {
    const minutes = form.required('timeout-minutes', positiveNumber({ max: LONGEST_TIMEOUT_MINUTES }), NaN);
    return {
        workingDirectory: place?.directory ?? '',
        appendSystemPrompt: form.optional('append-system-prompt', anyText),
        fallbackModel: parseFallbackModel(form, region),
        allowedTools: form.required('allowed-tools', toolRules, []),
        disallowedTools: form.required('disallowed-tools', toolRules, []),
        permissionMode: form.required('permission-mode', oneOf(PERMISSION_MODES), 'dontAsk'),
        maxTurns: form.optional('max-turns', wholeNumber({ min: 1 })),
        maxBudgetUsd: form.optional('max-budget-usd', positiveNumber()),
        timeoutMs: Math.ceil(minutes * 60_000),
        jsonSchema: await parseJsonText(form, 'json-schema', place),
        settings: await textOrPath(form, 'settings', place),
        mcpConfig: await textOrPath(form, 'mcp-config', place),
        claudeArgs: form.required('claude-args', claudeArgs, []),
        environment: form.required('environment', listOf(environmentName), []),
        resume,
        isolation: form.required('isolation', oneOf(['auto', 'required', 'off']), 'auto'),
    };
}
const toolRules = (text) => accepted(splitToolRules(text));
async function textOrPath(form, name, place) {
    const found = await parseJsonOrFile(form, name, place);
    if (found === undefined)
        return undefined;
    return 'json' in found ? found.json : found.path;
}

;// CONCATENATED MODULE: ./lib/inputs/declared.js
// Written by `npm run docs` from action.yml: change it there.
/** The inputs of action.yml by name. GitHub passes an empty text, not the default, for an expression that is empty. */
const DECLARED_INPUTS = {
    'prompt': { default: '', variables: [], example: 'Review the changes of this pull request.' },
    'prompt-file': { default: '', variables: [], example: '.github/prompts/review.md' },
    'append-system-prompt': { default: '', variables: [], example: 'Answer in English.' },
    'working-directory': { default: '.', variables: [], example: 'packages/server' },
    'aws-region': { default: '', variables: ['AWS_REGION', 'AWS_DEFAULT_REGION'], example: 'us-east-1' },
    'role-to-assume': { default: '', variables: [], example: 'arn:aws:iam::111122223333:role/claude-code' },
    'role-session-name': { default: '', variables: [], example: 'nightly-review' },
    'role-duration-seconds': { default: '3600', variables: [], example: '7200' },
    'audience': { default: 'sts.amazonaws.com', variables: [], example: 'sts.amazonaws.com' },
    'inline-session-policy': { default: '', variables: [], example: '\'{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "bedrock:InvokeModel*", "Resource": "*"}]}\'' },
    'managed-session-policies': { default: '', variables: [], example: 'arn:aws:iam::111122223333:policy/bedrock-only' },
    'role-chaining': { default: 'false', variables: [], example: 'true' },
    'allowed-account-ids': { default: '', variables: [], example: '\'111122223333\'' },
    'bedrock-api-key': { default: '', variables: [], example: '' },
    'aws-profile': { default: '', variables: [], example: 'ci' },
    'aws-auth-refresh': { default: '', variables: [], example: 'aws sso login --profile ci' },
    'aws-credential-export': { default: '', variables: [], example: 'aws configure export-credentials --profile ci' },
    'model': { default: '', variables: ['ANTHROPIC_MODEL'], example: 'us.anthropic.claude-opus-5-5' },
    'small-fast-model': { default: '', variables: ['ANTHROPIC_SMALL_FAST_MODEL'], example: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' },
    'small-fast-model-region': { default: '', variables: ['ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION'], example: 'us-west-2' },
    'fallback-model': { default: '', variables: [], example: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' },
    'max-output-tokens': { default: '4096', variables: ['CLAUDE_CODE_MAX_OUTPUT_TOKENS'], example: '16384' },
    'max-thinking-tokens': { default: '1024', variables: ['MAX_THINKING_TOKENS'], example: '1024' },
    'disable-prompt-caching': { default: 'false', variables: ['DISABLE_PROMPT_CACHING'], example: 'true' },
    'allowed-tools': { default: '', variables: [], example: 'Bash(git diff:*), Edit' },
    'disallowed-tools': { default: '', variables: [], example: 'WebFetch, WebSearch' },
    'permission-mode': { default: 'dontAsk', variables: [], example: 'acceptEdits' },
    'max-turns': { default: '', variables: [], example: '20' },
    'max-budget-usd': { default: '', variables: [], example: '2.50' },
    'timeout-minutes': { default: '30', variables: [], example: '45' },
    'json-schema': { default: '', variables: [], example: '.github/schemas/review.json' },
    'resume-session': { default: '', variables: [], example: '0b0e7a43-5d1c-4c6e-9a39-2f8f5c1d7e10' },
    'settings': { default: '', variables: [], example: '.github/claude-settings.json' },
    'mcp-config': { default: '', variables: [], example: '.github/mcp.json' },
    'claude-args': { default: '', variables: [], example: '--add-dir ../docs --effort high' },
    'environment': { default: '', variables: [], example: 'NODE_ENV, TZ' },
    'isolation': { default: 'auto', variables: [], example: 'required' },
    'claude-code-version': { default: '', variables: [], example: '2.1.330' },
    'claude-code-path': { default: '', variables: [], example: '/usr/local/bin/claude' },
    'registry-url': { default: '', variables: [], example: 'https://npm.example.com/mirror' },
    'cache': { default: 'true', variables: [], example: 'false' },
    'credentials': { default: 'gateway', variables: [], example: 'environment' },
    'export-environment': { default: 'auto', variables: [], example: 'true' },
    'preflight': { default: 'true', variables: [], example: 'only' },
    'upload-transcript': { default: 'always', variables: [], example: 'on-failure' },
    'artifact-name': { default: '', variables: [], example: 'review-transcript' },
    'retention-days': { default: '', variables: [], example: '7' },
    'redact': { default: '', variables: [], example: 'ACME-[A-Z0-9]{8}' },
    'show-transcript': { default: 'summary', variables: [], example: 'full' },
    'job-summary': { default: 'true', variables: [], example: 'false' },
};

;// CONCATENATED MODULE: ./lib/inputs/problems.js

/** All problems in the two texts of a Failure; the hint holds the lines of YAML to write. */
function describeProblems(problems) {
    const lines = problems.map(describe);
    const message = lines.length === 1
        ? `Input ${lines.join('')}.`
        : `${lines.length} problems with the inputs:\n${lines.map((line) => `- ${line}.`).join('\n')}`;
    return { message, hint: describeFixes(problems) };
}
function describe({ input, variable, value, must }) {
    const source = variable === undefined ? '' : ` (from the environment variable ${variable})`;
    return `${input}${source}: ${value === undefined ? '' : `${quoted(value)} `}${must}`;
}
function describeFixes(problems) {
    const plain = problems.filter(({ fix }) => fix === undefined).map(({ input }) => input);
    const examples = [...new Set(plain)].map((input) => {
        const { example, default: fallback } = DECLARED_INPUTS[input];
        return `  ${input}: ${example || fallback}`;
    });
    const fixes = new Set(problems.flatMap(({ fix }) => fix ?? []));
    return [
        ...(examples.length === 0 ? [] : ['Write under `with:` of this step, for example:', ...examples]),
        ...fixes,
    ].join('\n');
}
/** In one line, since it goes into a log line by line, and short. */
function quoted(value) {
    return JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}...` : value);
}

;// CONCATENATED MODULE: ./lib/inputs/form.js



/** Fields whose text is never quoted: they are or may hold secrets, or are the prompt. */
const UNQUOTED = new Set([
    'prompt',
    'append-system-prompt',
    'bedrock-api-key',
    'inline-session-policy',
    'json-schema',
    'settings',
    'mcp-config',
    'claude-args',
    'registry-url',
]);
/** A form over the inputs and the environment of the step. */
function createForm(raw, env) {
    const problems = [];
    const warnings = [];
    const find = (name) => {
        const declared = DECLARED_INPUTS[name];
        const given = raw[name];
        if (given)
            return { text: given };
        for (const variable of declared.variables) {
            const text = env[variable]?.trim();
            if (text)
                return { text, variable };
        }
        return { text: declared.default };
    };
    const read = (name, check) => {
        const { text, variable } = find(name);
        if (text === '')
            return undefined;
        const checked = check(text);
        if (checked.ok)
            return checked.value;
        const value = UNQUOTED.has(name) ? undefined : (checked.refusal.part ?? text);
        problems.push({ ...checked.refusal, input: name, variable, value });
        return undefined;
    };
    return {
        isGiven: (name) => Boolean(raw[name]),
        text: (name) => find(name).text,
        optional: read,
        required: (name, check, standIn) => read(name, check) ?? standIn,
        refuse: (name, refusal) => problems.push({ ...refusal, input: name, variable: find(name).variable, value: refusal.part }),
        warn: (line) => warnings.push(line),
        warnings,
        finish: () => {
            const [first] = problems;
            if (first === undefined)
                return;
            const codes = new Set(problems.map(({ code }) => code ?? 'input-invalid'));
            const [code = 'input-invalid'] = codes.size === 1 ? codes : [];
            throw new errors/* Failure */.HR(code, describeProblems(problems));
        },
    };
}

;// CONCATENATED MODULE: ./lib/inputs/role.js




/** The role to assume and the audience of the token for it; read only when `role-to-assume` is given. */
function parseRole(form, around) {
    const { region, runner } = around;
    return {
        audience: parseAudience(form, region),
        role: {
            arn: form.required('role-to-assume', roleArn(region), ''),
            sessionName: form.optional('role-session-name', sessionName) ?? `claude-code-${runner.runId}-${runner.runAttempt}`,
            durationSeconds: form.required('role-duration-seconds', wholeNumber({ min: 900, max: 43_200 }), NaN),
            inlineSessionPolicy: form.optional('inline-session-policy', jsonObject),
            managedSessionPolicies: form.required('managed-session-policies', policyArns(region), []),
        },
    };
}
/** IAM in China knows GitHub's tokens by another audience (https://github.com/aws-actions/configure-aws-credentials/issues/293). */
function parseAudience(form, region) {
    const audience = form.required('audience', anyText, '');
    return partitionOf(region) === 'aws-cn' && audience === 'sts.amazonaws.com' ? 'sts.amazonaws.com.cn' : audience;
}
/** STS allows 2 to 64 of `[\w+=,.@-]` (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html). */
const sessionName = (text) => {
    const name = text.replaceAll(/[^\w+=,.@-]/g, '-').slice(0, 64);
    return name.length >= 2 ? accepted(name) : refused('must have at least 2 characters');
};
function roleArn(region) {
    return (text) => {
        const partition = /^arn:(aws[a-z-]*):iam::\d{12}:role\/[\w+=,.@/-]+$/.exec(text)?.[1];
        const wanted = `arn:${partitionOf(region)}:iam::<account id>:role/`;
        if (partition !== undefined)
            return inPartitionOf(region, text, partition);
        if (text.startsWith('arn:'))
            return refused(`must be the ARN of an IAM role, ${wanted}<name>`);
        return refused(`must be the full ARN of the role, ${wanted}${/^[\w+=,.@-]+$/.test(text) ? text : '<name>'}`);
    };
}
function policyArns(region) {
    const each = listOf((text) => {
        const partition = /^arn:(aws[a-z-]*):iam::(?:aws|\d{12}):policy\/[\w+=,.@/-]+$/.exec(text)?.[1];
        if (partition !== undefined)
            return inPartitionOf(region, text, partition);
        return refused(`must be the ARN of a managed policy, arn:${partitionOf(region)}:iam::<account id>:policy/<name>`);
    });
    return (text) => {
        const policies = each(text);
        return policies.ok && policies.value.length > 10
            ? refused(`must name at most 10 policies, not ${policies.value.length}`)
            : policies;
    };
}
function inPartitionOf(region, arn, partition) {
    const wanted = partitionOf(region);
    if (region === '' || partition === wanted)
        return accepted(arn);
    const fix = `Give an ARN that starts with \`arn:${wanted}:\`, or a region of the partition ${partition}.`;
    const refusal = { must: `must be in the partition ${wanted}, the one of the region ${region}`, fix };
    return { ok: false, refusal };
}

;// CONCATENATED MODULE: ./lib/inputs/identity.js




const WAYS = [
    'role-to-assume',
    'bedrock-api-key',
    'aws-profile',
    'aws-credential-export',
];
const accountId = matching(/^\d{12}$/, 'must be an AWS account id of 12 digits');
const bearerKey = (text) => /^\S+$/.test(text)
    ? accepted(text)
    : refused('must be one word: a key has no white space inside', {
        fix: 'Write `bedrock-api-key: ${{ secrets.BEDROCK_API_KEY }}`, and put the key alone into that secret.',
    });
/** Which way of signing in the inputs choose, or else the environment; an input beats a variable. */
function parseIdentity(form, around) {
    return {
        region: around.region,
        source: parseSource(form, around),
        allowedAccountIds: form.required('allowed-account-ids', listOf(accountId), []),
        authRefresh: form.optional('aws-auth-refresh', anyText),
        credentialExport: form.optional('aws-credential-export', anyText),
    };
}
function parseSource(form, around) {
    const { env } = around;
    const chaining = form.required('role-chaining', yesOrNo, false);
    refuseConflicts(form, chaining);
    const ways = WAYS.filter((way) => form.isGiven(way));
    const given = [...ways, ...['aws-auth-refresh'].filter((name) => form.isGiven(name))];
    const key = env.AWS_BEARER_TOKEN_BEDROCK?.trim();
    if (given.length > 0 && !ways.includes('bedrock-api-key') && key) {
        form.warn(`AWS_BEARER_TOKEN_BEDROCK of the environment is not used, because ${given.join(' and ')} is given.`);
    }
    const profile = form.optional('aws-profile', anyText);
    const fromEnvironment = ways.includes('aws-credential-export') ? undefined : env.AWS_PROFILE?.trim() || undefined;
    if (ways.includes('role-to-assume')) {
        const { role, audience } = parseRole(form, around);
        return chaining
            ? { kind: 'role-chaining', profile: profile ?? fromEnvironment, role }
            : { kind: 'oidc', audience, role };
    }
    warnOfIdleInputs(form);
    if (ways.includes('bedrock-api-key')) {
        return { kind: 'bedrock-api-key', key: form.required('bedrock-api-key', bearerKey, '') };
    }
    if (profile !== undefined)
        return { kind: 'profile', profile };
    if (given.length === 0 && key)
        return { kind: 'bedrock-api-key', key };
    return fromEnvironment === undefined ? { kind: 'default-chain' } : { kind: 'profile', profile: fromEnvironment };
}
function refuseConflicts(form, chaining) {
    const ways = WAYS.filter((way) => form.isGiven(way));
    const chained = chaining && !ways.includes('bedrock-api-key');
    const rivals = chained ? ways.filter((way) => way !== 'role-to-assume') : ways;
    const [first, ...others] = rivals;
    if (first !== undefined && others.length > 0) {
        const [oneOnly] = others.length === 1 ? others : [];
        form.refuse(first, {
            must: `must not be given together with ${others.join(' and ')}: they are different ways to sign in`,
            fix: first === 'role-to-assume' && oneOnly !== undefined && oneOnly !== 'bedrock-api-key'
                ? `Remove one of them; or, to assume the role with the credentials of \`${oneOnly}\`, add \`role-chaining: true\`.`
                : `Keep one of ${rivals.map((way) => `\`${way}\``).join(', ')} and remove the rest.`,
        });
    }
    refuseIdleRefresh(form, chaining);
    if (chaining && !form.isGiven('role-to-assume')) {
        form.refuse('role-chaining', {
            must: 'needs role-to-assume, the role to assume with the credentials already present',
            fix: 'Add `role-to-assume: arn:aws:iam::111122223333:role/claude-code`, or remove `role-chaining`.',
        });
    }
}
/** The action renews the session of a role by itself, and an API key cannot be renewed. */
function refuseIdleRefresh(form, chaining) {
    if (!form.isGiven('aws-auth-refresh'))
        return;
    const unaided = chaining ? ['bedrock-api-key'] : ['role-to-assume', 'bedrock-api-key'];
    const idle = unaided.find((way) => form.isGiven(way));
    if (idle === undefined)
        return;
    const why = idle === 'role-to-assume' ? 'which is renewed by itself' : 'which cannot be renewed';
    form.refuse('aws-auth-refresh', {
        must: `must not be given together with ${idle}, ${why}: it is for AWS profiles and other credentials of the runner`,
        fix: 'Remove `aws-auth-refresh`.',
    });
}
/** A policy that would not be applied must stop the run: without it the session could do more than was meant. */
function warnOfIdleInputs(form) {
    for (const name of ['inline-session-policy', 'managed-session-policies']) {
        if (!form.isGiven(name))
            continue;
        form.refuse(name, {
            must: 'needs role-to-assume, since only the session of an assumed role can be narrowed',
            fix: `Add \`role-to-assume\`, or remove \`${name}\`.`,
        });
    }
    if (form.isGiven('role-session-name'))
        form.warn('role-session-name has no effect without role-to-assume.');
}

;// CONCATENATED MODULE: ./lib/inputs/install.js



/** Which Claude Code, and from where. */
async function parseInstall(form, { workspace, files }) {
    return {
        version: form.optional('claude-code-version', version),
        path: await parseExecutable(form, workspace, files),
        registryUrl: form.optional('registry-url', registryUrl),
        cache: form.required('cache', yesOrNo, true),
    };
}
const version = matching(/^(\d+\.\d+\.\d+|latest)$/, 'must be a version x.y.z, or latest');
async function parseExecutable(form, workspace, files) {
    const part = form.text('claude-code-path');
    if (part === '')
        return undefined;
    const path = (0,external_node_path_.resolve)(workspace, part);
    if ((await files.kind(path)) === 'file')
        return path;
    form.refuse('claude-code-path', { part, must: 'must be a file that exists, absolute or relative to the workspace' });
    return undefined;
}
/** Never quoted back: it may hold credentials that were put there by mistake. */
const registryUrl = (text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.search !== '' || url.hash !== '') {
        return refused('must be the base address of a registry, http or https');
    }
    if (url.username !== '' || url.password !== '') {
        return refused("must not hold credentials: npm's own configuration (.npmrc) does");
    }
    return accepted(url.href.replace(/\/+$/, ''));
};

;// CONCATENATED MODULE: ./lib/inputs/prompt.js


/** Whether the step has a prompt to run; without one it only sets up. */
function hasPrompt(form) {
    return form.isGiven('prompt') || form.isGiven('prompt-file');
}
/** The prompt, read from its file where it is in one; undefined without one, or with a problem noted. */
async function parsePrompt(form, place) {
    if (form.isGiven('prompt') && form.isGiven('prompt-file')) {
        form.refuse('prompt', {
            must: 'must not be given together with prompt-file',
            fix: 'Remove `prompt` or `prompt-file`.',
        });
        return undefined;
    }
    if (form.isGiven('prompt-file'))
        return place && readPrompt(form, place);
    return form.isGiven('prompt') ? { from: 'input', text: form.text('prompt') } : undefined;
}
async function readPrompt(form, place) {
    const name = 'prompt-file';
    const part = form.text(name);
    const path = (0,external_node_path_.resolve)(place.directory, part);
    if ((await place.files.kind(path)) !== 'file') {
        await refuseMissing(form, name, { place, must: 'must be a file that exists, relative to working-directory' });
        return undefined;
    }
    if (!(await isInWorkspace(place, path))) {
        form.refuse(name, { part, must: 'must be inside the workspace, links followed' });
        return undefined;
    }
    const text = (await place.files.read(path)) ?? '';
    if (text.trim() === '')
        form.refuse(name, { part, must: 'must not be empty' });
    return { from: 'file', text, path };
}

;// CONCATENATED MODULE: ./lib/inputs/resume.js


/** A session of Claude Code goes by a UUID. */
const sessionId = matching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, 'must be the id of a session, as the output session-id gives it');
/**
 * The session to continue, found as `session/<id>.jsonl` in any folder below `temp`: transcripts of the job's earlier steps
 * are there, and artifacts of other runs can be downloaded to there. Of several files the newest counts.
 */
async function parseResume(form, { temp, files }) {
    const id = form.optional('resume-session', sessionId);
    if (id === undefined)
        return undefined;
    const found = (await files.list(temp)).filter((path) => (0,external_node_path_.basename)(path) === `${id}.jsonl` && (0,external_node_path_.basename)((0,external_node_path_.dirname)(path)) === 'session');
    const written = await Promise.all(found.map(async (path) => ({ path, at: (await files.modified(path)) ?? 0 })));
    const [newest] = written.sort((a, b) => b.at - a.at);
    if (newest !== undefined)
        return { id, path: newest.path };
    form.refuse('resume-session', {
        part: id,
        must: `must be a session whose transcript is here: there is no session/${id}.jsonl in any folder below RUNNER_TEMP`,
        fix: DOWNLOAD,
    });
    return undefined;
}
const DOWNLOAD = `Sessions of earlier steps of the job are found by themselves. Download the artifact of another run before this step:
  - uses: actions/download-artifact@v8
    with:
      name: <artifact-name of that run>
      run-id: <id of that run>
      github-token: \${{ github.token }}
      path: \${{ runner.temp }}/previous`;

;// CONCATENATED MODULE: ./lib/inputs/redact.js
/**
 * The regular expressions of `redact`, one a line, as sources for the flag `u`. Refused are those that match an empty text,
 * and those that take exponential time on some text. What is wrong is told by the number of the line: the line
 * itself may be a secret.
 */
async function parseRedact(form) {
    const lines = form.text('redact').split('\n');
    const sources = [];
    for (const [at, line] of lines.entries()) {
        const source = line.trim();
        if (source === '')
            continue;
        const refusal = wrongWith(source) ?? (await slowness(source));
        if (refusal === undefined)
            sources.push(source);
        else
            form.refuse('redact', { ...refusal, must: `line ${at + 1} ${refusal.must}` });
    }
    return sources;
}
function wrongWith(source) {
    try {
        const expression = new RegExp(source, 'u');
        if (!new RegExp(`^(?:${expression.source})$`, 'u').test(''))
            return undefined;
        return { must: 'must not match an empty text, or it would match everywhere' };
    }
    catch (error) {
        const reason = error instanceof Error ? error.message.replace(/^.*: /s, '') : '';
        return { must: `must be a regular expression of JavaScript with the flag u: ${reason}`, fix: SYNTAX };
    }
}
/** recheck proves an expression safe or finds a text on which it is slow (https://makenowjust-labs.github.io/recheck/). */
async function slowness(source) {
    const { default: recheck } = await __webpack_require__.e(/* import() */ 303).then(__webpack_require__.t.bind(__webpack_require__, 53303, 19));
    const { plain, flags } = withoutModifiers(source);
    const found = recheck.checkSync(plain, flags, CHECK);
    if (found.status === 'unknown') {
        return { must: 'must be simpler: whether it takes exponential time could not be told', fix: AMBIGUITY };
    }
    const exponential = found.status === 'vulnerable' && found.complexity.type === 'exponential';
    return exponential ? { must: 'must not take exponential time on any text', fix: AMBIGUITY } : undefined;
}
/** recheck 4.5 does not know `(?i:...)`: it is shown the group alone, and that letters may be of either case. */
function withoutModifiers(source) {
    let flags = 'u';
    const plain = source.replace(/\\.|\(\?([ims]*)(?:-[ims]+)?:/gsu, (part, on) => {
        if (part.startsWith('\\'))
            return part;
        if (on?.includes('i'))
            flags = 'iu';
        return '(?:';
    });
    return { plain, flags };
}
/** Counts of steps decide, not the speed of the machine: most take a tenth of a second, the slowest that were tried two. */
const CHECK = { timeout: 60_000, seedingTimeout: null, incubationTimeout: null };
const SYNTAX = 'See https://developer.mozilla.org/docs/Web/JavaScript/Reference/Regular_expressions. Letters of either case: [Tt]oken=\\S+';
const AMBIGUITY = 'Write the expression so that it matches a text in one way only: no repetition inside a repetition, as in (a+)+, and no alternatives that match the same, as in (a|a)*.';

;// CONCATENATED MODULE: ./lib/inputs/transcript.js


/** What GitHub refuses in the name of an artifact (`@actions/artifact`, path-and-artifact-name-validation.ts). */
const artifactName = matching(/^[^":<>|*?\r\n\\/]+$/, 'must not have any of " : < > | * ? \\ / or a line break');
/** What is kept and shown; `uniqueId` tells the artifacts of the legs of a matrix apart. */
async function parseTranscript(form, { runner, uniqueId }) {
    return {
        upload: form.required('upload-transcript', oneOf(['always', 'on-failure', 'never']), 'always'),
        artifactName: form.optional('artifact-name', artifactName) ??
            `claude-transcript-${runner.job}-${runner.runAttempt}-${uniqueId}`,
        retentionDays: form.optional('retention-days', wholeNumber({ min: 1, max: 400 })),
        redact: await parseRedact(form),
        show: form.required('show-transcript', oneOf(['off', 'summary', 'full']), 'summary'),
        jobSummary: form.required('job-summary', yesOrNo, true),
    };
}

;// CONCATENATED MODULE: ./lib/inputs/parse-settings.js












/**
 * Turns the inputs and the variables behind them into Settings, with lines to warn of. Throws one Failure about everything
 * that is wrong: `region-missing` or `workspace-missing` when that is all, else `input-invalid`.
 */
async function parseSettings(given) {
    const { raw, env, runner, files, uniqueId } = given;
    const form = createForm(raw, env);
    const region = parseRegion(form);
    const place = await parseWorkplace(form, { workspace: runner.workspace, files });
    const resume = await parseResume(form, { temp: runner.temp, files });
    const settings = {
        prompt: await parsePrompt(form, place),
        identity: parseIdentity(form, { env, runner, region }),
        bedrock: parseBedrock(form, region),
        agent: await parseAgent(form, { place, region, resume }),
        install: await parseInstall(form, { workspace: runner.workspace, files }),
        transcript: await parseTranscript(form, { runner, uniqueId }),
        credentials: form.required('credentials', oneOf(['gateway', 'environment']), 'gateway'),
        exportEnvironment: parseExportEnvironment(form),
        preflight: parsePreflight(form),
    };
    form.finish();
    return { settings, warnings: form.warnings };
}
function parseExportEnvironment(form) {
    return form.required('export-environment', (text) => {
        if (text === 'auto')
            return accepted(!hasPrompt(form));
        const checked = yesOrNo(text);
        return checked.ok ? checked : refused('must be auto, true or false');
    }, false);
}
function parsePreflight(form) {
    return form.required('preflight', (text) => {
        if (text === 'only')
            return accepted(text);
        const checked = yesOrNo(text);
        return checked.ok ? accepted(checked.value ? 'on' : 'off') : refused('must be true, false or only');
    }, 'on');
}

;// CONCATENATED MODULE: ./lib/inputs/read-inputs.js

/** Texts for the model, in which white space may count. */
const VERBATIM = new Set(['prompt', 'append-system-prompt']);
/**
 * Reads the inputs of `action.yml` from the variables the runner sets (`INPUT_` and the name in capitals, spaces as
 * underscores; https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs).
 */
function readInputs(env) {
    return Object.fromEntries(Object.keys(DECLARED_INPUTS).map((name) => {
        const text = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
        return [name, VERBATIM.has(name) && text.trim() !== '' ? text : text.trim()];
    }));
}
/** The secrets among the inputs, to be masked before anything else is done with them. */
function secretInputs(raw) {
    return [raw['bedrock-api-key'] ?? ''].filter((secret) => secret !== '');
}

;// CONCATENATED MODULE: ./lib/steps/read-settings.js


/** Reads and checks the inputs, masks those that are secrets, and adds them to the facts. Throws `input-invalid`, with all problems. */
async function readSettings({ env, id }, context, world) {
    const raw = readInputs(env);
    secretInputs(raw).forEach((secret) => world.secrets.add(secret));
    const given = { raw, env, runner: world.runner, files: world.files, uniqueId: id };
    const { settings, warnings } = await parseSettings(given);
    warnings.forEach((warning) => world.log.warning(warning));
    const { prompt, transcript, bedrock } = settings;
    // First, since `redact` counts from then on.
    context.update({ transcript });
    context.update({ prompt: prompt && context.redact(prompt.text), region: bedrock.region, model: bedrock.model });
    await context.saveFacts();
    return settings;
}

// EXTERNAL MODULE: ./lib/steps/report.js + 15 modules
var report = __webpack_require__(86004);
;// CONCATENATED MODULE: ./lib/aws/renewal-served.js

/** Hands a session's keys to the agent's process in a way that it can renew them itself. A Bedrock API key has no such way. */
function serveContainerCredentials(session, { containerCredentials }) {
    return containerCredentials.serve(async () => {
        const now = await session.current();
        if (now.kind === 'keys')
            return now.keys;
        throw new errors/* Failure */.HR('unexpected', { message: 'A Bedrock API key is no access key.', hint: 'Please report it.' });
    });
}

// EXTERNAL MODULE: ./lib/transcript/redact.js + 2 modules
var redact = __webpack_require__(92825);
;// CONCATENATED MODULE: ./lib/bedrock/explain-fact.js

/**
 * Unwraps an error: AWS's own (`message` and `Message` bodies, names such as `ThrottlingException:http://internal…`), or
 * one as Claude Code renders it (`API Error (model): 400 …`, `Request rejected (429) · …`; measured with 2.1.330).
 */
function explain_fact_factOf(error) {
    const spoken = unwrap(error.message.replaceAll(/[’‘]/g, "'").trim());
    return {
        words: withoutSecrets(spoken.text).replaceAll(/\s+/g, ' ').slice(0, 600).trim(),
        name: plainName(error.name) || plainName(spoken.name ?? ''),
        status: error.status ?? spoken.status,
        host: error.host ?? /\bENOTFOUND ([\w-]+\.[\w.-]+)/.exec(spoken.text)?.[1],
    };
}
function unwrap(message) {
    const old = /API Error \((\d{3}) ([^)]+)\)/.exec(message);
    if (old !== null)
        return { text: old[2] ?? '', status: Number(old[1]) };
    const tail = /^.*API Error(?: \([^)]*\))?: (.*)$/s.exec(message)?.[1] ?? message;
    const numbered = /^(?:Request rejected \((\d{3})\) · |(?:(\d{3})\s+)+)(.*)$/s.exec(tail);
    const status = numbered?.[1] ?? numbered?.[2];
    const body = (numbered?.[3] ?? tail).replace(/\.?\.?\s*Try --model\b.*$/s, '').trim();
    const inner = readJson(body);
    return { text: inner?.text ?? body, name: inner?.name, status: status === undefined ? undefined : Number(status) };
}
function readJson(body) {
    const json = /\{.*\}/s.exec(body)?.[0];
    if (json === undefined)
        return undefined;
    try {
        return readBody(JSON.parse(json));
    }
    catch {
        return undefined;
    }
}
function readBody(value) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const fields = new Map(Object.entries(value));
    if (typeof fields.get('error') === 'object')
        return readBody(fields.get('error'));
    const text = fields.get('message') ?? fields.get('Message');
    const name = fields.get('__type') ?? fields.get('code');
    return typeof text === 'string' ? { text, name: typeof name === 'string' ? name : undefined } : undefined;
}
/** `com.amazon.coral#ThrottlingException:http://…` is `throttling`; names that say nothing are empty. */
function plainName(name) {
    const bare = (name.split(':')[0] ?? '').replace(/^.*#/, '').toLowerCase();
    return /^(error|apierror|unknown(error)?|serviceerror)?$/.test(bare) ? '' : bare.replace(/exception$/, '');
}
const { redact: explain_fact_redact } = (0,redact/* createRedactor */.l)({ values: () => [] });
/** AWS answers a wrong signature with the request it saw, session token and all. */
function withoutSecrets(text) {
    return explain_fact_redact(text.replace(/\s*The Canonical String for this request.*$/is, ''));
}

;// CONCATENATED MODULE: ./lib/bedrock/profiles.js

/**
 * The geographies whose inference profiles can be called from `region`, the most local first. AWS decides it per model
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html, 2026-07), so a suggestion made
 * from this must be checked with `aws bedrock list-inference-profiles`.
 */
function prefixesFor(region) {
    if (region.startsWith('us-gov-'))
        return ['us-gov'];
    if (region === 'ap-northeast-1' || region === 'ap-northeast-3')
        return ['jp', 'apac', 'global'];
    if (region === 'ap-southeast-2' || region === 'ap-southeast-4')
        return ['au', 'apac', 'global'];
    if (region.startsWith('ap-'))
        return ['apac', 'global'];
    if (region.startsWith('us-') || region.startsWith('ca-'))
        return ['us', 'global'];
    if (region.startsWith('eu-'))
        return ['eu', 'global'];
    return ['global'];
}
/**
 * Ids of inference profiles that may hold `modelId` in `region`: those among `profiles` (known to work there) that do, or
 * else the very id behind each prefix of the region.
 */
function profilesOf(modelId, region, profiles) {
    if (profiles !== undefined)
        return profiles.filter((profile) => parseModel(profile).modelId === modelId);
    return prefixesFor(region).map((prefix) => `${prefix}.${modelId}`);
}
/** Whether `model` is an inference profile that cannot be called from `region`: another geography, or another region's ARN. */
function isForeignProfile(model, region, profiles) {
    const { prefix, modelId, region: home, kind } = parseModel(model);
    if (home !== undefined && kind !== 'foundation-model')
        return home !== region;
    if (prefix === undefined || modelId === undefined)
        return false;
    const geographies = (profiles ?? []).map((profile) => parseModel(profile).prefix);
    const here = profilesOf(modelId, region, profiles).map((profile) => parseModel(profile).prefix);
    if (geographies.length === 0)
        return !prefixesFor(region).includes(prefix);
    return !geographies.includes(prefix) || (here.length > 0 && !here.includes(prefix));
}

;// CONCATENATED MODULE: ./lib/bedrock/explain-hints.js



/** The command that lists the inference profile ids of a region. */
function listProfiles(call) {
    return `aws bedrock list-inference-profiles --region ${call.region} --query "inferenceProfileSummaries[].inferenceProfileId"`;
}
/**
 * Which `model:` line to write in place of the call's: profiles known to work here, or else the very id behind the region's
 * other prefixes, to be checked.
 */
function chooseProfile(call) {
    const { id, modelId } = parseModel(call.model ?? '');
    const all = modelId === undefined ? [] : profilesOf(modelId, call.region, call.profiles);
    const same = all.filter((profile) => profile !== id);
    if (call.profiles !== undefined) {
        if (same.length > 0)
            return `Inference profiles of this model that work in ${call.region}:\n${yamlLines(same)}`;
        const claude = call.profiles.filter((profile) => profile !== id && parseModel(profile).modelId !== undefined);
        if (claude.length > 0)
            return `Inference profiles of other models that work in ${call.region}:\n${yamlLines(claude)}`;
        return `No other inference profile of Claude works in ${call.region} for this account: choose another aws-region.`;
    }
    const check = `Which ids exist in ${call.region}:\n  ${listProfiles(call)}`;
    return same.length === 0 ? check : `Try one of these, if the list below has it:\n${yamlLines(same)}\n${check}`;
}
function yamlLines(ids) {
    return ids.map((id) => `  model: ${id}`).join('\n');
}
/** A page of the AWS console in the call's region, such as `bedrock/home#/model-catalog`. */
function consolePage(call, page) {
    const gov = partitionOf(call.region) === 'aws-us-gov';
    const host = gov ? 'console.amazonaws-us-gov.com' : `${call.region}.console.aws.amazon.com`;
    const [path = '', fragment] = page.split('#');
    return `https://${host}/${path}?region=${call.region}${fragment === undefined ? '' : `#${fragment}`}`;
}
/** The call's model as Service Quotas and the console name it, `Anthropic Claude Sonnet 4.6`, where its id says it. */
function quotaModel(call) {
    const { modelId } = parseModel(call.model ?? '');
    const name = modelId === undefined ? undefined : modelName(modelId);
    return name === undefined ? 'the model' : `Anthropic ${name}`;
}
/** The quota's name for the call's kind of profile: names are looked up, since codes differ by region. */
function tokensPerMinuteQuota(call) {
    const { kind, prefix } = parseModel(call.model ?? '');
    const on = `model inference tokens per minute for ${quotaModel(call)}`;
    if (kind === 'foundation-model')
        return `On-demand ${on}`;
    return prefix === 'global' ? `Global cross-region ${on}` : `Cross-region ${on}`;
}
/** Where quotas are seen and raised, as page and command. */
function seeQuotas(call) {
    const name = quotaModel(call).replace('Anthropic ', '');
    const filter = name === 'the model' ? 'Claude' : name;
    return [
        `  ${consolePage(call, 'servicequotas/home/services/bedrock/quotas')}`,
        `  aws service-quotas list-service-quotas --service-code bedrock --region ${call.region} --query "Quotas[?contains(QuotaName, '${filter}')].[QuotaName,Value]" --output table`,
    ].join('\n');
}
/** The command that tells which of agreement, authorization, entitlement and region is missing for the call's model. */
function seeAvailability(call) {
    const modelId = parseModel(call.model ?? '').modelId ?? '<model id, such as anthropic.claude-…>';
    return `aws bedrock get-foundation-model-availability --model-id ${modelId} --region ${call.region}`;
}

;// CONCATENATED MODULE: ./lib/bedrock/explain-access.js



/** What the account may use: subscriptions, forms, entitlement, and models that are not (or no longer) there. */
const ACCESS_ROWS = [
    {
        row: 'B4',
        code: 'marketplace-subscription-missing',
        says: /aws-marketplace:|AWS Marketplace actions/i,
        means: 'The account has not subscribed to this model, and the first call tries to with the rights of the caller.',
        fix: (_fact, call) => [
            'Let an administrator call the model once (the subscription holds for the whole account), then wait 15 minutes:',
            `  ${consolePage(call, 'bedrock/home#/model-catalog')}`,
            'The administrator needs aws-marketplace:Subscribe and aws-marketplace:ViewSubscriptions; the role of this job does not.',
        ].join('\n'),
    },
    {
        row: 'B5',
        code: 'marketplace-subscription-missing',
        says: /subscription for this model is still being processed|agreement is (being created|pending)/i,
        named: ['mpagreementbeingcreated'],
        means: 'The subscription to this model has been started and is not complete yet.',
        fix: (_fact, call) => `Run the job again in 15 minutes. If it stays so:\n  ${seeAvailability(call)}`,
    },
    {
        row: 'B6',
        code: 'marketplace-subscription-missing',
        says: /INVALID_PAYMENT_INSTRUMENT|agreement (has )?failed/i,
        means: 'AWS Marketplace refused the subscription: the payment method of the account, or its country.',
        fix: (_fact, call) => `Let the owner of the account set a valid payment method, then open the model once:\n  ${consolePage(call, 'bedrock/home#/model-catalog')}`,
    },
    {
        row: 'B13',
        code: 'account-not-authorized',
        says: /^Operation not allowed\.?$|account is not authorized/i,
        named: ['badmcscore'],
        means: 'AWS does not let this account call the model, whatever its policies say: a new account, an applied quota of 0, or a model given out by request.',
        fix: (_fact, call) => [
            'Open a case with AWS Support (account and billing, Amazon Bedrock) and give the words above. What AWS holds against it:',
            `  ${seeAvailability(call)}`,
        ].join('\n'),
    },
    {
        row: 'B7',
        code: 'use-case-form-missing',
        says: /use[ -]case (details|form)/i,
        named: ['ftuformnotfilled'],
        means: "Anthropic's one-time use case form has not been handed in for this account (or for its organization).",
        fix: (_fact, call) => `${useCaseForm(call)}\nThen wait 15 minutes and run the job again.`,
    },
    {
        row: 'B7/B8/B9 as Claude Code tells it',
        code: 'model-not-found',
        says: /is not available on your bedrock deployment/i,
        means: 'These are the words of Claude Code, which hides what Bedrock answered (a 404).',
        fix: (_fact, call) => [
            'Bedrock means one of these. The use case form is missing (this command fails then); hand it in:',
            `  aws bedrock get-use-case-for-model-access --region ${call.region}`,
            useCaseForm(call),
            'Or the model is retired, or is not there; name another:',
            chooseProfile(call),
        ].join('\n'),
    },
    {
        row: 'B8',
        code: 'model-retired',
        says: /reached the end of its life/i,
        means: 'The model is switched off for everyone.',
        fix: newerModel,
    },
    {
        row: 'B9',
        code: 'model-retired',
        says: /marked by provider as Legacy/i,
        means: 'The model is being retired, and is closed already to accounts that have not used it of late.',
        fix: newerModel,
    },
    {
        row: 'B11',
        code: 'inference-profile-required',
        says: /on-demand throughput isn't supported/i,
        means: 'The model is only served through an inference profile; the bare model id is not enough.',
        fix: (_fact, call) => chooseProfile(call),
    },
    {
        row: 'B12 in another geography',
        code: 'profile-not-in-region',
        says: /model identifier is invalid/i,
        named: ['resourcenotfound'],
        statuses: [404],
        when: (_fact, call) => call.model !== undefined && isForeignProfile(call.model, call.region, call.profiles),
        means: (_fact, call) => `${call.model ?? ''} is an inference profile that cannot be called from ${call.region}.`,
        fix: (_fact, call) => `${chooseProfile(call)}\nOr set aws-region to a region that the profile can be called from.`,
    },
    {
        row: 'B12',
        code: 'model-not-found',
        says: /model identifier is invalid/i,
        means: (_fact, call) => `${call.region} knows no model or inference profile of this id.`,
        fix: notFound,
    },
    {
        row: 'B10',
        code: 'model-not-found',
        named: ['resourcenotfound'],
        statuses: [404],
        means: (_fact, call) => `Bedrock in ${call.region} has nothing under this name.`,
        fix: notFound,
    },
    {
        row: 'B1',
        code: 'model-access-denied',
        says: /don't have access to the model/i,
        means: (_fact, call) => `IAM let the call through, but this account has no access to the model in ${call.region}: no subscription, no use case form, or a model given out by request.`,
        fix: (_fact, call) => [
            'See which of agreement, authorization, entitlement and region is missing:',
            `  ${seeAvailability(call)}`,
            `Then open the model once as an administrator: ${consolePage(call, 'bedrock/home#/model-catalog')}`,
            'If the model is not the one you meant, name both: model and small-fast-model.',
        ].join('\n'),
    },
    {
        row: 'B37',
        code: 'model-access-denied',
        statuses: [403],
        when: isMantle,
        means: 'The endpoint bedrock-mantle has a list of models of its own, and this account has not been given this one.',
        fix: (_fact, call) => `Ask AWS for it, or unset CLAUDE_CODE_USE_MANTLE to go through Bedrock's runtime.\n  ${seeAvailability(call)}`,
    },
    {
        row: 'B37 with an inference profile',
        code: 'model-not-found',
        statuses: [400],
        when: (fact, call) => isMantle(fact) && /model/i.test(fact.words) && parseModel(call.model ?? '').prefix !== undefined,
        means: 'The endpoint bedrock-mantle takes model ids, not inference profiles.',
        fix: (_fact, call) => `Unset CLAUDE_CODE_USE_MANTLE, or name the model without its prefix:\n  model: ${parseModel(call.model ?? '').modelId ?? ''}`,
    },
];
function isMantle(fact) {
    return /bedrock-mantle/.test(`${fact.host ?? ''} ${fact.words}`);
}
function useCaseForm(call) {
    return [
        `  in the console, by opening any Anthropic model: ${consolePage(call, 'bedrock/home#/model-catalog')}`,
        `  or: aws bedrock put-use-case-for-model-access --region ${call.region} --form-data fileb://use-case.json`,
        '  with use-case.json: {"companyName":"…","companyWebsite":"https://…","intendedUsers":"0","industryOption":"…","otherIndustryOption":"","useCases":"…"}',
    ].join('\n');
}
function newerModel(_fact, call) {
    const modelId = parseModel(call.model ?? '').modelId;
    const claude = call.profiles?.filter((id) => {
        const profile = parseModel(id).modelId;
        return profile !== undefined && profile !== modelId;
    });
    if (claude !== undefined && claude.length > 0)
        return `Name a model that is served, in model (and in small-fast-model), such as:\n${claude.map((id) => `  model: ${id}`).join('\n')}`;
    return `Name a model that is served, in model (and in small-fast-model). Which there are in ${call.region}:\n  ${listProfiles(call)}`;
}
function notFound(_fact, call) {
    return `${chooseProfile(call)}\nWith ANTHROPIC_BEDROCK_BASE_URL set, check its path as well.`;
}

;// CONCATENATED MODULE: ./lib/bedrock/explain-credentials.js
const ROLE = `  permissions:
    id-token: write
    contents: read
  ...
      with:
        role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME`;
/** Credentials that Bedrock, or the SDK on its way there, does not take. */
const CREDENTIALS_ROWS = [
    {
        row: 'B27',
        code: 'credentials-expired',
        says: /security token included in the request is expired|(bearer )?token (has|is) expired|SSO session .*(expired|invalid)/i,
        named: ['expiredtoken'],
        means: 'The credentials were good and have run out.',
        fix: [
            'Give this step the role itself, in the place of keys from elsewhere; its session is renewed while the job lives:',
            ROLE,
            'Or say how to get new ones: aws-auth-refresh for a profile, aws-credential-export for anything else. An API key (bedrock-api-key) must be made anew.',
        ].join('\n'),
    },
    {
        row: 'B26',
        code: 'credentials-invalid',
        says: /security token included in the request is invalid/i,
        named: ['unrecognizedclient', 'invalidclienttokenid'],
        means: 'AWS does not know these keys: mistyped, deleted, without their session token, or of another partition.',
        fix: (_fact, call) => `Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for keys that begin with ASIA, AWS_SESSION_TOKEN from one set of credentials; or better a role:\n${ROLE}\nIf ${call.region} is an opt-in region, the account must have enabled it.`,
    },
    {
        row: 'B28',
        code: 'credentials-invalid',
        says: /request signature we calculated|signature expired|signature not yet current/i,
        named: [
            'invalidsignature',
            'signaturedoesnotmatch',
            'incompletesignature',
            'requestexpired',
            'requesttimetooskewed',
        ],
        means: "The signature is wrong: the secret key does not belong to the key id, the runner's clock is off, or a proxy changes requests.",
        fix: 'Check the value of AWS_SECRET_ACCESS_KEY, the clock (date -u), and that a proxy leaves headers and path as they are (NO_PROXY: .amazonaws.com).',
    },
    {
        row: 'B29',
        code: 'credentials-invalid',
        says: /make sure your API Key is valid|invalid (api key|bearer token)/i,
        means: 'The Bedrock API key is not valid here: mistyped, deleted, or made in another region.',
        fix: (_fact, call) => [
            `Make a key in ${call.region} and store it as a secret of the repository:`,
            '  bedrock-api-key: ${{ secrets.BEDROCK_API_KEY }}',
            'Its user needs bedrock:CallWithBearerToken. A stray AWS_BEARER_TOKEN_BEDROCK in the environment must go.',
        ].join('\n'),
    },
    {
        row: 'B29 without a key',
        code: 'credentials-missing',
        says: /Authorization header is missing|missing authentication token/i,
        named: ['missingauthenticationtoken'],
        means: 'The request went out with no credentials at all.',
        fix: `Sign in, for instance with a role:\n${ROLE}\nWith a bedrock-api-key and claude-code-version 2.1.94 or 2.1.119, take another version: they drop the key.`,
    },
    {
        row: 'B31',
        code: 'credentials-missing',
        says: /credential resolve timed out/i,
        means: 'Looking for credentials took too long: a credential_process or the metadata service of the machine does not answer.',
        fix: `Sign in with a role:\n${ROLE}\nor keep the SDK from asking the machine:\n  env:\n    AWS_EC2_METADATA_DISABLED: "true"`,
    },
    {
        row: 'B30',
        code: 'credentials-missing',
        says: /Could not load (AWS )?credentials|Unable to locate credentials/i,
        named: ['credentialsprovidererror'],
        means: 'No way of signing in was given, and the environment has no credentials.',
        fix: `Give one, for instance a role:\n${ROLE}`,
    },
];

;// CONCATENATED MODULE: ./lib/bedrock/iam-policy.js


/** Both actions that Claude Code needs: it streams, and repeats a failed streaming call unstreamed (measured with 2.1.330). */
const INVOKE_ACTIONS = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
const DISCOVER = {
    Sid: 'Discover',
    Effect: 'Allow',
    Action: [
        'bedrock:ListInferenceProfiles',
        'bedrock:GetInferenceProfile',
        'bedrock:ListFoundationModels',
        'bedrock:GetFoundationModel',
        'bedrock:GetFoundationModelAvailability',
    ],
    Resource: ['*'],
};
/**
 * The least that lets a role run Claude Code with these very models. A profile needs itself and its foundation model in
 * every region it may route to; the latter is bound to calls through the profile, as AWS writes it
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html and
 * global-cross-region-inference.html). Throws a RangeError for a model that has no ARN, such as an alias of Claude Code.
 */
function invokePolicy(scope) {
    const targets = scope.models.map((model) => targetOf(model, scope));
    const statements = [
        ...direct(targets.filter(({ reach }) => reach === 'region')),
        ...geographic(targets.filter(({ reach }) => reach === 'geography')),
        ...global(targets.filter(({ reach }) => reach === 'world')),
        ...application(targets.filter(({ reach }) => reach === 'unknown')),
    ];
    return { Version: '2012-10-17', Statement: [...statements.filter(({ Resource }) => Resource.length > 0), DISCOVER] };
}
function targetOf(model, scope) {
    const { kind, id, prefix, modelId = 'anthropic.*', region = scope.region, account = scope.account, } = parseModel(model);
    const arnPrefix = `arn:${scope.partition ?? partitionOf(region)}:bedrock`;
    const target = { arnPrefix, modelId, region, account };
    if (kind === 'application-inference-profile')
        return { ...target, reach: 'unknown', arn: id };
    if (kind === 'foundation-model')
        return { ...target, reach: 'region', arn: `${arnPrefix}:${region}::foundation-model/${modelId}` };
    if (kind === 'inference-profile') {
        const arn = `${arnPrefix}:${region}:${account}:inference-profile/${prefix ?? ''}.${modelId}`;
        return { ...target, reach: prefix === 'global' ? 'world' : 'geography', arn };
    }
    if (id.startsWith('arn:'))
        return { ...target, reach: 'region', arn: id };
    throw new RangeError(`"${model}" is no model id, inference profile id or ARN: a policy cannot name it`);
}
const arns = (targets) => targets.map(({ arn }) => arn);
const models = (targets, place) => targets.map((target) => `${target.arnPrefix}:${place(target)}::foundation-model/${target.modelId}`);
const through = (targets) => ({ 'bedrock:InferenceProfileArn': unique(arns(targets)) });
const from = (targets) => ({ 'aws:RequestedRegion': unique(targets.map(({ region }) => region)) });
function direct(targets) {
    return [invoke('InvokeModels', arns(targets))];
}
function geographic(targets) {
    const everywhere = models(targets, () => '*');
    return [
        invoke('InvokeProfiles', arns(targets)),
        invoke('ModelsOnlyThroughProfiles', everywhere, { StringEquals: through(targets) }),
    ];
}
function global(targets) {
    const here = models(targets, ({ region }) => region);
    const nowhere = models(targets, () => '');
    const unspecified = { 'aws:RequestedRegion': ['unspecified'], ...through(targets) };
    return [
        invoke('InvokeGlobalProfiles', arns(targets), { StringEquals: from(targets) }),
        invoke('GlobalModelsInRegion', here, { StringEquals: { ...from(targets), ...through(targets) } }),
        invoke('GlobalModelsAnywhere', nowhere, { StringEquals: unspecified }),
    ];
}
function application(targets) {
    // The profile may be a copy of a global one, whose models have no region in their ARN; and AWS's own policy for
    // application profiles names the profile copied from too (inference-profiles-prereq.html).
    const behind = [
        ...models(targets, () => '*'),
        ...models(targets, () => ''),
        ...targets.map((target) => `${target.arnPrefix}:${target.region}:${target.account}:inference-profile/*.anthropic.*`),
    ];
    return [
        invoke('InvokeApplicationProfiles', arns(targets)),
        invoke('OnlyThroughApplicationProfiles', behind, { StringEquals: through(targets) }),
    ];
}
function invoke(sid, resources, condition) {
    const statement = { Sid: sid, Effect: 'Allow', Action: INVOKE_ACTIONS, Resource: unique(resources) };
    return condition === undefined ? statement : { ...statement, Condition: condition };
}
function unique(values) {
    return [...new Set(values)];
}

;// CONCATENATED MODULE: ./lib/bedrock/explain-denied.js


/** Denials by IAM: `User: … is not authorized to perform: … on resource: …`, and the policy that lifts them. */
const DENIED_ROWS = [
    {
        row: 'B3',
        code: 'explicitly-denied',
        says: /with an explicit deny/i,
        means: (fact, call) => `A Deny in ${policyName(fact, 'a')} forbids it; no Allow elsewhere can lift that.${routed(fact, call)}`,
        fix: liftDeny,
    },
    {
        row: 'B2',
        code: 'iam-permission-missing',
        says: /is not authorized to perform: /i,
        means: (fact, call) => `IAM is asked for ${denialOf(fact).action}, and ${policyName(fact, 'no')} allows it.${routed(fact, call)}`,
        fix: (fact, call) => `${whereToAllow(fact)}\n${policyText(fact, call)}`,
    },
];
/** Stands in a policy where the account is not known. */
const NO_ACCOUNT = '111122223333';
function denialOf({ words }) {
    const [, account, role] = /arn:[\w-]+:(?:sts|iam)::(\d{12}):(?:assumed-role|role|user)\/([^/\s]+)/.exec(words) ?? [];
    return {
        action: /perform: ([\w-]+:\w+)/.exec(words)?.[1] ?? 'the action',
        resource: /on resource: (\S+)/.exec(words)?.[1] ?? '*',
        account,
        role,
    };
}
/** Which kind of policy AWS names: `identity-based`, `session`, `service control`, `permissions boundary`, ...; not every text does. */
function layerOf({ words }) {
    return /(?:explicit deny in an?|because no) ([\w -]+?)(?: policy\b| allows|[:.]|$)/i.exec(words)?.[1]?.toLowerCase();
}
function policyName(fact, article) {
    const layer = layerOf(fact);
    const name = layer === 'permissions boundary' ? layer : `${layer ?? ''} policy`.trim();
    return `${article === 'a' && /^[aeiou]/.test(name) ? 'an' : article} ${name}`;
}
function routed(fact, call) {
    const { resource } = denialOf(fact);
    const { kind, region } = parseModel(resource);
    if (kind !== 'foundation-model' || region === call.region)
        return '';
    if (region === undefined)
        return ' The resource has no region: the call goes through a global profile.';
    return ` The profile routed the call to ${region}: the model must be allowed there too.`;
}
function whereToAllow(fact) {
    const { role } = denialOf(fact);
    const layer = layerOf(fact);
    if (layer === 'session')
        return 'The session is narrower than its role. Add these statements to the input inline-session-policy, or take the session policies away:';
    if (layer === 'permissions boundary')
        return `Add these statements to the permissions boundary of ${role ?? 'the role'}:`;
    if (layer === 'vpc endpoint')
        return 'Add these statements, with "Principal": "*", to the policy of the VPC endpoint:';
    if (layer === 'service control' || layer === 'resource control')
        return `Ask the owner of the organization to allow this in the ${layer} policies:`;
    return `Attach this policy to ${role === undefined ? 'the role' : `the role or user ${role}`}:`;
}
function policyText(fact, call) {
    const denial = denialOf(fact);
    const account = call.account ?? denial.account;
    const models = modelsOf(denial, call);
    const policy = INVOKE_ACTIONS.includes(denial.action) && models.length > 0
        ? invokePolicy({ region: call.region, account: account ?? NO_ACCOUNT, models })
        : { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: denial.action, Resource: denial.resource }] };
    const placeholder = account === undefined ? `\n(${NO_ACCOUNT} stands for your account id.)` : '';
    return `${JSON.stringify(policy, null, 2)}${placeholder}`;
}
/** The call's model, and the one that was denied when that is another (Claude Code also calls its small model). */
function modelsOf({ resource }, call) {
    const asked = parseModel(call.model ?? '');
    const denied = parseModel(resource);
    const model = asked.kind === 'other' && !asked.id.startsWith('arn:') ? [] : [asked.id];
    if (denied.kind === 'other' || denied.id === asked.id || resource.includes('*'))
        return model;
    const covered = denied.modelId === asked.modelId || asked.kind === 'application-inference-profile';
    if (denied.kind !== 'foundation-model')
        return covered && denied.prefix === asked.prefix ? model : [...model, denied.id];
    if (covered)
        return model;
    const prefix = asked.prefix ?? (denied.region === undefined ? 'global' : undefined);
    return [...model, prefix === undefined ? denied.id : `${prefix}.${denied.modelId ?? ''}`];
}
function liftDeny(fact, call) {
    const { role } = denialOf(fact);
    const layer = layerOf(fact);
    if (layer === 'session')
        return 'Remove the Deny from the input inline-session-policy, or from the policies that managed-session-policies names.';
    if (layer === 'identity-based' || layer === 'permissions boundary')
        return `Remove the Deny on ${denialOf(fact).action} from the ${layer === 'identity-based' ? 'policies' : 'permissions boundary'} of ${role ?? 'the role'}.`;
    if (layer === 'vpc endpoint')
        return 'Remove the Deny from the policy of the VPC endpoint.';
    if (layer === undefined)
        return `Find the Deny on ${denialOf(fact).action}: in the policies, the permissions boundary and the session policies of ${role ?? 'the role'}, or in a service control policy of the organization.`;
    const policy = /policy: (arn:\S+)/.exec(fact.words)?.[1];
    return [
        `Ask the owner of the organization to exempt Bedrock from the deny${policy === undefined ? '' : ` in ${policy}`}:`,
        '  - in a region deny, add "bedrock:Invoke*" to its NotAction, or every region the profile routes to to its list of regions:',
        `      ${destinationsCommand(call)}`,
        ...globalAdvice(fact, call),
    ].join('\n');
}
function destinationsCommand(call) {
    const profile = call.model === undefined ? '<inference profile id>' : parseModel(call.model).id;
    return `aws bedrock get-inference-profile --inference-profile-identifier ${profile} --region ${call.region} --query "models[].modelArn"`;
}
function globalAdvice(fact, call) {
    const isGlobal = parseModel(call.model ?? '').prefix === 'global' || /arn:[\w-]+:bedrock:::/.test(fact.words);
    if (!isGlobal)
        return [];
    return [
        '  - a global profile calls with no region; the list of regions must hold "unspecified" as well:',
        `      "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["${call.region}", "unspecified"] } }`,
        '  - or keep to a profile of one geography: a model id that begins with us., eu., jp. and so on instead of global.',
    ];
}

;// CONCATENATED MODULE: ./lib/bedrock/regions.js
/**
 * The regions that serve Amazon Bedrock and that anyone can see: the endpoints of service `bedrock` in botocore 1.44.5
 * (November 2026), the same as https://docs.aws.amazon.com/bedrock/latest/userguide/endpoints-region-availability.html.
 * Hong Kong and China are not among them.
 */
const BEDROCK_REGIONS = [
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'ca-central-1',
    'ca-west-1',
    'mx-central-1',
    'sa-east-1',
    'eu-central-1',
    'eu-central-2',
    'eu-north-1',
    'eu-south-1',
    'eu-south-2',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'ap-east-2',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-south-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'me-central-1',
    'me-south-1',
    'il-central-1',
    'af-south-1',
    'us-gov-east-1',
    'us-gov-west-1',
    'eusc-de-east-1',
];
/** Whether AWS lists `region` as one that serves Bedrock. */
function servesBedrock(region) {
    return BEDROCK_REGIONS.includes(region);
}
/** Up to three regions that serve Bedrock, nearest in name to `region`, itself left out; for words in a message. */
function nearbyRegions(region) {
    const near = BEDROCK_REGIONS.filter((known) => known !== region)
        .map((known) => ({ known, shared: sharedLength(known, region) }))
        .filter(({ shared }) => shared >= 'us-'.length)
        .sort((a, b) => b.shared - a.shared)
        .map(({ known }) => known);
    return near.length > 0 ? near.slice(0, 3) : ['us-east-1', 'eu-central-1', 'ap-northeast-1'];
}
function sharedLength(a, b) {
    let length = 0;
    while (length < a.length && a[length] === b[length])
        length++;
    return length;
}

;// CONCATENATED MODULE: ./lib/bedrock/explain-network.js


const NETWORK = [
    'ECONNRESET',
    'ECONNREFUSED',
    'ECONNABORTED',
    'ETIMEDOUT',
    'EPIPE',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EPROTO',
    'ERR_HTTP2_STREAM_CANCEL',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_SOCKET',
];
/** What never reached Bedrock, or came back from something else. */
const NETWORK_ROWS = [
    {
        row: 'region never given',
        code: 'region-missing',
        says: /^Region is missing/i,
        means: 'No region was given.',
        fix: '  aws-region: us-east-1   # or another region that serves Bedrock',
    },
    {
        row: 'B32',
        code: 'region-unsupported',
        says: /\bENOTFOUND\b/,
        named: ['enotfound'],
        when: (fact, call) => fact.status === undefined && isBedrockAway(fact, call),
        means: (_fact, call) => servesBedrock(call.region)
            ? `The host of Bedrock in ${call.region} has no address here, though AWS lists the region: the runner's DNS does not know it.`
            : `${call.region} is not a region that serves Bedrock, so its host does not exist.`,
        fix: (_fact, call) => servesBedrock(call.region)
            ? `Check DNS on the runner (nslookup bedrock-runtime.${call.region}.${dnsSuffixOf(call.region)}); it serves elsewhere too:\n${regionLines(call)}`
            : `Name a region that serves Bedrock:\n${regionLines(call)}`,
    },
    {
        row: 'B34 certificates',
        code: 'network-unreachable',
        says: /self[- ]signed certificate|unable to (verify|get) .*certificate|CERT_|certificate has expired/i,
        when: ({ status }) => status === undefined,
        means: 'The connection was made, but its certificate is not one that the runner trusts: a proxy that looks inside TLS.',
        fix: 'Let the runner trust it:\n  env:\n    NODE_EXTRA_CA_CERTS: /path/to/the/authority.pem',
    },
    {
        row: 'B34',
        code: 'network-unreachable',
        says: new RegExp(`\\b(${NETWORK.join('|')})\\b|Connection dropped|Can't reach the API server|socket hang up|fetch failed`),
        named: [...NETWORK.map((name) => name.toLowerCase()), 'timeouterror'],
        when: ({ status }) => status === undefined,
        means: (fact, call) => `Nothing answered at ${hostOf(fact, call)}.`,
        fix: (fact, call) => [
            `Let the runner reach ${hostOf(fact, call)} on port 443 (firewall, VPC endpoint), or go through a proxy:`,
            '  env:',
            '    HTTPS_PROXY: http://proxy.example.com:3128',
            'With ANTHROPIC_BEDROCK_BASE_URL or AWS_ENDPOINT_URL_BEDROCK_RUNTIME set, check that address.',
        ].join('\n'),
    },
    {
        row: 'B35',
        code: 'network-unreachable',
        says: /streaming response has content-type/i,
        means: 'Something between the runner and Bedrock rewrites the answers.',
        fix: 'Let the proxy or gateway pass application/vnd.amazon.eventstream through unchanged.',
    },
];
/** Whether the name that was not found is Bedrock's own; when the host is not known, the region must speak for it. */
function isBedrockAway({ host }, { region }) {
    if (host === undefined)
        return !servesBedrock(region);
    return /^bedrock[\w-]*\.[\w-]+\.(amazonaws\.|api\.aws$)/.test(host);
}
function hostOf({ host }, { region }) {
    return host ?? `bedrock-runtime.${region}.${dnsSuffixOf(region)}`;
}
function regionLines({ region }) {
    return nearbyRegions(region)
        .map((near) => `  aws-region: ${near}`)
        .join('\n');
}

;// CONCATENATED MODULE: ./lib/bedrock/explain-request.js
/** What Bedrock does not like about the request itself. */
const REQUEST_ROWS = [
    {
        row: 'B36',
        code: 'output-limit-reached',
        says: /exceeded the \d+ output token maximum/i,
        means: (_fact, call) => `An answer was cut off at max-output-tokens (${call.maxOutputTokens}), several times over. Thinking counts towards it.`,
        fix: (_fact, call) => `Raise the input (more is reserved of the tokens-per-minute quota with each call):\n  max-output-tokens: "${Math.max(16384, call.maxOutputTokens * 2)}"`,
    },
    {
        row: 'B14',
        code: 'prompt-too-long',
        says: /input is too long|prompt is too long/i,
        means: "The conversation does not fit into the model's context.",
        fix: 'Give the agent less at once: a shorter prompt or prompt-file, smaller files to read, max-turns, or several jobs.',
    },
    {
        row: 'B15 prompt caching',
        code: 'request-rejected',
        says: /prompt caching|cache_control|cachePoint/i,
        means: 'This model, or this region, does not take prompt caching.',
        fix: 'Switch it off:\n  disable-prompt-caching: true',
    },
    {
        row: 'B15 thinking budget',
        code: 'request-rejected',
        says: /thinking\.budget_tokens/i,
        means: 'The thinking budget must be smaller than the output limit.',
        fix: (_fact, call) => `  max-output-tokens: "${call.maxOutputTokens}"\n  max-thinking-tokens: "${thinkingBelow(call)}"   # less than max-output-tokens, or 0`,
    },
    {
        row: 'B15 thinking type',
        code: 'request-rejected',
        says: /thinking\.type/i,
        means: 'The model wants another kind of thinking than Claude Code asked for; behind an application inference profile it cannot tell which model it talks to.',
        fix: 'Name the system inference profile in model instead of the ARN, or take a newer claude-code-version.',
    },
    {
        row: 'B15 beta header',
        code: 'request-rejected',
        says: /anthropic[-_]beta|invalid beta flag/i,
        means: 'Claude Code asked for a feature that Bedrock does not know for this model.',
        fix: [
            'Tell Claude Code to leave such features out:',
            '  env:',
            '    CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS: "1"',
            '  with:',
            '    environment: CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS',
        ].join('\n'),
    },
    {
        row: 'B15',
        code: 'request-rejected',
        says: /Malformed input request|Extra inputs are not permitted/i,
        means: 'The request has a field that this model does not take: Claude Code is too new or too old for it, or a gateway changes requests.',
        fix: 'Leave claude-code-version empty (the version this release was tested with), or name a newer model.',
    },
];
function thinkingBelow({ maxOutputTokens }) {
    return maxOutputTokens > 1024 ? 1024 : 0;
}

;// CONCATENATED MODULE: ./lib/bedrock/explain-throughput.js


/** Quotas, and trouble on AWS's side. A stream's exceptions (B24) carry the same names. */
const THROUGHPUT_ROWS = [
    {
        row: 'B17',
        code: 'daily-quota-exhausted',
        says: /Too many (tokens|requests) per day/i,
        means: 'The quota of the day is used up, or is close to nothing, as on a new account: waiting inside this job cannot help.',
        fix: (_fact, call) => [
            `Compare the applied value of "Model invocation max tokens per day for ${quotaModel(call)}" with its default in ${call.region}:`,
            seeQuotas(call),
            'An applied value below the default is raised by AWS Support only; else run again tomorrow, or name another model.',
        ].join('\n'),
    },
    {
        row: 'B16',
        code: 'throttled',
        says: /Too many tokens/i,
        means: (_fact, call) => `The tokens-per-minute quota is used up. Each call reserves its input and all of max-output-tokens (${call.maxOutputTokens}) when it starts.`,
        fix: lessOrMore,
    },
    {
        row: 'B18',
        code: 'throttled',
        says: /Too many requests/i,
        named: ['throttling', 'throttled', 'toomanyrequests', 'requestlimitexceeded'],
        statuses: [429],
        means: 'More calls a minute were made than the quota of this account and region allows.',
        fix: lessOrMore,
    },
    {
        row: 'B19',
        code: 'service-unavailable',
        says: /Too many connections|unable to process your request/i,
        named: ['serviceunavailable'],
        statuses: [503],
        means: 'AWS has no room for the model just now; this is not a quota of yours.',
        fix: elsewhere,
    },
    {
        row: 'B20',
        code: 'quota-exceeded',
        says: /exceeds the service quota/i,
        named: ['servicequotaexceeded'],
        means: 'A quota that is no rate is reached; trying again cannot help.',
        fix: (_fact, call) => `Find the quota that the words name, and ask for more, in ${call.region}:\n${seeQuotas(call)}`,
    },
    {
        row: 'B21',
        code: 'service-unavailable',
        named: ['modelnotready'],
        means: 'The model is still being loaded.',
        fix: 'Run the job again in a few minutes.',
    },
    {
        row: 'B22',
        code: 'model-timeout',
        named: ['modeltimeout'],
        statuses: [408],
        means: 'The model took longer than Bedrock waits.',
        fix: 'Run again; if it happens often, ask for less at once: a shorter prompt, smaller steps, or a faster model in model.',
    },
    {
        row: 'B23',
        code: 'model-error',
        named: ['modelerror', 'modelstreamerror'],
        statuses: [424],
        means: 'The model itself failed on this request.',
        fix: 'Run again once. If it fails on the same input again, name another model, or give the request id to AWS Support.',
    },
    {
        row: 'B25',
        code: 'service-unavailable',
        named: ['internalserver', 'internalfailure', 'internalservererror'],
        statuses: [500],
        means: 'Bedrock failed inside; such faults are usually short.',
        fix: elsewhere,
    },
];
function lessOrMore(_fact, call) {
    const reserved = call.maxOutputTokens > 4096 ? ['  max-output-tokens: "4096"   # reserve less with each call'] : [];
    return [
        'Ask for less:',
        ...reserved,
        '  strategy: { max-parallel: 2 }   # fewer jobs of a matrix at once',
        ...otherProfile(call),
        `Or raise "${tokensPerMinuteQuota(call)}" in ${call.region}:`,
        seeQuotas(call),
    ].join('\n');
}
function elsewhere(_fact, call) {
    return [
        'Run again later; https://health.aws.amazon.com/health/status shows known trouble. Or give Bedrock more room:',
        '  fallback-model: <a second inference profile id>',
        ...otherProfile(call),
    ].join('\n');
}
function otherProfile(call) {
    const { prefix, modelId } = parseModel(call.model ?? '');
    if (modelId === undefined || prefix === 'global' || prefix === 'us-gov')
        return [];
    const id = `global.${modelId}`;
    if (call.profiles !== undefined && !call.profiles.includes(id))
        return [];
    const check = call.profiles === undefined ? `, if list-inference-profiles has it in ${call.region}` : '';
    return [`  model: ${id}   # a quota of its own, and every commercial region${check}`];
}

;// CONCATENATED MODULE: ./lib/bedrock/explain-rows.js






/**
 * Every answer of Bedrock that this release knows; the first row that fits decides. Denials come after the subscription
 * rows, whose texts hold a denial of AWS Marketplace. Texts from public threads and AWS's own list of errors, November 2026.
 */
const BEDROCK_ERRORS = [
    ...ACCESS_ROWS,
    ...DENIED_ROWS,
    ...THROUGHPUT_ROWS,
    ...REQUEST_ROWS,
    ...CREDENTIALS_ROWS,
    ...NETWORK_ROWS,
];

;// CONCATENATED MODULE: ./lib/bedrock/explain.js



/**
 * Says what an error of Bedrock means and what to do, from the service's own answer or from Claude Code's rendering of it
 * (then with an empty name). What no row knows keeps the service's words and is never guessed at.
 */
function explainBedrock(error, call) {
    const fact = explain_fact_factOf(error);
    const known = { ...call, model: call.model ?? explain_modelIn(fact) };
    const row = rowFor(fact, known);
    const means = row === undefined ? UNKNOWN_MEANS : textOf(row.means, fact, known);
    const fix = row === undefined ? unknownFix(error) : textOf(row.fix, fact, known);
    return new errors/* Failure */.HR(row?.code ?? unknownCode(fact.status), {
        message: `${quote(fact, error, call)}\n${means}`,
        hint: fix,
        cause: error,
    });
}
const HEALING = [
    'throttled',
    'service-unavailable',
    'model-timeout',
    'model-error',
    'network-unreachable',
];
/** Whether the same call may succeed a moment later (a `model-error`: once); everything else fails again the same way. */
function explain_canHeal(code) {
    return HEALING.includes(code);
}
/** Text is the most telling, then the name, then the status. */
function rowFor(fact, call) {
    const rows = BEDROCK_ERRORS.filter(({ when }) => when?.(fact, call) ?? true);
    return (rows.find(({ says }) => says?.test(fact.words)) ??
        rows.find(({ named }) => named?.includes(fact.name)) ??
        rows.find(({ statuses }) => fact.status !== undefined && statuses?.includes(fact.status)));
}
/** The model that the words name, unless as a foundation model behind a profile, which is not what was called. */
function explain_modelIn({ words }) {
    return /(?<!foundation-model\/[\w.-]*)\b(?:[a-z]+(?:-[a-z]+)?\.)?anthropic\.claude[\w.:-]*\w/.exec(words)?.[0];
}
function textOf(text, fact, call) {
    return typeof text === 'string' ? text : text(fact, call);
}
function quote(fact, error, call) {
    const name = (error.name.split(':')[0] ?? '').replace(/^(Error|ServiceError)$/, '');
    const status = fact.status === undefined ? '' : `HTTP ${fact.status}`;
    const id = error.requestId === undefined ? '' : `request id ${error.requestId}`;
    const facts = [name, status, call.region, call.model, id].filter(Boolean);
    return `${error.service} ${error.operation}: ${fact.words || 'no message'} (${facts.join(', ')})`;
}
const UNKNOWN_MEANS = 'This answer is not one that this action knows.';
function unknownCode(status) {
    if (status !== undefined && status >= 500)
        return 'service-unavailable';
    return status !== undefined && status >= 400 ? 'request-rejected' : 'unexpected';
}
function unknownFix(error) {
    const id = error.requestId === undefined ? '' : ` and the request id ${error.requestId}`;
    return `Look for these words in https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html, or give them${id} to AWS Support.`;
}

;// CONCATENATED MODULE: ./lib/bedrock/limits.js
/** What Claude Code asks for when nothing limits it: `max_tokens` of Opus 5.5, its default model (measured with 2.1.330). */
const UNLIMITED_TOKENS = 128_000;
/**
 * What the limits of this run mean, as lines for the log. Bedrock reserves a call's `max_tokens` of the tokens-per-minute
 * quota when the call starts (https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html).
 */
function describeLimits(bedrock) {
    const { maxOutputTokens, maxThinkingTokens } = bedrock;
    const times = Math.floor(UNLIMITED_TOKENS / maxOutputTokens);
    const saved = times > 1 ? `, ${times} times less than Opus 5.5 would reserve without a limit (${UNLIMITED_TOKENS})` : '';
    return [
        `max-output-tokens ${maxOutputTokens}: each call reserves that much of the tokens-per-minute quota when it starts${saved}. Raise it when a run ends with output-limit-reached.`,
        `max-thinking-tokens ${maxThinkingTokens}: models with adaptive thinking (Opus 4.6 and Sonnet 4.6 and later) ignore it; their thinking counts towards max-output-tokens.`,
    ];
}

// EXTERNAL MODULE: ./lib/claude/events-parse.js
var events_parse = __webpack_require__(28387);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/claude/narrate-line.js

/** Width of a line that is one of many. */
const BRIEF_WIDTH = 160;
/** Bounds what is looked at, whatever the length of the text. */
const FIRST_PART = 4000;
/** The first line of `text` that is not blank, cut to `width` characters, with no control characters in it. */
function oneLine(text, width = BRIEF_WIDTH) {
    const [first = '', ...rest] = linesIn(text.trim().slice(0, FIRST_PART));
    return cut(rest.length > 0 ? `${first} …` : first, width);
}
/** The input that says most about a tool call, in this order. */
const TELLING = ['command', 'file_path', 'notebook_path', 'pattern', 'path', 'url', 'query', 'skill', 'description'];
/** The input of a tool call on one line: its most telling part, or else all of it. */
function inputLine(input) {
    if (typeof input !== 'object' || input === null)
        return '';
    const fields = new Map(Object.entries(input));
    const value = TELLING.map((name) => fields.get(name)).find((telling) => typeof telling === 'string');
    return oneLine(typeof value === 'string' ? value : fields.size === 0 ? '' : JSON.stringify(input));
}
/** The lines of a text, however they end. */
const linesIn = (text) => text.split(/\r\n|[\r\n\u2028\u2029]/);
/** A line of at most `width` characters, with no control characters in it; `…` stands for what was cut off. */
function cut(line, width) {
    // Some characters count twice, and what is dropped counts too: clean more than is kept.
    const part = line.slice(0, 4 * width);
    const characters = Array.from(clean(part));
    const whole = characters.length <= width && part.length === line.length;
    return whole ? characters.join('').trimEnd() : `${characters.slice(0, width).join('')}…`;
}
/** `1 turn`, `2 turns`. */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
/** Without escape sequences, control characters, and marks that turn the direction of text. */
const clean = (line) => (0,external_node_util_.stripVTControlCharacters)(line)
    .replaceAll('\t', '  ')
    .replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');

// EXTERNAL MODULE: ./lib/claude/retry-reason.js
var retry_reason = __webpack_require__(78109);
;// CONCATENATED MODULE: ./lib/claude/narrate.js


/**
 * A narrator that shows nothing (`off`), a line a turn and tool call (`summary`), or all text, tool inputs and tool results
 * (`full`). Lines are bounded in length and hold no control characters.
 */
function narrator(show) {
    if (show === 'off')
        return { lines: () => [], quiet: () => undefined };
    const calls = new Map();
    const tell = show === 'full' ? fully : briefly;
    let begun = false;
    return {
        lines(event, elapsedMs) {
            // It comes again whenever a subagent in the background has ended.
            if (event.kind === 'init' && begun)
                return [];
            begun ||= event.kind === 'init';
            const indent = 'parentToolUseId' in event && event.parentToolUseId !== undefined ? '  ' : '';
            const start = `${clock(elapsedMs)}  ${indent}`;
            return storyOf(event, (block) => {
                if (block.kind === 'tool-use')
                    calls.set(block.id, block);
                if (calls.size > CALLS_AT_ONCE)
                    calls.delete([...calls.keys()][0] ?? '');
                const lines = tell(block, block.kind === 'tool-result' ? calls.get(block.toolUseId)?.name : undefined);
                if (block.kind === 'tool-result')
                    calls.delete(block.toolUseId);
                return lines;
            }).map((line) => (line.startsWith(' ') ? ' '.repeat(start.length) : start) + line);
        },
        quiet(quietMs, elapsedMs) {
            const [running] = [...calls.values()].slice(-1);
            const what = running === undefined ? 'the model' : `${running.name}  ${inputLine(running.input)}`.trimEnd();
            return `${clock(elapsedMs)}  … ${clock(quietMs)} without news, waiting for ${what}`;
        },
    };
}
/** More than run at once: a call whose result never comes must not be remembered for ever. */
const CALLS_AT_ONCE = 100;
function storyOf(event, tell) {
    switch (event.kind) {
        case 'init':
            return [oneLine(`Claude Code ${event.version ?? ''}${event.model === undefined ? '' : `, ${event.model}`}`)];
        case 'assistant':
            if (event.error === undefined)
                return event.blocks.flatMap(tell);
            return event.blocks.flatMap((block) => (block.kind === 'text' ? [oneLine(`✗ ${block.text}`, FULL_WIDTH)] : []));
        case 'user':
            return event.blocks.flatMap((block) => (block.kind === 'tool-result' ? tell(block) : []));
        case 'retry':
            return [oneLine(describeRetry(event))];
        case 'result':
            return [oneLine(describeResult(event))];
        case 'raw':
            return event.text.trim() === '' ? [] : [oneLine(event.text)];
        case 'other':
            return [];
    }
}
/** One line a block. */
const briefly = (block, tool) => {
    if (block.kind === 'text' && block.text.trim() !== '')
        return [oneLine(`Claude: ${block.text}`)];
    if (block.kind === 'tool-use')
        return [oneLine(`${block.name}  ${inputLine(block.input)}`)];
    if (block.kind === 'tool-result' && block.isError)
        return [oneLine(`✗ ${tool ?? 'tool'} failed: ${block.text}`)];
    return [];
};
/** A title, and below it all there is. */
const fully = (block, tool = 'tool') => {
    switch (block.kind) {
        case 'text':
            return block.text.trim() === '' ? [] : ['Claude:', ...body(block.text)];
        case 'thinking':
            return block.text.trim() === '' ? [] : ['Claude thinks:', ...body(block.text)];
        case 'tool-use':
            return [oneLine(block.name), ...body(JSON.stringify(block.input ?? {}, undefined, 2))];
        case 'tool-result':
            return [oneLine(block.isError ? `✗ ${tool} failed:` : `${tool} returned:`), ...body(block.text)];
        case 'other':
            return [];
    }
};
function describeRetry(event) {
    const reason = (0,retry_reason/* retryReason */.D)(event);
    const wait = (event.delayMs / 1000).toFixed(1);
    return `↻ the call to the model failed${reason === '' ? '' : ` (${reason})`}; retry ${event.attempt} of ${event.maxRetries} in ${wait} s`;
}
function describeResult(event) {
    const turns = event.numTurns === undefined ? [] : [counted(event.numTurns, 'turn')];
    const cost = event.totalCostUsd === undefined ? [] : [`$${event.totalCostUsd.toFixed(4)}`];
    const why = event.terminalReason ?? event.subtype;
    const end = event.isError ? `✗ ended${why === undefined ? '' : ` (${why})`}` : '✓ done';
    return [end, ...turns, ...cost].join(', ');
}
const FULL_WIDTH = 1000;
const FULL_LINES = 500;
function body(text) {
    const lines = linesIn(text.trimEnd());
    const more = lines.length - FULL_LINES;
    const shown = lines.slice(0, FULL_LINES).map((line) => `  ${cut(line, FULL_WIDTH)}`);
    return more > 0 ? [...shown, `  … ${more} more lines, see the transcript`] : shown;
}
/** `75:03` for an hour and a quarter. */
function clock(ms) {
    const seconds = Math.floor(ms / 1000);
    const padded = (value) => String(value).padStart(2, '0');
    return `${padded(Math.floor(seconds / 60))}:${padded(seconds % 60)}`;
}

// EXTERNAL MODULE: ./lib/claude/tally.js
var tally = __webpack_require__(77712);
;// CONCATENATED MODULE: ./lib/claude/timeline.js

/** Starts a timeline at `startedAt`, in milliseconds since 1970. What a subagent does is part of the call that started it. */
function startTimeline(startedAt) {
    const calls = new Map();
    let kept = { stretches: [], left: 0 };
    /** Since when the model has been asked, and when it last said something. */
    let asked;
    let spoken;
    const keep = (stretch) => (kept = withStretch(kept, stretch));
    const endModel = (to) => {
        if (asked !== undefined && to !== undefined)
            keep({ kind: 'model', what: '', from: asked, to, failed: false });
        asked = spoken = undefined;
    };
    const endCall = (id, to, failed) => {
        const call = calls.get(id);
        if (call !== undefined)
            keep({ kind: 'tool', what: call.name, from: call.from, to, failed });
        calls.delete(id);
    };
    function add(event, at) {
        if ('parentToolUseId' in event && event.parentToolUseId !== undefined)
            return;
        if (event.kind === 'init')
            asked = at;
        if (event.kind === 'assistant') {
            asked ??= at;
            spoken = at;
            for (const block of event.blocks) {
                if (block.kind === 'tool-use' && calls.size < MOST_AT_ONCE)
                    calls.set(block.id, { name: block.name, from: at });
            }
        }
        if (event.kind === 'user') {
            endModel(spoken);
            asked = at;
            for (const block of event.blocks)
                if (block.kind === 'tool-result')
                    endCall(block.toolUseId, at, block.isError);
        }
        if (event.kind === 'retry') {
            keep({ kind: 'retry', what: (0,retry_reason/* retryReason */.D)(event), from: at, to: at + event.delayMs, failed: true });
        }
        if (event.kind === 'result')
            endModel(spoken);
    }
    return {
        add,
        timeline(at) {
            const unfinished = [...calls.keys()];
            endModel(unfinished.length === 0 ? (spoken ?? at) : spoken);
            unfinished.forEach((id) => endCall(id, at, true));
            return { startedAt, ...kept };
        },
    };
}
/** What fits on a page and is taken in at a glance. */
const MOST_SHOWN = 20;
/** More than run at once: a call whose result never comes must not be remembered for ever. */
const MOST_AT_ONCE = 100;
/** Holds the longest stretches by their start; with one too many the shortest goes. */
function withStretch({ stretches, left }, added) {
    const all = [...stretches, added];
    if (all.length <= MOST_SHOWN)
        return { stretches: inOrder(all), left };
    const shortest = all.reduce((least, each) => (each.to - each.from < least.to - least.from ? each : least));
    return { stretches: inOrder(all.filter((each) => each !== shortest)), left: left + 1 };
}
const inOrder = (stretches) => stretches.toSorted((a, b) => a.from - b.from);

;// CONCATENATED MODULE: ./lib/claude/agent.js





/**
 * Runs Claude Code to its end, keeping and telling its output as it comes, and ends all that it leaves behind. Rejects only
 * when `record` does; how the program fares is in the result.
 */
async function runAgent(task, world) {
    const { clock, log } = world;
    const startedAt = clock.now();
    const elapsed = () => clock.now() - startedAt;
    const counting = (0,tally/* startTally */.d)();
    const timing = startTimeline(startedAt);
    const story = narrator(task.show);
    // Paths of the checkout are shown as they are in the repository.
    const here = `${task.command.cwd}/`;
    let heardAt = elapsed();
    let stderrTail = '';
    async function hear(lines) {
        const events = (await task.record(lines)).map(events_parse/* parseEvent */.w);
        heardAt = elapsed();
        for (const event of events) {
            counting.add(event);
            timing.add(event, heardAt);
            for (const told of story.lines(event, heardAt))
                log.info(told.replaceAll(here, ''));
        }
        return events;
    }
    async function hearOutput(output) {
        for await (const lines of (0,agent_lines/* lineGroupsOf */.U)(output))
            await hear(lines);
    }
    async function hearErrors(output) {
        for await (const lines of (0,agent_lines/* lineGroupsOf */.U)(output)) {
            for (const event of await hear(lines.map((text) => JSON.stringify({ type: 'raw', text })))) {
                if (event.kind === 'raw')
                    stderrTail = `${stderrTail}${event.text.slice(-TAIL)}\n`.slice(-TAIL);
            }
        }
    }
    async function breakSilence(over) {
        while (!over.aborted) {
            const quietMs = elapsed() - heardAt;
            const told = quietMs >= HEARTBEAT_MS ? story.quiet(quietMs, elapsed()) : undefined;
            if (told !== undefined)
                log.info(told);
            await clock.sleep(HEARTBEAT_MS - (quietMs % HEARTBEAT_MS), over);
        }
    }
    const child = world.processes.start(task.command);
    const over = new AbortController();
    try {
        const [exit, stopped] = await Promise.all([
            child.ended.finally(() => over.abort()),
            stopInTime(child, { task, clock, over: over.signal }),
            hearOutput(child.stdout),
            hearErrors(child.stderr),
            breakSilence(over.signal),
        ]);
        const durationMs = elapsed();
        return { exit, tally: counting.tally(), timeline: timing.timeline(durationMs), stopped, stderrTail, durationMs };
    }
    finally {
        // Its commands run in sessions of their own and survive it.
        await child.killTree();
    }
}
/** Of standard error, this many characters are kept. */
const TAIL = 4_000;
const HEARTBEAT_MS = 60_000;
/**
 * How a run is brought to an end: SIGINT first, since then it reports its costs; SIGTERM; then all its processes are killed.
 * A cancelled job has 7.5 seconds until the runner ends the action itself (actions/runner 2.336).
 */
const GRACE_MS = { timeout: 3_000, cancel: 1_500 };
async function stopInTime(child, { task, clock, over }) {
    const isOver = () => over.aborted;
    await clock.sleep(task.timeoutMs, AbortSignal.any([task.stop, over]));
    if (isOver())
        return undefined;
    const reason = task.stop.aborted ? 'cancel' : 'timeout';
    for (const signal of ['SIGINT', 'SIGTERM']) {
        child.signal(signal);
        await clock.sleep(GRACE_MS[reason], over);
        if (isOver())
            return reason;
    }
    await child.killTree();
    return reason;
}

;// CONCATENATED MODULE: ./lib/claude/arguments.js
/**
 * Claude Code's arguments for one run; the prompt is not among them, it goes to standard input. Every value stands in one
 * argument with its flag (`--flag=value`), so that none can pass for a flag; a list is its flag again for each entry, since
 * within one entry Claude Code splits at commas and spaces outside brackets (all measured with 2.1.330). The model is given
 * here as well as in the environment: `env` in the settings of a checkout overrides the environment, but not the flag.
 */
function argumentsFor(agent, bedrock) {
    return [
        '-p',
        '--output-format=stream-json',
        '--verbose',
        ...each('--allowedTools', agent.allowedTools),
        ...each('--disallowedTools', agent.disallowedTools),
        ...maybe('--mcp-config', agent.mcpConfig),
        ...maybe('--resume', agent.resume?.id),
        ...maybe('--model', bedrock.model),
        ...maybe('--fallback-model', agent.fallbackModel),
        ...maybe('--append-system-prompt', agent.appendSystemPrompt),
        ...maybe('--max-turns', agent.maxTurns),
        ...maybe('--max-budget-usd', agent.maxBudgetUsd),
        ...maybe('--json-schema', agent.jsonSchema),
        ...maybe('--settings', agent.settings),
        // Last of ours: a flag that takes a list would take the first of the user's arguments for an entry of it.
        `--permission-mode=${agent.permissionMode}`,
        ...agent.claudeArgs,
    ];
}
const each = (flag, values) => values.map((value) => `${flag}=${value}`);
const maybe = (flag, value) => (value === undefined ? [] : [`${flag}=${value}`]);

;// CONCATENATED MODULE: ./lib/claude/outcome-crash.js

/** The failure of a run that never began; `spawnError` is the system's own word. */
function neverStarted(spawnError) {
    return new errors/* Failure */.HR('agent-crashed', {
        message: `Claude Code could not be started: ${spawnError}`,
        hint: spawnError.includes('E2BIG')
            ? 'The system limits the length of arguments (Linux: 128 KiB each): shorten append-system-prompt, or give json-schema, settings and mcp-config as smaller documents.'
            : 'Check that working-directory exists and that claude-code-path names an executable for this machine; without claude-code-path, Claude Code is installed anew.',
    });
}
/**
 * The failure of a run that ended without a `result` event, or with an exit code that contradicts it. What Claude Code
 * wrote to standard error is all there is to tell by.
 */
function crash(run) {
    const { exit, stderrTail } = run;
    if (/cannot be used with root\/sudo/i.test(stderrTail))
        return rootNotAllowed(stderrTail);
    const how = exit.signal === undefined ? `with exit code ${exit.code ?? 'unknown'}` : `by the signal ${exit.signal}`;
    const words = lastLines(stderrTail);
    return new errors/* Failure */.HR('agent-crashed', {
        message: `Claude Code ended ${how} without saying how its work went.${words === '' ? '' : ` It wrote: "${words}"`}`,
        hint: outcome_crash_hintFor(exit, stderrTail),
    });
}
function rootNotAllowed(stderrTail) {
    return new errors/* Failure */.HR('root-not-allowed', {
        message: `This job runs as root, where Claude Code refuses permission-mode bypassPermissions: "${lastLines(stderrTail)}"`,
        hint: [
            'Allow what is needed by name instead:',
            '  permission-mode: dontAsk',
            '  allowed-tools: |',
            '    Edit',
            '    Bash(npm test:*)',
            'or run the job as another user, or, where the machine is thrown away after the job, say so on this step:',
            '  env:',
            '    IS_SANDBOX: "1"',
            '  with:',
            '    environment: IS_SANDBOX',
        ].join('\n'),
    });
}
function outcome_crash_hintFor({ signal }, stderrTail) {
    if (/unknown option|error: option|argument missing/i.test(stderrTail))
        return 'Claude Code does not know one of its arguments: check claude-args against `claude --help` of this claude-code-version.';
    if (/^Error: .*(settings|mcp|json-schema)/im.test(stderrTail))
        return 'Correct the input that Claude Code names: settings, mcp-config or json-schema.';
    if (signal === 'SIGKILL')
        return 'Something else ended it, most often the system when memory ran out: use a larger runner, or let the agent run fewer things at once.';
    return 'Read the end of the transcript (transcript.jsonl holds what it wrote). If it happens again, pin another claude-code-version.';
}
/** The end of a text on one line, in at most 1000 characters. */
const lastLines = (text) => text
    .trim()
    .slice(-1000)
    .split(/\s*\n\s*/)
    .slice(-10)
    .join(' / ');

;// CONCATENATED MODULE: ./lib/claude/outcome.js



/**
 * Judges a run. Success takes both an exit code of 0 and a `result` event without an error: an interrupted run exits with 0
 * too, and a failed call of the model has the subtype `success` (measured with 2.1.330). A denied tool is no failure.
 */
function outcomeOf(run, context) {
    const failure = failureOf(run, context);
    const notes = (run.tally.result?.permissionDenials ?? []).map(describeDenial);
    if (failure === undefined)
        return { conclusion: 'success', notes };
    if (failure.code === 'agent-timed-out')
        return { conclusion: 'timed-out', failure, notes };
    return { conclusion: failure.code === 'agent-cancelled' ? 'cancelled' : 'failure', failure, notes };
}
function failureOf(run, context) {
    const { exit, stopped } = run;
    const { result } = run.tally;
    if (exit.spawnError !== undefined)
        return neverStarted(exit.spawnError);
    const succeeded = result !== undefined && !result.isError && result.subtype === 'success';
    if (succeeded && exit.code === 0)
        return structuredOutputMissing(result, context);
    if (stopped !== undefined)
        return stoppedFailure(stopped, run, context);
    return result === undefined || succeeded ? crash(run) : reported(result, run, context);
}
/** What the `result` event says went wrong. */
function reported(result, { tally }, context) {
    const { agent } = context;
    const reason = result.terminalReason;
    const words = result.result ?? result.errors?.join('; ') ?? '';
    if (result.subtype === 'error_max_turns' || reason === 'max_turns') {
        const limit = agent.maxTurns ?? result.numTurns ?? 0;
        return new errors/* Failure */.HR('max-turns-reached', {
            message: `Claude Code had not finished after ${counted(limit, 'turn')} (max-turns): "${words}"`,
            hint: `Allow more turns, or ask for less:\n  max-turns: "${limit * 2}"`,
        });
    }
    if (result.subtype === 'error_max_budget_usd' || reason === 'budget_exhausted') {
        const limit = agent.maxBudgetUsd ?? result.totalCostUsd ?? 0;
        const spent = result.totalCostUsd === undefined ? '' : ` It spent $${result.totalCostUsd.toFixed(4)}.`;
        return new errors/* Failure */.HR('budget-exceeded', {
            message: `Claude Code had not finished when max-budget-usd (${limit}) was used up: "${words}".${spent} The limit is checked between turns, when the last call is already paid for.`,
            hint: `Allow more, or ask for less:\n  max-budget-usd: "${limit * 2}"`,
        });
    }
    if (reason === 'api_error' || reason === 'prompt_too_long' || result.apiErrorStatus !== undefined) {
        const { region, model = tally.model, maxOutputTokens } = context.bedrock;
        return context.explain(new errors/* ServiceError */._7({
            service: 'Amazon Bedrock',
            operation: 'InvokeModelWithResponseStream',
            // Claude Code passes on words and status, not the name of the error.
            name: '',
            message: words,
            status: result.apiErrorStatus,
            requestId: tally.failedRequestId,
        }), { region, model, account: context.account, maxOutputTokens });
    }
    const how = [result.subtype, reason].filter((part) => part !== undefined && part !== '').join(', ');
    return new errors/* Failure */.HR('agent-failed', {
        message: `Claude Code ended with an error (${how || 'no reason given'}): "${words || 'no message'}"`,
        hint: 'The transcript shows the turns before it: open transcript.html of the artifact.',
    });
}
function structuredOutputMissing(result, { agent }) {
    if (agent.jsonSchema === undefined || result.structuredOutput !== undefined)
        return undefined;
    return new errors/* Failure */.HR('structured-output-missing', {
        message: 'json-schema was given, but Claude Code ended without a structured result: the model never gave one.',
        hint: 'Ask for the result in the prompt, and keep the schema simple; the output `result` holds what it answered instead.',
    });
}
function stoppedFailure(stopped, run, { agent }) {
    const { turns, retries } = run.tally;
    const far = `It had taken ${counted(turns, 'turn')}${retries === 0 ? '' : `, and seen ${counted(retries, 'failed call')} of the model retried`}.`;
    if (stopped === 'cancel') {
        return new errors/* Failure */.HR('agent-cancelled', {
            message: `The job was cancelled after the agent had run for ${minutes(run.durationMs)}. ${far}`,
            hint: 'Nothing is wrong with the set-up. A `concurrency` group with `cancel-in-progress: true` cancels older runs by itself.',
        });
    }
    return new errors/* Failure */.HR('agent-timed-out', {
        message: `The agent was stopped after ${minutes(agent.timeoutMs)} (timeout-minutes). ${far}`,
        hint: `Give it more time, or less to do:\n  timeout-minutes: "${roundedMinutes(agent.timeoutMs * 2)}"`,
    });
}
function describeDenial(denial) {
    const input = inputLine(denial.tool_input);
    return `Not allowed: ${denial.tool_name}${input === '' ? '' : `  ${input}`} (see allowed-tools)`;
}
const roundedMinutes = (ms) => Math.round(ms / 6_000) / 10;
const minutes = (ms) => (ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${roundedMinutes(ms)} min`);

;// CONCATENATED MODULE: ./lib/claude/session-file.js

/** Puts the transcript of the session to continue where Claude Code looks for it; does nothing without one. */
async function restoreSession({ resume, workingDirectory }, configDirectory, files) {
    if (resume === undefined)
        return;
    await files.copy(resume.path, (0,external_node_path_.join)(projectFolder(configDirectory, workingDirectory), `${resume.id}.jsonl`));
}
/** `-home-me-some-repo` for `/home/me/some_repo`; 2.1.330 also takes a session from any other project's folder (both measured). */
const projectFolder = (configDirectory, workingDirectory) => (0,external_node_path_.join)(configDirectory, 'projects', workingDirectory.replace(/[^A-Za-z0-9]/g, '-'));

;// CONCATENATED MODULE: ./lib/gateway/endpoint.js


/**
 * The endpoint of a plane in a region: the user's own for both planes, or else the one that the AWS SDK's variable names, or
 * else AWS's (https://docs.aws.amazon.com/general/latest/gr/bedrock.html). Throws a Failure for what is no address.
 */
function endpointOf(plane, region, env) {
    const { host, variable } = PLANES[plane];
    const named = ['ANTHROPIC_BEDROCK_BASE_URL', variable].find((name) => env[name]);
    const address = (named && env[named]) ?? `https://${host}.${region}.${dnsSuffixOf(region)}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol))
        throw noAddress(named ?? 'aws-region', address);
    return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, '') };
}
const PLANES = {
    runtime: { host: 'bedrock-runtime', variable: 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME' },
    control: { host: 'bedrock', variable: 'AWS_ENDPOINT_URL_BEDROCK' },
};
function noAddress(name, address) {
    return new errors/* Failure */.HR('input-invalid', {
        message: `${name} leads to "${address}", which is no http or https address.`,
        hint: `Give the whole address, or leave it out to use AWS's own:\n\n    env:\n      ${name}: https://bedrock.example.com`,
    });
}

;// CONCATENATED MODULE: ./lib/gateway/headers.js
/**
 * Of a connection and not of a call (RFC 9110, 7.6.1), said anew for Bedrock, or the caller's own say on who signs. Answers
 * must come unpacked, for the gateway reads them.
 */
const NOT_FORWARDED = /^(host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|content-length|accept-encoding|authorization|cookie|date|x-amz-.*|x-stainless-.*)$/;
const NOT_RETURNED = /^(connection|keep-alive|proxy-.*|trailer|transfer-encoding|upgrade|set-cookie)$/;
/** What of Claude Code's headers goes on to Bedrock. */
function forwardedHeaders(headers) {
    return without(headers, NOT_FORWARDED);
}
/** What of Bedrock's headers goes back to Claude Code. */
function returnedHeaders(headers) {
    return without(headers, NOT_RETURNED);
}
/** Also without what the header `connection` names. */
function without(headers, dropped) {
    const hops = (headers.connection ?? '').toLowerCase().split(/\s*,\s*/);
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.test(name) && !hops.includes(name)));
}

;// CONCATENATED MODULE: ./lib/gateway/bedrock-error.js


/** No error of Bedrock comes near it; of a longer page from something in between, the beginning will do. */
const LONGEST = 64 * 1024;
/** What an answer of status 400 and above says, as a fact. Reads its body. */
async function bedrockError(answer, { operation, origin }) {
    return new errors/* ServiceError */._7({
        service: 'Amazon Bedrock',
        operation,
        name: answer.headers['x-amzn-errortype'] ?? 'Error',
        message: await bedrock_error_textOf(answer.body),
        status: answer.status,
        requestId: answer.headers['x-amzn-requestid'],
        host: new URL(origin).hostname,
    });
}
/** Name and text of an error on one line, without secrets; for the log and diagnostics. */
function errorLine(error) {
    return `${nameOf(error)}: ${explain_fact_factOf(error).words || 'no message'}`;
}
/**
 * An error for Claude Code in AWS's own words, in the one form that it shows as text. Anew, not as received: AWS answers a
 * wrong signature with the request that it saw, session token and all.
 */
function errorAnswer(error, status) {
    const { headers, ...answer } = jsonAnswer(status, explain_fact_factOf(error).words || `HTTP ${status} without a message`);
    const id = error.requestId === undefined ? {} : { 'x-amzn-requestid': error.requestId };
    return { ...answer, headers: { ...headers, 'x-amzn-errortype': nameOf(error), ...id } };
}
/** An answer in the form of Bedrock's errors, which Claude Code shows as text. */
function jsonAnswer(status, message) {
    return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}
const nameOf = ({ name }) => name.split(':')[0] ?? '';
async function bedrock_error_textOf(body) {
    const decoder = new TextDecoder();
    let text = '';
    try {
        for await (const piece of body) {
            text += decoder.decode(piece, { stream: true });
            if (text.length > LONGEST)
                break;
        }
    }
    catch {
        // An error that breaks off is still one; its beginning says which.
    }
    return text;
}

;// CONCATENATED MODULE: ./lib/gateway/frames.js
const LENGTHS = 8;
const PRELUDE = 12;
const CHECKSUM = 4;
/** AWS's largest message has 24 MiB; what claims more is no event stream. */
const LARGEST = 24 * 1024 * 1024;
/**
 * Reads messages in the framing `application/vnd.amazon.eventstream` (https://smithy.io/2.0/aws/amazon-eventstream.html)
 * from pieces cut anywhere, for diagnostics only: checksums are for the receiver to check. After something that cannot be
 * a message it reads no more. A payload may be a view of the piece that it came in.
 */
function frameReader(onFrame) {
    const headersIn = headerReader();
    /** What has come of a message that is cut: its lengths at first, then room for all of it. */
    let begun = new Uint8Array(LENGTHS);
    let filled = 0;
    let lost = false;
    function emit(bytes, start, size) {
        const payloadStart = start + PRELUDE + numberAt(bytes, start + 4);
        const headers = headersIn(bytes, start + PRELUDE, payloadStart);
        if (headers === undefined)
            lost = true;
        else
            onFrame({ headers, payload: bytes.subarray(payloadStart, start + size - CHECKSUM) });
    }
    /** The size of the message that starts here; undefined when it cannot be one. */
    function sizeAt(bytes, start) {
        const size = numberAt(bytes, start);
        return size > LARGEST || PRELUDE + numberAt(bytes, start + 4) + CHECKSUM > size ? undefined : size;
    }
    /** Adds to a message that is cut; returns how many bytes it took. */
    function gather(rest) {
        const part = rest.subarray(0, begun.length - filled);
        begun.set(part, filled);
        filled += part.length;
        if (filled < begun.length)
            return part.length;
        if (filled === LENGTHS) {
            const size = sizeAt(begun, 0);
            lost = size === undefined;
            const whole = new Uint8Array(size ?? LENGTHS);
            whole.set(begun);
            begun = whole;
        }
        else {
            emit(begun, 0, filled);
            begun = new Uint8Array(LENGTHS);
            filled = 0;
        }
        return part.length;
    }
    return (piece) => {
        let at = 0;
        while (at < piece.length && !lost) {
            const left = piece.length - at;
            const size = filled === 0 && left >= LENGTHS ? sizeAt(piece, at) : Infinity;
            if (size === undefined)
                lost = true;
            else if (size > left)
                at += gather(piece.subarray(at));
            else {
                emit(piece, at, size);
                at += size;
            }
        }
    };
}
/** Nearly all messages of a stream have the same headers, which are parsed once. */
function headerReader() {
    let last;
    let parsed;
    return (bytes, start, end) => {
        if (last === undefined || Buffer.compare(last, bytes.subarray(start, end)) !== 0) {
            last = new Uint8Array(bytes.subarray(start, end));
            parsed = parseHeaders(last);
        }
        return parsed;
    };
}
/** Sizes of values by their type's number; -1: two bytes say it. */
const VALUE_SIZES = [0, 0, 1, 2, 4, 8, -1, -1, 8, 16];
const TEXT = 7;
function parseHeaders(bytes) {
    const headers = new Map();
    const text = (start, length) => new TextDecoder().decode(bytes.subarray(start, start + length));
    for (let at = 0; at < bytes.length;) {
        const nameLength = bytes[at] ?? 0;
        const typeAt = at + 1 + nameLength;
        const type = bytes[typeAt] ?? 255;
        const fixed = VALUE_SIZES[type];
        if (fixed === undefined || (fixed === -1 && typeAt + 3 > bytes.length))
            return undefined;
        const start = typeAt + (fixed === -1 ? 3 : 1);
        const length = fixed === -1 ? numberAt(bytes, typeAt + 1) >>> 16 : fixed;
        if (start + length > bytes.length)
            return undefined;
        if (type === TEXT)
            headers.set(text(at + 1, nameLength), text(start, length));
        at = start + length;
    }
    return headers;
}
function numberAt(bytes, at) {
    const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
    return a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
}

;// CONCATENATED MODULE: ./lib/gateway/stream-facts.js

/** Listens to an event stream of Bedrock piece by piece; of the model's words nothing is kept. */
function streamListener() {
    let first;
    let last;
    let broken;
    const hear = frameReader((frame) => {
        const type = frame.headers.get(':message-type');
        if (type === 'exception' || type === 'error')
            broken ??= frame;
        else {
            first ??= frame.payload;
            last = frame.payload;
        }
    });
    return {
        hear,
        facts: () => ({ ...usageOf(eventOf(first), eventOf(last)), exception: broken && exceptionOf(broken) }),
    };
}
/** Tokens of an answer that is no stream, from its headers. */
function usageInHeaders(headers) {
    const count = (name) => numberOr(null, headers[name] === undefined ? undefined : Number(headers[name]));
    return {
        inputTokens: count('x-amzn-bedrock-input-token-count'),
        outputTokens: count('x-amzn-bedrock-output-token-count'),
    };
}
/** Bedrock adds its count to the last event; a stream that broke off has only Claude's of the first. */
function usageOf(first, last) {
    const counted = field(last, 'amazon-bedrock-invocationMetrics');
    const started = field(field(first, 'message'), 'usage');
    return {
        inputTokens: numberOr(numberOr(null, field(started, 'input_tokens')), field(counted, 'inputTokenCount')),
        outputTokens: numberOr(null, field(counted, 'outputTokenCount')),
    };
}
function exceptionOf({ headers, payload }) {
    const name = headers.get(':exception-type') ?? headers.get(':error-code') ?? 'exception';
    const text = field(jsonOf(payload), 'message') ?? headers.get(':error-message');
    return { name, text: typeof text === 'string' ? text : '' };
}
/** An event travels as base64 in a field of a JSON object. */
function eventOf(payload) {
    const bytes = payload && field(jsonOf(payload), 'bytes');
    return typeof bytes === 'string' ? jsonOf(Buffer.from(bytes, 'base64')) : undefined;
}
function jsonOf(bytes) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return undefined;
    }
}
function field(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
function numberOr(otherwise, value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

;// CONCATENATED MODULE: ./lib/gateway/call-record.js


/** Starts the record of a call; `onBroken` hears of an answer that began well and broke off. */
function openRecord(call, to) {
    const started = to.clock.now();
    const time = new Date(started).toISOString();
    const end = (facts) => to.onCall({ time, ...call, ...facts, latencyMs: to.clock.now() - started });
    return {
        failed(error) {
            const { status = null, requestId = null } = error;
            end({ status, requestId, error: errorLine(error), inputTokens: null, outputTokens: null });
        },
        async *answered({ status, headers, body }) {
            const listener = streamListener();
            const isStream = headers['content-type']?.startsWith('application/vnd.amazon.eventstream') ?? false;
            let ending = 'The caller went away.';
            let broken = false;
            try {
                for await (const piece of body) {
                    if (isStream)
                        listener.hear(piece);
                    yield piece;
                }
                ending = null;
            }
            catch (error) {
                broken = !to.gone.aborted;
                if (broken)
                    ending = `The connection broke: ${error instanceof Error ? error.message : String(error)}`;
                throw error;
            }
            finally {
                const { exception, ...usage } = isStream
                    ? listener.facts()
                    : { ...usageInHeaders(headers), exception: undefined };
                if (exception !== undefined)
                    ending = `${exception.name}: ${exception.text}`;
                if (broken || exception !== undefined)
                    to.onBroken();
                end({ status, requestId: headers['x-amzn-requestid'] ?? null, error: ending, ...usage });
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/gateway/line.js




/** Pauses before a call is tried again when nothing answered. */
const line_PAUSES_MS = [250, 1_000];
/** How long a host that has answered may then be out of reach. */
const PASSING_MS = 60_000;
/** Opens the line; `onRepeat` hears of each call that has to be made again. */
function openLine({ upstream, clock }, { onCall, onRepeat }) {
    /** Hosts that have answered, and since when they have not. */
    const reached = new Map();
    async function attempt({ request, call, gone }) {
        const facts = { model: call.model ?? null, region: call.region };
        const record = openRecord(facts, { clock, onCall, onBroken: onRepeat, gone });
        const failed = (error) => {
            record.failed(error);
            return error;
        };
        try {
            const answer = await upstream.send(request, gone);
            reached.set(request.origin, undefined);
            if (answer.status < 400)
                return { ...answer, body: record.answered(answer) };
            return failed(await bedrockError(answer, request));
        }
        catch (error) {
            if (!(error instanceof errors/* ServiceError */._7))
                throw error;
            failed(error);
            if (gone.aborted)
                throw error;
            if (reached.has(request.origin))
                reached.set(request.origin, reached.get(request.origin) ?? clock.now());
            return error;
        }
    }
    return {
        async send(call) {
            const pauses = call.plane === 'runtime' ? line_PAUSES_MS : [];
            let came = await attempt(call);
            for (const pause of pauses) {
                if (!(came instanceof errors/* ServiceError */._7) || came.status !== undefined)
                    return came;
                if (!explain_canHeal(explainBedrock(came, call.call).code))
                    return came;
                await clock.sleep(pause, call.gone);
                onRepeat();
                came = await attempt(call);
            }
            return came;
        },
        isPassing(origin) {
            return reached.has(origin) && clock.now() - (reached.get(origin) ?? clock.now()) < PASSING_MS;
        },
    };
}

;// CONCATENATED MODULE: ./lib/gateway/main-model.js

/** A model's id as Claude Code puts it into a path: without the suffix `[1m]`. */
function pathId(model) {
    return parseModel(model).id;
}
/**
 * Tells whether the run cannot go on without a model: the one that the input names, or else (none, or an alias of Claude
 * Code) the first that is called and is not the small/fast one. A subagent's or a side job's model is not such a one: when
 * it is refused, Claude Code goes on (measured with 2.1.330).
 */
function mainModel({ model, smallFastModel, }) {
    const small = smallFastModel === undefined ? undefined : pathId(smallFastModel);
    let main = model !== undefined && isId(model) ? pathId(model) : undefined;
    return (name) => {
        if (name !== small)
            main ??= name;
        return name === main;
    };
}
function isId(model) {
    const { kind, id } = parseModel(model);
    return kind !== 'other' || id.startsWith('arn:');
}

;// CONCATENATED MODULE: ./lib/gateway/bedrock-client.js






/**
 * A client that signs each call for its region. A call that fails for its credentials is repeated once with renewed ones,
 * for its signature once with a new one, and because the model itself failed once as it is, for Claude Code does not
 * (measured with 2.1.330).
 */
function bedrockClient(options, world, onRepeat) {
    const { bedrock, env, profiles } = options;
    const line = openLine(world, { onCall: options.onCall, onRepeat });
    async function signed(request, session, region) {
        const headers = session.kind === 'bearer'
            ? { ...request.headers, authorization: `Bearer ${session.key}` }
            : await world.signer.sign(request, { keys: session.keys, region, now: world.clock.now() });
        return { ...request, headers };
    }
    return {
        async call(call) {
            const { route, gone } = call;
            const region = regionOf(route, bedrock);
            const { origin, prefix } = endpointOf(route.plane, region, env);
            const unsigned = {
                operation: route.operation,
                method: call.method,
                origin,
                target: `${prefix}${call.target}`,
                headers: forwardedHeaders(call.headers),
                body: call.body,
            };
            const repeated = new Set();
            let session = await options.session.current();
            for (;;) {
                const listed = await profiles;
                const facts = {
                    region,
                    model: route.name || undefined,
                    account: session.kind === 'keys' ? session.account : undefined,
                    maxOutputTokens: bedrock.maxOutputTokens,
                    ...(listed !== undefined && region === bedrock.region && { profiles: listed.ids }),
                };
                const request = await signed(unsigned, session, region);
                const came = await line.send({ request, plane: route.plane, call: facts, gone });
                if (!(came instanceof errors/* ServiceError */._7))
                    return came;
                const failure = explainBedrock(came, facts);
                const reason = reasonToRepeat(came, failure.code);
                if (reason === undefined || repeated.has(reason))
                    return { error: came, failure, call: facts, isPassing: line.isPassing(origin) };
                repeated.add(reason);
                if (reason === 'credentials')
                    session = await options.session.renew(session);
                if (reason === 'model')
                    onRepeat();
            }
        },
    };
}
/** The small/fast model may be in a region of its own; everything else is in the run's. */
function regionOf({ plane, name }, bedrock) {
    const { smallFastModel, smallFastModelRegion, region } = bedrock;
    const isSmall = smallFastModel !== undefined && name === pathId(smallFastModel);
    return plane === 'runtime' && isSmall ? smallFastModelRegion : region;
}
/** A signature that has aged on its way, or that a clock set meanwhile has spoiled, is good when it is made again. */
function reasonToRepeat({ name }, code) {
    if (code === 'model-error')
        return 'model';
    if (!code.startsWith('credentials-'))
        return undefined;
    return /signature|^RequestExpired|^RequestTimeTooSkewed/i.test(name) ? 'signature' : 'credentials';
}

;// CONCATENATED MODULE: ./lib/gateway/environment.js
/** The header in which Claude Code shows the gateway's token. */
const TOKEN_HEADER = 'x-claude-code-bedrock-gateway';
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];
/**
 * Variables that lead Claude Code to the gateway, unsigned and with its token beside the headers that the user gave. With
 * a proxy in its environment it would ask that one even for 127.0.0.1; it reads `no_proxy` before `NO_PROXY`, and SDK
 * parts of it only one of them (all measured with 2.1.330).
 */
function gatewayEnvironment({ url, token }, agent) {
    const headers = [agent.ANTHROPIC_CUSTOM_HEADERS, `${TOKEN_HEADER}: ${token}`].filter(Boolean);
    return {
        CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
        ANTHROPIC_BEDROCK_BASE_URL: url,
        ANTHROPIC_CUSTOM_HEADERS: headers.join('\n'),
        ...(PROXIES.some((name) => agent[name] || agent[name.toLowerCase()]) && environment_direct(agent)),
    };
}
function environment_direct(agent) {
    const spared = [agent.no_proxy, agent.NO_PROXY, '127.0.0.1'].flatMap((list) => list?.split(',') ?? []);
    const list = [...new Set(spared.map((item) => item.trim()).filter(Boolean))].join(',');
    return { NO_PROXY: list, no_proxy: list };
}

;// CONCATENATED MODULE: ./lib/gateway/profile-lookups.js
/** Far more than a run asks: one list, and one look at each model it uses. */
const MOST = 50;
/** What Claude Code asks first of all, and waits for (measured with 2.1.330). */
const ALL = '/inference-profiles?type=SYSTEM_DEFINED';
/**
 * Answers to questions about inference profiles. The first is answered by what preflight has listed, where it has: the agent
 * waits for it, and Bedrock needs a tenth of a second. They come without the token, so what Bedrock has answered once is
 * kept, and not more than fifty go there.
 */
function profileLookups(listed) {
    const answers = new Map();
    let asked = 0;
    return {
        /** The answer to a question, known by its path and query, or else asked now; undefined when there were too many. */
        async answer(target, ask) {
            const list = target === ALL ? await listed : undefined;
            if (list !== undefined)
                return listAnswer(list);
            if (!answers.has(target)) {
                if (asked >= MOST)
                    return undefined;
                asked += 1;
                answers.set(target, ask().then(whole));
            }
            const answer = await answers.get(target)?.catch((error) => {
                answers.delete(target);
                throw error;
            });
            if (answer?.status !== 200)
                answers.delete(target);
            return answer;
        },
    };
}
/** All on one page, as AWS may answer who sets no bound. */
function listAnswer({ summaries }) {
    const body = JSON.stringify({ inferenceProfileSummaries: summaries });
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
}
/** With its body read to the end, to be given more than once. */
async function whole({ status, headers, body }) {
    if (typeof body === 'string')
        return { status, headers, body };
    const pieces = [];
    for await (const piece of body)
        pieces.push(piece);
    return { status, headers, body: Buffer.concat(pieces).toString() };
}

;// CONCATENATED MODULE: ./lib/gateway/judgement.js

/** Codes that are about who calls, whatever is called. */
const EVERYONE = ['credentials-expired', 'credentials-invalid', 'credentials-missing'];
/**
 * Decides by what Claude Code does with each answer (measured with 2.1.330). It backs off from 408, 429 and 5xx, and it does so
 * from 401 and 403 too, ten times, for minutes; a 400 it does not repeat. It changes the request after a 400 that is about
 * the request, compacts after a prompt that is too long, and tries unstreamed after a 404; it does without a count, a
 * profile or a subagent's model that is refused.
 */
function judge(call) {
    const { operation, code, status } = call;
    if (!isInvocation(operation))
        return 'pass';
    if (status === undefined && call.isPassing)
        return 'retry';
    if (status !== undefined && explain_canHeal(code))
        return 'retry';
    if (code === 'prompt-too-long')
        return 'pass';
    if (code === 'request-rejected' && (status === 400 || status === 413))
        return 'pass';
    if (operation === 'InvokeModelWithResponseStream' && status === 404 && !call.isAwsError)
        return 'pass';
    return call.isMain || EVERYONE.includes(code) ? 'end' : 'refuse';
}
/** Whether an operation calls a model. */
function isInvocation(operation) {
    return operation === 'InvokeModel' || operation === 'InvokeModelWithResponseStream';
}

;// CONCATENATED MODULE: ./lib/gateway/troubles.js

const troubles_TOLD = 20;
/** Counts the calls that are repeated, and tells of the first twenty in a line each, with what to do. */
function troubleTeller(log) {
    let total = 0;
    let told = 0;
    return {
        tell(failure, call) {
            total += 1;
            told += 1;
            if (told <= troubles_TOLD)
                log.info(troubleLine(failure, call));
            if (told === troubles_TOLD)
                log.info('More calls like these are counted and no longer told.');
        },
        count: () => void (total += 1),
        total: () => total,
    };
}
/** What Bedrock said, what it means, and for a quota which one it is, on one line. */
function troubleLine({ code, message }, call) {
    const quota = code === 'throttled' ? ` The quota to raise: "${tokensPerMinuteQuota(call)}" in ${call.region}.` : '';
    return `${message.replaceAll(/\s*\n\s*/g, ' ')}${quota} The call is tried again.`;
}

;// CONCATENATED MODULE: ./lib/gateway/referee.js




/** A referee for one run; it tells the log of what it settles, of the same thing not again and again. */
function createReferee(bedrock, log) {
    const troubles = troubleTeller(log);
    const isMain = mainModel(bedrock);
    const warned = new Set();
    let end;
    return {
        saw({ operation, name }) {
            if (isInvocation(operation))
                isMain(name);
        },
        settle({ error, failure, call, isPassing }, { operation, name }) {
            const { status } = error;
            const facts = { operation, code: failure.code, status, isPassing, isAwsError: error.name !== 'Error' };
            const judgement = judge({ ...facts, isMain: isMain(name) });
            if (judgement === 'pass')
                return errorAnswer(error, status ?? 400);
            if (judgement === 'retry') {
                troubles.tell(failure, call);
                return errorAnswer(error, status ?? 503);
            }
            const answer = errorAnswer(error, 400);
            if (judgement === 'end')
                return (end ??= { failure, answer }).answer;
            const what = `${name} ${failure.code}`;
            if (!warned.has(what))
                log.warning(`${failure.message}\n${failure.hint}`, `The run goes on without ${name}`);
            warned.add(what);
            return answer;
        },
        endWith(failure) {
            return (end ??= { failure, answer: jsonAnswer(400, failure.message) }).answer;
        },
        end: () => end,
        countRepeat: () => troubles.count(),
        repeats: () => troubles.total(),
    };
}

;// CONCATENATED MODULE: ./lib/gateway/route.js
const RUNTIME = {
    invoke: 'InvokeModel',
    'invoke-with-response-stream': 'InvokeModelWithResponseStream',
    'count-tokens': 'CountTokens',
};
/** Model ids, profile ids and ARNs; AWS's own pattern allows no other characters. */
const NAME = /^[a-z0-9](?:[\w.:-]|\/(?=[a-z0-9]))*$/i;
const LIST_PARAMETERS = ['type', 'maxResults', 'nextToken'];
/**
 * What a request line asks for; undefined for everything that Claude Code does not. The path is taken as it came: nothing
 * is cleaned up, and what would need it is nothing that Claude Code sends.
 */
function routeOf(method, target) {
    const [path = '', query] = target.split(/\?(.*)/s);
    if (method === 'GET' && path === '/inference-profiles') {
        const known = [...new URLSearchParams(query).keys()].every((name) => LIST_PARAMETERS.includes(name));
        return known ? { plane: 'control', operation: 'ListInferenceProfiles', name: '' } : undefined;
    }
    if (query !== undefined)
        return undefined;
    const [, collection, raw = '', deed = ''] = /^\/(model|inference-profiles)\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
    const name = decoded(raw);
    if (!NAME.test(name))
        return undefined;
    if (method === 'GET' && collection === 'inference-profiles' && deed === '')
        return { plane: 'control', operation: 'GetInferenceProfile', name };
    const operation = method === 'POST' && collection === 'model' ? RUNTIME[deed] : undefined;
    return operation && { plane: 'runtime', operation, name };
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/gateway/gateway.js









/** The largest request body; Anthropic's own limit is 32 MB (https://platform.claude.com/docs/en/api/overview). */
const LARGEST_BODY = 64 * 1024 * 1024;
const NOT_OURS = 'This gateway takes the calls that Claude Code makes to Bedrock, and no others.';
const NO_TOKEN = 'This gateway takes the calls of one run of Claude Code only, which carry its token.';
const TOO_LARGE = `A request may have ${LARGEST_BODY} bytes.`;
const TOO_MANY = 'More inference profiles were asked for than a run of Claude Code uses.';
/**
 * Opens a gateway for one run: Claude Code's calls come in unsigned at 127.0.0.1 and go to Bedrock signed, so that the agent
 * holds no AWS credentials and outlives their end, and what cannot heal is named at once. Throws a Failure when an endpoint in
 * the environment is no address.
 */
async function openGateway(options, world) {
    const { bedrock, env, agent } = options;
    for (const plane of ['runtime', 'control'])
        endpointOf(plane, bedrock.region, env);
    const referee = createReferee(bedrock, world.log);
    const client = bedrockClient(options, world, () => referee.countRepeat());
    const lookups = profileLookups(options.profiles);
    const closing = new AbortController();
    async function forward(call, route, body) {
        const end = referee.end();
        if (end !== undefined)
            return end.answer;
        referee.saw(route);
        try {
            const outcome = await client.call({ ...call, route, body });
            if ('error' in outcome)
                return referee.settle(outcome, route);
            return { ...outcome, headers: returnedHeaders(outcome.headers) };
        }
        catch (error) {
            if (call.gone.aborted)
                throw error;
            return referee.endWith((0,errors/* asFailure */.h_)(error));
        }
    }
    async function answer(call) {
        const route = routeOf(call.method, call.target);
        if (route === undefined)
            return jsonAnswer(404, NOT_OURS);
        if (route.plane === 'control') {
            const end = referee.end();
            if (end !== undefined)
                return end.answer;
            // Others may wait for the same answer, so it does not end with the one who asked first.
            const ask = () => forward({ ...call, gone: closing.signal }, route, new Uint8Array());
            return (await lookups.answer(call.target, ask)) ?? jsonAnswer(403, TOO_MANY);
        }
        if (!call.known)
            return jsonAnswer(403, NO_TOKEN);
        const body = await call.body(LARGEST_BODY);
        return body === undefined ? jsonAnswer(413, TOO_LARGE) : forward(call, route, body);
    }
    const door = await world.loopback.listen(TOKEN_HEADER, answer);
    world.secrets.add(door.token);
    return {
        url: door.url,
        environment: gatewayEnvironment(door, agent),
        verdict: () => referee.end()?.failure,
        retries: () => referee.repeats(),
        async close() {
            closing.abort();
            await door.close();
            world.upstream.close();
        },
    };
}

;// CONCATENATED MODULE: ./lib/steps/run-prompt.js










/** Runs the prompt and adds to the facts how it went. Rejects with the failure of the sign-in, when that is what went wrong. */
async function runPrompt(run, context, world) {
    const { settings, readyPromise } = run;
    const access = await openAccess(run, context, world);
    try {
        await restoreSession(settings.agent, context.place.claudeConfig, world.files);
        const isolation = await run.isolationPromise;
        const agent = await world.log.group('Run the prompt', async (log) => {
            const notes = [...describeLimits(settings.bedrock), ...access.withheld, isolation.note];
            for (const note of notes)
                if (note !== undefined)
                    log.info(note);
            return runAgent({
                command: isolation.wrap({
                    file: run.executable,
                    args: argumentsFor(settings.agent, settings.bedrock),
                    cwd: settings.agent.workingDirectory,
                    env: access.variables,
                    stdin: run.prompt.text,
                }),
                timeoutMs: settings.agent.timeoutMs,
                stop: AbortSignal.any([run.stop, rejectionOf(readyPromise)]),
                show: settings.transcript.show,
                record: (lines) => context.recorder.record(lines),
            }, { ...world, log });
        });
        const { tally, timeline, durationMs } = agent;
        context.update({ tally, timeline, durationMs, retries: Math.max(tally.retries, access.retries()) });
        // A cancelled job has no time to wait for a sign-in that hangs, nor for a program that does.
        const session = run.stop.aborted ? undefined : await (await readyPromise).current().catch(() => undefined);
        const account = session?.kind === 'keys' ? session.account : undefined;
        const { claude } = context.facts();
        const isVersionUnknown = claude?.version === undefined && tally.claudeCodeVersion === undefined;
        if (claude !== undefined && isVersionUnknown && !run.stop.aborted)
            context.update({ claude: { ...claude, version: await askVersion(claude.path, world) } });
        const { failure, notes } = outcomeOf(agent, { ...settings, account, explain: explainBedrock });
        notes.forEach((note) => world.log.info(note));
        // What Bedrock itself answered says more than what Claude Code made of it; but a run that ended well, ended well.
        if (failure !== undefined)
            context.fail(isStopped(failure.code) ? failure : (access.fatalError() ?? failure));
    }
    finally {
        await access.close();
    }
}
const isStopped = (code) => code === 'agent-cancelled' || code === 'agent-timed-out';
/** Aborts when the promise rejects. */
function rejectionOf(promise) {
    const rejected = new AbortController();
    promise.catch(() => rejected.abort());
    return rejected.signal;
}
/** Opens the access that the input `credentials` names. The gateway is open at once; the other waits for the session. */
function openAccess(run, context, world) {
    const environment = {
        inherited: run.env,
        names: run.settings.agent.environment,
        bedrock: run.settings.bedrock,
        source: run.settings.identity.source.kind,
        configDirectory: context.place.claudeConfig,
        platform: world.runner.platform,
        run: run.id,
    };
    return run.settings.credentials === 'gateway'
        ? openGatewayAccess(environment, { run, context }, world)
        : openCredentialsAccess(environment, run.readyPromise, world);
}
async function openGatewayAccess(environment, { run, context }, world) {
    const { variables, withheld } = agentEnvironment({ ...environment, access: { kind: 'gateway' } });
    const session = {
        current: async () => (await run.readyPromise).current(),
        renew: async (stale) => (await run.readyPromise).renew(stale),
    };
    const gateway = await openGateway({
        bedrock: environment.bedrock,
        session,
        env: environment.inherited,
        agent: variables,
        profiles: run.profilesPromise,
        onCall: (call) => context.recordCall(call),
    }, world);
    return {
        variables: { ...variables, ...gateway.environment },
        withheld,
        fatalError: () => gateway.verdict(),
        retries: () => gateway.retries(),
        close: () => gateway.close(),
    };
}
async function openCredentialsAccess(environment, readyPromise, world) {
    const session = await readyPromise;
    const first = await session.current();
    const served = first.kind === 'keys' && first.renewable ? await serveContainerCredentials(session, world) : undefined;
    const access = served === undefined ? first : { kind: 'served', environment: served.environment };
    return {
        ...agentEnvironment({ ...environment, access }),
        fatalError: () => undefined,
        retries: () => 0,
        close: async () => served?.close(),
    };
}

;// CONCATENATED MODULE: ./lib/aws/refresh-command-shell.js


/**
 * Runs a command in the workspace through bash (Windows: pwsh), with nothing on its standard input, and ends it and all that
 * it started when its time is over. Never rejects.
 */
async function runInShell(command, { processes, clock, runner }) {
    const { line, timeoutMs, onLine } = command;
    const [file, ...args] = runner.platform === 'win32'
        ? ['pwsh', '-NoProfile', '-NonInteractive', '-Command', line]
        : ['bash', '-c', line];
    const child = processes.start({ file, args, cwd: runner.workspace, env: withoutRunners(command.env), stdin: '' });
    async function hear(stream) {
        const lines = [];
        for await (const heard of (0,agent_lines/* linesOf */.D)(stream)) {
            lines.push(heard);
            onLine?.(heard);
        }
        return lines;
    }
    const over = new AbortController();
    async function limit() {
        await clock.sleep(timeoutMs, over.signal);
        if (over.signal.aborted)
            return false;
        await child.killTree();
        return true;
    }
    const [exit, isLate, output, errors] = await Promise.all([
        child.ended.finally(() => over.abort()),
        limit(),
        hear(child.stdout),
        hear(child.stderr),
    ]);
    return {
        output: output.join('\n'),
        problem: isLate ? `did not end within ${timeoutMs / 1_000} seconds` : problemOf(exit, file),
        lastErrors: errors.slice(-10).join('\n').slice(-2_000),
    };
}
function problemOf({ code, signal, spawnError }, shell) {
    if (spawnError !== undefined)
        return `could not be started, since ${shell} could not: ${spawnError}`;
    if (code === 0)
        return undefined;
    return code === undefined ? `was ended by ${signal ?? 'a signal'}` : `ended with exit code ${code}`;
}
function withoutRunners(env) {
    return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined || isRunnersOwn(name) ? [] : [[name, value]])));
}

;// CONCATENATED MODULE: ./lib/aws/refresh-command-export.js


const TIMEOUT_MS = 60_000;
/**
 * The keys that the command of `aws-credential-export` prints, masked. Its output is shown nowhere; its errors are, when it
 * fails. Throws a Failure: `credentials-missing` when the command fails, `credentials-invalid` when what it prints is not
 * of the form.
 */
async function exportedKeys({ line, env }, world) {
    world.log.info('Running the command of aws-credential-export.');
    const { output, problem, lastErrors } = await runInShell({ line, env, timeoutMs: TIMEOUT_MS }, world);
    const printed = credentialsIn(output);
    for (const name of REQUIRED)
        world.secrets.add(refresh_command_export_textOf(printed, name) ?? '');
    if (problem !== undefined) {
        throw new errors/* Failure */.HR('credentials-missing', {
            message: `The command of aws-credential-export ${problem}${lastErrors === '' ? '.' : `:\n${lastErrors}`}`,
            hint: 'Run the command on the runner by hand, in bash (Windows: pwsh). It has 60 seconds, no input, and none of the variables that hold tokens of the runner (ACTIONS_*, INPUT_*).',
        });
    }
    return keysOf(printed);
}
const REQUIRED = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'];
const FORM = `Have the command print this and nothing else, as \`aws configure export-credentials --profile NAME\` does without the outer object:

    {"Credentials": {"AccessKeyId": "...", "SecretAccessKey": "...", "SessionToken": "...", "Expiration": "2026-01-31T12:00:00Z"}}

Expiration may be left out.`;
/** Both forms that Claude Code takes: inside `Credentials`, or flat (read from 2.1.330). Undefined: no JSON object. */
function credentialsIn(output) {
    let parsed;
    try {
        parsed = JSON.parse(output);
    }
    catch {
        return undefined;
    }
    if (!isObject(parsed))
        return undefined;
    const inner = Reflect.get(parsed, 'Credentials');
    return isObject(inner) ? inner : parsed;
}
function keysOf(printed) {
    if (printed === undefined)
        throw malformed('did not print a JSON object');
    const [accessKeyId, secretAccessKey, sessionToken] = REQUIRED.map((name) => refresh_command_export_textOf(printed, name));
    if (accessKeyId === undefined || secretAccessKey === undefined || sessionToken === undefined) {
        const missing = REQUIRED.filter((name) => refresh_command_export_textOf(printed, name) === undefined);
        throw malformed(`printed JSON without ${missing.join(' and ')} (as text that is not empty)`);
    }
    const ending = Reflect.get(printed, 'Expiration') ?? undefined;
    if (ending === undefined)
        return { accessKeyId, secretAccessKey, sessionToken };
    const expiration = new Date(typeof ending === 'string' ? ending : NaN);
    if (Number.isNaN(expiration.getTime()))
        throw malformed('printed an Expiration that is no date in ISO 8601');
    return { accessKeyId, secretAccessKey, sessionToken, expiration };
}
function malformed(what) {
    return new errors/* Failure */.HR('credentials-invalid', { message: `The command of aws-credential-export ${what}.`, hint: FORM });
}
const isObject = (value) => typeof value === 'object' && value !== null;
function refresh_command_export_textOf(from, name) {
    const value = from === undefined ? undefined : Reflect.get(from, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/aws/renewal-in-vain.js

/** Whether two sessions are the same credentials. */
function isSameSession(one, other) {
    if (one.kind === 'bearer')
        return other.kind === 'bearer' && one.key === other.key;
    return (other.kind === 'keys' &&
        one.keys.accessKeyId === other.keys.accessKeyId &&
        one.keys.sessionToken === other.keys.sessionToken);
}
/**
 * Why the run cannot go on when AWS no longer takes a session and signing in gives the same one again: temporary keys have
 * expired, lasting ones are not (or no longer) valid.
 */
function renewedInVain(session) {
    if (session.kind === 'bearer') {
        return new errors/* Failure */.HR('credentials-invalid', {
            message: 'Bedrock does not take the API key: it has expired, is deleted, or is of another region. It cannot be renewed.',
            hint: `Make a new key and store it in the secret that \`bedrock-api-key\` is given. A role needs no key, and is renewed:\n\n${renewal_in_vain_ROLE}`,
        });
    }
    if (session.keys.sessionToken === undefined) {
        return new errors/* Failure */.HR('credentials-invalid', {
            message: `AWS does not take the keys of ${session.arn}: they are deleted or deactivated. Signing in again gave the same.`,
            hint: `Set keys that are valid. A role needs none, and is renewed:\n\n${renewal_in_vain_ROLE}`,
        });
    }
    return new errors/* Failure */.HR('credentials-expired', {
        message: `The credentials of ${session.arn} have expired, and where they come from there are no newer ones.`,
        hint: `Let this step sign in itself; then it also renews the session:\n\n${renewal_in_vain_ROLE}

Or name a command that renews them (for a profile: \`aws-auth-refresh: aws sso login --profile NAME\`) or that prints fresh
ones (\`aws-credential-export\`).`,
    });
}
const renewal_in_vain_ROLE = `    permissions:
      id-token: write
      contents: read
    ...
        with:
          role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME`;

;// CONCATENATED MODULE: ./lib/aws/advice-on-credentials.js
const ASSUME_A_ROLE = `Let this step assume a role with GitHub's OIDC token:

    permissions:
      id-token: write
      contents: read
    ...
        with:
          role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME`;
/** No source of the chain, or of the profile, has keys. */
function noCredentials({ settings: { source } }) {
    const profile = profileOf(source);
    if (profile !== undefined) {
        return {
            meaning: `The AWS profile "${profile}" gives no credentials on this runner.`,
            fix: `Check the name and its settings where the job runs: \`aws configure list-profiles\` and \`aws sts get-caller-identity --profile ${profile}\`. The files are ~/.aws/config and ~/.aws/credentials of the runner's user, or what AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name.`,
        };
    }
    return {
        meaning: 'There are no AWS credentials: none in the environment, no web identity token file, no container or instance role, and no input says how to get some.',
        fix: ASSUME_A_ROLE,
    };
}
/** The sign-in behind a profile (IAM Identity Center, `aws login`) has ended. */
function signInExpired({ settings: { source } }) {
    const profile = profileOf(source) ?? 'default';
    return {
        meaning: `The sign-in of the AWS profile "${profile}" is missing or has expired.`,
        fix: `On the runner, sign in again: \`aws sso login --profile ${profile}\`. To have it done when needed:

    with:
      aws-auth-refresh: aws sso login --profile ${profile}`,
    };
}
/** Keys that were good once. */
function keysExpired({ settings: { source } }) {
    return {
        meaning: 'The credentials have expired.',
        fix: profileOf(source) === undefined
            ? `Get them later: put the step that signs in right before this one. Or do without it, and have them renewed. ${ASSUME_A_ROLE}`
            : `Renew those of the profile. To have it done when needed:

    with:
      aws-auth-refresh: aws sso login --profile ${profileOf(source)}`,
    };
}
/** The signature's time is off. */
function clockWrong() {
    return {
        meaning: "The runner's clock is wrong, so AWS does not accept its signatures.",
        fix: "Set the runner's clock (`timedatectl set-ntp true`), then run the job again.",
    };
}
/** Keys that AWS does not know. */
function keysInvalid({ settings: { source } }) {
    const profile = profileOf(source);
    const where = profile === undefined ? 'The keys of the environment' : `The keys of the AWS profile "${profile}"`;
    return {
        meaning: `${where} are not valid: deleted, wrong or incomplete (temporary keys need their AWS_SESSION_TOKEN), or of another partition than the region.`,
        fix: `Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary keys, AWS_SESSION_TOKEN anew, all three from the same place. Better, do without keys. ${ASSUME_A_ROLE}`,
    };
}
function profileOf(source) {
    return 'profile' in source ? source.profile : undefined;
}

;// CONCATENATED MODULE: ./lib/aws/advice.js
/** ARN of the role that these settings assume; words in its place when they assume none themselves. */
function roleOf({ source }) {
    return 'role' in source ? source.role.arn : 'the role';
}

;// CONCATENATED MODULE: ./lib/aws/id-token-claims.js
/**
 * Reads the claims of a JSON Web Token without verifying it: they are for messages, never for a decision. Undefined when
 * it is no such token. Claims: https://docs.github.com/actions/reference/security/oidc
 */
function claimsOf(token) {
    const claim = readPayload(token);
    const issuer = claim('iss');
    const subject = claim('sub');
    const audience = claim('aud');
    if (issuer === undefined || subject === undefined || audience === undefined)
        return undefined;
    return {
        issuer,
        subject,
        audience,
        repositoryId: claim('repository_id'),
        environment: claim('environment'),
        jobWorkflowRef: claim('job_workflow_ref'),
    };
}
/** The form of a token's `sub`. */
function subjectForm(subject) {
    if (/^repo:[^/@:]+@\d+\/[^/@:]+@\d+:/.test(subject))
        return 'immutable';
    return /^repo:[^/@:]+\/[^/@:]+:/.test(subject) ? 'name' : 'custom';
}
function readPayload(token) {
    let payload;
    try {
        payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    }
    catch {
        payload = undefined;
    }
    return (name) => {
        const value = typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined;
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
}

;// CONCATENATED MODULE: ./lib/aws/role-arn.js
/** Takes a role's ARN apart; parts of one that is malformed stand as words to fill in. */
function parseRoleArn(arn) {
    const match = /^arn:([\w-]+):iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn);
    return { partition: match?.[1] ?? 'aws', account: match?.[2] ?? 'ACCOUNT_ID', name: match?.[3] ?? 'ROLE_NAME' };
}

;// CONCATENATED MODULE: ./lib/aws/trust-policy.js

const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
/**
 * The trust policy under which `roleArn` lets in a job whose token has these claims, with the `sub` exactly as seen, in
 * either of its forms. `repository_id` pins the repository too, where STS knows that claim (github.com, since 2026-01):
 * a name can be taken over, an id cannot.
 */
function trustPolicyFor(claims, roleArn) {
    const { issuer, audience, subject, repositoryId } = claims;
    const id = issuer === GITHUB_ISSUER && repositoryId !== undefined ? { repository_id: repositoryId } : {};
    return trust(issuer, parseRoleArn(roleArn), { aud: audience, sub: subject, ...id });
}
/**
 * The trust policy of a role for `jobs`, before any of them has run: it takes both forms of `sub`, since only GitHub knows
 * which one a repository has, and pins the repository by its id, so that its name alone opens nothing. STS knows
 * `repository_id` and `job_workflow_ref` of GitHub's tokens (its list of condition keys, 2026-09).
 */
function trustPolicyForJobs(jobs, role) {
    const { owner, ownerId, name, id } = jobs.repository;
    const tails = jobs.environment === undefined
        ? [...jobs.branches.map((branch) => `ref:refs/heads/${branch}`), ...(jobs.pullRequests ? ['pull_request'] : [])]
        : [`environment:${jobs.environment}`];
    return trust(GITHUB_ISSUER, role, {
        aud: 'sts.amazonaws.com',
        sub: tails.flatMap((tail) => [`repo:${owner}/${name}:${tail}`, `repo:${owner}@${ownerId}/${name}@${id}:${tail}`]),
        repository_id: id,
        ...(jobs.jobWorkflowRef !== undefined && { job_workflow_ref: jobs.jobWorkflowRef }),
    });
}
function trust(issuer, { partition, account }, claims) {
    const provider = providerOf(issuer);
    return {
        Version: '2012-10-17',
        Statement: [
            {
                Effect: 'Allow',
                Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${provider}` },
                Action: 'sts:AssumeRoleWithWebIdentity',
                Condition: {
                    StringEquals: Object.fromEntries(Object.entries(claims).map(([claim, value]) => [`${provider}:${claim}`, value])),
                },
            },
        ],
    };
}
/** IAM's name of an OIDC provider: its URL without the scheme. */
function providerOf(issuer) {
    return issuer.replace(/^https:\/\//, '');
}

;// CONCATENATED MODULE: ./lib/aws/advice-on-denial.js




/** Why STS did not let a GitHub token into a role: what the token says, and the trust policy that would let it in. */
function roleDenied({ settings, claims }) {
    const role = roleOf(settings);
    const meaning = `The trust policy of ${role} does not let this job in, or there is no such role: AWS answers both the same.`;
    if (claims === undefined) {
        return {
            meaning,
            fix: `Check that ${role} exists and that its trust policy allows sts:AssumeRoleWithWebIdentity for this job.`,
        };
    }
    return {
        meaning: `${meaning}\nThe token of this job says:\n${describeClaims(claims)}`,
        fix: `Check the ARN, then make this the trust policy of ${parseRoleArn(role).name} (or put its Condition into the statement that is there):

${JSON.stringify(trustPolicyFor(claims, role), undefined, 2)}

${remarksOn(claims).join('\n')}`,
    };
}
/** Why STS did not let keys into a role (role chaining, or a profile with a role): both sides must allow it. */
function roleDeniedToKeys({ settings }, error) {
    const role = /on resource: (arn:\S+)/.exec(error.message)?.[1] ?? roleOf(settings);
    const caller = /User: (arn:\S+)/.exec(error.message)?.[1] ?? 'ARN_OF_THE_CALLER';
    const allow = { Effect: 'Allow', Action: 'sts:AssumeRole' };
    return {
        meaning: `The credentials that are present may not assume ${role}, or there is no such role: AWS answers both the same.`,
        fix: `Allow it on both sides. In the trust policy of ${role}:

${JSON.stringify({ ...allow, Principal: { AWS: principalOf(caller) } })}

In a policy of the caller:

${JSON.stringify({ ...allow, Resource: role })}`,
    };
}
const FORMS = {
    name: 'the form with names, repo:OWNER/REPO:...',
    immutable: 'the newer form with ids, repo:OWNER@ID/REPO@ID:...',
    custom: "a form of the organization's own",
};
function describeClaims(claims) {
    const lines = [
        ['sub', `${claims.subject} (${FORMS[subjectForm(claims.subject)]})`],
        ['aud', claims.audience],
        ['iss', claims.issuer],
        ['repository_id', claims.repositoryId],
        ['environment', claims.environment],
        ['job_workflow_ref', claims.jobWorkflowRef],
    ];
    return lines.map(([name, value]) => `  ${name}: ${value ?? '(none)'}`).join('\n');
}
function remarksOn({ subject }) {
    const form = subjectForm(subject);
    return [
        form === 'immutable' &&
            'A condition written for repo:OWNER/REPO:... never matches this token: its sub has the newer form, with ids.',
        form === 'name' &&
            'A condition written for repo:OWNER@ID/REPO@ID:... never matches this token: its sub has the form without ids.',
        subject.includes(':environment:') && 'The job has an `environment`, so its sub names that, not the branch.',
        subject.endsWith(':pull_request') && 'In runs for pull requests the sub ends in :pull_request, not in a branch.',
        'StringEquals compares letter by letter, upper and lower case included. In CloudTrail, subjectFromWebIdentityToken of the denied call shows what AWS received.',
    ].filter((remark) => remark !== false);
}
/** A session's ARN is no principal of a trust policy; its role's is. */
function principalOf(caller) {
    return caller.replace(/^(arn:[\w-]+):sts::(\d+):assumed-role\/([^/]+)\/.*$/, '$1:iam::$2:role/$3');
}

;// CONCATENATED MODULE: ./lib/aws/advice-on-network.js

/** There is no STS host of this region: no such region. */
function regionUnknown({ settings }) {
    return {
        meaning: `AWS has no host for the region ${settings.region}: most likely there is no such region.`,
        fix: otherRegions(settings.region),
    };
}
/** STS is there, but not for this account. */
function regionDisabled({ settings }) {
    return {
        meaning: `The account has not enabled the region ${settings.region}.`,
        fix: `${otherRegions(settings.region)}\n\nOr enable it: \`aws account enable-region --region-name ${settings.region}\`.`,
    };
}
/** Nothing answered, or something that is not the service did. */
function noConnection({ settings }, error) {
    const host = error.host ?? advice_on_network_hostOf(error.service, settings.region);
    return {
        meaning: `The runner has no working connection to ${host}. This is about the network, not about permissions.`,
        fix: `Let the runner reach ${host} over HTTPS. Behind a proxy, set for the runner:

    HTTPS_PROXY=http://PROXY:PORT
    NO_PROXY=127.0.0.1,localhost,169.254.169.254
    NODE_EXTRA_CA_CERTS=/path/of/the/proxy-ca.pem   # if it opens TLS

In a VPC without internet, make an interface endpoint for STS and set AWS_ENDPOINT_URL_STS to its URL.`,
    };
}
/** Too many calls in the account at the same time. */
function throttled() {
    return {
        meaning: 'Too many such calls were made in this account at the same time; the action has tried again in vain.',
        fix: 'Run the job again. In a large matrix, lower `strategy.max-parallel`.',
    };
}
/** The service has trouble of its own. */
function unavailable() {
    return {
        meaning: 'The service failed by itself; the action has tried again in vain.',
        fix: 'See https://health.aws.amazon.com/health/status, then run the job again.',
    };
}
function otherRegions(region) {
    return `Choose a region that serves Bedrock:

    with:
      aws-region: ${nearbyRegions(region)[0] ?? 'us-east-1'}

They are ${BEDROCK_REGIONS.join(', ')}.`;
}
function advice_on_network_hostOf(service, region) {
    return service === 'GitHub OIDC' ? '*.actions.githubusercontent.com' : `AWS STS of ${region}`;
}

;// CONCATENATED MODULE: ./lib/aws/advice-on-permission.js
/**
 * Why GitHub offers a job no OIDC token. Of the events, only those of a fork's pull request are certain; otherwise the
 * permission is missing in the job or, for a reusable workflow, in the job that calls it, which the runner does not tell.
 * https://docs.github.com/actions/reference/security/oidc#workflow-permissions-for-the-requesting-the-oidc-token
 */
function missingPermission({ runner }) {
    // GitHub runs `pull_request_target` in the base repository: there the permission decides, fork or not.
    if (runner.fromFork && runner.eventName !== 'pull_request_target') {
        return {
            meaning: 'This pull request comes from a fork. GitHub never gives OIDC tokens to workflows of such pull requests, whatever `permissions` says.',
            fix: FORK_FIX,
        };
    }
    return {
        meaning: 'GitHub offers this job no OIDC token, so it cannot assume a role: the permission `id-token: write` is missing.',
        fix: `1. In ${workflowFile(runner.workflowRef)}, let the job ask for tokens (a job with \`permissions\` has only those it names):

    jobs:
      ${runner.job}:
        permissions:
          id-token: write
          contents: read

2. If this step is in a reusable workflow, the job that calls it needs them too, as a called workflow never has more permissions than its caller:

    jobs:
      call:
        permissions:
          id-token: write
          contents: read
        uses: ./.github/workflows/reusable.yml`,
    };
}
const FORK_FIX = `Skip the job for forks:

    if: github.event.pull_request.head.repo.full_name == github.repository

To run on a fork's change, let a maintainer read it first and start a workflow with \`on: workflow_dispatch\`. \`pull_request_target\` does get a token: never check out or run the fork's code there.`;
function workflowFile(workflowRef) {
    return /\.github\/workflows\/[^@]+/.exec(workflowRef)?.[0] ?? 'the workflow';
}

;// CONCATENATED MODULE: ./lib/aws/advice-on-role.js


/** A policy above the role's own says no. */
function explicitDeny(_attempt, error) {
    const kind = /explicit deny in an? ([\w\s-]+?policy)/i.exec(error.message)?.[1] ?? 'policy';
    const action = /perform: (\S+)/.exec(error.message)?.[1] ?? 'sts:AssumeRoleWithWebIdentity';
    return {
        meaning: `A Deny in a ${kind} forbids this; no Allow can undo it.`,
        fix: `Ask who keeps that ${kind} to take ${action} out of the Deny for this role (NotAction, or a Condition on aws:PrincipalArn).`,
    };
}
/** The session may not last as long as asked. */
function sessionTooLong({ settings }) {
    const seconds = 'role' in settings.source ? settings.source.role.durationSeconds : 3600;
    return {
        meaning: `${roleOf(settings)} does not allow sessions of ${seconds} seconds.`,
        fix: `Ask for less:

    with:
      role-duration-seconds: 3600

or let the role's sessions last longer (12 hours at most):

    aws iam update-role --role-name ${parseRoleArn(roleOf(settings)).name} --max-session-duration ${seconds}`,
    };
}
/** Roles assumed from a role's session last an hour at most, whatever the role allows. */
function chainedTooLong() {
    return {
        meaning: 'A role that is assumed from the session of another role (role chaining) lasts one hour at most.',
        fix: `Ask for an hour:

    with:
      role-duration-seconds: 3600

or assume the role directly with GitHub's OIDC token: leave out \`role-chaining\`, and let the role's trust policy allow this job.`,
    };
}
/** STS does not accept the form of a value. */
function badValue({ settings }) {
    return {
        meaning: `AWS does not accept a value of this request. The role is ${roleOf(settings)}.`,
        fix: `Give full ARNs, of the partition that ${settings.region} is in (aws, aws-us-gov or aws-cn), and a session name of 2 to 64 letters, digits and _+=,.@-

    with:
      role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME
      managed-session-policies: arn:aws:iam::ACCOUNT_ID:policy/POLICY_NAME`,
    };
}
/** The session policies of the inputs are too big or malformed. */
function badSessionPolicy() {
    return {
        meaning: 'AWS does not accept the session policies of the inputs `inline-session-policy` and `managed-session-policies`.',
        fix: 'Correct or shorten `inline-session-policy` (all policies and tags of a session share 2048 characters, packed), or move it to a managed policy and give its ARN in `managed-session-policies`.',
    };
}

;// CONCATENATED MODULE: ./lib/aws/advice-on-token.js



const NO_CLAIMS = { issuer: 'https://token.actions.githubusercontent.com', audience: 'sts.amazonaws.com' };
/** GitHub's token service answered, but with no token. */
function noToken() {
    return {
        meaning: 'GitHub gave no OIDC token, so the role cannot be assumed.',
        fix: 'See https://www.githubstatus.com, then run the job again. On a self-hosted runner behind a proxy, allow HTTPS to *.actions.githubusercontent.com.',
    };
}
/** STS could not fetch the keys that GitHub's tokens are signed with. */
function keysOutOfReach({ claims, runner }) {
    const meaning = "AWS could not fetch the public keys of GitHub's OIDC provider to verify the token, also when asked again.";
    if (runner.serverUrl === 'https://github.com') {
        return {
            meaning,
            fix: 'Run the job again. If it happens in a large matrix, lower `strategy.max-parallel`: AWS limits how often it asks.',
        };
    }
    const { issuer } = claims ?? NO_CLAIMS;
    return {
        meaning,
        fix: `Let AWS reach the server from the internet: ${issuer}/.well-known/openid-configuration and the \`jwks_uri\` it names.`,
    };
}
/** The role's account does not know GitHub as an OIDC provider. */
function noProvider({ settings, claims }) {
    const { issuer, audience } = claims ?? NO_CLAIMS;
    const { account } = parseRoleArn(roleOf(settings));
    return {
        meaning: `Account ${account} does not have ${issuer} as an OIDC identity provider, so its roles cannot trust this job.`,
        fix: `Once, with administrator's credentials of account ${account} (no thumbprint is needed):

    aws iam create-open-id-connect-provider --url ${issuer} --client-id-list ${audience}

If there is one already, compare its URL with this one: a slash at its end makes it another provider.`,
    };
}
/** The OIDC provider in IAM is registered for other audiences. */
function otherAudience({ settings, claims }) {
    const { issuer, audience } = claims ?? NO_CLAIMS;
    const { partition, account } = parseRoleArn(roleOf(settings));
    return {
        meaning: `The OIDC provider of account ${account} does not accept tokens for the audience ${audience}.`,
        fix: `Add the audience to it:

    aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:${partition}:iam::${account}:oidc-provider/${providerOf(issuer)} --client-id ${audience}

or ask for one that it accepts:

    with:
      audience: ${partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'}`,
    };
}
/** A token that was fetched just now is too old for STS. */
function tokenExpired() {
    return {
        meaning: 'AWS takes the OIDC token for expired, though each try used a fresh one.',
        fix: "Set the runner's clock (a self-hosted runner: `timedatectl set-ntp true`), then run the job again.",
    };
}
/** STS does not accept the token for a reason that has no row of its own. */
function tokenRejected({ claims }) {
    const { issuer, audience } = claims ?? NO_CLAIMS;
    return {
        meaning: `AWS does not accept the OIDC token of issuer ${issuer} for the audience ${audience}.`,
        fix: `Compare the OIDC provider in IAM with these two: \`aws iam list-open-id-connect-providers\`. Its URL must be ${issuer}, letter by letter, and its client ids must contain ${audience}.`,
    };
}

;// CONCATENATED MODULE: ./lib/aws/explain.js








const OIDC = 'GitHub OIDC';
const CHAIN = 'AWS credentials';
const WEB_IDENTITY = 'AssumeRoleWithWebIdentity';
const DENIED = /^AccessDenied$/;
const EXPIRED = /^(ExpiredToken|RequestExpired)$/;
const BAD_TOKEN = /^InvalidIdentityToken$/;
const BAD_VALUE = /^Validation(Error)?$/;
const UNKNOWN_REGION_HOST = new RegExp(`^sts\\.(?!(${BEDROCK_REGIONS.join('|')})\\.)[\\w-]+\\.amazonaws\\.com`);
const LOST = /^(ECONN\w+|EPIPE|ETIMEDOUT|EAI_AGAIN|E(HOST|NET)(UNREACH|DOWN)|EPROTO|TimeoutError)$/;
const NO_WAY = /^(ENOTFOUND$|ERR_PROXY|ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/;
const BAD_KEYS = /^(InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|MissingAuthenticationToken)$/;
// The first row that matches counts. No pattern holds an apostrophe: AWS writes both straight and curly ones. Names,
// statuses and texts as AWS sends them:
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html and its "Common Errors".
const ROWS = [
    { service: OIDC, name: /^NotOffered$/, code: 'oidc-permission-missing', advice: missingPermission },
    { name: /^ENOTFOUND$/, host: UNKNOWN_REGION_HOST, code: 'region-unsupported', advice: regionUnknown },
    { name: NO_WAY, code: 'network-unreachable', advice: noConnection },
    { name: LOST, code: 'network-unreachable', heals: true, advice: noConnection },
    { message: /Deserialization error/, code: 'network-unreachable', heals: true, advice: noConnection },
    { service: OIDC, status: /^(429|5..)$/, code: 'oidc-token-failed', heals: true, advice: noToken },
    { service: OIDC, code: 'oidc-token-failed', advice: noToken },
    { name: /^(Throttl|TooManyRequests|RequestLimit)/, code: 'throttled', heals: true, advice: throttled },
    { status: /^429$/, code: 'throttled', heals: true, advice: throttled },
    { status: /^5..$/, code: 'service-unavailable', heals: true, advice: unavailable },
    { name: /^IDPCommunicationError$/, code: 'oidc-token-failed', heals: true, advice: keysOutOfReach },
    {
        name: BAD_TOKEN,
        message: /verification key/i,
        code: 'oidc-token-failed',
        heals: true,
        advice: keysOutOfReach,
    },
    { name: BAD_TOKEN, message: /No OpenIDConnect provider/i, code: 'oidc-provider-missing', advice: noProvider },
    { name: BAD_TOKEN, message: /token audience/i, code: 'oidc-audience-mismatch', advice: otherAudience },
    { name: BAD_TOKEN, code: 'oidc-token-failed', advice: tokenRejected },
    { name: /^IDPRejectedClaim$/, code: 'oidc-token-failed', advice: tokenRejected },
    { operation: WEB_IDENTITY, name: EXPIRED, code: 'oidc-token-failed', heals: true, advice: tokenExpired },
    { message: /explicit deny/i, code: 'explicitly-denied', advice: explicitDeny },
    { operation: WEB_IDENTITY, name: DENIED, code: 'role-not-assumable', advice: roleDenied },
    { name: DENIED, message: /sts:AssumeRoleWithWebIdentity/, code: 'role-not-assumable', advice: roleDenied },
    { operation: 'AssumeRole', name: DENIED, code: 'role-not-assumable', advice: roleDeniedToKeys },
    { name: DENIED, message: /sts:AssumeRole/, code: 'role-not-assumable', advice: roleDeniedToKeys },
    { message: /roles assumed by role chaining/i, code: 'role-session-too-long', advice: chainedTooLong },
    { name: BAD_VALUE, message: /DurationSeconds/i, code: 'role-session-too-long', advice: sessionTooLong },
    { name: BAD_VALUE, code: 'input-invalid', advice: badValue },
    { name: /^(PackedPolicyTooLarge|MalformedPolicyDocument)$/, code: 'input-invalid', advice: badSessionPolicy },
    { name: /^RegionDisabled$/, code: 'region-unsupported', advice: regionDisabled },
    { service: CHAIN, message: /\baws (sso )?login\b/i, code: 'credentials-expired', advice: signInExpired },
    { name: EXPIRED, code: 'credentials-expired', advice: keysExpired },
    { message: /Signature (expired|not yet current)/i, code: 'credentials-invalid', advice: clockWrong },
    { name: BAD_KEYS, code: 'credentials-invalid', advice: keysInvalid },
    { service: CHAIN, code: 'credentials-missing', advice: noCredentials },
];
/** Turns a service's answer into a Failure: its code, its own words, what they mean and what to do. */
function explain(error, attempt) {
    const row = explain_rowFor(error);
    const advice = row?.advice(attempt, error) ?? UNKNOWN;
    const message = `${wordsOf(error)}\n${advice.meaning}`;
    return new errors/* Failure */.HR(row?.code ?? 'unexpected', { message, hint: advice.fix, cause: error });
}
/** Whether the same request, with a fresh token, may succeed a moment later. */
function aws_explain_canHeal(error) {
    return explain_rowFor(error)?.heals ?? false;
}
const UNKNOWN = {
    meaning: 'The action does not know this answer.',
    fix: 'Look up the error name in the documentation of the service. AWS Support finds the call by its request id.',
};
function explain_rowFor(error) {
    const name = error.name.replace(/Exception$/, '');
    return ROWS.find((row) => (row.service === undefined || row.service === error.service) &&
        (row.operation === undefined || row.operation === error.operation) &&
        (row.name?.test(name) ?? true) &&
        (row.status?.test(String(error.status)) ?? true) &&
        (row.host?.test(error.host ?? '') ?? true) &&
        (row.message?.test(error.message) ?? true));
}
function wordsOf(error) {
    const facts = [
        error.name,
        error.status !== undefined && `HTTP ${error.status}`,
        error.requestId !== undefined && `request id ${error.requestId}`,
    ].filter((fact) => fact !== false);
    return `${error.service} ${error.operation}: ${error.message} (${facts.join(', ')})`;
}

;// CONCATENATED MODULE: ./lib/aws/healing.js


const TRIES = 3;
const FIRST_PAUSE_MS = 1_000;
/**
 * Does `task`, and again while it rejects with what can heal: three tries, at most three seconds of waiting. Everything
 * else rejects at once. Give it a task that fetches its token itself, so that each try has a fresh one.
 */
async function healing(task, world) {
    for (let tried = 1;; tried++) {
        try {
            return await task();
        }
        catch (error) {
            if (tried === TRIES || !(error instanceof errors/* ServiceError */._7) || !aws_explain_canHeal(error))
                throw error;
            const pause = pauseAfter(tried, world.clock.now());
            world.log.info(`${error.service} ${error.operation}: ${error.message} (${error.name}). Trying again in ${(pause / 1_000).toFixed(1)} s, ${tried + 1} of ${TRIES}.`);
            await world.clock.sleep(pause);
        }
    }
}
/** Doubles, and spreads jobs that failed together over half of it: they reach this line at different milliseconds. */
function pauseAfter(tried, now) {
    const full = FIRST_PAUSE_MS * 2 ** (tried - 1);
    return full / 2 + (full / 2) * ((now % 1_000) / 1_000);
}

;// CONCATENATED MODULE: ./lib/aws/session.js




/**
 * Signs in to AWS the way the settings say, and has AWS confirm who that is. Throws a Failure. May be called again for
 * fresh keys: nothing is kept between calls.
 */
async function authenticate(settings, world) {
    const { source, region } = settings;
    if (source.kind === 'bedrock-api-key')
        return bearerSession(source.key, settings, world);
    const attempt = { settings, runner: world.runner };
    if (source.kind === 'oidc' && !world.runner.offersIdToken)
        throw explain(NOT_OFFERED, attempt);
    const found = keysFrom(source, attempt, world);
    // Once something is asked for, so that it is loaded while the network takes its time.
    world.sts.prepare();
    const keys = await found;
    const caller = await explained(() => world.sts.callerIdentity(region, keys), attempt, world);
    requireAllowed(caller, settings.allowedAccountIds);
    const until = keys.expiration === undefined ? '' : ` until ${keys.expiration.toISOString()}`;
    world.log.info(`Signed in to AWS account ${caller.account} as ${caller.arn}${until}.`);
    return { kind: 'keys', keys, ...caller, renewable: keys.expiration !== undefined };
}
const NOT_OFFERED = new errors/* ServiceError */._7({
    service: 'GitHub OIDC',
    operation: 'GetIdToken',
    name: 'NotOffered',
    message: 'The runner has no ACTIONS_ID_TOKEN_REQUEST_URL for this job',
});
function keysFrom(source, attempt, world) {
    if (source.kind === 'oidc')
        return keysByIdToken(source, attempt, world);
    if (source.kind === 'role-chaining')
        return keysByChaining(source, attempt, world);
    return keysPresent(source.kind === 'profile' ? source.profile : undefined, attempt, world);
}
async function keysByIdToken({ audience, role }, attempt, world) {
    world.log.info(`Assuming ${role.arn} with an OIDC token of GitHub for ${audience}.`);
    let claims;
    const assume = async () => {
        const token = await world.idTokens.request(audience);
        claims = claimsOf(token);
        return world.sts.assumeRoleWithWebIdentity(requestFor(role, attempt), token);
    };
    return healing(assume, world).catch((error) => {
        throw inWords(error, { ...attempt, claims });
    });
}
async function keysByChaining({ profile, role }, attempt, world) {
    const present = await keysPresent(profile, attempt, world);
    world.log.info(`Assuming ${role.arn} with these credentials.`);
    return explained(() => world.sts.assumeRole(requestFor(role, attempt), present), attempt, world);
}
function keysPresent(profile, attempt, world) {
    world.log.info(profile === undefined ? 'Looking for AWS credentials.' : `Taking the AWS profile "${profile}".`);
    return explained(() => world.credentialSources.load({ region: attempt.settings.region, profile }), attempt, world);
}
function requestFor(role, { settings }) {
    const { arn, ...session } = role;
    return { region: settings.region, roleArn: arn, ...session };
}
function explained(task, attempt, world) {
    return healing(task, world).catch((error) => {
        throw inWords(error, attempt);
    });
}
function inWords(error, attempt) {
    return error instanceof errors/* ServiceError */._7 ? explain(error, attempt) : error;
}
function requireAllowed(caller, allowed) {
    if (allowed.length === 0 || allowed.includes(caller.account))
        return;
    throw new errors/* Failure */.HR('account-not-allowed', {
        message: `The credentials are of account ${caller.account} (${caller.arn}), and allowed-account-ids has only ${allowed.join(', ')}.`,
        hint: `Assume a role of an allowed account, or allow this one:

    with:
      allowed-account-ids: ${[...allowed, caller.account].join(',')}`,
    });
}
function bearerSession(key, settings, { log, secrets }) {
    secrets.add(key);
    if (settings.allowedAccountIds.length > 0) {
        throw new errors/* Failure */.HR('account-not-allowed', {
            message: 'allowed-account-ids is given, and nothing proves which account a Bedrock API key is of.',
            hint: 'Use `role-to-assume` instead of the key, or leave out `allowed-account-ids`.',
        });
    }
    log.info('Using a Bedrock API key. AWS does not say whose it is.');
    return { kind: 'bearer', key };
}

;// CONCATENATED MODULE: ./lib/aws/refresh-command.js





const refresh_command_TIMEOUT_MS = 180_000;
/**
 * Signs in to AWS, with the two commands that the user may have given: `aws-credential-export` prints the credentials to
 * start from; `aws-auth-refresh` runs when there are none or they have ended, and then all is tried once more. Throws a
 * Failure. Signing in again is told in the log in fewer words.
 */
async function signIn(settings, how, world) {
    const attempt = () => authenticateOrExport(settings, how, world);
    const { authRefresh } = settings;
    if (authRefresh === undefined)
        return attempt();
    const first = await sessionOrLack(attempt, how);
    if (!(first instanceof errors/* Failure */.HR))
        return first;
    await runAuthRefresh({ line: authRefresh, env: how.env, lack: first }, world);
    const second = await sessionOrLack(attempt, how);
    if (!(second instanceof errors/* Failure */.HR))
        return second;
    throw new errors/* Failure */.HR(second.code, {
        message: `${second.message}\nThe command of aws-auth-refresh was run just before, ended well, and did not change that.`,
        hint: 'Check that the command renews what this step uses: the same profile (`aws-profile`), and the .aws folder of the user that the runner runs as.',
        cause: second,
    });
}
/** The Failure is that of credentials that are missing, have ended, or are those that AWS refuses. Throws any other. */
async function sessionOrLack(attempt, { again }) {
    try {
        const session = await attempt();
        return again?.refused !== undefined && isSameSession(session, again.refused) ? STILL_THE_SAME : session;
    }
    catch (error) {
        if (error instanceof errors/* Failure */.HR && error.code.startsWith('credentials-'))
            return error;
        throw error;
    }
}
const STILL_THE_SAME = new errors/* Failure */.HR('credentials-expired', {
    message: 'AWS no longer takes the credentials, and where they come from there are no newer ones.',
    hint: '',
});
async function authenticateOrExport(settings, { env, again }, world) {
    const line = settings.credentialExport;
    const log = again === undefined ? world.log : { ...world.log, info: (text) => world.log.debug(text) };
    if (line === undefined)
        return authenticate(settings, { ...world, log });
    const credentialSources = { load: () => exportedKeys({ line, env }, { ...world, log }) };
    try {
        return await authenticate(settings, { ...world, log, credentialSources });
    }
    catch (error) {
        throw ofExport(error);
    }
}
/** AWS's refusal of keys that the user's command printed: the usual advice is about keys of the environment. */
function ofExport(error) {
    if (!(error instanceof errors/* Failure */.HR) || !(error.cause instanceof errors/* ServiceError */._7))
        return error;
    const isTheClock = /Signature (expired|not yet)/i.test(error.cause.message);
    if (!error.code.startsWith('credentials-') || isTheClock)
        return error;
    const [words = ''] = error.message.split('\n');
    const [what, which] = error.code === 'credentials-expired' ? ['have expired', 'that are fresh'] : ['are not valid', 'that AWS knows'];
    return new errors/* Failure */.HR(error.code, {
        message: `${words}\nThe credentials that the command of aws-credential-export printed ${what}.`,
        hint: `Have the command print credentials ${which}, all three parts from the same place.`,
        cause: error.cause,
    });
}
async function runAuthRefresh({ line, env, lack }, world) {
    const [reason = ''] = lack.message.split('\n');
    world.log.info(`Running the command of aws-auth-refresh. ${reason}`);
    const onLine = (text) => world.log.info(text);
    const { problem, lastErrors } = await runInShell({ line, env, timeoutMs: refresh_command_TIMEOUT_MS, onLine }, world);
    if (problem === undefined)
        return;
    throw new errors/* Failure */.HR(lack.code, {
        message: `${lack.message}\nThe command of aws-auth-refresh ${problem}${lastErrors === '' ? '.' : `:\n${lastErrors}`}`,
        hint: 'Run the command on the runner by hand, in bash (Windows: pwsh). It has 3 minutes and no input: a sign-in that someone must confirm in a browser (`aws sso login --use-device-code`) needs that someone to read the log in time.',
        cause: lack,
    });
}

;// CONCATENATED MODULE: ./lib/aws/renewal.js


/** Keeps a session alive, one renewal at a time and none that nobody asks for. Logs a line for each. */
function renewing(first, { authenticate }, { clock, log }) {
    let held = hold(first, clock.now());
    let ahead;
    let notAheadBefore = 0;
    let renewal;
    async function signInAgain(refused) {
        const session = await authenticate(refused);
        if (!isSameSession(session, held.session)) {
            held = hold(session, clock.now());
            log.info(renewal_describe(session));
        }
        else if (refused !== undefined)
            throw renewedInVain(session);
        return held.session;
    }
    async function renewAhead() {
        await signInAgain().catch((error) => {
            log.info(`Signing in again failed and will be tried again; the session holds${until(held.session)}. ${gist(error)}`);
        });
        notAheadBefore = clock.now() + held.pauseMs;
        ahead = undefined;
    }
    async function renewNow(stale) {
        try {
            return await signInAgain(stale);
        }
        catch (error) {
            log.info(`Signing in again failed. ${gist(error)}`);
            throw ended(error);
        }
        finally {
            renewal = undefined;
        }
    }
    async function renew(stale) {
        while (ahead !== undefined)
            await ahead;
        if (!isSameSession(held.session, stale))
            return held.session;
        return (renewal ??= renewNow(stale));
    }
    return {
        current() {
            const now = clock.now();
            if (now >= held.endsAt)
                return renew(held.session);
            if (now >= Math.max(held.renewFrom, notAheadBefore) && renewal === undefined)
                ahead ??= renewAhead();
            return Promise.resolve(held.session);
        },
        renew,
    };
}
/** Renewal starts five minutes before the end, or in the last third of a short session. */
const LONGEST_MARGIN_MS = 5 * 60_000;
function hold(session, now) {
    const expiration = session.kind === 'keys' ? session.keys.expiration?.getTime() : undefined;
    if (expiration === undefined)
        return { session, renewFrom: Infinity, endsAt: Infinity, pauseMs: 0 };
    const margin = Math.min(LONGEST_MARGIN_MS, Math.max(0, expiration - now) / 3);
    // What is signed in the last moments would arrive too late.
    return { session, renewFrom: expiration - margin, endsAt: expiration - margin / 10, pauseMs: margin / 10 };
}
const until = (session) => session.kind === 'keys' && session.keys.expiration ? ` until ${session.keys.expiration.toISOString()}` : '';
function renewal_describe(session) {
    return `Signed in again${session.kind === 'keys' ? ` as ${session.arn}` : ''}${until(session)}.`;
}
/** The first line says what failed; the rest is advice for when it matters. */
const gist = (error) => (0,errors/* asFailure */.h_)(error).message.split('\n', 1).join('');
function ended(error) {
    const failure = (0,errors/* asFailure */.h_)(error);
    if (failure.code !== 'unexpected')
        return failure;
    const message = `The session with AWS has ended, and signing in again failed.\n${failure.message}`;
    return new errors/* Failure */.HR('credentials-expired', { message, hint: failure.hint, cause: error });
}

;// CONCATENATED MODULE: ./lib/bedrock/preflight-api.js


/** How long an answer may take; a host that does not even connect is given up before. */
const preflight_api_LONGEST_MS = 20_000;
/** More pages than AWS has profiles for. */
const MOST_PAGES = 10;
/** The questions, put by the client of a region, so with the endpoints, signature, retries and records of the agent's calls. */
function bedrockApi(clientIn, clock) {
    async function ask(region, question) {
        const [slow, done] = [new AbortController(), new AbortController()];
        void clock.sleep(preflight_api_LONGEST_MS, done.signal).then(() => done.signal.aborted || slow.abort());
        const headers = { accept: '*/*', 'content-type': 'application/json' };
        try {
            const answer = await clientIn(region).call({ ...question, headers, gone: slow.signal });
            if ('error' in answer)
                throw answer.error;
            return await preflight_api_textOf(answer);
        }
        catch (error) {
            throw slow.signal.aborted ? noAnswer(question) : error;
        }
        finally {
            done.abort();
        }
    }
    return {
        async listInferenceProfiles(region) {
            const summaries = [];
            let next;
            for (let page = 0; page < MOST_PAGES; page++) {
                const token = next === undefined ? '' : `&nextToken=${encodeURIComponent(next)}`;
                const target = `/inference-profiles?maxResults=1000${token}&type=SYSTEM_DEFINED`;
                const answer = preflight_api_jsonOf(await ask(region, { route: LIST, method: 'GET', target, body: new Uint8Array() }));
                summaries.push(...summariesIn(answer));
                next = textIn(answer, 'nextToken');
                if (next === undefined)
                    break;
            }
            const ids = summaries.map((summary) => textIn(summary, 'inferenceProfileId'));
            return { ids: ids.filter(isClaudeProfile), summaries };
        },
        async tryModel(model, region) {
            const { id } = parseModel(model);
            await ask(region, {
                route: { plane: 'runtime', operation: 'InvokeModelWithResponseStream', name: id },
                method: 'POST',
                target: `/model/${encodeURIComponent(id)}/invoke-with-response-stream`,
                body: new TextEncoder().encode(JSON.stringify(ONE_TOKEN)),
            });
        },
    };
}
const LIST = { plane: 'control', operation: 'ListInferenceProfiles', name: '' };
/** The smallest body (https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html). */
const ONE_TOKEN = {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 1,
    messages: [{ role: 'user', content: '.' }],
};
async function preflight_api_textOf({ body }) {
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of body)
        text += decoder.decode(piece, { stream: true });
    return text;
}
function noAnswer({ route: { operation } }) {
    return new errors/* ServiceError */._7({
        service: 'Amazon Bedrock',
        operation,
        name: 'TimeoutError',
        message: `no answer within ${preflight_api_LONGEST_MS / 1_000} s`,
    });
}
/** Something between may answer in Bedrock's place, so the form of the answer is not taken for granted. */
function summariesIn(answer) {
    const summaries = preflight_api_field(answer, 'inferenceProfileSummaries');
    return Array.isArray(summaries) ? summaries : [];
}
function isClaudeProfile(id) {
    return id !== undefined && parseModel(id).kind === 'inference-profile';
}
function preflight_api_jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function preflight_api_field(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
function textIn(value, name) {
    const text = preflight_api_field(value, name);
    return typeof text === 'string' && text !== '' ? text : undefined;
}

// EXTERNAL MODULE: ./lib/transcript/markdown.js
var markdown = __webpack_require__(78245);
;// CONCATENATED MODULE: ./lib/bedrock/preflight-report.js

/** A check as a line of the log. */
function checkLine({ name, subject, state, text }) {
    return `${SIGNS[state]} ${[name, subject].filter(Boolean).join(' ')}: ${text.replaceAll(/\s*\n\s*/g, ' ')}`;
}
/** All checks as Markdown, for the log and the job summary: a table, and below it what to do about each that failed. */
function preflightTable(checks) {
    const rows = checks.map(({ name, subject, state, text }) => [`${SIGNS[state]} ${name}`, [subject, text].filter(Boolean).map(markdown/* inlineCode */.ti).join('<br>')]);
    const fixes = checks.flatMap(({ name, subject, fix }) => fix === undefined ? [] : [`**${name}${subject && ` ${(0,markdown/* inlineCode */.ti)(subject)}`}: what to do**`, (0,markdown/* fencedText */.fV)(fix)]);
    return (0,markdown/* joinBlocks */.x9)(['## Preflight of Claude Code on Bedrock', (0,markdown/* factTable */.Bu)(['Check', ''], rows), ...fixes], LIMIT);
}
const SIGNS = { ok: '✅', note: 'ℹ️', failed: '❌' };
/** A part of the 1 MiB that GitHub takes from a step for its summary. */
const LIMIT = 100 * 1024;

;// CONCATENATED MODULE: ./lib/bedrock/preflight-findings.js


/** Whether the run can start with this model. */
function modelFinding({ name, model, asked }, call) {
    if (asked === undefined)
        return note(name, model, 'not checked: Claude Code itself turns this name into a profile');
    if (asked.error === undefined)
        return ok(name, model, `answers in ${call.region}`);
    const failure = preflight_findings_explained(asked.error, call);
    if (isPassing(asked.error, failure))
        return note(name, model, `${failure.message}\nThis may pass, and the run tries again by itself.`);
    if (failure.code === 'request-rejected' && statusOf(asked.error) === 400)
        return note(name, model, `${failure.message}\nThis is about the request of the check; the run sends others.`);
    return failed(name, model, name === 'Model' ? failure : aboutSmallModel(failure));
}
/**
 * What it means that profiles could not be listed. They are for advice, and their endpoint need not be reachable from a
 * private network: when a model `isAnswering`, nothing is lost. Else no answer, and refused credentials, are failures.
 */
function regionFinding(error, call, isAnswering) {
    const failure = preflight_findings_explained(error, call);
    const isSilent = statusOf(error) === undefined && !isPassing(error, failure);
    if (!isAnswering && (isSilent || failure.code.startsWith('credentials-')))
        return failed('Region', call.region, failure);
    return note('Region', call.region, `${UNLISTED}\n${failure.message}`);
}
const UNLISTED = 'Inference profiles could not be listed: advice cannot name those that work here. Nothing else needs the list.';
const statusOf = (error) => (error instanceof errors/* ServiceError */._7 ? error.status : undefined);
/** Throttling, trouble inside AWS, an answer that takes long; but not a host that cannot be reached at all. */
function isPassing(error, { code }) {
    if (error instanceof errors/* ServiceError */._7 && error.name === 'TimeoutError')
        return true;
    return explain_canHeal(code) && statusOf(error) !== undefined;
}
const preflight_findings_explained = (error, call) => error instanceof errors/* ServiceError */._7 ? explainBedrock(error, call) : (0,errors/* asFailure */.h_)(error);
/** The advice names the inputs of the main model. */
function aboutSmallModel({ code, message, hint, cause }) {
    const own = hint
        .replaceAll(/^( +)model: /gm, '$1small-fast-model: ')
        .replaceAll(/^( +)aws-region: /gm, '$1small-fast-model-region: ');
    return new errors/* Failure */.HR(code, { message: `small-fast-model: ${message}`, hint: own, cause });
}
/** A check that went well. */
const ok = (name, subject, text) => ({
    check: { name, subject, state: 'ok', text },
});
const note = (name, subject, text) => ({
    check: { name, subject, state: 'note', text },
});
/** A check that failed. */
const failed = (name, subject, failure) => ({
    check: { name, subject, state: 'failed', text: `${failure.code}: ${failure.message}`, fix: failure.hint },
    failure,
});

;// CONCATENATED MODULE: ./lib/bedrock/preflight.js





/**
 * Checks that Bedrock will serve this run: the regions, the model and the small/fast model with one token each, all at once.
 * Without a model only the region is checked. Trouble that may pass is a note, as the run itself tries again. Never rejects.
 */
async function checkBedrock(bedrock, { session, api, log }) {
    const models = preflight_modelsOf(bedrock);
    const regions = [...new Set([bedrock.region, ...models.map(({ region }) => region)])];
    const away = regions.filter((region) => !servesBedrock(region));
    const findings = away.length > 0 ? notServing(away, bedrock) : await ask(regions, models, { bedrock, session, api });
    const checks = [identityCheck(session), ...findings.map(({ check }) => check)];
    checks.forEach((check) => log.info(checkLine(check)));
    const failed = findings.filter(({ failure }) => failure !== undefined);
    const first = failed.find(({ check }) => check.name !== 'Region') ?? failed[0];
    return { checks, failure: first?.failure };
}
/** The small/fast model is left to Claude Code, too, when the model is. */
function preflight_modelsOf({ region, model, smallFastModel, smallFastModelRegion }) {
    if (model === undefined)
        return [];
    const main = { name: 'Model', model, region };
    if (smallFastModel === undefined || (smallFastModel === model && smallFastModelRegion === region))
        return [main];
    return [main, { name: 'Small model', model: smallFastModel, region: smallFastModelRegion }];
}
async function ask(regions, models, { bedrock, session, api }) {
    const [listings, tries] = await Promise.all([
        Promise.all(regions.map(async (region) => ({ region, ...(await outcome(api.listInferenceProfiles(region))) }))),
        Promise.all(models.map(async ({ name, model, region }) => {
            const asked = isClaudeCodesName(model) ? undefined : await outcome(api.tryModel(model, region));
            return { name, model, region, asked };
        })),
    ]);
    const account = session.kind === 'keys' ? session.account : undefined;
    const callIn = (region, model) => {
        const profiles = listings.find((listing) => listing.region === region)?.value?.ids;
        return { region, model, account, maxOutputTokens: bedrock.maxOutputTokens, ...(profiles && { profiles }) };
    };
    const isAnswering = (region) => tries.some((tried) => tried.region === region && isAnswer(tried.asked));
    return [
        ...listings.map(({ region, value, error }) => error === undefined
            ? ok('Region', region, `serves Bedrock, with ${value?.ids.length ?? 0} inference profiles of Claude`)
            : regionFinding(error, callIn(region), isAnswering(region))),
        ...tries.map((tried) => modelFinding(tried, callIn(tried.region, tried.model))),
    ];
}
const outcome = (asked) => asked.then((value) => ({ value }), (error) => ({ error }));
function isAnswer(asked) {
    if (asked?.error === undefined)
        return asked !== undefined;
    return asked.error instanceof errors/* ServiceError */._7 && asked.error.status !== undefined;
}
/** Names that Claude Code itself turns into an inference profile (measured with 2.1.330). */
function isClaudeCodesName(model) {
    const { kind, id } = parseModel(model);
    return kind === 'other' && /^(opus|sonnet|haiku|fable|best|default|opusplan|claude-.*)$/.test(id);
}
function notServing(away, bedrock) {
    return away.map((region) => {
        const input = region === bedrock.region ? 'aws-region' : 'small-fast-model-region';
        const failure = new errors/* Failure */.HR('region-unsupported', {
            message: `${input}: ${region} is not among the regions that AWS lists for Amazon Bedrock.`,
            hint: [
                'Name a region that serves Bedrock:',
                ...nearbyRegions(region).map((near) => `  ${input}: ${near}`),
                'If AWS has opened it since this release, skip the check:\n  preflight: false',
            ].join('\n'),
        });
        return failed('Region', region, failure);
    });
}
function identityCheck(session) {
    const name = 'Identity';
    if (session.kind === 'keys')
        return { name, subject: session.arn, state: 'ok', text: `account ${session.account}` };
    return { name, subject: '', state: 'ok', text: 'a Bedrock API key, which only a call can prove' };
}

;// CONCATENATED MODULE: ./lib/steps/sign-in.js






/**
 * Signs in to AWS, stays signed in for as long as the run asks, and checks that Bedrock serves it. Throws the Failure of
 * what keeps the run from starting.
 */
async function signInAndCheck(request, context, world) {
    const { settings, env, runLog } = request;
    const first = await signIn(settings.identity, { env }, world);
    if (first.kind === 'keys')
        context.update({ account: first.account });
    const later = { ...world, log: runLog };
    const authenticate = (refused) => signIn(settings.identity, { env, again: { refused } }, later);
    const session = renewing(first, { authenticate }, later);
    if (settings.preflight !== 'off')
        await checkAccess({ ...request, session }, context, world);
    return session;
}
/**
 * Asks Bedrock for one token of each model before the agent may ask for more. With `preflight: only` the job summary shows
 * all that was checked as a table.
 */
async function checkAccess({ settings, session, env, onListed }, context, world) {
    const { bedrock } = settings;
    const clientIn = (region) => {
        const there = { ...bedrock, region, smallFastModel: undefined };
        const options = { bedrock: there, session, env, agent: {}, onCall: (call) => context.recordCall(call) };
        return bedrockClient(options, world, () => undefined);
    };
    const bare = bedrockApi(clientIn, world.clock);
    const listInferenceProfiles = async (region) => {
        const profiles = await bare.listInferenceProfiles(region);
        if (region === bedrock.region)
            onListed(profiles);
        return profiles;
    };
    const api = { ...bare, listInferenceProfiles };
    const { checks, failure } = await checkBedrock(bedrock, { session: await session.current(), api, log: world.log });
    if (settings.preflight === 'only') {
        // A run reports the first failure alone; `only` asks for all of them.
        for (const { name, subject, fix } of checks)
            if (fix !== undefined)
                world.log.info(context.redact(`${name} ${subject}: what to do\n${fix}`));
        world.job.appendSummary(context.redact(preflightTable(checks)));
    }
    if (failure !== undefined)
        throw failure;
}

;// CONCATENATED MODULE: ./lib/transcript/changed-files.js

/**
 * Remembers the working tree of the repository around `workingDirectory`. Undefined when that is no git repository, or git
 * is missing. Never rejects: git's trouble is a warning.
 *
 * The agent may write into the checkout's `.git/config`, and git starts programs named there (filters, hooks, monitors). So
 * this compares with a git directory of its own: it borrows the checkout's objects, copies its index to save hashing, and
 * never reads its configuration. `ls-files` and `update-index` are used since `add` runs `git status` in submodules.
 */
async function trackChanges(workingDirectory, options, world) {
    const checkout = await locate(workingDirectory, options, world);
    if (checkout === undefined)
        return undefined;
    return startTracking(checkout, options, world).catch((error) => {
        world.log.warning(`changed-files will be empty. ${String(error)}`);
        return undefined;
    });
}
async function startTracking(checkout, options, world) {
    const directory = (0,external_node_path_.join)(options.directory, 'changes.git');
    const index = (0,external_node_path_.join)(directory, 'index');
    const before = (0,external_node_path_.join)(directory, 'index.before');
    const git = async (args, indexFile = index) => {
        const paths = { GIT_DIR: directory, GIT_WORK_TREE: checkout.root, GIT_INDEX_FILE: indexFile };
        const env = { PATH: options.searchPath, ...paths, ...NO_CONFIGURATION };
        const ended = await world.processes.capture('git', args, { cwd: checkout.root, env, timeoutMs: 120_000 });
        if (ended.code !== 0)
            throw new Error(`git ${args[0] ?? ''}: ${ended.stderr.trim()}`);
        return ended.stdout;
    };
    /** Takes the working tree over into the index; false when they were the same. */
    const update = async () => {
        const listed = await git(['ls-files', '-z', '--modified', '--deleted', '--others', '--exclude-standard']);
        const paths = [...new Set(listed.split('\0'))].filter((path) => path !== '');
        for (let from = 0; from < paths.length; from += PATHS_AT_ONCE) {
            await git(['update-index', '--add', '--remove', '--', ...paths.slice(from, from + PATHS_AT_ONCE)]);
        }
        return paths.length > 0;
    };
    const copyIndex = async (from, to) => {
        // A repository where nothing was ever added has none.
        if ((await world.files.kind(from)) === 'file')
            await world.files.copy(from, to);
    };
    /** The agent may have thrown away objects of its checkout; names and hashes are enough to compare. */
    const treeOf = async (indexFile) => (await git(['write-tree', '--missing-ok'], indexFile)).trim();
    await world.files.write((0,external_node_path_.join)(directory, 'HEAD'), 'ref: refs/heads/none\n');
    await world.files.write((0,external_node_path_.join)(directory, 'config'), '[core]\n\trepositoryformatversion = 0\n');
    await world.files.write((0,external_node_path_.join)(directory, 'objects', 'info', 'alternates'), `${checkout.objects}\n`);
    await world.files.makeDirectory((0,external_node_path_.join)(directory, 'refs'));
    await copyIndex(checkout.index, index);
    await update();
    await copyIndex(index, before);
    const changedFiles = async () => {
        if (!(await update()))
            return [];
        const trees = [await treeOf(before), await treeOf(index)];
        const names = await git(['diff-tree', '-r', '-z', '--name-only', '--no-renames', ...trees]);
        const paths = names.split('\0').filter((name) => name !== '');
        return paths.map((name) => toPosix((0,external_node_path_.relative)(world.runner.workspace, (0,external_node_path_.join)(checkout.root, name)))).sort();
    };
    return {
        changedFiles: () => changedFiles().catch((error) => {
            world.log.warning(`changed-files is empty. ${String(error)}`);
            return undefined;
        }),
    };
}
const NO_CONFIGURATION = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_OPTIONAL_LOCKS: '0' };
/** A command line has its limits; the longest path has 4096 bytes. */
const PATHS_AT_ONCE = 100;
/** Asks git itself, before the agent has run, since the checkout may be a worktree or lie below the workspace. */
async function locate(cwd, { searchPath }, { processes }) {
    const args = [
        '-c',
        'safe.directory=*',
        'rev-parse',
        '--show-toplevel',
        '--git-path',
        'index',
        '--git-path',
        'objects',
    ];
    const env = { PATH: searchPath, ...NO_CONFIGURATION };
    const { code, stdout } = await processes.capture('git', args, { cwd, env, timeoutMs: 10_000 });
    const [root, index, objects] = stdout.split(/\r?\n/);
    if (code !== 0 || !root || !index || !objects)
        return undefined;
    return { root: (0,external_node_path_.resolve)(root), index: (0,external_node_path_.resolve)(cwd, index), objects: (0,external_node_path_.resolve)(cwd, objects) };
}
const toPosix = (path) => path.replaceAll('\\', '/');

;// CONCATENATED MODULE: ./lib/run.js










/**
 * The whole action: read the inputs, sign in to AWS while Claude Code is installed, run the prompt, keep the transcript,
 * report. Never rejects: whatever fails, the outputs say so and hold what was known until then.
 */
async function run(request, world) {
    const context = await (0,run_context/* openRunContext */.Bm)(request, world);
    context.saveState({ stage: 'running' });
    try {
        await work(request, context, world);
    }
    catch (error) {
        context.fail(error);
    }
    return (0,report/* report */.z8)(context, world);
}
async function work({ env, id, stop }, context, world) {
    const settings = await readSettings({ env, id }, context, world);
    const { prompt } = settings;
    const profiles = Promise.withResolvers();
    const signInPromise = world.log.group('Sign in to AWS, check Bedrock', (log) => signInAndCheck({ settings, env, onListed: profiles.resolve, runLog: world.log }, context, { ...world, log }));
    const sessionPromise = signInPromise.finally(() => profiles.resolve(undefined));
    if (settings.preflight === 'only') {
        await unlessStopped(stop, sessionPromise);
        context.update({ prompt: undefined });
        return;
    }
    const searchPath = env.PATH ?? '';
    const changesPromise = trackChanges(settings.agent.workingDirectory, { directory: context.place.own, searchPath }, world);
    const isolation = prompt === undefined ? 'off' : settings.agent.isolation;
    const isolationPromise = isolationFor(isolation, { ...context.place, searchPath }, world);
    isolationPromise.catch(() => undefined);
    const startsBeforeSignIn = prompt !== undefined && !settings.exportEnvironment && settings.credentials === 'gateway';
    const claudePromise = world.log.group('Install Claude Code', async (log) => {
        const { toSave, ...claude } = await installClaude(settings.install, { ...world, log });
        context.saveState({ toSave });
        // The first event of a run names the version.
        const version = claude.version ?? (startsBeforeSignIn ? undefined : await askVersion(claude.path, world));
        context.update({ claude: { ...claude, version } });
        return claude;
    });
    const readyPromise = Promise.all([sessionPromise, claudePromise, changesPromise]).then(async ([session]) => {
        await context.saveFacts();
        return session;
    });
    // Whichever fails first ends the wait. The agent may start before the run is signed in: its calls wait at the gateway.
    const { path: executable } = await unlessStopped(stop, Promise.race([claudePromise, readyPromise.then(() => claudePromise)]));
    if (!startsBeforeSignIn)
        await unlessStopped(stop, readyPromise);
    if (settings.exportEnvironment)
        await exportToLaterSteps({ settings, env, executable, readyPromise }, context, world);
    if (prompt === undefined)
        return;
    const promises = { readyPromise, isolationPromise, profilesPromise: profiles.promise };
    await runPrompt({ prompt, settings, executable, ...promises, env, id, stop }, context, world);
    context.update({ changedFiles: await (await changesPromise)?.changedFiles() });
}


/***/ })

};
