import { execFileSync } from 'node:child_process'

/** Runs git in a folder, as somebody, and returns its output; submodules may be folders. */
export const gitIn = (cwd: string, ...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'protocol.file.allow=always', ...args],
    { cwd, stdio: 'pipe' },
  ).toString()
