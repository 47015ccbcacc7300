import { usesFips, dnsSuffixOf } from '../endpoints.ts'
import type { BedrockSettings, IdentitySource, QuotaSettings } from '../inputs/settings.ts'
import { RUN_MARKER, type Environment } from '../ports/machine.ts'
import { definedVariables, isRunnersOwn } from '../variable-names.ts'
import { pinnedModels } from './run-models.ts'
import { type AgentAccess, type Credentials, addedHeaders } from './types.ts'

/** What the agent's environment is made of. */
export interface AgentEnvironmentRequest {
  /** The action's own environment. */
  readonly inherited: Environment
  /** Names of variables that the user passes on to the agent. */
  readonly names: readonly string[]
  readonly bedrock: BedrockSettings
  readonly access: AgentAccess
  /** How the run signed in, to say why other credentials are withheld from the agent. */
  readonly source: IdentitySource['kind']
  readonly configDirectory: string
  readonly platform: string
  /** Id of the run, which marks all its processes. */
  readonly run: string
}

/**
 * The environment of Claude Code and its commands: variables of the action's environment that programs need, those that the
 * user named, and Bedrock's (https://code.claude.com/docs/en/amazon-bedrock). The runner's tokens and command files, the action's
 * inputs, and credentials that would replace this run's own are never in it; `withheld` has a line for the log on each of the last.
 */
export function agentEnvironment(request: AgentEnvironmentRequest): {
  readonly variables: Readonly<Record<string, string>>
  readonly withheld: readonly string[]
} {
  const { inherited, names, bedrock, access, platform } = request
  const own = defined({
    ...bedrockVariables(bedrock),
    ...SHARED_PREFIX,
    // The agent must not use the role of the machine.
    AWS_EC2_METADATA_DISABLED: 'true',
    // The gateway signs the calls, and adds the headers itself.
    ...(access.kind !== 'gateway' && headerVariable(bedrock)),
    ...(access.kind === 'served' ? access.environment : access.kind === 'gateway' ? {} : credentialVariables(access)),
    ANTHROPIC_BEDROCK_BASE_URL: baseUrl(inherited, bedrock.region),
    CLAUDE_CONFIG_DIR: request.configDirectory,
    [RUN_MARKER]: request.run,
  })
  const canonical = (name: string) => (platform === 'win32' ? name.toUpperCase() : name)
  const named = new Set(names.map(canonical))
  const excluded = new Set([...Object.keys(own), ...CREDENTIAL_VARIABLES].map(canonical))
  const isKept = (name: string) =>
    (isInherited(name, platform) || named.has(canonical(name))) && !excluded.has(canonical(name)) && !isRunnersOwn(name)
  const variables = { ...defined(definedVariables(inherited, isKept)), ...own }
  return { variables, withheld: [...withheldLines(request, named), ...withheldSettings(inherited, variables)] }
}

/**
 * So that all runs of a version and model begin alike, and read what the first has written to the prompt cache: without these
 * the system prompt names the folder of Claude Code's memory, and holds a checksum of the prompt (measured with 2.1.332).
 */
const SHARED_PREFIX = { CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1', CLAUDE_CODE_ATTRIBUTION_HEADER: '0' }

/**
 * The variables that set-up mode exports to later steps, credentials included. A bearer key or session token of an earlier step
 * is set to nothing, since it would override the keys or make them invalid.
 */
export function exportedEnvironment(
  request: Pick<AgentEnvironmentRequest, 'inherited' | 'bedrock'> & { readonly session: Credentials },
): Record<string, string> {
  const { inherited, bedrock, session } = request
  const stale = ['AWS_BEARER_TOKEN_BEDROCK', 'AWS_SESSION_TOKEN'].filter((name) => inherited[name])
  const cleared = session.kind === 'keys' ? Object.fromEntries(stale.map((name) => [name, ''])) : {}
  const own = { ...bedrockVariables(bedrock), ...headerVariable(bedrock), ...credentialVariables(session) }
  return { ...cleared, ...defined({ ...own, ANTHROPIC_BEDROCK_BASE_URL: baseUrl(inherited, bedrock.region) }) }
}

/** Claude Code reads neither the AWS SDK's variable for the runtime's endpoint nor that for FIPS (measured with 2.1.330). */
function baseUrl(env: Environment, region: string): string | undefined {
  const own = env.ANTHROPIC_BEDROCK_BASE_URL || env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME
  return own || (usesFips(env) ? `https://bedrock-runtime-fips.${region}.${dnsSuffixOf(region)}` : undefined)
}

function bedrockVariables({ region, model, smallFastModel, ...bedrock }: BedrockSettings): Environment {
  const { opus, sonnet, haiku, fable } = pinnedModels({ ...bedrock, model, smallFastModel })
  return {
    CLAUDE_CODE_USE_BEDROCK: '1',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    ANTHROPIC_MODEL: model,
    // Claude Code 2.1.330 still tries its own default of each family once, unless the pin is of that family or an ARN.
    ANTHROPIC_DEFAULT_OPUS_MODEL: opus,
    ANTHROPIC_DEFAULT_SONNET_MODEL: sonnet,
    ANTHROPIC_DEFAULT_FABLE_MODEL: fable,
    ANTHROPIC_DEFAULT_HAIKU_MODEL: haiku,
    CLAUDE_CODE_SUBAGENT_MODEL: bedrock.subagentModel,
    ANTHROPIC_SMALL_FAST_MODEL: smallFastModel,
    ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION: bedrock.smallFastModelRegion,
    CLAUDE_CODE_MAX_OUTPUT_TOKENS: String(bedrock.maxOutputTokens),
    MAX_THINKING_TOKENS: String(bedrock.maxThinkingTokens),
    DISABLE_PROMPT_CACHING: bedrock.disablePromptCaching ? '1' : undefined,
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    DISABLE_AUTOUPDATER: '1',
  }
}

/** Headers in the form of Claude Code's variable; undefined for none. */
function headerVariable(bedrock: BedrockSettings): Environment {
  const lines = Object.entries(addedHeaders('runtime', bedrock)).map(([name, value]) => `${name}: ${value}`)
  return { ANTHROPIC_CUSTOM_HEADERS: lines.join('\n') || undefined }
}

function credentialVariables(session: Credentials): Environment {
  if (session.kind === 'bearer') return { AWS_BEARER_TOKEN_BEDROCK: session.key }
  const { accessKeyId, secretAccessKey, sessionToken } = session.keys
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  }
}

/** Beside access keys these win in the AWS SDK or in Claude Code, so the agent gets them only with this run's values. */
const CREDENTIAL_VARIABLES = [
  'AWS_BEARER_TOKEN_BEDROCK',
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
]

/** Credentials whose absence is worth a line; keys that this run signed in with, or replaced, are not. */
const REPORTED = ['AWS_BEARER_TOKEN_BEDROCK', 'AWS_PROFILE', 'ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN']

const BECAUSE: Readonly<Record<IdentitySource['kind'], string>> = {
  oidc: 'role-to-assume was given',
  'role-chaining': 'role-to-assume was given',
  'bedrock-api-key': 'a Bedrock API key authorizes its calls',
  profile: 'an AWS profile signs its calls',
  'default-chain': 'the AWS keys that were found sign its calls',
}

function withheldLines({ inherited, source }: AgentEnvironmentRequest, named: ReadonlySet<string>): string[] {
  const ours =
    source === 'bedrock-api-key' ? 'AWS_BEARER_TOKEN_BEDROCK' : source === 'profile' ? 'AWS_PROFILE' : undefined
  return REPORTED.filter((name) => inherited[name] && name !== ours)
    .filter((name) => !named.has(name) || CREDENTIAL_VARIABLES.includes(name))
    .map((name) => `${name} is set in the environment; it is kept from the agent because ${BECAUSE[source]}.`)
}

/** One line on the variables of Claude Code's that the job has set and the agent does not get; custom headers count all the same. */
function withheldSettings(inherited: Environment, variables: Environment): string[] {
  const counted = new Set([...Object.keys(variables), 'ANTHROPIC_CUSTOM_HEADERS', ...REPORTED])
  const names = Object.keys(inherited)
    .filter((name) => /^(CLAUDE_CODE|ANTHROPIC)_/.test(name) && inherited[name] && !counted.has(name))
    .sort()
  if (names.length === 0) return []
  return [
    `Set in the environment and kept from the agent: ${names.join(', ')}. To pass one on, name it in the input environment.`,
  ]
}

const defined = (variables: Environment) => definedVariables(variables, (name) => variables[name] !== '')

/** `max_tokens` of Opus 5.5, the default model, without a limit (measured with 2.1.330). */
const UNLIMITED_TOKENS = 128_000

type Limits = Pick<BedrockSettings, 'maxOutputTokens' | 'maxThinkingTokens'>

/**
 * What the limits of this run mean where they are not the usual ones, as lines for the log. Bedrock reserves a call's `max_tokens` of the
 * tokens-per-minute quota when the call starts (https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html).
 */
export function describeLimits(
  { maxOutputTokens, maxThinkingTokens }: Limits,
  usual: Limits,
  quota?: QuotaSettings,
): string[] {
  const times = Math.floor(UNLIMITED_TOKENS / maxOutputTokens)
  const saved =
    times > 1 ? `, ${times} times less than Opus 5.5 would reserve without a limit (${UNLIMITED_TOKENS})` : ''
  return [
    maxOutputTokens !== usual.maxOutputTokens &&
      `max-output-tokens ${maxOutputTokens}: each call reserves that much of the tokens-per-minute quota when it starts${saved}.`,
    quota?.lowers === 'when-short' &&
      `max-output-tokens auto: a call reserves what Claude Code asks for (at most ${quota.ceiling}) of the tokens-per-minute quota, and ${maxOutputTokens} for five minutes after one was refused.`,
    maxThinkingTokens !== usual.maxThinkingTokens &&
      `max-thinking-tokens ${maxThinkingTokens}: models with adaptive thinking (Opus 4.6 and Sonnet 4.6 and later) ignore it.`,
  ].filter((line) => line !== false)
}

/** Variables that programs and build tools need and that hold no secret of the job. Nothing else is inherited. */
const ALLOWED = new Set(
  [
    // Any program.
    'PATH HOME USER LOGNAME SHELL LANG LANGUAGE TERM COLORTERM NO_COLOR FORCE_COLOR TZ TMPDIR TEMP TMP DEBIAN_FRONTEND',
    'XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_RUNTIME_DIR LD_LIBRARY_PATH PKG_CONFIG_PATH',
    'EDITOR PAGER GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL',
    // Proxies and certificates.
    'HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY http_proxy https_proxy no_proxy all_proxy',
    'NODE_EXTRA_CA_CERTS NODE_USE_SYSTEM_CA SSL_CERT_FILE SSL_CERT_DIR REQUESTS_CA_BUNDLE CURL_CA_BUNDLE PIP_CERT',
    'GIT_SSL_CAINFO AWS_CA_BUNDLE',
    // Windows.
    'SystemRoot SystemDrive windir ComSpec PATHEXT OS APPDATA LOCALAPPDATA ProgramData ALLUSERSPROFILE PUBLIC',
    'ProgramFiles ProgramFiles(x86) ProgramW6432 CommonProgramFiles CommonProgramFiles(x86) CommonProgramW6432',
    'USERPROFILE USERNAME USERDOMAIN HOMEDRIVE HOMEPATH COMPUTERNAME NUMBER_OF_PROCESSORS PROCESSOR_ARCHITECTURE',
    'PSModulePath CLAUDE_CODE_GIT_BASH_PATH',
    // Where runner images and set-up actions put language tools.
    'GOPATH GOBIN GOCACHE GOMODCACHE GOTOOLCHAIN GOFLAGS CARGO_HOME RUSTUP_HOME RUSTUP_TOOLCHAIN CARGO_TERM_COLOR',
    'pythonLocation Python_ROOT_DIR Python2_ROOT_DIR Python3_ROOT_DIR VIRTUAL_ENV CONDA PYENV_ROOT PIPX_HOME PIPX_BIN_DIR',
    'NVM_DIR PNPM_HOME VOLTA_HOME COREPACK_HOME BUN_INSTALL DENO_DIR NPM_CONFIG_USERCONFIG PLAYWRIGHT_BROWSERS_PATH',
    'M2_HOME MAVEN_HOME GRADLE_HOME GRADLE_USER_HOME ANT_HOME KOTLIN_HOME SBT_HOME LEIN_HOME LEIN_JAR',
    'ANDROID_HOME ANDROID_SDK_ROOT ANDROID_NDK ANDROID_NDK_HOME ANDROID_NDK_ROOT ANDROID_NDK_LATEST_HOME',
    'DOTNET_ROOT DOTNET_CLI_HOME DOTNET_NOLOGO DOTNET_MULTILEVEL_LOOKUP DOTNET_SKIP_FIRST_TIME_EXPERIENCE NUGET_PACKAGES',
    'SWIFT_PATH GHCUP_INSTALL_BASE_PREFIX VCPKG_INSTALLATION_ROOT DEVELOPER_DIR HOMEBREW_PREFIX HOMEBREW_CELLAR',
    'HOMEBREW_REPOSITORY CHROME_BIN CHROMEWEBDRIVER EDGEWEBDRIVER GECKOWEBDRIVER SELENIUM_JAR_PATH',
    // Facts about the job, no permissions.
    'CI GITHUB_ACTIONS GITHUB_ACTOR GITHUB_ACTOR_ID GITHUB_TRIGGERING_ACTOR GITHUB_API_URL GITHUB_GRAPHQL_URL',
    'GITHUB_SERVER_URL GITHUB_BASE_REF GITHUB_HEAD_REF GITHUB_REF GITHUB_REF_NAME GITHUB_REF_PROTECTED GITHUB_REF_TYPE',
    'GITHUB_EVENT_NAME GITHUB_EVENT_PATH GITHUB_REPOSITORY GITHUB_REPOSITORY_ID GITHUB_REPOSITORY_OWNER',
    'GITHUB_REPOSITORY_OWNER_ID GITHUB_JOB GITHUB_RUN_ID GITHUB_RUN_NUMBER GITHUB_RUN_ATTEMPT GITHUB_RETENTION_DAYS',
    'GITHUB_SHA GITHUB_WORKFLOW GITHUB_WORKFLOW_REF GITHUB_WORKFLOW_SHA GITHUB_WORKSPACE',
    // By RUNNER_TRACKING_ID the runner finds processes that a job left.
    'RUNNER_OS RUNNER_ARCH RUNNER_NAME RUNNER_ENVIRONMENT RUNNER_TEMP RUNNER_TOOL_CACHE RUNNER_DEBUG RUNNER_TRACKING_ID',
    'AGENT_TOOLSDIRECTORY ImageOS ImageVersion',
    // Private endpoints of AWS.
    'ANTHROPIC_BEDROCK_BASE_URL AWS_ENDPOINT_URL_STS AWS_ENDPOINT_URL_BEDROCK AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
  ].flatMap((line) => line.split(' ')),
)

/** Patterns of names: `LC_ALL`, `JAVA_HOME_21_X64`, `GOROOT_1_26_X64`, `XCODE_26_DEVELOPER_DIR`. */
const ALLOWED_PATTERN = /^(LC_[A-Z]+|(JAVA_HOME|GOROOT)(_\w+)?|XCODE_\w+_DEVELOPER_DIR)$/

const ALLOWED_ON_WINDOWS = new Set([...ALLOWED].map((name) => name.toUpperCase()))

/** Whether the agent inherits the variable `name`; names are case-insensitive on Windows. */
function isInherited(name: string, platform: string): boolean {
  const known = platform === 'win32' ? ALLOWED_ON_WINDOWS.has(name.toUpperCase()) : ALLOWED.has(name)
  return known || ALLOWED_PATTERN.test(name)
}
