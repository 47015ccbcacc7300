// What a run waits for, and when it is ended though nobody asked for it.
import { describe, expect, test } from '@jest/globals'

import { start } from './agent-run.ts'

const line = (event: object) => `${JSON.stringify(event)}\n`
const system = (subtype: string, more: object = {}) => line({ type: 'system', subtype, ...more })
const init = (more: object = {}) => system('init', { claude_code_version: '2', ...more })
const calls = (name: string, input: object, id = 'c') =>
  line({ type: 'assistant', message: { id: `m${id}`, content: [{ type: 'tool_use', id, name, input }] } })
const returns = (id = 'c') =>
  line({ type: 'user', message: { content: [{ type: 'tool_result', tool_use_id: id, content: 'ok' }] } })
const result = (more: object = {}) =>
  line({ type: 'result', subtype: 'success', is_error: false, result: 'Done.', ...more })
const background = (...tasks: object[]) => system('background_tasks_changed', { tasks })
const server = { task_id: 'b', task_type: 'local_bash', description: 'npm run dev' }
const subagent = { task_id: 'a', task_type: 'local_agent', description: 'look around' }

describe('an answer that is complete', () => {
  test('ends a minute later a run that does not exit, and with it its background commands, which are named', async () => {
    const agent = start()
    agent.stdout.write(init() + background(server) + result())
    await agent.pass(59_999)
    expect(agent.happened).toEqual([])
    await agent.pass(1)
    expect(agent.happened[0]).toBe('SIGINT at 60000')
    expect(await agent.run).toMatchObject({
      stopped: 'answered',
      complete: true,
      open: ['background command: npm run dev'],
    })
  })

  test('ends it too when nothing at all is open, also where SIGINT does nothing', async () => {
    const agent = start({ deafTo: ['SIGINT', 'SIGTERM'] })
    agent.stdout.write(init() + result())
    await agent.pass(70_000)
    expect(agent.happened.slice(0, 3)).toEqual(['SIGINT at 60000', 'SIGTERM at 63000', 'killTree at 66000'])
    expect(await agent.run).toMatchObject({ stopped: 'answered', complete: true, open: [] })
  })

  test('counts its minute from the last result', async () => {
    const agent = start()
    agent.stdout.write(init() + background(server) + result())
    await agent.pass(50_000)
    agent.stdout.write(init() + result())
    await agent.pass(59_000)
    expect(agent.happened).toEqual([])
    await agent.pass(1_000)
    expect(agent.happened[0]).toBe('SIGINT at 110000')
    await agent.run
  })

  test.each([
    ['a subagent in the background', background(server, subagent)],
    ['a task of a kind that is not known', background({ ...server, task_type: 'remote_agent' })],
    ['a subagent of a version that lists no tasks', system('task_started', subagent)],
    ['a hook', system('hook_started', { hook_id: 'h', hook_name: 'Stop' })],
    ['a time at which the agent asked to be woken', calls('ScheduleWakeup', { delaySeconds: 600 }) + returns()],
    ['the next turn', init()],
  ])('does not end a run that waits for %s', async (_what, events) => {
    const agent = start({ timeoutMs: 300_000 })
    const before = events.includes('ScheduleWakeup') || events.includes('hook_started')
    agent.stdout.write(init() + (before ? events + result() : result() + events))
    await agent.pass(299_000)
    expect(agent.happened).toEqual([])
    await agent.pass(1_000)
    expect(await agent.run).toMatchObject({ stopped: 'timeout', complete: false })
  })

  test('ends a minute after its last subagent, when that leads to no other turn', async () => {
    const agent = start()
    agent.stdout.write(init() + result() + background(subagent))
    await agent.pass(100_000)
    agent.stdout.write(background())
    await agent.pass(60_000)
    expect(agent.happened[0]).toBe('SIGINT at 160000')
    await agent.run
  })
})

describe('a timeout', () => {
  test.each([
    ['a tool', init() + calls('Bash', { command: 'npm test' }), ['Bash  npm test']],
    [
      'a hook',
      system('hook_started', { hook_id: 'h', hook_name: 'SessionStart:startup' }),
      ['hook SessionStart:startup'],
    ],
    ['an MCP server', '', ['the MCP servers to start: docs']],
    [
      'a command in the background',
      init() + background(server) + calls('Read', { file_path: 'a' }),
      ['Read  a', 'background command: npm run dev'],
    ],
    ['the model', init() + calls('Read', { file_path: 'a' }) + returns(), []],
  ])('names %s that was open', async (_what, events, open) => {
    const agent = start({ timeoutMs: 5_000, mcpServers: { names: ['docs'], required: false } })
    agent.stdout.write(events)
    await agent.pass(5_000)
    expect(await agent.run).toMatchObject({ stopped: 'timeout', open })
  })

  test('that meets a turn in its last seconds lets it count as done', async () => {
    const agent = start({ timeoutMs: 5_000, deafTo: ['SIGINT'] })
    agent.stdout.write(init())
    await agent.pass(6_000)
    agent.stdout.write(result())
    await agent.pass(10_000)
    expect(await agent.run).toMatchObject({ stopped: 'timeout', complete: true })
  })
})

describe('MCP servers of the run', () => {
  const listed = (status: string) => init({ mcp_servers: [{ name: 'docs', status, source: 'dynamic' }] })

  test.each(['failed', 'pending', 'needs-auth'])('end it at once when one is %s and required', async (status) => {
    const agent = start({ mcpServers: { names: ['docs'], required: true } })
    agent.stdout.write(listed(status))
    await agent.pass(0)
    expect(agent.happened[0]).toBe('SIGINT at 0')
    expect(await agent.run).toMatchObject({
      stopped: 'mcp-servers',
      statistics: { mcpServers: [{ name: 'docs', status }] },
    })
  })

  test('end it when one is not even listed', async () => {
    const agent = start({ mcpServers: { names: ['docs'], required: true } })
    agent.stdout.write(init({ mcp_servers: [] }))
    await agent.pass(0)
    expect((await agent.run).stopped).toBe('mcp-servers')
  })

  test.each([
    ['connected', listed('connected'), true],
    ['not required', listed('failed'), false],
    [
      'those of somebody else',
      init({
        mcp_servers: [
          { name: 'other', status: 'failed', source: 'project' },
          { name: 'docs', status: 'connected' },
        ],
      }),
      true,
    ],
  ])('do not end it when they are %s', async (_what, events, required) => {
    const agent = start({ mcpServers: { names: ['docs'], required } })
    agent.stdout.write(events)
    await agent.pass(1_000)
    expect(agent.happened).toEqual([])
    agent.exit(0)
    expect((await agent.run).stopped).toBeUndefined()
  })
})

test('what is waited for is said: every ten seconds until it has started, then every minute', async () => {
  const agent = start({ mcpServers: { names: ['docs'], required: true } })
  await agent.pass(21_000)
  agent.stdout.write(
    init({ mcp_servers: [{ name: 'docs', status: 'connected' }] }) + calls('Bash', { command: 'npm ci' }),
  )
  await agent.pass(60_000)
  agent.stdout.write(returns() + background(server, subagent) + result())
  await agent.pass(60_000)
  agent.exit(0)
  await agent.run
  expect(agent.log.filter((text) => text.includes('no output'))).toEqual([
    '00:10  … no output for 0:10, waiting for the MCP servers to start: docs',
    '00:20  … no output for 0:20, waiting for the MCP servers to start: docs',
    '01:21  … no output for 1:00, waiting for Bash  npm ci',
    '02:21  … no output for 1:00, waiting for subagent: look around (and 1 more)',
  ])
})
