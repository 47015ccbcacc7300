/**
 * Text that shows what is in it: terminal colours are dropped; control characters and those that turn the direction of
 * text around (https://trojansource.codes) are replaced by signs.
 */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replace(TERMINAL_SEQUENCE, '')
    .replace(/\r\n/g, '\n')
    .replace(CONTROL, (sign) => (sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '\ufffd'))
}

// eslint-disable-next-line no-control-regex -- these are what is looked for
const TERMINAL_SEQUENCE = /\u001b\[[0-9;?]{0,40}[ -/]{0,4}[@-~]/g

// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
