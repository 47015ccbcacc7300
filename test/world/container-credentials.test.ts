import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromContainerMetadata, fromHttp, fromNodeProviderChain } from '@aws-sdk/credential-providers'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { renewing, serveContainerCredentials } from '../../src/aws/renewal.ts'
import { Failure } from '../../src/errors.ts'
import type { AwsKeys, ServedCredentials } from '../../src/ports/aws.ts'
import { createClock } from '../../src/world/clock.ts'
import { createContainerCredentials, createLoopback } from '../../src/world/loopback.ts'
import type { KeysSession } from '../../src/aws/types.ts'

const END = new Date('2999-01-01T00:00:10.000Z')
const KEYS: AwsKeys = { accessKeyId: 'ASIA1', secretAccessKey: 'secret', sessionToken: 'token', expiration: END }
const LASTING: AwsKeys = { accessKeyId: 'AKIA1', secretAccessKey: 'secret' }

let home: string
let before: NodeJS.ProcessEnv
let served: ServedCredentials | undefined

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'container-credentials-'))
  before = { ...process.env }
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, { HOME: home, AWS_EC2_METADATA_DISABLED: 'true' })
})

afterEach(async () => {
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, before)
  rmSync(home, { recursive: true })
  await served?.close()
})

const clock = createClock()
const containerCredentials = createContainerCredentials({ loopback: createLoopback(), clock })

/** Serves the keys, and leads the SDK in this process to them. */
async function serve(keys: () => Promise<AwsKeys>): Promise<string> {
  served = await containerCredentials.serve(keys)
  Object.assign(process.env, served.environment)
  return served.environment.AWS_CONTAINER_CREDENTIALS_FULL_URI ?? ''
}

describe("the AWS SDK's own providers take the keys", () => {
  test.each([
    ['fromHttp', () => fromHttp()],
    ['fromContainerMetadata', () => fromContainerMetadata()],
    ['the default chain', () => fromNodeProviderChain()],
  ])('%s', async (_name, provider) => {
    await serve(() => Promise.resolve(KEYS))
    expect(await provider()()).toMatchObject({
      accessKeyId: 'ASIA1',
      secretAccessKey: 'secret',
      sessionToken: 'token',
      // Said to end a little early, so that the last call made with them still arrives.
      expiration: new Date(END.getTime() - 2_000),
    })
  })

  test('and the default chain does so before a default profile of the machine', async () => {
    mkdirSync(join(home, '.aws'))
    writeFileSync(join(home, '.aws/credentials'), '[default]\naws_access_key_id=AKIAHOME\naws_secret_access_key=x\n')
    await serve(() => Promise.resolve(KEYS))
    expect(await fromNodeProviderChain({ ignoreCache: true })()).toMatchObject({ accessKeyId: 'ASIA1' })
  })

  test('those that do not end too, and ask again within the hour', async () => {
    await serve(() => Promise.resolve(LASTING))
    const { accessKeyId, sessionToken, expiration } = await fromHttp()()
    expect([accessKeyId, sessionToken]).toEqual(['AKIA1', ''])
    expect((expiration?.getTime() ?? 0) - Date.now()).toBeGreaterThan(50 * 60_000)
    expect((expiration?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(60 * 60_000)
  })
})

test('each request gets the session as it is then', async () => {
  const session = (accessKeyId: string, life: number): KeysSession => ({
    kind: 'keys',
    keys: { ...KEYS, accessKeyId, expiration: new Date(Date.now() + life) },
    account: '111122223333',
    arn: 'arn:aws:sts::111122223333:assumed-role/claude/run',
    renewable: true,
  })
  const lines: string[] = []
  const line = (text: string) => void lines.push(text)
  const log = {
    info: line,
    debug: line,
    notice: line,
    warning: line,
    error: line,
    group: () => Promise.reject(new Error()),
  }
  const authenticate = () => Promise.resolve(session('ASIA2', 3_600_000))
  const live = renewing(session('ASIA1', -1), { authenticate }, { clock, log })
  served = await serveContainerCredentials(live, { containerCredentials })
  Object.assign(process.env, served.environment)
  expect(await fromHttp()()).toMatchObject({ accessKeyId: 'ASIA2' })
  expect(lines).toHaveLength(1)
})

describe('nobody else gets them', () => {
  test.each([
    ['without a token', {}],
    ['with another token', { authorization: 'x'.repeat(43) }],
    ['with an empty token', { authorization: '' }],
  ])('%s', async (_name, headers) => {
    let asked = 0
    const url = await serve(() => Promise.resolve((asked++, KEYS)))
    const answer = await fetch(url, { headers })
    expect([answer.status, await answer.json()]).toEqual([403, expect.objectContaining({ Code: 'AccessDenied' })])
    expect(asked).toBe(0)
  })

  test('the address is of this machine only, and the token its own', async () => {
    const first = await containerCredentials.serve(() => Promise.resolve(KEYS))
    const url = await serve(() => Promise.resolve(KEYS))
    expect(new URL(url).hostname).toBe('127.0.0.1')
    const token = served?.environment.AWS_CONTAINER_AUTHORIZATION_TOKEN
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(first.environment.AWS_CONTAINER_AUTHORIZATION_TOKEN).not.toBe(token)
    await first.close()
  })

  test('after it is closed', async () => {
    const url = await serve(() => Promise.resolve(KEYS))
    await served?.close()
    await expect(fetch(url)).rejects.toThrow()
  })
})

test('when there are none the SDK gets the reason', async () => {
  const failure = new Failure('oidc-token-failed', { message: 'GitHub gave no token', fix: '' })
  await serve(() => Promise.reject(failure))
  await expect(fromHttp({ maxRetries: 0 })()).rejects.toMatchObject({
    Code: 'oidc-token-failed',
    Message: 'GitHub gave no token',
  })
})
