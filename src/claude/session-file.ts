import { join } from 'node:path'

import type { AgentSettings } from '../inputs/settings.ts'
import type { Files } from '../ports/machine.ts'

/** Puts the transcript of the session to continue where Claude Code looks for it; does nothing without one. */
export async function restoreSession(
  { resume, workingDirectory }: Pick<AgentSettings, 'resume' | 'workingDirectory'>,
  configDirectory: string,
  files: Pick<Files, 'copy'>,
): Promise<void> {
  if (resume === undefined) return
  await files.copy(resume.path, join(projectFolder(configDirectory, workingDirectory), `${resume.id}.jsonl`))
}

/** `-home-me-some-repo` for `/home/me/some_repo`; 2.1.330 also takes a session from any other project's folder (both measured). */
const projectFolder = (configDirectory: string, workingDirectory: string) =>
  join(configDirectory, 'projects', workingDirectory.replace(/[^A-Za-z0-9]/g, '-'))
