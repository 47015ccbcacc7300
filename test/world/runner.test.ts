import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from '@jest/globals'

import { readRunner } from '../../src/world/runner.ts'

const folder = mkdtempSync(join(tmpdir(), 'runner-'))
afterAll(() => rmSync(folder, { recursive: true }))

const repository = (name: string) => ({ repo: { full_name: name } })

test.each([
  ['no pull request', {}, false],
  ['a pull request of this repository', { pull_request: { head: repository('o/r'), base: repository('o/r') } }, false],
  ['a pull request from a fork', { pull_request: { head: repository('x/r'), base: repository('o/r') } }, true],
  ['a fork that was deleted', { pull_request: { head: { repo: null }, base: repository('o/r') } }, true],
])('%s', (_name, payload, fromFork) => {
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify(payload))
  expect(readRunner({ GITHUB_EVENT_PATH: path }).fromFork).toBe(fromFork)
})

test('an id token is on offer only with both of its variables', () => {
  const offers = (env: Record<string, string>) => readRunner(env).offersIdToken
  expect(offers({ ACTIONS_ID_TOKEN_REQUEST_URL: 'u', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' })).toBe(true)
  expect(offers({ ACTIONS_ID_TOKEN_REQUEST_URL: 'u' })).toBe(false)
  expect(offers({})).toBe(false)
})

test('documents are those of the release in use', () => {
  const env = { GITHUB_ACTION_REPOSITORY: 'o/a', GITHUB_ACTION_REF: 'v1' }
  expect(readRunner(env).documents).toBe('https://github.com/o/a/blob/v1/docs')
  expect(readRunner({}).documents).toBe('docs')
})

test.each([
  [
    'another action calls this one',
    '/home/runner/work/_actions/o/a/v2/dist/index.js',
    'https://github.com/o/a/blob/v2/docs',
  ],
  ['its ref has a slash', '/r/_actions/o/a/releases/v2/dist/post.js', 'https://github.com/o/a/blob/releases/v2/docs'],
  ['the runner has Windows', 'D:\\a\\_actions\\o\\a\\v2\\dist\\index.js', 'https://github.com/o/a/blob/v2/docs'],
  ['it is in the checkout', '/home/runner/work/w/w/dist/index.js', 'https://github.com/wrapper/w/blob/main/docs'],
])('documents are those of the action itself when %s', (_when, script, documents) => {
  const env = { GITHUB_ACTION_REPOSITORY: 'wrapper/w', GITHUB_ACTION_REF: 'main' }
  expect(readRunner(env, script).documents).toBe(documents)
})

test('the C library of this machine is found', () => {
  const report = process.report.getReport() as unknown as { header: { glibcVersionRuntime?: string } }
  const isLinux = process.platform === 'linux'
  expect(readRunner({}).musl).toBe(isLinux && report.header.glibcVersionRuntime === undefined)
})
