import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Turn } from '../emulators/bedrock-script.ts'
import { formsToPlant } from '../support/planted-secrets.ts'
import type { StepResult } from '../support/runner.ts'
import { scenario, transcriptFile, type Scenario } from '../support/scenario.ts'
import { leaks } from '../support/traces.ts'
import { commandsNamed } from '../support/workflow-commands.ts'

const tool = (name: string, input: Record<string, unknown>): Turn => ({ toolUses: [{ name, input }] })
const bash = (command: string) => tool('Bash', { command })

/** As it is, and as JSON, JSON in JSON and HTML show it. */
const shownForms = (name: string, text: string) => {
  const json = JSON.stringify(text).slice(1, -1)
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return {
    [name]: text,
    [`${name} (JSON)`]: json,
    [`${name} (JSON in JSON)`]: JSON.stringify(json).slice(1, -1),
    [`${name} (HTML)`]: html,
  }
}

let here: Scenario
beforeAll(async () => {
  here = await scenario()
})
afterAll(async () => here[Symbol.asyncDispose]())

describe('an agent that reads and prints secrets of the job', () => {
  const SECRET = `T0p "secret" & 'key' <5>/+%=? with many words in it, so long`
  const planted = formsToPlant(SECRET)
  const structured = {
    'a leaf of JSON': 'azure~Leaf-1',
    'a value of NAME=value': 'dotenv-value-2',
    'a token of a kubeconfig': 'kube-token-3x',
    'the password of an address': 'db-pass-4x',
    'a variable of settings': 'settings-6x-key',
  }
  const CHECKOUT = Buffer.from(`x-access-token:${'Zk3'.repeat(14)}`).toString('base64')
  const kubeconfig = 'apiVersion: v1\nkind: Config\nusers:\n- name: admin\n  user:\n    token: kube-token-3x\n'
  const [first = '', ...others] = planted.map(({ form, text }) => `${form}: ${text}`)
  let result: StepResult

  beforeAll(async () => {
    mkdirSync(join(here.job.workspace, 'printed'), { recursive: true })
    writeFileSync(join(here.job.workspace, 'printed', 'forms.txt'), [first, ...others].join('\n'))
    writeFileSync(
      join(here.job.workspace, 'printed', 'git-credentials.config'),
      `[http]\n\textraheader = AUTHORIZATION: basic ${CHECKOUT}\n`,
    )
    const all = Object.values(structured).join(' | ')
    here.play([
      bash('cat printed/*; printenv DEPLOY_PASSWORD'),
      tool('Read', { file_path: join(here.job.workspace, 'printed', 'forms.txt') }),
      { text: all, ...bash(`echo '${all}' > 'printed/azure~Leaf-1.txt'; echo '${all}'`) },
      tool('WebFetch', { url: 'https://example.com/?q=kube-token-3x', prompt: 'kube-token-3x' }),
      { text: `It says ${all}, ${first}\n${others.join('\n')}` },
    ])
    result = await here.step(
      {
        prompt: `Read ${structured['a leaf of JSON']}.`,
        'allowed-tools': 'Bash\nRead',
        // The last answer is long.
        'max-output-tokens': '32000',
        environment: 'DEPLOY_PASSWORD',
        settings: JSON.stringify({ env: { SERVICE_LOGIN: 'settings-6x-key' } }),
        'show-transcript': 'full',
      },
      {
        env: {
          DEPLOY_PASSWORD: SECRET,
          AZURE_SECRET: JSON.stringify({ clientId: '0000-1111', clientSecret: 'azure~Leaf-1', tenant: 'common' }),
          DOTENV_KEY: 'A=production\nB="dotenv-value-2"\n',
          KUBE_CONFIG_KEY: kubeconfig,
          DATABASE_URL: 'postgres://app:db-pass-4x@localhost:5432/app',
        },
      },
    )
  })

  test('did so', () => {
    expect(result.outputs).toMatchObject({ conclusion: 'success', 'num-turns': '5' })
    expect(planted.length).toBeGreaterThanOrEqual(60)
    expect(transcriptFile(result, 'transcript.jsonl')!.match(/\[redacted:secret\]/g)!.length).toBeGreaterThan(300)
    expect(result.outputs['permission-denials']).toContain('https://example.com/?q=[redacted:secret]')
  })

  test('leaves the secret nowhere, in none of sixty forms', () => {
    const forms = planted.flatMap(({ form, cores }) => cores.map((core, at) => shownForms(`${form} ${at}`, core)))
    expect(leaks(here, result, Object.assign({}, ...forms) as Record<string, string>)).toEqual([])
  })

  test('leaves no secret of structured ones, of inputs and of what actions/checkout leaves', () => {
    expect(leaks(here, result, { ...structured, checkout: CHECKOUT })).toEqual([])
  })

  test('leaves what is no secret as it is, and no list of files that would be altered', () => {
    const transcript = transcriptFile(result, 'transcript.jsonl')!
    expect(transcript).toContain('in hexadecimal: ')
    expect(result.outputs['changed-files']).toBe('')
    expect(commandsNamed('notice', result.main.stdout).map(({ data }) => data)).toContainEqual(
      expect.stringContaining('changed-files is empty: a path in it holds what is redacted'),
    )
  })
})

describe('variables that are named like secrets, and hold plain words', () => {
  const WORDS = (
    'result success assistant content system postgres main true production message tool_use tool_result session_id ' +
    'password us-east-1 localhost ubuntu default thinking end_turn'
  ).split(' ')
  const VARIABLES = Object.fromEntries(
    WORDS.map((word, at) => [
      `${['CACHE', 'BOT', 'DB', 'SORT'][at % 4]}${at}_${['KEY', 'TOKEN', 'PASSWORD', 'SECRET'][at % 4]}`,
      word,
    ]),
  )
  const SCHEMA = '{"type":"object","properties":{"result":{"type":"string"}},"required":["result"]}'
  const script: Turn[] = [
    {
      text: `The content of main: ${WORDS.join(' ')}.`,
      ...bash('mkdir -p docker/postgres && echo success > docker/postgres/init.sql && echo true'),
    },
    tool('StructuredOutput', { result: 'success' }),
    { text: 'A message of the assistant.' },
  ]
  const inputs = {
    prompt: 'Print the result.',
    'allowed-tools': 'Bash',
    'json-schema': SCHEMA,
    'show-transcript': 'full',
  }
  const run = async (env: Record<string, string>) => {
    await using fresh = await scenario()
    fresh.play(script)
    const result = await fresh.step(inputs, { env })
    return { result, events: eventsOf(result), log: result.main.stdout }
  }

  test('change neither outcome nor outputs nor transcript, and are named in one warning', async () => {
    const [without, given] = [await run({}), await run(VARIABLES)]
    expect(without.result.outputs).toMatchObject({
      conclusion: 'success',
      'changed-files': '["docker/postgres/init.sql"]',
      'structured-output': '{"result":"success"}',
    })
    const stable = ({ outputs }: StepResult) =>
      Object.fromEntries(Object.entries(outputs).filter(([name]) => !VARYING.has(name)))
    expect(stable(given.result)).toEqual(stable(without.result))
    expect(given.events).toEqual(without.events)
    expect(given.log).not.toContain('[redacted:')
    const warnings = commandsNamed('warning', given.log).map(({ data }) => data)
    expect(warnings).toHaveLength(1)
    for (const name of Object.keys(VARIABLES)) expect(warnings[0]).toContain(name)
    for (const word of ['postgres', 'thinking']) expect(warnings[0]).not.toContain(word)
  })
})

const VARYING = new Set([
  'duration-ms',
  'session-id',
  'transcript-path',
  'artifact-id',
  'artifact-url',
  'total-cost-usd',
  'claude-code-path',
])

/** Types, roles, names of tools, and texts of the events. */
const eventsOf = (result: StepResult) =>
  transcriptFile(result, 'transcript.jsonl')!
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; subtype?: string; message?: { role: string; content: unknown } })
    .map(({ type, subtype, message }) => [
      type,
      subtype,
      message?.role,
      JSON.stringify(message?.content ?? null)
        .replaceAll(/toolu_\w+/g, 'id')
        .replaceAll(/\/tmp\/[\w/.-]+/g, 'path'),
    ])
