/**
 * Splits a command line at `&&`, `||`, `;`, `|` and line breaks outside quotes. Undefined where it is more than plain commands:
 * substitutions, here-documents, subshells, globs, control structures, commands in the background, unfinished quotes. `writes` are
 * the targets of redirections; `isChain` says whether it is one line of commands joined by `&&`, `||` and `;` only.
 */
export function splitShellCommand(line: string) {
  const text = line.trim().replace(/\s*;$/, '')
  const parts: string[] = []
  const writes: string[] = []
  let isChain = true
  let part = ''

  const endPart = () => {
    const command = part.trim()
    if (command !== '' && !command.startsWith('#')) parts.push(command)
    part = ''
  }
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at)
    const quoted = QUOTED.exec(rest)?.[0]
    const operator = OPERATOR.exec(rest)?.[0]
    const redirection = REDIRECTION.exec(rest)
    if (quoted !== undefined) {
      part += quoted
      at += quoted.length
    } else if (/^\s#/.test(rest) || (part.trim() === '' && rest.startsWith('#'))) {
      // A comment: to the end of the line.
      at += /^[^\n]*/.exec(rest)?.[0].length ?? 0
      isChain = false
    } else if (redirection !== null && /(^|\s)\d*$|&$/.test(part + (redirection[1] ?? ''))) {
      const target = redirection[2] ?? ''
      if (!target.startsWith('&') && target !== '/dev/null') writes.push(target)
      at += redirection[0].length
      isChain = false
    } else if (operator !== undefined) {
      if (operator === '|' || operator === '\n') isChain = false
      endPart()
      at += operator.length
    } else if (SPECIAL.test(rest)) {
      return undefined
    } else {
      part += text.charAt(at)
      at += 1
    }
  }
  endPart()
  if (parts.length === 0 || parts.some((command) => KEYWORD.test(command))) return undefined
  return { text, parts, writes, isChain }
}

/** Single quotes; double quotes without substitutions; an escaped character. */
const QUOTED = /^(?:'[^']*'|"(?:[^"\\$`]|\\[^]|\$(?![({]))*"|\\[^\n])/

const OPERATOR = /^(?:&&|\|\||;|\||\n)/

/** `2>&1`, `> out.txt`, `>> log`, `&> /dev/null`; the target is a word without quotes. */
const REDIRECTION = /^(\d*|&)>{1,2}\s*(&\d|[\w./@%+=:,-]+)/

/** Everything else that means something to the shell, and quotes that do not end. */
const SPECIAL = /^(?:\$[({]|[`'"<>&(){}*?[\]\\])/

const KEYWORD = /^(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|function|select|coproc|test|!|\[)(?:\s|$)/
