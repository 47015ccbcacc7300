import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

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
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page().keyboard.press(key)), Promise.resolve())
  const current = () => page().locator('article.current')
  const currentName = () => current().locator('.name').innerText()
  const found = () => page().locator('#found')
  const search = async (words: string, status: string | RegExp) => {
    await page().getByRole('searchbox').fill(words)
    await found().filter({ hasText: status }).waitFor()
  }
  const numberOf = (event: Readonly<Record<string, unknown>>) =>
    eventfulRun().findIndex((each) => JSON.stringify(each).includes(JSON.stringify(event).slice(1, -1))) + 1

  beforeAll(async () => {
    const outputs = { ...emptyOutputs('success'), 'changed-files': ['src/cart.js'] }
    path = await writePage({ events: eventfulRun(), outputs })
  })
  beforeEach(async () => void (open = await openPage(browser!, path)))
  afterEach(async () => {
    expect(open.problems).toEqual([])
    await page().context().close()
  })
  afterAll(() => browser?.close())

  describe('search', () => {
    test('counts the events that have the words, and steps through them', async () => {
      await press('/')
      await page().keyboard.type('ROUNDS TO')
      await found().filter({ hasText: '2 events' }).waitFor()
      await press('Enter')
      expect(await found().innerText()).toBe('1 of 2')
      expect(await current().locator('.badge:not(.used)').first().innerText()).toBe('exit 1')
      await press('Enter')
      expect(await found().innerText()).toBe('2 of 2')
      expect(await current().locator('.badge:not(.used)').first().innerText()).toBe('exit 0')
      expect(await current().locator('mark').allInnerTexts()).toEqual(['rounds to'])
      await press('Enter')
      expect(await found().innerText()).toBe('1 of 2')
      await press('Shift+Enter')
      expect(await found().innerText()).toBe('2 of 2')
      expect(await page().evaluate('document.activeElement.id')).toBe('search')
      await press('Escape')
      await page().locator('mark').first().waitFor({ state: 'detached' })
      expect(await found().innerText()).toBe('')
    })

    test.each(['thinking_tokens', '(percent / 100)', 'tool_use_id'])(
      '%s is looked for as it is written',
      async (words) => {
        await search(words, /event/)
      },
    )

    test('tells when there is none', () => search('no such words', 'no match'))

    test('opens what is folded around a match', async () => {
      await page().getByRole('button', { name: 'Collapse all' }).click()
      expect(await page().locator('.body').count()).toBe(0)
      await search('item.percent', '2 events')
      await press('Enter')
      expect(await currentName()).toBe('Grep')
      expect(await current().locator('.body mark').innerText()).toBe('item.percent')
    })

    test('a changed file leads to its events', async () => {
      await page().getByRole('button', { name: 'src/cart.js', exact: true }).click()
      await found().filter({ hasText: /^1 of/ }).waitFor()
      expect(await current().locator('mark').first().innerText()).toBe('src/cart.js')
    })
  })

  describe('filter', () => {
    const show = (label: string | RegExp) =>
      page()
        .getByLabel('Show')
        .selectOption({ label: String(label) })
    const names = () => page().locator('article .name').allInnerTexts()

    test('by tool', async () => {
      await show('Bash (3)')
      expect(await names()).toEqual(['Bash', 'Bash', 'Bash'])
      await show('Grep (1)')
      expect(await names()).toEqual(['Grep'])
    })

    test('by errors, and both', async () => {
      await page().getByRole('button', { name: 'Errors 1' }).click()
      expect(await names()).toEqual(['Bash'])
      await show('Bash (3)')
      expect(await names()).toEqual(['Bash'])
      await show('Edit (1)')
      expect(await page().locator('#nothing').isVisible()).toBe(true)
      await page().getByRole('button', { name: 'Errors 1' }).click()
      expect(await names()).toEqual(['Edit'])
    })

    test('by denials and retries, which are no errors', async () => {
      await show('Denied calls (1)')
      expect(await names()).toEqual(['Bash'])
      expect(await page().locator('article .badge.warn').allInnerTexts()).toEqual(['denied'])
      await show('API retries (2)')
      expect(await names()).toEqual(['API retry', 'API retry'])
    })

    test('every event is there to be seen', async () => {
      await show('Every event (27)')
      expect(await names()).toContain('system/thinking_tokens')
    })
  })

  describe('link', () => {
    test.each<[string, Readonly<Record<string, unknown>>, string]>([
      ['a row', { file_path: '/home/runner/work/shop/shop/docs/CHANGELOG.md' }, 'Write'],
      ['the result of a call', { stderr: 'npm warn config optional is deprecated' }, 'Bash'],
      ["a subagent's doing", { pattern: 'discount' }, 'Grep'],
      ['a progress report', { subtype: 'thinking_tokens' }, 'system/thinking_tokens'],
    ])('to %s', async (_what, event, head) => {
      const linked = await openPage(browser!, path, { fragment: `#event-${numberOf(event)}` })
      const article = linked.page.locator('article.current')
      expect(await article.locator('.name').innerText()).toBe(head)
      expect((await article.boundingBox())!.y).toBeLessThan(900)
      await linked.page.context().close()
    })

    test('is made by a click, and by c', async () => {
      await page().locator('#event-7 .link').click()
      expect(page().url()).toMatch(/#event-7$/)
      await page()
        .getByText(/link to this event is copied|leads to this event/)
        .waitFor()
      await press('j', 'c')
      await page().waitForURL(/#event-9$/)
    })
  })

  describe('keyboard', () => {
    test('j and k, and the arrows, move; g and G go to the ends', async () => {
      await press('j')
      expect(await currentName()).toBe('Session started')
      await press('j', 'j')
      expect(await currentName()).toBe('Claude')
      await press('ArrowDown', 'ArrowDown')
      expect(await currentName()).toBe('Bash')
      await press('k', 'ArrowUp')
      expect(await currentName()).toBe('Claude')
      await press('G')
      expect(await currentName()).toBe('Ended: success')
      await press('j')
      expect(await currentName()).toBe('Ended: success')
      await press('g')
      expect(await currentName()).toBe('Session started')
      expect(await page().evaluate('document.activeElement.id')).toBe('event-1')
    })

    test('o, Enter and the arrows fold; x and X fold all', async () => {
      await press('j', 'o')
      expect(await current().locator('.body').count()).toBe(1)
      await press('Enter')
      expect(await current().locator('.body').count()).toBe(0)
      await press('ArrowRight')
      expect(await current().locator('.body').count()).toBe(1)
      await press('ArrowLeft')
      expect(await current().locator('.body').count()).toBe(0)
      await press('x')
      expect(await page().locator('article:has(button.fold)').count()).toBe(await page().locator('.body').count())
      await press('X')
      expect(await page().locator('.body').count()).toBe(0)
    })

    test('e goes from error to error', async () => {
      await press('e')
      expect(await current().locator('.badge.bad').innerText()).toBe('exit 1')
      await press('G', 'E')
      expect(await current().locator('.badge.bad').innerText()).toBe('exit 1')
    })

    test('? shows the keys, and letters stay letters where one writes', async () => {
      await press('?')
      expect(await page().getByRole('dialog', { name: 'Keyboard' }).innerText()).toContain(
        'next and previous error or retry',
      )
      await press('Escape', '/')
      await page().keyboard.type('jxg?')
      expect(await page().getByRole('searchbox').inputValue()).toBe('jxg?')
      expect(await current().count()).toBe(0)
    })
  })
})
