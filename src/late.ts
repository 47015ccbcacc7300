// What a run needs only when its agent has been started: run.ts loads it then, and all at once, for an agent that has been
// let through to its model could change files of the action.
export { report } from './report.ts'
export { signInAndCheck } from './sign-in.ts'
