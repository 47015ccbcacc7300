import { join } from 'node:path'

import { explainError, findRule, type ErrorRule } from '../error-rules.ts'
import { asFailure, Failure, ServiceError, yaml, type Fix } from '../errors.ts'
import type { TranscriptSettings } from '../inputs/settings.ts'
import type { Artifacts, StoredArtifact } from '../ports/github.ts'
import type { Log } from '../ports/log.ts'
import type { Clock, Files } from '../ports/machine.ts'
import { withRetry } from '../retry.ts'
import { TRANSCRIPT_FILES, type Conclusion } from './types.ts'

/** The run whose folder is stored; `warn` hears why it could not be (code `transcript-upload-failed`). */
export interface StoredRun {
  readonly conclusion: Conclusion
  readonly directory: string
  /** Another folder of the run, for a copy of the page under the name that it gets. */
  readonly copies: string
  readonly warn: (failure: Failure) => void
}

/** What was stored: the whole folder as a zip, and the page by itself, where that could be stored too. */
export interface StoredTranscript {
  readonly artifact: StoredArtifact
  readonly page: StoredArtifact | undefined
}

/**
 * Stores the transcript folder as an artifact, and its page once more unzipped, when the settings ask for it; undefined when they do not, or it failed.
 * Ends within five minutes and never rejects: a transcript that cannot be stored never hides how the run ended.
 */
export async function uploadTranscript(
  settings: Pick<TranscriptSettings, 'upload' | 'artifactName' | 'retentionDays'>,
  { conclusion, directory, copies, warn }: StoredRun,
  world: {
    artifacts: Pick<Artifacts, 'upload' | 'uploadFile'>
    clock: Clock
    files: Pick<Files, 'copy' | 'kind'>
    log: Pick<Log, 'group' | 'notice'>
  },
): Promise<StoredTranscript | undefined> {
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
    return await world.log.group(`Store the transcript as artifact ${name}`, async (log) => {
      const entries = Object.values(TRANSCRIPT_FILES)
      const store = () => world.artifacts.upload({ name, directory, entries, retentionDays })
      const artifact = await Promise.race([upload(store, { name, directory }, { ...world, log }), tooLong])
      const copy = join(copies, `${name}.html`)
      const page = await Promise.race([
        uploadPage({ from: join(directory, TRANSCRIPT_FILES.page), to: copy, retentionDays }, world),
        tooLong,
      ]).catch((error: unknown) => {
        const { message } = asFailure(error)
        world.log.notice(`The page is in the artifact ${name}, but was not stored a second time, unzipped: ${message}`)
        return undefined
      })
      return { artifact, page }
    })
  } catch (error) {
    warn(notStored(error, { name, directory }))
    return undefined
  } finally {
    tooLong.catch(() => undefined)
    waiting.abort()
  }
}

/** The page beside the zip, so that a browser can show it; undefined where there is none. */
async function uploadPage(
  { from, to, retentionDays }: { from: string; to: string; retentionDays: number | undefined },
  { artifacts, files }: { artifacts: Pick<Artifacts, 'uploadFile'>; files: Pick<Files, 'copy' | 'kind'> },
): Promise<StoredArtifact | undefined> {
  if ((await files.kind(from)) !== 'file') return undefined
  await files.copy(from, to)
  return artifacts.uploadFile({ path: to, retentionDays })
}

interface Folder {
  /** Of the artifact. */
  readonly name: string
  readonly directory: string
}

function notStored(error: unknown, folder: Folder): Failure {
  const fact =
    error instanceof ServiceError
      ? error
      : new ServiceError({ ...ABOUT, name: 'Error', message: asFailure(error).message })
  const { message, fix } = explainError(fact, {
    rules: UPLOAD_RULES,
    context: folder,
    quote: (quoted) => quoted.message,
  })
  const stays = `The files stay on the runner until the job ends: ${folder.directory}`
  return new Failure('transcript-upload-failed', { message, fix: [...fix, stays], cause: error })
}

const NO_UPLOAD = yaml('with:\n  upload-transcript: never')

const ABOUT = { service: 'GitHub artifacts', operation: 'UploadArtifact' }

const WITHOUT_ANSWER: Fix =
  'The runner must reach the results service and *.blob.core.windows.net. Behind a proxy, let it pass these hosts, or name in NO_PROXY those that need no proxy.'

/**
 * Why an artifact is not stored. The client asks again by itself when the service answers with an error and when the blob
 * store does not answer, but not when the connection to the service is lost (`@actions/artifact` 6.2.1). A lost answer to
 * any later call leaves an artifact behind that cannot be made again.
 */
export const UPLOAD_RULES: readonly ErrorRule<Folder>[] = [
  {
    id: 'lost before it began',
    match: [{ operations: ['CreateArtifact'], names: [/^E[A-Z]+$/] }],
    code: 'transcript-upload-failed',
    fix: WITHOUT_ANSWER,
    retryable: true,
  },
  {
    id: 'name taken',
    match: [{ statuses: [409] }],
    code: 'transcript-upload-failed',
    fix: (_error, { name }) => [
      'Another artifact of this workflow run has the name. Give each job and each leg of a matrix its own, or leave the input out for a name that is unique:',
      yaml(`with:\n  artifact-name: ${name}-\${{ strategy.job-index }}`),
    ],
  },
  {
    id: 'no runtime token',
    match: [{ names: ['NoRuntimeToken'] }],
    code: 'transcript-upload-failed',
    fix: [
      'This runner offers no artifacts to the step (act needs --artifact-server-path). To go on without:',
      NO_UPLOAD,
    ],
  },
  {
    id: 'GitHub Enterprise Server',
    match: [{ names: ['GHESNotSupported'] }],
    code: 'transcript-upload-failed',
    fix: [
      'GitHub Enterprise Server has no service for this. To go on without:',
      NO_UPLOAD,
      'To keep the folder, copy what steps.<id>.outputs.transcript-path names in a later step with `if: always()`.',
    ],
  },
  {
    id: 'storage used up',
    match: [{ names: ['UsageError'] }],
    code: 'transcript-upload-failed',
    fix: [
      'The storage for artifacts is used up. Delete old artifacts, or keep new ones for a shorter time:',
      yaml('with:\n  retention-days: 1'),
    ],
  },
  {
    id: 'service fails',
    match: [{ statuses: ['4xx', '5xx'] }],
    code: 'transcript-upload-failed',
    fix: 'See https://www.githubstatus.com, and run the job again.',
  },
  { id: 'no answer', match: [{}], code: 'transcript-upload-failed', fix: WITHOUT_ANSWER },
]

const LONGEST_UPLOAD_MS = 5 * 60_000
const RETRY = { budgetMs: 6_000, firstPauseMs: 2_000 }

/** Asks again where the answer to the first call was lost. */
async function upload(
  store: () => Promise<StoredArtifact>,
  folder: Folder,
  { clock, log }: { clock: Clock; log: Pick<Log, 'info'> },
): Promise<StoredArtifact> {
  let lost: unknown
  let isTaken = false
  const attempt = async () => {
    try {
      return await store()
    } catch (error) {
      isTaken = error instanceof ServiceError && error.status === 409
      // The answer that was lost may have been that the name is ours.
      throw isTaken && lost !== undefined ? lost : error
    }
  }
  const isLost = (error: unknown) =>
    !isTaken && error instanceof ServiceError && findRule(error, UPLOAD_RULES, folder)?.retryable === true
  const onRetry = (error: unknown, pauseMs: number) => {
    lost = error
    log.info(
      `${notStored(error, folder).message.replaceAll('\n', ' ')} Trying again in ${(pauseMs / 1_000).toFixed(1)} s.`,
    )
  }
  return withRetry(attempt, { ...RETRY, isRetryable: isLost, onRetry }, clock)
}
