import type { Job } from '../ports/github.ts'
import { issueFileCommand, prepareKeyValueMessage, summary } from './workflow-commands.ts'

/** The runner's file commands, by `@actions/core`. Where the runner gives no file for one, it throws or rejects. */
export function createJob(): Job {
  return {
    setOutput: (name, value) => issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value)),
    exportVariable: (name, value) => issueFileCommand('ENV', prepareKeyValueMessage(name, value)),
    addPath: (directory) => issueFileCommand('PATH', directory),
    saveState: (name, value) => issueFileCommand('STATE', prepareKeyValueMessage(name, value)),
    async appendSummary(markdown) {
      await summary.addRaw(markdown, true).write()
    },
  }
}
