import { parseModel } from './models.ts'

/** The system-defined inference profiles that can be called from a region. */
export interface ProfileList {
  /** Of those that are Claude's. */
  readonly ids: readonly string[]
  /** AWS's own description of each, Claude's and others, as it came. */
  readonly summaries: readonly unknown[]
}

/**
 * The geographies whose inference profiles can be called from `region`, the most local first. AWS decides it per model
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html, 2026-07), so a suggestion made
 * from this must be checked with `aws bedrock list-inference-profiles`.
 */
export function prefixesFor(region: string): readonly string[] {
  if (region.startsWith('us-gov-')) return ['us-gov']
  if (region === 'ap-northeast-1' || region === 'ap-northeast-3') return ['jp', 'apac', 'global']
  if (region === 'ap-southeast-2' || region === 'ap-southeast-4') return ['au', 'apac', 'global']
  if (region.startsWith('ap-')) return ['apac', 'global']
  if (region.startsWith('us-') || region.startsWith('ca-')) return ['us', 'global']
  if (region.startsWith('eu-')) return ['eu', 'global']
  return ['global']
}

/**
 * Ids of inference profiles that may hold `modelId` in `region`: those among `profiles` (known to work there) that do, or
 * else the very id behind each prefix of the region.
 */
export function profilesOf(modelId: string, region: string, profiles?: readonly string[]): readonly string[] {
  if (profiles !== undefined) return profiles.filter((profile) => parseModel(profile).modelId === modelId)
  return prefixesFor(region).map((prefix) => `${prefix}.${modelId}`)
}

/** Whether `model` is an inference profile that cannot be called from `region`: another geography, or another region's ARN. */
export function isForeignProfile(model: string, region: string, profiles?: readonly string[]): boolean {
  const { prefix, modelId, region: home, kind } = parseModel(model)
  if (home !== undefined && kind !== 'foundation-model') return home !== region
  if (prefix === undefined || modelId === undefined) return false
  const geographies = (profiles ?? []).map((profile) => parseModel(profile).prefix)
  const here = profilesOf(modelId, region, profiles).map((profile) => parseModel(profile).prefix)
  if (geographies.length === 0) return !prefixesFor(region).includes(prefix)
  return !geographies.includes(prefix) || (here.length > 0 && !here.includes(prefix))
}
