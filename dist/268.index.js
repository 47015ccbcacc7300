export const id = 268;
export const ids = [268];
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


/***/ }),

/***/ 54268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createSts: () => (/* binding */ createSts)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71957);
/* harmony import */ var _aws_connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15298);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99161);
/* harmony import */ var _masked_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13624);




/** AWS STS by the AWS SDK, loaded when first needed; at its regional endpoint, or where AWS_ENDPOINT_URL_STS says. */
function createSts({ secrets, env }) {
    const load = () => Promise.all(/* import() */[__webpack_require__.e(880), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
    const connection = (0,_aws_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .awsConnection */ .C)(env);
    return {
        prepare() {
            load().catch(() => undefined);
        },
        async assumeRoleWithWebIdentity(request, token) {
            const { STSClient, AssumeRoleWithWebIdentityCommand } = await load();
            const client = new STSClient({ region: request.region, ...connection });
            const command = new AssumeRoleWithWebIdentityCommand({ ...roleInput(request), WebIdentityToken: token });
            const { Credentials } = await factual('AssumeRoleWithWebIdentity', () => client.send(command));
            return (0,_masked_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .maskedKeys */ .I)(secrets, sessionKeys('AssumeRoleWithWebIdentity', Credentials));
        },
        async assumeRole(request, keys) {
            const { STSClient, AssumeRoleCommand } = await load();
            const client = new STSClient({ region: request.region, credentials: signingKeys(keys), ...connection });
            const { Credentials } = await factual('AssumeRole', () => client.send(new AssumeRoleCommand(roleInput(request))));
            return (0,_masked_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .maskedKeys */ .I)(secrets, sessionKeys('AssumeRole', Credentials));
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
        throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .awsServiceError */ .X)(error, { service: 'AWS STS', operation });
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
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7({
        service: 'AWS STS',
        operation,
        name: 'IncompleteAnswer',
        message: 'The answer lacks what was asked for',
    });
}


/***/ })

};
