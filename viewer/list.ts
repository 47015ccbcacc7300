import { el } from './dom.ts'

/** What a list is made of: how a row looks, and how high it may be before it has been drawn, in pixels. */
export interface ListOptions<Row> {
  readonly container: HTMLElement
  readonly view: (row: Row) => HTMLElement
  readonly guess: (row: Row) => number
}

/** A list of any length, of which only what is near the window is drawn. */
export interface LongList<Row> {
  show(rows: readonly Row[]): void
  /** Redraws what is drawn. */
  refresh(): void
  /** Redraws one row, if it is drawn, and keeps the focus in it; returns its element. */
  update(row: Row): HTMLElement | undefined
  /** The row that a node is part of. */
  rowOf(node: Node): Row | undefined
  /** Brings a row to the upper part of the window, and returns its element; undefined when the list has no such row. */
  reveal(row: Row): HTMLElement | undefined
  /** The element of a row that is drawn. */
  element(row: Row): HTMLElement | undefined
  /** The first row whose end is below `top` pixels of the window. */
  firstBelow(top: number): Row | undefined
  /** Draws everything, for paper. */
  drawAll(): void
}

interface Block<Row> {
  readonly element: HTMLElement
  readonly rows: readonly Row[]
  readonly first: number
  drawn: boolean
}

/**
 * Makes a list of blocks of rows. A block out of reach is an empty box of the height that it had, or may have; browsers keep
 * what is read in place when boxes above it change (`overflow-anchor`), and where they do not this does.
 */
export function createList<Row>({ container, view, guess }: ListOptions<Row>): LongList<Row> {
  let blocks: readonly Block<Row>[] = []
  let total = 0
  const blockOf = new Map<Row | Element, Block<Row>>()
  const elements = new Map<Row, HTMLElement>()
  const keepsPlace = CSS.supports('overflow-anchor', 'auto')
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const block = blockOf.get(target)
        if (block === undefined) continue
        if (isIntersecting) steady(block, () => draw(block))
        else steady(block, () => clear(block))
      }
    },
    { rootMargin: `${REACH_PIXELS}px 0px` },
  )

  function rowElement(row: Row, position: number): HTMLElement {
    const element = view(row)
    element.setAttribute('aria-posinset', String(position))
    element.setAttribute('aria-setsize', String(total))
    elements.set(row, element)
    return element
  }
  function draw(block: Block<Row>): void {
    if (block.drawn) return
    block.drawn = true
    block.element.style.height = ''
    block.element.replaceChildren(...block.rows.map((row, index) => rowElement(row, block.first + index + 1)))
  }
  function clear(block: Block<Row>): void {
    if (!block.drawn || block.element.contains(document.activeElement)) return
    block.element.style.height = `${block.element.offsetHeight}px`
    block.drawn = false
    block.element.replaceChildren()
    for (const row of block.rows) elements.delete(row)
  }
  /** Without waiting for the observer, so that nothing flickers. */
  function drawInWindow(): void {
    for (const block of blocks) {
      const { top, bottom } = block.element.getBoundingClientRect()
      if (top > window.innerHeight) return
      if (bottom > 0) draw(block)
    }
  }
  function steady({ element }: Block<Row>, change: () => void): void {
    if (keepsPlace) {
      change()
      return
    }
    const before = element.getBoundingClientRect()
    change()
    if (before.bottom < 0) window.scrollBy(0, element.getBoundingClientRect().height - before.height)
  }

  const list: LongList<Row> = {
    show(rows) {
      observer.disconnect()
      blockOf.clear()
      elements.clear()
      total = rows.length
      const made: Block<Row>[] = []
      for (let first = 0; first < rows.length; first += BLOCK_ROWS) {
        const part = rows.slice(first, first + BLOCK_ROWS)
        const element = el('div', { class: 'block' })
        element.style.height = `${part.reduce((sum, row) => sum + guess(row), 0)}px`
        const block = { element, rows: part, first, drawn: false }
        for (const owned of [element, ...part]) blockOf.set(owned, block)
        made.push(block)
      }
      blocks = made
      container.replaceChildren(...made.map(({ element }) => element))
      drawInWindow()
      for (const { element } of made) observer.observe(element)
    },
    refresh() {
      for (const block of blocks) {
        if (!block.drawn) continue
        block.drawn = false
        draw(block)
      }
    },
    update(row) {
      const old = elements.get(row)
      const position = old?.getAttribute('aria-posinset')
      if (old === undefined) return undefined
      const focused = document.activeElement
      const selector = [...old.querySelectorAll('button, a')].findIndex((element) => element === focused)
      const element = rowElement(row, Number(position))
      old.replaceWith(element)
      const again = selector < 0 ? undefined : element.querySelectorAll('button, a')[selector]
      if (again instanceof HTMLElement) again.focus({ preventScroll: true })
      else if (focused === old) element.focus({ preventScroll: true })
      return element
    },
    rowOf(node) {
      const block = blocks.find(({ element }) => element.contains(node))
      return block?.rows.find((row) => elements.get(row)?.contains(node))
    },
    reveal(row) {
      const block = blockOf.get(row)
      if (block === undefined) return undefined
      // What lies within reach is drawn first, so that nothing moves once the row is in its place.
      const index = blocks.indexOf(block)
      for (const near of blocks.slice(Math.max(0, index - 2), index + 3)) draw(near)
      const element = elements.get(row)
      const align = () => element?.scrollIntoView({ block: 'start' })
      align()
      requestAnimationFrame(align)
      return element
    },
    element: (row) => elements.get(row),
    firstBelow(top) {
      const block = blocks.find(({ element }) => element.getBoundingClientRect().bottom > top)
      if (block === undefined) return undefined
      draw(block)
      return block.rows.find((row) => (elements.get(row)?.getBoundingClientRect().bottom ?? 0) > top + 1)
    },
    drawAll() {
      for (const block of blocks) draw(block)
    },
  }
  return list
}

const BLOCK_ROWS = 40
const REACH_PIXELS = 1500
