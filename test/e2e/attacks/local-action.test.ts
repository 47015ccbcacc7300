// T5: the action is used from the workspace (`uses: ./...`), which the agent writes; post runs it with the job's tokens.
import { describe, expect, test } from '@jest/globals'

import { withMachine } from '../../support/with-machine.ts'
import { runOn } from './run.ts'

const WORKSPACE = '/home/runner/work/repository/repository'
const PLANTED = `import('node:fs').then((fs) => fs.writeFileSync('/tmp/ran-T5', 'x'))`

const WAYS = [
  ['its post step is overwritten', (action: string) => `echo "${PLANTED}" >${action}/dist/post.js`],
  [
    'a file beside it is replaced',
    (action: string) => `rm -f ${action}/dist/post.js; echo "${PLANTED}" >${action}/dist/post.js`,
  ],
  [
    'a folder above it is renamed',
    (action: string) => {
      const top = action === WORKSPACE ? `${WORKSPACE}/dist` : `${WORKSPACE}/.github`
      const dist = `${action}/dist`
      return `mv ${top} ${top}.old && mkdir -p ${dist} && echo "${PLANTED}" >${dist}/post.js`
    },
  ],
] as const

withMachine('an action in the workspace', () => {
  describe.each([
    ['below it', `${WORKSPACE}/.github/actions/claude`],
    ['at its top', WORKSPACE],
  ])('%s', (_, action) => {
    const attack = (isolation: string, commands: readonly string[]) =>
      runOn('hosted', {
        ...{ action, inputs: { isolation } },
        before: `mkdir -p ${action} && cp -a /home/runner/work/_actions/owner/action/v0/. ${action}`,
        commands: commands.map((command) => `( ${command} ) 2>&1 || :`),
        after: '[ -e /tmp/ran-T5 ] && echo works || echo no',
      })

    test('is not the agent’s to change, in the sandbox', async () => {
      const ran = await attack('required', [
        ...WAYS.map(([, command]) => command(action)),
        `cd ${WORKSPACE} && git add -A && git -c user.name=x -c user.email=x@x commit -qm work && touch made && echo committed`,
      ])
      expect(ran).toMatchObject({ code: 0, after: 'no\n', outputs: { isolation: 'unshare' } })
      // Other work goes on beside it.
      expect(ran.printed.at(-1)).toContain('committed')
    }, 120_000)

    test.each(WAYS)(
      'is, without it: %s',
      async (_title, command) => {
        expect((await attack('off', [command(action)])).after).toBe('works\n')
      },
      120_000,
    )
  })
})
