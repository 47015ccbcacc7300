// One bundle for both entry points, so that they share its parts: `dist/post.js` is one line that imports this file.
import { nothingLeftToDo } from './run-state.ts'

// How many blocks of 8 MB @actions/artifact holds in memory at once; 5 by default.
process.env.ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY ||= '2'

if (!process.argv[1]?.endsWith('post.js')) await import('./main.ts')
// Most runs leave post nothing to do, and it ends before it has loaded anything.
else if (!nothingLeftToDo(process.env.STATE_run)) await import('./post.ts')
