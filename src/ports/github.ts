// What GitHub offers a job: facts, tokens, outputs, artifacts. Interfaces only; `src/world/` implements them.

/** What the runner and the event say of this job; read once, at the start. */
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
  readonly runId: string
  readonly runAttempt: string
  readonly workflow: string
  /** Name of the branch or tag; of a pull request, of its head. */
  readonly refName: string
  readonly sha: string
  /** Who started the run, or caused its event. */
  readonly actor: string
  readonly job: string
  readonly eventName: string
  /** The event's payload; undefined where there is none, or it is no JSON. */
  readonly event: unknown
  /** Login of who has started this attempt; empty where the runner does not say. */
  readonly triggeringActor: string
  /** `owner/name/.github/workflows/file.yml@ref` of the workflow the run started from. */
  readonly workflowRef: string
  /** Whether the event is a pull request whose head is in another repository. */
  readonly fromFork: boolean
  /** Whether the runner offers OIDC tokens to this job (`permissions: id-token: write`). */
  readonly offersIdToken: boolean
  /** Address of the folder of this action's documents at the release in use, without a trailing slash. */
  readonly documents: string
}

/** GitHub's OIDC tokens. */
export interface IdTokens {
  /** A fresh, masked JSON Web Token for `audience`; rejects with a ServiceError (service `GitHub OIDC`). */
  request(audience: string): Promise<string>
}

/** Who may do what in a repository, by GitHub's REST API. */
export interface Collaborators {
  /**
   * What a user may do; undefined where GitHub knows no such user, or shows none. Rejects with a ServiceError (service
   * `GitHub API`); its name is `RateLimited` where the token has asked too often.
   */
  permissionOf(login: string, access: RepositoryAccess): Promise<CollaboratorPermission | undefined>
}

/** A repository (`owner/name`), and a token that may ask about it. */
export interface RepositoryAccess {
  readonly repository: string
  readonly token: string
}

/** GitHub's answer; each field is undefined where it does not tell. */
export interface CollaboratorPermission {
  /** `admin`, `write`, `read` or `none`. */
  readonly permission: string | undefined
  /** The same more exactly, such as `maintain` or `triage`, or the name of a role of the organisation's own. */
  readonly role: string | undefined
  /** Of the account. */
  readonly id: number | undefined
  /** `User`, `Bot`, ... */
  readonly type: string | undefined
}

/** Stores artifacts of the workflow run. Its uploads reject with a ServiceError (service `GitHub artifacts`). */
export interface Artifacts {
  /** Starts to load the client, which takes 80 ms, so that it is there by the time it is needed; never throws. */
  prepare(): void
  /** A folder, as a zip. */
  upload(artifact: ArtifactRequest): Promise<StoredArtifact>
  /** One file as it is, which a browser may show; its name is the artifact's. */
  uploadFile(file: { readonly path: string; readonly retentionDays?: number | undefined }): Promise<StoredArtifact>
}

/** A folder to store; `retentionDays` undefined leaves it to the repository. */
export interface ArtifactRequest {
  readonly name: string
  readonly directory: string
  /** Names of the files and folders in it that are stored; all else is left out. */
  readonly entries: readonly string[]
  readonly retentionDays?: number | undefined
}

/** A stored artifact and the page to download it from. */
export interface StoredArtifact {
  readonly id: number
  readonly url: string
}

/** Texts that main leaves where an agent without a sandbox may write, and post can tell from those of anybody else. */
export interface Seal {
  /** The text behind a code for this purpose; undefined where the job has no secret to make one of. */
  seal(text: string, purpose: string): string | undefined
  /** The text again; undefined where this job did not seal it for this purpose. */
  open(sealed: string, purpose: string): string | undefined
}

/** What the step hands to the job: outputs, the environment and path of later steps, the summary, state for `post`. */
export interface Job {
  setOutput(name: string, value: string): void
  exportVariable(name: string, value: string): void
  addPath(directory: string): void
  saveState(name: string, value: string): void
  appendSummary(markdown: string): void
}
