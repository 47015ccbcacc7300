// `allowed-domains` with the real Claude Code in its sandbox, on each kind of runner that can make one.
import { beforeAll, expect, test } from '@jest/globals'

import { realClaude } from '../support/real-claude.ts'
import { withMachine } from '../support/with-machine.ts'
import { runOn } from './attacks/run.ts'

beforeAll(async () => {
  await realClaude()
}, 120_000)

withMachine('allowed-domains: none', () => {
  test.each(['hosted', 'user', 'container', 'container-own'] as const)(
    'Claude Code works on %s, and its commands reach nothing else',
    async (kind) => {
      const ran = await runOn(kind, {
        inputs: { 'allowed-domains': 'none' },
        before: 'python3 -m http.server 8123 --bind 127.0.0.1 >/dev/null 2>&1 & echo',
        commands: ['curl -s -m 5 -o /dev/null http://127.0.0.1:8123/; echo "curl: $?"', 'cat /proc/net/route | wc -l'],
      })
      expect(ran).toMatchObject({ code: 0, outputs: { conclusion: 'success', isolation: 'unshare', result: 'Done.' } })
      expect(ran.printed).toEqual(['curl: 7', '1'])
      expect(ran.log).toContain(
        'allowed-domains: none. The agent reaches Bedrock through the gateway, and nothing else',
      )
    },
    120_000,
  )
})
