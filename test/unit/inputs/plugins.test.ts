import { join } from 'node:path'

import { expect, test } from '@jest/globals'

import { ENOUGH, failureOf, parse, workspaceWith } from './given.ts'

const COMMIT = '0b0e7a435d1c4c6e9a392f8f5c1d7e10a1b2c3d4'
const with_ = (marketplaces: string, plugins = 'greeter@octo') => ({
  ...ENOUGH,
  plugins,
  'plugin-marketplaces': marketplaces,
})

test('plugins and marketplaces are read, one a line or by commas, with comments', async () => {
  const marketplaces = `octo-org/plugins#${COMMIT} # ours\nhttps://git.example.com/a/b.git#${COMMIT}`
  const { settings, warnings } = await parse(with_(marketplaces, 'greeter@octo, linter@octo\n# none\nx.y@b'))
  expect(settings.agent.plugins).toEqual({
    plugins: ['greeter@octo', 'linter@octo', 'x.y@b'],
    marketplaces: [`https://github.com/octo-org/plugins.git#${COMMIT}`, `https://git.example.com/a/b.git#${COMMIT}`],
  })
  expect(warnings).toEqual([])
})

test.each([
  ['no ref', 'octo-org/plugins', 'https://github.com/octo-org/plugins.git'],
  ['a branch', 'octo-org/plugins#main', 'https://github.com/octo-org/plugins.git#main'],
  ['part of a commit', 'octo-org/plugins#0b0e7a4', 'https://github.com/octo-org/plugins.git#0b0e7a4'],
])('a marketplace with %s is taken with a warning', async (_name, entry, source) => {
  const { settings, warnings } = await parse(with_(entry))
  expect(settings.agent.plugins.marketplaces).toEqual([source])
  expect(warnings).toEqual([expect.stringContaining(`${entry} is not pinned to a commit`)])
})

test('a folder of a checkout that may configure the agent is a marketplace', async () => {
  const workspace = workspaceWith({ 'market/x': '' })
  const { settings } = await parse(with_('./market'), { workspace })
  expect(settings.agent.plugins.marketplaces).toEqual([join(workspace, 'market')])
})

test('a folder of another checkout is not', async () => {
  const failure = await failureOf({ ...with_('./market'), 'trust-project-config': 'false' })
  expect(failure).toMatchObject({ code: 'input-invalid' })
  expect(failure.message).toContain('may not configure the agent')
})

test.each([
  ['a folder above the checkout', with_('./../market'), 'must be a folder below working-directory'],
  ['a token in the address', with_('https://x:ghp_secret@github.com/a/b.git'), 'must be owner/repository#<commit>'],
  ['a flag', with_('--scope=project'), 'must be owner/repository#<commit>'],
  ['an ssh address', with_('git@github.com:a/b.git'), 'must be owner/repository#<commit>'],
  ['a file of the machine', with_('/etc/market'), 'must be owner/repository#<commit>'],
  ['a ref that is a flag', with_('a/b#--upload-pack=x'), 'must be owner/repository#<commit>'],
  ['a plugin without its marketplace', with_('a/b', 'greeter'), 'must be plugin@marketplace'],
  ['a plugin that is a flag', with_('a/b', '--yes'), 'must be plugin@marketplace'],
  ['plugins alone', with_(''), 'needs plugin-marketplaces'],
  ['marketplaces alone', with_('a/b', ''), 'needs plugins'],
])('%s is refused', async (_name, raw, words) => {
  const failure = await failureOf(raw)
  expect(failure).toMatchObject({ code: 'input-invalid' })
  expect(failure.message).toContain(words)
})
