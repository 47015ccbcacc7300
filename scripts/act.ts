// `npm run act`: prints the path of nektos/act, which it builds first where Go is there and lets it. Otherwise it fails, and
// says why: for tests that is a reason to leave act out. `ACT_PATH` names one that is there already.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const VERSION = 'v0.2.89'
const MINUTES = 4

const folder = resolve(import.meta.dirname, '..', 'node_modules', '.cache', 'act', VERSION)
const built = join(folder, process.platform === 'win32' ? 'act.exe' : 'act')
const path = process.env.ACT_PATH ?? built
const trouble = existsSync(path) ? undefined : build()
if (trouble === undefined) console.log(path)
else {
  console.error(`act is not here, so it runs no examples: ${trouble}`)
  process.exitCode = 1
}

/** Why it could not be built, if so. */
function build(): string | undefined {
  if (path !== built) return `there is no ${path}, which ACT_PATH names`
  const { error, status, stderr } = spawnSync('go', ['install', `github.com/nektos/act@${VERSION}`], {
    env: { ...process.env, GOBIN: folder },
    encoding: 'utf8',
    timeout: MINUTES * 60_000,
  })
  if (error === undefined && status === 0) return undefined
  if (error === undefined) return `go install says: ${stderr.trim().split('\n').at(-1) ?? ''}`
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no Go on this machine'
  return code === 'ETIMEDOUT' ? `go install took longer than ${MINUTES} minutes` : error.message
}
