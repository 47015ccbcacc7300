/**
 * The lines of a program's output, without blank ones. Cut by bytes, so that a character that spans two chunks stays whole;
 * bytes that are no UTF-8 become U+FFFD. A last line without a line break counts too.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let line = startLine()
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      line.add(chunk.subarray(start, end))
      yield* line.end()
      line = startLine()
      start = end + 1
    }
    line.add(chunk.subarray(start))
  }
  yield* line.end()
}

const LINE_FEED = 0x0a

function startLine() {
  const decoder = new TextDecoder()
  const parts: string[] = []
  return {
    add: (bytes: Uint8Array) => void parts.push(decoder.decode(bytes, { stream: true })),
    end: () => [[...parts, decoder.decode()].join('').trimEnd()].filter((text) => text !== ''),
  }
}
