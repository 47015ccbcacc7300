// Facts about the real Claude Code: what it needs to continue a session that was redacted, in another folder.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { runAgent } from '../../src/claude/agent.ts'
import { restoreSession } from '../../src/claude/session-file.ts'
import type { Log } from '../../src/ports/log.ts'
import { keepTranscript } from '../../src/transcript/keep.ts'
import { emptyOutputs } from '../../src/transcript/outputs.ts'
import { createRedactor } from '../../src/transcript/redact.ts'
import { createClock } from '../../src/world/clock.ts'
import { createFiles } from '../../src/world/files.ts'
import { createProcesses } from '../../src/world/processes.ts'
import { startAws, type Aws } from '../emulators/aws.ts'
import type { MessagesRequest } from '../emulators/bedrock-request.ts'
import { realClaude } from '../support/real-claude.ts'
import { MODEL } from '../support/scenario.ts'

const files = createFiles()
const requests: MessagesRequest[] = []
let aws: Aws
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'resume-'))
  const script = (request: MessagesRequest, turn: number) => {
    requests.push(request)
    return { thinking: `Thought ${turn}`, text: `Answer ${turn}` }
  }
  aws = await startAws({ script })
})
afterAll(async () => {
  await aws.close()
  rmSync(folder, { recursive: true })
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

interface Start {
  readonly cwd: string
  readonly config: string
  readonly args?: readonly string[]
}

async function run(prompt: string, { cwd, config, args = [] }: Start) {
  mkdirSync(cwd, { recursive: true })
  const user = aws.account.addUser(`user-${requests.length}`)
  const env = {
    ...aws.env,
    PATH: process.env.PATH ?? '',
    HOME: folder,
    CLAUDE_CONFIG_DIR: config,
    CLAUDE_CODE_USE_BEDROCK: '1',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: user.accessKeyId,
    AWS_SECRET_ACCESS_KEY: user.secretAccessKey,
    ANTHROPIC_MODEL: MODEL,
  }
  const { path: file } = await realClaude()
  const flags = ['-p', '--output-format=stream-json', '--verbose', '--permission-mode=dontAsk', ...args]
  return runAgent(
    {
      command: { file, args: flags, cwd, env, stdin: prompt },
      timeoutMs: 60_000,
      stop: new AbortController().signal,
      show: 'off',
      record: (lines) => Promise.resolve(lines),
    },
    { processes: createProcesses(process.env), clock: createClock(), log },
  )
}

const quiet = () => undefined
const log: Log = {
  ...{ info: quiet, debug: quiet, notice: quiet, warning: quiet, error: quiet },
  group: (_title, task) => task(log),
}
