import { readFileSync } from 'node:fs'

import { expect, test } from '@jest/globals'

import { releaseFile } from '../../../scripts/releases.ts'
import { PLATFORMS, type Platform } from '../../../src/claude/platform.ts'
import { RELEASE } from '../../../src/claude/release.ts'

const recorded = (spec: string, field: string) => {
  if (field === 'version') return RELEASE.version
  const platform = spec.slice('@anthropic-ai/claude-code-'.length, spec.lastIndexOf('@'))
  return RELEASE.integrity[platform as Platform]
}

test('every platform has a sha512 of its own', () => {
  expect(Object.keys(RELEASE.integrity)).toEqual([...PLATFORMS])
  const digests = Object.values(RELEASE.integrity)
  for (const digest of digests) expect(Buffer.from(digest.replace('sha512-', ''), 'base64')).toHaveLength(64)
  expect(new Set(digests).size).toBe(PLATFORMS.length)
})

test('the file is as the script writes it', () => {
  const file = new URL('../../../src/claude/release.ts', import.meta.url)
  expect(readFileSync(file, 'utf8')).toBe(releaseFile(RELEASE.version, recorded))
})

test('the script records nothing when a digest is missing', () => {
  const without = (spec: string, field: string) => (spec.includes('win32-x64') ? '' : recorded(spec, field))
  expect(() => releaseFile('latest', without)).toThrow('win32-x64')
})
