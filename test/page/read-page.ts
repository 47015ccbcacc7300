import { gunzipSync } from 'node:zlib'

/** The lines of `transcript.jsonl` that a page holds. */
export function eventLines(html: string): readonly string[] {
  const packs = html.matchAll(/<div hidden data-encoding="gzip">([A-Za-z0-9+/=]+)<\/div>/g)
  return Array.from(packs, ([, base64]) => gunzipSync(Buffer.from(base64!, 'base64')).toString().split('\n')).flat()
}
