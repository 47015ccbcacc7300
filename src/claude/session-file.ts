import { join } from 'node:path'

import type { AgentSettings } from '../inputs/settings.ts'
import { parseJson, stringOf } from '../json.ts'
import { linesOf } from '../lines.ts'
import type { Files } from '../ports/machine.ts'

/** Puts the transcript of the session to continue where Claude Code looks for it; does nothing without one. */
export async function restoreSession(
  { resume, workingDirectory }: Pick<AgentSettings, 'resume' | 'workingDirectory'>,
  configDirectory: string,
  files: Pick<Files, 'chunks' | 'append' | 'remove'>,
): Promise<void> {
  if (resume === undefined) return
  // `-home-me-some-repo` for `/home/me/some_repo`; 2.1.330 also takes a session from any other project's folder (both measured).
  const project = workingDirectory.replace(/[^A-Za-z0-9]/g, '-')
  const path = join(configDirectory, 'projects', project, `${resume.id}.jsonl`)
  await files.remove(path)
  const copy = await files.append(path)
  try {
    for await (const line of linesOf(files.chunks(resume.path))) if (!isCost(line)) await copy.write([`${line}\n`])
  } finally {
    await copy.close()
  }
}

/** With these lines Claude Code adds what the session cost before to what it reports of this run (2.1.330). */
const isCost = (line: string) => line.includes('cost-state') && stringOf(parseJson(line), 'type') === 'cost-state'
