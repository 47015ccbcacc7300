import { checkActors } from '../events/actor-check.ts'
import { classifyEvent } from '../events/event-class.ts'
import type { ActorSettings } from '../inputs/settings.ts'
import type { World } from '../ports/world.ts'

/** Goes on only when those who started the run may: asked of GitHub before anything else. Throws `actor-not-allowed`. */
export async function checkWhoStarted({ allowActors, allowBots, token }: ActorSettings, world: World): Promise<void> {
  const { eventName, event: payload, triggeringActor, repository } = world.runner
  const event = classifyEvent(eventName, payload)
  const question = { event, payload, triggeringActor, repository, token, allowActors, allowBots }
  const { reason, warning } = await checkActors(question, world)
  if (reason !== '') world.log.info(`Started by ${event.name} (${event.reason}): ${reason}.`)
  if (warning !== undefined) world.log.warning(warning)
}
