import { networkInterfaces } from 'node:os'
import { expect, test } from '@jest/globals'

import { kindOfAddress } from '../../src/world/way-to-host.ts'

test.each([
  ...['93.184.216.34', '1.1.1.1', '168.63.129.17', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1'],
  // NAT64 of a public address.
  ...['64:ff9b::5db8:d822', '::ffff:93.184.216.34'],
])('%s is public', (address) => {
  expect(kindOfAddress(address, [])).toBe('public')
})

test.each([
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '198.18.0.1',
  'fd12::1',
  'fc00::1',
])('%s is of a private network', (address) => {
  expect(kindOfAddress(address, [])).toBe('private')
})

test.each([
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '169.254.169.254', '169.254.170.2', '169.254.0.1'],
  ...['224.0.0.1', '255.255.255.255', '240.0.0.1', '168.63.129.16', '100.100.100.200', '192.0.0.192'],
  ...['::1', '::', '::7f00:1', 'fe80::1', 'ff02::1', 'fd00:ec2::254', 'fec0::1', '2002:7f00:1::', '2001:0:1::'],
  // The same machine by an address of translation.
  ...[
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
    '::ffff:0:7f00:1',
    '::ffff:0.0.0.1',
  ],
  ...['64:ff9b::1', '64:ff9b:1::a00:1'],
  ...['', 'localhost', '1.2.3', 'fe80::1%eth0'],
])('%j is this machine, its link, or metadata', (address) => {
  expect(kindOfAddress(address, [])).toBe('near')
})

test('a private address by translation is one', () => {
  expect(kindOfAddress('::ffff:10.0.0.1', [])).toBe('private')
  expect(kindOfAddress('64:ff9b::a00:1', [])).toBe('private')
})

test('every address of this machine is near, whatever its network', () => {
  expect(kindOfAddress('10.1.2.3', ['10.1.2.3'])).toBe('near')
  const own = Object.values(networkInterfaces()).flatMap((all = []) => all.map(({ address }) => address))
  expect(own.length).toBeGreaterThan(0)
  for (const address of own) expect(kindOfAddress(address)).toBe('near')
})
