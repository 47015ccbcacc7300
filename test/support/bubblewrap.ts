import { spawnSync } from 'node:child_process'

import { needing, only } from './needs.ts'

const words = spawnSync('bwrap', ['--unshare-pid', '--dev-bind', '/', '/', '--proc', '/proc', 'true'], {
  encoding: 'utf8',
})

/** Whether bubblewrap is on this machine and works. */
export const hasBubblewrap = words.status === 0

/** Tests that need bubblewrap; where it is not installed or the system does not let it work, they are skipped. */
export const { describe: withBubblewrap } =
  words.error === undefined ? only('where bubblewrap works', hasBubblewrap) : needing('bubblewrap', false)
