import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The nektos/act that the tests are written for. */
export const ACT_VERSION = 'v0.2.89'

/** Where `npm run act` builds it. */
export const ACT_FOLDER = resolve(import.meta.dirname, '../../node_modules/.cache/act', ACT_VERSION)

/** act on this machine: the one that `ACT_PATH` names, or else the one that was built. */
export const actPath = process.env.ACT_PATH ?? join(ACT_FOLDER, process.platform === 'win32' ? 'act.exe' : 'act')

/** Whether it is there. */
export const hasAct = existsSync(actPath)
