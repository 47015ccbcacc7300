// Examples of several jobs or scripts, run to the outcomes that they name: their jobs, conditions and scripts, with the real
// Claude Code, on the emulators. test/act runs the main ones in nektos/act too.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from '@jest/globals'

import type { MessagesRequest } from '../emulators/bedrock-request.ts'
import type { Script } from '../emulators/bedrock-script.ts'
import { download, example, isolated, program, withRole } from '../support/example-run.ts'
import { needing } from '../support/needs.ts'
import { repairScript } from '../support/repair-script.ts'
import { MODEL, scenario, type Scenario } from '../support/scenario.ts'
import { runJob, type RanJob } from '../support/workflow-job.ts'

const LONG = 120_000

describe('scheduled-maintenance', () => {
  const workflow = example('scheduled-maintenance')

  /** Runs the three jobs, each on a runner of its own, and returns them with the checkout of the last. */
  async function maintain(script: (here: Scenario) => Script, npm = 'exit 0') {
    await using work = await scenario()
    work.play(script(work))
    const programs = program('npm', npm)
    const worked = await runJob({ here: work, workflow, job: 'work', programs, with: { ...withRole, ...isolated } })
    const ran: Record<string, RanJob> = { work: worked }
    let changed = ''
    for (const job of ['test', 'propose']) {
      await using here = await scenario()
      const actions = {
        'actions/download-artifact': ({ path = '', 'artifact-ids': id }: Readonly<Record<string, string>>) => {
          if (id === worked.outputs.artifact) download(work, worked.action, path)
        },
        'peter-evans/create-pull-request': ({ body = '' }: Readonly<Record<string, string>>) => {
          changed = `${body}\n${execFileSync('git', ['diff'], { cwd: here.job.workspace, encoding: 'utf8' })}`
        },
      }
      ran[job] = await runJob({ here, workflow, job, needs: ran, actions, programs })
    }
    return { ran, changed, results: Object.values(ran).map(({ result }) => result) }
  }

  test(
    'makes a pull request of what the agent changed, after the tests',
    async () => {
      const { results, changed, ran } = await maintain(({ job }) => repairScript(job.workspace))
      expect(results).toEqual(['success', 'success', 'success'])
      expect(changed).toContain('Fixed `discounted`')
      expect(changed).toContain('\n+  return Math.round(cents * (1 - percent / 100))\n')
      expect(ran.test?.steps.slice(-2)).toEqual(['npm ci: success', 'npm test: success'])
    },
    LONG,
  )

  test(
    'makes none when the tests fail',
    async () => {
      const failing = '[ "$1" != test ]'
      const { results, changed } = await maintain(({ job }) => repairScript(job.workspace), failing)
      expect([results, changed]).toEqual([['success', 'failure', 'skipped'], ''])
    },
    LONG,
  )

  test(
    'makes none when nothing changed',
    async () => {
      const { results } = await maintain(() => [{ text: 'Nothing to do.' }])
      expect(results).toEqual(['success', 'skipped', 'skipped'])
    },
    LONG,
  )
})

describe('structured-output-gate', () => {
  const workflow = example('structured-output-gate')

  /** Runs check and deploy after a deployment of `deployed` ('' for none); the model says whether it is breaking. */
  async function push(breaking: boolean, gh: (first: string) => string) {
    const asks: MessagesRequest[] = []
    const reason = '::error::forged by the agent'
    await using here = await scenario({
      aws: {
        script: (request, turn) => {
          asks.push(request)
          return turn === 0
            ? { toolUses: [{ name: 'StructuredOutput', input: { breaking, reason } }] }
            : { text: 'Done.' }
        },
      },
    })
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=O', '-c', 'user.email=o@example.com', ...args], {
        cwd: here.job.workspace,
        encoding: 'utf8',
      }).trim()
    const first = git('rev-parse', 'HEAD')
    for (const message of ['Two', 'Three']) git('commit', '--quiet', '--allow-empty', `--message=${message}`)
    const run = { here, workflow, with: withRole, programs: program('gh', gh(first)) }
    const check = await runJob({ ...run, job: 'check', github: { event: { repository: { name: 'octo-repo' } } } })
    const deploy = await runJob({ ...run, job: 'deploy', needs: { check } })
    return { check, deploy, first, prompt: JSON.stringify(asks[0]?.messages) }
  }

  test(
    'checks everything since the last deployment, and lets what is not breaking through',
    async () => {
      const { check, deploy, first, prompt } = await push(false, (commit) => `echo ${commit}`)
      expect(prompt).toContain(`\`git diff ${first} HEAD\``)
      expect(JSON.parse(check.outputs.decision ?? '')).toMatchObject({ breaking: false })
      expect([check.result, deploy.result, deploy.log]).toEqual(['success', 'success', 'Your deployment goes here.\n'])
    },
    LONG,
  )

  test(
    'holds what is breaking back, and prints none of the agent’s words',
    async () => {
      const { check, deploy } = await push(true, (commit) => `echo ${commit}`)
      expect([check.result, deploy.result]).toEqual(['success', 'skipped'])
      expect(`${check.log}${deploy.log}`).not.toContain('forged')
    },
    LONG,
  )

  test.each([
    ['nothing was deployed yet', 'echo'],
    ['the deployed commit is gone', `echo ${'9'.repeat(40)}`],
  ])(
    'checks everything when %s',
    async (_name, gh) => {
      const { prompt } = await push(false, () => gh)
      expect(prompt).toContain('`git diff 4b825dc642cb6eb9a060e54bf8d69288fbee4904 HEAD`')
    },
    LONG,
  )

  test(
    'deploys nothing when GitHub cannot be asked',
    async () => {
      const { check, deploy } = await push(false, () => 'exit 1')
      expect([check.result, check.action, deploy.result]).toEqual(['failure', undefined, 'skipped'])
    },
    LONG,
  )

  needing('jq').test('asks for the last deployment that succeeded', () => {
    const run = workflow.jobs.check?.steps.find(({ id }) => id === 'last')?.run ?? ''
    const [, filter = ''] = /--jq '([^']+)'/.exec(run) ?? []
    const nodes = ['SUCCESS', 'SUCCESS', 'FAILURE'].map((state, index) => ({
      commitOid: `c${index}`,
      latestStatus: { state },
    }))
    const last = (list: object[]) => {
      const input = JSON.stringify({ data: { repository: { deployments: { nodes: list } } } })
      return execFileSync('jq', ['-r', filter], { input, encoding: 'utf8' })
    }
    expect([last(nodes), last([{ commitOid: 'c', latestStatus: null }]), last([])]).toEqual(['c1\n', '\n', '\n'])
  })
})

describe('own-script', () => {
  const workflow = example('own-script')

  test(
    'describes each file in the summary',
    async () => {
      await using here = await scenario({ aws: { script: () => ({ text: 'It reckons prices.' }) } })
      const ran = await runJob({ here, workflow, job: 'script', with: withRole })
      expect([ran.result, ran.action?.outputs.conclusion]).toEqual(['success', 'setup'])
      expect(ran.action?.exported.ANTHROPIC_MODEL).toBe(MODEL)
      expect(ran.summary).toBe('**price.js**: It reckons prices.\n\n**price.test.js**: It reckons prices.\n\n')
      expect(ran.log).not.toContain('reckons')
    },
    LONG,
  )

  test(
    'is red when claude fails',
    async () => {
      await using here = await scenario()
      const programs = program('claude', 'echo "half an answer"; exit 1')
      const ran = await runJob({ here, workflow, job: 'script', with: withRole, programs })
      expect(ran.steps.at(-1)).toBe('Describe each source file: failure')
      expect(ran.result).toBe('failure')
    },
    LONG,
  )

  test(
    'gives the agent nothing but reading',
    async () => {
      const tools: string[][] = []
      await using here = await scenario({
        aws: {
          script: (request) => (tools.push([...request.tools]), { text: 'Yes.' }),
        },
      })
      await runJob({ here, workflow, job: 'script', with: withRole })
      expect(new Set(tools.flat())).toEqual(new Set(['Read']))
    },
    LONG,
  )
})

describe('resume', () => {
  const workflow = example('resume')
  const inputs = { 'run-id': '4710', prompt: 'What was its number?' }

  test(
    'continues the session of the run',
    async () => {
      await using before = await scenario({ aws: { script: [{ text: 'The ticket is 4711.' }] } })
      const first = await before.step({ prompt: 'Open a ticket.' })
      const conversation: string[] = []
      await using here = await scenario({
        aws: { script: (request) => (conversation.push(JSON.stringify(request.messages)), { text: 'It was 4711.' }) },
      })
      const actions = {
        'actions/download-artifact': ({ path = '', pattern = '' }: Readonly<Record<string, string>>) => {
          const { name } = before.github.artifacts.artifacts()[0]!
          expect(name.startsWith(pattern.slice(0, -1))).toBe(true)
          download(before, first, join(path, name))
        },
      }
      const ran = await runJob({ here, workflow, job: 'claude', inputs, actions, with: withRole })
      expect(ran.action?.outputs).toMatchObject({ conclusion: 'success', result: 'It was 4711.', model: MODEL })
      expect(conversation.at(-1)).toContain('The ticket is 4711.')
    },
    LONG,
  )

  test.each([0, 2])('is red with %d sessions, and starts no conversation', async (count) => {
    await using here = await scenario()
    const actions = {
      'actions/download-artifact': ({ path = '' }: Readonly<Record<string, string>>) => {
        mkdirSync(path)
        for (let index = 0; index < count; index++) {
          mkdirSync(join(path, String(index), 'session'), { recursive: true })
          writeFileSync(join(path, String(index), 'session', `${index}.jsonl`), '{}\n')
        }
      },
    }
    const ran = await runJob({ here, workflow, job: 'claude', inputs, actions, with: withRole })
    expect([ran.result, ran.action]).toEqual(['failure', undefined])
    expect(ran.log).toContain(`::error::That run has ${count} sessions`)
  })
})
