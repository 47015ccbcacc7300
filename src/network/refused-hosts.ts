import type { RefusedRequest } from '../ports/network.ts'

/** A request of the agent's that was refused: a line of `diagnostics.jsonl`. */
export interface RefusalRecord {
  readonly time: string
  /** `host:port`. */
  readonly refused: string
  readonly reason: string
}

/** Where refusals go. */
export interface RefusalTarget {
  readonly log: (line: string) => void
  readonly record: (record: RefusalRecord) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** What was refused to the agent; each host is reported once. */
export interface RefusedHosts {
  add(refused: RefusedRequest): void
  /** All in one text, with what to write to allow them; undefined where nothing was refused that could be. */
  advice(): { readonly message: string; readonly lines: readonly string[] } | undefined
}

/** An agent can ask for as many names as it likes. */
const LOGGED = 50
const RECORDED = 500

/** Collects the refusals of one run. */
export function refusedHosts({ log, record, now }: RefusalTarget): RefusedHosts {
  const seen = new Set<string>()
  const logged = new Set<string>()
  const lines = new Set<string>()
  return {
    add({ host, port, reason, isUnlisted }) {
      const name = plain(host)
      const line = lineFor(name, port)
      const key = `${line} ${reason}`
      if (seen.has(key) || seen.size >= RECORDED) return
      seen.add(key)
      record({ time: new Date(now()).toISOString(), refused: `${name}:${port ?? ''}`, reason })
      if (logged.has(name) || logged.size > LOGGED) return
      logged.add(name)
      if (logged.size > LOGGED) {
        log('Further hosts that are refused are in diagnostics.jsonl alone.')
        return
      }
      if (isUnlisted && NAME.test(name)) lines.add(line)
      log(`Refused to the agent: ${name}${port === undefined ? '' : `:${port}`}. ${reason}${hint(isUnlisted, line)}`)
    },
    advice() {
      if (lines.size === 0) return undefined
      return {
        message: `The agent asked for ${lines.size === 1 ? 'a host' : `${lines.size} hosts`} that allowed-domains does not list: ${[...lines].join(', ')}.`,
        lines: [...lines],
      }
    },
  }
}

const hint = (isUnlisted: boolean, line: string) => (isUnlisted ? ` To allow it, add the line: ${line}` : '')

/** As the input takes it. */
const lineFor = (host: string, port: number | undefined) =>
  port === undefined || port === 443 || port === 80 ? host : `${host}:${port}`

/** The agent chose the text. */
const plain = (host: string) => (NAME.test(host) ? host.toLowerCase() : JSON.stringify(host.slice(0, 100)))

const NAME = /^[a-z\d_]([a-z\d_.-]{0,251}[a-z\d_])?$/i
