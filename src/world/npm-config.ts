import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, dirname, join, parse } from 'node:path'

import { isRecord, parseJson } from '../json.ts'
import type { RegistryAddress } from '../ports/install.ts'
import type { Environment, Processes } from '../ports/machine.ts'
import { attempt } from './attempt.ts'
import { locateProgram } from './git.ts'
import { defined } from './processes.ts'

/** npm's settings by name, as its files and variables give them. */
type NpmSettings = Readonly<Record<string, string>>

/** The machine whose npm is asked, with the environment of the job. */
interface NpmMachine {
  readonly env: Environment
  readonly processes: Pick<Processes, 'capture'>
}

/**
 * The registry at `url`, or the one npm would use for `packageName`, with credentials, certificates and proxies of npm's configuration and the environment, and
 * the secrets among them; undefined when nothing names one. npm itself is asked where it is there, for it alone knows its
 * defaults and where its global file is; without it its files and variables are read. The checkout's own `.npmrc` never counts.
 * Source: https://github.com/npm/cli/blob/latest/docs/lib/content/configuring-npm/npmrc.md
 */
export async function configuredRegistry(
  { packageName, url }: { readonly packageName: string; readonly url: string | undefined },
  machine: NpmMachine,
): Promise<{ address: RegistryAddress; secrets: readonly string[] } | undefined> {
  const { env } = machine
  const npm = await askNpm(machine)
  const fromEnv = settingsOfEnv(env)
  const userFile = npm.userconfig ?? fromEnv.userconfig ?? join(env.HOME ?? env.USERPROFILE ?? homedir(), '.npmrc')
  const globalFile = npm.globalconfig ?? fromEnv.globalconfig
  const files = { ...(globalFile && (await settingsOfFile(globalFile, env))), ...(await settingsOfFile(userFile, env)) }
  const settings: NpmSettings = { ...files, ...fromEnv, ...npm }

  const scopeKey = `${packageName.slice(0, packageName.indexOf('/'))}:registry`
  const named = url ?? settings[scopeKey] ?? settings.registry
  if (named === undefined || !URL.canParse(named)) return undefined
  const registry = new URL(named)
  const { authorization, secrets = [] } = credentialsFor(registry, settings) ?? {}
  const proxies = proxiesOf(settings, env)
  return {
    address: {
      url: `${registry.origin}${registry.pathname.replace(/\/+$/, '')}`,
      authorization,
      ca: await certificates(settings),
      strictSsl: settings['strict-ssl'] !== 'false',
      proxies,
    },
    secrets: [...secrets, ...passwordsOf(proxies)],
  }
}

/** What `npm config list --json` says, without the settings that are neither text nor yes or no; empty where there is no npm to ask. */
async function askNpm({ env, processes }: NpmMachine): Promise<NpmSettings> {
  // From the root, because npm reads the .npmrc of the project it runs in, and a checkout must not choose the registry.
  const options = { cwd: parse(process.cwd()).root, timeoutMs: 20_000 }
  const list = ['config', 'list', '--json']
  const npm = locateProgram('npm', env.PATH ?? '') ?? 'npm'
  const { code, stdout } =
    process.platform === 'win32'
      ? await processes.capture('cmd.exe', ['/d', '/s', '/c', `npm ${list.join(' ')}`], options)
      : await processes.capture(npm, list, { ...options, env: withNodeOf(npm, env) })
  if (code !== 0) return {}
  const json = parseJson(stdout)
  const named = Object.entries(isRecord(json) ? json : {})
  const stated = named.filter(([, value]) => ['string', 'boolean'].includes(typeof value) || Array.isArray(value))
  return Object.fromEntries(stated.map(([key, value]) => [key, String(value)]))
}

/**
 * npm looks for its global configuration beside the Node that runs it, which is the first of the search path: for users that
 * is the one in npm's own folder, while the job's path may begin with another, as that of a package script does.
 */
function withNodeOf(npm: string, env: Environment): Readonly<Record<string, string>> {
  const folder = dirname(npm)
  const PATH = existsSync(join(folder, 'node')) ? `${folder}${delimiter}${env.PATH}` : env.PATH
  return defined({ ...env, PATH })
}

/** Variables `npm_config_<name>`, in any case; the part of a key after `//` keeps its case and its underscores. */
function settingsOfEnv(env: Environment): NpmSettings {
  const settings: Record<string, string> = {}
  for (const [variable, value] of Object.entries(env)) {
    const [, name] = /^npm_config_(.+)$/i.exec(variable) ?? []
    if (name === undefined || !value) continue
    settings[/^(\/\/|@)/.test(name) ? name : name.toLowerCase().replace(/(?!^)_/g, '-')] = value
  }
  return settings
}

async function settingsOfFile(path: string, env: Environment): Promise<NpmSettings> {
  return parseNpmrc(await readFile(path, 'utf8').catch(() => ''), env)
}

/** The settings of an `.npmrc`: `key = value` lines, `${VARIABLE}` replaced where it is set, `;` and `#` comments. */
export function parseNpmrc(text: string, env: Environment): NpmSettings {
  const settings: Record<string, string> = {}
  const expand = (part: string) =>
    part.replace(/\$\{([^}?]+)(\??)\}/g, (whole, name: string, optional) => env[name] ?? (optional ? '' : whole))
  for (const line of text.split(/\r?\n/)) {
    const [, key, value] = /^\s*([^\s;#=[][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (key === undefined || value === undefined) continue
    const quoted = /^(["'])(.*)\1$/.exec(value)?.[2]
    const name = expand(key)
    const next = expand(quoted ?? value.replace(/\s*(?<!\\)[;#].*$/, ''))
    const list = name.endsWith('[]') ? name.slice(0, -2) : undefined
    if (list === undefined) settings[name] = next
    else settings[list] = settings[list] === undefined ? next : `${settings[list]},${next}`
  }
  return settings
}

/**
 * `ca` holds certificates, `cafile` names a file of them. To npm they are all that counts, and users are bitten by it; here
 * NODE_EXTRA_CA_CERTS and the system's count as well, since the digest decides what is installed.
 */
async function certificates(settings: NpmSettings): Promise<readonly string[] | undefined> {
  const text = settings.cafile ? await readFile(settings.cafile, 'utf8').catch(() => '') : (settings.ca ?? '')
  return (
    text.replaceAll('\\n', '\n').match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? undefined
  )
}

/** npm's own proxy lines come before the environment's variables. */
function proxiesOf(settings: NpmSettings, env: Environment): Readonly<Record<string, string>> {
  const of = (name: 'HTTP_PROXY' | 'HTTPS_PROXY' | 'NO_PROXY') => env[name.toLowerCase()] || env[name]
  const chosen = {
    HTTPS_PROXY: settings['https-proxy'] || settings.proxy || of('HTTPS_PROXY'),
    HTTP_PROXY: settings.proxy || of('HTTP_PROXY'),
    NO_PROXY: settings.noproxy || of('NO_PROXY'),
  }
  return Object.fromEntries(
    Object.entries(chosen).flatMap(([name, value]) => (value && !/^(null|false)$/.test(value) ? [[name, value]] : [])),
  )
}

/** Passwords of proxies, as they are written and as they are sent. */
function passwordsOf(addresses: Readonly<Record<string, string>>): readonly string[] {
  const passwords = Object.values(addresses).flatMap((address) => URL.parse(address)?.password || [])
  // A percent sign that encodes nothing is one.
  const decoded = passwords.map((password) => attempt(() => decodeURIComponent(password)) ?? password)
  return [...new Set([...passwords, ...decoded])]
}

/** Value of the `authorization` header, and the parts of it that must be masked. */
interface RegistryCredentials {
  readonly authorization: string
  readonly secrets: readonly string[]
}

/**
 * The credentials in npm's settings for a registry: `_authToken`, `_auth`, or `username` and `_password`, each named by
 * the registry's address without protocol; the longest address that is part of this one counts. Else those in the
 * address itself. Source: https://github.com/npm/cli/blob/latest/docs/lib/content/configuring-npm/npmrc.md
 */
function credentialsFor(registry: URL, settings: NpmSettings): RegistryCredentials | undefined {
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
  const segments = pathname.split('/').filter(Boolean)
  const prefixes: string[] = []
  for (let kept = segments.length; kept >= 0; kept--) {
    const prefix = ['', '', host, ...segments.slice(0, kept)].join('/')
    prefixes.push(`${prefix}/`, prefix)
  }
  return prefixes
}

const basicOf = (username: string, password: string) =>
  basic(Buffer.from(`${username}:${password}`).toString('base64'), `${username}:${password}`)

function basic(encoded: string, pair: string): RegistryCredentials {
  return { authorization: `Basic ${encoded}`, secrets: [encoded, pair.slice(pair.indexOf(':') + 1)] }
}
