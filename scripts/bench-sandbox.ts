// `npm run bench -- sandbox`: what the agent's sandbox costs on hosted Ubuntu (an ordinary user, sudo, no user namespaces) and elsewhere.
import { inMachine, type MachineKind, machineObstacle } from '../test/support/machine.ts'
import { realClaude } from '../test/support/real-claude.ts'

const rounds = Number(process.argv[2] ?? 15)
const module = new URL('../test/support/sandbox-figures.ts', import.meta.url).href
const { toolCache } = await realClaude()

if (machineObstacle === undefined) {
  for (const [kind, title, goal] of [
    ['hosted', 'by sudo', 250],
    ['user', 'as the user', undefined],
    ['container-own', 'as root', undefined],
  ] as const) {
    const times = await figures<readonly number[]>(kind, 'trueInside', { times: rounds })
    const note = goal === undefined ? '' : `goal ${goal} ms: ${metOrNot(median(times) <= goal)}`
    console.log(`true inside, ${title.padEnd(12)} ${spread(times)}  ${note}`)
  }
  for (const [signInMs, goal] of [
    [0, 1.5],
    [1_000, 1.1],
  ] as const) {
    const taken = await figures<{ with: number[]; without: number[] }>('hosted', 'pairs', { times: rounds, signInMs })
    const ratio = median(taken.with.map((ms, index) => ms / (taken.without[index] ?? NaN)))
    console.log(
      `whole runs, each call to STS ${signInMs} ms: with ${spread(taken.with)}, without ${spread(taken.without)}, median ratio of pairs ${ratio.toFixed(2)}  goal ${goal}: ${metOrNot(ratio <= goal)}`,
    )
  }
} else console.log(`Not measured: ${machineObstacle}`)

function figures<T>(kind: MachineKind, name: string, argument: unknown): Promise<T> {
  return inMachine<T>(kind, { module, name, argument, toolCache, limitMs: 600_000 })
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

function spread(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return `${median(values).toFixed(0)} ms (${least.toFixed(0)}..${most.toFixed(0)})`
}

function metOrNot(isMet: boolean): string {
  return isMet ? 'met' : 'missed'
}
