import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, describe, expect, test } from '@jest/globals'

import { emptyOutputs } from '../../src/transcript/outputs.ts'
import { openPage, startBrowser, writePage } from './browser.ts'
import { eventfulRun } from './sample-run.ts'

const { browser, missing } = await startBrowser()
const name = missing === undefined ? 'axe finds nothing' : `axe finds nothing (skipped: ${missing})`
const describeHere = missing === undefined ? describe : describe.skip

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

describeHere(name, () => {
  afterAll(() => browser?.close())
  const failed = {
    outputs: { ...emptyOutputs('failure'), 'failure-code': 'throttled' as const, 'changed-files': ['src/a.ts'] },
    failure: { code: 'throttled' as const, message: 'Bedrock said no.', hint: 'model: another' },
  }
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

  test.each<[string, object, object, string[]]>([
    ['in light colours', {}, { colorScheme: 'light' }, []],
    ['in dark colours', {}, { colorScheme: 'dark' }, []],
    ['in a run that failed', failed, {}, []],
    ['in a run that failed, dark', failed, { colorScheme: 'dark' }, []],
    ['on a phone', {}, phone, []],
    ['with all unfolded, on a phone, dark', {}, { ...phone, colorScheme: 'dark' }, ['x']],
    ['with all unfolded', {}, {}, ['x', 'j', 'j']],
    ['with all unfolded, dark', {}, { colorScheme: 'dark' }, ['x', 'j', 'j']],
    ['in the help', {}, {}, ['?']],
    ['with matches', {}, {}, ['/', 't', 'e', 's', 't', 'Enter']],
    ['without events', { events: [] }, {}, []],
  ])('%s', async (_how, run, options, keys) => {
    const path = await writePage({ events: eventfulRun(), ...run })
    // The page's own policy would not let axe in.
    const { page } = await openPage(browser!, path, { bypassCSP: true, ...options })
    for (const key of keys) await page.keyboard.press(key)
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8'))
    const violations = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)')
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`)),
    ).toEqual([])
    await page.context().close()
  })
})
