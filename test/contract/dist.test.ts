import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from '@jest/globals'
import { parse } from 'yaml'

import { root } from '../support/runner.ts'

const dist = join(root, 'dist')
const filesOf = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))

test('dist is what src builds to: if not, run `npm run build` and commit dist', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'))
  execFileSync(process.execPath, [join(root, 'scripts/build.ts'), folder], { cwd: root, stdio: 'pipe' })
  const [fresh, committed] = [filesOf(folder), filesOf(dist)]
  rmSync(folder, { recursive: true })
  expect(Object.keys(committed).sort()).toEqual(Object.keys(fresh).sort())
  const changed = Object.keys(fresh).filter((name) => fresh[name] !== committed[name])
  expect(changed).toEqual([])
}, 120_000)

test('the entry points that action.yml names are in dist, and start', () => {
  const { runs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { runs: { main: string; post: string } }
  const temp = mkdtempSync(join(tmpdir(), 'start-'))
  const start = (entry: string) =>
    spawnSync(process.execPath, [join(root, entry)], {
      cwd: temp,
      env: { PATH: process.env.PATH, RUNNER_TEMP: temp },
      encoding: 'utf8',
    })
  expect(start(runs.main)).toMatchObject({ status: 1, stderr: '', stdout: expect.stringContaining('region-missing') })
  expect(start(runs.post)).toMatchObject({ status: 0, stderr: '', stdout: '' })
  rmSync(temp, { recursive: true })
})

test('dist and the lock file name no host of a package registry', () => {
  const host = new RegExp(['registry\\.npm', 'js\\.org|registry\\.yarn', 'pkg\\.com|npm\\.pkg\\.github'].join(''))
  for (const [name, text] of Object.entries({ ...filesOf(dist), 'package-lock.json': lockFile() })) {
    expect({ name, host: host.exec(text)?.[0] }).toEqual({ name, host: undefined })
  }
})

const lockFile = () => readFileSync(join(root, 'package-lock.json'), 'utf8')
