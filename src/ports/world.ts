import type { ContainerCredentials, CredentialSources, SecurityTokenService } from './aws.ts'
import type { Git, WorkingFiles } from './checkout.ts'
import type { Loopback, Signer, Upstream, EventStreams } from './gateway.ts'
import type { Artifacts, IdTokens, Job, Runner, Seal, Collaborators } from './github.ts'
import type { ActionsCache, PackageRegistry, ToolCache } from './install.ts'
import type { Log, LogGroups, Secrets, Clock, Files, Processes } from './machine.ts'
import type { Sockets, Sandboxes } from './sandbox.ts'

/** The world as a run sees it: one port for each part of it. */
export interface World {
  readonly log: Log
  readonly logGroups: LogGroups
  readonly secrets: Secrets
  readonly clock: Clock
  readonly runner: Runner
  readonly idTokens: IdTokens
  readonly collaborators: Collaborators
  readonly sts: SecurityTokenService
  readonly credentialSources: CredentialSources
  readonly containerCredentials: ContainerCredentials
  readonly loopback: Loopback
  readonly signer: Signer
  readonly eventStreams: EventStreams
  readonly upstream: Upstream
  readonly registry: PackageRegistry
  readonly toolCache: ToolCache
  readonly actionsCache: ActionsCache
  readonly processes: Processes
  readonly sandboxes: Sandboxes
  readonly sockets: Sockets
  readonly files: Files
  readonly git: Git
  readonly workingFiles: WorkingFiles
  readonly artifacts: Artifacts
  readonly job: Job
  readonly seal: Seal
}
