// `npm run build`: viewer -> build (esbuild), src -> lib (tsc), both -> dist (ncc). ncc cannot compile TypeScript itself here, and does not empty its output folder.
import { execFileSync } from 'node:child_process'
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { buildViewer } from './viewer.ts'

const root = resolve(import.meta.dirname, '..')
const out = process.argv[2] === undefined ? join(root, 'dist') : resolve(process.argv[2])
const lib = join(root, 'lib')
const node = (script: string, ...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' })

rmSync(lib, { recursive: true, force: true })
rmSync(out, { recursive: true, force: true })
const inViewer = await buildViewer()
node('typescript/bin/tsc', '-p', 'tsconfig.build.json')
node('@vercel/ncc/dist/ncc/cli.js', 'build', join(lib, 'index.js'), '-o', out, '--license', 'licenses.txt', '-q')

// ncc sees what it bundles, not what is in the viewer already.
const licenses = join(out, 'licenses.txt')
const missing = inViewer.filter((name) => !readFileSync(licenses, 'utf8').includes(`${name}\n`))
for (const name of missing) appendFileSync(licenses, `\n${name}\n${licenseOf(name)}`)

// The post step runs the same bundle; src/index.ts looks at the name it was started by.
writeFileSync(join(out, 'post.js'), "import './index.js'\n")

for (const name of readdirSync(out)) {
  if (!name.endsWith('.js')) continue
  const text = readFileSync(join(out, name), 'utf8')
  if (text.includes('webpackMissingModule')) throw new Error(`${name}: a module could not be bundled`)
}

function licenseOf(name: string): string {
  const folder = join(root, 'node_modules', name)
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  if (file === undefined) throw new Error(`${name} has no license file`)
  return readFileSync(join(folder, file), 'utf8')
}
