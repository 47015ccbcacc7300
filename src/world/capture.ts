import { randomUUID } from 'node:crypto'

import type { Captured, CaptureOptions } from '../ports/machine.ts'
import { textOf } from './error-fields.ts'
import { endProcesses, listProcesses, markedProcesses, treeOf } from './process-tree.ts'

/** Marks what a captured command started, so that it can be ended when it takes too long. */
const CAPTURE_MARKER = 'CLAUDE_CODE_BEDROCK_CAPTURE'

/** Runs a short command through `@actions/exec`; see `Processes.capture`. */
export async function capture(file: string, args: readonly string[], options: CaptureOptions): Promise<Captured> {
  const { getExecOutput } = await import('@actions/exec')
  const { cwd, env = {}, timeoutMs } = options
  const id = randomUUID()
  const running = getExecOutput(`"${file}"`, [...args], {
    ...(cwd !== undefined && { cwd }),
    env: { ...env, [CAPTURE_MARKER]: id },
    silent: true,
    ignoreReturnCode: true,
  })
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<Captured>((resolve) => {
    if (timeoutMs === undefined) return
    timer = setTimeout(() => {
      resolve({ code: undefined, stdout: '', stderr: `no end within ${timeoutMs} ms` })
      void endProcesses(() => treeOf(listProcesses(), undefined, markedProcesses(`${CAPTURE_MARKER}=${id}`)))
    }, timeoutMs)
  })
  try {
    const { exitCode, stdout, stderr } = await Promise.race([running.then(undefined, absent), tooLong.then(asOutput)])
    return { code: exitCode, stdout, stderr }
  } finally {
    clearTimeout(timer)
    running.catch(() => undefined)
  }
}

interface Output {
  readonly exitCode: number | undefined
  readonly stdout: string
  readonly stderr: string
}

const asOutput = ({ code, ...texts }: Captured): Output => ({ exitCode: code, ...texts })

/** What could not be started has Node's name for it, whatever the package says. */
function absent(error: unknown): Output {
  const message = textOf(error, 'message') ?? String(error)
  const isMissing = /Unable to locate executable file|ENOENT/.test(message)
  return { exitCode: undefined, stdout: '', stderr: isMissing ? `ENOENT: ${message}` : message }
}
