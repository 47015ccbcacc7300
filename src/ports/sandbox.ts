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
