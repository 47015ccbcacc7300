export const id = 480;
export const ids = [480];
export const modules = {

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


/***/ }),

/***/ 41480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createToolCache: () => (/* binding */ createToolCache)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/world/error-fields.js
var error_fields = __webpack_require__(29902);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/world/file-digest.js
var file_digest = __webpack_require__(2737);
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
        const actual = await (0,file_digest/* sha256Of */.B)(path);
        if (actual !== expected)
            return `the sha256 of ${path} is ${actual}, expected is ${expected}`;
        // Another user's cache may be read-only; then it is read in full each time.
        await record(directory, tool, expected).catch(() => undefined);
        return undefined;
    }
    catch (error) {
        return (0,error_fields/* textOf */.b6)(error, 'message') ?? String(error);
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
            integrity: (0,error_fields/* textOf */.b6)(record, 'integrity'),
            sha256: (0,error_fields/* textOf */.b6)(record, 'sha256'),
            file: (0,error_fields/* textOf */.b6)(record, 'file'),
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
        const name = (0,error_fields/* textOf */.b6)(cause, 'code') ?? 'Error';
        const message = (0,error_fields/* textOf */.b6)(cause, 'message') ?? name;
        throw new failure/* ServiceError */._7({ service: 'tool cache', operation, name, message, cause });
    }
}
const exists = (path) => (0,promises_.access)(path).then(() => true, () => false);


/***/ })

};
