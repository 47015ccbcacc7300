import { requireIdToken } from '../aws/session.ts'
import { findAgentConfiguration } from '../checkout/agent-configuration.ts'
import { checkActors } from '../events/actor-check.ts'
import { classifyEvent } from '../events/event-class.ts'
import { describeStart } from '../events/start-line.ts'
import type { Settings } from '../inputs/settings.ts'
import type { World } from '../ports/world.ts'
import type { RunContext } from '../run-context.ts'

/**
 * Goes on only when those who started the run may: asked of GitHub before anything else. Says who they are and which rules are in
 * force, and what of the checkout is not loaded. Throws `actor-not-allowed`, or `oidc-permission-missing` where no sign-in can work.
 */
export async function checkWhoStarted(settings: Settings, context: RunContext, world: World): Promise<void> {
  // First: whoever the actor, a fork's pull request cannot sign in.
  requireIdToken(settings.identity, world)
  const { eventName, event: payload, triggeringActor, repository, workspace } = world.runner
  const event = classifyEvent(eventName, payload)
  const question = { event, payload, triggeringActor, repository, ...settings.actors }
  const { reason, warning } = await checkActors(question, world)
  const start = describeStart({ event, actors: reason, settings })
  if (start !== undefined) world.log.info(start)
  context.update({ start })
  if (warning !== undefined) world.log.warning(warning)
  if (settings.agent.trustsCheckout || settings.prompt === undefined) return
  const found = findAgentConfiguration(workspace, world.workingFiles)
  if (found.length > 0) world.log.info(`Found in the checkout and not loaded: ${found.join(', ')}.`)
}
