// Jest reporter: what was not tested and why, and as the last line of a run `N passed, N failed`, in real counts, whatever reads
// it. In CI (the variable CI) a test that was skipped for want of a program, or for no reason that it names, has failed.
const IN_CI = /^(1|true)$/i.test(process.env.CI ?? '')

export default class ClosingLine {
  #skipped = { needs: new Map(), only: new Map(), unnamed: new Map() }

  constructor(globalConfig) {
    this.#chosenByName = Boolean(globalConfig.testNamePattern)
  }

  #chosenByName

  onRunComplete(_contexts, results) {
    const broken = results.testResults.filter((file) => file.testExecError !== undefined).length
    const skipped = results.numPendingTests + results.numTodoTests
    // Of a run of some tests by their names the others say nothing.
    if (!this.#chosenByName) this.#collect(results)
    const untested = IN_CI ? count(this.#skipped.needs) + count(this.#skipped.unnamed) : 0
    // At exit, since Jest's own summary comes after all reporters.
    process.once('exit', (code) => {
      // What goes wrong when a test file has ended, Jest tells by its exit code alone.
      const failed = results.numFailedTests + broken + untested || (code === 0 ? 0 : 1)
      const left = skipped - untested
      const line = `${results.numPassedTests} passed, ${failed} failed${left > 0 ? `, ${left} skipped` : ''}`
      process.stdout.write(`${reportOn(this.#skipped)}\n${line}\n`)
    })
  }

  /** An error fails the run. */
  getLastError() {
    const { needs, unnamed } = this.#skipped
    if (IN_CI && needs.size + unnamed.size > 0) return new Error('Tests were skipped that this machine must run.')
    return undefined
  }

  #collect({ testResults }) {
    for (const { fullName, status } of testResults.flatMap((file) => file.testResults)) {
      if (status !== 'pending' && status !== 'todo') continue
      const [, kind = 'unnamed', reason = fullName] = /\[(needs|only) ([^\]]+)\]/.exec(fullName) ?? []
      const counts = this.#skipped[kind]
      counts.set(reason, (counts.get(reason) ?? 0) + 1)
    }
  }
}

const count = (counts) => [...counts.values()].reduce((sum, each) => sum + each, 0)

const listed = (counts) =>
  [...counts].map(([reason, tests]) => `\n  ${tests} ${tests === 1 ? 'test' : 'tests'}: ${reason}`)

/** The skipped tests by their reasons, and the command that brings what is missing; empty where all was tested. */
function reportOn({ needs, only, unnamed }) {
  const parts = []
  if (needs.size > 0)
    parts.push(
      `Not tested, because something is not installed here:${listed(needs).join('')}\nTo install it: bash .ci/run install`,
    )
  if (only.size > 0) parts.push(`Not tested, because this machine cannot. These run only${listed(only).join('')}`)
  if (unnamed.size > 0) parts.push(`Skipped for no reason that the test names:${listed(unnamed).join('')}`)
  return parts.map((part) => `\n${part}\n`).join('')
}
