import { createHash } from 'node:crypto'
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { decodeJwt } from 'jose'
import { storageError } from './blob-store.ts'
import { runClient } from './client.ts'
import { startGithub, type Github } from './github.ts'
import { twirpError } from './twirp.ts'

// GitHub's own clients against the emulators: each in a process with the environment the emulators give, and nothing else.

let github: Github
let folder: string
beforeEach(async () => {
  github = await startGithub()
  folder = await mkdtemp(path.join(tmpdir(), 'github-emulator-'))
})
afterEach(async () => {
  await github.close()
  await rm(folder, { recursive: true })
})

const inFolder = (...names: string[]) => path.join(folder, ...names)
const literal = (value: unknown) => JSON.stringify(value)

/** Bytes that no compression makes smaller, the same every time. */
function noise(blocks: number): Buffer {
  return Buffer.concat(Array.from({ length: blocks }, (_, i) => createHash('sha512').update(String(i)).digest()))
}

test('the environment is that of a job: one token for the runtime and for id tokens, the scope in it', () => {
  const { env } = github
  expect(env).toMatchObject({ GITHUB_SERVER_URL: 'https://github.com', ACTIONS_CACHE_SERVICE_V2: 'True' })
  expect(env.ACTIONS_ID_TOKEN_REQUEST_TOKEN).toBe(env.ACTIONS_RUNTIME_TOKEN)
  expect(decodeJwt(env.ACTIONS_RUNTIME_TOKEN ?? '').scp).toMatch(/ Actions\.Results:[\w-]+:[\w-]+$/)
})

describe('@actions/core', () => {
  const getIdToken = `
    const core = await import('@actions/core')
    return core.getIDToken('sts.amazonaws.com').catch((error) => ({ error: error.message }))`

  test('gets an id token', async () => {
    const { result, output } = await runClient(getIdToken, github.env)
    expect(await github.oidc.verify(String(result))).toMatchObject({ aud: 'sts.amazonaws.com' })
    expect(output).toContain('::add-mask::')
  })

  test('retries when the provider is unavailable', async () => {
    github.oidc.faults.next('token', { status: 503, body: '{}' })
    const { result } = await runClient(getIdToken, github.env)
    expect(await github.oidc.verify(String(result))).toMatchObject({ aud: 'sts.amazonaws.com' })
    expect(github.requests).toHaveLength(2)
  })

  test('reports that its token is refused', async () => {
    const { result } = await runClient(getIdToken, { ...github.env, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'other' })
    expect(result).toEqual({ error: expect.stringMatching(/401[^]*request token/) })
  })

  test('finds no provider in a job without the permission', async () => {
    await github.close()
    github = await startGithub({ idToken: false })
    expect(Object.keys(github.env).filter((name) => name.includes('ID_TOKEN'))).toEqual([])
    const { result } = await runClient(getIdToken, github.env)
    expect(result).toEqual({ error: expect.stringContaining('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL') })
    expect((await fetch(`${github.url}${github.oidc.requestPath}`)).status).toBe(404)
  })
})

describe('@actions/artifact', () => {
  const clientOf = (body: string) => `
    const { DefaultArtifactClient } = await import('@actions/artifact')
    const client = new DefaultArtifactClient()
    ${body}`
  const upload = (name: string) =>
    `await client.uploadArtifact(${literal(name)}, ${literal([inFolder('transcript.jsonl'), inFolder('session', 'big.bin')])},
       ${literal(folder)}, { retentionDays: 3, compressionLevel: 0 })`
  const big = noise(300_000)

  beforeEach(async () => {
    await mkdir(inFolder('session'))
    await writeFile(inFolder('transcript.jsonl'), '{"type":"system"}\n')
    await writeFile(inFolder('session', 'big.bin'), big)
  })

  test('uploads a folder in several blocks, lists it, downloads the same bytes and deletes it', async () => {
    const { result } = await runClient(
      clientOf(`
        const uploaded = ${upload('transcript')}
        const { artifacts } = await client.listArtifacts()
        const { artifact } = await client.getArtifact('transcript')
        const download = await client.downloadArtifact(artifact.id, {
          path: ${literal(inFolder('down'))}, expectedHash: artifact.digest })
        return { uploaded, names: artifacts.map((each) => each.name), artifact, mismatch: download.digestMismatch }`),
      github.env,
    )
    const [stored] = github.artifacts.artifacts()
    expect(stored?.bytes.length).toBeGreaterThan(16 * 1024 * 1024)
    const uploadedFacts = { id: stored?.id, size: stored?.bytes.length }
    expect(result).toMatchObject({
      uploaded: uploadedFacts,
      names: ['transcript'],
      artifact: { ...uploadedFacts, digest: stored?.digest },
      mismatch: false,
    })
    expect((stored?.expiresAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(2 * 86_400_000)
    expect(github.requests.filter(({ query }) => query.get('comp') === 'block').length).toBeGreaterThan(2)
    expect(big.equals(await readFile(inFolder('down', 'session', 'big.bin')))).toBe(true)
    expect(await readFile(inFolder('down', 'transcript.jsonl'), 'utf8')).toBe('{"type":"system"}\n')

    await runClient(clientOf(`await client.deleteArtifact('transcript')`), github.env)
    expect(github.artifacts.artifacts()).toEqual([])
  })

  const uploadFails = async () => {
    const body = `try { ${upload('transcript')} } catch (error) { return error.message }`
    const { result } = await runClient(clientOf(body), github.env)
    expect(github.artifacts.artifacts()).toEqual([])
    return result
  }

  test('reports a name already taken', async () => {
    const conflict = 'an artifact with this name already exists on the workflow run'
    github.artifacts.faults.next('CreateArtifact', twirpError('already_exists', conflict))
    expect(await uploadFails()).toBe(
      `Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: ${conflict}`,
    )
  })

  test('reports storage that refuses the list of blocks', async () => {
    const message = 'Server failed to authenticate the request.'
    github.artifacts.faults.next('PutBlockList', storageError({ status: 403, code: 'AuthenticationFailed', message }))
    expect(await uploadFails()).toContain(message)
  })

  test('retries when the service fails', async () => {
    github.artifacts.faults.next('CreateArtifact', twirpError('internal', 'scripted'))
    await runClient(clientOf(upload('transcript')), github.env)
    expect(github.artifacts.artifacts()).toMatchObject([{ name: 'transcript' }])
  })
})

describe('@actions/cache', () => {
  const program = (body: string) => `const cache = await import('@actions/cache')\n${body}`
  const envOf = () => ({ ...github.env, RUNNER_TEMP: inFolder('temp'), GITHUB_WORKSPACE: folder })
  const save = (key: string) => program(`return cache.saveCache([${literal(inFolder('tool'))}], ${literal(key)})`)
  const restore = (key: string, restoreKeys: string[] = []) =>
    program(`return cache.restoreCache([${literal(inFolder('tool'))}], ${literal(key)}, ${literal(restoreKeys)})`)

  beforeEach(async () => {
    await mkdir(inFolder('tool'))
    await writeFile(inFolder('tool', 'claude.tgz'), noise(1000))
  })

  test('saves a folder and restores it by its key, by a prefix and by a restore key', async () => {
    expect((await runClient(save('claude-2.1.330'), envOf())).result).toBe(1)
    for (const [key, restoreKeys] of [
      ['claude-2.1.330', []],
      ['claude-2.1.33', []],
      ['claude-3', ['claude-']],
    ] satisfies [string, string[]][]) {
      await rm(inFolder('tool'), { recursive: true })
      expect((await runClient(restore(key, restoreKeys), envOf())).result).toBe('claude-2.1.330')
      expect(noise(1000).equals(await readFile(inFolder('tool', 'claude.tgz')))).toBe(true)
    }
    expect((await runClient(restore('node-24'), envOf())).result).toBeNull()
  })

  test('saves a key only once', async () => {
    await runClient(save('claude-2.1.330'), envOf())
    const { result, output } = await runClient(save('claude-2.1.330'), envOf())
    expect(result).toBe(-1)
    expect(output).toContain('Unable to reserve cache with key claude-2.1.330')
    expect(github.cache.entries).toHaveLength(1)
  })

  test('is denied the write in a job that strangers can start', async () => {
    await github.close()
    github = await startGithub({ cacheReadOnly: true })
    const { result, output } = await runClient(save('claude-2.1.330'), envOf())
    expect(result).toBe(-1)
    expect(output).toContain('cache write denied: token has no writable scopes')
  })
})
