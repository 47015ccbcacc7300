import { Failure } from './errors.ts'

/** What `task` resolves to; rejects with the Failure `agent-cancelled` as soon as the job is cancelled. */
export async function unlessStopped<T>(stop: AbortSignal, task: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(CANCELLED_EARLY)
    if (stop.aborted) cancel()
    stop.addEventListener('abort', cancel)
    task.then(resolve, reject)
  })
}

const CANCELLED_EARLY = new Failure('agent-cancelled', {
  message: 'The job was cancelled before the agent had started.',
  fix: 'Nothing is wrong with the set-up. Run the job again if it was cancelled by mistake.',
})
