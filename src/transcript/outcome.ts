import { grouped, readableDuration } from '../text.ts'
import type { Conclusion, Outputs } from './types.ts'

/** How a run ended, in a heading's words. */
export const CONCLUSION_TITLES: Readonly<Record<Conclusion, string>> = {
  success: '✅ Success',
  failure: '❌ Failure',
  cancelled: '⏹️ Cancelled',
  'timed-out': '⏱️ Timed out',
  setup: '✅ Set up',
}

/** What is known of a run as name and value, ready to be read; what is not known is left out. */
export function outcomeFacts(outputs: Outputs): readonly (readonly [name: string, value: string])[] {
  const count = (value: number | null) => (value === null ? null : grouped(value))
  const duration = outputs['duration-ms']
  const cost = outputs['total-cost-usd']
  const facts: (readonly [string, string | null | undefined])[] = [
    ['Model', outputs.model],
    ['Region', outputs['aws-region']],
    ['AWS account', outputs['aws-account-id']],
    ['Turns', count(outputs['num-turns'])],
    ['Input tokens', count(outputs['input-tokens'])],
    ['Output tokens', count(outputs['output-tokens'])],
    ['Tokens read from cache', count(outputs['cache-read-tokens'])],
    ['Tokens written to cache', count(outputs['cache-creation-tokens'])],
    ['Cost', cost === null ? null : `$${cost.toFixed(4)}`],
    ['Duration', duration === null ? null : readableDuration(duration)],
    ['API retries', count(outputs.retries)],
    ['Claude Code', outputs['claude-code-version']],
    ['Session', outputs['session-id']],
  ]
  return facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []))
}

/** What a reader wants to know first, on one line; empty when nothing is known. */
export function outcomeLine(outputs: Outputs): string {
  const { 'num-turns': turns, 'duration-ms': duration, 'total-cost-usd': cost } = outputs
  const read = [outputs['input-tokens'], outputs['cache-read-tokens'], outputs['cache-creation-tokens']]
  const tokens = [sumOf(read), outputs['output-tokens']].flatMap((count) => (count === null ? [] : [grouped(count)]))
  return [
    turns === null ? '' : `${turns} turn${turns === 1 ? '' : 's'}`,
    duration === null ? '' : readableDuration(duration),
    cost === null ? '' : `$${cost.toFixed(4)}`,
    tokens.length < 2 ? '' : `${tokens.join(' tokens read, ')} written`,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

const sumOf = (counts: readonly (number | null)[]) =>
  counts.every((count) => count === null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
