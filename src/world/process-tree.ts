import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

import { attempt } from './attempt.ts'

/** A process of this machine. Ids are used again; `started` (opaque) tells two processes with the same id apart. */
export interface ProcessFact {
  readonly pid: number
  readonly parent: number
  readonly group: number
  readonly started: string
  /** Ended, but its parent has not asked how; it can do nothing any more and cannot be killed. */
  readonly zombie: boolean
}

/** Every process that can be seen; on Linux from `/proc`, elsewhere from `ps`. */
export function listProcesses(): ProcessFact[] {
  if (process.platform !== 'linux') return parsePs(ps('-A', '-o', 'pid=,ppid=,pgid=,stat=,lstart='))
  return processIds().flatMap((pid) => processFact(pid) ?? [])
}

/** One process; undefined when there is none with this id. */
export function processFact(pid: number): ProcessFact | undefined {
  if (process.platform === 'linux') return parseStat(readQuietly(`/proc/${pid}/stat`))
  return parsePs(ps('-p', String(pid), '-o', 'pid=,ppid=,pgid=,stat=,lstart='))[0]
}

/**
 * Ids of the processes whose environment holds `marker` (`NAME=value`), this one excepted. macOS shows no environment of
 * programs of the system itself, and Linux none of other users' programs: those are only found by their parents or group.
 */
export function markedProcesses(marker: string): Set<number> {
  const found =
    process.platform === 'linux'
      ? processIds().filter((pid) => readQuietly(`/proc/${pid}/environ`).split('\0').includes(marker))
      : parseMarked(ps('-A', '-E', '-ww', '-o', 'pid=,command='), marker)
  return new Set(found.filter((pid) => pid !== process.pid))
}

/** Reads `/proc/<pid>/stat` (proc(5)); the name in brackets may itself hold spaces and brackets. */
export function parseStat(text: string): ProcessFact | undefined {
  const [, pid, rest] = /^(\d+) \(.*\) (.*)$/s.exec(text) ?? []
  const fields = rest?.split(' ') ?? []
  const [state, parent, group] = fields
  const started = fields[19]
  if (pid === undefined || state === undefined || started === undefined) return undefined
  return { pid: Number(pid), parent: Number(parent), group: Number(group), started, zombie: /[ZX]/.test(state) }
}

/** Reads `ps -o pid=,ppid=,pgid=,stat=,lstart=`. */
export function parsePs(text: string): ProcessFact[] {
  return text.split('\n').flatMap((line) => {
    const [, pid, parent, group, state, started] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*?)\s*$/.exec(line) ?? []
    if (state === undefined || started === undefined) return []
    return { pid: Number(pid), parent: Number(parent), group: Number(group), started, zombie: state.startsWith('Z') }
  })
}

/** Ids of the lines of `ps -E -o pid=,command=` that hold `marker` as a word. */
export function parseMarked(text: string, marker: string): number[] {
  const marked = text.split('\n').filter((line) => line.split(/\s+/).includes(marker))
  return marked.map((line) => Number.parseInt(line, 10)).filter(Number.isInteger)
}

/**
 * What is left of the tree that `root` led: itself, members of its process group, `marked` processes, and all their
 * descendants. A process that was given the id of `root` later is not `root`.
 */
export function treeOf(all: readonly ProcessFact[], root: ProcessFact | undefined, marked: ReadonlySet<number>) {
  const reused = all.some(({ pid, started }) => pid === root?.pid && started !== root.started)
  const group = reused ? undefined : root?.pid
  const members = new Map<number, ProcessFact>()
  const queue = all.filter((fact) => fact.group === group || fact.pid === group || marked.has(fact.pid))
  for (let fact = queue.pop(); fact !== undefined; fact = queue.pop()) {
    if (members.has(fact.pid)) continue
    members.set(fact.pid, fact)
    const { pid } = fact
    queue.push(...all.filter(({ parent }) => parent === pid))
  }
  return [...members.values()]
}

/**
 * Ends every process that `find` names, and returns how many they were. They are all stopped before the first is killed,
 * so that none can start another meanwhile; gives up after ten seconds, and on processes of other users.
 */
export async function endProcesses(find: () => readonly ProcessFact[]): Promise<number> {
  const known = new Set<string>()
  const beyondReach = new Set<string>()
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    const alive = find().filter((fact) => !fact.zombie && !beyondReach.has(identity(fact)))
    if (alive.length === 0) break
    const fresh = alive.filter((fact) => !known.has(identity(fact)))
    for (const fact of fresh) {
      known.add(identity(fact))
      if (!send(fact.pid, 'SIGSTOP')) beyondReach.add(identity(fact))
    }
    if (fresh.length > 0) continue
    for (const fact of alive) send(fact.pid, 'SIGKILL')
    await delay(10)
  }
  return known.size - beyondReach.size
}

const identity = ({ pid, started }: ProcessFact) => `${pid} ${started}`

/** Sends a signal; false when the process is not ours to signal, while one that has just ended is as good as signalled. */
export function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'EPERM')
  }
}

const processIds = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)

/** Processes come and go while they are listed: what cannot be read any more is empty. */
const readQuietly = (path: string) => attempt(() => readFileSync(path, 'latin1')) ?? ''

function ps(...args: string[]): string {
  const task = () =>
    execFileSync('ps', args, { encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'ignore'] })
  return attempt(task) ?? ''
}
