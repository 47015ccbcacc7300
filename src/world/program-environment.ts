import { realpathSync } from 'node:fs'
import { basename, delimiter, dirname, isAbsolute, join, resolve, sep } from 'node:path'

import type { Environment } from '../ports/machine.ts'
import { attempt } from './attempt.ts'

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
      if (COMMANDS.test(known) && namesPath(value, isOutside)) return [name, undefined]
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
const LISTS = [
  'PATH LD_LIBRARY_PATH DYLD_LIBRARY_PATH DYLD_FRAMEWORK_PATH DYLD_FALLBACK_LIBRARY_PATH GCONV_PATH',
  'NODE_PATH PYTHONPATH PERL5LIB PERLLIB RUBYLIB GEM_PATH CLASSPATH XDG_CONFIG_DIRS',
].flatMap((names) => names.split(' '))

/** Files and folders that a program loads code or configuration from when it starts. */
const LOADERS = [
  'BASH_ENV ENV ZDOTDIR LD_PRELOAD LD_AUDIT DYLD_INSERT_LIBRARIES XDG_CONFIG_HOME CURL_HOME',
  'PYTHONSTARTUP PYTHONHOME PYTHONUSERBASE PYTHONPYCACHEPREFIX PYTHONEXECUTABLE GEM_HOME BUNDLE_GEMFILE',
  'GIT_EXEC_PATH GIT_DIR GIT_COMMON_DIR GIT_CONFIG GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_TEMPLATE_DIR',
  'OPENSSL_CONF OPENSSL_MODULES OPENSSL_ENGINES NODE_REPL_EXTERNAL_MODULE DOTNET_STARTUP_HOOKS JAVA_HOME',
].flatMap((names) => names.split(' '))

/** Options and command lines that name such files, or programs; functions of bash among them. */
const COMMANDS =
  /^(?:PERL5OPT|PERL5DB|RUBYOPT|(?:JAVA_TOOL|JDK_JAVA|_JAVA|NODE)_OPTIONS|LUA_INIT|(?:GIT|SSH)_ASKPASS|GIT_(?:SSH|SSH_COMMAND|PROXY_COMMAND|EXTERNAL_DIFF|PAGER|EDITOR|CONFIG_PARAMETERS|CONFIG_VALUE_\d+)|NPM_CONFIG_\w+|BASH_FUNC_.*|PS4|PROMPT_COMMAND|PAGER|AWS_PAGER)$/

/** Whether a path of the workspace is in a command line, behind an option or not; other relative paths than `./x` are not seen. */
function namesPath(line: string, isOutside: (path: string) => boolean): boolean {
  const words = line.split(/[\s:;,="'`()|&<>{}@]+/).map((word) => word.replace(/^-{1,2}[A-Za-z]+(?=[./])/, ''))
  return words.some((word) => (isAbsolute(word) ? !isOutside(word) : /^\.{1,2}(?:\/|$)/.test(word)))
}

/** Whether one of Node's options loads something that is not known to be outside. */
function namesFile(options: string, isOutside: (path: string) => boolean): boolean {
  const values = options.split(/\s+/).flatMap((word, index, words) => {
    const [, name, value] = /^(-r|--(?:require|import|loader|experimental-loader))(?:=(.*))?$/.exec(word) ?? []
    return name === undefined ? [] : [value ?? words[index + 1] ?? '']
  })
  return values.some((value) => !isOutside(value.replace(/^file:\/\//, '')))
}

/** With links resolved as far as it exists: the agent may make the rest. */
function real(path: string): string {
  const found = attempt(() => realpathSync.native(path))
  if (found !== undefined) return found
  const whole = resolve(path)
  return dirname(whole) === whole ? whole : join(real(dirname(whole)), basename(whole))
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}${sep}`)
