import { partitionOf } from '../../endpoints.ts'
import { inputLine } from '../../error-rules.ts'
import { shell, type FixParts } from '../../errors.ts'
import { modelName, parseModel, profilesOf } from '../models.ts'
import type { BedrockCall } from '../types.ts'

/** The command that lists the inference profile ids of a region. */
export function profilesCommand(call: BedrockCall): string {
  return `aws bedrock list-inference-profiles --region ${call.region} --query "inferenceProfileSummaries[].inferenceProfileId"`
}

/**
 * Which `model` to write in place of the call's: profiles known to work here, or else the very id behind the region's
 * other prefixes, to be checked.
 */
export function chooseProfile(call: BedrockCall): FixParts {
  const { region, profiles } = call
  const { id, modelId } = parseModel(call.model ?? '')
  const same = modelId === undefined ? [] : sameModel(modelId, call).filter((profile) => profile !== id)
  if (profiles === undefined) {
    const check = [`Which ids exist in ${region}:`, shell(profilesCommand(call))]
    return same.length === 0
      ? check
      : ['Try one of these, if the list below has it:', inputLine('model', same), ...check]
  }
  if (same.length > 0) return [`Inference profiles of this model that work in ${region}:`, inputLine('model', same)]
  const claude = profiles.filter((profile) => profile !== id && parseModel(profile).modelId !== undefined)
  const [nearest, ...others] = nearestFirst(id, claude)
  if (nearest === undefined)
    return [`No other Claude inference profile works in ${region} for this account: choose another aws-region.`]
  if (!isNear(id, nearest))
    return [`Inference profiles that work in ${region}, the nearest first:`, ...shortList([nearest, ...others], call)]
  const work = `Inference profiles of other models that work in ${region}, the nearest first:`
  const rest = others.length === 0 ? [] : [work, ...shortList(others, call)]
  return ['Did you mean this one?', inputLine('model', [nearest]), ...rest]
}

/** The first ten ids, and where to find the rest. */
export function shortList(ids: readonly string[], call: BedrockCall): FixParts {
  const all = ids.length > MOST_SHOWN ? [`All ${ids.length} of them:`, shell(profilesCommand(call))] : []
  return [inputLine('model', ids.slice(0, MOST_SHOWN)), ...all]
}

const MOST_SHOWN = 10

/** Ids by how little they differ from `id`: a typing mistake first, then the same family. */
export function nearestFirst(id: string, ids: readonly string[]): readonly string[] {
  return [...ids].sort((one, other) => distance(id, one) - distance(id, other))
}

/** Whether one may be a typing mistake for the other. */
const isNear = (id: string, other: string) => distance(id, other) <= 3

/** The number of characters to add, take away or replace (Levenshtein). */
function distance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [row, sign] of Array.from(one).entries()) {
    const current = [row + 1]
    for (let at = 0; at < other.length; at++)
      current.push(
        Math.min(
          (previous[at + 1] ?? 0) + 1,
          (current[at] ?? 0) + 1,
          (previous[at] ?? 0) + (sign === other[at] ? 0 : 1),
        ),
      )
    previous = current
  }
  return previous[other.length] ?? 0
}

/** Profiles of a model: those listed, however their ids end (`-v1`, `-v1:0` or neither), or else the very id by prefix. */
function sameModel(modelId: string, { region, profiles }: BedrockCall): readonly string[] {
  if (profiles === undefined) return profilesOf(modelId, region)
  return profiles.filter((profile) => bareId(parseModel(profile).modelId ?? '') === bareId(modelId))
}

const bareId = (modelId: string) => modelId.replace(/(?:-v\d+)?(?::\d+)?$/, '')

/** A page of the AWS console in the call's region, such as `bedrock/home#/model-catalog`. */
export function consolePage(call: BedrockCall, page: string): string {
  const gov = partitionOf(call.region) === 'aws-us-gov'
  const host = gov ? 'console.amazonaws-us-gov.com' : `${call.region}.console.aws.amazon.com`
  const [path = '', fragment] = page.split('#')
  return `https://${host}/${path}?region=${call.region}${fragment === undefined ? '' : `#${fragment}`}`
}

/** The call's model as Service Quotas and the console name it, `Anthropic Claude Sonnet 4.6`, where its id says it. */
export function quotaModel(call: BedrockCall): string {
  const { modelId } = parseModel(call.model ?? '')
  const name = modelId === undefined ? undefined : modelName(modelId)
  return name === undefined ? 'the model' : `Anthropic ${name}`
}

/** The quota's name for the call's kind of profile: names are looked up, since codes differ by region. */
export function tokensPerMinuteQuota(call: BedrockCall): string {
  const { kind, prefix } = parseModel(call.model ?? '')
  const on = `model inference tokens per minute for ${quotaModel(call)}`
  if (kind === 'foundation-model') return `On-demand ${on}`
  return prefix === 'global' ? `Global cross-region ${on}` : `Cross-region ${on}`
}

/** Where quotas are seen and raised, as page and command. */
export const quotaBlocks = (call: BedrockCall): FixParts => [
  consolePage(call, 'servicequotas/home/services/bedrock/quotas'),
  shell(quotasCommand('list-service-quotas', call)),
]

/** The command that shows what AWS gives by default; {@link quotaBlocks} shows what is applied. */
export const defaultQuotaCommand = (call: BedrockCall) => quotasCommand('list-aws-default-service-quotas', call)

function quotasCommand(command: string, call: BedrockCall): string {
  const filter = quotaModel(call).replace('Anthropic ', '').replace('the model', 'Claude')
  return `aws service-quotas ${command} --service-code bedrock --region ${call.region} --query "Quotas[?contains(QuotaName, '${filter}')].[QuotaName,Value]" --output table`
}

/** The command that shows which of agreement, authorization, entitlement and region is missing for the call's model. */
export function availabilityCommand(call: BedrockCall): string {
  const modelId = parseModel(call.model ?? '').modelId ?? 'MODEL_ID'
  return `aws bedrock get-foundation-model-availability --model-id ${modelId} --region ${call.region}`
}
