// The scripts of the release workflow and the forms of .github, run and read as GitHub would.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

import { root } from '../support/runner.ts'
import type { Workflow } from './documents.ts'

const read = (path: string) => parse(readFileSync(join(root, '.github', path), 'utf8')) as object
const { jobs } = read('workflows/release.yml') as Workflow

/** The script of the release's step with this name. */
function scriptOf(name: string): string {
  const steps = Object.values(jobs).flatMap((job) => job.steps)
  const { run } = steps.find((step) => 'name' in step && step.name === name) ?? {}
  if (run === undefined) throw new Error(`release.yml has no step "${name}"`)
  return run
}

const CHANGELOG =
  '# Changelog\n\n## Unreleased\n\n- Later.\n\n## 0.2.0 (2026-12-01)\n\n- New.\n\n## 0.1.0\n\n- First.\n'

/** `version` in package.json, `told` in the changelog. */
interface Files {
  readonly version?: string
  readonly told?: string
  readonly inputs?: string
  readonly tags?: readonly string[]
}

/** A checkout with these tags, and a gh that only notes what it is called with. */
function checkout(files: Files) {
  const { version = '0.2.0', told = version, inputs = '', tags = [] } = files
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text)
  put('package.json', `{\n  "name": "x",\n  "version": "${version}",\n  "private": true\n}\n`)
  put('CHANGELOG.md', CHANGELOG.replace('0.2.0', told))
  put('action.yml', `inputs:\n  prompt:\n${inputs}`)
  put('gh', '#!/bin/sh\necho "$@" >> "$RUNNER_TEMP/calls"\n')
  put('calls', '')
  chmodSync(join(folder, 'gh'), 0o755)
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim()
  git('init', '--quiet')
  git('-c', 'user.name=Octo', '-c', 'user.email=o@example.com', 'commit', '--quiet', '--allow-empty', '--message=x')
  tags.forEach((tag) => git('tag', tag))
  const run = (step: string, tag: string) => {
    const env = {
      PATH: `${folder}:${process.env.PATH ?? ''}`,
      ...{ GITHUB_REF_NAME: tag, GITHUB_REPOSITORY: 'octo-org/octo-repo', RUNNER_TEMP: folder },
    }
    const { status, stdout } = spawnSync('bash', ['-e', '-c', scriptOf(step)], { cwd: folder, env, encoding: 'utf8' })
    return { status, stdout, calls: readFileSync(join(folder, 'calls'), 'utf8') }
  }
  return { run, commit: git('rev-parse', 'HEAD'), read: (name: string) => readFileSync(join(folder, name), 'utf8') }
}

describe('the check before a release', () => {
  test.each<[name: string, files: Files & { tag: string }, status: number]>([
    ['a version as everywhere', { tag: 'v0.2.0' }, 0],
    ['a version that package.json does not have', { version: '0.2.1', told: '0.2.0', tag: 'v0.2.0' }, 1],
    ['a version that the changelog does not have', { told: '0.2.00', tag: 'v0.2.0' }, 1],
    ['version 1 without a check of who starts a run', { version: '1.0.0', tag: 'v1.0.0' }, 1],
    ['version 1 with one', { version: '1.0.0', inputs: '  allow-actors:\n', tag: 'v1.0.0' }, 0],
  ])('%s', (_name, { tag, ...files }, status) => {
    expect(checkout(files).run('The tag says what the files say', tag).status).toBe(status)
  })
})

test('the notes are the part of the changelog, with how to pin and to verify', () => {
  const here = checkout({})
  expect(here.run('Write the notes', 'v0.2.0').status).toBe(0)
  expect(here.read('notes.md')).toBe(`
- New.

Pinned: \`uses: octo-org/octo-repo@${here.commit} # v0.2.0\`

Verify the build: \`gh attestation verify dist/index.js --repo octo-org/octo-repo\`
`)
})

describe('the tag of the major version', () => {
  const move = (tags: readonly string[], tag: string) => {
    const here = checkout({ tags })
    const { status, stdout, calls } = here.run('Move the tag of the major version, unless a higher one has it', tag)
    expect(status).toBe(0)
    return { stdout, calls: calls.replaceAll(here.commit, 'COMMIT') }
  }

  test('is made with the first', () => {
    const { calls } = move(['v1.0.0'], 'v1.0.0')
    expect(calls).toBe('api --method POST repos/octo-org/octo-repo/git/refs -f ref=refs/tags/v1 -f sha=COMMIT\n')
  })

  test('is moved to a higher one, by number', () => {
    const { calls } = move(['v1', 'v1.9.0', 'v1.10.0', 'v2.0.0'], 'v1.10.0')
    expect(calls).toBe('api --method PATCH repos/octo-org/octo-repo/git/refs/tags/v1 -f sha=COMMIT -F force=true\n')
  })

  test('stays where it is when an older one is mended', () => {
    const { stdout, calls } = move(['v1', 'v1.9.1', 'v1.10.0'], 'v1.9.1')
    expect([stdout, calls]).toEqual(['v1 stays at v1.10.0.\n', ''])
  })
})

test('no code of packages runs where the release is written', () => {
  const { check, publish } = jobs
  expect(check?.permissions).toEqual({ contents: 'read' })
  expect(publish?.steps.map(({ run }) => run ?? '').join('\n')).not.toMatch(/\b(npm|npx|node)\b/)
})

describe('the forms for issues', () => {
  interface Field {
    readonly type: string
    readonly id?: string
    readonly attributes: { readonly label?: string; readonly description?: string; readonly options?: unknown[] }
  }

  test.each(['bug', 'idea'])('%s is one that GitHub takes', (name) => {
    const form = read(`ISSUE_TEMPLATE/${name}.yml`) as { name: string; description: string; body: readonly Field[] }
    expect([form.name, form.description].every((text) => text.length > 3)).toBe(true)
    const asked = form.body.filter(({ type }) => type !== 'markdown')
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length)
    for (const { type, attributes } of asked) {
      expect(['input', 'textarea', 'dropdown']).toContain(type)
      expect(attributes.label).toEqual(expect.any(String))
      if (type === 'dropdown') expect(attributes.options?.length).toBeGreaterThan(1)
    }
  })

  test('a bug report asks for result.json and diagnostics.jsonl, and warns of what is private', () => {
    const text = readFileSync(join(root, '.github/ISSUE_TEMPLATE/bug.yml'), 'utf8')
    for (const needed of ['label: result.json', 'label: diagnostics.jsonl', 'Issues are public'])
      expect(text).toContain(needed)
  })
})

test('updates are looked for where there is something to update', () => {
  const { updates } = read('dependabot.yml') as { updates: Record<string, unknown>[] }
  const places = updates.map((each) => [each['package-ecosystem'], each.directories ?? each.directory])
  expect(places).toEqual([
    ['npm', '/'],
    ['github-actions', ['/', '/examples/workflows']],
  ])
})
