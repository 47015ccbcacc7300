// What is said of a run beside its result: how it exited, what was open, MCP servers, denials, totals.
import { describe, expect, test } from '@jest/globals'

import { explainBedrock, bedrockError } from '../../../src/bedrock/errors/bedrock-error.ts'
import type { AgentRun } from '../../../src/claude/agent.ts'
import { parseEvent } from '../../../src/claude/event-parser.ts'
import { outcomeOf, type OutcomeContext } from '../../../src/claude/outcome.ts'
import { startStatistics } from '../../../src/claude/statistics.ts'
import { startTimeline } from '../../../src/claude/timeline.ts'
import { fixText } from '../../../src/errors.ts'

const usage = { input_tokens: 20_000, output_tokens: 500 }
const ANSWER = { type: 'assistant', message: { id: 'm', content: [{ type: 'text', text: 'Hi' }], usage } }
const RESULT = { type: 'result', subtype: 'success', is_error: false, result: 'Hi' }

function ran(events: readonly object[], facts: Partial<AgentRun> = {}): AgentRun {
  const statistics = startStatistics()
  for (const event of events) statistics.add(parseEvent(JSON.stringify(event)))
  return {
    ...{ exit: { code: 0, signal: undefined, spawnError: undefined }, statistics: statistics.current() },
    ...{ timeline: startTimeline(0).at(0), stopped: undefined, open: [], complete: true, stderrTail: '' },
    durationMs: 65_000,
    ...facts,
  }
}

const context = (more: Partial<OutcomeContext> = {}, agent: Partial<OutcomeContext['agent']> = {}): OutcomeContext => ({
  agent: {
    ...{ timeoutMs: 60_000, maxTurns: undefined, maxBudgetUsd: undefined, jsonSchema: undefined },
    ...{ workingDirectory: '/work', failOnDenial: false, ...agent },
  },
  bedrock: { region: 'us-east-1', model: 'm', maxOutputTokens: 4096 },
  account: undefined,
  explain: (raw, call) => explainBedrock(bedrockError(raw), call),
  ...{ mcpServers: { names: [], required: true }, denyRules: [], calls: undefined, ...more },
})

const exited = (code: number | undefined, signal?: string) => ({ exit: { code, signal, spawnError: undefined } })

describe('a result that is complete counts', () => {
  test.each([
    ['an exit code of 1', exited(1), /with exit code 1 \("hook failed"\); the result counts/],
    ['the end by a signal', exited(undefined, 'SIGKILL'), /by the signal SIGKILL/],
  ])('with %s, which is a warning', (_what, exit, warning) => {
    const outcome = outcomeOf(ran([ANSWER, RESULT], { ...exit, stderrTail: 'hook failed\n' }), context())
    expect(outcome).toMatchObject({ failure: undefined, warnings: [expect.stringMatching(warning)] })
  })

  test('of a run that did not exit by itself; what was ended with it is named', () => {
    const open = ['background command: npm run dev']
    const outcome = outcomeOf(ran([ANSWER, RESULT], { stopped: 'answered', open, ...exited(143) }), context())
    expect(outcome).toMatchObject({
      failure: undefined,
      warnings: [
        'Claude Code had answered, but did not exit within a minute, so it was ended. With it ended: background command: npm run dev.',
      ],
    })
  })

  test('when its time was up in the meantime, but not when the job was cancelled', () => {
    const late = (stopped: 'timeout' | 'cancel') => ran([ANSWER, RESULT], { stopped, ...exited(143) })
    expect(outcomeOf(late('timeout'), context()).failure).toBeUndefined()
    expect(outcomeOf(late('cancel'), context()).failure?.code).toBe('agent-cancelled')
  })
})

describe('a result that is not complete does not count', () => {
  test.each([
    ['a timeout while a subagent works', { stopped: 'timeout', open: ['subagent: look'] } as const, 'agent-timed-out'],
    ['a crash in the next turn', exited(undefined, 'SIGKILL'), 'agent-crashed'],
  ])('%s', (_what, facts, code) => {
    const outcome = outcomeOf(ran([ANSWER, RESULT], { complete: false, ...facts }), context())
    expect(outcome.failure?.code).toBe(code)
  })

  test('an error is the failure, also when the run had to be ended', () => {
    const failed = { type: 'result', subtype: 'error_max_turns', is_error: true, errors: ['Reached 3'] }
    const outcome = outcomeOf(ran([ANSWER, failed], { stopped: 'answered' }), context({}, { maxTurns: 3 }))
    expect(outcome.failure?.code).toBe('max-turns-reached')
  })
})

test.each([
  ['hook SessionStart:startup', /waiting for hook SessionStart:startup/, /why the hook did not end/],
  ['Bash  npm run watch', /waiting for Bash {2}npm run watch/, /why this call did not end/],
  ['the MCP servers to start: docs', /MCP servers to start: docs/, /why an MCP server did not start/],
  ['background command: npm run dev', /background command: npm run dev/, /end what it starts in the background/],
])('a timeout names %s, and what to do about it first', (open, says, fix) => {
  const { failure } = outcomeOf(ran([], { stopped: 'timeout', complete: false, open: [open] }), context())
  expect(failure?.message).toMatch(says)
  expect(fixText(failure?.fix.slice(0, 1) ?? [])).toMatch(fix)
  expect(fixText(failure?.fix ?? [])).toMatch(/timeout-minutes: "2"/)
})

describe('MCP servers', () => {
  const listed = (...servers: [string, string, string?][]) => ({
    ...{ type: 'system', subtype: 'init' },
    mcp_servers: servers.map(([name, status, source = 'dynamic']) => ({ name, status, source })),
  })

  test('that did not start are the failure of a run that was ended for them', () => {
    const run = ran([listed(['docs', 'failed'], ['ok', 'connected'])], { stopped: 'mcp-servers', complete: false })
    const outOfReach = ['docs', 'ok'].map((name) => ({ name, why: `${name} needs docker` }))
    const mcpServers = { names: ['docs', 'ok', 'blocked'], required: true, outOfReach }
    const { failure, warnings } = outcomeOf(run, context({ mcpServers }))
    expect(failure?.code).toBe('mcp-server-failed')
    expect(failure?.message).toMatch(/within 65 s: docs \(failed\), blocked \(not listed\)\.\n.*policy.*/)
    expect(fixText(failure?.fix ?? [])).toMatch(/^docs needs docker\n[^]*require-mcp-servers: "false"/)
    expect(fixText(failure?.fix ?? [])).not.toContain('ok needs docker')
    expect(warnings).toEqual([])
  })

  test('that did not start and are not required are a warning, and so are those of others', () => {
    const run = ran([listed(['docs', 'pending'], ['ok', 'connected'], ['other', 'failed', 'project']), ANSWER, RESULT])
    const ofInput = { names: ['docs', 'ok'], required: false }
    const warning = 'The agent worked without MCP servers that did not start: docs (pending), other (failed).'
    expect(outcomeOf(run, context({ mcpServers: ofInput }))).toMatchObject({
      failure: undefined,
      warnings: [warning],
    })
  })
})

describe('a prompt that no model saw', () => {
  const answered = { ...RESULT, result: "/help isn't available in this environment." }
  const calls = (number: number) => ({ calls: { calls: number, inputTokens: 0, outputTokens: 0 } })

  test.each([
    ['without a call at the gateway', calls(0)],
    ['without a gateway and without a turn', {}],
  ])('%s', (_what, more) => {
    const synthetic = { type: 'assistant', message: { id: 's', model: '<synthetic>', content: [], usage: {} } }
    const { failure } = outcomeOf(ran([synthetic, answered]), context(more))
    expect(failure?.code).toBe('prompt-not-run')
    expect(failure?.message).toMatch(/command of its own.*"\/help isn't available/)
  })

  test('since a hook blocked it', () => {
    const notice = {
      ...{ type: 'system', subtype: 'informational', level: 'warning', prevent_continuation: true },
      content: 'UserPromptSubmit operation blocked by hook: no prompts',
    }
    const { failure } = outcomeOf(ran([notice, RESULT]), context(calls(0)))
    expect(failure).toMatchObject({ code: 'prompt-not-run', message: expect.stringMatching(/hook.*no prompts/s) })
  })

  test('is another thing than one that a model summarized', () => {
    expect(outcomeOf(ran([RESULT]), context(calls(1))).failure).toBeUndefined()
    expect(outcomeOf(ran([ANSWER, RESULT]), context()).failure).toBeUndefined()
  })
})

describe('denied calls', () => {
  const denied = {
    ...RESULT,
    permission_denials: [
      { tool_name: 'Bash', tool_use_id: 'a', tool_input: { command: 'git push' } },
      { tool_name: 'Bash', tool_use_id: 'b', tool_input: { command: 'rm *.txt' } },
    ],
  }

  test('are a notice, and each a line of the log', () => {
    expect(outcomeOf(ran([ANSWER, denied]), context())).toMatchObject({
      failure: undefined,
      notice: 'Success, 2 tool calls denied.',
      notes: [
        'Not allowed: Bash  git push (Bash(git push) would allow it; Bash(git push:*) would allow much more)',
        'Not allowed: Bash  rm *.txt (no narrow rule exists)',
      ],
      denials: [
        { denied_by: 'no-rule', allow: ['Bash(git push)'] },
        { denied_by: 'no-rule', allow: [] },
      ],
    })
  })

  test('fail the run with fail-on-denial, but hide no other failure', () => {
    const strict = context({}, { failOnDenial: true })
    const { failure } = outcomeOf(ran([ANSWER, denied]), strict)
    expect(failure?.code).toBe('agent-failed')
    expect(failure?.message).toMatch(
      /^2 tool calls denied, and fail-on-denial is true:\n- Bash {2}git push .*\n- Bash {2}rm \*\.txt/,
    )
    expect(fixText(failure?.fix ?? [])).toMatch(/allowed-tools: \|\n {6}Bash\(git push\)$/)
    expect(outcomeOf(ran([ANSWER, RESULT]), strict).failure).toBeUndefined()
    const other = outcomeOf(ran([ANSWER, denied]), context({}, { failOnDenial: true, jsonSchema: '{}' }))
    expect(other.failure?.code).toBe('structured-output-missing')
  })
})

test('structured results that never fit are missing, in the words of the last attempt', () => {
  const errors = ["Failed to provide valid structured output after 5 attempts: must have 'a'"]
  const failed = { type: 'result', subtype: 'error_max_structured_output_retries', is_error: true, errors }
  const { failure } = outcomeOf(ran([ANSWER, failed], exited(1)), context({}, { jsonSchema: '{}' }))
  expect(failure).toMatchObject({
    code: 'structured-output-missing',
    message: expect.stringMatching(/none that the model gave fits json-schema\.\n.*must have 'a'/),
  })
})

describe('totals', () => {
  const spent = (input: number, output: number) => ({
    ...RESULT,
    modelUsage: { m: { inputTokens: input, outputTokens: output } },
  })
  const counted = (inputTokens: number | undefined, outputTokens: number | undefined) =>
    context({ calls: { calls: 3, inputTokens, outputTokens } })

  test.each([
    ['more than the gateway saw', spent(80_000, 4_000), counted(20_000, 1_000)],
    ['less than the gateway saw', spent(20_000, 1_000), counted(20_000, 9_000)],
  ])('that are %s are a warning', (_what, result, given) => {
    const outcome = outcomeOf(ran([ANSWER, result]), given)
    expect(outcome).toMatchObject({
      failure: undefined,
      warnings: [expect.stringMatching(/Claude Code counted.*the gateway/)],
    })
  })

  test.each([
    ['nearly the same', spent(20_000, 1_000), counted(21_000, 1_900)],
    ['not known at the gateway', spent(80_000, 4_000), counted(undefined, undefined)],
    ['not of the gateway', spent(80_000, 4_000), context()],
  ])('that are %s are none', (_what, result, given) => {
    expect(outcomeOf(ran([ANSWER, result]), given).warnings).toEqual([])
  })
})
