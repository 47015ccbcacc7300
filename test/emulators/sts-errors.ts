import { randomUUID } from 'node:crypto'
import type { EmulatedReply } from './http.ts'

/** An error of STS as it is on the wire: `code` is the `<Code>` of the XML, which SDKs turn into a name. */
export interface StsError {
  readonly status: number
  readonly code: string
  readonly message: string
}

const invalidIdentity = (message: string): StsError => ({ status: 400, code: 'InvalidIdentityToken', message })
const invalid = (message: string): StsError => ({ status: 400, code: 'ValidationError', message })

/** What STS says when it refuses; texts as people have reported them, except where marked. */
export const STS_ERRORS = {
  trustDenied: {
    status: 403,
    code: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  },
  noProvider: invalidIdentity(
    'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
  ),
  wrongAudience: invalidIdentity('Incorrect token audience'),
  keyNotRetrieved: invalidIdentity(
    "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
  ),
  malformedToken: invalidIdentity(
    'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
  ),
  /** The words are ours: AWS's are not on record. */
  badTokenSignature: invalidIdentity('Token signature invalid'),
  /** The words are those of the API reference. */
  providerUnreachable: {
    status: 400,
    code: 'IDPCommunicationError',
    message:
      'The request could not be fulfilled because the identity provider (IDP) that was asked to verify the incoming identity token could not be reached.',
  },
  /** The words are those of the API reference. */
  claimRejected: {
    status: 403,
    code: 'IDPRejectedClaim',
    message: 'The identity provider (IdP) reported that authentication failed.',
  },
  tokenExpired: {
    status: 400,
    code: 'ExpiredTokenException',
    message: 'Token expired: current date/time 1795363200 must be before the expiration date/time 1795362900',
  },
  durationTooLong: invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'),
  chainTooLong: invalid(
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
  ),
  arnInvalid: invalid('Request ARN is invalid'),
  policyMalformed: { status: 400, code: 'MalformedPolicyDocument', message: 'Syntax errors in policy.' },
  policyTooLarge: {
    status: 400,
    code: 'PackedPolicyTooLarge',
    message: 'Packed size of session policy consumes 112% of allotted space.',
  },
  regionDisabled: {
    status: 403,
    code: 'RegionDisabledException',
    message:
      'STS is not activated in this region for account:111122223333. Your account administrator can activate STS in this region using the IAM Console.',
  },
  throttled: { status: 400, code: 'Throttling', message: 'Rate exceeded' },
  unavailable: {
    status: 503,
    code: 'ServiceUnavailable',
    message: 'The request has failed due to a temporary failure of the server.',
  },
  keyInvalid: {
    status: 403,
    code: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid.',
  },
  keyExpired: { status: 403, code: 'ExpiredToken', message: 'The security token included in the request is expired' },
} as const satisfies Record<string, StsError>

/** Refuses the request at hand. */
export class StsRefusal extends Error {
  readonly error: StsError

  constructor(error: StsError, message = error.message) {
    super(message)
    this.error = { ...error, message }
  }
}

/** The refusal STS gives for parameters outside their constraints. */
export function validationErrors(problems: readonly string[]): StsRefusal {
  const errors = problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`
  return new StsRefusal(invalid(`${errors} detected: ${problems.join('; ')}`))
}

/** The reply on the wire. */
export function stsErrorReply({ status, code, message }: StsError): EmulatedReply {
  const requestId = randomUUID()
  const type = status < 500 ? 'Sender' : 'Receiver'
  return xmlReply(
    status,
    requestId,
    `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>${type}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  )
}

/** A tree of elements: text, or elements by name. */
export interface XmlTree {
  readonly [name: string]: string | XmlTree | undefined
}

/** The reply of an operation that worked. */
export function stsReply(operation: string, result: XmlTree): EmulatedReply {
  const requestId = randomUUID()
  return xmlReply(
    200,
    requestId,
    `<${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${operation}Result>${toXml(result)}</${operation}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>`,
  )
}

function xmlReply(status: number, requestId: string, body: string): EmulatedReply {
  return { status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body }
}

function toXml(tree: XmlTree): string {
  return Object.entries(tree)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<${name}>${typeof value === 'object' ? toXml(value) : escapeXml(value ?? '')}</${name}>`)
    .join('')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
