import { describe, expect, test } from '@jest/globals'

import { fixText, ServiceError, type Failure } from '../../../src/errors.ts'
import type { ArtifactRequest, StoredArtifact } from '../../../src/ports/github.ts'
import type { Log, Clock } from '../../../src/ports/machine.ts'
import { TRANSCRIPT_FILES, type Conclusion } from '../../../src/transcript/types.ts'
import { uploadTranscript } from '../../../src/transcript/upload.ts'

const stored = { id: 7, url: 'https://github.com/o/r/actions/runs/1/artifacts/7' }
const storedPage = { id: 8, url: 'https://github.com/o/r/actions/runs/1/artifacts/8' }
const settings = { upload: 'always', artifactName: 'claude', retentionDays: 3 } as const

interface Attempt {
  readonly upload?: 'always' | 'on-failure' | 'never'
  readonly conclusion?: Conclusion
  readonly answer?: () => Promise<StoredArtifact>
  readonly clock?: Clock
  /** The answer to the page by itself. */
  readonly pageAnswer?: () => Promise<StoredArtifact>
  readonly hasPage?: boolean
}

async function attempt({ upload = 'always', conclusion = 'success', answer, clock, ...page }: Attempt) {
  const requests: ArtifactRequest[] = []
  const warnings: Failure[] = []
  const groups: string[] = []
  const said: string[] = []
  const copies: string[] = []
  const pages: unknown[] = []
  const notices: string[] = []
  const log: Pick<Log, 'group' | 'info' | 'notice'> = {
    info: (line) => said.push(line),
    notice: (message) => notices.push(message),
    group: (title, task) => {
      groups.push(title)
      return task(log as Log)
    },
  }
  const result = await uploadTranscript(
    { ...settings, upload },
    { conclusion, directory: '/tmp/transcript', copies: '/tmp/own', warn: (failure) => warnings.push(failure) },
    {
      artifacts: {
        upload: (request) => (requests.push(request), answer?.() ?? Promise.resolve(stored)),
        uploadFile: (file) => (pages.push(file), page.pageAnswer?.() ?? Promise.resolve(storedPage)),
      },
      files: {
        kind: () => Promise.resolve(page.hasPage === false ? undefined : 'file'),
        copy: (from, to) => Promise.resolve(void copies.push(`${from} ${to}`)),
      },
      clock: clock ?? { now: () => 0, sleep: () => new Promise(() => undefined) },
      log,
    },
  )
  return { artifact: result?.artifact, page: result?.page, requests, warnings, groups, said, copies, pages, notices }
}

describe('the page by itself', () => {
  test('is stored after the zip, under a name of its own', async () => {
    const { page, copies, pages, notices } = await attempt({})
    expect(page).toEqual(storedPage)
    expect(copies).toEqual(['/tmp/transcript/transcript.html /tmp/own/claude.html'])
    expect(pages).toEqual([{ path: '/tmp/own/claude.html', retentionDays: 3 }])
    expect(notices).toEqual([])
  })

  test('that cannot be stored is a notice, and the zip stays', async () => {
    const refusal = new ServiceError({ service: 'GitHub artifacts', operation: 'U', name: 'E', message: 'No room.' })
    const { artifact, page, warnings, notices } = await attempt({ pageAnswer: () => Promise.reject(refusal) })
    expect([artifact, page, warnings]).toEqual([stored, undefined, []])
    expect(notices).toEqual([expect.stringMatching(/artifact claude, but was not stored .*unzipped: .*No room\./s)])
  })

  test('is not stored where there is none, nor without the zip', async () => {
    expect((await attempt({ hasPage: false })).pages).toEqual([])
    expect((await attempt({ answer: () => Promise.reject(new Error('x')) })).pages).toEqual([])
  })
})

describe('is stored', () => {
  test.each<['always' | 'on-failure' | 'never', Conclusion, boolean]>([
    ['always', 'success', true],
    ['always', 'setup', true],
    ['on-failure', 'success', false],
    ['on-failure', 'setup', false],
    ['on-failure', 'failure', true],
    ['on-failure', 'cancelled', true],
    ['on-failure', 'timed-out', true],
    ['never', 'failure', false],
  ])('with %s after %s: %s', async (upload, conclusion, expected) => {
    const entries = Object.values(TRANSCRIPT_FILES)
    const { artifact, requests, warnings, groups } = await attempt({ upload, conclusion })
    expect(artifact).toEqual(expected ? stored : undefined)
    expect(requests).toEqual(
      expected ? [{ name: 'claude', directory: '/tmp/transcript', entries, retentionDays: 3 }] : [],
    )
    expect(groups).toHaveLength(expected ? 1 : 0)
    expect(warnings).toEqual([])
  })
})

describe('a failure is a warning that says what to do', () => {
  const fact = { service: 'GitHub artifacts', operation: 'CreateArtifact', name: 'Error', message: 'Its own words.' }
  test.each([
    ['a name that is taken', { status: 409 }, 'artifact-name: claude-${{ strategy.job-index }}'],
    ['no runtime token', { name: 'NoRuntimeToken' }, 'upload-transcript: never'],
    ['GitHub Enterprise Server', { name: 'GHESNotSupported' }, 'steps.<id>.outputs.transcript-path'],
    ['storage used up', { name: 'UsageError' }, 'retention-days: 1'],
    ['a service that fails', { status: 500 }, 'githubstatus.com'],
    ['no network', { operation: 'FinalizeArtifact', name: 'ECONNREFUSED' }, 'NO_PROXY'],
  ])('%s', async (_what, given, advice) => {
    const { artifact, warnings } = await attempt({
      answer: () => Promise.reject(new ServiceError({ ...fact, ...given })),
    })
    expect(artifact).toBeUndefined()
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatchObject({
      code: 'transcript-upload-failed',
      message: 'The transcript was not stored as an artifact.\nIts own words.',
    })
    expect(fixText(warnings[0]!.fix)).toContain(advice)
    expect(fixText(warnings[0]!.fix)).toContain('/tmp/transcript')
  })

  test('no end within five minutes', async () => {
    const slept: number[] = []
    const clock = { now: () => 0, sleep: (ms: number) => (slept.push(ms), Promise.resolve()) }
    const { artifact, warnings } = await attempt({ clock, answer: () => new Promise(() => undefined) })
    expect(slept).toEqual([300_000])
    expect(artifact).toBeUndefined()
    expect(warnings[0]!.message).toContain('No answer within 5 minutes.')
    expect(fixText(warnings[0]!.fix)).toContain('NO_PROXY')
  })
})

describe('a connection that is lost', () => {
  const lost = new ServiceError({
    ...{ service: 'GitHub artifacts', operation: 'CreateArtifact', name: 'ECONNRESET', message: 'Lost.' },
  })
  const taken = new ServiceError({
    ...{ service: 'GitHub artifacts', operation: 'CreateArtifact', name: 'Error', message: 'Taken.', status: 409 },
  })
  const late = new ServiceError({
    ...{ service: 'GitHub artifacts', operation: 'FinalizeArtifact', name: 'ECONNRESET', message: 'Lost late.' },
  })

  test.each<[string, readonly (Error | StoredArtifact)[], number[], string | undefined]>([
    ['once: is stored after a wait', [lost, stored], [1_000], undefined],
    ['twice: is stored after two waits', [lost, lost, stored], [1_000, 2_000], undefined],
    ['three times: is given up', [lost, lost, lost, stored], [1_000, 2_000], 'Lost.'],
    ['with the name taken by the call that was lost: says what happened', [lost, taken], [1_000], 'Lost.'],
    ['at the end: is not tried again', [late, stored], [], 'Lost late.'],
    ['never, but the name is taken: is not tried again', [taken, stored], [], 'Taken.'],
  ])('%s', async (_what, answers, ...[waits, message]) => {
    const slept: number[] = []
    const forever = new Promise<void>(() => undefined)
    const sleep = (ms: number) => (ms === 300_000 ? forever : (slept.push(ms), Promise.resolve()))
    const left = [...answers]
    const answer = () => {
      const next = left.shift()!
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next)
    }
    const { artifact, warnings, said } = await attempt({ answer, clock: { now: () => 0, sleep } })
    expect(slept).toEqual(waits)
    expect(said).toEqual(
      waits.map((ms) => `The transcript was not stored as an artifact. Lost. Trying again in ${ms / 1000}.0 s.`),
    )
    expect(artifact).toEqual(message === undefined ? stored : undefined)
    expect(warnings.map((warning) => warning.message)).toEqual(
      message === undefined ? [] : [`The transcript was not stored as an artifact.\n${message}`],
    )
  })
})

test('once stored, the clock is let go', async () => {
  let aborted = false
  const clock: Clock = {
    now: () => 0,
    sleep: (_ms, signal) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () => {
          aborted = true
          resolve()
        })
      }),
  }
  expect((await attempt({ clock })).artifact).toEqual(stored)
  expect(aborted).toBe(true)
})
