import type { Form } from './form.ts'
import type { Context } from './parse-settings.ts'
import { matching, oneOf, wholeNumber, yesOrNo, type Refusal } from './scalars.ts'
import type { RedactPattern, TranscriptSettings } from './settings.ts'

/** What GitHub refuses in the name of an artifact (`@actions/artifact`, path-and-artifact-name-validation.ts). */
const artifactName = matching(/^[^":<>|*?\r\n\\/]+$/, 'must not have any of " : < > | * ? \\ / or a line break')

/** What is kept and shown; `uniqueId` tells the artifacts of the legs of a matrix apart. */
export async function parseTranscript(form: Form, { runner, uniqueId }: Context): Promise<TranscriptSettings> {
  return {
    upload: form.required('upload-transcript', oneOf(['always', 'on-failure', 'never']), 'always'),
    artifactName:
      form.optional('artifact-name', artifactName) ??
      `claude-transcript-${runner.job}-${runner.runAttempt}-${uniqueId}`,
    retentionDays: form.optional('retention-days', wholeNumber({ min: 1, max: 400 })),
    redact: await parseRedact(form),
    show: form.required('show-transcript', oneOf(['off', 'summary', 'full']), 'summary'),
    jobSummary: form.required('job-summary', yesOrNo, true),
  }
}

/** The expressions of `redact`, one a line; none may match an empty text or take exponential time. A line may be a secret: none is quoted. */
async function parseRedact(form: Form): Promise<readonly RedactPattern[]> {
  const patterns: RedactPattern[] = []
  for (const [at, line] of form.text('redact').split('\n').entries()) {
    const source = line.trim()
    if (source === '') continue
    const checked = wrongWith(source) ?? (await degreeOf(source))
    if (typeof checked === 'number') patterns.push({ source, degree: checked })
    else form.refuse('redact', { ...checked, must: `line ${at + 1} ${checked.must}` })
  }
  return patterns
}

function wrongWith(source: string): Refusal | undefined {
  try {
    const expression = new RegExp(source, 'u')
    if (!new RegExp(`^(?:${expression.source})$`, 'u').test('')) return undefined
    return { must: 'must not match an empty text, or it would match everywhere' }
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /s, '') : ''
    return { must: `must be a regular expression of JavaScript with the flag u: ${reason}`, fix: SYNTAX }
  }
}

/** recheck proves an expression linear, or finds texts on which it is slow, and how slow (https://makenowjust-labs.github.io/recheck/). */
async function degreeOf(source: string): Promise<number | Refusal> {
  const { default: recheck } = await import('recheck/lib/browser.js')
  const { plain, flags } = withoutModifiers(source)
  const found = recheck.checkSync(plain, flags, CHECK)
  if (found.status === 'unknown')
    return { must: 'must be simpler: whether it takes exponential time could not be determined', fix: AMBIGUITY }
  if (found.status === 'safe') return 1
  if (found.complexity.type === 'polynomial') return found.complexity.degree
  return { must: 'must not take exponential time on any text', fix: AMBIGUITY }
}

/** recheck 4.5 does not know `(?i:...)`: it is shown the group alone, and that letters may be of either case. */
function withoutModifiers(source: string): { plain: string; flags: string } {
  let flags = 'u'
  const plain = source.replace(/\\.|\(\?([ims]*)(?:-[ims]+)?:/gsu, (part, on: string | undefined) => {
    if (part.startsWith('\\')) return part
    if (on?.includes('i')) flags = 'iu'
    return '(?:'
  })
  return { plain, flags }
}

/** Counts of steps decide, not the speed of the machine: most take a tenth of a second, the slowest that were tried two. */
const CHECK = { timeout: 60_000, seedingTimeout: null, incubationTimeout: null }

const SYNTAX =
  'See https://developer.mozilla.org/docs/Web/JavaScript/Reference/Regular_expressions. Letters of either case: [Tt]oken=\\S+'

const AMBIGUITY =
  'Write the expression so that it matches a text in one way only: no repetition inside a repetition, as in (a+)+, and no alternatives that match the same, as in (a|a)*.'
