// `npm run demo`: the shipped action repairs a small repository with a failing test, with the real Claude Code, on
// emulators of GitHub, STS and Bedrock. The model is scripted; everything else is what runs in CI.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

import { runDemo } from '../test/support/demo.ts'
import { root } from '../test/support/runner.ts'
import { seenLog } from '../test/support/seen-log.ts'

const directory = join(root, '.demo')
rmSync(directory, { recursive: true, force: true })
mkdirSync(directory)

console.log('A job on emulated GitHub and AWS. This is its log:\n')
await using demo = await runDemo({
  directory,
  // Kept, so that the next demo finds Claude Code there.
  toolCache: join(root, 'node_modules', '.cache', 'claude-code-bedrock'),
  onOutput: seenLog((line) => console.log(`  ${line}`)),
})
const { result, here } = demo

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
  the repository     ${shown(here.job.workspace)}
  as an artifact     ${here.github.artifacts
    .artifacts()
    .map(({ name }) => name)
    .join(', ')} (of the emulated GitHub)`)
process.exitCode = result.main.code ?? 1
