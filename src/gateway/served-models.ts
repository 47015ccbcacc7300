import { parseModel } from '../bedrock/models.ts'
import { fieldOf } from '../json.ts'
import type { ClientCall } from './bedrock-client.ts'
import { jsonIn } from './event-stream.ts'
import { isOwnCall } from './headers.ts'
import type { RunModels } from '../bedrock/types.ts'

/** A call of Claude Code, as far as it tells which of its conversations it is of. */
type NamedCall = Pick<ClientCall, 'route' | 'headers' | 'body'>

/** Which calls the gateway of one run serves. */
export function servedModels() {
  let first: string | undefined
  return {
    /** Whether the call names a model of the run. A main model that nobody knows beforehand is the first that is called. */
    serves(call: NamedCall, models: RunModels): boolean {
      const { operation, name } = call.route
      if (models.all.includes(name)) return true
      if (operation === 'CountTokens') return isCountable(name, models)
      if (models.main === undefined && isOwnCall(call.headers)) first ??= name
      return name === first
    },
  }
}

/** Tokens are counted for a foundation model, not for the profile that holds it; of an application profile only AWS knows the model. */
function isCountable(name: string, { all }: RunModels): boolean {
  const { kind, modelId } = parseModel(name)
  if (kind !== 'foundation-model') return false
  return all.some((model) => {
    const called = parseModel(model)
    return called.kind === 'application-inference-profile' || called.modelId === modelId
  })
}

/**
 * Whether a call is a turn of the main conversation, without which the run cannot go on: Claude Code's own, outside a subagent,
 * not of the small/fast model, and with tools or streamed. Its side calls (titles, the classifier of tool calls) are neither
 * (measured with 2.1.330); it goes on without them.
 */
export function isMainTurn({ route, headers, body }: NamedCall, { main, small }: RunModels): boolean {
  const { operation, name } = route
  if (!isOwnCall(headers) || (name === small && name !== main)) return false
  if (operation !== 'InvokeModel') return operation === 'InvokeModelWithResponseStream'
  const tools = fieldOf(jsonIn(body), 'tools')
  return Array.isArray(tools) && tools.length > 0
}
