import { button, el, part } from './dom.ts'

/** An element with a button beside it that copies a text. */
export function copyable(element: HTMLElement, text: string): HTMLElement {
  const copy = button('Copy', () => void copyText(text), { class: 'copy', 'aria-label': 'Copy this text' })
  return el('div', { class: 'copyable' }, element, copy)
}

/** Puts a text into the clipboard, and says whether that went well: a browser may not let a file do it. */
export async function copyText(
  text: string,
  words = 'Copied.',
  otherwise = 'The browser does not let this page copy.',
): Promise<void> {
  await navigator.clipboard.writeText(text).then(
    () => say(words),
    () => say(otherwise),
  )
}

function say(words: string): void {
  const toast = el('div', { class: 'toast' }, words)
  part('messages').replaceChildren(toast)
  setTimeout(() => toast.remove(), 3000)
}
