/**
 * The lines of a program's output, without blank ones. Cut by bytes, so that a character that spans two chunks stays whole;
 * bytes that are no UTF-8 become U+FFFD. A last line without a line break counts too. What comes behind `longest` bytes of
 * a line is a line of its own, so that memory stays bounded; the cut is at a space, so that it goes through no secret.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest?: number): AsyncGenerator<string> {
  for await (const lines of lineGroupsOf(chunks, longest)) yield* lines
}

/** The same, all lines together that a chunk has brought to their end. */
export async function* lineGroupsOf(
  chunks: AsyncIterable<Uint8Array>,
  longest = 128 * 1024 * 1024,
): AsyncGenerator<readonly string[]> {
  const line = startLine()
  for await (const chunk of chunks) {
    const ended: string[] = []
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      ended.push(...line.end(chunk.subarray(start, end)))
      start = end + 1
    }
    if (line.bytes() + chunk.length - start > longest) {
      const behindSpace = chunk.lastIndexOf(SPACE) + 1
      const end = behindSpace > start ? behindSpace : chunk.length
      ended.push(...line.end(chunk.subarray(start, end)))
      start = end
    }
    line.begin(chunk.subarray(start))
    if (ended.length > 0) yield ended
  }
  const last = line.end(new Uint8Array())
  if (last.length > 0) yield last
}

const LINE_FEED = 0x0a
const SPACE = 0x20

/** Lines that come in parts, one after the other; most come in one. */
function startLine() {
  const decoder = new TextDecoder()
  let parts: string[] = []
  let bytes = 0
  return {
    /** Of the line that has begun. */
    bytes: () => bytes,
    begin(part: Uint8Array): void {
      if (part.length === 0) return
      parts.push(decoder.decode(part, { stream: true }))
      bytes += part.length
    },
    end(part: Uint8Array): readonly string[] {
      const last = decoder.decode(part)
      const text = (bytes === 0 ? last : [...parts, last].join('')).trimEnd()
      parts = []
      bytes = 0
      return text === '' ? [] : [text]
    },
  }
}
