// `node scripts/page-bench.ts`: what the page of a long run costs: its size, the time to build it, to open it in Chromium
// and to scroll through it. Medians, on this machine, at this moment.
import { statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

import { emptyOutputs } from '../src/transcript/outputs.ts'
import { transcriptPage } from '../src/transcript/page.ts'
import { openPage, startBrowser, writePage } from '../test/page/browser.ts'
import { longRun } from '../test/page/long-run.ts'
import { packsOf } from '../test/page/read-page.ts'

const rounds = Number(process.argv[2] ?? 5)

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

console.log('Build, with the time for each thousand events (the same when it is linear):')
for (const count of [10_000, 20_000, 40_000, 80_000]) {
  const lines = longRun(count).map((event) => JSON.stringify(event))
  const times: number[] = []
  let size = 0
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    size = await buildSize(lines)
    times.push(performance.now() - began)
  }
  const packed = gzipSync(lines.join('\n'), { level: 9 }).length
  console.log(
    `  ${count} events, ${megabytes(lines.join('\n').length)}: ${median(times).toFixed(0)} ms, ${((median(times) / count) * 1000).toFixed(1)} ms a thousand;` +
      ` ${megabytes(size)}, ${((size - 200_000) / packed).toFixed(2)} of gzip -9 beside 200 KB (goal 1.5)`,
  )
}

const { browser, missing } = await startBrowser()
if (browser === undefined) {
  console.log(`Not opened: ${missing}`)
} else {
  const path = await writePage({ events: longRun(50_000) })
  const opened: number[] = []
  const first: number[] = []
  const frames: number[] = []
  for (let round = 0; round < rounds; round++) {
    const { page } = await openPage(browser, path)
    opened.push(await page.evaluate<number>('performance.getEntriesByName("ready")[0].startTime'))
    first.push(await page.evaluate<number>('performance.getEntriesByName("first-contentful-paint")[0].startTime'))
    frames.push(...(await page.evaluate<number[]>(SCROLL)))
    await page.context().close()
  }
  await browser.close()
  frames.sort((a, b) => a - b)
  console.log(
    `Open 50,000 events, ${megabytes(statSync(path).size)} of page: ${median(opened).toFixed(0)} ms (goal 2000); first paint ${median(first).toFixed(0)} ms`,
  )
  console.log(
    `Scroll, time between frames: median ${median(frames).toFixed(1)} ms, 95 of 100 within ${frames[Math.floor(frames.length * 0.95)]!.toFixed(1)} ms`,
  )
}

async function buildSize(lines: readonly string[]): Promise<number> {
  const run = { outputs: emptyOutputs('success'), prompt: undefined, failure: undefined }
  let size = 0
  for await (const piece of transcriptPage(run, packsOf(lines, 2000), (text) => text)) size += Buffer.byteLength(piece)
  return size
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
