import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import type { Appender } from '../../../src/ports/machine.ts'
import { openRecorder } from '../../../src/transcript/recorder.ts'
import { createRedactor } from '../../../src/transcript/redact.ts'
import { createFiles } from '../../../src/world/files.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recorder-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const { redact } = createRedactor({ values: () => ['hunter22'] })
const noProblem = (error: unknown) => {
  throw error
}

/** Records lines into a real file and returns its lines. */
async function recorded(...lines: string[]): Promise<string[]> {
  const path = join(directory, 'folder', 'transcript.jsonl')
  const recorder = await openRecorder(path, { files: createFiles(), redact, onProblem: noProblem })
  const half = lines.length >> 1
  const groups = [...lines.slice(0, half).map((line) => [line]), lines.slice(half)]
  const returned = (await Promise.all(groups.map((group) => recorder.record(group)))).flat()
  await recorder.close()
  const text = readFileSync(path, 'utf8')
  expect(text).toBe(returned.map((line) => `${line}\n`).join(''))
  return returned
}

describe('a line', () => {
  test.each([
    ['an event', '{"type":"assistant","n":1.0}', '{"type":"assistant","n":1.0}'],
    ['an event with space around', ' {"a":1}\r', '{"a":1}'],
    ['an event with a secret', '{"a":"my hunter22"}', '{"a":"my [redacted:secret]"}'],
    ['text', 'plain hunter22', '{"type":"raw","text":"plain [redacted:secret]"}'],
    ['an empty line', '', '{"type":"raw","text":""}'],
    ['broken JSON', '{"a":"hunter22', '{"type":"raw","text":"{\\"a\\":\\"[redacted:secret]"}'],
    ['JSON that is no object', '["hunter22"]', '{"type":"raw","text":"[\\"[redacted:secret]\\"]"}'],
    ['a workflow command', '::set-output name=a::b', '{"type":"raw","text":"::set-output name=a::b"}'],
    ['terminal colours', '\u001b[31mred', '{"type":"raw","text":"\\u001b[31mred"}'],
    ['bytes that are no UTF-8', new TextDecoder().decode(Uint8Array.of(0xff, 0x41)), '{"type":"raw","text":"\ufffdA"}'],
    ['half a character', '\ud83d', '{"type":"raw","text":"\\ud83d"}'],
  ])('that is %s', async (_what, line, expected) => {
    const [kept] = await recorded(line)
    expect(kept).toBe(expected)
    expect(typeof JSON.parse(kept!)).toBe('object')
  })

  test('of 20 MB is kept, redacted', async () => {
    const text = `${'quoted " and \n new '.repeat(1_000_000)}hunter22`
    const [event, raw] = await recorded(JSON.stringify({ text }), text)
    for (const kept of [event, raw]) {
      const { text: found } = JSON.parse(kept!) as { text: string }
      expect(found.length).toBe(text.length - 'hunter22'.length + '[redacted:secret]'.length)
      expect(found.endsWith(' new [redacted:secret]')).toBe(true)
    }
  })
})

test('lines keep their order, however they are written', async () => {
  const lines = Array.from({ length: 200 }, (_, at) => JSON.stringify({ at, text: 'x'.repeat((at * 7919) % 5000) }))
  expect(await recorded(...lines)).toEqual(lines)
})

describe('a disk that refuses', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })

  /** A file that refuses some writes after half their text. */
  function refusing(which: (write: number) => boolean) {
    const disk = { text: '', writes: 0, closed: false }
    const file: Appender = {
      write(texts) {
        const text = texts.join('')
        const refuses = which(disk.writes++)
        disk.text += refuses ? text.slice(0, text.length / 2) : text
        return refuses ? Promise.reject(full) : Promise.resolve()
      },
      close() {
        disk.closed = true
        return Promise.resolve()
      },
    }
    return { disk, files: { append: () => Promise.resolve(file) } }
  }

  test('is reported once, and the run goes on', async () => {
    const { disk, files } = refusing((write) => write === 1 || write === 2)
    const problems: unknown[] = []
    const recorder = await openRecorder('/full', { files, redact, onProblem: (error) => problems.push(error) })
    const lines = ['{"a":1}', '{"b":2}', '{"c":3}', '{"d":4}', '{"e":5}']
    for (const line of lines) expect(await recorder.record([line])).toEqual([line])
    await recorder.close()
    expect(problems).toEqual([full])
    expect(disk.closed).toBe(true)
    const whole = disk.text.split('\n')
    expect(whole).toEqual(expect.arrayContaining(['{"a":1}', '{"d":4}', '{"e":5}']))
  })

  test('from the start still gives redacted lines', async () => {
    const problems: unknown[] = []
    const files = { append: () => Promise.reject(full) }
    const recorder = await openRecorder('/full', { files, redact, onProblem: (error) => problems.push(error) })
    expect(await recorder.record(['{"a":"hunter22"}'])).toEqual(['{"a":"[redacted:secret]"}'])
    await recorder.close()
    expect(problems).toEqual([full])
  })
})
