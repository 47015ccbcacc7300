import { Failure, shell, yaml } from '../errors.ts'
import type { BedrockSettings } from '../inputs/settings.ts'
import { fieldOf, isRecord, stringOf } from '../json.ts'

/** Why an answer of status 200 is none of the model's. `policies` names what blocked it, where the guardrail's trace tells. */
export type Block =
  | { readonly kind: 'guardrail'; readonly policies: readonly string[] }
  | { readonly kind: 'refusal'; readonly reason: string | undefined }

/**
 * Finds a block in the JSON objects of one answer: the events of a stream, or its one body. A guardrail's intervention is a field of the body or of an event
 * (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html); one whose trace says that it only
 * masked leaves the answer the model's. A refusal is a `stop_reason`.
 */
export function blockFinder() {
  let intervened = false
  let refusal: Block | undefined
  const findings: ReturnType<typeof findingOf>[] = []
  return {
    read(object: unknown): void {
      if (/^(GUARDRAIL_)?INTERVENED$/.test(stringOf(object, 'amazon-bedrock-guardrailAction') ?? '')) intervened = true
      findings.push(...findingsIn(fieldOf(object, 'amazon-bedrock-trace'), ''))
      const ending = stringOf(object, 'stop_reason') === undefined ? fieldOf(object, 'delta') : object
      if (stringOf(ending, 'stop_reason') !== 'refusal') return
      const details = fieldOf(ending, 'stop_details')
      const words = [stringOf(details, 'category'), stringOf(details, 'explanation')].filter(Boolean)
      refusal = { kind: 'refusal', reason: words.join(': ') || undefined }
    },
    block(): Block | undefined {
      const blocking = findings.filter(({ action }) => action === 'BLOCKED')
      const isMask = blocking.length === 0 && findings.some(({ action }) => action === 'ANONYMIZED')
      if (!intervened || isMask) return refusal
      return { kind: 'guardrail', policies: [...new Set(blocking.map(({ policy }) => policy))] }
    },
  }
}

/** The trace's assessments are nested by guardrail and by side; each policy has lists of findings with an `action`. */
function findingsIn(trace: unknown, side: string): readonly ReturnType<typeof findingOf>[] {
  if (Array.isArray(trace)) return trace.flatMap((item) => findingsIn(item, side))
  if (!isRecord(trace)) return []
  return Object.entries(trace).flatMap(([key, value]) => {
    const policy = /^(\w+)Policy$/.exec(key)?.[1]
    if (policy === undefined) return findingsIn(value, /^(in|out)put/i.exec(key)?.[0].toLowerCase() ?? side)
    const lists = isRecord(value) ? Object.values(value) : []
    return lists.flatMap((list) => (Array.isArray(list) ? list.map((item) => findingOf(policy, item, side)) : []))
  })
}

/** One finding of a trace, its policy as `topic policy "Finance" (input)`. What it matched is not kept. */
function findingOf(policy: string, item: unknown, side: string) {
  const name = policy.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  const what = stringOf(item, 'name') ?? (policy === 'topic' ? undefined : stringOf(item, 'type'))
  const words = [`${name} policy`, what && `"${what}"`, side && `(${side})`].filter(Boolean)
  return { policy: words.join(' '), action: stringOf(item, 'action') ?? '' }
}

/** A block on one line, for diagnostics and as the first line of a failure. */
export function blockLine(block: Block): string {
  if (block.kind === 'refusal')
    return `The model refused (stop_reason "refusal")${block.reason ? `: ${block.reason}` : ''}`
  return `A guardrail intervened${block.policies.length > 0 ? `: ${block.policies.join(', ')}` : ''}`
}

/** A blocked answer of the main conversation, as the failure of the run. */
export function blockedFailure(
  block: Block,
  { guardrail, region, model }: Pick<BedrockSettings, 'guardrail' | 'region'> & { readonly model: string },
): Failure {
  if (block.kind === 'refusal') {
    return new Failure('model-refused', {
      message: `${blockLine(block)} (${model}, ${region}).\nClaude declined to go on with this conversation, and what it says in place of an answer is no result.`,
      fix: [
        "Look in the transcript at what came before: the prompt, or a text that the agent read, asks for something that Anthropic's usage policy forbids or that looks like it (https://www.anthropic.com/legal/aup).",
        'Reword the prompt, keep such texts away from the agent, or take another model:',
        yaml('with:\n  model: us.anthropic.claude-...'),
      ],
    })
  }
  const named =
    guardrail === undefined ? 'No `guardrail` is given: it is one of the account, or of custom headers.' : ''
  return new Failure('guardrail-intervened', {
    message: `${blockLine(block)} (${guardrail ? `guardrail ${guardrail.id}:${guardrail.version}, ` : ''}${model}, ${region}).\nThe text in place of an answer is the guardrail's own, not the model's, so the run has no result.`,
    fix: [
      named,
      'Where the block is right, keep such texts out of the prompt and of what the agent reads. Where it is not, change the policy, make a new version of the guardrail, and name that:',
      yaml(`with:\n  guardrail: ${guardrail?.id ?? 'GUARDRAIL_ID'}:NEW_VERSION`),
      'Its policies:',
      shell(
        `aws bedrock get-guardrail --guardrail-identifier ${guardrail?.id ?? 'GUARDRAIL_ID'} --guardrail-version ${guardrail?.version ?? 'DRAFT'} --region ${region}`,
      ),
    ],
  })
}
