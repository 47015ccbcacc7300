// T12-git: settings of git that the agent plants in the workspace run in its own commands, and in no later step.
import { expect, test } from '@jest/globals'

import { withMachine } from '../../support/with-machine.ts'
import { runOn } from './run.ts'

const RAN = 'ran-T12-git'
const REPOSITORY =
  'git init -q . && git config user.name a && git config user.email a@example.com && git commit -q --allow-empty -m first'

/** A file system monitor and a hook of the repository, and a repository of its own below. */
const PLANT = `
mark="touch $PWD/${RAN}; true"
plant() { git -C "$1" config core.fsmonitor "$mark"; printf '#!/bin/sh\\n%s\\n' "$mark" >"$1/.git/hooks/pre-commit"; chmod +x "$1/.git/hooks/pre-commit"; }
mkdir -p .git/hooks; plant .
git init -q app; mkdir -p app/.git/hooks; plant app
`

const LATER =
  'for at in . app; do git -C $at status >/dev/null; git -C $at -c user.name=a -c user.email=a@b commit -q --allow-empty -m later; done'
const SAY = `[ -e ${RAN} ] && echo works || echo no`

withMachine('settings of git', () => {
  test.each(['required', 'off'])(
    'of the agent run nothing in a later step, though they did before: isolation: %s',
    async (isolation) => {
      const ran = await runOn('hosted', {
        inputs: { isolation },
        before: REPOSITORY,
        commands: [PLANT, `${LATER}; ${SAY}; rm -f ${RAN}`],
        after: `${LATER}; ${SAY}`,
      })
      expect(ran.printed[1]).toContain('works')
      expect(ran.after).toBe('no\n')
      for (const text of [ran.log, ran.summary]) {
        expect(text).toContain('.git/config was changed (core.fsmonitor)')
        expect(text).toContain('app/.git is new')
      }
      expect(ran.outputs.conclusion).toBe('success')
    },
    120_000,
  )
})
