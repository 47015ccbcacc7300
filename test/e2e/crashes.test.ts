import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { StepResult } from '../support/runner.ts'
import { scenario, transcriptFile, type Scenario } from '../support/scenario.ts'
import { commandsNamed, workflowCommands } from '../support/workflow-commands.ts'

let here: Scenario
beforeAll(async () => {
  here = await scenario()
})
afterAll(async () => here[Symbol.asyncDispose]())

const INIT = '{"type":"system","subtype":"init","session_id":"0c0ffee0-0000-4000-8000-000000000000","model":"m"}'
const ANSWER = '{"type":"assistant","message":{"id":"m","content":[{"type":"text","text":"All done."}]}}'
const RESULT =
  '{"type":"result","subtype":"success","is_error":false,"result":"All done.","num_turns":1,"terminal_reason":"completed"}'

/** Runs a script in the place of Claude Code. */
function runInstead(script: string, mode = 0o755): Promise<StepResult> {
  const path = join(mkdtempSync(join(here.job.temp, 'bin-')), 'claude')
  const version = 'if [ "$1" = --version ]; then echo "9.9.9 (Claude Code)"; exit; fi'
  writeFileSync(path, `#!/bin/bash\n${version}\ncat > /dev/null\n${script}\n`, { mode })
  return here.step({
    prompt: 'Work.',
    credentials: 'environment',
    'upload-transcript': 'never',
    'claude-code-path': path,
  })
}

const say = (line: string) => `printf '%s\\n' '${line}'`

interface Crash {
  readonly name: string
  readonly script: string
  readonly code?: string
  readonly says: readonly string[]
}

describe('an end without success is a failure, whatever the exit code says', () => {
  test.each<Crash>([
    {
      name: 'it dies after its first event',
      script: `${say(INIT)}\nkill -9 $$`,
      says: ['by the signal SIGKILL', 'memory ran out'],
    },
    {
      name: 'it exits with an error and words',
      script: `${say(INIT)}\necho "error: the roof is on fire" >&2\nexit 3`,
      says: ['with exit code 3', 'It wrote: "error: the roof is on fire"'],
    },
    {
      name: 'it exits with 0 and no result',
      script: say(INIT),
      says: ['with exit code 0 without reporting how its work went'],
    },
    {
      name: 'it says success and an error at once',
      script: `${say(INIT)}\n${say(RESULT.replace('"is_error":false', '"is_error":true'))}`,
      code: 'agent-failed',
      says: ['Claude Code ended with an error', 'All done.'],
    },
    {
      name: 'it ends for a reason nobody knows',
      script: say('{"type":"result","subtype":"error_from_the_future","is_error":true,"terminal_reason":"moon_phase"}'),
      code: 'agent-failed',
      says: ['error_from_the_future, moon_phase'],
    },
  ])('$name', async ({ script, says, code = 'agent-crashed' }) => {
    const { main, outputs, summary } = await runInstead(script)
    expect(main.code).toBe(1)
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': code, 'claude-code-version': '9.9.9' })
    for (const part of says) expect(outputs['failure-message']).toContain(part)
    expect(commandsNamed('error', main.stdout)).toHaveLength(1)
    expect(summary).toContain('## ❌ Claude stopped')
  })

  test('it says success and no model was asked', async () => {
    const { outputs } = await runInstead(`${say(INIT)}\n${say(RESULT)}`)
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'prompt-not-run' })
  })
})

test('a result of success counts, though the exit code is 1, and the exit code is a warning', async () => {
  const { main, outputs } = await runInstead(
    [say(INIT), say(ANSWER), say(RESULT), 'echo "cleaning up failed" >&2', 'exit 1'].join('\n'),
  )
  expect(main.code).toBe(0)
  expect(outputs).toMatchObject({ conclusion: 'success', result: 'All done.' })
  expect(commandsNamed('warning', main.stdout).map(({ data }) => data)).toContainEqual(
    'Claude Code reported its result and then ended with exit code 1 ("cleaning up failed"); the result counts.',
  )
})

describe('a program that this machine does not start is a wrong input, and the failure says why', () => {
  const started = async (contents: string | Uint8Array, mode: number) => {
    const path = join(mkdtempSync(join(here.job.temp, 'bin-')), 'claude')
    writeFileSync(path, contents, { mode })
    const { main, outputs } = await here.step({
      prompt: 'Work.',
      'upload-transcript': 'never',
      'claude-code-path': path,
    })
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'input-invalid' })
    const [annotation] = commandsNamed('error', main.stdout).map(({ data }) => data)
    expect(annotation).toContain(outputs['failure-message'])
    return outputs['failure-message'] ?? ''
  }

  test('it has no x bit', async () => {
    expect(await started('#!/bin/sh\n', 0o644)).toMatch(/mode does not allow anybody to execute it[^]*chmod \+x/)
  })

  test('it is for another processor', async () => {
    const program = readFileSync(process.execPath).subarray(0, 100_000)
    program.writeUInt16LE(process.arch === 'x64' ? 183 : 62, 18)
    const message = await started(program, 0o755)
    expect(message).toMatch(process.arch === 'x64' ? /program for linux-arm64/ : /program for linux-x64/)
    expect(message).toMatch(/^[\x20-\x7e\n]*$/)
  })

  test('it is something else', async () => {
    expect(await started('#!/bin/sh\necho 7.1\n', 0o755)).toMatch(/--version` did not name a version of Claude Code/)
  })
})

describe('output that is no event does no harm', () => {
  const MEGABYTE = 1024 * 1024
  let result: StepResult
  beforeAll(async () => {
    result = await runInstead(
      [
        say(INIT),
        'echo "just a line"',
        'printf "broken \\xff\\xfe bytes\\n"',
        'printf "::error::planted\\n::set-output name=result::planted\\n##[error]planted\\n"',
        'printf "harmless\\r::warning::planted\\n"',
        'printf "  ::stop-commands::planted\\n" >&2',
        'printf \'{"type":"from_the_future","message":[1,2]}\\n[1,2]\\nnull\\n{"type":\\n\'',
        `printf '{"type":"assistant","message":{"content":[{"type":"text","text":"'`,
        `head -c ${5 * MEGABYTE} /dev/zero | tr '\\0' x`,
        `printf '"}]}}\\n'`,
        say(RESULT),
      ].join('\n'),
    )
  })

  test('the run is judged by its result', () => {
    expect(result.main.code).toBe(0)
    expect(result.outputs).toMatchObject({ conclusion: 'success', result: 'All done.' })
  })

  test('nothing in it acts as a workflow command', () => {
    const commands = workflowCommands(result.main.stdout)
    expect(commands.filter(({ data }) => data.includes('planted'))).toEqual([])
    expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['group', 'endgroup']))
    expect(result.main.stdout).toContain('planted')
    expect(result.main.stderr).toBe('')
  })

  test('all of it is in the transcript, each line valid JSON', () => {
    const lines = (transcriptFile(result, 'transcript.jsonl') ?? '').split('\n').filter(Boolean)
    const events = lines.map((line) => JSON.parse(line) as { type: string; text?: string })
    const raw = events.filter(({ type }) => type === 'raw').map(({ text }) => text)
    expect(raw).toEqual(
      expect.arrayContaining([
        'just a line',
        'broken \uFFFD\uFFFD bytes',
        '::error::planted',
        '[1,2]',
        'null',
        '{"type":',
      ]),
    )
    expect(events.map(({ type }) => type)).toContain('from_the_future')
    expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(5 * MEGABYTE)
  })

  test('the log stays short', () => {
    expect(result.main.stdout.length).toBeLessThan(20_000)
  })
})
