// Hooks, background commands and subagents, with the real Claude Code: what is waited for, what is ended, what the log says.
import { describe, expect, test } from '@jest/globals'

import type { MessagesRequest } from '../emulators/bedrock-request.ts'
import type { Script, Turn } from '../emulators/bedrock-script.ts'
import { agentProcesses } from '../support/agent-processes.ts'
import { scenario } from '../support/scenario.ts'
import { commandsNamed } from '../support/workflow-commands.ts'

const bash = (command: string, more: object = {}): Turn => ({
  toolUses: [{ name: 'Bash', input: { command, ...more } }],
})
const hook = (event: string, command: string) => ({
  settings: JSON.stringify({ hooks: { [event]: [{ hooks: [{ type: 'command', command }] }] } }),
})

const DECISION = {
  ...{ hookEventName: 'PreToolUse', permissionDecision: 'deny' },
  permissionDecisionReason: 'read only today',
}

async function run(script: Script, inputs: Record<string, string>) {
  await using here = await scenario({ aws: { script } })
  const result = await here.step(
    { prompt: 'Go.', 'allowed-tools': 'Bash', isolation: 'off', ...inputs },
    { limitMs: 110_000 },
  )
  const warnings = commandsNamed('warning', result.main.stdout).map(({ data }) => data)
  return { ...result, warnings, left: agentProcesses(here.job.temp) }
}

// Those that wait for most of their time do it side by side.
describe('hooks', () => {
  test.concurrent('a start that a hook holds up is a timeout that names it', async () => {
    const { main, outputs } = await run([{ text: 'Never asked.' }], {
      ...hook('SessionStart', 'sleep 100'),
      'timeout-minutes': '0.2',
    })
    expect(outputs).toMatchObject({ conclusion: 'timed-out', 'failure-code': 'agent-timed-out' })
    expect(outputs['failure-message']).toMatch(/It was waiting for hook SessionStart:startup\./)
    expect(main.stdout).toMatch(/no output for 0:10, waiting for hook SessionStart:startup/)
  })

  test('a Stop hook that always fails is in the log each time, and does not fail the run', async () => {
    const { main, outputs } = await run(() => ({ text: 'Done.' }), hook('Stop', 'echo "tests fail" >&2; exit 2'))
    expect(outputs).toMatchObject({ conclusion: 'success', result: 'Done.', 'num-turns': '9' })
    expect(main.stdout.match(/✗ hook Stop failed \(exit code 2\): tests fail/g)).toHaveLength(9)
    expect(main.stdout).toMatch(/⚠ A hook blocked the turn from ending 9 consecutive times/)
  })

  test.concurrent('a hook that hangs before a tool is a timeout that names it', async () => {
    const { outputs } = await run([bash('echo one')], { ...hook('PreToolUse', 'sleep 100'), 'timeout-minutes': '0.2' })
    expect(outputs['failure-message']).toMatch(/It was waiting for Bash {2}echo one; hook PreToolUse:Bash\./)
  })

  test('a prompt that a hook blocks was not run', async () => {
    const { outputs } = await run(
      [{ text: 'Never asked.' }],
      hook('UserPromptSubmit', 'echo "not on Fridays" >&2; exit 2'),
    )
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'prompt-not-run' })
    expect(outputs['failure-message']).toMatch(/hook of the settings blocked the prompt.*not on Fridays/s)
  })

  test.each([
    ['by its exit code', 'echo "read only today" >&2; exit 2'],
    ['by its decision', `echo '${JSON.stringify({ hookSpecificOutput: DECISION })}'`],
  ])('a call that a hook denies %s is denied in its words', async (_how, command) => {
    const { outputs, summary } = await run([bash('echo one > a'), { text: 'No.' }], hook('PreToolUse', command))
    expect(JSON.parse(outputs['permission-denials'] ?? '')).toMatchObject([
      { tool_name: 'Bash', denied_by: 'hook', rule: expect.stringMatching(/read only today$/) },
    ])
    expect(summary).not.toContain('would allow it')
  })
})

describe('in the background', () => {
  test.concurrent(
    'a server that is left running is ended a minute after the answer, and named',
    async () => {
      const script = [bash('while :; do sleep 1; done', { run_in_background: true }), { text: 'The server runs.' }]
      const { main, outputs, warnings, left } = await run(script, {})
      expect(main.code).toBe(0)
      expect(outputs).toMatchObject({ conclusion: 'success', result: 'The server runs.' })
      expect(Number(outputs['duration-ms'])).toBeGreaterThan(60_000)
      expect(warnings).toContainEqual(
        expect.stringMatching(/did not exit within a minute.*background command: while :; do sleep 1; done/),
      )
      expect(main.stdout).toMatch(/→ background command: while/)
      expect(main.stdout).toMatch(/no output for 1:00, waiting for background command: while/)
      expect(left).toEqual([])
    },
    120_000,
  )

  test.concurrent('a command that ends in time leads to another turn, which counts', async () => {
    const script = [
      bash('sleep 2; echo ready', { run_in_background: true }),
      { text: 'Wait.' },
      { text: 'It is ready.' },
    ]
    const { main, outputs, warnings } = await run(script, {})
    expect(outputs).toMatchObject({ conclusion: 'success', result: 'It is ready.', 'num-turns': '3' })
    expect(main.stdout).toMatch(/← background command: sleep 2; echo ready: completed/)
    expect(warnings).toEqual([])
  })

  test.concurrent(
    'a subagent is waited for, though nothing comes for more than a minute',
    async () => {
      const task = {
        description: 'look around',
        prompt: 'SUBTASK',
        subagent_type: 'general-purpose',
        run_in_background: true,
      }
      const script = (request: MessagesRequest): Turn => {
        const turns = request.messages.length
        if (JSON.stringify(request.messages[0]).includes('SUBTASK'))
          return turns < 3 ? bash('echo looking; sleep 65') : { text: 'Seen.' }
        return turns < 3
          ? { toolUses: [{ name: 'Agent', input: task }] }
          : { text: turns < 5 ? 'Started.' : 'All seen.' }
      }
      const { main, outputs, warnings } = await run(script, { 'allowed-tools': 'Bash\nAgent' })
      expect(outputs).toMatchObject({ conclusion: 'success', result: 'All seen.' })
      expect(main.stdout).toMatch(/→ subagent: look around/)
      expect(main.stdout).toMatch(/no output for 1:00, waiting for /)
      expect(main.stdout).toMatch(/← subagent: look around: completed/)
      expect(warnings).toEqual([])
    },
    120_000,
  )
})
