import type { ServiceError } from '../errors.ts'
import { createRedactor } from '../transcript/redact.ts'

/**
 * What the service said, without its wrappings. `words`: its own words, on one line, apostrophes straight; `name`: lower
 * case, without namespace and `Exception`, empty when not known; `host`: the host name asked for, where known.
 */
export interface Fact {
  readonly words: string
  readonly name: string
  readonly status: number | undefined
  readonly host: string | undefined
}

/**
 * Unwraps an error: AWS's own (`message` and `Message` bodies, names such as `ThrottlingException:http://internal…`), or
 * one as Claude Code renders it (`API Error (model): 400 …`, `Request rejected (429) · …`; measured with 2.1.330).
 */
export function factOf(error: ServiceError): Fact {
  const spoken = unwrap(error.message.replaceAll(/[’‘]/g, "'").trim())
  return {
    words: withoutSecrets(spoken.text).replaceAll(/\s+/g, ' ').slice(0, 600).trim(),
    name: plainName(error.name) || plainName(spoken.name ?? ''),
    status: error.status ?? spoken.status,
    host: error.host ?? /\bENOTFOUND ([\w-]+\.[\w.-]+)/.exec(spoken.text)?.[1],
  }
}

interface Spoken {
  readonly text: string
  readonly name?: string | undefined
  readonly status?: number | undefined
}

function unwrap(message: string): Spoken {
  const old = /API Error \((\d{3}) ([^)]+)\)/.exec(message)
  if (old !== null) return { text: old[2] ?? '', status: Number(old[1]) }
  const tail = /^.*API Error(?: \([^)]*\))?: (.*)$/s.exec(message)?.[1] ?? message
  const numbered = /^(?:Request rejected \((\d{3})\) · |(?:(\d{3})\s+)+)(.*)$/s.exec(tail)
  const status = numbered?.[1] ?? numbered?.[2]
  const body = (numbered?.[3] ?? tail).replace(/\.?\.?\s*Try --model\b.*$/s, '').trim()
  const inner = readJson(body)
  return { text: inner?.text ?? body, name: inner?.name, status: status === undefined ? undefined : Number(status) }
}

function readJson(body: string): Spoken | undefined {
  const json = /\{.*\}/s.exec(body)?.[0]
  if (json === undefined) return undefined
  try {
    return readBody(JSON.parse(json))
  } catch {
    return undefined
  }
}

function readBody(value: unknown): Spoken | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const fields = new Map<string, unknown>(Object.entries(value))
  if (typeof fields.get('error') === 'object') return readBody(fields.get('error'))
  const text = fields.get('message') ?? fields.get('Message')
  const name = fields.get('__type') ?? fields.get('code')
  return typeof text === 'string' ? { text, name: typeof name === 'string' ? name : undefined } : undefined
}

/** `com.amazon.coral#ThrottlingException:http://…` is `throttling`; names that say nothing are empty. */
function plainName(name: string): string {
  const bare = (name.split(':')[0] ?? '').replace(/^.*#/, '').toLowerCase()
  return /^(error|apierror|unknown(error)?|serviceerror)?$/.test(bare) ? '' : bare.replace(/exception$/, '')
}

const { redact } = createRedactor({ values: () => [] })

/** AWS answers a wrong signature with the request it saw, session token and all. */
function withoutSecrets(text: string): string {
  return redact(text.replace(/\s*The Canonical String for this request.*$/is, ''))
}
