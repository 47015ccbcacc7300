import { accepted, refused, type Parsed } from './scalars.ts'

/** A header's name (RFC 9110, 5.1) and its value, without line ends. */
const LINE = /^\s*([!#$%&'*+.^_`|~\dA-Za-z-]+)\s*:\s*([\t\x20-\x7e\x80-\xff]*?)\s*$/

/** Headers of a connection (RFC 9110, 7.6.1), of the signature, and of the body's length. `x-amzn-*` is not among them. */
const REFUSED =
  /^(host|authorization|cookie|x-amz-.*|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|content-length|content-encoding|accept-encoding|date)$/

/** `ANTHROPIC_CUSTOM_HEADERS`, `Name: value` one a line, by names in lower case. Values are secrets: a refusal quotes names only. */
export function parseCustomHeaders(text: string): Parsed<Readonly<Record<string, string>>> {
  const headers: Record<string, string> = {}
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const [, written = '', value = ''] = LINE.exec(line) ?? []
    const name = written.toLowerCase()
    if (name === '' || value === '')
      return refused(`must have "Name: value" in each line, and line ${index + 1} has not`)
    const fix = `Remove the line of ${written}.`
    if (REFUSED.test(name))
      return refused(`must not set the header ${written}: it belongs to the connection or to the signature`, { fix })
    headers[name] = value
  }
  return accepted(headers)
}
