/** The parts of an IAM role's ARN. */
export interface RoleArn {
  /** `aws`, `aws-cn`, `aws-us-gov`, ... */
  readonly partition: string
  readonly account: string
  /** Without its path. */
  readonly name: string
}

/** Takes a role's ARN apart; parts of one that is malformed stand as words to fill in. */
export function parseRoleArn(arn: string): RoleArn {
  const match = /^arn:([\w-]+):iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn)
  return { partition: match?.[1] ?? 'aws', account: match?.[2] ?? 'ACCOUNT_ID', name: match?.[3] ?? 'ROLE_NAME' }
}
