/** Operations of Bedrock that Claude Code calls (measured with 2.1.330), by AWS's names. */
export type Operation =
  'InvokeModel' | 'InvokeModelWithResponseStream' | 'CountTokens' | 'ListInferenceProfiles' | 'GetInferenceProfile'

/** What a call is for. `name` is the model or profile that its path names, decoded; empty for the list. */
export interface Route {
  readonly plane: 'runtime' | 'control'
  readonly operation: Operation
  readonly name: string
}

const RUNTIME: Readonly<Record<string, Operation>> = {
  invoke: 'InvokeModel',
  'invoke-with-response-stream': 'InvokeModelWithResponseStream',
  'count-tokens': 'CountTokens',
}

/** Model ids, profile ids and ARNs; AWS's own pattern allows no other characters. */
const NAME = /^[a-z0-9](?:[\w.:-]|\/(?=[a-z0-9]))*$/i

const LIST_PARAMETERS = ['type', 'maxResults', 'nextToken']

/**
 * What a request line asks for; undefined for everything that Claude Code does not. The path is taken as it came: nothing
 * is cleaned up, and what would need it is nothing that Claude Code sends.
 */
export function routeOf(method: string, target: string): Route | undefined {
  const [path = '', query] = target.split(/\?(.*)/s)
  if (method === 'GET' && path === '/inference-profiles') {
    const known = [...new URLSearchParams(query).keys()].every((name) => LIST_PARAMETERS.includes(name))
    return known ? { plane: 'control', operation: 'ListInferenceProfiles', name: '' } : undefined
  }
  if (query !== undefined) return undefined
  const [, collection, raw = '', deed = ''] = /^\/(model|inference-profiles)\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? []
  const name = decoded(raw)
  if (!NAME.test(name)) return undefined
  if (method === 'GET' && collection === 'inference-profiles' && deed === '')
    return { plane: 'control', operation: 'GetInferenceProfile', name }
  const operation = method === 'POST' && collection === 'model' ? RUNTIME[deed] : undefined
  return operation && { plane: 'runtime', operation, name }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
