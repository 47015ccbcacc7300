import type { Timeline } from '../claude/timeline.ts'
import type { TranscriptSettings } from '../inputs/settings.ts'
import type { StoredArtifact } from '../ports/github.ts'
import type { Conclusion, FailureText, Outputs } from './report.ts'
import type { Statistics } from '../claude/statistics.ts'

/**
 * What is known of the run so far, redacted; it grows as the story goes on, and outputs are made from it whatever happens.
 * All of it is plain data, since post may have to go on from it.
 */
export interface RunFacts {
  readonly transcriptPath: string
  readonly transcript?: TranscriptSettings | undefined
  /** Undefined in set-up mode. */
  readonly prompt?: string | undefined
  readonly region?: string | undefined
  readonly model?: string | undefined
  readonly account?: string | undefined
  readonly claude?: InstalledFacts | undefined
  /** The agent's events, added up. */
  readonly statistics?: Statistics | undefined
  readonly timeline?: Timeline | undefined
  /** How many secrets were struck from the transcript, by kind. */
  readonly struck?: Readonly<Record<string, number>> | undefined
  /** Calls of the model that failed and were repeated. */
  readonly retries?: number | undefined
  /** Wall time of the agent, in milliseconds. */
  readonly durationMs?: number | undefined
  /** The first failure; absent while all is well. */
  readonly failure?: FailureText | undefined
  /** Undefined when it is not known. */
  readonly changedFiles?: readonly string[] | undefined
  /** What was put back of the settings of git, a line each. */
  readonly restoredGitSettings?: readonly string[] | undefined
  readonly artifact?: StoredArtifact | undefined
}

/** The Claude Code that is used. */
export interface InstalledFacts {
  readonly version: string | undefined
  readonly path: string
  readonly cacheHit: 'tool-cache' | 'actions-cache' | 'none'
}

/** The outputs that these facts amount to. */
export function outputsFrom(facts: RunFacts): Outputs {
  const { statistics, claude, artifact } = facts
  const result = statistics?.result
  const usage = result?.usage ?? statistics?.usage
  return {
    conclusion: conclusionOf(facts),
    'failure-code': facts.failure?.code ?? '',
    'failure-message': facts.failure === undefined ? '' : `${facts.failure.message}\n\n${facts.failure.hint}`.trim(),
    result: result?.result ?? statistics?.lastText ?? null,
    'structured-output': result?.structuredOutput ?? null,
    'session-id': result?.sessionId ?? statistics?.sessionId ?? null,
    'num-turns': result?.numTurns ?? statistics?.turns ?? null,
    'duration-ms': facts.durationMs ?? null,
    'total-cost-usd': result?.totalCostUsd ?? null,
    'input-tokens': usage?.inputTokens ?? null,
    'output-tokens': usage?.outputTokens ?? null,
    'cache-read-tokens': usage?.cacheReadTokens ?? null,
    'cache-creation-tokens': usage?.cacheCreationTokens ?? null,
    retries: facts.retries ?? statistics?.retries ?? 0,
    'permission-denials': result?.permissionDenials ?? [],
    'transcript-path': facts.transcriptPath,
    'artifact-id': artifact?.id ?? null,
    'artifact-url': artifact?.url ?? null,
    'changed-files': facts.changedFiles ?? null,
    'claude-code-version': claude?.version ?? statistics?.claudeCodeVersion ?? null,
    'claude-code-path': claude?.path ?? null,
    'cache-hit': claude?.cacheHit ?? null,
    'aws-account-id': facts.account ?? null,
    'aws-region': facts.region ?? null,
    model: facts.model ?? statistics?.model ?? null,
  }
}

function conclusionOf({ failure, prompt }: RunFacts): Conclusion {
  if (failure === undefined) return prompt === undefined ? 'setup' : 'success'
  if (failure.code === 'agent-cancelled') return 'cancelled'
  return failure.code === 'agent-timed-out' ? 'timed-out' : 'failure'
}
