// What an agent without a sandbox does to the records of its run (attacks on the run's folders), by the real Claude Code.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'

import type { StepResult } from '../../support/runner.ts'
import { artifactFiles, scenario, transcriptFile, type Scenario } from '../../support/scenario.ts'
import { commandsNamed } from '../../support/workflow-commands.ts'

let here: Scenario
beforeAll(async () => {
  here = await scenario()
})
afterAll(async () => here[Symbol.asyncDispose]())

/** A file that the agent wants overwritten or read, and a folder that it wants written to or uploaded. */
const target = () => join(here.job.temp, '..', 'target')
const elsewhere = () => join(here.job.temp, '..', 'elsewhere')
beforeEach(() => {
  rmSync(elsewhere(), { recursive: true, force: true })
  mkdirSync(elsewhere(), { recursive: true })
  writeFileSync(target(), 'precious')
  writeFileSync(join(elsewhere(), 'transcript.jsonl'), '{"type":"forged"}\n')
})

/** Runs the agent, whose one command is in the folder of its run: `transcript` is beside it. */
async function attack(command: string): Promise<StepResult> {
  const input = { command: `set -e; cd "$CLAUDE_CONFIG_DIR/.."; ${command}; echo attacked` }
  here.play([{ text: 'I look around.', toolUses: [{ name: 'Bash', input }] }, { text: 'All done.' }])
  const result = await here.step({ prompt: 'Look around.', 'allowed-tools': 'Bash', isolation: 'off' })
  // The command went as it was meant.
  expect(transcriptFile(result, 'transcript.jsonl')).toContain('"content":"attacked')
  return result
}

/** The transcript folder and the artifact hold the records of this run, and the files of the agent's choice are as they were. */
function expectOwnRecords(result: StepResult): void {
  expect(result.outputs).toMatchObject({ conclusion: 'success', result: 'All done.' })
  const stored = artifactFiles(here, result) ?? {}
  for (const name of ['transcript.jsonl', 'transcript.html', 'result.json'] as const) {
    expect(stored[name]).toContain('All done.')
    expect(transcriptFile(result, name)).toContain('All done.')
  }
  expect(JSON.stringify(stored)).not.toMatch(/forged|precious/)
  expect(readFileSync(target(), 'utf8')).toBe('precious')
  expect(readdirSync(elsewhere())).toEqual(['transcript.jsonl'])
}

const warnings = (result: StepResult) => commandsNamed('warning', result.main.stdout).map(({ data }) => data)

test.each([
  ['a link', 'ln -s'],
  ['a second name', 'ln'],
])('results in the place of %s do not change its target', async (_, plant) => {
  const names = ['result.json', 'transcript.html']
  const result = await attack(names.map((name) => `${plant} '${target()}' transcript/${name}`).join('; '))
  expectOwnRecords(result)
})

test.each([
  ['a link', () => `ln -s '${elsewhere()}' transcript`],
  ['a folder with another transcript', () => `cp -r '${elsewhere()}' transcript`],
])('%s in the place of the transcript folder is neither written to nor uploaded', async (_, plant) => {
  const result = await attack(`mv transcript moved; ${plant()}`)
  expectOwnRecords(result)
  expect(warnings(result)).toEqual([expect.stringContaining('Something moved the transcript folder')])
})

test('a folder in the place of all folders of the run is neither written to nor uploaded', async () => {
  const result = await attack(
    `run=$PWD; mv "$run" "$run-moved"; mkdir "$run"; cp -r '${elsewhere()}' "$run/transcript"; cd "$run-moved"`,
  )
  expectOwnRecords(result)
  expect(warnings(result)).toEqual([expect.stringContaining('Something moved the transcript folder')])
})

test('a link in the place of the session folder is not written through', async () => {
  const result = await attack(`ln -s '${elsewhere()}' transcript/session`)
  expectOwnRecords(result)
  expect(warnings(result)).toEqual([expect.stringContaining('session is missing from the transcript')])
})

test('a session of the agent’s choice is not taken for that of the run', async () => {
  const result = await attack(
    `mv claude/projects '${elsewhere()}'; ln -s '${elsewhere()}/projects' claude/projects; sleep 0`,
  )
  const stored = artifactFiles(here, result) ?? {}
  expect(Object.keys(stored).filter((name) => name.startsWith('session/'))).toEqual([])
})

test('a file that the action has not written is not uploaded', async () => {
  const result = await attack(`cp '${target()}' transcript/token; ln '${target()}' transcript/changes.patch`)
  expectOwnRecords(result)
  expect(existsSync(join(result.outputs['transcript-path'] ?? '', 'token'))).toBe(true)
})
