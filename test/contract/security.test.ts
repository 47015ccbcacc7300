import { readFileSync } from 'node:fs'

import { describe, expect, test } from '@jest/globals'

import { classifyEvent, EVENTS } from '../../src/events/event-class.ts'
import { DECLARED_INPUTS } from '../../src/inputs/declared.ts'
import { ATTACKS } from '../e2e/attacks/attacks.ts'
import { ATTACKS as CONFIGURING, UNHEEDED } from '../support/marked-checkout.ts'

const document = new URL('../../docs/SECURITY.md', import.meta.url)
const text = readFileSync(document, 'utf8')
const rows = [...text.matchAll(/^\| ([\w-]+): .* \| \[([\w-]+)\]\((\S+)\) \|$/gm)].map(
  ([, id = '', name, path = '']) => ({
    ...{ id, name, path },
  }),
)
const ofTable = ATTACKS.map(({ id }) => id)

describe('the attacks of SECURITY.md', () => {
  test('are those of the tests', () => {
    const inSandbox = rows.filter(({ name }) => name === 'sandbox').map(({ id }) => id)
    expect([...inSandbox].sort()).toEqual([...ofTable].sort())
  })

  test.each(rows.map((row) => [row.id, row] as const))('%s has a test that is there', (id, { name, path }) => {
    const source = readFileSync(new URL(path, document), 'utf8')
    expect(path).toContain(`/${name}.test.ts`)
    // A file of its own says in its first line which attack it is.
    if (!ofTable.includes(id) && /^T\d/.test(id)) expect(source).toMatch(new RegExp(`^// ${id}:`))
    // Those on the gateway need no machine of their own.
    if (name !== 'gateway') expect(source).toContain('withMachine(')
  })

  test('name every attack on the sandbox that was found', () => {
    const found = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'T13', 'T17', 'T18']
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(found))
  })
})

test('links of SECURITY.md lead somewhere', () => {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading.toLowerCase().replaceAll(/\W+/g, '-'),
  )
  for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (target.startsWith('#')) expect(headings).toContain(target.slice(1))
    else if (!target.startsWith('https:'))
      expect(readFileSync(new URL(target.replace(/#.*/, ''), document))).toBeDefined()
  }
})

describe('the events that strangers can cause', () => {
  const section = text.slice(text.indexOf('## Events that strangers'), text.indexOf('## What the agent gets'))
  const rowsOf = (first: string) =>
    section.split('\n').filter((line) => line.startsWith(`| ${first}`) && !line.startsWith('| in force'))

  test.each(['own', 'stranger'] as const)('of class %s are those of the code', (eventClass) => {
    const [row = ''] = rowsOf(eventClass)
    const names = [...row.matchAll(/`(\w+)`/g)].map(([, name = '']) => name).filter((name) => name !== 'pull_request')
    expect(names.length).toBeGreaterThan(9)
    for (const name of names) expect([name, classifyEvent(name, {}).class]).toEqual([name, eventClass])
    if (eventClass === 'own') return
    const caused = ['workflow_run', 'workflow_call', 'check_run', 'check_suite', 'status', 'pull_request']
    const strangers = Object.keys(EVENTS).filter((name) => classifyEvent(name, {}).class === 'stranger')
    expect([...names, ...caused].sort()).toEqual(strangers.sort())
  })

  test('each rule names inputs that there are, and a test', () => {
    const rules = section.split('\n').filter((line) => /^\| .*\| \[.*\]\(.*\) \|$/.test(line))
    expect(rules).toHaveLength(10)
    const inputs = rules.flatMap((rule) =>
      [...rule.matchAll(/`([a-z]+(?:-[a-z]+)+)(?::[^`]*)?`/g)].map(([, name = '']) => name),
    )
    expect(inputs.length).toBeGreaterThan(10)
    expect(Object.keys(DECLARED_INPUTS)).toEqual(expect.arrayContaining(inputs))
  })

  test('the ways of the checkout are as many as the test has', () => {
    expect(section).toContain(`[${CONFIGURING.length + UNHEEDED.length} ways, with the real Claude Code]`)
  })
})
