import { jobToolFolder } from '../ports/install.ts'
import type { Environment } from '../ports/machine.ts'
import type { World } from '../ports/world.ts'
import { createActionsCache } from './actions-cache.ts'
import { createArtifacts } from './artifacts.ts'
import { createCredentialSources, createSts } from './aws-clients.ts'
import { createEventStreams, createSigner } from './bedrock-wire.ts'
import { createClock } from './clock.ts'
import { createFiles } from './files.ts'
import { createGit } from './git.ts'
import { createCollaborators, createIdTokens } from './github-api.ts'
import { createHeldFolders } from './held-folders.ts'
import { useSystemCertificates, createUpstream } from './http.ts'
import { createLog, createSecrets } from './log.ts'
import { createContainerCredentials, createLoopback } from './loopback.ts'
import { createProcesses } from './processes.ts'
import { createPackageRegistry } from './registry.ts'
import { createJob, readRunner, createSeal } from './runner.ts'
import { createSandboxes } from './sandboxes.ts'
import { createSockets } from './socket-folder.ts'
import { createToolCache } from './tool-cache.ts'
import { createWorkingFiles } from './working-files.ts'

/** The real world, for the environment of this process. Nothing is loaded or asked before it is used. */
export function createWorld(env: Environment): World {
  if (env.NODE_USE_SYSTEM_CA === '1') useSystemCertificates()
  const clock = createClock()
  const secrets = createSecrets()
  const runner = readRunner(env)
  const processes = createProcesses(env)
  const loopback = createLoopback()
  const folders = createHeldFolders()
  return {
    ...createLog(),
    secrets,
    clock,
    runner,
    idTokens: createIdTokens({ secrets, env }),
    collaborators: createCollaborators({ env }),
    sts: createSts({ secrets, env }),
    credentialSources: createCredentialSources({ secrets, env }),
    containerCredentials: createContainerCredentials({ loopback, clock }),
    loopback,
    signer: createSigner(),
    eventStreams: createEventStreams(),
    upstream: createUpstream(env),
    registry: createPackageRegistry({ env, processes, secrets }),
    toolCache: createToolCache({ directory: runner.toolCache, temp: jobToolFolder(runner.temp), clock }),
    actionsCache: createActionsCache({ env, processes }),
    processes,
    sandboxes: createSandboxes(env, runner),
    sockets: createSockets(env),
    files: createFiles(folders),
    git: createGit(),
    workingFiles: createWorkingFiles(),
    artifacts: createArtifacts(env, folders),
    job: createJob(),
    seal: createSeal(env),
  }
}
