// `npm run emulators`: the emulators of AWS for other programs, until it is stopped. With `--github-env FILE` the variables
// that lead there go into that file of the runner's, and the command returns while the emulators stay in the background.
import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

import { startAws } from '../test/emulators/aws.ts'

const [option, file] = process.argv.slice(2)
if (option === '--github-env' && file !== undefined) {
  const child = spawn(process.execPath, [import.meta.filename], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  for await (const line of createInterface(child.stdout)) {
    if (line === '') break
    appendFileSync(file, `${line}\n`)
  }
  child.unref()
  process.exit(0)
} else {
  const aws = await startAws()
  const user = aws.account.addUser('workflow')
  const keys = { AWS_ACCESS_KEY_ID: user.accessKeyId, AWS_SECRET_ACCESS_KEY: user.secretAccessKey }
  for (const [name, value] of Object.entries({ ...aws.env, ...keys })) console.log(`${name}=${value}`)
  console.log('')
}
