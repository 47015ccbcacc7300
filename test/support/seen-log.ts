// What a person sees of a step's log: workflow commands as GitHub shows them, hidden ones left out.

/** Turns raw output into the lines a person sees; call it with chunks as they come. */
export function seenLog(show: (line: string) => void): (chunk: string) => void {
  let rest = ''
  return (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const seen = seenLine(line)
      if (seen !== undefined) show(seen)
    }
  }
}

function seenLine(line: string): string | undefined {
  const command = /^::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line)
  if (command === null) return line
  const [, name = '', properties = '', data = ''] = command
  const text = data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
  if (name === 'group') return `▼ ${text}`
  const title = /title=([^,]*)/.exec(properties)?.[1]
  const shown = title === undefined ? text : `${title}: ${text}`
  if (name === 'error') return `Error: ${shown}`
  if (name === 'warning') return `Warning: ${shown}`
  return name === 'notice' ? `Notice: ${shown}` : undefined
}
