import { yaml } from '../errors.ts'
import type { Form } from './form.ts'
import { accepted, refused, wholeNumber, type Parser } from './scalars.ts'
import type { QuotaSettings } from './settings.ts'

/** What only the gateway can do: it is the one that sees the agent's calls. */
const NEEDS_GATEWAY = ['max-output-tokens-ceiling', 'throttle-patience-minutes'] as const

/** Days longer than any job of GitHub's, which is what a number without a bound would be a slip of. */
const LONGEST_PATIENCE_MINUTES = 10_080

/** How calls share a quota; undefined, with problems noted for what asks for it, where they do not go through the gateway. */
export function parseQuota(
  form: Form,
  credentials: 'gateway' | 'environment',
  maxOutputTokens: number,
): QuotaSettings | undefined {
  const isAuto = form.text('max-output-tokens') === 'auto'
  if (credentials !== 'gateway') {
    for (const name of [...(isAuto ? ['max-output-tokens' as const] : []), ...NEEDS_GATEWAY.filter(form.isGiven)])
      form.refuse(name, {
        part: form.text(name),
        must: "needs the gateway: with credentials: environment the agent's calls do not pass this action",
        fix: [
          `Take \`${name}\` out, or have the action sign the agent's calls:`,
          yaml('with:\n  credentials: gateway'),
        ],
      })
    return undefined
  }
  const ceiling = form.required('max-output-tokens-ceiling', wholeNumber({ min: 1, max: 1_000_000 }), NaN)
  const bothGiven = form.isGiven('max-output-tokens') && form.isGiven('max-output-tokens-ceiling')
  if (bothGiven && ceiling < maxOutputTokens) {
    const least = isAuto
      ? `${maxOutputTokens}, what a call asks for while the quota is short`
      : `max-output-tokens, which is ${maxOutputTokens}`
    form.refuse('max-output-tokens-ceiling', {
      part: String(ceiling),
      must: `must not be below ${least}`,
      fix: [
        'Take the ceiling out, or write:',
        yaml(`with:\n  max-output-tokens-ceiling: "${Math.max(32_000, maxOutputTokens)}"`),
      ],
    })
  }
  return {
    lowers: isAuto ? 'when-short' : 'always',
    ceiling: Math.max(ceiling, maxOutputTokens),
    patienceMs: Math.round(form.required('throttle-patience-minutes', minutes, NaN) * 60_000),
  }
}

const minutes: Parser<number> = (text) => {
  const value = /^(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN
  return value <= LONGEST_PATIENCE_MINUTES
    ? accepted(value)
    : refused(`must be a number of minutes, 0 to ${LONGEST_PATIENCE_MINUTES}`)
}
