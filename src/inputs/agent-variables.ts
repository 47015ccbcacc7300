import type { Environment } from '../ports/machine.ts'
import { reasonToWithhold } from '../variable-names.ts'
import type { Form } from './form.ts'
import { splitList } from './scalars.ts'
import type { AgentSettings } from './settings.ts'

const NAME = /^[A-Za-z_]\w*$/

/** The input `environment`: lines with `=` are one assignment to their end, others hold names to pass on from `env`, between commas. */
export function parseAgentVariables(form: Form, env: Environment): AgentSettings['environment'] {
  const names: string[] = []
  const values: Record<string, string> = {}
  for (const [at, line] of form.text('environment').split(/\r?\n/).entries()) {
    const equals = line.indexOf('=')
    const isAssignment = equals !== -1
    const given = isAssignment ? [line.slice(0, equals).trimStart()] : splitList(line)
    for (const name of given) {
      const reason = reasonToWithhold(name)
      if (!NAME.test(name)) {
        const must = 'must be the name of an environment variable, or NAME=value without spaces before ='
        // The text before `=` may be a part of a secret that was given alone.
        form.refuse('environment', { part: isAssignment ? undefined : name, must: `${must} (line ${at + 1})` })
        continue
      }
      if (reason !== undefined) {
        const must = `must not be handed to the agent: it ${reason} (line ${at + 1})`
        form.refuse('environment', { part: name, must, fix: `Remove \`${name}\` from \`environment\`.` })
        continue
      }
      if (names.includes(name) || name in values) {
        const must = `must be given once (line ${at + 1})`
        form.refuse('environment', { part: name, must, fix: 'Remove one of the two.' })
      }
      if (isAssignment) values[name] = line.slice(equals + 1)
      else names.push(name)
    }
  }
  const absent = names.filter((name) => env[name] === undefined)
  if (absent.length > 0)
    form.warn(`environment names ${absent.join(', ')}, which the environment of this step does not have.`)
  for (const [name, value] of Object.entries(values))
    if (/^(["']).*\1$/.test(value)) form.warn(`environment: the quotes around the value of ${name} are part of it.`)
  return { names, values }
}
