import { describe, test } from '@jest/globals'

import { trustPolicyForJobs } from '../../scripts/iam-trust.ts'
import { invokePolicy } from '../../src/bedrock/iam-policy.ts'
import { only, type Runnable } from '../support/needs.ts'
import { deploy } from './iam-cloudformation.ts'
import { HAS_TERRAFORM, terraformPolicies } from './iam-terraform.ts'

/** What a user fills into either template. */
export interface Values {
  readonly branches?: readonly string[]
  readonly pullRequests?: boolean
  readonly environment?: string
  readonly workflowRef?: string
  readonly event?: string
  readonly model: string
  readonly smallFastModel?: string
  readonly fallbackModel?: string
  readonly guardrail?: string
  readonly applicationProfiles?: boolean
  readonly oidcProvider?: 'new' | 'existing'
  readonly roleName?: string
}

/** The two policies of a role, as somebody made them. */
export interface Policies {
  readonly trust: object
  readonly permissions: object
}

export const REGION = 'us-east-1'
export const ACCOUNT = '111122223333'
export const GITHUB = 'token.actions.githubusercontent.com'
export const REPOSITORY = { owner: 'octo-org', ownerId: '123456', name: 'octo-repo', id: '789012' }

/** ARNs that AWS gives to the application profiles of model, small-fast-model and fallback-model. */
export const APPLICATION_ARNS = ['model1', 'small1', 'fallback1'].map(
  (id) => `arn:aws:bedrock:${REGION}:${ACCOUNT}:application-inference-profile/${id}`,
)

const PROVIDER_ARN = `arn:aws:iam::${ACCOUNT}:oidc-provider/${GITHUB}`

/** Who makes the policies: the code behind the action's errors, and both templates; what runs tests of them here. */
export const MAKERS: readonly (readonly [string, (values: Values) => Policies, Runnable])[] = [
  ['the code', ofCode, { test, describe }],
  ['CloudFormation', ofCloudFormation, { test, describe }],
  ['Terraform', ofTerraform, only('with Terraform', HAS_TERRAFORM)],
]

/** The policies as `npm run iam` and the action's errors have them. */
export function ofCode(values: Values): Policies {
  const { branches = ['main'], pullRequests, environment, workflowRef: jobWorkflowRef } = values
  const models = modelsOf(values)
  return {
    trust: trustPolicyForJobs(
      { repository: REPOSITORY, branches, pullRequests, environment, jobWorkflowRef },
      { partition: 'aws', account: ACCOUNT },
    ),
    permissions: invokePolicy({
      ...{ region: REGION, account: ACCOUNT, models: ownOr(values, models) },
      guardrail: values.guardrail,
    }),
  }
}

/** The stack of examples/iam for these values. */
export function stackOf({ branches, pullRequests, applicationProfiles, ...texts }: Values, region = REGION) {
  const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
  const parameters = {
    OidcProvider: 'new',
    Owner: REPOSITORY.owner,
    OwnerId: REPOSITORY.ownerId,
    Repository: REPOSITORY.name,
    RepositoryId: REPOSITORY.id,
    ...(branches !== undefined && { Branches: branches.join(',') }),
    ...(pullRequests !== undefined && { PullRequests: String(pullRequests) }),
    ...(applicationProfiles !== undefined && { ApplicationProfiles: String(applicationProfiles) }),
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [pascal(name), text])),
  }
  const [model = '', small = '', fallback = ''] = APPLICATION_ARNS
  return deploy(parameters, {
    region,
    account: ACCOUNT,
    attributes: {
      Provider: PROVIDER_ARN,
      'Role.Arn': `arn:aws:iam::${ACCOUNT}:role/claude-code`,
      'ModelProfile.InferenceProfileArn': model,
      'SmallFastModelProfile.InferenceProfileArn': small,
      'FallbackModelProfile.InferenceProfileArn': fallback,
    },
  })
}

function ofCloudFormation(values: Values): Policies {
  const { Role } = stackOf(values).resources
  const [policy, ...more] = Role!.Policies as { PolicyDocument: object }[]
  if (policy === undefined || more.length > 0) throw new Error('the role should have one policy')
  return { trust: Role!.AssumeRolePolicyDocument as object, permissions: policy.PolicyDocument }
}

function ofTerraform(values: Values): Policies {
  const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const variables = {
    oidc_provider: 'new',
    owner: REPOSITORY.owner,
    owner_id: REPOSITORY.ownerId,
    repository: REPOSITORY.name,
    repository_id: REPOSITORY.id,
    region: REGION,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [snake(name), value as unknown])),
  }
  const applicationProfiles = values.applicationProfiles === true ? ownOr(values, modelsOf(values)) : []
  const made = terraformPolicies(variables, { account: ACCOUNT, providerArn: PROVIDER_ARN, applicationProfiles })
  return { trust: made.trust as object, permissions: made.permissions as object }
}

function modelsOf({ model, smallFastModel, fallbackModel }: Values): readonly string[] {
  return [model, smallFastModel, fallbackModel].filter((id) => id !== undefined)
}

function ownOr(values: Values, models: readonly string[]): readonly string[] {
  if (values.applicationProfiles !== true) return models
  const given = [values.model, values.smallFastModel, values.fallbackModel]
  return APPLICATION_ARNS.filter((_, index) => given[index] !== undefined)
}
