import { visibleText } from '../src/text.ts'

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>
type Child = Node | string | undefined

/**
 * An element with attributes and content. Text goes in as text nodes only, with control characters shown: nothing in this
 * page is made from markup, and its content security policy (`require-trusted-types-for`) holds that. `true` sets an empty attribute, `false` none.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  setAttributes(element, attributes)
  for (const child of children) {
    if (child !== undefined) element.append(typeof child === 'string' ? visibleText(child) : child)
  }
  return element
}

/** The same for a part of a picture. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  setAttributes(element, attributes)
  element.append(...children)
  return element
}

/** A button; its words are its name unless `attributes` have an `aria-label`. */
export function button(words: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, words)
  element.addEventListener('click', onClick)
  return element
}

/** The element of the page that has this id; the page is made with it. */
export function part(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`The page has no #${id}.`)
  return element
}

function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
}
