import { resolve } from 'node:path'

import type { Form } from './form.ts'
import type { Context } from './parse-settings.ts'
import { accepted, matching, refused, yesOrNo, type Parser } from './scalars.ts'
import type { InstallSettings } from './settings.ts'
import { readNamedFile } from './text-file.ts'

/** Which Claude Code, and from where. */
export async function parseInstall(form: Form, context: Context): Promise<InstallSettings> {
  return {
    version: form.optional('claude-code-version', version),
    path: await parseExecutable(form, context),
    registryUrl: form.optional('registry-url', registryUrl),
    cache: form.required('cache', yesOrNo, true),
  }
}

const version = matching(/^(\d+\.\d+\.\d+|latest)$/, 'must be a version x.y.z, or latest')

async function parseExecutable(form: Form, { runner, files, place }: Context): Promise<string | undefined> {
  const part = form.text('claude-code-path')
  if (part === '') return undefined
  const path = resolve(runner.workspace, part)
  if ((await files.kind(path)) !== 'file')
    form.refuse('claude-code-path', { part, must: 'must be a file that exists, absolute or relative to the workspace' })
  // Read only where its bytes decide: it is large.
  else if (place?.trust.isTrusted === false)
    form.take('claude-code-path', await readNamedFile(form, 'claude-code-path', { place, path }))
  return path
}

/** Never quoted back: it may hold credentials that were put there by mistake. */
const registryUrl: Parser<string> = (text) => {
  const url = URL.parse(text)
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.search !== '' || url.hash !== '')
    return refused('must be the base address of a registry, http or https')
  if (url.username !== '' || url.password !== '')
    return refused("must not hold credentials: npm's own configuration (.npmrc) does")
  return accepted(url.href.replace(/\/+$/, ''))
}
