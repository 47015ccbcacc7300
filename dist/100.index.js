export const id = 100;
export const ids = [100];
export const modules = {

/***/ 100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createActionsCache: () => (/* binding */ createActionsCache)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/world/error-fields.js
var error_fields = __webpack_require__(29902);
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
        const scopes = JSON.parse((0,error_fields/* textOf */.b6)(claims, 'ac') ?? '');
        return Array.isArray(scopes) ? scopes.map((scope) => (0,error_fields/* numberOf */.rl)(scope, 'Permission') ?? 0) : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/world/file-digest.js
var file_digest = __webpack_require__(2737);
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
            return (0,file_digest/* sha256Of */.B)(path);
        },
        async save({ key, path, sha256 }) {
            const actual = await (0,file_digest/* sha256Of */.B)(path).catch((cause) => {
                throw trouble('save', (0,error_fields/* textOf */.b6)(cause, 'code') ?? 'Error', (0,error_fields/* textOf */.b6)(cause, 'message') ?? String(cause));
            });
            if (actual !== sha256)
                throw trouble('save', 'IntegrityMismatch', `${path} has changed since: its sha256 is ${actual}, it was ${sha256}`);
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
        timer = setTimeout(() => reject(trouble(operation, 'Timeout', `no answer within ${ms / 1_000} s`)), ms);
    });
    try {
        return await Promise.race([task(), late]);
    }
    catch (cause) {
        if (cause instanceof failure/* ServiceError */._7)
            throw cause;
        throw trouble(operation, (0,error_fields/* textOf */.b6)(cause, 'name') ?? 'Error', (0,error_fields/* textOf */.b6)(cause, 'message') ?? String(cause));
    }
    finally {
        clearTimeout(timer);
    }
}
function trouble(operation, name, message) {
    return new failure/* ServiceError */._7({ service: 'Actions cache', operation, name, message });
}


/***/ }),

/***/ 2737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ sha256Of)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);


const BLOCK = 1 << 20;
/**
 * The sha256 of a file in hexadecimal digits: 0.22 s for the 381 MB of Claude Code 2.1.330, where a stream takes 0.37 s, much
 * of it to make and to collect a block for each read. Here two take turns: one is read into while the other is reckoned with.
 */
async function sha256Of(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path);
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


/***/ })

};
