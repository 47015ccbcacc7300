// What is recorded of the Claude Code of this release, held to the real one.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { priceOf } from '../../src/claude/prices.ts'
import { KNOWN_TOOLS } from '../../src/claude/release-facts.ts'
import { askedClaude } from '../support/asked-claude.ts'
import {
  askCost,
  askNames,
  askSettingsSchema,
  namesModule,
  PRICED_PROFILES,
  settingsSchemaModule,
} from '../support/release-facts.ts'
import { root } from '../support/runner.ts'

let claude: Awaited<ReturnType<typeof askedClaude>>
beforeAll(async () => {
  claude = await askedClaude()
}, 300_000)
afterAll(() => claude.close())

describe('the known tools', () => {
  test('are known to its own check of rules that deny; another name is not', async () => {
    const rules = [...KNOWN_TOOLS, 'Teleport', 'bash(touch:*)']
    const { file } = await claude.ask({
      args: ['--debug-file=$DIR/debug.log', ...rules.map((rule) => `--disallowedTools=${rule}`)],
    })
    const unknown = [...(file('debug.log') ?? '').matchAll(/deny rule "([^"]+)" matches no known tool/g)]
    expect(unknown.map(([, rule]) => rule)).toEqual(['Teleport', 'bash(touch:*)'])
  })
})

test('tools and levels of effort are those that it knows', async () => {
  const recorded = readFileSync(join(root, 'src/claude/release-facts.ts'), 'utf8')
  expect(KNOWN_TOOLS.length).toBeGreaterThan(40)
  expect(recorded).toBe(namesModule(await askNames(KNOWN_TOOLS)))
})

test('the schema of its settings is the one that it shows', async () => {
  const recorded = readFileSync(join(root, 'src/claude/settings-schema.ts'), 'utf8')
  expect(recorded).toBe(settingsSchemaModule(await askSettingsSchema()))
})

describe('the price of a call', () => {
  test.each(PRICED_PROFILES)('of %s is what it says that it cost', async (profile) => {
    const usage = {
      ...{ input_tokens: 1_234, output_tokens: 567, cache_read_input_tokens: 45_678 },
      cache_creation_input_tokens: 2_345,
    }
    const price = priceOf(profile, { input: 1_234, output: 567, cacheRead: 45_678, cacheWrite: 2_345 })
    expect(price).toBeGreaterThan(0)
    expect(price).toBeCloseTo(await askCost(claude, profile, usage), 8)
  })
})
