import { describe, expect, test } from '@jest/globals'

import { anchorRule, checkRule } from '../../../src/inputs/tool-rules.ts'
import { failureOf, fixOf, parse, workspaceWith } from './given.ts'

const allowed = async (text: string) => (await parse({ 'allowed-tools': text })).settings.agent.allowedTools
const denied = async (text: string) => (await parse({ 'disallowed-tools': text })).settings.agent.disallowedTools

describe('rules are separated by lines, and by commas outside brackets', () => {
  test.each([
    ['Bash(git diff:*), Edit', ['Bash(git diff:*)', 'Edit']],
    ['Bash(echo a, b)\r\nRead(./src/**)\n', ['Bash(echo a, b)', 'Read(./src/**)']],
    ['Bash(f(a, b), c), Edit', ['Bash(f(a, b), c)', 'Edit']],
    ['mcp__github__*, mcp__db\nmcp__a-b__c_d', ['mcp__github__*', 'mcp__db', 'mcp__a-b__c_d']],
    [String.raw`Bash(grep \( x:*), Edit`, [String.raw`Bash(grep \( x:*)`, 'Edit']],
    [`Bash(it's), Bash(fine)`, [`Bash(it's)`, 'Bash(fine)']],
    ['Bash(echo ")" x), Edit', ['Bash(echo ")" x)', 'Edit']],
  ])('%j', async (text, rules) => {
    expect(await allowed(text)).toEqual(rules)
  })
})

describe('comments come off, and grant nothing', () => {
  test.each([
    ['Edit   # reading only, no Bash here', ['Edit']],
    ['# Bash is off on purpose', []],
    ['  #Bash\nEdit', ['Edit']],
    ['Edit, Write # Bash, WebFetch', ['Edit', 'Write']],
    ['Bash(git log:*) # (Bash', ['Bash(git log:*)']],
    ['Bash(echo # not a comment, Bash), Edit', ['Bash(echo # not a comment, Bash)', 'Edit']],
    ['Bash(echo "a # b")', ['Bash(echo "a # b")']],
    ['Bash(a#b)', ['Bash(a#b)']],
  ])('%j', async (text, rules) => {
    expect(await allowed(text)).toEqual(rules)
    expect(await denied(text)).toEqual(rules)
  })
})

describe('what is no rule is refused with its line', () => {
  test.each([
    ['Edit, not Bash', '"not Bash" must be a rule, Name or Name(...); comments begin with # (line 1)'],
    ['Edit\nBash (git log:*)', '"Bash (git log:*)" must be a rule, Name or Name(...), without a space (line 2)'],
    ['Bash(touch:*', '"Bash(touch:*" must be a rule, Name or Name(...), with its closing bracket on the same line'],
    ['"Bash(touch:*)"', '"\\"Bash(touch:*)\\"" must be a rule, Name or Name(...), without quotes'],
    [
      '["Bash(touch:*)"]',
      String.raw`"[\"Bash(touch:*)\"]" must be a rule, Name or Name(...), without quotes, square brackets`,
    ],
    ['- Bash', '"- Bash" must be a rule'],
    ['Bash Edit', '"Bash Edit" must be a rule'],
    ['Bash(touch:*) Edit', '"Bash(touch:*) Edit" must be a rule'],
    ['Bash(touch:*) Edit(x)', '"Bash(touch:*) Edit(x)" must be a rule'],
    ['Bash()', '"Bash()" must have something between its brackets (line 1)'],
    ['mcp__github__get(x)', '"mcp__github__get(x)" must have no brackets'],
    ['Edit), Write', '"Edit), Write" must be a rule'],
    ['Bash(echo "a), Bash, b(")', String.raw`"Bash(echo \"a), Bash, b(\")" can be read in two ways (line 1)`],
    ['Read(src:*)', '"Read(src:*)" must not have :*'],
    ['WebFetch(https://example.com)', '"WebFetch(https://example.com)" must name a host'],
    ['WebSearch(cats*)', '"WebSearch(cats*)" must not have * or ?'],
    ['Bash(:*)', '"Bash(:*)" must have a command before :*'],
    ['Bash( touch:*)', '"Bash( touch:*)" must have no blanks at the edges of its brackets'],
    ['Bash(touch:* )', '"Bash(touch:* )" must have no blanks at the edges of its brackets'],
    ['Read(src/** )', '"Read(src/** )" must have no blanks at the edges of its brackets'],
    ['Bash(touch :*)', '"Bash(touch :*)" must end in :* alone'],
    ['Bash(git push: *)', '"Bash(git push: *)" must end in :* alone'],
    ['Bash(touch:**)', '"Bash(touch:**)" must end in :* alone'],
    ['Bash(touch:*:*)', '"Bash(touch:*:*)" must end in :* alone'],
    ['Monitor(tail:)', '"Monitor(tail:)" must end in :* alone'],
    ['Bash(npm run *:*)', '"Bash(npm run *:*)" must not have a * before :*'],
    ['Read("src/a b.txt")', String.raw`"Read(\"src/a b.txt\")" must have no quotes`],
    ['WebFetch(domain:example.com/docs)', '"WebFetch(domain:example.com/docs)" must name a host'],
    ['WebFetch(domain:example.com:443)', '"WebFetch(domain:example.com:443)" must name a host'],
    ['WebFetch(Domain:example.com)', '"WebFetch(Domain:example.com)" must name a host'],
    ['mcp__github.get', '"mcp__github.get" must be a name of letters, digits, _ and -'],
    ['mcp__github__', '"mcp__github__" must name a tool behind the last __'],
  ])('%j', async (text, problem) => {
    for (const input of ['allowed-tools', 'disallowed-tools'] as const) {
      const failure = await failureOf({ [input]: text })
      expect(failure.code).toBe('input-invalid')
      expect(failure.message).toContain(`Input ${input}: ${problem}`)
    }
  })

  test('all at once, each with the rule to write', async () => {
    const failure = await failureOf({ 'disallowed-tools': 'bash(touch:*)\n"WebFetch"\nBash (rm:*)' })
    expect(failure.message).toContain('3 problems')
    expect(fixOf(failure)).toContain('Write `Bash`.')
    expect(fixOf(failure)).toContain('Write `WebFetch`.')
    expect(fixOf(failure)).toContain('Write `Bash(rm:*)`.')
  })
})

describe('a name that Claude Code does not know', () => {
  test.each(['bash(touch:*)', 'BASH', 'Web_Fetch', 'webfetch', 'notebook-edit', 'MCP__github__get'])(
    '%s as a rule that denies is refused: it is a tool but for its spelling, and would deny nothing',
    async (rule) => {
      const { message } = await failureOf({ 'disallowed-tools': rule })
      expect(message).toContain(`${JSON.stringify(rule)} matches nothing: the tool is called`)
    },
  )
  test('as a rule that allows is a warning: it allows nothing', async () => {
    const { settings, warnings } = await parse({ 'allowed-tools': 'bash(touch:*)' })
    expect(settings.agent.allowedTools).toEqual(['bash(touch:*)'])
    expect(warnings).toEqual(['allowed-tools: "bash(touch:*)" matches nothing: the tool is called Bash (line 1).'])
  })
  test.each(['allowed-tools', 'disallowed-tools'] as const)(
    'is a warning in %s where no tool is near',
    async (input) => {
      const { warnings } = await parse({ [input]: 'Edit\nTeleport' })
      expect(warnings).toEqual([
        `${input}: "Teleport" names no tool that this release knows, and may match nothing (line 2).`,
      ])
    },
  )
  test.each(['Task', 'KillShell', 'Agent(Explore)', 'mcp__anything__at_all', 'Skill(review)'])(
    'is not %s',
    async (rule) => {
      expect((await parse({ 'allowed-tools': rule, 'disallowed-tools': rule })).warnings).toEqual([])
    },
  )
})

describe('a command that no command is like', () => {
  test.each([
    ['Bash(touch :*)', 'Bash(touch:*)'],
    ['Bash(git push: *)', 'Bash(git push:*)'],
    ['Bash(touch:*:*)', 'Bash(touch:*)'],
    ['Bash(touch:)', 'Bash(touch:*)'],
    ['Bash( touch made )', 'Bash(touch made)'],
    ['Bash(npm run *:*)', 'Bash(npm run * *)'],
    ['Bash("touch":*)', 'Bash(touch:*)'],
    [`Bash('./a/b' x)`, 'Bash(./a/b x)'],
  ])('%s should be %s', async (rule, meant) => {
    expect(fixOf(await failureOf({ 'disallowed-tools': rule }))).toBe(`Write \`${meant}\`.`)
    expect(checkRule(meant, 'deny')).toBeUndefined()
  })
  test('is only a warning in quotes where it should allow', async () => {
    const { warnings } = await parse({ 'allowed-tools': 'Bash("./a" x)' })
    expect(warnings[0]).toContain('matches only commands that have these quotes around the program')
  })
  test.each([
    ...[
      'Bash(git push origin HEAD:*)',
      'Bash(docker run -p 80:* *)',
      'Bash(npm run test:* -- --watch)',
      'Bash(touch *)',
    ],
    ...[
      'Bash(git commit -m "fix: *)',
      'Bash(touch  *)',
      'Bash(touch**)',
      'Bash(* --version)',
      'Bash(curl http://a/?b=*)',
    ],
    ...['WebFetch(domain:*.example.com)', 'WebFetch(domain:[::1])', 'Read(src/"a".txt)', 'mcp__a-b__c_d', 'mcp__a'],
  ])('is not %s', (rule) => {
    expect(checkRule(rule, 'deny')).toBeUndefined()
    expect(checkRule(rule, 'allow')).toBeUndefined()
  })
})

describe('a * in the name', () => {
  test.each(['bash*', 'BASH*', 'web*', 'WEBFETCH*', 'MCP__*', 'Mcp__github__*'])(
    '%s would deny nothing: names count with upper and lower case',
    (rule) => {
      expect(checkRule(rule, 'deny')?.must).toContain('matches nothing: the tool is called')
    },
  )
  test.each(['Bash*(touch:*)', '*(touch:*)', 'B*(touch)', 'Bash:*', 'Bash:touch', 'Bash.x'])(
    '%s would deny nothing: it is no name',
    (rule) => {
      expect(checkRule(rule, 'deny')?.must).toMatch(/must have no brackets|matches nothing/)
    },
  )
  test('that fits no tool of this release is a warning', () => {
    expect(checkRule('Tele*', 'deny')).toEqual({
      must: 'names no tool that this release knows, and may match nothing',
      isHarmless: true,
    })
    for (const rule of ['B*', 'Ba*h', '*ash', '*', '**', 'mcp__*']) expect(checkRule(rule, 'deny')).toBeUndefined()
  })
  test('may deny many tools, and allow only those of one server', () => {
    expect(checkRule('mcp__*', 'deny')).toBeUndefined()
    expect(checkRule('Web*', 'deny')).toBeUndefined()
    expect(checkRule('mcp__github__get_*', 'allow')).toBeUndefined()
    for (const rule of ['*', 'Web*', 'mcp__*']) {
      expect(checkRule(rule, 'allow')?.must).toContain('must name the tool it allows')
    }
  })
})

describe('a file tool whose path rules Claude Code does not heed', () => {
  test('is refused where it should deny, with the one that it heeds', async () => {
    const failure = await failureOf({ 'disallowed-tools': 'Write(secrets/**)' })
    expect(failure.message).toContain('"Write(secrets/**)" matches no file: Edit with the same path covers Write too')
    expect(fixOf(failure)).toBe('Write `Edit(secrets/**)`.')
  })
  test('is a warning where it should allow', async () => {
    expect((await parse({ 'allowed-tools': 'Glob(src/**)' })).warnings[0]).toContain('matches no file: Read')
  })
})

describe('paths of rules', () => {
  test('below the working directory are absolute, so that the file with the rules may be anywhere', async () => {
    const workspace = workspaceWith({ 'app/x': '' })
    const raw = { 'disallowed-tools': 'Read(/secrets/**)', 'working-directory': 'app' }
    const { settings } = await parse(raw, { workspace })
    expect(settings.agent.disallowedTools).toEqual([`Read(/${workspace}/app/secrets/**)`])
  })
  test.each([
    ['Read(//etc/**)', 'Read(//etc/**)'],
    ['Read(~/.aws/**)', 'Read(~/.aws/**)'],
    ['Read(./x)', 'Read(./x)'],
    ['Read(x)', 'Read(x)'],
    ['Read', 'Read'],
    ['Bash(/usr/bin/true)', 'Bash(/usr/bin/true)'],
    ['Edit(/x)', 'Edit(//srv/a/x)'],
  ])('%s is %s', (rule, anchored) => {
    expect(anchorRule(rule, '/srv/a')).toBe(anchored)
  })
  test('in a folder with letters that a pattern would heed', () => {
    expect(anchorRule('Read(/x)', '/w[1]/a*')).toBe(String.raw`Read(//w\[1\]/a\*/x)`)
    expect(anchorRule('Read(/x)', '/')).toBe('Read(//x)')
  })
})
