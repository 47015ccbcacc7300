/** Counts by name, the highest first: `3 Bash, 1 Edit`; `shown` turns a name into what it is shown as. */
export function describeCounts(
  counts: Readonly<Record<string, number>>,
  shown: (name: string) => string = (name) => name,
): string {
  const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a)
  return sorted.map(([name, count]) => `${count} ${shown(name)}`).join(', ')
}
