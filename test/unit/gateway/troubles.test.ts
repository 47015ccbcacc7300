import { expect, test } from '@jest/globals'

import { explainBedrock } from '../../../src/bedrock/explain.ts'
import { ServiceError } from '../../../src/errors.ts'
import { troubleLine, troubleTeller } from '../../../src/gateway/troubles.ts'
import type { Log } from '../../../src/ports/log.ts'
import { BEDROCK_ERRORS as E, type BedrockError } from '../../emulators/bedrock-errors.ts'

const CALL = { region: 'us-east-1', model: 'us.anthropic.claude-sonnet-4-6', account: undefined, maxOutputTokens: 4096 }

const failureOf = ({ status, type: name, message }: BedrockError) =>
  explainBedrock(
    new ServiceError({ service: 'Amazon Bedrock', operation: 'InvokeModel', name, status, message, requestId: 'id-1' }),
    CALL,
  )

test('a throttled call: AWS’s words, what a call reserves, and which quota that is of', () => {
  const line = troubleLine(failureOf(E.tooManyTokens), CALL)
  expect(line.split('\n')).toHaveLength(1)
  expect(line).toContain('Too many tokens, please wait before trying again.')
  expect(line).toContain('request id id-1')
  expect(line).toContain('max-output-tokens (4096)')
  expect(line).toContain(
    '"Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.6" in us-east-1',
  )
})

test('trouble at AWS is no quota', () => {
  const line = troubleLine(failureOf(E.tooManyConnections), CALL)
  expect(line).toContain('AWS has no room')
  expect(line).not.toContain('quota to raise')
})

test('a hundred troubles are counted, and twenty are told', () => {
  const lines: string[] = []
  const say = (line: string) => void lines.push(line)
  const log: Log = { info: say, debug: say, notice: say, warning: say, error: say, group: (_, task) => task(log) }
  const troubles = troubleTeller(log)
  for (let n = 0; n < 100; n++) troubles.tell(failureOf(E.tooManyTokens), CALL)
  troubles.count()
  expect(troubles.total()).toBe(101)
  expect(lines).toHaveLength(21)
  expect(lines.at(-1)).toContain('no longer told')
})
