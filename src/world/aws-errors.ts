import { ServiceError } from '../errors.ts'
import { fieldOf, numberOf, textOf } from './error-fields.ts'

/**
 * What an AWS SDK error says, as a fact. The name is the one on the wire (`Code`; the SDK's own may have `Exception` added),
 * Node's (`ENOTFOUND`) when nothing answered, or else the SDK's.
 */
export function awsServiceError(error: unknown, call: { service: string; operation: string }): ServiceError {
  const metadata = fieldOf(error, '$metadata')
  return new ServiceError({
    ...call,
    name: textOf(error, 'Code') ?? textOf(error, 'code') ?? textOf(error, 'name') ?? 'Error',
    message: textOf(error, 'message') ?? String(error),
    status: numberOf(metadata, 'httpStatusCode'),
    requestId: textOf(metadata, 'requestId'),
    host: textOf(error, 'hostname') ?? textOf(error, 'address'),
    cause: error,
  })
}
