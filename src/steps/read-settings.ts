import { requireIdToken } from '../aws/session.ts'
import { committedFile } from '../checkout/private-git.ts'
import { findAgentConfiguration } from '../checkout/repository.ts'
import { checkActors } from '../events/actor-check.ts'
import { classifyEvent, describeStart } from '../events/event-class.ts'
import { readInputs, secretInputs } from '../inputs/form.ts'
import { parseSettings, secretSettings } from '../inputs/parse-settings.ts'
import type { Settings } from '../inputs/settings.ts'
import { fieldOf } from '../json.ts'
import type { Environment } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import type { RunContext } from '../run-context.ts'
import { configurationSecrets, isPlain } from '../transcript/secrets.ts'

/** Whose inputs to read; `searchPath` (`PATH`) is where git is found, without folders of the workspace. */
interface SettingsRequest {
  readonly env: Environment
  readonly searchPath: string | undefined
  readonly id: string
}

/** Reads and checks the inputs, masks those that are secrets, and adds them to the facts. Throws `input-invalid`, with all problems. */
export async function readSettings(
  { env, searchPath, id }: SettingsRequest,
  context: RunContext,
  world: World,
): Promise<Settings> {
  const raw = readInputs(env)
  secretInputs(raw).forEach((secret) => world.secrets.add(secret))
  const profileRegion = (profile: string) => world.credentialSources.regionOf(profile)
  const onConfiguration = (text: string) => context.addSecrets(configurationSecrets(text))
  const { runner, files } = world
  const event = classifyEvent(runner.eventName, runner.event)
  const committed = async (path: string) => {
    const workspace = (await files.realPath(runner.workspace)) ?? runner.workspace
    return committedFile(path, { workspace, sha: runner.sha, searchPath: searchPath ?? '' }, world)
  }
  const given = { raw, env, runner, files, event, committed, profileRegion, onConfiguration, uniqueId: id }
  const { settings, warnings } = await parseSettings(given)
  const secrets = secretSettings(settings).filter((secret) => !isPlain(secret))
  secrets.forEach((secret) => world.secrets.add(secret))
  warnings.forEach((warning) => world.log.warning(warning))
  if (context.plainVariables.length > 0) world.log.warning(describePlain(context.plainVariables))
  const { prompt, transcript, bedrock } = settings
  if (transcript.upload === 'always' && isPublic(runner.event)) world.log.warning(PUBLIC, 'The repository is public')
  // First, since `redact` counts from then on.
  context.update({ transcript })
  context.update({ prompt: prompt && context.redact(prompt.text), region: bedrock.region, model: bedrock.model })
  await context.saveFacts()
  return settings
}

const PUBLIC =
  'Anyone who is signed in to GitHub can download the transcript of this run: all that the agent reads, writes and prints, but for known secrets. The log shows a part of it. To keep it for yourself: `upload-transcript: never`, or `on-failure`, and `show-transcript: off`.'

/** Whether the event says that anyone may read the repository. */
function isPublic(event: unknown): boolean {
  const repository = fieldOf(event, 'repository')
  const visibility = fieldOf(repository, 'visibility')
  return visibility === undefined ? fieldOf(repository, 'private') === false : visibility === 'public'
}

const describePlain = (names: readonly string[]) =>
  `Not redacted, though the names are those of secrets: ${names.join(', ')}. Values of fewer than 6 characters, common words, names of hosts and regions, and addresses without a password are no secrets.`

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
