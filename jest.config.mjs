export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // These need nektos/act, whose path `npm run act` prints.
  testPathIgnorePatterns: process.env.ACT_PATH ? [] : ['/test/act/'],
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/test/support/build-viewer.mjs',
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.mjs' },
  reporters: ['default', '<rootDir>/test/support/closing-line.mjs'],
  testTimeout: 60_000,
}
