import { json, shell, type Fix, type FixParts, type ServiceError } from '../../errors.ts'
import { capitalized } from '../../text.ts'
import { invokePolicy, INVOKE_ACTIONS } from '../iam-policy.ts'
import { parseModel } from '../models.ts'
import type { BedrockCall, BedrockRule } from '../types.ts'

/** Denials by IAM: `User: ... is not authorized to perform: ... on resource: ...`, and the policy that lifts them. */
export const DENIED_RULES: readonly BedrockRule[] = [
  {
    id: 'B3',
    match: [{ message: /with an explicit deny/i }],
    code: 'explicitly-denied',
    title: (error, call) =>
      `${capitalized(policyName(error, 'a'))} keeps ${whoOf(error)} from calling ${whatOf(error, call)}.`,
    explanation: (error, call) =>
      `A Deny in ${policyName(error, 'a')} forbids it; no Allow elsewhere can lift that.${routed(error, call)}`,
    fix: liftDeny,
  },
  {
    id: 'B2',
    match: [{ message: /is not authorized to perform: /i }],
    code: 'iam-permission-missing',
    title: (error, call) => `${capitalized(whoOf(error))} may not call ${whatOf(error, call)}.`,
    explanation: (error, call) =>
      `IAM is asked for ${denialOf(error).action}, and ${policyName(error, 'no')} allows it.${routed(error, call)}`,
    fix: (error, call) => [whereToAllow(error), ...policyBlocks(error, call)],
  },
]

function whoOf(error: ServiceError): string {
  const { role, isUser } = denialOf(error)
  return role === undefined ? 'the caller' : `the ${isUser ? 'user' : 'role'} ${role}`
}

/** The model that was called, or the action where it is about no model. */
function whatOf(error: ServiceError, call: BedrockCall): string {
  const { action } = denialOf(error)
  const isModels = INVOKE_ACTIONS.includes(action) && call.model !== undefined
  return `${isModels ? parseModel(call.model).id.replace(/^arn:.*?:(?=[\w-]+\/)/, '') : action} in ${call.region}`
}

/** In a policy where the account is not known. */
const NO_ACCOUNT = '111122223333'

function denialOf({ message: words }: ServiceError) {
  const [, account, kind, role] =
    /arn:[\w-]+:(?:sts|iam)::(\d{12}):(assumed-role|role|user)\/([^/\s]+)/.exec(words) ?? []
  return {
    isUser: kind === 'user',
    action: /perform: ([\w-]+:\w+)/.exec(words)?.[1] ?? 'the action',
    resource: /on resource: (\S+)/.exec(words)?.[1] ?? '*',
    account,
    role,
  }
}

/** Which kind of policy AWS names: `identity-based`, `session`, `service control`, `permissions boundary`, ...; not every text does. */
function layerOf({ message: words }: ServiceError): string | undefined {
  return /(?:explicit deny in an?|because no) ([\w -]+?)(?: policy\b| allows|[:.]|$)/i.exec(words)?.[1]?.toLowerCase()
}

function policyName(error: ServiceError, article: 'a' | 'no'): string {
  const layer = layerOf(error)
  const name = layer === 'permissions boundary' ? layer : `${layer ?? ''} policy`.trim()
  return `${article === 'a' && /^[aeiou]/.test(name) ? 'an' : article} ${name}`
}

function routed(error: ServiceError, call: BedrockCall): string {
  const { resource } = denialOf(error)
  const { kind, region } = parseModel(resource)
  if (kind !== 'foundation-model' || region === call.region) return ''
  if (region === undefined) return ' The resource has no region: the call goes through a global profile.'
  return ` The profile routed the call to ${region}: the model must be allowed there too.`
}

function whereToAllow(error: ServiceError): string {
  const { role, isUser } = denialOf(error)
  const layer = layerOf(error)
  if (layer === 'session')
    return 'The session is narrower than its role. Add these statements to the input inline-session-policy, or remove the session policies:'
  if (layer === 'permissions boundary')
    return `Add these statements to the permissions boundary of ${role ?? 'the role'}:`
  if (layer === 'vpc endpoint') return 'Add these statements, with "Principal": "*", to the policy of the VPC endpoint:'
  if (layer === 'service control' || layer === 'resource control')
    return `Ask the owner of the organization to allow this in the ${layer} policies:`
  return `Attach this policy to ${isUser ? 'the user' : 'the role'}${role === undefined ? '' : ` ${role}`} (IAM, Add permissions, Create inline policy, JSON):`
}

function policyBlocks(error: ServiceError, call: BedrockCall): FixParts {
  const denial = denialOf(error)
  const account = call.account ?? denial.account
  const models = modelsOf(denial.resource, call)
  const policy =
    INVOKE_ACTIONS.includes(denial.action) && models.length > 0
      ? invokePolicy({ region: call.region, account: account ?? NO_ACCOUNT, models })
      : { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: denial.action, Resource: denial.resource }] }
  return account === undefined ? [json(policy), `${NO_ACCOUNT} stands for your account id.`] : [json(policy)]
}

/** The call's model, and the one that was denied when that is another (Claude Code also calls its small model). */
function modelsOf(resource: string, call: BedrockCall): readonly string[] {
  const asked = parseModel(call.model ?? '')
  const denied = parseModel(resource)
  const model = asked.kind === 'other' && !asked.id.startsWith('arn:') ? [] : [asked.id]
  if (denied.kind === 'other' || denied.id === asked.id || resource.includes('*')) return model
  const covered = denied.modelId === asked.modelId || asked.kind === 'application-inference-profile'
  if (denied.kind !== 'foundation-model')
    return covered && denied.prefix === asked.prefix ? model : [...model, denied.id]
  if (covered) return model
  const prefix = asked.prefix ?? (denied.region === undefined ? 'global' : undefined)
  return [...model, prefix === undefined ? denied.id : `${prefix}.${denied.modelId ?? ''}`]
}

function liftDeny(error: ServiceError, call: BedrockCall): Fix {
  const { role, action } = denialOf(error)
  const layer = layerOf(error)
  if (layer === 'session')
    return 'Remove the Deny from the input inline-session-policy, or from the policies that managed-session-policies names.'
  if (layer === 'identity-based' || layer === 'permissions boundary')
    return `Remove the Deny on ${action} from the ${layer === 'identity-based' ? 'policies' : 'permissions boundary'} of ${role ?? 'the role'}.`
  if (layer === 'vpc endpoint') return 'Remove the Deny from the policy of the VPC endpoint.'
  if (layer === undefined)
    return `Find the Deny on ${action}: in the policies, the permissions boundary and the session policies of ${role ?? 'the role'}, or in a service control policy of the organization.`
  const policy = /policy: (arn:\S+)/.exec(error.message)?.[1]
  const profile = call.model === undefined ? 'PROFILE_ID' : parseModel(call.model).id
  return [
    `Ask the owner of the organization to exempt Bedrock from the deny${policy === undefined ? '' : ` in ${policy}`}: in a region deny, add "bedrock:Invoke*" to its NotAction, or every region that the profile routes to, to its list of regions:`,
    shell(
      `aws bedrock get-inference-profile --inference-profile-identifier ${profile} --region ${call.region} --query "models[].modelArn"`,
    ),
    ...globalAdvice(error, call),
  ]
}

function globalAdvice(error: ServiceError, call: BedrockCall): FixParts {
  const isGlobal = parseModel(call.model ?? '').prefix === 'global' || /arn:[\w-]+:bedrock:::/.test(error.message)
  if (!isGlobal) return []
  return [
    'A global profile calls with no region; the list of regions must hold "unspecified" as well:',
    json({ Condition: { StringNotEquals: { 'aws:RequestedRegion': [call.region, 'unspecified'] } } }),
    'Or keep to a profile of one geography: a model id that begins with us., eu., jp. and so on instead of global.',
  ]
}
