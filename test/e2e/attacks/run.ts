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
