import { join } from 'node:path'

import { fieldOf } from '../json.ts'
import { isActionsOwn } from '../variable-names.ts'
import type { Form } from './form.ts'
import { parseJsonObject } from './json-text.ts'
import { checkSettingsShape, environmentTexts, rulesIn, type SettingsJson } from './settings-shape.ts'
import { readTextFile } from './text-file.ts'
import { checkRule } from './tool-rules.ts'
import type { ReadFiles, Workplace } from './workplace.ts'

/** A settings file that Claude Code reads by itself: its path as a reader knows it, and its object. */
export interface SettingsFile {
  readonly file: string
  readonly value: SettingsJson
}

/** Where the agent works, Claude Code looks for these (not in the folders above; seen with 2.1.330). */
const CHECKOUT_FILES = ['.claude/settings.json', '.claude/settings.local.json']

/** The checkout's own settings. What Claude Code would drop of them without a word is a warning that names the file. */
export async function readCheckoutSettings(form: Form, place: Workplace): Promise<readonly SettingsFile[]> {
  const found: SettingsFile[] = []
  for (const file of CHECKOUT_FILES) {
    const path = join(place.directory, file)
    if ((await place.files.kind(path)) !== 'file') continue
    const read = await readTextFile(path, place.files)
    const parsed = read.ok ? parseJsonObject(read.value) : read
    if (!parsed.ok) {
      const lost = read.ok && read.value.includes('"deny"') ? ', and its deny rules with it' : ''
      form.warn(`${file} of the checkout ${parsed.refusal.must}: Claude Code drops the file${lost}.`)
      continue
    }
    await warnOfWrong(form, { file, value: parsed.value })
    found.push({ file, value: parsed.value })
  }
  return found
}

async function warnOfWrong(form: Form, { file, value }: SettingsFile): Promise<void> {
  const problems = await checkSettingsShape(value)
  const lost = fieldOf(value.permissions, 'deny') === undefined ? '' : ', and its deny rules with it'
  if (problems.length > 0) {
    form.warn(`${file} of the checkout: ${problems.join('; ')}. Claude Code may drop the file${lost}.`)
  }
  for (const { path, rule, kind } of rulesIn(value)) {
    const found = checkRule(rule, kind)
    const text = found?.refusal?.must ?? found?.warning
    if (text !== undefined) form.warn(`${file} of the checkout: ${path} ${text}. The rule has no effect.`)
  }
}

/** Where an administrator of the machine puts settings that beat all others (https://code.claude.com/docs/en/settings#settings-files). */
export function managedSettingsFolder(platform: string): string {
  if (platform === 'darwin') return '/Library/Application Support/ClaudeCode'
  return platform === 'win32' ? 'C:\\Program Files\\ClaudeCode' : '/etc/claude-code'
}

/**
 * Refuses to start where managed settings set a variable that the inputs decide: nothing of the action's could beat them, and
 * the agent's calls would go elsewhere, or without the gateway's token.
 */
export async function refuseManagedSettings(form: Form, folder: string, files: ReadFiles): Promise<void> {
  const dropIns = (await files.list(join(folder, 'managed-settings.d'))).filter((path) => path.endsWith('.json'))
  for (const path of [join(folder, 'managed-settings.json'), ...dropIns]) {
    if ((await files.kind(path)) !== 'file') continue
    const read = await readTextFile(path, files)
    const parsed = read.ok ? parseJsonObject(read.value) : read
    const names = parsed.ok ? Object.keys(environmentTexts(parsed.value)).filter(isActionsOwn) : []
    if (names.length === 0) continue
    form.refuseSource(path, {
      must: `must not set ${names.map((name) => `env.${name}`).join(', ')}: managed settings beat those of this run, which decides that from its inputs`,
      fix: `Have ${names.length === 1 ? 'it' : 'them'} removed from ${path}, or run the job on another machine.`,
    })
  }
}
