import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'

import { emptyOutputs } from '../../../src/transcript/outputs.ts'
import { transcriptPage } from '../../../src/transcript/page.ts'
import { eventfulRun } from '../../page/eventful-run.ts'
import { longRun } from '../../page/long-run.ts'
import { packsOf } from '../../page/read-page.ts'

test.each([
  ['a short run', eventfulRun()],
  ['10,000 events', longRun(10_000)],
])('%s: the page is at most 1.5 times its gzip, and 200 KB', async (_what, events) => {
  const lines = events.map((event) => JSON.stringify(event))
  const run = { outputs: emptyOutputs('success'), prompt: undefined, failure: undefined }
  let size = 0
  for await (const piece of transcriptPage(run, packsOf(lines, 2000), (text) => text)) size += Buffer.byteLength(piece)
  expect(size).toBeLessThan(gzipSync(lines.join('\n'), { level: 9 }).length * 1.5 + 200_000)
})

test('the viewer in the bundle is the one of viewer/', () => {
  const root = join(import.meta.dirname, '..', '..', '..')
  expect(() =>
    execFileSync(process.execPath, [join(root, 'scripts', 'viewer.ts'), '--check'], { stdio: 'pipe' }),
  ).not.toThrow()
})
