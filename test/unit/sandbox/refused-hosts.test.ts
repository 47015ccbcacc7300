import { expect, test } from '@jest/globals'

import { refusedHosts, type RefusalRecord } from '../../../src/sandbox/network.ts'

function collect() {
  const lines: string[] = []
  const records: RefusalRecord[] = []
  const now = Date.parse('2026-11-27T12:00:00Z')
  const hosts = refusedHosts({ log: (line) => lines.push(line), record: (one) => records.push(one), now: () => now })
  return { hosts, lines, records }
}

const unlisted = (host: string, port = 443) => ({ host, port, reason: 'It is not listed.', isUnlisted: true })

test('a host is logged once, with the line to add, and each port recorded once', () => {
  const { hosts, lines, records } = collect()
  hosts.add(unlisted('evil.example'))
  hosts.add(unlisted('evil.example'))
  hosts.add(unlisted('EVIL.example', 8443))
  hosts.add(unlisted('other.example', 8080))
  expect(lines).toEqual([
    'Refused to the agent: evil.example:443. It is not listed. To allow it, add the line: evil.example',
    'Refused to the agent: other.example:8080. It is not listed. To allow it, add the line: other.example:8080',
  ])
  expect(records).toEqual([
    { time: '2026-11-27T12:00:00.000Z', refused: 'evil.example:443', reason: 'It is not listed.' },
    { time: '2026-11-27T12:00:00.000Z', refused: 'evil.example:8443', reason: 'It is not listed.' },
    { time: '2026-11-27T12:00:00.000Z', refused: 'other.example:8080', reason: 'It is not listed.' },
  ])
})

test('the list at the end holds what can be allowed, as the input takes it', () => {
  const { hosts } = collect()
  expect(hosts.advice()).toBeUndefined()
  hosts.add({ host: 'a.example', port: 443, reason: 'Only HTTP and TLS pass.', isUnlisted: false })
  expect(hosts.advice()).toBeUndefined()
  hosts.add(unlisted('b.example', 80))
  hosts.add(unlisted('c.example', 5000))
  expect(hosts.advice()).toMatchObject({ lines: ['b.example', 'c.example:5000'] })
  expect(hosts.advice()?.message).toContain('2 hosts that allowed-domains does not list: b.example, c.example:5000.')
})

test('what the agent makes up is quoted, short, and never on the list', () => {
  const { hosts, lines, records } = collect()
  hosts.add({ host: `x\n::error::y ${'z'.repeat(200)}`, port: undefined, reason: 'No host.', isUnlisted: true })
  expect(lines.join()).toMatch(/^Refused to the agent: "x\\n::error::y z{80,90}"\. No host\./)
  expect(records[0]?.refused).not.toContain('\n')
  expect(hosts.advice()).toBeUndefined()
})

test('an agent that asks for thousands of names fills neither the log nor the file', () => {
  const { hosts, lines, records } = collect()
  for (let index = 0; index < 5_000; index++) hosts.add(unlisted(`n${index}.example`))
  expect(lines).toHaveLength(51)
  expect(lines.at(-1)).toContain('diagnostics.jsonl')
  expect(records).toHaveLength(500)
  expect(hosts.advice()?.lines).toHaveLength(50)
})
