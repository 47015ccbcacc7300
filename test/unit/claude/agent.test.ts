import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

import { start } from './agent-run.ts'

const recorded = (name: string) => readFileSync(join(import.meta.dirname, `../../fixtures/${name}.jsonl`))

describe('a run', () => {
  test('is recorded, logged and counted, and no process of it survives', async () => {
    const agent = start()
    agent.stdout.write(recorded('success'))
    await agent.pass(5_000)
    agent.exit(0)
    const run = await agent.run
    const env = { A: '1', CLAUDE_CODE_PRINT_BG_WAIT_CEILING_MS: '0' }
    expect(agent.started).toEqual([{ ...agent.command, env }])
    expect(agent.kept).toEqual(recorded('success').toString().trimEnd().split('\n'))
    expect(agent.log).toContain('00:00  Bash  echo ok && echo 2 passed')
    expect(run).toMatchObject({
      exit: { code: 0 },
      stopped: undefined,
      stderrTail: '',
      durationMs: 5_000,
      statistics: { turns: 3, result: { subtype: 'success' } },
    })
    expect(agent.happened).toEqual(['killTree at 5000'])
    expect(agent.sleeping()).toBe(0)
  })

  test('counts a line as it came and shows it as it was kept: redacted, and after it was kept', async () => {
    let keep = () => undefined as unknown
    const agent = start({
      record: (lines) =>
        new Promise((resolve) => (keep = () => resolve(lines.map((line) => line.replaceAll('hunter2', '***'))))),
    })
    agent.stdout.write('{"type":"assistant","message":{"id":"m","content":[{"type":"text","text":"I saw hunter2"}]}}\n')
    await agent.pass(0)
    expect(agent.log).toEqual([])
    keep()
    await agent.pass(0)
    expect(agent.log).toEqual(['00:00  Claude: I saw ***'])
    agent.exit(0)
    expect((await agent.run).statistics.lastText).toBe('I saw hunter2')
  })

  test('keeps standard error as raw lines, and its end at hand, redacted', async () => {
    const agent = start()
    agent.stderr.write(`${'x'.repeat(5000)}\n{"type":"result","subtype":"success"}\nthe key is hunter2`)
    await agent.pass(0)
    agent.exit(1)
    const { stderrTail, statistics } = await agent.run
    expect(agent.kept[1]).toBe('{"type":"raw","text":"{\\"type\\":\\"result\\",\\"subtype\\":\\"success\\"}"}')
    expect(stderrTail).toHaveLength(4_000)
    expect(stderrTail.endsWith('x\n{"type":"result","subtype":"success"}\nthe key is ***\n')).toBe(true)
    expect(statistics.result).toBeUndefined()
  })

  test('that cannot be recorded any more is ended, and its error is thrown', async () => {
    const agent = start({ record: () => Promise.reject(new Error('disk full')) })
    agent.stdout.write('{}\n')
    await expect(agent.run).rejects.toThrow('disk full')
    expect(agent.happened).toEqual(['killTree at 0'])
    expect(agent.sleeping()).toBe(0)
  })

  test('without output is mentioned every minute', async () => {
    const agent = start()
    await agent.pass(5_000)
    agent.stdout.write('{"type":"system","subtype":"init","claude_code_version":"1"}\n')
    await agent.pass(84_000)
    expect(agent.log).toEqual(['00:05  Claude Code 1', '01:05  … no output for 1:00, waiting for the model'])
    await agent.pass(61_000)
    agent.exit(0)
    await agent.run
    expect(agent.log.slice(2)).toEqual(['02:05  … no output for 2:00, waiting for the model'])
  })
})

describe('a run that is asked to stop', () => {
  test('at its deadline gets SIGINT, and its last events count', async () => {
    const agent = start({ timeoutMs: 5_000 })
    await agent.pass(4_999)
    expect(agent.happened).toEqual([])
    agent.stdout.write(recorded('interrupted'))
    await agent.pass(1)
    const run = await agent.run
    expect(agent.happened).toEqual(['SIGINT at 5000', 'killTree at 5000'])
    expect(run).toMatchObject({ stopped: 'timeout', exit: { code: 0 }, statistics: { result: { isError: true } } })
  })

  test.each([
    { deafTo: ['SIGINT'], expected: ['SIGINT at 5000', 'SIGTERM at 8000', 'killTree at 8000'] },
    { deafTo: ['SIGINT', 'SIGTERM'], expected: ['SIGINT at 5000', 'SIGTERM at 8000', 'killTree at 11000'] },
  ])('at its deadline and deaf to $deafTo', async ({ deafTo, expected }) => {
    const agent = start({ timeoutMs: 5_000, deafTo })
    await agent.pass(20_000)
    expect((await agent.run).stopped).toBe('timeout')
    expect(agent.happened.slice(0, 3)).toEqual(expected)
  })

  test('by a cancelled job has ended before the runner kills the action', async () => {
    const agent = start({ deafTo: ['SIGINT', 'SIGTERM'] })
    await agent.pass(2_000)
    agent.stop.abort()
    await agent.pass(7_500)
    expect(await agent.run).toMatchObject({ stopped: 'cancel', exit: { signal: 'SIGKILL' } })
    expect(agent.happened.slice(0, 3)).toEqual(['SIGINT at 2000', 'SIGTERM at 3500', 'killTree at 5000'])
  })

  test('before it began', async () => {
    const stop = AbortSignal.abort()
    const agent = start({ stop })
    await agent.pass(0)
    expect((await agent.run).stopped).toBe('cancel')
  })
})
