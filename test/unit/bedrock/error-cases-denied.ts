import type { Case } from './error-cases.ts'

const USER = 'User: arn:aws:sts::444455556666:assumed-role/claude-ci/run-1 is not authorized to perform:'
const MODEL_ARN = 'arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-sonnet-4-6'
const REFRESH =
  'AWS authentication failed · refresh your AWS credentials (SSO sign-in, access keys, API key or proxy token) and retry · if credentials are current, check AWS permissions and model access · API Error: 403'

/** What IAM denies. */
export const deniedCases: readonly Case[] = [
  {
    rule: 'B2',
    code: 'iam-permission-missing',
    name: 'AccessDeniedException',
    status: 403,
    text: `${USER} bedrock:InvokeModelWithResponseStream on resource: ${MODEL_ARN} because no identity-based policy allows the bedrock:InvokeModelWithResponseStream action`,
    fix: '"arn:aws:bedrock:us-east-1:777788889999:inference-profile/us.anthropic.claude-sonnet-4-6"',
  },
  {
    rule: 'B2',
    code: 'iam-permission-missing',
    text: `${REFRESH} {"Message":"${USER} bedrock:InvokeModel on resource: ${MODEL_ARN} because no identity-based policy allows the bedrock:InvokeModel action"}`,
    fix: 'Attach this policy to the role claude-ci (IAM,',
  },
  {
    rule: 'B2',
    code: 'iam-permission-missing',
    name: 'AccessDenied',
    status: 403,
    text: `${USER} bedrock:InvokeModel on resource: ${MODEL_ARN} because no session policy allows the bedrock:InvokeModel action`,
    fix: 'inline-session-policy',
  },
  {
    rule: 'B2',
    code: 'iam-permission-missing',
    status: 403,
    text: `${USER} bedrock:InvokeModel on resource: ${MODEL_ARN} because no permissions boundary allows the bedrock:InvokeModel action`,
    fix: 'permissions boundary of claude-ci',
  },
  {
    rule: 'B3',
    code: 'explicitly-denied',
    name: 'AccessDeniedException',
    status: 403,
    text: `${USER} bedrock:InvokeModel on resource: ${MODEL_ARN} with an explicit deny in a service control policy: arn:aws:organizations::123456789012:policy/o-x/service_control_policy/p-y`,
    fix: '"bedrock:Invoke*"',
  },
  {
    rule: 'B3',
    code: 'explicitly-denied',
    model: 'global.anthropic.claude-sonnet-4-6',
    text: `${REFRESH} {"Message":"${USER} bedrock:InvokeModel on resource: arn:aws:bedrock:::foundation-model/anthropic.claude-sonnet-4-6 with an explicit deny in a service control policy"}`,
    fix: '"unspecified"',
  },
  {
    rule: 'B3',
    code: 'explicitly-denied',
    status: 403,
    text: `${USER} bedrock:InvokeModel on resource: ${MODEL_ARN} with an explicit deny in an identity-based policy`,
    fix: 'Remove the Deny on bedrock:InvokeModel from the policies of claude-ci.',
  },
  {
    rule: 'B3',
    code: 'explicitly-denied',
    status: 403,
    text: `${USER} bedrock:InvokeModel on resource: ${MODEL_ARN} with an explicit deny in a permissions boundary`,
    fix: 'from the permissions boundary of claude-ci',
  },
  {
    rule: 'B3',
    code: 'explicitly-denied',
    status: 403,
    text: `${USER} bedrock:InvokeModel on resource: ${MODEL_ARN} with an explicit deny in a session policy`,
    fix: 'inline-session-policy',
  },
]
