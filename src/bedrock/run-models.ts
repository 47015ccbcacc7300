import type { BedrockSettings, FamilyModels } from '../inputs/settings.ts'
import { parseModel } from './models.ts'
import type { RunModels } from './types.ts'

/** What of the settings names models; `classifies` says that Claude Code asks a model of its own what it may do. */
export type ModelSettings = Pick<
  BedrockSettings,
  'region' | 'model' | 'smallFastModel' | 'familyModels' | 'subagentModel'
> & { readonly fallbackModel: string | undefined; readonly classifies: boolean }

/** What is recorded of Claude Code: its model of each family as a foundation model id, and the name of its classifier. */
export interface OwnModels {
  readonly defaultModels: FamilyModels
  readonly classifierModel: string
  /** Whether the version that runs is the recorded one; of another one this is a guess. */
  readonly isCertain: boolean
}

/** The models of a run. `profiles` are the ids that AWS listed, undefined where it did not. */
export function modelsOfRun(
  settings: ModelSettings,
  { own, profiles }: { own: OwnModels; profiles: readonly string[] | undefined },
): RunModels {
  const { region } = settings
  const named = pinnedModels(settings)
  const called = (model: string | undefined) =>
    calledModel(model, { region, named, defaults: own.defaultModels, profiles })
  const main = called(settings.model)
  const isNamed = settings.model !== undefined && isBedrocksName(settings.model)
  const small = called(settings.smallFastModel ?? 'haiku')
  const others = [
    // It plans with one model and acts with the other.
    ...(parseModel(settings.model ?? '').id === 'opusplan' ? ['opus'] : []),
    ...(settings.classifies ? [own.classifierModel] : []),
    ...(settings.fallbackModel?.split(',') ?? []),
    ...Object.values(settings.familyModels ?? {}),
    settings.subagentModel,
  ].filter((model) => model !== undefined && model !== 'inherit')
  const all = [main, small, ...others.map(called)].filter((model) => model !== undefined)
  return { main: own.isCertain || isNamed ? main : undefined, small, all: [...new Set(all)] }
}

/**
 * The model that each family means in the run: the one that the job names for it, else the main model, or subagents would call
 * models that nobody chose; `haiku` is the small/fast model. An alias must not be pinned to itself: Bedrock would be asked for it.
 */
export function pinnedModels({
  model,
  smallFastModel,
  familyModels: { opus, sonnet, haiku, fable } = {},
}: Pick<BedrockSettings, 'model' | 'smallFastModel' | 'familyModels'>): FamilyModels {
  const main = model !== undefined && parseModel(model).kind !== 'other' ? model : undefined
  return { opus: opus ?? main, sonnet: sonnet ?? main, haiku: haiku ?? smallFastModel, fable: fable ?? main }
}

/** Whether Bedrock knows a model by this name, or may; other names are for Claude Code to resolve. */
export function isBedrocksName(model: string): boolean {
  const { kind, id } = parseModel(model)
  return kind !== 'other' || !(ALIASES.has(id) || id.startsWith('claude-'))
}

/** Where and with what a name of Claude Code's is resolved. */
export interface NamedModels {
  readonly region: string
  /** Models that stand for a family, as ids or ARNs. */
  readonly named: FamilyModels
  /** Claude Code's own model of each family, as foundation model ids. */
  readonly defaults: FamilyModels
  /** Ids of the profiles that can be called from the region; undefined where AWS did not list them. */
  readonly profiles: readonly string[] | undefined
}

/** Names of Claude Code's by the family that they mean (2.1.330); no name is `opus`. */
const ALIASES: ReadonlyMap<string, keyof FamilyModels> = new Map([
  ...(['opus', 'sonnet', 'haiku', 'fable'] as const).map((family) => [family, family] as const),
  ...(['best', 'default'] as const).map((name) => [name, 'opus'] as const),
  ['opusplan', 'sonnet'],
])

/**
 * The id or ARN that Claude Code calls Bedrock with for a value of the `model` input, or for none: an id stands for itself, an
 * alias for its family's model, a name such as `claude-sonnet-4-6` for a profile of that model (undefined where none is listed,
 * for Claude Code does not know every such name). Of several profiles it takes the one of the region's geography, else the first
 * that AWS lists (2.1.330).
 */
export function calledModel(
  model: string | undefined,
  { region, named, defaults, profiles }: NamedModels,
): string | undefined {
  if (model !== undefined && isBedrocksName(model)) return parseModel(model).id
  const { id } = parseModel(model ?? 'opus')
  const family = ALIASES.get(id)
  const own = family && named[family]
  if (own !== undefined) return parseModel(own).id
  const wanted = family === undefined ? `anthropic.${id}` : defaults[family]
  if (wanted === undefined) return undefined
  const prefix = `${claudePrefix(region)}.`
  const holding = (profiles ?? []).filter((profile) => isModel(parseModel(profile).modelId ?? '', wanted))
  const listed = holding.find((profile) => profile.startsWith(prefix)) ?? holding[0]
  return listed ?? (family === undefined ? undefined : `${prefix}${wanted}`)
}

/** The geography that Claude Code itself takes for a region (2.1.330); AWS knows more. */
function claudePrefix(region: string): string {
  const [start = ''] = /^(us-gov|us|eu|ap)(?=-)/.exec(region) ?? []
  return start === 'ap' ? 'apac' : start || 'global'
}

/** `anthropic.claude-opus-4-6-v1` is `anthropic.claude-opus-4-6`; one with a date is another name. */
function isModel(modelId: string, wanted: string): boolean {
  return modelId === wanted || (modelId.startsWith(wanted) && /^-v\d+(:\d+)?$/.test(modelId.slice(wanted.length)))
}
