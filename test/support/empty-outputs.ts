import { outputsFrom } from '../../src/transcript/outputs.ts'
import type { Conclusion, Outputs } from '../../src/transcript/types.ts'

/** Outputs of a run of which nothing but its conclusion is known. */
export const emptyOutputs = (conclusion: Conclusion): Outputs => ({
  ...outputsFrom({ transcriptPath: '' }, (text) => text),
  conclusion,
})

/** Names of all outputs, as `action.yml` declares them. */
export const OUTPUT_NAMES: readonly string[] = Object.keys(emptyOutputs('setup'))
