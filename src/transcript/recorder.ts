import type { Files } from '../ports/machine.ts'
import { type Redact } from './redact.ts'
import { isJsonDocument } from './json-text.ts'

/** Writes the transcript while the agent runs. */
export type Recorder = Awaited<ReturnType<typeof openRecorder>>

interface RecorderOptions {
  readonly files: Pick<Files, 'append'>
  readonly redact: Redact
  /** Hears of the disk's first refusal, since a full disk must not stop the run. */
  readonly onProblem: (error: unknown) => void
}

/** Opens the transcript at `path`; never rejects. */
export async function openRecorder(path: string, { files, redact, onProblem }: RecorderOptions) {
  let refused = false
  const refuse = (error: unknown) => {
    if (!refused) onProblem(error)
    refused = true
  }
  const file = await files.append(path).catch(refuse)
  // A refused line may be there in part, so that the next one starts on a line of its own.
  let torn = false
  return {
    /**
     * Hands lines of the agent's output, redacted, to the file, behind all lines before them; resolves with those lines, also
     * when the disk refused them. A line that is no JSON object becomes `{"type":"raw","text":...}`. Lines that have come
     * together go together, since each write costs a call to the system.
     */
    async record(lines: readonly string[]): Promise<readonly string[]> {
      const redacted = lines.map((line) => {
        const isObject = /^\s*\{/.test(line) && isJsonDocument(line)
        return redact(isObject ? line.trim() : JSON.stringify({ type: 'raw', text: line }))
      })
      try {
        await file?.write([...(torn ? ['\n'] : []), ...redacted.flatMap((line) => [line, '\n'])])
        torn = false
      } catch (error) {
        torn = true
        refuse(error)
      }
      return redacted
    },
    close: async (): Promise<void> => await file?.close().catch(refuse),
  }
}
