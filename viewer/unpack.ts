/** The events as the page holds them: lines of `transcript.jsonl` in gzip in base64, some hundred kilobytes each. */
export interface PackedEvents {
  /** All lines in order, pack by pack. */
  packs(): AsyncGenerator<readonly string[], void>
  /** One line by its number, from 1. */
  line(number: number): Promise<string>
  readonly count: number
}

/** Finds the packs of this page. */
export function packedEvents(): PackedEvents {
  const elements = [...document.querySelectorAll('[data-encoding]')]
  const firsts: number[] = []
  const linesOf = async (element: Element) =>
    (await unpack(element.textContent)).split('\n').filter((line) => line !== '')
  return {
    count: elements.length,
    async *packs() {
      let next = 1
      for (const element of elements) {
        const lines = await linesOf(element)
        firsts.push(next)
        next += lines.length
        yield lines
      }
    },
    async line(number) {
      const index = firsts.findLastIndex((first) => first <= number)
      const element = elements[index]
      const first = firsts[index]
      return element === undefined || first === undefined ? '' : ((await linesOf(element))[number - first] ?? '')
    },
  }
}

async function unpack(base64: string): Promise<string> {
  const gzip = new DecompressionStream('gzip')
  const writer = gzip.writable.getWriter()
  const [text] = await Promise.all([textOf(gzip.readable), writer.write(bytesOf(base64)), writer.close()])
  return text
}

/** What `new Response(stream).text()` gives, in half the time of Chromium. */
async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    text += decoder.decode(read.value, { stream: true })
  }
  return text + decoder.decode()
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  if (DECODES_BASE64) return Uint8Array.fromBase64(base64)
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
  return bytes
}

/** Browsers from before 2025 do not. */
const DECODES_BASE64: boolean = 'fromBase64' in Uint8Array
