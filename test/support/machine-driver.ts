// Runs inside a machine: calls the function that its standard input names and writes the result to descriptor 3.
import { readFileSync, writeSync } from 'node:fs'

interface Task {
  readonly module: string
  readonly name: string
  readonly argument: unknown
}

const { module, name, argument } = JSON.parse(readFileSync(0, 'utf8')) as Task
const functions = (await import(module)) as Record<string, (argument: unknown) => unknown>

async function answer(): Promise<unknown> {
  try {
    return { value: (await functions[name]?.(argument)) ?? null }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

const text = JSON.stringify(await answer())
try {
  writeSync(3, text)
} catch {
  // Nobody waits for it.
  writeSync(2, `${text}\n`)
}
process.exit(0)
