import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { artifactService, type ArtifactService } from './artifact-service.ts'
import { serve, type Serving } from './http.ts'
import { twirpError } from './twirp.ts'

let service: ArtifactService
let server: Serving
beforeEach(async () => {
  service = artifactService({ token: 'runtime-token', runBackendId: 'run', jobBackendId: 'job' })
  server = await serve(service.handler)
})
afterEach(() => server.close())

const ids = { workflow_run_backend_id: 'run', workflow_job_run_backend_id: 'job' }
const creation = { ...ids, name: 'transcript', mime_type: 'application/zip', version: 7 }
const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`
const blockId = (text: string) => encodeURIComponent(Buffer.from(text).toString('base64'))
const listOf = (...texts: string[]) =>
  `<BlockList>${texts.map((text) => `<Latest>${Buffer.from(text).toString('base64')}</Latest>`).join('')}</BlockList>`

async function call(method: string, fields: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/twirp/github.actions.results.api.v1.ArtifactService/${method}`, {
    method: 'POST',
    headers: { authorization: 'Bearer runtime-token', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(fields),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

async function put(url: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { method: 'PUT', body, headers })
  await response.text()
  return { status: response.status, code: response.headers.get('x-ms-error-code') }
}

const create = async (fields: object = creation) =>
  String((await call('CreateArtifact', fields)).body.signed_upload_url)

/** Uploads two blocks in the wrong order of arrival, and finalizes. */
async function store(name = 'transcript') {
  const url = await create({ ...creation, name })
  await put(`${url}&comp=block&blockid=${blockId('b')}`, 'world')
  await put(`${url}&comp=block&blockid=${blockId('a')}`, 'hello ')
  await put(`${url}&comp=blocklist`, listOf('a', 'b'), { 'x-ms-blob-content-type': 'application/zip' })
  return call('FinalizeArtifact', { ...ids, name, size: '11', hash: sha256('hello world') })
}

test("joins blocks in the list's order, lists, signs a download and deletes to make room for the name", async () => {
  const { status, body } = await store()
  expect([status, body.ok, typeof body.artifact_id]).toEqual([200, true, 'string'])
  expect(service.artifacts()).toMatchObject([
    { name: 'transcript', digest: sha256('hello world'), expiresAt: undefined },
  ])
  expect(service.artifacts()[0]?.bytes.toString()).toBe('hello world')

  const listed = await call('ListArtifacts', { ...ids, name_filter: 'transcript' })
  expect(listed.body.artifacts).toMatchObject([{ ...ids, database_id: body.artifact_id, size: '11' }])

  const { body: signed } = await call('GetSignedArtifactURL', { ...ids, name: 'transcript' })
  const download = await fetch(String(signed.signed_url))
  expect(await download.text()).toBe('hello world')
  expect(download.headers.get('content-type')).toBe('application/zip')
  expect(download.headers.get('content-length')).toBe('11')
  expect(download.headers.get('content-disposition')).toBe('attachment; filename="transcript.zip"')

  expect((await call('DeleteArtifact', { ...ids, name: 'transcript' })).body.artifact_id).toBe(body.artifact_id)
  expect(service.artifacts()).toEqual([])
  expect((await store()).status).toBe(200)
})

test('lists what the filters name, and only what is finalized', async () => {
  await store('one')
  const { body } = await store('two')
  await create({ ...creation, name: 'pending' })
  const names = async (filter: object) => {
    const listed = (await call('ListArtifacts', { ...ids, ...filter })).body.artifacts as { name: string }[]
    return listed.map(({ name }) => name)
  }
  expect(await names({})).toEqual(['one', 'two'])
  expect(await names({ name_filter: 'one' })).toEqual(['one'])
  expect(await names({ id_filter: body.artifact_id })).toEqual(['two'])
})

test('keeps the expiry that was asked for', async () => {
  const expiresAt = new Date(Date.now() + 86_400_000)
  const url = await create({ ...creation, expires_at: expiresAt.toISOString() })
  await put(url, 'x', { 'x-ms-blob-type': 'BlockBlob' })
  await call('FinalizeArtifact', { ...ids, name: 'transcript', size: '1' })
  expect(service.artifacts()[0]?.expiresAt).toEqual(expiresAt)
})

test('refuses a name twice, in the words of the live service, also while the first is not finalized', async () => {
  await create()
  expect(await call('CreateArtifact', creation)).toEqual({
    status: 409,
    body: { code: 'already_exists', msg: 'an artifact with this name already exists on the workflow run' },
  })
  await store('other')
  expect((await call('CreateArtifact', { ...creation, name: 'other' })).status).toBe(409)
})

describe('refuses to create', () => {
  const refusal = (status: number, code: string) => ({ status, body: { code, msg: expect.any(String) } })

  test.each<[string, object, object]>([
    ['from a list', [creation], refusal(400, 'malformed')],
    ['for another run', { ...creation, workflow_run_backend_id: 'other' }, refusal(403, 'permission_denied')],
    ['for another job', { ...creation, workflow_job_run_backend_id: 'other' }, refusal(403, 'permission_denied')],
    ['without a job', { ...creation, workflow_job_run_backend_id: undefined }, refusal(400, 'invalid_argument')],
    ['without a name', { ...creation, name: '' }, refusal(400, 'invalid_argument')],
    ['a name with a colon', { ...creation, name: 'a:b' }, refusal(400, 'invalid_argument')],
    ['a name that is a number', { ...creation, name: 7 }, refusal(400, 'malformed')],
    ['without a version', { ...creation, version: undefined }, refusal(400, 'invalid_argument')],
    ['what expired before', { ...creation, expires_at: '2020-01-01T00:00:00Z' }, refusal(400, 'invalid_argument')],
    ['what expires never', { ...creation, expires_at: 'never' }, refusal(400, 'malformed')],
  ])('%s', async (_, fields, answer) => {
    expect(await call('CreateArtifact', fields)).toEqual(answer)
    expect((await call('CreateArtifact', creation)).status).toBe(200)
  })

  test.each<[string, Record<string, string>, object]>([
    ['without the runtime token', { authorization: '' }, refusal(401, 'unauthenticated')],
    ['with another token', { authorization: 'Bearer other' }, refusal(401, 'unauthenticated')],
    ['in protobuf', { 'content-type': 'application/protobuf' }, refusal(404, 'bad_route')],
  ])('%s', async (_, headers, answer) => {
    expect(await call('CreateArtifact', creation, headers)).toEqual(answer)
    expect((await call('CreateArtifact', creation)).status).toBe(200)
  })
})

test('refuses a method it does not have', async () => {
  expect(await call('MigrateArtifact', ids)).toMatchObject({ status: 404, body: { code: 'bad_route' } })
})

describe('refuses to finalize', () => {
  const sizeAndHash = { size: '11', hash: sha256('hello world') }
  test.each<[string, object, string]>([
    ['a name never created', { ...sizeAndHash, name: 'other' }, 'not_found'],
    ['another size', { ...sizeAndHash, size: '12' }, 'invalid_argument'],
    ['no size', { hash: sizeAndHash.hash }, 'invalid_argument'],
    ['a size in words', { ...sizeAndHash, size: 'large' }, 'malformed'],
    ['another hash', { ...sizeAndHash, hash: sha256('hello') }, 'invalid_argument'],
    ['a hash without its kind', { ...sizeAndHash, hash: sha256('hello world').slice(7) }, 'invalid_argument'],
  ])('%s', async (_, fields, code) => {
    await put(await create(), 'hello world', { 'x-ms-blob-type': 'BlockBlob' })
    const finalize = (more: object) => call('FinalizeArtifact', { ...ids, name: 'transcript', ...more })
    expect((await finalize(fields)).body).toMatchObject({ code })
    expect(service.artifacts()).toEqual([])
    expect((await finalize(sizeAndHash)).status).toBe(200)
  })

  test('blocks that no list committed', async () => {
    const url = await create()
    await put(`${url}&comp=block&blockid=${blockId('a')}`, 'hello world')
    expect(await call('FinalizeArtifact', { ...ids, name: 'transcript', ...sizeAndHash })).toMatchObject({
      status: 404,
    })
  })
})

test.each(['GetSignedArtifactURL', 'DeleteArtifact'])('%s refuses a name that is not there', async (method) => {
  await create()
  expect(await call(method, { ...ids, name: 'transcript' })).toMatchObject({ status: 404, body: { code: 'not_found' } })
})

describe('the blob storage refuses', () => {
  const unauthenticated = { status: 403, code: 'AuthenticationFailed' }
  const block = (url: string, id: string, body = 'x') => put(`${url}&comp=block&blockid=${id}`, body)
  const list = (url: string, body: string) => put(`${url}&comp=blocklist`, body)

  test.each<[string, (url: string) => ReturnType<typeof put>, object]>([
    ['an address signed for another blob', (url) => put(url.replace(/.(?=\?)/, '_'), 'x'), unauthenticated],
    ['an address without signature', (url) => put(url.split('?')[0]!, 'x'), unauthenticated],
    ['a blob without its type', (url) => put(url, 'x'), { status: 400, code: 'MissingRequiredHeader' }],
    ['a block id that is not base64', (url) => block(url, 'a'), { status: 400, code: 'InvalidQueryParameterValue' }],
    ['an empty block', (url) => block(url, blockId('a'), ''), { status: 400, code: 'InvalidHeaderValue' }],
    ['a list of blocks it never got', (url) => list(url, listOf('a')), { status: 400, code: 'InvalidBlockList' }],
    ['a list that is not XML', (url) => list(url, 'a,b'), { status: 400, code: 'InvalidXmlDocument' }],
    ['an append', (url) => put(`${url}&comp=appendblock`, 'x'), { status: 405, code: 'UnsupportedHttpVerb' }],
  ])('%s', async (_, attempt, answer) => {
    expect(await attempt(await create())).toEqual(answer)
  })

  test('block ids of two lengths', async () => {
    const url = await create()
    expect(await block(url, blockId('a'))).toMatchObject({ status: 201 })
    expect(await block(url, blockId('long-one'))).toEqual({ status: 400, code: 'InvalidBlobOrBlock' })
  })

  test('to read with the address for writing, and to write with the one for reading', async () => {
    const upload = await create({ ...creation, name: 'other' })
    expect((await fetch(upload)).status).toBe(403)
    await store()
    const { body } = await call('GetSignedArtifactURL', { ...ids, name: 'transcript' })
    expect(await put(String(body.signed_url), 'x', { 'x-ms-blob-type': 'BlockBlob' })).toMatchObject({ status: 403 })
  })
})

test('answers scripted faults once, and then as usual', async () => {
  service.faults.next('CreateArtifact', twirpError('permission_denied', 'scripted'))
  service.faults.next('PutBlob', { status: 500 })
  expect(await call('CreateArtifact', creation)).toMatchObject({ status: 403, body: { msg: 'scripted' } })
  const url = await create()
  const headers = { 'x-ms-blob-type': 'BlockBlob' }
  expect((await put(url, 'x', headers)).status).toBe(500)
  expect((await put(url, 'x', headers)).status).toBe(201)
})
