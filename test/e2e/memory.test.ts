// Memory does not grow with the transcript: reading, recording, the page and the upload.
import { statSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from '@jest/globals'

import { only } from '../support/needs.ts'
import { weighed } from '../support/peak-memory.ts'
import { artifactFiles, scenario } from '../support/scenario.ts'

const { test: onLinux } = only('on Linux', process.platform === 'linux')

onLinux(
  'a transcript of 200 MB takes less than 200 MB of memory, page and upload included',
  async () => {
    await using here = await scenario()
    const { result, peak } = await weighed(here, 200, 90_000)
    expect(result.outputs).toMatchObject({ conclusion: 'success', result: 'Done.' })
    const size = statSync(join(result.outputs['transcript-path']!, 'transcript.jsonl')).size
    expect(size).toBeGreaterThan(199_000_000)
    expect(artifactFiles(here, result)?.['transcript.jsonl']?.length).toBeGreaterThan(190_000_000)
    expect(peak).toBeGreaterThan(50)
    expect(peak).toBeLessThan(200)
  },
  120_000,
)
