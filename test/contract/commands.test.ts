// What documents tell a reader to run, open or follow is there: commands, files, links, the version that was tested.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { RELEASE } from '../../src/claude/release.ts'
import { root } from '../support/runner.ts'
import { documents } from './documents.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const all = [...documents, 'CONTRIBUTING.md', 'AGENTS.md', 'CHANGELOG.md', 'examples/iam/README.md']
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

test('CONTRIBUTING.md has a line for each script of package.json', () => {
  const rows = [...read('CONTRIBUTING.md').matchAll(/^\| `npm (?:run )?([\w:]+)` +\|/gm)].map(([, name]) => name)
  expect(rows.sort()).toEqual(Object.keys(scripts).sort())
})

test('each script in scripts/ that a person starts is in a document', () => {
  const texts = all.map(read).join('\n') + Object.values(scripts).join('\n')
  const started = readdirSync(join(root, 'scripts')).filter((name) =>
    /^\/\/ (?:.*: )?`npx node scripts\//m.test(read(`scripts/${name}`).split('\n\n')[0] ?? ''),
  )
  expect(started.length).toBeGreaterThan(2)
  for (const name of started) if (!name.startsWith('bench-')) expect(texts).toContain(`scripts/${name}`)
})

describe.each(all)('%s', (path) => {
  const text = read(path)
  const code = [...text.matchAll(/```\w*\n(.*?)```|`([^`\n]+)`/gs)].map(([, block, span]) => block ?? span ?? '')

  test('names scripts of package.json that are there', () => {
    const named = code.flatMap((each) =>
      [...each.matchAll(/\bnpm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name),
    )
    expect(named.filter((name) => !(name! in scripts))).toEqual([])
  })

  test('names programs and tests that are there', () => {
    const named = code.flatMap((each) =>
      [...each.matchAll(/\b(?:node|npm test --|bash) ((?:scripts|test|\.ci)\/[\w./-]*)/g)].map(([, file]) => file!),
    )
    // `npm test` takes the beginning of a path.
    const isThere = (file: string) =>
      existsSync(join(root, file)) ||
      (existsSync(join(root, dirname(file))) &&
        readdirSync(join(root, dirname(file))).some((name) => join(dirname(file), name).startsWith(file)))
    expect(named.filter((file) => !isThere(file))).toEqual([])
  })

  test('names files of the repository that are there', () => {
    const named = code.flatMap((each) =>
      /^(?:src|test|scripts|docs|examples|viewer)\/[\w./-]*$/.test(each) ? [each] : [],
    )
    const here = (file: string) => existsSync(join(root, file)) || existsSync(join(root, dirname(path), file))
    expect(named.filter((file) => !here(file))).toEqual([])
  })

  test('links to files and headings that are there', () => {
    const prose = text.replaceAll(/```.*?```/gs, '')
    const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g), ...prose.matchAll(/(?:src|srcset|href)="([^"]+)"/g)]
    for (const [, target = ''] of targets) {
      if (/^https?:/.test(target)) continue
      const [file = '', anchor] = target.split('#')
      const there = file === '' ? path : join(dirname(path), file)
      expect([target, existsSync(join(root, there))]).toEqual([target, true])
      if (anchor !== undefined) expect([target, anchorsOf(there).includes(anchor)]).toEqual([target, true])
    }
  })
})

test.each(['README.md', 'README.ja.md'])('%s names the Claude Code that this release is tested with', (path) => {
  const named = [...read(path).matchAll(/Claude[_ ]Code[_ ](\d+\.\d+\.\d+)/g)].map(([, version]) => version)
  expect(named).toEqual([RELEASE.version, RELEASE.version])
})

test('README.md is short, and has every example and every document in it', () => {
  const text = read('README.md')
  expect(text.split('\n').length).toBeLessThanOrEqual(300)
  const files = (folder: string) => readdirSync(join(root, folder)).filter((name) => /\.(?:md|yml)$/.test(name))
  for (const folder of ['docs', 'examples/workflows'])
    for (const name of files(folder)) expect(text).toContain(`](${folder}/${name}`)
})

/** The anchors that GitHub gives to headings. */
function anchorsOf(path: string): string[] {
  return [...read(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
