// Installs once and says so: `node registry-install-child.ts <tool cache> <registry> <version> [die]`. A process of its own, to
// be killed or measured; with `die` it is killed when all is unpacked and nothing of it in place yet. It prints `started` first,
// then the outcome with its milliseconds and the peak of its memory (KiB) before and after.
import { installClaude } from '../../src/claude/install.ts'
import type { ToolCache } from '../../src/ports/install.ts'
import { installWorld } from '../support/real-claude.ts'

const [toolCache = '', registryUrl, version, die] = process.argv.slice(2)
process.env.HOME = toolCache
const { world } = installWorld(toolCache, process.env)
const dying: ToolCache = {
  ...world.toolCache,
  add: (tool, fill) =>
    world.toolCache.add(tool, async (directory) => {
      const sha256 = await fill(directory)
      process.kill(process.pid, 'SIGKILL')
      return sha256
    }),
}
const target = {
  ...world,
  ...(die && { toolCache: dying }),
  runner: { ...world.runner, platform: 'linux', arch: 'x64', musl: false } as const,
}
await import('tar-stream')
// As the entry point of the action does.
await import('../../src/world/log.ts')

const before = process.resourceUsage().maxRSS
const began = performance.now()
console.log('started')
const installed = await installClaude({ version, path: undefined, registryUrl, cache: true }, target)
const ms = performance.now() - began
console.log(JSON.stringify({ ...installed, ms, before, after: process.resourceUsage().maxRSS }))
