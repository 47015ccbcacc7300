import { expect, test } from '@jest/globals'

import { invokePolicy, type PolicyDocument } from '../../../src/bedrock/iam-policy.ts'
import { fixText, ServiceError, type FixBlock } from '../../../src/errors.ts'
import { explainBedrock } from '../../../src/bedrock/errors/bedrock-error.ts'
import type { BedrockCall } from '../../../src/bedrock/types.ts'

const CALL: BedrockCall = {
  region: 'us-east-1',
  model: 'us.anthropic.claude-sonnet-4-6',
  account: '777788889999',
  maxOutputTokens: 4096,
}

const SONNET = 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-6'

function denied(what: string, call: Partial<BedrockCall> = {}, user = 'assumed-role/ci/run') {
  const message = `User: arn:aws:sts::444455556666:${user} is not authorized to perform: ${what}`
  const fact = {
    service: 'Amazon Bedrock',
    operation: 'InvokeModel',
    name: 'AccessDeniedException',
    message,
    status: 403,
  }
  return explainBedrock(new ServiceError(fact), { ...CALL, ...call })
}

function policyIn(fix: readonly FixBlock[]): PolicyDocument {
  const [policy] = fix.filter((block) => block.kind === 'code' && block.language === 'json')
  return JSON.parse(policy?.kind === 'code' ? policy.code : '') as PolicyDocument
}

test('the policy is the least one for the model, region and account of the call', () => {
  const { fix } = denied(`bedrock:InvokeModel on resource: ${SONNET} because no identity-based policy allows it`)
  expect(policyIn(fix)).toEqual(
    invokePolicy({ region: 'us-east-1', account: '777788889999', models: ['us.anthropic.claude-sonnet-4-6'] }),
  )
  expect(fixText(fix)).not.toContain('stands for')
})

test('the account comes from the ARN of the caller when it is not known', () => {
  const { fix } = denied(`bedrock:InvokeModel on resource: ${SONNET}`, { account: undefined })
  expect(fixText(fix)).toContain(
    'arn:aws:bedrock:us-east-1:444455556666:inference-profile/us.anthropic.claude-sonnet-4-6',
  )
})

test('a placeholder stands for the account only when nothing says it, and is named as one', () => {
  const { fix } = denied(`bedrock:InvokeModel on resource: ${SONNET}`, { account: undefined }, 'anonymous')
  expect(fixText(fix)).toContain('arn:aws:bedrock:us-east-1:111122223333:inference-profile/')
  expect(fixText(fix)).toContain('111122223333 stands for your account id.')
})

test('a call routed to another region says so', () => {
  const elsewhere = SONNET.replace('us-east-1', 'us-west-2')
  const { message } = denied(`bedrock:InvokeModel on resource: ${elsewhere} because no identity-based policy allows it`)
  expect(message).toContain('no identity-based policy allows it. The profile routed the call to us-west-2')
  expect(denied(`bedrock:InvokeModel on resource: ${SONNET}`).message).not.toContain('routed')
})

test.each([
  ['a profile', 'arn:aws:bedrock:us-east-1:777788889999:inference-profile/us.anthropic.claude-haiku-4-5'],
  ['a model behind the same kind of profile', 'arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-haiku-4-5'],
])('the policy covers both models when another was denied as %s', (_, resource) => {
  const { fix } = denied(`bedrock:InvokeModel on resource: ${resource} because no identity-based policy allows it`)
  const both = ['us.anthropic.claude-sonnet-4-6', 'us.anthropic.claude-haiku-4-5']
  expect(policyIn(fix)).toEqual(invokePolicy({ region: 'us-east-1', account: '777788889999', models: both }))
})

test('an application inference profile covers whatever model is behind it', () => {
  const model = 'arn:aws:bedrock:us-east-1:777788889999:application-inference-profile/abc123'
  const { fix } = denied(`bedrock:InvokeModel on resource: ${SONNET} because no identity-based policy allows it`, {
    model,
  })
  expect(policyIn(fix)).toEqual(invokePolicy({ region: 'us-east-1', account: '777788889999', models: [model] }))
})

test('another action is allowed as it was asked for', () => {
  const { fix } = denied('bedrock:CallWithBearerToken on resource: * because no identity-based policy allows it')
  expect(policyIn(fix).Statement).toEqual([{ Effect: 'Allow', Action: 'bedrock:CallWithBearerToken', Resource: '*' }])
})

test('an alias of Claude Code has no ARN: the resource of the denial takes its place', () => {
  const { fix } = denied(`bedrock:InvokeModel on resource: ${SONNET}`, { model: 'sonnet' })
  expect(policyIn(fix).Statement[0]?.Resource).toEqual([SONNET])
})

test('a denial that names no kind of policy is not pinned on one', () => {
  const { message, fix } = denied(`bedrock:InvokeModel on resource: ${SONNET} with an explicit deny`)
  expect(message).toContain('\nA Deny in a policy forbids it')
  expect(fixText(fix)).toContain('or in a service control policy')
})

test('an organization hears which of its policies, and where the profile goes', () => {
  const policy = 'arn:aws:organizations::123456789012:policy/o-x/service_control_policy/p-y'
  const { fix } = denied(
    `bedrock:InvokeModel on resource: ${SONNET} with an explicit deny in a service control policy: ${policy}`,
  )
  expect(fixText(fix)).toContain(policy)
  expect(fixText(fix)).toContain(
    'aws bedrock get-inference-profile --inference-profile-identifier us.anthropic.claude-sonnet-4-6',
  )
  expect(fixText(fix)).not.toContain('unspecified')
})
