import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

import { checkExecutable, type ExecutableWorld } from '../../../src/claude/platform.ts'
import { Failure, fixText } from '../../../src/errors.ts'

/** The header of an ELF program, with the path of its loader where it has one. */
function elf(processor: number, loader?: string): Uint8Array {
  const bytes = new Uint8Array(256)
  const view = new DataView(bytes.buffer)
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
  view.setUint16(18, processor, true)
  if (loader === undefined) return bytes
  view.setBigUint64(32, 64n, true)
  view.setUint16(54, 56, true)
  view.setUint16(56, 1, true)
  view.setUint32(64, 3, true)
  view.setBigUint64(64 + 8, 128n, true)
  view.setBigUint64(64 + 32, BigInt(loader.length + 1), true)
  bytes.set(new TextEncoder().encode(loader), 128)
  return bytes
}

const PATH = '/opt/claude'
const GLIBC = '/lib64/ld-linux-x86-64.so.2'

interface Scene {
  readonly bytes?: Uint8Array
  readonly kind?: 'file' | 'directory' | undefined
  readonly execution?: 'allowed' | 'no-x-bit' | 'refused'
  readonly from?: 'claude-code-path' | 'tool cache'
  readonly machine?: Partial<ExecutableWorld['runner']>
}

async function failureOf(scene: Scene): Promise<Failure | undefined> {
  const { bytes = elf(62, GLIBC), execution = 'allowed', from = 'claude-code-path', machine } = scene
  const kind = 'kind' in scene ? scene.kind : 'file'
  const files: ExecutableWorld['files'] = {
    kind: (path) => Promise.resolve(path === PATH ? kind : path === GLIBC ? 'file' : undefined),
    execution: () => Promise.resolve(execution),
    async *chunks() {
      yield await Promise.resolve(bytes)
    },
  }
  const runner = { platform: 'linux', arch: 'x64', ...machine } as ExecutableWorld['runner']
  return checkExecutable(PATH, from, { files, runner }).then(
    () => undefined,
    (error: unknown) => (error instanceof Failure ? error : Promise.reject(error as Error)),
  )
}

test.each<[string, Scene]>([
  ['a program for this machine', {}],
  ['a program without a loader', { bytes: elf(62) }],
  ['a script', { bytes: new TextEncoder().encode('#!/bin/sh\nexec something else\n') }],
  ['an empty file', { bytes: new Uint8Array() }],
  [
    'a program for Macs on a Mac',
    {
      bytes: Uint8Array.of(0xcf, 0xfa, 0xed, 0xfe, ...new Array<number>(60).fill(0)),
      machine: { platform: 'darwin', arch: 'arm64' },
    },
  ],
])('%s is not refused', async (_what, scene) => {
  expect(await failureOf(scene)).toBeUndefined()
})

test.each<{ what: string; scene: Scene; says: RegExp; fix: RegExp }>([
  { what: 'nothing there', scene: { kind: undefined }, says: /no such file/, fix: /absolute path/ },
  { what: 'a folder', scene: { kind: 'directory' }, says: /a folder/, fix: /absolute path/ },
  { what: 'a file without its x bit', scene: { execution: 'no-x-bit' }, says: /mode does not allow/, fix: /chmod \+x/ },
  {
    what: 'a file on a file system that is mounted noexec',
    scene: { execution: 'refused' },
    says: /mounted `noexec`/,
    fix: /Copy it/,
  },
  {
    what: 'a program for another processor',
    scene: { bytes: elf(183, GLIBC) },
    says: /for linux-arm64, and this machine is linux-x64/,
    fix: /built for this machine/,
  },
  {
    what: 'a program for a processor without a name here',
    scene: { bytes: elf(22) },
    says: /linux-processor 22/,
    fix: /built for/,
  },
  {
    what: 'a program for another system',
    scene: { bytes: Uint8Array.of(0x4d, 0x5a, ...new Array<number>(60).fill(0)) },
    says: /for win32-x64/,
    fix: /built for/,
  },
  {
    what: 'a program for another C library',
    scene: { bytes: elf(62, '/lib/ld-musl-x86_64.so.1') },
    says: /needs \/lib\/ld-musl-x86_64\.so\.1.*another C library/,
    fix: /built for/,
  },
])('$what is refused, and the failure says which it is', async ({ scene, says, fix }) => {
  const failure = await failureOf(scene)
  expect(failure?.code).toBe('input-invalid')
  expect(failure?.message).toMatch(/^claude-code-path: \/opt\/claude cannot be started: /)
  expect(failure?.message).toMatch(says)
  expect(fixText(failure?.fix ?? [])).toMatch(fix)
})

test('a tool cache that is mounted noexec is another failure, with another fix', async () => {
  const failure = await failureOf({ from: 'tool cache', execution: 'refused' })
  expect(failure?.code).toBe('platform-unsupported')
  expect(fixText(failure?.fix ?? [])).toMatch(/RUNNER_TOOL_CACHE[^]*cache: "false"/)
})

test('Node itself is a program for this machine', async () => {
  if (process.platform !== 'linux') return
  const bytes = readFileSync(process.execPath).subarray(0, 8192)
  const loader = /\/lib[\w./-]*ld-[\w.-]+/.exec(bytes.toString('latin1'))?.[0]
  const failure = await failureOf({ bytes, machine: { arch: process.arch } })
  // Its loader is asked for by name, so that it was found in a real header.
  if (loader === GLIBC) expect(failure).toBeUndefined()
  else expect(failure?.message).toContain(loader)
})
