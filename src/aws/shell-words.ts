import type { Environment } from '../ports/machine.ts'

/** A command line with `~`, `$NAME`, `${NAME}` and PowerShell's `$env:NAME` replaced; a variable that is not set is its default, or empty. */
export function expandedLine(line: string, env: Environment): string {
  const home = env.HOME ?? ''
  return line
    .replaceAll(
      /\$\{env:(\w+)\}|\$env:(\w+)/gi,
      (_, inBraces?: string, bare?: string) => env[inBraces ?? bare ?? ''] ?? '',
    )
    .replaceAll(/\$\{(\w+)(?::?[-=+]([^}]*))?[^}]*\}/g, (_, name: string, other?: string) => env[name] || (other ?? ''))
    .replaceAll(/\$(\w+)/g, (_, name: string) => env[name] ?? '')
    .replaceAll(/(^|[\s'"`=:;|&<>()])~(?=[/\s'"`:;|&<>()]|$)/g, (_, before: string) => `${before}${home}`)
}

/** The words of a line, in two ways: split at quotes too, as in a script that is an argument, and with quotes taken off. */
export const wordsOf = (line: string): readonly (readonly string[])[] => [
  split(line, /[\s'"`;|&<>(){}=,:]+/),
  split(line.replaceAll(/['"\\]/g, ''), /[\s`;|&<>()=]+/),
]

const split = (line: string, separators: RegExp) => line.split(separators).filter(Boolean)
