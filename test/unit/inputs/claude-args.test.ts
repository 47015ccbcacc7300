import { describe, expect, test } from '@jest/globals'

import { yaml } from '../../../src/errors.ts'
import { claudeArgs } from '../../../src/inputs/agent.ts'

describe('claude-args are split like a shell would', () => {
  test.each([
    ['--add-dir ../docs', ['--add-dir', '../docs']],
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
  ])('%s', (text, flag, fix) => {
    expect(claudeArgs(text)).toMatchObject({ ok: false, refusal: { must: expect.stringContaining(` ${flag},`), fix } })
  })
  test.each([
    ['--add-dir x --model opus', '--model', 'model: us.anthropic.claude-opus-5-5'],
    ['"--max-turns" 3', '--max-turns', 'max-turns: 20'],
    ['--effort=max', '--effort', 'effort: high'],
    ['--append-system-prompt-file=p.md', '--append-system-prompt-file', 'append-system-prompt: Answer in English.'],
    ['--max-thinking-tokens 5000', '--max-thinking-tokens', 'max-thinking-tokens: 1024'],
    ['-r0b0e7a43', '-r', 'resume-session: 0b0e7a43-5d1c-4c6e-9a39-2f8f5c1d7e10'],
    ['--dangerously-skip-permissions', '--dangerously-skip-permissions', 'permission-mode: bypassPermissions'],
  ])('%s, with the input to write', (text, flag, line) => {
    const fix = [`Remove \`${flag}\` from \`claude-args\`, and write, for example:`, yaml(`with:\n  ${line}`)]
    expect(claudeArgs(text)).toMatchObject({ ok: false, refusal: { must: expect.stringContaining(` ${flag},`), fix } })
  })
  test('a flag that only starts the same is let through', () => {
    expect(claudeArgs('--model-info --settings-dir x')).toMatchObject({ ok: true })
  })
})
