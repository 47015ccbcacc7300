import { createHmac, timingSafeEqual } from 'node:crypto'

import type { Seal } from '../ports/github.ts'
import type { Environment } from '../ports/machine.ts'

/** HMAC-SHA256 by the token that the runner gives this action in main and in post, and to no `run:` step and no agent. */
export function createSeal({ ACTIONS_RUNTIME_TOKEN: token }: Environment): Seal {
  const codeOf = (text: string, purpose: string) =>
    createHmac('sha256', `claude-code-bedrock ${token ?? ''}`)
      .update(`${purpose}\n${text}`)
      .digest('hex')
  return {
    seal: (text, purpose) => (token ? `${codeOf(text, purpose)}\n${text}` : undefined),
    open(sealed, purpose) {
      const [, code = '', text = ''] = /^([0-9a-f]{64})\n(.*)$/s.exec(sealed) ?? []
      if (!token || code === '') return undefined
      return timingSafeEqual(Buffer.from(code), Buffer.from(codeOf(text, purpose))) ? text : undefined
    },
  }
}
