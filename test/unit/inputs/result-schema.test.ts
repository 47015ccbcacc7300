import { describe, expect, test } from '@jest/globals'

import { failureOf, fixOf, parse } from './given.ts'

const schemaOf = async (schema: object) =>
  (await parse({ 'json-schema': JSON.stringify(schema) })).settings.agent.jsonSchema

const OBJECT = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }

test.each([
  ['an object', OBJECT],
  ['an object of draft 7', { $schema: 'http://json-schema.org/draft-07/schema#', ...OBJECT }],
  ['references inside', { type: 'object', properties: { a: { $ref: '#/definitions/x' } }, definitions: { x: {} } }],
  ['formats that nobody knows', { type: 'object', properties: { a: { type: 'string', format: 'colour' } } }],
  ['an object or nothing', { type: ['object', 'null'] }],
  ['alternatives', { anyOf: [{ type: 'object' }] }],
])('%s is a schema', async (_name, schema) => {
  expect(JSON.parse((await schemaOf(schema)) ?? '')).toEqual(schema)
})

describe('what Claude Code would end with is refused before', () => {
  test.each([
    [
      'a misspelt type',
      { type: 'objct' },
      'must be a JSON schema: data/type must be equal to one of the allowed values',
    ],
    ['required as a text', { type: 'object', required: 'a' }, 'data/required must be array'],
    ['properties as a list', { type: 'object', properties: [] }, 'data/properties must be object'],
    ['a broken expression', { type: 'object', properties: { a: { pattern: '(' } } }, 'Invalid regular expression'],
    ['a reference to nowhere', { type: 'object', properties: { a: { $ref: '#/x' } } }, "can't resolve reference #/x"],
    ['an unknown keyword', { ...OBJECT, foo: 1 }, 'unknown keyword: "foo"'],
    ['a misspelt type inside', { type: 'object', properties: { a: { type: 'strng' } } }, 'data/properties/a/type must'],
    [
      'another draft',
      { $schema: 'https://json-schema.org/draft/2020-12/schema', ...OBJECT },
      'must be a JSON schema of draft 7',
    ],
  ])('%s', async (_name, schema, problem) => {
    const failure = await failureOf({ 'json-schema': JSON.stringify(schema) })
    expect(failure.code).toBe('input-invalid')
    expect(failure.message).toContain(problem)
  })
  test('another draft with the way out', async () => {
    const failure = await failureOf({ 'json-schema': '{"$schema": "http://json-schema.org/draft-04/schema#"}' })
    expect(fixOf(failure)).toBe('Remove `$schema` from the schema.')
  })
})

test.each([{ type: 'array', items: {} }, { type: 'string' }, { type: ['string', 'null'] }])(
  '%j never fits a result, which is an object',
  async (schema) => {
    expect((await failureOf({ 'json-schema': JSON.stringify(schema) })).message).toContain('must describe an object')
  },
)

test('a schema that fits into no command line is refused', async () => {
  const schema = (length: number) => ({ type: 'object', description: 'ü'.repeat(length / 2) })
  await expect(schemaOf(schema(120_000))).resolves.toBeDefined()
  const { message } = await failureOf({ 'json-schema': JSON.stringify(schema(131_072)) })
  expect(message).toContain('must be shorter')
})
