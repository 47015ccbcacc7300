// The parts of `@actions/core` that write workflow commands. The package offers itself only as a whole, with its OIDC client,
// whose HTTP stack takes 35 of the first 120 ms of the step to load (undici; measured with 3.0.1) and is not used here.
export { issue, issueCommand } from '../../node_modules/@actions/core/lib/command.js'
export { issueFileCommand, prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js'
