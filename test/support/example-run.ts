// What tests of the examples share: the workflows, and stand-ins for what a runner has besides.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { workflowsIn, type Workflow } from '../contract/documents.ts'
import { repairScript } from './repair-script.ts'
import type { StepResult } from './runner.ts'
import { artifactFiles, ROLE, scenario, type Scenario } from './scenario.ts'
import { canMakeNamespaces } from './with-machine.ts'

const workflows = new Map(
  workflowsIn('examples/workflows').map(({ where, workflow }) => [where.split('/').pop() ?? '', workflow]),
)

/** The workflow of an example, by its name without `.yml`. */
export const example = (name: string): Workflow => workflows.get(`${name}.yml`)!

/** The role that the emulated account has, in the place of the example's. */
export const withRole = { 'role-to-assume': ROLE }

/** For examples that require a sandbox, on a machine that cannot make one. */
export const isolated = canMakeNamespaces() ? {} : { isolation: 'auto' }

/** A folder with one program that stands in for the runner's. */
export function program(name: string, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'))
  writeFileSync(join(folder, name), `#!/usr/bin/env bash\n${script}\n`, { mode: 0o755 })
  return folder
}

/** Puts a step's artifact into a folder, as actions/download-artifact does. */
export function download(from: Scenario, action: StepResult | undefined, folder: string): void {
  if (action === undefined) throw new Error('the action did not run')
  for (const [path, text] of Object.entries(artifactFiles(from, action) ?? {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** A scenario whose model repairs the demo's repository. */
export async function repairing(): Promise<Scenario> {
  const here = await scenario()
  here.play(repairScript(here.job.workspace))
  return here
}
