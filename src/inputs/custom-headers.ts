import type { CustomHeader } from './settings.ts'

/** Headers that would change who is asked, as whom, or how the message is framed. */
const RESERVED =
  /^(?:host|authorization|cookie|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-length|x-amz-.*|x-claude-code-bedrock-gateway)$/i

const NAME = /^[\w!#$%&'*+.^`|~-]+$/

/**
 * The headers of a value of ANTHROPIC_CUSTOM_HEADERS, `Name: value`, one a line, and what is wrong with it. The values are
 * secrets and are not named.
 */
export function parseCustomHeaders(text: string): { headers: readonly CustomHeader[]; problems: readonly string[] } {
  const headers: CustomHeader[] = []
  const problems: string[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const colon = line.indexOf(':')
    const [name, value] = [line.slice(0, Math.max(colon, 0)).trim(), line.slice(colon + 1).trim()]
    if (!NAME.test(name) || /\p{Cc}/u.test(value))
      problems.push(`must be Name: value, one a line; line ${at + 1} is not`)
    else if (RESERVED.test(name))
      problems.push(`must not have the header ${name}: this action, AWS or HTTP itself sets it`)
    else headers.push({ name, value })
  }
  return { headers, problems }
}

/** For each name the last header given; names of headers do not tell upper case from lower. */
export function mergeHeaders(headers: readonly CustomHeader[]): readonly CustomHeader[] {
  return [...new Map(headers.map((header) => [header.name.toLowerCase(), header])).values()]
}
