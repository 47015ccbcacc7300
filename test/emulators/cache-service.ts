import { randomUUID } from 'node:crypto'
import { blobStore, type BlobOperation } from './blob-store.ts'
import { faultQueue, type Faults } from './faults.ts'
import type { Handler } from './http.ts'
import { requiredCount, requiredText, TwirpError, twirpHandler, type Fields } from './twirp.ts'

export interface CacheServiceOptions {
  /** The job's runtime token. */
  readonly token: string
  /** A token that may only read, as GitHub gives to runs that strangers can start. */
  readonly readOnly?: boolean
}

/** A finalized entry; `bytes` is the archive as uploaded. */
export interface CacheEntry {
  readonly id: number
  readonly key: string
  readonly version: string
  readonly bytes: Buffer
}

type CacheMethod = 'CreateCacheEntry' | 'FinalizeCacheEntryUpload' | 'GetCacheEntryDownloadURL'

export interface CacheService {
  readonly handler: Handler
  /** Finalized entries, oldest first. */
  readonly entries: readonly CacheEntry[]
  readonly faults: Faults<CacheMethod | BlobOperation>
}

/** The answer to a save with a token that may only read (https://github.com/Mic92/hestia/pull/84). */
const writeDenied = { ok: false, signed_upload_url: '', message: 'cache write denied: token has no writable scopes' }

/** GitHub's cache service v2 (the protocol of `@actions/cache` 6.3.0) for one scope, with the blob storage behind it. */
export function cacheService(options: CacheServiceOptions): CacheService {
  const faults = faultQueue<CacheMethod | BlobOperation>()
  const blobs = blobStore('actions-cache', faults)
  const reserved = new Map<string, { readonly blob: string }>()
  const entries: (CacheEntry & { readonly blob: string })[] = []
  const slotOf = (key: string, version: string) => JSON.stringify([key, version])

  const twirp = twirpHandler<CacheMethod>({
    name: 'github.actions.results.api.v1.CacheService',
    token: options.token,
    faults,
    methods: {
      CreateCacheEntry: (fields, origin) => {
        const { key, version } = entryIn(fields)
        if (options.readOnly) return writeDenied
        const exists = entries.some((entry) => entry.key === key && entry.version === version)
        if (exists || reserved.has(slotOf(key, version)))
          throw new TwirpError('already_exists', 'cache entry with the same key, version, and scope already exists')
        const blob = randomUUID()
        reserved.set(slotOf(key, version), { blob })
        return { ok: true, signed_upload_url: blobs.uploadUrl(origin, blob), message: '' }
      },
      FinalizeCacheEntryUpload: (fields) => {
        const { key, version } = entryIn(fields)
        const size = requiredCount(fields, 'size_bytes')
        const reservation = reserved.get(slotOf(key, version))
        const bytes = reservation && blobs.committed(reservation.blob)
        if (!reservation || !bytes) throw new TwirpError('not_found', 'no uploaded cache entry to finalize')
        if (bytes.length !== size)
          throw new TwirpError('invalid_argument', `size_bytes is ${size}, but ${bytes.length} bytes were uploaded`)
        reserved.delete(slotOf(key, version))
        const id = entries.length + 1
        entries.push({ id, key, version, bytes, blob: reservation.blob })
        return { ok: true, entry_id: String(id), message: '' }
      },
      GetCacheEntryDownloadURL: (fields, origin) => {
        const { key, version } = entryIn(fields)
        const keys = [key, ...restoreKeysIn(fields)]
        const entry = lookUp(
          entries.filter((candidate) => candidate.version === version),
          keys,
        )
        if (!entry) return { ok: false, signed_download_url: '', matched_key: '' }
        return { ok: true, signed_download_url: blobs.downloadUrl(origin, entry.blob), matched_key: entry.key }
      },
    },
  })

  return { handler: (request) => twirp(request) ?? blobs.handler(request), entries, faults }
}

/** For each key in turn: the entry of just that key, then the newest whose key begins with it. */
function lookUp<Entry extends CacheEntry>(entries: readonly Entry[], keys: readonly string[]): Entry | undefined {
  for (const key of keys) {
    const entry = entries.find((each) => each.key === key) ?? entries.findLast((each) => each.key.startsWith(key))
    if (entry) return entry
  }
  return undefined
}

function entryIn(fields: Fields): { readonly key: string; readonly version: string } {
  return { key: checkedKey(requiredText(fields, 'key')), version: requiredText(fields, 'version') }
}

function restoreKeysIn(fields: Fields): readonly string[] {
  const keys: unknown = fields.restore_keys ?? []
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string'))
    throw new TwirpError('malformed', 'restore_keys is not a list of strings')
  if (keys.length > 9) throw new TwirpError('invalid_argument', 'more than 10 keys')
  return keys.map(checkedKey)
}

function checkedKey(key: string): string {
  if (key.length > 512 || key.includes(','))
    throw new TwirpError('invalid_argument', 'a key has at most 512 characters and no comma')
  return key
}
