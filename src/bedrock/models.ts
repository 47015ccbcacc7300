import { partitionOf } from '../partition.ts'

/**
 * A model as the `model` input names it, taken apart. `prefix` is the geography of an inference profile (`us`, `global`),
 * `modelId` the foundation model (`anthropic.…`), `id` the whole reference as Bedrock takes it; `region` and `account` are
 * those of an ARN. `other` is what this does not know: an alias of Claude Code, or the ARN of some other resource.
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
 * Takes apart a model id, an inference profile id, or the ARN of a foundation model or of an inference profile, system
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

/** What the host names of a region's services end in, without a leading dot, as the AWS SDK's partitions have it (3.1164.0). */
export function dnsSuffixOf(region: string): string {
  const suffixes = new Map([
    ['aws-cn', 'amazonaws.com.cn'],
    ['aws-eusc', 'amazonaws.eu'],
    ['aws-iso', 'c2s.ic.gov'],
    ['aws-iso-b', 'sc2s.sgov.gov'],
    ['aws-iso-e', 'cloud.adc-e.uk'],
    ['aws-iso-f', 'csp.hci.ic.gov'],
  ])
  return suffixes.get(partitionOf(region)) ?? 'amazonaws.com'
}

/** A Claude model's name as Service Quotas writes it: `Claude Sonnet 4.6`, `Claude 3.7 Sonnet`; undefined for others. */
export function modelName(modelId: string): string | undefined {
  const words = /^anthropic\.claude-(.+?)(?:-\d{8})?(?:-v\d+)?(?::\d+)?$/.exec(modelId)?.[1]
  if (words === undefined) return undefined
  const spaced = words.replaceAll(/(\d)-(?=\d)/g, '$1.').split('-')
  return ['Claude', ...spaced.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join(' ')
}
