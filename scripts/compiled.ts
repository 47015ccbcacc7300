// A script as the product is: a process that reads TypeScript compiles the compiler for it while it works, which takes 4 % of an install.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from '../test/support/runner.ts'

const PLACE = join(root, 'node_modules/.cache/bench-compiled')

/** Compiles a TypeScript file of the project, a path from its root without the ending, and all that it imports; the path of what to run. */
export function compiled(name: string): string {
  rmSync(PLACE, { recursive: true, force: true })
  mkdirSync(PLACE, { recursive: true })
  const compilerOptions = { rootDir: root, outDir: PLACE }
  const config = { extends: join(root, 'tsconfig.build.json'), compilerOptions, include: [join(root, `${name}.ts`)] }
  writeFileSync(join(PLACE, 'tsconfig.json'), JSON.stringify(config))
  writeFileSync(join(PLACE, 'package.json'), JSON.stringify({ type: 'module' }))
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', PLACE], { stdio: 'inherit' })
  // Where the sources have it too: one package is imported by its path.
  symlinkSync(join(root, 'node_modules'), join(PLACE, 'node_modules'))
  return join(PLACE, `${name}.js`)
}
