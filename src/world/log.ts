import { EOL } from 'node:os'

import type { Log, Secrets } from '../ports/log.ts'
// The package as a whole brings its OIDC client and undici, which take 35 ms to load, half of the time to the first line of log.
import { issue, issueCommand } from '../../node_modules/@actions/core/lib/command.js'

/**
 * The step's log on `@actions/core`. What it prints cannot act as a workflow command: `::` at the start of a line and
 * `##[` anywhere in it are escaped, control characters are dropped.
 */
export function createLog(): Log {
  const turns = new Turns()
  return { ...logInto((print) => print()), group: (title, task) => turns.group(title, task) }
}

/** Masks each value in the log through `@actions/core`, and remembers it for redaction. */
export function createSecrets(): Secrets {
  const values = new Set<string>()
  return {
    add(value) {
      if (value === '' || values.has(value)) return
      values.add(value)
      issueCommand('add-mask', {}, value)
    },
    all: () => [...values],
  }
}

/**
 * One text as lines that the runner prints and does nothing else with. The runner reads a command where a line starts
 * with `::` after white space, and `##[command]` anywhere in a line; it ends lines at CR as well as LF (actions/runner 2.336).
 */
export function harmlessLines(text: string): string[] {
  return visibleLines(text).map((line) => line.replace(/^(\s*)::/, '$1\\::').replaceAll('##[', '##\\['))
}

/** The lines of a text without what does not show: escape sequences, control characters, marks that turn its direction. */
function visibleLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.replace(INVISIBLE, ''))
}

const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function logInto(emit: (print: () => void) => void): Log {
  const log: Log = {
    info: (text) => emit(() => harmlessLines(text).forEach((line) => process.stdout.write(line + EOL))),
    debug: (text) => emit(() => issueCommand('debug', {}, text)),
    notice: (message, title) => emit(() => annotate('notice', message, title)),
    warning: (message, title) => emit(() => annotate('warning', message, title)),
    error: (message, title) => emit(() => annotate('error', message, title)),
    group: (title, task) => {
      log.info(title)
      return task(log)
    },
  }
  return log
}

function annotate(level: 'notice' | 'warning' | 'error', message: string, title: string | undefined): void {
  const properties = title === undefined ? {} : { title: visibleLines(title).join(' ') }
  issueCommand(level, properties, visibleLines(message).join('\n'))
}

/** Groups that are open at once take turns: the first prints live, the others keep their lines until it has ended. */
class Turns {
  readonly #queue: { title: string; kept: (() => void)[]; live: boolean; ended: boolean }[] = []

  async group<T>(title: string, task: (log: Log) => Promise<T>): Promise<T> {
    const entry = { title, kept: new Array<() => void>(), live: false, ended: false }
    this.#queue.push(entry)
    this.#advance()
    try {
      return await task(
        logInto((print) => {
          if (entry.live) print()
          else entry.kept.push(print)
        }),
      )
    } finally {
      entry.ended = true
      this.#advance()
    }
  }

  #advance(): void {
    for (let first = this.#queue[0]; first !== undefined; first = this.#queue[0]) {
      if (!first.live) {
        first.live = true
        issue('group', first.title)
        first.kept.forEach((print) => print())
      }
      if (!first.ended) return
      issue('endgroup')
      this.#queue.shift()
    }
  }
}
