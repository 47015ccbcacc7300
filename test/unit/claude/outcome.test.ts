import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

import type { AgentRun } from '../../../src/claude/agent.ts'
import { outcomeOf, type OutcomeContext } from '../../../src/claude/outcome.ts'
import { startTimeline } from '../../../src/claude/timeline.ts'
import { bedrockError, explainBedrock } from '../../../src/bedrock/errors/bedrock-error.ts'
import { Failure, fixText, type FailureCode } from '../../../src/errors.ts'
import { startStatistics, type Statistics } from '../../../src/claude/statistics.ts'
import { parseEvent } from '../../../src/claude/event-parser.ts'

function statisticsOf(name: string, count?: number): Statistics {
  const statistics = startStatistics()
  const text = readFileSync(join(import.meta.dirname, `../../fixtures/${name}.jsonl`), 'utf8')
  const events = text.trimEnd().split('\n')
  for (const line of events.slice(0, count)) statistics.add(parseEvent(line))
  return statistics.current()
}

function resultOf(fields: object): Statistics {
  const statistics = startStatistics()
  statistics.add(parseEvent(JSON.stringify({ type: 'result', ...fields })))
  return statistics.current()
}

const exited = (code: number): AgentRun['exit'] => ({ code, signal: undefined, spawnError: undefined })

const run = (facts: Partial<AgentRun>): AgentRun => ({
  ...{
    exit: exited(0),
    statistics: statisticsOf('success'),
    timeline: startTimeline(0).at(0),
    stopped: undefined,
    open: [],
    complete: true,
    stderrTail: '',
    durationMs: 95_000,
  },
  ...facts,
})

const context: OutcomeContext = {
  agent: {
    ...{ timeoutMs: 1_800_000, maxTurns: undefined, maxBudgetUsd: undefined, jsonSchema: undefined },
    ...{ workingDirectory: '/work', failOnDenial: false },
  },
  bedrock: { region: 'us-east-1', model: 'us.anthropic.claude-opus-5-5', maxOutputTokens: 4096 },
  account: '123456789012',
  ...{ mcpServers: { names: [], required: true }, denyRules: [], calls: undefined },
  explain: (raw, call) => explainBedrock(bedrockError(raw), call),
}

const within = (agent: Partial<OutcomeContext['agent']>): OutcomeContext => ({
  ...context,
  agent: { ...context.agent, ...agent },
})

describe('success', () => {
  test('is an exit code of 0 with a result that is no error', () => {
    expect(outcomeOf(run({}), context)).toEqual({ failure: undefined, notes: [], warnings: [], denials: [] })
  })

  test('is also a run in which subagents failed, with a warning that names them', () => {
    const failed = { description: 'Check the tests', reason: 'Agent terminated early due to an API error' }
    const statistics = {
      ...statisticsOf('success'),
      subagents: { started: 8, failed: [failed, { ...failed, reason: '' }] },
    }
    expect(outcomeOf(run({ statistics }), context)).toMatchObject({
      failure: undefined,
      warnings: [
        [
          '2 of 8 subagents failed, which Claude Code does not count as a failure of the run:',
          '- Check the tests: Agent terminated early due to an API error',
          '- Check the tests: no reason given',
        ].join('\n'),
      ],
    })
  })

  test('is also a run in which a tool was denied, with a note', () => {
    expect(outcomeOf(run({ statistics: statisticsOf('denied') }), context)).toMatchObject({
      failure: undefined,
      notes: ['Not allowed: Bash  rm -rf build (Bash(rm -rf build) would allow it)'],
      notice: 'Success, 1 tool call denied.',
    })
  })

  test('is a run with the structured result that was asked for', () => {
    const asked = within({ jsonSchema: '{}' })
    expect(outcomeOf(run({ statistics: statisticsOf('schema') }), asked).failure).toBeUndefined()
  })

  test('is a run that was done when it was asked to stop', () => {
    expect(outcomeOf(run({ stopped: 'timeout' }), context).failure).toBeUndefined()
  })
})

interface Case {
  readonly name: string
  readonly run: AgentRun
  readonly context?: OutcomeContext
  readonly code: FailureCode
  readonly says: RegExp
  readonly fix: RegExp
}

const failed = (name: string) => run({ exit: exited(1), statistics: statisticsOf(name) })
const cut = statisticsOf('success', 5)

const CASES: readonly Case[] = [
  {
    name: 'an IAM denial, with the words of AWS and the request id',
    run: failed('iam'),
    code: 'iam-permission-missing',
    says: /no identity-based policy allows.*HTTP 403.*request id req-1234-abcd/s,
    fix: /bedrock:InvokeModelWithResponseStream/,
  },
  { name: 'throttling', run: failed('throttled'), code: 'throttled', says: /Too many tokens.*HTTP 429/s, fix: /./ },
  {
    name: 'a wrong model id',
    run: failed('model-id'),
    code: 'model-not-found',
    says: /identifier is invalid/,
    fix: /./,
  },
  {
    name: 'an answer that Claude Code hides',
    run: failed('not-found'),
    code: 'model-not-found',
    says: /not available on your bedrock deployment.*HTTP 404/s,
    fix: /./,
  },
  { name: 'a prompt too long', run: failed('prompt'), code: 'prompt-too-long', says: /Prompt is too long/, fix: /./ },
  {
    name: 'answers cut off at the limit',
    run: failed('output'),
    code: 'output-limit-reached',
    says: /exceeded the 4096 output token maximum/,
    fix: /max-output-tokens: "16384"/,
  },
  {
    name: 'too many turns',
    run: failed('turns'),
    context: within({ maxTurns: 2 }),
    code: 'max-turns-reached',
    says: /after 2 turns \(max-turns\)\.\n"Reached maximum number of turns \(2\)"/,
    fix: /max-turns: "4"/,
  },
  {
    name: 'too much money',
    run: failed('budget'),
    context: within({ maxBudgetUsd: 0.0006 }),
    code: 'budget-exceeded',
    says: /max-budget-usd \(0.0006\).* It spent \$0\.0011\.\n.*\n"Reached maximum budget \(\$0.0006\)"/,
    fix: /max-budget-usd: "0.0012"/,
  },
  {
    name: 'no structured result',
    run: run({ statistics: statisticsOf('schema-missing') }),
    context: within({ jsonSchema: '{}' }),
    code: 'structured-output-missing',
    says: /json-schema was given/,
    fix: /prompt/,
  },
  {
    name: 'too much time, though the exit code is 0',
    run: run({ stopped: 'timeout', statistics: statisticsOf('interrupted') }),
    code: 'agent-timed-out',
    says: /stopped after 30 min \(timeout-minutes\)\. It had taken 1 turn\./,
    fix: /timeout-minutes: "60"/,
  },
  {
    name: 'a cancelled job, though there is no result',
    run: run({ stopped: 'cancel', statistics: cut, exit: { ...exited(0), code: undefined, signal: 'SIGKILL' } }),
    code: 'agent-cancelled',
    says: /cancelled after the agent had run for 1\.6 min/,
    fix: /concurrency/,
  },
  {
    name: 'time lost to retries, which it mentions',
    run: run({ stopped: 'timeout', exit: exited(143), statistics: statisticsOf('throttled', 3) }),
    code: 'agent-timed-out',
    says: /while Bedrock refused its calls\.\nBedrock throttled its calls: .*\n(.*\n)+.*seen 2 failed calls of the model retried/,
    fix: /max-parallel: 2[^]*timeout-minutes: "60"/,
  },
  {
    name: 'an interruption from outside',
    run: run({ statistics: statisticsOf('interrupted') }),
    code: 'agent-failed',
    says: /error_during_execution, aborted_tools/,
    fix: /transcript/,
  },
  {
    name: 'a way to end that this release does not know',
    run: run({ statistics: resultOf({ subtype: 'error_new', is_error: false, errors: ['Something new'] }) }),
    code: 'agent-failed',
    says: /\(error_new\)\.\n"Something new"/,
    fix: /transcript/,
  },
  {
    name: 'an exit code of 0 without a result',
    run: run({ statistics: cut }),
    code: 'agent-crashed',
    says: /with exit code 0 without reporting/,
    fix: /transcript/,
  },
  {
    name: 'ended by a signal, with the end of what it wrote',
    run: run({ exit: { ...exited(0), code: undefined, signal: 'SIGKILL' }, statistics: cut, stderrTail: 'a\n\n  b\n' }),
    code: 'agent-crashed',
    says: /by the signal SIGKILL.*\n.*"a \/ b"/,
    fix: /memory/,
  },
]

describe('failure', () => {
  test.each(CASES)('$name: $code', ({ run: facts, context: given = context, ...expected }) => {
    const outcome = outcomeOf(facts, given)
    expect(outcome.failure).toBeInstanceOf(Failure)
    expect(outcome.failure?.code).toBe(expected.code)
    expect(outcome.failure?.message).toMatch(expected.says)
    expect(fixText(outcome.failure?.fix ?? [])).toMatch(expected.fix)
  })

  test('of replies that were cut even at the ceiling: raises the ceiling', () => {
    const { failure } = outcomeOf(failed('output'), { ...context, quota: { ceiling: 32_000 } })
    expect(failure?.code).toBe('output-limit-reached')
    expect(fixText(failure?.fix ?? [])).toContain('max-output-tokens-ceiling: "64000"')
  })

  test('names the model that Claude Code chose when the workflow names none', () => {
    const asked: unknown[] = []
    const explain = (error: unknown, call: unknown) => {
      asked.push(error, call)
      return new Failure('throttled', { message: '' })
    }
    outcomeOf(failed('throttled'), { ...context, bedrock: { ...context.bedrock, model: undefined }, explain })
    expect(asked).toEqual([
      expect.objectContaining({ status: 429, requestId: 'req-1234-abcd', text: expect.any(String) }),
      { region: 'us-east-1', model: 'us.anthropic.claude-opus-5-5', account: '123456789012', maxOutputTokens: 4096 },
    ])
  })
})
