import type { Environment } from '../ports/machine.ts'
import { reasonToWithhold } from '../variable-names.ts'
import type { Form } from './form.ts'
import type { AgentVariables } from './settings.ts'

const NAME = /^[A-Za-z_]\w*$/

/**
 * The input `environment`: a line with `=` is one assignment to its end; other lines hold names to pass on from `env`,
 * separated by commas. Names that would change what the action decides, or what programs run, are refused.
 */
export function parseAgentVariables(form: Form, env: Environment): AgentVariables {
  const names: string[] = []
  const values: Record<string, string> = {}
  for (const [at, line] of form.text('environment').split(/\r?\n/).entries()) {
    const equals = line.indexOf('=')
    const given = equals === -1 ? line.split(',') : [line.slice(0, equals)]
    for (const name of given.map((each) => each.trimStart()).filter((each) => each.trim() !== '' || equals !== -1)) {
      // The text before `=` may be a part of a secret that was given alone.
      if (!isAcceptable(form, { name: equals === -1 ? name.trimEnd() : name, line: at + 1, isShown: equals === -1 }))
        continue
      const isSecond = names.includes(name.trimEnd()) || name in values
      if (isSecond)
        form.refuse('environment', {
          part: name,
          must: `must be given once (line ${at + 1})`,
          fix: 'Remove one of the two.',
        })
      if (equals === -1) names.push(name.trimEnd())
      else values[name] = line.slice(equals + 1)
    }
  }
  const absent = names.filter((name) => env[name] === undefined)
  if (absent.length > 0)
    form.warn(`environment names ${absent.join(', ')}, which the environment of this step does not have.`)
  for (const [name, value] of Object.entries(values)) {
    if (/^(["']).*\1$/.test(value)) form.warn(`environment: the quotes around the value of ${name} are part of it.`)
  }
  return { names, values }
}

function isAcceptable(form: Form, { name, line, isShown }: { name: string; line: number; isShown: boolean }): boolean {
  const part = isShown ? name : undefined
  if (!NAME.test(name)) {
    const must = `must be the name of an environment variable, or NAME=value without spaces before = (line ${line})`
    form.refuse('environment', { part, must })
    return false
  }
  const reason = reasonToWithhold(name)
  if (reason === undefined) return true
  form.refuse('environment', {
    part: name,
    must: `must not be handed to the agent: it ${reason} (line ${line})`,
    fix: `Remove \`${name}\` from \`environment\`.`,
  })
  return false
}
