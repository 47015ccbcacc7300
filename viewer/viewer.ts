import { showContents } from './contents.ts'
import { copyText } from './copy.ts'
import { part } from './dom.ts'
import { passes, WHOLE_CONVERSATION } from './filter.ts'
import { createFinder } from './finder.ts'
import { listenToKeys } from './keys.ts'
import { startFolds, type Look } from './look.ts'
import { rowView } from './row-view.ts'
import { createStage } from './stage.ts'
import { linkFiles } from './static-texts.ts'
import { drawTimeline } from './timeline-view.ts'
import { timelineOf } from './timeline.ts'
import { createToolbar } from './toolbar.ts'
import { startReading, type Transcript } from './transcript.ts'
import type { PackedEvents } from './unpack.ts'
import { counted } from './words.ts'

/** Shows a transcript: the list with its bar, the picture, the keyboard, and the way to an event that the address names. */
export function showTranscript(transcript: Transcript, packed: PackedEvents): void {
  const { rows, places, directory, span } = transcript
  const look: Look = {
    pattern: undefined,
    directory,
    start: span?.from,
    folds: startFolds(),
    shown: new Map(),
    asJson: new Set(),
    line: (event) => packed.line(event),
    onToggle: (row) => stage.fold(row, !look.folds.isOpen(row)),
    onJson(row) {
      if (!look.asJson.delete(row)) look.asJson.add(row)
      stage.update(row)
    },
  }
  const stage = createStage(rows, look, (filter) => toolbar.setFilter(filter))
  const finder = createFinder({ rows, look, stage, report: (words) => toolbar.setStatus(words) })
  /** Steps with the focus left where it is, so that Enter in the search field can be pressed again. */
  const step = (by: 1 | -1) => {
    const focused = document.activeElement
    finder.step(by)
    if (focused === toolbar.search) toolbar.search.focus({ preventScroll: true })
  }
  const keys = listenToKeys(part('list'), {
    move: (by) => stage.move(by),
    moveTo: (end) => stage.moveTo(end),
    moveToTrouble: (by) => stage.moveToTrouble(by),
    fold(open) {
      const row = stage.current()
      if (row !== undefined) stage.fold(row, open ?? !look.folds.isOpen(row))
    },
    foldAll: (open) => stage.foldAll(open),
    step,
    focusSearch() {
      toolbar.search.focus()
      toolbar.search.select()
    },
    copyLink: () => void copyLink(stage.current()?.id),
  })
  const toolbar = createToolbar(rows, {
    onSearch: (text) => void finder.search(text),
    onStep: step,
    onFilter: (filter) => stage.choose(filter),
    onFoldAll: (open) => stage.foldAll(open),
    onHelp: keys.showHelp,
  })

  part('list').addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a.link') : null
    const row = places.get(link?.getAttribute('href')?.slice(1) ?? '')
    if (row === undefined) return
    event.preventDefault()
    stage.point(row)
    void copyLink(row.id)
  })
  linkFiles((path) => {
    toolbar.search.value = path
    void finder.search(path).then(() => finder.step(1))
  })
  window.addEventListener('beforeprint', () => stage.drawForPaper())
  part('events-count').textContent = counted(transcript.events, 'event')
  showContents(rows, (row) => stage.go(row))
  const timeline = timelineOf(transcript)
  if (timeline !== undefined) drawTimeline({ transcript, timeline, onPick: (row) => stage.go(row) })

  const goToAddress = () => {
    const row = places.get(location.hash.slice(1))
    if (row !== undefined) stage.go(row)
  }
  window.addEventListener('hashchange', goToAddress)
  goToAddress()
}

/** Shows the first events until all are there; nothing can be done with them yet. */
export function showBeginning(lines: readonly string[]): void {
  const reader = startReading()
  lines.slice(0, FIRST_LINES).forEach((line) => reader.read(line))
  const { rows, directory, span } = reader.finish()
  const nothing = () => undefined
  const look: Look = {
    ...{ pattern: undefined, directory, start: span?.from, folds: startFolds(), shown: new Map(), asJson: new Set() },
    ...{ line: () => Promise.resolve(''), onToggle: nothing, onJson: nothing },
  }
  const first = rows.filter((row) => passes(row, WHOLE_CONVERSATION))
  part('list').replaceChildren(...first.map((row) => rowView(row, look)))
}

const FIRST_LINES = 60

/** Puts an event into the address, and the address into the clipboard where the browser lets a file do that. */
async function copyLink(id: string | undefined): Promise<void> {
  if (id === undefined) return
  history.replaceState(null, '', `#${id}`)
  await copyText(
    location.href,
    'The link to this event is copied.',
    'The address of this page leads to this event now.',
  )
}
