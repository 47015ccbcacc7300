// What people see, and what they must not. Interfaces only; `src/world/` implements them.

/** The step's log. Nothing printed through it can act as a workflow command. */
export interface Log {
  info(line: string): void
  debug(line: string): void
  /** An annotation of the run, shown on its summary page; `message` may have several lines. */
  notice(message: string, title?: string): void
  warning(message: string, title?: string): void
  error(message: string, title?: string): void
  /** Runs `task` inside a foldable group. Of groups open at once, the first prints live, the others after it unless it fails. */
  group<T>(title: string, task: (log: Log) => Promise<T>): Promise<T>
}

/** The groups of the step's log that are open. */
export interface LogGroups {
  /** Ends them, so that what comes next stands outside; of those that have not printed, only the failed ones are printed. */
  close(): void
}

/** The secrets of this run: masked in the log from the moment they are known, redacted in everything that is kept. */
export interface Secrets {
  /** Masks `value` and remembers it for redaction; call it where a secret is born. An empty value is ignored. */
  add(value: string): void
  all(): readonly string[]
}
