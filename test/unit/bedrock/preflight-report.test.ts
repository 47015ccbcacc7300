import { describe, expect, test } from '@jest/globals'

import { fixMarkdown } from '../../../src/error-rules.ts'
import { preflightTable } from '../../../src/bedrock/preflight-report.ts'
import { BEDROCK_ERRORS } from '../../emulators/bedrock-errors.ts'
import { check, MODEL, refusal, SMALL } from './preflight-fakes.ts'

describe('the table', () => {
  test('has every check, and what to do about each that failed', async () => {
    const { checks } = await check({
      lists: { 'us-east-1': refusal(BEDROCK_ERRORS.iamDenied) },
      models: { [MODEL]: refusal(BEDROCK_ERRORS.modelNoAccess), [SMALL]: refusal(BEDROCK_ERRORS.modelEndOfLife) },
    })
    const table = preflightTable(checks)
    for (const row of ['| ✅ Identity |', '| ℹ️ Region |', '| ❌ Model |', '| ❌ Small model |'])
      expect(table).toContain(row)
    expect(table).toContain('<br>model-access-denied: The account has no access')
    expect(table.match(/^\*\*(Small model|Model) .*:\*\* /gm)).toHaveLength(2)
    for (const { fix = [] } of checks) for (const block of fixMarkdown(fix)) expect(table).toContain(block)
  })

  test('leaves out what to do about the failure of the run, which the summary has', async () => {
    const { checks, failure } = await check({ models: { [MODEL]: refusal(BEDROCK_ERRORS.modelNoAccess) } })
    const table = preflightTable(checks, failure)
    expect(table).toContain('| ❌ Model |')
    expect(table).not.toContain('get-foundation-model-availability')
  })

  test('of an API key names no identity', async () => {
    const { checks } = await check({ session: { kind: 'bearer', key: 'hunter2' } })
    expect(preflightTable(checks)).toContain('| ✅ Identity | a Bedrock API key, which only a call can prove |')
    expect(preflightTable(checks)).not.toContain('hunter2')
  })

  test('stays a table whatever a service says', async () => {
    const error = refusal({ status: 403, type: 'AccessDeniedException', message: 'a | b `c`\n| <img src=x> |' })
    const { checks } = await check({ models: { [MODEL]: error } })
    const rows = preflightTable(checks)
      .split('\n')
      .filter((line) => line.startsWith('|'))
    expect(rows).toHaveLength(2 + checks.length)
    for (const row of rows.slice(2)) expect(row.replaceAll(/`+[^`].*?`+|\\\|/g, '').split('|')).toHaveLength(4)
  })
})
