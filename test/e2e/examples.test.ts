// What the examples promise of the agent, run: their own inputs and scripts, with the real Claude Code, on the emulators.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { actionSteps, shownInDocuments, workflowsIn } from '../contract/documents.ts'
import type { Turn } from '../emulators/bedrock-script.ts'
import { ROLE, scenario, type Scenario } from '../support/scenario.ts'
import type { StepResult } from '../support/runner.ts'

const LONG = 100_000

const examples = workflowsIn('examples/workflows')

/** The inputs of an example's step, with a role that the emulated account has. */
function inputsOf(name: string): Record<string, string> {
  const example = examples.find(({ where }) => where.endsWith(`/${name}`))!
  const given = Object.entries(actionSteps(example)[0]?.step.with ?? {}).map(([input, value]) => [input, String(value)])
  return { ...(Object.fromEntries(given) as Record<string, string>), 'role-to-assume': ROLE }
}

const bash = (command: string) => ({ toolUses: [{ name: 'Bash', input: { command } }] })

describe('the review of a pull request', () => {
  let here: Scenario
  let result: StepResult
  const outside = join(import.meta.dirname, '../../package.json')

  const script = (workspace: string): readonly Turn[] => [
    bash('git diff HEAD^1 HEAD'),
    bash('grep -rn discounted .'),
    { toolUses: [{ name: 'Read', input: { file_path: join(workspace, 'price.js') } }] },
    { toolUses: [{ name: 'Read', input: { file_path: outside } }] },
    { toolUses: [{ name: 'Write', input: { file_path: join(workspace, 'written.txt'), content: 'x' } }] },
    { toolUses: [{ name: 'WebFetch', input: { url: 'https://example.com', prompt: 'x' } }] },
    bash('npm test'),
    bash('echo x > made.txt'),
    bash('git log --output=made.txt'),
    bash(`cat ${outside}`),
    bash('env'),
    { text: 'price.js:3: no test covers a price of 0.' },
  ]

  beforeAll(async () => {
    here = await scenario({ aws: { script: (_request, turn) => script(here.job.workspace)[turn]! } })
    writeFileSync(join(here.job.workspace, 'price.js'), 'export const changed = true\n')
    const who = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com']
    execFileSync('git', [...who, 'commit', '--quiet', '--all', '--message=Two'], { cwd: here.job.workspace })
    // The branch cannot allow the agent more than the workflow does.
    const allowed = join(here.job.workspace, '.claude')
    execFileSync('mkdir', [allowed])
    writeFileSync(join(allowed, 'settings.json'), JSON.stringify({ permissions: { allow: ['Write', 'WebFetch'] } }))
    result = await here.step(inputsOf('pull-request-review.yml'))
  }, LONG)
  afterAll(async () => {
    await here[Symbol.asyncDispose]()
  })

  const events = () => readFileSync(join(result.outputs['transcript-path']!, 'transcript.jsonl'), 'utf8')

  test('ends well, with the review as its result', () => {
    const { conclusion, result: text } = result.outputs
    expect([conclusion, text]).toEqual(['success', 'price.js:3: no test covers a price of 0.'])
  })

  test('sees the changes and the files', () => {
    const seen = ['+export const changed = true', 'price.test.js:4:import', '1\\texport const changed']
    expect(seen.filter((text) => !events().includes(text))).toEqual([])
  })

  test('changes nothing, runs nothing, and reads nothing else', () => {
    expect(result.outputs['changed-files']).toBe('[]')
    for (const name of ['written.txt', 'made.txt']) expect(existsSync(join(here.job.workspace, name))).toBe(false)
    expect(events().includes('devDependencies')).toBe(false)
    const denied = JSON.parse(result.outputs['permission-denials']!) as { tool_input: { command?: string } }[]
    const commands = denied.flatMap(({ tool_input: { command } }) => command ?? [])
    expect(commands).toEqual(['npm test', 'echo x > made.txt', 'git log --output=made.txt', `cat ${outside}`, 'env'])
  })
})

test('documents name the same models as the examples', () => {
  const models = (texts: readonly string[]) =>
    new Set(texts.flatMap((text) => [...text.matchAll(/^ +model: (\S+)$/gm)].map(([, model]) => model)))
  const known = models(examples.map(({ text }) => text))
  for (const model of models(shownInDocuments().map(({ text }) => text))) expect(known).toContain(model)
})
