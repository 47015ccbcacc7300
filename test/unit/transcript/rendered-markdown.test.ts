import { describe, expect, test } from '@jest/globals'
import { Lexer, type Token, walkTokens } from 'marked'

import { renderedMarkdown } from '../../../src/transcript/rendered-markdown.ts'
import { HOSTILE } from './hostile.ts'

const REPOSITORY = 'https://github.com/octo/repo/'
const rendered = (text: string) => renderedMarkdown(text, REPOSITORY)

/** What a reader of Markdown would find in a text. */
function tokensOf(markdown: string): Token[] {
  const tokens: Token[] = []
  void walkTokens(Lexer.lex(markdown), (token) => void tokens.push(token))
  return tokens
}

describe('what is known is rendered', () => {
  test.each([
    ['a heading, two levels down', '# One\n\n## Two', '### One\n\n#### Two'],
    ['a heading at the lowest level', '###### Six', '###### Six'],
    ['emphasis', '**a** *b* ~~c~~ ***d***', '**a** *b* ~~c~~ ***d***'],
    ['code', 'run `npm test`', 'run `npm test`'],
    ['a fence with its language', '```js\nlet x\n```', '```js\nlet x\n```'],
    ['lists', '- a\n  - b\n- c\n\n3. d\n4. e', '- a\n  - b\n- c\n\n3. d\n4. e'],
    ['tasks', '- [x] a\n- [ ] b', '- [x] a\n- [ ] b'],
    ['a quote', '> a\n>\n> b', '> a\n> \n> b'],
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['a link into the repository', `[a](${REPOSITORY}pull/1)`, `[a](<${REPOSITORY}pull/1>)`],
    ['a rule', 'a\n\n---\n\nb', 'a\n\n---\n\nb'],
  ])('%s', (_what, text, expected) => expect(rendered(text)).toBe(expected))
})

const DANGEROUS: readonly (readonly [what: string, text: string])[] = [
  ['everything at once', HOSTILE],
  ['HTML', '<script>alert(1)</script>\n\n<div>\n\n# x\n\n</div>\n\na <b>b</b> <!-- c -->\n\n</details><details open>'],
  ['HTML of character references', '&lt;img src=x&gt; &#60;img src=y&#62; &#x3c;b&#x3e; &#64;octocat'],
  [
    'an image',
    '![a](https://evil.example/x.png) ![b][r] [![c](https://evil.example/y.png)](https://evil.example)\n\n[r]: https://evil.example/z.png',
  ],
  ['autolinks', 'https://evil.example www.evil.example <https://evil.example> <mailto:a@evil.example> a@evil.example'],
  ['reference links', '[a][r] [r] [r][]\n\n[r]: https://evil.example "title"'],
  [
    'links with tricks',
    '[a](javascript:alert(1)) [b](//evil.example) [c](data:text/html,x) [d](/x) [e](#y) [f](vbscript:x)',
  ],
  [
    'links out of the repository',
    `[a](${REPOSITORY}../../evil) [b](${REPOSITORY}%2e%2e/%2E%2e/evil) [c](https://github.com/octo/repo) [d](https://github.com/octo/repository/x) [e](https://github.com/octo/repo/..\\evil)`,
  ],
  ['a link with a title that ends it', `[a](<${REPOSITORY}x> "> ![b](https://evil.example)") [b](<${REPOSITORY}a b>)`],
  [
    'mentions and references',
    '@octocat @octo/team Closes #1 fixes octo/repo#2 Resolves https://github.com/octo/other/issues/3',
  ],
  ['nested fences', '````\n```\n# x\n```\n````\n\n~~~\n````\n<b>\n~~~\n\n```\n<b> @octocat'],
  [
    'a fence in a task',
    '- [x] ```\n  <img src=x> @octocat\n  ```\n- [ ] > ```\n  > <img src=x>\n  > ```\n- [x]\n  ```\n  <b>\n  ```',
  ],
  ['a fence in a list', '10. ```\n    <b>\n    ```\n- - ```\n    ![x](https://evil.example)\n    ```'],
  ['tildes that open a fence', '~~[~~x~~](https://evil.example)~~\n\n<b>\n\n~~[~~y~~](https://evil.example)~~'],
  ['ticks', '`` ` `` ``` `` ``` `<b>` \\` <b> \\`'],
  ['signs at the start of a line', 'a\\\n\\# b\\\n\\- c\\\n\\> d\\\n1\\. e\n\\===\n\\---\n\\| a |\\\n|---|'],
  [
    'a cell that ends itself',
    '| a | b |\n|---|---|\n| `x|y` \\| z | <br> ![i](https://evil.example) |\n| @octocat | # b |',
  ],
  [
    'a diagram',
    '```mermaid\ngraph TD\nA --> B\nclick A "https://evil.example"\n```\n\n```geojson\n{}\n```\n\n$x$ $$y$$',
  ],
  ['commands', '::error::Injected\n##[error]Injected'],
  ['emphasis around tricks', '**<b>** *![a](https://evil.example)* ~~@octocat~~ **[a](https://evil.example)**'],
  ['footnotes and alerts', '[^1]\n\n[^1]: <b>\n\n> [!WARNING]\n> @octocat'],
]

describe('what could do harm has no effect', () => {
  test.each(DANGEROUS)('%s', (_what, text) => {
    const markdown = rendered(text)
    const tokens = tokensOf(markdown)
    const kinds = new Set(tokens.map(({ type }) => type))
    for (const kind of ['html', 'image', 'def']) expect(kinds).not.toContain(kind)
    for (const token of tokens) {
      if (token.type === 'link') {
        expect(new URL(token.href as string).href).toMatch(/^https:\/\/github\.com\/octo\//)
        // Plain addresses of GitHub stay links, as GitHub makes them of any text.
        if (token.href !== token.text) expect(new URL(token.href as string).href.startsWith(REPOSITORY)).toBe(true)
      }
      if (token.type === 'code') expect(token.lang ?? '').not.toMatch(/mermaid|math|geojson|topojson|stl/)
      // Inside code nobody is mentioned and nothing is referred to.
      if (token.type === 'text' && !('tokens' in token))
        expect(token.text).not.toMatch(/@[a-z]|#\d|^::|(?:https?:\/\/|www\.)(?!github\.com\/)/)
    }
  })

  test('tildes beside tildes open no fence', () => {
    const nested = '~~[~~x~~](https://evil.example)~~'
    expect(tokensOf(rendered(`${nested}\n\nend`)).filter(({ type }) => type === 'code')).toEqual([])
  })

  test('marks that turn the direction of text, and control characters, are shown', () => {
    const markdown = rendered(
      'a \u202e b `\u2066` \u0007\n\n```\n\u202e\n```\n\n&#x202e; &#7; &#xd800; [x\u202e](y\u202e)',
    )
    // eslint-disable-next-line no-control-regex -- these must not be there
    expect(markdown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069]/)
    expect(markdown.isWellFormed()).toBe(true)
  })

  test.each([
    ['rows', `| a |\n|---|\n${'| x |\n'.repeat(2000)}`],
    ['columns', `|${' a |'.repeat(500)}\n|${'---|'.repeat(500)}\n|${' x |'.repeat(500)}`],
  ])('a table of very many %s is cut', (_what, text) => {
    const lines = rendered(text).split('\n')
    expect(lines.length).toBeLessThan(210)
    for (const line of lines) expect(line.split('|').length).toBeLessThan(25)
  })

  test.each([
    ['long', 'a '.repeat(100_000)],
    ['deep quotes', '>'.repeat(25_000)],
    ['deep lists', '- '.repeat(10_000)],
    ['deep emphasis', `${'*a _b '.repeat(2000)}${'_*'.repeat(2000)}`],
    ['open brackets', '['.repeat(25_000)],
  ])('a text that is too much to parse is rendered in good time: %s', (_what, text) => {
    const before = process.cpuUsage()
    expect(rendered(`${text}\n\n<b>`)).not.toMatch(/^<b>$(?![\s\S]*```)/m)
    // Time of the processor in µs: that of the clock depends on what else the machine does.
    expect(process.cpuUsage(before).user).toBeLessThan(8_000_000)
  })
})
