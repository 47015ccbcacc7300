import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Variables that Node, OpenSSL and npm need to reach a registry from some networks. */
const NAMES = /^(NODE_EXTRA_CA_CERTS|NODE_USE_SYSTEM_CA|SSL_CERT_(FILE|DIR)|(HTTP|HTTPS|ALL)_PROXY|npm_config_.+)$/i

/** Hosts of the emulators, which no proxy reaches. */
const HERE = '127.0.0.1,localhost'

/**
 * What of a machine's environment leads to a package registry, for a job with another home folder: certificates, proxies,
 * npm's variables, and its user's npm configuration by its path. Proxies are never asked for what runs on this machine.
 */
export function registryAccess(machine: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(machine).filter((pair): pair is [string, string] => NAMES.test(pair[0]) && !!pair[1])
  const env = Object.fromEntries(kept)
  const spared = machine.no_proxy || machine.NO_PROXY
  env.no_proxy = spared ? `${spared},${HERE}` : HERE
  const userFile = join(machine.HOME || homedir(), '.npmrc')
  const isNamed = kept.some(([name]) => name.toLowerCase() === 'npm_config_userconfig')
  if (!isNamed && existsSync(userFile)) env.npm_config_userconfig = userFile
  return env
}
