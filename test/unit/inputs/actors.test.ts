import { describe, expect, test } from '@jest/globals'

import { parseSettings } from '../../../src/inputs/parse-settings.ts'
import { ENOUGH, given } from './given.ts'

const actors = async (raw: Record<string, string>) =>
  (await parseSettings(given({ ...ENOUGH, ...raw }))).settings.actors

test('nobody and no token unless given', async () => {
  expect(await actors({})).toEqual({ allowActors: [], allowBots: [], token: '' })
  expect(await actors({ 'github-token': '' })).toMatchObject({ token: '' })
})

test('logins, by lines and commas, and the token', async () => {
  const raw = {
    'allow-actors': 'octocat, mona-lisa\nname_company',
    'allow-bots': 'renovate[bot]',
    'github-token': 'ghs_x',
  }
  expect(await actors(raw)).toEqual({
    allowActors: ['octocat', 'mona-lisa', 'name_company'],
    allowBots: ['renovate[bot]'],
    token: 'ghs_x',
  })
  expect(await actors({ 'allow-actors': '*' })).toMatchObject({ allowActors: ['*'] })
})

describe('refused', () => {
  test.each([
    ['allow-actors', 'renovate[bot]', 'names a bot'],
    ['allow-actors', 'octo cat', 'must be a login of GitHub'],
    ['allow-actors', '*x', 'must be a login of GitHub'],
    ['allow-bots', '*', 'must name each bot'],
    ['allow-bots', 'renovate', 'with its [bot]'],
    ['allow-bots', '*[bot]', 'with its [bot]'],
  ])('%s: %s', async (input, text, message) => {
    await expect(actors({ [input]: text })).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining(message),
    })
  })

  test('a token is never quoted', async () => {
    const raw = { 'allow-bots': '*', 'github-token': 'ghs_secret' }
    await expect(actors(raw)).rejects.toMatchObject({ message: expect.not.stringContaining('ghs_secret') })
  })
})
