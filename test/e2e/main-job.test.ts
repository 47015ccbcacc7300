import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { unzipSync } from 'fflate'

import { RELEASE } from '../../src/claude/release.ts'
import { OUTPUT_NAMES } from '../support/empty-outputs.ts'
import { repairScript } from '../support/repair-script.ts'
import { MODEL, scenario, transcriptFile, type Scenario } from '../support/scenario.ts'
import type { StepResult } from '../support/runner.ts'

let here: Scenario
let result: StepResult

beforeAll(async () => {
  here = await scenario({ aws: { script: (_request, index) => repairScript(here.job.workspace)[index]! } })
  result = await here.step({ prompt: 'Repair the failing test.', 'allowed-tools': 'Edit\nBash(npm test)' })
}, 120_000)
afterAll(async () => {
  await here[Symbol.asyncDispose]()
})

test('the repository has been worked on, and its tests pass', () => {
  expect(readFileSync(join(here.job.workspace, 'price.js'), 'utf8')).toContain('1 - percent / 100')
  execFileSync('npm', ['test'], { cwd: here.job.workspace, stdio: 'pipe' })
})

test('main and post succeed', () => {
  expect(result.main).toMatchObject({ code: 0, stderr: '' })
  expect(result.post).toMatchObject({ code: 0, stdout: '', stderr: '' })
})

test('every output of the contract is set', () => {
  expect(Object.keys(result.outputs).sort()).toEqual([...OUTPUT_NAMES].sort())
  expect(result.outputs).toMatchObject({
    conclusion: 'success',
    'failure-code': '',
    'failure-message': '',
    result: expect.stringContaining('Fixed `discounted`'),
    'session-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'num-turns': '5',
    retries: '0',
    'permission-denials': '[]',
    'artifact-id': '1001',
    'artifact-url': 'https://github.com/octo-org/octo-repo/actions/runs/4711/artifacts/1001',
    'changed-files': '["price.js"]',
    'claude-code-version': RELEASE.version,
    'cache-hit': 'tool-cache',
    'aws-account-id': '111122223333',
    'aws-region': 'us-east-1',
    model: MODEL,
  })
  expect(Number(result.outputs['duration-ms'])).toBeGreaterThan(100)
  expect(Number(result.outputs['total-cost-usd'])).toBeGreaterThan(0)
  expect(Number(result.outputs['input-tokens'])).toBeGreaterThan(1000)
  expect(Number(result.outputs['output-tokens'])).toBeGreaterThan(0)
})

test('result.json holds the outputs with their types', () => {
  const written = JSON.parse(transcriptFile(result, 'result.json') ?? '') as Record<string, unknown>
  expect(Object.keys(written).sort()).toEqual([...OUTPUT_NAMES].sort())
  expect(written).toMatchObject({
    conclusion: 'success',
    'num-turns': 5,
    'changed-files': ['price.js'],
    'artifact-id': 1001,
  })
})

test('calls go to Bedrock as the role, with the limits of the inputs, to no other model', () => {
  const runtime = here.aws.bedrock.calls.filter(({ plane }) => plane === 'runtime')
  expect(runtime.length).toBeGreaterThanOrEqual(5)
  for (const call of runtime) {
    expect(call.principal).toMatch(/assumed-role\/claude\/claude-code-4711-1$/)
    expect(call.status).toBe(200)
    expect(call.maxTokens).toBeLessThanOrEqual(4096)
  }
  // Preflight's list is Claude Code's as well.
  expect(here.aws.bedrock.calls.filter(({ plane }) => plane !== 'runtime')).toMatchObject([
    { operation: 'ListInferenceProfiles', status: 200 },
  ])
  const turns = runtime.filter(({ maxTokens }) => maxTokens === 4096)
  expect(new Set(turns.map(({ model }) => model))).toEqual(new Set([MODEL]))
})

test('the artifact holds the whole folder', () => {
  const [artifact, ...others] = here.github.artifacts.artifacts()
  expect(others).toMatchObject([{ name: `${artifact?.name}.html`, mimeType: 'text/html' }])
  expect(artifact?.name).toMatch(/^claude-transcript-claude-1-[0-9a-f]{8}$/)
  const files = unzipSync(artifact!.bytes)
  const names = Object.keys(files).map((name) => name.split('/')[0])
  expect([...new Set(names)].sort()).toEqual([
    ...['changes.patch', 'diagnostics.jsonl', 'result.json', 'session', 'transcript.html', 'transcript.jsonl'],
  ])
  expect(Buffer.from(files['transcript.jsonl']!).toString()).toBe(transcriptFile(result, 'transcript.jsonl'))
})

test('the log has a line for each turn and tool call, in groups', () => {
  const { stdout } = result.main
  for (const title of [
    'Sign in to AWS, check Bedrock',
    'Install Claude Code',
    'Run the prompt',
    'Store the transcript',
  ]) {
    expect(stdout).toContain(`::group::${title}`)
  }
  expect(stdout).toMatch(/^\d\d:\d\d {2}Bash {2}npm test$/m)
  expect(stdout).toMatch(/^\d\d:\d\d {2}Edit {2}price\.js {2}\+1 −1$/m)
  expect(stdout).toMatch(/^\d\d:\d\d {2}✗ Bash failed with exit code 1: \S/m)
  expect(stdout).toMatch(/^::group::Result$/m)
  expect(stdout.trimEnd()).toMatch(/\n✅ Claude finished · 1 file changed · 5 turns · .*\$0\.\d+$/)
  // Of the usual limits there is nothing to say.
  expect(stdout).not.toMatch(/max-output-tokens 4096/)
})

test('the summary tells outcome, cost, tools and files', () => {
  for (const part of [
    '✅ Claude finished',
    'Fixed `discounted`',
    MODEL,
    '$0.',
    '2 `Bash`',
    '`price.js`',
    'artifacts/1001',
  ]) {
    expect(result.summary).toContain(part)
  }
})

test('the page holds prompt, outcome and result as plain text', () => {
  const page = transcriptFile(result, 'transcript.html') ?? ''
  for (const part of ['Repair the failing test.', 'Claude finished', 'Fixed `discounted`']) expect(page).toContain(part)
})

test('no secret of the run is in the folder, the outputs, the summary or, unmasked, in the log', () => {
  const [session] = here.aws.account.sessions
  const secrets = [session!.secretAccessKey, session!.sessionToken, here.github.env.ACTIONS_RUNTIME_TOKEN!]
  const files = ['transcript.jsonl', 'transcript.html', 'result.json'].map((name) => transcriptFile(result, name))
  const log = result.main.stdout.replaceAll(/^::(add-mask|debug)::.*$/gm, '')
  for (const secret of secrets) {
    for (const text of [...files, JSON.stringify(result.outputs), result.summary, log])
      expect(text).not.toContain(secret)
    if (secret !== here.github.env.ACTIONS_RUNTIME_TOKEN) expect(result.main.stdout).toContain(`::add-mask::${secret}`)
  }
})
