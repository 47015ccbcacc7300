import { execFile } from 'node:child_process'

/** What a client program came to: the value its body returned, and all it wrote. */
export interface ClientRun {
  readonly result: unknown
  readonly output: string
}

/**
 * Runs the body of an async function in a Node process of its own that has `env` and PATH and nothing else, since
 * GitHub's clients read their environment when they are loaded. Rejects when the body throws.
 */
export function runClient(body: string, env: Readonly<Record<string, string>>): Promise<ClientRun> {
  const program = `const value = await (async () => {${body}})()\nconsole.log('\\nresult:' + JSON.stringify(value ?? null))`
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--input-type=module', '--eval', program],
      { cwd: import.meta.dirname, env: { PATH: process.env.PATH, ...env } },
      (error, stdout, stderr) => {
        if (error) {
          reject(new Error(`the client failed: ${stderr}${stdout}`, { cause: error }))
          return
        }
        const mark = stdout.lastIndexOf('\nresult:')
        resolve({ result: JSON.parse(stdout.slice(mark + '\nresult:'.length)), output: stdout.slice(0, mark) + stderr })
      },
    )
  })
}
