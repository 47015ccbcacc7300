export const id = 539;
export const ids = [539];
export const modules = {

/***/ 36380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H8: () => (/* binding */ NEW_KEYS_RETRY),
/* harmony export */   ZY: () => (/* binding */ KEYS_TOO_NEW),
/* harmony export */   kp: () => (/* binding */ roleOf),
/* harmony export */   yd: () => (/* binding */ isJustIssued)
/* harmony export */ });
/** ARN of the role that was to be assumed; words in its place when it is not known. */
function roleOf({ settings: { source }, webIdentityRole }) {
    return 'role' in source ? source.role.arn : (webIdentityRole ?? 'the role');
}
/** How a request with such keys is repeated, within {@link isJustIssued}. */
const NEW_KEYS_RETRY = { firstPauseMs: 500, longestPauseMs: 2_000, budgetMs: 15_000 };
/**
 * What it means that AWS does not know such keys. IAM takes a second or two to know those that STS has issued
 * (configure-aws-credentials#1681, botocore#3600).
 */
const KEYS_TOO_NEW = {
    code: 'credentials-invalid',
    explanation: 'AWS issued these keys moments ago and does not know them everywhere yet.',
    fix: 'Run the job again.',
    retryable: true,
};
/** How long AWS may take to know keys that it has issued, in milliseconds. */
const KNOWN_AFTER_MS = 12_000;
/** Whether keys are so new that AWS may not know them yet. */
function isJustIssued(keyAgeMs) {
    return keyAgeMs !== undefined && keyAgeMs < KNOWN_AFTER_MS;
}


/***/ }),

/***/ 74198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zJ: () => (/* binding */ BEDROCK_RULES),
  Tv: () => (/* binding */ bedrockError),
  Kd: () => (/* binding */ errorIn),
  qH: () => (/* binding */ explainBedrock)
});

// EXTERNAL MODULE: ./lib/error-rules.js
var error_rules = __webpack_require__(39059);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/json.js
var json = __webpack_require__(16413);
// EXTERNAL MODULE: ./lib/network-rules.js
var network_rules = __webpack_require__(93211);
// EXTERNAL MODULE: ./lib/transcript/redact.js
var redact = __webpack_require__(84917);
// EXTERNAL MODULE: ./lib/bedrock/models.js
var models = __webpack_require__(21530);
// EXTERNAL MODULE: ./lib/endpoints.js
var endpoints = __webpack_require__(17489);
// EXTERNAL MODULE: ./lib/bedrock/errors/hints.js
var hints = __webpack_require__(59346);
;// CONCATENATED MODULE: ./lib/bedrock/errors/access.js





/** What the account may use: subscriptions, forms, entitlement, and models that are not (or no longer) there. */
const ACCESS_RULES = [
    {
        id: 'B4',
        match: [{ message: /aws-marketplace:|AWS Marketplace actions/i }],
        code: 'marketplace-subscription-missing',
        explanation: 'The account has not subscribed to this model, and the first call tries to do so with the permissions of its caller.',
        fix: (_error, call) => [
            `Let an administrator call the model once (the subscription holds for the whole account), then wait 15 minutes: ${modelCatalog(call)}`,
            'The administrator needs aws-marketplace:Subscribe and aws-marketplace:ViewSubscriptions; the role of this job does not.',
        ],
    },
    {
        id: 'B5',
        match: [
            { message: /subscription for this model is still being processed|agreement is (being created|pending)/i },
            { names: ['MPAgreementBeingCreated'] },
        ],
        code: 'marketplace-subscription-missing',
        explanation: 'The subscription to this model has been started and is not complete yet.',
        fix: (_error, call) => ['Run the job again in 15 minutes. If it stays so:', (0,errors/* shell */.vf)((0,hints/* availabilityCommand */.Tu)(call))],
    },
    {
        id: 'B6',
        match: [{ message: /INVALID_PAYMENT_INSTRUMENT|agreement (has )?failed/i }],
        code: 'marketplace-subscription-missing',
        explanation: 'AWS Marketplace refused the subscription: the payment method of the account, or its country.',
        fix: (_error, call) => `Let the owner of the account set a valid payment method, then open the model once: ${modelCatalog(call)}`,
    },
    {
        id: 'B13 data retention',
        match: [{ message: /data retention mode \S+ is not available for this model/i }],
        code: 'account-not-authorized',
        explanation: "AWS serves this model only to accounts with another data retention mode than this account's.",
        fix: (_error, call) => [
            'Ask AWS Support (Amazon Bedrock) for the mode that the model needs, with the words above, or name another model:',
            ...chooseOther(call),
        ],
    },
    {
        id: 'B13 country',
        match: [{ message: /not allowed from unsupported countries/i }],
        code: 'account-not-authorized',
        explanation: "Anthropic's models may not be used from the country of this account, or of this runner.",
        fix: 'See https://www.anthropic.com/supported-countries. If the country of the account is one of these, have its address corrected by AWS Support, and run on a runner in such a country.',
    },
    {
        id: 'B13',
        match: [
            { message: /^Operation not allowed\.?$|account is not authorized|is not available for this account/i },
            { names: ['BadMCScore'] },
        ],
        code: 'account-not-authorized',
        explanation: 'AWS does not let this account call the model, whatever its policies say: a new account, an applied quota of 0, or a model that is available on request only.',
        fix: (_error, call) => [
            'Open a case with AWS Support (account and billing, Amazon Bedrock) and give the words above. What AWS has recorded of the account:',
            (0,errors/* shell */.vf)((0,hints/* availabilityCommand */.Tu)(call)),
        ],
    },
    {
        id: 'B7',
        match: [{ message: /use[ -]case (details|form)/i }, { names: ['FTUFormNotFilled'] }],
        code: 'use-case-form-missing',
        explanation: "Anthropic's one-time use case form has not been submitted for this account (or for its organization).",
        fix: (_error, call) => [...useCaseForm(call), 'Then wait 15 minutes and run the job again.'],
    },
    {
        id: 'B7, B8 or B9 in the words of Claude Code',
        match: [{ message: /is not available on your bedrock deployment/i }],
        code: 'model-not-found',
        explanation: 'These are the words of Claude Code, which hides what Bedrock answered (a 404).',
        fix: (_error, call) => [
            'Bedrock means one of these. The use case form is missing (this command fails then):',
            (0,errors/* shell */.vf)(`aws bedrock get-use-case-for-model-access --region ${call.region}`),
            ...useCaseForm(call),
            'Or the model is retired, or is not there; name another:',
            ...(0,hints/* chooseProfile */.tk)(call),
        ],
    },
    {
        id: 'B8',
        match: [{ message: /reached the end of its life/i }],
        code: 'model-retired',
        explanation: 'The model is switched off for everyone.',
        fix: newerModel,
    },
    {
        id: 'B9',
        match: [{ message: /marked by provider as Legacy/i }],
        code: 'model-retired',
        explanation: 'The model is being retired, and is closed already to accounts that have not used it lately.',
        fix: newerModel,
    },
    {
        id: 'B11',
        match: [{ message: /on-demand throughput isn't supported|(doesn't|does not) support on-demand throughput/i }],
        code: 'inference-profile-required',
        explanation: 'The model is only served through an inference profile; the bare model id is not enough.',
        fix: (_error, call) => (0,hints/* chooseProfile */.tk)(call),
    },
    {
        id: 'B12 in another geography',
        match: [{ message: /model identifier is invalid/i }, { names: ['ResourceNotFound'] }, { statuses: [404] }],
        when: (_error, call) => call.model !== undefined && (0,models/* isForeignProfile */.Ky)(call.model, call.region, call.profiles),
        code: 'profile-not-in-region',
        explanation: (_error, call) => `${call.model ?? ''} is an inference profile that cannot be called from ${call.region}.`,
        fix: (_error, call) => [
            ...(0,hints/* chooseProfile */.tk)(call),
            'Or set aws-region to a region that the profile can be called from.',
        ],
    },
    {
        id: 'B12',
        match: [{ message: /model identifier is invalid/i }],
        code: 'model-not-found',
        explanation: (_error, call) => `${call.region} has no model or inference profile of this id.`,
        fix: notFound,
    },
    {
        id: 'no runtime endpoint',
        match: [{ names: ['UnknownOperation'] }],
        code: 'input-invalid',
        explanation: ({ host }, call) => `The address ${host ?? 'that was called'} is not that of Bedrock's runtime: it does not offer this operation.${call.addressVariable === undefined ? '' : ` ${call.addressVariable} names it.`}`,
        fix: (_error, call) => [
            call.addressVariable === undefined
                ? 'Correct or unset the variable that names it (ANTHROPIC_BEDROCK_BASE_URL, AWS_ENDPOINT_URL_BEDROCK_RUNTIME):'
                : `Correct ${call.addressVariable}, or unset it to use AWS's own address:`,
            (0,errors/* yaml */.oQ)(`env:\n  ${call.addressVariable ?? 'ANTHROPIC_BEDROCK_BASE_URL'}: https://bedrock-runtime.${call.region}.${(0,endpoints/* dnsSuffixOf */.a4)(call.region)}`),
        ],
    },
    {
        id: 'B10',
        match: [{ names: ['ResourceNotFound'] }, { statuses: [404] }],
        code: 'model-not-found',
        explanation: (_error, call) => `Bedrock in ${call.region} has nothing under this name.`,
        fix: notFound,
    },
    {
        id: 'B1',
        match: [{ message: /don't have access to the model/i }],
        code: 'model-access-denied',
        explanation: (_error, call) => `IAM let the call through, but this account has no access to the model in ${call.region}: no subscription, no use case form, or a model that is available on request only.`,
        fix: (_error, call) => [
            'See which of agreement, authorization, entitlement and region is missing:',
            (0,errors/* shell */.vf)((0,hints/* availabilityCommand */.Tu)(call)),
            `Then open the model once as an administrator: ${modelCatalog(call)}`,
            'If the model is not the one you meant, name both: `model` and `small-fast-model`.',
        ],
    },
    {
        id: 'B37',
        match: [{ statuses: [403] }],
        when: isMantle,
        code: 'model-access-denied',
        explanation: 'The endpoint bedrock-mantle has its own list of models, which for this account lacks this model.',
        fix: (_error, call) => [
            "Ask AWS for it, or unset CLAUDE_CODE_USE_MANTLE to go through Bedrock's runtime:",
            (0,errors/* shell */.vf)((0,hints/* availabilityCommand */.Tu)(call)),
        ],
    },
    {
        id: 'B37 with an inference profile',
        match: [{ statuses: [400] }],
        when: (error, call) => {
            const { id, prefix } = (0,models/* parseModel */.Xh)(call.model ?? '');
            return isMantle(error) && prefix !== undefined && error.message.includes(id);
        },
        code: 'model-not-found',
        explanation: 'The endpoint bedrock-mantle takes model ids, not inference profiles.',
        fix: (_error, call) => [
            'Unset CLAUDE_CODE_USE_MANTLE, or name the model without its prefix:',
            (0,error_rules/* inputLine */.Hl)('model', [(0,models/* parseModel */.Xh)(call.model ?? '').modelId ?? '']),
        ],
    },
];
function isMantle({ host, message }) {
    return /bedrock-mantle/.test(`${host ?? ''} ${message}`);
}
const modelCatalog = (call) => (0,hints/* consolePage */.FE)(call, 'bedrock/home#/model-catalog');
function useCaseForm(call) {
    return [
        `Submit it by opening any Anthropic model in the console: ${modelCatalog(call)}`,
        'Or by the command line, with this file as use-case.json:',
        (0,errors/* json */.Pq)({
            companyName: '...',
            companyWebsite: 'https://...',
            intendedUsers: '0',
            industryOption: '...',
            otherIndustryOption: '',
            useCases: '...',
        }),
        (0,errors/* shell */.vf)(`aws bedrock put-use-case-for-model-access --region ${call.region} --form-data fileb://use-case.json`),
    ];
}
function newerModel(_error, call) {
    return ['Name a model that is served, in `model` (and in `small-fast-model`):', ...chooseOther(call)];
}
function chooseOther(call) {
    const { id, modelId } = (0,models/* parseModel */.Xh)(call.model ?? '');
    const others = (call.profiles ?? []).filter((profile) => ![undefined, modelId].includes((0,models/* parseModel */.Xh)(profile).modelId));
    if (others.length > 0)
        return (0,hints/* shortList */.pg)((0,hints/* nearestFirst */.F8)(id, others), call);
    return [`Those of ${call.region}:`, (0,errors/* shell */.vf)((0,hints/* profilesCommand */.Qt)(call))];
}
function notFound(_error, call) {
    return [...(0,hints/* chooseProfile */.tk)(call), 'With ANTHROPIC_BEDROCK_BASE_URL set, check its path as well.'];
}

// EXTERNAL MODULE: ./lib/bedrock/errors/credentials.js
var credentials = __webpack_require__(47266);
// EXTERNAL MODULE: ./lib/text.js
var lib_text = __webpack_require__(68804);
;// CONCATENATED MODULE: ./lib/bedrock/iam-policy.js


/** Both actions that Claude Code needs: it streams, and repeats a failed streaming call unstreamed (measured with 2.1.330). */
const INVOKE_ACTIONS = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
const DISCOVER = {
    Sid: 'Discover',
    Effect: 'Allow',
    Action: [
        'bedrock:ListInferenceProfiles',
        'bedrock:GetInferenceProfile',
        'bedrock:ListFoundationModels',
        'bedrock:GetFoundationModel',
        'bedrock:GetFoundationModelAvailability',
    ],
    Resource: ['*'],
};
/**
 * The least that lets a role run Claude Code with these very models. A profile needs itself and its foundation model in
 * every region it may route to; the latter is bound to calls through the profile, as AWS writes it
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html and
 * global-cross-region-inference.html). Throws a RangeError for a model that has no ARN, such as an alias of Claude Code.
 */
function invokePolicy(scope) {
    const targets = scope.models.map((model) => targetOf(model, scope));
    const { region: direct = [], geography: geographic = [], world: global = [], unknown: application = [], } = Object.groupBy(targets, ({ reach }) => reach);
    const here = { 'aws:RequestedRegion': unique(global.map(({ region }) => region)) };
    const nowhere = { 'aws:RequestedRegion': ['unspecified'] };
    // An application profile may be a copy of a global one, whose models have no region in their ARN; and AWS's own policy for
    // them names the profile copied from too (inference-profiles-prereq.html).
    const behind = [
        ...iam_policy_models(application, '*'),
        ...iam_policy_models(application, ''),
        ...application.map(({ arnPrefix, region, account }) => `${arnPrefix}:${region}:${account}:inference-profile/*.anthropic.*`),
    ];
    const statements = [
        invoke('InvokeModels', arns(direct)),
        invoke('InvokeProfiles', arns(geographic)),
        invoke('ModelsOnlyThroughProfiles', iam_policy_models(geographic, '*'), through(geographic)),
        invoke('InvokeGlobalProfiles', arns(global), here),
        invoke('GlobalModelsInRegion', iam_policy_models(global), { ...here, ...through(global) }),
        invoke('GlobalModelsAnywhere', iam_policy_models(global, ''), { ...nowhere, ...through(global) }),
        invoke('InvokeApplicationProfiles', arns(application)),
        invoke('OnlyThroughApplicationProfiles', behind, through(application)),
        ...applyGuardrail(scope),
    ];
    return { Version: '2012-10-17', Statement: [...statements.filter(({ Resource }) => Resource.length > 0), DISCOVER] };
}
/** Every call that names a guardrail needs it, beside the model's. */
function applyGuardrail({ guardrail, region, account, partition }) {
    if (guardrail === undefined)
        return [];
    const own = `arn:${partition ?? (0,endpoints/* partitionOf */.iQ)(region)}:bedrock:${region}:${account}:guardrail/${guardrail}`;
    const arn = guardrail.startsWith('arn:') ? guardrail : own;
    return [{ Sid: 'ApplyGuardrail', Effect: 'Allow', Action: ['bedrock:ApplyGuardrail'], Resource: [arn] }];
}
function targetOf(model, scope) {
    const parsed = (0,models/* parseModel */.Xh)(model);
    const { kind, id, prefix } = parsed;
    const { modelId = 'anthropic.*', region = scope.region, account = scope.account } = parsed;
    const arnPrefix = `arn:${scope.partition ?? (0,endpoints/* partitionOf */.iQ)(region)}:bedrock`;
    const target = { arnPrefix, modelId, region, account };
    if (kind === 'application-inference-profile')
        return { ...target, reach: 'unknown', arn: id };
    if (kind === 'foundation-model')
        return { ...target, reach: 'region', arn: `${arnPrefix}:${region}::foundation-model/${modelId}` };
    if (kind === 'inference-profile') {
        const arn = `${arnPrefix}:${region}:${account}:inference-profile/${prefix ?? ''}.${modelId}`;
        return { ...target, reach: prefix === 'global' ? 'world' : 'geography', arn };
    }
    if (id.startsWith('arn:'))
        return { ...target, reach: 'region', arn: id };
    throw new RangeError(`"${model}" is no model id, inference profile id or ARN: a policy cannot name it`);
}
const arns = (targets) => targets.map(({ arn }) => arn);
/** The models in `region`, by default that of each call. */
const iam_policy_models = (targets, region) => targets.map((target) => `${target.arnPrefix}:${region ?? target.region}::foundation-model/${target.modelId}`);
const through = (targets) => ({ 'bedrock:InferenceProfileArn': unique(arns(targets)) });
function invoke(sid, resources, condition) {
    const statement = { Sid: sid, Effect: 'Allow', Action: INVOKE_ACTIONS, Resource: unique(resources) };
    return condition === undefined ? statement : { ...statement, Condition: { StringEquals: condition } };
}
const unique = (values) => [...new Set(values)];

;// CONCATENATED MODULE: ./lib/bedrock/errors/denied.js




/** Denials by IAM: `User: ... is not authorized to perform: ... on resource: ...`, and the policy that lifts them. */
const DENIED_RULES = [
    {
        id: 'B3',
        match: [{ message: /with an explicit deny/i }],
        code: 'explicitly-denied',
        title: (error, call) => `${(0,lib_text/* capitalized */.l2)(policyName(error, 'a'))} keeps ${whoOf(error)} from calling ${whatOf(error, call)}.`,
        explanation: (error, call) => `A Deny in ${policyName(error, 'a')} forbids it; no Allow elsewhere can lift that.${routed(error, call)}`,
        fix: liftDeny,
    },
    {
        id: 'B2',
        match: [{ message: /is not authorized to perform: /i }],
        code: 'iam-permission-missing',
        title: (error, call) => `${(0,lib_text/* capitalized */.l2)(whoOf(error))} may not call ${whatOf(error, call)}.`,
        explanation: (error, call) => `IAM is asked for ${denialOf(error).action}, and ${policyName(error, 'no')} allows it.${routed(error, call)}`,
        fix: (error, call) => [whereToAllow(error), ...policyBlocks(error, call)],
    },
];
function whoOf(error) {
    const { role, isUser } = denialOf(error);
    return role === undefined ? 'the caller' : `the ${isUser ? 'user' : 'role'} ${role}`;
}
/** The model that was called, or the action where it is about no model. */
function whatOf(error, call) {
    const { action } = denialOf(error);
    const isModels = INVOKE_ACTIONS.includes(action) && call.model !== undefined;
    return `${isModels ? (0,models/* parseModel */.Xh)(call.model).id.replace(/^arn:.*?:(?=[\w-]+\/)/, '') : action} in ${call.region}`;
}
/** In a policy where the account is not known. */
const NO_ACCOUNT = '111122223333';
function denialOf({ message: words }) {
    const [, account, kind, role] = /arn:[\w-]+:(?:sts|iam)::(\d{12}):(assumed-role|role|user)\/([^/\s]+)/.exec(words) ?? [];
    return {
        isUser: kind === 'user',
        action: /perform: ([\w-]+:\w+)/.exec(words)?.[1] ?? 'the action',
        resource: /on resource: (\S+)/.exec(words)?.[1] ?? '*',
        account,
        role,
    };
}
/** Which kind of policy AWS names: `identity-based`, `session`, `service control`, `permissions boundary`, ...; not every text does. */
function layerOf({ message: words }) {
    return /(?:explicit deny in an?|because no) ([\w -]+?)(?: policy\b| allows|[:.]|$)/i.exec(words)?.[1]?.toLowerCase();
}
function policyName(error, article) {
    const layer = layerOf(error);
    const name = layer === 'permissions boundary' ? layer : `${layer ?? ''} policy`.trim();
    return `${article === 'a' && /^[aeiou]/.test(name) ? 'an' : article} ${name}`;
}
function routed(error, call) {
    const { resource } = denialOf(error);
    const { kind, region } = (0,models/* parseModel */.Xh)(resource);
    if (kind !== 'foundation-model' || region === call.region)
        return '';
    if (region === undefined)
        return ' The resource has no region: the call goes through a global profile.';
    return ` The profile routed the call to ${region}: the model must be allowed there too.`;
}
function whereToAllow(error) {
    const { role, isUser } = denialOf(error);
    const layer = layerOf(error);
    if (layer === 'session')
        return 'The session is narrower than its role. Add these statements to the input inline-session-policy, or remove the session policies:';
    if (layer === 'permissions boundary')
        return `Add these statements to the permissions boundary of ${role ?? 'the role'}:`;
    if (layer === 'vpc endpoint')
        return 'Add these statements, with "Principal": "*", to the policy of the VPC endpoint:';
    if (layer === 'service control' || layer === 'resource control')
        return `Ask the owner of the organization to allow this in the ${layer} policies:`;
    return `Attach this policy to ${isUser ? 'the user' : 'the role'}${role === undefined ? '' : ` ${role}`} (IAM, Add permissions, Create inline policy, JSON):`;
}
function policyBlocks(error, call) {
    const denial = denialOf(error);
    const account = call.account ?? denial.account;
    const models = modelsOf(denial.resource, call);
    const policy = INVOKE_ACTIONS.includes(denial.action) && models.length > 0
        ? invokePolicy({ region: call.region, account: account ?? NO_ACCOUNT, models })
        : { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: denial.action, Resource: denial.resource }] };
    return account === undefined ? [(0,errors/* json */.Pq)(policy), `${NO_ACCOUNT} stands for your account id.`] : [(0,errors/* json */.Pq)(policy)];
}
/** The call's model, and the one that was denied when that is another (Claude Code also calls its small model). */
function modelsOf(resource, call) {
    const asked = (0,models/* parseModel */.Xh)(call.model ?? '');
    const denied = (0,models/* parseModel */.Xh)(resource);
    const model = asked.kind === 'other' && !asked.id.startsWith('arn:') ? [] : [asked.id];
    if (denied.kind === 'other' || denied.id === asked.id || resource.includes('*'))
        return model;
    const covered = denied.modelId === asked.modelId || asked.kind === 'application-inference-profile';
    if (denied.kind !== 'foundation-model')
        return covered && denied.prefix === asked.prefix ? model : [...model, denied.id];
    if (covered)
        return model;
    const prefix = asked.prefix ?? (denied.region === undefined ? 'global' : undefined);
    return [...model, prefix === undefined ? denied.id : `${prefix}.${denied.modelId ?? ''}`];
}
function liftDeny(error, call) {
    const { role, action } = denialOf(error);
    const layer = layerOf(error);
    if (layer === 'session')
        return 'Remove the Deny from the input inline-session-policy, or from the policies that managed-session-policies names.';
    if (layer === 'identity-based' || layer === 'permissions boundary')
        return `Remove the Deny on ${action} from the ${layer === 'identity-based' ? 'policies' : 'permissions boundary'} of ${role ?? 'the role'}.`;
    if (layer === 'vpc endpoint')
        return 'Remove the Deny from the policy of the VPC endpoint.';
    if (layer === undefined)
        return `Find the Deny on ${action}: in the policies, the permissions boundary and the session policies of ${role ?? 'the role'}, or in a service control policy of the organization.`;
    const policy = /policy: (arn:\S+)/.exec(error.message)?.[1];
    const profile = call.model === undefined ? 'PROFILE_ID' : (0,models/* parseModel */.Xh)(call.model).id;
    return [
        `Ask the owner of the organization to exempt Bedrock from the deny${policy === undefined ? '' : ` in ${policy}`}: in a region deny, add "bedrock:Invoke*" to its NotAction, or every region that the profile routes to, to its list of regions:`,
        (0,errors/* shell */.vf)(`aws bedrock get-inference-profile --inference-profile-identifier ${profile} --region ${call.region} --query "models[].modelArn"`),
        ...globalAdvice(error, call),
    ];
}
function globalAdvice(error, call) {
    const isGlobal = (0,models/* parseModel */.Xh)(call.model ?? '').prefix === 'global' || /arn:[\w-]+:bedrock:::/.test(error.message);
    if (!isGlobal)
        return [];
    return [
        'A global profile calls with no region; the list of regions must hold "unspecified" as well:',
        (0,errors/* json */.Pq)({ Condition: { StringNotEquals: { 'aws:RequestedRegion': [call.region, 'unspecified'] } } }),
        'Or keep to a profile of one geography: a model id that begins with us., eu., jp. and so on instead of global.',
    ];
}

// EXTERNAL MODULE: ./lib/bedrock/errors/request.js
var request = __webpack_require__(43453);
;// CONCATENATED MODULE: ./lib/bedrock/errors/throughput.js




/** Quotas, and failures on AWS's side. The exceptions of a stream (B24) have the same names. */
const THROUGHPUT_RULES = [
    {
        id: 'B17',
        match: [{ message: /Too many (tokens|requests) per day/i }],
        code: 'daily-quota-exhausted',
        explanation: 'The daily quota is used up, or is close to zero, as on a new account: waiting inside this job cannot help.',
        fix: (_error, call) => [
            `Look at the applied value of "Model invocation max tokens per day for ${(0,hints/* quotaModel */.yi)(call)}" in ${call.region}:`,
            ...(0,hints/* quotaBlocks */.PX)(call),
            'and compare it with the default:',
            (0,errors/* shell */.vf)((0,hints/* defaultQuotaCommand */.lh)(call)),
            'An applied value below the default is raised by AWS Support only; else run again tomorrow, or name another model.',
        ],
    },
    {
        id: 'B16',
        match: [{ message: /Too many tokens/i }],
        when: isAboutRate,
        code: 'throttled',
        explanation: (_error, call) => `The tokens-per-minute quota is used up. Each call reserves its input and all of max-output-tokens (${call.maxOutputTokens}) when it starts.`,
        fix: lessOrMore,
        retryable: true,
    },
    {
        id: 'B18',
        match: [{ message: /Too many requests/i }, { names: error_rules/* THROTTLING_NAMES */.VA }, { statuses: [429] }],
        when: isAboutRate,
        code: 'throttled',
        explanation: 'More calls per minute were made than the quota of this account and region allows.',
        fix: lessOrMore,
        retryable: true,
    },
    {
        id: 'B19',
        match: [
            { message: /Too many connections|unable to process your request/i },
            { names: ['ServiceUnavailable'] },
            { statuses: [503] },
        ],
        code: 'service-unavailable',
        explanation: 'AWS has no capacity for the model at the moment; this is not a quota of yours.',
        fix: elsewhere,
        retryable: true,
    },
    {
        id: 'B20',
        match: [{ message: /exceeds the service quota/i }, { names: ['ServiceQuotaExceeded'] }],
        code: 'quota-exceeded',
        explanation: 'A quota that is not a rate was reached; trying again cannot help.',
        fix: (_error, call) => [
            `Find the quota that the words name, and ask for more, in ${call.region}:`,
            ...(0,hints/* quotaBlocks */.PX)(call),
        ],
    },
    {
        id: 'B21',
        match: [{ names: ['ModelNotReady'] }],
        code: 'service-unavailable',
        explanation: 'The model is still being loaded.',
        fix: 'Run the job again in a few minutes.',
        retryable: true,
    },
    {
        id: 'B22',
        match: [{ names: ['ModelTimeout'] }, { statuses: [408] }],
        code: 'model-timeout',
        explanation: 'The model took longer than Bedrock waits.',
        fix: 'Run again; if it happens often, ask for less at once: a shorter prompt, smaller steps, or a faster model in `model`.',
        retryable: true,
    },
    {
        id: 'B23',
        match: [{ names: ['ModelError', 'ModelStreamError'] }, { statuses: [424] }],
        code: 'model-error',
        explanation: 'The model itself failed on this request.',
        fix: 'Run again once. If it fails on the same input again, name another model, or give the request id to AWS Support.',
        retryable: true,
    },
    {
        id: 'B25',
        match: [{ names: error_rules/* FAULT_NAMES */.cT }, { statuses: [500] }],
        code: 'service-unavailable',
        explanation: 'Bedrock failed inside; such faults are usually short.',
        fix: elsewhere,
        retryable: true,
    },
    {
        id: 'another 5xx',
        match: [{ statuses: ['5xx'] }],
        code: 'service-unavailable',
        explanation: 'Bedrock, or something in between, failed; such faults are usually short.',
        fix: (error, call) => [...elsewhere(error, call), ...support(error)],
        retryable: true,
    },
];
/** A validation error may use the same words for a request that is too large, which no waiting makes smaller. */
function isAboutRate({ name }) {
    return !/Validation/.test(name);
}
function lessOrMore(_error, call) {
    const reserved = call.maxOutputTokens > 4096 ? ['Reserve less with each call:', (0,errors/* yaml */.oQ)('with:\n  max-output-tokens: "4096"')] : [];
    return [
        ...reserved,
        'Give calls more time to wait for the quota, within timeout-minutes (docs/QUOTA.md):',
        (0,errors/* yaml */.oQ)('with:\n  throttle-patience-minutes: "60"\n  timeout-minutes: "60"'),
        'Run fewer jobs of a matrix at once:',
        (0,errors/* yaml */.oQ)('strategy:\n  max-parallel: 2'),
        ...otherProfile(call),
        `Or raise "${(0,hints/* tokensPerMinuteQuota */.w_)(call)}" in ${call.region}:`,
        ...(0,hints/* quotaBlocks */.PX)(call),
    ];
}
function elsewhere(_error, call) {
    return [
        'Run again later; https://health.aws.amazon.com/health/status shows known problems. Or name a second model to fall back to:',
        (0,errors/* yaml */.oQ)('with:\n  fallback-model: PROFILE_ID'),
        ...otherProfile(call),
    ];
}
const support = ({ requestId }) => requestId === undefined ? [] : [`AWS Support finds the call by its request id, ${requestId}.`];
function otherProfile(call) {
    const { prefix, modelId } = (0,models/* parseModel */.Xh)(call.model ?? '');
    if (modelId === undefined || prefix === 'global' || prefix === 'us-gov')
        return [];
    const id = `global.${modelId}`;
    if (call.profiles !== undefined && !call.profiles.includes(id))
        return [];
    const check = call.profiles === undefined ? `, if list-inference-profiles has it in ${call.region}` : '';
    return [
        `Or use the profile with a quota of its own and every commercial region behind it${check}:`,
        (0,errors/* yaml */.oQ)(`with:\n  model: ${id}`),
    ];
}

;// CONCATENATED MODULE: ./lib/bedrock/errors/bedrock-error.js











/**
 * Every answer of Bedrock that this release knows. Denials come after the subscriptions, whose words hold a denial of AWS
 * Marketplace. Words from public threads and AWS's own list of errors, November 2026.
 */
const BEDROCK_RULES = [
    ...ACCESS_RULES,
    ...DENIED_RULES,
    ...THROUGHPUT_RULES,
    ...request/* REQUEST_RULES */.GN,
    ...credentials/* CREDENTIALS_RULES */.z,
    ...network_rules/* NETWORK_RULES */.L,
];
/** What an error of Bedrock means and what to do. Words that no rule knows are kept and never guessed at. */
function explainBedrock(error, call) {
    const model = call.model ?? modelIn(error);
    return (0,error_rules/* explainError */.UW)(error, {
        rules: BEDROCK_RULES,
        context: { ...call, model },
        subject: (code) => subjectOf(code, { ...call, model }),
        quote: () => (0,errors/* quoteError */.PI)(error, [call.region, call.model]),
    });
}
/** Regions and networks are not of one model. */
function subjectOf(code, { region, model, caller }) {
    if (code.startsWith('region-'))
        return region;
    if (code === 'network-unreachable')
        return `Amazon Bedrock in ${region}`;
    if (code.startsWith('credentials-'))
        return caller === undefined ? `Bedrock in ${region}` : caller.kind === 'keys' ? caller.arn : 'the Bedrock API key';
    return model === undefined ? region : `${(0,models/* parseModel */.Xh)(model).id.replace(/^arn:.*?:(?=[\w-]+\/)/, '')} in ${region}`;
}
/**
 * Reads an error once, for all that is to be known of it: AWS's own (`message` and `Message` bodies), or one as Claude Code
 * renders it (`API Error (model): 400 ...`, `Request rejected (429) · ...`; measured with 2.1.330). Its message is the
 * service's words on one line, apostrophes straight, without secrets.
 */
function bedrockError({ text, name, status, host, isFromAws, ...rest }) {
    const rendered = unwrap(text.replaceAll(/[’‘]/g, "'").trim());
    const isOfProxy = rendered.isPage || (isFromAws === false && rendered.isPlain);
    return new errors/* ServiceError */._7({
        ...rest,
        service: request/* OTHER_MODEL */.Fd.test(rendered.text) ? 'The gateway of this action' : 'Amazon Bedrock',
        name: isTelling(name) ? name : isOfProxy ? errors/* PROXY_ANSWER */.w2 : (rendered.name ?? 'Error'),
        // AWS answers a wrong signature with the request it saw, session token and all.
        message: bedrock_error_redact(rendered.text.replace(/\s*The Canonical String for this request.*$/is, ''))
            .replaceAll(/\s+/g, ' ')
            .slice(0, 600)
            .trim(),
        status: status ?? rendered.status,
        host: host ?? /\bENOTFOUND ([\w-]+\.[\w.-]+)/.exec(rendered.text)?.[1],
    });
}
/** The model that the words name, unless as a foundation model behind a profile, which is not what was called. */
function modelIn({ message }) {
    return /(?<!foundation-model\/[\w.-]*)\b(?:[a-z]+(?:-[a-z]+)?\.)?anthropic\.claude[\w.:-]*\w/.exec(message)?.[0];
}
/**
 * An error taken out of what is around it. `isPage`: it is a page for people; `isPlain`: it is neither JSON nor one of Claude Code's
 * forms.
 */
function unwrap(message) {
    const old = /API Error \((\d{3}) ([^)]+)\)/.exec(message);
    if (old !== null)
        return { text: old[2] ?? '', name: undefined, status: Number(old[1]), isPage: false, isPlain: false };
    const tail = /^.*API Error(?: \([^)]*\))?: (.*)$/s.exec(message)?.[1] ?? message;
    const numbered = /^(?:Request rejected \((\d{3})\) · |(?:(\d{3})\s+)+)(.*)$/s.exec(tail);
    const status = numbered?.[1] ?? numbered?.[2];
    const body = (numbered?.[3] ?? tail).replace(/\.?\.?\s*Try --model\b.*$/s, '').trim();
    const inner = readBody((0,json/* parseJson */.qF)(/\{.*\}/s.exec(body)?.[0] ?? ''));
    const isPage = /^<(!doctype|html|head|body|\?xml)\b/i.test(body);
    return {
        text: inner?.text ?? (isPage ? textOf(body) : body),
        name: inner?.name,
        status: status === undefined ? undefined : Number(status),
        isPage: isPage && inner === undefined,
        isPlain: inner === undefined,
    };
}
const textOf = (page) => page.replaceAll(/<(style|script)\b.*?<\/\1>|<!--.*?-->|<[^>]*>/gis, ' ').trim();
function readBody(value) {
    const nested = (0,json/* fieldOf */._F)(value, 'error');
    if ((0,json/* isRecord */.u4)(nested))
        return readBody(nested);
    const text = (0,json/* fieldOf */._F)(value, 'message') ?? (0,json/* fieldOf */._F)(value, 'Message');
    if (typeof text !== 'string')
        return undefined;
    const name = (0,json/* stringOf */.Je)(value, '__type') ?? (0,json/* stringOf */.Je)(value, 'code');
    return { text, name: isTelling(name) ? name : undefined };
}
function isTelling(name) {
    return name !== undefined && !/^(error|apierror|unknown(error)?|serviceerror)?$/i.test(name);
}
const { redact: bedrock_error_redact } = (0,redact/* createRedactor */.l)({ values: () => [] });
/** No error of Bedrock is nearly as long; of a longer page from something in between, the beginning is enough. */
const LONGEST = 64 * 1024;
/** The error that an answer of status 400 and above holds. Reads its body. */
async function errorIn(answer, { operation, origin }) {
    return bedrockError({
        operation,
        name: answer.headers['x-amzn-errortype'],
        text: await beginningOf(answer.body),
        status: answer.status,
        requestId: answer.headers['x-amzn-requestid'],
        host: new URL(origin).hostname,
        isFromAws: 'x-amzn-requestid' in answer.headers || 'x-amzn-errortype' in answer.headers,
    });
}
async function beginningOf(body) {
    const decoder = new TextDecoder();
    let text = '';
    try {
        for await (const piece of body) {
            text += decoder.decode(piece, { stream: true });
            if (text.length > LONGEST)
                break;
        }
    }
    catch {
        // An error that breaks off is still one; its beginning says which.
    }
    return text;
}


/***/ }),

/***/ 47266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ callerOf),
/* harmony export */   z: () => (/* binding */ CREDENTIALS_RULES)
/* harmony export */ });
/* harmony import */ var _aws_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36380);
/* harmony import */ var _error_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39059);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);



const UNKNOWN_KEYS = [
    { message: /security token included in the request is invalid/i },
    { names: ['UnrecognizedClient', 'InvalidClientTokenId'] },
];
const WITHOUT_AUTHORIZATION = [
    { message: /Authorization header is missing|missing authentication token/i },
    { names: ['MissingAuthenticationToken'] },
];
const API_KEY = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .yaml */ .oQ)('with:\n  bedrock-api-key: ${{ secrets.BEDROCK_API_KEY }}');
const NEW_API_KEY = ['Make a new key and store it as a secret of the repository:', API_KEY];
/** Credentials that Bedrock, or the AWS SDK on its way there, does not accept. */
const CREDENTIALS_RULES = [
    {
        id: 'B27',
        match: [
            { message: /token included in the request is expired|token (has|is) expired|SSO session .*(expired|invalid)/i },
            { names: ['ExpiredToken'] },
        ],
        code: 'credentials-expired',
        explanation: (_error, call) => `${whose(call)} were valid and have expired.`,
        fix: (_error, { caller }) => {
            if (caller?.kind === 'bearer')
                return NEW_API_KEY;
            if (caller?.isRenewable === true)
                return "This step renews them, and that gave none that last. Compare the runner's clock (date -u), and look at the lines about signing in above.";
            return [
                'Let this step assume the role itself, in the place of keys from elsewhere; it renews that session for as long as the job runs:',
                ..._error_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .ASSUME_ROLE */ .aO,
                'Or say how to get new ones: `aws-auth-refresh` for a profile, `aws-credential-export` for anything else. An API key (`bedrock-api-key`) has to be replaced by a new one.',
            ];
        },
    },
    {
        id: 'B26 moments ago',
        match: UNKNOWN_KEYS,
        when: (_error, { caller }) => caller?.kind === 'keys' && (0,_aws_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isJustIssued */ .yd)(caller.keyAgeMs),
        ..._aws_types_js__WEBPACK_IMPORTED_MODULE_0__/* .KEYS_TOO_NEW */ .ZY,
    },
    {
        id: 'B26',
        match: UNKNOWN_KEYS,
        code: 'credentials-invalid',
        explanation: (_error, call) => call.caller?.kind === 'keys'
            ? `AWS does not accept the keys of ${call.caller.arn}: they were deleted or revoked, or are of another partition than ${call.region}.`
            : call.caller?.kind === 'bearer'
                ? 'AWS does not know this Bedrock API key: mistyped, deleted, or of another partition.'
                : 'AWS does not know these keys: mistyped, deleted, without their session token, or of another partition.',
        fix: (_error, call) => {
            if (call.caller?.kind === 'bearer')
                return NEW_API_KEY;
            const region = `If ${call.region} is an opt-in region, the account must have enabled it.`;
            if (call.caller?.kind === 'keys')
                return [
                    call.caller.isRenewable
                        ? 'Check that the role is there and that its sessions were not revoked (a Deny with aws:TokenIssueTime in its policies).'
                        : 'Replace the keys where they come from.',
                    region,
                ];
            return [
                'Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for keys that begin with ASIA, AWS_SESSION_TOKEN from one set of credentials. Better, assume a role:',
                ..._error_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .ASSUME_ROLE */ .aO,
                region,
            ];
        },
    },
    {
        id: 'B28',
        match: [
            { message: /request signature we calculated|signature expired|signature not yet current/i },
            {
                names: ['InvalidSignature', 'SignatureDoesNotMatch', 'IncompleteSignature', /^Request(Expired|TimeTooSkewed)/i],
            },
        ],
        code: 'credentials-invalid',
        explanation: (_error, { caller }) => caller?.kind === 'keys' && caller.isRenewable
            ? "The signature is wrong: the runner's clock is off, or a proxy changes requests."
            : "The signature is wrong: the secret key does not belong to the key id, the runner's clock is off, or a proxy changes requests.",
        fix: (_error, { caller }) => {
            const key = caller === undefined
                ? 'the value of AWS_SECRET_ACCESS_KEY, '
                : caller.kind === 'keys' && !caller.isRenewable
                    ? 'that the secret key is the one of the key id, '
                    : '';
            return `Check ${key}the clock (date -u), and that a proxy leaves headers and path as they are (NO_PROXY: .amazonaws.com).`;
        },
    },
    {
        id: 'B29',
        match: [{ message: /make sure your API Key is valid|invalid (api key|bearer token)/i }],
        code: 'credentials-invalid',
        explanation: 'The Bedrock API key is not valid here: mistyped, deleted, or made in another region.',
        fix: (_error, call) => [
            `Make a key in ${call.region} and store it as a secret of the repository:`,
            API_KEY,
            'Its user needs bedrock:CallWithBearerToken. A stray AWS_BEARER_TOKEN_BEDROCK in the environment must go.',
        ],
    },
    {
        id: 'B29 on the way',
        match: WITHOUT_AUTHORIZATION,
        when: (_error, { caller }) => caller !== undefined,
        code: 'credentials-missing',
        title: () => 'The request lost its authorization on its way to AWS.',
        explanation: 'It was sent with an Authorization header, and arrived without: a proxy or gateway on the way took it off.',
        fix: 'Let the proxy pass headers as they are, or go past it (NO_PROXY: .amazonaws.com).',
    },
    {
        id: 'B29 without a key',
        match: WITHOUT_AUTHORIZATION,
        code: 'credentials-missing',
        explanation: 'The request went out without credentials.',
        fix: [
            'Sign in, for instance with a role:',
            ..._error_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .ASSUME_ROLE */ .aO,
            'With a `bedrock-api-key` and claude-code-version 2.1.94 or 2.1.119, take another version: they drop the key.',
        ],
    },
    {
        id: 'B31',
        match: [{ message: /credential resolve timed out/i }],
        code: 'credentials-missing',
        explanation: 'Looking for credentials took too long: a credential_process or the metadata service of the machine does not answer.',
        fix: [
            'Sign in with a role:',
            ..._error_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .ASSUME_ROLE */ .aO,
            'or keep the SDK from asking the machine:',
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .yaml */ .oQ)('env:\n  AWS_EC2_METADATA_DISABLED: "true"'),
        ],
    },
    {
        id: 'B30',
        match: [
            { message: /Could not load (AWS )?credentials|Unable to locate credentials/i },
            { names: ['CredentialsProviderError'] },
        ],
        code: 'credentials-missing',
        explanation: 'No way of signing in was given, and the environment has no credentials.',
        fix: ['Give one, for instance a role:', ..._error_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .ASSUME_ROLE */ .aO],
    },
];
function whose({ caller }) {
    if (caller === undefined)
        return 'The credentials';
    return caller.kind === 'bearer' ? 'The rights of the Bedrock API key' : `The keys of ${caller.arn}`;
}
/** Who calls with a session; without `now`, in milliseconds since 1970, the keys count as not new. */
function callerOf(session, now) {
    if (session.kind === 'bearer')
        return { kind: 'bearer' };
    const { arn, renewable, issuedAt } = session;
    const keyAgeMs = issuedAt === undefined || now === undefined ? undefined : now - issuedAt;
    return { kind: 'keys', arn, isRenewable: renewable, keyAgeMs };
}


/***/ }),

/***/ 59346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ nearestFirst),
/* harmony export */   FE: () => (/* binding */ consolePage),
/* harmony export */   PX: () => (/* binding */ quotaBlocks),
/* harmony export */   Qt: () => (/* binding */ profilesCommand),
/* harmony export */   Tu: () => (/* binding */ availabilityCommand),
/* harmony export */   lh: () => (/* binding */ defaultQuotaCommand),
/* harmony export */   pg: () => (/* binding */ shortList),
/* harmony export */   tk: () => (/* binding */ chooseProfile),
/* harmony export */   w_: () => (/* binding */ tokensPerMinuteQuota),
/* harmony export */   yi: () => (/* binding */ quotaModel)
/* harmony export */ });
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17489);
/* harmony import */ var _error_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39059);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _models_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21530);




/** The command that lists the inference profile ids of a region. */
function profilesCommand(call) {
    return `aws bedrock list-inference-profiles --region ${call.region} --query "inferenceProfileSummaries[].inferenceProfileId"`;
}
/**
 * Which `model` to write in place of the call's: profiles known to work here, or else the very id behind the region's
 * other prefixes, to be checked.
 */
function chooseProfile(call) {
    const { region, profiles } = call;
    const { id, modelId } = (0,_models_js__WEBPACK_IMPORTED_MODULE_3__/* .parseModel */ .Xh)(call.model ?? '');
    const same = modelId === undefined ? [] : sameModel(modelId, call).filter((profile) => profile !== id);
    if (profiles === undefined) {
        const check = [`Which ids exist in ${region}:`, (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shell */ .vf)(profilesCommand(call))];
        return same.length === 0
            ? check
            : ['Try one of these, if the list below has it:', (0,_error_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .inputLine */ .Hl)('model', same), ...check];
    }
    if (same.length > 0)
        return [`Inference profiles of this model that work in ${region}:`, (0,_error_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .inputLine */ .Hl)('model', same)];
    const claude = profiles.filter((profile) => profile !== id && (0,_models_js__WEBPACK_IMPORTED_MODULE_3__/* .parseModel */ .Xh)(profile).modelId !== undefined);
    const [nearest, ...others] = nearestFirst(id, claude);
    if (nearest === undefined)
        return [`No other Claude inference profile works in ${region} for this account: choose another aws-region.`];
    if (!isNear(id, nearest))
        return [`Inference profiles that work in ${region}, the nearest first:`, ...shortList([nearest, ...others], call)];
    const work = `Inference profiles of other models that work in ${region}, the nearest first:`;
    const rest = others.length === 0 ? [] : [work, ...shortList(others, call)];
    return ['Did you mean this one?', (0,_error_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .inputLine */ .Hl)('model', [nearest]), ...rest];
}
/** The first ten ids, and where to find the rest. */
function shortList(ids, call) {
    const all = ids.length > MOST_SHOWN ? [`All ${ids.length} of them:`, (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shell */ .vf)(profilesCommand(call))] : [];
    return [(0,_error_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .inputLine */ .Hl)('model', ids.slice(0, MOST_SHOWN)), ...all];
}
const MOST_SHOWN = 10;
/** Ids by how little they differ from `id`: a typing mistake first, then the same family. */
function nearestFirst(id, ids) {
    return [...ids].sort((one, other) => distance(id, one) - distance(id, other));
}
/** Whether one may be a typing mistake for the other. */
const isNear = (id, other) => distance(id, other) <= 3;
/** The number of characters to add, take away or replace (Levenshtein). */
function distance(one, other) {
    let previous = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (const [row, sign] of Array.from(one).entries()) {
        const current = [row + 1];
        for (let at = 0; at < other.length; at++)
            current.push(Math.min((previous[at + 1] ?? 0) + 1, (current[at] ?? 0) + 1, (previous[at] ?? 0) + (sign === other[at] ? 0 : 1)));
        previous = current;
    }
    return previous[other.length] ?? 0;
}
/** Profiles of a model: those listed, however their ids end (`-v1`, `-v1:0` or neither), or else the very id by prefix. */
function sameModel(modelId, { region, profiles }) {
    if (profiles === undefined)
        return (0,_models_js__WEBPACK_IMPORTED_MODULE_3__/* .profilesOf */ .uV)(modelId, region);
    return profiles.filter((profile) => bareId((0,_models_js__WEBPACK_IMPORTED_MODULE_3__/* .parseModel */ .Xh)(profile).modelId ?? '') === bareId(modelId));
}
const bareId = (modelId) => modelId.replace(/(?:-v\d+)?(?::\d+)?$/, '');
/** A page of the AWS console in the call's region, such as `bedrock/home#/model-catalog`. */
function consolePage(call, page) {
    const gov = (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionOf */ .iQ)(call.region) === 'aws-us-gov';
    const host = gov ? 'console.amazonaws-us-gov.com' : `${call.region}.console.aws.amazon.com`;
    const [path = '', fragment] = page.split('#');
    return `https://${host}/${path}?region=${call.region}${fragment === undefined ? '' : `#${fragment}`}`;
}
/** The call's model as Service Quotas and the console name it, `Anthropic Claude Sonnet 4.6`, where its id says it. */
function quotaModel(call) {
    const { modelId } = (0,_models_js__WEBPACK_IMPORTED_MODULE_3__/* .parseModel */ .Xh)(call.model ?? '');
    const name = modelId === undefined ? undefined : (0,_models_js__WEBPACK_IMPORTED_MODULE_3__/* .modelName */ .fD)(modelId);
    return name === undefined ? 'the model' : `Anthropic ${name}`;
}
/** The quota's name for the call's kind of profile: names are looked up, since codes differ by region. */
function tokensPerMinuteQuota(call) {
    const { kind, prefix } = (0,_models_js__WEBPACK_IMPORTED_MODULE_3__/* .parseModel */ .Xh)(call.model ?? '');
    const on = `model inference tokens per minute for ${quotaModel(call)}`;
    if (kind === 'foundation-model')
        return `On-demand ${on}`;
    return prefix === 'global' ? `Global cross-region ${on}` : `Cross-region ${on}`;
}
/** Where quotas are seen and raised, as page and command. */
const quotaBlocks = (call) => [
    consolePage(call, 'servicequotas/home/services/bedrock/quotas'),
    (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shell */ .vf)(quotasCommand('list-service-quotas', call)),
];
/** The command that shows what AWS gives by default; {@link quotaBlocks} shows what is applied. */
const defaultQuotaCommand = (call) => quotasCommand('list-aws-default-service-quotas', call);
function quotasCommand(command, call) {
    const filter = quotaModel(call).replace('Anthropic ', '').replace('the model', 'Claude');
    return `aws service-quotas ${command} --service-code bedrock --region ${call.region} --query "Quotas[?contains(QuotaName, '${filter}')].[QuotaName,Value]" --output table`;
}
/** The command that shows which of agreement, authorization, entitlement and region is missing for the call's model. */
function availabilityCommand(call) {
    const modelId = (0,_models_js__WEBPACK_IMPORTED_MODULE_3__/* .parseModel */ .Xh)(call.model ?? '').modelId ?? 'MODEL_ID';
    return `aws bedrock get-foundation-model-availability --model-id ${modelId} --region ${call.region}`;
}


/***/ }),

/***/ 43453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ OTHER_MODEL),
/* harmony export */   GN: () => (/* binding */ REQUEST_RULES),
/* harmony export */   KT: () => (/* binding */ UNKNOWN_REFUSAL)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** The rule of a refusal whose words nobody knows. */
const UNKNOWN_REFUSAL = 'another 4xx';
/** How the gateway of this action refuses a call (src/gateway/gateway.ts), with the model that was called. */
const OTHER_MODEL = /(\S+) is no model of this run, which has /;
const WITHOUT_BETAS = [
    'Tell Claude Code to leave such features out:',
    (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)('env:\n  CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS: "1"\nwith:\n  environment: CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS'),
];
/** What is wrong with the request itself. */
const REQUEST_RULES = [
    {
        id: 'B36',
        match: [{ message: /exceeded the \d+ output token maximum/i }],
        code: 'output-limit-reached',
        explanation: (_error, { outputCeiling, maxOutputTokens }) => outputCeiling === undefined
            ? `An answer was cut off at max-output-tokens (${maxOutputTokens}), several times. Thinking counts towards it.`
            : `An answer was cut off even at max-output-tokens-ceiling (${outputCeiling}), or at the model's own limit. Thinking counts towards it.`,
        fix: (_error, { outputCeiling, maxOutputTokens }) => outputCeiling === undefined
            ? [
                'Raise the input (more is reserved of the tokens-per-minute quota with each call):',
                (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)(`with:\n  max-output-tokens: "${Math.max(16384, maxOutputTokens * 2)}"`),
            ]
            : [
                'Ask for smaller pieces, or raise the ceiling, which only answers that were cut make use of:',
                (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)(`with:\n  max-output-tokens-ceiling: "${outputCeiling * 2}"`),
            ],
    },
    {
        id: 'B14',
        match: [{ message: /input is too long|prompt is too long/i }],
        code: 'prompt-too-long',
        explanation: "The conversation does not fit into the model's context.",
        fix: 'Give the agent less at once: a shorter prompt or prompt-file, smaller files to read, max-turns, or several jobs.',
    },
    {
        id: 'B14 with its answer',
        match: [{ message: /input length and `?max_tokens`? exceed context limit/i }],
        code: 'prompt-too-long',
        explanation: "The conversation and the room for its answer (max-output-tokens) do not fit into the model's context.",
        fix: (_error, call) => [
            'Leave less room for the answer, or give the agent less at once:',
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)(`with:\n  max-output-tokens: "${Math.max(1024, Math.floor(call.maxOutputTokens / 2))}"`),
        ],
    },
    {
        id: 'output limit of the model',
        match: [{ message: /maximum tokens you requested exceeds the model limit of \d+|max_tokens: \d+ > \d+/i }],
        code: 'request-rejected',
        explanation: ({ message }) => `The model writes at most ${modelLimit(message)} tokens in one answer, and more was asked for.`,
        fix: ({ message }) => [
            "Set the limit of an answer to the model's own or below:",
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)(`with:\n  max-output-tokens: "${modelLimit(message)}"`),
        ],
    },
    {
        id: 'B15 malformed caching',
        match: [{ message: /maximum of \d+ blocks with cache_control|cache_control cannot be set for empty text blocks/i }],
        code: 'request-rejected',
        explanation: 'The request itself is malformed: it marks more, or other, of its parts for prompt caching than is allowed. The model does take prompt caching.',
        fix: [
            'It is a fault of Claude Code, of a plugin or of a gateway that changes requests. Take another `claude-code-version`, or do without caching for now, which costs more:',
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)('with:\n  disable-prompt-caching: true'),
        ],
    },
    {
        id: 'B15 prompt caching',
        match: [
            { message: /(did not allow|does not support|doesn't support) prompt caching|prompt caching is not supported/i },
            { message: /extraneous key \[(cache_control|cachePoint)\]/i },
        ],
        code: 'request-rejected',
        explanation: 'This model, or this region, does not take prompt caching.',
        fix: ['Switch it off:', (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)('with:\n  disable-prompt-caching: true')],
    },
    {
        id: 'B15 thinking budget',
        match: [{ message: /thinking\.budget_tokens/i }],
        code: 'request-rejected',
        explanation: 'The thinking budget must be smaller than the output limit.',
        fix: (_error, { maxOutputTokens: limit }) => [
            'Keep `max-thinking-tokens` below `max-output-tokens`, or set it to 0:',
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)(`with:\n  max-output-tokens: "${limit}"\n  max-thinking-tokens: "${limit > 1024 ? 1024 : 0}"`),
        ],
    },
    {
        id: 'B15 thinking type',
        match: [{ message: /thinking\.type/i }],
        code: 'request-rejected',
        explanation: 'The model expects another kind of thinking than Claude Code asked for; behind an application inference profile it cannot see which model it talks to.',
        fix: 'Name the system inference profile in `model` instead of the ARN, or take a newer `claude-code-version`.',
    },
    {
        id: 'B15 beta header',
        match: [{ message: /anthropic[-_]beta\b|invalid beta flag/i }],
        code: 'request-rejected',
        explanation: 'Claude Code asked for a feature that Bedrock does not offer for this model.',
        fix: WITHOUT_BETAS,
    },
    {
        id: 'B15 beta field',
        match: [{ message: /[\w.]+: Extra inputs are not permitted/i }],
        code: 'request-rejected',
        explanation: ({ message }) => `The field ${/([\w.]+): Extra inputs are not permitted/i.exec(message)?.[1] ?? ''} belongs to a feature that Bedrock does not offer for this model.`,
        fix: WITHOUT_BETAS,
    },
    {
        id: 'B15',
        match: [{ message: /Malformed input request|Extra inputs are not permitted/i }],
        code: 'request-rejected',
        explanation: 'The request has a field that this model does not take: Claude Code is too new or too old for it, or a gateway changes requests.',
        fix: 'Leave `claude-code-version` empty (the version this release was tested with), or name a newer model.',
    },
    {
        id: 'content filter',
        match: [{ message: /Output blocked by content filtering policy/i }],
        code: 'request-rejected',
        explanation: "The content filter in front of the model stopped its answer: it resembled protected text, or broke Anthropic's usage policy.",
        fix: 'Ask for the result in other words, in smaller pieces, or without long quotations (licences, lyrics, articles). The transcript shows what the agent was writing.',
    },
    {
        id: 'refused by the gateway',
        match: [{ message: OTHER_MODEL }],
        code: 'input-invalid',
        title: () => 'Claude Code called a model that no input names',
        explanation: 'Claude Code called a model that no input names, so the call did not reach Bedrock: an agent, a skill or a setting names it.',
        fix: ({ message }) => [
            'Take the name out where it is (`model` in `.claude/` of the checkout), or let the run have the model:',
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)(`with:\n  fallback-model: ${OTHER_MODEL.exec(message)?.[1] ?? '<id>'}`),
        ],
    },
    {
        id: UNKNOWN_REFUSAL,
        match: [{ statuses: ['4xx'] }],
        code: 'request-rejected',
        explanation: 'This action does not know this answer.',
        fix: ({ requestId }) => {
            const id = requestId === undefined ? '' : ` and the request id ${requestId}`;
            return `Look for these words in https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html, or give them${id} to AWS Support.`;
        },
    },
];
/** The number that the words give as the model's limit. */
const modelLimit = (message) => /(?:limit of |> )(\d+)/.exec(message)?.[1] ?? '4096';


/***/ }),

/***/ 21530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ky: () => (/* binding */ isForeignProfile),
/* harmony export */   NJ: () => (/* binding */ BEDROCK_REGIONS),
/* harmony export */   Xh: () => (/* binding */ parseModel),
/* harmony export */   fD: () => (/* binding */ modelName),
/* harmony export */   j1: () => (/* binding */ servesBedrock),
/* harmony export */   uV: () => (/* binding */ profilesOf),
/* harmony export */   zw: () => (/* binding */ nearbyRegions)
/* harmony export */ });
/* unused harmony export prefixesFor */
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68804);

/**
 * Parses a model id, an inference profile id, or the ARN of a foundation model or of an inference profile, system
 * defined or application; Claude Code's suffix `[1m]` is dropped. Never throws.
 */
function parseModel(reference) {
    const id = reference.trim().replace(/\[1m\]$/i, '');
    const arn = /^arn:[\w-]+:bedrock:([\w-]*):(\d*):([\w-]+)\/(.+)$/.exec(id);
    if (arn === null)
        return { ...parseId(id), id };
    const [, region = '', account = '', resource = '', name = ''] = arn;
    const place = { ...(region && { region }), ...(account && { account }) };
    if (resource === 'application-inference-profile')
        return { kind: resource, id, ...place };
    const named = parseId(name);
    return named.kind === resource ? { ...named, id, ...place } : { kind: 'other', id, ...place };
}
function parseId(id) {
    const [, prefix, modelId] = /^(?:([a-z]+(?:-[a-z]+)?)\.)?(anthropic\.[\w.:-]+)$/.exec(id) ?? [];
    if (modelId === undefined)
        return { kind: 'other', id };
    return prefix === undefined
        ? { kind: 'foundation-model', id, modelId }
        : { kind: 'inference-profile', id, prefix, modelId };
}
/** A Claude model's name as Service Quotas writes it: `Claude Sonnet 4.6`, `Claude 3.7 Sonnet`; undefined for others. */
function modelName(modelId) {
    const words = /^anthropic\.claude-(.+?)(?:-\d{8})?(?:-v\d+)?(?::\d+)?$/.exec(modelId)?.[1];
    if (words === undefined)
        return undefined;
    const spaced = words.replaceAll(/(\d)-(?=\d)/g, '$1.').split('-');
    return ['Claude', ...spaced.map(_text_js__WEBPACK_IMPORTED_MODULE_0__/* .capitalized */ .l2)].join(' ');
}
/**
 * The geographies whose inference profiles can be called from `region`, the most local first. AWS decides it per model
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html, 2026-07), so a suggestion made
 * from this must be checked with `aws bedrock list-inference-profiles`.
 */
function prefixesFor(region) {
    if (region.startsWith('us-gov-'))
        return ['us-gov'];
    if (region === 'ap-northeast-1' || region === 'ap-northeast-3')
        return ['jp', 'apac', 'global'];
    if (region === 'ap-southeast-2' || region === 'ap-southeast-4')
        return ['au', 'apac', 'global'];
    if (region.startsWith('ap-'))
        return ['apac', 'global'];
    if (region.startsWith('us-') || region.startsWith('ca-'))
        return ['us', 'global'];
    if (region.startsWith('eu-'))
        return ['eu', 'global'];
    return ['global'];
}
/** Ids of inference profiles that may hold `modelId` in `region`: the very id behind each prefix of the region. */
const profilesOf = (modelId, region) => prefixesFor(region).map((prefix) => `${prefix}.${modelId}`);
/**
 * Whether `model` is an inference profile that cannot be called from `region`: another geography, or another region's ARN. `profiles`
 * are known to work there.
 */
function isForeignProfile(model, region, profiles = []) {
    const { prefix, modelId, region: home, kind } = parseModel(model);
    if (home !== undefined && kind !== 'foundation-model')
        return home !== region;
    if (prefix === undefined || modelId === undefined)
        return false;
    if (profiles.length === 0)
        return !prefixesFor(region).includes(prefix);
    const listed = profiles.map(parseModel);
    const same = listed.filter((profile) => profile.modelId === modelId);
    return !(same.length > 0 ? same : listed).some((profile) => profile.prefix === prefix);
}
/**
 * The regions that serve Amazon Bedrock and that anyone can see: the endpoints of service `bedrock` in botocore 1.44.5
 * (November 2026), the same as https://docs.aws.amazon.com/bedrock/latest/userguide/endpoints-region-availability.html.
 * Hong Kong and China are not among them.
 */
const BEDROCK_REGIONS = [
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'ca-central-1',
    'ca-west-1',
    'mx-central-1',
    'sa-east-1',
    'eu-central-1',
    'eu-central-2',
    'eu-north-1',
    'eu-south-1',
    'eu-south-2',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'ap-east-2',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-south-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'me-central-1',
    'me-south-1',
    'il-central-1',
    'af-south-1',
    'us-gov-east-1',
    'us-gov-west-1',
    'eusc-de-east-1',
];
/** Whether AWS lists `region` as one that serves Bedrock. */
const servesBedrock = (region) => BEDROCK_REGIONS.includes(region);
/** Up to three regions that serve Bedrock, nearest in name to `region`, itself left out; for words in a message. */
function nearbyRegions(region) {
    const shared = (known) => sharedLength(known, region);
    const near = BEDROCK_REGIONS.filter((known) => known !== region && shared(known) >= 'us-'.length).toSorted((a, b) => shared(b) - shared(a));
    return near.length > 0 ? near.slice(0, 3) : ['us-east-1', 'eu-central-1', 'ap-northeast-1'];
}
function sharedLength(a, b) {
    let length = 0;
    while (length < a.length && a[length] === b[length])
        length++;
    return length;
}


/***/ }),

/***/ 55920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ isUnknownRefusal),
/* harmony export */   CT: () => (/* binding */ regionFinding),
/* harmony export */   SA: () => (/* binding */ preflightTable),
/* harmony export */   dP: () => (/* binding */ modelFinding),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   ok: () => (/* binding */ ok),
/* harmony export */   tY: () => (/* binding */ checkLine)
/* harmony export */ });
/* harmony import */ var _error_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39059);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45162);
/* harmony import */ var _errors_bedrock_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74198);
/* harmony import */ var _errors_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43453);





/** Whether the run can start with this model. */
function modelFinding({ role, given, model, outcome }, call) {
    const isSmall = role === 'small';
    const name = isSmall ? 'Small model' : given === undefined ? UNNAMED : 'Model';
    const what = { name, subject: given ?? '' };
    const resolved = model !== undefined && model !== given ? `${model}, ` : '';
    if (outcome === undefined)
        return note(what, 'not checked: this version of Claude Code itself turns the name into a profile');
    if (outcome.error === undefined)
        return ok(what, `${resolved}answers in ${call.region}`);
    const failure = explained(outcome.error, call);
    const words = `${resolved}${failure.message}`;
    if (isPassing(outcome.error, failure))
        return note(what, `${words}\nThis may pass, and the run tries again by itself.`);
    if (failure.code === 'request-rejected' && statusOf(outcome.error) === 400 && outcome.isRepeated !== true)
        return note(what, `${words}\nThis is about the request of the check; the run sends others.`);
    if (isSmall)
        return failed(what, aboutSmallModel(failure));
    return failed(what, given === undefined ? aboutDefault(failure, model) : failure);
}
const UNNAMED = "Model (not named; Claude Code's own)";
/** Whether Bedrock refused with words that no rule knows. */
function isUnknownRefusal(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7))
        return false;
    const context = { region: '', model: undefined, account: undefined, maxOutputTokens: 0 };
    return (0,_error_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .findRule */ .Il)(error, _errors_bedrock_error_js__WEBPACK_IMPORTED_MODULE_3__/* .BEDROCK_RULES */ .zJ, context)?.id === _errors_request_js__WEBPACK_IMPORTED_MODULE_4__/* .UNKNOWN_REFUSAL */ .KT;
}
/**
 * What it means that the profiles could not be listed. They are for advice only, and their endpoint may be unreachable from a
 * private network: a note when a model `isAnswering`. Otherwise no answer, and refused credentials, are failures.
 */
function regionFinding(error, call, isAnswering) {
    const failure = explained(error, call);
    const isSilent = statusOf(error) === undefined && !isPassing(error, failure);
    const what = { name: 'Region', subject: call.region };
    if (!isAnswering && (isSilent || failure.code.startsWith('credentials-')))
        return failed(what, failure);
    return note(what, `${UNLISTED}\n${failure.message}`);
}
const UNLISTED = 'Inference profiles could not be listed: advice cannot name those that work here. Nothing else needs the list.';
const statusOf = (error) => (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7 ? error.status : undefined);
/** Throttling, an internal error of AWS, a slow answer; but not a host that cannot be reached at all. */
function isPassing(error, { retryable }) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7 && error.name === 'TimeoutError')
        return true;
    return retryable && statusOf(error) !== undefined;
}
const explained = (error, call) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7 ? (0,_errors_bedrock_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainBedrock */ .qH)(error, call) : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(error);
/** Without a model nobody has seen its name before. */
function aboutDefault({ code, message, fix, cause, quote }, model = 'a model of its own') {
    const how = `No \`model\` was given, so Claude Code takes its own default for the region, ${model}. Name the model to use, or make this one work:`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(code, { message, fix: [how, ...fix], cause, quote });
}
/** The fix of a failure names the inputs of the main model. */
function aboutSmallModel({ code, message, fix, cause, quote }) {
    const [title = '', ...rest] = message.split('\n');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(code, {
        message: [(0,_error_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .asTitle */ .D5)(`small-fast-model: ${title}`), ...rest].join('\n'),
        ...{ fix: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .changedFix */ .Iy)(fix, smallModelInputs), cause, quote },
    });
}
const smallModelInputs = (code) => code
    .replaceAll(/^([ #]*)model: /gm, '$1small-fast-model: ')
    .replaceAll(/^([ #]*)aws-region: /gm, '$1small-fast-model-region: ');
/** A check that passed. */
const ok = (what, text) => ({ check: { ...what, state: 'ok', text } });
const note = (what, text) => ({ check: { ...what, state: 'note', text } });
/** A check that failed. */
const failed = (what, failure) => ({
    check: { ...what, state: 'failed', text: `${failure.code}: ${failure.message}`, fix: failure.fix },
    failure,
});
/** A check as a line of the log; of one that failed what is wrong, since the error says the rest. */
function checkLine({ name, subject, state, text }) {
    const shown = state === 'failed' ? text.replace(/\n.*$/s, '') : text;
    return `${SIGNS[state]} ${[name, subject].filter(Boolean).join(' ')}: ${shown.replaceAll(/\s*\n\s*/g, ' ')}`;
}
/**
 * All checks as Markdown for the job summary: a table, and below it what to do about each that failed, but for the failure of the
 * run (`shown`), which the summary has anyway.
 */
function preflightTable(checks, shown) {
    const isShown = (fix) => shown !== undefined && (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fixText */ .Xc)(fix) === (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fixText */ .Xc)(shown.fix);
    const rows = checks.map(({ name, subject, state, text }) => {
        const lines = text.split('\n').slice(0, state === 'failed' ? 1 : undefined);
        return [
            `${SIGNS[state]} ${name}`,
            [subject && (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inlineCode */ .ti)(subject), ...lines.map(_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)].filter(Boolean).join('<br>'),
        ];
    });
    const fixes = checks.flatMap(({ name, subject, text, fix }) => fix === undefined || isShown(fix)
        ? []
        : [
            `**${name}${subject && ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inlineCode */ .ti)(subject)}`}:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)(text.replace(/^.*\n/, ''))}`,
            ...(0,_error_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fixMarkdown */ .F6)(fix),
        ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .joinBlocks */ .x9)([(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .factTable */ .Bu)(['Check', ''], rows), ...fixes], LIMIT);
}
const SIGNS = { ok: '✅', note: 'ℹ️', failed: '❌' };
/** A part of the 1 MiB that GitHub takes from a step for its summary. */
const LIMIT = 100 * 1024;


/***/ }),

/***/ 97598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fe: () => (/* binding */ committedFile),
/* harmony export */   qG: () => (/* binding */ openPrivateGit),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57370);


/** Opens git on `directory`, which is made. Throws an Error with git's own words. */
async function openPrivateGit(repository, directory, tools) {
    const { root, gitDirectory, commonDirectory } = repository;
    const { files, workingFiles, git, executable, timeoutMs } = tools;
    const ownIndex = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'index');
    const execute = async (args, { index = ownIndex, ...options } = {}) => {
        const paths = { GIT_DIR: directory, GIT_WORK_TREE: root, GIT_INDEX_FILE: index };
        const env = { ...NO_SETTINGS, ...paths };
        return git.run({ executable, args: [...NO_PROGRAMS, ...args], cwd: root, env, timeoutMs: timeoutMs(), ...options });
    };
    const run = async (args, options) => {
        const { code, stdout, stderr } = await execute(args, options);
        if (code !== 0)
            throw new Error(`git ${args[0] ?? ''}: ${stderr.trim().slice(0, 500)}`);
        return stdout;
    };
    const settings = await comparingSettings(repository, tools);
    const exclude = workingFiles.readText((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(commonDirectory, 'info', 'exclude')) ?? '';
    const renew = async () => {
        await files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'config'), settings);
        await files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'info', 'exclude'), exclude);
        await files.remove((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'info', 'attributes'));
    };
    await renew();
    await files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'HEAD'), 'ref: refs/heads/none\n');
    await files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'objects', 'info', 'alternates'), `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(commonDirectory, 'objects')}\n`);
    await files.makeDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'refs'));
    const indexes = workingFiles.entries(gitDirectory).filter((name) => /^(index|sharedindex\.[0-9a-f]+)$/.test(name));
    for (const name of indexes)
        workingFiles.copyWithTime((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(gitDirectory, name), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, name));
    const updateIndex = async (flags, names) => {
        if (names.length === 0)
            return [];
        const stdin = names.map((name) => `${name}\0`).join('');
        const { code, stderr } = await execute(['update-index', ...flags, '-z', '--stdin'], { stdin });
        if (code === 0)
            return [];
        // Ended for its time: halves would take as long.
        if (code === undefined)
            throw new Error(`git update-index: ${stderr}`);
        if (names.length === 1)
            return names;
        const half = Math.ceil(names.length / 2);
        return [...(await updateIndex(flags, names.slice(0, half))), ...(await updateIndex(flags, names.slice(half)))];
    };
    return {
        repository,
        index: ownIndex,
        run,
        updateIndex,
        renew,
        list: async (...flags) => namesIn(await run(['ls-files', '-z', ...flags])),
    };
}
/** Names in the output of a git command with `-z`. */
const namesIn = (output) => [...new Set(output.split('\0'))].filter((name) => name !== '');
/** Options of git with which the settings of a repository start no program. */
const NO_PROGRAMS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
/** Environment in which git reads no settings of the machine or the user, and fetches nothing that a partial clone left out. */
const NO_SETTINGS = {
    ...{ GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' },
    ...{ GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
};
/** What of the checkout's settings says how files are compared. */
const COMPARING = new Set([
    ...['core.autocrlf', 'core.eol', 'core.filemode', 'core.symlinks', 'core.ignorecase', 'core.precomposeunicode'],
    'extensions.objectformat',
]);
/** Text of a configuration file with those settings; read before the agent starts. */
async function comparingSettings({ root, commonDirectory }, { git, executable, timeoutMs }) {
    const args = ['config', '--file', (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(commonDirectory, 'config'), '--no-includes', '--list', '-z'];
    const listed = await git.run({ executable, args, cwd: root, env: NO_SETTINGS, timeoutMs: timeoutMs() });
    const values = listed.stdout.split('\0').map((entry) => entry.split(/\n(.*)/s, 2));
    const known = values.filter(([name = '']) => COMPARING.has(name));
    const lines = known.map(([name = '', value = 'true']) => `[${name.replace('.', ']\n\t')} = ${JSON.stringify(value)}\n`);
    const version = known.some(([name = '']) => name.startsWith('extensions.')) ? 1 : 0;
    return `[core]\n\trepositoryformatversion = ${version}\n${lines.join('')}`;
}
/**
 * The file at `path` (absolute, links resolved, as `workspace` is, which it is in) as the commit `sha` has it: its bytes, or why they
 * are not known, as the end of a sentence that starts with the path. Git is found in `searchPath` (`PATH`). Of repositories within
 * each other the outermost one counts, since a stranger's pull request can bring submodules of its own. Git reads nothing but
 * objects, whose names are their hashes.
 */
async function committedFile(path, { workspace, sha, searchPath }, { git, workingFiles }) {
    const repository = outermostRepository(path, workspace, workingFiles);
    if (repository === undefined)
        return { unknown: 'is in no checkout of git' };
    if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha))
        return { unknown: 'cannot be compared: GITHUB_SHA is no commit' };
    const executable = await git.locate(searchPath);
    if (executable === undefined)
        return { unknown: 'cannot be compared: git is not on the PATH' };
    const { root, commonDirectory } = repository;
    const ask = (...args) => git.run({
        executable,
        args: [...NO_PROGRAMS, '-c', 'safe.directory=*', `--git-dir=${commonDirectory}`, 'cat-file', ...args],
        cwd: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(commonDirectory),
        env: { ...NO_SETTINGS, GIT_NO_REPLACE_OBJECTS: '1' },
        timeoutMs: 60_000,
    });
    const found = await ask('blob', `${sha}:${(0,_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .shownPath */ .pS)(root, path)}`);
    if (found.code === 0)
        return { bytes: Buffer.from(found.stdout, 'latin1') };
    const isThere = (await ask('-e', `${sha}^{commit}`)).code === 0;
    return { unknown: isThere ? `is no file at ${sha}` : `cannot be compared: the checkout does not have ${sha}` };
}
/** The first repository on the way from the workspace to the file. */
function outermostRepository(path, workspace, files) {
    const names = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).filter(Boolean);
    for (let depth = 0; depth <= names.length; depth++) {
        const repository = (0,_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryAt */ .uw)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(workspace, ...names.slice(0, depth)), files);
        if (repository !== undefined)
            return repository;
    }
    return undefined;
}


/***/ }),

/***/ 57370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ findAgentConfiguration),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   U8: () => (/* binding */ commonDirectoryOf),
/* harmony export */   XL: () => (/* binding */ foldersIn),
/* harmony export */   iP: () => (/* binding */ findRepositories),
/* harmony export */   pS: () => (/* binding */ shownPath),
/* harmony export */   uw: () => (/* binding */ repositoryAt)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** The repository whose working tree is `root`; undefined when there is none. It asks no git, so that nothing can be run. */
function repositoryAt(root, files) {
    const dotGit = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, '.git');
    const kind = kindOf(dotGit, files);
    const named = kind === 'file' ? /^gitdir: (.+)/.exec(files.readText(dotGit) ?? '')?.[1]?.trim() : undefined;
    const gitDirectory = kind === 'directory' ? dotGit : named && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(root, named);
    if (gitDirectory === undefined || kindOf((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(gitDirectory, 'HEAD'), files) === undefined)
        return undefined;
    const commonDirectory = commonDirectoryOf(gitDirectory, files);
    return kindOf((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(commonDirectory, 'objects'), files) === 'directory'
        ? { root, gitDirectory, commonDirectory }
        : undefined;
}
/** The git directory that has the configuration of another one, such as a linked worktree's: mostly it is the same. */
function commonDirectoryOf(gitDirectory, files) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(gitDirectory, files.readText((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(gitDirectory, 'commondir'))?.trim() ?? '');
}
/** The outermost repositories below `workspace`, itself included: checkouts at its top, or with a `path` of their own. */
function findRepositories(workspace, files) {
    const found = [];
    let level = [workspace];
    for (let depth = 0; depth <= DEEPEST && level.length <= MOST_FOLDERS; depth++) {
        const below = [];
        for (const folder of level) {
            const repository = repositoryAt(folder, files);
            if (repository !== undefined)
                found.push(repository);
            else
                below.push(...foldersIn(folder, files).filter((path) => !SKIPPED.includes((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path))));
        }
        level = below;
    }
    return found;
}
/** `path` as it is shown: relative to `workspace`, with slashes. */
const shownPath = (workspace, path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, path).replaceAll(node_path__WEBPACK_IMPORTED_MODULE_0__.sep, '/');
/** How deep `actions/checkout` is looked for, and in how many folders; a workspace has few beside its repositories. */
const DEEPEST = 3;
const MOST_FOLDERS = 1_000;
const SKIPPED = ['.git', 'node_modules'];
/** The folders in a folder; none where a link leads to it. */
function foldersIn(folder, files) {
    const names = kindOf(folder, files) === 'directory' ? files.entries(folder) : [];
    return names.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name)).filter((path) => kindOf(path, files) === 'directory');
}
/** What is at a path, links not followed. */
const kindOf = (path, files) => files.stamps(path, [''])[0]?.kind;
/** What Claude Code reads of a folder by itself (https://code.claude.com/docs/en/settings, /memory, /skills; measured with 2.1.332). */
const NAMES = [
    ...['CLAUDE.md', 'CLAUDE.local.md', '.mcp.json', '.claude/settings.json', '.claude/settings.local.json'],
    ...['.claude/CLAUDE.md', '.claude/rules', '.claude/skills', '.claude/agents', '.claude/commands'],
    ...['.claude/output-styles', '.claude/hooks', '.claude/workflows'],
];
/** Folders that are looked into, and names that are listed, at most. */
const MOST_CONFIGURATION_FOLDERS = 500;
const MOST_NAMES = 20;
/**
 * What a workspace holds that would configure or instruct Claude Code, as paths for the log, the folders nearest to the top first.
 * Names are whatever a stranger chose: only their printable characters are kept.
 */
function findAgentConfiguration(workspace, files) {
    const found = [];
    const folders = [''];
    for (let at = 0; at < folders.length && at < MOST_CONFIGURATION_FOLDERS; at++) {
        const folder = folders[at] ?? '';
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(workspace, folder);
        const names = [...NAMES, ...files.entries(path).filter((name) => !NOT_SEARCHED.has(name))];
        const byteNames = names.map((name) => Buffer.from(name).toString('latin1'));
        for (const [index, stamp] of files.stamps(path, byteNames).entries()) {
            const name = names[index] ?? '';
            const kind = stamp?.kind;
            if (kind === undefined)
                continue;
            const entry = folder === '' ? name : `${folder}/${name}`;
            if (index < NAMES.length)
                found.push(kind === 'directory' ? `${entry}/` : entry);
            else if (kind === 'directory')
                folders.push(entry);
        }
    }
    const shown = found.slice(0, MOST_NAMES).map((path) => path.replaceAll(/[^\x20-\x7e]/g, '?'));
    return found.length > MOST_NAMES ? [...shown, `${found.length - MOST_NAMES} more`] : shown;
}
const NOT_SEARCHED = new Set(['.git', '.claude', 'node_modules']);


/***/ }),

/***/ 90494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N0: () => (/* binding */ removeRunFiles),
/* harmony export */   NR: () => (/* binding */ restoreSession),
/* harmony export */   Oz: () => (/* binding */ argumentsFor),
/* harmony export */   ak: () => (/* binding */ writeRunFiles),
/* harmony export */   wA: () => (/* binding */ hookEventArguments)
/* harmony export */ });
/* unused harmony exports NOTHING_OF_THE_CHECKOUT, runSettings */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16413);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68804);
/* harmony import */ var _variable_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88630);




/**
 * Claude Code's arguments for one run; the prompt goes to standard input. Every value is in one argument with its flag (`--flag=value`),
 * so that none can pass for a flag. What may hold secrets, and the rules for tools, are in files. The model is given here as well as in
 * the settings, the default too: a checkout's own settings cannot override the flag, and nothing else is above them (2.1.332).
 */
function argumentsFor(agent, { model, files }) {
    return [
        '-p',
        '--output-format=stream-json',
        '--verbose',
        `--settings=${files.settings}`,
        ...(agent.trustsCheckout ? [] : NOTHING_OF_THE_CHECKOUT),
        ...maybe('--mcp-config', files.mcpConfig),
        ...maybe('--resume', agent.resume?.id),
        ...maybe('--model', model ?? (agent.trustsCheckout ? 'default' : undefined)),
        ...maybe('--fallback-model', agent.fallbackModel),
        ...maybe('--effort', agent.effort),
        ...maybe('--append-system-prompt', agent.appendSystemPrompt),
        ...maybe('--max-turns', agent.maxTurns),
        ...maybe('--max-budget-usd', agent.maxBudgetUsd),
        ...maybe('--json-schema', agent.jsonSchema),
        // Last of ours: a flag that takes a list would take the first of the user's arguments for an entry of it.
        `--permission-mode=${agent.permissionMode}`,
        ...agent.claudeArgs,
    ];
}
/**
 * Claude Code then reads its own folder and what the action passes: no settings, hooks, servers, rules, agents, skills, commands, output
 * styles or `CLAUDE.md` of the checkout or of folders above it (measured with 2.1.332, test/contract/checkout-configuration.test.ts).
 */
const NOTHING_OF_THE_CHECKOUT = ['--setting-sources=user', '--strict-mcp-config'];
const maybe = (flag, value) => (value === undefined ? [] : [`${flag}=${value}`]);
/** The flag with which Claude Code reports all hooks (seen with 2.1.330); an earlier version might refuse it, and so might one not known. */
function hookEventArguments(version) {
    const [major = 0, minor = 0, patch = 0] = (version ?? '').split('.').map(Number);
    const isKnown = major > 2 || (major === 2 && (minor > 1 || (minor === 1 && patch >= 330)));
    return isKnown ? ['--include-hook-events'] : [];
}
/**
 * Writes what the agent is given to read, with mode 0600 and never on a command line, where every process of the machine
 * could read it: one settings file, which beats those of the user and of the checkout (seen with 2.1.330), and the MCP servers.
 */
async function writeRunFiles(agent, { directory, variables }, files) {
    const settings = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'run-settings.json');
    const mcpConfig = agent.mcpConfig === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'run-mcp.json');
    await files.write(settings, JSON.stringify(runSettings(agent, variables)));
    if (mcpConfig !== undefined)
        await files.write(mcpConfig, JSON.stringify(agent.mcpConfig?.json));
    return { settings, mcpConfig, environment: withoutProof(variables) };
}
/** Removes them: nothing reads them after the run. */
async function removeRunFiles(directory, files) {
    await Promise.all(['run-settings.json', 'run-mcp.json'].map((name) => files.remove((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, name))));
}
/**
 * The user's settings with the action's own over them. Rules are here and not in flags, since Claude Code splits the values of
 * those once more and reads `Bash(echo (a), Bash, b)` as a rule for all of Bash (seen with 2.1.330).
 */
function runSettings(agent, variables) {
    const { json, checkoutEnvironment } = agent.settings;
    const own = Object.entries(variables).filter(([name]) => (0,_variable_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isActionsOwn */ .Ke)(name));
    const unset = Object.keys(checkoutEnvironment).filter(_variable_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isActionsOwn */ .Ke);
    const theirs = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(json.env) ? json.env : {};
    const permissions = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(json.permissions) ? json.permissions : {};
    return {
        ...json,
        permissions: {
            ...permissions,
            allow: [...listOf(permissions.allow), ...agent.allowedTools],
            deny: [...listOf(permissions.deny), ...agent.disallowedTools],
        },
        env: {
            ...theirs,
            ...noProxy([variables, checkoutEnvironment, theirs]),
            ...Object.fromEntries([...unset.map((name) => [name, '']), ...own]),
        },
    };
}
const listOf = (value) => (Array.isArray(value) ? value : []);
/** No proxy may be asked for the gateway at 127.0.0.1, nor one that a file names later: Claude Code reads its settings again. */
function noProxy(sources) {
    const valuesOf = (pattern) => sources.flatMap((source) => Object.entries(source).flatMap(([name, value]) => (pattern.test(name) ? [value] : [])));
    if (!sources.some(isGateway) && valuesOf(/^(https?|all)_proxy$/i).length === 0)
        return {};
    const hosts = valuesOf(/^no_proxy$/i).flatMap((list) => (typeof list === 'string' ? list.split(',') : []));
    const list = [...new Set([...hosts.map((host) => host.trim()), '127.0.0.1'])].filter(Boolean).join(',');
    return { NO_PROXY: list, no_proxy: list };
}
const isGateway = (variables) => variables.CLAUDE_CODE_SKIP_BEDROCK_AUTH !== undefined;
/** What the gateway must see, or how to reach Bedrock, is in the settings file alone: where that is dropped, deny rules too, no call succeeds. */
function withoutProof(variables) {
    const proof = isGateway(variables) ? 'ANTHROPIC_CUSTOM_HEADERS' : 'CLAUDE_CODE_USE_BEDROCK';
    return Object.fromEntries(Object.entries(variables).filter(([name]) => name !== proof));
}
/** Puts the transcript of the session to continue where Claude Code looks for it; does nothing without one. */
async function restoreSession({ resume, workingDirectory }, configDirectory, files) {
    if (resume === undefined)
        return;
    // `-home-me-some-repo` for `/home/me/some_repo`; 2.1.330 also takes a session from any other project's folder (both measured).
    const project = workingDirectory.replace(/[^A-Za-z0-9]/g, '-');
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(configDirectory, 'projects', project, `${resume.id}.jsonl`);
    await files.remove(path);
    const copy = await files.append(path);
    try {
        for await (const line of (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .linesOf */ .Dx)(files.chunks(resume.path)))
            if (!isCost(line))
                await copy.write([`${line}\n`]);
    }
    finally {
        await copy.close();
    }
}
/** With these lines Claude Code adds what the session cost before to what it reports of this run (2.1.330). */
const isCost = (line) => line.includes('cost-state') && (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .stringOf */ .Je)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(line), 'type') === 'cost-state';


/***/ }),

/***/ 57482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LI: () => (/* binding */ explainDenial),
/* harmony export */   a8: () => (/* binding */ recordDenials),
/* harmony export */   hb: () => (/* binding */ denyRulesOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16413);
/* harmony import */ var _permission_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33394);


/** Keeps the calls that were not allowed: as events have them, so that a run that was killed has them too, and as the result has them. */
function recordDenials() {
    const calls = new Map();
    const denials = new Map();
    function refuse({ toolUseId, reason, message }) {
        const use = calls.get(toolUseId);
        // The event comes first and says more than what is beside the tool's result.
        if (use === undefined || denials.has(toolUseId))
            return;
        const call = { tool_name: use.name, tool_use_id: toolUseId, tool_input: use.input };
        denials.set(toolUseId, { call, refusal: { reason, message } });
    }
    return {
        add(event) {
            if (event.kind === 'denied')
                refuse(event);
            for (const call of event.kind === 'result' ? event.permissionDenials : [])
                denials.set(call.tool_use_id, { call, refusal: denials.get(call.tool_use_id)?.refusal });
            for (const block of 'blocks' in event ? event.blocks : []) {
                if (block.kind === 'tool-use' && calls.size < CALLS_AT_ONCE)
                    calls.set(block.id, block);
                if (block.kind !== 'tool-result' || event.kind !== 'user')
                    continue;
                const refusal = event.refusals.find(({ toolUseId }) => toolUseId === block.toolUseId);
                // A hook says why only to the model: `PreToolUse:Bash hook error: [command]: read only today`.
                const ofHook = block.text.replace(/^\S+ hook error:\s*/, '').trim();
                if (refusal !== undefined)
                    refuse(refusal.reason === 'hook' ? { ...refusal, message: ofHook } : refusal);
                calls.delete(block.toolUseId);
            }
        },
        list: () => [...denials.values()],
    };
}
/** More than run at once: calls whose results never come must not pile up. */
const CALLS_AT_ONCE = 100;
/** The rules of the inputs that deny; `settings` is the parsed object of that input, if there is one. */
function denyRulesOf(disallowedTools, settings) {
    const listed = ['deny', 'ask'].flatMap((kind) => {
        const rules = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(settings, 'permissions'), kind);
        const texts = Array.isArray(rules) ? rules.filter((rule) => typeof rule === 'string') : [];
        return texts.map((rule) => ({ rule, from: 'settings', kind }));
    });
    return [...disallowedTools.map((rule) => ({ rule, from: 'disallowed-tools', kind: 'deny' })), ...listed];
}
/** Says of each denied call what denied it, and what would allow it; nothing is advised where no rule could help. */
function explainDenial({ refusal, call }, rules, directory) {
    const asks = rules.find((each) => each.kind === 'ask' && matches(each.rule, call));
    const by = deniedBy(refusal, { isProtected: (0,_permission_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .isProtectedFile */ .XO)(call, directory), asks: asks !== undefined });
    if (by === 'deny-rule') {
        const ofTool = rules.filter(({ kind, rule }) => kind === 'deny' && toolMatches(rule, call.tool_name));
        const found = ofTool.find(({ rule }) => matches(rule, call)) ?? (ofTool.length === 1 ? ofTool[0] : undefined);
        return { ...call, denied_by: by, ...named(found) };
    }
    if (by === 'ask-rule')
        return { ...call, denied_by: by, ...named(asks) };
    if (by === 'hook')
        return { ...call, denied_by: by, ...(refusal?.message ? { rule: refusal.message } : {}) };
    if (by !== 'no-rule')
        return { ...call, denied_by: by };
    const { exact: allow, wider } = (0,_permission_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .allowingRules */ .rZ)(call, directory);
    return { ...call, denied_by: by, allow, ...(wider !== undefined && { wider }) };
}
const named = (found) => found && { rule: `${found.rule} (${found.from === 'settings' ? `${found.kind} rule of settings` : found.from})` };
/** Claude Code's words are those of 2.1.330: without a rule that allows a call the reason is the permission mode. */
function deniedBy(refusal, call) {
    const { reason = '', message = '' } = refusal ?? {};
    if (reason === 'rule')
        return 'deny-rule';
    if (reason === 'subcommandResults' && !/requires? approval/.test(message))
        return 'deny-rule';
    if (reason === 'hook')
        return 'hook';
    if (reason === 'classifier')
        return 'auto-mode';
    if (reason === 'mode' && /plan mode/.test(message))
        return 'plan-mode';
    if (reason === 'safetyCheck' || call.isProtected)
        return 'protected-file';
    return call.asks ? 'ask-rule' : 'no-rule';
}
/** Tools that a rule for the first of them covers. */
const COVERED = {
    Edit: ['Edit', 'MultiEdit', 'NotebookEdit', 'Write'],
    Agent: ['Agent', 'Task'],
    Task: ['Agent', 'Task'],
    Bash: ['Bash', 'Monitor'],
    Read: ['Read', 'Grep', 'Glob'],
};
const nameOf = (rule) => /^[^(]*/.exec(rule)?.[0].trim() ?? '';
function toolMatches(rule, tool) {
    const name = nameOf(rule);
    return (name === tool ||
        (COVERED[name]?.includes(tool) ?? false) ||
        (name.startsWith('mcp__') && tool.startsWith(`${name}__`)));
}
/** Whether a rule means a call; as Claude Code reads rules, but for paths only roughly. */
function matches(rule, { tool_name: tool, tool_input: input }) {
    const content = /^[^(]*\((.*)\)$/s.exec(rule.trim())?.[1];
    if (!toolMatches(rule, tool))
        return false;
    if (content === undefined || content === '' || content === '*')
        return true;
    const command = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .stringOf */ .Je)(input, 'command');
    if (command !== undefined) {
        const parts = [command, ...((0,_permission_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .splitShellCommand */ .u8)(command)?.parts ?? command.split(/&&|\|\||[;|\n]/))];
        return parts.some((part) => commandPattern(content).test(part.trim()));
    }
    const url = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .stringOf */ .Je)(input, 'url');
    if (url !== undefined)
        return content === `domain:${URL.parse(url)?.hostname ?? ''}`;
    const path = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .stringOf */ .Je)(input, 'file_path') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .stringOf */ .Je)(input, 'notebook_path');
    if (path !== undefined)
        return pathPattern(content).test(path);
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(input) && Object.values(input).includes(content);
}
const escaped = (text) => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
function commandPattern(content) {
    const prefix = content.endsWith(':*') ? content.slice(0, -2) : undefined;
    if (prefix !== undefined)
        return new RegExp(`^${escaped(prefix)}(?:\\s|$)`);
    return new RegExp(`^${content.split('*').map(escaped).join('[^]*')}$`);
}
/** The rule's path anywhere at the end of the file's. */
function pathPattern(content) {
    const path = content.replace(/^(?:\/\/|~\/|\.\/|\/)/, '');
    const source = path
        .split('**')
        .map((part) => part.split('*').map(escaped).join('[^/]*'))
        .join('.*');
    return new RegExp(`(?:^|/)${source}(?:/|$)`);
}


/***/ }),

/***/ 58628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ parseEvent)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16413);

/**
 * Parses one line of `stream-json` (field names as 2.1.330 writes them). Never throws: a type or block that this release
 * does not know is `other`, a line that is no JSON object is `raw`, and so is `{"type":"raw","text":...}`.
 */
function parseEvent(line) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(line);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return event('raw', { text: line });
    switch (value.type) {
        case 'system':
            return systemEvent(value);
        case 'assistant':
            return assistantEvent(value);
        case 'user':
            return event('user', {
                blocks: blocksOf(fieldsOf(value.message).content),
                parentToolUseId: parentOf(value),
                /** Why calls were refused, by the tool use's id. */
                refusals: listOf(value.tool_result_meta).flatMap(refusalOf),
            });
        case 'result':
            return resultEvent(value);
        case 'raw':
            return event('raw', { text: words(value.text) });
        default:
            return event('other', { type: text(value.type) });
    }
}
const event = (kind, fields) => ({ kind, ...fields });
function systemEvent(value) {
    const subtype = text(value.subtype);
    switch (subtype) {
        case 'init':
            return event('init', {
                sessionId: text(value.session_id),
                model: text(value.model),
                version: text(value.claude_code_version),
                /** Empty where there are none, and before versions that name them. */
                mcpServers: listOf(value.mcp_servers)
                    .map(fieldsOf)
                    .flatMap(({ name, status }) => (typeof name === 'string' ? { name, status: text(status) ?? 'unknown' } : [])),
            });
        case 'api_retry':
            return event('retry', {
                attempt: count(value.attempt),
                maxRetries: count(value.max_retries),
                delayMs: count(value.retry_delay_ms),
                status: number(value.error_status),
                error: text(value.error),
            });
        case 'hook_started':
            return event('hook-started', { id: words(value.hook_id), name: hookName(value) });
        case 'hook_response':
            return event('hook-ended', {
                id: words(value.hook_id),
                name: hookName(value),
                failed: value.outcome !== 'success',
                exitCode: number(value.exit_code),
                /** What it printed. */
                output: text(value.stderr) || words(value.output),
            });
        case 'background_tasks_changed':
            // Everything that runs in the background from now on.
            return event('background', { tasks: listOf(value.tasks).map(fieldsOf).map(taskOf) });
        case 'task_started':
            // Commands that take some seconds are tasks too, but not in the background: Claude Code waits for them.
            return event(value.is_backgrounded === false ? 'foreground-started' : 'background-started', {
                task: taskOf(value),
            });
        case 'task_notification': {
            // The status is `completed`, `failed` or `stopped`.
            const [id, status, summary] = [words(value.task_id), words(value.status), words(value.summary)];
            return event('background-ended', { id, status, summary });
        }
        case 'permission_denied': {
            const [reason, message] = [words(value.decision_reason_type), words(value.message)];
            return event('denied', { toolUseId: words(value.tool_use_id), reason, message });
        }
        case 'informational':
            // What Claude Code itself has to say; `blocked` when a hook kept the prompt from the model.
            if (value.level === 'warning')
                return event('notice', { text: words(value.content), blocked: value.prevent_continuation === true });
    }
    return event('other', { type: subtype === undefined ? 'system' : `system/${subtype}` });
}
/** The hook's event and what it matched: `PreToolUse:Bash`. */
const hookName = (value) => text(value.hook_name) ?? words(value.hook_event);
function taskOf({ task_id: id, task_type: type, description }) {
    return { id: words(id), type: words(type), description: words(description) };
}
/** Beside a tool's result: whether it was allowed to run, and by what. */
function refusalOf(value) {
    const { id, permission_decision: given } = fieldsOf(value);
    const { decision, reason_type: reason } = fieldsOf(given);
    if (typeof id !== 'string' || decision !== 'reject')
        return [];
    return [{ toolUseId: id, reason: text(reason) ?? '', message: '' }];
}
function assistantEvent(value) {
    const message = fieldsOf(value.message);
    return event('assistant', {
        messageId: text(message.id),
        /** Written by Claude Code itself: the answer of a command of its own, or what it says of a failed call. */
        synthetic: message.model === '<synthetic>',
        blocks: blocksOf(message.content),
        usage: usageOf(message.usage),
        parentToolUseId: parentOf(value),
        /** Claude Code's name for a failed call (`rate_limit`, `authentication_failed`, ...). */
        error: text(value.error),
        /** AWS's request id of the call. */
        requestId: text(value.request_id),
    });
}
function resultEvent(value) {
    return event('result', {
        subtype: text(value.subtype),
        isError: value.is_error === true,
        terminalReason: text(value.terminal_reason),
        apiErrorStatus: number(value.api_error_status),
        result: text(value.result),
        /** What Claude Code says instead of a result when it stopped early. */
        errors: listOf(value.errors).flatMap((error) => text(error) ?? []),
        structuredOutput: value.structured_output,
        sessionId: text(value.session_id),
        totalCostUsd: rounded(number(value.total_cost_usd)),
        usage: wholeUsage(value.modelUsage) ?? usageOf(value.usage),
        permissionDenials: listOf(value.permission_denials).filter(isDenial),
    });
}
const blocksOf = (content) => typeof content === 'string' ? [{ kind: 'text', text: content }] : listOf(content).map(blockOf);
function blockOf(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return { kind: 'other', value };
    const { type, id, name } = value;
    if (type === 'text' && typeof value.text === 'string')
        return { kind: 'text', text: value.text };
    if (type === 'thinking' && typeof value.thinking === 'string')
        return { kind: 'thinking', text: value.thinking };
    if (type === 'tool_use' && typeof id === 'string' && typeof name === 'string')
        return { kind: 'tool-use', id, name, input: value.input };
    if (type === 'tool_result' && typeof value.tool_use_id === 'string') {
        const { tool_use_id: toolUseId, content, is_error: isError } = value;
        return { kind: 'tool-result', toolUseId, text: resultText(content), isError: isError === true };
    }
    return { kind: 'other', value };
}
/** A tool's result is text, or parts of which some are not: an image becomes `[image]`. */
function resultText(content) {
    if (typeof content === 'string')
        return content;
    const parts = listOf(content).map(fieldsOf);
    return parts.map((part) => text(part.text) ?? `[${text(part.type) ?? 'unknown'}]`).join('\n');
}
function usageOf(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return undefined;
    return {
        inputTokens: count(value.input_tokens),
        outputTokens: count(value.output_tokens),
        cacheReadTokens: count(value.cache_read_input_tokens),
        cacheCreationTokens: count(value.cache_creation_input_tokens),
    };
}
/** Over all models: `usage` beside it leaves out subagents, and the call that used up a budget (measured with 2.1.330). */
function wholeUsage(modelUsage) {
    const models = Object.values(fieldsOf(modelUsage)).map(fieldsOf);
    if (models.length === 0)
        return undefined;
    const sum = (name) => models.reduce((total, model) => total + count(model[name]), 0);
    return {
        inputTokens: sum('inputTokens'),
        outputTokens: sum('outputTokens'),
        cacheReadTokens: sum('cacheReadInputTokens'),
        cacheCreationTokens: sum('cacheCreationInputTokens'),
    };
}
const isDenial = (value) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && typeof value.tool_name === 'string' && typeof value.tool_use_id === 'string';
/** The tool call that the message of a subagent belongs to. */
const parentOf = (value) => text(value.parent_tool_use_id);
const fieldsOf = (value) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? value : {});
const listOf = (value) => (Array.isArray(value) ? value : []);
const text = (value) => (typeof value === 'string' ? value : undefined);
const words = (value) => text(value) ?? '';
const number = (value) => (typeof value === 'number' ? value : undefined);
const count = (value) => number(value) ?? 0;
/** To the millionth: sums of fractions end in 0.12362999999999999. */
const rounded = (dollars) => dollars && Math.round(dollars * 1e6) / 1e6;


/***/ }),

/***/ 99338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ fromActionsCache),
/* harmony export */   q: () => (/* binding */ saveClaude)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98111);



/**
 * Puts a tool from the repository's Actions cache into the tool cache, if its executable has the sha256 that this project records for
 * the version, or else the one in the entry's key, which proves it undamaged, but not who saved it. Resolves with its directory, or with
 * the key to save it under later, if this job may. An error is a warning: the registry has the package too.
 */
async function fromActionsCache(tool, platform, world) {
    const { actionsCache, toolCache, runner, log } = world;
    const { version, executable: file } = tool;
    // No version's key begins with that of another, and no platform's either.
    const prefix = `${tool.name}-${platform}-${version}-sha256-`;
    let keyFor;
    try {
        const access = await actionsCache.access();
        if (access === 'none')
            return {};
        const maySave = access === 'write' && !runner.fromFork;
        // An entry cannot be written again: what replaces a refused one has a longer key, and that is asked for first.
        const keys = tool.sha256 === undefined ? [prefix] : [`${prefix}${tool.sha256}.`, `${prefix}${tool.sha256}`];
        const key = await actionsCache.find(keys, file);
        if (maySave)
            keyFor = (sha256) => `${prefix}${sha256}`;
        // The service gives the key of another tool too, where it only begins like this one.
        const rest = key?.startsWith(prefix) === true ? key.slice(prefix.length) : '';
        const sha256 = /^([0-9a-f]{64})(\.[\w-]+)?$/.exec(rest)?.[1];
        if (key === undefined || sha256 === undefined || sha256 !== (tool.sha256 ?? sha256))
            return { keyFor };
        if (maySave)
            keyFor = (digest) => `${prefix}${digest}.${runner.runId}-${runner.runAttempt}`;
        const directory = await toolCache.add({ ...tool, sha256 }, async (draft) => {
            const actual = await actionsCache.restore(key, { directory: draft, file });
            if (actual === sha256)
                return actual;
            const message = `the sha256 of ${file} in ${key} is ${actual}, expected is ${sha256}`;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7({ service: 'Actions cache', operation: 'restore', name: 'IntegrityMismatch', message });
        });
        log.info(`Claude Code ${version} from the Actions cache: ${key}, sha256 checked`);
        return { directory };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7))
            throw error;
        log.warning(`Claude Code ${version} comes from the registry, not from the Actions cache. ${error.service}: ${error.message}.`);
        return { keyFor };
    }
}
/** Saves what main installed for later jobs: only the key is from main, file and digest are the tool cache's. What fails is a warning. */
async function saveClaude(key, world) {
    const { actionsCache, toolCache, runner, log } = world;
    const target = (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .platformPackage */ .UG)(runner);
    const prefix = `claude-code-${target.platform}-`;
    const rest = key.startsWith(prefix) ? key.slice(prefix.length) : '';
    const [, version = '', sha256 = '', suffix = ''] = /^(\d[\w.+-]*)-sha256-([0-9a-f]{64})(.*)$/.exec(rest) ?? [];
    const tool = (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .toolOf */ .wS)(target, version);
    const refuse = (reason) => log.warning(`Claude Code was not saved in the Actions cache. ${reason}.`);
    const isOurs = ['', `.${runner.runId}-${runner.runAttempt}`].includes(suffix) && sha256 === (tool.sha256 ?? sha256);
    if (version === '' || !isOurs) {
        refuse(`${key} is not the key of what this run can have installed`);
        return;
    }
    try {
        const found = await toolCache.find(tool);
        if (found === undefined || 'refused' in found) {
            refuse(found?.refused ?? `Version ${version} is not in the tool cache`);
            return;
        }
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(found.directory, tool.executable);
        // Jobs of a matrix miss it together; and when the client fails, all that main sees is that nothing was found.
        if ((await actionsCache.find([key], tool.executable)) === key)
            return;
        if (await actionsCache.save({ key, path, sha256 }))
            log.info(`Saved in the Actions cache: ${key}`);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ServiceError */ ._7))
            throw error;
        refuse(error.message);
    }
}


/***/ }),

/***/ 33394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ allowingYaml),
/* harmony export */   XO: () => (/* binding */ isProtectedFile),
/* harmony export */   iZ: () => (/* binding */ denialReason),
/* harmony export */   rZ: () => (/* binding */ allowingRules),
/* harmony export */   u8: () => (/* binding */ splitShellCommand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16413);


/**
 * The rules for a call (https://code.claude.com/docs/en/permissions#permission-rule-syntax; each form tried with 2.1.330).
 * `directory` is the folder that Claude Code works in. A bare `Bash` is never among them.
 */
function allowingRules(call, directory) {
    const { tool_name: tool, tool_input: input } = call;
    // A monitor runs a command, for which the rules of Bash count.
    if (tool === 'Bash' || tool === 'Monitor')
        return commandRules((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .stringOf */ .Je)(input, 'command') ?? '', directory);
    if (tool === 'Read')
        return { exact: fileRules('Read', (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .stringOf */ .Je)(input, 'file_path'), directory), wider: undefined };
    if (EDITORS.has(tool)) {
        const exact = fileRules('Edit', editedPath(call), directory);
        // A rule for the tool as a whole covers the folder only.
        return { exact, wider: exact[0]?.startsWith('Edit(//') === false ? tool : undefined };
    }
    if (tool === 'WebFetch') {
        const host = URL.parse((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .stringOf */ .Je)(input, 'url') ?? '')?.hostname ?? '';
        return { exact: /^[\w.-]+$/.test(host) ? [`WebFetch(domain:${host})`] : [], wider: undefined };
    }
    return { exact: RUNS_ANYTHING.has(tool) || !/^[\w-]+$/.test(tool) ? [] : [tool], wider: undefined };
}
const EDITORS = new Set(['Edit', 'MultiEdit', 'NotebookEdit', 'Write']);
/** The file that a call would change; undefined for tools that change none. */
const editedPath = ({ tool_name: tool, tool_input: input }) => EDITORS.has(tool) ? ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .stringOf */ .Je)(input, 'file_path') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .stringOf */ .Je)(input, 'notebook_path')) : undefined;
/** Without a rule that names what they run, they run anything. */
const RUNS_ANYTHING = new Set(['BashOutput', 'PowerShell', 'REPL', 'Workflow']);
function commandRules(command, directory) {
    const wider = widerRule(command);
    const split = splitShellCommand(command);
    if (split === undefined || /[()]/.test(split.text))
        return { exact: [], wider };
    const { parts, writes, isChain } = split;
    const files = writes.flatMap((path) => fileRules('Edit', path, directory));
    const commands = isChain ? [split.text] : parts.filter((part) => !/^cd [\w.-]/.test(part));
    // As one rule a chain may even leave the folder; its parts may not, nor a command alone.
    const mayLeave = isChain && parts.length > 1;
    const isExact = commands.every((part) => !SAYS_OTHER.test(part) && (mayLeave || staysInside(part)));
    if (!isExact || files.length < writes.length)
        return { exact: [], wider };
    return { exact: [...new Set([...commands.map((part) => `Bash(${part})`), ...files])], wider };
}
/** In a rule `*` is any text, even in quotes, and two backslashes are one (2.1.332); an input's rule has no line break, and none ends in `:`. */
const SAYS_OTHER = /[*\r\n]|\\\\|:$/;
/** Of these programs Claude Code looks at the paths too: outside its folder no rule for the command is enough. */
const READS_PATHS = /^(?:awk|base64|cat|cd|column|cp|cut|diff|file|find|grep|head|hexdump|jq|ls|md5sum|mkdir|mv|nl|od|paste|rg|rm|rmdir|sed|sha\d+sum|sort|stat|strings|tail|tee|touch|tr|uniq|wc)\s/;
const staysInside = (command) => !READS_PATHS.test(command) || !/\s["']?(?:[/~$]|\S*\.\.(?:[/\s]|$))/.test(command);
/** `Bash(git push:*)` for `git push origin main`; never for a program that runs others. */
function widerRule(command) {
    const split = splitShellCommand(command);
    const { parts, writes } = split ?? {
        parts: HEREDOC_ARGUMENT.test(command.trim()) ? [command.trim()] : [],
        writes: [],
    };
    const [text = ''] = parts;
    if (parts.length !== 1 || writes.length > 0)
        return undefined;
    const [program = '', verb = ''] = text.split(/\s+/);
    if (!/^[\w./-]+$/.test(program) || NEVER_WIDER.test(program.slice(program.lastIndexOf('/') + 1)))
        return undefined;
    // A rule with `:*` does not cover what a variable may hold.
    if (!staysInside(text) || /\$\w/.test(text))
        return undefined;
    return /^[a-z][a-z-]*$/.test(verb) ? `Bash(${program} ${verb}:*)` : `Bash(${program}:*)`;
}
/** `git commit -m "$(cat <<'EOF' ... EOF )"`: one argument of many lines, as Claude writes messages. */
const HEREDOC_ARGUMENT = /^[\w./ -]+ "\$\(cat <<'(\w+)'\n[^]*\n\1\n\s*\)"$/;
/** They run any program or change any file, so that no rule with `:*` is narrow. */
const NEVER_WIDER = /^(?:\.|(?:ba|da|z|k|fi)?sh|bunx?|command|deno|docker|doas|env|eval|exec|find|make|nice|node|nohup|npx|parallel|perl|php|python[\d.]*|ruby|setsid|source|ssh|sudo|su|tclsh|time|timeout|touch|watch|xargs|[gm]?awk|sed|tee|rm|mv|cp|chmod|chown|ln|dd|curl|wget|pnpx|uvx?)$/;
function fileRules(tool, path, directory) {
    if (path === undefined || path === '' || /[*?[\](){},\n#]/.test(path) || path.startsWith('~'))
        return [];
    const inside = insideOf(path, directory);
    const whole = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.normalize)(path) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory ?? '.', path);
    if (tool === 'Edit' && isProtected(inside))
        return [];
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(inside) && !inside.startsWith('..'))
        return [`${tool}(${inside})`];
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(whole) ? [`${tool}(/${whole})`] : [];
}
/** The path as seen from the folder, where that is known. */
function insideOf(path, directory) {
    if (directory === undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.normalize)(path);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(directory, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, path));
}
/** Files that Claude Code lets nobody but a person change, whatever the rules (2.1.330). */
const PROTECTED = /\/(?:\.git|\.claude|\.vscode|\.idea|\.husky)\/|\/\.(?:gitconfig|gitmodules|bashrc|bash_profile|zshrc|zprofile|profile|ripgreprc|mcp\.json|claude\.json)$/;
const isProtected = (path) => PROTECTED.test(`/${path.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/')}`);
/** Whether a call would change such a file. */
function isProtectedFile(call, directory) {
    const path = editedPath(call);
    return path !== undefined && isProtected(insideOf(path, directory));
}
/** YAML that would allow denied calls, beside the rules that are there; undefined when there is no such rule. */
function allowingYaml(denials) {
    const rules = [...new Set(denials.flatMap((denial) => advised(denial).exact))].slice(0, MOST_RULES);
    return rules.length === 0 ? undefined : ['allowed-tools: |', ...rules.map((rule) => `  ${rule}`)].join('\n');
}
const MOST_RULES = 50;
/** The rules beside a denial; of a run that was killed none do. */
const advised = (denial) => denial.denied_by === undefined ? allowingRules(denial) : { exact: denial.allow ?? [], wider: denial.wider };
/** Why a call was denied and what would allow it, on one line; `shown` is how rules, and what a hook said, are written. */
function denialReason(denial, shown = (rule) => rule) {
    const { denied_by: by, rule } = denial;
    const named = rule === undefined ? undefined : shown(rule);
    switch (by) {
        case 'deny-rule':
            return `denied by ${named ?? 'a deny rule of the settings'}; no rule of allowed-tools can change that`;
        case 'ask-rule':
            return `${named ?? 'an ask rule'} asks a person, and there is none; no rule of allowed-tools can change that`;
        case 'hook':
            return `denied by a hook${named === undefined ? '' : `: ${named}`}`;
        case 'plan-mode':
            return 'not possible with permission-mode: plan';
        case 'protected-file':
            return 'Claude Code lets only a person change this file';
        case 'auto-mode':
            return 'denied by permission-mode: auto';
        default: {
            const { exact, wider } = advised(denial);
            const more = wider === undefined ? '' : `; ${shown(wider)} would allow much more`;
            return exact.length > 0 ? `${exact.map(shown).join(', ')} would allow it${more}` : `no narrow rule exists${more}`;
        }
    }
}
/**
 * Splits a command line at `&&`, `||`, `;`, `|` and line breaks outside quotes. Undefined where it is more than plain commands:
 * substitutions, here-documents, subshells, globs, control structures, commands in the background, unfinished quotes. `writes` are
 * the targets of redirections; `isChain` says whether it is one line of commands joined by `&&`, `||` and `;` only.
 */
function splitShellCommand(line) {
    const text = line.trim().replace(/\s*;$/, '');
    const parts = [];
    const writes = [];
    let isChain = true;
    let part = '';
    const endPart = () => {
        const command = part.trim();
        if (command !== '' && !command.startsWith('#'))
            parts.push(command);
        part = '';
    };
    for (let at = 0; at < text.length;) {
        const rest = text.slice(at);
        const quoted = QUOTED.exec(rest)?.[0];
        const operator = OPERATOR.exec(rest)?.[0];
        const redirection = REDIRECTION.exec(rest);
        if (quoted !== undefined) {
            part += quoted;
            at += quoted.length;
        }
        else if (/^\s#/.test(rest) || (part.trim() === '' && rest.startsWith('#'))) {
            // A comment: to the end of the line.
            at += /^[^\n]*/.exec(rest)?.[0].length ?? 0;
            isChain = false;
        }
        else if (redirection !== null && /(^|\s)\d*$|&$/.test(part + (redirection[1] ?? ''))) {
            const target = redirection[2] ?? '';
            if (!target.startsWith('&') && target !== '/dev/null')
                writes.push(target);
            at += redirection[0].length;
            isChain = false;
        }
        else if (operator !== undefined) {
            if (operator === '|' || operator === '\n')
                isChain = false;
            endPart();
            at += operator.length;
        }
        else if (SPECIAL.test(rest)) {
            return undefined;
        }
        else {
            part += text.charAt(at);
            at += 1;
        }
    }
    endPart();
    if (parts.length === 0 || parts.some((command) => KEYWORD.test(command)))
        return undefined;
    return { text, parts, writes, isChain };
}
/** Single quotes; double quotes without substitutions; an escaped character. */
const QUOTED = /^(?:'[^']*'|"(?:[^"\\$`]|\\[^]|\$(?![({]))*"|\\[^\n])/;
const OPERATOR = /^(?:&&|\|\||;|\||\n)/;
/** `2>&1`, `> out.txt`, `>> log`, `&> /dev/null`; the target is a word without quotes. */
const REDIRECTION = /^(\d*|&)>{1,2}\s*(&\d|[\w./@%+=:,-]+)/;
/** Everything else that means something to the shell, and quotes that do not end. */
const SPECIAL = /^(?:\$[({]|[`'"<>&(){}*?[\]\\])/;
const KEYWORD = /^(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|function|select|coproc|test|!|\[)(?:\s|$)/;


/***/ }),

/***/ 98111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UG: () => (/* binding */ platformPackage),
/* harmony export */   X2: () => (/* binding */ checkExecutable),
/* harmony export */   wS: () => (/* binding */ toolOf)
/* harmony export */ });
/* unused harmony export PLATFORMS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7739);


/** The platforms Claude Code is published for, one npm package each (seen on npm for 2.1.330). */
const PLATFORMS = [
    'linux-x64',
    'linux-arm64',
    'linux-x64-musl',
    'linux-arm64-musl',
    'darwin-x64',
    'darwin-arm64',
    'win32-x64',
    'win32-arm64',
];
/** The package for this machine; throws `platform-unsupported` where there is none. */
function platformPackage(machine) {
    const arch = machine.platform === 'linux' && machine.musl ? `${machine.arch}-musl` : machine.arch;
    const wanted = `${machine.platform}-${arch}`;
    const platform = PLATFORMS.find((name) => name === wanted);
    if (platform === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('platform-unsupported', {
            message: `Claude Code is not published for ${wanted}. It is for: ${PLATFORMS.join(', ')}.`,
            fix: [
                'Use a runner of one of these platforms, for example:',
                (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)('runs-on: ubuntu-latest'),
                'Or name an executable that is already there with `claude-code-path`.',
            ],
        });
    const executable = machine.platform === 'win32' ? 'claude.exe' : 'claude';
    return { platform, name: `@anthropic-ai/claude-code-${platform}`, executable, arch };
}
/** A version of Claude Code in the tool cache, with the digests that this project records for the version it was tested with. */
function toolOf({ platform, arch, executable }, version) {
    const { integrity, sha256 } = version === _release_js__WEBPACK_IMPORTED_MODULE_1__/* .RELEASE */ .g.version ? _release_js__WEBPACK_IMPORTED_MODULE_1__/* .RELEASE */ .g : {};
    const digests = { integrity: integrity?.[platform], sha256: sha256?.[platform] };
    return { name: 'claude-code', version, arch, executable, ...digests };
}
/** Throws, with the reason, where the system would not start the program: its crash would name something else. `from` is its source. */
async function checkExecutable(path, from, { files, runner }) {
    const refuse = (problem, fix = WHERE_IT_IS) => {
        const code = from === 'tool cache' ? 'platform-unsupported' : 'input-invalid';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(code, { message: `${from}: ${path} cannot be started: ${problem}`, fix });
    };
    const kind = await files.kind(path);
    if (kind !== 'file')
        return refuse(kind === undefined ? 'there is no such file.' : 'it is a folder.');
    const execution = await files.execution(path);
    if (execution === 'no-x-bit')
        return refuse('its mode does not allow anybody to execute it.', 'Make it executable in a step before: `chmod +x` it.');
    if (execution === 'refused')
        return refuse('the system refuses to execute it, though its mode allows it: its file system is mounted `noexec`, or this user has no permission.', from === 'tool cache'
            ? ELSEWHERE
            : 'Copy it to a file system that is not mounted `noexec`, or let the user of the runner execute it.');
    const header = await headerOf(path, files);
    const built = builtFor(header);
    const here = `${runner.platform}-${runner.arch}`;
    if (built !== undefined && !built.includes(here))
        return refuse(`it is a program for ${built[0] ?? 'another machine'}, and this machine is ${here}.`);
    const loader = loaderOf(header);
    if (loader !== undefined && (await files.kind(loader)) === undefined)
        return refuse(`it needs ${loader}, which this machine does not have: it is built for another C library.`);
}
const WHERE_IT_IS = 'Give the absolute path of a Claude Code that is built for this machine, or leave `claude-code-path` out to have it installed.';
const ELSEWHERE = [
    'Set RUNNER_TOOL_CACHE, for the runner, to a directory of a file system that is not mounted `noexec`. Or keep it out of the tool cache:',
    (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)('cache: "false"'),
];
/** Enough for the header of a program and the table behind it. */
const HEADER_BYTES = 4096;
async function headerOf(path, files) {
    for await (const chunk of files.chunks(path))
        return new DataView(chunk.buffer, chunk.byteOffset, Math.min(chunk.byteLength, HEADER_BYTES));
    return new DataView(new ArrayBuffer(0));
}
const ELF = 0x7f454c46;
/** Processors by their number in an ELF header (https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html). */
const PROCESSORS = { 3: 'ia32', 40: 'arm', 62: 'x64', 183: 'arm64', 243: 'riscv64' };
/** The systems that a program is for, by its first bytes; undefined for a script, or what is not known. */
function builtFor(header) {
    if (header.byteLength < 20)
        return undefined;
    const magic = header.getUint32(0);
    if (magic === ELF) {
        const isLittleEndian = header.getUint8(5) === 1;
        const processor = header.getUint16(18, isLittleEndian);
        return [`linux-${PROCESSORS[processor] ?? `processor ${processor}`}`];
    }
    // Macs with Apple's processors run both.
    if (magic === 0xcffaedfe || magic === 0xcafebabe)
        return ['darwin-arm64', 'darwin-x64'];
    if (magic >>> 16 === 0x4d5a)
        return ['win32-x64', 'win32-arm64'];
    return undefined;
}
/** The program that loads a 64-bit ELF program's libraries, such as `/lib/ld-musl-x86_64.so.1`; undefined where none does. */
function loaderOf(header) {
    const is64Bit = header.byteLength >= 64 && header.getUint32(0) === ELF && header.getUint8(4) === 2;
    if (!is64Bit || header.getUint8(5) !== 1)
        return undefined;
    const table = Number(header.getBigUint64(32, true));
    const [size, count] = [header.getUint16(54, true), header.getUint16(56, true)];
    for (let entry = table; entry < table + size * count && entry + 40 <= header.byteLength; entry += size) {
        if (header.getUint32(entry, true) !== PT_INTERP)
            continue;
        const start = Number(header.getBigUint64(entry + 8, true));
        const end = start + Number(header.getBigUint64(entry + 32, true));
        if (end > header.byteLength)
            return undefined;
        const name = new Uint8Array(header.buffer, header.byteOffset + start, end - start - 1);
        return new TextDecoder().decode(name);
    }
    return undefined;
}
const PT_INTERP = 3;


/***/ }),

/***/ 7739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ RELEASE)
/* harmony export */ });
/**
 * The Claude Code this release is tested with: its version, the sha512 of each platform's npm tarball (`npm view`) and the
 * sha256 of the executable inside. `npx node scripts/releases.ts` writes all but the models, which a test with the real program holds.
 */
const RELEASE = {
    version: '2.1.332',
    integrity: {
        'linux-x64': 'sha512-f4JWhzwYutJIHScC7/dYOPX6s28tt7ZADhsOi8zwOHq5fFPEuUeChh2NMfinSg0GrUckYxaeebC4h0DqiKzLcw==',
        'linux-arm64': 'sha512-BlHNEtK38KBPWU31F4lUSS9sHclCyfWbThT1CErvxxH8+XcljYLZlQwdyXBkTD62rw1TgfE1u1a+quMWS0NSJg==',
        'linux-x64-musl': 'sha512-QoQzwipnqRAdBKDAJNJ2Qvl37G6x8nCugfOQa+nuMcGIRgGEOLeWoq3pTLMQRScL37estAQBGH9ygR3WFVbIfw==',
        'linux-arm64-musl': 'sha512-jdjkkJLfAQ9M1HbT05tZHQpGNZUEPUebYwW/xpiMypZddB0lNlHlB9mXfOVV/UUPO0JCghj1NSQjxhhJc4L4CA==',
        'darwin-x64': 'sha512-i0GV2ejBOeHMXs+XPCd1IaJj1GV3VdZl8hiQD6hLMR/N7f4Nt8q4Edj1GYJCKXPLJa/zsE9Uv6r9rZ/ldVFQPQ==',
        'darwin-arm64': 'sha512-L/F5mypyB7SK59cesiAqGv1bVNd+8xTn0LF5kV6EGL6UMhofVJMFlokhDRoxNzANNC5i/5JdzfJyDOKUbZObiA==',
        'win32-x64': 'sha512-BqPm3Fqw8LqRooC8QZUVAfaepl+jNb7JV1yp1atCyoU6kpm1CZ7z/6+IUHsrD8ljq/K2yb13obMw0mo3BA5dzw==',
        'win32-arm64': 'sha512-rd2vER0bvylh1FHmXH/xC0SjoSF6RCsP+ezmDPR6qJLn+Mm4qfmBNC2JYfAH6KmrYq6u0O8m8YL/R95yAMgNvA==',
    },
    sha256: {
        'linux-x64': 'a2df1f41bb00250992926420d0063f89b127cb81abdd284dbefb80c50ff1d026',
        'linux-arm64': '50c305fcb8912851ce774429131d94ed6f84edbe3d8d0ed7a59dade5d893acc0',
        'linux-x64-musl': '81f466623d672aed9504ad29b8bb2f240b24f3cc05c255054649250720a1900f',
        'linux-arm64-musl': '122dd3751257a9e769d8c08b19d16e45f3e86c43a09e18d7182fc01c81143246',
        'darwin-x64': '3ceb285194091d45b150561ac5d58ab5a58cddcdc6d086f883039a652c037cfa',
        'darwin-arm64': '5b8214f8f082f3187420b27b4063b9b4f4d9412cd66ea436d6d1966ad582700f',
        'win32-x64': 'e6652f9170a07df45f1db3e0520f1df0f7b385181ff74f70f49398a67b5fd320',
        'win32-arm64': '3e5f5a60279364592f2be7b35a7812f8474e5c8ac809203ceb0a4b12bcd02f32',
    },
    /** What the names `opus`, `sonnet`, `haiku` and `fable` mean on Bedrock; without a model it is `opus`. */
    defaultModels: {
        opus: 'anthropic.claude-opus-5-5',
        sonnet: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
        haiku: 'anthropic.claude-haiku-4-5-20251001-v1:0',
        fable: 'anthropic.claude-fable-5-2',
    },
    /** The model that permission mode `auto` asks about a tool call, by Claude Code's name of it. */
    classifierModel: 'claude-sonnet-5',
};


/***/ }),

/***/ 89699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ retryReason),
/* harmony export */   S: () => (/* binding */ startStatistics)
/* harmony export */ });
/* harmony import */ var _denials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57482);

/** Adds up events as they come. Memory stays bounded, however many messages come. */
function startStatistics() {
    const recent = new Map();
    const tools = new Map();
    const reasons = new Map();
    const denials = (0,_denials_js__WEBPACK_IMPORTED_MODULE_0__/* .recordDenials */ .a8)();
    const subagents = countSubagents();
    let usageBefore = NO_USAGE;
    let messages = 0;
    let turns = 0;
    let facts = {
        ...{ sessionId: undefined, model: undefined, claudeCodeVersion: undefined, mcpServers: [] },
        ...{ retries: 0, retrying: undefined, result: undefined, lastText: undefined },
    };
    function addMessage(event) {
        // What Claude Code itself says, of a call that failed or of a command of its own, is no message of the model.
        if (event.error !== undefined)
            facts = { ...facts, failedRequestId: event.requestId };
        if (event.error !== undefined || event.synthetic)
            return;
        // Each block of a message is an event with the message's id, and a usage that can only have grown since.
        facts = { ...facts, retrying: undefined };
        const id = event.messageId ?? `without id ${messages}`;
        const isMain = event.parentToolUseId === undefined;
        if (!recent.has(id)) {
            messages += 1;
            if (isMain)
                turns += 1;
        }
        recent.set(id, event.usage ?? recent.get(id) ?? NO_USAGE);
        const [oldest] = recent;
        if (oldest !== undefined && recent.size > MESSAGES_AT_ONCE) {
            usageBefore = sumOf(usageBefore, oldest[1]);
            recent.delete(oldest[0]);
        }
        for (const block of event.blocks)
            if (block.kind === 'tool-use')
                count(tools, block.name);
        const text = isMain ? event.blocks.findLast((block) => block.kind === 'text') : undefined;
        if (text !== undefined)
            facts = { ...facts, lastText: text.text };
    }
    return {
        add(event) {
            denials.add(event);
            subagents.add(event);
            switch (event.kind) {
                case 'assistant':
                    addMessage(event);
                    break;
                case 'retry':
                    facts = { ...facts, retries: facts.retries + 1, retrying: { status: event.status, error: event.error } };
                    count(reasons, retryReason(event) || 'no reason given');
                    break;
                case 'result':
                    facts = { ...facts, result: afterEarlier(event, facts.result) };
                    break;
                case 'notice':
                    if (event.blocked)
                        facts = { ...facts, blocked: event.text };
                    break;
                case 'init': {
                    const { sessionId, model, version: claudeCodeVersion, mcpServers } = event;
                    facts = { ...facts, sessionId, model, claudeCodeVersion, mcpServers };
                }
            }
        },
        turns: () => turns,
        current: () => ({
            ...facts,
            turns,
            usage: [...recent.values()].reduce(sumOf, usageBefore),
            tools: Object.fromEntries(tools),
            retryReasons: Object.fromEntries(reasons),
            denials: denials.list(),
            subagents: subagents.counts(),
        }),
    };
}
/**
 * Claude Code reports each time it has come to rest: at first, and again whenever a subagent in the background has ended,
 * then often with nothing said, or with words beside the structured result it gave before (measured with 2.1.330). Text and
 * structured result are those of one report; costs and usage are of all until then.
 */
function afterEarlier(latest, earlier) {
    if (earlier === undefined || earlier.isError || latest.isError || isGiven(latest.structuredOutput))
        return latest;
    const isKept = isGiven(earlier.structuredOutput) || !latest.result;
    const { result, structuredOutput } = isKept ? earlier : latest;
    return { ...latest, result, structuredOutput };
}
const isGiven = (output) => output !== undefined && output !== null;
/** Counts subagents by the events on tasks (2.1.330): only the first says what they were, and only the last, which counts, how they ended. */
function countSubagents() {
    const tasks = new Map();
    const failed = new Map();
    let started = 0;
    return {
        add(event) {
            if (event.kind === 'background-started' || event.kind === 'foreground-started') {
                const { id, type, description } = event.task;
                if (type !== 'local_agent' || tasks.has(id))
                    return;
                started += 1;
                if (tasks.size < MESSAGES_AT_ONCE)
                    tasks.set(id, description);
            }
            if (event.kind !== 'background-ended')
                return;
            const description = tasks.get(event.id);
            if (description === undefined)
                return;
            failed.delete(event.id);
            if (event.status === 'failed')
                failed.set(event.id, { description, reason: event.summary });
        },
        counts: () => (started === 0 ? undefined : { started, failed: [...failed.values()] }),
    };
}
/** Messages of the main agent and its subagents that may come mixed: far fewer than these. */
const MESSAGES_AT_ONCE = 1_000;
/** Names that are counted one by one: what a model calls a tool is its own word. */
const MOST_NAMES = 200;
function count(counts, name) {
    const counted = counts.has(name) || counts.size < MOST_NAMES ? name : 'others';
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
}
const NO_USAGE = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheCreationTokens: 0 };
const sumOf = (a, b) => ({
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
    cacheCreationTokens: a.cacheCreationTokens + b.cacheCreationTokens,
});
/** Why a call of the model is made again, in Claude Code's words: `429 rate_limit`; empty when it gives no reason. */
function retryReason({ status, error }) {
    return [status, error].filter((part) => part !== undefined).join(' ');
}


/***/ }),

/***/ 17489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vs: () => (/* binding */ usesFips),
/* harmony export */   a4: () => (/* binding */ dnsSuffixOf),
/* harmony export */   iQ: () => (/* binding */ partitionOf),
/* harmony export */   s6: () => (/* binding */ requireFipsEndpoints)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * How regions outside of the partition `aws` begin, their partition, and what the host names of their services end in, as the AWS
 * SDK has it (`partitions.js` of `@aws-sdk/core`, 3.1164.0).
 */
const PARTITIONS = [
    ['cn-', 'aws-cn', 'amazonaws.com.cn'],
    ['us-gov-', 'aws-us-gov', 'amazonaws.com'],
    ['us-iso-', 'aws-iso', 'c2s.ic.gov'],
    ['us-isob-', 'aws-iso-b', 'sc2s.sgov.gov'],
    ['eu-isoe-', 'aws-iso-e', 'cloud.adc-e.uk'],
    ['us-isof-', 'aws-iso-f', 'csp.hci.ic.gov'],
    ['eusc-', 'aws-eusc', 'amazonaws.eu'],
];
const find = (region) => PARTITIONS.find(([start]) => region.startsWith(start));
/** The partition of a region, as ARNs name it: `aws-cn` for `cn-north-1`. */
const partitionOf = (region) => find(region)?.[1] ?? 'aws';
/** What the host names of a region's services end in, without a leading dot. */
const dnsSuffixOf = (region) => find(region)?.[2] ?? 'amazonaws.com';
/**
 * Regions in which Amazon Bedrock has FIPS endpoints: those of botocore 1.44.8, and us-west-1 of
 * https://docs.aws.amazon.com/general/latest/gr/bedrock.html (November 2026).
 */
const BEDROCK_FIPS_REGIONS = [
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'ca-central-1',
    'us-gov-east-1',
    'us-gov-west-1',
];
/** Regions in which AWS STS has FIPS endpoints (botocore 1.44.8). */
const STS_FIPS_REGIONS = BEDROCK_FIPS_REGIONS.filter((region) => region !== 'ca-central-1');
/** Whether the job asks for FIPS endpoints, by the variable of the AWS SDKs. */
const usesFips = (env) => env.AWS_USE_FIPS_ENDPOINT?.trim().toLowerCase() === 'true';
/**
 * Throws a Failure when AWS_USE_FIPS_ENDPOINT asks for an endpoint that AWS does not have: of Bedrock in these regions, and of STS in
 * one (undefined where no call goes there). Addresses of the user's own are used as they are.
 */
function requireFipsEndpoints({ bedrockRegions, stsRegion }, env) {
    if (!usesFips(env))
        return;
    const lacking = bedrockRegions.find((region) => !BEDROCK_FIPS_REGIONS.includes(region));
    if (lacking !== undefined && !env.ANTHROPIC_BEDROCK_BASE_URL && !env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('region-unsupported', {
            message: noEndpoint('Amazon Bedrock', lacking, BEDROCK_FIPS_REGIONS),
            fix: [
                'Choose one of these regions, or remove AWS_USE_FIPS_ENDPOINT from the environment of the job:',
                (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)('with:\n  aws-region: us-east-1'),
            ],
        });
    if (stsRegion !== undefined && !STS_FIPS_REGIONS.includes(stsRegion) && !env.AWS_ENDPOINT_URL_STS)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('region-unsupported', {
            message: noEndpoint('AWS STS', stsRegion, STS_FIPS_REGIONS),
            fix: [
                'Name the FIPS endpoint of another region:',
                (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)('env:\n  AWS_ENDPOINT_URL_STS: https://sts-fips.us-east-1.amazonaws.com'),
            ],
        });
}
const noEndpoint = (service, region, regions) => `AWS_USE_FIPS_ENDPOINT is true, and ${service} has no FIPS endpoint in ${region}. It has them in ${regions.join(', ')}.`;


/***/ }),

/***/ 39059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D5: () => (/* binding */ asTitle),
/* harmony export */   F6: () => (/* binding */ fixMarkdown),
/* harmony export */   Hl: () => (/* binding */ inputLine),
/* harmony export */   Il: () => (/* binding */ findRule),
/* harmony export */   UW: () => (/* binding */ explainError),
/* harmony export */   VA: () => (/* binding */ THROTTLING_NAMES),
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   aO: () => (/* binding */ ASSUME_ROLE),
/* harmony export */   cT: () => (/* binding */ FAULT_NAMES),
/* harmony export */   r3: () => (/* binding */ isRetryable)
/* harmony export */ });
/* unused harmony exports LONGEST_TITLE, failureTitle */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45162);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68804);



/**
 * The rule that an error falls under: one that knows its words goes before one that knows its name, that before one that
 * knows its status; of equals the first counts.
 */
function findRule(error, rules, context) {
    let found;
    let rank = NO_MATCH;
    for (const rule of rules) {
        const best = Math.max(...rule.match.map((pattern) => rankOf(pattern, error)));
        if (best > rank && (rule.when?.(error, context) ?? true))
            [found, rank] = [rule, best];
    }
    return found;
}
/** An error as a Failure: what is wrong on one line, what it means, the service's own words, and what to do. Without a rule it is `unexpected`. */
function explainError(error, explaining) {
    const { rules, context, subject, quote = _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteError */ .PI } = explaining;
    const rule = findRule(error, rules, context);
    const explanation = typeof rule?.explanation === 'function' ? rule.explanation(error, context) : rule?.explanation;
    const fix = typeof rule?.fix === 'function' ? rule.fix(error, context) : rule?.fix;
    const quoted = quote(error);
    const id = error.requestId === undefined ? '' : ` and the request id ${error.requestId}`;
    const lookUp = `Look these words up in the documentation of the service, or give them${id} to AWS Support.`;
    const code = rule?.code ?? 'unexpected';
    const title = rule?.title === undefined ? failureTitle(code, subject?.(code)) : asTitle(rule.title(error, context));
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(code, {
        message: [title, rule === undefined ? 'This action does not know this answer.' : explanation, quoted]
            .filter(Boolean)
            .join('\n'),
        quote: quoted,
        fix: fix ?? lookUp,
        retryable: rule?.retryable,
        cause: error,
    });
}
/** Whether the same thing may succeed a moment later, as the rule says that explained the error. */
const isRetryable = (error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && error.retryable;
/** How long the service asks to be left alone, in milliseconds; undefined where it does not say. */
function retryAfterMs(error) {
    const cause = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR ? error.cause : error;
    return cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7 ? cause.retryAfterMs : undefined;
}
/** Names with which AWS's services say that requests came too often (https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html). */
const THROTTLING_NAMES = [
    /^(EC2|Request)?Throttl/i,
    /^(TooManyRequests|RequestLimit|SlowDown|BandwidthLimit|PriorRequestNotComplete|ProvisionedThroughput)/i,
];
/** Names of faults inside of AWS's services, which pass by themselves. */
const FAULT_NAMES = [/^(InternalServer|InternalFailure|InternalError|RequestTimeout)/i];
const NO_MATCH = -1;
/** 3: by its words, 2: by its name, 1: by its status, 0: by its service or operation alone. */
function rankOf({ services, operations, names, statuses, message }, error) {
    if (services !== undefined && !services.includes(error.service))
        return NO_MATCH;
    if (operations !== undefined && !operations.includes(error.operation))
        return NO_MATCH;
    if (names !== undefined && !names.some((name) => isNamed(error, name)))
        return NO_MATCH;
    if (statuses !== undefined && !statuses.some((status) => statusesOf(error).includes(status)))
        return NO_MATCH;
    if (message !== undefined && !message.test(error.message))
        return NO_MATCH;
    if (message !== undefined)
        return 3;
    if (names !== undefined)
        return 2;
    return statuses === undefined ? 0 : 1;
}
function isNamed({ name, causeName }, wanted) {
    return [name, causeName].some((given) => {
        if (given === undefined)
            return false;
        if (wanted instanceof RegExp)
            return wanted.test(given);
        return bareName(given) === bareName(wanted);
    });
}
const bareName = (name) => name.toLowerCase().replace(/exception$/, '');
/** A status, and how a pattern may name it beside. */
function statusesOf({ status }) {
    if (status === undefined)
        return ['none'];
    return status >= 500 ? [status, '5xx'] : status >= 400 ? [status, '4xx'] : [status];
}
/** What a job needs for this step to assume a role with GitHub's OIDC token. */
const ASSUME_ROLE = [
    (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)('permissions:\n  id-token: write\n  contents: read'),
    (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)('with:\n  role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME'),
];
/** The first value as an input of this step, the others as comments below it. */
function inputLine(input, values) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .yaml */ .oQ)(['with:', ...values.map((value, at) => `  ${at === 0 ? '' : '# '}${input}: ${value}`)].join('\n'));
}
/** A fix as blocks of Markdown: prose wraps as text would, each piece to copy has a fence of its own. */
const fixMarkdown = (fix) => fix.map((block) => block.kind === 'text'
    ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(block.text, 10_000, CUT))
    : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fencedText */ .fV)((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(block.code, 50_000, CUT), block.language));
const CUT = '\n[cut here: the log has all of it]';
/** Longest first line of a failure's message: what the list of annotations shows of it. */
const LONGEST_TITLE = 120;
/** The first line of a failure's message: what is wrong, and of what or for whom (`subject`, cut where it is too long). */
function failureTitle(code, subject = '') {
    const title = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .capitalized */ .l2)(_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURE_WORDS */ .T8[code]);
    return asTitle(subject === '' ? `${title}.` : `${title}: ${subject}`);
}
/** The same of other words. */
const asTitle = (text) => (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(text.replaceAll(/\s*\n\s*/g, ' '), LONGEST_TITLE, '…');


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   Iy: () => (/* binding */ changedFix),
/* harmony export */   PI: () => (/* binding */ quoteError),
/* harmony export */   Pq: () => (/* binding */ json),
/* harmony export */   SH: () => (/* binding */ blocksOf),
/* harmony export */   T8: () => (/* binding */ FAILURE_WORDS),
/* harmony export */   Xc: () => (/* binding */ fixText),
/* harmony export */   _7: () => (/* binding */ ServiceError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   bT: () => (/* binding */ ini),
/* harmony export */   h_: () => (/* binding */ asFailure),
/* harmony export */   oQ: () => (/* binding */ yaml),
/* harmony export */   vf: () => (/* binding */ shell),
/* harmony export */   w2: () => (/* binding */ PROXY_ANSWER)
/* harmony export */ });
/** The closed set of failure codes, each a heading of `docs/TROUBLESHOOTING.md`; with what was wrong, as the end of a title. */
const FAILURE_WORDS = {
    'input-invalid': 'an input is not valid',
    'workspace-missing': 'there is no checkout',
    'actor-not-allowed': 'this actor may not start a run',
    'root-not-allowed': 'the agent may not run as root',
    'oidc-permission-missing': 'the job has no permission to ask for a GitHub OIDC token',
    'oidc-token-failed': 'there is no OIDC token that AWS accepts',
    'oidc-provider-missing': "the AWS account does not know GitHub's OIDC provider",
    'oidc-audience-mismatch': 'the OIDC token is for another audience',
    'role-not-assumable': 'the role could not be assumed',
    'role-session-too-long': 'the role does not allow a session this long',
    'credentials-missing': 'there are no AWS credentials',
    'credentials-expired': 'the AWS credentials have expired',
    'credentials-invalid': 'AWS refused the credentials',
    'account-not-allowed': 'the AWS account is not one of those allowed',
    'region-missing': 'no AWS region is set',
    'region-unsupported': 'Bedrock is not in this region',
    'model-access-denied': 'the account has no access to the model',
    'iam-permission-missing': 'the role may not call the model',
    'explicitly-denied': 'a policy denies the call',
    'account-not-authorized': 'AWS does not let the account call the model',
    'marketplace-subscription-missing': 'the account has not subscribed to the model',
    'use-case-form-missing': "Anthropic's use case form has not been submitted",
    'model-not-found': 'there is no such model',
    'model-retired': 'the model is retired',
    'inference-profile-required': 'the model needs an inference profile',
    'profile-not-in-region': 'the inference profile is not in this region',
    throttled: 'Bedrock throttled its calls',
    'daily-quota-exhausted': 'the daily token quota is used up',
    'quota-exceeded': 'a Bedrock quota is exceeded',
    'service-unavailable': 'Bedrock was not available',
    'model-timeout': 'the model did not answer in time',
    'model-error': 'the model failed',
    'output-limit-reached': 'an answer was cut at the output token limit',
    'prompt-too-long': 'the prompt is too long for the model',
    'request-rejected': 'Bedrock rejected a request',
    'guardrail-intervened': 'a guardrail intervened',
    'model-refused': 'the model refused to answer',
    'version-not-found': 'there is no such version of Claude Code',
    'install-download-failed': 'Claude Code could not be downloaded',
    'install-integrity-mismatch': 'the downloaded Claude Code is not the released one',
    'platform-unsupported': 'Claude Code does not run on this platform',
    'agent-timed-out': 'it reached the time limit',
    'agent-cancelled': 'the job was cancelled',
    'agent-crashed': 'its process crashed',
    'agent-failed': 'it ended with an error',
    'max-turns-reached': 'it reached the maximum number of turns',
    'budget-exceeded': 'it reached the budget',
    'structured-output-missing': 'no answer fits the schema',
    'mcp-server-failed': 'an MCP server did not start',
    'prompt-not-run': 'the prompt is a command of Claude Code',
    'network-unreachable': 'the network is not reachable',
    'transcript-upload-failed': 'the transcript was not stored as an artifact',
    unexpected: 'something failed that this action does not know',
};
/** YAML to copy: lines of a workflow, at the indentation they have below their job or step. */
const yaml = (code) => ({ kind: 'code', language: 'yaml', code });
/** A JSON document to copy, such as a policy. */
const json = (value) => ({
    kind: 'code',
    language: 'json',
    code: JSON.stringify(value, undefined, 2),
});
/** Commands to copy, one a line. */
const shell = (code) => ({ kind: 'code', language: 'shell', code });
/** Lines of a configuration file to copy. */
const ini = (code) => ({ kind: 'code', language: 'ini', code });
/** A fix as a list of blocks; empty prose is left out. */
function blocksOf(fix) {
    const parts = (typeof fix === 'string' ? [fix] : fix).filter((part) => part !== '');
    return parts.map((part) => (typeof part === 'string' ? { kind: 'text', text: part } : part));
}
/** A fix with all its texts changed. */
function changedFix(fix, change) {
    return fix.map((block) => block.kind === 'text' ? { ...block, text: change(block.text) } : { ...block, code: change(block.code) });
}
/** A fix as plain text, for the log and the annotation: blocks apart by an empty line, code indented by four spaces. */
function fixText(fix) {
    return fix
        .map((block) => (block.kind === 'text' ? block.text : block.code.replaceAll(/^(?=.)/gm, '    ')))
        .join('\n\n');
}
/**
 * Why a run cannot go on. `message` says what is wrong on its first line, of at most 120 characters, then what that means and the
 * service's own words; `fix` says what to do, with the lines of YAML, policy statement or command to use. Neither ever holds a
 * secret or the prompt.
 */
class Failure extends Error {
    code;
    fix;
    /** Whether the same thing may succeed a moment later. */
    retryable;
    /** The part of the message that is a service's answer, where there is one. */
    quote;
    constructor(code, text) {
        super(text.message, { cause: text.cause });
        this.name = 'Failure';
        this.code = code;
        this.fix = blocksOf(text.fix ?? '');
        this.retryable = text.retryable ?? false;
        this.quote = text.quote;
    }
}
/**
 * What a service answered, as an adapter saw it, with no opinion on what it means. `name` is the service's error name
 * without namespace and suffix (`AccessDenied`, or Node's `ENOTFOUND` when nothing answered), `status` the HTTP status
 * (absent when nothing answered).
 */
class ServiceError extends Error {
    service;
    operation;
    name;
    status;
    requestId;
    /** The host name that was asked for, where known. */
    host;
    /** How long the service asks to be left alone. */
    retryAfterMs;
    /** The name of the error that a client library has wrapped. */
    causeName;
    constructor(fact) {
        super(fact.message, { cause: fact.cause });
        this.service = fact.service;
        this.operation = fact.operation;
        // On the wire AWS writes `com.amazon.coral#ThrottlingException:http://internal.amazon.com/...`.
        this.name = fact.name.replace(/^.*#/, '').replace(/:.*$/s, '');
        this.status = fact.status;
        this.requestId = fact.requestId;
        this.host = fact.host;
        this.retryAfterMs = fact.retryAfterMs;
        this.causeName = fact.causeName;
    }
}
/** The name of an answer that is not from the service that was asked, but from a proxy or a gateway on the way. */
const PROXY_ANSWER = 'ProxyAnswer';
/** Any error as a Failure: one that nobody explained keeps the words it came with, under the code `unexpected`. */
function asFailure(error) {
    if (error instanceof Failure)
        return error;
    const words = error instanceof ServiceError
        ? quoteError(error)
        : error instanceof Error
            ? (error.stack ?? error.message)
            : String(error);
    return new Failure('unexpected', {
        message: `Something failed that this action does not recognize.\n${words}`,
        fix: 'Please report it, with result.json of the transcript folder.',
        cause: error,
    });
}
/** The words of whatever was thrown. */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));
/**
 * A service's answer on one line: its words, and in parentheses its name, status, `facts` and request id, as far as they
 * are known.
 */
function quoteError(error, facts = []) {
    const name = error.causeName ?? (error.name === 'Error' ? '' : error.name);
    const status = error.status === undefined ? '' : `HTTP ${error.status}`;
    const request = error.requestId === undefined ? '' : `request id ${error.requestId}`;
    const known = [name, status, ...facts, request].filter(Boolean).join(', ');
    return `${error.service} ${error.operation}: ${error.message || 'no message'}${known && ` (${known})`}`;
}


/***/ }),

/***/ 45162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ factTable),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   fV: () => (/* binding */ fencedText),
/* harmony export */   lz: () => (/* binding */ proseText),
/* harmony export */   oZ: () => (/* binding */ lineText),
/* harmony export */   ti: () => (/* binding */ inlineCode),
/* harmony export */   wh: () => (/* binding */ plainText),
/* harmony export */   x9: () => (/* binding */ joinBlocks)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68804);

/** Text on one line as a code span; `|` would end a table's cell in there too, and becomes `¦`. */
function inlineCode(text) {
    const shown = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q6)(text).replace(/\s+/g, ' ').replaceAll('|', '¦');
    const ticks = '`'.repeat(longestTicks(shown) + 1);
    return ticks.length === 1 ? `\`${shown || ' '}\`` : `${ticks} ${shown} ${ticks}`;
}
/** Text as prose that wraps: Markdown in it is shown as it is written, but for code spans; lines stay lines. */
function plainText(text) {
    const parts = text.split(/(`[^`\n]+`)/);
    const shown = parts.map((part, at) => (at % 2 === 0 ? proseText(part) : inlineCode(part.slice(1, -1)))).join('');
    const lines = shown.trim().split(/[ \t]*\n[ \t]*/);
    return lines.map(lineText).join('\\\n');
}
/**
 * Text as a part of a paragraph: nothing in it is syntax. Addresses of the services that failures point at are links, as GitHub makes
 * them of any text; others are code, and nobody is mentioned.
 */
function proseText(text) {
    const parts = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q6)(text).split(/((?:https?:\/\/|www\.)[^\s<>"'`\\]*[^\s<>"'`\\.,;:!?)])/i);
    return parts
        .map((part, at) => (at % 2 === 0 ? escapeMarkdown(part) : LINKED.test(part) ? part : inlineCode(part)))
        .join('');
}
/** A paragraph that begins with no sign of a list or a rule. */
const lineText = (line) => line.trimStart().replace(/^([-+=]|\d+(?=[.)]))/, '\\$1');
const LINKED = /^https:\/\/(?:[\w-]+\.)*(?:amazon\.com|github\.com|githubstatus\.com|claude\.com)(?:\/[\w\-./#?=%&]*)?$/;
const escapeMarkdown = (text) => text
    .replace(/[\\`*_[\]#~|$!]/g, '\\$&')
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/@|#(?=\d)|^:(?=:)/gm, `$&${WORD_JOINER}`);
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Keeps mentions, references and workflow commands from being one. */
const WORD_JOINER = '\u2060';
/** Text as a block of its own, in a fence longer than any in it. */
function fencedText(text, language = 'text') {
    const shown = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q6)(text);
    const fence = '`'.repeat(Math.max(3, longestTicks(shown) + 1));
    return `${fence}${language}\n${shown}\n${fence}`;
}
const longestTicks = (text) => (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
/** A table of two columns; cells are Markdown. */
function factTable(head, rows) {
    const [first, ...others] = [head, ...rows].map(([name, value]) => `| ${name} | ${value} |`);
    return [first, '|---|---|', ...others].join('\n');
}
/** A block that opens on a click. */
function folded(title, block) {
    return `<details><summary>${title}</summary>\n\n${block}\n\n</details>`;
}
/** As many whole blocks as fit into `bytes` of UTF-8, in order; a block too large is left out, and a note says so. */
function joinBlocks(blocks, bytes) {
    const room = bytes - Buffer.byteLength(LEFT_OUT) - 2;
    let used = 0;
    const kept = blocks.filter((block) => {
        const size = Buffer.byteLength(block) + 2;
        if (used + size > room)
            return false;
        used += size;
        return true;
    });
    return [...kept, ...(kept.length < blocks.length ? [LEFT_OUT] : [])].join('\n\n') + '\n';
}
const LEFT_OUT = 'Parts of this summary did not fit; the transcript has them.';


/***/ }),

/***/ 93211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ NETWORK_RULES),
/* harmony export */   c: () => (/* binding */ otherRegions)
/* harmony export */ });
/* harmony import */ var _bedrock_models_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21530);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17489);
/* harmony import */ var _error_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39059);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);




const UNREACHABLE = [
    {
        id: 'proxy wants credentials',
        match: [{ message: /Failed to establish tunnel.* 407\b/ }, { names: [_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PROXY_ANSWER */ .w2], statuses: [407] }],
        explanation: (error, context) => `The proxy on the way to ${hostOf(error, context)} wants to know who asks (HTTP 407).`,
        fix: [
            'Give the proxy its user and password, for the runner or for the step:',
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .yaml */ .oQ)('env:\n  HTTPS_PROXY: http://${{ secrets.PROXY_USER }}:${{ secrets.PROXY_PASSWORD }}@proxy.example.com:3128'),
        ],
    },
    {
        id: 'proxy fails',
        match: [{ message: /Failed to establish tunnel.* (408|429|5\d\d)\b/ }],
        explanation: (error, context) => `The proxy could not connect to ${hostOf(error, context)}.`,
        fix: reachHost,
        retryable: true,
    },
    {
        id: 'proxy refuses',
        match: [
            { message: /Failed to establish tunnel/ },
            { names: [/^ERR_PROXY_/] },
            { names: [_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PROXY_ANSWER */ .w2], statuses: ['none', 200, 401, 402, 403, 405, 406, 451] },
            { names: ['IncompleteAnswer'] },
        ],
        explanation: (error, context) => `This answer is not from ${hostOf(error, context)}: a proxy or gateway on the way does not let the call through. Permissions in AWS do not matter here.`,
        fix: (error, context) => [
            `Let the proxy or firewall pass HTTPS to ${hostOf(error, context)}, or name the host in NO_PROXY where it can be reached without.`,
            ...otherAddress(error),
        ],
    },
    {
        id: 'clock or certificate out of date',
        match: unanswered(/certificate (has expired|is not yet valid)/i, ['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED']),
        explanation: (error, context) => `By the runner's clock the certificate of ${hostOf(error, context)} is not valid now: the clock is wrong, or a proxy presents an old certificate.`,
        fix: ['Compare the time, and set it:', (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shell */ .vf)('date -u\ntimedatectl set-ntp true')],
    },
    {
        id: 'certificate for another name',
        match: unanswered(/does not match certificate's altnames/i, ['ERR_TLS_CERT_ALTNAME_INVALID']),
        explanation: (error, context) => `Whoever answers at ${hostOf(error, context)} shows a certificate for another name: a VPC endpoint without private DNS, a captive page, or a proxy.`,
        fix: (error) => [
            'Address the endpoint by the name in its certificate, and let the name lead to it (private DNS of the VPC endpoint).',
            ...otherAddress(error),
        ],
    },
    {
        id: 'certificate not trusted',
        match: unanswered(/self[- ]signed certificate|unable to (verify|get) .*certificate/i, [
            /^(CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS_CERT|HOSTNAME_MISMATCH)/,
        ]),
        explanation: 'The connection was made, but its certificate is not one that the runner trusts: most often a proxy that looks inside TLS.',
        fix: [
            'Let the runner trust the authority of the proxy:',
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .yaml */ .oQ)('env:\n  NODE_EXTRA_CA_CERTS: /path/to/the/authority.pem'),
        ],
    },
    {
        id: 'another protocol',
        match: unanswered(/wrong version number|SSL routines|packet length too long|^Parse Error: /, [
            /^(ERR_(SSL|TLS)|HPE)_/,
        ]),
        explanation: (error, context) => `What answers at ${hostOf(error, context)} does not speak HTTP or TLS as expected.`,
        fix: (error) => [
            'Check the scheme and the port: an http:// address for a plain port, https:// for TLS; HTTPS_PROXY itself mostly is an http:// address.',
            ...otherAddress(error),
        ],
    },
    {
        id: 'not connected',
        match: unanswered(/\b(ECONN(RESET|REFUSED|ABORTED)|ETIMEDOUT|EPIPE|EAI_\w+|E(HOST|NET)UNREACH|EPROTO|ERR_HTTP2_STREAM_CANCEL|UND_ERR_\w+)\b|Connection dropped|socket hang up|fetch failed/, [
            /^(ECONN\w+|EPIPE|ETIMEDOUT|EAI_\w+|E(HOST|NET)(UNREACH|DOWN)|EPROTO|ERR_HTTP2_STREAM_CANCEL|UND_ERR_\w+|TimeoutError)$/,
        ]),
        explanation: noConnection,
        fix: reachHost,
        retryable: true,
    },
    {
        id: 'no such host',
        match: unanswered(/\bENOTFOUND\b|Can't reach the API server/, ['ENOTFOUND']),
        explanation: noConnection,
        fix: reachHost,
    },
    {
        id: 'answer cut off',
        match: [{ message: /Deserialization error/ }],
        when: ({ message }) => !isPage(message),
        explanation: noConnection,
        fix: reachHost,
        retryable: true,
    },
    {
        id: 'page in place of an answer',
        match: [{ message: /Deserialization error/ }],
        explanation: (error, context) => `The answer is a page, not one of ${hostOf(error, context)}: a proxy or gateway on the way has answered.`,
        fix: reachHost,
    },
    {
        id: 'stream rewritten',
        match: [{ message: /streaming response has content-type/i }],
        explanation: 'Something between the runner and Bedrock rewrites the answers.',
        fix: 'Let the proxy or gateway pass application/vnd.amazon.eventstream through unchanged.',
    },
];
/** What never reached a service, or came back from something in between: for every service the same. */
const NETWORK_RULES = [
    {
        id: 'no region given',
        match: [{ message: /^Region is missing/i }],
        code: 'region-missing',
        explanation: 'No region was given.',
        fix: ['Name a region that serves Bedrock, for example:', (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .yaml */ .oQ)('with:\n  aws-region: us-east-1')],
    },
    {
        id: 'no such region',
        match: unanswered(/\bENOTFOUND\b/, ['ENOTFOUND']),
        when: isOfNoRegion,
        code: 'region-unsupported',
        title: ({ service }, { region = '' }) => service === STS
            ? `AWS has no region ${region}.`
            : (0,_bedrock_models_js__WEBPACK_IMPORTED_MODULE_3__/* .servesBedrock */ .j1)(region)
                ? `Bedrock in ${region} has no address here.`
                : `Bedrock is not in the region ${region}.`,
        explanation: ({ service }, { region = '' }) => {
            if (service === STS)
                return `AWS has no host for the region ${region}: most likely there is no such region.`;
            return (0,_bedrock_models_js__WEBPACK_IMPORTED_MODULE_3__/* .servesBedrock */ .j1)(region)
                ? `The host of Bedrock in ${region} has no address here, though AWS lists the region: the runner's DNS does not know it.`
                : `${region} is not a region that serves Bedrock, so its host does not exist.`;
        },
        fix: ({ service }, { region = '' }) => {
            if (service === STS || !(0,_bedrock_models_js__WEBPACK_IMPORTED_MODULE_3__/* .servesBedrock */ .j1)(region))
                return otherRegions(region);
            const lookUp = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shell */ .vf)(`nslookup bedrock-runtime.${region}.${(0,_endpoints_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsSuffixOf */ .a4)(region)}`);
            return [
                'Check DNS on the runner:',
                lookUp,
                'Bedrock is also served by:',
                (0,_error_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .inputLine */ .Hl)('aws-region', (0,_bedrock_models_js__WEBPACK_IMPORTED_MODULE_3__/* .nearbyRegions */ .zw)(region)),
            ];
        },
    },
    ...UNREACHABLE.map((rule) => ({ ...rule, code: 'network-unreachable' })),
];
/** What shows that nothing answered: words of Node or of Claude Code, or Node's code. */
function unanswered(message, names) {
    return [
        { statuses: ['none'], message },
        { statuses: ['none'], names },
    ];
}
const isPage = (message) => /'<'|<!doctype|<html/i.test(message);
const STS = 'AWS STS';
const BEDROCK = 'Amazon Bedrock';
/** How the host of a service begins, and the variable that leads its calls to another address. */
const SERVICES = {
    [STS]: { host: 'sts', variable: 'AWS_ENDPOINT_URL_STS' },
    [BEDROCK]: { host: 'bedrock-runtime', variable: 'ANTHROPIC_BEDROCK_BASE_URL or AWS_ENDPOINT_URL_BEDROCK_RUNTIME' },
};
/** Whether the name that was not found is of a region that AWS does not have; where no host is known, the region decides. */
function isOfNoRegion({ service, host }, { region }) {
    if (region === undefined)
        return false;
    if (host === undefined)
        return service === BEDROCK && !(0,_bedrock_models_js__WEBPACK_IMPORTED_MODULE_3__/* .servesBedrock */ .j1)(region);
    if (/^bedrock[\w-]*\.[\w-]+\.(amazonaws\.|api\.aws$)/.test(host))
        return true;
    const stsRegion = /^sts\.([\w-]+)\.amazonaws\.com/.exec(host)?.[1];
    return stsRegion !== undefined && !_bedrock_models_js__WEBPACK_IMPORTED_MODULE_3__/* .BEDROCK_REGIONS */ .NJ.includes(stsRegion);
}
/** What to do about a region that does not serve Bedrock. */
function otherRegions(region) {
    return [
        'Name a region that serves Bedrock:',
        (0,_error_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .inputLine */ .Hl)('aws-region', (0,_bedrock_models_js__WEBPACK_IMPORTED_MODULE_3__/* .nearbyRegions */ .zw)(region)),
        `They are ${_bedrock_models_js__WEBPACK_IMPORTED_MODULE_3__/* .BEDROCK_REGIONS */ .NJ.join(', ')}.`,
    ];
}
function noConnection(error, context) {
    return `The runner has no working connection to ${hostOf(error, context)}. This is about the network, not about permissions.`;
}
function reachHost(error, context) {
    return [
        `Let the runner reach ${hostOf(error, context)} over HTTPS, port 443. Behind a proxy, set for the runner (the last one if it looks inside TLS):`,
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ini */ .bT)('HTTPS_PROXY=http://PROXY:PORT\nNO_PROXY=127.0.0.1,localhost,169.254.169.254\nNODE_EXTRA_CA_CERTS=/path/of/the/proxy-ca.pem'),
        ...otherAddress(error),
    ];
}
function otherAddress({ service }) {
    const variable = SERVICES[service]?.variable;
    if (variable === undefined)
        return [];
    return [
        `In a VPC without internet, make an interface endpoint and set ${variable} to its URL; where it is set already, check that address.`,
    ];
}
function hostOf({ service, host }, { region }) {
    if (host !== undefined)
        return host;
    if (service === 'GitHub OIDC')
        return '*.actions.githubusercontent.com';
    const name = SERVICES[service]?.host;
    return region === undefined || name === undefined
        ? `the host of ${service}`
        : `${name}.${region}.${(0,_endpoints_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsSuffixOf */ .a4)(region)}`;
}


/***/ }),

/***/ 60087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ jobToolFolder)
/* harmony export */ });
/** Where tools are put that only this job uses, below `RUNNER_TEMP`. */
const jobToolFolder = (temp) => `${temp}/claude-code-bedrock-tools`;


/***/ }),

/***/ 79337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ RUN_MARKER)
/* harmony export */ });
// The machine: time, programs, files. Interfaces, and one name that both sides use; `src/world/` implements them.
/** Variable that marks the processes of a run; its value is the run's id. What left the process tree is found by it. */
const RUN_MARKER = 'CLAUDE_CODE_BEDROCK_RUN';


/***/ }),

/***/ 2165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TF: () => (/* binding */ startBackOff),
/* harmony export */   bD: () => (/* binding */ withRetry),
/* harmony export */   dg: () => (/* binding */ retryWith)
/* harmony export */ });
/**
 * Runs `task`, and again while it rejects with what {@link RetryOptions.isRetryable} and the budget of pauses allow. Rejects
 * with the last error. Give it a task that fetches its own token, so that each attempt has a fresh one.
 */
async function withRetry(task, options, clock) {
    return retryWith(startBackOff(options, clock), task);
}
/** As {@link withRetry}, with attempts and pauses that are counted over several tasks. */
async function retryWith(backOff, task) {
    for (;;) {
        try {
            return await task();
        }
        catch (error) {
            await backOff.pauseAfter(error);
        }
    }
}
/** Starts to count them. */
function startBackOff(options, clock) {
    const { firstPauseMs = 1_000, longestPauseMs = 15_000, attempts = Number.POSITIVE_INFINITY } = options;
    let attempt = 1;
    let waitedMs = 0;
    return {
        async pauseAfter(error) {
            const full = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
            // Jobs that failed together reach this line at different milliseconds, which spreads them.
            const spread = full / 2 + (full / 2) * ((clock.now() % 1_000) / 1_000);
            const pauseMs = Math.max(spread, options.retryAfterMs?.(error) ?? 0);
            if (attempt >= attempts || waitedMs + pauseMs > options.budgetMs || !options.isRetryable(error))
                throw error;
            waitedMs += pauseMs;
            options.onRetry?.(error, pauseMs, attempt);
            attempt += 1;
            await clock.sleep(pauseMs, options.signal);
            if (options.signal?.aborted)
                throw error;
        },
        reset() {
            attempt = 1;
            waitedMs = 0;
        },
    };
}


/***/ }),

/***/ 63360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bm: () => (/* binding */ openRunContext),
/* harmony export */   Ho: () => (/* binding */ FACTS_FILE),
/* harmony export */   Tb: () => (/* binding */ readSealed)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _run_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80686);
/* harmony import */ var _transcript_recorder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54704);
/* harmony import */ var _transcript_redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84917);
/* harmony import */ var _transcript_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15611);
/* harmony import */ var _transcript_types_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36611);







/** Opens the transcript, and records for post where to find it. */
async function openRunContext(run, world) {
    const place = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(run.id, world.runner);
    let folder;
    try {
        // Before the agent runs: nothing that it puts in their place is read or written.
        for (const own of [place.run, place.own, place.claudeConfig])
            await world.files.hold(own);
        folder = await world.files.hold(place.transcript);
    }
    catch (error) {
        world.log.warning(`The folders of the run cannot be used: ${String(error)}`);
    }
    if ('folder' in run && (folder === undefined || folder !== run.folder))
        throw REPLACED;
    const named = (0,_transcript_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .secretVariables */ .c8)(run.env);
    const configured = [];
    const known = {
        values: () => [...world.secrets.all(), ...named.values, ...configured],
        patterns: () => [...(facts.transcript?.redact ?? []), ...(run.patterns ?? [])],
        now: () => world.clock.now(),
    };
    const { redact, redactEvent, holdsKnown } = (0,_transcript_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .createRedactor */ .l)(known);
    const ofTranscript = (0,_transcript_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .createRedactor */ .l)(known);
    let state = { id: run.id, stage: 'running', exported: [], folder };
    let facts = { transcriptPath: place.transcript };
    const open = (name, by, onProblem) => (0,_transcript_recorder_js__WEBPACK_IMPORTED_MODULE_3__/* .openRecorder */ .L)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(place.transcript, name), { files: world.files, redact: by, onProblem });
    const recorder = await open(_transcript_types_js__WEBPACK_IMPORTED_MODULE_6__/* .TRANSCRIPT_FILES */ .p.events, ofTranscript.redactEvent, (error) => world.log.warning(redact(`The transcript is incomplete: ${String(error)}`)));
    const reserve = diskReserve((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(place.own, 'reserve'), world.files);
    // A full disk must not end the run: post goes on from what it finds.
    const warnOfPost = (error) => world.log.warning(redact(`Not saved for the post step: ${String(error)}`));
    const saveSealed = async (name, text) => {
        const sealed = world.seal.seal(text, purposeOf(run.id, name));
        if (sealed !== undefined)
            await world.files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(place.own, name), sealed).catch(warnOfPost);
    };
    // Opened at the first call. Where the disk is full, the transcript warns already.
    let diagnosticsPromise;
    return {
        place,
        redact,
        redactEvent,
        secretFinder: { holdsKnownSecret: holdsKnown, looksSecret: (text) => redact(text) !== text },
        recorder: {
            ...recorder,
            record(lines) {
                reserve.take();
                return recorder.record(lines);
            },
        },
        plainVariables: named.plain,
        addSecrets: (values) => void configured.push(...values),
        redactedCounts: ofTranscript.redacted,
        facts: () => facts,
        update: (more) => (facts = { ...facts, ...more }),
        fail(error) {
            const { code, message, fix, quote } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(error);
            const failure = { code, message: redact(message), fix: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .changedFix */ .Iy)(fix, redact), quote: quote && redact(quote) };
            if (facts.failure === undefined)
                facts = { ...facts, failure };
            else
                world.log.warning(`${failure.message}\n${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fixText */ .Xc)(failure.fix)}`, failure.code);
        },
        saveState(more) {
            state = { ...state, ...more };
            try {
                world.job.saveState('run', JSON.stringify(state));
            }
            catch (error) {
                warnOfPost(error);
            }
        },
        recordCall(call) {
            diagnosticsPromise ??= open(_transcript_types_js__WEBPACK_IMPORTED_MODULE_6__/* .TRANSCRIPT_FILES */ .p.diagnostics, redact, () => undefined);
            void diagnosticsPromise.then((lines) => lines.record([JSON.stringify(call)]));
        },
        async close() {
            await recorder.close();
            await (await diagnosticsPromise)?.close();
            await reserve.giveBack();
        },
        saveFacts: () => saveSealed(FACTS_FILE, JSON.stringify(facts)),
        saveSealed,
    };
}
/** What main of the run `id` wrote for post; undefined where there is no such file, or somebody else has written it. */
async function readSealed(id, name, world) {
    const sealed = await world.files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_run_state_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(id, world.runner).own, name)).catch(() => undefined);
    return sealed && world.seal.open(sealed, purposeOf(id, name));
}
const purposeOf = (id, name) => `${id} ${name}`;
const REPLACED = new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('unexpected', {
    message: 'Something else is in the place of the folder that the step wrote its transcript to, and is left alone.',
});
/** Where main leaves its facts for post, in the run's own folder, sealed. */
const FACTS_FILE = 'facts.json';
/** 4 MB, taken with the agent's first event and given back at the end: outputs, page and summary have room where the agent filled the disk. */
function diskReserve(path, files) {
    let takingPromise;
    const fill = async () => {
        const file = await files.append(path);
        await file.write(new Array(64).fill(' '.repeat(64 * 1024))).finally(() => file.close());
    };
    return {
        take: () => void (takingPromise ??= fill().catch(() => undefined)),
        async giveBack() {
            await takingPromise;
            await files.remove(path).catch(() => undefined);
        },
    };
}


/***/ }),

/***/ 43626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cX: () => (/* binding */ announceFailure),
  aC: () => (/* binding */ keep),
  iR: () => (/* binding */ prepareReport),
  z8: () => (/* binding */ report),
  M_: () => (/* binding */ store)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/bedrock/preflight-report.js
var preflight_report = __webpack_require__(55920);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/text.js
var lib_text = __webpack_require__(68804);
// EXTERNAL MODULE: ./lib/transcript/outcome-text.js
var outcome_text = __webpack_require__(67892);
// EXTERNAL MODULE: ./lib/transcript/outputs.js
var transcript_outputs = __webpack_require__(1296);
// EXTERNAL MODULE: ./lib/transcript/recorder.js + 2 modules
var recorder = __webpack_require__(54704);
// EXTERNAL MODULE: ./lib/transcript/types.js
var types = __webpack_require__(36611);
// EXTERNAL MODULE: ./lib/error-rules.js
var error_rules = __webpack_require__(39059);
// EXTERNAL MODULE: ./lib/retry.js
var retry = __webpack_require__(2165);
;// CONCATENATED MODULE: ./lib/transcript/upload.js





/**
 * Stores the transcript folder as an artifact, and its page once more unzipped, when the settings ask for it; undefined when they do not, or it failed.
 * Ends within five minutes and never rejects: a transcript that cannot be stored never hides how the run ended.
 */
async function uploadTranscript(settings, { conclusion, directory, copies, warn }, { artifacts, clock, files, log }) {
    const failed = conclusion !== 'success' && conclusion !== 'setup';
    if (settings.upload === 'never' || (settings.upload === 'on-failure' && !failed))
        return undefined;
    const { artifactName: name, retentionDays } = settings;
    const waiting = new AbortController();
    const tooLong = clock.sleep(LONGEST_UPLOAD_MS, waiting.signal).then(() => {
        const message = `No answer within ${LONGEST_UPLOAD_MS / 60_000} minutes.`;
        throw new errors/* ServiceError */._7({ ...ABOUT, name: 'Timeout', message });
    });
    /** The page beside the zip, so that a browser can show it; undefined where there is none. */
    const uploadPage = async () => {
        const path = (0,external_node_path_.join)(copies, `${name}.html`);
        const page = (0,external_node_path_.join)(directory, types/* TRANSCRIPT_FILES */.p.page);
        if ((await files.kind(page)) !== 'file')
            return undefined;
        await files.copy(page, path);
        return artifacts.uploadFile({ path, retentionDays });
    };
    try {
        // The client prints what it does; the group folds that.
        return await log.group(`Store the transcript as artifact ${name}`, async (groupLog) => {
            const entries = Object.values(types/* TRANSCRIPT_FILES */.p);
            const store = () => artifacts.upload({ name, directory, entries, retentionDays });
            const artifact = await Promise.race([upload(store, { name, directory }, { clock, log: groupLog }), tooLong]);
            const page = await Promise.race([uploadPage(), tooLong]).catch((error) => {
                const { message } = (0,errors/* asFailure */.h_)(error);
                log.notice(`The page is in the artifact ${name}, but was not stored a second time, unzipped: ${message}`);
                return undefined;
            });
            return { artifact, page };
        });
    }
    catch (error) {
        warn(notStored(error, { name, directory }));
        return undefined;
    }
    finally {
        tooLong.catch(() => undefined);
        waiting.abort();
    }
}
function notStored(error, folder) {
    const fact = error instanceof errors/* ServiceError */._7
        ? error
        : new errors/* ServiceError */._7({ ...ABOUT, name: 'Error', message: (0,errors/* asFailure */.h_)(error).message });
    const explaining = { rules: UPLOAD_RULES, context: folder, quote: (quoted) => quoted.message };
    const { message, fix } = (0,error_rules/* explainError */.UW)(fact, explaining);
    const stays = `The files stay on the runner until the job ends: ${folder.directory}`;
    return new errors/* Failure */.HR('transcript-upload-failed', { message, fix: [...fix, stays], cause: error });
}
const NO_UPLOAD = (0,errors/* yaml */.oQ)('with:\n  upload-transcript: never');
const ABOUT = { service: 'GitHub artifacts', operation: 'UploadArtifact' };
const WITHOUT_ANSWER = 'The runner must reach the results service and *.blob.core.windows.net. Behind a proxy, let it pass these hosts, or name in NO_PROXY those that need no proxy.';
/**
 * Why an artifact is not stored. The client asks again by itself when the service answers with an error and when the blob
 * store does not answer, but not when the connection to the service is lost (`@actions/artifact` 6.2.1). A lost answer to
 * any later call leaves an artifact behind that cannot be made again.
 */
const REASONS = [
    {
        id: 'lost before it began',
        match: [{ operations: ['CreateArtifact'], names: [/^E[A-Z]+$/] }],
        fix: WITHOUT_ANSWER,
        retryable: true,
    },
    {
        id: 'name taken',
        match: [{ statuses: [409] }],
        fix: (_error, { name }) => [
            'Another artifact of this workflow run has the name. Give each job and each leg of a matrix its own, or leave the input out for a name that is unique:',
            (0,errors/* yaml */.oQ)(`with:\n  artifact-name: ${name}-\${{ strategy.job-index }}`),
        ],
    },
    {
        id: 'no runtime token',
        match: [{ names: ['NoRuntimeToken'] }],
        fix: [
            'This runner offers no artifacts to the step (act needs --artifact-server-path). To go on without:',
            NO_UPLOAD,
        ],
    },
    {
        id: 'GitHub Enterprise Server',
        match: [{ names: ['GHESNotSupported'] }],
        fix: [
            'GitHub Enterprise Server has no service for this. To go on without:',
            NO_UPLOAD,
            'To keep the folder, copy what steps.<id>.outputs.transcript-path names in a later step with `if: always()`.',
        ],
    },
    {
        id: 'storage used up',
        match: [{ names: ['UsageError'] }],
        fix: [
            'The storage for artifacts is used up. Delete old artifacts, or keep new ones for a shorter time:',
            (0,errors/* yaml */.oQ)('with:\n  retention-days: 1'),
        ],
    },
    {
        id: 'service fails',
        match: [{ statuses: ['4xx', '5xx'] }],
        fix: 'See https://www.githubstatus.com, and run the job again.',
    },
    { id: 'no answer', match: [{}], fix: WITHOUT_ANSWER },
];
/** The same with their code. */
const UPLOAD_RULES = REASONS.map((reason) => {
    return { ...reason, code: 'transcript-upload-failed' };
});
const LONGEST_UPLOAD_MS = 5 * 60_000;
const RETRY = { budgetMs: 6_000, firstPauseMs: 2_000 };
/** Asks again where the answer to the first call was lost. */
async function upload(store, folder, { clock, log }) {
    let lost;
    let isTaken = false;
    const attempt = async () => {
        try {
            return await store();
        }
        catch (error) {
            isTaken = error instanceof errors/* ServiceError */._7 && error.status === 409;
            // The answer that was lost may have been that the name is ours.
            throw isTaken && lost !== undefined ? lost : error;
        }
    };
    const isLost = (error) => !isTaken && error instanceof errors/* ServiceError */._7 && (0,error_rules/* findRule */.Il)(error, UPLOAD_RULES, folder)?.retryable === true;
    const onRetry = (error, pauseMs) => {
        lost = error;
        log.info(`${notStored(error, folder).message.replaceAll('\n', ' ')} Trying again in ${(pauseMs / 1_000).toFixed(1)} s.`);
    };
    return (0,retry/* withRetry */.bD)(attempt, { ...RETRY, isRetryable: isLost, onRetry }, clock);
}

;// CONCATENATED MODULE: ./lib/steps/report.js









/** Starts to load what the report of a successful run takes, 90 ms of work, while there is nothing to do but to wait for the agent. */
function prepareReport({ upload, jobSummary }, { artifacts }) {
    if (upload === 'always')
        artifacts.prepare();
    if (jobSummary)
        loadSummary().catch(() => undefined);
}
/** It brings the parser of Markdown. */
const loadSummary = () => Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(731)]).then(__webpack_require__.bind(__webpack_require__, 21731));
/** Says what has failed, before anything else is done for the run. */
function announceFailure(context, world) {
    const { failure, prompt } = context.facts();
    // What has failed is not to be looked for in a folded group.
    world.logGroups.close();
    if (failure === undefined)
        return;
    if (prompt !== undefined && !(0,outcome_text/* hasStarted */.gd)(outputsOf(context)))
        world.log.info('Not run: the prompt.');
    const { code, message, fix } = failure;
    world.log.error(`${message}\n\n${(0,errors/* fixText */.Xc)(fix)}\n\nMore: ${world.runner.documents}/TROUBLESHOOTING.md#${code}`, code);
}
/**
 * Keeps and reports how a run ended, in the order of what must not be lost: the folder, the outputs, then the artifact and the
 * summary. A cancelled run leaves the last two to post, since the runner grants it only seconds.
 */
async function report(context, world) {
    await keep(context, world);
    setOutputs(context, world);
    const cut = (0,transcript_outputs/* cutOutputs */.pb)(outputsOf(context));
    if (cut.length > 0)
        world.log.notice(`Too long for an output: ${cut.join(', ')}. ${types/* TRANSCRIPT_FILES */.p.result} of the transcript has all of it.`);
    await context.saveFacts();
    context.saveState({ stage: 'kept' });
    if (context.facts().failure?.code !== 'agent-cancelled')
        await store(context, world);
    await logOutcome(context, world);
    return outputsOf(context);
}
/** The last lines of the log: the answer in a group, then how the run ended and what it took. */
async function logOutcome(context, world) {
    const outputs = outputsOf(context);
    const { result, conclusion } = outputs;
    const { show } = context.facts().transcript ?? { show: 'off' };
    if (show !== 'off' && conclusion === 'success' && result !== null && result !== '')
        await world.log.group('Result', (log) => {
            log.info(result);
            return Promise.resolve();
        });
    const line = (0,outcome_text/* outcomeLine */.RW)(outputs);
    world.log.info(`${outcome_text/* OUTCOME_SIGNS */.Gr[conclusion]} ${(0,outcome_text/* outcomeTitle */.lD)(outputs, context.facts().checks !== undefined)}${line === '' ? '' : ` · ${line}`}`);
}
const outputsOf = (context) => (0,transcript_outputs/* outputsFrom */.v3)(context.facts(), context.redact);
/** Completes the transcript folder with what is known. */
async function keep(context, world) {
    await context.close();
    const redacted = context.redactedCounts();
    context.update({ redacted });
    if (Object.keys(redacted).length > 0)
        world.log.info(`Redacted from the transcript: ${(0,lib_text/* describeCounts */.wv)(redacted)}`);
    const { failure, prompt, changedFiles } = context.facts();
    if (changedFiles !== undefined && outputsOf(context)['changed-files'] === null)
        world.log.notice('changed-files is empty: a path in it holds what is redacted.');
    const { transcript: directory, claudeConfig: configDirectory } = context.place;
    const run = { outputs: outputsOf(context), failure, prompt, directory, configDirectory, origin: world.runner };
    const problems = await (0,recorder/* keepTranscript */._)(run, { files: world.files, ...context });
    problems.forEach((problem) => world.log.warning(problem));
    await putBack(context, world);
}
/** Later steps find the folder by its path: what else is there was made by something that the agent had started. */
async function putBack(context, world) {
    const { run, transcript } = context.place;
    try {
        const moved = [await world.files.putBack(run), await world.files.putBack(transcript)];
        if (moved.includes(true))
            world.log.warning(`Something moved the transcript folder while the agent ran. It is in its place again, and what was there instead is beside it: ${transcript}`);
    }
    catch (error) {
        world.log.warning(`Something moved or removed the transcript folder while the agent ran: ${String(error)}`);
        context.update({ transcriptPath: '' });
    }
}
/** Uploads the folder where the settings ask for it, and writes the job summary, which links to the artifact. */
async function store(context, world) {
    const { transcript: settings } = context.facts();
    if (settings !== undefined) {
        const { conclusion } = outputsOf(context);
        const warn = ({ code, message, fix }) => world.log.warning(context.redact(`${message}\n${(0,errors/* fixText */.Xc)(fix)}`), code);
        const { transcript: directory, own: copies } = context.place;
        const stored = await uploadTranscript(settings, { conclusion, directory, copies, warn }, world);
        if (stored !== undefined)
            await addArtifact(stored, context, world);
    }
    if (settings?.jobSummary !== false)
        await summarize(context, world);
    context.saveState({ stage: 'done' });
}
async function addArtifact({ artifact, page }, context, world) {
    context.update({ artifact, artifactPage: page });
    setOutputs(context, world);
    world.log.info(`Transcript: ${page === undefined ? artifact.url : `${page.url} (all files: ${artifact.url})`}`);
    const path = (0,external_node_path_.join)(context.place.transcript, types/* TRANSCRIPT_FILES */.p.result);
    await world.files.write(path, (0,transcript_outputs/* resultText */.D6)(outputsOf(context))).catch(() => undefined);
}
async function summarize(context, world) {
    const { checks, failure, ...facts } = context.facts();
    const run = {
        ...facts,
        failure,
        checks: checks && context.redact((0,preflight_report/* preflightTable */.SA)(checks, failure)),
        outputs: outputsOf(context),
        documents: world.runner.documents,
        repository: repositoryOf(world),
    };
    try {
        const { jobSummary } = await loadSummary();
        world.job.appendSummary(jobSummary(run, context.redact));
    }
    catch (error) {
        world.log.warning(`The job summary could not be written: ${String(error)}`);
    }
}
/** The address of the repository, with a slash at its end; empty where it is not known. */
const repositoryOf = ({ runner: { serverUrl, repository } }) => repository === '' ? '' : `${serverUrl}/${repository}/`;
function setOutputs(context, world) {
    const outputs = (0,transcript_outputs/* outputStrings */.Gb)(outputsOf(context));
    try {
        for (const [name, value] of Object.entries(outputs))
            world.job.setOutput(name, value);
    }
    catch (error) {
        world.log.warning(`The outputs could not be set: ${String(error)}`);
    }
}


/***/ }),

/***/ 57382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  QA: () => (/* binding */ restoreGitSettings),
  OO: () => (/* binding */ trackCheckout)
});

// UNUSED EXPORTS: diffStatOf

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/checkout/repository.js
var checkout_repository = __webpack_require__(57370);
// EXTERNAL MODULE: ./lib/checkout/private-git.js
var private_git = __webpack_require__(97598);
;// CONCATENATED MODULE: ./lib/checkout/snapshot.js


/**
 * Takes a snapshot of a repository, with git commands of our own on `directory`: the hashes of its tracked files, and the
 * stamps of the others, which are not read. Throws git's own words where it cannot.
 */
async function takeSnapshot(repository, directory, tools) {
    const { workingFiles } = tools;
    const git = await (0,private_git/* openPrivateGit */.qG)(repository, directory, tools);
    const before = (0,external_node_path_.join)(directory, 'index.before');
    // A repository where nothing was ever added has none.
    if (workingFiles.stamps(git.index, [''])[0] === undefined)
        await git.run(['read-tree', '--empty']);
    const { kept, listing } = await showHiddenFiles(git, await listed(git));
    const { unread, hasRemoved } = await update(git, { listing, kept, loose: undefined, wasIgnored: () => false }, tools);
    workingFiles.copyWithTime(git.index, before);
    const takenAt = workingFiles.stamps(before, [''])[0]?.changedMs ?? 0;
    const { untracked: others, modules } = hasRemoved ? await listed(git) : listing;
    const ignored = await ignoredNames(git);
    const wasIgnored = (name) => ignored.has(name) || isBelow(name, ignored);
    const names = [...others.filter((name) => !isFolder(name)), ...unread];
    const stamps = workingFiles.stamps(repository.root, names);
    const loose = new Map(names.map((name, at) => [name, stamps[at]]));
    return {
        repository,
        git,
        inner: [...modules, ...others.filter(isFolder).map((name) => name.slice(0, -1))],
        async compare() {
            await git.renew();
            const [listing, treeBefore] = await Promise.all([listed(git), treeOf(git, before)]);
            const known = { listing, kept, loose, wasIgnored };
            const { unread: unreadNow, shown, folders, hasContents } = await update(git, known, tools);
            // What the agent only has git see is older than the snapshot.
            const shownStamps = workingFiles.stamps(repository.root, shown);
            const rewritten = shown.filter((_, at) => (shownStamps[at]?.changedMs ?? 0) > takenAt);
            const newRepositories = folders.filter((name) => !others.includes(name)).map((name) => name.slice(0, -1));
            const now = workingFiles.stamps(repository.root, names);
            const differing = names.filter((name, at) => loose.get(name)?.version !== now[at]?.version);
            const trees = { before: treeBefore, after: await treeOf(git, git.index) };
            const inTrees = trees.before === trees.after ? '' : await git.run([...DIFF_NAMES, trees.before, trees.after]);
            const withoutContents = [...differing, ...unreadNow, ...rewritten];
            return {
                changed: [...new Set([...(0,private_git/* namesIn */.wX)(inTrees), ...withoutContents, ...newRepositories])],
                withoutContents,
                newRepositories,
                hasContents,
                ...trees,
            };
        },
    };
}
const DIFF_NAMES = ['diff-tree', '-r', '-z', '--name-only', '--no-renames'];
const isFolder = (name) => name.endsWith('/');
/** The agent may have thrown away objects of its checkout; names and hashes are enough to compare. */
const treeOf = async (git, index) => (await git.run(['write-tree', '--missing-ok'], { index })).trim();
/** Lines of `git ls-files -v`: a tag in lower case is that of a file to take for unchanged. */
async function listed(git) {
    const flags = ['-z', '-v', '--stage', '--deleted', '--modified', '--others', '--exclude-standard'];
    const lines = (0,private_git/* namesIn */.wX)(await git.run(['ls-files', ...flags])).map((line) => {
        const tag = line[0] ?? '';
        const [, mode, name = ''] = (tag === '?' ? undefined : /^. (\d{6}) [^\t]*\t(.*)$/s.exec(line)) ?? [
            '',
            '',
            line.slice(2),
        ];
        return { tag, mode, name };
    });
    const namesWith = (tags) => [...new Set(lines.filter(({ tag }) => tags.test(tag)).map(({ name }) => name))];
    return {
        tracked: namesWith(/[hsm]/i),
        skipped: namesWith(/s/i),
        assumed: namesWith(/[a-z]/),
        modules: [...new Set(lines.filter(({ mode }) => mode === '160000').map(({ name }) => name))],
        deleted: namesWith(/r/i),
        modified: namesWith(/c/i),
        untracked: namesWith(/\?/),
    };
}
/**
 * Files and whole folders that git ignores. It lists a folder also where all that is in it is ignored for itself, and then lists
 * that too: a new file there would count.
 */
async function ignoredNames(git) {
    const listed = await git.list('--others', '--ignored', '--exclude-standard', '--directory');
    const names = new Set(listed.map((name) => (isFolder(name) ? name.slice(0, -1) : name)));
    const parents = [...names].flatMap((name) => (name.includes('/') ? [name.slice(0, name.lastIndexOf('/'))] : []));
    for (const parent of parents)
        names.delete(parent);
    return names;
}
/**
 * Has git look at files that its index says not to look at (`--assume-unchanged`, outside a sparse cone). `kept` are those that
 * are not there, which stay in the index: they were not deleted.
 */
async function showHiddenFiles(git, listing) {
    const { assumed, skipped } = listing;
    if (assumed.length === 0 && skipped.length === 0)
        return { kept: new Set(), listing };
    await git.updateIndex(['--no-assume-unchanged'], assumed);
    await git.updateIndex(['--no-skip-worktree'], skipped);
    const shown = await listed(git);
    const wasSkipped = new Set(skipped);
    return { kept: new Set(shown.deleted.filter((name) => wasSkipped.has(name))), listing: shown };
}
/** Above this, in bytes, the contents of changed files are not kept: only their hashes. */
const MOST_CONTENTS = 64 * 1024 * 1024;
/** Takes the working tree over into the index. */
async function update(git, { listing, kept, loose, wasIgnored }, { workingFiles }) {
    const { root } = git.repository;
    const { untracked } = listing;
    const absent = new Set(listing.deleted);
    const deleted = new Set([...absent].filter((name) => !kept.has(name)));
    const modified = listing.modified.filter((name) => !absent.has(name));
    const modules = new Set(listing.modules);
    const stamps = workingFiles.stamps(root, modified);
    // A file that became a folder, and what was in a folder that became a file or a link.
    const replaced = modified.filter((name, at) => stamps[at]?.kind === 'directory' && !modules.has(name));
    const files = new Set(untracked.filter((name) => !isFolder(name)));
    const covered = files.size === 0 ? [] : listing.tracked.filter((name) => isBelow(name, files));
    const gone = new Set([...deleted, ...replaced, ...covered]);
    await git.updateIndex(['--force-remove'], [...gone]);
    const unknown = loose === undefined ? [] : [...files].filter((name) => !loose.has(name));
    const shown = unknown.filter(wasIgnored);
    const fresh = shown.length === 0 ? unknown : unknown.filter((name) => !wasIgnored(name));
    const wanted = [...modified.filter((name) => !gone.has(name) && !loose?.has(name)), ...fresh];
    const unreadable = new Set(workingFiles.unreadable(root, wanted));
    const added = wanted.filter((name) => !unreadable.has(name));
    const size = workingFiles.stamps(root, added).reduce((sum, stamp) => sum + (stamp?.size ?? 0), 0);
    const hasContents = size <= MOST_CONTENTS;
    const flags = ['--add', '--remove', '--replace', ...(hasContents ? [] : ['--info-only'])];
    const failed = await git.updateIndex(flags, added);
    const hasRemoved = gone.size > 0;
    return { hasRemoved, unread: [...unreadable, ...failed], shown, folders: untracked.filter(isFolder), hasContents };
}
function isBelow(name, files) {
    for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1))
        if (files.has(name.slice(0, at)))
            return true;
    return false;
}

;// CONCATENATED MODULE: ./lib/checkout/changes.js




/**
 * Takes a snapshot of every repository in the workspace, before the first tool call can run. Resolves with what tells what has changed
 * since; `timeoutMs` is how long one git command may take. Neither rejects.
 */
async function trackChanges(place, world) {
    const { executable, workspace } = place;
    const unknown = (reason) => ({
        ...{ changedFiles: undefined, patch: undefined, warnings: [] },
        notices: [`changed-files is not known: ${reason}.`],
    });
    const unknownChanges = (reason) => ({ changes: () => Promise.resolve(unknown(reason)) });
    if (executable === undefined)
        return unknownChanges('there is no git on the PATH');
    let timeoutMs = 120_000;
    const tools = { ...world, executable, timeoutMs: () => timeoutMs };
    const repositories = (0,checkout_repository/* findRepositories */.iP)(workspace, world.workingFiles);
    if (repositories.length === 0)
        return unknownChanges('the workspace holds no git repository');
    try {
        const snapshots = await takeSnapshots(repositories, place.directory, tools);
        return {
            async changes(limitMs, secrets) {
                timeoutMs = limitMs;
                return compareAll(snapshots, place, secrets).catch((error) => unknown((0,errors/* messageOf */.bD)(error)));
            },
        };
    }
    catch (error) {
        return unknownChanges((0,errors/* messageOf */.bD)(error));
    }
}
/** Far more than a workspace has: submodules, and repositories beside the first. */
const MOST_REPOSITORIES = 500;
async function takeSnapshots(outermost, directory, tools) {
    const snapshots = [];
    const waiting = [...outermost];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        if (snapshots.length === MOST_REPOSITORIES)
            throw new Error(`there are more than ${MOST_REPOSITORIES} repositories`);
        const { root } = next;
        const snapshot = await takeSnapshot(next, (0,external_node_path_.join)(directory, `changes-${snapshots.length}.git`), tools);
        snapshots.push(snapshot);
        const inner = snapshot.inner.map((name) => (0,checkout_repository/* repositoryAt */.uw)((0,external_node_path_.join)(root, textOf(name)), tools.workingFiles));
        waiting.push(...inner.filter((repository) => repository !== undefined));
    }
    return snapshots;
}
async function compareAll(snapshots, { workspace, workingDirectory }, secrets) {
    const compared = [];
    for (const snapshot of snapshots)
        compared.push({ snapshot, changes: await snapshot.compare() });
    const paths = compared.flatMap(({ snapshot: { repository }, changes }) => changes.changed.map((name) => [(0,checkout_repository/* shownPath */.pS)(workspace, repository.root), shownName(name)].filter(Boolean).join('/')));
    const changedFiles = [...new Set(paths)].sort();
    const main = compared
        .filter(({ snapshot: { repository } }) => isWithin(workingDirectory, repository.root))
        .toSorted((a, b) => b.snapshot.repository.root.length - a.snapshot.repository.root.length)[0] ?? compared[0];
    const isChanged = main !== undefined && changedFiles.length > 0;
    const { patch, warning } = isChanged ? await makePatch(main.snapshot.git, main.changes, secrets) : {};
    const loose = main?.changes.withoutContents.length ?? 0;
    const made = compared.flatMap(({ changes }) => changes.newRepositories).length;
    const notices = [
        loose > 0 &&
            `${loose} changed files that were untracked or ignored before, or cannot be read, are in changed-files but not in changes.patch.`,
        made > 0 &&
            `${made} of changed-files ${made === 1 ? 'is a repository or worktree' : 'are repositories or worktrees'} that the agent made: the files in ${made === 1 ? 'it are' : 'them are'} not listed, nor in changes.patch.`,
        compared.some((one) => one !== main && one.changes.changed.length > 0) &&
            'changes.patch holds the changes of one repository; changed-files lists those of others too.',
        compared.some(({ changes }) => changes.changed.some((name) => !isText(name))) &&
            'changed-files shows bytes that are no UTF-8 as \\xNN.',
    ].filter((notice) => notice !== false);
    return { changedFiles, patch, notices, warnings: warning === undefined ? [] : [warning] };
}
const isWithin = (path, folder) => path === folder || path.startsWith(`${folder}${external_node_path_.sep}`);
function isText(name) {
    try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(name));
        return true;
    }
    catch {
        return false;
    }
}
function shownName(name) {
    return isText(name)
        ? textOf(name)
        : name.replaceAll(/[^ -~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
/** What GitHub and reviewers can still handle, in bytes. */
const LARGEST = 20 * 1024 * 1024;
/**
 * The differences of two trees as `git apply` takes them. It must apply as it is, so it is not redacted: with a secret in the
 * new contents of a file, or what looks like one in an added line, there is none.
 */
async function makePatch(git, changes, secrets) {
    const { before, after, hasContents } = changes;
    if (before === after)
        return {};
    const none = (reason) => ({ warning: `There is no changes.patch: ${reason}.` });
    if (!hasContents)
        return none('the changed files have more than 64 MB');
    try {
        const contents = await newContents(git, changes);
        if (secrets.holdsKnownSecret(contents))
            return none('a changed file holds a secret of this run');
        const text = await git.run([...DIFF, before, after], { maximumBytes: LARGEST });
        const added = textOf(text)
            .split('\n')
            .filter((line) => line.startsWith('+'));
        if (secrets.looksSecret(added.map((line) => line.slice(1)).join('\n')))
            return none('an added line looks like a secret');
        return { patch: bytesOf(text) };
    }
    catch (error) {
        const words = (0,errors/* messageOf */.bD)(error);
        return none(/its time or size/.test(words) ? 'it would be larger than 20 MB' : words);
    }
}
/** No program of a configuration, no color, no other prefix, whatever the attributes of the checkout say. */
const DIFF = [
    ...['diff-tree', '-r', '-p', '--binary', '--full-index', '--no-ext-diff', '--no-textconv', '--no-color'],
    ...['--no-renames', '--src-prefix=a/', '--dst-prefix=b/'],
];
async function newContents(git, { before, after }) {
    const raw = await git.run(['diff-tree', '-r', '-z', '--raw', '--full-index', '--no-renames', before, after]);
    const ids = [...raw.matchAll(/:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AMT]\0/g)].map(([, id = '']) => `${id}\n`);
    return ids.length === 0 ? '' : textOf(await git.run(['cat-file', '--batch'], { stdin: ids.join('') }));
}
/** The bytes of a byte string. */
const bytesOf = (text) => Buffer.from(text, 'latin1');
/** The text of a byte string. */
const textOf = (bytes) => new TextDecoder().decode(bytesOf(bytes));

// EXTERNAL MODULE: ./lib/json.js
var json = __webpack_require__(16413);
;// CONCATENATED MODULE: ./lib/checkout/git-directories.js




/** What is at `path` now, to be held; nothing where a link leads to it, since what is there may be anybody's. */
function holdEntry(hold, path, { workspace, files }) {
    if (foldersAbove(workspace, path).some((folder) => (0,checkout_repository/* kindOf */.I)(folder, files) === 'link'))
        return [];
    if (hold === 'contents' || hold === 'head')
        return [{ path, hold, saved: files.save(path) }];
    const mode = files.folderMode(path);
    if (mode !== undefined)
        return [{ path, hold, saved: { kind: 'directory', mode, entries: new Map() } }];
    return hold === 'kind' ? [{ path, hold: 'contents', saved: files.save(path) }] : [];
}
/** Puts it back where it differs, and returns a line for each thing done or impossible. Throws nothing. */
function restoreEntry(entry, place) {
    try {
        return restored(entry, place);
    }
    catch (error) {
        return [`${(0,checkout_repository/* shownPath */.pS)(place.workspace, entry.path)} could not be put back: ${(0,errors/* messageOf */.bD)(error)}`];
    }
}
function restored({ path, hold, saved }, { workspace, files }) {
    const shown = (0,checkout_repository/* shownPath */.pS)(workspace, path);
    // Nothing is written or left through a link that the agent put in the place of a folder.
    const replaced = foldersAbove(workspace, path).find((folder) => (0,checkout_repository/* kindOf */.I)(folder, files) !== 'directory');
    if (replaced !== undefined) {
        const folder = (0,checkout_repository/* shownPath */.pS)(workspace, replaced);
        const lines = [];
        if (files.restore(replaced, undefined))
            lines.push(`${folder} was replaced by a link or a file, which is removed`);
        if (saved !== undefined && hold !== 'mode')
            lines.push(`${folder} is gone, with the settings in it`);
        return lines;
    }
    if (hold === 'mode' || (hold === 'kind' && (0,checkout_repository/* kindOf */.I)(path, files) === 'directory')) {
        if (saved?.kind !== 'directory' || files.folderMode(path) === undefined)
            return [];
        if (files.folderMode(path) === saved.mode)
            return [];
        files.setFolderMode(path, saved.mode);
        return [`${shown} had its permissions changed; they are put back`];
    }
    if (hold === 'head' && saved !== undefined && isSavedHead(files.save(path)))
        return [];
    const now = files.save(path);
    return files.restore(path, saved) ? [`${shown} ${describeChange(now, saved)}`] : [];
}
/** Whether git takes it for a HEAD: else it looks for a repository elsewhere (`is_git_directory` in setup.c of git 2.39). */
function isSavedHead(entry) {
    if (entry?.kind !== 'file' || (entry.mode & 0o400) === 0)
        return false;
    return /^(?:ref:\s*refs\/.|[0-9a-f]{40})/.test(git_directories_textOf(entry));
}
/** A held entry as JSON can hold it. */
const plainEntry = ({ saved, ...entry }) => ({ ...entry, saved: saved ? plain(saved) : null });
function plain(entry) {
    if (entry.kind === 'file')
        return { ...entry, contents: Buffer.from(entry.contents).toString('base64') };
    if (entry.kind === 'link')
        return entry;
    return { ...entry, entries: Object.fromEntries([...entry.entries].map(([name, inner]) => [name, plain(inner)])) };
}
/** The entry of that form. Throws a TypeError where it has another. */
function parseHeldEntry(value) {
    const path = (0,json/* stringOf */.Je)(value, 'path');
    const hold = HOLDS.find((one) => one === (0,json/* fieldOf */._F)(value, 'hold'));
    const saved = (0,json/* fieldOf */._F)(value, 'saved');
    if (path === undefined || hold === undefined)
        throw new TypeError('no held entry');
    return { path, hold, saved: saved === null ? undefined : parseEntry(saved) };
}
const HOLDS = ['contents', 'mode', 'kind', 'head'];
function parseEntry(value) {
    const [kind, contents, entries] = ['kind', 'contents', 'entries'].map((name) => (0,json/* fieldOf */._F)(value, name));
    const [mode, target] = [(0,json/* numberOf */.rl)(value, 'mode'), (0,json/* stringOf */.Je)(value, 'target')];
    if (kind === 'link' && target !== undefined)
        return { kind, target };
    if (kind === 'file' && mode !== undefined && typeof contents === 'string')
        return { kind, mode, contents: Buffer.from(contents, 'base64') };
    if (kind !== 'directory' || mode === undefined || !(0,json/* isRecord */.u4)(entries))
        throw new TypeError('no saved entry');
    return { kind, mode, entries: new Map(Object.entries(entries).map(([name, inner]) => [name, parseEntry(inner)])) };
}
/** Folders between the workspace and `path`, outermost first; of a path outside, the folder that it is in. */
function foldersAbove(workspace, path) {
    const parent = (0,external_node_path_.dirname)(path);
    if (!parent.startsWith(`${workspace}${external_node_path_.sep}`))
        return [parent];
    const above = foldersAbove(workspace, parent);
    return (0,external_node_path_.dirname)(parent) === workspace ? [parent] : [...above, parent];
}
function describeChange(now, saved) {
    if (saved === undefined)
        return 'was added; it is removed';
    if (now === undefined)
        return 'was removed; it is put back';
    const names = now.kind === 'file' && saved.kind === 'file' ? changedSettings(git_directories_textOf(now), git_directories_textOf(saved)) : [];
    return `was changed${names.length === 0 ? '' : ` (${names.join(', ')})`}; it is put back`;
}
const git_directories_textOf = (entry) => new TextDecoder().decode(entry.contents);
/** Names of the settings that differ, as in `git config --list`, without their values, which may be secret; at most ten. */
function changedSettings(now, before) {
    const [after, old] = [settingsIn(now), settingsIn(before)];
    const names = [...new Set([...after.keys(), ...old.keys()])];
    return names.filter((name) => after.get(name) !== old.get(name)).slice(0, 10);
}
/** The settings of a configuration file by their names, as in `git config --list`; each value follows a line break. */
function settingsIn(text) {
    const found = new Map();
    let section = '';
    for (const line of text.split('\n')) {
        const [, name, inner] = /^\s*\[([\w.-]+)(?:\s+"([^"]*)")?\]/.exec(line) ?? [];
        if (name !== undefined)
            section = inner === undefined ? name : `${name}.${inner}`;
        const [, key, value = ''] = /^\s*([A-Za-z][\w-]*)\s*(?:=(.*))?$/.exec(line) ?? [];
        if (key !== undefined)
            found.set(`${section}.${key}`, `${found.get(`${section}.${key}`) ?? ''}\n${value}`);
    }
    return found;
}
/** Far more than a workspace has: with packages of npm some ten thousand. */
const MOST_FOLDERS = 200_000;
/** Everything in the workspace that may be, or lead to, a git directory: paths called `.git`, and `HEAD` of bare repositories. */
const findIn = ({ workspace, files, own }) => files.find(workspace, { names: ['.git', 'head'], closed: '.git', except: [own], mostFolders: MOST_FOLDERS });
/** Whether a path is called `.git`; there are file systems for which `.GIT` is the same. */
const isDotGit = (path) => (0,external_node_path_.basename)(path).toLowerCase() === '.git';
/** Whether a path is called `HEAD`. */
const isHead = (path) => (0,external_node_path_.basename)(path).toLowerCase() === 'head';
/** The folder that a path called `.git` is, or leads to; undefined where git could follow it to none. */
function directoryBehind(path, files) {
    const kind = (0,checkout_repository/* kindOf */.I)(path, files);
    const saved = kind === 'link' ? files.save(path) : undefined;
    const named = kind === 'file' ? /^gitdir: (.+)/.exec(files.readText(path) ?? '')?.[1]?.trim() : undefined;
    const target = saved?.kind === 'link' ? saved.target : named;
    const directory = target === undefined ? path : (0,external_node_path_.resolve)((0,external_node_path_.dirname)(path), target);
    return (0,checkout_repository/* kindOf */.I)(directory, files) === 'directory' ? directory : undefined;
}
/** Whether git takes a folder for a git directory, or would with another HEAD (`is_git_directory` in setup.c of git 2.39). */
function isGitDirectory(folder, files) {
    if (!['file', 'link'].includes((0,checkout_repository/* kindOf */.I)((0,external_node_path_.join)(folder, 'HEAD'), files) ?? ''))
        return false;
    const parts = partsOf(folder, files);
    return parts.includes('commondir') || parts.length === 2;
}
/** Which parts of a git directory a folder has, beside HEAD. */
const partsOf = (folder, files) => Object.entries(PARTS)
    .filter(([name, kind]) => [kind, 'link'].includes((0,checkout_repository/* kindOf */.I)((0,external_node_path_.join)(folder, name), files) ?? ''))
    .map(([name]) => name);
const PARTS = { commondir: 'file', objects: 'directory', refs: 'directory' };
/** A git directory, the one that has its configuration, and those of its submodules and linked worktrees. */
function gitDirectoriesOf(directory, files) {
    const common = (0,checkout_repository/* commonDirectoryOf */.U8)(directory, files);
    return [...new Set([directory, common, ...innerDirectories(common, files)])];
}
/** Git directories of submodules (which may have submodules of their own) and of linked worktrees. */
function innerDirectories(directory, files) {
    const worktrees = (0,checkout_repository/* foldersIn */.XL)((0,external_node_path_.join)(directory, 'worktrees'), files);
    return [...worktrees, ...moduleDirectories((0,external_node_path_.join)(directory, 'modules'), files)];
}
/** The name of a submodule may have slashes: folders that are no git directory themselves are looked into. */
function moduleDirectories(folder, files) {
    return (0,checkout_repository/* foldersIn */.XL)(folder, files).flatMap((path) => files.entries(path).includes('HEAD') ? [path, ...innerDirectories(path, files)] : moduleDirectories(path, files));
}

;// CONCATENATED MODULE: ./lib/checkout/git-settings.js




/**
 * Holds what makes git run programs or look elsewhere, of every repository in the workspace: configuration with the files of
 * the workspace that it includes, hooks, attributes, what leads to the repository, and what makes git take it for one. The
 * agent may change all of it (`git commit` needs a `.git` that can be written), and git of a later step would obey:
 * https://git-scm.com/docs/git-config (core.fsmonitor, core.hooksPath, filter, diff.external). Repositories that are new
 * afterwards lose their settings, bare ones what makes them repositories.
 */
function holdGitSettings(place) {
    const { files } = place;
    const { paths, complete } = findIn(place);
    const dotGits = paths.filter(isDotGit);
    const folders = paths.filter(isHead).map((path) => (0,external_node_path_.dirname)(path));
    const bare = folders.filter((folder) => isGitDirectory(folder, files));
    const outer = [...dotGits.flatMap((path) => directoryBehind(path, files) ?? []), ...bare];
    const directories = [...new Set(outer.flatMap((directory) => gitDirectoriesOf(directory, files)))];
    const held = [
        ...dotGits
            .filter((path) => (0,checkout_repository/* kindOf */.I)(path, files) !== 'directory')
            .flatMap((path) => holdEntry('contents', path, place)),
        ...directories.flatMap((directory) => [...holdDirectory(directory, place), ...holdNamed(directory, place)]),
    ];
    const entries = [...new Map(held.map((entry) => [`${entry.hold} ${entry.path}`, entry])).values()];
    const others = folders.filter((folder) => !bare.includes(folder));
    const partsByFolder = Object.fromEntries(others.map((folder) => [folder, partsOf(folder, files)]));
    return settingsOf({ entries, dotGits, directories, partsByFolder, complete }, place);
}
/** The same of `text`, for whoever comes after the one that held them; undefined where it has another form. */
function heldGitSettings(text, place) {
    const held = parseHeld((0,json/* parseJson */.qF)(text));
    return held && settingsOf(held, place);
}
function parseHeld(value) {
    const [list, parts, complete] = ['entries', 'partsByFolder', 'complete'].map((name) => (0,json/* fieldOf */._F)(value, name));
    if (!Array.isArray(list) || !(0,json/* isRecord */.u4)(parts) || typeof complete !== 'boolean')
        return undefined;
    try {
        return {
            entries: list.map(parseHeldEntry),
            dotGits: textsOf((0,json/* fieldOf */._F)(value, 'dotGits')),
            directories: textsOf((0,json/* fieldOf */._F)(value, 'directories')),
            partsByFolder: Object.fromEntries(Object.entries(parts).map(([folder, names]) => [folder, textsOf(names)])),
            complete,
        };
    }
    catch (error) {
        if (error instanceof TypeError)
            return undefined;
        throw error;
    }
}
function textsOf(value) {
    if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
        return value;
    throw new TypeError('no list of texts');
}
function settingsOf(held, place) {
    const { mode = [], other = [] } = Object.groupBy(held.entries, ({ hold }) => (hold === 'mode' ? 'mode' : 'other'));
    mode.sort((a, b) => a.path.length - b.path.length);
    return {
        restore() {
            const restored = [...mode, ...other].flatMap((entry) => restoreEntry(entry, place));
            return [...new Set([...restored, ...undoNew(held, place)])];
        },
        text: JSON.stringify({ ...held, entries: held.entries.map(plainEntry) }),
    };
}
/** In every git directory: what is configuration, or leads to it, or decides where git gets or sends something. */
const SETTINGS = ['config', 'config.worktree', 'commondir', 'gitdir', 'hooks', 'info/attributes', 'remotes', 'branches'];
function holdDirectory(directory, place) {
    const hold = (how, name) => holdEntry(how, (0,external_node_path_.join)(directory, name), place);
    const folders = ['objects', 'refs'].filter((name) => (0,checkout_repository/* kindOf */.I)((0,external_node_path_.join)(directory, name), place.files) !== undefined);
    return [
        ...['', ...folders].flatMap((name) => hold('mode', name)),
        ...SETTINGS.flatMap((name) => hold('contents', name)),
        ...folders.flatMap((name) => hold('kind', name)),
        ...hold('head', 'HEAD'),
    ];
}
/** Files of the workspace that the configuration includes, and the folder of hooks that it names. */
function holdNamed(directory, place) {
    const held = [];
    const configs = [(0,external_node_path_.join)(directory, 'config'), (0,external_node_path_.join)(directory, 'config.worktree')];
    for (let at = 0; at < configs.length && at < MOST_CONFIGS; at++) {
        const config = configs[at] ?? '';
        for (const { isInclude, value } of pathsNamedIn(place.files.readText(config) ?? '')) {
            const path = (0,external_node_path_.resolve)(isInclude ? (0,external_node_path_.dirname)(config) : (0,external_node_path_.dirname)(directory), value);
            if (!isInside(path, place.workspace))
                continue;
            held.push(...holdEntry('contents', path, place));
            if (isInclude && !configs.includes(path))
                configs.push(path);
        }
    }
    return held;
}
const MOST_CONFIGS = 100;
function pathsNamedIn(config) {
    return [...settingsIn(config)].flatMap(([name, values]) => {
        const isInclude = /^include(?:if\..*)?\.path$/i.test(name);
        if (!isInclude && !/^core\.hookspath$/i.test(name))
            return [];
        const named = values.split('\n').map((value) => value.trim().replace(/^"(.*)"$/, '$1'));
        return named.filter((value) => value !== '').map((value) => ({ isInclude, value }));
    });
}
/** Takes from what the agent added what git would obey: nobody can tell it from a trap. */
function undoNew(held, place) {
    const { files } = place;
    const [knownDirectories, knownPaths] = [new Set(held.directories), new Set(held.dotGits)];
    const inner = held.directories.flatMap((directory) => innerDirectories(directory, files));
    const { paths, complete } = findIn(place);
    const lines = inner
        .filter((directory) => !knownDirectories.has(directory))
        .flatMap((directory) => disarm(directory, place));
    for (const path of paths.filter((one) => isDotGit(one) && !knownPaths.has(one))) {
        if ((0,checkout_repository/* kindOf */.I)(path, files) === 'directory')
            lines.push(...[path, ...innerDirectories(path, files)].flatMap((directory) => disarm(directory, place)));
        else if (!inner.includes(directoryBehind(path, files) ?? ''))
            lines.push(...remove(path, place));
    }
    for (const path of paths.filter(isHead)) {
        const folder = (0,external_node_path_.dirname)(path);
        if (knownDirectories.has(folder) || !isGitDirectory(folder, files))
            continue;
        const before = held.partsByFolder[folder];
        const added = before && partsOf(folder, files).filter((name) => !before.includes(name));
        const traps = added?.map((name) => (0,external_node_path_.join)(folder, name)) ?? [path];
        lines.push(...traps.flatMap((trap) => remove(trap, place)));
    }
    if (!held.complete || !complete)
        lines.push(`The workspace has more than ${MOST_FOLDERS} folders: git may obey settings of repositories that the agent made in it.`);
    return lines;
}
const remove = (path, place) => restoreEntry({ path, hold: 'contents', saved: undefined }, place);
/** Removes the settings of a new git directory; a linked worktree keeps what leads to its repository. */
function disarm(directory, place) {
    const { files, workspace } = place;
    const mode = files.folderMode(directory) ?? 0o700;
    // Its folder must be open, for what is in it to be seen.
    restoreEntry({ path: directory, hold: 'mode', saved: { kind: 'directory', mode: mode | 0o700, entries: new Map() } }, place);
    const isWorktree = (0,external_node_path_.basename)((0,external_node_path_.dirname)(directory)) === 'worktrees';
    const isLinked = isWorktree && (0,checkout_repository/* commonDirectoryOf */.U8)(directory, files) === (0,external_node_path_.dirname)((0,external_node_path_.dirname)(directory));
    const kept = isLinked ? ['commondir', 'gitdir'] : [];
    const names = SETTINGS.filter((name) => !kept.includes(name) && (0,checkout_repository/* kindOf */.I)((0,external_node_path_.join)(directory, name), files) !== undefined);
    if (names.length === 0)
        return [];
    const lines = names.flatMap((name) => remove((0,external_node_path_.join)(directory, name), place));
    const failed = lines.filter((line) => line.includes('could not'));
    return [`${(0,checkout_repository/* shownPath */.pS)(workspace, directory)} is new; what git obeys in it is removed (${names.join(', ')})`, ...failed];
}
const isInside = (path, folder) => path.startsWith(`${folder}${external_node_path_.sep}`);

// EXTERNAL MODULE: ./lib/run-context.js
var run_context = __webpack_require__(63360);
// EXTERNAL MODULE: ./lib/run-state.js
var run_state = __webpack_require__(80686);
// EXTERNAL MODULE: ./lib/transcript/types.js
var types = __webpack_require__(36611);
;// CONCATENATED MODULE: ./lib/steps/track-changes.js






/** Takes a snapshot of the workspace's repositories and of the settings of their git. Never rejects. */
async function trackCheckout({ workingDirectory, searchPath }, context, world) {
    const { files, workingFiles, log } = world;
    const workspace = await realWorkspace(world);
    const settings = holdGitSettings({ workspace, files: workingFiles, own: context.place.own });
    await context.saveSealed(GIT_SETTINGS_FILE, settings.text);
    const tracker = await trackChanges({
        workspace,
        workingDirectory: (await files.realPath(workingDirectory)) ?? workingDirectory,
        directory: context.place.own,
        executable: await world.git.locate(searchPath),
    }, world);
    return {
        async finish(isCancelled) {
            context.update({ restoredGitSettings: await restore(settings, context.place, world) });
            const { changedFiles, patch, notices, warnings } = await tracker.changes(isCancelled ? 1_500 : 120_000, context.secretFinder);
            context.update({ changedFiles, diffStat: patch && diffStatOf(patch) });
            const path = (0,external_node_path_.join)(context.place.transcript, types/* TRANSCRIPT_FILES */.p.patch);
            if (patch !== undefined)
                await files
                    .write(path, patch)
                    .catch((error) => log.warning(`There is no changes.patch: ${String(error)}`));
            for (const notice of notices)
                log.notice(context.redact(notice));
            for (const warning of warnings)
                log.warning(context.redact(warning));
        },
    };
}
/** In post: puts the settings of git back where main was killed, and returns a line for each. Nothing of the agent's runs any more. */
async function restoreGitSettings(id, world) {
    const text = await (0,run_context/* readSealed */.Tb)(id, GIT_SETTINGS_FILE, world);
    const { own } = (0,run_state/* placeOf */.$t)(id, world.runner);
    const place = { workspace: await realWorkspace(world), files: world.workingFiles, own };
    const settings = text === undefined ? undefined : heldGitSettings(text, place);
    return settings === undefined ? [] : restore(settings, (0,run_state/* placeOf */.$t)(id, world.runner), world);
}
/** They may hold a token of `actions/checkout`: the file goes as soon as it is not needed. */
const GIT_SETTINGS_FILE = 'git-settings.json';
async function restore(settings, { own }, { files, log }) {
    const restored = settings.restore();
    await files.remove((0,external_node_path_.join)(own, GIT_SETTINGS_FILE)).catch(() => undefined);
    if (restored.length > 0)
        log.warning(restored.join('\n'), 'The agent changed settings of git, which are undone');
    return restored;
}
const realWorkspace = async ({ files, runner }) => (await files.realPath(runner.workspace)) ?? runner.workspace;
/**
 * Lines added and taken away by a patch of `git diff`, by path from the repository's root. Files without lines (binary ones) and those
 * whose names git quotes are left out.
 */
function diffStatOf(patch) {
    const stat = new Map();
    let path;
    let isInHunk = false;
    for (const line of new TextDecoder().decode(patch).split('\n')) {
        if (line.startsWith('diff --git ')) {
            path = undefined;
            isInHunk = false;
        }
        else if (!isInHunk && (line.startsWith('--- a/') || line.startsWith('+++ b/')))
            path = line.slice(6).replace(/\t$/, '');
        else if (line.startsWith('@@'))
            isInHunk = true;
        if (!isInHunk || path === undefined || !/^[+-]/.test(line))
            continue;
        const counts = stat.get(path) ?? { added: 0, removed: 0 };
        if (line.startsWith('+'))
            counts.added++;
        else
            counts.removed++;
        stat.set(path, counts);
    }
    return Object.fromEntries(stat);
}


/***/ }),

/***/ 68804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ wholeSeconds),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   IN: () => (/* binding */ cutText),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   P1: () => (/* binding */ readableDuration),
/* harmony export */   Q6: () => (/* binding */ visibleText),
/* harmony export */   Ui: () => (/* binding */ lineGroupsOf),
/* harmony export */   l2: () => (/* binding */ capitalized),
/* harmony export */   wv: () => (/* binding */ describeCounts),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/**
 * Text that shows what is in it: terminal colours are dropped; control characters and those that turn the direction of
 * text around (https://trojansource.codes) are replaced by signs.
 */
function visibleText(text) {
    return text
        .toWellFormed()
        .replace(TERMINAL_SEQUENCE, '')
        .replace(/\r\n/g, '\n')
        .replace(CONTROL, (sign) => (sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '\ufffd'));
}
// eslint-disable-next-line no-control-regex -- these are what is looked for
const TERMINAL_SEQUENCE = /\u001b\[[0-9;?]{0,40}[ -/]{0,4}[@-~]/g;
// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** `text`, or when it is longer than `limit` UTF-16 units, its start with `note` behind it, in `limit` units together. */
function cutText(text, limit, note) {
    if (text.length <= limit)
        return text;
    const end = limit - note.length;
    const splitsPair = /[\ud800-\udbff]/.test(text[end - 1] ?? '');
    return text.slice(0, splitsPair ? end - 1 : end) + note;
}
/** The same with a capital at its start. */
const capitalized = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** Counts by name, the highest first: `3 Bash, 1 Edit`; `shown` turns a name into what it is shown as. */
function describeCounts(counts, shown = (name) => name) {
    const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a);
    return sorted.map(([name, count]) => `${count} ${shown(name)}`).join(', ');
}
/** `1 h 2 min`, `3 min 4 s`, `5.6 s` or `78 ms`. */
function readableDuration(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    const minutes = Math.floor(seconds / 60);
    return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** `1,234,567`. By hand, since the first use of `toLocaleString` takes 28 ms, which is time of every run. */
const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
/** `1 file`, `2 files`. */
const plural = (count, noun) => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
/** A point in time without milliseconds: `2026-11-27T21:45:27Z`. */
const wholeSeconds = (time) => time.toISOString().replace(/\.\d+Z$/, 'Z');
/**
 * The lines of a program's output, without blank ones. Cut by bytes, so that a character that spans two chunks stays whole;
 * bytes that are no UTF-8 become U+FFFD. A last line without a line break counts too. What comes behind `longest` bytes of
 * a line is a line of its own, so that memory stays bounded; the cut is at a space, so that it goes through no secret.
 */
async function* linesOf(chunks, longest) {
    for await (const lines of lineGroupsOf(chunks, longest))
        yield* lines;
}
/** The same, all lines together that a chunk has brought to their end. */
async function* lineGroupsOf(chunks, longest = 128 * 1024 * 1024) {
    const decoder = new TextDecoder();
    // Of the line that has begun.
    let text = '';
    let bytes = 0;
    const end = (part) => {
        const line = (text + decoder.decode(part)).trimEnd();
        text = '';
        bytes = 0;
        return line === '' ? [] : [line];
    };
    for await (const chunk of chunks) {
        const ended = [];
        let start = 0;
        for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, start)) {
            ended.push(...end(chunk.subarray(start, at)));
            start = at + 1;
        }
        if (bytes + chunk.length - start > longest) {
            const behindSpace = chunk.lastIndexOf(SPACE) + 1;
            const cut = behindSpace > start ? behindSpace : chunk.length;
            ended.push(...end(chunk.subarray(start, cut)));
            start = cut;
        }
        if (start < chunk.length) {
            text += decoder.decode(chunk.subarray(start), { stream: true });
            bytes += chunk.length - start;
        }
        if (ended.length > 0)
            yield ended;
    }
    const last = end(new Uint8Array());
    if (last.length > 0)
        yield last;
}
const LINE_FEED = 0x0a;
const SPACE = 0x20;


/***/ }),

/***/ 68052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ changeJson),
/* harmony export */   s: () => (/* binding */ isJsonDocument)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16413);

/** Changes strings and numbers of a valid JSON text and leaves every other byte as it is; `keys` are those of {@link JsonPlace.isInside}. */
function changeJson(json, change, keys = new Set()) {
    const parts = [];
    const containers = [];
    let container = { isObject: false, key: undefined, isInside: false };
    /** The key whose value comes next. */
    let key;
    let previous;
    const placeOf = (isKey) => {
        const behind = isKey ? undefined : container.isObject ? key : container.key;
        return { key: behind, isKey, isInside: container.isInside || (behind !== undefined && keys.has(behind)) };
    };
    const changeBetween = (sign) => {
        if (sign === '{' || sign === '[') {
            const { key: behind, isInside } = placeOf(false);
            containers.push(container);
            container = { isObject: sign === '{', key: behind, isInside };
            key = undefined;
        }
        else if (sign === '}' || sign === ']') {
            container = containers.pop() ?? container;
            key = undefined;
        }
        else if (sign === ',')
            key = undefined;
        else if (sign === ':')
            key = previous;
        else
            return change.number(sign, placeOf(false));
        return sign;
    };
    let from = 0;
    for (let start = json.indexOf('"'); start >= 0; start = json.indexOf('"', from)) {
        parts.push(json.slice(from, start).replace(SIGN, changeBetween));
        from = stringEnd(json, start);
        const token = json.slice(start, from);
        const value = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
        const changed = change.string(value, placeOf(container.isObject && key === undefined));
        parts.push(changed === value ? token : JSON.stringify(changed));
        previous = value;
    }
    parts.push(json.slice(from).replace(SIGN, changeBetween));
    return parts.join('');
}
/** Whether `text` is one JSON object or array. */
const isJsonDocument = (text) => /^\s*[{[]/.test(text) && (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text) !== undefined;
/** What may be between strings, but for white space and words. */
const SIGN = /[{}[\],:]|-?\d[\d.eE+-]*/g;
/** Index behind the closing quote of the string that opens at `start`. */
function stringEnd(json, start) {
    for (let quote = json.indexOf('"', start + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
        let backslashes = 0;
        while (json[quote - 1 - backslashes] === '\\')
            backslashes++;
        if (backslashes % 2 === 0)
            return quote + 1;
    }
    return json.length;
}


/***/ }),

/***/ 67892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gr: () => (/* binding */ OUTCOME_SIGNS),
/* harmony export */   Hr: () => (/* binding */ failureReason),
/* harmony export */   RW: () => (/* binding */ outcomeLine),
/* harmony export */   aq: () => (/* binding */ shownAnswer),
/* harmony export */   c6: () => (/* binding */ outcomeFacts),
/* harmony export */   gd: () => (/* binding */ hasStarted),
/* harmony export */   iK: () => (/* binding */ describeQuota),
/* harmony export */   lD: () => (/* binding */ outcomeTitle),
/* harmony export */   mF: () => (/* binding */ describeCommandCalls)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68804);


/** How a run ended, in words, as a heading: `Claude finished · 1 file changed`; `isCheck`: it was to check alone. */
function outcomeTitle(outputs, isCheck = false) {
    const denied = outputs['permission-denials'].length;
    const failed = outputs['failed-subagents'] ?? 0;
    const changed = outputs['changed-files']?.length ?? 0;
    return [
        outcomeWords(outputs, isCheck),
        ...(outputs.conclusion === 'success' && changed > 0 ? [`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(changed, 'file')} changed`] : []),
        ...(failed > 0 ? [`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(failed, 'subagent')} failed`] : []),
        ...(denied > 0 ? [`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(denied, 'tool call')} denied`] : []),
    ].join(' · ');
}
/** The sign before a title. */
const OUTCOME_SIGNS = { success: '✅', failure: '❌', cancelled: '⏹️', 'timed-out': '⏱️', setup: '✅' };
function outcomeWords(outputs, isCheck) {
    const { conclusion, 'failure-code': code, 'duration-ms': duration } = outputs;
    switch (conclusion) {
        case 'success':
            return 'Claude finished';
        case 'setup':
            return outputs['claude-code-path'] === null ? 'Preflight passed' : 'Claude Code is set up';
        case 'cancelled':
            return 'The job was cancelled';
        case 'timed-out':
            return `Claude was stopped${duration === null ? '' : ` after ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .readableDuration */ .P1)(duration)}`}: it reached the time limit`;
        case 'failure': {
            const reason = code === '' ? 'it failed' : _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURE_WORDS */ .T8[code];
            if (isCheck)
                return `Preflight failed: ${reason}`;
            return hasStarted(outputs) ? `Claude stopped: ${reason}` : `Claude could not start: ${reason}`;
        }
    }
}
/** Whether the agent has begun its work, as far as it is known. */
function hasStarted({ conclusion, 'failure-code': code, 'num-turns': turns }) {
    if (turns !== null && turns > 0)
        return true;
    return conclusion === 'success' || code.startsWith('agent-') || LATER.includes(code);
}
/** They come when Claude Code runs. */
const LATER = [
    ...['max-turns-reached', 'budget-exceeded', 'structured-output-missing', 'output-limit-reached', 'prompt-too-long'],
    ...['guardrail-intervened', 'model-refused'],
];
/** What a failure means, without the answer of a service that it quotes; that answer where it says it all. */
function failureReason({ message, quote }) {
    if (quote === undefined)
        return message;
    const rest = message.replace(quote, '').replaceAll(/\n\s*\n/g, '\n');
    return rest.trim() || message;
}
/** The result as text and the structured one as JSON; a text that only repeats that JSON is left out. */
function shownAnswer({ result, 'structured-output': structured }) {
    const compact = (text) => text.replaceAll(/\s+/g, '');
    const json = structured === null ? undefined : JSON.stringify(structured ?? null, undefined, 2);
    const isShown = result !== null && result !== '' && (json === undefined || compact(result) !== compact(json));
    return { text: isShown ? result : undefined, json };
}
/** What is known of a run as name and value, ready to be read; what is not known or zero is left out. */
function outcomeFacts(outputs) {
    const count = (value) => (value === null || value === 0 ? null : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(value));
    const duration = outputs['duration-ms'];
    const cost = outputs['total-cost-usd'];
    const waited = outputs['throttled-ms'] ?? 0;
    const facts = [
        ['Model', outputs.model],
        ['Region', outputs['aws-region']],
        ['AWS account', outputs['aws-account-id']],
        ['Turns', count(outputs['num-turns'])],
        ['Input tokens', count(outputs['input-tokens'])],
        ['Output tokens', count(outputs['output-tokens'])],
        ['Tokens read from cache', count(outputs['cache-read-tokens'])],
        ['Tokens written to cache', count(outputs['cache-creation-tokens'])],
        ['Cost', cost === null || cost === 0 ? null : dollars(cost)],
        ['Duration', duration === null ? null : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .readableDuration */ .P1)(duration)],
        ['API retries', count(outputs.retries)],
        ['Calls refused for the quota', count(outputs['throttled-calls'])],
        ['Waited for the quota', waited < 1000 ? null : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .readableDuration */ .P1)(waited)],
        ['Failed subagents', count(outputs['failed-subagents'])],
        ['Claude Code', outputs['claude-code-version']],
        ['Session', outputs['session-id']],
    ];
    return facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}
/** What a reader wants to know first, on one line; empty when nothing is known. */
function outcomeLine(outputs) {
    const { 'num-turns': turns, 'duration-ms': duration, 'total-cost-usd': cost } = outputs;
    return [
        turns === null || turns === 0 ? '' : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(turns, 'turn'),
        duration === null ? '' : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .readableDuration */ .P1)(duration),
        cost === null || cost === 0 ? '' : dollars(cost),
    ]
        .filter((part) => part !== '')
        .join(' · ');
}
/** Dollars, with more digits where they are few: `$12.30`, `$0.0042`. */
const dollars = (usd) => `$${usd.toFixed(usd < 0.1 ? 4 : 2)}`;
/** The quota that the figures are given for, in tokens a minute. */
const EXAMPLE_QUOTA = 1_000_000;
/** What a run took of its quota, in lines for the log and the summary; none where no call's tokens are known. */
function describeQuota(facts) {
    if (facts === undefined)
        return [];
    const { firstCall, meanReservation, throttledCalls, throttledMs } = facts;
    const howLong = throttledMs === 0 ? '' : `; calls waited for it ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .readableDuration */ .P1)(throttledMs)} in all`;
    const waited = throttledCalls === 0 ? [] : [`${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(throttledCalls, 'call')} refused for the quota${howLong}.`];
    if (firstCall === undefined || meanReservation === undefined)
        return waited;
    const { reserved, inputTokens, cacheReadTokens: read = 0, cacheWriteTokens: written = 0 } = firstCall;
    const starts = Math.floor(EXAMPLE_QUOTA / Math.max(1, reserved));
    return [
        `Of the first call's ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(inputTokens + read + written)} input tokens, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(read)} came from the cache.`,
        `The first call reserved ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(reserved)} tokens of the quota, a call ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(meanReservation)} on average: a quota of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(EXAMPLE_QUOTA)} tokens a minute starts ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(starts, 'run')} of this size a minute.`,
        ...waited,
    ];
}
/** What commands of the agent asked of models by themselves, in lines as above; none where they did not. */
function describeCommandCalls(facts) {
    if (facts?.ofCommands === undefined)
        return [];
    const { calls, inputTokens, outputTokens } = facts.ofCommands;
    return [
        `Commands of the agent called models themselves, with the token of the run: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(calls, 'call')}, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(inputTokens)} input and ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(outputTokens)} output tokens. They are in no conversation of the transcript.`,
    ];
}


/***/ }),

/***/ 1296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ resultText),
/* harmony export */   Gb: () => (/* binding */ outputStrings),
/* harmony export */   Gy: () => (/* binding */ redactedFacts),
/* harmony export */   p5: () => (/* binding */ redactDenial),
/* harmony export */   pb: () => (/* binding */ cutOutputs),
/* harmony export */   v3: () => (/* binding */ outputsFrom)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68804);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36611);



/**
 * The outputs as the step sets them: empty where not known, JSON where not text. Together they stay below the 1 MB of
 * outputs a job may have, counted in UTF-16
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs): long texts are cut,
 * denials end early, a structured output or a list of files that does not fit is empty. `result.json` has them whole.
 */
function outputStrings(outputs) {
    return Object.fromEntries(Object.entries(bounded(outputs)).map(([name, value]) => [name, asText(value)]));
}
/** Names of the outputs that {@link outputStrings} does not give whole. */
function cutOutputs(outputs) {
    const whole = Object.entries(outputs);
    const set = new Map(Object.entries(bounded(outputs)));
    return whole.flatMap(([name, value]) => (JSON.stringify(set.get(name)) === JSON.stringify(value) ? [] : [name]));
}
function bounded(outputs) {
    const isLonger = (value, limit) => JSON.stringify(value ?? null).length > limit;
    return {
        ...outputs,
        'failure-message': (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(outputs['failure-message'], 16 * KI, NOTE),
        result: outputs.result === null ? null : (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(outputs.result, 128 * KI, NOTE),
        'structured-output': isLonger(outputs['structured-output'], 128 * KI) ? null : outputs['structured-output'],
        'permission-denials': fitting(outputs['permission-denials'].map(withShortInput), 64 * KI),
        'changed-files': isLonger(outputs['changed-files'], 64 * KI) ? null : outputs['changed-files'],
    };
}
/** Text of `result.json`: the outputs whole, with their values typed. */
const resultText = (outputs) => `${JSON.stringify(outputs, undefined, 2)}\n`;
const KI = 1024;
const NOTE = `\n[cut here: ${_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TRANSCRIPT_FILES */ .p.result} of the transcript has all of it]`;
function asText(value) {
    if (value === null)
        return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
}
/** A denied call keeps its input, or the start of its JSON when that is long (the content of a file to write). */
function withShortInput(denial) {
    const input = JSON.stringify(denial.tool_input ?? null);
    return input.length <= 4 * KI ? denial : { ...denial, tool_input: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(input, 4 * KI, NOTE) };
}
/** As many of the first items as fit into `limit` characters of JSON. */
function fitting(items, limit) {
    let length = 2;
    const end = items.findIndex((item) => (length += JSON.stringify(item).length + 1) > limit);
    return end < 0 ? items : items.slice(0, end);
}
/**
 * The outputs that these facts amount to, redacted: texts of the agent and of services, not what the action itself makes of them. A
 * list of files that redaction would alter is not known.
 */
function outputsFrom(facts, redact) {
    const { statistics, claude, artifact } = facts;
    const result = statistics?.result;
    const usage = result?.usage ?? statistics?.usage;
    const code = facts.failure?.code ?? '';
    return {
        conclusion: conclusionOf(facts),
        'failure-code': code,
        'failure-message': facts.failure === undefined ? '' : redact(`${facts.failure.message}\n\n${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fixText */ .Xc)(facts.failure.fix)}`.trim()),
        // It is empty where a Stop hook was overridden, though the agent has answered.
        result: redactIn((result?.result || statistics?.lastText) ?? result?.result, redact),
        'structured-output': redactJson(result?.structuredOutput, redact),
        'session-id': result?.sessionId ?? statistics?.sessionId ?? null,
        'num-turns': statistics?.turns ?? null,
        'duration-ms': facts.durationMs ?? null,
        'total-cost-usd': result?.totalCostUsd ?? null,
        'input-tokens': usage?.inputTokens ?? null,
        'output-tokens': usage?.outputTokens ?? null,
        'cache-read-tokens': usage?.cacheReadTokens ?? null,
        'cache-creation-tokens': usage?.cacheCreationTokens ?? null,
        retries: facts.retries ?? statistics?.retries ?? 0,
        'permission-denials': (facts.denials ?? statistics?.denials.map(({ call }) => call) ?? []).map((denial) => redactDenial(denial, redact)),
        'transcript-path': facts.transcriptPath,
        'artifact-id': artifact?.id ?? null,
        'artifact-url': artifact?.url ?? null,
        'changed-files': facts.changedFiles?.every((path) => redact(path) === path) ? facts.changedFiles : null,
        'claude-code-version': claude?.version ?? statistics?.claudeCodeVersion ?? null,
        'claude-code-path': claude?.path ?? null,
        'cache-hit': claude?.cacheHit ?? null,
        'aws-account-id': redactIn(facts.account, redact),
        'aws-region': facts.region ?? null,
        model: redactIn(facts.model ?? statistics?.model, redact),
        isolation: facts.isolation ?? null,
        'throttled-calls': facts.quota?.throttledCalls ?? null,
        'throttled-ms': facts.quota?.throttledMs ?? null,
        'failed-subagents': statistics === undefined ? null : (statistics.subagents?.failed.length ?? 0),
    };
}
/** What is known of an agent's run as facts may hold it: redacted. How it went is decided by the run as it is. */
function redactedFacts({ statistics, timeline }, redact) {
    const { result, lastText, tools, retryReasons, blocked, denials, subagents } = statistics;
    const byName = (counts) => Object.fromEntries(Object.entries(counts).map(([name, count]) => [redact(name), count]));
    return {
        statistics: {
            ...statistics,
            tools: byName(tools),
            retryReasons: byName(retryReasons),
            lastText: lastText && redact(lastText),
            blocked: blocked && redact(blocked),
            subagents: subagents && {
                ...subagents,
                failed: subagents.failed.map(({ description, reason }) => ({
                    description: redact(description),
                    reason: redact(reason),
                })),
            },
            denials: denials.map(({ call }) => ({ call: redactDenial(call, redact), refusal: undefined })),
            result: result && {
                ...result,
                result: result.result && redact(result.result),
                errors: result.errors.map(redact),
                structuredOutput: redactJson(result.structuredOutput, redact),
                permissionDenials: result.permissionDenials.map((denial) => redactDenial(denial, redact)),
            },
        },
        timeline: {
            ...timeline,
            stretches: timeline.stretches.map((stretch) => ({ ...stretch, what: redact(stretch.what) })),
        },
    };
}
const redactIn = (text, redact) => (text === undefined ? null : redact(text));
function redactJson(value, redact) {
    if (typeof value === 'object' && value !== null)
        return JSON.parse(redact(JSON.stringify(value)));
    const text = String(value);
    return typeof value === 'string' || redact(text) !== text ? redact(text) : (value ?? null);
}
/** A denied call, redacted; a rule that redaction would alter is left out, for it would not work. */
function redactDenial(denial, redact) {
    const { allow, wider, rule, ...call } = denial;
    const isWhole = (text) => redact(text) === text;
    return {
        ...call,
        tool_input: redactJson(denial.tool_input, redact),
        ...(rule === undefined ? {} : { rule: redact(rule) }),
        ...(allow === undefined ? {} : { allow: allow.every(isWhole) ? allow : [] }),
        ...(wider === undefined || !isWhole(wider) ? {} : { wider }),
    };
}
function conclusionOf({ failure, prompt }) {
    if (failure === undefined)
        return prompt === undefined ? 'setup' : 'success';
    if (failure.code === 'agent-cancelled')
        return 'cancelled';
    return failure.code === 'agent-timed-out' ? 'timed-out' : 'failure';
}


/***/ }),

/***/ 34779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zu: () => (/* binding */ merged),
/* harmony export */   dw: () => (/* binding */ createPatternMatcher),
/* harmony export */   m4: () => (/* binding */ createLiteralFinder)
/* harmony export */ });
/**
 * Redacts what one pattern matches, in bounded time. One that is linear sees a text whole. Any other sees a long text in pieces that overlap by half, so
 * that a match up to half a piece long is found wherever it is; when it has taken {@link BUDGET_MS} all together, long texts are
 * redacted whole, as `slow-pattern`: what it would have matched must not be kept.
 */
function createPatternMatcher({ source, degree }, now = () => 0) {
    const pattern = new RegExp(source, 'gu');
    const whole = (text, markAs) => text.replace(pattern, (match) => (match === '' ? '' : markAs('pattern')));
    if (degree <= 1)
        return { replace: whole };
    const longest = Math.max(128, Math.floor(STEPS ** (1 / degree)));
    let spentMs = 0;
    return {
        replace: (text, markAs) => {
            if (spentMs > BUDGET_MS && text.length > TRIED_ALWAYS)
                return markAs('slow-pattern');
            const began = now();
            try {
                if (text.length <= longest)
                    return whole(text, markAs);
                const parts = [];
                let from = 0;
                for (const { start, end } of pieceMatches(text, pattern, longest)) {
                    if (now() - began + spentMs > BUDGET_MS)
                        return [...parts, markAs('slow-pattern')].join('');
                    if (end === start || end <= from)
                        continue;
                    parts.push(text.slice(from, Math.max(from, start)), start < from ? '' : markAs('pattern'));
                    from = end;
                }
                return parts.join('') + text.slice(from);
            }
            finally {
                spentMs += now() - began;
            }
        },
    };
}
/** Steps of matching a piece at most, some 0.1 s: 4472 characters at degree 2, 271 at 3. */
const STEPS = 20_000_000;
const BUDGET_MS = 20_000;
const TRIED_ALWAYS = 128;
/** Matches in order; an empty one after each piece lets the caller look at the time. */
function* pieceMatches(text, pattern, longest) {
    const step = Math.ceil(longest / 2);
    let from = 0;
    for (let first = 0;; first += step) {
        const piece = text.slice(first, first + longest);
        for (const match of piece.matchAll(pattern)) {
            const [start, end] = [first + match.index, first + match.index + match[0].length];
            if (end <= from)
                continue;
            yield { start, end };
            from = end;
        }
        yield { start: from, end: from };
        if (first + longest >= text.length)
            return;
    }
}
/**
 * A function that finds where any of the literals (each at least 2 characters) occurs in a text, in order; occurrences that
 * overlap or touch are one span. The method is that of Wu and Manber: a table tells for each two characters how far the text
 * can be skipped. For 170 forms of 30 unlike secrets it reads 0.6 to 1 GB/s, where one regular expression of alternatives reads 0.07
 * (Node 24).
 */
function createLiteralFinder(literals) {
    const all = [...new Set(literals)];
    if (all.length === 0)
        return () => [];
    const shortest = Math.min(...all.map(({ length }) => length));
    const skips = new Uint8Array(TABLE_SIZE).fill(Math.min(shortest - 1, 255));
    const candidates = new Map();
    for (const literal of all) {
        for (let last = 1; last < shortest; last++) {
            const pair = pairAt(literal, last);
            skips[pair] = Math.min(skips[pair] ?? 0, shortest - 1 - last);
        }
        const pair = pairAt(literal, shortest - 1);
        candidates.set(pair, [...(candidates.get(pair) ?? []), literal]);
    }
    return (text) => {
        const spans = [];
        for (let last = shortest - 1; last < text.length;) {
            const pair = pairAt(text, last);
            const skip = skips[pair] ?? 0;
            last += Math.max(skip, 1);
            if (skip > 0)
                continue;
            const start = last - shortest;
            for (const literal of candidates.get(pair) ?? []) {
                if (text.startsWith(literal, start))
                    spans.push({ start, end: start + literal.length });
            }
        }
        return merged(spans);
    };
}
/** Spans in order, those that overlap or touch as one. */
function merged(spans) {
    const ordered = [];
    for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
        const previous = ordered.at(-1);
        if (previous === undefined || start > previous.end)
            ordered.push({ start, end });
        else
            previous.end = Math.max(previous.end, end);
    }
    return ordered;
}
const TABLE_SIZE = 1 << 16;
/** Index in the tables of the two characters that end at `last`; different pairs may share one. */
const pairAt = (text, last) => ((text.charCodeAt(last - 1) << 8) ^ text.charCodeAt(last)) & (TABLE_SIZE - 1);


/***/ }),

/***/ 68646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ PROTOCOL_WORDS),
/* harmony export */   p: () => (/* binding */ CONFIGURATION_WORDS)
/* harmony export */ });
/**
 * Words of Claude Code's protocol, in small letters: keys of its events and session files, and values of their fields that are
 * one of a few (recorded with 2.1.330). Those of fewer than 6 characters are never looked for.
 */
const PROTOCOL_WORDS = wordsOf(`
aborted_tools accept acceptedits additional_directories agent_id agentid agents analytics_disabled api_error
api_error_params api_error_status api_retry apikeysource askuserquestion assistant async_launched attachment attempt
autocompact background background_tasks_changed bashoutput bedrock boolean budget budget_exhausted builtin by_type
bypasspermissions cache_creation cache_creation_input_tokens cache_read_input_tokens
cachecreationephemeral1hinputtokens cachecreationephemeral5minputtokens cachecreationinputtokens
cachereadinputtokens cancontinueagent canonicalmodel canreadoutputfile capabilities claude claude_code_version
code-review compact compact_boundary compact_metadata compact_output_chars compact_result compacting completed
concurrency_limit config connected container content content_block_delta content_block_start content_block_stop
context context_management contextwindow control_request control_response cost-state costbasis costusd create
croncreate crondelete cronlist cumulative_dropped_tokens decision decision_reason_type default depth_limit
description diagnostics disabled dontask duration_api_ms duration_ms effort end_time end_turn enterplanmode
enterworktree ephemeral_1h_input_tokens ephemeral_5m_input_tokens error_during_execution error_max_budget_usd
error_max_structured_output_retries error_max_turns error_status errors estimated_tokens estimated_tokens_delta
exitplanmode exitworktree explore external failed fallback_credit fast_mode_disabled_reason fast_mode_state
file-history-snapshot filepath first_content_frame_ms foreground function general-purpose gitbranch
guardrail_intervened hook_response hook_started inference_geo input_json_delta input_tokens inputtokens interrupted
is_api_error_message is_backgrounded is_error isapierrormessage isasync isimage ismeta issidechain issynthetic
iterations killed killshell last_tool_name leafuuid list-agents listagents local_agent local_bash
logical_parent_uuid logicalparentuuid max_depth max_output_tokens max_retries max_tokens max_turns maxoutputtokens
mcp_servers memory_paths message message_delta message_start message_stop messaging_socket_path model_not_found
model_usage_since_last_result modelusage monitor multiedit needs-auth newlines newstart newstring non_execution_kind
nooutputexpected not_first_party notebookedit notebookread notification num_turns number numlines object oldlines
oldstart oldstring origin original_cwd originalfile output-style output_file output_limit output_style output_tokens
output_tokens_details outputfile outputtokens parent parent_tool_use_id parentuuid pause_turn pending
per_turn_effort_active permission-mode permission-rule permission_decision permission_denials permission_denied
permissionmode persistedoutputpath persistedoutputsize plugins post_tokens posttooluse pre_tokens precompact
pretooluse producer product_feedback_disabled progress prompt provider queue-operation queued_turn_count rate_limit
rate_limit_event reason_type redacted_thinking refusal refused reject replaceall reportfindings request_id requested
requestid resolvedmodel result result_index retry_delay_ms run_id safety_stops schedulewakeup sdk_mcp_manifests
sdk_mcp_tools_list_changed security-review sendmessage served_by_anthropic server_error server_tool_use service_tier
session-task session_id sessionend sessionid sessionstart signature signature_delta skills slash_commands
slashcommand source sourcetoolassistantuuid spawn_depth spawned spawned_by_subagents standard started_in_background
startline status stderr stdout stop_details stop_reason stop_sequence stopped stream_event string structured_output
structuredoutput structuredpatch subagent_stats subagent_type subagentstop subcommandresults subtype success summary
summary_is_report system task-notification task_description task_id task_notification task_progress task_started
task_type task_updated taskcreate taskget tasklist taskoutput taskstop taskupdate terminal_reason
terminal_slash_commands text_delta thinking thinking_delta thinking_duration_ms thinking_tokens thinkingtokens
time_to_request_ms timestamp todowrite tool_input tool_name tool_result tool_result_meta tool_use tool_use_id
tool_use_result tool_uses toolsearch tooluseresult total_cost_usd total_tokens totallines trigger ttft_ms
ttft_stream_ms ultrathink_available ultrathink_typed_raises unknown user-rejected usermodified userpromptsubmit
usertype verify view_mode web_fetch_requests web_search_requests webfetch websearch websearchrequests workflow
`);
/** Common words of configuration, in small letters, among them the passwords that documentation gives test databases. */
const CONFIGURATION_WORDS = wordsOf(`
access action actions active address administrator alpine amazon amazonaws android anonymous apache
archive artifact artifacts backend backup bearer binary branch browser bucket bundle cached certificate
changeme channel checkout cluster cluster-admin command common compose configuration console cookie credential
credentials current custom cypress database datadog debian debugging decimal defaults delete deploy deployment
desktop develop developer development digest directory disable docker dockerhub domain download dry-run
elasticsearch element enable enabled encoding endpoint engine english enterprise environment eslint example expired
explicit export feature feature-flag federated fedora filter folder format frontend gateway general
github github-actions gitlab global golang gradle grafana handler header headers health helper history hosted ignore
implicit import inactive inbound include inherit initial inline install instance integration internal invalid
jenkins keycloak kotlin kubernetes language latest library license limited linear linter listen localhost
locked logger logging logical manager manual mariadb master maximum member memory metadata metrics
minimal minimum minioadmin mirror missing mobile module mongodb monorepo native network nightly
nodejs normal notify offline online opensearch operator option optional options oracle organization
output override package packages parameter passthrough password permission pipeline
placeholder platform playwright plugin policy polling postgres postgresql preprod preview primary private
process processor product production profile program project projects promote protected
public publish published publisher pytest python rabbitmq read-only read-write readme readonly
region registry release release-candidate releases remote replica report repository request required resource
response restart restricted review reviewer rollback router routes runner running runtime sample sandbox scheduled
schema script secret secrets security selenium self-hosted sentry server service service-account session settings
shared signed skipped snapshot software sonarqube sources stable staging standby started static
storage strict subnet subscription support swagger target temporary tenant terraform test-key test-secret test-token
tested testing testpass testpassword testuser timeout timezone toggle traefik trusted ubuntu ubuntu-latest undefined
unlimited unsafe unsigned untrusted update upload upstream username variable vendor verbose verified version 
virtual warning watcher webhook webpack webserver website wildcard windows windows-latest worker
workspace writable
`);
function wordsOf(text) {
    return new Set(text.trim().split(/\s+/));
}


/***/ }),

/***/ 54704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ keepTranscript),
  L: () => (/* binding */ openRecorder)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/text.js
var lib_text = __webpack_require__(68804);
// EXTERNAL MODULE: ./lib/transcript/json-text.js
var json_text = __webpack_require__(68052);
// EXTERNAL MODULE: ./lib/transcript/outputs.js
var outputs = __webpack_require__(1296);
;// CONCATENATED MODULE: ./build/viewer.js
const VIEWER_STYLE = ":root{color-scheme:light dark;--page: light-dark(#ffffff, #0d1117);--soft: light-dark(#f6f8fa, #151b23);--line: light-dark(#d1d9e0, #3d444d);--faint: light-dark(#e6eaef, #262c36);--text: light-dark(#1f2328, #f0f6fc);--quiet: light-dark(#59636e, #9198a1);--accent: light-dark(#0969da, #4493f8);--ok: light-dark(#1a7f37, #3fb950);--bad: light-dark(#c21f2b, #ff7b72);--warn: light-dark(#8a5a00, #d8a133);--think: light-dark(#7a3fd1, #b58cff);--bad-soft: light-dark(#fff1f0, #2d1416);--ok-soft: light-dark(#e6f6ea, #12261a);--warn-soft: light-dark(#fff6dc, #2a2110);--added: light-dark(#dafbe1, #14301d);--removed: light-dark(#ffebe9, #3a1719);--mark: light-dark(#fff3a8, #6b5300);--mono: ui-monospace, SFMono-Regular, \"SF Mono\", Menlo, Consolas, \"Liberation Mono\", \"DejaVu Sans Mono\", monospace;--bar: 3.5rem;font:14px/1.5 -apple-system,Segoe UI,Noto Sans,Helvetica,Arial,DejaVu Sans,sans-serif}:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--text);overflow-wrap:anywhere}[hidden]{display:none!important}h1,h2,h3,h4,p,dl,dd,ol,ul{margin:0;padding:0}h2{font-size:14px;font-weight:600}button,select,input{font:inherit;color:inherit}a{color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:1px}code,kbd,.mono{font-family:var(--mono);font-size:12.5px}.skip{position:absolute;inset-inline-start:-100vw}.skip:focus{inset-inline-start:8px;top:8px;padding:4px 10px;background:var(--page);z-index:3}.masthead{background:var(--soft);border-bottom:1px solid var(--line)}.masthead>div,main{max-width:1180px;margin:0 auto;padding:0 20px}.masthead>div{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;padding-block:14px}.masthead h1{font-size:18px;font-weight:600;display:flex;flex-wrap:wrap;align-items:center;gap:6px 10px}.masthead h1 code{font-size:14px;font-weight:600;color:var(--bad)}#tools{margin-inline-start:auto}.reach{margin:16px 0;color:var(--quiet);font-size:12px}.origin{flex:1 1 100%;display:flex;flex-wrap:wrap;gap:2px 14px;color:var(--quiet);font-size:13px}.state{display:inline-flex;align-items:center;gap:7px;padding:3px 12px 3px 9px;border-radius:99px;border:1px solid currentColor;font-size:15px;line-height:1.4}.state:before{content:\"\\2713\";font-weight:700}.state.success,.state.setup{color:var(--ok);background:var(--ok-soft)}.state.failure{color:var(--bad);background:var(--bad-soft)}.state.failure:before{content:\"\\2715\"}.state.cancelled,.state.timed-out{color:var(--warn);background:var(--warn-soft)}.state.cancelled:before{content:\"\\25a0\";font-size:11px}.state.timed-out:before{content:\"\\25f7\"}#theme{padding:3px 6px;border:1px solid var(--line);border-radius:6px;background:var(--page)}main{padding-block:16px 80px;display:grid;gap:16px;grid-template-columns:minmax(0,1fr)}.panel{border:1px solid var(--line);border-radius:8px;background:var(--page);padding:12px 16px;min-width:0}.panel>h2{margin-bottom:8px}.panel h3{font-size:13px;font-weight:600;margin:10px 0 4px}.panel.answer>h2{color:var(--quiet)}.panel.failed{border-color:var(--bad);background:var(--bad-soft)}.panel.failed h2{color:var(--bad)}.panel.failed h2:not(:first-child){color:var(--text);margin-top:12px}.panel.failed .fix{background:var(--page);border:1px solid var(--line);border-radius:6px;padding:8px 12px}.pair{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));align-items:start}.facts{display:flex;flex-wrap:wrap;gap:10px 28px}.facts>div{min-width:0}.facts dt{color:var(--quiet);font-size:12px}.facts dd{font-variant-numeric:tabular-nums;font-weight:600;overflow-wrap:break-word}.facts.small{margin-top:12px;padding-top:10px;border-top:1px solid var(--faint)}.facts.small dd{font-weight:400;font-size:13px}.text{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}.text:focus{outline:none}.rendered{white-space:normal}.markdown p,.markdown li{white-space:pre-line}.markdown>*+*{margin-top:10px}.markdown h3,.markdown h4,.markdown h5,.markdown h6{font-size:14px;font-weight:600;margin:16px 0 0}.markdown h3{font-size:15px}.markdown>:first-child{margin-top:0}.markdown ul,.markdown ol{padding-inline-start:24px}.markdown li+li{margin-top:3px}.markdown blockquote{margin:10px 0 0;padding-inline-start:12px;border-inline-start:3px solid var(--line);color:var(--quiet)}.markdown code{background:var(--soft);border-radius:4px;padding:1px 4px}.markdown pre{margin:0;background:var(--soft);border:1px solid var(--faint);border-radius:6px;padding:8px 12px;overflow-x:auto}.markdown pre code{background:none;padding:0;white-space:pre;overflow-wrap:normal}.markdown .wide{overflow-x:auto}.markdown table{border-collapse:collapse}.markdown th,.markdown td{border:1px solid var(--line);padding:4px 10px;text-align:start;vertical-align:top}.markdown hr{border:0;border-top:1px solid var(--line)}.copyable{position:relative;margin-top:8px}.copy{position:absolute;inset-block-start:6px;inset-inline-end:6px;padding:1px 8px;border:1px solid var(--line);border-radius:6px;background:var(--page);color:var(--quiet);font-size:12px;cursor:pointer}.copy:hover{color:var(--text)}.copyable>.text{padding-inline-end:64px}.contents{margin-bottom:12px}.contents ol{margin:8px 0 0;padding-inline-start:28px;max-height:320px;overflow-y:auto}.contents li{padding:1px 0}.contents .time{margin-inline-start:8px;font-size:12px}.contents .error .path{color:var(--bad)}.contents .denied .path{color:var(--warn)}.body img{max-width:100%;max-height:480px;border:1px solid var(--line);border-radius:6px}.badge.commit{color:var(--think);font-weight:600}.short{max-height:240px;overflow:hidden;mask-image:linear-gradient(#000 75%,transparent)}.more{margin-top:6px;padding:2px 10px;border:1px solid var(--line);border-radius:6px;background:var(--soft);color:var(--accent);cursor:pointer}.files{list-style:none;columns:2 320px;font-family:var(--mono);font-size:12.5px}.files li{break-inside:avoid;padding:1px 0}.path{border:0;padding:0;background:none;color:var(--accent);font:inherit;text-align:start;cursor:pointer;overflow-wrap:anywhere}.path:hover{text-decoration:underline}details>summary{cursor:pointer;padding:2px 0}figure{margin:0}.picture{cursor:crosshair;touch-action:pan-y}svg{display:block;max-width:100%;font-size:12px}.lane{fill:var(--text)}.tick{fill:var(--quiet);font-size:11px}.grid,.ground{stroke:var(--faint);stroke-width:1;fill:none}.bar.model{fill:var(--accent)}.bar.tools{fill:var(--ok)}.bar.subagents{fill:var(--think)}.bar.waits{fill:var(--warn)}.bar.failed{fill:var(--bad)}.area{fill:var(--accent);opacity:.12}.curve{fill:none;stroke-width:1.5}.curve.tokens{stroke:var(--accent)}.curve.cost{stroke:var(--warn);stroke-dasharray:5 3}.cursor{stroke:var(--quiet);stroke-width:1}.legend{display:flex;flex-wrap:wrap;gap:2px 16px;list-style:none;font-size:12px;color:var(--quiet);margin-top:6px}.legend li{display:flex;align-items:center;gap:6px}.swatch{width:12px;height:10px;border-radius:2px}.swatch.model{background:var(--accent)}.swatch.tools{background:var(--ok)}.swatch.subagents{background:var(--think)}.swatch.waits{background:var(--warn)}.swatch.failed{background:var(--bad)}.swatch.tokens,.swatch.cost{height:0;border-radius:0;width:16px;border-top:2px solid var(--accent)}.swatch.cost{border-top:2px dashed var(--warn)}.readout{font-size:13px;min-height:1.5em;margin-top:6px;font-variant-numeric:tabular-nums}figcaption{font-size:12px;color:var(--quiet)}#events>h2{display:flex;gap:8px;align-items:baseline;margin-bottom:8px;font-size:16px}#events-count{color:var(--quiet);font-weight:400;font-size:13px}#toolbar{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:8px;padding:8px 0;background:var(--page);border-bottom:1px solid var(--line)}#toolbar button,#toolbar select,#toolbar input{height:32px;border:1px solid var(--line);border-radius:6px;background:var(--soft);padding:0 10px}#toolbar button{cursor:pointer}#toolbar button:hover:not(:disabled){border-color:var(--quiet)}#toolbar button:disabled{color:var(--quiet);cursor:default}#toolbar .icon{width:32px;padding:0}#toolbar input{background:var(--page);flex:1 1 180px;min-width:0}#toolbar select{max-width:230px}#errors[aria-pressed=true]{background:var(--bad-soft);border-color:var(--bad);color:var(--bad);font-weight:600}.finder{display:flex;flex:1 1 340px;gap:6px;align-items:center;min-width:0}.finder output{color:var(--quiet);white-space:nowrap;font-variant-numeric:tabular-nums}.choices{display:flex;flex-wrap:wrap;gap:6px}#nothing{padding:24px;text-align:center;color:var(--quiet)}.row{position:relative;border-bottom:1px solid var(--faint);scroll-margin-top:var(--bar);border-inline-start:3px solid transparent}.row:focus{outline:none}.row.current{background:var(--soft);border-inline-start-color:var(--accent)}.row.found>.top .name:after{content:\"\\2022\";color:var(--warn);margin-inline-start:5px}.top{display:flex;align-items:baseline;gap:10px;padding-inline-end:4px}.head{flex:1 1 auto;min-width:0;font:inherit}.fold{display:flex;width:100%;align-items:baseline;gap:8px;min-width:0;padding:5px 6px 5px 24px;border:0;background:none;text-align:start;position:relative}button.fold{cursor:pointer}button.fold:before{content:\"\";position:absolute;inset-inline-start:9px;top:12px;width:6px;height:6px;border:solid var(--quiet);border-width:0 1.5px 1.5px 0;transform:rotate(-45deg)}button.fold[aria-expanded=true]:before{transform:rotate(45deg);top:10px}button.fold:hover .name{text-decoration:underline}.name{font-weight:600;flex:none;max-width:60%}.title{flex:1 1 auto;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;color:var(--quiet);unicode-bidi:plaintext}.call .title,.report .title{font-family:var(--mono);font-size:12.5px;color:var(--text)}.call .name{font-family:var(--mono);font-size:12.5px}.message .name{color:var(--accent)}.thinking .name{color:var(--think);font-style:italic;font-weight:400}.note .name{color:var(--quiet);font-weight:400}.retry .name,.denied.call .name{color:var(--warn)}.note.error .name,.error.call .name,.error.report .name{color:var(--bad);font-weight:600}.side{display:flex;flex:none;align-items:baseline;gap:8px;font-size:12px;font-variant-numeric:tabular-nums}.badge{color:var(--quiet);white-space:nowrap}.badge.ok,.badge.plus{color:var(--ok)}.badge.minus,.badge.bad{color:var(--bad)}.badge.bad,.badge.warn{font-weight:600}.badge.warn{color:var(--warn)}.time{color:var(--quiet);min-width:3.6em;text-align:end}.link{color:var(--quiet);text-decoration:none;min-width:3em;text-align:end}.link:hover{text-decoration:underline;color:var(--accent)}.json{border:0;background:none;padding:0 2px;color:var(--quiet);font-family:var(--mono);font-size:11px;cursor:pointer;opacity:0}.row:hover .json,.row:focus-within .json,.json[aria-pressed=true]{opacity:1}.body{padding:0 10px 10px 24px;display:grid;gap:8px;grid-template-columns:minmax(0,1fr)}.body .mono{font-size:12.5px;line-height:1.55;tab-size:4}.body .text.mono,.diff{background:var(--soft);border:1px solid var(--faint);border-radius:6px;padding:6px 10px}.row.current .body .text.mono,.row.current .diff{background:var(--page)}.body .text.error{background:var(--bad-soft);border-color:transparent;border-inline-start:3px solid var(--bad)}.row.current .body .text.error{background:var(--bad-soft)}.body h4{font-size:12px;font-weight:400;color:var(--quiet);margin-bottom:2px}.command .text:before{content:\"$ \";color:var(--ok);font-weight:700}.purpose{color:var(--quiet);font-size:12.5px;margin-bottom:3px}.empty{color:var(--quiet);font-size:12.5px}.excerpt{margin-top:6px}.thinking .text{color:var(--quiet);font-style:italic}.fields{display:grid;gap:4px}.fields>div{display:grid;grid-template-columns:minmax(90px,max-content) minmax(0,1fr);gap:2px 12px}.fields dt{color:var(--quiet);font-size:12.5px;max-width:220px}.diff{padding:4px 0;font-family:var(--mono);font-size:12.5px;line-height:1.55;overflow:hidden}.diff .line{display:flex}.diff .added{background:var(--added)}.diff .removed{background:var(--removed)}.diff .number{flex:none;width:3.6em;padding-inline-end:8px;text-align:end;color:var(--quiet);user-select:none}.diff .sign{flex:none;width:1.8em;text-align:center;color:var(--quiet);user-select:none}.diff .code{flex:1 1 auto;min-width:0;white-space:pre-wrap;unicode-bidi:plaintext;tab-size:4;padding-inline-end:8px}.diff .gap{color:var(--quiet);padding:0 10px}.diff .more{margin:6px 10px 4px}.todos{list-style:none}.todos .done{color:var(--quiet);text-decoration:line-through}.todos .doing{font-weight:600}.todos .state{all:unset;display:inline-block;width:1.4em}.todos .state:before{content:none}.depth-1{margin-inline-start:22px}.depth-2{margin-inline-start:44px}.depth-3{margin-inline-start:66px}.depth-4{margin-inline-start:88px}.row:not(.depth-0):before{content:\"\";position:absolute;inset-block:0;inset-inline-start:-14px;border-inline-start:2px solid var(--think);opacity:.45}mark{background:var(--mark);color:inherit;border-radius:2px}dialog{border:1px solid var(--line);border-radius:10px;background:var(--page);color:var(--text);padding:20px 24px;max-width:min(92vw,460px)}dialog::backdrop{background:#0006}dialog dl{display:grid;gap:6px;margin:12px 0 16px}dialog dl>div{display:grid;grid-template-columns:150px 1fr;gap:12px}dialog dt{display:flex;flex-wrap:wrap;gap:4px;align-items:center}kbd{border:1px solid var(--line);border-bottom-width:2px;border-radius:4px;background:var(--soft);padding:0 5px;font-size:11.5px}dialog button{border:1px solid var(--line);border-radius:6px;background:var(--soft);padding:4px 14px;cursor:pointer}#messages{position:fixed;inset-inline:0;bottom:16px;display:grid;justify-items:center;pointer-events:none;z-index:4}.toast{background:var(--text);color:var(--page);border-radius:6px;padding:6px 14px;max-width:92vw}@media(max-width:640px){:root{--bar: 8rem}.masthead>div,main{padding-inline:12px}.panel{padding:10px 12px}.facts{gap:8px 18px}.choices{flex:1 1 100%}.choices select{flex:1 1 150px}.time:empty{display:none}#toolbar select{max-width:none}.badge.used{display:none}#toolbar input{font-size:16px}.finder{flex-basis:100%}.finder output{min-width:0}.top{flex-wrap:wrap;gap:0;padding-bottom:4px}.head{flex-basis:100%}.fold{padding-bottom:0}.side{padding-inline-start:24px}.side .json{display:none}.time,.link{min-width:0}.body{padding-inline:12px 6px}.fields>div{grid-template-columns:minmax(0,1fr)}.diff .number{width:2.6em;padding-inline-end:4px}.depth-1{margin-inline-start:12px}.depth-2{margin-inline-start:20px}.depth-3,.depth-4{margin-inline-start:28px}.row:not(.depth-0):before{inset-inline-start:-8px}}@media print{:root{color-scheme:light;font-size:11px}#toolbar,#theme,.json,.more,.copy,.contents,.readout,.skip,button.fold:before{display:none}.short{max-height:none;mask-image:none}.row,.panel{break-inside:auto}.top{break-after:avoid}main{max-width:none}}@media(prefers-reduced-motion:no-preference){.toast{animation:appear .15s}@keyframes appear{0%{opacity:0}}}"
const VIEWER_SCRIPT = "\"use strict\";(()=>{function ee(e){return e.toWellFormed().replace(kr,\"\").replace(/\\r\\n/g,`\n`).replace(xr,t=>t<\" \"?String.fromCharCode(9216+t.charCodeAt(0)):\"\\uFFFD\")}var kr=/\\u001b\\[[0-9;?]{0,40}[ -/]{0,4}[@-~]/g,xr=/[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]/g;function x(e,t={},...n){let r=document.createElement(e);It(r,t);for(let o of n)o!==void 0&&r.append(typeof o==\"string\"?ee(o):o);return r}function D(e,t={},...n){let r=document.createElementNS(\"http://www.w3.org/2000/svg\",e);return It(r,t),r.append(...n),r}function L(e,t,n={}){let r=x(\"button\",{type:\"button\",...n},e);return r.addEventListener(\"click\",t),r}function $(e){let t=document.getElementById(e);if(t===null)throw new Error(`The page has no #${e}.`);return t}function It(e,t){for(let[n,r]of Object.entries(t))r!==void 0&&r!==!1&&e.setAttribute(n,r===!0?\"\":String(r))}function ze(e,t){let n=L(\"Copy\",()=>{et(t)},{class:\"copy\",\"aria-label\":\"Copy this text\"});return x(\"div\",{class:\"copyable\"},e,n)}async function et(e,t=\"Copied.\",n=\"The browser does not let this page copy.\"){await navigator.clipboard.writeText(e).then(()=>Bt(t),()=>Bt(n))}function Bt(e){let t=x(\"div\",{class:\"toast\"},e);$(\"messages\").replaceChildren(t),setTimeout(()=>t.remove(),3e3)}function ot(){return{async:!1,breaks:!1,extensions:null,gfm:!0,hooks:null,pedantic:!1,renderer:null,silent:!1,tokenizer:null,walkTokens:null}}var ge=ot();function Vt(e){ge=e}var fe={exec:()=>null};function pe(e){let t=[];return n=>{let r=Math.max(0,Math.min(3,n-1)),o=t[r];return o||(o=e(r),t[r]=o),o}}function R(e,t=\"\"){let n=typeof e==\"string\"?e:e.source,r={replace:(o,s)=>{let i=typeof s==\"string\"?s:s.source;return i=i.replace(_.caret,\"$1\"),n=n.replace(o,i),r},getRegex:()=>new RegExp(n,t)};return r}var Zt=((e=\"\")=>{try{return!!new RegExp(\"(?<=1)(?<!1)\"+e)}catch{return!1}})(),_={codeRemoveIndent:/^(?: {0,3}\\t| {1,4})/gm,listInterruptsParagraph:/^ {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]/,outputLinkReplace:/\\\\([\\[\\]])/g,indentCodeCompensation:/^(\\s+)(?:```)/,beginningSpace:/^\\s+/,endingHash:/#$/,startingSpaceChar:/^ /,endingSpaceChar:/ $/,endingSpaceTabChar:/[ \\t]$/,nonSpaceChar:/[^ ]/,newLineCharGlobal:/\\n/g,tabCharGlobal:/\\t/g,leadingSpaceTab:/^[ \\t]+/,multipleSpaceGlobal:/\\s+/g,blankLine:/^[ \\t]*$/,doubleBlankLine:/\\n[ \\t]*\\n[ \\t]*$/,blockquoteStart:/^ {0,3}>/,blockquoteSetextReplace:/\\n {0,3}((?:=+|-+)[ \\t]*)(?=\\n|$)/g,blockquoteSetextReplace2:/^ {0,3}>[ \\t]?/gm,blockquoteMarkerWhitespace:/^( {0,3}>)(\\t[ \\t]*)/gm,nestedBlockMarker:/^ {0,3}(?:(?:[*+-]|\\d{1,9}[.)])(?: |$)|> ?)/,listReplaceNesting:/^ {1,4}(?=( {4})*[^ ])/g,listIsTask:/^\\[[ xX]\\][ \\t]+\\S/,listReplaceTask:/^\\[[ xX]\\][ \\t]+/,listTaskCheckbox:/\\[[ xX]\\]/,anyLine:/\\n.*\\n/,hrefBrackets:/^<(.*)>$/,tableDelimiter:/[:|]/,tableAlignChars:/^\\||\\| *$/g,tableRowBlankLine:/\\n[ \\t]*$/,tableAlignRight:/^ *-+: *$/,tableAlignCenter:/^ *:-+: *$/,tableAlignLeft:/^ *:-+ *$/,startATag:/^<a /i,endATag:/^<\\/a>/i,startPreScriptTag:/^<(pre|code|kbd|script)(\\s|>)/i,endPreScriptTag:/^<\\/(pre|code|kbd|script)(\\s|>)/i,startAngleBracket:/^</,endAngleBracket:/>$/,pedanticHrefTitle:/^([^'\"]*[^\\s])\\s+(['\"])(.*)\\2/,unicodeAlphaNumeric:/[\\p{L}\\p{N}]/u,numericCharacterReference:/&#(?:(\\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/,numericCharacterReferenceOrAmpersand:/&#(?:(\\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\\w+);)/g,escapeTest:/[&<>\"']/,escapeReplace:/[&<>\"']/g,escapeTestNoEncode:/[<>\"']|&(?!(#\\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\\w+);)/,escapeReplaceNoEncode:/[<>\"']|&(?!(#\\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\\w+);)/g,caret:/(^|[^\\[])\\^/g,percentDecode:/%25/g,findPipe:/\\|/g,splitPipe:/ \\|/,slashPipe:/\\\\\\|/g,carriageReturn:/\\r\\n|\\r/g,spaceLine:/^ +$/gm,notSpaceStart:/^\\S*/,endingNewline:/\\n$/,listItemRegex:e=>new RegExp(`^( {0,3}${e})((?:[\t ][^\\\\n]*)?(?:\\\\n|$))`),nextBulletRegex:pe(e=>new RegExp(`^ {0,${e}}(?:[*+-]|\\\\d{1,9}[.)])((?:[ \t][^\\\\n]*)?(?:\\\\n|$))`)),hrRegex:pe(e=>new RegExp(`^ {0,${e}}((?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\\\\*[ \t]*){3,})(?:\\\\n+|$)`)),fencesBeginRegex:pe(e=>new RegExp(`^ {0,${e}}(?:\\`\\`\\`|~~~)`)),headingBeginRegex:pe(e=>new RegExp(`^ {0,${e}}#{1,6}(?:\\\\s|$)`)),pedanticHeadingBeginRegex:pe(e=>new RegExp(`^ {0,${e}}#`)),htmlBeginRegex:pe(e=>new RegExp(`^ {0,${e}}(?:</?(?:${it})(?:[ \\\\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\\\s>]|$)|!--)|<\\\\?|<![A-Za-z]|<!\\\\[CDATA\\\\[)`,\"i\")),blockquoteBeginRegex:pe(e=>new RegExp(`^ {0,${e}}>`)),nestedContainerMarkers:/^(?: {0,3}(?:(?:[*+-]|\\d{1,9}[.)])[ \\t]+|>[ \\t]?))+/},yr=/^(?:[ \\t]*(?:\\n|$))+/,br=/^((?: {4}| {0,3}\\t)[^\\n]+(?:\\n(?:[ \\t]*(?:\\n|$))*)?)+/,wr=/^ {0,3}(`{3,}(?=[^`\\n]*(?:\\n|$))|~{3,})([^\\n]*)(?:\\n|$)(?:|([\\s\\S]*?)(?:\\n|$))(?: {0,3}(?:(?=`)\\1`*|(?=~)\\1~*) *(?=\\n|$)|$)/,Ae=/^ {0,3}((?:-[\\t ]*){3,}|(?:_[ \\t]*){3,}|(?:\\*[ \\t]*){3,})(?:\\n+|$)/,Rr=/^ {0,3}(#{1,6})(?=\\s|$)(.*)(?:\\n+|$)/,st=/ {0,3}(?:[*+-]|\\d{1,9}[.)])/,it=\"address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul\",Ce=R(\" {0,3}(?:</?(?:tag)(?:[ \\\\t]+|\\\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\\\s>]|$)|!--)|<\\\\?|<![A-Za-z]|<!\\\\[CDATA\\\\[)\").replace(\"tag\",it).getRegex(),Jt=/^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\\n(?!\\s*?\\n|bull |fences|blockquote|heading|hr|html|table))+?)\\n {0,3}(=+|-+)[ \\t]*(?:\\n+|$)/,Kt=R(Jt).replace(/bull/g,st).replace(/blockCode/g,/(?: {4}| {0,3}\\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\\t ]*){3,}|(?:_[ \\t]*){3,}|(?:\\*[ \\t]*){3,})(?:\\n+|$)/).replace(/\\|table/g,\"\").replace(/html/g,Ce).getRegex(),Sr=R(Jt).replace(/bull/g,st).replace(/blockCode/g,/(?: {4}| {0,3}\\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\\t ]*){3,}|(?:_[ \\t]*){3,}|(?:\\*[ \\t]*){3,})(?:\\n+|$)/).replace(/table/g,/ {0,3}\\|?(?:[:\\- ]*\\|)+[\\:\\- ]*\\n/).replace(/html/g,Ce).getRegex(),at=/^([^\\n]+(?:\\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \\t]+\\n)[^\\n]+)*)/,Tr=/^[^\\n]+/,lt=/(?!\\s*\\])(?:\\\\[\\s\\S]|[^\\[\\]\\\\\\n]|\\n(?![ \\t]*\\n))+/,vr=R(/^ {0,3}\\[(label)\\]: *(?:\\n[ \\t]*)?([^<\\s][^\\s]*|<(?:\\\\.|[^\\n<>\\\\])*>)(?:(?: +(?:\\n[ \\t]*)?| *\\n[ \\t]*)(title))? *(?:\\n+|$)/).replace(\"label\",lt).replace(\"title\",/(?:\"(?:\\\\[\\s\\S]|[^\"\\\\])*\"|'(?:\\\\[\\s\\S]|[^'\\\\\\n]|\\n(?!\\n))*'|\\((?:\\\\[\\s\\S]|[^()\\\\])*\\))/).getRegex(),$r=R(/^(bull)([ \\t][^\\n]*?)?(?:\\n|$)/).replace(/bull/g,st).getRegex(),ct=/\\x3c!--(?:-?>|[\\s\\S]*?(?:-->|$))/,Er=R(\"^ {0,3}(?:<(script|pre|style|textarea)[\\\\s>][\\\\s\\\\S]*?(?:</\\\\1>[^\\\\n]*\\\\n*|$)|comment[^\\\\n]*(\\\\n+|$)|<\\\\?[\\\\s\\\\S]*?(?:\\\\?>[^\\\\n]*\\\\n*|$)|<![A-Z][\\\\s\\\\S]*?(?:>[^\\\\n]*\\\\n*|$)|<!\\\\[CDATA\\\\[[\\\\s\\\\S]*?(?:\\\\]\\\\]>[^\\\\n]*\\\\n*|$)|</?(tag)(?:[ \\\\t]+|\\\\n|/?>|$)[\\\\s\\\\S]*?(?:(?:\\\\n[ \t]*)+\\\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\\\t]*/?>(?=[ \\\\t]*(?:\\\\n|$))[\\\\s\\\\S]*?(?:(?:\\\\n[ \t]*)+\\\\n|$)|</[a-z][a-z0-9-]*\\\\s*>(?=[ \\\\t]*(?:\\\\n|$))[\\\\s\\\\S]*?(?:(?:\\\\n[ \t]*)+\\\\n|$))\",\"i\").replace(\"comment\",ct).replace(\"tag\",it).replace(\"attribute\",/[ \\t]+[a-zA-Z:_][\\w.:-]*(?:[ \\t]*=[ \\t]*\"[^\"\\n]*\"|[ \\t]*=[ \\t]*'[^'\\n]*'|[ \\t]*=[ \\t]*[^\\s\"'=<>`]+)?/).getRegex(),Xt=e=>R(at).replace(\"hr\",Ae).replace(\"heading\",\" {0,3}#{1,6}(?:\\\\s|$)\").replace(\"|lheading\",\"\").replace(\"|table\",\"\").replace(\"blockquote\",\" {0,3}>\").replace(\"fences\",\" {0,3}(?:`{3,}(?=[^`\\\\n]*(?:\\\\n|$))|~~~)[^\\\\n]*(?:\\\\n|$)\").replace(\"list\",e).replace(\"html\",Ce).getRegex(),Mr=Xt(/ {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]/),Ar=Xt(/ {0,3}(?:[*+-]|\\d{1,9}[.)])(?:[ \\t]|\\n|$)/),Cr=R(/^( {0,3}> ?(?:(?![ \\t]*(?:\\n|$))(paragraph)|[^\\n]*)(?:\\n|$))+/).replace(\"paragraph\",Ar).getRegex(),dt={blockquote:Cr,code:br,def:vr,fences:wr,heading:Rr,hr:Ae,html:Er,lheading:Kt,list:$r,newline:yr,paragraph:Mr,table:fe,text:Tr},Ht=R(\"^ *([^\\\\n ].*)\\\\n {0,3}((?:\\\\| *)?:?-+:? *(?:\\\\| *:?-+:? *)*(?:\\\\| *)?)(?:\\\\n((?:(?! *\\\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\\\n|$))*)\\\\n*|$)\").replace(\"hr\",Ae).replace(\"heading\",\" {0,3}#{1,6}(?:\\\\s|$)\").replace(\"blockquote\",\" {0,3}>\").replace(\"code\",\"(?: {4}| {0,3}\t)[^\\\\n]\").replace(\"fences\",\" {0,3}(?:`{3,}(?=[^`\\\\n]*(?:\\\\n|$))|~~~)[^\\\\n]*(?:\\\\n|$)\").replace(\"list\",\" {0,3}(?:[*+-]|1[.)])[ \\\\t]\").replace(\"html\",Ce).getRegex(),Lr={...dt,lheading:Sr,table:Ht,paragraph:R(at).replace(\"hr\",Ae).replace(\"heading\",\" {0,3}#{1,6}(?:\\\\s|$)\").replace(\"|lheading\",\"\").replace(\"table\",Ht).replace(\"blockquote\",\" {0,3}>\").replace(\"fences\",\" {0,3}(?:`{3,}(?=[^`\\\\n]*(?:\\\\n|$))|~~~)[^\\\\n]*(?:\\\\n|$)\").replace(\"list\",\" {0,3}(?:[*+-]|1[.)])[ \\\\t]+[^ \\\\t\\\\n]\").replace(\"html\",Ce).getRegex()},_r={...dt,html:R(`^ *(?:comment(?: *\\\\n|\\\\s*$)|<(tag)[\\\\s\\\\S]+?</\\\\1>(?: *\\\\n{2,}|\\\\s*$)|<tag(?:\"[^\"]*\"|'[^']*'|\\\\s[^'\"/>\\\\s]*)*?/?>(?: *\\\\n{2,}|\\\\s*$))`).replace(\"comment\",ct).replace(/tag/g,\"(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\\\b)\\\\w+(?!:|[^\\\\w\\\\s@]*@)\\\\b\").getRegex(),def:/^ *\\[([^\\]]+)\\]: *<?([^\\s>]+)>?(?: +([\"(][^\\n]+[\")]))? *(?:\\n+|$)/,heading:/^(#{1,6})(.*)(?:\\n+|$)/,fences:fe,lheading:/^(.+?)\\n {0,3}(=+|-+) *(?:\\n+|$)/,paragraph:R(at).replace(\"hr\",Ae).replace(\"heading\",` *#{1,6} *[^\n]`).replace(\"|table\",\"\").replace(\"blockquote\",\" {0,3}>\").replace(\"|fences\",\"\").replace(\"|list\",\"\").replace(\"|html\",\"\").replace(\"|tag\",\"\").replace(\"lheading\",Kt).getRegex()},Or=/^\\\\([!\"#$%&'()*+,\\-./:;<=>?@\\[\\]\\\\^_`{|}~])/,Pr=/^(`+)([^`]|[^`][\\s\\S]*?[^`])\\1(?!`)/,Qt=/^( {2,}|\\\\)\\n(?!\\s*$)[ \\t]*/,Ir=/^(`+|[^`])(?:(?= {2,}\\n)|[\\s\\S]*?(?:(?=[\\\\<!\\[`*_]|\\b_|$)|[^ ](?= {2,}\\n)))/,X=/[\\p{P}\\p{S}]/u,Re=/[\\s\\p{P}\\p{S}]/u,Le=/[^\\s\\p{P}\\p{S}]/u,Br=R(/^((?![*_])punctSpace)/,\"u\").replace(/punctSpace/g,Re).getRegex(),Hr=/[\\p{Pi}\\p{Ps}\"']/u,Yt=/(?!~)[\\p{P}\\p{S}]/u,zr=/(?!~)[\\s\\p{P}\\p{S}]/u,Dr=/(?:[^\\s\\p{P}\\p{S}]|~)/u,Nr=R(/link|precode-code|html/,\"g\").replace(\"link\",/\\[(?:[^\\[\\]`]|(?<a>`+)[^`]+\\k<a>(?!`))*?\\]\\((?:\\\\[\\s\\S]|[^\\\\\\(\\)]|\\((?:\\\\[\\s\\S]|[^\\\\\\(\\)])*\\))*\\)/).replace(\"precode-\",Zt?\"(?<!`)()\":\"(^^|[^`])\").replace(\"code\",/(?<b>`+)[^`]+\\k<b>(?!`)/).replace(\"html\",/<(?! )[^<>]*?>/).getRegex(),en=/^(?:\\*+(?:((?!\\*)punct)|([^\\s*]))?)|^_+(?:((?!_)punct)|([^\\s_]))?/,Fr=R(en,\"u\").replace(/punct/g,X).getRegex(),qr=R(en,\"u\").replace(/punct/g,Yt).getRegex(),jr=/^(?:\\*+(?:((?!\\*)(?!openQuote)punct)|([^\\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\\s_]))?/,Wr=R(jr,\"u\").replace(/openQuote/g,Hr).replace(/punct/g,X).getRegex(),tn=\"^[^_*]*?__[^_*]*?\\\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\\\*)punct(\\\\*+)(?=[\\\\s]|$)|notPunctSpace(\\\\*+)(?!\\\\*)(?=punctSpace|$)|(?!\\\\*)punctSpace(\\\\*+)(?=notPunctSpace)|[\\\\s](\\\\*+)(?!\\\\*)(?=punct)|(?!\\\\*)punct(\\\\*+)(?!\\\\*)(?=punct)|notPunctSpace(\\\\*+)(?=notPunctSpace)\",Ur=R(tn,\"gu\").replace(/notPunctSpace/g,Le).replace(/punctSpace/g,Re).replace(/punct/g,X).getRegex(),Gr=R(tn,\"gu\").replace(/notPunctSpace/g,Dr).replace(/punctSpace/g,zr).replace(/punct/g,Yt).getRegex(),Vr=\"^[^_*]*?__[^_*]*?\\\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\\\*)punct(\\\\*+)(?=[\\\\s]|$)|notPunctSpace(\\\\*+)(?!\\\\*)(?=punctSpace|$)|(?!\\\\*)[\\\\s](\\\\*+)(?=notPunctSpace)|[\\\\s](\\\\*+)(?!\\\\*)(?=punct)|(?!\\\\*)punct(\\\\*+)(?!\\\\*)(?=punct)|(?:(?!\\\\*)punct|notPunctSpace)(\\\\*+)(?!\\\\*)(?=notPunctSpace)\",Zr=R(Vr,\"gu\").replace(/notPunctSpace/g,Le).replace(/punctSpace/g,Re).replace(/punct/g,X).getRegex(),Jr=R(\"^[^_*]*?\\\\*\\\\*[^_*]*?_[^_*]*?(?=\\\\*\\\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)\",\"gu\").replace(/notPunctSpace/g,Le).replace(/punctSpace/g,Re).replace(/punct/g,X).getRegex(),Kr=\"^[^_*]*?\\\\*\\\\*[^_*]*?_[^_*]*?(?=\\\\*\\\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\\\s](_+)(?=notPunctSpace)|[\\\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)\",Xr=R(Kr,\"gu\").replace(/notPunctSpace/g,Le).replace(/punctSpace/g,Re).replace(/punct/g,X).getRegex(),Qr=R(/^~~?(?:((?!~)punct)|[^\\s~])/,\"u\").replace(/punct/g,X).getRegex(),Yr=\"^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)\",eo=R(Yr,\"gu\").replace(/notPunctSpace/g,Le).replace(/punctSpace/g,Re).replace(/punct/g,X).getRegex(),to=R(/\\\\(punct)/,\"gu\").replace(/punct/g,X).getRegex(),no=R(/(`+)(?:[^`]|[^`][\\s\\S]*?[^`])\\1(?!`)|`+|\\\\(punct)/,\"gu\").replace(/punct/g,X).getRegex(),ro=R(/^<(scheme:[^\\s\\x00-\\x1f<>]*|email)>/).replace(\"scheme\",/[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace(\"email\",/[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex(),oo=R(ct).replace(\"(?:-->|$)\",\"-->\").getRegex(),so=R(\"^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\\\s*/?>|^<\\\\?[\\\\s\\\\S]*?\\\\?>|^<![a-zA-Z]+\\\\s[\\\\s\\\\S]*?>|^<!\\\\[CDATA\\\\[[\\\\s\\\\S]*?\\\\]\\\\]>\").replace(\"comment\",oo).replace(\"attribute\",/\\s+[a-zA-Z:_][\\w.:-]*(?:\\s*=\\s*\"[^\"]*\"|\\s*=\\s*'[^']*'|\\s*=\\s*[^\\s\"'=<>`]+)?/).getRegex(),nn=/\\[(?:\\\\[\\s\\S]|[^\\[\\]\\\\])*\\]/,Fe=R(/(?:\\[(?:brackets|\\\\[\\s\\S]|[^\\[\\]\\\\])*\\]|\\\\[\\s\\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\\])|[^\\[\\]\\\\`])*?/).replace(\"brackets\",nn).getRegex(),io=R(/^!?\\[(label)\\]\\([ \\t\\n]*(href)(?:(?:[ \\t]+(?:\\n[ \\t]*)?|\\n[ \\t]*)(title))?[ \\t\\n]*\\)/).replace(\"label\",Fe).replace(\"href\",/<(?:\\\\.|[^\\n<>\\\\])*>|(?!<)[^ \\t\\n\\x00-\\x1f]+|(?=\\))/).replace(\"title\",/\"(?:\\\\[\\s\\S]|[^\"\\\\])*\"|'(?:\\\\[\\s\\S]|[^'\\\\])*'|\\((?:\\\\[\\s\\S]|[^)\\\\])*\\)/).getRegex(),ao=R(/^!?\\[(label)\\]\\[(ref)\\]/).replace(\"label\",Fe).replace(\"ref\",lt).getRegex(),lo=R(/^!?\\[(ref)\\](?:\\[\\])?/).replace(\"ref\",lt).getRegex(),zt=/(?!\\s*\\])(?:\\\\[\\s\\S]|[^\\[\\]\\\\]){1,999}/,co=R(/(?:[^\\[\\]\\\\`]*(?:\\[(?:brackets|\\\\[\\s\\S]|[^\\[\\]\\\\])*\\]|\\\\[\\s\\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\\]))){0,999}?[^\\[\\]\\\\`]*?/).replace(\"brackets\",nn).getRegex(),uo=R(\"reflink|nolink(?!\\\\()\",\"g\").replace(\"reflink\",R(/^!?\\[(label)\\]\\[(ref)\\]/).replace(\"label\",co).replace(\"ref\",zt).getRegex()).replace(\"nolink\",R(/^!?\\[(ref)\\](?:\\[\\])?/).replace(\"ref\",zt).getRegex()).getRegex(),Dt=/[hH][tT][tT][pP][sS]?|[fF][tT][pP]/,po=/[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\\w-])/,fo=R(/(?:mailto:email|xmpp:email(?:\\/[A-Za-z0-9@.]+)?)/).replace(/email/g,po).getRegex(),ut={_backpedal:fe,anyPunctuation:to,anyPunctuationOutsideCode:no,autolink:ro,blockSkip:Nr,br:Qt,code:Pr,del:fe,delLDelim:fe,delRDelim:fe,emStrongLDelim:Fr,emStrongRDelimAst:Ur,emStrongRDelimUnd:Jr,escape:Or,link:io,nolink:lo,punctuation:Br,reflink:ao,reflinkSearch:uo,tag:so,text:Ir,url:fe},ho={...ut,emStrongLDelim:Wr,emStrongRDelimAst:Zr,emStrongRDelimUnd:Xr,link:R(/^!?\\[(label)\\]\\((.*?)\\)/).replace(\"label\",Fe).getRegex(),reflink:R(/^!?\\[(label)\\]\\s*\\[([^\\]]*)\\]/).replace(\"label\",Fe).getRegex()},tt={...ut,emStrongRDelimAst:Gr,emStrongLDelim:qr,delLDelim:Qr,delRDelim:eo,url:R(/^emailProtocol|^((?:protocol):\\/\\/|www\\.)(?:[a-zA-Z0-9\\-]+\\.?)+[^\\s<]*|^email/).replace(\"emailProtocol\",fo).replace(\"protocol\",Dt).replace(\"email\",/[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\\w-])/).getRegex(),_backpedal:/(?:[^?!.,:;*_'\"~()&]+|\\([^)]*\\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'\"~)]+(?!$))+/,del:/^(~~?)(?=[^\\s~])((?:\\\\[\\s\\S]|[^\\\\])*?(?:\\\\[\\s\\S]|[^\\s~\\\\]))\\1(?=[^~]|$)/,text:R(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\\n)|(?=[a-zA-Z0-9.!#$%&'*+\\/=?_`{\\|}~-]+@)|[\\s\\S]*?(?:(?=[\\\\<!\\[`*~_]|\\b_|protocol:\\/\\/|wwwStart|$)|[^ ](?= {2,}\\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\\/=?_`{\\|}~-](?=[a-zA-Z0-9.!#$%&'*+\\/=?_`{\\|}~-]+@))))/).replace(\"protocol\",Dt).replace(/emailProtocol/g,/(?:mailto|xmpp):/).replace(\"wwwStart\",Zt?\"(?<![^\\\\s*_~(])www\\\\.\":\"www\\\\.\").getRegex()},mo={...tt,br:R(Qt).replace(\"{2,}\",\"*\").getRegex(),text:R(tt.text).replace(\"\\\\b_\",\"\\\\b_| {2,}\\\\n\").replace(/\\{2,\\}/g,\"*\").getRegex()},De={normal:dt,gfm:Lr,pedantic:_r},Ee={normal:ut,gfm:tt,breaks:mo,pedantic:ho},go={\"&\":\"&amp;\",\"<\":\"&lt;\",\">\":\"&gt;\",'\"':\"&quot;\",\"'\":\"&#39;\"},Nt=e=>go[e];function j(e,t){if(t){if(_.escapeTest.test(e))return e.replace(_.escapeReplace,Nt)}else if(_.escapeTestNoEncode.test(e))return e.replace(_.escapeReplaceNoEncode,Nt);return e}function ko(e){return _.numericCharacterReference.test(e)?e.replace(_.numericCharacterReferenceOrAmpersand,(t,n,r)=>{if(n===void 0&&r===void 0)return\"&amp;\";let o=n===void 0?Number.parseInt(r,16):Number.parseInt(n,10);return o===0||o>1114111||o>=55296&&o<=57343?\"\\uFFFD\":o===38?\"&amp;\":String.fromCodePoint(o)}):e}function Ft(e){try{e=encodeURI(e).replace(_.percentDecode,\"%\")}catch{return null}return e}function qt(e,t){let n=e.replace(_.findPipe,(s,i,l)=>{let a=!1,p=i;for(;--p>=0&&l[p]===\"\\\\\";)a=!a;return a?\"|\":\" |\"}),r=n.split(_.splitPipe),o=0;if(r[0].trim()||r.shift(),r.length>0&&!r.at(-1)?.trim()&&r.pop(),t)if(r.length>t)r.splice(t);else for(;r.length<t;)r.push(\"\");for(;o<r.length;o++)r[o]=r[o].trim().replace(_.slashPipe,\"|\");return r}function te(e,t,n){let r=e.length;if(r===0)return\"\";let o=0;for(;o<r;){let s=e.charAt(r-o-1);if(s===t&&!n)o++;else if(s!==t&&n)o++;else break}return e.slice(0,r-o)}function jt(e){let t=e.split(`\n`),n=t.length-1;for(;n>=0&&_.blankLine.test(t[n]);)n--;return t.length-n<=2?e:t.slice(0,n+1).join(`\n`)}function qe(e){return e.trim().replace(_.multipleSpaceGlobal,\" \").toLowerCase().toUpperCase().toLowerCase()}function Wt(e,t){if(e.indexOf(t[0])===-1&&e.indexOf(t[1])===-1)return-1;let n=0;for(let r=0;r<e.length;r++)if(e[r]===\"\\\\\")r++;else if(e[r]===t[0])n++;else if(e[r]===t[1]&&(n--,n<0))return r;return n>0?-2:-1}var we=new WeakMap;function pt(e){let t={\"*\":-1,_:-1},n=-1,r=e.length;for(let o=0;o<r;o++){let s=e[o];if(s!==\"*\"&&s!==\"_\"&&s!==\"~\")continue;let i=o===0?`\n`:e[o-1],l=o+1;for(;l<r&&e[l]===s;)l++;i!==\" \"&&i!==\"\t\"&&i!==`\n`&&i!==\"\\r\"&&i!==\"\\f\"&&(s===\"~\"?n=o:t[s]=o),o=l-1}return{maskedSrc:e,lastPossibleEmStrongCloserIndex:t,lastPossibleDelCloserIndex:n}}function xo(e,t){let n=pt(t),r=we.get(e);r?r.push(n):we.set(e,[n])}function yo(e){let t=we.get(e);t&&(t.pop(),t.length===0&&we.delete(e))}function rn(e,t,n){let r=we.get(e)?.at(-1);return r&&r.maskedSrc===t?r.lastPossibleEmStrongCloserIndex[n]:pt(t).lastPossibleEmStrongCloserIndex[n]}function on(e,t){let n=we.get(e)?.at(-1);return n&&n.maskedSrc===t?n.lastPossibleDelCloserIndex:pt(t).lastPossibleDelCloserIndex}function Ne(e,t=0){let n=t,r=\"\";for(let o of e)if(o===\"\t\"){let s=4-n%4;r+=\" \".repeat(s),n+=s}else r+=o,n++;return r}function bo(e,t){let n=\"\";for(let r=0;r<e.length;r++){if(e[r]===\"`\"){let o=t.inline.code.exec(e.slice(r));if(o){n+=o[0],r+=o[0].length-1;continue}}if(e[r]===\"\\\\\"&&(e[r+1]===\"[\"||e[r+1]===\"]\")){n+=e[r+1],r++;continue}n+=e[r]}return n}function Ut(e,t,n,r,o){let s=t.href,i=t.title||null,l=bo(e[1],o),a=e[0].charAt(0)===\"!\",p=r.state.inLink,c=r.state.linkEmitted,g=r.state.inRawBlock;r.state.inLink=!0,r.state.linkEmitted=!1;let h=r.inlineTokens(l),m=r.state.linkEmitted;if(r.state.linkEmitted=c,r.state.inLink=p,!a){if(m){r.state.inRawBlock=g;return}r.state.linkEmitted=!0}return{type:a?\"image\":\"link\",raw:n,href:s,title:i,text:l,tokens:h}}function wo(e,t,n){let r=e.match(n.other.indentCodeCompensation);if(r===null)return t;let o=r[1];return t.split(`\n`).map(s=>{let i=s.match(n.other.beginningSpace);if(i===null)return s;let[l]=i;return s.slice(Math.min(l.length,o.length))}).join(`\n`)}function Gt(e,t,n,r){if(!t.includes(\"<\"))return!1;for(let o=0;o<t.length;o++){if(t[o]===\"\\\\\"){o++;continue}if(t[o]===\"`\"){let l=r.inline.code.exec(t.slice(o));if(l){o+=l[0].length-1;continue}}if(t[o]!==\"<\")continue;let s=e.slice(n+o),i=r.inline.tag.exec(s)||r.inline.autolink.exec(s);if(i){if(i[0].length>t.length-o)return!0;o+=i[0].length-1}}return!1}var he=class{options;rules;lexer;constructor(e){this.options=e||ge}space(e){let t=this.rules.block.newline.exec(e);if(t&&t[0].length>0)return{type:\"space\",raw:t[0]}}code(e){let t=this.rules.block.code.exec(e);if(t){let n=this.options.pedantic?t[0]:jt(t[0]),r=n.replace(this.rules.other.codeRemoveIndent,\"\");return{type:\"code\",raw:n,codeBlockStyle:\"indented\",text:r}}}fences(e){let t=this.rules.block.fences.exec(e);if(t){let n=t[0],r=wo(n,t[3]||\"\",this.rules);return t[3]!==void 0&&(r===\"\"||r.endsWith(`\n`))&&(r+=`\n`),{type:\"code\",raw:n,lang:t[2]?t[2].trim().replace(this.rules.inline.anyPunctuation,\"$1\"):t[2],text:r}}}heading(e){let t=this.rules.block.heading.exec(e);if(t){let n=t[2].trim();if(this.rules.other.endingHash.test(n)){let r=te(n,\"#\");(this.options.pedantic||!r||this.rules.other.endingSpaceTabChar.test(r))&&(n=r.trim())}return{type:\"heading\",raw:te(t[0],`\n`),depth:t[1].length,text:n,tokens:this.lexer.inline(n)}}}hr(e){let t=this.rules.block.hr.exec(e);if(t)return{type:\"hr\",raw:te(t[0],`\n`)}}blockquote(e){let t=this.rules.block.blockquote.exec(e);if(t){let n=te(t[0],`\n`).split(`\n`),r=\"\",o=\"\",s=[];for(;n.length>0;){let i=!1,l=[],a;for(a=0;a<n.length;a++)if(this.rules.other.blockquoteStart.test(n[a]))l.push(n[a]),i=!0;else if(!i)l.push(n[a]);else break;n=n.slice(a);let p=l.join(`\n`),c=p.replace(this.rules.other.blockquoteMarkerWhitespace,(m,d,u)=>u.startsWith(\" \")?d+\" \"+u.slice(1):d+Ne(u,d.length)).replace(this.rules.other.blockquoteSetextReplace,`\n    $1`).replace(this.rules.other.blockquoteSetextReplace2,\"\");r=r?`${r}\n${p}`:p,o=o?`${o}\n${c}`:c;let g=this.lexer.state.top;if(this.lexer.state.top=!0,this.lexer.blockTokens(c,s,!0),this.lexer.state.top=g,n.length===0)break;let h=s.at(-1);if(h?.type===\"code\"||h?.type===\"heading\"||h?.type===\"hr\"||h?.type===\"html\"||h?.type===\"table\")break;if(h?.type===\"blockquote\"){let m=h,d=n.join(`\n`),u=m.raw+`\n`+d.replace(this.rules.other.blockquoteSetextReplace2,\"\"),f=this.blockquote(u);s[s.length-1]=f;let k=u.substring(f.raw.length).replace(/^\\n/,\"\"),b=k?k.split(`\n`).length:0,y=b?n.slice(0,-b):n;if(y.length>0&&(r=`${r}\n${y.join(`\n`)}`),o=o.substring(0,o.length-m.text.length)+f.text,n=n.slice(y.length),n.length>0&&this.rules.other.blockquoteStart.test(n[0]))continue;break}else if(h?.type===\"list\"){let m=h,d=m.raw+`\n`+n.join(`\n`),u=this.list(d);s[s.length-1]=u;let f=u.raw.length>m.raw.length?d.slice(m.raw.length+1,u.raw.length).split(`\n`).length:0;if(f>0){let k=n.slice(0,f).join(`\n`);r=`${r}\n${k}`,o=`${o}\n${k}`}if(n=n.slice(f),n.length>0&&!this.rules.other.blockquoteStart.test(n[0]))break;continue}}return{type:\"blockquote\",raw:r,tokens:s,text:o}}}list(e){let t=this.rules.block.list.exec(e);if(t){if(!this.options.pedantic&&this.lexer.state.lastToken?.type===\"text\"&&!this.rules.other.listInterruptsParagraph.test(e))return;let n=e,r=()=>n.length-e.length,o=t[1].trim(),s=o.length>1,i={type:\"list\",raw:\"\",ordered:s,start:s?+o.slice(0,-1):\"\",loose:!1,items:[]};o=s?`\\\\d{1,9}\\\\${o.slice(-1)}`:`\\\\${o}`,this.options.pedantic&&(o=s?o:\"[*+-]\");let l=this.rules.other.listItemRegex(o),a=!1;for(;e;){let g=!1,h=\"\";if(!(t=l.exec(e))||this.rules.block.hr.test(e))break;let m=r();e=e.substring(t[0].length);let d=t[2].split(`\n`,1)[0],u=t[1].length,f=this.options.pedantic?Ne(d,u):d.replace(this.rules.other.leadingSpaceTab,S=>Ne(S,u)),k=e.split(`\n`,1)[0],b=!f.trim(),y=0;if(this.options.pedantic?(y=2,h=f.trimStart()):b?y=u+1:(y=f.search(this.rules.other.nonSpaceChar),y=y>4?1:y,h=f.slice(y),y+=u),b&&this.rules.other.blankLine.test(k)&&(e=e.substring(k.length+1),g=!0),!g){let S=this.rules.other.nextBulletRegex(y),M=this.rules.other.hrRegex(y),I=this.rules.other.fencesBeginRegex(y),A=this.options.pedantic?this.rules.other.pedanticHeadingBeginRegex(y):this.rules.other.headingBeginRegex(y),q=this.rules.other.htmlBeginRegex(y),G=this.rules.other.blockquoteBeginRegex(y),K=!1;for(;e;){let ue=e.split(`\n`,1)[0],z;if(k=ue,this.options.pedantic?(k=k.replace(this.rules.other.listReplaceNesting,\"  \"),z=k):z=k.replace(this.rules.other.leadingSpaceTab,C=>Ne(C)),I.test(k)||A.test(k)||q.test(k)||G.test(k)||S.test(k)||M.test(k))break;if(z.search(this.rules.other.nonSpaceChar)>=y||!k.trim())h+=`\n`+z.slice(y),K=!1;else{if(b)break;let C=f;if(!this.options.pedantic&&!h.includes(`\n`)&&!f.includes(\"\t\")){let V;for(;!M.test(C)&&(V=this.rules.other.nestedBlockMarker.exec(C));)C=C.slice(V[0].length);if(!C.trim())break}if(C.replace(this.rules.other.tabCharGlobal,\"    \").search(this.rules.other.nonSpaceChar)>=4||I.test(C)||A.test(C)||q.test(C)||M.test(C))break;if(!this.options.pedantic&&!K){let V=f.replace(this.rules.other.nestedContainerMarkers,\"\");if(this.rules.block.fences.test(V)||this.rules.block.heading.test(V)||this.rules.block.hr.test(V))break}let oe=!this.options.pedantic&&/^ {0,3}(?:=+|-+) *$/.test(k)&&this.rules.block.lheading.test(`${f}\n${k}`)?`    ${z.replace(/^ {0,3}/,\"\")}`:k;h+=`\n`+oe,K=!0}b=!k.trim(),e=e.substring(ue.length+1),f=z.slice(y)}}let w=n.slice(m,r());i.loose||(a?i.loose=!0:this.rules.other.doubleBlankLine.test(w)&&(a=!0)),i.items.push({type:\"list_item\",raw:w,task:!!this.options.gfm&&this.rules.other.listIsTask.test(h),loose:!1,text:h,tokens:[]})}let p=i.items.at(-1);if(p)p.raw=p.raw.trimEnd(),p.text=p.text.trimEnd();else return;i.raw=n.slice(0,r()).trimEnd();let c=[];for(let g of i.items)if(this.lexer.state.top=!1,c.push(this.lexer.inlineQueue.length),g.tokens=this.lexer.blockTokens(g.text,[]),!i.loose){let h=g.tokens.filter(d=>d.type===\"space\"),m=h.length>0&&h.some(d=>this.rules.other.anyLine.test(d.raw));i.loose=m}for(let g=0;g<i.items.length;g++){let h=i.items[g],m=h.tokens[0];if(h.task&&(m?.type===\"text\"||m?.type===\"paragraph\")){h.text=h.text.replace(this.rules.other.listReplaceTask,\"\"),m.raw=m.raw.replace(this.rules.other.listReplaceTask,\"\"),m.text=m.text.replace(this.rules.other.listReplaceTask,\"\");let d=this.lexer.inlineQueue;for(let f=c[g];f<d.length;f++)if(d[f].tokens===m.tokens){d[f].src=d[f].src.replace(this.rules.other.listReplaceTask,\"\");break}let u=this.rules.other.listTaskCheckbox.exec(h.raw);if(u){let f={type:\"checkbox\",raw:u[0]+\" \",checked:u[0]!==\"[ ]\"};h.checked=f.checked,i.loose?h.tokens[0]&&[\"paragraph\",\"text\"].includes(h.tokens[0].type)&&\"tokens\"in h.tokens[0]&&h.tokens[0].tokens?(h.tokens[0].raw=f.raw+h.tokens[0].raw,h.tokens[0].text=f.raw+h.tokens[0].text,h.tokens[0].tokens.unshift(f)):h.tokens.unshift({type:\"paragraph\",raw:f.raw,text:f.raw,tokens:[f]}):h.tokens.unshift(f)}}else h.task&&(h.task=!1)}if(i.loose)for(let g of i.items){g.loose=!0;for(let h of g.tokens)h.type===\"text\"&&(h.type=\"paragraph\")}return i}}html(e){let t=this.rules.block.html.exec(e);if(t){if(this.lexer.state.lastToken?.type===\"paragraph\"&&!this.rules.other.htmlBeginRegex(4).test(e))return;let n=jt(t[0]);return{type:\"html\",block:!0,raw:n,pre:t[1]===\"pre\"||t[1]===\"script\"||t[1]===\"style\",text:n}}}def(e){let t=this.rules.block.def.exec(e);if(t){if(!this.rules.other.startAngleBracket.test(t[2])&&Wt(t[2],\"()\")!==-1)return;let n=qe(t[1]),r=t[2]?t[2].replace(this.rules.other.hrefBrackets,\"$1\").replace(this.rules.inline.anyPunctuation,\"$1\"):\"\",o=t[3]?t[3].substring(1,t[3].length-1).replace(this.rules.inline.anyPunctuation,\"$1\"):t[3];return{type:\"def\",tag:n,raw:te(t[0],`\n`),href:r,title:o}}}table(e){let t=this.rules.block.table.exec(e);if(!t||!this.rules.other.tableDelimiter.test(t[2]))return;let n=qt(t[1]),r=t[2].replace(this.rules.other.tableAlignChars,\"\").split(\"|\"),o=t[3]?.trim()?t[3].replace(this.rules.other.tableRowBlankLine,\"\").split(`\n`):[],s={type:\"table\",raw:te(t[0],`\n`),header:[],align:[],rows:[]};if(n.length===r.length){for(let i of r)this.rules.other.tableAlignRight.test(i)?s.align.push(\"right\"):this.rules.other.tableAlignCenter.test(i)?s.align.push(\"center\"):this.rules.other.tableAlignLeft.test(i)?s.align.push(\"left\"):s.align.push(null);for(let i=0;i<n.length;i++)s.header.push({text:n[i],tokens:this.lexer.inline(n[i]),header:!0,align:s.align[i]});for(let i of o)s.rows.push(qt(i,s.header.length).map((l,a)=>({text:l,tokens:this.lexer.inline(l),header:!1,align:s.align[a]})));return s}}lheading(e){let t=this.rules.block.lheading.exec(e);if(t){let n=t[1].trim();return{type:\"heading\",raw:te(t[0],`\n`),depth:t[2].charAt(0)===\"=\"?1:2,text:n,tokens:this.lexer.inline(n)}}}paragraph(e){let t=this.rules.block.paragraph.exec(e);if(t){let n=t[1].charAt(t[1].length-1)===`\n`?t[1].slice(0,-1):t[1];return{type:\"paragraph\",raw:t[0],text:n,tokens:this.lexer.inline(n)}}}text(e){let t=this.rules.block.text.exec(e);if(t)return{type:\"text\",raw:t[0],text:t[0],tokens:this.lexer.inline(t[0])}}escape(e){if(e.charCodeAt(0)!==92)return;let t=this.rules.inline.escape.exec(e);if(t)return{type:\"escape\",raw:t[0],text:t[1]}}tag(e){if(e.charCodeAt(0)!==60)return;let t=this.rules.inline.tag.exec(e);if(t)return!this.lexer.state.inLink&&this.rules.other.startATag.test(t[0])?this.lexer.state.inLink=!0:this.lexer.state.inLink&&this.rules.other.endATag.test(t[0])&&(this.lexer.state.inLink=!1),!this.lexer.state.inRawBlock&&this.rules.other.startPreScriptTag.test(t[0])?this.lexer.state.inRawBlock=!0:this.lexer.state.inRawBlock&&this.rules.other.endPreScriptTag.test(t[0])&&(this.lexer.state.inRawBlock=!1),{type:\"html\",raw:t[0],inLink:this.lexer.state.inLink,inRawBlock:this.lexer.state.inRawBlock,block:!1,text:t[0]}}link(e){if(this.lexer.state.linkParenPossible===!1)return;let t=e.charCodeAt(0);if(t!==91&&t!==33)return;let n=this.rules.inline.link.exec(e);if(n){let r=n[0].charAt(0)===\"!\"?2:1;if(!this.options.pedantic&&Gt(e,n[1],r,this.rules))return;let o=n[2].trim();if(!this.options.pedantic&&this.rules.other.startAngleBracket.test(o)){if(!this.rules.other.endAngleBracket.test(o))return;let a=te(o.slice(0,-1),\"\\\\\");if((o.length-a.length)%2===0)return}else{let a=Wt(n[2],\"()\");if(a===-2)return;if(a>-1){let p=(n[0].indexOf(\"!\")===0?5:4)+n[1].length+a;n[2]=n[2].substring(0,a),n[0]=n[0].substring(0,p).trim(),n[3]=\"\"}}let s=te(n[0].slice(0,-1),\"\\\\\");if((n[0].length-s.length)%2===0)return;let i=n[2],l=\"\";if(this.options.pedantic){let a=this.rules.other.pedanticHrefTitle.exec(i);a&&(i=a[1],l=a[3])}else l=n[3]?n[3].slice(1,-1):\"\";return i=i.trim(),this.rules.other.startAngleBracket.test(i)&&(this.options.pedantic&&!this.rules.other.endAngleBracket.test(o)?i=i.slice(1):i=i.slice(1,-1)),Ut(n,{href:i&&i.replace(this.rules.inline.anyPunctuation,\"$1\"),title:l&&l.replace(this.rules.inline.anyPunctuation,\"$1\")},n[0],this.lexer,this.rules)}}reflink(e,t){let n=e.charCodeAt(0);if(n!==91&&n!==33)return;let r;if((r=this.rules.inline.reflink.exec(e))||(r=this.rules.inline.nolink.exec(e))){let o=r[0].charAt(0)===\"!\"?2:1;if(!this.options.pedantic&&Gt(e,r[1],o,this.rules))return;let s=t[qe(r[2]||r[1])];if(!s){let i=r[0].charAt(0);return{type:\"text\",raw:i,text:i}}return Ut(r,s,r[0],this.lexer,this.rules)}}emStrong(e,t,n=\"\"){let r=this.rules.inline.emStrongLDelim.exec(e);if(!r||!r[1]&&!r[2]&&!r[3]&&!r[4])return;let o=r[0][0],s=n===o,i=t.length-e.length,l=i;for(;!this.options.pedantic&&l>0&&t[l-1]===o;)l--;let a=[...t.slice(Math.max(0,l-2),l)].at(-1)??\"\",p=a===\"*\"||a===\"_\"||!!this.rules.inline.punctuation.exec(a);l<i&&(n=a);let c=l<i?p:n===\"*\"||n===\"_\"||!!this.rules.inline.punctuation.exec(n);if(r[4]&&n.match(this.rules.other.unicodeAlphaNumeric))return;let g=r[1]||r[3]||\"\";if(!g||!n||c){let h=[...r[0]].length-1,m,d,u=h,f=0,k=i-l+h,b=!this.options.pedantic&&!!a.trim()&&(!!g||o===\"*\"&&!p);if(o!==\"*\"&&o!==\"_\")return;let y=o===\"*\"?this.rules.inline.emStrongRDelimAst:this.rules.inline.emStrongRDelimUnd,w=rn(this,t,o),S=t.length-e.length+h;if(w<S)return;t=t.slice(-1*e.length+h);let M=w-S;for(y.lastIndex=0;(r=y.exec(t))!==null&&!(r.index>M);){if(m=r[1]||r[2]||r[3]||r[4]||r[5]||r[6],!m)continue;if(d=[...m].length,r[3]||r[4]){u+=d;continue}else if((r[5]||r[6]||b)&&k%3&&!((k+d)%3)){if(s&&(r[5]||r[6]))break;f+=d;continue}if(u-=d,u>0)continue;d=Math.min(d,d+u+f);let I=[...r[0]][0].length,A=e.slice(0,h+r.index+I+d);if(Math.min(h,d)%2){let G=A.slice(1,-1);return{type:\"em\",raw:A,text:G,tokens:this.lexer.inlineTokens(G)}}let q=A.slice(2,-2);return{type:\"strong\",raw:A,text:q,tokens:this.lexer.inlineTokens(q)}}}}codespan(e){if(e.charCodeAt(0)!==96)return;let t=this.rules.inline.code.exec(e);if(t){let n=t[2].replace(this.rules.other.newLineCharGlobal,\" \"),r=this.rules.other.nonSpaceChar.test(n),o=this.rules.other.startingSpaceChar.test(n)&&this.rules.other.endingSpaceChar.test(n);return r&&o&&(n=n.substring(1,n.length-1)),{type:\"codespan\",raw:t[0],text:n}}}br(e){let t=e.charCodeAt(0);if(t!==32&&t!==92&&t!==10)return;let n=this.rules.inline.br.exec(e);if(n)return{type:\"br\",raw:n[0]}}del(e,t,n=\"\"){if(e.charCodeAt(0)!==126)return;let r=this.rules.inline.delLDelim.exec(e);if(r&&(!r[1]||!n||this.rules.inline.punctuation.exec(n))){let o=[...r[0]].length-1,s,i,l=o,a=this.rules.inline.delRDelim,p=on(this,t),c=t.length-e.length+o;if(p<c)return;t=t.slice(-1*e.length+o);let g=p-c;for(a.lastIndex=0;(r=a.exec(t))!==null&&!(r.index>g);){if(s=r[1]||r[2]||r[3]||r[4]||r[5]||r[6],!s||(i=[...s].length,i!==o))continue;if(r[3]||r[4]){l+=i;continue}if(l-=i,l>0)continue;i=Math.min(i,i+l);let h=[...r[0]][0].length,m=e.slice(0,o+r.index+h+i),d=m.slice(o,-o);return{type:\"del\",raw:m,text:d,tokens:this.lexer.inlineTokens(d)}}}}autolink(e){if(e.charCodeAt(0)!==60)return;let t=this.rules.inline.autolink.exec(e);if(t){let n,r;return t[2]===\"@\"?(n=t[1],r=\"mailto:\"+n):(n=t[1],r=n),{type:\"link\",raw:t[0],text:n,href:r,autolink:!0,tokens:[{type:\"text\",raw:n,text:n}]}}}url(e){let t;if(t=this.rules.inline.url.exec(e)){let n,r;if(t[2]===\"@\")n=t[0],r=\"mailto:\"+n;else{let o;do o=t[0],t[0]=this.rules.inline._backpedal.exec(t[0])?.[0]??\"\";while(o!==t[0]);n=t[0],t[1]===\"www.\"?r=\"http://\"+t[0]:r=t[0]}return{type:\"link\",raw:t[0],text:n,href:r,autolink:!0,tokens:[{type:\"text\",raw:n,text:n}]}}}inlineText(e){let t=this.rules.inline.text.exec(e);if(t){let n=this.lexer.state.inRawBlock;return{type:\"text\",raw:t[0],text:n?t[0]:ko(t[0]),escaped:n}}}},W=class nt{tokens;options;state;inlineQueue;tokenizer;constructor(t){this.tokens=[],this.tokens.links=Object.create(null),this.options=t||ge,this.options.tokenizer=this.options.tokenizer||new he,this.tokenizer=this.options.tokenizer,this.tokenizer.options=this.options,this.tokenizer.lexer=this,this.inlineQueue=[],this.state={inLink:!1,inRawBlock:!1,linkEmitted:!1,linkParenPossible:!0,top:!0};let n={other:_,block:De.normal,inline:Ee.normal};this.options.pedantic?(n.block=De.pedantic,n.inline=Ee.pedantic):this.options.gfm&&(n.block=De.gfm,this.options.breaks?n.inline=Ee.breaks:n.inline=Ee.gfm),this.tokenizer.rules=n}static get rules(){return{block:De,inline:Ee}}static lex(t,n){return new nt(n).lex(t)}static lexInline(t,n){return new nt(n).inlineTokens(t)}lex(t){t=t.replace(_.carriageReturn,`\n`),this.blockTokens(t,this.tokens);for(let n=0;n<this.inlineQueue.length;n++){let r=this.inlineQueue[n];this.state.inRawBlock=!1,this.inlineTokens(r.src,r.tokens)}return this.inlineQueue=[],this.tokens}blockTokens(t,n=[],r=!1){this.tokenizer.lexer=this;let o=this.state.lastToken;this.options.pedantic&&(t=t.replace(_.tabCharGlobal,\"    \").replace(_.spaceLine,\"\"));let s=1/0,i,l=this.options.gfm&&!this.options.pedantic&&this.tokenizer.paragraph===he.prototype.paragraph;for(;t;){if(t.length<s)s=t.length;else{this.infiniteLoopError(t.charCodeAt(0));break}this.state.lastToken=n.at(-1);let a;if(this.options.extensions?.block?.some(c=>(a=c.call({lexer:this},t,n))?(t=t.substring(a.raw.length),n.push(a),!0):!1))continue;if(a=this.tokenizer.space(t)){t=t.substring(a.raw.length);let c=n.at(-1);a.raw.length===1&&c!==void 0?c.raw+=`\n`:n.push(a);continue}if(a=this.tokenizer.code(t)){t=t.substring(a.raw.length);let c=n.at(-1);c?.type===\"paragraph\"||c?.type===\"text\"?(c.raw+=(c.raw.endsWith(`\n`)?\"\":`\n`)+a.raw,c.text+=`\n`+a.text,this.inlineQueue.at(-1).src=c.text):n.push(a);continue}if(a=this.tokenizer.fences(t)){t=t.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.heading(t)){t=t.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.hr(t)){t=t.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.blockquote(t)){t=t.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.list(t)){t=t.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.html(t)){t=t.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.def(t)){t=t.substring(a.raw.length);let c=n.at(-1);c?.type===\"paragraph\"||c?.type===\"text\"?(c.raw+=(c.raw.endsWith(`\n`)?\"\":`\n`)+a.raw,c.text+=`\n`+a.raw,this.inlineQueue.at(-1).src=c.text):(this.tokens.links[a.tag]||(this.tokens.links[a.tag]={href:a.href,title:a.title}),n.push(a));continue}if(a=this.tokenizer.table(t)){t=t.substring(a.raw.length),n.push(a);continue}if(a=this.tokenizer.lheading(t)){t=t.substring(a.raw.length),n.push(a);continue}let p=t;if(this.options.extensions?.startBlock){let c=1/0,g=t.slice(1),h;this.options.extensions.startBlock.forEach(m=>{h=m.call({lexer:this},g),typeof h==\"number\"&&h>=0&&(c=Math.min(c,h))}),c<1/0&&c>=0&&(p=t.substring(0,c+1))}if(this.state.top&&(a=this.tokenizer.paragraph(p))){let c=n.at(-1);(r||c===i&&l)&&c?.type===\"paragraph\"?(c.raw+=(c.raw.endsWith(`\n`)?\"\":`\n`)+a.raw,c.text+=`\n`+a.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=c.text,i=c):(n.push(a),i=a),r=p.length!==t.length,t=t.substring(a.raw.length);continue}if(a=this.tokenizer.text(t)){t=t.substring(a.raw.length);let c=n.at(-1);c?.type===\"text\"?(c.raw+=(c.raw.endsWith(`\n`)?\"\":`\n`)+a.raw,c.text+=`\n`+a.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=c.text):n.push(a);continue}if(t){this.infiniteLoopError(t.charCodeAt(0));break}}return this.state.top=!0,this.state.lastToken=o,n}inline(t,n=[]){return this.inlineQueue.push({src:t,tokens:n}),n}linkInText(t){if(!t.includes(\"[\"))return!1;let n=this.tokenizer.rules.inline.link;for(let r of t.matchAll(this.tokenizer.rules.inline.blockSkip))if(n.test(r[0])&&t.charAt(r.index-1)!==\"!\")return!0;for(let r of t.matchAll(this.tokenizer.rules.inline.reflinkSearch)){let o=r[0],s=o.lastIndexOf(\"[\");if(!(o.charAt(0)===\"!\"||!Object.hasOwn(this.tokens.links,qe(o.slice(s+1,-1))))&&!(s>1&&this.linkInText(o.slice(1,s-1))))return!0}return!1}inlineTokens(t,n=[]){this.tokenizer.lexer=this;let r=this.state.linkParenPossible;this.state.linkParenPossible=t.includes(\")\");try{return this.#t(t,n)}finally{this.state.linkParenPossible=r}}#t(t,n){let r=t.includes(\"*\")||t.includes(\"_\")||t.includes(\"~\"),o=r||this.options.hooks?.emStrongMask||this.tokenizer.emStrong!==he.prototype.emStrong||this.tokenizer.del!==he.prototype.del?this.#r(t):t;if(!r)return this.#e(t,o,n);xo(this.tokenizer,o);try{return this.#e(t,o,n)}finally{yo(this.tokenizer)}}#e(t,n,r){let o=!1,s=\"\",i=1/0;for(;t;){if(t.length<i)i=t.length;else{this.infiniteLoopError(t.charCodeAt(0));break}o||(s=\"\"),o=!1;let l;if(this.options.extensions?.inline?.some(c=>(l=c.call({lexer:this},t,r))?(t=t.substring(l.raw.length),r.push(l),!0):!1))continue;if(l=this.tokenizer.escape(t)){t=t.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.tag(t)){t=t.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.link(t)){t=t.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.reflink(t,this.tokens.links)){t=t.substring(l.raw.length);let c=r.at(-1);l.type===\"text\"&&c?.type===\"text\"?(c.raw+=l.raw,c.text+=l.text):r.push(l);continue}let a=t[0];if(a===\"*\"||a===\"_\"){let c=n.length-t.length;if(rn(this.tokenizer,n,a)<=c){let g=1;for(;g<t.length&&t.charCodeAt(g)===a.charCodeAt(0);)g++;let h=t.substring(0,g),m=r.at(-1);m?.type===\"text\"&&!m.escaped?(m.raw+=h,m.text+=h):r.push({type:\"text\",raw:h,text:h,escaped:!1}),t=t.substring(g),s=a,o=!0;continue}}else if(a===\"~\"){let c=n.length-t.length;if(on(this.tokenizer,n)<=c){let g=1;for(;g<t.length&&t.charCodeAt(g)===126;)g++;let h=t.substring(0,g),m=r.at(-1);m?.type===\"text\"&&!m.escaped?(m.raw+=h,m.text+=h):r.push({type:\"text\",raw:h,text:h,escaped:!1}),t=t.substring(g),s=a,o=!0;continue}}if(l=this.tokenizer.emStrong(t,n,s)){t=t.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.codespan(t)){t=t.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.br(t)){t=t.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.del(t,n,s)){t=t.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.autolink(t)){t=t.substring(l.raw.length),r.push(l);continue}if(!this.state.inLink&&(l=this.tokenizer.url(t))){t=t.substring(l.raw.length),r.push(l);continue}let p=t;if(this.options.extensions?.startInline){let c=1/0,g=t.slice(1),h;this.options.extensions.startInline.forEach(m=>{h=m.call({lexer:this},g),typeof h==\"number\"&&h>=0&&(c=Math.min(c,h))}),c<1/0&&c>=0&&(p=t.substring(0,c+1))}if(l=this.tokenizer.inlineText(p)){t=t.substring(l.raw.length),l.raw.slice(-1)!==\"_\"&&(s=l.raw.slice(-1)),o=!0;let c=r.at(-1);c?.type===\"text\"?(c.raw+=l.raw,c.text+=l.text):r.push(l);continue}if(t){this.infiniteLoopError(t.charCodeAt(0));break}}return r}#n(t){let{blockSkip:n,tag:r,autolink:o}=this.tokenizer.rules.inline,s=\"\",i=0,l;for(n.lastIndex=0;l=n.exec(t);){let a=l.index+(l[2]?l[2].length:0),p=l.index+l[0].length;if(t.charAt(a)===\"<\"){let c=t.slice(a),g=r.exec(c)||o.exec(c);if(!g){n.lastIndex=a+1;continue}p=a+g[0].length,n.lastIndex=p}s+=t.slice(i,a)+\"[\"+\"a\".repeat(p-a-2)+\"]\",i=p}return s+t.slice(i)}#r(t){let n=t;if(this.tokens.links&&t.includes(\"[\")){let r=this.tokenizer.rules.inline.reflinkSearch,o=s=>{let i=s.lastIndexOf(\"[\");if(!Object.hasOwn(this.tokens.links,qe(s.slice(i+1,-1))))return s;if(i>1&&s.charAt(0)!==\"!\"){let l=s.slice(1,i-1);if(this.linkInText(l))return\"[\"+l.replace(r,o)+\"][\"+\"a\".repeat(s.length-i-2)+\"]\"}return\"[\"+\"a\".repeat(s.length-2)+\"]\"};n=n.replace(r,o)}return n=n.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode,(r,o,s)=>s?\"+\".repeat(r.length):o?o+r.slice(o.length,-o.length).replace(/`/g,\"+\")+o:r),n=this.#n(n),n=this.options.hooks?.emStrongMask?.call({lexer:this},n)??n,n}infiniteLoopError(t){let n=\"Infinite loop on byte: \"+t;if(this.options.silent)console.error(n);else throw new Error(n)}},je=class{options;parser;constructor(e){this.options=e||ge}space(e){return\"\"}code({text:e,lang:t,escaped:n}){let r=(t||\"\").match(_.notSpaceStart)?.[0],o=e?e.replace(_.endingNewline,\"\")+`\n`:\"\";return r?'<pre><code class=\"language-'+j(r)+'\">'+(n?o:j(o,!0))+`</code></pre>\n`:\"<pre><code>\"+(n?o:j(o,!0))+`</code></pre>\n`}blockquote({tokens:e}){return`<blockquote>\n${this.parser.parse(e)}</blockquote>\n`}html({text:e}){return e}def(e){return\"\"}heading({tokens:e,depth:t}){return`<h${t}>${this.parser.parseInline(e)}</h${t}>\n`}hr(e){return`<hr>\n`}list(e){let t=e.ordered,n=e.start,r=\"\";for(let i=0;i<e.items.length;i++){let l=e.items[i];r+=this.listitem(l)}let o=t?\"ol\":\"ul\",s=t&&n!==1?' start=\"'+n+'\"':\"\";return\"<\"+o+s+`>\n`+r+\"</\"+o+`>\n`}listitem(e){return`<li>${this.parser.parse(e.tokens)}</li>\n`}checkbox({checked:e}){return\"<input \"+(e?'checked=\"\" ':\"\")+'disabled=\"\" type=\"checkbox\"> '}paragraph({tokens:e}){return`<p>${this.parser.parseInline(e)}</p>\n`}table(e){let t=\"\",n=\"\";for(let o=0;o<e.header.length;o++)n+=this.tablecell(e.header[o]);t+=this.tablerow({text:n});let r=\"\";for(let o=0;o<e.rows.length;o++){let s=e.rows[o];n=\"\";for(let i=0;i<s.length;i++)n+=this.tablecell(s[i]);r+=this.tablerow({text:n})}return r&&(r=`<tbody>${r}</tbody>`),`<table>\n<thead>\n`+t+`</thead>\n`+r+`</table>\n`}tablerow({text:e}){return`<tr>\n${e}</tr>\n`}tablecell(e){let t=this.parser.parseInline(e.tokens),n=e.header?\"th\":\"td\";return(e.align?`<${n} align=\"${e.align}\">`:`<${n}>`)+t+`</${n}>\n`}strong({tokens:e}){return`<strong>${this.parser.parseInline(e)}</strong>`}em({tokens:e}){return`<em>${this.parser.parseInline(e)}</em>`}codespan({text:e}){return`<code>${j(e,!0)}</code>`}br(e){return\"<br>\"}del({tokens:e}){return`<del>${this.parser.parseInline(e)}</del>`}link({href:e,title:t,text:n,tokens:r,autolink:o}){let s=o?j(n,!0):this.parser.parseInline(r),i=Ft(e);if(i===null)return s;e=j(i,o);let l='<a href=\"'+e+'\"';return t&&(l+=' title=\"'+j(t)+'\"'),l+=\">\"+s+\"</a>\",l}image({href:e,title:t,text:n,tokens:r}){r&&(n=this.parser.parseInline(r,this.parser.textRenderer));let o=Ft(e);if(o===null)return j(n);e=o;let s=`<img src=\"${j(e)}\" alt=\"${j(n)}\"`;return t&&(s+=` title=\"${j(t)}\"`),s+=\">\",s}text(e){return\"tokens\"in e&&e.tokens?this.parser.parseInline(e.tokens):\"escaped\"in e&&e.escaped?e.text:j(e.text)}},ft=class{parser;strong({text:e,tokens:t}){return t?this.parser.parseInline(t,this):e}em({text:e,tokens:t}){return t?this.parser.parseInline(t,this):e}codespan({text:e}){return e}del({text:e,tokens:t}){return t?this.parser.parseInline(t,this):e}html({text:e}){return e}text({text:e}){return e}link({text:e,tokens:t}){return t?this.parser.parseInline(t,this):e}image({text:e,tokens:t}){return t?this.parser.parseInline(t,this):e}br(){return`\n`}checkbox({raw:e}){return e}},Z=class rt{options;renderer;textRenderer;constructor(t){this.options=t||ge,this.options.renderer=this.options.renderer||new je,this.renderer=this.options.renderer,this.renderer.options=this.options,this.renderer.parser=this,this.textRenderer=new ft,this.textRenderer.parser=this}static parse(t,n){return new rt(n).parse(t)}static parseInline(t,n){return new rt(n).parseInline(t)}parse(t){this.renderer.parser=this;let n=\"\";for(let r=0;r<t.length;r++){let o=t[r];if(this.options.extensions?.renderers?.[o.type]){let i=o,l=this.options.extensions.renderers[i.type].call({parser:this},i);if(l!==!1||![\"space\",\"hr\",\"heading\",\"code\",\"table\",\"blockquote\",\"list\",\"checkbox\",\"html\",\"def\",\"paragraph\",\"text\"].includes(i.type)){n+=l===!1?\"\":l??\"\";continue}}let s=o;switch(s.type){case\"space\":{n+=this.renderer.space(s);break}case\"hr\":{n+=this.renderer.hr(s);break}case\"heading\":{n+=this.renderer.heading(s);break}case\"code\":{n+=this.renderer.code(s);break}case\"table\":{n+=this.renderer.table(s);break}case\"blockquote\":{n+=this.renderer.blockquote(s);break}case\"list\":{n+=this.renderer.list(s);break}case\"checkbox\":{n+=this.renderer.checkbox(s);break}case\"html\":{n+=this.renderer.html(s);break}case\"def\":{n+=this.renderer.def(s);break}case\"paragraph\":{n+=this.renderer.paragraph(s);break}case\"text\":{n+=this.renderer.text(s);break}default:{let i='Token with \"'+s.type+'\" type was not found.';if(this.options.silent)return console.error(i),\"\";throw new Error(i)}}}return n}parseInline(t,n=this.renderer){this.renderer.parser=this;let r=\"\";for(let o=0;o<t.length;o++){let s=t[o];if(this.options.extensions?.renderers?.[s.type]){let l=this.options.extensions.renderers[s.type].call({parser:this},s);if(l!==!1||![\"escape\",\"html\",\"link\",\"image\",\"checkbox\",\"strong\",\"em\",\"codespan\",\"br\",\"del\",\"text\"].includes(s.type)){r+=l===!1?\"\":l??\"\";continue}}let i=s;switch(i.type){case\"escape\":{r+=n.text(i);break}case\"html\":{r+=n.html(i);break}case\"link\":{r+=n.link(i);break}case\"image\":{r+=n.image(i);break}case\"checkbox\":{r+=n.checkbox(i);break}case\"strong\":{r+=n.strong(i);break}case\"em\":{r+=n.em(i);break}case\"codespan\":{r+=n.codespan(i);break}case\"br\":{r+=n.br(i);break}case\"del\":{r+=n.del(i);break}case\"text\":{r+=n.text(i);break}default:{let l='Token with \"'+i.type+'\" type was not found.';if(this.options.silent)return console.error(l),\"\";throw new Error(l)}}}return r}},Me=class{options;block;constructor(e){this.options=e||ge}static passThroughHooks=new Set([\"preprocess\",\"postprocess\",\"processAllTokens\",\"emStrongMask\"]);static passThroughHooksRespectAsync=new Set([\"preprocess\",\"postprocess\",\"processAllTokens\"]);preprocess(e){return e}postprocess(e){return e}processAllTokens(e){return e}emStrongMask(e){return e}provideLexer(e=this.block){return e?W.lex:W.lexInline}provideParser(e=this.block){return e?Z.parse:Z.parseInline}};function se(e,t){if(Array.isArray(t))for(let n=0;n<t.length;n++)e.push(t[n]);else e.push(t)}var Ro=class{defaults=ot();options=this.setOptions;parse=this.parseMarkdown(!0);parseInline=this.parseMarkdown(!1);Parser=Z;Renderer=je;TextRenderer=ft;Lexer=W;Tokenizer=he;Hooks=Me;constructor(...e){this.use(...e)}walkTokens(e,t){let n=[];for(let r of e)switch(se(n,t.call(this,r)),r.type){case\"table\":{let o=r;for(let s of o.header)se(n,this.walkTokens(s.tokens,t));for(let s of o.rows)for(let i of s)se(n,this.walkTokens(i.tokens,t));break}case\"list\":{let o=r;se(n,this.walkTokens(o.items,t));break}default:{let o=r;this.defaults.extensions?.childTokens?.[o.type]?this.defaults.extensions.childTokens[o.type].forEach(s=>{let i=o[s].flat(1/0);se(n,this.walkTokens(i,t))}):o.tokens&&se(n,this.walkTokens(o.tokens,t))}}return n}use(...e){let t=this.defaults.extensions||{renderers:Object.create(null),childTokens:Object.create(null)};return e.forEach(n=>{let r={...n};if(r.async=this.defaults.async||r.async||!1,n.extensions&&(n.extensions.forEach(o=>{if(!o.name)throw new Error(\"extension name required\");if(\"renderer\"in o){let s=t.renderers[o.name];s?t.renderers[o.name]=function(...i){let l=o.renderer.apply(this,i);return l===!1&&(l=s.apply(this,i)),l}:t.renderers[o.name]=o.renderer}if(\"tokenizer\"in o){if(!o.level||o.level!==\"block\"&&o.level!==\"inline\")throw new Error(\"extension level must be 'block' or 'inline'\");let s=t[o.level];s?s.unshift(o.tokenizer):t[o.level]=[o.tokenizer],o.start&&(o.level===\"block\"?t.startBlock?t.startBlock.push(o.start):t.startBlock=[o.start]:o.level===\"inline\"&&(t.startInline?t.startInline.push(o.start):t.startInline=[o.start]))}\"childTokens\"in o&&o.childTokens&&(t.childTokens[o.name]=o.childTokens)}),r.extensions=t),n.renderer){let o=this.defaults.renderer||new je(this.defaults);for(let s in n.renderer){if(!(s in o))throw new Error(`renderer '${s}' does not exist`);if([\"options\",\"parser\"].includes(s))continue;let i=s,l=n.renderer[i],a=o[i];o[i]=(...p)=>{let c=l.apply(o,p);return c===!1&&(c=a.apply(o,p)),c===!1?\"\":c??\"\"}}r.renderer=o}if(n.tokenizer){let o=this.defaults.tokenizer||new he(this.defaults);for(let s in n.tokenizer){if(!(s in o))throw new Error(`tokenizer '${s}' does not exist`);if([\"options\",\"rules\",\"lexer\"].includes(s))continue;let i=s,l=n.tokenizer[i],a=o[i];o[i]=(...p)=>{let c=l.apply(o,p);return c===!1&&(c=a.apply(o,p)),c}}r.tokenizer=o}if(n.hooks){let o=this.defaults.hooks||new Me;for(let s in n.hooks){if(!(s in o))throw new Error(`hook '${s}' does not exist`);if([\"options\",\"block\"].includes(s))continue;let i=s,l=n.hooks[i],a=o[i];Me.passThroughHooks.has(s)?o[i]=p=>{if(o.options.async&&Me.passThroughHooksRespectAsync.has(s))return(async()=>{let g=await l.call(o,p);return a.call(o,g)})();let c=l.call(o,p);return a.call(o,c)}:o[i]=(...p)=>{if(o.options.async)return(async()=>{let g=await l.apply(o,p);return g===!1&&(g=await a.apply(o,p)),g})();let c=l.apply(o,p);return c===!1&&(c=a.apply(o,p)),c}}r.hooks=o}if(n.walkTokens){let o=this.defaults.walkTokens,s=n.walkTokens;r.walkTokens=function(i){let l=[];return se(l,s.call(this,i)),o&&se(l,o.call(this,i)),l}}this.defaults={...this.defaults,...r}}),this}setOptions(e){return this.defaults={...this.defaults,...e},this}lexer(e,t){return W.lex(e,t??this.defaults)}parser(e,t){return Z.parse(e,t??this.defaults)}parseMarkdown(e){return(t,n)=>{let r={...n},o={...this.defaults,...r},s=this.onError(!!o.silent,!!o.async);if(this.defaults.async===!0&&r.async===!1)return s(new Error(\"marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise.\"));if(typeof t>\"u\"||t===null)return s(new Error(\"marked(): input parameter is undefined or null\"));if(typeof t!=\"string\")return s(new Error(\"marked(): input parameter is of type \"+Object.prototype.toString.call(t)+\", string expected\"));if(o.hooks&&(o.hooks.options=o,o.hooks.block=e),o.async)return(async()=>{let i=o.hooks?await o.hooks.preprocess(t):t,l=await(o.hooks?await o.hooks.provideLexer(e):e?W.lex:W.lexInline)(i,o),a=o.hooks?await o.hooks.processAllTokens(l):l;o.walkTokens&&await Promise.all(this.walkTokens(a,o.walkTokens));let p=await(o.hooks?await o.hooks.provideParser(e):e?Z.parse:Z.parseInline)(a,o);return o.hooks?await o.hooks.postprocess(p):p})().catch(s);try{o.hooks&&(t=o.hooks.preprocess(t));let i=(o.hooks?o.hooks.provideLexer(e):e?W.lex:W.lexInline)(t,o);o.hooks&&(i=o.hooks.processAllTokens(i)),o.walkTokens&&this.walkTokens(i,o.walkTokens);let l=(o.hooks?o.hooks.provideParser(e):e?Z.parse:Z.parseInline)(i,o);return o.hooks&&(l=o.hooks.postprocess(l)),l}catch(i){return s(i)}}}onError(e,t){return n=>{if(n.message+=`\nPlease report this to https://github.com/markedjs/marked.`,e){let r=\"<p>An error occurred:</p><pre>\"+j(n.message+\"\",!0)+\"</pre>\";return t?Promise.resolve(r):r}if(t)return Promise.reject(n);throw n}}},me=new Ro;function E(e,t){return me.parse(e,t)}E.options=E.setOptions=function(e){return me.setOptions(e),E.defaults=me.defaults,Vt(E.defaults),E};E.getDefaults=ot;E.defaults=ge;function So(...e){return me.use(...e),E.defaults=me.defaults,Vt(E.defaults),E}E.use=So;E.walkTokens=function(e,t){return me.walkTokens(e,t)};E.parseInline=me.parseInline;E.Parser=Z;E.parser=Z.parse;E.Renderer=je;E.TextRenderer=ft;E.Lexer=W;E.lexer=W.lex;E.Tokenizer=he;E.Hooks=Me;E.parse=E;var Qs=E.options,Ys=E.setOptions,ei=E.walkTokens,ti=E.parseInline;var ni=Z.parse,ri=W.lex;function ie(e,t){return typeof e==\"object\"&&e!==null?Reflect.get(e,t):void 0}function We(e,t){let n=ie(e,t);return typeof n==\"string\"&&n!==\"\"?n:void 0}function ht(e,t){let n=ie(e,t);return typeof n==\"number\"&&Number.isFinite(n)?n:void 0}var mt=e=>Array.isArray(e)?e:[];function sn(e){if(!(e.length>To))try{return kt(W.lex(ee(e),{gfm:!0}),0)}catch(t){if(t instanceof RangeError)return;throw t}}var To=3e4,an=20,ne=(e,t=\"tokens\")=>mt(ie(e,t)),U=(e,t=\"text\")=>We(e,t)??\"\",kt=(e,t)=>e.flatMap(n=>vo(n,t));function vo(e,t){if(t>an)return[gt([ae(U(e,\"raw\"))])];switch(We(e,\"type\")){case\"space\":case\"def\":case\"checkbox\":return[];case\"heading\":return[{kind:\"heading\",level:ht(e,\"depth\")??1,children:Ue(ne(e),t)}];case\"code\":return[{kind:\"code\",language:Mo(U(e,\"lang\")),code:U(e)}];case\"blockquote\":return[{kind:\"quote\",blocks:kt(ne(e),t+1)}];case\"list\":return[{kind:\"list\",start:ie(e,\"ordered\")===!0?ht(e,\"start\")??1:void 0,items:ne(e,\"items\").map(r=>$o(r,t+1))}];case\"table\":{let n=r=>mt(r).map(o=>Ue(ne(o),t));return[{kind:\"table\",head:n(ie(e,\"header\")),rows:ne(e,\"rows\").map(n)}]}case\"hr\":return[{kind:\"rule\"}];case\"paragraph\":case\"text\":{let n=ne(e);return[gt(n.length>0?Ue(n,t):[ae(U(e))])]}default:return[gt([ae(U(e,\"raw\").trim())])]}}var gt=e=>({kind:\"paragraph\",children:e});function $o(e,t){return{isDone:ie(e,\"task\")===!0?ie(e,\"checked\")===!0:void 0,blocks:kt(ne(e),t)}}var Ue=(e,t)=>e.flatMap(n=>Eo(n,t+1));function Eo(e,t){if(t>an)return[ae(U(e,\"raw\"))];let n=()=>Ue(ne(e),t);switch(We(e,\"type\")){case\"strong\":return[{kind:\"strong\",children:n()}];case\"em\":return[{kind:\"emphasis\",children:n()}];case\"del\":return[{kind:\"deleted\",children:n()}];case\"codespan\":return[{kind:\"code\",code:U(e)}];case\"br\":return[{kind:\"break\"}];case\"link\":return[{kind:\"link\",address:U(e,\"href\"),children:n()}];case\"image\":return[{kind:\"link\",address:U(e,\"href\"),children:[ae(U(e)||\"image\")]}];case\"checkbox\":return[];case\"text\":return ne(e).length>0?n():[ae(Co(U(e)))];case\"escape\":return[ae(U(e))];default:return[ae(U(e,\"raw\"))]}}var ae=e=>({kind:\"text\",text:e});function Mo(e){let t=/^[\\w+#.-]{1,30}/.exec(e)?.[0].toLowerCase()??\"\";return Ao.has(t)?\"\":t}var Ao=new Set([\"mermaid\",\"math\",\"geojson\",\"topojson\",\"stl\"]);function Co(e){return e.replace(/&(?:#x[\\da-f]{1,6}|#\\d{1,7}|amp|lt|gt|quot|apos|nbsp);/gi,t=>{let n=t.slice(1,-1).toLowerCase();if(!n.startsWith(\"#\"))return Lo[n]??t;let r=n.startsWith(\"#x\")?parseInt(n.slice(2),16):Number(n.slice(1));return r>0&&r<=1114111?ee(String.fromCodePoint(r)):t})}var Lo={amp:\"&\",lt:\"<\",gt:\">\",quot:'\"',apos:\"'\",nbsp:\"\\xA0\"};function Ge(e,t){let n=sn(e);if(n===void 0)return;let r=n.flatMap(s=>s.kind===\"heading\"?[s.level]:[]),o={repository:t,top:Math.min(...r,6)};return x(\"div\",{class:\"markdown\"},...n.map(s=>xt(s,o)))}function xt(e,t){let n=r=>r.map(o=>yt(o,t));switch(e.kind){case\"paragraph\":return x(\"p\",{},...n(e.children));case\"heading\":return x(_o[Math.min(e.level-t.top,3)]??\"h6\",{},...n(e.children));case\"code\":return ze(x(\"pre\",{tabindex:0},x(\"code\",{},e.code)),e.code);case\"quote\":return x(\"blockquote\",{},...e.blocks.map(r=>xt(r,t)));case\"list\":{let r=e.items.map(o=>Po(o,t));return e.start===void 0?x(\"ul\",{},...r):x(\"ol\",{start:e.start},...r)}case\"table\":{let r=(l,a)=>x(\"tr\",{},...l.map(p=>x(a,a===\"th\"?{scope:\"col\"}:{},...n(p)))),o=e.rows.slice(0,Oo).map(l=>r(l,\"td\")),s=x(\"table\",{},x(\"thead\",{},r(e.head,\"th\")),x(\"tbody\",{},...o)),i=e.rows.length-o.length;return x(\"div\",{class:\"wide\",tabindex:0},s,i>0?`and ${i} more rows`:void 0)}case\"rule\":return x(\"hr\")}}var _o=[\"h3\",\"h4\",\"h5\",\"h6\"],Oo=1e3;function Po({isDone:e,blocks:t},n){let[r,...o]=t,s=r?.kind===\"paragraph\"?r.children.map(a=>yt(a,n)):[],i=r?.kind===\"paragraph\"?o:t;return x(\"li\",{},e===void 0?void 0:e?\"\\u2611 \":\"\\u2610 \",...s,...i.map(a=>xt(a,n)))}function yt(e,t){let n=r=>r.map(o=>yt(o,t));switch(e.kind){case\"text\":return e.text;case\"code\":return x(\"code\",{},e.code);case\"break\":return x(\"br\");case\"strong\":return x(\"strong\",{},...n(e.children));case\"emphasis\":return x(\"em\",{},...n(e.children));case\"deleted\":return x(\"del\",{},...n(e.children));case\"link\":{let{address:r}=e,{repository:o}=t;if(o!==\"\"&&URL.parse(r)?.href.startsWith(o)===!0)return x(\"a\",{href:r,rel:\"noreferrer\"},...n(e.children));let s=x(\"span\",{},...n(e.children)),i=r.replace(/^(?:mailto:|https?:\\/\\/)/i,\"\");return s.textContent!==\"\"&&!r.endsWith(s.textContent)&&s.textContent!==i&&s.append(\" (\",x(\"code\",{},r.slice(0,300)),\")\"),s.textContent===\"\"?x(\"code\",{},r.slice(0,300)):s}}}function ln(){for(let e of document.querySelectorAll(\"[data-markdown]\")){let t=Ge(e.textContent,bt());t!==void 0&&(e.replaceChildren(t),e.classList.add(\"rendered\"))}for(let e of document.querySelectorAll(\"[data-copy]\")){let t=document.createComment(\"\");e.replaceWith(t),t.replaceWith(ze(e,e.textContent))}}var bt=()=>$(\"main\").dataset.repository??\"\";function cn(){for(let e of document.querySelectorAll(\"[data-long]\")){if(e.scrollHeight<=Io)continue;e.classList.add(\"short\");let t=L(\"Show all\",()=>{let n=e.classList.toggle(\"short\");t.textContent=n?\"Show all\":\"Show less\",t.setAttribute(\"aria-expanded\",String(!n)),n&&e.scrollIntoView({block:\"nearest\"})});t.className=\"more\",t.setAttribute(\"aria-expanded\",\"false\"),e.after(t)}}function dn(e){for(let t of $(\"main\").querySelectorAll(\"[data-file]\")){let n=t.textContent;t.replaceChildren(L(n,()=>e(n),{class:\"path\",title:\"Find it in the events\"}))}}var Io=260;function un(){let e=x(\"select\",{id:\"theme\",\"aria-label\":\"Colours\"});for(let[n,r]of fn)e.append(x(\"option\",{value:n},r));e.value=Bo();let t=()=>{e.value===\"auto\"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e.value};t(),e.addEventListener(\"change\",()=>{t();try{localStorage.setItem(pn,e.value)}catch{}}),$(\"tools\").append(e)}function Bo(){try{let e=localStorage.getItem(pn);return fn.some(([t])=>t===e)?e??\"auto\":\"auto\"}catch{return\"auto\"}}var pn=\"claude-transcript-theme\",fn=[[\"auto\",\"Theme: auto\"],[\"light\",\"Theme: light\"],[\"dark\",\"Theme: dark\"]];var Se=e=>typeof e==\"object\"&&e!==null&&!Array.isArray(e),v=e=>Se(e)?e:{},P=e=>Array.isArray(e)?e:[],T=e=>typeof e==\"string\"?e:void 0,Ho=e=>typeof e==\"number\"?e:void 0,B=e=>Ho(e)??0,O=e=>JSON.stringify(e??null,void 0,2);function Ve(e){try{return JSON.parse(e)}catch{return}}function hn(){let e=new Map,t=new Map,n=[],r=[],o,s=l=>{let a=o??l-r.reduce((h,{delayMs:m})=>h+m,0),p=r.reduce((h,{delayMs:m})=>h+m,0),c=p>l-a?Math.max(0,l-a)/p:1,g=a;for(let{delayMs:h,row:m}of r)n.push({from:g,to:g+h*c,row:m}),g+=h*c;return r=[],g},i=(l,a)=>{o=Math.max(o??a,a),t.set(l,a)};return{answered({messageId:l,agent:a,at:p,usage:c,written:g,row:h}){let m=r.length>0?s(p):void 0,d=e.get(l),u=v(c),f=d??{...zo,from:Math.min(p,m??t.get(a)??o??p),to:p,row:h,written:0};f.to=Math.max(f.to,p),f.written+=g,f.inputTokens=Math.max(f.inputTokens,B(u.input_tokens)),f.cacheReadTokens=Math.max(f.cacheReadTokens,B(u.cache_read_input_tokens)),f.cacheCreationTokens=Math.max(f.cacheCreationTokens,B(u.cache_creation_input_tokens)),f.outputTokens=Math.max(f.outputTokens,B(u.output_tokens)),e.set(l,f),i(a,p)},moved(l,a){r.length>0&&s(a),i(l,a)},waits:(l,a)=>{r.push({delayMs:l,row:a})},finish(l){r.length>0&&o!==void 0&&s(o+r.reduce((p,{delayMs:c})=>p+c,0));let a=e.values().next().value;return a!==void 0&&n[0]?.from!==a.from&&(a.from=Math.min(a.from,l??a.from)),{modelCalls:[...e.values()],waits:n}}}}var zo={inputTokens:0,cacheReadTokens:0,cacheCreationTokens:0,outputTokens:0};function wt(e){return typeof e==\"string\"?e:P(e).map(Fo).join(`\n`)}function mn(e){return P(e).flatMap(t=>{let{type:n,source:r}=v(t),{type:o,media_type:s,data:i}=v(r);return n===\"image\"&&o===\"base64\"&&typeof s==\"string\"&&Do.has(s)&&typeof i==\"string\"&&i.length<=No?[{type:s,data:i}]:[]})}var Do=new Set([\"image/png\",\"image/jpeg\",\"image/gif\",\"image/webp\"]),No=8e6;function Fo(e){let{type:t,text:n,source:r}=v(e);if(typeof n==\"string\")return n;if(t!==\"image\"&&t!==\"document\")return O(e);let{media_type:o,data:s}=v(r),i=Math.ceil((T(s)?.length??0)*75e-5);return`[${t}: ${T(o)??\"unknown kind\"}, ${i} KB; its data is in transcript.jsonl]`}function gn(e,t){let{non_execution_kind:n,permission_decision:r}=v(t);return n===\"user-rejected\"?\"stopped\":v(r).decision===\"reject\"?\"denied\":e?\"failed\":\"ok\"}function kn(e,t,n){let{tool_use_id:r,summary:o,usage:s}=e,i=t.get(T(r)??\"\");if(i===void 0||v(i.result?.detail).isAsync!==!0)return;let l=i.at===void 0?void 0:i.at+B(v(s).duration_ms);i.result={event:n,at:l,images:[],text:T(o)??\"\",status:qo(e.status),detail:void 0}}function qo(e){return e===\"completed\"?\"ok\":e===\"killed\"||e===\"stopped\"?\"stopped\":\"failed\"}function xn(e){let t=r=>P(r).map(o=>T(o)??T(v(o).name)??\"?\");return[[\"Model\",T(e.model)],[\"Claude Code\",T(e.claude_code_version)],[\"Working directory\",T(e.cwd)],[\"Permission mode\",T(e.permissionMode)],[\"Session\",T(e.session_id)],[\"Tools\",t(e.tools).join(\", \")],[\"MCP servers\",t(e.mcp_servers).join(\", \")]].flatMap(([r,o])=>o?[`${r}: ${o}`]:[]).join(`\n`)}function yn(e){let t=P(e.errors).flatMap(n=>T(n)??[]);return[T(e.result),...t].filter(n=>n!==void 0).join(`\n`)}function Rt(e,t){let n=Object.values(v(e.modelUsage)).map(v),r=(...s)=>n.reduce((i,l)=>s.reduce((a,p)=>a+B(l[p]),i),0),o=n.length>0;return{durationMs:typeof e.duration_ms==\"number\"?e.duration_ms+(t?.durationMs??0):t?.durationMs,costUsd:typeof e.total_cost_usd==\"number\"?e.total_cost_usd:void 0,tokens:o?r(\"inputTokens\",\"outputTokens\",\"cacheReadInputTokens\",\"cacheCreationInputTokens\"):void 0,outputTokens:o?r(\"outputTokens\"):void 0}}function St(e,t){let n=e.toSorted((c,g)=>c.to-g.to),r=n.reduce((c,g)=>c+g.written,0),o=n.map(c=>{let g=t.outputTokens===void 0?Math.max(c.outputTokens,c.written/4):t.outputTokens*c.written/Math.max(r,1),h=c.inputTokens+c.cacheReadTokens+c.cacheCreationTokens+g,m=c.inputTokens+c.cacheReadTokens*.1+c.cacheCreationTokens*1.25+g*5;return{at:c.to,tokens:h,weight:m}}),s=o.reduce((c,g)=>c+g.tokens,0),i=o.reduce((c,g)=>c+g.weight,0),l=t.tokens===void 0||s===0?1:t.tokens/s,a=0,p=0;return o.map(c=>{a+=c.tokens*l,p+=c.weight;let g=t.costUsd===void 0?void 0:t.costUsd*p/Math.max(i,1);return{at:c.at,tokens:a,costUsd:g}})}function bn(e,t){let n=e.toSorted((o,s)=>o.to-s.to),r={at:0,tokens:0,costUsd:0};St(n,t).forEach((o,s)=>{let i=n[s]?.row,l=o.costUsd===void 0?void 0:o.costUsd-(r.costUsd??0);i!==void 0&&(i.used={tokens:Math.round(o.tokens-r.tokens),costUsd:l}),r=o})}function Ze(){let e=[],t=new Map,n=new Map,r=hn(),o=0,s,i,l=Rt({}),a,p=!1,c=[];function g(f){let k=typeof f.timestamp==\"string\"?Date.parse(f.timestamp):NaN,b=T(f.parent_tool_use_id)??\"\",y=Number.isFinite(k)?k:void 0;y!==void 0&&(s=Math.min(s??y,y),i=Math.max(i??y,y));let w=0,S=t.get(b);return{at:y,agent:b,place:()=>({id:++w===1?`event-${o}`:`event-${o}-${w}`,event:o,at:y,parent:S}),add:A=>((S?.children??e).push(A),n.set(A.id,A),A)}}function h(f,{at:k,agent:b,place:y,add:w}){let S=v(f.message),M=T(f.error);for(let I of Rn(S.content)){let{type:A,text:q,thinking:G,id:K,name:ue,input:z}=I,C,oe=0;if(M!==void 0){let V=typeof f.api_error_status==\"number\"?` (HTTP ${f.api_error_status})`:\"\";C=w({...y(),kind:\"note\",tone:\"error\",title:`API error: ${M}${V}`,text:T(q)??O(I)})}else if(A===\"text\"&&typeof q==\"string\")C=w({...y(),kind:\"message\",speaker:\"Claude\",text:q}),oe=q.length;else if(A===\"thinking\"&&typeof G==\"string\")C=w({...y(),kind:\"thinking\",text:G}),oe=G.length;else if(A===\"tool_use\"&&typeof K==\"string\"&&typeof ue==\"string\"){let V=w({...y(),kind:\"call\",name:ue,input:z,result:void 0,children:[]});t.set(K,V),C=V,oe=Object.values(v(z)).reduce((mr,gr)=>mr+(T(gr)?.length??8),0)}else C=w({...y(),kind:\"note\",tone:\"plain\",title:`Content of type ${T(A)??\"unknown\"}`,text:O(I)});k!==void 0&&(M===void 0?r.answered({messageId:T(S.id)??C.id,agent:b,at:k,usage:S.usage,written:oe,row:C}):r.moved(b,k))}}function m(f,{at:k,agent:b,place:y,add:w}){let S=P(f.tool_result_meta).map(v),M=Rn(v(f.message).content);for(let I of M){let{type:A,text:q,tool_use_id:G,content:K,is_error:ue}=I,z=typeof G==\"string\"?t.get(G):void 0;if(A===\"tool_result\"&&z?.result===void 0&&z!==void 0)z.result={event:o,at:k,text:wt(K),images:mn(K),status:gn(ue===!0,S.find(C=>C.id===G)),detail:M.length===1?f.tool_use_result:void 0},n.set(`event-${o}`,z);else if(A===\"text\"&&typeof q==\"string\")w({...y(),kind:\"message\",speaker:b===\"\"?\"User\":\"Prompt\",text:q});else{let C=A===\"tool_result\",oe=C?\"Result of a call that is not here\":`Content of type ${T(A)??\"unknown\"}`;w({...y(),kind:\"note\",tone:\"plain\",title:oe,text:C?wt(K):O(I)})}}k!==void 0&&r.moved(b,k)}function d(f,{place:k,add:b}){let y=(w,S,M)=>b({...k(),kind:\"note\",tone:w,title:S,text:M});switch(f.subtype){case\"init\":a??=T(f.cwd),y(p?\"quiet\":\"plain\",p?\"system/init\":\"Session started\",xn(f)),p=!0;return;case\"api_retry\":{let S=`${typeof f.error_status==\"number\"?`HTTP ${f.error_status} `:\"\"}${T(f.error)??\"unknown error\"}: try ${B(f.attempt)} of ${B(f.max_retries)}`,M=B(f.retry_delay_ms);r.waits(M,b({...k(),kind:\"retry\",text:S,delayMs:M}));return}case\"task_notification\":kn(f,t,o),f.status===\"failed\"?y(\"error\",\"Failed in the background\",T(f.summary)??O(f)):y(\"quiet\",\"system/task_notification\",O(f));return;case\"compact_boundary\":y(\"plain\",\"Conversation compacted\",O(f.compact_metadata));return;default:y(\"quiet\",`system/${T(f.subtype)??\"unknown\"}`,O(f))}}function u(f,{place:k,add:b}){l=Rt(f,l);let y=T(f.subtype)??\"unknown\",w=f.is_error===!0,S=w&&y===\"success\"?\"Ended with an error\":`Ended: ${y}`;c.push(b({...k(),kind:\"note\",tone:w?\"error\":\"plain\",title:S,text:yn(f)}))}return{read(f){o++;let k=Ve(f),b=g(v(k)),{place:y,add:w}=b;Se(k)?k.type===\"assistant\"?h(k,b):k.type===\"user\"?m(k,b):k.type===\"system\"?d(k,b):k.type===\"result\"?u(k,b):k.type===\"raw\"?w({...y(),kind:\"note\",tone:\"plain\",title:wn,text:T(k.text)??\"\"}):w({...y(),kind:\"note\",tone:\"quiet\",title:T(k.type)??\"unknown\",text:O(k)}):w({...y(),kind:\"note\",tone:\"plain\",title:wn,text:f})},finish(){for(let S of c.slice(0,-1))Object.assign(S,{tone:\"quiet\",title:`At rest: ${S.title}`});let f=s===void 0||i===void 0?void 0:Math.min(s,i-(l.durationMs??0)),k=f===void 0||i===void 0?void 0:{from:f,to:i},b=jo(e),{modelCalls:y,waits:w}=r.finish(f);bn(y,l);for(let S of b)S.kind===\"report\"&&n.set(S.id,S).set(`event-${S.event}`,S);return{rows:b,events:o,places:n,activity:{modelCalls:y,waits:w},totals:l,span:k,directory:a}}}}var wn=\"Output that is no event\",Rn=e=>typeof e==\"string\"?[{type:\"text\",text:e}]:P(e).map(v);function jo(e){let t=[],n=e.toReversed();for(let r=n.pop();r!==void 0;r=n.pop()){if(t.push(r),r.kind!==\"call\"||r.children.length===0)continue;let{id:o,result:s}=r;s!==void 0&&n.push({kind:\"report\",id:`${o}-report`,event:s.event,at:s.at,parent:r,call:r,result:s});for(let i of r.children.toReversed())n.push(i)}return t}function Sn(){let e=[...document.querySelectorAll(\"[data-encoding]\")],t=[],n=async r=>(await Wo(r.textContent)).split(`\n`).filter(o=>o!==\"\");return{count:e.length,async*packs(){let r=1;for(let o of e){let s=await n(o);t.push(r),r+=s.length,yield s}},async line(r){let o=t.findLastIndex(l=>l<=r),s=e[o],i=t[o];return s===void 0||i===void 0?\"\":(await n(s))[r-i]??\"\"}}}async function Wo(e){let t=new DecompressionStream(\"gzip\"),n=t.writable.getWriter(),[r]=await Promise.all([Uo(t.readable),n.write(Go(e)),n.close()]);return r}async function Uo(e){let t=e.getReader(),n=new TextDecoder,r=\"\";for(let o=await t.read();!o.done;o=await t.read())r+=n.decode(o.value,{stream:!0});return r+n.decode()}function Go(e){if(Vo)return Uint8Array.fromBase64(e);let t=atob(e),n=new Uint8Array(t.length);for(let r=0;r<t.length;r++)n[r]=t.charCodeAt(r);return n}var Vo=\"fromBase64\"in Uint8Array;function vn(e){let t=0;for(let n=e.parent;n!==void 0;n=n.parent)t++;return t}function H(e){switch(e.kind){case\"call\":return e.result!==void 0&&Tn.has(e.result.status);case\"report\":return Tn.has(e.result.status);case\"note\":return e.tone===\"error\";case\"retry\":case\"message\":case\"thinking\":return!1}}var Tn=new Set([\"failed\",\"stopped\"]),Q=e=>e.kind===\"call\"&&e.result?.status===\"denied\";function Je(e){if(e.kind!==\"call\"||e.name!==\"Bash\"||e.result?.status!==\"ok\")return;let[,t,n]=/^\\[[^\\]\\n]{1,200} ([\\da-f]{7,40})\\] (.+)$/m.exec(e.result.text.slice(0,2e4))??[];return t===void 0||n===void 0?void 0:{sha:t,message:n}}function ke(e){let t=Math.max(0,e)/1e3,n=Math.floor(t/3600),r=Math.floor(t/60)%60,o=s=>String(s).padStart(2,\"0\");return n>0?`${n}:${o(r)}:${o(Math.floor(t)%60)}`:r>=10?`${r}:${o(Math.floor(t)%60)}`:`${r}:${(Math.floor(t*10)/10-r*60).toFixed(1).padStart(4,\"0\")}`}function le(e){if(e<1e3)return`${Math.round(e)} ms`;if(e<59950)return`${(e/1e3).toFixed(1)} s`;let t=Math.round(e/1e3),n=Math.floor(t/60);return n<60?`${n} min ${t%60} s`:`${Math.floor(n/60)} h ${n%60} min`}function Te(e){return e<1e3?String(Math.round(e)):e<999950?`${(e/1e3).toFixed(1)}k`:`${(e/1e6).toFixed(1)}M`}var N=e=>e.toLocaleString(\"en-US\"),ce=(e,t)=>`${N(e)} ${t}${e===1?\"\":\"s\"}`,_e=e=>`$${e.toFixed(e<1?4:2)}`;function $n(e,t){if(e.length<Zo)return;let n=e.flatMap(Xo);if(n.length<3)return;let r=e.find(({at:a})=>a!==void 0)?.at,o=n.slice(0,Jo),s=o.map(({row:a,kind:p,text:c})=>{let g=a.at===void 0||r===void 0?\"\":ke(a.at-r);return x(\"li\",{class:p},L(`${Ko[p]}${c}`,()=>t(a),{class:\"path\"}),x(\"span\",{class:\"time\"},g))}),i=n.length>o.length?x(\"p\",{class:\"empty\"},`and ${n.length-o.length} more`):void 0,l=x(\"summary\",{},`Contents (${n.length})`);$(\"contents\").replaceChildren(x(\"details\",{class:\"panel contents\"},l,x(\"ol\",{},...s),i))}var Zo=30,Jo=500,Ko={step:\"\",commit:\"Commit: \",error:\"Error: \",denied:\"Denied: \",subagent:\"Subagent: \"};function Xo(e){let t=(r,o)=>[{row:e,kind:r,text:Qo(o)}],n=Je(e);return n!==void 0?t(\"commit\",`${n.sha} ${n.message}`):e.kind===\"call\"&&e.children.length>0?t(\"subagent\",Tt(e.input)):Q(e)&&e.kind===\"call\"?t(\"denied\",`${e.name} ${Tt(e.input)}`):H(e)&&e.parent===void 0?e.kind===\"call\"?t(\"error\",`${e.name} ${Tt(e.input)}`):e.kind===\"note\"?t(\"error\",e.title):[]:e.kind===\"message\"&&e.speaker===\"Claude\"&&e.parent===void 0?t(\"step\",e.text):[]}var Qo=e=>{let t=e.trim().split(`\n`)[0]??\"\";return t.length>100?`${t.slice(0,99)}\\u2026`:t};function Tt(e){if(typeof e!=\"object\"||e===null)return\"\";let t=Object.values(e).find(n=>typeof n==\"string\");return typeof t==\"string\"?t:\"\"}var xe={choice:\"conversation\",errorsOnly:!1};function ve(e,{choice:t,errorsOnly:n}){if(n&&!H(e))return!1;switch(t){case\"conversation\":return e.kind!==\"note\"||e.tone!==\"quiet\";case\"every\":return!0;case\"messages\":return e.kind===\"message\";case\"thinking\":return e.kind===\"thinking\";case\"calls\":return e.kind===\"call\";case\"denied\":return Q(e);case\"retries\":return e.kind===\"retry\";default:return e.kind===\"call\"&&t===`tool:${e.name}`}}var Ke=({choice:e,errorsOnly:t})=>!t&&(e===\"conversation\"||e===\"every\");function En(e){let t=new Map;for(let n of e)n.kind===\"call\"&&t.set(n.name,(t.get(n.name)??0)+1);return[...t].sort(([n,r],[o,s])=>s-r||(n<o?-1:1))}function Mn(e){if(e.trim()!==\"\")return new RegExp(e.replace(/[\\\\^$.*+?()[\\]{}|]/g,\"\\\\$&\"),\"giu\")}async function An(e,t,n){let r=[],o=performance.now();for(let s of e)if(es(s).some(i=>Yo(i,t))&&r.push(s),!(performance.now()-o<12)){if(await new Promise(i=>setTimeout(i)),n.aborted)return[];o=performance.now()}return r}var Yo=(e,t)=>e.search(t)>=0;function es(e){switch(e.kind){case\"message\":case\"thinking\":case\"retry\":return[e.text];case\"note\":return[e.title,e.text];case\"report\":return[e.result.text];case\"call\":{let t=[e.name];if(vt(e.input,t),e.result===void 0)return t;let{stderr:n,structuredPatch:r}=v(e.result.detail);return vt([n,P(r).map(o=>v(o).lines)],t),e.children.length===0&&t.push(e.result.text),t}}}function vt(e,t){if(typeof e==\"string\")t.push(e);else if(typeof e==\"object\"&&e!==null)for(let[n,r]of Object.entries(e))Array.isArray(e)||t.push(n),vt(r,t);else(typeof e==\"number\"||typeof e==\"boolean\")&&t.push(String(e))}function Cn({rows:e,look:t,stage:n,report:r}){let o=[],s=new AbortController;return{async search(i){s.abort(),s=new AbortController;let{signal:l}=s;if(await new Promise(c=>setTimeout(c,ts)),l.aborted)return;let a=Mn(i),p=a===void 0?[]:await An(e,a,l);s.signal===l&&(t.pattern=a,o=p,n.mark(new Set(p)),r(a===void 0?\"\":p.length===0?\"no match\":ce(p.length,\"event\")))},step(i){let l=n.readingRow(),a=l===void 0?-1:e.indexOf(l),p=n.current()===void 0,c=new Map(e.map((d,u)=>[d,u])),g=d=>(c.get(d)??0)>(p?a-1:a),h=d=>(c.get(d)??0)<a,m=i===1?o.find(g)??o[0]:o.findLast(h)??o.at(-1);m!==void 0&&(t.folds.set(m,!0),n.go(m),n.update(m)?.querySelector(\".body mark\")?.scrollIntoView({block:\"nearest\"}),r(`${N(o.indexOf(m)+1)} of ${N(o.length)}`))}}}var ts=120;function Ln(e,t){let n=ns(),r={j:()=>t.move(1),k:()=>t.move(-1),g:()=>t.moveTo(\"first\"),G:()=>t.moveTo(\"last\"),o:()=>t.fold(),e:()=>t.moveToTrouble(1),E:()=>t.moveToTrouble(-1),x:()=>t.foldAll(!0),X:()=>t.foldAll(!1),n:()=>t.step(1),N:()=>t.step(-1),c:()=>t.copyLink(),\"/\":()=>t.focusSearch(),\"?\":()=>n.showModal()},o={ArrowDown:()=>t.move(1),ArrowUp:()=>t.move(-1),ArrowRight:()=>t.fold(!0),ArrowLeft:()=>t.fold(!1),Home:()=>t.moveTo(\"first\"),End:()=>t.moveTo(\"last\")};return document.addEventListener(\"keydown\",s=>{let{target:i,key:l}=s;if(s.ctrlKey||s.metaKey||s.altKey||n.open||!(i instanceof HTMLElement)||i.closest(\"input, select, textarea\")!==null)return;let a=i.matches(\"article\"),p=(e.contains(i)?o[l]:void 0)??(a&&(l===\"Enter\"||l===\" \")?()=>t.fold():void 0)??(Object.hasOwn(r,l)?r[l]:void 0);p!==void 0&&(s.preventDefault(),p())}),{showHelp:()=>n.showModal()}}function ns(){let e=x(\"dl\");for(let[n,r]of rs){let o=x(\"dt\");for(let s of n.split(\" \"))o.append(x(\"kbd\",{},s),\" \");e.append(x(\"div\",{},o,x(\"dd\",{},r)))}let t=x(\"dialog\",{\"aria-labelledby\":\"help-title\"},x(\"h2\",{id:\"help-title\"},\"Keyboard\"),e);return t.append(L(\"Close\",()=>t.close())),document.body.append(t),t}var rs=[[\"j k \\u2193 \\u2191\",\"next and previous event\"],[\"g G\",\"first and last event\"],[\"e E\",\"next and previous error or retry\"],[\"o Enter \\u2192 \\u2190\",\"unfold and fold the event\"],[\"x X\",\"expand all, collapse all\"],[\"/\",\"search\"],[\"Enter n\",\"next match\"],[\"Shift+Enter N\",\"previous match\"],[\"c\",\"copy a link to the event\"],[\"Esc\",\"clear the search\"]];var Oe=class{diff(t,n,r={}){let o;typeof r==\"function\"?(o=r,r={}):\"callback\"in r&&(o=r.callback);let s=this.castInput(t,r),i=this.castInput(n,r),l=this.removeEmpty(this.tokenize(s,r)),a=this.removeEmpty(this.tokenize(i,r));return this.diffWithOptionsObj(l,a,r,o)}diffWithOptionsObj(t,n,r,o){var s;let i=b=>{if(b=this.postProcess(b,r),o){setTimeout(function(){o(b)},0);return}else return b},l=n.length,a=t.length,p=1,c=l+a;r.maxEditLength!=null&&(c=Math.min(c,r.maxEditLength));let g=(s=r.timeout)!==null&&s!==void 0?s:1/0,h=Date.now()+g,m=[{oldPos:-1,lastComponent:void 0}],d=this.extractCommon(m[0],n,t,0,r);if(m[0].oldPos+1>=a&&d+1>=l)return i(this.buildValues(m[0].lastComponent,n,t));let u=-1/0,f=1/0,k=()=>{for(let b=Math.max(u,-p);b<=Math.min(f,p);b+=2){let y,w=m[b-1],S=m[b+1];w&&(m[b-1]=void 0);let M=!1;if(S){let A=S.oldPos-b;M=S&&0<=A&&A<l}let I=w&&w.oldPos+1<a;if(!M&&!I){m[b]=void 0;continue}if(!I||M&&w.oldPos<S.oldPos?y=this.addToPath(S,!0,!1,0,r):y=this.addToPath(w,!1,!0,1,r),d=this.extractCommon(y,n,t,b,r),y.oldPos+1>=a&&d+1>=l)return i(this.buildValues(y.lastComponent,n,t))||!0;m[b]=y,y.oldPos+1>=a&&(f=Math.min(f,b-1)),d+1>=l&&(u=Math.max(u,b+1))}p++};if(o)(function b(){setTimeout(function(){if(p>c||Date.now()>h)return o(void 0);k()||b()},0)})();else for(;p<=c&&Date.now()<=h;){let b=k();if(b)return b}}addToPath(t,n,r,o,s){let i=t.lastComponent;return i&&!s.oneChangePerToken&&i.added===n&&i.removed===r?{oldPos:t.oldPos+o,lastComponent:{count:i.count+1,added:n,removed:r,previousComponent:i.previousComponent}}:{oldPos:t.oldPos+o,lastComponent:{count:1,added:n,removed:r,previousComponent:i}}}extractCommon(t,n,r,o,s){let i=n.length,l=r.length,a=t.oldPos,p=a-o,c=0;for(;p+1<i&&a+1<l&&this.equals(r[a+1],n[p+1],s);)p++,a++,c++,s.oneChangePerToken&&(t.lastComponent={count:1,previousComponent:t.lastComponent,added:!1,removed:!1});return c&&!s.oneChangePerToken&&(t.lastComponent={count:c,previousComponent:t.lastComponent,added:!1,removed:!1}),t.oldPos=a,p}equals(t,n,r){return r.comparator?r.comparator(t,n):t===n||!!r.ignoreCase&&t.toLowerCase()===n.toLowerCase()}removeEmpty(t){let n=[];for(let r=0;r<t.length;r++)t[r]&&n.push(t[r]);return n}castInput(t,n){return t}tokenize(t,n){return Array.from(t)}join(t){return t.join(\"\")}postProcess(t,n){return t}get useLongestToken(){return!1}buildValues(t,n,r){let o=[],s;for(;t;)o.push(t),s=t.previousComponent,delete t.previousComponent,t=s;o.reverse();let i=o.length,l=0,a=0,p=0;for(;l<i;l++){let c=o[l];if(c.removed)c.value=this.join(r.slice(p,p+c.count)),p+=c.count;else{if(!c.added&&this.useLongestToken){let g=n.slice(a,a+c.count);g=g.map(function(h,m){let d=r[p+m];return d.length>h.length?d:h}),c.value=this.join(g)}else c.value=this.join(n.slice(a,a+c.count));a+=c.count,c.added||(p+=c.count)}}return o}};var $t=class extends Oe{tokenize(t){return t.slice()}join(t){return t}removeEmpty(t){return t}},_n=new $t;function Et(e,t,n){return _n.diff(e,t,n)}var ye=new Set([\"Edit\",\"MultiEdit\",\"Write\",\"NotebookEdit\"]);function Xe({name:e,input:t,result:n}){let r=P(v(n?.detail).structuredPatch).map(v);if(r.length>0)return r.map(os);let o=v(t);return e===\"Write\"?[{oldStart:void 0,newStart:1,lines:Pn(o.content)}]:e===\"NotebookEdit\"?[{oldStart:void 0,newStart:void 0,lines:Pn(o.new_source)}]:e===\"MultiEdit\"?P(o.edits).map(s=>On(v(s))):[On(o)]}function Bn(e){let t=n=>e.reduce((r,{lines:o})=>r+o.filter(s=>s.sign===n).length,0);return{added:t(\"+\"),removed:t(\"-\")}}function os(e){let t=P(e.lines).flatMap(n=>typeof n!=\"string\"||n.startsWith(\"\\\\\")?[]:[{sign:n.startsWith(\"-\")?\"-\":n.startsWith(\"+\")?\"+\":\" \",text:n.slice(1)}]);return{oldStart:B(e.oldStart),newStart:B(e.newStart),lines:t}}var On=e=>({oldStart:void 0,newStart:void 0,lines:Hn(T(e.old_string)??\"\",T(e.new_string)??\"\")}),Pn=e=>Hn(\"\",T(e)??\"\");function Hn(e,t){let[n,r]=[In(e),In(t)],o=Math.min(n.length,r.length),[s,i]=[0,0];for(;s<o&&n[s]===r[s];)s++;for(;i<o-s&&n.at(-1-i)===r.at(-1-i);)i++;let[l,a]=[n.slice(s,n.length-i),r.slice(s,r.length-i)],p=Et(l,a,{maxEditLength:2e3})??[{removed:!0,added:!1,value:l},{removed:!1,added:!0,value:a}],c=(g,h)=>h.map(m=>({sign:g,text:m}));return[...c(\" \",n.slice(0,s)),...p.flatMap(g=>c(g.removed?\"-\":g.added?\"+\":\" \",g.value)),...c(\" \",n.slice(n.length-i))]}var In=e=>e===\"\"?[]:e.replace(/\\n$/,\"\").split(`\n`);function Mt(){let e=new Map,t;return{isOpen:n=>e.get(n)??t??ss(n),set:(n,r)=>{e.set(n,r)},setAll(n){e.clear(),t=n}}}function ss(e){switch(e.kind){case\"message\":case\"report\":return!0;case\"call\":return H(e)||Q(e)||e.children.length>0||ye.has(e.name)||e.name===\"TodoWrite\";case\"note\":return e.tone===\"error\";case\"thinking\":case\"retry\":return!1}}function Be({name:e,input:t},n){let r=v(t),o=T(r.file_path)??T(r.notebook_path),s=T(r.pattern);if(o!==void 0)return zn(o,n);if(s!==void 0){let a=T(r.path);return a===void 0?s:`${s} in ${zn(a,n)}`}if(e===\"TodoWrite\"){let a=qn(r);return`${a.filter(({status:p})=>p===\"done\").length} of ${a.length} done`}let l=[r.command,r.description,r.url,r.query].find(a=>typeof a==\"string\")??Object.values(r).find(a=>typeof a==\"string\");return(T(l)??\"\").slice(0,400).replace(/\\s+/g,\" \").trim()}function zn(e,t){return t!==void 0&&e.startsWith(`${t}/`)?e.slice(t.length+1):e}function Dn({name:e,result:t}){if(e!==\"Bash\"||t===void 0)return;let{status:n,text:r,detail:o}=t;if(n===\"failed\"){let l=Fn.exec(r)?.[1];return l===void 0?void 0:Number(l)}let{backgroundTaskId:s,interrupted:i}=v(o);return n===\"ok\"&&s===void 0&&i!==!0?0:void 0}function Nn(e){let t=is(e);return e.children.length>0||e.result===void 0?t:[...t,...At(e)]}function is(e){let t=v(e.input);if(!Se(e.input))return Ie(\"Input\",e.input===void 0?\"\":O(e.input));if(e.name===\"Bash\"&&typeof t.command==\"string\"){let n=T(t.description)??\"\";return[{kind:\"command\",text:t.command,purpose:n},...Pe(t,[\"command\",\"description\"])]}return ye.has(e.name)?[...Pe(t,as),{kind:\"diff\",hunks:Xe(e)}]:e.name===\"TodoWrite\"?[{kind:\"todos\",todos:qn(t)},...Pe(t,[\"todos\"])]:e.name===\"Read\"?Pe(t,[\"file_path\"]):Pe(t,[])}function At({name:e,result:t}){if(t===void 0)return[];let{stdout:n,stderr:r}=v(t.detail);if(t.status!==\"ok\"){let s=e===\"Bash\"?t.text.replace(Fn,\"\"):t.text;return Ie(e===\"Bash\"?\"Output\":\"Result\",s,\"error\")}return e===\"Bash\"&&typeof n==\"string\"&&typeof r==\"string\"&&r!==\"\"?[...n===\"\"?[]:Ie(\"Output\",n),...Ie(\"Standard error\",r)]:e===\"TodoWrite\"||ye.has(e)&&Se(t.detail)?[]:Ie(e===\"Bash\"?\"Output\":\"Result\",t.text)}var Fn=/^Exit code (\\d+)\\n?/,as=[\"file_path\",\"notebook_path\",\"old_string\",\"new_string\",\"content\",\"new_source\",\"edits\"],Ie=(e,t,n=\"plain\")=>[{kind:\"text\",label:e,text:t,tone:n}];function Pe(e,t){let n=Object.entries(e).flatMap(([r,o])=>t.includes(r)||o===!1||o===\"\"||o===null?[]:[[r,typeof o==\"string\"?o:O(o)]]);return n.length===0?[]:[{kind:\"fields\",fields:n}]}function qn(e){return P(e.todos).map(t=>{let{content:n,status:r}=v(t),o=r===\"completed\"?\"done\":r===\"in_progress\"?\"doing\":\"open\";return{text:T(n)??O(t),status:o}})}function J(e,{key:t,kind:n},r){let o=r.shown.get(t)??ls(e),s=x(\"div\",{class:`text ${n}`,tabindex:-1});if(Y(s,e.slice(0,o),r.pattern),o>=e.length)return s;let i=cs(e,o,r.pattern),l=i===void 0?void 0:ds(e,i,r),a=Math.min(e.length,o+Wn),p=a<e.length?`Show ${N(Wn)} more of ${N(e.length)} characters`:`Show all (${N(Un(e))} lines)`,c=x(\"div\",{class:\"long\"},s,l),g=()=>{r.shown.set(t,a);let h=J(e,{key:t,kind:n},r);c.replaceWith(h);let m=h.classList.contains(\"text\")?h:h.querySelector(\".text\");m instanceof HTMLElement&&m.focus({preventScroll:!0})};return c.append(L(p,g,{class:\"more\"})),c}function Y(e,t,n){let r=ee(t);if(n===void 0){e.append(r);return}let o=0,s=0;for(let i of r.matchAll(n))if(e.append(r.slice(o,i.index),x(\"mark\",{},i[0])),o=i.index+i[0].length,++s===us)break;e.append(r.slice(o))}function ls(e){let t=0;for(let o=0;o<jn;o++){let s=e.indexOf(`\n`,t);if(s<0||s>=Ct)return e.length<=Ct*1.25?e.length:Ct;t=s+1}let n=e.slice(t,t+1e3);return t+n.length===e.length&&Un(n)<=jn/3?e.length:t-1}function cs(e,t,n){if(n===void 0)return;let r=e.search(n);return r>=t?r:void 0}function ds(e,t,n){let r=x(\"div\",{class:\"text mono excerpt\"});return Y(r,`\\u2026${e.slice(Math.max(0,t-200),t+600)}\\u2026`,n.pattern),r}function Un(e){let t=1;for(let n=e.indexOf(`\n`);n>=0&&n<e.length-1;n=e.indexOf(`\n`,n+1))t++;return t}var jn=30,Ct=6e3,Wn=2e5,us=2e3;function Vn(e,t){let n=e.kind===\"call\"?Nn(e):At({name:e.call.name,result:e.result}),r=e.result?.images??[];return[...n.map((o,s)=>fs(o,`${e.id}/${s}`,t)),...e.kind===\"call\"&&e.children.length>0?[]:r.map(ps)]}var ps=({type:e,data:t},n)=>x(\"img\",{src:`data:${e};base64,${t}`,alt:`Image ${n+1} of the result`});function fs(e,t,n){switch(e.kind){case\"command\":{let r=x(\"p\",{class:\"purpose\"});Y(r,e.purpose,n.pattern);let o=J(e.text,{key:t,kind:\"mono\"},n);return x(\"div\",{class:\"command\"},e.purpose===\"\"?void 0:r,o)}case\"text\":{let r=e.tone===\"error\"?\"mono error\":\"mono\",s=e.text.trim()===\"\"?x(\"p\",{class:\"empty\"},\"Nothing\"):J(e.text,{key:t,kind:r},n);return x(\"div\",{class:\"section\"},x(\"h4\",{},e.label),s)}case\"fields\":{let r=x(\"dl\",{class:\"fields\"});return e.fields.forEach(([o,s],i)=>{let l=x(\"dt\");Y(l,o,n.pattern);let a=s.includes(`\n`)||/^[[{]/.test(s)?\"mono\":\"prose\";r.append(x(\"div\",{},l,x(\"dd\",{},J(s,{key:`${t}/${i}`,kind:a},n))))}),r}case\"diff\":return Zn(e.hunks,t,n);case\"todos\":{let r=x(\"ul\",{class:\"todos\"});for(let{text:o,status:s}of e.todos){let i=x(\"li\",{class:s},x(\"span\",{class:\"state\"},`${hs[s]} `));Y(i,o,n.pattern),r.append(i)}return r}}}var hs={done:\"\\u2713\",doing:\"\\u25B8\",open:\"\\u25CB\"};function Zn(e,t,n){let r=e.reduce((c,{lines:g})=>c+g.length,0),o=Math.max(n.shown.get(t)??xs,ms(e,n.pattern)),s=x(\"div\",{class:\"diff\"}),i=o;if(e.forEach((c,g)=>{i<=0||(g>0&&s.append(x(\"div\",{class:\"gap\"},\"\\u22EF\")),s.append(...gs(c,i,{key:`${t}/${g}`,look:n})),i-=c.lines.length)}),o>=r)return s;let l=Math.min(r,o+Gn),a=l<r?`Show ${Gn} more of ${N(r)} lines`:`Show all ${N(r)} lines`,p=()=>{n.shown.set(t,l),s.replaceWith(Zn(e,t,n))};return s.append(L(a,p,{class:\"more\"})),s}function ms(e,t){if(t===void 0)return 0;let n=e.flatMap(r=>r.lines);return Math.min(n.findIndex(({text:r})=>r.search(t)>=0)+1,bs)}function gs({oldStart:e,newStart:t,lines:n},r,{key:o,look:s}){let i=e,l=t,a=i!==void 0||l!==void 0;return n.slice(0,r).map(({sign:p,text:c},g)=>{let h=p===\"-\"?i:l;p!==\"+\"&&i!==void 0&&i++,p!==\"-\"&&l!==void 0&&l++;let m=x(\"div\",{class:\"code\"});return c.length>ys?m.append(J(c,{key:`${o}/${g}`,kind:\"line\"},s)):Y(m,c,s.pattern),x(\"div\",{class:`line ${ks[p]}`},a?x(\"span\",{class:\"number\"},h===void 0?\"\":String(h)):void 0,x(\"span\",{class:\"sign\"},p),m)})}var ks={\"+\":\"added\",\"-\":\"removed\",\" \":\"kept\"},xs=40,Gn=1e3,ys=1e4,bs=5e3;function Qe(e,t){let n=[\"row\",e.kind,...H(e)?[\"error\"]:Q(e)?[\"denied\"]:[],`depth-${Math.min(vn(e),4)}`];e.kind===\"note\"&&n.push(e.tone);let r=e.kind!==\"retry\"&&!(e.kind===\"note\"&&e.text===\"\"),o=r&&t.folds.isOpen(e),s=x(\"span\",{class:\"name\"});Y(s,ws(e),t.pattern);let i=x(\"span\",{class:\"title\"});(!o||e.kind===\"call\"||e.kind===\"report\")&&Y(i,Rs(e,t),t.pattern);let l=r?x(\"button\",{type:\"button\",class:\"fold\",\"aria-expanded\":String(o)},s,i):x(\"div\",{class:\"fold\"},s,i);r&&l.addEventListener(\"click\",()=>t.onToggle(e));let a=L(\"{ }\",()=>t.onJson(e),{class:\"json\",\"aria-label\":`JSON of event ${e.event}`,\"aria-pressed\":String(t.asJson.has(e))}),p=x(\"a\",{class:\"link\",href:`#${e.id}`,\"aria-label\":`Link to event ${e.event}`,title:\"Link to this event\"},`#${e.event}`),c=x(\"h3\",{class:\"head\",id:`${e.id}-head`},l),g=x(\"div\",{class:\"side\"},...$s(e),Ms(e,t),a,p),h=`${e.id}-head`,m=x(\"article\",{class:n.join(\" \"),id:e.id,tabindex:-1,\"aria-labelledby\":h},x(\"div\",{class:\"top\"},c,g));return o&&m.append(x(\"div\",{class:\"body\"},...Ss(e,t))),t.asJson.has(e)&&m.append(As(e,t)),m}function ws(e){switch(e.kind){case\"message\":return e.speaker;case\"thinking\":return\"Thinking\";case\"call\":return e.name;case\"report\":return\"Report\";case\"retry\":return\"API retry\";case\"note\":return e.title}}function Rs(e,t){switch(e.kind){case\"call\":return Be(e,t.directory);case\"report\":return Be(e.call,t.directory);case\"retry\":return`${e.text}, after a wait of ${le(e.delayMs)}`;case\"message\":case\"thinking\":case\"note\":return e.text.slice(0,300).replace(/\\s+/g,\" \").trim()}}function Ss(e,t){switch(e.kind){case\"call\":case\"report\":return Vn(e,t);case\"message\":return[Ts(e.text,e.id,t)];case\"thinking\":return[J(e.text,{key:e.id,kind:\"prose\"},t)];case\"note\":return[J(e.text,{key:e.id,kind:e.tone===\"error\"?\"mono error\":\"mono\"},t)];case\"retry\":return[]}}function Ts(e,t,n){let o=n.pattern===void 0&&e.length<=vs?Ge(e,bt()):void 0;return o===void 0?J(e,{key:t,kind:\"prose\"},n):x(\"div\",{class:\"text prose rendered\"},o)}var vs=6e3,re=(e,t,n)=>x(\"span\",{class:`badge ${e}`,title:n},t);function Jn({used:e}){if(e===void 0)return[];let t=e.costUsd===void 0?\"\":` \\xB7 ${_e(e.costUsd)}`;return[re(\"used\",`${Te(e.tokens)} tok${t}`,\"Tokens of this answer, read and written, and its share of the cost\")]}function $s(e){if(e.kind!==\"call\")return Jn(e);let{status:t}=e.result??{status:void 0},n=Dn(e),r=[];if(ye.has(e.name)&&t===\"ok\"){let{added:i,removed:l}=Bn(Xe(e));r.push(re(\"plus\",`+${i}`),re(\"minus\",`\\u2212${l}`))}let o=Je(e);o!==void 0&&r.push(re(\"commit\",`commit ${o.sha}`,o.message)),e.children.length>0&&r.push(re(\"quiet\",`${ce(e.children.length,\"event\")} inside`)),n!==void 0?r.push(re(n===0?\"ok\":\"bad\",`exit ${n}`)):t===void 0?r.push(re(\"warn\",\"no result\")):t!==\"ok\"&&r.push(re(t===\"denied\"?\"warn\":\"bad\",t));let s=Es(e);return s!==void 0&&r.push(re(\"took\",le(s))),[...Jn(e),...r]}function Es({at:e,result:t}){return e===void 0||t?.at===void 0?void 0:Math.max(0,t.at-e)}function Ms({at:e},{start:t}){if(e===void 0||t===void 0)return x(\"span\",{class:\"time\"});let n=new Date(e).toISOString();return x(\"time\",{class:\"time\",datetime:n,title:n},ke(e-t))}function As(e,t){let n=x(\"div\",{class:\"body events\"}),r=e.kind===\"call\"&&e.result!==void 0?[e.event,e.result.event]:[e.event];for(let o of r){let s=x(\"div\",{class:\"section\"},x(\"h4\",{},`Event ${o}`));n.append(s),t.line(o).then(i=>{let l=O(Ve(i)??i);s.append(J(l,{key:`${e.id}/json/${o}`,kind:\"mono\"},t))})}return n}function Xn(e,t){if(!t.folds.isOpen(e)||e.kind===\"retry\")return Kn;let n=e.kind===\"call\"||e.kind===\"report\"?e.result?.text??\"\":e.text,r=1+Math.min(n.length,6e3)/110;for(let o=n.indexOf(`\n`);o>=0&&r<30;o=n.indexOf(`\n`,o+1))r++;return Kn+20+Math.min(r,30)*20+(e.kind===\"call\"?60:0)}var Kn=33;function Yn({container:e,view:t,guess:n}){let r=[],o=0,s=new Map,i=new Map,l=CSS.supports(\"overflow-anchor\",\"auto\"),a=new IntersectionObserver(u=>{for(let{target:f,isIntersecting:k}of u){let b=s.get(f);b!==void 0&&(k?m(b,()=>c(b)):m(b,()=>g(b)))}},{rootMargin:`${Cs}px 0px`});function p(u,f){let k=t(u);return k.setAttribute(\"aria-posinset\",String(f)),k.setAttribute(\"aria-setsize\",String(o)),i.set(u,k),k}function c(u){u.drawn||(u.drawn=!0,u.element.style.height=\"\",u.element.replaceChildren(...u.rows.map((f,k)=>p(f,u.first+k+1))))}function g(u){if(!(!u.drawn||u.element.contains(document.activeElement))){u.element.style.height=`${u.element.offsetHeight}px`,u.drawn=!1,u.element.replaceChildren();for(let f of u.rows)i.delete(f)}}function h(){for(let u of r){let{top:f,bottom:k}=u.element.getBoundingClientRect();if(f>window.innerHeight)return;k>0&&c(u)}}function m({element:u},f){if(l){f();return}let k=u.getBoundingClientRect();f(),k.bottom<0&&window.scrollBy(0,u.getBoundingClientRect().height-k.height)}return{show(u){a.disconnect(),s.clear(),i.clear(),o=u.length;let f=[];for(let k=0;k<u.length;k+=Qn){let b=u.slice(k,k+Qn),y=x(\"div\",{class:\"block\"});y.style.height=`${b.reduce((S,M)=>S+n(M),0)}px`;let w={element:y,rows:b,first:k,drawn:!1};for(let S of[y,...b])s.set(S,w);f.push(w)}r=f,e.replaceChildren(...f.map(({element:k})=>k)),h();for(let{element:k}of f)a.observe(k)},refresh(){for(let u of r)u.drawn&&(u.drawn=!1,c(u))},update(u){let f=i.get(u),k=f?.getAttribute(\"aria-posinset\");if(f===void 0)return;let b=document.activeElement,y=[...f.querySelectorAll(\"button, a\")].findIndex(M=>M===b),w=p(u,Number(k));f.replaceWith(w);let S=y<0?void 0:w.querySelectorAll(\"button, a\")[y];return S instanceof HTMLElement?S.focus({preventScroll:!0}):b===f&&w.focus({preventScroll:!0}),w},rowOf(u){return r.find(({element:k})=>k.contains(u))?.rows.find(k=>i.get(k)?.contains(u))},reveal(u){let f=s.get(u);if(f===void 0)return;let k=r.indexOf(f);for(let w of r.slice(Math.max(0,k-2),k+3))c(w);let b=i.get(u),y=()=>b?.scrollIntoView({block:\"start\"});return y(),requestAnimationFrame(y),b},element:u=>i.get(u),firstBelow(u){let f=r.find(({element:k})=>k.getBoundingClientRect().bottom>u);if(f!==void 0)return c(f),f.rows.find(k=>(i.get(k)?.getBoundingClientRect().bottom??0)>u+1)},drawAll(){for(let u of r)c(u)}}}var Qn=40,Cs=1500;function er(e,t,n){let r=$(\"list\"),o=xe,s=[],i,l=new Set,a=Yn({container:r,guess:d=>Xn(d,t),view(d){let u=Qe(d,t);return u.classList.toggle(\"found\",l.has(d)),Lt(u,d===i),u}});function p(){let d=Ke(o);s=e.filter(u=>ve(u,o)&&(!d||c(u)===void 0)),a.show(s),$(\"nothing\").hidden=s.length>0,s.length>0?r.setAttribute(\"role\",\"feed\"):r.removeAttribute(\"role\")}function c(d){let u;for(let f=d.parent;f!==void 0;f=f.parent)t.folds.isOpen(f)||(u=f);return u}function g(d){let u=a.element(d)?.getBoundingClientRect().top;p();let f=a.reveal(d);if(f?.focus({preventScroll:!0}),u===void 0||f===void 0)return;let k=()=>window.scrollBy(0,f.getBoundingClientRect().top-u);requestAnimationFrame(()=>requestAnimationFrame(k))}let h=()=>r.getBoundingClientRect().top>_t(),m={current:()=>i,readingRow:()=>i??a.firstBelow(_t()),point(d){let u=i===void 0?void 0:a.element(i);u!==void 0&&Lt(u,!1),i=d;let f=a.element(d);f!==void 0&&Lt(f,!0)},go(d){let u=!ve(d,o);u&&(o={choice:ve(d,xe)?\"conversation\":\"every\",errorsOnly:!1},n(o));let f=Ke(o)&&c(d)!==void 0;for(let b=d.parent;b!==void 0;b=b.parent)t.folds.set(b,!0);(u||f)&&p();let k=a.reveal(d);m.point(d),k?.focus({preventScroll:!0})},move(d){let u=i===void 0?-1:s.indexOf(i),f=u<0?a.firstBelow(_t()):s[u+d];f!==void 0&&m.go(f)},moveTo(d){let u=s.at(d===\"first\"?0:-1);u!==void 0&&m.go(u)},moveToTrouble(d){let u=i===void 0?-1:s.indexOf(i),f=d===1?s.slice(u+1).find(H):s.slice(0,Math.max(u,0)).findLast(H);f!==void 0&&m.go(f)},fold(d,u){m.point(d),t.folds.isOpen(d)!==u&&(t.folds.set(d,u),d.kind===\"call\"&&d.children.length>0&&Ke(o)?g(d):a.update(d))},foldAll(d){let u=h()?void 0:m.readingRow();t.folds.setAll(d),p(),u!==void 0&&m.go(c(u)??u)},choose(d){o=d;let u=h();p(),!u&&(i!==void 0&&s.includes(i)?a.reveal(i):$(\"events\").scrollIntoView())},mark(d){l=d,a.refresh()},update:d=>a.update(d),drawForPaper(){s.length<=Ls&&a.drawAll()}};return r.addEventListener(\"focusin\",({target:d})=>{let u=d instanceof Node?a.rowOf(d):void 0;u!==void 0&&u!==i&&m.point(u)}),p(),m}function Lt(e,t){e.classList.toggle(\"current\",t),e.tabIndex=t?0:-1}var Ls=3e3,_t=()=>$(\"toolbar\").offsetHeight;function tr({rows:e,activity:t,totals:n,span:r}){if(r===void 0)return;let o=e.filter(a=>a.kind===\"call\"),s=a=>a.flatMap(p=>p.at===void 0?[]:[{from:p.at,to:Math.max(p.at,p.result?.at??r.to),row:p}]),i=[{kind:\"model\",name:\"Model\",stretches:t.modelCalls},{kind:\"tools\",name:\"Tools\",stretches:s(o.filter(({children:a})=>a.length===0))},{kind:\"subagents\",name:\"Subagents\",stretches:s(o.filter(({children:a})=>a.length>0))},{kind:\"waits\",name:\"Retries\",stretches:t.waits}],l=Math.max(r.to,...t.waits.slice(-1).map(a=>a.to));return{span:{from:r.from,to:Math.max(l,r.from+1)},lanes:i.filter(({stretches:a})=>a.length>0),growth:St(t.modelCalls,n),summary:_s(i,l-r.from)}}function _s(e,t){let n={model:\"answer of the model\",tools:\"tool call\",subagents:\"subagent\",waits:\"retry wait\"},r=e.flatMap(({kind:o,stretches:s})=>{if(s.length===0)return[];let i=s.reduce((a,{from:p,to:c})=>a+c-p,0);return[`${o===\"model\"&&s.length!==1?`${s.length} answers of the model`:ce(s.length,n[o])} (${le(i)})`]});return`A run of ${le(t)}: ${r.join(\", \")}.`}function nr(e,t,n){let r,o=n;for(let s of e.stretches){let i=Math.max(s.from-t,t-s.to,0);i>o||r!==void 0&&i===o&&s.to-s.from>r.to-r.from||(r=s,o=i)}return r}var rr=(e,t)=>e.findLast(n=>n.at<=t);function or({kind:e,stretches:t},{from:n,to:r},o){let s=new Int32Array(o+1),i=new Int32Array(o+1),l=h=>Math.min(Math.max(Math.floor((h-n)/(r-n)*o),0),o-1),a=(h,m,d)=>h[m]=(h[m]??0)+d;for(let h of t){let m=l(h.from),d=Math.min(Math.max(l(h.to),m+Os),o);for(let u of Ot(e,h)?[s,i]:[s])a(u,m,1),a(u,d,-1)}let p=[],c=0,g=0;for(let h=0;h<o;h++){if(c+=s[h]??0,g+=i[h]??0,c===0)continue;let m=g/c,d=p.at(-1);d?.to===h&&d.failed===m&&(s[h]??0)===0?d.to=h+1:p.push({from:h,to:h+1,failed:m})}return p}var Os=2,Ot=(e,{row:t})=>(e===\"tools\"||e===\"subagents\")&&H(t);function sr(e,t){let n=Ps.find(r=>e/r<=t)??Math.ceil(e/t/36e5)*36e5;return Array.from({length:Math.floor(e/n)+1},(r,o)=>o*n)}var Ps=[100,200,500,1e3,2e3,5e3,1e4,2e4,3e4,6e4,12e4,3e5,6e5,12e5,18e5,36e5];function cr({transcript:e,timeline:t,onPick:n}){let r=$(\"timeline-picture\"),o=x(\"p\",{class:\"readout\",\"aria-hidden\":\"true\"},ar),s=x(\"div\",{class:\"picture\"});r.replaceChildren(s,Hs(t),o,x(\"figcaption\",{},Ds(t))),$(\"timeline\").hidden=!1;let{from:i,to:l}=t.span,a=0,p=()=>{a=Math.max(240,Math.floor(s.clientWidth)),s.replaceChildren(Is(t,a))},c=g=>{let h=s.getBoundingClientRect(),m=a-F-dr,d=Math.min(Math.max(g.clientX-h.left-F,0),m),u=i+d/m*(l-i),f=t.lanes[Math.floor((g.clientY-h.top-He)/$e)],k=(l-i)/m*12;return{x:d,at:u,stretch:f===void 0?void 0:nr(f,u,k)}};s.addEventListener(\"pointermove\",g=>{let{x:h,at:m,stretch:d}=c(g);s.querySelector(\".cursor\")?.setAttribute(\"transform\",`translate(${F+h} 0)`);let u=rr(t.growth,m),f=[ke(m-i),d===void 0?void 0:`${Ns(d.row,e)} (${le(d.to-d.from)})`,u===void 0?void 0:`${Te(u.tokens)} tokens`,u?.costUsd===void 0?void 0:_e(u.costUsd)];o.textContent=ee(f.filter(k=>k!==void 0).join(\"  \\xB7  \"))}),s.addEventListener(\"pointerleave\",()=>o.textContent=ar),s.addEventListener(\"click\",g=>{let{at:h,stretch:m}=c(g),d=m?.row??Fs(e.rows,h);d!==void 0&&n(d)}),p(),new ResizeObserver(()=>{s.clientWidth!==a&&p()}).observe(s)}function Is(e,t){let{span:n,lanes:r,growth:o,summary:s}=e,i=t-F-dr,l=He+r.length*$e,a=l+(o.length>0?be+10:0)+lr,p=D(\"svg\",{width:t,height:a,viewBox:`0 0 ${t} ${a}`,role:\"img\",\"aria-label\":s}),c=n.to-n.from,g=a-lr;for(let h of sr(c,Math.max(2,i/90))){let m=F+h/c*i;p.append(D(\"path\",{class:\"grid\",d:`M${Ye(m)} ${He}V${g}`})),m<t-30&&p.append(D(\"text\",{class:\"tick\",x:Ye(m+3),y:a-5},qs(h)))}return r.forEach((h,m)=>{let d=He+m*$e;p.append(D(\"text\",{class:\"lane\",x:0,y:d+$e-8},h.name)),p.append(D(\"path\",{class:\"ground\",d:`M${F} ${d+$e-2.5}H${F+i}`}));let u=or(h,n,i);p.append(D(\"path\",{class:`bar ${h.kind}`,d:u.map(k=>ir(k,d,0)).join(\"\")}));let f=u.filter(k=>k.failed>0);p.append(D(\"path\",{class:\"bar failed\",d:f.map(k=>ir(k,d,1-k.failed)).join(\"\")}))}),o.length>0&&p.append(...Bs(e,{top:l+10,plot:i})),p.append(D(\"path\",{class:\"cursor\",d:`M0 ${He}V${g}`,transform:\"translate(-10 0)\"})),p}function ir({from:e,to:t},n,r){let o=n+4+Math.min(Math.round(Pt*r),Pt-3);return`M${F+e} ${o}H${F+t}V${n+4+Pt}H${F+e}z`}function Bs({span:e,growth:t},{top:n,plot:r}){let o=t.at(-1),s=p=>Ye(F+(p-e.from)/(e.to-e.from)*r),i=p=>{let c=Math.max(o===void 0?0:p(o),Number.MIN_VALUE),g=d=>Ye(n+be-d/c*(be-4)),h=`M${F} ${n+be}`,m=-1;return t.forEach((d,u)=>{s(d.at)-m<1&&u<t.length-1||(m=s(d.at),h+=`H${m}V${g(p(d))}`)}),`${h}H${F+r}`},l=i(p=>p.tokens),a=[D(\"text\",{class:\"lane\",x:0,y:n+be-20},\"Tokens\"),D(\"text\",{class:\"tick\",x:0,y:n+be-6},Te(o?.tokens??0)),D(\"path\",{class:\"area\",d:`${l}V${n+be}H${F}z`}),D(\"path\",{class:\"curve tokens\",d:l})];return o?.costUsd!==void 0&&o.costUsd>0&&a.push(D(\"path\",{class:\"curve cost\",d:i(p=>p.costUsd??0)})),a}function Hs({lanes:e,growth:t}){let n=x(\"ul\",{class:\"legend\"}),r=(s,i)=>n.append(x(\"li\",{},x(\"span\",{class:`swatch ${s}`}),i));for(let{kind:s}of e)r(s,zs[s]);e.some(({kind:s,stretches:i})=>i.some(l=>Ot(s,l)))&&r(\"failed\",\"failed or denied\");let o=t.at(-1);return o!==void 0&&r(\"tokens\",`tokens, ${Te(o.tokens)} at the end`),o?.costUsd&&r(\"cost\",`cost, ${_e(o.costUsd)} at the end`),n}var zs={model:\"the model answers\",tools:\"a tool works\",subagents:\"a subagent works\",waits:\"waiting to retry\"};function Ds({growth:e,lanes:t,span:n}){let o=[`Began ${new Date(n.from).toISOString().replace(\"T\",\" \").slice(0,19)} UTC. Times are those that Claude Code wrote into the events.`];return t.some(({kind:s})=>s===\"waits\")&&o.push(\"Retries bear none: they are drawn as long as their waits, behind the event before them.\"),e.at(-1)?.costUsd!==void 0&&o.push(\"Tokens and cost are exact at the end; on the way they are shared out by the tokens of each answer.\"),o.join(\" \")}function Ns(e,{directory:t}){return e.kind===\"call\"?`${e.name} ${Be(e,t)}`.slice(0,90):e.kind===\"retry\"?`Retry: ${e.text}`:\"Model\"}function Fs(e,t){let n,r=1/0;for(let o of e){let s=o.at===void 0?1/0:Math.abs(o.at-t);s<r&&([n,r]=[o,s])}return n}var qs=e=>e<6e4?`${e/1e3} s`:ke(e).replace(/\\.\\d$/,\"\"),Ye=e=>Math.round(e*10)/10,ar=\"Hover for details; click to go to the event.\",F=76,dr=8,He=4,$e=24,Pt=$e-9,be=64,lr=20;function ur(e,t){let n=x(\"input\",{type:\"search\",id:\"search\",placeholder:matchMedia(\"(pointer: fine)\").matches?\"Search all events, or type /\":\"Search all events\",\"aria-label\":\"Search all events\",autocomplete:\"off\",spellcheck:\"false\",enterkeyhint:\"search\"}),r=x(\"output\",{id:\"found\",for:\"search\",\"aria-live\":\"polite\"});n.addEventListener(\"input\",()=>t.onSearch(n.value)),n.addEventListener(\"keydown\",u=>{u.key===\"Enter\"?(u.preventDefault(),t.onStep(u.shiftKey?-1:1)):u.key===\"Escape\"&&(n.value=\"\",t.onSearch(\"\"),n.blur())});let o=x(\"select\",{id:\"choice\",\"aria-label\":\"Show\"}),s=e.filter(u=>u.kind===\"note\"&&u.tone===\"quiet\").length,i=u=>e.filter(f=>f.kind===u).length,l=e.filter(Q).length;o.append(de(\"conversation\",\"Conversation\",e.length-s),de(\"every\",\"Every event\",e.length),de(\"messages\",\"Messages\",i(\"message\")),de(\"thinking\",\"Thinking\",i(\"thinking\")),de(\"calls\",\"Tool calls\",i(\"call\")),...l>0?[de(\"denied\",\"Denied calls\",l)]:[],...i(\"retry\")>0?[de(\"retries\",\"API retries\",i(\"retry\"))]:[]);let a=x(\"optgroup\",{label:\"One tool\"});a.append(...En(e).map(([u,f])=>de(`tool:${u}`,u,f))),a.children.length>0&&o.append(a);let p=e.filter(H).length,c=L(`Errors ${N(p)}`,()=>m(),{id:\"errors\",\"aria-pressed\":\"false\",disabled:p===0,title:\"Show only errors\"}),g=()=>c.getAttribute(\"aria-pressed\")===\"true\",h=()=>t.onFilter({choice:js(o.value),errorsOnly:g()}),m=()=>{c.setAttribute(\"aria-pressed\",String(!g())),h()};o.addEventListener(\"change\",h);let d=(u,f,k)=>L(f,()=>t.onStep(u),{\"aria-label\":k,title:k,class:\"icon\"});return $(\"toolbar\").replaceChildren(x(\"div\",{class:\"finder\",role:\"search\"},n,r,d(-1,\"\\u2191\",\"Previous match\"),d(1,\"\\u2193\",\"Next match\")),x(\"div\",{class:\"choices\"},o,c,L(\"Expand all\",()=>t.onFoldAll(!0)),L(\"Collapse all\",()=>t.onFoldAll(!1)),L(\"?\",()=>t.onHelp(),{\"aria-label\":\"Keyboard\",title:\"Keyboard\",class:\"icon\"}))),{search:n,setStatus:u=>r.value=u,setFilter({choice:u,errorsOnly:f}){o.value=u,c.setAttribute(\"aria-pressed\",String(f))}}}var de=(e,t,n)=>x(\"option\",{value:e},`${t} (${N(n)})`);function js(e){return e.startsWith(\"tool:\")?`tool:${e.slice(5)}`:Ws.find(t=>t===e)??xe.choice}var Ws=[\"conversation\",\"every\",\"messages\",\"thinking\",\"calls\",\"denied\",\"retries\"];function fr(e,t){let{rows:n,places:r,directory:o,span:s}=e,i={pattern:void 0,directory:o,start:s?.from,folds:Mt(),shown:new Map,asJson:new Set,line:d=>t.line(d),onToggle:d=>l.fold(d,!i.folds.isOpen(d)),onJson(d){i.asJson.delete(d)||i.asJson.add(d),l.update(d)}},l=er(n,i,d=>g.setFilter(d)),a=Cn({rows:n,look:i,stage:l,report:d=>g.setStatus(d)}),p=d=>{let u=document.activeElement;a.step(d),u===g.search&&g.search.focus({preventScroll:!0})},c=Ln($(\"list\"),{move:d=>l.move(d),moveTo:d=>l.moveTo(d),moveToTrouble:d=>l.moveToTrouble(d),fold(d){let u=l.current();u!==void 0&&l.fold(u,d??!i.folds.isOpen(u))},foldAll:d=>l.foldAll(d),step:p,focusSearch(){g.search.focus(),g.search.select()},copyLink:()=>{pr(l.current()?.id)}}),g=ur(n,{onSearch:d=>{a.search(d)},onStep:p,onFilter:d=>l.choose(d),onFoldAll:d=>l.foldAll(d),onHelp:c.showHelp});$(\"list\").addEventListener(\"click\",d=>{let u=d.target instanceof Element?d.target.closest(\"a.link\"):null,f=r.get(u?.getAttribute(\"href\")?.slice(1)??\"\");f!==void 0&&(d.preventDefault(),l.point(f),pr(f.id))}),dn(d=>{g.search.value=d,a.search(d).then(()=>a.step(1))}),window.addEventListener(\"beforeprint\",()=>l.drawForPaper()),$(\"events-count\").textContent=ce(e.events,\"event\"),$n(n,d=>l.go(d));let h=tr(e);h!==void 0&&cr({transcript:e,timeline:h,onPick:d=>l.go(d)});let m=()=>{let d=r.get(location.hash.slice(1));d!==void 0&&l.go(d)};window.addEventListener(\"hashchange\",m),m()}function hr(e){let t=Ze();e.slice(0,Us).forEach(a=>t.read(a));let{rows:n,directory:r,span:o}=t.finish(),s=()=>{},i={pattern:void 0,directory:r,start:o?.from,folds:Mt(),shown:new Map,asJson:new Set,line:()=>Promise.resolve(\"\"),onToggle:s,onJson:s},l=n.filter(a=>ve(a,xe));$(\"list\").replaceChildren(...l.map(a=>Qe(a,i)))}var Us=60;async function pr(e){e!==void 0&&(history.replaceState(null,\"\",`#${e}`),await et(location.href,\"The link to this event is copied.\",\"The address of this page leads to this event now.\"))}async function Gs(){un(),ln(),cn();let e=Sn(),t=Ze(),n=$(\"toolbar\"),r=0,o=performance.now();for await(let s of e.packs())s.forEach(i=>t.read(i)),r++,r===1&&e.count>1&&hr(s),!(performance.now()-o<200)&&(o=performance.now(),n.textContent=`Reading the events: ${Math.round(r/e.count*100)} %`);fr(t.finish(),e),document.documentElement.dataset.ready=\"true\",performance.mark(\"ready\")}Gs().catch(e=>{let t=`The events cannot be shown here (${String(e)}). The file transcript.jsonl beside this page has all of them.`;$(\"toolbar\").replaceChildren(x(\"p\",{role:\"alert\"},t))});})();"
const VIEWER_HASHES = {"style":"sha256-GcmvsuIGVBdOZp6E47kqL7L5bSFrKfTQGq/Dk1XoML8=","script":"sha256-HRNwGnlqbIGgJlwoCglW39iBxm/3iv43frTV0Y6vpu4="}

// EXTERNAL MODULE: ./lib/claude/permission-rule.js
var permission_rule = __webpack_require__(33394);
// EXTERNAL MODULE: ./lib/transcript/outcome-text.js
var outcome_text = __webpack_require__(67892);
;// CONCATENATED MODULE: ./lib/transcript/page.js




/**
 * The transcript as one self-contained page, in pieces. `packs` are the lines of `transcript.jsonl` in gzip, which are
 * redacted; the rest is redacted here. Outcome, prompt and result are in it as plain text, which the page's own script renders as
 * Markdown; the events are packed. All that is not the page's own is text: no script, style or address in it takes effect.
 */
async function* transcriptPage(run, packs, redact) {
    const { outputs, origin } = run;
    const pair = filesPanel(run, redact) + denialsPanel(run, redact);
    yield pageHead(outputs);
    yield `<body>\n<a class="skip" href="#events">Skip to the events</a>\n${masthead(run)}`;
    yield `<main id="main" data-repository="${origin === undefined ? '' : (repositoryAddress(origin) ?? '')}">\n`;
    yield failurePanel(run, redact) + answerPanels(run, redact);
    yield (pair === '' ? '' : `<div class="pair">\n${pair}</div>\n`) + factsPanel(outputs, redact);
    const prompt = run.prompt === undefined ? '' : textBlock(redact(run.prompt), 'prose', 'data-markdown');
    yield (prompt === '' ? '' : panel('Prompt', prompt)) + TIMELINE + EVENTS;
    // Packed in gzip in base64, in an element that hides them and says so.
    for await (const pack of packs)
        yield `<div hidden data-encoding="gzip">${Buffer.from(pack.buffer, pack.byteOffset, pack.length).toString('base64')}</div>\n`;
    yield PAGE_END;
}
function masthead({ outputs, origin }) {
    const { conclusion, 'failure-code': code } = outputs;
    const named = code === '' ? '' : ` <code>${escapeHtml(code)}</code>`;
    return `<header class="masthead"><div>
<h1><span class="state ${conclusion}">${escapeHtml((0,outcome_text/* outcomeTitle */.lD)(outputs))}</span>${named}</h1>
<div id="tools"></div>
<p class="origin">${origin === undefined ? 'Claude Code on Bedrock' : originLine(origin)}</p>
</div></header>
`;
}
/** Repository, workflow and run, branch and commit, and who started it; links where the parts of an address are what they must be. */
function originLine(origin) {
    const { repository, workflow, runId, runAttempt, refName, sha, actor } = origin;
    const address = repositoryAddress(origin);
    const link = (path, text, isKnown) => address !== undefined && isKnown
        ? `<a href="${address}${path}" rel="noreferrer">${escapeHtml(text)}</a>`
        : escapeHtml(text);
    const isRun = /^\d+$/.test(runId) && /^\d+$/.test(runAttempt);
    const attempt = runAttempt === '1' ? '' : `, attempt ${runAttempt}`;
    return [
        link('', repository, true),
        [escapeHtml(workflow), link(`actions/runs/${runId}/attempts/${runAttempt}`, `run ${runId}${attempt}`, isRun)]
            .filter(Boolean)
            .join(' '),
        [escapeHtml(refName), link(`commit/${sha}`, sha.slice(0, 7), /^[\da-f]{40,64}$/.test(sha))]
            .filter(Boolean)
            .join(' '),
        actor === '' ? '' : `by ${escapeHtml(actor)}`,
    ]
        .filter(Boolean)
        .map((part) => `<span>${part}</span>`)
        .join('');
}
/** The address of the repository, with a slash at its end; undefined where its parts are not what they must be. */
function repositoryAddress({ serverUrl, repository }) {
    const isKnown = /^https?:\/\/[\w.-]+(?::\d+)?$/.test(serverUrl) && /^[\w.-]+\/[\w.-]+$/.test(repository);
    return isKnown ? `${serverUrl}/${repository}/` : undefined;
}
function failurePanel({ failure }, redact) {
    if (failure === undefined)
        return '';
    const { fix, quote } = failure;
    const reason = redact((0,outcome_text/* failureReason */.Hr)(failure));
    const blocks = fix.map((block) => block.kind === 'text' ? textBlock(redact(block.text)) : textBlock(redact(block.code), 'mono fix', 'data-copy'));
    const shownFix = blocks.length === 0 ? '' : `<h2>Fix</h2>\n${blocks.join('')}`;
    const isWhole = quote === undefined || reason === redact(quote);
    const answer = isWhole ? '' : foldedBlock('The error as it came', textBlock(redact(quote), 'mono'));
    return panel('What failed', textBlock(reason) + shownFix + answer, 'failed');
}
/** The answer, full width; the last words of a run that did not end by itself are named so. */
function answerPanels({ outputs, failure }, redact) {
    const { text, json } = (0,outcome_text/* shownAnswer */.aq)(outputs);
    const title = failure === undefined ? 'Result' : 'Last message';
    const answer = text === undefined ? '' : panel(title, textBlock(redact(text), 'prose', 'data-markdown'), 'answer');
    if (json === undefined)
        return answer;
    return answer + panel('Structured output', textBlock(redact(json), 'mono', 'data-copy'));
}
/** The facts that a reader looks for come first and large, the rest below them. */
function factsPanel(outputs, redact) {
    const facts = (0,outcome_text/* outcomeFacts */.c6)(outputs).map(([name, value]) => [name, redact(value)]);
    const main = MAIN_FACTS.flatMap((wanted) => facts.filter(([name]) => name === wanted));
    const others = facts.filter((fact) => !main.includes(fact));
    if (facts.length === 0)
        return '';
    return panel('Run', factList(main) + (others.length === 0 ? '' : factList(others, 'facts small')));
}
const MAIN_FACTS = 'Duration,Cost,Turns,Input tokens,Output tokens,API retries,Failed subagents,Model,Region'.split(',');
function filesPanel({ outputs }, redact) {
    const files = outputs['changed-files'] ?? [];
    if (files.length === 0)
        return '';
    const items = files.map((file) => `<li data-file>${escapeHtml(redact(file))}</li>\n`);
    return panel(`Files changed (${files.length})`, `<ul class="files" data-long>\n${items.join('')}</ul>\n`);
}
function denialsPanel({ outputs }, redact) {
    const denials = outputs['permission-denials'];
    if (denials.length === 0)
        return '';
    const blocks = denials.map((denial) => foldedBlock(redact(denial.tool_name), textBlock(redact(`${(0,permission_rule/* denialReason */.iZ)(denial)}\n\n${JSON.stringify(denial.tool_input ?? null, undefined, 2)}`), 'mono')));
    const rules = (0,permission_rule/* allowingYaml */.Fu)(denials);
    const advice = rules === undefined ? '' : `<h3>To allow these, add</h3>\n${textBlock(redact(rules), 'mono', 'data-copy')}`;
    return panel(`Denied tool calls (${denials.length})`, blocks.join('') + advice);
}
const TIMELINE = `<section class="panel" id="timeline" hidden>
<h2>Timeline</h2>
<figure id="timeline-picture"></figure>
</section>
`;
const EVENTS = `<section id="events">
<h2>Events <span id="events-count"></span></h2>
<noscript><p class="panel">The events are shown by this page's script, and scripts are off here. The file transcript.jsonl beside this page has all of them.</p></noscript>
<div id="contents"></div>
<div id="toolbar"></div>
<p id="nothing" hidden>No event is shown with this choice.</p>
<div id="list"></div>
<p class="reach">This page shows what the agent read, wrote and printed; known secrets are redacted. Whoever can read the repository can download it from the workflow run.</p>
</section>
</main>
<div id="messages" role="status"></div>
`;
/**
 * The page's start, up to its title. Its policy lets run the viewer's script and style alone, by their hashes, loads nothing but
 * images that are in the page, and forbids the script itself to make markup of a string (https://www.w3.org/TR/trusted-types/).
 */
function pageHead(outputs) {
    const policy = [
        "default-src 'none'",
        `script-src '${VIEWER_HASHES.script}'`,
        `style-src '${VIEWER_HASHES.style}'`,
        'img-src data:',
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ];
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${outcome_text/* OUTCOME_SIGNS */.Gr[outputs.conclusion]} ${(0,outcome_text/* outcomeTitle */.lD)(outputs)}`)}</title>
<style>${VIEWER_STYLE}</style>
</head>
`;
}
/** The page's end; the script runs when all that it shows is there. */
const PAGE_END = `<script>${VIEWER_SCRIPT}</script>
</body>
</html>
`;
/** Text as the content of an element; never for an attribute. */
const escapeHtml = (text) => (0,lib_text/* visibleText */.Q6)(text).replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** A part of the page with a heading; `content` is HTML, `kind` classes of the style sheet. */
function panel(title, content, kind = '') {
    return `<section class="panel${kind === '' ? '' : ` ${kind}`}">\n<h2>${escapeHtml(title)}</h2>\n${content}</section>\n`;
}
/**
 * Text of several lines as it is; the page's script folds a long one, renders one with `data-markdown`, and puts a button beside one
 * with `data-copy`. `kind` is a class of the style sheet. A text over a million characters is cut, since it is in the page uncompressed.
 */
function textBlock(text, kind = 'prose', use = '') {
    const shown = (0,lib_text/* cutText */.IN)(text, 1_000_000, '\n[cut here: result.json and session/ of the transcript have all of it]');
    return `<div class="text ${kind}" data-long${use === '' ? '' : ` ${use}`}>${escapeHtml(shown)}</div>\n`;
}
/** Content that opens on a click; `content` is HTML, `title` text. */
const foldedBlock = (title, content) => `<details><summary>${escapeHtml(title)}</summary>\n${content}</details>\n`;
/** A list of names and values; both are text. */
function factList(facts, kind = 'facts') {
    const items = facts.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>\n`);
    return `<dl class="${kind}">\n${items.join('')}</dl>\n`;
}
/** How many bytes of events the page holds in one element: enough to compress well, few enough to tell how far it has read. */
const PACK_BYTES = 2 * 1024 * 1024;

// EXTERNAL MODULE: ./lib/transcript/types.js
var types = __webpack_require__(36611);
;// CONCATENATED MODULE: ./lib/transcript/recorder.js






/** Opens the transcript at `path`; never rejects. */
async function openRecorder(path, { files, redact, onProblem }) {
    let refused = false;
    const refuse = (error) => {
        if (!refused)
            onProblem(error);
        refused = true;
    };
    const file = await files.append(path).catch(refuse);
    // A refused line may be there in part, so that the next one starts on a line of its own.
    let torn = false;
    return {
        /**
         * Hands lines of the agent's output, redacted, to the file, behind all lines before them; resolves with those lines, also
         * when the disk refused them. A line that is no JSON object becomes `{"type":"raw","text":...}`. Lines that have come
         * together go together, since each write costs a call to the system.
         */
        async record(lines) {
            const redacted = lines.map((line) => {
                const isObject = /^\s*\{/.test(line) && (0,json_text/* isJsonDocument */.s)(line);
                return redact(isObject ? line.trim() : JSON.stringify({ type: 'raw', text: line }));
            });
            try {
                await file?.write([...(torn ? ['\n'] : []), ...redacted.flatMap((line) => [line, '\n'])]);
                torn = false;
            }
            catch (error) {
                torn = true;
                refuse(error);
            }
            return redacted;
        },
        close: async () => await file?.close().catch(refuse),
    };
}
/**
 * Completes the transcript folder: `result.json`, Claude Code's own session file, and the page. Each is independent, so that
 * one that fails does not cost the others. Returns what went wrong, a sentence each; never rejects.
 */
async function keepTranscript(run, world) {
    const { result, session, page } = types/* TRANSCRIPT_FILES */.p;
    const steps = {
        [result]: () => world.files.write((0,external_node_path_.join)(run.directory, result), (0,outputs/* resultText */.D6)(run.outputs)),
        [session]: () => keepSession(run, world),
        [page]: () => keepPage(run, world),
    };
    const problems = [];
    for (const [name, step] of Object.entries(steps)) {
        try {
            await step();
        }
        catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            problems.push(world.redact(`${name} is missing from the transcript: ${reason}`));
        }
    }
    return problems;
}
/** Claude Code keeps it at `<config>/projects/<slug>/<session id>.jsonl` (measured with 2.1.330). */
async function keepSession(run, { files, redactEvent }) {
    const projects = (0,external_node_path_.join)(run.configDirectory, 'projects');
    const name = `${run.outputs['session-id'] ?? ''}.jsonl`;
    const found = await files.list(projects);
    const path = found.find((file) => (0,external_node_path_.basename)(file) === name && (0,external_node_path_.dirname)((0,external_node_path_.dirname)(file)) === projects);
    if (path === undefined)
        return;
    async function* redacted(chunks) {
        for await (const lines of (0,lib_text/* lineGroupsOf */.Ui)(chunks))
            yield lines.map((line) => `${redactEvent(line)}\n`).join('');
    }
    await writeAll((0,external_node_path_.join)(run.directory, types/* TRANSCRIPT_FILES */.p.session, name), redacted(files.chunks(path)), files);
}
async function keepPage(run, { files, redact }) {
    const events = files.packedLines((0,external_node_path_.join)(run.directory, types/* TRANSCRIPT_FILES */.p.events), PACK_BYTES);
    await writeAll((0,external_node_path_.join)(run.directory, types/* TRANSCRIPT_FILES */.p.page), transcriptPage(run, events, redact), files);
}
/** Replaces a file, whole or not at all: half of it is of no use, and on a full disk the outputs need its space. */
async function writeAll(path, pieces, files) {
    await files.remove(path);
    try {
        const file = await files.append(path);
        try {
            for await (const piece of pieces)
                await file.write([piece]);
        }
        finally {
            await file.close();
        }
    }
    catch (error) {
        await files.remove(path);
        throw error;
    }
}


/***/ }),

/***/ 84917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createRedactor)
/* harmony export */ });
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68052);
/* harmony import */ var _pattern_matcher_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34779);
/* harmony import */ var _plain_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68646);
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47994);
/* harmony import */ var _secret_patterns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57486);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15611);






/** Redacts the values known to be secret (kind `secret`), whatever looks like a secret, and the user's patterns (kind `pattern`). */
function createRedactor(known) {
    const counts = new Map();
    const markAs = (kind) => {
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        return `[redacted:${kind}]`;
    };
    let values = [];
    let findLiterals = (0,_pattern_matcher_js__WEBPACK_IMPORTED_MODULE_4__/* .createLiteralFinder */ .m4)([]);
    let patterns = [];
    let matchers = [];
    const update = () => {
        const asked = known.patterns?.() ?? [];
        if (!isSame(asked, patterns))
            matchers = asked.map((pattern) => (0,_pattern_matcher_js__WEBPACK_IMPORTED_MODULE_4__/* .createPatternMatcher */ .dw)(pattern, known.now));
        patterns = asked;
        const now = known.values();
        if (isSame(now, values))
            return;
        values = [...now];
        const parts = new Set(values.flatMap((value) => [value, ...(0,_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .partsOf */ .CI)(value)]));
        findLiterals = (0,_pattern_matcher_js__WEBPACK_IMPORTED_MODULE_4__/* .createLiteralFinder */ .m4)([...parts].flatMap((value) => [...(0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .formsOf */ .XP)(value)]));
    };
    /** Where known secrets are, in whatever reading of the text. */
    const findKnown = (text) => {
        const read = (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .readingsOf */ .RO)(text).flatMap((reading) => findLiterals(reading.text).map(reading.original));
        return read.length === 0 ? findLiterals(text) : (0,_pattern_matcher_js__WEBPACK_IMPORTED_MODULE_4__/* .merged */ .Zu)([...findLiterals(text), ...read]);
    };
    const redactSpans = (text, spans) => {
        const parts = [];
        let from = 0;
        for (const { start, end, kind = 'secret' } of spans) {
            parts.push(text.slice(from, start), markAs(kind));
            from = end;
        }
        return from === 0 ? text : parts.join('') + text.slice(from);
    };
    const redactLooks = (text) => {
        const rest = redactSpans(text, (0,_secret_patterns_js__WEBPACK_IMPORTED_MODULE_2__/* .findPatterns */ .t8)(text));
        if (!ANY_NAMED.test(rest))
            return rest;
        return NAMED.reduce((before, { kind, expression }) => before.replace(expression, (all, name, value) => ((0,_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .isPlain */ .$i)(value) ? all : name + markAs(kind))), rest);
    };
    const redactPatterns = (text) => matchers.reduce((rest, matcher) => outsideMarkers(rest, (part) => matcher.replace(part, markAs)), text);
    const redactPlain = (text) => redactPatterns(redactLooks(redactSpans(text, findKnown(text))));
    /** A number is redacted as a whole, and becomes a string. */
    const redactNumber = (digits) => {
        if (findLiterals(digits).length > 0)
            return JSON.stringify(markAs('secret'));
        return redactPatterns(digits) === digits ? digits : JSON.stringify('[redacted:pattern]');
    };
    /** Keys and values of an object are strings of their own, but a name says what the value behind it is. */
    const redactString = (value, { key }) => {
        const named = key === undefined ? undefined : NAMED.find((pattern) => pattern.name.test(key));
        return named?.value.test(value) ? markAs(named.kind) : redactPlain(value);
    };
    const isClear = (text) => matchers.length === 0 &&
        findLiterals(text).length === 0 &&
        (0,_secret_patterns_js__WEBPACK_IMPORTED_MODULE_2__/* .findPatterns */ .t8)(text).length === 0 &&
        !ANY_NAMED.test(text) &&
        !(0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .hasReadings */ .S5)(text);
    return {
        redact: (text) => {
            update();
            // Most texts hold nothing secret: some quick looks at them as they are, and only the others are taken apart.
            if (isClear(text))
                return text;
            return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonDocument */ .s)(text) ? (0,_json_text_js__WEBPACK_IMPORTED_MODULE_5__/* .changeJson */ .R)(text, { string: redactString, number: redactNumber }) : redactPlain(text);
        },
        /** The same for a line of Claude Code's events or session file, whose protocol (keys, types, ids, names of tools) stays. */
        redactEvent: (text) => {
            update();
            if (isClear(text))
                return text;
            if (!(0,_json_text_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonDocument */ .s)(text))
                return redactPlain(text);
            const change = {
                string: (value, place) => (isProtocol(value, place) ? value : redactString(value, place)),
                number: (digits, place) => (place.isInside ? redactNumber(digits) : digits),
            };
            return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_5__/* .changeJson */ .R)(text, change, PAYLOAD_KEYS);
        },
        /** Whether a text holds a known secret, whatever it looks like. */
        holdsKnown: (text) => {
            update();
            return findKnown(text).length > 0;
        },
        /** How many secrets were redacted, by kind. */
        redacted: () => Object.fromEntries(counts),
    };
}
const isSame = (a, b) => a.length === b.length && a.every((item, at) => item === b[at]);
/** What tools are given and give, and structured results: keys, numbers and all are words of others there. */
const PAYLOAD_KEYS = new Set('input tool_input tool_use_result toolUseResult structured_output arguments data payload'.split(' '));
const PROTOCOL_FIELDS = new Set([
    'type subtype role id uuid session_id parent_tool_use_id tool_use_id request_id task_id agent_id run_id model status kind',
    'stop_reason terminal_reason timestamp permissionMode claude_code_version subagent_type media_type apiKeySource level',
    'sessionId parentUuid logicalParentUuid leafUuid requestId agentId runId version userType',
].flatMap((names) => names.split(' ')));
/** Claude Code's own names and ids are one word each. */
function isProtocol(value, { key, isKey, isInside }) {
    if (isInside)
        return false;
    if (isKey)
        return true;
    if (key === 'name' || key === 'tool_name' || key === 'last_tool_name')
        return /^mcp__[\w-]+$/.test(value) || _plain_words_js__WEBPACK_IMPORTED_MODULE_0__/* .PROTOCOL_WORDS */ .T.has(value.toLowerCase());
    return key !== undefined && PROTOCOL_FIELDS.has(key) && /^[\w.:<>/-]{1,200}$/.test(value);
}
/** What is redacted already stays as it is, whatever a pattern matches. */
const outsideMarkers = (text, change) => text
    .split(MARKER)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join('');
const MARKER = /(\[redacted:[a-z-]+\])/;
const NAMED = _secret_patterns_js__WEBPACK_IMPORTED_MODULE_2__/* .NAMED_SECRET_PATTERNS */ .hD.map(({ kind, name, separator = _secret_patterns_js__WEBPACK_IMPORTED_MODULE_2__/* .NAME_SEPARATOR */ .eT, scheme = '', value }) => ({
    kind,
    expression: new RegExp(`(${name}${separator}${scheme})(${value})`, 'g'),
    name: new RegExp(`${name}$`),
    value: new RegExp(`^${scheme}${value}$`),
}));
const ANY_NAMED = new RegExp(NAMED.map(({ expression }) => expression.source).join('|'));


/***/ }),

/***/ 47994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RO: () => (/* binding */ readingsOf),
/* harmony export */   S5: () => (/* binding */ hasReadings),
/* harmony export */   XP: () => (/* binding */ formsOf),
/* harmony export */   c3: () => (/* binding */ SHORTEST_SECRET)
/* harmony export */ });
/** Shorter values are not looked for: ordinary text is full of them. */
const SHORTEST_SECRET = 6;
/**
 * The ways a secret value appears in text: as it is, as JSON text inside JSON text (three levels deep), quoted for XML and the
 * shell, URL-encoded, in hexadecimal, and in base64 at each of the three alignments, of UTF-8 and of UTF-16 as PowerShell has it.
 * Empty for a value too short to be looked for.
 */
function formsOf(secret) {
    const forms = new Set();
    for (const value of new Set([secret, secret.trim()])) {
        if (value.length < SHORTEST_SECRET || MARKED.includes(value))
            continue;
        const hex = Buffer.from(value).toString('hex');
        const quoted = [value.replaceAll("'", "'\\''"), value.replaceAll("'", "''"), value.replaceAll('"', '""')];
        const encoded = [
            hex,
            hex.toUpperCase(),
            ...base64Forms(Buffer.from(value)),
            ...base64Forms(Buffer.from(value, 'utf16le')),
        ];
        for (const form of [value, ...jsonForms(value), ...urlForms(value), ...quoted, ...encoded]) {
            forms.add(form);
            // As a line of JSON shows it before it is taken apart.
            forms.add(jsonText(form));
        }
    }
    return forms;
}
/** A value that is part of what stands for a secret (`secret`, `redacted`) could be redacted again and again. */
const MARKED = '[redacted:secret]';
/** `JSON.stringify` leaves letters beyond ASCII as they are, other writers escape them. */
function jsonForms(value) {
    const forms = [];
    for (const escape of [jsonText, asciiJsonText, (text) => asciiJsonText(text).replaceAll('/', '\\/')]) {
        let form = value;
        for (let level = 0; level < 3; level++) {
            form = escape(form);
            forms.push(form, form.replaceAll(/(?<!\\)\//g, '\\/'));
        }
    }
    return forms;
}
const jsonText = (text) => JSON.stringify(text).slice(1, -1);
const asciiJsonText = (text) => jsonText(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
function urlForms(value) {
    const component = encodeURIComponent(value.toWellFormed());
    const strict = component.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    const cased = [component, strict].flatMap((form) => [form, form.replace(/%../g, (code) => code.toLowerCase())]);
    return cased.flatMap((form) => [form, form.replaceAll('%20', '+')]);
}
/** The characters that the value alone decides, in the alphabets of base64 and base64url. */
function base64Forms(bytes) {
    return [0, 1, 2].flatMap((before) => {
        const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
        const own = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
        return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
    });
}
/** Whether {@link readingsOf} may give anything; quick, and true now and then where it does not. */
function hasReadings(text) {
    return hasEscapes(text) || (hasBase64Line(text) && wrappedBreaks(text).length > 0);
}
/**
 * Other ways to read a text, of which each may show a secret that no form of it does: with escapes resolved where any
 * character may have been escaped (`\u0054`, `%54`, `&#84;`), and with the line breaks of wrapped base64 taken out.
 */
function readingsOf(text) {
    const escapes = hasEscapes(text) ? [...text.matchAll(ESCAPES)] : [];
    const resolutions = escapes.map(({ index, 0: escape }) => {
        return { start: index, end: index + escape.length, by: resolved(escape) };
    });
    const breaks = hasBase64Line(text) ? wrappedBreaks(text) : [];
    return [resolutions, breaks].filter(({ length }) => length > 0).map((replaced) => readingOf(text, replaced));
}
/** A search for one sign is many times as fast as an expression, and most texts have none of them. */
const hasEscapes = (text) => (text.includes('%') && /%[2-7c-f][\da-f]/i.test(text)) ||
    (text.includes('&') && /&(?:#|amp;|lt;|gt;|quot;|apos;)/i.test(text)) ||
    (text.includes('\\u00') && /\\u00[2-7][\da-f]/i.test(text)) ||
    (text.includes('\\x') && /\\x[2-7c-f][\da-f]/i.test(text));
const ESCAPES = /\\+u[\da-f]{4}|(?:\\+x[\da-f]{2})+|(?:%[\da-f]{2})+|&(?:#x[\da-f]{2,5}|#\d{2,6}|amp|lt|gt|quot|apos);/gi;
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function resolved(escape) {
    if (/^\\+x/i.test(escape))
        return bytesAsText(escape.replaceAll(/\\+x/gi, ''));
    if (escape.startsWith('\\'))
        return String.fromCharCode(parseInt(escape.replace(/^\\+[ux]/i, ''), 16));
    if (escape.startsWith('%'))
        return Buffer.from(escape.replaceAll('%', ''), 'hex').toString();
    const name = escape.slice(1, -1).toLowerCase();
    if (!name.startsWith('#'))
        return ENTITIES[name] ?? escape;
    const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0x10ffff ? escape : String.fromCodePoint(code);
}
/** Bytes in hexadecimal as UTF-8 where they are that, else each as a letter of Latin-1, as `\\xE4` of some languages is. */
function bytesAsText(hex) {
    const bytes = Buffer.from(hex, 'hex');
    const text = bytes.toString();
    return text.includes('\uFFFD') ? bytes.toString('latin1') : text;
}
/** Programs that wrap base64 do so after 40 to 76 characters; a line may be escaped, numbered or indented. */
function wrappedBreaks(text) {
    const breaks = [];
    for (const match of text.matchAll(/\n|\\n/g)) {
        const at = match.index + match[0].length - 1;
        let start = at;
        while (text[start - 1] === '\\' || text[start - 1] === '\r' || text.slice(start - 2, start) === '\\r')
            start--;
        if (!isBase64(text, start - SHORTEST_LINE, start))
            continue;
        BREAK_END.lastIndex = at + 1;
        const end = BREAK_END.exec(text)?.[0].length ?? 0;
        if (!isBase64(text, at + 1 + end, at + 5 + end))
            continue;
        breaks.push({ start, end: at + 1 + end, by: '' });
    }
    return breaks;
}
const SHORTEST_LINE = 40;
const BREAK_END = /(?:[ \t]*\d+(?:→|\t|\\+t|: )){0,3}[ \t>]*/y;
/** Whether some 20 characters are base64, of those that begin at a multiple of 20: so it is wherever 40 are. */
function hasBase64Line(text) {
    for (let end = SHORTEST_LINE / 2; end <= text.length; end += SHORTEST_LINE / 2) {
        if (isBase64(text, end - SHORTEST_LINE / 2, end))
            return true;
    }
    return false;
}
function isBase64(text, start, end) {
    if (start < 0 || end > text.length)
        return false;
    for (let at = end - 1; at >= start; at--)
        if (BASE64_SIGN[text.charCodeAt(at)] !== 1)
            return false;
    return true;
}
const BASE64_SIGN = new Uint8Array(128);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_')
    BASE64_SIGN[sign.charCodeAt(0)] = 1;
/** A text read in another way; `original` tells where a part of it is in the text as it is. */
function readingOf(text, replaced) {
    const pieces = [];
    /** Where each replaced part begins in the reading. */
    const places = [];
    let length = 0;
    let from = 0;
    for (const { start, end, by } of replaced) {
        pieces.push(text.slice(from, start), by);
        length += start - from;
        places.push(length);
        length += by.length;
        from = end;
    }
    pieces.push(text.slice(from));
    /** A place inside a replaced part counts as its start or its end. */
    const originalOf = (place, isEnd) => {
        const index = lastAtMost(places, place);
        const before = replaced[index];
        if (before === undefined)
            return place;
        const inside = place - (places[index] ?? 0);
        if (inside >= before.by.length && (inside > 0 || !isEnd))
            return before.end + inside - before.by.length;
        return isEnd && inside > 0 ? before.end : before.start;
    };
    return {
        text: pieces.join(''),
        original: ({ start, end }) => ({ start: originalOf(start, false), end: originalOf(end, true) }),
    };
}
/** Index of the last of the sorted numbers that is at most `limit`; -1 where there is none. */
function lastAtMost(sorted, limit) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? 0) <= limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}


/***/ }),

/***/ 57486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eT: () => (/* binding */ NAME_SEPARATOR),
/* harmony export */   hD: () => (/* binding */ NAMED_SECRET_PATTERNS),
/* harmony export */   q3: () => (/* binding */ LONE_SECRET_KEY),
/* harmony export */   t8: () => (/* binding */ findPatterns)
/* harmony export */ });
/* unused harmony export SECRET_PATTERNS */
/* harmony import */ var _pattern_matcher_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34779);

const WORD_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
// What keeps these linear: after its first letters each expression is one class of characters repeated at least n times with
// nothing required behind it, so an attempt either fails within n characters or takes all it has read.
/** Key files, also numbered, indented or escaped, as tools print them; a key cut off before its end counts. */
const PRIVATE_KEY = String.raw `[A-Z0-9 ]{1,40}PRIVATE KEY[A-Z ]{0,10}-----(?:[\w+/=\s\\,:|>→]|-(?!----)){0,20000}(?:-----END[A-Z0-9 ]{1,60}-----)?`;
/**
 * Formats that their issuers document: AWS unique identifiers (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html),
 * Bedrock API keys (`ABSK` long-term, `bedrock-api-key-` short-term), GitHub token prefixes
 * (https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats), and the others' own.
 */
const SECRET_PATTERNS = [
    { kind: 'private-key', starts: ['-----BEGIN'], rest: PRIVATE_KEY },
    {
        // Both halves of a pair when they are side by side, as in the CSV that the console gives out.
        kind: 'aws-access-key',
        starts: ['AKIA', 'ASIA'],
        rest: String.raw `[A-Z0-9]{16,124}(?:[\s,;:|"']{1,8}[A-Za-z0-9/+]{40,})?`,
    },
    { kind: 'aws-session-token', starts: ['IQoJb3JpZ2lu', 'FwoGZXIvYXdz'], rest: '[A-Za-z0-9/+=%]{50,}' },
    { kind: 'bedrock-api-key', starts: ['ABSK', 'bedrock-api-key-'], rest: '[A-Za-z0-9+/=]{20,}' },
    {
        kind: 'github-token',
        starts: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
        rest: String.raw `[A-Za-z0-9_]{36,}(?:\.[\w-]+){0,2}`,
    },
    // What actions/checkout leaves for git: `x-access-token:` and the job's token.
    { kind: 'github-token', starts: ['eC1hY2Nlc3MtdG9rZW46'], rest: '[A-Za-z0-9+/]{8,}={0,2}' },
    {
        kind: 'gitlab-token',
        starts: ['glpat-', 'gldt-', 'glrt-', 'glcbt-', 'glptt-', 'glft-', 'glimt-', 'glagent-', 'gloas-', 'glsoat-'],
        rest: String.raw `[\w-]{20,}(?:\.[\w-]+){0,3}`,
    },
    {
        kind: 'slack-token',
        starts: [...Array.from('abeoprs', (sort) => `xox${sort}-`), 'xapp-'],
        rest: '[A-Za-z0-9-]{10,}',
    },
    {
        kind: 'slack-webhook',
        starts: ['hooks.slack.com'],
        rest: String.raw `[\\/]{1,4}[a-z]+[\\/]{1,4}T[\w/\\]{18,}`,
    },
    { kind: 'npm-token', starts: ['npm_'], rest: '[A-Za-z0-9]{36,}' },
    { kind: 'pypi-token', starts: ['pypi-AgE'], rest: String.raw `[\w-]{50,}` },
    { kind: 'stripe-key', starts: ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_'], rest: '[A-Za-z0-9]{16,}' },
    { kind: 'google-api-key', starts: ['AIza'], rest: String.raw `[\w-]{35,}` },
    { kind: 'google-oauth-secret', starts: ['GOCSPX-'], rest: String.raw `[\w-]{20,}` },
    { kind: 'anthropic-api-key', starts: ['sk-ant-'], rest: String.raw `[\w-]{20,}` },
    {
        kind: 'openai-api-key',
        starts: ['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-or-v1-'],
        rest: String.raw `[\w-]{20,}`,
    },
    { kind: 'huggingface-token', starts: ['hf_'], rest: '[A-Za-z0-9]{30,}', isWord: true },
    { kind: 'jwt', starts: ['eyJ'], rest: String.raw `[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*`, isWord: true },
    apiTokens(['dckr_pat_', 'dckr_oat_', 'ya29.', 'figd_', 'hvs.', 'hvb.'], String.raw `[\w-]{20,}`),
    apiTokens(['dop_v1_', 'doo_v1_', 'dor_v1_', 'rubygems_', 'pul-', 'sbp_'], '[a-f0-9]{40,}'),
    apiTokens(['shpat_', 'shpca_', 'shppa_', 'shpss_', 'dapi'], '[a-fA-F0-9]{32,}'),
    apiTokens(['glsa_', 'glc_', 'lin_api_', 'sntrys_', 'sntryu_', 'ntn_', 'gsk_', 'ATATT3'], String.raw `[\w=+/-]{30,}`),
    apiTokens(['PMAK-', 'AGE-SECRET-KEY-1'], '[A-Za-z0-9-]{50,}'),
    apiTokens(['SG.'], String.raw `[\w-]{16,}\.[\w-]{16,}`),
];
/** Tokens of Docker, Google, Figma, Vault, DigitalOcean, RubyGems, Pulumi, Supabase, Shopify, Databricks, Grafana, Linear, Sentry, ... */
function apiTokens(starts, rest) {
    return { kind: 'api-token', starts, rest, isWord: true };
}
/** What may be between a name and its value: JSON, YAML, shell, XML and escaped JSON. */
const NAME_SEPARATOR = String.raw `["'\\\s:=>]{1,16}`;
/**
 * Secrets known by their name: AWS secret access keys (40 characters of base64) and session tokens, credentials of HTTP headers, of
 * addresses and of npm, keys and signatures of Azure storage.
 */
const NAMED_SECRET_PATTERNS = [
    {
        kind: 'aws-secret-access-key',
        name: `${anyCase('secret')}[_ -]?${anyCase('access')}[_ -]?${anyCase('key')}`,
        value: '[A-Za-z0-9/+%]{40,}',
    },
    {
        kind: 'aws-session-token',
        name: `(?:${anyCase('session')}|${anyCase('security')})[_-]?${anyCase('token')}`,
        value: '[A-Za-z0-9/+=%]{100,}',
    },
    {
        kind: 'authorization',
        name: anyCase('authorization'),
        scheme: String.raw `(?:${anyCase('basic')}|${anyCase('bearer')}|${anyCase('token')})(?:\s|%20|\+){1,3}`,
        value: String.raw `[\w.~+/=-]{8,}`,
    },
    {
        kind: 'url-password',
        name: String.raw `:[\\/]{2,8}[^\s/:@"'<>\\]{0,80}:`,
        separator: '',
        value: String.raw `[^\s/@"'<>\\$]{3,200}(?=@)`,
    },
    {
        kind: 'url-password',
        name: String.raw `:[\\/]{2,8}`,
        separator: '',
        value: String.raw `[\w-]{20,200}(?=@)`,
    },
    {
        kind: 'npm-token',
        name: '_(?:authToken|auth|password)',
        separator: String.raw `\s?[=:]\s?["']{0,1}`,
        value: String.raw `[^\s"'$\\]{8,200}`,
    },
    {
        kind: 'azure-key',
        name: '(?:Account|SharedAccess)Key',
        separator: '=',
        value: '[A-Za-z0-9+/]{40,}={0,2}',
    },
    {
        kind: 'signature',
        name: '(?:[?&]|u0026|%26|amp;)(?:sig|X-Amz-Signature)',
        separator: '=',
        value: '[A-Za-z0-9%+/_-]{30,}',
    },
];
/**
 * Secrets that show by their own look, in order, and their kinds. The expressions are tried only where one of their starts is: all of
 * them at each place take ten times as long, and finding starts gains by four characters at least.
 */
function findPatterns(text) {
    const found = [];
    let from = 0;
    for (const span of findStarts(text)) {
        for (let start = Math.max(span.start, from); start < span.end; start++) {
            PATTERNS.lastIndex = start;
            const match = PATTERNS.exec(text);
            if (match === null)
                continue;
            const kind = SECRET_PATTERNS.find((_pattern, at) => match[at + 1] !== undefined)?.kind ?? 'secret';
            from = start + match[0].length;
            found.push({ start, end: from, kind });
            start = from - 1;
        }
    }
    return found;
}
const findStarts = (0,_pattern_matcher_js__WEBPACK_IMPORTED_MODULE_0__/* .createLiteralFinder */ .m4)(SECRET_PATTERNS.flatMap(({ starts }) => starts).flatMap((start) => start.length > 3 ? [start] : Array.from(WORD_SIGNS, (next) => start + next)));
/** Start of a word, also behind an escape (`\n`, `%3D`) of the text around it. */
const WORD_START = String.raw `(?:(?<![\w-])|(?<=\\[nrt])|(?<=%[\dA-Fa-f]{2}))`;
/** Each pattern is a group of its own, tried at the places where one may start. */
const PATTERNS = new RegExp(SECRET_PATTERNS.map(({ starts, rest, isWord }) => `(${isWord === true ? WORD_START : ''}(?:${starts.map((start) => start.replaceAll('.', '[.]')).join('|')})${rest})`).join('|'), 'y');
/**
 * A word in capitals, small letters, or both. Not `(?i:...)`: V8 finds less with it when it compiles an expression without
 * optimization, as it does now and then (seen with Node 24.21 and `--no-regexp-optimization`).
 */
function anyCase(word) {
    return word.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
/**
 * An AWS secret access key by its look alone: 40 characters of base64, of each sort one. For a process that does not know
 * the run's own credentials; elsewhere it would redact too much.
 */
const LONE_SECRET_KEY = String.raw `(?<![\w/+=])(?=[a-z\d/+]*[A-Z])(?=[A-Z\d/+]*[a-z])(?=[A-Za-z/+]*\d)[A-Za-z\d/+]{40}(?![\w/+=])`;


/***/ }),

/***/ 15611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   Q2: () => (/* binding */ configurationSecrets),
/* harmony export */   c8: () => (/* binding */ secretVariables)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16413);
/* harmony import */ var _plain_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68646);
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47994);



/**
 * Values of the variables named like a secret: `*_TOKEN`, `*_SECRET`, `*_KEY`, `*PASSWORD*` in any case, and Bedrock's bearer key;
 * assignments of the input `environment` count as variables. So do passwords in addresses, wherever they are, and what inputs and variables
 * hold for Claude Code's configuration (`settings`, `mcp-config`, custom headers).
 */
function secretVariables(env) {
    const assigned = (env.INPUT_ENVIRONMENT ?? '').split('\n').flatMap((line) => {
        const [, name, value = ''] = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
        return name === undefined ? [] : [[name, value.trim()]];
    });
    const named = [...Object.entries(env), ...assigned].flatMap(([name, value]) => value && SECRET_NAME.test(name) ? [[name, value]] : []);
    const isSecret = ([, value]) => partsOf(value).length > 0;
    return {
        values: [
            ...named.filter(isSecret).map(([, value]) => value),
            ...Object.values(env).flatMap((value) => addressPasswords(value ?? '')),
            ...headerValues(env.ANTHROPIC_CUSTOM_HEADERS ?? ''),
            ...configurationSecrets(env.INPUT_SETTINGS ?? ''),
            ...configurationSecrets(env['INPUT_MCP-CONFIG'] ?? ''),
        ],
        /** Names of variables that are named like a secret, but whose values are plain words and the like. */
        plain: named.filter((variable) => !isSecret(variable)).map(([name]) => name),
    };
}
/** Inputs keep their dashes as variables (`INPUT_BEDROCK-API-KEY`). */
const SECRET_NAME = /(?:^|[_-])(?:TOKEN|SECRET|KEY)$|PASSWORD|^AWS_BEARER_TOKEN_BEDROCK$/i;
/**
 * Secrets in the JSON of `settings` or `mcp-config`: values of `env` and `headers`, and arguments behind a flag or a name that is like a
 * secret's, those of commands too, and what addresses hold. Words, paths and the like in `env` are none. Empty for what is no JSON.
 */
function configurationSecrets(text) {
    const secrets = [];
    const visit = (value, depth) => {
        if (typeof value !== 'object' || value === null || depth > 20)
            return;
        for (const [name, inner] of Object.entries(value)) {
            if (name === 'env' && (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(inner))
                secrets.push(...environmentSecrets(inner));
            else if (name === 'headers' && (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(inner))
                secrets.push(...Object.values(inner).flatMap(headerValue));
            else if (name === 'args' && Array.isArray(inner))
                secrets.push(...argumentSecrets(inner));
            else if (typeof inner === 'string' && COMMAND.test(name))
                secrets.push(...argumentSecrets(wordsOf(inner)));
            if (typeof inner === 'string')
                secrets.push(...addressSecrets(inner));
            visit(inner, depth + 1);
        }
    };
    visit((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text.trim()), 0);
    return secrets.filter((secret) => !isPlain(secret));
}
const environmentSecrets = (env) => Object.entries(env).flatMap(([name, given]) => {
    if (typeof given !== 'string' && typeof given !== 'number')
        return [];
    const value = String(given);
    if (name === 'ANTHROPIC_CUSTOM_HEADERS')
        return headerValues(value);
    return SENSITIVE.test(name) || !/^(?:[A-Za-z]+(?:[-_. :,][A-Za-z]+)*|[\d.]+|(?:~|\.{0,2})\/\S*)$/.test(value)
        ? [value]
        : [];
});
const SENSITIVE = /TOKEN|SECRET|KEY|PASS|AUTH|CREDENTIAL|COOKIE|PAT$/i;
/** Keys whose texts a shell runs: of hooks, the status line, helpers. */
const COMMAND = /^command$|helper$|^aws(?:AuthRefresh|CredentialExport)$/i;
/** The words of a command, quotes off. */
const wordsOf = (command) => [...command.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replaceAll(/["']/g, ''));
function argumentSecrets(args) {
    const found = args.flatMap((arg, at) => {
        if (typeof arg !== 'string')
            return [];
        // `NAME=value`, `--flag=value`, and both in one: `--env=NAME=value`.
        const [, , name = '', value] = /^(-e|--?[\w-]+=)?((?:--?)?[\w-]+)=(.*)$/s.exec(arg) ?? [];
        if (value !== undefined)
            return SENSITIVE.test(name) ? [value] : /header/i.test(name) ? headerValues(value) : [];
        const before = args[at - 1];
        if (typeof before !== 'string' || !/^--?[\w-]+$/.test(before))
            return [];
        return before === '-H' || /header/i.test(before) ? headerValues(arg) : SENSITIVE.test(before) ? [arg] : [];
    });
    // A variable or a file is named, and holds it.
    return found.filter((value) => !/^(?:\$[\w{(]|(?:~|\.{0,2})\/)/.test(value));
}
/** Values in the query of each address in a text, and the long parts of its path that are no words: `https://host/<key>/mcp?apiKey=...`. */
function addressSecrets(text) {
    return [...text.matchAll(/\bhttps?:\/\/[^\s"'<>]+/gi)].flatMap(([found]) => {
        const address = URL.parse(found);
        if (address === null)
            return [];
        const queried = [...address.searchParams].filter(([name, value]) => SENSITIVE.test(name) || looksRandom(value));
        const parts = address.pathname.split('/').map(unescaped).filter(looksRandom);
        return [...queried.map(([, value]) => value), ...parts];
    });
}
/** 16 characters and more with a digit and a letter, and no file or version. */
const looksRandom = (text) => /^(?=.*\d)(?=.*[A-Za-z])[\w~+=-]{16,}$/.test(text);
/** Values of lines `Name: value`; of one with a scheme, such as `Bearer`, what is behind it. */
const headerValues = (lines) => lines.split('\n').flatMap((line) => headerValue(/:(.*)/s.exec(line)?.[1]));
const headerValue = (value) => typeof value === 'string'
    ? [value.trim().replace(/^(?:Bearer|Basic|Token)\s+/i, '')].filter((text) => !isPlain(text))
    : [];
/**
 * The secret and the secrets in it: leaves of JSON, values of `NAME=value` and of YAML, what base64 holds, the password of an
 * address, and each of several lines. Parts that are plain are left out, and so is a whole that is.
 */
function partsOf(secret, depth = 0) {
    const value = secret.trim();
    if (isPlain(value))
        return [];
    const leaves = depth === 4 ? [] : leavesOf(value).filter((leaf) => leaf !== value);
    return [...new Set([secret, ...leaves.flatMap((leaf) => partsOf(leaf, depth + 1))])];
}
function leavesOf(value) {
    const json = /^[[{]/.test(value) ? (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(value) : undefined;
    if (json !== undefined)
        return jsonLeaves(json);
    const lines = value.split(/\r\n|\r|\n/).map((line) => line.trim());
    if (lines.length > 1)
        return lineLeaves(lines.filter((line) => line !== '' && !/^(?:#|-----(?:BEGIN|END) )/.test(line)));
    const encoded = /^[\w+/-]{16,}={0,2}$/.test(value) ? Buffer.from(value, 'base64').toString() : '';
    return [
        ...(/^[\t\n\r -~]{6,}$/.test(encoded) ? [encoded] : []),
        ...addressParts(value),
        ...(/^[\w.-]+=/.test(value) ? value.split(';').flatMap(assignedValue) : []),
        // `user:password`, and what comes behind the scheme of a header.
        ...(/^(?:[\w.@+-]+:|(?:Bearer|Basic|Token)\s+)([^\s/]\S+)$/i.exec(value)?.slice(1) ?? []),
    ];
}
/** The password of an address, or its user where it has none: as it is, and with its escapes resolved. */
function addressParts(value) {
    const address = URL.parse(value);
    const part = address === null ? '' : address.password || address.username;
    return [...new Set([part, unescaped(part)])];
}
const addressPasswords = (value) => /^[a-z][a-z\d+.-]*:\/\/[^\s/]*:[^\s/]+@/i.test(value) ? addressParts(value).filter((part) => !isPlain(part)) : [];
const jsonLeaves = (value) => {
    if (typeof value === 'string' || typeof value === 'number')
        return [String(value)];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(jsonLeaves) : [];
};
/** In a text of names and values only values are secret; any other text is, line by line, as `cat -n` prints it. */
function lineLeaves(lines) {
    const isStructured = lines.filter((line) => NAMED_LINE.test(line)).length >= lines.length / 2;
    return lines.flatMap((line) => {
        const [, name = '', value] = NAMED_LINE.exec(line) ?? [];
        if (value === undefined)
            return isStructured && /^-\s+[\w-]+$/.test(line) ? [] : [line];
        const leaves = STRUCTURE.has(name) ? [] : [unquoted(value), unquoted(value.replace(/\s#.*$/, ''))];
        return [...(isStructured ? [] : [line]), ...new Set(leaves)];
    });
}
const NAMED_LINE = /^(?:export\s+|-\s+)*["']?([\w./-]+)["']?(?:\s*=|:(?=\s|$))\s*(.*)$/;
/** Names in a kubeconfig whose values point at its other parts, or say how to read them. */
const STRUCTURE = new Set([
    'apiVersion kind name namespace cluster user context current-context',
    'command interactiveMode provideClusterInfo installHint',
].flatMap((names) => names.split(' ')));
const assignedValue = (assignment) => {
    const [, value] = /^\s*[\w. -]+=(.*)$/s.exec(assignment) ?? [];
    return value === undefined ? [] : [unquoted(value)];
};
const unquoted = (value) => value.trim().replace(/^(["'])(.*)\1$/s, '$2');
function unescaped(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/**
 * Whether a value is too plain to be looked for: short, a word of Claude Code's protocol or of configuration, a host, a region, or an
 * address without user information.
 */
function isPlain(value) {
    const text = value.trim();
    const word = text.toLowerCase();
    if (word.length < _secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORTEST_SECRET */ .c3 || _plain_words_js__WEBPACK_IMPORTED_MODULE_0__/* .PROTOCOL_WORDS */ .T.has(word) || _plain_words_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFIGURATION_WORDS */ .p.has(word))
        return true;
    return HOST.test(text) || REGION.test(text) || isOpenAddress(text);
}
/** Names end in a common top-level domain, or one of private networks: any two words with a dot between could be a password. */
const HOST = /^(?:(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:com|net|org|io|dev|app|cloud|ai|co|gov|edu|info|biz|[a-z]{2}|internal|local|lan|corp|home|test|example|invalid|localhost)|localhost|\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?$/;
/** Of AWS (`us-gov-east-1`), Google Cloud (`europe-west4`, `us-central1-a`) and Azure (`eastus2`, `westeurope`). */
const REGION = /^(?:[a-z]{2,3}(?:-[a-z]{3,4})?-(?:north|south|east|west|central)+-\d|(?:[a-z]+-)?(?:us|europe|asia|australia|africa|me|northamerica|southamerica)-(?:north|south|east|west|central)+\d{1,2}(?:-[a-f])?|(?:north|south|east|west|central)+(?:us|europe|asia|india)\d?)$/;
function isOpenAddress(value) {
    const address = /^[a-z][a-z\d+.-]*:\/\/\S+$/i.test(value) ? URL.parse(value) : null;
    return address !== null && address.username === '' && address.password === '';
}


/***/ }),

/***/ 36611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ TRANSCRIPT_FILES)
/* harmony export */ });
/** Names in the transcript folder; `session` is a folder. */
const TRANSCRIPT_FILES = {
    events: 'transcript.jsonl',
    page: 'transcript.html',
    result: 'result.json',
    diagnostics: 'diagnostics.jsonl',
    patch: 'changes.patch',
    session: 'session',
};


/***/ }),

/***/ 88630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JF: () => (/* binding */ definedVariables),
/* harmony export */   Ke: () => (/* binding */ isActionsOwn),
/* harmony export */   Nq: () => (/* binding */ reasonToWithhold),
/* harmony export */   mQ: () => (/* binding */ isRunnersOwn)
/* harmony export */ });
/** Variables of the runner that the agent must never see, and why: with them a command can act as the job or change its later steps. */
const RUNNERS_OWN = [
    [/^ACTIONS_/i, "holds the addresses and tokens of the job's own services"],
    [/^(INPUT|STATE)_/i, 'holds the inputs and the state of this action'],
    [/^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/i, 'names a file with which a command can change later steps'],
];
/**
 * Variables that decide where Claude Code sends its calls, who signs them, and for which models and limits. The inputs decide
 * that, so no other source may (https://code.claude.com/docs/en/amazon-bedrock, https://code.claude.com/docs/en/env-vars).
 */
const ACTIONS_OWN = new Set([
    'CLAUDE_CODE_USE_BEDROCK CLAUDE_CODE_SKIP_BEDROCK_AUTH CLAUDE_CODE_USE_VERTEX CLAUDE_CODE_USE_FOUNDRY',
    'CLAUDE_CODE_USE_MANTLE CLAUDE_CODE_USE_GATEWAY CLAUDE_CODE_USE_ANTHROPIC_AWS CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD',
    'ANTHROPIC_BEDROCK_BASE_URL ANTHROPIC_BEDROCK_MANTLE_BASE_URL ANTHROPIC_BASE_URL ANTHROPIC_UNIX_SOCKET',
    'ANTHROPIC_CUSTOM_HEADERS AWS_ENDPOINT_URL AWS_ENDPOINT_URL_STS AWS_ENDPOINT_URL_BEDROCK',
    'AWS_ENDPOINT_URL_BEDROCK_RUNTIME AWS_REGION AWS_DEFAULT_REGION AWS_EC2_METADATA_DISABLED',
    'AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_BEARER_TOKEN_BEDROCK AWS_PROFILE AWS_DEFAULT_PROFILE',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI AWS_CONTAINER_CREDENTIALS_RELATIVE_URI AWS_CONTAINER_AUTHORIZATION_TOKEN',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE ANTHROPIC_MODEL ANTHROPIC_SMALL_FAST_MODEL',
    'ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION ANTHROPIC_DEFAULT_MODEL ANTHROPIC_DEFAULT_OPUS_MODEL',
    'ANTHROPIC_DEFAULT_SONNET_MODEL ANTHROPIC_DEFAULT_HAIKU_MODEL ANTHROPIC_DEFAULT_FABLE_MODEL',
    'CLAUDE_CODE_SUBAGENT_MODEL AWS_USE_FIPS_ENDPOINT',
    'CLAUDE_CODE_MAX_OUTPUT_TOKENS MAX_THINKING_TOKENS DISABLE_PROMPT_CACHING CLAUDE_CODE_EFFORT_LEVEL',
    'CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC CLAUDE_CODE_DISABLE_AUTO_MEMORY CLAUDE_CODE_ATTRIBUTION_HEADER DISABLE_AUTOUPDATER CLAUDE_CONFIG_DIR CLAUDE_CODE_BEDROCK_RUN',
].flatMap((line) => line.split(' ')));
/** Variables with which a loader, a shell or an interpreter runs code of their choice when any program starts. */
const LOADERS = /^(LD_.*|DYLD_.*|NODE_OPTIONS|BUN_OPTIONS|BASH_ENV|ENV|BASH_FUNC_.*|SHELLOPTS|BASHOPTS|PROMPT_COMMAND|ZDOTDIR|PYTHONSTARTUP|PYTHONHOME|PERL5OPT|RUBYOPT)$/i;
/** Whether a variable is the runner's own, which the agent never gets, not even when it is asked for. */
const isRunnersOwn = (name) => RUNNERS_OWN.some(([pattern]) => pattern.test(name));
/** Whether a variable decides what the inputs decide: where calls go, who signs them, models and limits. */
const isActionsOwn = (name) => ACTIONS_OWN.has(name.toUpperCase());
/** The variables that have a value, of those whose names are kept. */
const definedVariables = (env, isKept) => Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined || !isKept(name) ? [] : [[name, value]])));
/** Why a variable may not be handed to the agent by its name; undefined when it may. Completes a sentence that begins with "it". */
function reasonToWithhold(name) {
    const runners = RUNNERS_OWN.find(([pattern]) => pattern.test(name));
    if (runners !== undefined)
        return runners[1];
    if (isActionsOwn(name))
        return 'is set by the action itself, from its inputs';
    return LOADERS.test(name) ? 'makes programs run code when they start' : undefined;
}


/***/ }),

/***/ 61965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt),
/* harmony export */   b: () => (/* binding */ messageOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16413);

/** What `task` returns; undefined where it throws. */
function attempt(task) {
    try {
        return task();
    }
    catch {
        return undefined;
    }
}
/** What an error says, whatever was thrown. */
const messageOf = (error) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringOf */ .Je)(error, 'message') ?? String(error);


/***/ }),

/***/ 8857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ createWorld)
});

// EXTERNAL MODULE: ./lib/ports/install.js
var install = __webpack_require__(60087);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/json.js
var lib_json = __webpack_require__(16413);
// EXTERNAL MODULE: ./lib/world/attempt.js
var attempt = __webpack_require__(61965);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/world/held-folders.js





/** Refuses links; the last two let a pipe neither block nor be taken for a file. */
const NO_LINK = external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
const FOLDER = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY | external_node_fs_.constants.O_NOFOLLOW;
const windows = process.platform === 'win32';
/**
 * An agent without a sandbox runs as the same user: it can rename the folders of its run, and put links or folders of its own in
 * their place. What is done below a held folder is done in the very folder that was opened, step by step from its descriptor, and
 * stops at a link. Paths that are not below one are used as they are. None is held at first. Linux leads from a descriptor to what is below it (`byDescriptor`); elsewhere each step of a path is
 * checked just before it is taken, which leaves a moment to whoever swaps it then.
 */
function createHeldFolders(byDescriptor = process.platform === 'linux') {
    const held = new Map();
    /** The longest held path that `path` is, or is below. */
    const holderOf = (path) => [...held.keys()].filter((one) => path === one || path.startsWith(one + external_node_path_.sep)).sort((a, b) => b.length - a.length)[0];
    function pathOf(directory) {
        const { fd, identity, failure } = held.get(directory) ?? {};
        if (failure !== undefined)
            throw failure;
        if (fd !== undefined && byDescriptor)
            return `/proc/self/fd/${fd}`;
        if (identityAt(directory) !== identity)
            throw refused(directory, 'is not the folder that was opened');
        return directory;
    }
    /** Runs `use` with the folder at the end of a path; every step is opened in the one before. */
    function inFolder(directory, use, make) {
        const holder = holderOf(directory);
        if (holder === undefined) {
            if (make)
                (0,external_node_fs_.mkdirSync)(directory, { recursive: true, mode: 0o700 });
            return use(directory);
        }
        const open = [];
        try {
            let folder = pathOf(holder);
            for (const name of (0,external_node_path_.relative)(holder, directory).split(external_node_path_.sep).filter(Boolean)) {
                const next = (0,external_node_path_.join)(folder, name);
                if (make)
                    makeUnlessThere(next);
                if (windows)
                    checkFolder(next);
                else
                    open.push((0,external_node_fs_.openSync)(next, FOLDER));
                folder = byDescriptor ? `/proc/self/fd/${open.at(-1)}` : next;
            }
            return use(folder);
        }
        finally {
            open.forEach((fd) => (0,external_node_fs_.closeSync)(fd));
        }
    }
    function open(directory) {
        let opened;
        try {
            opened = inFolderOf(directory, openAt, true);
        }
        catch (cause) {
            opened = { fd: undefined, identity: '', failure: new Error(String(cause), { cause }) };
        }
        held.set(directory, opened);
        return opened;
    }
    return {
        /** Makes the folder where there is none, and opens it. Returns its device and inode, which no other has. */
        hold(directory) {
            const { identity, failure } = held.get(directory) ?? open(directory);
            if (failure !== undefined)
                throw failure;
            return identity;
        },
        inFolderOf,
        /** Entries of a folder; throws as `readdir` does. */
        entries: (directory) => inFolder(directory, (folder) => (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }), false),
        /** Removes whatever is at the path, all that is below it too. */
        remove(path) {
            if (holderOf(path) === undefined)
                (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
            else
                try {
                    inFolderOf(path, ({ folder, name }) => removeEntry((0,external_node_path_.join)(folder, name), byDescriptor));
                }
                catch (error) {
                    if ((0,lib_json/* stringOf */.Je)(error, 'code') !== 'ENOENT')
                        throw error;
                }
        },
        /** The folder as the system is to be asked for it while this process runs. */
        reach: (directory) => (held.has(directory) ? pathOf(directory) : directory),
        /** Moves a held folder back to its path; true when something else was there, which then has another name. */
        putBack(directory) {
            const { fd, identity } = held.get(directory) ?? {};
            return inFolderOf(directory, ({ folder, name }) => {
                const path = (0,external_node_path_.join)(folder, name);
                const there = identityAt(path);
                if (fd === undefined || there === identity || !byDescriptor)
                    return false;
                if (there !== undefined)
                    (0,external_node_fs_.renameSync)(path, `${path}.replaced-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`);
                (0,external_node_fs_.renameSync)((0,external_node_fs_.readlinkSync)(`/proc/self/fd/${fd}`), path);
                return true;
            });
        },
    };
    /** Runs `use` with the folder that a path is in; with `make`, folders that are missing are made. */
    function inFolderOf(path, use, make = false) {
        const [directory, name] = [(0,external_node_path_.dirname)(path), (0,external_node_path_.basename)(path)];
        const isHeld = holderOf(directory) !== undefined;
        return inFolder(directory, (folder) => use({ folder, name, isHeld }), make);
    }
}
function openAt({ folder, name }) {
    const path = (0,external_node_path_.join)(folder, name);
    makeUnlessThere(path);
    if (windows)
        checkFolder(path);
    const fd = windows ? undefined : (0,external_node_fs_.openSync)(path, FOLDER);
    return { fd, identity: identityOf(fd === undefined ? (0,external_node_fs_.lstatSync)(path, BIG) : (0,external_node_fs_.fstatSync)(fd, BIG)) };
}
/** Opens a file; below a held folder no link, and nothing but a regular file that has no second name. */
function openFile({ folder, name, isHeld }, flags) {
    const path = (0,external_node_path_.join)(folder, name);
    if (!isHeld)
        return (0,external_node_fs_.openSync)(path, flags, 0o600);
    if (windows && (0,attempt/* attempt */.C)(() => (0,external_node_fs_.lstatSync)(path))?.isSymbolicLink())
        throw refused(path, 'is a link');
    const file = (0,external_node_fs_.openSync)(path, windows ? flags : flags | NO_LINK, 0o600);
    const stats = (0,external_node_fs_.fstatSync)(file);
    if (stats.isFile() && stats.nlink === 1)
        return file;
    (0,external_node_fs_.closeSync)(file);
    throw refused(name, 'is no file of its own');
}
function checkFolder(path) {
    const stats = (0,external_node_fs_.lstatSync)(path);
    if (stats.isSymbolicLink() || !stats.isDirectory())
        throw refused(path, 'is no folder of its own');
}
function makeUnlessThere(path) {
    try {
        (0,external_node_fs_.mkdirSync)(path, { mode: 0o700 });
    }
    catch (error) {
        if ((0,lib_json/* stringOf */.Je)(error, 'code') !== 'EEXIST')
            throw error;
    }
}
/** Step by step from descriptors: a folder that becomes a link meanwhile must not lead the deletion elsewhere. */
function removeEntry(path, byDescriptor) {
    const stats = (0,attempt/* attempt */.C)(() => (0,external_node_fs_.lstatSync)(path));
    if (stats === undefined)
        return;
    if (!stats.isDirectory()) {
        (0,external_node_fs_.unlinkSync)(path);
        return;
    }
    if (!byDescriptor) {
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
        return;
    }
    const fd = (0,external_node_fs_.openSync)(path, FOLDER);
    try {
        for (const entry of (0,external_node_fs_.readdirSync)(`/proc/self/fd/${fd}`))
            removeEntry(`/proc/self/fd/${fd}/${entry}`, true);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
    (0,external_node_fs_.rmdirSync)(path);
}
const BIG = { bigint: true };
const identityOf = ({ dev, ino }) => `${dev}:${ino}`;
function identityAt(path) {
    const stats = (0,attempt/* attempt */.C)(() => (0,external_node_fs_.lstatSync)(path, BIG));
    return stats && identityOf(stats);
}
function refused(path, reason) {
    return Object.assign(new Error(`${path} ${reason}: something else has put it there`), { code: 'ELOOP' });
}

;// CONCATENATED MODULE: ./lib/world/files.js






/**
 * Files of this machine. `list` names regular files only: links, pipes and devices in a folder that others may write to
 * would lead elsewhere, or block whoever reads them. The system is asked without a turn through Node's thread pool, which for
 * files as small as these takes ten times as long, and milliseconds the first time.
 */
function createFiles(folders = createHeldFolders()) {
    const openToRead = (path) => folders.inFolderOf(path, (place) => openFile(place, external_node_fs_.constants.O_RDONLY));
    async function* reading(path, read) {
        const file = await promised(() => unlessMissing(() => openToRead(path)));
        if (file === undefined)
            return;
        try {
            yield* read(file);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    const replace = (path, write) => folders.inFolderOf(path, (place) => replaceFile(place, { folders, path, write }), true);
    return {
        hold: (directory) => promised(() => folders.hold(directory)),
        putBack: (directory) => promised(() => folders.putBack(directory)),
        read: (path) => promised(() => unlessMissing(() => closing(openToRead(path), (file) => (0,external_node_fs_.readFileSync)(file, 'utf8')))),
        chunks: (path) => reading(path, chunksOf),
        packedLines: (path, size) => reading(path, (file) => packedLines(file, size)),
        write: (path, text) => promised(() => replace(path, (file) => writeWhole(file, Buffer.from(text)))),
        append: (path) => promised(() => folders.inFolderOf(path, openToAppend, true)),
        kind: (path) => promised(() => kindOf(path)),
        execution: (path) => promised(() => executionOf(path)),
        realPath: (path) => promised(() => unlessMissing(() => external_node_fs_.realpathSync.native(path))),
        makeDirectory: (path) => promised(() => void (0,external_node_fs_.mkdirSync)(path, { recursive: true, mode: 0o700 })),
        list: (directory) => promised(() => filesBelow(directory, folders).sort()),
        copy: (from, to) => promised(() => closing(openToRead(from), (source) => replace(to, (file) => copyBytes(source, file)))),
        remove: (path) => promised(() => folders.remove(path)),
    };
}
/**
 * Writes a file beside the one of this name, then puts it in its place, whatever that is: a link, or a second name of another
 * file, whose contents must not change.
 */
function replaceFile({ folder, name, isHeld }, { folders, path, write }) {
    const draft = `.${name}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    const file = openFile({ folder, name: draft, isHeld }, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL);
    try {
        closing(file, () => {
            (0,external_node_fs_.fchmodSync)(file, 0o600);
            write(file);
        });
        try {
            (0,external_node_fs_.renameSync)((0,external_node_path_.join)(folder, draft), (0,external_node_path_.join)(folder, name));
        }
        catch {
            // A folder is there.
            folders.remove(path);
            (0,external_node_fs_.renameSync)((0,external_node_path_.join)(folder, draft), (0,external_node_path_.join)(folder, name));
        }
    }
    catch (error) {
        unlessMissing(() => (0,external_node_fs_.unlinkSync)((0,external_node_path_.join)(folder, draft)));
        throw error;
    }
}
function openToAppend(place) {
    const file = openFile(place, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_APPEND);
    return {
        write: (texts) => promised(() => writeWhole(file, Buffer.from(texts.join('')))),
        close: () => promised(() => (0,external_node_fs_.closeSync)(file)),
    };
}
/** A disk that is nearly full takes a part, and refuses the rest. */
function writeWhole(file, bytes) {
    for (let written = 0; written < bytes.length;)
        written += (0,external_node_fs_.writeSync)(file, bytes, written);
}
function copyBytes(from, to) {
    const piece = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
        const bytesRead = (0,external_node_fs_.readSync)(from, piece);
        if (bytesRead === 0)
            return;
        writeWhole(to, piece.subarray(0, bytesRead));
    }
}
/** Each piece is a memory of its own: who reads may keep it. */
async function* chunksOf(file) {
    for (;;) {
        const piece = Buffer.allocUnsafeSlow(CHUNK_BYTES);
        const bytesRead = (0,external_node_fs_.readSync)(file, piece);
        if (bytesRead === 0)
            return;
        // A turn for what else waits.
        yield await Promise.resolve(piece.subarray(0, bytesRead));
    }
}
const CHUNK_BYTES = 256 * 1024;
/** Nothing of a folder that is not there, or not ours to read. */
function filesBelow(directory, folders) {
    const found = [];
    for (const entry of entriesOf(directory, folders)) {
        const path = (0,external_node_path_.join)(directory, entry.name);
        if (entry.isFile())
            found.push(path);
        if (entry.isDirectory())
            for (const below of filesBelow(path, folders))
                found.push(below);
    }
    return found;
}
function entriesOf(directory, folders) {
    try {
        return folders.entries(directory);
    }
    catch (error) {
        if ([...MISSING, 'EACCES', 'EPERM'].includes((0,lib_json/* stringOf */.Je)(error, 'code') ?? ''))
            return [];
        throw error;
    }
}
function executionOf(path) {
    const mode = factsOf(path)?.mode;
    if (mode === undefined)
        return undefined;
    // Windows goes by the name of a file.
    if ((mode & 0o111) === 0 && process.platform !== 'win32')
        return 'no-x-bit';
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return 'allowed';
    }
    catch {
        return 'refused';
    }
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
function closing(file, use) {
    try {
        return use(file);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/** `undefined` where there is no such file, or its path leads through something that is no folder. */
function unlessMissing(find) {
    try {
        return find();
    }
    catch (error) {
        if (MISSING.includes((0,lib_json/* stringOf */.Je)(error, 'code') ?? ''))
            return undefined;
        throw error;
    }
}
const MISSING = ['ENOENT', 'ENOTDIR'];
/**
 * The lines of a file in gzip, about `size` bytes of them at a time; a line is never parted. One buffer is filled again and
 * again and no other thread takes part: with the streams of Node, memory grows by a tenth of the file.
 */
async function* packedLines(file, size) {
    const { gzipSync } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38522, 19));
    let held = Buffer.allocUnsafeSlow(size);
    let length = 0;
    for (;;) {
        const bytesRead = (0,external_node_fs_.readSync)(file, held, length, held.length - length, null);
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
        yield gzipSync(held.subarray(0, end));
        held.copyWithin(0, end + 1);
        length -= end + 1;
    }
    const rest = held.subarray(0, held[length - 1] === LINE_FEED ? length - 1 : length);
    if (rest.length > 0)
        yield gzipSync(rest);
}
const LINE_FEED = 0x0a;
/** A program that a sandbox runs cannot be read; this one can again, if it is ours. Returns its path. */
function readable(path) {
    // Another user's can be read as it is, or the reader says why not.
    (0,attempt/* attempt */.C)(() => (0,external_node_fs_.chmodSync)(path, 0o755));
    return path;
}
/** The sha256 of a file in hexadecimal digits. */
async function sha256Of(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    // Blocks of Node's own size take twice as long.
    for await (const block of (0,external_node_fs_.createReadStream)(path, { highWaterMark: 1 << 20 }))
        if (Buffer.isBuffer(block))
            hash.update(block);
    return hash.digest('hex');
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
var external_node_tls_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_tls_, 2);
;// CONCATENATED MODULE: ./lib/world/http.js






/** A client with a pool of connections of its own. */
function createHttpClient(options) {
    const { proxies, connectMs = 5_000, idleMs, keepAlive = true, ca, strictSsl } = options;
    const pool = { keepAlive, proxyEnv: proxies };
    const plain = { request: external_node_http_.request, agent: new external_node_http_.Agent(pool) };
    const secure = { request: external_node_https_.request, agent: new external_node_https_.Agent({ ...pool, rejectUnauthorized: strictSsl !== false }) };
    /** Rejects by itself: a request that waits for a deaf proxy does not report that it was destroyed (Node 24.21). */
    function answerTo(started, { origin, body }, signal) {
        return new Promise((resolve, reject) => {
            let answer;
            const giveUp = (message, facts) => {
                const error = Object.assign(new Error(message), facts);
                reject(error);
                return error;
            };
            const slow = setTimeout(() => {
                const message = `no connection within ${connectMs / 1_000} s`;
                started.destroy(giveUp(message, { code: 'ETIMEDOUT', syscall: 'connect' }));
            }, connectMs);
            const connected = () => clearTimeout(slow);
            started.once('socket', (socket) => {
                if (socket.connecting)
                    socket.once(origin.startsWith('https:') ? 'secureConnect' : 'connect', connected);
                else
                    connected();
            });
            started.once('close', connected);
            if (idleMs !== undefined)
                started.setTimeout(idleMs, () => {
                    const error = giveUp(`no byte within ${idleMs / 1_000} s`, { code: 'IdleTimeout' });
                    (answer ?? started).destroy(error);
                });
            started.once('response', (message) => resolve((answer = message)));
            started.on('error', reject);
            const leave = () => started.destroy(giveUp('The caller went away', { code: 'ABORT_ERR' }));
            signal.addEventListener('abort', leave, { once: true });
            started.once('close', () => signal.removeEventListener('abort', leave));
            if (signal.aborted)
                leave();
            else
                started.end(body);
        });
    }
    return {
        /**
         * The answer, its body unread; `signal` ends the call and its body. Rejects with Node's error; its code is `ETIMEDOUT` when
         * no connection comes about in time, `IdleTimeout` after too long a silence, `ABORT_ERR` by `signal`.
         */
        async send(call, signal) {
            const { method, origin, target, headers, body } = call;
            const isSecure = origin.startsWith('https:');
            const { request, agent } = isSecure ? secure : plain;
            const length = method === 'GET' ? {} : { 'content-length': body.length };
            const send = () => {
                const trusted = isSecure && ca !== undefined ? { ca: [...(0,external_node_tls_.getCACertificates)('default'), ...ca] } : {};
                const options = { method, path: target, agent, headers: { ...headers, ...length }, ...trusted };
                return answerTo(request(origin, options), call, signal);
            };
            return isSecure ? withSystemCertificates(send) : send();
        },
        close() {
            plain.agent.destroy();
            secure.agent.destroy();
        },
    };
}
/** Milliseconds of a `Retry-After`, which holds seconds or a date (RFC 9110, 10.2.3). */
function retryAfterIn(header) {
    if (header === undefined)
        return undefined;
    const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
    return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}
/**
 * Connects to `address` once, for a client of GitHub's that repeats a failed handshake for half a minute: its own connections
 * then have the system's certificates, where the server needs them. Never rejects.
 */
async function prepareConnection(address, env) {
    if (!address.startsWith('https:') || !URL.canParse(address) || hasSystemCertificates())
        return;
    const http = createHttpClient({ proxies: env });
    const call = { method: 'GET', origin: new URL(address).origin, target: '/', headers: {}, body: new Uint8Array() };
    await http.send(call, AbortSignal.timeout(5_000)).catch(() => undefined);
    http.close();
}
/** Calls to Bedrock as they are, over one pool of connections for the run. */
function createUpstream(env, bounds = {}) {
    const http = createHttpClient({ proxies: env, ...bounds });
    return {
        async send(request, signal) {
            const answer = await http.send(request, signal).catch((cause) => {
                const name = (0,lib_json/* stringOf */.Je)(cause, 'code') ?? (0,lib_json/* stringOf */.Je)(cause, 'name') ?? 'Error';
                // An error of several addresses at once has a code and no message.
                const message = (0,lib_json/* stringOf */.Je)(cause, 'message') ?? name;
                const host = (0,lib_json/* stringOf */.Je)(cause, 'hostname') ?? new URL(request.origin).hostname;
                throw new errors/* ServiceError */._7({ service: 'Amazon Bedrock', operation: request.operation, name, message, host, cause });
            });
            return { status: answer.statusCode ?? 0, headers: headersOf(answer), body: answer };
        },
        close: () => http.close(),
    };
}
/** The headers of a message, none left out; one that came several times is joined with commas. */
function headersOf({ headersDistinct }) {
    return Object.fromEntries(Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')]));
}
/** What Node reports of a certificate whose issuer it does not know (X509_V_ERR_* of OpenSSL). */
const UNKNOWN_ISSUER = new Set([
    ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ...['SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_UNTRUSTED'],
]);
let added = false;
/** Whether the system's certificates count already. */
const hasSystemCertificates = () => added;
/**
 * Runs `connect`, and once more with the certificates of the system beside those of Node when it rejects because Node does
 * not know who issued the server's: companies add theirs to the system's, and Node has a list of its own. Reading them takes
 * 0.1 s, so it is left until they are needed; from then on they count for the whole process. `connect` may be repeated
 * safely, since nothing is sent before a handshake has succeeded.
 */
async function withSystemCertificates(connect) {
    const hadThem = added;
    try {
        return await connect();
    }
    catch (error) {
        if (hadThem || !isUnknownIssuer(error))
            throw error;
        useSystemCertificates();
        if (!added)
            throw error;
        return connect();
    }
}
/**
 * From now on the system's certificates count, as with `NODE_USE_SYSTEM_CA=1` in Node 24.6. Does nothing where Node cannot:
 * `setDefaultCACertificates` came with 24.5.
 */
function useSystemCertificates() {
    if (added || !("setDefaultCACertificates" in external_node_tls_namespaceObject))
        return;
    external_node_tls_.setDefaultCACertificates([...external_node_tls_.getCACertificates('default'), ...external_node_tls_.getCACertificates('system')]);
    added = true;
}
/** Clients wrap Node's error, some more than once. */
function isUnknownIssuer(error) {
    if (UNKNOWN_ISSUER.has((0,lib_json/* stringOf */.Je)(error, 'code') ?? ''))
        return true;
    const cause = (0,lib_json/* fieldOf */._F)(error, 'cause');
    return cause !== undefined && isUnknownIssuer(cause);
}

;// CONCATENATED MODULE: ./lib/world/actions-cache.js







/**
 * The Actions cache through `@actions/cache`, which prints some lines for each call, and its own problems as warnings. It asks
 * a service that hangs for half a minute and more, so each call is bounded here: 8 s, 90 s and 3 min unless given.
 *
 * It unpacks with `tar -P`, by which an entry may write anywhere. GNU tar is therefore made, by the variable it reads its
 * first options from, to write every member of whatever name to the one path that is wanted; without GNU tar (Alpine, Windows)
 * there is no Actions cache. What came is no more than a file with a sha256 after that.
 * An entry holds the executable, not the package it came in (docs/decisions.md).
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
            await prepareConnection(env.ACTIONS_RESULTS_URL || env.ACTIONS_CACHE_URL || '', env);
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
                    throw cacheError('restore', 'NotRestored', `${key} could not be restored`);
            }
            catch (error) {
                // The client goes on by itself: what it comes to unpack late is nothing.
                if (env.TAR_OPTIONS !== before)
                    env.TAR_OPTIONS = '--exclude=*';
                throw error;
            }
            const found = await (0,promises_.lstat)(path).catch(() => undefined);
            if (found?.isFile() !== true || found.nlink !== 1)
                throw cacheError('restore', 'NotRestored', `${key} holds no file ${file}`);
            await (0,promises_.chmod)(path, 0o644);
            return sha256Of(path);
        },
        async save({ key, path, sha256 }) {
            const actual = await sha256Of(readable(path)).catch((cause) => {
                throw cacheError('save', (0,lib_json/* stringOf */.Je)(cause, 'code') ?? 'Error', (0,attempt/* messageOf */.b)(cause));
            });
            const changed = `${path} has changed since: its sha256 is ${actual}, it was ${sha256}`;
            if (actual !== sha256)
                throw cacheError('save', 'IntegrityMismatch', changed);
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
        timer = setTimeout(() => reject(cacheError(operation, 'Timeout', `no answer within ${ms / 1_000} s`)), ms);
    });
    try {
        return await Promise.race([task(), late]);
    }
    catch (cause) {
        if (cause instanceof errors/* ServiceError */._7)
            throw cause;
        throw cacheError(operation, (0,lib_json/* stringOf */.Je)(cause, 'name') ?? 'Error', (0,attempt/* messageOf */.b)(cause));
    }
    finally {
        clearTimeout(timer);
    }
}
function cacheError(operation, name, message) {
    return new errors/* ServiceError */._7({ service: 'Actions cache', operation, name, message });
}
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
    const claims = (0,lib_json/* parseJson */.qF)(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const scopes = (0,lib_json/* parseJson */.qF)((0,lib_json/* stringOf */.Je)(claims, 'ac') ?? '');
    const mayWrite = !Array.isArray(scopes) || scopes.some((scope) => (((0,lib_json/* numberOf */.rl)(scope, 'Permission') ?? 0) & 2) !== 0);
    return mode !== 'read' && mayWrite ? 'write' : 'read';
}

;// CONCATENATED MODULE: ./lib/world/artifacts.js







/**
 * Artifacts of this workflow run, through `@actions/artifact`; it reads the process's environment itself, so `env` must be
 * that. Besides the service's own errors: `NoRuntimeToken` where the runner gives
 * no access to artifacts, `GHESNotSupported` on GitHub Enterprise Server, `NoFiles` for a folder with nothing to store.
 */
function createArtifacts(env, folders = createHeldFolders()) {
    const load = () => Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(737), __webpack_require__.e(271), __webpack_require__.e(118), __webpack_require__.e(888)]).then(__webpack_require__.bind(__webpack_require__, 37888));
    const server = env.GITHUB_SERVER_URL || 'https://github.com';
    const refuse = (name, message) => new errors/* ServiceError */._7({ service: SERVICE, operation: 'UploadArtifact', name, message });
    /** Stores the files that `find` finds below a folder. */
    async function store(directory, find) {
        if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) {
            throw refuse('NoRuntimeToken', 'The runner gave this step no ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL.');
        }
        // The client would say so too, but with an annotation of its own.
        if (!servesArtifacts(server)) {
            throw refuse('GHESNotSupported', `GitHub Enterprise Server (${server}) does not support this kind of artifact.`);
        }
        const root = folders.reach(directory);
        const { name, files, options } = await find(root);
        if (files.length === 0)
            throw refuse('NoFiles', `There is nothing to store in ${directory}.`);
        await prepareConnection(env.ACTIONS_RESULTS_URL, env);
        const { DefaultArtifactClient } = await load();
        const upload = () => new DefaultArtifactClient().uploadArtifact(name, files, root, options);
        const { id } = await withoutProgress(upload, env).catch(fail);
        if (id === undefined)
            throw refuse('NoArtifactId', 'The service stored the artifact and gave it no id.');
        const run = `${server}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`;
        return { id, url: `${run}/artifacts/${id}` };
    }
    return {
        prepare() {
            load().catch(() => undefined);
        },
        upload: ({ name, directory, entries, retentionDays }) => store(directory, async (root) => ({
            name,
            files: await storableFiles(root, entries),
            options: retentionDays === undefined ? {} : { retentionDays },
        })),
        uploadFile: ({ path, retentionDays }) => store((0,external_node_path_.dirname)(path), async (root) => ({
            name: (0,external_node_path_.basename)(path),
            files: await storableFiles(root, [(0,external_node_path_.basename)(path)]),
            options: { skipArchive: true, ...(retentionDays === undefined ? {} : { retentionDays }) },
        })),
    };
}
/** The client prints some ten lines an upload, of which a reader needs none; commands for the runner pass, and all of it in a debugged job. */
async function withoutProgress(task, { RUNNER_DEBUG }) {
    const { stdout } = process;
    const write = stdout.write.bind(stdout);
    if (RUNNER_DEBUG !== '1')
        stdout.write = (chunk) => !String(chunk).startsWith('::') || write(chunk);
    try {
        return await task();
    }
    finally {
        stdout.write = write;
    }
}
const SERVICE = 'GitHub artifacts';
/** The client's own rule for what is not GitHub Enterprise Server (`isGhes` of `@actions/artifact` 6.2.1). */
function servesArtifacts(server) {
    return /^(github\.com|.*\.ghe\.com|.*\.localhost)$/i.test(URL.parse(server)?.hostname ?? '');
}
/**
 * Regular files that can be read and whose names the service takes, below `names`. One that is not so would end the whole
 * upload: a bad name is refused, and an unreadable file throws out of an event handler of the client, where nobody can catch it.
 * A file with a second name is not one that this action has written.
 */
async function storableFiles(directory, names) {
    const found = await (0,promises_.readdir)(directory, { recursive: true, withFileTypes: true });
    const all = found.filter((entry) => entry.isFile()).map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name));
    const paths = all.filter((path) => {
        const [first = ''] = (0,external_node_path_.relative)(directory, path).split(external_node_path_.sep);
        return names.includes(first) && (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.nlink === 1;
    });
    const taken = paths.filter((path) => !/["<>|*?:\r\n]/.test(path.slice(directory.length)));
    const readable = await Promise.all(taken.map((path) => (0,promises_.access)(path, external_node_fs_.constants.R_OK).then(() => [path], () => [])));
    return readable.flat().sort();
}
/** The client puts everything the service answered into one message. */
function fail(error) {
    const text = (0,lib_json/* stringOf */.Je)(error, 'message') ?? String(error);
    const [, network] = /Unable to make request: (\w+)/.exec(text) ?? [];
    const [, status] = /\((\d{3})\)/.exec(text) ?? [];
    const name = network ?? (0,lib_json/* stringOf */.Je)(error, 'code') ?? (0,lib_json/* stringOf */.Je)(error, 'name') ?? 'Error';
    throw new errors/* ServiceError */._7({
        service: SERVICE,
        operation: /Failed to (\w+):/.exec(text)?.[1] ?? 'UploadArtifact',
        name: /storage quota has been hit/i.test(text) ? 'UsageError' : name,
        message: network === undefined ? text : `No connection to the service (${network}).`,
        status: (0,lib_json/* numberOf */.rl)(error, 'statusCode') ?? (status === undefined ? undefined : Number(status)),
    });
}

;// CONCATENATED MODULE: ./lib/world/aws-errors.js




/**
 * An AWS SDK error, read once. The name is the one on the wire (`Code`; the SDK's own may have `Exception` added), Node's
 * (`ENOTFOUND`) when nothing answered, or else the SDK's. The SDK's credential providers keep only the text of what they
 * wrap, `UnauthorizedException: Session token not found or invalid`, so its name and status are read from there.
 */
function awsServiceError(error, call) {
    const metadata = (0,lib_json/* fieldOf */._F)(error, '$metadata');
    const headers = (0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)(error, '$response'), 'headers');
    const name = (0,lib_json/* stringOf */.Je)(error, 'Code') ?? (0,lib_json/* stringOf */.Je)(error, 'code') ?? (0,lib_json/* stringOf */.Je)(error, 'name') ?? 'Error';
    const inner = wrappedIn(error, (0,attempt/* messageOf */.b)(error));
    const status = (0,lib_json/* numberOf */.rl)(metadata, 'httpStatusCode') ?? inner.status;
    // An answer that names no error, and has no request id as all of AWS's have: a page of a proxy.
    const isOfProxy = name === 'Unknown' && headers !== undefined && (0,lib_json/* stringOf */.Je)(headers, 'x-amzn-requestid') === undefined;
    return new errors/* ServiceError */._7({
        ...call,
        name: isOfProxy ? errors/* PROXY_ANSWER */.w2 : name,
        message: inner.message,
        status,
        requestId: (0,lib_json/* stringOf */.Je)(metadata, 'requestId'),
        host: (0,lib_json/* stringOf */.Je)(error, 'hostname') ?? (0,lib_json/* stringOf */.Je)(error, 'address') ?? inner.host,
        retryAfterMs: retryAfterIn((0,lib_json/* stringOf */.Je)(headers, 'retry-after')),
        causeName: inner.name,
        cause: error,
    });
}
const NODE_CODE = /\b(ECONN\w+|ETIMEDOUT|ENOTFOUND|EAI_\w+|EPIPE|EPROTO|E(?:HOST|NET)(?:UNREACH|DOWN)|ERR_(?:PROXY|SSL|TLS)\w*|HPE_\w+|CERT_\w+)\b/;
/** What a provider of the credential chain has wrapped; any other error is its own. */
function wrappedIn(error, message) {
    const isWrapped = /^AWS SDK error wrapper for /.test(message);
    if (!isWrapped && !/^(Credentials|Token)?ProviderError$/.test((0,lib_json/* stringOf */.Je)(error, 'name') ?? ''))
        return { message };
    const [, name, text] = /^(?:Failed to refresh token: |AWS SDK error wrapper for )?(\w*(?:Error|Exception)|Unknown): (.*?)(?:\. Please re-authenticate using aws login)?$/s.exec(message) ?? [];
    const answered = /^Server responded with status: (\d{3})/.exec(message)?.[1];
    const status = answered === undefined ? (0,lib_json/* numberOf */.rl)(error, 'statusCode') : Number(answered);
    if (name === undefined || text === undefined) {
        const words = (0,lib_json/* stringOf */.Je)(error, 'Message');
        return { message: words === undefined ? message : `${message}, ${words}`, status };
    }
    const host = /\b(?:connect \w+|E\w+) ([\w.-]+\.\w+)/.exec(text)?.[1];
    return { message: text, name: NODE_CODE.exec(text)?.[1] ?? name, status, host };
}

;// CONCATENATED MODULE: ./lib/world/aws-clients.js







/** AWS STS by the AWS SDK, loaded when first needed; at its regional endpoint, or where AWS_ENDPOINT_URL_STS says. */
function createSts({ secrets, env }) {
    const load = () => Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(430), __webpack_require__.e(579), __webpack_require__.e(880), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
    // The SDK refuses AWS_USE_FIPS_ENDPOINT beside an endpoint of the user's own, which may well be a FIPS endpoint.
    const connection = { ...awsConnection(env), ...(env.AWS_ENDPOINT_URL_STS && { useFipsEndpoint: false }) };
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
            const command = new AssumeRoleCommand({ ...roleInput(request), ...chainingInput(request) });
            const { Credentials } = await factual('AssumeRole', () => client.send(command));
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
        return await withSystemCertificates(send);
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
/** AssumeRoleWithWebIdentity takes neither. */
function chainingInput({ externalId, tags = {} }) {
    const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    return { ExternalId: externalId, Tags: list.length > 0 ? list : undefined };
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
    return new errors/* ServiceError */._7({
        service: 'AWS STS',
        operation,
        name: 'IncompleteAnswer',
        message: 'The answer lacks what was asked for',
    });
}
/**
 * AWS keys by the AWS SDK's providers, read again at each call: a profile and nothing else (no other identity of the machine
 * is used for one that is misspelled), or the default chain. Neither looks at AWS_BEARER_TOKEN_BEDROCK.
 */
function createCredentialSources({ secrets, env }) {
    return {
        async load({ region, profile }) {
            const { fromIni, fromNodeProviderChain } = await Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(430), __webpack_require__.e(579), __webpack_require__.e(880), __webpack_require__.e(861), __webpack_require__.e(719)]).then(__webpack_require__.t.bind(__webpack_require__, 29719, 19));
            const connection = awsConnection(env);
            // As `clientConfig` the region would also replace the one that a profile names for its SSO sign-in.
            const options = {
                ignoreCache: true,
                clientConfig: connection,
                parentClientConfig: { region, ...connection },
            };
            const provider = profile === undefined ? fromNodeProviderChain(options) : fromIni({ ...options, profile });
            try {
                const found = await withSystemCertificates(() => provider());
                const { accessKeyId, secretAccessKey, sessionToken, expiration } = found;
                const origin = profile === undefined ? originOf(found) : 'profile';
                return maskedKeys(secrets, { accessKeyId, secretAccessKey, sessionToken, expiration, origin });
            }
            catch (error) {
                throw profile === undefined ? await chainError(error, env) : awsServiceError(error, CHAIN);
            }
        },
        webIdentity() {
            const { AWS_ROLE_ARN: roleArn, AWS_WEB_IDENTITY_TOKEN_FILE: file } = env;
            if (!roleArn || !file)
                return undefined;
            try {
                return { roleArn, token: (0,external_node_fs_.readFileSync)(file, 'utf8') };
            }
            catch {
                return { roleArn, token: '' };
            }
        },
        async regionOf(profile) {
            const { loadSharedConfigFiles } = await __webpack_require__.e(/* import() */ 291).then(__webpack_require__.t.bind(__webpack_require__, 47291, 19));
            const files = await loadSharedConfigFiles({ ignoreCache: true }).catch(() => undefined);
            return files?.configFile[profile]?.region ?? files?.credentialsFile[profile]?.region;
        },
    };
}
const CHAIN = { service: 'AWS credentials', operation: 'LoadCredentials' };
/** The SDK marks keys with the feature that found them; those of an instance have no mark. */
function originOf(found) {
    const marks = Object.keys((0,lib_json/* fieldOf */._F)(found, '$source') ?? {});
    const isMarked = (pattern) => marks.some((mark) => pattern.test(mark));
    if (isMarked(/^CREDENTIALS_ENV_VARS$/))
        return 'environment';
    if (isMarked(/^CREDENTIALS_HTTP$/))
        return 'container';
    if (isMarked(/^CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN$/))
        return 'web-identity';
    return marks.length > 0 ? 'profile' : 'instance';
}
/**
 * The chain ends with "Could not load credentials from any providers", whatever its last link had to say: that is asked once
 * more, where the environment names a container's address, or the machine may be an instance of EC2.
 */
async function chainError(error, env) {
    const general = awsServiceError(error, CHAIN);
    const isContainer = env.AWS_CONTAINER_CREDENTIALS_FULL_URI || env.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI;
    const hasNoMetadata = !['', 'false'].includes(env.AWS_EC2_METADATA_DISABLED ?? '');
    if (!general.message.startsWith('Could not load credentials from any') || (!isContainer && hasNoMetadata))
        return general;
    const { fromHttp, fromInstanceMetadata } = await Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(430), __webpack_require__.e(579), __webpack_require__.e(880), __webpack_require__.e(861), __webpack_require__.e(719)]).then(__webpack_require__.t.bind(__webpack_require__, 29719, 19));
    const bounds = { timeout: 1_000, maxRetries: 0 };
    const operation = isContainer ? 'GetContainerCredentials' : 'GetInstanceCredentials';
    try {
        await (isContainer ? fromHttp(bounds) : fromInstanceMetadata(bounds))();
        return general;
    }
    catch (last) {
        const particular = awsServiceError(last, { ...CHAIN, operation });
        // Where no instance answers, the machine is none.
        return isContainer || particular.status !== undefined ? particular : general;
    }
}
/** Masks each part of the keys, and returns them. */
function maskedKeys(secrets, keys) {
    for (const value of [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken])
        secrets.add(value ?? '');
    return keys;
}
/**
 * How AWS clients connect: through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, which the AWS SDK ignores by
 * itself and Node's agents honour since 24.5; with bounds on time; tried once, as callers decide what is tried again.
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

;// CONCATENATED MODULE: ./lib/world/bedrock-wire.js
/** AWS's largest message has 24 MiB; bytes that claim more are no event stream. */
const LARGEST = 24 * 1024 * 1024;
/** A message's first four bytes are its length; the shortest has 16 bytes. */
const LENGTH_BYTES = 4;
const SHORTEST = 16;
/** Messages in the framing of https://smithy.io/2.0/aws/amazon-eventstream.html by the AWS SDK's codec, loaded when first used. */
function createEventStreams() {
    return {
        async reader() {
            const { EventStreamCodec } = await Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(430), __webpack_require__.e(579), __webpack_require__.e(788)]).then(__webpack_require__.t.bind(__webpack_require__, 37788, 19));
            const codec = new EventStreamCodec((bytes) => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString()), (text) => Buffer.from(text));
            return splitter((bytes) => {
                const { headers, body } = codec.decode(bytes);
                const texts = Object.entries(headers).flatMap(([name, { type, value }]) => type === 'string' ? [[name, value]] : []);
                return { headers: Object.fromEntries(texts), payload: body };
            });
        },
    };
}
/** Cuts pieces into whole messages by their lengths; after bytes that are no message it returns nothing more. */
function splitter(decode) {
    let pending = [];
    let length = 0;
    let needed = LENGTH_BYTES;
    let broken = false;
    return (piece) => {
        const messages = [];
        if (broken)
            return messages;
        pending.push(piece);
        length += piece.length;
        if (length < needed)
            return messages;
        let bytes = Buffer.concat(pending);
        try {
            while (bytes.length >= LENGTH_BYTES) {
                needed = bytes.readUInt32BE(0);
                if (needed < SHORTEST || needed > LARGEST)
                    throw new RangeError(`a message of ${needed} bytes`);
                if (bytes.length < needed)
                    break;
                messages.push(decode(bytes.subarray(0, needed)));
                bytes = bytes.subarray(needed);
                needed = LENGTH_BYTES;
            }
        }
        catch {
            broken = true;
        }
        pending = broken ? [] : [bytes];
        length = bytes.length;
        return messages;
    };
}
/** AWS Signature Version 4 by the AWS SDK's own signer, loaded when first needed, on the machine's SHA-256. */
function createSigner() {
    return {
        async sign(request, { keys, region, now }) {
            const [{ SignatureV4 }, { Hash }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(430), __webpack_require__.e(579), __webpack_require__.e(880)]).then(__webpack_require__.t.bind(__webpack_require__, 75118, 19)),
                Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(430)]).then(__webpack_require__.t.bind(__webpack_require__, 92430, 19)),
            ]);
            const { accessKeyId, secretAccessKey, sessionToken } = keys;
            const signer = new SignatureV4({
                service: 'bedrock',
                region,
                sha256: Hash.bind(null, 'sha256'),
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
    const [path = '', search = ''] = target.split(/\?(.*)/s);
    const values = new URLSearchParams(search);
    const query = Object.fromEntries([...values.keys()].map((name) => [name, values.getAll(name)]));
    return { method, protocol, hostname, path, query, headers: { ...headers, host }, body };
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/world/clock.js

/** The machine's clock. */
function createClock() {
    return {
        now: () => Date.now(),
        sleep: (ms, signal) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal }).catch(() => undefined),
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./lib/world/git.js



/** Git of this machine. */
function createGit() {
    return { locate: (searchPath) => Promise.resolve(locate(searchPath)), run };
}
function locate(searchPath) {
    const found = locateProgram(process.platform === 'win32' ? 'git.exe' : 'git', searchPath);
    return found === undefined ? undefined : (0,external_node_fs_.realpathSync)(found);
}
/** The first program with this name in the folders of a search path; undefined when there is none. */
function locateProgram(name, searchPath) {
    for (const folder of searchPath.split(external_node_path_.delimiter)) {
        // A relative entry would name a folder of the checkout.
        if (!(0,external_node_path_.isAbsolute)(folder))
            continue;
        const path = (0,external_node_path_.join)(folder, name);
        try {
            (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
            if ((0,external_node_fs_.statSync)(path).isFile())
                return path;
        }
        catch {
            // Not in this folder.
        }
    }
    return undefined;
}
function run(command) {
    const { maximumBytes = 256 * 1024 * 1024 } = command;
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)(command.executable, command.args, {
            cwd: command.cwd,
            env: command.env,
            stdio: 'pipe',
            timeout: command.timeoutMs,
            killSignal: 'SIGKILL',
            windowsHide: true,
        });
        const out = [];
        const err = [];
        let size = 0;
        child.stdout.on('data', (piece) => {
            size += piece.length;
            if (size > maximumBytes)
                child.kill('SIGKILL');
            else
                out.push(piece);
        });
        child.stderr.on('data', (piece) => err.push(piece));
        child.on('error', (error) => resolve({ code: undefined, stdout: '', stderr: error.message }));
        child.on('close', (code) => {
            const stderr = code === null ? `ended for its time or size` : Buffer.concat(err).toString('utf8');
            resolve({ code: code ?? undefined, stdout: Buffer.concat(out).toString('latin1'), stderr });
        });
        // A command may end without reading all of its input; its code says what that means.
        child.stdin.on('error', () => undefined);
        child.stdin.end(command.stdin ?? '', 'latin1');
    });
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./lib/world/github-api.js




/** A repository that was renamed is answered with one redirect. */
const MAX_REDIRECTS = 2;
/**
 * Permissions by https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user, which any
 * token may ask that can read the repository's metadata. Nothing is tried again; the token goes to the API's own origin only.
 */
function createCollaborators({ env, answerMs = 15_000 }) {
    async function answerOf(url, token, http) {
        const tooLate = AbortSignal.timeout(answerMs);
        const headers = {
            accept: 'application/vnd.github+json',
            authorization: `Bearer ${token}`,
            'user-agent': 'claude-code-bedrock-action',
            'x-github-api-version': '2022-11-28',
        };
        const call = { method: 'GET', origin: url.origin, target: `${url.pathname}${url.search}`, headers };
        try {
            const answer = await http.send({ ...call, body: new Uint8Array() }, tooLate);
            return { status: answer.statusCode ?? 0, headers: answer.headers, body: (0,lib_json/* parseJson */.qF)(await (0,consumers_.text)(answer)) };
        }
        catch (error) {
            const facts = { host: url.hostname, cause: error };
            if (tooLate.aborted)
                throw apiError('TimeoutError', `no answer within ${answerMs / 1_000} s`, facts);
            const name = (0,lib_json/* stringOf */.Je)(error, 'code') ?? 'Error';
            throw apiError(name, (0,lib_json/* stringOf */.Je)(error, 'message') ?? name, facts);
        }
    }
    return {
        async permissionOf(login, { repository, token }) {
            const api = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '');
            const path = repository.split('/').map(encodeURIComponent).join('/');
            const first = URL.parse(`${api}/repos/${path}/collaborators/${encodeURIComponent(login)}/permission`);
            if (first === null)
                throw apiError('InvalidAddress', `GITHUB_API_URL is no address: ${api}`);
            const http = createHttpClient({ proxies: env });
            try {
                let url = first;
                for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
                    const answer = await answerOf(url, token, http);
                    if (answer.status === 404)
                        return undefined;
                    if (answer.status === 200)
                        return permissionIn(answer.body, url);
                    const location = (0,lib_json/* stringOf */.Je)(answer.headers, 'location');
                    const isRedirect = [301, 302, 307, 308].includes(answer.status) && location !== undefined;
                    const next = isRedirect ? URL.parse(location, url.href) : undefined;
                    if (next?.origin !== first.origin)
                        throw refusalOf(answer, url);
                    url = next;
                }
                throw apiError('TooManyRedirects', `more than ${MAX_REDIRECTS} redirects`, { host: first.hostname });
            }
            finally {
                http.close();
            }
        },
    };
}
function permissionIn(body, url) {
    const permission = (0,lib_json/* stringOf */.Je)(body, 'permission');
    const role = (0,lib_json/* stringOf */.Je)(body, 'role_name');
    if (permission === undefined && role === undefined)
        throw apiError('InvalidAnswer', 'the answer names no permission', { status: 200, host: url.hostname });
    const user = (0,lib_json/* fieldOf */._F)(body, 'user');
    return { permission, role, id: (0,lib_json/* numberOf */.rl)(user, 'id'), type: (0,lib_json/* stringOf */.Je)(user, 'type') };
}
/** Limits answer 403 or 429, and say until when (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api). */
function refusalOf({ status, headers, body }, url) {
    const message = (0,lib_json/* stringOf */.Je)(body, 'message') ?? `HTTP ${status} without a reason`;
    const host = url.hostname;
    const wait = Number((0,lib_json/* stringOf */.Je)(headers, 'retry-after'));
    const isOver = (0,lib_json/* stringOf */.Je)(headers, 'x-ratelimit-remaining') === '0';
    const reset = Number((0,lib_json/* stringOf */.Je)(headers, 'x-ratelimit-reset')) * 1_000 - Date.parse((0,lib_json/* stringOf */.Je)(headers, 'date') ?? '');
    const isLimited = status === 429 || (status === 403 && (isOver || wait > 0 || /rate limit/i.test(message)));
    if (!isLimited)
        return apiError(`HTTP${status}`, message, { status, host });
    const waitMs = wait > 0 ? wait * 1_000 : isOver && reset > 0 ? reset : undefined;
    return apiError('RateLimited', message, { status, host, retryAfterMs: waitMs });
}
function apiError(name, message, facts = {}) {
    return new errors/* ServiceError */._7({ service: 'GitHub API', operation: 'GetCollaboratorPermission', name, message, ...facts });
}
/** How long GitHub may take over its whole answer. */
const TOKEN_ANSWER_MS = 15_000;
/**
 * GitHub's OIDC tokens, asked for as https://docs.github.com/actions/reference/security/oidc says. `getIDToken` of
 * `@actions/core` would lose the status and Node's error code, and try eleven times.
 */
function createIdTokens({ secrets, env, answerMs = TOKEN_ANSWER_MS }) {
    return {
        async request(audience) {
            const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = env;
            if (!address || !requestToken) {
                throw tokenError('NotOffered', 'The runner has no ACTIONS_ID_TOKEN_REQUEST_URL for this job');
            }
            const url = new URL(address);
            url.searchParams.set('audience', audience);
            const { status, body, isPage, retryAfterMs } = await tokenAnswerOf(url, requestToken, { env, answerMs });
            const facts = { status, host: url.hostname, retryAfterMs };
            if (status >= 400 && status !== 404) {
                const message = (0,lib_json/* stringOf */.Je)(body, 'message') ?? `Failed request: (${status})`;
                throw tokenError(isPage && status < 500 ? errors/* PROXY_ANSWER */.w2 : `HTTP${status}`, message, facts);
            }
            const token = (0,lib_json/* stringOf */.Je)(body, 'value');
            if (token === undefined)
                throw tokenError(isPage ? errors/* PROXY_ANSWER */.w2 : 'NoToken', `HTTP ${status} without a token`, facts);
            secrets.add(token);
            return token;
        },
    };
}
async function tokenAnswerOf(url, token, { env, answerMs }) {
    const http = createHttpClient({ proxies: env });
    const tooLate = AbortSignal.timeout(answerMs);
    const headers = {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'user-agent': 'claude-code-bedrock-action',
    };
    const target = `${url.pathname}${url.search}`;
    const call = { method: 'GET', origin: url.origin, target, headers, body: new Uint8Array() };
    try {
        const answer = await http.send(call, tooLate);
        const body = await (0,consumers_.text)(answer);
        const retryAfterMs = retryAfterIn(answer.headers['retry-after']);
        return { status: answer.statusCode ?? 0, body: (0,lib_json/* parseJson */.qF)(body), isPage: /^\s*</.test(body), retryAfterMs };
    }
    catch (error) {
        const facts = { host: url.hostname, cause: error };
        if (tooLate.aborted)
            throw tokenError('TimeoutError', `no answer within ${answerMs / 1_000} s`, facts);
        const name = (0,lib_json/* stringOf */.Je)(error, 'code') ?? 'Error';
        // An error of several addresses at once has a code and no message.
        throw tokenError(name, (0,lib_json/* stringOf */.Je)(error, 'message') ?? name, facts);
    }
    finally {
        http.close();
    }
}
function tokenError(name, message, facts = {}) {
    return new errors/* ServiceError */._7({ service: 'GitHub OIDC', operation: 'GetIdToken', name, message, ...facts });
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/command.js
var command = __webpack_require__(89635);
;// CONCATENATED MODULE: ./lib/world/log.js


/**
 * The step's log on `@actions/core`. What it prints cannot act as a workflow command: `::` at the start of a line and
 * `##[` anywhere in it are escaped, control characters are dropped.
 */
function createLog() {
    const groups = new Groups();
    return { log: { ...logInto((print) => print()), group: (title, task) => groups.run(title, task) }, logGroups: groups };
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
    return visibleLines(text).map((line) => line.replace(/^(\s*)::/, '$1\\::').replaceAll('##[', '##\\['));
}
/** The lines of a text without what does not show: escape sequences, control characters, marks that turn its direction. */
function visibleLines(text) {
    return text.split(/\r\n|\r|\n/).map((line) => line.replace(INVISIBLE, ''));
}
const INVISIBLE = 
// eslint-disable-next-line no-control-regex -- these are what is looked for
/\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
function logInto(emit) {
    const log = {
        info: (text) => emit(() => harmlessLines(text).forEach((line) => process.stdout.write(line + external_node_os_.EOL)), false),
        debug: (text) => emit(() => (0,command/* issueCommand */.L)('debug', {}, text), false),
        notice: (message, title) => emit(() => annotate('notice', message, title), true),
        warning: (message, title) => emit(() => annotate('warning', message, title), true),
        error: (message, title) => emit(() => annotate('error', message, title), true),
        group: (title, task) => {
            log.info(title);
            return task(log);
        },
    };
    return log;
}
function annotate(level, message, title) {
    const properties = title === undefined ? {} : { title: visibleLines(title).join(' ') };
    (0,command/* issueCommand */.L)(level, properties, visibleLines(message).join('\n'));
}
/**
 * Groups that are open at once print one after the other: the first live, the others keep their lines until it has ended. What a
 * group that has not printed did is of no interest once one before it has failed: only its annotations are printed.
 */
class Groups {
    #queue = [];
    async run(title, task) {
        const group = { title, kept: [], state: 'waiting' };
        this.#queue.push(group);
        this.#advance();
        const log = logInto((print, isAnnotation) => {
            if (group.state === 'live' || (group.state === 'closed' && isAnnotation))
                print();
            else if (group.state !== 'closed')
                group.kept.push({ print, isAnnotation });
        });
        let isFailed = true;
        try {
            const result = await task(log);
            isFailed = false;
            return result;
        }
        finally {
            if (isFailed)
                this.#drop(this.#queue.slice(this.#queue.indexOf(group) + 1));
            this.#end(group, isFailed ? 'failed' : 'ended');
            this.#advance();
        }
    }
    /** Ends the group that prints, prints those that have failed, and drops the others. */
    close() {
        const [first, ...others] = this.#queue;
        if (first === undefined)
            return;
        this.#drop(others);
        this.#end(first, 'closed');
        this.#advance();
    }
    #drop(groups) {
        for (const group of groups) {
            if (group.state === 'failed')
                continue;
            group.state = 'closed';
            group.kept.filter(({ isAnnotation }) => isAnnotation).forEach(({ print }) => print());
            this.#queue.splice(this.#queue.indexOf(group), 1);
        }
    }
    #end(group, state) {
        if (group.state === 'live') {
            (0,command/* issue */.s)('endgroup');
            this.#queue.shift();
        }
        if (group.state !== 'closed')
            group.state = state;
    }
    #advance() {
        for (let first = this.#queue[0]; first !== undefined && first.state !== 'live'; first = this.#queue[0]) {
            (0,command/* issue */.s)('group', first.title);
            first.kept.forEach(({ print }) => print());
            first.kept = [];
            if (first.state === 'waiting')
                first.state = 'live';
            else {
                (0,command/* issue */.s)('endgroup');
                this.#queue.shift();
            }
        }
    }
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/world/loopback.js






/** How long a caller may take over its request: on one machine the largest body takes a second or two. */
const REQUEST_MS = 60_000;
/** Servers on 127.0.0.1, or on a socket that leads there, with Node's strict HTTP parser; a request that takes longer than `requestMs` is cut off. */
function createLoopback({ requestMs = REQUEST_MS } = {}) {
    return {
        async listen(tokenHeader, answer, at) {
            const token = (0,external_node_crypto_.randomBytes)(32).toString('base64url');
            const server = (0,external_node_http_.createServer)({
                requestTimeout: requestMs,
                connectionsCheckingInterval: Math.min(requestMs, 30_000),
                // Longer than Claude Code keeps a connection for its next call, or the two would meet.
                keepAliveTimeout: 120_000,
            }, (incoming, outgoing) => {
                serve(answer, localCall(incoming, outgoing, { tokenHeader, token }), outgoing).catch(() => outgoing.destroy());
            });
            const port = await loopback_open(server, at);
            const close = () => {
                const closed = new Promise((resolve) => server.close(() => resolve()));
                server.closeAllConnections();
                return closed;
            };
            return { url: `http://127.0.0.1:${port}`, token, close };
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
    const left = new AbortController();
    outgoing.once('close', () => {
        if (!outgoing.writableFinished)
            left.abort();
    });
    const { [tokenHeader]: shown, ...headers } = headersOf(incoming);
    return {
        method: incoming.method ?? '',
        target: incoming.url ?? '',
        headers,
        authenticated: shown !== undefined && sameText(shown, token),
        signal: left.signal,
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
function loopback_open(server, at) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.once('listening', () => {
            const address = server.address();
            resolve(at?.port ?? (typeof address === 'object' && address !== null ? address.port : 0));
        });
        if (at === undefined)
            server.listen(0, '127.0.0.1');
        else
            server.listen(at.socket);
    });
}
/** AWS SDKs take no answer without an end, and ask again when it has come; keys that do not end get this one. */
const ASKED_AGAIN_AFTER_MS = 60 * 60_000;
/** Claude Code uses keys until their very expiration (measured with 2.1.330); its last call must still arrive. */
const LAST_MOMENTS_MS = 2_000;
/**
 * Keys in the form of ECS's container credentials
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html) on a loopback address.
 */
function createContainerCredentials(world) {
    return {
        async serve(keys) {
            const server = await world.loopback.listen('authorization', (call) => answer(call, keys, world.clock));
            return {
                environment: {
                    AWS_CONTAINER_CREDENTIALS_FULL_URI: `${server.url}/`,
                    AWS_CONTAINER_AUTHORIZATION_TOKEN: server.token,
                    // SDKs would take the default profile of these files before they ask here.
                    AWS_CONFIG_FILE: external_node_os_.devNull,
                    AWS_SHARED_CREDENTIALS_FILE: external_node_os_.devNull,
                },
                close: () => server.close(),
            };
        },
    };
}
async function answer(call, keys, clock) {
    if (!call.authenticated)
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
        const { code, message } = (0,errors/* asFailure */.h_)(error);
        return json(400, { Code: code, Message: message });
    }
}
function json(status, body) {
    return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

// EXTERNAL MODULE: ./lib/ports/machine.js
var machine = __webpack_require__(79337);
;// CONCATENATED MODULE: ./lib/world/process-tree.js




/** Every process that can be seen; on Linux from `/proc`, elsewhere from `ps`. */
function listProcesses() {
    if (process.platform !== 'linux')
        return parsePs(ps('-A', '-o', 'pid=,ppid=,pgid=,stat=,lstart='));
    return processIds().flatMap((pid) => processFact(pid) ?? []);
}
/** One process; undefined when there is none with this id. */
function processFact(pid) {
    if (process.platform === 'linux')
        return parseStat(readQuietly(`/proc/${pid}/stat`));
    return parsePs(ps('-p', String(pid), '-o', 'pid=,ppid=,pgid=,stat=,lstart='))[0];
}
/**
 * Ids of the processes whose environment holds `marker` (`NAME=value`), this one excepted. macOS shows no environment of
 * programs of the system itself, and Linux none of other users' programs: those are only found by their parents or group.
 */
function markedProcesses(marker) {
    const found = process.platform === 'linux'
        ? processIds().filter((pid) => readQuietly(`/proc/${pid}/environ`).split('\0').includes(marker))
        : parseMarked(ps('-A', '-E', '-ww', '-o', 'pid=,command='), marker);
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
const processIds = () => (0,external_node_fs_.readdirSync)('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
/** Processes come and go while they are listed: what cannot be read any more is empty. */
const readQuietly = (path) => (0,attempt/* attempt */.C)(() => (0,external_node_fs_.readFileSync)(path, 'latin1')) ?? '';
function ps(...args) {
    const task = () => (0,external_node_child_process_.execFileSync)('ps', args, { encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'ignore'] });
    return (0,attempt/* attempt */.C)(task) ?? '';
}

;// CONCATENATED MODULE: ./lib/world/processes.js






const processes_windows = process.platform === 'win32';
/** Programs of this machine. `env` is what captured commands see unless they are given their own. */
function createProcesses(env) {
    return {
        start,
        capture: (file, args, options) => capture(file, args, { env: defined(env), ...options }),
        killMarked: (variable, value) => (processes_windows ? Promise.resolve(0) : killMarked(`${variable}=${value}`)),
    };
}
function start(command) {
    let child;
    try {
        // A session of its own: what reaches the action's process group must not reach the program behind its back.
        child = (0,external_node_child_process_.spawn)(command.file, command.args, {
            cwd: command.cwd,
            env: command.env,
            detached: !processes_windows,
            stdio: 'pipe',
            windowsHide: true,
        });
    }
    catch (error) {
        return {
            pid: undefined,
            stdout: processes_chunksOf(null),
            stderr: processes_chunksOf(null),
            ended: Promise.resolve({ code: undefined, signal: undefined, spawnError: (0,attempt/* messageOf */.b)(error) }),
            signal: () => undefined,
            killTree: () => Promise.resolve(),
        };
    }
    // A program may end without reading all of its input; how it ended tells more than the broken pipe.
    child.stdin.on('error', () => undefined).end(command.stdin);
    const killTree = treeKiller(child.pid, command.env[machine/* RUN_MARKER */.x]);
    return runningChild(child, { signal: (name) => void child.kill(name), killTree });
}
/** A child process as the rest of the action sees it. */
function runningChild(child, { signal, killTree, exitCodes }) {
    const ended = new Promise((resolve) => {
        child.on('error', (error) => {
            if (child.pid === undefined)
                resolve({ code: undefined, signal: undefined, spawnError: error.message });
        });
        child.once('close', (code, by) => {
            const wasKilled = exitCodes === 'shell' && code === 128 + 9;
            if (wasKilled)
                resolve({ code: undefined, signal: 'SIGKILL', spawnError: undefined });
            else
                resolve({ code: code ?? undefined, signal: by ?? undefined, spawnError: undefined });
        });
    });
    child.once('exit', () => void closeOutput(child, { ended, killTree }));
    return { pid: child.pid, stdout: processes_chunksOf(child.stdout), stderr: processes_chunksOf(child.stderr), ended, signal, killTree };
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
async function* processes_chunksOf(stream) {
    if (stream === null)
        return;
    try {
        for await (const chunk of stream)
            if (chunk instanceof Uint8Array)
                yield chunk;
    }
    catch {
        // A broken pipe has nothing more to read; how the program ended is in `ended`.
    }
}
function treeKiller(pid, run) {
    if (pid === undefined)
        return () => Promise.resolve();
    const root = processes_windows ? undefined : processFact(pid);
    const marked = () => (run ? markedProcesses(`${machine/* RUN_MARKER */.x}=${run}`) : new Set());
    return async () => {
        if (processes_windows)
            await capture('taskkill', ['/PID', String(pid), '/T', '/F'], {});
        else
            await endProcesses(() => treeOf(listProcesses(), root, marked()));
    };
}
const killMarked = (marker) => endProcesses(() => treeOf(listProcesses(), undefined, markedProcesses(marker)));
/** The variables that are set. */
const defined = (env) => Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
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
    }).then(({ exitCode: code, ...texts }) => ({ code, ...texts }), absent);
    let timer;
    const tooLong = new Promise((resolve) => {
        if (timeoutMs === undefined)
            return;
        timer = setTimeout(() => {
            resolve({ code: undefined, stdout: '', stderr: `no end within ${timeoutMs} ms` });
            void endProcesses(() => treeOf(listProcesses(), undefined, markedProcesses(`${CAPTURE_MARKER}=${id}`)));
        }, timeoutMs);
    });
    return Promise.race([running, tooLong]).finally(() => clearTimeout(timer));
}
/** What could not be started has Node's name for it, whatever the package says. */
function absent(error) {
    const message = (0,attempt/* messageOf */.b)(error);
    const isMissing = /Unable to locate executable file|ENOENT/.test(message);
    return { code: undefined, stdout: '', stderr: isMissing ? `ENOENT: ${message}` : message };
}

;// CONCATENATED MODULE: ./lib/world/npm-config.js








/**
 * The registry at `url`, or the one npm would use for `packageName`, with credentials, certificates and proxies of npm's configuration and the environment, and
 * the secrets among them; undefined when nothing names one. npm itself is asked where it is there, for it alone knows its
 * defaults and where its global file is; without it its files and variables are read. The checkout's own `.npmrc` never counts.
 * Source: https://github.com/npm/cli/blob/latest/docs/lib/content/configuring-npm/npmrc.md
 */
async function configuredRegistry({ packageName, url }, machine) {
    const { env } = machine;
    const npm = await askNpm(machine);
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
    const { authorization, secrets = [] } = credentialsFor(registry, settings) ?? {};
    const proxies = proxiesOf(settings, env);
    return {
        address: {
            url: `${registry.origin}${registry.pathname.replace(/\/+$/, '')}`,
            authorization,
            ca: await certificates(settings),
            strictSsl: settings['strict-ssl'] !== 'false',
            proxies,
        },
        secrets: [...secrets, ...passwordsOf(proxies)],
    };
}
/** What `npm config list --json` says, without the settings that are neither text nor yes or no; empty where there is no npm to ask. */
async function askNpm({ env, processes }) {
    // From the root, because npm reads the .npmrc of the project it runs in, and a checkout must not choose the registry.
    const options = { cwd: (0,external_node_path_.parse)(process.cwd()).root, timeoutMs: 20_000 };
    const list = ['config', 'list', '--json'];
    const npm = locateProgram('npm', env.PATH ?? '') ?? 'npm';
    const { code, stdout } = process.platform === 'win32'
        ? await processes.capture('cmd.exe', ['/d', '/s', '/c', `npm ${list.join(' ')}`], options)
        : await processes.capture(npm, list, { ...options, env: withNodeOf(npm, env) });
    if (code !== 0)
        return {};
    const json = (0,lib_json/* parseJson */.qF)(stdout);
    const named = Object.entries((0,lib_json/* isRecord */.u4)(json) ? json : {});
    const stated = named.filter(([, value]) => ['string', 'boolean'].includes(typeof value) || Array.isArray(value));
    return Object.fromEntries(stated.map(([key, value]) => [key, String(value)]));
}
/**
 * npm looks for its global configuration beside the Node that runs it, which is the first of the search path: for users that
 * is the one in npm's own folder, while the job's path may begin with another, as that of a package script does.
 */
function withNodeOf(npm, env) {
    const folder = (0,external_node_path_.dirname)(npm);
    const PATH = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'node')) ? `${folder}${external_node_path_.delimiter}${env.PATH}` : env.PATH;
    return defined({ ...env, PATH });
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
/**
 * `ca` holds certificates, `cafile` names a file of them. To npm they are all that counts, and users are bitten by it; here
 * NODE_EXTRA_CA_CERTS and the system's count as well, since the digest decides what is installed.
 */
async function certificates(settings) {
    const text = settings.cafile ? await (0,promises_.readFile)(settings.cafile, 'utf8').catch(() => '') : (settings.ca ?? '');
    return (text.replaceAll('\\n', '\n').match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? undefined);
}
/** npm's own proxy lines come before the environment's variables. */
function proxiesOf(settings, env) {
    const of = (name) => env[name.toLowerCase()] || env[name];
    const chosen = {
        HTTPS_PROXY: settings['https-proxy'] || settings.proxy || of('HTTPS_PROXY'),
        HTTP_PROXY: settings.proxy || of('HTTP_PROXY'),
        NO_PROXY: settings.noproxy || of('NO_PROXY'),
    };
    return Object.fromEntries(Object.entries(chosen).flatMap(([name, value]) => (value && !/^(null|false)$/.test(value) ? [[name, value]] : [])));
}
/** Passwords of proxies, as they are written and as they are sent. */
function passwordsOf(addresses) {
    const passwords = Object.values(addresses).flatMap((address) => URL.parse(address)?.password || []);
    // A percent sign that encodes nothing is one.
    const decoded = passwords.map((password) => (0,attempt/* attempt */.C)(() => decodeURIComponent(password)) ?? password);
    return [...new Set([...passwords, ...decoded])];
}
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
    const segments = pathname.split('/').filter(Boolean);
    const prefixes = [];
    for (let kept = segments.length; kept >= 0; kept--) {
        const prefix = ['', '', host, ...segments.slice(0, kept)].join('/');
        prefixes.push(`${prefix}/`, prefix);
    }
    return prefixes;
}
const basicOf = (username, password) => basic(Buffer.from(`${username}:${password}`).toString('base64'), `${username}:${password}`);
function basic(encoded, pair) {
    return { authorization: `Basic ${encoded}`, secrets: [encoded, pair.slice(pair.indexOf(':') + 1)] };
}

// EXTERNAL MODULE: external "node:dns/promises"
var external_node_dns_promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/world/way-to-host.js






/** An allowed name has no address that may be connected to. */
class AddressRefused extends Error {
}
/** How names become addresses, and what these lead to. */
const ADDRESSES = {
    resolve: (host) => (0,external_node_dns_promises_.lookup)(host, { all: true, order: 'verbatim' }),
    kindOf: (address) => kindOfAddress(address),
};
const CONNECT_MS = 15_000;
/** Ways by the proxies of an environment, `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` in either case. */
function createWayToHost(env, { resolve, kindOf } = ADDRESSES) {
    const direct = async ({ host, port, allowsPrivate }) => {
        const found = (await resolve(host)).map((each) => ({ ...each, kind: kindOf(each.address) }));
        const usable = found.filter(({ kind }) => kind === 'public' || (kind === 'private' && allowsPrivate));
        if (usable.length === 0) {
            const listed = found.map(({ address }) => address).join(', ');
            const isPrivate = found.some(({ kind }) => kind === 'private');
            throw new AddressRefused(isPrivate
                ? `${host} has an address of a private network (${listed}), which takes its whole name in allowed-domains.`
                : `${host} has an address of this machine or its link (${listed}), which is never allowed.`);
        }
        return opened((done) => {
            // The addresses that were looked at, not those of a second answer.
            const lookup = (_, options, callback) => {
                const [{ address, family } = { address: '', family: 4 }] = usable;
                if (options.all)
                    callback(null, [...usable]);
                else
                    callback(null, address, family);
            };
            return (0,external_node_net_.connect)({ host, port, lookup, noDelay: true, autoSelectFamily: true }, done);
        });
    };
    return {
        /** A connection. Rejects with an {@link AddressRefused}, or with Node's error. */
        connect(to) {
            const proxy = proxyFor('https', to, env);
            return proxy === undefined ? direct(to) : withSystemCertificates(() => tunnel(proxy, to));
        },
        /** How to send a plain HTTP request there: on a connection, or to the job's proxy by the whole address. */
        async forHttp(to) {
            const proxy = proxyFor('http', to, env);
            if (proxy !== undefined)
                return { proxy };
            const socket = await direct(to);
            return { createConnection: () => socket };
        },
    };
}
/** Resolves when `start` has called its `done`. */
function opened(start) {
    return new Promise((resolve, reject) => {
        const socket = start(() => {
            socket.setTimeout(0);
            socket.off('error', reject);
            resolve(socket);
        });
        socket.setTimeout(CONNECT_MS, () => socket.destroy(new Error(`no connection within ${CONNECT_MS / 1_000} s`)));
        socket.once('error', reject);
    });
}
function tunnel(proxy, { host, port }) {
    return new Promise((resolve, reject) => {
        const target = `${host}:${port}`;
        const headers = { host: target, ...proxyAuthorization(proxy) };
        const asked = requestTo(proxy, { method: 'CONNECT', path: target, headers, timeout: CONNECT_MS });
        const refuse = ({ statusCode }) => reject(new Error(`the proxy of the job answered ${statusCode ?? 'nothing'} for ${target}`));
        asked.once('connect', (answer, socket, head) => {
            if (answer.statusCode === 200) {
                socket.setTimeout(0);
                if (head.length > 0)
                    socket.unshift(head);
                resolve(socket);
            }
            else {
                socket.destroy();
                refuse(answer);
            }
        });
        // A proxy that refuses may answer as to any request.
        asked.once('response', (answer) => refuse(answer.destroy()));
        asked.once('timeout', () => asked.destroy(new Error(`no answer of the job's proxy within ${CONNECT_MS / 1_000} s`)));
        asked.on('error', reject);
        asked.end();
    });
}
/** A request to a proxy itself. */
function requestTo(proxy, options) {
    const isSecure = proxy.protocol === 'https:';
    const { hostname, port } = proxy;
    const to = { hostname: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (isSecure ? 443 : 80)), agent: false };
    return (isSecure ? external_node_https_.request : external_node_http_.request)({ ...to, ...options });
}
/** The header by which a proxy knows who asks; none where its address names nobody. */
function proxyAuthorization({ username, password }) {
    if (username === '' && password === '')
        return {};
    const text = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { 'proxy-authorization': `Basic ${Buffer.from(text).toString('base64')}` };
}
/** The proxy that a request takes. */
function proxyFor(scheme, { host, port }, env) {
    const name = `${scheme}_proxy`;
    const text = env[name] || env[name.toUpperCase()];
    if (!text || isBypassed(host, port, env.no_proxy || env.NO_PROXY || ''))
        return undefined;
    const address = /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`;
    return URL.canParse(address) ? new URL(address) : undefined;
}
/** As Node reads it (https://nodejs.org/api/http.html#built-in-proxy-support), but for ranges of addresses. */
function isBypassed(host, port, list) {
    return list
        .toLowerCase()
        .split(/[\s,]+/)
        .some((item) => {
        const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(item) ?? [];
        if (name === '' || (only !== undefined && Number(only) !== port))
            return false;
        const suffix = name.replace(/^\*?(?=\.)/, '');
        return name === '*' || name === host || (suffix.startsWith('.') && host.endsWith(suffix));
    });
}
/** What an IP address leads to, as IANA's registries of special addresses have it (https://www.iana.org/assignments/iana-ipv4-special-registry). */
function kindOfAddress(address, own = ownAddresses()) {
    if ((0,external_node_net_.isIP)(address) === 0 || address.includes('%'))
        return 'near';
    const inner = (0,external_node_net_.isIPv4)(address) ? address : embeddedAddress(address);
    if (inner !== undefined && inner !== address)
        return kindOfAddress(inner, own);
    const family = (0,external_node_net_.isIPv4)(address) ? 'ipv4' : 'ipv6';
    if (NEAR.check(address, family) || own.some((one) => one === address))
        return 'near';
    return PRIVATE.check(address, family) ? 'private' : 'public';
}
const ownAddresses = () => Object.values((0,external_node_os_.networkInterfaces)()).flatMap((all = []) => all.map(({ address }) => address.split('%')[0] ?? address));
/** The IPv4 address that an IPv6 address of translation stands for: IPv4-mapped ones, and NAT64's (RFC 6052). */
function embeddedAddress(address) {
    const [, groups] = /^\[(?:::ffff|64:ff9b:):([\da-f:]+)\]$/.exec(new URL(`http://[${address}]`).hostname) ?? [];
    if (groups === undefined)
        return undefined;
    const parts = groups.split(':').map((group) => Number.parseInt(group, 16));
    if (parts.length > 2 || parts.some((part) => Number.isNaN(part)))
        return '0.0.0.0';
    const numbers = [0, ...parts].slice(-2);
    return numbers.flatMap((number) => [number >> 8, number & 255]).join('.');
}
const NEAR = blockList([
    // This host, link-local (with the metadata of most clouds), multicast, reserved, broadcast.
    ...['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4'],
    // Metadata elsewhere: Azure (which GitHub's own runners are on), Alibaba, Oracle.
    ...['168.63.129.16/32', '100.100.100.200/32', '192.0.0.192/32'],
    // The same of IPv6, with AWS's metadata; ::/96 and tunnels (Teredo, 6to4) lead to addresses of IPv4.
    ...['::/96', 'fe80::/10', 'fec0::/10', 'ff00::/8', 'fd00:ec2::/32', '64:ff9b:1::/48', '2001::/32', '2002::/16'],
]);
const PRIVATE = blockList([
    ...['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', 'fc00::/7'],
]);
function blockList(networks) {
    const list = new external_node_net_.BlockList();
    for (const network of networks) {
        const [address = '', bits] = network.split('/');
        list.addSubnet(address, Number(bits), (0,external_node_net_.isIPv4)(address) ? 'ipv4' : 'ipv6');
    }
    return list;
}

;// CONCATENATED MODULE: ./lib/world/registry-http.js




const registry_http_MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * Gets from a registry, through its proxies, over at most five redirects; the credentials go to the registry's own origin
 * only. Resolves with the answer of status 200, or 206 where a range was asked for, its body unread; rejects with a
 * ServiceError for all else.
 */
async function get(request) {
    let url = new URL(request.address);
    for (let hop = 0; hop <= registry_http_MAX_REDIRECTS; hop++) {
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
            throw registryError('UnsafeRedirect', `the redirect leads from https to ${plain(next)}`, { url, request });
        url = next;
    }
    throw registryError('TooManyRedirects', `more than ${registry_http_MAX_REDIRECTS} redirects`, { url, request });
}
/** The ServiceError of a connection that failed before or during the answer of `address`. */
function lostConnection(error, address, request) {
    if (error instanceof errors/* ServiceError */._7)
        return error;
    const code = (0,lib_json/* stringOf */.Je)(error, 'code') ?? 'ECONNRESET';
    const name = code === 'ETIMEDOUT' && (0,lib_json/* stringOf */.Je)(error, 'syscall') === 'connect' ? 'ConnectTimeout' : code;
    // An error of several addresses at once has a code and no message.
    const message = (0,lib_json/* stringOf */.Je)(error, 'message') ?? name;
    return registryError(name, message, { url: address, request, cause: error });
}
/** The ServiceError of a failed get: address without credentials and query, and the proxy where one is used. */
function registryError(name, message, { url, request, ...facts }) {
    const [scheme, usual] = url.protocol === 'https:' ? ['https', 443] : ['http', 80];
    const to = { host: url.hostname, port: Number(url.port || usual) };
    const proxy = proxyFor(scheme, to, proxiesFor(url, request.registry));
    const through = proxy === undefined ? '' : ` (through the proxy ${plain(proxy)})`;
    return new errors/* ServiceError */._7({
        service: 'npm registry',
        operation: `GET ${request.what}`,
        name,
        message: `GET ${plain(url)}${through}: ${message}`,
        host: url.host,
        ...facts,
    });
}
async function registry_http_send(url, { registry, accept, timeouts, range, signal }) {
    const isOwn = url.origin === new URL(registry.url).origin && registry.authorization !== undefined;
    const headers = {
        accept,
        // Bytes as published are what the digest is of: no content encoding.
        'accept-encoding': 'identity',
        ...(isOwn && { authorization: registry.authorization }),
        ...(range && { range: `bytes=${range.from}-` }),
        ...(range?.validator !== undefined && { 'if-range': range.validator }),
    };
    const { ca, strictSsl } = registry;
    const http = createHttpClient({ ...timeouts, proxies: proxiesFor(url, registry), ca, strictSsl, keepAlive: false });
    const call = { method: 'GET', origin: url.origin, target: `${url.pathname}${url.search}`, headers };
    return http.send({ ...call, body: new Uint8Array() }, signal ?? new AbortController().signal);
}
async function refusal(answer, url, request) {
    const status = answer.statusCode ?? 0;
    const reason = reasonIn(await readText(answer, 4_096).catch(() => ''));
    const retryAfterMs = retryAfterIn(answer.headers['retry-after']);
    const message = `${status} ${answer.statusMessage ?? ''}${reason}`.trim();
    return registryError('HttpError', message, { url, request, status, retryAfterMs });
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
function reasonIn(body) {
    const json = (0,lib_json/* parseJson */.qF)(body);
    const reason = (0,lib_json/* stringOf */.Je)(json, 'error') ?? (0,lib_json/* stringOf */.Je)(json, 'message');
    return reason === undefined ? '' : `: ${reason.slice(0, 300)}`;
}
/** The variables of proxies for a request to `url`; no proxy can reach a mirror on this machine. */
const proxiesFor = ({ hostname }, { proxies = {} }) => /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname) ? {} : proxies;
const plain = (url) => `${url.origin}${url.pathname === '/' ? '' : url.pathname}`;
/**
 * The bytes of a body, once each and in order, over as many connections as it takes: where one breaks, `recover` decides
 * whether the rest is asked for. Where a server sends everything again, what is already there is skipped.
 * Throws what `recover` rejected with, or without it the first ServiceError; bounded by `totalMs` all in all.
 */
async function* download(request, { recover, onProgress }) {
    const url = new URL(request.address);
    const signal = AbortSignal.timeout(request.timeouts.totalMs);
    let bytes = 0;
    let total;
    let validator;
    const broken = (cause) => {
        const about = { url, request, cause };
        const came = `after ${bytes}${total === undefined ? '' : ` of ${total}`} bytes`;
        const late = `not all there within ${request.timeouts.totalMs / 60_000} min, ended ${came}`;
        if (signal.aborted)
            return registryError('DownloadTimeout', late, about);
        const lost = lostConnection(cause, url, request);
        // What failed before the body did says so itself.
        if (lost === cause || (bytes === 0 && total === undefined))
            return lost;
        const name = lost.name === 'IdleTimeout' ? lost.name : 'ShortBody';
        return registryError(name, `the body ended ${came}: ${(0,lib_json/* stringOf */.Je)(cause, 'message') ?? name}`, about);
    };
    for (;;) {
        try {
            const range = bytes === 0 ? {} : { range: { from: bytes, validator } };
            const answer = await get({ ...request, ...range, signal });
            // Where the part begins (RFC 9110, 14.4).
            const start = /^bytes (\d+)-/.exec(answer.headers['content-range'] ?? '')?.[1] ?? Infinity;
            const from = answer.statusCode === 206 ? Number(start) : 0;
            if (from > bytes)
                throw registryError('WrongRange', `asked for from ${bytes} on, it begins at ${from}`, { url, request });
            if (bytes === 0) {
                // With it a server sends all of what has changed since, not the rest of it; weak ones do not do (RFC 9110, 13.1.5).
                const { etag } = answer.headers;
                validator = etag?.startsWith('W/') === false ? etag : answer.headers['last-modified'];
                const length = Number(answer.headers['content-length']);
                total = Number.isNaN(length) ? undefined : length;
            }
            let skip = bytes - from;
            const chunks = answer;
            for await (const chunk of chunks) {
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
            const error = broken(cause);
            if (recover === undefined)
                throw error;
            await recover(error, bytes);
        }
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/world/tarball.js







/** Node's default of 16 KB makes unpacking 381 MB take twice as long. */
const CHUNK = 2 << 20;
/**
 * Reads an npm tarball once: digest, gunzip and untar. Reads on to the end when unpacking fails, so that the digest can say why.
 * Resolves with its size, its digest, and what unpacking broke on, if it did.
 */
async function unpackTarball(body, options) {
    const { extract } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const hash = (0,external_node_crypto_.createHash)('sha512');
    let bytes = 0;
    let tail = Buffer.alloc(0);
    const gunzip = (0,external_node_zlib_.createGunzip)({ chunkSize: CHUNK });
    const untar = extract();
    const writing = writeFiles(untar, options);
    writing.catch((error) => untar.destroy(error instanceof Error ? error : undefined));
    const unpacking = Promise.allSettled([(0,external_node_stream_promises_.pipeline)(gunzip, untar), writing]);
    try {
        for await (const chunk of body) {
            hash.update(chunk);
            bytes += chunk.length;
            tail = Buffer.concat([tail, chunk.subarray(-4)]).subarray(-4);
            if (gunzip.writable && !gunzip.write(chunk))
                await Promise.race([(0,external_node_events_.once)(gunzip, 'drain').catch(() => undefined), unpacking]);
        }
    }
    catch (error) {
        gunzip.destroy();
        await unpacking;
        throw error;
    }
    if (gunzip.writable)
        gunzip.end();
    const [unzipped, written] = await unpacking;
    const problems = [unzipped, written].flatMap((part) => (part.status === 'rejected' ? [part.reason] : []));
    const length = tail.length === 4 ? tail.readUInt32LE() : 0;
    return {
        bytes,
        integrity: `sha512-${hash.digest('base64')}`,
        sha256: written.status === 'fulfilled' ? written.value : undefined,
        /** Whether the last bytes are those that a gzipped tar ends with. */
        endsAsTarball: length > 0 && length % 512 === 0,
        // zlib's own error says most; whichever side fails, it closes the other before its time.
        problem: problems.find((problem) => (0,lib_json/* stringOf */.Je)(problem, 'code')?.startsWith('Z_')) ?? problems.at(-1),
    };
}
async function writeFiles(entries, { directory, digestOf }) {
    let sha256;
    for await (const entry of entries) {
        const { name, type } = entry.header;
        if (type !== 'directory') {
            const inside = safePath(name, type);
            const path = (0,external_node_path_.join)(directory, inside);
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            const digest = inside === digestOf ? (0,external_node_crypto_.createHash)('sha256') : undefined;
            const file = await (0,promises_.open)(path, 'w', 0o644);
            try {
                for await (const chunk of entry) {
                    if (!Buffer.isBuffer(chunk))
                        continue;
                    digest?.update(chunk);
                    for (let at = 0; at < chunk.length;)
                        at += (await file.write(chunk, at)).bytesWritten;
                }
            }
            finally {
                await file.close();
            }
            sha256 ??= digest?.digest('hex');
        }
        entry.resume();
    }
    return sha256;
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
        const json = (0,lib_json/* parseJson */.qF)(text);
        if (json !== undefined)
            return json;
        throw registryError('InvalidMetadata', `the answer is no JSON: ${text.slice(0, 80)}`, { url, request });
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
                if (!(error instanceof errors/* ServiceError */._7) || error.status !== 404)
                    throw error;
                const packument = await metadata(registry, escaped(name));
                const tagged = (0,lib_json/* stringOf */.Je)((0,lib_json/* fieldOf */._F)(packument, 'dist-tags'), version);
                const found = (0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)(packument, 'versions'), tagged ?? version);
                if (found === undefined)
                    throw error;
                return versionOf(found, name);
            }
        },
        async versions(registry, name) {
            const versions = (0,lib_json/* fieldOf */._F)(await metadata(registry, escaped(name)), 'versions');
            return typeof versions === 'object' && versions !== null ? Object.keys(versions) : [];
        },
        async unpack(registry, release, options) {
            const address = release.tarball;
            const request = { what: 'tarball', address, accept: 'application/octet-stream, */*', registry, timeouts };
            const url = new URL(address);
            const body = download(request, options);
            const digestOf = options.digest ? options.executable : undefined;
            const unpacked = await unpackTarball(body, { directory: options.directory, digestOf });
            checkDigest(unpacked, release, { url, request });
            await (0,promises_.chmod)((0,external_node_path_.join)(options.directory, options.executable), 0o755).catch((error) => {
                const about = { url, request, cause: error };
                if ((0,lib_json/* stringOf */.Je)(error, 'code') !== 'ENOENT')
                    throw unusable(error, about);
                throw registryError('UnusableArchive', `the package holds no file ${options.executable}`, about);
            });
            return { bytes: unpacked.bytes, sha256: unpacked.sha256 };
        },
    };
}
/**
 * Right bytes, wrong bytes, or too few of them: an archive that only lacks its end came short, also where HTTP counted no
 * byte missing, as with a mirror whose copy is cut.
 */
function checkDigest(unpacked, release, about) {
    const { bytes, integrity, endsAsTarball, problem } = unpacked;
    if (integrity === release.integrity) {
        if (problem !== undefined)
            throw unusable(problem, about);
        return;
    }
    if ((0,lib_json/* stringOf */.Je)(problem, 'code') === 'Z_BUF_ERROR' && !endsAsTarball)
        throw registryError('ShortBody', `the archive ends early, after ${bytes} bytes`, about);
    const message = `the ${bytes} bytes that came are not ${release.name} ${release.version}: their digest is ${integrity}, expected is ${release.integrity}`;
    throw registryError('IntegrityMismatch', message, about);
}
/** The right bytes, and still nothing to run: the disk refused them, or the package is not as it should be. */
function unusable(problem, about) {
    const message = (0,attempt/* messageOf */.b)(problem);
    const fromDisk = (0,lib_json/* stringOf */.Je)(problem, 'syscall') !== undefined;
    if (!fromDisk)
        return registryError('UnusableArchive', message, { ...about, cause: problem });
    const name = (0,lib_json/* stringOf */.Je)(problem, 'code') ?? 'Error';
    return new errors/* ServiceError */._7({ service: 'tool cache', operation: 'write', name, message, cause: problem });
}
/** A manifest of the registry as far as installing needs it; what it says goes into paths, so its form is checked. */
function versionOf(manifest, name) {
    const bad = (error, message) => new errors/* ServiceError */._7({ service: 'npm registry', operation: 'GET metadata', name: error, message });
    const version = (0,lib_json/* stringOf */.Je)(manifest, 'version');
    const dist = (0,lib_json/* fieldOf */._F)(manifest, 'dist');
    const tarball = (0,lib_json/* stringOf */.Je)(dist, 'tarball');
    if (version === undefined || !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version))
        throw bad('InvalidMetadata', `the registry's metadata of ${name} names no version`);
    if (tarball === undefined || !URL.canParse(tarball))
        throw bad('InvalidMetadata', `the registry's metadata of ${name} ${version} names no tarball`);
    const integrity = /\bsha512-[A-Za-z0-9+/]{86}==/.exec((0,lib_json/* stringOf */.Je)(dist, 'integrity') ?? '')?.[0];
    const missing = `the registry publishes no sha512 of ${name} ${version}, so its bytes cannot be checked`;
    if (integrity === undefined)
        throw bad('IntegrityMissing', missing);
    return { name, version, tarball, integrity };
}
/** A scoped name in an address has its slash encoded, as npm sends it. */
const escaped = (name) => name.replace('/', '%2f');

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/file-command.js
var file_command = __webpack_require__(82902);
;// CONCATENATED MODULE: ./lib/world/runner.js







/** Reads what the runner says of this job (https://docs.github.com/actions/reference/workflows-and-actions/variables). */
function readRunner(env, script = process.argv[1] ?? '') {
    const temp = env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    const event = (0,lib_json/* parseJson */.qF)((0,attempt/* attempt */.C)(() => (0,external_node_fs_.readFileSync)(env.GITHUB_EVENT_PATH ?? '', 'utf8')) ?? '');
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
        runId: env.GITHUB_RUN_ID ?? '0',
        runAttempt: env.GITHUB_RUN_ATTEMPT ?? '1',
        workflow: env.GITHUB_WORKFLOW ?? '',
        refName: env.GITHUB_HEAD_REF || env.GITHUB_REF_NAME || '',
        sha: env.GITHUB_SHA ?? '',
        actor: env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR || '',
        job: env.GITHUB_JOB ?? 'job',
        eventName: env.GITHUB_EVENT_NAME ?? '',
        event,
        // Servers before 3.6 have only who started the first attempt.
        triggeringActor: env.GITHUB_TRIGGERING_ACTOR || (env.GITHUB_ACTOR ?? ''),
        workflowRef: env.GITHUB_WORKFLOW_REF ?? '',
        fromFork: isFromFork(event),
        offersIdToken: Boolean(env.ACTIONS_ID_TOKEN_REQUEST_URL && env.ACTIONS_ID_TOKEN_REQUEST_TOKEN),
        documents: documentsOf(env, script),
    };
}
/**
 * Called from another action, the runner's variables name that one's repository and ref; the folder that it unpacked this one
 * to has its own: `_actions/<owner>/<repository>/<ref>`. With `uses: ./` the documents are in the checkout.
 */
function documentsOf(env, script) {
    const { GITHUB_ACTION_REPOSITORY, GITHUB_ACTION_REF, GITHUB_SERVER_URL: server } = env;
    const own = /\/_actions\/([^/]+\/[^/]+)\/(.+)\/dist\/\w+\.js$/.exec(script.replaceAll('\\', '/'));
    const [repository, ref] = own === null ? [GITHUB_ACTION_REPOSITORY, GITHUB_ACTION_REF] : [own[1], own[2]];
    return repository && ref ? `${server || 'https://github.com'}/${repository}/blob/${ref}/docs` : 'docs';
}
/** Node's own report names the C library it runs on; only glibc fills in this field. */
function isMusl() {
    if (process.platform !== 'linux')
        return false;
    Object.assign(process.report, { excludeNetwork: true });
    const report = process.report.getReport();
    return (0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)(report, 'header'), 'glibcVersionRuntime') === undefined;
}
/** A pull request is from a fork when its head is in another repository than its base; a deleted head was one too. */
function isFromFork(event) {
    const pullRequest = (0,lib_json/* fieldOf */._F)(event, 'pull_request');
    if (pullRequest === undefined)
        return false;
    const valueOf = (side, name) => (0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)((0,lib_json/* fieldOf */._F)(pullRequest, side), 'repo'), name);
    const [head, base] = ['head', 'base'].map((side) => valueOf(side, 'id') ?? valueOf(side, 'full_name'));
    return head === undefined || head !== base;
}
/** The runner's file commands, by `@actions/core`. Where the runner gives no file for one, it throws. */
function createJob() {
    return {
        setOutput: (name, value) => (0,file_command/* issueFileCommand */.n)('OUTPUT', (0,file_command/* prepareKeyValueMessage */.v)(name, value)),
        exportVariable: (name, value) => (0,file_command/* issueFileCommand */.n)('ENV', (0,file_command/* prepareKeyValueMessage */.v)(name, value)),
        addPath: (directory) => (0,file_command/* issueFileCommand */.n)('PATH', directory),
        saveState: (name, value) => (0,file_command/* issueFileCommand */.n)('STATE', (0,file_command/* prepareKeyValueMessage */.v)(name, value)),
        appendSummary: (markdown) => (0,file_command/* issueFileCommand */.n)('STEP_SUMMARY', markdown),
    };
}
/** HMAC-SHA256 by the token that the runner gives this action in main and in post, and to no `run:` step and no agent. */
function createSeal({ ACTIONS_RUNTIME_TOKEN: token }) {
    const codeOf = (text, purpose) => (0,external_node_crypto_.createHmac)('sha256', `claude-code-bedrock ${token ?? ''}`)
        .update(`${purpose}\n${text}`)
        .digest('hex');
    return {
        seal: (text, purpose) => (token ? `${codeOf(text, purpose)}\n${text}` : undefined),
        open(sealed, purpose) {
            const [, code = '', text = ''] = /^([0-9a-f]{64})\n(.*)$/s.exec(sealed) ?? [];
            if (!token || code === '')
                return undefined;
            return (0,external_node_crypto_.timingSafeEqual)(Buffer.from(code), Buffer.from(codeOf(text, purpose))) ? text : undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/world/sandboxes.js





/** Sandboxes of this machine. */
function createSandboxes(env, runner) {
    return { look, host: () => host(env, runner), open: sandboxes_open, changeMode };
}
function look(path) {
    return (0,attempt/* attempt */.C)(() => {
        const real = external_node_fs_.realpathSync.native(path);
        const facts = (0,external_node_fs_.statSync)(real);
        const kind = facts.isDirectory() ? 'directory' : facts.isFile() ? 'file' : facts.isSocket() ? 'socket' : undefined;
        return kind && { path: real, kind };
    });
}
function host(env, runner) {
    const real = (path) => look(path)?.path ?? (0,external_node_path_.resolve)(path);
    const of = (path, kind) => {
        const found = path ? look((0,external_node_path_.resolve)(path)) : undefined;
        return found?.kind === kind ? found.path : undefined;
    };
    const workspace = real(runner.workspace);
    return {
        uid: process.getuid?.() ?? -1,
        gid: process.getgid?.() ?? -1,
        home: of(env.HOME, 'directory'),
        workspace,
        workspaceOwner: (0,external_node_fs_.statSync)(workspace, { throwIfNoEntry: false })?.uid ?? -1,
        temp: real(runner.temp),
        toolCache: real(runner.toolCache),
        node: real(process.execPath),
        actionScript: real(process.argv[1] ?? process.execPath),
        event: of(env.GITHUB_EVENT_PATH, 'file'),
        resolvers: of('/etc/resolv.conf', 'file'),
        sockets: socketPaths(),
        bash: systemProgram('bash'),
        sudo: systemProgram('sudo'),
    };
}
/** Only root writes these folders; those of `PATH` may be anybody's. */
const systemProgram = (name) => ['/usr/bin', '/bin', '/run/wrappers/bin']
    .map((folder) => (0,external_node_path_.join)(folder, name))
    .find((path) => look(path)?.kind === 'file');
/** Of `/proc/net/unix` (proc_net(5)) and, for sockets that other network namespaces listen on, of the mounts (proc_pid_mountinfo(5)). */
function socketPaths() {
    const listening = linesOf('/proc/net/unix').map((line) => /^(?:\S+ +){6}\S+ (\/.*)$/.exec(line)?.[1]);
    const mounted = linesOf('/proc/self/mountinfo').map((line) => line.split(' ')[4]?.replace(/\\(\d{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8))));
    const found = [...listening, ...mounted].flatMap((path) => {
        const there = path === undefined ? undefined : look(path);
        return there?.kind === 'socket' ? [there.path] : [];
    });
    return [...new Set(found)].sort();
}
const linesOf = (path) => (0,attempt/* attempt */.C)(() => (0,external_node_fs_.readFileSync)(path, 'utf8').split('\n')) ?? [];
function sandboxes_open(file, args) {
    const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
    // A session of its own has no terminal: sudo would put another between itself and its command.
    const child = (0,external_node_child_process_.spawn)(file, args, { cwd: '/', env, detached: true, stdio: 'pipe' });
    const errors = [];
    const hear = (text) => void errors.push(text.toString());
    child.stderr.on('data', hear);
    child.stdin.on('error', () => undefined);
    // unshare ends after all inside are dead (pid_namespaces(7)).
    const ended = new Promise((resolve) => {
        child.once('error', () => resolve()).once('exit', () => resolve());
    });
    let isForced = false;
    const close = async () => {
        isForced = child.exitCode === null && child.signalCode === null;
        child.stdin.destroy();
        await ended;
    };
    const ready = new Promise((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('close', (code) => resolve(errors.join('').trim() || `it ended with code ${code ?? 'none'}`));
        child.stdout.once('readable', () => {
            if (child.stdout.read() === null)
                return;
            child.stderr.off('data', hear);
            child.stderr.pause();
            resolve(undefined);
        });
    });
    return {
        ready,
        close,
        run(command) {
            const { stdin: input, file, args, cwd, env } = command;
            child.stdin.write(`${JSON.stringify({ file, args, cwd, env, input })}\n`);
            const running = runningChild(child, {
                signal: (name) => void child.stdin.write(`${name}\n`),
                killTree: close,
                exitCodes: 'shell',
            });
            return {
                ...running,
                stderr: withoutUnshare(running.stderr),
                ended: running.ended.then((exit) => (isForced ? KILLED : exit)),
            };
        },
    };
}
const KILLED = { code: undefined, signal: 'SIGKILL', spawnError: undefined };
/** What unshare says of itself when the sandbox is ended by force (util-linux 2.38). */
const UNSHARE = 'unshare: sigprocmask unblock failed: Invalid argument\n';
async function* withoutUnshare(stderr) {
    for await (const piece of stderr)
        if (Buffer.from(piece).toString() !== UNSHARE)
            yield piece;
}
function changeMode(path, mode) {
    return (0,attempt/* attempt */.C)(() => {
        const before = (0,external_node_fs_.statSync)(path).mode & 0o7777;
        // A script is read by its interpreter.
        if ((mode & 0o444) === 0 && isScript(path))
            return undefined;
        (0,external_node_fs_.chmodSync)(path, mode);
        return before;
    });
}
function isScript(path) {
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const start = Buffer.alloc(2);
        (0,external_node_fs_.readSync)(file, start, 0, 2, 0);
        return start.toString('latin1') === '#!';
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./lib/world/client-hello.js
const PARTIAL = { kind: 'partial' };
const OTHER = { kind: 'other' };
const HANDSHAKE = 22;
const CLIENT_HELLO = 1;
const SERVER_NAME = 0;
const LARGEST_HELLO = 64 * 1024;
/** Reads the ClientHello, which may come in several records. */
function readHello(bytes) {
    let message = Buffer.alloc(0);
    let at = 0;
    for (;;) {
        if (bytes.length > at && bytes[at] !== HANDSHAKE)
            return OTHER;
        if (message.length > LARGEST_HELLO)
            return OTHER;
        if (bytes.length < at + 5)
            return PARTIAL;
        const length = bytes.readUInt16BE(at + 3);
        if (length === 0)
            return OTHER;
        message = Buffer.concat([message, bytes.subarray(at + 5, at + 5 + length)]);
        if (message.length > 0 && message[0] !== CLIENT_HELLO)
            return OTHER;
        if (message.length >= 4) {
            const end = 4 + message.readUIntBE(1, 3);
            if (end > LARGEST_HELLO)
                return OTHER;
            if (message.length >= end)
                return nameIn(message.subarray(4, end));
        }
        if (bytes.length < at + 5 + length)
            return PARTIAL;
        at += 5 + length;
    }
}
function nameIn(hello) {
    try {
        // Version and random, then a session id, cipher suites and compression methods, each after its length.
        let at = 34;
        at += 1 + hello.readUInt8(at);
        at += 2 + hello.readUInt16BE(at);
        at += 1 + hello.readUInt8(at);
        const end = at + 2 + hello.readUInt16BE(at);
        if (end !== hello.length)
            return OTHER;
        const names = [];
        for (at += 2; at < end; at += 4 + hello.readUInt16BE(at + 2)) {
            if (hello.readUInt16BE(at) !== SERVER_NAME)
                continue;
            const extension = hello.subarray(at + 4, at + 4 + hello.readUInt16BE(at + 2));
            const length = extension.readUInt16BE(3);
            // One name and nothing else: servers may take either of two.
            if (extension.readUInt16BE(0) !== extension.length - 2 || length !== extension.length - 5)
                return OTHER;
            if (extension.readUInt8(2) !== 0)
                return OTHER;
            names.push(extension.toString('latin1', 5).toLowerCase());
        }
        const [name, ...more] = names;
        return name === undefined || more.length > 0 ? OTHER : { kind: 'name', name };
    }
    catch {
        return OTHER;
    }
}

;// CONCATENATED MODULE: ./lib/world/agent-proxy.js



/** Bounds for the first bytes of a tunnel, and for a connection on which nothing moves. */
const HELLO_MS = 20_000;
const IDLE_MS = 900_000;
const NO_HOST = 'A request names a host and a port: by CONNECT, or with a whole address that starts with http://.';
const NO_NAME = 'Names of hosts are allowed, never addresses.';
const NOT_SPOKEN = 'Only HTTP and TLS pass, and no other protocol.';
/**
 * A proxy (RFC 9110, 7.6 and 9.3.6) that leads to hosts the rules allow and to no other: tunnels for TLS with the server name
 * that was asked for, and plain HTTP requests, in a tunnel too. What is refused is answered 403, or cut where a tunnel is open.
 */
function createAgentProxy(rules, way) {
    const refuse = ({ isUnlisted = false, ...refused }) => {
        rules.onRefused({ ...refused, isUnlisted });
        return `${refused.reason}\n`;
    };
    /** The host and port, or why not. */
    const destination = (host, port) => {
        const name = host.toLowerCase().replace(/\.$/, '');
        // An address in any writing ends in a number (https://url.spec.whatwg.org/#ends-in-a-number-checker).
        if (!/^[a-z\d_.-]+$/.test(name) || /(^|\.)(\d+|0x[\da-f]*)$/.test(name))
            return { host, port, reason: NO_NAME };
        const reason = rules.refusalOf(name, port);
        if (reason !== undefined)
            return { host: name, port, reason, isUnlisted: true };
        return { host: name, port, allowsPrivate: rules.allowsPrivate(name) };
    };
    async function forward(request, reply, tunnel) {
        const url = addressOf(request, tunnel);
        if (url === undefined) {
            agent_proxy_answer(reply, 403, refuse({ host: request.headers.host ?? '', port: undefined, reason: NO_HOST }));
            return;
        }
        const asked = destination(url.hostname, Number(url.port || 80));
        if ('reason' in asked) {
            agent_proxy_answer(reply, 403, refuse(asked));
            return;
        }
        const headers = [...endToEnd(request.rawHeaders, ['host', 'expect']), 'host', url.host, 'connection', 'close'];
        // Else a body in chunks would go on without its framing where Node expects none.
        if (request.headers['transfer-encoding'] !== undefined)
            headers.push('transfer-encoding', 'chunked');
        const { method } = request;
        const path = `${url.pathname}${url.search}`;
        try {
            const by = await way.forHttp(asked);
            const onward = 'proxy' in by
                ? requestTo(by.proxy, {
                    ...{ method, path: `http://${url.host}${path}`, setHost: false },
                    headers: [...headers, ...Object.entries(proxyAuthorization(by.proxy)).flat()],
                })
                : (0,external_node_http_.request)({ method, path, headers, setHost: false, ...by });
            onward.setTimeout(IDLE_MS, () => onward.destroy());
            await exchange(request, reply, onward);
        }
        catch (error) {
            unreached(error, asked, (status, text) => agent_proxy_answer(reply, status, text));
        }
    }
    function unreached(error, { host, port }, tell) {
        const reason = error instanceof Error ? error.message : String(error);
        if (error instanceof AddressRefused)
            tell(403, refuse({ host, port, reason }));
        else
            tell(502, `${host}:${port} cannot be reached: ${reason}\n`);
    }
    async function open(request, near, head) {
        near.on('error', () => near.destroy());
        const end = (status, text) => near.end(`HTTP/1.1 ${status} ${status === 403 ? 'Forbidden' : 'Bad Gateway'}\r\nconnection: close\r\n\r\n${text}`);
        const target = request.url ?? '';
        const [, host, digits] = /^(.+):(\d{1,5})$/.exec(target) ?? [];
        const asked = host === undefined ? { host: target, port: undefined, reason: NO_HOST } : destination(host, Number(digits));
        if ('reason' in asked) {
            end(403, refuse(asked));
            return;
        }
        let far;
        try {
            far = await way.connect(asked);
        }
        catch (error) {
            unreached(error, asked, end);
            return;
        }
        far.on('error', () => near.destroy());
        if (near.closed)
            far.destroy();
        near.once('close', () => far.destroy());
        near.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        const { first, refusal, isHttp } = await firstBytes(near, head, asked.host);
        if (near.closed)
            return;
        if (refusal !== undefined) {
            refuse({ host: asked.host, port: asked.port, reason: refusal });
            near.destroy();
            return;
        }
        if (isHttp) {
            far.destroy();
            near.unshift(first);
            tunnels.set(near, asked);
            inner.emit('connection', near);
            near.resume();
            return;
        }
        far.write(first);
        for (const socket of [near, far])
            socket.setTimeout(IDLE_MS, () => socket.destroy());
        far.once('close', () => near.destroy());
        near.pipe(far).pipe(near);
    }
    const tunnels = new WeakMap();
    const options = { maxHeaderSize: 64 * 1024, keepAliveTimeout: 60_000, requestTimeout: 0 };
    const inner = (0,external_node_http_.createServer)(options, (request, reply) => {
        void forward(request, reply, tunnels.get(request.socket));
    });
    inner.on('connect', (_, near) => near.destroy());
    const server = (0,external_node_http_.createServer)(options, (request, reply) => void forward(request, reply));
    server.on('connect', (request, near, head) => void open(request, near, head));
    server.maxConnections = 1_000;
    server.on('close', () => inner.close());
    return server;
}
/** The whole address of a plain request; undefined where it has none that this proxy takes. */
function addressOf({ url = '', headers }, tunnel) {
    // In a tunnel, a request for another host than the tunnel's would reach it all the same.
    const base = tunnel && `${tunnel.host}${tunnel.port === 80 ? '' : `:${tunnel.port}`}`;
    if (base !== undefined && (!url.startsWith('/') || headers.host?.toLowerCase() !== base))
        return undefined;
    const text = base === undefined ? url : `http://${base}${url}`;
    if (!/^http:\/\//i.test(text) || !URL.canParse(text))
        return undefined;
    const address = new URL(text);
    return address.username === '' && address.password === '' ? address : undefined;
}
/** Headers of one connection alone (RFC 9110, 7.6.1). */
const HOP_BY_HOP = 'connection keep-alive proxy-authenticate proxy-authorization proxy-connection te trailer transfer-encoding upgrade';
/** Names and values in turn, as they came, without those of one connection and `more`. */
function endToEnd(raw, more = []) {
    const pairs = raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []));
    const named = pairs.filter(([name]) => name.toLowerCase() === 'connection').flatMap(([, value]) => value.split(','));
    const dropped = new Set([...HOP_BY_HOP.split(' '), ...more, ...named.map((name) => name.trim().toLowerCase())]);
    return pairs.filter(([name]) => !dropped.has(name.toLowerCase())).flat();
}
/** Sends a request on and its answer back; rejects where no answer began. */
function exchange(request, reply, onward) {
    return new Promise((resolve, reject) => {
        onward.once('response', (got) => {
            reply.writeHead(got.statusCode ?? 502, got.statusMessage, endToEnd(got.rawHeaders));
            got.on('error', () => reply.destroy());
            got.pipe(reply);
            resolve();
        });
        onward.on('error', (error) => {
            if (reply.headersSent)
                reply.destroy();
            reject(error);
        });
        request.on('error', () => onward.destroy());
        reply.on('close', () => onward.destroy());
        request.pipe(onward);
    });
}
function agent_proxy_answer(reply, status, text) {
    if (reply.headersSent)
        reply.destroy();
    else
        reply.writeHead(status, { 'content-type': 'text/plain', connection: 'close' }).end(text);
}
/** What a tunnel begins with: TLS for its host, plain HTTP, or what is refused. */
function firstBytes(near, head, host) {
    return new Promise((resolve) => {
        let first = head;
        const finish = (found) => {
            clearTimeout(late);
            near.off('data', read).off('close', gone);
            near.pause();
            resolve({ first, ...found });
        };
        const gone = () => finish({});
        const look = () => {
            if (first.length === 0)
                return;
            if (METHOD.test(first.toString('latin1', 0, 16))) {
                finish({ isHttp: true });
                return;
            }
            const hello = readHello(first);
            if (hello.kind === 'other')
                finish({ refusal: NOT_SPOKEN });
            else if (hello.kind === 'name' && hello.name !== host)
                finish({ refusal: `The server name in TLS is ${JSON.stringify(hello.name)}, not ${host}.` });
            else if (hello.kind === 'name')
                finish({});
        };
        const read = (piece) => {
            first = Buffer.concat([first, piece]);
            look();
        };
        const late = setTimeout(() => finish({ refusal: NOT_SPOKEN }), HELLO_MS);
        near.on('data', read).on('close', gone);
        look();
    });
}
/** A request line begins with a method and a space; of a first byte alone, no more can be known. */
const METHOD = /^[A-Z]{1,15}( |$)/;

;// CONCATENATED MODULE: ./lib/world/socket-folder.js





/** Sockets of this machine; proxies go on by those of the environment. */
function createSockets(env, way = createWayToHost(env)) {
    return { open: (folder) => openFolder(folder, way) };
}
async function openFolder(folder, way) {
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    // A socket's address has at most 107 bytes (unix(7)); through a descriptor it is short, whatever the folder's path.
    const descriptor = (0,external_node_fs_.openSync)(folder, 'r');
    const addressOf = (name) => `/proc/self/fd/${descriptor}/${name}`;
    const servers = [];
    const sockets = new Set();
    const listen = (server, name) => new Promise((resolve, reject) => {
        servers.push(server);
        server.on('connection', (socket) => {
            sockets.add(socket);
            socket.once('close', () => sockets.delete(socket));
        });
        server.once('error', reject);
        server.listen(addressOf(name), resolve).unref();
    });
    return {
        path: folder,
        addressOf,
        relay: (name, port) => listen((0,external_node_net_.createServer)({ allowHalfOpen: true }, (near) => relay(near, port)), name),
        proxy: (name, rules) => listen(createAgentProxy(rules, way), name),
        async close() {
            const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
            for (const socket of sockets)
                socket.destroy();
            await Promise.all(closed);
            (0,external_node_fs_.closeSync)(descriptor);
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        },
    };
}
function relay(near, port) {
    const far = (0,external_node_net_.connect)({ host: 'localhost', port, allowHalfOpen: true, noDelay: true, autoSelectFamily: true });
    near.pipe(far).pipe(near);
    for (const [one, other] of [
        [near, far],
        [far, near],
    ]) {
        one.on('error', () => other.destroy());
        one.on('close', () => {
            if (!one.readableEnded)
                other.destroy();
        });
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
    const placeOf = ({ name, version, arch }) => (0,external_node_path_.join)(directory, name, version, arch);
    return {
        async find(tool) {
            const place = placeOf(tool);
            if (!(0,external_node_fs_.existsSync)(place))
                return undefined;
            const refused = await reasonAgainst(place, tool);
            // After the digest, which takes 0.3 s beside the sign-in: loading this would hold the sign-in up.
            const { find } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(737), __webpack_require__.e(88), __webpack_require__.e(805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
            if (find(tool.name, tool.version, tool.arch) === '')
                return undefined;
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
                    await moveInPlace(draft, place, tool);
                    await (0,promises_.writeFile)(`${place}.complete`, '');
                });
            }
            finally {
                await (0,promises_.rm)(draft, { recursive: true, force: true });
            }
            return place;
        },
        async addForJob(tool, fill) {
            const place = await onDisk('make', async () => {
                await (0,promises_.mkdir)(temp, { recursive: true });
                return (0,promises_.mkdtemp)((0,external_node_path_.join)(temp, `${tool.name}-`));
            });
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
        await (0,promises_.writeFile)((0,external_node_path_.join)(draft, RECORD), JSON.stringify({ integrity: tool.integrity, sha256 }));
        await (0,promises_.chmod)(draft, 0o755);
    });
}
/** Moves the draft to its place, unless another job's whole entry came first; what is there and broken makes way. */
async function moveInPlace(draft, place, tool) {
    for (let attempt = 1;; attempt++) {
        try {
            await (0,promises_.rename)(draft, place);
            return;
        }
        catch (error) {
            if (!(0,external_node_fs_.existsSync)(place) || attempt === 5)
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
        const name = (0,lib_json/* stringOf */.Je)(cause, 'code') ?? 'Error';
        const message = (0,lib_json/* stringOf */.Je)(cause, 'message') ?? name;
        throw new errors/* ServiceError */._7({ service: 'tool cache', operation, name, message, cause });
    }
}
/** What an entry holds beside the tool: the digests that were checked when it was made, `integrity` and `sha256`. */
const RECORD = 'install.json';
/**
 * Why the tool in `directory` is not to be used; undefined when its executable has the sha256 that this project records for
 * the version, or else that of the entry's own record. It is read for that at each use (381 MB in 0.25 s), since nothing else
 * proves what an earlier job left there. Not covered: a version whose digest is not recorded here, where who may write to the
 * tool cache may write the record too.
 */
async function reasonAgainst(directory, tool) {
    const path = (0,external_node_path_.join)(directory, tool.executable);
    try {
        await (0,promises_.access)(path, external_node_fs_.constants.X_OK);
        const recorded = (0,lib_json/* parseJson */.qF)(await (0,promises_.readFile)((0,external_node_path_.join)(directory, RECORD), 'utf8').catch(() => ''));
        const integrity = (0,lib_json/* stringOf */.Je)(recorded, 'integrity');
        const expected = tool.sha256 ?? (0,lib_json/* stringOf */.Je)(recorded, 'sha256');
        if (expected === undefined)
            return 'nothing says which sha256 it should have';
        if (tool.sha256 === undefined && integrity !== (tool.integrity ?? integrity))
            return `it was unpacked from a package with the digest ${integrity}, asked for is ${tool.integrity}`;
        const actual = await sha256Of(readable(path));
        return actual === expected ? undefined : `the sha256 of ${path} is ${actual}, expected is ${expected}`;
    }
    catch (error) {
        return (0,attempt/* messageOf */.b)(error);
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/world/working-files.js




/** The working tree of a checkout, on this machine's file system. */
function createWorkingFiles() {
    return {
        stamps: (root, names) => names.map((name) => stampOf(pathOf(root, name))),
        unreadable: (root, names) => names.filter((name) => !isReadable(pathOf(root, name))),
        entries: (directory) => (0,attempt/* attempt */.C)(() => (0,external_node_fs_.readdirSync)(directory).sort()) ?? [],
        copyWithTime(from, to) {
            (0,external_node_fs_.copyFileSync)(from, to);
            const { atimeMs, mtimeMs } = (0,external_node_fs_.lstatSync)(from);
            (0,external_node_fs_.utimesSync)(to, atimeMs / 1_000, mtimeMs / 1_000);
        },
        readText: (path) => (0,attempt/* attempt */.C)(() => readRegular(path, 1024 * 1024)?.toString('utf8')),
        save,
        restore(path, saved) {
            if ((0,external_node_util_.isDeepStrictEqual)(save(path), saved))
                return false;
            remove(path);
            if (saved !== undefined)
                write(path, saved);
            return true;
        },
        folderMode(path) {
            const stat = (0,attempt/* attempt */.C)(() => (0,external_node_fs_.lstatSync)(path));
            return stat?.isDirectory() ? stat.mode & 0o7777 : undefined;
        },
        setFolderMode: (path, mode) => (0,external_node_fs_.chmodSync)(path, mode),
        find,
    };
}
/** Also what lies in folders that may not be written. */
function remove(path) {
    try {
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    }
    catch {
        (0,external_node_fs_.chmodSync)((0,external_node_path_.dirname)(path), (0,external_node_fs_.lstatSync)((0,external_node_path_.dirname)(path)).mode | 0o700);
        makeRemovable(path);
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    }
}
function makeRemovable(path) {
    const stat = (0,attempt/* attempt */.C)(() => (0,external_node_fs_.lstatSync)(path));
    if (!stat?.isDirectory())
        return;
    (0,external_node_fs_.chmodSync)(path, stat.mode | 0o700);
    for (const name of (0,external_node_fs_.readdirSync)(path))
        makeRemovable((0,external_node_path_.join)(path, name));
}
function find(root, { names, closed, except, mostFolders }) {
    const paths = [];
    const folders = [root];
    for (let at = 0; at < folders.length; at++) {
        if (at === mostFolders)
            return { paths, complete: false };
        const folder = folders[at] ?? root;
        for (const entry of (0,attempt/* attempt */.C)(() => (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true })) ?? []) {
            const name = entry.name.toLowerCase();
            const path = (0,external_node_path_.join)(folder, entry.name);
            if (except.includes(path))
                continue;
            if (names.includes(name))
                paths.push(path);
            if (entry.isDirectory() && name !== closed)
                folders.push(path);
        }
    }
    return { paths, complete: true };
}
/** As a byte string. Without a name it has no slash at its end, which would follow a link. */
const pathOf = (root, name) => Buffer.from(name === '' ? root : `${root}/`).toString('latin1') + name;
const bytesOf = (path) => Buffer.from(path, 'latin1');
function stampOf(path) {
    const stat = (0,attempt/* attempt */.C)(() => (0,external_node_fs_.lstatSync)(bytesOf(path), { bigint: true }));
    if (stat === undefined)
        return undefined;
    const version = [stat.dev, stat.ino, stat.size, stat.mode, stat.mtimeNs, stat.ctimeNs].join(':');
    return { kind: working_files_kindOf(stat), size: Number(stat.size), changedMs: Number(stat.ctimeNs) / 1e6, version };
}
function working_files_kindOf(stat) {
    if (stat.isFile())
        return 'file';
    if (stat.isDirectory())
        return 'directory';
    return stat.isSymbolicLink() ? 'link' : 'other';
}
function isReadable(path) {
    if (stampOf(path)?.kind === 'link')
        return true;
    try {
        (0,external_node_fs_.accessSync)(bytesOf(path), external_node_fs_.constants.R_OK);
        return true;
    }
    catch {
        return false;
    }
}
/** Windows has neither of the two. */
const READ_ONLY = process.platform === 'win32' ? external_node_fs_.constants.O_RDONLY : external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
/** Bytes of a regular file, never through a link, never of a pipe that would block. */
function readRegular(path, maximum) {
    const file = (0,external_node_fs_.openSync)(path, READ_ONLY);
    try {
        const stat = (0,external_node_fs_.lstatSync)(path);
        return stat.isFile() && stat.size <= maximum ? (0,external_node_fs_.readFileSync)(file) : undefined;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function save(path) {
    const stat = (0,attempt/* attempt */.C)(() => (0,external_node_fs_.lstatSync)(path));
    if (stat === undefined)
        return undefined;
    const mode = stat.mode & 0o7777;
    if (stat.isSymbolicLink())
        return { kind: 'link', target: (0,external_node_fs_.readlinkSync)(path) };
    if (!stat.isDirectory()) {
        // Of what is not to be read, too large or no regular file, a text that nothing saved is equal to.
        const unread = `not read: ${stat.size} bytes, ${process.hrtime.bigint()}`;
        const contents = (0,attempt/* attempt */.C)(() => readRegular(path, 16 * 1024 * 1024)) ?? Buffer.from(unread);
        return { kind: 'file', mode, contents };
    }
    const names = (0,attempt/* attempt */.C)(() => (0,external_node_fs_.readdirSync)(path).sort()) ?? [];
    const entries = new Map();
    for (const name of names) {
        const entry = save((0,external_node_path_.join)(path, name));
        if (entry !== undefined)
            entries.set(name, entry);
    }
    return { kind: 'directory', mode, entries };
}
function write(path, saved) {
    if (saved.kind === 'link') {
        (0,external_node_fs_.symlinkSync)(saved.target, path);
        return;
    }
    if (saved.kind === 'file') {
        (0,external_node_fs_.writeFileSync)(path, saved.contents, { flag: 'wx' });
    }
    else {
        (0,external_node_fs_.mkdirSync)(path);
        for (const [name, entry] of saved.entries)
            write((0,external_node_path_.join)(path, name), entry);
    }
    (0,external_node_fs_.chmodSync)(path, saved.mode);
}

;// CONCATENATED MODULE: ./lib/world/index.js




















/** The real world, for the environment of this process. Nothing is loaded or asked before it is used. */
function createWorld(env) {
    if (env.NODE_USE_SYSTEM_CA === '1')
        useSystemCertificates();
    const clock = createClock();
    const secrets = createSecrets();
    const runner = readRunner(env);
    const processes = createProcesses(env);
    const loopback = createLoopback();
    const folders = createHeldFolders();
    return {
        ...createLog(),
        secrets,
        clock,
        runner,
        idTokens: createIdTokens({ secrets, env }),
        collaborators: createCollaborators({ env }),
        sts: createSts({ secrets, env }),
        credentialSources: createCredentialSources({ secrets, env }),
        containerCredentials: createContainerCredentials({ loopback, clock }),
        loopback,
        signer: createSigner(),
        eventStreams: createEventStreams(),
        upstream: createUpstream(env),
        registry: createPackageRegistry({ env, processes, secrets }),
        toolCache: createToolCache({ directory: runner.toolCache, temp: (0,install/* jobToolFolder */.k)(runner.temp), clock }),
        actionsCache: createActionsCache({ env, processes }),
        processes,
        sandboxes: createSandboxes(env, runner),
        sockets: createSockets(env),
        files: createFiles(folders),
        git: createGit(),
        workingFiles: createWorkingFiles(),
        artifacts: createArtifacts(env, folders),
        job: createJob(),
        seal: createSeal(env),
    };
}


/***/ }),

/***/ 40768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ useProgramEnvironment)
/* harmony export */ });
/* unused harmony export programEnvironment */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61965);



/**
 * The environment for programs that the action itself runs: nothing in it makes them load what lies in the workspace, which
 * the agent writes while some of them run.
 */
function programEnvironment(env, workspace) {
    const top = real(workspace);
    const isOutside = (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) && !isWithin(real(path), top);
    return Object.fromEntries(Object.entries(env).map(([name, value]) => {
        const known = name.toUpperCase();
        if (value === undefined)
            return [name, value];
        if (LISTS.includes(known))
            return [name, value.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter(isOutside).join(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)];
        if (LOADERS.includes(known) && !isOutside(value))
            return [name, undefined];
        if (COMMANDS.test(known) && namesPath(value, isOutside))
            return [name, undefined];
        return [name, known === 'NODE_OPTIONS' && namesFile(value, isOutside) ? undefined : value];
    }));
}
/** Makes the environment of this process that of programs of its own; returns what it was before. */
function useProgramEnvironment(env) {
    const before = { ...env };
    for (const [name, value] of Object.entries(programEnvironment(before, before.GITHUB_WORKSPACE || process.cwd()))) {
        if (value === undefined)
            Reflect.deleteProperty(env, name);
        else
            env[name] = value;
    }
    return before;
}
/** Folders that programs and libraries are looked for in. */
const LISTS = [
    'PATH LD_LIBRARY_PATH DYLD_LIBRARY_PATH DYLD_FRAMEWORK_PATH DYLD_FALLBACK_LIBRARY_PATH GCONV_PATH',
    'NODE_PATH PYTHONPATH PERL5LIB PERLLIB RUBYLIB GEM_PATH CLASSPATH XDG_CONFIG_DIRS',
].flatMap((names) => names.split(' '));
/** Files and folders that a program loads code or configuration from when it starts. */
const LOADERS = [
    'BASH_ENV ENV ZDOTDIR LD_PRELOAD LD_AUDIT DYLD_INSERT_LIBRARIES XDG_CONFIG_HOME CURL_HOME',
    'PYTHONSTARTUP PYTHONHOME PYTHONUSERBASE PYTHONPYCACHEPREFIX PYTHONEXECUTABLE GEM_HOME BUNDLE_GEMFILE',
    'GIT_EXEC_PATH GIT_DIR GIT_COMMON_DIR GIT_CONFIG GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_TEMPLATE_DIR',
    'OPENSSL_CONF OPENSSL_MODULES OPENSSL_ENGINES NODE_REPL_EXTERNAL_MODULE DOTNET_STARTUP_HOOKS JAVA_HOME',
].flatMap((names) => names.split(' '));
/** Options and command lines that name such files, or programs; functions of bash among them. */
const COMMANDS = /^(?:PERL5OPT|PERL5DB|RUBYOPT|(?:JAVA_TOOL|JDK_JAVA|_JAVA|NODE)_OPTIONS|LUA_INIT|(?:GIT|SSH)_ASKPASS|GIT_(?:SSH|SSH_COMMAND|PROXY_COMMAND|EXTERNAL_DIFF|PAGER|EDITOR|CONFIG_PARAMETERS|CONFIG_VALUE_\d+)|NPM_CONFIG_\w+|BASH_FUNC_.*|PS4|PROMPT_COMMAND|PAGER|AWS_PAGER)$/;
/** Whether a path of the workspace is in a command line, behind an option or not; other relative paths than `./x` are not seen. */
function namesPath(line, isOutside) {
    const words = line.split(/[\s:;,="'`()|&<>{}@]+/).map((word) => word.replace(/^-{1,2}[A-Za-z]+(?=[./])/, ''));
    return words.some((word) => ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(word) ? !isOutside(word) : /^\.{1,2}(?:\/|$)/.test(word)));
}
/** Whether one of Node's options loads something that is not known to be outside. */
function namesFile(options, isOutside) {
    const values = options.split(/\s+/).flatMap((word, index, words) => {
        const [, name, value] = /^(-r|--(?:require|import|loader|experimental-loader))(?:=(.*))?$/.exec(word) ?? [];
        return name === undefined ? [] : [value ?? words[index + 1] ?? ''];
    });
    return values.some((value) => !isOutside(value.replace(/^file:\/\//, '')));
}
/** With links resolved as far as it exists: the agent may make the rest. */
function real(path) {
    const found = (0,_attempt_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .C)(() => node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path));
    if (found !== undefined)
        return found;
    const whole = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(whole) === whole ? whole : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(real((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(whole)), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(whole));
}
const isWithin = (path, folder) => path === folder || path.startsWith(`${folder}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`);


/***/ }),

/***/ 89635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ issueCommand),
/* harmony export */   s: () => (/* binding */ issue)
/* harmony export */ });
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4679);


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_0__.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map

/***/ }),

/***/ 82902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ issueFileCommand),
/* harmony export */   v: () => (/* binding */ prepareKeyValueMessage)
/* harmony export */ });
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76982);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79896);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4679);
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs__WEBPACK_IMPORTED_MODULE_1__.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync(filePath, `${(0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(message)}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID()}`;
    const convertedValue = (0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${convertedValue}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map

/***/ }),

/***/ 4679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ toCommandValue),
/* harmony export */   k: () => (/* binding */ toCommandProperties)
/* harmony export */ });
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map

/***/ })

};
