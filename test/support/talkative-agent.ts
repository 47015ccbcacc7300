// Stands in for Claude Code: writes as many bytes of events as the prompt says, as fast as they are read.
import { text } from 'node:stream/consumers'

import { talk } from './talk.ts'

const RESULT = {
  ...{ type: 'result', subtype: 'success', is_error: false, result: 'Done.', num_turns: 1, total_cost_usd: 0.1 },
  ...{ session_id: '0b0e7a43-0000-4000-8000-000000000000', usage: {}, modelUsage: {}, permission_denials: [] },
}

if (process.argv.includes('--version')) {
  console.log('2.1.330 (Claude Code)')
} else {
  const bytes = Number(await text(process.stdin))
  let written = 0
  for (const line of talk()) {
    written += line.length + 1
    if (written > bytes) break
    const more = process.stdout.write(`${line}\n`)
    if (!more) await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
  process.stdout.write(`${JSON.stringify(RESULT)}\n`)
}
