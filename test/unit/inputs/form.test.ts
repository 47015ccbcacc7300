import { describe, expect, test } from '@jest/globals'

import { readInputs, secretInputs } from '../../../src/inputs/form.ts'

describe('readInputs', () => {
  test('reads the variables of the runner, whose names keep their hyphens', () => {
    expect(readInputs({ 'INPUT_AWS-REGION': 'eu-west-1', INPUT_MODEL: 'opus' })).toMatchObject({
      'aws-region': 'eu-west-1',
      model: 'opus',
    })
  })

  test('takes white space off, but leaves the texts for the model as they are', () => {
    const raw = readInputs({
      'INPUT_MAX-TURNS': ' 5\n',
      INPUT_PROMPT: '  Indented\n\n',
      'INPUT_APPEND-SYSTEM-PROMPT': '\tTabbed\n',
    })
    expect(raw).toMatchObject({ 'max-turns': '5', prompt: '  Indented\n\n', 'append-system-prompt': '\tTabbed\n' })
  })

  test('takes a prompt of nothing but white space as not given', () => {
    expect(readInputs({ INPUT_PROMPT: ' \n ' }).prompt).toBe('')
  })

  test('leaves out what action.yml does not declare', () => {
    expect(readInputs({ INPUT_UNKNOWN: 'x' })).not.toHaveProperty('unknown')
  })
})

describe('secretInputs', () => {
  test('names the key and nothing else', () => {
    expect(secretInputs({ 'bedrock-api-key': 'bedrock-key', model: 'opus' })).toEqual(['bedrock-key'])
  })

  test('is empty without a key', () => {
    expect(secretInputs(readInputs({}))).toEqual([])
  })
})
