import type { CredentialSources, SecurityTokenService } from '../ports/aws.ts'
import type { Artifacts } from '../ports/github.ts'
import type { ActionsCache, PackageRegistry, ToolCache } from '../ports/install.ts'
import type { Secrets } from '../ports/log.ts'
import type { Environment } from '../ports/machine.ts'
import type { ActionsCacheWorld } from './actions-cache.ts'
import type { RegistryWorld } from './registry.ts'
import type { ToolCachePlace } from './tool-cache.ts'

// Adapters that the agent's start does not need where its executable is at hand: each is loaded at its first call, since what
// is loaded before holds up the start.

/** AWS STS; see `sts.ts`. */
export function stsOnDemand(world: AwsWorld): SecurityTokenService {
  const loaded = once(async () => (await import('./sts.ts')).createSts(world))
  return {
    prepare() {
      loaded().then(
        (sts) => sts.prepare(),
        () => undefined,
      )
    },
    assumeRoleWithWebIdentity: async (...call) => (await loaded()).assumeRoleWithWebIdentity(...call),
    assumeRole: async (...call) => (await loaded()).assumeRole(...call),
    callerIdentity: async (...call) => (await loaded()).callerIdentity(...call),
  }
}

/** Where else AWS keys may be; see `credential-sources.ts`. */
export function credentialSourcesOnDemand(world: AwsWorld): CredentialSources {
  const loaded = once(async () => (await import('./credential-sources.ts')).createCredentialSources(world))
  return { load: async (...question) => (await loaded()).load(...question) }
}

interface AwsWorld {
  readonly secrets: Secrets
  readonly env: Environment
}

/** The npm registry; see `registry.ts`. */
export function registryOnDemand(world: RegistryWorld): PackageRegistry {
  const loaded = once(async () => (await import('./registry.ts')).createPackageRegistry(world))
  return {
    address: async (...question) => (await loaded()).address(...question),
    version: async (...question) => (await loaded()).version(...question),
    versions: async (...question) => (await loaded()).versions(...question),
    unpack: async (...task) => (await loaded()).unpack(...task),
  }
}

/** The runner's tool cache; see `tool-cache.ts`. */
export function toolCacheOnDemand(place: ToolCachePlace): ToolCache {
  const loaded = once(async () => (await import('./tool-cache.ts')).createToolCache(place))
  return {
    find: async (...question) => (await loaded()).find(...question),
    add: async (...task) => (await loaded()).add(...task),
    addForJob: async (...task) => (await loaded()).addForJob(...task),
  }
}

/** The Actions cache; see `actions-cache.ts`. */
export function actionsCacheOnDemand(world: ActionsCacheWorld): ActionsCache {
  const loaded = once(async () => (await import('./actions-cache.ts')).createActionsCache(world))
  return {
    access: async () => (await loaded()).access(),
    find: async (...question) => (await loaded()).find(...question),
    restore: async (...task) => (await loaded()).restore(...task),
    save: async (...task) => (await loaded()).save(...task),
  }
}

/** Artifacts of the workflow run; see `artifacts.ts`. */
export function artifactsOnDemand(env: Environment): Artifacts {
  const loaded = once(async () => (await import('./artifacts.ts')).createArtifacts(env))
  return { upload: async (...task) => (await loaded()).upload(...task) }
}

/** What `make` makes, which is asked for at the first call and no more. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
