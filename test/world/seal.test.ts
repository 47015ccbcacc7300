import { expect, test } from '@jest/globals'

import { createSeal } from '../../src/world/runner.ts'

const seal = createSeal({ ACTIONS_RUNTIME_TOKEN: 'token of the job' })
const sealed = seal.seal('{"text":"two\nlines"}', 'run') ?? ''

test('what this job sealed is opened, in another process too', () => {
  expect(createSeal({ ACTIONS_RUNTIME_TOKEN: 'token of the job' }).open(sealed, 'run')).toBe('{"text":"two\nlines"}')
  expect(sealed).not.toContain('token of the job')
})

test.each<[string, () => string | undefined]>([
  ['another text', () => seal.open(sealed.replace('two', 'ten'), 'run')],
  [
    'another code',
    () =>
      seal.open(
        sealed.replace(/^./, (digit) => (digit === 'a' ? 'b' : 'a')),
        'run',
      ),
  ],
  ['no code', () => seal.open('{"text":"forged"}', 'run')],
  ['another purpose', () => seal.open(sealed, 'another run')],
  ['another job', () => createSeal({ ACTIONS_RUNTIME_TOKEN: 'another' }).open(sealed, 'run')],
  ['a job without a token', () => createSeal({}).open(sealed, 'run')],
])('%s is not', (_, open) => {
  expect(open()).toBeUndefined()
})

test('without a token nothing is sealed: anybody could make the code', () => {
  expect(createSeal({}).seal('text', 'run')).toBeUndefined()
  expect(createSeal({ ACTIONS_RUNTIME_TOKEN: '' }).seal('text', 'run')).toBeUndefined()
})
