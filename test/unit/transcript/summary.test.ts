import { describe, expect, test } from '@jest/globals'

import { blocksOf } from '../../../src/errors.ts'
import { emptyOutputs } from '../../support/empty-outputs.ts'
import { createRedactor } from '../../../src/transcript/redact.ts'
import { jobSummary, type SummarizedRun } from '../../../src/transcript/summary.ts'
import { HOSTILE } from './hostile.ts'
import type { Statistics } from '../../../src/claude/statistics.ts'

const { redact } = createRedactor({ values: () => ['hunter22'] })
const usage = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheCreationTokens: 0 }
const statisticsOf = (tools: Record<string, number>, retryReasons = {}) =>
  ({ tools, retryReasons, turns: 0, usage, retries: 0 }) as unknown as Statistics
const bare: SummarizedRun = {
  outputs: emptyOutputs('success'),
  statistics: undefined,
  prompt: undefined,
  failure: undefined,
  documents: 'https://github.com/octo/action/blob/v1/docs',
  repository: 'https://github.com/octo/repo/',
}
const summary = (run: Partial<SummarizedRun>) => jobSummary({ ...bare, ...run }, redact)
const full: Partial<SummarizedRun> = {
  outputs: {
    ...emptyOutputs('failure'),
    result: 'All done.',
    'structured-output': { ok: true },
    model: 'us.anthropic.claude-opus-5-5-v1:0',
    'aws-region': 'us-east-1',
    'num-turns': 12,
    'input-tokens': 1234567,
    'total-cost-usd': 0.12345,
    'duration-ms': 83_000,
    retries: 2,
    'permission-denials': [{ tool_name: 'Bash', tool_use_id: 't', tool_input: { command: 'git push' } }],
    'changed-files': ['src/a_b.ts'],
    'artifact-url': 'https://github.com/octo/repo/actions/runs/1/artifacts/2',
    'transcript-path': '/tmp/transcript',
  },
  statistics: statisticsOf({ Edit: 1, Bash: 3 }, { '429 rate_limit': 2 }),
  timeline: {
    startedAt: 1_790_000_000_000,
    stretches: [
      { kind: 'model', what: '', from: 0, to: 70_000, failed: false },
      { kind: 'tool', what: 'Bash', from: 70_000, to: 83_000, failed: true },
    ],
    left: 3,
  },
  redacted: { 'github-token': 1, secret: 3 },
  prompt: 'Fix the bug.',
  failure: { code: 'agent-failed', message: 'It failed.', fix: blocksOf('max-output-tokens: 8192') },
}

/** The lines of a Markdown text that stand outside its fences; fails when one is left open. */
function outsideFences(markdown: string): string {
  const outside: string[] = []
  let open: string | undefined
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const fence = /^ {0,3}(`{3,})(.*)$/.exec(line)
    if (open === undefined && fence) open = fence[1]!
    else if (open === undefined) outside.push(line)
    else if (fence?.[2]!.trim() === '' && fence[1]!.length >= open.length) open = undefined
  }
  expect(open).toBeUndefined()
  return outside.join('\n')
}

/** What is left outside code spans too; a span ends with as many ticks as it began with, in the same line. */
const outsideCode = (markdown: string) => outsideFences(markdown).replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, 'CODE')

test('tells the whole run', () => {
  expect(summary(full)).toMatchSnapshot()
})

test('lists the subagents that failed, and what the run took of its quota', () => {
  const failed = [{ description: 'Check <the> tests', reason: 'API error' }]
  const statistics = { ...statisticsOf({}), subagents: { started: 2, failed } }
  const firstCall = { reserved: 25_596, inputTokens: 1_500, cacheWriteTokens: 20_000, cacheReadTokens: 0 }
  const quota = { throttledCalls: 3, throttledMs: 90_000, calls: 8, meanReservation: 8_096, firstCall }
  const text = summary({ ...full, statistics, quota })
  expect(text).toMatch(/### Failed subagents\n\n- Check .*the.* tests: API error\n/)
  expect(text).not.toContain('<the>')
  expect(text).toContain('starts 39 runs of this size a minute')
  expect(text).toContain('3 calls refused for the quota; calls waited for it 1 min 30 s in all.')
})

test('lists MCP servers with their status', () => {
  const mcpServers = [
    { name: 'docs', status: 'connected', source: 'dynamic' },
    { name: 'github', status: 'failed', source: 'project' },
  ]
  const statistics = { ...statisticsOf({}), mcpServers }
  expect(summary({ ...full, statistics })).toContain('### MCP servers\n\n- `docs`: `connected`\n- `github`: `failed`\n')
})

test('tells little of a run of which little is known', () => {
  expect(summary({})).toBe('## ✅ Claude finished\n')
})

test('names the folder where there is no artifact, and no link where documents have none', () => {
  const outputs = { ...emptyOutputs('failure'), 'transcript-path': '/tmp/x' }
  const text = summary({ outputs, failure: full.failure!, documents: 'docs' })
  expect(text).toContain('transcript on the runner: `/tmp/x`')
  expect(text).toContain(' `agent-failed`\n')
  expect(text).not.toContain('docs')
})

describe('words of others', () => {
  const hostile = summary({
    outputs: {
      ...full.outputs!,
      result: HOSTILE,
      'structured-output': HOSTILE,
      model: HOSTILE,
      'permission-denials': [{ tool_name: HOSTILE, tool_use_id: 't', tool_input: HOSTILE }],
      'changed-files': [HOSTILE],
    },
    statistics: statisticsOf({ [HOSTILE]: 1 }, { [HOSTILE]: 1 }),
    timeline: {
      startedAt: 1,
      stretches: [{ kind: 'tool', what: HOSTILE, from: 0, to: 1, failed: true }],
      left: 0,
    },
    prompt: HOSTILE,
    failure: { code: 'agent-failed', message: HOSTILE, fix: blocksOf(HOSTILE) },
  })

  test('stay inside fences, or are no markup', () => {
    const outside = outsideCode(hostile)
    const tags = new Set(Array.from(outside.matchAll(/<[^>]*>/g), ([tag]) => tag))
    expect([...tags].sort()).toEqual(['</details>', '</summary>', '<details>', '<summary>'])
    expect(outside).not.toMatch(/evil\.example|@octocat|#1\b|!\[|::error|##\[|^## Injected/m)
    const cells = outsideFences(hostile)
      .split('\n')
      .filter((line) => line.startsWith('|'))
    for (const line of cells) expect(line.match(/\|/g)).toHaveLength(3)
  })

  test('show their control characters', () => {
    // eslint-disable-next-line no-control-regex -- these must not be there
    expect(hostile).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e\u2066]/)
    expect(hostile.isWellFormed()).toBe(true)
    expect(hostile).toContain('red ␛]0;title␇ ␀ ␍ overwritten')
  })

  test('are redacted everywhere', () => {
    const secret = 'my hunter22 secret'
    const text = summary({
      outputs: {
        ...full.outputs!,
        result: secret,
        'structured-output': { secret },
        model: secret,
        'permission-denials': [{ tool_name: 'Bash', tool_use_id: 't', tool_input: { command: 'hunter22 now' } }],
        'changed-files': [secret],
        'artifact-url': null,
        'transcript-path': secret,
      },
      statistics: statisticsOf({ [secret]: 1 }, { [secret]: 1 }),
      prompt: secret,
      failure: { code: 'agent-failed', message: secret, fix: blocksOf(secret) },
    })
    expect(text).not.toContain('hunter22')
    expect(text.match(/redacted/g)).toHaveLength(14)
  })
})

describe('a summary too long', () => {
  test.each([
    ['of ASCII', 'x'.repeat(3_000_000)],
    ['of wide characters', '漢'.repeat(3_000_000)],
    ['of fences', '````\n'.repeat(600_000)],
    ['of one fence', '`'.repeat(3_000_000)],
    ['of markup', '<|>'.repeat(1_000_000)],
  ])('%s stays within 1 MiB and whole', (_what, long) => {
    const text = summary({
      ...full,
      outputs: {
        ...full.outputs!,
        result: long,
        'structured-output': long,
        'changed-files': Array.from({ length: 5000 }, (_, at) => `${at}${long.slice(0, 4000)}`),
      },
      prompt: long,
      failure: { code: 'agent-failed', message: long, fix: blocksOf(long) },
    })
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024)
    const outside = outsideFences(text)
    expect(outside.match(/<details>/g)?.length).toBe(outside.match(/<\/details>/g)?.length)
    expect(outside).toContain('## ❌ Claude stopped: it failed · 1 tool call denied')
    expect(text).toContain('[cut here: the transcript has all of it]')
  })
})

test('lists and indented lines of a reason stay what they are', () => {
  const message = '2 problems with the inputs:\n- model: no\n- prompt: no\nThe token says:\n  sub: a\n  aud: b'
  const failure = { code: 'input-invalid' as const, message, fix: [] }
  const text = summary({ outputs: { ...emptyOutputs('failure'), 'failure-code': 'input-invalid' }, failure })
  expect(text).toContain('2 problems with the inputs: `input-invalid`')
  expect(text).toContain('\n\n- model: no\n- prompt: no\n\nThe token says:\n\n```text\nsub: a\naud: b\n```\n')
})

test('settings of git that were undone are listed, as plain text', () => {
  const restoredGitSettings = [
    '.git/config was changed (core.fsmonitor); it is put back',
    '.git/<b> was added; it is removed',
  ]
  const text = summary({ restoredGitSettings })
  expect(text).toContain(
    '### Settings of git, undone\n\n- .git/config was changed (core.fsmonitor); it is put back\n- ',
  )
  expect(text).not.toContain('<b>')
  expect(summary({})).not.toContain('undone')
})
