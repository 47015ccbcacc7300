import { yaml } from '../errors.ts'
import type { ClassifiedEvent } from '../events/event-class.ts'
import type { Form } from './form.ts'
import { hasPrompt } from './prompt.ts'
import { oneOf, yesNoOr, accepted, listOf, refused, type Parser } from './scalars.ts'
import type { IsolationSetting, NetworkSetting, Settings } from './settings.ts'

const AUTO = yesNoOr('auto', 'must be auto, true or false')

/** Whether files of the checkout configure and instruct the agent; `auto` is the event's. A warning where that is opened to strangers. */
export function parseTrust(form: Form, event: ClassifiedEvent): boolean {
  const isStranger = event.class === 'stranger'
  const given = form.required('trust-project-config', AUTO, false)
  const isTrusted = given === 'auto' ? !isStranger : given
  if (isTrusted && isStranger)
    form.warn(
      `trust-project-config is true: hooks, MCP servers and settings of the checkout run on ${event.name}, and strangers may have written them.`,
    )
  return isTrusted
}

/** The sandbox: `auto` is `required` where strangers can cause the event. A warning where it is off there. */
export function parseIsolation(form: Form, event: ClassifiedEvent): IsolationSetting {
  const isolation = form.required('isolation', oneOf(['auto', 'required', 'off']), 'auto')
  if (event.class !== 'stranger') return isolation
  if (isolation === 'off' && hasPrompt(form))
    form.warn(
      `isolation is off: on ${event.name} strangers can write what the agent reads, and it can reach the tokens of the job.`,
    )
  return isolation === 'auto' ? 'required' : isolation
}

/** Warns where an input opens the network to an agent that reads what strangers wrote. */
export function warnOfNetwork(form: Form, { name, class: eventClass }: ClassifiedEvent, network: NetworkSetting): void {
  if (eventClass !== 'stranger' || network.kind === 'none' || !hasPrompt(form)) return
  const where = network.kind === 'open' ? 'anywhere' : 'to the hosts it lists'
  form.warn(
    `allowed-domains is given: on ${name} strangers can write what the agent reads, and it can send data ${where}.`,
  )
}

/** How the agent's calls are authorized. Where strangers can cause the event, it holds no credentials. */
export function parseCredentials(form: Form, event: ClassifiedEvent): Settings['credentials'] {
  const credentials = form.required('credentials', oneOf(['gateway', 'environment']), 'gateway')
  if (credentials === 'environment' && event.class === 'stranger')
    form.refuse('credentials', {
      part: credentials,
      must: `must be gateway on ${event.name}: strangers can cause it, and every command of the agent could act as the role`,
      fix: ['Let the action sign the calls of the agent:', yaml('with:\n  credentials: gateway')],
    })
  return credentials
}

/** Whether later steps get Bedrock's environment; `auto`: only in set-up mode, and not where strangers can cause the event. */
export function parseExportEnvironment(form: Form, event: ClassifiedEvent): boolean {
  const isStranger = event.class === 'stranger'
  const given = form.required('export-environment', AUTO, false)
  const isExported = given === 'auto' ? !hasPrompt(form) && !isStranger : given
  if (isExported && isStranger)
    form.warn(
      `export-environment is true: on ${event.name}, which strangers can cause, later steps hold real AWS credentials. Run nothing of the checkout in them.`,
    )
  return isExported
}

/** Who may start a run on events that strangers can cause. */
export function parseActors(form: Form): Settings['actors'] {
  return {
    allowActors: form.required('allow-actors', listOf(actor), []),
    allowBots: form.required('allow-bots', listOf(bot), []),
    // GitHub evaluates the default; where a workflow gives an empty text, there is no token.
    token: form.isGiven('github-token') ? form.text('github-token') : '',
  }
}

/** Logins are letters, digits and hyphens; those of managed users also have an underscore. */
const actor: Parser<string> = (login) => {
  const fix = ['Bots have an input of their own:', yaml(`with:\n  allow-bots: '${login}'`)]
  if (login.endsWith('[bot]')) return refused('names a bot', { fix })
  return login === '*' || /^[\w-]+$/.test(login) ? accepted(login) : refused('must be a login of GitHub, or *')
}

const bot: Parser<string> = (login) => {
  if (login === '*') return refused('must name each bot: everybody can make one')
  return /^[\w-]+\[bot\]$/.test(login) ? accepted(login) : refused('must be the exact login of a bot, with its [bot]')
}
