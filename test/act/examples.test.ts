// `npm run test:act`: the three main examples, as they are, in nektos/act, with the role of examples/iam, the real Claude
// Code and the emulators. docs/decisions.md says what is not real here, and what act has shown.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { emptyOutputs } from '../support/empty-outputs.ts'
import { needing } from '../support/needs.ts'
import { repairScript } from '../support/repair-script.ts'
import { runExample, type ActJob, type RanJob } from './job.ts'
import { hasAct } from './program.ts'

const { describe: withAct } = needing('nektos/act, which Go builds', hasAct)

const LONG = 200_000
const OURS = 'OWNER/claude-code-bedrock-action'
const MODEL = 'us.anthropic.claude-sonnet-4-6'
const FIXED = 'Math.round(cents * (1 - percent / 100))'

const lines: string[] = []
afterAll(() => {
  if (lines.length > 0) process.stderr.write(`\nRun by act:\n${lines.map((line) => `  ${line}\n`).join('')}\n`)
})

/** Runs the example once for the tests of a group. */
function running(job: ActJob): () => RanJob {
  let ran: RanJob | undefined
  beforeAll(async () => {
    ran = await runExample(job)
    const { conclusion = 'nothing' } = outputs(ran)
    lines.push(`${job.example} on ${job.event.name}: exit code ${ran.status}, the action's conclusion is ${conclusion}`)
    lines.push(...[...ran.steps, ...ran.changed.map((change) => `changed: ${change}`)].map((line) => `  ${line}`))
  }, LONG)
  return () => ran!
}

/** Outputs of the one step that has a conclusion. */
const outputs = (ran: RanJob) => Object.values(ran.outputs).find((each) => 'conclusion' in each) ?? {}

/** What holds of every run of the action, however it ended: what the job sees, what is kept, what nobody reads. */
function keepsItsPromises(ran: () => RanJob) {
  test('sets every output there is', () => {
    expect(Object.keys(outputs(ran())).sort()).toEqual(Object.keys(emptyOutputs('success')).sort())
  })

  test("leaves the transcript with act's artifact server, and says the same there", () => {
    const { 'artifact-url': url, 'artifact-id': id, ...given } = outputs(ran())
    expect(url).toMatch(/^https:\/\/github\.com\/octo-org\/octo-repo\/actions\/runs\/1\/artifacts\/\d+$/)
    expect(url).toContain(String(id))
    const [[name, files] = ['', {}], ...more] = Object.entries(ran().artifacts)
    expect(more).toEqual([])
    expect(name).toMatch(/^claude-transcript-\w+-1-\w+$/)
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['result.json', 'transcript.html', 'transcript.jsonl']))
    const result = JSON.parse(files['result.json'] ?? '{}') as Record<string, unknown>
    for (const output of ['conclusion', 'failure-code', 'result', 'session-id']) {
      expect([output, result[output] ?? '']).toEqual([output, given[output]])
    }
  })

  test('shows no credentials', () => {
    const kept = Object.values(ran().artifacts).flatMap((files) => Object.values(files))
    for (const text of [ran().log, ...ran().summaries, ...kept]) {
      expect(text).not.toMatch(/\bASIA[A-Z0-9]{16}|IQoJb3JpZ2luX2Vj\w|eyJhbGciOiJSUzI1NiI/)
    }
  })
}

withAct('workflow_dispatch with a prompt', () => {
  const ran = running({
    example: 'manual-prompt.yml',
    event: { name: 'workflow_dispatch', payload: { inputs: { prompt: 'A test fails. Repair it.', model: MODEL } } },
    script: repairScript,
  })

  test('runs the step, those around it, and its post step', () => {
    expect(ran().steps).toEqual([
      'claude: Main actions/checkout: success',
      `claude: Main ${OURS}: success`,
      'claude: Main Show what changed: success',
      `claude: Post ${OURS}: success`,
    ])
    expect(ran().status).toBe(0)
  })

  keepsItsPromises(ran)

  test('tells what the agent did', () => {
    expect(outputs(ran())).toMatchObject({
      ...{ conclusion: 'success', 'changed-files': '["price.js"]', 'num-turns': '5', model: MODEL },
      ...{ 'aws-account-id': '111122223333', 'cache-hit': 'tool-cache' },
    })
  })

  test('writes a summary, to which the next step adds the changes', () => {
    const [ours, next] = ran().summaries
    expect(ours).toMatch(/^## ✅ Claude finished/)
    expect(next).toContain(`+  return ${FIXED}`)
  })
})

withAct('review of a pull request', () => {
  const pullRequest = {
    number: 7,
    draft: false,
    head: { ref: 'change', sha: '2'.repeat(40), repo: { full_name: 'octo-org/octo-repo' } },
    base: { ref: 'main', sha: '1'.repeat(40), repo: { full_name: 'octo-org/octo-repo' } },
  }
  const review = 'price.js:1: `free` is not tested.'
  const script: ActJob['script'] = (workspace) => [
    { toolUses: [{ name: 'Bash', input: { command: 'git diff HEAD^1 HEAD' } }] },
    { toolUses: [{ name: 'Read', input: { file_path: `${workspace}/price.js` } }] },
    { toolUses: [{ name: 'Bash', input: { command: 'npm test' } }] },
    { text: review },
  ]
  const job = {
    example: 'pull-request-review.yml',
    event: { name: 'pull_request', payload: { action: 'opened', number: 7, pull_request: pullRequest } },
    claims: { event_name: 'pull_request', ref: 'refs/pull/7/merge' },
    parameters: { PullRequests: 'true' },
    pullRequest: { 'price.js': 'export const free = 0\n' },
    script,
  }

  describe('of this repository', () => {
    const ran = running(job)

    test('reviews in one job, and comments in another', () => {
      expect(ran().steps).toEqual([
        'review: Main actions/checkout: success',
        `review: Main ${OURS}: success`,
        `review: Post ${OURS}: success`,
        'comment: Main Post the review: success',
      ])
      expect(ran().status).toBe(0)
      expect(ran().kept['gh-arguments']).toBe('pr comment 7 --body-file -\n')
      expect(ran().kept['gh-input']).toBe(review)
    })

    keepsItsPromises(ran)

    test('signs in as the job of a pull request', () => {
      expect(ran().tokens.map(({ sub }) => sub)).toEqual(['repo:octo-org@123456/octo-repo@789012:pull_request'])
    })

    test('sees the changes, and may only read', () => {
      const [files = {}] = Object.values(ran().artifacts)
      expect(files['transcript.jsonl']).toContain('+export const free = 0')
      const denied = JSON.parse(outputs(ran())['permission-denials'] ?? '') as { tool_input: object }[]
      expect(denied.map(({ tool_input }) => tool_input)).toEqual([{ command: 'npm test' }])
      expect(outputs(ran())['changed-files']).toBe('[]')
    })
  })

  describe('of a fork', () => {
    const head = { ...pullRequest.head, repo: { full_name: 'stranger/octo-repo' } }
    const payload = { ...job.event.payload, pull_request: { ...pullRequest, head } }
    const ran = running({ ...job, event: { ...job.event, payload } })

    test('is left alone', () => {
      expect([ran().status, ran().steps, ran().tokens]).toEqual([0, [], []])
    })
  })

  describe('with a role that lets in main only', () => {
    const ran = running({ ...job, parameters: {} })

    test('fails with the reason, and posts nothing', () => {
      expect(ran().steps).toEqual([
        'review: Main actions/checkout: success',
        `review: Main ${OURS}: failure`,
        `review: Post ${OURS}: success`,
      ])
      expect(ran().status).toBe(1)
      expect(outputs(ran())).toMatchObject({ conclusion: 'failure', 'failure-code': 'role-not-assumable' })
      expect(ran().summaries.join('')).toContain('repo:octo-org@123456/octo-repo@789012:pull_request')
    })

    keepsItsPromises(ran)
  })
})

withAct('scheduled maintenance', () => {
  const ran = running({
    example: 'scheduled-maintenance.yml',
    event: { name: 'schedule', payload: { schedule: '17 4 * * 1' } },
    script: repairScript,
  })

  test('works in one job, tests in another, and proposes in a third', () => {
    expect(ran().steps).toEqual([
      'work: Main actions/checkout: success',
      'work: Main actions/setup-node: success',
      'work: Main npm ci --ignore-scripts: success',
      `work: Main ${OURS}: success`,
      `work: Post ${OURS}: success`,
      'test: Main actions/checkout: success',
      'test: Main actions/setup-node: success',
      'test: Main actions/download-artifact: success',
      'test: Main git apply "$RUNNER_TEMP/transcript/changes.patch": success',
      'test: Main npm ci: success',
      'test: Main npm test: success',
      'propose: Main actions/checkout: success',
      'propose: Main actions/download-artifact: success',
      'propose: Main git apply "$RUNNER_TEMP/transcript/changes.patch": success',
      'propose: Main peter-evans/create-pull-request: success',
    ])
    expect(ran().status).toBe(0)
  })

  keepsItsPromises(ran)

  test('the pull request holds the changes, what the agent says of them, and where the transcript is', () => {
    const { result = '', 'artifact-url': url = '' } = outputs(ran())
    expect(ran().kept['pull-request/changes.diff']).toContain(`+  return ${FIXED}`)
    expect(result).toMatch(/^Fixed `discounted`/)
    expect(ran().kept['pull-request/body']).toBe(`${result}\n\nWritten by Claude Code. Transcript: ${url}\n`)
  })
})
