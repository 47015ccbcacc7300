import { copyable } from './copy.ts'
import { button, part } from './dom.ts'
import { markdownView } from './markdown-view.ts'

/** Renders the texts above the list that are Markdown, and puts buttons beside those that are there to be copied. */
export function dressTexts(): void {
  for (const text of document.querySelectorAll<HTMLElement>('[data-markdown]')) {
    const view = markdownView(text.textContent, repositoryOfPage())
    if (view === undefined) continue
    text.replaceChildren(view)
    text.classList.add('rendered')
  }
  for (const text of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const place = document.createComment('')
    text.replaceWith(place)
    place.replaceWith(copyable(text, text.textContent))
  }
}

/** The address of the run's repository, with a slash at its end; empty where it is not known. */
export const repositoryOfPage = (): string => part('main').dataset.repository ?? ''

/** Shortens the long texts above the list (prompt, result, message) to some lines, with a button that shows all. */
export function shortenLongTexts(): void {
  for (const text of document.querySelectorAll<HTMLElement>('[data-long]')) {
    if (text.scrollHeight <= LONGEST_PIXELS) continue
    text.classList.add('short')
    const more = button('Show all', () => {
      const isShort = text.classList.toggle('short')
      more.textContent = isShort ? 'Show all' : 'Show less'
      more.setAttribute('aria-expanded', String(!isShort))
      if (isShort) text.scrollIntoView({ block: 'nearest' })
    })
    more.className = 'more'
    more.setAttribute('aria-expanded', 'false')
    text.after(more)
  }
}

/** Makes the changed files lead to the events that name them. */
export function linkFiles(search: (path: string) => void): void {
  for (const item of part('main').querySelectorAll<HTMLElement>('[data-file]')) {
    const path = item.textContent
    item.replaceChildren(button(path, () => search(path), { class: 'path', title: 'Find it in the events' }))
  }
}

const LONGEST_PIXELS = 260
