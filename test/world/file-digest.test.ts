import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from '@jest/globals'

import { sha256Of } from '../../src/world/file-digest.ts'

const home = mkdtempSync(join(tmpdir(), 'file-digest-'))
afterAll(() => rmSync(home, { recursive: true }))

const BLOCK = 1 << 20

test.each([0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 4 * BLOCK + 7])('a file of %d bytes', async (size) => {
  const content = randomBytes(size)
  const path = join(home, String(size))
  writeFileSync(path, content)

  expect(await sha256Of(path)).toBe(createHash('sha256').update(content).digest('hex'))
})

test('a file that is not there', async () => {
  await expect(sha256Of(join(home, 'nothing'))).rejects.toMatchObject({ code: 'ENOENT' })
})
