// Runs in the words of Claude Code 2.1.330, with clocks that pass, for the page to show.

type Event = Readonly<Record<string, unknown>>

const SESSION = '71395e38-b8a2-4043-8df5-c3c98265e7e0'
const DIRECTORY = '/home/runner/work/shop/shop'

interface Call {
  readonly name: string
  readonly input: unknown
  readonly result?: unknown
  readonly isError?: boolean
  readonly detail?: unknown
  readonly meta?: Readonly<Record<string, unknown>>
  readonly seconds?: number
}

/** Writes events one after the other; every one takes its time. */
function narrator() {
  const events: Event[] = []
  let now = Date.parse('2026-11-22T16:26:46.000Z')
  let serial = 0
  let context = 14_000
  const common = () => ({
    session_id: SESSION,
    uuid: `00000000-0000-4000-8000-${String(events.length).padStart(12, '0')}`,
  })
  const stamp = () => ({ ...common(), timestamp: new Date(now).toISOString() })
  const parentOf = (parent: string | null) =>
    parent === null ? { parent_tool_use_id: null } : { parent_tool_use_id: parent, subagent_type: 'general-purpose' }

  const says = (
    content: readonly unknown[],
    { parent = null, seconds = 4 }: { parent?: string | null; seconds?: number } = {},
  ) => {
    const id = `msg_bdrk_${String(++serial).padStart(24, '0')}`
    context += 800
    const usage = {
      input_tokens: 12,
      output_tokens: 1,
      cache_creation_input_tokens: 700,
      cache_read_input_tokens: context,
    }
    for (const block of content) {
      now += (seconds * 1000) / content.length
      const message = {
        id,
        type: 'message',
        role: 'assistant',
        model: 'claude-opus-5-5',
        content: [block],
        stop_reason: null,
        usage,
      }
      events.push({ type: 'assistant', message, ...parentOf(parent), ...stamp(), request_id: `req-${serial}` })
    }
  }
  const uses = (call: Call, { parent = null, before = [] as readonly unknown[] } = {}) => {
    const id = `toolu_bdrk_${String(++serial).padStart(24, '0')}`
    says([...before, { type: 'tool_use', id, name: call.name, input: call.input }], { parent })
    return { id, ends: () => ends(id, call, parent) }
  }
  const ends = (
    id: string,
    { result = '', isError = false, detail, meta, seconds = 1.2 }: Call,
    parent: string | null,
  ) => {
    now += seconds * 1000
    const block = { tool_use_id: id, type: 'tool_result', content: result, is_error: isError }
    events.push({
      type: 'user',
      message: { role: 'user', content: [block] },
      ...parentOf(parent),
      ...stamp(),
      ...(detail === undefined ? {} : { tool_use_result: detail }),
      tool_result_meta: [{ id, permission_decision: { decision: 'accept', source: 'config' }, ...meta }],
    })
  }
  return {
    events,
    says,
    uses,
    does: (call: Call, options?: Parameters<typeof uses>[1]) => uses(call, options).ends(),
    hears: (text: string, parent: string) =>
      void events.push({
        type: 'user',
        message: { role: 'user', content: [{ type: 'text', text }] },
        ...parentOf(parent),
        ...stamp(),
      }),
    system: (event: Event) => void events.push({ type: 'system', ...event, ...common() }),
    other: (event: Event) => void events.push(event),
    waits: (seconds: number) => void (now += seconds * 1000),
    end: (event: Event) =>
      void events.push({
        type: 'result',
        subtype: 'success',
        is_error: false,
        duration_ms: now - Date.parse('2026-11-22T16:26:44.800Z'),
        num_turns: serial,
        total_cost_usd: 1.2746,
        usage: {},
        modelUsage: {
          'us.anthropic.claude-opus-5-5': {
            inputTokens: 420,
            outputTokens: 21_470,
            cacheReadInputTokens: 612_400,
            cacheCreationInputTokens: 24_100,
          },
        },
        permission_denials: [],
        ...event,
        ...common(),
      }),
  }
}

const INIT = {
  subtype: 'init',
  cwd: DIRECTORY,
  tools: ['Task', 'Bash', 'Edit', 'Read', 'Write', 'Grep', 'TodoWrite'],
  mcp_servers: [{ name: 'tracker', status: 'connected' }],
  model: 'us.anthropic.claude-opus-5-5',
  permissionMode: 'dontAsk',
  claude_code_version: '2.1.330',
}

const text = (words: string) => ({ type: 'text', text: words })
const thinking = (words: string) => ({ type: 'thinking', thinking: words, signature: 'EqQBCkgIAxABGAIiQ' })

/** A run in which everything happens once: subagents, edits, failures, a denial, retries, lists, images, long output. */
export function eventfulRun(): readonly Event[] {
  const { events, says, uses, does, hears, system, other, waits, end } = narrator()
  const todo = (...done: string[]) => ({
    name: 'TodoWrite',
    input: {
      todos: ['Run the tests', 'Find the fault', 'Repair it', 'Run the tests again'].map((content, index) => ({
        content,
        status: done[index] ?? 'pending',
      })),
    },
    result: 'Todos have been modified successfully.',
    seconds: 0.1,
  })
  system(INIT)
  system({ subtype: 'thinking_tokens', estimated_tokens: 24, estimated_tokens_delta: 24 })
  does(todo('in_progress'), {
    before: [
      thinking(
        'The issue says that discounts are wrong.\n\nI do not know the code yet: the tests come first, then the place where a discount is taken off.',
      ),
      text('I will run the tests first, then look at how a discount is applied.'),
    ],
  })
  does({
    name: 'Bash',
    input: { command: 'npm test', description: 'Run the tests' },
    isError: true,
    seconds: 9.4,
    result: `Exit code 1\n\u001b[1m> shop@1.4.0 test\u001b[0m\n> node --test\n\n\u001b[31m✖ a quarter off (2.01ms)\u001b[0m\n✔ nothing off (0.23ms)\n✖ rounds to whole cents (0.16ms)\nℹ tests 3\nℹ pass 1\nℹ fail 2\n\ntest at price.test.js:6:1\n  AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:\n\n  500 !== 1500\n${Array.from({ length: 40 }, (_, line) => `      at frame${line} (node:internal/test_runner/test:${1000 + line}:25)`).join('\n')}`,
    detail: 'Error: Exit code 1',
  })
  const task = uses(
    {
      name: 'Task',
      input: {
        description: 'Find where discounts are applied',
        prompt: 'List every place that computes a price, with the file and line.',
        subagent_type: 'general-purpose',
      },
    },
    {
      before: [
        text('Two tests fail. A subagent can look for every place that computes a price while I read the test.'),
      ],
    },
  )
  system({ subtype: 'task_started', task_id: 'a15c8e', tool_use_id: task.id })
  hears('List every place that computes a price, with the file and line.', task.id)
  does(
    {
      name: 'Grep',
      input: { pattern: 'discount', path: `${DIRECTORY}/src`, output_mode: 'content' },
      result:
        'src/price.js:3:  return Math.round(cents * (percent / 100))\nsrc/cart.js:17:  const price = discounted(item.cents, item.percent)',
      seconds: 0.4,
    },
    { parent: task.id },
  )
  does(
    {
      name: 'Read',
      input: { file_path: `${DIRECTORY}/src/cart.js` },
      result: '1\timport { discounted } from "./price.js"\n2\t',
      seconds: 0.1,
    },
    { parent: task.id },
  )
  says([text('- src/price.js:3 `discounted`\n- src/cart.js:17 uses it')], { parent: task.id })
  task.ends()
  system({
    subtype: 'api_retry',
    attempt: 1,
    max_retries: 10,
    retry_delay_ms: 4200,
    error_status: 429,
    error: 'rate_limit',
  })
  system({
    subtype: 'api_retry',
    attempt: 2,
    max_retries: 10,
    retry_delay_ms: 9100,
    error_status: 529,
    error: 'overloaded',
  })
  waits(14)
  does({
    name: 'Read',
    input: { file_path: `${DIRECTORY}/src/price.js` },
    result:
      '1\t/** Price after a discount. */\n2\texport function discounted(cents, percent) {\n3\t  return Math.round(cents * (percent / 100))\n4\t}',
    seconds: 0.1,
  })
  does({
    name: 'Edit',
    input: {
      file_path: `${DIRECTORY}/src/price.js`,
      old_string: 'return Math.round(cents * (percent / 100))',
      new_string: 'return Math.round(cents * (1 - percent / 100))',
    },
    result: `The file ${DIRECTORY}/src/price.js has been updated successfully.`,
    detail: {
      filePath: `${DIRECTORY}/src/price.js`,
      structuredPatch: [
        {
          oldStart: 1,
          oldLines: 4,
          newStart: 1,
          newLines: 4,
          lines: [
            ' /** Price after a discount of `percent`, rounded to whole cents. */',
            ' export function discounted(cents, percent) {',
            '-  return Math.round(cents * (percent / 100))',
            '+  return Math.round(cents * (1 - percent / 100))',
            ' }',
          ],
        },
      ],
    },
    seconds: 0.2,
  })
  does({
    name: 'MultiEdit',
    input: {
      file_path: `${DIRECTORY}/src/cart.js`,
      edits: [
        {
          old_string: 'let total = 0\nfor (const item of items) {\n  total += item.cents\n}',
          new_string: 'let total = 0\nfor (const item of items) {\n  total += discounted(item.cents, item.percent)\n}',
        },
        { old_string: 'a', new_string: 'b' },
      ],
    },
    result: 'ok',
    seconds: 0.2,
  })
  does({
    name: 'Write',
    input: {
      file_path: `${DIRECTORY}/docs/CHANGELOG.md`,
      content: `# Changes\n\n## 1.4.1\n\n- Discounts are taken off the price again.\n${Array.from({ length: 60 }, (_, line) => `- Older change ${line + 1}`).join('\n')}\n`,
    },
    result: 'File created successfully',
    detail: { type: 'create', structuredPatch: [], originalFile: null },
    seconds: 0.2,
  })
  does({
    name: 'Bash',
    input: { command: 'git push --force origin main', description: 'Publish' },
    isError: true,
    result: "Permission to use Bash has been denied because Claude Code is running in don't ask mode.",
    meta: { non_execution_kind: 'permission-rule', permission_decision: { decision: 'reject' } },
    seconds: 0.1,
  })
  does({
    name: 'mcp__tracker__create_issue',
    input: { title: 'Discounts', labels: ['bug', 'price'], assignee: null },
    result: [
      { type: 'text', text: 'Created issue 42' },
      { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo'.repeat(2000) } },
    ],
    seconds: 2,
  })
  does({
    name: 'Bash',
    input: { command: 'npm test && npm run lint', description: 'Run the tests again' },
    result: '✔ a quarter off\n✔ nothing off\n✔ rounds to whole cents\nℹ pass 3',
    detail: {
      stdout: '✔ a quarter off\n✔ nothing off\n✔ rounds to whole cents\nℹ pass 3',
      stderr: 'npm warn config optional is deprecated',
      interrupted: false,
    },
    seconds: 11,
  })
  does(todo('completed', 'completed', 'completed', 'completed'))
  other({ type: 'raw', text: 'a line that is no event' })
  says(
    [
      text(
        'The discount is taken off again: `discounted` returned the discount instead of the price.\n\nI changed:\n\n- `src/price.js`: the formula\n- `src/cart.js`: it uses `discounted`\n- `docs/CHANGELOG.md`\n\nAll three tests pass.',
      ),
    ],
    { seconds: 6 },
  )
  end({
    result:
      'The discount is taken off again: `discounted` returned the discount instead of the price. All three tests pass.',
    permission_denials: [
      { tool_name: 'Bash', tool_use_id: 'x', tool_input: { command: 'git push --force origin main' } },
    ],
  })
  return events
}

/** A run of `count` events of all kinds; words differ from event to event, as they do in life. */
export function longRun(count: number): readonly Event[] {
  const { events, says, does, uses, hears, system, end } = narrator()
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  const words = (length: number) =>
    Array.from({ length }, () => WORDS[random(WORDS.length)]! + (random(6) === 0 ? random(10_000) : '')).join(' ')
  const linesOf = (length: number) =>
    Array.from({ length }, (_, line) => `${line + 1}\t${words(3 + random(9))}`).join('\n')
  const file = () => `${DIRECTORY}/src/${WORDS[random(WORDS.length)]!}/${WORDS[random(WORDS.length)]!}.ts`
  system(INIT)
  while (events.length < count - 1) {
    switch (random(12)) {
      case 0:
        says([thinking(words(30 + random(80))), text(words(10 + random(60)))])
        break
      case 1:
      case 2:
        does({
          name: 'Edit',
          input: { file_path: file(), old_string: linesOf(2 + random(4)), new_string: linesOf(2 + random(6)) },
          result: 'The file has been updated successfully.',
        })
        break
      case 3:
        does({
          name: 'Bash',
          input: { command: `npm test -- ${words(2)}` },
          isError: true,
          result: `Exit code ${1 + random(3)}\n${linesOf(random(30))}`,
        })
        break
      case 4:
        if (random(10) === 0)
          system({
            subtype: 'api_retry',
            attempt: 1,
            max_retries: 10,
            retry_delay_ms: 2000 + random(9000),
            error_status: 429,
            error: 'rate_limit',
          })
        else system({ subtype: 'thinking_tokens', estimated_tokens: random(999), estimated_tokens_delta: 3 })
        break
      case 5: {
        const task = uses({
          name: 'Task',
          input: { description: words(4), prompt: words(30), subagent_type: 'Explore' },
          result: words(60),
        })
        hears(words(30), task.id)
        for (let step = random(8); step >= 0; step--)
          does(
            { name: 'Grep', input: { pattern: words(1), path: file() }, result: linesOf(random(12)) },
            { parent: task.id },
          )
        task.ends()
        break
      }
      case 6:
      case 7:
      case 8:
        does({ name: 'Read', input: { file_path: file() }, result: linesOf(5 + random(40)) })
        break
      default:
        does({
          name: 'Bash',
          input: { command: `grep -rn ${words(2)} src | head`, description: words(4) },
          result: linesOf(random(20)),
          detail: { stdout: '', stderr: '' },
        })
    }
  }
  events.length = count - 1
  end({ result: words(40) })
  return events
}

const WORDS =
  'price discount cart order round cents tax parser token stream buffer cache region model prompt retry index render layout anchor window scroll filter search match commit branch merge review test assert expect build lint format module import export function return value string number object array promise await async error stack trace frame thread worker queue event handler signal abort timeout delay'.split(
    ' ',
  )
