import { modelsOfRun } from '../bedrock/run-models.ts'
import { RELEASE } from '../claude/release.ts'
import type { Settings } from '../inputs/settings.ts'
import type { RunModels } from '../bedrock/types.ts'

/** Resolves the models of a run, given the ids of the inference profiles that AWS listed; undefined where it did not. */
export function modelsOf({
  bedrock,
  agent,
  install,
}: Pick<Settings, 'bedrock' | 'agent' | 'install'>): (profiles: readonly string[] | undefined) => RunModels {
  const { fallbackModel, permissionMode } = agent
  const { defaultModels, classifierModel, version } = RELEASE
  const isCertain = install.path === undefined && (install.version ?? version) === version
  const settings = { ...bedrock, fallbackModel, classifies: permissionMode === 'auto' }
  return (profiles) => modelsOfRun(settings, { own: { defaultModels, classifierModel, isCertain }, profiles })
}
