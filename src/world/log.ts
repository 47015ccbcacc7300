import { EOL } from 'node:os'

import { issue, issueCommand } from '../../node_modules/@actions/core/lib/command.js'
import type { Log, LogGroups, Secrets } from '../ports/machine.ts'

/**
 * The step's log on `@actions/core`. What it prints cannot act as a workflow command: `::` at the start of a line and
 * `##[` anywhere in it are escaped, control characters are dropped.
 */
export function createLog(): { readonly log: Log; readonly logGroups: LogGroups } {
  const groups = new Groups()
  return { log: { ...logInto((print) => print()), group: (title, task) => groups.run(title, task) }, logGroups: groups }
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

/** What is printed, and whether it is an annotation, which the run's page shows too. */
type Emit = (print: () => void, isAnnotation: boolean) => void

function logInto(emit: Emit): Log {
  const log: Log = {
    info: (text) => emit(() => harmlessLines(text).forEach((line) => process.stdout.write(line + EOL)), false),
    debug: (text) => emit(() => issueCommand('debug', {}, text), false),
    notice: (message, title) => emit(() => annotate('notice', message, title), true),
    warning: (message, title) => emit(() => annotate('warning', message, title), true),
    error: (message, title) => emit(() => annotate('error', message, title), true),
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

interface Group {
  readonly title: string
  /** What is not printed yet. */
  kept: { readonly print: () => void; readonly isAnnotation: boolean }[]
  state: 'waiting' | 'live' | 'ended' | 'failed' | 'closed'
}

/**
 * Groups that are open at once print one after the other: the first live, the others keep their lines until it has ended. What a
 * group that has not printed did is of no interest once one before it has failed: only its annotations are printed.
 */
class Groups implements LogGroups {
  readonly #queue: Group[] = []

  async run<T>(title: string, task: (log: Log) => Promise<T>): Promise<T> {
    const group: Group = { title, kept: [], state: 'waiting' }
    this.#queue.push(group)
    this.#advance()
    const log = logInto((print, isAnnotation) => {
      if (group.state === 'live' || (group.state === 'closed' && isAnnotation)) print()
      else if (group.state !== 'closed') group.kept.push({ print, isAnnotation })
    })
    let isFailed = true
    try {
      const result = await task(log)
      isFailed = false
      return result
    } finally {
      if (isFailed) this.#drop(this.#queue.slice(this.#queue.indexOf(group) + 1))
      this.#end(group, isFailed ? 'failed' : 'ended')
      this.#advance()
    }
  }

  /** Ends the group that prints, prints those that have failed, and drops the others. */
  close(): void {
    const [first, ...others] = this.#queue
    if (first === undefined) return
    this.#drop(others)
    this.#end(first, 'closed')
    this.#advance()
  }

  #drop(groups: readonly Group[]): void {
    for (const group of groups) {
      if (group.state === 'failed') continue
      group.state = 'closed'
      group.kept.filter(({ isAnnotation }) => isAnnotation).forEach(({ print }) => print())
      this.#queue.splice(this.#queue.indexOf(group), 1)
    }
  }

  #end(group: Group, state: 'ended' | 'failed' | 'closed'): void {
    if (group.state === 'live') {
      issue('endgroup')
      this.#queue.shift()
    }
    if (group.state !== 'closed') group.state = state
  }

  #advance(): void {
    for (let first = this.#queue[0]; first !== undefined && first.state !== 'live'; first = this.#queue[0]) {
      issue('group', first.title)
      first.kept.forEach(({ print }) => print())
      first.kept = []
      if (first.state === 'waiting') first.state = 'live'
      else {
        issue('endgroup')
        this.#queue.shift()
      }
    }
  }
}
