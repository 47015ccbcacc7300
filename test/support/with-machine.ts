import { describe } from '@jest/globals'

import { machineObstacle } from './machine.ts'

/** Tests in a machine of their own; where none can be made they are not run, and their title says why. */
export const withMachine = (title: string, tests: () => void) =>
  machineObstacle === undefined
    ? describe(title, tests)
    : describe.skip(`${title} (not run: ${machineObstacle})`, tests)
