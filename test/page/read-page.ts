import { gunzipSync, gzipSync } from 'node:zlib'

/** Lines as a page takes them: so many to a pack, or all in one. */
export async function* packsOf(lines: readonly string[], size = lines.length): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < lines.length; from += size) {
    yield await Promise.resolve(gzipSync(lines.slice(from, from + size).join('\n')))
  }
}

/** The lines of `transcript.jsonl` that a page holds. */
export function eventLines(html: string): readonly string[] {
  const packs = html.matchAll(/<div hidden data-encoding="gzip">([A-Za-z0-9+/=]+)<\/div>/g)
  return Array.from(packs, ([, base64]) => gunzipSync(Buffer.from(base64!, 'base64')).toString().split('\n')).flat()
}
