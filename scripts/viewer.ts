// `npm run viewer`: makes src/transcript/page-viewer.ts of viewer/, so that the page's script and style are text in the bundle.
// With --check it writes nothing, and fails when something would change.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { Script } from 'node:vm'

import ts from 'typescript'

const root = resolve(import.meta.dirname, '..')
const target = join(root, 'src', 'transcript', 'page-viewer.ts')
const IMPORT = /^import \{([^}]*)\} from '([^']+)';?\n/gm
const EXPORT = /^export (?:async )?(?:function\*?|const) (\w+)/gm

const wanted = viewerModule()
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== wanted) {
    console.error(`${relative(root, target)} does not follow from viewer/: run "npm run viewer"`)
    process.exitCode = 1
  }
} else writeFileSync(target, wanted)

function viewerModule(): string {
  const style = readFileSync(join(root, 'viewer', 'style.css'), 'utf8').replaceAll(/^\s*\/\*.*\*\/\n/gm, '')
  const script = bundle(join(root, 'viewer', 'main.ts'))
  new Script(script)
  if (/<\/|<!--/.test(script + style)) throw new Error('The viewer must not hold "</" or "<!--": it stands in HTML.')
  return `/* eslint-disable max-lines -- made of viewer/ by scripts/viewer.ts; change it there */

/** Style sheet of the page. */
export const VIEWER_STYLE = ${literal(style)}

/** Script of the page, for browsers. */
export const VIEWER_SCRIPT = ${literal(script)}

/** What a content security policy names the two by. */
export const VIEWER_HASHES = {
  style: '${hash(style)}',
  script: '${hash(script)}',
}
`
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** Each module becomes a function that returns what it exports, called in order of need. */
function bundle(entry: string): string {
  const modules = new Map<string, string>()
  const add = (path: string): string => {
    const name = `$${relative(root, path).replaceAll(/\W/g, '_')}`
    if (modules.has(name)) return name
    const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: true },
    })
    const exports = Array.from(outputText.matchAll(EXPORT), ([, exported]) => exported)
    const body = outputText
      .replaceAll(
        IMPORT,
        (_import, names: string, from: string) => `const {${names}} = ${add(resolve(path, '..', from))};\n`,
      )
      .replaceAll(/^export \{\};?\n/gm, '')
      .replaceAll(EXPORT, (declaration) => declaration.slice('export '.length))
    if (/^(import|export)\b/m.test(body)) throw new Error(`${path}: an import or export that this does not know`)
    modules.set(name, `const ${name} = (() => {\n${body}return { ${exports.join(', ')} }\n})()\n`)
    return name
  }
  add(entry)
  return `'use strict'\n{\n${[...modules.values()].join('')}}\n`
}

function literal(text: string): string {
  return `\`${text.replaceAll(/[\\`]|\$(?=\{)/g, '\\$&')}\``
}
