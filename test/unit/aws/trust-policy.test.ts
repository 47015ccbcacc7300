import { expect, test } from '@jest/globals'

import { claimsOf, trustPolicyFor } from '../../../src/aws/trust-policy.ts'
import { CLAIMS, tokenWith } from './fakes.ts'

const policyFor = (claims: Record<string, string>, roleArn = 'arn:aws:iam::111122223333:role/claude') =>
  trustPolicyFor(claimsOf(tokenWith({ ...CLAIMS, ...claims }))!, roleArn)

test.each([
  ['with names', 'repo:octo-org/octo-repo:environment:claude'],
  ['with ids', 'repo:octo-org@123456/octo-repo@789012:environment:claude'],
])('lets in a job whose sub is %s', (_name, sub) => {
  expect(policyFor({ sub })).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            'token.actions.githubusercontent.com:sub': sub,
            'token.actions.githubusercontent.com:repository_id': '789012',
          },
        },
      },
    ],
  })
})

test('takes partition and account from the role, audience and issuer from the token', () => {
  const policy = policyFor(
    { iss: 'https://ghe.example.com/_services/token', aud: 'sts.amazonaws.com.cn' },
    'arn:aws-cn:iam::444455556666:role/some/path/claude',
  )
  expect(policy.Statement[0]).toMatchObject({
    Principal: { Federated: 'arn:aws-cn:iam::444455556666:oidc-provider/ghe.example.com/_services/token' },
    Condition: {
      StringEquals: {
        'ghe.example.com/_services/token:aud': 'sts.amazonaws.com.cn',
        'ghe.example.com/_services/token:sub': CLAIMS.sub,
      },
    },
  })
})

test('asks STS only for claims it knows of that issuer', () => {
  const { Condition } = policyFor({ iss: 'https://ghe.example.com/_services/token' }).Statement[0]!
  expect(Object.keys(Condition.StringEquals)).toEqual([
    'ghe.example.com/_services/token:aud',
    'ghe.example.com/_services/token:sub',
  ])
})
