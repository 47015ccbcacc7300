export const id = 869;
export const ids = [869];
export const modules = {

/***/ 1869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepMemorySmall: () => (/* binding */ keepMemorySmall)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78877);

/**
 * Keeps what has already died from taking memory, for a process that has started up. V8 would let new objects grow to 128 MB
 * before it looks for those that live; here nearly all die with their event, and looking often costs nothing (measured with
 * Node 24.21: a transcript of a gigabyte takes 60 MB less, and no more time).
 */
function keepMemorySmall() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--semi-space-growth-factor=1');
}


/***/ })

};
