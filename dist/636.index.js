export const id = 636;
export const ids = [636];
export const modules = {

/***/ 15298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ awsConnection)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);


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
            httpAgent: new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(agent),
            httpsAgent: new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent(agent),
            connectionTimeout: 5_000,
            requestTimeout: 15_000,
            throwOnRequestTimeout: true,
        },
    };
}


/***/ }),

/***/ 99161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ awsServiceError)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _error_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29902);


/**
 * What an AWS SDK error says, as a fact. The name is the one on the wire (`Code`; the SDK's own may have `Exception` added),
 * Node's (`ENOTFOUND`) when nothing answered, or else the SDK's.
 */
function awsServiceError(error, call) {
    const metadata = (0,_error_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(error, '$metadata');
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7({
        ...call,
        name: (0,_error_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(error, 'Code') ?? (0,_error_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(error, 'code') ?? (0,_error_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(error, 'name') ?? 'Error',
        message: (0,_error_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(error, 'message') ?? String(error),
        status: (0,_error_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)(metadata, 'httpStatusCode'),
        requestId: (0,_error_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(metadata, 'requestId'),
        host: (0,_error_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(error, 'hostname') ?? (0,_error_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(error, 'address'),
        cause: error,
    });
}


/***/ }),

/***/ 47636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createCredentialSources: () => (/* binding */ createCredentialSources)
/* harmony export */ });
/* harmony import */ var _aws_connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15298);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99161);
/* harmony import */ var _masked_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13624);



/**
 * AWS keys by the AWS SDK's providers, read anew at each call: a profile and nothing else (no other identity of the machine
 * stands in for one that is misspelled), or the default chain. Neither looks at AWS_BEARER_TOKEN_BEDROCK.
 */
function createCredentialSources({ secrets, env }) {
    return {
        async load({ region, profile }) {
            const { fromIni, fromNodeProviderChain } = await Promise.all(/* import() */[__webpack_require__.e(880), __webpack_require__.e(861), __webpack_require__.e(719)]).then(__webpack_require__.t.bind(__webpack_require__, 29719, 19));
            const connection = (0,_aws_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .awsConnection */ .C)(env);
            // As `clientConfig` the region would also replace the one that a profile names for its SSO sign-in.
            const options = {
                ignoreCache: true,
                clientConfig: connection,
                parentClientConfig: { region, ...connection },
            };
            const provider = profile === undefined ? fromNodeProviderChain(options) : fromIni({ ...options, profile });
            try {
                const { accessKeyId, secretAccessKey, sessionToken, expiration } = await provider();
                return (0,_masked_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .maskedKeys */ .I)(secrets, { accessKeyId, secretAccessKey, sessionToken, expiration });
            }
            catch (error) {
                throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsServiceError */ .X)(error, { service: 'AWS credentials', operation: 'LoadCredentials' });
            }
        },
    };
}


/***/ }),

/***/ 13624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ maskedKeys)
/* harmony export */ });
/** Masks each part of the keys, and returns them. */
function maskedKeys(secrets, keys) {
    for (const value of [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken])
        secrets.add(value ?? '');
    return keys;
}


/***/ })

};
