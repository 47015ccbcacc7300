import { spawnSync } from 'node:child_process'

import { expect, test } from '@jest/globals'

const reporter = new URL('../support/closing-line.mjs', import.meta.url).href

interface Case {
  readonly titles: readonly string[]
  readonly ci?: boolean
  readonly byName?: boolean
}

/** The end of a run with one test that passed and these that were skipped; `fails` is whether the reporter fails it. */
function endOf({ titles, ci = false, byName = false }: Case): { text: string; fails: boolean } {
  const results = {
    ...{ numPassedTests: 1, numFailedTests: 0, numPendingTests: titles.length, numTodoTests: 0 },
    testResults: [
      {
        testResults: [
          { fullName: 'holds', status: 'passed' },
          ...titles.map((fullName) => ({ fullName, status: 'pending' })),
        ],
      },
    ],
  }
  const script = `
    const { default: ClosingLine } = await import(${JSON.stringify(reporter)})
    const closing = new ClosingLine(${JSON.stringify({ testNamePattern: byName ? 'holds' : '' })})
    closing.onRunComplete(new Set(), ${JSON.stringify(results)})
    if (closing.getLastError() !== undefined) console.error('fails')`
  const env = { PATH: process.env.PATH, ...(ci && { CI: 'true' }) }
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env,
    encoding: 'utf8',
  })
  return { text: stdout, fails: stderr === 'fails\n' }
}

const SKIPPED = [
  'a [needs jq]',
  'the page [needs chromium] is read',
  'the page [needs chromium] folds',
  'b [only on Linux]',
]

test('a run of everything ends with its counts alone', () => {
  expect(endOf({ titles: [], ci: true })).toEqual({ text: '\n1 passed, 0 failed\n', fails: false })
})

test('a person reads once what was not tested, and the command that brings it', () => {
  expect(endOf({ titles: SKIPPED })).toEqual({
    text: `
Not tested, because something is not installed here:
  1 test: jq
  2 tests: chromium
To install it: bash .ci/run install

Not tested, because this machine cannot. These run only
  1 test: on Linux

1 passed, 0 failed, 4 skipped
`,
    fails: false,
  })
})

test('in CI a test that was skipped for want of a program has failed', () => {
  const { text, fails } = endOf({ titles: SKIPPED, ci: true })
  expect([text.split('\n').at(-2), fails]).toEqual(['1 passed, 3 failed, 1 skipped', true])
})

test('in CI a test that names no reason to be skipped has failed', () => {
  const { text, fails } = endOf({ titles: ['later'], ci: true })
  expect(text).toBe('\nSkipped for no reason that the test names:\n  1 test: later\n\n1 passed, 1 failed\n')
  expect(fails).toBe(true)
})

test('what this machine cannot do fails nothing', () => {
  expect(endOf({ titles: ['b [only on Linux]'], ci: true }).fails).toBe(false)
})

test('a run of some tests by their names says nothing of the others', () => {
  expect(endOf({ titles: SKIPPED, ci: true, byName: true })).toEqual({
    text: '\n1 passed, 0 failed, 4 skipped\n',
    fails: false,
  })
})
