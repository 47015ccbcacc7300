import type { ClassifiedEvent } from '../events/event-class.ts'
import type { Runner } from '../ports/github.ts'
import type { Environment } from '../ports/machine.ts'
import { parseAgent } from './agent.ts'
import { parseAllowedDomains } from './allowed-domains.ts'
import { managedSettingsFolder, refuseManagedSettings, parseClaudeSettings } from './claude-settings.ts'
import { createForm, type RawInputs } from './form.ts'
import { parseIdentity } from './identity.ts'
import { parseInstall } from './install.ts'
import { parseBedrock, parseRegion, parseQuota } from './models.ts'
import { hasPrompt, parsePrompt, parseResume } from './prompt.ts'
import { yesNoOr } from './scalars.ts'
import type { Settings } from './settings.ts'
import { parseTranscript } from './transcript.ts'
import {
  parseActors,
  parseCredentials,
  parseExportEnvironment,
  parseIsolation,
  parseTrust,
  warnOfNetwork,
} from './trust.ts'
import { parseWorkplace, type CheckoutTrust, type ReadFiles, type Workplace } from './workplace.ts'

/** What the settings are made of; `uniqueId` is a short text that no other run of the job shares. */
export interface Given {
  readonly raw: RawInputs
  readonly env: Environment
  readonly runner: Pick<Runner, 'workspace' | 'temp' | 'job' | 'runId' | 'runAttempt' | 'platform'>
  readonly files: ReadFiles
  /** What has started the run. */
  readonly event: ClassifiedEvent
  /** What the commit of the run has at a path. */
  readonly committed: CheckoutTrust['committed']
  /** The region that the machine's AWS configuration gives a profile. */
  readonly profileRegion: (profile: string) => Promise<string | undefined>
  readonly uniqueId: string
  /** Learns the text of each file that `settings` and `mcp-config` name, before anything is made of it. */
  readonly onConfiguration: (text: string) => void
  /** Where the machine's administrator puts settings of Claude Code; by the platform unless given. */
  readonly managedSettings?: string | undefined
}

/** The same, with what the first inputs say of it. */
export interface Context extends Given {
  /** Empty when it is missing or was refused. */
  readonly region: string
  /** Undefined when its folder was refused. */
  readonly place: Workplace | undefined
  /** Whether the checkout may configure the agent. */
  readonly isTrusted: boolean
}

/**
 * Turns the inputs and the variables behind them into Settings, with lines to warn of. Throws one Failure about everything
 * that is wrong: `region-missing` or `workspace-missing` when that is all, else `input-invalid`.
 */
export async function parseSettings(given: Given): Promise<{ settings: Settings; warnings: readonly string[] }> {
  const { raw, env, runner, files, event, committed, onConfiguration } = given
  const form = createForm(raw, env)
  const region = await parseRegion(form, given)
  const isTrusted = parseTrust(form, event)
  const trust = { isTrusted, hasOwnCommit: event.hasOwnCommit, committed }
  const place = await parseWorkplace(form, { workspace: runner.workspace, files, trust, onConfiguration })
  const context: Context = { ...given, region, place, isTrusted }
  const resume = await parseResume(form, context)
  const claude = await parseClaudeSettings(form, place)
  if (hasPrompt(form))
    await refuseManagedSettings(form, given.managedSettings ?? managedSettingsFolder(runner.platform), files)
  const credentials = parseCredentials(form, event)
  const isolation = parseIsolation(form, event)
  const prompt = await parsePrompt(form, place)
  const identity = parseIdentity(form, context)
  const bedrock = parseBedrock(form, context)
  const preflight = form.required('preflight', yesNoOr('only', 'must be true, false or only'), true)
  const settings: Settings = {
    prompt,
    identity,
    // The headers of Claude Code's settings count before those of the job.
    bedrock: claude.customHeaders
      ? { ...bedrock, customHeaders: { ...bedrock.customHeaders, ...claude.customHeaders } }
      : bedrock,
    agent: {
      ...(await parseAgent(form, context)),
      ...{ resume, settings: claude.settings, isolation },
      network: parseAllowedDomains(form, { event, isolation, credentials }),
    },
    install: await parseInstall(form, context),
    transcript: await parseTranscript(form, context),
    actors: parseActors(form),
    credentials,
    quota: parseQuota(form, credentials, bedrock.maxOutputTokens),
    exportEnvironment: parseExportEnvironment(form, event),
    preflight: preflight === 'only' ? preflight : preflight ? 'on' : 'off',
  }
  warnOfNetwork(form, event, settings.agent.network)
  form.finish()
  return { settings, warnings: form.warnings }
}

/** The secrets among the settings: values of custom headers and, where they are to be masked, account ids. */
export function secretSettings({ identity, bedrock, agent }: Settings): readonly string[] {
  const headers = Object.values(bedrock.customHeaders ?? {})
  if (identity.maskAccountId !== true) return headers
  const arns = JSON.stringify([identity, bedrock, agent.fallbackModel])
  const named = [...arns.matchAll(/\barn:[\w-]+:[\w-]+:[\w-]*:(\d{12}):/g)].flatMap(([, account]) => account ?? [])
  return [...new Set([...headers, ...named, ...identity.allowedAccountIds])]
}
