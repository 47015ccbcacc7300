import { isDeepStrictEqual } from 'node:util'

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
