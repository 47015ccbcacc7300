import type { Environment } from '../ports/machine.ts'

/** Values of the variables named like a secret: `*_TOKEN`, `*_SECRET`, `*_KEY`, `*PASSWORD*` in any case, and Bedrock's bearer key. */
export function secretVariables(env: Environment): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) => (value && SECRET_NAME.test(name) ? [value] : []))
}

/** Inputs keep their dashes as variables (`INPUT_BEDROCK-API-KEY`). */
const SECRET_NAME = /(?:^|[_-])(?:TOKEN|SECRET|KEY)$|PASSWORD|^AWS_BEARER_TOKEN_BEDROCK$/i
