// The documents that promise to be complete: the Japanese README, the tables for those who migrate, the commands for transcripts.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

import { claudeArgs } from '../../src/inputs/agent.ts'
import { CORE_INPUTS } from '../../scripts/docs.ts'
import { blocksOf as fixBlocks, fixText } from '../../src/errors.ts'
import { DECLARED_INPUTS } from '../../src/inputs/declared.ts'
import { defaultOf } from '../../src/inputs/form.ts'
import { emptyOutputs } from '../support/empty-outputs.ts'
import { needing } from '../support/needs.ts'
import { root } from '../support/runner.ts'
import { blocksOf } from './documents.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const action = parse(read('action.yml')) as { outputs: object }

/** The cells of a document's table rows, of tables with so many columns. */
const rowsOf = (text: string, columns: number) =>
  [...text.matchAll(/^\| (.*) \|$/gm)]
    .map(([, row = '']) => row.split(/ ?(?<!\\)\| /).map((cell) => cell.trim()))
    .filter((cells) => cells.length === columns && cells[0] !== '---')

const codesIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

describe('README.ja.md', () => {
  const text = read('README.ja.md')
  const section = (heading: string) => text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''

  test('has the inputs that README.md has, with their defaults', () => {
    const rows = rowsOf(section('入力'), 3).filter(([name]) => name !== '入力')
    expect(rows.map(([name, value]) => [name, value])).toEqual(
      CORE_INPUTS.map((name) => [`\`${name}\``, defaultOf(name) && `\`${defaultOf(name)}\``]),
    )
  })

  test('has every output, in the order of action.yml', () => {
    const rows = rowsOf(section('出力'), 2).filter(([name]) => name !== '出力')
    expect(rows.map(([name]) => name)).toEqual(Object.keys(action.outputs).map((name) => `\`${name}\``))
  })

  const isCode = ({ language }: { language: string }) => language !== 'mermaid'

  test('shows what README.md shows: the same YAML, JSON and commands', () => {
    const meaning = (path: string) =>
      blocksOf(path)
        .filter(isCode)
        .map(({ language, text: block }) => {
          if (language === 'sh') return block.replaceAll(/ +#.*$/gm, '')
          return language === 'yaml' || language === 'json' ? (parse(block) as object) : block
        })
    expect(meaning('README.ja.md')).toEqual(meaning('README.md'))
  })

  test('points to every document and every example', () => {
    const targets = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, target]) => target)
    const listed = execFileSync('ls', ['docs', 'examples/workflows'], { cwd: root, encoding: 'utf8' })
    const names = [...listed.matchAll(/^[\w.-]+\.(?:md|yml)$/gm)].map(([name]) => name)
    for (const name of names) expect(targets.map((target) => target?.split('/').at(-1))).toContain(name)
  })
})

describe('MIGRATING.md', () => {
  const text = read('docs/MIGRATING.md')
  const section = (heading: string) => text.split(/^## From /m).find((part) => part.startsWith(heading)) ?? ''
  const rows = (heading: string) =>
    rowsOf(section(heading), 2).flatMap(([theirs = '', ours = '']) =>
      codesIn(theirs).map((name) => [name, ours] as const),
    )

  // Read from their action.yml: v1.0.200, base-action@53ab25a, v6.2.3.
  const anthropic =
    'anthropic_api_key claude_code_oauth_token anthropic_federation_rule_id anthropic_organization_id anthropic_service_account_id anthropic_workspace_id anthropic_oidc_audience use_bedrock use_vertex use_foundry'
  const both = `${anthropic} prompt settings claude_args path_to_claude_code_executable path_to_bun_executable show_full_output plugins plugin_marketplaces`
  const bot =
    'trigger_phrase assignee_trigger label_trigger base_branch branch_prefix branch_name_template allowed_bots allowed_non_write_users include_comments_by_actor exclude_comments_by_actor github_token additional_permissions use_sticky_comment classify_inline_comments use_commit_signing ssh_signing_key bot_id bot_name track_progress include_fix_links display_report'
  const botOutputs = 'conclusion execution_file branch_name github_token structured_output session_id'
  const aws =
    'aws-region aws-profile overwrite-aws-profile role-to-assume aws-access-key-id aws-secret-access-key aws-session-token web-identity-token-file role-chaining audience http-proxy no-proxy mask-aws-account-id role-duration-seconds role-external-id role-session-name role-skip-session-tagging transitive-tag-keys inline-session-policy managed-session-policies output-credentials output-env-credentials unset-current-credentials disable-retry retry-max-attempts special-characters-workaround use-existing-credentials allowed-account-ids force-skip-oidc action-timeout-s custom-tags sts-endpoint'

  test.each([
    ['anthropics/claude-code-action', `${both} ${bot} ${botOutputs}`],
    ['anthropics/claude-code-base-action', `${both} prompt_file use_node_cache`],
    ['aws-actions/configure-aws-credentials', aws],
  ])('%s: has an answer for every input', (heading, names) => {
    expect(rows(heading).map(([name]) => name)).toEqual(expect.arrayContaining(names.split(' ')))
  })

  test('a name that is inputs here as there leads to that input', () => {
    for (const [name, ours] of rows('aws-actions/configure-aws-credentials')) {
      if (name in DECLARED_INPUTS) expect(codesIn(ours)[0]).toBe(name)
    }
  })

  test('flags of claude_args are those that the action refuses, with the inputs that it names', () => {
    const flags = rows('anthropics/claude-code-action').filter(([name]) => name.startsWith('-'))
    expect(flags.length).toBeGreaterThan(15)
    for (const [flag, ours] of flags) {
      const checked = claudeArgs(flag)
      const fix = checked.ok ? 'taken' : fixText(fixBlocks(checked.refusal.fix ?? ''))
      expect(fix).toContain(`Remove \`${flag}\``)
      const [input] = codesIn(ours)
      if (input === undefined) expect(fix).not.toContain('with:')
      else expect(fix).toContain(`  ${input}`)
    }
  })

  test('other flags that it names are taken', () => {
    const examples = [...text.matchAll(/`claude-args: (--[^`]+)`/g)].map(([, args = '']) => args)
    expect(examples.length).toBeGreaterThan(1)
    for (const args of examples) expect(claudeArgs(args).ok).toBe(true)
  })
})

describe('TRANSCRIPTS.md', () => {
  const blocks = blocksOf('docs/TRANSCRIPTS.md')
  const line = blocks.find(({ language }) => language === 'json')?.text ?? ''

  test('shows a line of the diagnostics with the fields that they have', () => {
    const [, body = ''] = /interface CallRecord \{\n(.*?)\n\}/s.exec(read('src/gateway/types.ts')) ?? []
    const fields = [...body.matchAll(/^ {2}readonly (\w+):/gm)].map(([, name]) => name)
    expect(Object.keys(JSON.parse(line) as object)).toEqual(fields)
  })

  needing('jq').test('has commands that read a transcript', () => {
    const folder = mkdtempSync(join(tmpdir(), 'transcript-'))
    const denial = { tool_name: 'Bash', tool_use_id: 'toolu_1', tool_input: { command: 'npm test' } }
    const result = { ...emptyOutputs('failure'), 'failure-code': 'throttled', 'permission-denials': [denial] }
    writeFileSync(join(folder, 'result.json'), JSON.stringify(result))
    const refused = { ...(JSON.parse(line) as object), status: 429, requestId: 'r-2', error: 'Too many tokens' }
    const calls = [JSON.parse(line) as object, refused].map((call) => `${JSON.stringify(call)}\n`)
    writeFileSync(join(folder, 'diagnostics.jsonl'), calls.join(''))
    cpSync(join(root, 'test/fixtures/success.jsonl'), join(folder, 'transcript.jsonl'))
    const commands = blocks.find(({ text }) => text.includes('jq '))?.text ?? ''
    const printed = execFileSync('bash', ['-eo', 'pipefail', '-c', commands], { cwd: folder, encoding: 'utf8' })
    expect(printed).toMatch(/^failure\nthrottled\n/)
    expect(printed).toContain('["Bash",{"command":"npm test"}]\n')
    expect(printed).toMatch(/^\["\w+",\{"/m)
    expect(printed).toContain(',429,"r-2","Too many tokens"]')
    expect(printed).toContain('"output": 12')
  })
})
