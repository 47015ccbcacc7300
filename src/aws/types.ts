import type { AwsKeys } from '../ports/aws.ts'

/** The run's credentials: access keys whose identity AWS confirmed, or a Bedrock API key, which STS cannot identify. */
export type Session = KeysSession | BearerSession

/** Access keys that AWS has confirmed; `renewable` says that they expire and that signing in again gives fresh ones. */
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

/** A session that is renewed for as long as it is used. Both methods reject with a Failure when there is none. */
export interface RenewingSession {
  /** The session to use now. It is renewed in the background before it expires; a caller waits only when it has expired. */
  current(): Promise<Session>
  /** The session that replaces `stale`, which AWS no longer accepts; however many ask at once, it is renewed once. */
  renew(stale: Session): Promise<Session>
}
