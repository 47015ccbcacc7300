import type { AccessKey, Account } from './aws-account.ts'
import { faultQueue, type Faults } from './faults.ts'
import type { EmulatedReply, EmulatedRequest, Handler } from './http.ts'
import { askPolicy } from './iam-policy.ts'
import { checkSignature, type SignatureProblem } from './sigv4.ts'
import { STS_ERRORS, stsErrorReply, StsRefusal, stsReply } from './sts-errors.ts'
import { checkDuration, readRoleParameters, roleAnswer } from './sts-parameters.ts'
import { trustsWebIdentity, verifyWebIdentity, type TokenIssuer } from './sts-web-identity.ts'

export type StsOperation = 'AssumeRoleWithWebIdentity' | 'AssumeRole' | 'GetCallerIdentity'

export interface StsOptions {
  readonly account: Account
  /** Regions whose endpoint this is; a signature for another one is refused. */
  readonly regions: readonly string[]
  readonly issuer?: TokenIssuer | undefined
}

export interface Sts {
  readonly handler: Handler
  /** What was asked, and how it was answered, in order. */
  readonly calls: readonly StsCall[]
  readonly faults: Faults<StsOperation>
}

export interface StsCall {
  readonly operation: string
  readonly status: number
  readonly parameters: Readonly<Record<string, string>>
}

const VERSION = '2011-06-15'

/** AWS's Security Token Service for one account: the query protocol, three operations. */
export function sts(options: StsOptions): Sts {
  const faults = faultQueue<StsOperation>()
  const calls: StsCall[] = []
  const operations: Record<StsOperation, (call: Call) => Promise<EmulatedReply> | EmulatedReply> = {
    AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
    AssumeRole: assumeRole,
    GetCallerIdentity: getCallerIdentity,
  }

  async function answer(request: EmulatedRequest, form: URLSearchParams): Promise<EmulatedReply> {
    const name = form.get('Action') ?? ''
    if (!isOperation(name, operations) || form.get('Version') !== VERSION)
      return stsErrorReply({
        status: 400,
        code: 'InvalidAction',
        message: `Could not find operation ${name} for version ${form.get('Version') ?? 'NO_VERSION_SPECIFIED'}`,
      })
    const fault = faults.take(name)
    if (fault) return fault
    try {
      return await operations[name]({ ...options, request, form })
    } catch (error) {
      if (error instanceof StsRefusal) return stsErrorReply(error.error)
      throw error
    }
  }

  return {
    faults,
    calls,
    handler: async (request) => {
      const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
      if (request.method !== 'POST' || request.path !== '/' || !isForm) return undefined
      const form = new URLSearchParams(request.body.toString())
      const reply = await answer(request, form)
      calls.push({ operation: form.get('Action') ?? '', status: reply.status, parameters: Object.fromEntries(form) })
      return reply
    },
  }
}

interface Call extends StsOptions {
  readonly request: EmulatedRequest
  readonly form: URLSearchParams
}

async function assumeRoleWithWebIdentity({ account, issuer, form }: Call): Promise<EmulatedReply> {
  const parameters = readRoleParameters(form)
  const identity = await verifyWebIdentity(account, issuer, form.get('WebIdentityToken'))
  const role = account.roleOf(parameters.roleArn)
  if (!role || !trustsWebIdentity(role, identity)) throw new StsRefusal(STS_ERRORS.trustDenied)
  checkDuration(role, parameters.seconds, false)
  return stsReply('AssumeRoleWithWebIdentity', {
    ...roleAnswer(account, role, parameters),
    SubjectFromWebIdentityToken: String(identity.claims.sub),
    Audience: [identity.claims.aud].flat().map(String)[0],
    Provider: identity.providerArn,
  })
}

function assumeRole(call: Call): EmulatedReply {
  const { account, form } = call
  const { principal } = signer(call)
  const parameters = readRoleParameters(form)
  const role = account.roleOf(parameters.roleArn)
  const names = [principal.arn, account.id, `arn:${account.partition}:iam::${account.id}:root`]
  if (principal.role) names.push(account.roleArn(principal.role))
  const trusts =
    role &&
    askPolicy(role.trustPolicy, {
      action: 'sts:AssumeRole',
      principals: [...names, '*'].map((name) => `AWS:${name}`),
      context: { 'sts:ExternalId': form.get('ExternalId') ?? undefined },
    }) === 'allow'
  if (!trusts)
    throw new StsRefusal({
      status: 403,
      code: 'AccessDenied',
      message: `User: ${principal.arn} is not authorized to perform: sts:AssumeRole on resource: ${parameters.roleArn}`,
    })
  const isTagged = [...form.keys()].some((name) => name.startsWith('Tags.'))
  const principals = [...names, '*'].map((name) => `AWS:${name}`)
  if (isTagged && askPolicy(role.trustPolicy, { action: 'sts:TagSession', principals, context: {} }) !== 'allow')
    throw new StsRefusal({
      status: 403,
      code: 'AccessDenied',
      message: `User: ${principal.arn} is not authorized to perform: sts:TagSession on resource: ${parameters.roleArn}`,
    })
  checkDuration(role, parameters.seconds, principal.role !== undefined)
  return stsReply('AssumeRole', roleAnswer(account, role, parameters))
}

function getCallerIdentity(call: Call): EmulatedReply {
  const { principal } = signer(call)
  return stsReply('GetCallerIdentity', { Arn: principal.arn, UserId: principal.userId, Account: call.account.id })
}

const SIGNATURE_CODES: Readonly<Record<SignatureProblem, { status: number; code: string }>> = {
  missing: { status: 403, code: 'MissingAuthenticationToken' },
  incomplete: { status: 400, code: 'IncompleteSignature' },
  'unknown-key': { status: 403, code: 'InvalidClientTokenId' },
  expired: { status: 403, code: 'ExpiredToken' },
  mismatch: { status: 403, code: 'SignatureDoesNotMatch' },
}

function signer({ account, regions, request }: Call): AccessKey {
  const check = checkSignature(request, { account, service: 'sts', regions })
  if ('problem' in check) throw new StsRefusal({ ...SIGNATURE_CODES[check.problem], message: check.message })
  return check.key
}

function isOperation(name: string, operations: Record<StsOperation, unknown>): name is StsOperation {
  return Object.hasOwn(operations, name)
}
