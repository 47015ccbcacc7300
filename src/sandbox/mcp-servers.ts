import { basename } from 'node:path'

import { fieldOf, isRecord, stringOf } from '../json.ts'

/** The servers of an MCP configuration that are started by a program which does not work in the sandbox, and a line on each. */
export function serversOutOfReach(config: unknown): readonly { name: string; why: string }[] {
  const servers = fieldOf(config, 'mcpServers')
  if (!isRecord(servers)) return []
  return Object.entries(servers).flatMap(([name, server]) => {
    const program = basename(stringOf(server, 'command') ?? '')
    if (!PROGRAMS.includes(program)) return []
    const why = `The MCP server ${name} is started by ${program}, which does not work in the sandbox. \`isolation: off\` gives it back.`
    return [{ name, why }]
  })
}

const PROGRAMS = ['docker', 'podman', 'sudo']
