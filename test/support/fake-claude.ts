// A script in the place of Claude Code.

/** Says its version, and otherwise answers with `result` and ends well at once. */
export function fakeClaude(version: string, result = 'From the fake.'): string {
  const answer = { type: 'assistant', message: { id: 'm', content: [{ type: 'text', text: result }] } }
  const end = { type: 'result', subtype: 'success', is_error: false, result, num_turns: 1 }
  const events = [answer, end].map((event) => `echo '${JSON.stringify(event)}'`).join('; ')
  return `#!/bin/sh\nif [ "$1" = --version ]; then echo '${version} (Claude Code)'; else ${events}; fi\n`
}
