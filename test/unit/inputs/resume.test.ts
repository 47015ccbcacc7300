import { mkdirSync, mkdtempSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { expect, test } from '@jest/globals'

import { classifyEvent } from '../../../src/events/event-class.ts'
import { failureOf, fixOf, given, parse, workspaceWith } from './given.ts'

const ID = '0b0e7a43-0000-4000-8000-000000000000'

/** A RUNNER_TEMP with these files, each newer than the one before. */
function tempWith(...names: string[]) {
  const temp = mkdtempSync(join(tmpdir(), 'temp-'))
  for (const [at, name] of names.entries()) {
    mkdirSync(dirname(join(temp, name)), { recursive: true })
    writeFileSync(join(temp, name), '{}')
    utimesSync(join(temp, name), 1000 + at, 1000 + at)
  }
  return { temp, more: { runner: { ...given({}).runner, temp } } }
}

const RUN = 'claude-code-bedrock-a1b2c3d4/transcript/session'

test('a session of an earlier step of the job is found by its id', async () => {
  const { temp, more } = tempWith(`${RUN}/${ID}.jsonl`, `${RUN}/other.jsonl`)
  const { settings } = await parse({ 'resume-session': ID }, more)
  expect(settings.agent.resume).toEqual({ id: ID, path: join(temp, RUN, `${ID}.jsonl`) })
})

test.each([
  ['a downloaded artifact', 'previous/session'],
  ['an artifact downloaded among others', 'all/claude-transcript-review-1-ab12/session'],
])('a session of %s is taken by its path', async (_of, folder) => {
  const { temp, more } = tempWith(`${folder}/${ID}.jsonl`)
  const path = join(temp, folder, `${ID}.jsonl`)
  expect((await parse({ 'resume-session': path }, more)).settings.agent.resume).toEqual({ id: ID, path })
  // Only where the workflow says: whoever can write there could plant one.
  expect((await failureOf({ 'resume-session': ID }, more)).message).toContain('must be a session of an earlier step')
})

test.each([
  ...['planted/session', 'claude-code-bedrock-a1b2c3d4/session', 'x/claude-code-bedrock-a1b2c3d4/transcript/session'],
  ...['claude-code-bedrock-evil/transcript/session', 'claude-code-bedrock-a1b2c3d4/claude/session'],
])('one that was planted in %s is not looked at, newer or not', async (folder) => {
  const { temp, more } = tempWith(`${RUN}/${ID}.jsonl`, `${folder}/${ID}.jsonl`)
  const { settings } = await parse({ 'resume-session': ID }, more)
  expect(settings.agent.resume?.path).toBe(join(temp, RUN, `${ID}.jsonl`))
})

test('two of one id are refused', async () => {
  const { temp, more } = tempWith(`${RUN}/${ID}.jsonl`, `claude-code-bedrock-b1b2c3d4/transcript/session/${ID}.jsonl`)
  const failure = await failureOf({ 'resume-session': ID }, more)
  expect(failure.code).toBe('input-invalid')
  expect(failure.message).toContain(`2 steps of this job have a session/${ID}.jsonl`)
  expect(fixOf(failure)).toContain(`resume-session: ${join(temp, RUN, `${ID}.jsonl`)}`)
})

test('without a file of that name in the transcript of a step it is refused, with what to do', async () => {
  const { temp, more } = tempWith(`elsewhere/${ID}.jsonl`, 'a/session/other.jsonl')
  const linked = join(temp, 'claude-code-bedrock-c1b2c3d4/transcript/session')
  mkdirSync(linked, { recursive: true })
  symlinkSync(join(temp, `elsewhere/${ID}.jsonl`), join(linked, `${ID}.jsonl`))
  const failure = await failureOf({ 'resume-session': ID }, more)
  expect(failure.code).toBe('input-invalid')
  expect(failure.message).toContain(`there is no session/${ID}.jsonl in the transcripts below RUNNER_TEMP`)
  expect(fixOf(failure)).toContain('actions/download-artifact')
})

test('a path that is not there, or no session, is refused', async () => {
  const { temp, more } = tempWith('session/other.jsonl', `elsewhere/${ID}.jsonl`)
  expect((await failureOf({ 'resume-session': join(temp, 'session', `${ID}.jsonl`) }, more)).message).toContain(
    'must be a file that exists',
  )
  for (const path of ['session/other.jsonl', `elsewhere/${ID}.jsonl`])
    expect((await failureOf({ 'resume-session': join(temp, path) }, more)).message).toContain(
      'or the path of a session/<id>.jsonl',
    )
})

test("a session in a checkout that is not trusted is refused, unless it is the repository's own", async () => {
  const workspace = workspaceWith({ [`session/${ID}.jsonl`]: '{}' })
  const place = { workspace, event: classifyEvent('issue_comment', {}) }
  const path = `session/${ID}.jsonl`
  expect((await failureOf({ 'resume-session': path }, place)).message).toContain('this checkout is not trusted')
  const committed = () => Promise.resolve({ bytes: Buffer.from('{}') })
  expect((await parse({ 'resume-session': path }, { ...place, committed })).settings.agent.resume?.id).toBe(ID)
  expect((await parse({ 'resume-session': path }, { workspace })).settings.agent.resume?.id).toBe(ID)
})

test.each(['latest', '../../etc/passwd', `${ID}x`])('%s is no id of a session', async (id) => {
  expect((await failureOf({ 'resume-session': id }, tempWith().more)).message).toBe(
    `Input resume-session: "${id}" must be the id of a session, as the output session-id gives it, or the path of a session/<id>.jsonl.`,
  )
})

test('claude-args cannot resume behind its back', async () => {
  expect(fixOf(await failureOf({ 'claude-args': `--resume ${ID}` }))).toContain('resume-session')
})
