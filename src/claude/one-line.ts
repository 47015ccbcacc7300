import { stripVTControlCharacters } from 'node:util'

/** Width of a line that is one of many. */
const BRIEF_WIDTH = 160

/** Bounds what is looked at, whatever the length of the text. */
const FIRST_PART = 4000

/** The first line of `text` that is not blank, cut to `width` characters, with no control characters in it. */
export function oneLine(text: string, width = BRIEF_WIDTH): string {
  const [first = '', ...rest] = linesIn(text.trim().slice(0, FIRST_PART))
  return cut(rest.length > 0 ? `${first} …` : first, width)
}

/** The inputs that say most about a tool call, in this order. */
const KEY_INPUTS = ['command', 'file_path', 'notebook_path', 'pattern', 'path', 'url', 'query', 'skill', 'description']

/** The input of a tool call on one line: the part that says most, or else all of it. */
export function toolInputLine(input: unknown): string {
  if (typeof input !== 'object' || input === null) return ''
  const fields = new Map<string, unknown>(Object.entries(input))
  const value = KEY_INPUTS.map((name) => fields.get(name)).find((input) => typeof input === 'string')
  return oneLine(typeof value === 'string' ? value : fields.size === 0 ? '' : JSON.stringify(input))
}

/** The lines of a text, however they end. */
export const linesIn = (text: string): string[] => text.split(/\r\n|[\r\n\u2028\u2029]/)

/** A line of at most `width` characters, with no control characters in it; `…` stands for what was cut off. */
export function cut(line: string, width: number): string {
  // Some characters count twice, and what is dropped counts too: clean more than is kept.
  const part = line.slice(0, 4 * width)
  const visible = stripVTControlCharacters(part).replaceAll('\t', '  ').replaceAll(UNSEEN, '')
  const characters = Array.from(visible)
  const whole = characters.length <= width && part.length === line.length
  return whole ? characters.join('').trimEnd() : `${characters.slice(0, width).join('')}…`
}

/** Control characters, and marks that turn the direction of text. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** `75:03` for an hour and a quarter. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const padded = (value: number) => String(value).padStart(2, '0')
  return `${padded(Math.floor(seconds / 60))}:${padded(seconds % 60)}`
}
