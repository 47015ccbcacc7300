import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

import { describe, test } from '@jest/globals'

/** Jest's `test` and `describe`, or what skips in their place. */
export interface Runnable {
  readonly test: (title: string, run: () => void | Promise<void>, limitMs?: number) => void
  readonly describe: (title: string, group: () => void) => void
}

/**
 * Tests that need a program which `.ci/run install` brings. Without it they are skipped, the end of the run says so, and in CI
 * they count as failed.
 */
export const needing = (program: string, isThere = hasProgram(program)): Runnable =>
  isThere ? { test, describe } : skipping(`needs ${program}`)

/** Tests of what some machines cannot do, whatever is installed: `where` completes "only ...", as in "only on Linux". */
export const only = (where: string, isSo: boolean): Runnable => (isSo ? { test, describe } : skipping(`only ${where}`))

/** Whether a program is on the PATH. */
export const hasProgram = (name: string): boolean => programPath(name) !== undefined

/** Absolute path of a program; undefined where it is not on the PATH. */
export function programPath(name: string): string | undefined {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** Skips, with the reason at the end of each title, where closing-line.mjs reads it. */
const skipping = (reason: string): Runnable => ({
  test: (title, run, limitMs) => test.skip(`${title} [${reason}]`, run, limitMs),
  describe: (title, group) => describe.skip(`${title} [${reason}]`, group),
})
