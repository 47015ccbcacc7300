// Jest reporter: the last line of a run is `N passed, N failed`, in real counts, whatever reads it.
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const broken = results.testResults.filter((file) => file.testExecError !== undefined).length
    const skipped = results.numPendingTests + results.numTodoTests
    // At exit, since Jest's own summary comes after all reporters.
    process.once('exit', (code) => {
      // What goes wrong when a test file has ended, Jest tells by its exit code alone.
      const failed = results.numFailedTests + broken || (code === 0 ? 0 : 1)
      const line = `${results.numPassedTests} passed, ${failed} failed`
      process.stdout.write(`\n${line}${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
    })
  }
}
