import { readFileSync } from 'node:fs'

import { expect, test } from '@jest/globals'

import { releaseFile, type Digest } from '../../../scripts/releases.ts'
import { PLATFORMS, type Platform } from '../../../src/claude/platform.ts'
import { RELEASE } from '../../../src/claude/release.ts'

const recorded = (spec: string, field: string) => {
  if (field === 'version') return RELEASE.version
  const platform = spec.slice('@anthropic-ai/claude-code-'.length, spec.lastIndexOf('@'))
  return RELEASE.integrity[platform as Platform]
}

const digest: Digest = ({ platform }) => Promise.resolve(RELEASE.sha256[platform])

test('every platform has a sha256 of its own executable', () => {
  expect(Object.keys(RELEASE.sha256)).toEqual([...PLATFORMS])
  expect(new Set(Object.values(RELEASE.sha256)).size).toBe(PLATFORMS.length)
})

test('every platform has a sha512 of its own', () => {
  expect(Object.keys(RELEASE.integrity)).toEqual([...PLATFORMS])
  const digests = Object.values(RELEASE.integrity)
  for (const digest of digests) expect(Buffer.from(digest.replace('sha512-', ''), 'base64')).toHaveLength(64)
  expect(new Set(digests).size).toBe(PLATFORMS.length)
})

test('the file is as the script writes it', async () => {
  const file = new URL('../../../src/claude/release.ts', import.meta.url)
  expect(readFileSync(file, 'utf8')).toBe(await releaseFile(RELEASE.version, recorded, digest))
})

test('the script records nothing when a digest is missing', async () => {
  const without = (spec: string, field: string) => (spec.includes('win32-x64') ? '' : recorded(spec, field))
  await expect(releaseFile('latest', without, digest)).rejects.toThrow('win32-x64')
  await expect(releaseFile('latest', recorded, () => Promise.resolve(''))).rejects.toThrow('no sha256')
})
