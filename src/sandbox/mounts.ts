import { basename, dirname, join, relative } from 'node:path'

import { jobToolFolder } from '../ports/install.ts'
import type { Relay, SandboxHost, Sandboxes } from '../ports/sandbox.ts'

/** How a path is seen in the sandbox; the kinds are those of the script. */
export interface Mount {
  readonly kind: 'rw' | 'ro' | 'tmp' | 'cover' | 'empty' | 'refused' | 'over'
  readonly path: string
}

/** What the sandbox has to know of the run; paths are absolute. */
export interface RunFolders {
  /** Claude Code's own state, which the agent writes. */
  readonly claudeConfig: string
  /** Claude Code, where the user has put it; undefined when it is installed. */
  readonly executable: string | undefined
  /** The ways out of its network; undefined where it has the network of the job. */
  readonly network?: SandboxNetwork | undefined
}

/** A network of the sandbox's own, which only relays lead out of. */
export interface SandboxNetwork {
  /** The folder of the sockets that they lead to. */
  readonly folder: string
  readonly relays: readonly Relay[]
}

/** The mounts of a sandbox, a folder before what lies in it. */
export function mountsFor(host: SandboxHost, folders: RunFolders, look: Sandboxes['look']): readonly Mount[] {
  const { home, workspace, temp } = host
  const mounts = new Map<string, Mount['kind']>()
  const put = (kind: Mount['kind'], path: string | undefined) => {
    if (path !== undefined && path !== '/') mounts.set(path, kind)
  }
  const root = runnerRoot(host.node)
  put('over', home)
  for (const name of home === undefined ? [] : SECRETS) {
    // A link is covered where it leads to; what it leads to may be anywhere.
    const secret = look(join(home ?? '', name))
    put(secret?.kind === 'directory' ? 'tmp' : 'empty', secret?.path)
  }
  put('cover', root)
  put('cover', workFolder(temp))
  put('tmp', temp)
  put('rw', workspace)
  put('rw', look(folders.claudeConfig)?.path)
  const node = root === undefined ? dirname(host.node) : join(root, 'externals')
  const programs = [node, join(workFolder(temp), '_actions'), host.toolCache, jobToolFolder(temp)]
  for (const path of [...programs, folders.executable, host.event, ...actionFolders(host)]) {
    const found = path === undefined ? undefined : look(path)
    if (found === undefined) continue
    // The folders above could be renamed, and others put in their place.
    for (const parent of foldersBetween(workspace, found.path)) put('rw', parent)
    put('ro', found.path)
  }
  for (const program of REFUSED) put('refused', look(program)?.path)
  if (host.resolvers !== undefined && isPrivate(host.resolvers)) put('ro', host.resolvers)
  const isReadOnlyAnyway = (path: string) => !isPrivate(path) && ![...mounts.keys()].some((one) => isBelow(path, one))
  const all = [...mounts]
    .map(([path, kind]): Mount => ({ kind, path }))
    .filter(({ kind, path }) => kind !== 'ro' || !isReadOnlyAnyway(path))
  const sockets = host.sockets.filter((path) => isInSight(path, all)).map((path): Mount => ({ kind: 'empty', path }))
  return [...all, ...sockets].sort((a, b) => depthOf(a.path) - depthOf(b.path) || (a.path < b.path ? -1 : 1))
}

/** A mount as the script takes it. */
export const describeMount = ({ kind, path }: Mount) => `${kind}:${path}`

/** They cannot work without privileges, or without the sockets of their daemons. */
const REFUSED = ['/usr/bin/sudo', '/usr/bin/docker', '/usr/local/bin/docker']

/**
 * Where programs keep credentials in a home folder. Files without which packages cannot be installed stay: `.npmrc`, `pip.conf`,
 * `NuGet.Config`, `gradle.properties`, `.bundle/config`, `.terraformrc`.
 */
const SECRETS = [
  '.aws .azure .config/gcloud .config/gh .config/op .config/containers .config/git/credentials .docker .gnupg .kube .ssh',
  '.netrc .git-credentials .pypirc .vault-token .cargo/credentials .cargo/credentials.toml .gem/credentials',
  '.pgpass .my.cnf .mylogin.cnf .boto .s3cfg .databrickscfg .oci .pulumi/credentials.json .composer/auth.json .snowflake .kaggle',
  '.config/rclone .config/hub .config/glab-cli .config/doctl .config/scw .config/sops/age .config/helm/registry .config/composer/auth.json',
  '.snowsql/config .dbt/profiles.yml .huggingface/token .cache/huggingface/token .cloudflared .fly/config.yml .config/netlify',
  '.terraform.d/credentials.tfrc.json .m2/settings.xml .m2/settings-security.xml .claude .claude.json',
].flatMap((line) => line.split(' '))

/** The runner keeps its own credentials in the folder above `externals`; undefined where Node is not the runner's. */
function runnerRoot(node: string): string | undefined {
  const parts = node.split('/')
  const at = parts.lastIndexOf('externals')
  return at > 1 ? parts.slice(0, at).join('/') : undefined
}

/** The runner's work folder, which holds `_temp`, `_actions` and the files with which a step talks to it. */
const workFolder = (temp: string) => (basename(temp) === '_temp' && dirname(temp) !== '/' ? dirname(temp) : temp)

/** What the post step runs, wherever it lies; not all of a workspace that is itself the action. */
function actionFolders({ actionScript, workspace }: SandboxHost): readonly string[] {
  const dist = dirname(actionScript)
  const action = dirname(dist)
  return isBelow(workspace, action) || action === workspace ? [dist, join(action, 'action.yml')] : [action]
}

/** Folders from below `top` down to above `path`; none when `path` is elsewhere. */
function foldersBetween(top: string, path: string): readonly string[] {
  if (!isBelow(path, top)) return []
  const names = relative(top, dirname(path)).split('/').filter(Boolean)
  return names.map((_, index) => join(top, ...names.slice(0, index + 1)))
}

/** A socket is out of sight in an empty folder, and cannot be connected to through an overlay. */
function isInSight(path: string, mounts: readonly Mount[]): boolean {
  if (isPrivate(path)) return false
  const [nearest] = mounts
    .filter((mount) => isBelow(path, mount.path))
    .sort((a, b) => depthOf(b.path) - depthOf(a.path))
  return nearest === undefined || nearest.kind === 'rw' || nearest.kind === 'ro'
}

const isPrivate = (path: string) => PRIVATE.some((folder) => isBelow(path, folder))

/** The script makes these empty in any case. */
const PRIVATE = ['/tmp', '/var/tmp', '/run', '/dev', '/proc']

const isBelow = (path: string, folder: string) => path.startsWith(`${folder}/`)

const depthOf = (path: string) => path.split('/').length
