import { isDeepStrictEqual } from 'node:util'

import { fieldOf, isRecord, numberOf, parseJson, stringOf } from '../json.ts'

/** What one answer of the model holds: its texts, and the inputs of its calls of the tool that takes the structured result. */
export interface AnswerContent {
  readonly texts: readonly string[]
  readonly structured: readonly unknown[]
}

/** What Claude Code reports at the end of a run. */
export interface ReportedResult {
  readonly result: string | undefined
  readonly structuredOutput: unknown
}

/** Reads the JSON objects of one answer: the events of a stream, or its one body. */
export interface ContentReader {
  read(object: unknown): void
  content(): AnswerContent
}

/** Claude Code's tool for the result that `--json-schema` asks for (2.1.330). */
const STRUCTURED = 'StructuredOutput'

/** A reader for one answer, in the forms of the Messages API (https://platform.claude.com/docs/en/build-with-claude/streaming). */
export function contentReader(): ContentReader {
  const blocks = new Map<number, { text: string; tool: string | undefined; input: unknown; json: string }>()
  const open = (index: number, block: unknown) =>
    blocks.set(index, {
      text: stringOf(block, 'text') ?? '',
      tool: stringOf(block, 'type') === 'tool_use' ? stringOf(block, 'name') : undefined,
      input: fieldOf(block, 'input'),
      json: '',
    })
  return {
    read(object) {
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
    content() {
      const all = [...blocks.values()]
      return {
        texts: all.filter(({ tool, text }) => tool === undefined && text.trim() !== '').map(({ text }) => text),
        structured: all
          .filter(({ tool }) => tool === STRUCTURED)
          .map(({ input, json }) => (json === '' ? input : parseJson(json))),
      }
    },
  }
}

/** Keeps what the main conversation was answered last, to compare it with what Claude Code reports. */
export function lastAnswers() {
  let texts: readonly string[] | undefined
  let structured: readonly unknown[] = []
  return {
    add(content: AnswerContent): void {
      texts = content.texts
      // After the structured result a closing word may follow.
      if (content.structured.length > 0) structured = content.structured
    },
    /** Whether the model gave this result: nothing is compared that was not reported. */
    gave({ result, structuredOutput }: ReportedResult): boolean {
      const hasStructured = isRecord(structuredOutput) || Array.isArray(structuredOutput)
      if (hasStructured) return structured.some((one) => isDeepStrictEqual(one, structuredOutput))
      if (structuredOutput !== undefined && structuredOutput !== null) return false
      const text = result?.trim() ?? ''
      return text === '' || textsOf(texts ?? []).includes(text)
    },
  }
}

/** Claude Code reports the last text of an answer, or all of them. */
const textsOf = (texts: readonly string[]) => [...texts, texts.join(''), texts.join('\n')].map((text) => text.trim())
