export const id = 766;
export const ids = [766];
export const modules = {

/***/ 77766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* reexport */ report/* report */.z8),
  signInAndCheck: () => (/* reexport */ signInAndCheck)
});

// EXTERNAL MODULE: ./lib/report.js + 15 modules
var report = __webpack_require__(49783);
// EXTERNAL MODULE: ./lib/failure.js
var lib_failure = __webpack_require__(71957);
// EXTERNAL MODULE: ./lib/bedrock/environment-allowed.js
var environment_allowed = __webpack_require__(16366);
// EXTERNAL MODULE: ./lib/claude/agent-lines.js
var agent_lines = __webpack_require__(17105);
;// CONCATENATED MODULE: ./lib/aws/refresh-command-shell.js


/**
 * Runs a command in the workspace through bash (Windows: pwsh), with nothing on its standard input, and ends it and all that
 * it started when its time is over. Never rejects.
 */
async function runInShell(command, { processes, clock, runner }) {
    const { line, timeoutMs, onLine } = command;
    const [file, ...args] = runner.platform === 'win32'
        ? ['pwsh', '-NoProfile', '-NonInteractive', '-Command', line]
        : ['bash', '-c', line];
    const child = processes.start({ file, args, cwd: runner.workspace, env: withoutRunners(command.env), stdin: '' });
    async function hear(stream) {
        const lines = [];
        for await (const heard of (0,agent_lines/* linesOf */.D)(stream)) {
            lines.push(heard);
            onLine?.(heard);
        }
        return lines;
    }
    const over = new AbortController();
    async function limit() {
        await clock.sleep(timeoutMs, over.signal);
        if (over.signal.aborted)
            return false;
        await child.killTree();
        return true;
    }
    const [exit, isLate, output, errors] = await Promise.all([
        child.ended.finally(() => over.abort()),
        limit(),
        hear(child.stdout),
        hear(child.stderr),
    ]);
    return {
        output: output.join('\n'),
        problem: isLate ? `did not end within ${timeoutMs / 1_000} seconds` : problemOf(exit, file),
        lastErrors: errors.slice(-10).join('\n').slice(-2_000),
    };
}
function problemOf({ code, signal, spawnError }, shell) {
    if (spawnError !== undefined)
        return `could not be started, since ${shell} could not: ${spawnError}`;
    if (code === 0)
        return undefined;
    return code === undefined ? `was ended by ${signal ?? 'a signal'}` : `ended with exit code ${code}`;
}
function withoutRunners(env) {
    return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined || (0,environment_allowed/* isRunnersOwn */.m)(name) ? [] : [[name, value]])));
}

;// CONCATENATED MODULE: ./lib/aws/refresh-command-export.js


const TIMEOUT_MS = 60_000;
/**
 * The keys that the command of `aws-credential-export` prints, masked. Its output is shown nowhere; its errors are, when it
 * fails. Throws a Failure: `credentials-missing` when the command fails, `credentials-invalid` when what it prints is not
 * of the form.
 */
async function exportedKeys({ line, env }, world) {
    world.log.info('Running the command of aws-credential-export.');
    const { output, problem, lastErrors } = await runInShell({ line, env, timeoutMs: TIMEOUT_MS }, world);
    const printed = credentialsIn(output);
    for (const name of REQUIRED)
        world.secrets.add(textOf(printed, name) ?? '');
    if (problem !== undefined) {
        throw new lib_failure/* Failure */.HR('credentials-missing', {
            message: `The command of aws-credential-export ${problem}${lastErrors === '' ? '.' : `:\n${lastErrors}`}`,
            hint: 'Run the command on the runner by hand, in bash (Windows: pwsh). It has 60 seconds, no input, and none of the variables that hold tokens of the runner (ACTIONS_*, INPUT_*).',
        });
    }
    return keysOf(printed);
}
const REQUIRED = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'];
const FORM = `Have the command print this and nothing else, as \`aws configure export-credentials --profile NAME\` does without the outer object:

    {"Credentials": {"AccessKeyId": "...", "SecretAccessKey": "...", "SessionToken": "...", "Expiration": "2026-01-31T12:00:00Z"}}

Expiration may be left out.`;
/** Both forms that Claude Code takes: inside `Credentials`, or flat (read from 2.1.330). Undefined: no JSON object. */
function credentialsIn(output) {
    let parsed;
    try {
        parsed = JSON.parse(output);
    }
    catch {
        return undefined;
    }
    if (!isObject(parsed))
        return undefined;
    const inner = Reflect.get(parsed, 'Credentials');
    return isObject(inner) ? inner : parsed;
}
function keysOf(printed) {
    if (printed === undefined)
        throw malformed('did not print a JSON object');
    const [accessKeyId, secretAccessKey, sessionToken] = REQUIRED.map((name) => textOf(printed, name));
    if (accessKeyId === undefined || secretAccessKey === undefined || sessionToken === undefined) {
        const missing = REQUIRED.filter((name) => textOf(printed, name) === undefined);
        throw malformed(`printed JSON without ${missing.join(' and ')} (as text that is not empty)`);
    }
    const ending = Reflect.get(printed, 'Expiration') ?? undefined;
    if (ending === undefined)
        return { accessKeyId, secretAccessKey, sessionToken };
    const expiration = new Date(typeof ending === 'string' ? ending : NaN);
    if (Number.isNaN(expiration.getTime()))
        throw malformed('printed an Expiration that is no date in ISO 8601');
    return { accessKeyId, secretAccessKey, sessionToken, expiration };
}
function malformed(what) {
    return new lib_failure/* Failure */.HR('credentials-invalid', { message: `The command of aws-credential-export ${what}.`, hint: FORM });
}
const isObject = (value) => typeof value === 'object' && value !== null;
function textOf(from, name) {
    const value = from === undefined ? undefined : Reflect.get(from, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/aws/renewal-in-vain.js

/** Whether two sessions are the same credentials. */
function isSameSession(one, other) {
    if (one.kind === 'bearer')
        return other.kind === 'bearer' && one.key === other.key;
    return (other.kind === 'keys' &&
        one.keys.accessKeyId === other.keys.accessKeyId &&
        one.keys.sessionToken === other.keys.sessionToken);
}
/**
 * Why the run cannot go on when AWS no longer takes a session and signing in gives the same one again: temporary keys have
 * expired, lasting ones are not (or no longer) valid.
 */
function renewedInVain(session) {
    if (session.kind === 'bearer') {
        return new lib_failure/* Failure */.HR('credentials-invalid', {
            message: 'Bedrock does not take the API key: it has expired, is deleted, or is of another region. It cannot be renewed.',
            hint: `Make a new key and store it in the secret that \`bedrock-api-key\` is given. A role needs no key, and is renewed:\n\n${ROLE}`,
        });
    }
    if (session.keys.sessionToken === undefined) {
        return new lib_failure/* Failure */.HR('credentials-invalid', {
            message: `AWS does not take the keys of ${session.arn}: they are deleted or deactivated. Signing in again gave the same.`,
            hint: `Set keys that are valid. A role needs none, and is renewed:\n\n${ROLE}`,
        });
    }
    return new lib_failure/* Failure */.HR('credentials-expired', {
        message: `The credentials of ${session.arn} have expired, and where they come from there are no newer ones.`,
        hint: `Let this step sign in itself; then it also renews the session:\n\n${ROLE}

Or name a command that renews them (for a profile: \`aws-auth-refresh: aws sso login --profile NAME\`) or that prints fresh
ones (\`aws-credential-export\`).`,
    });
}
const ROLE = `    permissions:
      id-token: write
      contents: read
    ...
        with:
          role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME`;

// EXTERNAL MODULE: ./lib/bedrock/regions.js
var bedrock_regions = __webpack_require__(17007);
;// CONCATENATED MODULE: ./lib/aws/advice-on-credentials.js
const ASSUME_A_ROLE = `Let this step assume a role with GitHub's OIDC token:

    permissions:
      id-token: write
      contents: read
    ...
        with:
          role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME`;
/** No source of the chain, or of the profile, has keys. */
function noCredentials({ settings: { source } }) {
    const profile = profileOf(source);
    if (profile !== undefined) {
        return {
            meaning: `The AWS profile "${profile}" gives no credentials on this runner.`,
            fix: `Check the name and its settings where the job runs: \`aws configure list-profiles\` and \`aws sts get-caller-identity --profile ${profile}\`. The files are ~/.aws/config and ~/.aws/credentials of the runner's user, or what AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name.`,
        };
    }
    return {
        meaning: 'There are no AWS credentials: none in the environment, no web identity token file, no container or instance role, and no input says how to get some.',
        fix: ASSUME_A_ROLE,
    };
}
/** The sign-in behind a profile (IAM Identity Center, `aws login`) has ended. */
function signInExpired({ settings: { source } }) {
    const profile = profileOf(source) ?? 'default';
    return {
        meaning: `The sign-in of the AWS profile "${profile}" is missing or has expired.`,
        fix: `On the runner, sign in again: \`aws sso login --profile ${profile}\`. To have it done when needed:

    with:
      aws-auth-refresh: aws sso login --profile ${profile}`,
    };
}
/** Keys that were good once. */
function keysExpired({ settings: { source } }) {
    return {
        meaning: 'The credentials have expired.',
        fix: profileOf(source) === undefined
            ? `Get them later: put the step that signs in right before this one. Or do without it, and have them renewed. ${ASSUME_A_ROLE}`
            : `Renew those of the profile. To have it done when needed:

    with:
      aws-auth-refresh: aws sso login --profile ${profileOf(source)}`,
    };
}
/** The signature's time is off. */
function clockWrong() {
    return {
        meaning: "The runner's clock is wrong, so AWS does not accept its signatures.",
        fix: "Set the runner's clock (`timedatectl set-ntp true`), then run the job again.",
    };
}
/** Keys that AWS does not know. */
function keysInvalid({ settings: { source } }) {
    const profile = profileOf(source);
    const where = profile === undefined ? 'The keys of the environment' : `The keys of the AWS profile "${profile}"`;
    return {
        meaning: `${where} are not valid: deleted, wrong or incomplete (temporary keys need their AWS_SESSION_TOKEN), or of another partition than the region.`,
        fix: `Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary keys, AWS_SESSION_TOKEN anew, all three from the same place. Better, do without keys. ${ASSUME_A_ROLE}`,
    };
}
function profileOf(source) {
    return 'profile' in source ? source.profile : undefined;
}

;// CONCATENATED MODULE: ./lib/aws/advice.js
/** ARN of the role that these settings assume; words in its place when they assume none themselves. */
function roleOf({ source }) {
    return 'role' in source ? source.role.arn : 'the role';
}

;// CONCATENATED MODULE: ./lib/aws/id-token-claims.js
/**
 * Reads the claims of a JSON Web Token without verifying it: they are for messages, never for a decision. Undefined when
 * it is no such token. Claims: https://docs.github.com/actions/reference/security/oidc
 */
function claimsOf(token) {
    const claim = readPayload(token);
    const issuer = claim('iss');
    const subject = claim('sub');
    const audience = claim('aud');
    if (issuer === undefined || subject === undefined || audience === undefined)
        return undefined;
    return {
        issuer,
        subject,
        audience,
        repositoryId: claim('repository_id'),
        environment: claim('environment'),
        jobWorkflowRef: claim('job_workflow_ref'),
    };
}
/** The form of a token's `sub`. */
function subjectForm(subject) {
    if (/^repo:[^/@:]+@\d+\/[^/@:]+@\d+:/.test(subject))
        return 'immutable';
    return /^repo:[^/@:]+\/[^/@:]+:/.test(subject) ? 'name' : 'custom';
}
function readPayload(token) {
    let payload;
    try {
        payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    }
    catch {
        payload = undefined;
    }
    return (name) => {
        const value = typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined;
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
}

;// CONCATENATED MODULE: ./lib/aws/role-arn.js
/** Takes a role's ARN apart; parts of one that is malformed stand as words to fill in. */
function parseRoleArn(arn) {
    const match = /^arn:([\w-]+):iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn);
    return { partition: match?.[1] ?? 'aws', account: match?.[2] ?? 'ACCOUNT_ID', name: match?.[3] ?? 'ROLE_NAME' };
}

;// CONCATENATED MODULE: ./lib/aws/trust-policy.js

const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
/**
 * The trust policy under which `roleArn` lets in a job whose token has these claims, with the `sub` exactly as seen, in
 * either of its forms. `repository_id` pins the repository too, where STS knows that claim (github.com, since 2026-01):
 * a name can be taken over, an id cannot.
 */
function trustPolicyFor(claims, roleArn) {
    const { issuer, audience, subject, repositoryId } = claims;
    const id = issuer === GITHUB_ISSUER && repositoryId !== undefined ? { repository_id: repositoryId } : {};
    return trust(issuer, parseRoleArn(roleArn), { aud: audience, sub: subject, ...id });
}
/**
 * The trust policy of a role for `jobs`, before any of them has run: it takes both forms of `sub`, since only GitHub knows
 * which one a repository has, and pins the repository by its id, so that its name alone opens nothing. STS knows
 * `repository_id` and `job_workflow_ref` of GitHub's tokens (its list of condition keys, 2026-09).
 */
function trustPolicyForJobs(jobs, role) {
    const { owner, ownerId, name, id } = jobs.repository;
    const tails = jobs.environment === undefined
        ? [...jobs.branches.map((branch) => `ref:refs/heads/${branch}`), ...(jobs.pullRequests ? ['pull_request'] : [])]
        : [`environment:${jobs.environment}`];
    return trust(GITHUB_ISSUER, role, {
        aud: 'sts.amazonaws.com',
        sub: tails.flatMap((tail) => [`repo:${owner}/${name}:${tail}`, `repo:${owner}@${ownerId}/${name}@${id}:${tail}`]),
        repository_id: id,
        ...(jobs.jobWorkflowRef !== undefined && { job_workflow_ref: jobs.jobWorkflowRef }),
    });
}
function trust(issuer, { partition, account }, claims) {
    const provider = providerOf(issuer);
    return {
        Version: '2012-10-17',
        Statement: [
            {
                Effect: 'Allow',
                Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${provider}` },
                Action: 'sts:AssumeRoleWithWebIdentity',
                Condition: {
                    StringEquals: Object.fromEntries(Object.entries(claims).map(([claim, value]) => [`${provider}:${claim}`, value])),
                },
            },
        ],
    };
}
/** IAM's name of an OIDC provider: its URL without the scheme. */
function providerOf(issuer) {
    return issuer.replace(/^https:\/\//, '');
}

;// CONCATENATED MODULE: ./lib/aws/advice-on-denial.js




/** Why STS did not let a GitHub token into a role: what the token says, and the trust policy that would let it in. */
function roleDenied({ settings, claims }) {
    const role = roleOf(settings);
    const meaning = `The trust policy of ${role} does not let this job in, or there is no such role: AWS answers both the same.`;
    if (claims === undefined) {
        return {
            meaning,
            fix: `Check that ${role} exists and that its trust policy allows sts:AssumeRoleWithWebIdentity for this job.`,
        };
    }
    return {
        meaning: `${meaning}\nThe token of this job says:\n${describeClaims(claims)}`,
        fix: `Check the ARN, then make this the trust policy of ${parseRoleArn(role).name} (or put its Condition into the statement that is there):

${JSON.stringify(trustPolicyFor(claims, role), undefined, 2)}

${remarksOn(claims).join('\n')}`,
    };
}
/** Why STS did not let keys into a role (role chaining, or a profile with a role): both sides must allow it. */
function roleDeniedToKeys({ settings }, error) {
    const role = /on resource: (arn:\S+)/.exec(error.message)?.[1] ?? roleOf(settings);
    const caller = /User: (arn:\S+)/.exec(error.message)?.[1] ?? 'ARN_OF_THE_CALLER';
    const allow = { Effect: 'Allow', Action: 'sts:AssumeRole' };
    return {
        meaning: `The credentials that are present may not assume ${role}, or there is no such role: AWS answers both the same.`,
        fix: `Allow it on both sides. In the trust policy of ${role}:

${JSON.stringify({ ...allow, Principal: { AWS: principalOf(caller) } })}

In a policy of the caller:

${JSON.stringify({ ...allow, Resource: role })}`,
    };
}
const FORMS = {
    name: 'the form with names, repo:OWNER/REPO:...',
    immutable: 'the newer form with ids, repo:OWNER@ID/REPO@ID:...',
    custom: "a form of the organization's own",
};
function describeClaims(claims) {
    const lines = [
        ['sub', `${claims.subject} (${FORMS[subjectForm(claims.subject)]})`],
        ['aud', claims.audience],
        ['iss', claims.issuer],
        ['repository_id', claims.repositoryId],
        ['environment', claims.environment],
        ['job_workflow_ref', claims.jobWorkflowRef],
    ];
    return lines.map(([name, value]) => `  ${name}: ${value ?? '(none)'}`).join('\n');
}
function remarksOn({ subject }) {
    const form = subjectForm(subject);
    return [
        form === 'immutable' &&
            'A condition written for repo:OWNER/REPO:... never matches this token: its sub has the newer form, with ids.',
        form === 'name' &&
            'A condition written for repo:OWNER@ID/REPO@ID:... never matches this token: its sub has the form without ids.',
        subject.includes(':environment:') && 'The job has an `environment`, so its sub names that, not the branch.',
        subject.endsWith(':pull_request') && 'In runs for pull requests the sub ends in :pull_request, not in a branch.',
        'StringEquals compares letter by letter, upper and lower case included. In CloudTrail, subjectFromWebIdentityToken of the denied call shows what AWS received.',
    ].filter((remark) => remark !== false);
}
/** A session's ARN is no principal of a trust policy; its role's is. */
function principalOf(caller) {
    return caller.replace(/^(arn:[\w-]+):sts::(\d+):assumed-role\/([^/]+)\/.*$/, '$1:iam::$2:role/$3');
}

;// CONCATENATED MODULE: ./lib/aws/advice-on-network.js

/** There is no STS host of this region: no such region. */
function regionUnknown({ settings }) {
    return {
        meaning: `AWS has no host for the region ${settings.region}: most likely there is no such region.`,
        fix: otherRegions(settings.region),
    };
}
/** STS is there, but not for this account. */
function regionDisabled({ settings }) {
    return {
        meaning: `The account has not enabled the region ${settings.region}.`,
        fix: `${otherRegions(settings.region)}\n\nOr enable it: \`aws account enable-region --region-name ${settings.region}\`.`,
    };
}
/** Nothing answered, or something that is not the service did. */
function noConnection({ settings }, error) {
    const host = error.host ?? hostOf(error.service, settings.region);
    return {
        meaning: `The runner has no working connection to ${host}. This is about the network, not about permissions.`,
        fix: `Let the runner reach ${host} over HTTPS. Behind a proxy, set for the runner:

    HTTPS_PROXY=http://PROXY:PORT
    NO_PROXY=127.0.0.1,localhost,169.254.169.254
    NODE_EXTRA_CA_CERTS=/path/of/the/proxy-ca.pem   # if it opens TLS

In a VPC without internet, make an interface endpoint for STS and set AWS_ENDPOINT_URL_STS to its URL.`,
    };
}
/** Too many calls in the account at the same time. */
function throttled() {
    return {
        meaning: 'Too many such calls were made in this account at the same time; the action has tried again in vain.',
        fix: 'Run the job again. In a large matrix, lower `strategy.max-parallel`.',
    };
}
/** The service has trouble of its own. */
function unavailable() {
    return {
        meaning: 'The service failed by itself; the action has tried again in vain.',
        fix: 'See https://health.aws.amazon.com/health/status, then run the job again.',
    };
}
function otherRegions(region) {
    return `Choose a region that serves Bedrock:

    with:
      aws-region: ${(0,bedrock_regions/* nearbyRegions */.zw)(region)[0] ?? 'us-east-1'}

They are ${bedrock_regions/* BEDROCK_REGIONS */.NJ.join(', ')}.`;
}
function hostOf(service, region) {
    return service === 'GitHub OIDC' ? '*.actions.githubusercontent.com' : `AWS STS of ${region}`;
}

;// CONCATENATED MODULE: ./lib/aws/advice-on-permission.js
/**
 * Why GitHub offers a job no OIDC token. Of the events, only those of a fork's pull request are certain; otherwise the
 * permission is missing in the job or, for a reusable workflow, in the job that calls it, which the runner does not tell.
 * https://docs.github.com/actions/reference/security/oidc#workflow-permissions-for-the-requesting-the-oidc-token
 */
function missingPermission({ runner }) {
    // GitHub runs `pull_request_target` in the base repository: there the permission decides, fork or not.
    if (runner.fromFork && runner.eventName !== 'pull_request_target') {
        return {
            meaning: 'This pull request comes from a fork. GitHub never gives OIDC tokens to workflows of such pull requests, whatever `permissions` says.',
            fix: FORK_FIX,
        };
    }
    return {
        meaning: 'GitHub offers this job no OIDC token, so it cannot assume a role: the permission `id-token: write` is missing.',
        fix: `1. In ${workflowFile(runner.workflowRef)}, let the job ask for tokens (a job with \`permissions\` has only those it names):

    jobs:
      ${runner.job}:
        permissions:
          id-token: write
          contents: read

2. If this step is in a reusable workflow, the job that calls it needs them too, as a called workflow never has more permissions than its caller:

    jobs:
      call:
        permissions:
          id-token: write
          contents: read
        uses: ./.github/workflows/reusable.yml`,
    };
}
const FORK_FIX = `Skip the job for forks:

    if: github.event.pull_request.head.repo.full_name == github.repository

To run on a fork's change, let a maintainer read it first and start a workflow with \`on: workflow_dispatch\`. \`pull_request_target\` does get a token: never check out or run the fork's code there.`;
function workflowFile(workflowRef) {
    return /\.github\/workflows\/[^@]+/.exec(workflowRef)?.[0] ?? 'the workflow';
}

;// CONCATENATED MODULE: ./lib/aws/advice-on-role.js


/** A policy above the role's own says no. */
function explicitDeny(_attempt, error) {
    const kind = /explicit deny in an? ([\w\s-]+?policy)/i.exec(error.message)?.[1] ?? 'policy';
    const action = /perform: (\S+)/.exec(error.message)?.[1] ?? 'sts:AssumeRoleWithWebIdentity';
    return {
        meaning: `A Deny in a ${kind} forbids this; no Allow can undo it.`,
        fix: `Ask who keeps that ${kind} to take ${action} out of the Deny for this role (NotAction, or a Condition on aws:PrincipalArn).`,
    };
}
/** The session may not last as long as asked. */
function sessionTooLong({ settings }) {
    const seconds = 'role' in settings.source ? settings.source.role.durationSeconds : 3600;
    return {
        meaning: `${roleOf(settings)} does not allow sessions of ${seconds} seconds.`,
        fix: `Ask for less:

    with:
      role-duration-seconds: 3600

or let the role's sessions last longer (12 hours at most):

    aws iam update-role --role-name ${parseRoleArn(roleOf(settings)).name} --max-session-duration ${seconds}`,
    };
}
/** Roles assumed from a role's session last an hour at most, whatever the role allows. */
function chainedTooLong() {
    return {
        meaning: 'A role that is assumed from the session of another role (role chaining) lasts one hour at most.',
        fix: `Ask for an hour:

    with:
      role-duration-seconds: 3600

or assume the role directly with GitHub's OIDC token: leave out \`role-chaining\`, and let the role's trust policy allow this job.`,
    };
}
/** STS does not accept the form of a value. */
function badValue({ settings }) {
    return {
        meaning: `AWS does not accept a value of this request. The role is ${roleOf(settings)}.`,
        fix: `Give full ARNs, of the partition that ${settings.region} is in (aws, aws-us-gov or aws-cn), and a session name of 2 to 64 letters, digits and _+=,.@-

    with:
      role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME
      managed-session-policies: arn:aws:iam::ACCOUNT_ID:policy/POLICY_NAME`,
    };
}
/** The session policies of the inputs are too big or malformed. */
function badSessionPolicy() {
    return {
        meaning: 'AWS does not accept the session policies of the inputs `inline-session-policy` and `managed-session-policies`.',
        fix: 'Correct or shorten `inline-session-policy` (all policies and tags of a session share 2048 characters, packed), or move it to a managed policy and give its ARN in `managed-session-policies`.',
    };
}

;// CONCATENATED MODULE: ./lib/aws/advice-on-token.js



const NO_CLAIMS = { issuer: 'https://token.actions.githubusercontent.com', audience: 'sts.amazonaws.com' };
/** GitHub's token service answered, but with no token. */
function noToken() {
    return {
        meaning: 'GitHub gave no OIDC token, so the role cannot be assumed.',
        fix: 'See https://www.githubstatus.com, then run the job again. On a self-hosted runner behind a proxy, allow HTTPS to *.actions.githubusercontent.com.',
    };
}
/** STS could not fetch the keys that GitHub's tokens are signed with. */
function keysOutOfReach({ claims, runner }) {
    const meaning = "AWS could not fetch the public keys of GitHub's OIDC provider to verify the token, also when asked again.";
    if (runner.serverUrl === 'https://github.com') {
        return {
            meaning,
            fix: 'Run the job again. If it happens in a large matrix, lower `strategy.max-parallel`: AWS limits how often it asks.',
        };
    }
    const { issuer } = claims ?? NO_CLAIMS;
    return {
        meaning,
        fix: `Let AWS reach the server from the internet: ${issuer}/.well-known/openid-configuration and the \`jwks_uri\` it names.`,
    };
}
/** The role's account does not know GitHub as an OIDC provider. */
function noProvider({ settings, claims }) {
    const { issuer, audience } = claims ?? NO_CLAIMS;
    const { account } = parseRoleArn(roleOf(settings));
    return {
        meaning: `Account ${account} does not have ${issuer} as an OIDC identity provider, so its roles cannot trust this job.`,
        fix: `Once, with administrator's credentials of account ${account} (no thumbprint is needed):

    aws iam create-open-id-connect-provider --url ${issuer} --client-id-list ${audience}

If there is one already, compare its URL with this one: a slash at its end makes it another provider.`,
    };
}
/** The OIDC provider in IAM is registered for other audiences. */
function otherAudience({ settings, claims }) {
    const { issuer, audience } = claims ?? NO_CLAIMS;
    const { partition, account } = parseRoleArn(roleOf(settings));
    return {
        meaning: `The OIDC provider of account ${account} does not accept tokens for the audience ${audience}.`,
        fix: `Add the audience to it:

    aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:${partition}:iam::${account}:oidc-provider/${providerOf(issuer)} --client-id ${audience}

or ask for one that it accepts:

    with:
      audience: ${partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'}`,
    };
}
/** A token that was fetched just now is too old for STS. */
function tokenExpired() {
    return {
        meaning: 'AWS takes the OIDC token for expired, though each try used a fresh one.',
        fix: "Set the runner's clock (a self-hosted runner: `timedatectl set-ntp true`), then run the job again.",
    };
}
/** STS does not accept the token for a reason that has no row of its own. */
function tokenRejected({ claims }) {
    const { issuer, audience } = claims ?? NO_CLAIMS;
    return {
        meaning: `AWS does not accept the OIDC token of issuer ${issuer} for the audience ${audience}.`,
        fix: `Compare the OIDC provider in IAM with these two: \`aws iam list-open-id-connect-providers\`. Its URL must be ${issuer}, letter by letter, and its client ids must contain ${audience}.`,
    };
}

;// CONCATENATED MODULE: ./lib/aws/explain.js








const OIDC = 'GitHub OIDC';
const CHAIN = 'AWS credentials';
const WEB_IDENTITY = 'AssumeRoleWithWebIdentity';
const DENIED = /^AccessDenied$/;
const EXPIRED = /^(ExpiredToken|RequestExpired)$/;
const BAD_TOKEN = /^InvalidIdentityToken$/;
const BAD_VALUE = /^Validation(Error)?$/;
const UNKNOWN_REGION_HOST = new RegExp(`^sts\\.(?!(${bedrock_regions/* BEDROCK_REGIONS */.NJ.join('|')})\\.)[\\w-]+\\.amazonaws\\.com`);
const LOST = /^(ECONN\w+|EPIPE|ETIMEDOUT|EAI_AGAIN|E(HOST|NET)(UNREACH|DOWN)|EPROTO|TimeoutError)$/;
const NO_WAY = /^(ENOTFOUND$|ERR_PROXY|ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/;
const BAD_KEYS = /^(InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|MissingAuthenticationToken)$/;
// The first row that matches counts. No pattern holds an apostrophe: AWS writes both straight and curly ones. Names,
// statuses and texts as AWS sends them:
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html and its "Common Errors".
const ROWS = [
    { service: OIDC, name: /^NotOffered$/, code: 'oidc-permission-missing', advice: missingPermission },
    { name: /^ENOTFOUND$/, host: UNKNOWN_REGION_HOST, code: 'region-unsupported', advice: regionUnknown },
    { name: NO_WAY, code: 'network-unreachable', advice: noConnection },
    { name: LOST, code: 'network-unreachable', heals: true, advice: noConnection },
    { message: /Deserialization error/, code: 'network-unreachable', heals: true, advice: noConnection },
    { service: OIDC, status: /^(429|5..)$/, code: 'oidc-token-failed', heals: true, advice: noToken },
    { service: OIDC, code: 'oidc-token-failed', advice: noToken },
    { name: /^(Throttl|TooManyRequests|RequestLimit)/, code: 'throttled', heals: true, advice: throttled },
    { status: /^429$/, code: 'throttled', heals: true, advice: throttled },
    { status: /^5..$/, code: 'service-unavailable', heals: true, advice: unavailable },
    { name: /^IDPCommunicationError$/, code: 'oidc-token-failed', heals: true, advice: keysOutOfReach },
    {
        name: BAD_TOKEN,
        message: /verification key/i,
        code: 'oidc-token-failed',
        heals: true,
        advice: keysOutOfReach,
    },
    { name: BAD_TOKEN, message: /No OpenIDConnect provider/i, code: 'oidc-provider-missing', advice: noProvider },
    { name: BAD_TOKEN, message: /token audience/i, code: 'oidc-audience-mismatch', advice: otherAudience },
    { name: BAD_TOKEN, code: 'oidc-token-failed', advice: tokenRejected },
    { name: /^IDPRejectedClaim$/, code: 'oidc-token-failed', advice: tokenRejected },
    { operation: WEB_IDENTITY, name: EXPIRED, code: 'oidc-token-failed', heals: true, advice: tokenExpired },
    { message: /explicit deny/i, code: 'explicitly-denied', advice: explicitDeny },
    { operation: WEB_IDENTITY, name: DENIED, code: 'role-not-assumable', advice: roleDenied },
    { name: DENIED, message: /sts:AssumeRoleWithWebIdentity/, code: 'role-not-assumable', advice: roleDenied },
    { operation: 'AssumeRole', name: DENIED, code: 'role-not-assumable', advice: roleDeniedToKeys },
    { name: DENIED, message: /sts:AssumeRole/, code: 'role-not-assumable', advice: roleDeniedToKeys },
    { message: /roles assumed by role chaining/i, code: 'role-session-too-long', advice: chainedTooLong },
    { name: BAD_VALUE, message: /DurationSeconds/i, code: 'role-session-too-long', advice: sessionTooLong },
    { name: BAD_VALUE, code: 'input-invalid', advice: badValue },
    { name: /^(PackedPolicyTooLarge|MalformedPolicyDocument)$/, code: 'input-invalid', advice: badSessionPolicy },
    { name: /^RegionDisabled$/, code: 'region-unsupported', advice: regionDisabled },
    { service: CHAIN, message: /\baws (sso )?login\b/i, code: 'credentials-expired', advice: signInExpired },
    { name: EXPIRED, code: 'credentials-expired', advice: keysExpired },
    { message: /Signature (expired|not yet current)/i, code: 'credentials-invalid', advice: clockWrong },
    { name: BAD_KEYS, code: 'credentials-invalid', advice: keysInvalid },
    { service: CHAIN, code: 'credentials-missing', advice: noCredentials },
];
/** Turns a service's answer into a Failure: its code, its own words, what they mean and what to do. */
function explain(error, attempt) {
    const row = rowFor(error);
    const advice = row?.advice(attempt, error) ?? UNKNOWN;
    const message = `${wordsOf(error)}\n${advice.meaning}`;
    return new lib_failure/* Failure */.HR(row?.code ?? 'unexpected', { message, hint: advice.fix, cause: error });
}
/** Whether the same request, with a fresh token, may succeed a moment later. */
function canHeal(error) {
    return rowFor(error)?.heals ?? false;
}
const UNKNOWN = {
    meaning: 'The action does not know this answer.',
    fix: 'Look up the error name in the documentation of the service. AWS Support finds the call by its request id.',
};
function rowFor(error) {
    const name = error.name.replace(/Exception$/, '');
    return ROWS.find((row) => (row.service === undefined || row.service === error.service) &&
        (row.operation === undefined || row.operation === error.operation) &&
        (row.name?.test(name) ?? true) &&
        (row.status?.test(String(error.status)) ?? true) &&
        (row.host?.test(error.host ?? '') ?? true) &&
        (row.message?.test(error.message) ?? true));
}
function wordsOf(error) {
    const facts = [
        error.name,
        error.status !== undefined && `HTTP ${error.status}`,
        error.requestId !== undefined && `request id ${error.requestId}`,
    ].filter((fact) => fact !== false);
    return `${error.service} ${error.operation}: ${error.message} (${facts.join(', ')})`;
}

;// CONCATENATED MODULE: ./lib/aws/healing.js


const TRIES = 3;
const FIRST_PAUSE_MS = 1_000;
/**
 * Does `task`, and again while it rejects with what can heal: three tries, at most three seconds of waiting. Everything
 * else rejects at once. Give it a task that fetches its token itself, so that each try has a fresh one.
 */
async function healing(task, world) {
    for (let tried = 1;; tried++) {
        try {
            return await task();
        }
        catch (error) {
            if (tried === TRIES || !(error instanceof lib_failure/* ServiceError */._7) || !canHeal(error))
                throw error;
            const pause = pauseAfter(tried, world.clock.now());
            world.log.info(`${error.service} ${error.operation}: ${error.message} (${error.name}). Trying again in ${(pause / 1_000).toFixed(1)} s, ${tried + 1} of ${TRIES}.`);
            await world.clock.sleep(pause);
        }
    }
}
/** Doubles, and spreads jobs that failed together over half of it: they reach this line at different milliseconds. */
function pauseAfter(tried, now) {
    const full = FIRST_PAUSE_MS * 2 ** (tried - 1);
    return full / 2 + (full / 2) * ((now % 1_000) / 1_000);
}

;// CONCATENATED MODULE: ./lib/aws/session.js




/**
 * Signs in to AWS the way the settings say, and has AWS confirm who that is. Throws a Failure. May be called again for
 * fresh keys: nothing is kept between calls.
 */
async function authenticate(settings, world) {
    const { source, region } = settings;
    if (source.kind === 'bedrock-api-key')
        return bearerSession(source.key, settings, world);
    const attempt = { settings, runner: world.runner };
    if (source.kind === 'oidc' && !world.runner.offersIdToken)
        throw explain(NOT_OFFERED, attempt);
    const found = keysFrom(source, attempt, world);
    // Once something is asked for, so that it is loaded while the network takes its time.
    world.sts.prepare();
    const keys = await found;
    const caller = await explained(() => world.sts.callerIdentity(region, keys), attempt, world);
    requireAllowed(caller, settings.allowedAccountIds);
    const until = keys.expiration === undefined ? '' : ` until ${keys.expiration.toISOString()}`;
    world.log.info(`Signed in to AWS account ${caller.account} as ${caller.arn}${until}.`);
    return { kind: 'keys', keys, ...caller, renewable: keys.expiration !== undefined };
}
const NOT_OFFERED = new lib_failure/* ServiceError */._7({
    service: 'GitHub OIDC',
    operation: 'GetIdToken',
    name: 'NotOffered',
    message: 'The runner has no ACTIONS_ID_TOKEN_REQUEST_URL for this job',
});
function keysFrom(source, attempt, world) {
    if (source.kind === 'oidc')
        return keysByIdToken(source, attempt, world);
    if (source.kind === 'role-chaining')
        return keysByChaining(source, attempt, world);
    return keysPresent(source.kind === 'profile' ? source.profile : undefined, attempt, world);
}
async function keysByIdToken({ audience, role }, attempt, world) {
    world.log.info(`Assuming ${role.arn} with an OIDC token of GitHub for ${audience}.`);
    let claims;
    const assume = async () => {
        const token = await world.idTokens.request(audience);
        claims = claimsOf(token);
        return world.sts.assumeRoleWithWebIdentity(requestFor(role, attempt), token);
    };
    return healing(assume, world).catch((error) => {
        throw inWords(error, { ...attempt, claims });
    });
}
async function keysByChaining({ profile, role }, attempt, world) {
    const present = await keysPresent(profile, attempt, world);
    world.log.info(`Assuming ${role.arn} with these credentials.`);
    return explained(() => world.sts.assumeRole(requestFor(role, attempt), present), attempt, world);
}
function keysPresent(profile, attempt, world) {
    world.log.info(profile === undefined ? 'Looking for AWS credentials.' : `Taking the AWS profile "${profile}".`);
    return explained(() => world.credentialSources.load({ region: attempt.settings.region, profile }), attempt, world);
}
function requestFor(role, { settings }) {
    const { arn, ...session } = role;
    return { region: settings.region, roleArn: arn, ...session };
}
function explained(task, attempt, world) {
    return healing(task, world).catch((error) => {
        throw inWords(error, attempt);
    });
}
function inWords(error, attempt) {
    return error instanceof lib_failure/* ServiceError */._7 ? explain(error, attempt) : error;
}
function requireAllowed(caller, allowed) {
    if (allowed.length === 0 || allowed.includes(caller.account))
        return;
    throw new lib_failure/* Failure */.HR('account-not-allowed', {
        message: `The credentials are of account ${caller.account} (${caller.arn}), and allowed-account-ids has only ${allowed.join(', ')}.`,
        hint: `Assume a role of an allowed account, or allow this one:

    with:
      allowed-account-ids: ${[...allowed, caller.account].join(',')}`,
    });
}
function bearerSession(key, settings, { log, secrets }) {
    secrets.add(key);
    if (settings.allowedAccountIds.length > 0) {
        throw new lib_failure/* Failure */.HR('account-not-allowed', {
            message: 'allowed-account-ids is given, and nothing proves which account a Bedrock API key is of.',
            hint: 'Use `role-to-assume` instead of the key, or leave out `allowed-account-ids`.',
        });
    }
    log.info('Using a Bedrock API key. AWS does not say whose it is.');
    return { kind: 'bearer', key };
}

;// CONCATENATED MODULE: ./lib/aws/refresh-command.js





const refresh_command_TIMEOUT_MS = 180_000;
/**
 * Signs in to AWS, with the two commands that the user may have given: `aws-credential-export` prints the credentials to
 * start from; `aws-auth-refresh` runs when there are none or they have ended, and then all is tried once more. Throws a
 * Failure. Signing in again is told in the log in fewer words.
 */
async function signIn(settings, how, world) {
    const attempt = () => authenticateOrExport(settings, how, world);
    const { authRefresh } = settings;
    if (authRefresh === undefined)
        return attempt();
    const first = await sessionOrLack(attempt, how);
    if (!(first instanceof lib_failure/* Failure */.HR))
        return first;
    await runAuthRefresh({ line: authRefresh, env: how.env, lack: first }, world);
    const second = await sessionOrLack(attempt, how);
    if (!(second instanceof lib_failure/* Failure */.HR))
        return second;
    throw new lib_failure/* Failure */.HR(second.code, {
        message: `${second.message}\nThe command of aws-auth-refresh was run just before, ended well, and did not change that.`,
        hint: 'Check that the command renews what this step uses: the same profile (`aws-profile`), and the .aws folder of the user that the runner runs as.',
        cause: second,
    });
}
/** The Failure is that of credentials that are missing, have ended, or are those that AWS refuses. Throws any other. */
async function sessionOrLack(attempt, { again }) {
    try {
        const session = await attempt();
        return again?.refused !== undefined && isSameSession(session, again.refused) ? STILL_THE_SAME : session;
    }
    catch (error) {
        if (error instanceof lib_failure/* Failure */.HR && error.code.startsWith('credentials-'))
            return error;
        throw error;
    }
}
const STILL_THE_SAME = new lib_failure/* Failure */.HR('credentials-expired', {
    message: 'AWS no longer takes the credentials, and where they come from there are no newer ones.',
    hint: '',
});
async function authenticateOrExport(settings, { env, again }, world) {
    const line = settings.credentialExport;
    const log = again === undefined ? world.log : { ...world.log, info: (text) => world.log.debug(text) };
    if (line === undefined)
        return authenticate(settings, { ...world, log });
    const credentialSources = { load: () => exportedKeys({ line, env }, { ...world, log }) };
    try {
        return await authenticate(settings, { ...world, log, credentialSources });
    }
    catch (error) {
        throw ofExport(error);
    }
}
/** AWS's refusal of keys that the user's command printed: the usual advice is about keys of the environment. */
function ofExport(error) {
    if (!(error instanceof lib_failure/* Failure */.HR) || !(error.cause instanceof lib_failure/* ServiceError */._7))
        return error;
    const isTheClock = /Signature (expired|not yet)/i.test(error.cause.message);
    if (!error.code.startsWith('credentials-') || isTheClock)
        return error;
    const [words = ''] = error.message.split('\n');
    const [what, which] = error.code === 'credentials-expired' ? ['have expired', 'that are fresh'] : ['are not valid', 'that AWS knows'];
    return new lib_failure/* Failure */.HR(error.code, {
        message: `${words}\nThe credentials that the command of aws-credential-export printed ${what}.`,
        hint: `Have the command print credentials ${which}, all three parts from the same place.`,
        cause: error.cause,
    });
}
async function runAuthRefresh({ line, env, lack }, world) {
    const [reason = ''] = lack.message.split('\n');
    world.log.info(`Running the command of aws-auth-refresh. ${reason}`);
    const onLine = (text) => world.log.info(text);
    const { problem, lastErrors } = await runInShell({ line, env, timeoutMs: refresh_command_TIMEOUT_MS, onLine }, world);
    if (problem === undefined)
        return;
    throw new lib_failure/* Failure */.HR(lack.code, {
        message: `${lack.message}\nThe command of aws-auth-refresh ${problem}${lastErrors === '' ? '.' : `:\n${lastErrors}`}`,
        hint: 'Run the command on the runner by hand, in bash (Windows: pwsh). It has 3 minutes and no input: a sign-in that someone must confirm in a browser (`aws sso login --use-device-code`) needs that someone to read the log in time.',
        cause: lack,
    });
}

;// CONCATENATED MODULE: ./lib/aws/renewal.js


/** Keeps a session alive, one renewal at a time and none that nobody asks for. Logs a line for each. */
function renewing(first, { authenticate }, { clock, log }) {
    let held = hold(first, clock.now());
    let ahead;
    let notAheadBefore = 0;
    let renewal;
    async function signInAgain(refused) {
        const session = await authenticate(refused);
        if (!isSameSession(session, held.session)) {
            held = hold(session, clock.now());
            log.info(describe(session));
        }
        else if (refused !== undefined)
            throw renewedInVain(session);
        return held.session;
    }
    async function renewAhead() {
        await signInAgain().catch((error) => {
            log.info(`Signing in again failed and will be tried again; the session holds${until(held.session)}. ${gist(error)}`);
        });
        notAheadBefore = clock.now() + held.pauseMs;
        ahead = undefined;
    }
    async function renewNow(stale) {
        try {
            return await signInAgain(stale);
        }
        catch (error) {
            log.info(`Signing in again failed. ${gist(error)}`);
            throw ended(error);
        }
        finally {
            renewal = undefined;
        }
    }
    async function renew(stale) {
        while (ahead !== undefined)
            await ahead;
        if (!isSameSession(held.session, stale))
            return held.session;
        return (renewal ??= renewNow(stale));
    }
    return {
        current() {
            const now = clock.now();
            if (now >= held.endsAt)
                return renew(held.session);
            if (now >= Math.max(held.renewFrom, notAheadBefore) && renewal === undefined)
                ahead ??= renewAhead();
            return Promise.resolve(held.session);
        },
        renew,
    };
}
/** Renewal starts five minutes before the end, or in the last third of a short session. */
const LONGEST_MARGIN_MS = 5 * 60_000;
function hold(session, now) {
    const expiration = session.kind === 'keys' ? session.keys.expiration?.getTime() : undefined;
    if (expiration === undefined)
        return { session, renewFrom: Infinity, endsAt: Infinity, pauseMs: 0 };
    const margin = Math.min(LONGEST_MARGIN_MS, Math.max(0, expiration - now) / 3);
    // What is signed in the last moments would arrive too late.
    return { session, renewFrom: expiration - margin, endsAt: expiration - margin / 10, pauseMs: margin / 10 };
}
const until = (session) => session.kind === 'keys' && session.keys.expiration ? ` until ${session.keys.expiration.toISOString()}` : '';
function describe(session) {
    return `Signed in again${session.kind === 'keys' ? ` as ${session.arn}` : ''}${until(session)}.`;
}
/** The first line says what failed; the rest is advice for when it matters. */
const gist = (error) => (0,lib_failure/* asFailure */.h_)(error).message.split('\n', 1).join('');
function ended(error) {
    const failure = (0,lib_failure/* asFailure */.h_)(error);
    if (failure.code !== 'unexpected')
        return failure;
    const message = `The session with AWS has ended, and signing in again failed.\n${failure.message}`;
    return new lib_failure/* Failure */.HR('credentials-expired', { message, hint: failure.hint, cause: error });
}

// EXTERNAL MODULE: ./lib/bedrock/models.js
var models = __webpack_require__(21530);
;// CONCATENATED MODULE: ./lib/bedrock/preflight-api.js


/** How long an answer may take; a host that does not even connect is given up before. */
const LONGEST_MS = 20_000;
/** More pages than AWS has profiles for. */
const MOST_PAGES = 10;
/** The questions, put by the client of a region, so with the endpoints, signature, retries and records of the agent's calls. */
function bedrockApi(clientIn, clock) {
    async function ask(region, question) {
        const [slow, done] = [new AbortController(), new AbortController()];
        void clock.sleep(LONGEST_MS, done.signal).then(() => done.signal.aborted || slow.abort());
        const headers = { accept: '*/*', 'content-type': 'application/json' };
        try {
            const answer = await clientIn(region).call({ ...question, headers, gone: slow.signal });
            if ('error' in answer)
                throw answer.error;
            return await preflight_api_textOf(answer);
        }
        catch (error) {
            throw slow.signal.aborted ? noAnswer(question) : error;
        }
        finally {
            done.abort();
        }
    }
    return {
        async listInferenceProfiles(region) {
            const summaries = [];
            let next;
            for (let page = 0; page < MOST_PAGES; page++) {
                const token = next === undefined ? '' : `&nextToken=${encodeURIComponent(next)}`;
                const target = `/inference-profiles?maxResults=1000${token}&type=SYSTEM_DEFINED`;
                const answer = jsonOf(await ask(region, { route: LIST, method: 'GET', target, body: new Uint8Array() }));
                summaries.push(...summariesIn(answer));
                next = textIn(answer, 'nextToken');
                if (next === undefined)
                    break;
            }
            const ids = summaries.map((summary) => textIn(summary, 'inferenceProfileId'));
            return { ids: ids.filter(isClaudeProfile), summaries };
        },
        async tryModel(model, region) {
            const { id } = (0,models/* parseModel */.Xh)(model);
            await ask(region, {
                route: { plane: 'runtime', operation: 'InvokeModelWithResponseStream', name: id },
                method: 'POST',
                target: `/model/${encodeURIComponent(id)}/invoke-with-response-stream`,
                body: new TextEncoder().encode(JSON.stringify(ONE_TOKEN)),
            });
        },
    };
}
const LIST = { plane: 'control', operation: 'ListInferenceProfiles', name: '' };
/** The smallest body (https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html). */
const ONE_TOKEN = {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 1,
    messages: [{ role: 'user', content: '.' }],
};
async function preflight_api_textOf({ body }) {
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of body)
        text += decoder.decode(piece, { stream: true });
    return text;
}
function noAnswer({ route: { operation } }) {
    return new lib_failure/* ServiceError */._7({
        service: 'Amazon Bedrock',
        operation,
        name: 'TimeoutError',
        message: `no answer within ${LONGEST_MS / 1_000} s`,
    });
}
/** Something between may answer in Bedrock's place, so the form of the answer is not taken for granted. */
function summariesIn(answer) {
    const summaries = field(answer, 'inferenceProfileSummaries');
    return Array.isArray(summaries) ? summaries : [];
}
function isClaudeProfile(id) {
    return id !== undefined && (0,models/* parseModel */.Xh)(id).kind === 'inference-profile';
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function field(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
function textIn(value, name) {
    const text = field(value, name);
    return typeof text === 'string' && text !== '' ? text : undefined;
}

// EXTERNAL MODULE: ./lib/transcript/markdown.js
var markdown = __webpack_require__(78245);
;// CONCATENATED MODULE: ./lib/bedrock/preflight-report.js

/** A check as a line of the log. */
function checkLine({ name, subject, state, text }) {
    return `${SIGNS[state]} ${[name, subject].filter(Boolean).join(' ')}: ${text.replaceAll(/\s*\n\s*/g, ' ')}`;
}
/** All checks as Markdown, for the log and the job summary: a table, and below it what to do about each that failed. */
function preflightTable(checks) {
    const rows = checks.map(({ name, subject, state, text }) => [`${SIGNS[state]} ${name}`, [subject, text].filter(Boolean).map(markdown/* inlineCode */.ti).join('<br>')]);
    const fixes = checks.flatMap(({ name, subject, fix }) => fix === undefined ? [] : [`**${name}${subject && ` ${(0,markdown/* inlineCode */.ti)(subject)}`}: what to do**`, (0,markdown/* fencedText */.fV)(fix)]);
    return (0,markdown/* joinBlocks */.x9)(['## Preflight of Claude Code on Bedrock', (0,markdown/* factTable */.Bu)(['Check', ''], rows), ...fixes], LIMIT);
}
const SIGNS = { ok: '✅', note: 'ℹ️', failed: '❌' };
/** A part of the 1 MiB that GitHub takes from a step for its summary. */
const LIMIT = 100 * 1024;

// EXTERNAL MODULE: ./lib/bedrock/explain.js + 8 modules
var bedrock_explain = __webpack_require__(35665);
;// CONCATENATED MODULE: ./lib/bedrock/preflight-findings.js


/** Whether the run can start with this model. */
function modelFinding({ name, model, asked }, call) {
    if (asked === undefined)
        return note(name, model, 'not checked: Claude Code itself turns this name into a profile');
    if (asked.error === undefined)
        return ok(name, model, `answers in ${call.region}`);
    const failure = preflight_findings_explained(asked.error, call);
    if (isPassing(asked.error, failure))
        return note(name, model, `${failure.message}\nThis may pass, and the run tries again by itself.`);
    if (failure.code === 'request-rejected' && statusOf(asked.error) === 400)
        return note(name, model, `${failure.message}\nThis is about the request of the check; the run sends others.`);
    return failed(name, model, name === 'Model' ? failure : aboutSmallModel(failure));
}
/**
 * What it means that profiles could not be listed. They are for advice, and their endpoint need not be reachable from a
 * private network: when a model `isAnswering`, nothing is lost. Else no answer, and refused credentials, are failures.
 */
function regionFinding(error, call, isAnswering) {
    const failure = preflight_findings_explained(error, call);
    const isSilent = statusOf(error) === undefined && !isPassing(error, failure);
    if (!isAnswering && (isSilent || failure.code.startsWith('credentials-')))
        return failed('Region', call.region, failure);
    return note('Region', call.region, `${UNLISTED}\n${failure.message}`);
}
const UNLISTED = 'Inference profiles could not be listed: advice cannot name those that work here. Nothing else needs the list.';
const statusOf = (error) => (error instanceof lib_failure/* ServiceError */._7 ? error.status : undefined);
/** Throttling, trouble inside AWS, an answer that takes long; but not a host that cannot be reached at all. */
function isPassing(error, { code }) {
    if (error instanceof lib_failure/* ServiceError */._7 && error.name === 'TimeoutError')
        return true;
    return (0,bedrock_explain/* canHeal */.Z)(code) && statusOf(error) !== undefined;
}
const preflight_findings_explained = (error, call) => error instanceof lib_failure/* ServiceError */._7 ? (0,bedrock_explain/* explainBedrock */.q)(error, call) : (0,lib_failure/* asFailure */.h_)(error);
/** The advice names the inputs of the main model. */
function aboutSmallModel({ code, message, hint, cause }) {
    const own = hint
        .replaceAll(/^( +)model: /gm, '$1small-fast-model: ')
        .replaceAll(/^( +)aws-region: /gm, '$1small-fast-model-region: ');
    return new lib_failure/* Failure */.HR(code, { message: `small-fast-model: ${message}`, hint: own, cause });
}
/** A check that went well. */
const ok = (name, subject, text) => ({
    check: { name, subject, state: 'ok', text },
});
const note = (name, subject, text) => ({
    check: { name, subject, state: 'note', text },
});
/** A check that failed. */
const failed = (name, subject, failure) => ({
    check: { name, subject, state: 'failed', text: `${failure.code}: ${failure.message}`, fix: failure.hint },
    failure,
});

;// CONCATENATED MODULE: ./lib/bedrock/preflight.js





/**
 * Checks that Bedrock will serve this run: the regions, the model and the small/fast model with one token each, all at once.
 * Without a model only the region is checked. Trouble that may pass is a note, as the run itself tries again. Never rejects.
 */
async function checkBedrock(bedrock, { session, api, log }) {
    const models = modelsOf(bedrock);
    const regions = [...new Set([bedrock.region, ...models.map(({ region }) => region)])];
    const away = regions.filter((region) => !(0,bedrock_regions/* servesBedrock */.j1)(region));
    const findings = away.length > 0 ? notServing(away, bedrock) : await ask(regions, models, { bedrock, session, api });
    const checks = [identityCheck(session), ...findings.map(({ check }) => check)];
    checks.forEach((check) => log.info(checkLine(check)));
    const failed = findings.filter(({ failure }) => failure !== undefined);
    const first = failed.find(({ check }) => check.name !== 'Region') ?? failed[0];
    return { checks, failure: first?.failure };
}
/** The small/fast model is left to Claude Code, too, when the model is. */
function modelsOf({ region, model, smallFastModel, smallFastModelRegion }) {
    if (model === undefined)
        return [];
    const main = { name: 'Model', model, region };
    if (smallFastModel === undefined || (smallFastModel === model && smallFastModelRegion === region))
        return [main];
    return [main, { name: 'Small model', model: smallFastModel, region: smallFastModelRegion }];
}
async function ask(regions, models, { bedrock, session, api }) {
    const [listings, tries] = await Promise.all([
        Promise.all(regions.map(async (region) => ({ region, ...(await outcome(api.listInferenceProfiles(region))) }))),
        Promise.all(models.map(async ({ name, model, region }) => {
            const asked = isClaudeCodesName(model) ? undefined : await outcome(api.tryModel(model, region));
            return { name, model, region, asked };
        })),
    ]);
    const account = session.kind === 'keys' ? session.account : undefined;
    const callIn = (region, model) => {
        const profiles = listings.find((listing) => listing.region === region)?.value?.ids;
        return { region, model, account, maxOutputTokens: bedrock.maxOutputTokens, ...(profiles && { profiles }) };
    };
    const isAnswering = (region) => tries.some((tried) => tried.region === region && isAnswer(tried.asked));
    return [
        ...listings.map(({ region, value, error }) => error === undefined
            ? ok('Region', region, `serves Bedrock, with ${value?.ids.length ?? 0} inference profiles of Claude`)
            : regionFinding(error, callIn(region), isAnswering(region))),
        ...tries.map((tried) => modelFinding(tried, callIn(tried.region, tried.model))),
    ];
}
const outcome = (asked) => asked.then((value) => ({ value }), (error) => ({ error }));
function isAnswer(asked) {
    if (asked?.error === undefined)
        return asked !== undefined;
    return asked.error instanceof lib_failure/* ServiceError */._7 && asked.error.status !== undefined;
}
/** Names that Claude Code itself turns into an inference profile (measured with 2.1.330). */
function isClaudeCodesName(model) {
    const { kind, id } = (0,models/* parseModel */.Xh)(model);
    return kind === 'other' && /^(opus|sonnet|haiku|fable|best|default|opusplan|claude-.*)$/.test(id);
}
function notServing(away, bedrock) {
    return away.map((region) => {
        const input = region === bedrock.region ? 'aws-region' : 'small-fast-model-region';
        const failure = new lib_failure/* Failure */.HR('region-unsupported', {
            message: `${input}: ${region} is not among the regions that AWS lists for Amazon Bedrock.`,
            hint: [
                'Name a region that serves Bedrock:',
                ...(0,bedrock_regions/* nearbyRegions */.zw)(region).map((near) => `  ${input}: ${near}`),
                'If AWS has opened it since this release, skip the check:\n  preflight: false',
            ].join('\n'),
        });
        return failed('Region', region, failure);
    });
}
function identityCheck(session) {
    const name = 'Identity';
    if (session.kind === 'keys')
        return { name, subject: session.arn, state: 'ok', text: `account ${session.account}` };
    return { name, subject: '', state: 'ok', text: 'a Bedrock API key, which only a call can prove' };
}

// EXTERNAL MODULE: ./lib/gateway/bedrock-client.js + 4 modules
var bedrock_client = __webpack_require__(8327);
;// CONCATENATED MODULE: ./lib/check.js




/**
 * Asks Bedrock for one token of each model before the agent may ask for more. Throws the Failure of what keeps the run from
 * starting. With `preflight: only` all that was checked stands in the job summary as a table.
 */
async function checkAccess({ settings, session, env, onListed }, desk, world) {
    if (settings.preflight === 'off')
        return;
    const { bedrock } = settings;
    const onCall = (call) => desk.diagnose(call);
    const clientIn = (region) => {
        const there = { ...bedrock, region, smallFastModel: undefined };
        return (0,bedrock_client/* bedrockClient */.G)({ bedrock: there, session, env, agent: {}, onCall }, world, () => undefined);
    };
    const bare = bedrockApi(clientIn, world.clock);
    const listInferenceProfiles = async (region) => {
        const profiles = await bare.listInferenceProfiles(region);
        if (region === bedrock.region)
            onListed(profiles);
        return profiles;
    };
    const api = { ...bare, listInferenceProfiles };
    const { checks, failure } = await checkBedrock(bedrock, { session: await session.current(), api, log: world.log });
    if (settings.preflight === 'only') {
        // A run tells of the first failure alone; who asks for nothing but the checks wants all of them.
        for (const { name, subject, fix } of checks)
            if (fix !== undefined)
                world.log.info(desk.redact(`${name} ${subject}: what to do\n${fix}`));
        world.job.appendSummary(desk.redact(preflightTable(checks)));
    }
    if (failure !== undefined)
        throw failure;
}

;// CONCATENATED MODULE: ./lib/sign-in.js



/**
 * Signs in to AWS, stays signed in for as long as the run asks, and sees that Bedrock serves it. Throws the Failure of what
 * keeps the run from starting.
 */
async function signInAndCheck({ live, ...check }, desk, world) {
    const { settings, env } = check;
    const first = await signIn(settings.identity, { env }, world);
    if (first.kind === 'keys')
        desk.learn({ account: first.account });
    const authenticate = (refused) => signIn(settings.identity, { env, again: { refused } }, live);
    const session = renewing(first, { authenticate }, live);
    await checkAccess({ ...check, session }, desk, world);
    return session;
}

;// CONCATENATED MODULE: ./lib/late.js
// What a run needs only when its agent has been started: run.ts loads it then, and all at once, for an agent that has been
// let through to its model could change files of the action.




/***/ })

};
