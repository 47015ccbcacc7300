import type { AwsKeys } from '../ports/aws.ts'

/** Who this run is in AWS: proven access keys, or a Bedrock API key, which has no identity that STS could prove. */
export type Session = KeysSession | BearerSession

/** Access keys that AWS has confirmed; `renewable` says that they end, and that signing in again gives fresh ones. */
export interface KeysSession {
  readonly kind: 'keys'
  readonly keys: AwsKeys
  /** Twelve digits. */
  readonly account: string
  readonly arn: string
  readonly renewable: boolean
}

/** A Bedrock API key (https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html). */
export interface BearerSession {
  readonly kind: 'bearer'
  readonly key: string
}
