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
