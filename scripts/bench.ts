// `npm run bench [-- part... [--quick]]`: each part prints figures with their goals, ratios of medians measured in one run.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

import { buildViewer } from './viewer.ts'

const PARTS = ['run', 'errors', 'renewal', 'gateway', 'transcript', 'page', 'install', 'sandbox', 'network', 'quota']

const flags = process.argv.slice(2).filter((word) => word.startsWith('--'))
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = asked.filter((part) => !PARTS.includes(part))
if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}. There are ${PARTS.join(', ')}.`)
await buildViewer()
for (const part of asked.length > 0 ? asked : PARTS) {
  execFileSync(process.execPath, [join(import.meta.dirname, `bench-${part}.ts`), ...(part === 'quota' ? flags : [])], {
    stdio: 'inherit',
  })
  console.log()
}
