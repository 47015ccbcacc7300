import { describe, expect, test } from '@jest/globals'

import { isSecretValue } from '../../../src/inputs/secret-values.ts'

describe('a value of a configuration is a secret', () => {
  test.each([
    ['API_TOKEN', 'plainword'],
    ['db-password', 'production'],
    ['DATABASE', 'postgres://user:pass@host/db'],
    ['CONNECTION', 'Server=h; Password=x y z'],
    ['OTHER', 'x8Kd-93jDk2'],
    ['OTHER', 'ghp_0123456789abcdef'],
  ])('%s=%s', (name, value) => {
    expect(isSecretValue(name, value)).toBe(true)
  })
})

describe('and is not', () => {
  test.each([
    ['MODE', 'production'],
    ['LEVEL', '3'],
    ['TIMEOUT', '120000'],
    ['RELEASE', '1.2, beta'],
    ['REGION', 'eu-central-1'],
    ['BIN', '/usr/lib/jvm/java-21'],
    ['HOST', 'mcp-1.example.com:8080'],
    ['URL', 'https://api2.example.com/v1/x'],
    ['MODEL', 'us.anthropic.claude-sonnet-4-6'],
    ['FLAGS', '--level 3 --name x'],
    ['API_TOKEN', 'short'],
  ])('%s=%s', (name, value) => {
    expect(isSecretValue(name, value)).toBe(false)
  })
})
