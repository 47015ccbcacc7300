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

const linesOf = (path: string) => readFileSync(join(root, path), 'utf8').split('\n').length - 1

test('run.ts is at most 100 lines', () => {
  expect(linesOf('src/run.ts')).toBeLessThanOrEqual(100)
})

/** A file more is an idea more to find: merge two that are read together before one of these bounds is raised. */
test('src has at most 180 files written by hand, with at most 23,500 lines', () => {
  const attributes = readFileSync(join(root, '.gitattributes'), 'utf8')
  const generated = [...attributes.matchAll(/^(\S+) linguist-generated=true$/gm)].map(([, path]) => path)
  const written = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !generated.includes(path))
  expect(written).toContain('src/run.ts')
  expect(written.length).toBeLessThanOrEqual(180)
  expect(written.map(linesOf).reduce((a, b) => a + b)).toBeLessThanOrEqual(23_500)
})
