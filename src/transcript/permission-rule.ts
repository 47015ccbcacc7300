import type { PermissionDenial } from './types.ts'

/**
 * The lines of `allowed-tools` that would have allowed a denied call, as narrow as can be told from it
 * (https://code.claude.com/docs/en/permissions#permission-rule-syntax). Every command of a compound Bash line needs a rule.
 */
export function allowingRules({ tool_name: tool, tool_input: input }: PermissionDenial): readonly string[] {
  const command = tool === 'Bash' ? textField(input, 'command') : undefined
  if (command !== undefined) return [...new Set(command.split(/&&|\|\||[;|&\n]/).flatMap(commandRules))]
  const url = tool === 'WebFetch' ? textField(input, 'url') : undefined
  const host = url === undefined ? undefined : URL.parse(url)?.hostname
  return [host ? `WebFetch(domain:${host})` : plainName(tool)]
}

/** YAML that would allow denied calls, beside the rules that are there; of very many, the first. */
export function allowingYaml(denials: readonly PermissionDenial[]): string {
  const rules = [...new Set(denials.flatMap(allowingRules))].slice(0, MOST_RULES)
  return ['allowed-tools: |', ...rules.map((rule) => `  ${rule}`)].join('\n')
}

const MOST_RULES = 50

/** `git push origin main` is allowed by `Bash(git push:*)`, `./build.sh -x` by `Bash(./build.sh:*)`. */
function commandRules(command: string): string[] {
  const [program, verb] = command.trim().split(/\s+/)
  if (!program) return []
  if (!/^[\w./-]+$/.test(program)) return ['Bash']
  return [verb !== undefined && /^[a-z][a-z-]*$/.test(verb) ? `Bash(${program} ${verb}:*)` : `Bash(${program}:*)`]
}

/** A tool's name is the agent's word; what is no name must not become a line of YAML. */
const plainName = (tool: string) => tool.replace(/[^\w-]/g, '')

function textField(value: unknown, name: string): string | undefined {
  const field: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof field === 'string' ? field : undefined
}
