// Jest reporter: the last line of a run is `N passed, N failed`, in real counts, whatever reads it.
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const broken = results.testResults.filter((file) => file.testExecError !== undefined).length
    const skipped = results.numPendingTests + results.numTodoTests
    const line = `${results.numPassedTests} passed, ${results.numFailedTests + broken} failed`
    // At exit, since Jest's own summary comes after all reporters.
    process.once('exit', () => process.stdout.write(`\n${line}${skipped > 0 ? `, ${skipped} skipped` : ''}\n`))
  }
}
