import { yaml } from '../errors.ts'
import type { Form } from './form.ts'
import { accepted, listOf, refused, type Parser } from './scalars.ts'
import type { Settings } from './settings.ts'

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
  const fix = ['Bots stand in an input of their own:', yaml(`with:\n  allow-bots: '${login}'`)]
  if (login.endsWith('[bot]')) return refused('names a bot', { fix })
  return login === '*' || /^[\w-]+$/.test(login) ? accepted(login) : refused('must be a login of GitHub, or *')
}

const bot: Parser<string> = (login) => {
  if (login === '*') return refused('must name each bot: everybody can make one')
  return /^[\w-]+\[bot\]$/.test(login) ? accepted(login) : refused('must be the exact login of a bot, with its [bot]')
}
