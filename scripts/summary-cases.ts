// The twelve runs that a reader must understand from their job summary in ten seconds: the shipped bundle and the real Claude
// Code on the emulators. `npm run screenshots` draws them.
import { BEDROCK_ERRORS } from '../test/emulators/bedrock-errors.ts'
import type { MessagesRequest } from '../test/emulators/bedrock-request.ts'
import type { Script, Turn } from '../test/emulators/bedrock-script.ts'
import { repairScript } from '../test/support/repair-script.ts'
import type { StepOptions, StepResult } from '../test/support/runner.ts'
import { MODEL, scenario, type Scenario } from '../test/support/scenario.ts'

/** One run, by the name that its picture gets. */
export interface SummaryCase {
  readonly name: string
  readonly script?: (here: Scenario) => Script
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Puts the account or the service into the state that the run finds. */
  readonly prepare?: (here: Scenario) => void
}

/** What came of a case. */
export interface DrawnCase {
  readonly here: Scenario
  readonly result: StepResult
}

const bash = (command: string): Turn => ({ toolUses: [{ name: 'Bash', input: { command } }] })

const ANSWER = `## What I found

\`discounted\` returned the **discount** instead of the price. I changed one line in [price.js](price.js):

1. \`return Math.round(cents * (1 - percent / 100))\`
2. ran \`npm test\`: all three tests pass

| test | before | after |
|---|---|---|
| a quarter off | ✗ | ✓ |
| nothing off | ✗ | ✓ |

> The README still says *percent* is a fraction; I left it alone.

- [x] repaired
- [ ] README

\`\`\`js
discounted(1000, 25) // 750
\`\`\`
`

const SCHEMA = JSON.stringify({
  type: 'object',
  properties: { conclusion: { type: 'string' }, findings: { type: 'array', items: { type: 'object' } } },
  required: ['conclusion', 'findings'],
})

const REVIEW = {
  conclusion: 'changes-needed',
  findings: [{ file: 'price.js', line: 3, problem: 'returns the discount instead of the price' }],
}

/** Its first message is what it was asked to do. */
const isSubagent = ({ messages }: MessagesRequest) => JSON.stringify(messages[0]).includes('and report.')

const onRuntime = { when: ({ plane }: { plane: string }) => plane === 'runtime' }

const PROMPT = 'A test of this repository fails. Find out why, repair it, and run the tests again.'
const REPAIR = { prompt: PROMPT, 'allowed-tools': 'Edit\nBash(npm test)' }

/** In the order of the issue that asked for them. */
export const SUMMARY_CASES: readonly SummaryCase[] = [
  { name: 'success-plain', script: ({ job }) => repairScript(job.workspace), inputs: REPAIR },
  {
    name: 'success-markdown',
    script: ({ job }) => [...repairScript(job.workspace).slice(0, -1), { text: ANSWER }],
    inputs: REPAIR,
  },
  {
    name: 'denied-calls',
    script: ({ job }) => [
      ...repairScript(job.workspace).slice(0, -1),
      bash('git push --force origin main'),
      { toolUses: [{ name: 'WebFetch', input: { url: 'https://example.com/a', prompt: 'Read it' } }] },
      { text: 'The repair is done. I may not push, so the commit is left to you.' },
    ],
    inputs: REPAIR,
  },
  {
    name: 'iam-permission-missing',
    inputs: REPAIR,
    prepare: ({ aws }) => aws.bedrock.faults.inject(BEDROCK_ERRORS.iamDenied, onRuntime),
  },
  { name: 'role-not-assumable', inputs: { ...REPAIR, 'role-to-assume': 'arn:aws:iam::111122223333:role/claud' } },
  {
    name: 'throttled-until-time-out',
    script: () => [bash('echo one'), { text: 'Never said.' }],
    inputs: { ...REPAIR, 'allowed-tools': 'Bash(echo:*)', 'timeout-minutes': '0.25' },
    prepare: ({ aws }) =>
      aws.bedrock.faults.inject(BEDROCK_ERRORS.tooManyTokens, {
        from: 3,
        times: 100,
        when: ({ plane, model }) => plane === 'runtime' && model === MODEL,
      }),
  },
  {
    name: 'timed-out',
    script: () => [{ text: 'I will watch the build.', ...bash('npm test; sleep 60') }],
    inputs: { prompt: 'Watch the build.', 'allowed-tools': 'Bash(sleep:*)\nBash(npm test)', 'timeout-minutes': '0.12' },
  },
  {
    name: 'max-turns',
    script: () => ['one', 'two', 'three', 'four'].map((word) => ({ text: `Part ${word}.`, ...bash(`echo ${word}`) })),
    inputs: { ...REPAIR, 'allowed-tools': 'Bash(echo:*)', 'max-turns': '3' },
  },
  {
    name: 'structured-output',
    script: () => [{ toolUses: [{ name: 'StructuredOutput', input: REVIEW }] }, { text: 'Done.' }],
    inputs: { prompt: 'Review price.js.', 'json-schema': SCHEMA },
  },
  {
    name: 'subagents-one-failed',
    script: () => subagents(),
    inputs: { prompt: 'Look at price.js and at the tests.', 'allowed-tools': 'Task\nAgent\nRead' },
  },
  {
    name: 'preflight-only-red',
    inputs: { preflight: 'only' },
    prepare: ({ aws }) => aws.bedrock.faults.inject(BEDROCK_ERRORS.modelNoAccess, onRuntime),
  },
  { name: 'input-invalid', inputs: { ...REPAIR, 'timeout-minutes': 'half an hour', 'permission-mode': 'acceptedits' } },
]

/** Two subagents at once, of which one gets an error from Bedrock. */
function subagents(): Script {
  let asked = 0
  let isBegun = false
  const task = (description: string) => ({
    name: 'Agent',
    input: {
      description,
      prompt: `${description}, and report.`,
      subagent_type: 'general-purpose',
      run_in_background: false,
    },
  })
  return (request) => {
    if (isSubagent(request)) {
      asked += 1
      return asked === 1 ? { text: 'price.js has one fault, in line 3.' } : { error: BEDROCK_ERRORS.modelNoAccess }
    }
    if (isBegun) return { text: 'price.js has one fault, in line 3. The agent that looked at the tests failed.' }
    isBegun = true
    return { toolUses: [task('Look at price.js'), task('Look at the tests')] }
  }
}

/** Runs a case; the caller ends its scenario. */
export async function runCase({ script, inputs = {}, env, prepare }: SummaryCase): Promise<DrawnCase> {
  const here = await scenario()
  if (script !== undefined) here.play(script(here))
  prepare?.(here)
  const options: Omit<StepOptions, 'inputs'> = { limitMs: 120_000, ...(env && { env }) }
  return { here, result: await here.step(inputs, options) }
}
