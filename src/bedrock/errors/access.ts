import { dnsSuffixOf } from '../../endpoints.ts'
import { inputLine } from '../../error-rules.ts'
import { json, shell, yaml, type Fix, type FixParts, type ServiceError } from '../../errors.ts'
import { isForeignProfile, parseModel } from '../models.ts'
import type { BedrockCall, BedrockRule } from '../types.ts'
import { availabilityCommand, chooseProfile, consolePage, nearestFirst, profilesCommand, shortList } from './hints.ts'

/** What the account may use: subscriptions, forms, entitlement, and models that are not (or no longer) there. */
export const ACCESS_RULES: readonly BedrockRule[] = [
  {
    id: 'B4',
    match: [{ message: /aws-marketplace:|AWS Marketplace actions/i }],
    code: 'marketplace-subscription-missing',
    explanation:
      'The account has not subscribed to this model, and the first call tries to do so with the permissions of its caller.',
    fix: (_error, call) => [
      `Let an administrator call the model once (the subscription holds for the whole account), then wait 15 minutes: ${modelCatalog(call)}`,
      'The administrator needs aws-marketplace:Subscribe and aws-marketplace:ViewSubscriptions; the role of this job does not.',
    ],
  },
  {
    id: 'B5',
    match: [
      { message: /subscription for this model is still being processed|agreement is (being created|pending)/i },
      { names: ['MPAgreementBeingCreated'] },
    ],
    code: 'marketplace-subscription-missing',
    explanation: 'The subscription to this model has been started and is not complete yet.',
    fix: (_error, call) => ['Run the job again in 15 minutes. If it stays so:', shell(availabilityCommand(call))],
  },
  {
    id: 'B6',
    match: [{ message: /INVALID_PAYMENT_INSTRUMENT|agreement (has )?failed/i }],
    code: 'marketplace-subscription-missing',
    explanation: 'AWS Marketplace refused the subscription: the payment method of the account, or its country.',
    fix: (_error, call) =>
      `Let the owner of the account set a valid payment method, then open the model once: ${modelCatalog(call)}`,
  },
  {
    id: 'B13 data retention',
    match: [{ message: /data retention mode \S+ is not available for this model/i }],
    code: 'account-not-authorized',
    explanation: "AWS serves this model only to accounts with another data retention mode than this account's.",
    fix: (_error, call) => [
      'Ask AWS Support (Amazon Bedrock) for the mode that the model needs, with the words above, or name another model:',
      ...chooseOther(call),
    ],
  },
  {
    id: 'B13 country',
    match: [{ message: /not allowed from unsupported countries/i }],
    code: 'account-not-authorized',
    explanation: "Anthropic's models may not be used from the country of this account, or of this runner.",
    fix: 'See https://www.anthropic.com/supported-countries. If the country of the account is one of these, have its address corrected by AWS Support, and run on a runner in such a country.',
  },
  {
    id: 'B13',
    match: [
      { message: /^Operation not allowed\.?$|account is not authorized|is not available for this account/i },
      { names: ['BadMCScore'] },
    ],
    code: 'account-not-authorized',
    explanation:
      'AWS does not let this account call the model, whatever its policies say: a new account, an applied quota of 0, or a model that is available on request only.',
    fix: (_error, call) => [
      'Open a case with AWS Support (account and billing, Amazon Bedrock) and give the words above. What AWS has recorded of the account:',
      shell(availabilityCommand(call)),
    ],
  },
  {
    id: 'B7',
    match: [{ message: /use[ -]case (details|form)/i }, { names: ['FTUFormNotFilled'] }],
    code: 'use-case-form-missing',
    explanation:
      "Anthropic's one-time use case form has not been submitted for this account (or for its organization).",
    fix: (_error, call) => [...useCaseForm(call), 'Then wait 15 minutes and run the job again.'],
  },
  {
    id: 'B7, B8 or B9 in the words of Claude Code',
    match: [{ message: /is not available on your bedrock deployment/i }],
    code: 'model-not-found',
    explanation: 'These are the words of Claude Code, which hides what Bedrock answered (a 404).',
    fix: (_error, call) => [
      'Bedrock means one of these. The use case form is missing (this command fails then):',
      shell(`aws bedrock get-use-case-for-model-access --region ${call.region}`),
      ...useCaseForm(call),
      'Or the model is retired, or is not there; name another:',
      ...chooseProfile(call),
    ],
  },
  {
    id: 'B8',
    match: [{ message: /reached the end of its life/i }],
    code: 'model-retired',
    explanation: 'The model is switched off for everyone.',
    fix: newerModel,
  },
  {
    id: 'B9',
    match: [{ message: /marked by provider as Legacy/i }],
    code: 'model-retired',
    explanation: 'The model is being retired, and is closed already to accounts that have not used it lately.',
    fix: newerModel,
  },
  {
    id: 'B11',
    match: [{ message: /on-demand throughput isn't supported|(doesn't|does not) support on-demand throughput/i }],
    code: 'inference-profile-required',
    explanation: 'The model is only served through an inference profile; the bare model id is not enough.',
    fix: (_error, call) => chooseProfile(call),
  },
  {
    id: 'B12 in another geography',
    match: [{ message: /model identifier is invalid/i }, { names: ['ResourceNotFound'] }, { statuses: [404] }],
    when: (_error, call) => call.model !== undefined && isForeignProfile(call.model, call.region, call.profiles),
    code: 'profile-not-in-region',
    explanation: (_error, call) =>
      `${call.model ?? ''} is an inference profile that cannot be called from ${call.region}.`,
    fix: (_error, call) => [
      ...chooseProfile(call),
      'Or set aws-region to a region that the profile can be called from.',
    ],
  },
  {
    id: 'B12',
    match: [{ message: /model identifier is invalid/i }],
    code: 'model-not-found',
    explanation: (_error, call) => `${call.region} has no model or inference profile of this id.`,
    fix: notFound,
  },
  {
    id: 'no runtime endpoint',
    match: [{ names: ['UnknownOperation'] }],
    code: 'input-invalid',
    explanation: ({ host }, call) =>
      `The address ${host ?? 'that was called'} is not that of Bedrock's runtime: it does not offer this operation.${call.addressVariable === undefined ? '' : ` ${call.addressVariable} names it.`}`,
    fix: (_error, call) => [
      call.addressVariable === undefined
        ? 'Correct or unset the variable that names it (ANTHROPIC_BEDROCK_BASE_URL, AWS_ENDPOINT_URL_BEDROCK_RUNTIME):'
        : `Correct ${call.addressVariable}, or unset it to use AWS's own address:`,
      yaml(
        `env:\n  ${call.addressVariable ?? 'ANTHROPIC_BEDROCK_BASE_URL'}: https://bedrock-runtime.${call.region}.${dnsSuffixOf(call.region)}`,
      ),
    ],
  },
  {
    id: 'B10',
    match: [{ names: ['ResourceNotFound'] }, { statuses: [404] }],
    code: 'model-not-found',
    explanation: (_error, call) => `Bedrock in ${call.region} has nothing under this name.`,
    fix: notFound,
  },
  {
    id: 'B1',
    match: [{ message: /don't have access to the model/i }],
    code: 'model-access-denied',
    explanation: (_error, call) =>
      `IAM let the call through, but this account has no access to the model in ${call.region}: no subscription, no use case form, or a model that is available on request only.`,
    fix: (_error, call) => [
      'See which of agreement, authorization, entitlement and region is missing:',
      shell(availabilityCommand(call)),
      `Then open the model once as an administrator: ${modelCatalog(call)}`,
      'If the model is not the one you meant, name both: `model` and `small-fast-model`.',
    ],
  },
  {
    id: 'B37',
    match: [{ statuses: [403] }],
    when: isMantle,
    code: 'model-access-denied',
    explanation: 'The endpoint bedrock-mantle has its own list of models, which for this account lacks this model.',
    fix: (_error, call) => [
      "Ask AWS for it, or unset CLAUDE_CODE_USE_MANTLE to go through Bedrock's runtime:",
      shell(availabilityCommand(call)),
    ],
  },
  {
    id: 'B37 with an inference profile',
    match: [{ statuses: [400] }],
    when: (error, call) => {
      const { id, prefix } = parseModel(call.model ?? '')
      return isMantle(error) && prefix !== undefined && error.message.includes(id)
    },
    code: 'model-not-found',
    explanation: 'The endpoint bedrock-mantle takes model ids, not inference profiles.',
    fix: (_error, call) => [
      'Unset CLAUDE_CODE_USE_MANTLE, or name the model without its prefix:',
      inputLine('model', [parseModel(call.model ?? '').modelId ?? '']),
    ],
  },
]

function isMantle({ host, message }: ServiceError): boolean {
  return /bedrock-mantle/.test(`${host ?? ''} ${message}`)
}

const modelCatalog = (call: BedrockCall) => consolePage(call, 'bedrock/home#/model-catalog')

function useCaseForm(call: BedrockCall) {
  return [
    `Submit it by opening any Anthropic model in the console: ${modelCatalog(call)}`,
    'Or by the command line, with this file as use-case.json:',
    json({
      companyName: '...',
      companyWebsite: 'https://...',
      intendedUsers: '0',
      industryOption: '...',
      otherIndustryOption: '',
      useCases: '...',
    }),
    shell(`aws bedrock put-use-case-for-model-access --region ${call.region} --form-data fileb://use-case.json`),
  ]
}

function newerModel(_error: ServiceError, call: BedrockCall): Fix {
  return ['Name a model that is served, in `model` (and in `small-fast-model`):', ...chooseOther(call)]
}

function chooseOther(call: BedrockCall): FixParts {
  const { id, modelId } = parseModel(call.model ?? '')
  const others = (call.profiles ?? []).filter((profile) => ![undefined, modelId].includes(parseModel(profile).modelId))
  if (others.length > 0) return shortList(nearestFirst(id, others), call)
  return [`Those of ${call.region}:`, shell(profilesCommand(call))]
}

function notFound(_error: ServiceError, call: BedrockCall): Fix {
  return [...chooseProfile(call), 'With ANTHROPIC_BEDROCK_BASE_URL set, check its path as well.']
}
