/** Shorter values are not looked for: they would strike ordinary text everywhere. */
const SHORTEST_SECRET = 6

/**
 * The ways a secret value appears in text: as it is, each of its lines, as JSON text inside JSON text (three levels deep),
 * URL-encoded, and in base64 at each of the three alignments. Empty for a value too short to be looked for.
 */
export function formsOf(secret: string): ReadonlySet<string> {
  const forms = new Set<string>()
  for (const value of new Set([secret, secret.trim(), ...secret.split(/\r\n|\r|\n/).map((line) => line.trim())])) {
    if (value.length < SHORTEST_SECRET || MARKER.includes(value)) continue
    for (const form of [value, ...jsonForms(value), ...urlForms(value), ...base64Forms(value)]) forms.add(form)
  }
  return forms
}

/** A value that is part of what stands for a secret (`secret`, `redacted`) could be struck again and again. */
const MARKER = '[redacted:secret]'

/** `JSON.stringify` leaves letters beyond ASCII as they are, other writers escape them. */
function jsonForms(value: string): string[] {
  const forms: string[] = []
  for (const escape of [jsonText, asciiJsonText, (text: string) => asciiJsonText(text).replaceAll('/', '\\/')]) {
    let form = value
    for (let level = 0; level < 3; level++) forms.push((form = escape(form)))
  }
  return forms
}

const jsonText = (text: string) => JSON.stringify(text).slice(1, -1)

const asciiJsonText = (text: string) =>
  jsonText(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

function urlForms(value: string): string[] {
  const component = encodeURIComponent(value.toWellFormed())
  const strict = component.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  const cased = [component, strict].flatMap((form) => [form, form.replace(/%../g, (code) => code.toLowerCase())])
  return cased.flatMap((form) => [form, form.replaceAll('%20', '+')])
}

/** The characters that the value alone decides, in the alphabets of base64 and base64url. */
function base64Forms(value: string): string[] {
  const bytes = Buffer.from(value)
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const own = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
