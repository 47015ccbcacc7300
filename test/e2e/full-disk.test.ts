// The agent fills the disk that the transcript, the outputs and its own session are on.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from '@jest/globals'

import type { Turn } from '../emulators/bedrock-script.ts'
import { only } from '../support/needs.ts'
import { artifactFiles, scenario, transcriptFile } from '../support/scenario.ts'
import { commandsNamed } from '../support/workflow-commands.ts'

/** Root, or who may become root without a password, may mount. */
const asRoot = (...command: [string, ...string[]]) => {
  const [program, ...args] = process.getuid?.() === 0 ? command : (['sudo', '-n', ...command] as const)
  execFileSync(program, args, { stdio: 'pipe' })
}

/** A folder for a job whose temporary folder is a disk of 12 MB; undefined where nobody here may mount one. */
const directory = jobOnSmallDisk()

function jobOnSmallDisk(): string | undefined {
  const made = mkdtempSync(join(tmpdir(), 'full-disk-'))
  const temp = join(made, 'work', '_temp')
  mkdirSync(temp, { recursive: true })
  try {
    asRoot('mount', '-t', 'tmpfs', '-o', `size=12m,uid=${process.getuid?.()},gid=${process.getgid?.()}`, 'tmpfs', temp)
    return made
  } catch {
    rmSync(made, { recursive: true })
    return undefined
  }
}

afterAll(() => {
  if (directory === undefined) return
  asRoot('umount', join(directory, 'work', '_temp'))
  rmSync(directory, { recursive: true })
})

const bash = (command: string): Turn => ({ toolUses: [{ name: 'Bash', input: { command } }] })

only('where a disk may be mounted', directory !== undefined).describe('a disk that the agent fills', () => {
  test('is reported; the run goes on, and all but the last events is kept', async () => {
    const fill = 'head -c 20000000 /dev/zero > "$FULL/fill"; df -k "$FULL"'
    const turns = [bash('echo before'), bash(fill), bash('seq 1 4000'), { text: 'All done.' }]
    await using here = await scenario({ directory: directory!, aws: { script: turns } })
    const inputs = { prompt: 'Fill the disk.', 'allowed-tools': 'Bash', environment: 'FULL', isolation: 'off' }
    const result = await here.step(inputs, { env: { FULL: here.job.temp } })
    const warnings = commandsNamed('warning', result.main.stdout).map(({ data }) => data)
    expect(warnings).toEqual([expect.stringContaining('The transcript is incomplete: Error: ENOSPC')])
    expect(result.main.code).toBe(0)
    expect(result.outputs).toMatchObject({ conclusion: 'success', result: 'All done.', 'num-turns': '4' })
    expect(result.summary).toContain('All done.')
    expect(transcriptFile(result, 'transcript.jsonl')).toContain('echo before')
    expect(transcriptFile(result, 'result.json')).toContain('All done.')
    const names = ['result.json', 'transcript.html', 'transcript.jsonl']
    expect(Object.keys(artifactFiles(here, result) ?? {})).toEqual(expect.arrayContaining(names))
  })
})
