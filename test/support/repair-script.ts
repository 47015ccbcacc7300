import { join } from 'node:path'

import type { Turn } from '../emulators/bedrock-script.ts'

/** What a model does with the demo's repository: look, run the failing test, repair, run it again, tell. */
export function repairScript(workspace: string): readonly Turn[] {
  const file = join(workspace, 'price.js')
  return [
    {
      thinking: 'The README says that one function is wrong. First the tests.',
      text: 'I will run the tests first.',
      toolUses: [{ name: 'Bash', input: { command: 'npm test', description: 'Run the tests' } }],
    },
    {
      text: 'All three tests fail: `discounted` returns the discount instead of the price.',
      toolUses: [{ name: 'Read', input: { file_path: file } }],
    },
    {
      toolUses: [
        {
          name: 'Edit',
          input: {
            file_path: file,
            old_string: 'return Math.round(cents * (percent / 100))',
            new_string: 'return Math.round(cents * (1 - percent / 100))',
          },
        },
      ],
    },
    { toolUses: [{ name: 'Bash', input: { command: 'npm test', description: 'Run the tests again' } }] },
    {
      text: 'Fixed `discounted` in price.js: it now takes the discount off instead of returning it. All three tests pass.',
    },
  ]
}
