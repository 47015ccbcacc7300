import { el, part } from './dom.ts'
import { packedEvents } from './unpack.ts'
import { startReading } from './transcript.ts'
import { showTranscript } from './viewer.ts'
import { addThemeChoice } from './theme.ts'
import { shortenLongTexts } from './static-texts.ts'

// The page's script: reads the events that the page holds, and shows them.

/** Reads and shows; what goes wrong is said where the events would be. */
async function start(): Promise<void> {
  addThemeChoice()
  shortenLongTexts()
  const packed = packedEvents()
  const reader = startReading()
  const status = part('toolbar')
  let done = 0
  for await (const lines of packed.packs()) {
    lines.forEach((line) => reader.read(line))
    done++
    if (done < packed.count) status.textContent = `Reading the events: ${Math.round((done / packed.count) * 100)} %`
  }
  showTranscript(reader.finish(), packed)
  document.documentElement.dataset.ready = 'true'
  performance.mark('ready')
}

start().catch((error: unknown) => {
  const words = `The events cannot be shown here (${String(error)}). The file transcript.jsonl beside this page has all of them.`
  part('toolbar').replaceChildren(el('p', { role: 'alert' }, words))
})
