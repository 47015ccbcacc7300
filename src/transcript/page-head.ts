import { escapeHtml } from './html.ts'
import { CONCLUSION_TITLES } from './outcome.ts'
import { VIEWER_HASHES, VIEWER_SCRIPT, VIEWER_STYLE } from './page-viewer.ts'
import type { Conclusion } from './report.ts'

/**
 * The page's start, up to its title. Its policy lets run the viewer's script and style alone, by their hashes, loads nothing,
 * and forbids the script itself to make markup of a string (https://www.w3.org/TR/trusted-types/).
 */
export function pageHead(conclusion: Conclusion): string {
  const policy = [
    "default-src 'none'",
    `script-src '${VIEWER_HASHES.script}'`,
    `style-src '${VIEWER_HASHES.style}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${CONCLUSION_TITLES[conclusion]}: Claude Code on Bedrock`)}</title>
<style>${VIEWER_STYLE}</style>
</head>
`
}

/** The page's end; the script runs when all that it shows is there. */
export const PAGE_END = `<script>${VIEWER_SCRIPT}</script>
</body>
</html>
`
