import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '@jest/globals'

import { root } from '../support/runner.ts'

const page = readFileSync(join(root, 'docs', 'ARCHITECTURE.md'), 'utf8')

/** Files with a folder, as `gateway/route.ts`, are below src; others are at the top or in src. */
const named = [...page.matchAll(/(?<![\w/.-])((?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:ts|js|md|yml))\b/g)].map(
  ([, path = '']) => path,
)

test.each([...new Set(named)])('%s, which ARCHITECTURE names, exists', (path) => {
  expect([path, join('src', path), join('docs', path)].some((place) => existsSync(join(root, place)))).toBe(true)
})

test('every folder of src is on the map', () => {
  const folders = readdirSync(join(root, 'src')).filter((name) => statSync(join(root, 'src', name)).isDirectory())
  expect(folders.filter((name) => !page.includes(`  ${name}/ `))).toEqual([])
})

test('run.ts is at most 100 lines', () => {
  expect(readFileSync(join(root, 'src', 'run.ts'), 'utf8').split('\n').length - 1).toBeLessThanOrEqual(100)
})
