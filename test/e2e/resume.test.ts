// A conversation that goes on in another workflow run, from the artifact that the first one stored, as examples/workflows/resume.yml does it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, test } from '@jest/globals'

import { actionSteps, workflowsIn } from '../contract/documents.ts'
import type { MessagesRequest } from '../emulators/bedrock-request.ts'
import { artifactFiles, ROLE, scenario } from '../support/scenario.ts'

const example = workflowsIn('examples/workflows').find(({ where }) => where.endsWith('/resume.yml'))!
const [job] = Object.values(example.workflow.jobs)

/** What the example's own script finds below `temp`. */
function sessionFoundIn(temp: string): string {
  const run = job?.steps.find(({ run }) => run?.includes('session='))?.run ?? ''
  const output = join(temp, 'output')
  execFileSync('bash', ['-e', '-c', run], { env: { ...process.env, RUNNER_TEMP: temp, GITHUB_OUTPUT: output } })
  return /^session=(.*)$/m.exec(readFileSync(output, 'utf8'))?.[1] ?? ''
}

test('a later run knows what was said in the first, but no secret of it', async () => {
  const env = { DEPLOY_PASSWORD: 'hunter22hunter22' }
  const command = 'echo 4711 > ticket.txt; echo "kept $DEPLOY_PASSWORD"'
  await using before = await scenario({
    aws: { script: [{ toolUses: [{ name: 'Bash', input: { command } }] }, { text: 'The ticket is 4711.' }] },
  })
  const first = await before.step(
    { prompt: 'Open a ticket.', 'allowed-tools': 'Bash', environment: 'DEPLOY_PASSWORD', isolation: 'off' },
    { env },
  )
  expect(first.outputs.conclusion).toBe('success')

  const asked: MessagesRequest[] = []
  await using after = await scenario({
    aws: { script: (request) => (asked.push(request), { text: 'It was 4711.' }) },
  })
  // As actions/download-artifact does it, with a pattern: each artifact into a folder of its name.
  for (const [path, text] of Object.entries(artifactFiles(before, first) ?? {})) {
    const target = join(after.job.temp, 'before', before.github.artifacts.artifacts()[0]!.name, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  const session = sessionFoundIn(after.job.temp)
  const id = first.outputs['session-id']
  expect(session).toMatch(new RegExp(`/session/${id}\\.jsonl$`))
  const inputs = Object.entries(actionSteps(example)[0]?.step.with ?? {}).map(([name, value]) => [name, String(value)])
  const second = await after.step({
    ...(Object.fromEntries(inputs) as Record<string, string>),
    ...{ 'role-to-assume': ROLE, 'resume-session': session, prompt: 'What was its number?' },
  })

  expect(second.outputs).toMatchObject({ conclusion: 'success', result: 'It was 4711.', 'session-id': id })
  const conversation = JSON.stringify(asked.at(-1)?.messages)
  for (const text of ['Open a ticket.', 'kept [redacted:secret]', 'The ticket is 4711.', 'What was its number?']) {
    expect(conversation).toContain(text)
  }
  expect(conversation).not.toContain('hunter22')
  // What the second run stores can be continued in its turn.
  const kept = artifactFiles(after, second)?.[`session/${id}.jsonl`]
  for (const text of ['Open a ticket.', 'What was its number?']) expect(kept).toContain(text)
})
