// `npm run bench -- renewal`: sessions of 15 seconds under a run of a minute with 20 turns, with the real Claude Code.
import { scenario } from '../test/support/scenario.ts'

const TURNS = 20
await using here = await scenario({
  aws: {
    sessionSeconds: 15,
    script: (_request, turn) =>
      turn < TURNS - 1
        ? { delayMs: 3_000, toolUses: [{ name: 'Bash', input: { command: `echo ${turn}`, description: 'Go on' } }] }
        : { text: 'Done.' },
  },
})
const inputs = { prompt: 'Go on.', 'allowed-tools': 'Bash(echo:*)', 'upload-transcript': 'never' }
const { main, outputs } = await here.step(inputs, { limitMs: 120_000 })
const { calls } = here.aws.bedrock
const failed = calls.filter(({ status }) => status !== 200).length
console.log(
  [
    `Sessions of 15 s, a run of ${(main.ms / 1000).toFixed(0)} s with ${outputs['num-turns'] ?? '?'} turns: ${outputs.conclusion ?? '?'}`,
    `  ${calls.length} calls, ${failed} failed  goal 0; ${here.aws.account.sessions.length - 1} renewals`,
  ].join('\n'),
)
