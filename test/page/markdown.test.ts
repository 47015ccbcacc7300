import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { emptyOutputs } from '../support/empty-outputs.ts'
import { needing } from '../support/needs.ts'
import { HOSTILE } from '../unit/transcript/hostile.ts'
import { openPage, startBrowser, writePage, type OpenPage } from './browser.ts'

const browser = await startBrowser()
const { describe: describeHere } = needing('chromium', browser !== undefined)
afterAll(() => browser?.close())

const REPOSITORY = 'https://github.com/octo/repo/'
const origin = {
  ...{ serverUrl: 'https://github.com', repository: 'octo/repo', runId: '7', runAttempt: '1' },
  ...{ workflow: 'CI', refName: 'main', sha: 'a'.repeat(40), actor: 'octocat' },
}
const said = (text: string) => ({ type: 'assistant', message: { id: 'm', content: [{ type: 'text', text }] } })
const open = (text: string) =>
  writePage({ events: [said(text)], origin, prompt: text, outputs: { ...emptyOutputs('success'), result: text } }).then(
    (path) => openPage(browser!, path),
  )

const PLACES = ['.answer .markdown', '#list .markdown', '[data-markdown] .markdown >> nth=1']

describeHere('Markdown of answer, prompt and messages', () => {
  let shown: OpenPage
  beforeAll(async () => {
    shown = await open(
      `# Head\n\nSome **bold**, *thin* and \`code\`.\n\n- [x] done\n- next\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n\`\`\`js\nlet x\n\`\`\`\n\n[pull](${REPOSITORY}pull/1)`,
    )
  })

  test.each(PLACES)('is rendered: %s', async (place) => {
    const markdown = shown.page.locator(place)
    expect(await markdown.locator('h3').innerText()).toBe('Head')
    expect(await markdown.locator('strong, em, p code').allInnerTexts()).toEqual(['bold', 'thin', 'code'])
    expect(await markdown.locator('li').allInnerTexts()).toEqual(['☑ done', 'next'])
    expect(await markdown.locator('td').allInnerTexts()).toEqual(['1', '2'])
    expect(await markdown.locator('pre').innerText()).toBe('let x')
    expect(await markdown.locator('button').count()).toBe(1)
    expect(await markdown.locator('a').getAttribute('href')).toBe(`${REPOSITORY}pull/1`)
    expect(shown.problems).toEqual([])
  })
})

describeHere('hostile Markdown', () => {
  let shown: OpenPage
  beforeAll(async () => {
    shown = await open(
      [
        HOSTILE,
        '<script>window.attacked = 1</script>',
        '<img src=x onerror="window.attacked = 2"> &lt;img src=x onerror="window.attacked = 3"&gt;',
        '![beacon](https://evil.example/x.png) ![b][r] [r] <https://evil.example> https://evil.example www.evil.example',
        '[a](javascript:window.attacked=4) [b](data:text/html,x) [c](//evil.example) [d](/x) [e](#main)',
        `[f](${REPOSITORY}../../evil) [g](${REPOSITORY}%2e%2e/%2e%2e/evil) [h](https://github.com/octo/repository)`,
        '@octocat Closes #1 a@evil.example',
        '&#x202e; \u202e &#x2066;',
        '```mermaid\nclick A "javascript:window.attacked=5"\n```',
        '[r]: https://evil.example/r.png',
      ].join('\n\n'),
    )
  })

  test('runs no script and loads nothing', async () => {
    for (const link of await shown.page.locator('.markdown a, .markdown code').all())
      await link.hover({ trial: true, force: true })
    expect(await shown.page.evaluate('window.attacked')).toBeUndefined()
    expect(shown.problems).toEqual([])
  })

  test('becomes no elements but those of the whitelist, and no addresses', async () => {
    const all = 'document.querySelectorAll(".markdown *")'
    const names = await shown.page.evaluate<string[]>(`[...new Set([...${all}].map((e) => e.localName))]`)
    const allowed =
      'a blockquote br button code del div em h3 h4 h5 h6 hr li ol p pre span strong table tbody td th thead tr ul'
    expect(names.filter((each) => !allowed.split(' ').includes(each))).toEqual([])
    const attributes = await shown.page.evaluate<string[]>(
      `[...new Set([...${all}].flatMap((e) => e.getAttributeNames()))]`,
    )
    expect(attributes.filter((each) => !/^(?:class|tabindex|type|aria-label|scope|start)$/.test(each))).toEqual([])
    expect(await shown.page.locator('.markdown').count()).toBe(3)
  })

  test('is there as text, its tricks shown', async () => {
    const text = await shown.page.locator('.answer').innerText()
    expect(text).toContain('<script>window.attacked = 1</script>')
    expect(text).toContain('https://evil.example/x.png')
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })

  test('is cut where it is a huge table', async () => {
    const { page, problems } = await open(`| a |\n|---|\n${'| x |\n'.repeat(4000)}`)
    expect(await page.locator('.answer tr').count()).toBe(1001)
    expect(await page.locator('.answer').innerText()).toContain('and 3000 more rows')
    expect(problems).toEqual([])
  })
})
