import { expect, test } from '@jest/globals'

import { createPatience, type PatienceOptions, type QueuedCall } from '../../../src/gateway/patience.ts'
import { virtualClock } from '../../support/virtual-clock.ts'

const MINUTE = 60_000
const LANE = 'a model in a region'

/** A queue on a quota that is short until `shortUntil`; each try is noted as `who@seconds`. */
function queue(shortUntil: number, options: Partial<PatienceOptions> = {}) {
  const clock = virtualClock()
  const tries: string[] = []
  const patience = createPatience<string>(
    (outcome) => outcome === 'refused',
    { patienceMs: 60 * MINUTE, random: () => 0.5, ...options },
    clock,
  )
  const send = (who: string) => {
    tries.push(`${who}@${clock.now() / 1000}`)
    return Promise.resolve(clock.now() < shortUntil ? 'refused' : 'answered')
  }
  const call = (who: string, change: Partial<QueuedCall> = {}) => {
    const signal = new AbortController().signal
    return patience.hold({ lane: LANE, conversation: who, isMain: true, signal, ...change }, () => send(who))
  }
  return { ...clock, patience, tries, call }
}

test('an answer passes, and nothing waits', async () => {
  const { run, call, now, tries, patience } = queue(0)
  expect(await run(call('main'))).toEqual({ outcome: 'answered', end: 'answered' })
  expect([now(), tries, patience.totals()]).toEqual([0, ['main@0'], { throttledCalls: 0, throttledMs: 0 }])
})

test('a refused call is sent again after pauses that grow from 5 to 20 seconds', async () => {
  const { run, call, tries, patience } = queue(70_000)
  expect(await run(call('main'))).toMatchObject({ end: 'answered' })
  expect(tries).toEqual(['main@0', 'main@10', 'main@27.5', 'main@47.5', 'main@67.5', 'main@87.5'])
  expect(patience.totals()).toEqual({ throttledCalls: 5, throttledMs: 87_500 })
})

test.each([
  [0, ['main@0', 'main@5', 'main@10', 'main@15', 'main@20', 'main@25']],
  [0.999, ['main@0', 'main@14.99', 'main@34.99']],
])('the pauses are drawn: with %d', async (random, expected) => {
  const { run, call, tries } = queue(21_000, { random: () => random })
  await run(call('main'))
  expect(tries.map((text) => text.replace(/(\.\d\d)\d+/, '$1'))).toEqual(expected)
})

test('while the quota is short only the first in line is sent: the main conversation, then the oldest', async () => {
  const { run, call, tries, sleep } = queue(30_000)
  const calls = async () => {
    const sent: Promise<unknown>[] = []
    for (const who of ['one', 'two', 'main']) {
      sent.push(call(who, { isMain: who === 'main' }))
      await sleep(1_000)
    }
    await Promise.all(sent)
  }
  await run(calls())
  // One's pause ends at 10 s, when main is in line.
  expect(tries).toEqual(['one@0', 'main@2', 'main@12', 'main@29.5', 'main@49.5', 'one@49.5', 'two@49.5'])
})

test('a call that waits in line is sent at once when the quota is no longer short', async () => {
  const { run, call, tries, sleep } = queue(8_000)
  const calls = async () => {
    const first = call('first')
    await sleep(100)
    const second = call('second')
    await first
    await call('third')
    await second
  }
  await run(calls())
  expect(tries).toEqual(['first@0', 'first@10', 'second@10', 'third@10'])
})

test('a call of another model or region does not wait', async () => {
  const { run, call, tries } = queue(8_000)
  const other = { lane: 'another', isMain: false }
  await run(Promise.all([call('first'), call('second', other)]))
  expect(tries.slice(0, 2)).toEqual(['first@0', 'second@0'])
})

test('after 240 seconds a call is handed back, and Claude Code’s next try goes on where it was', async () => {
  const { run, call, now, tries } = queue(6 * MINUTE)
  expect(await run(call('main'))).toEqual({ outcome: 'refused', end: 'handed back' })
  expect(now()).toBeGreaterThan(220_000)
  expect(now()).toBeLessThanOrEqual(240_000)
  const before = tries.length
  expect(await run(call('main'))).toMatchObject({ end: 'answered' })
  expect(tries.length).toBeGreaterThan(before)
})

test('a call that only waited in line is handed back with the last refusal', async () => {
  const { run, call, tries, sleep } = queue(6 * MINUTE)
  const calls = async () => {
    const main = call('main')
    const agent = call('agent', { isMain: false })
    await sleep(2 * MINUTE)
    await Promise.all([main, call('side')])
    return agent
  }
  expect(await run(calls())).toEqual({ outcome: 'refused', end: 'handed back' })
  // Sent once, before the quota was known to be short.
  expect(tries.filter((text) => text.startsWith('agent'))).toEqual(['agent@0'])
})

test('patience ends that long after the first try, over Claude Code’s own repeats', async () => {
  const { run, call, now } = queue(Infinity, { patienceMs: 10 * MINUTE })
  let ends = 0
  for (;;) {
    const { end } = await run(call('main'))
    if (end === 'over') break
    ends += 1
  }
  expect(ends).toBe(2)
  expect(now()).toBeGreaterThan(9.6 * MINUTE)
  expect(now()).toBeLessThanOrEqual(10 * MINUTE)
})

test('a later call of the same conversation has its whole patience again', async () => {
  const { run, call, now, sleep } = queue(Infinity, { patienceMs: 5 * MINUTE })
  await run(call('main'))
  await run(sleep(10 * MINUTE))
  const came = now()
  expect(await run(call('main'))).toMatchObject({ end: 'handed back' })
  expect(now() - came).toBeGreaterThan(3 * MINUTE)
})

test('all patience ends at the deadline, also in line', async () => {
  const { run, call, now } = queue(Infinity, { deadline: 2 * MINUTE })
  const ends = await run(Promise.all([call('main'), call('agent', { isMain: false })]))
  expect(ends.map(({ end }) => end)).toEqual(['over', 'over'])
  expect(now()).toBeLessThanOrEqual(2 * MINUTE)
})

test('a call that is in line at the deadline is over, though it is not its turn', async () => {
  const { run, call, now, sleep, tries, patience } = queue(Infinity, { deadline: 2 * MINUTE })
  const calls = async () => {
    const agent = call('agent', { isMain: false })
    await sleep(1_000)
    const slow = { lane: LANE, conversation: 'main', isMain: true, signal: new AbortController().signal }
    void patience.hold(slow, () => sleep(10 * MINUTE).then(() => 'answered'))
    return agent
  }
  expect(await run(calls())).toEqual({ outcome: 'refused', end: 'over' })
  expect([now(), tries]).toEqual([2 * MINUTE, ['agent@0']])
})

test('a caller that leaves while its call waits ends it, and leaves the line', async () => {
  const { run, call, tries, sleep, patience } = queue(30_000)
  const leaving = new AbortController()
  const calls = async () => {
    const left = call('main', { signal: leaving.signal })
    await sleep(1)
    const agent = call('agent', { isMain: false })
    await sleep(2_000)
    expect(patience.lane(LANE).waiting).toBe(2)
    leaving.abort()
    await expect(left).rejects.toThrow()
    await agent
  }
  await run(calls())
  expect(tries.filter((text) => text.startsWith('main'))).toEqual(['main@0'])
  expect(tries).toContain('agent@2.001')
})

test('a caller that leaves the line is not sent', async () => {
  const { run, call, tries, sleep } = queue(30_000)
  const leaving = new AbortController()
  const calls = async () => {
    const main = call('main')
    await sleep(1)
    const agent = call('agent', { isMain: false, signal: leaving.signal })
    await sleep(2_000)
    leaving.abort()
    await expect(agent).rejects.toThrow()
    await main
  }
  await run(calls())
  expect(tries.filter((text) => text.startsWith('agent'))).toEqual([])
})

test('without patience a call is sent once', async () => {
  const { run, call, now, tries, patience } = queue(Infinity, { patienceMs: 0 })
  expect(await run(call('main'))).toEqual({ outcome: 'refused', end: 'handed back' })
  expect([now(), tries]).toEqual([0, ['main@0']])
  expect([patience.totals().throttledCalls, patience.isNarrow(LANE)]).toEqual([1, true])
})

test('a quota counts as narrow for five minutes after a refusal', async () => {
  const { run, call, patience, sleep } = queue(1)
  expect(patience.isNarrow(LANE)).toBe(false)
  await run(call('main'))
  await run(sleep(4.8 * MINUTE))
  expect(patience.isNarrow(LANE)).toBe(true)
  await run(sleep(0.1 * MINUTE))
  expect(patience.isNarrow(LANE)).toBe(false)
})
