import type { BedrockClient } from '../gateway/bedrock-client.ts'
import type { Route } from '../gateway/route.ts'
import { ServiceError } from '../errors.ts'
import { fieldOf, listOf, parseJson, stringOf } from '../json.ts'
import type { Clock } from '../ports/machine.ts'
import { parseModel } from './models.ts'
import type { ProfileList } from './types.ts'

/** The two calls of preflight; both reject with a ServiceError, or with the Failure of a session that could not be renewed. */
export interface BedrockApi {
  listInferenceProfiles(region: string): Promise<ProfileList>
  /** Asks a model for one token by the streaming call of the agent's turns, which needs its own permission. */
  tryModel(model: string, region: string): Promise<void>
}

/** How long an answer may take; a connection has a shorter limit of its own. */
const LONGEST_MS = 20_000

/** More pages than AWS has profiles for. */
const MOST_PAGES = 10

/** The calls, made by the client of the agent's calls: with its endpoints, signature, added headers, retries and records. */
export function bedrockApi(client: BedrockClient, clock: Pick<Clock, 'sleep'>): BedrockApi {
  async function ask(region: string, question: Question): Promise<unknown> {
    const [slow, done] = [new AbortController(), new AbortController()]
    void clock.sleep(LONGEST_MS, done.signal).then(() => done.signal.aborted || slow.abort())
    const headers = { accept: '*/*', 'content-type': 'application/json' }
    try {
      const answer = await client.call({ ...question, region, headers, signal: slow.signal })
      if ('error' in answer) throw answer.error
      const pieces: Uint8Array[] = []
      for await (const piece of answer.body) pieces.push(piece)
      return parseJson(Buffer.concat(pieces).toString('utf8'))
    } catch (error) {
      if (!slow.signal.aborted) throw error
      throw new ServiceError({
        service: 'Amazon Bedrock',
        operation: question.route.operation,
        name: 'TimeoutError',
        message: `no answer within ${LONGEST_MS / 1_000} s`,
      })
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
        const answer = await ask(region, { route: LIST, method: 'GET', target, body: new Uint8Array() })
        // A proxy may answer in Bedrock's place.
        summaries.push(...listOf(fieldOf(answer, 'inferenceProfileSummaries')))
        next = stringOf(answer, 'nextToken')
        if (next === undefined) break
      }
      const ids = summaries.map((summary) => stringOf(summary, 'inferenceProfileId') ?? '')
      return { ids: ids.filter((id) => parseModel(id).kind === 'inference-profile'), summaries }
    },
    async tryModel(model, region) {
      const { id } = parseModel(model)
      await ask(region, {
        route: { plane: 'runtime', operation: 'InvokeModelWithResponseStream', name: id },
        method: 'POST',
        target: `/model/${encodeURIComponent(id)}/invoke-with-response-stream`,
        body: new TextEncoder().encode(JSON.stringify({ ...ONE_TOKEN, ...longContext(model) })),
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

/** What Claude Code sends for the suffix `[1m]` of a model (2.1.330); an account may lack it. */
const longContext = (model: string) => (/\[1m\]$/i.test(model) ? { anthropic_beta: ['context-1m-2025-08-07'] } : {})
