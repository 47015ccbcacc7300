import { button, el, part } from './dom.ts'
import { toolCounts, WHOLE_CONVERSATION, type Choice, type Filter } from './filter.ts'
import { isDenied, isError, type Row } from './rows.ts'
import { wholeCount } from './words.ts'

/** What the reader does with the bar above the list. */
export interface ToolbarActions {
  onSearch(text: string): void
  onStep(step: 1 | -1): void
  onFilter(filter: Filter): void
  onFoldAll(open: boolean): void
  onHelp(): void
}

/** The bar above the list. */
export interface Toolbar {
  readonly search: HTMLInputElement
  setStatus(text: string): void
  /** Shows a filter that was not chosen here. */
  setFilter(filter: Filter): void
}

/** Fills the bar. */
export function createToolbar(rows: readonly Row[], actions: ToolbarActions): Toolbar {
  const search = el('input', {
    type: 'search',
    id: 'search',
    placeholder: matchMedia('(pointer: fine)').matches ? 'Search all events, or type /' : 'Search all events',
    'aria-label': 'Search all events',
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
  })
  const status = el('output', { id: 'found', for: 'search', 'aria-live': 'polite' })
  search.addEventListener('input', () => actions.onSearch(search.value))
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      actions.onStep(event.shiftKey ? -1 : 1)
    } else if (event.key === 'Escape') {
      search.value = ''
      actions.onSearch('')
      search.blur()
    }
  })

  const select = el('select', { id: 'choice', 'aria-label': 'Show' })
  const quiet = rows.filter((row) => row.kind === 'note' && row.tone === 'quiet').length
  const ofKind = (kind: Row['kind']) => rows.filter((row) => row.kind === kind).length
  const denied = rows.filter(isDenied).length
  select.append(
    optionView('conversation', 'Conversation', rows.length - quiet),
    optionView('every', 'Every event', rows.length),
    optionView('messages', 'Messages', ofKind('message')),
    optionView('thinking', 'Thinking', ofKind('thinking')),
    optionView('calls', 'Tool calls', ofKind('call')),
    ...(denied > 0 ? [optionView('denied', 'Denied calls', denied)] : []),
    ...(ofKind('retry') > 0 ? [optionView('retries', 'API retries', ofKind('retry'))] : []),
  )
  const tools = el('optgroup', { label: 'One tool' })
  tools.append(...toolCounts(rows).map(([name, count]) => optionView(`tool:${name}`, name, count)))
  if (tools.children.length > 0) select.append(tools)

  const errors = rows.filter(isError).length
  const onlyErrors = button(`Errors ${wholeCount(errors)}`, () => toggleErrors(), {
    id: 'errors',
    'aria-pressed': 'false',
    disabled: errors === 0,
    title: 'Show only errors',
  })
  const isPressed = () => onlyErrors.getAttribute('aria-pressed') === 'true'
  const choose = () => actions.onFilter({ choice: choiceOf(select.value), errorsOnly: isPressed() })
  const toggleErrors = () => {
    onlyErrors.setAttribute('aria-pressed', String(!isPressed()))
    choose()
  }
  select.addEventListener('change', choose)

  const step = (to: 1 | -1, sign: string, name: string) =>
    button(sign, () => actions.onStep(to), { 'aria-label': name, title: name, class: 'icon' })
  part('toolbar').replaceChildren(
    el(
      'div',
      { class: 'finder', role: 'search' },
      search,
      status,
      step(-1, '↑', 'Previous match'),
      step(1, '↓', 'Next match'),
    ),
    el(
      'div',
      { class: 'choices' },
      select,
      onlyErrors,
      button('Expand all', () => actions.onFoldAll(true)),
      button('Collapse all', () => actions.onFoldAll(false)),
      button('?', () => actions.onHelp(), { 'aria-label': 'Keyboard', title: 'Keyboard', class: 'icon' }),
    ),
  )
  return {
    search,
    setStatus: (text) => (status.value = text),
    setFilter({ choice, errorsOnly }) {
      select.value = choice
      onlyErrors.setAttribute('aria-pressed', String(errorsOnly))
    },
  }
}

const optionView = (choice: Choice, name: string, count: number) =>
  el('option', { value: choice }, `${name} (${wholeCount(count)})`)

function choiceOf(value: string): Choice {
  if (value.startsWith('tool:')) return `tool:${value.slice('tool:'.length)}`
  return PLAIN_CHOICES.find((choice) => choice === value) ?? WHOLE_CONVERSATION.choice
}

const PLAIN_CHOICES = ['conversation', 'every', 'messages', 'thinking', 'calls', 'denied', 'retries'] as const
