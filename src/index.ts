// One bundle for both doors, so that they share its parts: `dist/post.js` is one line that imports this file.
await (process.argv[1]?.endsWith('post.js') ? import('./post.ts') : import('./main.ts'))
