import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { blocksOf } from '../../src/errors.ts'
import { emptyOutputs } from '../support/empty-outputs.ts'
import { HOSTILE } from '../unit/transcript/hostile.ts'
import { needing } from '../support/needs.ts'
import { openPage, startBrowser, writePage, type OpenPage } from './browser.ts'

const browser = await startBrowser()
const { describe: describeHere } = needing('chromium', browser !== undefined)

const ATTACK = [
  HOSTILE,
  '<script>window.attacked = 1</script></script></div></body></html><script>window.attacked = 2</script>',
  '<img src=x onerror="window.attacked = 3"><svg onload="window.attacked = 4"><style>* { display: none }</style>',
  '<a href="javascript:window.attacked = 5">x</a><iframe srcdoc="<script>parent.attacked = 6</script>"></iframe>',
  '<link rel=stylesheet href=https://evil.example/x.css><meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href="https://evil.example"><form action="https://evil.example"><button id=toolbar name=list>x</button></form>',
  '" onmouseover="window.attacked = 7" x="',
  "' autofocus onfocus='window.attacked = 8' x='",
  '</style><style>@import url(https://evil.example/)</style>{{constructor.constructor("window.attacked = 9")()}}',
].join('\n')

const block = (content: unknown) => ({
  type: 'assistant',
  message: { id: ATTACK, content: [content] },
  timestamp: ATTACK,
})
const call = (id: string, tool: string, input: unknown) => block({ type: 'tool_use', id, name: tool, input })
const result = (id: string, content: unknown, detail?: unknown) => ({
  type: 'user',
  timestamp: '2026-11-22T16:26:46.934Z',
  message: { content: [{ type: 'tool_result', tool_use_id: id, content, is_error: true }] },
  tool_use_result: detail,
})
const everywhere: readonly unknown[] = [
  {
    type: 'system',
    subtype: 'init',
    cwd: ATTACK,
    model: ATTACK,
    tools: [ATTACK, { name: ATTACK }, 1],
    session_id: ATTACK,
  },
  block({ type: 'text', text: ATTACK }),
  block({ type: 'thinking', thinking: ATTACK }),
  block({ type: ATTACK, [ATTACK]: ATTACK }),
  call('a', ATTACK, { [ATTACK]: ATTACK, nested: [{ [ATTACK]: ATTACK }] }),
  result('a', ATTACK),
  call('b', 'Bash', { command: ATTACK, description: ATTACK }),
  result('b', `Exit code 1\n${ATTACK}`),
  call('c', 'Edit', { file_path: ATTACK, old_string: ATTACK, new_string: `${ATTACK}x` }),
  result('c', ATTACK, { structuredPatch: [{ oldStart: ATTACK, lines: [`+${ATTACK}`, 5, null] }, ATTACK] }),
  call('d', 'TodoWrite', { todos: [{ content: ATTACK, status: ATTACK }, ATTACK, null] }),
  call('e', 'Task', { description: ATTACK, prompt: ATTACK }),
  { ...block({ type: 'text', text: ATTACK }), parent_tool_use_id: 'e' },
  { ...block({ type: 'text', text: 'of itself' }), parent_tool_use_id: ATTACK },
  { ...call('f', 'Task', {}), parent_tool_use_id: 'f' },
  { ...block({ type: 'text', text: 'inside' }), parent_tool_use_id: 'f' },
  result('e', [{ type: 'text', text: ATTACK }, { type: 'image', source: { media_type: ATTACK } }, ATTACK, null]),
  { type: 'system', subtype: 'api_retry', error: ATTACK, retry_delay_ms: 1e300 },
  { type: 'system', subtype: ATTACK },
  { ...block({ type: 'text', text: ATTACK }), error: ATTACK },
  {
    type: 'result',
    subtype: ATTACK,
    is_error: true,
    result: ATTACK,
    errors: [ATTACK],
    duration_ms: 1e12,
    modelUsage: { [ATTACK]: ATTACK },
  },
  { type: 'raw', text: ATTACK },
  { type: '__proto__', constructor: ATTACK },
  { type: 'assistant', message: ATTACK },
  { type: 'user', message: { content: { a: 1 } } },
  ATTACK.replaceAll('\n', ' '),
  '{"type":',
  '[]',
  'null',
  '"text"',
]

afterAll(() => browser?.close())

describeHere('words of others', () => {
  let open: OpenPage
  beforeAll(async () => {
    const denial = { tool_name: ATTACK, tool_use_id: 't', tool_input: ATTACK }
    const path = await writePage({
      events: everywhere,
      outputs: {
        ...emptyOutputs('failure'),
        result: ATTACK,
        model: ATTACK,
        'structured-output': ATTACK,
        'permission-denials': [denial],
        'changed-files': [ATTACK],
      },
      prompt: ATTACK,
      failure: { code: 'agent-failed', message: ATTACK, fix: blocksOf(ATTACK) },
    })
    open = await openPage(browser!, path)
    await open.page.getByLabel('Show').selectOption('every')
    await open.page.getByRole('button', { name: 'Expand all' }).click()
    for (const link of await open.page.locator('summary').all()) await link.click()
    await open.page.locator('.path').hover()
    await open.page.getByRole('searchbox').fill('<script>')
    await open.page.locator('#list mark').first().waitFor()
  })

  test('run no script, load nothing, and break nothing', async () => {
    expect(await open.page.evaluate('window.attacked')).toBeUndefined()
    expect(open.problems).toEqual([])
  })

  test('are no elements and no addresses', async () => {
    const names = await open.page.evaluate<string[]>(
      '[...new Set([...document.querySelectorAll("*")].map((e) => e.localName))].sort()',
    )
    const own =
      'a article body button code dd details dialog div dl dt figcaption figure h1 h2 h3 h4 head header html input kbd li main mark meta noscript optgroup option output p path script section select span style summary svg text time title ul'
    expect(names.filter((each) => !own.split(' ').includes(each))).toEqual([])
    expect(await open.page.locator('script').count()).toBe(1)
    expect(await open.page.locator('style').count()).toBe(1)
    const addresses = await open.page.evaluate<string[]>('[...document.links].map((link) => link.getAttribute("href"))')
    expect(addresses.filter((each) => !/^#event(s|-\d+(-\d+)?(-report)?)$/.test(each))).toEqual([])
  })

  test('are all there as text, their tricks shown', async () => {
    const text = await open.page.locator('body').innerText()
    expect(text).toContain('<img src=x onerror="window.attacked = 3">')
    expect(await open.page.locator('article').count()).toBeGreaterThanOrEqual(everywhere.length - 5)
    // eslint-disable-next-line no-control-regex -- these must not be there
    expect(/.{0,20}[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069].{0,20}/.exec(text)).toBeNull()
  })

  test('could not become markup or script even by a mistake of the page', async () => {
    const attempt = (code: string) =>
      open.page.evaluate<string>(`(() => { try { ${code}; return 'done' } catch (error) { return error.name } })()`)
    expect(await attempt('document.body.innerHTML = "<b>x</b>"')).toBe('TypeError')
    await attempt(
      'const s = document.createElement("script"); s.append("window.attacked = 10"); document.body.append(s)',
    )
    await attempt('document.body.setAttribute("onclick", "window.attacked = 11"); document.body.click()')
    expect(await open.page.evaluate('window.attacked')).toBeUndefined()
  })
})

describeHere('a line of 20 MB', () => {
  const end = 'the very end'
  const long = `${'lorem ipsum '.repeat(1_750_000)}${end}`
  test.each([
    ['of a message', block({ type: 'text', text: long })],
    ['of a result', [call('t', 'Bash', { command: 'cat big' }), result('t', long)]],
    ['of a file that is written', call('t', 'Write', { file_path: 'big', content: long })],
    ['that is no event', long],
  ])('%s opens, is cut, and is found whole', async (_what, event) => {
    const { page, problems } = await openPage(browser!, await writePage({ events: [event].flat() }))
    expect(await page.locator('#list').innerText()).not.toContain(end)
    expect(await page.evaluate<number>('document.querySelector("#list").textContent.length')).toBeLessThan(100_000)
    await page.getByRole('searchbox').fill(end)
    await page.locator('#found').filter({ hasText: '1 event' }).waitFor()
    await page.keyboard.press('Enter')
    expect(await page.locator('#list mark').first().innerText()).toBe(end)
    expect(problems).toEqual([])
    await page.context().close()
  })
})
