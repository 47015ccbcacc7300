// The page's script and style, bundled from viewer/ into build/viewer.js, which src imports as `#viewer` (package.json). It is made
// before each build, before the tests and before the benchmarks, and not committed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '..')
const target = join(root, 'build', 'viewer.js')

/** Makes build/viewer.js where it is not what viewer/ makes; resolves with the names of the packages that are in it. */
export async function buildViewer(): Promise<readonly string[]> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { script: 'viewer/main.ts', style: 'viewer/style.css' },
    outdir: 'build',
    tsconfig: 'viewer/tsconfig.json',
    ...{
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2023',
      write: false,
      metafile: true,
      legalComments: 'none',
    },
  })
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? ''
  // Written in strings and expressions only, where the escape means the same.
  const [script, style] = [textOf('.js').replaceAll('<!--', String.raw`\x3c!--`), textOf('.css')]
  if (/<\/(?:script|style)|<!--/i.test(script + style))
    throw new Error('The viewer would end its own element in the page.')
  const lines = [
    `export const VIEWER_STYLE = ${JSON.stringify(style)}`,
    `export const VIEWER_SCRIPT = ${JSON.stringify(script)}`,
    `export const VIEWER_HASHES = ${JSON.stringify({ style: hash(style), script: hash(script) })}`,
  ]
  writeWhole(`${lines.join('\n')}\n`)
  const packages = Object.keys(metafile.inputs).flatMap(
    (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  )
  return [...new Set(packages)].sort()
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** Others may read it at this moment. */
function writeWhole(text: string): void {
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return
  mkdirSync(join(root, 'build'), { recursive: true })
  const unfinished = `${target}.${process.pid}`
  writeFileSync(unfinished, text)
  renameSync(unfinished, target)
}
