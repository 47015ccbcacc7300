import { join } from 'node:path'

import { fieldOf, isRecord, parseJson } from '../json.ts'
import { isActionsOwn } from '../variable-names.ts'
import type { Form } from './form.ts'
import { parseJsonObject } from './json-text.ts'
import { checkSettingsShape, environmentTexts, wrongRules, type SettingsJson } from './settings-shape.ts'
import { readBytes } from './named-file.ts'
import { decodeText } from './text-file.ts'
import type { ReadFiles, Workplace } from './workplace.ts'

/** Where the agent works, Claude Code looks for these (not in the folders above; seen with 2.1.330). */
const CHECKOUT_FILES = ['.claude/settings.json', '.claude/settings.local.json']

/** The checkout's own settings, by file. What Claude Code would drop of them without a word is a warning that names the file. */
export async function readCheckoutSettings(form: Form, place: Workplace) {
  const found: { file: string; value: SettingsJson }[] = []
  for (const file of CHECKOUT_FILES) {
    const path = join(place.directory, file)
    if ((await place.files.kind(path)) !== 'file') continue
    const { value, problem, mayDeny } = settingsIn(await readBytes(path, place.files))
    if (value === undefined) {
      form.warn(`${file} of the checkout ${problem}: Claude Code drops the file${mayDeny ? LOST : ''}.`)
      continue
    }
    if (problem !== undefined) form.warn(`${file} of the checkout ${problem}. ${TAKEN}`)
    const problems = await checkSettingsShape(value)
    const lost = fieldOf(value.permissions, 'deny') === undefined ? '' : LOST
    if (problems.length > 0)
      form.warn(`${file} of the checkout: ${problems.join('; ')}. Claude Code may drop the file${lost}.`)
    for (const { path: rule, must } of wrongRules(value))
      form.warn(`${file} of the checkout: ${rule} ${must}. The rule has no effect.`)
    found.push({ file, value })
  }
  return found
}

const LOST = ', and its deny rules with it'

const TAKEN =
  'Claude Code takes the file all the same: of a key that stands twice the last one, and another character for each byte that is no UTF-8.'

/**
 * Reads settings as Claude Code does (2.1.332), which takes more than the action does from an input: UTF-16 with a little-endian
 * mark, else UTF-8 with a replacement for what is none, one byte order mark off, and of a key that stands twice the last one.
 * `value` is undefined where it drops the file; `problem` is what is wrong, also with a file that it takes, to stand behind its name.
 */
function settingsIn(bytes: Uint8Array) {
  const [first, second] = bytes
  const strict = decodeText(bytes)
  const text = new TextDecoder(first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)
  const taken = parseJson(text)
  const value: SettingsJson | undefined = isRecord(taken) ? taken : undefined
  const parsed = strict.ok ? parseJsonObject(strict.value) : strict
  // The one encoding that an input may have and these files may not.
  const other = value === undefined && parsed.ok ? 'must not be big-endian UTF-16' : undefined
  return {
    value,
    problem: parsed.ok ? other : parsed.refusal.must,
    mayDeny: (strict.ok ? strict.value : text.replaceAll('\0', '')).includes('"deny"'),
  }
}

/** Where an administrator of the machine puts settings that beat all others (https://code.claude.com/docs/en/settings#settings-files). */
export function managedSettingsFolder(platform: string): string {
  if (platform === 'darwin') return '/Library/Application Support/ClaudeCode'
  return platform === 'win32' ? 'C:\\Program Files\\ClaudeCode' : '/etc/claude-code'
}

/** Refuses managed settings that set a variable of the inputs: nothing beats them, and calls would go elsewhere or without the token. */
export async function refuseManagedSettings(form: Form, folder: string, files: ReadFiles): Promise<void> {
  const dropIns = (await files.list(join(folder, 'managed-settings.d'))).filter((path) => path.endsWith('.json'))
  for (const path of [join(folder, 'managed-settings.json'), ...dropIns]) {
    if ((await files.kind(path)) !== 'file') continue
    const names = Object.keys(environmentTexts(settingsIn(await readBytes(path, files)).value)).filter(isActionsOwn)
    if (names.length === 0) continue
    form.refuseSource(path, {
      must: `must not set ${names.map((name) => `env.${name}`).join(', ')}: managed settings beat those of this run, which decides that from its inputs`,
      fix: `Have ${names.length === 1 ? 'it' : 'them'} removed from ${path}, or run the job on another machine.`,
    })
  }
}
