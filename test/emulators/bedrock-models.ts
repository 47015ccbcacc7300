import type { Account } from './aws-account.ts'
import {
  applicationProfile,
  FOUNDATION_MODELS,
  modelArn,
  systemProfiles,
  type FoundationModel,
  type InferenceProfile,
} from './bedrock-catalogue.ts'

/** An application inference profile of the account. */
export interface ApplicationProfile {
  /** Twelve characters of AWS's choosing; the ARN ends in it. */
  readonly id: string
  /** The system-defined profile it was made from. */
  readonly copyFrom: string
  /** Default: the first region served. */
  readonly region?: string
}

/** What an id in a path stands for: a profile with its model, or a model alone. */
export interface NamedModel {
  readonly model: FoundationModel
  readonly profile: InferenceProfile | undefined
}

/** The models and profiles as one account sees them from one region. */
export interface RegionalModels {
  readonly region: string
  /** Profiles that are listed: system-defined first. */
  readonly profiles: readonly InferenceProfile[]
  readonly models: readonly FoundationModel[]
  arnOf(model: FoundationModel): string
  /** By id or ARN; undefined for what cannot be named from here. */
  find(idOrArn: string): NamedModel | undefined
}

/** The models that can be called from a region by their profiles. */
export function regionalModels(
  account: Account,
  region: string,
  applications: readonly ApplicationProfile[],
): RegionalModels {
  const place = { region, account: account.id, partition: account.partition }
  const own = applications.map(({ id, copyFrom }) => applicationProfile(place, id, copyFrom))
  const callable = [...systemProfiles(place, false), ...own]
  const models = FOUNDATION_MODELS.filter((model) => callable.some((profile) => isOf(profile, model)))
  const arnOf = (model: FoundationModel) => modelArn(account.partition, region, model.id)
  return {
    region,
    profiles: [...systemProfiles(place), ...own],
    models,
    arnOf,
    find: (name) => {
      const profile = callable.find(
        ({ inferenceProfileId, inferenceProfileArn, type }) =>
          inferenceProfileArn === name || (inferenceProfileId === name && type === 'SYSTEM_DEFINED'),
      )
      const model = models.find((candidate) =>
        profile ? isOf(profile, candidate) : candidate.id === name || arnOf(candidate) === name,
      )
      return model && { model, profile }
    },
  }
}

function isOf(profile: InferenceProfile, model: FoundationModel): boolean {
  return profile.models[0]?.modelArn.endsWith(`/${model.id}`) ?? false
}
