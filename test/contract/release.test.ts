// The scripts of the release workflow and the forms of .github, run and read as GitHub would.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

import { NAMED_IN } from '../../scripts/releases.ts'
import { RELEASE } from '../../src/claude/release.ts'
import { needing } from '../support/needs.ts'
import { root } from '../support/runner.ts'
import type { Workflow } from './documents.ts'

const read = (path: string) => parse(readFileSync(join(root, '.github', path), 'utf8')) as object
const { jobs } = read('workflows/release.yml') as Workflow
const published = read('workflows/release-published.yml') as Workflow

/** The script of the step with this name, of either workflow of a release. */
function scriptOf(name: string): string {
  const steps = [...Object.values(jobs), ...Object.values(published.jobs)].flatMap((job) => job.steps)
  const { run } = steps.find((step) => 'name' in step && step.name === name) ?? {}
  if (run === undefined) throw new Error(`no workflow of a release has a step "${name}"`)
  return run
}

const CHANGELOG =
  '# Changelog\n\n## Unreleased\n\n- Later.\n\n## 0.2.0 (2026-12-01)\n\n- New.\n\n## 0.1.0\n\n- First.\n'

/** `version` in package.json, `changelog` in the changelog. */
interface Files {
  readonly version?: string
  readonly changelog?: string
  readonly inputs?: string
  readonly tags?: readonly string[]
  /** Tags of the releases that are published. */
  readonly released?: readonly string[]
}

/** A checkout with these tags, and a gh that lists releases and only notes what else it is called with. */
function checkout(files: Files) {
  const { version = '0.2.0', changelog = version, inputs = '', tags = [], released = [] } = files
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text)
  put('package.json', `{\n  "name": "x",\n  "version": "${version}",\n  "private": true\n}\n`)
  put('CHANGELOG.md', CHANGELOG.replace('0.2.0', changelog))
  put('action.yml', `inputs:\n  prompt:\n${inputs}`)
  put('released', released.map((tag) => `${tag}\n`).join(''))
  put(
    'gh',
    `#!/bin/sh
case "$1 $2" in
"release list") cat "$RUNNER_TEMP/released" ;;
*) echo "$@" >> "$RUNNER_TEMP/calls" ;;
esac
`,
  )
  put('calls', '')
  chmodSync(join(folder, 'gh'), 0o755)
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim()
  git('init', '--quiet')
  git('-c', 'user.name=Octo', '-c', 'user.email=o@example.com', 'commit', '--quiet', '--allow-empty', '--message=x')
  tags.forEach((tag) => git('tag', tag))
  const run = (step: string, tag: string) => {
    const env = {
      PATH: `${folder}:${process.env.PATH ?? ''}`,
      ...{ GITHUB_REF_NAME: tag, TAG: tag, GITHUB_REPOSITORY: 'octo-org/octo-repo', RUNNER_TEMP: folder },
    }
    const { status, stdout } = spawnSync('bash', ['-e', '-c', scriptOf(step)], { cwd: folder, env, encoding: 'utf8' })
    return { status, stdout, calls: readFileSync(join(folder, 'calls'), 'utf8') }
  }
  return { run, commit: git('rev-parse', 'HEAD'), read: (name: string) => readFileSync(join(folder, name), 'utf8') }
}

describe('the check before a release', () => {
  test.each<[name: string, files: Files & { tag: string }, status: number]>([
    ['a version as everywhere', { tag: 'v0.2.0' }, 0],
    ['a version that package.json does not have', { version: '0.2.1', changelog: '0.2.0', tag: 'v0.2.0' }, 1],
    ['a version that the changelog does not have', { changelog: '0.2.00', tag: 'v0.2.0' }, 1],
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

Verify the build: \`gh attestation verify dist/index.js --repo octo-org/octo-repo\`, and what it is made of with
\`--predicate-type https://cyclonedx.org/bom\`
`)
})

test('the release is a draft, with the list of what it is made of', () => {
  const { status, calls } = checkout({}).run('Make the draft', 'v0.2.0')
  expect(status).toBe(0)
  expect(calls).toMatch(/^release create v0\.2\.0 \S+\/sbom\.cdx\.json --draft --verify-tag /)
  expect(calls).toMatch(/ --notes-file \S+\/notes\.md\n$/)
})

needing('jq').test('what dist is made of are the dependencies of the lock file, and none that only tests have', () => {
  const temp = mkdtempSync(join(tmpdir(), 'sbom-'))
  const env = { ...process.env, RUNNER_TEMP: temp }
  execFileSync('bash', ['-e', '-c', scriptOf('List what dist is made of')], { cwd: root, env, stdio: 'pipe' })
  const sbom = JSON.parse(readFileSync(join(temp, 'sbom.cdx.json'), 'utf8')) as {
    readonly bomFormat: string
    readonly components: readonly { readonly purl: string }[]
    readonly dependencies: readonly { readonly ref: string }[]
  }
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { name?: string; version: string; dev?: true; optional?: true }>>
  }
  const needed = Object.entries(packages).flatMap(([path, { name, version, dev, optional }]) =>
    path === '' || dev || optional ? [] : [`pkg:npm/${name ?? path.split('node_modules/').at(-1)}@${version}`],
  )
  const listed = sbom.components.map(({ purl }) => decodeURIComponent(purl).split('?')[0])
  expect(sbom.bomFormat).toBe('CycloneDX')
  expect(new Set(listed)).toEqual(new Set(needed))
  expect(sbom.dependencies).toHaveLength(sbom.components.length + 1)
})

describe('when a release is published, the tag of its major version', () => {
  const move = (files: Pick<Files, 'tags' | 'released'>, tag: string) => {
    const here = checkout(files)
    const { status, stdout, calls } = here.run('Move the tag, unless a higher version has it', tag)
    expect(status).toBe(0)
    return { stdout, calls: calls.replaceAll(here.commit, 'COMMIT') }
  }

  test('is made with the first', () => {
    const { calls } = move({ tags: ['v0.2.0'], released: ['v0.2.0'] }, 'v0.2.0')
    expect(calls).toBe('api --method POST repos/octo-org/octo-repo/git/refs -f ref=refs/tags/v0 -f sha=COMMIT\n')
  })

  test('is moved to a higher one, by number', () => {
    const { calls } = move({ tags: ['v1'], released: ['v2.0.0', 'v1.9.0', 'v1.10.0'] }, 'v1.10.0')
    expect(calls).toBe('api --method PATCH repos/octo-org/octo-repo/git/refs/tags/v1 -f sha=COMMIT -F force=true\n')
  })

  test('waits for no tag whose release is not published', () => {
    const { calls } = move({ tags: ['v1', 'v1.11.0'], released: ['v1.10.0'] }, 'v1.10.0')
    expect(calls).toContain('-f sha=COMMIT')
  })

  test('stays where it is when an older one is repaired', () => {
    const { stdout, calls } = move({ tags: ['v1'], released: ['v1.9.1', 'v1.10.0'] }, 'v1.9.1')
    expect([stdout, calls]).toEqual(['v1 stays at v1.10.0.\n', ''])
  })

  test('stays where it is when the release is of something else', () => {
    expect(move({ released: ['sandbox-1', 'v1.0.0-rc.1'] }, 'v1.0.0-rc.1').calls).toBe('')
  })
})

test('no code of packages runs where the release is written', () => {
  const { check, draft } = jobs
  expect(check?.permissions).toEqual({ contents: 'read' })
  const scripts = [draft, ...Object.values(published.jobs)].flatMap(
    (job) => job?.steps.map(({ run }) => run ?? '') ?? [],
  )
  expect(scripts.length).toBeGreaterThan(5)
  const others = scripts.map((script) => script.replace('npm sbom --package-lock-only ', ''))
  expect(others.join('\n')).not.toMatch(/\b(npm|npx|node)\b/)
})

test('a version is recorded together with the documents that name it', () => {
  for (const document of NAMED_IN) {
    expect([document, readFileSync(join(root, document), 'utf8')]).toEqual([
      document,
      expect.stringContaining(RELEASE.version),
    ])
  }
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
    ['pip', '/.ci'],
  ])
})
