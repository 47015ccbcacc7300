import { parseModel } from '../bedrock/models.ts'
import type { RunModels, ProfileList } from '../bedrock/types.ts'
import { fieldOf, parseJson, stringOf } from '../json.ts'
import type { LocalAnswer } from '../ports/gateway.ts'
import type { ClientCall } from './bedrock-client.ts'
import { jsonIn } from './call-record.ts'
import { isOwnCall } from './route.ts'

/** A call of Claude Code, as far as it tells which of its conversations it is of. */
type NamedCall = Pick<ClientCall, 'route' | 'headers' | 'body'>

/** Which calls the gateway of one run serves. */
export function servedModels() {
  let first: string | undefined
  return {
    /** Whether the call names a model of the run. A main model that nobody knows beforehand is the first that is called. */
    serves(call: NamedCall, models: RunModels): boolean {
      const { operation, name } = call.route
      if (models.all.includes(name)) return true
      if (operation === 'CountTokens') return isCountable(name, models)
      if (models.main === undefined && isOwnCall(call.headers)) first ??= name
      return name === first
    },
  }
}

/** Tokens are counted for a foundation model, not for the profile that holds it; of an application profile only AWS knows the model. */
function isCountable(name: string, { all }: RunModels): boolean {
  const { kind, modelId } = parseModel(name)
  if (kind !== 'foundation-model') return false
  return all.some((model) => {
    const called = parseModel(model)
    return called.kind === 'application-inference-profile' || called.modelId === modelId
  })
}

/**
 * Whether a call is a turn of the main conversation, without which the run cannot go on: Claude Code's own, outside a subagent,
 * not of the small/fast model, and with tools or streamed. Its side calls (titles, the classifier of tool calls) are neither
 * (measured with 2.1.330); it goes on without them.
 */
export function isMainTurn({ route, headers, body }: NamedCall, { main, small }: RunModels): boolean {
  const { operation, name } = route
  if (!isOwnCall(headers) || (name === small && name !== main)) return false
  if (operation !== 'InvokeModel') return operation === 'InvokeModelWithResponseStream'
  const tools = fieldOf(jsonIn(body), 'tools')
  return Array.isArray(tools) && tools.length > 0
}

/** Far above what a run needs: one list, and one look-up of each of its models. */
const MOST_LOOKUPS = 50

/** Claude Code's first call, which it waits for (measured with 2.1.330). */
const LIST_ALL = '/inference-profiles?type=SYSTEM_DEFINED'

/**
 * Answers look-ups of inference profiles. The list comes from preflight where preflight has one: the agent waits for it, and
 * Bedrock needs a tenth of a second. Look-ups arrive without the gateway's token, so each answer is kept and at most fifty
 * reach Bedrock.
 */
export function profileLookups(listed?: Promise<ProfileList | undefined>) {
  const answers = new Map<string, Promise<LocalAnswer>>()
  const seen = new Set<string>()
  let asked = 0
  return {
    /** Ids of the profiles that Bedrock has listed for Claude Code; undefined where it has not. */
    listed: (): readonly string[] | undefined => (seen.size > 0 ? [...seen] : undefined),
    /** The answer to a look-up, by its path and query, asked now unless it is kept; undefined when there were too many. */
    async answer(target: string, ask: () => Promise<LocalAnswer>): Promise<LocalAnswer | undefined> {
      const list = target === LIST_ALL ? await listed : undefined
      if (list !== undefined) {
        // All profiles on one page, as AWS may answer a list without `maxResults`.
        const body = JSON.stringify({ inferenceProfileSummaries: list.summaries })
        return { status: 200, headers: { 'content-type': 'application/json' }, body }
      }
      if (!answers.has(target)) {
        if (asked >= MOST_LOOKUPS) return undefined
        asked += 1
        answers.set(target, ask().then(buffered))
      }
      const answer = await answers.get(target)?.catch((error: unknown) => {
        answers.delete(target)
        throw error
      })
      if (answer?.status !== 200) answers.delete(target)
      else if (typeof answer.body === 'string') profileIdsIn(answer.body).forEach((id) => seen.add(id))
      return answer
    },
  }
}

function profileIdsIn(body: string): readonly string[] {
  const summaries = fieldOf(parseJson(body), 'inferenceProfileSummaries')
  const ids = Array.isArray(summaries) ? summaries.map((summary) => stringOf(summary, 'inferenceProfileId')) : []
  return ids.filter((id) => id !== undefined)
}

/** The same answer with its body read to the end, so that it can be given more than once. */
async function buffered({ status, headers, body }: LocalAnswer): Promise<LocalAnswer> {
  if (typeof body === 'string') return { status, headers, body }
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return { status, headers, body: Buffer.concat(pieces).toString() }
}
