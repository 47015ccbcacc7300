import { constants, existsSync } from 'node:fs'
import { access, chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { ServiceError } from '../errors.ts'
import { parseJson, stringOf } from '../json.ts'
import type { CachedTool, Fill, ToolCache } from '../ports/install.ts'
import type { Clock } from '../ports/machine.ts'
import { messageOf } from './attempt.ts'
import { readable, sha256Of } from './files.ts'

const DRAFT = '.partial-'
const DAY_MS = 24 * 60 * 60 * 1000

interface ToolCachePlace {
  /** Must be `RUNNER_TOOL_CACHE`, where `@actions/tool-cache` looks. */
  readonly directory: string
  /** The job's own folder. */
  readonly temp: string
  readonly clock: Pick<Clock, 'now'>
}

/**
 * The runner's tool cache. Entries are added by hand in its layout, because `@actions/tool-cache` copies every file once more
 * (0.3 s for Claude Code) and knows no two writers at once.
 */
export function createToolCache({ directory, temp, clock }: ToolCachePlace): ToolCache {
  const placeOf = ({ name, version, arch }: CachedTool) => join(directory, name, version, arch)
  return {
    async find(tool) {
      const place = placeOf(tool)
      if (!existsSync(place)) return undefined
      const refused = await reasonAgainst(place, tool)
      // After the digest, which takes 0.3 s beside the sign-in: loading this would hold the sign-in up.
      const { find } = await import('@actions/tool-cache')
      if (find(tool.name, tool.version, tool.arch) === '') return undefined
      return refused === undefined ? { directory: place } : { refused }
    },

    async add(tool, fill) {
      const place = placeOf(tool)
      const draft = await onDisk('make', async () => {
        await removeStaleDrafts(join(directory, tool.name), clock.now() - DAY_MS)
        await mkdir(join(directory, tool.name, tool.version), { recursive: true })
        return mkdtemp(`${place}${DRAFT}`)
      })
      try {
        await complete(draft, tool, fill)
        await onDisk('complete', async () => {
          await moveInPlace(draft, place, tool)
          await writeFile(`${place}.complete`, '')
        })
      } finally {
        await rm(draft, { recursive: true, force: true })
      }
      return place
    },

    async addForJob(tool, fill) {
      const place = await onDisk('make', async () => {
        await mkdir(temp, { recursive: true })
        return mkdtemp(join(temp, `${tool.name}-`))
      })
      try {
        await complete(place, tool, fill)
      } catch (error) {
        await rm(place, { recursive: true, force: true })
        throw error
      }
      return place
    },
  }
}

/** Fills the draft and proves it; made for its owner alone, as temporary directories are, it becomes readable for all. */
async function complete(draft: string, tool: CachedTool, fill: Fill): Promise<void> {
  const sha256 = await fill(draft)
  await onDisk('complete', async () => {
    await chmod(join(draft, tool.executable), 0o755)
    await writeFile(join(draft, RECORD), JSON.stringify({ integrity: tool.integrity, sha256 }))
    await chmod(draft, 0o755)
  })
}

/** Moves the draft to its place, unless another job's whole entry came first; what is there and broken makes way. */
async function moveInPlace(draft: string, place: string, tool: CachedTool): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(draft, place)
      return
    } catch (error) {
      if (!existsSync(place) || attempt === 5) throw error
    }
    if ((await reasonAgainst(place, tool)) === undefined) return
    const aside = `${draft}-replaced-${attempt}`
    await rename(place, aside).catch(() => undefined)
    await rm(aside, { recursive: true, force: true })
  }
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
    const name = stringOf(cause, 'code') ?? 'Error'
    const message = stringOf(cause, 'message') ?? name
    throw new ServiceError({ service: 'tool cache', operation, name, message, cause })
  }
}

/** What an entry holds beside the tool: the digests that were checked when it was made, `integrity` and `sha256`. */
const RECORD = 'install.json'

/**
 * Why the tool in `directory` is not to be used; undefined when its executable has the sha256 that this project records for
 * the version, or else that of the entry's own record. It is read for that at each use (381 MB in 0.25 s), since nothing else
 * proves what an earlier job left there. Not covered: a version whose digest is not recorded here, where who may write to the
 * tool cache may write the record too.
 */
async function reasonAgainst(directory: string, tool: CachedTool): Promise<string | undefined> {
  const path = join(directory, tool.executable)
  try {
    await access(path, constants.X_OK)
    const recorded = parseJson(await readFile(join(directory, RECORD), 'utf8').catch(() => ''))
    const integrity = stringOf(recorded, 'integrity')
    const expected = tool.sha256 ?? stringOf(recorded, 'sha256')
    if (expected === undefined) return 'nothing says which sha256 it should have'
    if (tool.sha256 === undefined && integrity !== (tool.integrity ?? integrity))
      return `it was unpacked from a package with the digest ${integrity}, asked for is ${tool.integrity}`
    const actual = await sha256Of(readable(path))
    return actual === expected ? undefined : `the sha256 of ${path} is ${actual}, expected is ${expected}`
  } catch (error) {
    return messageOf(error)
  }
}
