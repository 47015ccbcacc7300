// Preflight in front of a Bedrock whose every answer is given.
import { bedrockError } from '../../../src/bedrock/errors/bedrock-error.ts'
import { type BedrockApi, checkBedrock } from '../../../src/bedrock/preflight.ts'
import { ServiceError } from '../../../src/errors.ts'
import type { BedrockSettings } from '../../../src/inputs/settings.ts'
import { modelsOf } from '../gateway/fakes.ts'
import type { BedrockError } from '../../emulators/bedrock-errors.ts'
import type { Session } from '../../../src/aws/types.ts'
import type { ProfileList } from '../../../src/bedrock/types.ts'

export const MODEL = 'us.anthropic.claude-sonnet-4-6'
export const SMALL = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
export const PROFILES = [MODEL, SMALL, 'global.anthropic.claude-sonnet-4-6']

export const BEDROCK: BedrockSettings = {
  region: 'us-east-1',
  model: MODEL,
  smallFastModel: SMALL,
  smallFastModelRegion: 'us-east-1',
  maxOutputTokens: 4096,
  maxThinkingTokens: 1024,
  disablePromptCaching: false,
}

export const KEYS: Session = {
  kind: 'keys',
  keys: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
  account: '111122223333',
  arn: 'arn:aws:sts::111122223333:assumed-role/claude/run',
  renewable: true,
}

export function refusal({ type, message, status }: BedrockError): ServiceError {
  return bedrockError({ operation: 'Invoke', name: type, text: message, status })
}

export function lost(name: string, host = 'bedrock-runtime.us-east-1.amazonaws.com'): ServiceError {
  return new ServiceError({ service: 'Amazon Bedrock', operation: 'Invoke', name, message: `${name} ${host}`, host })
}

/** As AWS lists them. */
export const listOf = (ids: readonly string[]): ProfileList => ({
  ids,
  summaries: ids.map((inferenceProfileId) => ({ inferenceProfileId })),
})

export interface Answers {
  /** By region; default the profiles above. */
  readonly lists?: Readonly<Record<string, readonly string[] | Error>>
  /** By model; default an answer. */
  readonly models?: Readonly<Record<string, Error | (() => Error | undefined)>>
  readonly bedrock?: Partial<BedrockSettings>
  readonly session?: Session
  /** Whether the version of Claude Code is the recorded one. */
  readonly isCertain?: boolean
}

export async function check({ lists = {}, models = {}, bedrock = {}, session = KEYS, isCertain = true }: Answers) {
  const [asked, lines]: [string[], string[]] = [[], []]
  const give = <T>(answer: T | Error) => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer))
  const api: BedrockApi = {
    listInferenceProfiles(region) {
      asked.push(`list ${region}`)
      const list = lists[region] ?? PROFILES
      return give(list instanceof Error ? list : listOf(list))
    },
    tryModel(model, region) {
      asked.push(`${model} ${region}`)
      const answer = models[model]
      return give(typeof answer === 'function' ? answer() : answer)
    },
  }
  const log = { info: (line: string) => void lines.push(line) }
  const found = await checkBedrock(
    { ...BEDROCK, ...bedrock },
    { session, api, log, modelsOf: modelsOf({ ...BEDROCK, ...bedrock }, isCertain) },
  )
  return { ...found, asked, lines, states: found.checks.map(({ name, state }) => `${name} ${state}`) }
}
