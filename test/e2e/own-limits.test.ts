// What docs/MODELS.md says of Claude Code's own limits, measured: the real Claude Code without this action, on emulated Bedrock.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { RELEASE } from '../../src/claude/release.ts'
import { startAws, type Aws } from '../emulators/aws.ts'
import { realClaude } from '../support/real-claude.ts'
import { registryAccess } from '../support/registry-access.ts'
import { root } from '../support/runner.ts'

const run = promisify(execFile)
let aws: Aws
let home: string

beforeAll(async () => {
  aws = await startAws({ script: () => ({ text: 'Hello.' }) })
  home = mkdtempSync(join(tmpdir(), 'own-limits-'))
})
afterAll(async () => {
  await aws.close()
  rmSync(home, { recursive: true })
})

/** Rows of the table: the models, and Claude Code's own `max_tokens`. */
const table = readFileSync(join(root, 'docs/MODELS.md'), 'utf8')
const rows = [...table.matchAll(/^\| ([A-Z][^|]*\d) \| ([\d,]+) \| [^|]*\|$/gm)].map(
  ([, models = '', tokens = '']) => [models, Number(tokens.replaceAll(',', ''))] as const,
)

const MODELS: Readonly<Record<string, string>> = {
  'Opus 5.5': 'us.anthropic.claude-opus-5-5',
  'Sonnet 5.5': 'us.anthropic.claude-sonnet-5-5',
  'Opus 5': 'us.anthropic.claude-opus-5',
  'Opus 4.8': 'us.anthropic.claude-opus-4-8',
  'Opus 4.6': 'us.anthropic.claude-opus-4-6-v1',
  'Sonnet 4.5': 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
}

test('the table is of the version that is installed, and each of its rows is measured', () => {
  expect(table).toContain(`Measured with Claude Code ${RELEASE.version};`)
  const first = rows.map(([models]) => models.split(',')[0])
  expect(first).toEqual(Object.keys(MODELS))
})

test.each(rows)('%s: %d', async (models, tokens) => {
  const model = MODELS[models.split(',')[0] ?? ''] ?? ''
  const { path } = await realClaude()
  const user = aws.account.addUser(model.replaceAll(/\W/g, '-'))
  const env = {
    ...registryAccess({}),
    ...{ PATH: process.env.PATH, HOME: home, CLAUDE_CODE_USE_BEDROCK: '1', AWS_REGION: 'us-east-1', ...aws.env },
    ...{ AWS_ACCESS_KEY_ID: user.accessKeyId, AWS_SECRET_ACCESS_KEY: user.secretAccessKey },
  }
  const running = run(path, ['-p', 'Say hello.', '--model', model], { env, cwd: home, timeout: 50_000 })
  running.child.stdin?.end()
  expect((await running).stdout).toBe('Hello.\n')
  const asked = aws.bedrock.calls.filter((call) => call.stream && call.model === model)
  expect(new Set(asked.map(({ maxTokens }) => maxTokens))).toEqual(new Set([tokens]))
})
