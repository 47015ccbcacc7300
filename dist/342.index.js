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
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78877);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11480);
/* harmony import */ var _world_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8857);
/* harmony import */ var _world_program_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(40768);
// Entry point of the step: environment in, exit code out.








// Some runners set neither; @actions/tool-cache insists.
process.env.RUNNER_TEMP ||= (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
process.env.RUNNER_TOOL_CACHE ||= (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(process.env.RUNNER_TEMP, 'tool-cache');
// Nearly every object dies with its event. Left alone, V8 keeps up to 60 MB of dead ones beside a long transcript.
(0,node_v8__WEBPACK_IMPORTED_MODULE_4__.setFlagsFromString)('--optimize-for-size');
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => stop.abort(signal));
const env = (0,_world_program_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .useProgramEnvironment */ .d)(process.env);
const world = (0,_world_index_js__WEBPACK_IMPORTED_MODULE_6__/* .createWorld */ .b)(process.env);
// What the AWS SDK starts for a profile starts here, not in the workspace.
(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(process.env.RUNNER_TEMP, { recursive: true });
process.chdir(process.env.RUNNER_TEMP);
const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex');
const outputs = await (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .run */ .e)({ env, programEnv: process.env, id, stop: stop.signal }, world);
// A download or a connection that nobody waits for any more must not hold up the job.
const code = outputs.conclusion === 'success' || outputs.conclusion === 'setup' ? 0 : 1;
process.stdout.write('', () => process.exit(code));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 11480:
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

// EXTERNAL MODULE: ./lib/run-context.js
var run_context = __webpack_require__(63360);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/variable-names.js
var variable_names = __webpack_require__(88630);
;// CONCATENATED MODULE: ./lib/sandbox/network.js

/** Below the ports that systems give to programs that ask for any. */
const FIRST_PORT = 29_417;
/**
 * All ways out of a network: `proxy` where hosts are listed, `local` to services of this machine on the same ports. No other port is
 * that of a listed service.
 */
function waysOutOf(network) {
    const localPorts = network.kind === 'list' ? network.localPorts : [];
    let port = FIRST_PORT;
    const relayTo = (socket) => {
        while (localPorts.includes(port))
            port++;
        return { port: port++, socket };
    };
    const hasHosts = network.kind === 'list' && network.hosts.length > 0;
    return {
        gateway: relayTo('gateway'),
        proxy: hasHosts ? relayTo('proxy') : undefined,
        local: localPorts.map((listed) => ({ port: listed, socket: `local-${listed}` })),
    };
}
/** The agent's variables in its own network: no proxy of the job's, which it cannot reach, but its own where it has one. */
function networkVariables(variables, { proxy }) {
    const kept = (0,variable_names/* definedVariables */.JF)(variables, (name) => !PROXY_VARIABLE.test(name));
    return { ...kept, ...(proxy && proxyVariables(`http://127.0.0.1:${proxy.port}`)) };
}
/** Of curl and most others; of npm, whose own win over them; of Yarn. */
const PROXY_VARIABLE = /^((https?|all|ftp|no)_proxy|(npm_config|yarn)_((https?_?)?proxy|https_proxy|no_?proxy))$/i;
function proxyVariables(url) {
    const bypassed = '127.0.0.1,localhost,::1';
    return {
        ...{ HTTP_PROXY: url, HTTPS_PROXY: url, http_proxy: url, https_proxy: url },
        ...{ NO_PROXY: bypassed, no_proxy: bypassed },
        ...{ npm_config_proxy: url, npm_config_https_proxy: url, npm_config_noproxy: bypassed },
        ...{ YARN_HTTP_PROXY: url, YARN_HTTPS_PROXY: url },
        // Node's own fetch and http, from 24 on (https://nodejs.org/api/cli.html#node_use_env_proxy1).
        NODE_USE_ENV_PROXY: '1',
    };
}
/** One line on what the agent may reach, and why where nobody chose it. */
function describeNetwork(network) {
    if (network.kind === 'none') {
        const why = network.by === 'event' ? ' (the default on events that strangers can cause)' : '';
        return `allowed-domains: none${why}. The agent reaches Bedrock through the gateway, and nothing else of the network.`;
    }
    const hosts = network.hosts.map(({ name, below, ports }) => {
        const port = ports.length > 1 || ports[0] === 443 ? '' : `:${ports.join(',')}`;
        return `${below ? '*.' : ''}${name}${port}`;
    });
    const all = [...hosts, ...network.localPorts.map((port) => `localhost:${port}`)];
    return `allowed-domains: the agent reaches Bedrock through the gateway, and of the network ${all.join(', ')}.`;
}
/** Whom the agent may ask, by a list of hosts. Private addresses are for names that it has in full. */
function rulesOf(hosts) {
    return {
        refusalOf(host, port) {
            const listed = hosts.filter((allowed) => isNamedBy(host, allowed));
            if (listed.some(({ ports }) => ports.includes(port)))
                return undefined;
            if (listed.length === 0)
                return `${host} is not in allowed-domains.`;
            const ports = [...new Set(listed.flatMap((allowed) => allowed.ports))];
            return `${host} is in allowed-domains with port ${ports.join(' and ')}, not with ${port}.`;
        },
        allowsPrivate: (host) => hosts.some(({ name, below }) => !below && name === host),
    };
}
const isNamedBy = (host, { name, below }) => (below ? host.endsWith(`.${name}`) : host === name);
/** An agent can ask for as many names as it likes. */
const LOGGED = 50;
const RECORDED = 500;
/**
 * Collects what was refused to the agent in one run; each host is logged once, each port of it recorded once. `now` is in
 * milliseconds since 1970. `advice` is all in one text, with the lines to allow them; undefined where nothing could be allowed.
 */
function refusedHosts({ log, record, now, }) {
    const seen = new Set();
    const logged = new Set();
    const lines = new Set();
    return {
        add({ host, port, reason, isUnlisted }) {
            const name = plain(host);
            const line = lineFor(name, port);
            const key = `${line} ${reason}`;
            if (seen.has(key) || seen.size >= RECORDED)
                return;
            seen.add(key);
            record({ time: new Date(now()).toISOString(), refused: `${name}:${port ?? ''}`, reason });
            if (logged.has(name) || logged.size > LOGGED)
                return;
            logged.add(name);
            if (logged.size > LOGGED) {
                log('Further hosts that are refused are in diagnostics.jsonl alone.');
                return;
            }
            if (isUnlisted && NAME.test(name))
                lines.add(line);
            log(`Refused to the agent: ${name}${port === undefined ? '' : `:${port}`}. ${reason}${isUnlisted ? ` To allow it, add the line: ${line}` : ''}`);
        },
        advice() {
            if (lines.size === 0)
                return undefined;
            const message = `The agent asked for ${lines.size === 1 ? 'a host' : `${lines.size} hosts`} that allowed-domains does not list: ${[...lines].join(', ')}.`;
            return { message, lines: [...lines] };
        },
    };
}
/** As the input takes it. */
const lineFor = (host, port) => port === undefined || port === 443 || port === 80 ? host : `${host}:${port}`;
/** The agent chose the text. */
const plain = (host) => (NAME.test(host) ? host.toLowerCase() : JSON.stringify(host.slice(0, 100)));
const NAME = /^[a-z\d_]([a-z\d_.-]{0,251}[a-z\d_])?$/i;

// EXTERNAL MODULE: ./lib/json.js
var lib_json = __webpack_require__(16413);
// EXTERNAL MODULE: ./lib/ports/install.js
var install = __webpack_require__(60087);
;// CONCATENATED MODULE: ./lib/sandbox/mounts.js


/** The mounts of a sandbox, a folder before what lies in it. */
function mountsFor(host, folders, look) {
    const { home, workspace, temp } = host;
    const mounts = new Map();
    const put = (kind, path) => {
        if (path !== undefined && path !== '/')
            mounts.set(path, kind);
    };
    const root = runnerRoot(host.node);
    put('over', home);
    for (const name of home === undefined ? [] : SECRETS) {
        // A link is covered where it leads to; what it leads to may be anywhere.
        const secret = look((0,external_node_path_.join)(home ?? '', name));
        put(secret?.kind === 'directory' ? 'tmp' : 'empty', secret?.path);
    }
    put('cover', root);
    put('cover', workFolder(temp));
    put('tmp', temp);
    put('rw', workspace);
    put('rw', look(folders.claudeConfig)?.path);
    const node = root === undefined ? (0,external_node_path_.dirname)(host.node) : (0,external_node_path_.join)(root, 'externals');
    const programs = [node, (0,external_node_path_.join)(workFolder(temp), '_actions'), host.toolCache, (0,install/* jobToolFolder */.k)(temp)];
    for (const path of [...programs, folders.executable, host.event, ...actionFolders(host)]) {
        const found = path === undefined ? undefined : look(path);
        if (found === undefined)
            continue;
        // The folders above could be renamed, and others put in their place.
        for (const parent of foldersBetween(workspace, found.path))
            put('rw', parent);
        put('ro', found.path);
    }
    for (const program of REFUSED)
        put('refused', look(program)?.path);
    if (host.resolvers !== undefined && isPrivate(host.resolvers))
        put('ro', host.resolvers);
    const isReadOnlyAnyway = (path) => !isPrivate(path) && ![...mounts.keys()].some((one) => isBelow(path, one));
    const all = [...mounts]
        .map(([path, kind]) => ({ kind, path }))
        .filter(({ kind, path }) => kind !== 'ro' || !isReadOnlyAnyway(path));
    const sockets = host.sockets.filter((path) => isInSight(path, all)).map((path) => ({ kind: 'empty', path }));
    return [...all, ...sockets].sort((a, b) => depthOf(a.path) - depthOf(b.path) || (a.path < b.path ? -1 : 1));
}
/** A mount as the script takes it. */
const describeMount = ({ kind, path }) => `${kind}:${path}`;
/** They cannot work without privileges, or without the sockets of their daemons. */
const REFUSED = ['/usr/bin/sudo', '/usr/bin/docker', '/usr/local/bin/docker'];
/**
 * Where programs keep credentials in a home folder. Files without which packages cannot be installed stay: `.npmrc`, `pip.conf`,
 * `NuGet.Config`, `gradle.properties`, `.bundle/config`, `.terraformrc`.
 */
const SECRETS = [
    '.aws .azure .config/gcloud .config/gh .config/op .config/containers .config/git/credentials .docker .gnupg .kube .ssh',
    '.netrc .git-credentials .pypirc .vault-token .cargo/credentials .cargo/credentials.toml .gem/credentials',
    '.pgpass .my.cnf .mylogin.cnf .boto .s3cfg .databrickscfg .oci .pulumi/credentials.json .composer/auth.json .snowflake .kaggle',
    '.config/rclone .config/hub .config/glab-cli .config/doctl .config/scw .config/sops/age .config/helm/registry .config/composer/auth.json',
    '.snowsql/config .dbt/profiles.yml .huggingface/token .cache/huggingface/token .cloudflared .fly/config.yml .config/netlify',
    '.terraform.d/credentials.tfrc.json .m2/settings.xml .m2/settings-security.xml .claude .claude.json',
].flatMap((line) => line.split(' '));
/** The runner keeps its own credentials in the folder above `externals`; undefined where Node is not the runner's. */
function runnerRoot(node) {
    const parts = node.split('/');
    const at = parts.lastIndexOf('externals');
    return at > 1 ? parts.slice(0, at).join('/') : undefined;
}
/** The runner's work folder, which holds `_temp`, `_actions` and the files with which a step talks to it. */
const workFolder = (temp) => ((0,external_node_path_.basename)(temp) === '_temp' && (0,external_node_path_.dirname)(temp) !== '/' ? (0,external_node_path_.dirname)(temp) : temp);
/** What the post step runs, wherever it lies; not all of a workspace that is itself the action. */
function actionFolders({ actionScript, workspace }) {
    const dist = (0,external_node_path_.dirname)(actionScript);
    const action = (0,external_node_path_.dirname)(dist);
    return isBelow(workspace, action) || action === workspace ? [dist, (0,external_node_path_.join)(action, 'action.yml')] : [action];
}
/** Folders from below `top` down to above `path`; none when `path` is elsewhere. */
function foldersBetween(top, path) {
    if (!isBelow(path, top))
        return [];
    const names = (0,external_node_path_.relative)(top, (0,external_node_path_.dirname)(path)).split('/').filter(Boolean);
    return names.map((_, index) => (0,external_node_path_.join)(top, ...names.slice(0, index + 1)));
}
/** A socket is out of sight in an empty folder, and cannot be connected to through an overlay. */
function isInSight(path, mounts) {
    if (isPrivate(path))
        return false;
    const [nearest] = mounts
        .filter((mount) => isBelow(path, mount.path))
        .sort((a, b) => depthOf(b.path) - depthOf(a.path));
    return nearest === undefined || nearest.kind === 'rw' || nearest.kind === 'ro';
}
const isPrivate = (path) => PRIVATE.some((folder) => isBelow(path, folder));
/** The script makes these empty in any case. */
const PRIVATE = ['/tmp', '/var/tmp', '/run', '/dev', '/proc'];
const isBelow = (path, folder) => path.startsWith(`${folder}/`);
const depthOf = (path) => path.split('/').length;

;// CONCATENATED MODULE: ./lib/sandbox/script.js
/** Where the agent sees the sockets that lead out of its network. */
const SOCKETS = '/run/claude-code-bedrock';
/**
 * Makes the sandbox, with util-linux alone. It is handed to bash as text: a file could be replaced before root reads it.
 *
 * `sandbox UID GID CAPABILITIES NETWORK MOUNT... -- COMMAND...`, as root, or as the user where user namespaces are allowed.
 * CAPABILITIES is what setpriv takes for `--bounding-set`. NETWORK is `host`, or a network of its own which has a loopback
 * device and nothing else: then it is the folder of sockets that lead out, seen inside as {@link SOCKETS}. Each MOUNT is `kind:/absolute/path`, links resolved, a folder
 * before what lies in it; `kind` is
 *
 * - `rw`, `ro`: as it is outside, writable or not;
 * - `tmp`: an empty folder of the agent's own; `cover`: an empty folder that nobody can write;
 * - `empty`: an empty file in the place of a file or socket; `refused`: a program that says why it does not work;
 * - `over`: as it is outside, but what is written vanishes.
 *
 * All else of the file system is read-only; `/tmp`, `/var/tmp`, `/run`, `/dev` and `/proc` are its own. Any mount that is
 * refused ends it before the command. The shell that stays is process 1 in there: it takes in orphans, and all end with it.
 */
const SANDBOX_SCRIPT = `
set -euo pipefail
PATH=/usr/sbin:/usr/bin:/sbin:/bin
umask 022

if [ "$1" != inside ]; then
  # Standard input goes through a process outside, which the agent cannot stop: when it ends, process 1 inside is killed, and
  # unshare ends when all in there are dead.
  exec 3<&0
  exec < <(
    exec 2>/dev/null
    cat <&3 || exit
    fields() { read -r line <"/proc/$1/stat" && set -- "$1" \${line##*) } && parent=$3; }
    fields $BASHPID && [ "$parent" = $$ ] || exit
    for child in /proc/[0-9]*; do
      child=\${child#/proc/}
      [ "$child" != $BASHPID ] && fields "$child" && [ "$parent" = $$ ] && kill -KILL "$child" || :
    done
  )
  exec 3<&-
  spaces=(--mount --pid --ipc --uts --fork --kill-child=KILL --propagation private)
  [ "$4" = host ] || spaces+=(--net)
  ((EUID == 0)) || spaces=(--user --map-user="$1" --map-group="$2" --keep-caps "\${spaces[@]}")
  exec unshare "\${spaces[@]}" -- /bin/bash --norc --noprofile -c "$BASH_EXECUTION_STRING" sandbox inside "$@"
fi

uid=$2 gid=$3 capabilities=$4 network=$5
shift 5
fail() {
  echo "sandbox: $*" >&2
  exit 1
}
has() { command -v "$1" >/dev/null; }
if [ "$network" != host ]; then
  if has ip; then
    ip link set lo up
  elif has ifconfig; then
    ifconfig lo up
  elif has perl; then
    # The request SIOCSIFFLAGS with the flag IFF_UP (netdevice(7)).
    perl -e 'socket my $any, 2, 2, 0 or die "$!\n"; ioctl $any, 0x8914, pack "a16 s x22", "lo", 1 or die "SIOCSIFFLAGS: $!\n"'
  else
    fail 'a network of its own takes ip (iproute2), ifconfig (net-tools) or perl'
  fi
  # Of this network alone, so that the agent finds a service on the port that it has outside.
  echo 0 2>/dev/null >/proc/sys/net/ipv4/ip_unprivileged_port_start || :
fi
for stage in /media /mnt /srv ''; do [ ! -d "$stage" ] || break; done
[ -n "$stage" ] || fail 'none of /media, /mnt and /srv is there'
quiet=nosuid,nodev world=$stage/world new=$stage/new
mount -t tmpfs -o mode=0755,$quiet tmpfs $stage
mkdir $world $new

# The whole file system, read-only. What lies below these folders is out of sight later.
is_private() { case $1 in /proc | /proc/* | /dev | /dev/* | /run | /run/* | /tmp | /tmp/* | /var/tmp | /var/tmp/*) ;; *) false ;; esac; }
mount --rbind / $world
umount $world$stage
while read -r _ _ _ _ at options _; do
  printf -v at %b "$at"
  case $at in $world | $world/*) ;; *) continue ;; esac
  case $options in ro | ro,*) continue ;; esac
  is_private "\${at#"$world"}" || mount -o "remount,bind,ro,\${options#rw,}" "$at"
done </proc/self/mountinfo
mount --rbind $world $new

mount -t tmpfs -o mode=1777,$quiet tmpfs $new/tmp
[ ! -d $new/var/tmp ] || [ -L $new/var/tmp ] || mount -t tmpfs -o mode=1777,$quiet tmpfs $new/var/tmp
mount -t tmpfs -o mode=0755,$quiet tmpfs $new/run
mkdir -m 1777 $new/run/lock
if [ "$network" != host ]; then
  mkdir $new${SOCKETS}
  mount --bind "$world$network" $new${SOCKETS}
  mount -o remount,bind,ro,$quiet,noexec $new${SOCKETS}
fi
mount -t proc -o $quiet,noexec proc $new/proc
if ((uid == 0)); then
  # Files of the kernel that belong to uid 0, which needs no capability to write them.
  for at in sys sysrq-trigger irq bus acpi scsi fs; do
    [ -e $new/proc/$at ] || continue
    mount --bind $new/proc/$at $new/proc/$at
    mount -o remount,bind,ro,$quiet,noexec $new/proc/$at
  done
fi
mount -t tmpfs -o mode=0755,nosuid tmpfs $new/dev
mkdir $new/dev/pts $new/dev/shm
for at in null zero full random urandom tty; do
  : >$new/dev/$at
  mount --bind /dev/$at $new/dev/$at
done
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,nosuid,noexec devpts $new/dev/pts
mount -t tmpfs -o mode=1777,$quiet tmpfs $new/dev/shm
for at in fd:/proc/self/fd stdin:fd/0 stdout:fd/1 stderr:fd/2 ptmx:pts/ptmx; do ln -s "\${at#*:}" "$new/dev/\${at%%:*}"; done

mkdir $stage/files
: >$stage/files/empty
printf '%s\\n' '#!/bin/sh' 'echo "\${0##*/}: not in the sandbox of this action. The workflow gives it back with isolation: off" >&2' 'exit 1' >$stage/files/refused
chmod 0555 $stage/files/refused
mount --bind $stage/files $stage/files
mount -o remount,bind,ro,$quiet $stage/files
covers=() writable=()
while [ "$1" != -- ]; do
  kind=\${1%%:*} at=\${1#*:} layer=$stage/layer$#
  shift
  if [ ! -e "$new$at" ]; then
    case $kind in
      tmp | cover | over) mkdir -p "$new$at" ;;
      *) if [ -d "$at" ]; then mkdir -p "$new$at"; else mkdir -p "$new\${at%/*}" && : >"$new$at"; fi ;;
    esac
  fi
  case $kind in
    rw) mount --rbind "$at" "$new$at" ;;
    ro) mount --rbind "$world$at" "$new$at" ;;
    tmp) mount -t tmpfs -o "mode=0700,uid=$uid,gid=$gid,$quiet" tmpfs "$new$at" ;;
    cover) mount -t tmpfs -o "mode=0755,$quiet" tmpfs "$new$at" ;;
    empty | refused) mount --bind "$stage/files/$kind" "$new$at" ;;
    over)
      mkdir -p $layer/lower $layer/upper $layer/work
      chown --reference="$at" $layer/upper 2>/dev/null || :
      chmod --reference="$at" $layer/upper
      private=
      ((EUID == 0)) || private=,userxattr
      # By another name, since overlay splits its options at commas and colons.
      mount --rbind "$world$at" $layer/lower
      mount -t overlay -o "lowerdir=$layer/lower,upperdir=$layer/upper,workdir=$layer/work$private" overlay "$new$at"
      ;;
    *) fail "kind $kind" ;;
  esac
  case $kind in
    rw | tmp | over) writable+=("$at") ;;
    cover) covers+=("$at") ;;
  esac
done
shift
for at in "\${covers[@]}"; do mount -o remount,bind,ro,$quiet "$new$at"; done

cd $new
pivot_root . .
umount -l .
cd /

# Nothing else may be writable, whatever this machine has mounted.
while read -r _ _ _ _ at options _; do
  printf -v at %b "$at"
  case $options in ro | ro,*) continue ;; esac
  ! is_private "$at" || continue
  for known in "\${writable[@]}"; do case $at in "$known" | "$known"/*) continue 2 ;; esac; done
  fail "$at is still writable"
done </proc/self/mountinfo

identity=()
((EUID != 0)) || identity=(--reuid="$uid" --regid="$gid" --clear-groups)
exec env -i setpriv "\${identity[@]}" --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set="$capabilities" --pdeathsig KILL -- /bin/bash --norc --noprofile -c 'set -m; "$@" <&0 & exec </dev/null >/dev/null 2>&1; wait "$!"' sandbox "$@"
`;
/**
 * Starts the agent inside the sandbox; handed to Node as text (`node -e`), with a {@link describeRelay} for each port that
 * leads out. Says `ready` on standard output when these listen, then reads standard input: first the command as a line of JSON,
 * `{ file, args, cwd, env, input }` (its standard input); after it names of signals for it, a line each. The end of standard input
 * ends everything.
 * Its exit code is the command's, 128 and the signal's number, or 127 when the command could not be started.
 *
 * Once the command runs, nothing of this process leads to the action's pipes: commands of the agent could take them from here
 * and write events of their own. The descriptors are replaced, since a socket would get a number that is free.
 */
const LAUNCHER = `
const { spawn } = require('node:child_process')
const { closeSync, openSync, writeSync } = require('node:fs')
const { connect, createServer } = require('node:net')
const { constants } = require('node:os')
const relay = (path, port, host) => new Promise((resolve, reject) => {
  const options = { allowHalfOpen: true, noDelay: true }
  createServer(options, (near) => {
    const far = connect({ path, allowHalfOpen: true })
    near.pipe(far).pipe(near)
    for (const [one, other] of [[near, far], [far, near]]) {
      one.on('error', () => other.destroy())
      one.on('close', () => one.readableEnded || other.destroy())
    }
  }).on('error', reject).listen(port, host, resolve)
})
let text = ''
let child
process.stdin.setEncoding('utf8')
process.stdin.on('data', (piece) => {
  const lines = (text + piece).split('\\n')
  text = lines.pop()
  for (const line of lines) child ? child.kill(line) : start(JSON.parse(line))
})
process.stdin.on('end', () => process.exit(143))
function start({ file, args, cwd, env, input }) {
  child = spawn(file, args, { cwd, env, stdio: ['pipe', 'inherit', 'inherit'] })
  child.on('error', (error) => {
    if (child.pid === undefined) process.exit(127)
  })
  if (child.pid === undefined) writeSync(2, 'The sandbox could not start ' + file + '\\n')
  for (const descriptor of [1, 2]) {
    closeSync(descriptor)
    openSync('/dev/null', 'w')
  }
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
}
const open = async (pair) => {
  const [port, path] = pair.split('=')
  await relay(path, Number(port), '127.0.0.1')
  // Where the kernel has IPv6, localhost may be either.
  await relay(path, Number(port), '::1').catch(() => undefined)
}
Promise.all(process.argv.slice(1).map(open)).then(
  () => writeSync(1, 'ready\\n'),
  (error) => {
    writeSync(2, 'sandbox: ' + error.message + '\\n')
    process.exit(1)
  },
)
`;
/** A relay as the launcher takes it. */
const describeRelay = ({ port, socket }) => `${port}=${SOCKETS}/${socket}`;

;// CONCATENATED MODULE: ./lib/sandbox/sandbox.js






/**
 * Makes the sandbox, with all inside but the agent, which is started later; it takes about 200 ms. Tries it as this user
 * (root, or with user namespaces), then by `sudo -n`, never with `off`. Throws a Failure when it works in no way and is
 * `required`, or is to have a network of its own.
 */
async function openSandbox(setting, folders, world) {
    const outside = (warning) => ({
        ...{ kind: 'none', note: undefined, warning },
        start: (command) => world.processes.start(command),
        close: () => Promise.resolve(),
    });
    if (setting === 'off')
        return outside(undefined);
    const refusals = [];
    const { runner } = world;
    if (runner.platform === 'linux') {
        for (const folder of [folders.claudeConfig, runner.toolCache, (0,install/* jobToolFolder */.k)(runner.temp)])
            await world.files.makeDirectory(folder);
        const host = world.sandboxes.host();
        for (const [way, file, args] of waysIn(host)) {
            const opened = world.sandboxes.open(file, [...args, ...scriptArguments(host, folders, world.sandboxes)]);
            const words = await refusalOf(opened, world.clock);
            if (words === undefined)
                return insideSandbox(opened, { way, host }, world);
            refusals.push({ way, words });
        }
    }
    if (folders.network !== undefined)
        throw networkUnbounded(refusals, runner.platform);
    const { why, fix } = unsupported(refusals, runner.platform);
    if (setting === 'auto')
        return outside(`isolation: ${why} ${EXPOSED}\n${(0,errors/* fixText */.Xc)((0,errors/* blocksOf */.SH)(fix))}`);
    throw new errors/* Failure */.HR('platform-unsupported', {
        message: `isolation: required, but ${why}`,
        fix: [...(0,errors/* blocksOf */.SH)(fix), 'Or let the agent run without it:', (0,errors/* yaml */.oQ)('isolation: auto')],
    });
}
/** How the sandbox can be made, each with the program and its arguments. */
function waysIn({ uid, bash, sudo }) {
    if (bash === undefined)
        return [];
    if (uid === 0)
        return [['root', bash, []]];
    return [['user', bash, []], ...(sudo === undefined ? [] : [['sudo', sudo, ['-n', '--', bash]]])];
}
function scriptArguments(host, folders, sandboxes) {
    const { uid, gid, node } = host;
    const mounts = mountsFor(host, folders, (path) => sandboxes.look(path)).map(describeMount);
    const relays = folders.network?.relays.map(describeRelay) ?? [];
    const launcher = [node, '--no-warnings', '-e', LAUNCHER, ...relays];
    const network = folders.network?.folder ?? 'host';
    const capabilities = keepsCapabilities(host) ? `-all,${OF_ROOT.map((name) => `+${name}`).join(',')}` : '-all';
    const script = ['--norc', '--noprofile', '-c', SANDBOX_SCRIPT, 'sandbox'];
    return [...script, String(uid), String(gid), capabilities, network, ...mounts, '--', ...launcher];
}
/** In a job container root works on files of the runner's user, which it cannot write without any capability. */
const keepsCapabilities = ({ uid, workspaceOwner }) => uid === 0 && workspaceOwner !== 0;
const OF_ROOT = ['chown', 'dac_override', 'fowner', 'fsetid', 'kill', 'setgid', 'setuid'];
/** What went wrong; undefined when it is ready. */
async function refusalOf(opened, clock) {
    const over = new AbortController();
    const tooLong = clock.sleep(LONGEST_MS, over.signal).then(() => `not ready within ${LONGEST_MS / 1_000} s`);
    const refusal = await Promise.race([opened.ready, tooLong]);
    over.abort();
    if (refusal !== undefined)
        await opened.close();
    return refusal;
}
const LONGEST_MS = 15_000;
function insideSandbox(opened, { way, host }, { sandboxes, log }) {
    const how = { root: 'as root', user: 'as this user', sudo: 'by sudo' }[way];
    return {
        kind: 'unshare',
        note: `isolation: the agent runs in a sandbox (unshare, ${how}). ${INSIDE}${keepsCapabilities(host) ? ` ${KEPT}` : ''}`,
        warning: undefined,
        start(command) {
            // Who may not read a program may not look into its process either, nor take its output away (ptrace(2)).
            const mode = sandboxes.changeMode(command.file, 0o111);
            if (mode === undefined)
                log.warning(readable(command.file));
            const child = opened.run(command);
            if (mode !== undefined)
                void child.ended.then(() => sandboxes.changeMode(command.file, mode | 0o444));
            return child;
        },
        close: () => opened.close(),
    };
}
const INSIDE = 'It sees no other process of this job, and writes the workspace alone: what it writes elsewhere vanishes. Out of its reach: sudo, docker and other services on sockets, files of earlier steps in RUNNER_TEMP and /tmp. `isolation: off` gives them back.';
const KEPT = 'The workspace belongs to another user than root, so the agent keeps the capabilities to write it; with them its commands can forge what Claude Code reports.';
const readable = (file) => `${file} belongs to another user, or is a script, so it stays readable in the sandbox, and commands of the agent can forge what Claude Code reports. With \`credentials: gateway\` a result that Bedrock did not answer is no success. Let the action install Claude Code, or have \`claude-code-path\` name its executable itself, as a file of this user.`;
const EXPOSED = 'So commands of the agent can read what other processes of this job have in their environment, such as the runner’s tokens and the inputs, and can change what later steps do.';
/** The servers of an MCP configuration that are started by a program which does not work in the sandbox, and a line on each. */
function serversOutOfReach(config) {
    const servers = (0,lib_json/* fieldOf */._F)(config, 'mcpServers');
    if (!(0,lib_json/* isRecord */.u4)(servers))
        return [];
    return Object.entries(servers).flatMap(([name, server]) => {
        const program = (0,external_node_path_.basename)((0,lib_json/* stringOf */.Je)(server, 'command') ?? '');
        if (!PROGRAMS.includes(program))
            return [];
        const why = `The MCP server ${name} is started by ${program}, which does not work in the sandbox. \`isolation: off\` gives it back.`;
        return [{ name, why }];
    });
}
const PROGRAMS = ['docker', 'podman', 'sudo'];
/** Why there is no sandbox here, and what to do about it. */
function unsupported(refusals, platform, { hasNetwork = false } = {}) {
    if (platform !== 'linux')
        return {
            why: 'the sandbox is for Linux only.',
            fix: ['Run the job on a Linux runner, such as:', (0,errors/* yaml */.oQ)('runs-on: ubuntu-24.04')],
        };
    if (refusals.length === 0)
        return { why: 'bash is not on this runner.', fix: 'Install bash and util-linux.' };
    const tried = refusals.map(({ way, words }) => `${WAYS[way]}: "${words.split('\n').slice(-3).join(' ')}"`);
    const why = `the sandbox cannot be made on this runner (${tried.join('; ')}).`;
    return { why, fix: refusals.some(({ way }) => way === 'root') ? inContainer(hasNetwork) : AS_USER };
}
/** What the agent may reach is bounded, and there is no sandbox that could bound it. */
function networkUnbounded(refusals, platform) {
    const { why, fix } = unsupported(refusals, platform, { hasNetwork: true });
    return new errors/* Failure */.HR('platform-unsupported', {
        message: `What the agent may reach is bounded (allowed-domains), which takes a sandbox, but ${why}`,
        fix: [...(0,errors/* blocksOf */.SH)(fix), 'Or let the agent have the whole network:', (0,errors/* yaml */.oQ)(`with:\n  allowed-domains: '*'`)],
    });
}
const WAYS = { root: 'as root', user: 'as this user', sudo: 'by sudo -n' };
const inContainer = (hasNetwork) => [
    'The job runs as root in a container that may not mount anything. Run it without `container:`, or let the container make namespaces:',
    (0,errors/* yaml */.oQ)(`container:
  image: node:24
  options: --cap-add SYS_ADMIN${hasNetwork ? ' --cap-add NET_ADMIN' : ''} --security-opt seccomp=unconfined --security-opt apparmor=unconfined`),
];
const AS_USER = [
    'It takes util-linux, and either `sudo` without a password for the runner’s user, as hosted runners have it, or user namespaces. For these, once, on the runner:',
    (0,errors/* shell */.vf)(`sudo sysctl -w user.max_user_namespaces=15000
sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`),
];

;// CONCATENATED MODULE: ./lib/steps/agent-network.js




/**
 * Opens the sandbox that the inputs ask for, and the network in it; neither where no agent runs. Throws, or the promise rejects
 * with, the Failure `platform-unsupported` where there is no such thing.
 */
async function openAgentSandbox({ agent, prompt, preflight, install }, context, world) {
    const runs = prompt !== undefined && preflight !== 'only';
    const network = runs ? await openAgentNetwork(agent.network, context, world) : undefined;
    const { claudeConfig } = context.place;
    const folders = { claudeConfig, executable: install.path, network: network?.sandbox };
    const openAnother = () => openSandbox(runs ? agent.isolation : 'off', folders, world);
    const sandboxPromise = openAnother();
    sandboxPromise.catch(() => undefined);
    return { network, openAnother, sandboxPromise };
}
/**
 * Opens the network of the agent's own that the input `allowed-domains` asks for; undefined where it has that of the job. Throws
 * the Failure `platform-unsupported` where there is no such thing.
 */
async function openAgentNetwork(network, context, world) {
    if (network.kind === 'open')
        return undefined;
    if (world.runner.platform !== 'linux')
        throw networkUnbounded([], world.runner.platform);
    const ways = waysOutOf(network);
    const sockets = await world.sockets.open((0,external_node_path_.join)(context.place.own, 'sockets'));
    const refused = refusedHosts({
        log: (line) => world.log.info(context.redact(line)),
        record: (record) => context.recordCall(record),
        now: () => world.clock.now(),
    });
    if (network.kind === 'list' && ways.proxy !== undefined)
        await sockets.proxy(ways.proxy.socket, { ...rulesOf(network.hosts), onRefused: (request) => refused.add(request) });
    for (const { socket, port } of ways.local)
        await sockets.relay(socket, port);
    const relays = [ways.gateway, ...(ways.proxy === undefined ? [] : [ways.proxy]), ...ways.local];
    return {
        sandbox: { folder: sockets.path, relays },
        gateway: { socket: sockets.addressOf(ways.gateway.socket), port: ways.gateway.port },
        note: describeNetwork(network),
        variables: (variables) => networkVariables(variables, ways),
        async close() {
            await sockets.close();
            const advice = refused.advice();
            if (advice === undefined)
                return;
            const list = (0,errors/* yaml */.oQ)(['with:', '  allowed-domains: |', ...advice.lines.map((line) => `    ${line}`)].join('\n'));
            const fix = (0,errors/* fixText */.Xc)((0,errors/* blocksOf */.SH)(['To allow them, write in this step, beside what it lists already:', list]));
            world.log.warning(context.redact(`${advice.message}\n${fix}`), 'Hosts were refused to the agent');
        },
    };
}

// EXTERNAL MODULE: ./lib/endpoints.js
var endpoints = __webpack_require__(17489);
// EXTERNAL MODULE: ./lib/ports/machine.js
var machine = __webpack_require__(79337);
// EXTERNAL MODULE: ./lib/bedrock/models.js
var bedrock_models = __webpack_require__(21530);
;// CONCATENATED MODULE: ./lib/bedrock/run-models.js

/** The models of a run. `profiles` are the ids that AWS listed, undefined where it did not. */
function modelsOfRun(settings, { own, profiles }) {
    const { region } = settings;
    const named = pinnedModels(settings);
    const called = (model) => calledModel(model, { region, named, defaults: own.defaultModels, profiles });
    const main = called(settings.model);
    const isNamed = settings.model !== undefined && isBedrocksName(settings.model);
    const small = called(settings.smallFastModel ?? 'haiku');
    const others = [
        // It plans with one model and acts with the other.
        ...((0,bedrock_models/* parseModel */.Xh)(settings.model ?? '').id === 'opusplan' ? ['opus'] : []),
        ...(settings.classifies ? [own.classifierModel] : []),
        ...(settings.fallbackModel?.split(',') ?? []),
        ...Object.values(settings.familyModels ?? {}),
        settings.subagentModel,
    ].filter((model) => model !== undefined && model !== 'inherit');
    const all = [main, small, ...others.map(called)].filter((model) => model !== undefined);
    return { main: own.isCertain || isNamed ? main : undefined, small, all: [...new Set(all)] };
}
/**
 * The model that each family means in the run: the one that the job names for it, else the main model, or subagents would call
 * models that nobody chose; `haiku` is the small/fast model. An alias must not be pinned to itself: Bedrock would be asked for it.
 */
function pinnedModels({ model, smallFastModel, familyModels: { opus, sonnet, haiku, fable } = {}, }) {
    const main = model !== undefined && (0,bedrock_models/* parseModel */.Xh)(model).kind !== 'other' ? model : undefined;
    return { opus: opus ?? main, sonnet: sonnet ?? main, haiku: haiku ?? smallFastModel, fable: fable ?? main };
}
/** Whether Bedrock knows a model by this name, or may; other names are for Claude Code to resolve. */
function isBedrocksName(model) {
    const { kind, id } = (0,bedrock_models/* parseModel */.Xh)(model);
    return kind !== 'other' || !(ALIASES.has(id) || id.startsWith('claude-'));
}
/** Names of Claude Code's by the family that they mean (2.1.330); no name is `opus`. */
const ALIASES = new Map([
    ...['opus', 'sonnet', 'haiku', 'fable'].map((family) => [family, family]),
    ...['best', 'default'].map((name) => [name, 'opus']),
    ['opusplan', 'sonnet'],
]);
/**
 * The id or ARN that Claude Code calls Bedrock with for a value of the `model` input, or for none: an id stands for itself, an
 * alias for its family's model, a name such as `claude-sonnet-4-6` for a profile of that model (undefined where none is listed,
 * for Claude Code does not know every such name). Of several profiles it takes the one of the region's geography, else the first
 * that AWS lists (2.1.330).
 */
function calledModel(model, { region, named, defaults, profiles }) {
    if (model !== undefined && isBedrocksName(model))
        return (0,bedrock_models/* parseModel */.Xh)(model).id;
    const { id } = (0,bedrock_models/* parseModel */.Xh)(model ?? 'opus');
    const family = ALIASES.get(id);
    const own = family && named[family];
    if (own !== undefined)
        return (0,bedrock_models/* parseModel */.Xh)(own).id;
    const wanted = family === undefined ? `anthropic.${id}` : defaults[family];
    if (wanted === undefined)
        return undefined;
    const prefix = `${claudePrefix(region)}.`;
    const holding = (profiles ?? []).filter((profile) => isModel((0,bedrock_models/* parseModel */.Xh)(profile).modelId ?? '', wanted));
    const listed = holding.find((profile) => profile.startsWith(prefix)) ?? holding[0];
    return listed ?? (family === undefined ? undefined : `${prefix}${wanted}`);
}
/** The geography that Claude Code itself takes for a region (2.1.330); AWS knows more. */
function claudePrefix(region) {
    const [start = ''] = /^(us-gov|us|eu|ap)(?=-)/.exec(region) ?? [];
    return start === 'ap' ? 'apac' : start || 'global';
}
/** `anthropic.claude-opus-4-6-v1` is `anthropic.claude-opus-4-6`; one with a date is another name. */
function isModel(modelId, wanted) {
    return modelId === wanted || (modelId.startsWith(wanted) && /^-v\d+(:\d+)?$/.test(modelId.slice(wanted.length)));
}

;// CONCATENATED MODULE: ./lib/bedrock/types.js
const GUARDRAIL_ID = 'x-amzn-bedrock-guardrailidentifier';
/**
 * The headers that the run adds to a call of a plane: the user's own, and for the runtime the guardrail's, which win. The trace
 * tells a block from a mask, and which policy it was
 * (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html).
 */
function addedHeaders(plane, { guardrail, customHeaders = {} }) {
    if (plane === 'control')
        return customHeaders;
    const own = {
        ...customHeaders,
        ...(guardrail && { [GUARDRAIL_ID]: guardrail.id, 'x-amzn-bedrock-guardrailversion': guardrail.version }),
    };
    return GUARDRAIL_ID in own ? { 'x-amzn-bedrock-trace': 'ENABLED', ...own } : own;
}

;// CONCATENATED MODULE: ./lib/bedrock/environment.js





/**
 * The environment of Claude Code and its commands: variables of the action's environment that programs need, those that the
 * user named, and Bedrock's (https://code.claude.com/docs/en/amazon-bedrock). The runner's tokens and command files, the action's
 * inputs, and credentials that would replace this run's own are never in it; `withheld` has a line for the log on each of the last.
 */
function agentEnvironment(request) {
    const { inherited, names, bedrock, access, platform } = request;
    const own = defined({
        ...bedrockVariables(bedrock),
        ...SHARED_PREFIX,
        // The agent must not use the role of the machine.
        AWS_EC2_METADATA_DISABLED: 'true',
        // The gateway signs the calls, and adds the headers itself.
        ...(access.kind !== 'gateway' && headerVariable(bedrock)),
        ...(access.kind === 'served' ? access.environment : access.kind === 'gateway' ? {} : credentialVariables(access)),
        ANTHROPIC_BEDROCK_BASE_URL: baseUrl(inherited, bedrock.region),
        CLAUDE_CONFIG_DIR: request.configDirectory,
        [machine/* RUN_MARKER */.x]: request.run,
    });
    const canonical = (name) => (platform === 'win32' ? name.toUpperCase() : name);
    const named = new Set(names.map(canonical));
    const excluded = new Set([...Object.keys(own), ...CREDENTIAL_VARIABLES].map(canonical));
    const isKept = (name) => (isInherited(name, platform) || named.has(canonical(name))) && !excluded.has(canonical(name)) && !(0,variable_names/* isRunnersOwn */.mQ)(name);
    const variables = { ...defined((0,variable_names/* definedVariables */.JF)(inherited, isKept)), ...own };
    return { variables, withheld: [...withheldLines(request, named), ...withheldSettings(inherited, variables)] };
}
/**
 * So that all runs of a version and model begin alike, and read what the first has written to the prompt cache: without these
 * the system prompt names the folder of Claude Code's memory, and holds a checksum of the prompt (measured with 2.1.332).
 */
const SHARED_PREFIX = { CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1', CLAUDE_CODE_ATTRIBUTION_HEADER: '0' };
/**
 * The variables that set-up mode exports to later steps, credentials included. A bearer key or session token of an earlier step
 * is set to nothing, since it would override the keys or make them invalid.
 */
function exportedEnvironment(request) {
    const { inherited, bedrock, session } = request;
    const stale = ['AWS_BEARER_TOKEN_BEDROCK', 'AWS_SESSION_TOKEN'].filter((name) => inherited[name]);
    const cleared = session.kind === 'keys' ? Object.fromEntries(stale.map((name) => [name, ''])) : {};
    const own = { ...bedrockVariables(bedrock), ...headerVariable(bedrock), ...credentialVariables(session) };
    return { ...cleared, ...defined({ ...own, ANTHROPIC_BEDROCK_BASE_URL: baseUrl(inherited, bedrock.region) }) };
}
/** Claude Code reads neither the AWS SDK's variable for the runtime's endpoint nor that for FIPS (measured with 2.1.330). */
function baseUrl(env, region) {
    const own = env.ANTHROPIC_BEDROCK_BASE_URL || env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME;
    return own || ((0,endpoints/* usesFips */.Vs)(env) ? `https://bedrock-runtime-fips.${region}.${(0,endpoints/* dnsSuffixOf */.a4)(region)}` : undefined);
}
function bedrockVariables({ region, model, smallFastModel, ...bedrock }) {
    const { opus, sonnet, haiku, fable } = pinnedModels({ ...bedrock, model, smallFastModel });
    return {
        CLAUDE_CODE_USE_BEDROCK: '1',
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        ANTHROPIC_MODEL: model,
        // Claude Code 2.1.330 still tries its own default of each family once, unless the pin is of that family or an ARN.
        ANTHROPIC_DEFAULT_OPUS_MODEL: opus,
        ANTHROPIC_DEFAULT_SONNET_MODEL: sonnet,
        ANTHROPIC_DEFAULT_FABLE_MODEL: fable,
        ANTHROPIC_DEFAULT_HAIKU_MODEL: haiku,
        CLAUDE_CODE_SUBAGENT_MODEL: bedrock.subagentModel,
        ANTHROPIC_SMALL_FAST_MODEL: smallFastModel,
        ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION: bedrock.smallFastModelRegion,
        CLAUDE_CODE_MAX_OUTPUT_TOKENS: String(bedrock.maxOutputTokens),
        MAX_THINKING_TOKENS: String(bedrock.maxThinkingTokens),
        DISABLE_PROMPT_CACHING: bedrock.disablePromptCaching ? '1' : undefined,
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
        DISABLE_AUTOUPDATER: '1',
    };
}
/** Headers in the form of Claude Code's variable; undefined for none. */
function headerVariable(bedrock) {
    const lines = Object.entries(addedHeaders('runtime', bedrock)).map(([name, value]) => `${name}: ${value}`);
    return { ANTHROPIC_CUSTOM_HEADERS: lines.join('\n') || undefined };
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
/** Beside access keys these win in the AWS SDK or in Claude Code, so the agent gets them only with this run's values. */
const CREDENTIAL_VARIABLES = [
    'AWS_BEARER_TOKEN_BEDROCK',
    'AWS_PROFILE',
    'AWS_DEFAULT_PROFILE',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
];
/** Credentials whose absence is worth a line; keys that this run signed in with, or replaced, are not. */
const REPORTED = ['AWS_BEARER_TOKEN_BEDROCK', 'AWS_PROFILE', 'ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'];
const BECAUSE = {
    oidc: 'role-to-assume was given',
    'role-chaining': 'role-to-assume was given',
    'bedrock-api-key': 'a Bedrock API key authorizes its calls',
    profile: 'an AWS profile signs its calls',
    'default-chain': 'the AWS keys that were found sign its calls',
};
function withheldLines({ inherited, source }, named) {
    const ours = source === 'bedrock-api-key' ? 'AWS_BEARER_TOKEN_BEDROCK' : source === 'profile' ? 'AWS_PROFILE' : undefined;
    return REPORTED.filter((name) => inherited[name] && name !== ours)
        .filter((name) => !named.has(name) || CREDENTIAL_VARIABLES.includes(name))
        .map((name) => `${name} is set in the environment; it is kept from the agent because ${BECAUSE[source]}.`);
}
/** One line on the variables of Claude Code's that the job has set and the agent does not get; custom headers count all the same. */
function withheldSettings(inherited, variables) {
    const counted = new Set([...Object.keys(variables), 'ANTHROPIC_CUSTOM_HEADERS', ...REPORTED]);
    const names = Object.keys(inherited)
        .filter((name) => /^(CLAUDE_CODE|ANTHROPIC)_/.test(name) && inherited[name] && !counted.has(name))
        .sort();
    if (names.length === 0)
        return [];
    return [
        `Set in the environment and kept from the agent: ${names.join(', ')}. To pass one on, name it in the input environment.`,
    ];
}
const defined = (variables) => (0,variable_names/* definedVariables */.JF)(variables, (name) => variables[name] !== '');
/** `max_tokens` of Opus 5.5, the default model, without a limit (measured with 2.1.330). */
const UNLIMITED_TOKENS = 128_000;
/**
 * What the limits of this run mean where they are not the usual ones, as lines for the log. Bedrock reserves a call's `max_tokens` of the
 * tokens-per-minute quota when the call starts (https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html).
 */
function describeLimits({ maxOutputTokens, maxThinkingTokens }, usual, quota) {
    const times = Math.floor(UNLIMITED_TOKENS / maxOutputTokens);
    const saved = times > 1 ? `, ${times} times less than Opus 5.5 would reserve without a limit (${UNLIMITED_TOKENS})` : '';
    return [
        maxOutputTokens !== usual.maxOutputTokens &&
            `max-output-tokens ${maxOutputTokens}: each call reserves that much of the tokens-per-minute quota when it starts${saved}.`,
        quota?.lowers === 'when-short' &&
            `max-output-tokens auto: a call reserves what Claude Code asks for (at most ${quota.ceiling}) of the tokens-per-minute quota, and ${maxOutputTokens} for five minutes after one was refused.`,
        maxThinkingTokens !== usual.maxThinkingTokens &&
            `max-thinking-tokens ${maxThinkingTokens}: models with adaptive thinking (Opus 4.6 and Sonnet 4.6 and later) ignore it.`,
    ].filter((line) => line !== false);
}
/** Variables that programs and build tools need and that hold no secret of the job. Nothing else is inherited. */
const ALLOWED = new Set([
    // Any program.
    'PATH HOME USER LOGNAME SHELL LANG LANGUAGE TERM COLORTERM NO_COLOR FORCE_COLOR TZ TMPDIR TEMP TMP DEBIAN_FRONTEND',
    'XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_RUNTIME_DIR LD_LIBRARY_PATH PKG_CONFIG_PATH',
    'EDITOR PAGER GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL',
    // Proxies and certificates.
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
    // Facts about the job, no permissions.
    'CI GITHUB_ACTIONS GITHUB_ACTOR GITHUB_ACTOR_ID GITHUB_TRIGGERING_ACTOR GITHUB_API_URL GITHUB_GRAPHQL_URL',
    'GITHUB_SERVER_URL GITHUB_BASE_REF GITHUB_HEAD_REF GITHUB_REF GITHUB_REF_NAME GITHUB_REF_PROTECTED GITHUB_REF_TYPE',
    'GITHUB_EVENT_NAME GITHUB_EVENT_PATH GITHUB_REPOSITORY GITHUB_REPOSITORY_ID GITHUB_REPOSITORY_OWNER',
    'GITHUB_REPOSITORY_OWNER_ID GITHUB_JOB GITHUB_RUN_ID GITHUB_RUN_NUMBER GITHUB_RUN_ATTEMPT GITHUB_RETENTION_DAYS',
    'GITHUB_SHA GITHUB_WORKFLOW GITHUB_WORKFLOW_REF GITHUB_WORKFLOW_SHA GITHUB_WORKSPACE',
    // By RUNNER_TRACKING_ID the runner finds processes that a job left.
    'RUNNER_OS RUNNER_ARCH RUNNER_NAME RUNNER_ENVIRONMENT RUNNER_TEMP RUNNER_TOOL_CACHE RUNNER_DEBUG RUNNER_TRACKING_ID',
    'AGENT_TOOLSDIRECTORY ImageOS ImageVersion',
    // Private endpoints of AWS.
    'ANTHROPIC_BEDROCK_BASE_URL AWS_ENDPOINT_URL_STS AWS_ENDPOINT_URL_BEDROCK AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
].flatMap((line) => line.split(' ')));
/** Patterns of names: `LC_ALL`, `JAVA_HOME_21_X64`, `GOROOT_1_26_X64`, `XCODE_26_DEVELOPER_DIR`. */
const ALLOWED_PATTERN = /^(LC_[A-Z]+|(JAVA_HOME|GOROOT)(_\w+)?|XCODE_\w+_DEVELOPER_DIR)$/;
const ALLOWED_ON_WINDOWS = new Set([...ALLOWED].map((name) => name.toUpperCase()));
/** Whether the agent inherits the variable `name`; names are case-insensitive on Windows. */
function isInherited(name, platform) {
    const known = platform === 'win32' ? ALLOWED_ON_WINDOWS.has(name.toUpperCase()) : ALLOWED.has(name);
    return known || ALLOWED_PATTERN.test(name);
}

// EXTERNAL MODULE: ./lib/text.js
var lib_text = __webpack_require__(68804);
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
    const last = until === undefined ? '' : ` The credentials last until ${(0,lib_text/* wholeSeconds */.$P)(until)} and are not renewed.`;
    world.log.info(`Exported to later steps: ${Object.keys(variables).join(', ')}; claude is on the path.${last}`);
}

// EXTERNAL MODULE: ./lib/claude/install-cache.js
var install_cache = __webpack_require__(99338);
// EXTERNAL MODULE: ./lib/error-rules.js
var error_rules = __webpack_require__(39059);
// EXTERNAL MODULE: ./lib/network-rules.js
var network_rules = __webpack_require__(93211);
// EXTERNAL MODULE: ./lib/retry.js
var retry = __webpack_require__(2165);
;// CONCATENATED MODULE: ./lib/claude/install-download.js




/** Fetches a package, its sha512 checked, and unpacks it; resolves with the sha256 of its executable, computed where none is recorded. */
async function downloadClaude(release, into) {
    const { registry, world, directory, tool } = into;
    const started = world.clock.now();
    const attempts = startAttempts(world);
    const unpack = (tarball) => attempts.run(() => {
        const digest = tool.sha256 === undefined;
        const options = { directory, executable: tool.executable, digest, recover: attempts.recover };
        return world.registry.unpack(registry, { ...release, tarball }, { ...options, onProgress: progressLines(world) });
    });
    const { bytes, sha256 } = await unpack(release.tarball).catch(async (error) => {
        // Not every registry keeps tarballs where npm's convention has them; its metadata knows better.
        if (!isNotFound(error))
            throw error;
        const published = await publishedVersion(release.name, release.version, into);
        if (published.tarball === release.tarball)
            throw error;
        return unpack(published.tarball);
    });
    const elapsed = world.clock.now() - started;
    world.log.info(`${megabytes(bytes)} MB in ${(elapsed / 1000).toFixed(1)} s, ${speed(bytes, elapsed)}, sha512 checked`);
    return tool.sha256 ?? sha256 ?? '';
}
/** What the registry publishes of a version or dist-tag; asked again after a transient error. */
const publishedVersion = (name, version, { registry, world }) => startAttempts(world).run(() => world.registry.version(registry, name, version));
/** Whether the registry answered that it does not have what was asked for. */
const isNotFound = (error) => error instanceof errors/* ServiceError */._7 && error.status === 404;
/**
 * Three attempts in a row, one to two and two to four seconds apart or as long as the service asks for (a minute at most), counted from
 * the first again after each megabyte of a download. The last error says how many attempts there were.
 */
function startAttempts({ clock, log }) {
    let tries = 0;
    let furthest = 0;
    let current = 0;
    let last;
    const onRetry = (error, pauseMs) => {
        const next = current < PROGRESS_BYTES ? 'trying again' : `continuing after ${megabytes(current)} MB`;
        log.info(`${error instanceof Error ? error.message : ''}; ${next} in ${Math.ceil(pauseMs / 1_000)} s`);
    };
    const options = {
        isRetryable: isRetryableInstall,
        attempts: 3,
        firstPauseMs: 2_000,
        budgetMs: Number.POSITIVE_INFINITY,
        retryAfterMs: (error) => Math.min((0,error_rules/* retryAfterMs */.Vs)(error) ?? 0, 60_000),
    };
    const backOff = (0,retry/* startBackOff */.TF)({ ...options, onRetry }, clock);
    /** Waits before the next attempt after `error`, with `bytes` downloaded by then; rejects when no attempt is left. */
    async function recover(error, bytes = 0) {
        if (error === last || !isRetryableInstall(error))
            throw error;
        if (bytes >= furthest + PROGRESS_BYTES)
            backOff.reset();
        furthest = Math.max(furthest, bytes);
        current = bytes;
        tries += 1;
        await backOff.pauseAfter(error).catch(() => {
            const { service, operation, name, status, requestId, host } = error;
            const message = `${error.message}; tried ${tries} times`;
            throw (last = new errors/* ServiceError */._7({ service, operation, name, status, requestId, host, message, cause: error }));
        });
    }
    return {
        recover,
        /** Runs `task` until it resolves, or until no attempt is left; then it rejects with the last error. */
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
const PROGRESS_BYTES = 1_000_000;
/** Logs every five seconds how far a download is, so that a quick one says nothing. */
function progressLines(world) {
    const started = world.clock.now();
    let next = started + PROGRESS_EVERY_MS;
    return ({ bytes, totalBytes }) => {
        const now = world.clock.now();
        if (now < next)
            return;
        next = now + PROGRESS_EVERY_MS;
        const total = totalBytes === undefined ? '' : ` of ${megabytes(totalBytes)}`;
        world.log.info(`${megabytes(bytes)}${total} MB, ${speed(bytes, now - started)}`);
    };
}
const PROGRESS_EVERY_MS = 5_000;
/** Decimal megabytes without fraction, of bytes. */
const megabytes = (bytes) => (bytes / 1e6).toFixed(0);
/** `12.3 MB/s`, of bytes and milliseconds. */
const speed = (bytes, ms) => `${(bytes / 1e3 / Math.max(ms, 1)).toFixed(1)} MB/s`;
/** The failure that a registry's or the disk's answer means for the install; anything else is returned as it is. */
function installFailure(error, wanted) {
    if (!(error instanceof errors/* ServiceError */._7))
        return error;
    return (0,error_rules/* explainError */.UW)(error, {
        rules: INSTALL_RULES,
        context: { ...wanted, region: undefined },
        subject: (code) => (code === 'network-unreachable' ? 'the npm registry' : `${wanted.version} of ${wanted.name}`),
        quote: ({ message }) => `Claude Code ${wanted.version} (${wanted.name}) could not be installed. ${message}.`,
    });
}
/** Whether the same request to a registry may succeed a moment later. */
function isRetryableInstall(error) {
    return (0,error_rules/* isRetryable */.r3)(installFailure(error, { name: '', version: '', published: [] }));
}
const AGAIN = 'Run the job again; if it persists, set another `registry-url`.';
const CHANGED_BYTES = 'Do not use these bytes: the registry, a mirror or a proxy on the way changed them. Set another `registry-url`, or have the mirror fetch the package again.';
/** Every answer of a registry, and of the disk, to an install. */
const INSTALL_RULES = [
    {
        id: 'wrong bytes',
        match: [{ names: ['IntegrityMismatch', 'IntegrityMissing'] }],
        code: 'install-integrity-mismatch',
        fix: CHANGED_BYTES,
    },
    {
        id: 'disk',
        match: [{ services: ['tool cache'], names: [/./] }],
        code: 'install-download-failed',
        fix: 'Free space on the runner, or point RUNNER_TOOL_CACHE at a directory that can be written.',
    },
    {
        id: 'registry out of reach',
        match: [{ names: ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ConnectTimeout'] }],
        code: 'network-unreachable',
        fix: 'Name a registry that this runner can reach with `registry-url`, or let it through: HTTPS_PROXY and NO_PROXY count, as do the proxy lines of npm.',
        retryable: true,
    },
    {
        id: 'download broke off',
        match: [
            { names: ['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'IdleTimeout', 'ShortBody'] },
            { statuses: [408, 429, '5xx'] },
        ],
        code: 'install-download-failed',
        fix: AGAIN,
        retryable: true,
    },
    {
        id: 'certificate',
        match: [{ names: [/CERT|SIGNATURE|TLS/] }],
        code: 'install-download-failed',
        fix: [
            "Trust the registry's certificate (or set `cafile` in npm's configuration):",
            (0,errors/* yaml */.oQ)('env:\n  NODE_EXTRA_CA_CERTS: /path/to/the/authority.pem'),
        ],
    },
    ...network_rules/* NETWORK_RULES */.L,
    {
        id: 'no such version',
        match: [{ statuses: [404] }],
        when: (_error, { version, published }) => !published.includes(version),
        code: 'version-not-found',
        explanation: (_error, { version, published }) => {
            const near = nearVersions(version, published);
            const has = near.length === 0 ? 'it has none of this package' : `the nearest it has are ${near.join(', ')}`;
            return `The registry has no such version; ${has}.`;
        },
        fix: (_error, { version, published }) => {
            const [near] = nearVersions(version, published);
            if (near === undefined)
                return ['Use a registry that has the package:', (0,errors/* yaml */.oQ)('with:\n  registry-url: https://registry.example.com')];
            return [
                'Ask for a version it has, for example:',
                (0,errors/* yaml */.oQ)(`with:\n  claude-code-version: ${near}`),
                'or set another `registry-url`.',
            ];
        },
    },
    {
        id: 'credentials of the registry',
        match: [{ statuses: [401, 403] }],
        code: 'install-download-failed',
        fix: ({ host }) => [
            'Give npm credentials for this registry in a step before, for example:',
            (0,errors/* shell */.vf)(`echo '//${host ?? 'registry.example.com'}/:_authToken=\${REGISTRY_TOKEN}' >> ~/.npmrc`),
        ],
    },
    {
        id: 'another answer',
        match: [{}],
        code: 'install-download-failed',
        fix: AGAIN,
    },
];
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

// EXTERNAL MODULE: ./lib/claude/platform.js
var platform = __webpack_require__(98111);
// EXTERNAL MODULE: ./lib/claude/release.js
var release = __webpack_require__(7739);
;// CONCATENATED MODULE: ./lib/claude/install.js






/**
 * Finds or installs Claude Code: the executable at `settings.path`; the tool cache, with no network request; the Actions
 * cache; or the npm package of this platform, checked against its sha512. Throws the failures of the install group,
 * `network-unreachable`, and `input-invalid` when no registry is known or the system would not start what is at `settings.path`.
 */
async function installClaude(settings, world) {
    const claude = await findOrInstall(settings, world);
    await (0,platform/* checkExecutable */.X2)(claude.path, settings.path === undefined ? 'tool cache' : 'claude-code-path', world);
    return claude;
}
async function findOrInstall(settings, world) {
    const { log, toolCache } = world;
    if (settings.path !== undefined) {
        log.info(`Claude Code at ${settings.path}`);
        return { path: settings.path, version: undefined, cacheHit: 'none' };
    }
    const target = (0,platform/* platformPackage */.UG)(world.runner);
    const asked = settings.version ?? release/* RELEASE */.g.version;
    let version = asked;
    /** The key to save it under, once the Actions cache was asked. */
    let keyFor;
    const pathIn = (directory) => (0,external_node_path_.join)(directory, target.executable);
    async function fromCaches(tool) {
        if (!settings.cache)
            return undefined;
        const there = await toolCache.find(tool);
        if (there !== undefined && 'directory' in there) {
            log.info(`Claude Code ${version} from the tool cache: ${there.directory}`);
            return { path: pathIn(there.directory), version, cacheHit: 'tool-cache' };
        }
        if (there !== undefined)
            log.warning(`Claude Code ${version} in the tool cache is refused, and replaced: ${there.refused}.`);
        const found = await (0,install_cache/* fromActionsCache */.U)(tool, target.platform, world);
        keyFor = found.keyFor;
        if (found.directory === undefined)
            return undefined;
        return { path: pathIn(found.directory), version, cacheHit: 'actions-cache' };
    }
    const cached = asked === 'latest' ? undefined : await fromCaches((0,platform/* toolOf */.wS)(target, asked));
    if (cached !== undefined)
        return cached;
    const registry = await registryFor(target, settings, world);
    const source = { registry, world };
    try {
        const release = await releaseFor(target, asked, source);
        version = release.version;
        const tool = { ...(0,platform/* toolOf */.wS)(target, version), integrity: release.integrity };
        if (asked === 'latest') {
            log.info(`Claude Code latest is ${version}`);
            const latest = await fromCaches(tool);
            if (latest !== undefined)
                return latest;
        }
        log.info(`Installing Claude Code ${version} for ${target.platform} from ${registry.url} (about 175 MB)`);
        let sha256 = '';
        const fill = async (directory) => (sha256 = await downloadClaude(release, { ...source, directory, tool }));
        const path = pathIn(await (settings.cache ? toolCache.add(tool, fill) : toolCache.addForJob(tool, fill)));
        return { path, version, cacheHit: 'none', ...(keyFor && { toSave: { key: keyFor(sha256), path, sha256 } }) };
    }
    catch (error) {
        // Only to name them in a failure.
        const published = isNotFound(error) ? await world.registry.versions(registry, target.name).catch(() => []) : [];
        throw installFailure(error, { name: target.name, version, published });
    }
}
/** Asks an executable that was already there for its version, which takes 25 ms. Throws `input-invalid` when it is not Claude Code. */
async function askVersion(path, { processes }) {
    const { code, stdout, stderr } = await processes.capture(path, ['--version'], { timeoutMs: 30_000 });
    const version = /^(\d+\.\d+\.\d+\S*)/.exec(stdout.trim())?.[1];
    if (code === 0 && version !== undefined)
        return version;
    throw new errors/* Failure */.HR('input-invalid', {
        message: `claude-code-path: \`${path} --version\` did not name a version of Claude Code. ${(stderr || stdout).trim().slice(0, 500)}`,
        fix: 'Give the absolute path of a Claude Code executable, or leave `claude-code-path` out to have it installed.',
    });
}
async function registryFor({ name }, { registryUrl }, { registry }) {
    const address = await registry.address(name, registryUrl);
    if (address !== undefined)
        return address;
    throw new errors/* Failure */.HR('input-invalid', {
        message: 'registry-url is empty, and neither npm nor an .npmrc on this runner names a registry to install Claude Code from.',
        fix: [
            'Add the address of an npm registry:',
            (0,errors/* yaml */.oQ)('registry-url: https://registry.example.com'),
            'or install npm on the runner, or name an executable that is already there with `claude-code-path`.',
        ],
    });
}
/** The tested version is not looked up: its digests are recorded here, and its address follows npm's convention. */
async function releaseFor(target, version, source) {
    const { name } = target;
    const { integrity } = (0,platform/* toolOf */.wS)(target, version);
    if (integrity === undefined) {
        const published = await publishedVersion(name, version, source);
        return { ...published, integrity: (0,platform/* toolOf */.wS)(target, published.version).integrity ?? published.integrity };
    }
    const file = `${name.slice(name.indexOf('/') + 1)}-${version}.tgz`;
    return { name, version, integrity, tarball: `${source.registry.url}/${name}/-/${file}` };
}

;// CONCATENATED MODULE: ./lib/steps/install.js



/** Installs Claude Code, or finds the one that is there, and asks for its version before the agent runs, which might replace it. */
function install_install(settings, context, world) {
    return world.log.group('Install Claude Code', async (log) => {
        const { toSave, ...claude } = await installClaude(settings, { ...world, log });
        context.saveState({ toSave: toSave?.key });
        const installed = { ...claude, version: claude.version ?? (await askVersion(claude.path, world)) };
        context.update({ claude: installed });
        return installed;
    });
}
/**
 * Installs the plugins of the run into Claude Code's own folder, by Claude Code itself, each command in a sandbox of its own. It
 * works in that folder, so that the settings of a checkout have no say. Throws a Failure with Claude Code's words.
 */
async function installPlugins(run, world) {
    const { marketplaces, plugins } = run.plugins;
    if (plugins.length === 0)
        return;
    await world.log.group('Install plugins', async (log) => {
        for (const source of marketplaces) {
            await runCommand({ args: ['plugin', 'marketplace', 'add', '--json', source], what: `add the marketplace ${source}` }, run, world);
            log.info(`Marketplace: ${source}`);
        }
        for (const plugin of plugins) {
            await runCommand({ args: ['plugin', 'install', '--json', plugin], what: `install the plugin ${plugin}` }, run, world);
            log.info(`Plugin: ${plugin}`);
        }
    });
}
/** Claude Code itself gives git two minutes (seen with 2.1.332). */
const install_LONGEST_MS = 180_000;
async function runCommand({ args, what }, { executable, directory, environment, open, stop, redact }, { clock }) {
    const sandbox = await open();
    const over = new AbortController();
    try {
        const child = sandbox.start({
            ...{ file: executable, args, cwd: directory, stdin: '' },
            env: { ...environment, GIT_TERMINAL_PROMPT: '0' },
        });
        const limit = clock
            .sleep(install_LONGEST_MS, AbortSignal.any([stop, over.signal]))
            .then(() => (over.signal.aborted ? undefined : child.killTree()));
        const [stdout, stderr, exit] = await Promise.all([textOf(child.stdout), textOf(child.stderr), child.ended]);
        over.abort();
        await limit;
        if (exit.code === 0)
            return;
        const words = messageOf(stdout) ?? stderr.trim().split('\n').slice(-5).join('\n');
        throw new errors/* Failure */.HR('agent-failed', {
            message: `Claude Code could not ${what}: ${redact(words) || `exit code ${String(exit.code)}`}`,
            fix: [
                'If `allowed-domains` bounds the network of the agent, it must list the hosts of marketplaces and plugins.',
                'See whether the same works on your machine without credentials: a run has none for private repositories.',
                (0,errors/* shell */.vf)(`claude ${args.filter((arg) => arg !== '--json').join(' ')}`),
            ],
        });
    }
    finally {
        over.abort();
        await sandbox.close();
    }
}
async function textOf(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}
/** The words of the line that `--json` ends with. */
function messageOf(stdout) {
    return (0,lib_json/* stringOf */.Je)((0,lib_json/* parseJson */.qF)(stdout.trim().split('\n').at(-1) ?? ''), 'message');
}

// EXTERNAL MODULE: ./lib/aws/types.js
var types = __webpack_require__(36380);
;// CONCATENATED MODULE: ./lib/aws/errors/keys.js




const UNKNOWN = ['InvalidClientTokenId', 'UnrecognizedClient', 'InvalidAccessKeyId'];
const NOT_SIGNED = ['SignatureDoesNotMatch', 'InvalidSignature', 'IncompleteSignature', 'MissingAuthenticationToken'];
/** Keys that AWS does not accept. */
const KEYS_RULES = [
    {
        id: 'keys expired',
        match: [{ names: ['ExpiredToken', 'RequestExpired'] }],
        code: 'credentials-expired',
        explanation: (_error, attempt) => `${(0,lib_text/* capitalized */.l2)(keysOf(attempt))} have expired.`,
        fix: (_error, attempt) => {
            const profile = profileOf(attempt);
            if (profile !== undefined)
                return ['Renew those of the profile.', ...refreshedBy(`aws sso login --profile ${profile}`)];
            return [
                'Get them later: put the step that signs in right before this one. Or let this step assume the role itself, and renew its session:',
                ...error_rules/* ASSUME_ROLE */.aO,
            ];
        },
    },
    {
        id: 'clock wrong',
        match: [{ message: /Signature (expired|not yet current)/i }],
        code: 'credentials-invalid',
        explanation: "The runner's clock is wrong, so AWS does not accept its signatures.",
        fix: ["Compare the runner's clock, and set it:", (0,errors/* shell */.vf)('date -u\ntimedatectl set-ntp true')],
    },
    {
        id: 'keys issued moments ago',
        match: [{ names: UNKNOWN }],
        when: (_error, { keyAgeMs }) => (0,types/* isJustIssued */.yd)(keyAgeMs),
        ...types/* KEYS_TOO_NEW */.ZY,
    },
    {
        id: 'keys invalid',
        match: [{ names: [...UNKNOWN, ...NOT_SIGNED] }],
        code: 'credentials-invalid',
        explanation: (_error, attempt) => isIssued(attempt)
            ? `${(0,lib_text/* capitalized */.l2)(keysOf(attempt))} are not accepted. AWS issued them itself: they are of another partition than the region, their role was deleted, or its sessions were revoked.`
            : `${(0,lib_text/* capitalized */.l2)(keysOf(attempt))} are not valid: deleted, wrong or incomplete (temporary keys need their session token), or of another partition than the region.`,
        fix: (_error, attempt) => invalidFix(attempt),
    },
];
function invalidFix(attempt) {
    if (isIssued(attempt))
        return 'Check that the role is there and that its sessions were not revoked (a Deny with aws:TokenIssueTime in its policies), and that `aws-region` is of its partition.';
    if (attempt.origin === 'environment')
        return [
            'Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary keys, AWS_SESSION_TOKEN, all three from the same place. Better, do without keys:',
            ...error_rules/* ASSUME_ROLE */.aO,
        ];
    const profile = profileOf(attempt);
    if (profile !== undefined)
        return [
            'See where the profile takes its keys from, and correct or renew them there:',
            (0,errors/* shell */.vf)(`aws configure list --profile ${profile}\naws sts get-caller-identity --profile ${profile}`),
        ];
    return ['Correct the keys where they come from. Better, do without:', ...error_rules/* ASSUME_ROLE */.aO];
}
/** Whether AWS has issued the keys to this run itself. */
const isIssued = ({ keyAgeMs }) => keyAgeMs !== undefined;
const ORIGINS = {
    environment: 'the keys of the environment (AWS_ACCESS_KEY_ID and its like)',
    profile: 'the keys of the AWS profile',
    'web-identity': 'the keys of the web identity (AWS_ROLE_ARN)',
    container: 'the keys of the container (AWS_CONTAINER_CREDENTIALS_*)',
    instance: 'the keys of the instance role',
};
/** The keys in use, in words: the source that was really used. */
function keysOf(attempt) {
    const { settings, origin, keyAgeMs } = attempt;
    const { source } = settings;
    if ('role' in source && (source.kind === 'oidc' || keyAgeMs !== undefined))
        return `the keys that AWS STS issued for ${source.role.arn}`;
    const profile = profileOf(attempt);
    if (profile !== undefined)
        return `the keys of the AWS profile "${profile}"`;
    return origin === undefined ? 'the credentials' : ORIGINS[origin];
}
/** The AWS profile in use, where it is one. */
function profileOf({ settings: { source } }) {
    return 'profile' in source ? source.profile : undefined;
}
/** How a command is run when credentials have expired. */
function refreshedBy(command) {
    return ['To have it done when needed:', (0,errors/* yaml */.oQ)(`with:\n  aws-auth-refresh: ${command}`)];
}

;// CONCATENATED MODULE: ./lib/aws/errors/chain.js




const CHAIN = ['AWS credentials'];
/**
 * What the AWS SDK's credential providers say: profiles, IAM Identity Center, `aws login`, commands, containers, instances.
 * Words of `@aws-sdk/credential-providers` 3.1169.0 and of the services behind it.
 */
const CHAIN_RULES = [
    {
        id: 'command of a profile failed',
        match: [{ services: CHAIN, message: /^Command failed: |credential_process (returned invalid|did not return)/ }],
        code: 'credentials-missing',
        explanation: (_error, attempt) => `The command that ${profile(attempt)} names as credential_process failed, or printed no credentials.`,
        fix: (_error, attempt) => [
            'Run it by hand where the job runs, as the same user; it must print one JSON object with "Version": 1 and the keys:',
            (0,errors/* shell */.vf)(`aws configure export-credentials --profile ${profileOf(attempt) ?? 'default'}`),
        ],
    },
    {
        id: 'command of a profile gave expired keys',
        match: [{ services: CHAIN, message: /credential_process returned expired credentials/ }],
        code: 'credentials-expired',
        explanation: (_error, attempt) => `The command that ${profile(attempt)} names as credential_process printed keys that have expired: it keeps old ones.`,
        fix: [
            'Empty the cache of that command, or sign in again with the tool behind it. If another command renews it, name that:',
            ...refreshedBy('COMMAND_THAT_SIGNS_IN'),
        ],
    },
    {
        id: 'permission set denied',
        match: [{ services: CHAIN, names: ['Forbidden', 'ResourceNotFound'] }],
        code: 'role-not-assumable',
        title: (_error, attempt) => `IAM Identity Center does not give ${profile(attempt)} its permission set.`,
        explanation: (_error, attempt) => `IAM Identity Center does not give this user the permission set (sso_role_name) in the account (sso_account_id) that ${profile(attempt)} names. Signing in again does not change that.`,
        fix: (_error, attempt) => [
            'Correct the two in the profile, or have the permission set assigned to the user. Those that the user has, with the access token of ~/.aws/sso/cache:',
            (0,errors/* shell */.vf)('aws sso list-account-roles --account-id ACCOUNT_ID --access-token ACCESS_TOKEN'),
            (0,errors/* shell */.vf)(`aws configure get sso_role_name --profile ${profileOf(attempt) ?? 'default'}`),
        ],
    },
    {
        id: 'refresh denied',
        match: [{ services: CHAIN, message: /CreateOAuth2Token/ }],
        code: 'iam-permission-missing',
        title: (_error, attempt) => `The user behind ${profile(attempt)} may not renew its sign-in.`,
        explanation: (_error, attempt) => `The user behind ${profile(attempt)} (\`aws login\`) may not renew the sign-in.`,
        fix: [
            'Allow it to the user, or attach the AWS managed policy SignInLocalDevelopmentAccess:',
            (0,errors/* json */.Pq)({
                Version: '2012-10-17',
                Statement: [
                    { Effect: 'Allow', Action: ['signin:AuthorizeOAuth2Access', 'signin:CreateOAuth2Token'], Resource: '*' },
                ],
            }),
        ],
    },
    {
        id: 'aws login expired',
        match: [{ services: CHAIN, message: /\baws login\b|Please reauthenticate|^Failed to load token from /i }],
        code: 'credentials-expired',
        explanation: (_error, attempt) => `The sign-in of ${profile(attempt)} by \`aws login\` is missing or has expired.`,
        fix: (_error, attempt) => signInAgain(`aws login --profile ${profileOf(attempt) ?? 'default'}`),
    },
    {
        id: 'sign-in of the profile expired',
        match: [
            { services: CHAIN, message: /\baws sso login\b/i },
            { services: CHAIN, names: ['Unauthorized', 'InvalidGrant', 'UnauthorizedClient'] },
        ],
        code: 'credentials-expired',
        explanation: (_error, attempt) => `The sign-in of ${profile(attempt)} is missing or has expired.`,
        fix: (_error, attempt) => signInAgain(`aws sso login --profile ${profileOf(attempt) ?? 'default'}`),
    },
    {
        id: 'multi-factor',
        match: [{ services: CHAIN, message: /requires multi-factor authentication/i }],
        code: 'credentials-missing',
        explanation: (_error, attempt) => `${(0,lib_text/* capitalized */.l2)(profile(attempt))} requires an MFA code (mfa_serial), which a job cannot enter.`,
        fix: ['Take a profile without mfa_serial, or assume a role:', ...error_rules/* ASSUME_ROLE */.aO],
    },
    {
        id: 'container out of reach',
        match: [
            { operations: ['GetContainerCredentials'], message: /\b(ECONN\w+|ETIMEDOUT|E(HOST|NET)UNREACH)\b/ },
            { operations: ['GetContainerCredentials'], names: ['TimeoutError'] },
        ],
        code: 'network-unreachable',
        explanation: 'Nothing answers at the address that AWS_CONTAINER_CREDENTIALS_FULL_URI (or _RELATIVE_URI) names.',
        fix: 'Check that what serves it runs (the agent of Amazon ECS, EKS Pod Identity, or a program of your own), and that NO_PROXY has its address. Unset the variable where nothing serves it.',
        retryable: true,
    },
    {
        id: 'container refuses',
        match: [
            { services: CHAIN, message: /^Server responded with status: 4(?!08|29)|^HTTP credential provider response/ },
        ],
        code: 'credentials-missing',
        explanation: 'The address that AWS_CONTAINER_CREDENTIALS_FULL_URI (or _RELATIVE_URI) names answers, but gives this job no keys.',
        fix: 'Check AWS_CONTAINER_AUTHORIZATION_TOKEN (or _TOKEN_FILE), and that the task has a task role (Amazon ECS) or the service account a Pod Identity association (EKS).',
    },
    {
        id: 'instance without a role',
        match: [
            { services: CHAIN, statuses: [404], message: /instance metadata service/ },
            { services: CHAIN, message: /^Invalid response received from instance metadata/ },
        ],
        code: 'credentials-missing',
        explanation: 'There are no AWS credentials in the environment, and the machine, if it runs on AWS, has no role attached.',
        fix: [
            "Let this step assume a role with GitHub's OIDC token:",
            ...error_rules/* ASSUME_ROLE */.aO,
            'Or attach a role to the instance:',
            (0,errors/* shell */.vf)('aws ec2 associate-iam-instance-profile --instance-id INSTANCE_ID --iam-instance-profile Name=INSTANCE_PROFILE'),
        ],
    },
    {
        id: 'instance metadata refused',
        match: [
            { services: CHAIN, statuses: [400, 401, 403], message: /instance metadata service/ },
            { services: CHAIN, message: /EC2 Metadata (v1 fallback|token request)/ },
        ],
        code: 'credentials-missing',
        explanation: 'The metadata service of the instance refuses: it is switched off, or a container is one network hop too far from it.',
        fix: [
            'Allow it, with two hops for containers:',
            (0,errors/* shell */.vf)('aws ec2 modify-instance-metadata-options --instance-id INSTANCE_ID --http-endpoint enabled --http-tokens required --http-put-response-hop-limit 2'),
            "Or do without, and assume a role with GitHub's OIDC token:",
            ...error_rules/* ASSUME_ROLE */.aO,
        ],
    },
    {
        id: 'no token file of the pod',
        match: [{ services: CHAIN, names: ['ENOENT', 'EACCES'], message: /pods\.eks\.amazonaws\.com/ }],
        code: 'credentials-missing',
        explanation: 'The token of EKS Pod Identity (AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE) is not there, or may not be read.',
        fix: [
            "The service account needs its Pod Identity association before the pod starts, and the user of the runner the right to read the file. Or assume a role with GitHub's OIDC token:",
            ...error_rules/* ASSUME_ROLE */.aO,
        ],
    },
    {
        id: 'no token file of the profile',
        match: [{ services: CHAIN, names: ['ENOENT', 'EACCES'] }],
        when: (_error, attempt) => profileOf(attempt) !== undefined,
        code: 'credentials-missing',
        explanation: (_error, attempt) => `A file that ${profile(attempt)} names, such as web_identity_token_file, is not there, or may not be read.`,
        fix: (_error, attempt) => [
            'See what the profile names, where the job runs:',
            (0,errors/* shell */.vf)(`aws configure list --profile ${profileOf(attempt) ?? 'default'}`),
        ],
    },
    {
        id: 'no token file',
        match: [{ services: CHAIN, names: ['ENOENT', 'EACCES'] }],
        code: 'credentials-missing',
        explanation: 'The file of the web identity token (AWS_WEB_IDENTITY_TOKEN_FILE) is not there, or may not be read.',
        fix: [
            "Correct AWS_WEB_IDENTITY_TOKEN_FILE; in Kubernetes the service account needs its annotation eks.amazonaws.com/role-arn before the pod starts. Or assume a role with GitHub's OIDC token:",
            ...error_rules/* ASSUME_ROLE */.aO,
        ],
    },
    {
        id: 'no credentials of the profile',
        match: [{ services: CHAIN }],
        when: (_error, attempt) => profileOf(attempt) !== undefined,
        code: 'credentials-missing',
        explanation: (_error, attempt) => `${(0,lib_text/* capitalized */.l2)(profile(attempt))} gives no credentials on this runner.`,
        fix: (_error, attempt) => [
            'Check the name and its settings where the job runs:',
            (0,errors/* shell */.vf)(`aws configure list-profiles\naws sts get-caller-identity --profile ${profileOf(attempt) ?? 'default'}`),
            "The files are ~/.aws/config and ~/.aws/credentials of the runner's user, or what AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name.",
        ],
    },
    {
        id: 'no credentials',
        match: [{ services: CHAIN }],
        code: 'credentials-missing',
        explanation: 'There are no AWS credentials: none in the environment, no web identity token file, no container or instance role, and no input says how to get some.',
        fix: ["Let this step assume a role with GitHub's OIDC token:", ...error_rules/* ASSUME_ROLE */.aO],
    },
];
const signInAgain = (command) => ['On the runner, sign in again:', (0,errors/* shell */.vf)(command), ...refreshedBy(command)];
const profile = (attempt) => `the AWS profile "${profileOf(attempt) ?? 'default'}"`;

;// CONCATENATED MODULE: ./lib/aws/trust-policy.js

/**
 * Reads the claims of a JSON Web Token without verifying it: they are for messages, never for a decision. Undefined when
 * it is no such token. Claims: https://docs.github.com/actions/reference/security/oidc
 */
function claimsOf(token) {
    const payload = (0,lib_json/* parseJson */.qF)(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const claim = (name) => {
        // `aud` may be several texts (RFC 7519, 4.1.3); the first counts.
        const several = (0,lib_json/* fieldOf */._F)(payload, name);
        return Array.isArray(several) ? (0,lib_json/* stringOf */.Je)(several, '0') : (0,lib_json/* stringOf */.Je)(payload, name);
    };
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
/** The issuer of the tokens that github.com gives. */
const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
/**
 * The trust policy under which `roleArn` lets in a job whose token has these claims, with the `sub` exactly as seen, in
 * either of its forms. `repository_id` pins the repository too, where STS knows that claim (github.com, since 2026-01):
 * a name can be taken over, an id cannot.
 */
function trustPolicyFor({ issuer, audience, subject, repositoryId }, roleArn) {
    const id = issuer === GITHUB_ISSUER && repositoryId !== undefined ? { repository_id: repositoryId } : {};
    return trust(issuer, parseRoleArn(roleArn), { aud: audience, sub: subject, ...id });
}
/** A role's trust policy, as IAM takes it: it lets in who has a token of the OIDC provider with one of these values for each claim. */
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
const providerOf = (issuer) => issuer.replace(/^https:\/\//, '');
/** Takes a role's ARN apart; parts of a malformed one are words to fill in. */
function parseRoleArn(arn) {
    const match = /^arn:([\w-]+):iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn);
    return { partition: match?.[1] ?? 'aws', account: match?.[2] ?? 'ACCOUNT_ID', name: match?.[3] ?? 'ROLE_NAME' };
}

;// CONCATENATED MODULE: ./lib/aws/errors/role.js



const DENIED = ['AccessDenied'];
const BAD_VALUE = ['Validation', 'ValidationError'];
const AN_HOUR = (0,errors/* yaml */.oQ)('with:\n  role-duration-seconds: 3600');
/** A role that STS does not let this job into, or not as it was asked for. */
const ROLE_RULES = [
    {
        id: 'VPC endpoint',
        match: [{ message: /because no VPC endpoint policy allows/i }],
        code: 'explicitly-denied',
        explanation: ({ message }) => `The policy of the VPC endpoint that the call went through does not allow ${actionIn(message)}. The role and its trust policy do not matter here.`,
        fix: ({ message }) => [
            'Add this statement to the policy of the endpoint:',
            (0,errors/* json */.Pq)({ Effect: 'Allow', Principal: '*', Action: actionIn(message), Resource: '*' }),
        ],
    },
    {
        id: 'explicit deny',
        match: [{ message: /with an explicit deny/i }],
        code: 'explicitly-denied',
        explanation: ({ message }) => `A Deny in a ${denyingPolicy(message)} forbids this; no Allow can undo it.`,
        fix: ({ message }) => `Ask the owner of that ${denyingPolicy(message)} to take ${actionIn(message)} out of the Deny for this role (NotAction, or a Condition on aws:PrincipalArn).`,
    },
    {
        id: 'role denied to a token',
        match: [
            { names: DENIED, message: /sts:AssumeRoleWithWebIdentity/ },
            { names: DENIED, operations: ['AssumeRoleWithWebIdentity'] },
        ],
        code: 'role-not-assumable',
        explanation: (_error, attempt) => {
            const { claims } = attempt;
            const denied = `The trust policy of ${(0,types/* roleOf */.kp)(attempt)} does not let this job in, or there is no such role: AWS answers both the same.`;
            return claims === undefined ? denied : `${denied}\nThe token of this job says:\n${describeClaims(claims)}`;
        },
        fix: (_error, attempt) => {
            const { claims } = attempt;
            const role = (0,types/* roleOf */.kp)(attempt);
            if (claims === undefined)
                return `Check that ${role} exists and that its trust policy allows sts:AssumeRoleWithWebIdentity for this job.`;
            return [
                `Check the ARN, then make this the trust policy of ${parseRoleArn(role).name} (or put its Condition into the statement that is there):`,
                (0,errors/* json */.Pq)(trustPolicyFor(claims, role)),
                remarksOn(claims).join('\n'),
            ];
        },
    },
    {
        id: 'tags denied',
        match: [{ names: DENIED, message: /sts:TagSession/ }],
        code: 'role-not-assumable',
        explanation: ({ message }, attempt) => `The session has tags, and sts:TagSession is not allowed for ${deniedRole(message, attempt)}.`,
        fix: ({ message }, attempt) => bothSides(message, attempt, ['sts:AssumeRole', 'sts:TagSession']),
    },
    {
        id: 'role denied to keys',
        match: [
            { names: DENIED, message: /sts:AssumeRole/ },
            { names: DENIED, operations: ['AssumeRole'] },
        ],
        code: 'role-not-assumable',
        explanation: ({ message }, attempt) => `The credentials that are present may not assume ${deniedRole(message, attempt)}, or there is no such role: AWS answers both the same.`,
        fix: ({ message }, attempt) => bothSides(message, attempt, [actionIn(message, 'sts:AssumeRole')]),
    },
    {
        id: 'chained session too long',
        match: [{ message: /roles assumed by role chaining/i }],
        code: 'role-session-too-long',
        explanation: 'A role that is assumed from the session of another role (role chaining) lasts one hour at most.',
        fix: [
            'Ask for an hour:',
            AN_HOUR,
            "Or assume the role directly with GitHub's OIDC token: leave out `role-chaining`, and let the role's trust policy allow this job.",
        ],
    },
    {
        id: 'session too long',
        match: [{ names: BAD_VALUE, message: /DurationSeconds/i }],
        code: 'role-session-too-long',
        explanation: (_error, attempt) => `${(0,types/* roleOf */.kp)(attempt)} does not allow sessions of ${secondsOf(attempt.settings)} seconds.`,
        fix: (_error, attempt) => [
            'Ask for less:',
            AN_HOUR,
            "Or let the role's sessions last longer (12 hours at most):",
            (0,errors/* shell */.vf)(`aws iam update-role --role-name ${parseRoleArn((0,types/* roleOf */.kp)(attempt)).name} --max-session-duration ${secondsOf(attempt.settings)}`),
        ],
    },
    {
        id: 'value refused',
        match: [{ names: BAD_VALUE }],
        code: 'input-invalid',
        explanation: (_error, attempt) => `AWS does not accept a value of this request. The role is ${(0,types/* roleOf */.kp)(attempt)}.`,
        fix: (_error, { settings }) => [
            `Give full ARNs, of the partition that ${settings.region} is in (aws, aws-us-gov or aws-cn), and a session name of 2 to 64 letters, digits and _+=,.@-`,
            (0,errors/* yaml */.oQ)('with:\n  role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME\n  managed-session-policies: arn:aws:iam::ACCOUNT_ID:policy/POLICY_NAME'),
        ],
    },
    {
        id: 'too many session tags',
        match: [{ names: ['PackedPolicyTooLarge'], message: /session tags/i }],
        when: (_error, { settings }) => !hasSessionPolicy(settings),
        code: 'role-not-assumable',
        explanation: 'No session policy is given: the session tags alone are too large. They are those of the session that assumes the role, which passes them on (transitive tags).',
        fix: 'In the step that signs in first, set fewer or shorter tags, or tags that are not passed on: for aws-actions/configure-aws-credentials `role-skip-session-tagging: true`, or a shorter `transitive-tag-keys`.',
    },
    {
        id: 'session policy refused',
        match: [{ names: ['PackedPolicyTooLarge', 'MalformedPolicyDocument'] }],
        code: 'input-invalid',
        explanation: 'AWS does not accept the session policies of the inputs `inline-session-policy` and `managed-session-policies`.',
        fix: 'Correct or shorten `inline-session-policy` (all policies and tags of a session share 2048 characters, packed), or move it to a managed policy and give its ARN in `managed-session-policies`.',
    },
];
/** Both the trust policy of the role and a policy of the caller must allow `actions`. */
function bothSides(message, attempt, actions) {
    const role = deniedRole(message, attempt);
    const caller = /User: (arn:\S+)/.exec(message)?.[1] ?? 'ARN_OF_THE_CALLER';
    const allow = { Effect: 'Allow', Action: actions.length === 1 ? actions[0] : actions };
    return [
        `Allow it on both sides. In the trust policy of ${role}:`,
        (0,errors/* json */.Pq)({ ...allow, Principal: { AWS: principalOf(caller) } }),
        'In a policy of the caller:',
        (0,errors/* json */.Pq)({ ...allow, Resource: role }),
    ];
}
const actionIn = (message, otherwise = 'sts:AssumeRoleWithWebIdentity') => /perform: ([\w-]+:\w+)/.exec(message)?.[1] ?? otherwise;
const hasSessionPolicy = ({ source }) => 'role' in source && (source.role.inlineSessionPolicy !== undefined || source.role.managedSessionPolicies.length > 0);
const secondsOf = ({ source }) => ('role' in source ? source.role.durationSeconds : 3600);
const denyingPolicy = (message) => /explicit deny in an? ([\w\s-]+?policy)/i.exec(message)?.[1] ?? 'policy';
const deniedRole = (message, attempt) => /on resource: (arn:\S+)/.exec(message)?.[1] ?? (0,types/* roleOf */.kp)(attempt);
const FORMS = {
    name: 'the form with names, repo:OWNER/REPO:...',
    immutable: 'the newer form with ids, repo:OWNER@ID/REPO@ID:...',
    custom: "a form of the organization's own",
};
function describeClaims(claims) {
    const { subject, audience, issuer, repositoryId, environment, jobWorkflowRef } = claims;
    const isGitHubs = isOfGitHub(claims);
    const shown = {
        sub: isGitHubs ? `${subject} (${FORMS[subjectForm(subject)]})` : subject,
        aud: audience,
        iss: issuer,
        ...(isGitHubs && { repository_id: repositoryId, environment, job_workflow_ref: jobWorkflowRef }),
    };
    const lines = Object.entries(shown).map(([name, value]) => `  ${name}: ${value ?? '(none)'}`);
    return lines.join('\n');
}
/** GitHub's tokens name their repository in `sub`; a web identity of the environment is of another provider. */
const isOfGitHub = ({ subject }) => subject.startsWith('repo:');
function remarksOn(claims) {
    const { subject } = claims;
    const form = isOfGitHub(claims) ? subjectForm(subject) : undefined;
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

;// CONCATENATED MODULE: ./lib/aws/errors/token.js



const OIDC = ['GitHub OIDC'];
const BAD_TOKEN = ['InvalidIdentityToken'];
const EXPIRED = ['ExpiredToken', 'RequestExpired'];
/** An OIDC token that GitHub does not give, or that STS does not accept. */
const TOKEN_RULES = [
    {
        // Of the events, only those of a fork's pull request are certain; otherwise the permission is missing in the job or, for
        // a reusable workflow, in the job that calls it, which the runner does not say.
        // https://docs.github.com/actions/reference/security/oidc#workflow-permissions-for-the-requesting-the-oidc-token
        id: 'no permission for tokens',
        match: [{ services: OIDC, names: ['NotOffered'] }],
        code: 'oidc-permission-missing',
        explanation: (_error, { runner }) => isForksOwn(runner)
            ? 'This pull request comes from a fork. GitHub never gives OIDC tokens to workflows of such pull requests, whatever `permissions` says.'
            : 'GitHub offers this job no OIDC token, so it cannot assume a role: the permission `id-token: write` is missing.',
        fix: (_error, { runner }) => (isForksOwn(runner) ? FORK_FIX : permissionFix(runner)),
    },
    {
        id: 'token service fails',
        match: [
            // A runner that GitHub has restarted or held back, for seconds (configure-aws-credentials#469).
            { services: OIDC, message: /Can't issue ID_TOKEN for job in '\w+' state/i },
            { services: OIDC, statuses: [408, 429, '5xx'] },
        ],
        code: 'oidc-token-failed',
        explanation: 'GitHub gave no OIDC token, so the role cannot be assumed.',
        fix: 'See https://www.githubstatus.com, then run the job again.',
        retryable: true,
    },
    {
        id: 'no token',
        match: [{ services: OIDC }],
        code: 'oidc-token-failed',
        explanation: 'GitHub gave no OIDC token, so the role cannot be assumed.',
        fix: 'See https://www.githubstatus.com, then run the job again. On a self-hosted runner behind a proxy, allow HTTPS to *.actions.githubusercontent.com.',
    },
    {
        id: 'keys of the provider out of reach',
        match: [{ names: BAD_TOKEN, message: /verification key/i }, { names: ['IDPCommunicationError'] }],
        code: 'oidc-token-failed',
        explanation: (error, attempt) => `AWS could not fetch the public keys of the OIDC provider ${issuerOf(error, attempt)} to verify the token.`,
        fix: (error, attempt) => issuerOf(error, attempt) === GITHUB_ISSUER
            ? 'Run the job again. If it happens in a large matrix, lower `strategy.max-parallel`: AWS limits how often it asks.'
            : `Let AWS reach the server from the internet: ${issuerOf(error, attempt)}/.well-known/openid-configuration and the \`jwks_uri\` it names.`,
        retryable: true,
    },
    {
        // Also while the provider changes its certificates, for seconds (configure-aws-credentials#757).
        id: 'thumbprint of the provider',
        match: [{ names: BAD_TOKEN, message: /thumbprint/i }],
        code: 'oidc-token-failed',
        explanation: (error, attempt) => `The certificate of ${issuerOf(error, attempt)} is not one of those whose thumbprints IAM has for the OIDC provider.`,
        fix: (error, attempt) => [
            'Set the thumbprint again. AWS does not use it for providers with a certificate of a well-known authority; there any 40 hexadecimal digits will do:',
            (0,errors/* shell */.vf)(`aws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn ${providerArn(error, attempt)} --thumbprint-list ffffffffffffffffffffffffffffffffffffffff`),
        ],
        retryable: true,
    },
    {
        id: 'no provider',
        match: [{ names: BAD_TOKEN, message: /No OpenIDConnect provider/i }],
        code: 'oidc-provider-missing',
        explanation: (error, attempt) => `Account ${parseRoleArn((0,types/* roleOf */.kp)(attempt)).account} does not have ${issuerOf(error, attempt)} as an OIDC identity provider, so its roles cannot trust this job.`,
        fix: (error, attempt) => [
            `Once, with administrator's credentials of account ${parseRoleArn((0,types/* roleOf */.kp)(attempt)).account} (no thumbprint is needed):`,
            (0,errors/* shell */.vf)(`aws iam create-open-id-connect-provider --url ${issuerOf(error, attempt)} --client-id-list ${audienceOf(attempt)}`),
            'If there is one already, compare its URL with this one: a slash at its end makes it another provider.',
        ],
    },
    {
        id: 'another audience',
        match: [{ names: BAD_TOKEN, message: /token audience/i }],
        code: 'oidc-audience-mismatch',
        explanation: (_error, attempt) => `The OIDC provider of account ${parseRoleArn((0,types/* roleOf */.kp)(attempt)).account} does not accept tokens for the audience ${audienceOf(attempt)}.`,
        fix: (error, attempt) => [
            'Add the audience to it:',
            (0,errors/* shell */.vf)(`aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${providerArn(error, attempt)} --client-id ${audienceOf(attempt)}`),
            'Or ask for one that it accepts:',
            (0,errors/* yaml */.oQ)(`with:\n  audience: ${parseRoleArn((0,types/* roleOf */.kp)(attempt)).partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'}`),
        ],
    },
    {
        id: 'token rejected',
        match: [{ names: [...BAD_TOKEN, 'IDPRejectedClaim'] }],
        code: 'oidc-token-failed',
        explanation: (error, attempt) => `AWS does not accept the OIDC token of issuer ${issuerOf(error, attempt)} for the audience ${audienceOf(attempt)}.`,
        fix: (error, attempt) => [
            'Compare the OIDC provider in IAM with these two:',
            (0,errors/* shell */.vf)('aws iam list-open-id-connect-providers'),
            `Its URL must be ${issuerOf(error, attempt)}, letter by letter, and its client ids must contain ${audienceOf(attempt)}.`,
        ],
    },
    {
        id: 'token expired',
        match: [{ operations: ['AssumeRoleWithWebIdentity'], names: EXPIRED }],
        code: 'oidc-token-failed',
        explanation: 'AWS says that the OIDC token has expired, although each try used a fresh one.',
        fix: "Set the runner's clock (a self-hosted runner: `timedatectl set-ntp true`), then run the job again.",
        retryable: true,
    },
    {
        id: 'token of the file expired',
        match: [{ services: ['AWS credentials'], names: EXPIRED, message: /^Token expired: / }],
        code: 'credentials-expired',
        explanation: 'The token in the file that AWS_WEB_IDENTITY_TOKEN_FILE names has expired.',
        fix: 'Let whatever writes the file renew it (in Kubernetes the kubelet does, as long as the pod lives), or start this step sooner after it was written. A copy of such a file is not renewed.',
    },
];
/** GitHub runs `pull_request_target` in the base repository: there the permission decides, fork or not. */
function isForksOwn({ fromFork, eventName }) {
    return fromFork && eventName !== 'pull_request_target';
}
function permissionFix({ workflowRef, job }) {
    const file = /\.github\/workflows\/[^@]+/.exec(workflowRef)?.[0] ?? 'the workflow';
    const permissions = ['    permissions:', '      id-token: write', '      contents: read'];
    return [
        `1. In ${file}, let the job ask for tokens (a job with \`permissions\` has only those it names):`,
        (0,errors/* yaml */.oQ)(['jobs:', `  ${job}:`, ...permissions].join('\n')),
        '2. If this step is in a reusable workflow, the job that calls it needs them too, as a called workflow never has more permissions than its caller:',
        (0,errors/* yaml */.oQ)(['jobs:', '  call:', ...permissions, '    uses: ./.github/workflows/reusable.yml'].join('\n')),
    ];
}
const FORK_FIX = [
    'Skip the job for forks:',
    (0,errors/* yaml */.oQ)('if: github.event.pull_request.head.repo.full_name == github.repository'),
    "To review a fork's change, let somebody with write access ask for it, by a label (`pull_request_target`) or a comment (`issue_comment`): jobs of these events get a token. The action's examples pull-request-label.yml and comment-command.yml do so, and run nothing of the fork outside the sandbox.",
];
/** The issuer that AWS names, or else that of the token. */
function issuerOf({ message }, { claims }) {
    return /provider found in your account for (https:\S+)/.exec(message)?.[1] ?? claims?.issuer ?? GITHUB_ISSUER;
}
const audienceOf = ({ claims }) => claims?.audience ?? 'sts.amazonaws.com';
function providerArn(error, attempt) {
    const { partition, account } = parseRoleArn((0,types/* roleOf */.kp)(attempt));
    return `arn:${partition}:iam::${account}:oidc-provider/${providerOf(issuerOf(error, attempt))}`;
}

;// CONCATENATED MODULE: ./lib/aws/errors/sign-in-error.js







/** Why a sign-in failed: the service's own words, what they mean and what to do. */
function explainSignIn(error, attempt) {
    const context = { ...attempt, region: attempt.settings.region };
    return (0,error_rules/* explainError */.UW)(error, { rules: SIGN_IN_RULES, context, subject: (code) => subjectOf(code, error, context) });
}
/** The role, the source of the keys, the region or the service: what a failure is about. */
function subjectOf(code, { service }, context) {
    const profile = profileOf(context);
    if (code === 'credentials-missing')
        return profile === undefined ? '' : `the AWS profile "${profile}"`;
    if (code.startsWith('credentials-'))
        return keysOf(context);
    if (code.startsWith('region-'))
        return context.region ?? 'none';
    if (code === 'oidc-audience-mismatch')
        return context.settings.source.kind === 'oidc' ? context.settings.source.audience : '';
    if (code === 'oidc-token-failed' || code === 'oidc-permission-missing')
        return '';
    if (service === 'AWS STS' && code !== 'network-unreachable')
        return (0,types/* roleOf */.kp)(context);
    return service;
}
/** What any service of AWS may answer. */
const SERVICE_RULES = [
    {
        id: 'throttled',
        match: [{ names: error_rules/* THROTTLING_NAMES */.VA }, { statuses: [429] }],
        code: 'throttled',
        title: ({ service }) => `${service} throttled the calls of this run.`,
        explanation: 'Too many such calls were made in this account at the same time.',
        fix: 'Run the job again. In a large matrix, lower `strategy.max-parallel`.',
        retryable: true,
    },
    {
        id: 'unavailable',
        match: [
            { names: [...error_rules/* FAULT_NAMES */.cT, /^ServiceUnavailable/] },
            // So the SDK calls what names no error; its credential providers lose the status.
            { services: ['AWS credentials'], names: ['Unknown'] },
            { statuses: [408, '5xx'] },
        ],
        code: 'service-unavailable',
        title: ({ service }) => `${service} was not available.`,
        explanation: 'The service failed by itself.',
        fix: 'See https://health.aws.amazon.com/health/status, then run the job again.',
        retryable: true,
    },
    {
        id: 'region disabled',
        match: [{ names: ['RegionDisabled'] }],
        code: 'region-unsupported',
        title: (_error, { region }) => `The region ${region ?? ''} is not enabled in this account.`,
        explanation: (_error, { region }) => `The account has not enabled the region ${region ?? ''}.`,
        fix: (_error, { region = '' }) => [
            ...(0,network_rules/* otherRegions */.c)(region),
            `Or enable it: \`aws account enable-region --region-name ${region}\`.`,
        ],
    },
];
/**
 * Every answer to a sign-in that this release knows. Names, statuses and words as AWS sends them:
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html and its "Common Errors".
 */
const SIGN_IN_RULES = [
    ...CHAIN_RULES,
    ...network_rules/* NETWORK_RULES */.L,
    ...TOKEN_RULES,
    ...SERVICE_RULES,
    ...ROLE_RULES,
    ...KEYS_RULES,
];

;// CONCATENATED MODULE: ./lib/aws/session.js







/**
 * Signs in to AWS as the settings say, and has AWS confirm the identity. What may succeed a moment later is asked again, for 45
 * seconds of pauses in all. Throws a Failure. May be called again for fresh keys: nothing is kept between calls.
 */
async function authenticate(settings, world) {
    const { source, region } = settings;
    if (source.kind === 'bedrock-api-key')
        return bearerSession(source.key, settings, world);
    const attempt = { settings, runner: world.runner };
    requireIdToken(settings, world);
    const signIn = { attempt, world, backOff: backOffFor(world) };
    const found = findKeys(source, signIn);
    // Loaded while the first request is under way.
    world.sts.prepare();
    const { keys, issuedAt } = await found;
    const caller = await ask(signIn, () => world.sts.callerIdentity(region, keys), () => ({ origin: keys.origin, keyAgeMs: issuedAt === undefined ? undefined : world.clock.now() - issuedAt }));
    if (settings.maskAccountId === true)
        world.secrets.add(caller.account);
    requireAllowed(caller, settings.allowedAccountIds);
    const until = keys.expiration === undefined ? '' : ` until ${(0,lib_text/* wholeSeconds */.$P)(keys.expiration)}`;
    world.log.info(`Signed in to AWS account ${caller.account} as ${caller.arn}${until}.`);
    return { kind: 'keys', keys, ...caller, renewable: keys.expiration !== undefined, issuedAt };
}
/** Throws `oidc-permission-missing` where the role needs an OIDC token that GitHub does not offer this job. Asks nobody. */
function requireIdToken(settings, { runner }) {
    if (settings.source.kind === 'oidc' && !runner.offersIdToken)
        throw explainSignIn(NOT_OFFERED, { settings, runner });
}
const NOT_OFFERED = new errors/* ServiceError */._7({
    service: 'GitHub OIDC',
    operation: 'GetIdToken',
    name: 'NotOffered',
    message: 'The runner has no ACTIONS_ID_TOKEN_REQUEST_URL for this job',
});
/** Keys, and when AWS issued them to this run, in milliseconds since 1970; undefined for keys that were there before. */
async function findKeys(source, signIn) {
    const { attempt, world } = signIn;
    const { clock, credentialSources, idTokens, log, sts } = world;
    const { region } = attempt.settings;
    const requestFor = ({ arn, ...session }) => ({ region, roleArn: arn, ...session });
    if (source.kind === 'oidc') {
        const { audience, role } = source;
        log.info(`Assuming ${role.arn} with a GitHub OIDC token for ${audience}.`);
        let claims;
        const assume = async () => {
            const token = await idTokens.request(audience);
            claims = claimsOf(token);
            return sts.assumeRoleWithWebIdentity(requestFor(role), token);
        };
        const keys = await ask(signIn, assume, () => ({ claims }));
        return { keys, issuedAt: clock.now() };
    }
    const profile = source.kind === 'default-chain' ? undefined : source.profile;
    log.info(profile === undefined ? 'Looking for AWS credentials.' : `Taking the AWS profile "${profile}".`);
    const load = () => credentialSources.load({ region, profile });
    const present = await ask(signIn, load, () => {
        const found = profile === undefined ? credentialSources.webIdentity() : undefined;
        return found === undefined ? {} : { webIdentityRole: found.roleArn, claims: claimsOf(found.token) };
    });
    if (source.kind === 'role-chaining') {
        const { role } = source;
        log.info(`Assuming ${role.arn} with these credentials.`);
        const assume = () => sts.assumeRole(requestFor(role), present);
        const keys = await ask(signIn, assume, () => ({ origin: present.origin }));
        return { keys, issuedAt: clock.now() };
    }
    // Keys of which it is known when they expire have mostly been issued for this call.
    const isTemporary = present.sessionToken !== undefined && present.expiration !== undefined;
    return { keys: present, issuedAt: isTemporary ? clock.now() : undefined };
}
/** Milliseconds of pauses of one sign-in: a job that fails costs more. */
const RETRY_BUDGET_MS = 45_000;
function backOffFor({ clock, log }) {
    const onRetry = (error, pauseMs) => {
        const { quote, message } = (0,errors/* asFailure */.h_)(error);
        const [words = ''] = (quote ?? message).split('\n');
        log.info(`${words}. Trying again in ${(pauseMs / 1_000).toFixed(1)} s.`);
    };
    const general = (0,retry/* startBackOff */.TF)({ isRetryable: error_rules/* isRetryable */.r3, retryAfterMs: error_rules/* retryAfterMs */.Vs, budgetMs: RETRY_BUDGET_MS, onRetry }, clock);
    const ofNewKeys = (0,retry/* startBackOff */.TF)({ ...types/* NEW_KEYS_RETRY */.H8, isRetryable: error_rules/* isRetryable */.r3, onRetry }, clock);
    const backOffOf = (error) => ((0,errors/* asFailure */.h_)(error).code === 'credentials-invalid' ? ofNewKeys : general);
    return { pauseAfter: (error) => backOffOf(error).pauseAfter(error) };
}
/**
 * Asks a service, and again what may succeed a moment later; rejects with a Failure. `about` adds to the attempt what is known
 * when it has failed. Give it a task that fetches its own token.
 */
function ask({ attempt, backOff }, task, about) {
    return (0,retry/* retryWith */.dg)(backOff, async () => {
        try {
            return await task();
        }
        catch (error) {
            throw error instanceof errors/* ServiceError */._7 ? explainSignIn(error, { ...attempt, ...about() }) : error;
        }
    });
}
function requireAllowed(caller, allowed) {
    if (allowed.length === 0 || allowed.includes(caller.account))
        return;
    throw new errors/* Failure */.HR('account-not-allowed', {
        message: `The credentials are of account ${caller.account} (${caller.arn}), and allowed-account-ids has only ${allowed.join(', ')}.`,
        fix: [
            'Assume a role of an allowed account, or allow this one:',
            (0,errors/* yaml */.oQ)(`with:\n  allowed-account-ids: ${[...allowed, caller.account].join(',')}`),
        ],
    });
}
function bearerSession(key, settings, { log, secrets }) {
    secrets.add(key);
    if (settings.allowedAccountIds.length > 0) {
        throw new errors/* Failure */.HR('account-not-allowed', {
            message: 'allowed-account-ids is given, but the account of a Bedrock API key cannot be verified.',
            fix: 'Use `role-to-assume` instead of the key, or leave out `allowed-account-ids`.',
        });
    }
    log.info('Using a Bedrock API key. AWS does not tell which identity it has.');
    return { kind: 'bearer', key };
}

// EXTERNAL MODULE: ./lib/checkout/private-git.js
var private_git = __webpack_require__(97598);
// EXTERNAL MODULE: ./lib/checkout/repository.js
var checkout_repository = __webpack_require__(57370);
;// CONCATENATED MODULE: ./lib/events/actor-check.js




/**
 * Whether those who have started a run on an event that strangers can cause may: the sender of the event, who has started this
 * attempt, and of `workflow_run` those of the workflow before. Each needs write access or a place in `allow-actors`, bots one in
 * `allow-bots`. On other events nobody is asked. Resolves with the reason for the log, empty where nobody was checked, and a warning
 * where everybody may. Throws the Failure `actor-not-allowed`, also when GitHub cannot be asked.
 */
async function checkActors(question, world) {
    const { event, payload, triggeringActor } = question;
    if (event.class !== 'stranger')
        return { reason: '' };
    const everybody = question.allowActors.includes('*');
    if (!everybody && (0,lib_json/* stringOf */.Je)((0,lib_json/* fieldOf */._F)(payload, 'sender'), 'login') === undefined)
        throw refusal(question, 'The event does not say who has caused it.', '');
    if (!everybody && triggeringActor === '')
        throw refusal(question, 'The runner does not say who has started this attempt.', '');
    const reasons = [];
    for (const person of peopleOf(question))
        reasons.push(await reasonFor(person, question, world));
    const warning = `allow-actors is *: everybody who can cause ${event.name} can start this run and spend its quota.`;
    return { reason: reasons.join('; '), ...(everybody && { warning }) };
}
/**
 * Everybody who has a part in the run, once each; the sender first, of whom the event tells most. `id` is that of the account;
 * undefined where the event does not tell it.
 */
function peopleOf({ payload, triggeringActor }) {
    const run = (0,lib_json/* fieldOf */._F)(payload, 'workflow_run');
    const people = new Map();
    for (const account of [
        (0,lib_json/* fieldOf */._F)(payload, 'sender'),
        { login: triggeringActor },
        (0,lib_json/* fieldOf */._F)(run, 'actor'),
        (0,lib_json/* fieldOf */._F)(run, 'triggering_actor'),
    ]) {
        const login = (0,lib_json/* stringOf */.Je)(account, 'login');
        if (login === undefined || people.has(login.toLowerCase()))
            continue;
        const isBot = (0,lib_json/* stringOf */.Je)(account, 'type') === 'Bot' || login.endsWith('[bot]');
        people.set(login.toLowerCase(), { login, isBot, id: (0,lib_json/* numberOf */.rl)(account, 'id') });
    }
    return [...people.values()];
}
async function reasonFor({ login, isBot, id }, question, world) {
    const { allowActors, allowBots, repository, token } = question;
    if (isBot)
        return allowedBot(login, allowBots, question);
    if (includes(allowActors, login))
        return `${login} is in allow-actors`;
    if (allowActors.includes('*'))
        return `${login} is let in by allow-actors: *`;
    const found = await askPermission({ login, repository, token }, world);
    if (found === undefined) {
        const unknown = `GitHub knows no user ${login} who may see ${repository}: renamed, deleted, or never one.`;
        throw refusal(question, unknown, login);
    }
    if (found.type === 'Bot')
        return allowedBot(login, allowBots, question);
    if (id !== undefined && found.id !== undefined && found.id !== id)
        throw refusal(question, `The login ${login} belongs to another account now than when the event happened.`, login);
    const name = found.role ?? found.permission ?? 'none';
    if (!canWrite(found))
        throw refusal(question, `${login} has no write access to ${repository}, but "${name}".`, login);
    return `${login} has write access (${name})`;
}
function allowedBot(login, allowBots, question) {
    if (login.endsWith('[bot]') && includes(allowBots, login))
        return `${login} is in allow-bots`;
    throw refusal(question, `${login} is a bot, and a bot starts a run only when allow-bots names it.`, login);
}
/** Logins of GitHub are the same in capital and small letters. */
const includes = (logins, login) => logins.some((each) => each.toLowerCase() === login.toLowerCase());
function refusal({ event, repository }, what, login) {
    const input = login.endsWith('[bot]') ? 'allow-bots' : 'allow-actors';
    const fix = login === ''
        ? 'Run it on GitHub, or by an event that only people with write access can cause, such as workflow_dispatch.'
        : [
            `Let somebody with write access to ${repository} start the run. Or, if you trust ${login} with the role and the repository:`,
            (0,errors/* yaml */.oQ)(`with:\n  ${input}: ${login.includes('[') ? `'${login}'` : login}`),
        ];
    return new errors/* Failure */.HR('actor-not-allowed', {
        message: `${what} This run was started by ${event.name} (${event.reason}), so nothing was asked of AWS.`,
        fix,
    });
}
/** Milliseconds of pauses between tries, all together, and tries at most. */
const RETRY = { budgetMs: 20_000, attempts: 5 };
const TOKEN = [
    'The token of the job can ask; give no other one, or one that may read the metadata of the repository:',
    (0,errors/* yaml */.oQ)('with:\n  github-token: ${{ github.token }}'),
];
const RULES = [
    {
        id: 'rate-limit',
        match: [{ names: ['RateLimited'] }, { statuses: [429] }],
        fix: 'Re-run the job later. Each such run asks GitHub once or twice; the limit is of all requests with this token.',
        retryable: true,
    },
    { id: 'token-invalid', match: [{ statuses: [401] }], fix: TOKEN },
    { id: 'token-not-allowed', match: [{ statuses: [403] }], fix: TOKEN },
    {
        id: 'unavailable',
        match: [{ statuses: ['5xx', 'none', 408] }],
        fix: 'Re-run the job. If it persists, see https://www.githubstatus.com, or whether the runner reaches GITHUB_API_URL.',
        retryable: true,
    },
    {
        id: 'not-understood',
        match: [{ statuses: ['4xx'] }, { names: ['InvalidAnswer'] }],
        fix: 'Re-run the job. If it persists, report it with these words.',
    },
];
/** Why GitHub did not answer with a permission (https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api). */
const PERMISSION_RULES = RULES.map((rule) => ({
    ...rule,
    code: 'actor-not-allowed',
    // Whoever cannot be checked is not let in.
    explanation: (_error, { login }) => `So it could not be checked whether ${login} has write access, and the run does not start.`,
}));
/**
 * What GitHub says that somebody may do; undefined where it knows no such user. Asked again in bounded time. Throws the Failure
 * `actor-not-allowed` when GitHub cannot be asked.
 */
function askPermission(question, { collaborators, clock }) {
    const { login, ...access } = question;
    const ask = async () => {
        try {
            return await collaborators.permissionOf(login, access);
        }
        catch (error) {
            if (!(error instanceof errors/* ServiceError */._7))
                throw error;
            throw (0,error_rules/* explainError */.UW)(error, { rules: PERMISSION_RULES, context: question, subject: () => login });
        }
    };
    return (0,retry/* withRetry */.bD)(ask, { ...RETRY, isRetryable: error_rules/* isRetryable */.r3, retryAfterMs: error_rules/* retryAfterMs */.Vs }, clock);
}
/** Roles that may push; `permission` calls `maintain` `write`, and a role of an organisation's own what it is based on. */
const WRITERS = ['write', 'maintain', 'admin'];
/** Whether somebody may push. Of an answer with both names of a permission the base one counts. */
function canWrite({ permission, role }) {
    return WRITERS.includes(permission ?? role ?? '');
}

;// CONCATENATED MODULE: ./lib/events/event-class.js

const WRITE = ['own', 'causing it needs write access to the repository'];
const ANYBODY = ['stranger', 'anybody who can see the repository can cause it'];
const MAYBE_OF_A_FORK = ['stranger', 'its commit may be from a fork'];
const of = (rule, ...names) => Object.fromEntries(names.map((name) => [name, rule]));
/**
 * Every event that starts workflows (https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows,
 * read in November 2026). `workflow_call` is never the name of a run's event, which is its caller's.
 */
const EVENTS = {
    ...of(WRITE, 'branch_protection_rule', 'create', 'delete', 'deployment', 'deployment_status', 'image_version'),
    ...of(WRITE, 'label', 'merge_group', 'milestone', 'page_build', 'public', 'push', 'registry_package', 'release'),
    ...of(WRITE, 'repository_dispatch', 'workflow_dispatch'),
    ...of(ANYBODY, 'commit_comment', 'discussion', 'discussion_comment', 'fork', 'gollum', 'issue_comment', 'issues'),
    ...of(ANYBODY, 'pull_request_review', 'pull_request_review_comment', 'watch'),
    check_run: (payload) => byCheckSuite((0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)(payload, 'check_run'), 'check_suite')),
    check_suite: (payload) => byCheckSuite((0,lib_json/* fieldOf */._F)(payload, 'check_suite')),
    pull_request: (payload) => byPullRequest((0,lib_json/* fieldOf */._F)(payload, 'pull_request')),
    pull_request_target: ['stranger', 'anybody can open a pull request from a fork'],
    schedule: ['own', 'the default branch holds the schedule'],
    // A commit that a fork alone has is on no branch of the repository.
    status: (payload) => (0,lib_json/* listOf */.c3)((0,lib_json/* fieldOf */._F)(payload, 'branches')).length > 0
        ? ['own', 'its commit is on a branch of the repository']
        : MAYBE_OF_A_FORK,
    workflow_call: ['stranger', "its caller's event is not known"],
    workflow_run: byWorkflowRun,
};
const ruleOf = (name) => (Object.hasOwn(EVENTS, name) ? EVENTS[name] : undefined);
/** The class of a run's event. What is not known, such as a new event or a payload that is not there, is a stranger's. */
function classifyEvent(name, payload) {
    const rule = ruleOf(name);
    if (rule === undefined || !(0,lib_json/* isRecord */.u4)(payload)) {
        const reason = rule === undefined ? 'this action does not know the event' : 'the event has no payload';
        return { name, class: 'stranger', reason, hasOwnCommit: false };
    }
    const [eventClass, reason] = typeof rule === 'function' ? rule(payload) : rule;
    const isFromBranch = !OF_A_MERGE.includes(name) || isInside((0,lib_json/* fieldOf */._F)(payload, 'pull_request'));
    return { name, class: eventClass, reason, hasOwnCommit: name !== 'workflow_call' && isFromBranch };
}
/** Their commit is the merge of the pull request; that of the others is on a branch of the repository, mostly the default one. */
const OF_A_MERGE = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];
/** Whether a pull request is between branches of the repository. A head whose repository was deleted was a fork's too, for all that is known. */
function isInside(pullRequest) {
    const [head, base] = ['head', 'base'].map((side) => (0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)(pullRequest, side), 'repo'));
    return isSameRepository(head, base);
}
function byPullRequest(pullRequest) {
    if (isInside(pullRequest))
        return ['branch', 'a pull request between branches of the repository'];
    return ['stranger', `a pull request from ${nameOf((0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)(pullRequest, 'head'), 'repo'))}`];
}
const nameOf = (repository) => (0,lib_json/* stringOf */.Je)(repository, 'full_name') ?? 'a repository that is not known';
/**
 * GitHub gives a check suite the branch that was pushed to in this repository; of a commit in a fork it knows no branch and no
 * pull request (https://docs.github.com/rest/checks/runs).
 */
function byCheckSuite(suite) {
    const pullRequests = (0,lib_json/* fieldOf */._F)(suite, 'pull_requests');
    if (!(0,lib_json/* stringOf */.Je)(suite, 'head_branch') || !Array.isArray(pullRequests) || !pullRequests.every(isInside))
        return MAYBE_OF_A_FORK;
    return pullRequests.length > 0
        ? ['branch', 'its commit is on a branch with a pull request']
        : ['own', 'its commit was pushed to a branch of the repository'];
}
/** The run that has ended tells its event and the repository of its head, but no payload. */
function byWorkflowRun(payload) {
    const run = (0,lib_json/* fieldOf */._F)(payload, 'workflow_run');
    const cause = (0,lib_json/* stringOf */.Je)(run, 'event');
    if (cause === undefined)
        return ['stranger', 'the event of the workflow that has ended is not known'];
    const head = (0,lib_json/* fieldOf */._F)(run, 'head_repository');
    if (!isSameRepository(head, (0,lib_json/* fieldOf */._F)(payload, 'repository')))
        return ['stranger', `the workflow that has ended ran on ${cause} of ${nameOf(head)}`];
    if (cause === 'pull_request')
        return ['branch', 'the workflow that has ended ran on pull_request, between branches'];
    const rule = ruleOf(cause);
    // The event does not name the cause of its cause.
    const eventClass = typeof rule === 'object' ? rule[0] : 'stranger';
    return [eventClass, `the workflow that has ended ran on ${cause}`];
}
/** By the ids, which stay when a repository is renamed; by the names where there are none. */
function isSameRepository(one, other) {
    const [id, otherId] = [(0,lib_json/* numberOf */.rl)(one, 'id'), (0,lib_json/* numberOf */.rl)(other, 'id')];
    if (id !== undefined && otherId !== undefined)
        return id === otherId;
    const name = (0,lib_json/* stringOf */.Je)(one, 'full_name');
    return name !== undefined && name === (0,lib_json/* stringOf */.Je)(other, 'full_name');
}
/**
 * One line for log and summary on who started the run, by which event, and which rules are in force for that; undefined where none
 * is: on events of people with write access, with a checkout that is trusted.
 */
function describeStart({ event, actors, settings }) {
    if (event.class !== 'stranger' && settings.agent.trustsCheckout)
        return undefined;
    const who = actors === '' ? '' : `: ${actors}`;
    return `Started by ${event.name} (${event.reason})${who}. In force: ${rulesInForce(settings).join('; ')}.`;
}
function rulesInForce({ agent, prompt, exportEnvironment }) {
    const exported = exportEnvironment
        ? 'later steps get AWS credentials (export-environment: true)'
        : 'later steps get no AWS credentials';
    if (prompt === undefined)
        return [exported];
    return [
        agent.trustsCheckout
            ? 'the checkout configures and instructs the agent (trust-project-config: true)'
            : 'nothing of the checkout configures or instructs the agent',
        SANDBOX[agent.isolation],
        NETWORK[agent.network.kind],
        exported,
    ];
}
const SANDBOX = {
    auto: 'it runs in the sandbox where that works',
    required: 'it runs in the sandbox or not at all',
    off: 'it runs without the sandbox (isolation: off)',
};
const NETWORK = {
    open: 'it reaches the whole network',
    none: 'of the network it reaches Bedrock alone',
    list: 'of the network it reaches Bedrock and the hosts of allowed-domains',
};

;// CONCATENATED MODULE: ./lib/inputs/declared.js
// Written by `npm run docs` from action.yml: change it there.
/**
 * The inputs of action.yml by name: the default, which the runner fills in (empty is none), and the example of its description.
 * For an expression that is empty the runner passes an empty text instead of the default.
 */
const DECLARED_INPUTS = {
    'prompt': { default: '', example: 'Review the changes of this pull request.' },
    'prompt-file': { default: '', example: '.github/prompts/review.md' },
    'append-system-prompt': { default: '', example: 'Answer in English.' },
    'working-directory': { default: '.', example: 'packages/server' },
    'aws-region': { default: '', example: 'us-east-1' },
    'role-to-assume': { default: '', example: 'arn:aws:iam::111122223333:role/claude-code' },
    'role-session-name': { default: '', example: 'nightly-review' },
    'role-duration-seconds': { default: '3600', example: '7200' },
    'audience': { default: 'sts.amazonaws.com', example: 'sts.amazonaws.com' },
    'inline-session-policy': { default: '', example: '\'{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "bedrock:InvokeModel*", "Resource": "*"}]}\'' },
    'managed-session-policies': { default: '', example: 'arn:aws:iam::111122223333:policy/bedrock-only' },
    'role-chaining': { default: 'false', example: 'true' },
    'role-external-id': { default: '', example: 'octo-org-ci' },
    'custom-tags': { default: '', example: '\'{"team": "platform", "project": "shop"}\'' },
    'mask-aws-account-id': { default: 'false', example: 'true' },
    'allowed-account-ids': { default: '', example: '\'111122223333\'' },
    'bedrock-api-key': { default: '', example: '' },
    'aws-profile': { default: '', example: 'ci' },
    'aws-auth-refresh': { default: '', example: 'aws sso login --profile ci' },
    'aws-credential-export': { default: '', example: 'aws configure export-credentials --profile ci' },
    'model': { default: '', example: 'us.anthropic.claude-opus-5-5' },
    'small-fast-model': { default: '', example: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' },
    'small-fast-model-region': { default: '', example: 'us-west-2' },
    'fallback-model': { default: '', example: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' },
    'guardrail': { default: '', example: 'a1b2c3d4e5f6:3' },
    'max-output-tokens': { default: '', example: '16384' },
    'max-output-tokens-ceiling': { default: '', example: '64000' },
    'throttle-patience-minutes': { default: '', example: '20' },
    'max-thinking-tokens': { default: '', example: '1024' },
    'disable-prompt-caching': { default: '', example: 'true' },
    'effort': { default: '', example: 'high' },
    'allowed-tools': { default: '', example: 'Bash(git diff:*), Edit' },
    'disallowed-tools': { default: '', example: 'WebFetch, WebSearch' },
    'permission-mode': { default: 'dontAsk', example: 'acceptEdits' },
    'fail-on-denial': { default: 'false', example: 'true' },
    'max-turns': { default: '', example: '20' },
    'max-budget-usd': { default: '', example: '2.50' },
    'timeout-minutes': { default: '30', example: '45' },
    'json-schema': { default: '', example: '.github/schemas/review.json' },
    'resume-session': { default: '', example: '0b0e7a43-5d1c-4c6e-9a39-2f8f5c1d7e10' },
    'settings': { default: '', example: '.github/claude-settings.json' },
    'mcp-config': { default: '', example: '.github/mcp.json' },
    'require-mcp-servers': { default: 'true', example: 'false' },
    'plugins': { default: '', example: 'code-review@octo-marketplace' },
    'plugin-marketplaces': { default: '', example: 'octo-org/claude-plugins#0b0e7a435d1c4c6e9a392f8f5c1d7e10a1b2c3d4' },
    'claude-args': { default: '', example: '--add-dir ../docs' },
    'environment': { default: '', example: 'NODE_ENV, TZ' },
    'isolation': { default: 'auto', example: 'required' },
    'trust-project-config': { default: 'auto', example: 'false' },
    'allowed-domains': { default: '', example: 'npm, github' },
    'allow-actors': { default: '', example: 'octocat' },
    'allow-bots': { default: '', example: 'renovate[bot]' },
    'claude-code-version': { default: '', example: '2.1.332' },
    'claude-code-path': { default: '', example: '/usr/local/bin/claude' },
    'registry-url': { default: '', example: 'https://npm.example.com/mirror' },
    'cache': { default: 'true', example: 'false' },
    'credentials': { default: 'gateway', example: 'environment' },
    'export-environment': { default: 'auto', example: 'true' },
    'preflight': { default: 'true', example: 'only' },
    'upload-transcript': { default: 'always', example: 'on-failure' },
    'artifact-name': { default: '', example: 'review-transcript' },
    'retention-days': { default: '', example: '7' },
    'redact': { default: '', example: 'ACME-[A-Z0-9]{8}' },
    'show-transcript': { default: 'summary', example: 'full' },
    'job-summary': { default: 'true', example: 'false' },
    'github-token': { default: '${{ github.token }}', example: 'a token that may read the repository\'s metadata' },
};

;// CONCATENATED MODULE: ./lib/inputs/form.js


/** Every input whose default depends on the environment. All other defaults are those of action.yml. */
const ENVIRONMENT_DEFAULTS = {
    'aws-region': { variables: ['AWS_REGION', 'AWS_DEFAULT_REGION'], otherwise: 'the AWS profile in use' },
    'role-session-name': { otherwise: 'claude-code-<run id>-<attempt>' },
    model: { variables: ['ANTHROPIC_MODEL'], otherwise: "Claude Code's default for the region" },
    'small-fast-model': { variables: ['ANTHROPIC_SMALL_FAST_MODEL'], otherwise: "Claude Code's default" },
    'small-fast-model-region': { variables: ['ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION'], otherwise: 'aws-region' },
    'max-output-tokens': { variables: ['CLAUDE_CODE_MAX_OUTPUT_TOKENS'], value: '4096' },
    // Whether they are given matters: see models.ts.
    'max-output-tokens-ceiling': { value: '32000' },
    'throttle-patience-minutes': { value: '60' },
    'max-thinking-tokens': { variables: ['MAX_THINKING_TOKENS'], value: '1024' },
    'disable-prompt-caching': { variables: ['DISABLE_PROMPT_CACHING'], value: 'false' },
    effort: { otherwise: "Claude Code's default" },
    'claude-code-version': { otherwise: 'the version this release was tested with' },
    'registry-url': { otherwise: "npm's own configuration" },
    'artifact-name': { otherwise: 'claude-transcript-<job>-<run attempt>-<id>' },
    'retention-days': { otherwise: "the repository's setting" },
};
/** The environment variables behind an input, first the one that counts first. */
const variablesOf = (name) => ENVIRONMENT_DEFAULTS[name]?.variables ?? [];
/** The default of an input that counts after its environment variables; empty is none. */
const defaultOf = (name) => ENVIRONMENT_DEFAULTS[name]?.value ?? DECLARED_INPUTS[name].default;
/** Texts for the model, in which white space may count. */
const VERBATIM = new Set(['prompt', 'append-system-prompt']);
/**
 * Reads the inputs of `action.yml` from the variables the runner sets (`INPUT_` and the name in capitals, spaces as
 * underscores; https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs).
 */
function readInputs(env) {
    return Object.fromEntries(Object.keys(DECLARED_INPUTS).map((name) => {
        const text = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
        return [name, VERBATIM.has(name) && text.trim() !== '' ? text.replace(/^\uFEFF/, '') : text.trim()];
    }));
}
/** The secrets among the inputs, to be masked before anything else is done with them. */
const secretInputs = (raw) => [raw['bedrock-api-key'] ?? '', raw['github-token'] ?? ''].filter((secret) => secret !== '');
/** Fields whose text is never quoted: they are or may hold secrets, or are the prompt. */
const UNQUOTED = new Set([
    'prompt',
    'append-system-prompt',
    'bedrock-api-key',
    'github-token',
    'inline-session-policy',
    'json-schema',
    'settings',
    'mcp-config',
    'claude-args',
    'environment',
    'registry-url',
]);
/** A form over the inputs and the environment of the step. */
function createForm(raw, env) {
    const problems = [];
    const warnings = [];
    const find = (name) => {
        const given = raw[name];
        if (given)
            return { text: given };
        for (const variable of variablesOf(name)) {
            const text = env[variable]?.trim();
            if (text)
                return { text, variable };
        }
        return { text: defaultOf(name) };
    };
    const note = (problem) => void problems.push(problem);
    const refuse = (name, refusal) => note({ ...refusal, kind: 'Input', subject: name, input: name, variable: find(name).variable });
    const valueOf = (parsed, onRefusal) => {
        if (parsed?.ok === false)
            onRefusal(parsed.refusal);
        return parsed?.ok === true ? parsed.value : undefined;
    };
    const read = (name, parse) => {
        const { text } = find(name);
        return valueOf(text === '' ? undefined : parse(text), (refusal) => refuse(name, { ...refusal, part: UNQUOTED.has(name) ? undefined : (refusal.part ?? text) }));
    };
    return {
        /** Whether the workflow gave the input; an environment variable or a default does not count. */
        isGiven: (name) => Boolean(raw[name]),
        /** The input, else its environment variable, else its default, else an empty text. */
        text: (name) => find(name).text,
        /** The value of a field; undefined when its text is empty or was refused. */
        optional: read,
        /** The same where a value is needed: `standIn` takes its place so that the other fields can be read, and is never used. */
        required: (name, parse, standIn) => read(name, parse) ?? standIn,
        /** Notes a problem; `part` is quoted, the text of the field is not. */
        refuse,
        /** The value of what was made of an input; undefined, with the problem noted, where it was refused. */
        take: (name, parsed) => valueOf(parsed, (refusal) => refuse(name, refusal)),
        /** Notes a problem with what is no input: a file or variable, named by `source`. */
        refuseSource: (source, refusal) => note({ ...refusal, subject: source }),
        /** The value of an environment variable behind no input; undefined when it is empty or was refused. */
        variable(name, parse) {
            const text = env[name]?.trim() ?? '';
            return valueOf(text === '' ? undefined : parse(text), (refusal) => {
                const { fix = `Correct the variable ${name} of the job, or remove it.` } = refusal;
                note({ ...refusal, fix, kind: 'Environment variable', subject: name });
            });
        },
        warn: (line) => void warnings.push(line),
        warnings,
        /** Throws one Failure about every problem noted. */
        finish() {
            if (problems.length === 0)
                return;
            const codes = new Set(problems.map(({ code }) => code ?? 'input-invalid'));
            const [code = 'input-invalid'] = codes.size === 1 ? codes : [];
            throw new errors/* Failure */.HR(code, describeProblems(problems));
        },
    };
}
/** All problems in one message, and what to write in the workflow instead. */
function describeProblems(problems) {
    const lines = problems.map(describe);
    const message = lines.length === 1
        ? `${problems[0]?.kind ?? ''} ${lines.join('')}.`.trimStart()
        : `${lines.length} problems with the inputs:\n${lines.map((line) => `- ${line}.`).join('\n')}`;
    const fixes = new Map(problems.map(({ fix = [] }) => [JSON.stringify(fix), (0,errors/* blocksOf */.SH)(fix)]));
    return { message, fix: [...examplesFor(problems), ...[...fixes.values()].flat()] };
}
/** The part of a value is quoted in one line, since it goes into a log line by line, and short. */
function describe({ subject, variable, part, must }) {
    const quoted = part === undefined ? '' : `${JSON.stringify(part.length > 100 ? `${part.slice(0, 100)}...` : part)} `;
    const source = variable === undefined ? '' : ` (from the environment variable ${variable})`;
    return `${subject}${source}: ${quoted}${must}`;
}
/** For problems without a fix of their own, the example that action.yml gives of the input. */
function examplesFor(problems) {
    const plain = problems.flatMap(({ fix, input }) => (fix === undefined && input !== undefined ? [input] : []));
    const lines = [...new Set(plain)].map((input) => `  ${input}: ${DECLARED_INPUTS[input].example || defaultOf(input)}`);
    return lines.length === 0 ? [] : ['Write in this step, for example:', (0,errors/* yaml */.oQ)(['with:', ...lines].join('\n'))];
}

// EXTERNAL MODULE: ./node_modules/shell-quote/index.js
var shell_quote = __webpack_require__(26591);
;// CONCATENATED MODULE: ./lib/claude/release-facts.js
// Written by `npx node scripts/release-facts.ts` from what the Claude Code of release.ts says of itself.
/**
 * Tools that a permission rule can name; some exist only on other platforms or with other settings, and former names still mean
 * a tool. Those that another platform has are kept from before.
 */
const KNOWN_TOOLS = [
    'Agent',
    'Artifact',
    'AskUserQuestion',
    'Bash',
    'Brief',
    'CronCreate',
    'CronDelete',
    'CronList',
    'Edit',
    'EndConversation',
    'EnterPlanMode',
    'EnterWorktree',
    'ExitPlanMode',
    'ExitWorktree',
    'Glob',
    'Grep',
    'KillBash',
    'KillShell',
    'LSP',
    'ListAgents',
    'ListMcpResources',
    'ListMcpResourcesTool',
    'ListPeers',
    'Monitor',
    'NotebookEdit',
    'OfferChromeSetup',
    'PowerShell',
    'Projects',
    'ProposeGoal',
    'PushNotification',
    'Read',
    'ReadMcpResource',
    'ReadMcpResourceDir',
    'ReadMcpResourceDirTool',
    'ReadMcpResourceTool',
    'ReadNotifications',
    'RemoteTrigger',
    'ReportFindings',
    'ScheduleWakeup',
    'SendFeedback',
    'SendMessage',
    'SendUserFile',
    'SendUserMessage',
    'SetGoal',
    'ShareOnboardingGuide',
    'ShowOnboardingRolePicker',
    'Skill',
    'Task',
    'TaskCreate',
    'TaskGet',
    'TaskList',
    'TaskStop',
    'TaskUpdate',
    'TodoWrite',
    'ToolSearch',
    'WaitForMcpServers',
    'WebFetch',
    'WebSearch',
    'Workflow',
    'Write',
    'propose_skills',
];
/** Values of `--effort`. */
const EFFORT_LEVELS = ['low', 'medium', 'high', 'xhigh', 'max'];

;// CONCATENATED MODULE: ./lib/inputs/scalars.js
/** A text that stands for `value`. */
function accepted(value) {
    return { ok: true, value };
}
/** A text that stands for nothing allowed; `must` completes a sentence that starts with the text. */
function refused(must, more = {}) {
    return { ok: false, refusal: { must, ...more } };
}
/** Any text. */
const anyText = accepted;
/** A text that matches `pattern` as a whole; `must` says in words what that is. */
function matching(pattern, must, fix) {
    return (text) => (pattern.test(text) ? accepted(text) : refused(must, { fix }));
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
/** A boolean, or `word` itself; `must` is what is said of another text. */
function yesNoOr(word, must) {
    return (text) => {
        const checked = text === word ? accepted(word) : yesOrNo(text);
        return checked.ok ? checked : refused(must);
    };
}
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
/** Items separated by lines or commas; empty ones are dropped. */
function splitList(text) {
    return text
        .split(/[\n,]/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/** A list, each item of which passes `check`; the first that does not is the one named. */
function listOf(parse) {
    return (text) => {
        const values = [];
        for (const item of splitList(text)) {
            const parsed = parse(item);
            if (!parsed.ok)
                return { ok: false, refusal: { part: item, ...parsed.refusal } };
            values.push(parsed.value);
        }
        return accepted(values);
    };
}
/** A header's name (RFC 9110, 5.1) and its value, without line ends. */
const LINE = /^\s*([!#$%&'*+.^_`|~\dA-Za-z-]+)\s*:\s*([\t\x20-\x7e\x80-\xff]*?)\s*$/;
/** Headers of a connection (RFC 9110, 7.6.1), of the signature, and of the body's length. `x-amzn-*` is not among them. */
const scalars_REFUSED = /^(host|authorization|cookie|x-amz-.*|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|content-length|content-encoding|accept-encoding|date)$/;
/** `ANTHROPIC_CUSTOM_HEADERS`, `Name: value` one a line, by names in lower case. Values are secrets: a refusal quotes names only. */
function parseCustomHeaders(text) {
    const headers = {};
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (line.trim() === '')
            continue;
        const [, written = '', value = ''] = LINE.exec(line) ?? [];
        const name = written.toLowerCase();
        if (name === '' || value === '')
            return refused(`must have "Name: value" in each line, and line ${index + 1} has not`);
        const fix = `Remove the line of ${written}.`;
        if (scalars_REFUSED.test(name))
            return refused(`must not set the header ${written}: it belongs to the connection or to the signature`, { fix });
        headers[name] = value;
    }
    return accepted(headers);
}

;// CONCATENATED MODULE: ./lib/inputs/json-text.js


/** A JSON object in which no key is there twice. What is wrong is named with line and column, and not quoted: it may hold secrets. */
function parseJsonObject(text) {
    if (text.trim() === '')
        return refused('must be a JSON object, and is empty');
    const fault = faultIn(text);
    if (fault !== undefined) {
        const before = text.slice(0, fault.at).split('\n');
        const column = (before.at(-1) ?? '').length + 1;
        return refused(`must be a JSON object: line ${before.length}, column ${column} ${fault.problem}`);
    }
    const value = JSON.parse(text);
    return (0,lib_json/* isRecord */.u4)(value) ? accepted(value) : refused('must be a JSON object');
}
/** The text of a JSON object, kept as it is. */
const jsonObject = (text) => {
    const parsed = parseJsonObject(text);
    return parsed.ok ? accepted(text) : parsed;
};
/** What is wrong with a text by the grammar of JSON (https://www.rfc-editor.org/rfc/rfc8259); `problem` completes a sentence that starts with the position. */
function faultIn(text) {
    /** For each open bracket the keys so far; undefined for a list. */
    const open = [];
    let expected = 'value';
    let previous = '';
    for (json_text_TOKEN.lastIndex = 0; open.length < DEEPEST;) {
        const token = json_text_TOKEN.exec(text)?.[1] ?? '';
        const at = json_text_TOKEN.lastIndex - token.length;
        const fault = (problem = 'is not valid JSON') => ({ at, problem });
        const isOver = open.length === 0 && expected === ',';
        if (token === '') {
            if (/^(?:\/[/*]|#)/.test(text.slice(at, at + 2)))
                return fault('has a comment, and JSON knows none');
            if (at < text.length)
                return fault();
            return isOver ? undefined : fault('ends before its closing bracket');
        }
        if (isOver)
            return fault('has text behind the closing bracket');
        const keys = open.at(-1);
        if (token === (keys === undefined ? ']' : '}')) {
            if (previous === ',')
                return fault('has a comma before the closing bracket');
            if (expected !== ',' && previous !== (keys === undefined ? '[' : '{'))
                return fault();
            open.pop();
            expected = ',';
        }
        else if (expected === 'value') {
            if ('}],:'.includes(token))
                return fault();
            if (token === '{')
                open.push(new Set());
            if (token === '[')
                open.push(undefined);
            expected = token === '{' ? 'key' : token === '[' ? 'value' : ',';
        }
        else if (expected === 'key') {
            if (!token.startsWith('"'))
                return fault();
            const key = String(JSON.parse(token));
            if (keys?.has(key))
                return fault(`has the key ${JSON.stringify(key.slice(0, 60))} for the second time`);
            keys?.add(key);
            expected = ':';
        }
        else if (token !== expected)
            return fault();
        else
            expected = expected === ':' || keys === undefined ? 'value' : 'key';
        previous = token;
    }
    return { at: 0, problem: 'is nested too deeply' };
}
/** Far more than any document has, and less than overflows the stack of what reads it. */
const DEEPEST = 1_000;
const json_text_TOKEN = /[ \t\n\r]*([{}[\],:]|"(?:[^"\\\p{Cc}]|[\x7F-\x9F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))?/uy;

;// CONCATENATED MODULE: ./lib/inputs/workplace.js



/** The workplace that `working-directory` names; undefined, with the problem noted, when there is no such folder. */
async function parseWorkplace(form, given) {
    const part = form.text('working-directory');
    const place = { ...given, directory: (0,external_node_path_.resolve)(given.workspace, part) };
    const checked = (await place.files.kind(place.directory)) !== 'directory'
        ? await refuseMissing(place, { part, must: 'must be a folder that exists, relative to the workspace' })
        : (await isInWorkspace(place, place.directory))
            ? accepted(place)
            : refused('must be inside the workspace, links followed', { part });
    return form.take('working-directory', checked);
}
/** Whether an existing path is inside the workspace when links are followed. */
async function isInWorkspace({ workspace, files }, path) {
    const [root, target] = await Promise.all([files.realPath(workspace), files.realPath(path)]);
    return root !== undefined && target !== undefined && workplace_isInside(root, target);
}
/** Whether a path is a folder or below it, by their names. */
function workplace_isInside(folder, path) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
/** Refuses a path that is not there; with nothing at all in the workspace, the reason is a checkout that was forgotten. */
async function refuseMissing({ files, workspace }, refusal) {
    const isEmpty = (await files.list(workspace)).length === 0;
    if (!isEmpty)
        return { ok: false, refusal };
    return refused('does not exist, and the workspace is empty: no step before this one checks the repository out', {
        part: refusal.part,
        fix: ['Check the repository out before this step:', (0,errors/* yaml */.oQ)('- uses: actions/checkout@v7')],
        code: 'workspace-missing',
    });
}

;// CONCATENATED MODULE: ./lib/inputs/text-file.js





/** The bytes of a file; none when there is no such file. */
async function readBytes(path, files) {
    const chunks = [];
    for await (const chunk of files.chunks(path))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
/**
 * The bytes of an existing file that an input names by an absolute path. Refused where a link of the checkout leads elsewhere, or where
 * the checkout is not trusted and the file, in the workspace, is not what the commit of the run has there.
 */
async function readNamedFile(form, name, { place, path }) {
    const { workspace, files, trust } = place;
    const part = form.text(name);
    const [root = workspace, real = path] = await Promise.all([files.realPath(workspace), files.realPath(path)]);
    const named = workplace_isInside(workspace, path) ? (0,external_node_path_.join)(root, (0,external_node_path_.relative)(workspace, path)) : undefined;
    if (named !== undefined && !workplace_isInside(root, real))
        return refused('must be inside the workspace, links followed', { part });
    const bytes = await readBytes(path, files);
    if (trust.isTrusted || !workplace_isInside(root, real))
        return accepted(bytes);
    const problem = await problemOf(bytes, { named: named ?? real, real, trust });
    if (problem === undefined)
        return accepted(bytes);
    return refused(`${problem}, and this checkout is not trusted`, { part, fix: fixFor(name) });
}
/** Why the bytes are not those of the commit of the run, as the end of a sentence that starts with the path. */
async function problemOf(bytes, { named, real, trust }) {
    if (!trust.hasOwnCommit)
        return "comes with a stranger's commit";
    if (named !== real)
        return 'leads through a link of the checkout';
    const committed = await trust.committed(real);
    if ('unknown' in committed)
        return committed.unknown;
    return Buffer.compare(bytes, committed.bytes) === 0 ? undefined : 'is not what the commit of the run has there';
}
const fixFor = (name) => [
    `On events that strangers can cause, a file that \`${name}\` names counts only as it is at GITHUB_SHA, with that commit in the checkout. ${name === 'claude-code-path' ? 'Name a program outside the workspace.' : 'Write the text into the workflow instead.'} Check that commit out:`,
    (0,errors/* yaml */.oQ)(`- uses: actions/checkout@v7
  with:
    ref: \${{ github.sha }}
    persist-credentials: false`),
    'Or, if whoever can change the checkout may decide what the agent does:',
    (0,errors/* yaml */.oQ)("with:\n  trust-project-config: 'true'"),
];
/** The text of a file in UTF-8, or in UTF-16 with a mark, as Windows PowerShell writes it. Others would be read as other text: refused. */
function decodeText(bytes) {
    const [first, second] = bytes;
    const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
    try {
        const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
        // What a mark would have distinguished: UTF-16 without one is valid UTF-8 with a NUL byte beside each letter.
        if (text.includes('\0'))
            return refused('must be text: it has NUL bytes, as UTF-16 without a byte order mark does');
        return accepted(text);
    }
    catch {
        return refused(`must be UTF-8 text: some of its bytes are not`);
    }
}
/** Absolute path and text of the file that an input names, relative to working-directory; `must` says so where there is none. */
async function readTextFile(form, name, { place, must }) {
    const part = form.text(name);
    const path = (0,external_node_path_.resolve)(place.directory, part);
    if ((await place.files.kind(path)) !== 'file')
        return refuseMissing(place, { part, must });
    const bytes = await readNamedFile(form, name, { place, path });
    const text = bytes.ok ? decodeText(bytes.value) : bytes;
    return text.ok ? accepted({ path, text: text.value }) : { ok: false, refusal: { part, ...text.refusal } };
}
/** An input that is a JSON object or names a file with one: its value, and the folder that relative paths in it are meant from. */
async function parseJsonInput(form, name, place) {
    const given = form.text(name);
    // A path is one line without brackets and quotes; all else is meant as JSON, and may hold secrets.
    const isPath = !/[{}[\]"\n]|^\/[/*]/.test(given);
    if (given === '' || (isPath && place === undefined))
        return undefined;
    const must = 'must be a JSON object, or a file that exists, relative to working-directory';
    const file = isPath && place ? form.take(name, await readTextFile(form, name, { place, must })) : undefined;
    if (isPath && file === undefined)
        return undefined;
    if (file !== undefined && name !== 'json-schema')
        place?.onConfiguration(file.text);
    const directory = file === undefined ? (place?.directory ?? '') : (0,external_node_path_.dirname)(file.path);
    const parsed = parseJsonObject(file?.text ?? given);
    return form.take(name, parsed.ok
        ? accepted({ value: parsed.value, directory })
        : { ok: false, refusal: { ...parsed.refusal, part: file && given } });
}

;// CONCATENATED MODULE: ./lib/inputs/extensions.js




/** Kinds of servers; the last two are spellings of one. */
const REMOTE = ['sse', 'ws', 'http', 'streamable-http'];
/**
 * The input `mcp-config`. Claude Code leaves out a server whose description it cannot read, and goes on without a word (seen
 * with 2.1.330), so each is checked here by the form it must have (https://code.claude.com/docs/en/mcp).
 */
async function parseMcpConfig(form, place) {
    const input = await parseJsonInput(form, 'mcp-config', place);
    if (input === undefined)
        return undefined;
    const { mcpServers } = input.value;
    if (!(0,lib_json/* isRecord */.u4)(mcpServers)) {
        form.refuse('mcp-config', { must: 'must have an object "mcpServers", with a server by each name' });
        return undefined;
    }
    for (const [name, server] of Object.entries(mcpServers)) {
        const problems = name === 'workspace' ? ['has a name that Claude Code keeps for itself'] : problemsOf(server);
        for (const problem of problems)
            form.refuse('mcp-config', { must: `must describe each server: ${name} ${problem}` });
    }
    return { json: input.value, servers: Object.keys(mcpServers) };
}
function problemsOf(server) {
    if (!(0,lib_json/* isRecord */.u4)(server))
        return ['must be an object'];
    const { type = 'stdio' } = server;
    const problems = [];
    if (type === 'stdio') {
        const { command, args = [], env = {} } = server;
        if (!isText(command) || command === '')
            problems.push(`must have a command, as a text${'url' in server ? ', or a type beside its url' : ''}`);
        if (!Array.isArray(args) || !args.every(isText))
            problems.push('must have args as a list of texts');
        if (!isObjectOfTexts(env))
            problems.push('must have env as an object of texts');
    }
    else if (isText(type) && REMOTE.includes(type)) {
        const { url, headers = {} } = server;
        // Variables in an address are put in later, by Claude Code.
        if (!isText(url) || !(url.includes('${') || URL.canParse(url)))
            problems.push('must have an absolute address as url');
        if (!isObjectOfTexts(headers))
            problems.push('must have headers as an object of texts');
    }
    else
        problems.push('must have one of these types: stdio, http, sse, ws');
    return problems;
}
const isText = (value) => typeof value === 'string';
const isObjectOfTexts = (value) => (0,lib_json/* isRecord */.u4)(value) && Object.values(value).every(isText);
/**
 * The plugins to install and their marketplaces, one a line or separated by commas. A marketplace is `owner/repository` of github.com or
 * the address of a git repository, each with `#` and a commit, or a folder of a checkout that may configure the agent.
 */
function parsePlugins(form, place, trustsCheckout) {
    const plugins = entriesOf(form.text('plugins'));
    const marketplaces = entriesOf(form.text('plugin-marketplaces'));
    for (const part of plugins.filter((plugin) => !/^[\w-][\w.-]*@[\w-][\w.-]*$/.test(plugin)))
        form.refuse('plugins', { part, must: 'must be plugin@marketplace, with the name that the marketplace has' });
    if (plugins.length > 0 && marketplaces.length === 0)
        form.refuse('plugins', {
            must: 'needs plugin-marketplaces: nothing says where the plugins come from',
            fix: ['Name the marketplace and its commit:', (0,errors/* yaml */.oQ)('plugin-marketplaces: owner/repository#<commit>')],
        });
    if (marketplaces.length > 0 && plugins.length === 0)
        form.refuse('plugin-marketplaces', {
            must: 'needs plugins: a marketplace alone installs nothing',
            fix: ['Name what to install:', (0,errors/* yaml */.oQ)('plugins: plugin@marketplace')],
        });
    const sources = marketplaces.flatMap((entry) => sourceOf(form, entry, trustsCheckout) ?? []);
    const directory = place?.directory ?? '';
    return {
        plugins,
        marketplaces: sources.map((source) => (source.startsWith('./') ? (0,external_node_path_.join)(directory, source) : source)),
    };
}
const entriesOf = (text) => text
    .split(/[\n,]/)
    .map((entry) => entry.replace(/(^|\s)#\s.*$/, '').trim())
    .filter((entry) => entry !== '');
/** The marketplace as `claude plugin marketplace add` takes it; undefined when it was refused. */
function sourceOf(form, entry, trustsCheckout) {
    const isFolder = entry.startsWith('./');
    const [, address = '', ref] = /^([^#]+)(?:#(.*))?$/.exec(entry) ?? [];
    const url = /^[\w-]+\/[\w.-]+$/.test(address) ? `https://github.com/${address}.git` : address;
    const isAddress = /^https?:\/\/[\w.:-]+\/[\w./~%+-]+$/.test(url) && (ref === undefined || /^\w[\w./-]*$/.test(ref));
    let must;
    if (!isFolder && !isAddress)
        must =
            'must be owner/repository#<commit>, https://host/path.git#<commit> (without a user or token), or a folder ./path of the checkout';
    else if (isFolder && entry.split('/').includes('..'))
        must = 'must be a folder below working-directory';
    else if (isFolder && !trustsCheckout)
        must = 'is in the checkout, which may not configure the agent in this run';
    if (must !== undefined) {
        form.refuse('plugin-marketplaces', { part: entry, must });
        return undefined;
    }
    if (isFolder)
        return entry;
    if (ref === undefined || !/^[\da-f]{40}$/.test(ref))
        form.warn(`plugin-marketplaces: ${entry} is not pinned to a commit, so whoever can push there decides what the agent runs. Write ${address}#<commit>.`);
    return ref === undefined ? url : `${url}#${ref}`;
}

;// CONCATENATED MODULE: ./lib/inputs/models.js



/** The models and limits, in `region` (empty when it is missing or was refused). */
function parseBedrock(form, { region }) {
    const smallRegion = form.optional('small-fast-model-region', regionName) ?? region;
    return {
        region,
        model: form.optional('model', modelIn(region, 'aws-region')),
        smallFastModel: form.optional('small-fast-model', modelIn(smallRegion, 'small-fast-model-region')),
        smallFastModelRegion: smallRegion,
        ...parseLimits(form),
        // The input is a boolean; the variable is on unless it is empty, `0` or `false`.
        disablePromptCaching: form.isGiven('disable-prompt-caching')
            ? form.required('disable-prompt-caching', yesOrNo, false)
            : !['0', 'false'].includes(form.text('disable-prompt-caching').toLowerCase()),
        familyModels: parseFamilyModels(form, region),
        subagentModel: form.variable('CLAUDE_CODE_SUBAGENT_MODEL', modelIn(region, 'aws-region')),
        guardrail: form.optional('guardrail', guardrailIn(region)),
        customHeaders: form.variable('ANTHROPIC_CUSTOM_HEADERS', parseCustomHeaders),
    };
}
/** `ANTHROPIC_DEFAULT_OPUS_MODEL` and the like: a job names the model of a family, and Claude Code itself reads it (measured with 2.1.330). */
function parseFamilyModels(form, region) {
    const models = ['opus', 'sonnet', 'haiku', 'fable'].map((family) => {
        const name = `ANTHROPIC_DEFAULT_${family.toUpperCase()}_MODEL`;
        return [family, form.variable(name, modelIn(region, 'aws-region'))];
    });
    return models.some(([, model]) => model !== undefined) ? Object.fromEntries(models) : undefined;
}
/**
 * `id:version`, split at the last colon, since an ARN has colons of its own
 * (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html#API_runtime_InvokeModel_RequestSyntax).
 */
function guardrailIn(region) {
    return (text) => {
        const [, id = '', version = ''] = /^(.*):([^:]*)$/.exec(text) ?? [];
        if (!/^(?:[1-9]\d{0,7}|DRAFT)$/.test(version))
            return refused('must end in a colon and the version of the guardrail, a number or DRAFT');
        const isId = /^(?:[a-z\d]+|arn:aws[\w-]*:bedrock:[a-z\d-]+:\d{12}:guardrail\/[a-z\d]+)$/.test(id);
        if (!isId)
            return refused('must begin with the id or the ARN of a guardrail of Amazon Bedrock');
        const [, place = region] = /^arn:[\w-]+:bedrock:([a-z\d-]+):/.exec(id) ?? [];
        return region === '' || place === region
            ? accepted({ id, version })
            : refused(`must be a guardrail of ${region}, the aws-region, but is one of ${place}`);
    };
}
/** The least that Bedrock counts of `max_tokens`, by the guide (https://anthropic.mintlify.app/en/docs/claude-code/amazon-bedrock). */
const LEAST_COUNTED = 4096;
function parseLimits(form) {
    const maxOutputTokens = form.required('max-output-tokens', outputTokens, NaN);
    const maxThinkingTokens = form.required('max-thinking-tokens', wholeNumber({ min: 0 }), NaN);
    const fix = [
        `Raise \`max-output-tokens\` above ${maxThinkingTokens}, or write:`,
        (0,errors/* yaml */.oQ)('with:\n  max-thinking-tokens: 0'),
    ];
    if (maxThinkingTokens >= maxOutputTokens)
        form.refuse('max-thinking-tokens', {
            part: String(maxThinkingTokens),
            must: `must be below max-output-tokens, which is ${maxOutputTokens}: thinking is part of the output`,
            fix,
        });
    if (maxOutputTokens < LEAST_COUNTED)
        form.warn(`max-output-tokens is ${maxOutputTokens}: Bedrock's burndown throttling logic counts at least ${LEAST_COUNTED} tokens of each call, ` +
            'so a lower value saves no quota, but may cut off long tool calls and make the agent loop fail persistently.');
    return { maxOutputTokens, maxThinkingTokens };
}
/** `auto` asks for that many while the quota is short. */
const outputTokens = (text) => {
    if (text === 'auto')
        return accepted(LEAST_COUNTED);
    const parsed = wholeNumber({ min: 1, max: 1_000_000 })(text);
    return parsed.ok ? parsed : refused('must be auto, or a whole number, 1 to 1000000');
};
const oneWord = matching(/^\S+$/, 'must be a model id, an inference profile id or an ARN, without white space');
/** A model id, or the ARN of a model or profile of Bedrock in the region that `input` names. */
function modelIn(region, input) {
    return (text) => {
        if (!text.startsWith('arn:'))
            return oneWord(text);
        const [, partition, place = ''] = /^arn:(aws[a-z-]*):bedrock:([a-z\d-]+):\d{0,12}:[\w-]+\/\S+$/.exec(text) ?? [];
        if (partition === undefined)
            return refused('must be the ARN of a Bedrock model or inference profile, arn:aws:bedrock:<region>:<account id>:...');
        if (partition !== (0,endpoints/* partitionOf */.iQ)(place))
            return refused(`must be in the partition ${(0,endpoints/* partitionOf */.iQ)(place)}, the one of the region ${place}`);
        if (region === '' || place === region)
            return accepted(text);
        const fix = [`Give a model of ${region}, or write:`, (0,errors/* yaml */.oQ)(`with:\n  ${input}: ${place}`)];
        return refused(`must be in ${region}, the ${input}, but is in ${place}`, { fix });
    };
}
/** The shape of a region's name; whether Bedrock serves it is not known here. */
const regionName = matching(/^[a-z]{2,}(-[a-z]+)+-\d+$/, 'must be the name of an AWS region, such as us-east-1');
/** The region of every call; empty, with a problem noted, when there is none. `profileRegion` asks the AWS configuration. */
async function parseRegion(form, { env, profileRegion }) {
    if (form.text('aws-region') !== '')
        return form.required('aws-region', regionName, '');
    const profile = profileInUse(form, env);
    const region = profile === undefined ? undefined : await profileRegion(profile);
    if (region !== undefined && regionName(region).ok)
        return region;
    const none = profile === undefined || profile === 'default' ? '' : `, and the AWS profile "${profile}" has no region`;
    form.refuse('aws-region', {
        must: `must be given, since neither AWS_REGION nor AWS_DEFAULT_REGION is set${none}`,
        code: 'region-missing',
    });
    return '';
}
/** The profile that the run signs in with, `default` where the SDK's chain decides; undefined for every other way. */
function profileInUse(form, env) {
    const profile = form.text('aws-profile');
    if (profile !== '')
        return profile;
    const isChained = form.text('role-chaining').toLowerCase() === 'true';
    const isOtherWay = (form.isGiven('role-to-assume') && !isChained) || form.isGiven('aws-credential-export');
    if (isOtherWay || form.isGiven('bedrock-api-key'))
        return undefined;
    if (env.AWS_BEARER_TOKEN_BEDROCK?.trim() && !form.isGiven('role-to-assume'))
        return undefined;
    return env.AWS_PROFILE?.trim() || (env.AWS_ACCESS_KEY_ID ? undefined : 'default');
}
/** What only the gateway can do: it is the one that sees the agent's calls. */
const NEEDS_GATEWAY = ['max-output-tokens-ceiling', 'throttle-patience-minutes'];
/** Days longer than any job of GitHub's, which is what a number without a bound would be a slip of. */
const LONGEST_PATIENCE_MINUTES = 10_080;
/** How calls share a quota; undefined, with problems noted for what asks for it, where they do not go through the gateway. */
function parseQuota(form, credentials, maxOutputTokens) {
    const isAuto = form.text('max-output-tokens') === 'auto';
    if (credentials !== 'gateway') {
        for (const name of [...(isAuto ? ['max-output-tokens'] : []), ...NEEDS_GATEWAY.filter(form.isGiven)])
            form.refuse(name, {
                part: form.text(name),
                must: "needs the gateway: with credentials: environment the agent's calls do not pass this action",
                fix: [
                    `Take \`${name}\` out, or have the action sign the agent's calls:`,
                    (0,errors/* yaml */.oQ)('with:\n  credentials: gateway'),
                ],
            });
        return undefined;
    }
    const ceiling = form.required('max-output-tokens-ceiling', wholeNumber({ min: 1, max: 1_000_000 }), NaN);
    const bothGiven = form.isGiven('max-output-tokens') && form.isGiven('max-output-tokens-ceiling');
    if (bothGiven && ceiling < maxOutputTokens) {
        const least = isAuto
            ? `${maxOutputTokens}, what a call asks for while the quota is short`
            : `max-output-tokens, which is ${maxOutputTokens}`;
        form.refuse('max-output-tokens-ceiling', {
            part: String(ceiling),
            must: `must not be below ${least}`,
            fix: [
                'Take the ceiling out, or write:',
                (0,errors/* yaml */.oQ)(`with:\n  max-output-tokens-ceiling: "${Math.max(32_000, maxOutputTokens)}"`),
            ],
        });
    }
    return {
        lowers: isAuto ? 'when-short' : 'always',
        ceiling: Math.max(ceiling, maxOutputTokens),
        patienceMs: Math.round(form.required('throttle-patience-minutes', minutes, NaN) * 60_000),
    };
}
const minutes = (text) => {
    const value = /^(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN;
    return value <= LONGEST_PATIENCE_MINUTES
        ? accepted(value)
        : refused(`must be a number of minutes, 0 to ${LONGEST_PATIENCE_MINUTES}`);
};

;// CONCATENATED MODULE: ./lib/claude/settings-schema.js
// Written by `node scripts/release-facts.ts` from what the Claude Code of release.ts says of itself.
/** The keys of Claude Code's settings and the JSON schema of each. A value of another type makes it drop the whole file. */
const SETTINGS_SCHEMA = {
    "$schema": { "type": "string" },
    "apiKeyHelper": { "type": "string" },
    "proxyAuthHelper": { "type": "string" },
    "awsCredentialExport": { "type": "string" },
    "awsAuthRefresh": { "type": "string" },
    "gcpAuthRefresh": { "type": "string" },
    "processWrapper": { "type": "string" },
    "policyHelper": { "type": "object", "properties": { "path": { "type": "string" }, "timeoutMs": { "type": "integer", "minimum": 1000, "maximum": 9007199254740991 }, "refreshIntervalMs": { "anyOf": [{ "type": "number", "const": 0 }, { "type": "integer", "minimum": 60000, "maximum": 9007199254740991 }] } }, "required": ["path"] },
    "fileSuggestion": { "type": "object", "properties": { "type": { "type": "string", "const": "command" }, "command": { "type": "string" } }, "required": ["type", "command"] },
    "respectGitignore": { "type": "boolean" },
    "cleanupPeriodDays": { "type": "integer", "exclusiveMinimum": 0, "maximum": 9007199254740991 },
    "desktopSessionCleanupPeriodDays": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 },
    "syncClaudeAiSkills": { "type": "boolean" },
    "syncClaudeAiPlugins": { "type": "boolean" },
    "skillListingMaxDescChars": { "type": "integer", "exclusiveMinimum": 0, "maximum": 9007199254740991 },
    "skillListingBudgetFraction": { "type": "number", "exclusiveMinimum": 0, "maximum": 1 },
    "wslInheritsWindowsSettings": { "type": "boolean" },
    "env": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": { "type": "string" } },
    "attribution": { "type": "object", "properties": { "commit": { "type": "string" }, "pr": { "type": "string" }, "sessionUrl": { "type": "boolean" } }, "additionalProperties": {} },
    "attributionProject": { "type": "string" },
    "attributionProjectPolicy": { "type": "object", "properties": { "default": { "type": "string" } } },
    "includeCoAuthoredBy": { "type": "boolean" },
    "includeGitInstructions": { "type": "boolean" },
    "permissions": { "type": "object", "properties": { "allow": { "type": "array", "items": { "type": "string" } }, "deny": { "type": "array", "items": { "type": "string" } }, "ask": { "type": "array", "items": { "type": "string" } }, "defaultMode": { "type": "string", "enum": ["acceptEdits", "auto", "bypassPermissions", "default", "dontAsk", "plan"] }, "disableBypassPermissionsMode": { "type": "string", "enum": ["disable"] }, "blockReadsOutsideWorkingDirectories": { "type": "boolean" }, "blockWritesOutsideWorkingDirectories": { "type": "boolean" }, "blockReadsExemptPaths": { "type": "array", "items": { "type": "string" } }, "workingDirectoriesAsGiven": { "type": "array", "items": { "type": "string" } }, "workingDirectoriesExclude": { "type": "array", "items": { "type": "string" } }, "disableAutoMode": { "type": "string", "enum": ["disable"] }, "denyInsteadOfPrompting": { "type": "boolean" }, "additionalDirectories": { "type": "array", "items": { "type": "string" } } }, "additionalProperties": {} },
    "model": { "type": "string" },
    "fallbackModel": { "type": "array", "items": { "type": "string" } },
    "availableModels": { "type": "array", "items": { "type": "string" } },
    "enforceAvailableModels": { "type": "boolean" },
    "availableModelsMatch": { "type": "string", "enum": ["prefix", "exact"] },
    "deniedModels": { "type": "array", "items": { "type": "string" } },
    "modelOverrides": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": { "type": "string" } },
    "modelPicker": { "type": "object", "properties": { "options": { "type": "array", "items": { "type": "object", "properties": { "model": { "type": "string" }, "label": { "type": "string" }, "description": { "type": "string" }, "behavesAs": { "type": "string" } }, "required": ["model"] } }, "replaceBuiltInOptions": { "type": "boolean" } }, "required": ["options"] },
    "modelPricing": { "type": "object", "properties": { "multiplier": { "type": "number", "exclusiveMinimum": 0, "maximum": 10 }, "overrides": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": { "type": "object", "properties": { "input": { "type": "number", "minimum": 0, "maximum": 10000 }, "output": { "type": "number", "minimum": 0, "maximum": 10000 }, "cacheRead": { "type": "number", "minimum": 0, "maximum": 10000 }, "cacheWrite": { "type": "number", "minimum": 0, "maximum": 10000 } }, "required": ["input", "output", "cacheRead", "cacheWrite"] } } } },
    "enableAllProjectMcpServers": { "type": "boolean" },
    "enabledMcpjsonServers": { "type": "array", "items": { "type": "string" } },
    "disabledMcpjsonServers": { "type": "array", "items": { "type": "string" } },
    "disableClaudeAiConnectors": { "type": "boolean" },
    "skillOverrides": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": { "type": "string", "enum": ["on", "name-only", "user-invocable-only", "off"] } },
    "disableBundledSkills": { "type": "boolean" },
    "disableDirectMcpSkills": { "type": "boolean" },
    "managedMcpServers": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": {} } },
    "allowedMcpServers": { "type": "array", "items": { "type": "object", "properties": { "serverName": { "type": "string", "pattern": "^[a-zA-Z0-9_-]+$" }, "serverCommand": { "minItems": 1, "type": "array", "items": { "type": "string" } }, "serverUrl": { "type": "string" } } } },
    "deniedMcpServers": { "type": "array", "items": { "type": "object", "properties": { "serverName": { "type": "string", "minLength": 1 }, "serverCommand": { "minItems": 1, "type": "array", "items": { "type": "string" } }, "serverUrl": { "type": "string" } } } },
    "hooks": { "type": "object", "propertyNames": { "type": "string", "enum": ["PreToolUse", "PostToolUse", "PostToolUseFailure", "PostToolBatch", "Notification", "UserPromptSubmit", "UserPromptExpansion", "SessionStart", "SessionEnd", "Stop", "StopFailure", "SubagentStart", "SubagentStop", "PreCompact", "PostCompact", "PreModelSwitch", "PostModelSwitch", "PermissionRequest", "PermissionDenied", "Setup", "TeammateIdle", "TaskCreated", "TaskCompleted", "Elicitation", "ElicitationResult", "ConfigChange", "WorktreeCreate", "WorktreeRemove", "InstructionsLoaded", "CwdChanged", "FileChanged", "DirectoryAdded", "MessageDisplay", "PreSkillShellCommand"] }, "additionalProperties": { "type": "array", "items": { "type": "object", "properties": { "matcher": { "type": "string" }, "hooks": { "type": "array", "items": { "anyOf": [{ "type": "object", "properties": { "type": { "type": "string", "const": "command" }, "command": { "type": "string" }, "args": { "type": "array", "items": { "type": "string" } }, "if": { "type": "string" }, "shell": { "type": "string", "enum": ["bash", "powershell"] }, "timeout": { "type": "number", "exclusiveMinimum": 0 }, "onFailure": { "type": "string", "enum": ["continue", "block"] }, "statusMessage": { "type": "string" }, "once": { "type": "boolean" }, "async": { "type": "boolean" }, "asyncRewake": { "type": "boolean" } }, "required": ["type", "command"] }, { "type": "object", "properties": { "type": { "type": "string", "const": "prompt" }, "prompt": { "type": "string" }, "if": { "type": "string" }, "timeout": { "type": "number", "exclusiveMinimum": 0 }, "model": { "type": "string" }, "continueOnBlock": { "type": "boolean" }, "statusMessage": { "type": "string" }, "once": { "type": "boolean" } }, "required": ["type", "prompt"] }, { "type": "object", "properties": { "type": { "type": "string", "const": "agent" }, "prompt": { "type": "string" }, "if": { "type": "string" }, "timeout": { "type": "number", "exclusiveMinimum": 0 }, "model": { "type": "string" }, "statusMessage": { "type": "string" }, "once": { "type": "boolean" } }, "required": ["type", "prompt"] }, { "type": "object", "properties": { "type": { "type": "string", "const": "http" }, "url": { "type": "string", "format": "uri" }, "if": { "type": "string" }, "timeout": { "type": "number", "exclusiveMinimum": 0 }, "onFailure": { "type": "string", "enum": ["continue", "block"] }, "headers": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": { "type": "string" } }, "allowedEnvVars": { "type": "array", "items": { "type": "string" } }, "statusMessage": { "type": "string" }, "once": { "type": "boolean" } }, "required": ["type", "url"] }, { "type": "object", "properties": { "type": { "type": "string", "const": "mcp_tool" }, "server": { "type": "string" }, "tool": { "type": "string" }, "input": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": {} }, "if": { "type": "string" }, "timeout": { "type": "number", "exclusiveMinimum": 0 }, "onFailure": { "type": "string", "enum": ["continue", "block"] }, "statusMessage": { "type": "string" }, "once": { "type": "boolean" } }, "required": ["type", "server", "tool"] }] } } }, "required": ["hooks"] } } },
    "worktree": { "type": "object", "properties": { "symlinkDirectories": { "type": "array", "items": { "type": "string" } }, "sparsePaths": { "type": "array", "items": { "type": "string" } }, "baseRef": { "type": "string", "enum": ["fresh", "head"] }, "bgIsolation": { "type": "string", "enum": ["worktree", "none"] }, "location": { "type": "string" } } },
    "disableAllHooks": { "type": "boolean" },
    "disableReplyCheck": { "type": "boolean" },
    "disableAgentView": { "type": "boolean" },
    "disableRemoteControl": { "type": "boolean" },
    "disableWorkflows": { "type": "boolean" },
    "disableArtifact": { "type": "boolean" },
    "enableArtifact": { "type": "boolean" },
    "enableWorkflows": { "type": "boolean" },
    "workflowSizeGuideline": { "type": "string", "enum": ["unrestricted", "small", "medium", "large"] },
    "workflowKeywordTriggerEnabled": { "type": "boolean" },
    "disableSkillShellExecution": { "type": "boolean" },
    "disableWindowsBashCommandSplit": { "type": "boolean" },
    "defaultShell": { "type": "string", "enum": ["bash", "powershell"] },
    "bashEditDiffEnabled": { "type": "boolean" },
    "bashOutputMaxChars": { "type": "integer", "exclusiveMinimum": 0, "maximum": 9007199254740991 },
    "taskOutputMaxChars": { "type": "integer", "exclusiveMinimum": 0, "maximum": 9007199254740991 },
    "respondToBashCommands": { "type": "boolean" },
    "allowManagedHooksOnly": { "type": "boolean" },
    "allowedHttpHookUrls": { "type": "array", "items": { "type": "string" } },
    "httpHookAllowedEnvVars": { "type": "array", "items": { "type": "string" } },
    "allowManagedPermissionRulesOnly": { "type": "boolean" },
    "allowManagedMcpServersOnly": { "type": "boolean" },
    "desktopMcpServersListScope": { "type": "string" },
    "allowAllClaudeAiMcps": { "type": "boolean" },
    "allowClaudeInChromeWithManagedMcp": { "type": "boolean" },
    "strictPluginOnlyCustomization": { "anyOf": [{ "type": "boolean" }, { "type": "array", "items": { "type": "string", "enum": ["skills", "agents", "hooks", "mcp"] } }] },
    "statusLine": { "type": "object", "properties": { "type": { "type": "string", "const": "command" }, "command": { "type": "string" }, "padding": { "type": "number" }, "refreshInterval": { "type": "number", "minimum": 1 }, "hideVimModeIndicator": { "type": "boolean" } }, "required": ["type", "command"] },
    "prUrlTemplate": { "type": "string" },
    "footerLinksRegexes": { "type": "array", "items": { "anyOf": [{ "type": "object", "properties": { "type": { "type": "string", "const": "regex" }, "pattern": { "type": "string" }, "url": { "type": "string" }, "label": { "type": "string" } }, "required": ["type", "pattern", "url"], "additionalProperties": {} }, { "type": "object", "properties": { "type": { "type": "string" } }, "required": ["type"], "additionalProperties": {} }] } },
    "subagentStatusLine": { "type": "object", "properties": { "type": { "type": "string", "const": "command" }, "command": { "type": "string" } }, "required": ["type", "command"] },
    "enabledPlugins": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": { "anyOf": [{ "type": "array", "items": { "type": "string" } }, { "type": "boolean" }, { "not": {} }] } },
    "prependPlugins": { "type": "array", "items": { "type": "string" } },
    "appendPlugins": { "type": "array", "items": { "type": "string" } },
    "extraKnownMarketplaces": { "type": "object" },
    "additionalMarketplaces": { "type": "object" },
    "strictKnownMarketplaces": { "type": "array" },
    "allowedMarketplaces": { "type": "array" },
    "blockedMarketplaces": { "type": "array" },
    "disableCommandPluginSources": { "type": "boolean" },
    "disableSideloadFlags": { "type": "boolean" },
    "pluginSuggestionMarketplaces": { "type": "array" },
    "forceLoginMethod": { "type": "string", "enum": ["claudeai", "console", "gateway"] },
    "forceLoginGatewayUrl": { "type": "string", "minLength": 1 },
    "gatewayInternalNetworks": { "type": "array", "items": { "type": "string" } },
    "parentSettingsBehavior": { "type": "string", "enum": ["first-wins", "merge"] },
    "managedSourcesBehavior": { "type": "string", "enum": ["first-wins", "merge"] },
    "forceLoginOrgUUID": { "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] },
    "allowNestedModelAccessUnderForceLogin": { "type": "boolean" },
    "allowedProviders": { "type": "array", "items": { "type": "string", "enum": ["anthropic", "customEndpoint", "bedrock", "vertex", "foundry", "anthropicAws", "mantle", "gateway"] } },
    "forceRemoteSettingsRefresh": { "type": "boolean" },
    "otelHeadersHelper": { "type": "string" },
    "outputStyle": { "type": "string" },
    "viewMode": { "type": "string", "enum": ["default", "verbose", "focus"] },
    "language": { "type": "string" },
    "skipWebFetchPreflight": { "type": "boolean" },
    "sandbox": { "type": "object", "properties": { "enabled": { "type": "boolean" }, "failIfUnavailable": { "type": "boolean" }, "autoAllowBashIfSandboxed": { "type": "boolean" }, "allowUnsandboxedCommands": { "type": "boolean" }, "network": { "type": "object", "properties": { "allowedDomains": { "type": "array", "items": { "type": "string" } }, "deniedDomains": { "type": "array", "items": { "type": "string" } }, "strictAllowlist": { "type": "boolean" }, "allowManagedDomainsOnly": { "type": "boolean" }, "allowUnixSockets": { "type": "array", "items": { "type": "string" } }, "allowAllUnixSockets": { "type": "boolean" }, "allowLocalBinding": { "type": "boolean" }, "allowMachLookup": { "type": "array", "items": { "type": "string" } }, "httpProxyPort": { "type": "number" }, "socksProxyPort": { "type": "number" }, "tlsTerminate": { "type": "object", "properties": { "caCertPath": { "type": "string", "minLength": 1 }, "caKeyPath": { "type": "string", "minLength": 1 } } } } }, "filesystem": { "type": "object", "properties": { "allowWrite": { "type": "array", "items": { "type": "string" } }, "denyWrite": { "type": "array", "items": { "type": "string" } }, "denyRead": { "type": "array", "items": { "type": "string" } }, "allowRead": { "type": "array", "items": { "type": "string" } }, "allowManagedReadPathsOnly": { "type": "boolean" }, "disabled": { "type": "boolean" } } }, "credentials": { "type": "object", "properties": { "files": { "type": "array", "items": { "type": "object", "properties": { "path": { "type": "string", "minLength": 1 }, "mode": { "type": "string", "enum": ["deny", "mask"] }, "extract": { "type": "string" }, "onExtractNoMatch": { "type": "string", "enum": ["warn", "deny", "error"] }, "decode": { "type": "string", "enum": ["jwt"] }, "maskClaims": { "type": "array", "items": { "type": "string" } }, "maskDuplicates": { "type": "boolean" }, "injectHosts": { "type": "array", "items": { "type": "string" } } }, "required": ["path", "mode"] } }, "envVars": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "mode": { "type": "string", "enum": ["deny", "mask"] }, "extract": { "type": "string" }, "onExtractNoMatch": { "type": "string", "enum": ["warn", "deny", "error"] }, "decode": { "type": "string", "enum": ["jwt"] }, "maskClaims": { "type": "array", "items": { "type": "string" } }, "injectHosts": { "type": "array", "items": { "type": "string" } } }, "required": ["name", "mode"] } }, "allowPlaintextInject": { "type": "boolean" }, "awsPairs": { "type": "array", "items": { "type": "object", "properties": { "accessKeyIdVar": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "secretAccessKeyVar": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "sessionTokenVar": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } }, "required": ["accessKeyIdVar", "secretAccessKeyVar"] } }, "sigv4": { "type": "object", "properties": { "streaming": { "type": "string", "enum": ["deny", "passthrough"] }, "presigned": { "type": "string", "enum": ["deny", "passthrough"] }, "sigv4a": { "type": "string", "enum": ["deny", "passthrough"] } } } } }, "ignoreViolations": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": { "type": "array", "items": { "type": "string" } } }, "enableWeakerNestedSandbox": { "type": "boolean" }, "allowNestedUserNamespaces": { "type": "boolean" }, "enableWeakerNetworkIsolation": { "type": "boolean" }, "allowAppleEvents": { "type": "boolean" }, "excludedCommands": { "type": "array", "items": { "type": "string" } }, "ripgrep": { "type": "object", "properties": { "command": { "type": "string" }, "args": { "type": "array", "items": { "type": "string" } } }, "required": ["command"] }, "bwrapPath": { "type": "string" }, "socatPath": { "type": "string" } }, "additionalProperties": {} },
    "feedbackSurveyRate": { "type": "number", "minimum": 0, "maximum": 1 },
    "feedbackDrafts": { "type": "string", "enum": ["notify", "quiet", "off"] },
    "spinnerTipsEnabled": { "type": "boolean" },
    "spinnerVerbs": { "type": "object", "properties": { "mode": { "type": "string", "enum": ["append", "replace"] }, "verbs": { "type": "array", "items": { "type": "string" } } }, "required": ["mode", "verbs"] },
    "spinnerTipsOverride": { "type": "object", "properties": { "excludeDefault": { "type": "boolean" }, "tips": { "type": "array", "items": { "anyOf": [{ "type": "string" }, { "type": "object", "properties": {}, "additionalProperties": {} }] } }, "tipsFile": { "type": "string" }, "label": { "type": "string" } }, "additionalProperties": {} },
    "syntaxHighlightingDisabled": { "type": "boolean" },
    "maxProseWidth": { "type": "integer", "minimum": 40, "maximum": 9007199254740991 },
    "spellcheck": { "type": "object", "properties": { "enabled": { "type": "boolean" }, "checker": { "type": "string" }, "language": { "type": "string" }, "color": { "type": "string" } }, "additionalProperties": {} },
    "terminalTitleFromRename": { "type": "boolean" },
    "promptCacheTtl": { "type": "string", "enum": ["5m", "1h"] },
    "subagentPromptCacheTtl": { "type": "string", "enum": ["5m", "1h"] },
    "alwaysThinkingEnabled": { "type": "boolean" },
    "effortLevel": { "type": "string", "enum": ["low", "medium", "high", "xhigh"] },
    "maxEffortLevel": { "type": "string", "enum": ["low", "medium", "high", "xhigh", "max"] },
    "modelSettings": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": { "type": "object", "properties": { "effortLevel": { "type": "string", "enum": ["low", "medium", "high", "xhigh"] }, "maxEffortLevel": { "type": "string", "enum": ["low", "medium", "high", "xhigh", "max"] }, "autoCompactWindow": { "anyOf": [{ "type": "string", "const": "auto" }, { "type": "integer", "minimum": 100000, "maximum": 9007199254740991 }] } }, "additionalProperties": {} } },
    "ultracode": { "type": "boolean" },
    "autoCompactWindow": { "type": "integer", "minimum": 100000, "maximum": 9007199254740991 },
    "advisorModel": { "type": "string" },
    "fastMode": { "type": "boolean" },
    "fastModePerSessionOptIn": { "type": "boolean" },
    "promptSuggestionEnabled": { "type": "boolean" },
    "emojiCompletionEnabled": { "type": "boolean" },
    "showClearContextOnPlanAccept": { "type": "boolean" },
    "askUserQuestionTimeout": { "type": "string", "enum": ["60s", "5m", "10m", "never"] },
    "dialogExpiry": { "type": "string", "enum": ["60s", "5m", "10m", "never"] },
    "agent": { "type": "string" },
    "companyAnnouncements": { "type": "array", "items": { "type": "string" } },
    "pluginConfigs": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": { "anyOf": [{ "type": "object", "properties": { "mcpServers": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": { "anyOf": [{ "type": "string" }, { "type": "number" }, { "type": "boolean" }, { "type": "array", "items": { "type": "string" } }] } } }, "options": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": { "anyOf": [{ "type": "string" }, { "type": "number" }, { "type": "boolean" }, { "type": "array", "items": { "type": "string" } }] } } } }, { "not": {} }] } },
    "remote": { "type": "object", "properties": { "defaultEnvironmentId": { "type": "string" } } },
    "autoUpdatesChannel": { "type": "string", "enum": ["latest", "stable", "rc"] },
    "minimumVersion": { "type": "string" },
    "requiredMinimumVersion": { "type": "string" },
    "requiredMaximumVersion": { "type": "string" },
    "downloadsMirrorUrl": { "type": "string" },
    "plansDirectory": { "type": "string" },
    "tui": { "type": "string", "enum": ["default", "fullscreen"] },
    "voice": { "type": "object", "properties": { "enabled": { "type": "boolean" }, "mode": { "type": "string", "enum": ["hold", "tap"] }, "autoSubmit": { "type": "boolean" } } },
    "channelsEnabled": { "type": "boolean" },
    "allowedChannelPlugins": { "type": "array", "items": { "type": "object", "properties": { "marketplace": { "type": "string" }, "plugin": { "type": "string" } }, "required": ["marketplace", "plugin"] } },
    "prefersReducedMotion": { "type": "boolean" },
    "timeFormat": { "anyOf": [{ "type": "string", "enum": ["auto", "12-hour", "24-hour", "24-hour-utc"] }, { "type": "string" }] },
    "timeZone": { "type": "string" },
    "autoMemoryEnabled": { "type": "boolean" },
    "autoMemoryDirectory": { "type": "string" },
    "autoDreamEnabled": { "type": "boolean" },
    "showThinkingSummaries": { "type": "boolean" },
    "skipDangerousModePermissionPrompt": { "type": "boolean" },
    "disableAutoMode": { "type": "string", "enum": ["disable"] },
    "sshConfigs": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "name": { "type": "string" }, "sshHost": { "type": "string" }, "sshPort": { "type": "integer", "minimum": -9007199254740991, "maximum": 9007199254740991 }, "sshIdentityFile": { "type": "string" }, "startDirectory": { "type": "string" } }, "required": ["id", "name", "sshHost"] } },
    "sshHostCommands": { "type": "array" },
    "claudeMd": { "type": "string" },
    "claudeMdExcludes": { "type": "array", "items": { "type": "string" } },
    "pluginTrustMessage": { "type": "string" },
    "theme": { "anyOf": [{ "type": "string", "enum": ["auto", "dark", "light", "light-daltonized", "dark-daltonized", "light-ansi", "dark-ansi"] }, { "type": "string", "pattern": "^custom:.*" }] },
    "editorMode": { "type": "string", "enum": ["normal", "vim"] },
    "keybindingFlavor": { "type": "string", "enum": ["classic", "readline"] },
    "vimInsertModeRemaps": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": {} },
    "verbose": { "type": "boolean" },
    "preferredNotifChannel": { "type": "string", "enum": ["auto", "iterm2", "terminal_bell", "iterm2_with_bell", "kitty", "ghostty", "notifications_disabled"] },
    "autoCompactEnabled": { "type": "boolean" },
    "precomputeCompactionEnabled": { "type": "boolean" },
    "idleCompaction": { "type": "boolean" },
    "switchModelsOnFlag": { "type": "boolean" },
    "autoContinueAtUsageLimit": { "type": "boolean" },
    "autoScrollEnabled": { "type": "boolean" },
    "wheelScrollAccelerationEnabled": { "type": "boolean" },
    "fileCheckpointingEnabled": { "type": "boolean" },
    "showTurnDuration": { "type": "boolean" },
    "showMessageTimestamps": { "type": "boolean" },
    "terminalProgressBarEnabled": { "type": "boolean" },
    "todoFeatureEnabled": { "type": "boolean" },
    "teammateMode": { "type": "string", "enum": ["auto", "tmux", "iterm2", "in-process"] },
    "remoteControlAtStartup": { "type": "boolean" },
    "isolatePeerMachines": { "type": "boolean" },
    "daemonColdStart": { "type": "string", "enum": ["transient", "ask"] },
    "crossSessionInbound": { "type": "string", "enum": ["accept", "hold", "refuse"] },
    "autoUploadSessions": { "type": "boolean" },
    "inputNeededNotifEnabled": { "type": "boolean" },
    "agentPushNotifEnabled": { "type": "boolean" },
    "skipAutoPermissionPrompt": { "type": "boolean" },
    "useAutoModeDuringPlan": { "type": "boolean" },
    "autoMode": { "type": "object", "properties": { "allow": { "type": "array", "items": { "type": "string" } }, "soft_deny": { "type": "array", "items": { "type": "string" } }, "hard_deny": { "type": "array", "items": { "type": "string" } }, "environment": { "type": "array", "items": { "type": "string" } }, "classifyAllShell": { "type": "boolean" } } },
    "disableDeepLinkRegistration": { "type": "string", "enum": ["disable"] },
    "voiceEnabled": { "type": "boolean" },
    "defaultView": { "type": "string", "enum": ["chat", "transcript"] },
    "axScreenReader": { "type": "boolean" },
};

;// CONCATENATED MODULE: ./lib/inputs/tool-rules.js

/**
 * The rules of an input, one a line or separated by commas: `Name` or `Name(...)`, as Claude Code's settings take them
 * (https://code.claude.com/docs/en/settings#permission-settings). Comments, from `#` at the start of a line or behind white
 * space, come off first; inside brackets and quotes `#` and commas belong to the rule. Notes every rule that is none.
 */
function parseToolRules(form, name, place) {
    const kind = name === 'allowed-tools' ? 'allow' : 'deny';
    const rules = [];
    for (const [at, line] of form.text(name).split('\n').entries()) {
        const split = splitLine(line);
        if (split === undefined)
            form.refuse(name, { part: line.trim(), must: `can be read in two ways (line ${at + 1})`, fix: TWO_WAYS });
        for (const rule of split ?? []) {
            const found = checkRule(rule, kind);
            const must = `${found?.must ?? ''} (line ${at + 1})`;
            if (found?.isHarmless === true)
                form.warn(`${name}: ${JSON.stringify(rule)} ${must}.`);
            else if (found !== undefined)
                form.refuse(name, { part: rule, must, fix: found.fix });
            rules.push(anchorRule(rule, place?.directory ?? ''));
        }
    }
    return rules;
}
const TWO_WAYS = 'Write one rule a line, and \\( or \\) for a bracket that is part of a command.';
/** The rules of one line. Where only one reading gives rules it counts; undefined says that both do, and differ. */
function splitLine(line) {
    const [plain, quoted] = [splitAs('plain', line), splitAs('quoted', line)];
    const isSame = JSON.stringify(plain) === JSON.stringify(quoted);
    if (isSame || !quoted.every((rule) => isRuleAs('quoted', rule)))
        return plain;
    return plain.every((rule) => isRuleAs('plain', rule)) ? undefined : quoted;
}
/** Cuts a line at commas and before a comment, where both are outside brackets. */
function splitAs(reading, line) {
    const items = [''];
    for (const { text, depth, before } of pieces(reading, line)) {
        if (text === '#' && depth === 0 && /^$|\s/.test(before))
            break;
        if (text === ',' && depth === 0)
            items.push('');
        else
            items.push((items.pop() ?? '') + text);
    }
    return items.map((item) => item.trim()).filter((item) => item !== '');
}
/** A line in pieces: single characters, escaped ones, and texts in quotes; `depth` counts the brackets open behind each. */
function* pieces(reading, line) {
    let depth = 0;
    for (let at = 0; at < line.length;) {
        const character = line.charAt(at);
        const heedsQuote = /["']/.test(character) && (reading === 'quoted' || depth === 0);
        const end = character === '\\' ? at + 1 : heedsQuote ? Math.max(at, line.indexOf(character, at + 1)) : at;
        if (character === '(')
            depth += 1;
        if (character === ')')
            depth -= 1;
        yield { text: line.slice(at, end + 1), depth, before: line.charAt(at - 1) };
        at = end + 1;
    }
}
const RULE = /^([\w*.:-]+)(?:\((.*)\))?$/s;
/** Whether a text is `Name` or `Name(...)`, and its first bracket is open until the end. */
function isRuleAs(reading, rule) {
    if (!RULE.test(rule))
        return false;
    const depths = [...pieces(reading, rule.slice(0, -1))].map(({ depth }) => depth);
    const opened = depths.indexOf(1);
    return opened === -1 || depths.slice(opened).every((depth) => depth > 0);
}
const isRule = (rule) => isRuleAs('plain', rule) || isRuleAs('quoted', rule);
/** How often a character is in a text without a backslash before it. */
function unescaped(text, character) {
    return text.replaceAll(/\\./gs, '').split(character).length - 1;
}
/** What is wrong with one rule, by the grammar that Claude Code's settings hold it to (2.1.330); undefined when nothing is. */
function checkRule(rule, kind) {
    const [, tool, content] = isRule(rule) ? (RULE.exec(rule) ?? []) : [];
    if (tool === undefined)
        return shapeFinding(rule);
    if (content === '')
        return { must: 'must have something between its brackets', fix: `Write \`${tool}\` for all of the tool.` };
    // Claude Code drops such a rule as ambiguous.
    if (content !== undefined && /(?:^|[^\\])\\[()]/.test(content) && unescaped(content, '(') !== unescaped(content, ')'))
        return { must: 'must have a backslash before all of its inner brackets, or before none' };
    if (tool.includes('*') && kind === 'allow' && !/^mcp__[^*]+__/.test(tool))
        return { must: 'must name the tool it allows: only mcp__<server>__* may have a *' };
    if (tool.startsWith('mcp__')) {
        const must = 'must have no brackets: rules for tools of MCP servers are names';
        return content === undefined ? mcpFinding(tool) : { must, fix: `Write \`${tool}\`.` };
    }
    if (tool.includes('*')) {
        const must = 'must have no brackets behind a name with *: such a rule matches nothing';
        return content === undefined ? patternFinding(tool, kind) : { must, fix: 'Write a rule for each tool.' };
    }
    if (!KNOWN_TOOLS.includes(tool))
        return misspelt(nearTool(tool), kind);
    return content === undefined ? undefined : contentFinding(tool, content, kind);
}
/** Letters of other kinds in the name of a server or tool are `_` in the rule (seen with 2.1.332). */
function mcpFinding(tool) {
    if (/[:.]/.test(tool))
        return { must: 'must be a name of letters, digits, _ and -', fix: MCP_RULES };
    if (tool.length > 5 && tool.endsWith('__'))
        return { must: 'must name a tool behind the last __', fix: MCP_RULES };
    return undefined;
}
const MCP_RULES = 'Write `mcp__<server>` for all tools of a server, or `mcp__<server>__<tool>`.';
/** A name with `*`, which Claude Code matches with upper and lower case (2.1.332). */
function patternFinding(tool, kind) {
    const source = tool.split('*').map(escaped).join('.*');
    const matched = (flags) => KNOWN_TOOLS.find((name) => new RegExp(`^${source}$`, flags).test(name));
    return matched('') === undefined ? misspelt(nearTool(tool) ?? matched('i'), kind) : undefined;
}
const escaped = (text) => text.replaceAll(/[.?+^$(){}|[\]\\]/g, String.raw `\$&`);
function shapeFinding(rule) {
    const must = 'must be a rule, Name or Name(...)';
    const bare = rule.replace(/^[\s"'`[]+|[\s"'`\]]+$/g, '');
    if (bare !== rule && isRule(bare))
        return { must: `${must}, without quotes, square brackets or spaces around it`, fix: `Write \`${bare}\`.` };
    const closed = rule.replace(/^(\w+)\s+\(/, '$1(');
    if (closed !== rule && isRule(closed))
        return { must: `${must}, without a space`, fix: `Write \`${closed}\`.` };
    const isOpen = unescaped(rule, '(') > unescaped(rule, ')');
    return { must: isOpen ? `${must}, with its closing bracket on the same line` : `${must}; comments begin with #` };
}
/** A tool that the name is but for its spelling, or but for what comes behind a `:` that should be brackets, as in `Bash:touch`. */
function nearTool(tool) {
    const names = [bareName(tool), bareName(tool.split(/[:.]/)[0] ?? '')];
    const known = KNOWN_TOOLS.find((each) => names.includes(bareName(each)));
    return known ?? (/^mcp__/i.test(tool) ? `mcp__${tool.slice(5)}` : undefined);
}
function misspelt(meant, kind) {
    if (meant === undefined)
        return { must: 'names no tool that this release knows, and may match nothing', isHarmless: true };
    const must = `matches nothing: the tool is called ${meant}`;
    return { must, fix: `Write \`${meant}\`.`, isHarmless: kind === 'allow' };
}
const bareName = (tool) => tool.toLowerCase().replaceAll(/[^a-z\d]/g, '');
const PATH_TOOLS = /^((?:Read|Write|Edit|MultiEdit|Glob|Grep|LS|NotebookRead|NotebookEdit|Cd)\()\/(?!\/)/;
/**
 * A rule that means the same from any settings file: `/` at the start of its path stands for the folder of the file with the
 * rule, which is another one once all settings are in one file, and `//` for the root of the file system (seen with 2.1.330).
 */
function anchorRule(rule, directory) {
    if (!PATH_TOOLS.test(rule))
        return rule;
    const folder = directory.replaceAll('\\', '/').replaceAll(/[[\]*?]/g, String.raw `\$&`);
    return rule.replace(PATH_TOOLS, (_, start) => `${start}/${folder === '/' ? '' : folder}/`);
}
const FILE_TOOLS = ['Read', 'Write', 'Edit', 'Glob', 'NotebookEdit'];
/** Contents that the settings of Claude Code refuse, so that the rule would be dropped without a word, or that match nothing. */
function contentFinding(tool, content, kind) {
    if (content.trim() !== content) {
        const must = 'must have no blanks at the edges of its brackets: with them it matches nothing';
        return { must, fix: `Write \`${tool}(${content.trim()})\`.` };
    }
    if (FILE_TOOLS.includes(tool) && /^(["']).*\1$/.test(content)) {
        const must = 'must have no quotes in its brackets: they would be part of the path';
        return { must, fix: `Write \`${tool}(${content.slice(1, -1)})\`.` };
    }
    if (FILE_TOOLS.includes(tool) && content.includes(':*'))
        return { must: 'must not have :*, which is for Bash: files match by * and **' };
    if (tool === 'WebFetch' && !/^domain:(?:[^\s/:"'?#@]+|\[[\da-fA-F:.]+\])$/.test(content))
        return { must: 'must name a host, as in WebFetch(domain:example.com)' };
    if (tool === 'WebSearch' && /[*?]/.test(content))
        return { must: 'must not have * or ?' };
    if (COMMAND_TOOLS.includes(tool))
        return commandFinding(tool, content, kind);
    if (!['Write', 'NotebookEdit', 'Glob'].includes(tool))
        return undefined;
    const better = tool === 'Glob' ? 'Read' : 'Edit';
    const must = `matches no file: ${better} with the same path covers ${tool} too`;
    return { must, fix: `Write \`${better}(${content})\`.`, isHarmless: kind === 'allow' };
}
const COMMAND_TOOLS = ['Bash', 'Monitor', 'PowerShell'];
/** Behind plain words a `:` is none of a command; behind others, such as `80:*` and `"fix: *`, it may be. */
const ENDS_WRONG = /\s:\*$|:\*(?::?\*)+$|^[\w./ -]+(?::\s+\*+|:)$|^[\w./-]+:\*\s+\*+$/;
/** Commands that no command is like: each of these forms denied nothing of 2.1.332 that it names. */
function commandFinding(tool, content, kind) {
    if (content === ':*')
        return { must: 'must have a command before :*' };
    if (ENDS_WRONG.test(content)) {
        const must = 'must end in :* alone to match what begins so: as it is, it matches nothing';
        return { must, fix: `Write \`${tool}(${content.replace(/[\s:*]+$/, '')}:*)\`.` };
    }
    if (/\*.*:\*$/.test(content)) {
        const must = 'must not have a * before :*, where it stands for itself';
        return { must, fix: `Write \`${tool}(${content.slice(0, -2)} *)\`.` };
    }
    if (!/^(["'])[\w./-]+\1/.test(content))
        return undefined;
    const must = 'matches only commands that have these quotes around the program';
    const fix = `Write \`${tool}(${content.replace(/^(["'])([\w./-]+)\1/, '$2')})\`.`;
    return { must, fix, isHarmless: kind === 'allow' };
}

;// CONCATENATED MODULE: ./lib/inputs/schemas.js




/** ajv, loaded when it is needed. Through `default`, which its CommonJS has in Node as in the bundle. */
async function schemaValidator(options) {
    const { default: loaded } = await __webpack_require__.e(/* import() */ 463).then(__webpack_require__.t.bind(__webpack_require__, 42463, 19));
    return new loaded.default({ validateFormats: false, logger: false, ...options });
}
/** The longest argument that Linux takes, in bytes, less the name of the flag (`MAX_ARG_STRLEN`, execve(2)). */
const LONGEST_ARGUMENT = 128 * 1024 - 64;
/**
 * Holds a schema of the structured result to what Claude Code takes: JSON Schema draft 7, checked by the same validator
 * (ajv 8, strict; seen with 2.1.330, which ends at once when it is none), of an object, since the result is a tool's input.
 */
async function checkResultSchema(schema) {
    const validator = await schemaValidator({});
    try {
        validator.compile(schema);
    }
    catch (error) {
        const reason = error instanceof Error ? error.message.replace(/^schema is invalid: /, '') : String(error);
        const isDraft = typeof schema.$schema === 'string' && reason.startsWith('no schema with key or ref');
        if (!isDraft)
            return refused(`must be a JSON schema: ${reason.slice(0, 200)}`);
        const fix = 'Remove `$schema` from the schema.';
        return refused('must be a JSON schema of draft 7: Claude Code knows no other $schema', { fix });
    }
    const types = [schema.type ?? 'object'].flat();
    if (!types.includes('object'))
        return refused('must describe an object: put a list or a text into a property of one');
    const text = JSON.stringify(schema);
    return new TextEncoder().encode(text).length > LONGEST_ARGUMENT
        ? refused('must be shorter: with more than 128 kB it fits into no command line')
        : accepted(text);
}
/** What in settings the Claude Code of this release refuses: with one such value it drops them all, deny rules too. Unknown keys pass. */
async function checkSettingsShape({ env, ...others }) {
    const validator = await schemaValidator({ strict: false, allErrors: true });
    // To compile all of it takes a third of a second.
    const named = Object.entries(SETTINGS_SCHEMA).filter(([key]) => key in others);
    const validate = validator.compile({ type: 'object', properties: Object.fromEntries(named) });
    validate(others);
    const found = (validate.errors ?? []).filter(({ schemaPath, keyword }) => !schemaPath.includes('/anyOf/') && keyword !== 'propertyNames');
    const problems = [...new Set(found.map(schemas_describe))];
    if (env !== undefined && !(0,lib_json/* isRecord */.u4)(env))
        return [...problems, 'env must be object'];
    // It takes numbers and booleans as texts, and leaves out what is neither.
    const wrong = Object.entries(env ?? {}).filter(([, value]) => !isScalar(value));
    return [...problems, ...wrong.map(([name]) => `env.${name} must be string`)];
}
const isScalar = (value) => ['string', 'number', 'boolean'].includes(typeof value);
function schemas_describe({ instancePath, keyword, message, params, propertyName }) {
    const path = instancePath
        .slice(1)
        .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
        .replaceAll('/', '.')
        .replaceAll('~1', '/');
    if (propertyName !== undefined)
        return `${path}.${propertyName} is not known to Claude Code`;
    if (keyword === 'anyOf')
        return `${path} must be one of the forms that Claude Code knows`;
    const allowed = Reflect.get(params, 'allowedValues');
    return `${path} ${message ?? 'is wrong'}${Array.isArray(allowed) ? `: ${allowed.join(', ')}` : ''}`;
}
/** The variables of `env`, numbers and booleans as texts. */
function environmentTexts(settings) {
    const env = settings?.env;
    if (!(0,lib_json/* isRecord */.u4)(env))
        return {};
    return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (isScalar(value) ? [[name, String(value)]] : [])));
}
/** What is wrong with the permission rules of settings, with the path of each. */
function wrongRules(settings) {
    return ['allow', 'ask', 'deny'].flatMap((list) => {
        const rules = (0,lib_json/* fieldOf */._F)(settings.permissions, list);
        const texts = Array.isArray(rules) ? rules.filter((rule) => typeof rule === 'string') : [];
        return texts.flatMap((rule, at) => {
            const found = checkRule(rule, list === 'allow' ? 'allow' : 'deny');
            return found === undefined ? [] : [{ path: `permissions.${list}[${at}]`, ...found }];
        });
    });
}

;// CONCATENATED MODULE: ./lib/inputs/settings.js
/** The modes Claude Code knows; see its documentation of permission modes. */
const PERMISSION_MODES = ['plan', 'dontAsk', 'acceptEdits', 'auto', 'bypassPermissions'];

;// CONCATENATED MODULE: ./lib/inputs/agent.js












/** Node's timers count milliseconds in 31 bits (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args). */
const LONGEST_TIMEOUT_MINUTES = 35_791;
/** How the agent works. */
async function parseAgent(form, { place, region, env, isTrusted }) {
    const minutes = form.required('timeout-minutes', positiveNumber({ max: LONGEST_TIMEOUT_MINUTES }), NaN);
    const schema = await parseJsonInput(form, 'json-schema', place);
    return {
        workingDirectory: place?.directory ?? '',
        appendSystemPrompt: form.optional('append-system-prompt', anyText),
        fallbackModel: form.optional('fallback-model', listOf(modelIn(region, 'aws-region')))?.join(','),
        allowedTools: parseToolRules(form, 'allowed-tools', place),
        disallowedTools: parseToolRules(form, 'disallowed-tools', place),
        permissionMode: form.required('permission-mode', oneOf(PERMISSION_MODES), 'dontAsk'),
        maxTurns: form.optional('max-turns', wholeNumber({ min: 1 })),
        maxBudgetUsd: form.optional('max-budget-usd', positiveNumber()),
        timeoutMs: Math.ceil(minutes * 60_000),
        jsonSchema: schema && form.take('json-schema', await checkResultSchema(schema.value)),
        mcpConfig: await parseMcpConfig(form, place),
        requireMcpServers: form.required('require-mcp-servers', yesOrNo, true),
        failOnDenial: form.required('fail-on-denial', yesOrNo, false),
        plugins: parsePlugins(form, place, isTrusted),
        effort: form.optional('effort', oneOf(EFFORT_LEVELS)),
        claudeArgs: form.required('claude-args', isTrusted ? claudeArgs : argsWithoutConfiguration, []),
        environment: parseAgentVariables(form, env),
        trustsCheckout: isTrusted,
    };
}
const agent_NAME = /^[A-Za-z_]\w*$/;
/** The input `environment`: lines with `=` are one assignment to their end, others hold names to pass on from `env`, between commas. */
function parseAgentVariables(form, env) {
    const names = [];
    const values = {};
    for (const [at, line] of form.text('environment').split(/\r?\n/).entries()) {
        const equals = line.indexOf('=');
        const isAssignment = equals !== -1;
        const given = isAssignment ? [line.slice(0, equals).trimStart()] : splitList(line);
        for (const name of given) {
            const reason = (0,variable_names/* reasonToWithhold */.Nq)(name);
            if (!agent_NAME.test(name)) {
                const must = 'must be the name of an environment variable, or NAME=value without spaces before =';
                // The text before `=` may be a part of a secret that was given alone.
                form.refuse('environment', { part: isAssignment ? undefined : name, must: `${must} (line ${at + 1})` });
                continue;
            }
            if (reason !== undefined) {
                const must = `must not be handed to the agent: it ${reason} (line ${at + 1})`;
                form.refuse('environment', { part: name, must, fix: `Remove \`${name}\` from \`environment\`.` });
                continue;
            }
            if (names.includes(name) || name in values) {
                const must = `must be given once (line ${at + 1})`;
                form.refuse('environment', { part: name, must, fix: 'Remove one of the two.' });
            }
            if (isAssignment)
                values[name] = line.slice(equals + 1);
            else
                names.push(name);
        }
    }
    const absent = names.filter((name) => env[name] === undefined);
    if (absent.length > 0)
        form.warn(`environment names ${absent.join(', ')}, which the environment of this step does not have.`);
    for (const [name, value] of Object.entries(values))
        if (/^(["']).*\1$/.test(value))
            form.warn(`environment: the quotes around the value of ${name} are part of it.`);
    return { names, values };
}
/** Flags that the action passes itself (https://code.claude.com/docs/en/cli-reference). */
const PASSED_ALWAYS = ['-p', '--print', '--output-format', '--input-format', '--verbose'];
/** Flags that the action passes for an input, and that input. */
const INPUT_FOR = {
    ...named('model', 'effort', 'fallback-model', 'max-turns', 'max-budget-usd', 'max-thinking-tokens', 'permission-mode'),
    ...named('allowed-tools', 'disallowed-tools', 'append-system-prompt', 'json-schema', 'settings', 'mcp-config'),
    '--dangerously-skip-permissions': 'permission-mode',
    '--allowedTools': 'allowed-tools',
    '--disallowedTools': 'disallowed-tools',
    '--append-system-prompt-file': 'append-system-prompt',
    '--resume': 'resume-session',
    '-r': 'resume-session',
};
/** Flags with the names of their inputs. */
function named(...names) {
    return Object.fromEntries(names.map((name) => [`--${name}`, name]));
}
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
    // A value may come behind `=`, or, with a flag of one letter, directly behind it.
    const isFlag = (arg, flag) => arg === flag || arg.startsWith(/^-\w$/.test(flag) ? flag : `${flag}=`);
    const flags = [...PASSED_ALWAYS, ...Object.keys(INPUT_FOR)];
    const flag = args.map((arg) => flags.find((owned) => isFlag(arg, owned))).find(Boolean);
    return flag === undefined ? accepted(args) : refuseFlag(flag);
};
/**
 * Flags that load nothing that the checkout could have written, by `claude --help` of 2.1.332 (November 2026). Others, such as
 * `--add-dir`, `--agents`, `--plugin-dir` and `--system-prompt-file`, take files or folders, or bring settings of the checkout back.
 */
const LOAD_NOTHING = new Set([
    ...['--autocompact', '--betas', '--brief', '--disable-slash-commands', '--exclude-dynamic-system-prompt-sections'],
    ...['--forward-subagent-text', '--include-hook-events', '--include-partial-messages', '--name', '-n', '--no-chrome'],
    ...['--no-session-persistence', '--prompt-suggestions', '--replay-user-messages', '--restricted', '--safe-mode'],
    ...['--session-id', '--strict-mcp-config', '--system-prompt', '--system-prompt-snapshot', '--tools'],
]);
/** The same where the checkout is not trusted: only flags that are known to load nothing of it. */
const argsWithoutConfiguration = (text) => {
    const parsed = claudeArgs(text);
    if (!parsed.ok)
        return parsed;
    const loading = parsed.value.find((arg) => arg.startsWith('-') && !LOAD_NOTHING.has(arg.split('=', 1)[0] ?? ''));
    if (loading === undefined)
        return parsed;
    // No value: it may be a secret.
    const flag = /^-[\w-]*/.exec(loading)?.[0] ?? '';
    return refused(`must not have ${flag} where the checkout is not trusted: it may load files that strangers wrote`, {
        fix: [
            `Remove \`${flag}\` from \`claude-args\`. Or, if whoever can change the checkout may decide what the agent does:`,
            (0,errors/* yaml */.oQ)("with:\n  trust-project-config: 'true'"),
        ],
    });
};
/** shell-quote gives `{ comment }`, `{ op: 'glob' }` or the operator as `op` for what is no plain argument. */
function describeShell(entry) {
    if ('comment' in entry)
        return "must not have a comment: put an argument with # in quotes, as in '#1'";
    const operator = 'op' in entry ? String(entry.op) : '';
    const what = operator === 'glob' ? 'a pattern of file names (* or ?)' : `the shell's ${operator}`;
    return `must not have ${what}: no shell runs them, so put such an argument in quotes, as in 'Bash(git *)'`;
}
function refuseFlag(flag) {
    const input = INPUT_FOR[flag];
    const remove = `Remove \`${flag}\` from \`claude-args\``;
    if (input === undefined)
        return refused(`must not have ${flag}, which the action itself passes`, { fix: `${remove}.` });
    const value = flag === '--dangerously-skip-permissions' ? 'bypassPermissions' : DECLARED_INPUTS[input].example;
    return refused(`must not have ${flag}, which has an input of its own`, {
        fix: [`${remove}, and write, for example:`, (0,errors/* yaml */.oQ)(`with:\n  ${input}: ${value}`)],
    });
}

;// CONCATENATED MODULE: ./lib/inputs/prompt.js





/** Whether the step has a prompt to run; without one it only sets up. */
const hasPrompt = (form) => form.isGiven('prompt') || form.isGiven('prompt-file');
/** The prompt, read from its file where it is in one; undefined without one, or with a problem noted. */
async function parsePrompt(form, place) {
    if (form.isGiven('prompt') && form.isGiven('prompt-file')) {
        const must = 'must not be given together with prompt-file';
        form.refuse('prompt', { must, fix: 'Remove `prompt` or `prompt-file`.' });
        return undefined;
    }
    if (form.isGiven('prompt'))
        return { from: 'input', text: form.text('prompt') };
    return place && form.isGiven('prompt-file') ? form.take('prompt-file', await readPrompt(form, place)) : undefined;
}
async function readPrompt(form, place) {
    const part = form.text('prompt-file');
    const must = 'must be a file that exists, relative to working-directory';
    const file = await readTextFile(form, 'prompt-file', { place, must });
    if (!file.ok)
        return file;
    if (!(await isInWorkspace(place, file.value.path)))
        return refused('must be inside the workspace, links followed', { part });
    return file.value.text.trim() === ''
        ? refused('must not be empty', { part })
        : accepted({ from: 'file', ...file.value });
}
const FILE = 'session/<id>.jsonl';
/** A session of Claude Code goes by a UUID. */
const SESSION = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/**
 * The session to continue: by its id, in the transcripts of the job's earlier steps below `RUNNER_TEMP`, or by the path of its
 * file. It is looked for nowhere else, and two of one id are refused, since whoever can write there could plant one.
 */
async function parseResume(form, { runner, place }) {
    const given = form.text('resume-session');
    if (given === '' || place === undefined)
        return undefined;
    const session = SESSION.test(given) ? sessionOfJob(given, place, runner.temp) : sessionInFile(form, place);
    return form.take('resume-session', await session);
}
async function sessionInFile(form, place) {
    const part = form.text('resume-session');
    const path = (0,external_node_path_.resolve)(place.directory, part);
    const id = (0,external_node_path_.basename)(path, '.jsonl');
    if (!path.endsWith('.jsonl') || (0,external_node_path_.basename)((0,external_node_path_.dirname)(path)) !== 'session' || !SESSION.test(id))
        return refused(`must be the id of a session, as the output session-id gives it, or the path of a ${FILE}`, { part });
    if ((await place.files.kind(path)) !== 'file')
        return refuseMissing(place, { part, must: 'must be a file that exists, absolute or relative to working-directory' });
    const bytes = await readNamedFile(form, 'resume-session', { place, path });
    return bytes.ok ? accepted({ id, path }) : bytes;
}
async function sessionOfJob(id, { files }, temp) {
    const found = (await files.list(temp)).filter((path) => {
        const [run = '', ...rest] = (0,external_node_path_.relative)(temp, path).split(external_node_path_.sep);
        return RUN.test(run) && rest.join('/') === `transcript/session/${id}.jsonl`;
    });
    const [path] = found;
    if (path === undefined)
        return refused(`must be a session of an earlier step of this job: there is no session/${id}.jsonl in the transcripts below RUNNER_TEMP`, { part: id, fix: DOWNLOAD });
    if (found.length === 1)
        return accepted({ id, path });
    return refused(`must be a session that is there once: ${found.length} steps of this job have a session/${id}.jsonl`, {
        part: id,
        fix: ['Name the file of the one that is meant, for example:', (0,errors/* yaml */.oQ)(`with:\n  resume-session: ${path}`)],
    });
}
/** Folders of the action's own runs. */
const RUN = /^claude-code-bedrock-[0-9a-f]{8}$/;
const DOWNLOAD = [
    'Sessions of earlier steps of the job are found without any step. Download the artifact of another run before this step, and name its file:',
    (0,errors/* yaml */.oQ)(`- uses: actions/download-artifact@v8
  with:
    name: <artifact-name of that run>
    run-id: <id of that run>
    github-token: \${{ github.token }}
    path: \${{ runner.temp }}/previous`),
    (0,errors/* yaml */.oQ)('with:\n  resume-session: ${{ runner.temp }}/previous/session/<session-id of that run>.jsonl'),
];

;// CONCATENATED MODULE: ./lib/inputs/allowed-domains.js



/** What of the network the agent may reach. Notes wrong lines, and what a bounded network needs and has not: a sandbox, the gateway. */
function parseAllowedDomains(form, given) {
    const items = splitList(form.text('allowed-domains'));
    const setting = items.length > 0 ? networkOf(form, items) : defaultFor(given.event.class);
    if (setting.kind !== 'open' && hasPrompt(form))
        refuseWithoutMeans(form, setting, given);
    return setting;
}
const defaultFor = (event) => event === 'stranger' ? { kind: 'none', by: 'event' } : { kind: 'open' };
function networkOf(form, items) {
    for (const word of ['*', 'none']) {
        if (!items.includes(word) || items.every((item) => item === word))
            continue;
        form.refuse('allowed-domains', { part: word, must: 'must be alone: it cannot be on a list with others' });
        return { kind: 'open' };
    }
    if (items[0] === '*')
        return { kind: 'open' };
    if (items[0] === 'none')
        return { kind: 'none', by: 'input' };
    const hosts = [];
    const localPorts = new Set();
    for (const item of items) {
        const parsed = parseEntry(item);
        if (!parsed.ok)
            form.refuse('allowed-domains', { part: item, ...parsed.refusal });
        else if (typeof parsed.value === 'number')
            localPorts.add(parsed.value);
        else
            hosts.push(...parsed.value);
    }
    return { kind: 'list', hosts, localPorts: [...localPorts] };
}
/** One line: a preset, or a host with or without a port. A number is the port of a service of this machine. */
const parseEntry = (text) => {
    const preset = Object.hasOwn(NETWORK_PRESETS, text) ? NETWORK_PRESETS[text] : undefined;
    if (preset !== undefined)
        return accepted(preset.map(({ host }) => ({ name: host, below: false, ports: [443] })));
    const [, written = '', digits] = /^([^:]*)(?::(\d+))?$/.exec(text.toLowerCase()) ?? [];
    if (written === '')
        return refused(`must be a host, such as packages.example.com, without scheme and path`, hostOf(text));
    const port = digits === undefined ? undefined : Number(digits);
    if (port !== undefined && (port < 1 || port > 65_535))
        return refused('must have a port from 1 to 65535');
    if (written === 'localhost') {
        return port === undefined
            ? refused('must name the port of the one service that is relayed, as in localhost:5432')
            : accepted(port);
    }
    const name = written.replace(/\.$/, '');
    const below = name.startsWith('*.');
    const bare = below ? name.slice(2) : name;
    const labels = bare.split('.');
    if (/^(0x[\da-f]+|\d+)$/.test(labels.at(-1) ?? ''))
        return refused('must be a name: addresses are not taken, and a service of this machine is localhost with its port');
    if (bare.length > 253 || !labels.every((label) => /^[a-z\d_]([a-z\d_-]{0,61}[a-z\d_])?$/.test(label)))
        return refused('must be a host, such as packages.example.com, without scheme and path', hostOf(text));
    if (bare === 'localhost' || labels.at(-1) === 'localhost')
        return refused('must be localhost with its port, as in localhost:5432');
    if (below && labels.length < 2)
        return refused(`must not name all of ${bare}`);
    return accepted([{ name: bare, below, ports: port === undefined ? [443, 80] : [port] }]);
};
/** Of an address, the line that names its host; of a name in other letters, the one that DNS knows. */
function hostOf(text) {
    const address = /^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `https://${text}`;
    const { protocol = '', hostname = '', port = '' } = URL.parse(address) ?? {};
    if (text.includes('*') || hostname === '' || hostname.startsWith('[') || !['http:', 'https:'].includes(protocol))
        return {};
    return { fix: ['Name the host alone:', (0,errors/* yaml */.oQ)(`with:\n  allowed-domains: ${hostname}${port && `:${port}`}`)] };
}
/** A network that is bounded takes a sandbox, and Bedrock is reached through the gateway alone. */
function refuseWithoutMeans(form, setting, { event, isolation, credentials }) {
    const byEvent = setting.kind === 'none' && setting.by === 'event';
    if (isolation === 'off' && byEvent)
        form.refuse('isolation', {
            part: 'off',
            must: `leaves the agent the whole network on ${event.name}, which strangers can cause, so that has to be said as well`,
            fix: ['Keep the sandbox, or say both:', (0,errors/* yaml */.oQ)(`with:\n  isolation: 'off'\n  allowed-domains: '*'`)],
        });
    else if (isolation === 'off')
        form.refuse('allowed-domains', {
            must: 'needs a sandbox around the agent, and isolation is off',
            fix: ['Let the agent have its sandbox:', (0,errors/* yaml */.oQ)('with:\n  isolation: required')],
        });
    // On events that strangers can cause it is refused in any case.
    if (credentials === 'environment' && event.class !== 'stranger')
        form.refuse('allowed-domains', {
            must: 'needs the gateway, through which alone the agent then reaches Bedrock',
            fix: ['Let the action sign the agent’s calls:', (0,errors/* yaml */.oQ)('with:\n  credentials: gateway')],
        });
}
/** Hosts by the name of what needs them: a name of a preset in `allowed-domains` stands for these, on port 443. */
const NETWORK_PRESETS = {
    npm: [
        { host: serviceOf('registry', 'npmjs.org'), reason: 'packages and what is known of them; `npm publish` too' },
        { host: 'nodejs.org', reason: 'headers that node-gyp compiles native packages with' },
    ],
    pypi: [
        { host: 'pypi.org', reason: 'the index of packages' },
        { host: serviceOf('files', 'pythonhosted.org'), reason: 'the packages themselves' },
    ],
    go: [
        { host: serviceOf('proxy', 'golang.org'), reason: 'modules' },
        { host: serviceOf('sum', 'golang.org'), reason: 'the checksum database that each module is checked against' },
    ],
    crates: [
        { host: serviceOf('index', 'crates.io'), reason: 'the sparse index of crates' },
        { host: serviceOf('static', 'crates.io'), reason: 'the crates themselves' },
    ],
    github: [
        { host: 'github.com', reason: 'git over https, and addresses of releases; pushes of whoever holds a token too' },
        { host: serviceOf('api', 'github.com'), reason: 'the REST and GraphQL API' },
        { host: serviceOf('codeload', 'github.com'), reason: 'archives of repositories' },
        { host: serviceOf('raw', 'githubusercontent.com'), reason: 'single files of repositories' },
        { host: serviceOf('objects', 'githubusercontent.com'), reason: 'files of Git LFS and of older releases' },
        { host: serviceOf('release-assets', 'githubusercontent.com'), reason: 'files of releases' },
    ],
};
/** `serviceOf('api', 'example.com')`: the name of a service, and the domain of who runs it. */
function serviceOf(service, domain) {
    return `${service}.${domain}`;
}

;// CONCATENATED MODULE: ./lib/inputs/claude-settings.js








const HEADERS = 'ANTHROPIC_CUSTOM_HEADERS';
/** The input `settings`, checked, without what the action decides; what it decides of the checkout's settings; and the headers of both. */
async function parseClaudeSettings(form, place) {
    const input = await parseJsonInput(form, 'settings', place);
    if (input !== undefined)
        await refuseWrong(form, input.value);
    const checkout = place?.trust.isTrusted !== true ? [] : await readCheckoutSettings(form, place);
    const ofCheckout = checkout.map(({ file, value }) => ({ file, env: environmentTexts(value) }));
    const sources = [...ofCheckout, { file: 'settings', env: environmentTexts(input?.value) }];
    const customHeaders = merged(sources.map(({ file, env }) => headersIn(form, file, env)));
    return {
        settings: {
            json: {
                ...(input === undefined ? {} : anchored(withoutDecided(input.value), input.directory)),
                ...against(checkout.map(({ value }) => value), [form.text('model'), ...form.text('fallback-model').split(',')]),
            },
            checkoutEnvironment: merged(ofCheckout.map((each) => each.env)),
            overridden: [
                ...decidedIn(input?.value ?? {}, 'settings'),
                ...checkout.flatMap(({ file, value }) => decidedIn(value, file)),
            ],
        },
        customHeaders: Object.keys(customHeaders).length === 0 ? undefined : customHeaders,
    };
}
/** One record of several, of which the later ones count. */
const merged = (records) => Object.fromEntries(records.flatMap((each) => Object.entries(each)));
/** What of settings the inputs decide: `env.AWS_REGION (settings)`. */
function decidedIn(settings, source) {
    const mode = (0,lib_json/* fieldOf */._F)(settings.permissions, 'defaultMode') === undefined ? [] : ['permissions.defaultMode'];
    const names = Object.keys(environmentTexts(settings)).filter((name) => (0,variable_names/* isActionsOwn */.Ke)(name) && name !== HEADERS);
    const paths = [...DECIDED_KEYS.filter((key) => key in settings), ...mode, ...names.map((name) => `env.${name}`)];
    return paths.map((path) => `${path} (${source})`);
}
function withoutDecided(settings) {
    const env = Object.entries(environmentTexts(settings)).filter(([name]) => !(0,variable_names/* isActionsOwn */.Ke)(name));
    const kept = Object.entries(settings).filter(([key]) => !DECIDED_KEYS.includes(key));
    return { ...Object.fromEntries(kept), env: Object.fromEntries(env) };
}
/** Of the checkout's own settings those keys that the action decides, with values that beat them. */
function against(checkout, models) {
    const keys = new Set(checkout.flatMap((settings) => Object.keys(settings)));
    const overrides = checkout.flatMap(({ modelOverrides }) => (0,lib_json/* isRecord */.u4)(modelOverrides) ? Object.keys(modelOverrides) : []);
    return Object.fromEntries(Object.entries(decidedValues(overrides, models)).filter(([key]) => keys.has(key)));
}
/**
 * Values that beat those of the checkout's own settings, each tried with 2.1.332: an empty command or name is none. What is available
 * are the models of the inputs and Claude Code's own, or it would call its default.
 */
const decidedValues = (overrides, models) => ({
    fallbackModel: [],
    modelOverrides: Object.fromEntries(overrides.map((name) => [name, ''])),
    availableModels: [...models.map((model) => model.trim()).filter(Boolean), 'opus', 'sonnet', 'haiku', 'fable'],
    enforceAvailableModels: false,
    ...{ apiKeyHelper: '', awsAuthRefresh: '', awsCredentialExport: '' },
});
/** Keys that say who signs the calls, and for which models: the inputs do. Against the `model` of a checkout there is only the flag. */
const DECIDED_KEYS = ['model', ...Object.keys(decidedValues([], []))];
/** The headers of ANTHROPIC_CUSTOM_HEADERS in `env`, by their names in lower case. */
function headersIn(form, source, env) {
    const text = env[HEADERS];
    if (text === undefined)
        return {};
    const parsed = parseCustomHeaders(text);
    if (parsed.ok)
        return parsed.value;
    const { fix = `Correct ${HEADERS} there, or remove it.`, ...refusal } = parsed.refusal;
    form.refuseSource(`${HEADERS} of ${source}`, { ...refusal, fix });
    return {};
}
/** For another version than the one of this release only the keys count whose loss would open something. */
async function refuseWrong(form, settings) {
    const isTested = !form.isGiven('claude-code-version') && !form.isGiven('claude-code-path');
    for (const problem of await checkSettingsShape(settings)) {
        if (isTested || /^(env|hooks|permissions)\b/.test(problem))
            form.refuse('settings', { must: `must be as Claude Code reads it: ${problem}`, fix: DROPPED });
        else
            form.warn(`settings: ${problem} in the Claude Code of this release. One that agrees drops all of these settings.`);
    }
    for (const { path, must, fix = claude_settings_RULES, isHarmless = false } of wrongRules(settings)) {
        if (isHarmless)
            form.warn(`settings: ${path} ${must}.`);
        else
            form.refuse('settings', { must: `must have rules that Claude Code reads: ${path} ${must}`, fix });
    }
}
const DROPPED = 'Correct the value: Claude Code drops all of its settings with one such value, deny rules included, and says nothing.';
const claude_settings_RULES = 'Write rules as Name or Name(...): https://code.claude.com/docs/en/settings#permission-settings';
/** Settings that mean the same when they are in another folder: paths of rules and of Claude Code's own sandbox. */
function anchored(settings, directory) {
    const { permissions, sandbox } = settings;
    const filesystem = (0,lib_json/* fieldOf */._F)(sandbox, 'filesystem');
    const anchorPath = (path) => (path.startsWith('~') ? path : (0,external_node_path_.resolve)(directory, path));
    return {
        ...settings,
        ...((0,lib_json/* isRecord */.u4)(permissions) && { permissions: mapLists(permissions, (rule) => anchorRule(rule, directory)) }),
        ...((0,lib_json/* isRecord */.u4)(sandbox) &&
            (0,lib_json/* isRecord */.u4)(filesystem) && { sandbox: { ...sandbox, filesystem: mapLists(filesystem, anchorPath) } }),
    };
}
/** An object with each text in its lists changed. */
function mapLists(node, change) {
    const changed = (item) => (typeof item === 'string' ? change(item) : item);
    return Object.fromEntries(Object.entries(node).map(([key, list]) => [key, Array.isArray(list) ? list.map(changed) : list]));
}
/** Where the agent works, Claude Code looks for these (not in the folders above; seen with 2.1.330). */
const CHECKOUT_FILES = ['.claude/settings.json', '.claude/settings.local.json'];
/** The checkout's own settings, by file. What Claude Code would drop of them without a word is a warning that names the file. */
async function readCheckoutSettings(form, place) {
    const found = [];
    for (const file of CHECKOUT_FILES) {
        const path = (0,external_node_path_.join)(place.directory, file);
        if ((await place.files.kind(path)) !== 'file')
            continue;
        const { value, problem, mayDeny } = settingsIn(await readBytes(path, place.files));
        if (value === undefined) {
            form.warn(`${file} of the checkout ${problem}: Claude Code drops the file${mayDeny ? LOST : ''}.`);
            continue;
        }
        if (problem !== undefined)
            form.warn(`${file} of the checkout ${problem}. ${TAKEN}`);
        const problems = await checkSettingsShape(value);
        const lost = (0,lib_json/* fieldOf */._F)(value.permissions, 'deny') === undefined ? '' : LOST;
        if (problems.length > 0)
            form.warn(`${file} of the checkout: ${problems.join('; ')}. Claude Code may drop the file${lost}.`);
        for (const { path: rule, must } of wrongRules(value))
            form.warn(`${file} of the checkout: ${rule} ${must}. The rule has no effect.`);
        found.push({ file, value });
    }
    return found;
}
const LOST = ', and its deny rules with it';
const TAKEN = 'Claude Code takes the file all the same: of a key that is there twice the last one, and another character for each byte that is no UTF-8.';
/**
 * Reads settings as Claude Code does (2.1.332), which takes more than the action does from an input: UTF-16 with a little-endian
 * mark, else UTF-8 with a replacement for what is none, one byte order mark off, and of a key that is there twice the last one.
 * `value` is undefined where it drops the file; `problem` is what is wrong, also with a file that it takes, to come behind its name.
 */
function settingsIn(bytes) {
    const [first, second] = bytes;
    const strict = decodeText(bytes);
    const text = new TextDecoder(first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
    const taken = (0,lib_json/* parseJson */.qF)(text);
    const value = (0,lib_json/* isRecord */.u4)(taken) ? taken : undefined;
    const parsed = strict.ok ? parseJsonObject(strict.value) : strict;
    // The one encoding that an input may have and these files may not.
    const other = value === undefined && parsed.ok ? 'must not be big-endian UTF-16' : undefined;
    return {
        value,
        problem: parsed.ok ? other : parsed.refusal.must,
        mayDeny: (strict.ok ? strict.value : text.replaceAll('\0', '')).includes('"deny"'),
    };
}
/** Where an administrator of the machine puts settings that beat all others (https://code.claude.com/docs/en/settings#settings-files). */
function managedSettingsFolder(platform) {
    if (platform === 'darwin')
        return '/Library/Application Support/ClaudeCode';
    return platform === 'win32' ? 'C:\\Program Files\\ClaudeCode' : '/etc/claude-code';
}
/** Refuses managed settings that set a variable of the inputs: nothing beats them, and calls would go elsewhere or without the token. */
async function refuseManagedSettings(form, folder, files) {
    const dropIns = (await files.list((0,external_node_path_.join)(folder, 'managed-settings.d'))).filter((path) => path.endsWith('.json'));
    for (const path of [(0,external_node_path_.join)(folder, 'managed-settings.json'), ...dropIns]) {
        if ((await files.kind(path)) !== 'file')
            continue;
        const names = Object.keys(environmentTexts(settingsIn(await readBytes(path, files)).value)).filter(variable_names/* isActionsOwn */.Ke);
        if (names.length === 0)
            continue;
        form.refuseSource(path, {
            must: `must not set ${names.map((name) => `env.${name}`).join(', ')}: managed settings beat those of this run, which decides that from its inputs`,
            fix: `Have ${names.length === 1 ? 'it' : 'them'} removed from ${path}, or run the job on another machine.`,
        });
    }
}

;// CONCATENATED MODULE: ./lib/inputs/identity.js





const identity_WAYS = ['role-to-assume', 'bedrock-api-key', 'aws-profile', 'aws-credential-export'];
const accountId = matching(/^\d{12}$/, 'must be an AWS account id of 12 digits');
const bearerKey = matching(/^\S+$/, 'must be one word: a key has no white space inside', [
    'Put the key alone into a secret, and write:',
    (0,errors/* yaml */.oQ)('with:\n  bedrock-api-key: ${{ secrets.BEDROCK_API_KEY }}'),
]);
/** Which way of signing in the inputs choose, or else the environment; an input beats a variable. */
function parseIdentity(form, context) {
    return {
        region: context.region,
        source: parseSource(form, context),
        allowedAccountIds: form.required('allowed-account-ids', listOf(accountId), []),
        authRefresh: form.optional('aws-auth-refresh', anyText),
        credentialExport: form.optional('aws-credential-export', anyText),
        maskAccountId: form.required('mask-aws-account-id', yesOrNo, false),
    };
}
function parseSource(form, context) {
    const { env } = context;
    const chaining = form.required('role-chaining', yesOrNo, false);
    refuseConflicts(form, chaining);
    const ways = identity_WAYS.filter(form.isGiven);
    const given = [...ways, 'aws-auth-refresh'].filter(form.isGiven);
    const key = env.AWS_BEARER_TOKEN_BEDROCK?.trim();
    if (given.length > 0 && !ways.includes('bedrock-api-key') && key)
        form.warn(`AWS_BEARER_TOKEN_BEDROCK of the environment is not used, because ${given.join(' and ')} is given.`);
    const profile = form.optional('aws-profile', anyText);
    const fromEnvironment = ways.includes('aws-credential-export') ? undefined : env.AWS_PROFILE?.trim() || undefined;
    if (ways.includes('role-to-assume')) {
        const role = parseRole(form, context);
        if (chaining)
            return { kind: 'role-chaining', profile: profile ?? fromEnvironment, role };
        const audience = form.required('audience', anyText, '');
        // IAM in China knows GitHub's tokens by another (https://github.com/aws-actions/configure-aws-credentials/issues/293).
        const isInChina = (0,endpoints/* partitionOf */.iQ)(context.region) === 'aws-cn' && audience === 'sts.amazonaws.com';
        return { kind: 'oidc', audience: isInChina ? 'sts.amazonaws.com.cn' : audience, role };
    }
    refuseIdleInputs(form);
    if (ways.includes('bedrock-api-key'))
        return { kind: 'bedrock-api-key', key: form.required('bedrock-api-key', bearerKey, '') };
    if (profile !== undefined)
        return { kind: 'profile', profile };
    if (given.length === 0 && key)
        return { kind: 'bedrock-api-key', key };
    return fromEnvironment === undefined ? { kind: 'default-chain' } : { kind: 'profile', profile: fromEnvironment };
}
function refuseConflicts(form, chaining) {
    const ways = identity_WAYS.filter(form.isGiven);
    const chained = chaining && !ways.includes('bedrock-api-key');
    const rivals = chained ? ways.filter((way) => way !== 'role-to-assume') : ways;
    const [first, second, ...others] = rivals;
    if (first !== undefined && second !== undefined) {
        const mayChain = first === 'role-to-assume' && others.length === 0 && second !== 'bedrock-api-key';
        form.refuse(first, {
            must: `must not be given together with ${[second, ...others].join(' and ')}: they are different ways to sign in`,
            fix: mayChain
                ? `Remove one of them; or, to assume the role with the credentials of \`${second}\`, add \`role-chaining: true\`.`
                : `Keep one of ${rivals.map((way) => `\`${way}\``).join(', ')} and remove the rest.`,
        });
    }
    // The action renews the session of a role by itself, and an API key cannot be renewed.
    const isRenewed = form.isGiven('role-to-assume') && !chaining;
    const idle = isRenewed ? 'role-to-assume' : 'bedrock-api-key';
    const why = isRenewed ? 'which is renewed by itself' : 'which cannot be renewed';
    if (form.isGiven('aws-auth-refresh') && form.isGiven(idle))
        form.refuse('aws-auth-refresh', {
            must: `must not be given together with ${idle}, ${why}: it is for AWS profiles and other credentials of the runner`,
            fix: 'Remove `aws-auth-refresh`.',
        });
    for (const name of chaining ? [] : ['role-external-id', 'custom-tags'].filter(form.isGiven))
        form.refuse(name, {
            must: 'needs role-chaining: a role that is assumed with an OIDC token takes neither an external id nor tags',
            fix: `Remove \`${name}\`, or add \`role-to-assume\` and \`role-chaining: true\` to assume a role with credentials you have.`,
        });
    if (chaining && !form.isGiven('role-to-assume'))
        form.refuse('role-chaining', {
            must: 'needs role-to-assume, the role to assume with the credentials already present',
            fix: [
                'Remove `role-chaining`, or add the role:',
                (0,errors/* yaml */.oQ)('with:\n  role-to-assume: arn:aws:iam::111122223333:role/claude-code\n  role-chaining: true'),
            ],
        });
}
/** A policy that would not be applied must stop the run: without it the session could do more than was meant. */
function refuseIdleInputs(form) {
    for (const name of ['inline-session-policy', 'managed-session-policies'].filter(form.isGiven))
        form.refuse(name, {
            must: 'needs role-to-assume, since only the session of an assumed role can be narrowed',
            fix: `Add \`role-to-assume\`, or remove \`${name}\`.`,
        });
    if (form.isGiven('role-session-name'))
        form.warn('role-session-name has no effect without role-to-assume.');
}
/** The role to assume; read only when `role-to-assume` is given. */
function parseRole(form, { region, runner }) {
    return {
        arn: form.required('role-to-assume', roleArn(region), ''),
        sessionName: form.optional('role-session-name', sessionName) ?? `claude-code-${runner.runId}-${runner.runAttempt}`,
        durationSeconds: form.required('role-duration-seconds', wholeNumber({ min: 900, max: 43_200 }), NaN),
        inlineSessionPolicy: form.optional('inline-session-policy', jsonObject),
        managedSessionPolicies: form.required('managed-session-policies', policyArns(region), []),
        externalId: form.optional('role-external-id', externalId),
        tags: form.optional('custom-tags', sessionTags),
    };
}
/** STS allows 2 to 64 of `[\w+=,.@-]` (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html). */
const sessionName = (text) => {
    const name = text.replaceAll(/[^\w+=,.@-]/g, '-').slice(0, 64);
    return name.length >= 2 ? accepted(name) : refused('must have at least 2 characters');
};
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const externalId = matching(/^[\w+=,.@:/-]{2,1224}$/, 'must have 2 to 1224 letters, digits and _+=,.@:/-');
/** At most 50 tags; keys of 1 to 128 characters, values of up to 256, and no key that begins with `aws:`. */
const sessionTags = (text) => {
    const value = (0,lib_json/* parseJson */.qF)(text);
    if (!(0,lib_json/* isRecord */.u4)(value))
        return refused('must be a JSON object');
    const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
    const tags = {};
    for (const [part, tag] of Object.entries(value)) {
        if (typeof tag !== 'string')
            return refused('must have texts as values', { part });
        if (!allowed.test(part) || !/^(?!aws:).{1,128}$/is.test(part))
            return refused('must be a key of 1 to 128 letters, digits, spaces and _.:/=+-@ that does not begin with aws:', {
                part,
            });
        if (tag.length > 256 || !allowed.test(tag))
            return refused('must have a value of at most 256 letters, digits, spaces and _.:/=+-@', { part });
        tags[part] = tag;
    }
    return Object.keys(tags).length > 50 ? refused('must have at most 50 tags') : accepted(tags);
};
function roleArn(region) {
    const wanted = `arn:${(0,endpoints/* partitionOf */.iQ)(region)}:iam::<account id>:role/`;
    return arnLike(/^arn:(aws[a-z-]*):iam::\d{12}:role\/[\w+=,.@/-]+$/, region, (text) => text.startsWith('arn:')
        ? `must be the ARN of an IAM role, ${wanted}<name>`
        : `must be the full ARN of the role, ${wanted}${/^[\w+=,.@-]+$/.test(text) ? text : '<name>'}`);
}
function policyArns(region) {
    const must = `must be the ARN of a managed policy, arn:${(0,endpoints/* partitionOf */.iQ)(region)}:iam::<account id>:policy/<name>`;
    const each = listOf(arnLike(/^arn:(aws[a-z-]*):iam::(?:aws|\d{12}):policy\/[\w+=,.@/-]+$/, region, () => must));
    return (text) => {
        const { length } = splitList(text);
        const policies = each(text);
        return policies.ok && length > 10 ? refused(`must name at most 10 policies, not ${length}`) : policies;
    };
}
/** An ARN that matches `pattern`, the first group of which is its partition, in the partition of the region. */
function arnLike(pattern, region, must) {
    return (text) => {
        const partition = pattern.exec(text)?.[1];
        const wanted = (0,endpoints/* partitionOf */.iQ)(region);
        if (partition === undefined)
            return refused(must(text));
        if (region === '' || partition === wanted)
            return accepted(text);
        return refused(`must be in the partition ${wanted}, the one of the region ${region}`, {
            fix: `Give an ARN that starts with \`arn:${wanted}:\`, or a region of the partition ${partition}.`,
        });
    };
}

;// CONCATENATED MODULE: ./lib/inputs/install.js



/** Which Claude Code, and from where. */
async function parseInstall(form, context) {
    return {
        version: form.optional('claude-code-version', version),
        path: await parseExecutable(form, context),
        registryUrl: form.optional('registry-url', registryUrl),
        cache: form.required('cache', yesOrNo, true),
    };
}
const version = matching(/^(\d+\.\d+\.\d+|latest)$/, 'must be a version x.y.z, or latest');
async function parseExecutable(form, { runner, files, place }) {
    const part = form.text('claude-code-path');
    if (part === '')
        return undefined;
    const path = (0,external_node_path_.resolve)(runner.workspace, part);
    if ((await files.kind(path)) !== 'file')
        form.refuse('claude-code-path', { part, must: 'must be a file that exists, absolute or relative to the workspace' });
    // Read only where its bytes decide: it is large.
    else if (place?.trust.isTrusted === false)
        form.take('claude-code-path', await readNamedFile(form, 'claude-code-path', { place, path }));
    return path;
}
/** Never quoted back: it may hold credentials that were put there by mistake. */
const registryUrl = (text) => {
    const url = URL.parse(text);
    if (url === null || !['http:', 'https:'].includes(url.protocol) || url.search !== '' || url.hash !== '')
        return refused('must be the base address of a registry, http or https');
    if (url.username !== '' || url.password !== '')
        return refused("must not hold credentials: npm's own configuration (.npmrc) does");
    return accepted(url.href.replace(/\/+$/, ''));
};

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
/** The expressions of `redact`, one a line; none may match an empty text or take exponential time. A line may be a secret: none is quoted. */
async function parseRedact(form) {
    const patterns = [];
    for (const [at, line] of form.text('redact').split('\n').entries()) {
        const source = line.trim();
        if (source === '')
            continue;
        const checked = wrongWith(source) ?? (await degreeOf(source));
        if (typeof checked === 'number')
            patterns.push({ source, degree: checked });
        else
            form.refuse('redact', { ...checked, must: `line ${at + 1} ${checked.must}` });
    }
    return patterns;
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
/** recheck proves an expression linear, or finds texts on which it is slow, and how slow (https://makenowjust-labs.github.io/recheck/). */
async function degreeOf(source) {
    const { default: recheck } = await __webpack_require__.e(/* import() */ 303).then(__webpack_require__.t.bind(__webpack_require__, 53303, 19));
    const { plain, flags } = withoutModifiers(source);
    const found = recheck.checkSync(plain, flags, CHECK);
    if (found.status === 'unknown')
        return { must: 'must be simpler: whether it takes exponential time could not be determined', fix: AMBIGUITY };
    if (found.status === 'safe')
        return 1;
    if (found.complexity.type === 'polynomial')
        return found.complexity.degree;
    return { must: 'must not take exponential time on any text', fix: AMBIGUITY };
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

;// CONCATENATED MODULE: ./lib/inputs/trust.js



const AUTO = yesNoOr('auto', 'must be auto, true or false');
/** Whether files of the checkout configure and instruct the agent; `auto` is the event's. A warning where that is opened to strangers. */
function parseTrust(form, event) {
    const isStranger = event.class === 'stranger';
    const given = form.required('trust-project-config', AUTO, false);
    const isTrusted = given === 'auto' ? !isStranger : given;
    if (isTrusted && isStranger)
        form.warn(`trust-project-config is true: hooks, MCP servers and settings of the checkout run on ${event.name}, and strangers may have written them.`);
    return isTrusted;
}
/** The sandbox: `auto` is `required` where strangers can cause the event. A warning where it is off there. */
function parseIsolation(form, event) {
    const isolation = form.required('isolation', oneOf(['auto', 'required', 'off']), 'auto');
    if (event.class !== 'stranger')
        return isolation;
    if (isolation === 'off' && hasPrompt(form))
        form.warn(`isolation is off: on ${event.name} strangers can write what the agent reads, and it can reach the tokens of the job.`);
    return isolation === 'auto' ? 'required' : isolation;
}
/** Warns where an input opens the network to an agent that reads what strangers wrote. */
function warnOfNetwork(form, { name, class: eventClass }, network) {
    if (eventClass !== 'stranger' || network.kind === 'none' || !hasPrompt(form))
        return;
    const where = network.kind === 'open' ? 'anywhere' : 'to the hosts it lists';
    form.warn(`allowed-domains is given: on ${name} strangers can write what the agent reads, and it can send data ${where}.`);
}
/** How the agent's calls are authorized. Where strangers can cause the event, it holds no credentials. */
function parseCredentials(form, event) {
    const credentials = form.required('credentials', oneOf(['gateway', 'environment']), 'gateway');
    if (credentials === 'environment' && event.class === 'stranger')
        form.refuse('credentials', {
            part: credentials,
            must: `must be gateway on ${event.name}: strangers can cause it, and every command of the agent could act as the role`,
            fix: ['Let the action sign the calls of the agent:', (0,errors/* yaml */.oQ)('with:\n  credentials: gateway')],
        });
    return credentials;
}
/** Whether later steps get Bedrock's environment; `auto`: only in set-up mode, and not where strangers can cause the event. */
function parseExportEnvironment(form, event) {
    const isStranger = event.class === 'stranger';
    const given = form.required('export-environment', AUTO, false);
    const isExported = given === 'auto' ? !hasPrompt(form) && !isStranger : given;
    if (isExported && isStranger)
        form.warn(`export-environment is true: on ${event.name}, which strangers can cause, later steps hold real AWS credentials. Run nothing of the checkout in them.`);
    return isExported;
}
/** Who may start a run on events that strangers can cause. */
function parseActors(form) {
    return {
        allowActors: form.required('allow-actors', listOf(actor), []),
        allowBots: form.required('allow-bots', listOf(bot), []),
        // GitHub evaluates the default; where a workflow gives an empty text, there is no token.
        token: form.isGiven('github-token') ? form.text('github-token') : '',
    };
}
/** Logins are letters, digits and hyphens; those of managed users also have an underscore. */
const actor = (login) => {
    const fix = ['Bots have an input of their own:', (0,errors/* yaml */.oQ)(`with:\n  allow-bots: '${login}'`)];
    if (login.endsWith('[bot]'))
        return refused('names a bot', { fix });
    return login === '*' || /^[\w-]+$/.test(login) ? accepted(login) : refused('must be a login of GitHub, or *');
};
const bot = (login) => {
    if (login === '*')
        return refused('must name each bot: everybody can make one');
    return /^[\w-]+\[bot\]$/.test(login) ? accepted(login) : refused('must be the exact login of a bot, with its [bot]');
};

;// CONCATENATED MODULE: ./lib/inputs/parse-settings.js












/**
 * Turns the inputs and the variables behind them into Settings, with lines to warn of. Throws one Failure about everything
 * that is wrong: `region-missing` or `workspace-missing` when that is all, else `input-invalid`.
 */
async function parseSettings(given) {
    const { raw, env, runner, files, event, committed, onConfiguration } = given;
    const form = createForm(raw, env);
    const region = await parseRegion(form, given);
    const isTrusted = parseTrust(form, event);
    const trust = { isTrusted, hasOwnCommit: event.hasOwnCommit, committed };
    const place = await parseWorkplace(form, { workspace: runner.workspace, files, trust, onConfiguration });
    const context = { ...given, region, place, isTrusted };
    const resume = await parseResume(form, context);
    const claude = await parseClaudeSettings(form, place);
    if (hasPrompt(form))
        await refuseManagedSettings(form, given.managedSettings ?? managedSettingsFolder(runner.platform), files);
    const credentials = parseCredentials(form, event);
    const isolation = parseIsolation(form, event);
    const prompt = await parsePrompt(form, place);
    const identity = parseIdentity(form, context);
    const bedrock = parseBedrock(form, context);
    const preflight = form.required('preflight', yesNoOr('only', 'must be true, false or only'), true);
    const settings = {
        prompt,
        identity,
        // The headers of Claude Code's settings count before those of the job.
        bedrock: claude.customHeaders
            ? { ...bedrock, customHeaders: { ...bedrock.customHeaders, ...claude.customHeaders } }
            : bedrock,
        agent: {
            ...(await parseAgent(form, context)),
            ...{ resume, settings: claude.settings, isolation },
            network: parseAllowedDomains(form, { event, isolation, credentials }),
        },
        install: await parseInstall(form, context),
        transcript: await parseTranscript(form, context),
        actors: parseActors(form),
        credentials,
        quota: parseQuota(form, credentials, bedrock.maxOutputTokens),
        exportEnvironment: parseExportEnvironment(form, event),
        preflight: preflight === 'only' ? preflight : preflight ? 'on' : 'off',
    };
    warnOfNetwork(form, event, settings.agent.network);
    form.finish();
    return { settings, warnings: form.warnings };
}
/** The secrets among the settings: values of custom headers and, where they are to be masked, account ids. */
function secretSettings({ identity, bedrock, agent }) {
    const headers = Object.values(bedrock.customHeaders ?? {});
    if (identity.maskAccountId !== true)
        return headers;
    const arns = JSON.stringify([identity, bedrock, agent.fallbackModel]);
    const named = [...arns.matchAll(/\barn:[\w-]+:[\w-]+:[\w-]*:(\d{12}):/g)].flatMap(([, account]) => account ?? []);
    return [...new Set([...headers, ...named, ...identity.allowedAccountIds])];
}

// EXTERNAL MODULE: ./lib/transcript/secrets.js
var transcript_secrets = __webpack_require__(15611);
;// CONCATENATED MODULE: ./lib/steps/read-settings.js









/** Reads and checks the inputs, masks those that are secrets, and adds them to the facts. Throws `input-invalid`, with all problems. */
async function readSettings({ env, searchPath, id }, context, world) {
    const raw = readInputs(env);
    secretInputs(raw).forEach((secret) => world.secrets.add(secret));
    const profileRegion = (profile) => world.credentialSources.regionOf(profile);
    const onConfiguration = (text) => context.addSecrets((0,transcript_secrets/* configurationSecrets */.Q2)(text));
    const { runner, files } = world;
    const event = classifyEvent(runner.eventName, runner.event);
    const committed = async (path) => {
        const workspace = (await files.realPath(runner.workspace)) ?? runner.workspace;
        return (0,private_git/* committedFile */.fe)(path, { workspace, sha: runner.sha, searchPath: searchPath ?? '' }, world);
    };
    const given = { raw, env, runner, files, event, committed, profileRegion, onConfiguration, uniqueId: id };
    const { settings, warnings } = await parseSettings(given);
    const secrets = secretSettings(settings).filter((secret) => !(0,transcript_secrets/* isPlain */.$i)(secret));
    secrets.forEach((secret) => world.secrets.add(secret));
    warnings.forEach((warning) => world.log.warning(warning));
    if (context.plainVariables.length > 0)
        world.log.warning(describePlain(context.plainVariables));
    const { prompt, transcript, bedrock } = settings;
    if (transcript.upload === 'always' && isPublic(runner.event))
        world.log.warning(PUBLIC, 'The repository is public');
    // First, since `redact` counts from then on.
    context.update({ transcript });
    context.update({ prompt: prompt && context.redact(prompt.text), region: bedrock.region, model: bedrock.model });
    await context.saveFacts();
    return settings;
}
const PUBLIC = 'Anyone who is signed in to GitHub can download the transcript of this run: all that the agent reads, writes and prints, but for known secrets. The log shows a part of it. To keep it for yourself: `upload-transcript: never`, or `on-failure`, and `show-transcript: off`.';
/** Whether the event says that anyone may read the repository. */
function isPublic(event) {
    const repository = (0,lib_json/* fieldOf */._F)(event, 'repository');
    const visibility = (0,lib_json/* fieldOf */._F)(repository, 'visibility');
    return visibility === undefined ? (0,lib_json/* fieldOf */._F)(repository, 'private') === false : visibility === 'public';
}
const describePlain = (names) => `Not redacted, though the names are those of secrets: ${names.join(', ')}. Values of fewer than 6 characters, common words, names of hosts and regions, and addresses without a password are no secrets.`;
/**
 * Goes on only when those who started the run may: asked of GitHub before anything else. Says who they are and which rules are in
 * force, and what of the checkout is not loaded. Throws `actor-not-allowed`, or `oidc-permission-missing` where no sign-in can work.
 */
async function checkWhoStarted(settings, context, world) {
    // First: whoever the actor, a fork's pull request cannot sign in.
    requireIdToken(settings.identity, world);
    const { eventName, event: payload, triggeringActor, repository, workspace } = world.runner;
    const event = classifyEvent(eventName, payload);
    const question = { event, payload, triggeringActor, repository, ...settings.actors };
    const { reason, warning } = await checkActors(question, world);
    const start = describeStart({ event, actors: reason, settings });
    if (start !== undefined)
        world.log.info(start);
    context.update({ start });
    if (warning !== undefined)
        world.log.warning(warning);
    if (settings.agent.trustsCheckout || settings.prompt === undefined)
        return;
    const found = (0,checkout_repository/* findAgentConfiguration */.$u)(workspace, world.workingFiles);
    if (found.length > 0)
        world.log.info(`Found in the checkout and not loaded: ${found.join(', ')}.`);
}

// EXTERNAL MODULE: ./lib/steps/report.js + 1 modules
var report = __webpack_require__(43626);
// EXTERNAL MODULE: ./lib/bedrock/errors/bedrock-error.js + 4 modules
var bedrock_error = __webpack_require__(74198);
// EXTERNAL MODULE: ./lib/bedrock/errors/credentials.js
var credentials = __webpack_require__(47266);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/claude/one-line.js

/** Width of a line that is one of many. */
const BRIEF_WIDTH = 160;
/** Bounds what is looked at, whatever the length of the text. */
const FIRST_PART = 4000;
/** The first line of `text` that is not blank, cut to `width` characters, with no control characters in it. */
function oneLine(text, width = BRIEF_WIDTH) {
    const [first = '', ...rest] = linesIn(text.trim().slice(0, FIRST_PART));
    return cut(rest.length > 0 ? `${first} …` : first, width);
}
/** The inputs that say most about a tool call, in this order. */
const KEY_INPUTS = ['command', 'file_path', 'notebook_path', 'pattern', 'path', 'url', 'query', 'skill', 'description'];
/** The input of a tool call on one line: the part that says most, or else all of it. */
function toolInputLine(input) {
    if (typeof input !== 'object' || input === null)
        return '';
    const fields = new Map(Object.entries(input));
    const value = KEY_INPUTS.map((name) => fields.get(name)).find((input) => typeof input === 'string');
    return oneLine(typeof value === 'string' ? value : fields.size === 0 ? '' : JSON.stringify(input));
}
/** The lines of a text, however they end. */
const linesIn = (text) => text.split(/\r\n|[\r\n\u2028\u2029]/);
/** A line of at most `width` characters, with no control characters in it; `…` stands for what was cut off. */
function cut(line, width) {
    // Some characters count twice, and what is dropped counts too: clean more than is kept.
    const part = line.slice(0, 4 * width);
    const visible = (0,external_node_util_.stripVTControlCharacters)(part).replaceAll('\t', '  ').replaceAll(UNSEEN, '');
    const characters = Array.from(visible);
    const whole = characters.length <= width && part.length === line.length;
    return whole ? characters.join('').trimEnd() : `${characters.slice(0, width).join('')}…`;
}
/** Control characters, and marks that turn the direction of text. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** `75:03` for an hour and a quarter. */
function clock(ms) {
    const seconds = Math.floor(ms / 1000);
    const padded = (value) => String(value).padStart(2, '0');
    return `${padded(Math.floor(seconds / 60))}:${padded(seconds % 60)}`;
}

;// CONCATENATED MODULE: ./lib/claude/activity.js

/** What Claude Code is busy with, by its events, at milliseconds since the run's start; it starts `mcpServers` before its first event. */
function startActivity(mcpServers = []) {
    const calls = new Map();
    const hooks = new Map();
    let tasks = new Map();
    let started = false;
    let answered = false;
    let wakesUp = false;
    let restingSince;
    const isResting = () => answered && !wakesUp && hooks.size === 0 && [...tasks.values()].every(isCommand);
    const working = () => [
        ...[...calls.values()].map(({ line }) => line),
        ...[...hooks.values()].map((name) => `hook ${name}`),
    ];
    const background = () => [...tasks.values()].map(describeTask);
    return {
        add(event, elapsedMs) {
            switch (event.kind) {
                case 'init':
                    started = true;
                    answered = wakesUp = false;
                    break;
                case 'assistant':
                    if (event.parentToolUseId === undefined)
                        answered = false;
                    for (const block of event.blocks) {
                        if (block.kind !== 'tool-use')
                            continue;
                        const line = oneLine(`${block.name}  ${toolInputLine(block.input)}`);
                        activity_open(calls, block.id, { name: block.name, line, ofSubagent: event.parentToolUseId !== undefined });
                    }
                    break;
                case 'user':
                    for (const block of event.blocks) {
                        if (block.kind !== 'tool-result')
                            continue;
                        if (calls.get(block.toolUseId)?.name === 'ScheduleWakeup' && !block.isError)
                            wakesUp = true;
                        calls.delete(block.toolUseId);
                    }
                    break;
                case 'hook-started':
                    activity_open(hooks, event.id, event.name);
                    break;
                case 'hook-ended':
                    hooks.delete(event.id);
                    break;
                case 'background':
                    tasks = new Map(event.tasks.map((task) => [task.id, task]));
                    break;
                case 'background-started':
                    activity_open(tasks, event.task.id, event.task);
                    break;
                case 'background-ended':
                    tasks.delete(event.id);
                    break;
                case 'result':
                    answered = true;
                    // Calls that have no result by now never get one; those of subagents go on with their task.
                    for (const [id, call] of calls)
                        if (!call.ofSubagent || ![...tasks.values()].some(isSubagent))
                            calls.delete(id);
            }
            if (!isResting())
                restingSince = undefined;
            else if (restingSince === undefined || event.kind === 'result')
                restingSince = elapsedMs;
        },
        /** What is waited for now: `Bash  npm test`, `hook Stop`, `the model`. */
        waitingFor() {
            const last = lastOf(working());
            if (last !== undefined)
                return last;
            if (!started)
                return beforeStart(mcpServers) ?? 'Claude Code to start';
            if (!answered)
                return 'the model';
            return lastOf(background()) ?? (wakesUp ? 'the time at which the agent asked to be woken' : 'Claude Code to exit');
        },
        /** All that is open: hooks, tool calls, what runs in the background; before the start, MCP servers. Empty: only the model. */
        open() {
            const before = started || hooks.size > 0 ? undefined : beforeStart(mcpServers);
            return before === undefined ? [...working(), ...background()] : [before];
        },
        /** Whether the last thing that Claude Code reported was a result. */
        hasAnswered: () => answered,
        /** Since when the answer is complete with nothing open but commands, which may never end; undefined while more is to come. */
        restingSince: () => restingSince,
    };
}
const lastOf = (lines) => lines.length < 2 ? lines[0] : `${lines.at(-1) ?? ''} (and ${lines.length - 1} more)`;
/** More than are open at once: what never ends must not pile up. */
const MOST_OPEN = 100;
function activity_open(items, id, item) {
    if (items.size < MOST_OPEN)
        items.set(id, item);
}
const isCommand = ({ type }) => type === 'local_bash';
const isSubagent = ({ type }) => type === 'local_agent';
/** What runs in the background, on one line: `background command: npm run dev`. */
function describeTask(task) {
    const kind = isCommand(task) ? 'background command' : isSubagent(task) ? 'subagent' : `background task (${task.type})`;
    return oneLine(`${kind}: ${task.description}`);
}
const beforeStart = (mcpServers) => mcpServers.length === 0 ? undefined : `the MCP servers to start: ${mcpServers.join(', ')}`;

// EXTERNAL MODULE: ./lib/claude/event-parser.js
var event_parser = __webpack_require__(58628);
// EXTERNAL MODULE: ./lib/claude/statistics.js
var claude_statistics = __webpack_require__(89699);
;// CONCATENATED MODULE: ./lib/claude/log-lines.js





/**
 * The log's lines on a run: nothing (`off`), a line a turn and tool call and what is noteworthy of hooks and background work (`summary`),
 * or all text, tool inputs and results and all hooks (`full`). Lines are short and hold no control characters; times are milliseconds.
 */
function logLinesFor(show) {
    const calls = new Map();
    const tasks = new Map();
    let started = false;
    function blockLines(block, event) {
        if (block.kind === 'tool-use')
            calls.set(block.id, block);
        if (calls.size > CALLS_AT_ONCE)
            calls.delete([...calls.keys()][0] ?? '');
        const call = block.kind === 'tool-result' ? calls.get(block.toolUseId) : undefined;
        if (call !== undefined)
            calls.delete(call.id);
        // A hook says itself why; what Claude Code says of other refusals is meant for the model.
        const refusals = event.kind === 'user' ? event.refusals : [];
        if (call !== undefined && refusals.some(({ toolUseId, reason }) => toolUseId === call.id && reason !== 'hook'))
            return [oneLine(`✗ not allowed: ${call.name}  ${toolInputLine(call.input)}`)];
        return show === 'full' ? describeInFull(block, call?.name) : describeBriefly(block, call?.name);
    }
    function linesFor(event, turns) {
        switch (event.kind) {
            case 'init':
                return [
                    oneLine(`Claude Code ${event.version ?? ''}${event.model === undefined ? '' : `, ${event.model}`}`),
                    ...event.mcpServers.map(({ name, status }) => oneLine(`${status === 'connected' ? '' : '✗ '}MCP server ${name}: ${status}`)),
                ];
            case 'assistant':
                if (event.error === undefined)
                    return event.blocks.flatMap((block) => blockLines(block, event));
                return event.blocks.flatMap((block) => (block.kind === 'text' ? [oneLine(`✗ ${block.text}`, FULL_WIDTH)] : []));
            case 'user':
                return event.blocks.flatMap((block) => (block.kind === 'tool-result' ? blockLines(block, event) : []));
            case 'retry': {
                const next = `retry ${event.attempt} of ${event.maxRetries} in ${(event.delayMs / 1000).toFixed(1)} s`;
                return [oneLine(`↻ ${(0,claude_statistics/* retryReason */.D)(event) || 'the call failed'}; ${next}`)];
            }
            case 'result': {
                const cost = event.totalCostUsd === undefined ? '' : `, $${event.totalCostUsd.toFixed(4)}`;
                const why = event.terminalReason ?? event.subtype;
                const end = event.isError ? `✗ ended${why === undefined ? '' : ` (${why})`}` : '✓ done';
                return [oneLine(`${end}, ${(0,lib_text/* plural */.LS)(turns, 'turn')}${cost}`)];
            }
            case 'raw':
                return event.text.trim() === '' ? [] : [oneLine(event.text)];
            case 'notice':
                return [oneLine(`⚠ ${event.text}`)];
            case 'hook-ended':
                return event.failed || show === 'full' ? hookLines(event, show) : [];
            case 'background-started':
                if (tasks.size < CALLS_AT_ONCE)
                    tasks.set(event.task.id, event.task);
                return [oneLine(`→ ${describeTask(event.task)}`)];
            case 'background-ended': {
                const task = tasks.get(event.id);
                tasks.delete(event.id);
                return task === undefined ? [] : [oneLine(`← ${describeTask(task)}: ${event.status}`)];
            }
            default:
                return [];
        }
    }
    return {
        /** The lines for `event`: none, one or several. */
        lines(event, { elapsedMs, turns }) {
            // It comes again whenever a subagent in the background has ended.
            if (show === 'off' || (event.kind === 'init' && started))
                return [];
            started ||= event.kind === 'init';
            const indent = 'parentToolUseId' in event && event.parentToolUseId !== undefined ? '  ' : '';
            const start = `${clock(elapsedMs)}  ${indent}`;
            return linesFor(event, turns).map((line) => (line.startsWith(' ') ? ' '.repeat(start.length) : start) + line);
        },
        /** One line for a time without output; `tokens` and `dollars`, where the model has a known price, are those of the run so far. */
        quiet(quietMs, at) {
            if (show === 'off')
                return undefined;
            const cost = at.dollars === undefined ? '' : `about $${at.dollars.toFixed(2)}, `;
            const used = at.tokens === 0 ? '' : ` (${cost}${(0,lib_text/* grouped */.zD)(at.tokens)} tokens so far)`;
            return `${clock(at.elapsedMs)}  … no output for ${clock(quietMs).replace(/^0/, '')}, waiting for ${at.waitingFor}${used}`;
        },
    };
}
/** More than run at once: calls whose results never come must not pile up. */
const CALLS_AT_ONCE = 100;
/** One line a block. */
const describeBriefly = (block, tool) => {
    if (block.kind === 'text' && block.text.trim() !== '')
        return [oneLine(`Claude: ${block.text}`)];
    if (block.kind === 'tool-use')
        return [callLine(block)];
    if (block.kind === 'tool-result' && block.isError)
        return [failedLine(tool ?? 'tool', block.text)];
    return [];
};
/** A tool call; an edit with how many lines it adds and takes away, as its input says. */
function callLine({ name, input }) {
    const line = `${name}  ${toolInputLine(input)}`;
    const counts = EDITS.has(name) ? editCounts(input) : undefined;
    return counts === undefined ? oneLine(line) : `${oneLine(line)}  +${counts.added} −${counts.removed}`;
}
const EDITS = new Set(['Edit', 'Write']);
/** Lines of an edit; what both texts begin and end with is not changed. */
function editCounts(input) {
    const [before = '', after = (0,lib_json/* fieldOf */._F)(input, 'content')] = [(0,lib_json/* fieldOf */._F)(input, 'old_string'), (0,lib_json/* fieldOf */._F)(input, 'new_string')];
    if (typeof before !== 'string' || typeof after !== 'string' || (0,lib_json/* stringOf */.Je)(input, 'file_path') === undefined)
        return undefined;
    const [old, young] = [linesOfText(before), linesOfText(after)];
    let start = 0;
    while (start < Math.min(old.length, young.length) && old[start] === young[start])
        start++;
    let end = 0;
    while (end < Math.min(old.length, young.length) - start && old.at(-1 - end) === young.at(-1 - end))
        end++;
    return { added: young.length - start - end, removed: old.length - start - end };
}
const linesOfText = (text) => (text === '' ? [] : linesIn(text.replace(/\n$/, '')));
/** Why a tool call failed: of a command the exit code and its last line, which says most; else the first line. */
function failedLine(tool, text) {
    const [, code, output = ''] = /^Exit code (\d+)\s*(.*)$/s.exec(text) ?? [];
    if (code === undefined)
        return oneLine(`✗ ${tool} failed: ${text.replaceAll(/<\/?tool_use_error>/g, '')}`);
    const last = linesIn(output.slice(-TAIL)).findLast((line) => line.trim() !== '');
    return oneLine(`✗ ${tool} failed with exit code ${code}${last === undefined ? '' : `: ${last.trim()}`}`);
}
/** Bounds what is looked at for the last line. */
const TAIL = 4000;
/** A title, and below it all there is. */
const describeInFull = (block, tool = 'tool') => {
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
function hookLines(hook, show) {
    const { name, failed, exitCode, output } = hook;
    const code = exitCode === undefined ? '' : ` (exit code ${exitCode})`;
    const title = failed ? `✗ hook ${name} failed${code}` : `hook ${name}`;
    if (output.trim() === '')
        return [oneLine(title)];
    return show === 'full' ? [oneLine(`${title}:`), ...body(output)] : [oneLine(`${title}: ${output}`)];
}
const FULL_WIDTH = 1000;
const FULL_LINES = 500;
function body(text) {
    const lines = linesIn(text.trimEnd());
    const more = lines.length - FULL_LINES;
    const shown = lines.slice(0, FULL_LINES).map((line) => `  ${cut(line, FULL_WIDTH)}`);
    return more > 0 ? [...shown, `  … ${more} more lines, see the transcript`] : shown;
}

;// CONCATENATED MODULE: ./lib/claude/model-prices.js
// Written by `node scripts/release-facts.ts` from what the Claude Code of release.ts says that calls cost.
/** Dollars for a million tokens, by model: input, output, read from the cache, written to the cache. */
const MODEL_PRICES = {
    'claude-opus-5-5': [4, 20, 0.2, 5],
    'claude-sonnet-5-5': [2, 10, 0.1, 2.5],
    'claude-haiku-5-5': [0.1, 0.5, 0.01, 0.125],
    'claude-opus-5': [5, 25, 0.5, 6.25],
    'claude-sonnet-5': [2, 10, 0.2, 2.5],
    'claude-fable-5-2': [8, 40, 0.2, 10],
    'claude-opus-4-8': [5, 25, 0.5, 6.25],
    'claude-opus-4-7': [5, 25, 0.5, 6.25],
    'claude-opus-4-6': [5, 25, 0.5, 6.25],
    'claude-sonnet-4-6': [3, 15, 0.3, 3.75],
    'claude-opus-4-5-20251101': [5, 25, 0.5, 6.25],
    'claude-haiku-4-5-20251001': [1, 5, 0.1, 1.25],
    'claude-sonnet-4-5-20250929': [3, 15, 0.3, 3.75],
    'claude-opus-4-1-20250805': [15, 75, 1.5, 18.75],
    'claude-opus-4-20250514': [15, 75, 1.5, 18.75],
};

;// CONCATENATED MODULE: ./lib/claude/prices.js

/** Dollars of a call by Claude Code's own prices, as its `total_cost_usd` counts; undefined for a model that it has none of. */
function priceOf(model, { input, output, cacheRead, cacheWrite }) {
    const name = pricedName(model);
    const prices = Object.hasOwn(MODEL_PRICES, name) ? MODEL_PRICES[name] : undefined;
    if (prices === undefined)
        return undefined;
    const [ofInput, ofOutput, ofCacheRead, ofCacheWrite] = prices;
    return (input * ofInput + output * ofOutput + cacheRead * ofCacheRead + cacheWrite * ofCacheWrite) / 1_000_000;
}
/** The name of a model in the table, without geography and version: of a model id, a profile id, or an ARN that ends in one. */
function pricedName(model) {
    return /(?:^|[./])anthropic\.([\w.-]+?)(?:-v\d+)?(?::\d+)?$/.exec(model)?.[1] ?? '';
}

;// CONCATENATED MODULE: ./lib/claude/run-problems.js



/** The failure of a run whose program could not be started; `spawnError` is the system's own text. */
function notStarted(spawnError) {
    return new errors/* Failure */.HR('agent-crashed', {
        message: `Claude Code could not be started: ${spawnError}`,
        fix: spawnError.includes('E2BIG')
            ? 'The system limits the length of arguments (Linux: 128 KiB each): shorten append-system-prompt, or give json-schema, settings and mcp-config as smaller documents.'
            : 'Check that working-directory exists and that claude-code-path names an executable for this machine; without claude-code-path, Claude Code is installed.',
    });
}
/** The failure of a run without a `result` event, or with an exit code that contradicts it, by what it wrote to standard error. */
function crashed({ exit, stderrTail }) {
    const words = lastLines(stderrTail);
    if (/cannot be used with root\/sudo/i.test(stderrTail))
        return new errors/* Failure */.HR('root-not-allowed', {
            message: `This job runs as root, where Claude Code refuses permission-mode bypassPermissions.\n"${words}"`,
            fix: [
                'Allow what is needed by name instead:',
                (0,errors/* yaml */.oQ)('permission-mode: dontAsk\nallowed-tools: |\n  Edit\n  Bash(npm test:*)'),
                'or run the job as another user, or, where the machine is thrown away after the job, set on this step:',
                (0,errors/* yaml */.oQ)('env:\n  IS_SANDBOX: "1"\nwith:\n  environment: IS_SANDBOX'),
            ],
        });
    return new errors/* Failure */.HR('agent-crashed', {
        message: `Claude Code ended ${howEnded(exit)} without reporting how its work went.${words === '' ? '' : `\nIt wrote: "${words}"`}`,
        fix: crashFix(exit, stderrTail),
    });
}
/** How the program ended, and what it wrote last: `with exit code 1 ("hook failed")`. */
function describeExit({ exit, stderrTail }) {
    const words = lastLines(stderrTail);
    return `${howEnded(exit)}${words === '' ? '' : ` ("${words}")`}`;
}
const howEnded = ({ code, signal }) => signal === undefined ? `with exit code ${code ?? 'unknown'}` : `by the signal ${signal}`;
function crashFix({ signal }, stderrTail) {
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
/**
 * Of the expected servers those that did not start, as the `init` event has it: one that is `pending` then has no tools in the first
 * call of the model, and one that is not listed was blocked by a policy.
 */
function unavailable(expected, listed = []) {
    return expected.names.flatMap((name) => {
        const server = listed.find((each) => each.name === name) ?? { name, status: 'not listed' };
        return server.status === 'connected' ? [] : [server];
    });
}
/** `github (failed), docs (pending)` */
const describeServers = (servers) => servers.map(({ name, status }) => `${name} (${status})`).join(', ');
/** The failure of a run that must not go on without expected servers; `elapsedMs` is how long they had to start. */
function mcpServerFailed(expected, listed, elapsedMs) {
    const servers = unavailable(expected, listed);
    const meanings = new Set(servers.map(({ status }) => MEANINGS[status] ?? `Claude Code reports the status ${status}.`));
    return new errors/* Failure */.HR('mcp-server-failed', {
        message: `An MCP server of mcp-config did not start within ${Math.ceil(elapsedMs / 1000)} s: ${describeServers(servers)}.\n${[...meanings].join(' ')}`,
        fix: [
            ...(expected.outOfReach ?? [])
                .filter(({ name }) => servers.some((server) => server.name === name))
                .map(({ why }) => why),
            'Run the command of the server in a step before to see what it writes; variables it reads must be named in `environment`.',
            'Where it needs longer than 30 seconds, for example to download itself:',
            (0,errors/* yaml */.oQ)('env:\n  MCP_TIMEOUT: "120000"\nwith:\n  environment: MCP_TIMEOUT'),
            'To let the agent work without it:',
            (0,errors/* yaml */.oQ)('require-mcp-servers: "false"'),
        ],
    });
}
/** What Claude Code means by a status (2.1.330). */
const MEANINGS = {
    failed: 'It ended, could not be started or reached, or gave no valid answer.',
    pending: 'It was still starting.',
    'needs-auth': 'It asks for a sign-in, which nobody can do in a workflow: give it a token in `headers` or `env`.',
    'not listed': 'Claude Code left it out: a policy of the settings or the machine forbids it.',
};
/** What everybody should know of a run that does not change how it ended. */
function warningsOf(run, context) {
    const { statistics, exit, stopped, open } = run;
    const { result } = statistics;
    const { names, required } = context.mcpServers;
    const warnings = [];
    const failed = [
        ...(required || result === undefined ? [] : unavailable(context.mcpServers, statistics.mcpServers)),
        ...statistics.mcpServers.filter(({ name, status }) => status !== 'connected' && !names.includes(name)),
    ];
    if (failed.length > 0)
        warnings.push(`The agent worked without MCP servers that did not start: ${describeServers(failed)}.`);
    warnings.push(...subagentWarnings(statistics.subagents));
    const ended = open.length === 0 ? '' : ` With it ended: ${open.join('; ')}.`;
    if (stopped === 'answered')
        warnings.push(`Claude Code had answered, but did not exit within a minute, so it was ended.${ended}`);
    if (stopped === undefined && result?.isError === false && run.complete && exit.code !== 0)
        warnings.push(`Claude Code reported its result and then ended ${describeExit(run)}; the result counts.`);
    const { inputTokens, outputTokens } = result?.usage ?? statistics.usage;
    const { inputTokens: input, outputTokens: output } = context.calls ?? {};
    if (areFarApart(input, inputTokens) || areFarApart(output, outputTokens))
        warnings.push(`Claude Code counted ${inputTokens} input and ${outputTokens} output tokens, the gateway ${input ?? 0} and ${output ?? 0}: take its totals with care.`);
    return warnings;
}
const MOST_LISTED = 20;
/** Claude Code ends well whatever became of its subagents. */
function subagentWarnings(subagents) {
    if (subagents === undefined || subagents.failed.length === 0)
        return [];
    const { started, failed } = subagents;
    const lines = failed
        .slice(0, MOST_LISTED)
        .map(({ description, reason }) => `- ${oneLine(`${description}: ${reason || 'no reason given'}`)}`);
    const more = failed.length > lines.length ? [`- and ${failed.length - lines.length} more`] : [];
    const what = `${failed.length} of ${(0,lib_text/* plural */.LS)(started, 'subagent')} failed, which Claude Code does not count as a failure of the run:`;
    return [[what, ...lines, ...more].join('\n')];
}
/** Whether two counts of the same calls are far apart: by more than a tenth, and more than a short answer. */
const areFarApart = (a, b) => a !== undefined && Math.abs(a - b) > Math.max(2_000, 0.1 * Math.max(a, b));

;// CONCATENATED MODULE: ./lib/claude/timeline.js

/** Builds a {@link Timeline} from `startedAt` on (milliseconds since 1970). What a subagent does is part of the call that started it. */
function startTimeline(startedAt) {
    const calls = new Map();
    let stretches = [];
    let left = 0;
    /** Since when the model has been asked, and when it last said something. */
    let asked;
    let spoken;
    /** Holds the longest stretches by their start; with one too many the shortest goes. */
    const keep = (stretch) => {
        const all = [...stretches, stretch];
        const shortest = all.reduce((least, each) => (each.to - each.from < least.to - least.from ? each : least));
        const kept = all.length > MOST_SHOWN ? all.filter((each) => each !== shortest) : all;
        left += all.length - kept.length;
        stretches = kept.toSorted((a, b) => a.from - b.from);
    };
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
    return {
        add(event, at) {
            if ('parentToolUseId' in event && event.parentToolUseId !== undefined)
                return;
            if (event.kind === 'init')
                asked = at;
            if (event.kind === 'assistant') {
                asked ??= at;
                spoken = at;
                for (const block of event.blocks)
                    if (block.kind === 'tool-use' && calls.size < MOST_AT_ONCE)
                        calls.set(block.id, { name: block.name, from: at });
            }
            if (event.kind === 'user') {
                endModel(spoken);
                asked = at;
                for (const block of event.blocks)
                    if (block.kind === 'tool-result')
                        endCall(block.toolUseId, at, block.isError);
            }
            if (event.kind === 'retry')
                keep({ kind: 'retry', what: (0,claude_statistics/* retryReason */.D)(event), from: at, to: at + event.delayMs, failed: true });
            if (event.kind === 'result')
                endModel(spoken);
        },
        /** What is not over yet counts until now. */
        at(at) {
            const unfinished = [...calls.keys()];
            endModel(unfinished.length === 0 ? (spoken ?? at) : spoken);
            unfinished.forEach((id) => endCall(id, at, true));
            return { startedAt, stretches, left };
        },
    };
}
/** What fits on a page and is taken in at a glance. */
const MOST_SHOWN = 20;
/** More than run at once: a call whose result never comes must not be remembered for ever. */
const MOST_AT_ONCE = 100;

;// CONCATENATED MODULE: ./lib/claude/agent.js








/** Runs Claude Code to its end, recording and logging its output, and ends every process that it leaves. Rejects only when `record` does. */
async function runAgent(task, world) {
    const { clock, log } = world;
    const startedAt = clock.now();
    const elapsed = () => clock.now() - startedAt;
    const statistics = (0,claude_statistics/* startStatistics */.S)();
    const timeline = startTimeline(startedAt);
    const activity = startActivity(task.mcpServers?.names);
    const logLines = logLinesFor(task.show);
    // Paths of the checkout are shown as they are in the repository.
    const here = `${task.command.cwd}/`;
    const over = new AbortController();
    const stopRequest = new AbortController();
    let stopReason;
    let open = [];
    let unfinished = false;
    let lastOutputAt = elapsed();
    let stderrTail = '';
    let started = false;
    function requestStop(reason) {
        if (stopReason !== undefined || over.signal.aborted)
            return;
        stopReason = reason;
        open = activity.open().map((what) => task.redact(what));
        unfinished = activity.restingSince() === undefined;
        stopRequest.abort();
    }
    /** Counts lines as they came, and logs them as they were kept: what is redacted must not decide how a run ended. */
    async function take(lines) {
        const kept = await task.record(lines);
        lastOutputAt = elapsed();
        return lines.map((line, at) => {
            const event = (0,event_parser/* parseEvent */.w)(line);
            statistics.add(event);
            timeline.add(event, lastOutputAt);
            activity.add(event, lastOutputAt);
            const shown = kept[at] === undefined || kept[at] === line ? event : (0,event_parser/* parseEvent */.w)(kept[at]);
            const progress = { elapsedMs: lastOutputAt, turns: statistics.turns() };
            for (const logged of logLines.lines(shown, progress))
                log.info(logged.replaceAll(here, ''));
            started ||= event.kind === 'init';
            // A turn that ends while it is asked to stop is done.
            if (event.kind === 'result')
                unfinished = false;
            const servers = task.mcpServers;
            if (event.kind === 'init' && servers?.required && unavailable(servers, event.mcpServers).length > 0)
                requestStop('mcp-servers');
            return shown;
        });
    }
    async function readOutput(output) {
        for await (const lines of (0,lib_text/* lineGroupsOf */.Ui)(output))
            await take(lines);
    }
    async function readErrors(output) {
        for await (const lines of (0,lib_text/* lineGroupsOf */.Ui)(output)) {
            for (const event of await take(lines.map((text) => JSON.stringify({ type: 'raw', text }))))
                if (event.kind === 'raw')
                    stderrTail = `${stderrTail}${event.text.slice(-agent_TAIL)}\n`.slice(-agent_TAIL);
        }
    }
    async function logSilence() {
        while (!over.signal.aborted) {
            // MCP servers and hooks may hold up the start for half a minute.
            const everyMs = started ? HEARTBEAT_MS : HEARTBEAT_MS / 6;
            const quietMs = elapsed() - lastOutputAt;
            const at = { elapsedMs: elapsed(), waitingFor: activity.waitingFor(), ...usedBy(statistics.current()) };
            const line = quietMs >= everyMs ? logLines.quiet(quietMs, at) : undefined;
            if (line !== undefined)
                log.info(task.redact(line).replaceAll(here, ''));
            await clock.sleep(everyMs - (quietMs % everyMs), over.signal);
        }
    }
    /** Its answer is complete and only commands in the background are left: nobody will look at what they do. */
    async function endWhenAnswered() {
        while (!over.signal.aborted) {
            const since = activity.restingSince();
            const restMs = since === undefined ? 0 : elapsed() - since;
            if (restMs >= REST_MS)
                requestStop('answered');
            await clock.sleep(Math.max(REST_MS - restMs, 0) || REST_MS, over.signal);
        }
    }
    async function endInTime() {
        await clock.sleep(task.timeoutMs, AbortSignal.any([task.stop, over.signal, stopRequest.signal]));
        requestStop(task.stop.aborted ? 'cancel' : 'timeout');
        if (stopReason === undefined)
            return;
        for (const signal of ['SIGINT', 'SIGTERM']) {
            child.signal(signal);
            await clock.sleep(stopReason === 'cancel' ? CANCEL_GRACE_MS : GRACE_MS, over.signal);
            if (over.signal.aborted)
                return;
        }
        await child.killTree();
    }
    // By itself Claude Code ends subagents in the background too, ten minutes after the last turn (2.1.330); `0` waits for them.
    const env = { CLAUDE_CODE_PRINT_BG_WAIT_CEILING_MS: '0', ...task.command.env };
    const child = world.processes.start({ ...task.command, env });
    try {
        const [exit] = await Promise.all([
            child.ended.finally(() => over.abort()),
            endInTime(),
            endWhenAnswered(),
            readOutput(child.stdout),
            readErrors(child.stderr),
            logSilence(),
        ]);
        const durationMs = elapsed();
        const complete = activity.hasAnswered() && !unfinished;
        const facts = { statistics: statistics.current(), timeline: timeline.at(durationMs) };
        return { exit, stopped: stopReason, open, complete, stderrTail, durationMs, ...facts };
    }
    finally {
        // Its commands run in sessions of their own and survive it.
        await child.killTree();
    }
}
/** What a run has used so far, in tokens, and roughly in dollars: those of subagents with other models count like the main one's. */
function usedBy({ usage, model = '' }) {
    const { inputTokens: input, outputTokens: output, cacheReadTokens: cacheRead } = usage;
    const counts = { input, output, cacheRead, cacheWrite: usage.cacheCreationTokens };
    return { tokens: input + output + cacheRead + counts.cacheWrite, dollars: priceOf(model, counts) };
}
/** Of standard error, this many characters are kept. */
const agent_TAIL = 4_000;
const HEARTBEAT_MS = 60_000;
/** How long a run whose answer is complete may go on. */
const REST_MS = 60_000;
/**
 * How long each way of ending a run is given: SIGINT first, since then it reports its costs; SIGTERM; then all its processes
 * are killed. A cancelled job has 7.5 seconds until the runner ends the action itself (actions/runner 2.336).
 */
const GRACE_MS = 3_000;
const CANCEL_GRACE_MS = 1_500;

// EXTERNAL MODULE: ./lib/claude/arguments.js
var claude_arguments = __webpack_require__(90494);
// EXTERNAL MODULE: ./lib/claude/denials.js
var claude_denials = __webpack_require__(57482);
// EXTERNAL MODULE: ./lib/claude/permission-rule.js
var permission_rule = __webpack_require__(33394);
;// CONCATENATED MODULE: ./lib/claude/outcome.js






/**
 * Decides how a run ended, by its result: an interrupted run exits with 0 too, a failed call of the model has the subtype
 * `success`, and a run whose work is done may exit with anything (measured with 2.1.330). Without a result it has failed.
 * `notes` are lines for the log, `warnings` and `notice` for everybody.
 */
function outcomeOf(run, context) {
    const { denyRules: rules, agent } = context;
    const denials = run.statistics.denials.map((denial) => (0,claude_denials/* explainDenial */.LI)(denial, rules, agent.workingDirectory));
    const failure = failureOf(run, context) ?? denied(denials, agent);
    const isNoticed = failure === undefined && denials.length > 0;
    return {
        failure,
        notes: denials.map((denial) => `Not allowed: ${describeDenial(denial)}`),
        warnings: warningsOf(run, context),
        notice: isNoticed ? `Success, ${(0,lib_text/* plural */.LS)(denials.length, 'tool call')} denied.` : undefined,
        denials,
    };
}
function failureOf(run, context) {
    const { exit, stopped, statistics } = run;
    const { result } = statistics;
    if (exit.spawnError !== undefined)
        return notStarted(exit.spawnError);
    if (stopped === 'mcp-servers')
        return mcpServerFailed(context.mcpServers, statistics.mcpServers, run.durationMs);
    const succeeded = result !== undefined && !result.isError && result.subtype === 'success';
    if (succeeded && run.complete && (stopped !== 'cancel' || exit.code === 0))
        return promptNotRun(result, run, context) ?? structuredOutputMissing(result, context);
    if (stopped === 'timeout' || stopped === 'cancel')
        return stoppedFailure(stopped, run, context);
    return result === undefined || succeeded ? crashed(run) : reportedFailure(result, run, context);
}
/** What the `result` event says went wrong. */
function reportedFailure(result, { statistics }, context) {
    const { agent } = context;
    const reason = result.terminalReason;
    const words = result.result ?? result.errors.join('; ');
    if (result.subtype === 'error_max_turns' || reason === 'max_turns') {
        const limit = agent.maxTurns ?? statistics.turns;
        return new errors/* Failure */.HR('max-turns-reached', {
            message: `Claude Code had not finished after ${(0,lib_text/* plural */.LS)(limit, 'turn')} (max-turns).\n"${words}"`,
            fix: ['Allow more turns, or ask for less:', (0,errors/* yaml */.oQ)(`max-turns: "${limit * 2}"`)],
        });
    }
    if (result.subtype === 'error_max_budget_usd' || reason === 'budget_exhausted') {
        const limit = agent.maxBudgetUsd ?? result.totalCostUsd ?? 0;
        const spent = result.totalCostUsd === undefined ? '' : ` It spent $${result.totalCostUsd.toFixed(4)}.`;
        return new errors/* Failure */.HR('budget-exceeded', {
            message: `Claude Code had not finished when max-budget-usd (${limit}) was used up.${spent}\nThe limit is checked between turns, when the last call is already paid for.\n"${words}"`,
            fix: ['Allow more, or ask for less:', (0,errors/* yaml */.oQ)(`max-budget-usd: "${limit * 2}"`)],
        });
    }
    if (result.subtype === 'error_max_structured_output_retries')
        return new errors/* Failure */.HR('structured-output-missing', {
            message: `Claude Code ended without a structured result: none that the model gave fits json-schema.\n"${words}"`,
            fix: 'Make the schema simpler (fewer required fields, no `additionalProperties: false`), describe its fields, or take a larger model.',
        });
    if (reason === 'api_error' || reason === 'prompt_too_long' || result.apiErrorStatus !== undefined) {
        const { failedRequestId: requestId } = statistics;
        return explainCall({ text: words, status: result.apiErrorStatus, requestId }, statistics, context);
    }
    const how = [result.subtype, reason].filter((part) => part !== undefined && part !== '').join(', ');
    return new errors/* Failure */.HR('agent-failed', {
        message: `Claude Code ended with an error (${how || 'no reason given'}).\n"${words || 'no message'}"`,
        fix: 'The transcript shows the turns before it: open transcript.html of the artifact.',
    });
}
/** What it means that a call of the main model failed; Claude Code passes on words and status, not the name of the error. */
function explainCall(error, statistics, { explain, bedrock, account, quota }) {
    const { region, model = statistics.model, maxOutputTokens } = bedrock;
    const operation = 'InvokeModelWithResponseStream';
    const call = { region, model, account, maxOutputTokens, outputCeiling: quota?.ceiling };
    return explain({ operation, ...error }, call);
}
/** Claude Code answers commands of its own (`/help`, `/compact`) without a model, and so it does when a hook blocks the prompt. */
function promptNotRun(result, { statistics }, { calls }) {
    const { turns, usage, blocked } = statistics;
    const asked = turns > 0 || (calls === undefined ? usage.outputTokens > 0 : calls.calls > 0);
    if (asked)
        return undefined;
    if (blocked !== undefined)
        return new errors/* Failure */.HR('prompt-not-run', {
            message: `No model was asked: a hook of the settings blocked the prompt. Claude Code reported: "${blocked.trim()}"`,
            fix: 'Change the prompt so that the hook lets it pass, or the hook (`UserPromptSubmit` of the settings).',
        });
    const answer = result.result?.trim() ? ` Claude Code answered: "${result.result.trim().slice(0, 1000)}"` : '';
    return new errors/* Failure */.HR('prompt-not-run', {
        message: `No model was asked: Claude Code took the prompt for a command of its own, since it begins with \`/\`.${answer}`,
        fix: [
            'Say in words what is to be done; a prompt whose first character is not `/` is never a command:',
            (0,errors/* yaml */.oQ)('prompt: Explain what /help does.'),
        ],
    });
}
function structuredOutputMissing(result, { agent }) {
    if (agent.jsonSchema === undefined || result.structuredOutput !== undefined)
        return undefined;
    return new errors/* Failure */.HR('structured-output-missing', {
        message: 'json-schema was given, but Claude Code ended without a structured result: the model never gave one.',
        fix: 'Ask for the result in the prompt, and keep the schema simple; the output `result` holds what it answered instead.',
    });
}
function stoppedFailure(stopped, run, context) {
    const { agent } = context;
    const { turns, retries, retrying } = run.statistics;
    const progress = `It had taken ${(0,lib_text/* plural */.LS)(turns, 'turn')}${retries === 0 ? '' : `, and seen ${(0,lib_text/* plural */.LS)(retries, 'failed call')} of the model retried`}.`;
    if (stopped === 'cancel') {
        return new errors/* Failure */.HR('agent-cancelled', {
            message: `The job was cancelled after the agent had run for ${outcome_minutes(run.durationMs)}. ${progress}`,
            fix: 'Nothing is wrong with the set-up. A `concurrency` group with `cancel-in-progress: true` cancels older runs by itself.',
        });
    }
    const waiting = run.open.length === 0 ? '' : `It was waiting for ${run.open.slice(0, 5).join('; ')}.`;
    const more = (0,errors/* yaml */.oQ)(`timeout-minutes: "${roundedMinutes(agent.timeoutMs * 2)}"`);
    if (retrying !== undefined) {
        const cause = explainCall({ text: retrying.error ?? '', status: retrying.status }, run.statistics, context);
        return new errors/* Failure */.HR('agent-timed-out', {
            message: `The agent was stopped after ${outcome_minutes(agent.timeoutMs)} (timeout-minutes) while Bedrock refused its calls.\n${cause.message}\n${progress}`,
            quote: cause.quote,
            fix: [...cause.fix, 'Or give it more time:', more],
        });
    }
    return new errors/* Failure */.HR('agent-timed-out', {
        message: `The agent was stopped after ${outcome_minutes(agent.timeoutMs)} (timeout-minutes). ${progress}${waiting === '' ? '' : `\n${waiting}`}`,
        fix: [...stuckFix(run.open), 'Give it more time, or less to do:', more],
    });
}
/** What to do where the time was not the model's. */
function stuckFix(open) {
    const last = open.at(-1);
    if (last === undefined || last.startsWith('subagent'))
        return [];
    if (last.startsWith('hook '))
        return ['See why the hook did not end, or give it a `timeout` in the settings.'];
    if (last.startsWith('the MCP servers'))
        return ['See why an MCP server did not start: run its command in a step before.'];
    if (last.startsWith('background command'))
        return ['Have the agent end what it starts in the background.'];
    return ['See why this call did not end: a server, a prompt for input or a watcher never ends by itself.'];
}
/** Denied calls fail the run where the user wants it so. */
function denied(denials, agent) {
    if (!agent.failOnDenial || denials.length === 0)
        return undefined;
    const listed = denials.slice(0, 20).map((denial) => `- ${describeDenial(denial)}`);
    const more = denials.length > listed.length ? [`- and ${denials.length - listed.length} more`] : [];
    const rules = (0,permission_rule/* allowingYaml */.Fu)(denials);
    const title = `${(0,lib_text/* plural */.LS)(denials.length, 'tool call')} denied, and fail-on-denial is true:`;
    return new errors/* Failure */.HR('agent-failed', {
        message: [title, ...listed, ...more].join('\n'),
        fix: [
            'Have the prompt do without these calls, or take `fail-on-denial` out.',
            ...(rules === undefined ? [] : ['To allow them, add:', (0,errors/* yaml */.oQ)(rules)]),
        ],
    });
}
function describeDenial(denial) {
    return `${`${denial.tool_name}  ${toolInputLine(denial.tool_input)}`.trim()} (${(0,permission_rule/* denialReason */.iZ)(denial)})`;
}
const roundedMinutes = (ms) => Math.round(ms / 6_000) / 10;
const outcome_minutes = (ms) => (ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${roundedMinutes(ms)} min`);

// EXTERNAL MODULE: ./lib/transcript/outcome-text.js
var outcome_text = __webpack_require__(67892);
// EXTERNAL MODULE: ./lib/transcript/outputs.js
var outputs = __webpack_require__(1296);
;// CONCATENATED MODULE: ./lib/aws/renewal.js



/**
 * Renews a session when it is used near its end, one renewal at a time. Logs a line for each. `authenticate` signs in again and
 * rejects with a Failure; `refused` is the session that has expired or that AWS no longer accepts, so that the same one does not
 * count. Without it the present session is still valid.
 */
function renewing(first, { authenticate }, { clock, log }) {
    let held = hold(first, clock.now());
    let ahead;
    let notAheadBefore = 0;
    let renewal;
    async function signInAgain(refused) {
        const session = await authenticate(refused);
        if (!isSameSession(session, held.session)) {
            held = hold(session, clock.now());
            log.info(`Signed in again${session.kind === 'keys' ? ` as ${session.arn}` : ''}${until(session)}.`);
        }
        else if (refused !== undefined)
            throw renewalFailure(session);
        return held.session;
    }
    async function renewAhead() {
        await signInAgain().catch((error) => {
            log.info(`Signing in again failed and will be tried again; the session is valid${until(held.session)}. ${firstLine(error)}`);
        });
        notAheadBefore = clock.now() + held.pauseMs;
        ahead = undefined;
    }
    async function renewNow(stale) {
        try {
            return await signInAgain(stale);
        }
        catch (error) {
            log.info(`Signing in again failed. ${firstLine(error)}`);
            throw expired(error);
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
/**
 * A session with its times, in milliseconds since 1970; one without an expiration counts as valid for ever. `pauseMs` is between
 * two attempts to renew it before its end.
 */
function hold(session, now) {
    const expiration = session.kind === 'keys' ? session.keys.expiration?.getTime() : undefined;
    if (expiration === undefined)
        return { session, renewFrom: Infinity, endsAt: Infinity, pauseMs: 0 };
    const margin = Math.min(LONGEST_MARGIN_MS, Math.max(0, expiration - now) / 3);
    // A call signed in the last moments would arrive too late.
    return { session, renewFrom: expiration - margin, endsAt: expiration - margin / 10, pauseMs: margin / 10 };
}
const until = (session) => session.kind === 'keys' && session.keys.expiration ? ` until ${(0,lib_text/* wholeSeconds */.$P)(session.keys.expiration)}` : '';
/** The first line says what failed; the rest is advice for when it ends the run. */
const firstLine = (error) => (0,errors/* asFailure */.h_)(error).message.split('\n', 1).join('');
function expired(error) {
    const failure = (0,errors/* asFailure */.h_)(error);
    if (failure.code !== 'unexpected')
        return failure;
    const message = `The session with AWS has ended, and signing in again failed.\n${failure.message}`;
    return new errors/* Failure */.HR('credentials-expired', { message, fix: failure.fix, cause: error });
}
/** Whether two sessions are the same credentials. */
function isSameSession(one, other) {
    if (one.kind === 'bearer')
        return other.kind === 'bearer' && one.key === other.key;
    return (other.kind === 'keys' &&
        one.keys.accessKeyId === other.keys.accessKeyId &&
        one.keys.sessionToken === other.keys.sessionToken);
}
/**
 * Why the run cannot go on when AWS no longer accepts a session and signing in gives the same one again: temporary keys have
 * expired, long-term keys are not (or no longer) valid.
 */
function renewalFailure(session) {
    if (session.kind === 'bearer') {
        return new errors/* Failure */.HR('credentials-invalid', {
            message: 'Bedrock does not accept the API key: it has expired, was deleted, or is of another region. It cannot be renewed.',
            fix: [
                'Make a new key and store it in the secret that `bedrock-api-key` is given. A role needs no key, and is renewed:',
                ...error_rules/* ASSUME_ROLE */.aO,
            ],
        });
    }
    if (session.keys.sessionToken === undefined) {
        return new errors/* Failure */.HR('credentials-invalid', {
            message: `AWS does not accept the keys of ${session.arn}: they are deleted or deactivated. Signing in again gave the same.`,
            fix: ['Set keys that are valid. A role needs none, and is renewed:', ...error_rules/* ASSUME_ROLE */.aO],
        });
    }
    return new errors/* Failure */.HR('credentials-expired', {
        message: `The credentials of ${session.arn} have expired, and their source has no newer ones.`,
        fix: [
            'Let this step sign in itself; then it also renews the session:',
            ...error_rules/* ASSUME_ROLE */.aO,
            'Or name a command that renews them, for a profile:',
            (0,errors/* yaml */.oQ)('with:\n  aws-auth-refresh: aws sso login --profile NAME'),
            'or one that prints fresh ones (`aws-credential-export`).',
        ],
    });
}
/** Serves a session's keys to the agent's process, which asks again when they expire. A Bedrock API key cannot be served so. */
function serveContainerCredentials(session, world) {
    return world.containerCredentials.serve(async () => {
        const current = await session.current();
        if (current.kind === 'keys')
            return current.keys;
        throw new errors/* Failure */.HR('unexpected', { message: 'A Bedrock API key is no access key.', fix: 'Please report it.' });
    });
}

;// CONCATENATED MODULE: ./lib/gateway/answer.js



/** Claude Code's tool for the result that `--json-schema` asks for (2.1.330). */
const STRUCTURED = 'StructuredOutput';
/**
 * Reads the JSON objects of one answer, the events of a stream or its one body, in the forms of the Messages API
 * (https://platform.claude.com/docs/en/build-with-claude/streaming).
 */
function contentReader() {
    const blocks = new Map();
    const open = (index, block) => blocks.set(index, {
        text: (0,lib_json/* stringOf */.Je)(block, 'text') ?? '',
        tool: (0,lib_json/* stringOf */.Je)(block, 'type') === 'tool_use' ? (0,lib_json/* stringOf */.Je)(block, 'name') : undefined,
        input: (0,lib_json/* fieldOf */._F)(block, 'input'),
        json: '',
    });
    return {
        read(object) {
            const index = (0,lib_json/* numberOf */.rl)(object, 'index') ?? -1;
            const type = (0,lib_json/* stringOf */.Je)(object, 'type');
            if (type === 'content_block_start')
                open(index, (0,lib_json/* fieldOf */._F)(object, 'content_block'));
            if (type === 'content_block_delta') {
                const block = blocks.get(index);
                const delta = (0,lib_json/* fieldOf */._F)(object, 'delta');
                if (block === undefined)
                    return;
                block.text += (0,lib_json/* stringOf */.Je)(delta, 'text') ?? '';
                block.json += (0,lib_json/* stringOf */.Je)(delta, 'partial_json') ?? '';
            }
            const whole = type === 'message' ? (0,lib_json/* fieldOf */._F)(object, 'content') : undefined;
            if (Array.isArray(whole))
                whole.forEach((block, at) => open(at, block));
        },
        content() {
            const all = [...blocks.values()];
            return {
                texts: all.filter(({ tool, text }) => tool === undefined && text.trim() !== '').map(({ text }) => text),
                structured: all
                    .filter(({ tool }) => tool === STRUCTURED)
                    .map(({ input, json }) => (json === '' ? input : (0,lib_json/* parseJson */.qF)(json))),
                callsTools: all.some(({ tool }) => tool !== undefined && tool !== STRUCTURED),
            };
        },
    };
}
/** Keeps what the main conversation was answered last, to compare it with what Claude Code reports. */
function lastAnswers() {
    /** The last answer, and the last one that says or calls something. */
    let last;
    let substantial;
    let structured = [];
    let lastTexts = [];
    let hasFailedSince = false;
    /**
     * An empty text stands for the words before it: the model ended with nothing, or a hook ended the run, at a tool call or against
     * another hook (measured with 2.1.330).
     */
    function gaveNothing(said, reason) {
        if (last === undefined || hasFailedSince || (last.callsTools && reason !== 'hook_stopped'))
            return false;
        return saidLast(said);
    }
    const saidLast = (said) => (said === '' ? lastTexts.length === 0 : textsOf(lastTexts).includes(said));
    function gaveText(text) {
        return substantial !== undefined && !substantial.callsTools && textsOf(substantial.texts).includes(text);
    }
    /** Claude Code reports the structured result as text too; a release that lets the model go on reports its closing words. */
    function gaveStructured(output, text, said) {
        if (!structured.some((one) => (0,external_node_util_.isDeepStrictEqual)(one, output)))
            return false;
        return text === '' ? saidLast(said) : (0,external_node_util_.isDeepStrictEqual)((0,lib_json/* parseJson */.qF)(text), output) || gaveText(text);
    }
    return {
        add(content) {
            last = content;
            hasFailedSince = false;
            if (content.texts.length > 0 || content.structured.length > 0 || content.callsTools)
                substantial = content;
            if (content.texts.length > 0)
                lastTexts = content.texts;
            // When a subagent in the background has ended, the model may be asked again, and say something else.
            if (content.structured.length > 0)
                structured = content.structured;
        },
        /** A call of the main conversation had no answer. */
        failed() {
            hasFailedSince = true;
        },
        /** Whether the model gave this result, as a whole. */
        gave({ result, structuredOutput, terminalReason, lastText }) {
            const text = result?.trim() ?? '';
            const said = lastText?.trim() ?? '';
            if ((0,lib_json/* isRecord */.u4)(structuredOutput) || Array.isArray(structuredOutput))
                return gaveStructured(structuredOutput, text, said);
            if (structuredOutput !== undefined && structuredOutput !== null)
                return false;
            return text === '' ? gaveNothing(said, terminalReason) : gaveText(text);
        },
    };
}
/** Claude Code reports the last text of an answer, or all of them. */
const textsOf = (texts) => [...texts, texts.join(''), texts.join('\n')].map((text) => text.trim());
/**
 * Finds a block in the JSON objects of one answer: the events of a stream, or its one body. A guardrail's intervention is a field of the body or of an event
 * (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html); one whose trace says that it only
 * masked leaves the answer the model's. A refusal is a `stop_reason`.
 */
function blockFinder() {
    let intervened = false;
    let refusal;
    const findings = [];
    return {
        read(object) {
            if (/^(GUARDRAIL_)?INTERVENED$/.test((0,lib_json/* stringOf */.Je)(object, 'amazon-bedrock-guardrailAction') ?? ''))
                intervened = true;
            findings.push(...findingsIn((0,lib_json/* fieldOf */._F)(object, 'amazon-bedrock-trace'), ''));
            const ending = (0,lib_json/* stringOf */.Je)(object, 'stop_reason') === undefined ? (0,lib_json/* fieldOf */._F)(object, 'delta') : object;
            if ((0,lib_json/* stringOf */.Je)(ending, 'stop_reason') !== 'refusal')
                return;
            const details = (0,lib_json/* fieldOf */._F)(ending, 'stop_details');
            const words = [(0,lib_json/* stringOf */.Je)(details, 'category'), (0,lib_json/* stringOf */.Je)(details, 'explanation')].filter(Boolean);
            refusal = { kind: 'refusal', reason: words.join(': ') || undefined };
        },
        block() {
            const blocking = findings.filter(({ action }) => action === 'BLOCKED');
            const isMask = blocking.length === 0 && findings.some(({ action }) => action === 'ANONYMIZED');
            if (!intervened || isMask)
                return refusal;
            return { kind: 'guardrail', policies: [...new Set(blocking.map(({ policy }) => policy))] };
        },
    };
}
/** The trace's assessments are nested by guardrail and by side; each policy has lists of findings with an `action`. */
function findingsIn(trace, side) {
    if (Array.isArray(trace))
        return trace.flatMap((item) => findingsIn(item, side));
    if (!(0,lib_json/* isRecord */.u4)(trace))
        return [];
    return Object.entries(trace).flatMap(([key, value]) => {
        const policy = /^(\w+)Policy$/.exec(key)?.[1];
        if (policy === undefined)
            return findingsIn(value, /^(in|out)put/i.exec(key)?.[0].toLowerCase() ?? side);
        const lists = (0,lib_json/* isRecord */.u4)(value) ? Object.values(value) : [];
        return lists.flatMap((list) => (Array.isArray(list) ? list.map((item) => findingOf(policy, item, side)) : []));
    });
}
/** One finding of a trace, its policy as `topic policy "Finance" (input)`. What it matched is not kept. */
function findingOf(policy, item, side) {
    const name = policy.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    const what = (0,lib_json/* stringOf */.Je)(item, 'name') ?? (policy === 'topic' ? undefined : (0,lib_json/* stringOf */.Je)(item, 'type'));
    const words = [`${name} policy`, what && `"${what}"`, side && `(${side})`].filter(Boolean);
    return { policy: words.join(' '), action: (0,lib_json/* stringOf */.Je)(item, 'action') ?? '' };
}
/** A block on one line, for diagnostics and as the first line of a failure. */
function blockLine(block) {
    if (block.kind === 'refusal')
        return `The model refused (stop_reason "refusal")${block.reason ? `: ${block.reason}` : ''}`;
    return `A guardrail intervened${block.policies.length > 0 ? `: ${block.policies.join(', ')}` : ''}`;
}
/** A blocked answer of the main conversation, as the failure of the run. */
function blockedFailure(block, { guardrail, region, model }) {
    if (block.kind === 'refusal') {
        return new errors/* Failure */.HR('model-refused', {
            message: `${blockLine(block)} (${model}, ${region}).\nClaude declined to go on with this conversation, and what it says in place of an answer is no result.`,
            fix: [
                "Look in the transcript at what came before: the prompt, or a text that the agent read, asks for something that Anthropic's usage policy forbids or that looks like it (https://www.anthropic.com/legal/aup).",
                'Reword the prompt, keep such texts away from the agent, or take another model:',
                (0,errors/* yaml */.oQ)('with:\n  model: us.anthropic.claude-...'),
            ],
        });
    }
    const named = guardrail === undefined ? 'No `guardrail` is given: it is one of the account, or of custom headers.' : '';
    return new errors/* Failure */.HR('guardrail-intervened', {
        message: `${blockLine(block)} (${guardrail ? `guardrail ${guardrail.id}:${guardrail.version}, ` : ''}${model}, ${region}).\nThe text in place of an answer is the guardrail's own, not the model's, so the run has no result.`,
        fix: [
            named,
            'Where the block is right, keep such texts out of the prompt and of what the agent reads. Where it is not, change the policy, make a new version of the guardrail, and name that:',
            (0,errors/* yaml */.oQ)(`with:\n  guardrail: ${guardrail?.id ?? 'GUARDRAIL_ID'}:NEW_VERSION`),
            'Its policies:',
            (0,errors/* shell */.vf)(`aws bedrock get-guardrail --guardrail-identifier ${guardrail?.id ?? 'GUARDRAIL_ID'} --guardrail-version ${guardrail?.version ?? 'DRAFT'} --region ${region}`),
        ],
    });
}

;// CONCATENATED MODULE: ./lib/gateway/call-record.js


/** Starts the record of a call; one of its methods completes it. */
function openRecord(call, to) {
    const started = to.clock.now();
    const time = new Date(started).toISOString();
    const end = (facts) => to.onCall({ time, ...call, ...facts, latencyMs: to.clock.now() - started });
    return {
        /** The call was answered with an error, or not at all. */
        failed(cause) {
            const { status = null, requestId = null } = cause;
            const error = `${cause.name}: ${cause.message || 'no message'}`;
            end({ status, requestId, error, inputTokens: null, outputTokens: null });
        },
        /** The unchanged body of an answer, piece by piece; the record is complete when it ends. */
        async *answered({ status, headers, body }) {
            const isJson = /^application\/json\b/.test(headers['content-type'] ?? '');
            const { onAnswer, onReply } = to;
            const content = onAnswer && contentReader();
            const stream = isEventStream(headers) ? streamFacts(await to.eventStreams.reader(), content) : undefined;
            const tell = (found) => content && onAnswer(found, content.content());
            const held = [];
            let block;
            let ending = 'The caller disconnected.';
            let broken = false;
            try {
                for await (const piece of body) {
                    if (isJson)
                        held.push(piece);
                    else {
                        stream?.read(piece);
                        // The caller may act on the last piece at once.
                        if (stream?.isWhole()) {
                            tell(stream.facts().block);
                            onReply?.(stream.facts());
                        }
                        yield piece;
                    }
                }
                if (held.length > 0) {
                    const whole = Buffer.concat(held);
                    const object = jsonIn(whole);
                    const finder = blockFinder();
                    finder.read(object);
                    block = finder.block();
                    content?.read(object);
                    tell(block);
                    onReply?.(replyFactsIn(headers, object));
                    yield whole;
                }
                ending = null;
            }
            catch (error) {
                broken = !to.signal.aborted;
                if (broken)
                    ending = `The connection broke: ${error instanceof Error ? error.message : String(error)}`;
                throw error;
            }
            finally {
                const facts = stream?.facts() ?? { ...usageInHeaders(headers), block, exception: undefined };
                const { exception } = facts;
                if (exception !== undefined)
                    ending = `${exception.name}: ${exception.text}`;
                else if (facts.block !== undefined)
                    ending ??= blockLine(facts.block);
                if (broken || exception !== undefined)
                    to.onBroken();
                const { inputTokens, outputTokens } = facts;
                const requestId = headers['x-amzn-requestid'] ?? null;
                end({ status, requestId, error: ending, inputTokens, outputTokens });
            }
        },
    };
}
/** Reads a stream of Bedrock piece by piece; nothing of the model's text is kept here. `messagesIn` is a reader of its framing, `content` of its events. */
function streamFacts(messagesIn, content) {
    let first;
    let last;
    let stopReason;
    let exception;
    const finder = blockFinder();
    return {
        read(piece) {
            for (const message of messagesIn(piece)) {
                const type = message.headers[':message-type'];
                if (type === 'exception' || type === 'error')
                    exception ??= message;
                else {
                    last = eventIn(message.payload);
                    first ??= last;
                    finder.read(last);
                    stopReason = (0,lib_json/* stringOf */.Je)((0,lib_json/* fieldOf */._F)(last, 'delta'), 'stop_reason') ?? stopReason;
                    content?.read(last);
                }
            }
        },
        /** Whether the event that ends an answer has come. */
        isWhole: () => (0,lib_json/* stringOf */.Je)(last, 'type') === 'message_stop',
        /** What the stream said: its tokens, the exception that ended it, and whether it is no answer of the model's. */
        facts() {
            const started = (0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)(first, 'message'), 'usage');
            // Bedrock adds its count to the last event; a stream that broke off has only Claude's count in the first.
            const counted = (0,lib_json/* fieldOf */._F)(last, 'amazon-bedrock-invocationMetrics');
            return {
                inputTokens: (0,lib_json/* numberOf */.rl)(counted, 'inputTokenCount') ?? (0,lib_json/* numberOf */.rl)(started, 'input_tokens') ?? null,
                outputTokens: (0,lib_json/* numberOf */.rl)(counted, 'outputTokenCount') ?? null,
                ...cachedIn(started),
                stopReason,
                exception: exception && exceptionOf(exception),
                block: finder.block(),
            };
        },
    };
}
/** What an answer that is no stream says of itself. */
function replyFactsIn(headers, body) {
    const stopReason = (0,lib_json/* stringOf */.Je)(body, 'stop_reason');
    return { ...usageInHeaders(headers), ...cachedIn((0,lib_json/* fieldOf */._F)(body, 'usage')), stopReason };
}
const cachedIn = (usage) => ({
    cacheReadTokens: (0,lib_json/* numberOf */.rl)(usage, 'cache_read_input_tokens'),
    cacheWriteTokens: (0,lib_json/* numberOf */.rl)(usage, 'cache_creation_input_tokens'),
});
/** Tokens of an answer that is no stream, from its headers. */
function usageInHeaders(headers) {
    const count = (name) => {
        const number = Number(headers[name] ?? NaN);
        return Number.isFinite(number) ? number : null;
    };
    return {
        inputTokens: count('x-amzn-bedrock-input-token-count'),
        outputTokens: count('x-amzn-bedrock-output-token-count'),
    };
}
function exceptionOf({ headers, payload }) {
    const name = headers[':exception-type'] ?? headers[':error-code'] ?? 'exception';
    return { name, text: (0,lib_json/* stringOf */.Je)(jsonIn(payload), 'message') ?? headers[':error-message'] ?? '' };
}
/** The event of a payload, whose JSON travels as base64 in a field of a JSON object; undefined where there is none. */
const eventIn = (payload) => jsonIn(Buffer.from((0,lib_json/* stringOf */.Je)(jsonIn(payload), 'bytes') ?? '', 'base64'));
/** What a body says, as JSON; undefined when it is none. */
const jsonIn = (bytes) => (0,lib_json/* parseJson */.qF)(new TextDecoder().decode(bytes));
/** Whether an answer comes as a stream of events. */
const isEventStream = (headers) => headers['content-type']?.startsWith('application/vnd.amazon.eventstream') === true;

;// CONCATENATED MODULE: ./lib/gateway/route.js


const RUNTIME = {
    invoke: 'InvokeModel',
    'invoke-with-response-stream': 'InvokeModelWithResponseStream',
    'count-tokens': 'CountTokens',
};
/** Model ids, profile ids and ARNs; AWS's own pattern allows no other characters. */
const route_NAME = /^[a-z0-9](?:[\w.:-]|\/(?=[a-z0-9]))*$/i;
const LIST_PARAMETERS = ['type', 'maxResults', 'nextToken'];
/**
 * What a request line asks for; undefined for everything that Claude Code does not ask. The path is read as received: a path
 * that would need to be normalized is none that Claude Code sends.
 */
function routeOf(method, target) {
    const [path = '', query] = target.split(/\?(.*)/s);
    if (method === 'GET' && path === '/inference-profiles') {
        const known = [...new URLSearchParams(query).keys()].every((name) => LIST_PARAMETERS.includes(name));
        return known ? { plane: 'control', operation: 'ListInferenceProfiles', name: '' } : undefined;
    }
    if (query !== undefined)
        return undefined;
    const [, collection, raw = '', action = ''] = /^\/(model|inference-profiles)\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
    const name = decoded(raw);
    if (!route_NAME.test(name))
        return undefined;
    if (method === 'GET' && collection === 'inference-profiles' && action === '')
        return { plane: 'control', operation: 'GetInferenceProfile', name };
    const operation = method === 'POST' && collection === 'model' ? RUNTIME[action] : undefined;
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
/**
 * The endpoint of a plane in a region: ANTHROPIC_BEDROCK_BASE_URL for both planes, else the one of the AWS SDK's variable, else
 * AWS's, with FIPS where AWS_USE_FIPS_ENDPOINT asks for it (https://docs.aws.amazon.com/general/latest/gr/bedrock.html). `prefix` comes before
 * each path and is mostly empty; `variable` names the endpoint, and is undefined for AWS's own. Throws a Failure for a value that
 * is no URL.
 */
function endpointOf(plane, region, env) {
    const { host, variable } = PLANES[plane];
    const named = ['ANTHROPIC_BEDROCK_BASE_URL', variable].find((name) => env[name]);
    const service = (0,endpoints/* usesFips */.Vs)(env) ? `${host}-fips` : host;
    const address = (named && env[named]) ?? `https://${service}.${region}.${(0,endpoints/* dnsSuffixOf */.a4)(region)}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
        const name = named ?? 'aws-region';
        throw new errors/* Failure */.HR('input-invalid', {
            message: `${name} leads to "${address}", which is not an http or https URL.`,
            fix: [
                "Give the whole URL, or leave it out to use AWS's own:",
                (0,errors/* yaml */.oQ)(`env:\n  ${name}: https://bedrock.example.com`),
            ],
        });
    }
    return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, ''), variable: named };
}
const PLANES = {
    runtime: { host: 'bedrock-runtime', variable: 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME' },
    control: { host: 'bedrock', variable: 'AWS_ENDPOINT_URL_BEDROCK' },
};
/** Headers of Claude Code's calls that go on to Bedrock (2.1.330). The agent's commands hold the gateway's token, so no other does. */
const FORWARDED = [
    ...['accept', 'content-type', 'user-agent', 'anthropic-beta', 'anthropic-version', 'x-app'],
    ...['x-claude-code-session-id', 'x-claude-code-agent-id'],
];
/** Headers of a connection, not of an answer (RFC 9110, 7.6.1), and cookies. */
const NOT_RETURNED = /^(connection|keep-alive|proxy-.*|trailer|transfer-encoding|upgrade|set-cookie)$/;
/** The headers of Claude Code's call that go on to Bedrock. */
const forwardedHeaders = (headers) => passed(headers, (name) => FORWARDED.includes(name));
/** The headers of Bedrock's answer that go back to Claude Code. */
const returnedHeaders = (headers) => passed(headers, (name) => !NOT_RETURNED.test(name));
function passed(headers, passes) {
    // What the header `connection` names is of the connection, too.
    const hops = (headers.connection ?? '').toLowerCase().split(/\s*,\s*/);
    return Object.fromEntries(Object.entries(headers).filter(([name]) => passes(name) && !hops.includes(name)));
}
/** Whether a call says that it is Claude Code's, its subagents' included. */
const isClaudeCode = (headers) => /^claude-cli\//.test(headers['user-agent'] ?? '');
/**
 * Whether a call is one of Claude Code's own, outside a subagent (measured with 2.1.330: only subagents' calls have an agent's
 * id). A command of the agent can claim it, and harms only its own run.
 */
const isOwnCall = (headers) => isClaudeCode(headers) && headers['x-claude-code-agent-id'] === undefined;

;// CONCATENATED MODULE: ./lib/gateway/bedrock-client.js









/**
 * A client that signs each call for its region. A call refused for its credentials is repeated once with renewed ones, one
 * refused for its signature once with a new signature, and one whose keys are too new for some seconds.
 */
function bedrockClient(options, { upstream, signer, clock, eventStreams }, onRepeat) {
    const { bedrock, env, profiles, onCall } = options;
    /** Hosts that have answered, and since when they are unreachable. */
    const unreachableSince = new Map();
    /** Sends a signed call once, and records it. Rejects with the error of an answer of status 400 and above too. */
    async function attempt(request, call, model) {
        const { region, signal } = call;
        const record = openRecord({ model, region }, { ...call, clock, eventStreams, onCall, onBroken: onRepeat });
        try {
            const answer = await upstream.send(request, signal);
            unreachableSince.set(request.origin, undefined);
            if (answer.status < 400)
                return { ...answer, body: record.answered(answer) };
            throw await (0,bedrock_error/* errorIn */.Kd)(answer, request);
        }
        catch (error) {
            if (!(error instanceof errors/* ServiceError */._7))
                throw error;
            record.failed(error);
            const { origin } = request;
            if (error.status === undefined && !signal.aborted && unreachableSince.has(origin))
                unreachableSince.set(origin, unreachableSince.get(origin) ?? clock.now());
            throw error;
        }
    }
    /**
     * The answer, or the error of a call that its caller has not left. A call of the runtime plane that nothing answers is sent three
     * times, unless the host name does not exist.
     */
    async function send(request, call, facts) {
        const { signal } = call;
        const options = {
            ...bedrock_client_RETRY,
            attempts: call.route.plane === 'runtime' ? 3 : 1,
            isRetryable: (error) => error instanceof errors/* ServiceError */._7 &&
                error.status === undefined &&
                !signal.aborted &&
                (0,error_rules/* isRetryable */.r3)((0,bedrock_error/* explainBedrock */.qH)(error, facts)),
            onRetry: onRepeat,
            signal,
        };
        const task = () => attempt(request, call, facts.model ?? null);
        return (0,retry/* withRetry */.bD)(task, options, clock).catch((error) => {
            if (error instanceof errors/* ServiceError */._7 && !signal.aborted)
                return error;
            throw error;
        });
    }
    /** Whether this host has answered before and has been unreachable for less than a minute. */
    const isPassing = (origin) => unreachableSince.has(origin) && clock.now() - (unreachableSince.get(origin) ?? clock.now()) < PASSING_MS;
    return {
        /**
         * The answer with its body unread, or why there is none. Rejects with the Failure of a session that could not be renewed, or
         * when the caller has disconnected.
         */
        async call(call) {
            const { route, region, signal } = call;
            const { origin, prefix, variable } = endpointOf(route.plane, region, env);
            const unsigned = {
                operation: route.operation,
                method: call.method,
                origin,
                target: `${prefix}${call.target}`,
                headers: { ...forwardedHeaders(call.headers), ...addedHeaders(route.plane, bedrock) },
                body: call.body,
            };
            const backOff = (0,retry/* startBackOff */.TF)({ ...types/* NEW_KEYS_RETRY */.H8, isRetryable: error_rules/* isRetryable */.r3, onRetry: onRepeat, signal }, clock);
            const repeated = new Set();
            let session = await options.session.current();
            for (;;) {
                const listed = await profiles;
                const facts = {
                    region,
                    model: route.name || undefined,
                    account: session.kind === 'keys' ? session.account : undefined,
                    maxOutputTokens: call.maxTokens ?? bedrock.maxOutputTokens,
                    caller: (0,credentials/* callerOf */.$)(session, clock.now()),
                    addressVariable: variable,
                    ...(listed !== undefined && region === bedrock.region && { profiles: listed.ids }),
                };
                const headers = session.kind === 'bearer'
                    ? { ...unsigned.headers, authorization: `Bearer ${session.key}` }
                    : await signer.sign(unsigned, { keys: session.keys, region, now: clock.now() });
                const outcome = await send({ ...unsigned, headers }, call, facts);
                if (!(outcome instanceof errors/* ServiceError */._7))
                    return outcome;
                const failure = (0,bedrock_error/* explainBedrock */.qH)(outcome, facts);
                const failed = { error: outcome, failure, call: facts, isPassing: isPassing(origin) };
                const reason = reasonToRepeat(failed);
                if (reason === undefined || repeated.has(reason))
                    return failed;
                if (reason === 'new keys') {
                    try {
                        await backOff.pauseAfter(failure);
                    }
                    catch {
                        return failed;
                    }
                }
                else {
                    repeated.add(reason);
                    if (reason === 'credentials')
                        session = await options.session.renew(session);
                }
            }
        },
    };
}
/** How a call that nothing answered is repeated. */
const bedrock_client_RETRY = { firstPauseMs: 500, budgetMs: 2_000 };
/** How long a host that has answered may be unreachable before the failure counts as lasting. */
const PASSING_MS = 60_000;
/** Keys that were issued so short a time ago would not be accepted either when they are issued again. */
const TOO_NEW_TO_RENEW_MS = 60_000;
/** A signature that expired on its way, or that a changed clock made invalid, is valid when made again. */
function reasonToRepeat({ error, failure, call }) {
    if (!failure.code.startsWith('credentials-'))
        return undefined;
    if ((0,error_rules/* isRetryable */.r3)(failure))
        return 'new keys';
    if (/signature|^RequestExpired|^RequestTimeTooSkewed/i.test(error.name))
        return 'signature';
    const { caller } = call;
    const age = caller?.kind === 'keys' ? caller.keyAgeMs : undefined;
    const isNew = failure.code === 'credentials-invalid' && age !== undefined && age < TOO_NEW_TO_RENEW_MS;
    return isNew ? undefined : 'credentials';
}

// EXTERNAL MODULE: ./lib/bedrock/errors/hints.js
var hints = __webpack_require__(59346);
;// CONCATENATED MODULE: ./lib/gateway/error-policy.js


/**
 * What Claude Code gets for calls that failed, and whether the run can go on; for one run. It warns once of each model that the
 * run goes on without.
 */
function createErrorPolicy(log) {
    const retries = createRetryLog(log);
    const warned = new Set();
    let fatal;
    return {
        retries,
        /** The answer to a call that failed. */
        answerFor(outcome, { route: { operation, name }, isMain, end, isHeld }) {
            const { error, failure: cause, call, isPassing } = outcome;
            const { status } = error;
            const failure = end === 'over' ? outOfPatience(cause) : cause;
            const { code, retryable } = failure;
            const isAwsError = error.name !== 'Error' && error.name !== errors/* PROXY_ANSWER */.w2;
            const decision = decide({ operation, code, retryable, status, isAwsError, isMain, isPassing });
            if (decision === 'pass')
                return errorAnswer(error, status ?? 400);
            if (decision === 'retry') {
                if (isHeld && end === 'handed back')
                    retries.count();
                else
                    retries.add(failure, call);
                return errorAnswer(error, retriedStatus(code, status));
            }
            const answer = errorAnswer(error, 400);
            if (decision === 'end')
                return (fatal ??= { failure, answer }).answer;
            const what = `${name} ${code}`;
            const title = end === 'over' ? 'A call waited too long for its quota' : `The run goes on without ${name}`;
            if (!warned.has(what))
                log.warning(`${failure.message}\n${(0,errors/* fixText */.Xc)(failure.fix)}`, title);
            warned.add(what);
            return answer;
        },
        /** Ends the run; the answer to each call from then on. */
        endWith(failure) {
            return (fatal ??= { failure, answer: jsonAnswer(400, failure.message) }).answer;
        },
        /** The first failure that ended the run, and the answer to each call from then on. */
        fatalError: () => fatal,
    };
}
/** The same failure, which trying again does not help: a call has waited for as long as the run allows. */
function outOfPatience({ code, message, fix, quote }) {
    const waited = 'Calls waited for it until throttle-patience-minutes, or the time limit of the run (timeout-minutes), was over.';
    return new errors/* Failure */.HR(code, { message: `${message}\n${waited}`, fix, quote });
}
/** Codes that are about who calls, whatever is called. */
const EVERYONE = ['credentials-expired', 'credentials-invalid', 'credentials-missing'];
/**
 * Decides by what Claude Code does with each answer (measured with 2.1.330). It backs off from 408, 429 and 5xx, and it does so
 * from 401 and 403 too, ten times, for minutes; a 400 it does not repeat. It changes the request after a 400 that is about
 * the request, compacts after a prompt that is too long, and tries unstreamed after a 404; it does without a count, a
 * profile or a subagent's model that is refused.
 */
function decide(call) {
    const { operation, code, status } = call;
    if (!isInvocation(operation))
        return 'pass';
    if (status === undefined && call.isPassing)
        return 'retry';
    if (status !== undefined && call.retryable)
        return 'retry';
    if (code === 'prompt-too-long')
        return 'pass';
    if (code === 'request-rejected' && (status === 400 || status === 413))
        return 'pass';
    if (operation === 'InvokeModelWithResponseStream' && status === 404 && !call.isAwsError)
        return 'pass';
    return call.isMain || EVERYONE.includes(code) ? 'end' : 'refuse';
}
/**
 * A status that Claude Code repeats a call for. Bedrock's own may be another one: some throttling comes as 400, and a failure
 * of the model as 424 (anthropic-sdk-python#1289, #432).
 */
function retriedStatus(code, status) {
    if (status !== undefined && (status === 408 || status === 429 || status >= 500))
        return status;
    return code === 'throttled' ? 429 : 503;
}
/** Whether an operation calls a model. */
const isInvocation = (operation) => operation === 'InvokeModel' || operation === 'InvokeModelWithResponseStream';
const error_policy_LOGGED = 20;
/** Counts the calls of one run that are repeated, and logs the first twenty in a line each, with what to do. */
function createRetryLog(log) {
    let total = 0;
    let logged = 0;
    return {
        add(failure, call) {
            total += 1;
            logged += 1;
            if (logged <= error_policy_LOGGED)
                log.info(retryLine(failure, call));
            if (logged === error_policy_LOGGED)
                log.info('More calls like these are counted and no longer logged.');
        },
        /** Counts a call that is repeated for a reason that Claude Code does not see, or that is not known beforehand. */
        count: () => void (total += 1),
        total: () => total,
    };
}
/** What Bedrock said, what it means, and for a quota which one it is, on one line. */
function retryLine({ code, message }, call) {
    const quota = code === 'throttled' ? ` The quota to raise: "${(0,hints/* tokensPerMinuteQuota */.w_)(call)}" in ${call.region}.` : '';
    return `${message.replaceAll(/\s*\n\s*/g, ' ')}${quota} The call is tried again.`;
}
/**
 * An error for Claude Code in AWS's own words, in the one form that it shows as text. Written again, not as received: AWS
 * answers a wrong signature with the request that it saw, session token and all.
 */
function errorAnswer(error, status) {
    const { headers, ...answer } = jsonAnswer(status, error.message || `HTTP ${status} without a message`);
    const id = error.requestId === undefined ? {} : { 'x-amzn-requestid': error.requestId };
    return { ...answer, headers: { ...headers, 'x-amzn-errortype': error.name, ...id } };
}
/** An answer in the form of Bedrock's errors, which Claude Code shows as text. */
function jsonAnswer(status, message) {
    return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}

;// CONCATENATED MODULE: ./lib/gateway/patience.js
/** Pauses between tries: at least BASE, at most CAP, each up to three times the one before (decorrelated jitter). */
const BASE_MS = 5_000;
const CAP_MS = 20_000;
/** Claude Code closes a call without an answer after some 300 s, and calls again (measured with 2.1.330). */
const HOLD_MS = 240_000;
const NARROW_MS = 5 * 60_000;
/** Holds calls that are refused for a quota until it has room again: the queues of one run, one for each lane. */
function createPatience(isRefused, options, clock) {
    const { patienceMs, deadline = Infinity, random, scale = 1 } = options;
    const base = BASE_MS * scale;
    const cap = CAP_MS * scale;
    const holdMs = HOLD_MS * scale;
    const lanes = new Map();
    /** For each conversation whose call is not answered, when it was first tried, and when it was last handed back. */
    const conversations = new Map();
    let throttledCalls = 0;
    let throttledMs = 0;
    function laneOf(name) {
        const known = lanes.get(name);
        if (known !== undefined)
            return known;
        const lane = {
            isShort: false,
            refusedAt: -Infinity,
            refusal: undefined,
            places: new Set(),
            change: Promise.withResolvers(),
        };
        lanes.set(name, lane);
        return lane;
    }
    function wake(lane) {
        lane.change.resolve();
        lane.change = Promise.withResolvers();
    }
    /** Resolves when the place is the first in line, the quota is no longer short, or at `until`. */
    async function waitInLine(lane, place, { until, signal }) {
        while (lane.isShort && firstOf(lane.places) !== place && clock.now() < until) {
            place.isWaiting = true;
            const changed = new AbortController();
            const either = AbortSignal.any([signal, changed.signal]);
            await Promise.race([lane.change.promise, clock.sleep(until - clock.now(), either)]);
            changed.abort();
            signal.throwIfAborted();
        }
    }
    async function tryOnce(lane, send, isFirst) {
        const outcome = await send();
        const refused = isRefused(outcome);
        if (refused) {
            throttledCalls += 1;
            lane.refusedAt = clock.now();
            lane.refusal = outcome;
        }
        if (lane.isShort !== refused && (refused || isFirst)) {
            lane.isShort = refused;
            wake(lane);
        }
        return { outcome, refused };
    }
    /**
     * Sends a call, again while `isRefused` says so of its outcome. While the quota is short only the first in line is sent: the
     * main conversation before subagents, then the oldest. `onTry` is called after each. Rejects when the caller disconnects.
     */
    async function hold(call, send, onTry) {
        const { signal } = call;
        const lane = laneOf(call.lane);
        const key = `${call.lane} ${call.conversation}`;
        const came = clock.now();
        const known = conversations.get(key);
        // Claude Code repeats a call within a minute; what comes later is another one.
        const since = known !== undefined && came - known.left < holdMs ? known.since : came;
        conversations.set(key, { since, left: Infinity });
        const over = Math.min(since + patienceMs, deadline);
        const back = came + holdMs;
        const place = { isMain: call.isMain, since, isWaiting: false };
        let pause = base;
        let sentMs = 0;
        // Nothing of what passes before an answer is a wait where nothing was refused.
        let isHeld = lane.refusal !== undefined;
        lane.places.add(place);
        try {
            for (let tries = 1;; tries++) {
                await waitInLine(lane, place, { until: Math.min(back, over), signal });
                const { refusal } = lane;
                if (place.isWaiting && refusal !== undefined) {
                    if (clock.now() >= over)
                        return { outcome: refusal, end: 'over' };
                    if (clock.now() >= back)
                        return { outcome: refusal, end: 'handed back' };
                }
                const sentAt = clock.now();
                const { outcome, refused } = await tryOnce(lane, send, tries === 1);
                sentMs += clock.now() - sentAt;
                place.isWaiting = refused;
                isHeld ||= refused;
                onTry?.(refused);
                if (!refused) {
                    conversations.delete(key);
                    return { outcome, end: 'answered' };
                }
                pause = Math.min(cap, base + random() * (3 * pause - base));
                if (clock.now() + pause > over)
                    return { outcome, end: 'over' };
                if (clock.now() + pause > back)
                    return { outcome, end: 'handed back' };
                await clock.sleep(pause, signal);
                signal.throwIfAborted();
            }
        }
        finally {
            if (isHeld)
                throttledMs += clock.now() - came - sentMs;
            if (conversations.has(key))
                conversations.set(key, { since, left: clock.now() });
            lane.places.delete(place);
            wake(lane);
        }
    }
    async function sendAtOnce(call, send) {
        const { outcome, refused } = await tryOnce(laneOf(call.lane), send, true);
        return { outcome, end: refused ? 'handed back' : 'answered' };
    }
    return {
        hold: patienceMs > 0 ? hold : sendAtOnce,
        /** Whether a call of this lane was refused less than five minutes ago. */
        isNarrow: (name) => clock.now() - laneOf(name).refusedAt < NARROW_MS * scale,
        /** The last refusal, the calls that were refused or wait in line behind one, and how long the oldest of them has, in milliseconds. */
        lane(name) {
            const { refusal, places } = laneOf(name);
            const waiting = [...places].filter(({ isWaiting }) => isWaiting);
            const longestMs = Math.max(0, ...waiting.map(({ since }) => clock.now() - since));
            return { refusal, waiting: waiting.length, longestMs };
        },
        /** Refusals, and the milliseconds that calls have waited, all added up. */
        totals: () => ({ throttledCalls, throttledMs: Math.round(throttledMs) }),
    };
}
/** The main conversation before subagents, then the oldest. */
const firstOf = (places) => [...places].sort((a, b) => Number(b.isMain) - Number(a.isMain) || a.since - b.since)[0];

;// CONCATENATED MODULE: ./lib/gateway/reservation.js

const GROWTH = 4;
/**
 * A call reserves its `max_tokens` of the quota (https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html),
 * so a run sends `low` until a reply of a conversation is cut, then four times as much, at most `ceiling`, and `low` again after a
 * whole short one.
 */
function createReservations({ low, ceiling }) {
    const grown = new Map();
    const models = new Map();
    const keyOf = ({ lane, conversation }) => `${lane} ${conversation}`;
    const mostOf = ({ lane, asked }) => Math.min(asked, ceiling, models.get(lane) ?? Infinity);
    return {
        /** `max_tokens` to send. */
        limitFor: (call, isNarrow) => {
            const most = mostOf(call);
            return isNarrow ? Math.min(most, grown.get(keyOf(call)) ?? low) : most;
        },
        /** To be called with how a reply ended; `sent` is the `max_tokens` that it had. */
        onReply: (call, sent, { stopReason, outputTokens }) => {
            // What was not lowered cannot be raised: a call that asked for one token got it.
            if (stopReason === 'max_tokens') {
                if (sent < call.asked)
                    grown.set(keyOf(call), Math.min(mostOf(call), sent * GROWTH));
            }
            else if (outputTokens === undefined || outputTokens <= low)
                grown.delete(keyOf(call));
        },
        /** Notes the most that a model takes. */
        onModelLimit: (lane, limit) => void models.set(lane, limit),
    };
}
/** The limits of a request as it came, and the request with others; undefined when it could be read in two ways. */
function limitedBody(body) {
    const fields = limitFields(body);
    if (fields === 'ambiguous')
        return undefined;
    const { maxTokens, budget } = fields;
    return {
        /** Undefined where the request names none. */
        asked: maxTokens?.value,
        /** The same bytes, the numbers replaced where they differ. A thinking budget stays below, as Bedrock requires. */
        with(limit) {
            if (maxTokens === undefined || maxTokens.value === limit)
                return body;
            const changes = [{ field: maxTokens, value: limit }];
            if (budget !== undefined && budget.value >= limit)
                changes.push({ field: budget, value: Math.floor(limit * 0.75) });
            return withNumbers(body, changes);
        },
    };
}
const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const SPACES = Buffer.from(' \t\n\r');
const DIGITS = Buffer.from('0123456789');
/**
 * The numbers of a request that limit its answer: `max_tokens` at the top level of a JSON object, and `budget_tokens` of `thinking`;
 * undefined where it has none. The whole is not parsed. `ambiguous` when
 * another reader could find another limit: two of them, an escaped key, a value that is no whole number, or bytes that are
 * not UTF-8 (JSON in UTF-16 has zero bytes).
 */
function limitFields(body) {
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
    if (bytes.includes(0))
        return 'ambiguous';
    let depth = 0;
    let topKey;
    let maxTokens;
    let budget;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte === 0x7b || byte === 0x5b)
            depth += 1;
        else if (byte === 0x7d || byte === 0x5d)
            depth -= 1;
        else if (byte === QUOTE) {
            const end = endOfString(bytes, at);
            if (depth <= 2) {
                const after = skipSpace(bytes, end + 1);
                if (bytes[after] === COLON) {
                    const raw = bytes.toString('utf8', at, end + 1);
                    const key = (0,lib_json/* parseJson */.qF)(raw);
                    if (depth === 1)
                        topKey = key;
                    if (depth === 1 && key === 'max_tokens') {
                        if (maxTokens !== undefined || raw.includes('\\'))
                            return 'ambiguous';
                        maxTokens = numberAt(bytes, after + 1);
                        if (maxTokens === undefined)
                            return 'ambiguous';
                    }
                    if (depth === 2 && topKey === 'thinking' && key === 'budget_tokens')
                        budget = numberAt(bytes, after + 1);
                }
            }
            at = end;
        }
    }
    return { maxTokens, budget };
}
/** The same bytes with other numbers in these places. */
function withNumbers(body, changes) {
    const pieces = [];
    let at = 0;
    for (const { field, value } of [...changes].sort((a, b) => a.field.start - b.field.start)) {
        pieces.push(body.subarray(at, field.start), Buffer.from(String(value)));
        at = field.end;
    }
    return Buffer.concat([...pieces, body.subarray(at)]);
}
function endOfString(bytes, start) {
    for (let at = bytes.indexOf(QUOTE, start + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
        let slashes = 0;
        while (bytes[at - 1 - slashes] === BACKSLASH)
            slashes += 1;
        if (slashes % 2 === 0)
            return at;
    }
    return bytes.length;
}
/** The whole number that begins here; undefined when something else does. */
function numberAt(bytes, from) {
    const start = skipSpace(bytes, from);
    let end = start;
    while (DIGITS.includes(bytes[end] ?? 0))
        end += 1;
    const next = bytes[skipSpace(bytes, end)];
    if (end === start || (next !== 0x2c && next !== 0x7d))
        return undefined;
    return { value: Number(bytes.toString('latin1', start, end)), start, end };
}
function skipSpace(bytes, from) {
    let at = from;
    while (SPACES.includes(bytes[at] ?? 0))
        at += 1;
    return at;
}

;// CONCATENATED MODULE: ./lib/gateway/quota-client.js





/** Calls the models of one run within their quotas: with as few reserved tokens as will do, and again while a quota is short. */
function quotaClient(client, options, { clock, log }) {
    const { maxOutputTokens: low, ceiling, timeoutMs = Infinity } = options;
    const deadline = clock.now() + timeoutMs - Math.min(BEFORE_TIMEOUT_MS, timeoutMs / 4);
    const patience = createPatience((outcome) => isRefusal(outcome, options), { ...options, deadline }, clock);
    const reservations = createReservations({ low, ceiling: Math.max(low, ceiling) });
    const lines = quotaLog({ clock, log });
    const reserved = [];
    let first;
    let ofCommands;
    return {
        /** `ambiguous`: the limits of the request could be read in two ways. */
        async call(call) {
            const body = limitedBody(call.body);
            if (body === undefined)
                return 'ambiguous';
            const { asked } = body;
            const lane = `${call.route.name} in ${call.region}`;
            const conversation = conversationOf(call);
            const known = { lane, conversation, asked: asked ?? 0 };
            const send = async () => {
                if (asked === undefined)
                    return client.call(call);
                const sent = reservations.limitFor(known, options.lowers === 'always' || patience.isNarrow(lane));
                const outcome = await client.call({
                    ...call,
                    body: body.with(sent),
                    maxTokens: sent,
                    onReply(reply) {
                        const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, stopReason } = reply;
                        reservations.onReply(known, sent, { stopReason, outputTokens: outputTokens ?? undefined });
                        if (inputTokens === null)
                            return;
                        const total = inputTokens + (cacheWriteTokens ?? 0) + sent;
                        reserved.push(total);
                        if (!isClaudeCode(call.headers)) {
                            const before = ofCommands ?? { calls: 0, inputTokens: 0, outputTokens: 0 };
                            ofCommands = {
                                calls: before.calls + 1,
                                inputTokens: before.inputTokens + inputTokens + (cacheReadTokens ?? 0) + (cacheWriteTokens ?? 0),
                                outputTokens: before.outputTokens + (outputTokens ?? 0),
                            };
                        }
                        else if (call.isMain)
                            first ??= { reserved: total, inputTokens, cacheReadTokens, cacheWriteTokens };
                    },
                });
                const limit = sent > low ? modelLimitIn(outcome) : undefined;
                if (limit === undefined || limit >= sent)
                    return outcome;
                reservations.onModelLimit(lane, limit);
                return send();
            };
            const queued = { lane, conversation, isMain: call.headers[AGENT_ID] === undefined, signal: call.signal };
            return patience.hold(queued, send, (isRefused) => {
                const { refusal, ...standing } = patience.lane(lane);
                const isCapacity = refusal !== undefined && 'error' in refusal && refusal.failure.code !== 'throttled';
                if (options.patienceMs > 0)
                    lines.tried({ lane, isRefused, isCapacity, ...standing });
            });
        },
        facts: () => ({
            ...patience.totals(),
            firstCall: first,
            ofCommands,
            meanReservation: reserved.length === 0
                ? undefined
                : Math.round(reserved.reduce((sum, tokens) => sum + tokens) / reserved.length),
            calls: reserved.length,
        }),
        close: () => lines.close(),
    };
}
/** So that a run which waits to the end fails with the quota, not with its time limit. */
const BEFORE_TIMEOUT_MS = 30_000;
const AGENT_ID = 'x-claude-code-agent-id';
/**
 * Only subagents' calls carry an agent's id; the side calls of the main conversation (titles, summaries) are asked from its turns
 * (measured with 2.1.330).
 */
function conversationOf({ headers, isMain }) {
    const agent = headers[AGENT_ID] ?? (isMain ? 'main' : 'side');
    return `${headers['x-claude-code-session-id'] ?? ''} ${agent}`;
}
/** Whether waiting helps: a rate that is exceeded, or a service without room; not the quota of a day. */
function isRefusal(outcome, { hasFallback }) {
    if (!('error' in outcome))
        return false;
    const { error, failure } = outcome;
    if (!failure.retryable)
        return false;
    if (failure.code === 'throttled' || error.status === 429)
        return true;
    // A proxy between may answer 503 for reasons of its own; AWS says the same with 400, too.
    const isAws = error.name !== 'Error' && error.name !== errors/* PROXY_ANSWER */.w2;
    return failure.code === 'service-unavailable' && [400, 503].includes(error.status ?? 0) && isAws && !hasFallback;
}
/** The most output tokens that the model takes, where its refusal says so. */
function modelLimitIn(outcome) {
    if (!('error' in outcome) || outcome.error.status !== 400)
        return undefined;
    const [, limit, other] = /exceeds the model limit of (\d+)|max_tokens: \d+ > (\d+)/i.exec(outcome.error.message) ?? [];
    return limit === undefined && other === undefined ? undefined : Number(limit ?? other);
}
const MINUTE_MS = 60_000;
/**
 * Logs when a quota becomes short, then at most a line a minute, and when it has room again: never a line for each try. A minute
 * without a refusal ends a shortage.
 */
function quotaLog({ clock, log }) {
    const shortages = new Map();
    function end(lane, { what, beganAt, refused }, words) {
        shortages.delete(lane);
        const calls = `${(0,lib_text/* plural */.LS)(refused, 'call')} ${refused === 1 ? 'was' : 'were'} refused`;
        log.info(`${what} ${words}: ${calls} in ${(0,lib_text/* readableDuration */.P1)(clock.now() - beganAt)}.`);
    }
    return {
        tried({ lane, isRefused, isCapacity, waiting, longestMs }) {
            const now = clock.now();
            const shortage = shortages.get(lane);
            if (!isRefused) {
                if (shortage !== undefined && now - shortage.refusedAt >= MINUTE_MS)
                    end(lane, shortage, 'has room again');
            }
            else if (shortage === undefined) {
                const what = isCapacity ? `AWS's capacity for ${lane}` : `The quota of ${lane}`;
                shortages.set(lane, { what, beganAt: now, refusedAt: now, refused: 1, loggedAt: now });
                log.info(`${what} is short: calls wait in line until there is room (throttle-patience-minutes).`);
            }
            else {
                shortage.refused += 1;
                shortage.refusedAt = now;
                if (now - shortage.loggedAt < MINUTE_MS)
                    return;
                shortage.loggedAt = now;
                const who = `${(0,lib_text/* plural */.LS)(waiting, 'call')} waiting, the longest for ${(0,lib_text/* readableDuration */.P1)(longestMs)}`;
                log.info(`${shortage.what} is still short: ${who}.`);
            }
        },
        /** The run is over. */
        close() {
            for (const [lane, shortage] of shortages)
                end(lane, shortage, 'was short until the run ended');
        },
    };
}

;// CONCATENATED MODULE: ./lib/gateway/served-models.js




/** Which calls the gateway of one run serves. */
function servedModels() {
    let first;
    return {
        /** Whether the call names a model of the run. A main model that nobody knows beforehand is the first that is called. */
        serves(call, models) {
            const { operation, name } = call.route;
            if (models.all.includes(name))
                return true;
            if (operation === 'CountTokens')
                return isCountable(name, models);
            if (models.main === undefined && isOwnCall(call.headers))
                first ??= name;
            return name === first;
        },
    };
}
/** Tokens are counted for a foundation model, not for the profile that holds it; of an application profile only AWS knows the model. */
function isCountable(name, { all }) {
    const { kind, modelId } = (0,bedrock_models/* parseModel */.Xh)(name);
    if (kind !== 'foundation-model')
        return false;
    return all.some((model) => {
        const called = (0,bedrock_models/* parseModel */.Xh)(model);
        return called.kind === 'application-inference-profile' || called.modelId === modelId;
    });
}
/**
 * Whether a call is a turn of the main conversation, without which the run cannot go on: Claude Code's own, outside a subagent,
 * not of the small/fast model, and with tools or streamed. Its side calls (titles, the classifier of tool calls) are neither
 * (measured with 2.1.330); it goes on without them.
 */
function isMainTurn({ route, headers, body }, { main, small }) {
    const { operation, name } = route;
    if (!isOwnCall(headers) || (name === small && name !== main))
        return false;
    if (operation !== 'InvokeModel')
        return operation === 'InvokeModelWithResponseStream';
    const tools = (0,lib_json/* fieldOf */._F)(jsonIn(body), 'tools');
    return Array.isArray(tools) && tools.length > 0;
}
/** Far above what a run needs: one list, and one look-up of each of its models. */
const MOST_LOOKUPS = 50;
/** Claude Code's first call, which it waits for (measured with 2.1.330). */
const LIST_ALL = '/inference-profiles?type=SYSTEM_DEFINED';
/**
 * Answers look-ups of inference profiles. The list comes from preflight where preflight has one: the agent waits for it, and
 * Bedrock needs a tenth of a second. Look-ups arrive without the gateway's token, so each answer is kept and at most fifty
 * reach Bedrock.
 */
function profileLookups(listed) {
    const answers = new Map();
    const seen = new Set();
    let asked = 0;
    return {
        /** Ids of the profiles that Bedrock has listed for Claude Code; undefined where it has not. */
        listed: () => (seen.size > 0 ? [...seen] : undefined),
        /** The answer to a look-up, by its path and query, asked now unless it is kept; undefined when there were too many. */
        async answer(target, ask) {
            const list = target === LIST_ALL ? await listed : undefined;
            if (list !== undefined) {
                // All profiles on one page, as AWS may answer a list without `maxResults`.
                const body = JSON.stringify({ inferenceProfileSummaries: list.summaries });
                return { status: 200, headers: { 'content-type': 'application/json' }, body };
            }
            if (!answers.has(target)) {
                if (asked >= MOST_LOOKUPS)
                    return undefined;
                asked += 1;
                answers.set(target, ask().then(buffered));
            }
            const answer = await answers.get(target)?.catch((error) => {
                answers.delete(target);
                throw error;
            });
            if (answer?.status !== 200)
                answers.delete(target);
            else if (typeof answer.body === 'string')
                profileIdsIn(answer.body).forEach((id) => seen.add(id));
            return answer;
        },
    };
}
function profileIdsIn(body) {
    const summaries = (0,lib_json/* fieldOf */._F)((0,lib_json/* parseJson */.qF)(body), 'inferenceProfileSummaries');
    const ids = Array.isArray(summaries) ? summaries.map((summary) => (0,lib_json/* stringOf */.Je)(summary, 'inferenceProfileId')) : [];
    return ids.filter((id) => id !== undefined);
}
/** The same answer with its body read to the end, so that it can be given more than once. */
async function buffered({ status, headers, body }) {
    if (typeof body === 'string')
        return { status, headers, body };
    const pieces = [];
    for await (const piece of body)
        pieces.push(piece);
    return { status, headers, body: Buffer.concat(pieces).toString() };
}

;// CONCATENATED MODULE: ./lib/gateway/spending.js




/**
 * Holds the calls of one run, whoever makes them, to a number of dollars; undefined without a limit. Dollars by the prices of
 * Claude Code's own cost. A model without a price is not held, and the log says so.
 */
function createSpending(limitUsd, { log, eventStreams }) {
    if (limitUsd === undefined)
        return undefined;
    let spent = 0;
    let reserved = 0;
    let calls = 0;
    let waiting = [];
    const unpriced = new Set();
    /** What a call costs at most, roughly: four bytes are a token. */
    const estimate = (model, body) => {
        const output = (0,lib_json/* numberOf */.rl)(jsonIn(body), 'max_tokens') ?? 0;
        return priceOf(model, { input: body.length / 4, output, cacheRead: 0, cacheWrite: 0 });
    };
    return {
        /**
         * Waits until a call of a model can be made: calls that are on their way count with all that they may cost. Resolves with why
         * none can be made any more, or with what passes the answer on and counts it; an answer that never comes is given up.
         */
        async admit(call) {
            const { model, body, signal } = call;
            const most = estimate(model, body);
            if (most === undefined) {
                if (!unpriced.has(model))
                    log.info(`max-budget-usd: no price of ${model} is recorded, so its calls are held by Claude Code’s own count alone, which leaves out those of the agent's commands.`);
                unpriced.add(model);
                return { counted: ({ body: same }) => same, giveUp: () => undefined };
            }
            while (spent < limitUsd && reserved > 0 && spent + reserved + most > limitUsd)
                await new Promise((resolve) => waiting.push(resolve));
            if (spent >= limitUsd)
                return exceeded(limitUsd, { spent, calls });
            reserved += most;
            let isOpen = true;
            const settle = (counts) => {
                if (!isOpen)
                    return;
                isOpen = false;
                reserved = Math.max(0, reserved - most);
                if (counts !== undefined) {
                    spent += priceOf(model, counts) ?? 0;
                    calls += 1;
                }
                const woken = waiting;
                waiting = [];
                for (const resolve of woken)
                    resolve();
            };
            let meter;
            // An answer that nobody takes is never read to its end.
            signal.addEventListener('abort', () => settle(meter?.counts()), { once: true });
            return {
                async *counted(answer) {
                    meter = await meterOf(answer, eventStreams);
                    try {
                        for await (const piece of answer.body) {
                            meter.read(piece);
                            // The next call may come with the last piece.
                            if (meter.isWhole())
                                settle(meter.counts());
                            yield piece;
                        }
                    }
                    finally {
                        settle(meter.counts());
                    }
                },
                giveUp: () => settle(undefined),
            };
        },
    };
}
function exceeded(limit, { spent, calls }) {
    return new errors/* Failure */.HR('budget-exceeded', {
        message: `The ${calls} calls of this run have cost $${spent.toFixed(4)}, and max-budget-usd is ${limit}.\nCalls of the agent's commands count as those of Claude Code itself; the limit is checked before each call.`,
        fix: ['Allow more, or ask for less:', (0,errors/* yaml */.oQ)(`max-budget-usd: "${limit * 2}"`)],
    });
}
/** Counts the tokens of an answer by what it says of them; of one that breaks off, the output by its events. */
async function meterOf({ headers }, eventStreams) {
    if (!isEventStream(headers)) {
        const pieces = [];
        return {
            read: (piece) => void pieces.push(piece),
            isWhole: () => false,
            counts: () => countsIn((0,lib_json/* fieldOf */._F)(jsonIn(Buffer.concat(pieces)), 'usage')),
        };
    }
    const messagesIn = await eventStreams.reader();
    let start = countsIn(undefined);
    let output;
    let events = 0;
    let whole = false;
    return {
        read(piece) {
            for (const { payload } of messagesIn(piece)) {
                const event = eventIn(payload);
                const type = (0,lib_json/* stringOf */.Je)(event, 'type');
                events += 1;
                if (type === 'message_start')
                    start = countsIn((0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)(event, 'message'), 'usage'));
                if (type === 'message_delta')
                    output = (0,lib_json/* numberOf */.rl)((0,lib_json/* fieldOf */._F)(event, 'usage'), 'output_tokens') ?? output;
                whole ||= type === 'message_stop';
            }
        },
        /** Whether the event that ends an answer has come. */
        isWhole: () => whole,
        counts: () => ({ ...start, output: output ?? Math.max(start.output, events) }),
    };
}
const countsIn = (usage) => ({
    input: (0,lib_json/* numberOf */.rl)(usage, 'input_tokens') ?? 0,
    output: (0,lib_json/* numberOf */.rl)(usage, 'output_tokens') ?? 0,
    cacheRead: (0,lib_json/* numberOf */.rl)(usage, 'cache_read_input_tokens') ?? 0,
    cacheWrite: (0,lib_json/* numberOf */.rl)(usage, 'cache_creation_input_tokens') ?? 0,
});

;// CONCATENATED MODULE: ./lib/gateway/gateway.js








/** The largest request body; Anthropic's own limit is 32 MB (https://platform.claude.com/docs/en/api/overview). */
const LARGEST_BODY = 64 * 1024 * 1024;
const NOT_OURS = 'This gateway takes the calls that Claude Code makes to Bedrock, and no others.';
const NO_TOKEN = 'This gateway takes only calls that carry the token of its run.';
const TOO_LARGE = `A request may have ${LARGEST_BODY} bytes.`;
const AMBIGUOUS = 'The request names max_tokens twice, with escapes, or not as a whole number: what it asks for is not clear.';
const HOW_TO_NAME_IT = 'To let the run have it, name it in `model`, `small-fast-model` or `fallback-model`, or in a variable of the job such as ANTHROPIC_DEFAULT_SONNET_MODEL.';
const TOO_MANY = 'More inference profiles were asked for than a run of Claude Code uses.';
/**
 * Opens a gateway for one run. Claude Code's calls arrive unsigned at 127.0.0.1 and go to Bedrock signed, so the agent holds
 * no AWS credentials, outlives their expiry, and a fatal error is reported at once. Throws a Failure when an endpoint in the
 * environment is not a URL.
 */
async function openGateway(options, world) {
    const { bedrock, env, agent } = options;
    endpointOf('runtime', bedrock.region, env);
    endpointOf('control', bedrock.region, env);
    const policy = createErrorPolicy(world.log);
    const client = bedrockClient(options, world, () => policy.retries.count());
    const quota = quotaClient(client, { ...options.quota, maxOutputTokens: bedrock.maxOutputTokens }, world);
    const spending = createSpending(options.maxBudgetUsd, world);
    const lookups = profileLookups(options.profiles);
    const served = servedModels();
    const answers = lastAnswers();
    const warned = new Set();
    const closing = new AbortController();
    let blocked;
    /** Whether Claude Code's last call came without the token. */
    let tokenMissing = false;
    const readAnswer = (model) => (block, content) => {
        answers.add(content);
        blocked = block && blockedFailure(block, { ...bedrock, model });
        // After a refusal Claude Code tries once more by itself (measured with 2.1.330); a guardrail blocks the same again.
        if (block?.kind === 'guardrail' && blocked !== undefined)
            policy.endWith(blocked);
    };
    async function forward(call, route, body) {
        const fatal = policy.fatalError();
        if (fatal !== undefined)
            return fatal.answer;
        const models = options.modelsOf((await options.profiles)?.ids ?? lookups.listed());
        const named = { route, headers: call.headers, body };
        if (route.plane === 'runtime' && !served.serves(named, models))
            return refuse(route.name, models);
        const isMain = isMainTurn(named, models);
        const isSmall = route.plane === 'runtime' && route.name === models.small && route.name !== models.main;
        const region = isSmall ? bedrock.smallFastModelRegion : bedrock.region;
        const isInvoked = isInvocation(route.operation);
        const admission = isInvoked ? await spending?.admit({ ...call, ...named, model: route.name }) : undefined;
        if (admission instanceof errors/* Failure */.HR)
            return policy.endWith(admission);
        try {
            const toSend = { ...call, ...named, region, ...(isMain && { onAnswer: readAnswer(route.name) }) };
            const held = isInvoked ? await quota.call({ ...toSend, isMain }) : undefined;
            if (held === 'ambiguous') {
                admission?.giveUp();
                return jsonAnswer(400, AMBIGUOUS);
            }
            const { outcome, end } = held ?? { outcome: await client.call(toSend), end: 'answered' };
            if ('error' in outcome) {
                admission?.giveUp();
                if (isMain)
                    answers.failed();
                return policy.answerFor(outcome, { route, isMain, end, isHeld: options.quota.patienceMs > 0 });
            }
            const answered = admission?.counted(outcome) ?? outcome.body;
            return { ...outcome, headers: returnedHeaders(outcome.headers), body: answered };
        }
        catch (error) {
            admission?.giveUp();
            if (call.signal.aborted)
                throw error;
            return policy.endWith((0,errors/* asFailure */.h_)(error));
        }
    }
    function refuse(name, { all }) {
        const text = `${name} is no model of this run, which has ${all.join(', ') || 'none by name'}.`;
        if (!warned.has(name))
            world.log.warning(`${text} ${HOW_TO_NAME_IT}`, 'A call of another model was refused');
        warned.add(name);
        return jsonAnswer(400, text);
    }
    async function answer(call) {
        const route = routeOf(call.method, call.target);
        if (route === undefined)
            return jsonAnswer(404, NOT_OURS);
        if (route.plane === 'control') {
            const fatal = policy.fatalError();
            if (fatal !== undefined)
                return fatal.answer;
            // Several callers may wait for the same answer, so it must not be aborted with the first of them.
            const ask = () => forward({ ...call, signal: closing.signal }, route, new Uint8Array());
            return (await lookups.answer(call.target, ask)) ?? jsonAnswer(403, TOO_MANY);
        }
        // Claude Code repeats a 403 for minutes, a 400 never (measured with 2.1.330).
        if (!call.authenticated) {
            if (isOwnCall(call.headers))
                tokenMissing = true;
            return jsonAnswer(400, NO_TOKEN);
        }
        tokenMissing = false;
        const body = await call.body(LARGEST_BODY);
        return body === undefined ? jsonAnswer(413, TOO_LARGE) : forward(call, route, body);
    }
    const server = await world.loopback.listen(TOKEN_HEADER, answer, options.at);
    world.secrets.add(server.token);
    /** Variables for Claude Code; they replace those of the same name. */
    const environment = {
        ...gatewayEnvironment(server, agent),
        // The most that a call may have, since the gateway lowers it.
        CLAUDE_CODE_MAX_OUTPUT_TOKENS: String(options.quota.ceiling),
        // A call that is held for minutes and handed back must not use up its tries (15 at most, measured with 2.1.330).
        ...(options.quota.patienceMs > 0 && !agent.CLAUDE_CODE_MAX_RETRIES && { CLAUDE_CODE_MAX_RETRIES: '15' }),
    };
    return {
        url: server.url,
        environment,
        /** Why Bedrock cannot serve this run, once that is known; from then on every call is refused with the same words. */
        fatalError: () => policy.fatalError()?.failure ?? (tokenMissing ? tokenReplaced() : undefined),
        /** Why the last answer of the main conversation is none of the model's: a guardrail blocked it, or the model refused. */
        blockedAnswer: () => blocked,
        /** Whether this result of a run is what Bedrock answered the main conversation last. */
        gave: (reported) => answers.gave(reported),
        /** How many failed calls Claude Code or the gateway itself repeated. */
        retries: () => policy.retries.total(),
        quota: () => quota.facts(),
        async close() {
            closing.abort();
            quota.close();
            await server.close();
            world.upstream.close();
        },
    };
}
function tokenReplaced() {
    return new errors/* Failure */.HR('input-invalid', {
        message: "Claude Code's calls come without the token of this run.\nIts own settings replace ANTHROPIC_CUSTOM_HEADERS, in which the action passes it.",
        fix: [
            'Remove ANTHROPIC_CUSTOM_HEADERS from `env` in the input `settings`, in `.claude/settings.json` of the checkout and in the settings of the machine. Headers for every call are given to the step instead:',
            (0,errors/* yaml */.oQ)('env:\n  ANTHROPIC_CUSTOM_HEADERS: "X-Name: ${{ secrets.VALUE }}"'),
        ],
    });
}
/** The header in which Claude Code shows the gateway's token. */
const TOKEN_HEADER = 'x-claude-code-bedrock-gateway';
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];
/**
 * Variables that point Claude Code at the gateway: unsigned calls with the gateway's token. With a proxy in its environment Claude Code uses that even for 127.0.0.1; it reads `no_proxy` before `NO_PROXY`, and the SDKs
 * inside it read only one of them (all measured with 2.1.330).
 */
function gatewayEnvironment({ url, token }, agent) {
    return {
        CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
        ANTHROPIC_BEDROCK_BASE_URL: url,
        // The gateway itself adds the user's headers: their values are secrets.
        ANTHROPIC_CUSTOM_HEADERS: `${TOKEN_HEADER}: ${token}`,
        ...(PROXIES.some((name) => agent[name] || agent[name.toLowerCase()]) && withoutProxy(agent)),
    };
}
function withoutProxy(agent) {
    const bypassed = [agent.no_proxy, agent.NO_PROXY, '127.0.0.1'].flatMap((list) => list?.split(',') ?? []);
    const list = [...new Set(bypassed.map((item) => item.trim()).filter(Boolean))].join(',');
    return { NO_PROXY: list, no_proxy: list };
}

;// CONCATENATED MODULE: ./lib/aws/refresh-command.js






const REFRESH_MS = 180_000;
/**
 * Signs in to AWS, with the user's two commands where given: `aws-credential-export` prints the credentials to start from;
 * `aws-auth-refresh` runs when there are none or they have expired, and then signing in is tried once more. Throws a Failure.
 * Signing in again is logged in fewer lines.
 */
async function signIn(settings, how, world) {
    const attempt = () => authenticateOrExport(settings, how, world);
    const { authRefresh } = settings;
    if (authRefresh === undefined)
        return attempt();
    const first = await sessionOrFailure(attempt, how);
    if (!(first instanceof errors/* Failure */.HR))
        return first;
    await runAuthRefresh({ line: authRefresh, env: how.env, why: first }, world);
    const second = await sessionOrFailure(attempt, how);
    if (!(second instanceof errors/* Failure */.HR))
        return second;
    throw new errors/* Failure */.HR(second.code, {
        message: `${second.message}\nThe command of aws-auth-refresh was run just before, ended well, and did not change that.`,
        fix: 'Check that the command renews the credentials that this step uses: the same profile (`aws-profile`), and the .aws folder of the user that the runner runs as.',
        cause: second,
    });
}
/** The Failure is that of credentials that are missing, expired or refused by AWS. Throws any other. */
async function sessionOrFailure(attempt, { again }) {
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
    message: 'AWS no longer accepts the credentials, and their source has no newer ones.',
});
async function authenticateOrExport(settings, { env, again }, world) {
    const line = settings.credentialExport;
    const log = again === undefined ? world.log : { ...world.log, info: (text) => world.log.debug(text) };
    if (line === undefined)
        return authenticate(settings, { ...world, log });
    const load = () => exportedKeys({ line, env }, { ...world, log });
    const credentialSources = { ...world.credentialSources, load };
    return authenticate(settings, { ...world, log, credentialSources }).catch((error) => {
        throw ofExport(error);
    });
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
        fix: `Have the command print credentials ${which}, all parts from the same place.`,
        cause: error.cause,
    });
}
async function runAuthRefresh({ line, env, why }, world) {
    const [reason = ''] = why.message.split('\n');
    world.log.info(`Running the command of aws-auth-refresh. ${reason}`);
    const onLine = (text) => world.log.info(text);
    const { problem, lastErrors } = await runInShell({ line, env, timeoutMs: REFRESH_MS, onLine }, world);
    if (problem === undefined)
        return;
    throw new errors/* Failure */.HR(why.code, {
        message: `${why.message}\nThe command of aws-auth-refresh ${problem}${lastErrors === '' ? '.' : `:\n${lastErrors}`}`,
        fix: 'Run the command on the runner by hand, in bash (Windows: pwsh). It runs in RUNNER_TEMP, not in the workspace, and has 3 minutes and no input: a sign-in that someone must confirm in a browser (`aws sso login --use-device-code`) needs that someone to read the log in time.',
        cause: why,
    });
}
const EXPORT_MS = 60_000;
/**
 * The keys that the command of `aws-credential-export` prints, masked. Its output is never shown; its errors are when it fails.
 * Throws a Failure: `credentials-missing` when the command fails, `credentials-invalid` when its output has another form.
 */
async function exportedKeys({ line, env }, world) {
    world.log.info('Running the command of aws-credential-export.');
    const { output, problem, lastErrors } = await runInShell({ line, env, timeoutMs: EXPORT_MS }, world);
    const parsed = (0,lib_json/* parseJson */.qF)(output);
    const inner = (0,lib_json/* fieldOf */._F)(parsed, 'Credentials');
    // Both forms that Claude Code accepts: inside `Credentials`, or flat (read from 2.1.330).
    const printed = (0,lib_json/* isRecord */.u4)(inner) ? inner : parsed;
    for (const name of PARTS)
        world.secrets.add((0,lib_json/* stringOf */.Je)(printed, name) ?? '');
    if (problem !== undefined) {
        throw new errors/* Failure */.HR('credentials-missing', {
            message: `The command of aws-credential-export ${problem}${lastErrors === '' ? '.' : `:\n${lastErrors}`}`,
            fix: 'Run the command on the runner by hand, in bash (Windows: pwsh). It runs in RUNNER_TEMP, not in the workspace, and has 60 seconds, no input, and none of the variables that hold tokens of the runner (ACTIONS_*, INPUT_*).',
        });
    }
    return refresh_command_keysOf(printed);
}
const PARTS = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'];
/** Long-term keys have no session token; AWS marks them in their id (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html). */
const isLongTerm = (accessKeyId) => accessKeyId.startsWith('AKIA');
const FORM = [
    'Have the command print this and nothing else, as `aws configure export-credentials --profile NAME` does without the outer object:',
    (0,errors/* json */.Pq)({
        Credentials: {
            AccessKeyId: '...',
            SecretAccessKey: '...',
            SessionToken: '...',
            Expiration: '2026-01-31T12:00:00Z',
        },
    }),
    'Expiration may be left out, and SessionToken by long-term keys (AKIA...).',
];
function refresh_command_keysOf(printed) {
    if (!(0,lib_json/* isRecord */.u4)(printed))
        throw malformed('did not print a JSON object');
    const [accessKeyId, secretAccessKey, sessionToken] = PARTS.map((name) => (0,lib_json/* stringOf */.Je)(printed, name));
    const lacksToken = sessionToken === undefined && !isLongTerm(accessKeyId ?? '');
    if (accessKeyId === undefined || secretAccessKey === undefined || lacksToken) {
        const missing = PARTS.filter((name) => (0,lib_json/* stringOf */.Je)(printed, name) === undefined);
        throw malformed(`printed JSON without ${missing.join(' and ')} (as text that is not empty)`);
    }
    const ending = (0,lib_json/* fieldOf */._F)(printed, 'Expiration') ?? undefined;
    if (ending === undefined)
        return { accessKeyId, secretAccessKey, sessionToken };
    const expiration = new Date(typeof ending === 'string' ? ending : NaN);
    if (Number.isNaN(expiration.getTime()))
        throw malformed('printed an Expiration that is no date in ISO 8601');
    return { accessKeyId, secretAccessKey, sessionToken, expiration };
}
const malformed = (what) => new errors/* Failure */.HR('credentials-invalid', { message: `The command of aws-credential-export ${what}.`, fix: FORM });
/**
 * Runs a command in `RUNNER_TEMP`, which an agent in the sandbox does not write, through bash (Windows: pwsh) with an empty
 * standard input, and ends it with everything that it started when its time is over. Resolves with what it printed: `problem` says
 * in words why it failed, `lastErrors` quotes it. Never rejects.
 */
async function runInShell({ line, env, timeoutMs, onLine }, { processes, clock, runner }) {
    const isWindows = runner.platform === 'win32';
    const file = isWindows ? 'pwsh' : 'bash';
    const args = isWindows ? ['-NoProfile', '-NonInteractive', '-Command', line] : ['-c', line];
    const child = processes.start({
        file,
        args,
        cwd: runner.temp,
        env: (0,variable_names/* definedVariables */.JF)(env, (name) => !(0,variable_names/* isRunnersOwn */.mQ)(name)),
        stdin: '',
    });
    async function read(stream) {
        const lines = [];
        for await (const text of (0,lib_text/* linesOf */.Dx)(stream)) {
            lines.push(text);
            onLine?.(text);
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
        read(child.stdout),
        read(child.stderr),
    ]);
    return {
        output: output.join('\n'),
        problem: isLate ? `did not end within ${timeoutMs / 1_000} seconds` : refresh_command_problemOf(exit, file),
        lastErrors: errors.slice(-10).join('\n').slice(-2_000),
    };
}
function refresh_command_problemOf({ code, signal, spawnError }, shell) {
    if (spawnError !== undefined)
        return `could not be started, since ${shell} could not: ${spawnError}`;
    if (code === 0)
        return undefined;
    return code === undefined ? `was ended by ${signal ?? 'a signal'}` : `ended with exit code ${code}`;
}

;// CONCATENATED MODULE: ./lib/aws/workspace-uses.js

/**
 * What signs in again while the agent works (`by`: an input, a variable, or a setting of a profile), and the path in the workspace
 * that it uses. The agent could replace these, and would then run as the action does: with its tokens, outside the sandbox. What a
 * command names is found as the shell would name it; a path that it computes is not.
 */
async function workspaceUses({ authRefresh, credentialExport, source }, env, { files, runner }) {
    const real = (await files.realPath(runner.workspace)) ?? runner.workspace;
    const place = { workspace: real, names: [real, runner.workspace], temp: runner.temp, env, files };
    const commands = [];
    if (authRefresh !== undefined)
        commands.push({ by: 'aws-auth-refresh', line: authRefresh });
    if (credentialExport !== undefined)
        commands.push({ by: 'aws-credential-export', line: credentialExport });
    const usesFiles = ['profile', 'default-chain', 'role-chaining'].includes(source.kind);
    const uses = [];
    const addPath = async (by, path) => {
        if (path && (await workspace_uses_isInWorkspace(expandedLine(path, env), place)))
            uses.push({ by, path });
    };
    // A command of the user is mostly the AWS CLI, which reads the same files.
    if (usesFiles || commands.length > 0) {
        for (const name of FILES)
            await addPath(name, env[name]);
        const home = env.HOME ?? '';
        for (const path of [
            env.AWS_CONFIG_FILE || (0,external_node_path_.join)(home, '.aws/config'),
            env.AWS_SHARED_CREDENTIALS_FILE || (0,external_node_path_.join)(home, '.aws/credentials'),
        ])
            for (const { by, value } of workspace_uses_settingsIn((await files.read(path).catch(() => undefined)) ?? ''))
                if (by === 'credential_process')
                    commands.push({ by, line: value });
                else if (/^[~/$]/.test(value))
                    await addPath(by, value);
    }
    for (const { by, line } of commands) {
        const path = await workspacePathIn(line, place);
        if (path !== undefined)
            uses.push({ by, path });
    }
    return uses;
}
/** Files that the AWS SDK and CLI read again, some of which name programs (https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html). */
const FILES = [
    ...['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_WEB_IDENTITY_TOKEN_FILE'],
    ...['AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE', 'AWS_CA_BUNDLE', 'AWS_DATA_PATH', 'HOME'],
];
const workspace_uses_settingsIn = (text) => [...text.matchAll(/^\s*(\w+)\s*=\s*(.+?)\s*$/gm)].map(([, by = '', value = '']) => ({ by, value }));
/** A folder that a line names may be where it goes, so that what follows is meant there. */
const MOST_FOLDERS = 50;
/** The first word of a command line that names something in the workspace, by whatever path. */
async function workspacePathIn(line, place) {
    if (/\$(?:\{|env:)?GITHUB_WORKSPACE\b/.test(line))
        return '$GITHUB_WORKSPACE';
    const expanded = expandedLine(line, place.env);
    if (place.names.some((name) => expanded.includes(name)))
        return place.workspace;
    for (const words of wordsOf(expanded)) {
        const folders = [place.temp];
        for (const [index, word] of words.entries()) {
            if (word.startsWith('-') || (index === 0 && !word.includes('/')))
                continue;
            // Relative paths were meant in the workspace, where these commands once ran.
            if (!(0,external_node_path_.isAbsolute)(word) && (await place.files.kind((0,external_node_path_.join)(place.workspace, word))) === 'file')
                return word;
            for (const path of (0,external_node_path_.isAbsolute)(word) ? [word] : folders.map((folder) => `${folder}/${word}`)) {
                if (await workspace_uses_isInWorkspace(path, place))
                    return word;
                const isFolder = folders.length < MOST_FOLDERS && (await place.files.kind(path)) === 'directory';
                if (isFolder && !folders.includes(path))
                    folders.push(path);
            }
        }
    }
    return undefined;
}
async function workspace_uses_isInWorkspace(path, { workspace, files }) {
    if (!(0,external_node_path_.isAbsolute)(path))
        return (await files.kind((0,external_node_path_.join)(workspace, path))) === 'file';
    const reals = await Promise.all([path, (0,external_node_path_.normalize)(path)].map((one) => realOf(one, files)));
    return reals.some((real) => real === workspace || real.startsWith(`${workspace}/`) || matches(real, workspace));
}
/** With links resolved as far as the path exists. */
async function realOf(path, files) {
    const real = await files.realPath(path);
    if (real !== undefined || (0,external_node_path_.dirname)(path) === path)
        return real ?? path;
    return (0,external_node_path_.resolve)(await realOf((0,external_node_path_.dirname)(path), files), path.slice((0,external_node_path_.dirname)(path).length).replaceAll('/', '') || '.');
}
/** Whether a path with wildcards of the shell can lead to the folder, or into it. */
function matches(path, folder) {
    if (!/[*?[{]/.test(path))
        return false;
    const patterns = path.split('/');
    const names = folder.split('/');
    return names.every((name, at) => patterns[at] !== undefined && isLike(name, patterns[at]));
}
function isLike(name, pattern) {
    const form = pattern
        .replaceAll(/[.+^$()|\\]/g, '\\$&')
        .replaceAll(/\*+|\[[^\]]*\]|\{[^}]*\}/g, '.*')
        .replaceAll(/[[\]{}]/g, '.')
        .replaceAll('?', '.');
    return new RegExp(`^${form}$`).test(name);
}
/** A command line with `~`, `$NAME`, `${NAME}` and PowerShell's `$env:NAME` replaced; a variable that is not set is its default, or empty. */
function expandedLine(line, env) {
    const home = env.HOME ?? '';
    return line
        .replaceAll(/\$\{env:(\w+)\}|\$env:(\w+)/gi, (_, inBraces, bare) => env[inBraces ?? bare ?? ''] ?? '')
        .replaceAll(/\$\{(\w+)(?::?[-=+]([^}]*))?[^}]*\}/g, (_, name, other) => env[name] || (other ?? ''))
        .replaceAll(/\$(\w+)/g, (_, name) => env[name] ?? '')
        .replaceAll(/(^|[\s'"`=:;|&<>()])~(?=[/\s'"`:;|&<>()]|$)/g, (_, before) => `${before}${home}`);
}
/** The words of a line, in two ways: split at quotes too, as in a script that is an argument, and with quotes taken off. */
const wordsOf = (line) => [
    split(line, /[\s'"`;|&<>(){}=,:]+/),
    split(line.replaceAll(/['"\\]/g, ''), /[\s`;|&<>()=]+/),
];
const split = (line, separators) => line.split(separators).filter(Boolean);

// EXTERNAL MODULE: ./lib/bedrock/preflight-report.js
var preflight_report = __webpack_require__(55920);
;// CONCATENATED MODULE: ./lib/bedrock/preflight.js






/**
 * Checks that Bedrock will serve this run: the regions, the model (Claude Code's own without one) and the small/fast model with
 * one token each, all at once. An error that may pass is a note, as the run itself tries again. The checks are in the order in
 * which they are logged; the failure is what keeps the run from starting, of several the main model's, else the small model's.
 * Never rejects.
 */
async function checkBedrock(bedrock, request) {
    const { session, log } = request;
    const models = modelsToCheck(bedrock);
    const regions = [...new Set([bedrock.region, ...models.map(({ region }) => region)])];
    const unsupported = regions.filter((region) => !(0,bedrock_models/* servesBedrock */.j1)(region));
    const findings = unsupported.length > 0
        ? unsupported.map((region) => unsupportedRegion(region, bedrock))
        : await findingsFor(regions, models, { ...request, bedrock });
    const identity = session.kind === 'keys'
        ? (0,preflight_report.ok)({ name: 'Identity', subject: session.arn }, `account ${session.account}`)
        : (0,preflight_report.ok)({ name: 'Identity', subject: '' }, 'a Bedrock API key, which only a call can prove');
    const checks = [identity, ...findings].map(({ check }) => check);
    // Who it is of keys, the sign-in has logged.
    for (const check of session.kind === 'keys' ? checks.slice(1) : checks)
        log.info((0,preflight_report/* checkLine */.tY)(check));
    const failures = findings.filter(({ failure }) => failure !== undefined);
    const first = failures.find(({ check }) => check.name !== 'Region') ?? failures[0];
    return { checks, failure: first?.failure };
}
/** A small/fast model that nobody named is not checked: the run goes on without it. */
function modelsToCheck({ region, model, smallFastModel, smallFastModelRegion }) {
    const main = { role: 'main', given: model, region };
    if (smallFastModel === undefined || (smallFastModel === model && smallFastModelRegion === region))
        return [main];
    return [main, { role: 'small', given: smallFastModel, region: smallFastModelRegion }];
}
async function findingsFor(regions, models, { bedrock, session, api, modelsOf }) {
    const listed = new Map(regions.map((region) => [region, settled(api.listInferenceProfiles(region))]));
    const tries = await Promise.all(models.map(async (checked) => {
        const { role, given, region } = checked;
        const isNamed = given !== undefined && isBedrocksName(given);
        const model = isNamed ? given : modelsOf((await listed.get(bedrock.region))?.value?.ids)[role];
        const suffix = isNamed ? '' : (/\[1m\]$/i.exec(given ?? '')?.[0] ?? '');
        const outcome = model === undefined ? undefined : await preflight_outcomeOf(api, `${model}${suffix}`, region);
        return { ...checked, model, outcome };
    }));
    const listings = await Promise.all([...listed].map(async ([region, list]) => ({ region, ...(await list) })));
    const account = session.kind === 'keys' ? session.account : undefined;
    const callIn = (region, model) => {
        const profiles = listings.find((listing) => listing.region === region)?.value?.ids;
        const caller = (0,credentials/* callerOf */.$)(session);
        return { region, model, account, maxOutputTokens: bedrock.maxOutputTokens, caller, ...(profiles && { profiles }) };
    };
    const isAnswering = (region) => tries.some((tried) => tried.region === region && isAnswer(tried.outcome));
    return [
        ...listings.map(({ region, value, error }) => error === undefined
            ? (0,preflight_report.ok)({ name: 'Region', subject: region }, `serves Bedrock, with ${value?.ids.length ?? 0} Claude inference profiles`)
            : (0,preflight_report/* regionFinding */.CT)(error, callIn(region), isAnswering(region))),
        ...tries.map((tried) => (0,preflight_report/* modelFinding */.dP)(tried, callIn(tried.region, tried.model))),
    ];
}
/** One token of a model. A refusal that nobody knows is asked for once more: the same words again are what the run would get. */
async function preflight_outcomeOf(api, model, region) {
    const first = await settled(api.tryModel(model, region));
    if (!(0,preflight_report/* isUnknownRefusal */.BP)(first.error))
        return first;
    const { error } = await settled(api.tryModel(model, region));
    const isRepeated = error instanceof errors/* ServiceError */._7 && error.name === first.error.name && error.message === first.error.message;
    return { error, isRepeated };
}
const settled = (call) => call.then((value) => ({ value }), (error) => ({ error }));
function isAnswer(outcome) {
    if (outcome?.error === undefined)
        return outcome !== undefined;
    return outcome.error instanceof errors/* ServiceError */._7 && outcome.error.status !== undefined;
}
function unsupportedRegion(region, bedrock) {
    const input = region === bedrock.region ? 'aws-region' : 'small-fast-model-region';
    const failure = new errors/* Failure */.HR('region-unsupported', {
        message: `${input}: ${region} is not among the regions that AWS lists for Amazon Bedrock.`,
        fix: [
            'Name a region that serves Bedrock:',
            ...(0,bedrock_models/* nearbyRegions */.zw)(region).map((near) => (0,errors/* yaml */.oQ)(`${input}: ${near}`)),
            'If AWS has opened it since this release, skip the check:',
            (0,errors/* yaml */.oQ)('preflight: false'),
        ],
    });
    return (0,preflight_report/* failed */.gz)({ name: 'Region', subject: region }, failure);
}
/** How long an answer may take; a connection has a shorter limit of its own. */
const preflight_LONGEST_MS = 20_000;
/** More pages than AWS has profiles for. */
const MOST_PAGES = 10;
/** The calls, made by the client of the agent's calls: with its endpoints, signature, added headers, retries and records. */
function bedrockApi(client, clock) {
    async function ask(region, question) {
        const [slow, done] = [new AbortController(), new AbortController()];
        void clock.sleep(preflight_LONGEST_MS, done.signal).then(() => done.signal.aborted || slow.abort());
        const headers = { accept: '*/*', 'content-type': 'application/json' };
        try {
            const answer = await client.call({ ...question, region, headers, signal: slow.signal });
            if ('error' in answer)
                throw answer.error;
            const pieces = [];
            for await (const piece of answer.body)
                pieces.push(piece);
            return (0,lib_json/* parseJson */.qF)(Buffer.concat(pieces).toString('utf8'));
        }
        catch (error) {
            if (!slow.signal.aborted)
                throw error;
            throw new errors/* ServiceError */._7({
                service: 'Amazon Bedrock',
                operation: question.route.operation,
                name: 'TimeoutError',
                message: `no answer within ${preflight_LONGEST_MS / 1_000} s`,
            });
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
                const answer = await ask(region, { route: LIST, method: 'GET', target, body: new Uint8Array() });
                // A proxy may answer in Bedrock's place.
                summaries.push(...(0,lib_json/* listOf */.c3)((0,lib_json/* fieldOf */._F)(answer, 'inferenceProfileSummaries')));
                next = (0,lib_json/* stringOf */.Je)(answer, 'nextToken');
                if (next === undefined)
                    break;
            }
            const ids = summaries.map((summary) => (0,lib_json/* stringOf */.Je)(summary, 'inferenceProfileId') ?? '');
            return { ids: ids.filter((id) => (0,bedrock_models/* parseModel */.Xh)(id).kind === 'inference-profile'), summaries };
        },
        async tryModel(model, region) {
            const { id } = (0,bedrock_models/* parseModel */.Xh)(model);
            await ask(region, {
                route: { plane: 'runtime', operation: 'InvokeModelWithResponseStream', name: id },
                method: 'POST',
                target: `/model/${encodeURIComponent(id)}/invoke-with-response-stream`,
                body: new TextEncoder().encode(JSON.stringify({ ...ONE_TOKEN, ...longContext(model) })),
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
/** What Claude Code sends for the suffix `[1m]` of a model (2.1.330); an account may lack it. */
const longContext = (model) => (/\[1m\]$/i.test(model) ? { anthropic_beta: ['context-1m-2025-08-07'] } : {});

;// CONCATENATED MODULE: ./lib/steps/sign-in.js









/**
 * Signs in to AWS, stays signed in for as long as the run asks, and checks that Bedrock serves it. Throws the Failure of
 * what keeps the run from starting.
 */
async function signInAndCheck(request, context, world) {
    const { settings, env, runLog } = request;
    const { region, smallFastModelRegion } = settings.bedrock;
    const stsRegion = settings.identity.source.kind === 'bedrock-api-key' ? undefined : settings.identity.region;
    (0,endpoints/* requireFipsEndpoints */.s6)({ bedrockRegions: [region, smallFastModelRegion], stsRegion }, env);
    await checkWorkspaceUses(request, world);
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
    const onCall = (call) => context.recordCall(call);
    const client = bedrockClient({ bedrock, session, env, onCall }, world, () => undefined);
    const bare = bedrockApi(client, world.clock);
    const listInferenceProfiles = async (region) => {
        const profiles = await bare.listInferenceProfiles(region);
        if (region === bedrock.region)
            onListed(profiles);
        return profiles;
    };
    const api = { ...bare, listInferenceProfiles };
    const request = { session: await session.current(), api, modelsOf: modelsOf(settings), log: world.log };
    const { checks, failure } = await checkBedrock(bedrock, request);
    if (settings.preflight === 'only') {
        // A run reports the first failure alone; `only` asks for all of them.
        for (const { name, subject, fix } of checks)
            if (fix !== undefined && fix !== failure?.fix)
                world.log.info(context.redact(`${name} ${subject}: what to do\n${(0,errors/* fixText */.Xc)(fix)}`));
        context.update({ checks });
    }
    if (failure !== undefined)
        throw failure;
}
/**
 * What signs in again while the agent works must be none of its to write, and what signs in must not come from a checkout that is not
 * trusted: it would run with the tokens of the job. Throws a Failure where it is, and where a sandbox keeps the agent from all else.
 */
async function checkWorkspaceUses({ settings, env, sandboxPromise }, world) {
    const [use] = await workspaceUses(settings.identity, env, world);
    if (use === undefined)
        return;
    if (!settings.agent.trustsCheckout)
        throw new errors/* Failure */.HR('input-invalid', {
            message: `${use.by} uses ${use.path} of the workspace, whose checkout is not trusted: it would run with the tokens of the job.`,
            fix: 'Keep it where no checkout can put it: in the image of the runner, or written by a step of the workflow itself.',
        });
    if (settings.prompt === undefined)
        return;
    const { kind } = await sandboxPromise;
    const message = `${use.by} uses ${use.path} of the workspace, which the agent can change while the run signs in again with it.`;
    if (kind === 'unshare')
        throw new errors/* Failure */.HR('input-invalid', {
            message,
            fix: ['Keep it outside the workspace, for example copied there by a step before the agent runs:', (0,errors/* yaml */.oQ)(COPY)],
        });
    world.log.warning(`${message} Keep it outside the workspace.`);
}
const COPY = `- run: install -m 0755 scripts/refresh.sh "$RUNNER_TEMP/refresh.sh"`;
/** Resolves the models of a run, given the ids of the inference profiles that AWS listed; undefined where it did not. */
function modelsOf({ bedrock, agent, install, }) {
    const { fallbackModel, permissionMode } = agent;
    const { defaultModels, classifierModel, version } = release/* RELEASE */.g;
    const isCertain = install.path === undefined && (install.version ?? version) === version;
    const settings = { ...bedrock, fallbackModel, classifies: permissionMode === 'auto' };
    return (profiles) => modelsOfRun(settings, { own: { defaultModels, classifierModel, isCertain }, profiles });
}

;// CONCATENATED MODULE: ./lib/steps/agent-access.js




/** Opens the access that the input `credentials` names. The gateway is open at once; the other waits for the session. */
function openAccess(run, context, world) {
    const { names, values } = run.settings.agent.environment;
    const environment = {
        inherited: { ...run.env, ...values },
        names: [...names, ...Object.keys(values)],
        bedrock: run.settings.bedrock,
        source: run.settings.identity.source.kind,
        configDirectory: context.place.claudeConfig,
        platform: world.runner.platform,
        run: run.id,
    };
    const { quota } = run.settings;
    return quota !== undefined
        ? openGatewayAccess(environment, { run, context, quota }, world)
        : openCredentialsAccess(environment, run.readyPromise, world);
}
async function openGatewayAccess(environment, { run, context, quota }, world) {
    const { variables: outside, withheld } = agentEnvironment({ ...environment, access: { kind: 'gateway' } });
    const variables = run.network?.variables(outside) ?? outside;
    const session = {
        current: async () => (await run.readyPromise).current(),
        renew: async (stale) => (await run.readyPromise).renew(stale),
    };
    let totals = { calls: 0, inputTokens: 0, outputTokens: 0 };
    const gateway = await openGateway({
        bedrock: environment.bedrock,
        quota: {
            ...quota,
            timeoutMs: run.settings.agent.timeoutMs,
            hasFallback: run.settings.agent.fallbackModel !== undefined,
            // The id is of this run alone, so runs that were refused together do not come back together.
            random: randomFrom(Number.parseInt(run.id, 16)),
        },
        session,
        env: run.env,
        agent: variables,
        profiles: run.profilesPromise,
        modelsOf: modelsOf(run.settings),
        at: run.network?.gateway,
        maxBudgetUsd: run.settings.agent.maxBudgetUsd,
        onCall(call) {
            context.recordCall(call);
            totals = added(totals, call);
        },
    }, world);
    return {
        variables: { ...variables, ...gateway.environment },
        withheld,
        fatalError: () => gateway.fatalError(),
        blockedAnswer: () => gateway.blockedAnswer(),
        gave: (reported) => gateway.gave(reported),
        retries: () => gateway.retries(),
        calls: () => totals,
        quota: () => gateway.quota(),
        close: () => gateway.close(),
    };
}
/** A look-up of profiles is no call of a model; one whose tokens are not known leaves the sum unknown. */
function added(totals, { model, status, inputTokens, outputTokens }) {
    if (model === null)
        return totals;
    const sum = (a, b) => status !== null && status >= 400 ? a : a === undefined || b === null ? undefined : a + b;
    return {
        calls: totals.calls + 1,
        inputTokens: sum(totals.inputTokens, inputTokens),
        outputTokens: sum(totals.outputTokens, outputTokens),
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
        blockedAnswer: () => undefined,
        gave: () => true,
        retries: () => 0,
        calls: () => undefined,
        quota: () => undefined,
        close: async () => served?.close(),
    };
}
/** Numbers in [0, 1) for pauses, the same for the same seed (mulberry32): nothing that must not be guessed. */
function randomFrom(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
}

;// CONCATENATED MODULE: ./lib/steps/run-prompt.js















/** Runs the prompt and adds to the facts how it went. Rejects with the failure of the sign-in, when that is what went wrong. */
async function runPrompt(run, context, world) {
    const { settings, readyPromise } = run;
    const access = await openAccess(run, context, world);
    try {
        const directory = context.place.claudeConfig;
        await (0,claude_arguments/* restoreSession */.NR)(settings.agent, directory, world.files);
        const files = await (0,claude_arguments/* writeRunFiles */.ak)(settings.agent, { directory, variables: access.variables }, world.files);
        await installPlugins({
            ...{ plugins: settings.agent.plugins, executable: run.executable, directory },
            ...{ environment: files.environment, open: run.openSandbox, stop: run.stop, redact: context.redact },
        }, world);
        const sandbox = await run.sandboxPromise;
        context.update({ isolation: sandbox.kind });
        const mcpServers = {
            names: settings.agent.mcpConfig?.servers ?? [],
            required: settings.agent.requireMcpServers,
            outOfReach: sandbox.kind === 'unshare' ? serversOutOfReach(settings.agent.mcpConfig?.json) : [],
        };
        const warnings = [sandbox.warning, ...mcpServers.outOfReach.map(({ why }) => why)];
        for (const warning of warnings)
            if (warning !== undefined)
                world.log.warning(warning);
        const agent = await world.log.group('Run the prompt', async (log) => {
            const notes = [
                ...describeLimits(settings.bedrock, USUAL_LIMITS, settings.quota),
                ...access.withheld,
                overriddenNote(settings),
                sandbox.note,
                run.network?.note,
            ];
            for (const note of notes)
                if (note !== undefined)
                    log.info(note);
            // As soon as its first calls are on their way, there is nothing to do but to wait for Bedrock.
            readyPromise.then(() => (0,report/* prepareReport */.iR)(settings.transcript, world), () => undefined);
            const ended = await runAgent({
                command: {
                    file: run.executable,
                    args: [
                        ...(0,claude_arguments/* hookEventArguments */.wA)(context.facts().claude?.version),
                        ...(0,claude_arguments/* argumentsFor */.Oz)(settings.agent, { ...settings.bedrock, files }),
                    ],
                    cwd: settings.agent.workingDirectory,
                    env: files.environment,
                    stdin: run.prompt.text,
                },
                timeoutMs: settings.agent.timeoutMs,
                stop: AbortSignal.any([run.stop, rejectionOf(readyPromise)]),
                show: settings.transcript.show,
                mcpServers,
                record: (lines) => context.recorder.record(lines),
                redact: context.redact,
            }, { ...world, log, processes: { ...world.processes, start: sandbox.start } });
            for (const line of [...(0,outcome_text/* describeQuota */.iK)(access.quota()), ...(0,outcome_text/* describeCommandCalls */.mF)(access.quota())])
                log.info(line);
            return ended;
        });
        await sandbox.close();
        // All inside are dead: nothing changes the checkout any more.
        const { statistics, durationMs } = agent;
        context.update({
            ...(0,outputs/* redactedFacts */.Gy)(agent, context.redact),
            durationMs,
            retries: Math.max(statistics.retries, access.retries()),
            quota: access.quota(),
        });
        // A cancelled job has no time to wait for a sign-in that hangs, nor for a program that does.
        const session = run.stop.aborted ? undefined : await (await readyPromise).current().catch(() => undefined);
        const account = session?.kind === 'keys' ? session.account : undefined;
        const { failure, denials, ...said } = outcomeOf(agent, {
            ...settings,
            account,
            explain: (raw, call) => (0,bedrock_error/* explainBedrock */.qH)((0,bedrock_error/* bedrockError */.Tv)(raw), { ...call, ...(session && { caller: (0,credentials/* callerOf */.$)(session) }) }),
            mcpServers,
            denyRules: (0,claude_denials/* denyRulesOf */.hb)(settings.agent.disallowedTools, settings.agent.settings.json),
            calls: access.calls(),
        });
        context.update({ denials: denials.map((denial) => (0,outputs/* redactDenial */.p5)(denial, context.redact)) });
        said.notes.forEach((note) => world.log.info(context.redact(note)));
        said.warnings.forEach((warning) => world.log.warning(context.redact(warning)));
        if (said.notice !== undefined)
            world.log.notice(said.notice);
        // What Bedrock itself answered says more than what Claude Code made of it. A run that ended well, ended well: unless its
        // answer is none of the model's.
        const blocked = access.blockedAnswer();
        if (failure !== undefined)
            context.fail(isStopped(failure.code) ? failure : (blocked ?? access.fatalError() ?? failure));
        else if (blocked !== undefined)
            context.fail(blocked);
        else if (statistics.result !== undefined && !access.gave({ ...statistics.result, lastText: statistics.lastText })) {
            context.update({
                statistics: {
                    ...statistics,
                    lastText: undefined,
                    result: { ...statistics.result, result: undefined, structuredOutput: undefined },
                },
            });
            context.fail(NOT_THE_MODELS);
        }
    }
    finally {
        await (0,claude_arguments/* removeRunFiles */.N0)(context.place.claudeConfig, world.files).catch(() => undefined);
        await access.close();
        await run.network?.close();
    }
}
const USUAL_LIMITS = {
    maxOutputTokens: Number(defaultOf('max-output-tokens')),
    maxThinkingTokens: Number(defaultOf('max-thinking-tokens')),
};
const NOT_THE_MODELS = new errors/* Failure */.HR('agent-failed', {
    message: 'Claude Code reported a result that is not what Bedrock answered last, so the run has none.',
    fix: [
        'A process of the agent may have written it. Look in the transcript for a command that does such things, and keep the sandbox around the agent:',
        (0,errors/* yaml */.oQ)('isolation: required'),
    ],
});
/** One line on what of Claude Code's settings this run does not heed. */
function overriddenNote({ agent }) {
    const { overridden } = agent.settings;
    return overridden.length === 0
        ? undefined
        : `The inputs of the action decide these settings: ${overridden.join(', ')}`;
}
const isStopped = (code) => code === 'agent-cancelled' || code === 'agent-timed-out';
/** Aborts when the promise rejects. */
function rejectionOf(promise) {
    const rejected = new AbortController();
    promise.catch(() => rejected.abort());
    return rejected.signal;
}

// EXTERNAL MODULE: ./lib/steps/track-changes.js + 4 modules
var track_changes = __webpack_require__(57382);
;// CONCATENATED MODULE: ./lib/run.js










/**
 * The whole action: read the inputs, sign in to AWS while Claude Code is installed, run the prompt, keep the transcript,
 * report. Never rejects: whatever fails, the outputs say so and hold what was known until then.
 */
async function run(request, world) {
    const context = await (0,run_context/* openRunContext */.Bm)(request, world);
    context.saveState({ stage: 'running' });
    const finishCheckout = await work(request, context, world).catch((error) => context.fail(error));
    (0,report/* announceFailure */.cX)(context, world);
    await finishCheckout?.().catch((error) => context.fail(error));
    return (0,report/* report */.z8)(context, world);
}
/** Resolves with what is left to do where an agent may have changed the checkout. */
async function work({ env, programEnv, id, stop }, context, world) {
    const settings = await readSettings({ env, searchPath: programEnv.PATH, id }, context, world);
    await checkWhoStarted(settings, context, world);
    const { prompt } = settings;
    const { network, openAnother, sandboxPromise } = await openAgentSandbox(settings, context, world);
    const signIn = { settings, env: programEnv, sandboxPromise };
    const profiles = Promise.withResolvers();
    const signInPromise = world.log.group('Sign in to AWS, check Bedrock', (log) => signInAndCheck({ ...signIn, onListed: profiles.resolve, runLog: world.log }, context, { ...world, log }));
    const sessionPromise = signInPromise.finally(() => profiles.resolve(undefined));
    if (settings.preflight === 'only') {
        await unlessStopped(stop, sessionPromise);
        context.update({ prompt: undefined });
        return undefined;
    }
    const searchPath = programEnv.PATH ?? '';
    const checkoutPromise = (0,track_changes/* trackCheckout */.OO)({ ...settings.agent, searchPath }, context, world);
    const startsBeforeSignIn = prompt !== undefined && !settings.exportEnvironment && settings.credentials === 'gateway';
    const claudePromise = install_install(settings.install, context, world);
    const readyPromise = Promise.all([sessionPromise, claudePromise, checkoutPromise]).then(async ([session]) => {
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
        return undefined;
    const promises = { readyPromise, sandboxPromise, profilesPromise: profiles.promise };
    await runPrompt({ prompt, settings, executable, openSandbox: openAnother, ...promises, network, env, id, stop }, context, world).catch((error) => context.fail(error));
    // Also of an agent that was stopped since the sign-in failed.
    return async () => (await checkoutPromise).finish(stop.aborted);
}


/***/ })

};
