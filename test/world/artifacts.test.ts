import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { runClient } from '../emulators/client.ts'
import { startGithub, type Github } from '../emulators/github.ts'

const ADAPTER = pathToFileURL(join(import.meta.dirname, '..', '..', 'src', 'world', 'artifacts.ts')).href

let github: Github
let directory: string
beforeEach(async () => {
  github = await startGithub()
  directory = mkdtempSync(join(tmpdir(), 'artifacts-'))
  mkdirSync(join(directory, 'session'))
  writeFileSync(join(directory, 'transcript.jsonl'), '{"type":"raw","text":"x"}\n')
  writeFileSync(join(directory, 'session', 'id.jsonl'), '{}\n')
})
afterEach(async () => {
  rmSync(directory, { recursive: true })
  await github.close()
})

const RUN = { GITHUB_REPOSITORY: 'octo-org/octo-repo', GITHUB_RUN_ID: '4711', no_proxy: '127.0.0.1' }

/** Uploads in a process of its own, since the client reads the environment; gives what was stored, or the fact thrown. */
async function upload(options: { env?: Record<string, string>; name?: string; retentionDays?: number } = {}) {
  const { env = {}, name = 'claude', retentionDays } = options
  const body = `
    const { createArtifacts } = await import(${JSON.stringify(ADAPTER)})
    const request = ${JSON.stringify({ name, directory, entries: ['transcript.jsonl', 'session', 'link', 'folder', 'pipe', 'a:b', 'unreadable'], retentionDays })}
    return createArtifacts(process.env).upload(request).then(
      (stored) => ({ stored }),
      ({ service, operation, name, status, message }) => ({ refused: { service, operation, name, status, message } }),
    )`
  const { result, output } = await runClient(body, { ...github.env, ...RUN, ...env })
  return { ...(result as { stored?: unknown; refused?: { message: string } }), output }
}

const zipped = () => {
  const zip = join(directory, 'downloaded.zip')
  writeFileSync(zip, github.artifacts.artifacts()[0]!.bytes)
  const read =
    'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print({n: z.read(n).decode() for n in z.namelist()})'
  return execFileSync('python3', ['-c', read, zip], { encoding: 'utf8' }).trim()
}

test('stores a folder and names its page', async () => {
  const { stored } = await upload({ retentionDays: 3 })
  const [artifact] = github.artifacts.artifacts()
  expect(stored).toEqual({
    id: artifact!.id,
    url: `https://github.com/octo-org/octo-repo/actions/runs/4711/artifacts/${artifact!.id}`,
  })
  const days = (artifact!.expiresAt!.getTime() - Date.now()) / 86_400_000
  expect(Math.round(days)).toBe(3)
  expect(zipped()).toBe(String.raw`{'session/id.jsonl': '{}\n', 'transcript.jsonl': '{"type":"raw","text":"x"}\n'}`)
})

test('stores one file as it is, with its type', async () => {
  writeFileSync(join(directory, 'claude.html'), '<!doctype html>')
  const body = `
    const { createArtifacts } = await import(${JSON.stringify(ADAPTER)})
    return createArtifacts(process.env).uploadFile({ path: ${JSON.stringify(join(directory, 'claude.html'))}, retentionDays: 3 })`
  const { result } = await runClient(body, { ...github.env, ...RUN })
  const [artifact] = github.artifacts.artifacts()
  expect(result).toMatchObject({ id: artifact!.id })
  expect(artifact).toMatchObject({ name: 'claude.html', mimeType: 'text/html' })
  expect(Buffer.from(artifact!.bytes).toString()).toBe('<!doctype html>')
})

test('leaves out what would end the upload or lead elsewhere', async () => {
  symlinkSync('/etc/passwd', join(directory, 'link'))
  symlinkSync('/etc', join(directory, 'folder'))
  execFileSync('mkfifo', [join(directory, 'pipe')])
  writeFileSync(join(directory, 'a:b'), '')
  const readsAll = process.getuid?.() === 0
  if (!readsAll) writeFileSync(join(directory, 'unreadable'), '', { mode: 0 })
  expect((await upload()).stored).toBeDefined()
  expect(github.artifacts.artifacts()[0]!.expiresAt).toBeUndefined()
  // The client streams files side by side, so that their order in the archive varies.
  const names = [...zipped().matchAll(/'([^']+)': /g)].map(([, name]) => name)
  expect(names.sort()).toEqual(['session/id.jsonl', 'transcript.jsonl'])
})

describe('reports what was wrong', () => {
  test('when the name is taken', async () => {
    await upload()
    expect((await upload()).refused).toEqual({
      service: 'GitHub artifacts',
      operation: 'CreateArtifact',
      name: 'Error',
      status: 409,
      message: expect.stringContaining('(409) Conflict: an artifact with this name already exists on the workflow run'),
    })
  })

  test.each([
    ['without a runtime token', { ACTIONS_RUNTIME_TOKEN: '' }, 'NoRuntimeToken'],
    ['without a results service', { ACTIONS_RESULTS_URL: '' }, 'NoRuntimeToken'],
    ['on GitHub Enterprise Server', { GITHUB_SERVER_URL: 'https://github.example.com' }, 'GHESNotSupported'],
  ])('%s, with no annotation of its own', async (_when, env, name) => {
    const { refused, output } = await upload({ env })
    expect(refused).toMatchObject({ name, operation: 'UploadArtifact' })
    expect(output).toBe('')
    expect(github.requests).toEqual([])
  })

  test('when nothing listens', async () => {
    const closed = await startGithub()
    await closed.close()
    const { refused } = await upload({ env: { ACTIONS_RESULTS_URL: closed.env.ACTIONS_RESULTS_URL! } })
    expect(refused).toMatchObject({ name: 'ECONNREFUSED', operation: 'CreateArtifact' })
  })

  test('when the storage is used up', async () => {
    const body = JSON.stringify({ code: 'resource_exhausted', msg: 'insufficient usage to create artifact' })
    github.artifacts.faults.next('CreateArtifact', { status: 403, body })
    expect((await upload()).refused).toMatchObject({ name: 'UsageError' })
  })

  test('when the blob store refuses, without the signature of the address', async () => {
    github.artifacts.faults.next('PutBlock', {
      status: 403,
      headers: { 'x-ms-error-code': 'AuthenticationFailed', 'content-type': 'application/xml' },
      body: '<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate.</Message></Error>',
    })
    const { refused } = await upload()
    expect(refused).toMatchObject({ status: 403, message: expect.stringContaining('Server failed to authenticate') })
    expect(refused!.message).not.toContain('sig=')
  })

  test('when the folder is empty', async () => {
    rmSync(directory, { recursive: true })
    mkdirSync(directory)
    expect((await upload()).refused).toMatchObject({ name: 'NoFiles' })
  })
})

test('the client’s own lines are not in the log, but in that of a debugged job', async () => {
  const [quiet, debugged] = [await upload(), await upload({ name: 'again', env: { RUNNER_DEBUG: '1' } })]
  expect([quiet.stored, debugged.stored]).toEqual([expect.anything(), expect.anything()])
  const shown = ({ output }: { output: string }) => output.split('\n').filter((line) => !/^(::.*)?$/.test(line))
  expect(shown(quiet)).toEqual([])
  expect(shown(debugged).length).toBeGreaterThan(5)
})
