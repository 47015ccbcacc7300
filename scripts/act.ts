// `npm run act`: prints the path of nektos/act, which it builds first where it is not there. `ACT_PATH` names one that is.
import { spawnSync } from 'node:child_process'

import { ACT_FOLDER, ACT_VERSION, actPath, hasAct } from '../test/act/program.ts'

const MINUTES = 8

const problem = hasAct ? undefined : build()
if (problem === undefined) console.log(actPath)
else {
  console.error(`nektos/act is not here, so it runs no examples: ${problem}`)
  process.exitCode = 1
}

/** Why it could not be built, if so. */
function build(): string | undefined {
  if (process.env.ACT_PATH !== undefined) return `there is no ${actPath}, which ACT_PATH names`
  const { error, status, stderr } = spawnSync('go', ['install', `github.com/nektos/act@${ACT_VERSION}`], {
    env: { ...process.env, GOBIN: ACT_FOLDER },
    encoding: 'utf8',
    timeout: MINUTES * 60_000,
  })
  if (error === undefined && status === 0) return undefined
  if (error === undefined) return `go install says: ${stderr.trim().split('\n').at(-1) ?? ''}`
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no Go on this machine'
  return code === 'ETIMEDOUT' ? `go install took longer than ${MINUTES} minutes` : error.message
}
