import type { Job } from '../ports/github.ts'
import { issueFileCommand, prepareKeyValueMessage } from './workflow-commands.ts'

/** The runner's file commands, by `@actions/core`. Where the runner gives no file for one, it throws. */
export function createJob(): Job {
  return {
    setOutput: (name, value) => issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value)),
    exportVariable: (name, value) => issueFileCommand('ENV', prepareKeyValueMessage(name, value)),
    addPath: (directory) => issueFileCommand('PATH', directory),
    saveState: (name, value) => issueFileCommand('STATE', prepareKeyValueMessage(name, value)),
    appendSummary: (markdown) => issueFileCommand('STEP_SUMMARY', markdown),
  }
}
