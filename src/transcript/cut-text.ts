/** `text`, or when it is longer than `limit` UTF-16 units, its start with `note` behind it, in `limit` units together. */
export function cutText(text: string, limit: number, note: string): string {
  if (text.length <= limit) return text
  const end = limit - note.length
  const splitsPair = /[\ud800-\udbff]/.test(text[end - 1] ?? '')
  return text.slice(0, splitsPair ? end - 1 : end) + note
}
