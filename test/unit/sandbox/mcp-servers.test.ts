import { expect, test } from '@jest/globals'

import { serversOutOfReach } from '../../../src/sandbox/sandbox.ts'

const config = (...commands: (string | undefined)[]) => ({
  mcpServers: Object.fromEntries(commands.map((command, index) => [`s${index}`, { command }])),
})

test('servers that docker or sudo starts are named, with what gives them back', () => {
  const lines = serversOutOfReach(config('npx', 'docker', '/usr/bin/sudo', undefined))
  expect(lines).toEqual([
    { name: 's1', why: expect.stringMatching(/server s1 .*docker.*isolation: off/) },
    { name: 's2', why: expect.stringMatching(/s2 .*sudo/) },
  ])
})

test.each([undefined, 'text', [], {}, { mcpServers: [] }, { mcpServers: { a: 1, b: { url: 'https://docker' } } }])(
  'nothing is said of %j',
  (json) => {
    expect(serversOutOfReach(json)).toEqual([])
  },
)
