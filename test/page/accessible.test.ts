import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, expect, test } from '@jest/globals'
import type { BrowserContextOptions } from 'playwright-core'

import { blocksOf } from '../../src/errors.ts'
import { emptyOutputs } from '../support/empty-outputs.ts'
import { recordedLines } from '../support/recorded.ts'
import { needing } from '../support/needs.ts'
import { openPage, startBrowser, writePage, type ShownRun } from './browser.ts'
import { eventfulRun } from './eventful-run.ts'

const browser = await startBrowser()
const { describe: describeHere } = needing('chromium', browser !== undefined)

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

describeHere('axe finds nothing', () => {
  afterAll(() => browser?.close())
  const failed = {
    outputs: { ...emptyOutputs('failure'), 'failure-code': 'throttled' as const, 'changed-files': ['src/a.ts'] },
    failure: { code: 'throttled' as const, message: 'Bedrock said no.', fix: blocksOf('model: another') },
  }
  const denial = { tool_name: 'Bash', tool_use_id: 't', tool_input: { command: 'git push' } }
  const denied = { outputs: { ...emptyOutputs('success'), 'permission-denials': [denial] } }
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

  test.each<{ how: string; run?: Partial<ShownRun>; options?: BrowserContextOptions; keys?: string[] }>([
    { how: 'in light colours', options: { colorScheme: 'light' } },
    { how: 'in dark colours', options: { colorScheme: 'dark' } },
    { how: 'in a run that failed', run: failed },
    { how: 'in a run that failed, dark', run: failed, options: { colorScheme: 'dark' } },
    { how: 'on a phone', options: phone },
    { how: 'with all unfolded, on a phone, dark', options: { ...phone, colorScheme: 'dark' }, keys: ['x'] },
    { how: 'with all unfolded', keys: ['x', 'j', 'j'] },
    { how: 'with all unfolded, dark', options: { colorScheme: 'dark' }, keys: ['x', 'j', 'j'] },
    { how: 'in the help', keys: ['?'] },
    { how: 'with matches', keys: ['/', 't', 'e', 's', 't', 'Enter'] },
    { how: 'in a recorded run of subagents', run: { events: recordedLines('subagents') }, keys: ['x'] },
    { how: 'in a recorded run, denied', run: { ...denied, events: recordedLines('denied') } },
    {
      how: 'in a recorded run of commands, on a phone, dark',
      run: { events: recordedLines('commands') },
      options: { ...phone, colorScheme: 'dark' },
      keys: ['x'],
    },
    { how: 'without events', run: { events: [] } },
  ])('$how', async ({ run = {}, options = {}, keys = [] }) => {
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
