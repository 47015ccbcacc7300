// Runs of the real Claude Code through the shipped action, with a scripted model, whose transcripts are kept as real input for
// tests and benchmarks. `npx node scripts/record-transcripts.ts` records them again.
import { cpSync } from 'node:fs'
import { join } from 'node:path'

import { BEDROCK_ERRORS } from '../emulators/bedrock-errors.ts'
import type { MessagesRequest } from '../emulators/bedrock-request.ts'
import type { Saying, Script, Turn } from '../emulators/bedrock-script.ts'
import { repairScript } from './repair-script.ts'
import { root } from './runner.ts'
import { scenario, transcriptFile, type Scenario } from './scenario.ts'

/** A run to record: what goes in, what the model says, what goes wrong. */
export interface Recording {
  readonly name: string
  readonly prompt: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly script: (workspace: string) => Script
  readonly prepare?: (here: Scenario) => void
  /** Sent to the action once a line of its log has this text. */
  readonly cancelAt?: string
}

const tool = (name: string, input: Readonly<Record<string, unknown>>) => ({ name, input })
const bash = (command: string, description = 'Run it') => tool('Bash', { command, description })

/** Files of this project, as long as files are. */
const LONG_FILES = ['action.yml', 'docs/TRANSCRIPTS.md', 'docs/CREDENTIALS.md', 'src/run.ts', 'src/errors.ts']

/** Runs of every kind; each is recorded into `test/recordings/<name>.jsonl`. */
export const RECORDINGS: readonly Recording[] = [
  {
    name: 'repair',
    prompt: 'A test of this repository fails. Find out why, repair it, and run the tests again.',
    inputs: { 'allowed-tools': 'Edit\nBash(npm test)' },
    script: repairScript,
  },
  {
    name: 'edits',
    prompt: 'Write a change log, and use a named constant.',
    inputs: { 'allowed-tools': 'Edit\nWrite\nBash' },
    script: (workspace) => {
      const [price, log] = [join(workspace, 'price.js'), join(workspace, 'docs/CHANGELOG.md')]
      const older = Array.from({ length: 60 }, (_, at) => `- Change ${at + 1}`).join('\n')
      return [
        { toolUses: [tool('Read', { file_path: price }), tool('Read', { file_path: join(workspace, 'README.md') })] },
        { toolUses: [tool('Edit', { file_path: price, old_string: 'percent / 99', new_string: 'percent / 100' })] },
        {
          thinking: 'That text is not there. The file says 100.',
          toolUses: [tool('Edit', { file_path: price, old_string: '100', new_string: 'WHOLE', replace_all: true })],
        },
        { toolUses: [tool('Write', { file_path: log, content: `# Changes\n\n## 1.4.1\n\n${older}\n` })] },
        { toolUses: [tool('Edit', { file_path: log, old_string: '# Changes\n', new_string: '# Änderungen 🎉\n' })] },
        { toolUses: [bash('git status --short && git diff --stat', 'See what changed'), bash('cat nowhere.txt')] },
        { text: 'Done:\n\n- `price.js` names the constant\n- `docs/CHANGELOG.md` is new' },
      ]
    },
  },
  {
    name: 'subagents',
    prompt: 'Find every place that computes a price.',
    inputs: { 'allowed-tools': 'Task\nBash' },
    script: () => bySpeaker,
  },
  {
    name: 'commands',
    prompt: 'Try some commands.',
    inputs: { 'allowed-tools': 'Bash' },
    script: () => [
      { text: 'First what prints much.', toolUses: [bash('seq 1 3000 | sed "s/$/ lines of output/"')] },
      {
        toolUses: [bash('printf "\\033[31mred\\033[0m and \\0 and \\377\\376\\n"; echo on standard error >&2; exit 3')],
      },
      { toolUses: [bash('true', 'Say nothing')] },
      { toolUses: [bash('printf "<script>alert(1)</script>\\n::error::planted\\n"')] },
      { text: 'They ran. <b>This</b> is text, `so` is **that**.' },
    ],
  },
  {
    name: 'reading',
    prompt: 'Read the sources of an action.',
    inputs: { 'allowed-tools': 'Bash(grep:*)' },
    prepare: ({ job }) => {
      for (const path of LONG_FILES) cpSync(join(root, path), join(job.workspace, path))
    },
    script: (workspace) => [
      ...LONG_FILES.map((path) => ({ toolUses: [tool('Read', { file_path: join(workspace, path) })] })),
      { toolUses: [bash('grep -rn "transcript" docs src action.yml', 'Search')] },
      { text: 'Read.' },
    ],
  },
  {
    name: 'denied',
    prompt: 'Publish.',
    inputs: { 'allowed-tools': 'Bash(git status:*)' },
    script: () => [
      { toolUses: [bash('git status --short', 'Look')] },
      {
        toolUses: [
          bash('git push --force origin main', 'Publish'),
          tool('WebFetch', { url: 'https://example.com/a', prompt: 'x' }),
        ],
      },
      { text: 'I may not publish.' },
    ],
  },
  {
    name: 'retries',
    prompt: 'Say hello.',
    script: () => [{ text: 'Hello.' }],
    prepare: ({ aws }) => {
      aws.bedrock.faults.inject(BEDROCK_ERRORS.tooManyRequests, { times: 2 })
      aws.bedrock.faults.inject(BEDROCK_ERRORS.serviceUnavailable, { from: 3, times: 1 })
    },
  },
  {
    name: 'compacted',
    prompt: 'Say hello.',
    script: () => [{ text: 'One moment.', toolUses: [bash('echo one')] }, { error: BEDROCK_ERRORS.inputTooLong }],
    inputs: { 'allowed-tools': 'Bash' },
  },
  {
    name: 'model-error',
    prompt: 'Say hello.',
    script: () => [{ text: 'One moment.', toolUses: [bash('echo one')] }, { error: BEDROCK_ERRORS.accountHold }],
    inputs: { 'allowed-tools': 'Bash' },
  },
  {
    name: 'access-denied',
    prompt: 'Say hello.',
    script: () => [{ text: 'Never said.' }],
    prepare: ({ aws }) => aws.bedrock.faults.inject(BEDROCK_ERRORS.modelNoAccess, { times: Infinity }),
  },
  {
    name: 'output-limit',
    prompt: 'Write much.',
    script: () => Array<Turn>(5).fill({ text: 'It goes on and on. '.repeat(200), stopReason: 'max_tokens' }),
  },
  { name: 'max-turns', prompt: 'Go on.', inputs: { 'max-turns': '3', 'allowed-tools': 'Bash' }, script: () => goesOn },
  {
    name: 'budget',
    prompt: 'Go on.',
    inputs: { 'max-budget-usd': '0.2', 'allowed-tools': 'Bash' },
    script: () => goesOn,
  },
  {
    name: 'structured',
    prompt: 'Count the files.',
    inputs: { 'json-schema': '{"type":"object","properties":{"files":{"type":"number"}},"required":["files"]}' },
    script: () => [{ toolUses: [tool('StructuredOutput', { files: 4 })] }, { text: 'Four.' }],
  },
  {
    name: 'timed-out',
    prompt: 'Wait.',
    inputs: { 'timeout-minutes': '0.15', 'allowed-tools': 'Bash' },
    script: () => waits,
  },
  { name: 'cancelled', prompt: 'Wait.', inputs: { 'allowed-tools': 'Bash' }, script: () => waits, cancelAt: 'sleep' },
]

const goesOn = (_request: MessagesRequest, turn: number): Turn => ({
  text: `Step ${turn + 1}.`,
  toolUses: [bash(`echo ${turn}`, 'Go on')],
})

const waits: Script = [
  { text: 'This takes a while.', toolUses: [bash('echo begun; sleep 300', 'Wait')] },
  { text: 'Never said.' },
]

/** Two subagents at once, one with a subagent of its own; who speaks shows by what it was asked. */
function bySpeaker({ messages }: MessagesRequest): Saying {
  const asked = messages[0]?.text ?? ''
  const turn = messages.filter(({ role }) => role === 'assistant').length
  const task = (description: string, prompt: string) =>
    tool('Task', { description, prompt, subagent_type: 'general-purpose' })
  if (asked.includes('Search the sources')) {
    if (turn === 0) return { text: 'I look for prices.', toolUses: [bash('grep -n price *.js', 'Search')] }
    return { text: 'price.js computes it, price.test.js uses it.' }
  }
  if (asked.includes('Read the documents')) {
    if (turn === 0) return { toolUses: [bash('cat README.md', 'Read'), bash('cat docs/nowhere.md', 'Read more')] }
    return { text: 'The README names one function.' }
  }
  if (turn > 0) return { text: 'Only `price.js` computes a price.' }
  return {
    thinking: 'Two searches that do not need each other.',
    text: 'Two subagents can look at once.',
    toolUses: [
      task('Search the sources', 'Search the sources for places that compute a price.'),
      task('Read the documents', 'Read the documents for what they say of prices.'),
    ],
  }
}

/** Runs it, and returns the lines of its transcript, which tell nothing of the machine they were recorded on. */
export async function record(recording: Recording): Promise<readonly string[]> {
  await using here: Scenario = await scenario({
    aws: { script: (request, turn) => play(recording.script(here.job.workspace), request, turn) },
  })
  recording.prepare?.(here)
  let cancel: (() => void) | undefined
  const result = await here.step(
    { prompt: recording.prompt, preflight: 'false', 'upload-transcript': 'never', ...recording.inputs },
    {
      onStart: (started) => (cancel = started.phase === 'main' ? () => started.kill('SIGINT') : undefined),
      onOutput(text) {
        if (recording.cancelAt === undefined || !text.includes(recording.cancelAt)) return
        setTimeout(() => cancel?.(), 500)
      },
    },
  )
  const text = transcriptFile(result, 'transcript.jsonl') ?? ''
  const neutral = text
    .replaceAll(here.job.workspace, '/home/runner/work/shop/shop')
    .replaceAll(here.job.workspace.replace(/[^A-Za-z0-9]/g, '-'), '-home-runner-work-shop-shop')
    .replaceAll(here.job.temp, '/home/runner/work/_temp')
    .replaceAll(/\/tmp\/claude-\d+\//g, '/tmp/claude-1001/')
  return neutral.trimEnd().split('\n')
}

function play(script: Script, request: MessagesRequest, turn: number): Turn {
  return typeof script === 'function' ? script(request, turn) : (script[turn] ?? { text: 'Done.' })
}
