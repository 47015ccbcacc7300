import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

import { describe, expect, test } from '@jest/globals'

import { blocksOf } from '../../../src/errors.ts'
import { emptyOutputs } from '../../support/empty-outputs.ts'
import { transcriptPage, type PageRun } from '../../../src/transcript/page.ts'
import { createRedactor } from '../../../src/transcript/redact.ts'
import { eventfulRun } from '../../page/eventful-run.ts'
import { longRun } from '../../page/long-run.ts'
import { packsOf, eventLines } from '../../page/read-page.ts'
import { HOSTILE } from './hostile.ts'

const { redact } = createRedactor({ values: () => ['hunter22'] })
const outputs = {
  ...emptyOutputs('failure'),
  'failure-code': 'agent-failed' as const,
  result: 'It is done.',
  model: 'opus',
}
const run: PageRun = {
  outputs,
  prompt: 'Fix "the" bug.',
  failure: { code: 'agent-failed', message: 'It failed.', fix: blocksOf('Try again.') },
}

async function page(given: Partial<PageRun> = {}, lines: readonly string[] = []): Promise<string> {
  let html = ''
  for await (const piece of transcriptPage({ ...run, ...given }, packsOf(lines, 700), redact)) html += piece
  return html
}

/** The page without its own script and style. */
const shown = (html: string) => html.replace(/<script>.*<\/script>/s, '').replace(/<style>.*?<\/style>/s, '')

test('prompt, outcome and result stand in it as plain text', async () => {
  const html = shown(await page())
  for (const text of [
    'Fix "the" bug.',
    'Claude stopped',
    'agent-failed',
    'It failed.',
    'Try again.',
    'It is done.',
    'opus',
  ]) {
    expect(html).toContain(text)
  }
})

test('denials stand with the lines that would allow them', async () => {
  const denied = { tool_name: 'Bash', tool_use_id: 't', tool_input: { command: 'git push origin main' } }
  const html = shown(await page({ outputs: { ...outputs, 'permission-denials': [denied, denied] } }))
  expect(html).toContain('Denied tool calls (2)')
  expect(html.match(/allowed-tools: \|\n {2}Bash\(git push origin main\)</g)).toHaveLength(1)
})

describe('where the run comes from', () => {
  const origin = {
    ...{ serverUrl: 'https://github.com', repository: 'octo/repo', runId: '7', runAttempt: '2' },
    ...{ workflow: 'CI', refName: 'main', sha: 'a'.repeat(40), actor: 'octocat' },
  }

  test('stands at its top, linked', async () => {
    const html = shown(await page({ origin }))
    expect(html).toContain('<a href="https://github.com/octo/repo/" rel="noreferrer">octo/repo</a>')
    expect(html).toContain(
      'CI <a href="https://github.com/octo/repo/actions/runs/7/attempts/2" rel="noreferrer">run 7, attempt 2</a>',
    )
    expect(html).toContain(
      `main <a href="https://github.com/octo/repo/commit/${'a'.repeat(40)}" rel="noreferrer">aaaaaaa</a>`,
    )
    expect(html).toContain('by octocat')
    expect(html).toContain('data-repository="https://github.com/octo/repo/"')
  })

  test.each(Object.keys(origin))('is text where its %s is not what it must be', async (name) => {
    const html = shown(await page({ origin: { ...origin, [name]: '"><script>x</script>' } }))
    expect(html).not.toContain('<script>x')
    expect(html).not.toMatch(/href="[^"]*(?:script|&lt;)/)
    if (name === 'serverUrl' || name === 'repository') expect(html).not.toContain('href="http')
  })
})

test('what is not known leaves no empty part', async () => {
  const html = shown(await page({ outputs: emptyOutputs('setup'), prompt: undefined, failure: undefined }))
  for (const part of ['Prompt', 'Result', 'What failed', 'Files changed', 'denials', 'class="pair"', 'data-encoding']) {
    expect(html).not.toContain(part)
  }
})

test('its policy lets its own script and style run, and nothing else', async () => {
  const html = await page({}, ['{}'])
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]
  const hashOf = (element: string) => {
    const [, text] = new RegExp(`<${element}>(.*?)</${element}>`, 's').exec(html) ?? []
    return createHash('sha256').update(text!).digest('base64')
  }
  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    `script-src 'sha256-${hashOf('script')}'`,
    `style-src 'sha256-${hashOf('style')}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html.match(/<style/g)).toHaveLength(1)
  expect(shown(html)).not.toMatch(/<link|<img|<iframe|url\(|@import|https?:| on\w+=| style=/)
  expect(html).toMatch(/^<!doctype html>/)
  expect(html.indexOf('charset')).toBeLessThan(200)
})

describe('events', () => {
  const line = (at: number) => JSON.stringify({ type: 'raw', text: `${at} ${'x'.repeat(at % 3000)} é\u2028 </div>` })

  test.each([
    ['none', 0, 0],
    ['one', 1, 1],
    ['many, in several packs', 3000, 5],
  ])('%s: the lines are there as they were, in order', async (_how, count, packs) => {
    const lines = Array.from({ length: count }, (_, at) => line(at))
    const html = await page({}, lines)
    expect(eventLines(html)).toEqual(lines)
    expect(html.split('data-encoding="gzip"').length - 1).toBe(packs)
  })
})

describe('words of others', () => {
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
    failure: { code: 'agent-failed', message: HOSTILE, fix: blocksOf(HOSTILE) },
  }

  test('are no markup', async () => {
    const tagsOf = (html: string) => new Set(Array.from(shown(html).matchAll(/<\/?[a-z!][^>]*>/gi), ([tag]) => tag))
    const harmless = { ...denial, tool_name: 'not a name', tool_input: 'x' }
    const calm = await page({
      ...given,
      outputs: {
        ...given.outputs,
        result: 'x',
        model: 'x',
        'structured-output': 'x',
        'permission-denials': [harmless],
        'changed-files': ['x'],
      },
      prompt: 'x',
      failure: { code: 'agent-failed', message: 'x', fix: blocksOf('x') },
    })
    const html = await page(given, [HOSTILE.replaceAll('\n', ' ')])
    expect([...tagsOf(html)].sort()).toEqual([...tagsOf(calm), '<div hidden data-encoding="gzip">'].sort())
    for (const name of ['details', 'div', 'summary', 'section', 'dl', 'body']) {
      expect(shown(html).split(`<${name}`).length).toBe(shown(html).split(`</${name}>`).length)
    }
    // eslint-disable-next-line no-control-regex -- these must not be there
    expect(shown(html)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e\u2066]/)
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
      failure: { code: 'agent-failed', message: text, fix: blocksOf(text) },
    })
    expect(html).not.toContain('hunter22')
    expect(html.match(/my \[redacted:secret\]/g)).toHaveLength(8)
  })

  test('too long for a browser are cut', async () => {
    const html = await page({ outputs: { ...outputs, result: `${'x'.repeat(20_000_000)}end` } })
    expect(html.length).toBeLessThan(1_200_000)
    expect(html).toContain('[cut here: result.json and session/ of the transcript have all of it]')
  })
})

test.each([
  ['a short run', eventfulRun()],
  ['10,000 events', longRun(10_000)],
])('%s: the page is at most 1.5 times its gzip, and 200 KB', async (_what, events) => {
  const lines = events.map((event) => JSON.stringify(event))
  const run = { outputs: emptyOutputs('success'), prompt: undefined, failure: undefined }
  let size = 0
  for await (const piece of transcriptPage(run, packsOf(lines, 2000), (text) => text)) size += Buffer.byteLength(piece)
  expect(size).toBeLessThan(gzipSync(lines.join('\n'), { level: 9 }).length * 1.5 + 200_000)
})
