import { readdirSync, readFileSync } from 'node:fs'

/**
 * Command lines of the processes that a job's agent has running: those of this machine whose environment holds the marker
 * of a run, and the job's temporary folder. Linux only.
 */
export function agentProcesses(temp: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const environment = read(pid, 'environ')
      if (!environment.includes('CLAUDE_CODE_BEDROCK_RUN=') || !environment.includes(temp)) return []
      return /^\d+ \(.*\) Z/s.test(read(pid, 'stat')) ? [] : [read(pid, 'cmdline').replaceAll('\0', ' ').trim()]
    })
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
