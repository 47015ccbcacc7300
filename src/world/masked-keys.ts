import type { AwsKeys } from '../ports/aws.ts'
import type { Secrets } from '../ports/log.ts'

/** Masks each part of the keys, and returns them. */
export function maskedKeys(secrets: Secrets, keys: AwsKeys): AwsKeys {
  for (const value of [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken]) secrets.add(value ?? '')
  return keys
}
