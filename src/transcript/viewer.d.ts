/** The page's program, which scripts/viewer.ts bundles from viewer/ into build/viewer.js (`imports` in package.json). */
declare module '#viewer' {
  /** Style sheet of the page. */
  export const VIEWER_STYLE: string

  /** Script of the page, for browsers. */
  export const VIEWER_SCRIPT: string

  /** What a content security policy names the two by. */
  export const VIEWER_HASHES: { readonly style: string; readonly script: string }
}
