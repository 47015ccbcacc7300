import { FAULT_NAMES, THROTTLING_NAMES } from '../../error-rules.ts'
import type { Fix, FixParts, ServiceError } from '../../errors.ts'
import { shell, yaml } from '../../errors.ts'
import { parseModel } from '../models.ts'
import type { BedrockCall, BedrockRule } from '../types.ts'
import { defaultQuotaCommand, quotaBlocks, quotaModel, tokensPerMinuteQuota } from './hints.ts'

/** Quotas, and failures on AWS's side. The exceptions of a stream (B24) have the same names. */
export const THROUGHPUT_RULES: readonly BedrockRule[] = [
  {
    id: 'B17',
    match: [{ message: /Too many (tokens|requests) per day/i }],
    code: 'daily-quota-exhausted',
    explanation:
      'The daily quota is used up, or is close to zero, as on a new account: waiting inside this job cannot help.',
    fix: (_error, call) => [
      `Look at the applied value of "Model invocation max tokens per day for ${quotaModel(call)}" in ${call.region}:`,
      ...quotaBlocks(call),
      'and compare it with the default:',
      shell(defaultQuotaCommand(call)),
      'An applied value below the default is raised by AWS Support only; else run again tomorrow, or name another model.',
    ],
  },
  {
    id: 'B16',
    match: [{ message: /Too many tokens/i }],
    when: isAboutRate,
    code: 'throttled',
    explanation: (_error, call) =>
      `The tokens-per-minute quota is used up. Each call reserves its input and all of max-output-tokens (${call.maxOutputTokens}) when it starts.`,
    fix: lessOrMore,
    retryable: true,
  },
  {
    id: 'B18',
    match: [{ message: /Too many requests/i }, { names: THROTTLING_NAMES }, { statuses: [429] }],
    when: isAboutRate,
    code: 'throttled',
    explanation: 'More calls per minute were made than the quota of this account and region allows.',
    fix: lessOrMore,
    retryable: true,
  },
  {
    id: 'B19',
    match: [
      { message: /Too many connections|unable to process your request/i },
      { names: ['ServiceUnavailable'] },
      { statuses: [503] },
    ],
    code: 'service-unavailable',
    explanation: 'AWS has no capacity for the model at the moment; this is not a quota of yours.',
    fix: elsewhere,
    retryable: true,
  },
  {
    id: 'B20',
    match: [{ message: /exceeds the service quota/i }, { names: ['ServiceQuotaExceeded'] }],
    code: 'quota-exceeded',
    explanation: 'A quota that is not a rate was reached; trying again cannot help.',
    fix: (_error, call) => [
      `Find the quota that the words name, and ask for more, in ${call.region}:`,
      ...quotaBlocks(call),
    ],
  },
  {
    id: 'B21',
    match: [{ names: ['ModelNotReady'] }],
    code: 'service-unavailable',
    explanation: 'The model is still being loaded.',
    fix: 'Run the job again in a few minutes.',
    retryable: true,
  },
  {
    id: 'B22',
    match: [{ names: ['ModelTimeout'] }, { statuses: [408] }],
    code: 'model-timeout',
    explanation: 'The model took longer than Bedrock waits.',
    fix: 'Run again; if it happens often, ask for less at once: a shorter prompt, smaller steps, or a faster model in `model`.',
    retryable: true,
  },
  {
    id: 'B23',
    match: [{ names: ['ModelError', 'ModelStreamError'] }, { statuses: [424] }],
    code: 'model-error',
    explanation: 'The model itself failed on this request.',
    fix: 'Run again once. If it fails on the same input again, name another model, or give the request id to AWS Support.',
    retryable: true,
  },
  {
    id: 'B25',
    match: [{ names: FAULT_NAMES }, { statuses: [500] }],
    code: 'service-unavailable',
    explanation: 'Bedrock failed inside; such faults are usually short.',
    fix: elsewhere,
    retryable: true,
  },
  {
    id: 'another 5xx',
    match: [{ statuses: ['5xx'] }],
    code: 'service-unavailable',
    explanation: 'Bedrock, or something in between, failed; such faults are usually short.',
    fix: (error, call) => [...elsewhere(error, call), ...support(error)],
    retryable: true,
  },
]

/** A validation error may use the same words for a request that is too large, which no waiting makes smaller. */
function isAboutRate({ name }: ServiceError): boolean {
  return !/Validation/.test(name)
}

function lessOrMore(_error: ServiceError, call: BedrockCall): Fix {
  const reserved =
    call.maxOutputTokens > 4096 ? ['Reserve less with each call:', yaml('with:\n  max-output-tokens: "4096"')] : []
  return [
    ...reserved,
    'Give calls more time to wait for the quota, within timeout-minutes (docs/QUOTA.md):',
    yaml('with:\n  throttle-patience-minutes: "60"\n  timeout-minutes: "60"'),
    'Run fewer jobs of a matrix at once:',
    yaml('strategy:\n  max-parallel: 2'),
    ...otherProfile(call),
    `Or raise "${tokensPerMinuteQuota(call)}" in ${call.region}:`,
    ...quotaBlocks(call),
  ]
}

function elsewhere(_error: ServiceError, call: BedrockCall): FixParts {
  return [
    'Run again later; https://health.aws.amazon.com/health/status shows known problems. Or name a second model to fall back to:',
    yaml('with:\n  fallback-model: PROFILE_ID'),
    ...otherProfile(call),
  ]
}

const support = ({ requestId }: ServiceError) =>
  requestId === undefined ? [] : [`AWS Support finds the call by its request id, ${requestId}.`]

function otherProfile(call: BedrockCall): FixParts {
  const { prefix, modelId } = parseModel(call.model ?? '')
  if (modelId === undefined || prefix === 'global' || prefix === 'us-gov') return []
  const id = `global.${modelId}`
  if (call.profiles !== undefined && !call.profiles.includes(id)) return []
  const check = call.profiles === undefined ? `, if list-inference-profiles has it in ${call.region}` : ''
  return [
    `Or use the profile with a quota of its own and every commercial region behind it${check}:`,
    yaml(`with:\n  model: ${id}`),
  ]
}
