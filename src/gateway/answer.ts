import { isDeepStrictEqual } from 'node:util'

import { Failure, shell, yaml } from '../errors.ts'
import type { BedrockSettings } from '../inputs/settings.ts'
import { fieldOf, isRecord, numberOf, parseJson, stringOf } from '../json.ts'

/** What one answer of the model holds: its texts, and the inputs of its calls of the tool that takes the structured result. */
export interface AnswerContent {
  readonly texts: readonly string[]
  readonly structured: readonly unknown[]
  /** Whether it calls any other tool, after which Claude Code asks again. */
  readonly callsTools: boolean
}

/** What Claude Code reports at the end of a run. */
export interface ReportedResult {
  readonly result: string | undefined
  readonly structuredOutput: unknown
  readonly terminalReason?: string | undefined
  /** The last words of the main agent in what Claude Code wrote before, which stand for a text that is empty. */
  readonly lastText?: string | undefined
}

/** Claude Code's tool for the result that `--json-schema` asks for (2.1.330). */
const STRUCTURED = 'StructuredOutput'

/**
 * Reads the JSON objects of one answer, the events of a stream or its one body, in the forms of the Messages API
 * (https://platform.claude.com/docs/en/build-with-claude/streaming).
 */
export function contentReader() {
  const blocks = new Map<number, { text: string; tool: string | undefined; input: unknown; json: string }>()
  const open = (index: number, block: unknown) =>
    blocks.set(index, {
      text: stringOf(block, 'text') ?? '',
      tool: stringOf(block, 'type') === 'tool_use' ? stringOf(block, 'name') : undefined,
      input: fieldOf(block, 'input'),
      json: '',
    })
  return {
    read(object: unknown): void {
      const index = numberOf(object, 'index') ?? -1
      const type = stringOf(object, 'type')
      if (type === 'content_block_start') open(index, fieldOf(object, 'content_block'))
      if (type === 'content_block_delta') {
        const block = blocks.get(index)
        const delta = fieldOf(object, 'delta')
        if (block === undefined) return
        block.text += stringOf(delta, 'text') ?? ''
        block.json += stringOf(delta, 'partial_json') ?? ''
      }
      const whole = type === 'message' ? fieldOf(object, 'content') : undefined
      if (Array.isArray(whole)) whole.forEach((block: unknown, at) => open(at, block))
    },
    content(): AnswerContent {
      const all = [...blocks.values()]
      return {
        texts: all.filter(({ tool, text }) => tool === undefined && text.trim() !== '').map(({ text }) => text),
        structured: all
          .filter(({ tool }) => tool === STRUCTURED)
          .map(({ input, json }) => (json === '' ? input : parseJson(json))),
        callsTools: all.some(({ tool }) => tool !== undefined && tool !== STRUCTURED),
      }
    },
  }
}

/** Keeps what the main conversation was answered last, to compare it with what Claude Code reports. */
export function lastAnswers() {
  /** The last answer, and the last one that says or calls something. */
  let last: AnswerContent | undefined
  let substantial: AnswerContent | undefined
  let structured: readonly unknown[] = []
  let lastTexts: readonly string[] = []
  let hasFailedSince = false

  /**
   * An empty text stands for the words before it: the model ended with nothing, or a hook ended the run, at a tool call or against
   * another hook (measured with 2.1.330).
   */
  function gaveNothing(said: string, reason: string | undefined): boolean {
    if (last === undefined || hasFailedSince || (last.callsTools && reason !== 'hook_stopped')) return false
    return saidLast(said)
  }
  const saidLast = (said: string) => (said === '' ? lastTexts.length === 0 : textsOf(lastTexts).includes(said))
  function gaveText(text: string): boolean {
    return substantial !== undefined && !substantial.callsTools && textsOf(substantial.texts).includes(text)
  }
  /** Claude Code reports the structured result as text too; a release that lets the model go on reports its closing words. */
  function gaveStructured(output: object, text: string, said: string): boolean {
    if (!structured.some((one) => isDeepStrictEqual(one, output))) return false
    return text === '' ? saidLast(said) : isDeepStrictEqual(parseJson(text), output) || gaveText(text)
  }

  return {
    add(content: AnswerContent): void {
      last = content
      hasFailedSince = false
      if (content.texts.length > 0 || content.structured.length > 0 || content.callsTools) substantial = content
      if (content.texts.length > 0) lastTexts = content.texts
      // When a subagent in the background has ended, the model may be asked again, and say something else.
      if (content.structured.length > 0) structured = content.structured
    },
    /** A call of the main conversation had no answer. */
    failed(): void {
      hasFailedSince = true
    },
    /** Whether the model gave this result, as a whole. */
    gave({ result, structuredOutput, terminalReason, lastText }: ReportedResult): boolean {
      const text = result?.trim() ?? ''
      const said = lastText?.trim() ?? ''
      if (isRecord(structuredOutput) || Array.isArray(structuredOutput))
        return gaveStructured(structuredOutput, text, said)
      if (structuredOutput !== undefined && structuredOutput !== null) return false
      return text === '' ? gaveNothing(said, terminalReason) : gaveText(text)
    },
  }
}

/** Claude Code reports the last text of an answer, or all of them. */
const textsOf = (texts: readonly string[]) => [...texts, texts.join(''), texts.join('\n')].map((text) => text.trim())

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
