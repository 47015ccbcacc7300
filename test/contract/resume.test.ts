// Facts about the real Claude Code: what it needs to continue a session that was redacted, in another folder.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { restoreSession } from '../../src/claude/arguments.ts'
import { keepTranscript } from '../../src/transcript/recorder.ts'
import { emptyOutputs } from '../support/empty-outputs.ts'
import { createRedactor } from '../../src/transcript/redact.ts'
import { createFiles } from '../../src/world/files.ts'
import type { MessagesRequest } from '../emulators/bedrock-request.ts'
import { runBareClaude } from '../support/bare-claude.ts'

const files = createFiles()
const requests: MessagesRequest[] = []
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'resume-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const USAGE = { input_tokens: 40_000, output_tokens: 1_000, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 }

const run = (prompt: string, more: { cwd: string; config: string; args?: readonly string[] }) =>
  runBareClaude({
    prompt,
    ...more,
    script(request) {
      requests.push(request)
      const turn = requests.length - 1
      return { thinking: `Thought ${turn}`, text: `Answer ${turn}`, usage: USAGE }
    },
  })

test('a redacted session is continued under its id, from another folder', async () => {
  const [here, there] = [join(folder, 'some_repo.x', 'ä b'), join(folder, 'elsewhere')]
  const [before, after] = [join(folder, 'config-before'), join(folder, 'config-after')]
  const first = await run('My password is hunter22.', { cwd: here, config: before })
  const id = first.statistics.sessionId ?? ''
  expect(first.statistics.result?.result).toBe('Answer 0')

  const redactor = createRedactor({ values: () => ['hunter22'] })
  const outputs = { ...emptyOutputs('success'), 'session-id': id }
  const place = { directory: join(folder, 'transcript'), configDirectory: before }
  const kept = { ...place, outputs, prompt: undefined, failure: undefined }
  expect(await keepTranscript(kept, { files, ...redactor })).toEqual([])
  const path = join(folder, 'transcript', 'session', `${id}.jsonl`)
  expect(readFileSync(path, 'utf8')).toContain('My password is [redacted:secret].')

  await restoreSession({ resume: { id, path }, workingDirectory: there }, after, files)
  const second = await run('And now?', { cwd: there, config: after, args: [`--resume=${id}`] })
  expect(second.statistics).toMatchObject({ sessionId: id, result: { result: 'Answer 1' } })
  const conversation = JSON.stringify(requests.at(-1)?.messages)
  expect(conversation).toContain('My password is [redacted:secret].')
  expect(conversation).toContain('Answer 0')
  expect(conversation).toContain('And now?')
  expect(conversation).not.toContain('hunter22')
}, 120_000)

test('what a session cost before is no cost of the run that continues it', async () => {
  const [cwd, before] = [join(folder, 'cost'), join(folder, 'cost-before')]
  const first = await run('Begin.', { cwd, config: before })
  const id = first.statistics.sessionId ?? ''
  const path = (await files.list(before)).find((name) => name.endsWith(`${id}.jsonl`)) ?? ''
  expect(readFileSync(path, 'utf8')).toContain('"type":"cost-state"')

  const resumed = async (name: string, restore: (config: string) => unknown) => {
    const config = join(folder, name)
    await restore(config)
    return (await run('Go on.', { cwd, config, args: [`--resume=${id}`] })).statistics
  }
  const alone = first.statistics.result?.totalCostUsd ?? NaN
  const ours = await resumed('cost-ours', (config) =>
    restoreSession({ resume: { id, path }, workingDirectory: cwd }, config, files),
  )
  expect(ours).toMatchObject({ turns: 1, result: { usage: { inputTokens: 40_000, outputTokens: 1_000 } } })
  expect(ours.result?.totalCostUsd).toBeCloseTo(alone, 2)
  // With the file as it is, Claude Code adds the cost of the session before.
  const whole = await resumed('cost-whole', async (config) => {
    const copy = join(config, 'projects', cwd.replace(/[^A-Za-z0-9]/g, '-'), `${id}.jsonl`)
    await files.makeDirectory(join(copy, '..'))
    writeFileSync(copy, readFileSync(path))
  })
  expect(whole.result?.totalCostUsd).toBeGreaterThan(1.5 * alone)
}, 120_000)
