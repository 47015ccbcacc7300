import type { RefusedRequest } from '../ports/network.ts'

/** A request of the agent's that was refused: a line of `diagnostics.jsonl`. */
export interface RefusalRecord {
  readonly time: string
  /** `host:port`. */
  readonly refused: string
  readonly reason: string
}

/** An agent can ask for as many names as it likes. */
const LOGGED = 50
const RECORDED = 500

/**
 * Collects what was refused to the agent in one run; each host is logged once, each port of it recorded once. `now` is in
 * milliseconds since 1970. `advice` is all in one text, with the lines to allow them; undefined where nothing could be allowed.
 */
export function refusedHosts({
  log,
  record,
  now,
}: {
  readonly log: (line: string) => void
  readonly record: (record: RefusalRecord) => void
  readonly now: () => number
}) {
  const seen = new Set<string>()
  const logged = new Set<string>()
  const lines = new Set<string>()
  return {
    add({ host, port, reason, isUnlisted }: RefusedRequest): void {
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
      log(
        `Refused to the agent: ${name}${port === undefined ? '' : `:${port}`}. ${reason}${isUnlisted ? ` To allow it, add the line: ${line}` : ''}`,
      )
    },
    advice() {
      if (lines.size === 0) return undefined
      const message = `The agent asked for ${lines.size === 1 ? 'a host' : `${lines.size} hosts`} that allowed-domains does not list: ${[...lines].join(', ')}.`
      return { message, lines: [...lines] }
    },
  }
}

/** As the input takes it. */
const lineFor = (host: string, port: number | undefined) =>
  port === undefined || port === 443 || port === 80 ? host : `${host}:${port}`

/** The agent chose the text. */
const plain = (host: string) => (NAME.test(host) ? host.toLowerCase() : JSON.stringify(host.slice(0, 100)))

const NAME = /^[a-z\d_]([a-z\d_.-]{0,251}[a-z\d_])?$/i
