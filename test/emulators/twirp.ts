import type { Faults } from './faults.ts'
import type { EmulatedReply, EmulatedRequest } from './http.ts'

/** Twirp's error codes that GitHub's results service uses, with their status (https://twitchtv.github.io/twirp/docs/errors.html). */
const statusOf = {
  invalid_argument: 400,
  malformed: 400,
  unauthenticated: 401,
  permission_denied: 403,
  bad_route: 404,
  not_found: 404,
  already_exists: 409,
  failed_precondition: 412,
  internal: 500,
} as const

type Code = keyof typeof statusOf

/** A refusal, thrown by a method and answered as `{"code", "msg"}`. */
export class TwirpError extends Error {
  readonly code: Code
  constructor(code: Code, message: string) {
    super(message)
    this.code = code
  }
}

/** An error in Twirp's form, with the status of its code. */
export function twirpError(code: Code, msg: string): EmulatedReply {
  return json(statusOf[code], { code, msg })
}

/** The fields of a request: protobuf's own names (snake_case), int64 as a string. */
export type Fields = Readonly<Record<string, unknown>>

export interface TwirpService<Method extends string> {
  /** Full name, e.g. `github.actions.results.api.v1.ArtifactService`. */
  readonly name: string
  /** The only bearer token it accepts. */
  readonly token: string
  readonly faults: Faults<Method>
  /** `origin` is how the client reached the server, for addresses in answers. */
  readonly methods: Readonly<Record<Method, (fields: Fields, origin: string) => Record<string, unknown>>>
}

/** Serves `POST /twirp/<service>/<method>` in JSON; other paths are not its own. */
export function twirpHandler<Method extends string>(service: TwirpService<Method>) {
  const prefix = `/twirp/${service.name}/`
  const isMethod = (name: string): name is Method => Object.hasOwn(service.methods, name)
  return (request: EmulatedRequest): EmulatedReply | undefined => {
    if (!request.path.startsWith(prefix)) return undefined
    const method = request.path.slice(prefix.length)
    try {
      if (!isMethod(method) || request.method !== 'POST')
        throw new TwirpError('bad_route', `no handler for path "${request.path}" of ${request.method}`)
      const fault = service.faults.take(method)
      if (fault) return fault
      if (request.headers.authorization !== `Bearer ${service.token}`)
        throw new TwirpError('unauthenticated', 'the bearer token is missing or not the runtime token')
      return json(200, service.methods[method](fieldsOf(request), `http://${request.headers.host ?? ''}`))
    } catch (error) {
      if (!(error instanceof TwirpError)) throw error
      return twirpError(error.code, error.message)
    }
  }
}

/** The string `fields` must have under `name`, not empty. */
export function requiredText(fields: Fields, name: string): string {
  const value = optionalText(fields, name)
  if (value === undefined || value === '') throw new TwirpError('invalid_argument', `${name} is required`)
  return value
}

export function optionalText(fields: Fields, name: string): string | undefined {
  const value = fields[name] ?? undefined
  if (value === undefined || typeof value === 'string') return value
  throw new TwirpError('malformed', `${name} is not a string`)
}

/** The int64 that `fields` must have under `name`: protobuf's JSON is a string of digits. */
export function requiredCount(fields: Fields, name: string): number {
  const text = requiredText(fields, name)
  if (!/^\d{1,15}$/.test(text)) throw new TwirpError('malformed', `${name} is not an int64`)
  return Number(text)
}

function fieldsOf(request: EmulatedRequest): Fields {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    throw new TwirpError('bad_route', `unexpected Content-Type: "${request.headers['content-type'] ?? ''}"`)
  try {
    const value: unknown = JSON.parse(request.body.toString())
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  } catch {
    // Answered like any body that is not an object.
  }
  throw new TwirpError('malformed', 'the json request could not be decoded')
}

function json(status: number, value: unknown): EmulatedReply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}
