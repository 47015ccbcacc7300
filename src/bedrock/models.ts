import { capitalized } from '../text.ts'

/**
 * The parts of a model reference, as the `model` input has it. `prefix` is the geography of an inference profile (`us`, `global`),
 * `modelId` the foundation model (`anthropic.…`), `id` the whole reference as Bedrock takes it; `region` and `account` are
 * those of an ARN. `other` is an alias of Claude Code, or the ARN of another resource.
 */
export interface ModelReference {
  readonly kind: 'foundation-model' | 'inference-profile' | 'application-inference-profile' | 'other'
  readonly id: string
  readonly prefix?: string
  readonly modelId?: string
  readonly region?: string
  readonly account?: string
}

/**
 * Parses a model id, an inference profile id, or the ARN of a foundation model or of an inference profile, system
 * defined or application; Claude Code's suffix `[1m]` is dropped. Never throws.
 */
export function parseModel(reference: string): ModelReference {
  const id = reference.trim().replace(/\[1m\]$/i, '')
  const arn = /^arn:[\w-]+:bedrock:([\w-]*):(\d*):([\w-]+)\/(.+)$/.exec(id)
  if (arn === null) return { ...parseId(id), id }
  const [, region = '', account = '', resource = '', name = ''] = arn
  const place = { ...(region && { region }), ...(account && { account }) }
  if (resource === 'application-inference-profile') return { kind: resource, id, ...place }
  const named = parseId(name)
  return named.kind === resource ? { ...named, id, ...place } : { kind: 'other', id, ...place }
}

function parseId(id: string): ModelReference {
  const [, prefix, modelId] = /^(?:([a-z]+(?:-[a-z]+)?)\.)?(anthropic\.[\w.:-]+)$/.exec(id) ?? []
  if (modelId === undefined) return { kind: 'other', id }
  return prefix === undefined
    ? { kind: 'foundation-model', id, modelId }
    : { kind: 'inference-profile', id, prefix, modelId }
}

/** A Claude model's name as Service Quotas writes it: `Claude Sonnet 4.6`, `Claude 3.7 Sonnet`; undefined for others. */
export function modelName(modelId: string): string | undefined {
  const words = /^anthropic\.claude-(.+?)(?:-\d{8})?(?:-v\d+)?(?::\d+)?$/.exec(modelId)?.[1]
  if (words === undefined) return undefined
  const spaced = words.replaceAll(/(\d)-(?=\d)/g, '$1.').split('-')
  return ['Claude', ...spaced.map(capitalized)].join(' ')
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

/** Ids of inference profiles that may hold `modelId` in `region`: the very id behind each prefix of the region. */
export const profilesOf = (modelId: string, region: string): readonly string[] =>
  prefixesFor(region).map((prefix) => `${prefix}.${modelId}`)

/**
 * Whether `model` is an inference profile that cannot be called from `region`: another geography, or another region's ARN. `profiles`
 * are known to work there.
 */
export function isForeignProfile(model: string, region: string, profiles: readonly string[] = []): boolean {
  const { prefix, modelId, region: home, kind } = parseModel(model)
  if (home !== undefined && kind !== 'foundation-model') return home !== region
  if (prefix === undefined || modelId === undefined) return false
  if (profiles.length === 0) return !prefixesFor(region).includes(prefix)
  const listed = profiles.map(parseModel)
  const same = listed.filter((profile) => profile.modelId === modelId)
  return !(same.length > 0 ? same : listed).some((profile) => profile.prefix === prefix)
}
