// `npm run demo`: the shipped action repairs a small repository with a failing test, with the real Claude Code, on
// emulators of GitHub, STS and Bedrock. The model is scripted; everything else is what runs in CI.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

import { repairScript } from '../test/support/repair-script.ts'
import { root } from '../test/support/runner.ts'
import { scenario, type Scenario } from '../test/support/scenario.ts'
import { seenLog } from '../test/support/seen-log.ts'

const directory = join(root, '.demo')
rmSync(directory, { recursive: true, force: true })
mkdirSync(directory)

console.log('A job on emulated GitHub and AWS. This is its log:\n')
// The action installs Claude Code itself, from the registry that npm's configuration names, and finds it there next time.
const toolCache = join(root, 'node_modules', '.cache', 'claude-code-bedrock')
const env = { HOME: process.env.HOME ?? root }
await using demo: Scenario = await scenario({
  directory,
  toolCache,
  env,
  aws: { script: (_request, turn) => repairScript(demo.job.workspace)[turn] ?? { text: 'Done.' } },
})
const result = await demo.step(
  {
    prompt: 'A test of this repository fails. Find out why, repair it, and run the tests again.',
    'allowed-tools': 'Edit\nBash(npm test)',
  },
  { onOutput: seenLog((line) => console.log(`  ${line}`)) },
)

const summary = join(directory, 'summary.md')
writeFileSync(summary, result.summary)
const shown = (path: string) => relative(process.cwd(), path)
const transcript = result.outputs['transcript-path'] ?? directory
console.log(`
The step ended with "${result.outputs.conclusion ?? 'nothing'}" and changed ${result.outputs['changed-files'] ?? 'nothing'}.

  the page to read   ${shown(join(transcript, 'transcript.html'))}
  the transcript     ${shown(join(transcript, 'transcript.jsonl'))}
  the outputs        ${shown(join(transcript, 'result.json'))}
  the job summary    ${shown(summary)}
  the repository     ${shown(demo.job.workspace)}
  as an artifact     ${demo.github.artifacts
    .artifacts()
    .map(({ name }) => name)
    .join(', ')} (of the emulated GitHub)`)
process.exitCode = result.main.code ?? 1
