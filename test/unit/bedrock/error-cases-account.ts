import type { Case } from './error-cases.ts'

/** What an account is kept from, and addresses that are not Bedrock's; words of reports in 2026. */
export const accountCases: readonly Case[] = [
  {
    rule: 'B11',
    code: 'inference-profile-required',
    name: 'ValidationException',
    status: 400,
    model: 'anthropic.claude-sonnet-4-6',
    text: "The provided model doesn't support on-demand throughput.",
    fix: 'model: us.anthropic.claude-sonnet-4-6',
  },
  {
    rule: 'B13 data retention',
    code: 'account-not-authorized',
    name: 'ValidationException',
    status: 400,
    text: "data retention mode 'default' is not available for this model",
    fix: 'AWS Support',
  },
  {
    rule: 'B13',
    code: 'account-not-authorized',
    status: 403,
    text: '{"type":"error","error":{"type":"permission_error","message":"anthropic.claude-mythos-preview is not available for this account."}}',
    fix: 'AWS Support',
  },
  {
    rule: 'B13',
    code: 'account-not-authorized',
    name: 'ValidationException',
    status: 400,
    text: 'anthropic.claude-mythos-preview is not available for this account. You can explore other available models on Amazon Bedrock.',
    fix: 'AWS Support',
  },
  {
    rule: 'B13 country',
    code: 'account-not-authorized',
    name: 'ValidationException',
    status: 400,
    text: 'Access to Anthropic models is not allowed from unsupported countries, regions, or territories.',
    fix: 'supported-countries',
  },
  {
    rule: 'no runtime endpoint',
    code: 'input-invalid',
    name: 'UnknownOperationException',
    status: 404,
    host: 'bedrock.us-east-1.amazonaws.com',
    text: '',
    addressVariable: 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
    fix: 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME: https://bedrock-runtime.us-east-1.amazonaws.com',
  },
  {
    rule: 'no runtime endpoint',
    code: 'input-invalid',
    name: 'UnknownOperationException',
    status: 404,
    text: '{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}',
    fix: 'ANTHROPIC_BEDROCK_BASE_URL',
  },
]
