import { expect, test } from '@jest/globals'

import { SIGN_IN_RULES } from '../../src/aws/errors/sign-in-error.ts'
import { BEDROCK_RULES } from '../../src/bedrock/errors/bedrock-error.ts'
import { INSTALL_RULES } from '../../src/claude/install-download.ts'
import type { ErrorPattern } from '../../src/error-rules.ts'
import { PERMISSION_RULES } from '../../src/events/actor-check.ts'
import { NETWORK_RULES } from '../../src/network-rules.ts'
import { UPLOAD_RULES } from '../../src/transcript/upload.ts'

interface Rule {
  readonly id: string
  readonly match: readonly ErrorPattern[]
}

const RULES: readonly Rule[] = [
  ...[...BEDROCK_RULES, ...SIGN_IN_RULES, ...NETWORK_RULES],
  ...[...INSTALL_RULES, ...UPLOAD_RULES, ...PERMISSION_RULES],
]

/** Patterns that look at the words of a message alone, whatever the service, the name and the status. */
const BY_WORDS = RULES.flatMap(({ id, match }) =>
  match.flatMap(({ message, names, statuses, services, operations }) =>
    message === undefined || (names ?? statuses ?? services ?? operations) !== undefined
      ? []
      : [[id, message] as const],
  ),
)

/** The least that each way through a pattern asks for: its alternatives at the top, without what is optional. */
function leastWords({ source }: RegExp): readonly string[] {
  const plain = source.replaceAll(/\\[bdswDSW]|\[[^\]]*\][*+?]?/g, ' ').replaceAll(/\([^()]*\)\?/g, ' ')
  let depth = 0
  const alternatives: string[] = []
  let current = ''
  for (const sign of plain) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (sign === '|' && depth === 0) {
      alternatives.push(current)
      current = ''
    } else current += sign
  }
  return [...alternatives, current]
}

test('some rules go by words alone', () => expect(BY_WORDS.length).toBeGreaterThan(30))

test.each(BY_WORDS)('%s: no message of one common word fits %s', (_id, message) => {
  for (const alternative of leastWords(message)) {
    const words = alternative.match(/[A-Za-z]{2,}/g) ?? []
    // One word of its own kind, such as an error's code or a field, is as good as two.
    const isOwn = words.some((word) => /[a-z][A-Z]|^[A-Z_]{5,}$/.test(word)) || /[_:-]/.test(alternative)
    expect(words.length >= 2 || isOwn ? 'specific' : alternative).toBe('specific')
  }
})
