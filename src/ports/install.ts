// Where Claude Code comes from and where it stays. Interfaces only; `src/world/` implements them.

/** A published version of an npm package. */
export interface PackageVersion {
  readonly name: string
  readonly version: string
  /** Address of the tarball. */
  readonly tarball: string
  /** Subresource integrity, `sha512-<base64>`. */
  readonly integrity: string
}

/** A registry of npm packages: its base address (no trailing slash) and the credentials it asks for. */
export interface RegistryAddress {
  readonly url: string
  /** Value of the `authorization` header, when the registry asks for one. */
  readonly authorization?: string | undefined
}

/** The npm registry; methods reject with a ServiceError (service `npm registry`), `status` 404 for what it does not have. */
export interface PackageRegistry {
  /** The address that npm's own configuration names for `packageName`; undefined with neither npm nor an `.npmrc`. */
  configured(packageName: string): Promise<RegistryAddress | undefined>
  /** Metadata of one version; `version` may be a dist-tag such as `latest`. */
  version(registry: RegistryAddress, name: string, version: string): Promise<PackageVersion>
  /** All published versions, in the registry's order. */
  versions(registry: RegistryAddress, name: string): Promise<readonly string[]>
  /**
   * Streams the tarball into `directory`, which appears only when every byte is there and its digest is right. Rejects
   * with a ServiceError named `IntegrityMismatch` (whole body, wrong bytes) or as the network failed.
   */
  unpack(registry: RegistryAddress, release: PackageVersion, options: UnpackOptions): Promise<UnpackFacts>
}

/** Where a tarball goes, and who hears of its progress. */
export interface UnpackOptions {
  readonly directory: string
  readonly onProgress?: (facts: { bytes: number; totalBytes: number | undefined; elapsedMs: number }) => void
}

/** What a download took. */
export interface UnpackFacts {
  readonly bytes: number
  readonly elapsedMs: number
}

/** The runner's tool cache: `<tool>/<version>/<arch>` with a marker beside it, as `@actions/tool-cache` lays it out. */
export interface ToolCache {
  /** Directory of the tool when it is there whole. */
  find(tool: ToolId): Promise<string | undefined>
  /**
   * Calls `fill` with a directory to be made, beside its final place; when `fill` resolves, moves it there and marks it
   * complete. Leaves nothing when `fill` rejects. Safe when two jobs of one machine do it at once.
   */
  add(tool: ToolId, fill: (directory: string) => Promise<void>): Promise<string>
}

/** Name of a tool-cache entry. */
export interface ToolId {
  readonly name: string
  readonly version: string
  readonly arch: string
}
