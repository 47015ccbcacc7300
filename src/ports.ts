// The interfaces of the world, and nothing else. `src/world/` implements them; rooms and the story take them as parameters.

/** Environment variables by name; an absent variable is `undefined`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The step's log. Nothing printed through it can act as a workflow command. */
export interface Log {
  info(line: string): void
  debug(line: string): void
  /** An annotation of the run, shown on its summary page; `message` may have several lines. */
  notice(message: string, title?: string): void
  warning(message: string, title?: string): void
  error(message: string, title?: string): void
  /** Runs `task` inside a foldable group. Of groups open at once, the first prints live, the others when their turn comes. */
  group<T>(title: string, task: (log: Log) => Promise<T>): Promise<T>
}

/** The secrets of this run: masked in the log from the moment they are known, struck from everything that is kept. */
export interface Secrets {
  /** Masks `value` and remembers it for redaction; call it where a secret is born. An empty value is ignored. */
  add(value: string): void
  /** Every value added so far. */
  all(): readonly string[]
}

/** Time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after `ms` milliseconds, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** What the runner and the event say of this job; read once, at the door. */
export interface Runner {
  readonly platform: 'linux' | 'darwin' | 'win32'
  /** Node's name of the processor: `x64`, `arm64`, ... */
  readonly arch: string
  readonly musl: boolean
  /** Absolute path of the checkout (`GITHUB_WORKSPACE`). */
  readonly workspace: string
  /** Emptied by the runner for each job (`RUNNER_TEMP`). */
  readonly temp: string
  /** Kept between jobs on self-hosted runners (`RUNNER_TOOL_CACHE`). */
  readonly toolCache: string
  readonly serverUrl: string
  /** `owner/name`. */
  readonly repository: string
  readonly repositoryId: string
  readonly runId: string
  readonly runAttempt: string
  readonly job: string
  readonly eventName: string
  /** `owner/name/.github/workflows/file.yml@ref` of the workflow the run started from. */
  readonly workflowRef: string
  /** Whether the event is a pull request whose head is in another repository. */
  readonly fromFork: boolean
  /** Whether the runner offers OIDC tokens to this job (`permissions: id-token: write`). */
  readonly offersIdToken: boolean
}

/** GitHub's OIDC tokens. */
export interface IdTokens {
  /** A fresh, masked JSON Web Token for `audience`; rejects with a ServiceError (service `GitHub OIDC`). */
  request(audience: string): Promise<string>
}

/** AWS access keys; `expiration` is absent for keys that do not expire. */
export interface AwsKeys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
  readonly expiration?: Date | undefined
}

/** Who AWS says a set of keys is. */
export interface CallerIdentity {
  readonly account: string
  readonly arn: string
}

/** A role to assume, in STS's own terms. */
export interface RoleRequest {
  readonly region: string
  readonly roleArn: string
  readonly sessionName: string
  readonly durationSeconds: number
  readonly inlineSessionPolicy?: string | undefined
  readonly managedSessionPolicies: readonly string[]
}

/** AWS's Security Token Service; every method rejects with a ServiceError (service `AWS STS`). Keys it returns are masked. */
export interface SecurityTokenService {
  assumeRoleWithWebIdentity(request: RoleRequest, token: string): Promise<AwsKeys>
  assumeRole(request: RoleRequest, keys: AwsKeys): Promise<AwsKeys>
  callerIdentity(region: string, keys: AwsKeys): Promise<CallerIdentity>
}

/** Where AWS keys come from when no role is assumed through OIDC. Keys it returns are masked. */
export interface CredentialSources {
  /**
   * The AWS SDK's default chain, or only the named profile. Rejects with a ServiceError (service `AWS credentials`) whose
   * message is the SDK's.
   */
  load(options: { region: string; profile?: string | undefined }): Promise<AwsKeys>
}

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

/** A program to start: its working directory, its whole environment, and what it reads on standard input. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly stdin: string
}

/** How a child ended: `code` or `signal`; `spawnError` when it never started. */
export interface ExitFacts {
  readonly code: number | undefined
  readonly signal: string | undefined
  readonly spawnError: string | undefined
}

/** A program that runs. */
export interface RunningChild {
  /** Undefined when it could not be started. */
  readonly pid: number | undefined
  readonly stdout: AsyncIterable<Uint8Array>
  readonly stderr: AsyncIterable<Uint8Array>
  /** Resolves when the program has ended and its output is closed; never rejects. */
  readonly ended: Promise<ExitFacts>
  /** Sends a signal to the program itself. */
  signal(name: 'SIGINT' | 'SIGTERM'): void
  /** Ends the program and all it started, commands in sessions of their own included; resolves when none is left. */
  killTree(): Promise<void>
}

/** Starts and ends programs. */
export interface Processes {
  start(command: Command): RunningChild
  /** Runs a short command to its end and returns its output; `code` is undefined when it could not start. */
  capture(file: string, args: readonly string[], options: CaptureOptions): Promise<Captured>
  /** Ends every process of this machine whose environment holds `variable=value`; returns how many there were. */
  killMarked(variable: string, value: string): Promise<number>
}

/** How a captured command runs; its environment is the action's own unless given. */
export interface CaptureOptions {
  readonly cwd?: string | undefined
  readonly env?: Readonly<Record<string, string>> | undefined
  readonly stdin?: string | undefined
  readonly timeoutMs?: number | undefined
}

/** Output of a captured command. */
export interface Captured {
  readonly code: number | undefined
  readonly stdout: string
  readonly stderr: string
}

/** An open file that only grows. */
export interface Appender {
  /** Writes after everything written before; resolves when the system has the bytes. */
  write(text: string): Promise<void>
  close(): Promise<void>
}

/** Files. All paths are absolute; files are made with mode 0600, folders with 0700, parents as needed. */
export interface Files {
  /** UTF-8 text; undefined when there is no such file. */
  read(path: string): Promise<string | undefined>
  write(path: string, text: string): Promise<void>
  append(path: string): Promise<Appender>
  /** `file`, `directory` or undefined, links followed. */
  kind(path: string): Promise<'file' | 'directory' | undefined>
  /** The path with links resolved; undefined when it does not exist. */
  realPath(path: string): Promise<string | undefined>
  makeDirectory(path: string): Promise<void>
  /** Absolute paths of all files below `directory`, in order; empty when there is none. */
  list(directory: string): Promise<readonly string[]>
  remove(path: string): Promise<void>
}

/** Stores a folder as an artifact of the workflow run. */
export interface Artifacts {
  /** Rejects with a ServiceError (service `GitHub artifacts`). */
  upload(artifact: ArtifactRequest): Promise<StoredArtifact>
}

/** A folder to store; `retentionDays` undefined leaves it to the repository. */
export interface ArtifactRequest {
  readonly name: string
  readonly directory: string
  readonly retentionDays?: number | undefined
}

/** A stored artifact and the page to download it from. */
export interface StoredArtifact {
  readonly id: number
  readonly url: string
}

/** What the step hands to the job: outputs, the environment and path of later steps, the summary, state for `post`. */
export interface Job {
  setOutput(name: string, value: string): void
  exportVariable(name: string, value: string): void
  addPath(directory: string): void
  saveState(name: string, value: string): void
  appendSummary(markdown: string): Promise<void>
}

/** The world as the story sees it. */
export interface World {
  readonly log: Log
  readonly secrets: Secrets
  readonly clock: Clock
  readonly runner: Runner
  readonly idTokens: IdTokens
  readonly sts: SecurityTokenService
  readonly credentialSources: CredentialSources
  readonly registry: PackageRegistry
  readonly toolCache: ToolCache
  readonly processes: Processes
  readonly files: Files
  readonly artifacts: Artifacts
  readonly job: Job
}
