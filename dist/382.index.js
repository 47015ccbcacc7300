export const id = 382;
export const ids = [382];
export const modules = {

/***/ 2382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createWorld: () => (/* binding */ createWorld)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
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

;// CONCATENATED MODULE: ./lib/world/cache-access.js

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
    try {
        const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
        const scopes = JSON.parse(textOf(claims, 'ac') ?? '');
        return Array.isArray(scopes) ? scopes.map((scope) => numberOf(scope, 'Permission') ?? 0) : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/world/file-digest.js


const BLOCK = 1 << 20;
/**
 * The sha256 of a file in hexadecimal digits: 0.22 s for the 381 MB of Claude Code 2.1.330, where a stream takes 0.37 s, much
 * of it to make and to collect a block for each read. Here two take turns: one is read into while the other is reckoned with.
 */
async function sha256Of(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const file = await (0,promises_.open)(path);
    try {
        let [current, next] = [Buffer.allocUnsafe(BLOCK), Buffer.allocUnsafe(BLOCK)];
        let reading = file.read(current);
        for (;;) {
            const { bytesRead } = await reading;
            if (bytesRead === 0)
                return hash.digest('hex');
            reading = file.read(next);
            hash.update(current.subarray(0, bytesRead));
            [current, next] = [next, current];
        }
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./lib/world/actions-cache.js






/**
 * The Actions cache through `@actions/cache`, which prints some lines for each call, and its own trouble as a warning. It asks
 * a service that hangs for half a minute and more, so each call is bounded here: 8 s, 90 s and 3 min unless given.
 *
 * It unpacks with `tar -P`, by which an entry may write anywhere. GNU tar is therefore told, through the variable it reads its
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
            const { restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(477), __webpack_require__.e(271), __webpack_require__.e(88), __webpack_require__.e(142)]).then(__webpack_require__.bind(__webpack_require__, 60142));
            return restoreCache([file], key, others, { lookupOnly: true });
        }),
        async restore(key, { directory, file }) {
            const path = (0,external_node_path_.join)(directory, file);
            const before = env.TAR_OPTIONS;
            env.TAR_OPTIONS = everythingTo(path);
            const restoring = Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(477), __webpack_require__.e(271), __webpack_require__.e(88), __webpack_require__.e(142)]).then(__webpack_require__.bind(__webpack_require__, 60142)).then(({ restoreCache }) => restoreCache([file], key, [], { segmentTimeoutInMs: timeouts.restoreMs }));
            const restored = restoring.finally(() => {
                if (before === undefined)
                    delete env.TAR_OPTIONS;
                else
                    env.TAR_OPTIONS = before;
            });
            try {
                const matched = await bounded('restore', timeouts.restoreMs, () => restored);
                if (matched !== key)
                    throw trouble('restore', 'NotRestored', `${key} could not be restored`);
            }
            catch (error) {
                // The client goes on by itself: what it comes to unpack late is nothing.
                if (env.TAR_OPTIONS !== before)
                    env.TAR_OPTIONS = '--exclude=*';
                throw error;
            }
            const found = await (0,promises_.lstat)(path).catch(() => undefined);
            if (found?.isFile() !== true || found.nlink !== 1)
                throw trouble('restore', 'NotRestored', `${key} holds no file ${file}`);
            await (0,promises_.chmod)(path, 0o644);
            return sha256Of(path);
        },
        async save({ key, path, sha256 }) {
            const actual = await sha256Of(path).catch((cause) => {
                throw trouble('save', textOf(cause, 'code') ?? 'Error', textOf(cause, 'message') ?? String(cause));
            });
            if (actual !== sha256)
                throw trouble('save', 'IntegrityMismatch', `${path} has changed since: its sha256 is ${actual}, it was ${sha256}`);
            const here = process.cwd();
            // Part of what an entry is found by are the paths as they were given; so this one is the same on every machine.
            process.chdir((0,external_node_path_.dirname)(path));
            try {
                const id = await bounded('save', timeouts.saveMs, async () => {
                    const { saveCache } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(477), __webpack_require__.e(271), __webpack_require__.e(88), __webpack_require__.e(142)]).then(__webpack_require__.bind(__webpack_require__, 60142));
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
        timer = setTimeout(() => reject(trouble(operation, 'Timeout', `no answer within ${ms / 1_000} s`)), ms);
    });
    try {
        return await Promise.race([task(), late]);
    }
    catch (cause) {
        if (cause instanceof failure/* ServiceError */._7)
            throw cause;
        throw trouble(operation, textOf(cause, 'name') ?? 'Error', textOf(cause, 'message') ?? String(cause));
    }
    finally {
        clearTimeout(timer);
    }
}
function trouble(operation, name, message) {
    return new failure/* ServiceError */._7({ service: 'Actions cache', operation, name, message });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
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
            const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(477), __webpack_require__.e(271), __webpack_require__.e(118), __webpack_require__.e(888)]).then(__webpack_require__.bind(__webpack_require__, 37888));
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
/** The client folds what it was told into one message. */
function fail(error) {
    const text = error instanceof Error ? error.message : String(error);
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
        message: text,
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

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
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
            const { fromIni, fromNodeProviderChain } = await Promise.all(/* import() */[__webpack_require__.e(737), __webpack_require__.e(861), __webpack_require__.e(719)]).then(__webpack_require__.t.bind(__webpack_require__, 29719, 19));
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

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/world/packed-lines.js


/**
 * The lines of a file in gzip, about `size` bytes of them at a time; a line is never parted. One buffer is filled again and
 * again and no other thread takes part: with the streams of Node, memory grows by a tenth of the file.
 */
async function* packedLines(path, size) {
    const file = await (0,promises_.open)(path);
    try {
        let held = Buffer.allocUnsafeSlow(size);
        let length = 0;
        for (;;) {
            const { bytesRead } = await file.read(held, length, held.length - length);
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
            yield (0,external_node_zlib_.gzipSync)(held.subarray(0, end));
            held.copyWithin(0, end + 1);
            length -= end + 1;
        }
        const rest = held.subarray(0, held[length - 1] === LINE_FEED ? length - 1 : length);
        if (rest.length > 0)
            yield (0,external_node_zlib_.gzipSync)(rest);
    }
    finally {
        await file.close();
    }
}
const LINE_FEED = 0x0a;

;// CONCATENATED MODULE: ./lib/world/files.js





/**
 * Files of this machine. `list` names regular files only: links, pipes and devices in a folder that others may write to
 * would lead elsewhere, or block whoever reads them. What the system answers in microseconds is asked without a turn through
 * Node's thread pool, which takes ten times as long, and milliseconds the first time.
 */
function createFiles() {
    return {
        read: (path) => unlessMissing((0,promises_.readFile)(path, 'utf8')),
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
        realPath: (path) => unlessMissing(promised(() => external_node_fs_.realpathSync.native(path))),
        modified: (path) => promised(() => factsOf(path)?.mtimeMs),
        makeDirectory: (path) => promised(() => makeDirectory(path)),
        list: async (directory) => (await filesBelow(directory)).sort(),
        async copy(from, to) {
            makeDirectory((0,external_node_path_.dirname)(to));
            await (0,promises_.copyFile)(from, to);
            await (0,promises_.chmod)(to, 0o600);
        },
        remove: (path) => (0,promises_.rm)(path, { recursive: true, force: true }),
    };
}
async function* chunks(path) {
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(path))
            if (chunk instanceof Uint8Array)
                yield chunk;
    }
    catch (error) {
        if (!hasCode(error, MISSING))
            throw error;
    }
}
async function filesBelow(directory) {
    const entries = await (0,promises_.readdir)(directory, { withFileTypes: true }).catch((error) => {
        if (hasCode(error, [...MISSING, 'EACCES', 'EPERM']))
            return [];
        throw error;
    });
    const found = [];
    for (const entry of entries) {
        const path = (0,external_node_path_.join)(directory, entry.name);
        if (entry.isFile())
            found.push(path);
        if (entry.isDirectory())
            for (const below of await filesBelow(path))
                found.push(below);
    }
    return found;
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
async function unlessMissing(found) {
    try {
        return await found;
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
;// CONCATENATED MODULE: ./lib/world/proxied-http.js


/** How long a connection may take to come about; the answer may take as long as the model does. */
const CONNECT_MS = 5_000;
/** Opens a pool of connections by what `env` says of proxies. */
function proxiedHttp(env, { connectMs = CONNECT_MS } = {}) {
    const options = { keepAlive: true, proxyEnv: env };
    const http = new external_node_http_.Agent(options);
    const https = new external_node_https_.Agent(options);
    return {
        send({ method, origin, target, headers, body }, gone) {
            const secure = origin.startsWith('https:');
            const started = (secure ? external_node_https_.request : external_node_http_.request)(origin, {
                method,
                path: target,
                agent: secure ? https : http,
                headers: { ...headers, 'content-length': body.length },
            });
            return answered(started, { body, secure, gone, connectMs });
        },
        close() {
            http.destroy();
            https.destroy();
        },
    };
}
/** Rejects by itself: a request that waits for a deaf proxy does not tell that it was destroyed (Node 24.21). */
function answered(request, { body, secure, gone, connectMs }) {
    return new Promise((resolve, reject) => {
        const giveUp = (code, message) => {
            const error = Object.assign(new Error(message), { code });
            reject(error);
            request.destroy(error);
        };
        const slow = setTimeout(() => giveUp('ETIMEDOUT', `no connection within ${connectMs / 1_000} s`), connectMs);
        const connected = () => clearTimeout(slow);
        request.once('socket', (socket) => {
            if (socket.connecting)
                socket.once(secure ? 'secureConnect' : 'connect', connected);
            else
                connected();
        });
        request.once('close', connected);
        request.once('response', resolve);
        request.on('error', reject);
        const leave = () => giveUp('ABORT_ERR', 'The caller went away');
        gone.addEventListener('abort', leave, { once: true });
        request.once('close', () => gone.removeEventListener('abort', leave));
        if (gone.aborted)
            leave();
        else
            request.end(body);
    });
}

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
            const { status, body } = await answerOf(url, requestToken, env);
            if (status >= 400 && status !== 404) {
                const message = textOf(body, 'message') ?? `Failed request: (${status})`;
                throw tokenError(`HTTP${status}`, message, { status, host: url.hostname });
            }
            const token = textOf(body, 'value');
            if (token === undefined)
                throw tokenError('NoToken', `HTTP ${status} without a token`, { status });
            secrets.add(token);
            return token;
        },
    };
}
const ANSWER_MS = 15_000;
/** `body` is undefined where it is no JSON, such as a proxy's page. */
async function answerOf(url, token, env) {
    const http = proxiedHttp(env);
    const tooLate = AbortSignal.timeout(ANSWER_MS);
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
            throw tokenError('TimeoutError', `no answer within ${ANSWER_MS / 1_000} s`, facts);
        const name = textOf(error, 'code') ?? 'Error';
        // An error of several addresses at once has a code and no message.
        throw tokenError(name, textOf(error, 'message') ?? name, facts);
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
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(1170);
;// CONCATENATED MODULE: ./lib/world/workflow-commands.js
// The parts of `@actions/core` that write workflow commands. The package offers itself only as a whole, with its OIDC client,
// whose HTTP stack takes 40 of the first 110 ms of the step to load (undici; measured with 3.0.1) and is not used here.




;// CONCATENATED MODULE: ./lib/world/job.js

/** The runner's file commands, by `@actions/core`; without a summary file (some runners have none) the summary is dropped. */
function createJob() {
    return {
        setOutput: (name, value) => (0,file_command/* issueFileCommand */.n)('OUTPUT', (0,file_command/* prepareKeyValueMessage */.v)(name, value)),
        exportVariable: (name, value) => (0,file_command/* issueFileCommand */.n)('ENV', (0,file_command/* prepareKeyValueMessage */.v)(name, value)),
        addPath: (directory) => (0,file_command/* issueFileCommand */.n)('PATH', directory),
        saveState: (name, value) => (0,file_command/* issueFileCommand */.n)('STATE', (0,file_command/* prepareKeyValueMessage */.v)(name, value)),
        async appendSummary(markdown) {
            await summary/* summary */.z.addRaw(markdown, true).write();
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
    await (0,external_node_stream_promises_.pipeline)(body, outgoing);
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
        server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address !== null ? address.port : 0);
        });
    });
}
function loopback_close(server) {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
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
    const message = textOf(error, 'message') ?? String(error);
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

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./lib/world/roomy-connection.js


const roomy_connection_BLOCK = 1 << 20;
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
    let block = Buffer.allocUnsafeSlow(roomy_connection_BLOCK);
    let used = 0;
    const socket = connect({
        buffer() {
            if (block.length - used < LEAST) {
                block = Buffer.allocUnsafeSlow(roomy_connection_BLOCK);
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
        const answer = await registry_http_send(url, request).catch((error) => {
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
    const name = textOf(error, 'code') ?? 'ECONNRESET';
    // An error of several addresses at once has a code and no message.
    const message = textOf(error, 'message') ?? name;
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
function registry_http_send(url, { registry, accept, timeouts, range, signal }) {
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
            for await (const chunk of registry_download_chunksOf(answer)) {
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
    return fact(name, `the body ended ${came}: ${textOf(cause, 'message') ?? name}`, about);
}
/** Of no encoding, so its chunks are bytes. */
function registry_download_chunksOf(answer) {
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
        problem = textOf(reason, 'code') === 'ERR_STREAM_PREMATURE_CLOSE' ? (other ?? reason) : (reason ?? other);
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
            const body = download(request, options);
            const digestOf = options.digest ? options.executable : undefined;
            const unpacked = await unpackTarball(body, { directory: options.directory, digestOf });
            judge(unpacked, release, { url, request });
            await (0,promises_.chmod)((0,external_node_path_.join)(options.directory, options.executable), 0o755).catch((error) => {
                if (textOf(error, 'code') !== 'ENOENT')
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
    if (textOf(problem, 'code') === 'Z_BUF_ERROR' && !endsAsTarball)
        throw fact('ShortBody', `the archive ends early, after ${bytes} bytes`, download);
    throw fact('IntegrityMismatch', `the ${bytes} bytes that came are not ${release.name} ${release.version}: their digest is ${integrity}, expected is ${release.integrity}`, download);
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

;// CONCATENATED MODULE: ./lib/world/signer.js

/** AWS Signature Version 4 by the AWS SDK's own signer, loaded when first needed, on the machine's SHA-256. */
function createSigner() {
    return {
        async sign(request, { keys, region, now }) {
            const { SignatureV4 } = await __webpack_require__.e(/* import() */ 737).then(__webpack_require__.t.bind(__webpack_require__, 75118, 19));
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

;// CONCATENATED MODULE: ./lib/world/sts.js




/** AWS STS by the AWS SDK, loaded when first needed; at its regional endpoint, or where AWS_ENDPOINT_URL_STS says. */
function createSts({ secrets, env }) {
    const load = () => Promise.all(/* import() */[__webpack_require__.e(737), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
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

;// CONCATENATED MODULE: ./lib/world/tool-cache-record.js





const RECORD = 'install.json';
/** Writes down that the executable in `directory` has this sha256; to be called once nothing will touch it any more. */
async function record(directory, tool, sha256) {
    const file = identityOf(await (0,promises_.stat)((0,external_node_path_.join)(directory, tool.executable), { bigint: true }));
    const content = { integrity: tool.integrity, sha256, file };
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, RECORD), JSON.stringify(content));
}
/**
 * Why the tool in `directory` is not to be used; undefined when it is proven. The executable must have the sha256 that this
 * project records for the version, or else that of the entry's own record. While size, inode and both times of the file are
 * those it was proven with, its bytes were not written since, and 381 MB need not be read again (0.1 ms, not 0.2 s): any
 * program that writes a file moves its change time, which no call of the system sets back. Where they differ (also in a copy,
 * as of a runner's image), all of it is read, and when it is right, recorded anew. Not covered: who may write to the tool cache
 * may write the record too, or the program after it was proven; on a machine where that matters, jobs must not share it.
 */
async function reasonAgainst(directory, tool) {
    const path = (0,external_node_path_.join)(directory, tool.executable);
    try {
        await (0,promises_.access)(path, external_node_fs_.constants.X_OK);
        const recorded = await readRecord(directory);
        const expected = tool.sha256 ?? recorded.sha256;
        if (expected === undefined)
            return 'nothing says which sha256 it should have';
        if (tool.sha256 === undefined && recorded.integrity !== (tool.integrity ?? recorded.integrity))
            return `it was unpacked from a package with the digest ${recorded.integrity}, asked for is ${tool.integrity}`;
        const file = identityOf(await (0,promises_.stat)(path, { bigint: true }));
        if (recorded.sha256 === expected && recorded.file === file)
            return undefined;
        const actual = await sha256Of(path);
        if (actual !== expected)
            return `the sha256 of ${path} is ${actual}, expected is ${expected}`;
        // Another user's cache may be read-only; then it is read in full each time.
        await record(directory, tool, expected).catch(() => undefined);
        return undefined;
    }
    catch (error) {
        return textOf(error, 'message') ?? String(error);
    }
}
function identityOf({ size, ino, mtimeNs, ctimeNs }) {
    return [size, ino, mtimeNs, ctimeNs].join(' ');
}
/** Empty where there is none, or none that can be read. */
async function readRecord(directory) {
    try {
        const record = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(directory, RECORD), 'utf8'));
        return {
            integrity: textOf(record, 'integrity'),
            sha256: textOf(record, 'sha256'),
            file: textOf(record, 'file'),
        };
    }
    catch {
        return {};
    }
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
            const { find } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(477), __webpack_require__.e(88), __webpack_require__.e(805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
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
                    await settle(draft, place, tool);
                    await (0,promises_.writeFile)(`${place}.complete`, '');
                });
            }
            finally {
                await (0,promises_.rm)(draft, { recursive: true, force: true });
            }
            return place;
        },
        async addForJob(tool, fill) {
            const place = await onDisk('make', () => (0,promises_.mkdtemp)((0,external_node_path_.join)(temp, `${tool.name}-`)));
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
        await record(draft, tool, sha256);
        await (0,promises_.chmod)(draft, 0o755);
    });
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
        const name = textOf(cause, 'code') ?? 'Error';
        const message = textOf(cause, 'message') ?? name;
        throw new failure/* ServiceError */._7({ service: 'tool cache', operation, name, message, cause });
    }
}
const exists = (path) => (0,promises_.access)(path).then(() => true, () => false);

;// CONCATENATED MODULE: ./lib/world/upstream.js




/** Calls to Bedrock as they are, over one pool of connections for the run. */
function createUpstream(env, bounds = {}) {
    const http = proxiedHttp(env, bounds);
    return {
        async send(request, gone) {
            const answer = await http.send(request, gone).catch((error) => {
                throw upstream_lostConnection(error, request);
            });
            return { status: answer.statusCode ?? 0, headers: headersOf(answer), body: answer };
        },
        close: () => http.close(),
    };
}
function upstream_lostConnection(error, { operation, origin }) {
    const name = textOf(error, 'code') ?? textOf(error, 'name') ?? 'Error';
    return new failure/* ServiceError */._7({
        service: 'Amazon Bedrock',
        operation,
        name,
        // An error of several addresses at once has a code and no message.
        message: textOf(error, 'message') ?? name,
        host: textOf(error, 'hostname') ?? new URL(origin).hostname,
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
        sts: createSts({ secrets, env }),
        credentialSources: createCredentialSources({ secrets, env }),
        containerCredentials: createContainerCredentials({ loopback, clock }),
        loopback,
        signer: createSigner(),
        upstream: createUpstream(env),
        registry: createPackageRegistry({ env, processes, secrets }),
        toolCache: createToolCache({ directory: runner.toolCache, temp: runner.temp, clock }),
        actionsCache: createActionsCache({ env, processes }),
        processes,
        files: createFiles(),
        artifacts: createArtifacts(env),
        job: createJob(),
    };
}


/***/ })

};
