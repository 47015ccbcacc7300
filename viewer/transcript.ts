import { startActivity, type Activity } from './activity.ts'
import type { Totals } from './content.ts'
import { backgroundEnd, endText, resultImages, resultStatus, resultText, sessionText, totalsOf } from './content.ts'
import { countOf, fieldsOf, isFields, listOf, parseJson, prettyJson, stringOf, type Fields } from './fields.ts'
import { addUsed } from './growth.ts'
import type { CallRow, NoteRow, Row } from './rows.ts'

/** A transcript, read. */
export interface Transcript {
  /** In the order of reading: what a subagent did stands behind its call. */
  readonly rows: readonly Row[]
  readonly events: number
  /** Rows by the fragments that lead to them; the event of a result leads to its call. */
  readonly places: ReadonlyMap<string, Row>
  readonly activity: Activity
  readonly totals: Totals
  /** When it began and ended, in milliseconds since 1970; undefined when no event bears a time. */
  readonly span: { readonly from: number; readonly to: number } | undefined
  /** Where the agent worked. */
  readonly directory: string | undefined
}

/** Reads events one after the other. */
export interface Reader {
  /** A line of `transcript.jsonl`; never throws, whatever stands in it. */
  read(line: string): void
  finish(): Transcript
}

/** Starts to read. Field names are as Claude Code 2.1.330 writes them; what is not known is shown as JSON. */
export function startReading(): Reader {
  const top: Row[] = []
  const calls = new Map<string, CallRow>()
  const places = new Map<string, Row>()
  const activity = startActivity()
  let events = 0
  let first: number | undefined
  let last: number | undefined
  let totals: Totals = totalsOf({})
  let directory: string | undefined
  let begun = false
  const ends: NoteRow[] = []

  function begin(value: Fields) {
    const at = typeof value.timestamp === 'string' ? Date.parse(value.timestamp) : NaN
    const agent = stringOf(value.parent_tool_use_id) ?? ''
    const stamped = Number.isFinite(at) ? at : undefined
    if (stamped !== undefined) {
      first = Math.min(first ?? stamped, stamped)
      last = Math.max(last ?? stamped, stamped)
    }
    let blocks = 0
    const parent = calls.get(agent)
    const place = () => ({
      id: ++blocks === 1 ? `event-${events}` : `event-${events}-${blocks}`,
      event: events,
      at: stamped,
      parent,
    })
    const add = <T extends Row>(row: T): T => {
      ;(parent?.children ?? top).push(row)
      places.set(row.id, row)
      return row
    }
    return { at: stamped, agent, place, add }
  }
  type Begun = ReturnType<typeof begin>

  function readAssistant(value: Fields, { at, agent, place, add }: Begun): void {
    const message = fieldsOf(value.message)
    const error = stringOf(value.error)
    for (const block of blocksOf(message.content)) {
      const { type, text, thinking, id, name, input } = block
      let row: Row
      let written = 0
      if (error !== undefined) {
        const status = typeof value.api_error_status === 'number' ? ` (HTTP ${value.api_error_status})` : ''
        row = add({
          ...place(),
          kind: 'note',
          tone: 'error',
          title: `API error: ${error}${status}`,
          text: stringOf(text) ?? prettyJson(block),
        })
      } else if (type === 'text' && typeof text === 'string') {
        row = add({ ...place(), kind: 'message', speaker: 'Claude', text })
        written = text.length
      } else if (type === 'thinking' && typeof thinking === 'string') {
        row = add({ ...place(), kind: 'thinking', text: thinking })
        written = thinking.length
      } else if (type === 'tool_use' && typeof id === 'string' && typeof name === 'string') {
        const call = add<CallRow>({ ...place(), kind: 'call', name, input, result: undefined, children: [] })
        calls.set(id, call)
        row = call
        written = Object.values(fieldsOf(input)).reduce<number>((sum, value) => sum + (stringOf(value)?.length ?? 8), 0)
      } else {
        row = add({
          ...place(),
          kind: 'note',
          tone: 'plain',
          title: `Content of type ${stringOf(type) ?? 'unknown'}`,
          text: prettyJson(block),
        })
      }
      if (at === undefined) continue
      if (error === undefined) {
        activity.answered({ messageId: stringOf(message.id) ?? row.id, agent, at, usage: message.usage, written, row })
      } else activity.moved(agent, at)
    }
  }

  function readUser(value: Fields, { at, agent, place, add }: Begun): void {
    const metas = listOf(value.tool_result_meta).map(fieldsOf)
    const blocks = blocksOf(fieldsOf(value.message).content)
    for (const block of blocks) {
      const { type, text, tool_use_id: callId, content, is_error: isError } = block
      const call = typeof callId === 'string' ? calls.get(callId) : undefined
      if (type === 'tool_result' && call?.result === undefined && call !== undefined) {
        call.result = {
          event: events,
          at,
          text: resultText(content),
          images: resultImages(content),
          status: resultStatus(
            isError === true,
            metas.find((meta) => meta.id === callId),
          ),
          detail: blocks.length === 1 ? value.tool_use_result : undefined,
        }
        places.set(`event-${events}`, call)
      } else if (type === 'text' && typeof text === 'string') {
        add({ ...place(), kind: 'message', speaker: agent === '' ? 'User' : 'Prompt', text })
      } else {
        const known = type === 'tool_result'
        const title = known ? 'Result of a call that is not here' : `Content of type ${stringOf(type) ?? 'unknown'}`
        add({ ...place(), kind: 'note', tone: 'plain', title, text: known ? resultText(content) : prettyJson(block) })
      }
    }
    if (at !== undefined) activity.moved(agent, at)
  }

  function readSystem(value: Fields, { place, add }: Begun): void {
    const note = (tone: NoteRow['tone'], title: string, text: string) =>
      add({ ...place(), kind: 'note', tone, title, text })
    switch (value.subtype) {
      case 'init':
        directory ??= stringOf(value.cwd)
        // It comes again whenever a subagent in the background has ended.
        note(begun ? 'quiet' : 'plain', begun ? 'system/init' : 'Session started', sessionText(value))
        begun = true
        return
      case 'api_retry': {
        const status = typeof value.error_status === 'number' ? `HTTP ${value.error_status} ` : ''
        const text = `${status}${stringOf(value.error) ?? 'unknown error'}: try ${countOf(value.attempt)} of ${countOf(value.max_retries)}`
        const delayMs = countOf(value.retry_delay_ms)
        activity.waits(delayMs, add({ ...place(), kind: 'retry', text, delayMs }))
        return
      }
      case 'task_notification':
        backgroundEnd(value, calls, events)
        if (value.status === 'failed')
          note('error', 'Failed in the background', stringOf(value.summary) ?? prettyJson(value))
        else note('quiet', 'system/task_notification', prettyJson(value))
        return
      case 'compact_boundary':
        note('plain', 'Conversation compacted', prettyJson(value.compact_metadata))
        return
      default:
        note('quiet', `system/${stringOf(value.subtype) ?? 'unknown'}`, prettyJson(value))
    }
  }

  function readEnd(value: Fields, { place, add }: Begun): void {
    totals = totalsOf(value, totals)
    const subtype = stringOf(value.subtype) ?? 'unknown'
    const failed = value.is_error === true
    const title = failed && subtype === 'success' ? 'Ended with an error' : `Ended: ${subtype}`
    ends.push(add({ ...place(), kind: 'note', tone: failed ? 'error' : 'plain', title, text: endText(value) }))
  }

  return {
    read(line) {
      events++
      const value = parseJson(line)
      const begun = begin(fieldsOf(value))
      const { place, add } = begun
      if (!isFields(value)) add({ ...place(), kind: 'note', tone: 'plain', title: RAW, text: line })
      else if (value.type === 'assistant') readAssistant(value, begun)
      else if (value.type === 'user') readUser(value, begun)
      else if (value.type === 'system') readSystem(value, begun)
      else if (value.type === 'result') readEnd(value, begun)
      else if (value.type === 'raw')
        add({ ...place(), kind: 'note', tone: 'plain', title: RAW, text: stringOf(value.text) ?? '' })
      else
        add({
          ...place(),
          kind: 'note',
          tone: 'quiet',
          title: stringOf(value.type) ?? 'unknown',
          text: prettyJson(value),
        })
    },
    finish() {
      // Claude Code reports also when it waits for subagents in the background; only the last report is the end.
      for (const end of ends.slice(0, -1)) Object.assign(end, { tone: 'quiet', title: `At rest: ${end.title}` })
      const from =
        first === undefined || last === undefined ? undefined : Math.min(first, last - (totals.durationMs ?? 0))
      const span = from === undefined || last === undefined ? undefined : { from, to: last }
      const rows = inOrder(top)
      const { modelCalls, waits } = activity.finish(from)
      addUsed(modelCalls, totals)
      for (const row of rows) {
        if (row.kind === 'report') places.set(row.id, row).set(`event-${row.event}`, row)
      }
      return { rows, events, places, activity: { modelCalls, waits }, totals, span, directory }
    },
  }
}

const RAW = 'Output that is no event'

const blocksOf = (content: unknown): readonly Fields[] =>
  typeof content === 'string' ? [{ type: 'text', text: content }] : listOf(content).map(fieldsOf)

/** Rows with what stands inside of each behind it. A call is there before its children, so this ends. */
function inOrder(rows: readonly Row[]): Row[] {
  const ordered: Row[] = []
  const waiting = rows.toReversed()
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    ordered.push(row)
    if (row.kind !== 'call' || row.children.length === 0) continue
    const { id, result } = row
    if (result !== undefined) {
      waiting.push({
        kind: 'report',
        id: `${id}-report`,
        event: result.event,
        at: result.at,
        parent: row,
        call: row,
        result,
      })
    }
    for (const child of row.children.toReversed()) waiting.push(child)
  }
  return ordered
}
