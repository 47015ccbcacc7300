import { partitionOf } from '../endpoints.ts'
import { yaml } from '../errors.ts'
import { isRecord, parseJson } from '../json.ts'
import type { Form } from './form.ts'
import { jsonObject } from './json-text.ts'
import type { Context } from './parse-settings.ts'
import {
  accepted,
  anyText,
  listOf,
  matching,
  refused,
  splitList,
  wholeNumber,
  yesOrNo,
  type Parser,
} from './scalars.ts'
import type { IdentitySettings, IdentitySource, RoleSettings } from './settings.ts'

const WAYS = ['role-to-assume', 'bedrock-api-key', 'aws-profile', 'aws-credential-export'] as const

const accountId = matching(/^\d{12}$/, 'must be an AWS account id of 12 digits')
const bearerKey = matching(/^\S+$/, 'must be one word: a key has no white space inside', [
  'Put the key alone into a secret, and write:',
  yaml('with:\n  bedrock-api-key: ${{ secrets.BEDROCK_API_KEY }}'),
])

/** Which way of signing in the inputs choose, or else the environment; an input beats a variable. */
export function parseIdentity(form: Form, context: Context): IdentitySettings {
  return {
    region: context.region,
    source: parseSource(form, context),
    allowedAccountIds: form.required('allowed-account-ids', listOf(accountId), []),
    authRefresh: form.optional('aws-auth-refresh', anyText),
    credentialExport: form.optional('aws-credential-export', anyText),
    maskAccountId: form.required('mask-aws-account-id', yesOrNo, false),
  }
}

function parseSource(form: Form, context: Context): IdentitySource {
  const { env } = context
  const chaining = form.required('role-chaining', yesOrNo, false)
  refuseConflicts(form, chaining)

  const ways = WAYS.filter(form.isGiven)
  const given = [...ways, 'aws-auth-refresh' as const].filter(form.isGiven)
  const key = env.AWS_BEARER_TOKEN_BEDROCK?.trim()
  if (given.length > 0 && !ways.includes('bedrock-api-key') && key)
    form.warn(`AWS_BEARER_TOKEN_BEDROCK of the environment is not used, because ${given.join(' and ')} is given.`)

  const profile = form.optional('aws-profile', anyText)
  const fromEnvironment = ways.includes('aws-credential-export') ? undefined : env.AWS_PROFILE?.trim() || undefined
  if (ways.includes('role-to-assume')) {
    const role = parseRole(form, context)
    if (chaining) return { kind: 'role-chaining', profile: profile ?? fromEnvironment, role }
    const audience = form.required('audience', anyText, '')
    // IAM in China knows GitHub's tokens by another (https://github.com/aws-actions/configure-aws-credentials/issues/293).
    const isInChina = partitionOf(context.region) === 'aws-cn' && audience === 'sts.amazonaws.com'
    return { kind: 'oidc', audience: isInChina ? 'sts.amazonaws.com.cn' : audience, role }
  }
  refuseIdleInputs(form)
  if (ways.includes('bedrock-api-key'))
    return { kind: 'bedrock-api-key', key: form.required('bedrock-api-key', bearerKey, '') }
  if (profile !== undefined) return { kind: 'profile', profile }
  if (given.length === 0 && key) return { kind: 'bedrock-api-key', key }
  return fromEnvironment === undefined ? { kind: 'default-chain' } : { kind: 'profile', profile: fromEnvironment }
}

function refuseConflicts(form: Form, chaining: boolean): void {
  const ways = WAYS.filter(form.isGiven)
  const chained = chaining && !ways.includes('bedrock-api-key')
  const rivals = chained ? ways.filter((way) => way !== 'role-to-assume') : ways
  const [first, second, ...others] = rivals
  if (first !== undefined && second !== undefined) {
    const mayChain = first === 'role-to-assume' && others.length === 0 && second !== 'bedrock-api-key'
    form.refuse(first, {
      must: `must not be given together with ${[second, ...others].join(' and ')}: they are different ways to sign in`,
      fix: mayChain
        ? `Remove one of them; or, to assume the role with the credentials of \`${second}\`, add \`role-chaining: true\`.`
        : `Keep one of ${rivals.map((way) => `\`${way}\``).join(', ')} and remove the rest.`,
    })
  }
  // The action renews the session of a role by itself, and an API key cannot be renewed.
  const isRenewed = form.isGiven('role-to-assume') && !chaining
  const idle = isRenewed ? 'role-to-assume' : 'bedrock-api-key'
  const why = isRenewed ? 'which is renewed by itself' : 'which cannot be renewed'
  if (form.isGiven('aws-auth-refresh') && form.isGiven(idle))
    form.refuse('aws-auth-refresh', {
      must: `must not be given together with ${idle}, ${why}: it is for AWS profiles and other credentials of the runner`,
      fix: 'Remove `aws-auth-refresh`.',
    })
  for (const name of chaining ? [] : (['role-external-id', 'custom-tags'] as const).filter(form.isGiven))
    form.refuse(name, {
      must: 'needs role-chaining: a role that is assumed with an OIDC token takes neither an external id nor tags',
      fix: `Remove \`${name}\`, or add \`role-to-assume\` and \`role-chaining: true\` to assume a role with credentials you have.`,
    })
  if (chaining && !form.isGiven('role-to-assume'))
    form.refuse('role-chaining', {
      must: 'needs role-to-assume, the role to assume with the credentials already present',
      fix: [
        'Remove `role-chaining`, or add the role:',
        yaml('with:\n  role-to-assume: arn:aws:iam::111122223333:role/claude-code\n  role-chaining: true'),
      ],
    })
}

/** A policy that would not be applied must stop the run: without it the session could do more than was meant. */
function refuseIdleInputs(form: Form): void {
  for (const name of (['inline-session-policy', 'managed-session-policies'] as const).filter(form.isGiven))
    form.refuse(name, {
      must: 'needs role-to-assume, since only the session of an assumed role can be narrowed',
      fix: `Add \`role-to-assume\`, or remove \`${name}\`.`,
    })
  if (form.isGiven('role-session-name')) form.warn('role-session-name has no effect without role-to-assume.')
}

/** The role to assume; read only when `role-to-assume` is given. */
function parseRole(form: Form, { region, runner }: Context): RoleSettings {
  return {
    arn: form.required('role-to-assume', roleArn(region), ''),
    sessionName: form.optional('role-session-name', sessionName) ?? `claude-code-${runner.runId}-${runner.runAttempt}`,
    durationSeconds: form.required('role-duration-seconds', wholeNumber({ min: 900, max: 43_200 }), NaN),
    inlineSessionPolicy: form.optional('inline-session-policy', jsonObject),
    managedSessionPolicies: form.required('managed-session-policies', policyArns(region), []),
    externalId: form.optional('role-external-id', externalId),
    tags: form.optional('custom-tags', sessionTags),
  }
}

/** STS allows 2 to 64 of `[\w+=,.@-]` (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html). */
const sessionName: Parser<string> = (text) => {
  const name = text.replaceAll(/[^\w+=,.@-]/g, '-').slice(0, 64)
  return name.length >= 2 ? accepted(name) : refused('must have at least 2 characters')
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const externalId = matching(/^[\w+=,.@:/-]{2,1224}$/, 'must have 2 to 1224 letters, digits and _+=,.@:/-')

/** At most 50 tags; keys of 1 to 128 characters, values of up to 256, and no key that begins with `aws:`. */
const sessionTags: Parser<Readonly<Record<string, string>>> = (text) => {
  const value = parseJson(text)
  if (!isRecord(value)) return refused('must be a JSON object')
  const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u
  const tags: Record<string, string> = {}
  for (const [part, tag] of Object.entries(value)) {
    if (typeof tag !== 'string') return refused('must have texts as values', { part })
    if (!allowed.test(part) || !/^(?!aws:).{1,128}$/is.test(part))
      return refused('must be a key of 1 to 128 letters, digits, spaces and _.:/=+-@ that does not begin with aws:', {
        part,
      })
    if (tag.length > 256 || !allowed.test(tag))
      return refused('must have a value of at most 256 letters, digits, spaces and _.:/=+-@', { part })
    tags[part] = tag
  }
  return Object.keys(tags).length > 50 ? refused('must have at most 50 tags') : accepted(tags)
}

function roleArn(region: string): Parser<string> {
  const wanted = `arn:${partitionOf(region)}:iam::<account id>:role/`
  return arnLike(/^arn:(aws[a-z-]*):iam::\d{12}:role\/[\w+=,.@/-]+$/, region, (text) =>
    text.startsWith('arn:')
      ? `must be the ARN of an IAM role, ${wanted}<name>`
      : `must be the full ARN of the role, ${wanted}${/^[\w+=,.@-]+$/.test(text) ? text : '<name>'}`,
  )
}

function policyArns(region: string): Parser<readonly string[]> {
  const must = `must be the ARN of a managed policy, arn:${partitionOf(region)}:iam::<account id>:policy/<name>`
  const each = listOf(arnLike(/^arn:(aws[a-z-]*):iam::(?:aws|\d{12}):policy\/[\w+=,.@/-]+$/, region, () => must))
  return (text) => {
    const { length } = splitList(text)
    const policies = each(text)
    return policies.ok && length > 10 ? refused(`must name at most 10 policies, not ${length}`) : policies
  }
}

/** An ARN that matches `pattern`, the first group of which is its partition, in the partition of the region. */
function arnLike(pattern: RegExp, region: string, must: (text: string) => string): Parser<string> {
  return (text) => {
    const partition = pattern.exec(text)?.[1]
    const wanted = partitionOf(region)
    if (partition === undefined) return refused(must(text))
    if (region === '' || partition === wanted) return accepted(text)
    return refused(`must be in the partition ${wanted}, the one of the region ${region}`, {
      fix: `Give an ARN that starts with \`arn:${wanted}:\`, or a region of the partition ${partition}.`,
    })
  }
}
