import { constants } from 'node:fs'
import { access, chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { ServiceError } from '../failure.ts'
import type { CachedTool, ToolCache } from '../ports/install.ts'
import type { Clock } from '../ports/machine.ts'
import { fieldOf, textOf } from './error-fields.ts'

const RECORD = 'install.json'
const DRAFT = '.partial-'
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The tool cache below `directory`, which must be that of `RUNNER_TOOL_CACHE`, where `@actions/tool-cache` looks. Entries are
 * added by hand in its layout, because that package copies every file once more (0.3 s for Claude Code) and knows no two
 * writers at once.
 */
export function createToolCache({ directory, clock }: { directory: string; clock: Pick<Clock, 'now'> }): ToolCache {
  const placeOf = (tool: CachedTool) => join(directory, tool.name, tool.version, tool.arch)

  return {
    async find(tool) {
      const { find } = await import('@actions/tool-cache')
      const place = find(tool.name, tool.version, tool.arch)
      return place !== '' && (await isWhole(place, tool)) ? place : undefined
    },

    async add(tool, fill) {
      const place = placeOf(tool)
      const draft = await onDisk('make', async () => {
        await removeStaleDrafts(join(directory, tool.name), clock.now() - DAY_MS)
        await mkdir(join(directory, tool.name, tool.version), { recursive: true })
        return mkdtemp(`${place}${DRAFT}`)
      })
      try {
        await fill(draft)
        await onDisk('complete', async () => {
          const { size } = await stat(join(draft, tool.executable))
          await writeFile(join(draft, RECORD), JSON.stringify({ integrity: tool.integrity, size }))
          // Made for its owner alone, as temporary directories are; the tool cache is for all of the machine.
          await chmod(draft, 0o755)
          await settle(draft, place, tool)
          await writeFile(`${place}.complete`, '')
        })
      } finally {
        await rm(draft, { recursive: true, force: true })
      }
      return place
    },
  }
}

/** Moves the draft to its place, unless another job's whole entry came first; what is there and broken makes way. */
async function settle(draft: string, place: string, tool: CachedTool): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(draft, place)
      return
    } catch (error) {
      if (!(await exists(place)) || attempt === 5) throw error
    }
    if (await isWhole(place, tool)) return
    const aside = `${draft}-replaced-${attempt}`
    await rename(place, aside).catch(() => undefined)
    await rm(aside, { recursive: true, force: true })
  }
}

/** An entry that another action wrote has no record: its marker and an executable must do. */
async function isWhole(place: string, tool: CachedTool): Promise<boolean> {
  const executable = join(place, tool.executable)
  try {
    await access(executable, constants.X_OK)
    const { size } = await stat(executable)
    const recorded = await readRecord(join(place, RECORD))
    if (recorded === undefined) return size > 0
    return recorded.size === size && (tool.integrity ?? recorded.integrity) === recorded.integrity
  } catch {
    return false
  }
}

async function readRecord(path: string): Promise<{ size: unknown; integrity: unknown } | undefined> {
  if (!(await exists(path))) return undefined
  const record: unknown = JSON.parse(await readFile(path, 'utf8'))
  return { size: fieldOf(record, 'size'), integrity: fieldOf(record, 'integrity') }
}

/** What installs that were killed left behind, of any version, not touched for a day. */
async function removeStaleDrafts(home: string, before: number): Promise<void> {
  const namesIn = (path: string) => readdir(path).catch(() => [])
  for (const version of await namesIn(home))
    for (const name of await namesIn(join(home, version))) {
      if (!name.includes(DRAFT)) continue
      const path = join(home, version, name)
      const touched = await stat(path).catch(() => undefined)
      if (touched !== undefined && touched.mtimeMs < before) await rm(path, { recursive: true, force: true })
    }
}

async function onDisk<T>(operation: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (cause) {
    const name = textOf(cause, 'code') ?? 'Error'
    const message = textOf(cause, 'message') ?? name
    throw new ServiceError({ service: 'tool cache', operation, name, message, cause })
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
