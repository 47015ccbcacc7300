import type { BedrockClient } from '../gateway/bedrock-client.ts'
import type { Route } from '../gateway/route.ts'
import { ServiceError } from '../errors.ts'
import type { UpstreamAnswer } from '../ports/gateway.ts'
import type { Clock } from '../ports/machine.ts'
import { parseModel } from './models.ts'
import type { ProfileList } from './profiles.ts'

/** The two questions that preflight has; both reject with a ServiceError, or with the Failure of a session that is gone. */
export interface BedrockApi {
  listInferenceProfiles(region: string): Promise<ProfileList>
  /** Has a model answer with one token, in the way that the agent's turns are answered, which is a permission of its own. */
  tryModel(model: string, region: string): Promise<void>
}

/** How long an answer may take; a host that does not even connect is given up before. */
const LONGEST_MS = 20_000

/** More pages than AWS has profiles for. */
const MOST_PAGES = 10

/** The questions, put by the client of a region, so with the endpoints, signature, retries and records of the agent's calls. */
export function bedrockApi(clientIn: (region: string) => BedrockClient, clock: Pick<Clock, 'sleep'>): BedrockApi {
  async function ask(region: string, question: Question): Promise<string> {
    const [slow, done] = [new AbortController(), new AbortController()]
    void clock.sleep(LONGEST_MS, done.signal).then(() => done.signal.aborted || slow.abort())
    const headers = { accept: '*/*', 'content-type': 'application/json' }
    try {
      const answer = await clientIn(region).call({ ...question, headers, gone: slow.signal })
      if ('error' in answer) throw answer.error
      return await textOf(answer)
    } catch (error) {
      throw slow.signal.aborted ? noAnswer(question) : error
    } finally {
      done.abort()
    }
  }

  return {
    async listInferenceProfiles(region) {
      const summaries: unknown[] = []
      let next: string | undefined
      for (let page = 0; page < MOST_PAGES; page++) {
        const token = next === undefined ? '' : `&nextToken=${encodeURIComponent(next)}`
        const target = `/inference-profiles?maxResults=1000${token}&type=SYSTEM_DEFINED`
        const answer = jsonOf(await ask(region, { route: LIST, method: 'GET', target, body: new Uint8Array() }))
        summaries.push(...summariesIn(answer))
        next = textIn(answer, 'nextToken')
        if (next === undefined) break
      }
      const ids = summaries.map((summary) => textIn(summary, 'inferenceProfileId'))
      return { ids: ids.filter(isClaudeProfile), summaries }
    },
    async tryModel(model, region) {
      const { id } = parseModel(model)
      await ask(region, {
        route: { plane: 'runtime', operation: 'InvokeModelWithResponseStream', name: id },
        method: 'POST',
        target: `/model/${encodeURIComponent(id)}/invoke-with-response-stream`,
        body: new TextEncoder().encode(JSON.stringify(ONE_TOKEN)),
      })
    },
  }
}

interface Question {
  readonly route: Route
  readonly method: string
  readonly target: string
  readonly body: Uint8Array
}

const LIST: Route = { plane: 'control', operation: 'ListInferenceProfiles', name: '' }

/** The smallest body (https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html). */
const ONE_TOKEN = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 1,
  messages: [{ role: 'user', content: '.' }],
}

async function textOf({ body }: UpstreamAnswer): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of body) text += decoder.decode(piece, { stream: true })
  return text
}

function noAnswer({ route: { operation } }: Question): ServiceError {
  return new ServiceError({
    service: 'Amazon Bedrock',
    operation,
    name: 'TimeoutError',
    message: `no answer within ${LONGEST_MS / 1_000} s`,
  })
}

/** Something between may answer in Bedrock's place, so the form of the answer is not taken for granted. */
function summariesIn(answer: unknown): readonly unknown[] {
  const summaries = field(answer, 'inferenceProfileSummaries')
  return Array.isArray(summaries) ? summaries : []
}

function isClaudeProfile(id: string | undefined): id is string {
  return id !== undefined && parseModel(id).kind === 'inference-profile'
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function textIn(value: unknown, name: string): string | undefined {
  const text = field(value, name)
  return typeof text === 'string' && text !== '' ? text : undefined
}
