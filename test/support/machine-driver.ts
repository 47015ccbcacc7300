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

writeSync(3, JSON.stringify(await answer()))
process.exit(0)
