import { DIRECTORY, INIT, narrator, text, thinking, type Event } from './narrator.ts'

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
      result: [{ type: 'text', text: 'Two places: src/price.js:3 computes it, src/cart.js:17 uses it.' }],
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
