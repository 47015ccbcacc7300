import { Failure, ServiceError, yaml, type FixBlock } from '../errors.ts'
import type { TranscriptSettings } from '../inputs/settings.ts'
import type { Artifacts, StoredArtifact } from '../ports/github.ts'
import type { Log } from '../ports/log.ts'
import type { Clock } from '../ports/machine.ts'
import { withRetry, type RetryOptions } from '../retry.ts'
import type { Conclusion } from './types.ts'

/** The run whose folder is stored; `warn` hears why it could not be (code `transcript-upload-failed`). */
export interface StoredRun {
  readonly conclusion: Conclusion
  readonly directory: string
  readonly warn: (failure: Failure) => void
}

/**
 * Stores the transcript folder as an artifact when the settings ask for it; undefined when they do not, or it failed.
 * Ends within five minutes and never rejects: a transcript that cannot be stored never hides how the run ended.
 */
export async function uploadTranscript(
  settings: Pick<TranscriptSettings, 'upload' | 'artifactName' | 'retentionDays'>,
  { conclusion, directory, warn }: StoredRun,
  world: { artifacts: Artifacts; clock: Clock; log: Pick<Log, 'group'> },
): Promise<StoredArtifact | undefined> {
  const failed = conclusion !== 'success' && conclusion !== 'setup'
  if (settings.upload === 'never' || (settings.upload === 'on-failure' && !failed)) return undefined
  const { artifactName: name, retentionDays } = settings
  const waiting = new AbortController()
  const tooLong = world.clock.sleep(LONGEST_UPLOAD_MS, waiting.signal).then(() => {
    throw new ServiceError({
      ...ABOUT,
      name: 'Timeout',
      message: `No answer within ${LONGEST_UPLOAD_MS / 60_000} minutes.`,
    })
  })
  try {
    // The client prints what it does; the group folds that.
    return await world.log.group(`Store the transcript as artifact ${name}`, (log) => {
      const upload = () => world.artifacts.upload({ name, directory, retentionDays })
      return Promise.race([withConnection(upload, world.clock, log), tooLong])
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    warn(
      new Failure('transcript-upload-failed', {
        message: `The transcript was not stored as an artifact: ${message}`,
        fix: [...fixFor(error, name), `The files stay on the runner until the job ends: ${directory}`],
        cause: error,
      }),
    )
    return undefined
  } finally {
    tooLong.catch(() => undefined)
    waiting.abort()
  }
}

/**
 * The client asks again by itself when the service answers with an error and when the blob store does not answer, but not
 * when the connection to the service is lost (`@actions/artifact` 6.2.1).
 */
async function withConnection<T>(upload: () => Promise<T>, clock: Clock, log: Pick<Log, 'info'>): Promise<T> {
  let lost: unknown
  const options: RetryOptions = {
    ...{ isRetryable: isLostCreation, firstPauseMs: 4_000, budgetMs: 12_000 },
    onRetry(error, pauseMs) {
      lost = error
      const reason = error instanceof Error ? error.name : String(error)
      log.info(`No connection to the service (${reason}). Trying again in ${(pauseMs / 1000).toFixed(1)} s.`)
    },
  }
  return withRetry(upload, options, clock).catch((error: unknown) => {
    // The answer that was lost may have been that the name is ours.
    throw lost !== undefined && error instanceof ServiceError && error.status === 409 ? lost : error
  })
}

/** A lost answer to any later call leaves an artifact behind that cannot be made again. */
const isLostCreation = (error: unknown) =>
  error instanceof ServiceError && error.operation === 'CreateArtifact' && /^E[A-Z]+$/.test(error.name)

const LONGEST_UPLOAD_MS = 5 * 60_000
const ABOUT = { service: 'GitHub artifacts', operation: 'UploadArtifact' }

function fixFor(error: unknown, artifactName: string): readonly (string | FixBlock)[] {
  const fact = error instanceof ServiceError ? error : undefined
  if (fact?.status === 409) {
    return [
      'Another artifact of this workflow run has the name. Give each job and each leg of a matrix its own, or leave the input out for a name that is unique:',
      yaml(`artifact-name: ${artifactName}-\${{ strategy.job-index }}`),
    ]
  }
  if (fact?.name === 'NoRuntimeToken') {
    return [
      'This runner offers no artifacts to the step (act needs `--artifact-server-path`). To go on without:',
      NEVER,
    ]
  }
  if (fact?.name === 'GHESNotSupported') {
    return [
      'GitHub Enterprise Server has no service for this. To go on without:',
      NEVER,
      'To keep the folder, copy what `steps.<id>.outputs.transcript-path` names in a later step with `if: always()`.',
    ]
  }
  if (fact?.name === 'UsageError') {
    return [
      'The storage for artifacts is full. Delete old artifacts, or keep new ones for a shorter time:',
      yaml('retention-days: 1'),
    ]
  }
  if (fact?.status !== undefined) return ['See https://www.githubstatus.com, and run the job again.']
  return [
    'The runner must reach the results service and `*.blob.core.windows.net`. Behind a proxy, let it pass these hosts, or name in `NO_PROXY` those that need no proxy.',
  ]
}

const NEVER = yaml('upload-transcript: never')
