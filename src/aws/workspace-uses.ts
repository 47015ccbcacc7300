import { isAbsolute, join } from 'node:path'

import type { IdentitySettings } from '../inputs/settings.ts'
import type { Runner } from '../ports/github.ts'
import type { Environment, Files } from '../ports/machine.ts'

/** Something that signs in again while the agent works, and what of the workspace, which the agent writes, it uses. */
export interface WorkspaceUse {
  /** An input, a variable, or a setting of a profile. */
  readonly by: string
  readonly path: string
}

/** What of the world it takes to find them. */
export interface WorkspaceUseWorld {
  readonly files: Pick<Files, 'kind' | 'read' | 'realPath'>
  readonly runner: Pick<Runner, 'workspace'>
}

/** The agent could replace these, and would then run as the action does: with its tokens, outside the sandbox. */
export async function workspaceUses(
  { authRefresh, credentialExport, source }: IdentitySettings,
  env: Environment,
  { files, runner }: WorkspaceUseWorld,
): Promise<readonly WorkspaceUse[]> {
  const place: Place = { workspace: (await files.realPath(runner.workspace)) ?? runner.workspace, files }
  const commands: { by: string; line: string | undefined }[] = [
    { by: 'aws-auth-refresh', line: authRefresh },
    { by: 'aws-credential-export', line: credentialExport },
  ]
  const usesFiles = source.kind === 'profile' || source.kind === 'default-chain' || source.kind === 'role-chaining'
  const uses: WorkspaceUse[] = []
  if (usesFiles) {
    for (const name of FILES) {
      const path = env[name]
      if (path && (await isInWorkspace(path, place))) uses.push({ by: name, path })
    }
    const home = env.HOME ?? ''
    for (const path of [
      env.AWS_CONFIG_FILE || join(home, '.aws/config'),
      env.AWS_SHARED_CREDENTIALS_FILE || join(home, '.aws/credentials'),
    ])
      commands.push(...processesIn((await files.read(path).catch(() => undefined)) ?? ''))
  }
  for (const { by, line } of commands) {
    const path = line === undefined ? undefined : await workspacePathIn(line, place)
    if (path !== undefined) uses.push({ by, path })
  }
  return uses
}

interface Place {
  readonly workspace: string
  readonly files: WorkspaceUseWorld['files']
}

/** Files that the AWS SDK reads again, some of which name programs (https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html). */
const FILES = ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'HOME']

const processesIn = (text: string) =>
  [...text.matchAll(/^\s*credential_process\s*=\s*(.+)$/gm)].map(([, line]) => ({ by: 'credential_process', line }))

/** The first word of a command line that names something in the workspace, by whatever path. */
async function workspacePathIn(line: string, place: Place): Promise<string | undefined> {
  if (/\$\{?GITHUB_WORKSPACE\b/.test(line)) return '$GITHUB_WORKSPACE'
  if (line.includes(place.workspace)) return place.workspace
  const words = line.split(/[\s'"`;|&<>(){}=,]+/).filter(Boolean)
  for (const [index, word] of words.entries()) {
    const isPath = word.includes('/') || index > 0
    if (isPath && !word.startsWith('-') && (await isInWorkspace(word, place))) return word
  }
  return undefined
}

/** A relative path was one of the workspace, where these commands once ran. */
async function isInWorkspace(path: string, { workspace, files }: Place): Promise<boolean> {
  if (!isAbsolute(path)) return (await files.kind(join(workspace, path))) === 'file'
  const real = (await files.realPath(path)) ?? path
  return real === workspace || real.startsWith(`${workspace}/`)
}
