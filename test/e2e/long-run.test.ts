// A run that outlives its session, and what an agent can find: through the shipped bundle, the gateway and the real Claude Code.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '@jest/globals'

import { withSandbox } from '../support/with-machine.ts'
import { scenario, transcriptFile } from '../support/scenario.ts'

test('sessions of six seconds carry a run three times as long: no call fails', async () => {
  const turns = 12
  await using here = await scenario({
    aws: {
      sessionSeconds: 6,
      script: (_request, turn) =>
        turn < turns - 1
          ? { delayMs: 1_500, toolUses: [{ name: 'Bash', input: { command: `echo ${turn}`, description: 'Go on' } }] }
          : { text: 'Done.' },
    },
  })
  const result = await here.step({ prompt: 'Go on.', 'allowed-tools': 'Bash(echo:*)', 'upload-transcript': 'never' })
  expect(result.outputs).toMatchObject({ conclusion: 'success', retries: '0', 'num-turns': String(turns) })
  const statuses = here.aws.bedrock.calls.map(({ status }) => status)
  expect(statuses.length).toBeGreaterThan(turns)
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(here.aws.account.sessions.length).toBeGreaterThanOrEqual(3)
  expect(here.aws.account.sessions.length).toBeLessThanOrEqual(10)
  const diagnostics = (transcriptFile(result, 'diagnostics.jsonl') ?? '').trim().split('\n')
  expect(diagnostics.map((line) => (JSON.parse(line) as { status: number }).status)).toEqual(statuses)
}, 120_000)

// Everything that a command can read of environments: its own, and those of all processes that it sees.
const SEARCH =
  'env > seen.txt; for file in /proc/[0-9]*/environ /proc/[0-9]*/cmdline; do cat "$file" >> seen.txt 2>/dev/null; echo >> seen.txt; done'

withSandbox('isolated', () => {
  test('a search of everything the agent can see finds no AWS secret, no token of the runner, no input', async () => {
    await using here = await scenario({
      env: { MY_SECRET_TOKEN: 'planted-secret-of-the-job' },
      aws: {
        script: (_request, turn) =>
          turn === 0
            ? { toolUses: [{ name: 'Bash', input: { command: 'sh ./search.sh', description: 'Search' } }] }
            : { text: 'Done.' },
      },
    })
    writeFileSync(join(here.job.workspace, 'search.sh'), `${SEARCH}\n`)
    const result = await here.step({
      ...{ prompt: 'Search.', 'append-system-prompt': 'planted-input', 'allowed-tools': 'Bash(sh ./search.sh)' },
      isolation: 'required',
    })
    expect(result.outputs.conclusion).toBe('success')
    const seen = readFileSync(join(here.job.workspace, 'seen.txt'), 'utf8')
    expect(seen).toContain('CLAUDE_CODE_SKIP_BEDROCK_AUTH=1')
    const secrets = here.aws.account.sessions.flatMap((key) => [key.accessKeyId, key.secretAccessKey, key.sessionToken])
    const forbidden = [
      ...secrets,
      here.github.env.ACTIONS_RUNTIME_TOKEN!,
      'planted-secret-of-the-job',
      'INPUT_',
      'ACTIONS_RUNTIME',
      'ACTIONS_ID_TOKEN',
    ]
    for (const text of [...forbidden, 'GITHUB_ENV=', 'GITHUB_OUTPUT=', 'STATE_']) expect(seen).not.toContain(text)
  })
})
