import type { Check } from '../bedrock/types.ts'
import type { Statistics } from '../claude/statistics.ts'
import type { Timeline } from '../claude/timeline.ts'
import type { FailureCode, FixBlock } from '../errors.ts'
import type { QuotaFacts } from '../gateway/types.ts'
import type { TranscriptSettings } from '../inputs/settings.ts'
import type { StoredArtifact } from '../ports/github.ts'
import type { outputsFrom } from './outputs.ts'

/** How a run ended. */
export type Conclusion = 'success' | 'failure' | 'cancelled' | 'timed-out' | 'setup'

/** A tool call that was not allowed: what Claude Code reports of it, then why and what would have allowed it. */
export interface PermissionDenial {
  readonly tool_name: string
  readonly tool_use_id: string
  readonly tool_input: unknown
  readonly denied_by?: DeniedBy
  /** The rule that denied it and the input it is in, or what the hook said; absent where not known. */
  readonly rule?: string
  /** Lines of `allowed-tools` that allow this very call and nothing else; empty where there is none. */
  readonly allow?: readonly string[]
  /** A rule that allows much more. */
  readonly wider?: string
}

/** Why a tool call was not allowed: no rule allowed it, or one of these forbids it. */
export type DeniedBy = 'no-rule' | 'deny-rule' | 'ask-rule' | 'hook' | 'plan-mode' | 'protected-file' | 'auto-mode'

/**
 * The outputs of the action by their names, with typed values: the object in `result.json`. `null` is "not known";
 * `failure-code` and `failure-message` are empty on success. Tokens and costs are of the whole run.
 */
export type Outputs = Readonly<ReturnType<typeof outputsFrom>>

/** Lines added and taken away, by the path of a file. */
export type DiffStat = Readonly<Record<string, { readonly added: number; readonly removed: number }>>

/** Names in the transcript folder; `session` is a folder. */
export const TRANSCRIPT_FILES = {
  events: 'transcript.jsonl',
  page: 'transcript.html',
  result: 'result.json',
  diagnostics: 'diagnostics.jsonl',
  patch: 'changes.patch',
  session: 'session',
} as const

/** A failure as people read it; see `Failure`. */
export interface RunFailure {
  readonly code: FailureCode
  readonly message: string
  /** The part of the message that is a service's answer, where there is one. */
  readonly quote?: string | undefined
  readonly fix: readonly FixBlock[]
}

/**
 * What is known of the run so far, redacted; it grows while the run goes on, and outputs are made of it whatever happens.
 * All of it is plain data, since post may have to go on from it.
 */
export interface RunFacts {
  readonly transcriptPath: string
  readonly transcript?: TranscriptSettings | undefined
  /** Who started the run and what is in force for that, in one line; undefined where it is nothing. */
  readonly start?: string | undefined
  /** Undefined in set-up mode. */
  readonly prompt?: string | undefined
  readonly region?: string | undefined
  readonly model?: string | undefined
  readonly account?: string | undefined
  /** All that preflight checked, where the run was to check alone. */
  readonly checks?: readonly Check[] | undefined
  readonly claude?: InstalledFacts | undefined
  /** The agent's events, added up. */
  readonly statistics?: Statistics | undefined
  readonly timeline?: Timeline | undefined
  /** Tool calls that were not allowed, with what is to be said of them. */
  readonly denials?: readonly PermissionDenial[] | undefined
  /** How many secrets were redacted from the transcript, by kind. */
  readonly redacted?: Readonly<Record<string, number>> | undefined
  /** The sandbox around the agent; undefined when none was started. */
  readonly isolation?: 'unshare' | 'none' | undefined
  /** Calls of the model that failed and were repeated. */
  readonly retries?: number | undefined
  /** What the run's calls took of their quota; undefined where they went past the gateway. */
  readonly quota?: QuotaFacts | undefined
  /** Wall time of the agent, in milliseconds. */
  readonly durationMs?: number | undefined
  /** The first failure; absent while all is well. */
  readonly failure?: RunFailure | undefined
  /** Undefined when it is not known. */
  readonly changedFiles?: readonly string[] | undefined
  /** Of the files in `changes.patch`. */
  readonly diffStat?: DiffStat | undefined
  /** What was put back of the settings of git, a line each. */
  readonly restoredGitSettings?: readonly string[] | undefined
  readonly artifact?: StoredArtifact | undefined
  /** The page by itself, as an artifact of its own. */
  readonly artifactPage?: StoredArtifact | undefined
}

/** The Claude Code that is used. */
export interface InstalledFacts {
  readonly version: string | undefined
  readonly path: string
  readonly cacheHit: 'tool-cache' | 'actions-cache' | 'none'
}
