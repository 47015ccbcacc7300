import { spawnSync } from 'node:child_process'

import { describe } from '@jest/globals'

const words = spawnSync('bwrap', ['--unshare-pid', '--dev-bind', '/', '/', '--proc', '/proc', 'true'], {
  encoding: 'utf8',
})

/** Whether bubblewrap is on this machine and works. */
export const hasBubblewrap = words.status === 0

const why = words.error === undefined ? words.stderr.trim() : 'bwrap is not installed'

/** Tests that need bubblewrap; where it does not work they are skipped, and their title says why. */
export const withBubblewrap = (title: string, tests: () => void) =>
  hasBubblewrap ? describe(title, tests) : describe.skip(`${title} (skipped: ${why})`, tests)
