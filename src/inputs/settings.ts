// The one typed object that the inputs become. Each module takes its own slice.
import type { EFFORT_LEVELS } from '../claude/release-facts.ts'

/** Everything the user asked for, checked. */
export interface Settings {
  /** Undefined: set-up only. */
  readonly prompt: Prompt | undefined
  readonly identity: IdentitySettings
  readonly bedrock: BedrockSettings
  readonly agent: AgentSettings
  readonly install: InstallSettings
  readonly transcript: TranscriptSettings
  /** Who may start a run on events that strangers can cause, besides people with write access. */
  readonly actors: {
    /** Logins; `*` is everybody but bots. */
    readonly allowActors: readonly string[]
    /** Logins, each with its `[bot]`. */
    readonly allowBots: readonly string[]
    /** Asks GitHub who has write access; empty where the workflow gives none. */
    readonly token: string
  }
  /** Whether the action signs the agent's calls, or puts credentials into its environment. */
  readonly credentials: 'gateway' | 'environment'
  /** Undefined where the agent's calls do not go through the gateway. */
  readonly quota: QuotaSettings | undefined
  /** Whether Bedrock's environment is exported to later steps. */
  readonly exportEnvironment: boolean
  /** `only`: check and stop. */
  readonly preflight: 'on' | 'off' | 'only'
}

/** The prompt and where it came from; `path` is absolute. */
export type Prompt =
  | { readonly from: 'input'; readonly text: string }
  | { readonly from: 'file'; readonly text: string; readonly path: string }

/** How to become someone in AWS. */
export interface IdentitySettings {
  readonly region: string
  readonly source: IdentitySource
  /** Empty: any account. */
  readonly allowedAccountIds: readonly string[]
  /** Shell command that signs in again where the source looks (`aws sso login`), for when its credentials have expired. */
  readonly authRefresh?: string | undefined
  /** Shell command that prints credentials; they take the place of the default chain's. */
  readonly credentialExport?: string | undefined
  /** Whether the account id is masked in the log and in everything that is kept. */
  readonly maskAccountId?: boolean
}

/** Which way of signing in the inputs (or else the environment) chose. */
export type IdentitySource =
  | { readonly kind: 'oidc'; readonly audience: string; readonly role: RoleSettings }
  | { readonly kind: 'role-chaining'; readonly profile: string | undefined; readonly role: RoleSettings }
  | { readonly kind: 'bedrock-api-key'; readonly key: string }
  | { readonly kind: 'profile'; readonly profile: string }
  | { readonly kind: 'default-chain' }

/** The role and how narrow its session is. */
export interface RoleSettings {
  readonly arn: string
  readonly sessionName: string
  readonly durationSeconds: number
  readonly inlineSessionPolicy: string | undefined
  readonly managedSessionPolicies: readonly string[]
  /** What the role's trust policy asks of accounts other than its own; only where the role is assumed with keys. */
  readonly externalId?: string | undefined
  /** Tags of the session; only where the role is assumed with keys. */
  readonly tags?: Readonly<Record<string, string>> | undefined
}

/** What Bedrock is asked for. Models are ids or ARNs; undefined leaves the choice to Claude Code. */
export interface BedrockSettings {
  readonly region: string
  readonly model: string | undefined
  readonly smallFastModel: string | undefined
  readonly smallFastModelRegion: string
  readonly maxOutputTokens: number
  readonly maxThinkingTokens: number
  readonly disablePromptCaching: boolean
  /** Models that the job's `ANTHROPIC_DEFAULT_*_MODEL` name for a family of Claude's. */
  readonly familyModels?: FamilyModels | undefined
  /** The job's `CLAUDE_CODE_SUBAGENT_MODEL`. */
  readonly subagentModel?: string | undefined
  /** The guardrail of Amazon Bedrock that every call names; `id` may be an ARN, `version` is a number or `DRAFT`. */
  readonly guardrail?: { readonly id: string; readonly version: string } | undefined
  /** Headers that the user adds to every call, by their names in lower case. Values are secrets. */
  readonly customHeaders?: Readonly<Record<string, string>> | undefined
}

/** How the run's calls share a quota with others; only where they go through the gateway. */
export interface QuotaSettings {
  /** Whether each call asks for max-output-tokens, or for what Claude Code wants until one is refused (`auto`). */
  readonly lowers: 'always' | 'when-short'
  /** `max_tokens` of a call at most, after a reply that was cut. */
  readonly ceiling: number
  /** How long a call waits, in milliseconds; 0: none is held. */
  readonly patienceMs: number
}

/** Models by the family that Claude Code uses them for. */
export type FamilyModels = Readonly<Partial<Record<'opus' | 'sonnet' | 'haiku' | 'fable', string | undefined>>>

/** Plugins as `name@marketplace`, and their marketplaces as Claude Code takes them. */
export interface PluginSettings {
  readonly plugins: readonly string[]
  readonly marketplaces: readonly string[]
}

/** How the agent works. Lists are empty, values undefined, where nothing was asked for. */
export interface AgentSettings {
  /** Absolute. */
  readonly workingDirectory: string
  readonly appendSystemPrompt: string | undefined
  readonly fallbackModel: string | undefined
  /** Rules as Claude Code's settings take them; their paths are absolute (`//`) or relative to the working directory. */
  readonly allowedTools: readonly string[]
  readonly disallowedTools: readonly string[]
  readonly permissionMode: (typeof PERMISSION_MODES)[number]
  readonly maxTurns: number | undefined
  readonly maxBudgetUsd: number | undefined
  readonly timeoutMs: number
  /** JSON text of the schema of the structured result. */
  readonly jsonSchema: string | undefined
  /** Claude Code's settings as far as users decide them. */
  readonly settings: {
    /** The input's object, its paths absolute, without what the action decides; empty without the input. */
    readonly json: Readonly<Record<string, unknown>>
    /** `env` of the checkout's own settings, which Claude Code reads by itself. */
    readonly checkoutEnvironment: Readonly<Record<string, string>>
    /** What of both is overridden, for the log: `env.AWS_REGION (settings)`. */
    readonly overridden: readonly string[]
  }
  /** MCP servers, in the object that Claude Code reads, and their names. */
  readonly mcpConfig:
    { readonly json: Readonly<Record<string, unknown>>; readonly servers: readonly string[] } | undefined
  /** Whether a server of `mcpConfig` that does not start fails the run. */
  readonly requireMcpServers: boolean
  /** Whether a denied tool call fails the run. */
  readonly failOnDenial: boolean
  readonly plugins: PluginSettings
  /** How hard the model thinks. */
  readonly effort: (typeof EFFORT_LEVELS)[number] | undefined
  readonly claudeArgs: readonly string[]
  /** Further variables of the agent: names to pass on from the action's environment, and values by name. */
  readonly environment: { readonly names: readonly string[]; readonly values: Readonly<Record<string, string>> }
  /** The conversation that the run continues. */
  readonly resume: ResumedSession | undefined
  readonly isolation: IsolationSetting
  /** Whether files of the checkout configure and instruct it: `.claude/`, `.mcp.json`, `CLAUDE.md`. */
  readonly trustsCheckout: boolean
  readonly network: NetworkSetting
}

/** Whether the agent runs in a sandbox: where it works, always (or no run), or never. */
export type IsolationSetting = 'auto' | 'required' | 'off'

/** What of the network the agent reaches besides Bedrock: all, nothing (by whose choice), or hosts, and ports of this machine. */
export type NetworkSetting =
  | { readonly kind: 'open' }
  | { readonly kind: 'none'; readonly by: 'input' | 'event' }
  | { readonly kind: 'list'; readonly hosts: readonly AllowedHost[]; readonly localPorts: readonly number[] }

/** A host in lower case, or with `below` all hosts below it and not itself, on these ports. */
export interface AllowedHost {
  readonly name: string
  readonly below: boolean
  readonly ports: readonly number[]
}

/** A session of Claude Code and the absolute path of its transcript. */
export interface ResumedSession {
  readonly id: string
  readonly path: string
}

/** The modes Claude Code knows; see its documentation of permission modes. */
export const PERMISSION_MODES = ['plan', 'dontAsk', 'acceptEdits', 'auto', 'bypassPermissions'] as const

/** Which Claude Code, and from where. */
export interface InstallSettings {
  /** `x.y.z`, `latest`, or undefined for the version this release was tested with. */
  readonly version: string | undefined
  /** Absolute path of an executable that is already there; nothing is installed. */
  readonly path: string | undefined
  /** Base address of a mirror of the npm registry, without a trailing slash. */
  readonly registryUrl: string | undefined
  /** Whether it may come from the tool cache and the Actions cache, and go there. */
  readonly cache: boolean
}

/** What is kept and shown of the run. */
export interface TranscriptSettings {
  readonly upload: 'always' | 'on-failure' | 'never'
  readonly artifactName: string
  readonly retentionDays: number | undefined
  /** What they match is redacted in all that is kept. */
  readonly redact: readonly RedactPattern[]
  readonly show: 'off' | 'summary' | 'full'
  readonly jobSummary: boolean
}

/** A regular expression of the input `redact`. */
export interface RedactPattern {
  /** For the flag `u`. */
  readonly source: string
  /** On some text it takes time that grows with this power of the text's length: 1 is linear. */
  readonly degree: number
}
