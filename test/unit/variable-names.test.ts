import { expect, test } from '@jest/globals'

import { agentEnvironment, exportedEnvironment } from '../../src/bedrock/environment.ts'
import { gatewayEnvironment } from '../../src/gateway/gateway.ts'
import { isActionsOwn, isRunnersOwn, reasonToWithhold } from '../../src/variable-names.ts'
import { parse } from './inputs/given.ts'

test('every variable that the action sets for Claude Code is one that no other source may set', async () => {
  const raw = {
    model: 'us.anthropic.claude-sonnet-4-6',
    'small-fast-model': 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  }
  const env = { CLAUDE_CODE_SUBAGENT_MODEL: 'us.anthropic.claude-sonnet-4-6', ANTHROPIC_CUSTOM_HEADERS: 'X-A: b' }
  const { bedrock } = (await parse({ ...raw, 'disable-prompt-caching': 'true' }, { env })).settings
  const keys = { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' }
  const request = {
    inherited: {},
    names: [],
    bedrock,
    source: 'oidc',
    configDirectory: '/c',
    platform: 'linux',
    run: 'r',
  } as const
  const { variables } = agentEnvironment({ ...request, access: { kind: 'keys', keys } })
  const exported = exportedEnvironment({ inherited: {}, bedrock, session: { kind: 'bearer', key: 'k' } })
  const gateway = gatewayEnvironment({ url: 'http://127.0.0.1:1', token: 't' }, {})
  const names = Object.keys({ ...variables, ...exported, ...gateway })
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter((name) => !isActionsOwn(name))).toEqual([])
})

test.each(['GITHUB_TOKEN', 'PATH', 'NODE_ENV', 'PYTHONPATH', 'CLAUDE_CODE_ENABLE_TELEMETRY', 'LDFLAGS'])(
  '%s may be handed on',
  (name) => {
    expect(reasonToWithhold(name)).toBeUndefined()
  },
)

test('names are the same in capitals, as on Windows', () => {
  expect([isActionsOwn('aws_region'), isRunnersOwn('input_prompt')]).toEqual([true, true])
  expect(reasonToWithhold('node_options')).toBeDefined()
})
