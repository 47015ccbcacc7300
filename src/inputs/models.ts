import { partitionOf } from '../endpoints.ts'
import { yaml } from '../errors.ts'
import type { Environment } from '../ports/machine.ts'
import type { InputName } from './declared.ts'
import type { Form } from './form.ts'
import type { Context, Given } from './parse-settings.ts'
import { parseCustomHeaders, accepted, matching, refused, wholeNumber, yesOrNo, type Parser } from './scalars.ts'
import type { BedrockSettings, FamilyModels, QuotaSettings } from './settings.ts'

/** The models and limits, in `region` (empty when it is missing or was refused). */
export function parseBedrock(form: Form, { region }: Context): BedrockSettings {
  const smallRegion = form.optional('small-fast-model-region', regionName) ?? region
  return {
    region,
    model: form.optional('model', modelIn(region, 'aws-region')),
    smallFastModel: form.optional('small-fast-model', modelIn(smallRegion, 'small-fast-model-region')),
    smallFastModelRegion: smallRegion,
    ...parseLimits(form),
    // The input is a boolean; the variable is on unless it is empty, `0` or `false`.
    disablePromptCaching: form.isGiven('disable-prompt-caching')
      ? form.required('disable-prompt-caching', yesOrNo, false)
      : !['0', 'false'].includes(form.text('disable-prompt-caching').toLowerCase()),
    familyModels: parseFamilyModels(form, region),
    subagentModel: form.variable('CLAUDE_CODE_SUBAGENT_MODEL', modelIn(region, 'aws-region')),
    guardrail: form.optional('guardrail', guardrailIn(region)),
    customHeaders: form.variable('ANTHROPIC_CUSTOM_HEADERS', parseCustomHeaders),
  }
}

/** `ANTHROPIC_DEFAULT_OPUS_MODEL` and the like: a job names the model of a family, and Claude Code itself reads it (measured with 2.1.330). */
function parseFamilyModels(form: Form, region: string): FamilyModels | undefined {
  const models = ['opus', 'sonnet', 'haiku', 'fable'].map((family) => {
    const name = `ANTHROPIC_DEFAULT_${family.toUpperCase()}_MODEL`
    return [family, form.variable(name, modelIn(region, 'aws-region'))] as const
  })
  return models.some(([, model]) => model !== undefined) ? Object.fromEntries(models) : undefined
}

/**
 * `id:version`, split at the last colon, since an ARN has colons of its own
 * (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html#API_runtime_InvokeModel_RequestSyntax).
 */
function guardrailIn(region: string): Parser<{ id: string; version: string }> {
  return (text) => {
    const [, id = '', version = ''] = /^(.*):([^:]*)$/.exec(text) ?? []
    if (!/^(?:[1-9]\d{0,7}|DRAFT)$/.test(version))
      return refused('must end in a colon and the version of the guardrail, a number or DRAFT')
    const isId = /^(?:[a-z\d]+|arn:aws[\w-]*:bedrock:[a-z\d-]+:\d{12}:guardrail\/[a-z\d]+)$/.test(id)
    if (!isId) return refused('must begin with the id or the ARN of a guardrail of Amazon Bedrock')
    const [, place = region] = /^arn:[\w-]+:bedrock:([a-z\d-]+):/.exec(id) ?? []
    return region === '' || place === region
      ? accepted({ id, version })
      : refused(`must be a guardrail of ${region}, the aws-region, but is one of ${place}`)
  }
}

/** The least that Bedrock counts of `max_tokens`, by the guide (https://anthropic.mintlify.app/en/docs/claude-code/amazon-bedrock). */
const LEAST_COUNTED = 4096

function parseLimits(form: Form): Pick<BedrockSettings, 'maxOutputTokens' | 'maxThinkingTokens'> {
  const maxOutputTokens = form.required('max-output-tokens', outputTokens, NaN)
  const maxThinkingTokens = form.required('max-thinking-tokens', wholeNumber({ min: 0 }), NaN)
  const fix = [
    `Raise \`max-output-tokens\` above ${maxThinkingTokens}, or write:`,
    yaml('with:\n  max-thinking-tokens: 0'),
  ]
  if (maxThinkingTokens >= maxOutputTokens)
    form.refuse('max-thinking-tokens', {
      part: String(maxThinkingTokens),
      must: `must be below max-output-tokens, which is ${maxOutputTokens}: thinking is part of the output`,
      fix,
    })
  if (maxOutputTokens < LEAST_COUNTED)
    form.warn(
      `max-output-tokens is ${maxOutputTokens}: Bedrock's burndown throttling logic counts at least ${LEAST_COUNTED} tokens of each call, ` +
        'so a lower value saves no quota, but may cut off long tool calls and make the agent loop fail persistently.',
    )
  return { maxOutputTokens, maxThinkingTokens }
}

/** `auto` asks for that many while the quota is short. */
const outputTokens: Parser<number> = (text) => {
  if (text === 'auto') return accepted(LEAST_COUNTED)
  const parsed = wholeNumber({ min: 1, max: 1_000_000 })(text)
  return parsed.ok ? parsed : refused('must be auto, or a whole number, 1 to 1000000')
}

const oneWord = matching(/^\S+$/, 'must be a model id, an inference profile id or an ARN, without white space')

/** A model id, or the ARN of a model or profile of Bedrock in the region that `input` names. */
export function modelIn(region: string, input: InputName): Parser<string> {
  return (text) => {
    if (!text.startsWith('arn:')) return oneWord(text)
    const [, partition, place = ''] = /^arn:(aws[a-z-]*):bedrock:([a-z\d-]+):\d{0,12}:[\w-]+\/\S+$/.exec(text) ?? []
    if (partition === undefined)
      return refused(
        'must be the ARN of a Bedrock model or inference profile, arn:aws:bedrock:<region>:<account id>:...',
      )
    if (partition !== partitionOf(place))
      return refused(`must be in the partition ${partitionOf(place)}, the one of the region ${place}`)
    if (region === '' || place === region) return accepted(text)
    const fix = [`Give a model of ${region}, or write:`, yaml(`with:\n  ${input}: ${place}`)]
    return refused(`must be in ${region}, the ${input}, but is in ${place}`, { fix })
  }
}

/** The shape of a region's name; whether Bedrock serves it is not known here. */
const regionName = matching(/^[a-z]{2,}(-[a-z]+)+-\d+$/, 'must be the name of an AWS region, such as us-east-1')

/** The region of every call; empty, with a problem noted, when there is none. `profileRegion` asks the AWS configuration. */
export async function parseRegion(form: Form, { env, profileRegion }: Given): Promise<string> {
  if (form.text('aws-region') !== '') return form.required('aws-region', regionName, '')
  const profile = profileInUse(form, env)
  const region = profile === undefined ? undefined : await profileRegion(profile)
  if (region !== undefined && regionName(region).ok) return region
  const none = profile === undefined || profile === 'default' ? '' : `, and the AWS profile "${profile}" has no region`
  form.refuse('aws-region', {
    must: `must be given, since neither AWS_REGION nor AWS_DEFAULT_REGION is set${none}`,
    code: 'region-missing',
  })
  return ''
}

/** The profile that the run signs in with, `default` where the SDK's chain decides; undefined for every other way. */
function profileInUse(form: Form, env: Environment): string | undefined {
  const profile = form.text('aws-profile')
  if (profile !== '') return profile
  const isChained = form.text('role-chaining').toLowerCase() === 'true'
  const isOtherWay = (form.isGiven('role-to-assume') && !isChained) || form.isGiven('aws-credential-export')
  if (isOtherWay || form.isGiven('bedrock-api-key')) return undefined
  if (env.AWS_BEARER_TOKEN_BEDROCK?.trim() && !form.isGiven('role-to-assume')) return undefined
  return env.AWS_PROFILE?.trim() || (env.AWS_ACCESS_KEY_ID ? undefined : 'default')
}

/** What only the gateway can do: it is the one that sees the agent's calls. */
const NEEDS_GATEWAY = ['max-output-tokens-ceiling', 'throttle-patience-minutes'] as const

/** Days longer than any job of GitHub's, which is what a number without a bound would be a slip of. */
const LONGEST_PATIENCE_MINUTES = 10_080

/** How calls share a quota; undefined, with problems noted for what asks for it, where they do not go through the gateway. */
export function parseQuota(
  form: Form,
  credentials: 'gateway' | 'environment',
  maxOutputTokens: number,
): QuotaSettings | undefined {
  const isAuto = form.text('max-output-tokens') === 'auto'
  if (credentials !== 'gateway') {
    for (const name of [...(isAuto ? ['max-output-tokens' as const] : []), ...NEEDS_GATEWAY.filter(form.isGiven)])
      form.refuse(name, {
        part: form.text(name),
        must: "needs the gateway: with credentials: environment the agent's calls do not pass this action",
        fix: [
          `Take \`${name}\` out, or have the action sign the agent's calls:`,
          yaml('with:\n  credentials: gateway'),
        ],
      })
    return undefined
  }
  const ceiling = form.required('max-output-tokens-ceiling', wholeNumber({ min: 1, max: 1_000_000 }), NaN)
  const bothGiven = form.isGiven('max-output-tokens') && form.isGiven('max-output-tokens-ceiling')
  if (bothGiven && ceiling < maxOutputTokens) {
    const least = isAuto
      ? `${maxOutputTokens}, what a call asks for while the quota is short`
      : `max-output-tokens, which is ${maxOutputTokens}`
    form.refuse('max-output-tokens-ceiling', {
      part: String(ceiling),
      must: `must not be below ${least}`,
      fix: [
        'Take the ceiling out, or write:',
        yaml(`with:\n  max-output-tokens-ceiling: "${Math.max(32_000, maxOutputTokens)}"`),
      ],
    })
  }
  return {
    lowers: isAuto ? 'when-short' : 'always',
    ceiling: Math.max(ceiling, maxOutputTokens),
    patienceMs: Math.round(form.required('throttle-patience-minutes', minutes, NaN) * 60_000),
  }
}

const minutes: Parser<number> = (text) => {
  const value = /^(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN
  return value <= LONGEST_PATIENCE_MINUTES
    ? accepted(value)
    : refused(`must be a number of minutes, 0 to ${LONGEST_PATIENCE_MINUTES}`)
}
