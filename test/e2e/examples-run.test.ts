// Examples of one job, run to the outcomes that they name: their inputs, conditions and scripts, with the real Claude Code, on
// the emulators. examples-jobs.test.ts has the others.
import { cpSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import type { Script } from '../emulators/bedrock-script.ts'
import { example, isolated, repairing, withRole } from '../support/example-run.ts'
import { MODEL, scenario, transcriptFile } from '../support/scenario.ts'
import { withSandbox } from '../support/with-machine.ts'
import { runJob } from '../support/workflow-job.ts'

const LONG = 120_000
const asked = { prompt: 'What is this?' }

test(
  'manual-prompt: the changes are in the summary, as a code block',
  async () => {
    await using here = await repairing()
    const inputs = { prompt: 'A test fails. Repair it.', model: MODEL }
    const ran = await runJob({ here, workflow: example('manual-prompt'), job: 'claude', inputs, with: withRole })
    expect([ran.result, ran.action?.outputs['changed-files']]).toEqual(['success', '["price.js"]'])
    expect(ran.summary).toMatch(/^\n## Changes\n\n(?: {4}.*\n)+$/)
    expect(ran.summary).toContain('\n    +  return Math.round(cents * (1 - percent / 100))\n')
  },
  LONG,
)

describe('guardrail', () => {
  const workflow = example('guardrail')
  const finding = { policy: 'topicPolicy', list: 'topics', finding: { name: 'Finance', type: 'DENY' } } as const
  const guarded = async (script: Script) => {
    await using here = await scenario({ aws: { guardrails: { a1b2c3d4e5f6: ['1'] }, script } })
    return await runJob({ here, workflow, job: 'claude', inputs: asked, with: withRole })
  }

  test(
    'lets an answer through that breaks no rule',
    async () => {
      const ran = await guarded([{ text: 'A price list.' }])
      expect([ran.result, ran.summary]).toEqual(['success', ''])
    },
    LONG,
  )

  test(
    'ends the run that breaks one, and says how to go on',
    async () => {
      const ran = await guarded([{ text: 'Buy shares.', guardrail: { action: 'BLOCKED', ...finding } }])
      expect([ran.result, ran.action?.outputs['failure-code']]).toEqual(['failure', 'guardrail-intervened'])
      expect(ran.summary).toContain('https://example.com/ai-policy')
    },
    LONG,
  )
})

test(
  'bedrock-api-key: signs in with the key of the secrets alone',
  async () => {
    await using here = await scenario({ github: { idToken: false } })
    const secrets = { BEDROCK_API_KEY: here.aws.account.addApiKey() }
    const ran = await runJob({ here, workflow: example('bedrock-api-key'), job: 'claude', inputs: asked, secrets })
    expect([ran.result, here.aws.sts.calls]).toEqual(['success', []])
  },
  LONG,
)

test(
  'self-hosted-instance-role: signs in as the machine',
  async () => {
    await using here = await scenario({ github: { idToken: false } })
    const { accessKeyId, secretAccessKey, principal } = here.aws.account.addUser('instance')
    const keys = { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey }
    const server = createServer((_request, response) =>
      response.end(JSON.stringify({ ...keys, Token: '', Expiration: '2999-01-01T00:00:00Z' })),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
      const env = { AWS_CONTAINER_CREDENTIALS_FULL_URI: uri }
      const run = { here, workflow: example('self-hosted-instance-role'), job: 'claude', env }
      const ran = await runJob({ ...run, inputs: asked, with: isolated })
      expect([ran.result, ran.action?.outputs['failure-message']]).toEqual(['success', ''])
      expect([...new Set(here.aws.bedrock.calls.map((call) => call.principal))]).toEqual([principal.arn])
    } finally {
      server.close()
    }
  },
  LONG,
)

test(
  'enterprise-server: uploads nothing, and keeps the transcript on the disk',
  async () => {
    await using here = await scenario()
    const ran = await runJob({
      here,
      workflow: example('enterprise-server'),
      job: 'claude',
      inputs: asked,
      with: withRole,
    })
    expect([ran.result, here.github.artifacts.artifacts()]).toEqual(['success', []])
    const kept = join(here.job.temp, 'claude-transcripts/4711-1-claude/transcript.jsonl')
    expect(readFileSync(kept, 'utf8')).toBe(transcriptFile(ran.action!, 'transcript.jsonl'))
  },
  LONG,
)

test(
  'proxy: the agent reaches Bedrock with the variables of the proxy set',
  async () => {
    await using here = await scenario()
    const ran = await runJob({ here, workflow: example('proxy'), job: 'claude', inputs: asked, with: withRole })
    expect([ran.result, ran.action?.outputs['failure-message']]).toEqual(['success', ''])
  },
  LONG,
)

test(
  'matrix: each leg works in its own package, and keeps its own transcript',
  async () => {
    const systems: string[] = []
    await using here = await scenario({
      aws: { script: (request) => (systems.push(JSON.stringify(request.body)), { text: 'All true.' }) },
    })
    for (const name of ['client', 'server']) {
      cpSync(join(here.job.workspace, 'price.js'), join(here.job.workspace, 'packages', name, 'price.js'))
      const run = { here, workflow: example('matrix'), job: 'check', matrix: { package: name } }
      expect((await runJob({ ...run, with: withRole })).result).toBe('success')
      expect(systems.at(-1)).toContain(`packages/${name}`)
    }
    const names = here.github.artifacts.artifacts().map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !name.endsWith('.html'))).toHaveLength(2)
    expect(here.aws.sts.calls.map(({ parameters }) => parameters.RoleSessionName)).toContain('docs-server')
  },
  LONG,
)

test(
  'application-profile: every call goes through the profiles',
  async () => {
    const applicationProfiles = [
      { id: 'ab12cd34ef56', copyFrom: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' },
      { id: 'gh78ij90kl12', copyFrom: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' },
    ]
    await using here = await scenario({ aws: { applicationProfiles } })
    const ran = await runJob({ here, workflow: example('application-profile'), job: 'claude', with: withRole })
    expect([ran.result, ran.action?.outputs['failure-message']]).toEqual(['success', ''])
    const called = here.aws.bedrock.calls.flatMap(({ plane, model }) => (plane === 'runtime' ? [model] : []))
    expect(called.filter((model) => !model?.includes(':application-inference-profile/'))).toEqual([])
  },
  LONG,
)

withSandbox('allowed-domains', () => {
  test(
    'refuses a host that is not listed, and says how to allow it',
    async () => {
      await using here = await scenario()
      const command = 'curl --silent --show-error --max-time 10 https://collector.example.net/'
      here.play([{ toolUses: [{ name: 'Bash', input: { command } }] }, { text: 'It was refused.' }])
      const run = { here, workflow: example('allowed-domains'), job: 'claude', inputs: asked, with: withRole }
      const ran = await runJob(run)
      expect([ran.result, ran.action?.outputs['failure-message']]).toEqual(['success', ''])
      expect(ran.action?.outputs['permission-denials']).toBe('[]')
      expect(ran.action?.main.stdout).toMatch(/::warning title=Hosts were refused.*collector\.example\.net/)
      expect(transcriptFile(ran.action!, 'transcript.jsonl')).toMatch(/curl: \(\d+\)/)
    },
    LONG,
  )
})
