/** Variables of the runner that the agent must never see, and why: with them a command can act as the job or change its later steps. */
const RUNNERS_OWN: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^ACTIONS_/i, "holds the addresses and tokens of the job's own services"],
  [/^(INPUT|STATE)_/i, 'holds the inputs and the state of this action'],
  [/^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/i, 'names a file with which a command can change later steps'],
]

/** Why a variable is the runner's own, which the agent never gets, not even when it is asked for; undefined for any other. */
export function runnersOwnReason(name: string): string | undefined {
  return RUNNERS_OWN.find(([pattern]) => pattern.test(name))?.[1]
}

/** Whether a variable is the runner's own. */
export const isRunnersOwn = (name: string) => runnersOwnReason(name) !== undefined
