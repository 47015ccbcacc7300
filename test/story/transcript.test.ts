import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'

import { finishRun } from '../../src/steps/post-run.ts'
import type { Files } from '../../src/ports/machine.ts'
import type { World } from '../../src/ports/world.ts'
import { run } from '../../src/run.ts'
import { EXECUTABLE, fakeWorld, type FakeAgent } from '../support/fake-world.ts'

const SESSION = '11111111-2222-4333-8444-555555555555'
const KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'

const agentThatSays = (text: string, more: Partial<FakeAgent> = {}): FakeAgent => ({
  lines: [
    { type: 'system', subtype: 'init', session_id: SESSION },
    { type: 'assistant', message: { id: 'msg', content: [{ type: 'text', text }] } },
    { type: 'result', subtype: 'success', is_error: false, result: text, session_id: SESSION },
  ],
  ...more,
})

/** A run whose agent leaves a session file that holds `session`, if any. */
function story(agent: FakeAgent, given: Record<string, string>, change: (world: World) => Partial<World> = () => ({})) {
  const { world: bare, seen, temp } = fakeWorld(agent)
  const world = { ...bare, ...change(bare) }
  const settings = { 'aws-region': 'us-east-1', 'claude-code-path': EXECUTABLE, preflight: 'false', isolation: 'off' }
  const inputs = Object.entries({ ...settings, prompt: 'Say hello.', ...given })
  const env = {
    PATH: '/bin',
    AWS_ACCESS_KEY_ID: 'x',
    ...Object.fromEntries(inputs.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  }
  const runnerTemp = join(temp, 'runner-temp')
  const folder = join(runnerTemp, 'claude-code-bedrock-abcdef01')
  const stop = new AbortController()
  return {
    ...{ world, seen, env, stop, runnerTemp, folder },
    outcome: () => run({ env, programEnv: env, id: 'abcdef01', stop: stop.signal }, world),
    leaveSession(text: string) {
      mkdirSync(join(folder, 'claude', 'projects', 'p'), { recursive: true })
      writeFileSync(join(folder, 'claude', 'projects', 'p', `${SESSION}.jsonl`), text)
    },
    /** All that is kept, unpacked. */
    kept() {
      const transcript = join(folder, 'transcript')
      const names = readdirSync(transcript, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
      return names
        .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
        .map((text) => text.replaceAll(/(?<=data-encoding="gzip">)[^<]*/g, (packed) => unpack(packed)))
    },
  }
}

const unpack = (packed: string) => gunzipSync(Buffer.from(packed, 'base64')).toString()

test('what `redact` matches, and what looks like a secret, is nowhere: not in files, outputs, summary or log', async () => {
  const token = `ghp_${'a1'.repeat(18)}`
  const run = story(agentThatSays(`ACME-12345678 and ${token}`), {
    prompt: 'Look at ACME-87654321.',
    redact: 'ACME-\\d{8}',
  })
  run.leaveSession(JSON.stringify({ content: `ACME-12345678 ${token}` }))
  expect(await run.outcome()).toMatchObject({ conclusion: 'success' })

  const { log, outputs, summary } = run.seen
  const everything = [...run.kept(), JSON.stringify({ log, outputs, summary })]
  expect(run.kept()).toHaveLength(5)
  for (const text of everything) expect(text).not.toMatch(/ACME-[18]|ghp_/)
  expect(log).toContain('Redacted from the transcript: 2 github-token, 2 pattern')
  expect(summary.join('')).toMatch(/\*\*Redacted from the transcript:\*\* 2 `github-token`, 2 `pattern`/)
})

test('post does not know the credentials of a main that was killed, and redacts what looks like them', async () => {
  const run = story(agentThatSays('Hello.', { waitsForSignal: true }), { redact: 'ACME-\\d{8}' })
  run.leaveSession(JSON.stringify({ content: `the key is ${KEY}, for ACME-12345678` }))
  const reported = run.outcome()
  while (!run.seen.log.some((line) => line.includes('Hello.'))) await run.world.clock.sleep(5)

  const secrets = { add: () => undefined, all: () => [] }
  await finishRun({ env: run.env, state: run.seen.state.run }, { ...run.world, secrets })
  const kept = run.kept().join('\n')
  run.stop.abort()
  await reported
  expect(kept).toContain('the key is [redacted:pattern], for [redacted:pattern]')
  expect(kept).not.toContain(KEY)
})

test('post goes on when what main left it is torn', async () => {
  const run = story(agentThatSays('Hello.', { waitsForSignal: true }), {})
  const reported = run.outcome()
  while (!run.seen.log.some((line) => line.includes('Hello.'))) await run.world.clock.sleep(5)
  writeFileSync(join(run.folder, 'own', 'facts.json'), '{"transcri')
  await finishRun({ env: run.env, state: run.seen.state.run }, run.world)
  run.stop.abort()
  await reported
  expect(run.seen.summary.join('')).toContain('The job was cancelled')
})

test('post removes what the agent was given to read, when main could not', async () => {
  const run = story(agentThatSays('Hello.', { waitsForSignal: true }), {})
  const reported = run.outcome()
  while (!run.seen.log.some((line) => line.includes('Hello.'))) await run.world.clock.sleep(5)
  const given = join(run.folder, 'claude', 'run-settings.json')
  expect(existsSync(given)).toBe(true)
  await finishRun({ env: run.env, state: run.seen.state.run }, run.world)
  expect(existsSync(given)).toBe(false)
  run.stop.abort()
  await reported
})

test('a disk that is full once the agent has its settings changes nothing about how the run ends', async () => {
  const full = () => new Error('ENOSPC: no space left on device')
  const file = { write: () => Promise.reject(full()), close: () => Promise.resolve() }
  const refuse = () => {
    throw full()
  }
  const run = story(agentThatSays('Hello.'), {}, (world) => ({
    files: {
      ...world.files,
      append: () => Promise.resolve(file),
      write: (path, text) =>
        path.endsWith('run-settings.json') ? world.files.write(path, text) : Promise.reject(full()),
    },
    job: { ...world.job, setOutput: refuse, saveState: refuse },
  }))
  expect(await run.outcome()).toMatchObject({ conclusion: 'success', result: 'Hello.' })
  const warnings = run.seen.log.filter((line) => line.startsWith('warning:'))
  expect(warnings).toContain('warning: The transcript is incomplete: Error: ENOSPC: no space left on device')
  expect(warnings).toContain('warning: The outputs could not be set: Error: ENOSPC: no space left on device')
})

/** A disk with room for so many bytes, over real files. */
function smallDisk(files: Files, size: number) {
  const sizes = new Map<string, number>()
  const free = () => size - [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
  const take = (path: string, bytes: number) => {
    const room = free()
    // As much as fits is written.
    sizes.set(path, (sizes.get(path) ?? 0) + Math.min(bytes, room))
    if (bytes > room) throw new Error('ENOSPC: no space left on device')
  }
  const small: Files = {
    ...files,
    async write(path, text) {
      sizes.delete(path)
      take(path, text.length)
      await files.write(path, text)
    },
    async append(path) {
      const file = await files.append(path)
      const write = async (texts: readonly string[]) => (take(path, texts.join('').length), file.write(texts))
      return { ...file, write }
    },
    async remove(path) {
      sizes.delete(path)
      await files.remove(path)
    },
  }
  return { small, take }
}

test.each([
  ['that leaves room for the page', '', ['diagnostics.jsonl', 'result.json', 'transcript.html', 'transcript.jsonl']],
  ['that leaves none for the page', 'no room', ['diagnostics.jsonl', 'result.json', 'transcript.jsonl']],
])('a disk that the agent filled, %s: outputs, result and summary are there', async (_which, noise, kept) => {
  // What does not compress makes a page too large for what is kept in reserve; without K it holds no ABSK, which would be redacted.
  const random =
    noise === ''
      ? ''
      : randomBytes(1024 * 1024)
          .toString('base64')
          .replaceAll('K', 'k')
  const lines = Array.from({ length: 20 }, (_, at) => `${at} ${random || 'x'.repeat(1024 * 1024)}`)
  const agent = agentThatSays('Hello.')
  const run = story({ ...agent, lines: [agent.lines[0], ...lines, ...agent.lines.slice(1)] }, {}, (world) => {
    const { small, take } = smallDisk(world.files, noise === '' ? 12_000_000 : 14_000_000)
    const setOutput = (name: string, value: string) => {
      take('outputs', value.length + 100)
      world.job.setOutput(name, value)
    }
    return { files: small, job: { ...world.job, setOutput } }
  })
  expect(await run.outcome()).toMatchObject({ conclusion: 'success', result: 'Hello.' })
  expect(run.seen.outputs).toMatchObject({ conclusion: 'success', result: 'Hello.' })
  expect(readdirSync(join(run.folder, 'transcript')).sort()).toEqual(kept)
  expect(run.seen.summary.join('')).toContain('Hello.')
  expect(run.seen.log.filter((line) => line.includes('The transcript is incomplete'))).toHaveLength(1)
})

test('`resume-session` gives Claude Code the session of an earlier step', async () => {
  const found: string[] = []
  const run = story(agentThatSays('Hello.'), { 'resume-session': SESSION }, (world) => ({
    processes: {
      ...world.processes,
      start(command) {
        const projects = join(command.env.CLAUDE_CONFIG_DIR ?? '', 'projects')
        for (const name of readdirSync(projects, { recursive: true })) found.push(String(name))
        return world.processes.start(command)
      },
    },
  }))
  const sessions = join(run.runnerTemp, 'claude-code-bedrock-0a1b2c3d', 'transcript', 'session')
  mkdirSync(sessions, { recursive: true })
  writeFileSync(join(sessions, `${SESSION}.jsonl`), '{}')
  expect(await run.outcome()).toMatchObject({ conclusion: 'success' })
  expect(run.seen.commands[0]?.args).toContain(`--resume=${SESSION}`)
  expect(found).toContainEqual(expect.stringMatching(new RegExp(`^[\\w-]+/${SESSION}\\.jsonl$`)))
})
