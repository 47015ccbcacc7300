import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import type { RawInputs } from '../../../src/inputs/form.ts'
import { failureOf, parse, workspaceWith } from './given.ts'

const workspace = workspaceWith({ 'bin/claude': '#!/bin/sh' })
const installOf = async (raw: RawInputs) => (await parse(raw, { workspace })).settings.install

test('nothing given leaves all to the release and to npm', async () => {
  expect(await installOf({})).toEqual({ version: undefined, path: undefined, registryUrl: undefined, cache: true })
})

describe('claude-code-version', () => {
  test.each(['2.1.330', 'latest'])('may be %s', async (text) => {
    expect((await installOf({ 'claude-code-version': text })).version).toBe(text)
  })
  test.each(['2.1', 'v2.1.330', '^2.1.0', 'stable', '2.1.330/../x'])('may not be %s', async (text) => {
    const failure = await failureOf({ 'claude-code-version': text })
    expect(failure.message).toBe(`Input claude-code-version: "${text}" must be a version x.y.z, or latest.`)
  })
})

describe('claude-code-path', () => {
  test.each(['bin/claude', join(workspace, 'bin/claude')])('%s is made absolute', async (text) => {
    expect((await installOf({ 'claude-code-path': text })).path).toBe(join(workspace, 'bin/claude'))
  })
  test('is relative to the workspace, whatever working-directory says', async () => {
    const install = await installOf({ 'claude-code-path': 'bin/claude', 'working-directory': 'bin' })
    expect(install.path).toBe(join(workspace, 'bin/claude'))
  })
  test.each(['bin', 'bin/nowhere'])('%s is no file', async (text) => {
    const failure = await failureOf({ 'claude-code-path': text }, { workspace })
    expect(failure.message).toContain(`claude-code-path: "${text}" must be a file that exists`)
  })
})

describe('registry-url', () => {
  test.each([
    ['https://npm.example.com', 'https://npm.example.com'],
    ['https://npm.example.com/', 'https://npm.example.com'],
    ['http://127.0.0.1:4873/mirror//', 'http://127.0.0.1:4873/mirror'],
  ])('%s becomes %s', async (text, url) => {
    expect((await installOf({ 'registry-url': text })).registryUrl).toBe(url)
  })
  test.each([
    ['npm.example.com', 'must be the base address of a registry, http or https'],
    ['ftp://npm.example.com', 'must be the base address of a registry, http or https'],
    ['https://npm.example.com/?token=hunter2', 'must be the base address of a registry, http or https'],
    ['https://user:hunter2@npm.example.com', "must not hold credentials: npm's own configuration (.npmrc) does"],
    ['https://:hunter2@npm.example.com', "must not hold credentials: npm's own configuration (.npmrc) does"],
    ['https://hunter2@npm.example.com', "must not hold credentials: npm's own configuration (.npmrc) does"],
  ])('%s is refused, and not shown', async (text, must) => {
    const failure = await failureOf({ 'registry-url': text })
    expect(failure.message).toBe(`Input registry-url: ${must}.`)
  })
})
