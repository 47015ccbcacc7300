import { button, el } from './dom.ts'

/** What the keyboard can do. */
export interface KeyActions {
  move(step: 1 | -1): void
  moveTo(end: 'first' | 'last'): void
  /** The next or previous error. */
  moveToTrouble(step: 1 | -1): void
  /** Folds the current row, or unfolds it; without `open`, the other way than it is. */
  fold(open?: boolean): void
  foldAll(open: boolean): void
  step(step: 1 | -1): void
  focusSearch(): void
  copyLink(): void
}

/** Listens to the keyboard; returns what shows the keys. Arrows work where a row has the focus, letters everywhere. */
export function listenToKeys(list: HTMLElement, actions: KeyActions): { readonly showHelp: () => void } {
  const help = helpDialog()
  const keys: Readonly<Record<string, () => void>> = {
    j: () => actions.move(1),
    k: () => actions.move(-1),
    g: () => actions.moveTo('first'),
    G: () => actions.moveTo('last'),
    o: () => actions.fold(),
    e: () => actions.moveToTrouble(1),
    E: () => actions.moveToTrouble(-1),
    x: () => actions.foldAll(true),
    X: () => actions.foldAll(false),
    n: () => actions.step(1),
    N: () => actions.step(-1),
    c: () => actions.copyLink(),
    '/': () => actions.focusSearch(),
    '?': () => help.showModal(),
  }
  const listKeys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => actions.move(1),
    ArrowUp: () => actions.move(-1),
    ArrowRight: () => actions.fold(true),
    ArrowLeft: () => actions.fold(false),
    Home: () => actions.moveTo('first'),
    End: () => actions.moveTo('last'),
  }
  document.addEventListener('keydown', (event) => {
    const { target, key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return
    if (!(target instanceof HTMLElement) || target.closest('input, select, textarea') !== null) return
    const isOnRow = target.matches('article')
    const action =
      (list.contains(target) ? listKeys[key] : undefined) ??
      (isOnRow && (key === 'Enter' || key === ' ') ? () => actions.fold() : undefined) ??
      (Object.hasOwn(keys, key) ? keys[key] : undefined)
    if (action === undefined) return
    event.preventDefault()
    action()
  })
  return { showHelp: () => help.showModal() }
}

function helpDialog(): HTMLDialogElement {
  const list = el('dl')
  for (const [names, deed] of HELP) {
    const term = el('dt')
    for (const name of names.split(' ')) term.append(el('kbd', {}, name), ' ')
    list.append(el('div', {}, term, el('dd', {}, deed)))
  }
  const dialog = el('dialog', { 'aria-labelledby': 'help-title' }, el('h2', { id: 'help-title' }, 'Keyboard'), list)
  dialog.append(button('Close', () => dialog.close()))
  document.body.append(dialog)
  return dialog
}

const HELP = [
  ['j k ↓ ↑', 'next and previous event'],
  ['g G', 'first and last event'],
  ['e E', 'next and previous error or retry'],
  ['o Enter → ←', 'unfold and fold the event'],
  ['x X', 'expand all, collapse all'],
  ['/', 'search'],
  ['Enter n', 'next match'],
  ['Shift+Enter N', 'previous match'],
  ['c', 'copy a link to the event'],
  ['Esc', 'clear the search'],
] as const
