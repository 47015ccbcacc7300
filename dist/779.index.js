export const id = 779;
export const ids = [779];
export const modules = {

/***/ 9779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createArtifacts: () => (/* binding */ createArtifacts)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71957);




/**
 * Artifacts of this workflow run, through `@actions/artifact`; it reads the process's environment itself, so `env` must be
 * that. It prints some ten lines an upload. Besides the service's own errors: `NoRuntimeToken` where the runner gives
 * no access to artifacts, `GHESNotSupported` on GitHub Enterprise Server, `NoFiles` for a folder with nothing to store.
 */
function createArtifacts(env) {
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    const refuse = (name, message) => new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._7({ service: SERVICE, operation: 'UploadArtifact', name, message });
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
            const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(737), __webpack_require__.e(271), __webpack_require__.e(118), __webpack_require__.e(888)]).then(__webpack_require__.bind(__webpack_require__, 37888));
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
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(directory, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(entry.parentPath, entry.name));
    const taken = paths.filter((path) => !/["<>|*?:\r\n]/.test(path.slice(directory.length)));
    const readable = await Promise.all(taken.map((path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.R_OK).then(() => [path], () => [])));
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
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .ServiceError */ ._7({
        service: SERVICE,
        operation: /Failed to (\w+):/.exec(text)?.[1] ?? 'UploadArtifact',
        name: /storage quota has been hit/i.test(text) ? 'UsageError' : name,
        message: text,
        status: given ?? (status === undefined ? undefined : Number(status)),
    });
}


/***/ })

};
