// Where Claude Code comes from and where it stays. Interfaces only; `src/world/` implements them.
import type { ServiceError } from '../errors.ts'

/** A published version of an npm package. */
export interface PackageVersion {
  readonly name: string
  readonly version: string
  readonly tarball: string
  /** Subresource integrity, `sha512-<base64>`. */
  readonly integrity: string
}

/** A registry of npm packages: its base address (no trailing slash, no credentials) and how to reach it. */
export interface RegistryAddress {
  readonly url: string
  /** Value of the `authorization` header, when npm's configuration holds one for this registry; sent to its host only. */
  readonly authorization?: string | undefined
  /** PEM certificates to trust beside those of Node and the system. */
  readonly ca?: readonly string[] | undefined
  /** `false`: npm's `strict-ssl=false`, any certificate will do; the digest still decides what is installed. */
  readonly strictSsl?: boolean | undefined
  /** `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` as they count for this registry. */
  readonly proxies?: Readonly<Record<string, string>> | undefined
}

/** The npm registry; methods reject with a ServiceError (service `npm registry`), `status` 404 for what it does not have. */
export interface PackageRegistry {
  /**
   * The registry at `url`, or without one the registry that npm's own configuration names for `packageName`, with what
   * npm's files hold for it; undefined when neither says. Credentials are masked.
   */
  address(packageName: string, url: string | undefined): Promise<RegistryAddress | undefined>
  /** Metadata of one version; `version` may be a dist-tag such as `latest`. */
  version(registry: RegistryAddress, name: string, version: string): Promise<PackageVersion>
  /** All published versions, in the registry's order. */
  versions(registry: RegistryAddress, name: string): Promise<readonly string[]>
  /**
   * Streams the files of the tarball into `directory`, which must exist; none is executable before every byte is there
   * and the digest is right. Rejects with a ServiceError named `IntegrityMismatch` (whole body, wrong bytes) or as the
   * network failed; what is in `directory` then is of no use.
   */
  unpack(registry: RegistryAddress, release: PackageVersion, options: UnpackOptions): Promise<UnpackFacts>
}

/** Where a tarball goes, which of its files is to be executable, and who hears of its progress. */
export interface UnpackOptions {
  readonly directory: string
  /** Path inside the package. */
  readonly executable: string
  /** Whether the sha256 of the executable is wanted; it is taken while the bytes go by. */
  readonly digest?: boolean
  readonly onProgress?: (facts: { bytes: number; totalBytes: number | undefined }) => void
  /**
   * Asked when the download broke after `bytes` bytes: once it resolves, the download goes on from there, with a range
   * where the server grants one. What it rejects with ends the download, as every error does where it is left out.
   */
  readonly recover?: (error: ServiceError, bytes: number) => Promise<void>
}

/** What came over the network, and the executable's sha256 in hexadecimal digits where it was wanted. */
export interface UnpackFacts {
  readonly bytes: number
  readonly sha256: string | undefined
}

/** The runner's tool cache: `<tool>/<version>/<arch>` with a marker beside it, as `@actions/tool-cache` lays it out. */
export interface ToolCache {
  /** Directory of the tool when it is there whole and proven; why an entry that is there is refused; undefined for none. */
  find(tool: CachedTool): Promise<{ directory: string } | { refused: string } | undefined>
  /**
   * Calls `fill` with an empty directory beside the tool's final place; when `fill` resolves with the sha256 of the
   * executable, moves it there and marks it complete. Leaves nothing when `fill` rejects. Safe when two jobs of one machine
   * do it at once. Rejects with what `fill` threw, or with a ServiceError (service `tool cache`) when the disk fails.
   */
  add(tool: CachedTool, fill: Fill): Promise<string>
  /** The same in a directory of this job alone, which the runner empties after it. */
  addForJob(tool: CachedTool, fill: Fill): Promise<string>
}

/** Puts a tool into `directory` and resolves with the sha256 of its executable. */
export type Fill = (directory: string) => Promise<string>

/** A tool-cache entry. */
export interface CachedTool {
  readonly name: string
  readonly version: string
  readonly arch: string
  /** The file that the tool cannot be without; its path inside the entry. */
  readonly executable: string
  /** Subresource integrity of what was unpacked; an entry recorded with another is not this tool. Undefined: any. */
  readonly integrity: string | undefined
  /** The executable's sha256 in hexadecimal digits where this project records it; else what was recorded at install counts. */
  readonly sha256: string | undefined
}

/** GitHub's cache of the repository; methods reject with a ServiceError (service `Actions cache`). */
export interface ActionsCache {
  /** What this job's token allows; `none` also where nothing here could read an entry safely. */
  access(): Promise<'none' | 'read' | 'write'>
  /** For each of `keys` in turn the newest entry whose key begins with it: its whole key; undefined when there is none. */
  find(keys: readonly string[], file: string): Promise<string | undefined>
  /** Puts the one file of an entry into `directory`, whatever else the entry says, not executable; resolves with its sha256. */
  restore(key: string, place: { directory: string; file: string }): Promise<string>
  /** Stores a file that still has this sha256; resolves with whether the service took it. */
  save(entry: CacheableFile): Promise<boolean>
}

/** A file for the Actions cache: the key of its entry, its absolute path, and its sha256 in hexadecimal digits. */
export interface CacheableFile {
  readonly key: string
  readonly path: string
  readonly sha256: string
}

/** Where tools are put that only this job uses, below `RUNNER_TEMP`. */
export const jobToolFolder = (temp: string) => `${temp}/claude-code-bedrock-tools`
