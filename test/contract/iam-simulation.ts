import { runSimulation, runUnsafeSimulation, type Simulation } from '@cloud-copilot/iam-simulate'

/** What someone asks IAM for: an action on a resource, and the condition keys that AWS sets. */
export interface Ask {
  readonly action: string
  readonly resource?: string
  readonly context?: Readonly<Record<string, string>>
}

const ACCOUNT = '111122223333'
const GITHUB = 'token.actions.githubusercontent.com'

/** Whether a role with this policy, and no other, may do this; throws when AWS would not take the policy or the question. */
export async function allows(policy: object, { action, resource = '*', context = {} }: Ask): Promise<boolean> {
  const simulation: Simulation = {
    request: {
      principal: `arn:aws:iam::${ACCOUNT}:role/claude-code`,
      action,
      resource: { resource, accountId: ACCOUNT },
      contextVariables: { ...context },
    },
    identityPolicies: [{ name: 'policy', policy }],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  }
  const answer = await runSimulation(simulation, {})
  if (answer.resultType !== 'error') return answer.overallResult === 'Allowed'
  // The library's list of resources has no model without a region, which is what a global profile calls.
  if (answer.errors.message === 'no.resource.types' && resource.includes(':bedrock:::foundation-model/'))
    return runUnsafeSimulation(simulation, {}) === 'Allowed'
  throw new Error(JSON.stringify(answer.errors))
}

interface Trust {
  readonly Version: string
  readonly Statement: readonly (object & { readonly Principal: { readonly Federated: string } })[]
}

/**
 * Whether a role with this trust policy lets in a job whose token, of `issuer`, has these claims. The statements are asked
 * as those of an identity's policy: of a role's trust policy the library (0.1.173) drops GitHub's `sub` and `aud`.
 */
export function letsIn(policy: object, claims: Readonly<Record<string, string>>, issuer = GITHUB): boolean {
  const provider = `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}`
  const statements = (policy as Trust).Statement.filter(({ Principal }) => Principal.Federated === provider)
  const Statement = statements.map((statement) => ({ ...statement, Principal: undefined, Resource: '*' }))
  const context = Object.fromEntries(Object.entries(claims).map(([claim, value]) => [`${issuer}:${claim}`, value]))
  const simulation: Simulation = {
    request: {
      principal: `arn:aws:iam::${ACCOUNT}:role/caller`,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: { resource: `arn:aws:iam::${ACCOUNT}:role/claude-code`, accountId: ACCOUNT },
      contextVariables: context,
    },
    identityPolicies: [{ name: 'trust', policy: { Version: '2012-10-17', Statement } }],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  }
  return Statement.length > 0 && runUnsafeSimulation(simulation, {}) === 'Allowed'
}
