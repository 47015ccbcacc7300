import type { Environment } from '../ports/machine.ts'
import { numberOf, textOf } from './error-fields.ts'

/**
 * What the runner and the job's token allow with the Actions cache. GitHub gives runs that strangers can start a token that
 * may only read; the token's claim `ac` lists its scopes with their permissions (1 read, 2 write), and `ACTIONS_CACHE_MODE`
 * says the same where a workflow narrows it (`@actions/cache` 6.3.0). A token that cannot be read leaves it to the service.
 */
export function cacheAccess(env: Environment): 'none' | 'read' | 'write' {
  const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL, ACTIONS_CACHE_URL } = env
  if (!token || !(ACTIONS_RESULTS_URL || ACTIONS_CACHE_URL)) return 'none'
  const mode = env.ACTIONS_CACHE_MODE?.trim().toLowerCase()
  // What can only be written is of no use here.
  if (mode === 'none' || mode === 'write-only') return 'none'
  const permissions = permissionsOf(token)
  const mayWrite = permissions === undefined || permissions.some((permission) => (permission & 2) !== 0)
  return mode !== 'read' && mayWrite ? 'write' : 'read'
}

function permissionsOf(token: string): readonly number[] | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    const scopes: unknown = JSON.parse(textOf(claims, 'ac') ?? '')
    return Array.isArray(scopes) ? scopes.map((scope) => numberOf(scope, 'Permission') ?? 0) : undefined
  } catch {
    return undefined
  }
}
