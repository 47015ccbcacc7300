import { inMachine, type MachineKind } from '../../support/machine.ts'
import type { MachineRun, MachineRunResult } from '../../support/machine-scenario.ts'
import { realClaude } from '../../support/real-claude.ts'

const module = new URL('../../support/machine-scenario.ts', import.meta.url).href

/** Runs the action in a machine of its own. */
export async function runOn(kind: MachineKind, argument: MachineRun): Promise<MachineRunResult> {
  const { toolCache } = await realClaude()
  return inMachine(kind, { module, name: 'runInMachine', argument, toolCache, limitMs: 180_000 })
}

/** A Python program in a shell script. */
export const python = (text: string, rest = '') => `/usr/bin/python3 - ${rest} <<'PYTHON'\n${text}\nPYTHON`

/** Where things are on a kind of machine. */
export interface Layout {
  readonly work: string
  readonly node: string
  readonly tools: string
}

/** The layouts of the machines. */
export const layoutOf = (kind: string): Layout =>
  kind.startsWith('container')
    ? { work: '/__w', node: '/__e/node24/bin/node', tools: '/__t' }
    : {
        work: '/home/runner/work',
        node: '/home/runner/actions-runner/externals/node24/bin/node',
        tools: '/opt/hostedtoolcache',
      }
