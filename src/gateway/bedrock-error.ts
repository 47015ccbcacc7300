import { factOf } from '../bedrock/explain-fact.ts'
import { ServiceError } from '../errors.ts'
import type { LocalAnswer, UpstreamAnswer, UpstreamRequest } from '../ports/gateway.ts'

/** No error of Bedrock comes near it; of a longer page from something in between, the beginning will do. */
const LONGEST = 64 * 1024

/** What an answer of status 400 and above says, as a fact. Reads its body. */
export async function bedrockError(
  answer: UpstreamAnswer,
  { operation, origin }: UpstreamRequest,
): Promise<ServiceError> {
  return new ServiceError({
    service: 'Amazon Bedrock',
    operation,
    name: answer.headers['x-amzn-errortype'] ?? 'Error',
    message: await textOf(answer.body),
    status: answer.status,
    requestId: answer.headers['x-amzn-requestid'],
    host: new URL(origin).hostname,
  })
}

/** Name and text of an error on one line, without secrets; for the log and diagnostics. */
export function errorLine(error: ServiceError): string {
  return `${nameOf(error)}: ${factOf(error).words || 'no message'}`
}

/**
 * An error for Claude Code in AWS's own words, in the one form that it shows as text. Anew, not as received: AWS answers a
 * wrong signature with the request that it saw, session token and all.
 */
export function errorAnswer(error: ServiceError, status: number): LocalAnswer {
  const { headers, ...answer } = jsonAnswer(status, factOf(error).words || `HTTP ${status} without a message`)
  const id = error.requestId === undefined ? {} : { 'x-amzn-requestid': error.requestId }
  return { ...answer, headers: { ...headers, 'x-amzn-errortype': nameOf(error), ...id } }
}

/** An answer in the form of Bedrock's errors, which Claude Code shows as text. */
export function jsonAnswer(status: number, message: string): LocalAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) }
}

const nameOf = ({ name }: ServiceError) => name.split(':')[0] ?? ''

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
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
