// The part of recheck that runs without Java or a binary has no types of its own.
declare module 'recheck/lib/browser.js' {
  import type { checkSync } from 'recheck'

  const recheck: { readonly checkSync: typeof checkSync }
  export = recheck
}
