import { yaml } from '../errors.ts'
import { partitionOf } from '../partition.ts'
import type { InputName } from './declared.ts'
import type { Form } from './form.ts'
import { accepted, listOf, matching, refused, wholeNumber, yesOrNo, type Parser } from './scalars.ts'
import type { BedrockSettings } from './settings.ts'

/** The models and limits, in `region` (empty when it is missing or was refused). */
export function parseBedrock(form: Form, region: string): BedrockSettings {
  const smallRegion = form.optional('small-fast-model-region', regionName) ?? region
  return {
    region,
    model: form.optional('model', modelIn(region, 'aws-region')),
    smallFastModel: form.optional('small-fast-model', modelIn(smallRegion, 'small-fast-model-region')),
    smallFastModelRegion: smallRegion,
    ...parseLimits(form),
    disablePromptCaching: parseDisablePromptCaching(form),
  }
}

/** `fallback-model` as Claude Code takes it: models separated by commas. */
export function parseFallbackModel(form: Form, region: string): string | undefined {
  return form.optional('fallback-model', listOf(modelIn(region, 'aws-region')))?.join(',')
}

/** The least that Bedrock counts of `max_tokens`, by the guide (https://anthropic.mintlify.app/en/docs/claude-code/amazon-bedrock). */
const LEAST_COUNTED = 4096

function parseLimits(form: Form): Pick<BedrockSettings, 'maxOutputTokens' | 'maxThinkingTokens'> {
  const maxOutputTokens = form.required('max-output-tokens', wholeNumber({ min: 1, max: 1_000_000 }), NaN)
  const maxThinkingTokens = form.required('max-thinking-tokens', wholeNumber({ min: 0 }), NaN)
  if (maxThinkingTokens >= maxOutputTokens) {
    form.refuse('max-thinking-tokens', {
      part: String(maxThinkingTokens),
      must: `must be below max-output-tokens, which is ${maxOutputTokens}: thinking is part of the output`,
      fix: [
        `Raise \`max-output-tokens\` above ${maxThinkingTokens}, or write:`,
        yaml('with:\n  max-thinking-tokens: 0'),
      ],
    })
  }
  if (maxOutputTokens < LEAST_COUNTED) {
    form.warn(
      `max-output-tokens is ${maxOutputTokens}: Bedrock's burndown throttling logic counts at least ${LEAST_COUNTED} tokens of each call, ` +
        'so a lower value saves no quota, but may cut off long tool calls and make the agent loop fail persistently.',
    )
  }
  return { maxOutputTokens, maxThinkingTokens }
}

/** The input is a boolean; the variable is on unless it is empty, `0` or `false`. */
function parseDisablePromptCaching(form: Form): boolean {
  const name = 'disable-prompt-caching'
  return form.isGiven(name)
    ? form.required(name, yesOrNo, false)
    : !['0', 'false'].includes(form.text(name).toLowerCase())
}

const oneWord = matching(/^\S+$/, 'must be a model id, an inference profile id or an ARN, without white space')

/** A model id, or the ARN of a model or profile of Bedrock in the region that `input` names. */
function modelIn(region: string, input: InputName): Parser<string> {
  return (text) => {
    if (!text.startsWith('arn:')) return oneWord(text)
    const [, partition, place = ''] = /^arn:(aws[a-z-]*):bedrock:([a-z\d-]+):\d{0,12}:[\w-]+\/\S+$/.exec(text) ?? []
    if (partition === undefined) {
      return refused(
        'must be the ARN of a Bedrock model or inference profile, arn:aws:bedrock:<region>:<account id>:...',
      )
    }
    if (partition !== partitionOf(place)) {
      return refused(`must be in the partition ${partitionOf(place)}, the one of the region ${place}`)
    }
    if (region === '' || place === region) return accepted(text)
    const fix = [`Give a model of ${region}, or write:`, yaml(`with:\n  ${input}: ${place}`)]
    return refused(`must be in ${region}, the ${input}, but is in ${place}`, { fix })
  }
}

/** The shape of a region's name; whether Bedrock serves it is not known here. */
export const regionName = matching(/^[a-z]{2,}(-[a-z]+)+-\d+$/, 'must be the name of an AWS region, such as us-east-1')

/** The region of every call; empty, with a problem noted, when there is none. */
export function parseRegion(form: Form): string {
  if (form.text('aws-region') === '') {
    form.refuse('aws-region', {
      must: 'must be given, since neither AWS_REGION nor AWS_DEFAULT_REGION is set (the region of an AWS profile is not used)',
      code: 'region-missing',
    })
  }
  return form.required('aws-region', regionName, '')
}
