import { modelsOfRun, type ModelSettings } from '../../../src/bedrock/run-models.ts'
import { RELEASE } from '../../../src/claude/release.ts'
import { ServiceError } from '../../../src/errors.ts'
import { openGateway } from '../../../src/gateway/gateway.ts'
import type { LocalAnswer, LocalCall, UpstreamAnswer, UpstreamRequest } from '../../../src/ports/gateway.ts'
import { createEventStreams } from '../../../src/world/bedrock-wire.ts'
import type { Log } from '../../../src/ports/machine.ts'
import type { BedrockError } from '../../emulators/bedrock-errors.ts'
import type { Session, RenewingSession } from '../../../src/aws/types.ts'
import type { CallRecord, GatewayOptions, GatewayWorld } from '../../../src/gateway/types.ts'

/** The models of a run as Claude Code resolves them. */
export function modelsOf(settings: Partial<ModelSettings>, isCertain = true) {
  const { defaultModels, classifierModel } = RELEASE
  const none = { region: 'us-east-1', model: undefined, smallFastModel: undefined, fallbackModel: undefined }
  return (profiles: readonly string[] | undefined) =>
    modelsOfRun(
      { ...none, classifies: false, ...settings },
      { own: { defaultModels, classifierModel, isCertain }, profiles },
    )
}

export const MODEL = 'us.anthropic.claude-sonnet-4-6'
export const SMALL = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'

export function sessionNumber(number: number): Session {
  const keys = { accessKeyId: `ASIA${number}`, secretAccessKey: `secret${number}`, sessionToken: `token${number}` }
  return { kind: 'keys', keys, account: '111122223333', arn: 'arn', renewable: true }
}

/** What Bedrock does with a call: an answer, an error of AWS, or a connection that fails with one of Node's codes. */
export type Move = BedrockError | { readonly code: string; readonly host?: string } | UpstreamAnswer

/** Its body can be read any number of times. */
export const ok: UpstreamAnswer = {
  status: 200,
  headers: { 'x-amzn-requestid': 'id-ok' },
  body: { [Symbol.asyncIterator]: () => pieces('{}') },
}

export async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
  await Promise.resolve()
}

export interface FakeOptions {
  /** What Bedrock does, in order or by the request; after the last, `ok`. */
  readonly moves?: readonly Move[] | ((request: UpstreamRequest) => Move)
  readonly session?: Partial<RenewingSession>
  readonly bedrock?: Partial<GatewayOptions['bedrock'] & Pick<ModelSettings, 'familyModels' | 'subagentModel'>>
  readonly env?: GatewayOptions['env']
  readonly profiles?: GatewayOptions['profiles']
  /** Calls are not held unless it says so. */
  readonly quota?: Partial<GatewayOptions['quota']>
  /** Hears of each call what would end it. */
  readonly onSend?: (gone: AbortSignal) => void
}

/** A gateway in a fake world; `call` is a caller with the token unless it says otherwise. */
export async function fakeGateway({
  moves = [],
  session,
  bedrock,
  env = {},
  profiles,
  quota,
  onSend,
}: FakeOptions = {}) {
  const seen = {
    sent: [] as UpstreamRequest[],
    calls: [] as CallRecord[],
    lines: [] as string[],
    warnings: [] as string[],
    slept: [] as number[],
    renewed: [] as string[],
    secrets: [] as string[],
    closed: [] as string[],
    now: Date.UTC(2026, 10, 22),
  }
  const queue = Array.isArray(moves) ? [...(moves as readonly Move[])] : undefined
  const log: Log = {
    ...{ debug: () => undefined, notice: () => undefined, error: () => undefined },
    info: (line) => void seen.lines.push(line),
    warning: (message, title) => void seen.warnings.push(`${title ?? ''}: ${message}`),
    group: (_, task) => task(log),
  }
  let answer: ((call: LocalCall) => Promise<LocalAnswer>) | undefined
  const world: GatewayWorld = {
    log,
    secrets: { add: (value) => void seen.secrets.push(value), all: () => seen.secrets },
    clock: {
      now: () => seen.now,
      sleep: (ms) => {
        seen.slept.push(ms)
        seen.now += ms
        return Promise.resolve()
      },
    },
    loopback: {
      listen: (_, handler) => {
        answer = handler
        const close = () => Promise.resolve(void seen.closed.push('listener'))
        return Promise.resolve({ url: 'http://127.0.0.1:4711', token: 'the-token', close })
      },
    },
    eventStreams: createEventStreams(),
    signer: {
      sign: ({ headers }, { keys, region, now }) =>
        Promise.resolve({ ...headers, authorization: `${keys.accessKeyId} ${region} ${now}` }),
    },
    upstream: {
      send: (request, gone) => {
        onSend?.(gone)
        seen.sent.push(request)
        const move = queue ? queue.shift() : typeof moves === 'function' ? moves(request) : undefined
        return played(move ?? ok, request)
      },
      close: () => void seen.closed.push('upstream'),
    },
  }
  let held = sessionNumber(1)
  const renewing: RenewingSession = {
    current: () => Promise.resolve(held),
    renew: (stale) => {
      if (stale === held) {
        seen.renewed.push(stale.kind === 'keys' ? stale.keys.accessKeyId : stale.key)
        held = sessionNumber(seen.renewed.length + 1)
      }
      return Promise.resolve(held)
    },
    ...session,
  }
  const gateway = await openGateway(
    {
      bedrock: {
        ...{ region: 'us-east-1', model: MODEL, smallFastModel: SMALL, smallFastModelRegion: 'us-east-1' },
        ...{ maxOutputTokens: 4096, ...bedrock },
      },
      quota: { lowers: 'always', ceiling: 32_000, patienceMs: 0, hasFallback: false, random: () => 0.5, ...quota },
      modelsOf: modelsOf({ ...{ region: 'us-east-1', model: MODEL, smallFastModel: SMALL }, ...bedrock }),
      ...{ env, agent: {}, session: renewing, ...(profiles && { profiles }) },
      onCall: (call) => void seen.calls.push(call),
    },
    world,
  )
  const call = async (change: Partial<LocalCall> = {}) => {
    const { status, headers, body } = await answer!({ ...CALL, ...change })
    return { status, headers, body: typeof body === 'string' ? (JSON.parse(body) as unknown) : await textOf(body) }
  }
  return { ...gateway, call, answer: () => answer!(CALL), seen }
}

export const invoke = (model = MODEL) => ({ target: `/model/${model}/invoke` })
export const stream = (model = MODEL) => ({ target: `/model/${model}/invoke-with-response-stream` })

const CALL: LocalCall = {
  method: 'POST',
  ...stream(),
  headers: { 'content-type': 'application/json', 'user-agent': 'claude-cli/2.1.330 (external, sdk-cli)' },
  authenticated: true,
  signal: new AbortController().signal,
  body: () => Promise.resolve(Buffer.from('{}')),
}

function played(move: Move, { operation }: UpstreamRequest): Promise<UpstreamAnswer> {
  if ('headers' in move) return Promise.resolve(move)
  if ('code' in move) {
    const message = `connect ${move.code}`
    const fact = { service: 'Amazon Bedrock', operation, name: move.code, message, host: move.host }
    return Promise.reject(new ServiceError(fact))
  }
  const headers = { 'x-amzn-errortype': move.type, 'x-amzn-requestid': 'id-1' }
  return Promise.resolve({
    status: move.status,
    headers,
    body: pieces(JSON.stringify({ [move.key ?? 'message']: move.message })),
  })
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const piece of body) text += Buffer.from(piece).toString()
  return text
}
