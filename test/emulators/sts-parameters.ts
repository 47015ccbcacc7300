import type { Account, Role } from './aws-account.ts'
import { parseSessionPolicy, type PolicyDocument } from './iam-policy.ts'
import { STS_ERRORS, StsRefusal, validationErrors } from './sts-errors.ts'

/** What both operations that assume a role take. */
export interface RoleParameters {
  readonly roleArn: string
  readonly sessionName: string
  readonly seconds: number
  readonly policy: PolicyDocument | undefined
  readonly managedPolicyArns: readonly string[]
}

const DEFAULT_SECONDS = 3600
const PLAINTEXT_LIMIT = 2048

/** Checks the parameters against the constraints of the API reference; throws the refusal that STS gives. */
export function readRoleParameters(form: URLSearchParams): RoleParameters {
  const roleArn = form.get('RoleArn')
  const sessionName = form.get('RoleSessionName')
  const seconds = form.get('DurationSeconds') ?? String(DEFAULT_SECONDS)
  const problems = [
    ...textProblems('roleArn', roleArn, { min: 20, max: 2048 }),
    ...textProblems('roleSessionName', sessionName, { min: 2, max: 64, pattern: '[\\w+=,.@-]*' }),
    ...numberProblems('durationSeconds', seconds, { min: 900, max: 43_200 }),
  ]
  if (problems.length > 0 || roleArn === null || sessionName === null) throw validationErrors(problems)
  if (!/^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(roleArn)) throw new StsRefusal(STS_ERRORS.arnInvalid)
  return { roleArn, sessionName, seconds: Number(seconds), ...readPolicies(form) }
}

function readPolicies(form: URLSearchParams) {
  const json = form.get('Policy')
  const managedPolicyArns = [...form]
    .filter(([name]) => /^PolicyArns\.member\.\d+\.arn$/.test(name))
    .map(([, arn]) => arn)
  if (managedPolicyArns.length > 10) throw validationErrors(['Member must have length less than or equal to 10'])
  if (managedPolicyArns.some((arn) => !/^arn:[\w-]+:iam::(\d{12}|aws):policy\/.+$/.test(arn)))
    throw new StsRefusal(STS_ERRORS.arnInvalid)
  const policy = json === null ? undefined : parseSessionPolicy(json)
  if (typeof policy === 'string') throw new StsRefusal(STS_ERRORS.policyMalformed, policy)
  // AWS packs what it is given in a way of its own; this holds its limit on the plain text.
  const length = [json ?? '', ...managedPolicyArns].join('').length
  if (length > PLAINTEXT_LIMIT)
    throw new StsRefusal(
      STS_ERRORS.policyTooLarge,
      `Packed size of session policy consumes ${Math.ceil((100 * length) / PLAINTEXT_LIMIT)}% of allotted space.`,
    )
  return { policy, managedPolicyArns }
}

/** The refusal of a session that would be longer than its role, or than a chain of roles, allows. */
export function checkDuration(role: Role, seconds: number, chained: boolean): void {
  if (chained && seconds > 3600) throw new StsRefusal(STS_ERRORS.chainTooLong)
  if (seconds > (role.maxSessionDuration ?? 3600)) throw new StsRefusal(STS_ERRORS.durationTooLong)
}

/** The elements that both operations answer. */
export function roleAnswer(account: Account, role: Role, parameters: RoleParameters) {
  const session = account.openSession({ role, ...parameters })
  return {
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: session.expiration.toISOString().replace(/\.\d+/, ''),
    },
    AssumedRoleUser: { AssumedRoleId: session.principal.userId, Arn: session.principal.arn },
  }
}

interface TextLimits {
  readonly min: number
  readonly max: number
  readonly pattern?: string
}

function textProblems(name: string, value: string | null, { min, max, pattern }: TextLimits): readonly string[] {
  if (value === null) return [`Value null at '${name}' failed to satisfy constraint: Member must not be null`]
  const failed = (rule: string) => `Value '${value}' at '${name}' failed to satisfy constraint: Member must ${rule}`
  return [
    value.length < min && failed(`have length greater than or equal to ${min}`),
    value.length > max && failed(`have length less than or equal to ${max}`),
    pattern !== undefined &&
      !new RegExp(`^${pattern}$`).test(value) &&
      failed(`satisfy regular expression pattern: ${pattern}`),
  ].filter((problem) => problem !== false)
}

function numberProblems(name: string, text: string, { min, max }: TextLimits): readonly string[] {
  const value = Number(text)
  const failed = (rule: string) => `Value '${text}' at '${name}' failed to satisfy constraint: Member must ${rule}`
  if (!Number.isInteger(value) || value < min) return [failed(`have value greater than or equal to ${min}`)]
  return value > max ? [failed(`have value less than or equal to ${max}`)] : []
}
