export const id = 317;
export const ids = [317];
export const modules = {

/***/ 15317:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _run_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80686);
// The door of the post step: reads what main recorded, and never fails the job.

if (!(0,_run_state_js__WEBPACK_IMPORTED_MODULE_0__/* .nothingLeftToDo */ .zI)(process.env.STATE_run)) {
    // Loaded only now, since most runs leave nothing to do.
    const [{ finish }, { createWorld }, { keepMemorySmall }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(152), __webpack_require__.e(428)]).then(__webpack_require__.bind(__webpack_require__, 15428)),
        Promise.all(/* import() */[__webpack_require__.e(382), __webpack_require__.e(899)]).then(__webpack_require__.bind(__webpack_require__, 2382)),
        __webpack_require__.e(/* import() */ 869).then(__webpack_require__.bind(__webpack_require__, 1869)),
    ]);
    keepMemorySmall();
    await finish({ env: process.env, state: process.env.STATE_run }, createWorld(process.env));
}
process.stdout.write('', () => process.exit(0));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 80686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Bu: () => (/* binding */ parseState),
/* harmony export */   zI: () => (/* binding */ nothingLeftToDo)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Where the run with this id keeps its files. */
function placeOf(id, runner) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(runner.temp, `claude-code-bedrock-${id}`);
    return { transcript: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'transcript'), claudeConfig: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'claude'), own: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'own') };
}
/** Reads what main recorded; undefined when main never came to record anything. */
function parseState(text) {
    if (!text)
        return undefined;
    const state = JSON.parse(text);
    return isRunState(state) ? state : undefined;
}
/** Whether main completed everything, exported nothing that is to be cleared, and left nothing to save. */
function nothingLeftToDo(text) {
    const state = parseState(text);
    return state === undefined || (state.stage === 'done' && state.exported.length === 0 && state.toSave === undefined);
}
/** Main of this very release wrote it, so its outline is proof enough. */
function isRunState(value) {
    return typeof value === 'object' && value !== null && 'id' in value && 'stage' in value && 'exported' in value;
}


/***/ })

};
