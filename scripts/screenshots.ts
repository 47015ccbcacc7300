// `npm run screenshots` (`-- --readme`: those of README alone): makes docs/images of a run of the demo, as a reader sees its page
// and its job summary, and a picture of each case of summary-cases.ts. The model is scripted and takes its time; Claude Code, the
// page and the summary are real. GitHub's drawing of Markdown is imitated, with the same library for the chart; it and a Markdown
// parser are installed when needed, being 200 MB that nothing else uses.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Browser } from 'playwright-core'

import type { Turn } from '../test/emulators/bedrock-script.ts'
import { openPage, startBrowser, writePage } from '../test/page/browser.ts'
import { repairScript } from '../test/support/repair-script.ts'
import { root } from '../test/support/runner.ts'
import { scenario, transcriptFile, type Scenario } from '../test/support/scenario.ts'
import { runCase, SUMMARY_CASES } from './summary-cases.ts'
import type { Outputs } from '../src/transcript/types.ts'

const PROMPT = 'A test of this repository fails. Find out why, repair it, and run the tests again.'
const LIBRARIES = ['mermaid@12.3.0', 'marked@18.2.1']
const libraries = join(root, 'node_modules', '.cache', 'pictures')
const ORIGIN = {
  ...{ serverUrl: 'https://github.com', repository: 'octo-org/octo-repo', runId: '4711', runAttempt: '1' },
  ...{ workflow: 'Claude', refName: 'main', sha: '0c5b3b8c1d2e4f60718293a4b5c6d7e8f9012345', actor: 'octocat' },
}
const images = join(root, 'docs', 'images')
const pictures = join(root, 'build', 'pictures')

const browser = await startBrowser()
if (browser === undefined) {
  console.error('No pictures: no Chromium here. `bash .ci/run install` brings it.')
  process.exitCode = 1
} else {
  mkdirSync(images, { recursive: true })
  const { summary, lines, outputs } = await run()
  const path = await writePage({ events: lines, outputs, prompt: PROMPT, origin: ORIGIN })
  for (const colorScheme of ['light', 'dark'] as const) {
    const viewport = { width: 1180, height: 1350 }
    const { page } = await openPage(browser, path, { colorScheme, viewport, deviceScaleFactor: 1.4 })
    // The long output of the failed test is folded, so that the repair can be seen.
    await page.locator('button.fold', { hasText: /^Bash/ }).first().click()
    await page.mouse.move(0, 0)
    await page.evaluate('document.activeElement.blur(), scrollTo(0, 0)')
    keep(`page-${colorScheme}.png`, await page.screenshot())
  }
  keep('summary.png', await drawn(browser, summary))
  // For those who change the summary: one picture a case, not committed.
  mkdirSync(pictures, { recursive: true })
  for (const each of process.argv.includes('--readme') ? [] : SUMMARY_CASES) {
    const { here, result } = await runCase(each)
    const path = join(pictures, `${each.name}.png`)
    writeFileSync(path, await drawn(browser, asOnRunner(here, result.summary)))
    console.log(relative(root, path))
    await here[Symbol.asyncDispose]()
  }
  await browser.close()
}

/** The demo's run: its summary, events and outputs, with the folders that a runner of GitHub's has. */
async function run() {
  await using here: Scenario = await scenario({
    aws: { script: (_request, turn) => slowly(repairScript(here.job.workspace)[turn] ?? { text: 'Done.' }, turn) },
  })
  const inputs = { prompt: PROMPT, 'allowed-tools': 'Edit\nBash(npm test)' }
  const result = await here.step(inputs)
  const named = (text = '') => asOnRunner(here, text)
  const lines = named(transcriptFile(result, 'transcript.jsonl')).trim().split('\n')
  const outputs = JSON.parse(named(transcriptFile(result, 'result.json'))) as Outputs
  return { summary: named(result.summary), lines, outputs }
}

/** A text with the folders that a runner of GitHub's has. */
function asOnRunner({ job }: Scenario, text: string): string {
  return text
    .replaceAll(job.workspace, '/home/runner/work/octo-repo/octo-repo')
    .replaceAll(job.temp, '/home/runner/work/_temp')
}

/** A turn that takes as long, and reads and writes as much, as one of a model would. */
function slowly(turn: Turn, index: number): Turn {
  const usage = {
    input_tokens: 12,
    output_tokens: 90 + 37 * index,
    cache_read_input_tokens: index === 0 ? 0 : 21_000 + 400 * index,
    cache_creation_input_tokens: index === 0 ? 21_000 : 400,
  }
  return { ...turn, delayMs: 900 + 350 * ((index * 2) % 3), usage }
}

/** A picture of the summary, as on the page of a workflow run. */
async function drawn(browser: Browser, markdown: string): Promise<Buffer> {
  if (!LIBRARIES.every((library) => existsSync(join(libraries, 'node_modules', library.split('@')[0] ?? '')))) {
    const options = ['--prefix', libraries, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
    execFileSync('npm', ['install', ...options, ...LIBRARIES], { stdio: 'inherit' })
  }
  const inLibraries = (path: string) => join(libraries, 'node_modules', path)
  const context = await browser.newContext({ viewport: { width: 1012, height: 900 }, deviceScaleFactor: 1.5 })
  const page = await context.newPage()
  await page.goto(pathToFileURL(join(import.meta.dirname, 'summary-page.html')).href)
  await page.addScriptTag({ path: inLibraries('marked/lib/marked.umd.js') })
  await page.addScriptTag({ path: inLibraries('mermaid/dist/mermaid.min.js') })
  await page.evaluate(`show(${JSON.stringify(markdown)})`)
  return page.locator('article').screenshot()
}

function keep(name: string, picture: Buffer): void {
  writeFileSync(join(images, name), picture)
  console.log(`docs/images/${name}  ${Math.round(picture.length / 1000)} kB`)
}
