// Every attack by the real Claude Code: with the sandbox none works, on any kind of runner; without it each does.
import { beforeAll, describe, expect, test } from '@jest/globals'

import type { MachineKind } from '../../support/machine.ts'
import { realClaude } from '../../support/real-claude.ts'
import { withMachine } from '../../support/with-machine.ts'
import { type Attack, ATTACKS, layoutOf } from './attacks.ts'
import { runOn } from './run.ts'

/** Several attacks in one run; resolves to the ids of those that worked. */
async function attack(kind: MachineKind, attacks: readonly Attack[], isolation: 'required' | 'off') {
  const layout = layoutOf(kind)
  const ran = await runOn(kind, {
    inputs: { isolation },
    before: attacks.map(({ before }) => `( ${before?.(layout) ?? ':'}\n)`).join('\n'),
    commands: attacks.map(({ command }) => `( ${command(layout)}\n) 2>&1 || :`),
    after: attacks.map(({ id, after }) => `echo "${id}: $( ( ${after(layout)}\n) 2>/dev/null || : )"`).join('\n'),
  })
  const worked = ran.after
    .split('\n')
    .filter((line) => /: works$/.test(line))
    .map((line) => line.replace(': works', ''))
  return { ran, worked }
}

const isRoot = (kind: MachineKind) => kind.startsWith('container')
const triedOn = (kind: MachineKind) => ATTACKS.filter(({ by }) => by === undefined || (by === 'root') === isRoot(kind))

beforeAll(async () => {
  await realClaude()
}, 120_000)

withMachine('attacks', () => {
  describe.each(['hosted', 'user', 'container', 'container-own'] as const)('on %s, in the sandbox', (kind) => {
    let outcome: Awaited<ReturnType<typeof attack>>
    beforeAll(async () => {
      outcome = await attack(kind, triedOn(kind), 'required')
    }, 200_000)

    test('were all tried, and the run went well', () => {
      expect(outcome.ran.outputs).toMatchObject({ conclusion: 'success', isolation: 'unshare', result: 'Done.' })
      expect(outcome.ran.printed).toHaveLength(triedOn(kind).length)
      expect(outcome.ran.after.trim().split('\n')).toHaveLength(triedOn(kind).length)
    })

    test.each(triedOn(kind).map(({ id, title }) => [id, title]))('%s does not work: %s', (id) => {
      expect(outcome.worked).not.toContain(id)
    })
  })

  describe('without it', () => {
    test.each(ATTACKS.map((each) => [each.id, each.title, each] as const))(
      '%s works: %s',
      async (id, _, each) => {
        const { worked, ran } = await attack(each.by === 'root' ? 'container-own' : 'hosted', [each], 'off')
        expect({ worked, log: worked.length > 0 ? '' : `${ran.printed.join('\n')}\n${ran.log}\n${ran.after}` }).toEqual(
          {
            worked: [id],
            log: '',
          },
        )
      },
      120_000,
    )
  })
})
