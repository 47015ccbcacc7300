import { randomUUID } from 'node:crypto'
import type { FoundationModel, InferenceProfile } from './bedrock-catalogue.ts'
import { BEDROCK_ERRORS, BedrockRefusal, invalid, notFound } from './bedrock-errors.ts'
import type { RegionalModels } from './bedrock-models.ts'
import type { EmulatedReply } from './http.ts'

export type ControlOperation =
  | 'ListInferenceProfiles'
  | 'GetInferenceProfile'
  | 'ListFoundationModels'
  | 'GetFoundationModel'
  | 'GetFoundationModelAvailability'

export interface ControlRequest {
  readonly operation: ControlOperation
  /** The id or ARN in the path, decoded; empty for lists. */
  readonly id: string
  readonly query: URLSearchParams
}

const MOST_RESULTS = 1000

/** Answers the read side of the control plane; throws the refusal that Bedrock gives. */
export function answerControl({ operation, id, query }: ControlRequest, here: RegionalModels): EmulatedReply {
  switch (operation) {
    case 'ListInferenceProfiles':
      return json(listProfiles(here.profiles, query))
    case 'GetInferenceProfile':
      return json(profileOf(here, id))
    case 'ListFoundationModels':
      return json({ modelSummaries: listModels(here, query) })
    case 'GetFoundationModel':
      return json({ modelDetails: describe(here, modelOf(here, id)) })
    case 'GetFoundationModelAvailability':
      return json(availability(modelOf(here, id)))
  }
}

function listProfiles(profiles: readonly InferenceProfile[], query: URLSearchParams) {
  const type = query.get('type')
  if (type !== null && type !== 'SYSTEM_DEFINED' && type !== 'APPLICATION')
    throw new BedrockRefusal(
      invalid(
        `1 validation error detected: Value '${type}' at 'typeEquals' failed to satisfy constraint: Member must satisfy enum value set: [SYSTEM_DEFINED, APPLICATION]`,
      ),
    )
  const asked = profiles.filter((profile) => type === null || profile.type === type)
  const size = Number(query.get('maxResults') ?? MOST_RESULTS)
  if (!(size >= 1 && size <= MOST_RESULTS))
    throw new BedrockRefusal(
      invalid(
        `1 validation error detected: Value '${size}' at 'maxResults' failed to satisfy constraint: Member must have value between 1 and ${MOST_RESULTS}`,
      ),
    )
  const start = offsetIn(query.get('nextToken'))
  const end = start + size
  return {
    inferenceProfileSummaries: asked.slice(start, end),
    ...(end < asked.length && { nextToken: Buffer.from(`offset:${end}`).toString('base64') }),
  }
}

function offsetIn(token: string | null): number {
  if (token === null) return 0
  const [, offset] = /^offset:(\d+)$/.exec(Buffer.from(token, 'base64').toString()) ?? []
  if (offset === undefined) throw new BedrockRefusal(invalid('The provided nextToken is invalid.'))
  return Number(offset)
}

function profileOf(here: RegionalModels, id: string): InferenceProfile {
  const found = here.profiles.find(
    ({ inferenceProfileId, inferenceProfileArn }) => inferenceProfileId === id || inferenceProfileArn === id,
  )
  if (!found) throw new BedrockRefusal(notFound('The specified inference profile was not found.'))
  return found
}

function modelOf(here: RegionalModels, id: string): FoundationModel {
  const named = here.find(id)
  if (!named || named.profile) throw new BedrockRefusal(BEDROCK_ERRORS.modelIdInvalid)
  return named.model
}

function listModels(here: RegionalModels, query: URLSearchParams): readonly object[] {
  const provider = query.get('byProvider') ?? 'Anthropic'
  if (provider.toLowerCase() !== 'anthropic') return []
  return here.models.filter(({ lifecycle }) => lifecycle !== 'END_OF_LIFE').map((model) => describe(here, model))
}

function describe(here: RegionalModels, model: FoundationModel): object {
  return {
    modelArn: here.arnOf(model),
    modelId: model.id,
    modelName: model.name,
    providerName: 'Anthropic',
    inputModalities: ['TEXT', 'IMAGE'],
    outputModalities: ['TEXT'],
    responseStreamingSupported: true,
    customizationsSupported: [],
    inferenceTypesSupported: ['INFERENCE_PROFILE'],
    modelLifecycle: { status: model.lifecycle === 'ACTIVE' ? 'ACTIVE' : 'LEGACY' },
  }
}

function availability(model: FoundationModel): object {
  const usable = model.lifecycle !== 'END_OF_LIFE'
  return {
    modelId: model.id,
    agreementAvailability: { status: 'AVAILABLE' },
    authorizationStatus: 'AUTHORIZED',
    entitlementAvailability: 'AVAILABLE',
    regionAvailability: usable ? 'AVAILABLE' : 'NOT_AVAILABLE',
  }
}

function json(value: object): EmulatedReply {
  return {
    status: 200,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify(value),
  }
}
