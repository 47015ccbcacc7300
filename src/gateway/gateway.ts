import { asFailure } from '../errors.ts'
import type { LocalAnswer, LocalCall } from '../ports/gateway.ts'
import { bedrockClient } from './bedrock-client.ts'
import { jsonAnswer } from './bedrock-error.ts'
import { endpointOf } from './endpoint.ts'
import { gatewayEnvironment, TOKEN_HEADER } from './environment.ts'
import { returnedHeaders } from './headers.ts'
import { profileLookups } from './profile-lookups.ts'
import { createReferee } from './referee.ts'
import { routeOf, type Route } from './route.ts'
import type { Gateway, GatewayOptions, GatewayWorld } from './words.ts'

/** The largest request body; Anthropic's own limit is 32 MB (https://platform.claude.com/docs/en/api/overview). */
const LARGEST_BODY = 64 * 1024 * 1024

const NOT_OURS = 'This gateway takes the calls that Claude Code makes to Bedrock, and no others.'
const NO_TOKEN = 'This gateway takes the calls of one run of Claude Code only, which carry its token.'
const TOO_LARGE = `A request may have ${LARGEST_BODY} bytes.`
const TOO_MANY = 'More inference profiles were asked for than a run of Claude Code uses.'

/**
 * Opens a gateway for one run: Claude Code's calls come in unsigned at 127.0.0.1 and go to Bedrock signed, so that the agent
 * holds no AWS credentials and outlives their end, and what cannot heal is named at once. Throws a Failure when an endpoint in
 * the environment is no address.
 */
export async function openGateway(options: GatewayOptions, world: GatewayWorld): Promise<Gateway> {
  const { bedrock, env, agent } = options
  for (const plane of ['runtime', 'control'] as const) endpointOf(plane, bedrock.region, env)
  const referee = createReferee(bedrock, world.log)
  const client = bedrockClient(options, world, () => referee.countRepeat())
  const lookups = profileLookups(options.profiles)
  const closing = new AbortController()

  async function forward(call: LocalCall, route: Route, body: Uint8Array): Promise<LocalAnswer> {
    const end = referee.end()
    if (end !== undefined) return end.answer
    referee.saw(route)
    try {
      const outcome = await client.call({ ...call, gone: call.signal, route, body })
      if ('error' in outcome) return referee.settle(outcome, route)
      return { ...outcome, headers: returnedHeaders(outcome.headers) }
    } catch (error) {
      if (call.signal.aborted) throw error
      return referee.endWith(asFailure(error))
    }
  }

  async function answer(call: LocalCall): Promise<LocalAnswer> {
    const route = routeOf(call.method, call.target)
    if (route === undefined) return jsonAnswer(404, NOT_OURS)
    if (route.plane === 'control') {
      const end = referee.end()
      if (end !== undefined) return end.answer
      // Others may wait for the same answer, so it does not end with the one who asked first.
      const ask = () => forward({ ...call, signal: closing.signal }, route, new Uint8Array())
      return (await lookups.answer(call.target, ask)) ?? jsonAnswer(403, TOO_MANY)
    }
    if (!call.authenticated) return jsonAnswer(403, NO_TOKEN)
    const body = await call.body(LARGEST_BODY)
    return body === undefined ? jsonAnswer(413, TOO_LARGE) : forward(call, route, body)
  }

  const door = await world.loopback.listen(TOKEN_HEADER, answer)
  world.secrets.add(door.token)
  return {
    url: door.url,
    environment: gatewayEnvironment(door, agent),
    verdict: () => referee.end()?.failure,
    retries: () => referee.repeats(),
    async close() {
      closing.abort()
      await door.close()
      world.upstream.close()
    },
  }
}
