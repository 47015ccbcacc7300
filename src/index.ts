// One bundle for both doors, so that they share its parts: `dist/post.js` is one line that imports this file.
// How many blocks of 8 MB @actions/artifact holds in memory at once; 5 unless told.
process.env.ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY ||= '2'

await (process.argv[1]?.endsWith('post.js') ? import('./post.ts') : import('./main.ts'))
