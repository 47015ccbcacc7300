import { accepted, refused } from './check.ts'
import type { Check } from './check.ts'
import type { InputName } from './declared.ts'
import type { Form } from './form.ts'
import { listOf } from './lists.ts'
import { parseRole } from './role.ts'
import type { Surroundings } from './role.ts'
import { anyText, matching, yesOrNo } from './scalars.ts'
import type { IdentitySettings, IdentitySource } from './settings.ts'

const WAYS = ['role-to-assume', 'bedrock-api-key', 'aws-profile'] as const satisfies readonly InputName[]

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
  }
}

function parseSource(form: Form, around: Surroundings): IdentitySource {
  const { env } = around
  const chaining = form.required('role-chaining', yesOrNo, false)
  refuseConflicts(form, chaining)

  const ways = WAYS.filter((way) => form.isGiven(way))
  if (ways.length > 0 && !ways.includes('bedrock-api-key') && env.AWS_BEARER_TOKEN_BEDROCK?.trim()) {
    form.warn(`AWS_BEARER_TOKEN_BEDROCK of the environment is not used, because ${ways.join(' and ')} is given.`)
  }

  const profile = form.optional('aws-profile', anyText)
  const fromEnvironment = env.AWS_PROFILE?.trim() || undefined
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

  const key = env.AWS_BEARER_TOKEN_BEDROCK?.trim()
  if (key) return { kind: 'bedrock-api-key', key }
  return fromEnvironment === undefined ? { kind: 'default-chain' } : { kind: 'profile', profile: fromEnvironment }
}

function refuseConflicts(form: Form, chaining: boolean): void {
  const ways = WAYS.filter((way) => form.isGiven(way))
  const [first, ...others] = ways
  const chained = chaining && !ways.includes('bedrock-api-key')
  if (first !== undefined && others.length > 0 && !chained) {
    form.refuse(first, {
      must: `must not be given together with ${others.join(' and ')}: they are different ways to sign in`,
      fix: ways.includes('bedrock-api-key')
        ? `Keep one of ${ways.map((way) => `\`${way}\``).join(', ')} and remove the rest.`
        : 'Remove one of them; or, to assume the role with the credentials of the profile, add `role-chaining: true`.',
    })
  }
  if (chaining && !form.isGiven('role-to-assume')) {
    form.refuse('role-chaining', {
      must: 'needs role-to-assume, the role to assume with the credentials already present',
      fix: 'Add `role-to-assume: arn:aws:iam::111122223333:role/claude-code`, or remove `role-chaining`.',
    })
  }
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
