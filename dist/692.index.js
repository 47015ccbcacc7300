export const id = 692;
export const ids = [692];
export const modules = {

/***/ 57692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createPackageRegistry: () => (/* binding */ createPackageRegistry)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/world/error-fields.js
var error_fields = __webpack_require__(29902);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/world/registry-credentials.js
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

;// CONCATENATED MODULE: ./lib/world/npm-config.js




/**
 * The registry npm would use, with credentials, certificates and proxies of npm's configuration and the environment, and
 * the secrets among them; undefined when nothing names one. npm itself is asked where it is there and `url` is not given,
 * for it alone knows its defaults; without it its files and variables are read. The checkout's own `.npmrc` never counts.
 * Source: https://github.com/npm/cli/blob/latest/docs/lib/content/configuring-npm/npmrc.md
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
            strictSsl: settings['strict-ssl'] !== 'false',
            proxies: proxies(settings, env),
        },
        secrets: credentials?.secrets ?? [],
    };
}
/** What `npm config list --json` says, without the settings that are neither text nor yes or no; empty where there is no npm to ask. */
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
            else if (typeof value === 'boolean')
                settings[key] = String(value);
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
    return Object.fromEntries(Object.entries(chosen).flatMap(([name, value]) => (value && !/^(null|false)$/.test(value) ? [[name, value]] : [])));
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./lib/world/roomy-connection.js


const BLOCK = 1 << 20;
const LEAST = 64 << 10;
/**
 * Connections that read up to a megabyte at once, one read after the other into the same block, where Node takes a new buffer
 * of 64 KB for each: reading a Claude Code release costs a fifth of the time (0.04 instead of 0.22 s, measured with Node 24).
 */
const roomyConnection = {
    plain: (options) => roomy((onread) => (0,external_node_net_.connect)({ ...options, onread })),
    secure: (options) => roomy((onread) => {
        // Node's documentation has it, its types do not (https://nodejs.org/api/tls.html#tlsconnectoptions-callback).
        const withOnread = { ...options, onread };
        return (0,external_node_tls_.connect)(withOnread);
    }),
};
function roomy(connect) {
    let block = Buffer.allocUnsafeSlow(BLOCK);
    let used = 0;
    const socket = connect({
        buffer() {
            if (block.length - used < LEAST) {
                block = Buffer.allocUnsafeSlow(BLOCK);
                used = 0;
            }
            return block.subarray(used);
        },
        callback(length, buffer) {
            used += length;
            // False when nobody reads: the socket then waits.
            return socket.push(buffer.subarray(0, length));
        },
    });
    return socket;
}

;// CONCATENATED MODULE: ./lib/world/registry-http.js





const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * Gets from a registry, through its proxies, over at most five redirects; the credentials go to the registry's own origin
 * only. Resolves with the answer of status 200, or 206 where a range was asked for, its body unread; rejects with a
 * ServiceError for all else.
 */
async function get(request) {
    let url = new URL(request.address);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
        const answer = await send(url, request).catch((error) => {
            throw lostConnection(error, url, request);
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
            throw fact('UnsafeRedirect', `the redirect leads from https to ${plain(next)}`, { url, request });
        url = next;
    }
    throw fact('TooManyRedirects', `more than ${MAX_REDIRECTS} redirects`, { url, request });
}
/** The ServiceError of a connection that failed before or during the answer of `address`. */
function lostConnection(error, address, request) {
    if (error instanceof failure/* ServiceError */._7)
        return error;
    const name = (0,error_fields/* textOf */.b6)(error, 'code') ?? 'ECONNRESET';
    // An error of several addresses at once has a code and no message.
    const message = (0,error_fields/* textOf */.b6)(error, 'message') ?? name;
    return fact(name, message, { url: address, request, cause: error });
}
/** The ServiceError of a failed get: address without credentials and query, and the proxy where one is used. */
function fact(name, message, about) {
    const { url, request, status, retryAfterMs, cause } = about;
    const proxy = proxyFor(url, request.registry);
    const through = proxy === undefined ? '' : ` (through the proxy ${plain(proxy)})`;
    return new failure/* ServiceError */._7({
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
function send(url, { registry, accept, timeouts, range, signal }) {
    const secure = url.protocol === 'https:';
    const known = url.origin === new URL(registry.url).origin && registry.authorization !== undefined;
    const options = {
        headers: {
            accept,
            // Bytes as published are what the digest is of: no content encoding.
            'accept-encoding': 'identity',
            ...(known && { authorization: registry.authorization }),
            ...(range && { range: `bytes=${range.from}-` }),
            ...(range?.validator !== undefined && { 'if-range': range.validator }),
        },
        agent: agentFor(url, registry),
        ...(signal && { signal }),
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
function agentFor(url, { proxies = {}, ca, strictSsl }) {
    const proxyEnv = isLoopback(url) ? {} : { ...proxies };
    const secure = url.protocol === 'https:';
    const agent = secure
        ? new external_node_https_.Agent({
            proxyEnv,
            ...(ca && { ca: [...ca] }),
            ...(strictSsl === false && { rejectUnauthorized: false }),
        })
        : new external_node_http_.Agent({ proxyEnv });
    const direct = proxyEnv.HTTP_PROXY === undefined && proxyEnv.HTTPS_PROXY === undefined;
    if (direct)
        agent.createConnection = secure ? roomyConnection.secure : roomyConnection.plain;
    return agent;
}
async function refusal(answer, url, request) {
    const status = answer.statusCode ?? 0;
    const said = wordsOf(await readText(answer, 4_096).catch(() => ''));
    const retryAfterMs = retryAfter(answer.headers['retry-after']);
    return fact('HttpError', `${status} ${answer.statusMessage ?? ''}${said}`.trim(), {
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
function wordsOf(body) {
    try {
        const json = JSON.parse(body);
        const words = (0,error_fields/* textOf */.b6)(json, 'error') ?? (0,error_fields/* textOf */.b6)(json, 'message');
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

;// CONCATENATED MODULE: ./lib/world/registry-download.js


/**
 * The bytes of a body, once each and in order, over as many connections as it takes: where one breaks, `recover` decides
 * whether the rest is asked for. A server that sends everything anew is listened to from where the last one broke off.
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
                throw fact('WrongRange', `asked for from ${bytes} on, it begins at ${from}`, { url, request });
            if (bytes === 0) {
                validator = validatorOf(answer);
                total = lengthOf(answer);
            }
            let skip = bytes - from;
            for await (const chunk of chunksOf(answer)) {
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
        return fact('DownloadTimeout', `not all there within ${request.timeouts.totalMs / 60_000} min, ended ${came}`, about);
    const lost = lostConnection(cause, url, request);
    // What failed before the body did says so itself.
    if (lost === cause || (bytes === 0 && total === undefined))
        return lost;
    const name = lost.name === 'IdleTimeout' ? lost.name : 'ShortBody';
    return fact(name, `the body ended ${came}: ${(0,error_fields/* textOf */.b6)(cause, 'message') ?? name}`, about);
}
/** Of no encoding, so its chunks are bytes. */
function chunksOf(answer) {
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/world/gzip-header.js
const FIXED = 10;
const CHECKSUM = 0b0010;
const EXTRA = 0b0100;
const NAME = 0b1000;
const COMMENT = 0b1_0000;
/**
 * How many bytes of a gzip stream come before its deflate stream (https://www.rfc-editor.org/rfc/rfc1952#section-2.3);
 * undefined where `bytes` do not begin with a whole header.
 */
function gzipHeaderLength(bytes) {
    const flags = bytes[3];
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
    if (!isGzip || flags === undefined)
        return undefined;
    let at = FIXED;
    if (flags & EXTRA)
        at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
    for (const field of [NAME, COMMENT]) {
        if ((flags & field) === 0)
            continue;
        const end = bytes.indexOf(0, at);
        if (end < 0)
            return undefined;
        at = end + 1;
    }
    if (flags & CHECKSUM)
        at += 2;
    return at < bytes.length ? at : undefined;
}

;// CONCATENATED MODULE: ./lib/world/tarball.js








// Chunk sizes decide the speed: measured with 2.1.330 (175 MB packed, 381 MB unpacked) on 2 cores, 1.3 s with these and
// 3.1 s with Node's own, 0.9 s of it inflating; each larger step costs memory and gains nothing.
const INPUT_BLOCK = 256 << 10;
const OUTPUT_CHUNK = 2 << 20;
const INFLATE_OPTIONS = { chunkSize: OUTPUT_CHUNK, highWaterMark: OUTPUT_CHUNK };
/** Bytes behind the deflate stream: the CRC and the length of what is in it. */
const GZIP_TRAILER = 8;
/**
 * Reads an npm tarball once: digest, inflate and untar of the same bytes, straight into place, in bounded memory. Reads on to
 * the end when unpacking breaks, so that the digest can say whether the bytes are wrong. Rejects when `body` does. The memory
 * of its chunks is freed as soon as it has been read, so none may come twice.
 */
async function unpackTarball(body, options) {
    const { extract } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const hash = (0,external_node_crypto_.createHash)('sha512');
    const digest = options.digestOf === undefined ? undefined : (0,external_node_crypto_.createHash)('sha256');
    // Without the CRC of what it unpacks, which takes 5 % of the time, and says nothing that the digest does not.
    const inflate = (0,external_node_zlib_.createInflateRaw)(INFLATE_OPTIONS);
    const entries = extract();
    let problem;
    const piping = (0,external_node_stream_promises_.pipeline)(inflate, entries);
    const unpacking = Promise.allSettled([piping, writeFiles(entries, { ...options, digest })]).then(([piped, written]) => {
        // Whichever breaks closes the other before its time.
        const reason = piped.status === 'rejected' ? piped.reason : undefined;
        const other = written.status === 'rejected' ? written.reason : undefined;
        problem = (0,error_fields/* textOf */.b6)(reason, 'code') === 'ERR_STREAM_PREMATURE_CLOSE' ? (other ?? reason) : (reason ?? other);
    });
    let bytes = 0;
    let headerLength = 0;
    let tail = Buffer.alloc(0);
    const read = givingBack();
    try {
        for await (const block of blocksOf(body)) {
            const isFirst = bytes === 0;
            if (isFirst)
                headerLength = gzipHeaderLength(block);
            if (headerLength === undefined)
                inflate.destroy(new Error('it does not begin as a gzip file does'));
            bytes += block.length;
            tail = Buffer.concat([tail, block.subarray(-4)]).subarray(-4);
            const isFull = problem === undefined && !inflate.write(isFirst ? block.subarray(headerLength) : block, read(block));
            // While another thread inflates.
            hash.update(block);
            // When unpacking breaks, `once` rejects; `unpacking` keeps the reason.
            if (isFull)
                await Promise.race([(0,external_node_events_.once)(inflate, 'drain').catch(() => undefined), unpacking]);
        }
        inflate.end();
    }
    catch (error) {
        inflate.destroy();
        throw error;
    }
    finally {
        await unpacking;
    }
    const isWhole = bytes === (headerLength ?? 0) + inflate.bytesWritten + GZIP_TRAILER;
    if (!isWhole)
        problem ??= new Error('something else follows where the gzip stream ends');
    const integrity = `sha512-${hash.digest('base64')}`;
    return { bytes, integrity, sha256: digest?.digest('hex'), endsAsTarball: endsAsTarball(tail), problem };
}
/** Gzip ends with the length of its content (RFC 1952, 2.3.1), and the length of a tar is a multiple of 512. */
function endsAsTarball(lastFour) {
    const length = lastFour.length === 4 ? lastFour.readUInt32LE() : 0;
    return length > 0 && length % 512 === 0;
}
async function* blocksOf(body) {
    let chunks = [];
    let length = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        length += chunk.length;
        if (length < INPUT_BLOCK)
            continue;
        yield chunks.length === 1 ? chunk : Buffer.concat(chunks);
        chunks = [];
        length = 0;
    }
    if (length > 0)
        yield Buffer.concat(chunks);
}
async function writeFiles(entries, { directory, digestOf, digest }) {
    for await (const entry of entries) {
        const { name, type } = entry.header;
        if (type !== 'directory') {
            const inside = safePath(name, type);
            const path = (0,external_node_path_.join)(directory, inside);
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            await writeFile(path, entry, inside === digestOf ? digest : undefined);
        }
        entry.resume();
    }
}
/** The chunks as they come, each written before the next is asked for: a stream in between would only hold more of them. */
async function writeFile(path, chunks, digest) {
    const file = await (0,promises_.open)(path, 'w', 0o644);
    try {
        for await (const chunk of chunks) {
            if (!Buffer.isBuffer(chunk))
                continue;
            digest?.update(chunk);
            for (let at = 0; at < chunk.length;)
                at += (await file.write(chunk, at)).bytesWritten;
            giveBack(chunk);
        }
    }
    finally {
        await file.close();
    }
}
/** What zlib has filled to its end it does not use again. */
function giveBack({ buffer, byteOffset, length }) {
    if (buffer.byteLength === OUTPUT_CHUNK && byteOffset + length === OUTPUT_CHUNK)
        free(buffer);
}
/**
 * For each block a callback for when it was read: the memory of the one before is not read again where this one lies in
 * another. One that was not read frees nothing, since then another thread may still be reading the one before.
 */
function givingBack() {
    let last;
    return ({ buffer }) => (error) => {
        if (error)
            return;
        if (last !== undefined && last !== buffer)
            free(last);
        last = buffer;
    };
}
/**
 * At once, where the garbage collector would look through all that lives for every 25 MB that are dead: without it a Claude
 * Code release takes a fifth longer (measured with Node 24.21).
 */
function free(memory) {
    if (memory instanceof ArrayBuffer && !memory.detached)
        memory.transfer(0);
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
                const tagged = (0,error_fields/* textOf */.b6)((0,error_fields/* fieldOf */._F)(packument, 'dist-tags'), version);
                const found = (0,error_fields/* fieldOf */._F)((0,error_fields/* fieldOf */._F)(packument, 'versions'), tagged ?? version);
                if (found === undefined)
                    throw error;
                return versionOf(found, name);
            }
        },
        async versions(registry, name) {
            const versions = (0,error_fields/* fieldOf */._F)(await metadata(registry, escaped(name)), 'versions');
            return typeof versions === 'object' && versions !== null ? Object.keys(versions) : [];
        },
        async unpack(registry, release, options) {
            const address = release.tarball;
            const request = { what: 'tarball', address, accept: 'application/octet-stream, */*', registry, timeouts };
            const url = new URL(address);
            const body = download(request, options);
            const digestOf = options.digest ? options.executable : undefined;
            const unpacked = await unpackTarball(body, { directory: options.directory, digestOf });
            judge(unpacked, release, { url, request });
            await (0,promises_.chmod)((0,external_node_path_.join)(options.directory, options.executable), 0o755).catch((error) => {
                if ((0,error_fields/* textOf */.b6)(error, 'code') !== 'ENOENT')
                    throw unusable(error, { url, request });
                throw fact('UnusableArchive', `the package holds no file ${options.executable}`, { url, request, cause: error });
            });
            return { bytes: unpacked.bytes, sha256: unpacked.sha256 };
        },
    };
}
/**
 * Right bytes, wrong bytes, or too few of them: an archive that only lacks its end came short, also where HTTP counted no
 * byte missing, as with a mirror whose copy is cut.
 */
function judge(unpacked, release, download) {
    const { bytes, integrity, endsAsTarball, problem } = unpacked;
    if (integrity === release.integrity) {
        if (problem !== undefined)
            throw unusable(problem, download);
        return;
    }
    if ((0,error_fields/* textOf */.b6)(problem, 'code') === 'Z_BUF_ERROR' && !endsAsTarball)
        throw fact('ShortBody', `the archive ends early, after ${bytes} bytes`, download);
    throw fact('IntegrityMismatch', `the ${bytes} bytes that came are not ${release.name} ${release.version}: their digest is ${integrity}, expected is ${release.integrity}`, download);
}
/** The right bytes, and still nothing to run: the disk refused them, or the package is not as it should be. */
function unusable(problem, download) {
    const message = (0,error_fields/* textOf */.b6)(problem, 'message') ?? String(problem);
    const fromDisk = (0,error_fields/* textOf */.b6)(problem, 'syscall') !== undefined;
    if (!fromDisk)
        return fact('UnusableArchive', message, { ...download, cause: problem });
    const name = (0,error_fields/* textOf */.b6)(problem, 'code') ?? 'Error';
    return new failure/* ServiceError */._7({ service: 'tool cache', operation: 'write', name, message, cause: problem });
}
/** A manifest of the registry as far as installing needs it; what it says goes into paths, so its form is checked. */
function versionOf(manifest, name) {
    const version = (0,error_fields/* textOf */.b6)(manifest, 'version');
    const dist = (0,error_fields/* fieldOf */._F)(manifest, 'dist');
    const tarball = (0,error_fields/* textOf */.b6)(dist, 'tarball');
    if (version === undefined || !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version))
        throw badMetadata('InvalidMetadata', `the registry's metadata of ${name} names no version`);
    if (tarball === undefined || !URL.canParse(tarball))
        throw badMetadata('InvalidMetadata', `the registry's metadata of ${name} ${version} names no tarball`);
    const integrity = /\bsha512-[A-Za-z0-9+/]{86}==/.exec((0,error_fields/* textOf */.b6)(dist, 'integrity') ?? '')?.[0];
    if (integrity === undefined)
        throw badMetadata('IntegrityMissing', `the registry publishes no sha512 of ${name} ${version}, so its bytes cannot be checked`);
    return { name, version, tarball, integrity };
}
function badMetadata(name, message) {
    return new failure/* ServiceError */._7({ service: 'npm registry', operation: 'GET metadata', name, message });
}
/** A scoped name in an address has its slash encoded, as npm sends it. */
const escaped = (name) => name.replace('/', '%2f');


/***/ })

};
