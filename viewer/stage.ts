import { part } from './dom.ts'
import { isWhole, passes, WHOLE_CONVERSATION, type Filter } from './filter.ts'
import { createList } from './list.ts'
import type { Look } from './look.ts'
import { guessedHeight, rowView } from './row-view.ts'
import { isError, type Row } from './rows.ts'

/** The rows as the reader sees them: which are shown, which is the current one, and how to get about. */
export interface Stage {
  current(): Row | undefined
  /** The current row, or else the first one in the window. */
  readingRow(): Row | undefined
  /** Makes a row the current one. */
  point(row: Row): void
  /** Points at a row and brings it into view, whatever hides it: its parents unfold, and a filter that hides it ends. */
  go(row: Row): void
  move(step: 1 | -1): void
  moveTo(end: 'first' | 'last'): void
  moveToTrouble(step: 1 | -1): void
  fold(row: Row, open: boolean): void
  foldAll(open: boolean): void
  choose(filter: Filter): void
  /** Marks the rows in which something was found. */
  mark(found: ReadonlySet<Row>): void
  /** Redraws a row. */
  update(row: Row): HTMLElement | undefined
  /** Draws all rows for paper, unless there are too many for that. */
  drawForPaper(): void
}

/** Sets up the list; `onFilter` hears of a filter that ended because it hid where the reader went. */
export function createStage(rows: readonly Row[], look: Look, onFilter: (filter: Filter) => void): Stage {
  const container = part('list')
  let filter: Filter = WHOLE_CONVERSATION
  let shown: readonly Row[] = []
  let current: Row | undefined
  let found: ReadonlySet<Row> = new Set()
  const list = createList<Row>({
    container,
    guess: (row) => guessedHeight(row, look),
    view(row) {
      const element = rowView(row, look)
      element.classList.toggle('found', found.has(row))
      dress(element, row === current)
      return element
    },
  })

  function showRows(): void {
    const hidesFolded = isWhole(filter)
    shown = rows.filter((row) => passes(row, filter) && (!hidesFolded || foldedIn(row) === undefined))
    list.show(shown)
    part('nothing').hidden = shown.length > 0
    // A feed must hold something: https://www.w3.org/TR/wai-aria-1.2/#feed
    if (shown.length > 0) container.setAttribute('role', 'feed')
    else container.removeAttribute('role')
  }

  /** The outermost call that is folded and hides the row. */
  function foldedIn(row: Row): Row | undefined {
    let outermost: Row | undefined
    for (let call = row.parent; call !== undefined; call = call.parent) if (!look.folds.isOpen(call)) outermost = call
    return outermost
  }

  /** Remakes the list, with a row where it was in the window. */
  function showRowsAround(row: Row): void {
    const before = list.element(row)?.getBoundingClientRect().top
    showRows()
    const element = list.reveal(row)
    element?.focus({ preventScroll: true })
    if (before === undefined || element === undefined) return
    const restore = () => window.scrollBy(0, element.getBoundingClientRect().top - before)
    requestAnimationFrame(() => requestAnimationFrame(restore))
  }

  const isAboveList = () => container.getBoundingClientRect().top > barHeight()

  const stage: Stage = {
    current: () => current,
    readingRow: () => current ?? list.firstBelow(barHeight()),
    point(row) {
      const before = current === undefined ? undefined : list.element(current)
      if (before !== undefined) dress(before, false)
      current = row
      const element = list.element(row)
      if (element !== undefined) dress(element, true)
    },
    go(row) {
      const isHidden = !passes(row, filter)
      if (isHidden) {
        filter = { choice: passes(row, WHOLE_CONVERSATION) ? 'conversation' : 'every', errorsOnly: false }
        onFilter(filter)
      }
      const isFolded = isWhole(filter) && foldedIn(row) !== undefined
      for (let call = row.parent; call !== undefined; call = call.parent) look.folds.set(call, true)
      if (isHidden || isFolded) showRows()
      const element = list.reveal(row)
      stage.point(row)
      element?.focus({ preventScroll: true })
    },
    move(step) {
      const index = current === undefined ? -1 : shown.indexOf(current)
      const next = index < 0 ? list.firstBelow(barHeight()) : shown[index + step]
      if (next !== undefined) stage.go(next)
    },
    moveTo(end) {
      const row = shown.at(end === 'first' ? 0 : -1)
      if (row !== undefined) stage.go(row)
    },
    moveToTrouble(step) {
      const from = current === undefined ? -1 : shown.indexOf(current)
      const row = step === 1 ? shown.slice(from + 1).find(isError) : shown.slice(0, Math.max(from, 0)).findLast(isError)
      if (row !== undefined) stage.go(row)
    },
    fold(row, open) {
      stage.point(row)
      if (look.folds.isOpen(row) === open) return
      look.folds.set(row, open)
      if (row.kind === 'call' && row.children.length > 0 && isWhole(filter)) showRowsAround(row)
      else list.update(row)
    },
    foldAll(open) {
      const reading = isAboveList() ? undefined : stage.readingRow()
      look.folds.setAll(open)
      showRows()
      if (reading !== undefined) stage.go(foldedIn(reading) ?? reading)
    },
    choose(next) {
      filter = next
      const wasAbove = isAboveList()
      showRows()
      if (wasAbove) return
      if (current !== undefined && shown.includes(current)) list.reveal(current)
      else part('events').scrollIntoView()
    },
    mark(rowsFound) {
      found = rowsFound
      list.refresh()
    },
    update: (row) => list.update(row),
    drawForPaper() {
      if (shown.length <= MOST_ON_PAPER) list.drawAll()
    },
  }

  container.addEventListener('focusin', ({ target }) => {
    const row = target instanceof Node ? list.rowOf(target) : undefined
    if (row !== undefined && row !== current) stage.point(row)
  })
  showRows()
  return stage
}

function dress(element: HTMLElement, isCurrent: boolean): void {
  element.classList.toggle('current', isCurrent)
  element.tabIndex = isCurrent ? 0 : -1
}

const MOST_ON_PAPER = 3000

const barHeight = () => part('toolbar').offsetHeight
