import { availableParallelism } from 'node:os'
import { delimiter, resolve } from 'node:path'

// Programs that `.ci/run install` brings for tests stand here, before those of the machine.
const tools = resolve(import.meta.dirname, 'node_modules/.cache/tools/bin')
process.env.PATH = [tools, process.env.PATH].join(delimiter)

export default {
  testEnvironment: 'node',
  // Most tests wait for programs: on the two processors of a CI machine, one worker would leave the other idle.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/test/support/build-viewer.mjs',
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.mjs' },
  setupFiles: ['<rootDir>/test/support/quiet-toolkit.mjs'],
  reporters: ['default', '<rootDir>/test/support/closing-line.mjs'],
  testTimeout: 60_000,
}
