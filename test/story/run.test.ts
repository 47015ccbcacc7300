import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '@jest/globals'

import { ServiceError } from '../../src/errors.ts'
import { finishRun } from '../../src/steps/post-run.ts'
import type { World } from '../../src/ports/world.ts'
import { run } from '../../src/run.ts'
import { EXECUTABLE, fakeWorld, type FakeAgent } from '../support/fake-world.ts'

const SESSION = '11111111-2222-4333-8444-555555555555'
const DONE: FakeAgent = {
  lines: [
    { type: 'system', subtype: 'init', session_id: SESSION, model: 'm', claude_code_version: '2.1.330' },
    { type: 'assistant', message: { id: 'msg', content: [{ type: 'text', text: 'Hello.' }] } },
    {
      ...{ type: 'result', subtype: 'success', is_error: false, result: 'Hello.', num_turns: 1, total_cost_usd: 0.1 },
      ...{ session_id: SESSION, terminal_reason: 'completed', usage: { input_tokens: 3, output_tokens: 2 } },
    },
  ],
}
const ENDLESS: FakeAgent = { lines: [DONE.lines[0], DONE.lines[1]], waitsForSignal: true }

const inputs = (given: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({
      'role-to-assume': 'arn:aws:iam::111122223333:role/claude',
      'aws-region': 'us-east-1',
      'claude-code-path': EXECUTABLE,
      prompt: 'Say hello.',
      ...PREFLIGHT_OFF,
      ...given,
    }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )
const PREFLIGHT_OFF = { preflight: 'false', isolation: 'off' }

function story(agent: FakeAgent, given: Record<string, string> = {}, change: Partial<World> = {}) {
  const stop = new AbortController()
  const { world, seen, temp } = fakeWorld(agent, change)
  const env = { ...inputs(given), PATH: '/bin' }
  const reported = run({ env, programEnv: env, id: 'abcdef01', stop: stop.signal }, world)
  const folder = join(temp, 'runner-temp', 'claude-code-bedrock-abcdef01', 'transcript')
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  return { reported, seen, stop, world, env, folder, read }
}

const denied = new ServiceError({
  service: 'AWS STS',
  operation: 'AssumeRoleWithWebIdentity',
  name: 'AccessDenied',
  message: 'No.',
  status: 403,
})
const never = () => new Promise<never>(() => undefined)

test('a run that goes well: signed in, installed, run, kept, uploaded, reported', async () => {
  const { reported, seen, read } = story(DONE)
  expect(await reported).toMatchObject({
    conclusion: 'success',
    result: 'Hello.',
    'session-id': SESSION,
    'artifact-id': 5,
  })
  expect(seen.log.filter((line) => line.startsWith('>'))).toEqual([
    '> Sign in to AWS, check Bedrock',
    '> Install Claude Code',
    '> Run the prompt',
    expect.stringMatching(/^> Store the transcript as artifact claude-transcript-job-1-abcdef01/),
    '> Result',
  ])
  expect(read('transcript.jsonl').trim().split('\n')).toHaveLength(3)
  expect(JSON.parse(read('result.json'))).toMatchObject({ conclusion: 'success', 'artifact-id': 5 })
  expect(seen.outputs).toMatchObject({ conclusion: 'success', 'artifact-id': '5' })
  expect(seen.summary).toHaveLength(1)
  expect(JSON.parse(seen.state.run ?? '')).toMatchObject({ id: 'abcdef01', stage: 'done' })
})

test('the prompt goes to standard input, and the agent gets the way to the gateway instead of keys', async () => {
  const { reported, seen } = story(DONE)
  await reported
  const [command] = seen.commands
  expect(command?.stdin).toBe('Say hello.')
  expect(command?.args.join(' ')).not.toContain('Say hello.')
  expect(command?.env).toMatchObject({
    CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
    ANTHROPIC_BEDROCK_BASE_URL: 'http://127.0.0.1:1',
  })
  expect(JSON.stringify(command?.env)).not.toContain('fake-secret-access-key')
})

test('with `credentials: environment` it gets them after the run has signed in', async () => {
  const { reported, seen } = story(DONE, { credentials: 'environment' })
  await reported
  expect(seen.commands[0]?.env).toMatchObject({ AWS_SECRET_ACCESS_KEY: 'fake-secret-access-key' })
})

test('wrong inputs stop the run before anything is asked or started', async () => {
  const asked: string[] = []
  const { reported, seen, read } = story(
    DONE,
    { 'timeout-minutes': 'soon', 'max-turns': '0' },
    {
      idTokens: { request: () => (asked.push('token'), never()) },
    },
  )
  const outputs = await reported
  expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'input-invalid' })
  expect(outputs['failure-message']).toMatch(/timeout-minutes[\s\S]*max-turns|max-turns[\s\S]*timeout-minutes/)
  expect([asked, seen.commands, seen.uploads]).toEqual([[], [], []])
  expect(JSON.parse(read('result.json'))).toMatchObject({ 'failure-code': 'input-invalid' })
})

test('a denied role ends the run while the installation still goes on', async () => {
  const { world } = fakeWorld(DONE)
  const { reported, seen, read } = story(
    DONE,
    { 'claude-code-path': '' },
    {
      sts: { ...world.sts, assumeRoleWithWebIdentity: () => Promise.reject(denied) },
      registry: { ...world.registry, address: never },
    },
  )
  expect(await reported).toMatchObject({
    conclusion: 'failure',
    'failure-code': 'role-not-assumable',
    'artifact-id': 5,
  })
  expect(seen.log.filter((line) => line.startsWith('error:'))).toEqual([expect.stringContaining('role-not-assumable')])
  expect(read('transcript.html')).toContain('role-not-assumable')
})

test('an agent that has started is stopped when signing in fails, and the run has that failure', async () => {
  const { world } = fakeWorld(DONE)
  const { reported, seen } = story(
    ENDLESS,
    {},
    {
      sts: {
        ...world.sts,
        assumeRoleWithWebIdentity: async () => {
          await world.clock.sleep(50)
          throw denied
        },
      },
    },
  )
  expect(await reported).toMatchObject({ conclusion: 'failure', 'failure-code': 'role-not-assumable' })
  expect(seen.commands).toHaveLength(1)
  expect(seen.signals).toEqual(['SIGINT'])
})

test('a run that is cancelled keeps what there is, and leaves upload and summary to post', async () => {
  const { reported, seen, stop, read, world, env } = story(ENDLESS)
  while (!seen.log.some((line) => line.includes('Hello.'))) await world.clock.sleep(5)
  stop.abort()
  expect(await reported).toMatchObject({ conclusion: 'cancelled', 'failure-code': 'agent-cancelled', result: 'Hello.' })
  expect(seen.outputs).toMatchObject({ conclusion: 'cancelled' })
  expect(read('transcript.jsonl')).toContain('Hello.')
  expect([seen.uploads, seen.summary]).toEqual([[], []])

  await finishRun({ env, state: seen.state.run }, world)
  expect(seen.uploads).toEqual(['claude-transcript-job-1-abcdef01'])
  expect(seen.summary.join('')).toContain('The job was cancelled')
  expect(JSON.parse(read('result.json'))).toMatchObject({ conclusion: 'cancelled', 'artifact-id': 5 })
})

test('a run that is cancelled before the agent has started says so', async () => {
  const { reported, seen, stop } = story(
    DONE,
    { 'claude-code-path': '' },
    {
      idTokens: { request: never },
      registry: { ...fakeWorld(DONE).world.registry, address: never },
    },
  )
  setTimeout(() => stop.abort(), 20)
  expect(await reported).toMatchObject({ conclusion: 'cancelled', 'failure-code': 'agent-cancelled' })
  expect(seen.commands).toEqual([])
})

test('post completes what a killed main left: survivors, result, page, artifact, summary', async () => {
  const { reported, seen, stop, read, world, env, folder } = story(ENDLESS)
  while (!seen.log.some((line) => line.includes('Hello.'))) await world.clock.sleep(5)
  expect(existsSync(join(folder, 'result.json'))).toBe(false)

  await finishRun({ env, state: seen.state.run }, world)
  expect(seen.killed).toEqual(['CLAUDE_CODE_BEDROCK_RUN=abcdef01'])
  expect(JSON.parse(read('result.json'))).toMatchObject({
    ...{ conclusion: 'cancelled', 'failure-code': 'agent-cancelled', result: 'Hello.', 'session-id': SESSION },
    ...{ 'aws-account-id': '111122223333', 'aws-region': 'us-east-1' },
  })
  expect(read('transcript.html')).toContain('Say hello.')
  expect(seen.uploads).toHaveLength(1)
  expect(seen.summary.join('')).toContain('The job was cancelled')
  stop.abort()
  await reported
})

test('set-up mode exports real credentials, whatever `credentials` says, and post clears them', async () => {
  const { reported, seen, world, env } = story(DONE, { prompt: '' })
  expect(await reported).toMatchObject({ conclusion: 'setup', 'failure-code': '' })
  expect(seen.exported).toMatchObject({ CLAUDE_CODE_USE_BEDROCK: '1', AWS_SECRET_ACCESS_KEY: 'fake-secret-access-key' })
  expect(seen.commands).toEqual([])
  await finishRun({ env, state: seen.state.run }, world)
  const left = Object.entries(seen.exported).filter(([name, value]) => name !== 'PATH' && value !== '')
  expect(left).toEqual([])
})

test('an upload that fails is a warning, and hides neither success nor failure', async () => {
  const refused = () => Promise.reject(new Error('no room'))
  const artifacts = { prepare: () => undefined, upload: refused, uploadFile: refused }
  const well = story(DONE, {}, { artifacts })
  expect(await well.reported).toMatchObject({ conclusion: 'success', 'artifact-id': null })
  expect(well.seen.log.join('\n')).toMatch(/warning: [^]*no room/)
})

test('an error that nobody expected is reported as such, and everything is kept', async () => {
  const { reported, read } = story(DONE, {}, { loopback: { listen: () => Promise.reject(new Error('boom')) } })
  expect(await reported).toMatchObject({ conclusion: 'failure', 'failure-code': 'unexpected' })
  expect(read('result.json')).toContain('boom')
})

test('a checkout that cannot be looked at ends the run with a reason, and everything is kept', async () => {
  const broken = () => {
    throw new Error('boom')
  }
  const { world } = fakeWorld(DONE)
  const { reported, seen, read } = story(DONE, {}, { workingFiles: { ...world.workingFiles, find: broken } })
  expect(await reported).toMatchObject({ conclusion: 'failure', 'failure-code': 'unexpected' })
  expect(seen.log.filter((line) => line.startsWith('error: ')).join('\n')).toContain('boom')
  expect(read('result.json')).toContain('boom')
})

test.each([
  ['a public repository', { repository: { private: false, visibility: 'public' } }, {}, 1],
  ['one without the newer field', { repository: { private: false } }, {}, 1],
  ['an internal one', { repository: { private: false, visibility: 'internal' } }, {}, 0],
  ['a private one', { repository: { private: true, visibility: 'private' } }, {}, 0],
  ['an event that does not say', {}, {}, 0],
  ['a public one whose transcript is kept', { repository: { private: false } }, { 'upload-transcript': 'never' }, 0],
])('who can read the transcript is a warning: %s', async (...[, event, given, expected]) => {
  const { world, seen } = fakeWorld(DONE)
  const env = { ...inputs(given), PATH: '/bin' }
  const runner = { ...world.runner, event }
  await run({ env, programEnv: env, id: 'abcdef01', stop: new AbortController().signal }, { ...world, runner })
  expect(seen.log.filter((line) => /^warning: Anyone who is signed in/.test(line))).toHaveLength(expected)
})
