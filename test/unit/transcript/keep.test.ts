import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import type { Files } from '../../../src/ports/machine.ts'
import { keepTranscript, type KeptRun } from '../../../src/transcript/recorder.ts'
import { emptyOutputs } from '../../support/empty-outputs.ts'
import { createRedactor } from '../../../src/transcript/redact.ts'
import { createFiles } from '../../../src/world/files.ts'

const redactor = createRedactor({ values: () => ['hunter22'] })
const files = createFiles()
const ID = '0b0e7a43-0000-4000-8000-000000000000'

/** The lines of the transcript that the page holds. */
const eventsIn = (page: string) =>
  Array.from(page.matchAll(/data-encoding="gzip">([^<]*)</g), ([, packed]) =>
    gunzipSync(Buffer.from(packed!, 'base64')).toString().split('\n'),
  ).flat()

let root: string
let run: KeptRun
const kept = (...names: string[]) => readFileSync(join(root, 'transcript', ...names), 'utf8')
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keep-'))
  mkdirSync(join(root, 'transcript'))
  mkdirSync(join(root, 'config', 'projects', '-work'), { recursive: true })
  writeFileSync(
    join(root, 'transcript', 'transcript.jsonl'),
    '{"type":"raw","text":"first"}\n{"type":"raw","text":"second"}',
  )
  writeFileSync(join(root, 'config', 'projects', '-work', `${ID}.jsonl`), '{"a":"my hunter22"}\n{"b":2}\n')
  run = {
    directory: join(root, 'transcript'),
    configDirectory: join(root, 'config'),
    outputs: { ...emptyOutputs('success'), 'session-id': ID, result: 'my hunter22' },
    prompt: 'prompt with hunter22',
    failure: undefined,
  }
})
afterEach(() => rmSync(root, { recursive: true }))

test('adds the result, and the session and the page, redacted; a second time replaces them', async () => {
  expect(await keepTranscript(run, { files, ...redactor })).toEqual([])
  expect(await keepTranscript(run, { files, ...redactor })).toEqual([])
  expect(JSON.parse(kept('result.json'))).toEqual(run.outputs)
  expect(kept('session', `${ID}.jsonl`)).toBe('{"a":"my [redacted:secret]"}\n{"b":2}\n')
  const page = kept('transcript.html')
  expect(page).toContain('prompt with [redacted:secret]')
  expect(eventsIn(page)).toEqual(['{"type":"raw","text":"first"}', '{"type":"raw","text":"second"}'])
  expect(page.match(/<\/html>/g)).toHaveLength(1)
})

test('neither the session nor the events are read as a whole', async () => {
  const read = () => Promise.reject(new Error('too large'))
  expect(await keepTranscript(run, { files: { ...files, read }, ...redactor })).toEqual([])
  expect(kept('session', `${ID}.jsonl`)).toContain('[redacted:secret]')
})

test('a long session and many events are kept whole', async () => {
  const lines = Array.from({ length: 3000 }, (_, at) =>
    JSON.stringify({ type: 'raw', text: `${at} ${'x'.repeat(100)}` }),
  )
  writeFileSync(join(root, 'config', 'projects', '-work', `${ID}.jsonl`), lines.join('\n'))
  writeFileSync(join(root, 'transcript', 'transcript.jsonl'), lines.join('\n'))
  expect(await keepTranscript(run, { files, ...redactor })).toEqual([])
  expect(kept('session', `${ID}.jsonl`)).toBe(`${lines.join('\n')}\n`)
  expect(eventsIn(kept('transcript.html'))).toEqual(lines)
})

describe('without a session file', () => {
  test.each([
    ['that is there', () => undefined],
    ['but a link to elsewhere', (path: string) => symlinkSync('/etc/passwd', path)],
    ['but a pipe that nobody writes to', (path: string) => execFileSync('mkfifo', [path])],
    [
      'but one deeper down',
      (path: string) => {
        mkdirSync(join(path, '..', 'below'))
        writeFileSync(join(path, '..', 'below', `${ID}.jsonl`), '{}')
      },
    ],
  ])('%s, the rest is kept', async (_how, make: (path: string) => unknown) => {
    const path = join(root, 'config', 'projects', '-work', `${ID}.jsonl`)
    rmSync(path)
    make(path)
    expect(await keepTranscript(run, { files, ...redactor })).toEqual([])
    expect(existsSync(join(root, 'transcript', 'session'))).toBe(false)
    expect(kept('transcript.html')).toContain('</html>')
  })

  test('nor an id of one, nor events, the rest is kept', async () => {
    rmSync(join(root, 'transcript', 'transcript.jsonl'))
    rmSync(join(root, 'config'), { recursive: true })
    const outputs = emptyOutputs('failure')
    expect(await keepTranscript({ ...run, outputs }, { files, ...redactor })).toEqual([])
    expect(JSON.parse(kept('result.json'))).toEqual(outputs)
    expect(kept('transcript.html')).toContain('</html>')
  })
})

describe('one that fails does not cost the others', () => {
  const full = () => Promise.reject(new Error('ENOSPC: no space left on hunter22'))
  test.each<[string, Partial<Files>, string[]]>([
    ['result.json', { write: full }, ['session', 'transcript.html']],
    ['session', { list: full }, ['result.json', 'transcript.html']],
    [
      'transcript.html',
      { append: (path) => (path.endsWith('.html') ? full() : files.append(path)) },
      ['result.json', 'session'],
    ],
  ])('%s', async (name, broken, others) => {
    const problems = await keepTranscript(run, { files: { ...files, ...broken }, ...redactor })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(`${name} is missing from the transcript:`)
    expect(problems[0]).toContain('ENOSPC: no space left on [redacted:secret]')
    for (const other of others) expect(existsSync(join(root, 'transcript', other))).toBe(true)
  })
})
