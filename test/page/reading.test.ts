import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { emptyOutputs } from '../support/empty-outputs.ts'
import { needing } from '../support/needs.ts'
import { openPage, startBrowser, writePage, type OpenPage } from './browser.ts'
import { eventfulRun } from './eventful-run.ts'

const browser = await startBrowser()
const { describe: describeHere } = needing('chromium', browser !== undefined)

describeHere('in a browser', () => {
  let path: string
  let open: OpenPage
  const page = () => open.page
  const row = (event: number) => page().locator(`#event-${event}`)
  const fold = (event: number) => row(event).locator('.fold')
  const numberOf = async (words: string) => {
    const heads = page().locator('article', { has: page().locator('.head', { hasText: words }) })
    const id = await heads.first().getAttribute('id')
    return Number(id?.replace('event-', ''))
  }

  beforeAll(async () => {
    const outputs = {
      ...emptyOutputs('success'),
      result: 'It works again.',
      model: 'opus',
      'changed-files': ['src/price.js', 'docs/CHANGELOG.md'],
    }
    path = await writePage({ events: eventfulRun(), outputs })
    open = await openPage(browser!, path)
  })
  afterAll(() => browser?.close())

  test('opens without an error, and asks for nothing', async () => {
    expect(await page().title()).toBe('✅ Claude finished · 2 files changed')
    expect(await page().locator('#events-count').textContent()).toBe('39 events')
    expect(open.problems).toEqual([])
  })

  test('the conversation is in order, progress reports left out', async () => {
    const heads = await page().locator('article .name').allTextContents()
    expect(heads).toEqual([
      'Session started',
      'Thinking',
      'Claude',
      'TodoWrite',
      'Bash',
      'Claude',
      'Task',
      'Prompt',
      'Grep',
      'Read',
      'Claude',
      'Report',
      'API retry',
      'API retry',
      'Read',
      'Edit',
      'MultiEdit',
      'Write',
      'Bash',
      'mcp__tracker__create_issue',
      'Bash',
      'TodoWrite',
      'Output that is no event',
      'Claude',
      'Ended: success',
    ])
  })

  test('thinking is folded, and unfolds on a click', async () => {
    const thought = await numberOf('The issue says')
    expect(await row(thought).locator('.body').count()).toBe(0)
    await fold(thought).click()
    expect(await row(thought).locator('.body').innerText()).toContain('I do not know the code yet')
    expect(await fold(thought).getAttribute('aria-expanded')).toBe('true')
    await fold(thought).click()
    expect(await row(thought).locator('.body').count()).toBe(0)
  })

  test('a command shows its words, output and exit code, and its failure is open', async () => {
    const failed = await numberOf('npm test')
    expect(await row(failed).locator('.badge.bad').innerText()).toBe('exit 1')
    expect(await row(failed).locator('.command .text').innerText()).toBe('npm test')
    const output = row(failed).locator('.section .text')
    expect(await output.innerText()).toMatch(/^> shop@1\.4\.0 test\n/)
    expect(await output.innerText()).not.toContain('frame39')
    await row(failed).getByRole('button', { name: 'Show all (54 lines)' }).click()
    expect(await output.innerText()).toContain('frame39')

    const passed = await numberOf('npm run lint')
    expect(await row(passed).locator('.badge.ok').innerText()).toBe('exit 0')
    await fold(passed).click()
    expect(await row(passed).locator('h4').allTextContents()).toEqual(['Output', 'Standard error'])
  })

  test('an edit is a diff with the numbers of its lines', async () => {
    const edit = page()
      .locator('article', { has: page().getByText('src/price.js', { exact: true }) })
      .filter({ hasText: 'Edit' })
    expect(await edit.locator('.badge:not(.used)').allInnerTexts()).toEqual(['+1', '−1', '200 ms'])
    expect(await edit.locator('.removed').innerText()).toMatch(/^3\s*-\s+return Math\.round\(cents \* \(percent/)
    expect(await edit.locator('.added').innerText()).toMatch(/^3\s*\+\s+return Math\.round\(cents \* \(1 - percent/)
  })

  test('what a subagent did is under its call, and folds with it', async () => {
    const task = await numberOf('Find where discounts')
    expect(await row(task).innerText()).toContain('4 events inside')
    expect(await page().locator('article.depth-1').count()).toBe(5)
    await fold(task).click()
    expect(await page().locator('article.depth-1').count()).toBe(0)
    await fold(task).click()
    expect(await page().locator('article.depth-1 .name').last().innerText()).toBe('Report')
  })

  test('errors, denials and retries are marked, each as what it is', async () => {
    expect(await page().locator('article.error .name').allInnerTexts()).toEqual(['Bash'])
    expect(await page().locator('article.error .badge.bad').allInnerTexts()).toEqual(['exit 1'])
    expect(await page().locator('article.denied .badge.warn').allInnerTexts()).toEqual(['denied'])
    expect(await page().locator('article.retry').count()).toBe(2)
    expect(await page().locator('.retry .title').first().innerText()).toBe(
      'HTTP 429 rate_limit: try 1 of 10, after a wait of 4.2 s',
    )
  })

  test('an image of a result is shown, and described', async () => {
    const issue = await numberOf('mcp__tracker')
    await fold(issue).click()
    expect(await row(issue).locator('.body').innerText()).toContain(
      '[image: image/png, 17 KB; its data is in transcript.jsonl]',
    )
    expect(await row(issue).locator('img').getAttribute('src')).toMatch(/^data:image\/png;base64,iVBORw0KGgo/)
  })

  test('the events of a row can be read as JSON', async () => {
    const call = await numberOf('Grepdiscount')
    await row(call).hover()
    await row(call).getByRole('button', { name: /^JSON/ }).click()
    const json = await row(call).locator('.events .text').first().innerText()
    expect(JSON.parse(json)).toMatchObject({ type: 'assistant', subagent_type: 'general-purpose' })
    await row(call).getByRole('button', { name: /^JSON/ }).click()
    expect(await row(call).locator('.events').count()).toBe(0)
  })

  test('the picture tells the run, and leads to an event', async () => {
    const image = page().locator('svg[role=img]')
    expect(await image.getAttribute('aria-label')).toMatch(
      /^A run of 1 min 4\d s: 15 answers of the model \(.*\), 12 tool calls \(.*\), 1 subagent \(13\.7 s\), 2 retry waits \(13\.3 s\)\.$/,
    )
    expect(await page().locator('.legend').innerText()).toContain('cost, $1.27 at the end')
    await image.scrollIntoViewIfNeeded()
    const box = (await image.boundingBox())!
    await page().mouse.move(box.x + 76 + (box.width - 84) * 0.13, box.y + 40)
    expect(await page().locator('.readout').innerText()).toMatch(/Bash npm test \(9\.4 s\).*tokens.*\$0\./)
    await page().mouse.down()
    await page().mouse.up()
    expect(await page().locator('article.current .command').innerText()).toContain('npm test')
  })

  test.each([
    ['light', 'dark'],
    ['dark', 'light'],
  ] as const)('it is %s where the system is, and %s when the reader wants', async (system, chosen) => {
    const colours = { light: 'rgb(255, 255, 255)', dark: 'rgb(13, 17, 23)' }
    const here = await openPage(browser!, path, { colorScheme: system })
    const background = () => here.page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(await background()).toBe(colours[system])
    await here.page.getByLabel('Colours').selectOption(chosen)
    expect(await background()).toBe(colours[chosen])
    await here.page.context().close()
  })

  test('on a phone nothing is wider than the window', async () => {
    const here = await openPage(browser!, path, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    await here.page.getByRole('button', { name: 'Expand all' }).click()
    await here.page.mouse.wheel(0, 2000)
    expect(await here.page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await here.page.context().close()
  })

  test('a long prompt is shortened until the reader wants all of it', async () => {
    const prompt = Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n')
    const here = await openPage(browser!, await writePage({ events: [], prompt }))
    const shown = here.page.locator('[data-markdown]', { hasText: 'line 99' })
    const height = async () => (await shown.boundingBox())!.height
    const short = await height()
    await here.page.getByRole('button', { name: 'Show all' }).click()
    expect(await height()).toBeGreaterThan(short * 5)
    await here.page.getByRole('button', { name: 'Show less' }).click()
    expect(await height()).toBe(short)
    await here.page.context().close()
  })

  test('a line that a full disk left empty is no event', async () => {
    const torn = await writePage({ events: ['{"type":"raw","text":"first"}', '', '{"type":"raw","text":"second"}'] })
    const here = await openPage(browser!, torn)
    expect(await here.page.locator('#events-count').innerText()).toBe('2 events')
    await here.page.context().close()
  })

  test('events that cannot be read are reported', async () => {
    const damaged = await writePage({ events: eventfulRun() })
    writeFileSync(
      damaged,
      readFileSync(damaged, 'utf8').replace('data-encoding="gzip">H4sI', 'data-encoding="gzip">AAAA'),
    )
    const here = await browser!.newPage()
    await here.goto(pathToFileURL(damaged).href)
    expect(await here.getByRole('alert').innerText()).toMatch(
      /cannot be shown here \(.+\)\. The file transcript\.jsonl/,
    )
    await here.close()
  })

  test('without scripts it tells prompt and result, and where the events are', async () => {
    const here = await openPage(browser!, path, { javaScriptEnabled: false })
    const words = await here.page.locator('body').innerText()
    for (const part of ['Claude finished', 'Repair it.', 'It works again.', 'src/price.js', 'transcript.jsonl'])
      expect(words).toContain(part)
    await here.page.context().close()
  })
})
