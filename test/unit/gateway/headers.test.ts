import { expect, test } from '@jest/globals'

import { forwardedHeaders, isOwnCall, returnedHeaders } from '../../../src/gateway/route.ts'

test('a fixed list of Claude Code’s headers goes on to Bedrock, nothing else', () => {
  const kept = {
    accept: 'application/json',
    'content-type': 'application/json',
    'user-agent': 'claude-cli/2.1.330 (external, sdk-cli)',
    'anthropic-beta': 'effort-2025-11-24',
    'anthropic-version': '2023-06-01',
    'x-app': 'cli',
    'x-claude-code-session-id': 'session',
    'x-claude-code-agent-id': 'agent',
  }
  const dropped = {
    host: '127.0.0.1:4711',
    connection: 'keep-alive, x-hop',
    'x-hop': '1',
    'keep-alive': 'timeout=5',
    'transfer-encoding': 'chunked',
    te: 'trailers',
    trailer: 'x',
    upgrade: 'h2c',
    expect: '100-continue',
    'proxy-authorization': 'Basic eA==',
    'content-length': '87394',
    'accept-encoding': 'gzip, deflate, br, zstd',
    authorization: 'Bearer stolen',
    cookie: 'a=b',
    date: 'Sun, 22 Nov 2026 12:00:00 GMT',
    'x-amz-date': '20261122T120000Z',
    'x-amz-security-token': 'stolen',
    'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
    'x-stainless-retry-count': '0',
    'x-amzn-bedrock-guardrailidentifier': 'of-the-agent',
    'x-amzn-bedrock-service-tier': 'priority',
    'x-amzn-bedrock-performanceconfig-latency': 'optimized',
    'x-anything': 'else',
  }
  expect(forwardedHeaders({ ...kept, ...dropped })).toEqual(kept)
})

test('Bedrock’s headers come back, those of the connection do not', () => {
  const kept = {
    'content-type': 'application/vnd.amazon.eventstream',
    'content-length': '12',
    'x-amzn-requestid': 'id',
    date: 'Sun, 22 Nov 2026 12:00:00 GMT',
  }
  const dropped = {
    connection: 'close',
    'transfer-encoding': 'chunked',
    'keep-alive': 'timeout=5',
    'set-cookie': 'a=b',
  }
  expect(returnedHeaders({ ...kept, ...dropped })).toEqual(kept)
})

test('a header that the connection names is of the connection', () => {
  expect(forwardedHeaders({ connection: 'close, X-App', 'x-app': 'cli' })).toEqual({})
})

test.each([
  ['Claude Code', { 'user-agent': 'claude-cli/2.1.330 (external, sdk-cli)' }, true],
  ['a subagent', { 'user-agent': 'claude-cli/2.1.330', 'x-claude-code-agent-id': 'a1' }, false],
  ['a command of the agent', { 'user-agent': 'curl/8.5.0' }, false],
  ['no program', {}, false],
])('a call of %s', (_, headers, isOwn) => {
  expect(isOwnCall(headers)).toBe(isOwn)
})
