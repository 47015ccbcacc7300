export const id = 317;
export const ids = [317];
export const modules = {

/***/ 15317:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _steps_post_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11705);
/* harmony import */ var _world_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8857);
/* harmony import */ var _world_program_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40768);
// Entry point of the post step, where main left something to do: reads what main recorded, and never fails the job.



await (0,_steps_post_run_js__WEBPACK_IMPORTED_MODULE_0__/* .finishRun */ .J)({ env: (0,_world_program_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .useProgramEnvironment */ .d)(process.env), state: process.env.STATE_run }, (0,_world_index_js__WEBPACK_IMPORTED_MODULE_1__/* .createWorld */ .b)(process.env));
process.stdout.write('', () => process.exit(0));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 11705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ finishRun)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _claude_arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90494);
/* harmony import */ var _claude_event_parser_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(58628);
/* harmony import */ var _claude_install_cache_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99338);
/* harmony import */ var _claude_statistics_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89699);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _ports_machine_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(79337);
/* harmony import */ var _run_context_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63360);
/* harmony import */ var _run_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80686);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(68804);
/* harmony import */ var _transcript_secret_patterns_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57486);
/* harmony import */ var _transcript_types_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(36611);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(43626);
/* harmony import */ var _track_changes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(57382);














/**
 * Completes what main could not: clears what set-up mode exported, ends what survived the agent, completes the folder when
 * main was killed, uploads it when main had no time to. After a run that ended by itself, saves Claude Code in the Actions
 * cache that did not have it. Never rejects: post must not fail a job.
 */
async function finishRun(request, world) {
    try {
        const state = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .parseState */ .Bu)(request.state);
        if (state === undefined) {
            if (request.state)
                world.log.warning('What the step recorded for its end has another form: nothing is completed.');
            return;
        }
        state.exported.forEach((name) => world.job.exportVariable(name, ''));
        if (state.stage === 'done') {
            if (state.toSave !== undefined)
                await (0,_claude_install_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .saveClaude */ .q)(state.toSave, world);
            return;
        }
        await endSurvivors(state, world);
        // Also where the folders of the run are not to be used.
        const restoredGitSettings = await (0,_track_changes_js__WEBPACK_IMPORTED_MODULE_10__/* .restoreGitSettings */ .QA)(state.id, world);
        // Main's credentials are not known here: nobody wrote them down.
        const { id, folder } = state;
        const patterns = [{ source: _transcript_secret_patterns_js__WEBPACK_IMPORTED_MODULE_7__/* .LONE_SECRET_KEY */ .q3, degree: 1 }];
        const context = await (0,_run_context_js__WEBPACK_IMPORTED_MODULE_5__/* .openRunContext */ .Bm)({ id, folder, env: request.env, patterns }, world);
        await (0,_claude_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .removeRunFiles */ .N0)(context.place.claudeConfig, world.files).catch(() => undefined);
        await recall(context, id, world);
        context.update({ restoredGitSettings });
        if (state.stage === 'running') {
            context.fail(KILLED);
            await (0,_report_js__WEBPACK_IMPORTED_MODULE_9__/* .keep */ .aC)(context, world);
        }
        await (0,_report_js__WEBPACK_IMPORTED_MODULE_9__/* .store */ .M_)(context, world);
    }
    catch (error) {
        world.log.warning(`The transcript could not be completed. ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asFailure */ .h_)(error).message}`);
    }
}
async function endSurvivors(state, world) {
    const ended = await world.processes.killMarked(_ports_machine_js__WEBPACK_IMPORTED_MODULE_11__/* .RUN_MARKER */ .x, state.id);
    if (ended > 0)
        world.log.info(`Ended ${ended} processes of the agent that were still there.`);
}
/** Takes up main's facts where nobody else can have written them, and counts the transcript's events where main could not. */
async function recall(context, id, world) {
    const facts = parseFacts(await (0,_run_context_js__WEBPACK_IMPORTED_MODULE_5__/* .readSealed */ .Tb)(id, _run_context_js__WEBPACK_IMPORTED_MODULE_5__/* .FACTS_FILE */ .Ho, world));
    if (facts !== undefined) {
        const { failure, ...known } = facts;
        context.update(known);
        if (failure !== undefined)
            context.fail(new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR(failure.code, failure));
    }
    if (context.facts().statistics !== undefined)
        return;
    const statistics = (0,_claude_statistics_js__WEBPACK_IMPORTED_MODULE_3__/* .startStatistics */ .S)();
    const events = world.files.chunks((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context.place.transcript, _transcript_types_js__WEBPACK_IMPORTED_MODULE_8__/* .TRANSCRIPT_FILES */ .p.events));
    for await (const line of (0,_text_js__WEBPACK_IMPORTED_MODULE_12__/* .linesOf */ .Dx)(events))
        statistics.add((0,_claude_event_parser_js__WEBPACK_IMPORTED_MODULE_13__/* .parseEvent */ .w)(line));
    context.update({ statistics: statistics.current() });
}
/** Undefined when main did not come to write them, or not to the end. */
function parseFacts(text) {
    try {
        const facts = JSON.parse(text ?? '');
        return isRunFacts(facts) ? facts : undefined;
    }
    catch {
        return undefined;
    }
}
/** Main of this very release wrote it. */
function isRunFacts(value) {
    return typeof value === 'object' && value !== null && 'transcriptPath' in value;
}
const KILLED = new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR('agent-cancelled', {
    message: 'The step was ended from outside before it could finish. What the agent did until then is in the transcript.',
    fix: 'Run the job again. If nobody cancelled it, look for timeout-minutes of the job or the step, or a runner that ran out of memory.',
});


/***/ })

};
