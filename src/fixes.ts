import { yaml, type FixBlock } from './errors.ts'
import { fencedText, plainText } from './markdown.ts'
import { cutText } from './text.ts'

/** What a job needs for this step to assume a role with GitHub's OIDC token. */
export const ASSUME_ROLE: readonly FixBlock[] = [
  yaml('permissions:\n  id-token: write\n  contents: read'),
  yaml('with:\n  role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME'),
]

/** The first value as an input of this step, the others as comments below it. */
export function inputLine(input: string, values: readonly string[]): FixBlock {
  return yaml(['with:', ...values.map((value, at) => `  ${at === 0 ? '' : '# '}${input}: ${value}`)].join('\n'))
}

/** A fix as blocks of Markdown: prose wraps as text would, each piece to copy has a fence of its own. */
export const fixMarkdown = (fix: readonly FixBlock[]): readonly string[] =>
  fix.map((block) =>
    block.kind === 'text'
      ? plainText(cutText(block.text, 10_000, CUT))
      : fencedText(cutText(block.code, 50_000, CUT), block.language),
  )

const CUT = '\n[cut here: the log has all of it]'
