import type { ProfileList } from '../bedrock/profiles.ts'
import type { LocalAnswer } from '../ports/gateway.ts'

/** Far more than a run asks: one list, and one look at each model it uses. */
const MOST = 50

/** What Claude Code asks first of all, and waits for (measured with 2.1.330). */
const ALL = '/inference-profiles?type=SYSTEM_DEFINED'

/**
 * Answers to questions about inference profiles. The first is answered by what preflight has listed, where it has: the agent
 * waits for it, and Bedrock needs a tenth of a second. They come without the token, so what Bedrock has answered once is
 * kept, and not more than fifty go there.
 */
export function profileLookups(listed?: Promise<ProfileList | undefined>) {
  const answers = new Map<string, Promise<LocalAnswer>>()
  let asked = 0
  return {
    /** The answer to a question, known by its path and query, or else asked now; undefined when there were too many. */
    async answer(target: string, ask: () => Promise<LocalAnswer>): Promise<LocalAnswer | undefined> {
      const list = target === ALL ? await listed : undefined
      if (list !== undefined) return listAnswer(list)
      if (!answers.has(target)) {
        if (asked >= MOST) return undefined
        asked += 1
        answers.set(target, ask().then(whole))
      }
      const answer = await answers.get(target)?.catch((error: unknown) => {
        answers.delete(target)
        throw error
      })
      if (answer?.status !== 200) answers.delete(target)
      return answer
    },
  }
}

/** All on one page, as AWS may answer who sets no bound. */
function listAnswer({ summaries }: ProfileList): LocalAnswer {
  const body = JSON.stringify({ inferenceProfileSummaries: summaries })
  return { status: 200, headers: { 'content-type': 'application/json' }, body }
}

/** With its body read to the end, to be given more than once. */
async function whole({ status, headers, body }: LocalAnswer): Promise<LocalAnswer> {
  if (typeof body === 'string') return { status, headers, body }
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return { status, headers, body: Buffer.concat(pieces).toString() }
}
