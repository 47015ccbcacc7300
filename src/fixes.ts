import { yaml, type FixBlock } from './errors.ts'

/** What a job needs for this step to assume a role with GitHub's OIDC token. */
export const ASSUME_ROLE: readonly FixBlock[] = [
  yaml('permissions:\n  id-token: write\n  contents: read'),
  yaml('with:\n  role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME'),
]

/** The first value as an input of this step, the others as comments below it. */
export function inputLine(input: string, values: readonly string[]): FixBlock {
  return yaml(['with:', ...values.map((value, at) => `  ${at === 0 ? '' : '# '}${input}: ${value}`)].join('\n'))
}
