import { describe, expect, test } from '@jest/globals'

import type { PathKind, SandboxHost } from '../../../src/ports/sandbox.ts'
import { describeMount, mountsFor } from '../../../src/sandbox/mounts.ts'

const WORK = '/home/runner/work'
const TEMP = `${WORK}/_temp`
const CONFIG = `${TEMP}/claude-code-bedrock-1/claude`
const HOSTED: SandboxHost = {
  ...{ uid: 1001, gid: 1001, home: '/home/runner', workspace: `${WORK}/r/r`, workspaceOwner: 1001, temp: TEMP },
  ...{ toolCache: '/opt/hostedtoolcache', node: '/home/runner/actions-runner/externals/node24/bin/node' },
  ...{ actionScript: `${WORK}/_actions/o/a/v0/dist/index.js`, event: `${TEMP}/_github_workflow/event.json` },
  ...{ resolvers: undefined, sockets: [], bash: '/usr/bin/bash', sudo: '/usr/bin/sudo' },
}

interface Given extends Partial<SandboxHost> {
  readonly executable?: string
  /** What else is there, by path; links as `-> target`. */
  readonly there?: Readonly<Record<string, PathKind | `-> ${string}`>>
}

function mounts({ executable, there = {}, ...host }: Given = {}): readonly string[] {
  const kinds: Record<string, PathKind | `-> ${string}`> = {
    ...{ [`${WORK}/_actions`]: 'directory', [`${WORK}/_actions/o/a/v0`]: 'directory', [CONFIG]: 'directory' },
    ...{ '/opt/hostedtoolcache': 'directory', '/home/runner/actions-runner/externals': 'directory' },
    ...{ [`${TEMP}/_github_workflow/event.json`]: 'file', [`${TEMP}/claude-code-bedrock-tools`]: 'directory' },
    ...there,
  }
  const look = (path: string): { path: string; kind: PathKind } | undefined => {
    const kind = kinds[path]
    if (kind?.startsWith('-> ')) return look(kind.slice(3))
    return kind === undefined ? undefined : { path, kind: kind as PathKind }
  }
  return mountsFor({ ...HOSTED, ...host }, { claudeConfig: CONFIG, executable }, look).map(describeMount)
}

describe('a hosted runner', () => {
  test('has these mounts, each after the folders that it lies in', () => {
    expect(mounts()).toEqual([
      'over:/home/runner',
      'cover:/home/runner/actions-runner',
      `cover:${WORK}`,
      'ro:/home/runner/actions-runner/externals',
      `ro:${WORK}/_actions`,
      `tmp:${TEMP}`,
      `ro:${TEMP}/claude-code-bedrock-tools`,
      `rw:${WORK}/r/r`,
      `ro:${TEMP}/_github_workflow/event.json`,
      `rw:${CONFIG}`,
      `ro:${WORK}/_actions/o/a/v0`,
    ])
  })

  test.each([
    ['.aws', 'directory', 'tmp'],
    ['.config/rclone', 'directory', 'tmp'],
    ['.pgpass', 'file', 'empty'],
    ['.my.cnf', 'file', 'empty'],
    ['.pulumi/credentials.json', 'file', 'empty'],
    ['.fly/config.yml', 'file', 'empty'],
  ] as const)('has credentials of the home folder covered: %s', (name, kind, cover) => {
    expect(mounts({ there: { [`/home/runner/${name}`]: kind } })).toContain(`${cover}:/home/runner/${name}`)
  })

  test.each(['.npmrc', '.config/pip/pip.conf', '.gradle/gradle.properties'])(
    'leaves what packages are installed by: %s',
    (name) => {
      const there = { [`/home/runner/${name}`]: 'file' } as const
      expect(mounts({ there })).toEqual(mounts())
    },
  )

  test('needs no mount for what is read-only anyway', () => {
    expect(mounts()).not.toContain('ro:/opt/hostedtoolcache')
    expect(mounts({ toolCache: `${WORK}/_tool`, there: { [`${WORK}/_tool`]: 'directory' } })).toContain(
      `ro:${WORK}/_tool`,
    )
  })

  test('keeps the resolvers that systemd writes below /run', () => {
    const resolvers = '/run/systemd/resolve/stub-resolv.conf'
    expect(mounts({ resolvers })).toContain(`ro:${resolvers}`)
    expect(mounts({ resolvers: '/etc/resolv.conf' })).not.toContain('ro:/etc/resolv.conf')
  })
})

describe('a home folder', () => {
  test('has its secrets covered: folders are empty, files too', () => {
    const there = { '/home/runner/.aws': 'directory', '/home/runner/.netrc': 'file' } as const
    expect(mounts({ there })).toEqual(expect.arrayContaining(['tmp:/home/runner/.aws', 'empty:/home/runner/.netrc']))
  })

  test('has a link to secrets covered where it leads', () => {
    const there = { '/home/runner/.aws': '-> /data/aws', '/data/aws': 'directory' } as const
    expect(mounts({ there })).toContain('tmp:/data/aws')
  })

  test('that is not there is left out; one that is the workspace is writable', () => {
    expect(mounts({ home: undefined }).filter((mount) => mount.startsWith('over:'))).toEqual([])
    const same = mounts({ home: `${WORK}/r/r` })
    expect(same).toContain(`rw:${WORK}/r/r`)
    expect(same).not.toContain(`over:${WORK}/r/r`)
  })
})

test('sudo and docker say why they do not work, where their links lead', () => {
  const there = {
    '/usr/bin/sudo': '-> /usr/lib/sudo-rs',
    '/usr/lib/sudo-rs': 'file',
    '/usr/bin/docker': 'file',
  } as const
  expect(mounts({ there })).toEqual(expect.arrayContaining(['refused:/usr/lib/sudo-rs', 'refused:/usr/bin/docker']))
  expect(mounts().filter((mount) => mount.startsWith('refused:'))).toEqual([])
})

describe('an action in the workspace', () => {
  test('is read-only, and so are the names of all folders above it', () => {
    const action = `${WORK}/r/r/.github/actions/claude`
    const there = { [action]: 'directory' } as const
    const lines = mounts({ actionScript: `${action}/dist/index.js`, there }).filter((mount) => mount.includes('/r/r'))
    expect(lines).toEqual([
      `rw:${WORK}/r/r`,
      `rw:${WORK}/r/r/.github`,
      `rw:${WORK}/r/r/.github/actions`,
      `ro:${action}`,
    ])
  })

  test('that is the workspace itself leaves it writable but for what post runs', () => {
    const there = { [`${WORK}/r/r/dist`]: 'directory', [`${WORK}/r/r/action.yml`]: 'file' } as const
    const lines = mounts({ actionScript: `${WORK}/r/r/dist/index.js`, there }).filter((mount) => mount.includes('/r/r'))
    expect(lines).toEqual([`rw:${WORK}/r/r`, `ro:${WORK}/r/r/action.yml`, `ro:${WORK}/r/r/dist`])
  })
})

test('Claude Code in the workspace is read-only, where its links lead', () => {
  const executable = `${WORK}/r/r/node_modules/.bin/claude`
  const real = `${WORK}/r/r/node_modules/claude-code/claude`
  expect(mounts({ executable, there: { [executable]: `-> ${real}`, [real]: 'file' } })).toEqual(
    expect.arrayContaining([`rw:${WORK}/r/r/node_modules/claude-code`, `ro:${real}`]),
  )
})

describe('sockets', () => {
  test('in sight are covered: in read-only folders and in the workspace', () => {
    const sockets = ['/srv/daemon.sock', `${WORK}/r/r/db.sock`]
    expect(mounts({ sockets })).toEqual(expect.arrayContaining(sockets.map((path) => `empty:${path}`)))
  })

  test('out of sight are left alone: in private folders, below covers, in the home folder', () => {
    const sockets = ['/run/docker.sock', '/tmp/x.sock', `${TEMP}/x.sock`, '/home/runner/x.sock', `${WORK}/x.sock`]
    expect(mounts({ sockets })).toEqual(mounts())
  })
})

describe('a job container', () => {
  test('covers its work folder, whose parent is the root', () => {
    const lines = mounts({
      ...{ uid: 0, home: '/github/home', workspace: '/__w/r/r', temp: '/__w/_temp', toolCache: '/__t' },
      ...{ node: '/__e/node24/bin/node', actionScript: '/__w/_actions/o/a/v0/dist/index.js', event: undefined },
    })
    expect(lines).toEqual(['cover:/__w', 'tmp:/__w/_temp', 'over:/github/home', 'rw:/__w/r/r', `rw:${CONFIG}`])
  })
})

test('without the runner’s layout the temporary folder alone is covered', () => {
  const actionScript = '/opt/action/dist/index.js'
  const place = { temp: '/var/runner-temp', workspace: '/src', node: '/usr/bin/node', event: undefined, actionScript }
  expect(mounts(place)).toEqual(['rw:/src', 'over:/home/runner', 'tmp:/var/runner-temp', `rw:${CONFIG}`])
})
