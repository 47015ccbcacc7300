import type { Fact } from './explain-fact.ts'
import { chooseProfile, consolePage, listProfiles, seeAvailability } from './explain-hints.ts'
import type { BedrockCall, Row } from './explain-row.ts'
import { parseModel, isForeignProfile } from './models.ts'

/** What the account may use: subscriptions, forms, entitlement, and models that are not (or no longer) there. */
export const ACCESS_ROWS: readonly Row[] = [
  {
    row: 'B4',
    code: 'marketplace-subscription-missing',
    says: /aws-marketplace:|AWS Marketplace actions/i,
    means: 'The account has not subscribed to this model, and the first call tries to with the rights of the caller.',
    fix: (_fact, call) =>
      [
        'Let an administrator call the model once (the subscription holds for the whole account), then wait 15 minutes:',
        `  ${consolePage(call, 'bedrock/home#/model-catalog')}`,
        'The administrator needs aws-marketplace:Subscribe and aws-marketplace:ViewSubscriptions; the role of this job does not.',
      ].join('\n'),
  },
  {
    row: 'B5',
    code: 'marketplace-subscription-missing',
    says: /subscription for this model is still being processed|agreement is (being created|pending)/i,
    named: ['mpagreementbeingcreated'],
    means: 'The subscription to this model has been started and is not complete yet.',
    fix: (_fact, call) => `Run the job again in 15 minutes. If it stays so:\n  ${seeAvailability(call)}`,
  },
  {
    row: 'B6',
    code: 'marketplace-subscription-missing',
    says: /INVALID_PAYMENT_INSTRUMENT|agreement (has )?failed/i,
    means: 'AWS Marketplace refused the subscription: the payment method of the account, or its country.',
    fix: (_fact, call) =>
      `Let the owner of the account set a valid payment method, then open the model once:\n  ${consolePage(call, 'bedrock/home#/model-catalog')}`,
  },
  {
    row: 'B13',
    code: 'account-not-authorized',
    says: /^Operation not allowed\.?$|account is not authorized/i,
    named: ['badmcscore'],
    means:
      'AWS does not let this account call the model, whatever its policies say: a new account, an applied quota of 0, or a model given out by request.',
    fix: (_fact, call) =>
      [
        'Open a case with AWS Support (account and billing, Amazon Bedrock) and give the words above. What AWS holds against it:',
        `  ${seeAvailability(call)}`,
      ].join('\n'),
  },
  {
    row: 'B7',
    code: 'use-case-form-missing',
    says: /use[ -]case (details|form)/i,
    named: ['ftuformnotfilled'],
    means: "Anthropic's one-time use case form has not been handed in for this account (or for its organization).",
    fix: (_fact, call) => `${useCaseForm(call)}\nThen wait 15 minutes and run the job again.`,
  },
  {
    row: 'B7/B8/B9 as Claude Code tells it',
    code: 'model-not-found',
    says: /is not available on your bedrock deployment/i,
    means: 'These are the words of Claude Code, which hides what Bedrock answered (a 404).',
    fix: (_fact, call) =>
      [
        'Bedrock means one of these. The use case form is missing (this command fails then); hand it in:',
        `  aws bedrock get-use-case-for-model-access --region ${call.region}`,
        useCaseForm(call),
        'Or the model is retired, or is not there; name another:',
        chooseProfile(call),
      ].join('\n'),
  },
  {
    row: 'B8',
    code: 'model-retired',
    says: /reached the end of its life/i,
    means: 'The model is switched off for everyone.',
    fix: newerModel,
  },
  {
    row: 'B9',
    code: 'model-retired',
    says: /marked by provider as Legacy/i,
    means: 'The model is being retired, and is closed already to accounts that have not used it of late.',
    fix: newerModel,
  },
  {
    row: 'B11',
    code: 'inference-profile-required',
    says: /on-demand throughput isn't supported/i,
    means: 'The model is only served through an inference profile; the bare model id is not enough.',
    fix: (_fact, call) => chooseProfile(call),
  },
  {
    row: 'B12 in another geography',
    code: 'profile-not-in-region',
    says: /model identifier is invalid/i,
    named: ['resourcenotfound'],
    statuses: [404],
    when: (_fact, call) => call.model !== undefined && isForeignProfile(call.model, call.region, call.profiles),
    means: (_fact, call) => `${call.model ?? ''} is an inference profile that cannot be called from ${call.region}.`,
    fix: (_fact, call) => `${chooseProfile(call)}\nOr set aws-region to a region that the profile can be called from.`,
  },
  {
    row: 'B12',
    code: 'model-not-found',
    says: /model identifier is invalid/i,
    means: (_fact, call) => `${call.region} knows no model or inference profile of this id.`,
    fix: notFound,
  },
  {
    row: 'B10',
    code: 'model-not-found',
    named: ['resourcenotfound'],
    statuses: [404],
    means: (_fact, call) => `Bedrock in ${call.region} has nothing under this name.`,
    fix: notFound,
  },
  {
    row: 'B1',
    code: 'model-access-denied',
    says: /don't have access to the model/i,
    means: (_fact, call) =>
      `IAM let the call through, but this account has no access to the model in ${call.region}: no subscription, no use case form, or a model given out by request.`,
    fix: (_fact, call) =>
      [
        'See which of agreement, authorization, entitlement and region is missing:',
        `  ${seeAvailability(call)}`,
        `Then open the model once as an administrator: ${consolePage(call, 'bedrock/home#/model-catalog')}`,
        'If the model is not the one you meant, name both: model and small-fast-model.',
      ].join('\n'),
  },
  {
    row: 'B37',
    code: 'model-access-denied',
    statuses: [403],
    when: isMantle,
    means: 'The endpoint bedrock-mantle has a list of models of its own, and this account has not been given this one.',
    fix: (_fact, call) =>
      `Ask AWS for it, or unset CLAUDE_CODE_USE_MANTLE to go through Bedrock's runtime.\n  ${seeAvailability(call)}`,
  },
  {
    row: 'B37 with an inference profile',
    code: 'model-not-found',
    statuses: [400],
    when: (fact, call) =>
      isMantle(fact) && /model/i.test(fact.words) && parseModel(call.model ?? '').prefix !== undefined,
    means: 'The endpoint bedrock-mantle takes model ids, not inference profiles.',
    fix: (_fact, call) =>
      `Unset CLAUDE_CODE_USE_MANTLE, or name the model without its prefix:\n  model: ${parseModel(call.model ?? '').modelId ?? ''}`,
  },
]

function isMantle(fact: Fact): boolean {
  return /bedrock-mantle/.test(`${fact.host ?? ''} ${fact.words}`)
}

function useCaseForm(call: BedrockCall): string {
  return [
    `  in the console, by opening any Anthropic model: ${consolePage(call, 'bedrock/home#/model-catalog')}`,
    `  or: aws bedrock put-use-case-for-model-access --region ${call.region} --form-data fileb://use-case.json`,
    '  with use-case.json: {"companyName":"…","companyWebsite":"https://…","intendedUsers":"0","industryOption":"…","otherIndustryOption":"","useCases":"…"}',
  ].join('\n')
}

function newerModel(_fact: Fact, call: BedrockCall): string {
  const modelId = parseModel(call.model ?? '').modelId
  const claude = call.profiles?.filter((id) => {
    const profile = parseModel(id).modelId
    return profile !== undefined && profile !== modelId
  })
  if (claude !== undefined && claude.length > 0)
    return `Name a model that is served, in model (and in small-fast-model), such as:\n${claude.map((id) => `  model: ${id}`).join('\n')}`
  return `Name a model that is served, in model (and in small-fast-model). Which there are in ${call.region}:\n  ${listProfiles(call)}`
}

function notFound(_fact: Fact, call: BedrockCall): string {
  return `${chooseProfile(call)}\nWith ANTHROPIC_BEDROCK_BASE_URL set, check its path as well.`
}
