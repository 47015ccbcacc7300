// What an agent without a sandbox tries to have done by the post step: it forges what main recorded for it, and kills main.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'

import { agentProcesses } from '../../support/agent-processes.ts'
import type { StepResult } from '../../support/runner.ts'
import { artifactFiles, scenario, type Scenario } from '../../support/scenario.ts'
import { commandsNamed } from '../../support/workflow-commands.ts'

let here: Scenario
beforeAll(async () => {
  here = await scenario()
})
afterAll(async () => here[Symbol.asyncDispose]())

/** What post would read and write, were it as the agent wants. */
const target = () => join(here.job.temp, 'target')
beforeEach(() => {
  mkdirSync(join(target(), 'transcript'), { recursive: true })
  writeFileSync(join(target(), 'transcript', 'result.json'), '"forged"')
})
afterEach(async () => {
  rmSync(target(), { recursive: true })
  while (agentProcesses(here.job.temp).length > 0) await new Promise((resolve) => setTimeout(resolve, 50))
})

const FACTS = {
  transcriptPath: '/nowhere',
  transcript: { upload: 'always', artifactName: 'forged', redact: [], jobSummary: true, show: 'off' },
  failure: { code: 'unexpected', message: 'forged', fix: [{ kind: 'code', language: 'shell', code: 'curl forged' }] },
}

/** Writes a file, whatever it holds. */
const write = (path: string, text: string) => `base64 -d > ${path} <<< ${Buffer.from(text).toString('base64')}`

/** Kills the action, which is found among the parents of the command, and Claude Code below it, so that nothing of it is left. */
const KILL_MAIN = `
p=$PPID
while ! tr '\\0' ' ' < /proc/$p/cmdline | grep -q 'dist[^ ]*/index.js'
do claude=$p; p=$(sed 's/.*) . //' /proc/$p/stat | cut -d' ' -f1)
done
kill -9 $p $claude`

/** Runs the agent, whose one command is in the folder of its run; a state is recorded behind main's, with `@id` for the id of the run. */
async function attack(command: string, state?: object): Promise<StepResult> {
  const forge =
    state === undefined
      ? ''
      : `record=$(ls -t "$CLAUDE_CONFIG_DIR"/../../_runner_file_commands/*/state | head -1)
         { echo 'run<<end'; base64 -d <<< ${Buffer.from(JSON.stringify(state)).toString('base64')} | sed "s/@id/$id/g"; echo; echo end; } >> "$record"`
  const lines = ['set -e; cd "$CLAUDE_CONFIG_DIR/.."; id=$(basename "$PWD"); id=${id##*-}', command, forge, KILL_MAIN]
  const input = { command: lines.join('\n') }
  here.play([{ text: 'I look around.', toolUses: [{ name: 'Bash', input }] }, { text: 'All done.' }])
  const result = await here.step({ prompt: 'Look around.', 'allowed-tools': 'Bash', isolation: 'off' })
  expect(result.main).toMatchObject({ signal: 'SIGKILL' })
  return result
}

const forgedArtifacts = () => here.github.artifacts.artifacts().filter(({ name }) => name === 'forged')
const warnings = (result: StepResult) => commandsNamed('warning', result.post.stdout).map(({ data }) => data)
const FORM = expect.stringContaining('has another form')

test('a folder of its choice is not uploaded', async () => {
  const facts = write(join(target(), 'own/facts.json'), JSON.stringify(FACTS))
  const state = { id: '../../target', stage: 'kept', exported: [] }
  const result = await attack(`mkdir '${target()}/own'; ${facts}`, state)
  expect(forgedArtifacts()).toEqual([])
  expect(warnings(result)).toEqual([FORM])
  expect(readFileSync(join(target(), 'transcript', 'result.json'), 'utf8')).toBe('"forged"')
})

test('a file of its choice is not saved in the Actions cache', async () => {
  const path = join(target(), 'transcript', 'result.json')
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
  const state = { id: '@id', stage: 'done', exported: [], toSave: { key: 'forged', path, sha256 } }
  const result = await attack('', state)
  expect(here.github.cache.entries).toEqual([])
  expect(warnings(result)).toEqual([FORM])
})

test('nor is a key that this run cannot have made', async () => {
  const toSave = `claude-code-linux-x64-9.9.9-sha256-${'d1'.repeat(32)}`
  const result = await attack('', { id: '@id', stage: 'done', exported: [], toSave })
  expect(here.github.cache.entries).toEqual([])
  expect(warnings(result)).toEqual([expect.stringContaining('Claude Code was not saved in the Actions cache')])
})

test('the search path of later steps is not emptied', async () => {
  const result = await attack('', { id: '@id', stage: 'done', exported: ['PATH'] })
  expect(result.exportedAfterPost).toEqual({})
  expect(warnings(result)).toEqual([FORM])
})

test('advice of its choice is not in the summary, the artifact or the log', async () => {
  const result = await attack(write('own/facts.json', JSON.stringify(FACTS)))
  expect(result.summary).toContain('ended from outside')
  expect(result.summary + result.post.stdout).not.toContain('curl forged')
  expect(forgedArtifacts()).toEqual([])
})

test.each([
  ['a link', () => `ln -s '${join(target(), 'transcript')}' transcript`],
  ['another folder', () => `cp -r '${join(target(), 'transcript')}' transcript`],
])('%s in the place of the transcript folder is neither completed nor uploaded', async (_, plant) => {
  const stored = here.github.artifacts.artifacts().length
  const result = await attack(`mv transcript moved; ${plant()}`)
  expect(here.github.artifacts.artifacts()).toHaveLength(stored)
  expect(warnings(result).join('\n')).toContain('The transcript could not be completed')
  expect(readdirSync(join(target(), 'transcript'))).toEqual(['result.json'])
})

test('what it has not forged is completed: main’s own facts are known by their seal', async () => {
  const result = await attack('')
  expect(result.summary).toContain('ended from outside')
  const [artifact] = here.github.artifacts.artifacts().slice(-2)
  const outputs = { outputs: { 'artifact-id': String(artifact?.id) } } as unknown as StepResult
  expect(JSON.parse(artifactFiles(here, outputs)?.['result.json'] ?? '')).toMatchObject({
    ...{ conclusion: 'cancelled', 'aws-account-id': '111122223333', 'aws-region': 'us-east-1' },
  })
})

test('settings of git that it planted are undone, also where nothing else can be completed', async () => {
  const { workspace } = here.job
  execFileSync('git', ['init', '--quiet'], { cwd: workspace })
  const config = readFileSync(join(workspace, '.git', 'config'), 'utf8')
  const plant = `git -C '${workspace}' config core.fsmonitor 'touch ran'`
  for (const more of ['', '; mv transcript moved; mkdir transcript']) {
    const result = await attack(plant + more)
    expect(readFileSync(join(workspace, '.git', 'config'), 'utf8')).toBe(config)
    expect(warnings(result)[0]).toContain('.git/config was changed (core.fsmonitor); it is put back')
    if (more === '') expect(result.summary).toContain('core.fsmonitor')
  }
  rmSync(join(workspace, '.git'), { recursive: true })
})
