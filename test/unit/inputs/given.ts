// A job as the inputs module sees it, with a workspace on disk that is not empty.
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

import { Failure, fixText } from '../../../src/errors.ts'
import { classifyEvent, type ClassifiedEvent } from '../../../src/events/event-class.ts'
import type { RawInputs } from '../../../src/inputs/form.ts'
import { parseSettings, type Given } from '../../../src/inputs/parse-settings.ts'
import { createFiles } from '../../../src/world/files.ts'

export const ROLE = 'arn:aws:iam::111122223333:role/claude-code'

/** Inputs that are enough; everything else is left to the defaults. */
export const ENOUGH: RawInputs = { prompt: 'Say hello.', 'aws-region': 'us-east-1' }

/** A new workspace with these files; a value `-> target` makes a symbolic link. */
export function workspaceWith(
  files: Readonly<Record<string, string | Uint8Array>> = { 'README.md': '# Demo' },
): string {
  const workspace = mkdtempSync(join(realpathSync(tmpdir()), 'inputs-'))
  for (const [name, text] of Object.entries(files)) {
    const path = join(workspace, name)
    mkdirSync(dirname(path), { recursive: true })
    if (typeof text === 'string' && text.startsWith('-> ')) symlinkSync(text.slice(3), path)
    else writeFileSync(path, text)
  }
  return workspace
}

export const files = createFiles()

/** Only people with write access cause it. */
export const OWN_EVENT: ClassifiedEvent = classifyEvent('push', {})

const shared = workspaceWith()

/** A job with these inputs and variables, in a workspace that holds one file. */
export function given(raw: RawInputs, more: Partial<Omit<Given, 'raw'>> & { workspace?: string } = {}): Given {
  const { workspace = shared, ...rest } = more
  return {
    raw,
    env: {},
    runner: {
      workspace,
      temp: join(workspace, '..', `${basename(workspace)}-temp`),
      job: 'review',
      runId: '4711',
      runAttempt: '2',
      platform: 'linux',
    },
    files,
    event: OWN_EVENT,
    committed: () => Promise.resolve({ unknown: 'is in no checkout of git' }),
    profileRegion: () => Promise.resolve(undefined),
    uniqueId: 'a1b2c3',
    onConfiguration: () => undefined,
    managedSettings: '/nonexistent',
    ...rest,
  }
}

/** Settings and warnings of inputs that are enough, changed by `raw`. */
export function parse(raw: RawInputs, more?: Parameters<typeof given>[1]) {
  return parseSettings(given({ ...ENOUGH, ...raw }, more))
}

/** The failure that the same inputs give; fails the test when they are accepted. */
export async function failureOf(raw: RawInputs, more?: Parameters<typeof given>[1]): Promise<Failure> {
  const outcome = await parse(raw, more).catch((error: unknown) => error)
  if (outcome instanceof Failure) return outcome
  throw new Error(`expected a Failure, but got ${JSON.stringify(outcome)}`)
}

/** What a failure says to do, as plain text. */
export const fixOf = (failure: Failure) => fixText(failure.fix)
