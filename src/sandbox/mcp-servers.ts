import { basename } from 'node:path'

import { fieldOf, isRecord, stringOf } from '../json.ts'

/** A warning for each server of an MCP configuration that is started by a program which does not work in the sandbox. */
export function serversOutOfReach(config: unknown): readonly string[] {
  const servers = fieldOf(config, 'mcpServers')
  if (!isRecord(servers)) return []
  return Object.entries(servers).flatMap(([name, server]) => {
    const program = basename(stringOf(server, 'command') ?? '')
    if (!PROGRAMS.includes(program)) return []
    return [
      `The MCP server ${name} is started by ${program}, which does not work in the sandbox. \`isolation: off\` gives it back.`,
    ]
  })
}

const PROGRAMS = ['docker', 'podman', 'sudo']
