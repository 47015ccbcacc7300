import { expect, test } from '@jest/globals'

import { explainBedrock, type BedrockCall } from '../../../src/bedrock/explain.ts'
import { invokePolicy, type PolicyDocument } from '../../../src/bedrock/iam-policy.ts'
import { ServiceError } from '../../../src/errors.ts'

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

function policyIn(hint: string): PolicyDocument {
  return JSON.parse(/^\{.*^\}/ms.exec(hint)![0]) as PolicyDocument
}

test('the policy is the least one for the model, region and account of the call', () => {
  const { hint } = denied(`bedrock:InvokeModel on resource: ${SONNET} because no identity-based policy allows it`)
  expect(policyIn(hint)).toEqual(
    invokePolicy({ region: 'us-east-1', account: '777788889999', models: ['us.anthropic.claude-sonnet-4-6'] }),
  )
  expect(hint).not.toContain('stands for')
})

test('the account comes from the ARN of the caller when it is not known', () => {
  const { hint } = denied(`bedrock:InvokeModel on resource: ${SONNET}`, { account: undefined })
  expect(hint).toContain('arn:aws:bedrock:us-east-1:444455556666:inference-profile/us.anthropic.claude-sonnet-4-6')
})

test('a placeholder stands for the account only when nothing says it, and is named as one', () => {
  const { hint } = denied(`bedrock:InvokeModel on resource: ${SONNET}`, { account: undefined }, 'anonymous')
  expect(hint).toContain('arn:aws:bedrock:us-east-1:111122223333:inference-profile/')
  expect(hint).toContain('(111122223333 stands for your account id.)')
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
  const { hint } = denied(`bedrock:InvokeModel on resource: ${resource} because no identity-based policy allows it`)
  const both = ['us.anthropic.claude-sonnet-4-6', 'us.anthropic.claude-haiku-4-5']
  expect(policyIn(hint)).toEqual(invokePolicy({ region: 'us-east-1', account: '777788889999', models: both }))
})

test('an application inference profile covers whatever model is behind it', () => {
  const model = 'arn:aws:bedrock:us-east-1:777788889999:application-inference-profile/abc123'
  const { hint } = denied(`bedrock:InvokeModel on resource: ${SONNET} because no identity-based policy allows it`, {
    model,
  })
  expect(policyIn(hint)).toEqual(invokePolicy({ region: 'us-east-1', account: '777788889999', models: [model] }))
})

test('another action is allowed as it was asked for', () => {
  const { hint } = denied('bedrock:CallWithBearerToken on resource: * because no identity-based policy allows it')
  expect(policyIn(hint).Statement).toEqual([{ Effect: 'Allow', Action: 'bedrock:CallWithBearerToken', Resource: '*' }])
})

test('an alias of Claude Code has no ARN: the resource of the denial takes its place', () => {
  const { hint } = denied(`bedrock:InvokeModel on resource: ${SONNET}`, { model: 'sonnet' })
  expect(policyIn(hint).Statement[0]?.Resource).toEqual([SONNET])
})

test('a denial that names no kind of policy is not pinned on one', () => {
  const { message, hint } = denied(`bedrock:InvokeModel on resource: ${SONNET} with an explicit deny`)
  expect(message).toContain('\nA Deny in a policy forbids it')
  expect(hint).toContain('or in a service control policy')
})

test('an organization hears which of its policies, and where the profile goes', () => {
  const policy = 'arn:aws:organizations::123456789012:policy/o-x/service_control_policy/p-y'
  const { hint } = denied(
    `bedrock:InvokeModel on resource: ${SONNET} with an explicit deny in a service control policy: ${policy}`,
  )
  expect(hint).toContain(policy)
  expect(hint).toContain(
    'aws bedrock get-inference-profile --inference-profile-identifier us.anthropic.claude-sonnet-4-6',
  )
  expect(hint).not.toContain('unspecified')
})
