import type { Command, RunningChild } from './machine.ts'

/** What lies at a path, links followed; anything else than a file, a folder or a socket does not count. */
export type PathKind = 'file' | 'directory' | 'socket'

/** What a sandbox has to know of the machine. All paths are absolute, with links resolved. */
export interface SandboxHost {
  readonly uid: number
  readonly gid: number
  /** `HOME`; undefined where it is no folder. */
  readonly home: string | undefined
  readonly workspace: string
  readonly workspaceOwner: number
  /** `RUNNER_TEMP`. */
  readonly temp: string
  /** `RUNNER_TOOL_CACHE`. */
  readonly toolCache: string
  /** Node that runs this action, and the file of the action that it runs. */
  readonly node: string
  readonly actionScript: string
  /** The event's file; undefined where there is none. */
  readonly event: string | undefined
  /** The file that names the resolvers. */
  readonly resolvers: string | undefined
  /** Sockets with a path that somebody listens on, or that are mounted somewhere. */
  readonly sockets: readonly string[]
  /** Programs of the system, in folders that only root writes; undefined where they are not there. */
  readonly bash: string | undefined
  readonly sudo: string | undefined
}

/** A process that makes the sandbox and waits inside for its one command. */
export interface SandboxProcess {
  /** Resolves when the command can be started: to undefined, or to what went wrong, in the words of who refused. */
  readonly ready: Promise<string | undefined>
  /** Starts the command. Once, and only when ready. */
  run(command: Command): RunningChild
  /** Ends it and all that runs inside; resolves when none is left. */
  close(): Promise<void>
}

/** Makes sandboxes. */
export interface Sandboxes {
  /** Links resolved; undefined for what is not there. */
  look(path: string): { readonly path: string; readonly kind: PathKind } | undefined
  host(): SandboxHost
  open(file: string, args: readonly string[]): SandboxProcess
  /** Changes the permission bits of a file and returns what they were; undefined where that is refused. */
  changeMode(path: string, mode: number): number | undefined
}

// What leads out of the agent's own network. Interfaces only; `src/world/` implements them.

/** Unix sockets in folders of this machine. */
export interface Sockets {
  /** Makes a folder for sockets, which only this user enters. */
  open(folder: string): Promise<SocketFolder>
}

/** A folder of sockets; nothing that listens there keeps the process alive. */
export interface SocketFolder {
  readonly path: string
  /** Where a server listens to be the socket `name` of this folder, however long the folder's path. */
  addressOf(name: string): string
  /** Leads connections on to a service of this machine: to `port` of localhost. */
  relay(name: string, port: number): Promise<void>
  /** Leads requests of HTTP clients on, to hosts that the rules allow. */
  proxy(name: string, rules: ProxyRules): Promise<void>
  /** Cuts every connection, and removes the folder. */
  close(): Promise<void>
}

/** A port of 127.0.0.1 in the agent's network, and the name of the socket of a {@link SocketFolder} that it leads to. */
export interface Relay {
  readonly port: number
  readonly socket: string
}

/** What a proxy asks before it does anything. */
export interface ProxyRules {
  /** Why a host (in lower case) is not for the agent at this port, by its name alone: a sentence for who asked. */
  refusalOf(host: string, port: number): string | undefined
  /** Whether the host may have an address of a private network. */
  allowsPrivate(host: string): boolean
  onRefused(refused: RefusedRequest): void
}

/** A request that went nowhere; `host` is as the agent wrote it. */
export interface RefusedRequest {
  readonly host: string
  readonly port: number | undefined
  /** A sentence. */
  readonly reason: string
  /** Whether the host could be put on the list. */
  readonly isUnlisted: boolean
}
