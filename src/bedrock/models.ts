import { capitalized } from '../text.ts'

/**
 * The parts of a model reference, as the `model` input has it. `prefix` is the geography of an inference profile (`us`, `global`),
 * `modelId` the foundation model (`anthropic.…`), `id` the whole reference as Bedrock takes it; `region` and `account` are
 * those of an ARN. `other` is an alias of Claude Code, or the ARN of another resource.
 */
interface ModelReference {
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

/**
 * The regions that serve Amazon Bedrock and that anyone can see: the endpoints of service `bedrock` in botocore 1.44.5
 * (November 2026), the same as https://docs.aws.amazon.com/bedrock/latest/userguide/endpoints-region-availability.html.
 * Hong Kong and China are not among them.
 */
export const BEDROCK_REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'ca-west-1',
  'mx-central-1',
  'sa-east-1',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'ap-east-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'me-central-1',
  'me-south-1',
  'il-central-1',
  'af-south-1',
  'us-gov-east-1',
  'us-gov-west-1',
  'eusc-de-east-1',
]

/** Whether AWS lists `region` as one that serves Bedrock. */
export const servesBedrock = (region: string): boolean => BEDROCK_REGIONS.includes(region)

/** Up to three regions that serve Bedrock, nearest in name to `region`, itself left out; for words in a message. */
export function nearbyRegions(region: string): readonly string[] {
  const shared = (known: string) => sharedLength(known, region)
  const near = BEDROCK_REGIONS.filter((known) => known !== region && shared(known) >= 'us-'.length).toSorted(
    (a, b) => shared(b) - shared(a),
  )
  return near.length > 0 ? near.slice(0, 3) : ['us-east-1', 'eu-central-1', 'ap-northeast-1']
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
