import { expect, test } from '@jest/globals'

import { blocksOf, yaml } from '../../../src/errors.ts'
import { failureOf, parse } from './given.ts'

test('everything that is wrong is said at once, each with the line to write', async () => {
  const failure = await failureOf(
    { 'aws-region': '', 'max-turns': 'ten', 'retention-days': '0', prompt: 'hunter2', 'prompt-file': 'p.md' },
    { env: { CLAUDE_CODE_MAX_OUTPUT_TOKENS: 'many', MAX_THINKING_TOKENS: 'few' } },
  )
  expect(failure.code).toBe('input-invalid')
  expect(failure.message).toBe(
    [
      '6 problems with the inputs:',
      '- aws-region: must be given, since neither AWS_REGION nor AWS_DEFAULT_REGION is set.',
      '- prompt: must not be given together with prompt-file.',
      '- max-output-tokens (from the environment variable CLAUDE_CODE_MAX_OUTPUT_TOKENS): "many" must be auto, or a whole number, 1 to 1000000.',
      '- max-thinking-tokens (from the environment variable MAX_THINKING_TOKENS): "few" must be a whole number, 0 or more.',
      '- max-turns: "ten" must be a whole number, 1 or more.',
      '- retention-days: "0" must be a whole number, 1 to 400.',
    ].join('\n'),
  )
  const lines = [
    'with:',
    '  aws-region: us-east-1',
    '  max-output-tokens: 16384',
    '  max-thinking-tokens: 1024',
    '  max-turns: 20',
    '  retention-days: 7',
  ]
  expect(failure.fix).toEqual(
    blocksOf(['Write in this step, for example:', yaml(lines.join('\n')), 'Remove `prompt` or `prompt-file`.']),
  )
})

test('a region that is missing does not make others look wrong', async () => {
  const failure = await failureOf({
    'aws-region': '',
    'role-to-assume': 'arn:aws-cn:iam::111122223333:role/a',
    model: 'arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/a',
  })
  expect(failure.code).toBe('region-missing')
})

test('what is quoted stays on one line and is cut short', async () => {
  const failure = await failureOf({ 'max-turns': `1\n::error::x${'y'.repeat(200)}` })
  expect(failure.message).not.toContain('\n')
  expect(failure.message).toContain(String.raw`"1\n::error::xyyy`)
  expect(failure.message.length).toBeLessThan(250)
})

test.each([
  ['', 'on'],
  ['true', 'on'],
  ['TRUE', 'on'],
  ['false', 'off'],
  ['only', 'only'],
])('preflight: %p is %s', async (preflight, expected) => {
  expect((await parse({ preflight })).settings.preflight).toBe(expected)
})

test.each(['yes', 'Only', '1'])('preflight: %p is refused', async (preflight) => {
  const { message } = await failureOf({ preflight })
  expect(message).toBe(`Input preflight: "${preflight}" must be true, false or only.`)
})
