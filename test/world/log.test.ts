import { spawnSync } from 'node:child_process'

import { expect, test } from '@jest/globals'

import { harmlessLines } from '../../src/world/log.ts'
import { root } from '../support/runner.ts'

test.each([
  ['a command', '::error::x', ['\\::error::x']],
  ['behind white space', '  \t::add-mask::x', ['  \t\\::add-mask::x']],
  ['behind a carriage return', 'a\r::warning::x', ['a', '\\::warning::x']],
  ['in an old form, anywhere', 'text ##[error]x', ['text ##\\[error]x']],
  ['behind an escape sequence', '\u001b[31m::error::x', ['\\::error::x']],
  ['behind a control character', '\u0000::error::x', ['\\::error::x']],
  ['colons that are no command', 'a::b', ['a::b']],
  ['marks that turn the direction of text', 'a\u202eb\u2066c\u200f', ['abc']],
  ['several lines', 'a\nb\r\nc', ['a', 'b', 'c']],
])('%s cannot act', (_name, text, lines) => {
  expect(harmlessLines(text)).toEqual(lines)
})

test('annotations hold nothing that does not show', () => {
  const script = `
    import { createLog } from './src/world/log.ts'
    const { log } = createLog()
    log.error('one\\u001b[31m red\\u0000\\r\\ntwo\\u202e%0A::warning::x', 'ti\\u0007tle\\nmore')
    log.warning('\\u007fELF\\u0002\\u0001', undefined)
    log.notice('plain')`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' })
  expect(stdout.trim().split('\n')).toEqual([
    '::error title=title more::one red%0Atwo%250A::warning::x',
    '::warning::ELF',
    '::notice::plain',
  ])
})

test('groups that are open at once print one after the other', () => {
  const script = `
    import { createLog } from './src/world/log.ts'
    const { log } = createLog()
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
    await Promise.all([
      log.group('first', async (log) => { log.info('1a'); await wait(60); log.info('1b') }),
      log.group('second', async (log) => { log.info('2a'); await wait(20); log.info('2b') }),
      log.group('third', async (log) => { await wait(90); log.info('3a') }),
    ])
    await log.group('failing', async (log) => { log.info('4a'); throw new Error('x') }).catch(() => log.info('after'))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' })
  expect(stdout.trim().split('\n')).toEqual([
    ...['::group::first', '1a', '1b', '::endgroup::'],
    ...['::group::second', '2a', '2b', '::endgroup::'],
    ...['::group::third', '3a', '::endgroup::'],
    ...['::group::failing', '4a', '::endgroup::', 'after'],
  ])
})

test('of groups behind one that failed, only annotations and failures are printed', () => {
  const script = `
    import { createLog } from './src/world/log.ts'
    const { log } = createLog()
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
    const failing = (title, ms) => log.group(title, async (log) => { log.info(title + ' a'); await wait(ms); throw new Error('x') })
    await Promise.allSettled([
      failing('first', 40),
      log.group('second', async (log) => { log.info('2a'); log.warning('2b'); await wait(60); log.info('2c'); log.warning('2d') }),
      failing('third', 20),
    ])
    await log.group('later', async (log) => log.info('4a'))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' })
  expect(stdout.trim().split('\n')).toEqual([
    ...['::group::first', 'first a', '::warning::2b', '::endgroup::'],
    ...['::group::third', 'third a', '::endgroup::', '::warning::2d'],
    ...['::group::later', '4a', '::endgroup::'],
  ])
})

test('open groups are closed, so that what follows stands outside', () => {
  const script = `
    import { createLog } from './src/world/log.ts'
    const { log, logGroups } = createLog()
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
    const open = [
      log.group('first', async (log) => { log.info('1a'); await wait(60); log.info('1b') }),
      log.group('second', async (log) => { log.info('2a'); await wait(50); log.info('2b') }),
      log.group('third', async (log) => { log.info('3a'); throw new Error('x') }).catch(() => undefined),
    ]
    await wait(10)
    logGroups.close()
    log.error('wrong')
    await Promise.allSettled(open)
    logGroups.close()
    await log.group('later', async (log) => log.info('4a'))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' })
  expect(stdout.trim().split('\n')).toEqual([
    ...['::group::first', '1a', '::endgroup::'],
    ...['::group::third', '3a', '::endgroup::', '::error::wrong'],
    ...['::group::later', '4a', '::endgroup::'],
  ])
})

test('a secret is masked once, and remembered', () => {
  const script = `
    import { createSecrets } from './src/world/log.ts'
    const secrets = createSecrets()
    for (const value of ['', 'hunter2', 'hunter2']) secrets.add(value)
    console.log(JSON.stringify(secrets.all()))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' })
  expect(stdout.trim().split('\n')).toEqual(['::add-mask::hunter2', '["hunter2"]'])
})
