// `npm run build`: src -> lib (tsc) -> dist (ncc). ncc cannot compile TypeScript itself here, and does not empty its output folder.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const out = process.argv[2] === undefined ? join(root, 'dist') : resolve(process.argv[2])
const lib = join(root, 'lib')
const node = (script: string, ...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' })

rmSync(lib, { recursive: true, force: true })
rmSync(out, { recursive: true, force: true })
node('typescript/bin/tsc', '-p', 'tsconfig.build.json')
node('@vercel/ncc/dist/ncc/cli.js', 'build', join(lib, 'index.js'), '-o', out, '--license', 'licenses.txt', '-q')

// The post step runs the same bundle; src/index.ts looks at the name it was started by.
writeFileSync(join(out, 'post.js'), "import './index.js'\n")

for (const name of readdirSync(out)) {
  if (!name.endsWith('.js')) continue
  const text = readFileSync(join(out, name), 'utf8')
  if (text.includes('webpackMissingModule')) throw new Error(`${name}: a module could not be bundled`)
}
