import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { Faults } from './faults.ts'
import type { EmulatedReply, EmulatedRequest } from './http.ts'

export type BlobOperation = 'PutBlob' | 'PutBlock' | 'PutBlockList' | 'GetBlob'

/** What a download says of itself, whatever the upload said (`rsct` and `rscd` of a signed address). */
export interface DownloadHeaders {
  readonly contentType: string
  readonly fileName: string
}

/** Blobs behind signed addresses, in the way of Azure Blob Storage, under Azurite's path for an account on an IP address. */
export interface BlobStore {
  handler(request: EmulatedRequest): EmulatedReply | undefined
  /** An address that may write the blob, and only that. */
  uploadUrl(origin: string, blob: string): string
  /** An address that may read the blob, and only that. */
  downloadUrl(origin: string, blob: string, headers?: DownloadHeaders): string
  /** The bytes of a blob once committed. */
  committed(blob: string): Buffer | undefined
}

interface Blob {
  readonly staged: Map<string, Buffer>
  committed?: Committed
}

interface Committed {
  readonly bytes: Buffer
  readonly contentType: string
  readonly at: Date
}

class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export function blobStore(container: string, faults: Faults<BlobOperation>): BlobStore {
  const blobs = new Map<string, Blob>()
  const key = randomBytes(32)
  const pathOf = (blob: string) => `/devstoreaccount1/${container}/${blob}`
  const signature = (path: string, permission: string) =>
    createHmac('sha256', key).update(`${permission}\n${path}`).digest('base64')
  const signed = (origin: string, blob: string, query: Record<string, string>) => {
    const path = pathOf(blob)
    const sas = new URLSearchParams({ sv: '2025-05-05', sr: 'b', ...query, sig: signature(path, query.sp ?? '') })
    return `${origin}${path}?${sas.toString()}`
  }

  function answer(request: EmulatedRequest): EmulatedReply {
    const operation = operationOf(request)
    const fault = faults.take(operation)
    if (fault) return fault
    const permission = operation === 'GetBlob' ? 'r' : 'cw'
    const { query, path } = request
    if (query.get('sig') !== signature(path, permission))
      throw new Refusal(403, 'AuthenticationFailed', 'Server failed to authenticate the request.')
    if (operation === 'GetBlob') return download(blobs.get(path)?.committed, query)
    const blob = blobs.get(path) ?? { staged: new Map<string, Buffer>() }
    if (operation === 'PutBlock') stage(blob, request)
    else blob.committed = operation === 'PutBlob' ? wholeBlob(request) : commit(blob, request)
    blobs.set(path, blob)
    return created()
  }

  return {
    handler: (request) => {
      if (!request.path.startsWith(pathOf(''))) return undefined
      try {
        return answer(request)
      } catch (error) {
        if (error instanceof Refusal) return storageError(error)
        throw error
      }
    },
    uploadUrl: (origin, blob) => signed(origin, blob, { sp: 'cw' }),
    downloadUrl: (origin, blob, headers) =>
      signed(origin, blob, {
        sp: 'r',
        ...(headers && { rsct: headers.contentType, rscd: `attachment; filename="${headers.fileName}"` }),
      }),
    committed: (blob) => blobs.get(pathOf(blob))?.committed?.bytes,
  }
}

function operationOf({ method, query }: EmulatedRequest): BlobOperation {
  const comp = query.get('comp')
  if (method === 'GET' && comp === null) return 'GetBlob'
  if (method === 'PUT' && comp === null) return 'PutBlob'
  if (method === 'PUT' && comp === 'block') return 'PutBlock'
  if (method === 'PUT' && comp === 'blocklist') return 'PutBlockList'
  throw new Refusal(405, 'UnsupportedHttpVerb', 'The resource does not support the specified HTTP verb.')
}

function wholeBlob({ headers, body }: EmulatedRequest): Committed {
  if (headers['x-ms-blob-type'] !== 'BlockBlob')
    throw new Refusal(400, 'MissingRequiredHeader', 'x-ms-blob-type: BlockBlob is required.')
  return committedNow(body, headers)
}

/** Azure keeps a block under its id until a list names it; all ids of a blob have one length. */
function stage(blob: Blob, { query, body }: EmulatedRequest): void {
  const id = query.get('blockid') ?? ''
  const isBase64 = id !== '' && Buffer.from(id, 'base64').toString('base64') === id
  if (!isBase64) throw new Refusal(400, 'InvalidQueryParameterValue', 'blockid is not a base64 string.')
  if (body.length === 0) throw new Refusal(400, 'InvalidHeaderValue', 'Content-Length must not be 0.')
  const [known] = blob.staged.keys()
  if (known !== undefined && known.length !== id.length)
    throw new Refusal(400, 'InvalidBlobOrBlock', 'The specified blob or block content is invalid.')
  blob.staged.set(id, body)
}

/** The blob becomes the listed blocks in the list's order; blocks it does not name are dropped. */
function commit(blob: Blob, { headers, body }: EmulatedRequest): Committed {
  const xml = body.toString()
  if (!/<BlockList>[^]*<\/BlockList>|<BlockList\s*\/>/.test(xml))
    throw new Refusal(400, 'InvalidXmlDocument', 'XML specified is not syntactically valid.')
  const blocks = [...xml.matchAll(/<(Latest|Uncommitted|Committed)>([^<]*)<\/\1>/g)].map(([, kind, id]) => {
    const block = kind === 'Committed' ? undefined : blob.staged.get(id ?? '')
    if (!block) throw new Refusal(400, 'InvalidBlockList', 'The specified block list is invalid.')
    return block
  })
  blob.staged.clear()
  return committedNow(Buffer.concat(blocks), headers)
}

function committedNow(bytes: Buffer, headers: EmulatedRequest['headers']): Committed {
  const contentType = headers['x-ms-blob-content-type']
  return {
    bytes,
    contentType: typeof contentType === 'string' ? contentType : 'application/octet-stream',
    at: new Date(),
  }
}

function download(blob: Committed | undefined, query: URLSearchParams): EmulatedReply {
  if (!blob) throw new Refusal(404, 'BlobNotFound', 'The specified blob does not exist.')
  const disposition = query.get('rscd')
  return {
    status: 200,
    headers: {
      ...commonHeaders(blob.at),
      'content-type': query.get('rsct') ?? blob.contentType,
      'content-length': String(blob.bytes.length),
      ...(disposition !== null && { 'content-disposition': disposition }),
    },
    body: blob.bytes,
  }
}

function created(): EmulatedReply {
  return { status: 201, headers: { ...commonHeaders(new Date()), 'content-length': '0' } }
}

/** An error in the form of Azure Storage, e.g. 403 `AuthenticationFailed`. */
export function storageError({ status, code, message }: Pick<Refusal, 'status' | 'code' | 'message'>): EmulatedReply {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return { status, headers: { ...commonHeaders(), 'content-type': 'application/xml', 'x-ms-error-code': code }, body }
}

function commonHeaders(modified?: Date): Record<string, string> {
  return {
    'x-ms-request-id': randomUUID(),
    'x-ms-version': '2025-05-05',
    ...(modified && { etag: `"0x${modified.getTime().toString(16)}"`, 'last-modified': modified.toUTCString() }),
  }
}
