import { explainError } from '../../error-rules.ts'
import { quoteError, ServiceError, type Failure, type ServiceFact } from '../../errors.ts'
import { fieldOf, isRecord, parseJson, stringOf } from '../../json.ts'
import { NETWORK_RULES } from '../../network-rules.ts'
import { createRedactor } from '../../transcript/redact.ts'
import type { BedrockCall, BedrockRule } from '../types.ts'
import { ACCESS_RULES } from './access.ts'
import { CREDENTIALS_RULES } from './credentials.ts'
import { DENIED_RULES } from './denied.ts'
import { REQUEST_RULES } from './request.ts'
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
  return explainError(error, {
    rules: BEDROCK_RULES,
    context: { ...call, model: call.model ?? modelIn(error) },
    quote: () => quoteError(error, [call.region, call.model]),
  })
}

/** What is known of an error of Bedrock before its text is read; `text` is a body, or an error as Claude Code renders it. */
export interface RawBedrockError extends Omit<ServiceFact, 'service' | 'name' | 'message'> {
  readonly name?: string | undefined
  readonly text: string
}

/**
 * Reads an error once, for all that is to be known of it: AWS's own (`message` and `Message` bodies), or one as Claude Code
 * renders it (`API Error (model): 400 ...`, `Request rejected (429) · ...`; measured with 2.1.330). Its message is the
 * service's words on one line, apostrophes straight, without secrets.
 */
export function bedrockError({ text, name, status, host, ...rest }: RawBedrockError): ServiceError {
  const rendered = unwrap(text.replaceAll(/[’‘]/g, "'").trim())
  return new ServiceError({
    ...rest,
    service: 'Amazon Bedrock',
    name: isTelling(name) ? name : (rendered.name ?? 'Error'),
    message: withoutSecrets(rendered.text).replaceAll(/\s+/g, ' ').slice(0, 600).trim(),
    status: status ?? rendered.status,
    host: host ?? /\bENOTFOUND ([\w-]+\.[\w.-]+)/.exec(rendered.text)?.[1],
  })
}

/** The model that the words name, unless as a foundation model behind a profile, which is not what was called. */
function modelIn({ message }: ServiceError): string | undefined {
  return /(?<!foundation-model\/[\w.-]*)\b(?:[a-z]+(?:-[a-z]+)?\.)?anthropic\.claude[\w.:-]*\w/.exec(message)?.[0]
}

interface Rendered {
  readonly text: string
  readonly name?: string | undefined
  readonly status?: number | undefined
}

function unwrap(message: string): Rendered {
  const old = /API Error \((\d{3}) ([^)]+)\)/.exec(message)
  if (old !== null) return { text: old[2] ?? '', status: Number(old[1]) }
  const tail = /^.*API Error(?: \([^)]*\))?: (.*)$/s.exec(message)?.[1] ?? message
  const numbered = /^(?:Request rejected \((\d{3})\) · |(?:(\d{3})\s+)+)(.*)$/s.exec(tail)
  const status = numbered?.[1] ?? numbered?.[2]
  const body = (numbered?.[3] ?? tail).replace(/\.?\.?\s*Try --model\b.*$/s, '').trim()
  const inner = readBody(parseJson(/\{.*\}/s.exec(body)?.[0] ?? ''))
  return { text: inner?.text ?? body, name: inner?.name, status: status === undefined ? undefined : Number(status) }
}

function readBody(value: unknown): Rendered | undefined {
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

/** AWS answers a wrong signature with the request it saw, session token and all. */
function withoutSecrets(text: string): string {
  return redact(text.replace(/\s*The Canonical String for this request.*$/is, ''))
}
