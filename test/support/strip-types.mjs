// Jest transformer: Node's own type stripping, as `node src/index.ts` uses. White space is kept, so lines and columns need no source map.
import { stripTypeScriptTypes } from 'node:module'

export default { process: (source) => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) }) }
