import { explainError } from '../../error-rules.ts'
import { PROXY_ANSWER, quoteError, ServiceError } from '../../errors.ts'
import type { Failure, FailureCode, ServiceFact } from '../../errors.ts'
import { fieldOf, isRecord, parseJson, stringOf } from '../../json.ts'
import { NETWORK_RULES } from '../../network-rules.ts'
import type { UpstreamAnswer, UpstreamRequest } from '../../ports/gateway.ts'
import { createRedactor } from '../../transcript/redact.ts'
import { parseModel } from '../models.ts'
import type { BedrockCall, BedrockRule } from '../types.ts'
import { ACCESS_RULES } from './access.ts'
import { CREDENTIALS_RULES } from './credentials.ts'
import { DENIED_RULES } from './denied.ts'
import { OTHER_MODEL, REQUEST_RULES } from './request.ts'
import { THROUGHPUT_RULES } from './throughput.ts'

/**
 * Every answer of Bedrock that this release knows. Denials come after the subscriptions, whose words hold a denial of AWS
 * Marketplace. Words from public threads and AWS's own list of errors, November 2026.
 */
export const BEDROCK_RULES: readonly BedrockRule[] = [
  ...ACCESS_RULES,
  ...DENIED_RULES,
  ...THROUGHPUT_RULES,
  ...REQUEST_RULES,
  ...CREDENTIALS_RULES,
  ...NETWORK_RULES,
]

/** What an error of Bedrock means and what to do. Words that no rule knows are kept and never guessed at. */
export function explainBedrock(error: ServiceError, call: BedrockCall): Failure {
  const model = call.model ?? modelIn(error)
  return explainError(error, {
    rules: BEDROCK_RULES,
    context: { ...call, model },
    subject: (code) => subjectOf(code, { ...call, model }),
    quote: () => quoteError(error, [call.region, call.model]),
  })
}

/** Regions and networks are not of one model. */
function subjectOf(code: FailureCode, { region, model, caller }: BedrockCall): string {
  if (code.startsWith('region-')) return region
  if (code === 'network-unreachable') return `Amazon Bedrock in ${region}`
  if (code.startsWith('credentials-'))
    return caller === undefined ? `Bedrock in ${region}` : caller.kind === 'keys' ? caller.arn : 'the Bedrock API key'
  return model === undefined ? region : `${parseModel(model).id.replace(/^arn:.*?:(?=[\w-]+\/)/, '')} in ${region}`
}

/** An error of Bedrock as it came. */
export interface RawBedrockError extends Omit<ServiceFact, 'service' | 'name' | 'message'> {
  readonly name?: string | undefined
  /** A body, or an error as Claude Code renders it. */
  readonly text: string
  /** `false`: the answer has no mark of AWS, so a text that is none of AWS's forms is that of a proxy. */
  readonly isFromAws?: boolean
}

/**
 * Reads an error once, for all that is to be known of it: AWS's own (`message` and `Message` bodies), or one as Claude Code
 * renders it (`API Error (model): 400 ...`, `Request rejected (429) · ...`; measured with 2.1.330). Its message is the
 * service's words on one line, apostrophes straight, without secrets.
 */
export function bedrockError({ text, name, status, host, isFromAws, ...rest }: RawBedrockError): ServiceError {
  const rendered = unwrap(text.replaceAll(/[’‘]/g, "'").trim())
  const isOfProxy = rendered.isPage || (isFromAws === false && rendered.isPlain)
  return new ServiceError({
    ...rest,
    service: OTHER_MODEL.test(rendered.text) ? 'The gateway of this action' : 'Amazon Bedrock',
    name: isTelling(name) ? name : isOfProxy ? PROXY_ANSWER : (rendered.name ?? 'Error'),
    // AWS answers a wrong signature with the request it saw, session token and all.
    message: redact(rendered.text.replace(/\s*The Canonical String for this request.*$/is, ''))
      .replaceAll(/\s+/g, ' ')
      .slice(0, 600)
      .trim(),
    status: status ?? rendered.status,
    host: host ?? /\bENOTFOUND ([\w-]+\.[\w.-]+)/.exec(rendered.text)?.[1],
  })
}

/** The model that the words name, unless as a foundation model behind a profile, which is not what was called. */
function modelIn({ message }: ServiceError): string | undefined {
  return /(?<!foundation-model\/[\w.-]*)\b(?:[a-z]+(?:-[a-z]+)?\.)?anthropic\.claude[\w.:-]*\w/.exec(message)?.[0]
}

/**
 * An error taken out of what is around it. `isPage`: it is a page for people; `isPlain`: it is neither JSON nor one of Claude Code's
 * forms.
 */
function unwrap(message: string) {
  const old = /API Error \((\d{3}) ([^)]+)\)/.exec(message)
  if (old !== null)
    return { text: old[2] ?? '', name: undefined, status: Number(old[1]), isPage: false, isPlain: false }
  const tail = /^.*API Error(?: \([^)]*\))?: (.*)$/s.exec(message)?.[1] ?? message
  const numbered = /^(?:Request rejected \((\d{3})\) · |(?:(\d{3})\s+)+)(.*)$/s.exec(tail)
  const status = numbered?.[1] ?? numbered?.[2]
  const body = (numbered?.[3] ?? tail).replace(/\.?\.?\s*Try --model\b.*$/s, '').trim()
  const inner = readBody(parseJson(/\{.*\}/s.exec(body)?.[0] ?? ''))
  const isPage = /^<(!doctype|html|head|body|\?xml)\b/i.test(body)
  return {
    text: inner?.text ?? (isPage ? textOf(body) : body),
    name: inner?.name,
    status: status === undefined ? undefined : Number(status),
    isPage: isPage && inner === undefined,
    isPlain: inner === undefined,
  }
}

const textOf = (page: string): string => page.replaceAll(/<(style|script)\b.*?<\/\1>|<!--.*?-->|<[^>]*>/gis, ' ').trim()

function readBody(value: unknown): { readonly text: string; readonly name: string | undefined } | undefined {
  const nested = fieldOf(value, 'error')
  if (isRecord(nested)) return readBody(nested)
  const text = fieldOf(value, 'message') ?? fieldOf(value, 'Message')
  if (typeof text !== 'string') return undefined
  const name = stringOf(value, '__type') ?? stringOf(value, 'code')
  return { text, name: isTelling(name) ? name : undefined }
}

function isTelling(name: string | undefined): name is string {
  return name !== undefined && !/^(error|apierror|unknown(error)?|serviceerror)?$/i.test(name)
}

const { redact } = createRedactor({ values: () => [] })

/** No error of Bedrock is nearly as long; of a longer page from something in between, the beginning is enough. */
const LONGEST = 64 * 1024

/** The error that an answer of status 400 and above holds. Reads its body. */
export async function errorIn(answer: UpstreamAnswer, { operation, origin }: UpstreamRequest): Promise<ServiceError> {
  return bedrockError({
    operation,
    name: answer.headers['x-amzn-errortype'],
    text: await beginningOf(answer.body),
    status: answer.status,
    requestId: answer.headers['x-amzn-requestid'],
    host: new URL(origin).hostname,
    isFromAws: 'x-amzn-requestid' in answer.headers || 'x-amzn-errortype' in answer.headers,
  })
}

async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const piece of body) {
      text += decoder.decode(piece, { stream: true })
      if (text.length > LONGEST) break
    }
  } catch {
    // An error that breaks off is still one; its beginning says which.
  }
  return text
}
