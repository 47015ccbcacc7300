import type { RunModels } from '../bedrock/types.ts'
import { asFailure, Failure, yaml } from '../errors.ts'
import type { LocalAnswer, LocalCall } from '../ports/gateway.ts'
import type { Environment } from '../ports/machine.ts'
import { blockedFailure, lastAnswers, type ReportedResult } from './answer.ts'
import { bedrockClient } from './bedrock-client.ts'
import type { OnAnswer } from './call-record.ts'
import { createErrorPolicy, isInvocation, jsonAnswer } from './error-policy.ts'
import { quotaClient, type QuotaOutcome } from './quota-client.ts'
import { isOwnCall, returnedHeaders, endpointOf, routeOf, type Route } from './route.ts'
import { profileLookups, isMainTurn, servedModels } from './served-models.ts'
import { createSpending } from './spending.ts'
import type { GatewayOptions, GatewayWorld } from './types.ts'

/** The largest request body; Anthropic's own limit is 32 MB (https://platform.claude.com/docs/en/api/overview). */
const LARGEST_BODY = 64 * 1024 * 1024

const NOT_OURS = 'This gateway takes the calls that Claude Code makes to Bedrock, and no others.'
const NO_TOKEN = 'This gateway takes only calls that carry the token of its run.'
const TOO_LARGE = `A request may have ${LARGEST_BODY} bytes.`
const AMBIGUOUS =
  'The request names max_tokens twice, with escapes, or not as a whole number: what it asks for is not clear.'
const HOW_TO_NAME_IT =
  'To let the run have it, name it in `model`, `small-fast-model` or `fallback-model`, or in a variable of the job such as ANTHROPIC_DEFAULT_SONNET_MODEL.'
const TOO_MANY = 'More inference profiles were asked for than a run of Claude Code uses.'

/**
 * Opens a gateway for one run. Claude Code's calls arrive unsigned at 127.0.0.1 and go to Bedrock signed, so the agent holds
 * no AWS credentials, outlives their expiry, and a fatal error is reported at once. Throws a Failure when an endpoint in the
 * environment is not a URL.
 */
export async function openGateway(options: GatewayOptions, world: GatewayWorld) {
  const { bedrock, env, agent } = options
  endpointOf('runtime', bedrock.region, env)
  endpointOf('control', bedrock.region, env)
  const policy = createErrorPolicy(world.log)
  const client = bedrockClient(options, world, () => policy.retries.count())
  const quota = quotaClient(client, { ...options.quota, maxOutputTokens: bedrock.maxOutputTokens }, world)
  const spending = createSpending(options.maxBudgetUsd, world)
  const lookups = profileLookups(options.profiles)
  const served = servedModels()
  const answers = lastAnswers()
  const warned = new Set<string>()
  const closing = new AbortController()
  let blocked: Failure | undefined
  /** Whether Claude Code's last call came without the token. */
  let tokenMissing = false

  const readAnswer =
    (model: string): OnAnswer =>
    (block, content) => {
      answers.add(content)
      blocked = block && blockedFailure(block, { ...bedrock, model })
      // After a refusal Claude Code tries once more by itself (measured with 2.1.330); a guardrail blocks the same again.
      if (block?.kind === 'guardrail' && blocked !== undefined) policy.endWith(blocked)
    }

  async function forward(call: LocalCall, route: Route, body: Uint8Array): Promise<LocalAnswer> {
    const fatal = policy.fatalError()
    if (fatal !== undefined) return fatal.answer
    const models = options.modelsOf((await options.profiles)?.ids ?? lookups.listed())
    const named = { route, headers: call.headers, body }
    if (route.plane === 'runtime' && !served.serves(named, models)) return refuse(route.name, models)
    const isMain = isMainTurn(named, models)
    const isSmall = route.plane === 'runtime' && route.name === models.small && route.name !== models.main
    const region = isSmall ? bedrock.smallFastModelRegion : bedrock.region
    const isInvoked = isInvocation(route.operation)
    const admission = isInvoked ? await spending?.admit({ ...call, ...named, model: route.name }) : undefined
    if (admission instanceof Failure) return policy.endWith(admission)
    try {
      const toSend = { ...call, ...named, region, ...(isMain && { onAnswer: readAnswer(route.name) }) }
      const held = isInvoked ? await quota.call({ ...toSend, isMain }) : undefined
      if (held === 'ambiguous') {
        admission?.giveUp()
        return jsonAnswer(400, AMBIGUOUS)
      }
      const { outcome, end }: QuotaOutcome = held ?? { outcome: await client.call(toSend), end: 'answered' }
      if ('error' in outcome) {
        admission?.giveUp()
        if (isMain) answers.failed()
        return policy.answerFor(outcome, { route, isMain, end, isHeld: options.quota.patienceMs > 0 })
      }
      const answered = admission?.counted(outcome) ?? outcome.body
      return { ...outcome, headers: returnedHeaders(outcome.headers), body: answered }
    } catch (error) {
      admission?.giveUp()
      if (call.signal.aborted) throw error
      return policy.endWith(asFailure(error))
    }
  }

  function refuse(name: string, { all }: RunModels): LocalAnswer {
    const text = `${name} is no model of this run, which has ${all.join(', ') || 'none by name'}.`
    if (!warned.has(name)) world.log.warning(`${text} ${HOW_TO_NAME_IT}`, 'A call of another model was refused')
    warned.add(name)
    return jsonAnswer(400, text)
  }

  async function answer(call: LocalCall): Promise<LocalAnswer> {
    const route = routeOf(call.method, call.target)
    if (route === undefined) return jsonAnswer(404, NOT_OURS)
    if (route.plane === 'control') {
      const fatal = policy.fatalError()
      if (fatal !== undefined) return fatal.answer
      // Several callers may wait for the same answer, so it must not be aborted with the first of them.
      const ask = () => forward({ ...call, signal: closing.signal }, route, new Uint8Array())
      return (await lookups.answer(call.target, ask)) ?? jsonAnswer(403, TOO_MANY)
    }
    // Claude Code repeats a 403 for minutes, a 400 never (measured with 2.1.330).
    if (!call.authenticated) {
      if (isOwnCall(call.headers)) tokenMissing = true
      return jsonAnswer(400, NO_TOKEN)
    }
    tokenMissing = false
    const body = await call.body(LARGEST_BODY)
    return body === undefined ? jsonAnswer(413, TOO_LARGE) : forward(call, route, body)
  }

  const server = await world.loopback.listen(TOKEN_HEADER, answer, options.at)
  world.secrets.add(server.token)
  /** Variables for Claude Code; they replace those of the same name. */
  const environment: Readonly<Record<string, string>> = {
    ...gatewayEnvironment(server, agent),
    // The most that a call may have, since the gateway lowers it.
    CLAUDE_CODE_MAX_OUTPUT_TOKENS: String(options.quota.ceiling),
    // A call that is held for minutes and handed back must not use up its tries (15 at most, measured with 2.1.330).
    ...(options.quota.patienceMs > 0 && !agent.CLAUDE_CODE_MAX_RETRIES && { CLAUDE_CODE_MAX_RETRIES: '15' }),
  }
  return {
    url: server.url,
    environment,
    /** Why Bedrock cannot serve this run, once that is known; from then on every call is refused with the same words. */
    fatalError: () => policy.fatalError()?.failure ?? (tokenMissing ? tokenReplaced() : undefined),
    /** Why the last answer of the main conversation is none of the model's: a guardrail blocked it, or the model refused. */
    blockedAnswer: () => blocked,
    /** Whether this result of a run is what Bedrock answered the main conversation last. */
    gave: (reported: ReportedResult) => answers.gave(reported),
    /** How many failed calls Claude Code or the gateway itself repeated. */
    retries: () => policy.retries.total(),
    quota: () => quota.facts(),
    async close(): Promise<void> {
      closing.abort()
      quota.close()
      await server.close()
      world.upstream.close()
    },
  }
}

function tokenReplaced(): Failure {
  return new Failure('input-invalid', {
    message:
      "Claude Code's calls come without the token of this run.\nIts own settings replace ANTHROPIC_CUSTOM_HEADERS, in which the action passes it.",
    fix: [
      'Remove ANTHROPIC_CUSTOM_HEADERS from `env` in the input `settings`, in `.claude/settings.json` of the checkout and in the settings of the machine. Headers for every call are given to the step instead:',
      yaml('env:\n  ANTHROPIC_CUSTOM_HEADERS: "X-Name: ${{ secrets.VALUE }}"'),
    ],
  })
}

/** The header in which Claude Code shows the gateway's token. */
const TOKEN_HEADER = 'x-claude-code-bedrock-gateway'

const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']

/**
 * Variables that point Claude Code at the gateway: unsigned calls with the gateway's token. With a proxy in its environment Claude Code uses that even for 127.0.0.1; it reads `no_proxy` before `NO_PROXY`, and the SDKs
 * inside it read only one of them (all measured with 2.1.330).
 */
export function gatewayEnvironment(
  { url, token }: { url: string; token: string },
  agent: Environment,
): Record<string, string> {
  return {
    CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
    ANTHROPIC_BEDROCK_BASE_URL: url,
    // The gateway itself adds the user's headers: their values are secrets.
    ANTHROPIC_CUSTOM_HEADERS: `${TOKEN_HEADER}: ${token}`,
    ...(PROXIES.some((name) => agent[name] || agent[name.toLowerCase()]) && withoutProxy(agent)),
  }
}

function withoutProxy(agent: Environment): Record<string, string> {
  const bypassed = [agent.no_proxy, agent.NO_PROXY, '127.0.0.1'].flatMap((list) => list?.split(',') ?? [])
  const list = [...new Set(bypassed.map((item) => item.trim()).filter(Boolean))].join(',')
  return { NO_PROXY: list, no_proxy: list }
}
