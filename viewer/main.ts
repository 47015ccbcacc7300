import { el, part } from './dom.ts'
import { dressTexts, shortenLongTexts } from './static-texts.ts'
import { addThemeChoice } from './theme.ts'
import { startReading } from './transcript.ts'
import { packedEvents } from './unpack.ts'
import { showBeginning, showTranscript } from './viewer.ts'

/** Reads the events that the page holds, and shows them; the first ones while the others are still read. */
async function start(): Promise<void> {
  addThemeChoice()
  dressTexts()
  shortenLongTexts()
  const packed = packedEvents()
  const reader = startReading()
  const status = part('toolbar')
  let done = 0
  let shownAt = performance.now()
  for await (const lines of packed.packs()) {
    lines.forEach((line) => reader.read(line))
    done++
    if (done === 1 && packed.count > 1) showBeginning(lines)
    if (performance.now() - shownAt < 200) continue
    shownAt = performance.now()
    status.textContent = `Reading the events: ${Math.round((done / packed.count) * 100)} %`
  }
  showTranscript(reader.finish(), packed)
  document.documentElement.dataset.ready = 'true'
  performance.mark('ready')
}

start().catch((error: unknown) => {
  const words = `The events cannot be shown here (${String(error)}). The file transcript.jsonl beside this page has all of them.`
  part('toolbar').replaceChildren(el('p', { role: 'alert' }, words))
})
