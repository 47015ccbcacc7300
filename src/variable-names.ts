// Environment variables by what they do, for everything that hands variables to the agent or keeps them from it.
import type { Environment } from './ports/machine.ts'

/** Variables of the runner that the agent must never see, and why: with them a command can act as the job or change its later steps. */
const RUNNERS_OWN: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^ACTIONS_/i, "holds the addresses and tokens of the job's own services"],
  [/^(INPUT|STATE)_/i, 'holds the inputs and the state of this action'],
  [/^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/i, 'names a file with which a command can change later steps'],
]

/**
 * Variables that decide where Claude Code sends its calls, who signs them, and for which models and limits. The inputs decide
 * that, so no other source may (https://code.claude.com/docs/en/amazon-bedrock, https://code.claude.com/docs/en/env-vars).
 */
const ACTIONS_OWN = new Set(
  [
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
  ].flatMap((line) => line.split(' ')),
)

/** Variables with which a loader, a shell or an interpreter runs code of their choice when any program starts. */
const LOADERS =
  /^(LD_.*|DYLD_.*|NODE_OPTIONS|BUN_OPTIONS|BASH_ENV|ENV|BASH_FUNC_.*|SHELLOPTS|BASHOPTS|PROMPT_COMMAND|ZDOTDIR|PYTHONSTARTUP|PYTHONHOME|PERL5OPT|RUBYOPT)$/i

/** Whether a variable is the runner's own, which the agent never gets, not even when it is asked for. */
export const isRunnersOwn = (name: string) => RUNNERS_OWN.some(([pattern]) => pattern.test(name))

/** Whether a variable decides what the inputs decide: where calls go, who signs them, models and limits. */
export const isActionsOwn = (name: string) => ACTIONS_OWN.has(name.toUpperCase())

/** The variables that have a value, of those whose names are kept. */
export const definedVariables = (env: Environment, isKept: (name: string) => boolean): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined || !isKept(name) ? [] : [[name, value]])),
  )

/** Why a variable may not be handed to the agent by its name; undefined when it may. Completes a sentence that begins with "it". */
export function reasonToWithhold(name: string): string | undefined {
  const runners = RUNNERS_OWN.find(([pattern]) => pattern.test(name))
  if (runners !== undefined) return runners[1]
  if (isActionsOwn(name)) return 'is set by the action itself, from its inputs'
  return LOADERS.test(name) ? 'makes programs run code when they start' : undefined
}
