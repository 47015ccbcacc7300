// `npm run bench -- page [rounds]`: what the page of a long run costs, on transcripts that were recorded with the real Claude Code:
// its size, the time to build it, to open it in Chromium and to scroll through it. Medians, on this machine, at this moment.
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import { keepTranscript } from '../src/transcript/recorder.ts'
import { emptyOutputs } from '../test/support/empty-outputs.ts'
import { createRedactor } from '../src/transcript/redact.ts'
import { createFiles } from '../src/world/files.ts'
import { openPage, startBrowser } from '../test/page/browser.ts'
import { talk } from '../test/support/talk.ts'

const rounds = Number(process.argv[2] ?? 5)
const directory = mkdtempSync(join(tmpdir(), 'bench-page-'))
const [events, html] = [join(directory, 'transcript.jsonl'), join(directory, 'transcript.html')]

/** Two seconds of scrolling as fast as a wheel turns: 200 pixels a frame. */
const SCROLL = `new Promise((resolve) => {
  const times = []
  let last = performance.now()
  window.scrollTo(0, 2000)
  const frame = (now) => {
    times.push(now - last)
    last = now
    window.scrollBy(0, 200)
    if (times.length < 120) requestAnimationFrame(frame)
    else resolve(times.slice(1))
  }
  requestAnimationFrame(frame)
})`

try {
  await building()
  await opening()
} finally {
  rmSync(directory, { recursive: true })
}

async function building(): Promise<void> {
  const costs = new Map<number, number>()
  for (const count of [5_000, 10_000, 50_000, 100_000]) {
    writeEvents(count)
    const times: number[] = []
    for (let round = 0; round < rounds; round++) times.push(await build())
    costs.set(count, (median(times) / count) * 1000)
    const packed = await gzipSize()
    console.log(
      `page of ${count} events, ${megabytes(statSync(events).size)}: built in ${median(times).toFixed(0)} ms; ${megabytes(statSync(html).size)},` +
        ` ${((statSync(html).size - 200_000) / packed).toFixed(2)} of gzip beside 200 KB, goal 1.5`,
    )
  }
  const each = [...costs.values()].map((cost) => cost.toFixed(0)).join(', ')
  console.log(`  for a thousand events ${each} ms: the same when it is linear`)
}

async function opening(): Promise<void> {
  const browser = await startBrowser()
  if (browser === undefined) {
    console.log('page not opened: no Chromium here')
    return
  }
  writeEvents(50_000)
  await build()
  const opened: number[] = []
  const first: number[] = []
  const frames: number[] = []
  for (let round = 0; round < rounds; round++) {
    const { page } = await openPage(browser, html)
    opened.push(await page.evaluate<number>('performance.getEntriesByName("ready")[0].startTime'))
    first.push(await page.evaluate<number>('performance.getEntriesByName("first-contentful-paint")[0].startTime'))
    frames.push(...(await page.evaluate<number[]>(SCROLL)))
    await page.context().close()
  }
  await browser.close()
  frames.sort((a, b) => a - b)
  console.log(
    `50,000 events open in ${median(opened).toFixed(0)} ms, goal 2000; first paint ${median(first).toFixed(0)} ms`,
  )
  console.log(
    `  scrolled: ${median(frames).toFixed(1)} ms between frames, 95 of 100 within ${frames[Math.floor(frames.length * 0.95)]!.toFixed(1)} ms`,
  )
}

function writeEvents(count: number): void {
  const lines = talk()
  writeFileSync(events, '')
  for (let written = 0; written < count; written += 1000) {
    const some = Array.from({ length: Math.min(1000, count - written) }, () => lines.next().value)
    writeFileSync(events, `${some.join('\n')}\n`, { flag: 'a' })
  }
}

/** Milliseconds. */
async function build(): Promise<number> {
  const run = { outputs: emptyOutputs('success'), prompt: undefined, failure: undefined }
  const redactor = createRedactor({ values: () => [] })
  const began = performance.now()
  const problems = await keepTranscript(
    { ...run, directory, configDirectory: join(directory, 'none') },
    { files: createFiles(), ...redactor },
  )
  if (problems.length > 0) throw new Error(problems.join())
  return performance.now() - began
}

async function gzipSize(): Promise<number> {
  let size = 0
  await pipeline(createReadStream(events), createGzip(), async (packed: AsyncIterable<Buffer>) => {
    for await (const chunk of packed) size += chunk.length
  })
  return size
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
