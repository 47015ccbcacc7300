import { describe, expect, test } from '@jest/globals'

import { emptyOutputs } from '../../../src/transcript/outputs.ts'
import { transcriptPage, type PageRun } from '../../../src/transcript/page.ts'
import { createRedactor } from '../../../src/transcript/redact.ts'
import { HOSTILE } from './hostile.ts'

const { redact } = createRedactor({ values: () => ['hunter22'] })
const outputs = { ...emptyOutputs('failure'), result: 'It is done.', model: 'opus' }
const run: PageRun = {
  outputs,
  prompt: 'Fix "the" bug.',
  failure: { code: 'agent-failed', message: 'It failed.', hint: 'Try again.' },
}

async function page(given: Partial<PageRun> = {}, events: readonly unknown[] = []): Promise<string> {
  const lines = events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event)))
  let html = ''
  for await (const piece of transcriptPage({ ...run, ...given }, lines, redact)) html += piece
  return html
}

const assistant = (...content: unknown[]) => ({ type: 'assistant', message: { id: 'm', content } })
const result = (content: unknown, is_error = false) => ({
  type: 'user',
  message: { content: [{ type: 'tool_result', tool_use_id: 't', content, is_error }] },
})

test('prompt, outcome and result stand in it as plain text', async () => {
  const html = await page()
  for (const text of [
    'Fix "the" bug.',
    '❌ Failure',
    'agent-failed',
    'It failed.',
    'Try again.',
    'It is done.',
    'opus',
  ]) {
    expect(html).toContain(text)
  }
})

test('nothing is loaded or run', async () => {
  const html = await page({}, [assistant({ type: 'text', text: 'x' })])
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`)
  expect(html).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|https?:/)
  expect(html).toMatch(/^<!doctype html>/)
  expect(html.indexOf('charset')).toBeLessThan(200)
})

test('events read as a conversation', async () => {
  const html = await page({}, [
    { type: 'system', subtype: 'init', session_id: 's' },
    assistant({ type: 'thinking', thinking: 'Let me see.' }, { type: 'text', text: 'I look.' }),
    assistant({ type: 'tool_use', id: 't', name: 'Bash', input: { command: 'ls -la' } }),
    result('total 0'),
    assistant({ type: 'tool_use', id: 't', name: 'Odd' }, { type: 'new', x: 1 }),
    result([{ type: 'text', text: 'No such file' }], true),
    { type: 'system', subtype: 'api_retry', attempt: 1, max_retries: 10, error_status: 429, error: 'rate_limit' },
    { type: 'raw', text: 'stray' },
    { ...assistant(), error: 'rate_limit' },
    { type: 'unheard-of' },
    'not json',
  ])
  expect(html.slice(html.indexOf('<h2>Events'))).toMatchSnapshot()
})

describe('words of others', () => {
  const everywhere = [
    assistant(
      { type: 'text', text: HOSTILE },
      { type: 'thinking', thinking: HOSTILE },
      { type: 'tool_use', id: 't', name: HOSTILE, input: { [HOSTILE]: HOSTILE } },
      { type: HOSTILE },
    ),
    result(HOSTILE),
    { type: 'system', subtype: 'api_retry', error: HOSTILE },
    { ...assistant(), error: HOSTILE },
    { type: 'raw', text: HOSTILE },
    HOSTILE,
  ]
  const denial = { tool_name: HOSTILE, tool_use_id: 't', tool_input: HOSTILE }
  const given: PageRun = {
    outputs: {
      ...outputs,
      result: HOSTILE,
      model: HOSTILE,
      'structured-output': HOSTILE,
      'permission-denials': [denial],
      'changed-files': [HOSTILE],
    },
    prompt: HOSTILE,
    failure: { code: 'agent-failed', message: HOSTILE, hint: HOSTILE },
  }

  test('are no markup', async () => {
    const html = await page(given, everywhere)
    const tags = new Set(Array.from(html.matchAll(/<\/?([a-z!][^\s>]*)([^>]*)>/gi), ([, name, rest]) => name! + rest!))
    expect([...tags].sort()).toEqual(
      [
        '!doctype html',
        'body',
        'details',
        'div',
        'div class="error"',
        'div class="text"',
        'h1',
        'h2',
        'h3',
        'head',
        'html',
        'html lang="en"',
        'meta charset="utf-8"',
        'style',
        'summary',
        'table',
        'td',
        'th',
        'title',
        'tr',
        `meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
        'meta name="viewport" content="width=device-width, initial-scale=1"',
      ].sort(),
    )
    for (const name of ['details', 'div', 'summary', 'table', 'body']) {
      expect(html.split(`<${name}`).length).toBe(html.split(`</${name}>`).length)
    }
    // eslint-disable-next-line no-control-regex -- these must not be there
    expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e\u2066]/)
    expect(html.isWellFormed()).toBe(true)
  })

  test('are redacted where the lines did not bring them', async () => {
    const text = 'my hunter22'
    const html = await page({
      outputs: {
        ...given.outputs,
        result: text,
        model: text,
        'structured-output': { text },
        'permission-denials': [{ ...denial, tool_input: { text } }],
        'changed-files': [text],
      },
      prompt: text,
      failure: { code: 'agent-failed', message: text, hint: text },
    })
    expect(html).not.toContain('hunter22')
    expect(html.match(/my \[redacted:secret\]/g)).toHaveLength(8)
  })

  test('too long for a browser are cut', async () => {
    const html = await page({}, [assistant({ type: 'text', text: `${'x'.repeat(20_000_000)}end` })])
    expect(html.length).toBeLessThan(200_000)
    expect(html).toContain('[cut here: transcript.jsonl has all of it]')
  })
})
