import type { Environment } from '../ports/machine.ts'

/** Values of the variables that are named like secrets (`*_TOKEN`, `*_SECRET`, `*_KEY`, `*PASSWORD*`, whatever the case). */
export function secretVariables(env: Environment): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) => (value && NAMED_LIKE_A_SECRET.test(name) ? [value] : []))
}

const NAMED_LIKE_A_SECRET = /(_TOKEN|_SECRET|_KEY|PASSWORD.*)$/i
