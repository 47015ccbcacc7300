// Calls that share a quota with others: they wait for it, ask for more tokens only after a cut reply, and lose no subagent unseen.
// With the shipped bundle and the real Claude Code.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { BEDROCK_ERRORS, type BedrockError } from '../emulators/bedrock-errors.ts'
import type { CallInSight } from '../emulators/bedrock-faults.ts'
import type { Script, Turn } from '../emulators/bedrock-script.ts'
import { MODEL, scenario, type ScenarioOptions } from '../support/scenario.ts'
import { commandsNamed } from '../support/workflow-commands.ts'

const INPUTS = { prompt: 'Go on.', 'allowed-tools': 'Bash(echo:*),Write', 'upload-transcript': 'never' }
const go: Turn = { toolUses: [{ name: 'Bash', input: { command: 'echo on', description: 'Go on' } }] }
const ofTheModel = ({ plane, model }: CallInSight) => plane === 'runtime' && model === MODEL
const isSubagent = (call: CallInSight) => ofTheModel(call) && call.headers['x-claude-code-agent-id'] !== undefined

describe('a quota that is short for two calls', () => {
  test.each<[string, BedrockError]>([
    ['tokens', BEDROCK_ERRORS.tooManyTokens],
    ['no capacity', BEDROCK_ERRORS.tooManyConnections],
  ])('%s: the run waits, and Claude Code sees nothing of it', async (_, error) => {
    await using here = await scenario({ aws: { script: [go, { text: 'Done.' }] } })
    // After preflight, whose call of the model is the first.
    here.aws.bedrock.faults.inject(error, { times: 2, from: 2, when: ofTheModel })
    const { outputs, main, summary } = await here.step(INPUTS)
    expect(outputs).toMatchObject({ conclusion: 'success', result: 'Done.', 'throttled-calls': '2' })
    expect(Number(outputs['throttled-ms'])).toBeGreaterThanOrEqual(10_000)
    expect(main.stdout).not.toContain('retry 1 /')
    expect(main.stdout.match(/ is short: calls wait in line/g)).toHaveLength(1)
    expect(main.stdout).toMatch(/The first call reserved [\d,]+ tokens of the quota/)
    expect(summary).toContain('2 calls refused for the quota')
  })
})

test('a quota that stays short ends the run with throttled, before its time limit', async () => {
  await using here = await scenario({ aws: { script: [go] } })
  here.aws.bedrock.faults.inject(BEDROCK_ERRORS.tooManyTokens, { times: Infinity, from: 2, when: ofTheModel })
  const { outputs } = await here.step({ ...INPUTS, 'timeout-minutes': '0.4' })
  expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'throttled', 'num-turns': '0' })
  expect(outputs['failure-message']).toContain('throttle-patience-minutes')
  expect(Number(outputs['duration-ms'])).toBeLessThan(24_000)
})

describe('a reply of 12,000 tokens', () => {
  const content = 'A line of a long file.\n'.repeat(2_087)
  const long: Script = ({ messages }) => {
    const isWritten = messages.some(({ text }) => text.includes('File created successfully'))
    return isWritten
      ? { text: 'Written.' }
      : { toolUses: [{ name: 'Write', input: { file_path: 'long.txt', content } }] }
  }
  async function write(inputs: Record<string, string>, aws: ScenarioOptions['aws'] = {}) {
    await using here = await scenario({ aws: { ...aws, script: long } })
    const { outputs } = await here.step({ ...INPUTS, 'permission-mode': 'acceptEdits', ...inputs })
    const path = join(here.job.workspace, 'long.txt')
    const asked = here.aws.bedrock.calls
      .filter(({ stream, maxTokens = 0 }) => stream && maxTokens > 1)
      .map(({ maxTokens }) => maxTokens)
    return { outputs, asked, written: existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined }
  }

  test('is a file after one that was cut', async () => {
    const { outputs, asked, written } = await write({})
    expect(outputs).toMatchObject({ conclusion: 'success', result: 'Written.' })
    expect(written).toBe(content.trim())
    // The last is not lowered, since the reply before it needed so much.
    expect(asked).toEqual([4_096, 16_384, 16_384])
  })

  test('is never cut with auto while nothing is refused', async () => {
    const { asked, written } = await write({ 'max-output-tokens': 'auto' })
    expect(written).toBe(content.trim())
    expect(asked).toEqual([32_000, 32_000])
  })

  test('text that does not fit even into the ceiling is output-limit-reached, which names it', async () => {
    await using here = await scenario({ aws: { script: () => ({ text: 'words '.repeat(20_000) }) } })
    const { outputs } = await here.step({ ...INPUTS, 'max-output-tokens-ceiling': '8192' })
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'output-limit-reached' })
    expect(outputs['failure-message']).toContain('max-output-tokens-ceiling: "16384"')
  })
})

describe('subagents', () => {
  const agents = (count: number): Turn => ({
    toolUses: Array.from({ length: count }, (_, at) => ({
      name: 'Agent',
      input: {
        description: `Part ${at}`,
        prompt: `Do part ${at}.`,
        subagent_type: 'general-purpose',
        run_in_background: at > 0,
      },
    })),
  })
  const script: Script = ({ messages }, index) => {
    if (/Do part \d/.test(messages[0]?.text ?? '')) return { text: 'Part done.' }
    return index === 0 ? agents(2) : { text: 'All is done.' }
  }

  test('that failed are counted, named and warned of, though Claude Code ends well', async () => {
    await using here = await scenario({ aws: { script } })
    const refusal = { status: 400, type: 'ValidationException', message: 'No.' }
    here.aws.bedrock.faults.inject(refusal, { times: Infinity, when: isSubagent })
    const { outputs, main, summary } = await here.step(INPUTS)
    expect(outputs).toMatchObject({ conclusion: 'success', 'failed-subagents': '2' })
    const warnings = commandsNamed('warning', main.stdout).map(({ data }) => data)
    expect(warnings.join('\n')).toMatch(/2 of 2 subagents failed.*\n- Part \d: /)
    expect(summary).toMatch(/2 subagents failed/)
    expect(summary).toMatch(/### Failed subagents\n\n- Part \d/)
  })

  test('wait for the quota, too', async () => {
    await using here = await scenario({ aws: { script } })
    here.aws.bedrock.faults.inject(BEDROCK_ERRORS.tooManyTokens, { times: 3, when: isSubagent })
    const { outputs } = await here.step(INPUTS)
    expect(outputs).toMatchObject({ conclusion: 'success', 'failed-subagents': '0', 'throttled-calls': '3' })
  })
})
