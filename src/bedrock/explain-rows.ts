import { ACCESS_ROWS } from './explain-access.ts'
import { CREDENTIALS_ROWS } from './explain-credentials.ts'
import { DENIED_ROWS } from './explain-denied.ts'
import { NETWORK_ROWS } from './explain-network.ts'
import { REQUEST_ROWS } from './explain-request.ts'
import type { Row } from './explain-row.ts'
import { THROUGHPUT_ROWS } from './explain-throughput.ts'

/**
 * Every answer of Bedrock that this release knows; the first row that fits decides. Denials come after the subscription
 * rows, whose texts hold a denial of AWS Marketplace. Texts from public threads and AWS's own list of errors, November 2026.
 */
export const BEDROCK_ERRORS: readonly Row[] = [
  ...ACCESS_ROWS,
  ...DENIED_ROWS,
  ...THROUGHPUT_ROWS,
  ...REQUEST_ROWS,
  ...CREDENTIALS_ROWS,
  ...NETWORK_ROWS,
]
