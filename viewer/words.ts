/** Time since the start as a clock shows it: `0:07.3`, `12:05`, `1:02:05`. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, ms) / 1000
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const two = (value: number) => String(value).padStart(2, '0')
  if (hours > 0) return `${hours}:${two(minutes)}:${two(Math.floor(seconds) % 60)}`
  if (minutes >= 10) return `${minutes}:${two(Math.floor(seconds) % 60)}`
  return `${minutes}:${(Math.floor(seconds * 10) / 10 - minutes * 60).toFixed(1).padStart(4, '0')}`
}

/** A duration in its largest unit: `12 ms`, `3.2 s`, `4 min 5 s`, `1 h 2 min`. */
export function shortDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** A number with its unit: `950`, `12.3k`, `4.1M`. */
export function shortCount(value: number): string {
  if (value < 1000) return String(Math.round(value))
  return value < 999_950 ? `${(value / 1000).toFixed(1)}k` : `${(value / 1e6).toFixed(1)}M`
}

/** A whole number with separators: `50,000`. */
export const wholeCount = (value: number): string => value.toLocaleString('en-US')

/** `1 event`, `2 events`. */
export const counted = (count: number, noun: string): string => `${wholeCount(count)} ${noun}${count === 1 ? '' : 's'}`

/** Dollars, with more digits where they are few. */
export const dollars = (usd: number): string => `$${usd.toFixed(usd < 1 ? 4 : 2)}`
