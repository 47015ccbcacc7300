import { describe, expect, test } from '@jest/globals'

import { exportedEnvironment } from '../../src/bedrock/environment.ts'
import { EXPORTED_NAMES, nothingLeftToDo, parseState, placeOf } from '../../src/run-state.ts'

const STATE = { id: '0123abcd', stage: 'kept', exported: [] as string[], folder: '64:4711' }
const KEY = `claude-code-linux-x64-musl-2.1.330-sha256-${'d1'.repeat(32)}`

const parsed = (change: object) => parseState(JSON.stringify({ ...STATE, ...change }))

test('what main records is read as it was', () => {
  const state = { ...STATE, stage: 'done', exported: ['AWS_REGION'], toSave: `${KEY}.4711-2` }
  expect(parseState(JSON.stringify(state))).toEqual(state)
  expect(parseState(JSON.stringify({ ...STATE, folder: undefined }))).toEqual({ ...STATE, folder: undefined })
})

describe('a state of another form is none', () => {
  test.each<[string, object]>([
    ['an id that leads elsewhere', { id: '../../target' }],
    ['an id that is a path', { id: '/etc/x/..' }],
    ['an id with more behind it', { id: '0123abcd/..' }],
    ['an id of another length', { id: '0123abcde' }],
    ['no id', { id: undefined }],
    ['an unknown stage', { stage: 'constructor' }],
    ['the search path among the names', { exported: ['AWS_REGION', 'PATH'] }],
    ['a loader among the names', { exported: ['LD_PRELOAD'] }],
    ['a name of an object', { exported: ['__proto__'] }],
    ['a number among the names', { exported: [1] }],
    ['names that are no list', { exported: 'AWS_REGION' }],
    ['a path for the folder', { folder: '/home' }],
    ['a file to save', { toSave: { key: KEY, path: '/etc/passwd', sha256: 'd1'.repeat(32) } }],
    ['a key with a path in it', { toSave: `claude-code-../../x-sha256-${'d1'.repeat(32)}` }],
    ['a key of something else', { toSave: 'node-cache-linux' }],
  ])('%s', (_, change) => {
    expect(parsed(change)).toBeUndefined()
  })

  test.each(['planted', '', undefined, 'null', '[]', '"0123abcd"'])('%s', (text) => {
    expect(parseState(text)).toBeUndefined()
  })
})

test('every variable that set-up mode can export is known', () => {
  const bedrock = {
    ...{ region: 'eu-central-1', model: 'us.anthropic.claude-sonnet-4-6', smallFastModel: 'small' },
    ...{ smallFastModelRegion: 'eu-west-1', fallbackModels: [], maxOutputTokens: 1, maxThinkingTokens: 1 },
    disablePromptCaching: true,
  }
  const keys = { accessKeyId: 'A', secretAccessKey: 'B', sessionToken: 'C' }
  const inherited = { ANTHROPIC_BEDROCK_BASE_URL: 'http://127.0.0.1', AWS_BEARER_TOKEN_BEDROCK: 'D' }
  const sessions = [
    { kind: 'keys', keys },
    { kind: 'bearer', key: 'D' },
  ] as unknown as Parameters<typeof exportedEnvironment>[0]['session'][]
  const names = sessions.flatMap((session) => Object.keys(exportedEnvironment({ inherited, bedrock, session })))
  expect(new Set(names)).toEqual(new Set(EXPORTED_NAMES))
})

test('post has nothing to do after a run that ended, and looks at everything else', () => {
  const done = { ...STATE, stage: 'done' }
  const left = (change: object) => nothingLeftToDo(JSON.stringify({ ...done, ...change }))
  expect([nothingLeftToDo(undefined), nothingLeftToDo(''), left({})]).toEqual([true, true, true])
  expect([left({ stage: 'running' }), left({ exported: ['AWS_REGION'] }), left({ toSave: KEY })]).toEqual([
    ...[false, false, false],
  ])
  // It warns of this one.
  expect(nothingLeftToDo('planted')).toBe(false)
})

test('all folders of a run are below one, whose name is made of the id', () => {
  expect(placeOf('0123abcd', { temp: '/temp' })).toEqual({
    run: '/temp/claude-code-bedrock-0123abcd',
    transcript: '/temp/claude-code-bedrock-0123abcd/transcript',
    claudeConfig: '/temp/claude-code-bedrock-0123abcd/claude',
    own: '/temp/claude-code-bedrock-0123abcd/own',
  })
})
