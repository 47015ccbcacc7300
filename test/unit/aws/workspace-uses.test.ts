import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { workspaceUses } from '../../../src/aws/workspace-uses.ts'
import type { IdentitySettings } from '../../../src/inputs/settings.ts'
import { createFiles } from '../../../src/world/files.ts'

let folder: string
let workspace: string
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'uses-')))
  workspace = join(folder, 'repository')
  mkdirSync(join(workspace, 'scripts'), { recursive: true })
  for (const name of ['scripts/refresh.sh', 'refresh.py', 'aws']) writeFileSync(join(workspace, name), '')
  writeFileSync(join(folder, 'outside.sh'), '')
  symlinkSync(workspace, join(folder, 'link'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const settings = (more: Partial<IdentitySettings>): IdentitySettings => ({
  ...{ region: 'us-east-1', source: { kind: 'default-chain' }, allowedAccountIds: [] },
  ...more,
})
const usesOf = (more: Partial<IdentitySettings>, env: Record<string, string> = {}) =>
  workspaceUses(settings(more), { HOME: folder, ...env }, { files: createFiles(), runner: { workspace } })

describe('a refresh command', () => {
  test.each([
    ['an absolute path', () => `${workspace}/scripts/refresh.sh --now`],
    ['an absolute path through a link', () => `${folder}/link/scripts/refresh.sh`],
    ['a relative path', () => './scripts/refresh.sh'],
    ['a relative path without a dot', () => 'scripts/refresh.sh'],
    ['a file that is an argument', () => 'python3 refresh.py'],
    ['a quoted path behind a command', () => `set -e; bash -c "source 'scripts/refresh.sh'"`],
    ['the variable', () => 'cd "$GITHUB_WORKSPACE" && ./x'],
    ['the variable in braces', () => '${GITHUB_WORKSPACE}/x'],
    ['the workspace itself', () => `cd ${workspace}`],
  ])('that names the workspace by %s is found', async (_, line) => {
    for (const input of ['authRefresh', 'credentialExport'] as const)
      expect(await usesOf({ [input]: line() })).toEqual([
        { by: input === 'authRefresh' ? 'aws-auth-refresh' : 'aws-credential-export', path: expect.any(String) },
      ])
  })

  test.each([
    // The program, whatever the workspace has with that name: PATH has no folder of it.
    ['a program by its name', () => 'aws sso login --profile ci'],
    ['a path outside', () => `${folder}/outside.sh`],
    ['a path that is not there', () => './scripts/other.sh'],
    ['options', () => 'login --refresh.py=1 -refresh.py'],
    ['a folder whose name begins alike', () => `${folder}/repository-tools/x`.replace(workspace, folder)],
  ])('that names %s is not', async (_, line) => {
    expect(await usesOf({ authRefresh: line() })).toEqual([])
  })
})

describe('the AWS SDK’s own files', () => {
  test.each(['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'HOME'])(
    'in the workspace, by %s, are found',
    async (name) => {
      expect(await usesOf({}, { [name]: join(workspace, 'x') })).toEqual([{ by: name, path: join(workspace, 'x') }])
    },
  )

  test('that start a program of the workspace are found', async () => {
    const config = join(folder, 'config')
    writeFileSync(
      config,
      `[profile ci]\nregion = us-east-1\n  credential_process = ${workspace}/scripts/refresh.sh x\n`,
    )
    const source = { kind: 'profile', profile: 'ci' } as const
    expect(await usesOf({ source }, { AWS_CONFIG_FILE: config })).toEqual([
      { by: 'credential_process', path: workspace },
    ])
  })

  test('do not count for a run that signs in without them', async () => {
    const source = { kind: 'bedrock-api-key', key: 'k' } as const
    expect(await usesOf({ source }, { AWS_CONFIG_FILE: join(workspace, 'x') })).toEqual([])
  })
})
