// A registry on loopback, the real adapter, and a directory to unpack into, new for each test.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach } from '@jest/globals'

import { ServiceError } from '../../src/errors.ts'
import { createPackageRegistry } from '../../src/world/registry.ts'
import { serve, type Handler, type Serving } from '../emulators/http.ts'
import { emulateRegistry, fakeClaude, type EmulatedRegistryOptions } from '../emulators/registry.ts'

export const PACKAGE = '@anthropic-ai/claude-code-linux-x64'

/** The adapter, with silence counted after 0.4 s. */
export const registry = createPackageRegistry({
  env: {},
  processes: { capture: () => Promise.resolve({ code: undefined, stdout: '', stderr: '' }) },
  secrets: { add: () => undefined },
  timeouts: { connectMs: 10_000, idleMs: 400, totalMs: 60_000 },
})

let serving: Serving[] = []
let home: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'registry-'))
})

afterEach(async () => {
  await Promise.all(serving.map((one) => one.close()))
  serving = []
  await rm(home, { recursive: true })
})

/** An empty directory, removed after the test. */
export const directory = (): string => home

/** Serves until the test ends. */
export async function listen(...handlers: Handler[]): Promise<Serving> {
  const one = await serve(...handlers)
  serving.push(one)
  return one
}

/** A registry that has versions 9.9.8 and 9.9.9 unless given others. */
export async function start(options: Partial<EmulatedRegistryOptions> = {}) {
  const packages = options.packages ?? [await fakeClaude('9.9.8'), await fakeClaude('9.9.9')]
  const server = await listen(emulateRegistry({ ...options, packages }))
  const url = `${server.url}${options.path ?? ''}`
  return { server, address: { url }, paths: () => server.requests.map(({ path }) => path) }
}

/** What a rejection says, as the facts that callers decide by. */
export async function factOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return { resolved: await work }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    const { service, name, status } = error
    return { service, name, status }
  }
}
