// Many runs on one quota, in virtual time: no run is lost, the quota is used up, and the figures are those of real runs.
import { describe, expect, test } from '@jest/globals'

import { simulate, type QuotaCase, type QuotaResult } from '../../support/quota-simulation.ts'

const MINUTE = 60_000

function casesOf(): readonly QuotaCase[] {
  const of = <T>(values: readonly T[], then: (value: T) => readonly QuotaCase[]) => values.flatMap(then)
  return of([10, 20, 100], (agents) =>
    of([8, 16, 32], (turns) =>
      of([2, 3, 5], (load) =>
        of(['bucket', 'window'] as const, (shape) =>
          of(['fixed', 'exponential'] as const, (outputs) =>
            [5, 10, 15].map((burndown) => ({ agents, turns, load, shape, outputs, burndown })),
          ),
        ),
      ),
    ),
  )
}

test('in 324 cases no run is lost, none waits an hour, and the quota is used up', async () => {
  const results: (readonly [QuotaCase, QuotaResult])[] = []
  // Ten runs of eight turns are over in two minutes, so one seed of theirs says little of how the quota is used.
  for (const given of casesOf()) results.push([given, await meanOf(given, given.agents === 10 ? 4 : 1)])
  expect(results).toHaveLength(324)
  const bad = results.filter(([, { lost, longestMs, busy }]) => lost > 0 || longestMs >= 60 * MINUTE || busy < 0.85)
  expect(bad).toEqual([])
  const busy = results.filter((result) => result[1].busy >= 0.95)
  expect(busy.length / results.length).toBeGreaterThanOrEqual(0.9)
}, 120_000)

/** Means over that many seeds; of waits the longest. */
async function meanOf(given: QuotaCase, seeds = 10): Promise<QuotaResult> {
  const results: QuotaResult[] = []
  for (let seed = 0; seed < seeds; seed++) results.push(await simulate({ ...given, seed }))
  const mean = (of: (result: QuotaResult) => number) => results.reduce((sum, result) => sum + of(result), 0) / seeds
  return {
    lost: mean((result) => result.lost),
    busy: mean((result) => result.busy),
    makespanMs: mean((result) => result.makespanMs),
    jain: mean((result) => result.jain),
    refused: mean((result) => result.refused),
    longestMs: Math.max(...results.map((result) => result.longestMs)),
    longestFirstMs: Math.max(...results.map((result) => result.longestFirstMs)),
  }
}

describe('twenty runs of eight turns, in the bucket shape', () => {
  const twenty = { agents: 20, turns: 8, shape: 'bucket' } as const

  test.each([
    [2, 0.4, 4.24],
    [3, 0.8, 5.83],
  ])('at %d times the quota: at most %d refused calls a useful one', async (load, refused, minutes) => {
    const result = await meanOf({ ...twenty, load })
    expect(result.lost).toBe(0)
    expect(result.busy).toBeGreaterThanOrEqual(0.95)
    expect(result.refused).toBeLessThanOrEqual(refused)
    expect(result.jain).toBeGreaterThanOrEqual(0.85)
    expect(result.makespanMs / MINUTE).toBeLessThan(minutes * 1.08)
  })

  test('with a shared prefix no first call waits, and all runs take the same time', async () => {
    const result = await meanOf({ ...twenty, load: 3 })
    const tokens = 217_000
    const shared = await simulate({ ...twenty, load: 3, sharedPrefix: true }, tokens)
    expect(shared.lost).toBe(0)
    expect(shared.jain).toBeGreaterThanOrEqual(0.95)
    expect(shared.makespanMs).toBeLessThan(0.65 * result.makespanMs)
  })

  test('Claude Code alone loses runs where the policy loses none', async () => {
    const bare = await meanOf({ ...twenty, turns: 32, load: 3, policy: 'bare' })
    expect(bare.lost).toBeGreaterThan(8)
    expect(await meanOf({ ...twenty, turns: 32, load: 3 })).toMatchObject({ lost: 0 })
  })
})
