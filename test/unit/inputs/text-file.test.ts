import { describe, expect, test } from '@jest/globals'

import { decodeText } from '../../../src/inputs/text-file.ts'
import { failureOf, parse, workspaceWith } from './given.ts'

const utf16le = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
const utf16be = (text: string) => utf16le(text).swap16()
const utf8 = (text: string) => Buffer.from(text)

describe('encodings', () => {
  test.each([
    ['UTF-8', utf8('Größe 🎉\r\n'), 'Größe 🎉\r\n'],
    ['UTF-8 with a mark', utf8('\uFEFFGröße'), 'Größe'],
    ['UTF-16, little endian, with a mark', utf16le('Größe 🎉'), 'Größe 🎉'],
    ['UTF-16, big endian, with a mark', utf16be('Größe 🎉'), 'Größe 🎉'],
    ['nothing', utf8(''), ''],
    ['only a mark', utf8('\uFEFF'), ''],
  ])('%s is read', (_name, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: text })
  })

  test.each([
    ['Latin-1', Buffer.from('Größe', 'latin1'), 'must be UTF-8 text: some of its bytes are not'],
    ['half a character', utf8('Größe').subarray(0, 3), 'must be UTF-8 text'],
    ['UTF-16 that is cut', utf16le('ab').subarray(0, 5), 'must be UTF-8 text'],
    ['half a pair in UTF-16', utf16le('\ud83c'), 'must be UTF-8 text'],
    ['UTF-16 without a mark', utf16le('ab').subarray(2), 'must be text: it has NUL bytes'],
    ['UTF-32 with a mark', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'must be text: it has NUL bytes'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), 'must be text: it has NUL bytes'],
  ])('%s is refused', (_name, bytes, must) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, refusal: { must: expect.stringContaining(must) } })
  })
})

describe('the same holds for every file that an input names', () => {
  const schema = '{"type": "object"}'
  const workspace = workspaceWith({
    'prompt.md': utf16le('Größe prüfen'),
    'latin1.md': Buffer.from('Größe', 'latin1'),
    'schema.json': utf8(`\uFEFF${schema}`),
    'settings.json': utf16le('{"permissions": {"deny": ["WebFetch"]}}'),
    'mcp.json': utf8('\uFEFF{"mcpServers": {}}'),
    'latin1.json': Buffer.from('{"é": 1}', 'latin1'),
  })

  test('marks come off', async () => {
    const raw = { prompt: '', 'prompt-file': 'prompt.md', 'json-schema': 'schema.json' } as const
    const { settings } = await parse({ ...raw, settings: 'settings.json', 'mcp-config': 'mcp.json' }, { workspace })
    expect(settings.prompt?.text).toBe('Größe prüfen')
    expect(settings.agent).toMatchObject({
      jsonSchema: '{"type":"object"}',
      settings: { json: { permissions: { deny: ['WebFetch'] } } },
      mcpConfig: { json: { mcpServers: {} } },
    })
  })

  test('other bytes are refused, all at once', async () => {
    const raw = { 'json-schema': 'latin1.json', settings: 'latin1.json', 'mcp-config': 'latin1.json' } as const
    const { message } = await failureOf({ prompt: '', 'prompt-file': 'latin1.md', ...raw }, { workspace })
    for (const [input, file] of Object.entries({ 'prompt-file': 'latin1.md', ...raw })) {
      expect(message).toContain(`${input}: "${file}" must be UTF-8 text: some of its bytes are not.`)
    }
  })
})

test('JSON that begins with anything but a bracket is still JSON, and is not quoted', async () => {
  for (const text of ['// hunter2\n{}', '["hunter2"]', '"hunter2"', '/* hunter2 */ {}']) {
    const { message } = await failureOf({ settings: text })
    expect(message).not.toContain('hunter2')
    expect(message).toContain('Input settings: must be a JSON object')
  }
})
