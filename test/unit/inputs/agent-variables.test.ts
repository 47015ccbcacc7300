import { describe, expect, test } from '@jest/globals'

import { failureOf, fixOf, parse } from './given.ts'

const env = { TZ: 'UTC', NODE_ENV: 'test', GITHUB_TOKEN: 'x', _a1: '', GITHUB_REPOSITORY: 'o/r', MY_ACTIONS_X: '1' }
const variablesOf = async (environment: string) => (await parse({ environment }, { env })).settings.agent.environment

describe('environment', () => {
  test.each([
    ['NODE_ENV, TZ', ['NODE_ENV', 'TZ'], {}],
    ['TZ\r\n\n NODE_ENV \n', ['TZ', 'NODE_ENV'], {}],
    ['A=1', [], { A: '1' }],
    ['A=x, y=z # no comment', [], { A: 'x, y=z # no comment' }],
    ['A=\nTZ', ['TZ'], { A: '' }],
    ['  A= x ', [], { A: ' x ' }],
    ['URL=http://x/?a=b\nTZ, NODE_ENV', ['TZ', 'NODE_ENV'], { URL: 'http://x/?a=b' }],
    [
      'GITHUB_TOKEN, GITHUB_REPOSITORY, MY_ACTIONS_X, _a1',
      ['GITHUB_TOKEN', 'GITHUB_REPOSITORY', 'MY_ACTIONS_X', '_a1'],
      {},
    ],
  ])('%j', async (text, names, values) => {
    expect(await variablesOf(text)).toEqual({ names, values })
  })

  test.each([
    ['ACTIONS_RUNTIME_TOKEN', "it holds the addresses and tokens of the job's own services"],
    ['actions_id_token_request_url', "it holds the addresses and tokens of the job's own services"],
    ['INPUT_PROMPT', 'it holds the inputs and the state of this action'],
    ['STATE_run', 'it holds the inputs and the state of this action'],
    ['GITHUB_ENV', 'it names a file with which a command can change later steps'],
    ['GITHUB_PATH', 'it names a file'],
    ['GITHUB_OUTPUT', 'it names a file'],
    ['GITHUB_STATE', 'it names a file'],
    ['GITHUB_STEP_SUMMARY', 'it names a file'],
    ['AWS_REGION', 'it is set by the action itself, from its inputs'],
    ['AWS_ACCESS_KEY_ID', 'it is set by the action itself'],
    ['ANTHROPIC_BEDROCK_BASE_URL', 'it is set by the action itself'],
    ['ANTHROPIC_CUSTOM_HEADERS', 'it is set by the action itself'],
    ['CLAUDE_CODE_MAX_OUTPUT_TOKENS', 'it is set by the action itself'],
    ['CLAUDE_CODE_USE_VERTEX', 'it is set by the action itself'],
    ['CLAUDE_CONFIG_DIR', 'it is set by the action itself'],
    ['NODE_OPTIONS', 'it makes programs run code when they start'],
    ['LD_PRELOAD', 'it makes programs run code when they start'],
    ['DYLD_INSERT_LIBRARIES', 'it makes programs run code when they start'],
    ['BASH_ENV', 'it makes programs run code when they start'],
    ['ENV', 'it makes programs run code when they start'],
    ['PYTHONSTARTUP', 'it makes programs run code when they start'],
  ])('%s is refused as a name and as an assignment', async (name, reason) => {
    for (const text of [`TZ\n${name}`, `TZ\n${name}=hunter2`]) {
      const failure = await failureOf({ environment: text })
      expect(failure.message).toBe(
        `Input environment: ${JSON.stringify(name)} must not be handed to the agent: ${failure.message.split('agent: ')[1] ?? ''}`,
      )
      expect(failure.message).toContain(reason)
      expect(failure.message).toContain('(line 2)')
      expect(fixOf(failure)).toBe(`Remove \`${name}\` from \`environment\`.`)
      expect(failure.message).not.toContain('hunter2')
    }
  })

  test.each(['$TZ', '1A', 'A B', 'a-b', 'A =1', '=1', ': x'])('%j is no name', async (text) => {
    const { message } = await failureOf({ environment: text })
    expect(message).toContain('must be the name of an environment variable, or NAME=value')
  })

  test('a line with = is never quoted: it may be a secret that was given alone', async () => {
    expect((await failureOf({ environment: 'c2VjcmV0-x==' })).message).not.toContain('c2VjcmV0')
  })

  test('a name that is given twice is refused, since one of the two would be lost', async () => {
    for (const text of ['TZ, TZ', 'A=1\nA=2', 'TZ\nTZ=UTC']) {
      expect((await failureOf({ environment: text })).message).toContain('must be given once')
    }
  })

  test('a name that the step does not have is a warning', async () => {
    const { warnings } = await parse({ environment: 'NOD_ENV, TZ' }, { env })
    expect(warnings).toEqual(['environment names NOD_ENV, which the environment of this step does not have.'])
  })

  test('quotes around a value are a warning, since they stay', async () => {
    const { settings, warnings } = await parse({ environment: 'A="x y"' })
    expect(settings.agent.environment.values).toEqual({ A: '"x y"' })
    expect(warnings).toEqual(['environment: the quotes around the value of A are part of it.'])
  })
})
