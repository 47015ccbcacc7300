// What a command of the agent tries with the gateway's token, by the real Claude Code: only calls that the run itself could make
// reach Bedrock, within its budget, and none that fails ends the run.
import { execFile } from 'node:child_process'

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import type { Turn } from '../../emulators/bedrock-script.ts'
import { naiveGateway } from '../../support/naive-gateway.ts'
import { MODEL, scenario, transcriptFile, type Scenario } from '../../support/scenario.ts'

let here: Scenario
beforeAll(async () => {
  here = await scenario()
}, 120_000)
afterAll(async () => here[Symbol.asyncDispose]())

let before = 0
beforeEach(() => {
  before = here.aws.bedrock.calls.length
})

/** A call with the run's own token and a word by which it is known; prints its HTTP status. */
const call = (path: string, { headers = '', maxTokens = 7, token = true, text = 'x' } = {}) => {
  const body = JSON.stringify({
    ...{ anthropic_version: 'bedrock-2023-05-31', max_tokens: maxTokens },
    messages: [{ role: 'user', content: text }],
  })
  const shown = token ? '-H "$ANTHROPIC_CUSTOM_HEADERS"' : ''
  return `curl -s --path-as-is -o /dev/null -w '%{http_code}\\n' ${shown} -H 'content-type: application/json' -H 'user-agent: attack' ${headers} -d '${body}' "$ANTHROPIC_BEDROCK_BASE_URL${path}"`
}
const invoke = (model: string) => `/model/${encodeURIComponent(model)}/invoke`

/** Runs the command in the agent; resolves with what it printed and the calls of Bedrock that were the command's. */
async function attack(command: string, inputs: Record<string, string> = {}) {
  const script: Turn[] = [{ toolUses: [{ name: 'Bash', input: { command } }] }, { text: 'Done.' }]
  here.play(script)
  const result = await here.step({
    ...{ prompt: 'Work.', 'allowed-tools': 'Bash', isolation: 'off', 'upload-transcript': 'never' },
    ...inputs,
  })
  const calls = here.aws.bedrock.calls.slice(before)
  const attacked = calls.filter(({ headers }) => headers['user-agent'] === 'attack')
  const printed = /"content":"([^"]*)"/.exec(
    (transcriptFile(result, 'transcript.jsonl') ?? '').split('\n').find((line) => line.includes('"tool_result"')) ?? '',
  )?.[1]
  return { result, attacked, statuses: printed?.split('\\n').filter(Boolean) ?? [] }
}

test('a call of the run’s own model, as any command can make it, is answered', async () => {
  const { result, attacked, statuses } = await attack(call(invoke(MODEL)))
  expect(statuses).toEqual(['200'])
  expect(attacked).toMatchObject([{ model: MODEL, status: 200 }])
  expect(result.outputs).toMatchObject({ conclusion: 'success' })
})

const FOREIGN_ARN = 'arn:aws:bedrock:us-east-1:444455556666:application-inference-profile/abcdefghijkl'

const OTHER_CALLS = [
  ['G1: a model that the run does not have', call(invoke('us.anthropic.claude-opus-4-1-20250805-v1:0'))],
  ['G2: another vendor’s', call(invoke('us.meta.llama3-8b-instruct-v1:0'))],
  ['G3: the profile of a foreign account', call(invoke(FOREIGN_ARN))],
  ['G4: the count of another model’s tokens', call('/model/anthropic.claude-opus-4-1-20250805-v1%3A0/count-tokens')],
  ['G6: a path that climbs', call(`/model/x/../${encodeURIComponent(MODEL)}/invoke`)],
] as const

test.each([
  ...OTHER_CALLS,
  ['G5: another operation', call(`/model/${encodeURIComponent(MODEL)}/converse`)],
  ['G7: an address of another host', `${call('')} --request-target http://evil.example/model/x/invoke`],
  ['G8: a call without the token', call(invoke(MODEL), { token: false })],
  [
    'G9: a call with another token',
    call(invoke(MODEL), { token: false, headers: "-H 'x-claude-code-bedrock-gateway: x'" }),
  ],
])('%s does not reach Bedrock, and ends nothing', async (_, command) => {
  const { result, attacked, statuses } = await attack(command)
  expect(statuses).toEqual([expect.stringMatching(/^40[034]$/)])
  expect(attacked).toEqual([])
  expect(result.outputs).toMatchObject({ conclusion: 'success', result: 'Done.' })
})

test('G10: headers that choose a guardrail, a tier or an identity do not go on', async () => {
  const headers = [
    ...[
      'x-amzn-bedrock-guardrailidentifier: x',
      'x-amzn-bedrock-service-tier: priority',
      'x-amzn-bedrock-trace: ENABLED',
    ],
    ...['x-amzn-bedrock-performanceconfig-latency: optimized', 'authorization: Bearer x', 'x-amz-security-token: x'],
  ]
  const { attacked, statuses } = await attack(
    call(invoke(MODEL), { headers: headers.map((one) => `-H '${one}'`).join(' ') }),
  )
  expect(statuses).toEqual(['200'])
  const names = Object.keys(attacked[0]?.headers ?? {})
  expect(names.filter((name) => name.startsWith('x-amzn-'))).toEqual([])
  expect(attacked[0]?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 /)
})

test('G11: more output than any call of the run may have is brought down', async () => {
  const { attacked, statuses } = await attack(call(invoke(MODEL), { maxTokens: 64_000 }))
  expect(statuses).toEqual(['200'])
  expect(attacked[0]?.maxTokens).toBeLessThanOrEqual(32_000)
})

test('G12: a call of its own that Bedrock refuses does not end the run', async () => {
  const { result, statuses } = await attack(call(invoke(MODEL), { maxTokens: -1 }))
  expect(statuses).toEqual(['400'])
  expect(result.outputs).toMatchObject({ conclusion: 'success', result: 'Done.' })
})

describe('G13: a budget', () => {
  // An answer of the emulator to these has some tokens of input: 60,000 words.
  const many = (count: number) =>
    `head -c 240000 /dev/zero | tr '\\0' 'x' >/tmp/words-$$; for i in $(seq ${count}); do ${call(invoke(MODEL), { text: '@' }).replace(/-d '([^']*)'/, (_, body: string) => `-d @<(printf '%s' '${body.split('@')[0] ?? ''}'; cat /tmp/words-$$; printf '%s' '${body.split('@')[1] ?? ''}')`)}; done; rm /tmp/words-$$`

  test('is used up by calls of commands as by those of Claude Code', async () => {
    const { result, attacked, statuses } = await attack(many(8), { 'max-budget-usd': '0.30' })
    expect(statuses.slice(0, 1)).toEqual(['200'])
    expect(statuses.slice(-1)).toEqual(['400'])
    expect(attacked.length).toBeLessThan(4)
    expect(result.outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'budget-exceeded' })
    expect(result.outputs['failure-message']).toContain('max-budget-usd is 0.3')
  })

  test('without one they are all answered', async () => {
    const { attacked, result } = await attack(many(8))
    expect(attacked).toHaveLength(8)
    expect(result.outputs).toMatchObject({ conclusion: 'success' })
  })
})

describe('at a gateway that signs whatever comes, the same', () => {
  let naive: Awaited<ReturnType<typeof naiveGateway>>
  beforeAll(async () => {
    naive = await naiveGateway(here.aws)
  })
  afterAll(() => naive.close())

  const tried = (command: string) => {
    const env = {
      PATH: process.env.PATH,
      ANTHROPIC_BEDROCK_BASE_URL: naive.url,
      ANTHROPIC_CUSTOM_HEADERS: 'x-token: x',
    }
    return new Promise<string>((resolve, reject) => {
      execFile('bash', ['-c', command], { env }, (error, stdout) =>
        error ? reject(new Error(stdout, { cause: error })) : resolve(stdout.trim()),
      )
    })
  }
  const reached = () => here.aws.bedrock.calls.slice(before).filter(({ headers }) => headers['user-agent'] === 'attack')

  test.each(OTHER_CALLS)('%s reaches Bedrock', async (_, command) => {
    await tried(command)
    expect(reached()).toHaveLength(1)
  })

  test('G5: another operation goes on', async () => {
    await tried(call(`/model/${encodeURIComponent(MODEL)}/converse`))
    expect(naive.sentTo.at(-1)).toMatch(/\/converse$/)
  })

  test('G7: an address of another host is called', async () => {
    await tried(`${call('')} --request-target http://127.0.0.1:9/model/x/invoke`)
    expect(naive.sentTo.at(-1)).toBe('http://127.0.0.1:9/model/x/invoke')
  })

  test('G8: a call without the token is answered', async () => {
    expect(await tried(call(invoke(MODEL), { token: false }))).toBe('200')
  })

  test('G10: headers go on', async () => {
    await tried(call(invoke(MODEL), { headers: "-H 'x-amzn-bedrock-trace: ENABLED'" }))
    expect(reached()[0]?.headers).toMatchObject({ 'x-amzn-bedrock-trace': 'ENABLED' })
  })

  test('G11: more output is asked for', async () => {
    await tried(call(invoke(MODEL), { maxTokens: 64_000 }))
    expect(reached()[0]?.maxTokens).toBe(64_000)
  })
})
