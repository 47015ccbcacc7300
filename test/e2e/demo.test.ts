// `npm run demo`, as README.md tells a newcomer to run it.
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { expect, test } from '@jest/globals'

import { root } from '../support/runner.ts'

test('the demo repairs the repository, and leads to what the run left', async () => {
  const run = promisify(execFile)(process.execPath, ['scripts/demo.ts'], { cwd: root, encoding: 'utf8' })
  const { stdout } = await run
  expect(stdout).toContain('The step ended with "success" and changed ["price.js"].')
  const paths = [...stdout.matchAll(/^ {2}(?:the .*?|as an artifact) {2,}(\.demo\/\S+)/gm)].map(([, path]) => path!)
  expect(paths).toHaveLength(5)
  for (const path of paths) expect([path, existsSync(join(root, path))]).toEqual([path, true])
  expect(readFileSync(join(root, '.demo/summary.md'), 'utf8')).toContain('✅')
}, 60_000)
