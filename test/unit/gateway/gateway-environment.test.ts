import { expect, test } from '@jest/globals'
import { gatewayEnvironment } from '../../../src/gateway/gateway.ts'

const GATEWAY = { url: 'http://127.0.0.1:4711', token: 'secret' }
const OWN = 'x-claude-code-bedrock-gateway: secret'

test('Claude Code is led to the gateway, unsigned and with the token', () => {
  expect(gatewayEnvironment(GATEWAY, { PATH: '/bin' })).toEqual({
    CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
    ANTHROPIC_BEDROCK_BASE_URL: 'http://127.0.0.1:4711',
    ANTHROPIC_CUSTOM_HEADERS: OWN,
  })
})

test('headers that the user gave are not handed to Claude Code: the gateway adds them', () => {
  const { ANTHROPIC_CUSTOM_HEADERS } = gatewayEnvironment(GATEWAY, { ANTHROPIC_CUSTOM_HEADERS: 'X-A: 1\nX-B: 2' })
  expect(ANTHROPIC_CUSTOM_HEADERS).toBe(OWN)
})

test.each([
  ['an https proxy', { HTTPS_PROXY: 'http://proxy:3128' }, '127.0.0.1'],
  ['a proxy in lower case', { http_proxy: 'http://proxy:3128' }, '127.0.0.1'],
  ['a proxy for all', { ALL_PROXY: 'http://proxy:3128' }, '127.0.0.1'],
  [
    'hosts spared by either name',
    { HTTP_PROXY: 'p', no_proxy: 'a.com, b.com', NO_PROXY: 'b.com,.c.com' },
    'a.com,b.com,.c.com,127.0.0.1',
  ],
  ['loopback spared already', { HTTP_PROXY: 'p', NO_PROXY: 'localhost,127.0.0.1' }, 'localhost,127.0.0.1'],
])('with %s it goes there directly', (_, agent, spared) => {
  expect(gatewayEnvironment(GATEWAY, agent)).toMatchObject({ NO_PROXY: spared, no_proxy: spared })
})

test('without a proxy nothing is said of proxies', () => {
  expect(gatewayEnvironment(GATEWAY, { NO_PROXY: 'a.com', HTTP_PROXY: '' })).not.toHaveProperty('NO_PROXY')
})
