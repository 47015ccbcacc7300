import { expect, test } from '@jest/globals'

import { secretVariables } from '../../../src/transcript/secret-variables.ts'

test('variables named like a secret give their values', () => {
  const env = {
    GITHUB_TOKEN: 'a',
    'INPUT_BEDROCK-API-KEY': 'b',
    my_secret: 'c',
    DB_PASSWORD_2: 'd',
    TOKEN: 'e',
    AWS_BEARER_TOKEN_BEDROCK: 'f',
    MAX_THINKING_TOKENS: '-',
    KEYBOARD: '-',
    AWS_ACCESS_KEY_ID: '-',
    PATH: '-',
    NPM_TOKEN: undefined,
    EMPTY_TOKEN: '',
  }
  expect(secretVariables(env)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})
