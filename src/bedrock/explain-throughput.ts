import type { Fact } from './explain-fact.ts'
import { quotaModel, seeQuotas, tokensPerMinuteQuota } from './explain-hints.ts'
import type { BedrockCall, Row } from './explain-row.ts'
import { parseModel } from './models.ts'

/** Quotas, and trouble on AWS's side. A stream's exceptions (B24) carry the same names. */
export const THROUGHPUT_ROWS: readonly Row[] = [
  {
    row: 'B17',
    code: 'daily-quota-exhausted',
    says: /Too many (tokens|requests) per day/i,
    means:
      'The quota of the day is used up, or is close to nothing, as on a new account: waiting inside this job cannot help.',
    fix: (_fact, call) =>
      [
        `Compare the applied value of "Model invocation max tokens per day for ${quotaModel(call)}" with its default in ${call.region}:`,
        seeQuotas(call),
        'An applied value below the default is raised by AWS Support only; else run again tomorrow, or name another model.',
      ].join('\n'),
  },
  {
    row: 'B16',
    code: 'throttled',
    says: /Too many tokens/i,
    means: (_fact, call) =>
      `The tokens-per-minute quota is used up. Each call reserves its input and all of max-output-tokens (${call.maxOutputTokens}) when it starts.`,
    fix: lessOrMore,
  },
  {
    row: 'B18',
    code: 'throttled',
    says: /Too many requests/i,
    named: ['throttling', 'throttled', 'toomanyrequests', 'requestlimitexceeded'],
    statuses: [429],
    means: 'More calls a minute were made than the quota of this account and region allows.',
    fix: lessOrMore,
  },
  {
    row: 'B19',
    code: 'service-unavailable',
    says: /Too many connections|unable to process your request/i,
    named: ['serviceunavailable'],
    statuses: [503],
    means: 'AWS has no room for the model just now; this is not a quota of yours.',
    fix: elsewhere,
  },
  {
    row: 'B20',
    code: 'quota-exceeded',
    says: /exceeds the service quota/i,
    named: ['servicequotaexceeded'],
    means: 'A quota that is no rate is reached; trying again cannot help.',
    fix: (_fact, call) =>
      `Find the quota that the words name, and ask for more, in ${call.region}:\n${seeQuotas(call)}`,
  },
  {
    row: 'B21',
    code: 'service-unavailable',
    named: ['modelnotready'],
    means: 'The model is still being loaded.',
    fix: 'Run the job again in a few minutes.',
  },
  {
    row: 'B22',
    code: 'model-timeout',
    named: ['modeltimeout'],
    statuses: [408],
    means: 'The model took longer than Bedrock waits.',
    fix: 'Run again; if it happens often, ask for less at once: a shorter prompt, smaller steps, or a faster model in model.',
  },
  {
    row: 'B23',
    code: 'model-error',
    named: ['modelerror', 'modelstreamerror'],
    statuses: [424],
    means: 'The model itself failed on this request.',
    fix: 'Run again once. If it fails on the same input again, name another model, or give the request id to AWS Support.',
  },
  {
    row: 'B25',
    code: 'service-unavailable',
    named: ['internalserver', 'internalfailure', 'internalservererror'],
    statuses: [500],
    means: 'Bedrock failed inside; such faults are usually short.',
    fix: elsewhere,
  },
]

function lessOrMore(_fact: Fact, call: BedrockCall): string {
  const reserved = call.maxOutputTokens > 4096 ? ['  max-output-tokens: "4096"   # reserve less with each call'] : []
  return [
    'Ask for less:',
    ...reserved,
    '  strategy: { max-parallel: 2 }   # fewer jobs of a matrix at once',
    ...otherProfile(call),
    `Or raise "${tokensPerMinuteQuota(call)}" in ${call.region}:`,
    seeQuotas(call),
  ].join('\n')
}

function elsewhere(_fact: Fact, call: BedrockCall): string {
  return [
    'Run again later; https://health.aws.amazon.com/health/status shows known trouble. Or give Bedrock more room:',
    '  fallback-model: <a second inference profile id>',
    ...otherProfile(call),
  ].join('\n')
}

function otherProfile(call: BedrockCall): readonly string[] {
  const { prefix, modelId } = parseModel(call.model ?? '')
  if (modelId === undefined || prefix === 'global' || prefix === 'us-gov') return []
  const id = `global.${modelId}`
  if (call.profiles !== undefined && !call.profiles.includes(id)) return []
  const check = call.profiles === undefined ? `, if list-inference-profiles has it in ${call.region}` : ''
  return [`  model: ${id}   # a quota of its own, and every commercial region${check}`]
}
