// Pages in a headless Chromium, opened from a file as a reader does.
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

import { transcriptPage, type PageRun } from '../../src/transcript/page.ts'
import { emptyOutputs } from '../support/empty-outputs.ts'
import { createRedactor } from '../../src/transcript/redact.ts'
import { packsOf } from './read-page.ts'

/** Starts the Chromium of this machine, or Chrome; `CHROMIUM_PATH` names one off the `PATH`. Undefined where there is none. */
export async function startBrowser(): Promise<Browser | undefined> {
  const executablePath = chromiumPath()
  if (executablePath === undefined) return undefined
  // Chromium's own sandbox does not work for root, nor in most containers; these pages are the test's own.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

function chromiumPath(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given !== undefined) return given
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/** A run to show: events, or lines as they are; what is not given is of a run that went well. */
export interface ShownRun extends Partial<PageRun> {
  readonly events: readonly unknown[]
}

/** A page that is open; `problems` are errors of it, and requests that it made. */
export interface OpenPage {
  readonly page: Page
  readonly problems: string[]
}

/** Writes a run's page into a folder of its own; returns its path. */
export async function writePage({ events, ...run }: ShownRun): Promise<string> {
  const lines = events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event)))
  const whole = { outputs: emptyOutputs('success'), prompt: 'Repair it.', failure: undefined, ...run }
  let html = ''
  for await (const piece of transcriptPage(whole, packsOf(lines, 2000), createRedactor({ values: () => [] }).redact))
    html += piece
  const path = join(mkdtempSync(join(tmpdir(), 'page-')), 'transcript.html')
  writeFileSync(path, html)
  return path
}

/** Opens a page that was written, and waits until its events are there; `fragment` is the address's end. */
export async function openPage(
  browser: Browser,
  path: string,
  { fragment = '', ...options }: BrowserContextOptions & { fragment?: string } = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const problems: string[] = []
  const address = pathToFileURL(path).href
  page.on('console', (message) => problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('dialog', (dialog) => problems.push(`dialog: ${dialog.message()}`))
  page.on('request', (request) => {
    if (request.url().replace(/#.*/, '') !== address) problems.push(`request: ${request.url()}`)
  })
  await page.goto(`${address}${fragment}`)
  if (options.javaScriptEnabled !== false) await page.waitForSelector('html[data-ready]', { timeout: 30_000 })
  return { page, problems }
}
