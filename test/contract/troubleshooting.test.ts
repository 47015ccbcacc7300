import { readFile } from 'node:fs/promises'

import { expect, test } from '@jest/globals'
import { parse } from 'yaml'

import { invokePolicy } from '../../src/bedrock/iam-policy.ts'
import { FAILURE_WORDS } from '../../src/errors.ts'

const text = await readFile(new URL('../../docs/TROUBLESHOOTING.md', import.meta.url), 'utf8')
const FAILURE_CODES = Object.keys(FAILURE_WORDS)
const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section]),
)

test('every failure code is a heading, every heading a failure code, in the same order', () => {
  expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(FAILURE_CODES)
})

test('the table of contents leads to every code once, in the same order', () => {
  const contents = text.slice(0, text.indexOf('\n## '))
  const links = [...contents.matchAll(/\[([a-z-]+)\]\(#([a-z-]+)\)/g)]
  expect(links.map(([, label]) => label)).toEqual(FAILURE_CODES)
  for (const [, label, target] of links) expect(target).toBe(label)
})

test.each(FAILURE_CODES)('%s says what is seen, why, and what to do', (code) => {
  const section = sections.get(code) ?? ''
  for (const part of ['**You see** ', '**Why** ', '**Fix**']) expect(section.split(part)).toHaveLength(2)
})

test('links inside the document lead somewhere', () => {
  for (const [, target] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(sections.has(target!)).toBe(true)
})

test('every block of YAML and JSON can be pasted', () => {
  const blocks = [...text.matchAll(/```(\w+)\n(.*?)```/gs)]
  expect(new Set(blocks.map(([, language]) => language))).toEqual(new Set(['json', 'sh', 'yaml']))
  for (const [, language, block] of blocks) {
    if (language === 'yaml') expect(typeof parse(block!)).toBe('object')
    if (language === 'json') expect(typeof JSON.parse(block!)).toBe('object')
  }
})

test('the policy shown is the one that the action makes', () => {
  const shown = /```json\n(.*?)```/s.exec(sections.get('iam-permission-missing')!)![1]!
  const scope = { region: 'us-east-1', account: '111122223333', models: ['us.anthropic.claude-sonnet-4-6'] }
  expect(JSON.parse(shown)).toEqual(invokePolicy(scope))
})
