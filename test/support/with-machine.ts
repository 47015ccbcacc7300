import { spawnSync } from 'node:child_process'

import { machineObstacle } from './machine.ts'
import { needing, only } from './needs.ts'

/** Tests in a machine of their own, which root alone can make. */
export const withMachine = (title: string, tests: () => void): void => {
  const asRoot = only('as root on Linux, with namespaces', machineObstacle === undefined)
  const runnable = machineObstacle === undefined ? needing('sudo') : asRoot
  runnable.describe(title, tests)
}

/** Whether the action can make a sandbox on this machine: as root, as this user, or by sudo. */
export function canMakeNamespaces(): boolean {
  if (process.platform !== 'linux') return false
  const ways = [
    ['unshare', '--mount', '--pid', '--fork', 'true'],
    ['unshare', '--user', '--map-root-user', '--mount', '--pid', '--fork', 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp'],
    ['sudo', '-n', 'unshare', '--mount', '--pid', '--fork', 'true'],
  ]
  return ways.some(([file = '', ...args]) => spawnSync(file, args).status === 0)
}

/** Tests of the sandbox on this machine as it is. */
export const { describe: withSandbox } = only('where namespaces can be made', canMakeNamespaces())
