import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { needing } from '../support/needs.ts'
import { openPage, startBrowser, writePage, type OpenPage } from './browser.ts'
import { longRun } from './long-run.ts'

const browser = await startBrowser()
const { describe: describeHere } = needing('chromium', browser !== undefined)

describeHere('50,000 events', () => {
  let path: string
  let open: OpenPage
  const page = () => open.page
  const drawn = () => page().locator('article').count()
  beforeAll(async () => {
    path = await writePage({ events: longRun(50_000) })
    open = await openPage(browser!, path)
  }, 120_000)
  afterAll(() => browser?.close())

  test('open, with few of them drawn', async () => {
    expect(await page().locator('#events-count').innerText()).toBe('50,000 events')
    expect(await drawn()).toBeLessThan(500)
    expect(open.problems).toEqual([])
  })

  test('can be scrolled to the end, and what is far away is put away', async () => {
    for (let part = 1; part <= 20; part++) {
      await page().evaluate(`window.scrollTo(0, document.body.scrollHeight * ${part / 20})`)
      await page().evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))')
    }
    await page().getByText('Ended: success').waitFor()
    expect(await drawn()).toBeLessThan(500)
  })

  test('what is read stays where it is while blocks around it are drawn', async () => {
    await page().evaluate('window.scrollTo(0, document.body.scrollHeight * 0.4)')
    await page().locator('article').first().waitFor()
    for (let step = 0; step < 5; step++) {
      const before = await page().evaluate<[string, number]>(MIDDLE)
      await page().evaluate('window.scrollBy(0, -300)')
      await page().evaluate('new Promise((resolve) => setTimeout(resolve, 150))')
      const after = await page().evaluate<number>(`document.getElementById('${before[0]}').getBoundingClientRect().top`)
      expect(Math.abs(after - before[1] - 300)).toBeLessThan(4)
    }
  })

  test('the keyboard reaches the ends', async () => {
    await page().keyboard.press('g')
    expect(await page().locator('article.current .link').innerText()).toBe('#1')
    await page().keyboard.press('G')
    expect(await page().locator('article.current .name').innerText()).toBe('Ended: success')
    expect(await page().locator('article.current').getAttribute('aria-setsize')).toMatch(/^\d{5}$/)
  })

  test('a link leads into the middle', async () => {
    const linked = await openPage(browser!, path, { fragment: '#event-25001' })
    const box = (await linked.page.locator('article.current').boundingBox())!
    expect(box.y).toBeGreaterThan(0)
    expect(box.y).toBeLessThan(300)
    await linked.page.context().close()
  })

  test('search counts all, and goes round from the last to the first', async () => {
    await page().getByRole('searchbox').fill('timeout')
    await page()
      .locator('#found')
      .filter({ hasText: /^[\d,]+ events$/ })
      .waitFor()
    await page().keyboard.press('Shift+Enter')
    await page().keyboard.press('Enter')
    expect(await page().locator('#found').innerText()).toMatch(/^[\d,]+ of [\d,]+$/)
    expect(await page().locator('article.current mark').count()).toBeGreaterThan(0)
  })
})

const MIDDLE = `(() => {
  const row = document.elementFromPoint(600, 450).closest('article')
  return [row.id, row.getBoundingClientRect().top]
})()`
