/** A foundation model of Anthropic on Bedrock; all are called through inference profiles only. */
export interface FoundationModel {
  readonly id: string
  readonly name: string
  readonly lifecycle: 'ACTIVE' | 'LEGACY' | 'END_OF_LIFE'
  /** The most `max_tokens` a request may ask for. */
  readonly maxOutputTokens: number
  /** Geographies that have a profile of it. */
  readonly prefixes: readonly Prefix[]
}

export type Prefix = 'us' | 'eu' | 'apac' | 'jp' | 'au' | 'us-gov' | 'global'

/** An inference profile as the control plane describes it. */
export interface InferenceProfile {
  readonly inferenceProfileId: string
  readonly inferenceProfileName: string
  readonly inferenceProfileArn: string
  readonly description: string
  readonly models: readonly { readonly modelArn: string }[]
  readonly status: 'ACTIVE'
  readonly type: 'SYSTEM_DEFINED' | 'APPLICATION'
  readonly createdAt: string
  readonly updatedAt: string
}

/** Where a profile's calls are answered; `sources` are further regions that may call it. AWS, 2026-07. */
const GEOGRAPHIES: Readonly<Record<Exclude<Prefix, 'global'>, { name: string; to: string[]; sources: string[] }>> = {
  us: {
    name: 'US',
    to: ['us-east-1', 'us-east-2', 'us-west-2'],
    sources: ['us-west-1', 'ca-central-1', 'ca-west-1'],
  },
  eu: {
    name: 'EU',
    to: ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'],
    sources: [],
  },
  apac: {
    name: 'APAC',
    to: [
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-south-2',
      'ap-southeast-1',
      'ap-southeast-2',
    ],
    sources: ['ap-southeast-4'],
  },
  jp: { name: 'JP', to: ['ap-northeast-1', 'ap-northeast-3'], sources: [] },
  au: { name: 'AU', to: ['ap-southeast-2', 'ap-southeast-4'], sources: [] },
  'us-gov': { name: 'US-GOV', to: ['us-gov-west-1', 'us-gov-east-1'], sources: [] },
}

const WIDE: readonly Prefix[] = ['us', 'eu', 'global']
const WIDER: readonly Prefix[] = [...WIDE, 'jp', 'au']

/** Models in the state of November 2026. */
export const FOUNDATION_MODELS: readonly FoundationModel[] = [
  model('claude-opus-5-5', 'Claude Opus 5.5', { maxOutputTokens: 128_000 }),
  model('claude-sonnet-5-5', 'Claude Sonnet 5.5', { maxOutputTokens: 128_000 }),
  model('claude-haiku-5-5', 'Claude Haiku 5.5', { maxOutputTokens: 128_000 }),
  model('claude-opus-5', 'Claude Opus 5', { maxOutputTokens: 128_000 }),
  model('claude-sonnet-5', 'Claude Sonnet 5', { maxOutputTokens: 128_000, prefixes: [...WIDE, 'apac'] }),
  model('claude-fable-5-2', 'Claude Fable 5.2', { maxOutputTokens: 128_000 }),
  model('claude-opus-4-8', 'Claude Opus 4.8', { maxOutputTokens: 128_000, prefixes: [...WIDE, 'us-gov'] }),
  model('claude-opus-4-7', 'Claude Opus 4.7', { maxOutputTokens: 128_000 }),
  model('claude-opus-4-6-v1', 'Claude Opus 4.6', { maxOutputTokens: 128_000, prefixes: [...WIDE, 'au'] }),
  model('claude-sonnet-4-6', 'Claude Sonnet 4.6', { maxOutputTokens: 64_000, prefixes: WIDER }),
  model('claude-opus-4-5-20251101-v1:0', 'Claude Opus 4.5', {}),
  model('claude-haiku-4-5-20251001-v1:0', 'Claude Haiku 4.5', { prefixes: WIDER }),
  model('claude-sonnet-4-5-20250929-v1:0', 'Claude Sonnet 4.5', { prefixes: [...WIDER, 'us-gov'] }),
  model('claude-opus-4-1-20250805-v1:0', 'Claude Opus 4.1', {
    lifecycle: 'LEGACY',
    maxOutputTokens: 32_000,
    prefixes: ['us'],
  }),
  model('claude-opus-4-20250514-v1:0', 'Claude Opus 4', {
    lifecycle: 'LEGACY',
    maxOutputTokens: 32_000,
    prefixes: ['us'],
  }),
  model('claude-sonnet-4-20250514-v1:0', 'Claude Sonnet 4', {
    lifecycle: 'END_OF_LIFE',
    prefixes: [...WIDE, 'apac'],
  }),
  model('claude-3-7-sonnet-20250219-v1:0', 'Claude 3.7 Sonnet', { lifecycle: 'END_OF_LIFE' }),
  model('claude-3-5-haiku-20241022-v1:0', 'Claude 3.5 Haiku', { lifecycle: 'END_OF_LIFE', prefixes: ['us'] }),
]

function model(id: string, name: string, facts: Partial<FoundationModel>): FoundationModel {
  return { id: `anthropic.${id}`, name, lifecycle: 'ACTIVE', maxOutputTokens: 64_000, prefixes: WIDE, ...facts }
}

/** Where a profile is called and owned. */
export interface Place {
  readonly region: string
  readonly account: string
  readonly partition: string
}

/** The system-defined profiles that can be called from a region; `listed` leaves out models at the end of their life. */
export function systemProfiles(place: Place, listed = true): readonly InferenceProfile[] {
  return FOUNDATION_MODELS.filter(({ lifecycle }) => !listed || lifecycle !== 'END_OF_LIFE').flatMap((model) =>
    model.prefixes.flatMap((prefix) => {
      const regions = destinations(prefix, place.region)
      if (regions === undefined) return []
      const id = `${prefix}.${model.id}`
      const models = regions.map((region) => ({ modelArn: modelArn(place.partition, region, model.id) }))
      return [profile(place, { id, type: 'SYSTEM_DEFINED', name: profileName(prefix, model), models })]
    }),
  )
}

/** An application inference profile made from a system-defined one, with tags of its own for costs. */
export function applicationProfile(place: Place, id: string, copyFrom: string): InferenceProfile {
  const source = systemProfiles(place, false).find(({ inferenceProfileId }) => inferenceProfileId === copyFrom)
  if (!source) throw new Error(`${copyFrom} is no profile of ${place.region}`)
  return profile(place, { id, type: 'APPLICATION', name: `copy-of-${copyFrom}`, models: source.models })
}

function profile(
  { region, account, partition }: Place,
  facts: { id: string; type: InferenceProfile['type']; name: string; models: InferenceProfile['models'] },
): InferenceProfile {
  const kind = facts.type === 'APPLICATION' ? 'application-inference-profile' : 'inference-profile'
  return {
    inferenceProfileId: facts.id,
    inferenceProfileName: facts.name,
    inferenceProfileArn: `arn:${partition}:bedrock:${region}:${account}:${kind}/${facts.id}`,
    description: `Routes requests to ${facts.name}.`,
    models: facts.models,
    status: 'ACTIVE',
    type: facts.type,
    createdAt: '2026-01-15T00:00:00Z',
    updatedAt: '2026-06-30T00:00:00Z',
  }
}

/** Regions that may answer a call from `region`; a global profile has the region itself and "anywhere". */
function destinations(prefix: Prefix, region: string): readonly string[] | undefined {
  if (prefix === 'global') return region.startsWith('us-gov-') ? undefined : [region, '']
  const { to, sources } = GEOGRAPHIES[prefix]
  return [...to, ...sources].includes(region) ? to : undefined
}

function profileName(prefix: Prefix, { name }: FoundationModel): string {
  return `${prefix === 'global' ? 'Global' : GEOGRAPHIES[prefix].name} Anthropic ${name}`
}

export function modelArn(partition: string, region: string, id: string): string {
  return `arn:${partition}:bedrock:${region}::foundation-model/${id}`
}
