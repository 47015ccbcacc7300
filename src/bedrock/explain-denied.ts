import type { Fact } from './explain-fact.ts'
import type { BedrockCall, Row } from './explain-row.ts'
import { invokePolicy, INVOKE_ACTIONS } from './iam-policy.ts'
import { parseModel } from './models.ts'

/** Denials by IAM: `User: … is not authorized to perform: … on resource: …`, and the policy that lifts them. */
export const DENIED_ROWS: readonly Row[] = [
  {
    row: 'B3',
    code: 'explicitly-denied',
    says: /with an explicit deny/i,
    means: (fact, call) =>
      `A Deny in ${policyName(fact, 'a')} forbids it; no Allow elsewhere can lift that.${routed(fact, call)}`,
    fix: liftDeny,
  },
  {
    row: 'B2',
    code: 'iam-permission-missing',
    says: /is not authorized to perform: /i,
    means: (fact, call) =>
      `IAM is asked for ${denialOf(fact).action}, and ${policyName(fact, 'no')} allows it.${routed(fact, call)}`,
    fix: (fact, call) => `${whereToAllow(fact)}\n${policyText(fact, call)}`,
  },
]

/** Stands in a policy where the account is not known. */
const NO_ACCOUNT = '111122223333'

interface Denial {
  readonly action: string
  readonly resource: string
  readonly account: string | undefined
  readonly role: string | undefined
}

function denialOf({ words }: Fact): Denial {
  const [, account, role] = /arn:[\w-]+:(?:sts|iam)::(\d{12}):(?:assumed-role|role|user)\/([^/\s]+)/.exec(words) ?? []
  return {
    action: /perform: ([\w-]+:\w+)/.exec(words)?.[1] ?? 'the action',
    resource: /on resource: (\S+)/.exec(words)?.[1] ?? '*',
    account,
    role,
  }
}

/** Which kind of policy AWS names: `identity-based`, `session`, `service control`, `permissions boundary`, ...; not every text does. */
function layerOf({ words }: Fact): string | undefined {
  return /(?:explicit deny in an?|because no) ([\w -]+?)(?: policy\b| allows|[:.]|$)/i.exec(words)?.[1]?.toLowerCase()
}

function policyName(fact: Fact, article: 'a' | 'no'): string {
  const layer = layerOf(fact)
  const name = layer === 'permissions boundary' ? layer : `${layer ?? ''} policy`.trim()
  return `${article === 'a' && /^[aeiou]/.test(name) ? 'an' : article} ${name}`
}

function routed(fact: Fact, call: BedrockCall): string {
  const { resource } = denialOf(fact)
  const { kind, region } = parseModel(resource)
  if (kind !== 'foundation-model' || region === call.region) return ''
  if (region === undefined) return ' The resource has no region: the call goes through a global profile.'
  return ` The profile routed the call to ${region}: the model must be allowed there too.`
}

function whereToAllow(fact: Fact): string {
  const { role } = denialOf(fact)
  const layer = layerOf(fact)
  if (layer === 'session')
    return 'The session is narrower than its role. Add these statements to the input inline-session-policy, or take the session policies away:'
  if (layer === 'permissions boundary')
    return `Add these statements to the permissions boundary of ${role ?? 'the role'}:`
  if (layer === 'vpc endpoint') return 'Add these statements, with "Principal": "*", to the policy of the VPC endpoint:'
  if (layer === 'service control' || layer === 'resource control')
    return `Ask the owner of the organization to allow this in the ${layer} policies:`
  return `Attach this policy to ${role === undefined ? 'the role' : `the role or user ${role}`}:`
}

function policyText(fact: Fact, call: BedrockCall): string {
  const denial = denialOf(fact)
  const account = call.account ?? denial.account
  const models = modelsOf(denial, call)
  const policy =
    INVOKE_ACTIONS.includes(denial.action) && models.length > 0
      ? invokePolicy({ region: call.region, account: account ?? NO_ACCOUNT, models })
      : { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: denial.action, Resource: denial.resource }] }
  const placeholder = account === undefined ? `\n(${NO_ACCOUNT} stands for your account id.)` : ''
  return `${JSON.stringify(policy, null, 2)}${placeholder}`
}

/** The call's model, and the one that was denied when that is another (Claude Code also calls its small model). */
function modelsOf({ resource }: Denial, call: BedrockCall): readonly string[] {
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

function liftDeny(fact: Fact, call: BedrockCall): string {
  const { role } = denialOf(fact)
  const layer = layerOf(fact)
  if (layer === 'session')
    return 'Remove the Deny from the input inline-session-policy, or from the policies that managed-session-policies names.'
  if (layer === 'identity-based' || layer === 'permissions boundary')
    return `Remove the Deny on ${denialOf(fact).action} from the ${layer === 'identity-based' ? 'policies' : 'permissions boundary'} of ${role ?? 'the role'}.`
  if (layer === 'vpc endpoint') return 'Remove the Deny from the policy of the VPC endpoint.'
  if (layer === undefined)
    return `Find the Deny on ${denialOf(fact).action}: in the policies, the permissions boundary and the session policies of ${role ?? 'the role'}, or in a service control policy of the organization.`
  const policy = /policy: (arn:\S+)/.exec(fact.words)?.[1]
  return [
    `Ask the owner of the organization to exempt Bedrock from the deny${policy === undefined ? '' : ` in ${policy}`}:`,
    '  - in a region deny, add "bedrock:Invoke*" to its NotAction, or every region the profile routes to to its list of regions:',
    `      ${destinationsCommand(call)}`,
    ...globalAdvice(fact, call),
  ].join('\n')
}

function destinationsCommand(call: BedrockCall): string {
  const profile = call.model === undefined ? '<inference profile id>' : parseModel(call.model).id
  return `aws bedrock get-inference-profile --inference-profile-identifier ${profile} --region ${call.region} --query "models[].modelArn"`
}

function globalAdvice(fact: Fact, call: BedrockCall): readonly string[] {
  const isGlobal = parseModel(call.model ?? '').prefix === 'global' || /arn:[\w-]+:bedrock:::/.test(fact.words)
  if (!isGlobal) return []
  return [
    '  - a global profile calls with no region; the list of regions must hold "unspecified" as well:',
    `      "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["${call.region}", "unspecified"] } }`,
    '  - or keep to a profile of one geography: a model id that begins with us., eu., jp. and so on instead of global.',
  ]
}
