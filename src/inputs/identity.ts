import { accepted, refused } from './check.ts'
import type { Check } from './check.ts'
import type { InputName } from './declared.ts'
import type { Form } from './form.ts'
import { listOf } from './lists.ts'
import { parseRole } from './role.ts'
import type { Surroundings } from './role.ts'
import { anyText, matching, yesOrNo } from './scalars.ts'
import type { IdentitySettings, IdentitySource } from './settings.ts'

const WAYS = [
  'role-to-assume',
  'bedrock-api-key',
  'aws-profile',
  'aws-credential-export',
] as const satisfies readonly InputName[]

const accountId = matching(/^\d{12}$/, 'must be an AWS account id of 12 digits')
const bearerKey: Check<string> = (text) =>
  /^\S+$/.test(text)
    ? accepted(text)
    : refused('must be one word: a key has no white space inside', {
        fix: 'Write `bedrock-api-key: ${{ secrets.BEDROCK_API_KEY }}`, and put the key alone into that secret.',
      })

/** Which way of signing in the inputs choose, or else the environment; an input beats a variable. */
export function parseIdentity(form: Form, around: Surroundings): IdentitySettings {
  return {
    region: around.region,
    source: parseSource(form, around),
    allowedAccountIds: form.required('allowed-account-ids', listOf(accountId), []),
    authRefresh: form.optional('aws-auth-refresh', anyText),
    credentialExport: form.optional('aws-credential-export', anyText),
  }
}

function parseSource(form: Form, around: Surroundings): IdentitySource {
  const { env } = around
  const chaining = form.required('role-chaining', yesOrNo, false)
  refuseConflicts(form, chaining)

  const ways = WAYS.filter((way) => form.isGiven(way))
  const given = [...ways, ...(['aws-auth-refresh'] as const).filter((name) => form.isGiven(name))]
  const key = env.AWS_BEARER_TOKEN_BEDROCK?.trim()
  if (given.length > 0 && !ways.includes('bedrock-api-key') && key) {
    form.warn(`AWS_BEARER_TOKEN_BEDROCK of the environment is not used, because ${given.join(' and ')} is given.`)
  }

  const profile = form.optional('aws-profile', anyText)
  const fromEnvironment = ways.includes('aws-credential-export') ? undefined : env.AWS_PROFILE?.trim() || undefined
  if (ways.includes('role-to-assume')) {
    const { role, audience } = parseRole(form, around)
    return chaining
      ? { kind: 'role-chaining', profile: profile ?? fromEnvironment, role }
      : { kind: 'oidc', audience, role }
  }
  warnOfIdleInputs(form)
  if (ways.includes('bedrock-api-key')) {
    return { kind: 'bedrock-api-key', key: form.required('bedrock-api-key', bearerKey, '') }
  }
  if (profile !== undefined) return { kind: 'profile', profile }
  if (given.length === 0 && key) return { kind: 'bedrock-api-key', key }
  return fromEnvironment === undefined ? { kind: 'default-chain' } : { kind: 'profile', profile: fromEnvironment }
}

function refuseConflicts(form: Form, chaining: boolean): void {
  const ways = WAYS.filter((way) => form.isGiven(way))
  const chained = chaining && !ways.includes('bedrock-api-key')
  const rivals = chained ? ways.filter((way) => way !== 'role-to-assume') : ways
  const [first, ...others] = rivals
  if (first !== undefined && others.length > 0) {
    const [oneOnly] = others.length === 1 ? others : []
    form.refuse(first, {
      must: `must not be given together with ${others.join(' and ')}: they are different ways to sign in`,
      fix:
        first === 'role-to-assume' && oneOnly !== undefined && oneOnly !== 'bedrock-api-key'
          ? `Remove one of them; or, to assume the role with the credentials of \`${oneOnly}\`, add \`role-chaining: true\`.`
          : `Keep one of ${rivals.map((way) => `\`${way}\``).join(', ')} and remove the rest.`,
    })
  }
  refuseIdleRefresh(form, chaining)
  if (chaining && !form.isGiven('role-to-assume')) {
    form.refuse('role-chaining', {
      must: 'needs role-to-assume, the role to assume with the credentials already present',
      fix: 'Add `role-to-assume: arn:aws:iam::111122223333:role/claude-code`, or remove `role-chaining`.',
    })
  }
}

/** The action renews the session of a role by itself, and an API key cannot be renewed. */
function refuseIdleRefresh(form: Form, chaining: boolean): void {
  if (!form.isGiven('aws-auth-refresh')) return
  const unaided = chaining ? (['bedrock-api-key'] as const) : (['role-to-assume', 'bedrock-api-key'] as const)
  const idle = unaided.find((way) => form.isGiven(way))
  if (idle === undefined) return
  const why = idle === 'role-to-assume' ? 'which is renewed by itself' : 'which cannot be renewed'
  form.refuse('aws-auth-refresh', {
    must: `must not be given together with ${idle}, ${why}: it is for AWS profiles and other credentials of the runner`,
    fix: 'Remove `aws-auth-refresh`.',
  })
}

/** A policy that would not be applied must stop the run: without it the session could do more than was meant. */
function warnOfIdleInputs(form: Form): void {
  for (const name of ['inline-session-policy', 'managed-session-policies'] as const) {
    if (!form.isGiven(name)) continue
    form.refuse(name, {
      must: 'needs role-to-assume, since only the session of an assumed role can be narrowed',
      fix: `Add \`role-to-assume\`, or remove \`${name}\`.`,
    })
  }
  if (form.isGiven('role-session-name')) form.warn('role-session-name has no effect without role-to-assume.')
}
