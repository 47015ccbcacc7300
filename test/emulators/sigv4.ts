import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { AccessKey, Account, SessionKey } from './aws-account.ts'
import type { EmulatedRequest } from './http.ts'

/** What is wrong with a signature; each protocol has a name of its own for it. */
export type SignatureProblem = 'missing' | 'incomplete' | 'unknown-key' | 'expired' | 'mismatch'

export type SignatureCheck =
  | { readonly key: AccessKey | SessionKey; readonly region: string }
  | { readonly problem: SignatureProblem; readonly message: string }

export interface SignatureScope {
  readonly account: Account
  /** The service's signing name. */
  readonly service: string
  /** Regions the endpoint answers for. */
  readonly regions: readonly string[]
}

const FRESH_MS = 5 * 60_000
const INVALID_TOKEN = 'The security token included in the request is invalid.'

/**
 * Checks an AWS Signature Version 4 by computing it again from the request as received
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html). The date is held against
 * the machine's clock, since the client signs by it; the session against the account's.
 */
export function checkSignature(request: EmulatedRequest, scope: SignatureScope): SignatureCheck {
  const authorization = request.headers.authorization ?? ''
  if (!authorization.startsWith('AWS4-HMAC-SHA256 '))
    return { problem: 'missing', message: 'Request is missing Authentication Token' }
  const parts = parseAuthorization(authorization)
  const amzDate = header(request, 'x-amz-date')
  if (!parts || !/^\d{8}T\d{6}Z$/.test(amzDate)) return { problem: 'incomplete', message: incomplete(authorization) }
  const { keyId, date, region, service, signedHeaders, signature } = parts

  const key = scope.account.accessKey(keyId)
  const token = header(request, 'x-amz-security-token')
  if (!key || token !== ('sessionToken' in key ? key.sessionToken : ''))
    return { problem: 'unknown-key', message: INVALID_TOKEN }
  if ('expiration' in key && scope.account.isOver(key))
    return { problem: 'expired', message: 'The security token included in the request is expired' }

  if (!scope.regions.includes(region)) return mismatch('Credential should be scoped to a valid region. ')
  if (service !== scope.service) return mismatch(`Credential should be scoped to correct service: '${scope.service}'. `)
  if (date !== amzDate.slice(0, 8))
    return mismatch(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}'`,
    )
  if (!signedHeaders.includes('host'))
    return mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.")
  const stale = staleness(amzDate)
  if (stale !== undefined) return mismatch(stale)

  const stringToSign = [
    'AWS4-HMAC-SHA256',
    amzDate,
    `${date}/${region}/${service}/aws4_request`,
    sha256(canonicalRequest(request, signedHeaders)),
  ].join('\n')
  const signingKey = [date, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${key.secretAccessKey}`)
  const expected = hmac(signingKey, stringToSign)
  const given = Buffer.from(signature, 'hex')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return mismatch(WRONG_SIGNATURE)
  return { key, region }
}

const WRONG_SIGNATURE =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'

function mismatch(message: string): SignatureCheck {
  return { problem: 'mismatch', message }
}

function parseAuthorization(authorization: string) {
  const fields = new Map(
    authorization
      .slice('AWS4-HMAC-SHA256 '.length)
      .split(',')
      .map((field) => field.trim().split(/=(.*)/s, 2))
      .map(([name = '', value = '']) => [name, value]),
  )
  const [keyId, date, region, service, end, ...rest] = (fields.get('Credential') ?? '').split('/')
  const signedHeaders = fields.get('SignedHeaders')
  const signature = fields.get('Signature')
  if (!keyId || !date || !region || !service || end !== 'aws4_request' || rest.length > 0) return undefined
  if (!signedHeaders || !signature) return undefined
  return { keyId, date, region, service, signedHeaders: signedHeaders.split(';'), signature }
}

function incomplete(authorization: string): string {
  const lacking = ['Credential', 'SignedHeaders', 'Signature']
    .filter((name) => !authorization.includes(`${name}=`))
    .map((name) => `Authorization header requires '${name}' parameter. `)
  return `${lacking.join('')}Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.`
}

function staleness(amzDate: string): string | undefined {
  const now = Date.now()
  const at = Date.parse(amzDate.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'))
  const stamp = (time: number) => new Date(time).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const window = (edge: number, sign: string) => `${stamp(edge)} (${stamp(now)} ${sign} 5 min.)`
  if (at < now - FRESH_MS) return `Signature expired: ${amzDate} is now earlier than ${window(now - FRESH_MS, '-')}`
  if (at > now + FRESH_MS)
    return `Signature not yet current: ${amzDate} is still later than ${window(now + FRESH_MS, '+')}`
  return undefined
}

function canonicalRequest(request: EmulatedRequest, signedHeaders: readonly string[]): string {
  const headers = signedHeaders.map((name) => `${name}:${header(request, name).trim().replaceAll(/\s+/g, ' ')}\n`)
  return [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.rawQuery),
    headers.join(''),
    signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n')
}

/** For every service but S3 the path on the wire is encoded once more, segment by segment. */
function canonicalPath(path: string): string {
  return path.split('/').map(uriEncode).join('/')
}

function canonicalQuery(rawQuery: string): string {
  return rawQuery
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split(/=(.*)/s, 2).map((part) => uriEncode(decodeURIComponent(part))))
    .map(([name = '', value = '']) => ({ name, value }))
    .sort((a, b) => (a.name === b.name ? compare(a.value, b.value) : compare(a.name, b.name)))
    .map(({ name, value }) => `${name}=${value}`)
    .join('&')
}

/** By code point, as AWS sorts. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Everything but RFC 3986's unreserved characters, which `encodeURIComponent` alone does not do. */
function uriEncode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

function header(request: EmulatedRequest, name: string): string {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(',') : (value ?? '')
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest()
}
