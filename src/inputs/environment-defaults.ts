import { DECLARED_INPUTS, type InputName } from './declared.ts'

/** A default that action.yml cannot hold: the runner would fill it in, and what comes before it would never count. */
export interface EnvironmentDefault {
  /** Environment variables that count, in this order, when the workflow gives no input. */
  readonly variables?: readonly string[]
  /** What counts after them; empty is none. */
  readonly value?: string
  /** What the documentation says of the case that nothing is given; `<...>` stands for a value of the run. */
  readonly otherwise?: string
}

/** Every input whose default depends on the environment. All other defaults are those of action.yml. */
export const ENVIRONMENT_DEFAULTS: Readonly<Partial<Record<InputName, EnvironmentDefault>>> = {
  'aws-region': { variables: ['AWS_REGION', 'AWS_DEFAULT_REGION'], otherwise: 'the AWS profile in use' },
  'role-session-name': { otherwise: 'claude-code-<run id>-<attempt>' },
  model: { variables: ['ANTHROPIC_MODEL'], otherwise: "Claude Code's default for the region" },
  'small-fast-model': { variables: ['ANTHROPIC_SMALL_FAST_MODEL'], otherwise: "Claude Code's default" },
  'small-fast-model-region': { variables: ['ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION'], otherwise: 'aws-region' },
  'max-output-tokens': { variables: ['CLAUDE_CODE_MAX_OUTPUT_TOKENS'], value: '4096' },
  // Whether they are given matters: see quota.ts.
  'max-output-tokens-ceiling': { value: '32000' },
  'throttle-patience-minutes': { value: '60' },
  'max-thinking-tokens': { variables: ['MAX_THINKING_TOKENS'], value: '1024' },
  'disable-prompt-caching': { variables: ['DISABLE_PROMPT_CACHING'], value: 'false' },
  effort: { otherwise: "Claude Code's default" },
  'claude-code-version': { otherwise: 'the version this release was tested with' },
  'registry-url': { otherwise: "npm's own configuration" },
  'artifact-name': { otherwise: 'claude-transcript-<job>-<run attempt>-<id>' },
  'retention-days': { otherwise: "the repository's setting" },
}

/** The environment variables that stand behind an input, first the one that counts first. */
export const variablesOf = (name: InputName): readonly string[] => ENVIRONMENT_DEFAULTS[name]?.variables ?? []

/** The default of an input that counts after its environment variables; empty is none. */
export const defaultOf = (name: InputName): string => ENVIRONMENT_DEFAULTS[name]?.value ?? DECLARED_INPUTS[name].default
