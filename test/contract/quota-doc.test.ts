// The figures of docs/QUOTA.md are those of the simulation, which plays the action's own code.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '@jest/globals'

import { simulate, type QuotaCase, type QuotaResult } from '../support/quota-simulation.ts'
import { root } from '../support/runner.ts'

const text = readFileSync(join(root, 'docs/QUOTA.md'), 'utf8')
const rows = [...text.matchAll(/^\| ([\d,]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$/gm)].map((row) =>
  row.slice(1).map((cell) => Number(cell.replaceAll(',', ''))),
)

const SEEDS = 20
async function results(given: Omit<QuotaCase, 'seed'>, tokensPerMinute?: number): Promise<readonly QuotaResult[]> {
  const seeds = Array.from({ length: SEEDS }, (_, seed) => seed)
  return Promise.all(seeds.map((seed) => simulate({ ...given, seed }, tokensPerMinute)))
}
const mean = (all: readonly QuotaResult[], of: (result: QuotaResult) => number) =>
  all.reduce((sum, result) => sum + of(result), 0) / all.length
const rounded = (value: number) => Math.round(value * 10) / 10
const minutes = ({ makespanMs }: QuotaResult) => makespanMs / 60_000

const TWENTY = { agents: 20, turns: 8, load: 3, shape: 'bucket' } as const

test('the table has the three limits', () => {
  expect(rows.map(([maxTokens]) => maxTokens)).toEqual([4_096, 32_000, 128_000])
})

test.each(rows)('%d', async (...[maxTokens = 0, bare, lost, ends, refused]) => {
  const [alone, patient] = [
    await results({ ...TWENTY, maxTokens, policy: 'bare' }, 220_000),
    await results({ ...TWENTY, maxTokens }, 220_000),
  ]
  expect(rounded(mean(alone, (result) => result.lost))).toBe(bare)
  expect(mean(patient, (result) => result.lost)).toBe(lost)
  expect(rounded(mean(patient, minutes))).toBe(ends)
  expect(rounded(mean(patient, (result) => result.refused))).toBe(refused)
})

test('the waits it names', async () => {
  expect(text).toContain('the last of twenty runs of eight turns ends after 17 minutes')
  expect(mean(await results({ ...TWENTY, load: 10 }), minutes)).toBeCloseTo(17, 0)
  expect(text).toContain('the last of twenty runs of 32 turns after 22')
  expect(mean(await results({ ...TWENTY, turns: 32 }), minutes)).toBeCloseTo(22, 0)
})
