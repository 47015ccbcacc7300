import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Turn } from '../emulators/bedrock-script.ts'
import type { StepResult } from '../support/runner.ts'
import { scenario, transcriptFile, type Scenario } from '../support/scenario.ts'
import { leaks, unpackedEvents } from '../support/traces.ts'
import { commandsNamed, workflowCommands } from '../support/workflow-commands.ts'

const bash = (command: string): Turn => ({ toolUses: [{ name: 'Bash', input: { command } }] })

let here: Scenario
beforeAll(async () => {
  here = await scenario()
})
afterAll(async () => here[Symbol.asyncDispose]())

describe('an agent that is hostile', () => {
  const SECRET = 'p@ss/w+rd "of" the <deploy> & 0123456789'
  const TOKEN = 'dG9rZW4tZm9yLXRoZS1yZWdpc3RyeQ'
  const MARKUP = '<script>alert("planted")</script><img src=x onerror="planted()">'
  let result: StepResult

  beforeAll(async () => {
    here.play([
      {
        text: `::error::planted text\n  ::add-mask::planted\n##[error]planted\rok\r::warning::planted\n${MARKUP}`,
        ...bash(
          [
            'printf "::set-output name=result::planted\\n##[command]planted\\n\\r::warning::planted\\n::stop-commands::planted\\n"',
            'echo "$DEPLOY_PASSWORD"; echo "$REGISTRY_TOKEN"; printf "%s" "$DEPLOY_PASSWORD" | base64 -w0; echo',
            `node -p 'encodeURIComponent(process.env.DEPLOY_PASSWORD)'; env | sort`,
          ].join('\n'),
        ),
      },
      bash(`echo '${MARKUP}' && false`),
      {
        text: `\`\`\`\n</div>${MARKUP}\n\`\`\`\n::error::planted result\nThe password is ${SECRET}, the token ${TOKEN}.`,
      },
    ])
    const env = { DEPLOY_PASSWORD: SECRET, REGISTRY_TOKEN: TOKEN }
    const environment = Object.keys(env).join()
    result = await here.step(
      { prompt: `Deploy with ${TOKEN}.`, 'allowed-tools': 'Bash', environment, 'show-transcript': 'full' },
      { env },
    )
  })

  test('did what it wanted', () => {
    expect(result.outputs).toMatchObject({ conclusion: 'success', 'permission-denials': '[]', 'num-turns': '3' })
    for (const name of ['transcript.jsonl', 'transcript.html'])
      expect(transcriptFile(result, name)).toContain('planted')
    expect(result.main.stdout.match(/planted/g)?.length).toBeGreaterThan(10)
  })

  test('gives the runner no command: none has its words, and no other than ours', () => {
    const commands = [...workflowCommands(result.main.stdout), ...workflowCommands(result.post.stdout)]
    expect(commands.filter(({ data }) => data.includes('planted'))).toEqual([])
    const ours = new Set(['group', 'endgroup', 'add-mask', 'debug'])
    expect(commands.filter(({ name }) => !ours.has(name))).toEqual([])
  })

  test('puts no element into the page', () => {
    const page = transcriptFile(result, 'transcript.html') ?? ''
    expect(page).toContain('&lt;script&gt;alert("planted")&lt;/script&gt;&lt;img src=x onerror="planted()"&gt;')
    // The viewer's own program is no element.
    expect(page.replaceAll(/<(script|style)\b[^>]*>[^]*?<\/\1>/g, '')).not.toContain('<img')
    expect(page.match(/<script\b[^>]*>[^<]{0,20}/g)?.filter((tag) => tag.includes('alert'))).toEqual([])
    expect(unpackedEvents(page)).toContain('planted()')
  })

  test('breaks out of no block of the summary', () => {
    expect(result.summary).toContain(MARKUP)
    const outside = result.summary.replaceAll(/^(`{3,})\w*\n[^]*?^\1$/gm, '').replaceAll(/`[^`\n]*`/g, '')
    expect(outside).toContain('planted result')
    expect(outside).not.toMatch(/<script|<img|<\/div>|^::/m)
    const tags = new Set([...outside.matchAll(/<\/?(\w+)/g)].map(([, name]) => name))
    expect([...tags].filter((name) => !['details', 'summary', 'br'].includes(name ?? ''))).toEqual([])
  })

  test('leaves no secret of the job anywhere, in no form', () => {
    const forms = Object.fromEntries(
      Object.entries({ SECRET, TOKEN }).flatMap(([name, value]) => [
        [name, value],
        [`${name} in JSON`, JSON.stringify(value).slice(1, -1)],
        [`${name} in base64`, Buffer.from(value).toString('base64').replace(/=+$/, '').slice(0, -1)],
        [`${name} in a URL`, encodeURIComponent(value)],
        [`${name} in HTML`, value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
      ]),
    )
    expect(leaks(here, result, forms)).toEqual([])
    expect(transcriptFile(result, 'transcript.jsonl')?.match(/\[redacted:/g)?.length).toBeGreaterThan(6)
    expect(result.outputs.result).toMatch(/The password is \[redacted:\w+\], the token \[redacted:\w+\]\.$/)
    expect(result.summary).toContain('Deploy with [redacted:')
  })

  test('leaves no token of the run anywhere', () => {
    const [session] = here.aws.account.sessions
    const masked = commandsNamed('add-mask', result.main.stdout).map(({ data }) => data)
    const tokens = {
      ACTIONS_RUNTIME_TOKEN: here.github.env.ACTIONS_RUNTIME_TOKEN ?? '',
      secretAccessKey: session?.secretAccessKey ?? '',
    }
    expect(masked.length).toBeGreaterThan(3)
    expect(leaks(here, result, { ...tokens, ...Object.fromEntries(masked.entries()) })).toEqual([])
    expect(transcriptFile(result, 'transcript.jsonl')).toMatch(
      /ANTHROPIC_CUSTOM_HEADERS=x-claude-code-bedrock-gateway: \[redacted:/,
    )
  })
})

test('keys that the agent was given, and prints, are redacted everywhere', async () => {
  const { accessKeyId, secretAccessKey } = here.aws.account.addUser('printed')
  here.play([bash('env; printf "%s" "$AWS_SECRET_ACCESS_KEY" | base64 -w0'), { text: `It is ${secretAccessKey}.` }])
  const result = await here.step(
    {
      prompt: 'Print.',
      'role-to-assume': '',
      credentials: 'environment',
      'allowed-tools': 'Bash',
      'show-transcript': 'full',
    },
    { env: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } },
  )
  expect(result.outputs).toMatchObject({ conclusion: 'success', result: 'It is [redacted:secret].' })
  expect(transcriptFile(result, 'transcript.jsonl')).toContain('AWS_SECRET_ACCESS_KEY=[redacted:')
  const base64 = Buffer.from(secretAccessKey).toString('base64').replace(/=+$/, '').slice(0, -1)
  expect(leaks(here, result, { plain: secretAccessKey, base64, url: encodeURIComponent(secretAccessKey) })).toEqual([])
})
