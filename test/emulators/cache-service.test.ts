import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { cacheService, type CacheService } from './cache-service.ts'
import { serve, type Serving } from './http.ts'
import { twirpError } from './twirp.ts'

let service: CacheService
let server: Serving
beforeEach(async () => {
  service = cacheService({ token: 'runtime-token' })
  server = await serve(service.handler)
})
afterEach(() => server.close())

async function call(method: string, fields: object, token = 'runtime-token') {
  const response = await fetch(`${server.url}/twirp/github.actions.results.api.v1.CacheService/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

async function save(key: string, version = 'v1', content = key) {
  const { body } = await call('CreateCacheEntry', { key, version })
  await fetch(String(body.signed_upload_url), {
    method: 'PUT',
    headers: { 'x-ms-blob-type': 'BlockBlob' },
    body: content,
  })
  return call('FinalizeCacheEntryUpload', { key, version, size_bytes: String(content.length) })
}

const find = async (key: string, restoreKeys: string[] = [], version = 'v1') =>
  (await call('GetCacheEntryDownloadURL', { key, restore_keys: restoreKeys, version })).body

test('keeps what was uploaded and gives it back', async () => {
  expect(await save('claude-2.1.330', 'v1', 'archive')).toEqual({
    status: 200,
    body: { ok: true, entry_id: '1', message: '' },
  })
  expect(service.entries).toMatchObject([{ key: 'claude-2.1.330', version: 'v1', bytes: Buffer.from('archive') }])
  const { signed_download_url } = await find('claude-2.1.330')
  expect(await (await fetch(String(signed_download_url))).text()).toBe('archive')
})

describe('looks up', () => {
  beforeEach(async () => {
    for (const key of ['claude-2.1.33', 'claude-2.1.330', 'claude-2.1.331', 'node-24']) await save(key)
    await save('claude-2.1.339', 'v2')
  })
  test.each([
    ['the exact key before its prefixes', ['claude-2.1.33', [], 'v1'], 'claude-2.1.33'],
    ['the newest with the key as prefix', ['claude-2.1', [], 'v1'], 'claude-2.1.331'],
    ['the key as prefix before restore keys', ['claude-2', ['node-24'], 'v1'], 'claude-2.1.331'],
    ['restore keys in their order', ['claude-3', ['node-', 'claude-2.1.330'], 'v1'], 'node-24'],
    ['only the version asked for', ['claude-2.1.3', [], 'v2'], 'claude-2.1.339'],
  ] satisfies [string, Parameters<typeof find>, string][])('%s', async (_, asked, matched) => {
    expect(await find(...asked)).toMatchObject({ ok: true, matched_key: matched })
  })

  test.each([
    ['an unknown key', ['rust-1', [], 'v1']],
    ['a longer key than any', ['claude-2.1.3300', [], 'v1']],
    ['another version', ['node-24', ['node-'], 'v3']],
  ] satisfies [string, Parameters<typeof find>][])('%s: a miss is an answer, not an error', async (_, asked) => {
    expect(await find(...asked)).toEqual({ ok: false, signed_download_url: '', matched_key: '' })
  })
})

test('does not find what is not finalized', async () => {
  await call('CreateCacheEntry', { key: 'k', version: 'v1' })
  expect(await find('k')).toMatchObject({ ok: false })
})

test('refuses a key and version twice, in the words of the live service, also while the first is being saved', async () => {
  await save('saved')
  await call('CreateCacheEntry', { key: 'saving', version: 'v1' })
  for (const key of ['saved', 'saving'])
    expect(await call('CreateCacheEntry', { key, version: 'v1' })).toEqual({
      status: 409,
      body: { code: 'already_exists', msg: 'cache entry with the same key, version, and scope already exists' },
    })
  expect(await call('CreateCacheEntry', { key: 'saved', version: 'v2' })).toMatchObject({ body: { ok: true } })
})

describe('refuses', () => {
  const entry = { key: 'k', version: 'v1' }
  test.each<[string, object]>([
    ['no key', { version: 'v1' }],
    ['no version', { key: 'k' }],
    ['a key with a comma', { ...entry, key: 'a,b' }],
    ['a key of 513 characters', { ...entry, key: 'k'.repeat(513) }],
  ])('to create an entry with %s', async (_, fields) => {
    expect(await call('CreateCacheEntry', fields)).toMatchObject({ status: 400, body: { code: 'invalid_argument' } })
  })

  test.each<[string, unknown, string]>([
    ['with a comma', ['a,b'], 'invalid_argument'],
    ['beyond ten with the key', Array(10).fill('r'), 'invalid_argument'],
    ['that are no list', 'r', 'malformed'],
  ])('to look up restore keys %s', async (_, restore_keys, code) => {
    const answer = await call('GetCacheEntryDownloadURL', { ...entry, restore_keys })
    expect(answer).toMatchObject({ status: 400, body: { code } })
  })

  test('to finalize what was not reserved', async () => {
    const answer = await call('FinalizeCacheEntryUpload', { ...entry, size_bytes: '1' })
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })
})

test('refuses another token, and a size that was not uploaded', async () => {
  expect(await call('CreateCacheEntry', { key: 'k', version: 'v1' }, 'other')).toMatchObject({ status: 401 })
  const { body } = await call('CreateCacheEntry', { key: 'k', version: 'v1' })
  await fetch(String(body.signed_upload_url), {
    method: 'PUT',
    headers: { 'x-ms-blob-type': 'BlockBlob' },
    body: 'abc',
  })
  const finalize = (size: string) => call('FinalizeCacheEntryUpload', { key: 'k', version: 'v1', size_bytes: size })
  expect(await finalize('4')).toMatchObject({ status: 400, body: { code: 'invalid_argument' } })
  expect(await finalize('3')).toMatchObject({ status: 200 })
})

test('denies writes of a token that may only read, with status 200', async () => {
  await server.close()
  server = await serve(cacheService({ token: 'runtime-token', readOnly: true }).handler)
  expect(await call('CreateCacheEntry', { key: 'k', version: 'v1' })).toEqual({
    status: 200,
    body: { ok: false, signed_upload_url: '', message: 'cache write denied: token has no writable scopes' },
  })
})

test('answers a scripted fault once, and then as usual', async () => {
  const message = 'cache read denied: token has no readable scopes'
  service.faults.next('GetCacheEntryDownloadURL', twirpError('permission_denied', message))
  expect(await find('k')).toEqual({ code: 'permission_denied', msg: message })
  expect(await find('k')).toMatchObject({ ok: false })
})
