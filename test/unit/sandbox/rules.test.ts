import { expect, test } from '@jest/globals'

import type { AllowedHost } from '../../../src/inputs/settings.ts'
import { rulesOf } from '../../../src/sandbox/network.ts'

const host = (name: string, ports = [443, 80], below = false): AllowedHost => ({ name, ports, below })
const rules = rulesOf([
  host('a.example'),
  host('b.example', [8443]),
  host('b.example', [9443]),
  host('c.example', [443], true),
])

test.each([
  ['a.example', 443],
  ['a.example', 80],
  ['b.example', 8443],
  ['b.example', 9443],
  ['x.c.example', 443],
  ['x.y.c.example', 443],
])('%s:%i is allowed', (name, port) => {
  expect(rules.refusalOf(name, port)).toBeUndefined()
})

test.each([
  ['a.example', 22, 'with port 443 and 80, not with 22'],
  ['b.example', 443, 'with port 8443 and 9443, not with 443'],
  ['x.c.example', 80, 'with port 443, not with 80'],
  // A wildcard is for what lies below it.
  ['c.example', 443, 'not in allowed-domains'],
  ['xc.example', 443, 'not in allowed-domains'],
  ['a.example.evil.test', 443, 'not in allowed-domains'],
  ['x.a.example', 443, 'not in allowed-domains'],
  ['example', 443, 'not in allowed-domains'],
  ['', 443, 'not in allowed-domains'],
])('%s:%i is refused: %s', (name, port, reason) => {
  expect(rules.refusalOf(name, port)).toContain(reason)
})

test('addresses of private networks are for names that are listed in full', () => {
  expect(rules.allowsPrivate('a.example')).toBe(true)
  expect(rules.allowsPrivate('x.c.example')).toBe(false)
  expect(rulesOf([host('c.example', [443], true), host('x.c.example')]).allowsPrivate('x.c.example')).toBe(true)
})
