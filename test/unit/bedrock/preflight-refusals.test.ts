import { describe, expect, test } from '@jest/globals'

import { fixText } from '../../../src/errors.ts'
import { BEDROCK_ERRORS } from '../../emulators/bedrock-errors.ts'
import { check, MODEL, refusal } from './preflight-fakes.ts'

const NO_MODEL = { model: undefined, smallFastModel: undefined }
const OWN = 'us.anthropic.claude-opus-5-5'
const UNNAMED = "Model (not named; Claude Code's own)"

describe('without a model', () => {
  test('Claude Code’s own is named', async () => {
    const { lines, states } = await check({ bedrock: NO_MODEL })
    expect(states).toEqual(['Identity ok', 'Region ok', `${UNNAMED} ok`])
    expect(lines[1]).toBe(`✅ ${UNNAMED}: ${OWN}, answers in us-east-1`)
  })

  test('its refusal says first that no model was given', async () => {
    const { failure, states } = await check({
      bedrock: NO_MODEL,
      models: { [OWN]: refusal(BEDROCK_ERRORS.modelNoAccess) },
    })
    expect(states[2]).toBe(`${UNNAMED} failed`)
    expect(failure?.code).toBe('model-access-denied')
    expect(failure?.message).toContain(OWN)
    expect(fixText(failure?.fix ?? [])).toMatch(/^No `model` was given/)
  })

  test('a version of which nothing is recorded keeps it to itself', async () => {
    const { asked, states, failure } = await check({ bedrock: NO_MODEL, isCertain: false })
    expect(asked).toEqual(['list us-east-1'])
    expect([states[2], failure]).toEqual([`${UNNAMED} note`, undefined])
  })
})

describe('a refusal that nobody knows', () => {
  const words = (message: string) => refusal({ status: 400, type: 'ValidationException', message })

  test('ends the run when it comes twice, with AWS’s words', async () => {
    const { asked, failure } = await check({ models: { [MODEL]: words('The moon is in the wrong house.') } })
    expect(asked.filter((what) => what.startsWith(MODEL))).toHaveLength(2)
    expect(failure).toMatchObject({ code: 'request-rejected', message: expect.stringContaining('the wrong house') })
  })

  test('is a note when the second one differs', async () => {
    const answers = [words('The moon is in house 1.'), words('The moon is in house 2.')]
    const { states, failure } = await check({ models: { [MODEL]: () => answers.shift() } })
    expect(states).toContain('Model note')
    expect(failure).toBeUndefined()
  })

  test('is nothing when the second call goes well', async () => {
    const answers = [words('The moon is in the wrong house.')]
    const { states } = await check({ models: { [MODEL]: () => answers.shift() } })
    expect(states).toContain('Model ok')
  })
})
