import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { blocksOf, yaml } from '../../../src/errors.ts'
import { failureOf, fixOf, parse, workspaceWith } from './given.ts'

const outside = workspaceWith({ 'secret.md': 'outside' })
const workspace = workspaceWith({
  'prompt.md': '  Review this.\n',
  'empty.md': ' \n',
  'app/prompts/fix.md': 'Fix it.',
  'within.md': '-> prompt.md',
  'without.md': `-> ${join(outside, 'secret.md')}`,
  'app-link': '-> app',
  'outside-link': `-> ${outside}`,
})
const emptyWorkspace = () => mkdtempSync(join(tmpdir(), 'inputs-empty-'))

describe('the prompt', () => {
  test('is kept to the letter', async () => {
    const { settings } = await parse({ prompt: '  Say $HOME.\n\n' })
    expect(settings.prompt).toEqual({ from: 'input', text: '  Say $HOME.\n\n' })
  })
  const texts = { 'prompt.md': '  Review this.\n', 'app/prompts/fix.md': 'Fix it.', 'within.md': '  Review this.\n' }
  test.each([
    ['.', 'prompt.md', 'prompt.md'],
    ['app', 'prompts/fix.md', 'app/prompts/fix.md'],
    ['app', '../prompt.md', 'prompt.md'],
    ['.', 'within.md', 'within.md'],
    ['.', join(workspace, 'prompt.md'), 'prompt.md'],
  ] as const)('from working-directory %s the file %s is read', async (directory, file, path) => {
    const { settings } = await parse({ prompt: '', 'prompt-file': file, 'working-directory': directory }, { workspace })
    expect(settings.prompt).toEqual({ from: 'file', text: texts[path], path: join(workspace, path) })
  })
  test.each([
    ['nowhere.md', 'must be a file that exists, relative to working-directory'],
    ['app', 'must be a file that exists, relative to working-directory'],
    ['empty.md', 'must not be empty'],
    ['without.md', 'must be inside the workspace, links followed'],
    [join(outside, 'secret.md'), 'must be inside the workspace, links followed'],
  ])('may not be in the file %s', async (file, must) => {
    const failure = await failureOf({ prompt: '', 'prompt-file': file }, { workspace })
    expect(failure.code).toBe('input-invalid')
    expect(failure.message).toBe(`Input prompt-file: ${JSON.stringify(file)} ${must}.`)
  })
  test('may not be given twice, and is not shown', async () => {
    const failure = await failureOf({ prompt: 'hunter2', 'prompt-file': 'prompt.md' }, { workspace })
    expect(failure.message).toBe('Input prompt: must not be given together with prompt-file.')
    expect(fixOf(failure)).toBe('Remove `prompt` or `prompt-file`.')
  })
})

describe('without a prompt', () => {
  test('the step only sets up', async () => {
    expect((await parse({ prompt: '' })).settings.prompt).toBeUndefined()
  })
  test.each([
    [{ prompt: '' }, '', true],
    [{ prompt: '' }, 'auto', true],
    [{ prompt: '' }, 'false', false],
    [{ prompt: 'Hello' }, 'auto', false],
    [{ prompt: 'Hello' }, 'true', true],
    [{ prompt: '', 'prompt-file': 'prompt.md' }, 'auto', false],
  ])('given %j, export-environment %p exports: %p', async (raw, text, expected) => {
    const { settings } = await parse({ ...raw, 'export-environment': text }, { workspace })
    expect(settings.exportEnvironment).toBe(expected)
  })
  test('export-environment names its three words', async () => {
    const failure = await failureOf({ 'export-environment': 'always' })
    expect(failure.message).toBe('Input export-environment: "always" must be auto, true or false.')
  })
})

describe('working-directory', () => {
  test.each(['app', './app/', 'app-link', join(workspace, 'app'), 'app/../app'])('may be %s', async (text) => {
    const { settings } = await parse({ 'working-directory': text }, { workspace })
    expect(settings.agent.workingDirectory).toBe(join(workspace, text.startsWith('app-') ? 'app-link' : 'app'))
  })
  test.each([
    ['nowhere', 'must be a folder that exists, relative to the workspace'],
    ['prompt.md', 'must be a folder that exists, relative to the workspace'],
    ['..', 'must be inside the workspace, links followed'],
    ['outside-link', 'must be inside the workspace, links followed'],
    [outside, 'must be inside the workspace, links followed'],
    [`${workspace}/../${outside.split('/').at(-1) ?? ''}`, 'must be inside the workspace, links followed'],
  ])('may not be %s', async (text, must) => {
    const failure = await failureOf({ 'working-directory': text }, { workspace })
    expect(failure.code).toBe('input-invalid')
    expect(failure.message).toBe(`Input working-directory: ${JSON.stringify(text)} ${must}.`)
  })
  test('a folder whose name starts with two dots is inside', async () => {
    const dotted = workspaceWith({ '..config/a': '' })
    const { settings } = await parse({ 'working-directory': '..config' }, { workspace: dotted })
    expect(settings.agent.workingDirectory).toBe(join(dotted, '..config'))
  })
  test('what depends on it is not blamed too', async () => {
    const failure = await failureOf({
      prompt: '',
      'prompt-file': 'x.md',
      settings: 'y.json',
      'working-directory': 'nowhere',
    })
    expect(failure.message).not.toContain('prompt-file')
    expect(failure.message).not.toContain('settings:')
  })
})

describe('a checkout that was forgotten is a code of its own', () => {
  const gone = emptyWorkspace()
  rmSync(gone, { recursive: true })

  test.each([
    ['an empty workspace without the folder', emptyWorkspace(), { 'working-directory': 'app' }],
    ['an empty workspace without the file', emptyWorkspace(), { prompt: '', 'prompt-file': 'prompt.md' }],
    ['no workspace at all', gone, {}],
  ])('%s', async (_name, directory, raw) => {
    const failure = await failureOf(raw, { workspace: directory })
    expect(failure.code).toBe('workspace-missing')
    expect(failure.message).toContain('the workspace is empty: no step before this one checks the repository out')
    expect(failure.fix).toEqual(
      blocksOf(['Check the repository out before this step:', yaml('- uses: actions/checkout@v7')]),
    )
  })
  test('an empty workspace is enough when nothing in it is named', async () => {
    const directory = emptyWorkspace()
    expect((await parse({}, { workspace: directory })).settings.agent.workingDirectory).toBe(directory)
  })
})
