import { accepted, refused } from './check.ts'
import type { Check } from './check.ts'

/** Variables of the runner that the agent must never see: with them a command can act as the job or change its later steps. */
const RUNNERS_OWN: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^ACTIONS_/i, "holds the addresses and tokens of the job's own services"],
  [/^(INPUT|STATE)_/i, 'holds the inputs and the state of this action'],
  [/^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/i, 'names a file with which a command can change later steps'],
]

/** The name of a variable that may be handed to the agent. */
export const environmentName: Check<string> = (name) => {
  if (!/^[A-Za-z_]\w*$/.test(name)) return refused('must be the name of an environment variable, without $ or a value')
  const own = RUNNERS_OWN.find(([pattern]) => pattern.test(name))
  if (own === undefined) return accepted(name)
  return refused(`must not be handed to the agent: it ${own[1]}`, { fix: `Remove \`${name}\` from \`environment\`.` })
}
