import { listProcesses } from './process-tree.ts'

/**
 * The process id of the program that bubblewrap, which has the id `launcher`, runs in a process namespace; undefined before
 * it runs. Bubblewrap starts an init process there, whose first child is the program (measured with 0.8.0); other children
 * are orphans that it takes in later.
 */
export function namespacedProgram(launcher: number): number | undefined {
  const all = listProcesses()
  const firstChild = (of: number) =>
    all.filter(({ parent }) => parent === of).sort((a, b) => Number(a.started) - Number(b.started) || a.pid - b.pid)[0]
  const init = firstChild(launcher)
  return init && firstChild(init.pid)?.pid
}
