// The machine: time, programs, files. Interfaces, and one name that both sides use; `src/world/` implements them.

/** Environment variables by name; an absent variable is `undefined`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after `ms` milliseconds, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** A program to start: its working directory, its whole environment, and what it reads on standard input. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly stdin: string
}

/** How a child ended: `code` or `signal`; `spawnError` when it never started. */
export interface ExitFacts {
  readonly code: number | undefined
  readonly signal: string | undefined
  readonly spawnError: string | undefined
}

/** A program that runs. */
export interface RunningChild {
  /** Undefined when it could not be started. */
  readonly pid: number | undefined
  readonly stdout: AsyncIterable<Uint8Array>
  readonly stderr: AsyncIterable<Uint8Array>
  /** Resolves when the program has ended and its output is closed; never rejects. */
  readonly ended: Promise<ExitFacts>
  /** Sends a signal to the program itself. */
  signal(name: 'SIGINT' | 'SIGTERM'): void
  /** Ends the program and all it started, commands in sessions of their own included; resolves when none is left. */
  killTree(): Promise<void>
}

/** Variable that marks the processes of a run; its value is the run's id. What left the process tree is found by it. */
export const RUN_MARKER = 'CLAUDE_CODE_BEDROCK_RUN'

/** Starts and ends programs. */
export interface Processes {
  start(command: Command): RunningChild
  /** Runs a short command to its end and returns its output; `code` is undefined when it could not start. */
  capture(file: string, args: readonly string[], options: CaptureOptions): Promise<Captured>
  /** Ends every process of this machine whose environment holds `variable=value`; returns how many there were. */
  killMarked(variable: string, value: string): Promise<number>
}

/** How a captured command runs; its environment is the action's own unless given. */
export interface CaptureOptions {
  readonly cwd?: string | undefined
  readonly env?: Readonly<Record<string, string>> | undefined
  readonly timeoutMs?: number | undefined
}

/** Output of a captured command. */
export interface Captured {
  readonly code: number | undefined
  readonly stdout: string
  readonly stderr: string
}

/** An open file that only grows. */
export interface Appender {
  /** Writes texts, one behind the other, after everything written before; resolves when the system has the bytes. */
  write(texts: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** Files. All paths are absolute; files are made with mode 0600, folders with 0700, parents as needed. */
export interface Files {
  /**
   * Makes a folder where there is none, and holds it open. From then on every method but `kind`, `realPath` and
   * `makeDirectory` works in this very folder for paths below it, whatever has been put in its place, and rejects where one
   * leads through a link or to a file with a second name. Resolves with what tells it from any other folder of the machine;
   * rejects when a link is at the path, and then all that is done below it rejects as well.
   */
  hold(directory: string): Promise<string>
  /** Moves a held folder back to its path. Resolves with true when something else was there, which then has another name. */
  putBack(directory: string): Promise<boolean>
  /** UTF-8 text; undefined when there is no such file. */
  read(path: string): Promise<string | undefined>
  /** A file's bytes, piece by piece; none when there is no such file. */
  chunks(path: string): AsyncIterable<Uint8Array>
  /** A file's lines in gzip, about `size` bytes of them in each piece; a line is never parted. None when there is no such file. */
  packedLines(path: string, size: number): AsyncIterable<Uint8Array>
  write(path: string, contents: string | Uint8Array): Promise<void>
  append(path: string): Promise<Appender>
  /** `file`, `directory` or undefined, links followed. */
  kind(path: string): Promise<'file' | 'directory' | undefined>
  /**
   * Whether a file may be executed: `no-x-bit` where its mode allows it to nobody, `refused` where the system does not let this
   * user, or nobody at all (a file system that is mounted `noexec`); undefined when it does not exist.
   */
  execution(path: string): Promise<'allowed' | 'no-x-bit' | 'refused' | undefined>
  /** The path with links resolved; undefined when it does not exist. */
  realPath(path: string): Promise<string | undefined>
  makeDirectory(path: string): Promise<void>
  /** Absolute paths of all files below `directory`, in order; a folder that is not there or may not be read is empty. */
  list(directory: string): Promise<readonly string[]>
  copy(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
}

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
  /** Ends them, so that what comes next is outside; of those that have not printed, only the failed ones are printed. */
  close(): void
}

/** The secrets of this run: masked in the log from the moment they are known, redacted in everything that is kept. */
export interface Secrets {
  /** Masks `value` and remembers it for redaction; call it where a secret is born. An empty value is ignored. */
  add(value: string): void
  all(): readonly string[]
}
