import { el, part } from './dom.ts'

/** Adds the choice between the system's colours, light ones and dark ones; it is remembered where the browser lets a file. */
export function addThemeChoice(): void {
  const select = el('select', { id: 'theme', 'aria-label': 'Colours' })
  for (const [value, words] of CHOICES) select.append(el('option', { value }, words))
  select.value = remembered()
  const apply = () => {
    if (select.value === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = select.value
  }
  apply()
  select.addEventListener('change', () => {
    apply()
    try {
      localStorage.setItem(KEY, select.value)
    } catch {
      // A browser may keep nothing for files: the choice lasts until the page is closed.
    }
  })
  part('tools').append(select)
}

function remembered(): string {
  try {
    const value = localStorage.getItem(KEY)
    return CHOICES.some(([choice]) => choice === value) ? (value ?? 'auto') : 'auto'
  } catch {
    return 'auto'
  }
}

const KEY = 'claude-transcript-theme'
const CHOICES = [
  ['auto', 'Theme: auto'],
  ['light', 'Theme: light'],
  ['dark', 'Theme: dark'],
] as const
