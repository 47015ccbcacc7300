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
  const decoder = new TextDecoder()
  // Of the line that has begun.
  let text = ''
  let bytes = 0
  const end = (part: Uint8Array): readonly string[] => {
    const line = (text + decoder.decode(part)).trimEnd()
    text = ''
    bytes = 0
    return line === '' ? [] : [line]
  }
  for await (const chunk of chunks) {
    const ended: string[] = []
    let start = 0
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, start)) {
      ended.push(...end(chunk.subarray(start, at)))
      start = at + 1
    }
    if (bytes + chunk.length - start > longest) {
      const behindSpace = chunk.lastIndexOf(SPACE) + 1
      const cut = behindSpace > start ? behindSpace : chunk.length
      ended.push(...end(chunk.subarray(start, cut)))
      start = cut
    }
    if (start < chunk.length) {
      text += decoder.decode(chunk.subarray(start), { stream: true })
      bytes += chunk.length - start
    }
    if (ended.length > 0) yield ended
  }
  const last = end(new Uint8Array())
  if (last.length > 0) yield last
}

const LINE_FEED = 0x0a
const SPACE = 0x20
