import { dirname, isAbsolute, join, normalize, resolve } from 'node:path'

import type { IdentitySettings } from '../inputs/settings.ts'
import type { Runner } from '../ports/github.ts'
import type { Environment, Files } from '../ports/machine.ts'

type ReadFiles = Pick<Files, 'kind' | 'read' | 'realPath'>

/**
 * What signs in again while the agent works (`by`: an input, a variable, or a setting of a profile), and the path in the workspace
 * that it uses. The agent could replace these, and would then run as the action does: with its tokens, outside the sandbox. What a
 * command names is found as the shell would name it; a path that it computes is not.
 */
export async function workspaceUses(
  { authRefresh, credentialExport, source }: IdentitySettings,
  env: Environment,
  { files, runner }: { readonly files: ReadFiles; readonly runner: Pick<Runner, 'workspace' | 'temp'> },
): Promise<readonly { by: string; path: string }[]> {
  const real = (await files.realPath(runner.workspace)) ?? runner.workspace
  const place: Place = { workspace: real, names: [real, runner.workspace], temp: runner.temp, env, files }
  const commands: { by: string; line: string }[] = []
  if (authRefresh !== undefined) commands.push({ by: 'aws-auth-refresh', line: authRefresh })
  if (credentialExport !== undefined) commands.push({ by: 'aws-credential-export', line: credentialExport })
  const usesFiles = ['profile', 'default-chain', 'role-chaining'].includes(source.kind)
  const uses: { by: string; path: string }[] = []
  const addPath = async (by: string, path: string | undefined) => {
    if (path && (await isInWorkspace(expandedLine(path, env), place))) uses.push({ by, path })
  }
  // A command of the user is mostly the AWS CLI, which reads the same files.
  if (usesFiles || commands.length > 0) {
    for (const name of FILES) await addPath(name, env[name])
    const home = env.HOME ?? ''
    for (const path of [
      env.AWS_CONFIG_FILE || join(home, '.aws/config'),
      env.AWS_SHARED_CREDENTIALS_FILE || join(home, '.aws/credentials'),
    ])
      for (const { by, value } of settingsIn((await files.read(path).catch(() => undefined)) ?? ''))
        if (by === 'credential_process') commands.push({ by, line: value })
        else if (/^[~/$]/.test(value)) await addPath(by, value)
  }
  for (const { by, line } of commands) {
    const path = await workspacePathIn(line, place)
    if (path !== undefined) uses.push({ by, path })
  }
  return uses
}

interface Place {
  /** With links resolved. */
  readonly workspace: string
  /** All that it is called. */
  readonly names: readonly string[]
  readonly temp: string
  readonly env: Environment
  readonly files: ReadFiles
}

/** Files that the AWS SDK and CLI read again, some of which name programs (https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html). */
const FILES = [
  ...['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_WEB_IDENTITY_TOKEN_FILE'],
  ...['AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE', 'AWS_CA_BUNDLE', 'AWS_DATA_PATH', 'HOME'],
]

const settingsIn = (text: string) =>
  [...text.matchAll(/^\s*(\w+)\s*=\s*(.+?)\s*$/gm)].map(([, by = '', value = '']) => ({ by, value }))

/** A folder that a line names may be where it goes, so that what follows is meant there. */
const MOST_FOLDERS = 50

/** The first word of a command line that names something in the workspace, by whatever path. */
async function workspacePathIn(line: string, place: Place): Promise<string | undefined> {
  if (/\$(?:\{|env:)?GITHUB_WORKSPACE\b/.test(line)) return '$GITHUB_WORKSPACE'
  const expanded = expandedLine(line, place.env)
  if (place.names.some((name) => expanded.includes(name))) return place.workspace
  for (const words of wordsOf(expanded)) {
    const folders = [place.temp]
    for (const [index, word] of words.entries()) {
      if (word.startsWith('-') || (index === 0 && !word.includes('/'))) continue
      // Relative paths were meant in the workspace, where these commands once ran.
      if (!isAbsolute(word) && (await place.files.kind(join(place.workspace, word))) === 'file') return word
      for (const path of isAbsolute(word) ? [word] : folders.map((folder) => `${folder}/${word}`)) {
        if (await isInWorkspace(path, place)) return word
        const isFolder = folders.length < MOST_FOLDERS && (await place.files.kind(path)) === 'directory'
        if (isFolder && !folders.includes(path)) folders.push(path)
      }
    }
  }
  return undefined
}

async function isInWorkspace(path: string, { workspace, files }: Place): Promise<boolean> {
  if (!isAbsolute(path)) return (await files.kind(join(workspace, path))) === 'file'
  const reals = await Promise.all([path, normalize(path)].map((one) => realOf(one, files)))
  return reals.some((real) => real === workspace || real.startsWith(`${workspace}/`) || matches(real, workspace))
}

/** With links resolved as far as the path exists. */
async function realOf(path: string, files: ReadFiles): Promise<string> {
  const real = await files.realPath(path)
  if (real !== undefined || dirname(path) === path) return real ?? path
  return resolve(await realOf(dirname(path), files), path.slice(dirname(path).length).replaceAll('/', '') || '.')
}

/** Whether a path with wildcards of the shell can lead to the folder, or into it. */
function matches(path: string, folder: string): boolean {
  if (!/[*?[{]/.test(path)) return false
  const patterns = path.split('/')
  const names = folder.split('/')
  return names.every((name, at) => patterns[at] !== undefined && isLike(name, patterns[at]))
}

function isLike(name: string, pattern: string): boolean {
  const form = pattern
    .replaceAll(/[.+^$()|\\]/g, '\\$&')
    .replaceAll(/\*+|\[[^\]]*\]|\{[^}]*\}/g, '.*')
    .replaceAll(/[[\]{}]/g, '.')
    .replaceAll('?', '.')
  return new RegExp(`^${form}$`).test(name)
}

/** A command line with `~`, `$NAME`, `${NAME}` and PowerShell's `$env:NAME` replaced; a variable that is not set is its default, or empty. */
function expandedLine(line: string, env: Environment): string {
  const home = env.HOME ?? ''
  return line
    .replaceAll(
      /\$\{env:(\w+)\}|\$env:(\w+)/gi,
      (_, inBraces?: string, bare?: string) => env[inBraces ?? bare ?? ''] ?? '',
    )
    .replaceAll(/\$\{(\w+)(?::?[-=+]([^}]*))?[^}]*\}/g, (_, name: string, other?: string) => env[name] || (other ?? ''))
    .replaceAll(/\$(\w+)/g, (_, name: string) => env[name] ?? '')
    .replaceAll(/(^|[\s'"`=:;|&<>()])~(?=[/\s'"`:;|&<>()]|$)/g, (_, before: string) => `${before}${home}`)
}

/** The words of a line, in two ways: split at quotes too, as in a script that is an argument, and with quotes taken off. */
const wordsOf = (line: string): readonly (readonly string[])[] => [
  split(line, /[\s'"`;|&<>(){}=,:]+/),
  split(line.replaceAll(/['"\\]/g, ''), /[\s`;|&<>()=]+/),
]

const split = (line: string, separators: RegExp) => line.split(separators).filter(Boolean)
