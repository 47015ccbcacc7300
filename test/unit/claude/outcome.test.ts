import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

import type { AgentRun } from '../../../src/claude/agent.ts'
import { parseEvent } from '../../../src/claude/events-parse.ts'
import { outcomeOf, type OutcomeContext } from '../../../src/claude/outcome.ts'
import { startTimeline } from '../../../src/claude/timeline.ts'
import { startTally, type Tally } from '../../../src/claude/tally.ts'
import { Failure, type FailureCode } from '../../../src/errors.ts'
import { bedrockError, explainBedrock } from '../../../src/bedrock/errors/bedrock-error.ts'

function tallyOf(name: string, count?: number): Tally {
  const counting = startTally()
  const text = readFileSync(join(import.meta.dirname, `../../fixtures/${name}.jsonl`), 'utf8')
  const events = text.trimEnd().split('\n')
  for (const line of events.slice(0, count)) counting.add(parseEvent(line))
  return counting.tally()
}

function resultOf(fields: object): Tally {
  const counting = startTally()
  counting.add(parseEvent(JSON.stringify({ type: 'result', ...fields })))
  return counting.tally()
}

const exited = (code: number): AgentRun['exit'] => ({ code, signal: undefined, spawnError: undefined })

const run = (facts: Partial<AgentRun>): AgentRun => ({
  ...{
    exit: exited(0),
    tally: tallyOf('success'),
    timeline: startTimeline(0).timeline(0),
    stopped: undefined,
    stderrTail: '',
    durationMs: 95_000,
  },
  ...facts,
})

const context: OutcomeContext = {
  agent: { timeoutMs: 1_800_000, maxTurns: undefined, maxBudgetUsd: undefined, jsonSchema: undefined },
  bedrock: { region: 'us-east-1', model: 'us.anthropic.claude-opus-5-5', maxOutputTokens: 4096 },
  account: '123456789012',
  explain: (raw, call) => explainBedrock(bedrockError(raw), call),
}

const within = (agent: Partial<OutcomeContext['agent']>): OutcomeContext => ({
  ...context,
  agent: { ...context.agent, ...agent },
})

describe('success', () => {
  test('is an exit code of 0 with a result that is no error', () => {
    expect(outcomeOf(run({}), context)).toEqual({ conclusion: 'success', notes: [] })
  })

  test('is also a run in which a tool was denied, which is told', () => {
    expect(outcomeOf(run({ tally: tallyOf('denied') }), context)).toEqual({
      conclusion: 'success',
      notes: ['Not allowed: Bash  rm -rf build (see allowed-tools)'],
    })
  })

  test('is a run with the structured result that was asked for', () => {
    const asked = within({ jsonSchema: '{}' })
    expect(outcomeOf(run({ tally: tallyOf('schema') }), asked).conclusion).toBe('success')
  })

  test('is a run that was done when it was asked to stop', () => {
    expect(outcomeOf(run({ stopped: 'timeout' }), context).conclusion).toBe('success')
  })
})

interface Case {
  readonly name: string
  readonly run: AgentRun
  readonly context?: OutcomeContext
  readonly conclusion?: string
  readonly code: FailureCode
  readonly says: RegExp
  readonly fix: RegExp
}

const failed = (name: string) => run({ exit: exited(1), tally: tallyOf(name) })
const cut = tallyOf('success', 5)

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
    says: /after 2 turns \(max-turns\): "Reached maximum number of turns \(2\)"/,
    fix: /max-turns: "4"/,
  },
  {
    name: 'too much money',
    run: failed('budget'),
    context: within({ maxBudgetUsd: 0.0006 }),
    code: 'budget-exceeded',
    says: /max-budget-usd \(0.0006\).*"Reached maximum budget \(\$0.0006\)"\. It spent \$0\.0011\./,
    fix: /max-budget-usd: "0.0012"/,
  },
  {
    name: 'no structured result',
    run: run({ tally: tallyOf('schema-missing') }),
    context: within({ jsonSchema: '{}' }),
    code: 'structured-output-missing',
    says: /json-schema was given/,
    fix: /prompt/,
  },
  {
    name: 'too much time, though the exit code is 0',
    run: run({ stopped: 'timeout', tally: tallyOf('interrupted') }),
    conclusion: 'timed-out',
    code: 'agent-timed-out',
    says: /stopped after 30 min \(timeout-minutes\)\. It had taken 1 turn\./,
    fix: /timeout-minutes: "60"/,
  },
  {
    name: 'a cancelled job, though there is no result',
    run: run({ stopped: 'cancel', tally: cut, exit: { ...exited(0), code: undefined, signal: 'SIGKILL' } }),
    conclusion: 'cancelled',
    code: 'agent-cancelled',
    says: /cancelled after the agent had run for 1\.6 min/,
    fix: /concurrency/,
  },
  {
    name: 'time lost to retries, which it tells',
    run: run({ stopped: 'timeout', exit: exited(143), tally: tallyOf('throttled', 3) }),
    conclusion: 'timed-out',
    code: 'agent-timed-out',
    says: /seen 2 failed calls of the model retried/,
    fix: /./,
  },
  {
    name: 'an interruption from outside',
    run: run({ tally: tallyOf('interrupted') }),
    code: 'agent-failed',
    says: /error_during_execution, aborted_tools/,
    fix: /transcript/,
  },
  {
    name: 'a way to end that this release does not know',
    run: run({ tally: resultOf({ subtype: 'error_new', is_error: false, errors: ['Something new'] }) }),
    code: 'agent-failed',
    says: /\(error_new\): "Something new"/,
    fix: /transcript/,
  },
  {
    name: 'an exit code of 0 without a result',
    run: run({ tally: cut }),
    code: 'agent-crashed',
    says: /with exit code 0 without saying/,
    fix: /transcript/,
  },
  {
    name: 'a result that the exit code contradicts',
    run: run({ exit: exited(1), stderrTail: 'hook failed\n' }),
    code: 'agent-crashed',
    says: /exit code 1.*"hook failed"/,
    fix: /transcript/,
  },
  {
    name: 'a death by signal, with the end of what it wrote',
    run: run({ exit: { ...exited(0), code: undefined, signal: 'SIGKILL' }, tally: cut, stderrTail: 'a\n\n  b\n' }),
    code: 'agent-crashed',
    says: /by the signal SIGKILL.*"a \/ b"/,
    fix: /memory/,
  },
]

describe('failure', () => {
  test.each(CASES)('$name: $code', ({ run: facts, context: given = context, conclusion = 'failure', ...expected }) => {
    const outcome = outcomeOf(facts, given)
    expect(outcome.conclusion).toBe(conclusion)
    expect(outcome.failure).toBeInstanceOf(Failure)
    expect(outcome.failure?.code).toBe(expected.code)
    expect(outcome.failure?.message).toMatch(expected.says)
    expect(outcome.failure?.hint).toMatch(expected.fix)
  })

  test('of a model that nobody chose names the one that Claude Code chose', () => {
    const asked: unknown[] = []
    const explain = (error: unknown, call: unknown) => {
      asked.push(error, call)
      return new Failure('throttled', { message: '', hint: '' })
    }
    outcomeOf(failed('throttled'), { ...context, bedrock: { ...context.bedrock, model: undefined }, explain })
    expect(asked).toEqual([
      expect.objectContaining({ status: 429, requestId: 'req-1234-abcd', text: expect.any(String) }),
      { region: 'us-east-1', model: 'us.anthropic.claude-opus-5-5', account: '123456789012', maxOutputTokens: 4096 },
    ])
  })
})
