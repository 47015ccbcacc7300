import { mkdirSync, mkdtempSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { expect, test } from '@jest/globals'

import { failureOf, fixOf, given, parse } from './given.ts'

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

test.each([
  ['an earlier step', 'claude-code-bedrock-ab12/transcript/session'],
  ['a downloaded artifact', 'previous/session'],
  ['an artifact downloaded among others', 'all/claude-transcript-review-1-ab12/session'],
])('a session of %s is found', async (_of, folder) => {
  const { temp, more } = tempWith(`${folder}/${ID}.jsonl`)
  const { settings } = await parse({ 'resume-session': ID }, more)
  expect(settings.agent.resume).toEqual({ id: ID, path: join(temp, folder, `${ID}.jsonl`) })
})

test('of several the newest counts, wherever it is', async () => {
  const { temp, more } = tempWith(`b/session/${ID}.jsonl`, `c/session/${ID}.jsonl`, `a/session/other.jsonl`)
  const { settings } = await parse({ 'resume-session': ID }, more)
  expect(settings.agent.resume?.path).toBe(join(temp, 'c', 'session', `${ID}.jsonl`))
})

test('without a file of that name in a folder `session` it is refused, with what to do', async () => {
  const { temp, more } = tempWith(`elsewhere/${ID}.jsonl`, 'a/session/other.jsonl')
  mkdirSync(join(temp, 'linked', 'session'), { recursive: true })
  symlinkSync('/etc/passwd', join(temp, 'linked', 'session', `${ID}.jsonl`))
  const failure = await failureOf({ 'resume-session': ID }, more)
  expect(failure.code).toBe('input-invalid')
  expect(failure.message).toContain(`there is no session/${ID}.jsonl in any folder below RUNNER_TEMP`)
  expect(fixOf(failure)).toContain('actions/download-artifact')
})

test.each(['latest', '../../etc/passwd', `${ID}x`])('%s is no id of a session', async (id) => {
  expect((await failureOf({ 'resume-session': id }, tempWith().more)).message).toBe(
    `Input resume-session: "${id}" must be the id of a session, as the output session-id gives it.`,
  )
})

test('claude-args cannot resume behind its back', async () => {
  expect(fixOf(await failureOf({ 'claude-args': `--resume ${ID}` }))).toContain('resume-session')
})
