import * as tls from 'node:tls'

import { fieldOf, stringOf } from '../json.ts'

/** What Node reports of a certificate whose issuer it does not know (X509_V_ERR_* of OpenSSL). */
const UNKNOWN_ISSUER = new Set([
  ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ...['SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_UNTRUSTED'],
])

let added = false

/** Whether the system's certificates count already. */
export const hasSystemCertificates = () => added

/**
 * Runs `connect`, and once more with the certificates of the system beside those of Node when it rejects because Node does
 * not know who issued the server's: companies add theirs to the system's, and Node has a list of its own. Reading them takes
 * 0.1 s, so it is left until they are needed; from then on they count for the whole process. `connect` may be repeated
 * safely, since nothing is sent before a handshake has succeeded.
 */
export async function withSystemCertificates<T>(connect: () => Promise<T>): Promise<T> {
  const hadThem = added
  try {
    return await connect()
  } catch (error) {
    if (hadThem || !isUnknownIssuer(error)) throw error
    useSystemCertificates()
    if (!added) throw error
    return connect()
  }
}

/**
 * From now on the system's certificates count, as with `NODE_USE_SYSTEM_CA=1` in Node 24.6. Does nothing where Node cannot:
 * `setDefaultCACertificates` came with 24.5.
 */
export function useSystemCertificates(): void {
  if (added || !('setDefaultCACertificates' in tls)) return
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])
  added = true
}

/** Clients wrap Node's error, some more than once. */
function isUnknownIssuer(error: unknown): boolean {
  if (UNKNOWN_ISSUER.has(stringOf(error, 'code') ?? '')) return true
  const cause = fieldOf(error, 'cause')
  return cause !== undefined && isUnknownIssuer(cause)
}
