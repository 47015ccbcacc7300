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
  mkdirSync(join(folder, 'temp'))
  symlinkSync(workspace, join(folder, 'link'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const settings = (more: Partial<IdentitySettings>): IdentitySettings => ({
  ...{ region: 'us-east-1', source: { kind: 'default-chain' }, allowedAccountIds: [] },
  ...more,
})
const usesOf = (more: Partial<IdentitySettings>, env: Record<string, string> = {}) =>
  workspaceUses(
    settings(more),
    { HOME: folder, RUNNER_WORKSPACE: folder, RUNNER_TEMP: join(folder, 'temp'), ...env },
    { files: createFiles(), runner: { workspace, temp: join(folder, 'temp') } },
  )

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
    ['the variable of PowerShell', () => '$env:GITHUB_WORKSPACE/x'],
    ['a tilde', () => 'sh ~/repository/refresh.sh'],
    ['a tilde behind an equals sign', () => 'FILE=~/repository/x; sh $FILE'],
    ['a variable', () => 'sh "$HOME/repository/x"'],
    ['a variable in braces', () => 'sh "${HOME}"/repository/x'],
    ['a variable of PowerShell', () => '& "$env:HOME/repository/x"'],
    ['a default', () => 'sh ${NOTHING:-$HOME}/repository/x'.replace('$HOME', folder)],
    ['a variable of the runner', () => '$RUNNER_WORKSPACE/repository/x'],
    ['dots', () => 'sh $RUNNER_TEMP/../repository/x'],
    ['dots and a folder that is not there', () => `sh ${folder}/nowhere/../repository/x`],
    ['dots from RUNNER_TEMP, where it runs', () => 'sh ../repository/x'],
    ['a folder it goes to', () => `cd ${folder} && sh repository/x`],
    ['folders it goes to in turn', () => `cd .. && cd ./repository && ./x`],
    ['a folder that is an option', () => `make -C ~ repository`],
    ['quotes within', () => `sh ${folder}/repo"sitory"/x`],
    ['a backslash within', () => `sh ${folder}/repo\\sitory/x`],
    ['wildcards', () => `sh ${folder}/rep*/x`],
    ['wildcards in a folder', () => 'cd .. ; sh r?pository/x'],
    ['braces', () => `sh ${folder}/repo{sitory,}/x`],
    ['a link and a file to be made', () => `sh ${folder}/link/new.sh`],
    ['an address of a file', () => `curl file://$HOME/repository/x`],
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
    ['a file of RUNNER_TEMP', () => 'sh "$RUNNER_TEMP/refresh.sh"'],
    ['a file of the home folder', () => 'sh ~/bin/refresh.sh; sh $HOME/x'],
    ['a folder it goes to, and nothing of the workspace', () => `cd ${folder} && sh outside.sh`],
    ['wildcards of another folder', () => `sh ${folder}/temp/*/x ${folder}/other*/x`],
    ['a folder whose name begins alike', () => `${folder}/repository-tools/x`.replace(workspace, folder)],
  ])('that names %s is not', async (_, line) => {
    expect(await usesOf({ authRefresh: line() })).toEqual([])
  })
})

describe('the AWS SDK’s own files', () => {
  test.each(['web_identity_token_file', 'ca_bundle', 'cli_legacy_plugin_path'])(
    'that name a file of the workspace are found: %s',
    async (by) => {
      const config = join(folder, 'config')
      for (const path of [join(workspace, 'x'), '~/repository/x']) {
        writeFileSync(config, `[profile ci]\n${by} = ${path}\nregion = us-east-1\n`)
        expect(await usesOf({}, { AWS_CONFIG_FILE: config })).toEqual([{ by, path }])
      }
    },
  )

  test('count for a command, which may be the AWS CLI', async () => {
    const source = { kind: 'bedrock-api-key', key: 'k' } as const
    expect(await usesOf({ source, authRefresh: 'aws sso login' }, { AWS_CONFIG_FILE: join(workspace, 'x') })).toEqual([
      { by: 'AWS_CONFIG_FILE', path: join(workspace, 'x') },
    ])
  })

  test.each(['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_CA_BUNDLE', 'HOME'])(
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
    writeFileSync(config, '[default]\ncredential_process = sh ~/repository/x\n')
    expect(await usesOf({ source }, { AWS_CONFIG_FILE: config })).toEqual([
      { by: 'credential_process', path: workspace },
    ])
  })

  test('do not count for a run that signs in without them', async () => {
    const source = { kind: 'bedrock-api-key', key: 'k' } as const
    expect(await usesOf({ source }, { AWS_CONFIG_FILE: join(workspace, 'x') })).toEqual([])
  })
})
