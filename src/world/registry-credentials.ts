import type { NpmSettings } from './npm-config.ts'

/** Value of the `authorization` header, and the parts of it that must be masked. */
export interface RegistryCredentials {
  readonly authorization: string
  readonly secrets: readonly string[]
}

/**
 * The credentials in npm's settings for a registry: `_authToken`, `_auth`, or `username` and `_password`, each named by
 * the registry's address without protocol; the longest address that is part of this one counts. Else those in the
 * address itself. Source: https://github.com/npm/cli/blob/latest/docs/lib/content/configuring-npm/npmrc.md
 */
export function credentialsFor(registry: URL, settings: NpmSettings): RegistryCredentials | undefined {
  for (const prefix of prefixesOf(registry)) {
    const setting = (name: string) => {
      const value = settings[`${prefix}:${name}`]
      // A variable that is not set stays as it was written; it opens nothing.
      return value === undefined || value === '' || value.includes('${') ? undefined : value
    }
    const token = setting('_authToken')
    if (token !== undefined) return { authorization: `Bearer ${token}`, secrets: [token] }
    const pair = setting('_auth')
    if (pair !== undefined) return basic(pair, Buffer.from(pair, 'base64').toString('utf8'))
    const [username, password] = [setting('username'), setting('_password')]
    if (username !== undefined && password !== undefined)
      return basicOf(username, Buffer.from(password, 'base64').toString('utf8'))
  }
  if (registry.username === '' && registry.password === '') return undefined
  return basicOf(decodeURIComponent(registry.username), decodeURIComponent(registry.password))
}

/** `//host/a/b/` and all above it, each with and without the last slash, longest first. */
function prefixesOf({ host, pathname }: URL): string[] {
  const segments = pathname.split('/').filter((segment) => segment !== '')
  return segments
    .map((_, index) => segments.slice(0, segments.length - index))
    .concat([[]])
    .flatMap((kept) => {
      const prefix = ['', '', host, ...kept].join('/')
      return [`${prefix}/`, prefix]
    })
}

const basicOf = (username: string, password: string) =>
  basic(Buffer.from(`${username}:${password}`).toString('base64'), `${username}:${password}`)

function basic(encoded: string, pair: string): RegistryCredentials {
  return { authorization: `Basic ${encoded}`, secrets: [encoded, pair.slice(pair.indexOf(':') + 1)] }
}
