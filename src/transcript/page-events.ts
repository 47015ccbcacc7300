/**
 * Lines of the transcript as the page holds them: some hundred kilobytes each in gzip in base64, in elements that hide them
 * and say so (`data-encoding="gzip"`). A line is never parted.
 */
export async function* packedEvents(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string, void> {
  let gathered: string[] = []
  let length = 0
  for await (const line of lines) {
    if (line.trim() === '') continue
    gathered.push(line.trim())
    length += line.length
    if (length < PACK_LENGTH) continue
    yield await packElement(gathered)
    gathered = []
    length = 0
  }
  if (gathered.length > 0) yield await packElement(gathered)
}

/** Large packs cost little beside one gzip of the whole, and let the page tell how far it has read. */
const PACK_LENGTH = 1024 * 1024

async function packElement(lines: readonly string[]): Promise<string> {
  const packed = new Blob([lines.join('\n')]).stream().pipeThrough(new CompressionStream('gzip'))
  const chunks: Uint8Array[] = []
  for await (const chunk of packed) if (chunk instanceof Uint8Array) chunks.push(chunk)
  return `<div hidden data-encoding="gzip">${Buffer.concat(chunks).toString('base64')}</div>\n`
}
