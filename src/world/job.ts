import * as core from '@actions/core'

import type { Job } from '../ports/github.ts'

/** The runner's file commands, through `@actions/core`; without a summary file (some runners have none) the summary is dropped. */
export function createJob(): Job {
  return {
    setOutput: (name, value) => core.setOutput(name, value),
    exportVariable: (name, value) => core.exportVariable(name, value),
    addPath: (directory) => core.addPath(directory),
    saveState: (name, value) => core.saveState(name, value),
    async appendSummary(markdown) {
      await core.summary.addRaw(markdown, true).write()
    },
  }
}
