import { spawn } from 'node:child_process'
import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

import type { Git, GitCommand } from '../ports/checkout.ts'
import type { Captured } from '../ports/machine.ts'

/** Git of this machine. */
export function createGit(): Git {
  return { locate: (searchPath) => Promise.resolve(locate(searchPath)), run }
}

function locate(searchPath: string): string | undefined {
  const found = locateProgram(process.platform === 'win32' ? 'git.exe' : 'git', searchPath)
  return found === undefined ? undefined : realpathSync(found)
}

/** The first program with this name in the folders of a search path; undefined when there is none. */
export function locateProgram(name: string, searchPath: string): string | undefined {
  for (const folder of searchPath.split(delimiter)) {
    // A relative entry would name a folder of the checkout.
    if (!isAbsolute(folder)) continue
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      if (statSync(path).isFile()) return path
    } catch {
      // Not in this folder.
    }
  }
  return undefined
}

function run(command: GitCommand): Promise<Captured> {
  const { maximumBytes = 256 * 1024 * 1024 } = command
  return new Promise((resolve) => {
    const child = spawn(command.executable, command.args, {
      cwd: command.cwd,
      env: command.env,
      stdio: 'pipe',
      timeout: command.timeoutMs,
      killSignal: 'SIGKILL',
      windowsHide: true,
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    let size = 0
    child.stdout.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > maximumBytes) child.kill('SIGKILL')
      else out.push(piece)
    })
    child.stderr.on('data', (piece: Buffer) => err.push(piece))
    child.on('error', (error) => resolve({ code: undefined, stdout: '', stderr: error.message }))
    child.on('close', (code) => {
      const stderr = code === null ? `ended for its time or size` : Buffer.concat(err).toString('utf8')
      resolve({ code: code ?? undefined, stdout: Buffer.concat(out).toString('latin1'), stderr })
    })
    // A command may end without reading all of its input; its code says what that means.
    child.stdin.on('error', () => undefined)
    child.stdin.end(command.stdin ?? '', 'latin1')
  })
}
