import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { connectionLost } from '../emulators/faults.ts'
import { twirpError } from '../emulators/twirp.ts'
import { artifactFiles, scenario, transcriptFile, type Scenario } from '../support/scenario.ts'
import { commandsNamed, workflowCommands } from '../support/workflow-commands.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const TURNS = [{ toolUses: [{ name: 'Bash', input: { command: 'echo from the tool' } }] }, { text: 'From the model.' }]
const RUN = { prompt: 'Work.', 'allowed-tools': 'Bash(echo:*)' }
const FAILING = { prompt: 'Work.', 'allowed-account-ids': '999999999999' }

let here: Scenario
beforeAll(async () => {
  here = await scenario()
})
afterAll(async () => here[Symbol.asyncDispose]())
beforeEach(() => here.play(TURNS))

const warningsOf = (output: string) =>
  commandsNamed('warning', output).map(({ properties, data }) => `${properties.title ?? ''}: ${data}`)

describe('a transcript that cannot be stored is a warning, and nothing more', () => {
  test('the name is taken', async () => {
    await here.step({ 'artifact-name': 'twice' })
    const { main, outputs } = await here.step({ 'artifact-name': 'twice' })
    expect(main.code).toBe(0)
    expect(outputs).toMatchObject({ conclusion: 'setup', 'failure-code': '', 'artifact-id': '', 'artifact-url': '' })
    expect(warningsOf(main.stdout)).toEqual([
      expect.stringMatching(/^transcript-upload-failed: .*\n.*409.*already exists/),
    ])
    expect(warningsOf(main.stdout).join()).toContain('artifact-name: twice-${{ strategy.job-index }}')
  })

  test('the runner offers no artifacts', async () => {
    const { main, outputs } = await here.step({}, { env: { ACTIONS_RUNTIME_TOKEN: '' } })
    expect(main.code).toBe(0)
    expect(outputs).toMatchObject({ conclusion: 'setup', 'artifact-id': '' })
    expect(warningsOf(main.stdout)).toEqual([
      expect.stringMatching(/^transcript-upload-failed: .*\n.*ACTIONS_RUNTIME_TOKEN/),
    ])
    expect(warningsOf(main.stdout).join()).toContain('upload-transcript: never')
  })

  test('the run failed already: its own failure stays', async () => {
    here.github.artifacts.faults.next('CreateArtifact', twirpError('permission_denied', 'not for you'))
    const { main, outputs } = await here.step(FAILING)
    expect(main.code).toBe(1)
    expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'account-not-allowed', 'artifact-id': '' })
    expect(commandsNamed('error', main.stdout).map(({ properties }) => properties.title)).toEqual([
      'account-not-allowed',
    ])
    expect(warningsOf(main.stdout)).toEqual([expect.stringMatching(/^transcript-upload-failed: .*\n.*not for you/)])
  })

  test('the connection is lost, again and again', async () => {
    here.github.artifacts.faults.next('CreateArtifact', connectionLost, 3)
    const { main, outputs } = await here.step({})
    expect(main.code).toBe(0)
    expect(outputs).toMatchObject({ conclusion: 'setup', 'artifact-id': '' })
    expect(warningsOf(main.stdout)).toEqual([expect.stringMatching(/^transcript-upload-failed: .*\n.*ECONNRESET/)])
    expect(warningsOf(main.stdout).join()).toContain('The runner must reach the results service')
  })
})

test('a service that answers 500 once is asked again, and no one is warned', async () => {
  here.github.artifacts.faults.next('CreateArtifact', twirpError('internal', 'scripted'))
  const result = await here.step({})
  expect(result.outputs['artifact-id']).toMatch(/^\d+$/)
  expect(Object.keys(artifactFiles(here, result) ?? {})).toContain('result.json')
  expect(warningsOf(result.main.stdout)).toEqual([])
})

test('a connection that is lost once is opened again, and no one is warned', async () => {
  here.github.artifacts.faults.next('CreateArtifact', connectionLost)
  const result = await here.step({})
  expect(result.outputs['artifact-id']).toMatch(/^\d+$/)
  expect(result.main.stdout).toMatch(/No connection to the service \(ECONNRESET\)\. Trying again in \d\.\d s\./)
  expect(warningsOf(result.main.stdout)).toEqual([])
})

describe('upload-transcript', () => {
  test.each([
    { upload: 'never', ends: 'well', inputs: {}, stored: 0 },
    { upload: 'never', ends: 'badly', inputs: FAILING, stored: 0 },
    { upload: 'on-failure', ends: 'well', inputs: {}, stored: 0 },
    { upload: 'on-failure', ends: 'badly', inputs: FAILING, stored: 1 },
    { upload: 'always', ends: 'badly', inputs: FAILING, stored: 1 },
  ])('$upload, of a run that ends $ends: $stored', async ({ upload, inputs, stored }) => {
    const before = here.github.artifacts.artifacts().length
    const result = await here.step({ 'upload-transcript': upload, ...inputs })
    expect(here.github.artifacts.artifacts()).toHaveLength(before + 2 * stored)
    expect(result.outputs['artifact-id']).toMatch(stored === 1 ? /^\d+$/ : /^$/)
    expect(transcriptFile(result, 'result.json')).toContain('"conclusion"')
  })

  test('artifact-name and retention-days reach the service; outputs and summary lead to the artifact', async () => {
    const { outputs, summary } = await here.step({ 'artifact-name': 'review transcript', 'retention-days': '3' })
    const [artifact, page] = here.github.artifacts.artifacts().slice(-2)
    expect(page).toMatchObject({ name: 'review transcript.html', mimeType: 'text/html' })
    expect(Buffer.from(page!.bytes).toString()).toMatch(/^<!doctype html>/)
    expect(artifact).toMatchObject({ name: 'review transcript', id: Number(outputs['artifact-id']) })
    const days = ((artifact?.expiresAt?.getTime() ?? 0) - Date.now()) / DAY_MS
    expect(days).toBeGreaterThan(2.9)
    expect(days).toBeLessThan(3.1)
    expect(outputs['artifact-url']).toBe(
      `https://github.com/octo-org/octo-repo/actions/runs/4711/artifacts/${artifact?.id}`,
    )
    const pageUrl = outputs['artifact-url']?.replace(/\d+$/, String(page?.id))
    expect(summary).toContain(`[Open the transcript](${pageUrl})** ([all files](${outputs['artifact-url']}))`)
  })
})

test('job-summary: false writes none', async () => {
  const { main, summary } = await here.step({ 'job-summary': 'false' })
  expect(main.code).toBe(0)
  expect(summary).toBe('')
})

describe('show-transcript', () => {
  test.each([
    { show: 'off', tool: false, result: false },
    { show: 'summary', tool: true, result: false },
    { show: 'full', tool: true, result: true },
  ])('$show', async ({ show, tool, result }) => {
    const step = await here.step({ ...RUN, 'show-transcript': show, 'upload-transcript': 'never' })
    expect(step.outputs).toMatchObject({ conclusion: 'success' })
    const { stdout } = step.main
    expect(/^\d\d:\d\d {2}Bash/m.test(stdout)).toBe(tool)
    expect(/^ +from the tool$/m.test(stdout)).toBe(result)
    expect(stdout.includes('From the model.')).toBe(tool)
    expect(transcriptFile(step, 'transcript.jsonl')).toContain('from the tool')
    const groups = workflowCommands(stdout).filter(({ name }) => name === 'group')
    expect(groups.map(({ data }) => data)).toContain('Run the prompt')
  })
})
