import { join } from 'node:path'

import { yaml } from '../errors.ts'
import type { Form } from './form.ts'
import type { PluginSettings } from './settings.ts'
import type { Workplace } from './workplace.ts'

/**
 * The plugins to install and their marketplaces, one a line or separated by commas. A marketplace is `owner/repository` of github.com or
 * the address of a git repository, each with `#` and a commit, or a folder of a checkout that may configure the agent.
 */
export function parsePlugins(form: Form, place: Workplace | undefined, trustsCheckout: boolean): PluginSettings {
  const plugins = entriesOf(form.text('plugins'))
  const marketplaces = entriesOf(form.text('plugin-marketplaces'))
  for (const part of plugins.filter((plugin) => !/^[\w-][\w.-]*@[\w-][\w.-]*$/.test(plugin)))
    form.refuse('plugins', { part, must: 'must be plugin@marketplace, with the name that the marketplace has' })
  if (plugins.length > 0 && marketplaces.length === 0)
    form.refuse('plugins', {
      must: 'needs plugin-marketplaces: nothing says where the plugins come from',
      fix: ['Name the marketplace and its commit:', yaml('plugin-marketplaces: owner/repository#<commit>')],
    })
  if (marketplaces.length > 0 && plugins.length === 0)
    form.refuse('plugin-marketplaces', {
      must: 'needs plugins: a marketplace alone installs nothing',
      fix: ['Name what to install:', yaml('plugins: plugin@marketplace')],
    })
  const sources = marketplaces.flatMap((entry) => sourceOf(form, entry, trustsCheckout) ?? [])
  const directory = place?.directory ?? ''
  return {
    plugins,
    marketplaces: sources.map((source) => (source.startsWith('./') ? join(directory, source) : source)),
  }
}

const entriesOf = (text: string) =>
  text
    .split(/[\n,]/)
    .map((entry) => entry.replace(/(^|\s)#\s.*$/, '').trim())
    .filter((entry) => entry !== '')

/** The marketplace as `claude plugin marketplace add` takes it; undefined when it was refused. */
function sourceOf(form: Form, entry: string, trustsCheckout: boolean): string | undefined {
  const isFolder = entry.startsWith('./')
  const [, address = '', ref] = /^([^#]+)(?:#(.*))?$/.exec(entry) ?? []
  const url = /^[\w-]+\/[\w.-]+$/.test(address) ? `https://github.com/${address}.git` : address
  const isAddress = /^https?:\/\/[\w.:-]+\/[\w./~%+-]+$/.test(url) && (ref === undefined || /^\w[\w./-]*$/.test(ref))
  let must: string | undefined
  if (!isFolder && !isAddress)
    must =
      'must be owner/repository#<commit>, https://host/path.git#<commit> (without a user or token), or a folder ./path of the checkout'
  else if (isFolder && entry.split('/').includes('..')) must = 'must be a folder below working-directory'
  else if (isFolder && !trustsCheckout) must = 'is in the checkout, which may not configure the agent in this run'
  if (must !== undefined) {
    form.refuse('plugin-marketplaces', { part: entry, must })
    return undefined
  }
  if (isFolder) return entry
  if (ref === undefined || !/^[\da-f]{40}$/.test(ref))
    form.warn(
      `plugin-marketplaces: ${entry} is not pinned to a commit, so whoever can push there decides what the agent runs. Write ${address}#<commit>.`,
    )
  return ref === undefined ? url : `${url}#${ref}`
}
