import { PROXY_ANSWER, ServiceError } from '../errors.ts'
import { fieldOf, numberOf, stringOf } from '../json.ts'
import { messageOf } from './attempt.ts'
import { retryAfterIn } from './http.ts'

/**
 * An AWS SDK error, read once. The name is the one on the wire (`Code`; the SDK's own may have `Exception` added), Node's
 * (`ENOTFOUND`) when nothing answered, or else the SDK's. The SDK's credential providers keep only the text of what they
 * wrap, `UnauthorizedException: Session token not found or invalid`, so its name and status are read from there.
 */
export function awsServiceError(error: unknown, call: { service: string; operation: string }): ServiceError {
  const metadata = fieldOf(error, '$metadata')
  const headers = fieldOf(fieldOf(error, '$response'), 'headers')
  const name = stringOf(error, 'Code') ?? stringOf(error, 'code') ?? stringOf(error, 'name') ?? 'Error'
  const inner = wrappedIn(error, messageOf(error))
  const status = numberOf(metadata, 'httpStatusCode') ?? inner.status
  // An answer that names no error, and has no request id as all of AWS's have: a page of a proxy.
  const isOfProxy = name === 'Unknown' && headers !== undefined && stringOf(headers, 'x-amzn-requestid') === undefined
  return new ServiceError({
    ...call,
    name: isOfProxy ? PROXY_ANSWER : name,
    message: inner.message,
    status,
    requestId: stringOf(metadata, 'requestId'),
    host: stringOf(error, 'hostname') ?? stringOf(error, 'address') ?? inner.host,
    retryAfterMs: retryAfterIn(stringOf(headers, 'retry-after')),
    causeName: inner.name,
    cause: error,
  })
}

const NODE_CODE =
  /\b(ECONN\w+|ETIMEDOUT|ENOTFOUND|EAI_\w+|EPIPE|EPROTO|E(?:HOST|NET)(?:UNREACH|DOWN)|ERR_(?:PROXY|SSL|TLS)\w*|HPE_\w+|CERT_\w+)\b/

/** What a provider of the credential chain has wrapped; any other error is its own. */
function wrappedIn(
  error: unknown,
  message: string,
): { message: string; name?: string; status?: number | undefined; host?: string | undefined } {
  const isWrapped = /^AWS SDK error wrapper for /.test(message)
  if (!isWrapped && !/^(Credentials|Token)?ProviderError$/.test(stringOf(error, 'name') ?? '')) return { message }
  const [, name, text] =
    /^(?:Failed to refresh token: |AWS SDK error wrapper for )?(\w*(?:Error|Exception)|Unknown): (.*?)(?:\. Please re-authenticate using aws login)?$/s.exec(
      message,
    ) ?? []
  const answered = /^Server responded with status: (\d{3})/.exec(message)?.[1]
  const status = answered === undefined ? numberOf(error, 'statusCode') : Number(answered)
  if (name === undefined || text === undefined) {
    const words = stringOf(error, 'Message')
    return { message: words === undefined ? message : `${message}, ${words}`, status }
  }
  const host = /\b(?:connect \w+|E\w+) ([\w.-]+\.\w+)/.exec(text)?.[1]
  return { message: text, name: NODE_CODE.exec(text)?.[1] ?? name, status, host }
}
