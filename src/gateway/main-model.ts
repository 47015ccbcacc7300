import { parseModel } from '../bedrock/models.ts'
import type { BedrockSettings } from '../inputs/settings.ts'

/** A model's id as Claude Code puts it into a path: without the suffix `[1m]`. */
export function pathId(model: string): string {
  return parseModel(model).id
}

/**
 * Tells whether the run cannot go on without a model: the one that the input names, or else (none, or an alias of Claude
 * Code) the first that is called and is not the small/fast one. A subagent's or a side job's model is not such a one: when
 * it is refused, Claude Code goes on (measured with 2.1.330).
 */
export function mainModel({
  model,
  smallFastModel,
}: Pick<BedrockSettings, 'model' | 'smallFastModel'>): (name: string) => boolean {
  const small = smallFastModel === undefined ? undefined : pathId(smallFastModel)
  let main = model !== undefined && isId(model) ? pathId(model) : undefined
  return (name) => {
    if (name !== small) main ??= name
    return name === main
  }
}

function isId(model: string): boolean {
  const { kind, id } = parseModel(model)
  return kind !== 'other' || id.startsWith('arn:')
}
