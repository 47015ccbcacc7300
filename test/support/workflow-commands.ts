// Which lines of a step's output the runner takes for commands.

/** A command as the runner understood it; `data` is unescaped. */
export interface WorkflowCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/**
 * The commands in a step's output. The runner ends lines at CR as well as LF, and reads a command in a line that starts
 * with `::`, white space before it aside, or that has `##[name ...]` anywhere (actions/runner 2.336, ActionCommand.cs).
 */
export function workflowCommands(output: string): readonly WorkflowCommand[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => commandIn(line) ?? [])
}

/** The commands of one name. */
export function commandsNamed(name: string, output: string): readonly WorkflowCommand[] {
  return workflowCommands(output).filter((command) => command.name === name)
}

/** A step's output as people see it: without the commands that show nothing. */
export function shownLog(output: string): string {
  return output
    .split(/\r\n|\r|\n/)
    .filter((line) => !['add-mask', 'debug'].includes(commandIn(line)?.name ?? ''))
    .join('\n')
}

function commandIn(line: string): WorkflowCommand | undefined {
  const [, name, properties = '', data = ''] =
    /^\s*::([^\s:]+)(?: ([^:]*))?::(.*)$/u.exec(line) ?? /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/u.exec(line) ?? []
  if (name === undefined) return undefined
  const pairs = properties.split(',').map((pair) => pair.split('='))
  return {
    name,
    properties: Object.fromEntries(pairs.map(([key = '', value = '']) => [key.trim(), unescaped(value)])),
    data: unescaped(data),
  }
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' }
  return text.replaceAll(/%(?:0D|0A|3A|2C|25)/g, (sign) => signs[sign] ?? sign)
}
