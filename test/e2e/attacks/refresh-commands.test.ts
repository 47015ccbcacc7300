// What signs in again while the agent works runs outside the sandbox, with the action's tokens: the agent must have no part in it.
import { expect, test } from '@jest/globals'

import { withMachine } from '../../support/with-machine.ts'
import { runOn } from './run.ts'

const WORKSPACE = '/home/runner/work/repository/repository'
const KEYS = '/home/runner/keys.json'
/** What the profile of aws-auth-refresh reads: keys that last until the command copies newer ones. */
const COPY = '/home/runner/copied-keys.json'

/** Prints the keys of the run, and notes what it is: planted ones say so. */
const PROGRAM = `#!/bin/sh\\ncp ${KEYS} ${COPY}; cat ${KEYS}\\n`
const PLANTED = `#!/bin/sh\\nenv >/tmp/ran-planted\\ncp ${KEYS} ${COPY}; cat ${KEYS}\\n`

interface Case {
  readonly by: string
  readonly inputs: Record<string, string>
  readonly env?: Record<string, string>
  readonly before?: string
}

const CASES: readonly Case[] = [
  { by: 'aws-credential-export', inputs: { 'aws-credential-export': `sh ${WORKSPACE}/refresh.sh` } },
  {
    by: 'aws-auth-refresh',
    inputs: { 'aws-profile': 'ci', 'aws-auth-refresh': `sh ${WORKSPACE}/refresh.sh` },
    before: `mkdir -p ~/.aws; printf '[profile ci]\\ncredential_process = cat ${COPY}\\n' >~/.aws/config`,
  },
  {
    by: 'credential_process',
    inputs: { 'aws-profile': 'ci' },
    before: `mkdir -p ~/.aws; printf '[profile ci]\\ncredential_process = sh ${WORKSPACE}/refresh.sh\\n' >~/.aws/config`,
  },
]

const attack = ({ inputs, env = {}, before = ':' }: Case, isolation: string, command: string) =>
  runOn('hosted', {
    keysFile: KEYS,
    inputs: { 'role-to-assume': '', isolation, ...inputs },
    env,
    before: `printf '${PROGRAM}' >refresh.sh; printf '${PROGRAM}' >"$RUNNER_TEMP/refresh.sh"; ${before}`,
    commands: [command, 'sleep 4; echo slept', 'sleep 4; echo slept', 'echo last'],
    after: '[ -s /tmp/ran-planted ] && echo works || echo no',
  })

withMachine('a command that signs in again', () => {
  test.each(CASES)(
    'in the workspace, is no run with a sandbox: $by',
    async (each) => {
      const ran = await attack(each, 'required', 'true')
      expect(ran.outputs).toMatchObject({ conclusion: 'failure', 'failure-code': 'input-invalid' })
      expect(ran.outputs['failure-message']).toContain(`${each.by} uses ${WORKSPACE}`)
      expect(ran.transcript).toBe('')
    },
    120_000,
  )

  test.each(CASES)(
    'in the workspace, is a warning without one, and the agent’s way out: $by',
    async (each) => {
      const ran = await attack(each, 'off', `printf '${PLANTED}' >${WORKSPACE}/refresh.sh`)
      expect(ran.log).toMatch(new RegExp(`::warning.*${each.by} uses ${WORKSPACE}`))
      expect(ran.after).toBe('works\n')
    },
    120_000,
  )

  test('runs a program of PATH that is not the workspace’s', async () => {
    const inputs = { 'aws-credential-export': 'show-keys' }
    const before = `mkdir -p bin; for at in bin/show-keys ~/.local/bin/show-keys; do mkdir -p "$(dirname $at)"; printf '${PROGRAM}' >$at; chmod +x $at; done`
    const path = { PATH: `${WORKSPACE}/bin:.:/home/runner/.local/bin:/usr/bin:/bin` }
    const plant = `printf '${PLANTED}' >${WORKSPACE}/bin/show-keys; printf '${PLANTED}' >${WORKSPACE}/show-keys; chmod +x ${WORKSPACE}/show-keys; printf '${PLANTED}' >~/.local/bin/show-keys`
    const ran = await attack({ by: '', inputs, env: path, before }, 'required', plant)
    expect(ran).toMatchObject({ code: 0, after: 'no\n' })
    // It was run again after the agent had done that.
    expect(ran.log.split('Running the command of aws-credential-export').length).toBeGreaterThan(2)
    // The agent's own PATH is the job's.
    const own = await attack({ by: '', inputs, env: path, before }, 'required', 'command -v show-keys')
    expect(own.printed[0]).toBe(`${WORKSPACE}/bin/show-keys`)
  }, 240_000)
})
