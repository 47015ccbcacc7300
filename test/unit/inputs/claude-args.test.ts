import { describe, expect, test } from '@jest/globals'

import { claudeArgs } from '../../../src/inputs/claude-args.ts'

describe('claude-args are split like a shell would', () => {
  test.each([
    ['--effort high', ['--effort', 'high']],
    ['--add-dir ../a\n--add-dir ../b\n', ['--add-dir', '../a', '--add-dir', '../b']],
    ['--a one \\\n  --b two', ['--a', 'one', '--b', 'two']],
    [`--tools 'Bash(git *)' "Read(a b)"`, ['--tools', 'Bash(git *)', 'Read(a b)']],
    [`--agents '{"r": {"prompt": "it is #1 | done"}}'`, ['--agents', '{"r": {"prompt": "it is #1 | done"}}']],
    [`"say \\"hi\\"" it\\'s`, ['say "hi"', "it's"]],
    [`''`, ['']],
  ])('%s', (text, args) => {
    expect(claudeArgs(text)).toEqual({ ok: true, value: args })
  })
})

describe('nothing is expanded', () => {
  test.each([
    ['--name $HOME', ['--name', '$HOME']],
    ['--name "${HOME}/x"', ['--name', '${HOME}/x']],
    [`'$A' $ \\$B "\\$C"`, ['$A', '$', '$B', '$C']],
    ['"$(date)"', ['$(date)']],
    ['${unclosed', ['${unclosed']],
  ])('%s', (text, args) => {
    expect(claudeArgs(text)).toEqual({ ok: true, value: args })
  })
})

describe('what only a shell could act on is refused', () => {
  test.each([
    ['--a | tee log', "must not have the shell's |"],
    ['--a && b', "must not have the shell's &&"],
    ['--a > file', "must not have the shell's >"],
    ['$(date)', "must not have the shell's ("],
    ['--add-dir src/*', 'must not have a pattern of file names'],
    ['--a # note', 'must not have a comment'],
    [`--a "open`, 'must have a closing quote'],
    [`--a it's`, 'must have a closing quote'],
  ])('%s', (text, must) => {
    expect(claudeArgs(text)).toMatchObject({ ok: false, refusal: { must: expect.stringContaining(must) } })
  })
})

describe('flags the action passes itself are refused', () => {
  test.each([
    ['-p', '-p', 'Remove `-p` from `claude-args`.'],
    ['--output-format=json', '--output-format', 'Remove `--output-format` from `claude-args`.'],
    ['--effort high --model opus', '--model', 'Remove `--model` from `claude-args`, and write `model: ...` instead.'],
    ['"--max-turns" 3', '--max-turns', 'Remove `--max-turns` from `claude-args`, and write `max-turns: ...` instead.'],
    [
      '--dangerously-skip-permissions',
      '--dangerously-skip-permissions',
      'Remove `--dangerously-skip-permissions` from `claude-args`, and write `permission-mode: bypassPermissions` instead.',
    ],
  ])('%s', (text, flag, fix) => {
    expect(claudeArgs(text)).toMatchObject({ ok: false, refusal: { must: expect.stringContaining(` ${flag},`), fix } })
  })
  test('a flag that only starts the same is let through', () => {
    expect(claudeArgs('--model-info --settings-dir x')).toMatchObject({ ok: true })
  })
})
