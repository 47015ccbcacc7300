import type { HttpHeaders } from '../ports/gateway.ts'

/**
 * Of a connection and not of a call (RFC 9110, 7.6.1), said anew for Bedrock, or the caller's own say on who signs. Answers
 * must come unpacked, for the gateway reads them.
 */
const NOT_FORWARDED =
  /^(host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|content-length|accept-encoding|authorization|cookie|date|x-amz-.*|x-stainless-.*)$/

const NOT_RETURNED = /^(connection|keep-alive|proxy-.*|trailer|transfer-encoding|upgrade|set-cookie)$/

/** What of Claude Code's headers goes on to Bedrock. */
export function forwardedHeaders(headers: HttpHeaders): HttpHeaders {
  return without(headers, NOT_FORWARDED)
}

/** What of Bedrock's headers goes back to Claude Code. */
export function returnedHeaders(headers: HttpHeaders): HttpHeaders {
  return without(headers, NOT_RETURNED)
}

/** Also without what the header `connection` names. */
function without(headers: HttpHeaders, dropped: RegExp): HttpHeaders {
  const hops = (headers.connection ?? '').toLowerCase().split(/\s*,\s*/)
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.test(name) && !hops.includes(name)))
}
