import { realpathSync } from 'node:fs'
import { delimiter, isAbsolute, resolve, sep } from 'node:path'

import type { Environment } from '../ports/machine.ts'

/**
 * The environment for programs that the action itself runs: nothing in it makes them load what lies in the workspace, which
 * the agent writes while some of them run.
 */
export function programEnvironment(env: Environment, workspace: string): Environment {
  const top = real(workspace)
  const isOutside = (path: string) => isAbsolute(path) && !isWithin(real(path), top)
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => {
      const known = name.toUpperCase()
      if (value === undefined) return [name, value]
      if (LISTS.includes(known)) return [name, value.split(delimiter).filter(isOutside).join(delimiter)]
      if (LOADERS.includes(known) && !isOutside(value)) return [name, undefined]
      return [name, known === 'NODE_OPTIONS' && namesFile(value, isOutside) ? undefined : value]
    }),
  )
}

/** Makes the environment of this process that of programs of its own; returns what it was before. */
export function useProgramEnvironment(env: NodeJS.ProcessEnv): Environment {
  const before = { ...env }
  for (const [name, value] of Object.entries(programEnvironment(before, before.GITHUB_WORKSPACE || process.cwd()))) {
    if (value === undefined) Reflect.deleteProperty(env, name)
    else env[name] = value
  }
  return before
}

/** Folders that programs and libraries are looked for in. */
const LISTS = ['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'NODE_PATH', 'PYTHONPATH', 'PERL5LIB', 'RUBYLIB']

/** Files that a program loads when it starts. */
const LOADERS = ['BASH_ENV', 'ENV', 'LD_PRELOAD', 'LD_AUDIT', 'DYLD_INSERT_LIBRARIES', 'PYTHONSTARTUP']

/** Whether one of Node's options loads something that is not known to be outside. */
function namesFile(options: string, isOutside: (path: string) => boolean): boolean {
  const values = options.split(/\s+/).flatMap((word, index, words) => {
    const [, name, value] = /^(-r|--(?:require|import|loader|experimental-loader))(?:=(.*))?$/.exec(word) ?? []
    return name === undefined ? [] : [value ?? words[index + 1] ?? '']
  })
  return values.some((value) => !isOutside(value.replace(/^file:\/\//, '')))
}

function real(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return resolve(path)
  }
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}${sep}`)
