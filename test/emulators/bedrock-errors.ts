import { randomUUID } from 'node:crypto'
import type { EmulatedReply } from './http.ts'

/** An error of Bedrock as it is on the wire. */
export interface BedrockError {
  readonly status: number
  /** The value of `x-amzn-errortype`, which may carry a suffix after a colon. */
  readonly type: string
  readonly message: string
  /** The body's key: IAM's and the API key's denials write `Message`. */
  readonly key?: 'message' | 'Message'
}

/** What Bedrock says when it refuses or fails; texts as people have reported them, except where marked. */
export const BEDROCK_ERRORS = {
  modelNoAccess: denied("You don't have access to the model with the specified model ID."),
  iamDenied: iam('because no identity-based policy allows the bedrock:InvokeModelWithResponseStream action'),
  sessionPolicyDenied: iam('because no session policy allows the bedrock:InvokeModelWithResponseStream action'),
  boundaryDenied: iam('because no permissions boundary allows the bedrock:InvokeModelWithResponseStream action'),
  scpDenied: iam('with an explicit deny in a service control policy'),
  identityPolicyDenied: iam('with an explicit deny in an identity-based policy'),
  marketplacePermissions: denied(
    'Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model. Refer to the Amazon Bedrock documentation for further details. Your AWS Marketplace subscription for this model cannot be completed at this time. If you recently fixed this issue, try again after 2 minutes.',
  ),
  /** A paraphrase in AWS's documentation. */
  marketplacePending: denied(
    'Model access is denied due to an AWS Marketplace subscription for this model is still being processed. Try again after 15 minutes.',
  ),
  marketplacePayment: denied(
    'Model access is denied due to INVALID_PAYMENT_INSTRUMENT:A valid payment instrument must be provided. Your AWS Marketplace subscription for this model cannot be completed at this time. If you recently fixed this issue, try again after 2 minutes.',
  ),
  useCaseForm: notFound(
    'Model use case details have not been submitted for this account. Fill out the Anthropic use case details form before using the model. If you have already filled out the form, try again in 15 minutes.',
  ),
  useCaseFormOlder: invalid('You have not filled out the required use-case form for this model'),
  modelEndOfLife: notFound('This model version has reached the end of its life.'),
  modelLegacy: notFound(
    'Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in the last 30 days. Please upgrade to an active model on Amazon Bedrock',
  ),
  modelNotFound: notFound('The requested model was not found.'),
  onDemandUnsupported: onDemandUnsupported('anthropic.claude-sonnet-4-6'),
  modelIdInvalid: invalid('The provided model identifier is invalid.'),
  accountHold: invalid('Operation not allowed'),
  /** anthropics/claude-code#66594. */
  dataRetention: invalid("data retention mode 'default' is not available for this model"),
  /** anthropics/claude-code#49238. */
  notForThisAccount: denied('anthropic.claude-sonnet-4-6 is not available for this account.'),
  unsupportedCountry: invalid(
    'Access to Anthropic models is not allowed from unsupported countries, regions, or territories. Please refer to https://www.anthropic.com/supported-countries for more information.',
  ),
  /** The shorter of AWS's two sentences. */
  onDemandNotSupported: invalid("The provided model doesn't support on-demand throughput."),
  inputTooLong: invalid('Input is too long for requested model.'),
  malformedInput: invalid('Malformed input request, please reformat your input and try again.'),
  betaUnknown: invalid('Unexpected value(s) `fine-tuning-2099-01-01` for the `anthropic-beta` header.'),
  tooManyTokens: throttled('Too many tokens, please wait before trying again.'),
  tooManyTokensPerDay: throttled('Too many tokens per day, please wait before trying again.'),
  tooManyRequests: throttled('Too many requests, please wait before trying again.'),
  tooManyConnections: unavailable('Too many connections, please wait before trying again.'),
  /** AWS's text is not on record in full. */
  serviceUnavailable: unavailable('Bedrock is unable to process your request.'),
  serviceQuota: {
    status: 400,
    type: 'ServiceQuotaExceededException',
    message: 'Your request exceeds the service quota for your account.',
  },
  modelNotReady: {
    status: 429,
    type: 'ModelNotReadyException',
    message: 'The model is not ready for inference. Wait and try your request again.',
  },
  modelTimeout: { status: 408, type: 'ModelTimeoutException', message: 'The model request timed out.' },
  modelError: {
    status: 424,
    type: 'ModelErrorException',
    message: 'The system encountered an unexpected error during processing. Try your request again.',
  },
  internal: {
    status: 500,
    type: 'InternalServerException',
    message: 'The system encountered an unexpected error during processing. Try your request again.',
  },
  keyInvalid: unauthenticated('UnrecognizedClientException', 'The security token included in the request is invalid.'),
  keyExpired: unauthenticated('ExpiredTokenException', 'The security token included in the request is expired'),
  signatureWrong: unauthenticated(
    'InvalidSignatureException',
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  ),
  requestExpired: {
    status: 400,
    type: 'RequestExpired',
    message: 'Request has expired. Timestamp date is 2026-11-22T00:00:00Z.',
  },
  authorizationMissing: bearer('Authorization header is missing'),
  apiKeyInvalid: bearer('Authentication failed: Please make sure your API Key is valid.'),
  /** Reported at second hand. */
  apiKeyExpired: bearer('Bearer Token has expired'),
} as const satisfies Record<string, BedrockError>

/** The refusal of a bare model id, with AWS's curly apostrophe. */
export function onDemandUnsupported(id: string): BedrockError {
  return invalid(
    `Invocation of model ID ${id} with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.`,
  )
}

/** IAM's denial, in the sentence of the account. */
export function iamDenial(message: string): BedrockError {
  return { ...denied(message), key: 'Message' }
}

export function invalid(message: string): BedrockError {
  return { status: 400, type: 'ValidationException', message }
}

export function notFound(message: string): BedrockError {
  return { status: 404, type: 'ResourceNotFoundException', message }
}

export function unauthenticated(type: string, message: string): BedrockError {
  return { status: 403, type, message }
}

function denied(message: string): BedrockError {
  return { status: 403, type: 'AccessDeniedException', message }
}

function bearer(message: string): BedrockError {
  const type = 'AccessDeniedException:http://internal.amazon.com/coral/com.amazon.coral.service/'
  return { status: 403, type, message, key: 'Message' }
}

function throttled(message: string): BedrockError {
  const type = 'ThrottlingException:http://internal.amazon.com/coral/com.amazon.bedrock/'
  return { status: 429, type, message }
}

function unavailable(message: string): BedrockError {
  return { status: 503, type: 'ServiceUnavailableException', message }
}

function iam(reason: string): BedrockError {
  return iamDenial(
    `User: arn:aws:sts::111122223333:assumed-role/claude/session is not authorized to perform: bedrock:InvokeModelWithResponseStream on resource: arn:aws:bedrock:us-east-2::foundation-model/anthropic.claude-sonnet-4-6 ${reason}`,
  )
}

/** Refuses the request at hand. */
export class BedrockRefusal extends Error {
  readonly error: BedrockError

  constructor(error: BedrockError) {
    super(error.message)
    this.error = error
  }
}

export function bedrockErrorReply({ status, type, message, key = 'message' }: BedrockError): EmulatedReply {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID(), 'x-amzn-errortype': type },
    body: JSON.stringify({ [key]: message }),
  }
}
