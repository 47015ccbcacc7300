// What the agent does to the checkout's git, with the real Claude Code.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '@jest/globals'

import { STS_ERRORS, stsErrorReply } from '../emulators/sts-errors.ts'
import type { StepResult } from '../support/runner.ts'
import { scenario, type Scenario } from '../support/scenario.ts'

const bash = (command: string) => ({ toolUses: [{ name: 'Bash', input: { command } }] })

/** A run in which the agent runs `commands` in a repository with one committed file. */
async function runOf(
  commands: string[],
  files: Record<string, string> = {},
): Promise<{ here: Scenario; git: (...args: string[]) => string; result: StepResult }> {
  const here = await scenario({ aws: { script: [...commands.map(bash), { text: 'Done.' }] } })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      cwd: here.job.workspace,
      stdio: 'pipe',
    }).toString()
  git('init', '--quiet')
  for (const [name, text] of Object.entries({ 'a.txt': 'a\n', ...files }))
    writeFileSync(join(here.job.workspace, name), text, { mode: 0o755 })
  git('add', '--all')
  git('commit', '--quiet', '--message=first')
  const result = await here.step({ prompt: 'Work.', 'allowed-tools': 'Bash' })
  return { here, git, result }
}

test('settings of git that the agent planted are undone before a later step runs git, and named in the log', async () => {
  // In a script, since Claude Code itself refuses such commands where it sees them.
  const planted = [
    'git config core.fsmonitor "touch planted-ran; true"',
    'git config user.name agent',
    'cp plant.sh .git/hooks/pre-commit',
    'touch planted-ran; rm planted-ran',
  ]
  const files = { 'plant.sh': `#!/bin/sh\n${planted.join('\n')}\n` }
  const ran = await runOf(['sh plant.sh', 'echo b >> a.txt'], files)
  await using here = ran.here
  const { git, result } = ran
  expect(result.outputs.conclusion).toBe('success')
  expect(JSON.parse(result.outputs['changed-files'] ?? '')).toEqual(['a.txt'])
  git('status')
  git('commit', '--quiet', '--all', '--message=later')
  expect(existsSync(join(here.job.workspace, 'planted-ran'))).toBe(false)
  expect(result.main.stdout).toContain('.git/config was changed (core.fsmonitor, user.name); it is put back')
  expect(result.main.stdout).toContain('.git/hooks was changed; it is put back')
})

test('what the agent commits is in changed-files and in a patch that applies to the checkout it found', async () => {
  const ran = await runOf([
    'echo b >> a.txt && echo new > new.txt',
    'git add --all && git -c user.name=agent -c user.email=agent@example.com commit --quiet --message=second',
  ])
  await using here = ran.here
  const { git, result } = ran
  expect(JSON.parse(result.outputs['changed-files'] ?? '')).toEqual(['a.txt', 'new.txt'])
  const patch = join(result.outputs['transcript-path'] ?? '', 'changes.patch')
  git('checkout', '--quiet', 'HEAD~1')
  git('apply', patch)
  expect(readFileSync(join(here.job.workspace, 'a.txt'), 'utf8')).toBe('a\nb\n')
  expect(readFileSync(join(here.job.workspace, 'new.txt'), 'utf8')).toBe('new\n')
})

test('a workspace without git is said to be not known, and no output claims that nothing changed', async () => {
  await using here = await scenario({ aws: { script: [bash('echo x > new.txt'), { text: 'Done.' }] } })
  rmSync(join(here.job.workspace, '.git'), { recursive: true, force: true })
  const result = await here.step({ prompt: 'Work.', 'allowed-tools': 'Bash' })
  expect(result.outputs['changed-files']).toBe('')
  expect(result.main.stdout).toContain('changed-files is not known: the workspace holds no git repository.')
  expect(JSON.parse(readFileSync(join(result.outputs['transcript-path'] ?? '', 'result.json'), 'utf8'))).toMatchObject({
    'changed-files': null,
  })
})

test('settings of git that a hook planted are undone, also where the sign-in fails while the agent runs', async () => {
  await using here = await scenario()
  const { workspace } = here.job
  execFileSync('git', ['init', '--quiet'], { cwd: workspace })
  const config = readFileSync(join(workspace, '.git', 'config'), 'utf8')
  const { faults } = here.aws.sts
  faults.next('AssumeRoleWithWebIdentity', stsErrorReply(STS_ERRORS.throttled), 4)
  faults.next('AssumeRoleWithWebIdentity', stsErrorReply(STS_ERRORS.trustDenied))
  const command = 'git config core.fsmonitor "touch ran"'
  const settings = { hooks: { SessionStart: [{ hooks: [{ type: 'command', command }] }] } }
  const { main, outputs, summary } = await here.step({ prompt: 'Work.', settings: JSON.stringify(settings) })
  expect(outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'role-not-assumable' })
  expect(main.stdout).toContain('.git/config was changed (core.fsmonitor); it is put back')
  expect(summary).toContain('core.fsmonitor')
  expect(readFileSync(join(workspace, '.git', 'config'), 'utf8')).toBe(config)
})
