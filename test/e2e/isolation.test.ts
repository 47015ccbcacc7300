// The shipped action with the real Claude Code on each kind of runner: where the sandbox comes from, and what is said where none can be.
import { beforeAll, describe, expect, test } from '@jest/globals'

import { inMachine, type MachineKind } from '../support/machine.ts'
import type { MachineRun, MachineRunResult } from '../support/machine-scenario.ts'
import { realClaude } from '../support/real-claude.ts'
import { withMachine } from '../support/with-machine.ts'

const module = new URL('../support/machine-scenario.ts', import.meta.url).href

/** Runs the action in a machine of its own. */
async function runOn(kind: MachineKind, argument: MachineRun): Promise<MachineRunResult> {
  const { toolCache } = await realClaude()
  return inMachine(kind, { module, name: 'runInMachine', argument, toolCache })
}

/** What the action's process and every other of the job have in their environment and the agent must not find. */
const PLANTED = {
  ACTIONS_RUNTIME_TOKEN: 'planted-runtime-token',
  'INPUT_BEDROCK-API-KEY': '',
  MY_DEPLOY_KEY: 'planted-deploy-key',
}

/** Looks into every environment and every file of the runner that it can read, and writes down what it finds. */
const SEARCH = `{ env; cat /proc/[0-9]*/environ | tr '\\0' '\\n'; cat "$RUNNER_TEMP"/*/* "$RUNNER_TEMP"/*/*/*; } 2>/dev/null | grep -aoE 'planted-[a-z-]+' | sort -u >found; echo searched`

const BEFORE = `mkdir -p "$RUNNER_TEMP/earlier"; echo planted-in-temp > "$RUNNER_TEMP/earlier/file"`

const WORK = `touch made && echo mine > "$RUNNER_TEMP/agent-file" && mkdir -p ~/.cache/x && git --version && ls "$CLAUDE_CONFIG_DIR"`

beforeAll(async () => {
  await realClaude()
}, 120_000)

withMachine('a sandbox', () => {
  describe.each([
    ['hosted', 'as an ordinary user with passwordless sudo and no user namespaces', 'by sudo'],
    ['user', 'as an ordinary user with user namespaces and no sudo', 'as this user'],
    ['container', 'as root in a container, over a workspace of another user', 'as root'],
    ['container-own', 'as root in a container, over a workspace of its own', 'as root'],
  ] as const)('%s: %s', (kind, _, way) => {
    let ran: MachineRunResult
    beforeAll(async () => {
      ran = await runOn(kind, {
        inputs: { isolation: 'required' },
        env: PLANTED,
        before: BEFORE,
        commands: [SEARCH, WORK, 'sudo -n id'],
        after: `echo "found: $(cat found)"; ls -A; ls -A "$RUNNER_TEMP" "$HOME"; cat "$RUNNER_TEMP"/agent-file 2>&1 || :`,
      })
    }, 120_000)

    test('holds a whole run', () => {
      expect(ran.log).toContain(`the agent runs in a sandbox (unshare, ${way})`)
      expect(ran).toMatchObject({ code: 0, outputs: { conclusion: 'success', isolation: 'unshare' } })
      expect(ran.log).not.toContain('::warning')
    })

    test('hides every secret of the job', () => {
      expect(ran.printed[0]).toBe('searched')
      expect(ran.after).toMatch(/^found: \n/)
    })

    test('lets the agent work', () => {
      expect(ran.printed[1]).toMatch(/^git version .*\n(.*\n)*projects/)
      expect(ran.after.split('\n')).toContain('made')
    })

    test('has sudo say what gives it back, where it is there', () => {
      if (kind === 'user') expect(ran.printed[2]).toContain('sudo: command not found')
      else
        expect(ran.printed[2]).toContain(
          'sudo: not in the sandbox of this action. The workflow gives it back with isolation: off',
        )
    })

    test('leaves nothing of it but in the workspace', () => {
      expect(ran.after).not.toContain('mine')
      expect(ran.after).not.toContain('.cache')
      expect(ran.after).toContain('No such file or directory')
    })
  })

  test('is not needed for the search to be tried: without it every secret is found', async () => {
    const ran = await runOn('hosted', {
      inputs: { isolation: 'off' },
      env: PLANTED,
      before: BEFORE,
      commands: [SEARCH],
      after: 'cat found',
    })
    expect(ran.outputs).toMatchObject({ conclusion: 'success', isolation: 'none' })
    expect(ran.after).toBe('planted-deploy-key\nplanted-in-temp\nplanted-runtime-token\n')
  }, 120_000)

  test('with auto, is there where it works', async () => {
    const ran = await runOn('hosted', { inputs: { isolation: 'auto' }, commands: [SEARCH] })
    expect(ran.outputs).toMatchObject({ conclusion: 'success', isolation: 'unshare' })
  }, 120_000)

  test('with off, is never tried, and sudo neither', async () => {
    const record = `sudo sh -c 'mv /usr/bin/sudo /usr/bin/real-sudo; printf "#!/bin/sh\\necho tried >>/tmp/sudo-tried\\nexec /usr/bin/real-sudo \\"\\$@\\"\\n" >/usr/bin/sudo; chmod 755 /usr/bin/sudo'`
    const tried = (isolation: string) =>
      runOn('hosted', {
        inputs: { isolation },
        before: record,
        commands: [],
        after: 'cat /tmp/sudo-tried 2>/dev/null || echo no',
      })
    const [off, auto] = [await tried('off'), await tried('auto')]
    expect(off.outputs).toMatchObject({ conclusion: 'success', isolation: 'none' })
    expect([off.after, auto.after]).toEqual(['no\n', 'tried\n'])
    expect(off.log).not.toContain('::warning')
  }, 120_000)
})

withMachine('where no sandbox can be made', () => {
  describe.each([
    ['bare', 'as this user: "unshare: unshare failed: Operation not permitted"; by sudo -n: "sudo: ', /sysctl/],
    ['container-locked', 'as root: "unshare: unshare failed: Operation not permitted"', /--cap-add SYS_ADMIN/],
  ] as const)('%s', (kind, why, fix) => {
    let auto: MachineRunResult
    let required: MachineRunResult
    beforeAll(async () => {
      auto = await runOn(kind, { inputs: { isolation: 'auto' }, commands: ['touch made'] })
      required = await runOn(kind, { inputs: { isolation: 'required' }, commands: ['touch made'], after: 'ls -A' })
    }, 240_000)

    test('auto goes on, with a warning that says what is open, and the fix', () => {
      expect(auto.outputs).toMatchObject({ conclusion: 'success', isolation: 'none' })
      const [warning = ''] = auto.log.split('\n').filter((line) => line.startsWith('::warning'))
      expect(warning).toContain(why)
      expect(warning).toContain('runner’s tokens and the inputs')
      expect(warning).toMatch(fix)
    })

    test('required is no run', () => {
      expect(required).toMatchObject({
        code: 1,
        outputs: { conclusion: 'failure', 'failure-code': 'platform-unsupported' },
      })
      expect(required.outputs['failure-message']).toContain(`isolation: required, but the sandbox cannot be made`)
      expect(required.outputs['failure-message']).toMatch(fix)
      expect(required.after.split('\n')).not.toContain('made')
      expect(required.transcript).toBe('')
    })
  })
})
