import { createHash, randomUUID } from 'node:crypto'
import { blobStore, type BlobOperation } from './blob-store.ts'
import { faultQueue, type Faults } from './faults.ts'
import type { Handler } from './http.ts'
import { optionalText, requiredCount, requiredText, TwirpError, twirpHandler, type Fields } from './twirp.ts'

export interface ArtifactServiceOptions {
  /** The job's runtime token, and the two ids in its scope `Actions.Results:<run>:<job>`. */
  readonly token: string
  readonly runBackendId: string
  readonly jobBackendId: string
}

/** An artifact that was finalized; `bytes` is the zip as uploaded. */
export interface EmulatedArtifact {
  readonly id: number
  readonly name: string
  readonly bytes: Buffer
  readonly mimeType: string
  /** `sha256:<hex>`, when the client gave one. */
  readonly digest: string | undefined
  readonly createdAt: Date
  /** When the client asked for a retention of its own. */
  readonly expiresAt: Date | undefined
}

type ArtifactMethod =
  'CreateArtifact' | 'FinalizeArtifact' | 'ListArtifacts' | 'GetSignedArtifactURL' | 'DeleteArtifact'

export interface ArtifactService {
  readonly handler: Handler
  /** Finalized artifacts, oldest first. */
  artifacts(): readonly EmulatedArtifact[]
  readonly faults: Faults<ArtifactMethod | BlobOperation>
}

interface Pending {
  readonly blob: string
  readonly mimeType: string
  readonly expiresAt: Date | undefined
}

/** GitHub's artifact service v4 (the protocol of `@actions/artifact` 6.2.1) with the blob storage behind it. */
export function artifactService(options: ArtifactServiceOptions): ArtifactService {
  const faults = faultQueue<ArtifactMethod | BlobOperation>()
  const blobs = blobStore('actions-results', faults)
  const pending = new Map<string, Pending>()
  const finalized = new Map<string, EmulatedArtifact & { readonly blob: string }>()
  let lastId = 1000

  /** The name in a request, after a check that its ids are those of the token. */
  const nameIn = (fields: Fields) => {
    checkIds(fields, options)
    return requiredText(fields, 'name')
  }
  const found = (fields: Fields) => {
    const artifact = finalized.get(nameIn(fields))
    if (!artifact) throw new TwirpError('not_found', 'artifact not found')
    return artifact
  }

  const twirp = twirpHandler<ArtifactMethod>({
    name: 'github.actions.results.api.v1.ArtifactService',
    token: options.token,
    faults,
    methods: {
      CreateArtifact: (fields, origin) => {
        const name = nameIn(fields)
        if (/["<>|*?:\\/\r\n]/.test(name)) throw new TwirpError('invalid_argument', 'the artifact name is not valid')
        if (typeof fields.version !== 'number') throw new TwirpError('invalid_argument', 'version is required')
        if (pending.has(name) || finalized.has(name))
          throw new TwirpError('already_exists', 'an artifact with this name already exists on the workflow run')
        const mimeType = optionalText(fields, 'mime_type') ?? 'application/zip'
        const blob = randomUUID()
        pending.set(name, { blob, mimeType, expiresAt: expiryIn(fields) })
        return { ok: true, signed_upload_url: blobs.uploadUrl(origin, blob) }
      },
      FinalizeArtifact: (fields) => {
        const name = nameIn(fields)
        const created = pending.get(name)
        const bytes = created && blobs.committed(created.blob)
        if (!created || !bytes) throw new TwirpError('not_found', 'no uploaded artifact of this name to finalize')
        const digest = optionalText(fields, 'hash')
        checkContent(bytes, requiredCount(fields, 'size'), digest)
        pending.delete(name)
        finalized.set(name, { ...created, id: ++lastId, name, bytes, digest, createdAt: new Date() })
        return { ok: true, artifact_id: String(lastId) }
      },
      ListArtifacts: (fields) => {
        checkIds(fields, options)
        const name = optionalText(fields, 'name_filter')
        const id = optionalText(fields, 'id_filter')
        const listed = [...finalized.values()].filter(
          (artifact) =>
            (name ?? artifact.name) === artifact.name && (id ?? String(artifact.id)) === String(artifact.id),
        )
        return {
          artifacts: listed.map((artifact) => ({
            workflow_run_backend_id: options.runBackendId,
            workflow_job_run_backend_id: options.jobBackendId,
            database_id: String(artifact.id),
            name: artifact.name,
            size: String(artifact.bytes.length),
            created_at: artifact.createdAt.toISOString(),
            digest: artifact.digest,
          })),
        }
      },
      GetSignedArtifactURL: (fields, origin) => {
        const { name, blob, mimeType } = found(fields)
        const fileName = mimeType === 'application/zip' ? `${name}.zip` : name
        return { signed_url: blobs.downloadUrl(origin, blob, { contentType: mimeType, fileName }) }
      },
      DeleteArtifact: (fields) => {
        const artifact = found(fields)
        finalized.delete(artifact.name)
        return { ok: true, artifact_id: String(artifact.id) }
      },
    },
  })

  return {
    handler: (request) => twirp(request) ?? blobs.handler(request),
    artifacts: () => [...finalized.values()],
    faults,
  }
}

function checkIds(fields: Fields, { runBackendId, jobBackendId }: ArtifactServiceOptions): void {
  const run = requiredText(fields, 'workflow_run_backend_id')
  const job = requiredText(fields, 'workflow_job_run_backend_id')
  if (run !== runBackendId || job !== jobBackendId)
    throw new TwirpError('permission_denied', 'the token is not for this workflow run and job')
}

function expiryIn(fields: Fields): Date | undefined {
  const text = optionalText(fields, 'expires_at')
  if (text === undefined) return undefined
  const expiresAt = new Date(text)
  if (Number.isNaN(expiresAt.getTime())) throw new TwirpError('malformed', 'expires_at is not a timestamp')
  if (expiresAt.getTime() <= Date.now()) throw new TwirpError('invalid_argument', 'expires_at is in the past')
  return expiresAt
}

function checkContent(bytes: Buffer, size: number, digest: string | undefined): void {
  if (bytes.length !== size)
    throw new TwirpError('invalid_argument', `size is ${size}, but ${bytes.length} bytes were uploaded`)
  if (digest !== undefined && digest !== `sha256:${createHash('sha256').update(bytes).digest('hex')}`)
    throw new TwirpError('invalid_argument', 'hash is not the sha256 of the uploaded bytes')
}
