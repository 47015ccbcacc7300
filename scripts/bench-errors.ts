// `npm run bench -- errors`: from the start of the step, and from the first refusal in mid-run, to the message of each
// error of Bedrock that no retry helps, with the real Claude Code. (Alone it takes 0.6 to 255 seconds, measured with 2.1.330.)
import { FINAL_ERROR_ROWS, endlessRun, runRefused, type FinalError } from '../test/support/final-errors.ts'

await using here = await endlessRun()
const atStart: Timed[] = []
const inMidRun: Timed[] = []
for (const { name, code } of FINAL_ERROR_ROWS) {
  atStart.push({ name, ms: await messageOf(name, code, 1) })
  inMidRun.push({ name, ms: await messageOf(name, code, 4) })
}
console.log(`Time to a clear message, ${FINAL_ERROR_ROWS.length} errors that no retry helps, once each:`)
tell('from the start of the step  ', atStart, 3_000)
tell('from the refusal in mid-run ', inMidRun, 2_000)

interface Timed {
  readonly name: string
  readonly ms: number
}

/** Milliseconds until the annotation is there; a refusal of the first call counts from the start of the step. */
async function messageOf(name: FinalError, code: string, from: number): Promise<number> {
  const began = Date.now()
  let reportedAt = Number.NaN
  const onOutput = (text: string) => {
    if (text.includes('::error')) reportedAt = Date.now()
  }
  const { outputs, calls } = await runRefused(here, { name, from }, { onOutput })
  const refusal = calls.find(({ status }) => status !== 200)
  if (outputs['failure-code'] !== code || refusal === undefined) throw new Error(`${name}: ${outputs['failure-code']}`)
  return reportedAt - (from === 1 ? began : refusal.time)
}

function tell(what: string, times: readonly Timed[], goal: number): void {
  const sorted = times.toSorted((a, b) => a.ms - b.ms)
  const worst = sorted.at(-1)!
  const middle = sorted[Math.floor(sorted.length / 2)]!
  console.log(`  ${what} median ${middle.ms} ms, longest ${worst.ms} ms (${worst.name})  goal ${goal} ms`)
}
