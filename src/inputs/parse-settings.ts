import type { ClassifiedEvent } from '../events/types.ts'
import type { Runner } from '../ports/github.ts'
import type { Environment } from '../ports/machine.ts'
import { parseAllowedDomains } from './allowed-domains.ts'
import { parseActors } from './actors.ts'
import { managedSettingsFolder, refuseManagedSettings } from './checkout-settings.ts'
import { parseClaudeSettings } from './claude-settings.ts'
import { parseAgent } from './agent.ts'
import { createForm, type RawInputs } from './form.ts'
import { parseIdentity } from './identity.ts'
import { parseInstall } from './install.ts'
import { parseBedrock, parseRegion } from './models.ts'
import { hasPrompt, parsePrompt } from './prompt.ts'
import { parseQuota } from './quota.ts'
import { parseResume } from './resumed-session.ts'
import { yesNoOr } from './scalars.ts'
import type { BedrockSettings, Settings } from './settings.ts'
import { parseTranscript } from './transcript.ts'
import { parseCredentials, parseExportEnvironment, parseIsolation, parseTrust, warnOfNetwork } from './trust.ts'
import { parseWorkplace, type CheckoutTrust, type ReadFiles } from './workplace.ts'

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

/**
 * Turns the inputs and the variables behind them into Settings, with lines to warn of. Throws one Failure about everything
 * that is wrong: `region-missing` or `workspace-missing` when that is all, else `input-invalid`.
 */
export async function parseSettings(given: Given): Promise<{ settings: Settings; warnings: readonly string[] }> {
  const { raw, env, runner, files, event, committed, profileRegion, uniqueId } = given
  const form = createForm(raw, env)
  const region = await parseRegion(form, { env, profileRegion })
  const isTrusted = parseTrust(form, event)
  const place = await parseWorkplace(form, {
    workspace: runner.workspace,
    files,
    trust: { isTrusted, hasOwnCommit: event.hasOwnCommit, committed },
    onConfiguration: given.onConfiguration,
  })
  const resume = await parseResume(form, { temp: runner.temp, place })
  const claude = await parseClaudeSettings(form, place)
  if (hasPrompt(form)) {
    await refuseManagedSettings(form, given.managedSettings ?? managedSettingsFolder(runner.platform), files)
  }
  const credentials = parseCredentials(form, event)
  const isolation = parseIsolation(form, event)
  const prompt = await parsePrompt(form, place)
  const identity = parseIdentity(form, { env, runner, region })
  const bedrock = parseBedrock(form, { region, env })
  const preflight = form.required('preflight', yesNoOr('only', 'must be true, false or only'), true)
  const settings: Settings = {
    prompt,
    identity,
    bedrock: withHeaders(bedrock, claude.customHeaders),
    agent: {
      ...(await parseAgent(form, { place, region, resume, env, settings: claude.settings, trustsCheckout: isTrusted })),
      isolation,
      network: parseAllowedDomains(form, { event, isolation, credentials }),
    },
    install: await parseInstall(form, { workspace: runner.workspace, files, place }),
    transcript: await parseTranscript(form, { runner, uniqueId }),
    actors: parseActors(form),
    credentials,
    quota: parseQuota(form, { credentials, maxOutputTokens: bedrock.maxOutputTokens }),
    exportEnvironment: parseExportEnvironment(form, event),
    preflight: preflight === 'only' ? preflight : preflight ? 'on' : 'off',
  }
  warnOfNetwork(form, event, settings.agent.network)
  form.finish()
  return { settings, warnings: form.warnings }
}

/** The headers of Claude Code's settings count before those of the job. */
function withHeaders(bedrock: BedrockSettings, headers: BedrockSettings['customHeaders']): BedrockSettings {
  return headers === undefined ? bedrock : { ...bedrock, customHeaders: { ...bedrock.customHeaders, ...headers } }
}

/** The secrets among the settings: values of custom headers and, where they are to be masked, account ids. */
export function secretSettings({ identity, bedrock, agent }: Settings): readonly string[] {
  const headers = Object.values(bedrock.customHeaders ?? {})
  if (identity.maskAccountId !== true) return headers
  const arns = JSON.stringify([identity, bedrock, agent.fallbackModel])
  const named = [...arns.matchAll(/\barn:[\w-]+:[\w-]+:[\w-]*:(\d{12}):/g)].flatMap(([, account]) => account ?? [])
  return [...new Set([...headers, ...named, ...identity.allowedAccountIds])]
}
