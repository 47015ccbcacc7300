// The sandbox's mechanism, on every kind of runner, with a scripted process in the place of Claude Code.
import { readdirSync, readFileSync } from 'node:fs'

import { beforeAll, describe, expect, test } from '@jest/globals'

import { inMachine, type MachineKind } from '../support/machine.ts'
import type { SandboxedResult, SandboxedScript } from '../support/sandboxed.ts'
import { withMachine } from '../support/with-machine.ts'

const module = new URL('../support/sandboxed.ts', import.meta.url).href

const sandboxed = (kind: MachineKind, argument: SandboxedScript) =>
  inMachine<SandboxedResult>(kind, { module, name: 'sandboxed', argument })

const KINDS = ['hosted', 'user', 'container', 'container-own'] as const

const PLACES_OF_ITS_OWN =
  '"$GITHUB_WORKSPACE/made" ~/made "$RUNNER_TEMP/made" /tmp/made /var/tmp/made /dev/shm/made /run/lock/made'

const READ_ONLY =
  '/made /etc/made /usr/bin/made /opt/made "$RUNNER_TOOL_CACHE/made" "$WORK/made" "$WORK/_actions/made" "$GITHUB_EVENT_PATH" "$GITHUB_ENV" /proc/sys/kernel/core_pattern /sys/kernel/mm/made'

/** What is run on each kind of runner, in one machine. */
const RUNS = {
  ends: {
    name: 'sandboxed',
    argument: {
      script: 'cat; echo out; echo err >&2; pwd; env | grep "^A-B="; exit 7',
      input: 'in\n',
      env: { 'A-B': 'y' },
    },
  },
  identity: {
    name: 'sandboxed',
    argument: { script: 'id -u; id -g; grep -E "^(Cap|NoNewPrivs|Groups)" /proc/self/status' },
  },
  sees: {
    name: 'sandboxed',
    argument: {
      before: 'ipcmk -M 64 >/dev/null; (sleep 30 >/dev/null 2>&1 &)',
      script: 'ls -d /proc/[0-9]* | wc -l; ipcs -m | grep -c 0x; ls /dev/pts',
    },
  },
  writes: {
    name: 'sandboxed',
    argument: {
      script: `export WORK=$(dirname "$RUNNER_TEMP")
        for at in ${PLACES_OF_ITS_OWN}; do echo > "$at" || echo "not $at"; done
        for at in ${READ_ONLY}; do (: > "$at") 2>/dev/null && echo "opened $at"; done; :`,
      after: `ls ${PLACES_OF_ITS_OWN} 2>/dev/null || :`,
    },
  },
  killed: { name: 'sandboxed', argument: { script: 'kill -KILL $$' } },
  stopped: { name: 'sandboxed', argument: { script: 'kill -STOP $PPID; sleep 30' } },
  missing: { name: 'sandboxed', argument: { script: '', file: '/no/such/program' } },
  SIGINT: { name: 'signalled', argument: { name: 'SIGINT' } },
  SIGTERM: { name: 'signalled', argument: { name: 'SIGTERM' } },
  leaves: {
    name: 'sandboxed',
    argument: {
      script: '(setsid sh -c "while :; do date +%N >beat; sleep 0.02; done" >/dev/null 2>&1 &); sleep 0.3; exit 4',
      after: 'cd $GITHUB_WORKSPACE; one=$(cat beat); sleep 0.2; [ "$one" = "$(cat beat)" ] && echo still; rm beat',
    },
  },
  'is ended by force, with commands in sessions of their own': { name: 'ended', argument: { how: 'killTree' } },
  'dies with the action, however that dies': { name: 'ended', argument: { how: 'parent' } },
  'is ended when it was never used': { name: 'ended', argument: { how: 'close' } },
} as const

withMachine('the sandbox', () => {
  describe.each(KINDS)('on %s', (kind) => {
    let results: Record<keyof typeof RUNS, SandboxedResult>
    beforeAll(async () => {
      const all = await inMachine<SandboxedResult[]>(kind, { module, name: 'each', argument: Object.values(RUNS) })
      results = Object.fromEntries(Object.keys(RUNS).map((name, index) => [name, all[index]])) as typeof results
    }, 180_000)

    test('runs a program as it would run outside', () => {
      expect(results.ends).toMatchObject({ kind: 'unshare', code: 7, stderr: 'err\n' })
      expect(results.ends.stdout).toMatch(/^in\nout\n\/.*\/repository\/repository\nA-B=y\n$/)
    })

    test('gives it the user’s ids back, without capabilities, groups or new privileges', () => {
      const [uid, gid, ...status] = results.identity.stdout.trim().split('\n')
      const root = kind.startsWith('container')
      expect([uid, gid]).toEqual(root ? ['0', '0'] : ['1001', '1001'])
      const facts: Record<string, string> = Object.fromEntries(status.map((line) => line.split(/:\s*/)))
      // A user namespace cannot drop groups; what they open is out of sight.
      if (kind !== 'user') expect(facts.Groups).toBe('')
      expect(facts.NoNewPrivs).toBe('1')
      const [inheritable, permitted, effective, bounding, ambient] = ['Inh', 'Prm', 'Eff', 'Bnd', 'Amb'].map((name) =>
        Number.parseInt(facts[`Cap${name}`] ?? '', 16),
      )
      // CHOWN DAC_OVERRIDE FOWNER FSETID KILL SETGID SETUID: without them root could not write another's workspace.
      const kept = kind === 'container' ? 0xfb : 0
      expect({ inheritable, ambient, permitted, effective, bounding }).toEqual({
        ...{ inheritable: 0, ambient: 0, permitted: kept, effective: kept, bounding: kept },
      })
    })

    test('sees its own processes alone, and no terminal or shared memory of others', () => {
      const [processes, segments, terminals] = results.sees.stdout.split('\n')
      // Process 1, the launcher, the shell, ls and wc.
      expect(Number(processes)).toBeLessThanOrEqual(5)
      expect([segments, terminals]).toEqual(['0', 'ptmx'])
    })

    test('writes the workspace and its own temporary folders, and nothing else that lasts', () => {
      const { stdout, stderr, after } = results.writes
      expect([stdout, stderr]).toEqual(['', ''])
      expect(after.trim().split('\n')).toEqual([expect.stringMatching(/repository\/repository\/made$/)])
    })

    test('reports a program that was killed, and one that cannot be started', () => {
      expect(results.killed).toMatchObject({ signal: 'SIGKILL' })
      expect(results.missing).toMatchObject({ code: 127, stderr: 'The sandbox could not start /no/such/program\n' })
    })

    test('ends when the agent stops the launcher, which nothing could reach any more', () => {
      expect(results.stopped).toMatchObject({ code: 128 + 19 })
    })

    test.each(['SIGINT', 'SIGTERM'] as const)('passes %s to the program alone, which has time to answer', (name) => {
      expect(results[name]).toEqual({ stdout: 'ready\nlast words\n', code: 3 })
    })

    test('ends with the program, and takes all along that it started', () => {
      expect(results.leaves).toMatchObject({ code: 4, after: 'still\n' })
    })

    test.each([
      'is ended by force, with commands in sessions of their own',
      'dies with the action, however that dies',
      'is ended when it was never used',
    ] as const)('%s', (name) => {
      expect(results[name]).toEqual({ beating: false, left: [] })
    })
  })

  test('has its stdin read by no file of the user’s: root runs nothing of the home folder', async () => {
    const before = `for at in .bashrc .bash_profile .profile .bash_login; do echo 'echo "$(id -u)" >>/tmp/ran' >~/$at; done`
    const after = 'cat /tmp/ran 2>/dev/null || echo nothing'
    const ran = await sandboxed('hosted', { before, script: 'true', after })
    expect(ran).toMatchObject({ code: 0, after: 'nothing\n' })
  })

  test('is refused when anything else stays writable', async () => {
    // A mount that cannot be made read-only is played by a mount program that says it was.
    const before = `sudo sh -c 'mv /usr/bin/mount /usr/bin/real-mount; printf "#!/bin/sh\\ncase \\"\\$2\\" in remount,bind,ro*) exit 0;; esac; exec /usr/bin/real-mount \\"\\$@\\"\\n" >/usr/bin/mount; chmod 755 /usr/bin/mount'`
    const ran = await sandboxed('hosted', { before, script: 'true', setting: 'auto' })
    expect(ran.kind).toBe('none')
    expect(ran.warning).toMatch(/by sudo -n: "sandbox: \/\S* is still writable"/)
  })
})

withMachine('a machine of the test’s own', () => {
  test('leaves nothing behind when it is killed', async () => {
    // Other tests mount things of their own meanwhile.
    const mounts = () =>
      readFileSync('/proc/self/mountinfo', 'utf8')
        .split('\n')
        .filter((line) => line.includes('/media'))
    const mark = `mark-${process.pid}-${Date.now()}`
    const isMarked = (pid: string) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(mark)
      } catch {
        return false
      }
    }
    const processes = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isMarked(name))
    const before = mounts()
    await expect(inMachine('hosted', { module, name: 'forever', argument: { mark }, limitMs: 3_000 })).rejects.toThrow(
      'gave no answer',
    )
    expect(mounts()).toEqual(before)
    for (let tries = 0; processes().length > 0 && tries < 500; tries++) await new Promise((go) => setTimeout(go, 20))
    expect(processes()).toEqual([])
  })
})
