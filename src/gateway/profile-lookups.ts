import { fieldOf, parseJson, stringOf } from '../json.ts'
import type { LocalAnswer } from '../ports/gateway.ts'
import type { ProfileList } from '../bedrock/types.ts'

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
