import type { IncomingMessage } from 'node:http'

import type { HttpHeaders } from '../ports/gateway.ts'

/** The headers of a message, none left out; one that came several times is joined with commas. */
export function headersOf({ headersDistinct }: IncomingMessage): HttpHeaders {
  return Object.fromEntries(Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')]))
}
