/** Who can cause an event: people with write access, a branch of the repository, or anybody. */
export type EventClass = 'own' | 'branch' | 'stranger'

/** An event that a run was started by. `reason` completes "...: " in the log, as in `issue_comment: anybody can comment`. */
export interface ClassifiedEvent {
  readonly name: string
  readonly class: EventClass
  readonly reason: string
  /** Whether the commit of the run (`GITHUB_SHA`) is one of the repository's own; of a fork's pull request it holds a stranger's files. */
  readonly hasOwnCommit: boolean
}
